"""The JSON objects of the facts, made from the classes themselves.

A class of the facts gives its fields, types, guards, French keys and names;
what several fields say together is checked by the class.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from functools import cache
from itertools import pairwise
from types import UnionType
from typing import Any, get_args, get_origin

from attrs import NOTHING, Attribute, field, fields, frozen, has

from apprentissage._guards import (
    LARGEST,
    LONGEST_TEXT,
    MOST_ITEMS,
    MOST_LINES,
    MOST_PLACES,
    MOST_STEPS,
    SHORTER_NUMBER,
    SHORTER_TEXT,
    fewer,
)
from apprentissage._money import FEWER_EURO_PLACES, FEWER_RATE_PLACES
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Apprentice, ByDay, Contract
from apprentissage.facts.declared import told_of
from apprentissage.facts.names import french_name
from apprentissage.interchange.faults import Fault
from apprentissage.interchange.keys import KNOWN_NONE, SECTION, keys_of
from apprentissage.interchange.shapes import (
    FAULTY,
    Clock,
    Code,
    Day,
    Flag,
    Json,
    Many,
    Number,
    Shape,
    Text,
    Whole,
)

_OBJECT = "écrivez un objet {...}"

_ADVISED = 100
"""Unknown keys of one object for which a known one is looked for."""

_STAND_INS: dict[str, object] = {
    "concluded_on": date(2026, 1, 1),
    "apprentice": Apprentice(born_on=date(1900, 1, 1)),
    "ends_on": date(2199, 12, 31),
}
"""What contradicts nothing, in the place of a required fact of a contract
that is faulty, so that the other contradictions are told too."""


_IN_FRENCH = {
    FEWER_EURO_PLACES: "écrivez un montant en euros à deux décimales au plus",
    FEWER_RATE_PLACES: "écrivez un taux à deux décimales au plus",
    SHORTER_TEXT: f"écrivez {LONGEST_TEXT} caractères au plus",
    SHORTER_NUMBER: (f"écrivez un nombre de {LARGEST} au plus, à {MOST_PLACES} décimales au plus"),
    **{
        fewer(most): f"écrivez {most} éléments au plus"
        for most in (MOST_ITEMS, MOST_LINES, MOST_STEPS)
    },
}
"""Remedies of the guards that belong to no fact in particular."""


@frozen(eq=False, repr=False)
class Record(PlainValue):
    """An object of JSON that stands for a class of the facts."""

    of: type
    shapes: dict[str, Shape] = field(repr=False)

    @property
    def keys(self) -> dict[str, str]:
        """French key of each field."""
        return keys_of(self.of)

    def read(self, raw: object, at: str, faults: list[Fault]) -> Any:
        """The object of the class, all its faults told."""
        word, none = KNOWN_NONE.get(self.of, (None, None))
        if word is not None and raw == word:
            return none
        # `{}` would say neither unknown, which is null, nor none, which has its
        # word: of a class with such a word it is refused
        if not isinstance(raw, Mapping) or (word is not None and not raw):
            wanted = _OBJECT if word is None else f'{_OBJECT}, ou "{word}"'
            if not at and isinstance(raw, list) and raw:
                wanted = (
                    "écrivez un seul contrat, un objet {...} ; lisez les contrats d'une liste un "
                    "par un"
                )
            faults.append(WrongType(at or SECTION, raw, wanted))
            return FAULTY
        before = len(faults)
        given = self._given(raw, at, faults)
        if word is not None and len(faults) > before:
            # what is left of it without its faulty fields could equal the
            # value that says none, and contradict other facts for no reason
            return FAULTY
        made = self._made(given, at, faults)
        return made if len(faults) == before else FAULTY

    def _given(self, raw: Mapping[Any, Any], at: str, faults: list[Fault]) -> dict[str, Any]:
        """The fields that can be read; a faulty one is left out."""
        flat = self._flat(raw, faults)
        given: dict[str, Any] = {}
        required, shapes = required_of(self.of), self.shapes
        # of a hundred fields a file mostly tells a few
        for name, key in self.keys.items():
            value = flat.pop(key, None)
            if value is not None:
                fact = shapes[name].read(value, _under(at, key), faults)
                if fact is not FAULTY:
                    given[name] = fact
            elif name in required:
                faults.append(InvalidValue(_under(at, key), None, "écrivez ce champ obligatoire"))
        # what is left is unknown: the advice is a search among near names, made
        # for so many keys at most that no hostile file makes it long
        for rank, (key, value) in enumerate(flat.items()):
            place, dot, _ = str(key).rpartition(".")
            siblings = dict.fromkeys(
                known.removeprefix(place + dot).partition(".")[0]
                for known in self.keys.values()
                if known.startswith(place + dot)
            )
            faults.append(
                InvalidValue(
                    _under(at, str(key)),
                    value,
                    _instead(str(key).removeprefix(place + dot), siblings)
                    if rank < _ADVISED
                    else "ôtez cette clé",
                )
            )
        return given

    def _flat(self, raw: Mapping[Any, Any], faults: list[Fault]) -> dict[Any, Any]:
        """The entries, those of the section of a contract among them."""
        flat = dict(raw)
        if self.of is not Contract:
            return flat
        # a section is flattened below: a key that has the dot already could
        # pass for an entry of it, and tell one fact twice
        dotted = [key for key in flat if "." in str(key)]
        faults.extend(InvalidValue(key, flat.pop(key), f"{_OBJECT} par section") for key in dotted)
        section = flat.pop(SECTION, {})
        if isinstance(section, Mapping):
            return flat | {f"{SECTION}.{k}": v for k, v in section.items()}
        faults.append(WrongType(SECTION, section, _OBJECT))
        return flat

    def _made(self, given: dict[str, Any], at: str, faults: list[Fault]) -> object:
        """The object, or nothing once its contradictions are told."""
        # A constructor raises at its first contradiction. The field that it
        # names is left out and the class made again, until it stands: so each
        # contradiction of a file is told at once. Every turn drops a field, or
        # ends.
        told: set[str] = set()
        stand_ins = _STAND_INS if self.of is Contract else {}
        while True:
            wanted = required_of(self.of) - given.keys()
            if not wanted <= stand_ins.keys():
                return None
            given |= {name: stand_ins[name] for name in wanted}
            try:
                return self.of(**given)
            except (InvalidValue, WrongType) as fault:
                name = fault.path.partition(".")[0].partition("[")[0]
                if name in told:  # it lacks since it was left out here
                    return None
                path = _under(at, self.french_path(fault.path))
                faults.append(type(fault)(path, fault.value, self._remedy(name, fault.remedy)))
                if name not in given:
                    return None
                told.add(name)
                del given[name]

    def french_path(self, path: str) -> str:
        """The French path of a field, or of a field of one of its parts.

        >>> record_of(Contract).french_path("maitres[1].born_on")
        'maitres_apprentissage[1].date_naissance'
        """
        first, _, rest = path.partition(".")
        name, bracket, rank = first.partition("[")
        if name not in self.keys:
            return path
        shape = self.shapes[name]
        part = shape.item if isinstance(shape, Many) else shape
        key = self.keys[name] + bracket + rank
        if rest and isinstance(part, Record):
            return f"{key}.{part.french_path(rest)}"
        return key

    def _remedy(self, name: str, otherwise: str) -> str:
        if otherwise in _IN_FRENCH:
            return _IN_FRENCH[otherwise]
        template = told_of(getattr(fields(self.of), name)).remedy
        return otherwise if template is None else template.format(**self.keys)

    def write(self, fact: Any) -> Any:
        """An object without the unknown fields."""
        word, none = KNOWN_NONE.get(self.of, (None, None))
        if fact == none:
            return word
        # a fact without a key, such as a calendar of the caller's own, cannot
        # be read back: it is refused, and never lost in silence
        for each in fields(self.of):
            value = getattr(fact, each.name)
            if each.name not in self.keys and value is not None:
                raise InvalidValue(
                    f"{self.of.__name__.lower()}.{each.name}",
                    value,
                    "write the contract without it, and put it back with "
                    "attrs.evolve once it is read",
                )
        written: Json = {}
        for name, key in self.keys.items():
            value = getattr(fact, name)
            # unknown is an absent key; so what is written is what was told
            if value != _default(self.of, name):
                place, _, last = key.rpartition(".")
                into = written.setdefault(place, {}) if place else written
                into[last] = self.shapes[name].write(value)
        return written

    def schema(self, path: str) -> Json:
        """An object of those keys and no other."""
        about = _object()
        word, _ = KNOWN_NONE.get(self.of, (None, None))
        if word is not None:
            about["minProperties"] = 1
        for name, key in self.keys.items():
            fact = _under(path, name)
            place, _, last = key.rpartition(".")
            into = about
            if place:
                into = about["properties"].setdefault(place, _object())
            optional = name not in required_of(self.of)
            into["properties"][last] = {
                "title": french_name(fact),
                **(_or_null if optional else dict)(self.shapes[name].schema(fact)),
            }
            if not optional:
                into["required"].append(last)
                if place and place not in about["required"]:
                    about["required"].append(place)
        return about if word is None else {"anyOf": [about, {"const": word}]}


def _object() -> Json:
    return {"type": "object", "properties": {}, "required": [], "additionalProperties": False}


def _or_null(about: Json) -> Json:
    """The same shape, or null for unknown."""
    return {"anyOf": [about, {"type": "null"}]}


@frozen(eq=False, repr=False)
class Changing(PlainValue):
    """An amount, or the list of its values from given days on."""

    amount = Number(int_stays=False)
    first_day = Day()

    def read(self, raw: object, at: str, faults: list[Fault]) -> Any:
        """A Decimal, or a ByDay."""
        if not isinstance(raw, list):
            return self.amount.read(raw, at, faults)
        if len(raw) > MOST_STEPS:
            faults.append(InvalidValue(at, len(raw), _IN_FRENCH[fewer(MOST_STEPS)]))
            return FAULTY
        before = len(faults)
        steps = [self._step(step, f"{at}[{rank}]", faults) for rank, step in enumerate(raw)]
        if not raw:
            faults.append(InvalidValue(at, raw, "écrivez un montant, ou plusieurs datés"))
        if len(faults) > before:
            return FAULTY
        days = [step[0] for step in steps]
        for rank, (earlier, later) in enumerate(pairwise(days), start=1):
            if later <= earlier:
                faults.append(
                    InvalidValue(
                        f"{at}[{rank}].a_compter_du",
                        later.isoformat(),
                        "écrivez les montants dans l'ordre de leurs jours",
                    )
                )
        return FAULTY if len(faults) > before else ByDay(tuple(steps))

    def _step(self, raw: object, at: str, faults: list[Fault]) -> tuple[Any, Any]:
        if not isinstance(raw, Mapping) or set(raw) != {"a_compter_du", "montant"}:
            faults.append(WrongType(at, raw, "écrivez un objet {a_compter_du, montant}"))
            return FAULTY, FAULTY
        day = self.first_day.read(raw["a_compter_du"], f"{at}.a_compter_du", faults)
        amount = self.amount.read(raw["montant"], f"{at}.montant", faults)
        if FAULTY not in {day, amount}:
            try:
                ByDay(((day, amount),))
            except InvalidValue as fault:  # more than euros and cents
                remedy = _IN_FRENCH[fault.remedy]
                faults.append(InvalidValue(f"{at}.montant", fault.value, remedy))
        return day, amount

    def write(self, fact: Decimal | ByDay) -> Any:
        """The amount, or its steps."""
        if isinstance(fact, Decimal):
            return self.amount.write(fact)
        return [
            {"a_compter_du": self.first_day.write(day), "montant": self.amount.write(amount)}
            for day, amount in fact.steps
        ]

    def schema(self, path: str) -> Json:
        """One or the other."""
        steps = {
            "type": "array",
            "minItems": 1,
            "items": {
                **_object(),
                "properties": {
                    "a_compter_du": self.first_day.schema(path),
                    "montant": self.amount.schema(path),
                },
                "required": ["a_compter_du", "montant"],
            },
        }
        return {"anyOf": [self.amount.schema(path), steps]}


_LEAVES: dict[object, Shape] = {
    date: Day(),
    time: Clock(),
    str: Text(),
    bool: Flag(),
    Decimal: Number(int_stays=False),
    frozenset({Decimal, int}): Number(int_stays=True),
    frozenset({Decimal, ByDay}): Changing(),
}


def _shape(kind: Any, guard: object) -> Shape:
    """The shape of a field, from its type and its guard."""
    choices = (
        frozenset(get_args(kind)) - {type(None)}
        if get_origin(kind) is UnionType
        else frozenset({kind})
    )
    if len(choices) > 1:
        return _LEAVES[choices]
    (kind,) = choices
    if kind is int:
        return Whole.within(guard)
    build: Any = get_origin(kind)
    if build in {tuple, frozenset}:
        item, *others = get_args(kind)
        length = None if build is frozenset or others == [...] else 3
        return Many(_shape(item, None), build, length)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Code(kind)
    return record_of(kind) if has(kind) else _LEAVES[kind]


@cache
def record_of(of: type) -> Record:
    """The JSON object of a class of the facts.

    >>> record_of(Contract).keys["ends_on"]
    'contrat.date_fin'
    """
    known: dict[str, Attribute[Any]] = {a.name: a for a in fields(of)}
    return Record(
        of, {name: _shape(known[name].type, known[name].validator) for name in keys_of(of)}
    )


@cache
def _default(of: type, name: str) -> object:
    (default,) = (a.default for a in fields(of) if a.name == name)
    factory = getattr(default, "factory", None)
    return default if factory is None else factory()


@cache
def required_of(of: Any) -> frozenset[str]:
    """The fields of a class that a file must tell."""
    return frozenset(name for name in keys_of(of) if _default(of, name) is NOTHING)


def _instead(key: str, known: Iterable[str]) -> str:
    """What to write for a key that does not exist."""
    listed = list(known)
    near = get_close_matches(key, listed, n=1, cutoff=0.75) or [
        each for each in listed if key and each.startswith(key)
    ]
    if near:
        return f"écrivez plutôt {near[0]}, ou ôtez cette clé"
    return f"ôtez cette clé ou écrivez {', '.join(listed)}"


def _under(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key
