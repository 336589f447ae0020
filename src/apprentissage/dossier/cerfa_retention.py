"""How long the signed Cerfa is kept, and by whom (notice of the form)."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Self, cast

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_day, member, optional
from apprentissage._plain import PlainValue
from apprentissage.dates.rupture import rupture_on
from apprentissage.dossier.retention_texts import (
    APPRENTICE_SOURCES,
    CLAIMS_YEARS,
    NOTICE_07,
    NOTICE_08,
    NOTICE_09_UNREAD,
    OPEN_ENDED,
    Holder,
    Keeping,
    RetentionEvent,
)
from apprentissage.facts import Contract, ContractMode
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Result,
    Rule,
    Undated,
    all_of,
    reminder,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.judging.finding import typed
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import same_day

_CFA_SOURCE = Source(SourceKind.DOCTRINE, "vade-mecum des CFA (dépôt par le CFA)")


@frozen(kw_only=True, eq=False, repr=False)
class Retention(PlainValue):
    """Until when a holder keeps the signed Cerfa.

    Args:
        holder: Who keeps it.
        notice_07_until_on: Last day by the notice of 2023, counted; None
            where an event ends it or no duration is fixed.
        notice_08_until_on: Last day by the notice of 2025, counted.
        claims_until_on: Last day on which the contract of work may be argued
            over, for the employer alone; None where its end is unknown.
        until_event: Event that ends it, where no day does.
        missing: The argument that would tell `keep_until_on`; () where it is
            told, or where no text fixes a day.
        sources: The notices.
        caveats: What could not be read of them.
    """

    holder: Holder = field(validator=member(Holder))
    notice_07_until_on: date | None = field(default=None, validator=optional(is_day))
    notice_08_until_on: date | None = field(default=None, validator=optional(is_day))
    claims_until_on: date | None = field(default=None, validator=optional(is_day))
    until_event: RetentionEvent | None = None
    missing: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """UNDETERMINED while a fact is missing, else nothing is judged."""
        return Outcome.UNDETERMINED if self.missing else Outcome.NOT_APPLICABLE

    @property
    def prudent_until_on(self) -> date | None:
        """The later of the two days: whoever keeps until then obeys both."""
        return _latest(self.notice_07_until_on, self.notice_08_until_on)

    @property
    def keep_until_on(self) -> date | None:
        """The latest of all the days known: keep it until then.

        For the employer, the later of both notices and of five years after
        the end of the contract; None where that end is unknown.
        """
        if self.holder is Holder.EMPLOYER and self.claims_until_on is None:
            return None
        return _latest(self.prudent_until_on, self.claims_until_on)


def _latest(*days: date | None) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _until(keeping: Keeping, concluded_on: date) -> date:
    if isinstance(keeping, int):
        # OPCO EP's sheet: « 5 ans à compter de leur conclusion »: the day of
        # the same number
        return same_day(concluded_on, 12 * keeping)
    return keeping


_WITHOUT_A_DAY = {
    # OPCO EP's sheet: « jusqu'à la liquidation de leur retraite »
    Holder.APPRENTICE: Retention(
        holder=Holder.APPRENTICE,
        until_event=RetentionEvent.PENSION_SETTLEMENT,
        sources=APPRENTICE_SOURCES,
    ),
    Holder.CFA: Retention(holder=Holder.CFA, sources=(_CFA_SOURCE,)),
}
"""Who keeps it whichever the contract."""


def cerfa_retention(
    *, concluded_on: date, holder: Holder, ends_on: date | None = None
) -> Retention:
    """Until when a holder keeps the signed Cerfa of a contract.

    Args:
        concluded_on: Day on which both parties have signed.
        holder: The employer and the OPCO (the State's service for a public
            employer) keep it for a time, the apprentice until the pension
            is settled; no text fixes a duration for the CFA.
        ends_on: Last day of the contract, or that of its rupture; it counts
            for the employer alone, to whom the form is the contract of work,
            and is named in `missing` where it is unknown.

    Returns:
        The last day by each notice and the prudent one, or the event; for
        the employer `keep_until_on`, the latest of these days, where the end is known.

    Raises:
        WrongType: For a datetime or a text.
        NotCovered: Before 2008-05-01.

    Source: notices 51649#07 (20 April 2023) and #08 (17 January 2025); art.
    2224 of the code civil.

    >>> kept = cerfa_retention(
    ...     concluded_on=date(2023, 6, 15),
    ...     holder=Holder.EMPLOYER,
    ...     ends_on=date(2027, 6, 14),
    ... )
    >>> kept.notice_07_until_on, kept.notice_08_until_on
    (datetime.date(2028, 6, 15), datetime.date(2031, 12, 31))
    >>> kept.prudent_until_on, kept.keep_until_on
    (datetime.date(2031, 12, 31), datetime.date(2032, 6, 14))
    >>> cerfa_retention(
    ...     concluded_on=date(2023, 6, 15), holder=Holder.APPRENTICE
    ... ).until_event
    <RetentionEvent.PENSION_SETTLEMENT: 'pension_settlement'>
    """
    check_arguments(cerfa_retention, locals())
    return _retention(concluded_on, holder, ends_on)


def _retention(
    concluded_on: date, holder: Holder, ends_on: date | None, more: tuple[Caveat, ...] = ()
) -> Retention:
    by_07 = NOTICE_07.concluded(concluded_on)
    by_08 = NOTICE_08.concluded(concluded_on)
    if holder in _WITHOUT_A_DAY:
        return _WITHOUT_A_DAY[holder]
    # the employer, and the OPCO or the service of the deposit
    missing: tuple[str, ...] = ()
    claims_until_on = None
    sources = (*by_07.sources, *by_08.sources)
    if holder is Holder.EMPLOYER:
        if ends_on is None:
            missing = ("ends_on",)
        else:
            claims = CLAIMS_YEARS.event(max(ends_on, concluded_on))
            claims_until_on = same_day(ends_on, 12 * claims.value)
            sources = (*sources, *claims.sources)
    return Retention(
        holder=holder,
        notice_07_until_on=_until(by_07.value, concluded_on),
        notice_08_until_on=_until(by_08.value, concluded_on),
        claims_until_on=claims_until_on,
        missing=missing,
        sources=sources,
        caveats=(*by_08.caveats, NOTICE_09_UNREAD, *more),
    )


def contract_over_on(contract: Contract) -> date:
    """The last day of a contract: that of its rupture, where it is broken.

    A rupture dated on the last day or later, or before the conclusion, does
    not count.

    >>> from apprentissage.facts import Apprentice, Dossier, Rupture
    >>> contract_over_on(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     file=Dossier(rupture=Rupture(ruptured_on=date(2027, 3, 15))),
    ... ))
    datetime.date(2027, 3, 15)
    """
    check_arguments(contract_over_on, locals())
    return over_on(contract)


def over_on(contract: Contract) -> date:
    """The same as `contract_over_on`, unchecked."""
    return rupture_on(contract) or contract.ends_on


def retention_of(contract: Contract, holder: Holder) -> Retention:
    """Until when a holder keeps the Cerfa of a contract.

    The review, the agenda and the archive plan all ask here, so that they
    agree.

    Args:
        contract: `concluded_on`, its last day and its mode are read.
        holder: Who keeps it.

    Raises:
        NotCovered: For a contract concluded before 2008-05-01.

    >>> from apprentissage.facts import Apprentice
    >>> retention_of(
    ...     Contract(
    ...         concluded_on=date(2026, 6, 22),
    ...         starts_on=date(2026, 9, 1),
    ...         ends_on=date(2029, 8, 31),
    ...         apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     ),
    ...     Holder.EMPLOYER,
    ... ).keep_until_on
    datetime.date(2034, 8, 31)
    """
    check_arguments(retention_of, locals())
    return _of(contract, holder)


def _of(contract: Contract, holder: Holder) -> Retention:
    kept_open = holder is Holder.EMPLOYER and contract.mode is ContractMode.OPEN_ENDED
    return _retention(
        contract.concluded_on, holder, over_on(contract), (OPEN_ENDED,) if kept_open else ()
    )


def _found(kept: Retention) -> Finding:
    keep_until_on = kept.keep_until_on
    if kept.until_event is not None:
        template = "À conserver jusqu'à l'événement suivant : {until_event}."
    elif keep_until_on is None:
        template = "Aucune durée n'est fixée ; la conservation est recommandée."
    elif kept.claims_until_on is not None:
        template = (
            "À conserver jusqu'au {keep_until_on}, le plus tardif de ces jours : "
            "{notice_07_until_on} selon la notice #07, {notice_08_until_on} selon la notice #08, "
            "{claims_until_on} pour le contrat de travail (cinq ans après sa fin)."
        )
    elif kept.notice_07_until_on == kept.notice_08_until_on:
        template = "À conserver jusqu'au {prudent_until_on}, selon les notices #07 et #08."
    else:
        template = (
            "À conserver jusqu'au {notice_07_until_on} selon la notice #07, "
            "jusqu'au {notice_08_until_on} selon la notice #08 ; la date "
            "prudente est le {prudent_until_on}."
        )
    return reminder(
        template,
        sources=kept.sources,
        caveats=kept.caveats,
        subject=kept.holder.label,
        keep_until_on=keep_until_on,
        notice_07_until_on=kept.notice_07_until_on,
        notice_08_until_on=kept.notice_08_until_on,
        prudent_until_on=kept.prudent_until_on,
        claims_until_on=kept.claims_until_on,
        until_event=kept.until_event,
    )


class CerfaRetentionFinding(Finding):
    """What `CERFA_RETENTION` finds."""

    parts: tuple[Self, ...]
    keep_until_on = Result[date]("last day to keep it")
    notice_07_until_on = Result[date]("last day to keep it by notice #07")
    notice_08_until_on = Result[date]("last day to keep it by notice #08")
    prudent_until_on = Result[date]("the later of these two")
    claims_until_on = Result[date]("last day of the claims on the contract of work")
    until_event = Result[RetentionEvent]("event until which it is kept, where no day is set")
    depositary = Result[str]("who deposits the contract, in French")


@lru_cache(maxsize=1024)  # that of each contract concluded on the day
def _by_the_opco(concluded_on: date) -> Finding:
    (found,) = typed((_found(_retention(concluded_on, Holder.OPCO, None)),), CerfaRetentionFinding)
    return cast("Finding", found)


_KEPT_ANYWAY: tuple[Finding, ...] = typed(
    tuple(map(_found, _WITHOUT_A_DAY.values())), CerfaRetentionFinding
)


def judge(contract: Contract, _: Readings) -> Finding:
    """The signed Cerfa is kept by the employer, the OPCO, the apprentice.

    By the notice of the form: until 31 December 2032 or for five years
    (notice #07), until 31 December 2031 or for five years (notice #08),
    according to the day of conclusion; until the pension by the apprentice.
    The employer keeps it five years after the end of the contract too, which
    it is (code civil, art. 2224).

    Args:
        contract: `concluded_on`, the last day, the mode, who the employer is.

    Returns:
        A reminder: nothing can be judged before the day. Values
        `keep_until_on` of the employer, beside the days it is the latest of;
        a part for each holder.
    """
    whole = all_of(
        (
            _found(_of(contract, Holder.EMPLOYER)),
            _by_the_opco(contract.concluded_on),
            *_KEPT_ANYWAY,
        )
    )
    return whole.but(
        "Le Cerfa signé est à conserver jusqu'au {keep_until_on} par "
        "l'employeur, jusqu'au {prudent_until_on} par {depositary}, et "
        "jusqu'à la liquidation de sa retraite par l'apprenti.",
        depositary="le service chargé du dépôt"
        if contract.employer.public
        else "l'opérateur de compétences",
    )


def dates(contract: Contract, _: Readings) -> Iterable[AgendaEntry | Undated]:
    kept = _of(contract, Holder.EMPLOYER)
    yield entered(
        on=kept.keep_until_on or over_on(contract),
        label="Fin de conservation du Cerfa par l'employeur",
        sources=kept.sources,
        consequence=Consequence.PROOF_LOST,
    )
    yield Undated(
        label="Conservation du Cerfa par l'apprenti, jusqu'à la liquidation de sa retraite",
        waits_for=(),
        sources=APPRENTICE_SOURCES,
    )


CERFA_RETENTION = Rule(
    name="cerfa_retention",
    title="Conservation du Cerfa",
    judge=judge,
    dates=dates,
    outlives_rupture=True,
    finding=CerfaRetentionFinding,
)
