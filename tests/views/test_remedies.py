"""The page's pieces on what to do."""

from datetime import date

from apprentissage.facts import Apprentice, DisabilityTitle, Signatory
from apprentissage.remedying import remedies
from apprentissage.reviewing import review
from apprentissage.views._remedies import shortest_list, under_failure
from tests.sample import in_2026


def test_the_shortest_list_and_the_ways_of_each_failure() -> None:
    found = review(
        in_2026(
            concluded_on=date(2026, 9, 4),
            signed_by=frozenset({Signatory.EMPLOYER, Signatory.CFA}),
            apprentice=Apprentice(born_on=date(2000, 2, 10)),
        )
    )
    proposed = remedies(found)
    top = shortest_list(proposed, found)
    assert top.count("<li>") == 2
    assert "Date de conclusion et Signatures" in top
    assert "apprenti (au plus tard le 01/09/2026)" in under_failure(
        proposed, "signatures"
    ).replace("\xa0", " ").replace(".", "")
    assert under_failure(proposed, "conclusion").count("<li>") == 2
    assert under_failure(proposed, "duration") == ""


def test_what_nothing_helps_is_told_under_its_failure() -> None:
    found = review(
        in_2026(
            apprentice=Apprentice(
                born_on=date(1990, 2, 10),
                rqth=False,
                disability_title=DisabilityTitle.NONE,
                business_project=False,
                high_level_athlete=False,
            ),
            previous=(),
        )
    )
    proposed = remedies(found)
    assert shortest_list(proposed, found) == ""
    assert "Aucun changement" in under_failure(proposed, "upper_age")
