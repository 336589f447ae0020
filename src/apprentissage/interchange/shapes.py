"""The JSON shapes of single facts: how each is read, written, described.

A shape reads strictly: one way to write a value, no guess, no rounding.
"""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from re import compile as regex
from typing import Any, Final, Protocol
from unicodedata import combining, normalize

from attrs import field, frozen

from apprentissage._guards import IntBetween
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.interchange.faults import Fault
from apprentissage.interchange.keys import FLAGS, french_code, told_code

Json = dict[str, Any]
"""An object of JSON."""

FAULTY: Final = object()
"""What a shape returns after it has told a fault."""


class Shape(Protocol):
    """How a fact is written in JSON."""

    def read(self, raw: object, at: str, faults: list[Fault], /) -> Any:
        """The fact; or its faults, each with its path, and `FAULTY`."""
        ...

    def write(self, fact: Any, /) -> Any:
        """What `read` takes back."""
        ...

    def schema(self, path: str, /) -> Json:
        """JSON Schema of the shape of a fact, known by its English path."""
        ...


def _guarded(
    parse: Callable[[Any, object, str], Any],
) -> Callable[[Any, object, str, list[Fault]], Any]:
    """A `read` out of a function that raises its one fault."""

    def read(self: Any, raw: object, at: str, faults: list[Fault]) -> Any:
        try:
            return parse(self, raw, at)
        except (InvalidValue, WrongType) as fault:
            faults.append(fault)
            return FAULTY

    return read


_DAY = regex("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_DAY_REMEDY = 'écrivez une date AAAA-MM-JJ, comme "2026-09-01"'
_NO_SUCH_DAY = "écrivez un jour qui existe, AAAA-MM-JJ"
_ANY_YEAR = regex("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_SUCH_YEAR = "écrivez une année de 1900 à 2199, ou ôtez la clé si vous ignorez ce jour"


@frozen(eq=False, repr=False)
class Day(PlainValue):
    """A date, written AAAA-MM-JJ."""

    @_guarded
    def read(self, raw: object, at: str) -> date:
        """A plain date between 1900 and 2199."""
        if not isinstance(raw, str):
            raise WrongType(at, raw, _DAY_REMEDY)
        # `fromisoformat` alone would take 20260901 and 2026-W36-2 as well
        if _DAY.fullmatch(raw) is None:
            dated = _ANY_YEAR.fullmatch(raw) is not None
            remedy = _NO_SUCH_YEAR if dated else _DAY_REMEDY
            raise InvalidValue(at, raw, remedy)
        try:
            return date.fromisoformat(raw)
        except ValueError:
            raise InvalidValue(at, raw, _NO_SUCH_DAY) from None

    def write(self, fact: date) -> str:
        """AAAA-MM-JJ."""
        return fact.isoformat()

    def schema(self, _: str) -> Json:
        """A text with the format of a date."""
        return {"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}


_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
_CLOCK_REMEDY = 'écrivez une heure HH:MM, comme "08:30"'


@frozen(eq=False, repr=False)
class Clock(PlainValue):
    """A time of day, written HH:MM."""

    _form = regex(_CLOCK)

    @_guarded
    def read(self, raw: object, at: str) -> time:
        """A local time, seconds allowed."""
        if not isinstance(raw, str):
            raise WrongType(at, raw, _CLOCK_REMEDY)
        if self._form.fullmatch(raw) is None:
            raise InvalidValue(at, raw, _CLOCK_REMEDY)
        return time.fromisoformat(raw)

    def write(self, fact: time) -> str:
        """HH:MM, with seconds where there are some."""
        return fact.isoformat("seconds" if fact.second else "minutes")

    def schema(self, _: str) -> Json:
        """A text of that form."""
        return {"type": "string", "pattern": f"^{_CLOCK}$"}


_HALF = regex("[\ud800-\udfff]")
"""Half of a pair of UTF-16, which JSON can escape and no file can hold."""


@frozen(eq=False, repr=False)
class Text(PlainValue):
    """A text that is not blank."""

    @_guarded
    def read(self, raw: object, at: str) -> str:
        """The text as it is."""
        if not isinstance(raw, str):
            raise WrongType(at, raw, "écrivez un texte, entre guillemets")
        if _HALF.search(raw) is not None:
            raise InvalidValue(at, raw, "écrivez un texte sans la moitié d'un caractère")
        if not raw.strip():
            raise InvalidValue(at, raw, "écrivez un texte, ou ôtez la clé si vous l'ignorez")
        return raw

    def write(self, fact: str) -> str:
        """The text as it is."""
        return fact

    def schema(self, _: str) -> Json:
        """A text with something in it."""
        return {"type": "string", "pattern": r"\S"}


@frozen(eq=False, repr=False)
class Flag(PlainValue):
    """Yes or no."""

    @_guarded
    def read(self, raw: object, at: str) -> bool:
        """`true` or `false`; neither 1 nor a word."""
        if not isinstance(raw, bool):
            raise WrongType(at, raw, "écrivez true ou false")
        return raw

    def write(self, fact: bool) -> bool:
        """The same."""
        return fact

    def schema(self, _: str) -> Json:
        """A boolean."""
        return {"type": "boolean"}


@frozen(eq=False, repr=False)
class Whole(PlainValue):
    """A whole number between two bounds, both allowed."""

    between: IntBetween

    @classmethod
    def within(cls, guard: Any) -> "Whole":
        """The shape of a field with that guard, `is_int` or `unknown`."""
        return cls(getattr(guard, "guard", guard))

    @_guarded
    def read(self, raw: object, at: str) -> int:
        """The number; a text is none, nor is 3.0."""
        least, most = self.between.least, self.between.most
        narrow = f"écrivez un nombre entier de {least} à {most}"
        plain = f"écrivez un nombre entier, {least} au moins"
        wanted = plain if self.between.is_wide else narrow
        # to Python true is a 1
        if isinstance(raw, bool) or not isinstance(raw, int):
            raise WrongType(at, raw, wanted)
        if raw < least:
            raise InvalidValue(at, raw, wanted)
        if raw > most:
            raise InvalidValue(at, raw, narrow)
        return raw

    def write(self, fact: int) -> int:
        """The same."""
        return fact

    def schema(self, _: str) -> Json:
        """An integer with its bounds."""
        return {"type": "integer", "minimum": self.between.least, "maximum": self.between.most}


_NUMBER = "[0-9]+([.][0-9]+)?"
_NUMBER_REMEDY = (
    "écrivez un nombre positif entre guillemets, avec un point, comme "
    '"774.77", ou un nombre entier'
)


@frozen(eq=False, repr=False)
class Number(PlainValue):
    """An amount, a rate or hours: a text of decimal digits, or an int.

    A JSON number with a point is refused: it would be read as a float,
    which holds no cent exactly.
    """

    int_stays: bool
    _form = regex(_NUMBER)

    @_guarded
    def read(self, raw: object, at: str) -> Decimal | int:
        """A Decimal; an int stays one where the fact takes both."""
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            raise WrongType(at, raw, _NUMBER_REMEDY)
        if isinstance(raw, int):
            if raw < 0:
                raise InvalidValue(at, raw, _NUMBER_REMEDY)
            return raw if self.int_stays else Decimal(raw)
        if self._form.fullmatch(raw) is None:
            raise InvalidValue(at, raw, _NUMBER_REMEDY)
        return Decimal(raw)

    def write(self, fact: Decimal | int) -> str | int:
        """A text for a Decimal, an int for an int."""
        if isinstance(fact, int):
            return fact
        # No fact is negative, but a Decimal can be minus zero.
        return f"{fact:f}".removeprefix("-")

    def schema(self, _: str) -> Json:
        """A text of digits or an integer."""
        return {"type": ["string", "integer"], "pattern": f"^{_NUMBER}$", "minimum": 0}


_LONGEST = 200
"""Letters of a text that are compared; no label is as long."""


def plainly(text: str) -> str:
    """A text without its accents, capitals, spaces and hyphens.

    >>> plainly("Date de naissance"), plainly(" Métropole")
    ('date_de_naissance', 'metropole')
    """
    letters = normalize("NFKD", text.strip().casefold())
    bare = "".join(each for each in letters if not combining(each))
    return "_".join(bare.replace("-", " ").replace("’", "'").split())


@frozen(eq=False, repr=False)
class Code(PlainValue):
    """A member of an enumeration: its code, or its French label.

    `true` and `false` are read where the fact was once yes or no.
    """

    kind: type[Enum]
    _members: dict[str, Enum] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Index the members by code, then by label."""
        # codes first: where a label reads like a code, the code is meant
        named = {french_code(member): member for member in self.kind}
        for member in self.kind:
            named.setdefault(getattr(member, "label", member.name), member)
        object.__setattr__(self, "_members", named)

    @_guarded
    def read(self, raw: object, at: str) -> Enum:
        """The member of that code or label."""
        member = self._members.get(raw) if isinstance(raw, str) else None
        if member is not None:
            return member
        if isinstance(raw, bool) and self.kind in FLAGS:
            return FLAGS[self.kind][raw]
        kind = InvalidValue if isinstance(raw, str) else WrongType
        near = self._near(raw)
        if near is not None:
            raise kind(at, raw, f"écrivez plutôt {told_code(near)}")
        codes = ", ".join(map(told_code, self.kind))
        what = "un code" if isinstance(raw, str) else "un texte"
        raise kind(at, raw, f"écrivez {what} parmi {codes}")

    def _near(self, raw: object) -> Enum | None:
        """The member that a number, or a text nearly written, stands for."""
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            return None
        # a spreadsheet makes 7 of the code 07; no code of digits has three
        if isinstance(raw, int):
            raw = str(raw) if 0 <= raw < 100 else ""
        plain = {plainly(name): one for name, one in self._members.items()}
        wanted = plainly(raw[:_LONGEST])
        found = plain.get(wanted) or plain.get(wanted.zfill(2))
        # a wrong digit is another code, and no slip of the pen
        if found is None and wanted.replace("_", "").isalpha():
            for name in get_close_matches(wanted, plain, n=1, cutoff=0.75):
                found = plain[name]
        return found

    def write(self, fact: Enum) -> str:
        """Its code."""
        return french_code(fact)

    def schema(self, _: str) -> Json:
        """The codes, and the labels that are read for them."""
        return {"enum": [*self._members, *FLAGS.get(self.kind, ())]}


@frozen(eq=False, repr=False)
class Many(PlainValue):
    """A list; the empty one says that there is none.

    Args:
        item: Shape of what is in it.
        build: `tuple`, or `frozenset` for a list that has no order.
        length: Its one length, where it has one.
    """

    item: Shape
    build: type[tuple[Any, ...]] | type[frozenset[Any]]
    length: int | None = None

    def read(self, raw: object, at: str, faults: list[Fault]) -> Any:
        """Its items, each with its rank in its path."""
        if not isinstance(raw, list):
            faults.append(WrongType(at, raw, "écrivez une liste [...], [] s'il n'y en a pas"))
            return FAULTY
        if self.length is not None and len(raw) != self.length:
            faults.append(InvalidValue(at, raw, f"écrivez {self.length} valeurs"))
            return FAULTY
        read = [self.item.read(value, f"{at}[{rank}]", faults) for rank, value in enumerate(raw)]
        if any(value is FAULTY for value in read):
            return FAULTY
        # a set would swallow a value told twice, which may be a slip for another
        if self.build is frozenset and len(set(read)) < len(read):
            faults.append(InvalidValue(at, raw, "écrivez chaque valeur une seule fois"))
            return FAULTY
        return self.build(read)

    def write(self, fact: Any) -> list[Any]:
        """A list, sorted where there is no order to keep."""
        written = [self.item.write(value) for value in fact]
        return sorted(written) if self.build is frozenset else written

    def schema(self, path: str) -> Json:
        """An array."""
        about: Json = {"type": "array", "items": self.item.schema(path)}
        if self.length is not None:
            about |= {"minItems": self.length, "maxItems": self.length}
        if self.build is frozenset:
            about["uniqueItems"] = True
        return about
