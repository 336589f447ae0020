"""What no file of a contract reaches is refused at once, and shown short."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from time import process_time
from typing import Any

import pytest

from apprentissage.errors import InvalidValue, shown
from apprentissage.facts import (
    Apprentice,
    BranchAgreement,
    ByDay,
    DeclaredPayLine,
    Dossier,
    Employer,
    Grid,
    MaitreApprentissage,
    Mobility,
    PreviousCycle,
    Supervised,
    Territory,
    Training,
    WorkDay,
    WorkingTime,
)
from apprentissage.interchange import UnreadableContract, read_contract
from apprentissage.pay.gross import monthly_pay
from apprentissage.reviewing import review
from tests.sample import contract

MANY_DIGITS = Decimal("9" * 100_000)
MANY_PLACES = Decimal("0." + "1" * 100_000)
UNPRINTED = 10**5_000
NUMBER = "write a number up to 999999999, of at most 40 decimals"
TEXT = "write at most 1000 characters"
ITEMS = "write at most 2000 of them"
DAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("make", "path", "remedy"),
    [
        (lambda: contract(weekly_hours=MANY_DIGITS), "weekly_hours", NUMBER),
        (lambda: contract(smc_monthly=MANY_PLACES), "smc_monthly", NUMBER),
        (lambda: contract(gross_at_hiring=MANY_PLACES), None, NUMBER),
        (lambda: Training(hours=UNPRINTED), "hours", NUMBER),
        (lambda: ByDay(((DAY, MANY_DIGITS),)), "steps[0][1]", NUMBER),
        (lambda: Grid(from_18=(Decimal(1), MANY_PLACES, Decimal(2))), "from_18[1]", NUMBER),
        (
            lambda: monthly_pay(Decimal("1E+999999"), on=DAY, territory=Territory.METROPOLE),
            "rate",
            NUMBER,
        ),
        (lambda: Employer(headcount=UNPRINTED), "headcount", "write 0-1000000"),
        (
            lambda: MaitreApprentissage(experience_months=1_201),
            "experience_months",
            "write 0-1200",
        ),
        (lambda: BranchAgreement(years_with_diploma=101), "years_with_diploma", "write 0-100"),
        (lambda: PreviousCycle(cycle_years=101), "cycle_years", "write 1-100"),
        (lambda: Employer(siret="1" * 10_000_000), "siret", TEXT),
        (lambda: Grid(idcc=("1" * 1_001,)), "idcc[0]", TEXT),
        (lambda: contract(previous=(PreviousCycle(),) * 200_000), "previous", ITEMS),
        (
            lambda: ByDay(tuple((DAY, Decimal(1)) for _ in range(201))),
            "steps",
            "write at most 200 of them",
        ),
        (
            lambda: contract(
                declared_pay=(DeclaredPayLine(starts_on=DAY, ends_on=DAY, rate=43),) * 401
            ),
            "declared_pay",
            "write at most 400 of them",
        ),
        (lambda: Employer(name="\ud83d"), "name", "write a text without half of a character"),
        (
            lambda: contract(smc_monthly=Decimal("1900.505")),
            "smc_monthly",
            "write euros with at most two decimals",
        ),
        (
            lambda: PreviousCycle(last_rate=Decimal("43.125")),
            "last_rate",
            "write percents with at most two decimals",
        ),
        (
            lambda: Grid(from_18=(Decimal("0.001"),) * 3),
            "from_18[0]",
            "write percents with at most two decimals",
        ),
    ],
)
def test_what_no_file_reaches_is_refused_at_once(
    make: Callable[[], Any], path: str | None, remedy: str
) -> None:
    start = process_time()
    with pytest.raises(InvalidValue) as caught:
        make()
    assert caught.value.remedy == remedy
    assert path is None or caught.value.path == path
    assert len(str(caught.value)) < 500
    assert process_time() - start < 2


MOST: dict[str, Callable[[], dict[str, Any]]] = {
    "previous": lambda: {"previous": (PreviousCycle(),) * 2_000},
    "supervised": lambda: {
        "maitres": (
            MaitreApprentissage(supervised=(Supervised(starts_on=DAY, ends_on=DAY),) * 2_000),
        )
    },
    "maitres": lambda: {"maitres": (MaitreApprentissage(),) * 2_000},
    "declared_pay": lambda: {
        "declared_pay": tuple(
            DeclaredPayLine(starts_on=day, ends_on=day, rate=Decimal(999_999_999))
            for day in _days(400)
        )
    },
    "days": lambda: {
        "working_time": WorkingTime(days=tuple(WorkDay(on=day, hours=8) for day in _days(2_000)))
    },
    "practical_days": lambda: {"file": Dossier(practical_days=frozenset(_days(2_000)))},
    "mobilities": lambda: {
        "mobilities": tuple(Mobility(starts_on=day, ends_on=day) for day in _days(2_000))
    },
    "smc_monthly": lambda: {
        "smc_monthly": ByDay(tuple((day, Decimal("999999999.99")) for day in _days(200)))
    },
}


@pytest.mark.long
@pytest.mark.parametrize("name", MOST)
def test_the_most_that_is_let_in_is_answered(name: str) -> None:
    most = contract(
        concluded_on=DAY,
        starts_on=DAY,
        ends_on=date(2032, 2, 21),
        apprentice=Apprentice(born_on=date(2014, 2, 10)),
        **MOST[name](),
    )
    start = process_time()
    assert review(most).findings
    assert process_time() - start < 15


def _days(count: int) -> list[date]:
    first = DAY.toordinal()
    return [date.fromordinal(first + n) for n in range(count)]


@pytest.mark.parametrize(
    ("section", "path", "remedy"),
    [
        (
            {"contrat": {"duree_hebdomadaire": "9" * 100_000}},
            "contrat.duree_hebdomadaire",
            "écrivez un nombre de 999999999 au plus, à 40 décimales au plus",
        ),
        (
            {"contrat": {"salaire_minimum_conventionnel": "1900.505"}},
            "contrat.salaire_minimum_conventionnel",
            "écrivez un montant en euros à deux décimales au plus",
        ),
        (
            {"contrats_precedents": [{"dernier_taux": "43.125"}]},
            "contrats_precedents[0].dernier_taux",
            "écrivez un taux à deux décimales au plus",
        ),
        (
            {"contrats_precedents": [{}] * 2_001},
            "contrats_precedents",
            "écrivez 2000 éléments au plus",
        ),
        (
            {
                "contrat": {
                    "salaire_minimum_conventionnel": [
                        {"a_compter_du": f"{1900 + n}-01-01", "montant": "9"} for n in range(201)
                    ]
                }
            },
            "contrat.salaire_minimum_conventionnel",
            "écrivez 200 éléments au plus",
        ),
        (
            {
                "contrat": {
                    "remuneration": [
                        {"du": "2026-09-01", "au": "2027-08-31", "taux": "43"} for _ in range(401)
                    ]
                }
            },
            "contrat.remuneration",
            "écrivez 400 éléments au plus",
        ),
        (
            {"employeur": {"siret": "1" * 1_001}},
            "employeur.siret",
            "écrivez 1000 caractères au plus",
        ),
        (
            {"employeur": {"effectif": 1_000_001}},
            "employeur.effectif",
            "écrivez un nombre entier de 0 à 1000000",
        ),
    ],
)
def test_a_file_is_refused_in_french(section: dict[str, Any], path: str, remedy: str) -> None:
    dates = {
        "date_conclusion": "2026-08-31",
        "date_debut_execution": "2026-09-01",
        "date_fin": "2028-08-31",
    }
    facts: dict[str, Any] = {
        "apprenti": {"date_naissance": "2008-02-10"},
        **section,
        "contrat": {**dates, **section.get("contrat", {})},
    }
    with pytest.raises(UnreadableContract) as caught:
        read_contract(facts)
    (fault,) = caught.value.faults
    assert (fault.path, fault.remedy) == (path, remedy)


def test_a_value_is_shown_short() -> None:
    assert shown("abc") == "'abc'"
    assert shown(UNPRINTED) == "a number of thousands of digits"
    assert shown("A" * 298) == repr("A" * 298)
    assert shown("A" * 299).endswith("… (301 characters)")
    long = shown("A" * 10_000)
    assert long.endswith("… (10002 characters)")
    assert len(long) < 400
