"""What to do about a review, on its page."""

from datetime import date

import pytest
from attrs import evolve

from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Apprentice, Contract, DisabilityTitle, Signatory
from apprentissage.reviewing import remedies, review
from apprentissage.views._remedies import under_failure
from apprentissage.views.page import page
from tests.sample import in_2026
from tests.views.test_page import plain, tree


def unlawful() -> Contract:
    return in_2026(
        concluded_on=date(2026, 9, 4),
        signed_by=frozenset({Signatory.EMPLOYER, Signatory.CFA}),
        apprentice=Apprentice(born_on=date(2000, 2, 10)),
    )


def at_the_top(written: str) -> list[str]:
    (verdict,) = (
        item for item in tree(written).iter() if "verdict" in item.get("class", "").split()
    )
    return [
        plain("".join(item.itertext()))
        for item in (*verdict.iterfind("ol/li"), *verdict.iterfind("p"))
    ]


def ways(written: str, rule: str) -> list[str]:
    """What stands under a failure."""
    (card,) = (item for item in tree(written).iter("article") if rule in item.get("id", ""))
    told = [plain("".join(item.itertext())) for item in card.iter() if item.get("class") == "ways"]
    label = "Pour régulariser : "
    # a list of its own where there are several
    several = [plain("".join(item.itertext())) for item in card.iterfind("div/ul/li")]
    assert [each.startswith(label.rstrip()) for each in told] == [True]
    return several or [told[0].removeprefix(label)]


def test_the_shortest_list_stands_at_the_top_and_all_ways_below() -> None:
    found = review(unlawful())
    proposed = remedies(found)
    written = page(found, remedies=proposed)
    top = at_the_top(written)
    first, second = proposed.together
    assert {first.rule, second.rule} == {"conclusion", "signatures"}
    for remedy in proposed.together:
        told = f"→ {plain(remedy.sentence)}"
        assert sum(told in line for line in top) == 1
    assert any("vérifiée par une nouvelle revue" in line for line in top)
    assert ways(written, "conclusion") == [
        plain(remedy.sentence) for remedy in proposed["conclusion"]
    ]
    assert len(ways(written, "conclusion")) == 2
    (sign,) = ways(written, "signatures")
    assert "au plus tard le 1er septembre 2026" in sign.lower() or (
        sign.endswith("Au plus tard le 01/09/2026.")
    )


def test_what_nothing_helps_is_told_with_its_reason() -> None:
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
    (lost,) = proposed.hopeless
    written = page(found, remedies=proposed)
    assert ways(written, lost.rule) == [plain(lost.sentence)]
    top = at_the_top(written)
    assert f"→ {plain(lost.sentence)}" in top[0]
    assert not any("nouvelle revue" in line for line in top)


def test_a_failure_that_another_change_clears_says_so() -> None:
    found = review(unlawful())
    proposed = remedies(found)
    one = evolve(
        proposed, together=evolve(proposed.together, remedies=proposed.together.remedies[:1])
    )
    top = at_the_top(page(found, remedies=one))
    assert sum("Réglé par les autres changements proposés." in x for x in top) == 1
    assert under_failure(proposed, "duration") == ""


def test_remedies_are_those_of_the_review() -> None:
    found = review(unlawful())
    with pytest.raises(InvalidValue, match="remedies"):
        page(found, remedies=remedies(review(in_2026())))
    with pytest.raises(WrongType, match=r"remedies\[0\]"):
        page(found, remedies=("Rien.",))  # type: ignore[arg-type]
