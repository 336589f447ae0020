"""A contract with some facts changed, by their paths."""

from collections import defaultdict
from collections.abc import Mapping
from re import compile as regex
from typing import Any

from attrs import evolve

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue
from apprentissage.facts._shown import written
from apprentissage.facts.contract import Contract

shown_value = written

_STEP = regex(r"(\w+)(?:\[(\d+)\])?(?:\.(.+))?")


def _step(path: str) -> tuple[str, int | None, str | None]:
    """The first field of a path, the rank in it, and the rest."""
    found = _STEP.fullmatch(path)
    if found is None:
        raise InvalidValue("path", path, "write such as training.hours")
    name, rank, rest = found.groups()
    return name, None if rank is None else int(rank), rest


def value_at(contract: Contract, path: str) -> Any:
    """The value of a fact.

    Args:
        contract: The facts.
        path: Absolute path, such as `maitres[0].volunteer`; the rank that
            follows the last leads to what is not there yet, None.

    Raises:
        InvalidValue: For a path that leads to no fact of the contract.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> value_at(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... ), "apprentice.born_on")
    datetime.date(2008, 2, 10)
    """
    check_arguments(value_at, locals())
    value: Any = contract
    rest: str | None = path
    try:
        while rest is not None:
            name, rank, rest = _step(rest)
            value = getattr(value, name)
            if rank is not None:
                items = value or ()
                # one more than there are: what a remedy adds
                value = None if rank == len(items) else items[rank]
    except (AttributeError, IndexError, TypeError) as error:
        raise InvalidValue("path", path, "write the path of a fact of the contract") from error
    return value


def changed(contract: Contract, changes: Mapping[str, Any]) -> Contract:
    """The same contract with other facts, all changed at once.

    Args:
        contract: The facts.
        changes: The new values, by absolute path.

    Raises:
        InvalidValue: For a path that leads to no fact, or facts that cannot
            stand together.
        WrongType: For a value of another type than the fact's.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2028, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ... )
    >>> later = {"starts_on": date(2026, 9, 7), "training.hours": 900}
    >>> changed(contract, later).training.hours
    900
    """
    check_arguments(changed, locals())
    for path in changes:
        value_at(contract, path)
    found: Contract = _changed(contract, changes)
    return found


def _changed(whole: Any, changes: Mapping[str, Any]) -> Any:
    grouped = _grouped(changes)
    if whole is None or isinstance(whole, tuple):
        items = [*(whole or ()), None]
        for rank, told in grouped.items():
            items[int(rank)] = _at(items[int(rank)], told)
        return tuple(item for item in items if item is not None)
    return evolve(
        whole, **{name: _at(getattr(whole, name), told) for name, told in grouped.items()}
    )


def _at(value: Any, told: Mapping[str, Any]) -> Any:
    return told[""] if "" in told else _changed(value, told)


def _grouped(changes: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The changes of each field, by what is left of their paths."""
    groups: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, value in changes.items():
        name, dot, rest = path.replace("[", ".").replace("]", "").partition(".")
        groups[name][rest if dot else ""] = value
    return groups
