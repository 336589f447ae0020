"""The page of a review: whole, in French, escaped, open to everyone."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from typing import ClassVar
from xml.etree import ElementTree as ET

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from apprentissage._text import escape
from apprentissage.catalogue import RULES
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    Apprentice,
    Avenant,
    Cfa,
    Contract,
    ContractType,
    Diploma,
    Employer,
    Territory,
    Training,
)
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.names import french_name
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Rule,
    Undated,
    all_of,
    compliant,
    non_compliant,
    not_applicable,
    reminder,
    undetermined,
)
from apprentissage.law.choices import FifteenthBirthday, UpperAgeDay
from apprentissage.law.dated import ByWork, Version
from apprentissage.law.readings import DOCTRINE, LETTER
from apprentissage.law.smic import BUNDLED_SMIC, Smic
from apprentissage.law.sources import Caveat, article
from apprentissage.reviewing import agenda, review
from apprentissage.views.page import page
from tests.sample import signed
from tests.views.specimens import LATE, LAWFUL, contracts


def tree(written: str) -> ET.Element:
    """The page, which is well-formed XML too, its exponents set down."""
    flat = re.sub("</?sup>", "", written)
    return ET.fromstring(flat)  # noqa: S314 (our own markup)


def shown(written: str) -> str:
    """The text of the body, its spaces made plain."""
    unlinked = re.sub(r'<a class="number"[^>]*>([^<]*)</a>', r"\1", written)
    body = tree(unlinked).find("body")
    assert body is not None
    return plain(" ".join(body.itertext()))


def plain(words: str) -> str:
    """A text with plain spaces and apostrophes."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", words).replace("’", "'")


def cited(reference: str) -> str:
    """A reference as the page writes it: a number of the code du travail."""
    number = re.fullmatch(r"art\. (.*) du code du travail", plain(reference))
    return number[1] if number else plain(reference)


def ruled(finding: Finding, **more: object) -> Rule:
    """A rule that always finds the same."""
    given_: dict[str, object] = {"name": "own", "title": "Règle propre"}
    return Rule(judge=lambda _, __: finding, **(given_ | more))  # type: ignore[arg-type]


def page_of(contract: Contract, rules: tuple[Rule, ...] = RULES) -> str:
    return page(review(contract, rules=rules), rules)


class Whole(HTMLParser):
    """Reads a page as a browser does, and tells tags left open."""

    VOID: ClassVar = {"meta"}

    def __init__(self, written: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, n, v or "") for n, v in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in self.VOID
        self.attributes += [(tag, n, v or "") for n, v in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav"),
    *("section", "article", "h1", "h2", "h3", "p", "a", "ul", "ol", "li", "dl", "dt", "dd"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "span", "div"),
    *("b", "bdi", "sup", "details", "summary", "figure", "svg", "path", "rect", "text", "tspan"),
    *("desc", "time"),
}
"""Of HTML and SVG, those that a page may need."""

FEW = settings(max_examples=settings().max_examples // 5)
"""A whole page takes long: fewer of them, in every profile."""

BOTH = pytest.mark.parametrize("contract", [LAWFUL, LATE], ids=["ok", "late"])


@FEW
@given(contracts())
def test_it_is_well_formed_and_the_same_each_time(contract: Contract) -> None:
    written = page_of(contract)
    assert tree(written).tag == "html"
    whole = Whole(written)
    assert whole.open == []
    assert whole.tags <= ELEMENTS
    assert written == page_of(evolve(contract))


@BOTH
def test_it_is_french_and_declares_itself(contract: Contract) -> None:
    written = page_of(contract)
    assert written.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert '<meta charset="utf-8"/>' in written
    assert 'name="viewport"' in written
    title = tree(written).find("head/title")
    assert title is not None
    assert plain(title.text or "").startswith("Revue du contrat d'apprentissage,")


@BOTH
def test_it_fetches_nothing_and_runs_nothing(contract: Contract) -> None:
    whole = Whole(page_of(contract))
    fetching = {"script", "link", "img", "iframe", "object", "embed", "image"}
    assert not whole.tags & (fetching | {"use", "video", "audio", "base"})
    addresses = [a for a in whole.attributes if "://" in a[2]]
    assert {(tag, name) for tag, name, _ in addresses} <= {("a", "href"), ("svg", "xmlns")}
    names = {name for _, name, _ in whole.attributes}
    assert not {n for n in names if n.startswith("on") or n in {"src", "style"}}


@BOTH
def test_every_finding_stands_with_its_articles(contract: Contract) -> None:
    found = review(contract)
    said = shown(page(found))
    for finding in found:
        assert plain(finding.sentence) in said
        articles = {rule.name: rule.articles for rule in RULES}[finding.rule]
        for source in finding.sources or tuple(map(article, articles)):
            assert cited(source.reference) in said
        for part in finding.parts:
            opening, _, rest = plain(part.sentence).partition(" : ")
            told = (plain(part.sentence), f"{part.subject} : {opening}.")
            assert any(each in said for each in (*told, f"{part.subject} : {rest}") if each)


LABELS = {
    "non-compliant": "non conforme",
    "undetermined": "à compléter",
    "reminder": "à retenir",
    "compliant": "conforme",
    "not-applicable": "sans objet",
}


SECTIONS = {
    "non-conformites": "non-compliant",
    "manques": "undetermined",
    "rappels": "reminder",
    "respectees": "compliant",
    "sans-objet": "not-applicable",
}
"""The outcome of the findings of each section."""


def rows_of(table: ET.Element) -> Iterator[ET.Element]:
    """The rows of a table that are no heading of others."""
    for row in table.iterfind("tbody/tr"):
        if row.get("class") != "heading":
            yield row


def findings_told(written: str) -> list[tuple[str, ET.Element]]:
    """Each finding, a card or a row, by the outcome of its section."""
    told: list[tuple[str, ET.Element]] = []
    for section in tree(written).iter("section"):
        outcome = SECTIONS.get(section.get("id", ""))
        if outcome is None:
            continue
        told += [(outcome, card) for card in section.iter("article")]
        told += [
            (outcome, row)
            for table in section.iter("table")
            if table.findtext("thead/tr/th") == "règle"
            for row in rows_of(table)
        ]
    return told


def finding_told(written: str) -> ET.Element:
    ((_, told),) = findings_told(written)
    return told


@BOTH
def test_findings_stand_worst_first(contract: Contract) -> None:
    found = review(contract)
    classes = [outcome for outcome, _ in findings_told(page(found))]
    outcomes = ["reminder" if f.reminds else f.outcome.value.replace("_", "-") for f in found]
    assert {"reminder", "not-applicable"} <= set(outcomes)
    assert classes == sorted(outcomes, key=[*LABELS].index)


@BOTH
def test_an_outcome_is_a_word_and_a_sign_and_no_mere_colour(contract: Contract) -> None:
    badges = [
        span
        for span in tree(page_of(contract)).iter("span")
        if span.get("class", "").startswith(("badge ", "word-of "))
    ]
    assert len(badges) > len(review(contract).non_compliant)
    for badge in badges:
        label = LABELS[badge.attrib["class"].split()[1]]
        assert "".join(badge.itertext()) == label
        sign = badge.find("svg")
        assert sign is not None
        assert sign.attrib["aria-hidden"] == "true"


@BOTH
def test_what_fails_stands_in_a_card(contract: Contract) -> None:
    for outcome, told in findings_told(page_of(contract)):
        assert (told.tag == "article") is (outcome == "non-compliant")


def test_each_outcome_has_a_sign_of_its_own() -> None:
    parts = [
        compliant("Oui."),
        non_compliant("Non."),
        undetermined("starts_on"),
        not_applicable("Sans objet."),
        reminder("À faire."),
    ]
    rules = (ruled(all_of(parts)),)
    told = finding_told(page_of(LAWFUL, rules))
    signs = [p.attrib["d"] for p in told.iter("path")]
    assert len(set(signs)) == 5


def test_the_verdict_tells_the_worst_outcome_and_leads_to_it() -> None:
    written = page_of(LATE)
    (verdict,) = (s for s in tree(written).iter("section") if s.get("aria-label") == "Conclusion")
    said = "".join(verdict.itertext())
    found = review(LATE)
    assert "Non conforme" in said
    assert f"{len(found.non_compliant)} règles non respectées" in said
    ids = {item.get("id") for item in tree(written).iter()}
    links = [a.attrib["href"] for a in verdict.iter("a")]
    to_cards = [link for link in links if link.startswith("#")]
    assert to_cards == [f"#regle-{f.rule}" for f in found.non_compliant]
    assert {link.removeprefix("#") for link in to_cards} <= ids


def test_one_rule_is_no_plural() -> None:
    said = shown(page_of(LAWFUL, (ruled(compliant("Oui.")),)))
    assert "1 règle respectée." in said


@BOTH
def test_headings_descend_without_a_gap(contract: Contract) -> None:
    levels = [
        int(item.tag[1])
        for item in tree(page_of(contract)).iter()
        if re.fullmatch(r"h[1-6]", item.tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for one, other in pairwise(levels):
        assert other <= one + 1


@BOTH
def test_tables_have_captions_and_headed_cells(contract: Contract) -> None:
    tables = [*tree(page_of(contract)).iter("table")]
    assert len(tables) >= 3
    for one in tables:
        caption = one.find("caption")
        assert caption is not None
        assert caption.text
        heads = one.findall("thead/tr/th")
        assert {h.get("scope") for h in heads} == {"col"}
        for row in one.iterfind("tbody/tr"):
            if row.get("class") == "heading":
                (head,) = row
                assert head.attrib["scope"] == "rowgroup"
                assert head.attrib["colspan"] == str(len(heads))
                continue
            assert len(row) == len(heads)
            assert row[0].attrib["scope"] == "row"


@BOTH
def test_identifiers_are_one_and_references_resolve(contract: Contract) -> None:
    root = tree(page_of(contract))
    ids = [item.attrib["id"] for item in root.iter() if "id" in item.attrib]
    assert len(ids) == len(set(ids))
    for item in root.iter():
        for name in ("aria-labelledby", "aria-describedby"):
            assert item.get(name) in {None, *ids}


NAMES = st.text(min_size=1, max_size=40).filter(str.strip)


@FEW
@given(NAMES, NAMES, NAMES)
def test_no_name_escapes_its_place(name: str, employer: str, title: str) -> None:
    contract = evolve(
        LAWFUL,
        apprentice=evolve(LAWFUL.apprentice, family_name=name),
        employer=evolve(LAWFUL.employer, name=employer, siret=title),
        training=evolve(LAWFUL.training, title=title, cfa=Cfa(name=name)),
        deposit_number=employer,
    )
    written = page_of(contract, (ruled(compliant("Oui.")),))
    assert Whole(written).open == []
    assert len(findings_told(written)) == 1
    written.encode("utf-8")


HOSTILE = "</style><script>alert(1)</script><b onclick='x'>&amp;\"\u202e\x00"


def test_a_hostile_name_is_shown_as_it_is() -> None:
    contract = evolve(
        LAWFUL,
        apprentice=evolve(LAWFUL.apprentice, family_name=HOSTILE),
        employer=evolve(LAWFUL.employer, name=HOSTILE),
    )
    written = page_of(contract)
    assert "<script" not in written
    assert escape(HOSTILE) in written
    assert "\x00" not in written
    # its direction ends with it
    assert f"<bdi>{escape(HOSTILE)}</bdi>" in written


def test_a_hostile_rule_is_escaped_everywhere() -> None:
    text = Source(SourceKind.BRANCH, HOSTILE, "javascript:alert(1)")
    finding = non_compliant(
        "Valeur : {x}.", sources=[text], caveats=[Caveat("OWN", HOSTILE)], x=HOSTILE
    )
    rule = ruled(
        evolve(finding, parts=(evolve(finding, subject=HOSTILE),)),
        name=HOSTILE,
        title=HOSTILE,
        dates=lambda _, __: [
            AgendaEntry(on=LAWFUL.starts_on, label=HOSTILE, sources=(text,)),
            Undated(label=HOSTILE, waits_for=(HOSTILE,), sources=(text,)),
        ],
    )
    written = page_of(LAWFUL, (rule,))
    assert "<script" not in written
    assert "javascript:" not in written.lower()
    assert Whole(written).open == []


def test_only_a_secure_address_is_followed() -> None:
    texts = [
        Source(SourceKind.BRANCH, "sûr", "https://exemple.fr/a?b=1&c=2"),
        Source(SourceKind.BRANCH, "clair", "http://exemple.fr/"),
    ]
    written = page_of(LAWFUL, (ruled(compliant("Oui.", sources=texts)),))
    (link,) = finding_told(written).iter("a")
    assert link.text == "sûr"
    assert link.attrib["href"] == "https://exemple.fr/a?b=1&c=2"


def test_a_rule_without_source_shows_its_articles() -> None:
    rule = ruled(compliant("Oui."), articles=("L6222-7-1",), boxes=(20,))
    said = "".join(finding_told(page_of(LAWFUL, (rule,))).itertext())
    assert said.endswith("L.\u00a06222-7-1 · Cerfa\u00a0: date de conclusion")


def test_a_rule_with_nothing_to_cite_shows_its_boxes_alone() -> None:
    told = finding_told(page_of(LAWFUL, (ruled(compliant("Oui."), boxes=(20,)),)))
    said = plain("".join(told.itertext()))
    assert said.endswith("Oui.Cerfa : date de conclusion")


def test_a_rule_with_nothing_to_cite_has_no_foot() -> None:
    told = finding_told(page_of(LAWFUL, (ruled(compliant("Oui.")),)))
    assert [p.text for p in told.iter("p")] == ["Oui."]


def test_an_article_of_another_code_is_shown_as_it_is() -> None:
    rule = ruled(compliant("Oui."), articles=("L351-5 CGFP", "L6222-1"))
    said = "".join(finding_told(page_of(LAWFUL, (rule,))).itertext())
    assert "L351-5 CGFP\u202f; L.\u00a06222-1" in said


def test_a_finding_of_an_unlisted_rule_keeps_its_title() -> None:
    found = review(LATE)
    ((_, card), *_) = findings_told(page(found, ()))
    title = card.findtext("h3")
    assert title == found.non_compliant[0].subject
    assert cited(found.non_compliant[0].sources[0].reference) in plain("".join(card.itertext()))


def test_the_first_lawful_day_is_told() -> None:
    finding = evolve(non_compliant("Non."), holds_from=date(2027, 3, 1))
    part = evolve(finding, template="Trop tôt.", subject="partie")
    whole = evolve(finding, parts=(part,))
    said = shown(page_of(LAWFUL, (ruled(whole),)))
    assert said.count("le 1er mars 2027") == 2


def test_a_condition_alone_is_not_said_twice() -> None:
    whole = all_of([all_of([non_compliant("Trop vieux.")])])
    told = finding_told(page_of(LAWFUL, (ruled(whole),)))
    assert "".join(told.itertext()).count("Trop vieux.") == 1


def test_a_part_does_not_say_again_its_subject_or_the_whole() -> None:
    parts = [
        non_compliant("Signature manquante : Anne.", subject="Anne"),
        non_compliant("Siret : mal formé.", subject="siret"),
        non_compliant("Trop tard : en mai.", subject="fin"),
        compliant("Tout va bien."),
    ]
    whole = evolve(all_of(parts), template="Signature manquante : Anne.")
    told = finding_told(page_of(LAWFUL, (ruled(whole),)))
    said = [plain("".join(li.itertext())) for li in told.iter("li")]
    assert said == [
        "non conforme Anne",
        "non conforme siret : mal formé.",
        "non conforme fin : Trop tard : en mai.",
        "conforme Tout va bien.",
    ]
    other = evolve(whole, template="Rien ne va.")
    told = finding_told(page_of(LAWFUL, (ruled(other),)))
    first = next(told.iter("li"))
    assert plain("".join(first.itertext())) == ("non conforme Anne : Signature manquante.")


def test_a_part_cites_its_own_text_in_a_card_alone() -> None:
    parts = [
        non_compliant("Un.", sources=[article("L6222-1")], subject="un"),
        non_compliant("Deux.", sources=[article("L6222-2")], subject="deux"),
    ]
    kept = [evolve(part, outcome=Outcome.COMPLIANT) for part in parts]
    for whole, times in ((all_of(parts), 2), (all_of(kept), 1)):
        told = finding_told(page_of(LAWFUL, (ruled(whole),)))
        said = plain("".join(told.itertext()))
        assert said.count("L. 6222-2") == times


def test_a_part_that_says_no_more_than_its_whole_is_told_where_it_cites_another_text() -> None:
    same = non_compliant("Trop tard.", sources=[article("L6222-1")])
    other = non_compliant("Trop tard.", sources=[article("L6222-2")])
    for parts, told in (((same, same), 0), ((same, other), 1)):
        whole = evolve(same, parts=parts)
        card = finding_told(page_of(LAWFUL, (ruled(whole),)))
        assert len([*card.iter("li")]) == told
        assert ("L. 6222-2" in plain("".join(card.itertext()))) is bool(told)


def test_parts_that_are_not_told_are_not_counted() -> None:
    kept = compliant("Oui.", caveats=[Caveat("OWN", "Une réserve.")])
    for parts, counted in (
        ((kept, kept), "1 réserve"),
        ((kept, evolve(kept, subject="fin")), "2 éléments et 1 réserve"),
    ):
        told = finding_told(page_of(LAWFUL, (ruled(evolve(kept, parts=parts)),)))
        (summary,) = told.iter("summary")
        assert plain("".join(summary.itertext())) == counted


def test_the_name_of_a_rule_of_ones_own_leads_to_it() -> None:
    written = page_of(LAWFUL, (ruled(non_compliant("Non."), name="une règle"),))
    assert [e.get("id") for e in tree(written).iter() if "règle" in e.get("id", "")] == [
        "regle-une-règle"
    ]


def contested(first: str, other: str) -> Iterator[str]:
    """What a page says of a rule that the day of the age decides."""

    def judge(_: Contract, readings: object) -> Finding:
        start = getattr(readings, "upper_age_day") is UpperAgeDay.START  # noqa: B009
        return compliant("Oui.", code=first if start else other)

    rule = Rule(name="own", title="Propre", judge=judge)
    told = finding_told(page_of(LAWFUL, (rule,)))
    return (plain("".join(p.itertext())) for p in told.iter("p"))


def test_a_contested_reading_is_told_with_who_holds_it() -> None:
    _, note, *_ = contested("11", "12")
    assert note.startswith(
        "Point controversé, jour où s'apprécie la limite d'âge : conforme "
        "(code 12) selon fiche du ministère du Travail, 12 février 2026"
    )


def test_a_contested_outcome_without_code() -> None:
    def judge(_: Contract, readings: object) -> Finding:
        taken = getattr(readings, "fifteenth_birthday")  # noqa: B009
        if taken is FifteenthBirthday.INCLUDED:
            return compliant("Oui.")
        return non_compliant("Non.")

    rule = Rule(name="own", title="Propre", judge=judge)
    said = shown(page_of(LAWFUL, (rule,)))
    assert ": non conforme selon « 15 ans et un jour »" in said


def test_missing_facts_are_asked_for_by_their_french_names() -> None:
    found = review(LATE)
    assert found.missing
    written = page(found)
    (section,) = (s for s in tree(written).iter("section") if s.get("id") == "manques")
    table = next(section.iter("table"))
    said = [plain("".join(row[0].itertext())) for row in rows_of(table)]
    assert sorted(said) == sorted(plain(french_name(p)) for p in found.missing)


def test_nothing_is_asked_for_where_nothing_is_missing() -> None:
    assert 'id="manques"' not in page_of(LAWFUL, (ruled(compliant("Oui.")),))


# Pay ---------------------------------------------------------------------


def pay_rows(written: str) -> list[list[str]]:
    (section,) = (s for s in tree(written).iter("section") if s.get("id") == "paie")
    return [
        [plain("".join(cell.itertext())) for cell in row]
        for row in section.iterfind(".//tbody/tr")
    ]


def test_pay_is_laid_out_as_the_form_prints_it() -> None:
    rows = pay_rows(page_of(LAWFUL))
    assert [row[0] for row in rows] == [
        "1.1 1re année",
        "1.2 1re année",
        "2.1 2e année",
        "3.1 3e année",
    ]
    # 16-17: 27 %; 18-20 from the month after 10/11/2026: 43 %, then 51 %
    assert rows[0][1:4] == ["du 24/08/2026 au 30/11/2026", "27 % du SMIC", "504,10 €"]
    assert rows[1][1:3] == ["du 01/12/2026 au 23/08/2027", "43 % du SMIC"]
    assert rows[2][2] == "51 % du SMIC"
    assert "majoration" in rows[1][4]
    assert "D. 6222-26" in rows[0][4]


def test_euros_change_with_the_smic() -> None:
    contract = evolve(LAWFUL, starts_on=date(2026, 3, 2), concluded_on=date(2026, 3, 2))
    # 27 % of 1 823.03, then of 1 867.02 from 01/06/2026
    assert pay_rows(page_of(contract))[0][3] == (
        "492,22 € dès le 02/03/2026504,10 € dès le 01/06/2026"
    )


def test_overtime_is_told_apart() -> None:
    said = pay_rows(page_of(evolve(LAWFUL, weekly_hours=Decimal(39))))[0][3]
    assert ", heures sup. " in said


def test_a_rate_that_is_better_in_a_later_period_is_told() -> None:
    # 53 % of an SMC of 1 850 euros passes 53 % of the SMIC up to 31/05/2026
    # only: the base of the line changes with the SMIC.
    contract = evolve(
        LAWFUL,
        concluded_on=date(2026, 3, 2),
        starts_on=date(2026, 3, 2),
        apprentice=Apprentice(born_on=date(2003, 2, 1)),
        smc_monthly=Decimal("1850.00"),
    )
    said = pay_rows(page_of(contract))[0]
    assert said[2] == "53 % du SMC"
    assert "(53 % du SMIC)" in said[3]


def test_facts_taken_for_granted_and_reserves_are_told() -> None:
    said = shown(page_of(LATE))
    assert "Faute d'information" in said
    assert "aucun contrat ni diplôme précédent" in said


def test_contested_lines_are_told_with_who_holds_them() -> None:
    # 18 on the first of a month: one publisher raises the same day
    contract = evolve(LAWFUL, apprentice=Apprentice(born_on=date(2008, 12, 1)))
    said = shown(page_of(contract))
    assert "majoration d'un anniversaire le 1er du mois : selon un éditeur de paie" in said
    assert "1.2 : 43 % du SMIC dès le 01/12/2026" in said


MAYOTTE_2017 = signed(
    date(2017, 9, 1), born_on=date(2000, 2, 10), employer=Employer(territory=Territory.MAYOTTE)
)


def test_pay_that_is_not_covered_is_told_so() -> None:
    written = page_of(MAYOTTE_2017)
    assert pay_rows(written) == []
    assert "Non couvert au 1er septembre 2017" in shown(written)


def test_lines_stand_without_euros_where_the_smic_is_not_known() -> None:
    later = Version(date(2028, 1, 1), Smic(1250), ())
    series = evolve(BUNDLED_SMIC, national=ByWork("SMIC d'essai", (later,)))
    young = evolve(
        LAWFUL, apprentice=Apprentice(born_on=date(2008, 11, 10)), grid=None, smc_monthly=None
    )
    written = page(review(young, evolve(LETTER, smic=series)))
    assert pay_rows(written)
    assert "€" not in "".join(cell for row in pay_rows(written) for cell in row)
    assert "Non couvert au" in shown(written)


# Agenda ------------------------------------------------------------------


HEADS = {
    "règle | constat | textes",
    "ligne | période | minimum | brut mensuel | motifs et textes",
    "date | objet | nature | texte | si elle est manquée",
    "information | règles qui l'attendent",
    "point controversé | lecture suivie, et qui",
}


def test_every_table_heads_its_columns_by_what_stands_in_them() -> None:
    found = {
        " | ".join(plain("".join(head.itertext())) for head in table.iterfind("thead/tr/th"))
        for written in (page_of(LAWFUL), page_of(LATE))
        for table in tree(written).iter("table")
    }
    assert found == HEADS


def test_the_agenda_stands_in_order_with_nature_and_consequence() -> None:
    written = page_of(LAWFUL)
    dates = agenda(LAWFUL)
    (folded,) = (
        item for item in tree(written).iter("details") if "Agenda" in item.findtext("summary", "")
    )
    rows = [
        [plain("".join(cell.itertext())) for cell in row] for row in folded.iterfind(".//tbody/tr")
    ]
    assert len(rows) == len(dates)
    days = [time.attrib["datetime"] for time in folded.iter("time")]
    assert days == sorted(days)
    for row, entry in zip(rows, dates, strict=True):
        assert row[1] == plain(entry.label)
        assert row[2] == entry.kind.label
        assert row[4] == plain(entry.consequence.label)


def test_what_has_no_date_is_told_with_what_it_waits_for() -> None:
    rule = ruled(
        compliant("Oui."),
        dates=lambda _, __: [
            AgendaEntry(
                on=date(2026, 9, 1),
                label="Payer",
                sources=(article("D6222-26"),),
                consequence=Consequence.UNDERPAID,
            ),
            Undated(
                label="Fin du contrat",
                waits_for=("training.last_exam_on",),
                sources=(article("L6222-7-1"),),
            ),
            Undated(label="Retraite", waits_for=()),
        ],
    )
    said = shown(page_of(LAWFUL, (rule,)))
    assert "salaire inférieur au minimum" in said
    assert "Sans date à ce jour" in said
    name = plain(french_name("training.last_exam_on"))
    assert f"Fin du contrat (il manque : {name})" in said
    assert "Retraite" in said


def test_an_agenda_wholly_dated_says_no_more() -> None:
    rule = ruled(compliant("Oui."))
    assert "Sans date" not in shown(page_of(LAWFUL, (rule,)))


# Foundations -------------------------------------------------------------


def test_the_days_of_verification_are_told() -> None:
    said = shown(page_of(LAWFUL))
    assert "Code du travail vérifié jusqu'au 20 août 2026" in said
    assert "SMIC jusqu'au 2 septembre 2026" in said


OLD = signed(date(2023, 9, 1), born_on=date(2005, 2, 10))


@pytest.mark.parametrize(
    ("concluded_on", "stale"), [(date(2026, 8, 20), False), (date(2026, 8, 21), True)]
)
def test_a_contract_after_the_last_verified_day_says_so(
    concluded_on: date, *, stale: bool
) -> None:
    contract = evolve(LAWFUL, concluded_on=concluded_on)
    assert ("Contrat conclu après le" in shown(page_of(contract))) is stale


@pytest.mark.parametrize(
    ("ends_on", "stale"), [(date(2026, 9, 2), False), (date(2026, 9, 3), True)]
)
def test_a_contract_that_outlives_the_smic_says_so(ends_on: date, *, stale: bool) -> None:
    contract = evolve(OLD, ends_on=ends_on)
    said = shown(page_of(contract))
    assert ("Contrat en cours après le" in said) is stale


def test_a_series_of_the_caller_says_its_own_day() -> None:
    series = BUNDLED_SMIC.extended(
        date(2027, 1, 1),
        hourly=Decimal("12.50"),
        source=Source(SourceKind.DECREE, "décret à venir"),
    )
    found = review(LAWFUL, evolve(LETTER, smic=series))
    assert "SMIC jusqu'au 1er janvier 2027" in shown(page(found))


@pytest.mark.parametrize(
    ("readings", "said"),
    [
        (LETTER, "suit la lettre des textes."),
        (DOCTRINE, "suit la doctrine de l'administration"),
        (LETTER.choose(rounding="CEILING"), "suit un choix propre"),
    ],
    ids=["letter", "doctrine", "own"],
)
def test_the_readings_followed_are_told(readings: object, said: str) -> None:
    written = page(review(OLD, readings))  # type: ignore[arg-type]
    assert said in shown(written)


def test_each_reading_is_told_with_who_holds_it() -> None:
    said = shown(page(review(OLD, LETTER.choose(rounding="CEILING"))))
    assert "arrondi au centime téléservice de l'État" in said
    assert "jour où s'apprécie la limite d'âge lettre de l'art." in said


# Facts -------------------------------------------------------------------


def test_parties_are_named_and_unknown_ones_said_so() -> None:
    said = shown(page_of(LAWFUL))
    assert "Noé Petit et Boulangerie Martin" in said
    assert "CAP Boulanger" in said
    assert "apprenti non nommé et employeur non nommé" in shown(page_of(OLD))


def test_what_the_contract_tells_stands_in_the_order_of_the_form() -> None:
    whole = evolve(
        LAWFUL,
        deposit_number="069202608000118",
        employer=evolve(LAWFUL.employer, siret="73282932000074"),
        training=evolve(LAWFUL.training, diploma=Diploma.CAP),
    )

    def terms(contract: Contract) -> list[str]:
        (facts,) = (
            each
            for each in tree(page_of(contract)).iter("dl")
            if "Conclu le" in "".join(each.itertext())
        )
        return ["".join(term.itertext()) for term in facts.iter("dt")]

    # what nobody told has no line of its own
    unknown = {"Diplôme ou titre", "SIRET de l’employeur", "Numéro de dépôt"}
    assert terms(LAWFUL) == [term for term in terms(whole) if term not in unknown]
    assert terms(whole) == [
        "Conclu le",
        "Exécuté",
        "Apprenti né le",
        "Diplôme ou titre",
        "Lieu d’exécution",
        "Intitulé du diplôme",
        "CFA",
        "SIRET de l’employeur",
        "Numéro de dépôt",
    ]


AVENANT = evolve(
    LAWFUL,
    kind=ContractType.OTHER_CHANGE,
    previous_number="069202608000118",
    avenant=Avenant(concluded_on=date(2027, 2, 8), effective_on=date(2027, 2, 10)),
)


def test_a_form_that_writes_an_avenant_says_so_first() -> None:
    said = shown(page_of(AVENANT))
    assert said.startswith("Revue d'un avenant au contrat d'apprentissage")
    head = said[: said.index("Le contrat dans le temps")]
    told = (
        "Formulaire avenant 36 : autre changement",
        "Avenant conclu le 8 février 2027",
        "Prise d'effet de l'avenant 10 février 2027",
        "Numéro du contrat modifié 069202608000118",
        "Contrat conclu le 10 août 2026",
        "Contrat exécuté du 24 août 2026",
    )
    places = [head.index(each) for each in told]
    assert places == sorted(places)
    assert "il n'écrit que les lignes dues à partir de sa prise" in said
    assert "d'effet, le 10 février 2027." in said


def test_an_avenant_without_dates_asks_for_them() -> None:
    said = shown(page_of(evolve(AVENANT, avenant=None)))
    assert "Avenant conclu le à compléter" in said
    assert "Prise d'effet de l'avenant à compléter" in said
    assert "à partir de sa prise d'effet. Montants" in said
    untyped = shown(page_of(evolve(AVENANT, kind=None)))
    assert "Formulaire avenant Avenant conclu le 8 février 2027" in untyped
    # a code of box 1 that is no avenant's does not name it
    first = shown(page_of(evolve(AVENANT, kind=ContractType.FIRST)))
    assert "Formulaire avenant Avenant conclu le 8 février 2027" in first


def test_a_contract_is_told_as_one() -> None:
    said = shown(page_of(LAWFUL))
    assert said.startswith("Revue du contrat d'apprentissage")
    assert "Conclu le 10 août 2026" in said
    assert "Formulaire" not in said[: said.index("À retenir")]
    assert "Périodes de rémunération du Cerfa" in said
    assert "ubrique" not in said


def test_the_name_in_use_stands_before_the_name_at_birth() -> None:
    person = Apprentice(born_on=date(2005, 2, 10), family_name="Durand", used_name="Roche")
    said = shown(page_of(evolve(OLD, apprentice=person)))
    assert "Roche et employeur" in said
    assert "Durand" not in said

    training = Training(diploma=Diploma.BTS)
    said = shown(page_of(evolve(OLD, training=training)))
    assert plain(Diploma.BTS.label) in said


def test_a_contract_before_the_library_is_refused() -> None:
    contract = evolve(OLD, concluded_on=date(2008, 4, 30))
    with pytest.raises(NotCovered):
        review(contract)
