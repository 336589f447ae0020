"""Facts by their paths: those unknown, and the same contract told more."""

import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve, fields, has

from apprentissage.facts import Contract, Dossier, RuptureCause

NEVER_ASKED = {
    # The firm's own calendar replaces the territory's.
    "employer.holidays",
    # An avenant comes after the contract, as events do.
    "avenant",
    # The total says the same as the kinds of benefits.
    "in_kind",
    "benefits_in_kind",
    # Numbers of the file: they come after the signature, as events do.
    "deposit_number",
    "opco_number",
    # An opposition or a suspension is an event that is notified.
    "employer.engagement",
}


EVENTS = (
    # a maître who leaves, and another is named (D6224-5)
    "available",
    # found by the services, « ne présente plus les garanties de moralité
    # requises » (R6225-2, R6225-3)
    "moral_guarantees",
    # the form sent
    "avenant.filed_on",
    # the days worked, and those worked every week
    "working_time.days",
    "working_time.worked_weekdays",
)
"""Facts that tell an event, by the end of their paths."""


def is_event(contract: Contract, path: str) -> bool:
    """Whether a fact tells an event, which nothing awaits before it comes.

    The steps of a resignation are judged as they come, each in its time
    (D6222-21-1).
    """
    rupture = contract.file.rupture
    resigns = rupture is not None and rupture.cause is RuptureCause.RESIGNATION
    return path.endswith(EVENTS) or (resigns and path.startswith("file.rupture."))


def unknown_facts(part: Any, path: str = "") -> Iterator[str]:
    """The paths of the facts that are unknown and could be told.

    An event that nobody declares is no unknown fact.
    """
    for attribute in fields(type(part)):
        here = f"{path}.{attribute.name}" if path else attribute.name
        value = getattr(part, attribute.name)
        if here in NEVER_ASKED:
            continue
        if value is None and not isinstance(part, Dossier):
            yield here
        elif has(type(value)):
            yield from unknown_facts(value, here)
        elif isinstance(value, tuple):
            for rank, item in enumerate(value):
                if has(type(item)):
                    yield from unknown_facts(item, f"{here}[{rank}]")


def fact(contract: Contract, path: str) -> Any:
    """The fact of a path; None where it, or what holds it, is unknown.

    Raises:
        AttributeError: For a path that leads to no field.
        IndexError: For the rank of nothing.
    """
    value: Any = contract
    for name, rank in _steps(path):
        value = getattr(value, name)
        if value is None:
            return None
        if rank is not None:
            value = value[rank]
    return value


def told(part: Any, path: str, value: Any) -> Any:
    """The same facts, with one more.

    Raises:
        InvalidValue: Where it contradicts the others.
    """
    (name, rank), *rest = _steps(path)
    if not rest:
        return evolve(part, **{name: value})
    below = ".".join(path.split(".")[1:])
    inner = getattr(part, name)
    if rank is None:
        return evolve(part, **{name: told(inner, below, value)})
    items = list(inner)
    items[rank] = told(items[rank], below, value)
    return evolve(part, **{name: tuple(items)})


def holder(contract: Contract, path: str) -> Any:
    """What the fact of a path belongs to."""
    above, _, _ = path.rpartition(".")
    return fact(contract, above) if above else contract


def _steps(path: str) -> list[tuple[str, int | None]]:
    steps: list[tuple[str, int | None]] = []
    for step in path.split("."):
        found = re.fullmatch(r"(\w+)(?:\[(\d+)\])?", step)
        assert found is not None, f"{path} is no path"
        name, rank = found.groups()
        steps.append((name, None if rank is None else int(rank)))
    return steps
