"""The duration of the contract beside that of the cycle (L6222-7-1 al. 3)."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Self, cast

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_order
from apprentissage.dates._four_years import four_years
from apprentissage.facts import Contract, DerogationType, DurationGround, ExtensionReason
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    any_of,
    compliant,
    non_compliant,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.watching import once
from apprentissage.law.durations import DEPARTURES, DISPENSED, FLOOR_WAIVED
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.months import eve_of, last_day_of, months_and_days, same_day

AGREEMENT, DISPENSED_LABEL = "convention tripartite", "dispense de convention"

_MARGIN_MONTHS = 2
_MARGIN = Caveat(
    "CYCLE_MARGIN",
    "Le contrat déborde un peu le cycle : il est tenu pour égal, car la "
    "doctrine admet une fin jusqu'à deux mois après le cycle.",
)
_FOR_LONGER = {
    DurationGround.FAILED_EXAM: "L6222-11",
    DurationGround.DISABILITY: "R6222-46",
    DurationGround.ATHLETE: "R6222-60",
}
_FOR_SHORTER = {
    **_FOR_LONGER,
    DurationGround.PRE_CONTRACT_TRAINING: "L6222-12-1",
    DurationGround.RESUMED_AFTER_RUPTURE: "L6222-18-2",
}
_BY_AGREEMENT = frozenset({DurationGround.PRIOR_SKILLS, DurationGround.REPEATED_YEAR})
"""Grounds that nothing but a convention tripartite opens."""
_BELIEVED = frozenset({DurationGround.NONE, *_FOR_SHORTER})
"""Grounds that say without the dates of the cycle that none is needed: that
of the time before 2019 opens nothing today."""


class Departure(Enum):
    """How a duration compares with that of the cycle."""

    EQUAL = "equal"
    SHORTER = "shorter"
    LONGER = "longer"


_CODES = {
    Departure.SHORTER: DerogationType.REDUCED_DURATION,
    Departure.LONGER: DerogationType.EXTENDED_DURATION,
}


def departure_from_cycle(
    *, starts_on: date, ends_on: date, cycle_starts_on: date, cycle_ends_on: date
) -> Departure:
    """How the duration of a contract compares with that of its cycle.

    The durations are compared, in months and days from their first days. A
    contract that ends up to two months after the cycle counts as equal: that
    is what the doctrine on the end of the contract allows.

    Args:
        starts_on: First day of the contract.
        ends_on: Last day, without an extra year.
        cycle_starts_on: First day of the cycle.
        cycle_ends_on: Last day of the cycle.

    Raises:
        WrongType: For a datetime or a text.
        InvalidValue: For an end before the start.

    Source: art. L. 6222-7-1 du code du travail (« égale à la durée du
    cycle »).

    >>> departure_from_cycle(
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2027, 8, 31),
    ...     cycle_starts_on=date(2025, 9, 8),
    ...     cycle_ends_on=date(2027, 7, 2),
    ... )
    <Departure.EQUAL: 'equal'>
    """
    check_arguments(departure_from_cycle, locals())
    return compared_with_cycle(
        starts_on=starts_on,
        ends_on=ends_on,
        cycle_starts_on=cycle_starts_on,
        cycle_ends_on=cycle_ends_on,
    )


def compared_with_cycle(
    *, starts_on: date, ends_on: date, cycle_starts_on: date, cycle_ends_on: date
) -> Departure:
    """The same as `departure_from_cycle`, its days not looked at again."""
    check_order("starts_on", starts_on, "ends_on", ends_on)
    check_order("cycle_starts_on", cycle_starts_on, "cycle_ends_on", cycle_ends_on)
    earliest_on, latest_on = _equal_ends(starts_on, cycle_starts_on, cycle_ends_on)
    if ends_on < earliest_on:
        return Departure.SHORTER
    if ends_on > latest_on:
        return Departure.LONGER
    return Departure.EQUAL


def _equal_ends(starts_on: date, cycle_starts_on: date, cycle_ends_on: date) -> tuple[date, date]:
    """The first and the last end of a contract held as long as its cycle."""
    months, days = months_and_days(cycle_starts_on, cycle_ends_on)
    as_long = last_day_of(starts_on, months) + timedelta(days=days)
    return as_long, max(as_long, same_day(cycle_ends_on, _MARGIN_MONTHS))


def _without_extra_year(contract: Contract) -> date:
    """The last day without the extra year, unless it fills the contract."""
    extension = contract.extension
    extra = None if extension is None else extension.starts_on
    if extra is None or extra <= contract.starts_on:
        return contract.ends_on
    return eve_of(extra)


def unknown_extra_year(contract: Contract) -> tuple[str, ...]:
    """The facts that would tell which days are an extra year.

    >>> from apprentissage.facts import NO_EXTENSION, Apprentice
    >>> unknown_extra_year(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     extension=NO_EXTENSION,
    ... ))
    ()
    """
    extension = contract.extension
    if extension is None:
        return ("extension",)
    told = extension.reason is ExtensionReason.NONE or extension.starts_on
    return () if told else ("extension.starts_on",)


def _agreed(contract: Contract, departure: Departure) -> Finding:
    version = DEPARTURES.concluded(contract.concluded_on)
    longer = departure is Departure.LONGER
    if longer and not version.value.longer_too:
        return non_compliant(
            "Le contrat est plus long que le cycle : avant le 23 août 2019, "
            "la convention tripartite ne pouvait que le raccourcir.",
            sources=version.sources,
            caveats=version.caveats,
            subject=AGREEMENT,
        )
    return whether(
        # « inférieure ou supérieure », by a convention tripartite
        contract.tripartite_agreement,
        "tripartite_agreement",
        holds="Le contrat est plus long que le cycle, par convention tripartite."
        if longer
        else ("Le contrat est plus court que le cycle, par convention tripartite."),
        fails="Le contrat est plus long que le cycle : il faut une convention tripartite."
        if longer
        else ("Le contrat est plus court que le cycle : il faut une convention tripartite."),
        sources=version.sources,
        caveats=version.caveats,
        subject=AGREEMENT,
    )


def _sources(contract: Contract, ground: DurationGround | None) -> tuple[Source, ...]:
    """What dispenses on a ground: R6222-9 and the text of the ground."""
    day = contract.concluded_on
    own = _FOR_SHORTER.get(ground) if ground else None
    waiver = FLOOR_WAIVED.concluded(day)
    return (
        *DISPENSED.concluded(day).sources,
        *((article(own, day),) if own else ()),
        # « La signature de la convention de réduction de durée prévue à
        # l'article L. 6222-7-1 n'est pas nécessaire. »
        *(
            waiver.sources
            if waiver.value and ground is DurationGround.RESUMED_AFTER_RUPTURE
            else ()
        ),
    )


NO_GROUND = "Aucun motif ne dispense de la convention tripartite."


NO_AGREEMENT_NEEDED = (
    "La durée s'écarte du cycle sans qu'une convention tripartite soit nécessaire : {ground}."
)


def _dispensed(contract: Contract, departure: Departure, readings: Readings) -> Finding:
    # the convention « n'est pas requise »
    longer = departure is Departure.LONGER
    grounds = _FOR_LONGER if longer else _FOR_SHORTER
    ground = contract.duration_ground
    ways = [
        whether(
            None if ground is None else ground in grounds,
            "duration_ground",
            holds=NO_AGREEMENT_NEEDED,
            fails=NO_GROUND,
            sources=_sources(contract, ground if ground in grounds else None),
            subject=DISPENSED_LABEL,
            ground=ground,
        ),
        _dispensed_after_failure(contract),
        four_years(contract, readings).but(subject=DISPENSED_LABEL),
    ]
    if not longer:
        resumed = DurationGround.RESUMED_AFTER_RUPTURE
        ways.append(
            whether(
                contract.resumes_after_rupture,
                "resumes_after_rupture",
                holds=NO_AGREEMENT_NEEDED,
                fails=NO_GROUND,
                sources=_sources(contract, resumed),
                subject=DISPENSED_LABEL,
                ground=resumed,
            )
        )
    return any_of(ways)


def _dispensed_after_failure(contract: Contract) -> Finding:
    extension = contract.extension
    return whether(
        # « n'est pas requise dans les cas prévus aux articles L. 6222-11 et
        # L. 6222-12-1 »
        None if extension is None else extension.reason is ExtensionReason.FAILED_EXAM,
        "extension",
        holds=NO_AGREEMENT_NEEDED,
        fails=NO_GROUND,
        sources=_sources(contract, DurationGround.FAILED_EXAM),
        subject=DISPENSED_LABEL,
        ground=DurationGround.FAILED_EXAM,
    )


def agreement_needed(
    contract: Contract, readings: Readings = LETTER
) -> tuple[bool | None, tuple[str, ...]]:
    """Whether the duration needs a convention tripartite.

    Args:
        contract: The facts; a ground that is declared is believed, but where
            it tells of a convention that another fact denies.
        readings: `leap_birthday`, for the age of a youth title.

    Returns:
        The answer, None where it is unknown; and the absolute paths of the
        facts that would tell.

    Source: art. L. 6222-7-1 al. 3, R. 6222-9 du code du travail.

    >>> from apprentissage.facts import Apprentice
    >>> agreement_needed(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     duration_ground=DurationGround.PRIOR_SKILLS,
    ... ))
    (True, ())
    """
    check_arguments(agreement_needed, locals())
    return needs_agreement(contract, readings)


def needs_agreement(contract: Contract, readings: Readings) -> tuple[bool | None, tuple[str, ...]]:
    """The same as `agreement_needed`, unchecked; told once in a review."""
    return once(_needs_agreement, contract, readings)


def _needs_agreement(
    contract: Contract, readings: Readings
) -> tuple[bool | None, tuple[str, ...]]:
    ground, agreed = contract.duration_ground, contract.tripartite_agreement
    departure = _departure(contract)
    if not DEPARTURES.concluded(contract.concluded_on).value.by_agreement:
        return False, ()
    by_agreement = ground in _BY_AGREEMENT
    # « une convention tripartite signée par le centre de formation,
    # l'employeur et l'apprenti ou son représentant légal, annexée au contrat
    # d'apprentissage »: once signed it goes with the contract, and a ground
    # that needs one tells of it
    if agreed or (agreed is None and by_agreement):
        return True, ()
    if departure is Departure.EQUAL:
        return False, ()
    if departure is None:
        if ground in _BELIEVED or _dispensed_of_any(contract, readings):
            return False, ()
        if by_agreement:
            return True, ()
        asked = ("duration_ground",) if ground is None else ()
        return None, (*asked, *_unknown_cycle(contract))
    dispensed = _dispensed(contract, departure, readings)
    if dispensed.outcome is Outcome.UNDETERMINED:
        return None, dispensed.missing
    return dispensed.outcome is Outcome.NON_COMPLIANT, ()


def _dispensed_of_any(contract: Contract, readings: Readings) -> bool:
    """Whether none is needed, however the contract compares with its cycle."""
    return all(
        _dispensed(contract, departure, readings).outcome is Outcome.COMPLIANT
        for departure in _departures(contract)
        if departure is not Departure.EQUAL
    )


def codes_undecided(
    contract: Contract, readings: Readings
) -> tuple[frozenset[str | None], bool] | None:
    """The codes that a duration yet undecided may need, and whether it may fail.

    None where an extra year that nobody tells may decide whether it fails.
    """
    failed = _dispensed_after_failure(contract).outcome is Outcome.COMPLIANT
    codes: set[str | None] = set()
    may_fail = False
    for departure in _departures(contract):
        agreed = dispensed = Outcome.COMPLIANT
        if departure is not Departure.EQUAL:
            agreed = _agreed(contract, departure).outcome
            dispensed = _dispensed(contract, departure, readings).outcome
        no_code = failed or departure is Departure.EQUAL
        if not no_code and agreed is not Outcome.NON_COMPLIANT:
            codes.add(_CODES[departure].value)
        if no_code or (agreed is not Outcome.COMPLIANT and dispensed is not Outcome.NON_COMPLIANT):
            codes.add(None)
        codes.update(_codes_if_extended(contract, departure))
        may_fail = may_fail or Outcome.COMPLIANT not in {agreed, dispensed}
    # the year of a failed exam writes no code, wherever it begins
    undated = unknown_extra_year(contract) and not failed
    return None if undated and may_fail else (frozenset(codes), may_fail)


def _unknown_cycle(contract: Contract) -> tuple[str, ...]:
    training = contract.training
    days = {
        "training.cycle_starts_on": training.cycle_starts_on,
        "training.cycle_ends_on": training.cycle_ends_on,
    }
    return tuple(path for path, day in days.items() if day is None)


def _departure(contract: Contract) -> Departure | None:
    """How the duration compares with that of the cycle, None if unknown."""
    first = contract.training.cycle_starts_on
    last = contract.training.cycle_ends_on
    if first is None or last is None:
        return None
    return compared_with_cycle(
        starts_on=contract.starts_on,
        ends_on=_without_extra_year(contract),
        cycle_starts_on=first,
        cycle_ends_on=last,
    )


def _departures(contract: Contract) -> tuple[Departure, ...]:
    """How it may compare: none that ends by the margin of the cycle is longer."""
    known, last = _departure(contract), contract.training.cycle_ends_on
    if known is not None:
        return (known,)
    if last is not None and _without_extra_year(contract) <= same_day(last, _MARGIN_MONTHS):
        return (Departure.EQUAL, Departure.SHORTER)
    return tuple(Departure)


def _sharp(contract: Contract) -> bool:
    """Whether contract and cycle have the same days."""
    return (contract.starts_on, _without_extra_year(contract)) == (
        contract.training.cycle_starts_on,
        contract.training.cycle_ends_on,
    )


class DurationAndCycleFinding(Finding):
    """What `DURATION_AND_CYCLE` finds."""

    parts: tuple[Self, ...]
    code = Result[str]("derogation code of box 19")
    code_if_agreed = Result[str]("that code, if the parties signed an agreement that nobody tells")
    codes_if_extended = Result[tuple[str | None, ...]](
        "what the code may become with an extra year that nobody tells"
    )
    ground = Result[DurationGround]("ground on which the duration departs from the cycle")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The duration is that of the cycle, or a convention tripartite says why.

    L6222-7-1: « Elle est égale à la durée du cycle de formation préparant à
    la qualification qui fait l'objet du contrat »; al. 3, by derogation
    shorter, from 2019-08-23 longer too: « Cette durée est alors fixée par une
    convention tripartite ». None is needed after a failure, after
    training before the contract, for a disabled worker, an athlete
    (R6222-9), nor after a rupture (R6222-23-1).

    Args:
        contract: The facts; an extension is left out of the comparison, and
            missing where it is unknown and could dispense.
        readings: `leap_birthday`, for the age of a youth title.

    Returns:
        Value `code`: 21 or 22 of box 19 where an agreement fixes the
        duration, None otherwise. Value `code_if_agreed`: that code where
        none is needed and nobody says whether there is one. Value
        `codes_if_extended`: what it may become where an extra year is
        unknown, or its first day.
    """
    version = DEPARTURES.concluded(contract.concluded_on)
    if not version.value.by_agreement:
        return not_applicable(
            "Avant 2019, une durée différente de celle du cycle relevait "
            "d'une autorisation, et non d'une convention tripartite.",
            sources=version.sources,
            caveats=version.caveats,
            code=None,
        )
    departure = _departure(contract)
    if departure is None:
        undecided = undetermined(*_unknown_cycle(contract), sources=version.sources, code=None)
        decided = codes_undecided(contract, readings) == (frozenset({None}), False)
        return _whatever_the_cycle(contract, readings) if decided else undecided
    found = _of(contract, departure, readings)
    others = _codes_if_extended(contract, departure)
    if found.outcome is Outcome.COMPLIANT and set(others) - {found["code"]}:
        return found.but(codes_if_extended=others)
    return found


def _codes_if_extended(contract: Contract, departure: Departure) -> tuple[str | None, ...]:
    """What the code may become by an extra year that is yet to be dated.

    Any reason for it dispenses of the convention (R6222-9), which has its
    code where it was made all the same; after a failure there is none.
    """
    unknown, extension = unknown_extra_year(contract), contract.extension
    if not unknown or (extension and extension.reason is ExtensionReason.FAILED_EXAM):
        return ()
    codes: list[str | None] = []
    if extension is None or departure is Departure.LONGER:
        codes.append(None)
    agreed = contract.tripartite_agreement is not False
    if agreed and departure is not Departure.SHORTER:
        codes.append(DerogationType.REDUCED_DURATION.value)
    return tuple(codes)


def _whatever_the_cycle(contract: Contract, readings: Readings) -> Finding:
    """What holds of a contract that is lawful and has no code, be it equal or not."""
    # what dispenses of the convention of a longer one dispenses of any
    found = _dispensed(contract, _departures(contract)[-1], readings)
    sources = (*DEPARTURES.concluded(contract.concluded_on).sources, *found.sources)
    return found.but(
        "Que la durée soit ou non celle du cycle, aucune convention tripartite "
        "n'est nécessaire : {ground}."
        if found.get("ground")
        else "Que la durée soit ou non celle du cycle, aucune convention tripartite "
        "n'est nécessaire.",
        sources=dict.fromkeys(sources),
        code=None,
    )


def _of(contract: Contract, departure: Departure, readings: Readings) -> Finding:
    """What holds of a contract that departs so from the cycle."""
    if departure is Departure.EQUAL:
        version = DEPARTURES.concluded(contract.concluded_on)
        last = _without_extra_year(contract)
        return compliant(
            "La durée du contrat est celle du cycle de formation."
            if last == contract.ends_on
            else ("Sans sa prolongation, le contrat a la durée du cycle de formation."),
            sources=version.sources[:1],
            caveats=() if _sharp(contract) else (_MARGIN,),
            code=None,
        )
    failure = _dispensed_after_failure(contract)
    if failure.outcome is Outcome.COMPLIANT:
        return failure.but(code=None)
    agreed = _agreed(contract, departure)
    found = any_of((agreed, _dispensed(contract, departure, readings)))
    code = _CODES[departure].value
    if agreed.outcome is Outcome.COMPLIANT:
        return found.but(code=code)
    if found.outcome is Outcome.COMPLIANT and agreed.missing:
        found = found.but(code_if_agreed=code)
    return found.but(code=None)


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """A convention tripartite, or the end of the cycle."""
    longer = _departure(contract) is Departure.LONGER
    yield proposal(
        "Conclure une convention tripartite qui allonge la durée du contrat, "
        "et l'annexer à la convention de formation."
        if longer
        else "Conclure une convention tripartite qui réduit la durée du "
        "contrat, et l'annexer à la convention de formation.",
        {"tripartite_agreement": True},
    )
    cycle_ends_on = cast("date", contract.training.cycle_ends_on)
    earliest_on, latest_on = _equal_ends(
        contract.starts_on, cast("date", contract.training.cycle_starts_on), cycle_ends_on
    )
    day = latest_on if longer else earliest_on
    yield proposal(
        "Avancer la fin du contrat au {day} au plus tard : le cycle finit le {cycle_ends_on}."
        if longer
        else "Reporter la fin du contrat au {day} au plus tôt : il dure alors "
        "autant que le cycle, qui finit le {cycle_ends_on}.",
        {"ends_on": day},
        day=day,
        cycle_ends_on=cycle_ends_on,
    )


DURATION_AND_CYCLE = Rule(
    name="duration_and_cycle",
    title="Durée du contrat et du cycle",
    judge=judge,
    articles=("L6222-7-1", "R6222-6", "R6222-9"),
    boxes=(19, 21, 24),
    finding=DurationAndCycleFinding,
    remedies=remedies,
)
