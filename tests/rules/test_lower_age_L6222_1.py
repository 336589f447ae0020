"""Lower age (L6222-1) and school status before it (R6222-1-1).

« seize ans au moins […]. Toutefois, les jeunes âgés d'au moins quinze ans
peuvent débuter un contrat d'apprentissage s'ils justifient avoir accompli la
scolarité du premier cycle de l'enseignement secondaire. »
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.law.readings import DOCTRINE, LETTER
from apprentissage.months import same_day
from apprentissage.review import agenda
from apprentissage.rules.finding import Finding, Outcome
from apprentissage.rules.lower_age import (
    LOWER_AGE_LIMIT,
    earliest_start_on,
    judge_lower_age,
    school_status_possible,
)
from tests.support.eligibility import a_contract
from tests.support.missing import check_missing
from tests.support.recording import points_read, templates_used

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
    return LOWER_AGE_LIMIT.find(contract)


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
    starts_on: date,
    completed: bool | None,
    outcome: Outcome,
    code: str | None,
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
        assert [
            (c.choice.name, c.outcome, c.code) for c in finding.contested
        ] == [("DAY_AFTER", NON_COMPLIANT, None)]
        assert found(starting(FIFTEEN_ON + DAY, True)).contested == ()
        assert found(starting(FIFTEEN_ON - DAY, True)).contested == ()

    def test_doctrine_takes_the_day_after(self) -> None:
        by_doctrine = LOWER_AGE_LIMIT.find(
            starting(FIFTEEN_ON, True), DOCTRINE
        )
        assert by_doctrine.outcome is NON_COMPLIANT
        assert by_doctrine.holds_from == FIFTEEN_ON + DAY

    def test_the_sixteenth_birthday_is_not(self) -> None:
        finding = LOWER_AGE_LIMIT.find(starting(SIXTEEN_ON, False), DOCTRINE)
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
        self,
        starts_on: date,
        completed: bool | None,
        earliest: date | None,
        holds_from: date,
    ) -> None:
        finding = found(starting(starts_on, completed))
        assert finding["earliest_start_on"] == earliest
        assert finding["fifteen_on"] == FIFTEEN_ON
        assert finding["sixteen_on"] == SIXTEEN_ON
        assert finding.holds_from == holds_from
        on = found(starting(holds_from, completed))
        eve = found(starting(holds_from - DAY, completed))
        assert on.outcome is COMPLIANT
        assert eve.outcome is not COMPLIANT

    def test_none_where_it_holds(self) -> None:
        assert found(starting(FIFTEEN_ON, True)).holds_from is None
        assert found(starting(FIFTEEN_ON, None)).holds_from is None

    def test_it_is_in_the_agenda(self) -> None:
        def on(contract: Contract) -> list[date]:
            rules = (LOWER_AGE_LIMIT,)
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
        self,
        born_on: date,
        completed: bool | None,
        possible: bool | None,
    ) -> None:
        enters_on = date(2025, 9, 1)
        assert (
            school_status_possible(
                born_on=born_on,
                enters_on=enters_on,
                lower_secondary_completed=completed,
            )
            is possible
        )
        finding = found(starting(enters_on, completed, born_on))
        assert finding.outcome is NON_COMPLIANT
        assert finding["school_status_possible"] is possible
        assert ("statut scolaire" in finding.sentence) is (possible is True)

    @pytest.mark.parametrize(
        ("enters_on", "possible"),
        [
            (date(2014, 9, 12), None),
            (date(2014, 9, 13), True),
            (date(2014, 9, 14), True),
        ],
    )
    def test_since_the_decree_of_2014(
        self, enters_on: date, possible: bool | None
    ) -> None:
        assert (
            school_status_possible(
                born_on=date(1999, 12, 1),
                enters_on=enters_on,
                lower_secondary_completed=True,
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
    @pytest.mark.parametrize(
        ("concluded_on", "outcome"),
        [(date(2013, 7, 9), UNDETERMINED), (date(2013, 7, 10), NON_COMPLIANT)],
    )
    def test_the_text_before_july_2013_was_not_read(
        self, concluded_on: date, outcome: Outcome
    ) -> None:
        def at_14(born_on: date) -> Finding:
            return found(
                starting(date(2013, 9, 2), True, born_on, concluded_on)
            )

        turning_15 = at_14(date(1998, 12, 31))
        assert turning_15.outcome is outcome
        assert turning_15.missing == ()
        names = {caveat.name for caveat in turning_15.caveats}
        assert ("NOT_COVERED" in names) is (outcome is UNDETERMINED)
        # who does not turn 15 that year was too young in any case
        assert at_14(date(1999, 1, 1)).outcome is NON_COMPLIANT
        # who has turned 15 was not
        assert at_14(date(1998, 9, 2)).outcome is COMPLIANT

    def test_secondary_sources_before_2019(self) -> None:
        def caveats(concluded_on: date) -> list[str]:
            contract = starting(date(2019, 1, 7), True, date(2001, 1, 1))
            return [
                caveat.name
                for caveat in found(
                    starting(
                        contract.starts_on,
                        True,
                        date(2001, 1, 1),
                        concluded_on,
                    )
                ).caveats
            ]

        assert caveats(date(2018, 12, 31)) == ["SECONDARY_SOURCES"]
        assert caveats(date(2019, 1, 1)) == []

    @pytest.mark.parametrize(
        "concluded_on",
        [same_day(date(2008, 5, 1), n) for n in range(12 * (2027 - 2008))],
        ids=str,
    )
    def test_every_month_since_2008_is_covered(
        self, concluded_on: date
    ) -> None:
        for years, outcome in ((16, COMPLIANT), (15, COMPLIANT)):
            born_on = same_day(concluded_on, -12 * years)
            assert (
                judge_lower_age(
                    starting(concluded_on, True, born_on), LETTER
                ).outcome
                is outcome
            )
        thirteen = same_day(concluded_on, -12 * 13)
        assert (
            judge_lower_age(
                starting(concluded_on, True, thirteen), LETTER
            ).outcome
            is NON_COMPLIANT
        )

    def test_before_2008_05_it_is_not_covered(self) -> None:
        with pytest.raises(NotCovered):
            judge_lower_age(
                starting(date(2008, 4, 30), True, date(1990, 1, 1)), LETTER
            )


def test_missing() -> None:
    check_missing(
        LOWER_AGE_LIMIT,
        starting(FIFTEEN_ON, None),
        {
            "apprentice.lower_secondary_completed": [True, False],
            "apprentice.rqth": [True],
        },
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
    then = found(
        starting(starts_on + timedelta(days=later), completed, born_on)
    )
    order = tuple(Outcome)
    assert order.index(now.outcome) <= order.index(then.outcome) or (
        # the text of before July 2013 was not read
        "NOT_COVERED" in {caveat.name for caveat in now.caveats}
    )


SAMPLE = [
    starting(FIFTEEN_ON - DAY, None),
    starting(date(2026, 1, 5), True),
    starting(FIFTEEN_ON, True),
    starting(FIFTEEN_ON, False),
    starting(FIFTEEN_ON, None),
    starting(SIXTEEN_ON, None),
    starting(date(2010, 9, 1), True, date(1995, 12, 1)),
]


def test_reads_is_exactly_what_the_judge_consults() -> None:
    assert points_read(LOWER_AGE_LIMIT, SAMPLE) == set(LOWER_AGE_LIMIT.reads)


def test_sentences_are_exactly_those_it_uses() -> None:
    assert templates_used(LOWER_AGE_LIMIT, SAMPLE) == set(
        LOWER_AGE_LIMIT.sentences
    )
