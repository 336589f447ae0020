"""The experience of a maître (R6223-22, last paragraph).

« Les stages et les périodes de formation effectués en milieu professionnel,
dans le cadre d'une formation initiale, y compris sous contrat
d'apprentissage, ou d'une formation continue qualifiante […], ne sont pas pris
en compte dans le décompte de la durée d'expérience requise. »
"""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue
from apprentissage.facts import ExperienceKind, ExperiencePeriod, MaitreApprentissage
from apprentissage.maitre._experience import experience_of, experience_reached_on
from apprentissage.maitre.texts import EXCLUDED_KINDS
from apprentissage.months import last_day_of

DAY = timedelta(days=1)
EMPLOYMENT = ExperienceKind.EMPLOYMENT
ON = date(2026, 9, 1)
EXCLUDED = EXCLUDED_KINDS.concluded(ON).value


def period(
    starts_on: date, ends_on: date | None, kind: ExperienceKind | None = EMPLOYMENT
) -> ExperiencePeriod:
    return ExperiencePeriod(starts_on=starts_on, ends_on=ends_on, kind=kind)


def least_months(periods: list[ExperiencePeriod], on: date) -> int:
    """The months that count for sure, by the text of the day."""
    maitre = MaitreApprentissage(experience=tuple(periods))
    return experience_of(maitre, "maitres[0]", on, EXCLUDED_KINDS.concluded(on).value).least


class TestOnePeriod:
    @pytest.mark.parametrize(
        ("on", "months"),
        [
            (date(2025, 9, 1), 0),
            (date(2025, 9, 30), 0),
            (date(2025, 10, 1), 1),
            (date(2026, 8, 31), 11),
            (date(2026, 9, 1), 12),
            (date(2026, 9, 2), 12),
            (date(2027, 8, 31), 23),
            (date(2027, 9, 1), 24),
        ],
    )
    def test_counted_to_the_eve_of_the_conclusion(self, on: date, months: int) -> None:
        job = period(date(2025, 9, 1), date(2030, 12, 31))
        assert least_months([job], on) == months

    def test_a_period_that_has_ended_no_longer_grows(self) -> None:
        job = period(date(2020, 1, 1), date(2021, 12, 31))
        for on in (date(2022, 1, 1), date(2026, 9, 1)):
            assert least_months([job], on) == 24
        shorter = period(date(2020, 1, 1), date(2021, 12, 30))
        assert least_months([shorter], ON) == 23

    def test_ends_of_months(self) -> None:
        job = period(date(2024, 2, 29), date(2030, 12, 31))
        # the year opened on 29 February fills the February that follows
        assert least_months([job], date(2025, 2, 28)) == 11
        assert least_months([job], date(2025, 3, 1)) == 12


class TestExclusions:
    @pytest.mark.parametrize("kind", [kind for kind in ExperienceKind if kind is not EMPLOYMENT])
    def test_training_does_not_count(self, kind: ExperienceKind) -> None:
        training = period(date(2020, 9, 1), date(2022, 8, 31), kind)
        job = period(date(2022, 9, 1), date(2023, 8, 31))
        assert least_months([training], ON) == 0
        assert least_months([training, job], ON) == 12

    def test_but_not_the_post_held_meanwhile(self) -> None:
        whole = period(date(2020, 9, 1), date(2023, 8, 31))
        learnt = period(date(2020, 9, 1), date(2022, 8, 31), ExperienceKind.APPRENTICESHIP)
        assert least_months([whole], ON) == 36
        # an apprenticeship leaves itself out, not the post held meanwhile
        assert least_months([whole, learnt], ON) == 36
        assert least_months([learnt], ON) == 0

    def test_an_unknown_kind_does_not_count(self) -> None:
        assert least_months([period(date(2020, 9, 1), date(2023, 8, 31), None)], ON) == 0


class TestOngoing:
    """A post still held counts up to the day looked at, whatever it is."""

    POST = ExperiencePeriod(starts_on=date(2025, 9, 1), kind=EMPLOYMENT, ongoing=True)

    @pytest.mark.parametrize(
        ("on", "months"),
        [
            (date(2025, 9, 1), 0),
            (date(2026, 8, 31), 11),
            (date(2026, 9, 1), 12),
            (date(2035, 9, 1), 120),
        ],
    )
    def test_to_the_eve(self, on: date, months: int) -> None:
        assert least_months([self.POST], on) == months
        maitre = MaitreApprentissage(experience=(self.POST,))
        found = experience_of(maitre, "maitres[0]", on, EXCLUDED)
        assert (found.months, found.missing) == (months, ())

    def test_beside_a_placement(self) -> None:
        placement = period(date(2026, 1, 1), date(2026, 3, 31), ExperienceKind.PLACEMENT)
        assert least_months([self.POST, placement], ON) == 12

    def test_it_has_no_end(self) -> None:
        with pytest.raises(InvalidValue) as caught:
            evolve(self.POST, ends_on=date(2026, 1, 1))
        assert caught.value.path == "ends_on"
        # an end that is only said to be is unknown
        over = evolve(self.POST, ongoing=False)
        found = experience_of(MaitreApprentissage(experience=(over,)), "maitres[0]", ON, EXCLUDED)
        assert found.missing == ("maitres[0].experience[0].ends_on",)


class TestBefore2011:
    """R6223-24 left no placement out until 2011-10-27."""

    PLACEMENT = period(date(2009, 10, 1), date(2012, 9, 30), ExperienceKind.PLACEMENT)

    @pytest.mark.parametrize(
        ("on", "months"),
        [(date(2011, 10, 27), 24), (date(2011, 10, 28), 0), (date(2019, 1, 1), 0)],
    )
    def test_placements(self, on: date, months: int) -> None:
        assert least_months([self.PLACEMENT], on) == months
        unsaid = evolve(self.PLACEMENT, kind=None)
        assert least_months([unsaid], on) == months

    def test_reached_by_the_text_of_the_day(self) -> None:
        assert experience_reached_on([self.PLACEMENT], 24) == (date(2011, 10, 1))
        assert experience_reached_on([self.PLACEMENT], 25) is None
        job = period(date(2010, 10, 1), date(2020, 9, 30))
        both = [self.PLACEMENT, job]
        assert experience_reached_on(both, 25) == date(2012, 11, 1)


class TestOverlapsAndGaps:
    def test_two_jobs_at_once_count_once(self) -> None:
        one = period(date(2024, 1, 1), date(2024, 12, 31))
        two = period(date(2024, 7, 1), date(2025, 6, 30))
        assert least_months([one, two], ON) == 18
        assert least_months([one, one], ON) == 12

    def test_a_gap_does_not_count(self) -> None:
        one = period(date(2023, 1, 1), date(2023, 6, 30))
        two = period(date(2025, 1, 1), date(2025, 6, 30))
        assert least_months([one, two], ON) == 12
        shorter = period(date(2025, 1, 1), date(2025, 6, 29))
        assert least_months([one, shorter], ON) == 11

    def test_days_that_make_no_month_alone_add_up(self) -> None:
        # 20 days of each month: 240 days from January to December
        jobs = [period(date(2025, month, 1), date(2025, month, 20)) for month in range(1, 13)]
        assert least_months(jobs, ON) == 7

    def test_nothing_at_all(self) -> None:
        assert least_months([], ON) == 0
        later = period(date(2026, 9, 1), date(2027, 8, 31))
        assert least_months([later], ON) == 0


class TestReached:
    def test_the_first_day_on_which_it_suffices(self) -> None:
        job = period(date(2025, 9, 15), date(2030, 12, 31))
        assert experience_reached_on([job], 12) == date(2026, 9, 15)
        assert experience_reached_on([job], 24) == date(2027, 9, 15)
        assert experience_reached_on([job], 120) is None
        assert experience_reached_on([], 12) is None

    def test_after_an_earlier_job(self) -> None:
        job = period(date(2026, 1, 1), date(2030, 12, 31))
        # six whole months before: six more
        half = period(date(2020, 1, 1), date(2020, 6, 30))
        assert experience_reached_on([half, job], 12) == date(2026, 7, 1)
        # a month less a day, 30 days: as though begun on 2 December 2025
        some = period(date(2020, 1, 1), date(2020, 1, 30))
        assert experience_reached_on([some, job], 12) == date(2026, 12, 2)

    def test_already_reached_long_ago(self) -> None:
        job = period(date(2010, 1, 1), date(2015, 12, 31))
        assert experience_reached_on([job], 24) == date(2012, 1, 1)


PERIODS = st.lists(
    st.builds(
        lambda first, days, kind: period(first, first + timedelta(days=days), kind),
        first=st.dates(date(2018, 1, 1), date(2026, 12, 31)),
        days=st.sampled_from([0, 27, 28, 30, 180, 364, 365, 366, 730]),
        kind=st.sampled_from([EMPLOYMENT, EMPLOYMENT, *ExperienceKind]),
    ),
    max_size=5,
)
DAYS = st.dates(date(2018, 1, 1), date(2027, 12, 31))


def whole_months(first: date, last: date) -> int:
    months = 0
    while last_day_of(first, months + 1) <= last:
        months += 1
    return months


def day_by_day(periods: list[ExperiencePeriod], on: date) -> int:
    """The same count, over the set of the days."""
    days: set[date] = set()
    for each in periods:
        assert each.ends_on is not None
        span = {each.starts_on + n * DAY for n in range((each.ends_on - each.starts_on).days + 1)}
        if each.kind is EMPLOYMENT:
            days.update(span)
    counted = {day for day in days if day < on}
    if not counted:
        return 0
    starts = sorted(day for day in counted if day - DAY not in counted)
    ends = sorted(day for day in counted if day + DAY not in counted)
    opened_on = ends[-1] - timedelta(days=len(counted) - 1)
    return max(sum(map(whole_months, starts, ends)), whole_months(opened_on, ends[-1]))


def test_days_of_a_leap_year_are_joined_by_the_next_day_worked() -> None:
    leap = period(date(2020, 1, 1), date(2020, 12, 30), EMPLOYMENT)
    day = period(date(2022, 1, 1), date(2022, 1, 1), EMPLOYMENT)
    reached_on = experience_reached_on([leap, day], 12)
    assert reached_on == date(2022, 1, 2)
    assert least_months([leap, day], reached_on) == 12
    assert least_months([leap, day], reached_on - DAY) == 11


class TestProperties:
    @given(PERIODS, DAYS)
    def test_as_counted_day_by_day(self, periods: list[ExperiencePeriod], on: date) -> None:
        assert least_months(periods, on) == day_by_day(periods, on)

    @given(PERIODS, PERIODS, DAYS, st.integers(1, 5))
    def test_more_activity_never_loses_a_year(
        self, periods: list[ExperiencePeriod], more: list[ExperiencePeriod], on: date, years: int
    ) -> None:
        added = [p for p in more if p.kind is EMPLOYMENT]
        if least_months(periods, on) >= 12 * years:
            assert least_months(periods + added, on) >= 12 * years

    @given(PERIODS, DAYS, st.integers(0, 1000), st.integers(1, 5))
    def test_time_never_loses_a_year(
        self, periods: list[ExperiencePeriod], on: date, later: int, years: int
    ) -> None:
        then = on + timedelta(days=later)
        if least_months(periods, on) >= 12 * years:
            assert least_months(periods, then) >= 12 * years

    @given(PERIODS, st.sampled_from([12, 24, 36]))
    def test_reached_on_that_day_and_not_on_its_eve(
        self, periods: list[ExperiencePeriod], months: int
    ) -> None:
        on = experience_reached_on(periods, months)
        if on is None:
            assert least_months(periods, date(2190, 1, 1)) < months
        else:
            assert least_months(periods, on) >= months
            assert least_months(periods, on - DAY) < months

    @given(st.permutations(range(4)), DAYS)
    def test_the_order_does_not_matter(self, order: list[int], on: date) -> None:
        periods = [
            period(date(2019, 1, 1), date(2020, 3, 15)),
            period(date(2019, 6, 1), date(2019, 9, 30), None),
            period(date(2021, 2, 1), date(2023, 1, 31)),
            period(date(2022, 1, 1), date(2024, 5, 2)),
        ]
        shuffled = [periods[n] for n in order]
        assert least_months(shuffled, on) == least_months(periods, on)


class TestWhatIsUnknown:
    """Between the worst and the best that the unknown facts allow."""

    def test_an_unknown_end(self) -> None:
        maitre = MaitreApprentissage(experience=(period(date(2024, 9, 1), None),))
        found = experience_of(maitre, "maitres[0]", ON, EXCLUDED)
        assert (found.least, found.most) == (0, 24)
        assert found.missing == ("maitres[0].experience[0].ends_on",)
        assert found.months is None
        assert found.reaches(0) is True
        assert found.reaches(24) is None
        assert found.reaches(25) is False

    def test_an_unknown_kind(self) -> None:
        maitre = MaitreApprentissage(
            experience=(
                period(date(2024, 9, 1), date(2026, 2, 28)),
                period(date(2026, 3, 1), date(2026, 8, 31), None),
            )
        )
        found = experience_of(maitre, "maitres[0]", ON, EXCLUDED)
        assert (found.least, found.most) == (18, 24)
        assert found.missing == ("maitres[0].experience[1].kind",)

    def test_an_excluded_period_of_unknown_end(self) -> None:
        maitre = MaitreApprentissage(
            experience=(
                period(date(2024, 9, 1), date(2026, 8, 31)),
                period(date(2026, 1, 1), None, ExperienceKind.PLACEMENT),
            )
        )
        found = experience_of(maitre, "maitres[0]", ON, EXCLUDED)
        assert (found.months, found.missing) == (24, ())

    def test_a_period_to_come_is_not_asked_about(self) -> None:
        maitre = MaitreApprentissage(experience=(period(ON, None, None),))
        found = experience_of(maitre, "maitres[0]", ON, EXCLUDED)
        assert found.missing == ()
        assert found.months == 0

    def test_months_given_as_numbers(self) -> None:
        def found(months: int | None, excluded: int | None) -> object:
            maitre = MaitreApprentissage(experience_months=months, excluded_months=excluded)
            experience = experience_of(maitre, "maitres[0]", ON, EXCLUDED)
            return experience.least, experience.most, experience.missing

        assert found(36, 12) == (24, 24, ())
        assert found(36, None) == (0, 36, ("maitres[0].excluded_months",))
        maitre = MaitreApprentissage(experience_months=36)
        # where the text leaves nothing out, all of them count
        assert experience_of(maitre, "maitres[0]", ON, ()).months == 36
        assert found(None, None) == (0, None, ("maitres[0].experience_months",))
