"""What to do about a review, as the page shows it."""

from collections.abc import Iterable
from typing import Any, Protocol, runtime_checkable

from apprentissage import reviewing
from apprentissage._guards import check_items
from apprentissage._text import element, short_date, typeset
from apprentissage.errors import InvalidValue
from apprentissage.reviewing import Remedies, Review
from apprentissage.views._parts import prose

_CLEARED_TOO = "Réglé par les autres changements proposés."
_PROVED = (
    "C'est la liste la plus courte trouvée, vérifiée par une nouvelle revue ; "
    "les autres voies sont sous chaque constat."
)


@runtime_checkable
class Remedy(Protocol):
    """What could make a rule hold, as the page takes it."""

    @property
    def rule(self) -> str:
        """Name of the rule."""
        ...

    @property
    def sentence(self) -> str:
        """What to do, in French."""
        ...


_A_REMEDY: Any = Remedy  # type checkers take no protocol for a class


def taken(told: Iterable[Remedy], review: Review) -> Remedies | tuple[Remedy, ...]:
    """What a page is given to do.

    Args:
        told: The remedies of the review, or items with rule and sentence.
        review: The review of the page.

    Raises:
        WrongType: If it is not a remedy.
        InvalidValue: For the remedies of another review.
    """
    if not isinstance(told, Remedies):
        return check_items("remedies", told, _A_REMEDY)
    rules = {each.rule for each in (*told, *told.hopeless)}
    if rules != {finding.rule for finding in review.non_compliant}:
        raise InvalidValue("remedies", told, "write the remedies of the review of the page")
    return told


def steps(told: Remedies | tuple[Remedy, ...]) -> dict[str, list[str]]:
    """What to do for each rule, in French; the shortest list of remedies."""
    first = told.together if isinstance(told, Remedies) else told
    ways: dict[str, list[str]] = {}
    for remedy in first:
        ways.setdefault(remedy.rule, []).append(_step(remedy))
    if isinstance(told, Remedies):
        for rule in told.together.clears:
            ways.setdefault(rule, [typeset(_CLEARED_TOO)])
        for lost in (*told.together.leaves, *told.hopeless):
            ways.setdefault(lost.rule, [lost.sentence])
    return ways


def proof(told: Remedies | tuple[Remedy, ...]) -> str:
    """What is known of the shortest list; nothing where there is none."""
    if not isinstance(told, Remedies) or len(told.together) == 0:
        return ""
    return element("p", prose(typeset(_PROVED)), class_="small")


def under_failure(told: Remedies | tuple[Remedy, ...], rule: str) -> str:
    """Every way to make one rule hold, or why there is none.

    Args:
        told: What to do about the review.
        rule: Name of the rule that fails.

    Returns:
        A list; nothing of what is no result of `remedies`.
    """
    if not isinstance(told, Remedies):
        return ""
    ways = [_step(remedy) for remedy in told[rule]]
    if not ways:
        ways = [each.sentence for each in told.hopeless if each.rule == rule]
    if not ways:
        return ""
    label = element("span", prose("Pour régulariser\u00a0:"), class_="subject")
    if len(ways) == 1:
        return element("p", f"{label} {prose(ways[0])}", class_="ways")
    items = [element("li", prose(way)) for way in ways]
    return element("div", element("p", label) + element("ul", "".join(items)), class_="ways")


def _step(remedy: Remedy) -> str:
    """What to do, and until when where a text sets a day."""
    said = typeset(remedy.sentence)
    until = remedy.until if isinstance(remedy, reviewing.Remedy) else None
    # the day is in most sentences already
    if until is None or "au plus tard" in said:
        return said
    return typeset(f"{said} Au plus tard le {short_date(until)}.")
