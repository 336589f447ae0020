"""Dates, amounts and sentences in French, without any locale."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from re import compile as regex
from string import Formatter
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items, is_a, is_decimal
from apprentissage.errors import ApprentissageError, InvalidValue

_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

_NARROW = "\u202f"
_NO_BREAK = "\u00a0"
_NARROWED = (" ;", " ?", " !", " %")
_BROKEN = regex(
    r" (?:(?=[:»€])|(?<=« )|(?<=\bart\. )|(?<=\b[LRD]\. )(?=\d)"
    r"|(?<=\bal\. )(?=\d)|(?<=n° )(?=\d)"
    r"|(?<=\d )(?=h\b)|(?<=\bh )(?=\d)"
    rf"|(?<=[\dr] )(?=(?:{'|'.join(_MONTHS)})\b))"
)
"""The spaces at which no line may end.

The pattern opens with the space itself, which is what is rare in a text.
"""

_DAY = is_a(date)  # a datetime prints as its day
_NUMBER = is_decimal(least=None)


def french_date(day: date) -> str:
    """A date in full, the first of a month as an ordinal.

    >>> french_date(date(2026, 6, 1))
    '1er\\xa0juin 2026'
    >>> french_date(date(2025, 12, 31))
    '31\\xa0décembre 2025'
    """
    check_arguments(french_date, locals(), day=_DAY)
    return _in_full(day)


def _in_full(day: date) -> str:
    number_of_day = "1er" if day.day == 1 else str(day.day)
    return f"{number_of_day}{_NO_BREAK}{_MONTHS[day.month - 1]} {day.year}"


def month_of(day: date) -> str:
    """The month of a day, in full.

    >>> month_of(date(2024, 9, 1))
    'septembre 2024'
    """
    check_arguments(month_of, locals(), day=_DAY)
    return f"{_MONTHS[day.month - 1]} {day.year}"


def short_date(day: date) -> str:
    """A date in figures, as forms write it.

    >>> short_date(date(2026, 6, 1))
    '01/06/2026'
    """
    check_arguments(short_date, locals(), day=_DAY)
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def clock(at: str) -> str:
    """A time of day, of the form HH:MM.

    Raises:
        InvalidValue: For another form.

    >>> clock("06:00"), clock("23:30"), clock("00:00")
    ('6\\xa0h', '23\\xa0h\\xa030', 'minuit')
    """
    check_arguments(clock, locals())
    hours, _, minutes = at.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        raise InvalidValue("at", at, "write a time HH:MM")
    if int(hours) == int(minutes) == 0:
        return "minuit"
    told = f"{int(hours)}{_NO_BREAK}h"
    return told if minutes == "00" else f"{told}{_NO_BREAK}{minutes}"


def number(value: Decimal | int) -> str:
    """A number with a comma, thousands parted by a narrow no-break space.

    >>> number(Decimal("1867.02"))
    '1\\u202f867,02'
    >>> number(Decimal("43"))
    '43'
    """
    check_arguments(number, locals(), value=_NUMBER)
    return _grouped(value)


def _grouped(value: Decimal | int) -> str:
    if isinstance(value, int):
        written = str(value)
        if 0 <= value < 1000:  # most counts
            return written
    else:
        written = f"{value:f}"
    whole, _, fraction = written.partition(".")
    sign = "−" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    groups += [digits[i : i + 3] for i in range(head, len(digits), 3)]
    grouped = sign + _NARROW.join(groups)
    return f"{grouped},{fraction}" if fraction else grouped


def euros(amount: Decimal | int) -> str:
    """An amount in euros, with cents unless it is an int.

    >>> euros(Decimal("774.77"))
    '774,77\\xa0€'
    """
    check_arguments(euros, locals(), amount=_NUMBER)
    return f"{_grouped(amount)}{_NO_BREAK}€"


def percent(rate: Decimal | int) -> str:
    """A rate in percent, without useless zeros.

    >>> percent(Decimal("43.0"))
    '43\\u202f%'
    """
    check_arguments(percent, locals(), rate=_NUMBER)
    shown = f"{Decimal(rate):f}"
    if "." in shown:
        shown = shown.rstrip("0").rstrip(".")
    return f"{_grouped(Decimal(shown))}{_NARROW}%"


def plural(count: Decimal | int, noun: str) -> str:
    """A count and its noun, plural from two on.

    >>> plural(1, "jour ouvrable"), plural(5, "jour ouvrable")
    ('1 jour ouvrable', '5 jours ouvrables')
    >>> plural(3, "mois")
    '3 mois'
    """
    check_arguments(plural, locals(), count=_NUMBER)
    return counted(count, noun)


def counted(count: Decimal | int, noun: str) -> str:
    """The same as `plural`, unchecked."""
    return f"{_grouped(count)} {_agreed(count, noun)}"


def _agreed(count: Decimal | int, noun: str) -> str:
    if -2 < count < 2:
        return noun
    words = noun.split(" ")
    return " ".join(w if w[-1:] in "sxz" else f"{w}s" for w in words)


def enumeration(items: Iterable[str], last: str = "et") -> str:
    """Items in a row, the last one joined by `et`, or by `ou`.

    >>> enumeration(["a", "b", "c"])
    'a, b et c'
    >>> enumeration(["a", "b"], "ou")
    'a ou b'
    >>> enumeration([])
    ''
    """
    return joined(check_items("items", items, str), last)


def joined(listed: tuple[str, ...], last: str = "et") -> str:
    """The same as `enumeration`, unchecked."""
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def lasting(months: int, days: int) -> str:
    """A length of time in years, months and days, those that are not zero.

    >>> lasting(24, 0), lasting(10, 10), lasting(0, 0)
    ('2 ans', '10 mois et 10 jours', '0 jour')
    """
    years, months = divmod(months, 12)
    parts = ((years, "an"), (months, "mois"), (days, "jour"))
    told = tuple([counted(count, noun) for count, noun in parts if count])
    return joined(told) or counted(0, "jour")


def shortened(words: str, most: int = 48) -> str:
    """Words cut at a space, in plain spaces, for a `repr` of one line.

    >>> shortened("La limite d'âge a pris fin.", 16)
    "La limite d'âge…"
    >>> shortened("Anticonstitutionnellement", 5)
    'Anti…'
    """
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[: most - 1]}…"


class FrenchFormatter(Formatter):
    """Fills a template: dates and labels in French, units by their spec.

    The spec after the colon is `€`, `%`, `short` for a date in figures, `h`
    for a time, a noun to count; for a list `ou` instead of `et`, or the noun
    that names its items; `durée` for whole months and the days left.

    >>> FrenchFormatter().format("{n:jour} après", n=5)
    '5 jours après'
    >>> FrenchFormatter().format("{x:pièce jointe} : {x}", x=("a", "b"))
    'pièces jointes : a et b'
    """

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value, as French prints it."""
        told = self._asked_for(value, format_spec) if format_spec else self._plain(value)
        if told is None:
            raise InvalidValue("sentence", value, f"no French for the spec {format_spec!r}")
        return told

    def _plain(self, value: Any) -> str | None:
        match value:
            case date():
                return _in_full(value)
            case Enum():
                return str(getattr(value, "label", value.value))
            case Decimal() | bool():
                return number(value)
            case int():
                return _grouped(value)
            case tuple() | list():
                return joined(tuple([self._item(each) for each in value]))
            case str():
                return value
            case _:
                return None

    def _item(self, value: Any) -> str:
        return value if type(value) is str else self.format_field(value, "")

    def _asked_for(self, value: Any, spec: str) -> str | None:
        match value, spec:
            case date(), "short":
                return short_date(value)
            case str(), "h":
                return clock(value)
            case ((Decimal() | int()), "€"):
                return euros(value)
            case ((Decimal() | int()), "%"):
                return percent(value)
            case ((Decimal() | int()), noun):
                return plural(value, noun)
            case ((int(months), int(days)), "durée"):
                return lasting(months, days)
            case ((tuple() | list()), "ou"):
                told = tuple([self._item(each) for each in value])
                return joined(told, "ou")
            case ((tuple() | list()), noun):
                return _agreed(len(value), noun)
            case _:
                return None


_FRENCH = FrenchFormatter()


def _filled(template: str, values: Mapping[str, object]) -> str:
    """A template filled; most have names in braces and no more.

    `Formatter` would look for attributes, indices, conversions and braces
    within a spec, which takes longer than the French itself.
    """
    told: list[str] = []
    for words, name, spec, conversion in _FRENCH.parse(template):
        told.append(words)
        if name is None:
            continue
        if conversion or "{" in (spec or ""):
            return _FRENCH.vformat(template, (), dict(values))
        told.append(_FRENCH.format_field(values[name], spec or ""))
    return "".join(told)


def typeset(words: str) -> str:
    """A French text with its no-break spaces.

    Before ; : ? ! % € and inside guillemets; between a number and what it
    numbers or counts (art. L., n°, al., h, the months).

    >>> typeset("Délai : 5 h, art. L. 6222-1")
    'Délai\\xa0: 5\\xa0h, art.\\xa0L.\\xa06222-1'
    """
    for before in _NARROWED:
        if before in words:
            words = words.replace(before, _NARROW + before[1])
    return _BROKEN.sub(_NO_BREAK, words)


def typeset_text(value: Any) -> Any:
    """Typeset a field of attrs; its guard refuses what is no text.

    >>> typeset_text("5 %"), typeset_text(5)
    ('5\\u202f%', 5)
    """
    return typeset(value) if isinstance(value, str) else value


def sentence(template: str, values: Mapping[str, object]) -> str:
    """A sentence out of its template, typeset.

    Raises:
        InvalidValue: For braces that name none of the values.

    >>> sentence("Délai : {n:jour} ouvrables.", {"n": 5})
    'Délai\\xa0: 5 jours ouvrables.'
    """
    if type(template) is not str or type(values) is not dict:
        check_arguments(sentence, locals())
    if "{" not in template and "}" not in template:
        return typeset(template)
    try:
        filled = _filled(template, values)
    except ApprentissageError:
        raise
    except (LookupError, ValueError) as error:
        raise InvalidValue("template", template, f"name in braces some of {[*values]}") from error
    return typeset(filled)
