"""The tables of both pages on eligibility are those that the rules give."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "tools" / "decision_tables.py"


@pytest.mark.long
def test_the_page_has_the_tables_of_the_rules() -> None:
    spec = importlib.util.spec_from_file_location("decision_tables", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for language, path in tool.PAGES.items():
        page = path.read_text("utf-8")
        for name in tool.TABLES:
            assert f"<!-- table: {name} -->" in page
        assert tool.filled(page, language) == page, "run python tools/decision_tables.py --write"
