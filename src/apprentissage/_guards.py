"""Structural checks of the facts, in one place.

Each guard is an attrs validator: it raises `WrongType` or `InvalidValue`
with the name of the field as path. It asks whether a value is well formed,
never whether it is lawful.
"""

from collections.abc import Callable, Iterable, Iterator, Sized
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from math import isfinite
from re import search
from typing import Any, TypeVar, cast

from attrs import Attribute, field, frozen

from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue, WrongType

Guard = Callable[[Any, "Attribute[Any]", Any], None]

T = TypeVar("T")

FIRST_YEAR = 1900
LAST_DAY = date(2199, 12, 31)
"""The last day that a fact may have."""

FIRST_COMPUTED, LAST_COMPUTED = date(1800, 1, 1), date(2299, 12, 31)
"""The days that a function takes: what is counted back or on from a fact."""

LONGEST_TEXT = 1_000
MOST_ITEMS = 2_000
MOST_LINES = 400
MOST_STEPS = 200
LARGEST = 999_999_999
MOST_PLACES = 40
MOST_COUNTED = 1_000_000
MOST_MONTHS = 1_200
MOST_YEARS = 100
"""What no file of a contract reaches: characters of a text, items of a list
or a set, lines of pay and steps of an amount, which multiply each other, a
number and its decimals, employees or minutes, months and years of a life.

The longest contract that two days of facts allow has some 300 lines of pay."""

_HALF = "[\ud800-\udfff]"
"""Half of a pair of UTF-16: no page, file or screen can hold it."""

SHORTER_TEXT = f"write at most {LONGEST_TEXT} characters"


def fewer(most: int) -> str:
    """What to write instead of too many items."""
    return f"write at most {most} of them"


SHORTER_NUMBER = f"write a number up to {LARGEST}, of at most {MOST_PLACES} decimals"

_IN_RANGE = f"write a year from {FIRST_YEAR} to {LAST_DAY.year}"


def check_date(path: str, value: object) -> None:
    """Refuse what is not a plain date between 1900 and 2199.

    Raises:
        WrongType: For a datetime, a pandas Timestamp or NaT, a text.
        InvalidValue: For a year out of range.

    >>> check_date("born_on", "2007-09-15")
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: born_on: got '2007-09-15' (str); write \
a datetime.date, such as date(2007, 9, 15)
    """
    if type(value) is date and FIRST_YEAR <= value.year <= LAST_DAY.year:
        return  # most of the time
    day = check_day(path, value)
    if day > LAST_DAY or day.year < FIRST_YEAR:
        raise InvalidValue(path, value, _IN_RANGE)


def check_day(path: str, value: object) -> date:
    """Refuse what is not a plain date, from 1800 on.

    A day that was computed from facts may come before the first of the facts,
    or after the last.

    Raises:
        WrongType: For a datetime, a pandas Timestamp or NaT, a text.
        InvalidValue: For a year before 1800.

    >>> check_day("on", date(2204, 12, 31))
    datetime.date(2204, 12, 31)
    """
    if type(value) is not date and (isinstance(value, datetime) or not isinstance(value, date)):
        raise WrongType(path, value, "write a datetime.date, such as date(2007, 9, 15)")
    if value < FIRST_COMPUTED:
        raise InvalidValue(path, value, _IN_RANGE)
    return value


def check_order(first_path: str, first: date | None, last_path: str, last: date | None) -> None:
    """Refuse an end before its start; either may be unknown.

    Raises:
        InvalidValue: With the path of the end.
    """
    if first is not None and last is not None and last < first:
        raise InvalidValue(last_path, last, f"write a day from {first_path} ({first}) on")


def check_birth(path: str, born_on: date, starts_on: date) -> None:
    """Refuse an apprentice who is born when the contract has begun.

    Raises:
        InvalidValue: With the path of the birth.
    """
    if born_on >= starts_on:
        raise InvalidValue(path, born_on, f"write a day before starts_on ({starts_on})")


def check_apart(path: str, spans: Iterable[tuple[date, date]], remedy: str) -> None:
    """Refuse spans of days, both ends counted, that share a day.

    Raises:
        InvalidValue: With the first day that stands in two of them.

    >>> year = date(2026, 1, 1), date(2026, 12, 31)
    >>> check_apart("years", (year, year), "write each year once")
    Traceback (most recent call last):
      ...
    apprentissage.errors.InvalidValue: years: got datetime.date(2026, 1, 1) \
(date); write each year once
    """
    for (_, last), (first, _) in pairwise(sorted(spans)):
        if first <= last:
            raise InvalidValue(path, first, remedy)


def check_bool(path: str, value: object) -> None:
    """Refuse what is neither True nor False.

    Raises:
        WrongType: For anything else, None included.
    """
    if not isinstance(value, bool):
        raise WrongType(path, value, "write True or False")


def check_items(path: str, value: Iterable[T], kind: type[T]) -> tuple[T, ...]:
    """Refuse what is not several instances of a class; give a tuple of them.

    Raises:
        WrongType: For a text or what has no items; for an item of another
            class, with its rank.

    >>> check_items("parts", ["Oui."], Decimal)
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: parts[0]: got 'Oui.' (str); write a \
Decimal
    """
    if isinstance(value, tuple):
        items = value
    elif isinstance(value, str) or not isinstance(value, Iterable):
        raise WrongType(path, value, f"write a tuple of {_named(kind)}")
    else:
        items = tuple(value)
    for index, item in enumerate(items):
        if not isinstance(item, kind):
            raise WrongType(f"{path}[{index}]", item, f"write a {_named(kind)}")
        if kind is date and type(item) is not date:
            check_date(f"{path}[{index}]", item)
    return items


def _named(kind: Any) -> str:
    """The name of a class, or of those of a union."""
    return getattr(kind, "__name__", str(kind))


def is_date(instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """A plain date; that of a subclass is kept as the plain day.

    Libraries that freeze the clock, or give dates of their own, compute with
    them in ways of their own.
    """
    check_date(attribute.name, value)
    if type(value) is not date and instance is not None:
        object.__setattr__(instance, attribute.name, plain_day(value))


def plain_day(day: Any) -> date:
    """The day of a date of any subclass.

    >>> plain_day(date(2026, 9, 1))
    datetime.date(2026, 9, 1)
    """
    return date(day.year, day.month, day.day)


def is_day(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A plain date that may be computed, and come after those of facts."""
    check_day(attribute.name, value)


def is_computed(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A plain date, of a fact or of what a hundred years add to it.

    What is computed from the last days of the facts is handed on to functions
    that anybody may call.
    """
    if check_day(attribute.name, value) > LAST_COMPUTED:
        raise InvalidValue(attribute.name, value, _IN_RANGE)


def is_bool(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """True or False."""
    check_bool(attribute.name, value)


def is_text(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A text that is not blank, nor longer than any of a file."""
    check_text(attribute.name, value)


def check_text(path: str, value: object) -> None:
    """Refuse what is no text of a file.

    Raises:
        WrongType: For anything but a text.
        InvalidValue: For one that is blank, too long, or that none can show.
    """
    if not isinstance(value, str):
        raise WrongType(path, value, "write a str")
    if len(value) > LONGEST_TEXT:
        raise InvalidValue(path, value, SHORTER_TEXT)
    if not value.isascii() and search(_HALF, value):
        raise InvalidValue(path, value, "write a text without half of a character")
    if not value.strip():
        raise InvalidValue(path, value, "write a text, or None when unknown")


def is_time(_: object, attribute: "Attribute[Any]", value: object) -> None:
    """A local time, without zone: the hours of the law are those of the place.

    A time with a zone does not compare with one without.
    """
    if not isinstance(value, time):
        raise WrongType(attribute.name, value, "write a time")
    if value.tzinfo is not None:
        raise InvalidValue(attribute.name, value, "write a local time without zone")
    if value.microsecond:
        raise InvalidValue(attribute.name, value, "write a time without microseconds")


@frozen(eq=False, repr=False)
class IntBetween(PlainValue):
    """An int between two bounds, both allowed; see `is_int`."""

    least: int
    most: int

    def __call__(self, _: object, attribute: "Attribute[Any]", value: object) -> None:
        """Refuse another type, a bool included, and an int out of bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise WrongType(attribute.name, value, "write an int")
        least, most = self.least, self.most
        if not least <= value <= most:
            plain = value < least and self.is_wide
            bound = f"at least {least}" if plain else f"{least}-{most}"
            raise InvalidValue(attribute.name, value, f"write {bound}")

    @property
    def is_wide(self) -> bool:
        """Whether the upper bound is there for what is no number of a file."""
        return self.most >= MOST_COUNTED


def is_int(least: int = 0, most: int = MOST_COUNTED) -> IntBetween:
    """An int between two bounds, both allowed."""
    return IntBetween(least, most)


def exact(value: Decimal | int) -> Decimal:
    """A whole number as the Decimal that it is.

    What is neither is given back as it is, for a guard to refuse.

    >>> exact(39), exact(Decimal("39.5"))
    (Decimal('39'), Decimal('39.5'))
    """
    whole = isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if whole else value  # type: ignore[return-value]


def exact_or_none(value: Decimal | int | None) -> Decimal | None:
    """The same, None being unknown."""
    return None if value is None else exact(value)


def check_number(path: str, value: object, least: Decimal | None = Decimal(0)) -> None:
    """Refuse what is no finite Decimal or int, or is under a bound.

    Raises:
        WrongType: For a float, which is not exact, a bool, a text.
        InvalidValue: For a number under the bound, or none at all.

    >>> check_number("weekly_hours", 39.5)
    Traceback (most recent call last):
      ...
    apprentissage.errors.WrongType: weekly_hours: got 39.5 (float); write \
Decimal("39.5")
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        remedy = 'write a Decimal, such as Decimal("43")'
        if isinstance(value, float) and isfinite(value):
            remedy = f'write Decimal("{value}")'
        raise WrongType(path, value, remedy)
    number = exact(value)
    if not number.is_finite() or (least is not None and number < least):
        bound = "finite number" if least is None else f"number from {least} on"
        raise InvalidValue(path, value, f"write a {bound}")
    if least is not None:
        check_size(path, number)


def is_decimal(least: Decimal | None = Decimal(0)) -> Guard:
    """A finite Decimal, or an int, not under a bound."""

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        check_number(attribute.name, value, least)

    return guard


def check_size(path: str, number: Decimal) -> None:
    """Refuse a number that takes long to compute with, and that none writes.

    Raises:
        InvalidValue: For more digits than any amount, rate or hours have.

    >>> check_size("amount", Decimal("1E+999999"))
    Traceback (most recent call last):
      ...
    apprentissage.errors.InvalidValue: amount: got Decimal('1E+999999') \
(Decimal); write a number up to 999999999, of at most 40 decimals
    """
    places = number.as_tuple().exponent
    if number.adjusted() > _LARGEST_EXPONENT or cast("int", places) < -MOST_PLACES:
        raise InvalidValue(path, number, SHORTER_NUMBER)


_LARGEST_EXPONENT = len(str(LARGEST)) - 1


def few(guard: Guard, most: int = MOST_ITEMS) -> Guard:
    """A guard of several items, of which no file has so many."""

    def both(_: object, attribute: "Attribute[Any]", value: Any) -> None:
        guard(_, attribute, value)
        check_few(attribute.name, value, most)

    return both


def texts(guard: Guard) -> Guard:
    """A guard of several texts, each held against that of one."""

    def both(_: object, attribute: "Attribute[Any]", value: Any) -> None:
        guard(_, attribute, value)
        for rank, text in enumerate(value):
            check_text(f"{attribute.name}[{rank}]", text)

    return both


def check_few(path: str, items: Sized, most: int = MOST_ITEMS) -> None:
    """Refuse more items than any file has.

    Raises:
        InvalidValue: With their number.
    """
    if len(items) > most:
        raise InvalidValue(path, len(items), fewer(most))


def is_a(kind: Any, *, remedy: str | None = None) -> Guard:
    """An instance of a class, or of one of a union."""

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            wanted = remedy or f"write a {_named(kind)}"
            raise WrongType(attribute.name, value, wanted)

    return guard


def member(kind: type[Enum]) -> Guard:
    """A member of an enum; the remedy lists the members."""

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, kind):
            known = ", ".join(f"{kind.__name__}.{m.name}" for m in kind)
            raise WrongType(attribute.name, value, f"write one of {known}")

    return guard


@frozen(eq=False, repr=False)
class Optional(PlainValue):
    """A guard, or None for unknown; see `optional`."""

    guard: Guard

    def __call__(self, instance: object, attribute: "Attribute[Any]", value: object) -> None:
        """Refuse what the guard refuses, but not None."""
        if value is not None:
            self.guard(instance, attribute, value)


def optional(guard: Guard) -> Optional:
    """The guard, or None for unknown."""
    return Optional(guard)


def tuple_of(kind: type) -> Guard:
    """A tuple of instances of a class; the empty one is a known none."""

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, tuple):
            raise WrongType(
                attribute.name, value, f"write a tuple of {_named(kind)}, () when there is none"
            )
        check_items(attribute.name, value, kind)

    return guard


def items_of(kind: type) -> Guard:
    """Several instances of a class; an iterator is left to its reader."""

    def guard(_: object, attribute: "Attribute[Any]", value: Any) -> None:
        if not isinstance(value, Iterator):
            check_items(attribute.name, value, kind)

    return guard


def set_of(kind: type) -> Guard:
    """A frozenset of dates or enum members; empty is a known none."""

    def guard(instance: object, attribute: "Attribute[Any]", value: object) -> None:
        plain = True
        if not isinstance(value, frozenset):
            raise WrongType(
                attribute.name,
                value,
                f"write a frozenset of {kind.__name__}, frozenset() when there is none",
            )
        for item in value:
            if kind is date:
                check_date(attribute.name, item)
                plain = plain and type(item) is date
            elif not isinstance(item, kind):
                raise WrongType(attribute.name, item, f"write a {kind.__name__}")
        if not plain and instance is not None:
            days = frozenset(map(plain_day, value))
            object.__setattr__(instance, attribute.name, days)

    return guard


def subclass_of(kind: type) -> Guard:
    """A class under another one."""

    def guard(_: object, attribute: "Attribute[Any]", value: object) -> None:
        if not isinstance(value, type) or not issubclass(value, kind):
            raise WrongType(
                attribute.name,
                value,
                f"write a class under {kind.__name__}, not one of its values",
            )

    return guard


def unknown(guard: Guard) -> Any:
    """A field that is None, unknown, until somebody states the fact."""
    return field(default=None, validator=optional(guard))
