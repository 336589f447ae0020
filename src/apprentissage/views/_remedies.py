"""What to do about a review, as the page shows it."""

from apprentissage._text import element, enumeration, short_date
from apprentissage.remedying import Remedies, Remedy
from apprentissage.reviewing import Review
from apprentissage.views._parts import prose


def shortest_list(found: Remedies, review: Review) -> str:
    """The shortest list of changes, for the top of the page.

    Args:
        found: What to do about the review.
        review: The review, which names the rules.

    Returns:
        A section; nothing where no remedy is proved.
    """
    together = found.together
    if len(together) == 0:
        return ""
    steps = "".join(element("li", _step(remedy)) for remedy in together)
    cleared = enumeration(review[rule].subject for rule in together.clears)
    return element(
        "section",
        element("p", prose("Pour régulariser"), class_="word")
        + element("ol", steps)
        + element(
            "p",
            prose(f"Vérifié par une nouvelle revue. Régularisé : {cleared}."),
        ),
        class_="remedies",
        aria_label="Pour régulariser",
    )


def under_failure(found: Remedies, rule: str) -> str:
    """What would make one rule hold, or why nothing does.

    Args:
        found: What to do about the review.
        rule: Name of the rule that fails.

    Returns:
        A list; nothing for a rule that does not fail.
    """
    ways = [element("li", _step(remedy)) for remedy in found[rule]]
    ways += [
        element("li", prose(lost.sentence))
        for lost in found.hopeless
        if lost.rule == rule
    ]
    if not ways:
        return ""
    return element("p", prose("Pour régulariser :")) + element(
        "ul", "".join(ways), class_="remedies"
    )


def _step(remedy: Remedy) -> str:
    """What to do, and until when where a text sets a day."""
    until = (
        ""
        if remedy.until is None
        else f" (au plus tard le {short_date(remedy.until)})"
    )
    said = remedy.sentence
    # the day is in most sentences already
    return prose(said if "au plus tard" in said else f"{said}{until}")
