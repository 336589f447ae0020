"""How long the signed Cerfa is kept, and by whom (notice of the form)."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve, field, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.guards import is_day, member, optional
from apprentissage.law.readings import Readings
from apprentissage.law.retention import (
    APPRENTICE_SOURCES,
    NOTICE_07,
    NOTICE_08,
    NOTICE_09_UNREAD,
    Holder,
    Keeping,
    RetentionEvent,
)
from apprentissage.law.sources import Caveat, Source, SourceKind
from apprentissage.months import same_day
from apprentissage.rules.calendar_entries import (
    AgendaEntry,
    Consequence,
    Undated,
)
from apprentissage.rules.finding import Finding, all_of, compliant
from apprentissage.rules.rule import Rule

__all__ = [
    "CERFA_RETENTION",
    "Retention",
    "cerfa_retention",
]
__dir__ = __all__.copy

KEPT = (
    "Le Cerfa signé est à conserver jusqu'au {prudent_until_on} par "
    "l'employeur et par {depositary}, et jusqu'à la liquidation de sa "
    "retraite par l'apprenti."
)
ONE_DATE = (
    "À conserver jusqu'au {prudent_until_on}, selon les notices #07 et #08."
)
TWO_DATES = (
    "À conserver jusqu'au {notice_07_until_on} selon la notice #07, jusqu'au "
    "{notice_08_until_on} selon la notice #08 ; la date prudente est le "
    "{prudent_until_on}."
)
UNTIL_EVENT = "À conserver jusqu'à l'événement suivant : {until_event}."
NO_DURATION = "Aucune durée n'est fixée ; la conservation est recommandée."

_KEPT_BY_EMPLOYER = "Fin de conservation du Cerfa (employeur et OPCO)"
_KEPT_BY_APPRENTICE = (
    "Conservation du Cerfa par l'apprenti, jusqu'à la liquidation de sa "
    "retraite"
)

_CFA_SOURCE = Source(
    SourceKind.DOCTRINE, "vade-mecum des CFA (dépôt par le CFA)"
)


@frozen(kw_only=True)
class Retention:
    """Until when a holder keeps the signed Cerfa.

    Args:
        holder: Who keeps it.
        notice_07_until_on: Last day by the notice of 2023, counted; None
            where an event ends it or no duration is fixed.
        notice_08_until_on: Last day by the notice of 2025, counted.
        until_event: Event that ends it, where no day does.
        sources: The notices.
        caveats: What could not be read of them.
    """

    holder: Holder = field(validator=member(Holder))
    notice_07_until_on: date | None = field(
        default=None, validator=optional(is_day)
    )
    notice_08_until_on: date | None = field(
        default=None, validator=optional(is_day)
    )
    until_event: RetentionEvent | None = None
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()

    @property
    def prudent_until_on(self) -> date | None:
        """The later of the two days: whoever keeps until then obeys both."""
        days = (self.notice_07_until_on, self.notice_08_until_on)
        return max((day for day in days if day is not None), default=None)


def _until(keeping: Keeping, concluded_on: date) -> date:
    if isinstance(keeping, int):
        # « 5 ans à compter de leur conclusion »: the day of the same number
        return same_day(concluded_on, 12 * keeping)
    return keeping


def _by_both(concluded_on: date) -> tuple[date, date]:
    return (
        _until(NOTICE_07.concluded(concluded_on).value, concluded_on),
        _until(NOTICE_08.concluded(concluded_on).value, concluded_on),
    )


def cerfa_retention(concluded_on: date, holder: Holder) -> Retention:
    """Until when the signed Cerfa of a contract is kept.

    Args:
        concluded_on: Day on which both parties have signed.
        holder: The employer and the OPCO (the State's service for a public
            employer) keep it for a time, the apprentice until the pension
            is settled; no text fixes a duration for the CFA.

    Returns:
        The last day by each notice and the prudent one, or the event.

    Raises:
        WrongType: For a datetime or a text.
        NotCovered: Before 2008-05-01.

    Source: notices 51649#07 (20 April 2023) and #08 (17 January 2025).

    >>> kept = cerfa_retention(date(2023, 6, 15), Holder.EMPLOYER)
    >>> kept.notice_07_until_on, kept.notice_08_until_on
    (datetime.date(2028, 6, 15), datetime.date(2031, 12, 31))
    >>> kept.prudent_until_on
    datetime.date(2031, 12, 31)
    >>> cerfa_retention(date(2023, 6, 15), Holder.APPRENTICE).until_event
    <RetentionEvent.PENSION_SETTLEMENT: 'pension_settlement'>
    """
    check_arguments(cerfa_retention, locals())
    by_07 = NOTICE_07.concluded(concluded_on)
    by_08 = NOTICE_08.concluded(concluded_on)
    first, second = _by_both(concluded_on)
    match holder:
        case Holder.APPRENTICE:
            # « jusqu'à la liquidation de leur retraite »
            return Retention(
                holder=holder,
                until_event=RetentionEvent.PENSION_SETTLEMENT,
                sources=APPRENTICE_SOURCES,
            )
        case Holder.CFA:
            return Retention(holder=holder, sources=(_CFA_SOURCE,))
        case _:  # the employer, and the OPCO or the service of the deposit
            return Retention(
                holder=holder,
                notice_07_until_on=first,
                notice_08_until_on=second,
                sources=(*by_07.sources, *by_08.sources),
                caveats=(*by_08.caveats, NOTICE_09_UNREAD),
            )


def _found(kept: Retention) -> Finding:
    if kept.until_event is not None:
        template = UNTIL_EVENT
    elif kept.prudent_until_on is None:
        template = NO_DURATION
    elif kept.notice_07_until_on == kept.notice_08_until_on:
        template = ONE_DATE
    else:
        template = TWO_DATES
    return compliant(
        template,
        sources=kept.sources,
        caveats=kept.caveats,
        subject=kept.holder.label,
        notice_07_until_on=kept.notice_07_until_on,
        notice_08_until_on=kept.notice_08_until_on,
        prudent_until_on=kept.prudent_until_on,
        until_event=kept.until_event,
    )


def _judge(contract: Contract, _: Readings) -> Finding:
    """The signed Cerfa is kept by the employer, the OPCO, the apprentice.

    By the notice of the form: until 31 December 2032 or for five years
    (notice #07), until 31 December 2031 or for five years (notice #08),
    according to the day of conclusion; until the pension by the apprentice.

    Args:
        contract: `concluded_on` is read, and who the employer is.

    Returns:
        COMPLIANT: there is nothing to judge before the day. Values
        `notice_07_until_on`, `notice_08_until_on`, `prudent_until_on` of
        the employer; a part for each holder.
    """
    whole = all_of(
        _found(cerfa_retention(contract.concluded_on, holder))
        for holder in Holder
    )
    return evolve(whole, template=KEPT).with_values(
        depositary="le service chargé du dépôt"
        if contract.employer.public
        else "l'opérateur de compétences"
    )


def _dates(contract: Contract, _: Readings) -> Iterable[AgendaEntry | Undated]:
    kept = cerfa_retention(contract.concluded_on, Holder.EMPLOYER)
    yield AgendaEntry(
        on=max(_by_both(contract.concluded_on)),
        label=_KEPT_BY_EMPLOYER,
        sources=kept.sources,
        consequence=Consequence.PROOF_LOST,
    )
    yield Undated(
        label=_KEPT_BY_APPRENTICE,
        waits_for=(),
        sources=APPRENTICE_SOURCES,
    )


CERFA_RETENTION = Rule(
    name="cerfa_retention",
    title="Conservation du Cerfa",
    judge=_judge,
    sentences=(KEPT, ONE_DATE, TWO_DATES, UNTIL_EVENT, NO_DURATION),
    dates=_dates,
    outlives_rupture=True,
)
