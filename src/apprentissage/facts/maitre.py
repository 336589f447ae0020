"""The maître d'apprentissage and his or her experience."""

from datetime import date

from attrs import field, frozen

from apprentissage._guards import (
    check_order,
    is_bool,
    is_date,
    is_int,
    is_text,
    member,
    tuple_of,
    unknown,
)
from apprentissage.errors import InvalidValue
from apprentissage.facts.kinds import (
    ExperienceKind,
    MaitreFirm,
    MaitreStatus,
    SupervisedKind,
)


@frozen(kw_only=True)
class ExperiencePeriod:
    """A dated period of activity related to the qualification prepared.

    Args:
        starts_on: First day.
        ends_on: Last day, counted; None where it is unknown or to come.
        kind: What it was.
        ongoing: It has no end: the post is still held. It then lasts up to
            whatever day is looked at.
    """

    starts_on: date = field(validator=is_date)
    ends_on: date | None = unknown(is_date)
    kind: ExperienceKind | None = unknown(member(ExperienceKind))
    ongoing: bool | None = unknown(is_bool)

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start, and one of what has none."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)
        if self.ongoing and self.ends_on is not None:
            raise InvalidValue(
                "ends_on",
                self.ends_on,
                "write the end of the period, or ongoing=True, not both",
            )


@frozen(kw_only=True)
class Supervised:
    """An apprentice whom the maître supervises already.

    A day that is unknown may be any day: the apprentice may be there during
    this contract or not.
    """

    kind: SupervisedKind | None = unknown(member(SupervisedKind))
    starts_on: date | None = unknown(is_date)
    ends_on: date | None = unknown(is_date)

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)


@frozen(kw_only=True)
class MaitreApprentissage:
    """A maître d'apprentissage named in the contract. `None` is unknown.

    Args:
        born_on: Birth date.
        status: Tie with the firm.
        volunteer: Is a volunteer.
        moral_guarantees: Offers all guarantees of morality.
        job: Post held.
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
        family_name: Name at birth.
        first_name: First given name.
        email: Address of electronic mail.
        diploma_title: Name of the highest diploma.
    """

    born_on: date | None = unknown(is_date)
    status: MaitreStatus | None = unknown(member(MaitreStatus))
    volunteer: bool | None = unknown(is_bool)
    moral_guarantees: bool | None = unknown(is_bool)
    job: str | None = unknown(is_text)
    firm: MaitreFirm | None = unknown(member(MaitreFirm))
    diploma_level: int | None = unknown(is_int(0, 8))
    diploma_in_field: bool | None = unknown(is_bool)
    field_diploma_level: int | None = unknown(is_int(0, 8))
    experience: tuple[ExperiencePeriod, ...] | None = unknown(
        tuple_of(ExperiencePeriod)
    )
    experience_months: int | None = unknown(is_int())
    excluded_months: int | None = unknown(is_int())
    branch_conditions: tuple[str, ...] | None = unknown(tuple_of(str))
    minimum_qualification: bool | None = unknown(is_bool)
    favourable_opinion: bool | None = unknown(is_bool)
    brevet_de_maitrise: bool | None = unknown(is_bool)
    supervised: tuple[Supervised, ...] | None = unknown(tuple_of(Supervised))
    individual_ceiling: int | None = unknown(is_int())
    available: bool | None = unknown(is_bool)
    family_name: str | None = unknown(is_text)
    first_name: str | None = unknown(is_text)
    email: str | None = unknown(is_text)
    diploma_title: str | None = unknown(is_text)

    def __attrs_post_init__(self) -> None:
        """Refuse facts that contradict each other."""
        self._check_diplomas()
        if (
            self.status is MaitreStatus.USER_FIRM_EMPLOYEE
            and self.firm is MaitreFirm.EMPLOYER
        ):
            raise InvalidValue(
                "firm",
                self.firm,
                "write MaitreFirm.OTHER, the user firm, or another status",
            )
        if self.experience is not None and (
            self.experience_months is not None
            or self.excluded_months is not None
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
