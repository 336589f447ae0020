"""The maître d'apprentissage and his or her experience."""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import MOST_MONTHS, check_order, is_int
from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.declared import fact, guarded, not_before, told
from apprentissage.facts.kinds import ExperienceKind, MaitreFirm, MaitreStatus, SupervisedKind


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class ExperiencePeriod(PlainValue):
    """A dated period of activity related to the qualification prepared.

    Args:
        starts_on: First day.
        ends_on: Last day, counted; None where it is unknown or to come.
        kind: What it was.
        ongoing: It has no end: the post is still held. It then lasts up to
            whatever day is looked at.
    """

    starts_on: date = field(metadata=told("début de la période d'activité", key="date_debut"))
    ends_on: date | None = fact(
        "fin de la période d'activité",
        key="date_fin",
        remedy=(
            "écrivez un jour qui ne précède pas « {starts_on} », ou « {ongoing} », pas les deux"
        ),
    )
    kind: ExperienceKind | None = fact("nature de la période d'activité", key="nature")
    ongoing: bool | None = fact("période d'activité en cours", key="en_cours")

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start, and one of what has none."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)
        if self.ongoing and self.ends_on is not None:
            raise InvalidValue(
                "ends_on", self.ends_on, "write the end of the period, or ongoing=True, not both"
            )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Supervised(PlainValue):
    """An apprentice whom the maître supervises already.

    A day that is unknown may be any day: the apprentice may be there during
    this contract or not.
    """

    kind: SupervisedKind | None = fact("situation de l'apprenti déjà suivi", key="situation")
    starts_on: date | None = fact("début du suivi de l'apprenti", key="date_debut")
    ends_on: date | None = fact(
        "fin du suivi de l'apprenti", key="date_fin", remedy=not_before("starts_on")
    )

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class MaitreApprentissage(PlainValue):
    """A maître d'apprentissage named in the contract. `None` is unknown.

    Args:
        firm: His or her firm, with a temporary-work agency or two seasonal
            employers; elsewhere it is not looked at.
        diploma_level: Highest diploma, 3 to 8; 0 for none.
        diploma_in_field: Holds a diploma of the field of the one prepared.
        field_diploma_level: Level of the highest diploma of that field, 3 to
            8; 0 for none.
        experience: Dated periods of activity, or else the two counts.
        experience_months: Months of activity, excluded ones included.
        excluded_months: Placements, apprenticeship, qualifying training.
        branch_conditions: Names of the conditions of the branch agreement
            that are met, as it states them; () for none.
        minimum_qualification: Has the least qualification that the
            commission départementale set, asked before 2019.
        favourable_opinion: The authority gave a favourable opinion, or was
            silent for a month; asked before 2019.
        brevet_de_maitrise: Holds it, or an equivalent title.
        supervised: Apprentices supervised already; () for none.
        individual_ceiling: Ceiling of an individual derogation; 0 for none.
        available: Stays in the firm and can take over.
    """

    born_on: date | None = fact(
        "date de naissance du maître d'apprentissage", key="date_naissance", box=16
    )
    status: MaitreStatus | None = fact(
        "lien du maître d'apprentissage avec l'entreprise", key="statut"
    )
    volunteer: bool | None = fact("volontariat du maître d'apprentissage", key="volontaire")
    moral_guarantees: bool | None = fact(
        "garanties de moralité du maître d'apprentissage", key="garanties_moralite"
    )
    job: str | None = fact(
        "emploi occupé par le maître d'apprentissage", key="emploi", box=(17, 1)
    )
    firm: MaitreFirm | None = fact(
        "entreprise du maître d'apprentissage",
        key="entreprise",
        remedy=('écrivez "autre" (l\'entreprise utilisatrice), ou un autre « {status} »'),
    )
    diploma_level: int | None = fact(
        "niveau du diplôme le plus élevé du maître d'apprentissage",
        key="niveau_diplome",
        box=(17, 3),
        guard=is_int(0, 8),
    )
    diploma_in_field: bool | None = fact(
        "diplôme du maître d'apprentissage dans le domaine du diplôme préparé",
        key="diplome_du_domaine",
        remedy="écrivez ce que dit « {field_diploma_level} », 0 valant aucun",
    )
    field_diploma_level: int | None = fact(
        "niveau du diplôme du maître d'apprentissage dans le domaine du diplôme préparé",
        key="niveau_diplome_du_domaine",
        remedy="écrivez un niveau qui ne dépasse pas « {diploma_level} »",
        guard=is_int(0, 8),
    )
    experience: tuple[ExperiencePeriod, ...] | None = fact(
        "périodes d'activité du maître d'apprentissage en rapport avec la qualification préparée",
        key="activites",
    )
    experience_months: int | None = fact(
        "mois d'activité du maître d'apprentissage en rapport avec la qualification préparée",
        key="mois_activite",
        guard=is_int(0, MOST_MONTHS),
        remedy="écrivez les périodes (« {experience} ») ou les mois, pas les deux",
    )
    excluded_months: int | None = fact(
        "mois d'activité exclus (stages, apprentissage, formation qualifiante)",
        key="mois_exclus",
        guard=is_int(0, MOST_MONTHS),
        remedy="écrivez un nombre qui ne dépasse pas « {experience_months} »",
    )
    branch_conditions: tuple[str, ...] | None = fact(
        "autres conditions de l'accord de branche remplies par le maître d'apprentissage",
        key="conditions_de_branche",
    )
    minimum_qualification: bool | None = fact(
        "niveau minimal de qualification fixé par la commission départementale",
        key="niveau_minimal_de_qualification",
    )
    favourable_opinion: bool | None = fact(
        "avis favorable de l'autorité ou silence gardé un mois", key="avis_favorable"
    )
    brevet_de_maitrise: bool | None = fact(
        "brevet de maîtrise du maître d'apprentissage", key="brevet_de_maitrise"
    )
    supervised: tuple[Supervised, ...] | None = fact(
        "apprentis déjà suivis par le maître", key="apprentis_suivis"
    )
    individual_ceiling: int | None = fact(
        "nombre d'apprentis permis par une dérogation individuelle", key="plafond_individuel"
    )
    available: bool | None = fact(
        "disponibilité du maître d'apprentissage dans l'entreprise", key="disponible"
    )
    family_name: str | None = fact(
        "nom de naissance du maître d'apprentissage", key="nom_naissance", box=(15, 2)
    )
    first_name: str | None = fact("prénom du maître d'apprentissage", key="prenom", box=(15, 3))
    email: str | None = fact(
        "adresse électronique du maître d'apprentissage", key="courriel", box=(15, 4)
    )
    diploma_title: str | None = fact(
        "intitulé du diplôme le plus élevé du maître d'apprentissage",
        key="intitule_diplome",
        box=(17, 2),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse facts that contradict each other."""
        self._check_diplomas()
        if self.status is MaitreStatus.USER_FIRM_EMPLOYEE and self.firm is MaitreFirm.EMPLOYER:
            raise InvalidValue(
                "firm", self.firm, "write MaitreFirm.OTHER, the user firm, or another status"
            )
        if self.experience is not None and (
            self.experience_months is not None or self.excluded_months is not None
        ):
            raise InvalidValue(
                "experience_months",
                self.experience_months,
                "write the dated periods or the months, not both",
            )
        if (
            self.experience_months is not None
            and self.excluded_months is not None
            and self.excluded_months > self.experience_months
        ):
            raise InvalidValue(
                "excluded_months",
                self.excluded_months,
                f"write at most experience_months ({self.experience_months})",
            )

    def _check_diplomas(self) -> None:
        """Refuse a diploma of the field above the highest, or both ways."""
        of_field = self.field_diploma_level
        if of_field is None:
            return
        if self.diploma_level is not None and of_field > self.diploma_level:
            raise InvalidValue(
                "field_diploma_level",
                of_field,
                f"write at most diploma_level ({self.diploma_level})",
            )
        if self.diploma_in_field not in {None, of_field > 0}:
            raise InvalidValue(
                "diploma_in_field",
                self.diploma_in_field,
                "write what field_diploma_level says, 0 being none",
            )
