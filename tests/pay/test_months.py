"""What is due for a calendar month: slices, and the method that is named.

No article says how to share a month out: each method is told by the caller,
with what it rests on.
"""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import ByDay, Contract, Dossier, Rupture
from apprentissage.facts.authorities import SourceKind
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay import PayMonth, ProRata, pay_schedule
from tests.oracles.months_by_day import due_by_month
from tests.pay.drawn import FEWER, known_contracts, pay_readings
from tests.pay.sample import aged

WEEK = (Decimal(7),) * 5 + (Decimal(0),) * 2
UNEVEN = tuple(map(Decimal, ("0", "8", "7.5", "8", "6.5", "5", "0")))
"""A shop open from Tuesday to Saturday."""

MID_SEPTEMBER = aged(date(2007, 1, 10), date(2025, 9, 15), date(2027, 9, 14))
"""18 years old, so 43 %, then 51 % of the SMIC from 15 September 2026."""

METHODS: list[dict[str, Any]] = [
    {"method": ProRata.CALENDAR_DAYS},
    {"method": ProRata.JOURS_OUVRABLES},
    {"method": ProRata.JOURS_OUVRES},
    {"method": ProRata.HOURS, "week": WEEK},
    {"method": ProRata.HOURS, "week": UNEVEN},
]


def month(of: Contract, year: int, number: int, **how: Any) -> PayMonth:
    return pay_schedule(of).month(year, number, **how)


def test_the_rate_of_the_first_of_a_month_is_not_that_of_the_month() -> None:
    schedule = pay_schedule(MID_SEPTEMBER)
    amounts = schedule.amounts()
    # What a loop over the first days of the months takes for September.
    assert amounts.on(date(2026, 9, 1)).total_monthly == Decimal("802.82")
    assert amounts.on(date(2026, 9, 15)).total_monthly == Decimal("952.18")
    due = schedule.month(2026, 9, method=ProRata.CALENDAR_DAYS).due
    # 14 days of 30 at 802.82 and 16 at 952.18.
    assert due == Decimal("374.65") + Decimal("507.83")


@pytest.mark.parametrize(
    ("how", "counted", "of", "due"),
    [
        # September 2026 begins on a Tuesday: 14 and 16 days; 12 and 14 but
        # Sundays; 10 and 12 from Monday to Friday, of 7 hours each.
        (METHODS[0], ("14", "16"), "30", ("374.65", "507.83")),
        (METHODS[1], ("12", "14"), "26", ("370.53", "512.71")),
        (METHODS[2], ("10", "12"), "22", ("364.92", "519.37")),
        (METHODS[3], ("70", "84"), "154", ("364.92", "519.37")),
        # 8 7.5 8 6.5 5: two weeks but a Monday off, 70; then 8 to 5 twice
        # and 8 7.5 once.
        (METHODS[4], ("70", "85.5"), "155.5", ("361.40", "523.55")),
    ],
)
def test_each_method(
    how: dict[str, Any], counted: tuple[str, str], of: str, due: tuple[str, str]
) -> None:
    found = month(MID_SEPTEMBER, 2026, 9, **how)
    assert tuple(str(each.counted) for each in found) == counted
    assert {str(each.of) for each in found} == {of}
    assert tuple(str(each.due) for each in found) == due
    assert found.due == sum(map(Decimal, due))
    assert found.method is how["method"]


def test_a_whole_month_needs_no_method_and_says_so() -> None:
    plain = month(MID_SEPTEMBER, 2026, 10)
    assert (plain.due, plain.method) == (Decimal("952.18"), None)
    assert (plain.sources, plain.caveats) == ((), ())
    for how in METHODS:
        assert month(MID_SEPTEMBER, 2026, 10, **how) == plain
    (only,) = plain
    assert only.counted == only.of == 1
    assert (plain.starts_on, plain.ends_on) == (date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ((2025, 9), "the pay of 2025-09 begins on 2025-09-15"),
        ((2026, 9), "the pay of 2026-09 changes on 2026-09-15"),
        ((2027, 9), "the pay of 2027-09 ends on 2027-09-14"),
    ],
)
def test_without_a_method_a_cut_month_is_refused(when: tuple[int, int], told: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        month(MID_SEPTEMBER, *when)
    assert (refused.value.path, refused.value.remedy) == ("method", f"write a ProRata: {told}")
    with pytest.raises(InvalidValue, match="begins on 2025-09-15"):
        pay_schedule(MID_SEPTEMBER).months()


def test_each_turn_of_a_month_is_told_once() -> None:
    # 43 %, 51 % from the 15th, and the end on the 20th
    short = aged(date(2007, 1, 10), date(2025, 9, 15), date(2026, 9, 20))
    with pytest.raises(InvalidValue) as refused:
        month(short, 2026, 9)
    assert refused.value.remedy == (
        "write a ProRata: the pay of 2026-09 changes on 2026-09-15, ends on 2026-09-20"
    )


def test_a_rise_within_a_month_cuts_it() -> None:
    smc = ByDay(((date(2025, 1, 1), Decimal("1900.00")), (date(2026, 11, 16), Decimal("2000.00"))))
    adult = aged(date(2003, 1, 10), date(2026, 9, 1), date(2027, 8, 31), smc_monthly=smc)
    found = month(adult, 2026, 11, method=ProRata.CALENDAR_DAYS)
    # 53 % of 1900 for 15 days of 30, of 2000 for the others.
    assert [str(each.due) for each in found] == ["503.50", "530.00"]
    assert month(adult, 2026, 10).due == Decimal("1007.00")


def test_what_changes_without_another_pay_cuts_nothing() -> None:
    adult = aged(date(1996, 1, 10), date(2026, 9, 16), date(2028, 9, 15))
    # 26 and over: 100 % in each year.
    assert len(pay_schedule(adult)) == 2
    assert month(adult, 2027, 9).due == Decimal("1867.02")


def test_a_rupture_ends_the_pay() -> None:
    broken = aged(
        date(2007, 1, 10),
        date(2025, 9, 1),
        date(2027, 8, 31),
        file=Dossier(rupture=Rupture(ruptured_on=date(2026, 10, 10))),
    )
    schedule = pay_schedule(broken)
    assert schedule.paid_until == date(2026, 10, 10)
    last = schedule.month(2026, 10, method=ProRata.CALENDAR_DAYS)
    assert last.ends_on == date(2026, 10, 10)
    # 10 days of 31 at 952.18.
    assert last.due == Decimal("307.15")
    with pytest.raises(NotCovered, match="pay schedule"):
        schedule.month(2026, 11)
    months = schedule.months(method=ProRata.CALENDAR_DAYS)
    assert (months[-1].year, months[-1].month, len(months)) == (2026, 10, 14)


@pytest.mark.parametrize("when", [(2025, 8), (2027, 10)])
def test_a_month_outside_the_contract(when: tuple[int, int]) -> None:
    with pytest.raises(NotCovered, match="pay schedule"):
        month(MID_SEPTEMBER, *when)


@pytest.mark.parametrize(
    ("given_", "path"),
    [
        ({"year": 1899}, "year"),
        ({"year": 2200}, "year"),
        ({"month": 0}, "month"),
        ({"month": 13}, "month"),
        ({"method": ProRata.HOURS}, "week"),
        ({"method": ProRata.HOURS, "week": WEEK[:5]}, "week"),
        ({"method": ProRata.HOURS, "week": (Decimal(0),) * 7}, "week"),
        ({"method": ProRata.HOURS, "week": (*WEEK[:6], Decimal(-1))}, "week[6]"),
        ({"method": ProRata.HOURS, "week": (Decimal("24.01"), *WEEK[1:])}, "week[0]"),
        ({"method": ProRata.HOURS, "week": (Decimal("NaN"), *WEEK[1:])}, "week[0]"),
        ({"method": ProRata.CALENDAR_DAYS, "week": WEEK}, "week"),
        ({"week": WEEK}, "week"),
    ],
)
def test_what_is_refused(given_: dict[str, Any], path: str) -> None:
    asked = {"year": 2026, "month": 9, **given_}
    with pytest.raises(InvalidValue) as refused:
        pay_schedule(MID_SEPTEMBER).month(**asked)
    assert refused.value.path == path


def test_a_day_has_24_hours() -> None:
    # the Tuesdays of September 2026: the 1st, 8th, 15th, 22nd and 29th
    contract = aged(date(2007, 1, 10), date(2026, 9, 8), date(2027, 8, 31))
    on_tuesdays = (0, 24, 0, 0, 0, 0, 0)
    found = pay_schedule(contract).month(2026, 9, method=ProRata.HOURS, week=on_tuesdays)
    assert [(str(each.counted), str(each.of)) for each in found.slices] == [("96", "120")]


def test_a_name_is_no_method() -> None:
    wrong: Any = "hours"
    with pytest.raises(WrongType, match=r"ProRata\.HOURS"):
        month(MID_SEPTEMBER, 2026, 9, method=wrong)


def test_each_method_tells_what_it_rests_on() -> None:
    for how in METHODS:
        found = month(MID_SEPTEMBER, 2026, 9, **how)
        kinds = {source.kind for source in found.sources}
        hours = how["method"] is ProRata.HOURS
        assert kinds == ({SourceKind.CASE_LAW} if hours else set())
        (caveat,) = found.caveats
        assert "Aucun article lu" in caveat.sentence


def test_sentence_rows_and_table() -> None:
    found = month(MID_SEPTEMBER, 2026, 9, method=ProRata.JOURS_OUVRES)
    assert found.sentence.replace("\xa0", " ").replace("\u202f", " ") == (
        "Septembre 2026 : 884,29 € bruts au moins (du 01/09/2026 au 14/09/2026, 43 % du SMIC, 10 "
        "sur 22 jours ouvrés : 364,92 € ; du 15/09/2026 au 30/09/2026, 51 % du SMIC, 12 sur 22 "
        "jours ouvrés : 519,37 €)."
    )
    assert found.to_rows()[1] == {
        "mois": "2026-09",
        "ordre": "2.1",
        "du": date(2026, 9, 15),
        "au": date(2026, 9, 30),
        "taux": 51.0,
        "base": "SMIC",
        "brut_mensuel": 952.18,
        "heures_supplementaires": 0.0,
        "methode": "jours_ouvres",
        "compte": 12.0,
        "sur": 22.0,
        "brut_du": 519.37,
    }
    (_, exact) = found.to_rows(exact=True)
    assert exact["brut_du"] == Decimal("519.37")
    shown = found._repr_html_()
    assert "septembre 2026" in shown
    assert "jours ouvrés" in shown
    assert "usage de paie" in shown
    whole = month(MID_SEPTEMBER, 2026, 10)
    assert whole.to_rows()[0]["methode"] is None
    assert "usage" not in whole._repr_html_()
    assert whole.sentence.replace("\xa0", " ").replace("\u202f", " ") == (
        "Octobre 2026 : 952,18 € bruts au moins (du 01/10/2026 au "
        "31/10/2026, 51 % du SMIC : 952,18 €)."
    )


def test_a_month_is_a_sequence_of_its_slices() -> None:
    found = month(MID_SEPTEMBER, 2026, 9, method=ProRata.CALENDAR_DAYS)
    assert len(found) == 2
    assert found[0] is found.slices[0]
    assert found[1:] == (found.slices[1],)
    assert list(found) == list(found.slices)


def test_months_beyond_the_last_smic_verified_are_stale() -> None:
    assert month(MID_SEPTEMBER, 2026, 10).stale
    assert not month(MID_SEPTEMBER, 2026, 8).stale


def test_another_premium_is_taken_as_amounts_takes_it() -> None:
    long = aged(date(2003, 1, 10), date(2026, 9, 1), date(2027, 8, 31), weekly_hours=Decimal(39))
    for premium in (None, Decimal(10), Decimal(0)):
        amounts = pay_schedule(long).amounts(overtime_premium=premium)
        found = month(long, 2026, 9, overtime_premium=premium)
        assert found.due == amounts[0].total_monthly
        (only,) = found
        assert only.total_due == found.due
        assert only.overtime_due == amounts[0].overtime_monthly
        every = pay_schedule(long).months(overtime_premium=premium)
        assert every[0] == found


WEIGHTS = {
    ProRata.CALENDAR_DAYS: lambda _: Fraction(1),
    ProRata.JOURS_OUVRABLES: lambda day: Fraction(day.isoweekday() != 7),
    ProRata.JOURS_OUVRES: lambda day: Fraction(day.isoweekday() < 6),
    ProRata.HOURS: lambda day: Fraction(UNEVEN[day.isoweekday() - 1]),
}


@FEWER
@given(known_contracts(), pay_readings(), st.sampled_from(list(ProRata)))
def test_months_are_those_of_an_oracle_that_walks_their_days(
    contract: Contract, readings: Readings, method: ProRata
) -> None:
    week = UNEVEN if method is ProRata.HOURS else None
    months = pay_schedule(contract, readings).months(method=method, week=week)
    expected = due_by_month(contract, readings, WEIGHTS[method])
    assert {(each.year, each.month): Fraction(each.due) for each in months} == expected


@FEWER
@given(known_contracts(), st.sampled_from(METHODS))
def test_months_reconcile_with_the_amounts(contract: Contract, how: dict[str, Any]) -> None:
    schedule = pay_schedule(contract)
    amounts = schedule.amounts()
    after = contract.starts_on
    for each in schedule.months(**how):
        shares = sum(Fraction(s.counted) / Fraction(s.of) for s in each)
        for part in each:
            # slices follow each other from the first day to the last
            assert part.starts_on == after
            after = part.ends_on + timedelta(days=1)
            period = amounts.on(part.starts_on)
            assert part.monthly == period.monthly
            assert part.overtime_monthly == period.overtime_monthly
        length = monthrange(each.year, each.month)[1]
        if (each.ends_on - each.starts_on).days + 1 == length:
            assert shares == 1
            pays = [s.monthly + s.overtime_monthly for s in each]
            # a cent may be lost or won by the rounding of each share
            slack = Decimal("0.01") * len(pays)
            assert min(pays) - slack <= each.due <= max(pays) + slack
        else:
            assert shares < 1 or method_skips(each, how["method"])
    assert after == contract.ends_on + timedelta(days=1)


def method_skips(each: PayMonth, method: ProRata) -> bool:
    """The days of the month outside the contract weigh nothing."""
    days = monthrange(each.year, each.month)[1]
    outside = {
        date(each.year, each.month, n)
        for n in range(1, days + 1)
        if not each.starts_on.day <= n <= each.ends_on.day
    }
    idle = {
        ProRata.CALENDAR_DAYS: set[int](),
        ProRata.JOURS_OUVRABLES: {7},
        ProRata.JOURS_OUVRES: {6, 7},
        ProRata.HOURS: {1, 6, 7},
    }[method]
    return all(day.isoweekday() in idle for day in outside)


def test_whole_hours_are_exact() -> None:
    schedule = pay_schedule(MID_SEPTEMBER)
    week = (7, 7, 7, 7, 7, 0, 0)
    whole = schedule.month(2026, 9, method=ProRata.HOURS, week=week)
    exact = schedule.month(2026, 9, method=ProRata.HOURS, week=WEEK)
    assert whole.due == exact.due


@pytest.mark.parametrize("wrong", [7.5, True, "7"])
def test_hours_that_are_not_exact(wrong: Any) -> None:
    with pytest.raises(WrongType, match=r"week\[2\]"):
        pay_schedule(MID_SEPTEMBER).month(
            2026, 9, method=ProRata.HOURS, week=(7, 7, wrong, 7, 7, 0, 0)
        )


def test_a_share_is_rounded_up_by_the_reading() -> None:
    due = {
        rounding: pay_schedule(MID_SEPTEMBER, LETTER.choose(rounding=rounding)).month(
            2025, 9, method=ProRata.CALENDAR_DAYS
        )
        for rounding in ("HALF_UP", "CEILING")
    }
    # sixteen days of thirty, to the cent
    (part,) = due["CEILING"].slices
    share = Fraction(part.monthly) * 16 / 30
    assert due["CEILING"].due == Decimal(-(-share * 100 // 1)) / 100
    assert due["HALF_UP"].due <= due["CEILING"].due


def test_a_month_tells_the_slice_of_a_day() -> None:
    month = pay_schedule(MID_SEPTEMBER).month(2026, 9, method=ProRata.CALENDAR_DAYS)
    before, after = month
    assert month.on(date(2026, 9, 14)) == before
    assert month.on(date(2026, 9, 15)) == after
    with pytest.raises(NotCovered, match="month"):
        month.on(date(2026, 10, 1))
