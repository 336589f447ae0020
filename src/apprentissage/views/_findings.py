"""The findings of a review, worst first, as the page shows them."""

from collections.abc import Iterable, Iterator

from apprentissage._text import (
    element,
    enumeration,
    sentence,
)
from apprentissage.cerfa.boxes import box_names
from apprentissage.errors import InvalidValue
from apprentissage.facts.names import french_names
from apprentissage.judging import Contested, Finding, Outcome, Rule
from apprentissage.judging.finding import HOLDS_FROM
from apprentissage.law.sources import Caveat, article
from apprentissage.reviewing import Review
from apprentissage.views._parts import (
    Column,
    badge_of,
    css_class,
    grid,
    mark,
    prose,
    source,
    sources,
)
from apprentissage.views.names import POINT_NAMES

_Group = tuple[Outcome, bool]
"""The outcome of findings, and whether they remind."""

_TALLY: dict[_Group, tuple[str, str]] = {
    (Outcome.NON_COMPLIANT, False): (
        "règle non respectée",
        "règles non respectées",
    ),
    (Outcome.UNDETERMINED, False): ("règle à compléter", "règles à compléter"),
    (Outcome.NOT_APPLICABLE, True): ("règle à retenir", "règles à retenir"),
    (Outcome.COMPLIANT, False): ("règle respectée", "règles respectées"),
    (Outcome.NOT_APPLICABLE, False): ("règle sans objet", "règles sans objet"),
}
MISSING = "Informations à demander"
"""Heading of the facts to ask for."""

_GROUP = "constats-"
_TO_ACT_UPON = (Outcome.NON_COMPLIANT, Outcome.UNDETERMINED)
_CAPTIONS: dict[_Group, str] = {
    (Outcome.NOT_APPLICABLE, True): (
        "Ce qui reste à faire ou à prendre : aucun fait déclaré n'en dit plus."
    ),
    (Outcome.COMPLIANT, False): "Ce que le contrat respecte.",
    (Outcome.NOT_APPLICABLE, False): "Ce qui ne concerne pas ce contrat.",
}
_COLUMNS = (
    Column("règle", "rule"),
    Column("constat", labelled=False),
    Column("textes", "texts", labelled=False),
)
_CONTESTED = "Point controversé, {name} : {outcome} {code}selon {holders}."
_CODE = "(code {code}) "


def verdict(review: Review) -> str:
    """The worst outcome, the tally, and the way to what fails.

    Args:
        review: The review.
    """
    outcome = review.outcome
    tally = enumeration(
        _counted(group, len(found)) for group, found in _grouped(review)
    )
    ways = [(f.subject, _anchor(f)) for f in review.non_compliant]
    incomplete = [
        f for f in review.findings if f.outcome is Outcome.UNDETERMINED
    ]
    if incomplete:
        counted = _counted((Outcome.UNDETERMINED, False), len(incomplete))
        ways.append((counted, _GROUP + css_class(Outcome.UNDETERMINED)))
    if review.missing:
        ways.append((f"{MISSING} ({len(review.missing)})", "manques"))
    listed = "".join(
        element("li", element("a", prose(title), href=f"#{anchor}"))
        for title, anchor in ways
    )
    return element(
        "section",
        element(
            "p",
            mark(outcome) + prose(outcome.label.capitalize()),
            class_="word",
        )
        + element("p", prose(f"{tally}."))
        + (element("ul", listed) if listed else ""),
        class_=f"verdict {css_class(outcome)}",
        aria_label="Conclusion",
    )


def _grouped(review: Review) -> Iterator[tuple[_Group, list[Finding]]]:
    """The findings by what they call for, the most urgent first."""
    for group in _TALLY:
        found = [f for f in review.findings if (f.outcome, f.reminds) == group]
        if found:
            yield group, found


def _counted(group: _Group, count: int) -> str:
    one, many = _TALLY[group]
    return f"{count} {one if count == 1 else many}"


def _anchor(finding: Finding) -> str:
    return f"regle-{finding.rule}".replace(" ", "-")


def findings(review: Review, rules: Iterable[Rule]) -> str:
    """All findings, under a heading for each outcome, worst first.

    Those to act upon are cards, the others rows of a table.

    Args:
        review: The review.
        rules: The rules applied, for their articles.
    """
    by_name = {rule.name: rule for rule in rules}
    return "".join(
        element(
            "h3",
            badge_of(found[0]) + prose(f" {_counted(group, len(found))}"),
            id=_GROUP + css_class(group[0], reminds=group[1]),
        )
        + _under(group, [(f, by_name.get(f.rule)) for f in found])
        for group, found in _grouped(review)
    )


_Ruled = tuple[Finding, Rule | None]


def _under(group: _Group, found: Iterable[_Ruled]) -> str:
    if group[0] in _TO_ACT_UPON:
        return "".join(_card(*ruled) for ruled in found)
    rows = [
        (
            prose(finding.subject),
            _body(finding, citing=False),
            _foot(finding, rule),
        )
        for finding, rule in found
    ]
    return grid(_COLUMNS, [rows], caption=_CAPTIONS[group])


def _card(finding: Finding, rule: Rule | None) -> str:
    return element(
        "article",
        badge_of(finding)
        + element("h4", prose(finding.subject))
        + _body(finding, citing=True)
        + _foot(finding, rule),
        class_=f"finding {css_class(finding.outcome)}",
        id=_anchor(finding),
    )


def _body(finding: Finding, *, citing: bool) -> str:
    """What is found, on which conditions, and out of which parts.

    Args:
        finding: The finding.
        citing: Its parts cite what they rest on.
    """
    return "".join(
        (
            element("p", prose(finding.sentence), class_="sentence"),
            *_holds_from(finding),
            *(_contested(other) for other in finding.contested),
            *(_reserve(caveat) for caveat in finding.caveats),
            _parts(finding, citing=citing),
        )
    )


def _reserve(caveat: Caveat) -> str:
    said = f"Réserve\u00a0: {caveat.sentence}"
    return element("p", prose(said), class_="note")


def _holds_from(finding: Finding) -> Iterator[str]:
    if finding.holds_from is not None:
        said = sentence(HOLDS_FROM, {"day": finding.holds_from})
        yield element("p", prose(said), class_="note")


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
    return element("p", prose(said), class_="note")


def _parts(whole: Finding, *, citing: bool) -> str:
    told = [(part.outcome, part.sentence) for part in whole.parts]
    if told == [(whole.outcome, whole.sentence)]:
        # one condition alone, said already
        return _parts(whole.parts[0], citing=citing)
    items = "".join(
        element("li", _part(part, whole, citing=citing))
        for part in whole.parts
        if not _repeats(part, whole, citing=citing)
    )
    return element("ul", items, class_="parts") if items else ""


def _repeats(part: Finding, whole: Finding, *, citing: bool) -> bool:
    """Whether a part says no more than its whole, nor cites anything else."""
    if part.subject or part.parts:
        return False
    cites = citing and not set(part.sources) <= set(whole.sources)
    alike = (part.outcome, part.sentence) == (whole.outcome, whole.sentence)
    return alike and not cites


def _part(part: Finding, whole: Finding, *, citing: bool) -> str:
    """A part, and its sources where they are not all those of the whole.

    What its subject or the whole has said already is not said again.
    """
    said = _unsaid(part, whole)
    subject = (
        element("span", prose(part.subject), class_="subject")
        if part.subject
        else ""
    )
    if subject and said:
        subject += "\u00a0: "
    alike = set(part.sources) == set(whole.sources)
    cited = sources(part.sources) if citing and not alike else ""
    return "".join(
        (
            badge_of(part, "word-of"),
            " ",
            subject,
            prose(said),
            "".join(_holds_from(part)),
            element("span", f" {cited}", class_="small muted")
            if cited and not part.parts
            else "",
            _parts(part, citing=citing),
        )
    )


def _unsaid(part: Finding, whole: Finding) -> str:
    said = part.sentence
    if not part.subject:
        return said
    if (part.outcome, said) == (whole.outcome, whole.sentence):
        return ""
    opening, colon, rest = said.partition("\u00a0: ")
    if rest.rstrip(".") == part.subject:
        return f"{opening}."
    if colon and opening.lower() == part.subject.lower():
        return rest
    return said


def _foot(finding: Finding, rule: Rule | None) -> str:
    told = [sources(finding.sources) or _articles(rule)]
    if finding.boxes:
        # the form prints no numbers: its boxes have names
        named = " ; ".join(box_names(finding.boxes))
        told.append(prose(f"Cerfa : {named}"))
    said = " · ".join(filter(None, told))
    return element("p", said, class_="small muted") if said else ""


def _articles(rule: Rule | None) -> str:
    """The articles of a rule whose finding cites nothing."""
    names = () if rule is None else rule.articles
    return "\u202f; ".join(map(_article, names))


def _article(name: str) -> str:
    try:
        return source(article(name))
    except InvalidValue:  # of another code than the code du travail
        return prose(name)


def missing_facts(review: Review) -> str:
    """The facts to ask for, and the rules that wait for each.

    Args:
        review: The review.
    """
    rows = [
        (
            prose(name),
            prose(
                enumeration(
                    f.subject for f in review.findings if path in f.missing
                )
            ),
        )
        for path, name in zip(
            review.missing, french_names(review.missing), strict=True
        )
    ]
    return grid(
        (Column("information"), Column("règles qui l'attendent")),
        [rows],
        caption="Les faits que le contrat ne donne pas et qui décident.",
    )
