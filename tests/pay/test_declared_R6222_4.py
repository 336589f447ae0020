"""The lines of the form are compared with the minimum (R6222-4, L6222-27).

The contract states the pay of each year; « une année d'exécution du contrat
portera sur 12 mois maximum » (OPCO EP, fiche Cerfa FA13). One cent of
tolerance; paying more is lawful.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.catalogue import RULES
from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    NO_SMC,
    Avenant,
    ByDay,
    Contract,
    ContractType,
    DeclaredPayLine,
    Diploma,
    DurationGround,
    EmployerType,
    Extension,
    ExtensionReason,
    Grid,
    PayBase,
    Territory,
)
from apprentissage.judging import Finding, Outcome
from apprentissage.law.readings import LETTER, Readings
from apprentissage.pay import PayAmount, check_declared_pay, pay_schedule
from apprentissage.pay.gross import smic_twelfths
from apprentissage.pay.minimum_pay import MINIMUM_PAY
from tests.pay.drawn import FEWER, known_contracts, pay_contracts, pay_readings
from tests.pay.sample import LAST, aged, known, written
from tests.sample import NO, NONE, OPEN, YES, check_speaks, entries, in_2026
from tests.support.missing import filled
from tests.support.recording import consulted

MINIMUM = written(known())


def declared(*lines: DeclaredPayLine, **facts: Any) -> Finding:
    return check_declared_pay(known(declared_pay=lines, **facts))


def line(order: str | None, first: date, last: date, rate: object, **more: Any) -> DeclaredPayLine:
    return DeclaredPayLine(
        order=order, starts_on=first, ends_on=last, rate=Decimal(str(rate)), **more
    )


def faults(found: Finding) -> list[tuple[str, str]]:
    """Line and subject of each failed check."""
    return [
        (part.subject, check.subject)
        for part in found.parts
        for check in part.parts
        if check.outcome is NO
    ]


FIRST, SECOND = MINIMUM
FIRST_YEAR_RATE = LETTER.choose(year_elsewhere="FIRST_YEAR_RATE")


def test_the_minimum_itself_complies() -> None:
    found = declared(*MINIMUM)
    assert found.outcome is YES
    assert [part.subject for part in found.parts] == ["1.1", "2.1"]
    assert "du premier au dernier jour" in found.sentence


def test_what_is_too_low_says_why() -> None:
    # 26 on 20 January 2026: the whole SMIC from the month after
    facts = aged(date(2000, 1, 20), date(2025, 9, 1), date(2026, 8, 31))
    low = evolve(
        facts,
        declared_pay=(
            line("1.1", facts.starts_on, date(2026, 1, 31), 53),
            line("1.2", date(2026, 2, 1), facts.ends_on, 53),
        ),
    )
    _, second = check_declared_pay(low).parts
    assert re.sub(r"[\u00a0\u202f]", " ", second.sentence) == (
        "53 % du SMIC : le minimum est de 100 % du SMIC à partir du 01/02/2026 (1re année "
        "d'exécution, 26 ans et plus, majoration : nouvelle tranche d'âge, SMIC horaire de 12,02 "
        "€ depuis le 01/01/2026)."
    )
    # too low wherever the work is done; only Mayotte has a SMIC of its own (L3423-2)
    anywhere = check_declared_pay(filled(low, {"employer.territory": None}))
    assert anywhere.outcome is NO
    told = re.sub(r"[\u00a0\u202f]", " ", anywhere.parts[1].sentence)
    assert "SMIC horaire hors Mayotte de 12,02 € depuis le 01/01/2026" in told


def test_more_is_lawful_and_order_does_not_matter() -> None:
    more = [evolve(each, rate=each.rate + 20) for each in MINIMUM]
    assert declared(*reversed(more)).outcome is YES


@pytest.mark.parametrize("type_", [None, EmployerType.ASSOCIATION])
@pytest.mark.parametrize(
    ("monthly", "outcome"),
    [
        # 50 % of the SMIC, 1801.80; the SMC may be higher, never lower
        ("900.88", NO),
        ("900.89", OPEN),
        ("900.90", OPEN),
    ],
)
def test_a_grid_on_an_unknown_smc_is_due_on_the_smic(
    monthly: str, outcome: Outcome, type_: EmployerType | None
) -> None:
    rates = (Decimal(50), Decimal(60), Decimal(70))
    contract = known(
        declared_pay=(
            evolve(FIRST, rate=Decimal(50), base=PayBase.SMC, monthly=Decimal(monthly)),
            evolve(SECOND, rate=Decimal(60), base=PayBase.SMC),
        ),
        grid=Grid(from_18=rates, base=PayBase.SMC),
        smc_monthly=None,
    )
    employer = evolve(contract.employer, type=type_)
    found = check_declared_pay(evolve(contract, employer=employer))
    assert found.outcome is outcome


def test_nothing_written() -> None:
    # an avenant may write no new line
    assert declared().missing == ("kind",)
    found = declared(kind=ContractType.FIRST)
    assert found.outcome is NO
    assert found["starts_on"] == date(2025, 9, 1)
    assert check_declared_pay(known()).missing == ("declared_pay",)


@pytest.mark.parametrize(
    ("rate", "outcome"),
    [
        ("43.01", YES),
        ("43", YES),
        ("42.9995", YES),  # 774.765: less than a cent under 774.774
        ("42.999", NO),  # 774.756
        ("42.99", NO),
    ],
)
def test_rate(rate: str, outcome: Outcome) -> None:
    found = declared(evolve(FIRST, rate=Decimal(rate)), SECOND)
    assert found.outcome is outcome
    if outcome is NO:
        assert faults(found) == [("1.1", "taux")]
        assert (found["minimum"], found["minimum_base"]) == (Decimal(43), PayBase.SMIC)


@pytest.mark.parametrize(
    ("monthly", "outcome"), [("774.77", YES), ("774.76", YES), ("774.75", NO), ("900.00", YES)]
)
def test_amount(monthly: str, outcome: Outcome) -> None:
    found = declared(evolve(FIRST, monthly=Decimal(monthly)), SECOND)
    assert found.outcome is outcome
    if outcome is NO:
        assert faults(found) == [("1.1", "montant")]
        assert found["minimum_monthly"] == Decimal("774.77")


def test_amount_of_a_part_time() -> None:
    first = evolve(FIRST, monthly=Decimal("542.34"))
    found = declared(first, SECOND, weekly_hours=Decimal("24.5"))
    assert found.outcome is YES
    full = declared(first, SECOND)
    assert full.outcome is NO
    unknown = declared(first, SECOND, weekly_hours=None)
    assert unknown.outcome is OPEN
    assert unknown.missing == ("weekly_hours",)
    assert declared(*MINIMUM, weekly_hours=None).outcome is YES


@pytest.mark.parametrize(
    ("monthly", "premium", "outcome", "minimum"),
    [
        # 43 % of 1801.80 and four hours of 11.88: 774.77, 863.32 without
        # premium, 872.17 with 10 %, 885.45 with 25 %
        ("774.77", None, NO, "863.32"),
        ("863.30", None, NO, "863.32"),
        ("863.31", None, OPEN, "885.45"),
        ("863.32", None, OPEN, "885.45"),
        ("885.43", None, OPEN, "885.45"),
        ("885.44", None, YES, "885.45"),
        ("885.45", None, YES, "885.45"),
        ("872.15", "10", NO, "872.17"),
        ("872.16", "10", YES, "872.17"),
        ("872.17", "10", YES, "872.17"),
        ("872.17", "25", NO, "885.45"),
        ("885.45", "25", YES, "885.45"),
        ("863.32", "0", YES, "863.32"),
    ],
)
def test_the_gross_of_39_hours(
    monthly: str, premium: str | None, outcome: Outcome, minimum: str
) -> None:
    found = declared(
        evolve(FIRST, monthly=Decimal(monthly)),
        SECOND,
        weekly_hours=Decimal(39),
        overtime_premium=None if premium is None else Decimal(premium),
    )
    assert found.outcome is outcome
    (amount,) = [check for check in found.parts[0].parts if check.subject == "montant"]
    assert amount["minimum_monthly"] == Decimal(minimum)
    if outcome is OPEN:
        assert found.missing == ("overtime_premium",)
        return
    told = {
        (None, NO): "comptées sans majoration",
        (None, YES): "majoration légale de 25",
        ("10", NO): "majoration convenue de 10",
    }
    assert told.get((premium, outcome), "39 heures") in amount.sentence
    if outcome is NO:
        assert found["too_low_from_on"] == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("born_on", "monthly", "outcome"),
    [
        # 18 on the start day, and on its morrow: rest, and no money
        (date(2007, 9, 1), "774.77", NO),
        (date(2007, 9, 2), "486.49", YES),
        (date(2007, 9, 2), "486.47", NO),
    ],
)
def test_the_gross_of_39_hours_of_a_minor(born_on: date, monthly: str, outcome: Outcome) -> None:
    contract = aged(born_on, date(2025, 9, 1), date(2026, 8, 31), weekly_hours=Decimal(39))
    first = evolve(FIRST, rate=Decimal(60), monthly=Decimal(monthly))
    found = check_declared_pay(evolve(contract, declared_pay=(first,)))
    assert found.outcome is outcome


def test_part_time_says_what_the_doctrine_holds() -> None:
    first = evolve(FIRST, monthly=Decimal("619.82"))

    def reserved(hours: str, **facts: Any) -> bool:
        found = declared(first, SECOND, weekly_hours=Decimal(hours), **facts)
        names = {c.name for part in found.parts for check in part.parts for c in check.caveats}
        return "PART_TIME" in names

    assert reserved("34")
    assert not reserved("35")
    assert not reserved("28", apprentice={"rqth": True})
    assert not reserved("28", apprentice={"high_level_athlete": True})


DAY = {"eve": date(2025, 8, 31), "start": date(2025, 9, 1), "morrow": date(2025, 9, 2)}


@pytest.mark.parametrize(
    ("first", "expected"), [(DAY["start"], []), (DAY["morrow"], [("1.1", "début")])]
)
def test_first_day(first: date, expected: list[tuple[str, str]]) -> None:
    lines = evolve(FIRST, starts_on=first), SECOND
    assert faults(declared(*lines, kind=ContractType.FIRST)) == expected
    # an avenant writes no line before its effect
    unknown = declared(*lines)
    assert unknown.missing == (("kind",) if expected else ())
    avenant = declared(*lines, kind=ContractType.OTHER_CHANGE, avenant=Avenant(effective_on=first))
    assert not faults(avenant)


def test_before_the_first_day() -> None:
    early = evolve(FIRST, starts_on=DAY["eve"], ends_on=date(2026, 8, 30))
    found = declared(early, evolve(SECOND, starts_on=date(2026, 8, 31)))
    assert ("1.1", "début") in faults(found)


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        (date(2027, 8, 30), [("2.1", "fin")]),
        (date(2027, 8, 31), []),
        (date(2027, 9, 1), [("2.1", "fin"), ("2.1", "année d'exécution")]),
    ],
)
def test_last_day(ends_on: date, expected: list[tuple[str, str]]) -> None:
    assert faults(declared(FIRST, evolve(SECOND, ends_on=ends_on))) == (expected)


@pytest.mark.parametrize(
    ("ends_on", "expected", "says"),
    [
        (date(2026, 8, 30), [("2.1", "début")], "rien n'est écrit"),
        (date(2026, 8, 31), [], ""),
        (
            date(2026, 9, 1),
            [("1.1", "année d'exécution"), ("1.1", "taux"), ("2.1", "début")],
            "la précédente court encore",
        ),
    ],
)
def test_gap_and_overlap(ends_on: date, expected: list[tuple[str, str]], says: str) -> None:
    found = declared(evolve(FIRST, ends_on=ends_on), SECOND)
    assert faults(found) == expected
    told = " ".join(c.sentence for p in found.parts for c in p.parts)
    assert says in told


def test_lines_are_read_in_the_order_of_their_first_days() -> None:
    within = line("2.1", date(2025, 10, 1), date(2026, 1, 31), 51)
    found = declared(within, line("1.1", date(2025, 9, 1), date(2027, 8, 31), 51))
    assert [part.subject for part in found.parts] == ["1.1", "2.1"]


def test_a_year_of_more_than_twelve_months() -> None:
    # Two lines of one year, together a day too long.
    found = declared(
        line("1.1", date(2025, 9, 1), date(2026, 1, 31), 51),
        line("1.2", date(2026, 2, 1), date(2026, 9, 1), 51),
        line("2.1", date(2026, 9, 2), date(2027, 8, 31), 51),
    )
    assert faults(found) == [("1.2", "année d'exécution")]


def test_a_line_without_order_is_its_own_year() -> None:
    found = declared(line(None, date(2025, 9, 1), date(2027, 8, 31), 51))
    assert faults(found) == [("1", "année d'exécution")]
    free = declared(
        line("A", date(2025, 9, 1), date(2026, 8, 31), 51),
        line("B", date(2026, 9, 1), date(2027, 8, 31), 51),
    )
    assert free.outcome is YES


def test_a_line_within_another_leaves_what_follows_in_its_place() -> None:
    within = line("1.2", date(2025, 12, 1), date(2026, 2, 28), 51)
    assert faults(declared(FIRST, within, SECOND)) == [("1.2", "début")]


def test_an_order_that_its_days_deny_is_a_fact_told_twice() -> None:
    def told(*lines: DeclaredPayLine) -> dict[str, list[str]]:
        return {
            check.subject: [caveat.name for caveat in check.caveats]
            for part in declared(*lines).parts
            for check in part.parts
            if check.outcome is NO
        }

    # a second line of the first year, beyond its twelve months
    later = evolve(SECOND, order="1.2")
    assert told(FIRST, later) == {
        "année d'exécution": ["ORDER_TOLD_TWICE"],
        "numéro d'ordre": ["ORDER_TOLD_TWICE"],
    }
    # of thirteen months, it is too long whatever its order is
    long = line("1.1", date(2025, 9, 1), date(2026, 9, 30), 51)
    rest = line("2.1", date(2026, 10, 1), date(2027, 8, 31), 51)
    assert told(long, rest) == {"année d'exécution": []}


def test_the_last_day_of_a_year_is_of_that_year() -> None:
    late = line("2.1", date(2026, 8, 31), date(2027, 8, 30), 51)
    wrong = faults(declared(line("1.1", date(2025, 9, 1), date(2026, 8, 30), 51), late))
    assert ("2.1", "numéro d'ordre") in wrong


def test_wrong_year_of_the_order() -> None:
    found = declared(FIRST, evolve(SECOND, order="3.1"))
    assert faults(found) == [("3.1", "numéro d'ordre")]
    assert found["year"] == "2e"


def test_a_line_outside_the_contract() -> None:
    found = declared(*MINIMUM, line("3.1", date(2027, 9, 1), date(2028, 8, 31), 10))
    assert faults(found) == [("3.1", "période"), ("3.1", "fin")]


def test_one_line_over_two_of_the_minimum() -> None:
    # 18 in the course: the rate of the whole year is too low from then on.
    contract = aged(date(2008, 1, 10), date(2025, 9, 1), date(2026, 8, 31))
    one = line("1.1", date(2025, 9, 1), date(2026, 8, 31), 27)
    found = check_declared_pay(evolve(contract, declared_pay=(one,)))
    assert found.outcome is NO
    assert (found["minimum"], found["from_on"]) == (Decimal(43), date(2026, 2, 1))
    enough = evolve(one, rate=Decimal(43))
    assert check_declared_pay(evolve(contract, declared_pay=(enough,))).outcome is YES


def one_year(rate: str, base: PayBase, **facts: Any) -> Finding:
    """A single line from September 2025 to August 2026, at 22."""
    contract = aged(date(2003, 1, 10), date(2025, 9, 1), date(2026, 8, 31), **facts)
    written_line = line("1.1", date(2025, 9, 1), date(2026, 8, 31), rate, base=base)
    return check_declared_pay(evolve(contract, declared_pay=(written_line,)))


NOVEMBER = ByDay(((date(2025, 1, 1), Decimal("1790.00")), (date(2025, 11, 1), Decimal("1905.00"))))
FLOOR = evolve(LAST, last_rate=Decimal(67))


@pytest.mark.parametrize(
    ("rate", "base", "facts", "from_on", "minimum"),
    [
        # 954.95 against 53 % of 1905, then 966.21 from January
        ("53", PayBase.SMIC, {"smc_monthly": NOVEMBER},
         date(2025, 11, 1), "53"),
        ("56.1", PayBase.SMIC, {"smc_monthly": NOVEMBER}, None, None),
        ("53", PayBase.SMC, {"smc_monthly": NOVEMBER},
         date(2025, 9, 1), "53"),
        ("53", PayBase.STATUTORY, {"smc_monthly": NOVEMBER}, None, None),
        # 53 % of 2300 = 1219.00, the floor 1207.21, then 1221.43
        ("53", PayBase.SMC,
         {"smc_monthly": Decimal(2300), "previous": (FLOOR,)},
         date(2026, 1, 1), "67"),
        ("53.2", PayBase.SMC,
         {"smc_monthly": Decimal(2300), "previous": (FLOOR,)},
         date(2026, 6, 1), "67"),
        ("54.4", PayBase.SMC,
         {"smc_monthly": Decimal(2300), "previous": (FLOOR,)}, None, None),
        # percents of the SMIC follow its rises
        ("53", PayBase.SMIC, {}, None, None),
        # within a cent in September, more than one from June 2026
        ("52.99945", PayBase.SMIC, {}, date(2026, 1, 1), "53"),
    ],
)  # fmt: skip
def test_every_day_of_a_line(
    rate: str, base: PayBase, facts: dict[str, Any], from_on: date | None, minimum: str | None
) -> None:
    found = one_year(rate, base, **facts)
    assert found["too_low_from_on"] == from_on
    assert found.outcome is (YES if from_on is None else NO)
    if minimum is not None:
        assert found["minimum"] == Decimal(minimum)


def test_the_first_day_too_low_of_all_lines() -> None:
    found = declared(FIRST, evolve(SECOND, rate=Decimal(50)), evolve(SECOND, order="2.2"))
    assert found["too_low_from_on"] == date(2026, 9, 1)
    gap = declared(FIRST, evolve(SECOND, starts_on=date(2026, 9, 2)))
    assert (gap.outcome, gap["too_low_from_on"]) == (NO, None)


def test_lines_of_a_contract_whose_years_are_off() -> None:
    # 2029 was meant: the second line is all outside, as is the third.
    contract = aged(date(2008, 2, 10), date(2026, 9, 1), date(2027, 8, 31))
    told = tuple(
        line(None, date(year, 9, 1), date(year + 1, 8, 31), rate)
        for year, rate in ((2026, 43), (2027, 51), (2028, 67))
    )
    found = check_declared_pay(evolve(contract, declared_pay=told))
    assert faults(found) == [("2", "période"), ("3", "période"), ("3", "fin")]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1900, 1, 1), date(1900, 12, 31)),
        (date(1900, 1, 1), date(2199, 12, 31)),
        (date(2025, 9, 1), date(2199, 12, 31)),
        (date(2199, 12, 31), date(2199, 12, 31)),
        (date(2025, 9, 1), date(2025, 9, 1)),
    ],
)
def test_a_typing_error_is_a_finding(first: date, last: date) -> None:
    odd = line("1.1", first, last, 43)
    for lines in ((odd,), (odd, SECOND), (FIRST, odd), (odd, odd)):
        assert declared(*lines).outcome is NO


ADULT = aged(date(2003, 1, 1), date(2025, 9, 1), date(2026, 8, 31), smc_monthly=Decimal("2000.00"))


@pytest.mark.parametrize(
    ("rate", "base", "smc", "outcome"),
    [
        ("53", PayBase.SMC, "2000.00", YES),
        ("52", PayBase.SMC, "2000.00", NO),
        ("53", PayBase.STATUTORY, "2000.00", YES),
        ("53", PayBase.SMIC, "2000.00", NO),  # 954.95 against 1060
        ("58.82", PayBase.SMIC, "2000.00", NO),  # 1059.82
        ("58.83", PayBase.SMIC, "2000.00", YES),  # 1059.999: within a cent
        ("59", PayBase.SMIC, "2000.00", YES),
        ("53", PayBase.SMC, "1700.00", NO),
        ("53", PayBase.STATUTORY, "1700.00", YES),
        ("53", PayBase.SMC, None, OPEN),
        ("53", PayBase.SMIC, None, OPEN),
        ("52", PayBase.SMIC, None, NO),
    ],
)
def test_base(rate: str, base: PayBase, smc: str | None, outcome: Outcome) -> None:
    contract = evolve(
        ADULT,
        smc_monthly=None if smc is None else Decimal(smc),
        declared_pay=(line("1.1", date(2025, 9, 1), date(2026, 8, 31), rate, base=base),),
    )
    found = check_declared_pay(contract)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("smc_monthly",)


@pytest.mark.parametrize(
    ("smc", "outcome"), [(None, OPEN), ("2000.00", YES), ("1700.00", NO), (NO_SMC, NO)]
)
def test_a_rate_of_an_smc_that_nobody_tells_is_no_rate_of_the_smic(
    smc: str | Decimal | None, outcome: Outcome
) -> None:
    """Of a public employer too, for whom the SMC is no base of the minimum.

    53 % of the SMIC of June 2026, 12.31 euros an hour, are 989.52; 50 % of
    an SMC of 2,000 euros are 1,000, of 1,700 euros 850.
    """
    contract = evolve(
        ADULT,
        employer=evolve(ADULT.employer, type=EmployerType.COMMUNE),
        public_points=0,
        smc_monthly=None if smc is None else Decimal(smc),
        declared_pay=(line("1.1", date(2025, 9, 1), date(2026, 8, 31), "50", base=PayBase.SMC),),
    )
    found = check_declared_pay(contract)
    assert found.outcome is outcome
    if outcome is OPEN:
        assert found.missing == ("smc_monthly",)


def test_statutory_base_under_21_is_the_smic() -> None:
    lines = [evolve(each, base=PayBase.STATUTORY) for each in MINIMUM]
    assert declared(*lines, smc_monthly=Decimal("2500.00")).outcome is YES


@pytest.mark.parametrize(
    ("facts", "enough", "low"),
    [
        ({"grid": None}, OPEN, NO),
        ({"previous": None}, OPEN, NO),
        # a prolongation could lower the second year
        ({"extension": None}, OPEN, OPEN),
        ({"duration_ground": None}, YES, NO),  # no earlier contract
        ({"duration_ground": None, "previous": None}, OPEN, OPEN),
        ({"employer": {"territory": None}}, YES, NO),
    ],
)
def test_unknown_facts(facts: Any, enough: Outcome, low: Outcome) -> None:
    assert declared(*MINIMUM, **facts).outcome is enough
    lower = evolve(SECOND, rate=Decimal(45))
    assert declared(FIRST, lower, **facts).outcome is low


def test_unknown_facts_and_the_first_year() -> None:
    lower = evolve(FIRST, rate=Decimal(42))
    assert declared(lower, SECOND, extension=None).outcome is NO


LICENCE = {"diploma": Diploma.LICENCE_PROFESSIONNELLE, "cycle_years": 1, "level": 6}


@pytest.mark.parametrize(
    ("facts", "rate", "outcome"),
    [
        # the third year of another diploma, the second of a licence
        ({"training": {"diploma": None, "cycle_years": None, "level": 6}},
         60, OPEN),
        ({"training": {"diploma": None, "cycle_years": None, "level": 6}},
         50, NO),
        # the second year of a licence, the first of another diploma
        ({"training": LICENCE, "ends_on": date(2026, 8, 31)}, 45, NO),
        ({"training": {**LICENCE, "level": None},
          "ends_on": date(2026, 8, 31)}, 45, OPEN),
        ({"training": {**LICENCE, "level": None},
          "ends_on": date(2026, 8, 31)}, 42, NO),
        # the floor of what may be no contract
        ({"previous": (LAST,), "ends_on": date(2026, 8, 31)}, 50, NO),
        ({"previous": (evolve(LAST, route=None),),
          "ends_on": date(2026, 8, 31)}, 50, OPEN),
        ({"previous": (evolve(LAST, route=None),),
          "ends_on": date(2026, 8, 31)}, 42, NO),
        # the second year of a licence, whatever its length (D6222-32)
        ({"training": {**LICENCE, "cycle_years": None},
          "duration_ground": DurationGround.FAILED_EXAM}, 45, NO),
        ({"training": {**LICENCE, "cycle_years": None},
          "duration_ground": DurationGround.FAILED_EXAM}, 42, NO),
    ],
)  # fmt: skip
def test_too_low_whatever_is_unknown(facts: Any, rate: int, outcome: Outcome) -> None:
    contract = known(**{"ends_on": date(2028, 1, 31), **facts})
    *lines, last = written(contract)
    last = evolve(last, rate=Decimal(rate))
    more = [evolve(each, rate=Decimal(100)) for each in lines]
    found = check_declared_pay(evolve(contract, declared_pay=(*more, last)))
    assert found.parts[-1].outcome is outcome


@pytest.mark.parametrize(("rate", "outcome"), [("50.99", NO), ("51", OPEN), ("61", YES)])
def test_a_credit_perhaps_refused_before_an_extra_year(rate: str, outcome: Outcome) -> None:
    # 51 % with the credit of a year; without it, the last rate of the contract
    # with another employer, 51 or 61 %
    contract = known(
        training={"entry_year": 2},
        previous=(evolve(LAST, same_employer=None, diploma_obtained=False, level=0),),
        extension=Extension(reason=ExtensionReason.DISABILITY, starts_on=date(2027, 8, 1)),
    )
    first, *others = written(contract)
    low = evolve(first, rate=Decimal(rate))
    found = check_declared_pay(evolve(contract, declared_pay=(low, *others)), FIRST_YEAR_RATE)
    assert found.parts[0].outcome is outcome


@pytest.mark.parametrize(("rate", "outcome"), [("65", NO), ("66", OPEN)])
def test_a_credit_perhaps_refused_in_an_extra_year(rate: str, outcome: Outcome) -> None:
    # 67 + 15 with the credit of a year, 51 + 15 without it
    contract = known(
        training={"entry_year": 2},
        previous=(evolve(LAST, same_employer=None, diploma_obtained=False, level=0),),
        extension=Extension(reason=ExtensionReason.DISABILITY, starts_on=date(2027, 8, 1)),
    )
    *others, last = written(contract)
    told = (*others, evolve(last, rate=Decimal(rate)))
    found = check_declared_pay(evolve(contract, declared_pay=told), FIRST_YEAR_RATE)
    assert found.parts[-1].outcome is outcome


@pytest.mark.parametrize(("rate", "outcome"), [("42", NO), ("43", OPEN)])
def test_a_contract_perhaps_lengthened(rate: str, outcome: Outcome) -> None:
    # D6222-28-2: 43 in the second year, if a convention added it
    facts = {"training": {"cycle_years": 1}, "duration_ground": None}
    found = declared(FIRST, evolve(SECOND, rate=Decimal(rate)), **facts)
    assert found.parts[1].outcome is outcome


@pytest.mark.parametrize(("rate", "outcome"), [("42", NO), ("43", OPEN), ("58", OPEN)])
def test_an_extra_year_perhaps_told_later(rate: str, outcome: Outcome) -> None:
    # R6222-48: 43 + 15 in the second year, if it is what exceeds the cycle
    found = declared(
        FIRST,
        evolve(SECOND, rate=Decimal(rate)),
        training={"cycle_years": 1},
        duration_ground=DurationGround.DISABILITY,
        extension=None,
    )
    assert found.parts[1].outcome is outcome
    assert found.missing == (("extension",) if outcome is OPEN else ())


@pytest.mark.parametrize(
    ("rate", "outcome"), [("50", NO), ("51", OPEN), ("57", OPEN), ("58", YES)]
)
def test_an_extra_year_of_a_cycle_of_unknown_length(rate: str, outcome: Outcome) -> None:
    # R6222-48: 43 + 15 in the second year, if it exceeds the cycle, else the 51
    # of D6222-26: below both it is too low, above both enough
    found = declared(
        FIRST,
        evolve(SECOND, rate=Decimal(rate)),
        training={"cycle_years": None},
        duration_ground=DurationGround.DISABILITY,
        extension=Extension(reason=ExtensionReason.DISABILITY),
    )
    assert found.parts[1].outcome is outcome
    assert found.missing == (("training.cycle_years",) if outcome is OPEN else ())


def test_territory_unknown_matters_for_euros() -> None:
    nowhere = {"employer": {"territory": None}}
    first = evolve(FIRST, monthly=Decimal("700.00"))
    found = declared(first, SECOND, **nowhere)
    assert (found.outcome, found.missing) == (OPEN, ("employer.territory",))
    before = aged(
        date(1999, 1, 1), date(2017, 9, 1), date(2018, 8, 31), employer={"territory": None}
    )
    lines = written(before)
    old = check_declared_pay(evolve(before, declared_pay=lines))
    assert old.missing == ("employer.territory",)


def worth(contract: Contract, readings: Readings, period: PayAmount, of: PayBase) -> Fraction:
    """The monthly base of the first day of a period, in euros."""
    smc = contract.smc_monthly
    if of is PayBase.SMC and smc is not None:
        return Fraction(smc.on(period.starts_on) if isinstance(smc, ByDay) else smc)
    return Fraction(smic_twelfths(period.smic, readings), 1200)


def overtaken(contract: Contract, readings: Readings) -> tuple[Contract, dict[str, date]]:
    """The schedule as written on the form, and the lines that fall short.

    The rate of each line is that of its first day, so due on it; the day is
    the first one on which `amounts` asks for more than a cent above it.
    """
    contract = evolve(contract, weekly_hours=Decimal(35))
    schedule = pay_schedule(contract, readings)
    short: dict[str, date] = {}
    for period in schedule.amounts():
        least = period.line
        paid = Fraction(least.rate) * worth(contract, readings, period, least.base)
        due = Fraction(period.rate) * worth(contract, readings, period, period.base)
        if due - paid > 1:  # percents of a euro
            assert period.starts_on > least.starts_on
            short.setdefault(least.order, period.starts_on)
    lines = tuple(
        DeclaredPayLine(
            order=each.order,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            rate=each.rate,
            base=each.base,
        )
        for each in schedule
    )
    return evolve(contract, declared_pay=lines), short


@FEWER
@given(known_contracts(), pay_readings())
def test_the_minimum_holds_until_a_known_rise_overtakes_it(
    contract: Contract, readings: Readings
) -> None:
    told, short = overtaken(contract, readings)
    found = check_declared_pay(told, readings)
    assert faults(found) == [(order, "taux") for order in short]
    assert {
        part.subject: check["from_on"]
        for part in found.parts
        for check in part.parts
        if check.outcome is NO
    } == short
    assert found.outcome is (NO if short else YES)
    assert found["too_low_from_on"] == min(short.values(), default=None)


@FEWER
@given(pay_contracts(), pay_readings())
def test_what_is_unknown_never_fails_the_minimum(contract: Contract, readings: Readings) -> None:
    told, short = overtaken(contract, readings)
    found = check_declared_pay(told, readings)
    assert set(faults(found)) <= {(order, "taux") for order in short}
    for part in found.parts:
        for check in part.parts:
            if check.outcome is NO:
                day = check["from_on"]
                assert isinstance(day, date)
                assert day >= short[part.subject]


@FEWER
@given(
    pay_contracts(),
    pay_readings(),
    st.sampled_from([-2, -1, 0, 0, 1]),
    st.sampled_from([PayBase.SMIC, PayBase.SMC, PayBase.STATUTORY]),
)
def test_the_check_and_the_amounts_never_disagree(
    contract: Contract, readings: Readings, change: int, base: PayBase
) -> None:
    contract = evolve(contract, weekly_hours=Decimal(35))
    schedule = pay_schedule(contract, readings)
    told = tuple(
        DeclaredPayLine(
            order=each.order,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            rate=max(each.rate + change, Decimal(0)),
            base=base,
        )
        for each in schedule
    )
    found = check_declared_pay(evolve(contract, declared_pay=told), readings)
    if base is not PayBase.SMIC:
        assert found.outcome in set(Outcome)  # no exception, whatever is told
        return
    short = []
    for period in schedule.amounts():
        (rate,) = [line.rate for line in told if line.order == period.line.order]
        smic = Fraction(smic_twelfths(period.smic, readings), 1200)
        paid = Fraction(rate) / 100 * smic
        if paid < Fraction(period.monthly) - Fraction(2, 100):
            short.append(period.starts_on)
        elif paid < Fraction(period.monthly):
            return  # within the tolerance
    if found.outcome is YES:
        assert not short
    if found.outcome is NO:
        assert short
        day = found["too_low_from_on"]
        assert isinstance(day, date)
        assert day >= min(short)
    if not pay_schedule(contract, readings).assumed:
        assert found["too_low_from_on"] == (min(short) if short else None)


ADDED: dict[str, list[Any]] = {
    "grid": [NO_GRID, Grid(from_18=(Decimal(80),) * 3, base=PayBase.SMC)],
    "previous": [(), (LAST,)],
    "duration_ground": [DurationGround.FAILED_EXAM, DurationGround.NONE],
    "employer.territory": [Territory.METROPOLE, Territory.MAYOTTE],
    "employer.type": [EmployerType.OTHER_PRIVATE, EmployerType.COMMUNE],
    "employer.idcc": ["9999", "1597"],
    "training.entry_year": [1, 2],
    "training.level": [3, 6],
    "public_points": [0, 20],
    "smc_monthly": [Decimal("1700.00"), Decimal("2500.00")],
    "weekly_hours": [Decimal(24), Decimal(39)],
    "apprentice.high_level_athlete": [True],
    "training.cycle_years": [1, 2, 3],
    "tripartite_agreement": [True, False],
    "resumes_after_rupture": [True, False],
    "kind": [ContractType.OTHER_EMPLOYER_AFTER_RUPTURE],
    "overtime_premium": [Decimal(10), Decimal(25)],
}


@FEWER
@given(st.data(), pay_readings())
def test_a_decided_outcome_survives_any_added_fact(data: st.DataObject, readings: Any) -> None:
    contract = data.draw(pay_contracts())
    least = pay_schedule(contract, readings)
    change = data.draw(st.sampled_from([-20, -5, 0, 0, 30]))
    lines = tuple(
        DeclaredPayLine(
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            rate=max(each.rate + change, Decimal(0)),
            base=each.base,
        )
        for each in least
    )
    contract = evolve(contract, declared_pay=lines)
    found = check_declared_pay(contract, readings)
    if found.outcome is OPEN:
        return
    last = contract.ends_on
    extensions = [
        Extension(reason=reason, starts_on=last)
        for reason in (ExtensionReason.FAILED_EXAM, ExtensionReason.DISABILITY)
        if last > contract.starts_on
    ]
    added = {**ADDED, "extension": [NO_EXTENSION, *extensions]}
    for path, values in added.items():
        owner: Any = contract
        *parts, name = path.split(".")
        for part in parts:
            owner = getattr(owner, part)
        if getattr(owner, name) is not None:
            continue
        for value in values:
            try:
                more = filled(contract, {path: value})
            except InvalidValue:
                continue  # against a fact that is known
            again = check_declared_pay(more, readings)
            said = {caveat.name for caveat in {*again.caveats} - {*found.caveats}}
            if said & {"CYCLE_TOLD_TWICE", "ENTRY_TOLD_TWICE"}:
                continue  # against its own dates, and the finding says so
            assert again.outcome is found.outcome, path


@pytest.mark.apart
def test_rule_speaks() -> None:
    overlapping = evolve(FIRST, ends_on=date(2026, 9, 15))
    twins = [
        (FIRST, evolve(SECOND, starts_on=date(2026, 9, 2))),
        (overlapping, SECOND),
        (
            evolve(FIRST, starts_on=date(2025, 9, 2)),
            evolve(SECOND, ends_on=date(2027, 9, 15), order="3.1"),
        ),
        (evolve(FIRST, rate=Decimal(10)), SECOND),
        (evolve(FIRST, monthly=Decimal(10)), SECOND),
        (evolve(FIRST, monthly=Decimal(1000)), SECOND),
        (evolve(FIRST, starts_on=date(2024, 9, 1), ends_on=date(2025, 8, 31)),),
        (),
    ]
    low, high = ((evolve(FIRST, monthly=Decimal(gross)), SECOND) for gross in ("774.77", "1500"))
    changed = [
        known(declared_pay=lines, avenant=Avenant(effective_on=SECOND.starts_on))
        for lines in ((), (SECOND,), MINIMUM)
    ]
    in_mayotte = aged(
        date(2001, 1, 1),
        date(2021, 2, 1),
        date(2021, 12, 31),
        employer={"territory": Territory.MAYOTTE},
    )
    second = evolve(LAST, directly_related=True)
    in_2019 = aged(
        date(2000, 1, 1), date(2019, 9, 2), date(2020, 8, 31), training={"entry_year": 2}
    )
    in_2018 = aged(
        date(2000, 1, 1),
        date(2018, 9, 3),
        date(2019, 7, 5),
        training={"cycle_years": 1},
        previous=(second,),
    )
    licence = aged(
        date(2003, 1, 1),
        date(2025, 9, 1),
        date(2026, 8, 31),
        training=LICENCE,
        previous=(evolve(second, level=6),),
    )
    # each point is asked only where it can matter
    leap = aged(
        date(2008, 2, 29),
        date(2024, 2, 29),
        date(2026, 8, 31),
        training={"cycle_starts_on": date(2023, 12, 1)},
    )
    first = aged(date(2007, 12, 1), date(2025, 9, 1), date(2026, 8, 31))
    in_2015 = aged(date(1990, 1, 1), date(2015, 9, 1), date(2016, 8, 31))
    licences = [
        aged(
            date(1998, 1, 1),
            day,
            day.replace(year=day.year + 1),
            training={**LICENCE, "cycle_years": 2},
        )
        for day in (date(2019, 9, 2), date(2024, 9, 2))
    ]
    longer = known(
        extension=Extension(reason=ExtensionReason.DISABILITY, starts_on=date(2026, 9, 1))
    )
    asking = (leap, first, in_2015, *licences, longer)
    check_speaks(
        MINIMUM_PAY,
        known(),
        *[evolve(c, declared_pay=written(c)) for c in (in_2019, in_2018, licence, *asking)],
        known(
            training={"entry_year": 2},
            declared_pay=MINIMUM,
            ends_on=date(2026, 8, 31),
            previous=(evolve(LAST, directly_related=True),),
            grid=Grid(from_18=(Decimal(50),) * 3),
        ),
        known(declared_pay=MINIMUM),
        known(declared_pay=(), kind=ContractType.FIRST),
        *changed,
        *[known(declared_pay=lines) for lines in twins],
        known(declared_pay=low, weekly_hours=Decimal(39)),
        known(declared_pay=low, weekly_hours=Decimal(39), overtime_premium=Decimal(10)),
        known(declared_pay=high, weekly_hours=Decimal(39)),
        # between 43 % of the month printed in 2021 and of that computed
        evolve(
            in_mayotte,
            declared_pay=tuple(
                evolve(each, monthly=Decimal("504.60")) for each in written(in_mayotte)
            ),
        ),
    )


@pytest.mark.parametrize(
    ("smc", "asked"),
    # 12.31 x 35 x 52 / 12 is 1867.0166…, printed as 1867.02
    [("1867.01", False), ("1867.02", True), ("1867.03", False)],
)
def test_the_month_of_the_smic_is_asked_where_it_moves_the_base(smc: str, asked: bool) -> None:
    facts = aged(date(2003, 1, 1), date(2026, 9, 1), date(2027, 8, 31), smc_monthly=Decimal(smc))
    told = evolve(facts, declared_pay=written(facts))
    points = consulted(MINIMUM_PAY, told, LETTER)
    assert ("monthly_base" in points) is asked


def test_a_rate_of_the_smic_that_suffices_asks_for_no_month_of_it() -> None:
    # a share of one SMIC is the same of each of its months and of all its rises
    assert "monthly_base" not in consulted(MINIMUM_PAY, known(declared_pay=MINIMUM), LETTER)


def test_an_avenant_writes_the_new_lines_only() -> None:
    avenant = Avenant(effective_on=SECOND.starts_on)
    assert declared(SECOND, avenant=avenant).outcome is YES
    whole = declared(*MINIMUM, avenant=avenant)
    assert faults(whole) == [("1.1", "début")]
    assert "date d'effet de l'avenant" in whole.sentence
    low = declared(evolve(SECOND, rate=Decimal(10)), avenant=avenant)
    assert faults(low) == [("2.1", "taux")]
    assert declared(avenant=avenant).outcome is NONE
    # the eve and the morrow of the effect
    for days in (-1, 1):
        moved = evolve(avenant, effective_on=SECOND.starts_on + timedelta(days))
        assert declared(SECOND, avenant=moved).outcome is NO


def test_the_lines_of_an_avenant_wait_for_its_effect() -> None:
    found = declared(SECOND, kind=ContractType.OTHER_CHANGE)
    assert found.missing == ("avenant.effective_on",)


def test_rule_is_listed() -> None:
    assert MINIMUM_PAY in RULES
    found = MINIMUM_PAY.find(known(declared_pay=MINIMUM))
    assert (found.rule, found.boxes) == ("minimum_pay", (27,))


def test_contested_outcome() -> None:
    contract = aged(date(2007, 12, 1), date(2025, 9, 8), date(2026, 9, 7))
    found = MINIMUM_PAY.find(evolve(contract, declared_pay=written(contract)), LETTER)
    assert found.outcome is YES
    assert [(c.point, c.outcome) for c in found.contested] == [("birthday_on_the_first", NO)]


def test_dates() -> None:
    contract = aged(date(2008, 1, 10), date(2025, 9, 1), date(2027, 8, 31))
    told = [(e.on, e.label) for e in entries(MINIMUM_PAY, contract)]
    assert [day for day, _ in told] == [
        date(2026, 1, 1),
        date(2026, 2, 1),
        date(2026, 6, 1),
        date(2026, 9, 1),
    ]
    # 27 % of 12.02 € x 35 x 52 / 12
    assert re.sub(r"[\u00a0\u202f]", " ", told[0][1]) == (
        "SMIC à 12,02 € l'heure : salaire d'au moins 492,22 € par mois"
    )
    assert "18-20 ans" in told[1][1]
    assert "2e année" in told[3][1]
    for entry in entries(MINIMUM_PAY, contract):
        assert entry.consequence.value == "underpaid"


def test_date_of_a_new_smc() -> None:
    steps = ((date(2025, 1, 1), Decimal("1900.00")), (date(2026, 3, 1), Decimal("2000.00")))
    contract = evolve(ADULT, smc_monthly=ByDay(steps))
    labels = {e.on: e.label for e in entries(MINIMUM_PAY, contract)}
    assert labels[date(2026, 3, 1)].startswith("Nouveau SMC")
    # a rise of the SMIC that changes no euro is no date
    assert date(2026, 1, 1) not in labels
    assert date(2026, 6, 1) not in labels


def test_date_on_which_overtime_is_paid() -> None:
    # L3162-1: the overtime of a minor gives rest; 18 on 10 January, the
    # bracket of 18 to 20 years on 1 February (D6222-31)
    contract = evolve(
        aged(date(2008, 1, 10), date(2025, 9, 1), date(2027, 8, 31)), weekly_hours=Decimal(39)
    )
    told = {e.on: e for e in entries(MINIMUM_PAY, contract)}
    majority = told[date(2026, 1, 10)]
    label = re.sub(r"[\u00a0\u202f]", " ", majority.label)
    assert label.startswith("Majorité : les heures au-delà de 35 sont payées")
    assert "L. 3162-1" in majority.sources[0].reference
    assert date(2026, 2, 1) in told
    # 27 % of 12.02 € a month of 151.67 h, and 4 x 52 / 12 hours at 125 %
    assert "au moins 562,54 € par mois" in label


def test_apprentice_alone_is_enough_to_judge() -> None:
    bare = in_2026(
        ends_on=date(2027, 8, 31),
        declared_pay=(line("1.1", date(2026, 9, 1), date(2027, 8, 31), 20),),
    )
    assert check_declared_pay(bare).outcome is NO


def test_periods_that_do_not_follow_are_told_where_the_law_is_not_covered() -> None:
    """No place makes lawful a line that ends before the contract does."""
    contract = aged(date(1999, 3, 1), date(2015, 3, 2), date(2016, 3, 1))
    short = DeclaredPayLine(
        starts_on=date(2015, 3, 2), ends_on=date(2016, 2, 29), rate=Decimal(100)
    )
    for territory in (None, Territory.MAYOTTE):
        employer = evolve(contract.employer, territory=territory)
        for line_of_it, outcome in ((short, NO), (evolve(short, ends_on=date(2016, 3, 1)), OPEN)):
            written_so = evolve(contract, employer=employer, declared_pay=(line_of_it,))
            assert MINIMUM_PAY.find(written_so).outcome is outcome
