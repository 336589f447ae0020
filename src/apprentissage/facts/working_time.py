"""The working time of a minor, as planned or recorded."""

from datetime import date, time
from decimal import Decimal

from attrs import field, frozen

from apprentissage.facts.kinds import WorkSector
from apprentissage.guards import (
    check_apart,
    is_bool,
    is_date,
    is_decimal,
    is_int,
    is_time,
    member,
    tuple_of,
    unknown,
)

__all__ = ["WorkDay", "WorkingTime"]
__dir__ = __all__.copy


@frozen(kw_only=True)
class WorkDay:
    """A day of work.

    Args:
        on: The day.
        starts_at: Start of work, local time.
        ends_at: End of work, local time; past midnight when before it.
        break_minutes: Longest break, in consecutive minutes.
        hours: Hours of work.
    """

    on: date = field(validator=is_date)
    starts_at: time | None = unknown(is_time)
    ends_at: time | None = unknown(is_time)
    break_minutes: int | None = unknown(is_int())
    hours: Decimal | int | None = unknown(is_decimal(int_too=True))


@frozen(kw_only=True)
class WorkingTime:
    """The working time of the contract, for the rules on minors.

    Args:
        sector: Kind of work place.
        daily_hours: Longest day, in hours.
        collective_organisation: It is justified by the collective
            organisation of work (R3162-1).
        inspector_authorisation: Longer hours are authorised.
        night_authorisation: Night work is authorised.
        days: Days of work, where they are known one by one; one entry for
            each.

    Raises:
        InvalidValue: For two entries of one day: the rest between them
            would be judged as that of a night.
    """

    sector: WorkSector | None = unknown(member(WorkSector))
    daily_hours: Decimal | int | None = unknown(is_decimal(int_too=True))
    collective_organisation: bool | None = unknown(is_bool)
    inspector_authorisation: bool | None = unknown(is_bool)
    night_authorisation: bool | None = unknown(is_bool)
    days: tuple[WorkDay, ...] | None = unknown(tuple_of(WorkDay))

    def __attrs_post_init__(self) -> None:
        """Refuse two entries of one day."""
        check_apart(
            "days",
            ((day.on, day.on) for day in self.days or ()),
            "write one entry a day",
        )
