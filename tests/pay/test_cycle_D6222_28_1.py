"""Contract and cycle of two lengths (D6222-28-1, D6222-28-2, D6222-32).

Shorter: « comme ayant accompli une durée d'apprentissage égale à ce cycle de
formation », in months by the letter. Longer by convention: « dernière année
d'exécution du contrat précédant cette prolongation ». A licence
professionnelle: « celle fixée pour la deuxième année d'exécution du contrat ».
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import ContractType, DeclaredPayLine, Diploma, DurationGround, PayBase
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import last_day_of
from apprentissage.pay import PayReason, pay_schedule
from apprentissage.pay.grids import Least
from apprentissage.pay.minimum_pay import MINIMUM_PAY
from tests.pay.sample import LAST, aged, caveats, cited, known, lines, rates, written
from tests.sample import contract as a_contract

FIRST_YEAR_RATE = LETTER.choose(year_elsewhere="FIRST_YEAR_RATE")
WHOLE_YEARS = LETTER.choose(cycle_credit="WHOLE_YEARS")
DIFFERENCE = LETTER.choose(credit_2019="DIFFERENCE")
ONE_YEAR = LETTER.choose(licence_pro_length="ONE_YEAR")
LICENCE = {"diploma": Diploma.LICENCE_PROFESSIONNELLE, "level": 6, "cycle_years": 1}
PAST = evolve(LAST, last_rate=None, last_statutory_rate=None)
ELSEWHERE = evolve(LAST, same_employer=False, diploma_obtained=False, level=0)
AGREED = DurationGround.PRIOR_SKILLS
REPEATED = DurationGround.REPEATED_YEAR
RESUMED = DurationGround.RESUMED_AFTER_RUPTURE
OLD = date(2018, 12, 31)


def paths(contract: Any, readings: Readings = LETTER) -> set[str]:
    return {a.path for a in pay_schedule(contract, readings).assumed}


def reasons(contract: Any) -> set[PayReason]:
    return {r for line in pay_schedule(contract) for r in line.reasons}


@pytest.mark.parametrize(
    ("entry_year", "expected"), [(1, ["43", "51"]), (2, ["51", "67"]), (3, ["67", "67"])]
)
def test_credit(entry_year: int, expected: list[str]) -> None:
    contract = known(training={"entry_year": entry_year, "cycle_years": 4})
    assert rates(contract) == expected
    assert ("BEYOND_GRID" in caveats(contract)) is (entry_year == 3)


def adult(months: int, ground: DurationGround | None = None, **training: Any) -> Any:
    """A contract of September 2025 at 18, for some months."""
    years, more = divmod(months, 12)
    end = date(2025 + years + (9 + more - 1) // 12, (9 + more - 1) % 12 + 1, 1)
    return aged(
        date(2007, 8, 31),
        date(2025, 9, 1),
        date.fromordinal(end.toordinal() - 1),
        duration_ground=ground or DurationGround.NONE,
        training={"entry_year": 1, **training},
    )


@pytest.mark.parametrize(
    ("months", "cycle", "expected"),
    [
        # CAP of two years in one; bac pro of three in two, and in one
        (12, 2, ["1.1 2025-09-01 51"]),
        (24, 3, ["1.1 2025-09-01 51", "2.1 2026-09-01 67"]),
        (12, 3, ["1.1 2025-09-01 67"]),
        # months: each year of the grid opens as many months early
        (18, 2, ["1.1 2025-09-01 43", "1.2 2026-03-01 51",
                 "2.1 2026-09-01 51"]),
        (23, 2, ["1.1 2025-09-01 43", "1.2 2026-08-01 51",
                 "2.1 2026-09-01 51"]),
        (24, 2, ["1.1 2025-09-01 43", "2.1 2026-09-01 51"]),
        (6, 1, ["1.1 2025-09-01 43"]),
        # three lines a year
        (21, 3, ["1.1 2025-09-01 51", "1.2 2026-06-01 67",
                 "2.1 2026-09-01 67"]),
    ],
)  # fmt: skip
def test_shorter_by_convention(months: int, cycle: int, expected: list[str]) -> None:
    contract = adult(months, AGREED, cycle_years=cycle)
    assert lines(contract) == expected
    assert pay_schedule(contract).assumed == ()
    by_flag = evolve(contract, duration_ground=None, tripartite_agreement=True)
    assert lines(by_flag) == expected
    assert paths(by_flag) == set()  # no earlier contract, so no failure
    # without a convention the grid opens with the contract
    whole = adult(months, cycle_years=cycle)
    assert rates(whole)[0] == "43"


@pytest.mark.parametrize(
    ("cycle_ends_on", "cycle", "months", "opens"),
    [
        # fourteen and eighteen months in one year: two, six months credited
        (date(2026, 10, 31), 14, 12, date(2026, 7, 1)),
        (date(2027, 2, 28), 18, 12, date(2026, 3, 1)),
        # the longest that is no school year, and a month begun
        (date(2027, 4, 30), 20, 12, date(2026, 1, 1)),
        (date(2026, 9, 1), 13, 12, date(2026, 8, 1)),
        # two school years, which end in May, in June or in August
        (date(2027, 5, 31), 24, 12, date(2025, 9, 1)),
        (date(2027, 6, 30), 24, 12, date(2025, 9, 1)),
        (date(2027, 8, 31), 24, 12, date(2025, 9, 1)),
        (date(2027, 6, 30), 24, 18, date(2026, 3, 1)),
        # as long as the cycle, or longer: nothing is credited
        (date(2026, 10, 31), 14, 14, date(2026, 9, 1)),
        (date(2026, 10, 31), 14, 15, date(2026, 9, 1)),
    ],
)
def test_the_months_of_a_cycle_are_those_of_its_days(
    cycle_ends_on: date, cycle: int, months: int, opens: date
) -> None:
    # D6222-28-1: « comme ayant accompli une durée d'apprentissage égale à ce
    # cycle de formation »: of eighteen months, where it has eighteen
    contract = adult(
        months,
        AGREED,
        cycle_years=None,
        cycle_starts_on=date(2025, 9, 1),
        cycle_ends_on=cycle_ends_on,
    )
    schedule = pay_schedule(contract)
    assert min(line.starts_on for line in schedule if line.rate == Decimal(51)) == opens
    # a convention that nobody speaks of could credit them, or add to the cycle
    unknown = evolve(contract, duration_ground=None, tripartite_agreement=None)
    assert ("tripartite_agreement" in paths(unknown)) is (cycle != months)


@pytest.mark.parametrize("ground", [AGREED, RESUMED])
def test_two_years_of_a_cycle_of_fourteen_months(ground: DurationGround) -> None:
    # the years are followed, and the months that would count told
    days = {"cycle_starts_on": date(2025, 9, 1), "cycle_ends_on": date(2026, 10, 31)}
    contract = adult(12, ground, cycle_years=2, **days)
    assert lines(contract) == ["1.1 2025-09-01 51"]
    assert "CYCLE_TOLD_TWICE" in caveats(contract)
    whole = {**days, "cycle_ends_on": date(2027, 6, 30)}
    assert "CYCLE_TOLD_TWICE" not in caveats(adult(12, ground, cycle_years=2, **whole))


def test_a_cycle_of_fourteen_months_resumed_after_four() -> None:
    # its second year opens a year after the cycle, on 1 September 2026
    resumed = aged(
        date(2006, 11, 10),
        date(2026, 1, 1),
        date(2026, 10, 31),
        duration_ground=RESUMED,
        training={
            "cycle_years": None,
            "entry_year": None,
            "cycle_starts_on": date(2025, 9, 1),
            "cycle_ends_on": date(2026, 10, 31),
        },
    )
    assert lines(resumed) == ["1.1 2026-01-01 43", "1.2 2026-09-01 51"]


def test_a_cycle_of_eighteen_months_spread_for_a_disabled_worker() -> None:
    # R6222-47: « une période de temps égale à la durée normale […] augmentée
    # d'un an au plus »: what exceeds eighteen months has the 15 points
    spread = adult(
        30,
        DurationGround.DISABILITY,
        cycle_years=None,
        cycle_starts_on=date(2025, 9, 1),
        cycle_ends_on=date(2027, 2, 28),
    )
    assert lines(spread) == [
        "1.1 2025-09-01 43",
        "2.1 2026-09-01 51",
        "2.2 2027-03-01 66",
        "3.1 2027-09-01 66",
    ]


def test_a_cycle_of_unknown_length_goes_on_as_the_contract_does() -> None:
    # fifteen months gone: the third year opens on 1 September 2026
    begun = aged(
        date(2003, 6, 10),
        date(2025, 12, 1),
        date(2026, 10, 31),
        duration_ground=DurationGround.NONE,
        training={"cycle_starts_on": date(2024, 9, 1), "cycle_years": None, "entry_year": None},
    )
    assert "training.cycle_years" in paths(begun)
    assert rates(begun) == ["61", "78"]
    before_it = evolve(begun, ends_on=date(2026, 8, 31))
    assert "training.cycle_years" not in paths(before_it)


def test_three_lines_in_a_year() -> None:
    contract = aged(
        date(2004, 12, 10),
        date(2025, 9, 1),
        date(2028, 2, 29),
        duration_ground=AGREED,
        training={"cycle_years": 3},
    )
    assert lines(contract)[:3] == ["1.1 2025-09-01 43", "1.2 2026-01-01 53", "1.3 2026-03-01 61"]


@pytest.mark.parametrize(
    ("began", "opens"),
    [
        # « mois écoulés »: whole months alone
        (date(2025, 9, 1), "1.2 2026-09-01 51"),
        (date(2025, 9, 2), "1.2 2026-10-01 51"),
        (date(2025, 11, 1), "1.2 2026-11-01 51"),
        (date(2025, 11, 2), "2.1 2026-12-01 51"),
        (date(2025, 12, 1), "2.1 2026-12-01 51"),
        (date(2026, 2, 1), "2.1 2026-12-01 51"),
    ],
)
def test_a_trainee_before_the_contract(began: date, opens: str) -> None:
    # OPCO EP: three months without an employer, then from 1 December.
    contract = aged(
        date(2006, 10, 10),
        date(2025, 12, 1),
        date(2027, 8, 31),
        training={
            "cycle_starts_on": began,
            "cycle_ends_on": date(2027, 8, 31),
            "entry_year": None,
        },
    )
    assert lines(contract)[1] == opens
    # the first day of the cycle tells how much of it is gone
    assert paths(contract) == set()
    whole = lines(contract, WHOLE_YEARS)
    assert whole == ["1.1 2025-12-01 43", "2.1 2026-12-01 51"]


@pytest.mark.parametrize(
    "facts",
    [
        {"duration_ground": RESUMED},
        {"duration_ground": None, "resumes_after_rupture": True},
        {"duration_ground": None, "kind": ContractType.OTHER_EMPLOYER_AFTER_RUPTURE},
    ],
)
def test_the_second_year_after_a_rupture(facts: dict[str, Any]) -> None:
    # DREETS Centre-Val de Loire: 39 %, told by the dates or by the length.
    contract = aged(
        date(2005, 11, 2),
        date(2022, 9, 1),
        date(2023, 7, 31),
        training={
            "entry_year": None,
            "cycle_starts_on": date(2021, 9, 1),
            "cycle_ends_on": date(2023, 7, 7),
        },
        **facts,
    )
    assert rates(contract) == ["39"]
    assert "training.entry_year" not in paths(contract)
    by_length = evolve(contract, training=evolve(contract.training, cycle_starts_on=None))
    assert rates(by_length) == ["39"]


def test_nothing_but_the_rupture_is_told() -> None:
    contract = known(duration_ground=RESUMED, training={"entry_year": None, "cycle_years": None})
    assert rates(contract) == ["43", "51"]
    assert paths(contract) == {"training.entry_year", "training.cycle_years"}


def test_a_credit_stops_at_the_cycle_and_never_holds_back() -> None:
    # entry in year 2 of 2: year 2 goes on in the second year
    assert rates(known(training={"entry_year": 2})) == ["51", "51"]
    # a third year of execution is D6222-26 itself, without a convention
    longer = known(training={"entry_year": 2}, ends_on=date(2028, 1, 31))
    assert rates(longer) == ["51", "51", "67"]
    assert "LONGER_THAN_CYCLE" in caveats(longer)


def test_the_greatest_credit_counts() -> None:
    told = {"cycle_years": 3, "cycle_starts_on": date(2023, 6, 1)}
    contract = adult(24, RESUMED, **told)
    # 27 months gone, 12 missing, 0 entered
    assert rates(contract) == ["67", "67"]
    assert rates(adult(24, RESUMED, **{**told, "entry_year": 2}))[0] == "67"
    by_length = {**told, "cycle_starts_on": date(2025, 7, 1)}
    assert rates(adult(24, RESUMED, **by_length)) == ["51", "67"]


@pytest.mark.parametrize(
    ("months", "cycle", "expected"),
    [
        # BTS whose first year is repeated
        (36, 2, ["43", "51", "51"]),
        (24, 1, ["43", "43"]),
        (30, 2, ["43", "51", "51"]),
        (48, 3, ["43", "51", "67", "78"]),
    ],
)
@pytest.mark.parametrize("ground", [AGREED, REPEATED])
def test_longer_by_convention(
    months: int, cycle: int, expected: list[str], ground: DurationGround
) -> None:
    contract = adult(months, ground, cycle_years=cycle)
    assert rates(contract) == expected
    assert "D. 6222-28-2" in cited(pay_schedule(contract))
    assert caveats(contract) == set()


@pytest.mark.parametrize(
    ("concluded_on", "expected", "article"),
    [
        (date(2018, 12, 31), "65", "D. 6222-29"),
        (date(2019, 1, 1), "67", None),
        (date(2020, 3, 31), "67", None),
        (date(2020, 4, 1), "51", "D. 6222-28-2"),
    ],
)
def test_longer_by_period(concluded_on: date, expected: str, article: str | None) -> None:
    contract = aged(
        date(2001, 4, 1),
        date(2019, 4, 6),
        date(2022, 4, 5),
        concluded_on=concluded_on,
        duration_ground=AGREED,
    )
    assert rates(contract)[2] == expected
    reserved = "LONGER_THAN_CYCLE_IN_2019" in caveats(contract)
    assert reserved is (article is None)
    assert cited(pay_schedule(contract)) & {"D. 6222-29", "D. 6222-28-2"} == (
        set() if article is None else {article}
    )


def test_longer_without_a_convention() -> None:
    contract = aged(date(2006, 1, 15), date(2024, 7, 1), date(2026, 8, 31))
    assert rates(contract) == ["43", "51", "67"]
    assert "LONGER_THAN_CYCLE" in caveats(contract)
    assert "D. 6222-28-2" not in cited(pay_schedule(contract))
    unknown = evolve(contract, duration_ground=None)
    at_stake = {a.path: a.least for a in pay_schedule(unknown).assumed}
    # R6222-47: « augmentée d'un an au plus » for a disabled worker
    assert at_stake == {
        "tripartite_agreement": Least.CYCLE_YEAR,
        "duration_ground": Least.CYCLE_YEAR,
    }
    unknown = evolve(unknown, apprentice=evolve(unknown.apprentice, rqth=False))
    assert paths(unknown) == {"tripartite_agreement"}
    none = evolve(unknown, tripartite_agreement=False)
    assert paths(none) == set()
    followed = evolve(none, previous=None)
    assert paths(followed) == {"duration_ground", "previous"}
    first = evolve(followed, kind=ContractType.FIRST)
    assert paths(first) == {"previous"}


@pytest.mark.parametrize(
    ("concluded_on", "facts", "expected", "whole"),
    [
        # R6222-18: a first year at most
        (OLD, {"entry_year": 3}, "49", "49"),
        (OLD, {"entry_year": 2}, "49", "49"),
        (date(2018, 12, 31), {"cycle_starts_on": date(2018, 9, 1)}, "49", "49"),
        (date(2018, 12, 31), {"cycle_starts_on": date(2019, 9, 1)}, "49", "49"),
        (date(2018, 12, 31), {"cycle_starts_on": date(2019, 9, 2)}, "41", "41"),
        (date(2019, 1, 1), {"entry_year": 3}, "51", "67"),
        (date(2020, 3, 31), {"entry_year": 3}, "51", "67"),
        (date(2020, 3, 31), {"entry_year": 2}, "51", "51"),
        (date(2020, 3, 31), {"cycle_starts_on": date(2018, 9, 1)}, "51", "67"),
        (date(2020, 3, 31), {"cycle_starts_on": date(2019, 9, 1)}, "51", "51"),
        (date(2020, 3, 31), {"cycle_starts_on": date(2019, 9, 2)}, "43", "43"),
        (date(2020, 4, 1), {"entry_year": 3}, "67", "67"),
    ],
)
def test_credit_by_period(
    concluded_on: date, facts: dict[str, Any], expected: str, whole: str
) -> None:
    contract = aged(
        date(2001, 5, 5),
        date(2020, 9, 1),
        date(2021, 8, 31),
        concluded_on=concluded_on,
        training={"cycle_years": 3, **facts},
    )
    assert rates(contract)[0] == expected
    assert rates(contract, DIFFERENCE)[0] == whole


@pytest.mark.parametrize(
    ("began", "turns"),
    [
        # two full months, the second of which fills February to its end
        (date(2023, 12, 28), date(2024, 12, 29)),
        (date(2023, 12, 29), date(2024, 12, 29)),
        (date(2023, 12, 30), date(2025, 1, 29)),
        (date(2023, 12, 31), date(2025, 1, 29)),
        (date(2024, 1, 1), date(2025, 1, 29)),
    ],
)
def test_months_gone_by_are_full_months(began: date, turns: date) -> None:
    contract = aged(
        date(2005, 5, 5),
        date(2024, 2, 29),
        date(2027, 2, 28),
        training={"cycle_starts_on": began, "cycle_years": 3},
    )
    assert lines(contract)[1] == f"1.2 {turns} 51"


@pytest.mark.parametrize(
    ("months", "ground", "expected", "whole"),
    [
        # D6222-30: « égale à la différence entre ces deux durées »
        (12, AGREED, ["65"], ["65"]),
        (18, AGREED, ["49", "65", "65"], ["49", "65"]),
        (25, AGREED, ["41", "49", "49", "65", "65"], ["41", "49", "65"]),
        # R6222-18: « une première année d'apprentissage », once it has gone
        # by, and no more
        (12, RESUMED, ["49"], ["49"]),
        (24, RESUMED, ["49", "65"], ["49", "65"]),
        (25, RESUMED, ["41", "49", "65"], ["41", "49", "65"]),
    ],
)
def test_a_duration_reduced_before_2019(
    months: int, ground: DurationGround, expected: list[str], whole: list[str]
) -> None:
    starts_on = date(2016, 9, 1)
    contract = aged(
        date(1998, 5, 5),
        starts_on,
        last_day_of(starts_on, months),
        duration_ground=ground,
        training={"cycle_years": 3},
    )
    assert rates(contract) == expected
    assert rates(contract, WHOLE_YEARS) == whole


@pytest.mark.parametrize(
    ("ground", "expected", "whole"), [(AGREED, "43", "51"), (RESUMED, "51", "51")]
)
def test_no_credit_for_a_reduction_in_2019(
    ground: DurationGround, expected: str, whole: str
) -> None:
    contract = aged(date(2000, 5, 5), date(2019, 9, 2), date(2020, 9, 1), duration_ground=ground)
    assert rates(contract) == [expected]
    assert rates(contract, DIFFERENCE) == [whole]
    assert rates(contract, WHOLE_YEARS) == [expected]


@pytest.mark.parametrize(
    ("concluded_on", "expected"),
    [
        # the trainee stands in neither D6222-30 nor R6222-18
        (date(2018, 12, 31), ["41", "49"]),
        (date(2020, 3, 31), ["43", "51"]),
        (date(2020, 4, 1), ["43", "51", "51"]),
    ],
)
def test_a_trainee_by_period(concluded_on: date, expected: list[str]) -> None:
    contract = aged(
        date(2001, 10, 10),
        date(2020, 4, 6),
        date(2021, 9, 30),
        concluded_on=concluded_on,
        duration_ground=DurationGround.PRE_CONTRACT_TRAINING,
        training={"cycle_starts_on": date(2020, 1, 6)},
    )
    assert rates(contract) == expected
    whole = ["43", "51", "51"] if concluded_on > date(2019, 1, 1) else expected
    assert rates(contract, DIFFERENCE) == whole


@pytest.mark.parametrize(
    ("concluded_on", "readings", "entry_year", "agreed", "taken"),
    [
        # a trainee's months count for nothing where neither article names him
        (date(2018, 12, 31), LETTER, 1, False, True),
        (date(2020, 3, 31), LETTER, 1, True, True),
        (date(2020, 3, 31), DIFFERENCE, 1, True, False),
        (date(2020, 4, 1), LETTER, 1, False, False),
        # D6222-30 of then: the difference counts where the duration was adapted
        (date(2018, 12, 31), LETTER, 1, True, False),
        # the year of entry counts as many months, or more, for anybody
        (date(2018, 12, 31), LETTER, 2, False, False),
    ],
)
def test_who_may_have_been_a_trainee_is_asked(
    concluded_on: date, readings: Readings, entry_year: int, agreed: bool, taken: bool
) -> None:
    contract = aged(
        date(2001, 10, 10),
        date(2020, 4, 6),
        date(2021, 4, 5),
        concluded_on=concluded_on,
        duration_ground=None,
        tripartite_agreement=agreed,
        training={
            "cycle_starts_on": date(2019, 4, 6),
            "cycle_ends_on": date(2021, 4, 5),
            "entry_year": entry_year,
        },
    )
    assert ("duration_ground" in paths(contract, readings)) is taken
    trainee = evolve(contract, duration_ground=DurationGround.PRE_CONTRACT_TRAINING)
    assert (rates(trainee, readings) != rates(contract, readings)) is taken
    # written as for a trainee: too low only where he is none
    paid = evolve(contract, declared_pay=written(trainee))
    assert (MINIMUM_PAY.find(paid, readings).outcome is Outcome.UNDETERMINED) is taken


def test_a_trainee_whose_cycle_is_not_dated() -> None:
    contract = known(duration_ground=DurationGround.PRE_CONTRACT_TRAINING)
    assert paths(contract) == {"training.cycle_starts_on"}


@pytest.mark.parametrize(
    ("concluded_on", "article"),
    [
        (date(2018, 12, 31), "D. 6222-30"),
        (date(2018, 12, 31), "R. 6222-18"),
        (date(2019, 1, 1), "R. 6222-18"),
        (date(2020, 3, 31), "R. 6222-18"),
        (date(2020, 4, 1), "D. 6222-28-1"),
    ],
)
def test_number_of_the_article(concluded_on: date, article: str) -> None:
    contract = aged(
        date(2000, 1, 1),
        date(2020, 9, 1),
        date(2021, 8, 31),
        concluded_on=concluded_on,
        training={"entry_year": 2},
    )
    assert article in cited(pay_schedule(contract))
    in_2019 = date(2019, 1, 1) <= concluded_on < date(2020, 4, 1)
    assert ("CREDIT_OF_2019" in caveats(contract)) is in_2019


THIRD = {"entry_year": 2, "cycle_years": 3}


@pytest.mark.parametrize(
    ("previous", "refused"),
    [
        ((ELSEWHERE,), True),
        ((), False),
        ((evolve(ELSEWHERE, same_employer=True),), False),
        ((evolve(ELSEWHERE, diploma_obtained=True, level=3, last_rate=None,
                 last_statutory_rate=None),), False),
    ],
)  # fmt: skip
def test_a_year_elsewhere(previous: tuple[Any, ...], refused: bool) -> None:
    contract = known(training=THIRD, previous=previous)
    assert rates(contract) == ["51", "67"]
    other = rates(contract, FIRST_YEAR_RATE)
    # no credit, but never below the last rate of the earlier contract: 61
    # paid in the same branch
    assert other == (["61", "61"] if refused else ["51", "67"])


def test_a_licence_in_a_later_year_elsewhere() -> None:
    # No year is credited to it: Centre Inffo's guarantee alone remains.
    contract = known(
        training={**LICENCE, "cycle_years": 2, "entry_year": 2},
        previous=(evolve(ELSEWHERE, last_rate=Decimal(65)),),
    )
    assert rates(contract) == ["51", "51"]
    assert rates(contract, FIRST_YEAR_RATE) == ["65", "65"]
    unknown = evolve(contract, previous=None)
    taken = {a.path: a.least for a in pay_schedule(unknown, FIRST_YEAR_RATE).assumed}
    assert taken == {"previous": Least.AS_TAKEN}
    assert rates(unknown, FIRST_YEAR_RATE) == ["51", "51"]


@pytest.mark.parametrize(
    ("last_rate", "expected"),
    [
        # Centre Inffo: after a rupture in year 2, 51 and not 43
        ("51", ["51", "51", "61"]),
        ("39", ["43", "51", "61"]),
    ],
)
def test_never_below_the_last_rate_elsewhere(last_rate: str, expected: list[str]) -> None:
    broken = evolve(ELSEWHERE, last_rate=Decimal(last_rate), last_statutory_rate=None)
    contract = aged(
        date(2006, 4, 4), date(2025, 9, 1), date(2027, 8, 31), training=THIRD, previous=(broken,)
    )
    assert rates(contract, FIRST_YEAR_RATE) == expected
    told = cited(pay_schedule(contract, FIRST_YEAR_RATE))
    kept = "Centre Inffo, FAQ du 29 novembre 2022" in told
    assert kept is (last_rate == "51")
    # months of a first year are no later year
    months = evolve(
        contract,
        training=evolve(contract.training, entry_year=1, cycle_starts_on=date(2025, 3, 1)),
    )
    assert lines(months, FIRST_YEAR_RATE) == lines(months)


@pytest.mark.parametrize(
    ("previous", "path"),
    [
        (None, "previous"),
        ((evolve(ELSEWHERE, same_employer=None),), "previous[0].same_employer"),
        ((evolve(ELSEWHERE, diploma_obtained=None, level=None),), "previous[0].diploma_obtained"),
        # which of both came last is unknown
        ((evolve(PAST, ended_on=None), PAST), "previous[0].ended_on"),
    ],
)
def test_a_year_perhaps_elsewhere(previous: tuple[Any, ...] | None, path: str) -> None:
    contract = known(training=THIRD, previous=previous)
    assert rates(contract, FIRST_YEAR_RATE) == ["51", "67"]
    assumed = pay_schedule(contract, FIRST_YEAR_RATE).assumed
    leasts = {a.least for a in assumed if a.path == path}
    assert Least.EXECUTION_YEAR in leasts


def test_which_year_is_repeated_unknown() -> None:
    """A new contract after a failure, elsewhere, is the year repeated."""
    failed = evolve(ELSEWHERE, ended_on=date(2026, 7, 31))
    contract = known(
        duration_ground=DurationGround.FAILED_EXAM,
        previous=(failed,),
        training={"entry_year": None, "cycle_years": 2},
        extension=None,
        ends_on=date(2027, 8, 31),
    )
    assert {"training.entry_year", "extension"} <= paths(contract)


def test_entry_year_unknown() -> None:
    contract = known(training={"entry_year": None})
    assert rates(contract) == ["43", "51"]
    assert paths(contract) == {"training.entry_year"}


@pytest.mark.parametrize(
    ("training", "expected", "in_one_year", "unknown"),
    [
        (LICENCE, ["51", "51"], ["51", "51"], set()),
        ({**LICENCE, "level": None}, ["51", "51"], ["51", "51"],
         {"training.level"}),
        ({**LICENCE, "cycle_years": None}, ["51", "51"], ["51", "51"], set()),
        ({**LICENCE, "entry_year": None}, ["51", "51"], ["51", "51"], set()),
        ({**LICENCE, "cycle_years": 2}, ["51", "51"], ["43", "51"], set()),
        ({**LICENCE, "cycle_years": 3, "entry_year": 3}, ["51", "51"],
         ["67", "67"], set()),
        # the BUT follows the grid in all published tables
        ({**LICENCE, "diploma": Diploma.BUT, "cycle_years": 3},
         ["43", "51"], ["43", "51"], set()),
        ({**LICENCE, "diploma": Diploma.LICENCE_GENERALE, "cycle_years": 2},
         ["43", "51"], ["43", "51"], set()),
        ({**LICENCE, "diploma": None, "cycle_years": 2}, ["43", "51"],
         ["43", "51"], {"training.diploma"}),
        ({**LICENCE, "level": 5, "cycle_years": 2}, ["43", "51"],
         ["43", "51"], set()),
    ],
)  # fmt: skip
def test_licence_professionnelle(
    training: dict[str, Any], expected: list[str], in_one_year: list[str], unknown: set[str]
) -> None:
    contract = known(training=training)
    assert rates(contract) == expected
    assert paths(contract) == unknown
    assert rates(contract, ONE_YEAR) == in_one_year


def test_a_licence_perhaps_in_one_year() -> None:
    contract = known(training={**LICENCE, "cycle_years": None})
    assert paths(contract, ONE_YEAR) == {"training.cycle_years"}


@pytest.mark.parametrize(
    ("concluded_on", "expected", "second_year"),
    [
        (date(2018, 12, 31), "53", "61"),
        (date(2020, 3, 31), "53", "61"),
        (date(2020, 4, 1), "61", "61"),
        (date(2020, 4, 2), "61", "61"),
    ],
)
def test_licence_before_april_2020(concluded_on: date, expected: str, second_year: str) -> None:
    contract = aged(
        date(1997, 11, 11),
        date(2020, 9, 1),
        date(2021, 8, 31),
        concluded_on=concluded_on,
        training=LICENCE,
    )
    assert rates(contract) == [expected]
    by_doctrine = LETTER.choose(licence_pro_before_april_2020="SECOND_YEAR")
    assert rates(contract, by_doctrine) == [second_year]
    told = cited(pay_schedule(contract, by_doctrine))
    assert ("D. 6222-32" in told) is (expected == "61")


def test_licence_professionnelle_moves_with_the_bracket() -> None:
    bracket = aged(date(2005, 1, 10), date(2025, 9, 1), date(2026, 8, 31), training=LICENCE)
    assert rates(bracket) == ["51", "61"]


def test_the_sentence_names_the_year_of_the_grid() -> None:
    credited = pay_schedule(adult(12, AGREED, cycle_years=2))
    assert credited.told(credited[0])[:2] == ("1re année d'exécution", "taux de la 2e année")
    plain = pay_schedule(adult(12, cycle_years=1))
    assert plain.told(plain[0]) == ("1re année d'exécution", "18-20 ans")
    assert reasons(adult(12, AGREED, cycle_years=2)) == {
        PayReason.EXECUTION_YEAR,
        PayReason.CYCLE_CREDIT,
    }


def test_a_credit_on_a_conventional_base() -> None:
    smc = adult(12, AGREED, cycle_years=2)
    older = evolve(
        smc, apprentice=evolve(smc.apprentice, born_on=date(2003, 1, 1)), smc_monthly=Decimal(2000)
    )
    (line,) = pay_schedule(older)
    assert (line.rate, line.base) == (Decimal(61), PayBase.SMC)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        # the dates count two years, the contract starts on their first day
        ({"cycle_years": 2, "entry_year": 1}, []),
        ({"cycle_years": 3}, ["CYCLE_TOLD_TWICE"]),
        # fourteen months are written as two years
        ({"cycle_years": 2, "cycle_ends_on": date(2026, 10, 31)}, []),
        ({"cycle_years": None, "cycle_ends_on": date(2026, 10, 31)}, []),
        # less than a year is written as one
        ({"cycle_years": 1, "cycle_ends_on": date(2026, 4, 30)}, []),
        ({"cycle_years": 1, "cycle_ends_on": date(2026, 9, 1)}, ["CYCLE_TOLD_TWICE"]),
        ({"cycle_years": 2, "entry_year": 2}, ["ENTRY_TOLD_TWICE"]),
        ({"cycle_ends_on": None, "cycle_years": 3}, []),
        ({"cycle_starts_on": None, "cycle_years": 3, "entry_year": 2}, []),
        # twelve months gone, which are one year of the cycle
        ({"cycle_starts_on": date(2024, 9, 1), "entry_year": 2}, []),
        # a start some days before the anniversary is ordinary
        ({"cycle_starts_on": date(2024, 9, 15), "entry_year": 2}, []),
        ({"cycle_starts_on": date(2024, 11, 1), "entry_year": 2}, ["ENTRY_TOLD_TWICE"]),
        ({"cycle_starts_on": date(2025, 9, 15), "entry_year": 1}, []),
    ],
)
def test_what_is_told_twice_of_the_cycle_is_said(facts: dict[str, Any], told: list[str]) -> None:
    of = a_contract(
        training={"cycle_starts_on": date(2025, 9, 1), "cycle_ends_on": date(2027, 7, 2), **facts}
    )
    said = [c.name for c in pay_schedule(of).caveats]
    assert [name for name in said if "_TOLD_TWICE" in name] == told
    line = DeclaredPayLine(starts_on=of.starts_on, ends_on=of.ends_on, rate=Decimal(100))
    found = MINIMUM_PAY.find(evolve(of, declared_pay=(line,)))
    said = [c.name for c in found.caveats]
    assert [name for name in said if "_TOLD_TWICE" in name] == told


def test_a_year_of_the_grid_may_open_on_the_last_day() -> None:
    # six months of the cycle gone by: its second year opens on 1 March 2026
    contract = aged(
        date(2005, 6, 15),
        date(2025, 9, 1),
        date(2026, 3, 1),
        training={"cycle_starts_on": date(2025, 3, 1), "cycle_years": 2, "entry_year": 1},
    )
    assert lines(contract) == ["1.1 2025-09-01 43", "1.2 2026-03-01 51"]


@pytest.mark.parametrize(
    ("facts", "rate"),
    [
        # D6222-28-1: « en application du troisième alinéa des articles
        # L. 6222-7-1 ou L. 6222-12-1 »: one of them excludes no other
        ({"duration_ground": DurationGround.ATHLETE, "tripartite_agreement": True}, "51"),
        ({"duration_ground": DurationGround.ATHLETE, "tripartite_agreement": False}, "43"),
        ({"duration_ground": None, "tripartite_agreement": True}, "51"),
        ({"duration_ground": DurationGround.NONE, "tripartite_agreement": True}, "43"),
        ({"duration_ground": DurationGround.ATHLETE, "resumes_after_rupture": True}, "51"),
        ({"duration_ground": DurationGround.NONE, "resumes_after_rupture": True}, "43"),
        ({"duration_ground": RESUMED, "resumes_after_rupture": False}, "51"),
    ],
)
def test_a_convention_counts_beside_another_ground(facts: dict[str, Any], rate: str) -> None:
    contract = aged(
        date(2006, 1, 15),
        date(2025, 9, 1),
        date(2026, 8, 31),
        training={"cycle_years": 2, "entry_year": 1},
        **facts,
    )
    assert rates(contract) == [rate]


@pytest.mark.parametrize(("resumes", "rate"), [(None, "51"), (True, "51"), (False, "43")])
def test_a_new_cycle_after_a_rupture_resumes_nothing(resumes: bool | None, rate: str) -> None:
    contract = aged(
        date(2006, 1, 15),
        date(2025, 9, 1),
        date(2026, 8, 31),
        training={"cycle_years": 2, "entry_year": 1},
        duration_ground=None,
        kind=ContractType.OTHER_EMPLOYER_AFTER_RUPTURE,
        resumes_after_rupture=resumes,
    )
    assert rates(contract) == [rate]
