"""The timeline of a contract: its facts, its dates, its pay lines."""

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_int
from apprentissage._text import element
from apprentissage.catalogue import RULES
from apprentissage.facts import Contract
from apprentissage.judging import Rule
from apprentissage.law.readings import LETTER, Readings
from apprentissage.reviewing import agenda, review
from apprentissage.views._drawing import draw
from apprentissage.views._pay import pay_of
from apprentissage.views._story import missed_days, story_of
from apprentissage.views._style import TIMELINE_STYLE

_WIDTH = is_int(300)


class Svg(str):
    """An SVG drawing, which a notebook shows as such."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def timeline(
    contract: Contract,
    readings: Readings = LETTER,
    rules: tuple[Rule, ...] = RULES,
    *,
    width: int = 900,
) -> Svg:
    """A contract drawn to the scale of its days, as SVG.

    Its years of execution, ages and pay lines in one row, with a numbered
    mark for each declared date, birthday, pay step and date of its agenda;
    under it the list of these days, in order. A day that a failure names is
    marked by a cross. It needs neither network nor script, has a title and
    a description for screen readers, and follows the light or dark scheme
    of the screen.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        rules: The rules whose dates are shown.
        width: Units across, at 13 units a letter; 300 at least. Up to 480
            the row runs down.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01.
        InvalidValue: For a narrower drawing.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> drawn = timeline(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ))
    >>> "Contrat du 1er\\xa0septembre 2026" in drawn
    True
    """
    check_arguments(timeline, locals(), width=_WIDTH)
    story = story_of(
        contract,
        readings,
        agenda(contract, readings, rules),
        pay_of(contract, readings),
        missed_days(review(contract, readings, rules)),
    )
    drawn = draw(story, width=width, name="frise", listed=True)
    style = element("style", TIMELINE_STYLE)
    return Svg(drawn.replace("<title", f"{style}<title", 1))
