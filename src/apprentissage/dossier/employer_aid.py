"""The aid to the employer for the first year (L6243-1 and decrees)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_int
from apprentissage.age.ages import age_on, birthday
from apprentissage.dossier.aid_texts import (
    AFTER_THE_SCHEME,
    AIDE_UNIQUE,
    AIDE_UNIQUE_SOURCES,
    AIDS,
    BY_THE_DAY,
    LARGE_FROM,
    LATER_LEVELS,
    LOCAL_AUTHORITIES,
    LOCAL_AUTHORITY_AID,
    OVERSEAS,
    PUBLIC_EXCLUDED,
    AidScheme,
)
from apprentissage.dossier.fate import declared_fate, deposit_told_twice
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, Employer, EmployerType, Route
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Result,
    Rule,
    Undated,
    compliant,
    not_applicable,
    possible_answers,
    undetermined,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import Version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import eve_of, last_day_of, same_day

_LEVELS = (3, 4, 5, 6, 7, 8)
_LEVEL = is_int(_LEVELS[0], _LEVELS[-1])
_BY_THE_DAY = Caveat(
    "AID_BY_THE_DAY",
    "Le contrat dure moins d'un an : l'aide du premier et du dernier mois est "
    "due au prorata des jours (art. D. 6243-2 III).",
)
_WITHOUT_PAY = Caveat(
    "MONTHS_WITHOUT_PAY",
    "L'aide n'est pas due pour les mois où la suspension du contrat a laissé "
    "l'apprenti sans salaire (art. D. 6243-2 IV).",
)
_LOCAL_UNREAD = Caveat(
    "LOCAL_AUTHORITY_AID_UNREAD",
    "Les décrets n° 2020-1622 et n° 2021-340 n'ont pas été lus : l'aide des collectivités "
    "territoriales est tenue pour réservée à elles et à leurs établissements administratifs.",
)
_TURNS_18 = Caveat(
    "TURNS_18_IN_FIRST_YEAR",
    "L'apprenti a dix-huit ans pendant la première année : le montant est "
    "celui de son âge au début, sans suivre sa majorité.",
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
    employer: EmployerType = EmployerType.OTHER_PRIVATE,
    already_received: bool = False,
    filed_on: date | None = None,
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
        employer: Type of the employer; a private one where it is not told. A
            public one has no aid, but local authorities from July 2020 to
            the end of 2021.
        already_received: The same employer had an aid for an earlier
            contract of the same apprentice and certification.
        filed_on: Day on which the contract was sent to the OPCO; in time
            where None.

    Returns:
        Whole euros, 0 for none.

    Raises:
        NotCovered: For contracts concluded before 2019-01-01.
        WrongType: For a datetime or a text, None for a fact.
        InvalidValue: For a level out of 3-8, a headcount under zero.

    Source: art. L. 6243-1, D. 6243-2 and L. 6227-12, décrets 2025-174 and
    2026-168.

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
    scheme = _scheme(concluded_on, starts_on).value
    if employer in _PUBLIC_TYPES:
        local = employer in LOCAL_AUTHORITIES
        aid = LOCAL_AUTHORITY_AID.concluded(concluded_on).value
        return aid if local else 0
    filed_by = _filed_by(scheme, concluded_on)
    late = filed_on is not None and filed_by is not None and filed_on > filed_by
    if late or (scheme.once and already_received):
        return 0
    return _amount(
        scheme,
        level=level,
        large=headcount >= LARGE_FROM,
        quota_met=quota_met,
        minor=minor,
        disabled=disabled,
        overseas=overseas,
    )


_PUBLIC_TYPES = frozenset(kind for kind in EmployerType if Employer(type=kind).public)


def _filed_by(scheme: AidScheme, concluded_on: date) -> date | None:
    """The last day to send the contract to the OPCO."""
    if scheme.filed_before is not None:
        return eve_of(scheme.filed_before)
    if scheme.filing_months is None:
        return None
    # « au plus tard six mois après sa conclusion »
    return same_day(concluded_on, scheme.filing_months)


def _scheme(concluded_on: date, starts_on: date) -> Version[AidScheme]:
    law = AIDS.concluded(concluded_on)
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
    in_scope = amount or scheme.disabled_any
    if disabled and scheme.disabled is not None and in_scope:
        amount = scheme.disabled
    return 0 if large and not quota_met else amount


def _law(contract: Contract) -> Version[AidScheme]:
    return _scheme(contract.concluded_on, contract.starts_on)


def _unknown(contract: Contract, quota_met: bool | None) -> dict[str, tuple[Any, ...]]:
    """The values of each fact that decides, one where it is known."""
    employer = contract.employer
    territory, headcount = employer.territory, employer.headcount
    large = None if headcount is None else headcount >= LARGE_FROM
    overseas = None if territory is None else territory in OVERSEAS
    either = (False, True)
    return {
        path: values if known is None else (known,)
        for path, known, values in (
            ("training.level", contract.training.level, _LEVELS),
            ("employer.headcount", large, either),
            ("employer.quota_met", quota_met, either),
            ("apprentice.rqth", contract.apprentice.rqth, either),
            ("employer.territory", overseas, either),
        )
    }


def _possible(
    contract: Contract, readings: Readings, scheme: AidScheme, *, quota_met: bool | None = None
) -> tuple[set[int], tuple[str, ...]]:
    """The amounts that the known facts allow, and the facts that decide.

    Args:
        contract: The facts.
        readings: `leap_birthday`.
        scheme: The aid.
        quota_met: Another answer on the quota than that of the facts.
    """
    if quota_met is None:
        quota_met = contract.employer.quota_met
    born_on = contract.apprentice.born_on
    minor = age_on(born_on, contract.starts_on, readings) < MAJORITY
    amounts, deciding = possible_answers(
        lambda told: _amount(
            scheme,
            minor=minor,
            level=told["training.level"],
            large=told["employer.headcount"],
            quota_met=told["employer.quota_met"],
            disabled=told["apprentice.rqth"],
            overseas=told["employer.territory"],
        ),
        _unknown(contract, quota_met),
    )
    return set(amounts), deciding


def _quota_alone_is_missing(contract: Contract, readings: Readings, scheme: AidScheme) -> bool:
    amounts, _ = _possible(contract, readings, scheme, quota_met=True)
    return 0 not in amounts


def _later_years(contract: Contract, scheme: AidScheme) -> tuple[int, ...] | None:
    """The amounts after the first year; None where a fact decides."""
    level, headcount = contract.training.level, contract.employer.headcount
    amounts = scheme.later_years
    outside = (level is not None and level not in LATER_LEVELS) or (
        headcount is not None and headcount >= LARGE_FROM
    )
    if not amounts or outside:
        return ()
    return None if None in (level, headcount) else amounts


def _caveats(contract: Contract, readings: Readings, law: Version[AidScheme]) -> Iterator[Caveat]:
    first_year_ends_on = last_day_of(contract.starts_on, 12)
    yield from law.caveats
    yield from _overseas_unread(contract, law.value)
    yield from deposit_told_twice(contract)
    short = contract.ends_on < first_year_ends_on
    if short and BY_THE_DAY.event(contract.ends_on).value:
        yield _BY_THE_DAY
    if contract.file.months_without_pay:
        yield _WITHOUT_PAY
    if law.value.minor is not None:
        majority = birthday(contract.apprentice.born_on, MAJORITY, readings)
        if contract.starts_on < majority <= first_year_ends_on:
            yield _TURNS_18


_AID_WITHOUT_CONTRACT = Caveat(
    "AID_WITHOUT_CONTRACT",
    "Les faits se contredisent : l'employeur aurait déjà reçu une aide pour cet apprenti, et "
    "aucun contrat précédent avec lui n'est déclaré. Vérifiez-les.",
)


def _received(contract: Contract) -> bool | None:
    """Whether the employer had an aid before for the same certification.

    It had none where no earlier contract bound the same apprentice to it.
    """
    if contract.employer.aid_already_received is not None:
        return contract.employer.aid_already_received
    return False if _with_others(contract) else None


def _with_others(contract: Contract) -> bool:
    """Whether no earlier contract bound the apprentice to this employer."""
    previous = contract.previous
    return previous is not None and all(
        cycle.same_employer is False or cycle.route is Route.SCHOOL for cycle in previous
    )


def _not_deposited(contract: Contract) -> bool:
    """Whether what is declared says that the contract is not deposited."""
    if contract.file.deposited is not None:
        return not contract.file.deposited
    try:
        return declared_fate(contract).deposited is False
    except NotCovered:  # before 2020 nobody refused the funding
        return False


_OVERSEAS_UNREAD = Caveat(
    "OVERSEAS_LEVEL_5_UNREAD",
    "Outre-mer, l'aide unique est allée jusqu'au niveau 5 (en mars 2021 au "
    "plus tard, selon la presse). Ce texte n'a pas été lu : elle n'est pas "
    "comptée à ce niveau.",
)


def _overseas_unread(contract: Contract, scheme: AidScheme) -> tuple[Caveat, ...]:
    """The reserve on level 5 overseas, where the aid had later years.

    L6243-1 stops at « un diplôme ou un titre à finalité professionnelle
    équivalant au plus au baccalauréat »; its adaptation overseas is unread.
    """
    employer = contract.employer
    large = employer.headcount is not None and employer.headcount >= LARGE_FROM
    reached = contract.training.level == max(AIDE_UNIQUE.overseas) and not large
    overseas = employer.territory in OVERSEAS
    return (_OVERSEAS_UNREAD,) if reached and overseas and scheme.later_years else ()


class EmployerAidFinding(Finding):
    """What `EMPLOYER_AID` finds."""

    first_year_amount = Result[int]("aid of the first year, in euros")
    later_years = Result[tuple[int, ...]]("aid of each later year, in euros")
    large_from = Result[int]("headcount from which a firm has a quota")
    filed_on = Result[date]("day of filing")
    latest_on = Result[date]("last day to file for the aid")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The employer has an aid for the first year, by size, level, date.

    L6243-1: « ouvrent droit à une aide versée à l'employeur par l'Etat »; and
    the decrees of the exceptional aids, by the day of conclusion; the size is
    that of the conclusion. L6227-12: none of a public employer.

    Args:
        contract: The facts; the contract sent is an event, in time as long
            as nobody tells otherwise.
        readings: `leap_birthday`.

    Returns:
        COMPLIANT with an aid, NOT_APPLICABLE without; value
        `first_year_amount`, and `later_years`, in the scope of the aide
        unique until 2022: empty without, None where a fact is missing.
    """
    law = _law(contract)
    if contract.employer.public:
        return _of_a_public_employer(contract)
    found = _of_a_private_employer(contract, readings, law)
    local = LOCAL_AUTHORITY_AID.concluded(contract.concluded_on).value
    open_to_some = found.outcome is not Outcome.NOT_APPLICABLE or local
    if contract.employer.public is None and open_to_some:
        return undetermined(
            "employer.type", *found.missing, sources=law.sources, caveats=found.caveats
        )
    return found


def _of_a_public_employer(contract: Contract) -> Finding:
    law = LOCAL_AUTHORITY_AID.concluded(contract.concluded_on)
    unread = (_LOCAL_UNREAD,) if law.value else ()
    if law.value and contract.employer.type in LOCAL_AUTHORITIES:
        return compliant(
            "L'aide forfaitaire aux collectivités territoriales est de "
            "{first_year_amount:€} pour ce contrat.",
            sources=law.sources,
            caveats=unread,
            first_year_amount=law.value,
            later_years=(),
        )
    excluded = PUBLIC_EXCLUDED.concluded(contract.concluded_on)
    return not_applicable(
        "Aucune aide n'est ouverte à un employeur public : l'art. L. 6227-12 "
        "écarte l'aide de l'art. L. 6243-1.",
        sources=excluded.sources,
        caveats=(*excluded.caveats, *unread),
        first_year_amount=0,
    )


def _of_a_private_employer(
    contract: Contract, readings: Readings, law: Version[AidScheme]
) -> Finding:
    amounts, deciding = _possible(contract, readings, law.value)
    if amounts == {0}:
        quota = _quota_alone_is_missing(contract, readings, law.value)
        return not_applicable(
            "Aucune aide à l'employeur n'est ouverte à ce contrat : une entreprise de "
            "{large_from} salariés et plus doit respecter le quota d'alternants, ou s'y engager."
            if quota
            else "Aucune aide à l'employeur n'est ouverte à ce contrat.",
            sources=law.sources,
            caveats=(*law.caveats, *_overseas_unread(contract, law.value)),
            first_year_amount=0,
            large_from=LARGE_FROM,
        )
    # « ne pas avoir bénéficié d'une aide […] pour la même certification »
    received = _received(contract) if law.value.once else False
    lost = _lost(contract, law, received)
    if lost is not None:
        return lost
    missing = deciding
    if received is None:
        missing += ("employer.aid_already_received",)
    caveats = tuple(_caveats(contract, readings, law))
    if missing:
        return undetermined(*missing, sources=law.sources, caveats=caveats)
    return compliant(
        "L'aide à l'employeur est de {first_year_amount:€} au plus pour la "
        "première année d'exécution.",
        sources=law.sources,
        caveats=caveats,
        first_year_amount=amounts.pop(),
        later_years=_later_years(contract, law.value),
    )


def _lost(contract: Contract, law: Version[AidScheme], received: bool | None) -> Finding | None:
    """Why an aid that would be open is not due."""
    filed_on = contract.file.filed_on
    filed_by = filed_on and _filed_by(law.value, contract.concluded_on)
    if received:
        return not_applicable(
            "Aucune aide n'est ouverte à ce contrat : le même employeur en a "
            "déjà reçu une pour le même apprenti et la même certification.",
            sources=law.sources,
            caveats=(_AID_WITHOUT_CONTRACT,) if _with_others(contract) else (),
            first_year_amount=0,
        )
    if filed_on is not None and filed_by is not None and filed_on > filed_by:
        return not_applicable(
            "L'aide à l'employeur est perdue : le contrat, transmis le "
            "{filed_on}, devait l'être au plus tard le {latest_on}.",
            sources=law.sources,
            first_year_amount=0,
            filed_on=filed_on,
            latest_on=filed_by,
        )
    if _not_deposited(contract):
        return not_applicable(
            "Aucune aide n'est ouverte à ce contrat : il n'est pas déposé.",
            sources=law.sources,
            caveats=deposit_told_twice(contract),
            first_year_amount=0,
        )
    return None


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    law = _law(contract)
    if judge(contract, readings).get("first_year_amount") == 0 or (contract.employer.public):
        return
    filed_by = _filed_by(law.value, contract.concluded_on)
    if filed_by is not None:
        yield entered(
            on=filed_by,
            label="Dernier jour pour transmettre le contrat sans perdre l'aide à l'employeur",
            sources=law.sources,
            fixed_by=_decree(law),
            consequence=Consequence.AID_LOST,
        )
    before = law.value.starts_before
    # unless the aide unique that follows is the same
    if before is not None and _possible(contract, readings, law.value) != _possible(
        contract, readings, AIDE_UNIQUE
    ):
        yield entered(
            on=eve_of(before),
            label="Dernier jour pour débuter le contrat sans perdre l'aide exceptionnelle",
            sources=law.sources,
            fixed_by=_decree(law),
            consequence=Consequence.AID_LOST,
        )
    if law.value.quota_months is not None:
        yield from _quota(contract, law, law.value.quota_months)


def _decree(law: Version[AidScheme]) -> Source | None:
    """What fixes a delay: the decree, not the law that it applies."""
    return next((s for s in law.sources if s.kind is SourceKind.DECREE), None)


def _quota(
    contract: Contract, law: Version[AidScheme], months: int
) -> Iterator[AgendaEntry | Undated]:
    label = "Dernier jour pour s'engager auprès de l'ASP à respecter le quota d'alternants"
    headcount = contract.employer.headcount
    if headcount is None:
        yield Undated(
            label=f"{label}, à partir de {LARGE_FROM} salariés",
            waits_for=("employer.headcount",),
            sources=law.sources,
        )
    elif headcount >= LARGE_FROM:
        yield entered(
            on=same_day(contract.concluded_on, months),
            label=label,
            sources=law.sources,
            fixed_by=_decree(law),
            consequence=Consequence.AID_LOST,
        )


EMPLOYER_AID = Rule(
    name="employer_aid",
    title="Aide à l'employeur",
    judge=judge,
    articles=("L6243-1", "D6243-1", "D6243-2", "L6227-12"),
    dates=dates,
    outlives_rupture=True,
    finding=EmployerAidFinding,
)
