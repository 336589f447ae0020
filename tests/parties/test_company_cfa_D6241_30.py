"""A CFA d'entreprise « remplit l'une des conditions suivantes »."""

from datetime import date
from itertools import product

import pytest

from apprentissage.errors import NotCovered
from apprentissage.facts import CompanyCfa, Training
from apprentissage.judging import Outcome
from apprentissage.law.readings import LETTER
from apprentissage.parties.company_cfa import COMPANY_CFA, company_cfa
from apprentissage.reviewing import review
from tests.sample import NO, NONE, OPEN, YES, check_speaks, given

ON = date(2026, 9, 1)
NAMES = ("internal", "majority_held", "by_a_group", "by_related_firms")


@pytest.mark.parametrize("known", [*product([True, False, None], repeat=4)])
def test_one_condition_suffices(known: tuple[bool | None, ...]) -> None:
    found = company_cfa(concluded_on=ON, **dict(zip(NAMES, known, strict=True)))
    if True in known:
        assert found.outcome is Outcome.COMPLIANT
    elif None in known:
        assert found.outcome is Outcome.UNDETERMINED
        assert set(found.missing) == {
            name for name, value in zip(NAMES, known, strict=True) if value is None
        }
    else:
        assert found.outcome is Outcome.NON_COMPLIANT
    assert len(found.parts) == 4
    assert all(part.sentence and part.sources for part in found.parts)


def test_a_subsidiary_is_not_enough() -> None:
    found = company_cfa(concluded_on=ON, majority_held=True)
    assert [caveat.name for caveat in found.caveats] == ["MORE_THAN_A_HALF"]
    assert "plus de la moitié du capital" in found.sentence


@pytest.mark.parametrize(
    ("box", "condition", "outcome", "missing"),
    [
        (False, None, NONE, ()),
        (False, CompanyCfa.GROUP, NONE, ()),
        (True, CompanyCfa.NONE, NO, ()),
        (True, CompanyCfa.INTERNAL, YES, ()),
        (True, CompanyCfa.MAJORITY_HELD, YES, ()),
        (True, CompanyCfa.GROUP, YES, ()),
        (True, CompanyCfa.RELATED_FIRMS, YES, ()),
        (True, None, OPEN, ("training.company_cfa",)),
        (None, CompanyCfa.GROUP, OPEN, ("training.internal_cfa",)),
        (None, None, OPEN, ("training.company_cfa", "training.internal_cfa")),
    ],
)
def test_the_centre_of_the_contract(
    box: bool | None, condition: CompanyCfa | None, outcome: Outcome, missing: tuple[str, ...]
) -> None:
    found = COMPANY_CFA.find(given(ON, training=_training(box, condition)))
    assert (found.outcome, found.missing) == (outcome, missing)


def _training(box: bool | None, condition: CompanyCfa | None) -> Training:
    return Training(internal_cfa=box, company_cfa=condition)


@pytest.mark.parametrize(
    ("day", "legiarti"),
    [
        (date(2019, 12, 26), None),
        (date(2019, 12, 27), "LEGIARTI000039680579"),
        (date(2020, 3, 31), "LEGIARTI000039680579"),
        (date(2020, 4, 1), "LEGIARTI000041770378"),
    ],
)
def test_since_december_2019(day: date, legiarti: str | None) -> None:
    contract = given(day, training=_training(True, CompanyCfa.GROUP))
    if legiarti is None:
        with pytest.raises(NotCovered):
            COMPANY_CFA.judge(contract, LETTER)
        with pytest.raises(NotCovered):
            company_cfa(concluded_on=day, by_a_group=True)
    else:
        (source,) = COMPANY_CFA.find(contract).sources
        assert str(source.url).endswith(legiarti)
    elsewhere = given(day, training=_training(False, None))
    assert COMPANY_CFA.find(elsewhere).outcome is NONE
    # whether it is one is asked first, and the article cited once there is one
    untold = COMPANY_CFA.find(given(day, training=_training(None, None)))
    assert untold.outcome is OPEN
    assert [str(source.url)[-20:] for source in untold.sources] == (
        [] if legiarti is None else [legiarti]
    )


def test_it_is_judged_in_the_review() -> None:
    contract = given(ON, training=_training(True, CompanyCfa.NONE))
    assert review(contract)["company_cfa"].outcome is NO


def test_sentences() -> None:
    check_speaks(
        COMPANY_CFA,
        *(
            given(ON, training=_training(box, condition))
            for box in (True, False, None)
            for condition in CompanyCfa
        ),
    )
