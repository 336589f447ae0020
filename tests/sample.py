"""A contract like many others, and what is asked of every rule."""

import pickle
from datetime import date
from typing import Any

from attrs import evolve

from apprentissage.facts import Apprentice, Contract
from apprentissage.judging import AgendaEntry, Outcome, Rule, Undated
from apprentissage.law.readings import LETTER, Readings
from apprentissage.months import last_day_of
from tests.support.recording import check_said

YES, NO = Outcome.COMPLIANT, Outcome.NON_COMPLIANT
OPEN, NONE = Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE

_SAMPLE = Contract(
    concluded_on=date(2025, 8, 25),
    starts_on=date(2025, 9, 1),
    ends_on=date(2027, 8, 31),
    apprentice=Apprentice(born_on=date(2007, 2, 10)),
)


def changed(one: Contract, **changes: Any) -> Contract:
    """A contract with other facts; a mapping adds to a part of it."""
    whole = {
        name: evolve(getattr(one, name), **value) if isinstance(value, dict) else value
        for name, value in changes.items()
    }
    return evolve(one, **whole)


def contract(**changes: Any) -> Contract:
    """Two years from September 2025, and the facts given.

    A mapping given for the apprentice, the training, the employer or the
    file adds to what is known of it.
    """
    return changed(_SAMPLE, **changes)


def in_2026(**changes: Any) -> Contract:
    """Two years from September 2026, signed on the eve, and other facts."""
    return contract(
        **{
            "concluded_on": date(2026, 8, 31),
            "starts_on": date(2026, 9, 1),
            "ends_on": date(2028, 8, 31),
            "apprentice": Apprentice(born_on=date(2008, 2, 10)),
            **changes,
        }
    )


def signed(day: date, *, born_on: date, **changes: Any) -> Contract:
    """Two years from the day of the signature, and other facts."""
    starts_on = changes.get("starts_on", day)
    return contract(
        **{
            "concluded_on": day,
            "starts_on": starts_on,
            "ends_on": last_day_of(starts_on, 24),
            "apprentice": Apprentice(born_on=born_on),
            **changes,
        }
    )


def given(day: date, **facts: Any) -> Contract:
    """A contract of two years concluded and started on a day."""
    return contract(
        **{
            "concluded_on": day,
            "starts_on": day,
            "ends_on": day.replace(year=day.year + 2, day=min(day.day, 28)),
            "apprentice": Apprentice(born_on=day.replace(year=day.year - 18, day=1)),
            **facts,
        }
    )


def check_speaks(rule: Rule, *contracts: Contract) -> None:
    """A rule says what the lists say, and its findings pickle.

    Args:
        rule: The rule.
        contracts: Enough of them to reach its every branch.
    """
    check_said(rule, contracts)
    for each in contracts:
        finding = rule.find(each)
        assert pickle.loads(pickle.dumps(finding)) == finding  # noqa: S301
        # nothing is refused, nor found lawful, without a text
        decided = finding.outcome in {Outcome.NON_COMPLIANT, Outcome.COMPLIANT}
        assert finding.sources or not decided
        for entry in entries(rule, each):
            assert entry.kind.label
        for waiting in undated(rule, each):
            assert waiting.sentence


def entries(rule: Rule, of: Contract, readings: Readings = LETTER) -> list[AgendaEntry]:
    """The dated entries that a rule puts in the agenda."""
    return [i for i in _dates(rule, of, readings) if isinstance(i, AgendaEntry)]


def undated(rule: Rule, of: Contract, readings: Readings = LETTER) -> list[Undated]:
    """What a rule puts in the agenda without a day."""
    return [i for i in _dates(rule, of, readings) if isinstance(i, Undated)]


def _dates(rule: Rule, of: Contract, readings: Readings) -> list[AgendaEntry | Undated]:
    return list(rule.dates(of, readings)) if rule.dates else []
