"""A value that is no fact: path, value, remedy; in French from a mapping."""

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve

from apprentissage.errors import ApprentissageError, InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Apprentice,
    BranchAgreement,
    Contract,
    DeclaredPayLine,
    Employer,
    Extension,
    ExtensionReason,
    MaitreApprentissage,
    Period,
    PreviousCycle,
    RuptureCause,
    Training,
)
from apprentissage.interchange import UnreadableContract, message, read_contract, write_contract
from apprentissage.interchange.records import record_of
from apprentissage.reviewing import agenda, review
from tests.sample import in_2026 as contract


class NaTType(datetime):
    """Like pandas.NaT: an instance of date and of datetime, and neither."""

    def __repr__(self) -> str:
        return "NaT"


NAT = NaTType(2000, 1, 1)


DATE = "write a datetime.date, such as date(2007, 9, 15)"


@pytest.mark.parametrize(
    ("make", "kind", "path", "value", "remedy"),
    [
        (
            lambda: contract(concluded_on=datetime(2026, 8, 31, 9)),
            WrongType,
            "concluded_on",
            datetime(2026, 8, 31, 9),
            DATE,
        ),
        (
            lambda: Apprentice(born_on="2008-02-10"),  # type: ignore[arg-type]
            WrongType,
            "born_on",
            "2008-02-10",
            DATE,
        ),
        (lambda: Training(last_exam_on=NAT), WrongType, "last_exam_on", NAT, DATE),
        (
            lambda: contract(ends_on=date(2026, 8, 31)),
            InvalidValue,
            "ends_on",
            date(2026, 8, 31),
            "write a day from starts_on (2026-09-01) on",
        ),
        (
            lambda: contract(apprentice=Apprentice(born_on=date(2026, 9, 1))),
            InvalidValue,
            "apprentice.born_on",
            date(2026, 9, 1),
            "write a day before starts_on (2026-09-01)",
        ),
        (
            lambda: Employer(territory="martinique"),  # type: ignore[arg-type]
            WrongType,
            "territory",
            "martinique",
            "write one of Territory.METROPOLE, Territory.ALSACE_MOSELLE, ",
        ),
        (
            lambda: contract(smc_monthly=1900.5),
            WrongType,
            "smc_monthly",
            1900.5,
            'write Decimal("1900.5")',
        ),
        (
            lambda: contract(benefits_in_kind=120.0),
            WrongType,
            "benefits_in_kind",
            120.0,
            'write Decimal("120.0")',
        ),
    ],
)
def test_a_constructor_tells_path_value_and_remedy(
    make: Callable[[], object],
    kind: type[InvalidValue | WrongType],
    path: str,
    value: object,
    remedy: str,
) -> None:
    with pytest.raises(kind) as caught:
        make()
    assert caught.value.path == path
    assert caught.value.value == value
    assert caught.value.remedy.startswith(remedy)
    assert path in str(caught.value)
    assert remedy in str(caught.value)


@pytest.mark.parametrize("ask", [review, agenda])
def test_a_contract_concluded_before_may_2008_is_not_covered(
    ask: Callable[[Contract], object],
) -> None:
    eve = contract(
        concluded_on=date(2008, 4, 30),
        starts_on=date(2008, 5, 1),
        apprentice=Apprentice(born_on=date(1990, 1, 1)),
    )
    with pytest.raises(NotCovered) as caught:
        ask(eve)
    assert caught.value.what == "contract.concluded_on"
    assert caught.value.on == date(2008, 4, 30)
    assert caught.value.covered_from == date(2008, 5, 1)
    assert str(caught.value) == (
        "contract.concluded_on: not covered on 2008-04-30, covered from 2008-05-01"
    )


def mapping(**sections: Any) -> dict[str, Any]:
    """A readable mapping, with some sections changed or added."""
    written = write_contract(contract())
    for name, entries in sections.items():
        if isinstance(entries, dict) and name in written:
            written[name] |= entries
        else:
            written[name] = entries
    return json.loads(json.dumps(written))  # type: ignore[no-any-return]


def faults(raw: object) -> dict[str, tuple[type, Any, str]]:
    with pytest.raises(UnreadableContract) as caught:
        read_contract(raw)  # type: ignore[arg-type]
    assert isinstance(caught.value, ApprentissageError)
    found = {fault.path: (type(fault), fault.value, fault.remedy) for fault in caught.value.faults}
    assert len(found) == len(caught.value.faults), "a path told twice"
    return found


A_DAY = 'écrivez une date AAAA-MM-JJ, comme "2026-09-01"'
AN_AMOUNT = (
    "écrivez un nombre positif entre guillemets, avec un point, comme "
    '"774.77", ou un nombre entier'
)


@pytest.mark.parametrize(
    ("sections", "path", "kind", "value", "remedy"),
    [
        (
            {"contrat": {"date_conclusion": "31/08/2026"}},
            "contrat.date_conclusion",
            InvalidValue,
            "31/08/2026",
            A_DAY,
        ),
        (
            {"contrat": {"date_conclusion": 20260831}},
            "contrat.date_conclusion",
            WrongType,
            20260831,
            A_DAY,
        ),
        (
            {"contrat": {"date_conclusion": None}},
            "contrat.date_conclusion",
            InvalidValue,
            None,
            "écrivez ce champ obligatoire",
        ),
        (
            {"contrat": {"date_fin": "2026-08-31"}},
            "contrat.date_fin",
            InvalidValue,
            date(2026, 8, 31),
            "écrivez un jour qui ne précède pas « contrat.date_debut_execution »",
        ),
        (
            {"apprenti": {"date_naissance": "2026-09-01"}},
            "apprenti.date_naissance",
            InvalidValue,
            date(2026, 9, 1),
            "écrivez une date de naissance antérieure à « contrat.date_debut_execution »",
        ),
        (
            {"contrat": {"prolongation": {"motif": "echec_examen", "date_debut": "2026-08-31"}}},
            "contrat.prolongation.date_debut",
            InvalidValue,
            date(2026, 8, 31),
            "écrivez un premier jour de prolongation de "
            "« contrat.date_debut_execution » à « contrat.date_fin »",
        ),
        (
            {"contrat": {"prolongation": {"motif": "aucun", "date_debut": "2027-09-01"}}},
            "contrat.prolongation.motif",
            InvalidValue,
            ExtensionReason.NONE,
            'écrivez le motif de la prolongation, ou "aucune" à la place de l\'objet',
        ),
        (
            {"contrat": {"prolongation": {}}},
            "contrat.prolongation",
            WrongType,
            {},
            'écrivez un objet {...}, ou "aucune"',
        ),
        (
            {"apprenti": {"derniere_classe": "40", "college_acheve": False}},
            "apprenti.college_acheve",
            InvalidValue,
            False,
            "écrivez ce que dit « derniere_classe »",
        ),
        (
            {"apprenti": {"autorisation_travail": 1}},
            "apprenti.autorisation_travail",
            WrongType,
            1,
            'écrivez un texte parmi "aucune" (aucune à ce jour), "accordee" (',
        ),
        (
            {"contrats_precedents": [{"diplome_obtenu": False, "niveau": 5}]},
            "contrats_precedents[0].niveau",
            InvalidValue,
            5,
            "écrivez un niveau de 3 à 8 qui s'accorde avec « diplome_obtenu »",
        ),
        (
            # L6211-1: what an apprentice prepares begins at the CAP
            {"contrats_precedents": [{"niveau": 2}]},
            "contrats_precedents[0].niveau",
            InvalidValue,
            2,
            "écrivez un niveau de 3 à 8 qui s'accorde avec « diplome_obtenu », ou 0",
        ),
        (
            {"contrats_precedents": [{"echec_examen": True, "niveau": 5}]},
            "contrats_precedents[0].echec_examen",
            InvalidValue,
            True,
            "écrivez l'échec, ou le diplôme obtenu",
        ),
        (
            {"contrat": {"benefice": 1}},
            "contrat.benefice",
            InvalidValue,
            1,
            "ôtez cette clé ou écrivez date_conclusion, ",
        ),
        (
            {"contrat": {"modee": "1"}},
            "contrat.modee",
            InvalidValue,
            "1",
            "écrivez plutôt mode, ou ôtez cette clé",
        ),
        (
            {"maitres": []},
            "maitres",
            InvalidValue,
            [],
            "écrivez plutôt maitres_apprentissage, ou ôtez cette clé",
        ),
        (
            {"contrat": {"date_conclusion": "2026-02-30"}},
            "contrat.date_conclusion",
            InvalidValue,
            "2026-02-30",
            "écrivez un jour qui existe, AAAA-MM-JJ",
        ),
        (
            {"patron": {}},
            "patron",
            InvalidValue,
            {},
            "ôtez cette clé ou écrivez contrat, employeur, second_employeur, apprenti, "
            "maitres_apprentissage, formation, contrats_precedents, dossier",
        ),
        (
            {"contrat.type": "11"},
            "contrat.type",
            InvalidValue,
            "11",
            "écrivez un objet {...} par section",
        ),
        (
            {"contrat": {"type": 11}},
            "contrat.type",
            WrongType,
            11,
            'écrivez plutôt "11" (premier contrat',
        ),
        (
            {"employeur": {"territoire": "marseille"}},
            "employeur.territoire",
            InvalidValue,
            "marseille",
            'écrivez un code parmi "metropole" (France métropolitaine), ',
        ),
        (
            {"employeur": {"effectif": -1}},
            "employeur.effectif",
            InvalidValue,
            -1,
            "écrivez un nombre entier, 0 au moins",
        ),
        (
            {"employeur": {"effectif": "12"}},
            "employeur.effectif",
            WrongType,
            "12",
            "écrivez un nombre entier, 0 au moins",
        ),
        (
            {"employeur": {"accord_maitre_apprentissage": {}}},
            "employeur.accord_maitre_apprentissage",
            WrongType,
            {},
            'écrivez un objet {...}, ou "aucun"',
        ),
        (
            {
                "employeur": {
                    "accord_maitre_apprentissage": {
                        "annees_avec_diplome": None,
                        "annees_sans_diplome": None,
                    }
                }
            },
            "employeur.accord_maitre_apprentissage.idcc",
            InvalidValue,
            None,
            "écrivez celui de l'accord, ou \"aucun\" à la place de l'objet",
        ),
        (
            {
                "employeur": {
                    "accord_maitre_apprentissage": {"idcc": "9999", "annees_avec_diplome": 2}
                }
            },
            "employeur.accord_maitre_apprentissage.idcc",
            InvalidValue,
            "9999",
            "écrivez celui de l'accord, ou \"aucun\" à la place de l'objet",
        ),
        (
            {"employeur": {"jours_feries_travailles": ["2026-05-01"] * 2}},
            "employeur.jours_feries_travailles",
            InvalidValue,
            ["2026-05-01"] * 2,
            "écrivez chaque valeur une seule fois",
        ),
        (
            {"apprenti": {"rqth": "oui"}},
            "apprenti.rqth",
            WrongType,
            "oui",
            "écrivez true ou false",
        ),
        (
            {"apprenti": {"prenom": " "}},
            "apprenti.prenom",
            InvalidValue,
            " ",
            "écrivez un texte, ou ôtez la clé si vous l'ignorez",
        ),
        (
            {"apprenti": {"nir": 2080275}},
            "apprenti.nir",
            WrongType,
            2080275,
            "écrivez un texte, entre guillemets",
        ),
        (
            {"formation": {"niveau": 9}},
            "formation.niveau",
            InvalidValue,
            9,
            "écrivez un nombre entier de 3 à 8",
        ),
        (
            {"formation": {"annee_entree": 3, "annees_cycle": 2}},
            "formation.annee_entree",
            InvalidValue,
            3,
            "écrivez une année qui ne dépasse pas « annees_cycle »",
        ),
        (
            {"formation": {"date_debut_cycle": "2026-09-01", "date_fin_cycle": "2026-08-31"}},
            "formation.date_fin_cycle",
            InvalidValue,
            date(2026, 8, 31),
            "écrivez un jour qui ne précède pas « date_debut_cycle »",
        ),
        (
            {"contrat": {"duree_hebdomadaire": 35.0}},
            "contrat.duree_hebdomadaire",
            WrongType,
            35.0,
            AN_AMOUNT,
        ),
        (
            {"contrat": {"duree_hebdomadaire": "35,0"}},
            "contrat.duree_hebdomadaire",
            InvalidValue,
            "35,0",
            AN_AMOUNT,
        ),
        (
            {"contrat": {"duree_hebdomadaire": -35}},
            "contrat.duree_hebdomadaire",
            InvalidValue,
            -35,
            AN_AMOUNT,
        ),
        (
            {"contrat": {"salaire_minimum_conventionnel": 1900.5}},
            "contrat.salaire_minimum_conventionnel",
            WrongType,
            1900.5,
            AN_AMOUNT,
        ),
        (
            {"contrat": {"salaire_minimum_conventionnel": []}},
            "contrat.salaire_minimum_conventionnel",
            InvalidValue,
            [],
            "écrivez un montant, ou plusieurs datés",
        ),
        (
            {"contrat": {"salaire_minimum_conventionnel": [1900]}},
            "contrat.salaire_minimum_conventionnel[0]",
            WrongType,
            1900,
            "écrivez un objet {a_compter_du, montant}",
        ),
        (
            {
                "contrat": {
                    "salaire_minimum_conventionnel": [
                        {"a_compter_du": "2026-01-01", "montant": 1900},
                        {"a_compter_du": "2026-01-01", "montant": 1950},
                    ]
                }
            },
            "contrat.salaire_minimum_conventionnel[1].a_compter_du",
            InvalidValue,
            "2026-01-01",
            "écrivez les montants dans l'ordre de leurs jours",
        ),
        (
            {"contrat": {"grille_conventionnelle": {"de_18_a_20_ans": None}}},
            "contrat.grille_conventionnelle.jusqu_a_17_ans",
            InvalidValue,
            None,
            "écrivez les taux d'une tranche d'âge",
        ),
        (
            {
                "contrat": {
                    "grille_conventionnelle": {"de_18_a_20_ans": [50, 60, 70], "idcc": ["9999"]}
                }
            },
            "contrat.grille_conventionnelle.idcc",
            InvalidValue,
            ("9999",),
            "écrivez les taux d'une tranche d'âge et l'accord",
        ),
        (
            {"contrat": {"grille_conventionnelle": {"de_18_a_20_ans": [50]}}},
            "contrat.grille_conventionnelle.de_18_a_20_ans",
            InvalidValue,
            [50],
            "écrivez 3 valeurs",
        ),
        (
            {"contrat": {"missions": {}}},
            "contrat.missions",
            WrongType,
            {},
            "écrivez une liste [...], [] s'il n'y en a pas",
        ),
        (
            {"contrat": {"remuneration": [{"du": "2026-09-01", "au": "2026-08-31", "taux": 27}]}},
            "contrat.remuneration[0].au",
            InvalidValue,
            date(2026, 8, 31),
            "écrivez un jour qui ne précède pas « du »",
        ),
        (
            {
                "contrat": {
                    "temps_de_travail": {
                        "journees": [{"date": "2026-09-01", "heure_debut": "8h30"}]
                    }
                }
            },
            "contrat.temps_de_travail.journees[0].heure_debut",
            InvalidValue,
            "8h30",
            'écrivez une heure HH:MM, comme "08:30"',
        ),
        (
            {
                "contrat": {
                    "temps_de_travail": {"journees": [{"date": "2026-09-01", "heure_fin": 17}]}
                }
            },
            "contrat.temps_de_travail.journees[0].heure_fin",
            WrongType,
            17,
            'écrivez une heure HH:MM, comme "08:30"',
        ),
        (
            {
                "contrat": {
                    "temps_de_travail": {
                        "journees": [
                            {"date": "2026-09-02", "heure_fin": "12:00"},
                            {"date": "2026-09-01"},
                            {"date": "2026-09-02", "heure_debut": "14:00"},
                        ]
                    }
                }
            },
            "contrat.temps_de_travail.journees",
            InvalidValue,
            date(2026, 9, 2),
            "écrivez une seule journée par date",
        ),
        (
            {
                "contrat": {
                    "mobilites": [
                        {"date_debut": "2027-03-09", "date_fin": "2027-03-30"},
                        {"date_debut": "2027-03-01", "date_fin": "2027-03-09"},
                    ]
                }
            },
            "contrat.mobilites",
            InvalidValue,
            date(2027, 3, 9),
            "écrivez des séjours qui n'ont aucun jour en commun",
        ),
        (
            {"maitres_apprentissage": [{"activites": [], "mois_activite": 9}]},
            "maitres_apprentissage[0].mois_activite",
            InvalidValue,
            9,
            "écrivez les périodes (« activites ») ou les mois, pas les deux",
        ),
        (
            {"maitres_apprentissage": [{"activites": [], "mois_activite": 9, "mois_exclus": 1}]},
            "maitres_apprentissage[0].mois_activite",
            InvalidValue,
            9,
            "écrivez les périodes (« activites ») ou les mois, pas les deux",
        ),
        (
            {"maitres_apprentissage": [{}, 3]},
            "maitres_apprentissage[1]",
            WrongType,
            3,
            "écrivez un objet {...}",
        ),
        (
            {"maitres_apprentissage": [{"mois_activite": 1, "mois_exclus": 2}]},
            "maitres_apprentissage[0].mois_exclus",
            InvalidValue,
            2,
            "écrivez un nombre qui ne dépasse pas « mois_activite »",
        ),
        (
            {"contrats_precedents": [{"date_fin": "2026-07-01", "cause_rupture": "demission"}]},
            "contrats_precedents[0].date_fin",
            InvalidValue,
            date(2026, 7, 1),
            "écrivez la fin d'un contrat exécuté, ou sa rupture "
            "(« date_rupture » et « cause_rupture »), pas les deux",
        ),
    ],
)
def test_a_mapping_tells_french_path_value_and_remedy(
    sections: dict[str, Any], path: str, kind: type, value: object, remedy: str
) -> None:
    found = faults(mapping(**sections))
    assert list(found) == [path]
    assert found[path][:2] == (kind, value)
    assert found[path][2].startswith(remedy)


def test_a_section_that_is_no_object_hides_what_it_should_hold() -> None:
    found = faults(mapping() | {"contrat": "CAP"})
    assert found["contrat"][:2] == (WrongType, "CAP")
    assert {"contrat.date_conclusion", "contrat.date_debut_execution", "contrat.date_fin"} < set(
        found
    )


@pytest.mark.parametrize("raw", [None, [], "contrat", 3])
def test_what_is_no_mapping_is_refused(raw: object) -> None:
    assert faults(raw) == {"contrat": (WrongType, raw, "écrivez un objet {...}")}


def test_everything_is_told_at_once() -> None:
    """Wrong values, unknown keys and contradictions in one error."""
    found = faults(
        mapping(
            contrat={"date_conclusion": "31/08/2026", "date_fin": "2026-08-01", "benefice": 1},
            apprenti={"date_naissance": "2030-01-01"},
            employeur={"territoire": "marseille"},
        )
    )
    assert set(found) == {
        "contrat.date_conclusion",
        "contrat.date_fin",
        "contrat.benefice",
        "apprenti.date_naissance",
        "employeur.territoire",
    }


@pytest.mark.parametrize(
    ("amount", "remedy"),
    [
        ("1900.001", "écrivez un montant en euros à deux décimales au plus"),
        ("9" * 15, "écrivez un nombre de 999999999 au plus, à 40 décimales au plus"),
    ],
)
def test_an_amount_that_changes_is_refused_as_one_that_does_not(amount: str, remedy: str) -> None:
    smc = "salaire_minimum_conventionnel"
    steps = [
        {"a_compter_du": "2025-01-01", "montant": "1900.00"},
        {"a_compter_du": "2026-01-01", "montant": amount},
    ]
    for told, path in ((amount, smc), (steps, f"{smc}[1].montant")):
        found = faults(mapping(contrat={smc: told}))
        assert found == {f"contrat.{path}": (InvalidValue, Decimal(amount), remedy)}


def test_a_step_whose_day_or_amount_cannot_be_read_is_told_once() -> None:
    steps = [
        {"a_compter_du": "2025-02-30", "montant": "1900.00"},
        {"a_compter_du": "2026-01-01", "montant": "x"},
    ]
    found = faults(mapping(contrat={"salaire_minimum_conventionnel": steps}))
    assert {path: value for path, (_, value, _) in found.items()} == {
        "contrat.salaire_minimum_conventionnel[0].a_compter_du": "2025-02-30",
        "contrat.salaire_minimum_conventionnel[1].montant": "x",
    }


def test_a_fault_inside_a_list_hides_none_of_the_next_field() -> None:
    grid = {"jusqu_a_17_ans": ["27.12345", 39, 55], "de_18_a_20_ans": [43, "51.98765", 67]}
    found = faults(mapping(contrat={"grille_conventionnelle": {**grid, "base": "SMIC"}}))
    assert set(found) == {
        "contrat.grille_conventionnelle.jusqu_a_17_ans[0]",
        "contrat.grille_conventionnelle.de_18_a_20_ans[1]",
    }


def test_without_a_start_no_contradiction_is_told() -> None:
    found = faults(mapping(contrat={"date_debut_execution": "hier", "date_fin": "2020-01-01"}))
    assert set(found) == {"contrat.date_debut_execution"}


def test_a_fault_is_told_once() -> None:
    """What cannot be read is not also told to be missing."""
    found = faults(mapping(contrat={"grille_conventionnelle": {"jusqu_a_17_ans": "x"}}))
    assert {path: value for path, (_, value, _) in found.items()} == {
        "contrat.grille_conventionnelle.jusqu_a_17_ans": "x"
    }
    found = faults(mapping(contrat={"prolongation": {"motif": "echec_examen", "date_debut": "x"}}))
    assert found["contrat.prolongation.date_debut"][1] == "x"


def test_the_error_is_fit_for_a_screen() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_contract(
            mapping(
                apprenti={"rqth": None, "nir": 1, "sexe": True, "prenom": []},
                employeur=["x"],
                dossier={"date_dossier_complet": {"a": 1}},
            )
        )
    assert str(caught.value).startswith("contrat illisible, 5 fautes :\n- ")
    by_path = dict(m.split("\xa0: ") for m in caught.value.messages)
    received = {path: m.partition(",")[0] for path, m in by_path.items()}
    assert received == {
        "apprenti.nir": "reçu 1",
        "apprenti.sexe": "reçu true",
        "apprenti.prenom": "reçu []",
        "employeur": "reçu [...]",
        "dossier.date_dossier_complet": "reçu {...}",
    }


def test_faults_are_sorted_with_except_star() -> None:
    sorted_out: dict[type, list[str]] = {}
    try:
        read_contract(mapping(apprenti={"rqth": "oui", "date_naissance": "hier"}))
    except* InvalidValue as group:
        sorted_out[InvalidValue] = [e.path for e in group.exceptions]  # type: ignore[union-attr]
    except* WrongType as group:
        sorted_out[WrongType] = [e.path for e in group.exceptions]  # type: ignore[union-attr]
    assert sorted_out == {InvalidValue: ["apprenti.date_naissance"], WrongType: ["apprenti.rqth"]}


def test_a_fault_without_french_remedy_keeps_its_own() -> None:
    record = record_of(Period)
    assert record._remedy("starts_on", "write a day") == "write a day"
    fault = InvalidValue("contrat", "x", "write a day")
    assert message(fault) == "contrat\xa0: reçu «\xa0x\xa0», write a day"


def test_the_facts_tell_the_other_contradictions() -> None:
    with pytest.raises(InvalidValue, match="ends_on"):
        DeclaredPayLine(starts_on=date(2026, 9, 1), ends_on=date(2026, 8, 31), rate=Decimal(27))
    with pytest.raises(InvalidValue, match="NO_EXTENSION"):
        Extension(reason=ExtensionReason.NONE, starts_on=date(2027, 9, 1))
    with pytest.raises(InvalidValue, match="not both"):
        MaitreApprentissage(experience=(), experience_months=3)
    # A NULL never becomes « there is none ».
    for nothing in ({}, {"years_with_diploma": None}):
        with pytest.raises(InvalidValue, match="NO_BRANCH_AGREEMENT"):
            BranchAgreement(**nothing)
    with pytest.raises(InvalidValue, match="NO_BRANCH_AGREEMENT"):
        evolve(NO_BRANCH_AGREEMENT, years_with_diploma=2)
    with pytest.raises(InvalidValue, match="not both"):
        PreviousCycle(ended_on=date(2026, 7, 1), rupture_cause=RuptureCause.RESIGNATION)
