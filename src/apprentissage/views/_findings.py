"""The findings of a review, worst first, as the page shows them."""

from collections.abc import Iterable, Iterator, Mapping

from apprentissage.facts.names import french_name
from apprentissage.law.sources import article
from apprentissage.review import Review
from apprentissage.rules.finding import Contested, Finding, Outcome
from apprentissage.rules.rule import Rule
from apprentissage.text import (
    element,
    enumeration,
    escape,
    sentence,
)
from apprentissage.views._parts import (
    Column,
    badge,
    css_class,
    grid,
    mark,
    sources,
)
from apprentissage.views.names import POINT_NAMES

__all__ = ["findings", "missing_facts", "verdict"]

_TALLY = {
    Outcome.NON_COMPLIANT: ("règle non respectée", "règles non respectées"),
    Outcome.UNDETERMINED: ("règle à compléter", "règles à compléter"),
    Outcome.COMPLIANT: ("règle respectée", "règles respectées"),
    Outcome.NOT_APPLICABLE: ("règle sans objet", "règles sans objet"),
}
_HOLDS_FROM = (
    "Signé et commencé le {day} ou peu après, ce contrat respecterait la "
    "règle, les autres faits restant les mêmes."
)
_CONTESTED = "Point controversé, {name} : {outcome} {code}selon {holders}."
_CODE = "(code {code}) "
_MISSING = "À demander : {facts}."


def verdict(review: Review, titles: Mapping[str, str]) -> str:
    """The worst outcome, the tally, and the way to what fails.

    Args:
        review: The review.
        titles: French title of each rule.
    """
    outcome = review.outcome
    tally = enumeration(
        _counted(each, count)
        for each in Outcome
        if (count := sum(f.outcome is each for f in review.findings))
    )
    failing = "".join(
        element(
            "li",
            element("a", escape(_title(f, titles)), href=f"#{_anchor(f)}"),
        )
        for f in review.non_compliant
    )
    return element(
        "section",
        element(
            "p",
            mark(outcome) + escape(outcome.label.capitalize()),
            class_="word",
        )
        + element("p", escape(f"{tally}."))
        + (element("ul", failing) if failing else ""),
        class_=f"verdict {css_class(outcome)}",
        aria_label="Conclusion",
    )


def _counted(outcome: Outcome, count: int) -> str:
    one, many = _TALLY[outcome]
    return f"{count} {one if count == 1 else many}"


def _title(finding: Finding, titles: Mapping[str, str]) -> str:
    return titles.get(finding.rule, finding.rule)


def _anchor(finding: Finding) -> str:
    return f"regle-{finding.rule}".replace(" ", "-")


def findings(review: Review, rules: Iterable[Rule]) -> str:
    """All findings, under a heading for each outcome, worst first.

    Args:
        review: The review.
        rules: The rules applied, for their titles and articles.
    """
    by_name = {rule.name: rule for rule in rules}
    return "".join(
        element("h3", escape(f"{outcome.label.capitalize()} ({len(found)})"))
        + "".join(_card(f, by_name.get(f.rule)) for f in found)
        for outcome in Outcome
        if (found := [f for f in review.findings if f.outcome is outcome])
    )


def _card(finding: Finding, rule: Rule | None) -> str:
    title = finding.rule if rule is None else rule.title
    content = [
        badge(finding.outcome),
        element("h4", escape(title)),
        element("p", escape(finding.sentence), class_="sentence"),
        *_holds_from(finding),
        *(_contested(other) for other in finding.contested),
        *(
            element("p", escape(f"Réserve\u00a0: {c.sentence}"), class_="note")
            for c in finding.caveats
        ),
        _parts(finding),
        _foot(finding, rule),
    ]
    return element(
        "article",
        "".join(content),
        class_=f"finding {css_class(finding.outcome)}",
        id=_anchor(finding),
    )


def _holds_from(finding: Finding) -> Iterator[str]:
    if finding.holds_from is not None:
        said = sentence(_HOLDS_FROM, {"day": finding.holds_from})
        yield element("p", escape(said), class_="note")


def _contested(other: Contested) -> str:
    code = other.code
    said = sentence(
        _CONTESTED,
        {
            "name": POINT_NAMES[other.point],
            "outcome": other.outcome,
            "code": "" if code is None else _CODE.format(code=code),
            "holders": other.choice.holders,
        },
    )
    return element("p", escape(said), class_="note")


def _parts(whole: Finding) -> str:
    items = "".join(element("li", _part(p, whole)) for p in whole.parts)
    return element("ul", items, class_="parts") if items else ""


def _part(part: Finding, whole: Finding) -> str:
    """A part, and its sources where they are not all those of the whole."""
    subject = (
        element("span", escape(part.subject), class_="subject") + "\u00a0: "
        if part.subject
        else ""
    )
    alike = set(part.sources) == set(whole.sources)
    cited = "" if part.parts or alike else sources(part.sources)
    return "".join(
        (
            badge(part.outcome, "word-of"),
            " ",
            subject,
            escape(part.sentence),
            "".join(_holds_from(part)),
            element("span", f" {cited}", class_="small muted")
            if cited
            else "",
            _parts(part),
        )
    )


def _foot(finding: Finding, rule: Rule | None) -> str:
    cited = list(finding.sources)
    if not cited and rule is not None:
        cited = [article(name) for name in rule.articles]
    told = [sources(cited)] if cited else []
    if finding.boxes:
        boxes = enumeration(str(box) for box in finding.boxes)
        noun = "rubrique" if len(finding.boxes) == 1 else "rubriques"
        told.append(escape(f"Cerfa, {noun} {boxes}"))
    return element("p", " · ".join(told), class_="small muted") if told else ""


def missing_facts(review: Review, titles: Mapping[str, str]) -> str:
    """The facts to ask for, and the rules that wait for each.

    Args:
        review: The review.
        titles: French title of each rule.
    """
    rows = [
        (
            escape(french_name(path)),
            escape(
                enumeration(
                    _title(f, titles)
                    for f in review.findings
                    if path in f.missing
                )
            ),
        )
        for path in review.missing
    ]
    return grid(
        (Column("information"), Column("règles qui l'attendent")),
        [rows],
        caption="Les faits que le contrat ne donne pas et qui décident.",
    )
