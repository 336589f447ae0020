"""The timeline in the page: the row, and its days as a list beside it."""

from apprentissage._text import element, short_date
from apprentissage.views._drawing import draw, line_name, mark_name
from apprentissage.views._parts import prose, text
from apprentissage.views._story import Day, Event, Story

_SIZES = {"wide": 940, "narrow": 350}


def timeline_figure(story: Story) -> str:
    """The row, to the right or on a narrow screen down, and its list.

    Args:
        story: What it tells.
    """
    drawings = "".join(
        element("div", draw(story, width=width, name=f"frise-{name}", listed=False), class_=name)
        for name, width in _SIZES.items()
    )
    days = "".join(map(_day, story.days))
    return element(
        "figure",
        drawings
        + element("p", text(story.legend), class_="small muted")
        + element("ol", days, class_="days", role="list"),
    )


def _day(day: Day) -> str:
    keys = "".join(
        element(
            "a",
            str(day.number),
            class_=f"key {day.kind} {name}",
            href=f"#{mark_name(f'frise-{name}', day)}",
            aria_label=f"{day.number}, sur la frise",
        )
        for name in _SIZES
    )
    on = element("time", short_date(day.on), datetime=day.on.isoformat())
    if day.arrow:
        on += f" {day.arrow}"
    told = element("div", "".join(map(_event, day.events)), class_="told")
    return element("li", keys + element("div", on, class_="day") + told, id=line_name(day))


def _event(event: Event) -> str:
    kind = "bad" if event.kind == "failure" else "event"
    return element("div", prose(event.marked), class_=kind)
