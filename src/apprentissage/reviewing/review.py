"""All rules on one contract, and all its dates."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar, overload

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, short_date, table
from apprentissage._text.french import joined
from apprentissage.catalogue import RULES
from apprentissage.dates.rupture import rupture_on
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract
from apprentissage.judging import AgendaEntry, Dates, Finding, Outcome, Rule, Undated, urgency
from apprentissage.judging.calendar_entries import signed
from apprentissage.judging.watching import Session
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import LAW_CHECKED_ON

F = TypeVar("F", bound=Finding)

COVERED_FROM = date(2008, 5, 1)
"""First day of conclusion that the library covers."""


def tally(outcomes: Iterable[Outcome]) -> str:
    """How many of each outcome, the worst first, by their names.

    >>> tally([Outcome.COMPLIANT, Outcome.UNDETERMINED, Outcome.COMPLIANT])
    '1 UNDETERMINED, 2 COMPLIANT'
    """
    counts = Counter(outcomes)
    told = (f"{counts[o]} {o.name}" for o in Outcome if counts[o])
    return ", ".join(told) or "nothing judged"


@frozen(kw_only=True, eq=False, repr=False)
class Review(PlainValue):
    """What all rules find on one contract.

    It refuses truth-testing: ask `review.outcome`.

    Args:
        contract: The contract reviewed.
        readings: The choices followed.
        findings: One for each rule, in the order of the rules.

    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.dates.conclusion import CONCLUSION
    >>> from apprentissage.age.upper_age import UPPER_AGE
    >>> review(Contract(
    ...     concluded_on=date(2026, 9, 2),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ), rules=(UPPER_AGE, CONCLUSION))
    Review(contract of 2026-09-02, NON_COMPLIANT: conclusion; \
1 NON_COMPLIANT, 1 COMPLIANT)
    """

    contract: Contract
    readings: Readings
    findings: tuple[Finding, ...]

    def __bool__(self) -> bool:
        """Refuse truth-testing; `bool` for type checkers, see `Outcome`."""
        raise WrongType(
            "bool()", type(self).__name__, "compare review.outcome with Outcome.COMPLIANT"
        )

    def __repr__(self) -> str:
        failing = ", ".join(finding.rule for finding in self.non_compliant)
        return (
            f"Review(contract of {self.contract.concluded_on}, "
            f"{self.outcome.name}{failing and f': {failing}'}; "
            f"{tally(f.outcome for f in self.findings)})"
        )

    def __iter__(self) -> Iterator[Finding]:
        """The findings."""
        return iter(self.findings)

    @overload
    def __getitem__(self, rule: str) -> Finding: ...
    @overload
    def __getitem__(self, rule: Rule[F]) -> F: ...
    def __getitem__(self, rule: str | Rule[F]) -> Finding:
        """The finding of a rule: by the rule itself, typed, or by its name.

        Raises:
            InvalidValue: For a rule that was not applied.
        """
        name, kind = (rule.name, rule.finding) if isinstance(rule, Rule) else (rule, Finding)
        for finding in self.findings:
            if finding.rule == name and isinstance(finding, kind):
                return finding
        known = ", ".join(finding.rule for finding in self.findings)
        raise InvalidValue("review", rule, f"write one of {known}")

    @property
    def outcome(self) -> Outcome:
        """The worst outcome of all rules; NOT_APPLICABLE without a rule."""
        found = {finding.outcome for finding in self.findings}
        return next((worst for worst in Outcome if worst in found), Outcome.NOT_APPLICABLE)

    @property
    def non_compliant(self) -> tuple[Finding, ...]:
        """The findings that fail."""
        failing = Outcome.NON_COMPLIANT
        return tuple(f for f in self.findings if f.outcome is failing)

    @property
    def missing(self) -> tuple[str, ...]:
        """Absolute paths of the facts that some rule waits for."""
        return tuple(sorted({m for f in self.findings for m in f.missing}))

    @property
    def contested(self) -> tuple[Finding, ...]:
        """The findings that another reading would change."""
        return tuple(f for f in self.findings if f.contested)

    @property
    def stale(self) -> bool:
        """Whether the contract is concluded after the law was checked."""
        return self.contract.concluded_on > LAW_CHECKED_ON

    def to_rows(self, *, parts: bool = False) -> list[dict[str, Any]]:
        """Plain rows, one a rule, for a data frame.

        Args:
            parts: The parts of each finding follow it; the column `partie`
                is 0 for the rule and counts its parts from 1.
        """
        check_arguments(Review.to_rows, locals())
        return [
            {
                "regle": finding.rule,
                **({"partie": rank} if parts else {}),
                "objet": each.subject,
                "resultat": each.outcome.code,
                "a_retenir": each.reminds,
                "constat": each.sentence,
                "textes": joined(tuple([s.reference for s in each.sources])),
                "manque": " ".join(each.missing),
                "controverse": bool(each.contested),
                "conforme_a_partir_du": each.holds_from,
            }
            for finding in self.findings
            for rank, each in enumerate((finding, *finding.parts) if parts else (finding,))
        ]

    def _repr_html_(self) -> str:
        """The findings as a table, the worst first, for a notebook."""
        return table(
            ("règle", "résultat", "constat", "source"),
            (
                (
                    f.subject,
                    f.label + (" (controversé)" if f.contested else ""),
                    f.sentence,
                    enumeration(s.reference for s in f.sources),
                )
                for f in sorted(self.findings, key=urgency)
            ),
            caption=f"Revue du contrat conclu le "
            f"{short_date(self.contract.concluded_on)} : "
            f"{self.outcome.label}",
            notes=[
                f"Droit vérifié jusqu'au {short_date(LAW_CHECKED_ON)}, avant "
                "la conclusion de ce contrat."
            ]
            if self.stale
            else (),
        )


@frozen(kw_only=True, eq=False, repr=False)
class Agenda(PlainValue):
    """The dates of a contract in their order, and those not yet known.

    Args:
        entries: Dated, the earliest first.
        undated: What waits for a fact or an event.

    >>> Agenda(entries=(), undated=())
    Agenda(0 dates, 0 undated)
    """

    entries: tuple[AgendaEntry, ...]
    undated: tuple[Undated, ...]

    def __repr__(self) -> str:
        span = f" from {self.entries[0].on} to {self.entries[-1].on}" if self.entries else ""
        return f"Agenda({len(self)} dates{span}, {len(self.undated)} undated)"

    def __iter__(self) -> Iterator[AgendaEntry]:
        """The dated entries."""
        return iter(self.entries)

    def __len__(self) -> int:
        """How many dated entries there are."""
        return len(self.entries)

    def to_rows(self) -> list[dict[str, Any]]:
        """Plain rows, one a date, for a data frame."""
        return [
            {
                "date": entry.on,
                "objet": entry.label,
                "nature": entry.kind.code,
                "si_manquee": entry.consequence.label,
                "textes": enumeration(s.reference for s in entry.sources),
                "regle": entry.rule,
            }
            for entry in self.entries
        ]

    def _repr_html_(self) -> str:
        """The dates as a table, for a notebook."""
        return table(
            ("date", "objet", "nature", "source", "si elle est manquée"),
            (
                (
                    short_date(entry.on),
                    entry.label,
                    entry.kind.label,
                    enumeration(s.reference for s in entry.sources),
                    entry.consequence.label,
                )
                for entry in self.entries
            ),
            caption="Agenda du contrat",
            notes=(undated.sentence for undated in self.undated),
        )


def _check_covered(contract: Contract) -> None:
    if contract.concluded_on < COVERED_FROM:
        raise NotCovered("contract.concluded_on", contract.concluded_on, COVERED_FROM)


def review(
    contract: Contract, readings: Readings = LETTER, rules: tuple[Rule, ...] = RULES
) -> Review:
    """Apply all rules to a contract.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        rules: The rules; `(*RULES, mine)` adds one.

    Returns:
        The findings. A rule whose law is not covered on that day is
        undetermined, with a caveat.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01.

    >>> from apprentissage.facts import Apprentice
    >>> found = review(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ))
    >>> found["upper_age"].outcome
    <Outcome.COMPLIANT: 'compliant'>
    """
    if type(contract) is not Contract or type(readings) is not Readings or rules is not RULES:
        check_arguments(review, locals())
    _check_covered(contract)
    session = Session(contract, readings)
    return Review(
        contract=contract,
        readings=readings,
        findings=tuple([rule.found_in(session) for rule in rules]),
    )


def agenda(
    contract: Contract, readings: Readings = LETTER, rules: tuple[Rule, ...] = RULES
) -> Agenda:
    """All dates of a contract.

    A rupture before the end takes away what would come after it.

    Args:
        contract: The facts.
        readings: The choice on each contested point.
        rules: The rules whose dates are asked.

    Returns:
        The dates in order, and what waits for a fact or an event.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01.

    >>> from apprentissage.facts import Apprentice
    >>> dates = agenda(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ))
    >>> [entry.on for entry in dates if entry.rule == "start_gaps"]
    [datetime.date(2026, 12, 1)]
    """
    if type(contract) is not Contract or type(readings) is not Readings or rules is not RULES:
        check_arguments(agenda, locals())
    _check_covered(contract)
    broken = rupture_on(contract)
    offered = [
        signed(item, rule.name)
        for rule in rules
        if rule.dates is not None
        for item in _offered(rule, rule.dates, contract, readings)
        if _left(item, None if rule.outlives_rupture else broken)
    ]
    entries = [item for item in offered if isinstance(item, AgendaEntry)]
    return Agenda(
        entries=tuple(sorted(entries, key=lambda entry: entry.on)),
        undated=tuple(i for i in offered if isinstance(i, Undated)),
    )


_ITEMS = (AgendaEntry, Undated)


def _left(item: AgendaEntry | Undated, broken: date | None) -> bool:
    """Whether it does not end with a rupture."""
    return broken is None or (isinstance(item, AgendaEntry) and item.on <= broken)


def _offered(
    rule: Rule, dates: Dates, contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    try:
        for item in dates(contract, readings):
            if not isinstance(item, _ITEMS):
                raise WrongType(f"{rule.name}.dates", item, "yield an AgendaEntry")
            yield item
    except NotCovered as gap:
        yield Undated(label=f"{rule.title} : droit non couvert ({gap.what})", waits_for=())
