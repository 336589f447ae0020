"""Readers of the facts of a case; an absent fact is None, unknown."""

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from apprentissage.facts.territories import Territory
from apprentissage.judging import Finding, Outcome

Facts = Mapping[str, Any]
E = TypeVar("E", bound=Enum)


def day(facts: Facts, name: str) -> date | None:
    """A date."""
    return None if facts.get(name) is None else a_day(facts, name)


def a_day(facts: Facts, name: str) -> date:
    """A date that the topic always gives."""
    return date.fromisoformat(facts[name])


def days(facts: Facts, name: str) -> frozenset[date] | None:
    """Dates."""
    return None if facts.get(name) is None else the_days(facts, name)


def the_days(facts: Facts, name: str) -> frozenset[date]:
    """Dates that the topic always gives."""
    return frozenset(map(date.fromisoformat, facts[name]))


def hour(facts: Facts, name: str) -> time | None:
    """A time of the day."""
    written = facts.get(name)
    return None if written is None else time.fromisoformat(written)


def decimal(facts: Facts, name: str) -> Decimal | None:
    """A rate, an amount or hours."""
    written = facts.get(name)
    return None if written is None else Decimal(written)


def territory(facts: Facts) -> Territory | None:
    """The territory, which the cases call zone."""
    return a_territory(facts) if "zone" in facts else None


def a_territory(facts: Facts) -> Territory:
    """The territory that the topic always gives."""
    return {place.value: place for place in Territory}[facts["zone"]]


def kept(found: Finding) -> Outcome:
    """The outcome of a limit, which keeps who it does not concern."""
    if found.outcome is Outcome.NOT_APPLICABLE:
        return Outcome.COMPLIANT
    return found.outcome


def choice(facts: Facts, name: str, kind: type[E]) -> E | None:
    """A member of an enumeration by its value; null is its NONE."""
    if name not in facts:
        return None
    value = facts[name]
    members = {member.value: member for member in kind}
    return kind["NONE"] if value is None else members[value]
