"""The apprentice, as the parties declare him or her."""

from datetime import date

from attrs import field, frozen

from apprentissage._plain import PlainValue
from apprentissage.errors import InvalidValue
from apprentissage.facts.address import Address
from apprentissage.facts.codes import (
    Diploma,
    LastClass,
    Nationality,
    PriorSituation,
    Sex,
    SocialScheme,
)
from apprentissage.facts.declared import fact, guarded, told
from apprentissage.facts.kinds import DisabilityTitle, WorkAuthorisation

_COLLEGE = {
    LastClass.COLLEGE_COMPLETED: True,
    LastClass.STOPPED_IN_TROISIEME: False,
    LastClass.STOPPED_IN_QUATRIEME: False,
}
"""What the codes 40 to 42 of the last class tell of the collège."""


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class LegalRepresentative(PlainValue):
    """The legal representative of a minor."""

    name: str | None = fact("nom du représentant légal", key="nom", box=(7, 9))
    email: str | None = fact(
        "adresse électronique du représentant légal", key="courriel", box=(7, 12)
    )
    phone: str | None = fact("téléphone du représentant légal", key="telephone", box=(7, 11))
    address: Address | None = fact(
        "adresse {of}", key="adresse", box=(7, 10), of="du représentant légal"
    )


@frozen(kw_only=True, eq=False, repr=False, field_transformer=guarded)
class Apprentice(PlainValue):
    """The apprentice. `None` is always unknown, never no.

    Args:
        family_name: Name at birth.
        nir: Social security number, 13 characters without its key.
        birth_department: Code of the département, 099 abroad.
        work_authorisation: By what who is no European may work.
        lower_secondary_completed: Has completed the collège.
        pre_apprenticeship_training: Has followed the training of L337-3-1 of
            the code de l'éducation, until 2011 met the conditions of its
            L337-3; it counted for contracts of before 2013-07-10.
        rqth: Recognised as a disabled worker.
        disability_title: Other title with the same rights.
        high_level_athlete: On the ministerial list.
        youth_equivalence: Ticks the first box of the disability titles: the
            rights of the RQTH by the AEEH, the PCH or a PPS.
        boe_extension: Ticks the second: another title of those whom the duty
            of employment concerns; both may be ticked.

    >>> Apprentice(born_on=date(2007, 9, 15)).rqth is None
    True
    """

    born_on: date = field(
        metadata=told("date de naissance de l'apprenti", key="date_naissance", box=(7, 4))
    )
    family_name: str | None = fact(
        "nom de naissance de l'apprenti", key="nom_naissance", box=(7, 1)
    )
    used_name: str | None = fact("nom d'usage de l'apprenti", key="nom_usage", box=(7, 3))
    first_name: str | None = fact("premier prénom de l'apprenti", key="prenom", box=(7, 2))
    sex: Sex | None = fact("sexe de l'apprenti", key="sexe", box=(7, 5))
    nir: str | None = fact("numéro de sécurité sociale (NIR) de l'apprenti", key="nir", box=8)
    birth_department: str | None = fact(
        "département de naissance de l'apprenti", key="departement_naissance", box=(9, 1)
    )
    nationality: Nationality | None = fact(
        "nationalité de l'apprenti", key="nationalite", box=(10, 2)
    )
    work_authorisation: WorkAuthorisation | None = fact(
        "autorisation de travail de l'apprenti", key="autorisation_travail", box=(10, 3)
    )
    emancipated: bool | None = fact("émancipation de l'apprenti mineur", key="emancipe")
    legal_representative: LegalRepresentative | None = fact(
        "représentant légal de l'apprenti", key="representant_legal"
    )
    lower_secondary_completed: bool | None = fact(
        "scolarité du premier cycle du secondaire (collège) accomplie",
        key="college_acheve",
        remedy=(
            "écrivez ce que dit « {last_class} » : le collège est "
            "achevé en classe 40, ne l'est pas en 41 ou 42"
        ),
    )
    pre_apprenticeship_training: bool | None = fact(
        "formation du code de l'éducation (art. L. 337-3-1, avant 2011 "
        "conditions de l'art. L. 337-3)",
        key="formation_code_education",
    )
    rqth: bool | None = fact(
        "reconnaissance de la qualité de travailleur handicapé", key="rqth", box=(12, 1)
    )
    disability_title: DisabilityTitle | None = fact(
        "autre titre de bénéficiaire de l'obligation d'emploi",
        key="titre_equivalent_rqth",
        box=(12, 4),
    )
    high_level_athlete: bool | None = fact(
        "inscription sur la liste des sportifs de haut niveau", key="sportif_haut_niveau", box=11
    )
    business_project: bool | None = fact(
        "projet de création ou de reprise d'entreprise", key="projet_entreprise", box=14
    )
    project_requires_diploma: bool | None = fact(
        "projet d'entreprise subordonné à l'obtention du diplôme",
        key="projet_subordonne_au_diplome",
    )
    prior_situation: PriorSituation | None = fact(
        "situation avant le contrat", key="situation_avant_contrat", box=(13, 1)
    )
    last_class: LastClass | None = fact(
        "dernière classe ou année suivie", key="derniere_classe", box=(13, 3)
    )
    last_diploma_prepared: Diploma | None = fact(
        "dernier diplôme ou titre préparé", key="dernier_diplome_prepare", box=(13, 2)
    )
    highest_diploma: Diploma | None = fact(
        "diplôme ou titre le plus élevé obtenu", key="diplome_le_plus_eleve", box=(13, 5)
    )
    birth_commune: str | None = fact(
        "commune de naissance de l'apprenti", key="commune_naissance", box=(9, 2)
    )
    address: Address | None = fact("adresse {of}", key="adresse", box=(7, 6), of="de l'apprenti")
    email: str | None = fact("adresse électronique de l'apprenti", key="courriel", box=(7, 7))
    phone: str | None = fact("téléphone de l'apprenti", key="telephone", box=(7, 8))
    social_scheme: SocialScheme | None = fact(
        "régime social de l'apprenti", key="regime_social", box=(10, 1)
    )
    youth_equivalence: bool | None = fact(
        "case « équivalence jeunes »", key="equivalence_jeunes", box=(12, 2)
    )
    boe_extension: bool | None = fact("case « extension BOE »", key="extension_boe", box=(12, 3))
    last_diploma_title: str | None = fact(
        "intitulé précis du dernier diplôme ou titre préparé",
        key="intitule_dernier_diplome",
        box=(13, 4),
    )

    def __attrs_post_init__(self) -> None:
        """Refuse a last class that tells another end of the collège."""
        told = self.college_completed
        if self.lower_secondary_completed not in {None, told}:
            raise InvalidValue(
                "lower_secondary_completed",
                self.lower_secondary_completed,
                f"write {told}, as the last class says, or another class",
            )

    @property
    def college_completed(self) -> bool | None:
        """Whether the collège is completed, by the last class as well."""
        last = self.last_class
        told = None if last is None else _COLLEGE.get(last)
        return self.lower_secondary_completed if told is None else told

    @property
    def titled(self) -> bool | None:
        """Whether a title other than the RQTH is told, by name or by a tick.

        None where nothing tells it.
        """
        ticked = self.youth_equivalence, self.boe_extension
        if self.disability_title is not None:
            named = self.disability_title is not DisabilityTitle.NONE
            return named or True in ticked
        if True in ticked:
            return True
        return None if None in ticked else False
