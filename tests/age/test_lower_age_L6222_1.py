"""Lower age (L6222-1) and school status before it (R6222-1-1).

« seize ans au moins […]. Toutefois, les jeunes âgés d'au moins quinze ans
peuvent débuter un contrat d'apprentissage s'ils justifient avoir accompli la
scolarité du premier cycle de l'enseignement secondaire. »
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.age.lower_age import LOWER_AGE, earliest_start_on, school_status_possible
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import Apprentice, Contract, LastClass
from apprentissage.judging import Finding, Outcome, signed_and_started_on
from apprentissage.law.readings import DOCTRINE, LETTER, Readings
from apprentissage.months import same_day
from apprentissage.reviewing import agenda, remedies, review
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import check_said, consulted

COMPLIANT, NON_COMPLIANT = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
UNDETERMINED = Outcome.UNDETERMINED
DAY = timedelta(days=1)
BORN_ON = date(2011, 2, 14)
FIFTEEN_ON, SIXTEEN_ON = date(2026, 2, 14), date(2027, 2, 14)


def starting(
    starts_on: date,
    completed: bool | None,
    born_on: date = BORN_ON,
    concluded_on: date | None = None,
) -> Contract:
    return a_contract(
        born_on=born_on,
        starts_on=starts_on,
        concluded_on=concluded_on,
        apprentice={"lower_secondary_completed": completed},
    )


def found(contract: Contract) -> Finding:
    return LOWER_AGE.find(contract)


@pytest.mark.parametrize(
    ("starts_on", "completed", "outcome", "code"),
    [
        (FIFTEEN_ON - DAY, True, NON_COMPLIANT, None),
        (FIFTEEN_ON, True, COMPLIANT, "11"),
        (FIFTEEN_ON + DAY, True, COMPLIANT, "11"),
        (FIFTEEN_ON - DAY, None, NON_COMPLIANT, None),
        (FIFTEEN_ON, None, UNDETERMINED, None),
        (FIFTEEN_ON, False, NON_COMPLIANT, None),
        (SIXTEEN_ON - DAY, True, COMPLIANT, "11"),
        (SIXTEEN_ON - DAY, None, UNDETERMINED, None),
        (SIXTEEN_ON - DAY, False, NON_COMPLIANT, None),
        (SIXTEEN_ON, True, COMPLIANT, None),
        (SIXTEEN_ON, None, COMPLIANT, None),
        (SIXTEEN_ON, False, COMPLIANT, None),
        (SIXTEEN_ON + DAY, False, COMPLIANT, None),
    ],
)
def test_both_birthdays_to_the_day(
    starts_on: date, completed: bool | None, outcome: Outcome, code: str | None
) -> None:
    finding = found(starting(starts_on, completed))
    assert finding.outcome is outcome
    assert finding["code"] == code


def test_the_start_counts_not_the_conclusion() -> None:
    signed_before = starting(FIFTEEN_ON, True, concluded_on=FIFTEEN_ON - DAY)
    assert found(signed_before).outcome is COMPLIANT


class TestFifteenthBirthday:
    """« au moins quinze ans », or « 15 ans et un jour »."""

    def test_the_birthday_is_contested(self) -> None:
        finding = found(starting(FIFTEEN_ON, True))
        assert [(c.choice.name, c.outcome, c.code) for c in finding.contested] == [
            ("DAY_AFTER", NON_COMPLIANT, None)
        ]
        assert found(starting(FIFTEEN_ON + DAY, True)).contested == ()
        assert found(starting(FIFTEEN_ON - DAY, True)).contested == ()

    def test_doctrine_takes_the_day_after(self) -> None:
        by_doctrine = LOWER_AGE.find(starting(FIFTEEN_ON, True), DOCTRINE)
        assert by_doctrine.outcome is NON_COMPLIANT
        assert by_doctrine.holds_from == FIFTEEN_ON + DAY

    def test_the_sixteenth_birthday_is_not(self) -> None:
        finding = LOWER_AGE.find(starting(SIXTEEN_ON, False), DOCTRINE)
        assert finding.outcome is COMPLIANT
        assert finding.contested == ()


def test_born_on_29_february() -> None:
    born_on = date(2012, 2, 29)

    def first(**choices: str) -> date:
        return earliest_start_on(
            born_on=born_on,
            lower_secondary_completed=True,
            concluded_on=date(2027, 2, 1),
            readings=LETTER.choose(**choices),
        )

    assert first() == date(2027, 2, 28)
    assert first(leap_birthday="MARCH_1") == date(2027, 3, 1)
    assert first(fifteenth_birthday="DAY_AFTER") == date(2027, 3, 1)
    points = found(starting(date(2027, 2, 28), True, born_on)).contested
    assert {c.point for c in points} == {"fifteenth_birthday", "leap_birthday"}
    # at 16 in a leap year there is no doubt
    assert found(starting(date(2028, 2, 29), False, born_on)).contested == ()


class TestFirstLawfulDay:
    """The 15th birthday, or the 16th without the collège."""

    @pytest.mark.parametrize(
        ("starts_on", "completed", "earliest", "holds_from"),
        [
            (FIFTEEN_ON - DAY, True, FIFTEEN_ON, FIFTEEN_ON),
            (FIFTEEN_ON - DAY, False, SIXTEEN_ON, SIXTEEN_ON),
            (FIFTEEN_ON, False, SIXTEEN_ON, SIXTEEN_ON),
            # undetermined from 15 to 16: at 16 nothing is unknown
            (FIFTEEN_ON - DAY, None, None, SIXTEEN_ON),
        ],
    )
    def test_holds_from(
        self, starts_on: date, completed: bool | None, earliest: date | None, holds_from: date
    ) -> None:
        finding = found(starting(starts_on, completed))
        assert finding["earliest_on"] == earliest
        assert finding["fifteen_on"] == FIFTEEN_ON
        assert finding["sixteen_on"] == SIXTEEN_ON
        assert finding.holds_from == holds_from
        on = found(starting(holds_from, completed))
        eve = found(starting(holds_from - DAY, completed))
        assert on.outcome is COMPLIANT
        assert eve.outcome is not COMPLIANT

    @pytest.mark.parametrize(
        ("completed", "earliest"), [(True, FIFTEEN_ON), (False, SIXTEEN_ON), (None, SIXTEEN_ON)]
    )
    def test_the_start_is_put_off_to_it(self, completed: bool | None, earliest: date) -> None:
        too_young = starting(FIFTEEN_ON - DAY, completed)
        first = remedies(review(too_young, rules=(LOWER_AGE,)))["lower_age"][0]
        assert {change.path: change.after for change in first.changes} == {"starts_on": earliest}

    def test_none_where_it_holds(self) -> None:
        assert found(starting(FIFTEEN_ON, True)).holds_from is None
        assert found(starting(FIFTEEN_ON, None)).holds_from is None

    def test_it_is_in_the_agenda(self) -> None:
        def on(contract: Contract) -> list[date]:
            rules = (LOWER_AGE,)
            return [entry.on for entry in agenda(contract, rules=rules)]

        assert on(starting(FIFTEEN_ON, False)) == [SIXTEEN_ON]
        assert on(starting(FIFTEEN_ON, True)) == []


class TestSchoolStatus:
    """R6222-1-1: « avant le terme de l'année civile », collège completed."""

    @pytest.mark.parametrize(
        ("born_on", "completed", "possible"),
        [
            (date(2010, 12, 30), True, True),
            (date(2010, 12, 31), True, True),
            (date(2011, 1, 1), True, False),
            (date(2010, 12, 31), False, False),
            (date(2010, 12, 31), None, None),
            (date(2011, 1, 1), None, False),
        ],
    )
    def test_fifteen_before_the_year_ends(
        self, born_on: date, completed: bool | None, possible: bool | None
    ) -> None:
        enters_on = date(2025, 9, 1)
        assert (
            school_status_possible(
                born_on=born_on, enters_on=enters_on, lower_secondary_completed=completed
            )
            is possible
        )
        finding = found(starting(enters_on, completed, born_on))
        assert finding.outcome is NON_COMPLIANT
        assert finding["school_status_possible"] is possible
        assert ("statut scolaire" in finding.sentence) is (possible is True)

    @pytest.mark.parametrize(
        ("enters_on", "possible"),
        [(date(2014, 9, 12), None), (date(2014, 9, 13), True), (date(2014, 9, 14), True)],
    )
    def test_since_the_decree_of_2014(self, enters_on: date, possible: bool | None) -> None:
        assert (
            school_status_possible(
                born_on=date(1999, 12, 1), enters_on=enters_on, lower_secondary_completed=True
            )
            is possible
        )

    def test_before_2008_05_it_is_not_covered(self) -> None:
        with pytest.raises(NotCovered):
            school_status_possible(
                born_on=date(1993, 12, 1),
                enters_on=date(2008, 4, 30),
                lower_secondary_completed=True,
            )


class TestVersions:
    """L6222-1 of 2008, of 2011, of 2013 and of 2019."""

    @pytest.mark.parametrize(
        ("concluded_on", "outcome"),
        [
            (date(2011, 7, 28), NON_COMPLIANT),
            (date(2011, 7, 29), NON_COMPLIANT),
            # « âgés d'au moins quinze ans au cours de l'année civile »
            (date(2011, 7, 30), COMPLIANT),
            (date(2013, 7, 9), COMPLIANT),
            (date(2013, 7, 10), NON_COMPLIANT),
            (date(2014, 3, 7), NON_COMPLIANT),
            (date(2019, 1, 1), NON_COMPLIANT),
        ],
    )
    def test_fifteen_in_the_civil_year(self, concluded_on: date, outcome: Outcome) -> None:
        year = concluded_on.year

        def at_14(born_on: date, completed: bool | None = True) -> Finding:
            starts_on = date(year, 9, 2)
            return found(starting(starts_on, completed, born_on, concluded_on))

        turning_15 = at_14(date(year - 15, 12, 31))
        assert turning_15.outcome is outcome
        assert turning_15["code"] == ("11" if outcome is COMPLIANT else None)
        assert turning_15.contested == ()
        # who turns 15 on the next 1 January was too young in any case
        assert at_14(date(year - 14, 1, 1)).outcome is NON_COMPLIANT
        # who has turned 15 was not
        assert at_14(date(year - 15, 9, 2)).outcome is COMPLIANT
        unknown = at_14(date(year - 15, 12, 31), None)
        assert unknown.outcome is (UNDETERMINED if outcome is COMPLIANT else NON_COMPLIANT)
        first = earliest_start_on(
            born_on=date(year - 15, 12, 31),
            lower_secondary_completed=True,
            concluded_on=concluded_on,
        )
        in_the_year = outcome is COMPLIANT
        assert first == date(year, *((1, 1) if in_the_year else (12, 31)))

    @pytest.mark.parametrize(
        ("concluded_on", "other_way"),
        [
            (date(2008, 5, 1), True),
            (date(2011, 7, 29), True),
            (date(2011, 7, 30), True),
            (date(2013, 7, 9), True),
            (date(2013, 7, 10), False),
            (date(2026, 9, 1), False),
        ],
    )
    @pytest.mark.parametrize("college", [None, False, True])
    @pytest.mark.parametrize("followed", [None, False, True])
    def test_the_other_way_of_the_code_de_l_education(
        self, concluded_on: date, other_way: bool, college: bool | None, followed: bool | None
    ) -> None:
        # « ou avoir suivi une formation prévue à l'article L. 337-3-1 »
        contract = a_contract(
            born_on=same_day(concluded_on, -12 * 15),
            starts_on=concluded_on,
            apprentice={
                "lower_secondary_completed": college,
                "pre_apprenticeship_training": followed,
            },
        )
        ways = {college, followed} if other_way else {college}
        expected = COMPLIANT if True in ways else UNDETERMINED if None in ways else NON_COMPLIANT
        finding = found(contract)
        assert finding.outcome is expected
        if expected is UNDETERMINED:
            told = {
                "apprentice.lower_secondary_completed": college,
                "apprentice.pre_apprenticeship_training": followed,
            }
            waits = {
                path: [True, False]
                for path, known in told.items()
                if known is None and (other_way or "secondary" in path)
            }
            check_missing(LOWER_AGE, contract, waits)
            assert finding["earliest_on"] is None

    @pytest.mark.parametrize(
        ("concluded_on", "told"),
        [
            (date(2018, 12, 30), True),
            (date(2018, 12, 31), True),
            # « peuvent débuter »
            (date(2019, 1, 1), False),
        ],
    )
    def test_to_sign_or_to_start_at_fifteen(self, concluded_on: date, told: bool) -> None:
        fifteen_on = date(2019, 1, 7)
        born_on = same_day(fifteen_on, -12 * 15)
        finding = found(starting(fifteen_on, True, born_on, concluded_on))
        assert finding.outcome is COMPLIANT
        names = [caveat.name for caveat in finding.caveats]
        assert names == (["FIFTEEN_TO_SIGN"] if told else [])
        signed_at_15 = starting(fifteen_on, True, born_on, fifteen_on)
        assert found(signed_at_15).caveats == ()

    def test_each_version_cites_its_own(self) -> None:
        for concluded_on, legiarti in (
            (date(2011, 7, 29), "LEGIARTI000006903997"),
            (date(2011, 7, 30), "LEGIARTI000024422157"),
            (date(2013, 7, 10), "LEGIARTI000027699180"),
            (date(2014, 3, 7), "LEGIARTI000028698443"),
            (date(2019, 1, 1), "LEGIARTI000037385936"),
        ):
            (source,) = found(
                starting(date(2019, 1, 7), True, date(1996, 1, 1), concluded_on)
            ).sources
            assert (source.url or "").endswith(legiarti)

    @pytest.mark.parametrize(
        "concluded_on", [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))], ids=str
    )
    def test_every_month_since_2008_is_covered(self, concluded_on: date) -> None:
        for years, outcome in ((16, COMPLIANT), (15, COMPLIANT)):
            born_on = same_day(concluded_on, -12 * years)
            assert (
                LOWER_AGE.judge(starting(concluded_on, True, born_on), LETTER).outcome is outcome
            )
        thirteen = same_day(concluded_on, -12 * 13)
        assert (
            LOWER_AGE.judge(starting(concluded_on, True, thirteen), LETTER).outcome
            is NON_COMPLIANT
        )

    def test_before_2008_05_it_is_not_covered(self) -> None:
        with pytest.raises(NotCovered):
            LOWER_AGE.judge(starting(date(2008, 4, 30), True, date(1990, 1, 1)), LETTER)


def test_missing() -> None:
    check_missing(
        LOWER_AGE,
        starting(FIFTEEN_ON, None),
        {"apprentice.lower_secondary_completed": [True, False], "apprentice.rqth": [True]},
    )


@given(
    st.dates(date(1995, 1, 1), date(2014, 12, 31)),
    st.integers(14 * 365, 17 * 366),
    st.sampled_from([None, True, False]),
    st.integers(0, 400),
)
def test_a_later_start_never_disqualifies(
    born_on: date, age: int, completed: bool | None, later: int
) -> None:
    starts_on = born_on + timedelta(days=age)
    if starts_on < date(2008, 5, 1):
        return
    now = found(starting(starts_on, completed, born_on))
    then = found(starting(starts_on + timedelta(days=later), completed, born_on))
    order = tuple(Outcome)
    assert order.index(now.outcome) <= order.index(then.outcome) or (
        # a text that took more in ends
        starts_on <= date(2013, 7, 9)
    )


TOLD = st.fixed_dictionaries(
    dict.fromkeys(
        ("lower_secondary_completed", "pre_apprenticeship_training"),
        st.sampled_from([None, True, False]),
    )
)


@pytest.mark.long
@given(
    st.dates(date(1992, 1, 1), date(2014, 12, 31)),
    st.tuples(st.integers(12 * 365, 16 * 366), st.integers(0, 200)),
    TOLD,
    st.sampled_from([LETTER, DOCTRINE, LETTER.choose(leap_birthday="MARCH_1")]),
)
def test_it_holds_from_the_first_of_all_days(
    born_on: date, days: tuple[int, int], told: dict[str, bool | None], readings: Readings
) -> None:
    age, signed_before = days
    starts_on = born_on + timedelta(days=age)
    concluded_on = starts_on - timedelta(days=signed_before)
    if concluded_on < date(2008, 5, 1):
        return
    contract = a_contract(
        born_on=born_on, concluded_on=concluded_on, starts_on=starts_on, apprentice=told
    )
    finding = LOWER_AGE.find(contract, readings)
    if finding.outcome is not NON_COMPLIANT:
        return

    def on(day: date) -> Outcome:
        moved = signed_and_started_on(contract, day)
        return LOWER_AGE.judge(moved, readings).outcome

    day = concluded_on + DAY
    while on(day) is not COMPLIANT:
        day += DAY
    assert finding.holds_from == day


class TestLastClass:
    """Box « dernière classe »: 40, 41 and 42 tell the end of the collège."""

    @pytest.mark.parametrize(
        ("last_class", "outcome"),
        [
            (LastClass.COLLEGE_COMPLETED, COMPLIANT),
            (LastClass.STOPPED_IN_TROISIEME, NON_COMPLIANT),
            (LastClass.STOPPED_IN_QUATRIEME, NON_COMPLIANT),
            (LastClass.FIRST_VALIDATED, UNDETERMINED),
            (None, UNDETERMINED),
        ],
    )
    def test_at_fifteen(self, last_class: LastClass | None, outcome: Outcome) -> None:
        finding = found(
            a_contract(
                born_on=BORN_ON, starts_on=FIFTEEN_ON, apprentice={"last_class": last_class}
            )
        )
        assert finding.outcome is outcome

    @pytest.mark.parametrize(
        ("last_class", "completed"),
        [
            (LastClass.COLLEGE_COMPLETED, False),
            (LastClass.STOPPED_IN_TROISIEME, True),
            (LastClass.STOPPED_IN_QUATRIEME, True),
        ],
    )
    def test_a_contradiction_is_told(self, last_class: LastClass, completed: bool) -> None:
        with pytest.raises(InvalidValue, match="lower_secondary_completed"):
            Apprentice(born_on=BORN_ON, last_class=last_class, lower_secondary_completed=completed)
        agreed = Apprentice(
            born_on=BORN_ON, last_class=last_class, lower_secondary_completed=not completed
        )
        assert agreed.college_completed is not completed


SAMPLE = [
    starting(FIFTEEN_ON - DAY, None),
    starting(date(2026, 1, 5), True),
    starting(FIFTEEN_ON, True),
    starting(FIFTEEN_ON, False),
    starting(FIFTEEN_ON, None),
    starting(SIXTEEN_ON, None),
    a_contract(
        born_on=date(1995, 2, 1),
        starts_on=date(2010, 9, 1),
        apprentice={"pre_apprenticeship_training": True},
    ),
]


def test_it_says_and_consults_what_is_listed() -> None:
    check_said(LOWER_AGE, SAMPLE)


def test_from_sixteen_on_nothing_hangs_on_the_fifteenth_birthday() -> None:
    younger = starting(SIXTEEN_ON - DAY, completed=True)
    assert consulted(LOWER_AGE, younger, LETTER) == {"fifteenth_birthday"}
    of_age = starting(SIXTEEN_ON, completed=True)
    assert consulted(LOWER_AGE, of_age, LETTER) == set()
