"""The timeline as SVG: days to places, labels to flags, all to markup."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from attrs import frozen

from apprentissage._text import (
    element,
    escape,
    french_date,
    percent,
    short_date,
    typeset,
)
from apprentissage.months import morrow_of
from apprentissage.views._flags import Flag, Label, fitting_width, place
from apprentissage.views._measure import LINE, text_width, wrapped

MARKS = {
    "fact": ("●", "fait déclaré"),
    "limit": ("◆", "échéance ou effet de la loi"),
    "birthday": ("▲", "anniversaire"),
}
"""The sign of each kind of event, and what it says."""

_NO_BREAK = "\u00a0"
_EDGE = 2.0
_BAND = 22.0
_TICKS = 36.0
_CHART = 56.0
_FULL_RATE = Decimal(100)


@frozen(kw_only=True)
class Event:
    """Something that happens or is due on a day.

    Args:
        on: The day.
        kind: A key of `MARKS`.
        text: What it is, in French.
    """

    on: date
    kind: str
    text: str

    @property
    def marked(self) -> str:
        """Its text after its sign."""
        return f"{MARKS[self.kind][0]}{_NO_BREAK}{typeset(self.text)}"


@frozen(kw_only=True)
class Bar:
    """A span whose height is a rate.

    Args:
        starts_on: First day.
        ends_on: Last day, counted.
        rate: Percent.
        heading: What it gives.
        texts: What more is said of it.
    """

    starts_on: date
    ends_on: date
    rate: Decimal
    heading: str
    texts: tuple[str, ...]


@frozen(kw_only=True)
class Story:
    """What a timeline tells.

    Args:
        starts_on: First day of the contract.
        ends_on: Last day, counted.
        years: First day of each year of execution, and its name.
        events: In any order.
        bars: The pay lines.
        gap: First and last day of the months in which training, or before
            2019 the contract, is to begin.
    """

    starts_on: date
    ends_on: date
    years: tuple[tuple[date, str], ...]
    events: tuple[Event, ...]
    bars: tuple[Bar, ...] = ()
    gap: tuple[date, date] | None = None

    @property
    def title(self) -> str:
        """The span in words."""
        return (
            f"Contrat du {french_date(self.starts_on)} "
            f"au {french_date(self.ends_on)}"
        )

    @property
    def description(self) -> str:
        """All that is drawn, in words."""
        told = [
            f"{short_date(event.on)}, {event.text}"
            for event in sorted(self.events, key=lambda event: event.on)
        ]
        told += [
            f"du {short_date(bar.starts_on)} au {short_date(bar.ends_on)}, "
            f"{bar.heading}"
            for bar in self.bars
        ]
        return "; ".join(told).replace(";", "\u202f;")


@frozen(kw_only=True)
class _Scale:
    first: date
    last: date
    length: float = 1.0

    def place(self, day: date) -> float:
        return (day - self.first) / (self.last - self.first) * self.length

    def x(self, day: date) -> float:
        return _EDGE + self.place(day)

    def nearest(self, day: date) -> float:
        """The place of a day, or the end of the scale before it."""
        return self.x(min(max(day, self.first), self.last))


def _near(story: Story) -> tuple[list[Event], list[Event], list[Event]]:
    """Events before, on and after the scale: the contract and its edges."""
    reach = max((story.ends_on - story.starts_on) // 6, timedelta(days=100))
    first, last = story.starts_on - reach, story.ends_on + reach
    events = sorted(dict.fromkeys(story.events), key=lambda event: event.on)
    return (
        [event for event in events if event.on < first],
        [event for event in events if first <= event.on <= last],
        [event for event in events if event.on > last],
    )


def draw(story: Story, *, width: int, size: int, name: str) -> str:
    """A timeline as an SVG element, without its style.

    Args:
        story: What it tells.
        width: Width of its own units; the drawing is as wide as its place.
        size: Size of its letters, in the same units.
        name: Prefix of its identifiers, different for each one in a page.

    >>> day = date(2026, 9, 1)
    >>> story = Story(starts_on=day, ends_on=date(2027, 8, 31),
    ...               years=((day, "1re année"),),
    ...               events=(Event(on=day, kind="fact", text="Début"),))
    >>> draw(story, width=600, size=13, name="t")[:24]
    '<svg class="frise" viewB'
    """
    before, near, after = _near(story)
    days = [
        story.starts_on,
        morrow_of(story.ends_on),
        *(event.on for event in near),
    ]
    scale = _Scale(first=min(days), last=max(days))
    dated = [
        (
            scale.place(day),
            _ways(
                short_date(day),
                [event.marked for event in events],
                size,
                _widest(scale.place(day), width, size),
            ),
        )
        for day, events in groupby(near, key=lambda event: event.on)
    ]
    paid = [
        (
            scale.place(bar.starts_on),
            _ways(bar.heading, bar.texts, size, _widest(0.8, width, size)),
        )
        for bar in story.bars
    ]
    length = max(
        fitting_width(
            [(at, ways[0]) for at, ways in (*dated, *paid)], width - 2 * _EDGE
        ),
        width / 3,
    )
    scale = _Scale(first=scale.first, last=scale.last, length=length)
    above = place([(_EDGE + length * at, ways) for at, ways in dated])
    below = place([(_EDGE + length * at, ways) for at, ways in paid])

    axis = max((flag.top for flag in above), default=0) + _EDGE
    ground = axis + _BAND + _TICKS
    if story.bars:
        ground += _CHART
    foot = ground + max((flag.top for flag in below), default=0)
    rows = [*_apart(story, before, after, size, width)]
    height = foot + (len(rows) + 1.5) * size * LINE
    parts = [
        element("title", escape(story.title), id=f"{name}-title"),
        element("desc", escape(story.description), id=f"{name}-desc"),
        *(part for flag in above for part in _flown(flag, axis, -1)),
        *_band(story, scale, axis, size),
        *_ticks(scale, axis + _BAND, size),
        *_chart(story.bars, scale, ground),
        *(part for flag in below for part in _flown(flag, ground, 1)),
        *_rows(rows, foot + size * LINE, size),
    ]
    right = max((flag.right for flag in (*above, *below)), default=0)
    return element(
        "svg",
        "".join(parts),
        class_="frise",
        viewBox=f"0 0 {_n(max(width, right + _EDGE))} {_n(height)}",
        font_size=str(size),
        role="img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        xmlns="http://www.w3.org/2000/svg",
    )


def _ways(
    heading: str, texts: Sequence[str], size: int, widest: float
) -> list[Label]:
    """A label set on fewer and longer lines, or on more and shorter."""
    return [
        Label.wrapping(heading, texts, size, part * widest)
        for part in (1, 0.75, 0.55)
    ]


def _widest(place: float, width: int, size: int) -> float:
    """How wide the lines of a label may be: more, the more room is left."""
    room = max(0.3, 0.8 * (1 - place)) * width
    return min(max(room, 12.5 * size), 26.0 * size)


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _text(x: float, y: float, words: str, class_: str = "") -> str:
    attributes = {"class_": class_} if class_ else {}
    return element("text", escape(words), x=_n(x), y=_n(y), **attributes)


def _line(x: float, y: float, to: str, class_: str) -> str:
    return element("path", "", class_=class_, d=f"M{_n(x)} {_n(y)}{to}")


def _rect(x: float, y: float, width: float, height: float, class_: str) -> str:
    return element(
        "rect",
        "",
        class_=class_,
        x=_n(x),
        y=_n(y),
        width=_n(width),
        height=_n(height),
    )


def _flown(flag: Flag, axis: float, way: int) -> Iterator[str]:
    """A flag above its axis (-1) or hung below it (1)."""
    label, tip = flag.label, axis + way * flag.top
    yield _line(flag.x, axis, f"V{_n(tip)}", "pole")
    line = label.size * LINE
    y = min(tip, axis + way * flag.foot) + label.size
    yield _text(flag.text_x, y, label.heading, "b")
    for rank, words in enumerate(label.lines, start=1):
        yield _text(flag.text_x, y + rank * line, words)


def _band(story: Story, scale: _Scale, top: float, size: int) -> Iterator[str]:
    """The contract, year of execution after year."""
    firsts = [day for day, _ in story.years]
    ends = [*firsts[1:], morrow_of(story.ends_on)]
    for (day, words), end in zip(story.years, ends, strict=True):
        x, room = scale.x(day), scale.x(end) - scale.x(day)
        yield _rect(x, top, room, _BAND, "year")
        for said in (words, words.partition(" ")[0]):
            if text_width(said, size) + 12 <= room:
                yield _text(x + 6, top + _BAND / 2 + 0.36 * size, said)
                break
    if story.gap is not None:
        first, last = (scale.nearest(day) for day in story.gap)
        yield _line(first, top + _BAND - 2, f"H{_n(last)}", "gap")


def _ticks(scale: _Scale, top: float, size: int) -> Iterator[str]:
    """The calendar years, those that have room for their number."""
    free = 0.0
    for year in range(scale.first.year + 1, scale.last.year + 1):
        x = scale.x(date(year, 1, 1))
        if x >= free:
            yield _line(x, top, f"V{_n(top + 6)}", "pole")
            yield _text(x + 3, top + size + 1, str(year), "m")
            free = x + text_width(str(year), size) + 12


def _chart(bars: Sequence[Bar], scale: _Scale, ground: float) -> Iterator[str]:
    """The pay lines, each as high as its rate."""
    if not bars:
        return
    tallest = max(_FULL_RATE, *(bar.rate for bar in bars))
    for bar in bars:
        x, end = scale.x(bar.starts_on), scale.x(morrow_of(bar.ends_on))
        height = _CHART * float(bar.rate / tallest)
        yield _rect(x, ground - height, end - x, height, "pay")
    x, end = scale.x(bars[0].starts_on), scale.x(morrow_of(bars[-1].ends_on))
    y = ground - _CHART * float(_FULL_RATE / tallest)
    yield _line(x, y, f"H{_n(end)}", "full")
    yield _text(x, y - 4, percent(_FULL_RATE), "m")


def _apart(
    story: Story,
    before: Sequence[Event],
    after: Sequence[Event],
    size: int,
    width: int,
) -> Iterator[tuple[str, str]]:
    """The lines of what lies beyond the scale, and what the signs mean."""
    room = width - 2 * _EDGE
    for sign, events in (("←", before), ("→", after)):
        for event in events:
            said = f"{sign}{_NO_BREAK}{short_date(event.on)} {event.marked}"
            yield from (("", line) for line in wrapped(said, size, room))
    signs = list(MARKS.values())
    if story.gap is not None:
        signs.append(("▬", "trois mois au plus entre les débuts"))
    if before or after:
        signs.append(("← →", "hors de l'échelle"))
    said = "  ".join(
        f"{sign} {meaning}".replace(" ", _NO_BREAK) for sign, meaning in signs
    )
    yield from (("m", line) for line in wrapped(said, size, room))


def _rows(
    rows: Sequence[tuple[str, str]], top: float, size: int
) -> Iterator[str]:
    for rank, (class_, words) in enumerate(rows, start=1):
        yield _text(_EDGE, top + rank * size * LINE, words, class_)
