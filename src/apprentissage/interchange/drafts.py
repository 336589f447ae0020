"""Values on their way into a contract, each with the name it came by."""

from collections.abc import Callable
from re import sub
from typing import Any

from attrs import define, field

from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Contract
from apprentissage.interchange.faults import Fault
from apprentissage.interchange.records import record_of

Steps = tuple[str | int, ...]
"""Where a mapping holds a value: keys, and ranks from 0."""


def steps_of(key: str, ranks: tuple[int, ...] = ()) -> Steps:
    """The steps of a key with dots.

    Args:
        key: `#` for a rank that `ranks` tells, or a rank from 1.
        ranks: From 0.

    >>> steps_of("contrat.remuneration.#.taux", (3,))
    ('contrat', 'remuneration', 3, 'taux')
    >>> steps_of("maitres_apprentissage.1.prenom")
    ('maitres_apprentissage', 0, 'prenom')
    """
    told = iter(ranks)
    return tuple(
        next(told) if step == "#" else int(step) - 1 if step.isdecimal() else step
        for step in key.split(".")
    )


@define
class Draft:
    """A mapping being built, with its faults under the names of its source.

    Args:
        faults: What is wrong so far.
    """

    faults: list[Fault] = field(factory=list)
    _mapping: dict[str | int, Any] = field(factory=lambda: {"apprenti": {}}, init=False)
    _names: dict[str, tuple[str, object]] = field(factory=dict, init=False)
    _told: set[str] = field(factory=set, init=False)

    def put(self, steps: Steps, name: str, shown: object, make: Callable[[], Any]) -> None:
        """Put what is made of a value in its place; None is unknown.

        Args:
            steps: The place.
            name: What the source calls it.
            shown: What the source holds.
            make: Gives what a mapping holds; what it raises is a fault.
        """
        value, path = None, path_of(steps)
        # a value that cannot be read leaves its place empty: what the class
        # says of that place then is no second fault
        try:
            value = make()
            self._names[path] = name, shown
        except (InvalidValue, WrongType) as fault:
            self.faults.append(fault)
            self._told.add(path)
        if not self._placed(steps, value):
            remedy = "videz cette valeur, ou celles qui disent le contraire"
            self.faults.append(InvalidValue(name, shown, remedy))

    def _placed(self, steps: Steps, value: object) -> bool:
        """Whether a value fits: not where there is said to be nothing."""
        into: Any = self._mapping
        for step in steps[:-1]:
            into = into.setdefault(step, {})
            if not isinstance(into, dict):
                return False
        # the same fact may come twice, by two columns that say the same
        return bool(into.setdefault(steps[-1], value) == value)

    def holds(self, steps: Steps) -> bool:
        """Whether there is something in a place."""
        return self._at(steps) is not None

    def copy(self, steps: Steps, to: Steps) -> None:
        """Put what is in a place in another one that holds nothing."""
        value = self._at(steps)
        if value is not None:
            self._placed(to, dict(value))

    def _at(self, steps: Steps) -> Any:
        value: Any = self._mapping
        for step in steps:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def contract(self) -> Any:
        """The contract; meaningless where there are faults."""
        mapping = self._listed(self._mapping, "")
        others: list[Fault] = []
        contract = record_of(Contract).read(mapping, "", others)
        for other in others:
            if other.path not in self._told:
                name, shown = self._names.get(other.path, (dotted(other.path), other.value))
                self.faults.append(type(other)(name, shown, other.remedy))
        return contract

    def _listed(self, value: Any, at: str) -> Any:
        """The same with lists for what has ranks, none of them left out."""
        if not isinstance(value, dict):
            return value
        inside = {}
        for key, each in value.items():
            place = key + 1 if isinstance(key, int) else key
            inside[key] = self._listed(each, f"{at}.{place}".lstrip("."))
        if not any(isinstance(key, int) for key in inside):
            return inside
        # ranks are told one by one, and a list has no holes: a rank left out
        # would shift those behind it, and give a maître the facts of another
        ranks = sorted(inside)
        missing = set(range(len(ranks))) - set(ranks)
        if missing:
            self.faults.append(
                InvalidValue(
                    f"{at}.{min(missing) + 1}",
                    None,
                    "remplissez les rangs dans l'ordre, sans en sauter",
                )
            )
        return [inside[rank] for rank in ranks]


def path_of(steps: Steps) -> str:
    """The path of a fault: `maitres_apprentissage[0].nom_naissance`."""
    shown = (f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps)
    return "".join(shown).removeprefix(".")


def dotted(path: str) -> str:
    """The key of a path: `maitres_apprentissage.1.nom_naissance`."""
    return sub(r"\[(\d+)\]", lambda rank: f".{int(rank[1]) + 1}", path)
