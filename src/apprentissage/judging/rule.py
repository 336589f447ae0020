"""A rule: a plain function on a contract, with what the catalogue needs."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import (
    LAST_DAY,
    check_birth,
    check_date,
    check_items,
    is_a,
    is_bool,
    is_text,
    plain_day,
    subclass_of,
    tuple_of,
    unknown,
)
from apprentissage._plain import PlainValue, altered
from apprentissage._text import french_date, shortened
from apprentissage.errors import NotCovered, WrongType
from apprentissage.facts import Contract
from apprentissage.judging.calendar_entries import Dates
from apprentissage.judging.conditions import undetermined
from apprentissage.judging.finding import Contested, Finding, remade, typed
from apprentissage.judging.outcome import Outcome
from apprentissage.judging.proposals import Asks, Proposes
from apprentissage.judging.watching import Judge, Session, Watched, once
from apprentissage.law.choices import Choice
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import eve_of, morrow_of

if TYPE_CHECKING:
    # a rule that declares no class gives plain findings (PEP 696)
    from typing_extensions import TypeVar as WithDefault

    F_co = WithDefault("F_co", bound=Finding, default=Finding, covariant=True)
else:
    F_co = TypeVar("F_co", bound=Finding, covariant=True)

TurningDays = Callable[[Contract, Readings], Iterable[date]]
"""`turning_days(contract, readings)` gives the days on which a rule may begin
to hold: a text changes, an age is reached."""

_RANKS = {point: rank for rank, point in enumerate(POINTS)}

_READINGS = (Readings, Watched, Session)
# A member looked up on its class costs ten times a name of the module.
_NON_COMPLIANT = Outcome.NON_COMPLIANT


@frozen(kw_only=True, eq=False, repr=False)
class Rule(PlainValue, Generic[F_co]):
    """One rule of the law, applied to a contract.

    Args:
        name: Stable name, for programs.
        title: Name in French, for people.
        judge: The plain function that applies the text.
        articles: Articles, without dots, `L6222-1`; () for a doctrine.
        boxes: Boxes of the Cerfa that it checks.
        dates: The dates that it puts in the agenda, where it sets some.
        turning_days: The days among which `holds_from` is sought, where a
            contract for which it fails could wait.
        outlives_rupture: Its dates stay in the agenda when the contract is
            broken before them: what a rupture sets going, the file, the
            papers to keep.
        remedies: What would make it hold where it fails, the best first;
            a new review proves each.
        questions: Facts that nobody stated and with which it would hold,
            where it waits for facts.
        finding: The class of its findings, which declares their named
            results.
    """

    name: str = field(validator=is_text)
    title: str = field(validator=is_a(str))
    judge: Judge = field(validator=is_a(Callable))
    articles: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    boxes: tuple[int, ...] = field(default=(), validator=tuple_of(int))
    dates: Dates | None = unknown(is_a(Callable))
    turning_days: TurningDays | None = unknown(is_a(Callable))
    outlives_rupture: bool = field(default=False, validator=is_bool)
    remedies: Proposes | None = unknown(is_a(Callable))
    questions: Asks | None = unknown(is_a(Callable))
    finding: type[F_co] = field(  # pyright: ignore[reportAssignmentType]
        default=Finding,  # type: ignore[assignment]
        validator=subclass_of(Finding),
    )

    def __repr__(self) -> str:
        articles = shortened(", ".join(self.articles)) or "no article"
        return f"Rule({self.name}: {articles})"

    def find(self, contract: Contract, readings: Readings = LETTER) -> F_co:
        """Apply the rule, and judge again under each other reading.

        Args:
            contract: The facts.
            readings: The choice on each contested point.

        Returns:
            The finding, with every other choice of a point that the judge
            consulted, one at a time, that would change its outcome or its
            Cerfa code.
        """
        if type(contract) is not Contract or type(readings) not in _READINGS:
            check_arguments(Rule.find, locals())
        return self.found_in(Session(contract, readings))

    def found_in(self, session: Session) -> F_co:
        """The same as `find`, beside what other rules found.

        Args:
            session: The contract, the readings, and the findings so far.
        """
        told, consulted = session.told(self.judge)
        finding = told if type(told) is Finding else self._finding_of(told)
        kind, parts = self.finding, finding.parts
        if parts and kind.part_kind:
            parts = typed(parts, kind.part_kind)
        found: Any = remade(
            finding,
            kind,
            parts,
            self.title,
            # most rules hold, and consult no point
            self._holds_from(session.contract, session.readings, finding)
            if finding.outcome is _NON_COMPLIANT
            else finding.holds_from,
            self.name,
            self.boxes,
            self._contested(session, finding, consulted) if consulted else (),
        )
        return found  # type: ignore[no-any-return]

    def told_in(self, session: Session) -> Finding:
        """What it finds, without other readings or the day it would hold.

        Args:
            session: The contract, the readings, and the findings so far.
        """
        return self._finding_of(session.told(self.judge)[0])

    def judged(self, contract: Contract, readings: Readings) -> Finding:
        """What the judge finds; within a review, what it found already.

        For a rule that needs the finding of another.

        Raises:
            NotCovered: As the judge.
        """
        return once(self.judge, contract, readings)

    def holds_from(self, contract: Contract, readings: Readings = LETTER) -> date | None:
        """The first day on which it would hold, other facts equal.

        Args:
            contract: The facts.
            readings: The choice on each contested point.

        Returns:
            The day; None where it does not fail, or where there is none.
        """
        check_arguments(Rule.holds_from, locals())
        found = self._judged(contract, readings)
        return self._holds_from(contract, readings, found)

    def _holds_from(self, contract: Contract, readings: Readings, finding: Finding) -> date | None:
        if self.turning_days is None or finding.outcome is not _NON_COMPLIANT:
            return finding.holds_from
        days = self.turning_days(contract, readings)
        return first_lawful_day(contract, readings, self._judged, days)

    def _judged(self, contract: Contract, readings: Readings) -> Finding:
        return self.told_in(Session(contract, readings))

    def _finding_of(self, told: object) -> Finding:
        """What the judge told, or the law that it lacked."""
        if isinstance(told, Finding):
            return told
        if isinstance(told, NotCovered):
            return _undecided(told)
        raise WrongType(f"{self.name}.judge", told, "return a Finding")

    def _contested(
        self, session: Session, finding: Finding, consulted: list[str]
    ) -> tuple[Contested, ...]:
        """The other choices of the points consulted that change it."""
        return contested_among(
            finding,
            consulted,
            lambda point: (
                (choice, self.told_in(under)) for choice, under in session.under_others(point)
            ),
        )


def contested_among(
    finding: Finding,
    consulted: Iterable[str],
    under_others: Callable[[str], Iterable[tuple[Choice, Finding]]],
) -> tuple[Contested, ...]:
    """The other choices of the points consulted that change a finding.

    Args:
        finding: What is found under the choices followed.
        consulted: The points that its judge asked for.
        under_others: Every other choice of a point, and what is found under
            it.
    """
    if not consulted:
        return ()
    # What a reader would do otherwise: the contract is lawful or not, and what
    # box 19 says. A day that moves by one makes no point contested.
    mine = finding.outcome, finding.get("code")
    return tuple(
        [
            Contested(point=point, choice=choice, outcome=other.outcome, code=other.get("code"))
            for point in sorted({*consulted}, key=_RANKS.__getitem__)
            for choice, other in under_others(point)
            if (other.outcome, other.get("code")) != mine
        ]
    )


def _undecided(gap: NotCovered) -> Finding:
    """The finding of a rule whose law is not covered on that day."""
    return undetermined(
        template="Règle non tranchée : le droit applicable ne figure pas dans la "
        "bibliothèque à cette date ({not_covered}).",
        not_covered=gap.what,
        caveats=(
            Caveat(
                "NOT_COVERED",
                f"La bibliothèque ne couvre pas « {gap.what} » au {french_date(gap.on)}.",
            ),
        ),
    )


def signed_and_started_on(contract: Contract, day: date) -> Contract:
    """The same contract, signed and started on a day.

    Its end moves only where it would come before the start; an extension
    that the new start would swallow is dropped.

    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )
    >>> signed_and_started_on(contract, date(2026, 10, 1)).concluded_on
    datetime.date(2026, 10, 1)
    """
    check_arguments(signed_and_started_on, locals())
    check_date("day", day)
    check_birth("contract.apprentice.born_on", contract.apprentice.born_on, day)
    return _moved(contract, plain_day(day))


def _moved(contract: Contract, day: date) -> Contract:
    """The same as `signed_and_started_on`, unchecked."""
    # the rest stays as declared: a contract shortened by the move is judged so
    ends_on = max(contract.ends_on, day)
    extension = contract.extension
    if extension is not None and (extension.starts_on is not None and extension.starts_on <= day):
        extension = None
    return altered(contract, concluded_on=day, starts_on=day, ends_on=ends_on, extension=extension)


def first_lawful_day(
    contract: Contract, readings: Readings, judge: Judge, candidates: Iterable[date]
) -> date | None:
    """The first candidate on which the rule would begin to hold.

    Args:
        contract: A contract for which the rule fails.
        readings: The choice on each contested point.
        judge: The rule.
        candidates: Days on which a text changes or an age is reached.

    Returns:
        The day after the conclusion where the contract signed and started
        that day complies; else the first candidate on which it does, and
        on its eve does not; None where there is none.

    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )
    >>> from apprentissage.judging.conditions import whether
    >>> def judge(contract, _):
    ...     lawful = contract.concluded_on >= date(2026, 10, 1)
    ...     return whether(lawful, holds="Oui.", fails="Non.")
    >>> days = (date(2027, 1, 1), date(2026, 10, 1))
    >>> first_lawful_day(contract, LETTER, judge, days)
    datetime.date(2026, 10, 1)
    """
    check_arguments(first_lawful_day, locals())

    def complies(day: date) -> bool:
        return judge(_moved(contract, day), readings).outcome is Outcome.COMPLIANT

    # nobody is an apprentice before the day after the birth
    soonest = morrow_of(max(contract.concluded_on, contract.apprentice.born_on))
    days = {soonest, *map(plain_day, check_items("candidates", candidates, date))}
    for day in sorted(days):
        # signed and started at once, the contract may comply where the one
        # that is signed for later does not
        if (
            soonest <= day <= LAST_DAY
            and complies(day)
            and (day == soonest or not complies(eve_of(day)))
        ):
            return day
    return None
