"""The pay of a contract as the views take it: lines, euros, what lacks."""

from attrs import frozen

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.law.readings import Readings
from apprentissage.rules.pay import PaySchedule, pay_schedule
from apprentissage.rules.pay.amounts import PayAmount, PayAmounts
from apprentissage.rules.pay.line import PayLine
from apprentissage.text import french_date, sentence

__all__ = ["Pay", "pay_of"]

_GAP = "Non couvert au {on} : {what}."


@frozen(kw_only=True)
class Pay:
    """Pay lines and euros, as far as they are known.

    Args:
        schedule: The lines; None where the law is not covered.
        amounts: The euros; None where the lines or a SMIC are unknown.
        gap: What is not covered, in French; empty where all is.
    """

    schedule: PaySchedule | None = None
    amounts: PayAmounts | None = None
    gap: str = ""

    @property
    def lines(self) -> tuple[PayLine, ...]:
        """The lines, none where they are unknown."""
        return () if self.schedule is None else self.schedule.lines

    def periods(self, line: PayLine) -> tuple[PayAmount, ...]:
        """The amounts of a line, each change of pay once."""
        return () if self.amounts is None else self.amounts.of(line)


def pay_of(contract: Contract, readings: Readings) -> Pay:
    """The pay of a contract, or what keeps it from being known."""
    schedule = None
    try:
        schedule = pay_schedule(contract, readings)
        return Pay(schedule=schedule, amounts=schedule.amounts())
    except NotCovered as gap:
        told = {"what": gap.what, "on": french_date(gap.on)}
        return Pay(schedule=schedule, gap=sentence(_GAP, told))
