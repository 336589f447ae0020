"""The aid to the employer for the first year (L6243-1 and decrees)."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from attrs import evolve

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.guards import is_int
from apprentissage.law.aids import (
    AFTER_THE_SCHEME,
    AIDE_UNIQUE,
    AIDE_UNIQUE_SOURCES,
    BY_THE_DAY_SINCE,
    EMPLOYER_AID,
    LARGE_FROM,
    LATER_LEVELS,
    OVERSEAS,
    OVERSEAS_UNREAD,
    AidScheme,
)
from apprentissage.law.dated import Version
from apprentissage.law.minors_hours import MAJORITY
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import eve_of, last_day_of, same_day
from apprentissage.rules.ages import age_on, birthday
from apprentissage.rules.calendar_entries import (
    AgendaEntry,
    Consequence,
    Undated,
)
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    compliant,
    not_applicable,
    undetermined,
)
from apprentissage.rules.rule import Rule

__all__ = ["FIRST_YEAR_AID", "first_year_aid"]
__dir__ = __all__.copy

AID = (
    "L'aide à l'employeur est de {first_year_amount:€} au plus pour la "
    "première année d'exécution."
)
NO_AID = "Aucune aide à l'employeur n'est ouverte à ce contrat."
NO_AID_WITHOUT_QUOTA = (
    "Aucune aide à l'employeur n'est ouverte à ce contrat : une entreprise "
    "de {large_from} salariés et plus doit respecter le quota d'alternants, "
    "ou s'y engager."
)

_LEVELS = (3, 4, 5, 6, 7, 8)
_LEVEL = is_int(_LEVELS[0], _LEVELS[-1])
_BY_THE_DAY = Caveat(
    "AID_BY_THE_DAY",
    "Le contrat dure moins d'un an : depuis le 1er novembre 2025, l'aide est "
    "due au prorata des jours.",
)
_TURNS_18 = Caveat(
    "TURNS_18_IN_FIRST_YEAR",
    "L'apprenti a dix-huit ans pendant la première année : le montant est "
    "celui de son âge au début, sans suivre sa majorité.",
)
_PUBLIC = Caveat(
    "PUBLIC_EMPLOYER_UNVERIFIED",
    "L'accès d'un employeur public à cette aide n'a pas été vérifié.",
)


def first_year_aid(
    *,
    concluded_on: date,
    starts_on: date,
    level: int,
    headcount: int,
    quota_met: bool,
    minor: bool,
    disabled: bool,
    overseas: bool,
) -> int:
    """The aid to the employer for the first year of execution.

    Args:
        concluded_on: Day of conclusion, which chooses the scheme.
        starts_on: First day of execution.
        level: Of the diploma aimed at, 3 to 8.
        headcount: Employees of the firm at conclusion.
        quota_met: A firm of 250 employees and more meets the quota of
            alternants, or commits itself to.
        minor: The apprentice is under 18 at the start.
        disabled: The apprentice is recognised as a disabled worker.
        overseas: The contract is executed overseas.

    Returns:
        Whole euros, 0 for none.

    Raises:
        NotCovered: For contracts concluded before 2019-01-01.
        WrongType: For a datetime or a text, None for a fact.
        InvalidValue: For a level out of 3-8, a headcount under zero.

    Source: art. L. 6243-1, décrets 2025-174 and 2026-168.

    >>> first_year_aid(
    ...     concluded_on=date(2026, 3, 8),
    ...     starts_on=date(2026, 9, 1),
    ...     level=5,
    ...     headcount=100,
    ...     quota_met=False,
    ...     minor=False,
    ...     disabled=False,
    ...     overseas=False,
    ... )
    4500
    """
    check_arguments(first_year_aid, locals(), level=_LEVEL)
    return _amount(
        _scheme(concluded_on, starts_on).value,
        level=level,
        large=headcount >= LARGE_FROM,
        quota_met=quota_met,
        minor=minor,
        disabled=disabled,
        overseas=overseas,
    )


def _scheme(concluded_on: date, starts_on: date) -> Version[AidScheme]:
    law = EMPLOYER_AID.concluded(concluded_on)
    before = law.value.starts_before
    if before is None or starts_on < before:
        return law
    return evolve(
        law,
        value=AIDE_UNIQUE,
        sources=AIDE_UNIQUE_SOURCES,
        caveats=(*law.caveats, AFTER_THE_SCHEME),
    )


def _amount(
    scheme: AidScheme,
    *,
    level: int,
    large: bool,
    quota_met: bool,
    minor: bool,
    disabled: bool,
    overseas: bool,
) -> int:
    amounts = scheme.large if large else scheme.small
    if overseas and not large:
        amounts = {**amounts, **scheme.overseas}
    amount = amounts.get(level, 0)
    if amount and minor and scheme.minor is not None:
        amount = scheme.minor
    in_scope = amount > 0 or scheme.disabled_any
    if disabled and scheme.disabled is not None and in_scope:
        amount = scheme.disabled
    return 0 if large and not quota_met else amount


def _law(contract: Contract) -> Version[AidScheme]:
    return _scheme(contract.concluded_on, contract.starts_on)


def _facts(contract: Contract) -> dict[str, tuple[str, Any, tuple[Any, ...]]]:
    """Each fact: its path, its value, and the values it may take."""
    employer = contract.employer
    territory, headcount = employer.territory, employer.headcount
    return {
        "level": (
            "training.level",
            contract.training.level,
            _LEVELS,
        ),
        "large": (
            "employer.headcount",
            None if headcount is None else headcount >= LARGE_FROM,
            (False, True),
        ),
        "quota_met": (
            "employer.quota_met",
            employer.quota_met,
            (False, True),
        ),
        "disabled": (
            "apprentice.rqth",
            contract.apprentice.rqth,
            (False, True),
        ),
        "overseas": (
            "employer.territory",
            None if territory is None else territory in OVERSEAS,
            (False, True),
        ),
    }


def _possible(
    contract: Contract, readings: Readings
) -> tuple[set[int], list[str]]:
    """The amounts that the known facts allow, and the facts that decide."""
    scheme = _law(contract).value
    born_on = contract.apprentice.born_on
    minor = age_on(born_on, contract.starts_on, readings) < MAJORITY
    facts = _facts(contract)
    choices = [
        values if known is None else (known,)
        for _, known, values in facts.values()
    ]
    amounts = {
        chosen: _amount(
            scheme, minor=minor, **dict(zip(facts, chosen, strict=True))
        )
        for chosen in product(*choices)
    }

    def decides(rank: int) -> bool:
        first: dict[tuple[Any, ...], int] = {}
        return any(
            first.setdefault(chosen[:rank] + chosen[rank + 1 :], amount)
            != amount
            for chosen, amount in amounts.items()
        )

    deciding = [
        path
        for rank, (path, _, _) in enumerate(facts.values())
        if decides(rank)
    ]
    return set(amounts.values()), deciding


def _quota_alone_is_missing(contract: Contract, readings: Readings) -> bool:
    within = evolve(contract.employer, quota_met=True)
    amounts, _ = _possible(evolve(contract, employer=within), readings)
    return 0 not in amounts


def _later_years(contract: Contract) -> tuple[int, ...] | None:
    """The amounts after the first year; None where a fact decides."""
    level, headcount = contract.training.level, contract.employer.headcount
    amounts = _law(contract).value.later_years
    outside = (level is not None and level not in LATER_LEVELS) or (
        headcount is not None and headcount >= LARGE_FROM
    )
    if not amounts or outside:
        return ()
    return None if None in (level, headcount) else amounts


def _reserves(contract: Contract) -> Iterator[Caveat]:
    """The reserves of the law that may concern the contract."""
    territory, level = contract.employer.territory, contract.training.level
    overseas = territory is None or territory in OVERSEAS
    for caveat in _law(contract).caveats:
        if caveat != OVERSEAS_UNREAD or (overseas and level in {None, 5}):
            yield caveat


def _caveats(contract: Contract, readings: Readings) -> Iterator[Caveat]:
    law = _law(contract)
    first_year_ends_on = last_day_of(contract.starts_on, 12)
    yield from _reserves(contract)
    if BY_THE_DAY_SINCE <= contract.ends_on < first_year_ends_on:
        yield _BY_THE_DAY
    majority = birthday(contract.apprentice.born_on, MAJORITY, readings)
    if (
        law.value.minor is not None
        and contract.starts_on < majority <= first_year_ends_on
    ):
        yield _TURNS_18
    if contract.employer.public:
        yield _PUBLIC


def _judge(contract: Contract, readings: Readings) -> Finding:
    """The employer has an aid for the first year, by size, level, date.

    L6243-1 and the decrees of the exceptional aids, by the day of
    conclusion; the size is that of the conclusion.

    Args:
        contract: The facts.
        readings: `leap_birthday`.

    Returns:
        COMPLIANT with an aid, NOT_APPLICABLE without; value
        `first_year_amount`, and `later_years`, in the scope of the aide
        unique until 2022: empty without, None where a fact is missing.
    """
    law = _law(contract)
    amounts, deciding = _possible(contract, readings)
    if len(amounts) > 1:
        return undetermined(
            *deciding,
            sources=law.sources,
            caveats=_caveats(contract, readings),
        )
    amount = amounts.pop()
    if not amount:
        quota = _quota_alone_is_missing(contract, readings)
        return not_applicable(
            NO_AID_WITHOUT_QUOTA if quota else NO_AID,
            sources=law.sources,
            caveats=_reserves(contract),
            first_year_amount=0,
            large_from=LARGE_FROM,
        )
    return compliant(
        AID,
        sources=law.sources,
        caveats=_caveats(contract, readings),
        first_year_amount=amount,
        later_years=_later_years(contract),
    )


def _dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    law = _law(contract)
    amounts, _ = _possible(contract, readings)
    if amounts == {0}:
        return
    if law.value.filing_months is not None:
        # « au plus tard six mois après sa conclusion »
        yield AgendaEntry(
            on=same_day(contract.concluded_on, law.value.filing_months),
            label="Dernier jour pour transmettre le contrat sans perdre "
            "l'aide à l'employeur",
            sources=law.sources[::-1],  # the delay is the decree's
            consequence=Consequence.AID_LOST,
        )
    if law.value.starts_before is not None:
        yield AgendaEntry(
            on=eve_of(law.value.starts_before),
            label="Dernier jour pour débuter le contrat sans perdre l'aide "
            "exceptionnelle",
            sources=law.sources[::-1],
            consequence=Consequence.AID_LOST,
        )
    if law.value.quota_months is not None:
        yield from _quota(contract, law, law.value.quota_months)


def _quota(
    contract: Contract, law: Version[AidScheme], months: int
) -> Iterator[AgendaEntry | Undated]:
    label = (
        "Dernier jour pour s'engager auprès de l'ASP à respecter le quota "
        "d'alternants"
    )
    headcount = contract.employer.headcount
    if headcount is None:
        yield Undated(
            label=f"{label}, à partir de {LARGE_FROM} salariés",
            waits_for=("employer.headcount",),
            sources=law.sources[::-1],
        )
    elif headcount >= LARGE_FROM:
        yield AgendaEntry(
            on=same_day(contract.concluded_on, months),
            label=label,
            sources=law.sources[::-1],
            consequence=Consequence.AID_LOST,
        )


FIRST_YEAR_AID = Rule(
    name="employer_aid",
    title="Aide à l'employeur",
    judge=_judge,
    articles=("L6243-1", "D6243-2"),
    reads=("leap_birthday",),
    sentences=(AID, NO_AID, NO_AID_WITHOUT_QUOTA, UNKNOWN),
    dates=_dates,
    outlives_rupture=True,
)
