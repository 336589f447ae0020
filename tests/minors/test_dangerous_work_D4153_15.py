"""D4153-15 ff.: no dangerous work of a minor without a declaration.

Since 2015-05-02 a declaration to the labour inspectorate, for three years
(R4153-40), « Préalablement à l'affectation des jeunes » (R4153-41). D4154-1:
listed work is forbidden on a limited contract, unless the DREETS grants it.
"""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from apprentissage.facts import Contract, ContractMode
from apprentissage.judging import Outcome
from apprentissage.judging.proposals import Proposal
from apprentissage.law.readings import LETTER
from apprentissage.minors.dangerous_work import DANGEROUS_WORK
from apprentissage.months import same_day
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract, entries

LIMITED, OPEN_ENDED = ContractMode.LIMITED_TERM, ContractMode.OPEN_ENDED


def dangerous(born_on: date, **facts: Any) -> Contract:
    return contract(
        apprentice={"born_on": born_on},
        **{
            "dangerous_work": True,
            "mode": LIMITED,
            "employer_training_starts_on": date(2025, 9, 1),
            **facts,
        },
    )


ADULT, MINOR = date(2007, 9, 1), date(2007, 9, 2)
YOUNG = date(2009, 9, 1)
DECLARED, LISTED = "dangerous_work_declared", "listed_work"
GRANTED = "listed_work_authorised"


@pytest.mark.parametrize(
    ("born_on", "mode", "outcome", "missing"),
    [
        (ADULT, LIMITED, OPEN, (LISTED, GRANTED)),
        (ADULT, OPEN_ENDED, NONE, ()),
        (MINOR, LIMITED, OPEN, (DECLARED, LISTED, GRANTED)),
        (MINOR, OPEN_ENDED, OPEN, (DECLARED,)),
        (YOUNG, OPEN_ENDED, OPEN, (DECLARED,)),
    ],
)
def test_whom_it_concerns(
    born_on: date, mode: ContractMode, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    found = DANGEROUS_WORK.find(dangerous(born_on, mode=mode))
    assert found.outcome is outcome
    assert found.missing == missing


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({DECLARED: True, LISTED: False}, YES),
        ({DECLARED: True, GRANTED: True}, YES),
        ({DECLARED: True, LISTED: True, GRANTED: True}, YES),
        ({DECLARED: False}, NO),
        ({DECLARED: False, LISTED: False}, NO),
        ({LISTED: True, GRANTED: False}, NO),
        ({DECLARED: True, LISTED: True}, OPEN),
        ({LISTED: False}, OPEN),
    ],
)
def test_what_the_declaration_and_the_derogation_allow(
    facts: dict[str, bool], outcome: Outcome
) -> None:
    assert DANGEROUS_WORK.find(dangerous(MINOR, **facts)).outcome is outcome


def test_what_is_missing() -> None:
    assert DANGEROUS_WORK.find(contract()).missing == ("dangerous_work",)
    unknown = DANGEROUS_WORK.find(dangerous(ADULT, mode=None))
    assert unknown.missing == ("mode",)
    # work that is allowed holds, or is not asked for: the mode turns nothing
    # beside what is declared of the minor
    for listed, open_ in ((False, False), (None, True), (True, True)):
        declared = dangerous(MINOR, mode=None, **{DECLARED: True, LISTED: listed})
        assert DANGEROUS_WORK.find(declared).outcome is (OPEN if open_ else YES)
    allowed = DANGEROUS_WORK.find(dangerous(ADULT, mode=None, **{LISTED: False}))
    assert allowed.missing == ("mode",)
    none = DANGEROUS_WORK.find(dangerous(MINOR, dangerous_work=False))
    assert none.outcome is NONE


@pytest.mark.parametrize(
    ("starts_on", "covered"), [(date(2015, 5, 1), False), (date(2015, 5, 2), True)]
)
def test_the_declaration_exists_since_may_2015(starts_on: date, covered: bool) -> None:
    facts = dangerous(
        date(1998, 1, 1),
        concluded_on=starts_on,
        starts_on=starts_on,
        employer_training_starts_on=starts_on,
    )
    names = [caveat.name for caveat in DANGEROUS_WORK.find(facts).caveats]
    assert ("NOT_COVERED" not in names) is covered


@pytest.mark.parametrize(
    ("day", "unread"),
    [(date(2015, 5, 2), True), (date(2016, 12, 31), True), (date(2017, 1, 1), False)],
)
def test_the_version_of_2015_is_unread(day: date, unread: bool) -> None:
    facts = dangerous(
        same_day(day, -12 * 16),
        concluded_on=day,
        starts_on=day,
        ends_on=same_day(day, 24),
        employer_training_starts_on=day,
        **{DECLARED: True, LISTED: False},
    )
    found = DANGEROUS_WORK.find(facts)
    names = {caveat.name for caveat in found.caveats}
    assert ("UNREAD_VERSION" in names) is unread
    assert "YEARLY_APTITUDE" in names


@pytest.mark.parametrize(
    ("born_on", "post_on", "declared", "outcome"),
    [
        # trial 39: at the CFA a minor, eighteen when the post begins
        (MINOR, date(2025, 9, 1), False, NO),
        (MINOR, date(2025, 9, 2), False, YES),
        (MINOR, date(2025, 9, 3), None, YES),
        (MINOR, None, False, OPEN),
        (MINOR, None, True, YES),
        (MINOR, None, None, OPEN),
        # eighteen after the end: a minor whenever the post begins
        (date(2009, 9, 1), None, False, NO),
        (date(2009, 8, 31), None, False, OPEN),
    ],
)
def test_an_adult_at_the_post_is_no_minor(
    born_on: date, post_on: date | None, declared: bool | None, outcome: Outcome
) -> None:
    facts = dangerous(
        born_on, employer_training_starts_on=post_on, **{DECLARED: declared, LISTED: False}
    )
    found = DANGEROUS_WORK.find(facts)
    assert found.outcome is outcome
    if outcome is OPEN:
        unknown = (DECLARED,) if declared is None else ()
        assert found.missing == (*unknown, "employer_training_starts_on")


@pytest.mark.parametrize(
    ("mode", "outcome", "missing"),
    [
        # the post tells no more than whether the apprentice is a minor: beside
        # a text that holds it turns nothing
        (ContractMode.LIMITED_TERM, YES, ()),
        (OPEN_ENDED, OPEN, ("employer_training_starts_on",)),
        (None, OPEN, ("employer_training_starts_on", "mode")),
    ],
)
def test_the_post_of_declared_work_turns_it_where_no_other_text_applies(
    mode: ContractMode | None, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    facts = dangerous(
        MINOR, employer_training_starts_on=None, mode=mode, **{DECLARED: True, LISTED: False}
    )
    found = DANGEROUS_WORK.find(facts)
    assert (found.outcome, found.missing) == (outcome, missing)
    told = evolve(facts, mode=mode or OPEN_ENDED)
    # eighteen on 2025-09-02: the eve, the day
    for post_on, of_minor in ((date(2025, 9, 1), YES), (date(2025, 9, 2), NONE)):
        found = DANGEROUS_WORK.find(evolve(told, employer_training_starts_on=post_on))
        assert found.outcome is (YES if told.mode is LIMITED else of_minor)


def test_agenda() -> None:
    (entry,) = entries(DANGEROUS_WORK, dangerous(MINOR))
    assert entry.on == date(2025, 8, 31)
    later = {"employer_training_starts_on": date(2025, 9, 15)}
    (entry,) = entries(DANGEROUS_WORK, dangerous(YOUNG, **later))
    assert entry.on == date(2025, 9, 14)
    assert entries(DANGEROUS_WORK, dangerous(MINOR, **later)) == []
    assert entries(DANGEROUS_WORK, dangerous(ADULT)) == []
    assert entries(DANGEROUS_WORK, contract()) == []


def test_sentences() -> None:
    check_speaks(
        DANGEROUS_WORK,
        contract(),
        dangerous(MINOR),
        dangerous(ADULT),
        dangerous(ADULT, mode=OPEN_ENDED),
        dangerous(ADULT, dangerous_work=False),
        dangerous(MINOR, **{DECLARED: True, LISTED: False}),
        dangerous(MINOR, **{DECLARED: False}),
        dangerous(ADULT, **{LISTED: False}),
        dangerous(ADULT, **{GRANTED: True}),
        dangerous(ADULT, **{LISTED: True, GRANTED: False}),
    )
    found = DANGEROUS_WORK.find(dangerous(MINOR, **{DECLARED: False}))
    assert "la déclaration vaut 3 ans" in found.sentence


def test_a_post_past_the_end_of_the_contract_makes_no_adult() -> None:
    facts = dangerous(MINOR, ends_on=date(2025, 9, 1), **{DECLARED: False, LISTED: False})
    past = evolve(facts, employer_training_starts_on=date(2026, 1, 1))
    for contract_of_it in (facts, past):
        assert DANGEROUS_WORK.find(contract_of_it).outcome is NO


@pytest.mark.parametrize(
    ("facts", "told", "changes"),
    [
        ({DECLARED: False}, "Déclarer les travaux dangereux", {DECLARED}),
        ({DECLARED: True, LISTED: True, GRANTED: False}, "Obtenir de la DREETS", {GRANTED}),
        (
            {DECLARED: False, LISTED: True, GRANTED: False},
            "Déclarer les travaux dangereux à l'inspection du travail avant l'affectation, et",
            {DECLARED, GRANTED},
        ),
    ],
)
def test_what_lacks_is_what_is_to_be_done(
    facts: dict[str, bool], told: str, changes: set[str]
) -> None:
    one = dangerous(MINOR, mode=LIMITED, **facts)
    found = DANGEROUS_WORK.find(one)
    assert DANGEROUS_WORK.remedies is not None
    first, last = (
        way for way in DANGEROUS_WORK.remedies(one, found, LETTER) if isinstance(way, Proposal)
    )
    assert first.template.startswith(told)
    assert {path for path, _ in first.changes} == changes
    assert [path for path, _ in last.changes] == ["dangerous_work"]
