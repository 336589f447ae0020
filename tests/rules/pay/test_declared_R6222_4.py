"""The lines of the form are compared with the minimum (R6222-4, L6222-27).

The contract states the pay of each year; « une année d'exécution du contrat
portera sur 12 mois maximum » (OPCO EP, fiche Cerfa FA13). One cent of
tolerance; paying more is lawful.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    Apprentice,
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
from apprentissage.law.readings import LETTER
from apprentissage.rules.catalogue import RULES
from apprentissage.rules.finding import Finding, Outcome
from apprentissage.rules.pay import check_declared_pay, pay_schedule
from apprentissage.rules.pay.minimum import MINIMUM_PAY
from tests.rules.pay.drawn import FEWER, pay_contracts, pay_readings
from tests.rules.pay.sample import LAST, aged, known, written
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    entries,
    undated,
)
from tests.support.missing import filled

MINIMUM = written(known())


def declared(*lines: DeclaredPayLine, **facts: Any) -> Finding:
    return check_declared_pay(known(declared_pay=lines, **facts))


def line(
    order: str | None, first: date, last: date, rate: object, **more: Any
) -> DeclaredPayLine:
    return DeclaredPayLine(
        order=order,
        starts_on=first,
        ends_on=last,
        rate=Decimal(str(rate)),
        **more,
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
            evolve(
                FIRST,
                rate=Decimal(50),
                base=PayBase.SMC,
                monthly=Decimal(monthly),
            ),
            evolve(SECOND, rate=Decimal(60), base=PayBase.SMC),
        ),
        grid=Grid(from_18=rates, base=PayBase.SMC),
        smc_monthly=None,
    )
    employer = evolve(contract.employer, type=type_)
    found = check_declared_pay(evolve(contract, employer=employer))
    assert found.outcome is outcome


def test_nothing_written() -> None:
    found = declared()
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
        assert (found["minimum"], found["minimum_base"]) == (
            Decimal(43),
            PayBase.SMIC,
        )


@pytest.mark.parametrize(
    ("monthly", "outcome"),
    [("774.77", YES), ("774.76", YES), ("774.75", NO), ("900.00", YES)],
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


DAY = {
    "eve": date(2025, 8, 31),
    "start": date(2025, 9, 1),
    "morrow": date(2025, 9, 2),
}


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (DAY["start"], []),
        (DAY["morrow"], [("1.1", "début")]),
    ],
)
def test_first_day(first: date, expected: list[tuple[str, str]]) -> None:
    found = declared(evolve(FIRST, starts_on=first), SECOND)
    assert faults(found) == expected


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
    assert faults(declared(FIRST, evolve(SECOND, ends_on=ends_on))) == (
        expected
    )


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
def test_gap_and_overlap(
    ends_on: date, expected: list[tuple[str, str]], says: str
) -> None:
    found = declared(evolve(FIRST, ends_on=ends_on), SECOND)
    assert faults(found) == expected
    told = " ".join(c.sentence for p in found.parts for c in p.parts)
    assert says in told


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


def test_wrong_year_of_the_order() -> None:
    found = declared(FIRST, evolve(SECOND, order="3.1"))
    assert faults(found) == [("3.1", "numéro d'ordre")]
    assert found["year"] == "2e"


def test_a_line_outside_the_contract() -> None:
    found = declared(
        *MINIMUM, line("3.1", date(2027, 9, 1), date(2028, 8, 31), 10)
    )
    assert faults(found) == [("3.1", "fin")]


def test_one_line_over_two_of_the_minimum() -> None:
    # 18 in the course: the rate of the whole year is too low from then on.
    contract = aged(date(2008, 1, 10), date(2025, 9, 1), date(2026, 8, 31))
    one = line("1.1", date(2025, 9, 1), date(2026, 8, 31), 27)
    found = check_declared_pay(evolve(contract, declared_pay=(one,)))
    assert found.outcome is NO
    assert (found["minimum"], found["from_on"]) == (
        Decimal(43),
        date(2026, 2, 1),
    )
    enough = evolve(one, rate=Decimal(43))
    assert (
        check_declared_pay(evolve(contract, declared_pay=(enough,))).outcome
        is YES
    )


ADULT = aged(
    date(2003, 1, 1),
    date(2025, 9, 1),
    date(2026, 8, 31),
    smc_monthly=Decimal("2000.00"),
)


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
def test_base(
    rate: str, base: PayBase, smc: str | None, outcome: Outcome
) -> None:
    contract = evolve(
        ADULT,
        smc_monthly=None if smc is None else Decimal(smc),
        declared_pay=(
            line("1.1", date(2025, 9, 1), date(2026, 8, 31), rate, base=base),
        ),
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
        ({"duration_ground": None}, OPEN, OPEN),
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


LICENCE = {
    "diploma": Diploma.LICENCE_PROFESSIONNELLE,
    "cycle_years": 1,
    "level": 6,
}


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
        # a cycle of two years whose first one is perhaps repeated
        ({"training": {**LICENCE, "cycle_years": None},
          "duration_ground": DurationGround.FAILED_EXAM}, 45, OPEN),
        ({"training": {**LICENCE, "cycle_years": None},
          "duration_ground": DurationGround.FAILED_EXAM}, 42, NO),
    ],
)  # fmt: skip
def test_too_low_whatever_is_unknown(
    facts: Any, rate: int, outcome: Outcome
) -> None:
    contract = known(**{"ends_on": date(2028, 1, 31), **facts})
    *lines, last = written(contract)
    last = evolve(last, rate=Decimal(rate))
    more = [evolve(each, rate=Decimal(100)) for each in lines]
    found = check_declared_pay(evolve(contract, declared_pay=(*more, last)))
    assert found.parts[-1].outcome is outcome


@pytest.mark.parametrize(
    ("rate", "outcome"), [("42.99", NO), ("43", OPEN), ("50.99", OPEN)]
)
def test_a_credit_perhaps_refused_before_an_extra_year(
    rate: str, outcome: Outcome
) -> None:
    # 51 % with the credit of a year, 43 % without it
    contract = known(
        training={"entry_year": 2},
        previous=(evolve(LAST, same_employer=None, diploma_obtained=False),),
        extension=Extension(
            reason=ExtensionReason.DISABILITY, starts_on=date(2027, 8, 1)
        ),
    )
    first, *others = written(contract)
    low = evolve(first, rate=Decimal(rate))
    found = check_declared_pay(
        evolve(contract, declared_pay=(low, *others)), FIRST_YEAR_RATE
    )
    assert found.parts[0].outcome is outcome


def test_territory_unknown_matters_for_euros() -> None:
    nowhere = {"employer": {"territory": None}}
    first = evolve(FIRST, monthly=Decimal("700.00"))
    found = declared(first, SECOND, **nowhere)
    assert (found.outcome, found.missing) == (OPEN, ("employer.territory",))
    before = aged(
        date(1999, 1, 1),
        date(2017, 9, 1),
        date(2018, 8, 31),
        employer={"territory": None},
    )
    lines = written(before)
    old = check_declared_pay(evolve(before, declared_pay=lines))
    assert old.missing == ("employer.territory",)


def test_unusable_rates_wait() -> None:
    grid = Grid(from_18=(Decimal("50.001"),) * 3)
    found = declared(*MINIMUM, grid=grid)
    assert (found.outcome, found.missing) == (OPEN, ("grid.from_18[0]",))
    (waiting,) = undated(MINIMUM_PAY, known(grid=grid))
    assert waiting.waits_for == ("grid.from_18[0]",)


@FEWER
@given(pay_contracts(), pay_readings())
def test_the_minimum_never_fails(contract: Contract, readings: Any) -> None:
    lines = tuple(
        DeclaredPayLine(
            order=each.order,
            starts_on=each.starts_on,
            ends_on=each.ends_on,
            rate=each.rate,
            base=each.base,
        )
        for each in pay_schedule(contract, readings)
    )
    told = evolve(contract, declared_pay=lines)
    found = check_declared_pay(told, readings)
    assert found.outcome in {YES, OPEN}
    assert faults(found) == []


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
}


@FEWER
@given(st.data(), pay_readings())
def test_a_decided_outcome_survives_any_added_fact(
    data: st.DataObject, readings: Any
) -> None:
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
            assert again.outcome is found.outcome, path


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
        (),
    ]
    changed = [
        known(
            declared_pay=lines, avenant=Avenant(effective_on=SECOND.starts_on)
        )
        for lines in ((), (SECOND,), MINIMUM)
    ]
    in_mayotte = aged(
        date(2001, 1, 1),
        date(2021, 2, 1),
        date(2021, 12, 31),
        employer={"territory": Territory.MAYOTTE},
    )
    check_speaks(
        MINIMUM_PAY,
        known(),
        known(
            training={"entry_year": 2},
            declared_pay=MINIMUM,
            ends_on=date(2026, 8, 31),
            previous=(evolve(LAST, directly_related=True),),
            grid=Grid(from_18=(Decimal(50),) * 3),
        ),
        known(declared_pay=MINIMUM),
        *changed,
        *[known(declared_pay=lines) for lines in twins],
        evolve(in_mayotte, declared_pay=written(in_mayotte)),
    )


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
        moved = evolve(
            avenant, effective_on=SECOND.starts_on + timedelta(days)
        )
        assert declared(SECOND, avenant=moved).outcome is NO


def test_the_lines_of_an_avenant_wait_for_its_effect() -> None:
    found = declared(SECOND, kind=ContractType.OTHER_CHANGE)
    assert found.missing == ("avenant.effective_on",)


def test_rule_is_listed() -> None:
    assert MINIMUM_PAY in RULES
    found = MINIMUM_PAY.find(known(declared_pay=MINIMUM))
    assert (found.rule, found.boxes) == ("minimum_pay", (27,))


def test_contested_outcome() -> None:
    contract = aged(
        date(2007, 12, 1),
        date(2025, 9, 8),
        date(2026, 9, 7),
    )
    found = MINIMUM_PAY.find(
        evolve(contract, declared_pay=written(contract)), LETTER
    )
    assert found.outcome is YES
    assert [(c.point, c.outcome) for c in found.contested] == [
        ("birthday_on_the_first", NO)
    ]


def test_dates() -> None:
    contract = aged(
        date(2008, 1, 10),
        date(2025, 9, 1),
        date(2027, 8, 31),
    )
    told = [(e.on, e.label) for e in entries(MINIMUM_PAY, contract)]
    assert [day for day, _ in told] == [
        date(2026, 1, 1),
        date(2026, 2, 1),
        date(2026, 6, 1),
        date(2026, 9, 1),
    ]
    assert "12,02" in told[0][1]
    assert "18-20 ans" in told[1][1]
    assert "2e année" in told[3][1]
    for entry in entries(MINIMUM_PAY, contract):
        assert entry.consequence.value == "underpaid"


def test_date_of_a_new_smc() -> None:
    steps = (
        (date(2025, 1, 1), Decimal("1900.00")),
        (date(2026, 3, 1), Decimal("2000.00")),
    )
    contract = evolve(ADULT, smc_monthly=ByDay(steps))
    labels = {e.on: e.label for e in entries(MINIMUM_PAY, contract)}
    assert labels[date(2026, 3, 1)].startswith("Nouveau SMC")
    # a rise of the SMIC that changes no euro is no date
    assert date(2026, 1, 1) not in labels
    assert date(2026, 6, 1) not in labels


def test_apprentice_alone_is_enough_to_judge() -> None:
    bare = Contract(
        concluded_on=date(2026, 8, 31),
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 8, 31),
        apprentice=Apprentice(born_on=date(2008, 2, 10)),
        declared_pay=(line("1.1", date(2026, 9, 1), date(2027, 8, 31), 20),),
    )
    assert check_declared_pay(bare).outcome is NO
