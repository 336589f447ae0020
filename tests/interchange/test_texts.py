"""The text of a file: each fault in French, with its place, never a choice."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import Contract, Diploma
from apprentissage.interchange import (
    UnreadableContract,
    message,
    read_contract,
    read_contract_text,
    write_contract,
)
from tests.interchange.contracts import CONTRACTS
from tests.sample import in_2026


def written(**sections: dict[str, Any]) -> str:
    """The text of a readable contract, with some entries added."""
    mapping = write_contract(in_2026())
    for name, entries in sections.items():
        mapping.setdefault(name, {}).update(entries)
    return json.dumps(mapping, ensure_ascii=False)


def messages(text: str) -> list[str]:
    with pytest.raises(UnreadableContract) as caught:
        read_contract_text(text)
    assert str(caught.value).startswith("contrat illisible, ")
    return [told.replace("\xa0", " ").replace("\u202f", " ") for told in caught.value.messages]


def test_a_text_is_read() -> None:
    text = written(apprenti={"rqth": True})
    assert read_contract_text(text).apprentice.rqth is True


@given(CONTRACTS)
def test_a_written_contract_is_read_back(contract: Contract) -> None:
    assert read_contract_text(json.dumps(write_contract(contract))) == contract


@given(st.text() | st.from_regex(r'[\[{"a:,}\]0-9 ]{0,9}', fullmatch=True))
def test_any_text_is_refused_in_french(text: str) -> None:
    for told in messages(text):
        assert any(word in told for word in ("écrivez", "ôtez", "fermez"))
        assert "Expecting" not in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "contrat : absent, écrivez le contrat, un objet {...}"),
        (" \n", "contrat : absent, écrivez le contrat, un objet {...}"),
        (
            "\ufeff{}",
            "ligne 1, colonne 1 : reçu « \ufffd{} », ôtez la marque d'ordre "
            'des octets (BOM), ou décodez le fichier en "utf-8-sig"',
        ),
        (
            '{\n  "apprenti": {"prenom": "J\ufffdr\xf4me"}}',
            'ligne 2, colonne 28 : reçu « \ufffdr\xf4me"}} », décodez le '
            "fichier dans son propre encodage : ce signe tient la place "
            "d'une lettre perdue",
        ),
        ("{", "ligne 1, colonne 2 : absent, écrivez une clé entre "),
        ("{\n'a': 1}", "ligne 2, colonne 1 : reçu « 'a': 1} », écrivez une "),
        ("[nul]", "ligne 1, colonne 2 : reçu « nul] », écrivez ici une "),
        ('{"a" 1}', "ligne 1, colonne 6 : reçu « 1} », écrivez « : » entre "),
        ('{"a": 1 2}', "ligne 1, colonne 9 : reçu « 2} », écrivez une virg"),
        ('{"a": "b', 'ligne 1, colonne 7 : reçu « "b », fermez le texte par'),
        ('["\n"]', "ligne 1, colonne 3 : absent, écrivez un texte sur une "),
        (r'["\q"]', r'ligne 1, colonne 3 : reçu « \q"] », écrivez \\ pour'),
        ("{} {}", "ligne 1, colonne 4 : reçu « {} », ôtez ce qui suit le co"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text: str, told: str) -> None:
    (found,) = messages(text)
    assert found.startswith(told)


def test_a_comma_too_many_is_told_by_every_python() -> None:
    """Python 3.13 says it in other words than 3.11."""
    (found,) = messages('{"a": 1,}')
    assert "virgule" in found


def test_a_key_written_twice_is_refused_with_the_rest() -> None:
    text = written(contrat={"type": "11", "mode": "7"})
    text = text.replace('"type": "11"', '"type": "11", "type": "21"')
    assert messages(text) == [
        "contrat.type : reçu « 21 », écrivez cette clé une seule fois",
        'contrat.mode : reçu « 7 », écrivez un code parmi "1" (à durée '
        'limitée), "2" (dans le cadre d\'un CDI), "3" (entreprise de '
        'travail temporaire), "4" (activités saisonnières à deux employeurs)',
    ]


def test_a_key_written_twice_is_told_once_wherever_it_is() -> None:
    text = written().replace(
        '"apprenti"', '"maitres_apprentissage": [{"nir": 1, "nir": 2, "nir": 3}], "apprenti"'
    )
    assert messages(text) == [
        "maitres_apprentissage[0].nir : reçu 3, écrivez cette clé une seule fois"
    ]
    whole = written()
    assert messages(f'{whole[:-1]}, "apprenti": {{}}}}')[0] == (
        "apprenti : reçu {...}, écrivez cette clé une seule fois"
    )


@pytest.mark.parametrize("deep", [40, 100_000])
def test_deep_nesting_is_refused(deep: int) -> None:
    nest = "[" * deep + "]" * deep
    found = messages(f'{{"x": {nest}}}')
    assert "écrivez 32 objets ou listes emboîtés au plus" in found[0]
    assert len(found[0]) < 300


def test_a_long_text_is_refused_before_it_is_parsed() -> None:
    (found,) = messages("[" * 1_000_001)
    assert found.endswith("… (1000001 caractères) », écrivez 1000000 caractères au plus")
    assert len(found) < 200


@pytest.mark.parametrize(
    ("number", "received"),
    [
        ("NaN", "NaN"),
        ("Infinity", "Infinity"),
        ("-Infinity", "-Infinity"),
        ("1e999", "Infinity"),
        ("35.5", "35.5"),
        ("9" * 5000, f"{'9' * 60}… (5000 caractères)"),
    ],
)
def test_a_number_that_is_none_is_shown_as_written(number: str, received: str) -> None:
    text = written(contrat={"duree_hebdomadaire": 0}).replace(
        '"duree_hebdomadaire": 0', f'"duree_hebdomadaire": {number}'
    )
    (found,) = messages(text)
    assert found.startswith(f"contrat.duree_hebdomadaire : reçu {received}, écrivez un nombre")


def test_a_long_integer_is_no_number_of_people() -> None:
    text = written(employeur={"effectif": 0}).replace('"effectif": 0', f'"effectif": {"9" * 5000}')
    (found,) = messages(text)
    assert found.endswith("écrivez un nombre entier, 0 au moins")


def test_an_integer_of_the_program_is_shown_however_long() -> None:
    shown = message(InvalidValue("x", 10**5000, "écrivez moins"))
    assert shown.startswith(f"x\xa0: reçu 1{'0' * 59}… (5001 caractères)")


def test_the_year_9999_is_told_from_what_is_no_date() -> None:
    (found,) = messages(written(contrat={"date_fin": "9999-12-31"}))
    assert found == (
        "contrat.date_fin : reçu « 9999-12-31 », écrivez une année de 1900 "
        "à 2199, ou ôtez la clé si vous ignorez ce jour"
    )


def test_a_list_of_contracts_is_no_contract() -> None:
    assert messages(f"[{written()}]") == [
        "contrat : reçu [...], écrivez un seul contrat, un objet {...} ; "
        "lisez les contrats d'une liste un par un"
    ]
    assert messages("[]") == ["contrat : reçu [], écrivez un objet {...}"]


def test_null_is_unknown_and_no_object() -> None:
    (told,) = messages("null")
    assert told.endswith("écrivez un objet {...}")
    nobody = json.loads(written()) | {"maitres_apprentissage": [None]}
    (told,) = messages(json.dumps(nobody))
    assert told.startswith("maitres_apprentissage[0] : ")
    assert told.endswith("écrivez un objet {...}")


def test_half_a_character_is_refused() -> None:
    text = written(apprenti={"prenom": "x"}).replace('"x"', r'"\ud800"')
    assert messages(text) == [
        "apprenti.prenom : reçu « \ufffd », écrivez un texte sans la moitié d'un caractère"
    ]


def test_thousands_of_unknown_keys_are_told_quickly() -> None:
    keys = ", ".join(f'"k{rank}": 1' for rank in range(500))
    found = messages(f"{written()[:-1]}, {keys}}}")
    assert len(found) == 500
    assert found[99].endswith("contrats_precedents, dossier")
    assert found[100] == "k100 : reçu 1, ôtez cette clé"


def test_a_long_key_is_cut() -> None:
    (found,) = messages(f'{written()[:-1]}, "{"k" * 9000}": 1}}')
    assert found.startswith(f"{'k' * 60}… (9000 caractères) : reçu 1, ôtez")


def test_a_control_character_does_not_reach_the_screen() -> None:
    (found,) = messages(written(apprenti={"sexe": "\x1b[2J"}))
    assert "« \ufffd[2J »" in found


@pytest.mark.parametrize(
    ("value", "advised"),
    [
        (12, '"12" (première année non validée)'),
        (1, '"01" (dernière année du cycle, diplôme obtenu)'),
        ("1", '"01" (dernière année du cycle, diplôme obtenu)'),
        ("Première  année non validee", '"12" (première année non validée)'),
        ("première annee nonvalidée", '"12" (première année non validée)'),
    ],
)
def test_a_code_nearly_written_is_advised_with_its_label(value: object, advised: str) -> None:
    mapping = write_contract(in_2026())
    mapping["apprenti"]["derniere_classe"] = value
    with pytest.raises(UnreadableContract) as caught:
        read_contract(mapping)
    (fault,) = caught.value.faults
    assert fault.remedy == f"écrivez plutôt {advised}"
    assert type(fault) is (InvalidValue if isinstance(value, str) else WrongType)


@pytest.mark.parametrize("value", [-1, 100, "13", "x" * 9000, 1.0])
def test_a_code_far_from_all_is_told_every_code(value: object) -> None:
    mapping = write_contract(in_2026())
    mapping["apprenti"]["derniere_classe"] = value
    with pytest.raises(UnreadableContract) as caught:
        read_contract(mapping)
    (fault,) = caught.value.faults
    assert 'parmi "01" (dernière année du cycle, diplôme' in fault.remedy


def test_a_code_received_bears_its_label() -> None:
    shown = message(InvalidValue("x", Diploma.BTS, "ôtez"))
    assert shown == f'x\xa0: reçu "54" ({Diploma.BTS.label}), ôtez'
    listed = message(InvalidValue("x", ("9999",), "ôtez"))
    assert listed == "x\xa0: reçu [...], ôtez"
