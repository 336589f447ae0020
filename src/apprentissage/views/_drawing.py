"""The timeline as SVG: one row of the contract, and marks for its days.

No text is measured. A day becomes a mark with a number, and marks of days
that lie close stand in one column, of fixed places along the row; what a
number means stands in a list, one line for each day.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from re import compile as regex
from textwrap import wrap

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage._text import element, escape, percent
from apprentissage.months import morrow_of
from apprentissage.views._story import Day, Story

_PITCH = 24.0  # between two marks
_LEADER = 20.0  # from a column of marks to its days
_ROW = 24.0  # the years of execution, the ages
_CHART = 120.0  # a rate of 100 %
_LINE = 18.0
_FULL_RATE = Decimal(100)
_LETTER = 7.5  # room for a letter of 13 units
_TALLEST = 480  # a narrower drawing runs down, a wider one to the right
_TALL_LENGTH = 640.0

_SHAPES = {
    "fact": "M0 -10.5a10.5 10.5 0 1 0 .01 0Z",
    "limit": "M0 -12.5L12.5 0L0 12.5L-12.5 0Z",
    "birthday": "M0 -14L12.5 9.5H-12.5Z",
    "pay": "M-10 -10H10V10H-10Z",
    "failure": "M-5 -11.5H5L11.5 -5V5L5 11.5H-5L-11.5 5V-5Z",
}
_ORDINAL = regex(r"\b(\d+)(er|re|e)\b(.*)")
_CROSS = "M-5 -5L5 5M5 -5L-5 5"


def mark_name(name: str, day: Day) -> str:
    """The anchor of a mark in the drawing of a name."""
    return f"{name}-{day.number}"


def line_name(day: Day) -> str:
    """The anchor of a day in the list."""
    return f"jour-{day.number}"


@frozen(kw_only=True, eq=False, repr=False)
class _Row(PlainValue):
    """The row: places along it and across it, to the right or down."""

    story: Story
    days: tuple[Day, ...]
    shown: tuple[date, date]
    width: float
    tall: bool

    @cached_property
    def length(self) -> float:
        return _TALL_LENGTH if self.tall else self.width - 64

    @cached_property
    def slots(self) -> int:
        return int(self.length / _PITCH)

    def along(self, day: date) -> float:
        """The place of a day, or the end of the row before it."""
        first, last = self.shown
        return (min(max(day, first), last) - first) / (last - first) * self.length

    def slot(self, day: date) -> int:
        return min(int(self.along(day) / self.length * self.slots), self.slots - 1)

    @cached_property
    def columns(self) -> list[list[Day]]:
        """The days in fixed places, in order."""
        return [list(days) for _, days in groupby(self.days, lambda day: self.slot(day.on))]

    @cached_property
    def stack(self) -> float:
        """How high the marks stand."""
        return max(map(len, self.columns)) * _PITCH + _LEADER

    @cached_property
    def ground(self) -> float:
        """Where the rates start, across."""
        if self.tall:
            return 44.0
        return (2 * _ROW + 22 + _CHART) if self.story.bars else _ROW

    @cached_property
    def full(self) -> float:
        """The length of a rate of 100 %, or of a higher one."""
        if self.tall:
            return max(self.width - self.stack - self.ground - 40, 90.0)
        return _CHART

    def rate(self, percents: Decimal) -> float:
        """The place across of a rate."""
        most = max([_FULL_RATE, *(bar.rate for bar in self.story.bars)])
        # floats before they are divided: the host's decimals may be coarse
        long = float(percents) / float(most) * self.full
        return self.ground + (long if self.tall else -long)

    def at(self, along: float, across: float) -> tuple[float, float]:
        if self.tall:
            return 4 + self.stack + across, 26 + along
        return 50 + along, 4 + self.stack + across

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of all that is drawn but the list."""
        if self.tall:
            right = self.at(0, self.ground + self.full)[0] + 36
            return max(self.width, right), 26 + self.length + 8
        return self.width, self.at(0, self.ground)[1] + 26

    def line(self, one: Sequence[float], two: Sequence[float], kind: str) -> str:
        (x, y), (to_x, to_y) = self.at(*one), self.at(*two)
        return f'<path class="{kind}" d="M{_n(x)} {_n(y)}L{_n(to_x)} {_n(to_y)}"></path>'

    def box(self, one: Sequence[float], two: Sequence[float], kind: str) -> str:
        (x, y), (to_x, to_y) = self.at(*one), self.at(*two)
        return (
            f'<rect class="{kind}" x="{_n(min(x, to_x))}" '
            f'y="{_n(min(y, to_y))}" width="{_n(abs(to_x - x))}" '
            f'height="{_n(abs(to_y - y))}"></rect>'
        )

    def text(
        self,
        along: float,
        across: float,
        words: str,
        kind: str = "",
        by: tuple[float, float] = (0, 0),
    ) -> str:
        x, y = self.at(along, across)
        return _text(x + by[0], y + by[1], words, kind)


def draw(story: Story, *, width: int, name: str, listed: bool, tall: bool = False) -> str:
    """A timeline as an SVG element, without its style.

    Args:
        story: What it tells.
        width: Width of its own units, at 13 units a letter.
        name: Prefix of its identifiers, different for each one in a page.
        listed: It holds the list of its days; False where the page does.
        tall: It runs down, not to the right.

    >>> from apprentissage.views._story import Event
    >>> day = date(2026, 9, 1)
    >>> story = Story(starts_on=day, ends_on=date(2027, 8, 31),
    ...               years=((day, "1re année"),),
    ...               events=(Event(on=day, kind="fact", text="Début"),))
    >>> draw(story, width=600, name="t", listed=True)[:24]
    '<svg class="frise" viewB'
    """
    row = _Row(
        story=story,
        days=story.days,
        shown=story.shown,
        width=width,
        tall=tall or width <= _TALLEST,
    )
    right, bottom = row.size
    lines: list[str] = []
    if listed:
        lines, bottom = _lines(row, name, right, bottom)
    parts = [
        element("title", _said(story.title), id=f"{name}-titre"),
        element("desc", _said(story.description), id=f"{name}-texte"),
        *_chart(row),
        *_calendar(row),
        *_ages(row),
        *_years(row),
        *_marks(row, name),
        *lines,
    ]
    return element(
        "svg",
        "".join(parts),
        class_="frise",
        viewBox=f"0 0 {_n(right)} {_n(bottom)}",
        font_size="13",
        role="group",
        aria_labelledby=f"{name}-titre",
        aria_describedby=f"{name}-texte",
        xmlns="http://www.w3.org/2000/svg",
    )


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _said(words: str) -> str:
    return escape(words.replace("'", "’"))


def _text(x: float, y: float, words: str, kind: str = "") -> str:
    of_kind = f' class="{kind}"' if kind else ""
    shown = _ORDINAL.sub(
        r'\1<tspan class="up" dy="-4">\2</tspan><tspan dy="4">\3</tspan>', _said(words)
    )
    return f'<text x="{_n(x)}" y="{_n(y)}"{of_kind}>{shown}</text>'


def _fits(words: str, room: float) -> bool:
    return len(words) * _LETTER + 8 <= room


def _years(row: _Row) -> Iterator[str]:
    """The contract, year of execution after year."""
    story = row.story
    firsts = [day for day, _ in story.years]
    ends = [*firsts[1:], morrow_of(story.ends_on)]
    deep = row.ground if row.tall else _ROW
    for (day, words), end in zip(story.years, ends, strict=True):
        start, stop = row.along(day), row.along(end)
        yield row.box((start, 0), (stop, deep), "year")
        room = deep if row.tall else stop - start
        for said in (words, words.partition(" ")[0]):
            if _fits(said, room) and stop - start >= _LINE:
                yield row.text(start, 0, said, by=(10 if row.tall else 6, 17))
                break
    if story.gap is not None:
        first, last = map(row.along, story.gap)
        yield row.line((first, 2), (last, 2), "gap")


def _chart(row: _Row) -> Iterator[str]:
    """The pay lines, each as long as its rate."""
    bars = row.story.bars
    if not bars:
        return
    start = row.along(bars[0].starts_on)
    end = row.along(morrow_of(bars[-1].ends_on))
    for part in (_FULL_RATE,) if row.tall else (_FULL_RATE / 2, _FULL_RATE):
        at = row.rate(part)
        yield row.line((start, at), (end, at), "full")
        if row.tall:
            yield row.text(0, at, percent(part), "m c", by=(0, -8))
        else:
            yield row.text(start, at, percent(part), "m e", by=(-6, 4))
    for bar in bars:
        one, two = row.along(bar.starts_on), row.along(morrow_of(bar.ends_on))
        tip, said = row.rate(bar.rate), percent(bar.rate)
        drawn = row.box((one, row.ground), (two, tip), "pay")
        if row.tall and two - one >= _LINE:
            drawn += row.text(one, row.ground, said, "b", by=(6, 15))
        elif not row.tall and _fits(said, two - one):
            drawn += row.text(one, tip, said, "b", by=(6, 17))
        day = next(day for day in row.days if day.on == bar.starts_on)
        yield element("a", element("title", _said(bar.heading)) + drawn, href=f"#{line_name(day)}")


def _ages(row: _Row) -> Iterator[str]:
    """The ages of the pay lines."""
    for ages, group in groupby(row.story.bars, lambda bar: bar.ages):
        same = list(group)
        one = row.along(same[0].starts_on)
        two = row.along(morrow_of(same[-1].ends_on))
        if row.tall:
            if two - one >= 2 * _LINE:
                yield row.text(one, row.ground, ages, by=(6, 31))
            continue
        yield row.box((one, _ROW), (two, 2 * _ROW), "age")
        if _fits(ages, two - one):
            yield row.text(one, _ROW, ages, by=(6, 17))


def _calendar(row: _Row) -> Iterator[str]:
    """The calendar years, those that have room for their number."""
    first, last = row.shown
    free = 0.0
    for year in range(first.year + 1, last.year + 1):
        along = row.along(date(year, 1, 1))
        if not free <= along <= row.length - _LINE:
            continue
        free = along + 44
        far = row.ground + (row.full if row.tall else 6)
        yield row.line((along, row.ground), (along, far), "pole")
        by = (5.0, 4.0) if row.tall else (3.0, 12.0)
        yield row.text(along, far, str(year), "m", by=by)


def _marks(row: _Row, name: str) -> Iterator[str]:
    """A mark for each day, in columns that lead to their days."""
    first, last = row.shown
    yield row.line((0, 0), (row.length, 0), "pole")
    for days in row.columns:
        centre = (row.slot(days[0].on) + 0.5) * row.length / row.slots
        for day in days:
            along = row.along(day.on)
            kind = "pole" if first <= day.on <= last else "pole far"
            yield row.line((centre, -_LEADER), (along, 0), kind)
        for rank, day in enumerate(reversed(days) if row.tall else days):
            across = -_LEADER - (rank + 0.5) * _PITCH
            yield _mark(row, name, day, centre, across)
        for day in days:
            if day.kind == "failure":
                yield _shape(row.at(row.along(day.on), 0), _CROSS, "cross")


def _shape(place: tuple[float, float], path: str, kind: str) -> str:
    x, y = map(_n, place)
    return f'<path class="{kind}" d="{path}" transform="translate({x} {y})"></path>'


def _mark(row: _Row, name: str, day: Day, along: float, across: float) -> str:
    x, y = row.at(along, across)
    lower = 7.5 if day.kind == "birthday" else 4
    return (
        f'<a id="{mark_name(name, day)}" href="#{line_name(day)}">'
        f"<title>{_said(day.sentence)}</title>"
        + _shape((x, y), _SHAPES[day.kind], f"mark-of {day.kind}")
        + _text(x, y + lower, str(day.number), f"n {day.kind}")
        + "</a>"
    )


def _lines(row: _Row, name: str, width: float, top: float) -> tuple[list[str], float]:
    """The list of the days under the row, and where it ends."""
    drawn, y = [], top + 10
    left = 128.0
    letters = int((width - left) / _LETTER)
    for day in row.days:
        y += _LINE
        texts = _text(30, y, str(day.number), "b e") + _text(40, y, day.short)
        lines = [
            (event.kind, line) for event in day.events for line in wrap(event.marked, letters)
        ]
        for rank, (kind, line) in enumerate(lines):
            y += _LINE if rank else 0
            texts += _text(left, y, line, "bad" if kind == "failure" else "")
        drawn.append(element("a", texts, id=line_name(day), href=f"#{mark_name(name, day)}"))
    y += 8
    for line in wrap(row.story.legend, int((width - 8) / _LETTER)):
        y += _LINE
        drawn.append(_text(4, y, line, "m"))
    return drawn, y + 8
