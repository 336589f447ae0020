"""The maître d'apprentissage and his or her experience."""

from datetime import date

from attrs import field, frozen

from apprentissage.errors import InvalidValue
from apprentissage.facts.kinds import (
    ExperienceKind,
    MaitreStatus,
    SupervisedKind,
)
from apprentissage.guards import (
    check_order,
    is_bool,
    is_date,
    is_int,
    is_text,
    member,
    tuple_of,
    unknown,
)

__all__ = ["ExperiencePeriod", "MaitreApprentissage", "Supervised"]
__dir__ = __all__.copy


@frozen(kw_only=True)
class ExperiencePeriod:
    """A dated period of activity related to the qualification prepared."""

    starts_on: date = field(validator=is_date)
    ends_on: date | None = unknown(is_date)
    kind: ExperienceKind | None = unknown(member(ExperienceKind))

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        check_order("starts_on", self.starts_on, "ends_on", self.ends_on)


@frozen(kw_only=True)
class Supervised:
    """An apprentice whom the maître supervises already.

    Without dates he or she counts every day.
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
        diploma_level: Highest diploma, 3 to 8; 0 for none.
        diploma_in_field: Holds a diploma of the field of the one prepared.
        experience: Dated periods of activity, or else the two counts.
        experience_months: Months of activity, excluded ones included.
        excluded_months: Placements, apprenticeship, qualifying training.
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
    diploma_level: int | None = unknown(is_int(0, 8))
    diploma_in_field: bool | None = unknown(is_bool)
    experience: tuple[ExperiencePeriod, ...] | None = unknown(
        tuple_of(ExperiencePeriod)
    )
    experience_months: int | None = unknown(is_int())
    excluded_months: int | None = unknown(is_int())
    brevet_de_maitrise: bool | None = unknown(is_bool)
    supervised: tuple[Supervised, ...] | None = unknown(tuple_of(Supervised))
    individual_ceiling: int | None = unknown(is_int())
    available: bool | None = unknown(is_bool)
    family_name: str | None = unknown(is_text)
    first_name: str | None = unknown(is_text)
    email: str | None = unknown(is_text)
    diploma_title: str | None = unknown(is_text)

    def __attrs_post_init__(self) -> None:
        """Refuse experience told twice, or more excluded than there is."""
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
