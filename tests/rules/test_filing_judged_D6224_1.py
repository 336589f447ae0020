"""D6224-1 judged on a contract: sent within five jours ouvrables, or not.

« Au plus tard dans les cinq jours ouvrables qui suivent le début de
l'exécution du contrat d'apprentissage, l'employeur transmet ce contrat ».
Sending is an event: undeclared, the rule tells the day and judges nothing.
"""

from datetime import date
from typing import Any

import pytest

from apprentissage.errors import NotCovered
from apprentissage.facts import Avenant, Contract, EmployerType, Territory
from apprentissage.rules.filing import AVENANT_FILING, FILING, filing_deadlines
from apprentissage.rules.finding import Outcome
from tests.rules.sample import (
    NO,
    NONE,
    OPEN,
    YES,
    check_speaks,
    contract,
    entries,
    undated,
)

NO_HOLIDAY: frozenset[date] = frozenset()
METROPOLE: dict[str, Any] = {
    "territory": Territory.METROPOLE,
    "worked_holidays": NO_HOLIDAY,
}
MAY_DAY = date(2026, 5, 1)


def started(
    starts_on: date, filed_on: date | None = None, **employer: Any
) -> Contract:
    return contract(
        concluded_on=starts_on,
        starts_on=starts_on,
        employer=employer,
        file={"filed_on": filed_on},
    )


APRIL_30 = date(2026, 4, 30)


@pytest.mark.parametrize(
    ("filed_on", "outcome"),
    [
        (date(2026, 4, 28), YES),
        (date(2026, 5, 6), YES),
        (date(2026, 5, 7), YES),
        (date(2026, 5, 8), NO),
    ],
)
def test_eve_day_and_morrow(filed_on: date, outcome: Outcome) -> None:
    found = FILING.find(started(APRIL_30, filed_on, **METROPOLE))
    assert found.outcome is outcome
    assert found["due_on"] == date(2026, 5, 7)
    sanctioned = "NO_SANCTION" in {caveat.name for caveat in found.caveats}
    assert sanctioned is (outcome is NO)


def test_not_filed_is_no_fault() -> None:
    found = FILING.find(started(APRIL_30, **METROPOLE))
    assert found.outcome is NONE
    assert found["due_on"] == date(2026, 5, 7)
    assert found.sentence == (
        "La transmission est à faire au plus tard le 7\xa0mai 2026."
    )


def test_unknown_territory() -> None:
    found = FILING.find(started(APRIL_30))
    assert found.outcome is NONE
    assert found.get("due_on") is None
    assert found["prudent_due_on"] == date(2026, 5, 6)
    day = date(2026, 5, 7)
    unsettled = FILING.find(started(APRIL_30, day))
    assert unsettled.missing == (
        "employer.territory",
        "employer.worked_holidays",
    )
    known = FILING.find(started(APRIL_30, day, territory=Territory.METROPOLE))
    assert known.missing == ("employer.worked_holidays",)
    # 1 May is a holiday everywhere, and no local one is near
    worked = FILING.find(started(APRIL_30, worked_holidays=NO_HOLIDAY))
    assert worked["due_on"] == date(2026, 5, 7)
    local = FILING.find(
        started(
            date(2026, 5, 20), date(2026, 5, 28), worked_holidays=NO_HOLIDAY
        )
    )
    assert local.missing == ("employer.territory",)


@pytest.mark.parametrize(
    ("filed_on", "outcome"),
    [
        (date(2026, 5, 6), YES),
        (date(2026, 5, 7), OPEN),
        (date(2026, 5, 8), NO),
    ],
)
def test_what_is_unknown_may_not_matter(
    filed_on: date, outcome: Outcome
) -> None:
    assert FILING.find(started(APRIL_30, filed_on)).outcome is outcome


def test_no_holiday_near_settles_all() -> None:
    found = FILING.find(started(date(2025, 9, 1)))
    assert found.outcome is NONE
    assert found["due_on"] == date(2025, 9, 6)


def test_own_calendar_stands_for_the_territory() -> None:
    class OneDay:
        def holidays(self, year: int) -> list[tuple[date, str]]:
            return [(date(year, 9, 2), "fermeture")]

    facts = started(
        date(2025, 9, 1), holidays=OneDay(), worked_holidays=NO_HOLIDAY
    )
    assert FILING.find(facts)["due_on"] == date(2025, 9, 8)
    unknown = started(date(2025, 9, 1), date(2025, 9, 7), holidays=OneDay())
    assert FILING.find(unknown).missing == ("employer.worked_holidays",)


def test_the_day_counted_from_may_be_another() -> None:
    (deadline,) = filing_deadlines(
        started(APRIL_30, **METROPOLE), date(2025, 9, 1)
    )
    assert deadline.due_on == date(2025, 9, 6)


def test_saturday_is_contested() -> None:
    found = FILING.find(
        started(date(2025, 9, 1), date(2025, 9, 8), **METROPOLE)
    )
    assert found.outcome is NO
    assert [c.point for c in found.contested] == ["filing_saturday"]


def test_before_2020_the_chambers_registered() -> None:
    facts = contract(concluded_on=date(2019, 12, 31))
    assert FILING.find(facts).outcome is OPEN
    with pytest.raises(NotCovered):
        filing_deadlines(facts)


def test_agenda() -> None:
    (entry,) = entries(FILING, started(APRIL_30, **METROPOLE))
    assert entry.on == date(2026, 5, 7)
    (waiting,) = undated(FILING, started(APRIL_30))
    assert waiting.waits_for == (
        "employer.territory",
        "employer.worked_holidays",
    )


def changed(*avenants: Avenant, **employer: Any) -> Contract:
    return contract(employer=employer, file={"avenants": avenants})


@pytest.mark.parametrize(
    ("kind", "addressee"),
    [
        (EmployerType.OTHER_PRIVATE, "à l'opérateur de compétences"),
        (EmployerType.COMMUNE, "au service de l'État chargé du dépôt"),
        (
            None,
            "à l'opérateur de compétences, ou au service de l'État pour un "
            "employeur public",
        ),
    ],
)
def test_to_whom_it_goes(kind: EmployerType | None, addressee: str) -> None:
    (entry,) = entries(FILING, started(APRIL_30, type=kind, **METROPOLE))
    assert (
        entry.label == f"Dernier jour pour transmettre le contrat {addressee}"
    )


@pytest.mark.parametrize(
    ("filed_on", "outcome"),
    [
        (None, NONE),
        (date(2026, 5, 6), YES),
        (date(2026, 5, 7), YES),
        (date(2026, 5, 8), NO),
    ],
)
def test_an_avenant_is_sent_alike(
    filed_on: date | None, outcome: Outcome
) -> None:
    avenant = Avenant(effective_on=APRIL_30, filed_on=filed_on)
    found = AVENANT_FILING.find(changed(avenant, **METROPOLE))
    assert found.outcome is outcome
    assert found["due_on"] == date(2026, 5, 7)
    assert {c.name for c in found.caveats} == {"AVENANT_BY_ANALOGY"}
    (entry,) = entries(AVENANT_FILING, changed(avenant, **METROPOLE))
    assert entry.on == date(2026, 5, 7)
    assert entry.sources == found.sources


def test_an_avenant_whose_effect_is_unknown() -> None:
    two = changed(
        Avenant(effective_on=APRIL_30, filed_on=APRIL_30),
        Avenant(filed_on=APRIL_30),
    )
    found = AVENANT_FILING.find(two)
    assert found.missing == ("file.avenants[1].effective_on",)
    assert [waiting.waits_for for waiting in undated(AVENANT_FILING, two)] == [
        ("employer.territory", "employer.worked_holidays"),
        ("file.avenants[1].effective_on",),
    ]
    assert AVENANT_FILING.find(changed()).outcome is NONE
    assert AVENANT_FILING.find(contract()).outcome is NONE
    assert entries(AVENANT_FILING, contract()) == []


def test_sentences_and_readings() -> None:
    some = [
        started(APRIL_30, filed_on, **METROPOLE)
        for filed_on in (None, APRIL_30, date(2026, 6, 1))
    ]
    saint_martin = started(date(2026, 5, 20), territory=Territory.SAINT_MARTIN)
    check_speaks(
        FILING,
        *some,
        started(APRIL_30),
        started(APRIL_30, date(2026, 5, 7)),
        saint_martin,
    )
    check_speaks(
        AVENANT_FILING,
        contract(),
        *(
            changed(
                Avenant(effective_on=APRIL_30, filed_on=filed_on), **METROPOLE
            )
            for filed_on in (None, APRIL_30, date(2026, 6, 1))
        ),
        changed(Avenant()),
        changed(Avenant(effective_on=APRIL_30)),
        changed(
            Avenant(effective_on=APRIL_30), territory=Territory.SAINT_MARTIN
        ),
    )
