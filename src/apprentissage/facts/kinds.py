"""The library's own enumerations: what no code of the form tells."""

from apprentissage._labelled import Labelled


class AgeExemption(Labelled):
    """The exemption from the upper age limit on which a contract relies."""

    NONE = "none", "aucune"
    HIGHER_DIPLOMA = (
        "higher_diploma",
        "diplôme supérieur à la suite d'un contrat d'apprentissage",
    )
    INVOLUNTARY_RUPTURE = (
        "involuntary_termination",
        "rupture pour une cause indépendante de la volonté de l'apprenti",
    )
    TEMPORARY_UNFITNESS = (
        "temporary_unfitness",
        "rupture pour inaptitude physique et temporaire",
    )
    DISABLED_WORKER = (
        "disabled_worker",
        "travailleur handicapé ou titre équivalent",
    )
    BUSINESS_PROJECT = (
        "business_project",
        "projet de création ou de reprise d'entreprise",
    )
    HIGH_LEVEL_ATHLETE = "high_level_athlete", "sportif de haut niveau"
    FAILED_EXAM = "failed_exam", "échec à l'examen, autre employeur"


class CompanyCfa(Labelled):
    """The condition of D6241-30 by which a CFA is that of a firm."""

    NONE = "none", "aucune"
    INTERNAL = "internal", "interne à l'entreprise"
    MAJORITY_HELD = (
        "majority_held",
        "l'entreprise détient plus de la moitié du capital ou des voix",
    )
    GROUP = "group", "constitué par un groupe"
    RELATED_FIRMS = (
        "related_firms",
        "constitué par plusieurs entreprises aux perspectives communes ou "
        "aux secteurs complémentaires",
    )


class DisabilityTitle(Labelled):
    """A title other than the RQTH that opens the same rights."""

    NONE = "none", "aucun"
    INVALIDITY_PENSION = "invalidity_pension", "pension d'invalidité"
    ADULT_DISABILITY_ALLOWANCE = (
        "adult_disability_allowance",
        "allocation aux adultes handicapés",
    )
    WAR_SURVIVOR = (
        "war_survivor",
        "bénéficiaire du 5° de l'art. L. 5212-13",
    )
    OTHER_L5212_13 = (
        "other_l5212_13",
        "autre titre de l'art. L. 5212-13, hors 5°",
    )
    PUBLIC_L351_5 = (
        "public_l351_5",
        "titre de l'art. L. 351-5 du code général de la fonction publique",
    )
    YOUTH_EQUIVALENT = (
        "youth_equivalent",
        "AEEH, PCH ou PPS, de 15 à 20 ans (art. L. 5213-2)",
    )


class EngagementBar(Labelled):
    """What keeps an employer from engaging apprentices (L6225-1 to -6)."""

    NONE = "none", "aucune décision"
    OPPOSITION = (
        "opposition",
        "opposition à l'engagement d'apprentis (art. L. 6225-1)",
    )
    SUSPENSION = (
        "suspension",
        "suspension du contrat d'apprentissage (art. L. 6225-4)",
    )
    BAN = (
        "ban",
        "interdiction de recruter des apprentis (art. L. 6225-6)",
    )


class QualityCertification(Labelled):
    """The certification of quality of a CFA (L6316-1)."""

    NONE = "none", "aucune"
    CERTIFIED = "certified", "certification qualité (Qualiopi)"
    EXEMPT = "exempt", "dispense (art. R. 6316-9)"


class Accreditation(Labelled):
    """By what a CFA prepares to a certification (R6113-16)."""

    NONE = "none", "aucune habilitation"
    CERTIFIER = "certifier", "le CFA est lui-même certificateur"
    ACCREDITED = "accredited", "habilitation du certificateur"
    NOT_REQUIRED = (
        "not_required",
        "certification qui n'appelle pas d'habilitation",
    )


class RefusalGround(Labelled):
    """A ground on which the file may be refused (D6224-2, D6275-2)."""

    ELIGIBLE_TRAINING = (
        "eligible_training",
        "éligibilité de la formation à l'apprentissage (art. L. 6211-1)",
    )
    AGE = "age", "âge (art. L. 6222-1 à -3)"
    MAITRE = (
        "maitre_apprentissage",
        "maître d'apprentissage (art. L. 6223-8-1 al. 1)",
    )
    REMUNERATION = (
        "remuneration",
        "rémunération (art. D. 6222-26 ; employeur public : art. D. 6222-26 "
        "à -33)",
    )
    OPPOSITION_OR_SUSPENSION = (
        "opposition_or_suspension",
        "opposition, suspension ou interdiction (art. L. 6225-1 à -6)",
    )
    CERTIFICATION_ACCREDITATION = (
        "certification_accreditation",
        "habilitation à préparer à la certification (art. R. 6113-16)",
    )
    QUALITY_CERTIFICATION = (
        "quality_certification",
        "certification qualité (art. L. 6316-1)",
    )
    OTHER_LEGAL_BREACH = (
        "other_legal_breach",
        "stipulation contraire à toute autre disposition légale, "
        "réglementaire ou conventionnelle",
    )


class Route(Labelled):
    """How an earlier diploma was prepared."""

    APPRENTICESHIP = "apprenticeship", "apprentissage"
    SCHOOL = "school", "voie scolaire ou autre"


class RuptureCause(Labelled):
    """Why a contract was broken before its end."""

    MUTUAL_AGREEMENT = "mutual_agreement", "accord des parties"
    EMPLOYER_CLOSURE = (
        "employer_closure",
        "cessation d'activité de l'employeur",
    )
    EMPLOYER_BREACH = (
        "employer_breach",
        "faute de l'employeur ou manquements répétés à ses obligations",
    )
    SUSPENSION_PROCEDURE = (
        "suspension_procedure",
        "suspension de l'exécution du contrat (art. L. 6225-4)",
    )
    RESIGNATION = "apprentice_resignation", "initiative de l'apprenti"
    GROSS_MISCONDUCT = "gross_misconduct", "faute grave de l'apprenti"
    DISMISSAL_FOR_MISCONDUCT = (
        "dismissal_for_misconduct",
        "licenciement pour faute",
    )
    CFA_EXCLUSION = "cfa_exclusion", "exclusion par le CFA"
    PERMANENT_UNFITNESS = "permanent_unfitness", "inaptitude définitive"
    FORCE_MAJEURE = "force_majeure", "force majeure"
    TEMPORARY_UNFITNESS = (
        "temporary_unfitness",
        "inaptitude physique et temporaire",
    )
    EMPLOYER_DEATH = (
        "death_of_employer_maitre",
        "décès de l'employeur maître d'apprentissage, en entreprise "
        "unipersonnelle",
    )
    LIQUIDATION = "judicial_liquidation", "liquidation judiciaire"


class RateKind(Labelled):
    """What the last rate of an earlier contract was."""

    PAID = "paid", "perçu"
    CLAIMABLE = "claimable", "auquel l'apprenti pouvait prétendre"


class PayBase(Labelled):
    """To what a rate applies."""

    SMIC = "SMIC", "SMIC"
    SMC = "SMC", "salaire minimum conventionnel"
    STATUTORY = (
        "statutory",
        "SMIC jusqu'à 20 ans, puis le plus élevé du SMIC et du SMC",
    )


class AgeBracket(Labelled):
    """The age brackets of the pay grid."""

    UNDER_18 = "under_18", "16-17 ans"
    FROM_18 = "18_20", "18-20 ans"
    FROM_21 = "21_25", "21-25 ans"
    FROM_26 = "26_plus", "26 ans et plus"


class ExtensionReason(Labelled):
    """Why a contract lasts longer than its ordinary duration."""

    NONE = "none", "aucune"
    FAILED_EXAM = "failed_exam", "échec à l'examen"
    DISABILITY = "disability", "travailleur handicapé"
    ATHLETE = "athlete", "sportif de haut niveau"


class DurationGround(Labelled):
    """Why the duration of the contract departs from the cycle."""

    NONE = "none", "durée égale au cycle"
    PRIOR_SKILLS = "prior_skills", "compétences acquises"
    REPEATED_YEAR = "repeated_year", "redoublement d'une année du cycle"
    FAILED_EXAM = "failed_exam", "échec à l'examen"
    PRE_CONTRACT_TRAINING = (
        "pre_contract_training",
        "formation commencée avant le contrat",
    )
    DISABILITY = "disability", "travailleur handicapé"
    ATHLETE = "athlete", "sportif de haut niveau"
    RESUMED_AFTER_RUPTURE = (
        "resumed_after_termination",
        "poursuite du cycle après une rupture",
    )
    LISTED_BEFORE_2019 = (
        "listed_before_2019",
        "cas de l'art. L. 6222-9, avant 2019",
    )


class MaitreFirm(Labelled):
    """The firm of a maître, where the apprentice works in two."""

    EMPLOYER = "employer", "employeur (agence, premier employeur saisonnier)"
    OTHER = (
        "other",
        "autre entreprise (utilisatrice, second employeur saisonnier)",
    )


class MaitreStatus(Labelled):
    """The tie of the maître d'apprentissage with the firm."""

    EMPLOYEE = "employee", "salarié de l'entreprise"
    EMPLOYER = "employer", "employeur"
    COLLABORATING_SPOUSE = "collaborating_spouse", "conjoint collaborateur"
    USER_FIRM_EMPLOYEE = (
        "user_firm_employee",
        "salarié de l'entreprise utilisatrice",
    )
    EXTERNAL = "external", "extérieur à l'entreprise"


class ExperienceKind(Labelled):
    """What a period of the maître's activity was."""

    EMPLOYMENT = "employment", "exercice de l'activité"
    PLACEMENT = "placement", "stage ou période en milieu professionnel"
    APPRENTICESHIP = "apprenticeship", "contrat d'apprentissage"
    QUALIFYING_TRAINING = (
        "qualifying_training",
        "formation continue qualifiante (art. L. 6314-1)",
    )


class SupervisedKind(Labelled):
    """An apprentice already supervised by the maître."""

    REGULAR = "regular", "apprenti"
    PROLONGED = "prolonged", "apprenti prolongé après un échec à l'examen"


class Signatory(Labelled):
    """Who signs the Cerfa."""

    EMPLOYER = "employer", "employeur"
    APPRENTICE = "apprentice", "apprenti"
    LEGAL_REPRESENTATIVE = "legal_representative", "représentant légal"
    CFA = "cfa", "directeur du CFA (visa)"


class Weekday(Labelled):
    """A day of the week, in the order of `date.weekday()`."""

    MONDAY = "monday", "lundi"
    TUESDAY = "tuesday", "mardi"
    WEDNESDAY = "wednesday", "mercredi"
    THURSDAY = "thursday", "jeudi"
    FRIDAY = "friday", "vendredi"
    SATURDAY = "saturday", "samedi"
    SUNDAY = "sunday", "dimanche"


class WorkAuthorisation(Labelled):
    """By what a person who is no European may work, or may not yet."""

    NONE = "none", "aucune à ce jour"
    GRANTED = "granted", "autorisation accordée"
    EXEMPTING_TITLE = (
        "exempting_title",
        "titre de séjour qui en dispense (art. R. 5221-2)",
    )
    STUDENT = (
        "student",
        "titre de séjour « étudiant » (art. R. 5221-7)",
    )
    ALGERIAN_STUDENT = (
        "algerian_student",
        "étudiant algérien, autorisation non obtenue (accord du 27 décembre "
        "1968)",
    )
    NOT_NEEDED = (
        "not_needed",
        "ressortissant de l'EEE, de Suisse, d'Andorre ou de Monaco",
    )
    REFUSED = "refused", "autorisation refusée"


class WorkSector(Labelled):
    """The kind of work place, for the working time of minors."""

    RETAIL = "retail", "commerce de détail"
    CONSTRUCTION_SITE = "construction_site", "chantier de bâtiment ou de TP"
    LANDSCAPING_SITE = "landscaping_site", "chantier d'espaces paysagers"
    OFFICE = "office", "bureau"
    HOSPITALITY = "hospitality", "hôtellerie-restauration"
    BAKERY = "bakery", "boulangerie-pâtisserie"
    BUTCHERY = "butchery", "boucherie-charcuterie"
    FLORIST = "florist", "fleurs et jardinerie"
    SHOWS = "shows", "spectacles"
    HORSE_RACING = "horse_racing", "courses hippiques"
    OTHER_FOOD = (
        "other_food",
        "autre fabrication ou commerce alimentaire (traiteur, café-tabac, "
        "fromagerie, poissonnerie…)",
    )
    OTHER = "other", "autre, hors alimentation"
