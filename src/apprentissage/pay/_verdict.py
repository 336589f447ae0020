"""Whether a month was paid too little: what lacks in any case, and what decides."""

from collections.abc import Callable
from typing import NamedTuple

from apprentissage.judging import Outcome
from apprentissage.pay._completions import Completions
from apprentissage.pay.arrears import SOUND, Work
from apprentissage.pay.gross import NO_HOURS
from apprentissage.pay.minimum_pay import Minima


class Verdict(NamedTuple):
    """What is found of a month.

    Attributes:
        due: Cents due as the unknown facts are taken.
        sure: Those due in any case.
        outcome: Whether less was paid.
        missing: The unknown facts that decide.
        raising: Others, that may raise what is due of what is too low.
    """

    due: int
    sure: int
    outcome: Outcome
    missing: tuple[str, ...]
    raising: tuple[str, ...]


def _of(paid: int, work: Work) -> Verdict:
    """Three-valued, as `check_declared_pay` judges an amount."""
    contract = work.minima[0].contract
    unagreed = contract.overtime_premium is None
    due, least_work = work.due(), work
    if unagreed:
        # Without a premium at least, where none is known to be agreed.
        _, plain, _ = work.beyond
        least_work = work._replace(beyond=(NO_HOURS, plain, plain))
    plain_due = least_work.due()
    # without hours, or a place of its own SMIC, no amount is due in any case
    sure = 0
    if work.hours_known and all(least.territory_known for least in work.minima):
        sure = least_work.surely_due()
    low, surely = paid < due - 1, paid < sure - 1
    missing: list[str] = []
    if not surely or sure < due:
        missing += work.at_stake(low=low)
        if not work.hours_known:
            missing.append("weekly_hours")
        # a premium decides where the pay lies between both, or of what lacks
        decides = surely or paid >= plain_due - 1
        if low and unagreed and plain_due < due and decides:
            missing.append("overtime_premium")
    named = tuple(dict.fromkeys(missing))
    outcome = Outcome.UNDETERMINED if named else Outcome.COMPLIANT
    if surely or (low and not named):
        outcome = Outcome.NON_COMPLIANT
    every = work.at_stake(low=False) if low else ()
    raising = tuple(path for path in every if path not in named)
    return Verdict(due, sure if named else due, outcome, named, raising)


class _Lacking(NamedTuple):
    """What lacks to a completion.

    Attributes:
        cents: What lacks in any case; None where a fact or a method that
            nobody told decides whether anything does.
        rises: Such a fact may raise it.
    """

    cents: int | None
    rises: bool


def verdict(
    paid: int,
    work: Work,
    work_of: Callable[[Minima], Work],
    completions: Completions[Minima],
) -> Verdict:
    """What is found of a month, waiting for no unknown fact that turns nothing.

    Args:
        paid: Cents paid.
        work: The work of the month, as the facts are taken.
        work_of: The same under what each line of a schedule asks.
        completions: The minima as the unknown facts of few values are told.
    """
    found = _of(paid, work)
    asked = (*found.missing, *found.raising)
    if not asked:
        return found

    def lacking(told: Minima, within: Completions[Minima]) -> _Lacking:
        work = work_of(told)
        found = None if work.paid_by(SOUND) is None else verdict(paid, work, work_of, within)
        if found is None or found.outcome is Outcome.UNDETERMINED:
            return _Lacking(None, rises=False)
        low = found.outcome is Outcome.NON_COMPLIANT
        return _Lacking(found.sure - paid if low else 0, rises=low and bool(found.missing))

    # what may raise a shortfall is left unknown where all are too many to try
    tried = completions.answers(asked, lacking)
    if tried is None and found.missing:
        tried = completions.answers(found.missing, lacking)
    answers, turning = tried or ((), ())
    # none where the law, or what else is told, excludes a completion
    allowed = [each for each in answers if each is not None]
    cents = [each.cents for each in allowed if each.cents is not None]
    if not cents or len(cents) < len(allowed):
        return found._replace(missing=asked)
    outcome = Outcome.UNDETERMINED
    if None not in answers and (all(cents) or not any(cents)):
        outcome = Outcome.NON_COMPLIANT if all(cents) else Outcome.COMPLIANT
    if any(each.rises for each in allowed):
        turning = asked
    return found._replace(sure=paid + min(cents), outcome=outcome, missing=turning)
