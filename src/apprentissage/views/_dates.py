"""The agenda of a contract, as the page shows it."""

from apprentissage._text import element, enumeration, short_date
from apprentissage.facts.names import french_names
from apprentissage.judging import Undated
from apprentissage.reviewing import Agenda
from apprentissage.views._parts import Body, Column, folded, grid, prose, sources, text

_COLUMNS = (
    Column("date", "day"),
    Column("objet", "term", labelled=False),
    Column("nature"),
    Column("texte"),
    Column("si elle est manquée"),
)
_CAPTION = "Les dates du contrat, dans leur ordre. Une date limite est le dernier jour permis."
_SUMMARY = "Agenda : texte de chaque date, et ce qui suit si elle est manquée"


def agenda_table(agenda: Agenda, *, opened: bool) -> str:
    """The dated entries, in order, with what each rests on; folded.

    Args:
        agenda: The dates of a contract.
        opened: It is unfolded from the start.
    """
    rows = [
        (
            element("time", short_date(entry.on), datetime=entry.on.isoformat()),
            prose(entry.label),
            text(entry.kind.label),
            sources(entry.sources),
            text(entry.consequence.label),
        )
        for entry in agenda.entries
    ]
    if not rows:
        return ""
    table = grid(_COLUMNS, [Body(rows)], caption=_CAPTION)
    return folded(text(_SUMMARY), table, opened=opened, kind="more")


def undated_list(agenda: Agenda) -> str:
    """What waits for a fact or an event; nothing where all is dated.

    Args:
        agenda: The dates of a contract.
    """
    items = "".join(element("li", _undated(one)) for one in agenda.undated)
    if not items:
        return ""
    return element("h3", "Sans date à ce jour") + element("ul", items)


def _undated(one: Undated) -> str:
    said = prose(one.label)
    if one.waits_for:
        facts = enumeration(french_names(one.waits_for))
        said += text(f" (il manque : {facts})")
    cited = sources(one.sources)
    if cited:
        said += element("span", f" {cited}", class_="small muted")
    return said
