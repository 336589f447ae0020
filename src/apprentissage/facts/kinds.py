"""The library's own enumerations: what no code of the form tells."""

from apprentissage._labelled import Labelled


class AgeExemption(Labelled):
    """The exemption from the upper age limit on which a contract relies."""

    NONE = "none", "aucune", "aucune"
    HIGHER_DIPLOMA = (
        "higher_diploma",
        "diplôme supérieur à la suite d'un contrat d'apprentissage",
        "diplome_superieur",
    )
    INVOLUNTARY_RUPTURE = (
        "involuntary_termination",
        "rupture pour une cause indépendante de la volonté de l'apprenti",
        "rupture_involontaire",
    )
    TEMPORARY_UNFITNESS = (
        "temporary_unfitness",
        "rupture pour inaptitude physique et temporaire",
        "inaptitude_temporaire",
    )
    DISABLED_WORKER = (
        "disabled_worker",
        "travailleur handicapé ou titre équivalent",
        "travailleur_handicape",
    )
    BUSINESS_PROJECT = (
        "business_project",
        "projet de création ou de reprise d'entreprise",
        "projet_entreprise",
    )
    HIGH_LEVEL_ATHLETE = ("high_level_athlete", "sportif de haut niveau", "sportif_haut_niveau")
    FAILED_EXAM = ("failed_exam", "échec à l'examen, autre employeur", "echec_examen")


class CompanyCfa(Labelled):
    """The condition of D6241-30 that makes a CFA a CFA d'entreprise."""

    NONE = "none", "aucune", "aucune"
    INTERNAL = "internal", "interne à l'entreprise", "interne"
    MAJORITY_HELD = (
        "majority_held",
        "l'entreprise détient plus de la moitié du capital ou des voix",
        "detenu_en_majorite",
    )
    GROUP = "group", "constitué par un groupe", "groupe"
    RELATED_FIRMS = (
        "related_firms",
        "constitué par plusieurs entreprises aux perspectives communes ou "
        "aux secteurs complémentaires",
        "entreprises_associees",
    )


class DisabilityTitle(Labelled):
    """A title other than the RQTH that opens the same rights."""

    NONE = "none", "aucun", "aucun"
    INVALIDITY_PENSION = ("invalidity_pension", "pension d'invalidité", "pension_invalidite")
    ADULT_DISABILITY_ALLOWANCE = (
        "adult_disability_allowance",
        "allocation aux adultes handicapés",
        "aah",
    )
    WAR_SURVIVOR = ("war_survivor", "bénéficiaire du 5° de l'art. L. 5212-13", "l5212_13_5")
    OTHER_L5212_13 = (
        "other_l5212_13",
        "autre titre de l'art. L. 5212-13, hors 5°",
        "l5212_13_hors_5",
    )
    PUBLIC_L351_5 = (
        "public_l351_5",
        "titre de l'art. L. 351-5 du code général de la fonction publique",
        "cgfp_l351_5",
    )
    YOUTH_EQUIVALENT = (
        "youth_equivalent",
        "AEEH, PCH ou PPS, de 15 à 20 ans (art. L. 5213-2)",
        "equivalence_jeunes",
    )


class EngagementBar(Labelled):
    """What keeps an employer from engaging apprentices (L6225-1 to -6)."""

    NONE = "none", "aucune décision", "aucune"
    OPPOSITION = ("opposition", "opposition à l'engagement d'apprentis (art. L. 6225-1)")
    SUSPENSION = ("suspension", "suspension du contrat d'apprentissage (art. L. 6225-4)")
    BAN = ("ban", "interdiction de recruter des apprentis (art. L. 6225-6)", "interdiction")


class QualityCertification(Labelled):
    """How a CFA meets the quality requirement of L6316-1 (Qualiopi)."""

    NONE = "none", "aucune", "aucune"
    CERTIFIED = "certified", "certification qualité (Qualiopi)", "certifie"
    EXEMPT = "exempt", "dispense (art. R. 6316-9)", "dispense"


class Accreditation(Labelled):
    """What entitles a CFA to prepare for a certification (R6113-16)."""

    NONE = "none", "aucune habilitation", "aucune"
    CERTIFIER = ("certifier", "le CFA est lui-même certificateur", "certificateur")
    ACCREDITED = "accredited", "habilitation du certificateur", "habilite"
    NOT_REQUIRED = (
        "not_required",
        "certification qui n'appelle pas d'habilitation",
        "non_requise",
    )


class RefusalGround(Labelled):
    """A ground on which the file may be refused (D6224-2, D6275-2)."""

    ELIGIBLE_TRAINING = (
        "eligible_training",
        "éligibilité de la formation à l'apprentissage (art. L. 6211-1)",
        "formation_eligible",
    )
    AGE = "age", "âge (art. L. 6222-1 à -3)"
    MAITRE = ("maitre_apprentissage", "maître d'apprentissage (art. L. 6223-8-1 al. 1)")
    REMUNERATION = (
        "remuneration",
        "rémunération (art. D. 6222-26 ; employeur public : art. D. 6222-26 à -33)",
    )
    OPPOSITION_OR_SUSPENSION = (
        "opposition_or_suspension",
        "opposition, suspension ou interdiction (art. L. 6225-1 à -6)",
        "opposition_suspension",
    )
    CERTIFICATION_ACCREDITATION = (
        "certification_accreditation",
        "habilitation à préparer à la certification (art. R. 6113-16)",
        "habilitation",
    )
    QUALITY_CERTIFICATION = (
        "quality_certification",
        "certification qualité (art. L. 6316-1)",
        "certification_qualite",
    )
    OTHER_LEGAL_BREACH = (
        "other_legal_breach",
        "stipulation contraire à toute autre disposition légale, réglementaire ou conventionnelle",
        "autre_disposition",
    )


class Route(Labelled):
    """How an earlier diploma was prepared."""

    APPRENTICESHIP = "apprenticeship", "apprentissage", "apprentissage"
    SCHOOL = "school", "voie scolaire ou autre", "scolaire"


class RuptureCause(Labelled):
    """Why a contract was broken before its end."""

    MUTUAL_AGREEMENT = ("mutual_agreement", "accord des parties", "accord_des_parties")
    EMPLOYER_CLOSURE = (
        "employer_closure",
        "cessation d'activité de l'employeur",
        "cessation_activite",
    )
    EMPLOYER_BREACH = (
        "employer_breach",
        "faute de l'employeur ou manquements répétés à ses obligations",
        "manquements_employeur",
    )
    SUSPENSION_PROCEDURE = (
        "suspension_procedure",
        "suspension de l'exécution du contrat (art. L. 6225-4)",
        "procedure_suspension",
    )
    RESIGNATION = ("apprentice_resignation", "initiative de l'apprenti", "demission")
    GROSS_MISCONDUCT = ("gross_misconduct", "faute grave de l'apprenti", "faute_grave")
    DISMISSAL_FOR_MISCONDUCT = (
        "dismissal_for_misconduct",
        "licenciement pour faute",
        "licenciement_pour_faute",
    )
    CFA_EXCLUSION = "cfa_exclusion", "exclusion par le CFA", "exclusion_cfa"
    PERMANENT_UNFITNESS = ("permanent_unfitness", "inaptitude définitive", "inaptitude_definitive")
    FORCE_MAJEURE = "force_majeure", "force majeure"
    TEMPORARY_UNFITNESS = (
        "temporary_unfitness",
        "inaptitude physique et temporaire",
        "inaptitude_temporaire",
    )
    EMPLOYER_DEATH = (
        "death_of_employer_maitre",
        "décès de l'employeur maître d'apprentissage, en entreprise unipersonnelle",
        "deces_employeur_maitre",
    )
    LIQUIDATION = ("judicial_liquidation", "liquidation judiciaire", "liquidation_judiciaire")


class RateKind(Labelled):
    """What the last rate of an earlier contract was."""

    PAID = "paid", "perçu", "percu"
    CLAIMABLE = "claimable", "auquel l'apprenti pouvait prétendre", "exigible"


class PayBase(Labelled):
    """What a rate is a percentage of."""

    SMIC = "SMIC", "SMIC"
    SMC = "SMC", "salaire minimum conventionnel"
    STATUTORY = (
        "statutory",
        "SMIC jusqu'à 20 ans, puis le plus élevé du SMIC et du SMC",
        "legale",
    )


class AgeBracket(Labelled):
    """The age brackets of the pay grid."""

    UNDER_18 = "under_18", "16-17 ans"
    FROM_18 = "18_20", "18-20 ans"
    FROM_21 = "21_25", "21-25 ans"
    FROM_26 = "26_plus", "26 ans et plus"


class ExtensionReason(Labelled):
    """Why a contract lasts longer than its ordinary duration."""

    NONE = "none", "aucune", "aucun"
    FAILED_EXAM = "failed_exam", "échec à l'examen", "echec_examen"
    DISABILITY = "disability", "travailleur handicapé", "travailleur_handicape"
    ATHLETE = "athlete", "sportif de haut niveau", "sportif_haut_niveau"


class DurationGround(Labelled):
    """Why the duration of the contract departs from the cycle."""

    NONE = "none", "durée égale au cycle", "aucun"
    PRIOR_SKILLS = ("prior_skills", "compétences acquises", "competences_acquises")
    REPEATED_YEAR = ("repeated_year", "redoublement d'une année du cycle", "redoublement")
    FAILED_EXAM = "failed_exam", "échec à l'examen", "echec_examen"
    PRE_CONTRACT_TRAINING = (
        "pre_contract_training",
        "formation commencée avant le contrat",
        "formation_avant_contrat",
    )
    DISABILITY = "disability", "travailleur handicapé", "travailleur_handicape"
    ATHLETE = "athlete", "sportif de haut niveau", "sportif_haut_niveau"
    RESUMED_AFTER_RUPTURE = (
        "resumed_after_termination",
        "poursuite du cycle après une rupture",
        "suite_de_rupture",
    )
    LISTED_BEFORE_2019 = ("listed_before_2019", "cas de l'art. L. 6222-9, avant 2019", "l6222_9")


class MaitreFirm(Labelled):
    """The firm of a maître, where the apprentice works in two."""

    EMPLOYER = ("employer", "employeur (agence, premier employeur saisonnier)", "employeur")
    OTHER = ("other", "autre entreprise (utilisatrice, second employeur saisonnier)", "autre")


class MaitreStatus(Labelled):
    """What the maître d'apprentissage is to the firm."""

    EMPLOYEE = "employee", "salarié de l'entreprise", "salarie"
    EMPLOYER = "employer", "employeur", "employeur"
    COLLABORATING_SPOUSE = (
        "collaborating_spouse",
        "conjoint collaborateur",
        "conjoint_collaborateur",
    )
    USER_FIRM_EMPLOYEE = (
        "user_firm_employee",
        "salarié de l'entreprise utilisatrice",
        "salarie_entreprise_utilisatrice",
    )
    EXTERNAL = "external", "extérieur à l'entreprise", "exterieur"


class ExperienceKind(Labelled):
    """What a period of the maître's activity was."""

    EMPLOYMENT = "employment", "exercice de l'activité", "emploi"
    PLACEMENT = ("placement", "stage ou période en milieu professionnel", "stage")
    APPRENTICESHIP = ("apprenticeship", "contrat d'apprentissage", "apprentissage")
    QUALIFYING_TRAINING = (
        "qualifying_training",
        "formation continue qualifiante (art. L. 6314-1)",
        "formation_qualifiante",
    )


class SupervisedKind(Labelled):
    """An apprentice already supervised by the maître."""

    REGULAR = "regular", "apprenti", "ordinaire"
    PROLONGED = ("prolonged", "apprenti prolongé après un échec à l'examen", "prolonge")


class Signatory(Labelled):
    """Who signs the Cerfa."""

    EMPLOYER = "employer", "employeur", "employeur"
    APPRENTICE = "apprentice", "apprenti", "apprenti"
    LEGAL_REPRESENTATIVE = ("legal_representative", "représentant légal", "representant_legal")
    CFA = "cfa", "directeur du CFA (visa)"


class Weekday(Labelled):
    """A day of the week, in the order of `date.weekday()`."""

    MONDAY = "monday", "lundi", "lundi"
    TUESDAY = "tuesday", "mardi", "mardi"
    WEDNESDAY = "wednesday", "mercredi", "mercredi"
    THURSDAY = "thursday", "jeudi", "jeudi"
    FRIDAY = "friday", "vendredi", "vendredi"
    SATURDAY = "saturday", "samedi", "samedi"
    SUNDAY = "sunday", "dimanche", "dimanche"


class WorkAuthorisation(Labelled):
    """What lets a person from outside Europe work, or why not yet."""

    NONE = "none", "aucune à ce jour", "aucune"
    GRANTED = "granted", "autorisation accordée", "accordee"
    EXEMPTING_TITLE = (
        "exempting_title",
        "titre de séjour qui en dispense (art. R. 5221-2)",
        "titre_dispense",
    )
    STUDENT = ("student", "titre de séjour « étudiant » (art. R. 5221-7)", "titre_etudiant")
    ALGERIAN_STUDENT = (
        "algerian_student",
        "étudiant algérien, autorisation non obtenue (accord du 27 décembre 1968)",
        "etudiant_algerien",
    )
    NOT_NEEDED = (
        "not_needed",
        "ressortissant de l'EEE, de Suisse, d'Andorre ou de Monaco",
        "non_requise",
    )
    REFUSED = "refused", "autorisation refusée", "refusee"


class WorkSector(Labelled):
    """The kind of work place, for the working time of minors."""

    RETAIL = "retail", "commerce de détail", "commerce_de_detail"
    CONSTRUCTION_SITE = (
        "construction_site",
        "chantier de bâtiment ou de TP",
        "chantier_batiment_tp",
    )
    LANDSCAPING_SITE = (
        "landscaping_site",
        "chantier d'espaces paysagers",
        "chantier_espaces_verts",
    )
    OFFICE = "office", "bureau", "bureau"
    HOSPITALITY = ("hospitality", "hôtellerie-restauration", "hotellerie_restauration")
    BAKERY = "bakery", "boulangerie-pâtisserie", "boulangerie_patisserie"
    BUTCHERY = "butchery", "boucherie-charcuterie", "boucherie_charcuterie"
    FLORIST = "florist", "fleurs et jardinerie", "fleurs_jardinerie"
    SHOWS = "shows", "spectacles", "spectacles"
    HORSE_RACING = "horse_racing", "courses hippiques", "courses_hippiques"
    OTHER_FOOD = (
        "other_food",
        "autre fabrication ou commerce alimentaire (traiteur, café-tabac, "
        "fromagerie, poissonnerie…)",
        "autre_alimentation",
    )
    OTHER = "other", "autre, hors alimentation", "autre"
