"""Facts taken as ordinary because nobody stated them."""

from enum import Enum

from attrs import field, frozen

from apprentissage._text import typeset_text


class Least(Enum):
    """How far the minimum could fall once an assumed fact is known."""

    AS_TAKEN = "as_taken"  # it can only rise
    FIRST_YEAR = "first_year"  # to the first year of the grid
    SECOND_YEAR = "second_year"  # to its second year
    EXECUTION_YEAR = "execution_year"  # to the year of execution
    CYCLE_YEAR = "cycle_year"  # to the last year of the cycle
    NO_EXTRA_YEAR = "no_extra_year"  # to the first year, without its points
    NO_POINTS = "no_points"  # the points of a public employer fall away
    NO_FLOOR = "no_floor"  # the floor of the previous contract falls away
    SMIC_ALONE = "smic_alone"  # the SMC falls away, or its euros change


@frozen
class Assumption:
    """An unknown fact, and what the pay schedule takes for it.

    Args:
        path: Absolute path of the fact.
        sentence: What is taken, in French; typeset.
        least: How far the minimum could fall once the fact is known.
    """

    path: str
    sentence: str = field(converter=typeset_text)
    least: Least = Least.AS_TAKEN


Notes = list[Assumption]
"""Where the rules note what they take for granted."""
