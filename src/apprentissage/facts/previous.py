"""An earlier training cycle: contract of apprenticeship, or school."""

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from apprentissage._guards import (
    is_bool,
    is_date,
    is_decimal,
    is_int,
    member,
    unknown,
)
from apprentissage.errors import InvalidValue
from apprentissage.facts.kinds import (
    PayBase,
    RateKind,
    Route,
    RuptureCause,
)
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL


@frozen(kw_only=True)
class PreviousCycle:
    """A cycle followed before this contract. `None` is unknown.

    Args:
        route: Apprenticeship, or school and other ways.
        ended_on: Last day of a cycle executed to its end.
        ruptured_on: Day on which the contract was broken.
        rupture_cause: Why it was.
        same_employer: With the employer of this contract.
        same_branch: In the conventional branch of this contract.
        target_level: Level of the diploma that it aimed at, 3 to 8.
        same_diploma: This contract prepares the diploma that it aimed at.
        exam_failed: Its examination was sat, and failed.
        already_prolonged: It was itself the year more after a failure.
        diploma_obtained: It led to its diploma.
        level: Level of the diploma obtained, 3 to 8; 0 for none.
        directly_related: This contract's diploma is in direct relation.
        cycle_years: Length of that cycle, in years.
        last_rate: Rate of its last year, in percent.
        last_rate_base: Base of that rate: the SMIC; the SMC; or the higher
            of both from 21 on.
        last_rate_kind: Paid, or claimable under the rules.
        last_statutory_rate: Statutory rate of that year, percent of the
            same base.
    """

    route: Route | None = unknown(member(Route))
    ended_on: date | None = unknown(is_date)
    ruptured_on: date | None = unknown(is_date)
    rupture_cause: RuptureCause | None = unknown(member(RuptureCause))
    same_employer: bool | None = unknown(is_bool)
    same_branch: bool | None = unknown(is_bool)
    target_level: int | None = unknown(is_int(LOWEST_LEVEL, HIGHEST_LEVEL))
    same_diploma: bool | None = unknown(is_bool)
    exam_failed: bool | None = unknown(is_bool)
    already_prolonged: bool | None = unknown(is_bool)
    diploma_obtained: bool | None = unknown(is_bool)
    level: int | None = unknown(is_int(0, 8))
    directly_related: bool | None = unknown(is_bool)
    cycle_years: int | None = unknown(is_int(1))
    last_rate: Decimal | None = unknown(is_decimal())
    last_rate_base: PayBase = field(
        default=PayBase.SMIC, validator=member(PayBase)
    )
    last_rate_kind: RateKind | None = unknown(member(RateKind))
    last_statutory_rate: Decimal | None = unknown(is_decimal())

    def __attrs_post_init__(self) -> None:
        """Refuse what contradicts itself: an end, a diploma, a failure."""
        if self.ended_on is not None and (
            self.ruptured_on is not None or self.rupture_cause is not None
        ):
            raise InvalidValue(
                "ended_on",
                self.ended_on,
                "write ended_on, or ruptured_on and its cause, not both",
            )
        obtained = self.obtained
        if self.diploma_obtained not in {None, obtained}:
            raise InvalidValue(
                "level",
                self.level,
                "write the level of the diploma obtained, 0 where there is "
                "none",
            )
        if self.exam_failed and obtained:
            raise InvalidValue(
                "exam_failed",
                self.exam_failed,
                "write a failure, or the diploma obtained, not both",
            )

    @property
    def obtained(self) -> bool | None:
        """Whether it led to its diploma, by the level obtained as well."""
        if self.level is None:
            return self.diploma_obtained
        return self.level > 0

    @property
    def broken(self) -> bool:
        """Whether it is known to have been broken."""
        return self.ruptured_on is not None or self.rupture_cause is not None
