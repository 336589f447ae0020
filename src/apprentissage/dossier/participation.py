"""The employer's participation to the funding of a contract (R6332-25-1)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_int
from apprentissage._money import decimal_cents, rounded_half_up
from apprentissage.dates.rupture import free_until, rupture_on
from apprentissage.dates.rupture_texts import FREE_PERIOD
from apprentissage.dossier.fate import refused_funding
from apprentissage.dossier.funding_texts import (
    EMPLOYER_SHARE,
    YEAR_OF_365_DAYS,
    ParticipationTerms,
)
from apprentissage.errors import WrongType
from apprentissage.facts import Contract, ContractType
from apprentissage.facts.authorities import Source
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Result,
    Rule,
    Undated,
    not_applicable,
    reminder,
    undetermined,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article

_DAYS_OF_A_YEAR = 365
_RESUMED_AND_BROKEN = Caveat(
    "RESUMED_AND_BROKEN",
    "Le contrat fait suite à une rupture et est lui-même rompu pendant les "
    "quarante-cinq premiers jours : l'art. R. 6332-25-1 ne dit pas lequel de "
    "ses deux montants est dû ; le forfait est compté.",
)


def employer_participation(
    *,
    concluded_on: date,
    public: bool,
    level: int,
    resumed_after_rupture: bool = False,
    ruptured_in_free_period: bool = False,
    annual_funding: Decimal | int | None = None,
    days_executed: int | None = None,
) -> Decimal:
    """What an employer contributes to the cost of the training.

    Args:
        concluded_on: Day of conclusion, which chooses the law.
        public: The employer is a public body, which owes none.
        level: Of the diploma aimed at, 3 to 8.
        resumed_after_rupture: A new contract with another employer after a
            rupture (L6222-18-2).
        ruptured_in_free_period: The contract is broken within the first 45
            days of practical training.
        annual_funding: Level of funding of a year (NPEC) in euros, needed
            for such a rupture.
        days_executed: Days of the contract executed, needed for such a
            rupture.

    Returns:
        Euros with two decimals, 0.00 for none. The part of a year is counted
        on 365 days and rounded half up to the cent, the one thing that the
        text leaves open.

    Raises:
        NotCovered: For contracts concluded before 2008-05-01.
        WrongType: For a rupture without funding or days.
        InvalidValue: For a level out of 3-8.

    Source: art. R. 6332-25-1, contracts concluded from 2025-07-01.

    >>> employer_participation(
    ...     concluded_on=date(2025, 10, 6), public=False, level=7,
    ...     ruptured_in_free_period=True,
    ...     annual_funding=Decimal(9125), days_executed=20,
    ... )
    Decimal('250.00')
    """
    check_arguments(employer_participation, locals(), level=is_int(LOWEST_LEVEL, HIGHEST_LEVEL))
    terms = EMPLOYER_SHARE.concluded(concluded_on).value
    if public or terms is None or level < terms.least_level:
        return decimal_cents(0)
    if resumed_after_rupture:
        # « le montant de la participation est fixé à la somme forfaitaire de
        # 200 euros »
        return decimal_cents(100 * terms.resumed)
    if not ruptured_in_free_period:
        # « la somme forfaitaire de 750 euros pour chaque contrat »
        return decimal_cents(100 * terms.amount)
    if annual_funding is None:
        raise WrongType("annual_funding", None, "write euros, a Decimal")
    if days_executed is None:
        raise WrongType("days_executed", None, "write a whole number of days")
    return _of_the_days(terms, annual_funding, days_executed)


def _of_the_days(terms: ParticipationTerms, annual_funding: Decimal | int, days: int) -> Decimal:
    # « dans la limite de 750 euros, à 50 % du montant de prise en charge […],
    # retenu au prorata temporis du nombre de jours effectués dans le cadre du
    # contrat d'apprentissage »
    euros, unit = annual_funding.as_integer_ratio()
    cents = rounded_half_up(euros * days * terms.broken_percent, unit * _DAYS_OF_A_YEAR)
    return decimal_cents(min(cents, 100 * terms.amount))


def _free(contract: Contract) -> bool | None:
    """Whether the contract is broken in the free period; False without."""
    rupture = contract.file.rupture
    if rupture is None:
        return False
    if rupture.ruptured_on is None:
        return None
    on = rupture_on(contract)
    if on is None:  # dated of the last day or later, it breaks nothing
        return False
    limit = _free_until(contract)
    if limit is not None:
        return on <= limit
    # days in the firm that are not told are unknown; fewer days of the
    # calendar than the period has hold fewer of them
    period = FREE_PERIOD.concluded(contract.concluded_on).value.practical_days
    elapsed = (on - contract.starts_on).days
    return True if period is not None and elapsed < period else None


def _free_until(contract: Contract) -> date | None:
    return free_until(
        contract.file.practical_days or (),
        starts_on=contract.starts_on,
        concluded_on=contract.concluded_on,
    )


def _resumed(contract: Contract) -> bool | None:
    """Whether it follows a rupture; a first contract does not."""
    first = contract.kind is ContractType.FIRST or contract.previous == ()
    if contract.resumes_after_rupture is None and first:
        return False
    return contract.resumes_after_rupture


def _owes_nothing(contract: Contract) -> bool:
    """Whether what is known leaves no funding to take part in."""
    terms = EMPLOYER_SHARE.concluded(contract.concluded_on).value
    if terms is None or contract.employer.public:
        return True
    level = contract.training.level
    # L6332-14: « L'employeur participe à la prise en charge »
    return (level is not None and level < terms.least_level) or (refused_funding(contract))


class ParticipationFinding(Finding):
    """What `PARTICIPATION` finds."""

    amount = Result[Decimal]("what the employer pays, in euros")


def judge(contract: Contract, _: Readings) -> Finding:
    """A private employer takes part in the funding from level 6 on.

    R6332-25-1: « fixée à la somme forfaitaire de 750 euros pour chaque contrat
    d'apprentissage visant l'obtention d'un diplôme ou d'un titre à finalité
    professionnelle équivalant au moins au niveau 6 du cadre national des
    certifications professionnelles ». Contracts concluded from 2025-07-01.

    Args:
        contract: The facts. A rupture is an event: undeclared, there is none.

    Returns:
        Value `amount`.
    """
    law = EMPLOYER_SHARE.concluded(contract.concluded_on)
    public, level = contract.employer.public, contract.training.level
    sources = (*law.sources, *_invoice(contract))
    if _owes_nothing(contract):
        return not_applicable(
            "L'employeur ne doit aucune participation à la prise en charge.",
            sources=sources,
            amount=decimal_cents(0),
        )
    resumed, free = _resumed(contract), _free(contract)
    missing = [
        path
        for path, value in (
            ("employer.type", public),
            ("training.level", level),
            ("resumes_after_rupture", resumed),
        )
        if value is None
    ]
    caveats: tuple[Caveat, ...] = ()
    if resumed is not True:
        missing += _of_a_rupture(contract, free)
    if missing or level is None:
        return undetermined(*missing, sources=sources)
    if free and not resumed:
        caveats = (YEAR_OF_365_DAYS,)
    elif free:
        caveats = (_RESUMED_AND_BROKEN,)
    return reminder(
        "Le contrat est rompu pendant les quarante-cinq premiers jours : la "
        "participation de l'employeur est de {amount:€}."
        if free
        else (
            "L'employeur participe à la prise en charge du contrat pour {amount:€}, que le CFA "
            "lui facture après les quarante-cinq premiers jours de formation en entreprise."
        ),
        sources=sources,
        caveats=caveats,
        amount=employer_participation(
            concluded_on=contract.concluded_on,
            public=False,
            level=level,
            resumed_after_rupture=bool(resumed),
            ruptured_in_free_period=bool(free),
            annual_funding=contract.annual_funding,
            days_executed=_days_executed(contract),
        ),
    )


def _of_a_rupture(contract: Contract, free: bool | None) -> Iterator[str]:
    rupture = contract.file.rupture
    if rupture is not None and rupture.ruptured_on is None:
        yield "file.rupture.ruptured_on"
    elif free is None:
        yield "file.practical_days"
    if free is not False and contract.annual_funding is None:
        yield "annual_funding"


def _days_executed(contract: Contract) -> int | None:
    on = rupture_on(contract)
    if on is None:
        return None
    return max((on - contract.starts_on).days + 1, 0)


def _invoice(contract: Contract) -> tuple[Source, ...]:
    if EMPLOYER_SHARE.concluded(contract.concluded_on).value is None:
        return ()
    return (article("R6332-25-2", contract.concluded_on),)


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    public, level = contract.employer.public, contract.training.level
    if _owes_nothing(contract):
        return
    # « transmise à l'employeur à l'issue de la période mentionnée au premier
    # alinéa de l'article L. 6222-18 »
    label = "Facture du CFA à l'employeur pour sa participation"
    sources = _invoice(contract)
    ended_on = _ends_free_period(contract)
    unknown = [
        path
        for path, value in (
            ("employer.type", public),
            ("training.level", level),
            ("file.practical_days", ended_on),
        )
        if value is None
    ]
    if unknown or ended_on is None:
        yield Undated(label=label, waits_for=tuple(unknown), sources=sources)
    else:
        yield entered(
            on=ended_on,
            label=f"{label} : à partir de ce jour",
            sources=sources,
            consequence=Consequence.NONE_KNOWN,
        )


def _ends_free_period(contract: Contract) -> date | None:
    """The last day of the period, cut short by a rupture."""
    on, limit = rupture_on(contract), _free_until(contract)
    if on is not None and (limit is None or on <= limit):
        return on if _free(contract) else None
    return limit


PARTICIPATION = Rule(
    name="participation",
    title="Participation de l'employeur à la prise en charge",
    judge=judge,
    articles=("R6332-25-1", "R6332-25-2", "L6332-14"),
    dates=dates,
    finding=ParticipationFinding,
)
