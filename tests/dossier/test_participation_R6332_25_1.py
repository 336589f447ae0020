"""R6332-25-1 and -2: the employer's participation, level 6 and above.

« fixée à la somme forfaitaire de 750 euros pour chaque contrat
d'apprentissage visant l'obtention d'un diplôme ou d'un titre à finalité
professionnelle équivalant au moins au niveau 6 »; broken in the first 45
days, « dans la limite de 750 euros, à 50 % du montant de prise en charge »;
after a rupture, « la somme forfaitaire de 200 euros ».
"""

from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal, localcontext
from itertools import product
from typing import Any

import pytest

from apprentissage.dossier.participation import PARTICIPATION, employer_participation
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    Contract,
    ContractType,
    Decision,
    EmployerType,
    FundingDecision,
    Rupture,
)
from apprentissage.judging import Outcome
from tests.sample import NONE, OPEN, check_speaks, contract, entries, undated

FIRST = date(2025, 7, 1)


def amount(**facts: Any) -> Decimal:
    known = {"concluded_on": FIRST, "public": False, "level": 6, **facts}
    return employer_participation(**known)


@pytest.mark.parametrize(
    ("facts", "euros"),
    [
        ({}, "750.00"),
        ({"concluded_on": date(2025, 6, 30)}, "0.00"),
        ({"concluded_on": date(2025, 7, 2)}, "750.00"),
        ({"concluded_on": date(2008, 5, 1)}, "0.00"),
        ({"level": 5}, "0.00"),
        ({"level": 7}, "750.00"),
        ({"level": 8}, "750.00"),
        ({"public": True, "level": 8}, "0.00"),
        ({"resumed_after_rupture": True}, "200.00"),
        ({"resumed_after_rupture": True, "level": 5}, "0.00"),
        ({"resumed_after_rupture": True, "ruptured_in_free_period": True}, "200.00"),
    ],
)
def test_lump_sums(facts: dict[str, Any], euros: str) -> None:
    assert str(amount(**facts)) == euros


@pytest.mark.parametrize(
    ("funding", "days", "euros"),
    [
        ("9125", 20, "250.00"),
        ("14600", 37, "740.00"),
        ("14600", 38, "750.00"),  # half of 38 days is 760
        ("14600", 45, "750.00"),
        ("9125", 0, "0.00"),
        ("9000", 17, "209.59"),  # 209.589…
        ("8000.50", 1, "10.96"),
    ],
)
def test_broken_in_the_free_period(funding: str, days: int, euros: str) -> None:
    def asked() -> str:
        return str(
            amount(
                ruptured_in_free_period=True, annual_funding=Decimal(funding), days_executed=days
            )
        )

    assert asked() == euros
    with localcontext() as host:
        host.prec, host.rounding = 3, ROUND_FLOOR
        assert asked() == euros


def test_bad_input() -> None:
    broken = {"ruptured_in_free_period": True}
    for facts, error, path in (
        (broken, WrongType, "annual_funding"),
        ({**broken, "annual_funding": Decimal(8000)}, WrongType, "days_executed"),
        ({"level": 2}, InvalidValue, "level"),
        ({"annual_funding": 8000.0}, WrongType, "annual_funding"),
        ({"annual_funding": Decimal(-1)}, InvalidValue, "annual_funding"),
    ):
        with pytest.raises(error) as caught:
            amount(**facts)
        assert caught.value.path == path
    with pytest.raises(NotCovered):
        amount(concluded_on=date(2008, 4, 30))


def of_level(level: int | None = 6, **facts: Any) -> Contract:
    """The sample, from 1 September 2025, with a private employer."""
    kind = facts.pop("type", EmployerType.ASSOCIATION)
    return contract(
        employer={"type": kind}, training={"level": level}, **{"previous": (), **facts}
    )


@pytest.mark.parametrize(
    ("facts", "outcome", "missing"),
    [
        ({}, NONE, ()),
        ({"type": EmployerType.COMMUNE}, NONE, ()),
        ({"level": 5, "type": None}, NONE, ()),
        ({"concluded_on": date(2025, 6, 30), "level": None}, NONE, ()),
        ({"level": None}, OPEN, ("training.level",)),
        ({"type": None}, OPEN, ("employer.type",)),
        ({"previous": None}, OPEN, ("resumes_after_rupture",)),
        ({"previous": None, "kind": ContractType.FIRST}, NONE, ()),
        ({"previous": None, "resumes_after_rupture": True}, NONE, ()),
    ],
)
def test_judged(facts: dict[str, Any], outcome: Outcome, missing: tuple[str, ...]) -> None:
    found = PARTICIPATION.find(of_level(**facts))
    assert (found.outcome, found.missing) == (outcome, missing)


def test_the_amount_of_a_contract() -> None:
    due = PARTICIPATION.find(of_level())
    assert due.reminds
    assert due["amount"] == Decimal(750)
    resumed = of_level(resumes_after_rupture=True)
    assert PARTICIPATION.find(resumed)["amount"] == Decimal(200)
    public = of_level(type=EmployerType.COMMUNE)
    assert PARTICIPATION.find(public)["amount"] == 0


STARTS = date(2025, 9, 1)
IN_THE_FIRM = frozenset(STARTS + timedelta(days=2 * n) for n in range(45))
FORTY_FIFTH = date(2025, 11, 28)


def broken(
    on: date | None, worked: frozenset[date] | None = IN_THE_FIRM, **facts: Any
) -> Contract:
    return of_level(file={"rupture": Rupture(ruptured_on=on), "practical_days": worked}, **facts)


NPEC: dict[str, Any] = {"annual_funding": Decimal(3650)}


@pytest.mark.parametrize(
    ("facts", "outcome", "euros"),
    [
        # half of ten euros a day, both days counted
        (broken(date(2025, 9, 30), **NPEC), NONE, "150.00"),
        (broken(date(2025, 11, 27), **NPEC), NONE, "440.00"),
        (broken(FORTY_FIFTH, **NPEC), NONE, "445.00"),
        (broken(date(2025, 11, 29), **NPEC), NONE, "750.00"),
        (broken(date(2025, 11, 29)), NONE, "750.00"),
        # 45 days of the calendar hold no more than 45 in the firm
        (broken(date(2025, 10, 15), None, **NPEC), NONE, "225.00"),
        (broken(date(2025, 8, 28), None, **NPEC), NONE, "0.00"),
        # told before the conclusion, it breaks nothing
        (broken(date(2025, 8, 24), None, **NPEC), NONE, "750.00"),
    ],
)
def test_a_rupture(facts: Contract, outcome: Outcome, euros: str) -> None:
    found = PARTICIPATION.find(facts)
    assert found.outcome is outcome
    assert str(found["amount"]) == euros


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        (broken(date(2025, 9, 30)), ("annual_funding",)),
        (broken(None, **NPEC), ("file.rupture.ruptured_on",)),
        (broken(None), ("annual_funding", "file.rupture.ruptured_on")),
        # days in the firm that are not told are unknown, not absent
        (broken(date(2025, 10, 16), None, **NPEC), ("file.practical_days",)),
        (broken(date(2027, 5, 3), frozenset({STARTS}), **NPEC), ("file.practical_days",)),
    ],
)
def test_a_rupture_of_which_facts_lack(facts: Contract, missing: tuple[str, ...]) -> None:
    found = PARTICIPATION.find(facts)
    assert (found.outcome, found.missing) == (OPEN, missing)


def test_without_funding_there_is_no_participation() -> None:
    refused = FundingDecision(decision=Decision.REFUSED)
    # L6227-6: nor does an OPCO fund the contract of a public employer
    for level, kind in product((6, None), (EmployerType.ASSOCIATION, None)):
        facts = of_level(level, type=kind, file={"decision": refused})
        found = PARTICIPATION.find(facts)
        assert (found.outcome, found["amount"]) == (NONE, 0)
        assert undated(PARTICIPATION, facts) == []


def test_resumed_and_broken_is_told() -> None:
    facts = broken(date(2025, 9, 30), resumes_after_rupture=True)
    found = PARTICIPATION.find(facts)
    assert found["amount"] == Decimal(200)
    assert [c.name for c in found.caveats] == ["RESUMED_AND_BROKEN"]


def test_the_invoice_comes_after_the_45_days() -> None:
    """« à l'issue de la période mentionnée au premier alinéa de L6222-18 »."""
    (waiting,) = undated(PARTICIPATION, of_level())
    assert waiting.waits_for == ("file.practical_days",)
    told = of_level(file={"practical_days": IN_THE_FIRM})
    (entry,) = entries(PARTICIPATION, told)
    assert entry.on == FORTY_FIFTH
    (at_once,) = entries(PARTICIPATION, broken(date(2025, 9, 30)))
    assert at_once.on == date(2025, 9, 30)
    (after,) = entries(PARTICIPATION, broken(date(2026, 2, 2)))
    assert after.on == FORTY_FIFTH
    unknown = of_level(level=None, type=None)
    (waiting,) = undated(PARTICIPATION, unknown)
    assert waiting.waits_for == ("employer.type", "training.level", "file.practical_days")
    for none in (
        of_level(level=5),
        of_level(type=EmployerType.COMMUNE),
        of_level(concluded_on=date(2025, 6, 30)),
    ):
        assert entries(PARTICIPATION, none) == []
        assert undated(PARTICIPATION, none) == []
    (waiting,) = undated(PARTICIPATION, broken(date(2025, 12, 1), None))
    assert waiting.waits_for == ("file.practical_days",)


def test_sentences() -> None:
    check_speaks(
        PARTICIPATION,
        of_level(),
        of_level(level=None),
        of_level(level=5),
        broken(date(2025, 9, 30), **NPEC),
    )
