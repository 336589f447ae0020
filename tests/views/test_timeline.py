"""The timeline: to scale, each day once and in order, told in words too."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from apprentissage._text import escape, percent, short_date
from apprentissage.catalogue import RULES
from apprentissage.facts import (
    Avenant,
    Contract,
    Dossier,
    Employer,
    Extension,
    ExtensionReason,
    Rupture,
    Territory,
    Training,
)
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Rule,
    all_of,
    compliant,
    non_compliant,
)
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from apprentissage.months import morrow_of
from apprentissage.reviewing import review
from apprentissage.views._drawing import draw
from apprentissage.views._listing import timeline_figure
from apprentissage.views._pay import pay_of
from apprentissage.views._story import Bar, Event, Story, story_of
from apprentissage.views.page import page
from apprentissage.views.timeline import Svg, timeline
from tests.sample import in_2026, signed
from tests.views.specimens import LATE, LAWFUL, contracts

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = st.sampled_from((300, 350, 480, 600, 900, 940))
LABELS = st.text("abcdefghij WM,:é", min_size=1, max_size=90).filter(str.strip)
SIGNS = "✕●▲■◆"
YES = compliant("Oui.")
FEW = settings(max_examples=25)  # each one applies all rules


def parsed(svg: str) -> ET.Element:
    """A drawing, its exponents set down and its apostrophes plain."""
    flat = re.sub("</?(?:tspan|sup)[^>]*>", "", svg).replace("’", "'")
    return ET.fromstring(flat)  # noqa: S314 (our own markup)


def texts(svg: str) -> list[str]:
    return [text.text or "" for text in parsed(svg).iter(f"{SVG}text")]


def told(svg: str) -> list[str]:
    """The texts after a sign."""
    return [
        text
        for text in texts(svg)
        if text[0] in SIGNS and text[1:2] == "\u00a0" and "\u2003" not in text
    ]


def listed_days(svg: str) -> list[date]:
    days = []
    for text in texts(svg):
        found = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})(?: [←→])?", text)
        if found:
            day, month, year = map(int, found.groups())
            days.append(date(year, month, day))
    return days


def of_class(root: ET.Element, tag: str, name: str) -> list[ET.Element]:
    return [item for item in root.iter(f"{SVG}{tag}") if name in item.get("class", "").split()]


def points(root: ET.Element) -> Iterator[tuple[float, float]]:
    """All that has a place: corners, ends of lines, signs, starts of texts.

    A sign reaches 14 units from its place.
    """
    for item in root.iter():
        at = item.attrib
        if item.tag == f"{SVG}rect":
            x, y = float(at["x"]), float(at["y"])
            yield x, y
            yield x + float(at["width"]), y + float(at["height"])
        elif item.tag == f"{SVG}text":
            yield float(at["x"]), float(at["y"])
        elif "transform" in at:
            numbers = re.findall(r"-?[\d.]+", at["transform"])
            x, y = map(float, numbers)
            reach = 5 if at["class"] == "cross" else 12.5
            yield x - reach, y - reach
            yield x + reach, y + reach
        elif item.tag == f"{SVG}path":
            numbers = re.findall(r"-?[\d.]+", at["d"])
            yield float(numbers[0]), float(numbers[1])
            yield float(numbers[2]), float(numbers[3])


def outside(svg: str) -> list[tuple[float, float]]:
    root = parsed(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return [(x, y) for x, y in points(root) if not (0 <= x <= width and 0 <= y <= height)]


def rule(*entries: AgendaEntry | tuple[date, str], found: Finding = YES) -> Rule:
    """A rule that puts dates in the agenda."""
    dates = [
        entry
        if isinstance(entry, AgendaEntry)
        else AgendaEntry(
            on=entry[0], label=entry[1], sources=(article("L6222-1", date(2026, 1, 1)),)
        )
        for entry in entries
    ]
    return Rule(
        name="own", title="Règle propre", judge=lambda _, __: found, dates=lambda _, __: dates
    )


@FEW
@given(contracts(), st.lists(st.tuples(st.integers(-400, 1900), LABELS), max_size=25), WIDTHS)
def test_nothing_leaves_the_drawing(
    contract: Contract, entries: list[tuple[int, str]], width: int
) -> None:
    own = rule(*((contract.starts_on + timedelta(days), label) for days, label in entries))
    assert outside(timeline(contract, rules=(*RULES, own), width=width)) == []


def test_it_is_900_units_across_unless_told_otherwise() -> None:
    drawn = timeline(in_2026())
    assert parsed(drawn).attrib["viewBox"].split()[2] == "900"
    assert drawn == timeline(in_2026(), width=900)


TOO_HIGH = [(2.5, -2.5), (27.5, 22.5)]


def test_what_leaves_the_drawing_would_be_told() -> None:
    svg = (
        f'<svg xmlns="{SVG[1:-1]}" viewBox="0 0 100 20">'
        '<text x="120" y="10">a</text><rect x="0" y="0" width="9" '
        'height="30"/><path d="M0 0L10 -3"/>'
        '<path class="mark-of" d="M0 0" transform="translate(10 10)"/></svg>'
    )
    assert outside(svg) == [(120, 10), (9, 30), (10, -3), (-2.5, -2.5), (22.5, 22.5)]


@FEW
@given(contracts(), WIDTHS)
def test_each_day_stands_once_in_order_with_its_mark(contract: Contract, width: int) -> None:
    drawn = timeline(contract, width=width)
    days = listed_days(drawn)
    assert all(one < other for one, other in pairwise(days))
    root = parsed(drawn)
    marks = [text.text or "" for text in of_class(root, "text", "n")]
    numbers = [str(number) for number in range(1, len(days) + 1)]
    assert sorted(marks, key=int) == numbers
    assert [t.text for t in of_class(root, "text", "e") if t.text in numbers]


@FEW
@given(contracts(), WIDTHS)
def test_marks_do_not_cover_each_other(contract: Contract, width: int) -> None:
    root = parsed(timeline(contract, width=width))
    places = [
        tuple(map(float, re.findall(r"-?[\d.]+", mark.attrib["transform"])))
        for mark in of_class(root, "path", "mark-of")
    ]
    for rank, (x, y) in enumerate(places):
        for other_x, other_y in places[rank + 1 :]:
            assert max(abs(x - other_x), abs(y - other_y)) >= 23.8


@FEW
@given(contracts(), WIDTHS)
def test_marks_and_lines_lead_to_each_other(contract: Contract, width: int) -> None:
    root = parsed(timeline(contract, width=width))
    links = {
        link.attrib["id"]: link.attrib["href"]
        for link in root.iter(f"{SVG}a")
        if "id" in link.attrib
    }
    assert links
    for name, target in links.items():
        assert links[target.removeprefix("#")] == f"#{name}"
    bars = [a for a in root.iter(f"{SVG}a") if "id" not in a.attrib]
    assert {a.attrib["href"].removeprefix("#") for a in bars} <= set(links)


@FEW
@given(contracts())
def test_each_pay_line_has_its_rate_to_scale(contract: Contract) -> None:
    lines = pay_of(contract, LETTER).lines
    root = parsed(timeline(contract))
    bars = of_class(root, "rect", "pay")
    assert len(bars) == len(lines)
    full = {
        round(float(bar.attrib["height"]) / float(line.rate), 2)
        for bar, line in zip(bars, lines, strict=True)
    }
    assert not lines or max(full) - min(full) <= 0.02
    said = told(timeline(contract))
    for line in lines:
        words = f"■\u00a0{percent(line.rate)} du {line.base.value} · "
        assert any(text.startswith(words) for text in said)


@FEW
@given(contracts())
def test_pay_bars_cover_the_contract(contract: Contract) -> None:
    story = story_of(contract, LETTER, (), pay_of(contract, LETTER))
    for one, other in pairwise(story.bars):
        assert morrow_of(one.ends_on) == other.starts_on
    if story.bars:
        assert story.bars[0].starts_on == contract.starts_on
        assert story.bars[-1].ends_on == contract.ends_on


@pytest.mark.parametrize(("width", "side"), [(900, "height"), (350, "width")])
def test_27_and_67_differ_at_sight(width: int, side: str) -> None:
    # D6222-26: 27 % under 18, 43 % from the month after the 18th birthday
    root = parsed(timeline(LAWFUL, width=width))
    bars = of_class(root, "rect", "pay")
    first, second = (float(bar.attrib[side]) for bar in bars[:2])
    assert second / first == pytest.approx(43 / 27, rel=0.01)
    assert 67 / 27 * first - first >= 40


def test_a_rate_above_the_whole_keeps_within_the_drawing() -> None:
    story = Story(
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 8, 31),
        years=((date(2026, 9, 1), "1re année"),),
        events=(Event(on=date(2026, 9, 1), kind="pay", text="110 %"),),
        bars=(
            Bar(
                starts_on=date(2026, 9, 1),
                ends_on=date(2027, 8, 31),
                rate=110,  # type: ignore[arg-type]
                heading="110 %",
                ages="26 ans et plus",
            ),
        ),
    )
    for width in (350, 900):
        assert outside(draw(story, width=width, name="t", listed=True)) == []


def test_facts_birthdays_lines_and_limits_are_told() -> None:
    drawn = timeline(LAWFUL)
    said = told(drawn)
    for text in (
        "●\u00a0signature",
        "●\u00a0début d'exécution",
        "●\u00a0début chez l'employeur",
        "●\u00a0début en CFA",
        "●\u00a0dernière épreuve",
        "●\u00a0fin du contrat",
        "▲\u00a018 ans",
        # 27 % of 1 867.02 euros
        "■\u00a027\u202f% du SMIC · 1re année, 16-17 ans · 504,10\u00a0€ par mois",
    ):
        assert said.count(text) == 1
    assert "1re année" in texts(drawn)
    assert "16-17 ans" in texts(drawn)
    assert "27\u202f%" in texts(drawn)
    days = listed_days(drawn)
    # L6222-12: three months after the start; the month after 18
    assert {date(2026, 11, 24), date(2026, 12, 1)} <= set(days)


def test_an_avenant_is_told_by_its_own_days() -> None:
    changed = evolve(
        LAWFUL,
        training=evolve(LAWFUL.training, first_exam_on=LAWFUL.training.last_exam_on),
        avenant=Avenant(
            concluded_on=date(2026, 11, 2),
            effective_on=date(2026, 11, 9),
            filed_on=date(2026, 11, 12),
        ),
    )
    said = told(timeline(changed))
    assert "●\u00a0première épreuve" in said
    assert "●\u00a0signature de l'avenant" in said
    assert "●\u00a0transmission de l'avenant" in said
    days = listed_days(timeline(changed))
    assert {date(2026, 11, 2), date(2026, 11, 12)} <= set(days)
    assert not any("l'avenant" in text for text in told(timeline(LAWFUL)))


def test_events_of_the_file_are_told() -> None:
    contract = evolve(
        LAWFUL,
        extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2027, 9, 1)),
        file=Dossier(filed_on=date(2026, 8, 27), rupture=Rupture(ruptured_on=date(2027, 12, 1))),
    )
    said = told(timeline(contract))
    assert "●\u00a0début de la prolongation" in said
    assert "●\u00a0transmission du contrat" in said
    assert "●\u00a0rupture" in said


def test_a_change_of_pay_stands_on_its_line_alone() -> None:
    entry = AgendaEntry(
        on=date(2027, 1, 1),
        label="SMIC",
        sources=(article("D6222-26", date(2027, 1, 1)),),
        consequence=Consequence.UNDERPAID,
    )
    own = rule(entry, evolve(entry, consequence=Consequence.NONE_KNOWN))
    assert told(timeline(LAWFUL, rules=(own,))).count("◆\u00a0SMIC") == 1


def test_a_limit_not_respected_has_its_sign_and_its_words() -> None:
    day = date(2027, 3, 1)
    drawn = {
        failing: timeline(LAWFUL, rules=(rule((day, "Limite"), found=found),))
        for failing, found in ((True, non_compliant("Le {on}.", on=day)), (False, YES))
    }
    assert "✕\u00a0Limite (non conforme)" in told(drawn[True])
    assert "◆\u00a0Limite" in told(drawn[False])
    for failing, svg in drawn.items():
        root = parsed(svg)
        assert len(of_class(root, "path", "cross")) == failing
        assert len(of_class(root, "path", "failure")) == failing
        assert len(of_class(root, "text", "bad")) == failing
        signs = any("✕" in text for text in texts(svg))
        assert signs is failing


def test_a_day_that_no_failure_names_is_no_failure() -> None:
    other = date(2027, 3, 2)
    inner = rule(
        (date(2027, 3, 1), "Limite"),
        (other, "Autre"),
        found=all_of(
            [non_compliant("Le {on}.", on=date(2027, 3, 1)), compliant("Le {on}.", on=other)]
        ),
    )
    said = told(timeline(LAWFUL, rules=(inner,)))
    assert "✕\u00a0Limite (non conforme)" in said
    assert "◆\u00a0Autre" in said


def test_the_end_too_late_is_missed_not_the_examination() -> None:
    # a day after two months from the end of the cycle
    said = told(timeline(LAWFUL))
    missed = [text for text in said if text.endswith("(non conforme)")]
    assert len(missed) == 1
    assert missed[0].startswith("✕\u00a0Fin du contrat au plus tard, deux mois")
    assert "◆\u00a0Dernière épreuve, que le contrat doit couvrir" in said


def test_each_kind_of_event_has_its_sign_explained() -> None:
    drawn = timeline(LAWFUL, rules=(rule((LAWFUL.ends_on, "Limite")),))
    legend = " ".join(texts(drawn)).replace("\u00a0", " ")
    for sign in (
        "● fait déclaré",
        "◆ échéance ou effet de la loi",
        "▲ anniversaire",
        "■ minimum de rémunération",
        "▬ trois mois au plus entre les débuts",
    ):
        assert sign in legend
    assert "✕" not in legend


def test_what_lies_far_from_the_contract_has_an_arrow() -> None:
    early = LAWFUL.concluded_on - timedelta(300)
    drawn = timeline(
        evolve(LAWFUL, concluded_on=early), rules=(rule((date(2040, 1, 1), "Bien plus tard")),)
    )
    assert f"{short_date(early)} ←" in texts(drawn)
    assert "01/01/2040 →" in texts(drawn)
    assert any("hors\u00a0de\u00a0l'échelle" in text for text in texts(drawn))
    assert len(of_class(parsed(drawn), "path", "far")) == 2
    near = timeline(LAWFUL, rules=())
    assert not any("échelle" in text for text in texts(near))


def test_years_are_in_proportion() -> None:
    bands = of_class(parsed(timeline(LATE)), "rect", "year")
    sizes = [float(band.attrib["width"]) for band in bands]
    assert len(sizes) == 3
    for one, other in pairwise(sizes):
        assert one == pytest.approx(other, rel=0.01)


@pytest.mark.parametrize("width", [350, 900])
def test_years_without_room_are_left_out(width: int) -> None:
    contract = evolve(LATE, ends_on=date(2086, 8, 31))
    root = parsed(timeline(contract, width=width))
    years = [
        int(text.text or "")
        for text in of_class(root, "text", "m")
        if re.fullmatch(r"\d{4}", text.text or "")
    ]
    assert 2 <= len(years) < 40
    assert years == sorted(years)


def test_a_contract_of_one_day_is_drawn() -> None:
    day = date(2026, 9, 1)
    contract = in_2026(concluded_on=day, starts_on=day, ends_on=day)
    for width in (350, 900):
        assert "●\u00a0fin du contrat" in told(timeline(contract, width=width))


def test_the_months_around_the_cycle_before_2019() -> None:
    contract = signed(date(2018, 8, 1), born_on=date(2001, 2, 10))
    assert not of_class(parsed(timeline(contract)), "path", "gap")
    known = evolve(contract, training=Training(cycle_starts_on=date(2018, 9, 3)))
    assert of_class(parsed(timeline(known)), "path", "gap")


@pytest.mark.parametrize("width", [350, 900])
def test_pay_that_the_library_does_not_cover_is_left_out(width: int) -> None:
    contract = signed(
        date(2017, 9, 1), born_on=date(2000, 2, 10), employer=Employer(territory=Territory.MAYOTTE)
    )
    drawn = timeline(contract, width=width)
    assert outside(drawn) == []
    assert not any("SMIC" in text for text in texts(drawn))
    assert of_class(parsed(drawn), "rect", "year")


def test_a_long_label_goes_on_below() -> None:
    long = "mot " * 60
    drawn = timeline(LAWFUL, rules=(rule((LAWFUL.ends_on, long)),), width=350)
    joined = " ".join(texts(drawn))
    assert joined.count("mot") == 60
    assert outside(drawn) == []


def test_it_is_told_to_who_does_not_see_it() -> None:
    root = parsed(timeline(LAWFUL))
    assert root.attrib["role"] == "group"  # links are no part of an image
    by_id = {item.get("id"): item.text or "" for item in root.iter()}
    title = by_id[root.attrib["aria-labelledby"]]
    assert title == "Contrat du 24\u00a0août 2026 au 31\u00a0août 2028"
    words = by_id[root.attrib["aria-describedby"]]
    assert "10/11/2026, 18 ans\u202f;" in words
    assert "01/12/2026, 43\u202f% du SMIC" in words
    for link in root.iter(f"{SVG}a"):
        assert "".join(link.itertext()).strip()


def test_it_stands_alone() -> None:
    drawn = timeline(LAWFUL)
    assert isinstance(drawn, Svg)
    assert drawn._repr_html_() == drawn
    assert type(drawn._repr_html_()) is str
    assert drawn.count("<style>") == 1


@FEW
@given(contracts())
def test_it_is_the_same_each_time(contract: Contract) -> None:
    assert timeline(contract) == timeline(evolve(contract))


class TestInThePage:
    @FEW
    @given(contracts())
    def test_the_list_holds_each_day_in_order(self, contract: Contract) -> None:
        story = story_of(contract, LETTER, (), pay_of(contract, LETTER))
        figure = parsed(timeline_figure(story).replace(f' xmlns="{SVG[1:-1]}"', ""))
        (days,) = figure.iter("ol")
        told = [day.attrib["datetime"] for day in days.iter("time")]
        assert told == [day.on.isoformat() for day in story.days]
        for item, day in zip(days.iter("li"), story.days, strict=True):
            words = "".join(item.itertext())
            for event in day.events:
                assert event.marked in words

    @pytest.mark.parametrize("contract", [LAWFUL, LATE])
    def test_each_drawing_and_the_list_lead_to_each_other(self, contract: Contract) -> None:
        written = page(review(contract))
        section = written[written.index('id="frise"') :]
        ids = set(re.findall(r' id="([^"]+)"', written))
        assert len(re.findall(r' id="', written)) == len(ids)
        links = re.findall(r' href="#([^"]+)"', section)
        assert set(links) <= ids
        days = [name for name in ids if re.fullmatch(r"jour-\d+", name)]
        for name in days:
            number = name.removeprefix("jour-")
            for drawing in ("wide", "narrow"):
                assert f"frise-{drawing}-{number}" in links
            assert links.count(name) >= 2  # from each drawing

    def test_a_failure_is_told_by_a_word_not_by_colour_alone(self) -> None:
        written = page(review(LATE))
        failed = escape("(non conforme)")
        assert re.search(f'<div class="bad">✕[^<]*{re.escape(failed)}', written)
