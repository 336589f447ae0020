"""A row of a table is the contract that JSON would tell, or is refused."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from apprentissage.errors import WrongType
from apprentissage.facts import NO_EXTENSION, NO_GRID, Contract
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange import (
    UnreadableContract,
    french_path,
    read_contract,
    read_headings,
    read_row,
    read_rows,
    write_contract,
)
from apprentissage.interchange.rows import names_of_columns, places
from apprentissage.interchange.shapes import plainly
from tests.interchange.contracts import CONTRACTS

BARE = {
    "date_naissance": "10/02/2008",
    "date_conclusion": "31/08/2026",
    "date_debut_execution": "1/9/2026",
    "date_fin": "2028-08-31",
}


def told(row: dict[str, str | None]) -> dict[str, str]:
    """What is said of each column."""
    with pytest.raises(UnreadableContract) as caught:
        read_row(row)
    return {fault.path: fault.remedy for fault in caught.value.faults}


def kept(value: Any) -> Any:
    """What a table can tell of a mapping: nothing empty inside."""
    if isinstance(value, dict):
        inside = {key: kept(each) for key, each in value.items()}
        if isinstance(inside.get("salaire_minimum_conventionnel"), list):
            del inside["salaire_minimum_conventionnel"]  # has its days
        return {k: v for k, v in inside.items() if v not in ({}, None)}
    if isinstance(value, list):
        inside_list = [kept(each) for each in value]
        return [each for each in inside_list if each not in ({}, None, [])]
    if isinstance(value, str):
        return value.strip().replace("E+", "E").replace("e+", "e") or None
    return value


def cells(value: Any, at: str) -> Iterator[tuple[str, str]]:
    """The cells of a mapping, as a French spreadsheet shows them."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from cells(each, f"{at}.{key}" if at else key)
    elif isinstance(value, list) and value:
        for rank, each in enumerate(value, start=1):
            yield from cells(each, f"{at}.{rank}")
    elif isinstance(value, list):
        yield at, "aucune"
    elif isinstance(value, bool):
        yield at, "oui" if value else "NON"
    else:
        yield at, french_cell(str(value), at)


def french_cell(text: str, at: str) -> str:
    shape = type(
        places()[".".join("#" if w.isdecimal() else w for w in at.split("."))].shape
    ).__name__
    if shape == "Day":
        return "/".join(reversed(text.split("-")))
    if shape in {"Number", "Changing"}:
        whole, point, rest = text.partition(".")
        # 1,234 can be read in two ways
        more = "0" if len(rest) == 3 and len(whole) < 4 else ""
        return f"{whole},{rest}{more}" if point else whole
    return text


@given(CONTRACTS)
def test_a_row_is_what_the_mapping_is(contract: Contract) -> None:
    mapping = kept(write_contract(contract))
    row = dict(cells(mapping, ""))
    try:
        expected = read_contract(mapping)
    except UnreadableContract:
        with pytest.raises(UnreadableContract):
            read_row(row)
    else:
        assert read_row(row) == expected


def test_every_place_of_a_contract_has_a_heading() -> None:
    headings = {key.replace(".#", "") for key in places()}
    objects = {key.rpartition(".")[0] for key in headings if "." in key} - headings
    # what a list of dated amounts holds, and a calendar, are no cells
    for path in FRENCH_NAMES:
        if path not in {"employer.holidays", "smc_monthly.steps"}:
            assert french_path(path) in headings | objects, path


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("apprenti.date_naissance", "apprenti.date_naissance"),
        ("date_naissance", "apprenti.date_naissance"),
        ("Date naissance", "apprenti.date_naissance"),
        ("DATE DE NAISSANCE DE L’APPRENTI", "apprenti.date_naissance"),
        ("contrat.date_fin", "contrat.date_fin"),
        ("date-fin", "contrat.date_fin"),
        ("nom", "apprenti.nom_naissance"),
        ("apprenti.nom", "apprenti.nom_naissance"),
        ("representant_legal.nom", "apprenti.representant_legal.nom"),
        ("maitres.1.nom", "maitres_apprentissage.1.nom_naissance"),
        ("maitres.2.activites.3.date_fin",) * 2,
        ("maîtres", "maitres_apprentissage"),
        ("remuneration.1.taux", "contrat.remuneration.1.taux"),
        ("employeur.siret", "employeur.siret"),
        ("effectif", "employeur.effectif"),
        ("prolongation", "contrat.prolongation"),
    ],
)
def test_a_heading_leads_to_its_fact(heading: str, key: str) -> None:
    wanted = key.replace("maitres.", "maitres_apprentissage.")
    assert read_headings([heading]) == {heading: wanted}


@pytest.mark.parametrize(
    ("heading", "remedy"),
    [
        ("siret", "écrivez l'un de employeur.siret, second_employeur.siret"),
        ("type", "écrivez l'un de contrat.type, employeur.type"),
        ("date_naisance", "écrivez plutôt date_naissance, ou ôtez-la"),
        ("Emploi", "écrivez l'un de maitres_apprentissage.1.emploi"),
        ("commune", "écrivez l'un de employeur.adresse.commune, second_emp"),
        ("maitre.1.nom", "écrivez plutôt maitres.1.nom, ou ôtez-la"),
        ("zzz", "ôtez cette colonne, ou nommez-la par une clé d'un contrat"),
        ("x" * 9000, "ôtez cette colonne, ou nommez-la par une clé d'un con"),
        ("maitres.0.nom", "comptez les rangs à partir de 1"),
        ("maitres.nom", "écrivez plutôt maitres.1.nom, ou ôtez-la"),
        ("employeur", "écrivez l'une de ses clés, comme employeur.denomin"),
    ],
)
def test_a_heading_that_is_wrong_is_told(heading: str, remedy: str) -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_headings([heading])
    (fault,) = caught.value.faults
    assert fault.path == heading
    assert fault.remedy.startswith(remedy)
    assert str(caught.value).startswith("tableau illisible, 1 faute")


def test_a_table_too_wide_is_told_so() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_headings([f"x{rank}" for rank in range(2001)])
    (fault,) = caught.value.faults
    assert (fault.path, fault.value) == ("en-têtes", 2001)


def test_a_fact_has_one_column() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_headings(["nom", "apprenti.nom_naissance", "rqth", "rqth"])
    assert {f.path: f.remedy for f in caught.value.faults} == {
        "apprenti.nom_naissance": "ôtez cette colonne, ou « nom » qui dit le même fait",
        "rqth": "nommez autrement l'une des deux colonnes",
    }


def test_cells_are_read_as_a_french_spreadsheet_shows_them() -> None:
    contract = read_row(
        BARE
        | {
            "salaire_brut_embauche": "1\u202f234,56",
            "duree_hebdomadaire": "35",
            "remuneration.1.du": "01/09/2026",
            "remuneration.1.au": "31/08/2027",
            "remuneration.1.taux": "43,0",
            "remuneration.1.base": "SMIC",
            "effectif": "1 200",
            "rqth": "Non",
            "projet_entreprise": "VRAI",
            "prolongation": "Aucune",
            "grille_conventionnelle": "aucune",
            "missions": "aucune",
            "prenom": "  Léa ",
            "nom_usage": "",
            "sexe": None,
        }
    )
    assert contract.gross_at_hiring == Decimal("1234.56")
    assert contract.declared_pay is not None
    assert contract.declared_pay[0].rate == 43
    assert contract.employer.headcount == 1200
    assert contract.apprentice.rqth is False
    assert contract.apprentice.business_project is True
    assert contract.extension == NO_EXTENSION
    assert contract.grid == NO_GRID
    assert contract.missions == ()
    assert contract.apprentice.first_name == "Léa"
    assert contract.apprentice.used_name is None
    assert contract.apprentice.sex is None


@pytest.mark.parametrize(
    ("heading", "cell", "remedy"),
    [
        ("date_fin", "hier", "écrivez une date JJ/MM/AAAA, comme 01/09/2026"),
        ("date_fin", "31/08/28", "écrivez une date JJ/MM/AAAA, comme 01/09/"),
        ("date_fin", "31/02/2028", "écrivez un jour qui existe"),
        ("date_fin", "08/31/2028", "écrivez un jour qui existe"),
        ("date_fin", "31/12/9999", "écrivez une année de 1900 à 2199"),
        ("date_fin", "01/08/2026", "écrivez un jour qui ne précède pas"),
        ("salaire_brut_embauche", "1,234", "écrivez 1234 si c'est un mill"),
        ("salaire_brut_embauche", "1.234", "écrivez 1234 si c'est un mill"),
        ("salaire_brut_embauche", "1.234,5", "écrivez un nombre positif, "),
        ("salaire_brut_embauche", "-12", "écrivez un nombre positif, comme"),
        ("salaire_brut_embauche", "12 €", "écrivez un nombre positif, comme"),
        ("salaire_brut_embauche", "12 34", "écrivez un nombre positif, com"),
        ("effectif", "12,0", "écrivez un nombre entier"),
        ("effectif", "9" * 41, "écrivez un nombre entier"),
        ("formation.niveau", "9", "écrivez un nombre entier de 3 à 8"),
        ("rqth", "x", "écrivez oui ou non"),
        ("maitres", "deux", "écrivez aucun, ou laissez vide et remplissez"),
        ("prolongation", "oui", "écrivez aucune, ou laissez vide et rempl"),
        ("derniere_classe", "1", 'écrivez plutôt "01" (dernière année du'),
        ("employeur.siret", "1,23457E+13", "écrivez tous les chiffres"),
        ("contrat.temps_de_travail.journees.1.heure_fin", "17h", "écrivez u"),
    ],
)
def test_a_cell_that_is_wrong_is_told_with_its_heading(
    heading: str, cell: str, remedy: str
) -> None:
    row: dict[str, str | None] = {
        **BARE,
        "contrat.temps_de_travail.journees.1.date": "01/09/2026",
        heading: cell,
    }
    with pytest.raises(UnreadableContract) as caught:
        read_row(row)
    (fault,) = caught.value.faults
    assert fault.path == heading
    assert fault.value == cell
    assert fault.remedy.startswith(remedy)


def test_what_is_missing_is_named_by_its_key() -> None:
    assert told({"missions.1.date_debut": "01/09/2026"}) == dict.fromkeys(
        (
            "contrat.date_conclusion",
            "contrat.date_debut_execution",
            "contrat.date_fin",
            "contrat.missions.1.date_fin",
            "apprenti.date_naissance",
        ),
        "écrivez ce champ obligatoire",
    )


def test_ranks_are_filled_in_their_order() -> None:
    assert told({**BARE, "maitres.3.nom": "A", "maitres.1.nom": "B"}) == {
        "maitres_apprentissage.2": "remplissez les rangs dans l'ordre, sans en sauter"
    }


def test_ranks_within_a_rank_are_told_by_both() -> None:
    months = {"maitres.1.nom": "A", "maitres.2.activites.2.date_debut": "01/09/2020"}
    found = told({**BARE, **months})
    assert found["maitres_apprentissage.2.activites.1"].startswith("remplissez les rangs")


@pytest.mark.parametrize(
    ("first", "second"), [("maitres", "maitres.1.nom"), ("maitres.1.nom", "maitres")]
)
def test_none_and_some_are_not_told_together(first: str, second: str) -> None:
    found = told({**BARE, first: "aucun", second: "aucun"})
    assert list(found) == [second]
    assert found[second].startswith("videz cette valeur, ou celles")


def test_a_cell_is_a_text() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_row(BARE | {"rqth": float("nan")})  # type: ignore[dict-item]
    (fault,) = caught.value.faults
    assert isinstance(fault, WrongType)
    assert "sans convertir ses cellules" in fault.remedy
    assert told({**BARE, 3: "x"}) == {"3": "écrivez un texte"}  # type: ignore[dict-item]


def test_all_faults_of_all_rows_are_told_at_once() -> None:
    table = io.StringIO(
        "date_naissance;date_conclusion;date_debut_execution;date_fin;zz\n"
        "10/02/2008;31/08/2026;01/09/2026;31/08/2028;\n"
        "hier;31/08/2026;01/09/2026;31/08/2028\n"
        "10/02/2008;31/08/2026;01/09/2026;31/08/2025;;;\n"
    )
    with pytest.raises(UnreadableContract) as caught:
        read_rows(csv.DictReader(table, delimiter=";"))
    assert str(caught.value).startswith("tableau illisible, 4 fautes :\n- ")
    assert [(f.path, f.value) for f in caught.value.faults] == [
        ("colonne zz", "zz"),
        ("ligne 3, colonne date_naissance", "hier"),
        ("colonne sans en-tête", None),
        ("ligne 4, colonne date_fin", "31/08/2025"),
    ]
    some = caught.value.subgroup(lambda fault: fault is not caught.value)
    assert str(some).startswith("tableau illisible, 4 fautes")


def test_rows_become_contracts_in_their_order() -> None:
    rows = [BARE, {**BARE, "date_naissance": "11/02/2008"}]
    contracts = read_rows(rows)
    assert contracts == (read_row(rows[0]), read_row(rows[1]))
    with pytest.raises(UnreadableContract) as caught:
        read_rows([{**BARE, "rqth": "x"}], first=1)
    assert caught.value.faults[0].path == "ligne 1, colonne rqth"


def test_a_plain_name_has_no_accents_capitals_or_spaces() -> None:
    assert plainly(" Code-Postal ") == "code_postal"


def test_the_shorter_names_lead_to_their_place() -> None:
    for place, names in names_of_columns():
        for name in names:
            heading = name.replace("#", "1")
            assert read_headings([heading])[heading] == place.key.replace("#", "1")
