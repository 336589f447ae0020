"""What a notebook displays: escaped, in the reader's colours, complete."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from html import escape, unescape
from html.parser import HTMLParser
from importlib import import_module
from pkgutil import walk_packages

import pytest
from attrs import evolve

import apprentissage
from apprentissage.dossier.archive import archive_plan
from apprentissage.dossier.filing import filing_deadline
from apprentissage.facts import (
    Apprentice,
    Cfa,
    Contract,
    Decision,
    Diploma,
    Dossier,
    Employer,
    FundingDecision,
    Grid,
    PreviousCycle,
    Route,
    Signatory,
    Territory,
    Training,
)
from apprentissage.facts.authorities import Source
from apprentissage.facts.authorities import SourceKind as Kind
from apprentissage.judging import AgendaEntry, Outcome, Undated, compliant, non_compliant
from apprentissage.law.notices import Notice
from apprentissage.law.readings import DOCTRINE, POINTS
from apprentissage.law.sources import LAW_CHECKED_ON, Caveat
from apprentissage.pay import Payslip, audit_pay, pay_schedule
from apprentissage.reviewing import Agenda, agenda, difference, remedies, review, review_form
from apprentissage.views.codes import code_table
from apprentissage.views.timeline import timeline
from tests.sample import signed

HOSTILE = "<script>alert('&')</script>"
WRITTEN = "&lt;script&gt;alert(&#x27;&amp;&#x27;)&lt;/script&gt;"
SOURCE = Source(Kind.LAW, HOSTILE)

CONTRACT = Contract(
    concluded_on=date(2026, 6, 22),
    starts_on=date(2026, 7, 6),
    ends_on=date(2028, 7, 5),
    apprentice=Apprentice(born_on=date(2009, 4, 1), rqth=True),
    employer=Employer(
        name=HOSTILE, territory=Territory.ALSACE_MOSELLE, worked_holidays=frozenset()
    ),
    training=Training(title=HOSTILE, cfa=Cfa(name=HOSTILE)),
    smc_monthly=Decimal("1905.50"),
    previous=(),
    signed_by=frozenset({Signatory.EMPLOYER, Signatory.APPRENTICE}),
)
DISPLAYS: dict[str, Callable[[], object]] = {
    "Agenda": lambda: agenda(CONTRACT),
    "ArchivePlan": lambda: archive_plan(CONTRACT),
    "CodeTable": lambda: code_table(Diploma),
    "ContestedLines": lambda: pay_schedule(CONTRACT).contested()[0],
    "Contract": lambda: CONTRACT,
    "Deadline": lambda: filing_deadline(
        starts_on=date(2026, 3, 30),
        concluded_on=date(2026, 3, 30),
        territory=Territory.ALSACE_MOSELLE,
        worked_holidays=frozenset(),
    ),
    "Difference": lambda: difference(
        review(CONTRACT), review(evolve(CONTRACT, ends_on=date(2028, 7, 1)))
    ),
    "Finding": lambda: compliant(
        "{x}.", x=HOSTILE, sources=[SOURCE], caveats=[Caveat("C", HOSTILE)]
    ),
    "FormReview": lambda: review_form(CONTRACT),
    "Grid": lambda: Grid(from_18=(Decimal(50), Decimal("60.5"), Decimal(70)), sources=(SOURCE,)),
    "PayAmounts": lambda: pay_schedule(CONTRACT).amounts(),
    "PayAudit": lambda: audit_pay(
        CONTRACT, [Payslip(year=2026, month=8, gross=Decimal("400.00"))]
    ),
    "PayMonth": lambda: pay_schedule(CONTRACT).month(2026, 8),
    "PayLine": lambda: pay_schedule(CONTRACT)[0],
    "PaySchedule": lambda: pay_schedule(CONTRACT),
    "Readings": lambda: DOCTRINE,
    "Remedies": lambda: remedies(review(evolve(CONTRACT, starts_on=date(2026, 6, 21)))),
    "Review": lambda: review(CONTRACT),
    "Svg": lambda: timeline(CONTRACT),
}


class Tree(HTMLParser):
    """Checks that every element is closed, and keeps names and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.style = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        assert "src" not in {name for name, _ in attrs}
        for name, value in attrs:  # a place of its own, and no other
            assert name != "href" or (value or "").startswith("#")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data


def html_of(item: object) -> str:
    html = item._repr_html_()  # type: ignore[attr-defined]
    assert type(html) is str
    return html


def cells(item: object) -> list[str]:
    return re.findall(r"<td>(.*?)</td>", html_of(item))


def test_every_class_that_displays_is_here() -> None:
    classes = {
        name
        for found in walk_packages(apprentissage.__path__, "apprentissage.")
        for name, item in vars(import_module(found.name)).items()
        if isinstance(item, type) and "_repr_html_" in vars(item) and item.__module__ == found.name
    }
    assert classes == DISPLAYS.keys()


@pytest.mark.parametrize("name", DISPLAYS)
def test_a_display_is_closed_and_names_no_resource(name: str) -> None:
    item = DISPLAYS[name]()
    assert type(item).__name__ == name
    tree = Tree(html_of(item))
    assert not tree.seen & {"script", "img", "link", "iframe", "object"}
    assert "url(" not in tree.style
    assert "@import" not in tree.style


HEADS = {
    "Agenda": "date | objet | nature | source | si elle est manquée",
    "ArchivePlan": "qui | quoi | jusqu'à | certain | confiance | sources",
    "CodeTable": "code | libellé | nom dans la bibliothèque",
    "ContestedLines": "année | période 1 | période 2",
    "Contract": "fait | valeur",
    "Deadline": "jour | jour ouvrable compté, ou pourquoi il ne l'est pas",
    "Difference": "nature | changement",
    "Finding": "objet | résultat | constat | source",
    "FormReview": "case | objet | résultat | constats | à remplir | selon le contrat",
    "Grid": "tranche d'âge | 1re année | 2e année | 3e année",
    "PayAmounts": "ligne | du | au | taux | brut mensuel",
    "PayAudit": "mois | payé | dû | rappel | cause | résultat",
    "PayMonth": "du | au | taux | brut mensuel | part | dû",
    "PaySchedule": "année | période 1 | période 2",
    "Readings": "point | choix | tenu par",
    "Remedies": "règle | pour régulariser | changements | au plus tard",
    "Review": "règle | résultat | constat | source",
}
"""The columns of each table, in the order in which one reads them."""


@pytest.mark.parametrize("name", HEADS)
def test_a_table_has_a_cell_for_each_heading(name: str) -> None:
    html = unescape(html_of(DISPLAYS[name]()))
    heads = re.findall(r'<th scope="col">(.*?)</th>', html)
    assert " | ".join(heads) == HEADS[name]
    rows = re.findall(r"<tr>(.*?)</tr>", html)[1:]
    assert rows
    for row in rows:
        assert row.count("<td>") + row.count("<th") == len(heads)


FIRST_ROWS = {
    "Agenda": "05/07/2026 | Visite médicale, avant l'affectation au poste d'un mineur | décret | "
    "art. R. 4624-18 du code du travail | aucune conséquence connue",
    "ArchivePlan": "employeur | justificatif de l'âge de l'apprenti | jusqu'au 5 juillet 2028 | "
    "oui | texte lu | art. R. 6223-1 du code du travail",
    "CodeTable": "80 | doctorat | DOCTORATE",
    "Contract": "date de conclusion du contrat | 22 juin 2026",
    "Deadline": "31/03/2026 | 1",
    "Grid": "18-20 ans | 50 % | 60,5 % | 70 %",
    # 27 % of 1867.02
    "PayAmounts": "1.1 | 06/07/2026 | 30/04/2027 | 27 % du SMIC | 504,10 €",
    "PayAudit": "août 2026 | 400,00 € | 504,10 € |  |  | à compléter",
    "PayMonth": "01/08/2026 | 31/08/2026 | 27 % du SMIC | 504,10 € | 1 / 1 | 504,10 €",
    "Review": "Signatures | non conforme | Signature manquante : directeur du CFA (visa). | "
    "art. R. 6222-2 du code du travail et notice 51649, visa du CFA",
}


@pytest.mark.parametrize("name", FIRST_ROWS)
def test_each_cell_stands_under_its_heading(name: str) -> None:
    _, first, *_ = re.findall(r"<tr>(.*?)</tr>", unescape(html_of(DISPLAYS[name]())))
    told = " | ".join(re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", first))
    assert re.sub("[\u00a0\u202f]", " ", told) == FIRST_ROWS[name]


@pytest.mark.parametrize("name", DISPLAYS)
def test_a_display_is_read_in_light_and_dark(name: str) -> None:
    style = Tree(html_of(DISPLAYS[name]())).style
    if name == "Svg":
        assert "prefers-color-scheme:dark" in style
        return
    # Ink and paper stay the notebook's: only the rules have a colour.
    colours = re.findall(r"([a-z-]+):[^;{}]*(?:#|rgb|hsl)", style)
    assert set(colours) <= {"border-bottom"}
    assert not re.search(r"[;{](?:color|background)", style)


@pytest.mark.parametrize(
    "item",
    [
        CONTRACT,
        DISPLAYS["Finding"](),
        DISPLAYS["Grid"](),
        Agenda(
            entries=(AgendaEntry(on=date(2026, 9, 1), label=HOSTILE, sources=(SOURCE,)),),
            undated=(Undated(label=HOSTILE, waits_for=()),),
        ),
    ],
    ids=lambda item: type(item).__name__,
)
def test_values_are_escaped(item: object) -> None:
    assert WRITTEN in html_of(item)
    assert HOSTILE not in html_of(item)


def test_a_contract_shows_the_facts_known_and_no_other() -> None:
    file = Dossier(
        filed_on=date(2026, 7, 1),
        decision=FundingDecision(decision=Decision.REFUSED, decided_on=date(2026, 7, 20)),
    )
    cycles = tuple(PreviousCycle(route=route) for route in Route)[:2]
    grid = Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))
    shown = cells(evolve(CONTRACT, file=file, previous=cycles, grid=grid, dangerous_work=False))
    facts = dict(zip(shown[::2], shown[1::2], strict=True))
    assert facts["date de naissance de l&#x27;apprenti"] == ("1er\N{NO-BREAK SPACE}avril 2009")
    assert facts["salaire minimum conventionnel mensuel"] == ("1\N{NARROW NO-BREAK SPACE}905,50")
    assert facts["sens de la décision de prise en charge"] == "refusée"
    assert facts["signataires du contrat"] == "apprenti et employeur"
    assert [facts[f"voie de formation du cycle précédent, n°\xa0{n}"] for n in (1, 2)] == [
        route.label for route in tuple(Route)[:2]
    ]
    assert facts["taux conventionnels de 18 à 20 ans"] == "50, 60 et 70"
    assert facts["reconnaissance de la qualité de travailleur handicapé"] == ("oui")
    assert [fact for fact, value in facts.items() if value == "non"] == [
        "travail sur machines dangereuses ou exposition à des risques particuliers",
        "maintien par la branche du dernier salaire sans le diplôme",
    ]
    assert not any("émancipation" in fact for fact in facts)


def test_known_none_is_shown_and_is_not_unknown() -> None:
    none, unknown = cells(CONTRACT), cells(evolve(CONTRACT, previous=None))
    said = none[none.index("contrats ou cycles de formation précédents") + 1]
    assert said == "néant"
    assert "contrats ou cycles de formation précédents" not in unknown


def test_the_worst_findings_stand_first_and_contested_ones_say_so() -> None:
    found = review(CONTRACT)
    outcomes = [each.removesuffix(" (controversé)") for each in (cells(found)[1::4])]
    order = [outcome.label for outcome in Outcome]
    order.insert(2, "à retenir")
    assert sorted(outcomes, key=order.index) == outcomes
    assert len(outcomes) == len(found.findings)
    assert html_of(found).count(" (controversé)") == len(found.contested)


def test_a_review_says_that_its_law_is_older_than_the_contract() -> None:
    late = evolve(
        CONTRACT,
        concluded_on=LAW_CHECKED_ON.replace(year=LAW_CHECKED_ON.year + 1),
        starts_on=date(LAW_CHECKED_ON.year + 1, 12, 1),
        ends_on=date(LAW_CHECKED_ON.year + 3, 8, 31),
    )
    assert "Droit vérifié jusqu&#x27;au" in html_of(review(late))
    assert "Droit vérifié" not in html_of(review(CONTRACT))


def test_amounts_say_how_far_the_smic_is_known() -> None:
    over = signed(
        date(2020, 9, 1),
        born_on=date(2003, 1, 10),
        ends_on=date(2021, 8, 31),
        employer=Employer(territory=Territory.METROPOLE),
    )
    assert "SMIC vérifié" not in html_of(pay_schedule(over).amounts())
    assert "SMIC vérifié" in html_of(pay_schedule(CONTRACT).amounts())


def test_a_finding_tells_what_would_hold_and_its_reserves() -> None:
    late = evolve(
        non_compliant("Trop tard.", caveats=[Caveat("R", "Sous réserve.")]),
        holds_from=date(2026, 9, 2),
    )
    notes = re.findall(r"<li>(.*?)</li>", html_of(late))
    assert [note.split(",")[0] for note in notes] == [
        "Signé et commencé le 2\N{NO-BREAK SPACE}septembre 2026 ou peu après",
        "Sous réserve.",
    ]


def test_a_schedule_tells_what_it_took_for_granted() -> None:
    schedule = pay_schedule(CONTRACT)
    notes = re.findall(r"<li>(.*?)</li>", html_of(schedule))
    assert len(notes) == len(schedule.assumed) + len(schedule.caveats)
    assert sum("Supposé" in note for note in notes) == len(schedule.assumed)


def test_contested_lines_say_who_holds_them() -> None:
    (other,) = (
        each
        for each in pay_schedule(CONTRACT).contested()
        if each.point == "birthday_on_the_first"
    )
    # 18 ans le 1er avril 2027 : la ligne change ce jour, non le 1er mai.
    assert "1.2 43" in other.sentence
    assert "dès le 01/04/2027" in other.sentence
    assert other.choice.holders in other.sentence
    assert "du 01/04/2027 au 05/07/2027" in html_of(other)


def test_a_deadline_counts_day_by_day() -> None:
    # Pâques 2026 : vendredi saint 3 avril, lundi 6 ; cinq jours ouvrables.
    assert cells(DISPLAYS["Deadline"]()) == [
        *("31/03/2026", "1", "01/04/2026", "2", "02/04/2026", "3"),
        *("03/04/2026", "Vendredi saint", "04/04/2026", "4"),
        *("05/04/2026", "dimanche", "06/04/2026", "lundi de Pâques"),
        *("07/04/2026", "5"),
    ]


def test_a_grid_shows_the_brackets_it_has() -> None:
    percents = [f"{n}\N{NARROW NO-BREAK SPACE}%" for n in ("50", "60,5", "70")]
    assert cells(DISPLAYS["Grid"]()) == ["18-20 ans", *percents]


def test_readings_show_each_point_with_its_holders() -> None:
    shown = cells(DOCTRINE)
    assert len(shown) == 3 * len(POINTS)
    assert shown[:2] == ["upper_age_day", "CONCLUSION"]


def test_codes_are_those_of_the_notice() -> None:
    older = code_table(Diploma, Notice.N06).to_rows()
    assert {"code": "75"} not in [{"code": row["code"]} for row in older]
    newest = code_table(Diploma)
    assert newest.notice is Notice.N09
    assert ("75", "diplôme d'ingénieur") in [
        (row["code"], row["libelle"]) for row in newest.to_rows()
    ]
    assert "<caption>Codes, notice 51649#09</caption>" in html_of(newest)


def test_a_box_says_each_sentence_once() -> None:
    for box in review_form(CONTRACT):
        said = box.sentences
        assert len(set(said)) == len(said)
        judged = {
            finding.sentence
            for finding in box.findings
            if finding.outcome is not Outcome.NOT_APPLICABLE or finding.reminds
        }
        assert set(said) == judged


def test_a_box_names_the_fact_that_may_be_due() -> None:
    # Boîte 23 : la date d'effet n'est due que pour un avenant.
    form = review_form(evolve(CONTRACT, kind=None))
    row = form.to_rows()[23]
    assert row["resultat"] == "a_completer"
    assert row["a_remplir"] == ""
    assert escape(row["a_remplir_peut_etre"]) in cells(form)
    assert row["a_remplir_peut_etre"]
