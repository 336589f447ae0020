"""The findings of a review, worst first, as the page shows them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from apprentissage._plain import PlainValue
from apprentissage._text import element, enumeration, plural, sentence
from apprentissage.cerfa.boxes import box_names
from apprentissage.errors import InvalidValue
from apprentissage.facts.authorities import Source
from apprentissage.judging import Contested, Finding, Outcome, Rule
from apprentissage.judging.finding import HOLDS_FROM
from apprentissage.law.sources import Caveat, article
from apprentissage.reviewing import Review
from apprentissage.views._parts import (
    Body,
    Column,
    badge_of,
    by_number,
    css_class,
    folded,
    grid,
    prose,
    source,
    sources,
    text,
)
from apprentissage.views.names import POINT_NAMES

_Group = tuple[Outcome, bool]
"""The outcome of findings, and whether they remind."""

_FAILED: _Group = (Outcome.NON_COMPLIANT, False)
_OPEN: _Group = (Outcome.UNDETERMINED, False)
_REMINDS: _Group = (Outcome.NOT_APPLICABLE, True)
_HELD: _Group = (Outcome.COMPLIANT, False)
_ASIDE: _Group = (Outcome.NOT_APPLICABLE, False)

_TALLY: dict[_Group, tuple[str, str]] = {
    _FAILED: ("règle non respectée", "règles non respectées"),
    _OPEN: ("règle à compléter", "règles à compléter"),
    _REMINDS: ("règle à retenir", "règles à retenir"),
    _HELD: ("règle respectée", "règles respectées"),
    _ASIDE: ("règle sans objet", "règles sans objet"),
}
_CAPTIONS: dict[_Group, str] = {
    _OPEN: "Ce qui se saura quand les faits manquants seront connus.",
    _REMINDS: ("Ce qui reste à faire ou à prendre : aucun fait déclaré n'en dit plus."),
    _HELD: "Ce que le contrat respecte.",
    _ASIDE: "Ce qui ne concerne pas ce contrat.",
}
_COLUMNS = (
    Column("règle", "rule"),
    Column("constat", labelled=False),
    Column("textes", "texts", labelled=False),
)
_FORM = "Codes et numéros du formulaire"
_OF_THE_FORM = "apprentissage.cerfa."
_CONTESTED = "Point controversé, {name} : {outcome} {code}selon {holders}."
_CODE = "(code {code}) "


@frozen(eq=False, repr=False)
class Told(PlainValue):
    """The findings of a review, as the sections of a page share them.

    Args:
        groups: Those of each outcome, the most urgent first; in each, the
            law before the codes and numbers of the form.
        rules: The rules applied, by name.
        unfolded: What a reader could unfold is unfolded.
    """

    groups: Mapping[_Group, Sequence[Finding]]
    rules: Mapping[str, Rule]
    unfolded: bool

    @property
    def failures(self) -> Sequence[Finding]:
        """What fails."""
        return self.groups.get(_FAILED, ())

    @property
    def tally(self) -> str:
        """How many findings there are of each outcome."""
        return enumeration(_counted(group, len(found)) for group, found in self.groups.items())

    def of_the_form(self, finding: Finding) -> bool:
        """Whether it is about a code or a number that the form asks for."""
        rule = self.rules.get(finding.rule)
        return rule is not None and rule.judge.__module__.startswith(_OF_THE_FORM)


def told(review: Review, rules: Iterable[Rule], *, unfolded: bool) -> Told:
    """The findings of a review in the order of a page.

    Args:
        review: The review.
        rules: The rules applied, for their articles.
        unfolded: What a reader could unfold is unfolded.
    """
    found: dict[_Group, list[Finding]] = {group: [] for group in _TALLY}
    for finding in review.findings:
        found[finding.outcome, finding.reminds].append(finding)
    findings = Told({}, {rule.name: rule for rule in rules}, unfolded)
    return evolve(
        findings,
        groups={
            group: sorted(each, key=findings.of_the_form) for group, each in found.items() if each
        },
    )


def _counted(group: _Group, count: int) -> str:
    one, many = _TALLY[group]
    return f"{count} {one if count == 1 else many}"


def anchor(finding: Finding) -> str:
    """The name of a finding within the page."""
    return f"regle-{finding.rule}".replace(" ", "-")


def failures(findings: Told, ways: Callable[[str], str]) -> str:
    """What fails, a card each.

    Args:
        findings: All of the review.
        ways: What would make a rule hold, by its name, as HTML.
    """
    return "".join(
        [
            _card(finding, findings.rules.get(finding.rule), ways(finding.rule))
            for finding in findings.failures
        ]
    )


def reminders(findings: Told) -> str:
    """What is still due or allowed."""
    return _table(findings, _REMINDS)


def respected(findings: Told) -> str:
    """What holds."""
    return _table(findings, _HELD)


def aside(findings: Told) -> str:
    """What does not apply, folded."""
    return _folded(findings, _ASIDE)


def waiting(findings: Told) -> str:
    """What is not decided: shown where no fact would decide it.

    The others are folded, for the facts that they wait for are asked for
    beside them.
    """
    found = findings.groups.get(_OPEN, ())
    shown = [finding for finding in found if not finding.missing]
    hidden = [finding for finding in found if finding.missing]
    return "".join(
        [
            _rows(findings, _OPEN, shown) if shown else "",
            _folded(evolve(findings, groups={_OPEN: hidden}), _OPEN) if hidden else "",
        ]
    )


def _table(findings: Told, group: _Group) -> str:
    found = findings.groups.get(group, ())
    return _rows(findings, group, found) if found else ""


def _folded(findings: Told, group: _Group) -> str:
    found = findings.groups.get(group, ())
    if not found:
        return ""
    return folded(
        text(_counted(group, len(found)).capitalize()),
        _rows(findings, group, found),
        opened=findings.unfolded,
        kind="more",
    )


def _rows(findings: Told, group: _Group, found: Iterable[Finding]) -> str:
    rows: dict[bool, list[Sequence[str]]] = {False: [], True: []}
    for finding in found:
        rows[findings.of_the_form(finding)].append(
            (
                element("span", text(finding.subject), id=anchor(finding)),
                _cell(finding, opened=findings.unfolded),
                _foot(finding, findings.rules.get(finding.rule)),
            )
        )
    bodies = [
        Body(each, text(_FORM) if of_the_form else "")
        for of_the_form, each in rows.items()
        if each
    ]
    return grid(_COLUMNS, bodies, caption=_CAPTIONS[group])


def _card(finding: Finding, rule: Rule | None, ways: str) -> str:
    said = finding.sentence
    return element(
        "article",
        badge_of(finding)
        + element("h3", text(finding.subject))
        + element("p", prose(said), class_="sentence")
        + ways
        + "".join(_notes(finding))
        + _parts(finding, said, citing=True)
        + element("p", _foot(finding, rule), class_="small muted"),
        class_=f"finding {css_class(finding.outcome)}",
        id=anchor(finding),
    )


def _cell(finding: Finding, *, opened: bool) -> str:
    """What is found; the conditions and the reserves are unfolded."""
    said = finding.sentence
    parts = _parts(finding, said, citing=False)
    notes = "".join(_notes(finding))
    sentence_ = element("p", prose(said), class_="sentence")
    if not (parts or notes):
        return sentence_
    counts = (
        (len(finding.parts) if parts else 0, "élément"),
        (len(finding.caveats), "réserve"),
        (len(finding.contested), "point controversé"),
    )
    summary = enumeration(plural(n, noun) for n, noun in counts if n)
    return f"{sentence_} " + folded(
        text(summary or "précision"), notes + parts, opened=opened, kind="detail"
    )


def _notes(finding: Finding) -> Iterator[str]:
    yield from _holds_from(finding)
    for other in finding.contested:
        yield _contested(other)
    for caveat in finding.caveats:
        yield _reserve(caveat)


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


def _parts(whole: Finding, said: str, *, citing: bool) -> str:
    """Out of which parts it is found.

    Args:
        whole: The finding.
        said: Its sentence, written once however many parts there are.
        citing: Its parts cite what they rest on.
    """
    if not whole.parts:
        return ""
    sentences = [said if _alike(part, whole) else part.sentence for part in whole.parts]
    if len(sentences) == 1:
        (part,) = whole.parts
        if (part.outcome, sentences[0]) == (whole.outcome, said):
            # one condition alone, said already
            return _parts(part, said, citing=citing)
    cited = frozenset(whole.sources)
    items = [
        element("li", _part(part, its, whole, said, cited, citing=citing))
        for part, its in zip(whole.parts, sentences, strict=True)
        if not _repeats(part, its, whole, said, cited, citing=citing)
    ]
    return element("ul", "".join(items), class_="parts") if items else ""


def _alike(part: Finding, whole: Finding) -> bool:
    """Whether both have one sentence, without writing it.

    Each maître of a team may wait for the facts of all: written for each,
    they would fill a page that grows with the square of their number.
    """
    return (
        part.template == whole.template
        and part.missing == whole.missing
        and part.values == whole.values
    )


def _repeats(
    part: Finding, its: str, whole: Finding, said: str, cited: frozenset[Source], *, citing: bool
) -> bool:
    """Whether a part says no more than its whole, nor cites anything else."""
    if part.subject or part.parts:
        return False
    cites = citing and not cited.issuperset(part.sources)
    alike = (part.outcome, its) == (whole.outcome, said)
    return alike and not cites


def _part(
    part: Finding, its: str, whole: Finding, said: str, cited: frozenset[Source], *, citing: bool
) -> str:
    """A part, and its sources where they are not all those of the whole.

    What its subject or the whole has said already is not said again.
    """
    repeated = (part.outcome, its) == (whole.outcome, said)
    told_ = _unsaid(part, its, repeated=repeated)
    subject = element("span", text(part.subject), class_="subject") if part.subject else ""
    if subject and told_:
        subject += "\u00a0: "
    alike = frozenset(part.sources) == cited
    its_own = sources(part.sources) if citing and not alike else ""
    return "".join(
        (
            badge_of(part, "word-of"),
            " ",
            subject,
            prose(told_),
            "".join(_holds_from(part)),
            element("span", f" {its_own}", class_="small muted")
            if its_own and not part.parts
            else "",
            _parts(part, its, citing=citing),
        )
    )


def _unsaid(part: Finding, its: str, *, repeated: bool) -> str:
    if not part.subject:
        return its
    if repeated:
        return ""
    opening, _, rest = its.partition("\u00a0: ")
    if rest.rstrip(".") == part.subject:
        return f"{opening}."
    if opening.lower() == part.subject.lower():
        return rest
    return its


def _foot(finding: Finding, rule: Rule | None) -> str:
    """What a finding rests on, and its boxes of the form."""
    cited = sources(finding.sources) or _articles(rule)
    if not finding.boxes:
        return cited
    said = _boxes(finding.boxes)
    return cited + element("span", f" · {said}" if cited else said, class_="box")


@lru_cache(256)
def _boxes(numbers: tuple[int, ...]) -> str:
    # the form prints no numbers: its boxes have names
    return text(f"Cerfa : {' ; '.join(box_names(numbers))}")


def _articles(rule: Rule | None) -> str:
    """The articles of a rule whose finding cites nothing."""
    names = () if rule is None else rule.articles
    return "\u202f; ".join([_article(name) for name in names])


def _article(name: str) -> str:
    try:
        return source(article(name))
    except InvalidValue:  # of another code than the code du travail
        return by_number(name.partition(" ")[0], name)
