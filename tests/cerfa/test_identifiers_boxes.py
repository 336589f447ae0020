"""Boxes 3, 6, 8, 9, 18, 30, 32, 36: numbers well formed and in agreement."""

from datetime import date
from typing import Any

import pytest

from apprentissage.cerfa.apprentice_numbers import APPRENTICE_NUMBERS
from apprentissage.cerfa.deposit_number import DEPOSIT_NUMBER
from apprentissage.cerfa.employer_numbers import EMPLOYER_NUMBERS
from apprentissage.cerfa.previous_number import PREVIOUS_NUMBER
from apprentissage.cerfa.training_numbers import TRAINING_NUMBERS
from apprentissage.facts import Cfa, ContractType, Diploma, Sex
from apprentissage.facts.authorities import SourceKind
from apprentissage.judging import Finding, Rule
from apprentissage.law.readings import LETTER
from tests.sample import NO, NONE, OPEN, YES, check_speaks, contract

EMPLOYER = {"siret": "73282932000074", "naf": "8411Z", "idcc": "1597"}
APPRENTICE = {
    "born_on": date(2006, 5, 14),
    "nir": "1060575116027",
    "birth_department": "75",
    "sex": Sex.MALE,
}
CFA = Cfa(uai="0561910X", siret="73282932000074")
TRAINING = {
    "cfa": CFA,
    "main_site": CFA,
    "rncp": "RNCP15516",
    "diploma_code": "32322111",
    "diploma": Diploma.BTS,
}


def employer(**facts: Any) -> Finding:
    return EMPLOYER_NUMBERS.find(contract(employer=EMPLOYER | facts), LETTER)


def apprentice(**facts: Any) -> Finding:
    return APPRENTICE_NUMBERS.find(contract(apprentice=APPRENTICE | facts), LETTER)


def training(**facts: Any) -> Finding:
    return TRAINING_NUMBERS.find(contract(training=TRAINING | facts), LETTER)


def failed(found: Finding) -> list[str]:
    return [part.subject for part in found.parts if part.outcome is NO]


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, YES),
        ({"idcc": "44"}, YES),
        ({"idcc": "9999"}, YES),
        ({"siret": "73282932000075"}, NO),
        ({"siret": "7328293200007"}, NO),
        ({"naf": "8411"}, NO),
        ({"siret": None}, OPEN),
        ({"naf": None, "idcc": "abc"}, NO),
    ],
)
def test_employer(facts: dict[str, Any], outcome: object) -> None:
    assert employer(**facts).outcome is outcome


def test_the_wrong_character_is_told() -> None:
    found = employer(siret="732 829 320 00075")
    assert found["position"] == 17
    assert found.sentence == (
        "SIRET de l'établissement d'exécution du contrat\xa0: mal formé au "
        "caractère 17, «\xa05\xa0» (732 829 320 00075)."
    )
    assert employer(siret="7328").sentence == (
        "SIRET de l'établissement d'exécution du contrat\xa0: mal formé, 4 "
        "caractères au lieu de 14 (7328)."
    )
    # out of a spreadsheet that took it for a decimal number
    assert employer(siret="73282932000074.0").sentence == (
        "SIRET de l'établissement d'exécution du contrat\xa0: mal formé au "
        "caractère 15, «\xa0.\xa0» (73282932000074.0)."
    )


@pytest.mark.parametrize(
    ("written", "told"), [("12", "0012"), ("44", "0044"), ("0044", None), ("9999", None)]
)
def test_an_idcc_of_fewer_digits_is_told(written: str, told: str | None) -> None:
    found = employer(idcc=written)
    assert found.outcome is YES
    assert [c.name for c in found.caveats] == (["IDCC_PADDED"] if told else [])
    assert found.parts[2].get("expected") == (told and (told,))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1060575116027", None),
        ("1 06 05 75 116 027", None),
        ("106057511602724", "1060575116027"),
        ("1 06 05 75 116 027 24", "1060575116027"),
    ],
)
def test_a_nir_with_its_key_is_told(written: str, told: str | None) -> None:
    found = apprentice(nir=written)
    assert found.outcome is YES
    assert [c.name for c in found.caveats] == (["NIR_WITH_KEY"] if told else [])
    assert found.parts[0].get("expected") == (told and (told,))


@pytest.mark.parametrize(
    ("code", "diploma", "outcome"),
    [
        ("32033423", Diploma.BTS, YES),
        ("50022143", Diploma.BTS, NO),  # a CAP
        ("50022143", Diploma.CAP, YES),
        ("40025214", Diploma.BAC_PRO, YES),
        ("25033402", Diploma.LICENCE_PROFESSIONNELLE, YES),
        ("16X31202", Diploma.OTHER_BAC_5, YES),
        ("16X31202", Diploma.MASTER, YES),
        ("16X31202", Diploma.LICENCE_PROFESSIONNELLE, NO),
        ("ABCDEFGH", Diploma.BTS, NO),
        ("ABCDEFGH", None, NO),
        ("01022106", Diploma.BTS, NONE),  # whatever its level
        ("32033423", None, OPEN),
    ],
)
def test_the_code_is_of_a_level_of_the_diploma(
    code: str, diploma: Diploma | None, outcome: object
) -> None:
    found = training(diploma_code=code, diploma=diploma)
    (level,) = (p for p in found.parts if p.subject.startswith("code et"))
    assert level.outcome is outcome
    assert found.outcome is (YES if outcome is NONE else outcome)
    if outcome is OPEN:
        assert found.missing == ("training.diploma",)


def test_a_code_without_a_level_to_compare() -> None:
    for facts in ({"diploma": Diploma.NO_DIPLOMA}, {"diploma_code": "1"}, {"diploma_code": None}):
        subjects = [part.subject for part in training(**facts).parts]
        assert "code et niveau du diplôme" not in subjects


def test_the_level_of_the_code_is_read_aloud() -> None:
    assert training(diploma_code="50022143").sentence == (
        "Le code du diplôme (50022143) est de niveau 3, le diplôme visé de "
        "niveau 5\xa0: 54 (brevet de technicien supérieur)."
    )


@pytest.mark.parametrize(
    ("facts", "disagrees"),
    [
        ({}, []),
        ({"birth_department": "075"}, []),
        ({"sex": Sex.FEMALE}, ["NIR et sexe"]),
        ({"born_on": date(2007, 5, 14)}, ["NIR et année de naissance"]),
        ({"born_on": date(2006, 6, 14)}, ["NIR et mois de naissance"]),
        ({"birth_department": "76"}, ["NIR et département de naissance"]),
        ({"birth_department": "099"}, ["NIR et département de naissance"]),
        ({"nir": "106209935001615"[:13], "birth_department": "99"}, []),
        ({"nir": "1060599350016"}, ["NIR et département de naissance"]),
        ({"nir": "1060597110016", "birth_department": "971"}, []),
        ({"nir": "106052A004018", "birth_department": "2A"}, []),
        ({"nir": "1060520004018", "birth_department": "2B"}, []),
        ({"nir": "1060596350016"}, []),  # of no département of today
    ],
)
def test_nir_and_form(facts: dict[str, Any], disagrees: list[str]) -> None:
    found = apprentice(**facts)
    assert failed(found) == disagrees
    assert found.outcome is (NO if disagrees else YES)


def test_what_nir_and_form_say_is_read_aloud() -> None:
    found = apprentice(sex=Sex.FEMALE)
    assert found.sentence == ("Sexe\xa0: le NIR indique masculin, le formulaire féminin.")
    assert [part.sentence for part in apprentice().parts][2] == (
        "Sexe\xa0: le NIR et le formulaire s'accordent (masculin)."
    )
    assert apprentice().sentence.startswith("Le NIR et le département")
    elsewhere = apprentice(nir="1060520004018", birth_department="099")
    assert elsewhere.sentence.startswith("Département de naissance\xa0: le NIR indique 2A ou 2B, ")


def test_a_special_month_tells_nothing() -> None:
    found = apprentice(nir="1062075116027", born_on=date(2006, 1, 1))
    assert found.outcome is YES
    assert [p.subject for p in found.parts if p.outcome is NONE] == ["NIR et mois de naissance"]


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"nir": None}, ("apprentice.nir",)),
        ({"sex": None}, ("apprentice.sex",)),
        ({"birth_department": None}, ("apprentice.birth_department",)),
    ],
)
def test_unknown_is_not_wrong(facts: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = apprentice(**facts)
    assert found.outcome is OPEN
    assert found.missing == missing


def test_a_malformed_number_is_compared_with_nothing() -> None:
    found = apprentice(nir="10605751160X7", sex=Sex.FEMALE)
    assert failed(found) == ["numéro de sécurité sociale (NIR) de l'apprenti"]
    found = apprentice(birth_department="20")
    assert len(failed(found)) == 2  # no département, and not that of the NIR


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ({}, YES),
        ({"cfa": Cfa(uai="0561910W", siret="73282932000074")}, NO),
        ({"cfa": None}, OPEN),
        ({"rncp": "RNCPABCD"}, NO),
        ({"diploma_code": "323221110"}, NO),
        ({"main_site": None}, OPEN),
        ({"main_site": Cfa(uai="0561910X")}, OPEN),
        ({"main_site": Cfa(uai="0561910X", siret="1")}, NO),
    ],
)
def test_training(facts: dict[str, Any], outcome: object) -> None:
    assert training(**facts).outcome is outcome


@pytest.mark.parametrize(
    ("number", "outcome", "marked"),
    [
        (None, NONE, False),
        ("075202609000001", YES, False),
        ("075202508000001", YES, False),
        ("075202507000001", NO, False),  # concluded on 25 August 2025
        ("075202412000001", NO, False),
        ("075202609NC0001", NO, True),  # never « conforme »
        ("075202613000001", NO, False),
        ("75202609000001", NO, False),
    ],
)
def test_deposit_number(number: str | None, outcome: object, marked: bool) -> None:
    found = DEPOSIT_NUMBER.find(contract(deposit_number=number), LETTER)
    assert found.outcome is outcome
    assert ("NC" in found.sentence) is marked
    if outcome is YES:
        assert found["department"] == "075"
        assert found["sequence"] == "0001"


def test_what_a_deposit_number_tells() -> None:
    def of(number: str) -> Finding:
        return DEPOSIT_NUMBER.find(contract(deposit_number=number), LETTER)

    found = of("075202609000001")
    assert (found["year"], found["month"]) == ("2026", "9")
    assert of("075202501000001").sentence == (
        "Numéro de dépôt\xa0: impossible, il date de janvier 2025, avant la "
        "conclusion du contrat, le 25\xa0août 2025."
    )
    assert of("075202609NC0001").sentence == (
        "Numéro de dépôt\xa0: marqué NC (septembre 2026), le contrat est "
        "déposé comme non conforme."
    )


FOLLOWING = [kind for kind in ContractType if kind is not ContractType.FIRST]


def previous(kind: ContractType | None, number: str | None) -> Finding:
    return PREVIOUS_NUMBER.find(contract(kind=kind, previous_number=number), LETTER)


@pytest.mark.parametrize("kind", FOLLOWING, ids=lambda kind: kind.value)
def test_number_of_the_contract_before_or_changed(kind: ContractType) -> None:
    found = previous(kind, "02b 2025 12 00 0417")
    assert found.outcome is YES
    assert found["department"] == "02B"
    assert (found["year"], found["month"]) == ("2025", "12")
    assert (found["indicator"], found["sequence"]) == ("00", "0417")
    assert ("avenant" in found.sentence) is (kind.value >= "31")
    marked = previous(kind, "075202512NC0417")
    assert "non conforme" in marked.sentence
    assert marked.label == "à retenir"
    wrong = previous(kind, "075202513000417")
    assert wrong.outcome is NO
    assert wrong["position"] == 9
    assert previous(kind, "75202512000417").outcome is NO
    waiting = previous(kind, None)
    assert waiting.outcome is OPEN
    assert waiting.missing == ("previous_number",)


@pytest.mark.parametrize("kind", [None, *ContractType], ids=str)
@pytest.mark.parametrize("number", [None, "075202512000417", "1"])
def test_box_18_rests_on_the_notice(kind: ContractType | None, number: str | None) -> None:
    # and where it asks for a number, or for none, on the State's own service
    asks = number is None or kind in {None, ContractType.FIRST}
    kinds = [source.kind for source in previous(kind, number).sources]
    assert kinds == [SourceKind.FORM, SourceKind.DOCTRINE][: 1 + asks]


@pytest.mark.parametrize("number", [None, "075202512000417", "DOS-118"])
def test_a_first_contract_has_none_before(number: str | None) -> None:
    found = previous(ContractType.FIRST, number)
    assert found.outcome is NONE
    assert ((number or "inscrit") in found.sentence) is (number is not None)


@pytest.mark.parametrize("number", [None, "075202512000417", "DOS-118"])
def test_the_type_tells_whether_a_number_is_asked(number: str | None) -> None:
    found = previous(None, number)
    assert found.outcome is OPEN
    assert found.missing == ("kind",)


def test_they_say_all_they_list() -> None:
    check_speaks(
        EMPLOYER_NUMBERS,
        contract(employer=EMPLOYER),
        contract(),
        contract(employer=EMPLOYER | {"siret": "1"}),
        contract(employer=EMPLOYER | {"naf": "84112"}),
        contract(employer=EMPLOYER | {"idcc": "0000"}),
        contract(employer=EMPLOYER | {"idcc": "44"}),
    )
    check_speaks(
        APPRENTICE_NUMBERS,
        contract(apprentice=APPRENTICE),
        contract(),
        contract(apprentice=APPRENTICE | {"sex": Sex.FEMALE}),
        contract(apprentice=APPRENTICE | {"nir": "1062075116027"}),
        contract(apprentice=APPRENTICE | {"nir": "1"}),
        contract(apprentice=APPRENTICE | {"nir": "10605751160X7"}),
        contract(apprentice=APPRENTICE | {"nir": "106057511602724"}),
        contract(apprentice=APPRENTICE | {"birth_department": "20"}),
    )
    check_speaks(
        TRAINING_NUMBERS,
        contract(training=TRAINING),
        contract(),
        contract(training=TRAINING | {"rncp": "1"}),
        contract(training=TRAINING | {"rncp": "RNCPABCD"}),
        contract(training=TRAINING | {"diploma_code": "50022143"}),
        contract(training=TRAINING | {"diploma_code": "01022106"}),
        contract(training=TRAINING | {"diploma_code": "ABCDEFGH"}),
        contract(training=TRAINING | {"diploma_code": "1"}),
        contract(training=TRAINING),
    )
    check_speaks(
        PREVIOUS_NUMBER,
        *(
            contract(kind=kind, previous_number=number)
            for kind in (
                None,
                ContractType.FIRST,
                ContractType.SAME_EMPLOYER,
                ContractType.OTHER_CHANGE,
            )
            for number in (None, "075202609000001", "075202609NC0001", "075202613000001", "1")
        ),
    )
    check_speaks(
        DEPOSIT_NUMBER,
        *(
            contract(deposit_number=number)
            for number in (
                None,
                "075202507000001",
                "075202609000001",
                "075202609NC0001",
                "075202613000001",
                "1",
            )
        ),
    )


@pytest.mark.parametrize(
    ("rule", "paths"),
    [
        (APPRENTICE_NUMBERS, ["apprentice.nir", "apprentice.birth_department"]),
        (EMPLOYER_NUMBERS, ["employer.siret", "employer.naf", "employer.idcc"]),
        (
            TRAINING_NUMBERS,
            [
                *("training.cfa.uai", "training.cfa.siret", "training.rncp"),
                *("training.diploma_code", "training.main_site"),
            ],
        ),
    ],
    ids=lambda told: told.name if isinstance(told, Rule) else "",
)
def test_numbers_are_read_in_the_order_of_the_form(rule: Rule[Any], paths: list[str]) -> None:
    assert [path for part in rule.find(contract()).parts for path in part.missing] == paths
