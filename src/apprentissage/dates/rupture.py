"""The rupture of the contract: freely or for a ground of L6222-18."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Self

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items, plain_day
from apprentissage._text import short_date
from apprentissage.dates._grounds import by_cause
from apprentissage.dates.resignation import resignation_dates, resigned_late_enough
from apprentissage.dates.rupture_texts import (
    FREE_PERIOD,
    GROUNDS,
    PUBLIC_RUPTURE_NOTICE,
    RUPTURE_NOTICE,
    RUPTURE_RECORD,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, Rupture, RuptureCause
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    Undated,
    any_of,
    hopeless,
    non_compliant,
    not_applicable,
    proposal,
    reminder,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.minors.legal_representative import minor_on
from apprentissage.months import eve_of, last_day_of

_FREE = "période de rupture libre"
_OUT_OF_CONTRACT = Caveat(
    "RUPTURE_OUT_OF_CONTRACT",
    "Les faits se contredisent : une rupture est déclarée, et son jour n'est "
    "pas de ceux du contrat. Vérifiez-les.",
)
_REPRESENTATIVE, _DOCUMENT = "représentant légal", "document écrit"


def _free_days(concluded_on: date) -> int:
    """The days of free rupture of that law, where it counts in days.

    Raises:
        NotCovered: For a contract of the two months.
    """
    days = FREE_PERIOD.concluded(concluded_on).value.practical_days
    if days is None:
        since = [v.since for v in FREE_PERIOD.versions if not v.value.months]
        raise NotCovered(f"{FREE_PERIOD.what} en jours", concluded_on, since[0])
    return days


def in_free_period(company_day: int, concluded_on: date) -> bool:
    """Whether a day in the firm is one of free rupture, since August 2015.

    Args:
        company_day: Its rank among the days of practical training in the
            firm, 0 before the first of them; days at the CFA are not
            counted.
        concluded_on: Day of conclusion, which chooses the law.

    Raises:
        NotCovered: Before 2015-08-19, when two months were free.
        WrongType: If it is not an int.
        InvalidValue: Under 0.

    Source: art. L. 6222-18 al. 1 du code du travail.

    >>> signed = date(2025, 9, 1)
    >>> in_free_period(45, signed), in_free_period(46, signed)
    (True, False)
    """
    check_arguments(in_free_period, locals())
    # « jusqu'à l'échéance des quarante-cinq premiers jours, consécutifs ou
    # non »: the 45th is free
    return company_day <= _free_days(concluded_on)


def free_until(
    practical_days: Collection[date], *, starts_on: date, concluded_on: date
) -> date | None:
    """The last day on which either party may break the contract freely.

    Args:
        practical_days: All days of practical training in the firm so far.
        starts_on: First day of execution.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        The 45th of these days, None while there are fewer; before August
        2015, the last day of the second month of the contract.

    Raises:
        NotCovered: Before 2008-05-01.
        WrongType: For a datetime or a text.

    Source: art. L. 6222-18 al. 1 du code du travail.

    >>> from datetime import timedelta
    >>> firm = [date(2025, 9, 1) + timedelta(days=n) for n in range(60)]
    >>> free_until(
    ...     firm, starts_on=date(2025, 9, 1), concluded_on=date(2025, 9, 1)
    ... )
    datetime.date(2025, 10, 15)
    """
    check_arguments(free_until, locals())
    return _free_until(practical_days, starts_on, concluded_on)


def _free_until(
    practical_days: Collection[date], starts_on: date, concluded_on: date
) -> date | None:
    """The same as `free_until`, unchecked."""
    law = FREE_PERIOD.concluded(concluded_on).value
    if law.months is not None:
        return last_day_of(starts_on, law.months)
    days = set(check_items("practical_days", practical_days, date))
    ranked = enumerate(sorted(d for d in days if d >= starts_on), 1)
    last = dict(ranked).get(_free_days(concluded_on))
    return last and plain_day(last)


def broken_on(contract: Contract) -> date | None:
    """The day on which the contract is broken before its end.

    « rompu avant son terme » (D6224-6): a rupture dated on the last day
    or later does not count, nor does one dated before the conclusion.

    Args:
        contract: The facts; `file.rupture`.

    Returns:
        The day, None where there is no rupture, or its day is unknown.

    >>> from apprentissage.facts import Apprentice, Dossier
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2026, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 2, 10)),
    ...     file=Dossier(rupture=Rupture(ruptured_on=date(2026, 8, 30))),
    ... )
    >>> broken_on(contract)
    datetime.date(2026, 8, 30)
    """
    check_arguments(broken_on, locals())
    return rupture_on(contract)


def rupture_on(contract: Contract) -> date | None:
    """The same as `broken_on`, unchecked."""
    rupture = contract.file.rupture
    on = None if rupture is None else rupture.ruptured_on
    if on is None or not contract.concluded_on <= on < contract.ends_on:
        return None
    return on


def _limit(contract: Contract) -> date | None:
    """The last free day, by the days told: the true one may come before."""
    return _free_until(
        contract.file.practical_days or (), contract.starts_on, contract.concluded_on
    )


def _all_told_until(contract: Contract) -> date:
    """The last day up to which the days in the firm are known.

    Before the practical training there is none.
    """
    first = max(contract.starts_on, contract.employer_training_starts_on or contract.starts_on)
    before = eve_of(first)
    file = contract.file
    if file.practical_days is None or file.practical_days_until is None:
        return before
    return max(before, file.practical_days_until)


def _most_days_before(contract: Contract, on: date) -> int:
    """The most days in the firm before a day, those not told included."""
    known_until = _all_told_until(contract)
    told = sum(
        contract.starts_on <= day <= known_until and day < on
        for day in contract.file.practical_days or ()
    )
    return told + max((eve_of(on) - known_until).days, 0)


def _still_free(contract: Contract, on: date) -> bool | None:
    """Whether a day lies in the free period; None where days are unknown."""
    limit = _limit(contract)
    if limit is not None and on > limit:
        return False
    law = FREE_PERIOD.concluded(contract.concluded_on).value
    if law.practical_days is None:
        return True
    if _most_days_before(contract, on) < law.practical_days:
        return True
    return None


def _free(contract: Contract, rupture: Rupture) -> Finding:
    law = FREE_PERIOD.concluded(contract.concluded_on)
    on = rupture.ruptured_on or rupture.employer_informed_on or rupture.mediator_referred_on
    free = None if on is None else _still_free(contract, on)
    if free and rupture.ruptured_on is None:
        free = None
    file, limit = contract.file, _limit(contract)
    # of no day at all may those that nobody told decide
    all_told = limit is not None and _still_free(contract, limit) is True
    in_days = law.value.practical_days is not None and not all_told
    missing = {
        "file.rupture.ruptured_on": rupture.ruptured_on is None,
        "file.practical_days": in_days and file.practical_days is None,
        "file.practical_days_until": in_days
        and (on is None or _all_told_until(contract) < eve_of(on)),
        "employer_training_starts_on": in_days and contract.employer_training_starts_on is None,
    }
    return whether(
        free,
        *(path for path, is_unknown in missing.items() if is_unknown),
        holds=(
            "La rupture intervient dans la période libre : elle n'est soumise "
            "ni à un motif ni à un délai."
        ),
        fails="La période de rupture libre a pris fin, au plus tard, le {free_until_on}.",
        sources=law.sources,
        subject=_FREE,
        free_until_on=limit,
    )


def _notice(contract: Contract, on: date) -> tuple[Source, ...]:
    """What asks the employer to give notice of any rupture, on that day."""
    public = contract.employer.public
    private = () if public else RUPTURE_NOTICE.event(on).sources
    state = PUBLIC_RUPTURE_NOTICE.event(on).sources if public is not False else ()
    return (*private, *state)


def _record(contract: Contract, rupture: Rupture, on: date) -> tuple[Source, ...]:
    """What asks for a record of that rupture, sent to the CFA."""
    record = RUPTURE_RECORD.event(on)
    # R6222-21 until 2020-03-31: « pendant les deux premiers mois de son
    # exécution ou la rupture convenue d'un commun accord »
    recorded = (
        record.value is None
        or rupture.cause in {None, RuptureCause.MUTUAL_AGREEMENT}
        or on <= last_day_of(contract.starts_on, record.value)
    )
    return record.sources if recorded else ()


_RECORDED = (
    "La rupture est constatée par écrit et notifiée au directeur du CFA et à l'organisme qui a "
    "enregistré le contrat"
)
_DOCUMENTED = (
    "La rupture fait l'objet d'un document écrit, notifié au directeur du CFA et à l'organisme "
    "chargé du dépôt"
)
_WHOM = "à l'OPCO, ou aux services de l'État s'il est public."


def _to_notify(on: date, *, recorded: bool, notified: bool) -> str:
    """Who is to be told of a rupture on that day, for the agenda."""
    if recorded and RUPTURE_RECORD.event(on).value is None:
        return ", à notifier sans délai au CFA et à l'organisme chargé du dépôt"
    told = (
        (", à notifier au CFA et à l'organisme qui a enregistré le contrat", recorded),
        (", à notifier sans délai à l'OPCO, ou aux services de l'État", notified),
    )
    return "".join([whom for whom, asked in told if asked])


def _formalities(contract: Contract, rupture: Rupture, on: date) -> Finding | None:
    """What is written of a rupture on that day, and who is told."""
    record, notice = _record(contract, rupture, on), _notice(contract, on)
    of_any = RUPTURE_RECORD.event(on).value is None
    recorded = _DOCUMENTED if of_any else _RECORDED
    if record and notice:
        told = f"{recorded} ; l'employeur la notifie sans délai {_WHOM}"
    elif record:
        told = f"{recorded}."
    elif notice:
        told = f"L'employeur notifie sans délai la rupture {_WHOM}"
    else:
        return None
    return reminder(told, sources=(*record, *notice), subject=_DOCUMENT)


def _to_do(contract: Contract, rupture: Rupture, readings: Readings) -> Iterator[Finding]:
    """What no fact tells as done: the document, the joint signature."""
    on = rupture.ruptured_on or rupture.employer_informed_on
    law = GROUNDS.concluded(contract.concluded_on)
    formalities = None if on is None else _formalities(contract, rupture, on)
    if formalities is not None:
        yield formalities
    resigns = rupture.cause is RuptureCause.RESIGNATION
    apprentice = contract.apprentice
    # « Si l'apprenti est mineur, l'acte de rupture doit être conjointement
    # signé par son représentant légal. »
    if (
        resigns
        and law.value.resignation
        and not apprentice.emancipated
        and minor_on(apprentice.born_on, on or contract.starts_on, readings=readings)
    ):
        yield reminder(
            "L'apprenti est mineur : son représentant légal signe avec lui l'acte de rupture ; "
            "s'il ne répond pas, l'apprenti peut solliciter le médiateur. Une copie de l'acte est "
            "adressée au CFA.",
            sources=(article("L6222-18 al. 4", contract.concluded_on),),
            subject=_REPRESENTATIVE,
        )


def _out_of_order(contract: Contract, rupture: Rupture) -> Finding | None:
    """A rupture that cannot be one by its own day."""
    law = FREE_PERIOD.concluded(contract.concluded_on)
    on = rupture.ruptured_on
    if on is None:
        return None
    if on < contract.concluded_on:
        return non_compliant(
            "La rupture du {ruptured_on} précède la conclusion du contrat, le "
            "{concluded_on}. Vérifiez ces dates.",
            sources=law.sources,
            caveats=(_OUT_OF_CONTRACT,),
            ruptured_on=on,
            concluded_on=contract.concluded_on,
            free_until_on=_limit(contract),
        )
    if on >= contract.ends_on:
        return not_applicable(
            "Le contrat finit le {ends_on} : à la date déclarée, le "
            "{ruptured_on}, il n'y a plus de rupture.",
            # « rompu avant son terme » (D6224-6)
            sources=(*RUPTURE_RECORD.event(on).sources, *_notice(contract, on)),
            caveats=(_OUT_OF_CONTRACT,),
            ruptured_on=on,
            ends_on=contract.ends_on,
            free_until_on=_limit(contract),
        )
    return None


class RuptureFinding(Finding):
    """What `RUPTURE` finds."""

    parts: tuple[Self, ...]
    free_until_on = Result[date]("last day of free rupture, at the latest")
    cause = Result[RuptureCause]("cause of the rupture")
    ruptured_on = Result[date]("day of the rupture")
    informed_on = Result[date]("day on which the employer is informed")
    earliest_on = Result[date]("first lawful day, to inform or to break")
    referred_on = Result[date]("day on which the mediator is seized")
    excluded_on = Result[date]("day of the exclusion by the CFA")
    concluded_on = Result[date]("day of conclusion")
    ends_on = Result[date]("last day of the contract")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The contract is broken in the free period, or for a cause of the Code.

    L6222-18 al. 1: either party, « jusqu'à l'échéance des quarante-cinq
    premiers jours, consécutifs ou non, de formation pratique en entreprise »
    (two months of the contract before 2015-08-19); days not told are unknown.
    After it, an agreement, or the grounds of L6222-18 as it stood at the
    conclusion: before 2019 those of the conseil de prud'hommes alone; the
    exclusion by the CFA (L6222-18-1), the liquidator, the refusal to resume
    (L6225-5). Past the end there is no rupture (D6224-6: « Lorsque le contrat
    d'apprentissage est rompu avant son terme »): its day is asked for, but
    of a resignation that is on its way. An apprentice who resigns seizes the
    mediator, then waits five calendar days to inform the employer and seven
    more to break (D6222-21-1, contracts from 2019). A rupture that nobody
    declares is judged in nothing; one dated on the last day or later does not count.

    Args:
        contract: The facts; `file.rupture`, `file.practical_days`.
        readings: `resignation_delays`; `leap_birthday` for a minor.

    Returns:
        Value `free_until_on`; parts for the free period, the cause, and what
        is to be done.
    """
    rupture = contract.file.rupture
    if rupture is None:
        return not_applicable(
            "Aucune rupture n'est déclarée.",
            sources=FREE_PERIOD.concluded(contract.concluded_on).sources,
            free_until_on=_limit(contract),
        )
    impossible = _out_of_order(contract, rupture)
    if impossible is not None:
        return impossible
    to_do = tuple(_to_do(contract, rupture, readings))
    free = _free(contract, rupture)
    if free.outcome is Outcome.COMPLIANT:
        return free.but(subject="", parts=to_do)
    for_cause = by_cause(contract, rupture, readings)
    if for_cause.outcome is Outcome.NOT_APPLICABLE:
        # nothing has happened yet
        return for_cause.but(subject="", parts=(*for_cause.parts, *to_do))
    # what would make it lawful is told before what is past
    found = any_of((for_cause, free))
    if _day_decides(contract, rupture) and found.outcome is not Outcome.UNDETERMINED:
        # « rompu avant son terme » (D6224-6): past it there is no rupture
        found = undetermined("file.rupture.ruptured_on", sources=found.sources).but(
            parts=found.parts
        )
    return found.but(parts=(*found.parts, *to_do), free_until_on=_limit(contract))


def _day_decides(contract: Contract, rupture: Rupture) -> bool:
    """Whether the day of the rupture is wanting.

    The steps of a resignation are judged as they come (D6222-21-1); before
    2019 nothing was to come of it.
    """
    resigns = rupture.cause is RuptureCause.RESIGNATION
    announced = resigns and GROUNDS.concluded(contract.concluded_on).value.resignation
    return rupture.ruptured_on is None and not announced


def _free_dates(contract: Contract) -> Iterator[AgendaEntry | Undated]:
    law = FREE_PERIOD.concluded(contract.concluded_on)
    limit, broken = _limit(contract), rupture_on(contract)
    label = "Dernier jour de rupture libre par l'une ou l'autre des parties"
    if broken is not None and (limit is None or limit > broken):
        return
    if limit is None:
        yield Undated(label=label, waits_for=("file.practical_days",), sources=law.sources)
        return
    exact = law.value.months or _all_told_until(contract) >= limit
    yield entered(
        on=limit,
        label=label if exact else f"{label}, au plus tard",
        sources=law.sources,
        consequence=Consequence.RIGHT_LOST,
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    yield from _free_dates(contract)
    rupture = contract.file.rupture
    if rupture is None or _out_of_order(contract, rupture) is not None:
        return
    on = rupture.ruptured_on
    if on is not None:
        record, notice = _record(contract, rupture, on), _notice(contract, on)
        yield entered(
            on=on,
            label=f"Rupture{_to_notify(on, recorded=bool(record), notified=bool(notice))}",
            sources=(*record, *notice) or GROUNDS.concluded(contract.concluded_on).sources,
        )
    resigns = rupture.cause is RuptureCause.RESIGNATION
    if resigns and GROUNDS.concluded(contract.concluded_on).value.resignation:
        yield from resignation_dates(contract, rupture, readings)


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """The delays of a resignation; nothing undoes what has been done."""
    rupture = contract.file.rupture or Rupture()
    signed_on, broken_on = contract.concluded_on, rupture.ruptured_on
    if broken_on is not None and broken_on < signed_on:
        yield hopeless(
            "La date de la rupture, ou celle de la conclusion, est fausse : "
            "les relire, car rien ne dit laquelle."
        )
        return
    if rupture.cause is RuptureCause.RESIGNATION:
        later = resigned_late_enough(contract, rupture, readings)
        if later:
            yield proposal(
                "Tant que l'apprenti n'est pas parti, respecter les délais "
                "de la démission : {days}.",
                {f"file.rupture.{name}": day for name, day in later.items()},
                days=tuple(
                    f"{_STEPS[name]} le {short_date(day)} au plus tôt"
                    for name, day in later.items()
                ),
            )
    yield hopeless(
        "Une rupture déjà prononcée ne se régularise pas en changeant un "
        "fait : l'employeur et l'apprenti peuvent encore convenir d'y mettre "
        "fin par un accord écrit et signé (art. L. 6222-18)."
    )


_STEPS = {"employer_informed_on": "informer l'employeur", "ruptured_on": "rompre le contrat"}


RUPTURE = Rule(
    name="rupture",
    title="Rupture du contrat",
    judge=judge,
    articles=("L6222-18", "L6222-18-1", "D6222-21-1", "R6222-21", "D6224-6", "D6275-5"),
    dates=dates,
    outlives_rupture=True,
    finding=RuptureFinding,
    remedies=remedies,
)
