"""The tables of docs/eligibility.md are those that the rules now give."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "tools" / "decision_tables.py"
PAGE = ROOT / "docs" / "eligibility.md"


@pytest.mark.long
def test_the_page_has_the_tables_of_the_rules() -> None:
    spec = importlib.util.spec_from_file_location("decision_tables", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    page = PAGE.read_text("utf-8")
    for name in tool.TABLES:
        assert f"<!-- table: {name} -->" in page
    assert tool.filled(page) == page, (
        "run python tools/decision_tables.py --write"
    )
