"""The French name of every fact, by its path."""

from collections.abc import Iterable
from re import findall, sub

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items


def _address(path: str, whose: str) -> dict[str, str]:
    """The names of the parts of an address."""
    return {
        f"{path}.address": f"adresse {whose}",
        f"{path}.address.number": f"numéro de la voie {whose}",
        f"{path}.address.street": f"voie de l'adresse {whose}",
        f"{path}.address.complement": f"complément d'adresse {whose}",
        f"{path}.address.postal_code": f"code postal {whose}",
        f"{path}.address.commune": f"commune {whose}",
    }


_CONTRACT = {
    "concluded_on": "date de conclusion du contrat",
    "starts_on": "date de début d'exécution du contrat",
    "ends_on": "date de fin du contrat ou de la période d'apprentissage",
    "mode": "mode contractuel de l'apprentissage",
    "kind": "type de contrat ou d'avenant",
    "avenant": "avenant que porte le formulaire",
    "avenant.type": "type de l'avenant que porte le formulaire",
    "avenant.concluded_on": (
        "date de conclusion de l'avenant que porte le formulaire"
    ),
    "avenant.effective_on": (
        "date d'effet de l'avenant que porte le formulaire"
    ),
    "avenant.filed_on": (
        "date de transmission de l'avenant que porte le formulaire"
    ),
    "previous_number": (
        "numéro du contrat précédent ou du contrat sur lequel porte l'avenant"
    ),
    "derogation": "type de dérogation",
    "age_exemption": "dérogation à la limite d'âge invoquée",
    "employer_training_starts_on": (
        "date de début de formation pratique chez l'employeur"
    ),
    "extension": "prolongation du contrat",
    "extension.reason": "motif de la prolongation",
    "extension.starts_on": "premier jour de la prolongation",
    "duration_ground": "motif d'une durée différente de celle du cycle",
    "tripartite_agreement": (
        "convention tripartite de réduction ou d'allongement de la durée"
    ),
    "resumes_after_rupture": (
        "poursuite d'un cycle commencé dans un contrat rompu"
    ),
    "missions": "missions du contrat de travail temporaire",
    "missions.starts_on": "début de la mission",
    "missions.ends_on": "fin de la mission",
    "weekly_hours": "durée hebdomadaire du travail",
    "dangerous_work": (
        "travail sur machines dangereuses ou exposition à des risques "
        "particuliers"
    ),
    "dangerous_work_declared": (
        "déclaration des travaux dangereux du mineur à l'inspection du travail"
    ),
    "listed_work": "travaux de la liste de l'art. D. 4154-1",
    "listed_work_authorised": (
        "dérogation de la DREETS pour les travaux de l'art. D. 4154-1"
    ),
    "reinforced_follow_up": (
        "poste relevant du suivi individuel renforcé (art. R. 4624-23)"
    ),
    "overtime_premium": "majoration convenue des heures supplémentaires",
    "smc_monthly": "salaire minimum conventionnel mensuel",
    "smc_monthly.steps": "montants du salaire minimum conventionnel",
    "public_points": "points de majoration accordés par l'employeur public",
    "benefits_in_kind": "valeur mensuelle des avantages en nature",
    "in_kind": "avantages en nature par nature",
    "in_kind.meal": "valeur d'un repas en nature",
    "in_kind.meals": "nombre de repas en nature par mois",
    "in_kind.lodging": "valeur mensuelle du logement en nature",
    "in_kind.other": "valeur mensuelle des autres avantages en nature",
    "annual_funding": "niveau annuel de prise en charge (NPEC)",
    "mobilities": "périodes de mobilité à l'étranger",
    "mobilities.starts_on": "début de la mobilité",
    "mobilities.ends_on": "fin de la mobilité",
    "director_authorisation": (
        "autorisation du directeur du dernier CFA pour un troisième contrat "
        "du même niveau"
    ),
    "signed_by": "signataires du contrat",
    "deposit_number": "numéro de dépôt du contrat",
    "opco_number": "numéro de dossier de l'OPCO",
    "second_employer": "second employeur saisonnier",
    "second_employer.name": "dénomination du second employeur",
    "second_employer.siret": (
        "SIRET de l'établissement d'exécution du second employeur"
    ),
    "second_employer.idcc": "code IDCC du second employeur",
    **_address("second_employer", "du second employeur"),
    "maitre_attested": (
        "attestation de l'employeur sur les conditions du maître "
        "d'apprentissage"
    ),
    "proofs_attested": (
        "attestation de l'employeur sur les pièces justificatives"
    ),
    "gross_at_hiring": "salaire brut mensuel à l'embauche",
    "pension_fund": "caisse de retraite complémentaire",
    "cfa_stamped": "cachet du CFA",
    "signed_at": "lieu de la signature",
    "signatures": "signatures du contrat",
    "signatures.by": "auteur de la signature",
    "signatures.on": "date de la signature",
}

_APPRENTICE = {
    "apprentice": "apprenti",
    "apprentice.born_on": "date de naissance de l'apprenti",
    "apprentice.family_name": "nom de naissance de l'apprenti",
    "apprentice.used_name": "nom d'usage de l'apprenti",
    "apprentice.first_name": "premier prénom de l'apprenti",
    "apprentice.sex": "sexe de l'apprenti",
    "apprentice.nir": "numéro de sécurité sociale (NIR) de l'apprenti",
    "apprentice.birth_department": "département de naissance de l'apprenti",
    "apprentice.nationality": "nationalité de l'apprenti",
    "apprentice.work_authorisation": "autorisation de travail de l'apprenti",
    "apprentice.emancipated": "émancipation de l'apprenti mineur",
    "apprentice.legal_representative": "représentant légal de l'apprenti",
    "apprentice.legal_representative.name": "nom du représentant légal",
    "apprentice.legal_representative.email": (
        "adresse électronique du représentant légal"
    ),
    "apprentice.legal_representative.phone": (
        "téléphone du représentant légal"
    ),
    **_address("apprentice.legal_representative", "du représentant légal"),
    "apprentice.lower_secondary_completed": (
        "scolarité du premier cycle du secondaire (collège) accomplie"
    ),
    "apprentice.pre_apprenticeship_training": (
        "formation du code de l'éducation (art. L. 337-3-1, avant 2011 "
        "conditions de l'art. L. 337-3)"
    ),
    "apprentice.rqth": (
        "reconnaissance de la qualité de travailleur handicapé"
    ),
    "apprentice.disability_title": (
        "autre titre de bénéficiaire de l'obligation d'emploi"
    ),
    "apprentice.high_level_athlete": (
        "inscription sur la liste des sportifs de haut niveau"
    ),
    "apprentice.business_project": (
        "projet de création ou de reprise d'entreprise"
    ),
    "apprentice.project_requires_diploma": (
        "projet d'entreprise subordonné à l'obtention du diplôme"
    ),
    "apprentice.prior_situation": "situation avant le contrat",
    "apprentice.last_class": "dernière classe ou année suivie",
    "apprentice.last_diploma_prepared": "dernier diplôme ou titre préparé",
    "apprentice.highest_diploma": "diplôme ou titre le plus élevé obtenu",
    "apprentice.birth_commune": "commune de naissance de l'apprenti",
    **_address("apprentice", "de l'apprenti"),
    "apprentice.email": "adresse électronique de l'apprenti",
    "apprentice.phone": "téléphone de l'apprenti",
    "apprentice.social_scheme": "régime social de l'apprenti",
    "apprentice.youth_equivalence": "case « équivalence jeunes »",
    "apprentice.boe_extension": "case « extension BOE »",
    "apprentice.last_diploma_title": (
        "intitulé précis du dernier diplôme ou titre préparé"
    ),
}

_TRAINING = {
    "training": "formation",
    "training.diploma": "diplôme ou titre visé",
    "training.title": "intitulé précis du diplôme ou titre visé",
    "training.level": "niveau du diplôme ou titre visé",
    "training.diploma_code": "code du diplôme",
    "training.rncp": "code RNCP",
    "training.cycle_starts_on": "début du cycle de formation",
    "training.cycle_ends_on": "fin du cycle de formation",
    "training.cycle_years": "durée du cycle de formation en années",
    "training.entry_year": "année du cycle où commence le contrat",
    "training.cfa_training_starts_on": "date de début de formation en CFA",
    "training.first_exam_on": "date de la première épreuve",
    "training.last_exam_on": "date de la dernière épreuve",
    "training.hours": "durée de la formation en heures",
    "training.remote_hours": "heures de formation à distance",
    "training.hours_before_contract": (
        "heures de formation suivies avant le contrat"
    ),
    "training.certifier_minimum_hours": (
        "durée minimale en heures fixée par l'organisme certificateur"
    ),
    "training.cfa": "CFA responsable",
    "training.cfa.uai": "numéro UAI du CFA responsable",
    "training.cfa.siret": "SIRET du CFA responsable",
    "training.cfa.name": "dénomination du CFA responsable",
    "training.internal_cfa": "CFA d'entreprise",
    "training.company_cfa": "condition remplie par le CFA d'entreprise",
    "training.main_site": "lieu principal de la formation",
    "training.main_site.uai": "numéro UAI du lieu principal de la formation",
    "training.main_site.siret": "SIRET du lieu principal de la formation",
    "training.main_site.name": (
        "dénomination du lieu principal de la formation"
    ),
    **_address("training.cfa", "du CFA responsable"),
    "training.cfa.quality": "certification qualité du CFA responsable",
    "training.cfa.accreditation": (
        "habilitation du CFA responsable à préparer à la certification"
    ),
    **_address("training.main_site", "du lieu principal de la formation"),
    "training.main_site.quality": (
        "certification qualité du lieu principal de la formation"
    ),
    "training.main_site.accreditation": (
        "habilitation du lieu principal de la formation à préparer à la "
        "certification"
    ),
    "training.cfa_is_main_site": (
        "case du CFA responsable qui est le lieu principal de la formation"
    ),
    "training.rncp_open": (
        "certification enregistrée au RNCP et ouverte à l'apprentissage au "
        "début du contrat"
    ),
}

_EMPLOYER = {
    "employer": "employeur",
    "employer.name": "dénomination de l'employeur",
    "employer.siret": "SIRET de l'établissement d'exécution du contrat",
    "employer.naf": "code d'activité (NAF) de l'employeur",
    "employer.type": "type d'employeur",
    "employer.specific": "employeur spécifique",
    "employer.headcount": "effectif total des salariés de l'entreprise",
    "employer.quota_met": (
        "respect du quota d'alternants (entreprise de 250 salariés et plus)"
    ),
    "employer.idcc": "code IDCC de la convention collective",
    "employer.territory": "territoire du lieu d'exécution du contrat",
    "employer.region": "région du lieu d'exécution du contrat",
    "employer.worked_holidays": (
        "jours fériés habituellement travaillés dans l'entreprise"
    ),
    "employer.holidays": "calendrier des jours fériés de l'entreprise",
    "employer.branch_agreement": (
        "accord de branche sur la compétence du maître d'apprentissage"
    ),
    "employer.branch_agreement.years_with_diploma": (
        "années d'activité exigées par la branche avec le diplôme"
    ),
    "employer.branch_agreement.years_without_diploma": (
        "années d'activité exigées par la branche sans le diplôme"
    ),
    "employer.branch_agreement.conditions": (
        "autres conditions demandées par l'accord de branche"
    ),
    "employer.branch_agreement.idcc": "code IDCC de l'accord de branche",
    "employer.branch_agreement.source": "texte de l'accord de branche",
    "employer.branch_agreement.source.kind": (
        "nature du texte de l'accord de branche"
    ),
    "employer.branch_agreement.source.reference": (
        "référence du texte de l'accord de branche"
    ),
    "employer.branch_agreement.source.url": (
        "adresse du texte de l'accord de branche"
    ),
    "employer.private_individual": "employeur particulier",
    "employer.aid_already_received": (
        "aide déjà reçue pour le même apprenti et la même certification"
    ),
    **_address("employer", "de l'établissement d'exécution du contrat"),
    "employer.email": "adresse électronique de l'employeur",
    "employer.phone": "téléphone de l'employeur",
    "employer.unemployment_scheme": (
        "adhésion de l'employeur public au régime d'assurance chômage"
    ),
    "employer.engagement": (
        "opposition à l'engagement d'apprentis ou suspension ou interdiction"
    ),
}

_MAITRES = {
    "maitres": "maîtres d'apprentissage",
    "maitres.born_on": "date de naissance du maître d'apprentissage",
    "maitres.status": "lien du maître d'apprentissage avec l'entreprise",
    "maitres.volunteer": "volontariat du maître d'apprentissage",
    "maitres.moral_guarantees": (
        "garanties de moralité du maître d'apprentissage"
    ),
    "maitres.job": "emploi occupé par le maître d'apprentissage",
    "maitres.firm": "entreprise du maître d'apprentissage",
    "maitres.diploma_level": (
        "niveau du diplôme le plus élevé du maître d'apprentissage"
    ),
    "maitres.diploma_in_field": (
        "diplôme du maître d'apprentissage dans le domaine du diplôme préparé"
    ),
    "maitres.field_diploma_level": (
        "niveau du diplôme du maître d'apprentissage dans le domaine du "
        "diplôme préparé"
    ),
    "maitres.experience": (
        "périodes d'activité du maître d'apprentissage en rapport avec la "
        "qualification préparée"
    ),
    "maitres.experience.starts_on": "début de la période d'activité",
    "maitres.experience.ends_on": "fin de la période d'activité",
    "maitres.experience.kind": "nature de la période d'activité",
    "maitres.experience.ongoing": "période d'activité en cours",
    "maitres.experience_months": (
        "mois d'activité du maître d'apprentissage en rapport avec la "
        "qualification préparée"
    ),
    "maitres.excluded_months": (
        "mois d'activité exclus (stages, apprentissage, formation qualifiante)"
    ),
    "maitres.branch_conditions": (
        "autres conditions de l'accord de branche remplies par le maître "
        "d'apprentissage"
    ),
    "maitres.minimum_qualification": (
        "niveau minimal de qualification fixé par la commission départementale"
    ),
    "maitres.favourable_opinion": (
        "avis favorable de l'autorité ou silence gardé un mois"
    ),
    "maitres.brevet_de_maitrise": (
        "brevet de maîtrise du maître d'apprentissage"
    ),
    "maitres.supervised": "apprentis déjà suivis par le maître",
    "maitres.supervised.kind": "situation de l'apprenti déjà suivi",
    "maitres.supervised.starts_on": "début du suivi de l'apprenti",
    "maitres.supervised.ends_on": "fin du suivi de l'apprenti",
    "maitres.individual_ceiling": (
        "nombre d'apprentis permis par une dérogation individuelle"
    ),
    "maitres.available": (
        "disponibilité du maître d'apprentissage dans l'entreprise"
    ),
    "maitres.family_name": "nom de naissance du maître d'apprentissage",
    "maitres.first_name": "prénom du maître d'apprentissage",
    "maitres.email": "adresse électronique du maître d'apprentissage",
    "maitres.diploma_title": (
        "intitulé du diplôme le plus élevé du maître d'apprentissage"
    ),
}

_WORKING_TIME = {
    "working_time": "organisation du temps de travail",
    "working_time.sector": "secteur d'activité pour le travail des mineurs",
    "working_time.daily_hours": "durée quotidienne maximale du travail",
    "working_time.collective_organisation": (
        "horaire justifié par l'organisation collective du travail"
    ),
    "working_time.inspector_authorisation": (
        "autorisation de l'inspecteur du travail"
    ),
    "working_time.night_authorisation": "autorisation du travail de nuit",
    "working_time.nights_in_week": (
        "nuits travaillées par semaine sous cette autorisation"
    ),
    "working_time.nights_in_year": (
        "nuits travaillées par an sous cette autorisation"
    ),
    "working_time.worked_weekdays": "jours travaillés chaque semaine",
    "working_time.weekly_rest_agreement": (
        "accord collectif ou autorisation de réduire le repos hebdomadaire"
    ),
    "working_time.weekly_rest_hours": (
        "repos hebdomadaire le plus court en heures consécutives"
    ),
    "working_time.holiday_agreement": (
        "accord collectif sur le travail des jours fériés"
    ),
    "working_time.days": "journées de travail",
    "working_time.days.on": "date de la journée de travail",
    "working_time.days.starts_at": "heure de début de la journée de travail",
    "working_time.days.ends_at": "heure de fin de la journée de travail",
    "working_time.days.breaks": "nombre d'interruptions du travail",
    "working_time.days.break_minutes": "pause la plus longue en minutes",
    "working_time.days.hours": "heures de travail de la journée",
    "working_time.days.longest_stretch_hours": (
        "plus longue période de travail ininterrompue en heures"
    ),
}

_PAY = {
    "grid": "grille de rémunération conventionnelle",
    "grid.under_18": "taux conventionnels jusqu'à 17 ans",
    "grid.from_18": "taux conventionnels de 18 à 20 ans",
    "grid.from_21": "taux conventionnels de 21 à 25 ans",
    "grid.from_26": "taux conventionnels à partir de 26 ans",
    "grid.base": "base des taux conventionnels",
    "grid.idcc": "codes IDCC de la grille conventionnelle",
    "grid.from_on": "premier jour d'application de la grille conventionnelle",
    "grid.keeps_last_pay": (
        "maintien par la branche du dernier salaire sans le diplôme"
    ),
    "grid.sources": "textes de la grille conventionnelle",
    "grid.sources.kind": "nature du texte de la grille conventionnelle",
    "grid.sources.reference": (
        "référence du texte de la grille conventionnelle"
    ),
    "grid.sources.url": "adresse du texte de la grille conventionnelle",
    "declared_pay": "périodes de rémunération écrites sur le contrat",
    "declared_pay.order": "numéro d'ordre de la période de rémunération",
    "declared_pay.starts_on": "début de la période de rémunération",
    "declared_pay.ends_on": "fin de la période de rémunération",
    "declared_pay.rate": "taux de la période de rémunération",
    "declared_pay.base": "base de la période de rémunération",
    "declared_pay.monthly": (
        "salaire brut mensuel de la période de rémunération"
    ),
}

_PREVIOUS = {
    "previous": "contrats ou cycles de formation précédents",
    "previous.route": "voie de formation du cycle précédent",
    "previous.ended_on": "fin du contrat précédent",
    "previous.ruptured_on": "date de rupture du contrat précédent",
    "previous.rupture_cause": "cause de la rupture du contrat précédent",
    "previous.same_employer": "contrat précédent chez le même employeur",
    "previous.same_branch": "contrat précédent dans la même branche",
    "previous.target_level": "niveau du diplôme visé au contrat précédent",
    "previous.same_diploma": "diplôme ou titre visé identique au précédent",
    "previous.exam_failed": "échec à l'examen du contrat précédent",
    "previous.already_prolonged": (
        "contrat précédent déjà conclu pour prolonger après un échec"
    ),
    "previous.diploma_obtained": "diplôme du contrat précédent obtenu",
    "previous.level": "niveau du diplôme obtenu au contrat précédent",
    "previous.directly_related": (
        "rapport direct du diplôme visé avec le diplôme précédent"
    ),
    "previous.cycle_years": "durée du cycle précédent en années",
    "previous.last_rate": ("taux de la dernière année du contrat précédent"),
    "previous.last_rate_base": "base du dernier taux (SMIC ou SMC)",
    "previous.last_rate_kind": (
        "nature du taux de la dernière année (perçu ou auquel l'apprenti "
        "pouvait prétendre)"
    ),
    "previous.last_statutory_rate": (
        "taux légal de la dernière année du contrat précédent"
    ),
}

_FILE = {
    "file": "suivi du dossier",
    "file.filed_on": "date de transmission du contrat",
    "file.complete_on": "date de réception du dossier complet",
    "file.decision": "décision de prise en charge",
    "file.decision.decision": "sens de la décision de prise en charge",
    "file.decision.decided_on": "date de la décision de prise en charge",
    "file.decision.grounds": "motifs du refus de prise en charge",
    "file.later_acceptance_on": (
        "date de l'acceptation intervenue après un refus"
    ),
    "file.deposited": "dépôt du contrat",
    "file.avenants": "avenants au contrat",
    "file.avenants.type": "type d'avenant",
    "file.avenants.concluded_on": "date de conclusion de l'avenant",
    "file.avenants.effective_on": "date d'effet de l'avenant",
    "file.avenants.filed_on": "date de transmission de l'avenant",
    "file.rupture": "rupture du contrat",
    "file.rupture.ruptured_on": "date de rupture du contrat",
    "file.rupture.cause": "cause de la rupture du contrat",
    "file.rupture.court_decision": (
        "rupture prononcée par le conseil de prud'hommes"
    ),
    "file.rupture.mediator_referred_on": "date de saisine du médiateur",
    "file.rupture.employer_informed_on": (
        "date à laquelle l'employeur a été informé de la rupture"
    ),
    "file.excluded_on": "date de l'exclusion définitive par le CFA",
    "file.practical_days": (
        "jours de formation pratique effectués dans l'entreprise"
    ),
    "file.practical_days_until": (
        "dernier jour pour lequel les jours en entreprise sont tous déclarés"
    ),
    "file.wanted_end_on": (
        "date de fin souhaitée par l'apprenti après l'obtention du diplôme"
    ),
    "file.months_without_pay": (
        "mois de la première année sans salaire (contrat suspendu)"
    ),
}

FRENCH_NAMES: dict[str, str] = {
    **_CONTRACT,
    **_APPRENTICE,
    **_TRAINING,
    **_EMPLOYER,
    **_MAITRES,
    **_WORKING_TIME,
    **_PAY,
    **_PREVIOUS,
    **_FILE,
}
"""Path without indices, and the name that a case officer uses."""


def french_name(path: str) -> str:
    """The French name of a fact.

    Args:
        path: Absolute path, such as `previous[0].level`.

    Returns:
        The name, without its article; the path itself where it names no
        fact.

    >>> french_name("maitres[1].born_on")
    "date de naissance du maître d'apprentissage"
    """
    if type(path) is not str:
        check_arguments(french_name, locals())
    name = FRENCH_NAMES.get(path)
    return name or FRENCH_NAMES.get(sub(r"\[\d+\]", "", path), path)


def french_names(paths: Iterable[str]) -> tuple[str, ...]:
    """The French names of several facts, numbered where they are alike.

    Args:
        paths: Absolute paths.

    Returns:
        A name for each, in their order; facts of the same name, such as
        those of two maîtres, with their ranks from 1.

    >>> french_names(["maitres[0].status", "maitres[1].status"])[1]
    "lien du maître d'apprentissage avec l'entreprise, n° 2"
    >>> french_names(["maitres[1].status", "apprentice.rqth"])[0]
    "lien du maître d'apprentissage avec l'entreprise"
    """
    listed = check_items("paths", paths, str)
    names = [french_name(path) for path in listed]
    return tuple(
        numbered_name(path) if names.count(name) > 1 else name
        for path, name in zip(listed, names, strict=True)
    )


def numbered_name(path: str) -> str:
    """The French name of a fact, with the ranks in its path, from 1.

    >>> numbered_name("previous[1].level")
    'niveau du diplôme obtenu au contrat précédent, n° 2'
    """
    check_arguments(numbered_name, locals())
    ranks = [f"n° {int(rank) + 1}" for rank in findall(r"\[(\d+)\]", path)]
    return ", ".join((french_name(path), *ranks))
