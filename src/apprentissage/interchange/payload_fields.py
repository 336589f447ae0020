"""The fields of what CFAs and the State's form tool send, and the key of each.

Both name the boxes of the Cerfa in one way, but for some thirty fields: each
field stands in a table, taken, made with others, or left with its reason. Key
names were read on 2026-11-28 in public code: the State's online services
(github.com/mission-apprentissage/cerfa, 2022, and /contrat, 2024), and two
programs that send contracts to OPCOs. The specification of the exchanges
between CFAs and OPCOs is not published.
"""

from collections.abc import Mapping

_ADDRESS = {
    "voie": "voie",
    "complement": "complement",
    "codePostal": "code_postal",
    "commune": "commune",
}
_ADDRESS_LINES = {
    "adresse1": "voie",
    "adresse2": "complement",
    "codePostal": "code_postal",
    "commune": "commune",
}


def _address(field: str, key: str, parts: Mapping[str, str]) -> dict[str, str]:
    return {f"{field}.adresse.{theirs}": f"{key}.adresse.{ours}" for theirs, ours in parts.items()}


def _maitres(parts: Mapping[str, str]) -> dict[str, str]:
    return {
        f"maitre{rank}.{theirs}": f"maitres_apprentissage.{rank}.{ours}"
        for rank in (1, 2)
        for theirs, ours in parts.items()
    }


_SHARED: dict[str, str] = {
    "employeur.denomination": "employeur.denomination",
    "employeur.siret": "employeur.siret",
    "employeur.naf": "employeur.naf",
    "employeur.typeEmployeur": "employeur.type",
    "employeur.employeurSpecifique": "employeur.specifique",
    "employeur.nombreDeSalaries": "employeur.effectif",
    "employeur.codeIdcc": "employeur.idcc",
    "employeur.telephone": "employeur.telephone",
    "employeur.courriel": "employeur.courriel",
    "employeur.regimeSpecifique": "employeur.regime_assurance_chomage",
    "employeur.caisseComplementaire": "contrat.caisse_retraite_complementaire",
    "employeur.attestationEligibilite": "contrat.attestation_maitre",
    "employeur.attestationPieces": "contrat.attestation_pieces",
    "apprenti.nom": "apprenti.nom_naissance",
    "apprenti.nomUsage": "apprenti.nom_usage",
    "apprenti.prenom": "apprenti.prenom",
    "apprenti.sexe": "apprenti.sexe",
    "apprenti.nationalite": "apprenti.nationalite",
    "apprenti.dateNaissance": "apprenti.date_naissance",
    "apprenti.departementNaissance": "apprenti.departement_naissance",
    "apprenti.communeNaissance": "apprenti.commune_naissance",
    "apprenti.nir": "apprenti.nir",
    "apprenti.regimeSocial": "apprenti.regime_social",
    "apprenti.handicap": "apprenti.rqth",
    "apprenti.situationAvantContrat": "apprenti.situation_avant_contrat",
    "apprenti.diplome": "apprenti.diplome_le_plus_eleve",
    "apprenti.derniereClasse": "apprenti.derniere_classe",
    "apprenti.diplomePrepare": "apprenti.dernier_diplome_prepare",
    "apprenti.intituleDiplomePrepare": "apprenti.intitule_dernier_diplome",
    "apprenti.telephone": "apprenti.telephone",
    "apprenti.courriel": "apprenti.courriel",
    "apprenti.inscriptionSportifDeHautNiveau": "apprenti.sportif_haut_niveau",
    "apprenti.projetCreationRepriseEntreprise": "apprenti.projet_entreprise",
    "apprenti.responsableLegal.courriel": ("apprenti.representant_legal.courriel"),
    **_maitres(
        {
            "nom": "nom_naissance",
            "prenom": "prenom",
            "dateNaissance": "date_naissance",
            "courriel": "courriel",
            "emploiOccupe": "emploi",
        }
    ),
    "formation.rncp": "formation.code_rncp",
    "formation.codeDiplome": "formation.code_diplome",
    "formation.typeDiplome": "formation.diplome",
    "formation.intituleQualification": "formation.intitule",
    "formation.dateDebutFormation": "formation.date_debut_cfa",
    "formation.dateFinFormation": "formation.date_derniere_epreuve",
    "formation.dureeFormation": "formation.heures",
    "contrat.modeContractuel": "contrat.mode",
    "contrat.typeContratApp": "contrat.type",
    "contrat.numeroContratPrecedent": "contrat.numero_contrat_precedent",
    "contrat.noContrat": "contrat.numero_depot",
    "contrat.dateDebutContrat": "contrat.date_debut_execution",
    "contrat.dateFinContrat": "contrat.date_fin",
    "contrat.dateEffetAvenant": "contrat.avenant.date_effet",
    "contrat.dateRupture": "dossier.rupture.date",
    "contrat.lieuSignatureContrat": "contrat.lieu_signature",
    "contrat.typeDerogation": "contrat.derogation",
    "contrat.travailRisque": "contrat.travaux_dangereux",
    "contrat.salaireEmbauche": "contrat.salaire_brut_embauche",
    "contrat.avantageNourriture": "contrat.avantages_par_nature.repas",
    "contrat.avantageLogement": "contrat.avantages_par_nature.logement",
    "contrat.remunerationsAnnuelles.#.ordre": "contrat.remuneration.#.ordre",
    "contrat.remunerationsAnnuelles.#.dateDebut": "contrat.remuneration.#.du",
    "contrat.remunerationsAnnuelles.#.dateFin": "contrat.remuneration.#.au",
    "contrat.remunerationsAnnuelles.#.taux": "contrat.remuneration.#.taux",
    "contrat.remunerationsAnnuelles.#.typeSalaire": ("contrat.remuneration.#.base"),
    "contrat.remunerationsAnnuelles.#.salaireBrut": ("contrat.remuneration.#.brut_mensuel"),
    "organismeFormation.denomination": ("formation.cfa_responsable.denomination"),
    "organismeFormation.siret": "formation.cfa_responsable.siret",
    "organismeFormation.uaiCfa": "formation.cfa_responsable.uai",
    "organismeFormation.formationInterne": "formation.cfa_entreprise",
    "organismeFormation.visaCfa": "contrat.cachet_cfa",
}

STATE_FORM: dict[str, str] = {
    **_SHARED,
    **_address("employeur", "employeur", _ADDRESS),
    **_address("apprenti", "apprenti", _ADDRESS),
    **_address("apprenti.responsableLegal", "apprenti.representant_legal", _ADDRESS),
    **_maitres({"diplome": "intitule_diplome", "niveauDiplome": "niveau_diplome"}),
    "maitre1.attestationEligibilite": "contrat.attestation_maitre",
    "contrat.dateDebutFormationPratique": "contrat.date_debut_chez_employeur",
    "contrat.smc": "contrat.salaire_minimum_conventionnel",
    "contrat.caisseRetraiteComplementaire": ("contrat.caisse_retraite_complementaire"),
    "contrat.caisseRetraiteSupplementaire": ("contrat.caisse_retraite_complementaire"),
    "signatures.lieu": "contrat.lieu_signature",
    "signatures.attestationPiecesJustificatives": "contrat.attestation_pieces",
    **_address("organismeFormation", "formation.cfa_responsable", _ADDRESS),
    "etablissementFormation.memeResponsable": "formation.cfa_lieu_principal",
    "etablissementFormation.denomination": ("formation.lieu_principal.denomination"),
    "etablissementFormation.siret": "formation.lieu_principal.siret",
    "etablissementFormation.uaiCfa": "formation.lieu_principal.uai",
    **_address("etablissementFormation", "formation.lieu_principal", _ADDRESS),
}
"""Field of the State's online services, `#` for a rank: key here."""

_SITE = "organismeFormationLieuFormationPrincipal"

CFA_DOCK: dict[str, str] = {
    **_SHARED,
    **_address("employeur", "employeur", _ADDRESS_LINES),
    **_address("apprenti", "apprenti", _ADDRESS_LINES),
    **_address("apprenti.responsableLegal", "apprenti.representant_legal", _ADDRESS_LINES),
    "apprenti.droitsRqthEquivalenceJeune": "apprenti.equivalence_jeunes",
    "apprenti.droitsRqthExtensionBOE": "apprenti.extension_boe",
    **_maitres(
        {"intituleDiplomeObtenu": "intitule_diplome", "niveauDiplomeObtenu": "niveau_diplome"}
    ),
    "formation.nombreHeuresEnDistanciel": "formation.heures_a_distance",
    "contrat.dateFormationPratiqueEmployeur": ("contrat.date_debut_chez_employeur"),
    **_address("organismeFormation", "formation.cfa_responsable", _ADDRESS_LINES),
    "organismeFormation.lieuFormationIdentique": ("formation.cfa_lieu_principal"),
    f"{_SITE}.denomination": "formation.lieu_principal.denomination",
    f"{_SITE}.siret": "formation.lieu_principal.siret",
    f"{_SITE}.uaiCfa": "formation.lieu_principal.uai",
    **_address(_SITE, "formation.lieu_principal", _ADDRESS_LINES),
}
"""Field of what CFAs send to OPCOs, `#` for a rank: key here."""

OF_ADDRESS = (
    "employeur",
    "apprenti",
    "apprenti.responsableLegal",
    "organismeFormation",
    "etablissementFormation",
)
"""Sections whose address has its number apart, in either payload."""

TOGETHER: dict[str, tuple[str, str]] = {
    **dict.fromkeys(
        ("contrat.dateConclusion", "contrat.dateSignature"),
        (
            "contrat.date_conclusion",
            "pour un avenant (types 31 à 38) : contrat.avenant."
            "date_conclusion, et celle du contrat est à donner",
        ),
    ),
    **dict.fromkeys(
        ("contrat.dureeTravailHebdoHeures", "contrat.dureeTravailHebdoMinutes"),
        ("contrat.duree_hebdomadaire", "heures, et minutes divisées par 60 au dix-millième"),
    ),
    **dict.fromkeys(
        ("contrat.avantageNature", "contrat.autreAvantageEnNature"),
        (
            "contrat.avantages_par_nature.autres",
            "non : 0 ; oui, sans montant, laisse la valeur du mois inconnue",
        ),
    ),
    **dict.fromkeys(
        ("apprenti.apprentiMineur", "apprenti.apprentiMineurNonEmancipe"),
        (
            "apprenti.emancipe",
            "non émancipé : false ; mineur qui n'est pas « non émancipé » : true",
        ),
    ),
    **dict.fromkeys(
        ("apprenti.responsableLegal.nom", "apprenti.responsableLegal.prenom"),
        ("apprenti.representant_legal.nom", "nom, puis prénom"),
    ),
    "apprenti.responsableLegal.memeAdresse": (
        "apprenti.representant_legal.adresse.commune",
        "oui : l'adresse de l'apprenti",
    ),
    **{
        f"{field}.adresse.{part}": (f"{key}.adresse.numero", "numéro, puis indice de répétition")
        for field, key in zip(
            OF_ADDRESS,
            (
                "employeur",
                "apprenti",
                "apprenti.representant_legal",
                "formation.cfa_responsable",
                "formation.lieu_principal",
            ),
            strict=True,
        )
        for part in ("numero", "repetitionVoie")
    },
}
"""Field that makes a value with another: key here, and how."""

_CALCULATED = "calculé par l'outil"

LEFT: dict[str, str] = {
    "employeur.nom": "la dénomination tient lieu de nom",
    "employeur.prenom": "la dénomination tient lieu de nom",
    "employeur.libelleIdcc": "l'IDCC le dit",
    "employeur.codeIdcc_special": "l'IDCC le dit : 9998, 9999",
    "employeur.privePublic": "le type d'employeur le dit : 21 et plus",
    "employeur.departement": "le code postal le dit",
    "employeur.adresse.departement": "le code postal le dit",
    "employeur.adresse.region": "le code postal le dit",
    **{
        f"{field}.adresse.{part}": reason
        for field in OF_ADDRESS
        for part, reason in (
            ("label", "la voie et la commune le disent"),
            ("pays", "aucun fait ne le demande"),
        )
    },
    "apprenti.age": _CALCULATED,
    "apprenti.lieuNaissanceFrance": "le département le dit : 99 à l'étranger",
    "maitre1.nir": "le Cerfa ne demande pas le NIR d'un maître",
    "maitre2.nir": "le Cerfa ne demande pas le NIR d'un maître",
    "formation.dureeFormationCalc": _CALCULATED,
    "formation.dateObtentionDiplome": "aucun fait ne la demande",
    "contrat.noAvenant": "aucun fait ne le demande",
    "contrat.dureeContrat": _CALCULATED,
    "contrat.smic": _CALCULATED,
    "contrat.remunerationMajoration": "les taux la comprennent",
    "contrat.remunerationsAnnuelles.#.tauxMinimal": _CALCULATED,
    "versionCERFA": "de l'envoi, pas du contrat",
    "CERFASignatureProbante": "de l'envoi, pas du contrat",
    "CERFAsignatureProbante": "de l'envoi, pas du contrat",
    "etat": "de l'envoi, pas du contrat",
    "commentaireEtat": "de l'envoi, pas du contrat",
    "id": "de l'outil, pas du contrat",
    "draft": "de l'outil, pas du contrat",
    "dossierId": "de l'outil, pas du contrat",
    "isLockedField": "de l'outil, pas du contrat",
    "inputNames": "de l'outil, pas du contrat",
}
"""Field that is left, and why."""
