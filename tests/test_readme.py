"""What a reader of the README alone copies works."""

import json
import re
from pathlib import Path

import pytest

from apprentissage import Outcome, pay_schedule, read_contract, review
from tools import screenshots

ROOT = Path(__file__).parent.parent
READMES = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.en.md")
}
BLOCK = re.compile(r"```(?:python|json)\n.*?```", re.DOTALL)

MAITRE = {"maitre_designation", "maitre_competence", "maitre_ceiling"}


def test_the_contract_to_copy_is_read_and_lawful() -> None:
    (text,) = re.findall(r"```json\n(.*?)```", READMES["README.md"], flags=re.DOTALL)
    contract = read_contract(json.loads(text))
    found = review(contract)
    assert found.non_compliant == ()
    settled = [f for f in found if f.outcome is Outcome.COMPLIANT]
    assert len(settled) > 10
    assert {found[rule].outcome for rule in MAITRE} == {Outcome.COMPLIANT}
    assert [line.base.value for line in pay_schedule(contract)] == ["SMC", "SMC"]


@pytest.mark.parametrize("name", READMES)
def test_its_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", READMES[name])
    assert targets
    for target in targets:
        assert (ROOT / target).exists(), target


def test_both_languages_show_the_same_code() -> None:
    french, english = (BLOCK.findall(text) for text in READMES.values())
    assert french == english


def test_its_picture_shows_the_page_of_today() -> None:
    picture = str(screenshots.IMAGE.relative_to(ROOT))
    assert all(picture in text for text in READMES.values())
    assert screenshots.DIGEST.read_text("utf-8").strip() == (screenshots.digest()), (
        "stale: python -m tools.screenshots --readme"
    )
