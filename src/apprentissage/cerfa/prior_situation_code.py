"""The situation before the contract (box 13): codes 7 and 8."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage.age.ages import age_on
from apprentissage.age.texts import LEAST_AGE
from apprentissage.cerfa._suggestion import FORM, Suggestion, check_code, codes_to_write
from apprentissage.facts import Contract, PreviousCycle, PriorSituation, Route
from apprentissage.judging import Finding, Result, Rule, possible_answers
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
    *,
    written: PriorSituation | None = None,
) -> Suggestion:
    """The same as `suggest_prior_situation`, unchecked.

    Beside a code that is written, what is missing is what could contradict it.
    """
    begun: tuple[PriorSituation | None, ...] = (PriorSituation.SCHOOL_PUPIL, _BEFORE, None)
    if cfa_training_starts_on is not None:
        at_15 = PriorSituation.SCHOOL_PUPIL if under_15_at_cfa else _BEFORE
        begun = (at_15 if cfa_training_starts_on < concluded_on else None,)
    ruptures, untold = _ruptures(concluded_on, previous)
    # where no cycle precedes none is resumed, whatever is said
    may_resume = resumes_after_rupture is None and ruptures != (_Rupture.NO_CYCLE,)
    candidates: dict[str, tuple[object, ...]] = {
        _BEGUN: begun,
        _RESUMED: (False, True) if may_resume else (bool(resumes_after_rupture),),
        _PREVIOUS: ruptures,
    }
    answers, turning = possible_answers(_codes, candidates)
    if written is not None:
        _, turning = possible_answers(lambda told: written in _codes(told), candidates)
    possible = frozenset[PriorSituation]().union(*answers)
    return Suggestion(
        path="apprentice.prior_situation",
        possible=tuple([code for code in _CODES if code in possible]),
        missing=tuple(
            sorted(
                {path for each in turning for path in (untold if each == _PREVIOUS else [each])}
            )
        ),
        sources=_TEXTS.concluded(concluded_on).sources,
    )


_BEGUN, _RESUMED, _PREVIOUS = (
    "training.cfa_training_starts_on",
    "resumes_after_rupture",
    "previous",
)


class _Rupture(Enum):
    """What the last rupture of an earlier contract may be."""

    NO_CYCLE = "no cycle precedes"
    NONE = "no contract was broken"
    LONG_AGO = "a day at least lies between"
    JUST_BEFORE = "signed on the morrow, or before"

    __hash__ = object.__hash__  # members are one each, as in `Labelled`


def _codes(told: Mapping[str, Any]) -> frozenset[PriorSituation]:
    """The codes that nothing contradicts, where all is told."""
    begun, resumed, rupture = told[_BEGUN], told[_RESUMED], told[_PREVIOUS]
    if resumed and rupture is _Rupture.LONG_AGO:
        # OPCO EP's sheet: « suite à la rupture du précédent contrat »
        return frozenset({_AFTER})
    # no earlier cycle: nothing was broken, whatever is said to be resumed
    none_precedes = rupture is _Rupture.NO_CYCLE
    if begun and none_precedes:
        # OPCO EP's sheet: « formation avant le début du contrat »
        return frozenset({begun})
    possible = set(_CODES)
    if none_precedes:
        possible -= {PriorSituation.APPRENTICESHIP, _AFTER}
    if not begun:
        possible.discard(_BEFORE)
    if not resumed:
        possible.discard(_AFTER)
    return frozenset(possible)


def _ruptures(
    concluded_on: date, previous: tuple[PreviousCycle, ...] | None
) -> tuple[tuple[_Rupture, ...], list[str]]:
    """What the last rupture may be, and the facts that would tell."""
    if previous is None:
        return (_Rupture.NO_CYCLE, _Rupture.NONE, _Rupture.LONG_AGO, _Rupture.JUST_BEFORE), [
            _PREVIOUS
        ]
    if not previous:
        return (_Rupture.NO_CYCLE,), []
    of_each = [_may_be(concluded_on, cycle) for cycle in previous]
    if {_Rupture.JUST_BEFORE} in of_each:
        return (_Rupture.JUST_BEFORE,), []
    # the last rupture decides: one just before, else one long ago
    may_be = set[_Rupture]().union(*of_each)
    some = not all(_Rupture.NONE in each for each in of_each)
    if some:
        may_be.discard(_Rupture.NONE)
    untold: list[str] = []
    for rank, (cycle, each) in enumerate(zip(previous, of_each, strict=True)):
        if len(each) == 1 or (some and _Rupture.JUST_BEFORE not in each):
            continue
        if cycle.route is None:
            untold.append(f"previous[{rank}].route")
        if cycle.ruptured_on is None:  # nor is an end told, which leaves no rupture
            end = "ruptured_on" if cycle.broken else "ended_on"
            untold.append(f"previous[{rank}].{end}")
    return tuple(may_be), untold


def _may_be(concluded_on: date, cycle: PreviousCycle) -> set[_Rupture]:
    """The ruptures that one earlier cycle may be."""
    if cycle.route is Route.SCHOOL or cycle.ended_on is not None:
        return {_Rupture.NONE}  # no contract, or one that went to its end
    found = {_Rupture.LONG_AGO, _Rupture.JUST_BEFORE}
    if cycle.ruptured_on is not None:
        long_ago = morrow_of(cycle.ruptured_on) < concluded_on
        found = {_Rupture.LONG_AGO if long_ago else _Rupture.JUST_BEFORE}
    # a contract told as broken is one, once its route is known
    broken = cycle.broken and cycle.route is not None
    return found if broken else {_Rupture.NONE, *found}


_NOTHING_TO_RESUME = Caveat(
    "NOTHING_TO_RESUME",
    "Les faits se contredisent : une formation serait reprise après une "
    "rupture, et aucun cycle antérieur n'est déclaré. Vérifiez-les.",
)


def suggestion_for(
    contract: Contract, readings: Readings, written: PriorSituation | None = None
) -> Suggestion:
    """What the facts of a contract allow in box 13, beside a code written."""
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
        written=written,
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
    written = contract.apprentice.prior_situation
    return check_code(written, suggestion_for(contract, readings, written))


PRIOR_SITUATION_CODE = Rule(
    name="prior_situation_code",
    title="Code de la situation avant le contrat",
    judge=judge,
    articles=("L6222-12-1", "L6231-2"),
    boxes=(13,),
    finding=PriorSituationCodeFinding,
    remedies=codes_to_write(
        "apprentice.prior_situation",
        PriorSituation,
        lambda contract, readings: suggestion_for(contract, readings).possible,
    ),
)
