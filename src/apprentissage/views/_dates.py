"""The agenda of a contract, as the page shows it."""

from apprentissage._text import element, enumeration, short_date
from apprentissage.facts.names import french_names
from apprentissage.judging import Undated
from apprentissage.reviewing import Agenda
from apprentissage.views._parts import Column, grid, prose, sources

_COLUMNS = (
    Column("date", "day"),
    Column("objet", "term", labelled=False),
    Column("nature"),
    Column("texte"),
    Column("si elle est manquée"),
)


def agenda_table(agenda: Agenda) -> str:
    """The dated entries, in order, with what each rests on.

    Args:
        agenda: The dates of a contract.
    """
    rows = [
        (
            element(
                "time", short_date(entry.on), datetime=entry.on.isoformat()
            ),
            prose(entry.label),
            prose(entry.kind.label),
            sources(entry.sources),
            prose(entry.consequence.label),
        )
        for entry in agenda.entries
    ]
    caption = (
        "Les dates du contrat, dans leur ordre. Une date limite est le "
        "dernier jour permis."
    )
    return grid(_COLUMNS, [rows], caption=caption)


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
        said += prose(f" (il manque : {facts})")
    cited = sources(one.sources)
    if cited:
        said += element("div", cited, class_="small muted")
    return said
