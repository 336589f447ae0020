"""The timeline: to scale, no label over another, told in words too."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

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
from apprentissage.judging import AgendaEntry, Consequence, Rule, compliant
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from apprentissage.months import morrow_of
from apprentissage.views._flags import Label, fitting_width, place
from apprentissage.views.timeline import Svg, timeline
from tests.sample import in_2026, signed
from tests.views.specimens import LATE, LAWFUL, contracts
from tests.views.svg_boxes import SVG, meeting, outside, parsed, texts

WIDTHS = st.sampled_from((350, 600, 900, 940))


def dated(*days: tuple[date, str]) -> tuple[Rule, ...]:
    """The rules, and one that puts dates in the agenda."""
    rule = Rule(
        name="own",
        title="Règle propre",
        judge=lambda _, __: compliant("Oui."),
        dates=lambda _, __: [
            AgendaEntry(on=day, label=label, sources=(article("L6222-1"),))
            for day, label in days
        ],
    )
    return (*RULES, rule)


def words(svg: str) -> list[str]:
    return [box.words for box in texts(parsed(svg))]


@given(contracts(), WIDTHS)
def test_no_label_covers_another_nor_leaves_the_drawing(
    contract: Contract, width: int
) -> None:
    root = parsed(timeline(contract, width=width))
    assert meeting(root) == []
    assert outside(root) == []


LABELS = st.text("abcdefghij WM,:é", min_size=1, max_size=90).filter(str.strip)


@given(
    contracts(),
    st.lists(st.tuples(st.integers(-400, 1900), LABELS), max_size=25),
    WIDTHS,
)
def test_no_label_of_a_crowded_agenda_covers_another(
    contract: Contract, entries: list[tuple[int, str]], width: int
) -> None:
    rules = dated(
        *(
            (contract.starts_on + timedelta(days), label)
            for days, label in entries
        )
    )
    root = parsed(timeline(contract, rules=rules, width=width))
    assert meeting(root) == []
    assert outside(root) == []


def test_meeting_labels_would_be_told() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" '
        'font-size="10"><text x="5" y="12">abc</text>'
        '<text x="15" y="14">def</text><path d="M8 0V20"/>'
        '<text x="95" y="14">out</text></svg>'
    )
    assert meeting(parsed(svg)) == [("abc", "def"), ("|", "abc")]
    assert outside(parsed(svg)) == ["out"]


labels = st.builds(
    Label,
    heading=st.text("abcW", min_size=1, max_size=12),
    lines=st.lists(st.text("abcW ", max_size=30), max_size=4).map(tuple),
    size=st.just(10.0),
)
places = st.lists(
    st.tuples(st.floats(0, 1000), labels),
    max_size=30,
    unique_by=lambda item: item[0],
)


@given(places)
def test_flags_keep_clear_of_each_other(
    placed: list[tuple[float, Label]],
) -> None:
    flags = place([(x, [label]) for x, label in placed])
    assert sorted(f.x for f in flags) == [f.x for f in flags]
    assert len(flags) == len(placed)
    for i, left in enumerate(flags):
        for right in flags[i + 1 :]:
            apart = left.right < right.x
            above = left.foot > right.top
            assert apart or above


def test_the_way_that_rises_least_is_taken() -> None:
    next_one = Label(heading="1", lines=(), size=10.0)
    long = Label(heading="1", lines=("mmmmmmmm",), size=10.0)
    short = Label(heading="1", lines=("mmmm", "mmmm"), size=10.0)
    for at, taken in ((70.0, short), (40.0, long)):
        flags = place([(0.0, [long, short]), (at, [next_one])])
        assert flags[0].label is taken


@given(
    st.lists(st.tuples(st.floats(0, 1), labels), max_size=20),
    st.floats(300, 1000),
)
def test_the_axis_leaves_room_for_its_labels(
    labelled: list[tuple[float, Label]], width: float
) -> None:
    length = fitting_width(labelled, width)
    assert length <= width
    assert all(
        at * length + label.width <= width + 1e-6 for at, label in labelled
    )


def test_facts_birthdays_lines_and_limits_are_told() -> None:
    told = words(timeline(LAWFUL))
    assert "10/08/2026" in told
    assert "●\u00a0signature" in told
    assert "●\u00a0début d'exécution" in told
    assert "●\u00a0début chez l'employeur" in told
    assert "●\u00a0début en CFA" in told
    assert "●\u00a0dernière épreuve" in told
    assert "●\u00a0fin du contrat" in told
    assert "▲\u00a018 ans" in told
    assert "1re année" in told
    # D6222-26: 27 % under 18, 43 % from the month after the 18th birthday
    assert "27\u202f% du SMIC" in told
    assert "43\u202f% du SMIC" in told
    assert "1.2 · 18-20 ans" in told
    assert "dès le 01/12/2026" in told
    # L6222-12: three months after the start
    assert "24/11/2026" in told


def test_an_avenant_is_told_by_its_own_days() -> None:
    changed = evolve(
        LAWFUL,
        training=evolve(
            LAWFUL.training, first_exam_on=LAWFUL.training.last_exam_on
        ),
        avenant=Avenant(
            concluded_on=date(2026, 11, 2),
            effective_on=date(2026, 11, 9),
            filed_on=date(2026, 11, 12),
        ),
    )
    told = words(timeline(changed))
    assert "●\u00a0première épreuve" in told
    assert "02/11/2026" in told
    assert "●\u00a0signature de l'avenant" in told
    assert "12/11/2026" in told
    assert "●\u00a0transmission de l'avenant" in told
    assert "l'avenant" not in words(timeline(LAWFUL))


def test_a_line_says_its_euros() -> None:
    # 27 % of 1 867.02 euros
    assert "504,10\u00a0€ par mois" in words(timeline(LAWFUL))


def test_a_change_of_pay_stands_on_its_line_alone() -> None:
    entry = AgendaEntry(
        on=date(2027, 1, 1),
        label="SMIC",
        sources=(article("D6222-26"),),
        consequence=Consequence.UNDERPAID,
    )
    rule = Rule(
        name="own",
        title="Règle propre",
        judge=lambda _, __: compliant("Oui."),
        dates=lambda _, __: [
            entry,
            evolve(entry, consequence=Consequence.NONE_KNOWN),
        ],
    )
    told = words(timeline(LAWFUL, rules=(rule,)))
    assert told.count("◆\u00a0SMIC") == 1


def test_each_kind_of_event_has_its_sign_explained() -> None:
    (signs,) = [w for w in words(timeline(LAWFUL)) if "fait" in w]
    assert "●\u00a0fait" in signs
    assert "◆\u00a0échéance" in signs
    assert "▲\u00a0anniversaire" in signs
    assert "▬" in signs


def test_what_lies_far_from_the_contract_stands_apart() -> None:
    early = LAWFUL.concluded_on - timedelta(300)
    told = words(
        timeline(
            evolve(LAWFUL, concluded_on=early),
            rules=dated((date(2040, 1, 1), "Bien plus tard")),
        )
    )
    assert f"←\u00a0{early:%d/%m/%Y} ●\u00a0signature" in told
    assert "→\u00a001/01/2040 ◆\u00a0Bien plus tard" in told
    assert any("hors\u00a0de\u00a0l'échelle" in line for line in told)


def test_a_contract_without_far_dates_explains_no_arrow() -> None:
    told = words(timeline(LAWFUL, rules=()))
    assert not any("échelle" in line for line in told)


def test_years_are_in_proportion() -> None:
    root = parsed(timeline(LATE))
    bands = [r for r in root.iter(f"{SVG}rect") if r.get("class") == "year"]
    sizes = [float(band.attrib["width"]) for band in bands]
    assert len(sizes) == 3
    for one, other in pairwise(sizes):
        assert one == pytest.approx(other, rel=0.01)


def test_a_bar_is_as_high_as_its_rate() -> None:
    root = parsed(timeline(LAWFUL))
    bars = [r for r in root.iter(f"{SVG}rect") if r.get("class") == "pay"]
    first, second = (float(bar.attrib["height"]) for bar in bars[:2])
    assert second / first == pytest.approx(43 / 27, rel=0.01)


def test_a_same_day_stands_once() -> None:
    told = words(timeline(LAWFUL))
    assert told.count("24/08/2026") == 1


def test_years_without_room_are_left_out() -> None:
    contract = evolve(LATE, ends_on=date(2066, 8, 31))
    told = words(timeline(contract, width=350))
    years = [int(word) for word in told if word.isdigit()]
    assert 2 <= len(years) < 40
    assert years == sorted(years)


def test_a_contract_of_one_day_is_drawn() -> None:
    day = date(2026, 9, 1)
    contract = in_2026(concluded_on=day, starts_on=day, ends_on=day)
    assert meeting(parsed(timeline(contract))) == []
    assert "●\u00a0fin du contrat" in words(timeline(contract))


def test_events_of_the_file_are_told() -> None:
    contract = evolve(
        LAWFUL,
        extension=Extension(
            reason=ExtensionReason.FAILED_EXAM, starts_on=date(2027, 9, 1)
        ),
        file=Dossier(
            filed_on=date(2026, 8, 27),
            rupture=Rupture(ruptured_on=date(2027, 12, 1)),
        ),
    )
    told = words(timeline(contract))
    assert "●\u00a0début de la prolongation" in told
    assert "●\u00a0transmission du contrat" in told
    assert "●\u00a0rupture" in told


def test_the_months_around_the_cycle_before_2019() -> None:
    contract = signed(date(2018, 8, 1), born_on=date(2001, 2, 10))
    drawn = parsed(timeline(contract))
    assert not [p for p in drawn.iter() if p.get("class") == "gap"]
    known = evolve(
        contract, training=Training(cycle_starts_on=date(2018, 9, 3))
    )
    drawn = parsed(timeline(known))
    assert [p for p in drawn.iter() if p.get("class") == "gap"]


def test_pay_that_the_library_does_not_cover_is_left_out() -> None:
    contract = signed(
        date(2017, 9, 1),
        born_on=date(2000, 2, 10),
        employer=Employer(territory=Territory.MAYOTTE),
    )
    told = words(timeline(contract))
    assert "contrat" in told
    assert not any("SMIC" in line for line in told)


def test_a_long_word_widens_the_drawing() -> None:
    rules = dated((LAWFUL.ends_on, "M" * 200))
    root = parsed(timeline(LAWFUL, rules=rules, width=350))
    assert outside(root) == []
    assert float(root.attrib["viewBox"].split()[2]) > 350


def test_it_is_told_to_who_does_not_see_it() -> None:
    root = parsed(timeline(LAWFUL))
    assert root.attrib["role"] == "img"
    by_id = {item.get("id"): item.text or "" for item in root.iter()}
    title = by_id[root.attrib["aria-labelledby"]]
    assert title == "Contrat du 24\u00a0août 2026 au 31\u00a0août 2028"
    told = by_id[root.attrib["aria-describedby"]]
    assert "10/11/2026, 18 ans\u202f;" in told
    assert "du 01/12/2026 au 23/08/2027, 43\u202f% du SMIC" in told


def test_it_stands_alone() -> None:
    drawn = timeline(LAWFUL)
    assert isinstance(drawn, Svg)
    assert drawn._repr_html_() == drawn
    assert type(drawn._repr_html_()) is str
    assert drawn.count("<style>") == 1


@given(contracts())
def test_it_is_the_same_each_time(contract: Contract) -> None:
    assert timeline(contract) == timeline(evolve(contract))


@given(contracts())
def test_pay_bars_cover_the_contract(contract: Contract) -> None:
    from apprentissage.views._pay import pay_of
    from apprentissage.views._story import story_of

    pay = pay_of(contract, LETTER)
    story = story_of(contract, LETTER, (), pay)
    for one, other in pairwise(story.bars):
        assert morrow_of(one.ends_on) == other.starts_on
    if story.bars:
        assert story.bars[0].starts_on == contract.starts_on
        assert story.bars[-1].ends_on == contract.ends_on
