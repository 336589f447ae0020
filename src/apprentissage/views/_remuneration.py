"""The least pay, laid out as the Cerfa asks for it, with its euros."""

from collections.abc import Iterator, Sequence

from apprentissage._text import (
    element,
    enumeration,
    euros,
    french_date,
    number,
    percent,
    sentence,
    short_date,
    typeset,
)
from apprentissage.facts import Contract
from apprentissage.facts.names import french_name
from apprentissage.pay import ContestedLines, PayAmount, PayLine, PaySchedule
from apprentissage.pay.claims import ordinal
from apprentissage.views._parts import Body, Column, bullets, grid, prose, sources, text
from apprentissage.views._pay import Pay
from apprentissage.views.names import POINT_NAMES

_COLUMNS = (
    Column("ligne", "line"),
    Column("période"),
    Column("minimum", "rate"),
    Column("brut mensuel", "euros"),
    Column("motifs et textes"),
)
_LINES = (
    "Périodes de rémunération du Cerfa, à écrire telles quelles ; ses autres lignes restent vides."
)
_AMOUNTS = (
    " Montants bruts pour {hours} heures par semaine, à chaque changement du "
    "SMIC ; payer davantage est toujours permis."
)
_OF_THE_AVENANT = (
    " Le formulaire porte un avenant : il n'écrit que les lignes dues à "
    "partir de sa prise d'effet{since}."
)
_CONTESTED = "{name} : selon {holders}, les lignes seraient {lines}."


def pay_section(pay: Pay, contract: Contract) -> str:
    """The table of the pay lines, and what it takes for granted.

    Args:
        pay: Lines and euros.
        contract: Whether its form writes an avenant, and from which day.
    """
    gap = element("p", prose(pay.gap), class_="note") if pay.gap else ""
    if pay.schedule is None:
        return gap
    return (
        grid(_COLUMNS, [Body(_rows(pay, pay.schedule))], caption=_caption(pay, contract))
        + gap
        + bullets("Faute d'information", _assumed(pay.schedule))
        + bullets("Réserves", (c.sentence for c in pay.schedule.caveats))
        + bullets("Points controversés", map(_contested, pay.schedule.contested()))
    )


def _caption(pay: Pay, contract: Contract) -> str:
    told, values = _LINES, {}
    if contract.writes_avenant:
        since = contract.pay_written_from
        told += _OF_THE_AVENANT
        values["since"] = f", le {french_date(since)}" if since else ""
    if pay.amounts is not None:
        told += _AMOUNTS
        values["hours"] = number(pay.amounts.weekly_hours)
    return sentence(told, values)


def _rows(pay: Pay, schedule: PaySchedule) -> list[Sequence[str]]:
    """The lines to write; those that the form leaves empty are not."""
    return [_row(schedule, line, pay.periods(line)) for line in pay.lines]


def _row(schedule: PaySchedule, line: PayLine, periods: Sequence[PayAmount]) -> Sequence[str]:
    # the year of execution stands in the first column
    _, *why = schedule.told(line)
    return (
        _order(line.execution_year, line.order),
        f"du {short_date(line.starts_on)} au {short_date(line.ends_on)}",
        text(f"{percent(line.rate)} du {line.base.value}"),
        "".join([_paid(period, line, len(periods)) for period in periods]),
        f"{prose(typeset(' ; '.join(why)))} "
        + element("span", sources(line.sources), class_="small muted"),
    )


def _order(year: int, order: str) -> str:
    said = element("span", text(f"{ordinal(year)} année"), class_="small muted")
    return f"{text(order)} {said}"


def _paid(period: PayAmount, line: PayLine, count: int) -> str:
    said = element("b", euros(period.total_monthly))
    if count > 1:
        said += f" dès le {short_date(period.starts_on)}"
    if (period.rate, period.base) != (line.rate, line.base):
        said += text(f" ({percent(period.rate)} du {period.base.value})")
    if period.overtime_monthly:
        said += f", heures sup. {euros(period.overtime_monthly)}"
    return element("span", said, class_="sum")


def _assumed(schedule: PaySchedule) -> Iterator[str]:
    for taken in schedule.assumed:
        yield typeset(f"{french_name(taken.path)} : {taken.sentence}")


def _contested(other: ContestedLines) -> str:
    lines = [
        f"{line.order}\u00a0: {percent(line.rate)} du {line.base.value} "
        f"dès le {short_date(line.starts_on)}"
        for line in other.schedule
    ]
    return sentence(
        _CONTESTED,
        {
            "name": POINT_NAMES[other.point],
            "holders": other.choice.holders,
            "lines": enumeration(lines),
        },
    )
