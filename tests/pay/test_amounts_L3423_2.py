"""Euros of each month: SMIC of the day and of the territory.

The national SMIC holds everywhere but in Mayotte, which has its own since
2018 (L3423-2). Percent lines follow every rise; the month of 35 hours is
hourly x 35 x 52 / 12, rounded.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Territory
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.law.readings import LETTER
from apprentissage.law.smic import BUNDLED_SMIC
from apprentissage.pay import monthly_pay, pay_schedule
from tests.pay.sample import aged, caveats, known

HOURLY = LETTER.choose(monthly_base="HOURLY")
CEILING = LETTER.choose(rounding="CEILING")
PRINTED = LETTER.choose(mayotte_2021_month="PRINTED")


def periods(contract: Any, readings: Any = LETTER) -> list[tuple[str, str]]:
    return [(str(a.starts_on), str(a.monthly)) for a in pay_schedule(contract, readings).amounts()]


def test_rises_in_the_course() -> None:
    contract = known(ends_on=date(2026, 9, 30))
    assert periods(contract) == [
        ("2025-09-01", "774.77"),
        ("2026-01-01", "783.90"),
        ("2026-06-01", "802.82"),
        ("2026-09-01", "952.18"),
    ]
    amounts = pay_schedule(contract).amounts()
    assert [a.line.order for a in amounts] == ["1.1", "1.1", "1.1", "2.1"]
    assert amounts[0].ends_on == date(2025, 12, 31)
    assert amounts[1].smic.hourly == Decimal("12.02")
    assert len(amounts) == 4
    assert list(amounts)[1:] == list(amounts[1:])


def test_a_pay_that_the_smic_leaves_alone_is_told_once() -> None:
    above = known(apprentice={"born_on": date(2003, 2, 10)}, smc_monthly=Decimal("2000.00"))
    schedule = pay_schedule(above)
    amounts = schedule.amounts()
    assert len(amounts) == 4
    first, second = schedule
    assert [(a.starts_on, a.ends_on, str(a.monthly)) for a in amounts.of(first)] == [
        (date(2025, 9, 1), date(2026, 8, 31), "1060.00")
    ]
    assert amounts.of(second) == (amounts[-1],)
    rising = pay_schedule(known())
    told = [a for line in rising for a in rising.amounts().of(line)]
    assert told == list(rising.amounts())


@pytest.mark.parametrize(
    ("day", "monthly"),
    [(date(2025, 12, 31), "774.77"), (date(2026, 1, 1), "783.90"), (date(2026, 1, 2), "783.90")],
)
def test_on_a_day(day: date, monthly: str) -> None:
    assert str(pay_schedule(known()).amounts().on(day).monthly) == monthly


def test_outside_the_contract() -> None:
    amounts = pay_schedule(known()).amounts()
    with pytest.raises(NotCovered, match="2025-09-01"):
        amounts.on(date(2025, 8, 31))
    with pytest.raises(WrongType, match="day"):
        amounts.on("2025-09-01")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("territory", "monthly"),
    [
        (Territory.METROPOLE, "774.77"),
        (Territory.LA_REUNION, "774.77"),
        (Territory.MAYOTTE, "585.65"),
    ],
)
def test_territory(territory: Territory, monthly: str) -> None:
    contract = known(employer={"territory": territory})
    schedule = pay_schedule(contract)
    assert str(schedule.monthly(schedule[0])) == monthly


def test_territory_unknown() -> None:
    contract = known(employer={"territory": None})
    schedule = pay_schedule(contract)
    (assumed,) = schedule.assumed
    assert assumed.path == "employer.territory"
    assert str(schedule.monthly(schedule[0])) == "774.77"


def test_mayotte_from_2018() -> None:
    def concluded(day: date) -> Any:
        return aged(
            date(1998, 1, 1),
            date(2018, 1, 2),
            date(2018, 12, 31),
            concluded_on=day,
            employer={"territory": Territory.MAYOTTE},
        )

    assert len(pay_schedule(concluded(date(2018, 1, 1)))) == 1
    with pytest.raises(NotCovered, match="2018-01-01"):
        pay_schedule(concluded(date(2017, 12, 31)))


@pytest.mark.parametrize(
    ("starts_on", "territory", "reserved"),
    [
        (date(2018, 12, 31), Territory.MAYOTTE, True),
        (date(2019, 1, 1), Territory.MAYOTTE, False),
        (date(2018, 12, 31), Territory.METROPOLE, False),
    ],
)
def test_legal_week_of_mayotte_in_2018(
    starts_on: date, territory: Territory, reserved: bool
) -> None:
    contract = aged(
        date(2000, 1, 1), starts_on, date(2019, 12, 31), employer={"territory": territory}
    )
    assert ("MAYOTTE_2018" in caveats(contract)) is reserved


def test_month_of_mayotte_in_2021() -> None:
    contract = aged(
        date(2001, 1, 1),
        date(2021, 2, 1),
        date(2022, 1, 31),
        employer={"territory": Territory.MAYOTTE},
    )
    assert periods(contract) == [
        ("2021-02-01", "504.78"),
        ("2021-10-01", "515.86"),
        ("2022-01-01", "520.43"),
    ]
    assert periods(contract, PRINTED) == [
        ("2021-02-01", "504.51"),
        ("2021-10-01", "515.60"),
        ("2022-01-01", "520.43"),
    ]


@pytest.mark.parametrize(
    ("rate", "on", "readings", "expected"),
    [
        ("50", date(2018, 1, 1), LETTER, "749.24"),  # 749.235
        ("67", date(2024, 1, 1), LETTER, "1183.84"),
        ("67", date(2024, 1, 1), HOURLY, "1183.83"),
        ("43", date(2026, 6, 1), LETTER, "802.82"),
        ("43", date(2026, 6, 1), CEILING, "802.82"),
        ("27", date(2026, 6, 1), LETTER, "504.10"),
        ("27", date(2026, 6, 1), CEILING, "504.10"),
        ("53", date(2019, 1, 1), LETTER, "806.25"),
        ("39", date(2026, 6, 1), LETTER, "728.14"),
        ("39", date(2026, 6, 1), CEILING, "728.14"),
        ("61", date(2026, 6, 1), LETTER, "1138.88"),
        ("61", date(2026, 6, 1), CEILING, "1138.89"),
    ],
)
def test_rounding(rate: str, on: date, readings: Any, expected: str) -> None:
    got = monthly_pay(Decimal(rate), on=on, territory=Territory.METROPOLE, readings=readings)
    assert str(got) == expected


def test_rate_too_fine() -> None:
    with pytest.raises(InvalidValue, match="rate"):
        monthly_pay(Decimal("43.001"), on=date(2026, 1, 1), territory=Territory.METROPOLE)


def test_a_series_extended_by_the_caller() -> None:
    text = Source(SourceKind.DECREE, "décret à venir")
    later = BUNDLED_SMIC.extended(date(2027, 1, 1), hourly=Decimal("12.50"), source=text)
    amounts = pay_schedule(known(), evolve(LETTER, smic=later)).amounts()
    assert (amounts[-1].starts_on, str(amounts[-1].monthly)) == (date(2027, 1, 1), "966.87")
    assert amounts.checked_on == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("ends_on", "stale"),
    [(date(2026, 9, 1), False), (date(2026, 9, 2), False), (date(2026, 9, 3), True)],
)
def test_stale_after_the_last_day_checked(ends_on: date, stale: bool) -> None:
    amounts = pay_schedule(known(ends_on=ends_on)).amounts()
    assert amounts.stale is stale
    assert amounts.to_rows()[-1]["perime"] is stale


def test_rows_and_table() -> None:
    amounts = pay_schedule(known(ends_on=date(2025, 12, 31))).amounts()
    (row,) = amounts.to_rows(exact=True)
    assert row == {
        "ordre": "1.1",
        "du": date(2025, 9, 1),
        "au": date(2025, 12, 31),
        "taux": Decimal(43),
        "base": "SMIC",
        "smic_horaire": Decimal("11.88"),
        "smic_mensuel": Decimal("1801.80"),
        "brut_mensuel": Decimal("774.77"),
        "heures_supplementaires": Decimal("0.00"),
        "total_mensuel": Decimal("774.77"),
        "perime": False,
    }
    (plotted,) = amounts.to_rows()
    assert plotted == {
        key: float(value) if type(value) is Decimal else value for key, value in row.items()
    }
    assert not any(type(value) is Decimal for value in plotted.values())
    html = amounts._repr_html_()
    assert "01/09/2025" in html
    assert "774,77" in html
