"""What was paid against what was due, month by month, and the arrears."""

from collections.abc import Iterator, Sequence
from datetime import date

from apprentissage._text import (
    element,
    enumeration,
    euros,
    month_of,
    percent,
    sentence,
    short_date,
)
from apprentissage.facts.names import french_names
from apprentissage.pay import AuditedMonth, PayAudit, PaySlice
from apprentissage.views._parts import Body, Column, badge, bullets, grid, prose, text

_COLUMNS = (
    Column("mois", "line"),
    Column("dû", "euros"),
    Column("payé", "euros"),
    Column("rappel", "euros"),
    Column("constat"),
)
_CAPTION = (
    "Bulletins de paie : ce qui était dû pour chaque jour et ce qui a été "
    "payé, en euros bruts{method}. Rappel : {arrears:€}{causes}."
)


def payslips_section(audit: PayAudit, on: date | None = None) -> str:
    """The table of the months paid, the arrears and what is open of them.

    Args:
        audit: The payslips of a contract against the minimum.
        on: The day for which the prescription is told; None tells nothing
            of it.
    """
    method = audit.method
    caption = sentence(
        _CAPTION,
        {
            "method": "" if method is None else f", en {method.label}",
            "arrears": audit.arrears,
            "causes": _causes(audit),
        },
    )
    claim = None if on is None else audit.claim_on(on)
    return (
        grid(_COLUMNS, [Body([_row(month) for month in audit])], caption=caption)
        + ("" if claim is None else element("p", prose(claim.sentence)))
        + bullets(
            "Réserves des bulletins",
            (*audit.notes, *(() if claim is None else (c.sentence for c in claim.caveats))),
        )
    )


def _causes(audit: PayAudit) -> str:
    parts = [f"{cause.label}, {euros(part)}" for cause, part in audit.by_cause]
    return f" ({' ; '.join(parts)})" if parts else ""


def _row(month: AuditedMonth) -> Sequence[str]:
    return (
        text(month_of(month.starts_on)),
        element("b", euros(month.due)) + "".join(_slices(month)),
        euros(month.payslip.gross),
        element("b", euros(month.arrears)) if month.arrears else "",
        badge(month.outcome) + " " + text(_told(month)),
    )


def _slices(month: AuditedMonth) -> Iterator[str]:
    for each in month:
        yield element("span", text(_slice(each)), class_="sum")


def _slice(each: PaySlice) -> str:
    return (
        f"du {short_date(each.starts_on)} au {short_date(each.ends_on)} : "
        f"{percent(each.rate)} du {each.base.value}"
    )


def _told(month: AuditedMonth) -> str:
    told = [f"{cause.label} : {euros(part)}" for cause, part in month.by_cause]
    if month.waiting:
        told.append(f"{euros(month.waiting)} de plus selon le fait manquant")
    if month.missing:
        told.append(f"à compléter : {enumeration(french_names(month.missing))}")
    return " ; ".join(told)
