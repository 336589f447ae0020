"""The first screen of a page, what it folds, how it cites, how it grows."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlparse
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve, frozen

from apprentissage.catalogue import RULES
from apprentissage.facts import Contract, MaitreApprentissage
from apprentissage.facts.names import FRENCH_NAMES, french_names
from apprentissage.judging import (
    Outcome,
    Rule,
    all_of,
    compliant,
    non_compliant,
    not_applicable,
    undetermined,
)
from apprentissage.law.dated import ByWork, Version
from apprentissage.law.readings import LETTER
from apprentissage.law.smic import BUNDLED_SMIC, Smic
from apprentissage.reviewing import review
from apprentissage.views._missing import APPRENTICE, CFA, EMPLOYER, OPCO, TELLERS, asked, teller
from apprentissage.views.page import page
from tests.views.specimens import LATE, LAWFUL
from tests.views.test_page import MAYOTTE_2017, page_of, plain, rows_of, ruled, shown, tree


@frozen
class ToDo:
    """What the page asks of a remedy."""

    rule: str
    sentence: str


def of_class(written: str, name: str) -> ET.Element:
    (found,) = (item for item in tree(written).iter() if name in item.get("class", "").split())
    return found


def at_a_glance(written: str) -> list[tuple[str, list[str]]]:
    """Each heading of the glance and what stands under it."""
    return [
        (
            plain(cell.findtext("dt", "")),
            [plain("".join(dd.itertext())) for dd in cell.iterfind("dd")],
        )
        for cell in of_class(written, "glance")
    ]


# Verdict and remedies ----------------------------------------------------


def test_each_failure_stands_in_one_line_with_its_remedy() -> None:
    found = review(LATE)
    first, second = found.non_compliant
    todo = ToDo(first.rule, "Signez avant d'embaucher : 5 jours <avant>.")
    other = ToDo("unknown", "Rien.")
    written = page(found, remedies=(todo, other))
    lines = [
        plain("".join(line.itertext())) for line in of_class(written, "verdict").iterfind("ol/li")
    ]
    one, other_line = lines
    assert one.startswith(f"{plain(first.subject)} – ")
    assert one.endswith(f"{plain(first.sentence)}→ Signez avant d'embaucher : 5 jours <avant>.")
    part = "formation pratique chez l'employeur"
    assert other_line.startswith(f"{plain(second.subject)} ({part}) – ")
    assert other_line.endswith(plain(second.sentence))
    assert "Rien." not in shown(written)


def test_without_remedies_none_is_announced() -> None:
    assert "→ " not in "".join(of_class(page_of(LATE), "verdict").itertext())


def test_a_failure_names_the_part_that_fails() -> None:
    whole = all_of(
        (
            compliant("Le délai court.", subject="entreprise"),
            non_compliant("Le délai a pris fin.", subject="CFA"),
        )
    )
    written = page_of(LAWFUL, (ruled(whole),))
    (line,) = of_class(written, "verdict").iterfind("ol/li")
    assert plain("".join(line.itertext())) == ("Règle propre (CFA) – Le délai a pris fin.")


# Pay, days, questions ----------------------------------------------------


def test_the_least_pay_and_its_next_rise() -> None:
    heading, (euros, rate, rise) = at_a_glance(page_of(LAWFUL))[0]
    # concluded before its start: the pay of the first day
    assert heading == "Salaire minimum au 24/08/2026"
    assert euros == "504,10 € brut par mois"
    assert rate == "27 % du SMIC, 16-17 ans"
    # 18 on 10/11/2026, 43 % from the month after
    assert rise == (
        "puis 802,82 € dès le 01/12/2026 (18-20 ans, majoration : nouvelle tranche d'âge)"
    )


@pytest.mark.parametrize(
    ("on", "heading", "euros", "rise"),
    [
        (date(2026, 1, 1), "02/03/2026", "492,22 €", "hausse du SMIC"),
        (date(2026, 5, 31), "31/05/2026", "492,22 €", "hausse du SMIC"),
        (date(2026, 6, 1), "01/06/2026", "504,10 €", "18-20 ans"),
        (date(2040, 1, 1), "31/08/2028", "1 250,90 €", "Pas de hausse"),
    ],
)
def test_the_pay_is_that_of_the_day_of_reading(
    on: date, heading: str, euros: str, rise: str
) -> None:
    contract = evolve(LAWFUL, concluded_on=date(2026, 3, 2), starts_on=date(2026, 3, 2))
    term, told = at_a_glance(page(review(contract), on=on))[0]
    assert term == f"Salaire minimum au {heading}"
    assert told[0] == f"{euros} brut par mois"
    assert rise in told[2]


def test_a_pay_that_is_not_covered_says_so_at_a_glance() -> None:
    _, told = at_a_glance(page_of(MAYOTTE_2017))[0]
    assert told[0].startswith("Non couvert au 1er septembre 2017")


def test_a_rate_stands_alone_where_the_smic_is_not_known() -> None:
    later = Version(date(2028, 1, 1), Smic(1250), ())
    series = evolve(BUNDLED_SMIC, national=ByWork("SMIC d'essai", (later,)))
    found = review(LAWFUL, evolve(LETTER, smic=series))
    _, (rate, gap) = at_a_glance(page(found))[0]
    assert rate == "27 % du SMIC, 16-17 ans"
    assert gap.startswith("Non couvert au")


def test_the_next_three_days_leave_pay_aside() -> None:
    heading, days = at_a_glance(page_of(LAWFUL))[1]
    assert heading == "Premières échéances"
    assert len(days) == 3
    heading, later = at_a_glance(page(review(LAWFUL), on=date(2027, 1, 1)))[1]
    assert heading == "Prochaines échéances"
    assert len(later) == 3
    dated = [day[6:10] + day[3:5] + day[:2] for day in later]
    assert dated == sorted(dated)
    assert dated[0] >= "20270101"
    assert not any("salaire" in day for day in later)


def test_no_day_is_left_after_the_last() -> None:
    _, days = at_a_glance(page(review(LAWFUL), on=date(2099, 1, 1)))[1]
    assert days == ["Aucune : toutes les dates sont passées."]


def test_how_many_facts_are_missing_and_from_whom() -> None:
    found = review(LATE)
    _, (said,) = at_a_glance(page(found))[2]
    counts = [int(n) for n in re.findall(r"\d+", said)]
    assert counts[0] == len(found.missing) == sum(counts[1:])
    told = page_of(LAWFUL, (ruled(compliant("Oui.")),))
    assert at_a_glance(told)[2][1] == [
        "Aucune : les faits déclarés décident de toutes les règles."
    ]


# Contents ----------------------------------------------------------------


@pytest.mark.parametrize("contract", [LAWFUL, LATE])
def test_the_contents_lead_to_every_section(contract: Contract) -> None:
    root = tree(page_of(contract))
    (nav,) = root.iter("nav")
    assert nav.attrib["aria-label"] == "Sommaire"
    links = [(a.attrib["href"].removeprefix("#"), a.text) for a in nav.iter("a")]
    sections = [
        (section.attrib["id"], section.findtext("h2"))
        for section in root.iter("section")
        if "id" in section.attrib
    ]
    assert links == sections


# Facts to ask for --------------------------------------------------------


def test_every_fact_has_a_teller() -> None:
    known = {APPRENTICE, EMPLOYER, CFA, OPCO}
    assert {teller(path) for path in FRENCH_NAMES} == known
    paths = {"", *FRENCH_NAMES}
    assert not set(TELLERS) - paths, "no path of the contract"
    assert list(TELLERS) == sorted(TELLERS)


@pytest.mark.parametrize(
    ("path", "whom"),
    [
        ("apprentice.rqth", APPRENTICE),
        ("previous[1].level", APPRENTICE),
        ("maitres[0].experience[2].ends_on", EMPLOYER),
        ("employer.headcount", EMPLOYER),
        ("age_exemption", APPRENTICE),
        ("apprentice.nir", APPRENTICE),
        ("file.wanted_end_on", APPRENTICE),
        ("resumes_after_rupture", APPRENTICE),
        ("annual_funding", OPCO),
        ("deposit_number", OPCO),
        ("opco_number", OPCO),
        ("file.decision.decision", OPCO),
        ("cfa_stamped", CFA),
        ("director_authorisation", CFA),
        ("duration_ground", CFA),
        ("file.excluded_on", CFA),
        ("mobilities[0].starts_on", CFA),
        ("tripartite_agreement", CFA),
        ("file.avenants[0].signed_on", EMPLOYER),
        ("file.months_without_pay", EMPLOYER),
        ("file.practical_days", EMPLOYER),
        ("file.practical_days_until", EMPLOYER),
        ("file.rupture", EMPLOYER),
        ("training.internal_cfa", EMPLOYER),
        ("file.filed_on", EMPLOYER),
        ("file.decision.grounds", OPCO),
        ("training.cfa.uai", CFA),
        ("training.company_cfa", EMPLOYER),
        ("nothing.like.it", EMPLOYER),
    ],
)
def test_who_can_tell(path: str, whom: str) -> None:
    assert teller(path) == whom


def test_facts_are_asked_in_one_table_by_teller_with_what_waits() -> None:
    found = review(LATE)
    written = page(found)
    (section,) = (s for s in tree(written).iter("section") if s.get("id") == "manques")
    table = next(section.iter("table"))
    bodies = table.findall("tbody")
    expected = asked(found.missing)
    assert len(bodies) == len(expected)
    names = dict(zip(found.missing, french_names(found.missing), strict=True))
    for body, (whom, paths) in zip(bodies, expected.items(), strict=True):
        head, *rows = body
        assert f"À demander {whom}" in plain("".join(head.itertext()))
        told = [plain("".join(row[0].itertext())) for row in rows]
        assert sorted(told) == sorted(plain(names[p]) for p in paths)
    waiting = {
        plain(names[path]): [plain(f.subject) for f in found if path in f.missing]
        for path in found.missing
    }
    for row in rows_of(table):
        links = [plain(a.text or "") for a in row[1].iter("a")]
        assert links == waiting[plain("".join(row[0].itertext()))]


def test_codes_and_numbers_come_after_the_law() -> None:
    codes = {
        f"regle-{rule.name}"
        for rule in RULES
        if rule.judge.__module__.startswith("apprentissage.cerfa.")
    }
    written = page_of(LAWFUL)
    seen = 0
    for table in tree(written).iter("table"):
        if table.findtext("thead/tr/th") != "règle":
            continue
        names = [str(next(row.iter("span")).get("id")) for row in rows_of(table)]
        of_form = [name in codes for name in names]
        assert of_form == sorted(of_form)
        headings = [
            plain(row.findtext("th", ""))
            for row in table.iterfind("tbody/tr")
            if row.get("class") == "heading"
        ]
        assert headings == ["Codes et numéros du formulaire"] * any(of_form)
        seen += sum(of_form)
    assert seen > 5
    told = shown(written)
    # of the facts to ask for too
    asked_for = told[told.index("À demander à l'apprenti") :]
    nir = asked_for.index("numéro de sécurité sociale (NIR)")
    assert asked_for.index("travailleur handicapé") < nir


def test_what_no_fact_would_decide_is_not_folded() -> None:
    gap = undetermined(template="Droit non couvert.")
    waits = undetermined("training.level")
    rules = (
        Rule(name="one", title="Une", judge=lambda _, __: gap),
        Rule(name="two", title="Deux", judge=lambda _, __: waits),
    )
    root = tree(page_of(LAWFUL, rules))
    folded = {row for item in root.iter("details") for row in item.iter("tr")}
    for name, hidden in (("regle-one", False), ("regle-two", True)):
        (row,) = (
            row for row in root.iter("tr") if any(item.get("id") == name for item in row.iter())
        )
        assert (row in folded) is hidden


# Folded ------------------------------------------------------------------


def opened(written: str) -> set[bool]:
    return {"open" in item.attrib for item in tree(written).iter("details")}


def test_what_does_not_apply_is_folded_and_unfolded_on_request() -> None:
    found = review(LAWFUL)
    assert opened(page(found)) == {False}
    assert opened(page(found, unfolded=True)) == {True}
    (section,) = (s for s in tree(page(found)).iter("section") if s.get("id") == "sans-objet")
    heading, content = section
    assert heading.tag == "h2"
    assert content.tag == "details"
    aside = [f for f in found if f.outcome is Outcome.NOT_APPLICABLE]
    shown_ = [f for f in aside if not f.reminds]
    assert content.findtext("summary") == f"{len(shown_)} règles sans objet"
    assert sum(1 for t in content.iter("table") for _ in rows_of(t)) == len(shown_)


def test_a_held_rule_folds_its_parts_and_says_how_many() -> None:
    whole = all_of([compliant("Un.", subject="un"), compliant("Deux.", subject="deux")])
    written = page_of(LAWFUL, (ruled(whole),))
    (detail,) = (item for item in tree(written).iter("details") if item.get("class") == "detail")
    assert detail.findtext("summary") == "2 éléments"
    later = evolve(not_applicable("Non."), holds_from=date(2027, 1, 1))
    assert "précision" in shown(page_of(LAWFUL, (ruled(later),)))


# Typography and links ----------------------------------------------------


@pytest.mark.parametrize("contract", [LAWFUL, LATE])
def test_apostrophes_are_those_of_print(contract: Contract) -> None:
    written = page(review(contract), unfolded=True)
    body = written[written.index("<body>") :]
    assert "&#x27;" not in body
    assert "’" in body


def test_ordinals_are_raised() -> None:
    written = page_of(evolve(LAWFUL, starts_on=date(2026, 9, 1)))
    body = written[written.index("<body>") :]
    assert "1<sup>er</sup>\u00a0septembre" in body
    assert '1<tspan class="up" dy="-4">re</tspan>' in body
    outside = re.sub(r"<(?:title|desc)[^>]*>[^<]*</", "", body)
    assert not re.search(r"\b\d+(?:er|re)\b", outside)


@pytest.mark.parametrize("contract", [LAWFUL, LATE])
def test_every_article_is_a_link_to_legifrance(contract: Contract) -> None:
    root = tree(page(review(contract), unfolded=True))
    article = re.compile(r"(?:\bart\.\u00a0)?\b[LRD]\.\u00a0\d")
    body = root.find("body")
    assert body is not None
    seen = 0
    for words, linked in _texts(body, linked=""):
        if article.search(words):
            address = urlparse(linked)
            assert address.scheme == "https", words
            if address.netloc == "www.legifrance.gouv.fr":
                seen += 1
    assert seen > 50


def _texts(item: ET.Element, linked: str) -> Iterator[tuple[str, str]]:
    """Each text that is printed, with the address to which it leads."""
    if item.tag.rpartition("}")[2] in {"title", "desc", "svg", "style"}:
        return
    linked = item.get("href", linked)
    yield item.text or "", linked
    for child in item:
        yield from _texts(child, linked)
        yield child.tail or "", linked


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Selon l'art. L. 6222-1, non.", "L6222-1"),
        ("Selon les art. R. 6222-46 et R. 6222-60.", "R6222-60"),
        ("Selon l'art. 2224 du code civil.", "2224"),
    ],
)
def test_an_article_in_a_sentence_leads_to_its_number(said: str, number: str) -> None:
    written = page_of(LAWFUL, (ruled(non_compliant(said)),))
    links = [
        parse_qs(urlparse(a.attrib["href"]).query)
        for a in tree(written).iter("a")
        if a.get("class") == "number"
    ]
    assert [number] in [link["query"] for link in links]
    assert all(link["searchField"] == ["NUM_ARTICLE"] for link in links)


def test_an_article_of_a_law_is_no_article_of_a_code() -> None:
    said = "Loi n° 2023-1196, art. 10."
    written = page_of(LAWFUL, (ruled(non_compliant(said)),))
    assert not [
        a
        for a in tree(written).iter("a")
        if a.get("class") == "number" and (a.text or "").endswith("10")
    ]


def test_the_age_is_told_where_there_is_one() -> None:
    assert "10 novembre 2008 (17 ans au début)" in shown(page_of(LAWFUL))


# Growth ------------------------------------------------------------------


def calls_of(make: Any, size: int) -> int:
    """How many Python functions a page calls."""
    found = review(make(size))
    count = 0

    def note(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    page(found)  # tables that are made once
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        page(found)
    finally:
        sys.setprofile(before)
    return count


def unknown_maitres(size: int) -> Contract:
    return evolve(LAWFUL, maitres=(MaitreApprentissage(),) * size)


def test_a_page_is_linear_in_the_parts_of_a_finding() -> None:
    # what one more of them costs does not grow with their number
    some, more, most = (calls_of(unknown_maitres, n) for n in (20, 40, 80))
    assert (most - more) / (more - some) == pytest.approx(2, rel=0.05)
    lengths = [len(page_of(unknown_maitres(n))) for n in (20, 40, 80)]
    assert lengths[2] - lengths[1] < 2.2 * (lengths[1] - lengths[0])
