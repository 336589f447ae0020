"""D6224-1 judged on a contract: sent within five jours ouvrables, or not.

« Au plus tard dans les cinq jours ouvrables qui suivent le début de
l'exécution du contrat d'apprentissage, l'employeur transmet ce contrat ».
Sending is an event: undeclared, the rule tells the day and judges nothing.
"""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from apprentissage.dossier.avenant_filing import AVENANT_FILING
from apprentissage.dossier.filing import FILING, filing_deadline, filing_deadlines
from apprentissage.errors import NotCovered
from apprentissage.facts import Avenant, Contract, ContractType, Dossier, EmployerType, Territory
from apprentissage.facts.authorities import Source
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries, undated
from tests.support.recording import consulted

NO_HOLIDAY: frozenset[date] = frozenset()
METROPOLE: dict[str, Any] = {"territory": Territory.METROPOLE, "worked_holidays": NO_HOLIDAY}
MAY_DAY = date(2026, 5, 1)


def started(starts_on: date, filed_on: date | None = None, **employer: Any) -> Contract:
    return contract(
        concluded_on=starts_on, starts_on=starts_on, employer=employer, file={"filed_on": filed_on}
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
    assert found["latest_on"] == date(2026, 5, 7)
    # since August 2024 any other provision is a ground of refusal
    assert "NO_SANCTION" not in {caveat.name for caveat in found.caveats}


@pytest.mark.parametrize("kind", [ContractType.FIRST, ContractType.OTHER_CHANGE])
def test_before_2020_the_delay_is_what_is_not_covered(kind: ContractType) -> None:
    # whoever sends what, a contract or an avenant
    old = contract(concluded_on=date(2019, 12, 31), starts_on=date(2020, 1, 6), kind=kind)
    (gap,) = FILING.find(old).caveats
    assert gap.name == "NOT_COVERED"
    assert "délai de transmission à l'OPCO" in gap.sentence


@pytest.mark.parametrize(
    ("concluded_on", "told"),
    [(date(2024, 7, 31), True), (date(2024, 8, 1), False), (date(2024, 8, 2), False)],
)
def test_lateness_was_no_ground_of_refusal(concluded_on: date, told: bool) -> None:
    late = contract(
        concluded_on=concluded_on,
        starts_on=date(2024, 9, 2),
        employer=METROPOLE,
        file={"filed_on": date(2024, 12, 2)},
    )
    found = FILING.find(late)
    assert found.outcome is NO
    assert ("NO_SANCTION" in {c.name for c in found.caveats}) is told


@pytest.mark.parametrize(
    ("kind", "contract_by", "avenant_by"),
    [
        (EmployerType.OTHER_PRIVATE, "D6224-1", "D6224-5 D6224-1"),
        (EmployerType.COMMUNE, "D6275-1", "D6275-4 D6275-1"),
        (None, "D6224-1 D6275-1", "D6224-5 D6275-4 D6224-1 D6275-1"),
    ],
)
def test_the_articles_of_the_sector(
    kind: EmployerType | None, contract_by: str, avenant_by: str
) -> None:
    def articles(names: str) -> tuple[Source, ...]:
        return tuple(article(name, APRIL_30) for name in names.split())

    facts = started(APRIL_30, APRIL_30, type=kind, **METROPOLE)
    assert FILING.find(facts).sources == articles(contract_by)
    avenant = changed(Avenant(effective_on=APRIL_30), type=kind, **METROPOLE)
    found = AVENANT_FILING.find(avenant)
    assert found.sources == articles(avenant_by)
    public = filing_deadline(
        starts_on=APRIL_30, concluded_on=APRIL_30, public=kind is EmployerType.COMMUNE, **METROPOLE
    )
    assert public.sources == articles(contract_by.split(maxsplit=1)[0])


def test_not_filed_is_no_fault() -> None:
    found = FILING.find(started(APRIL_30, **METROPOLE))
    assert found.outcome is NONE
    assert found["latest_on"] == date(2026, 5, 7)
    assert found.sentence == ("Le contrat est à transmettre au plus tard le 7\xa0mai 2026.")


def test_unknown_territory() -> None:
    found = FILING.find(started(APRIL_30))
    assert found.outcome is NONE
    assert found.get("latest_on") is None
    assert found["prudent_latest_on"] == date(2026, 5, 6)
    day = date(2026, 5, 7)
    unsettled = FILING.find(started(APRIL_30, day))
    # 1 May is a holiday in every territory: the firm alone settles it
    assert unsettled.missing == ("employer.worked_holidays",)
    # Good Friday 3 April 2026 is one in Alsace-Moselle alone
    eve = date(2026, 4, 2)
    on_time_there = FILING.find(started(eve, date(2026, 4, 10)))
    assert on_time_there.missing == ("employer.territory", "employer.worked_holidays")
    anywhere = FILING.find(started(eve, date(2026, 4, 9)))
    assert anywhere.missing == ("employer.worked_holidays",)
    nowhere = FILING.find(started(eve, date(2026, 4, 10), worked_holidays=NO_HOLIDAY))
    assert nowhere.missing == ("employer.territory",)
    known = FILING.find(started(APRIL_30, day, territory=Territory.METROPOLE))
    assert known.missing == ("employer.worked_holidays",)
    # 1 May is a holiday everywhere, and no local one is near
    worked = FILING.find(started(APRIL_30, worked_holidays=NO_HOLIDAY))
    assert worked["latest_on"] == date(2026, 5, 7)
    local = FILING.find(started(date(2026, 5, 20), date(2026, 5, 28), worked_holidays=NO_HOLIDAY))
    assert local.missing == ("employer.territory",)


@pytest.mark.parametrize(
    ("filed_on", "outcome"),
    [(date(2026, 5, 6), YES), (date(2026, 5, 7), OPEN), (date(2026, 5, 8), NO)],
)
def test_what_is_unknown_may_not_matter(filed_on: date, outcome: Outcome) -> None:
    assert FILING.find(started(APRIL_30, filed_on)).outcome is outcome


def test_no_holiday_near_settles_all() -> None:
    found = FILING.find(started(date(2025, 9, 1)))
    assert found.outcome is NONE
    assert found["latest_on"] == date(2025, 9, 6)


def test_own_calendar_stands_for_the_territory() -> None:
    class OneDay:
        def holidays(self, year: int) -> list[tuple[date, str]]:
            return [(date(year, 9, 2), "fermeture")]

    facts = started(date(2025, 9, 1), holidays=OneDay(), worked_holidays=NO_HOLIDAY)
    assert FILING.find(facts)["latest_on"] == date(2025, 9, 8)
    unknown = started(date(2025, 9, 1), date(2025, 9, 7), holidays=OneDay())
    assert FILING.find(unknown).missing == ("employer.worked_holidays",)


def test_the_day_counted_from_may_be_another() -> None:
    (deadline,) = filing_deadlines(started(APRIL_30, **METROPOLE), date(2025, 9, 1))
    assert deadline.latest_on == date(2025, 9, 6)


def test_saturday_is_contested() -> None:
    found = FILING.find(started(date(2025, 9, 1), date(2025, 9, 8), **METROPOLE))
    assert found.outcome is NO
    assert [c.point for c in found.contested] == ["filing_saturday"]


@pytest.mark.parametrize(
    ("filed_on", "asked"),
    [
        # Saturday, the fifth day: in time however that day counts
        (date(2025, 9, 6), set()),
        (date(2025, 9, 7), {"filing_saturday"}),
    ],
)
def test_the_saturday_is_asked_of_what_is_sent_after_it(filed_on: date, asked: set[str]) -> None:
    assert consulted(FILING, started(date(2025, 9, 1), filed_on, **METROPOLE), LETTER) == asked


def test_before_2020_the_chambers_registered() -> None:
    facts = contract(concluded_on=date(2019, 12, 31))
    assert FILING.find(facts).outcome is OPEN
    with pytest.raises(NotCovered):
        filing_deadlines(facts)


def test_agenda() -> None:
    (entry,) = entries(FILING, started(APRIL_30, **METROPOLE))
    assert entry.on == date(2026, 5, 7)
    (waiting,) = undated(FILING, started(APRIL_30))
    assert waiting.waits_for == ("employer.worked_holidays",)
    assert [source.reference[5:15] for source in waiting.sources] == ["D. 6224-1 ", "D. 6275-1 "]


def changed(*avenants: Avenant, **employer: Any) -> Contract:
    return contract(employer=employer, file={"avenants": avenants})


@pytest.mark.parametrize(
    ("kind", "addressee"),
    [
        (EmployerType.OTHER_PRIVATE, "à l'opérateur de compétences"),
        (EmployerType.COMMUNE, "au service de l'État chargé du dépôt"),
        (None, "à l'opérateur de compétences, ou au service de l'État pour un employeur public"),
    ],
)
def test_to_whom_it_goes(kind: EmployerType | None, addressee: str) -> None:
    (entry,) = entries(FILING, started(APRIL_30, type=kind, **METROPOLE))
    assert entry.label == f"Dernier jour pour transmettre le contrat {addressee}"


@pytest.mark.parametrize(
    ("filed_on", "outcome"),
    [(None, OPEN), (date(2026, 5, 6), YES), (date(2026, 5, 7), YES), (date(2026, 5, 8), NO)],
)
def test_an_avenant_is_sent_alike(filed_on: date | None, outcome: Outcome) -> None:
    avenant = Avenant(effective_on=APRIL_30, filed_on=filed_on)
    found = AVENANT_FILING.find(changed(avenant, **METROPOLE))
    assert found.outcome is outcome
    assert found["latest_on"] == date(2026, 5, 7)
    assert {c.name for c in found.caveats} == {"AVENANT_BY_ANALOGY"}
    (entry,) = entries(AVENANT_FILING, changed(avenant, **METROPOLE))
    assert entry.on == date(2026, 5, 7)
    assert entry.sources == found.sources


def test_an_avenant_that_nobody_says_was_sent_waits_for_the_day() -> None:
    """The form's own avenant is still to be sent, as a contract is."""
    untold = Avenant(effective_on=APRIL_30)
    found = AVENANT_FILING.find(changed(untold, **METROPOLE))
    assert found.missing == ("file.avenants[0].filed_on",)
    assert "Pour savoir" in found.parts[0].sentence
    assert found["latest_on"] == date(2026, 5, 7)
    # the holidays worked move the last day
    somewhere = AVENANT_FILING.find(changed(untold))
    assert somewhere.missing == ("employer.worked_holidays", "file.avenants[0].filed_on")
    assert "ou quelques jours après" in somewhere.parts[0].sentence
    assert somewhere.get("latest_on") is None
    form = evolve(changed(**METROPOLE), kind=ContractType.OTHER_CHANGE, avenant=untold)
    assert AVENANT_FILING.find(form).outcome is NONE
    assert AVENANT_FILING.find(form).reminds


def test_an_avenant_whose_effect_is_unknown() -> None:
    two = changed(Avenant(effective_on=APRIL_30, filed_on=APRIL_30), Avenant(filed_on=APRIL_30))
    found = AVENANT_FILING.find(two)
    assert found.missing == ("file.avenants[1].effective_on",)
    assert [waiting.waits_for for waiting in undated(AVENANT_FILING, two)] == [
        ("employer.worked_holidays",),
        ("file.avenants[1].effective_on",),
    ]
    assert AVENANT_FILING.find(changed()).outcome is NONE
    assert AVENANT_FILING.find(contract()).outcome is NONE
    assert entries(AVENANT_FILING, contract()) == []


WRITTEN = Avenant(effective_on=APRIL_30)


def test_a_form_that_writes_an_avenant_sends_the_avenant() -> None:
    """The deadline of the contract is past: it is not told again."""
    facts = evolve(changed(**METROPOLE), kind=ContractType.OTHER_CHANGE, avenant=WRITTEN)
    assert FILING.find(facts).outcome is NONE
    assert entries(FILING, facts) == []
    found = AVENANT_FILING.find(facts)
    assert found["latest_on"] == date(2026, 5, 7)
    late = evolve(facts, avenant=evolve(WRITTEN, filed_on=date(2026, 5, 8)))
    assert AVENANT_FILING.find(late).outcome is NO
    untold = AVENANT_FILING.find(evolve(facts, avenant=None))
    assert untold.missing == ("avenant.effective_on",)
    # the contract was sent: that is judged by its own start
    sent = evolve(facts, file=Dossier(filed_on=date(2025, 9, 6)))
    assert FILING.find(sent).outcome is YES


def test_an_avenant_of_2021_to_a_contract_of_2019_goes_to_the_opco() -> None:
    old = contract(
        concluded_on=date(2019, 9, 2),
        starts_on=date(2019, 9, 2),
        ends_on=date(2021, 8, 31),
        employer=METROPOLE,
        file={"avenants": (Avenant(effective_on=date(2021, 3, 1)),)},
    )
    assert AVENANT_FILING.find(old)["latest_on"] == date(2021, 3, 6)


_ENDS_ON_A_SATURDAY = date(2026, 6, 1)


def test_sentences_and_readings() -> None:
    some = [
        started(APRIL_30, filed_on, **METROPOLE) for filed_on in (None, APRIL_30, date(2026, 6, 1))
    ]
    # a contested day is asked of a contract that was sent
    sent_on = date(2026, 5, 27)
    saint_martin = started(date(2026, 5, 20), sent_on, territory=Territory.SAINT_MARTIN)
    check_speaks(
        FILING,
        *some,
        started(APRIL_30),
        started(APRIL_30, date(2026, 5, 7)),
        started(_ENDS_ON_A_SATURDAY, date(2026, 6, 8), **METROPOLE),
        saint_martin,
        evolve(contract(), kind=ContractType.OTHER_CHANGE),
    )
    check_speaks(
        AVENANT_FILING,
        contract(),
        *(
            evolve(changed(**place), kind=ContractType.OTHER_CHANGE, avenant=each)
            for each in (Avenant(), WRITTEN)
            for place in (METROPOLE, {})
        ),
        *(
            changed(Avenant(effective_on=APRIL_30, filed_on=filed_on), **METROPOLE)
            for filed_on in (None, APRIL_30, date(2026, 6, 1))
        ),
        changed(Avenant()),
        changed(Avenant(effective_on=APRIL_30)),
        changed(Avenant(effective_on=_ENDS_ON_A_SATURDAY), **METROPOLE),
        changed(Avenant(effective_on=APRIL_30), territory=Territory.SAINT_MARTIN),
    )
