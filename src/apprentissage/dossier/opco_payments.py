"""How the OPCO pays the CFA for a contract (R6332-25, D6332-82-1)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_order, exact
from apprentissage._labelled import Labelled
from apprentissage._money import decimal_cents, rounded_half_up
from apprentissage._plain import PlainValue
from apprentissage._text import euros
from apprentissage.dates.rupture import rupture_on
from apprentissage.dossier.cerfa_retention import over_on
from apprentissage.dossier.fate import refused_funding
from apprentissage.dossier.funding_texts import (
    PAYMENTS,
    REMOTE_TEACHING,
    YEAR_OF_365_DAYS,
    PaymentTerms,
)
from apprentissage.dossier.participation import PARTICIPATION
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import Contract
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
from apprentissage.months import eve_of, last_day_of, morrow_of, same_day

_DAYS_OF_A_YEAR = 365
_CERTIFICATION_LISTED = Caveat(
    "CERTIFICATION_LISTED",
    "La minoration n'est pas appliquée aux certifications dont un arrêté fixe la liste, toutes "
    "enseignées à distance (art. D. 6332-82-1 II) : cette liste n'a pas été lue.",
)


_AFTER_RUPTURE = Caveat(
    "PAYMENTS_AFTER_RUPTURE",
    "Le contrat est rompu : l'art. R. 6332-25 III compte les quatre mois du « terme du contrat » "
    "sans parler de rupture, et ils sont comptés du jour de la rupture. Les versements que "
    "l'opérateur de compétences maintient ensuite, six mois au plus et jusqu'à un nouveau contrat "
    "(VI du même article), ne sont pas comptés.",
)


class PaymentKind(Labelled):
    """What the OPCO pays at a stage."""

    ADVANCE = "advance", "avance"
    INSTALMENT = "instalment", "acompte"
    BALANCE = "balance", "solde"


@frozen(kw_only=True, eq=False, repr=False)
class Payment(PlainValue):
    """A payment of the OPCO to the CFA.

    Args:
        year: Year of execution, from 1.
        kind: Advance, instalment or balance.
        amount: Euros.
        from_on: First day of the month in which it is due; None for what
            follows an invoice.
        due_on: Last day of that month; of the last balance, last day to send
            its papers; None for what follows an invoice.
    """

    year: int
    kind: PaymentKind
    amount: Decimal
    from_on: date | None = None
    due_on: date | None = None


def reduced_funding(
    annual_funding: Decimal | int,
    *,
    concluded_on: date,
    hours: Decimal | int,
    remote_hours: Decimal | int,
    certification_listed: bool = False,
) -> Decimal:
    """The level of funding of a training, lowered where it is taught at a distance.

    Args:
        annual_funding: Level of funding of a year, in euros.
        concluded_on: Day of conclusion, which chooses the law.
        hours: Hours of teaching.
        remote_hours: Those of them at a distance.
        certification_listed: The certification is one to which the ministry
            does not apply the cut.

    Returns:
        Euros: 20 % less from 80 % of the hours on, 4,000 at least; never
        more than the level itself.

    Raises:
        NotCovered: For contracts concluded before 2019-01-01.
        InvalidValue: For more hours at a distance than hours.

    Source: art. D. 6332-82-1, contracts concluded from 2025-07-01.

    >>> reduced_funding(
    ...     Decimal(8000), concluded_on=date(2025, 9, 1), hours=1000,
    ...     remote_hours=800,
    ... )
    Decimal('6400.00')
    """
    check_arguments(reduced_funding, locals())
    if remote_hours > hours:
        raise InvalidValue("remote_hours", remote_hours, f"write hours from 0 to {hours}")
    terms = REMOTE_TEACHING.concluded(concluded_on).value
    if terms is None or certification_listed or not hours:
        return exact(annual_funding)
    # « pour au moins à 80 % de leur durée totale »: 80 % included
    whole, remote = Fraction(hours), Fraction(remote_hours)
    if 100 * remote < terms.least_percent * whole:
        return exact(annual_funding)
    amount, unit = annual_funding.as_integer_ratio()
    cut = rounded_half_up(amount * (100 - terms.cut_percent), unit)
    # « ne peut être inférieur à 4 000 euros »
    return min(exact(annual_funding), max(decimal_cents(cut), terms.floor))


def balance_due_on(ends_on: date, *, concluded_on: date, public: bool) -> date | None:
    """The last day to claim the balance from the OPCO, with its documents.

    Args:
        ends_on: Last day of the contract.
        concluded_on: Day of conclusion, which chooses the law.
        public: The employer is a public body, whose contract is not funded by
            an OPCO.

    Returns:
        The day, four months after the term; None where the rule does not
        apply.

    Raises:
        NotCovered: For contracts concluded before 2008-05-01.

    Source: art. R. 6332-25 III 4°, contracts concluded from 2025-07-01.

    >>> balance_due_on(
    ...     date(2027, 8, 31), concluded_on=date(2025, 9, 1), public=False
    ... )
    datetime.date(2027, 12, 31)
    """
    check_arguments(balance_due_on, locals())
    terms = PAYMENTS.concluded(concluded_on).value
    if terms is None or public:
        return None
    # « dans les quatre mois suivant le terme du contrat »
    return same_day(ends_on, terms.balance_months)


def opco_payments(
    *,
    concluded_on: date,
    starts_on: date,
    ends_on: date,
    annual_funding: Decimal | int,
    contract_ends_on: date | None = None,
    participation: Decimal | int | None = None,
) -> tuple[Payment, ...]:
    """The payments of the OPCO to the CFA, year of execution by year.

    Args:
        concluded_on: Day of conclusion, which chooses the law.
        starts_on: First day of execution.
        ends_on: Last day executed.
        annual_funding: Level of funding of a year in euros, already lowered
            where the teaching is at a distance.
        contract_ends_on: Last day agreed, where the contract is broken
            before it; it tells whether it is one of less than a year.
        participation: That of the employer, taken off the first advance.

    Returns:
        Advances, instalments and balances in the order of the text; each
        year adds up to its amount: the whole level for a full year, else its
        part by the day, on 365 days, rounded half up to the cent. What an
        instalment would leave over is the balance.

    Raises:
        NotCovered: For contracts concluded before 2025-07-01, which are paid
            by the month begun.
        InvalidValue: For an end before the start.

    Source: art. R. 6332-25 III and IV; the 10 % that IV 2° allows to add for
    a shortened contract are left aside.

    >>> [str(each.amount) for each in opco_payments(
    ...     concluded_on=date(2025, 9, 1), starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31), annual_funding=Decimal(8000),
    ... )]
    ['3200.00', '2400.00', '1600.00', '800.00']
    """
    check_arguments(opco_payments, locals())
    check_order("starts_on", starts_on, "ends_on", ends_on)
    terms = _terms(concluded_on)
    agreed = contract_ends_on or ends_on
    years = tuple(_years(starts_on, ends_on))
    return tuple(
        payment
        for rank, (first, last) in enumerate(years)
        for payment in _of_a_year(
            terms,
            year=rank + 1,
            span=(first, last),
            amount=_amount(annual_funding, first, last),
            # « lorsque la durée du contrat est inférieure à un an »
            short=agreed < last_day_of(starts_on, 12),
            less=participation if rank == 0 else None,
            papers_by=same_day(ends_on, terms.balance_months) if rank == len(years) - 1 else None,
        )
    )


def _terms(concluded_on: date) -> PaymentTerms:
    terms = PAYMENTS.concluded(concluded_on).value
    if terms is None:
        raise NotCovered(PAYMENTS.what, concluded_on, None)
    return terms


def _years(first: date, last: date) -> Iterator[tuple[date, date]]:
    opens, number = first, 0
    while opens <= last:
        number += 1
        closes = last_day_of(first, 12 * number)
        yield opens, min(closes, last)
        opens = morrow_of(closes)


def _amount(annual_funding: Decimal | int, first: date, last: date) -> int:
    """The cents of a year of execution, or of the part of it executed."""
    amount, unit = annual_funding.as_integer_ratio()
    if last >= last_day_of(first, 12):
        return rounded_half_up(100 * amount, unit)
    days = min((last - first).days + 1, _DAYS_OF_A_YEAR)
    return rounded_half_up(100 * amount * days, unit * _DAYS_OF_A_YEAR)


def _of_a_year(
    terms: PaymentTerms,
    *,
    year: int,
    span: tuple[date, date],
    amount: int,
    short: bool,
    less: Decimal | int | None,
    papers_by: date | None,
) -> Iterator[Payment]:
    first, last = span
    taken = 0 if less is None else _cents(less)
    percent = terms.short_advance if short else terms.advance
    advance = max(rounded_half_up(amount * percent, 100) - taken, 0)
    left = max(amount - taken, 0) - advance
    yield Payment(year=year, kind=PaymentKind.ADVANCE, amount=decimal_cents(advance))
    for month, percent in () if short else terms.instalments:
        opens = same_day(first, month - 1)
        if opens > last:
            break
        part = min(rounded_half_up(amount * percent, 100), left)
        left -= part
        yield Payment(
            year=year,
            kind=PaymentKind.INSTALMENT,
            amount=decimal_cents(part),
            from_on=opens,
            due_on=eve_of(same_day(first, month)),
        )
    yield Payment(
        year=year, kind=PaymentKind.BALANCE, amount=decimal_cents(left), due_on=papers_by
    )


def _cents(amount: Decimal | int) -> int:
    whole, unit = amount.as_integer_ratio()
    return rounded_half_up(100 * whole, unit)


def _never_executed(contract: Contract) -> bool:
    """Whether the contract is broken before its first day."""
    return over_on(contract) < contract.starts_on


def _funding(contract: Contract) -> Decimal | None:
    """The level of funding, lowered where it is; None where it is unknown."""
    level, training = contract.annual_funding, contract.training
    hours, remote = training.hours, training.remote_hours
    if level is None or hours is None or remote is None or remote > hours:
        return None
    return reduced_funding(
        level, concluded_on=contract.concluded_on, hours=hours, remote_hours=remote
    )


def _payments(contract: Contract, readings: Readings) -> tuple[Payment, ...] | None:
    funding = _funding(contract)
    part = PARTICIPATION.judged(contract, readings).get("amount")
    if funding is None or not isinstance(part, Decimal):
        return None
    return opco_payments(
        concluded_on=contract.concluded_on,
        starts_on=contract.starts_on,
        ends_on=over_on(contract),
        annual_funding=funding,
        contract_ends_on=contract.ends_on,
        participation=part,
    )


class OpcoPaymentsFinding(Finding):
    """What `OPCO_PAYMENTS` finds."""

    latest_on = Result[date]("last day to ask for the balance")
    total = Result[Decimal]("what the OPCO pays, in euros")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The OPCO pays by the day executed, and the balance on its papers.

    R6332-25 III: « retenu au prorata temporis du nombre de jours effectués
    dans le cadre du contrat d'apprentissage »; 4°: « dans les quatre mois
    suivant le terme du contrat. A défaut de transmission de ces éléments dans
    ce délai, le solde n'est pas dû. » Contracts concluded from 2025-07-01.

    Args:
        contract: The facts.
        readings: Not read.

    Returns:
        Values `latest_on`, and `total` where the level of funding, the
        hours and the participation are known.
    """
    law = PAYMENTS.concluded(contract.concluded_on)
    public = contract.employer.public
    if law.value is None:
        return not_applicable(
            "Le contrat est conclu avant le paiement par jour : chaque mois débuté est dû.",
            sources=law.sources,
        )
    if public:
        # « prennent en charge les coûts de la formation de leurs apprentis »
        return not_applicable(
            "L'opérateur de compétences ne finance pas le contrat d'un employeur public, qui "
            "prend en charge la formation par convention avec le CFA.",
            sources=(article("L6227-6", contract.concluded_on),),
        )
    if refused_funding(contract):
        return not_applicable(
            "L'opérateur de compétences ne verse rien : il a refusé la prise "
            "en charge du contrat.",
            sources=law.sources,
        )
    if _never_executed(contract):
        # « au prorata temporis du nombre de jours effectués »
        return not_applicable(
            "L'opérateur de compétences ne verse rien : le contrat est rompu "
            "avant son premier jour d'exécution.",
            sources=law.sources,
        )
    if public is None:
        return undetermined("employer.type", sources=law.sources)
    until = over_on(contract)
    due_on = same_day(until, law.value.balance_months)
    payments = _payments(contract, readings)
    # « l'opérateur de compétences maintient les versements » (VI)
    broken = (_AFTER_RUPTURE,) if rupture_on(contract) else ()
    if payments is None:
        return reminder(
            "Les pièces du solde de la prise en charge sont à adresser à "
            "l'opérateur de compétences au plus tard le {latest_on}.",
            sources=law.sources,
            caveats=broken,
            latest_on=due_on,
        )
    cut = _funding(contract) != contract.annual_funding
    cents = sum(_cents(payment.amount) for payment in payments)
    return reminder(
        "L'opérateur de compétences verse au CFA {total:€} pour ce contrat, au prorata des jours "
        "effectués ; le solde attend les pièces à adresser au plus tard le {latest_on}.",
        sources=(*law.sources, *REMOTE_TEACHING.concluded(contract.concluded_on).sources),
        caveats=(YEAR_OF_365_DAYS, *((_CERTIFICATION_LISTED,) if cut else ()), *broken),
        total=decimal_cents(cents),
        latest_on=due_on,
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    law = PAYMENTS.concluded(contract.concluded_on)
    public = contract.employer.public
    if law.value is None or public or refused_funding(contract) or _never_executed(contract):
        return
    label = (
        "Dernier jour pour adresser à l'opérateur de compétences les pièces "
        "du solde de la prise en charge"
    )
    if public is None:
        yield Undated(label=label, waits_for=("employer.type",), sources=law.sources)
        return
    for payment in _payments(contract, readings) or ():
        if payment.from_on is not None:
            yield entered(
                on=payment.from_on,
                label=f"Acompte de l'opérateur de compétences au CFA : {euros(payment.amount)}",
                sources=law.sources,
                consequence=Consequence.NONE_KNOWN,
            )
    yield entered(
        # « dans les quatre mois suivant le terme »: the last day included
        on=same_day(over_on(contract), law.value.balance_months),
        label=label,
        sources=law.sources,
        consequence=Consequence.BALANCE_LOST,
    )


OPCO_PAYMENTS = Rule(
    name="opco_payments",
    title="Versements de l'opérateur de compétences au CFA",
    judge=judge,
    articles=("R6332-25", "D6332-82-1", "L6332-14"),
    dates=dates,
    outlives_rupture=True,
    finding=OpcoPaymentsFinding,
)
