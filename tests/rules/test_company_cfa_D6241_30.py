"""A CFA d'entreprise « remplit l'une des conditions suivantes »."""

from itertools import product

import pytest

from apprentissage.rules.company_cfa import company_cfa
from apprentissage.rules.finding import Outcome

NAMES = ("internal", "majority_held", "by_a_group", "by_related_firms")


@pytest.mark.parametrize("known", [*product([True, False, None], repeat=4)])
def test_one_condition_suffices(known: tuple[bool | None, ...]) -> None:
    found = company_cfa(**dict(zip(NAMES, known, strict=True)))
    if True in known:
        assert found.outcome is Outcome.COMPLIANT
    elif None in known:
        assert found.outcome is Outcome.UNDETERMINED
        assert set(found.missing) == {
            name
            for name, value in zip(NAMES, known, strict=True)
            if value is None
        }
    else:
        assert found.outcome is Outcome.NON_COMPLIANT
    assert len(found.parts) == 4
    assert all(part.sentence and part.sources for part in found.parts)


def test_a_subsidiary_is_not_enough() -> None:
    found = company_cfa(majority_held=True)
    assert [caveat.name for caveat in found.caveats] == ["MORE_THAN_A_HALF"]
    assert "plus de la moitié du capital" in found.sentence
