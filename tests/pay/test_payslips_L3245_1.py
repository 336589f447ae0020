"""Payslips against the minimum: L6222-27, and L3245-1 for what may be claimed.

« La demande peut porter sur les sommes dues au titre des trois dernières
années à compter de ce jour ou, lorsque le contrat de travail est rompu, sur
les sommes dues au titre des trois années précédant la rupture du contrat. »
"""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    NO_SMC,
    AgeBracket,
    ByDay,
    Contract,
    DeclaredPayLine,
    Dossier,
    Employer,
    EmployerType,
    Grid,
    PayBase,
    Rupture,
    Territory,
)
from apprentissage.judging import Outcome
from apprentissage.law.readings import Readings
from apprentissage.months import first_of_next_month, same_day
from apprentissage.pay import (
    ArrearsCause,
    PayAudit,
    Payslip,
    ProRata,
    audit_pay,
    check_declared_pay,
    monthly_pay,
    pay_schedule,
    statutory_grid,
)
from apprentissage.testing import ordinary_contracts
from tests.pay.drawn import FEWER, known_contracts, pay_contracts, pay_readings
from tests.pay.sample import LAST, aged

YES, NO, OPEN = Outcome.COMPLIANT, Outcome.NON_COMPLIANT, Outcome.UNDETERMINED
DAYS = {"method": ProRata.CALENDAR_DAYS}
WEEK = (Decimal(7),) * 5 + (Decimal(0),) * 2
CENT = Decimal("0.01")


def slip(year: int, month: int, gross: str, **told: Any) -> Payslip:
    return Payslip(year=year, month=month, gross=Decimal(gross), **told)


def audit(of: Contract, *slips: Payslip, **how: Any) -> PayAudit:
    return audit_pay(of, slips, **how)


def causes(found: PayAudit) -> list[tuple[str, str]]:
    return [(cause.value, str(part)) for cause, part in found.by_cause]


def plain(words: str) -> str:
    return words.replace("\xa0", " ").replace("\u202f", " ")


ADULT = aged(date(2007, 1, 10), date(2025, 9, 1), date(2027, 8, 31), smc_monthly=NO_SMC)
"""18 years old: 43 %, then 51 %; 802.82 and 952.18 euros since June 2026."""

YOUNG = aged(date(2008, 2, 10), date(2025, 9, 1), date(2027, 8, 31), smc_monthly=NO_SMC)
"""17 years old: 27 %, 43 % from March 2026, 51 % from September."""


# --- what is due and what lacks ----------------------------------------------


@pytest.mark.parametrize(
    ("gross", "outcome", "arrears"),
    [
        ("802.82", YES, "0.00"),
        ("802.81", YES, "0.00"),  # a cent is a rounding
        ("802.80", NO, "0.02"),
        ("2000.00", YES, "0.00"),
        ("0.00", NO, "802.82"),
    ],
)
def test_a_month(gross: str, outcome: Outcome, arrears: str) -> None:
    found = audit(ADULT, slip(2026, 7, gross))
    (month,) = found
    assert (month.outcome, found.outcome) == (outcome, outcome)
    assert str(month.due) == "802.82"
    assert str(found.arrears) == arrears
    assert str(found.waiting) == "0.00"


def test_more_in_one_month_makes_up_for_no_other() -> None:
    found = audit(ADULT, slip(2026, 7, "900"), slip(2026, 8, "792.82"))
    assert str(found.arrears) == "10.00"


def test_what_was_due_on_a_day() -> None:
    mid = aged(date(2007, 1, 10), date(2025, 9, 15), date(2027, 9, 14), smc_monthly=NO_SMC)
    found = audit(mid, slip(2026, 9, "802.82"), **DAYS)
    (month,) = found
    assert month.on(date(2026, 9, 14)).rate == 43
    assert month.on(date(2026, 9, 15)).rate == 51
    assert (month.starts_on, month.ends_on) == (date(2026, 9, 1), date(2026, 9, 30))
    assert sum(each.total_due for each in month) == month.due
    with pytest.raises(NotCovered, match="month"):
        month.on(date(2026, 10, 1))
    # the month paid at the rate of its first day: 882.48 less 802.82
    assert causes(found) == [("year", "79.66")]


def test_a_whole_number_is_taken_where_it_is_exact() -> None:
    told = Payslip(year=2026, month=7, gross=900, weekly_hours=35)
    assert told == slip(2026, 7, "900", weekly_hours=Decimal(35))
    assert isinstance(told.gross, Decimal)


def test_slips_come_in_any_order() -> None:
    later, earlier = slip(2026, 8, "802.82"), slip(2026, 7, "802.82")
    found = audit(ADULT, later, earlier)
    assert [each.payslip for each in found] == [earlier, later]


def test_months_without_a_slip_are_told_and_not_counted() -> None:
    found = audit(ADULT, slip(2025, 10, "0.00"), slip(2026, 1, "2000"))
    assert found.months_without_payslip == ("2025-09", "2025-11", "2025-12")
    assert str(found.arrears) == "774.77"
    assert any("2025-11" in note for note in found.notes)


# --- causes ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gross", "expected"),
    [
        # due: 51 % of 1867.02, 952.18
        ("802.82", [("year", "149.36")]),  # 43 %
        ("728.14", [("bracket", "224.04")]),  # 39 %
        ("929.75", [("smic_rise", "22.43")]),  # 51 % of 1823.03
        ("504.10", [("year", "149.36"), ("bracket", "298.72")]),  # 27 %
        # 39 % of 1823.03, 710.98: the rise takes 22.43 first
        ("710.98", [("smic_rise", "22.43"), ("bracket", "218.77")]),
        # 51 % of 12.31 x 151.67, four cents high, and a cent lost
        ("929.80", [("smic_rise", "22.38")]),
        ("929.81", [("unexplained", "22.37")]),
        ("900.00", [("unexplained", "52.18")]),
    ],
)
def test_the_step_that_was_missed(gross: str, expected: list[tuple[str, str]]) -> None:
    found = audit(YOUNG, slip(2026, 10, gross))
    assert causes(found) == expected
    assert sum(part for _, part in found.by_cause) == found.arrears


def test_three_steps_may_be_missed_and_four_explain_nothing() -> None:
    # 27 % of 1823.03 is 492.22; 929.75 without the rise, 783.90 in the first year
    steps = [("smic_rise", "22.43"), ("year", "145.85"), ("bracket", "291.68")]
    assert causes(audit(YOUNG, slip(2026, 10, "492.22"))) == steps
    # four hours a week beyond 35 are the fourth
    long = evolve(YOUNG, weekly_hours=Decimal(39), overtime_premium=Decimal(25))
    due = pay_schedule(long).amounts().on(date(2026, 10, 1)).total_monthly
    assert due is not None
    lacks = str(due - Decimal("492.22"))
    assert causes(audit(long, slip(2026, 10, "492.22"))) == [("unexplained", lacks)]


@pytest.mark.parametrize(("gross", "lacks"), [("918.92", "288.29"), ("774.77", "432.44")])
def test_a_payroll_may_stay_in_any_earlier_year_of_the_grid(gross: str, lacks: str) -> None:
    # D6222-26, at 20: 67 % of 1801.80 in the third year, 51 in the second, 43
    third = aged(date(2005, 1, 10), date(2023, 9, 1), date(2026, 8, 31), smc_monthly=NO_SMC)
    assert causes(audit(third, slip(2025, 10, gross))) == [("year", lacks)]


def test_no_year_comes_before_the_first() -> None:
    # a grid that falls: 1306.91 in the first year; 1120.21 is what the third pays
    falling = Grid(from_18=(Decimal(70), Decimal(65), Decimal(60)))
    first = evolve(ADULT, grid=falling)
    assert causes(audit(first, slip(2026, 7, "1120.21"))) == [("unexplained", "186.70")]


def test_overtime_missed_or_without_its_premium() -> None:
    long = evolve(ADULT, weekly_hours=Decimal(39), overtime_premium=Decimal(25))
    due = pay_schedule(long).amounts().on(date(2026, 7, 1))
    assert (str(due.monthly), str(due.overtime_monthly)) == ("802.82", "114.69")
    assert causes(audit(long, slip(2026, 7, "802.82"))) == [("overtime", "114.69")]
    # four hours a week at the hourly wage itself: 91.75
    assert causes(audit(long, slip(2026, 7, "894.57"))) == [("overtime", "22.94")]


def test_the_branch_grid_and_the_smc() -> None:
    grid = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))
    building = evolve(ADULT, grid=grid)
    # 50 % of 1867.02 is 933.51
    assert causes(audit(building, slip(2026, 7, "802.82"))) == [("branch", "130.69")]
    older = evolve(
        ADULT,
        apprentice=evolve(ADULT.apprentice, born_on=date(2003, 1, 10)),
        smc_monthly=ByDay(
            ((date(2025, 1, 1), Decimal("1900.00")), (date(2026, 7, 1), Decimal("2000.00")))
        ),
    )
    # 53 % of 2000; of the SMC before, 1007.00; of the SMIC, 989.52
    assert causes(audit(older, slip(2026, 7, "1007.00"))) == [("branch", "53.00")]
    assert causes(audit(older, slip(2026, 7, "989.52"))) == [("branch", "70.48")]
    # a rise that is still to come explains nothing: 53 % of 1900 is due
    assert causes(audit(older, slip(2026, 6, "989.52"))) == [("branch", "17.48")]
    both = evolve(older, grid=Grid(from_21=(Decimal(60),) * 3))
    # 60 % of 2000 without either: 53 % of the SMIC
    assert causes(audit(both, slip(2026, 7, "989.52"))) == [("branch", "210.48")]
    assert causes(audit(both, slip(2026, 7, "1060.00"))) == [("branch", "140.00")]


def test_the_points_of_a_public_employer() -> None:
    # D6272-2: 43 + 20 percent of 1867.02 are 1176.22, without the points 802.82
    commune = Employer(type=EmployerType.COMMUNE, territory=Territory.METROPOLE)
    raised = evolve(ADULT, employer=commune, public_points=20)
    assert causes(audit(raised, slip(2026, 7, "802.82"))) == [("points", "373.40")]


@pytest.mark.parametrize(
    ("gross", "cause", "lacks"),
    [
        ("1590.00", "year", "240.00"),
        ("1590.01", "year", "239.99"),
        ("1590.02", "branch", "239.98"),
        ("1590.03", "branch", "239.97"),
    ],
)
def test_of_two_steps_that_give_nearly_the_same_the_nearest(
    gross: str, cause: str, lacks: str
) -> None:
    # 61 % of 3000; 53 % in the first year, 1590.00; 61 % of the SMC before, 1590.03
    risen = ByDay(
        ((date(2025, 1, 1), Decimal("2606.61")), (date(2026, 12, 1), Decimal("3000.00")))
    )
    older = aged(date(2003, 1, 10), date(2025, 9, 1), date(2027, 8, 31), smc_monthly=risen)
    assert causes(audit(older, slip(2027, 1, gross))) == [(cause, lacks)]


@pytest.mark.parametrize(
    ("born_on", "cause"),
    [
        # 18 in March 2026, before the second year; in November, after it began
        (date(2008, 2, 10), "year"),
        (date(2008, 10, 10), "bracket"),
        # both on 1 September 2026: the first in the order of `ArrearsCause`
        (date(2008, 8, 10), "year"),
    ],
)
def test_of_two_steps_that_give_the_same_the_one_missed_last(born_on: date, cause: str) -> None:
    grid = Grid(
        under_18=(Decimal(50), Decimal(60), Decimal(70)),
        from_18=(Decimal(60), Decimal(70), Decimal(80)),
    )
    one = aged(born_on, date(2025, 9, 1), date(2027, 8, 31), smc_monthly=NO_SMC, grid=grid)
    # 70 % of 1867.02 is 1306.91; 60 %, 1120.21
    assert causes(audit(one, slip(2026, 12, "1120.21"))) == [(cause, "186.70")]


def test_the_floor_of_the_previous_contract() -> None:
    after = evolve(ADULT, previous=(evolve(LAST, last_rate=Decimal(61)),))
    # 61 % of 1867.02 is 1138.88
    found = audit(after, slip(2026, 7, "802.82"))
    assert causes(found) == [("floor", "336.06")]


def test_the_points_of_a_second_diploma() -> None:
    again = evolve(
        ADULT,
        ends_on=date(2026, 8, 31),
        training=evolve(ADULT.training, cycle_years=1),
        previous=(
            evolve(LAST, directly_related=True, same_employer=False, last_rate=Decimal(51)),
        ),
    )
    due = pay_schedule(again).month(2026, 7).due
    # 51 % and 15 points of 1867.02
    assert str(due) == "1232.23"
    found = audit(again, slip(2026, 7, "952.18"))
    assert causes(found) == [("points", "280.05")]


def test_a_step_that_takes_nothing_away_is_none() -> None:
    """26 and over is paid 100 % in each year: no year can be missed."""
    # three cents short in a first year: no step is worth so little
    few = audit(ADULT, slip(2026, 7, "802.79"))
    assert causes(few) == [("unexplained", "0.03")]
    old = evolve(ADULT, apprentice=evolve(ADULT.apprentice, born_on=date(1996, 1, 10)))
    found = audit(old, slip(2026, 10, "952.18"))
    # 51 %: a bracket two steps too low
    assert causes(found) == [("bracket", "914.84")]


def test_a_payroll_that_would_cut_the_month_is_not_tried_without_method() -> None:
    """100 % in both years at 26, 53 then 61 % a bracket too low."""
    old = aged(date(1996, 1, 10), date(2025, 9, 16), date(2027, 9, 15), smc_monthly=NO_SMC)
    paid = slip(2026, 9, "1064.20")
    # half of 989.52 and half of 1138.88
    assert causes(audit(old, paid)) == [("unexplained", "802.82")]
    assert causes(audit(old, paid, **DAYS)) == [("bracket", "802.82")]


def test_of_two_steps_of_the_same_pay_the_later_one_was_missed() -> None:
    """50 % at 17 in year 2, and at 18 in year 1, by the building branch."""
    building = evolve(
        YOUNG,
        grid=Grid(
            under_18=(Decimal(40), Decimal(50), Decimal(60)),
            from_18=(Decimal(50), Decimal(60), Decimal(70)),
        ),
    )
    coming = evolve(building, apprentice=evolve(YOUNG.apprentice, born_on=date(2008, 9, 10)))
    # 18 from October 2026, in the second year since September
    assert causes(audit(coming, slip(2026, 10, "933.51"))) == [("bracket", "186.70")]
    # 18 since March, in the second year from September on
    assert causes(audit(building, slip(2026, 10, "933.51"))) == [("year", "186.70")]


# --- hours and absences ------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "due"),
    [
        # 5.2933 euros an hour, 43 % of 12.31
        ({"overtime_hours": Decimal(10)}, "868.99"),  # at 25 %
        (
            {"overtime_hours": Decimal(10), "overtime_hours_beyond_43": Decimal(4)},
            "874.28",  # six at 25 %, four at 50 %
        ),
        ({"overtime_hours": Decimal(0)}, "802.82"),
        ({"weekly_hours": Decimal(28)}, "642.25"),
        ({"weekly_hours": Decimal(39)}, "917.51"),
        ({"weekly_hours": Decimal(39), "overtime_hours": Decimal(0)}, "802.82"),
        ({"absence": Decimal("100.00")}, "702.82"),
        ({"absence": Decimal(900)}, "0.00"),
        # July 2026 has 23 days of seven hours, 161 hours
        ({"absence_hours": Decimal(14)}, "733.01"),
        ({"absence_hours": Decimal(161)}, "0.00"),
    ],
)
def test_what_a_slip_tells(told: dict[str, Any], due: str) -> None:
    found = audit(
        evolve(ADULT, overtime_premium=None), slip(2026, 7, "2000.00", **told), week=WEEK
    )
    (month,) = found
    assert (str(month.due), month.outcome) == (due, YES)


def test_the_premium_agreed_goes_on_the_hours_told() -> None:
    agreed = evolve(ADULT, overtime_premium=Decimal(10))
    (month,) = audit(agreed, slip(2026, 7, "802.82", overtime_hours=Decimal(10)))
    # ten hours at 5.2933 and 10 %
    assert (str(month.due), str(month.arrears)) == ("861.05", "58.23")
    assert [cause for cause, _ in month.by_cause] == [ArrearsCause.OVERTIME]


def test_hours_told_go_where_overtime_is_paid() -> None:
    """17, then 18 on 10 July 2026: overtime is rest before (L3162-1)."""
    young = aged(
        date(2008, 7, 10),
        date(2025, 9, 1),
        date(2027, 8, 31),
        smc_monthly=NO_SMC,
        overtime_premium=Decimal(25),
    )
    told = {"overtime_hours": Decimal(10)}
    (month,) = audit(young, slip(2026, 7, "2000", **told), **DAYS)
    # ten hours at 27 % of 12.31 and 25 %, all of them
    assert [str(each.overtime_due) for each in month] == ["0.00", "41.55"]
    (minor,) = audit(young, slip(2026, 6, "2000", **told))
    assert str(minor.due) == "504.10"
    # The one day that remains is a Sunday, of no weight: all the same.
    sunday = evolve(
        young,
        ends_on=date(2026, 7, 12),
        apprentice=evolve(young.apprentice, born_on=date(2008, 7, 12)),
    )
    (last,) = audit(sunday, slip(2026, 7, "2000", **told), method=ProRata.JOURS_OUVRES)
    assert [str(each.overtime_due) for each in last] == ["0.00", "41.55"]


def test_absences_of_a_month_begun_are_hours_of_its_own_days() -> None:
    mid = evolve(ADULT, concluded_on=date(2025, 9, 15), starts_on=date(2025, 9, 15))
    how = {"method": ProRata.HOURS, "week": WEEK}
    whole = audit(mid, slip(2025, 9, "2000"), **how)[0].due
    told = {"absence_hours": Decimal(42)}
    half = audit(mid, slip(2025, 9, "2000", **told), **how)[0].due
    # 12 days of 7 hours from the 15th on: 84 of 154 hours, and half of them
    assert (str(whole), str(half)) == ("422.60", "211.30")


# --- what is unknown ---------------------------------------------------------


def test_an_unknown_fact_that_decides_is_named() -> None:
    found = audit(evolve(ADULT, grid=None), slip(2026, 7, "802.82"))
    (month,) = found
    assert (month.outcome, month.missing) == (OPEN, ("grid",))
    assert (str(month.arrears), str(month.waiting)) == ("0.00", "0.00")
    assert plain(month.sentence).endswith("à compléter : grille de rémunération conventionnelle.")
    assert found.missing == ("grid",)
    assert any("À compléter" in note for note in found.notes)


@pytest.mark.parametrize(
    ("unknown", "path"),
    [
        ({"weekly_hours": None}, "weekly_hours"),
        ({"employer": {"territory": None}}, "employer.territory"),
    ],
)
def test_a_shortfall_that_waits_for_a_fact(unknown: dict[str, Any], path: str) -> None:
    of = aged(
        date(2007, 1, 10), date(2025, 9, 1), date(2027, 8, 31), smc_monthly=NO_SMC, **unknown
    )
    found = audit(of, slip(2026, 7, "700.00"))
    (month,) = found
    assert month.outcome is OPEN
    assert path in month.missing
    assert (str(month.arrears), str(month.waiting)) == ("0.00", "102.82")
    assert month.by_cause == ()
    # a claim is not refused for what nobody knows
    claim = found.claim_on(date(2026, 10, 1))
    assert (str(claim.claimable), str(claim.waiting)) == ("0.00", "102.82")
    assert plain(claim.sentence).startswith(
        "Au 01/10/2026, 102,82 € dépendent d'informations à compléter ("
    )
    if path == "weekly_hours":
        told = audit(of, slip(2026, 7, "700.00", weekly_hours=Decimal(35)))
        assert (told.outcome, str(told.arrears)) == (NO, "102.82")


@pytest.mark.parametrize(
    ("gross", "outcome", "arrears", "waiting"),
    [
        # 43 % of 1867.02 euros, 802.82, or of 1449.93 in Mayotte, 623.47
        ("600.00", NO, "23.47", "179.35"),
        ("623.45", NO, "0.02", "179.35"),
        ("623.46", OPEN, "0.00", "179.36"),
        ("802.80", OPEN, "0.00", "0.02"),
        ("802.81", YES, "0.00", "0.00"),
    ],
)
def test_what_lacks_wherever_the_work_is_done(
    gross: str, outcome: Outcome, arrears: str, waiting: str
) -> None:
    nowhere = {"employer": {"territory": None}}
    contract = aged(
        date(2007, 1, 10), date(2025, 9, 1), date(2027, 8, 31), smc_monthly=NO_SMC, **nowhere
    )
    (month,) = audit(contract, slip(2026, 7, gross))
    assert (month.outcome, str(month.arrears)) == (outcome, arrears)
    assert str(month.waiting) == waiting
    assert month.missing == (() if outcome is YES else ("employer.territory",))


@pytest.mark.parametrize(
    ("told", "arrears", "missing"),
    [
        (True, "330.49", ()),
        (False, "50.44", ()),
        (None, "50.44", ("previous[0].directly_related",)),
    ],
)
def test_what_is_too_low_waits_for_what_raises_it(
    told: bool | None, arrears: str, missing: tuple[str, ...]
) -> None:
    # D6222-30: « une majoration de 15 points », to the 43 % of D6222-26
    cycle = evolve(LAST, directly_related=told, cycle_years=1, last_rate=Decimal(20))
    contract = aged(
        date(2007, 1, 10),
        date(2025, 9, 1),
        date(2026, 8, 31),
        previous=(cycle,),
        smc_monthly=NO_SMC,
        training={"level": 3, "cycle_years": 1},
    )
    (month,) = audit(contract, slip(2026, 7, "752.38"))
    assert (month.outcome, str(month.arrears), month.missing) == (NO, arrears, missing)
    assert month.waiting == 0
    if missing:
        assert plain(month.sentence) == (
            "juillet 2026 : 752,38 € payés pour un minimum de 802,82 € ; il manque en tout cas "
            "50,44 € (aucune étape oubliée : 50,44 €) ; à compléter : rapport direct du diplôme "
            "visé avec le diplôme précédent."
        )


@pytest.mark.parametrize(("gross", "outcome"), [("600.00", NO), ("640.00", OPEN)])
def test_where_too_many_facts_may_raise_it_what_lacks_is_still_told(
    gross: str, outcome: Outcome
) -> None:
    # 2 places; 2 answers and 9 levels that may give 15 points: 36 completions
    cycle = evolve(LAST, directly_related=None, level=None, last_rate=Decimal(20), cycle_years=1)
    contract = aged(
        date(2007, 1, 10),
        date(2025, 9, 1),
        date(2026, 8, 31),
        smc_monthly=NO_SMC,
        training={"level": 3, "cycle_years": 1},
        employer={"territory": None},
        previous=(evolve(cycle, diploma_obtained=None),),
    )
    (month,) = audit(contract, slip(2026, 7, gross))
    assert month.outcome is outcome
    assert str(month.arrears) == ("23.47" if outcome is NO else "0.00")
    assert set(month.missing) == {
        "employer.territory",
        "previous[0].diploma_obtained",
        "previous[0].directly_related",
        "previous[0].level",
    }


def test_a_place_whose_law_is_not_covered_decides() -> None:
    # the rates of Mayotte before 2018-01-01 are not covered
    contract = aged(
        date(1990, 1, 10),
        date(2010, 9, 1),
        date(2011, 8, 31),
        smc_monthly=NO_SMC,
        training={"level": 3, "cycle_years": 1},
        employer={"territory": None},
    )
    (month,) = audit(contract, slip(2010, 10, "0.01"))
    assert (month.outcome, month.missing) == (OPEN, ("employer.territory",))
    assert month.arrears == 0


def test_the_premium_that_nobody_told() -> None:
    long = evolve(ADULT, weekly_hours=Decimal(39))
    # 894.57 without any premium, 917.51 with 25 %
    (surely,) = audit(long, slip(2026, 7, "802.82"))
    assert surely.outcome is NO
    assert surely.missing == ("overtime_premium",)
    assert (str(surely.arrears), str(surely.waiting)) == ("91.75", "22.94")
    assert sum(part for _, part in surely.by_cause) == surely.arrears
    (between,) = audit(long, slip(2026, 7, "900.00"))
    assert (between.outcome, between.missing) == (OPEN, ("overtime_premium",))
    assert str(between.waiting) == "17.51"
    (enough,) = audit(long, slip(2026, 7, "917.51"))
    assert (enough.outcome, enough.missing) == (YES, ())


def test_what_lacks_in_any_case_and_what_waits_besides() -> None:
    """The floor of 61 % falls away if the earlier contract was none."""
    after = evolve(ADULT, previous=(evolve(LAST, route=None),))
    (month,) = audit(after, slip(2026, 7, "700.00"))
    assert (str(month.due), month.outcome) == ("1138.88", NO)
    # 802.82 by the grid, 1138.88 by the floor
    assert (str(month.arrears), str(month.waiting)) == ("102.82", "336.06")
    assert month.missing == ("previous[0].route",)
    assert sum(part for _, part in month.by_cause) == month.arrears
    # without the floor and without the rise, in that order
    (old,) = audit(after, slip(2026, 7, "774.77"))
    assert (str(old.arrears), str(old.waiting)) == ("28.05", "336.06")
    assert old.by_cause == ((ArrearsCause.SMIC_RISE, Decimal("28.05")),)
    (paid,) = audit(after, slip(2026, 7, "802.82"))
    assert (paid.outcome, str(paid.waiting)) == (OPEN, "336.06")


# --- L3245-1 -----------------------------------------------------------------

PAID = date(2026, 7, 31)


def claimed(
    day: date, *, paid_on: date | None, ruptured_on: date | None = None
) -> tuple[str, str, str]:
    of = ADULT
    if ruptured_on is not None:
        of = evolve(of, file=Dossier(rupture=Rupture(ruptured_on=ruptured_on)))
    found = audit(of, slip(2026, 7, "792.82", paid_on=paid_on)).claim_on(day)
    assert found.on == day
    return str(found.claimable), str(found.barred), str(found.undetermined)


@pytest.mark.parametrize(
    ("day", "paid_on", "ruptured_on", "expected"),
    [
        (date(2026, 8, 1), PAID, None, "open"),
        (date(2029, 7, 31), PAID, None, "open"),
        (date(2029, 8, 1), PAID, None, "barred"),
        # unknown day of payment: the first of the month at the earliest
        (date(2029, 7, 1), None, None, "open"),
        (date(2029, 7, 2), None, None, "unknown"),
        (date(2040, 1, 1), None, None, "unknown"),
        # broken: the three years before it, until three years after it
        (date(2030, 6, 30), PAID, date(2027, 6, 30), "open"),
        (date(2030, 7, 1), PAID, date(2027, 6, 30), "barred"),
        (date(2030, 6, 30), None, date(2027, 6, 30), "open"),
        (date(2030, 7, 1), None, date(2027, 6, 30), "unknown"),
    ],
)
def test_three_years(
    day: date, paid_on: date | None, ruptured_on: date | None, expected: str
) -> None:
    ten, none = "10.00", "0.00"
    assert (
        claimed(day, paid_on=paid_on, ruptured_on=ruptured_on)
        == {"open": (ten, none, none), "barred": (none, ten, none), "unknown": (none, none, ten)}[
            expected
        ]
    )


def test_a_rupture_opens_no_more_than_its_three_years() -> None:
    four_years = evolve(
        ADULT,
        ends_on=date(2029, 8, 31),
        file=Dossier(rupture=Rupture(ruptured_on=date(2029, 8, 15))),
    )
    short = slip(2026, 7, "792.82", paid_on=PAID)
    claim = audit(four_years, short).claim_on(date(2029, 9, 1))
    assert claim.months_barred == ("2026-07",)
    assert claim.months_claimable == ()


def test_a_claim_tells_its_months_and_its_texts() -> None:
    found = audit(
        ADULT,
        slip(2025, 10, "764.77", paid_on=date(2025, 10, 31)),
        slip(2026, 7, "792.82", paid_on=PAID),
        slip(2026, 8, "792.82"),
        slip(2026, 10, "2000"),
    )
    claim = found.claim_on(date(2029, 7, 31))
    assert claim.months_claimable == ("2026-07", "2026-08")
    assert claim.months_barred == ("2025-10",)
    assert claim.months_undetermined == ()
    assert (str(claim.claimable), str(claim.barred)) == ("20.00", "10.00")
    assert plain(claim.sentence) == (
        "20,00 € peuvent être réclamés le 31/07/2029 ; 10,00 € sont prescrits (art. L. 3245-1 du "
        "code du travail et Cass. soc., 14 décembre 2022, n° 21-16.623)."
    )
    assert claim.sources[0].url is not None
    assert [c.name for c in claim.caveats] == ["PRESCRIPTION_RUNS"]
    later = found.claim_on(date(2029, 9, 1))
    assert later.months_undetermined == ("2026-08",)
    assert "10,00 € dépendent du jour de paie" in plain(later.sentence)
    unknown = audit(ADULT, slip(2026, 8, "792.82")).claim_on(date(2029, 9, 1))
    assert plain(unknown.sentence).startswith("Au 01/09/2029, 10,00 € dépendent du jour de paie")
    sooner = plain(found.claim_on(date(2026, 9, 1)).sentence)
    assert sooner.startswith("30,00 € peuvent être réclamés le 01/09/2026 (")


def test_the_law_of_before_june_2013_is_not_covered() -> None:
    old = aged(date(1994, 1, 10), date(2012, 9, 1), date(2014, 8, 31), smc_monthly=NO_SMC)
    found = audit(old, slip(2013, 5, "0.00", paid_on=date(2013, 5, 31)))
    with pytest.raises(NotCovered, match="prescription"):
        found.claim_on(date(2013, 6, 16))
    with pytest.raises(NotCovered, match="prescription"):
        found.claim_on(date(2016, 6, 17))
    assert found.claim_on(date(2016, 6, 18)).months_barred == ("2013-05",)


# --- what is refused ---------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"month": 0}, "month"),
        ({"month": 13}, "month"),
        ({"year": 1800}, "year"),
        ({"gross": Decimal(-1)}, "gross"),
        ({"gross": Decimal("1.005")}, "gross"),
        ({"gross": Decimal("NaN")}, "gross"),
        ({"absence": Decimal(-1)}, "absence"),
        ({"absence": Decimal("0.001")}, "absence"),
        ({"absence_hours": Decimal(-1)}, "absence_hours"),
        ({"weekly_hours": Decimal(-1)}, "weekly_hours"),
        ({"overtime_hours": Decimal(-1)}, "overtime_hours"),
        ({"overtime_hours_beyond_43": Decimal(1)}, "overtime_hours_beyond_43"),
        (
            {"overtime_hours": Decimal(1), "overtime_hours_beyond_43": Decimal(2)},
            "overtime_hours_beyond_43",
        ),
    ],
)
def test_a_slip_that_cannot_be(wrong: dict[str, Any], path: str) -> None:
    told = {"year": 2026, "month": 7, "gross": Decimal("802.82"), **wrong}
    with pytest.raises(InvalidValue) as refused:
        Payslip(**told)
    assert refused.value.path == path


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"gross": 802.82}, "gross"),
        ({"gross": True}, "gross"),
        ({"weekly_hours": "35"}, "weekly_hours"),
        ({"year": "2026"}, "year"),
        ({"month": True}, "month"),
        ({"paid_on": "2026-07-31"}, "paid_on"),
    ],
)
def test_a_slip_of_wrong_types(wrong: dict[str, Any], path: str) -> None:
    told = {"year": 2026, "month": 7, "gross": Decimal("802.82"), **wrong}
    with pytest.raises(WrongType) as refused:
        Payslip(**told)
    assert refused.value.path == path


@pytest.mark.parametrize(
    ("slips", "how", "path", "remedy"),
    [
        ((), {}, "payslips", "at least one"),
        (
            (slip(2026, 7, "1"), slip(2025, 8, "1")),
            {},
            "payslips[1].month",
            "write a month from 2025-09 to 2027-08",
        ),
        ((slip(2026, 7, "1"), slip(2026, 7, "2")), {}, "payslips[1].month", "one slip a month"),
        (
            (slip(2026, 7, "1", absence_hours=Decimal(7)),),
            {},
            "week",
            r"payslips\[0\]\.absence_hours",
        ),
        (
            (slip(2026, 7, "1", absence_hours=Decimal(162)),),
            {"week": WEEK},
            "payslips[0].absence_hours",
            "at most the 161 hours",
        ),
        ((slip(2026, 7, "1"),), {"method": ProRata.HOURS}, "week", "seven days"),
    ],
)
def test_slips_that_cannot_be_audited(
    slips: tuple[Payslip, ...], how: dict[str, Any], path: str, remedy: str
) -> None:
    with pytest.raises(InvalidValue, match=remedy) as refused:
        audit_pay(ADULT, slips, **how)
    assert refused.value.path == path


def test_a_month_cut_by_a_rupture_needs_a_method_and_one_after_is_none() -> None:
    broken = evolve(ADULT, file=Dossier(rupture=Rupture(ruptured_on=date(2026, 7, 10))))
    with pytest.raises(InvalidValue, match="ends on 2026-07-10") as refused:
        audit(broken, slip(2026, 7, "1"))
    assert refused.value.path == "method"
    with pytest.raises(InvalidValue, match="from 2025-09 to 2026-07"):
        audit(broken, slip(2026, 8, "1"), **DAYS)


def test_what_is_no_slip() -> None:
    wrong: Any = {"year": 2026}
    with pytest.raises(WrongType, match=r"payslips\[0\]"):
        audit_pay(ADULT, (wrong,))


# --- as a value --------------------------------------------------------------


def test_rows_table_and_repr() -> None:
    found = audit(YOUNG, slip(2026, 7, "802.82"), slip(2026, 10, "710.98"))
    first, second = found.to_rows()
    assert first["resultat"] == "conforme"
    assert second == {
        "mois": "2026-10",
        "du": date(2026, 10, 1),
        "au": date(2026, 10, 31),
        "resultat": "non_conforme",
        "brut_du": 952.18,
        "brut_paye": 710.98,
        "rappel": 241.20,
        "en_attente": 0.0,
        "rappel_heures_supplementaires": 0.0,
        "rappel_garantie": 0.0,
        "rappel_branche": 0.0,
        "rappel_points": 0.0,
        "rappel_hausse_smic": 22.43,
        "rappel_annee": 0.0,
        "rappel_tranche_age": 218.77,
        "rappel_inexplique": 0.0,
        "manque": "",
        "constat": found[1].sentence,
    }
    exact = found.to_rows(exact=True)[1]
    assert exact["rappel"] == Decimal("241.20")
    assert plain(found[1].sentence) == (
        "octobre 2026 : 710,98 € payés pour 952,18 € dus ; il manque 241,20 € "
        "(hausse du SMIC : 22,43 € ; tranche d'âge : 218,77 €)."
    )
    assert plain(found[0].sentence) == (
        "juillet 2026 : 802,82 € payés, au moins le minimum de 802,82 €."
    )
    shown = plain(found._repr_html_())
    assert "Rappel de salaire : 241,20 €" in shown
    cells = re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", shown)
    assert cells[:6] == ["mois", "payé", "dû", "rappel", "cause", "résultat"]
    october = cells.index("octobre 2026")
    assert cells[october + 1 : october + 6] == [
        "710,98 €",
        "952,18 €",
        "241,20 €",
        "hausse du SMIC et tranche d&#x27;âge",
        "non conforme",
    ]
    assert repr(found) == ("PayAudit(2 payslips, non_compliant, arrears 241.20 €)")


def test_an_audit_and_its_months_are_sequences() -> None:
    found = audit(ADULT, slip(2026, 7, "1"), slip(2026, 8, "1"))
    assert len(found) == 2
    assert found[:1] == found.months[:1]
    assert list(found) == list(found.months)
    (month, _) = found
    assert (len(month), month[0], month[:1]) == (1, month.slices[0], month.slices)


def test_the_caveats_are_those_of_the_schedule_and_of_the_method() -> None:
    part = evolve(ADULT, weekly_hours=Decimal(24))
    names = {c.name for c in audit(part, slip(2026, 7, "1"), **DAYS).caveats}
    assert names == {"PART_TIME", "PRO_RATA_BY_USAGE"}
    first = slip(2025, 9, "2000")
    assert audit(ADULT, first).notes == ()


# --- properties --------------------------------------------------------------


def whole_months(of: Contract) -> Iterable[date]:
    day = first_of_next_month(of.starts_on)
    while same_day(day, 1) <= of.ends_on:
        yield day
        day = same_day(day, 1)


@pytest.mark.parametrize(
    ("gross", "outcome", "arrears", "waiting"),
    [
        ("1138.80", OPEN, "0.00", "0.08"),
        ("802.82", OPEN, "0.00", "336.06"),
        ("802.80", NO, "0.02", "336.06"),
    ],
)
def test_what_is_sure_asks_for_no_method_in_a_month_that_is_whole(
    gross: str, outcome: Outcome, arrears: str, waiting: str
) -> None:
    # 61 % of 1867.02 if the cycle before was an apprenticeship (D6222-29); by
    # the grid 43 % and from the 15th 51: 802.82 at least, however shared out
    contract = aged(
        date(2007, 1, 10),
        date(2025, 9, 15),
        date(2027, 9, 14),
        smc_monthly=NO_SMC,
        previous=(evolve(LAST, route=None),),
    )
    (month,) = audit(contract, slip(2026, 9, gross))
    assert month.outcome is outcome
    assert (str(month.arrears), str(month.waiting)) == (arrears, waiting)
    # by a method, 14 days of 802.82 and 16 of 952.18: 882.48
    (month,) = audit(contract, slip(2026, 9, "882.40"), **DAYS)
    assert (month.outcome, str(month.arrears)) == (NO, "0.08")


@FEWER
@given(st.data(), pay_contracts(), pay_readings())
def test_it_agrees_with_the_check_of_the_form(
    data: st.DataObject, contract: Contract, readings: Readings
) -> None:
    """An amount of a month is judged alike, to the cent, on both doors."""
    days = list(whole_months(contract))
    assume(days)
    day = data.draw(st.sampled_from(days))
    month = pay_schedule(contract, readings).month(
        day.year, day.month, method=ProRata.CALENDAR_DAYS
    )
    assume(len(month) == 1)
    off = data.draw(st.sampled_from((0, -1, -2, 1, -30, -300, -5000, 3000)))
    gross = max(month.due + off * CENT, Decimal(0))
    (audited,) = audit_pay(
        contract, [Payslip(year=day.year, month=day.month, gross=gross)], readings=readings
    )
    found = check_declared_pay(
        evolve(
            contract,
            declared_pay=(
                DeclaredPayLine(
                    starts_on=day,
                    ends_on=audited.ends_on,
                    rate=Decimal(500),
                    base=PayBase.SMIC,
                    monthly=gross,
                ),
            ),
        ),
        readings,
    )
    (amount,) = [part for line in found.parts for part in line.parts if part.subject == "montant"]
    assert audited.outcome is amount.outcome
    assert set(audited.missing) >= set(amount.missing)
    # a fact that turns no outcome may turn what lacks, of a month that may lack
    if audited.outcome is YES:
        assert audited.missing == amount.missing == ()


@FEWER
@given(st.data(), pay_contracts(), pay_readings(), st.sampled_from(ProRata))
def test_what_lacks_is_shared_out_to_the_cent(
    data: st.DataObject, contract: Contract, readings: Readings, method: ProRata
) -> None:
    week = WEEK if method is ProRata.HOURS else None
    months = pay_schedule(contract, readings).months(method=method, week=week)
    some = st.lists(st.sampled_from(months), max_size=3, min_size=1, unique=True)
    slips = []
    for each in data.draw(some):
        lacking = data.draw(st.integers(0, 40)) ** 2 * CENT
        gross = max(each.due - lacking, CENT)
        slips.append(Payslip(year=each.year, month=each.month, gross=gross))
    found = audit_pay(contract, slips, method=method, week=week, readings=readings)
    dues = {(each.year, each.month): each.due for each in months}
    for audited in found:
        assert audited.due == dues[audited.payslip.year, audited.payslip.month]
        assert sum(part for _, part in audited.by_cause) == audited.arrears
        assert all(part > 0 for _, part in audited.by_cause)
        lacks = audited.due - audited.payslip.gross
        if lacks <= CENT:
            assert audited.arrears == audited.waiting == 0
            assert audited.outcome is not NO
        else:
            assert audited.arrears + audited.waiting == lacks
            assert audited.waiting >= 0
            assert audited.outcome is not YES
    assert found.arrears == sum(each.arrears for each in found)
    assert sum(part for _, part in found.by_cause) == found.arrears


def rate_of(of: Contract, bracket: AgeBracket, year: int) -> Decimal:
    rates = statutory_grid(of.concluded_on).rates(bracket)
    assert rates is not None
    return rates[min(year, 3) - 1]


@FEWER
@given(st.data(), ordinary_contracts(), st.sampled_from(("bracket", "year", "smic_rise")))
def test_a_payroll_that_misses_one_step_is_found_out(
    data: st.DataObject, contract: Contract, step: str
) -> None:
    """The payroll is the grid itself, read without that step."""
    contract = evolve(contract, grid=None, employer=evolve(contract.employer, idcc="9999"))
    schedule = pay_schedule(contract)
    days = list(whole_months(contract))
    assume(days)
    day = data.draw(st.sampled_from(days))
    month = schedule.month(day.year, day.month, method=ProRata.CALENDAR_DAYS)
    assume(len(month) == 1)
    line = schedule.on(day)
    # A payroll that would cut the month needs a method; see above.
    assume(schedule.on(month.ends_on) == line)
    bracket, year, smic_on = line.age_bracket, line.execution_year, day
    if step == "bracket":
        bracket = schedule[0].age_bracket
    elif step == "year":
        year = 1
    else:
        smic_on = contract.starts_on
    assert contract.employer.territory is not None
    gross = monthly_pay(
        rate_of(contract, bracket, year), on=smic_on, territory=contract.employer.territory
    )
    assume(month.due - gross > 5 * CENT)
    found = audit_pay(contract, [Payslip(year=day.year, month=day.month, gross=gross)])
    (audited,) = found
    assert audited.arrears + audited.waiting == month.due - gross
    if audited.outcome is NO:
        assert [cause.value for cause, _ in audited.by_cause] == [step]


@FEWER
@given(known_contracts(), st.sampled_from(ProRata))
def test_who_pays_what_is_due_owes_nothing(contract: Contract, method: ProRata) -> None:
    week = WEEK if method is ProRata.HOURS else None
    months = pay_schedule(contract).months(method=method, week=week)
    found = audit_pay(
        contract,
        [Payslip(year=each.year, month=each.month, gross=each.due) for each in months],
        method=method,
        week=week,
    )
    assert found.arrears == found.waiting == 0
    assert found.months_without_payslip == ()
    assert found.claim_on(date(2026, 1, 1)).claimable == 0
