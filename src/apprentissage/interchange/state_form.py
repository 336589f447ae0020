"""Field names of the State's form tool, and where a mapping holds them.

The online service of the State (mission apprentissage, 2024, Cerfa *12) and
the files that software exports for it name the boxes of the Cerfa otherwise.
The table says which key takes each field, and what to do with its value.
"""

__all__ = ["STATE_FORM"]
__dir__ = __all__.copy

_YES_NO = "« oui », « non » : true, false"
_AS_IS = ""
_DAY = "date AAAA-MM-JJ"

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
        "valeur de tous les avantages d'un mois",
    ),
    "contrat.avantageLogement": (
        "contrat.avantages_en_nature",
        "valeur de tous les avantages d'un mois",
    ),
    "employeur.denomination": ("employeur.denomination", _AS_IS),
    "employeur.siret": ("employeur.siret", _AS_IS),
    "employeur.naf": ("employeur.naf", _AS_IS),
    "employeur.typeEmployeur": ("employeur.type", _AS_IS),
    "employeur.employeurSpecifique": ("employeur.specifique", _AS_IS),
    "employeur.nombreDeSalaries": ("employeur.effectif", "nombre entier"),
    "employeur.codeIdcc": ("employeur.idcc", _AS_IS),
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
    "apprenti.derniereClasse": ("apprenti.derniere_classe", _AS_IS),
    "apprenti.diplome": ("apprenti.diplome_le_plus_eleve", _AS_IS),
    "apprenti.responsableLegal.nom": (
        "apprenti.representant_legal.nom",
        _AS_IS,
    ),
    "apprenti.responsableLegal.courriel": (
        "apprenti.representant_legal.courriel",
        _AS_IS,
    ),
    "maitre1.dateNaissance": (
        "maitres_apprentissage.date_naissance",
        _DAY,
    ),
    "maitre1.emploiOccupe": ("maitres_apprentissage.emploi", _AS_IS),
    "maitre1.niveauDiplome": (
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
    "etablissementFormation.denomination": (
        "formation.lieu_principal.denomination",
        _AS_IS,
    ),
    "etablissementFormation.siret": (
        "formation.lieu_principal.siret",
        _AS_IS,
    ),
    "etablissementFormation.uaiCfa": ("formation.lieu_principal.uai", _AS_IS),
}
"""Field of the form tool: key here, without ranks, and what its value becomes
(nothing where it is taken as it is). `maitre2` goes like `maitre1`."""
