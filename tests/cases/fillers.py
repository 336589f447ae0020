"""Facts that a Contract requires and a case does not give.

A contract needs a birth date, a conclusion, a start and an end; a case often
knows fewer. `fillers` completes what is known in two ways that differ in all
the rest, and `one_answer` asks both and wants one answer: a rule that reads
what it should not is caught.

    def evaluate(facts, readings):
        known = {"ends_on": a_day(facts, "ends_on")}
        return one_answer(known, lambda required: answer(required, facts))
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from apprentissage.facts.apprentice import Apprentice
from apprentissage.facts.contract import Contract
from apprentissage.months import same_day


@frozen(kw_only=True)
class Required:
    """The facts without which no Contract can be written."""

    born_on: date
    concluded_on: date
    starts_on: date
    ends_on: date

    def contract(self, *, apprentice: Mapping[str, Any], **facts: Any) -> Contract:
        """A contract of these facts and others.

        Args:
            apprentice: Fields of the apprentice but the birth date.
            **facts: Other fields of the contract.
        """
        return Contract(
            concluded_on=self.concluded_on,
            starts_on=self.starts_on,
            ends_on=self.ends_on,
            apprentice=Apprentice(born_on=self.born_on, **apprentice),
            **facts,
        )


def fillers(known: Mapping[str, date | None]) -> tuple[Required, Required]:
    """Two completions of the required facts that are known.

    Args:
        known: Any of the four, None where unknown.

    Returns:
        A contract of two years of an apprentice of 17, concluded on its
        first day, and one of eleven months at 27, signed three days before.
    """
    return (
        _completed(known, days_signed_before=0, months=24, age=17, otherwise=date(2025, 9, 1)),
        _completed(known, days_signed_before=3, months=11, age=27, otherwise=date(2024, 10, 7)),
    )


def _completed(
    known: Mapping[str, date | None],
    *,
    days_signed_before: int,
    months: int,
    age: int,
    otherwise: date,
) -> Required:
    signed_before = timedelta(days=days_signed_before)
    born_on = known.get("born_on")
    concluded_on = known.get("concluded_on")
    starts_on = known.get("starts_on")
    ends_on = known.get("ends_on")
    if starts_on is None:
        if concluded_on is not None:
            starts_on = concluded_on + signed_before
        elif ends_on is not None:
            starts_on = same_day(ends_on, -months)
        elif born_on is not None:
            starts_on = same_day(born_on, 12 * age)
        else:
            starts_on = otherwise
    return Required(
        born_on=born_on or same_day(starts_on, -12 * age),
        concluded_on=concluded_on or starts_on - signed_before,
        starts_on=starts_on,
        ends_on=ends_on or same_day(starts_on, months),
    )


def one_answer(
    known: Mapping[str, date | None], answer: Callable[[Required], Mapping[str, Any]]
) -> Mapping[str, Any]:
    """The answer that does not depend on the facts filled in.

    Args:
        known: The required facts that the case gives.
        answer: Builds the contract and calls the library.

    Raises:
        AssertionError: When two fillers give two answers.
    """
    first, second = (answer(filler) for filler in fillers(known))
    assert first == second, (
        f"two fillers, two answers: {first!r} and {second!r}; the rule reads "
        f"a fact that is not among {sorted(known)}"
    )
    return first
