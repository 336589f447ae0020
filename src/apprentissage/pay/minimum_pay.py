"""The minimum pay: its rule, its dates, the lines of the form (L6222-27, D6222-26 ff.)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from re import compile as regex
from typing import NamedTuple, Self, TypeAlias

from apprentissage._arguments import check_arguments
from apprentissage._money import decimal_cents, decimal_points
from apprentissage._plain import altered
from apprentissage._text import euros, percent, short_date
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, DeclaredPayLine, PayBase
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Result,
    Rule,
    Value,
    all_of,
    non_compliant,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import Rounding
from apprentissage.law.notices import OPCO_EP_SHEET
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.months import last_day_of, morrow_of
from apprentissage.parties.employer import MAYOTTE
from apprentissage.pay._completions import Completions
from apprentissage.pay._remedies import raised_or_written_anew
from apprentissage.pay.amounts import gross_of, pieces_of
from apprentissage.pay.claims import PayLine, PayTerms, ordinal, rank_of
from apprentissage.pay.cycle import cycle_told_twice
from apprentissage.pay.earlier import last_together
from apprentissage.pay.grids import Assumption, Least
from apprentissage.pay.gross import (
    FULL_BP,
    LEGAL_WEEK,
    RESTS_UNTIL_AGE,
    Bases,
    Claim,
    Due,
    best_of,
    months_counted_twelfths,
    of_the_week,
    smc_twelfths,
    week_paid,
)
from apprentissage.pay.points import FROM_21
from apprentissage.pay.schedule import PaySchedule, pay_schedule

_ORDER = regex(r"([1-9])\.[1-9]")
_TWELVE_MONTHS = (OPCO_EP_SHEET,)
_WORST_FIRST = tuple(Outcome)
_PAY_TOLD_TWICE = Caveat(
    "PAY_TOLD_TWICE",
    "Le taux et le montant d'une même période disent deux fois le salaire : le taux atteint le "
    "minimum, le montant ne l'atteint pas, ou rien ne dit encore s'il l'atteint. Vérifiez-les.",
)
_ORDER_TOLD_TWICE = Caveat(
    "ORDER_TOLD_TWICE",
    "Les faits se contredisent : le numéro d'ordre d'une période ne dit pas la même année "
    "d'exécution que ses jours. Vérifiez-les.",
)
_HIGH_SMC = 1_000
"""Times the SMIC, which no SMC reaches."""
_ANY_SMC = Decimal(1)
"""An SMC that is known: its bases are given beside it."""
_ONE_CENT = 12 * FULL_BP
"""The tolerance, in basis points times twelfths of a cent."""


def check_declared_pay(contract: Contract, readings: Readings = LETTER) -> Finding:
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
    return judge(contract, readings)


class MinimumPayFinding(Finding):
    """What `MINIMUM_PAY` finds."""

    parts: tuple[Self, ...]
    too_low_from_on = Result[date]("first day on which the pay written is too low")
    starts_on = Result[date]("first day of the period written")
    ends_on = Result[date]("last day of the period written")
    expected_on = Result[date]("day on which it was to begin or end")
    latest_on = Result[date]("last day of twelve months")
    year = Result[str]("year of execution, in French")
    rate = Result[Decimal]("rate written, in percent")
    base = Result[PayBase]("base of that rate")
    minimum = Result[Decimal]("least rate, in percent")
    minimum_base = Result[PayBase]("base of the least rate")
    from_on = Result[date]("day on which the pay is compared")
    monthly = Result[Decimal]("monthly pay written, in euros")
    minimum_monthly = Result[Decimal]("least monthly pay, in euros")
    weekly_hours = Result[Decimal]("weekly hours")
    premium = Result[str]("how overtime is counted, in French")
    why = Result[str]("what the minimum rests on, in French")


def judge(contract: Contract, readings: Readings) -> Finding:
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
    written = contract.declared_pay
    # R6222-4: « fixe le salaire dû à l'apprenti pour chacune des années du
    # contrat ou de la période d'apprentissage »
    stated = (article("R6222-4", contract.concluded_on),)
    if written is None:
        return undetermined("declared_pay", sources=stated)
    if not written and contract.writes_avenant:
        return not_applicable(
            "L'avenant n'écrit aucune nouvelle période de rémunération.", sources=stated
        )
    if not written and contract.writes_avenant is None:
        return undetermined("kind", sources=stated)
    if not written:
        return non_compliant(
            "Aucune période de rémunération n'est écrite : le salaire de "
            "chaque année du {starts_on:short} au {ends_on:short} doit "
            "l'être.",
            sources=stated,
            starts_on=contract.starts_on,
            ends_on=contract.ends_on,
        )
    not_covered, schedule = None, None
    try:
        schedule = pay_schedule(contract, readings)
    except NotCovered as gap:
        not_covered = gap
    lines = sorted(written, key=lambda line: (line.starts_on, line.ends_on))
    minima = minima_of(schedule) if schedule else []
    completions = completed_minima(contract, readings)
    parts: list[Finding] = []
    written_until: date | None = None
    opened: dict[int, date] = {}
    for rank, line in enumerate(lines, start=1):
        year = _year_written(line)
        # in the order of the days, the first line of a year opens it
        opening = line.starts_on if year is None else opened.setdefault(year, line.starts_on)
        follows = written_until
        written_until = max(line.ends_on, follows or line.ends_on)
        about = [
            *_opens(contract, line, follows),
            *(_closes(contract, written_until) if rank == len(lines) else ()),
            *_numbered(schedule or (), line, year, opening),
            *_paid(minima, line, completions),
        ]
        # nothing is said of the pay of a law that is not covered
        if about:
            parts.append(all_of(about, subject=line.order or str(rank)))
    if not_covered and not any(part.outcome is Outcome.NON_COMPLIANT for part in parts):
        raise not_covered
    found = all_of(
        parts,
        holds="Le salaire écrit est au moins le minimum, de la prise d'effet "
        "de l'avenant au dernier jour du contrat."
        if contract.writes_avenant
        else "Le salaire écrit est au moins le minimum du premier au dernier jour du contrat.",
    )
    doubted = (*cycle_told_twice(contract), *last_together(contract.previous))
    return found.but(
        caveats=(*found.caveats, *doubted),
        too_low_from_on=_too_low_from(found),
    )


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


def _opens(
    contract: Contract, line: DeclaredPayLine, written_until: date | None
) -> Iterator[Finding]:
    """Whether a line lies in the contract and follows what stands before."""
    if line.ends_on < contract.starts_on or contract.ends_on < line.starts_on:
        yield non_compliant(
            "La période du {starts_on:short} au {ends_on:short} est hors du contrat.",
            sources=_TWELVE_MONTHS,
            subject="période",
            starts_on=line.starts_on,
            ends_on=line.ends_on,
        )
    if written_until is not None:
        expected: date | None = morrow_of(written_until)
        fault = (
            "La période débute le {starts_on:short} : rien n'est écrit depuis "
            "le {expected_on:short}."
            if line.starts_on > morrow_of(written_until)
            else "La période débute le {starts_on:short} : la précédente "
            "court encore, la suite était attendue le {expected_on:short}."
        )
    else:
        expected = contract.pay_written_from
        fault = (
            "La première période débute le {starts_on:short} et non le "
            "{expected_on:short}, date d'effet de l'avenant."
            if contract.writes_avenant
            else "La première période débute le {starts_on:short} et non le "
            "{expected_on:short}, début du contrat."
        )
    if expected is None:
        yield undetermined("avenant.effective_on", sources=_TWELVE_MONTHS, subject="début")
    elif (
        contract.writes_avenant is None
        and written_until is None
        and expected < line.starts_on <= contract.ends_on
    ):
        # an avenant writes no line before its effect
        yield undetermined("kind", sources=_TWELVE_MONTHS, subject="début")
    elif line.starts_on != expected:
        yield non_compliant(
            fault,
            sources=_TWELVE_MONTHS,
            subject="début",
            starts_on=line.starts_on,
            expected_on=expected,
        )


def _closes(contract: Contract, written_until: date) -> Iterator[Finding]:
    if written_until != contract.ends_on:
        yield non_compliant(
            "La dernière période s'achève le {ends_on:short} et non le "
            "{expected_on:short}, fin du contrat.",
            sources=_TWELVE_MONTHS,
            subject="fin",
            ends_on=written_until,
            expected_on=contract.ends_on,
        )


def _numbered(
    schedule: Iterable[PayLine], line: DeclaredPayLine, year: int | None, opening: date
) -> Iterator[Finding]:
    # OPCO EP's sheet: a year of execution has twelve months at most.
    latest_on = last_day_of(opening, 12)
    told_twice = () if year is None else (_ORDER_TOLD_TWICE,)
    alone_too = line.ends_on > last_day_of(line.starts_on, 12)
    if line.ends_on > latest_on:
        yield non_compliant(
            "L'année court du {starts_on:short} au {ends_on:short} : elle ne "
            "peut dépasser douze mois, jusqu'au {latest_on:short}.",
            sources=_TWELVE_MONTHS,
            caveats=() if alone_too else told_twice,
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
                "La période débute le {starts_on:short}, dans la {year} "
                "année d'exécution : son numéro d'ordre est faux.",
                sources=_TWELVE_MONTHS,
                caveats=told_twice,
                subject="numéro d'ordre",
                starts_on=line.starts_on,
                year=ordinal(least.execution_year),
            )


def _year_written(line: DeclaredPayLine) -> int | None:
    order = _ORDER.fullmatch(line.order or "")
    return None if order is None else int(order[1])


class Minimum(NamedTuple):
    """What a line of the schedule asks: worked out once for all lines written.

    Attributes:
        schedule: The schedule.
        line: Its line.
        terms: The facts that decide.
        at_face_terms: The same under readings that are watched no more.
        claims: What may be claimed, as the unknown facts are taken.
        caveats: Reserves.
        smc_assumed: The SMC is unknown, and could change the line.
        smc_where_higher: The base is the SMC where it is higher.
        turning: The unknown facts that turn what is asked of it; None where
            they were not tried.
    """

    schedule: PaySchedule
    line: PayLine
    terms: PayTerms
    at_face_terms: PayTerms
    claims: tuple[Claim, ...]
    caveats: tuple[Caveat, ...]
    smc_assumed: bool
    smc_where_higher: bool
    turning: tuple[str, ...] | None = None

    @property
    def contract(self) -> Contract:
        """The facts."""
        return self.schedule.contract

    @property
    def sure(self) -> tuple[tuple[Claim, ...], ...]:
        """What may be claimed whatever the unknown facts are, by year of the grid."""
        assumed = self.schedule.assumed
        return self.terms.least_claims(*rank_of(self.line), assumed)

    def at_face(self) -> "Minimum":
        """The same, where no other choice of a point would tell otherwise."""
        return self._replace(terms=self.at_face_terms)

    @property
    def territory_known(self) -> bool:
        """The place of execution is no assumption."""
        return self.contract.employer.territory is not None

    def why(self, day: date, *, low: bool) -> dict[str, Value]:
        """Why what is low is: the ages, the year credited, the SMIC."""
        if not low:
            return {}
        smic = self.terms.readings.smic.of(self.terms.territory).worked(day)
        hourly = euros(smic.value.hourly)
        # Mayotte alone has a SMIC of its own
        where = "" if self.territory_known else " hors Mayotte"
        told = (
            *self.schedule.told(self.line),
            f"SMIC horaire{where} de {hourly} depuis le {short_date(smic.since)}",
        )
        return {"why": ", ".join(told)}

    @property
    def before_mayotte(self) -> bool:
        """The law of Mayotte is not covered: only the place can decide."""
        return self.contract.concluded_on < MAYOTTE.since

    def at_stake(self, *, low: bool, in_euros: bool, smc_raises: bool = False) -> tuple[str, ...]:
        """The unknown facts that could turn what is low, or enough.

        Args:
            low: It is too low, as the unknown facts are taken.
            in_euros: Euros are compared, and not percents of one base.
            smc_raises: An SMC would raise what is written as well.
        """

        def settled(least: Least) -> bool:
            if least is Least.LATER_YEAR:
                return not self.terms.rates_fall
            return least is Least.AS_TAKEN

        def counts(assumed: Assumption) -> bool:
            if self.turning is not None and assumed.path not in self.turning:
                return False
            if smc_raises and assumed.path == "smc_monthly":
                return self.smc_assumed
            if low and settled(assumed.least):
                return False
            if assumed.path == "employer.territory":
                return in_euros or self.before_mayotte
            return assumed.path != "smc_monthly" or self.smc_assumed

        return tuple(a.path for a in self.schedule.assumed if counts(a))


Minima: TypeAlias = list[Minimum]


def minima_of(schedule: PaySchedule) -> Minima:
    """What each line of a schedule asks."""
    terms = schedule.terms
    face = altered(terms, readings=at_face(terms.readings))
    return [
        Minimum(
            schedule,
            line,
            terms,
            face,
            terms.claims(day, year, bracket),
            schedule.reserves(line),
            terms.unknown_smc(bracket) is not None,
            # the schedule takes no SMC of a public employer
            bracket >= FROM_21 and terms.smc_from_21 and terms.public is None,
        )
        for line in schedule
        for day, year, bracket in (rank_of(line),)
    ]


def completed_minima(contract: Contract, readings: Readings) -> Completions[Minima]:
    """What each line asks, as the unknown facts of few values are told."""
    return Completions(contract, lambda told: minima_of(pay_schedule(told, readings)))


def _paid(
    minima: Minima, line: DeclaredPayLine, completions: Completions[Minima]
) -> Iterator[Finding]:
    monthly, starts_on = line.monthly, line.starts_on
    for least in minima:
        first, last = max(starts_on, least.line.starts_on), min(line.ends_on, least.line.ends_on)
        if last < first:
            continue
        rate = _exactly(completions, least, first, last, partial(_rate, line))
        yield rate
        if monthly is not None and first == starts_on:
            amount = _exactly(completions, least, first, first, partial(_amount, monthly))
            if rate.outcome is amount.outcome or rate.outcome is not Outcome.COMPLIANT:
                yield amount
            else:
                yield amount.but(caveats=(*amount.caveats, _PAY_TOLD_TWICE))


def _exactly(
    completions: Completions[Minima],
    least: Minimum,
    first: date,
    last: date,
    compared: Callable[[Minimum, date, date], Finding],
) -> Finding:
    """What is found of some days, waiting for no unknown fact that turns nothing.

    The schedule tells only how far the minimum could fall; where the unknown
    facts have few values, they are tried, on the same days.
    """
    found = compared(least, first, last)
    if not found.missing:
        return found

    def outcome(minima: Minima, within: Completions[Minima]) -> Outcome:
        tried: list[Outcome] = []
        for each in minima:
            begins, ends = max(first, each.line.starts_on), min(last, each.line.ends_on)
            if begins <= ends:
                tried.append(_exactly(within, each, begins, ends, compared).outcome)
        return min(tried, key=_WORST_FIRST.index)

    answers = completions.answers(found.missing, outcome)
    if answers is None:
        return found
    outcomes, turning = answers
    # a completion may wait for facts that cannot be tried
    if Outcome.UNDETERMINED in outcomes or turning == found.missing:
        return found
    return compared(least._replace(turning=turning), first, last)


def _rate(line: DeclaredPayLine, least: Minimum, first: date, last: date) -> Finding:
    """The rate written, on each day on which a base or the minimum changes."""
    terms, smc = least.terms, least.contract.smc_monthly
    if line.base is PayBase.SMC and smc is None:
        return undetermined("smc_monthly", sources=least.line.sources, subject="taux")
    days = terms.turns(first, last, smc)
    rate_bp, unit = _written_bp(line)
    if _on_smic(line, least):
        whichever = least.at_face()
        due = whichever.terms.best(least.claims, first)
        if rate_bp >= due.rate_bp * unit:
            # Percents of one SMIC compare once for all its rises, and however
            # its month is counted.
            return _rate_on(line, whichever, first)
    elif all(_rate_enough_whichever(line, least, day) for day in days):
        return _rate_on(line, least.at_face(), first)
    return min(
        (_rate_on(line, least, day) for day in days),
        key=lambda found: _WORST_FIRST.index(found.outcome),
    )


def _written_bp(line: DeclaredPayLine) -> tuple[int, int]:
    """The rate written in basis points, as numerator and denominator."""
    percents, unit = line.rate.as_integer_ratio()
    return 100 * percents, unit


def _rate_enough_whichever(line: DeclaredPayLine, least: Minimum, day: date) -> bool:
    """Whether a rate is the minimum of a day, however the month is counted.

    What is due never falls where the SMIC is higher, nor does what is
    written: so the least that the line may give is held against the most
    that may be asked.
    """
    contract, terms = least.contract, least.terms
    smic = at_face(terms.readings).smic.on(day, terms.territory)
    months = months_counted_twelfths(smic)
    own = smc_twelfths(terms.smc_monthly, day)
    told = smc_twelfths(contract.smc_monthly, day)
    bases = Bases(min(months), told)
    base = _base_written(line, least, bases)
    rate_bp, unit = _written_bp(line)
    written = rate_bp * (bases.smc if base is PayBase.SMC else bases.smic)
    due = best_of(least.claims, Bases(max(months), own))
    return written >= (due.value - _ONE_CENT) * unit


def _rate_on(line: DeclaredPayLine, least: Minimum, day: date) -> Finding:
    terms = least.terms
    own = terms.bases(day)
    smc = least.contract.smc_monthly
    bases = own if smc is terms.smc_monthly else terms.bases_with(smc, day)
    base = _base_written(line, least, bases)
    due = best_of(least.claims, own)
    low = _written_below(line, least, due, bases)
    comparable = least.territory_known or (line.base is PayBase.SMIC and not least.before_mayotte)
    surely = low and comparable and _surely_below(line, least, own, bases)
    missing: tuple[str, ...] = ()
    if not surely:
        missing = least.at_stake(
            low=low,
            in_euros=not _on_smic(line, least),
            smc_raises=line.base is PayBase.STATUTORY,
        )
    return _judged(
        least,
        low=low,
        missing=missing,
        too_low="{rate:%} du {base} : le minimum est de {minimum:%} du "
        "{minimum_base} à partir du {from_on:short} ({why}).",
        enough="{rate:%} du {base} : au moins le minimum.",
        subject="taux",
        caveats=(),
        rate=line.rate,
        base=base,
        minimum=decimal_points(due.rate_bp),
        minimum_base=due.base,
        from_on=day,
        **least.why(day, low=low),
    )


def _written_below(line: DeclaredPayLine, least: Minimum, due: Due, bases: Bases) -> bool:
    """Whether the rate written gives less than what is due, on some bases."""
    base = _base_written(line, least, bases)
    rate_bp, unit = _written_bp(line)
    written = rate_bp * (bases.smc if base is PayBase.SMC else bases.smic)
    return written < (due.value - _ONE_CENT) * unit


def _surely_below(line: DeclaredPayLine, least: Minimum, own: Bases, bases: Bases) -> bool:
    """Whether it does whatever the unknown facts are."""
    if not all(_written_below(line, least, best_of(claims, own), bases) for claims in least.sure):
        return False
    if not least.smc_assumed or line.base is PayBase.SMIC:
        return True
    # An SMC raises what is written with what is due: the part of a rate in
    # what is due only falls as it rises, so the highest one tells for all.
    high = Bases(own.smic, _HIGH_SMC * own.smic)
    raised = least._replace(terms=altered(least.terms, smc_monthly=_ANY_SMC))
    return all(_written_below(line, least, best_of(claims, high), high) for claims in raised.sure)


def _on_smic(line: DeclaredPayLine, least: Minimum) -> bool:
    """Whether percents of one SMIC are compared."""
    return line.base is PayBase.SMIC and all(claim.base is PayBase.SMIC for claim in least.claims)


def _base_written(line: DeclaredPayLine, least: Minimum, bases: Bases) -> PayBase:
    """The base of a line on a day; the SMIC where there is no SMC."""
    if line.base is PayBase.SMC and bases.smc:
        return PayBase.SMC
    if line.base is PayBase.STATUTORY and least.smc_where_higher and bases.smc > bases.smic:
        return PayBase.SMC
    return PayBase.SMIC


def _enough_whichever(monthly: Decimal, least: Minimum, day: date) -> bool:
    """Whether a gross is the minimum of a day, however euros are counted.

    What is due never falls where the SMIC is higher: so the highest month
    that some reading takes, rounded up, stands for all of them.
    """
    contract, terms = least.contract, least.terms
    face = at_face(terms.readings)
    if face.rounding is not Rounding.CEILING:
        face = dict(face.others("rounding"))[Rounding.CEILING]
    hours = contract.weekly_hours
    paid = week_paid(LEGAL_WEEK if hours is None else hours, contract.overtime_premium, day)
    euros, unit = monthly.as_integer_ratio()
    smic = face.smic.on(day, terms.territory)
    bases = Bases(max(months_counted_twelfths(smic)), smc_twelfths(terms.smc_monthly, day))
    due = best_of(least.claims, bases)
    terms = altered(terms, readings=face)
    asked = gross_of(due, day, terms, terms.paid_on(day, paid))
    return 100 * euros >= (sum(asked) - 1) * unit


def _amount(monthly: Decimal, least: Minimum, day: date, _: date) -> Finding:
    """The gross written, at the hours of the contract on the first day."""
    if _enough_whichever(monthly, least, day):
        least = least.at_face()
    contract, terms = least.contract, least.terms
    hours, agreed = contract.weekly_hours, contract.overtime_premium
    week = LEGAL_WEEK if hours is None else hours
    euros, unit = monthly.as_integer_ratio()

    def minimum(due: Due, premium: Decimal | None) -> int:
        paid = week_paid(week, premium, day)
        return sum(gross_of(due, day, terms, terms.paid_on(day, paid)))

    def below(least_cents: int) -> bool:
        return 100 * euros < (least_cents - 1) * unit

    due = terms.best(least.claims, day)
    asked = minimum(due, agreed)
    # Without a premium at least, where none is known to be agreed.
    at_least = Decimal(0) if agreed is None else agreed
    low = below(asked)
    surely = (
        low
        and least.territory_known
        and hours is not None
        and all(below(minimum(terms.best(claims, day), at_least)) for claims in least.sure)
    )
    missing: list[str] = []
    if not surely:
        missing += least.at_stake(low=low, in_euros=True)
        if hours is None:
            missing.append("weekly_hours")
        if low and agreed is None and not below(minimum(due, at_least)):
            missing.append("overtime_premium")
    values: dict[str, Value] = {}
    too_low = (
        "{monthly:€} par mois : le minimum est de {minimum_monthly:€} au {from_on:short} ({why})."
    )
    enough = "{monthly:€} par mois : au moins le minimum."
    if week > LEGAL_WEEK and day >= terms.rest_until:
        too_low = (
            "{monthly:€} par mois pour {weekly_hours} heures par semaine : le "
            "minimum est de {minimum_monthly:€} au {from_on:short}, "
            "{premium} ({why})."
        )
        enough = (
            "{monthly:€} par mois pour {weekly_hours} heures par semaine : au "
            "moins le minimum, {premium}."
        )
        premium = "les heures au-delà de 35 à la majoration légale de 25 % puis 50 %"
        if agreed is not None:
            premium = f"les heures au-delà de 35 à la majoration convenue de {percent(agreed)}"
        elif surely:
            premium = "les heures au-delà de 35 comptées sans majoration"
            asked = minimum(due, at_least)
        values = {"weekly_hours": week, "premium": premium}
    return _judged(
        least,
        low=low,
        missing=missing,
        too_low=too_low,
        enough=enough,
        subject="montant",
        caveats=of_the_week(contract),
        monthly=monthly,
        minimum_monthly=decimal_cents(asked),
        from_on=day,
        **least.why(day, low=low),
        **values,
    )


def _judged(
    least: Minimum,
    *,
    low: bool,
    missing: Iterable[str],
    too_low: str,
    enough: str,
    subject: str,
    caveats: tuple[Caveat, ...],
    **values: Value,
) -> Finding:
    """Too low whatever is unknown, enough whatever is, or undetermined."""
    found = whether(
        None if missing else not low,
        *missing,
        holds=enough,
        fails=too_low,
        sources=least.line.sources,
        caveats=(*least.caveats, *caveats),
        subject=subject,
    )
    return found.but(values=(*found.values, *values.items()))


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The days on which the minimum changes: year, bracket, SMIC."""
    schedule = pay_schedule(contract, readings)
    series = readings.smic.of(schedule.terms.territory)
    for before, piece in pairwise([*pieces_of(schedule.lines, schedule.terms)]):
        if piece.pay == before.pay:
            continue
        line, day = piece.line, piece.starts_on
        total = decimal_cents(piece.month + piece.beyond)
        smic = series.worked(day)
        sources = line.sources
        told: tuple[tuple[str, Value], ...]
        if day == line.starts_on:
            label = "{year} année d'exécution, {ages} : salaire d'au moins {rate:%} du {base}"
            told = (
                ("year", ordinal(line.execution_year)),
                ("ages", schedule.ages(line)),
                ("rate", decimal_points(piece.rate_bp)),
                ("base", piece.base.value),
            )
        elif day == smic.since:
            label = "SMIC à {hourly:€} l'heure : salaire d'au moins {total:€} par mois"
            told = (("hourly", smic.value.hourly), ("total", total))
            sources = smic.sources
        elif piece.beyond and not before.beyond:
            # L3162-1 of a minor: « donnent lieu à un repos compensateur
            # équivalent »
            label = (
                "Majorité : les heures au-delà de 35 sont payées, et non plus "
                "compensées en repos ; salaire d'au moins {total:€} par mois"
            )
            told = (("total", total),)
            sources = RESTS_UNTIL_AGE.concluded(contract.concluded_on).sources
        else:
            label = "Nouveau SMC : salaire d'au moins {total:€} par mois"
            told = (("total", total),)
        yield entered(
            on=day,
            label=label,
            values=told,
            sources=sources,
            consequence=Consequence.UNDERPAID,
        )


MINIMUM_PAY = Rule(
    name="minimum_pay",
    title="Rémunération minimale",
    judge=judge,
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
    dates=dates,
    finding=MinimumPayFinding,
    remedies=raised_or_written_anew,
)
"""Articles L6222-27 and D6222-26 to D6222-32."""
