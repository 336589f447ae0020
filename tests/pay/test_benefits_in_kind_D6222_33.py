"""D6222-33 (2019: D6222-32, before: D6222-35): the benefits of box 28.

« peuvent être déduits du salaire dans la limite de 75 % de la déduction
autorisée, pour les autres travailleurs »; « Ces déductions ne peuvent
excéder, chaque mois, un montant égal aux trois quarts du salaire. »
"""

from datetime import date
from decimal import ROUND_FLOOR, Decimal, localcontext
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract, DeclaredPayLine, InKind, PayBase
from apprentissage.judging import Outcome
from apprentissage.law.sources import article
from apprentissage.pay.benefits_in_kind import BENEFITS_IN_KIND, value_in_kind
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract


def line(monthly: str | None) -> DeclaredPayLine:
    return DeclaredPayLine(
        starts_on=date(2025, 9, 1),
        ends_on=date(2026, 8, 31),
        rate=Decimal(43),
        monthly=None if monthly is None else Decimal(monthly),
    )


def paid(*monthly: str | None, **facts: Any) -> Contract:
    return contract(declared_pay=tuple(map(line, monthly)), **facts)


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ("0", NONE),
        ("100", YES),
        ("774.76", YES),
        ("774.77", YES),  # three quarters of one are those of the other
        ("774.78", NO),
        ("2000", NO),
    ],
)
def test_three_quarters_of_the_pay(value: str, outcome: Outcome) -> None:
    facts = paid("900", "774.77", benefits_in_kind=Decimal(value))
    assert BENEFITS_IN_KIND.find(facts).outcome is outcome
    with localcontext() as host:
        host.prec, host.rounding = 3, ROUND_FLOOR
        assert BENEFITS_IN_KIND.find(facts).outcome is outcome


@pytest.mark.parametrize(
    ("value", "other", "outcome"),
    [
        # the SMIC never falls: the same rate later gives no less
        ("774.77", {}, YES),
        ("774.77", {"starts_on": date(2026, 8, 31), "rate": 51}, YES),
        ("774.77", {"starts_on": date(2026, 8, 31), "base": PayBase.STATUTORY}, YES),
        ("774.77", {"starts_on": date(2025, 8, 31)}, OPEN),
        ("774.77", {"rate": 42}, OPEN),
        ("774.77", {"base": PayBase.SMC}, OPEN),
        ("774.78", {"rate": 42}, NO),
    ],
)
def test_the_pay_of_a_period_that_nobody_tells_may_be_less(
    value: str, other: dict[str, Any], outcome: Outcome
) -> None:
    facts = paid("774.77", None, benefits_in_kind=Decimal(value))
    first, second = facts.declared_pay or ()
    told = evolve(facts, declared_pay=(first, evolve(second, **other)))
    found = BENEFITS_IN_KIND.find(told)
    assert found.outcome is outcome
    assert found.missing == (("declared_pay[1].monthly",) if outcome is OPEN else ())


def test_of_a_pay_on_another_base_nothing_is_told() -> None:
    facts = paid("774.77", None, benefits_in_kind=Decimal(10))
    first, second = facts.declared_pay or ()
    on_smc = evolve(first, base=PayBase.SMC)
    found = BENEFITS_IN_KIND.find(evolve(facts, declared_pay=(on_smc, second)))
    assert found.missing == ("declared_pay[1].monthly",)


def test_two_thousand_euros_are_told() -> None:
    facts = paid("774.77", benefits_in_kind=Decimal(2000))
    found = BENEFITS_IN_KIND.find(facts)
    assert found["deduction"] == Decimal(1500)
    assert str(found["limit"]) == "581.08"
    assert [c.name for c in found.caveats] == ["TARIFF_OF_SOCIAL_SECURITY"]
    assert found.boxes == (28,)


@pytest.mark.parametrize(
    ("concluded_on", "number"),
    [
        (date(2008, 5, 1), "D6222-35"),
        (date(2018, 12, 31), "D6222-35"),
        (date(2019, 1, 1), "D6222-32"),
        (date(2020, 3, 31), "D6222-32"),
        (date(2020, 4, 1), "D6222-33"),
    ],
)
def test_one_text_under_three_numbers(concluded_on: date, number: str) -> None:
    facts = contract(concluded_on=concluded_on, benefits_in_kind=Decimal(100))
    (source,) = BENEFITS_IN_KIND.find(facts).sources
    reference = article(number, concluded_on).reference
    assert source.reference == reference


NOTHING: dict[str, Any] = {"meal": Decimal(0), "lodging": Decimal(0), "other": Decimal(0)}


@pytest.mark.parametrize(
    ("kinds", "value", "missing"),
    [
        (NOTHING, "0.00", ()),
        ({**NOTHING, "meal": None, "meals": 0}, "0.00", ()),
        ({**NOTHING, "meal": Decimal("4.22"), "meals": 20}, "84.40", ()),
        ({**NOTHING, "meal": Decimal("4.225"), "meals": 1}, "4.23", ()),
        (
            {
                "meal": Decimal("4.22"),
                "meals": 20,
                "lodging": Decimal("79.70"),
                "other": Decimal("12.05"),
            },
            "176.15",
            (),
        ),
        ({**NOTHING, "meal": Decimal("4.22")}, None, ("meals",)),
        ({**NOTHING, "meal": None, "meals": 20}, None, ("meal",)),
        ({"meals": 0}, None, ("lodging", "other")),
        ({}, None, ("meal", "meals", "lodging", "other")),
    ],
)
def test_kind_by_kind(kinds: dict[str, Any], value: str | None, missing: tuple[str, ...]) -> None:
    month = value_in_kind(InKind(**kinds))
    assert month.value == (None if value is None else Decimal(value))
    assert month.missing == missing


DEDUCTED = "art. D. 6222-33 du code du travail"


def test_what_is_missing() -> None:
    for facts, missing in (
        (contract(), ("benefits_in_kind",)),
        (contract(in_kind=InKind(meals=0, lodging=Decimal(0))), ("in_kind.other",)),
        (contract(benefits_in_kind=Decimal(100)), ("declared_pay",)),
        (
            paid(None, None, benefits_in_kind=Decimal(100)),
            ("declared_pay[0].monthly", "declared_pay[1].monthly"),
        ),
    ):
        found = BENEFITS_IN_KIND.find(facts)
        assert (found.outcome, found.missing) == (OPEN, missing)
        assert [source.reference for source in found.sources] == [DEDUCTED]
    empty = BENEFITS_IN_KIND.find(paid(benefits_in_kind=Decimal(100)))
    assert empty.outcome is NONE


def test_told_in_total_or_kind_by_kind_and_not_twice() -> None:
    meals = InKind(**{**NOTHING, "meal": Decimal(50), "meals": 20})
    assert BENEFITS_IN_KIND.find(paid("774.77", in_kind=meals)).outcome is NO
    with pytest.raises(InvalidValue) as caught:
        paid("774.77", in_kind=meals, benefits_in_kind=Decimal(1000))
    assert caught.value.path == "in_kind"


def test_sentences() -> None:
    check_speaks(
        BENEFITS_IN_KIND,
        contract(),
        contract(benefits_in_kind=Decimal(0)),
        paid(benefits_in_kind=Decimal(1)),
        paid("774.77", benefits_in_kind=Decimal(1)),
        paid("774.77", benefits_in_kind=Decimal(2000)),
    )


@pytest.mark.parametrize(("meal", "meals"), [("0", 20), ("4.22", 0), ("0", None), (None, 0)])
def test_meals_of_no_value_or_of_no_number_are_nothing(
    meal: str | None, meals: int | None
) -> None:
    month = value_in_kind(
        InKind(
            meal=None if meal is None else Decimal(meal),
            meals=meals,
            lodging=Decimal(0),
            other=Decimal(0),
        )
    )
    assert month.value == 0
    assert month.missing == ()
