"""The rule of the minimum pay, its dates, and the lines of the form."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from re import compile as regex

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage._money import decimal_cents, decimal_points
from apprentissage._text import euros, percent, sentence
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract, DeclaredPayLine, PayBase
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    UNKNOWN,
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Rule,
    Undated,
    Value,
    all_of,
    compliant,
    non_compliant,
    not_applicable,
    undetermined,
)
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.months import last_day_of, morrow_of
from apprentissage.parties.employer import MAYOTTE
from apprentissage.pay.amounts import PayLine, gross_of, ordinal
from apprentissage.pay.grids import Assumption, Least
from apprentissage.pay.gross import FULL_BP, LEGAL_WEEK, Bases, Due, hours_paid
from apprentissage.pay.schedule import (
    PAY_POINTS,
    PaySchedule,
    part_time,
    pay_schedule,
)

NOTHING_WRITTEN = (
    "Aucune période de rémunération n'est écrite : le salaire de chaque "
    "année du {starts_on:short} au {ends_on:short} doit l'être."
)


OPENS_ELSEWHERE = (
    "La première période débute le {starts_on:short} et non le "
    "{expected_on:short}, début du contrat."
)


OPENS_BESIDE_AVENANT = (
    "La première période débute le {starts_on:short} et non le "
    "{expected_on:short}, date d'effet de l'avenant."
)


NO_NEW_LINE = "L'avenant n'écrit aucune nouvelle période de rémunération."


GAP = (
    "La période débute le {starts_on:short} : rien n'est écrit depuis le "
    "{expected_on:short}."
)


OVERLAP = (
    "La période débute le {starts_on:short} : la précédente court encore, la "
    "suite était attendue le {expected_on:short}."
)


CLOSES_ELSEWHERE = (
    "La dernière période s'achève le {ends_on:short} et non le "
    "{expected_on:short}, fin du contrat."
)


TOO_LONG = (
    "L'année court du {starts_on:short} au {ends_on:short} : elle ne peut "
    "dépasser douze mois, jusqu'au {latest_on:short}."
)


OUTSIDE = (
    "La période du {starts_on:short} au {ends_on:short} est hors du contrat."
)


WRONG_YEAR = (
    "La période débute le {starts_on:short}, dans la {year} année "
    "d'exécution : son numéro d'ordre est faux."
)


RATE_TOO_LOW = (
    "{rate:%} du {base} : le minimum est de {minimum:%} du {minimum_base} à "
    "partir du {from_on:short}."
)


AMOUNT_TOO_LOW = (
    "{monthly:€} par mois : le minimum est de {minimum_monthly:€} au "
    "{from_on:short}."
)


OVERTIME_TOO_LOW = (
    "{monthly:€} par mois pour {weekly_hours} heures par semaine : le minimum "
    "est de {minimum_monthly:€} au {from_on:short}, {premium}."
)


RATE_ENOUGH = "{rate:%} du {base} : au moins le minimum."


AMOUNT_ENOUGH = "{monthly:€} par mois : au moins le minimum."


OVERTIME_ENOUGH = (
    "{monthly:€} par mois pour {weekly_hours} heures par semaine : au moins "
    "le minimum, {premium}."
)


ALL_ENOUGH = (
    "Le salaire écrit est au moins le minimum du premier au dernier jour du "
    "contrat."
)


ALL_NEW_ENOUGH = (
    "Le salaire écrit est au moins le minimum, de la prise d'effet de "
    "l'avenant au dernier jour du contrat."
)


_NO_PREMIUM = "les heures au-delà de 35 comptées sans majoration"


_LEGAL_PREMIUM = (
    "les heures au-delà de 35 à la majoration légale de 25 % puis 50 %"
)


_AGREED_PREMIUM = "les heures au-delà de 35 à la majoration convenue de {rate}"


_ORDER = regex(r"([1-9])\.[1-9]")


_TWELVE_MONTHS = (
    Source(SourceKind.DOCTRINE, "fiche Cerfa FA13 d'OPCO EP (mai 2023)"),
)


_WORST_FIRST = tuple(Outcome)


_ONE_CENT = 12 * FULL_BP
"""The tolerance, in basis points times twelfths of a cent."""


def check_declared_pay(
    contract: Contract, readings: Readings = LETTER
) -> Finding:
    """Compare the pay lines of the Cerfa with the minimum, line by line.

    A line too low by more than one cent fails; paying more is lawful.

    Args:
        contract: The facts, `declared_pay` among them.
        readings: The choice on each contested point.

    Returns:
        A part for each line written, in the order of the days; its subject
        is the order of the line. Each joins the bounds, the year, the rate
        and the amount. The rate is held against the minimum of every day of
        the line, each rise of the SMIC and of the SMC included, the amount
        against that of its first day, at the hours of the contract. It is
        undetermined where an unknown fact could change the answer.
        `too_low_from_on` is the first day too low, None where none is.

    Raises:
        NotCovered: As `pay_schedule`.

    Source: art. L. 6222-27 et R. 6222-4 du code du travail.

    >>> from datetime import date
    >>> from decimal import Decimal
    >>> from apprentissage.facts import Apprentice
    >>> found = check_declared_pay(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2027, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...     declared_pay=(DeclaredPayLine(
    ...         order="1.1",
    ...         starts_on=date(2026, 9, 1),
    ...         ends_on=date(2027, 8, 31),
    ...         rate=Decimal(27),
    ...     ),),
    ... ))
    >>> found.outcome.value, found["minimum"]
    ('non_compliant', Decimal('43'))
    """
    check_arguments(check_declared_pay, locals())
    written = contract.declared_pay
    # R6222-4: « fixe le salaire dû à l'apprenti pour chacune des années du
    # contrat ou de la période d'apprentissage »
    stated = (article("R6222-4", contract.concluded_on),)
    if written is None:
        return undetermined("declared_pay", sources=stated)
    if not written and contract.writes_avenant:
        return not_applicable(NO_NEW_LINE, sources=stated)
    if not written:
        return non_compliant(
            NOTHING_WRITTEN,
            sources=stated,
            starts_on=contract.starts_on,
            ends_on=contract.ends_on,
        )
    try:
        schedule = pay_schedule(contract, readings)
    except InvalidValue as fault:
        return undetermined(fault.path, sources=stated)
    lines = sorted(written, key=lambda line: (line.starts_on, line.ends_on))
    names = [line.order or str(n) for n, line in enumerate(lines, start=1)]
    found = all_of(
        all_of(
            (
                *_bounds(contract, lines, rank),
                *_year(schedule, lines, rank),
                *_pay(schedule, line),
            ),
            subject=names[rank],
        )
        for rank, line in enumerate(lines)
    )
    if found.outcome is Outcome.COMPLIANT:
        template = ALL_NEW_ENOUGH if contract.writes_avenant else ALL_ENOUGH
        found = evolve(found, template=template)
    return found.with_values(too_low_from_on=_too_low_from(found))


def _too_low_from(found: Finding) -> date | None:
    """The first day on which a line is below the minimum."""
    days = (
        day
        for line in found.parts
        for part in line.parts
        if part.outcome is Outcome.NON_COMPLIANT
        for day in (part.get("from_on"),)
        if isinstance(day, date)
    )
    return min(days, default=None)


def _bounds(
    contract: Contract, lines: list[DeclaredPayLine], rank: int
) -> Iterator[Finding]:
    line = lines[rank]
    if line.ends_on < contract.starts_on or contract.ends_on < line.starts_on:
        yield non_compliant(
            OUTSIDE,
            sources=_TWELVE_MONTHS,
            subject="période",
            starts_on=line.starts_on,
            ends_on=line.ends_on,
        )
    first = contract.pay_written_from
    if first is None and not rank:
        yield undetermined(
            "avenant.effective_on", sources=_TWELVE_MONTHS, subject="début"
        )
    expected = line.starts_on if first is None else first
    fault = (
        OPENS_BESIDE_AVENANT if contract.writes_avenant else OPENS_ELSEWHERE
    )
    if rank:
        expected = morrow_of(max(each.ends_on for each in lines[:rank]))
        fault = GAP if line.starts_on > expected else OVERLAP
    if line.starts_on != expected:
        yield non_compliant(
            fault,
            sources=_TWELVE_MONTHS,
            subject="début",
            starts_on=line.starts_on,
            expected_on=expected,
        )
    if rank == len(lines) - 1:
        last = max(each.ends_on for each in lines)
        if last != contract.ends_on:
            yield non_compliant(
                CLOSES_ELSEWHERE,
                sources=_TWELVE_MONTHS,
                subject="fin",
                ends_on=last,
                expected_on=contract.ends_on,
            )


def _year(
    schedule: PaySchedule, lines: list[DeclaredPayLine], rank: int
) -> Iterator[Finding]:
    line = lines[rank]
    year = _year_written(line)
    opening = (
        line.starts_on
        if year is None
        else min(o.starts_on for o in lines if _year_written(o) == year)
    )
    # OPCO EP's sheet: a year of execution has twelve months at most.
    latest_on = last_day_of(opening, 12)
    if line.ends_on > latest_on:
        yield non_compliant(
            TOO_LONG,
            sources=_TWELVE_MONTHS,
            subject="année d'exécution",
            starts_on=opening,
            ends_on=line.ends_on,
            latest_on=latest_on,
        )
    for least in schedule:
        if least.starts_on <= line.starts_on <= least.ends_on and (
            year not in {None, least.execution_year}
        ):
            yield non_compliant(
                WRONG_YEAR,
                sources=_TWELVE_MONTHS,
                subject="numéro d'ordre",
                starts_on=line.starts_on,
                year=ordinal(least.execution_year),
            )


def _year_written(line: DeclaredPayLine) -> int | None:
    order = _ORDER.fullmatch(line.order or "")
    return None if order is None else int(order[1])


def _pay(schedule: PaySchedule, line: DeclaredPayLine) -> Iterator[Finding]:
    for least in schedule:
        if line.starts_on <= least.ends_on and least.starts_on <= line.ends_on:
            yield _rate(schedule, line, least)
        if (
            line.monthly is not None
            and least.starts_on <= line.starts_on <= least.ends_on
        ):
            yield _amount(schedule, line, line.monthly, least)


def _rate(
    schedule: PaySchedule, line: DeclaredPayLine, least: PayLine
) -> Finding:
    """The rate written, on each day on which a base or the minimum changes."""
    terms, smc = schedule.terms, schedule.contract.smc_monthly
    if line.base is PayBase.SMC and smc is None and not terms.smc_known:
        return undetermined(
            "smc_monthly", sources=least.sources, subject="taux"
        )
    first = max(line.starts_on, least.starts_on)
    last = min(line.ends_on, least.ends_on)
    days = terms.turns(first, last, smc)
    percents, unit = line.rate.as_integer_ratio()
    if _on_smic(line, least):
        due = terms.best(least.claims, first)
        if 100 * percents >= due.rate_bp * unit:
            # Percents of one SMIC compare once for all its rises.
            days = [first]
    return min(
        (_rate_on(schedule, line, least, day) for day in days),
        key=lambda found: _WORST_FIRST.index(found.outcome),
    )


def _rate_on(
    schedule: PaySchedule, line: DeclaredPayLine, least: PayLine, day: date
) -> Finding:
    terms = schedule.terms
    bases = terms.bases_with(schedule.contract.smc_monthly, day)
    base = _base_written(line, least, bases)
    percents, unit = line.rate.as_integer_ratio()
    written = (
        100 * percents * (bases.smc if base is PayBase.SMC else bases.smic)
    )

    def below(due: Due) -> bool:
        return written < (due.value - _ONE_CENT) * unit

    due = terms.best(least.claims, day)
    low = below(due)
    comparable = _territory_known(schedule) or (
        line.base is PayBase.SMIC and not _before_mayotte(schedule)
    )
    return _judged(
        schedule,
        least,
        low=low,
        surely=low and comparable and below(_surely_due(schedule, least, day)),
        in_euros=not _on_smic(line, least),
        templates=(RATE_TOO_LOW, RATE_ENOUGH),
        subject="taux",
        rate=line.rate,
        base=base,
        minimum=decimal_points(due.rate_bp),
        minimum_base=due.base,
        from_on=day,
    )


def _on_smic(line: DeclaredPayLine, least: PayLine) -> bool:
    """Whether percents of one SMIC are compared."""
    return line.base is PayBase.SMIC and all(
        claim.base is PayBase.SMIC for claim in least.claims
    )


def _base_written(
    line: DeclaredPayLine, least: PayLine, bases: Bases
) -> PayBase:
    """The base of a line on a day; the SMIC where there is no SMC."""
    if line.base is PayBase.SMC and bases.smc:
        return PayBase.SMC
    if (
        line.base is PayBase.STATUTORY
        and least.on_smc_where_higher
        and bases.smc > bases.smic
    ):
        return PayBase.SMC
    return PayBase.SMIC


def _amount(
    schedule: PaySchedule,
    line: DeclaredPayLine,
    monthly: Decimal,
    least: PayLine,
) -> Finding:
    """The gross written, at the hours of the contract on the first day."""
    contract, terms, day = schedule.contract, schedule.terms, line.starts_on
    hours, agreed = contract.weekly_hours, contract.overtime_premium
    week = LEGAL_WEEK if hours is None else hours
    euros, unit = monthly.as_integer_ratio()

    def minimum(due: Due, premium: Decimal | None) -> int:
        return sum(gross_of(due, day, terms, hours_paid(week, premium)))

    def below(least_cents: int) -> bool:
        return 100 * euros < (least_cents - 1) * unit

    due = terms.best(least.claims, day)
    asked = minimum(due, agreed)
    # Without a premium at least, where none is known to be agreed.
    at_least = Decimal(0) if agreed is None else agreed
    low = below(asked)
    surely = (
        low
        and _territory_known(schedule)
        and hours is not None
        and below(minimum(_surely_due(schedule, least, day), at_least))
    )
    open_premium = low and agreed is None and not below(minimum(due, at_least))
    unknown = (
        *(("weekly_hours",) if hours is None else ()),
        *(("overtime_premium",) if open_premium else ()),
    )
    values: dict[str, Value] = {}
    templates = AMOUNT_TOO_LOW, AMOUNT_ENOUGH
    if week > LEGAL_WEEK and day >= terms.rest_until:
        templates = OVERTIME_TOO_LOW, OVERTIME_ENOUGH
        premium = _LEGAL_PREMIUM
        if agreed is not None:
            premium = _AGREED_PREMIUM.format(rate=percent(agreed))
        elif surely:
            premium, asked = _NO_PREMIUM, minimum(due, at_least)
        values = {"weekly_hours": week, "premium": premium}
    return _judged(
        schedule,
        least,
        low=low,
        surely=surely,
        in_euros=True,
        templates=templates,
        subject="montant",
        unknown=unknown,
        caveats=part_time(contract),
        monthly=monthly,
        minimum_monthly=decimal_cents(asked),
        from_on=day,
        **values,
    )


def _territory_known(schedule: PaySchedule) -> bool:
    return schedule.contract.employer.territory is not None


def _before_mayotte(schedule: PaySchedule) -> bool:
    """The law of Mayotte is not covered: only the place can decide."""
    return schedule.contract.concluded_on < MAYOTTE.days[0]


def _surely_due(schedule: PaySchedule, least: PayLine, day: date) -> Due:
    """What is due whatever the assumed facts are."""
    terms = schedule.terms
    claims = terms.least_claims(least.span, schedule.assumed)
    return terms.best(claims, day)


def _judged(
    schedule: PaySchedule,
    least: PayLine,
    *,
    low: bool,
    surely: bool,
    in_euros: bool,
    templates: tuple[str, str],
    subject: str,
    unknown: tuple[str, ...] = (),
    caveats: tuple[Caveat, ...] = (),
    **values: Value,
) -> Finding:
    """Too low whatever is unknown, enough whatever is, or undetermined."""
    if not surely:
        at_stake = _at_stake(schedule, least, low=low, in_euros=in_euros)
        missing = (*at_stake, *unknown)
        if missing:
            return undetermined(
                *missing,
                sources=least.sources,
                caveats=(*least.caveats, *caveats),
                subject=subject,
            ).with_values(**values)
    too_low, enough = templates
    return (non_compliant if low else compliant)(
        too_low if low else enough,
        sources=least.sources,
        caveats=(*least.caveats, *caveats),
        subject=subject,
        **values,
    )


def _at_stake(
    schedule: PaySchedule, least: PayLine, *, low: bool, in_euros: bool
) -> tuple[str, ...]:
    """The unknown facts that could turn what is low, or what is enough."""

    def counts(assumed: Assumption) -> bool:
        if low and assumed.least is Least.AS_TAKEN:
            return False
        if assumed.path == "employer.territory":
            return in_euros or _before_mayotte(schedule)
        return assumed.path != "smc_monthly" or least.smc_assumed

    return tuple(a.path for a in schedule.assumed if counts(a))


NEW_LINE = (
    "{year} année d'exécution, {ages} : salaire d'au moins {rate} du {base}"
)


NEW_SMIC = "SMIC à {hourly} l'heure : salaire d'au moins {total} par mois"


NEW_SMC = "Nouveau SMC : salaire d'au moins {total} par mois"


def _judge(contract: Contract, readings: Readings) -> Finding:
    """No line of pay is below the minimum of its days.

    L6222-27: « l'apprenti ne peut percevoir un salaire inférieur à un montant
    déterminé en pourcentage du salaire minimum de croissance et variant en
    fonction de l'âge du bénéficiaire et de sa progression dans le ou les
    cycles de formation faisant l'objet de l'apprentissage ». Before 2019 the
    pay was that percentage, and more was lawful just as well.

    Args:
        contract: The facts.
        readings: The points of `pay_schedule`, and `rounding`.

    Returns:
        A part for each line of the form; see `check_declared_pay`.
    """
    return check_declared_pay(contract, readings)


def _dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    """The days on which the minimum changes: year, bracket, SMIC."""
    try:
        schedule = pay_schedule(contract, readings)
    except InvalidValue as fault:
        yield Undated(label="Salaire minimum", waits_for=(fault.path,))
        return
    series = readings.smic.of(schedule.terms.territory)
    amounts = schedule.amounts()
    changes = (each for line in schedule for each in amounts.of(line))
    for period in changes:
        line, day = period.line, period.starts_on
        if day == contract.starts_on:
            continue
        smic = series.worked(day)
        sources = line.sources
        told = {
            "year": ordinal(line.execution_year),
            "ages": line.ages,
            "rate": percent(period.rate),
            "base": period.base.value,
            "hourly": euros(period.smic.hourly),
            "total": euros(period.total_monthly),
        }
        template = NEW_SMC
        if day == line.starts_on:
            template = NEW_LINE
        elif day == smic.since:
            template, sources = NEW_SMIC, smic.sources
        yield AgendaEntry(
            on=day,
            label=sentence(template, told),
            sources=sources,
            consequence=Consequence.UNDERPAID,
        )


MINIMUM_PAY = Rule(
    name="minimum_pay",
    title="Rémunération minimale",
    judge=_judge,
    articles=(
        "L6222-27",
        "D6222-26",
        "D6222-27",
        "D6222-28",
        "D6222-28-1",
        "D6222-28-2",
        "D6222-29",
        "D6222-30",
        "D6222-31",
        "D6222-32",
        "R6222-48",
        "R6222-60",
        "D6272-2",
    ),
    boxes=(27,),
    reads=(*PAY_POINTS, "rounding"),
    sentences=(
        ALL_ENOUGH,
        ALL_NEW_ENOUGH,
        RATE_ENOUGH,
        AMOUNT_ENOUGH,
        RATE_TOO_LOW,
        AMOUNT_TOO_LOW,
        NOTHING_WRITTEN,
        NO_NEW_LINE,
        OPENS_ELSEWHERE,
        OPENS_BESIDE_AVENANT,
        CLOSES_ELSEWHERE,
        OVERTIME_TOO_LOW,
        OVERTIME_ENOUGH,
        GAP,
        OVERLAP,
        OUTSIDE,
        TOO_LONG,
        WRONG_YEAR,
        UNKNOWN,
    ),
    dates=_dates,
)
"""Articles L6222-27 and D6222-26 to D6222-32."""
