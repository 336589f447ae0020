"""What a reader of the README alone copies works."""

import json
import re
from pathlib import Path

from apprentissage import Outcome, pay_schedule, read_contract, review
from tools import screenshots

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

MAITRE = {"maitre_designation", "maitre_competence", "maitre_ceiling"}


def test_the_contract_to_copy_is_read_and_lawful() -> None:
    (text,) = re.findall(r"```json\n(.*?)```", README, flags=re.DOTALL)
    contract = read_contract(json.loads(text))
    found = review(contract)
    assert found.non_compliant == ()
    settled = [f for f in found if f.outcome is Outcome.COMPLIANT]
    assert len(settled) > 10
    assert {found[rule].outcome for rule in MAITRE} == {Outcome.COMPLIANT}
    assert [line.base.value for line in pay_schedule(contract)] == [
        "SMC",
        "SMC",
    ]


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_its_picture_shows_the_page_of_today() -> None:
    assert str(screenshots.IMAGE.relative_to(ROOT)) in README
    assert screenshots.DIGEST.read_text("utf-8").strip() == (
        screenshots.digest()
    ), "stale: python -m tools.screenshots --readme"
