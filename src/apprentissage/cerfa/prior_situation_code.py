"""The situation before the contract (box 13): codes 7 and 8."""

from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.age.ages import age_on
from apprentissage.age.texts import LEAST_AGE
from apprentissage.cerfa._suggestion import FORM, Suggestion, check_code, codes_to_write, named
from apprentissage.facts import Contract, PreviousCycle, PriorSituation, Route
from apprentissage.judging import Finding, Result, Rule
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import morrow_of

_BEFORE = PriorSituation.TRAINEE_BEFORE_SIGNATURE
_AFTER = PriorSituation.TRAINEE_AFTER_RUPTURE
_CODES = tuple(PriorSituation)

_TEXTS = ByConclusion(
    "formation au CFA sans contrat",
    (
        version(date(2008, 5, 1), True, FORM),
        version(date(2011, 7, 30), True, FORM, "L6222-12-1"),
        version(date(2014, 3, 7), True, FORM, "L6222-12-1"),
        version(date(2019, 1, 1), True, FORM, "L6222-12-1", "L6231-2 5°"),
    ),
)
"""Of the trainee before the signature, and of one after a rupture."""


def suggest_prior_situation(
    *,
    concluded_on: date,
    cfa_training_starts_on: date | None,
    resumes_after_rupture: bool | None,
    previous: tuple[PreviousCycle, ...] | None,
    under_15_at_cfa: bool = False,
) -> Suggestion:
    """The codes of box 13 that the facts allow.

    Args:
        concluded_on: Day of conclusion.
        cfa_training_starts_on: First day at the CFA.
        resumes_after_rupture: Finishes a cycle begun in a broken contract.
        previous: Earlier cycles, () for none.
        under_15_at_cfa: Had not turned 15 on that first day; the training
            then began under school status (R6222-1-1).

    Returns:
        Code 7 alone for a first cycle begun at the CFA before the
        signature, 8 alone for a cycle resumed some time after a rupture;
        otherwise every code that nothing contradicts.

    Source: notice 51649; art. L6222-12-1, L6231-2 5°.

    >>> suggest_prior_situation(
    ...     concluded_on=date(2026, 10, 15),
    ...     cfa_training_starts_on=date(2026, 9, 1),
    ...     resumes_after_rupture=False,
    ...     previous=(),
    ... ).code.value
    '7'
    """
    check_arguments(suggest_prior_situation, locals())
    return _suggested(
        concluded_on, cfa_training_starts_on, resumes_after_rupture, previous, under_15_at_cfa
    )


def _suggested(
    concluded_on: date,
    cfa_training_starts_on: date | None,
    resumes_after_rupture: bool | None,
    previous: tuple[PreviousCycle, ...] | None,
    under_15_at_cfa: bool,
) -> Suggestion:
    """The same as `suggest_prior_situation`, unchecked."""
    begun = None
    if cfa_training_starts_on is not None:
        begun = cfa_training_starts_on < concluded_on
    if resumes_after_rupture and _gap(concluded_on, previous):
        # OPCO EP's sheet: « suite à la rupture du précédent contrat »
        return _allowed(concluded_on, {_AFTER})
    # no earlier cycle: nothing was broken, whatever is said to be resumed
    if begun and previous == ():
        # OPCO EP's sheet: « formation avant le début du contrat »
        return _allowed(
            concluded_on, {PriorSituation.SCHOOL_PUPIL if under_15_at_cfa else _BEFORE}
        )
    possible = set(_CODES)
    missing: set[str] = set()
    if previous == ():
        possible -= {PriorSituation.APPRENTICESHIP, _AFTER}
    elif previous is None:
        missing.add("previous")
    if begun is False:
        possible.discard(_BEFORE)
    elif begun is None:
        missing.add("training.cfa_training_starts_on")
    if resumes_after_rupture is False:
        possible.discard(_AFTER)
    missing |= _unknown_rupture(resumes_after_rupture, previous)
    return _allowed(concluded_on, possible, *missing)


def _unknown_rupture(
    resumes_after_rupture: bool | None, previous: tuple[PreviousCycle, ...] | None
) -> set[str]:
    """What would tell whether a cycle is resumed some time after a rupture."""
    if resumes_after_rupture is False or previous == ():
        return set()
    if resumes_after_rupture:
        return _undated(previous)
    return _undated(previous) | {"resumes_after_rupture"}


def _allowed(concluded_on: date, possible: set[PriorSituation], *missing: str) -> Suggestion:
    return Suggestion(
        path="apprentice.prior_situation",
        possible=tuple([code for code in _CODES if code in possible]),
        missing=tuple(sorted(missing)),
        sources=_TEXTS.concluded(concluded_on).sources,
    )


def _gap(concluded_on: date, previous: tuple[PreviousCycle, ...] | None) -> bool:
    """Whether a day at least surely lies between the last rupture and it."""
    ruptures = [
        cycle.ruptured_on
        for cycle in previous or ()
        if cycle.route is not Route.SCHOOL and cycle.ruptured_on
    ]
    return bool(ruptures) and not _undated(previous) and morrow_of(max(ruptures)) < concluded_on


def _undated(previous: tuple[PreviousCycle, ...] | None) -> set[str]:
    """What would tell whether a cycle is a contract broken, and when."""
    missing: set[str] = set()
    for rank, cycle in enumerate(previous or ()):
        ended = cycle.ended_on is not None and cycle.ruptured_on is None
        if cycle.route is Route.SCHOOL or ended:
            continue  # no contract, or one that went to its end
        if cycle.route is None:
            missing.add(f"previous[{rank}].route")
        if cycle.ruptured_on is None:
            missing.add(f"previous[{rank}].ruptured_on")
    return missing


_NOTHING_TO_RESUME = Caveat(
    "NOTHING_TO_RESUME",
    "Les faits se contredisent : une formation serait reprise après une "
    "rupture, et aucun cycle antérieur n'est déclaré. Vérifiez-les.",
)


def suggestion_for(contract: Contract, readings: Readings) -> Suggestion:
    """What the facts of a contract allow in box 13."""
    begun_on = contract.training.cfa_training_starts_on
    born_on = contract.apprentice.born_on
    # « au moins quinze ans »
    least = LEAST_AGE.concluded(contract.concluded_on).value.at_fifteen
    suggestion = _suggested(
        contract.concluded_on,
        begun_on,
        contract.resumes_after_rupture,
        contract.previous,
        begun_on is not None and age_on(born_on, begun_on, readings) < least,
    )
    if contract.resumes_after_rupture and contract.previous == ():
        return suggestion._replace(caveats=(_NOTHING_TO_RESUME,))
    return suggestion


class PriorSituationCodeFinding(Finding):
    """What `PRIOR_SITUATION_CODE` finds."""

    code = Result[str]("code to write, where the facts leave one")
    written = Result[str]("code written and its label")
    expected = Result[tuple[str, ...]]("codes that the facts allow, and their labels")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The code of box 13 is one that the facts allow.

    Notice 51649: 7 for a training begun at the CFA before the signature
    (L6222-12-1), 8 for one pursued there after a rupture (L6231-2 5°).

    Args:
        contract: The facts.
        readings: Point `leap_birthday`.

    Returns:
        Value `code`: what to write, where the facts leave one code.
    """
    return check_code(contract.apprentice.prior_situation, suggestion_for(contract, readings))


PRIOR_SITUATION_CODE = Rule(
    name="prior_situation_code",
    title="Code de la situation avant le contrat",
    judge=judge,
    articles=("L6222-12-1", "L6231-2"),
    boxes=(13,),
    finding=PriorSituationCodeFinding,
    remedies=codes_to_write("apprentice.prior_situation", PriorSituation, named),
)
