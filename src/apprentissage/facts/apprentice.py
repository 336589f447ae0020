"""The apprentice, as the parties declare him or her."""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import (
    is_a,
    is_bool,
    is_date,
    is_text,
    member,
    unknown,
)
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
from apprentissage.facts.kinds import DisabilityTitle, WorkAuthorisation

_COLLEGE = {
    LastClass.COLLEGE_COMPLETED: True,
    LastClass.STOPPED_IN_TROISIEME: False,
    LastClass.STOPPED_IN_QUATRIEME: False,
}
"""What the codes 40 to 42 of the last class tell of the collège."""


@frozen(kw_only=True)
class LegalRepresentative:
    """The legal representative of a minor."""

    name: str | None = unknown(is_text)
    email: str | None = unknown(is_text)
    phone: str | None = unknown(is_text)
    address: Address | None = unknown(is_a(Address))


@frozen(kw_only=True)
class Apprentice:
    """The apprentice. `None` is always unknown, never no.

    Args:
        born_on: Birth date.
        family_name: Name at birth.
        used_name: Name in use.
        first_name: First given name.
        sex: As the civil register has it.
        nir: Social security number, 13 characters without its key.
        birth_department: Code of the département, 099 abroad.
        nationality: French, of the European Union, other.
        work_authorisation: By what who is no European may work.
        emancipated: An emancipated minor.
        legal_representative: Of a minor.
        lower_secondary_completed: Has completed the collège.
        pre_apprenticeship_training: Has followed the training of L337-3-1 of
            the code de l'éducation, until 2011 met the conditions of its
            L337-3; it counted for contracts of before 2013-07-10.
        rqth: Recognised as a disabled worker.
        disability_title: Other title with the same rights.
        high_level_athlete: On the ministerial list.
        business_project: Has a project to create or take over a business.
        project_requires_diploma: That project depends on the diploma.
        prior_situation: Situation before the contract.
        last_class: Last class or year followed.
        last_diploma_prepared: Last diploma prepared.
        highest_diploma: Highest diploma obtained.
        birth_commune: Commune of birth.
        address: Where he or she lives.
        email: Address of electronic mail.
        phone: Telephone.
        social_scheme: MSA or URSSAF.
        youth_equivalence: Ticks the first box of the disability titles: the
            rights of the RQTH by the AEEH, the PCH or a PPS.
        boe_extension: Ticks the second: another title of those whom the duty
            of employment concerns; both may be ticked.
        last_diploma_title: Exact name of the last diploma prepared.

    >>> Apprentice(born_on=date(2007, 9, 15)).rqth is None
    True
    """

    born_on: date = field(validator=is_date)
    family_name: str | None = unknown(is_text)
    used_name: str | None = unknown(is_text)
    first_name: str | None = unknown(is_text)
    sex: Sex | None = unknown(member(Sex))
    nir: str | None = unknown(is_text)
    birth_department: str | None = unknown(is_text)
    nationality: Nationality | None = unknown(member(Nationality))
    work_authorisation: WorkAuthorisation | None = unknown(
        member(WorkAuthorisation)
    )
    emancipated: bool | None = unknown(is_bool)
    legal_representative: LegalRepresentative | None = unknown(
        is_a(LegalRepresentative)
    )
    lower_secondary_completed: bool | None = unknown(is_bool)
    pre_apprenticeship_training: bool | None = unknown(is_bool)
    rqth: bool | None = unknown(is_bool)
    disability_title: DisabilityTitle | None = unknown(member(DisabilityTitle))
    high_level_athlete: bool | None = unknown(is_bool)
    business_project: bool | None = unknown(is_bool)
    project_requires_diploma: bool | None = unknown(is_bool)
    prior_situation: PriorSituation | None = unknown(member(PriorSituation))
    last_class: LastClass | None = unknown(member(LastClass))
    last_diploma_prepared: Diploma | None = unknown(member(Diploma))
    highest_diploma: Diploma | None = unknown(member(Diploma))
    birth_commune: str | None = unknown(is_text)
    address: Address | None = unknown(is_a(Address))
    email: str | None = unknown(is_text)
    phone: str | None = unknown(is_text)
    social_scheme: SocialScheme | None = unknown(member(SocialScheme))
    youth_equivalence: bool | None = unknown(is_bool)
    boe_extension: bool | None = unknown(is_bool)
    last_diploma_title: str | None = unknown(is_text)

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
