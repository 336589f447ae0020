"""The pay lines of box 27 as they should stand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import evolve

from apprentissage._text import euros, percent, short_date
from apprentissage.facts import Contract, DeclaredPayLine
from apprentissage.facts.names import numbered_name
from apprentissage.judging import Finding, Outcome, Proposed, proposal
from apprentissage.law.readings import Readings
from apprentissage.pay.claims import PayLine
from apprentissage.pay.schedule import PaySchedule, pay_schedule


def raised_or_written_anew(
    contract: Contract, found: Finding, readings: Readings
) -> Iterator[Proposed]:
    """Rates and amounts raised where that is enough, else every line.

    A promise above the minimum is kept where its base is that of the law.
    """
    lines = contract.declared_pay or ()
    ordered = sorted(
        range(len(lines)), key=lambda rank: (lines[rank].starts_on, lines[rank].ends_on)
    )
    raises = {
        path: value
        for rank, whole in zip(ordered, found.parts, strict=False)
        for path, value in _raises(lines[rank], whole, f"declared_pay[{rank}]")
    }
    if raises and None not in raises.values():
        yield proposal(
            "Porter au minimum, case « rémunération » : {raises}.",
            raises,
            raises=tuple(map(_raise, raises, raises.values())),
        )
    schedule = pay_schedule(contract, readings)
    # what was promised is kept first: to lower it takes the parties' consent
    for keeps in (True, False):
        anew = tuple(_written(contract, schedule, keeps=keeps))
        yield proposal(
            "Écrire ainsi les périodes de rémunération : {lines}.",
            {"declared_pay": anew},
            last_resort=True,
            lines=" ; ".join(map(_line, anew)),
        )


def _raises(
    line: DeclaredPayLine, whole: Finding, path: str
) -> Iterator[tuple[str, Decimal | None]]:
    """The rate and the amount of a line; None where to raise is no way."""
    rates: list[Decimal] = []
    # a period that starts or ends on a wrong day is no matter of rates: None
    for part in whole.deciding if _fails(whole) else ():
        minimum, monthly = part.get("minimum"), part.get("minimum_monthly")
        if isinstance(minimum, Decimal):
            # a rate that falls short later needs a period of its own, and one
            # of another base is no percentage to raise
            along = part.get("from_on") == line.starts_on
            same = part.get("minimum_base") is line.base
            if not (along and same):
                yield path, None
            rates.append(minimum)
        elif isinstance(monthly, Decimal):
            yield f"{path}.monthly", monthly
        else:
            yield path, None
    if rates:
        yield f"{path}.rate", max(rates)


def _fails(finding: Finding) -> bool:
    return finding.outcome is Outcome.NON_COMPLIANT


def _raise(path: str, value: Decimal | None) -> str:
    """What a rate or an amount becomes, in French."""
    shown = Decimal(0) if value is None else value
    told = percent(shown) if path.endswith(".rate") else euros(shown)
    return f"{numbered_name(path)}, {told}"


def _written(
    contract: Contract, schedule: PaySchedule, *, keeps: bool
) -> Iterator[DeclaredPayLine]:
    """Each line of the minimum, or of more where more was promised."""
    first = contract.pay_written_from or contract.starts_on
    for least in schedule:
        if least.ends_on < first:
            continue
        starts_on = max(first, least.starts_on)
        promised = _promised(contract, starts_on) if keeps else None
        line = DeclaredPayLine(
            order=least.order,
            starts_on=starts_on,
            ends_on=least.ends_on,
            rate=_rate(least, promised),
            base=least.base,
        )
        yield evolve(line, monthly=_monthly(schedule, line, promised))


def _promised(contract: Contract, day: date) -> DeclaredPayLine | None:
    """The line written for a day."""
    for line in contract.declared_pay or ():
        if line.starts_on <= day <= line.ends_on:
            return line
    return None


def _rate(least: PayLine, promised: DeclaredPayLine | None) -> Decimal:
    if promised is None or promised.base is not least.base:
        return least.rate
    return max(least.rate, promised.rate)


def _monthly(
    schedule: PaySchedule, line: DeclaredPayLine, promised: DeclaredPayLine | None
) -> Decimal | None:
    """The gross of the first month, where the line had one."""
    if promised is None or promised.monthly is None:
        return None
    due = schedule.amounts().on(line.starts_on).total_monthly
    return max(promised.monthly, due)


def _line(line: DeclaredPayLine) -> str:
    return (
        f"{line.order} du {short_date(line.starts_on)} au "
        f"{short_date(line.ends_on)}, {percent(line.rate)} du "
        f"{line.base.label}"
    )
