"""Three months between the contract and each training (L6222-12)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple, Self, TypeAlias, cast

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.facts import Contract, Training
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Proposal,
    Proposed,
    Result,
    Rule,
    Undated,
    all_of,
    non_compliant,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.asking import answer
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.choices import CfaBeforeSignature
from apprentissage.law.dated import ByConclusion, Version, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import morrow_of, same_day


class CountedFrom(Enum):
    """What the months are counted from."""

    CYCLE = "cycle"
    EXECUTION = "execution"


@frozen(kw_only=True, eq=False, repr=False)
class StartGap(PlainValue):
    """How far apart two starts may lie.

    Args:
        counted_from: Whose start is compared.
        months: « trois mois ».
    """

    counted_from: CountedFrom
    months: int


_DEROGATION = Caveat(
    "DEROGATION_BEFORE_2019",
    "Avant 2019, l'art. D. 6222-19 permettait un autre écart, sur demande au "
    "recteur ou au directeur régional compétent.",
)
_AROUND_CYCLE = StartGap(counted_from=CountedFrom.CYCLE, months=3)

START_GAP = ByConclusion(
    "écart entre les débuts (art. L. 6222-12)",
    (
        # before 2019: « cette date ne peut être antérieure de plus de trois
        # mois, ni postérieure de plus de trois mois au début du cycle »
        version(date(2008, 5, 1), _AROUND_CYCLE, "L6222-12", caveats=(_DEROGATION,)),
        version(date(2014, 3, 7), _AROUND_CYCLE, "L6222-12", caveats=(_DEROGATION,)),
        version(
            date(2019, 1, 1), StartGap(counted_from=CountedFrom.EXECUTION, months=3), "L6222-12"
        ),
    ),
)
"""Before 2019 start and cycle are compared, since then start and training."""


_STATE_TOOL = Source(SourceKind.DOCTRINE, "téléservice de l'État : dates du contrat")
_MONTH_ENDS = Caveat(
    "MONTH_ENDS",
    "Le code du travail ne dit pas comment compter les mois : faute de même "
    "quantième, le délai s'arrête ici au dernier jour du mois.",
)


class _Asked(NamedTuple):
    """The facts of the question, named as in a contract."""

    concluded_on: date
    starts_on: date
    employer_training_starts_on: date | None
    training: Training


_Facts: TypeAlias = Contract | _Asked


def _law(facts: _Facts) -> Version[StartGap]:
    return START_GAP.concluded(facts.concluded_on)


def _starts_by(facts: _Facts, law: Version[StartGap]) -> date:
    """The last day on which either training may start, since 2019."""
    # « ne peut être postérieure de plus de trois mois au début d'exécution
    # du contrat »: three months sharp are lawful
    return same_day(facts.starts_on, law.value.months)


def _around(cycle_starts_on: date, law: Version[StartGap]) -> tuple[date, date]:
    """The first and the last day on which a contract might start."""
    # before 2019: « ne peut être antérieure de plus de trois mois, ni
    # postérieure de plus de trois mois au début du cycle »
    months = law.value.months
    return same_day(cycle_starts_on, -months), same_day(cycle_starts_on, months)


def lawful_starts(facts: _Facts) -> tuple[date, date] | None:
    """The days between which a start is lawful; None where unknown.

    Those of a training from the start of the contract on; before 2019, those
    of the contract around its cycle.

    Args:
        facts: The contract.
    """
    law = _law(facts)
    if not _goes_by_cycle(law):
        return facts.starts_on, _starts_by(facts, law)
    cycle_starts_on = facts.training.cycle_starts_on
    if cycle_starts_on is None:
        return None
    return _around(cycle_starts_on, law)


_PRACTICAL_TRAINING = "employer_training_starts_on"
_CFA_TRAINING = "training.cfa_training_starts_on"
"""The facts that the two parts are about, in their order."""

_PRACTICAL = "formation pratique chez l'employeur"


def _practical(contract: _Facts, latest_on: date, sources: tuple[Source, ...]) -> Finding:
    day = contract.employer_training_starts_on
    if day is None:
        return undetermined(_PRACTICAL_TRAINING, sources=sources, subject=_PRACTICAL)
    if day < contract.starts_on:
        return non_compliant(
            "La formation pratique débute le {starts_on}, avant l'exécution "
            "du contrat ({earliest_on}).",
            sources=(_STATE_TOOL,),
            subject=_PRACTICAL,
            starts_on=day,
            earliest_on=contract.starts_on,
        )
    return _in_three_months(contract, day, latest_on, sources, _PRACTICAL)


_AT_CFA = "formation en CFA"


def _at_cfa(
    contract: _Facts, latest_on: date, sources: tuple[Source, ...], readings: Readings
) -> Finding:
    day = contract.training.cfa_training_starts_on
    if day is None:
        return undetermined(_CFA_TRAINING, sources=sources, subject=_AT_CFA)
    # the point is asked only of a training that begins before the signature
    if day < contract.concluded_on and readings.cfa_before_signature is CfaBeforeSignature.REFUSED:
        return non_compliant(
            "La formation en CFA débute le {starts_on}, avant la signature du "
            "contrat ({concluded_on}).",
            sources=(_STATE_TOOL,),
            subject=_AT_CFA,
            starts_on=day,
            concluded_on=contract.concluded_on,
        )
    # No lower bound: the CFA may begin before the contract.
    return _in_three_months(contract, day, latest_on, sources, _AT_CFA)


def _in_three_months(
    contract: _Facts, day: date, latest_on: date, sources: tuple[Source, ...], subject: str
) -> Finding:
    same_number = latest_on.day == contract.starts_on.day
    return whether(
        day <= latest_on,
        holds="Début le {starts_on} : le délai court jusqu'au {latest_on}.",
        fails="Début le {starts_on} : le délai a pris fin le {latest_on}.",
        sources=sources,
        caveats=() if same_number else (_MONTH_ENDS,),
        subject=subject,
        starts_on=day,
        latest_on=latest_on,
    )


def _around_cycle(contract: _Facts, version: Version[StartGap]) -> Finding:
    cycle_starts_on = contract.training.cycle_starts_on
    if cycle_starts_on is None:
        return undetermined(
            "training.cycle_starts_on", sources=version.sources, caveats=version.caveats
        )
    earliest_on, latest_on = _around(cycle_starts_on, version)
    return whether(
        earliest_on <= contract.starts_on <= latest_on,
        holds=(
            "Le contrat débute le {starts_on} : pour ce cycle, il pouvait "
            "débuter du {earliest_on} au {latest_on}."
        ),
        fails=(
            "Le contrat débute le {starts_on} : pour ce cycle, il devait "
            "débuter du {earliest_on} au {latest_on}."
        ),
        sources=version.sources,
        caveats=version.caveats,
        starts_on=contract.starts_on,
        earliest_on=earliest_on,
        latest_on=latest_on,
    )


def _goes_by_cycle(version: Version[StartGap]) -> bool:
    return version.value.counted_from is CountedFrom.CYCLE


class StartGapsFinding(Finding):
    """What `START_GAPS` finds."""

    parts: tuple[Self, ...]
    latest_on = Result[date]("last lawful day to start")
    earliest_on = Result[date]("first lawful day to start")
    starts_on = Result[date]("day of that start")
    concluded_on = Result[date]("day of conclusion")


def judge(contract: _Facts, readings: Readings) -> Finding:
    """Each training starts within three months of the contract's start.

    L6222-12: « La date de début de la formation pratique chez l'employeur ne
    peut être postérieure de plus de trois mois au début d'exécution du
    contrat. », and the same of « la période de formation en centre de
    formation d'apprentis ». For contracts concluded before 2019-01-01 the
    start of the contract « ne peut être antérieure de plus de trois mois, ni
    postérieure de plus de trois mois au début du cycle ».

    Args:
        contract: The facts.
        readings: `cfa_before_signature`.

    Returns:
        Value `latest_on`, before 2019 `earliest_on` too; a part for each
        training.
    """
    law = _law(contract)
    if _goes_by_cycle(law):
        return _around_cycle(contract, law)
    latest_on, sources = _starts_by(contract, law), law.sources
    found = all_of(
        (
            _practical(contract, latest_on, sources),
            _at_cfa(contract, latest_on, sources, readings),
        ),
        holds="Les deux formations débutent dans les trois mois qui suivent "
        "le début du contrat, jusqu'au {latest_on}.",
    )
    return found.but(latest_on=latest_on)


def training_starts(
    *,
    starts_on: date,
    concluded_on: date,
    employer_training_starts_on: date | None = None,
    cfa_training_starts_on: date | None = None,
    cycle_starts_on: date | None = None,
    readings: Readings = LETTER,
) -> StartGapsFinding:
    """Whether both trainings start within three months of the contract.

    A day that is `None` is unknown. The limit is told all the same.

    Args:
        starts_on: First day of execution.
        concluded_on: Day of conclusion, which chooses the law: before 2019
            the start of the contract was compared with that of the cycle.
        employer_training_starts_on: First day of practical training.
        cfa_training_starts_on: First day of training at the CFA.
        cycle_starts_on: First day of the cycle, asked before 2019.
        readings: `cfa_before_signature` is read.

    Returns:
        Compliant, not, or UNDETERMINED with the arguments that are missing.
        Value `latest_on`, the last day on which either training may start,
        lawful itself, and a part for each; before 2019 `earliest_on` and
        `latest_on` bound the start of the contract.

    Raises:
        NotCovered: Concluded before 2008-05-01.

    Source: art. L. 6222-12 du code du travail.

    >>> found = training_starts(
    ...     starts_on=date(2025, 11, 30),
    ...     concluded_on=date(2025, 11, 28),
    ...     cfa_training_starts_on=date(2025, 12, 1),
    ... )
    >>> found["latest_on"], found.missing
    (datetime.date(2026, 2, 28), ('employer_training_starts_on',))
    """
    check_arguments(training_starts, locals())
    asked = _Asked(
        concluded_on=concluded_on,
        starts_on=starts_on,
        employer_training_starts_on=employer_training_starts_on,
        training=Training(
            cfa_training_starts_on=cfa_training_starts_on, cycle_starts_on=cycle_starts_on
        ),
    )
    return answer(lambda read: judge(asked, read), readings, START_GAPS)


def turning_days(contract: Contract, _: Readings) -> Iterator[date]:
    """The days on which three months first reach a start; changes of law."""
    yield from (version.since for version in START_GAP.versions)
    months = START_GAP.concluded(contract.concluded_on).value.months
    for start in (
        contract.employer_training_starts_on,
        contract.training.cfa_training_starts_on,
        contract.training.cycle_starts_on,
    ):
        if start is not None:
            first = same_day(start, -months)
            yield from (first, morrow_of(first))


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    law = _law(contract)
    sources = law.sources
    if not _goes_by_cycle(law):
        yield entered(
            on=_starts_by(contract, law),
            label="Dernier jour pour débuter la formation pratique et la formation en CFA",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )
    elif contract.training.cycle_starts_on is None:
        yield Undated(
            label="Dernier jour pour débuter le contrat",
            waits_for=("training.cycle_starts_on",),
            sources=sources,
        )
    else:
        first, last = _around(contract.training.cycle_starts_on, law)
        yield entered(
            on=first,
            label="Premier jour pour débuter le contrat, trois mois avant le début du cycle",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )
        yield entered(
            on=last,
            label="Dernier jour pour débuter le contrat, trois mois après le début du cycle",
            sources=sources,
            consequence=Consequence.UNLAWFUL,
        )


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """Train in time, or start the contract late enough for the training.

    A class starts its cycle together: the cycle goes with a training that
    would begin before it, and to put the contract off is told first.
    """
    law = _law(contract)
    if _goes_by_cycle(law):
        yield from _inside_the_window(contract, found)
        return
    failing = _failing(found)
    late = {path: part for path, part in failing.items() if part.get("latest_on")}
    begun = contract.training.cycle_starts_on
    before_its_cycle = (
        _CFA_TRAINING in late and begun is not None and begun > _starts_by(contract, law)
    )
    ways = [_sooner(contract, failing, law, with_cycle=before_its_cycle)]
    if len(late) == len(failing):
        ways.append(_later(late.values(), law))
    yield from reversed(ways) if before_its_cycle else ways


def _failing(found: Finding) -> dict[str, Finding]:
    """The parts that fail, by the fact that each is about."""
    parts = zip((_PRACTICAL_TRAINING, _CFA_TRAINING), found.parts, strict=True)
    return {path: part for path, part in parts if part.outcome is found.outcome}


def _sooner(
    contract: Contract, failing: Mapping[str, Finding], law: Version[StartGap], *, with_cycle: bool
) -> Proposal:
    """Each training on the nearest day on which it may start."""
    days = {path: _nearest(contract, path, part, law) for path, part in failing.items()}
    what = [f"la {part.subject}" for part in failing.values()]
    day = max(days.values())
    if with_cycle:
        days["training.cycle_starts_on"] = day
        what.append("le cycle")
    late = any(part.get("latest_on") for part in failing.values())
    return proposal(
        "Débuter {what} au plus tard le {day}." if late else "Débuter {what} le {day}, pas avant.",
        days,
        until=_starts_by(contract, law) if late else None,
        what=tuple(what),
        day=day,
    )


def _later(late: Iterable[Finding], law: Version[StartGap]) -> Proposal:
    """The first day of a contract in which no training starts too late."""
    last = max(cast("date", part["starts_on"]) for part in late)
    months = law.value.months
    day = same_day(last, -months)
    while same_day(day, months) < last:
        day = morrow_of(day)
    return proposal(
        "Reporter le début de l'exécution au {day} au plus tôt : la "
        "formation du {last} débute alors dans les trois mois.",
        {"starts_on": day},
        day=day,
        last=last,
    )


def _nearest(contract: Contract, path: str, part: Finding, law: Version[StartGap]) -> date:
    """The day nearest to the one declared on which a training may start."""
    # what starts too soon starts before the contract, or its signature
    return (
        _starts_by(contract, law)
        if part.get("latest_on")
        else contract.starts_on
        if path == _PRACTICAL_TRAINING
        else contract.concluded_on
    )


def _inside_the_window(contract: Contract, found: Finding) -> Iterator[Proposed]:
    """Before 2019 the start goes to the nearer bound of the window."""
    earliest_on = cast("date", found["earliest_on"])
    early = contract.starts_on < earliest_on
    day = earliest_on if early else cast("date", found["latest_on"])
    yield proposal(
        "Reporter le début de l'exécution au {day} au plus tôt."
        if early
        else "Avancer le début de l'exécution au {day} au plus tard.",
        {"starts_on": day},
        day=day,
    )


START_GAPS = Rule(
    name="start_gaps",
    title="Débuts de la formation",
    judge=judge,
    articles=("L6222-12",),
    boxes=(21, 22, 33),
    dates=dates,
    turning_days=turning_days,
    finding=StartGapsFinding,
    remedies=remedies,
)
