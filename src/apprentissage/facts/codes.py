"""The codes of the Cerfa 10103, by their official values.

Every code that a notice of the form has printed stands here, withdrawn or
not: an old contract keeps its code. Which notice knows which code is law,
not fact.
"""

from apprentissage._labelled import Labelled


class ContractMode(Labelled):
    """Mode contractuel de l'apprentissage (box 1)."""

    LIMITED_TERM = "1", "à durée limitée"
    OPEN_ENDED = "2", "dans le cadre d'un CDI"
    TEMPORARY_WORK = "3", "entreprise de travail temporaire"
    TWO_SEASONAL_EMPLOYERS = ("4", "activités saisonnières à deux employeurs")


class EmployerType(Labelled):
    """Type d'employeur (box 4)."""

    CRAFT_REGISTER = (
        "11",
        "entreprise inscrite au répertoire des métiers ou au registre des "
        "entreprises pour l'Alsace-Moselle",
    )
    COMMERCIAL_REGISTER_ONLY = (
        "12",
        "entreprise inscrite uniquement au registre du commerce et des sociétés",
    )
    AGRICULTURAL_SCHEME = (
        "13",
        "entreprise dont les salariés relèvent de la mutualité sociale agricole",
    )
    LIBERAL_PROFESSION = "14", "profession libérale"
    ASSOCIATION = "15", "association"
    OTHER_PRIVATE = "16", "autre employeur privé"
    STATE_SERVICE = "21", "service de l'État"
    COMMUNE = "22", "commune"
    DEPARTMENT = "23", "département"
    REGION = "24", "région"
    PUBLIC_HOSPITAL = "25", "établissement public hospitalier"
    LOCAL_PUBLIC_SCHOOL = "26", "établissement public local d'enseignement"
    STATE_ADMINISTRATIVE_BODY = ("27", "établissement public administratif de l'État")
    LOCAL_ADMINISTRATIVE_BODY = ("28", "établissement public administratif local")
    OTHER_PUBLIC = "29", "autre employeur public"
    INDUSTRIAL_COMMERCIAL_PUBLIC_BODY = ("30", "établissement public industriel et commercial")


class SpecificEmployer(Labelled):
    """Employeur spécifique (box 4)."""

    NONE = "0", "aucun de ces cas"
    TEMPORARY_WORK_AGENCY = "1", "entreprise de travail temporaire"
    EMPLOYER_GROUP = "2", "groupement d'employeurs"
    SEASONAL_EMPLOYER = "3", "employeur saisonnier"
    ASCENDANT = "4", "apprentissage familial : l'employeur est un ascendant"


class ContractType(Labelled):
    """Type de contrat ou d'avenant (box 18)."""

    FIRST = "11", "premier contrat d'apprentissage de l'apprenti"
    SAME_EMPLOYER = ("21", "nouveau contrat, le précédent terminé, même employeur")
    OTHER_EMPLOYER = ("22", "nouveau contrat, le précédent terminé, autre employeur")
    OTHER_EMPLOYER_AFTER_RUPTURE = (
        "23",
        "nouveau contrat, le précédent rompu chez un autre employeur",
    )
    EMPLOYER_LEGAL_CHANGE = ("31", "modification de la situation juridique de l'employeur")
    SEASONAL_EMPLOYER_CHANGE = ("32", "changement d'employeur d'un contrat saisonnier")
    FAILED_EXAM = "33", "prolongation après un échec à l'examen"
    DISABILITY = ("34", "prolongation après la reconnaissance de travailleur handicapé")
    DIPLOMA = "35", "diplôme modifié ou supplémentaire"
    OTHER_CHANGE = "36", "autre changement"
    PLACE_OF_EXECUTION = "37", "modification du lieu d'exécution"
    TRAINING_SITE = ("38", "modification du lieu principal de la formation théorique")

    @property
    def avenant(self) -> bool:
        """Whether it is a code of an avenant, 31 to 38.

        >>> ContractType.EMPLOYER_LEGAL_CHANGE.avenant
        True
        """
        return self.code > "30"


class DerogationType(Labelled):
    """Type de dérogation (box 19); NONE leaves the box empty."""

    NONE = "none", "aucune dérogation", "aucune"
    UNDER_16 = "11", "âge inférieur à 16 ans"
    OVER_29 = "12", "âge supérieur à 29 ans : cas prévus par le code"
    REDUCED_DURATION = "21", "réduction de la durée"
    EXTENDED_DURATION = "22", "allongement de la durée"
    SEVERAL = "50", "cumul de dérogations"
    OTHER = "60", "autre dérogation"


class Nationality(Labelled):
    """Nationalité de l'apprenti (box 10)."""

    FRENCH = "1", "française"
    EUROPEAN_UNION = "2", "Union européenne"
    OTHER = "3", "étrangère hors Union européenne"


class Sex(Labelled):
    """Sexe de l'apprenti."""

    MALE = "M", "masculin"
    FEMALE = "F", "féminin"


class SocialScheme(Labelled):
    """Régime social de l'apprenti."""

    MSA = "1", "MSA"
    URSSAF = "2", "URSSAF"


class PriorSituation(Labelled):
    """Situation avant ce contrat (box 13)."""

    SCHOOL_PUPIL = "1", "scolaire"
    PRE_APPRENTICESHIP = "2", "prépa apprentissage"
    STUDENT = "3", "étudiant"
    APPRENTICESHIP = "4", "contrat d'apprentissage"
    PROFESSIONALISATION = "5", "contrat de professionnalisation"
    SUBSIDISED_CONTRACT = "6", "contrat aidé"
    TRAINEE_BEFORE_SIGNATURE = ("7", "en formation au CFA avant la signature (art. L. 6222-12-1)")
    TRAINEE_AFTER_RUPTURE = ("8", "en formation au CFA après une rupture (art. L. 6231-2, 5°)")
    OTHER_TRAINEE = "9", "autre stagiaire de la formation professionnelle"
    EMPLOYEE = "10", "salarié"
    JOB_SEEKER = "11", "personne à la recherche d'un emploi"
    INACTIVE = "12", "inactif"


class LastClass(Labelled):
    """Dernière classe ou année suivie."""

    DIPLOMA_OBTAINED = "01", "dernière année du cycle, diplôme obtenu"
    FIRST_VALIDATED = "11", "première année validée"
    FIRST_NOT_VALIDATED = "12", "première année non validée"
    SECOND_VALIDATED = "21", "deuxième année validée"
    SECOND_NOT_VALIDATED = "22", "deuxième année non validée"
    THIRD_VALIDATED = "31", "troisième année validée"
    THIRD_NOT_VALIDATED = "32", "troisième année non validée"
    COLLEGE_COMPLETED = "40", "collège achevé"
    STOPPED_IN_TROISIEME = "41", "études interrompues en classe de 3e"
    STOPPED_IN_QUATRIEME = "42", "études interrompues en classe de 4e"


class Diploma(Labelled):
    """Diplôme ou titre: dernier préparé, plus élevé obtenu, visé."""

    DOCTORATE = "80", "doctorat"
    PROFESSIONAL_MASTER = "71", "master professionnel, DESS"
    RESEARCH_MASTER = "72", "master recherche, DEA"
    MASTER = "73", "master"
    ENGINEER_OR_BUSINESS_SCHOOL = ("74", "diplôme d'ingénieur ou d'école de commerce")
    ENGINEERING_DEGREE = "75", "diplôme d'ingénieur"
    BUSINESS_SCHOOL = "76", "diplôme d'école de commerce"
    OTHER_BAC_5 = "79", "autre diplôme de niveau bac + 5 ou plus"
    FIRST_YEAR_OF_MASTER = "61", "première année de master"
    LICENCE_PROFESSIONNELLE = "62", "licence professionnelle"
    LICENCE_GENERALE = "63", "licence générale"
    BUT = "64", "bachelor universitaire de technologie"
    OTHER_BAC_3_4 = "69", "autre diplôme de niveau bac + 3 ou + 4"
    BTS = "54", "brevet de technicien supérieur"
    DUT = "55", "diplôme universitaire de technologie"
    OTHER_BAC_2 = "58", "autre diplôme de niveau bac + 2"
    BAC_PRO = "41", "baccalauréat professionnel"
    BAC_GENERAL = "42", "baccalauréat général"
    BAC_TECHNO = "43", "baccalauréat technologique"
    PROFESSIONAL_SPECIALISATION = ("44", "diplôme de spécialisation professionnelle")
    OTHER_BAC = "49", "autre diplôme de niveau bac"
    CAP = "33", "certificat d'aptitude professionnelle"
    BEP = "34", "brevet d'études professionnelles"
    SPECIALISATION_CERTIFICATE = (
        "35",
        "certificat de spécialisation (ancienne mention complémentaire)",
    )
    OTHER_CAP_BEP = "38", "autre diplôme de niveau CAP ou BEP"
    DNB = "25", "diplôme national du brevet"
    CFG = "26", "certificat de formation générale"
    NO_DIPLOMA = "13", "aucun diplôme ni titre professionnel"


class MaitreLevel(Labelled):
    """Niveau du diplôme le plus élevé du maître d'apprentissage (box 17)."""

    NONE = "0", "aucun diplôme"
    LEVEL_3 = "3", "CAP, BEP"
    LEVEL_4 = "4", "baccalauréat"
    LEVEL_5 = "5", "DEUG, BTS, DUT, DEUST"
    LEVEL_6 = "6", "licence, licence professionnelle, BUT, maîtrise"
    LEVEL_7 = "7", "master, DEA, DESS, diplôme d'ingénieur"
    LEVEL_8 = "8", "doctorat, habilitation à diriger des recherches"
