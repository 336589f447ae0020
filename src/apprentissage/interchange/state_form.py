"""Field names of the State's form tool, and where a mapping holds them.

The online services of the State (mission apprentissage, 2022 and 2024, Cerfa
*10 to *12), and the payloads that CFAs send to OPCOs (Cerfa *14), name the
boxes of the Cerfa otherwise.
The table says which key takes each field, and what to do with its value.
"""

_YES_NO = "« oui », « non » : true, false"
_AS_IS = ""
_TEXT = "texte : un nombre s'écrit entre guillemets"
_DAY = "date AAAA-MM-JJ, sans l'heure"
_AMOUNT = "montant entre guillemets"


def _address(field: str, key: str) -> dict[str, tuple[str, str]]:
    """The parts of an address."""
    parts = {
        "numero": "numero",
        "voie": "voie",
        "complement": "complement",
        "codePostal": "code_postal",
        "commune": "commune",
    }
    return {
        f"{field}.adresse.{theirs}": (
            f"{key}.adresse.{ours}",
            _TEXT if theirs in {"numero", "codePostal"} else _AS_IS,
        )
        for theirs, ours in parts.items()
    }


STATE_FORM: dict[str, tuple[str, str]] = {
    "contrat.modeContractuel": ("contrat.mode", _AS_IS),
    "contrat.typeContratApp": ("contrat.type", _AS_IS),
    "contrat.numeroContratPrecedent": (
        "contrat.numero_contrat_precedent",
        _AS_IS,
    ),
    "contrat.typeDerogation": ("contrat.derogation", _AS_IS),
    "contrat.dateSignature": (
        "contrat.date_conclusion",
        f"{_DAY} ; celle d'un avenant : contrat.avenant.date_conclusion",
    ),
    "contrat.dateDebutContrat": ("contrat.date_debut_execution", _DAY),
    "contrat.dateDebutFormationPratique": (
        "contrat.date_debut_chez_employeur",
        _DAY,
    ),
    "contrat.dateFinContrat": ("contrat.date_fin", _DAY),
    "contrat.dateEffetAvenant": ("contrat.avenant.date_effet", _DAY),
    "contrat.dureeTravailHebdoHeures": (
        "contrat.duree_hebdomadaire",
        "heures, plus les minutes divisées par 60",
    ),
    "contrat.dureeTravailHebdoMinutes": (
        "contrat.duree_hebdomadaire",
        "minutes divisées par 60, ajoutées aux heures",
    ),
    "contrat.travailRisque": ("contrat.travaux_dangereux", _YES_NO),
    "contrat.smc": (
        "contrat.salaire_minimum_conventionnel",
        "montant entre guillemets",
    ),
    "contrat.remunerationsAnnuelles[].ordre": (
        "contrat.remuneration.ordre",
        _AS_IS,
    ),
    "contrat.remunerationsAnnuelles[].dateDebut": (
        "contrat.remuneration.du",
        _DAY,
    ),
    "contrat.remunerationsAnnuelles[].dateFin": (
        "contrat.remuneration.au",
        _DAY,
    ),
    "contrat.remunerationsAnnuelles[].taux": (
        "contrat.remuneration.taux",
        "taux entre guillemets",
    ),
    "contrat.remunerationsAnnuelles[].typeSalaire": (
        "contrat.remuneration.base",
        _AS_IS,
    ),
    "contrat.remunerationsAnnuelles[].salaireBrut": (
        "contrat.remuneration.brut_mensuel",
        "montant entre guillemets",
    ),
    "contrat.avantageNourriture": (
        "contrat.avantages_en_nature",
        "euros par repas : les repas d'un mois, avec les autres avantages",
    ),
    "contrat.avantageLogement": (
        "contrat.avantages_en_nature",
        "euros par mois, avec les autres avantages du mois",
    ),
    "contrat.autreAvantageEnNature": (
        "contrat.avantages_en_nature",
        "« oui » sans montant : la valeur du mois est à demander",
    ),
    "contrat.salaireEmbauche": ("contrat.salaire_brut_embauche", _AMOUNT),
    "contrat.lieuSignatureContrat": ("contrat.lieu_signature", _AS_IS),
    "contrat.noContrat": ("contrat.numero_depot", _TEXT),
    "contrat.dateConclusion": ("contrat.date_conclusion", _DAY),
    "contrat.dateFormationPratiqueEmployeur": (
        "contrat.date_debut_chez_employeur",
        _DAY,
    ),
    "contrat.dateRupture": ("dossier.rupture.date", _DAY),
    "employeur.denomination": ("employeur.denomination", _AS_IS),
    "employeur.siret": ("employeur.siret", _AS_IS),
    "employeur.naf": ("employeur.naf", _AS_IS),
    "employeur.typeEmployeur": ("employeur.type", _AS_IS),
    "employeur.employeurSpecifique": ("employeur.specifique", _AS_IS),
    "employeur.nombreDeSalaries": ("employeur.effectif", "nombre entier"),
    "employeur.codeIdcc": ("employeur.idcc", _TEXT),
    **_address("employeur", "employeur"),
    "employeur.departement": (
        "employeur.territoire",
        "par `territory_of` du code postal : il décide fériés et SMIC",
    ),
    "employeur.telephone": ("employeur.telephone", _TEXT),
    "employeur.courriel": ("employeur.courriel", _AS_IS),
    "employeur.privePublic": (
        "employeur.type",
        "dit par le code : 21 à 29 pour un employeur public",
    ),
    "employeur.regimeSpecifique": (
        "employeur.regime_assurance_chomage",
        _YES_NO,
    ),
    "employeur.caisseComplementaire": (
        "contrat.caisse_retraite_complementaire",
        _AS_IS,
    ),
    "employeur.attestationEligibilite": (
        "contrat.attestation_maitre",
        _YES_NO,
    ),
    "employeur.attestationPieces": ("contrat.attestation_pieces", _YES_NO),
    "apprenti.nom": ("apprenti.nom_naissance", _AS_IS),
    "apprenti.nomUsage": ("apprenti.nom_usage", _AS_IS),
    "apprenti.prenom": ("apprenti.prenom", _AS_IS),
    "apprenti.dateNaissance": ("apprenti.date_naissance", _DAY),
    "apprenti.sexe": ("apprenti.sexe", _AS_IS),
    "apprenti.nir": ("apprenti.nir", _AS_IS),
    "apprenti.departementNaissance": (
        "apprenti.departement_naissance",
        "trois caractères ; 99 devient 099",
    ),
    "apprenti.nationalite": ("apprenti.nationalite", _AS_IS),
    "apprenti.handicap": ("apprenti.rqth", _YES_NO),
    "apprenti.inscriptionSportifDeHautNiveau": (
        "apprenti.sportif_haut_niveau",
        _YES_NO,
    ),
    "apprenti.projetCreationRepriseEntreprise": (
        "apprenti.projet_entreprise",
        _YES_NO,
    ),
    "apprenti.situationAvantContrat": (
        "apprenti.situation_avant_contrat",
        _AS_IS,
    ),
    "apprenti.diplomePrepare": ("apprenti.dernier_diplome_prepare", _AS_IS),
    "apprenti.derniereClasse": (
        "apprenti.derniere_classe",
        'deux chiffres entre guillemets : 1 devient "01"',
    ),
    "apprenti.intituleDiplomePrepare": (
        "apprenti.intitule_dernier_diplome",
        _AS_IS,
    ),
    "apprenti.communeNaissance": ("apprenti.commune_naissance", _AS_IS),
    "apprenti.regimeSocial": ("apprenti.regime_social", _TEXT),
    "apprenti.telephone": ("apprenti.telephone", _TEXT),
    "apprenti.courriel": ("apprenti.courriel", _AS_IS),
    **_address("apprenti", "apprenti"),
    "apprenti.droitsRqthEquivalenceJeune": (
        "apprenti.equivalence_jeunes",
        _YES_NO,
    ),
    "apprenti.droitsRqthExtensionBOE": ("apprenti.extension_boe", _YES_NO),
    "apprenti.apprentiMineurNonEmancipe": (
        "apprenti.emancipe",
        "« oui » : false ; l'âge se lit de la date de naissance",
    ),
    "apprenti.diplome": ("apprenti.diplome_le_plus_eleve", _AS_IS),
    "apprenti.responsableLegal.nom": (
        "apprenti.representant_legal.nom",
        _AS_IS,
    ),
    "apprenti.responsableLegal.courriel": (
        "apprenti.representant_legal.courriel",
        _AS_IS,
    ),
    "apprenti.responsableLegal.prenom": (
        "apprenti.representant_legal.nom",
        "à la suite du nom",
    ),
    **_address("apprenti.responsableLegal", "apprenti.representant_legal"),
    "maitre1.nom": ("maitres_apprentissage.nom_naissance", _AS_IS),
    "maitre1.prenom": ("maitres_apprentissage.prenom", _AS_IS),
    "maitre1.courriel": ("maitres_apprentissage.courriel", _AS_IS),
    "maitre1.dateNaissance": (
        "maitres_apprentissage.date_naissance",
        _DAY,
    ),
    "maitre1.emploiOccupe": ("maitres_apprentissage.emploi", _AS_IS),
    "maitre1.niveauDiplome": (
        "maitres_apprentissage.niveau_diplome",
        "nombre entier",
    ),
    "maitre1.intituleDiplomeObtenu": (
        "maitres_apprentissage.intitule_diplome",
        _AS_IS,
    ),
    "maitre1.niveauDiplomeObtenu": (
        "maitres_apprentissage.niveau_diplome",
        "nombre entier",
    ),
    "formation.typeDiplome": ("formation.diplome", _AS_IS),
    "formation.intituleQualification": ("formation.intitule", _AS_IS),
    "formation.codeDiplome": ("formation.code_diplome", _AS_IS),
    "formation.rncp": ("formation.code_rncp", _AS_IS),
    "formation.dateDebutFormation": ("formation.date_debut_cfa", _DAY),
    "formation.dateFinFormation": ("formation.date_derniere_epreuve", _DAY),
    "formation.dureeFormation": ("formation.heures", "nombre entier"),
    "formation.nombreHeuresEnDistanciel": (
        "formation.heures_a_distance",
        "nombre entier",
    ),
    "organismeFormation.formationInterne": (
        "formation.cfa_entreprise",
        _YES_NO,
    ),
    "organismeFormation.denomination": (
        "formation.cfa_responsable.denomination",
        _AS_IS,
    ),
    "organismeFormation.siret": ("formation.cfa_responsable.siret", _AS_IS),
    "organismeFormation.uaiCfa": ("formation.cfa_responsable.uai", _AS_IS),
    **_address("organismeFormation", "formation.cfa_responsable"),
    "organismeFormation.lieuFormationIdentique": (
        "formation.cfa_lieu_principal",
        _YES_NO,
    ),
    "etablissementFormation.denomination": (
        "formation.lieu_principal.denomination",
        _AS_IS,
    ),
    "etablissementFormation.siret": (
        "formation.lieu_principal.siret",
        _AS_IS,
    ),
    "etablissementFormation.uaiCfa": ("formation.lieu_principal.uai", _AS_IS),
    **_address("etablissementFormation", "formation.lieu_principal"),
}
"""Field of the form tool: key here, without ranks, and what its value becomes
(nothing where it is taken as it is). `maitre2` goes like `maitre1`;
`organismeFormationLieuFormationPrincipal`, of the exchanges of OPCOs and CFAs,
like `etablissementFormation`. Codes are texts here, numbers in some files."""
