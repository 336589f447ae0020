"""The pay of a contract as the views take it: lines, euros, what lacks."""

from datetime import date

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage._text import french_date, sentence
from apprentissage.dates.rupture import rupture_on
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.law.readings import Readings
from apprentissage.pay import PaySchedule, pay_schedule
from apprentissage.pay.amounts import PayAmount, PayAmounts
from apprentissage.pay.claims import PayLine

_GAP = "Non couvert au {on} : {what}."


@frozen(kw_only=True, eq=False, repr=False)
class Pay(PlainValue):
    """Pay lines and euros, as far as they are known.

    Args:
        schedule: The lines; None where the law is not covered.
        amounts: The euros; None where the lines or a SMIC are unknown.
        gap: What is not covered, in French; empty where all is.
        broken_on: Day of the rupture, after which nothing is paid.
    """

    schedule: PaySchedule | None = None
    amounts: PayAmounts | None = None
    gap: str = ""
    broken_on: date | None = None

    @property
    def lines(self) -> tuple[PayLine, ...]:
        """The lines, none where they are unknown, none after a rupture."""
        lines = () if self.schedule is None else self.schedule.lines
        return lines[:1] + tuple(line for line in lines[1:] if self._paid(line.starts_on))

    def periods(self, line: PayLine) -> tuple[PayAmount, ...]:
        """The amounts of a line, each change of pay once."""
        amounts = () if self.amounts is None else self.amounts.of(line)
        return amounts[:1] + tuple(
            period for period in amounts[1:] if self._paid(period.starts_on)
        )

    def ages(self, line: PayLine) -> str:
        """What the bracket of a line covers, in French."""
        return "" if self.schedule is None else self.schedule.ages(line)

    def told(self, line: PayLine) -> tuple[str, ...]:
        """Why a line has its rate, in French."""
        return () if self.schedule is None else self.schedule.told(line)

    def _paid(self, day: date) -> bool:
        return self.broken_on is None or day <= self.broken_on


def pay_of(contract: Contract, readings: Readings) -> Pay:
    """The pay of a contract, or what keeps it from being known."""
    schedule, broken = None, rupture_on(contract)
    try:
        schedule = pay_schedule(contract, readings)
        return Pay(schedule=schedule, amounts=schedule.amounts(), broken_on=broken)
    except NotCovered as gap:
        told = {"what": gap.what, "on": french_date(gap.on)}
        return Pay(schedule=schedule, gap=sentence(_GAP, told), broken_on=broken)
