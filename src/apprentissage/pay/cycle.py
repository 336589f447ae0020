"""The year of the grid on each day: contract and cycle compared.

What is taken for an unknown fact is returned beside each answer.
"""

from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from apprentissage._plain import PlainValue, altered, filled
from apprentissage.facts import (
    Contract,
    ContractType,
    Diploma,
    DurationGround,
    Extension,
    ExtensionReason,
)
from apprentissage.law.choices import (
    CreditOf2019,
    CycleCredit,
    LicenceProBeforeApril2020,
    LicenceProLength,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import eve_of, months_begun
from apprentissage.pay.earlier import credit_refused
from apprentissage.pay.grids import Assumed, Assumption, Least, PayReason
from apprentissage.pay.lengths import (
    cycle_months,
    first_day_after,
    months_by_dates,
    months_concluded,
    months_since,
    opens_leap_years_late,
    years_opened,
)

LAST_YEAR = 3
"""The grid has three years."""


class CycleTerms(NamedTuple):
    """How a contract longer or shorter than its cycle is paid.

    Attributes:
        one_year: What was done before counts as a first year or not at all.
        by_agreement: A duration reduced by agreement counts as the whole.
        stands_still: The time added by convention keeps the last year.
        licence_at_second_year: A licence professionnelle has the rate of
            the second year.
    """

    one_year: bool
    by_agreement: bool
    stands_still: bool
    licence_at_second_year: bool


CYCLE_TERMS: ByConclusion[CycleTerms] = ByConclusion(
    "contrat plus long ou plus court que le cycle",
    (
        # 2008-05-01, D6222-30: « Lorsque la durée de l'apprentissage fixée en
        # application de l'article L. 6222-8 est inférieure à celle prévue à
        # l'article L. 6222-7 », « comme ayant déjà accompli une durée
        # d'apprentissage égale à la différence entre ces deux durées »;
        # otherwise R6222-18: « comme ayant déjà accompli une première année
        # d'apprentissage »; D6222-29: « pour l'année d'exécution du contrat
        # correspondant à cette période ».
        version(
            date(2008, 5, 1),
            CycleTerms(
                one_year=True, by_agreement=True, stands_still=False, licence_at_second_year=False
            ),
            "D6222-29",
            "D6222-30",
            "R6222-18",
        ),
        # R6222-18 alone: « comme ayant déjà accompli une première année
        # d'apprentissage » (up to 2020-03-31); D6222-29 and D6222-30 have
        # other subjects from that day.
        version(
            date(2019, 1, 1),
            CycleTerms(
                one_year=True, by_agreement=False, stands_still=False, licence_at_second_year=False
            ),
            "R6222-18",
            "D6222-29",
        ),
        # D6222-28-1, D6222-28-2: « dernière année d'exécution du contrat
        # précédant cette prolongation »; D6222-32: « correspond à celle
        # fixée pour la deuxième année d'exécution du contrat ».
        version(
            date(2020, 4, 1),
            CycleTerms(
                one_year=False, by_agreement=True, stands_still=True, licence_at_second_year=True
            ),
            "D6222-28-1",
            "D6222-28-2",
            "D6222-32",
        ),
    ),
)
"""Articles D6222-28-1, D6222-28-2 and D6222-32, and those before them."""

ATHLETE_YEAR: ByConclusion[bool] = ByConclusion(
    "4e année du sportif de haut niveau",
    (
        version(date(2008, 5, 1), False, "D6222-26"),
        # « identique à celle prévue à l'article D. 6222-26 pour la troisième
        # année »
        version(date(2016, 12, 15), True, "R6222-60"),
    ),
)
"""Whether a text pays the fourth year of an athlete (R6222-60)."""

_LICENCE_LEVEL = 6
_NO_LIMIT = 10**6
"""More years than any cycle and contract have."""

_FIRST_YEAR = Assumption(
    "training.entry_year",
    "le contrat est réputé commencer la première année du cycle",
    Least.LATER_YEAR,
)

_CYCLE_START = Assumption(
    "training.cycle_starts_on",
    "aucun mois du cycle n'est compté avant le contrat",
    Least.LATER_YEAR,
)

_NO_TRAINEE = Assumption(
    "duration_ground",
    "l'apprenti n'est pas réputé stagiaire avant le contrat",
    Least.EXECUTION_YEAR,
)

_NO_LICENCE = Assumption(
    "training.diploma",
    "le diplôme n'est pas pris pour une licence professionnelle",
    Least.SECOND_YEAR,
)

_ONE_YEAR = Assumption(
    "training.cycle_years",
    "la licence professionnelle est réputée préparée en un an",
    Least.FIRST_YEAR,
)

_LEVEL_6 = Assumption(
    "training.level",
    "la licence professionnelle est prise pour un diplôme de niveau 6",
    Least.FIRST_YEAR,
)

_REPEATED_YEAR = Assumption(
    "training.entry_year",
    "l'année redoublée est la dernière du cycle ou, faute de la connaître, la première",
    Least.FIRST_YEAR,
)

_NO_FAILURE = Assumption(
    "duration_ground",
    "le contrat n'est pas tenu pour une année de plus après un échec",
    Least.NO_EXTRA_YEAR,
)

_SHORTER = Assumption(
    "tripartite_agreement", "la durée n'est pas réputée réduite par convention", Least.LATER_YEAR
)

_LONGER = Assumption(
    "tripartite_agreement", "la durée n'est pas réputée allongée par convention", Least.CYCLE_YEAR
)

_NO_ATHLETE = Assumption(
    "duration_ground",
    "la durée n'est pas réputée allongée pour un sportif de haut niveau",
    Least.LATER_YEAR,
)

_NOT_DISABLED = Assumption(
    "duration_ground",
    "l'année de plus du travailleur handicapé n'est pas retenue",
    Least.CYCLE_YEAR,
)

_LENGTH = Assumption(
    "training.cycle_years", "le contrat est réputé de la durée du cycle", Least.FIRST_YEAR
)

_CYCLE_GOES_ON = Assumption(
    "training.cycle_years", "le cycle est réputé aller jusqu'à la fin du contrat", Least.CYCLE_YEAR
)

_LAST_YEAR_ADDED = Assumption(
    "training.cycle_years",
    "l'année de plus du travailleur handicapé est la dernière du contrat",
    Least.NO_EXTRA_YEAR,
)

_NO_EXTENSION = Assumption("extension", "aucune prolongation n'est retenue", Least.FIRST_YEAR)

_BEYOND_THE_CYCLE = Assumption(
    "extension",
    "l'année de plus du travailleur handicapé est ce qui dépasse le cycle",
    Least.NO_EXTRA_YEAR,
)

_EXTENSION_START = Assumption(
    "extension.starts_on", "la prolongation, faute de début, n'est pas retenue", Least.FIRST_YEAR
)

_YEARS_CREDITED = Assumption(
    "previous", "les années du cycle déjà accomplies sont comptées", Least.EXECUTION_YEAR
)

_NO_GUARANTEE = Assumption("previous", "le taux du contrat précédent n'est pas réputé garanti")

# A member looked up on its class costs ten times a name of the module.
_AFTER_RUPTURE = ContractType.OTHER_EMPLOYER_AFTER_RUPTURE
_ATHLETE = DurationGround.ATHLETE
_DISABILITY = DurationGround.DISABILITY
_FAILED_EXAM = DurationGround.FAILED_EXAM
_FIRST = ContractType.FIRST
_LICENCE_PRO = Diploma.LICENCE_PROFESSIONNELLE
_LONGER_THAN_CYCLE = PayReason.LONGER_THAN_CYCLE
_NO_GROUND = DurationGround.NONE
_ONE_YEAR_ALONE = LicenceProLength.ONE_YEAR
_RESUMED = DurationGround.RESUMED_AFTER_RUPTURE
_TRAINEE = DurationGround.PRE_CONTRACT_TRAINING

_EXTRA_YEARS = {
    ExtensionReason.FAILED_EXAM: PayReason.FAILED_EXAM,
    ExtensionReason.DISABILITY: PayReason.DISABILITY_YEAR,
}

_BY_AGREEMENT = (DurationGround.PRIOR_SKILLS, DurationGround.REPEATED_YEAR)


class Prolongation(NamedTuple):
    """The extra period of a contract.

    Attributes:
        reason: Why the rate of its years is not the grid's.
        starts_on: First day.
        year: Year of the grid that it keeps.
    """

    reason: PayReason
    starts_on: date
    year: int


@filled(eq=False, repr=False)
class Progression(PlainValue):
    """Where in the grid the contract stands on each day.

    Attributes:
        cycle_years: Length of the whole cycle; 0 where unknown.
        longer: What to say of a year beyond the cycle.
        fixed: The year of the grid for the whole contract; 0 for none.
        last: The year at which it stops: that of the cycle, for a credit and
            for the time added by convention.
        credit: Months of the cycle counted as done.
        opens: First day of years 2, 3 … of the grid with that credit, within
            the contract.
        reason: Why, where it departs from the year of execution.
        prolongation: The extra period, None where there is none.
    """

    cycle_years: int
    longer: PayReason | None
    fixed: int = 0
    last: int = _NO_LIMIT
    credit: int = 0
    opens: tuple[date, ...] = ()
    reason: PayReason | None = None
    prolongation: Prolongation | None = None

    def year_on(self, day: date, executed: int) -> int:
        """The year of the grid on a day, any extra period aside.

        Args:
            day: The day.
            executed: Its year of execution, beyond which a credit leads.
        """
        if self.fixed:
            return self.fixed
        if self.credit:
            credited = min(1 + bisect_right(self.opens, day), self.last)
            return max(credited, executed)
        return min(executed, self.last)

    def cuts(self, starts_on: date, ends_on: date) -> list[date]:
        """Days other than years of execution on which it changes."""
        extra = self.prolongation
        days: list[date] = []
        if self.credit and not self.fixed:
            stop = min(self.last, LAST_YEAR) - 1
            until = ends_on if extra is None else eve_of(extra.starts_on)
            days = [day for day in self.opens[:stop] if day <= until]
        if (
            extra is not None
            and extra.reason is PayReason.DISABILITY_YEAR
            and starts_on < extra.starts_on <= ends_on
        ):
            days.append(extra.starts_on)
        return days


@filled(eq=False, repr=False)
class _Known(PlainValue):
    """What decides how contract and cycle compare.

    Attributes:
        rule: The law of the day of conclusion.
        months: Months of the cycle, 0 where unknown.
        length: The same in years, one begun counted.
        agreed: The duration departs from the cycle by a convention.
        resumed: It finishes a cycle begun in a broken contract.
        by_entry: Months of the cycle gone by, as its year of entry tells.
        by_days: The same, as its first day tells.
    """

    rule: CycleTerms
    months: int
    length: int
    agreed: bool
    resumed: bool
    by_entry: int
    by_days: int


def progression(
    contract: Contract, years: list[date], readings: Readings
) -> tuple[Progression, bool, Assumed]:
    """Where in the grid the contract stands, and whether a credit is refused.

    Args:
        contract: The facts.
        years: First day of each year of execution.
        readings: The points read are those of the cycle and of the licence
            professionnelle.
    """
    known = _known(contract)
    ordinary = Progression(known.length, _beyond(known))
    whole = _whole_contract(contract)
    at_second, assumed = _second_year(contract, known, readings)
    refused = False
    more: Assumed = ()
    if at_second:
        # D6222-32: « correspond à celle fixée pour la deuxième année
        # d'exécution du contrat »
        found = altered(ordinary, fixed=2, reason=PayReason.LICENCE_PROFESSIONNELLE)
        if _credit(contract, known, readings) >= 12:
            refused, more = credit_refused(contract, readings, _NO_GUARANTEE)
    elif whole is not None:
        found, more = _repeated(contract, ordinary, whole)
        return found, False, assumed + more
    else:
        found, refused, more = _with_credit(contract, known, ordinary, years, readings)
    extra, unknown = _prolongation(contract, found, years, readings)
    if extra is not None:
        found = altered(found, prolongation=extra)
    return found, refused, assumed + more + unknown


_CYCLE_TOLD_TWICE = Caveat(
    "CYCLE_TOLD_TWICE",
    "La durée du cycle en années n'est pas celle de ses dates : la durée en "
    "années est retenue. Vérifiez-les.",
)

_ENTRY_TOLD_TWICE = Caveat(
    "ENTRY_TOLD_TWICE",
    "L'année du cycle où commence le contrat et le premier jour du cycle ne "
    "comptent pas autant de mois avant le contrat : le plus grand nombre est "
    "retenu. Vérifiez-les.",
)

_GROUND_TOLD_TWICE = Caveat(
    "GROUND_TOLD_TWICE",
    "Les faits se contredisent : le motif de la durée ne s'accorde pas avec "
    "ce qui est dit de la convention tripartite ou de la suite d'une rupture "
    "; le motif est retenu. Vérifiez-les.",
)


def _ground_denied(contract: Contract) -> bool:
    """Whether the ground and the booleans of the duration disagree."""
    agreed, resumed = (contract.tripartite_agreement, contract.resumes_after_rupture)
    match contract.duration_ground:
        case DurationGround.NONE:
            return bool(agreed or resumed)
        case DurationGround.RESUMED_AFTER_RUPTURE:
            return resumed is False
        case ground:
            return ground in _BY_AGREEMENT and agreed is False


def ground_excluded(contract: Contract) -> bool:
    """Whether what else is told excludes the ground of the duration.

    Args:
        contract: The facts, the ground among them.
    """
    apprentice = contract.apprentice
    match contract.duration_ground:
        case DurationGround.FAILED_EXAM:
            return not _may_follow(contract)
        case DurationGround.DISABILITY:
            return apprentice.rqth is False
        case DurationGround.ATHLETE:
            return apprentice.high_level_athlete is False
        case _:
            return _ground_denied(contract)


def cycle_told_twice(contract: Contract) -> tuple[Caveat, ...]:
    """Where two facts contradict each other on the cycle.

    Args:
        contract: The facts.
    """
    training = contract.training
    entry, began = training.entry_year, training.cycle_starts_on
    by_dates, known = months_by_dates(training), _known(contract)
    # what is no whole number of years is written as one more, of which the
    # months count where the contract is shorter
    each_month = known.agreed or known.resumed
    years_differ = -(-by_dates // 12) != known.length
    told = (
        (
            _CYCLE_TOLD_TWICE,
            by_dates and (years_differ or (each_month and by_dates != known.months)),
        ),
        (
            _ENTRY_TOLD_TWICE,
            entry is not None
            and began is not None
            # a contract may start some days before the cycle's anniversary
            and 12 * (entry - 1) - months_since(began, contract.starts_on) not in {0, 1},
        ),
        (_GROUND_TOLD_TWICE, _ground_denied(contract)),
    )
    return tuple(caveat for caveat, holds in told if holds)


def _known(contract: Contract) -> _Known:
    ground, training = contract.duration_ground, contract.training
    agreed = ground in _BY_AGREEMENT
    resumed = ground is _RESUMED
    # D6222-28-1: « en application du troisième alinéa des articles L. 6222-7-1 ou
    # L. 6222-12-1, ou en application de l'article R. 6222-23-1 »: one excludes no
    # other
    if ground is not _NO_GROUND:
        told = contract.resumes_after_rupture
        agreed = agreed or contract.tripartite_agreement is True
        resumed = resumed or told is True
        if ground is None and told is None:
            resumed = contract.kind is _AFTER_RUPTURE
    months = cycle_months(training)
    entry, began = training.entry_year, training.cycle_starts_on
    return _Known(
        CYCLE_TERMS.concluded(contract.concluded_on).value,
        months,
        -(-months // 12),
        agreed,
        resumed,
        0 if entry is None else 12 * (entry - 1),
        0 if began is None else months_since(began, contract.starts_on),
    )


def _beyond(known: _Known) -> PayReason | None:
    """What to say of a year beyond the cycle."""
    if not known.agreed or not known.rule.by_agreement:
        return _LONGER_THAN_CYCLE
    if known.rule.stands_still:
        return PayReason.LENGTHENED
    return PayReason.LENGTHENED_BEFORE_2019


def _whole_contract(contract: Contract) -> ExtensionReason | None:
    """Why the whole contract is the extra year of a cycle done elsewhere."""
    extra = contract.extension
    if extra is not None and extra.starts_on is not None:
        elsewhere = extra.starts_on == contract.starts_on
        return extra.reason if elsewhere else None
    # L6222-11, another employer: the whole contract prolongs.
    if contract.duration_ground is _FAILED_EXAM:
        return ExtensionReason.FAILED_EXAM
    return None


def _may_follow(contract: Contract) -> bool:
    """Whether an earlier contract may have ended in a failed exam."""
    return contract.previous != () and contract.kind is not _FIRST


def _repeated(
    contract: Contract, ordinary: Progression, reason: ExtensionReason
) -> tuple[Progression, Assumed]:
    """D6222-28, R6222-48, R6222-60 where the whole contract is the year."""
    entry = contract.training.entry_year
    assumed: Assumed = () if entry is not None else (_REPEATED_YEAR,)
    if contract.extension is None:
        assumed += (_NO_EXTENSION,)
    year = entry or ordinary.cycle_years or 1
    if reason is ExtensionReason.ATHLETE:
        return altered(ordinary, fixed=year + 1, longer=None), assumed
    year = min(year, LAST_YEAR)
    extra = Prolongation(_EXTRA_YEARS[reason], contract.starts_on, year)
    return altered(ordinary, fixed=year, prolongation=extra), assumed


def _with_credit(
    contract: Contract, known: _Known, ordinary: Progression, years: list[date], readings: Readings
) -> tuple[Progression, bool, Assumed]:
    """The years of the grid, and whether a credit is refused."""
    assumed: Assumed = ()
    if contract.duration_ground is None and _may_follow(contract):
        assumed = (_NO_FAILURE,)
    assumed += _unknown_of_cycle(contract, known, readings)
    credit = _credit(contract, known, readings)
    refused = False
    if credit >= 12:
        refused, more = credit_refused(contract, readings, _YEARS_CREDITED)
        assumed += more
    found = ordinary
    if credit and not refused:
        opens = years_opened(contract.starts_on, contract.ends_on, readings, credit)
        found = altered(
            ordinary,
            opens=tuple(opens[1:]),
            reason=PayReason.CYCLE_CREDIT,
            last=known.length or _NO_LIMIT,
            credit=credit,
        )
        entry, executed = 1 + credit // 12, len(years)
        reached = found.year_on(contract.ends_on, executed)
        if not known.length and reached > max(entry, executed):
            assumed += (_CYCLE_GOES_ON,)
    elif known.agreed and known.rule.stands_still and known.length:
        found = altered(ordinary, last=known.length)
    # R6222-60: the grid of an athlete goes on.
    if _athlete_year(contract):
        found = altered(found, last=_NO_LIMIT, longer=None)
    elif (
        contract.duration_ground is None
        and contract.apprentice.high_level_athlete is not False
        # with a credit or without, some year comes after that at which it stops
        and max(len(years), 1 + len(found.opens)) > found.last
    ):
        assumed += (_NO_ATHLETE,)
    return found, refused, assumed


def _athlete_year(contract: Contract) -> bool:
    extra = contract.extension
    return contract.duration_ground is _ATHLETE or (
        extra is not None and extra.reason is ExtensionReason.ATHLETE
    )


def is_athlete(contract: Contract) -> bool:
    """Whether the apprentice is a high-level athlete, as one fact or another says."""
    return bool(contract.apprentice.high_level_athlete) or _athlete_year(contract)


def _credit(contract: Contract, known: _Known, readings: Readings) -> int:
    """The months of the cycle already done, at most those of the cycle.

    D6222-28-1: « comme ayant accompli une durée d'apprentissage égale à ce
    cycle de formation »; D6222-30 before 2019: « égale à la différence entre
    ces deux durées ».
    """
    missing = 0
    if known.length and (known.agreed or known.resumed):
        missing = known.months - months_concluded(contract)
    done = _months_gone(contract, known, readings)
    if known.resumed and missing > done:
        done = missing
    if not done and missing <= 0:
        return 0
    rule = known.rule
    difference = _whole_difference(rule, readings)
    if rule.one_year and not difference:
        # R6222-18: « comme ayant déjà accompli une première année
        # d'apprentissage », so one that has gone by
        done = 12 if done >= 12 else 0
    reduced = known.agreed and (rule.by_agreement or difference)
    credit = max(done, missing if reduced else 0, 0)
    part = credit % 12 if rule.by_agreement else 0
    if part and readings.cycle_credit is CycleCredit.WHOLE_YEARS:
        credit -= part
    return credit


def _whole_difference(rule: CycleTerms, readings: Readings) -> bool:
    """Whether a reading of 2019 credits what no article of then does."""
    return not rule.by_agreement and (readings.credit_2019 is CreditOf2019.DIFFERENCE)


def _months_gone(contract: Contract, known: _Known, readings: Readings) -> int:
    """The months of the cycle before the contract, by its year or its days.

    L6222-12-1: « réduite du nombre de mois écoulés depuis le début du cycle
    de formation ».
    """
    trainee = contract.duration_ground is _TRAINEE
    if trainee and not _credits_a_trainee(known.rule, readings):
        return known.by_entry
    return max(known.by_entry, known.by_days)


def _credits_a_trainee(rule: CycleTerms, readings: Readings) -> bool:
    """Whether months as a trainee of L6222-12-1 count.

    He stands in neither D6222-30 nor R6222-18, before April 2020.
    """
    return not rule.one_year or _whole_difference(rule, readings)


def _unknown_of_cycle(contract: Contract, known: _Known, readings: Readings) -> Assumed:
    """What is taken of a cycle of which something is unknown."""
    training = contract.training
    began = training.cycle_starts_on
    ground = contract.duration_ground
    assumed: Assumed = ()
    # the first day of the cycle tells how much of it is gone
    if training.entry_year is None and began is None:
        assumed = (_FIRST_YEAR,)
    if began is None and ground is _TRAINEE:
        assumed += (_CYCLE_START,)
    if ground is None and not _credits_a_trainee(known.rule, readings):
        of_trainee = _credit(contract, altered(known, by_days=0), readings)
        if of_trainee < _credit(contract, known, readings):
            assumed += (_NO_TRAINEE,)
    if not known.length:
        if known.agreed or known.resumed:
            assumed += (_LENGTH,)
    elif ground is None and contract.tripartite_agreement is None:
        months = months_concluded(contract)
        if months > known.months:
            assumed += (_LONGER,)
        elif months < known.months:
            assumed += (_SHORTER,)
    return assumed


def _second_year(contract: Contract, known: _Known, readings: Readings) -> tuple[bool, Assumed]:
    """Whether the licence professionnelle has the rate of the second year.

    The BUT has a code of its own.
    """
    level, diploma = contract.training.level, contract.training.diploma
    if (level is not None and level != _LICENCE_LEVEL) or (
        diploma is not None and diploma is not _LICENCE_PRO
    ):
        return False, ()
    if not (
        known.rule.licence_at_second_year
        or readings.licence_pro_before_april_2020 is LicenceProBeforeApril2020.SECOND_YEAR
    ):
        return False, ()
    one_year = known.length != 1 and (readings.licence_pro_length is _ONE_YEAR_ALONE)
    if one_year and known.length:
        return False, ()
    if diploma is None:
        return False, (_NO_LICENCE,)
    assumed: Assumed = (_ONE_YEAR,) if one_year else ()
    return True, assumed if level is not None else (*assumed, _LEVEL_6)


def _prolongation(
    contract: Contract, found: Progression, years: list[date], readings: Readings
) -> tuple[Prolongation | None, Assumed]:
    """The extra period that comes after the cycle."""
    extra, assumed = _extra(contract, found)
    if extra is None or extra.reason not in _EXTRA_YEARS:
        return None, assumed
    first = extra.starts_on
    if first is None:
        first, more = _after_the_cycle(contract, extra, found, readings)
        assumed += more
    if first is None:
        return None, assumed
    before = eve_of(first)
    year = found.year_on(before, max(1, bisect_right(years, before)))
    return Prolongation(_EXTRA_YEARS[extra.reason], first, year), assumed


def _extra(contract: Contract, found: Progression) -> tuple[Extension | None, Assumed]:
    extra, ground = contract.extension, contract.duration_ground
    if ground is not _DISABILITY:
        if extra is None:
            return None, (_NO_EXTENSION,)
        if ground is None and extra.reason is ExtensionReason.NONE and _exceeds(contract, found):
            return extra, (_NOT_DISABLED,)
        return extra, ()
    disability = Extension(reason=ExtensionReason.DISABILITY)
    if extra is None:
        return disability, (_BEYOND_THE_CYCLE,)
    return disability if extra.reason is ExtensionReason.NONE else extra, ()


def _exceeds(contract: Contract, found: Progression) -> bool:
    """Whether the time beyond the cycle may be a disabled worker's."""
    if contract.apprentice.rqth is False:
        return False
    months = cycle_months(contract.training)
    return not months or months_concluded(contract) > months - found.credit


def _after_the_cycle(
    contract: Contract, extra: Extension, found: Progression, readings: Readings
) -> tuple[date | None, Assumed]:
    """The first day of an extra period agreed at the signature.

    R6222-47: « égale à la durée normale d'apprentissage pour la formation
    considérée, augmentée d'un an au plus »: it is what exceeds the cycle.
    """
    starts_on, ends_on = contract.starts_on, contract.ends_on
    months, credit = cycle_months(contract.training), found.credit
    assumed: Assumed = ()
    if not months:
        if extra.reason is not ExtensionReason.DISABILITY:
            return None, (_EXTENSION_START,)
        assumed = (_LAST_YEAR_ADDED,)
        months = (months_begun(starts_on, ends_on) + credit - 1) // 12 * 12
    leap_late = opens_leap_years_late(starts_on, readings)
    first = first_day_after(starts_on, months - credit, leap_late=leap_late)
    return first if starts_on < first <= ends_on else None, assumed
