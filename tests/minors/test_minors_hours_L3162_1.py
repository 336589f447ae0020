"""L3162-1: a minor works eight hours a day and 35 hours a week at most.

On building, public works and landscaping sites ten and forty « lorsque
l'organisation collective du travail le justifie » (R3162-1, contracts from
2019); elsewhere five hours a week more by the inspector. L3162-3: « Aucune
période de travail effectif ininterrompue ne peut excéder, pour les jeunes
travailleurs, une durée maximale de quatre heures et demie. »
"""

from datetime import date, time, timedelta
from decimal import Decimal, localcontext
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract, WorkDay, WorkingTime, WorkSector
from apprentissage.judging import Outcome
from apprentissage.minors.minors_breaks import MINORS_BREAKS, break_required
from apprentissage.minors.minors_hours import MINORS_HOURS, minor_limits
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries
from tests.support.missing import check_missing

MINOR = {"born_on": date(2009, 1, 10)}
SITE = WorkSector.CONSTRUCTION_SITE
ORDINARY: dict[str, Any] = {
    "sector": WorkSector.OFFICE,
    "collective_organisation": False,
    "inspector_authorisation": False,
}
ON_SITE = {**ORDINARY, "sector": SITE, "collective_organisation": True}
GRANTED = {**ORDINARY, "inspector_authorisation": True}


def working(daily: str | None, weekly: str | None, **facts: Any) -> Contract:
    named = {**ORDINARY, **facts}
    concluded_on = named.pop("concluded_on", date(2025, 8, 25))
    return contract(
        concluded_on=concluded_on,
        apprentice=MINOR,
        weekly_hours=None if weekly is None else Decimal(weekly),
        working_time=WorkingTime(daily_hours=None if daily is None else Decimal(daily), **named),
    )


@pytest.mark.parametrize(
    ("daily", "weekly", "outcome"),
    [("7.9", "34.9", YES), ("8", "35", YES), ("8.1", "35", NO), ("8", "35.1", NO)],
)
def test_eight_and_thirty_five(daily: str, weekly: str, outcome: Outcome) -> None:
    found = MINORS_HOURS.find(working(daily, weekly))
    assert found.outcome is outcome
    assert found["max_daily_hours"] == 8
    assert found["max_weekly_hours"] == 35
    assert "CFA_TIME_COUNTS" in {c.name for c in found.caveats}


@pytest.mark.parametrize(
    ("daily", "weekly", "outcome"),
    [("9.9", "39.9", YES), ("10", "40", YES), ("10.1", "40", NO), ("10", "40.1", NO)],
)
@pytest.mark.parametrize("sector", [SITE, WorkSector.LANDSCAPING_SITE])
def test_ten_and_forty_on_sites(
    sector: WorkSector, daily: str, weekly: str, outcome: Outcome
) -> None:
    found = MINORS_HOURS.find(working(daily, weekly, **{**ON_SITE, "sector": sector}))
    assert found.outcome is outcome
    assert (found["max_daily_hours"], found["max_weekly_hours"]) == (10, 40)


@pytest.mark.parametrize(
    "facts",
    [
        {**ON_SITE, "collective_organisation": False},
        {**ON_SITE, "sector": WorkSector.OFFICE},
        {**ON_SITE, "concluded_on": date(2018, 12, 31)},
    ],
)
def test_neither_elsewhere_nor_without_need_nor_before_2019(facts: dict[str, Any]) -> None:
    found = MINORS_HOURS.find(working("9", "39", **facts))
    assert found.outcome is NO
    assert (found["max_daily_hours"], found["max_weekly_hours"]) == (8, 35)


def test_no_activity_is_asked_for_where_no_text_names_sites() -> None:
    facts = working("9", "39", **{**ON_SITE, "sector": None}, concluded_on=date(2018, 12, 31))
    assert (MINORS_HOURS.find(facts).outcome, MINORS_HOURS.find(facts).missing) == (NO, ())


def test_sites_from_2019_on() -> None:
    facts = working("9", "39", **ON_SITE, concluded_on=date(2019, 1, 1))
    assert MINORS_HOURS.find(facts).outcome is YES


@pytest.mark.parametrize(
    ("daily", "weekly", "outcome"),
    [
        ("8", "40", YES),
        ("8", "40.1", NO),
        # what the inspector grants a day is printed nowhere
        ("9", "40", OPEN),
        ("13", "40", OPEN),
        # « dans la limite de cinq heures par semaine »
        ("13.1", "40", NO),
    ],
)
def test_the_inspector(daily: str, weekly: str, outcome: Outcome) -> None:
    found = MINORS_HOURS.find(working(daily, weekly, **GRANTED))
    assert found.outcome is outcome
    assert found.missing == ()
    assert (found["max_daily_hours"], found["max_weekly_hours"]) == (None, 40)


@pytest.mark.parametrize(
    ("concluded_on", "outcome", "most"),
    [(date(2018, 12, 31), YES, 40), (date(2019, 1, 1), NO, 35)],
)
def test_the_inspector_grants_nothing_on_a_site_since_2019(
    concluded_on: date, outcome: Outcome, most: int
) -> None:
    """« Pour les autres activités et à titre exceptionnel »."""
    facts = {**GRANTED, "sector": SITE, "concluded_on": concluded_on}
    found = MINORS_HOURS.find(working("8", "39", **facts))
    assert found.outcome is outcome
    assert found["max_weekly_hours"] == most


@pytest.mark.parametrize(
    ("concluded_on", "unread"),
    [
        (date(2016, 8, 9), False),
        (date(2016, 8, 10), True),
        (date(2018, 12, 31), True),
        (date(2019, 1, 1), False),
    ],
)
def test_the_version_of_2016_is_unread(concluded_on: date, unread: bool) -> None:
    minor = {"born_on": concluded_on.replace(year=concluded_on.year - 17)}
    facts = evolve(working("8", "35"), concluded_on=concluded_on, starts_on=concluded_on)
    facts = evolve(facts, apprentice=contract(apprentice=minor).apprentice)
    names = {caveat.name for caveat in MINORS_HOURS.find(facts).caveats}
    assert ("UNREAD_VERSION" in names) is unread
    assert {"CFA_TIME_COUNTS", "ADULT_CEILING"} <= names


def test_both_by_right_and_by_the_inspector() -> None:
    both = {**ON_SITE, "inspector_authorisation": True}
    assert MINORS_HOURS.find(working("10", "40", **both)).outcome is YES


def test_what_is_missing() -> None:
    values = {
        "working_time.sector": (WorkSector.OFFICE, SITE),
        "working_time.collective_organisation": (True, False),
        "working_time.inspector_authorisation": (True, False),
    }
    unknown = dict.fromkeys(ORDINARY)
    check_missing(MINORS_HOURS, working("8", "39", **unknown), values)
    none = contract(apprentice=MINOR)
    assert MINORS_HOURS.find(none).missing == ("weekly_hours", "working_time.daily_hours")
    assert MINORS_HOURS.find(none)["until_on"] == date(2027, 1, 9)
    bare = contract(apprentice=MINOR, weekly_hours=Decimal(39))
    assert MINORS_HOURS.find(bare).outcome is OPEN


def test_an_adult_is_not_concerned() -> None:
    for born_on, outcome in (
        (date(2007, 8, 31), NONE),
        (date(2007, 9, 1), NONE),
        (date(2007, 9, 2), OPEN),
    ):
        facts = contract(apprentice={"born_on": born_on})
        assert MINORS_HOURS.find(facts).outcome is outcome


def test_plain_limits() -> None:
    limits = minor_limits(
        sector=WorkSector.OTHER,
        concluded_on=date(2025, 9, 1),
        collective_organisation=True,
        inspector_authorisation=False,
    )
    assert (limits.daily, limits.weekly) == (Decimal(8), Decimal(35))


def test_agenda() -> None:
    (entry,) = entries(MINORS_HOURS, contract(apprentice=MINOR))
    assert entry.on == date(2027, 1, 10)
    assert entries(MINORS_HOURS, contract()) == []


def planned(
    *hours: str | None,
    on: date = date(2026, 1, 5),
    daily: str | None = None,
    weekly: str | None = "35",
    **facts: Any,
) -> Contract:
    """Days of some hours, from a Monday on."""
    days = tuple(
        WorkDay(on=on + timedelta(n), hours=None if each is None else Decimal(each))
        for n, each in enumerate(hours)
    )
    whole = working(daily, weekly, **facts)
    time = whole.working_time
    assert time is not None
    return evolve(whole, working_time=evolve(time, days=days))


class TestDeclaredDays:
    """Trials F20 and 6: declared days are judged, whatever the figures."""

    @pytest.mark.parametrize(
        ("hours", "outcome"),
        [
            (["8"] * 4, YES),
            (["8", "8", "8.1"], NO),
            (["9"], NO),
            (["11"], NO),
            # « trente-cinq heures par semaine »
            (["7"] * 5, YES),
            (["7", "7", "7", "7", "7.1"], NO),
            (["8"] * 6, NO),
        ],
    )
    def test_eight_and_thirty_five(self, hours: list[str], outcome: Outcome) -> None:
        found = MINORS_HOURS.find(planned(*hours))
        assert found.outcome is outcome
        assert found.missing == ()

    def test_a_week_of_48_hours_without_any_figure(self) -> None:
        found = MINORS_HOURS.find(planned(*["8"] * 6, weekly=None))
        assert found.outcome is NO
        assert found.sentence.startswith("48\xa0h la semaine du 05/01/2026")

    def test_a_civil_week(self) -> None:
        # Thursday to Wednesday: 32 hours in one week, 24 in the next
        thursday = date(2026, 1, 8)
        found = MINORS_HOURS.find(planned(*["8"] * 7, on=thursday))
        assert found.outcome is YES

    def test_on_a_site(self) -> None:
        assert MINORS_HOURS.find(planned("10", **ON_SITE)).outcome is YES
        assert MINORS_HOURS.find(planned("10.1", **ON_SITE)).outcome is NO
        ten = planned("10", "10", "10", "10", weekly="40", **ON_SITE)
        assert MINORS_HOURS.find(ten).outcome is YES

    @pytest.mark.parametrize(
        ("hours", "outcome"), [(["9"] * 3, OPEN), (["10", "10", "9"], OPEN), (["10"] * 3, NO)]
    )
    def test_five_hours_a_week_by_the_inspector(self, hours: list[str], outcome: Outcome) -> None:
        found = MINORS_HOURS.find(planned(*hours, **GRANTED))
        assert found.outcome is outcome

    def test_unknown_hours_stay_unknown(self) -> None:
        path = "working_time.days[0].hours"
        assert MINORS_HOURS.find(planned(None)).missing == (path,)
        # the longest day bounds it
        assert MINORS_HOURS.find(planned(None, daily="8")).outcome is YES
        week = planned(*[None] * 5, daily="8")
        assert len(MINORS_HOURS.find(week).missing) == 5
        assert MINORS_HOURS.find(planned(*[None] * 5, daily="7")).outcome is YES
        # what is told is too much already
        known = planned("8", "8", "8", "8", "4", None, daily="8")
        assert MINORS_HOURS.find(known).outcome is NO

    def test_one_end_does_not_make_hours(self) -> None:
        start = WorkDay(on=date(2026, 1, 5), starts_at=time(7))
        whole = working(None, "35")
        assert whole.working_time is not None
        facts = evolve(whole, working_time=evolve(whole.working_time, days=(start,)))
        assert MINORS_HOURS.find(facts).missing == ("working_time.days[0].hours",)

    def test_told_twice(self) -> None:
        found = MINORS_HOURS.find(planned("9", daily="7"))
        assert found.outcome is NO
        assert "HOURS_TOLD_TWICE" in {c.name for c in found.caveats}
        assert found["daily_hours"] == 9
        same = MINORS_HOURS.find(planned("7", daily="7"))
        assert "HOURS_TOLD_TWICE" not in {c.name for c in same.caveats}

    def test_a_figure_that_fails_is_not_mended_by_a_day(self) -> None:
        assert MINORS_HOURS.find(planned("7", daily="9")).outcome is NO

    def test_days_of_an_adult(self) -> None:
        eve = planned("9", on=date(2027, 1, 9))
        assert MINORS_HOURS.find(eve).outcome is NO
        day = planned("9", on=date(2027, 1, 10), daily="8")
        assert MINORS_HOURS.find(day).outcome is YES

    def test_a_day_before_the_birth(self) -> None:
        slip = planned("9", on=date(2006, 1, 9), daily="8")
        assert MINORS_HOURS.find(slip).outcome is YES
        assert MINORS_BREAKS.find(slip).outcome is NONE

    @given(
        st.lists(st.decimals(0, 24, places=2, allow_nan=False), max_size=14),
        st.one_of(st.none(), st.decimals(0, 24, places=2, allow_nan=False)),
        st.booleans(),
    )
    def test_the_rule_and_the_days_agree(
        self, hours: list[Decimal], daily: Decimal | None, site: bool
    ) -> None:
        """No day nor week beyond the limits under a rule that holds."""
        facts = ON_SITE if site else ORDINARY
        told = None if daily is None else str(daily)
        found = MINORS_HOURS.find(planned(*map(str, hours), daily=told, weekly="35", **facts))
        most, weekly = (10, 40) if site else (8, 35)
        weeks = (hours[:7], hours[7:])
        beyond = any(each > most for each in (*hours, daily or 0)) or any(
            sum(week) > weekly for week in weeks
        )
        assert (found.outcome is NO) is beyond
        if not beyond:
            open_ = not hours and daily is None
            assert found.outcome is (OPEN if open_ else YES)

    def test_the_host_s_decimal_context(self) -> None:
        with localcontext() as host:
            host.prec = 1
            found = MINORS_HOURS.find(planned("7.1", *["7"] * 4))
            assert found.outcome is NO


class TestUntil:
    """Trial F29: forbidden until the eve of 18, then free."""

    def test_the_eve_of_the_majority_is_told(self) -> None:
        found = MINORS_HOURS.find(working("8", "39"))
        assert found.holds_from == date(2027, 1, 10)
        assert found.sentence == (
            "39\xa0h par semaine\xa0: la limite de 35\xa0h, qui vaut "
            "jusqu'au 9\xa0janvier 2027, est dépassée."
        )

    def test_a_site_before_2019(self) -> None:
        minor = {"born_on": date(2002, 1, 10)}
        facts = evolve(
            working("9", "39", **ON_SITE),
            concluded_on=date(2018, 9, 3),
            starts_on=date(2018, 9, 3),
            apprentice=contract(apprentice=minor).apprentice,
        )
        assert MINORS_HOURS.find(facts).holds_from == date(2019, 1, 1)

    def test_what_holds_needs_no_day(self) -> None:
        assert MINORS_HOURS.find(working("8", "35")).holds_from is None
        assert MINORS_HOURS.find(contract()).holds_from is None

    def test_signed_at_the_majority_only(self) -> None:
        late = evolve(
            working("8", "39"), starts_on=date(2027, 1, 9), concluded_on=date(2027, 1, 10)
        )
        found = MINORS_HOURS.find(late)
        assert (found.outcome, found.holds_from) == (NO, None)


def resting(*days: WorkDay) -> Contract:
    return contract(apprentice=MINOR, working_time=WorkingTime(days=days))


def day(
    hours: str | None,
    minutes: int | None,
    stretch: str | None = "4.5",
    *,
    breaks: int | None = None,
    on: date = date(2026, 1, 5),
) -> WorkDay:
    if hours is not None and stretch is not None:
        stretch = min(hours, stretch, key=Decimal)
    return WorkDay(
        on=on,
        hours=None if hours is None else Decimal(hours),
        break_minutes=minutes,
        breaks=breaks,
        longest_stretch_hours=None if stretch is None else Decimal(stretch),
    )


@pytest.mark.parametrize(
    ("hours", "minutes", "stretch", "outcome"),
    [
        ("4.4", 0, None, YES),
        ("4.5", 0, None, YES),
        ("4.6", 0, "4.5", NO),
        ("4.6", 30, "4.6", NO),
        ("5", 29, "4.5", NO),
        ("5", 30, "4.5", YES),
        ("5", 31, "4.5", YES),
        ("5", None, "4.5", OPEN),
        ("4.5", None, None, YES),
        (None, 30, "4.5", YES),
        (None, 30, "4.6", NO),
        (None, 29, "4.5", OPEN),
        (None, None, "4.5", OPEN),
        (None, None, None, OPEN),
        # one break of thirty minutes says nothing of the stretches
        ("8", 30, None, OPEN),
        ("8", 29, None, NO),
        ("8", 45, "5", NO),
    ],
)
def test_the_break(
    hours: str | None, minutes: int | None, stretch: str | None, outcome: Outcome
) -> None:
    found = MINORS_BREAKS.find(resting(day(hours, minutes, stretch)))
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing
        assert set(found.missing) <= {
            "working_time.days[0].hours",
            "working_time.days[0].break_minutes",
            "working_time.days[0].longest_stretch_hours",
        }


@pytest.mark.parametrize(
    ("hours", "breaks", "outcome"),
    [
        # trial 21: 07:00 to 17:30 with one break of thirty minutes
        ("10", 1, NO),
        ("9.1", 1, NO),
        ("9", 1, OPEN),
        ("10", 2, OPEN),
        ("10", None, OPEN),
        ("4.6", 0, NO),
    ],
)
def test_one_break_does_not_cover_ten_hours(
    hours: str, breaks: int | None, outcome: Outcome
) -> None:
    facts = resting(day(hours, 30, None, breaks=breaks))
    found = MINORS_BREAKS.find(facts)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("working_time.days[0].longest_stretch_hours",)


@pytest.mark.parametrize(
    "facts",
    [
        {"hours": 25},
        {"hours": Decimal("24.01")},
        {"longest_stretch_hours": 25},
        {"hours": 8, "longest_stretch_hours": Decimal("8.1")},
        {"hours": 8, "breaks": 1, "longest_stretch_hours": Decimal("3.9")},
    ],
)
def test_hours_that_no_day_has(facts: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue):
        WorkDay(on=date(2026, 1, 5), **facts)
    with pytest.raises(InvalidValue) as caught:
        WorkingTime(daily_hours=25)
    assert caught.value.path == "daily_hours"
    third: dict[str, Any] = {"hours": 8, "breaks": 1, "longest_stretch_hours": 4}
    assert WorkDay(on=date(2026, 1, 5), **third).hours == 8


def test_one_day_without_a_break_is_one_too_many() -> None:
    second = day("6", 0, on=date(2026, 1, 6))
    found = MINORS_BREAKS.find(resting(day("6", 30), second))
    assert found.outcome is NO
    assert [part.outcome for part in found.parts] == [YES, NO]


def test_days_after_the_majority_do_not_count() -> None:
    adult = day("6", 0, on=date(2027, 1, 10))
    assert MINORS_BREAKS.find(resting(adult)).outcome is NONE
    assert MINORS_BREAKS.find(contract()).outcome is NONE
    assert MINORS_BREAKS.find(contract(apprentice=MINOR)).outcome is NONE


def test_break_required() -> None:
    on = date(2026, 1, 5)
    assert [break_required(Decimal(h), worked_on=on) for h in ("4.5", "4.51")] == [False, True]


def test_sentences() -> None:
    check_speaks(
        MINORS_HOURS,
        contract(),
        working("8", "35"),
        working("11", "41"),
        working("9", "39", **ON_SITE),
        working("9", "39", **GRANTED),
        working("14", "39", **GRANTED),
        working("9", "39", sector=SITE),
        working(None, None),
    )
    check_speaks(
        MINORS_BREAKS,
        contract(),
        contract(apprentice=MINOR),
        resting(day("6", 30)),
        resting(day("6", 0)),
        resting(day("6", 30, "5")),
        resting(day("10", 30, None, breaks=1)),
        resting(day("4", 0)),
        resting(day("6", 30), day("4", 0, on=date(2026, 1, 6))),
        resting(day("6", None)),
    )
    both = MINORS_HOURS.find(working("8", "35"))
    assert both.sentence == (
        "Le mineur travaille 8\xa0h par jour et 35\xa0h par semaine au plus"
        "\xa0: c'est permis jusqu'au 9\xa0janvier 2027."
    )
    long = MINORS_HOURS.find(working("8.5", "35"))
    assert long.sentence == (
        "8,5\xa0h par jour\xa0: la limite de 8\xa0h, qui vaut jusqu'au "
        "9\xa0janvier 2027, est dépassée."
    )
