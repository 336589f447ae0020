"""The tutorial notebook runs in a kernel of its own, and displays tables."""

import ast
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebooks" / "tutoriel.ipynb"

SHOWN = {
    "draft": "faits connus",
    "found": "Revue du contrat",
    'found["start_gaps"]': "6\N{NO-BREAK SPACE}octobre 2026",
    'review(contract)["start_gaps"]': "<td>conforme</td>",
    'review(older)["upper_age"]': "Point controversé",
    'review(older, DOCTRINE)["upper_age"]': "<td>conforme</td>",
    "DOCTRINE": "Précis de l&#x27;apprentissage",
    "schedule": "case «\N{NO-BREAK SPACE}rémunération\N{NO-BREAK SPACE}»",
    "schedule[-1]": "majoration\N{NO-BREAK SPACE}: nouvelle tranche",
    "schedule.amounts()": "brut mensuel",
    "contested[0]": "Autre lecture",
    "agenda(contract)": "Agenda du contrat",
    "filing_deadline(starts_on=date(2026, 3, 30), "
    "concluded_on=date(2026, 3, 27), territory=Territory.ALSACE_MOSELLE, "
    "worked_holidays=frozenset())": "Vendredi saint",
    "timeline(contract)": "<svg",
    "statutory_grid(date(2026, 6, 22))": "16-17 ans",
    "code_table(ContractType)": "premier contrat",
    "review_form(contract)": "case par case",
    "archive_plan(contract)": "Plan d&#x27;archivage",
}
"""What each cell displays, and words that must be there."""


def stored() -> NotebookNode:
    text = NOTEBOOK.read_text(encoding="utf-8")
    read: NotebookNode = nbformat.reads(  # type: ignore[no-untyped-call]
        text, as_version=4
    )
    return read


def codes(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> NotebookNode:
    notebook = stored()
    folder = str(tmp_path_factory.mktemp("kernel"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG", "RUNTIME"):  # nobody's own settings
            patch.setenv(f"JUPYTER_{name}_DIR", folder)
        patch.setenv("IPYTHONDIR", folder)
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": folder}}).execute()
    return notebook


def displayed(notebook: NotebookNode) -> dict[str, str]:
    """The HTML of each expression displayed."""
    return {
        ast.unparse(ast.parse(cell.source).body[-1]).replace("'", '"'): (output.data["text/html"])
        for cell in codes(notebook)
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    }


def test_it_is_stored_valid_and_without_outputs() -> None:
    nbformat.validate(stored())
    for cell in codes(stored()):
        assert cell.outputs == []
        assert cell.execution_count is None


def test_every_cell_runs_and_shows_something(executed: NotebookNode) -> None:
    cells = codes(executed)
    assert [cell.execution_count for cell in cells] == [*range(1, len(cells) + 1)]
    for cell in cells:
        assert cell.outputs, cell.source
        for output in cell.outputs:
            assert output.get("name") != "stderr", output


def test_the_displays_are_html(executed: NotebookNode) -> None:
    shown = displayed(executed)
    assert shown.keys() == SHOWN.keys()
    for expression, words in SHOWN.items():
        assert words in shown[expression], expression


def test_rows_are_plain(executed: NotebookNode) -> None:
    told = {
        cell.source.splitlines()[-1]: cell.outputs[0]["data"]["text/plain"]
        for cell in codes(executed)
        if "data" in cell.outputs[0]
    }
    rows = ast.literal_eval(told["rows"])
    assert {row[:2] for row in rows} == {("start_gaps", "non_conforme")}
    assert "'brut_mensuel': 504.1" in (told["schedule.amounts().to_rows()[0]"])


def test_each_name_is_set_by_one_cell() -> None:
    # What marimo asks of a notebook; whoever runs cells out of order, too.
    names = [
        name
        for cell in codes(stored())
        for name in {
            node.id
            for node in ast.walk(ast.parse(cell.source))
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        | {
            alias.name
            for node in ast.parse(cell.source).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        - {"row"}
    ]
    assert "contract" in names
    assert sorted(set(names)) == sorted(names)
