"""What CFAs and the State's tool send is read, field by field, or told.

The payloads are made for the tests, in the names that public code uses; the
persons and numbers are invented.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from apprentissage.errors import InvalidValue
from apprentissage.facts import (
    Contract,
    ContractType,
    LastClass,
    PayBase,
    Sex,
    SocialScheme,
    Territory,
)
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange import (
    UnreadableContract,
    french_path,
    read_cfa_dock,
    read_state_form,
)
from apprentissage.interchange.payload_fields import CFA_DOCK, LEFT, STATE_FORM, TOGETHER
from apprentissage.reviewing import review

MIDNIGHT = "T00:00:00+00:00"
LINES = {
    "adresse1": "4 rue des Lilas",
    "adresse2": "bâtiment B",
    "codePostal": "67000",
    "commune": "Strasbourg",
}

DOCK: dict[str, Any] = {
    "cerfa": {
        "employeur": {
            "denomination": "Boulangerie Muller",
            "nom": "Muller",
            "prenom": "Jean",
            "siret": "73282932000074",
            "naf": "1071C",
            "typeEmployeur": 11,
            "employeurSpecifique": 0,
            "nombreDeSalaries": 8,
            "codeIdcc": "843",
            "libelleIdcc": "",
            "telephone": "0388000000",
            "courriel": "contact@exemple.fr",
            "regimeSpecifique": False,
            "caisseComplementaire": "AG2R",
            "attestationEligibilite": True,
            "attestationPieces": True,
            "privePublic": False,
            "adresse": LINES,
        },
        "apprenti": {
            "nom": "Petit",
            "nomUsage": None,
            "prenom": "Inès",
            "sexe": "F",
            "nationalite": 1,
            "dateNaissance": f"2009-03-14{MIDNIGHT}",
            "departementNaissance": "67",
            "communeNaissance": "Strasbourg",
            "nir": "209036748200118",
            "regimeSocial": 2,
            "handicap": False,
            "droitsRqthEquivalenceJeune": False,
            "droitsRqthExtensionBOE": False,
            "situationAvantContrat": 1,
            "diplome": 25,
            "derniereClasse": 1,
            "diplomePrepare": 25,
            "intituleDiplomePrepare": "Brevet",
            "telephone": "0600000000",
            "courriel": "ines@exemple.fr",
            "inscriptionSportifDeHautNiveau": False,
            "projetCreationRepriseEntreprise": False,
            "adresse": LINES,
            "responsableLegal": {
                "nom": "Petit",
                "prenom": "Anne",
                "courriel": "anne@exemple.fr",
                "adresse": LINES,
            },
        },
        "maitre1": {
            "nom": "Roux",
            "prenom": "Claire",
            "dateNaissance": f"1988-02-02{MIDNIGHT}",
            "nir": "288026748200151",
            "courriel": "claire@exemple.fr",
            "emploiOccupe": "boulangère",
            "intituleDiplomeObtenu": "CAP boulanger",
            "niveauDiplomeObtenu": 3,
        },
        "maitre2": None,
        "formation": {
            "rncp": "37537",
            "codeDiplome": "50022139",
            "typeDiplome": 33,
            "intituleQualification": "CAP boulanger",
            "dateDebutFormation": f"2026-09-07{MIDNIGHT}",
            "dateFinFormation": f"2028-06-30{MIDNIGHT}",
            "dureeFormation": 840,
            "nombreHeuresEnDistanciel": 0,
        },
        "contrat": {
            "modeContractuel": 1,
            "typeContratApp": 11,
            "numeroContratPrecedent": "",
            "noContrat": 0,
            "noAvenant": 0,
            "dateConclusion": f"2026-08-31{MIDNIGHT}",
            "dateDebutContrat": f"2026-09-01{MIDNIGHT}",
            "dateFormationPratiqueEmployeur": f"2026-09-01{MIDNIGHT}",
            "dateFinContrat": f"2028-08-31{MIDNIGHT}",
            "dateEffetAvenant": "",
            "dateRupture": "",
            "lieuSignatureContrat": "Strasbourg",
            "typeDerogation": "",
            "dureeTravailHebdoHeures": 35,
            "dureeTravailHebdoMinutes": 20,
            "travailRisque": True,
            "salaireEmbauche": 504.1,
            "avantageNourriture": 4.25,
            "avantageLogement": 0,
            "autreAvantageEnNature": False,
            "remunerationsAnnuelles": [
                {
                    "ordre": "1.1",
                    "dateDebut": f"2026-09-01{MIDNIGHT}",
                    "dateFin": f"2027-08-31{MIDNIGHT}",
                    "taux": 27,
                    "typeSalaire": "SMIC",
                },
                {
                    "ordre": "2.1",
                    "dateDebut": f"2027-09-01{MIDNIGHT}",
                    "dateFin": f"2028-08-31{MIDNIGHT}",
                    "taux": 39.5,
                    "typeSalaire": "SMC",
                    "salaireBrut": 737.47,
                },
            ],
        },
        "organismeFormation": {
            "denomination": "CFA des métiers",
            "formationInterne": False,
            "siret": "19670085300013",
            "uaiCfa": "0671485W",
            "visaCfa": True,
            "lieuFormationIdentique": False,
            "adresse": LINES,
        },
        "organismeFormationLieuFormationPrincipal": {
            "denomination": "CFA annexe",
            "siret": "19670085300013",
            "uaiCfa": "0671485W",
            "adresse": LINES,
        },
        "etat": "TRANSMIS",
        "commentaireEtat": "",
        "versionCERFA": "10103*14",
        "CERFASignatureProbante": True,
    }
}

PARTS = {
    "numero": 20,
    "repetitionVoie": "bis",
    "voie": "rue des Lilas",
    "complement": "étage 2",
    "label": "20 bis rue des Lilas",
    "codePostal": "97400",
    "commune": "Saint-Denis",
    "pays": "FR",
}

FORM: dict[str, Any] = {
    "id": "abc",
    "draft": True,
    "dossierId": "def",
    "isLockedField": {"employeur": {"siret": True}},
    "inputNames": ["employeur.siret"],
    "employeur": {
        "denomination": "Garage Payet",
        "siret": "73282932000074",
        "typeEmployeur": "12",
        "nombreDeSalaries": "6",
        "codeIdcc": "1090",
        "codeIdcc_special": None,
        "telephone": {"value": "+262262000000", "country": "RE"},
        "adresse": {**PARTS, "departement": "974", "region": 4},
        "privePublic": "prive",
    },
    "apprenti": {
        "nom": "Hoarau",
        "prenom": "Léa",
        "sexe": "F",
        "lieuNaissanceFrance": "non",
        "departementNaissance": "99",
        "dateNaissance": "14/03/2009",
        "age": 17,
        "nir": "pas un nir",
        "regimeSocial": 2,
        "handicap": "non",
        "inscriptionSportifDeHautNiveau": "non",
        "projetCreationRepriseEntreprise": "non",
        "derniereClasse": "01",
        "apprentiMineur": "oui",
        "apprentiMineurNonEmancipe": "oui",
        "adresse": PARTS,
        "responsableLegal": {
            "nom": "Hoarau Marie",
            "courriel": "marie@exemple.fr",
            "memeAdresse": "oui",
        },
    },
    "maitre1": {
        "nom": "Payet",
        "prenom": "Luc",
        "dateNaissance": "1990-11-11T00:00:00.000Z",
        "diplome": "CAP",
        "niveauDiplome": 3,
        "attestationEligibilite": True,
    },
    "maitre2": {"nom": "Grondin"},
    "formation": {
        "rncp": "RNCP37537",
        "dureeFormation": 840.0,
        "dureeFormationCalc": 24,
        "dateDebutFormation": "2026-09-01",
        "dateFinFormation": "2028-06-30",
        "dateObtentionDiplome": None,
    },
    "contrat": {
        "typeContratApp": "11",
        "dateSignature": "2026-08-31",
        "dateDebutContrat": "2026-09-01",
        "dateDebutFormationPratique": "2026-09-01",
        "dateFinContrat": "2028-08-31",
        "dureeContrat": 24,
        "dureeTravailHebdoHeures": "35",
        "travailRisque": "non",
        "smc": 1900.5,
        "smic": {"annee": 2026, "heure": 12.31},
        "caisseRetraiteSupplementaire": "AG2R Agirc-Arrco",
        "avantageNature": "non",
        "remunerationMajoration": 0,
        "remunerationsAnnuelles": [
            {
                "ordre": "1.1",
                "dateDebut": "2026-09-01",
                "dateFin": "2027-08-31",
                "taux": 27,
                "tauxMinimal": 27,
                "salaireBrut": 504.1,
                "typeSalaire": "SMIC",
            }
        ],
    },
    "organismeFormation": {"formationInterne": "non", "siret": "19670085300013", "adresse": PARTS},
    "etablissementFormation": {"memeResponsable": "oui", "adresse": PARTS},
    "signatures": {"lieu": "Saint-Denis", "attestationPiecesJustificatives": True},
}

READERS: dict[str, tuple[Callable[..., Contract], dict[str, Any]]] = {
    "dock": (read_cfa_dock, DOCK),
    "form": (read_state_form, FORM),
}


def changed(payload: dict[str, Any], path: str, value: object) -> Any:
    """The payload with another value in a place."""
    other = json.loads(json.dumps(payload))  # nothing shared
    *places, last = path.split(".")
    into: Any = other.get("cerfa", other)
    for place in places:
        into = into.setdefault(place, {})
    into[last] = value
    return other


def told(of: str, path: str, value: object) -> list[tuple[str, str]]:
    read, payload = READERS[of]
    with pytest.raises(UnreadableContract) as caught:
        read(changed(payload, path, value))
    return [(fault.path, fault.remedy) for fault in caught.value.faults]


def test_faults_stand_in_the_order_of_the_form() -> None:
    payload = changed(FORM, "contrat.dureeTravailHebdoHeures", "?")
    payload = changed(payload, "contrat.avantageNature", "?")
    with pytest.raises(UnreadableContract) as caught:
        read_state_form(payload)
    assert [fault.path for fault in caught.value.faults] == [
        "contrat.dureeTravailHebdoHeures",
        "contrat.avantageNature",
    ]


def names(value: Any, at: str = "") -> Iterator[str]:
    """The fields of a payload."""
    if isinstance(value, dict) and "country" not in value and at not in LEFT:
        for key, inner in value.items():
            yield from names(inner, f"{at}.{key}" if at else key)
    elif isinstance(value, list) and at not in LEFT:
        for inner in value:
            yield from names(inner, f"{at}.#")
    else:
        yield at


@pytest.mark.parametrize("table", [STATE_FORM, CFA_DOCK])
def test_every_field_leads_to_a_fact(table: dict[str, str]) -> None:
    known = {french_path(path) for path in FRENCH_NAMES}
    together = {field: key for field, (key, _) in TOGETHER.items()}
    for field, key in (table | together).items():
        plain = [step for step in key.split(".") if step not in {"#", "1", "2"}]
        assert ".".join(plain) in known, field
    assert table.keys().isdisjoint(TOGETHER)
    assert (table.keys() | TOGETHER.keys()).isdisjoint(LEFT)


def test_the_payloads_use_what_the_tables_hold() -> None:
    """Every field of CFAs but those of a second maître, and all the rest."""
    sent = set(names(DOCK["cerfa"]))
    assert set(CFA_DOCK) - sent == {field for field in CFA_DOCK if field.startswith("maitre2.")}
    assert {field for field in LEFT if "." not in field} <= sent | set(names(FORM)) | {
        "CERFAsignatureProbante"
    }


def test_what_a_cfa_sends_is_read() -> None:
    contract = read_cfa_dock(DOCK)
    assert contract.concluded_on == date(2026, 8, 31)
    assert contract.starts_on == date(2026, 9, 1)
    assert contract.kind is ContractType.FIRST
    assert contract.derogation is None
    assert contract.deposit_number is None
    assert contract.weekly_hours == Decimal("35.3333")
    assert contract.gross_at_hiring == Decimal("504.1")
    assert contract.in_kind is not None
    assert contract.in_kind.meal == Decimal("4.25")
    assert contract.in_kind.lodging == contract.in_kind.other == 0
    assert contract.in_kind.meals is None
    assert contract.declared_pay is not None
    assert [
        (line.order, line.rate, line.base, line.monthly) for line in contract.declared_pay
    ] == [
        ("1.1", Decimal(27), PayBase.SMIC, None),
        ("2.1", Decimal("39.5"), PayBase.SMC, Decimal("737.47")),
    ]
    employer, apprentice = contract.employer, contract.apprentice
    assert employer.territory is Territory.ALSACE_MOSELLE
    assert employer.idcc == "0843"
    assert employer.headcount == 8
    assert apprentice.nir == "2090367482001"
    assert apprentice.birth_department == "67"
    assert apprentice.sex is Sex.FEMALE
    assert apprentice.last_class is LastClass("01")
    assert apprentice.social_scheme is SocialScheme("2")
    assert apprentice.legal_representative is not None
    assert apprentice.legal_representative.name == "Petit Anne"
    assert contract.maitres is not None
    assert [m.diploma_level for m in contract.maitres] == [3]
    assert contract.training.main_site is not None
    assert contract.training.main_site.name == "CFA annexe"
    assert contract.training.rncp == "RNCP37537"
    assert contract.cfa_stamped is True
    assert not review(contract)["upper_age"].missing
    assert read_cfa_dock(DOCK["cerfa"]) == contract


def test_what_the_states_tool_holds_is_read() -> None:
    contract = read_state_form(FORM)
    assert contract.concluded_on == date(2026, 8, 31)
    assert contract.weekly_hours == 35
    assert contract.smc_monthly == Decimal("1900.5")
    assert contract.pension_fund == "AG2R Agirc-Arrco"
    assert contract.in_kind is not None
    assert contract.in_kind.meal == contract.in_kind.lodging == 0
    assert contract.dangerous_work is False
    apprentice = contract.apprentice
    assert apprentice.born_on == date(2009, 3, 14)
    assert apprentice.birth_department == "099"
    assert apprentice.nir == "pas un nir"
    assert apprentice.rqth is False
    assert apprentice.emancipated is False
    assert apprentice.address is not None
    assert apprentice.address.number == "20 bis"
    assert apprentice.legal_representative is not None
    assert apprentice.legal_representative.address == apprentice.address
    assert contract.employer.territory is Territory.LA_REUNION
    assert contract.employer.phone == "+262262000000"
    assert contract.training.hours == 840
    assert contract.training.cfa_is_main_site is True
    assert contract.maitres is not None
    assert [m.family_name for m in contract.maitres] == ["Payet", "Grondin"]
    assert contract.signed_at == "Saint-Denis"
    assert contract.proofs_attested is contract.maitre_attested is True


@pytest.mark.parametrize(
    ("of", "path", "value", "field", "remedy"),
    [
        ("dock", "contrat.prime", 1, "contrat.prime", "ôtez ce champ : "),
        (
            "dock",
            "contrat.dateDebutContra",
            "x",
            "contrat.dateDebutContra",
            "écrivez plutôt contrat.dateDebutContrat",
        ),
        (
            "dock",
            "contrat.dateFinContrat",
            "2028-08-31T22:00:00.000Z",
            "contrat.dateFinContrat",
            "écrivez une date AAAA-MM-JJ, sans heure ou à minuit",
        ),
        (
            "dock",
            "contrat.dateFinContrat",
            20280831,
            "contrat.dateFinContrat",
            "écrivez une date AAAA-MM-JJ",
        ),
        (
            "dock",
            "contrat.dateFinContrat",
            "2026-08-01",
            "contrat.dateFinContrat",
            "écrivez un jour qui ne précède pas",
        ),
        (
            "dock",
            "contrat.travailRisque",
            "peut-être",
            "contrat.travailRisque",
            "écrivez true ou false, oui ou non",
        ),
        (
            "dock",
            "contrat.autreAvantageEnNature",
            1,
            "contrat.autreAvantageEnNature",
            "écrivez true ou false, oui ou non",
        ),
        (
            "dock",
            "contrat.salaireEmbauche",
            float("nan"),
            "contrat.salaireEmbauche",
            "écrivez un nombre positif",
        ),
        (
            "dock",
            "contrat.salaireEmbauche",
            True,
            "contrat.salaireEmbauche",
            "écrivez un nombre positif",
        ),
        (
            "dock",
            "employeur.nombreDeSalaries",
            8.5,
            "employeur.nombreDeSalaries",
            "écrivez un nombre entier",
        ),
        (
            "dock",
            "employeur.nombreDeSalaries",
            10**50,
            "employeur.nombreDeSalaries",
            "écrivez un nombre entier",
        ),
        (
            "dock",
            "employeur.typeEmployeur",
            99,
            "employeur.typeEmployeur",
            "écrivez un code parmi ",
        ),
        (
            "dock",
            "apprenti.nom",
            ["Petit"],
            "apprenti.nom[0]",
            "écrivez une seule valeur, pas une liste",
        ),
        ("dock", "apprenti.nom", 1.5, "apprenti.nom", "écrivez un texte"),
        ("form", "apprenti.adresse.numero", True, "apprenti.adresse.numero", "écrivez un texte"),
        (
            "form",
            "contrat.caisseRetraiteComplementaire",
            "une autre",
            "contrat.caisseRetraiteComplementaire",
            "videz cette valeur, ou celles qui disent le contraire",
        ),
    ],
)
def test_a_field_that_is_wrong_is_told_under_its_own_name(
    of: str, path: str, value: object, field: str, remedy: str
) -> None:
    ((where, what),) = told(of, path, value)
    assert where == field
    assert what.startswith(remedy)


@pytest.mark.parametrize("of", READERS)
def test_an_avenant_needs_the_day_of_the_contract(of: str) -> None:
    read, payload = READERS[of]
    avenant = changed(payload, "contrat.typeContratApp", 36)
    avenant = changed(avenant, "contrat.dateEffetAvenant", "2027-01-01T00:00:00+0000")
    with pytest.raises(UnreadableContract) as caught:
        read(avenant)
    assert {fault.path for fault in caught.value.faults} == {
        "concluded_on",
        "contrat.date_conclusion",
    }
    contract = read(avenant, concluded_on=date(2026, 7, 1))
    assert contract.concluded_on == date(2026, 7, 1)
    assert contract.avenant is not None
    assert contract.avenant.concluded_on == date(2026, 8, 31)
    assert contract.avenant.effective_on == date(2027, 1, 1)
    with pytest.raises(UnreadableContract) as caught:
        read(payload, concluded_on=date(2026, 7, 1))
    assert [fault.path for fault in caught.value.faults] == ["concluded_on"]


@pytest.mark.parametrize(
    ("minor", "bound", "emancipated"),
    [
        ("oui", "oui", False),
        ("oui", "non", True),
        ("non", "non", None),
        (None, "non", None),
        ("oui", None, None),
    ],
)
def test_emancipation_is_told_of_minors_alone(
    minor: str | None, bound: str | None, emancipated: bool | None
) -> None:
    payload = changed(FORM, "apprenti.apprentiMineur", minor)
    payload = changed(payload, "apprenti.apprentiMineurNonEmancipe", bound)
    assert read_state_form(payload).apprentice.emancipated is emancipated


def test_benefits_are_none_only_where_they_are_said_to_be() -> None:
    payload = changed(FORM, "contrat.avantageNature", "oui")
    assert read_state_form(payload).in_kind is None
    payload = changed(payload, "contrat.autreAvantageEnNature", True)
    assert read_state_form(payload).in_kind is None
    payload = changed(FORM, "contrat.avantageNourriture", "3,55")
    in_kind = read_state_form(payload).in_kind
    assert in_kind is not None
    assert in_kind.meal == Decimal("3.55")
    assert in_kind.lodging == 0


def test_a_postcode_out_of_the_territories_tells_none() -> None:
    payload = changed(FORM, "employeur.adresse.codePostal", "98800")
    assert read_state_form(payload).employer.territory is None


def test_an_apprentice_without_address_has_none_to_share() -> None:
    payload = changed(FORM, "apprenti.adresse", {})
    representative = read_state_form(payload).apprentice.legal_representative
    assert representative is not None
    assert representative.address is None


def test_what_is_no_object_is_refused() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_cfa_dock({"cerfa": 3})
    assert caught.value.faults[0].remedy == "écrivez un objet {...}"
    assert told("dock", "contrat", [[[[[[[[[[1]]]]]]]]]])


def test_thousands_of_unknown_fields_are_told_quickly() -> None:
    extra = {f"dateDebutContrat{rank}": 1 for rank in range(3000)}
    found = told("dock", "contrat", DOCK["cerfa"]["contrat"] | extra)
    assert len(found) == 3000
    assert found[99][1].startswith("écrivez plutôt contrat.dateDebutContrat")
    assert found[100][1].startswith("ôtez ce champ")


def test_a_deep_payload_is_refused() -> None:
    deep: Any = 1
    for _ in range(500):
        deep = {"x": deep}
    ((path, remedy),) = told("form", "contrat.x", deep)
    assert path == "contrat.x.x.x.x.x.x.x.x"
    assert remedy.startswith("ôtez ce champ")


def test_a_fault_keeps_its_kind() -> None:
    with pytest.raises(UnreadableContract) as caught:
        read_cfa_dock(changed(DOCK, "contrat.prime", 1))
    assert type(caught.value.faults[0]) is InvalidValue
