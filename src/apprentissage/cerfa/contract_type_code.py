"""The type of contract or avenant (box 18)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from apprentissage._arguments import check_arguments
from apprentissage._labelled import Labelled
from apprentissage.cerfa._suggestion import SOURCES, Suggestion, check_code, codes_to_write, named
from apprentissage.facts import (
    Contract,
    ContractMode,
    ContractType,
    ExtensionReason,
    PreviousCycle,
    Route,
)
from apprentissage.judging import (
    Finding,
    Result,
    Rule,
    non_compliant,
    not_applicable,
    possible_answers,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings

_INITIAL = (
    ContractType.FIRST,
    ContractType.SAME_EMPLOYER,
    ContractType.OTHER_EMPLOYER,
    ContractType.OTHER_EMPLOYER_AFTER_RUPTURE,
)

_AFTER = {
    # OPCO EP's sheet: « a terminé son précédent contrat auprès d'un même
    # employeur »
    (False, True): ContractType.SAME_EMPLOYER,
    # OPCO EP's sheet: « a terminé son précédent contrat auprès d'un autre
    # employeur »
    (False, False): ContractType.OTHER_EMPLOYER,
    # OPCO EP's sheet: « dont le précédent contrat auprès d'un autre employeur
    # a été rompu »
    (True, False): ContractType.OTHER_EMPLOYER_AFTER_RUPTURE,
}
"""By whether the previous contract was broken, and with the same employer."""

_PROLONGED = {
    ContractType.FAILED_EXAM: ExtensionReason.FAILED_EXAM,
    ContractType.DISABILITY: ExtensionReason.DISABILITY,
}


def suggest_contract_type(
    previous: tuple[PreviousCycle, ...] | None, *, starts_on: date | None = None
) -> Suggestion:
    """The code of box 18 for a contract that is no avenant.

    Args:
        previous: Earlier cycles, () for none; only those in apprenticeship
            count, and of these the last.
        starts_on: First day of the new contract; where None, the earlier one
            is taken to end before it.

    Returns:
        Codes 11, 21, 22 or 23, those that the facts leave possible. None at
        all for a contract broken with the same employer, or for one that
        still runs on the first day of the next: no notice has a code for
        them.

    Source: notice 51649.

    >>> suggest_contract_type(()).code.value
    '11'
    >>> suggestion = suggest_contract_type(
    ...     (PreviousCycle(route=Route.APPRENTICESHIP, same_employer=False),)
    ... )
    >>> [code.value for code in suggestion.possible], suggestion.missing
    (['22', '23'], ('previous[0].ended_on',))
    """
    check_arguments(suggest_contract_type, locals())
    return _suggested(*_possible(previous, starts_on))


def _suggested(possible: set[ContractType | None], missing: set[str]) -> Suggestion:
    return Suggestion(
        path="kind",
        possible=tuple(code for code in _INITIAL if code in possible),
        missing=tuple(sorted(missing)),
    )


def _possible(
    previous: tuple[PreviousCycle, ...] | None, starts_on: date | None
) -> tuple[set[ContractType | None], set[str]]:
    """The codes possible, None for a contract without one; what would tell.

    None at all while an earlier contract runs: no code describes two.
    """
    if previous is None:
        return {None, *_INITIAL}, {"previous"}
    if _running(previous, starts_on):
        return set(), set()
    allowed: set[ContractType | None] = set()
    missing: set[str] = set()
    cycles = _of_apprenticeship(previous)
    # OPCO EP's sheet: « Premier contrat d'apprentissage de l'apprenti »
    if all(cycle.route is None for cycle, _ in cycles):
        allowed.add(ContractType.FIRST)
    last = _that_may_be_the_last(cycles)
    for cycle, path in last:
        possible, untold = _after(cycle, path, starts_on)
        allowed |= possible
        missing |= untold
        if len(last) > 1 and cycle.rupture_cause and not cycle.ruptured_on:
            missing.add(f"{path}.ruptured_on")
    # which of them is the last tells nothing where each leaves the same code
    may_run = any(cycle.route is None and _runs_on(cycle, starts_on) for cycle, _ in last)
    return allowed, missing if len(allowed) > 1 or may_run else set()


def _settled(
    previous: tuple[PreviousCycle, ...] | None, starts_on: date | None
) -> set[ContractType | None]:
    """What one of several contracts that end last leaves, be the others as they may."""
    last = _that_may_be_the_last(_of_apprenticeship(previous or ()))
    if any(cycle.route is None or not (cycle.ended_on or cycle.ruptured_on) for cycle, _ in last):
        return set()  # a later one may be the last
    left = [_after(cycle, path, starts_on)[0] for cycle, path in last]
    return {code for codes in left if len(codes) == 1 for code in codes}


def _of_apprenticeship(
    previous: tuple[PreviousCycle, ...],
) -> list[tuple[PreviousCycle, str]]:
    """The earlier cycles that may be contracts, with their paths."""
    return [
        (cycle, f"previous[{rank}]")
        for rank, cycle in enumerate(previous)
        if cycle.route is not Route.SCHOOL
    ]


def _that_may_be_the_last(
    cycles: list[tuple[PreviousCycle, str]],
) -> list[tuple[PreviousCycle, str]]:
    dated = [(cycle.ended_on or cycle.ruptured_on, cycle) for cycle, _ in cycles]
    sure = [day for day, cycle in dated if day is not None and cycle.route is Route.APPRENTICESHIP]
    if not sure:
        return cycles
    return [
        item
        for item, (day, _) in zip(cycles, dated, strict=True)
        if day is None or day >= max(sure)
    ]


def _after(
    cycle: PreviousCycle, path: str, starts_on: date | None
) -> tuple[set[ContractType | None], set[str]]:
    """As `_possible`, after one cycle."""
    untold = {f"{path}.route"} if cycle.route is None else set()
    if _runs_on(cycle, starts_on):
        return set(), untold
    ended_on, same = f"{path}.ended_on", f"{path}.same_employer"
    possible, turning = possible_answers(
        lambda told: _AFTER.get((told[ended_on], told[same])),
        {
            ended_on: _broken(cycle),
            same: (False, True) if cycle.same_employer is None else (cycle.same_employer,),
        },
    )
    return set(possible), {*untold, *turning}


def _broken(cycle: PreviousCycle) -> tuple[bool, ...]:
    """Whether a cycle may have been broken before its end."""
    if cycle.ended_on is not None:
        return (False,)
    if cycle.ruptured_on is not None or cycle.rupture_cause is not None:
        return (True,)
    return (False, True)


def _runs_on(cycle: PreviousCycle, starts_on: date | None) -> bool:
    """Whether an earlier contract is not over on a day."""
    if cycle.ended_on is None or starts_on is None:
        return False
    return cycle.ended_on >= starts_on


def _running(previous: tuple[PreviousCycle, ...] | None, starts_on: date | None) -> list[date]:
    """The last days of the earlier contracts that are surely not over."""
    return [
        cycle.ended_on
        for cycle in previous or ()
        if cycle.route is Route.APPRENTICESHIP
        and cycle.ended_on is not None
        and _runs_on(cycle, starts_on)
    ]


AVENANT_CONTRADICTED = "Le contrat ne déclare pas ce qu'annonce le code d'avenant : {written}."


AVENANT_FITS = "Le contrat déclare ce qu'annonce le code d'avenant : {written}."


class ContractTypeCodeFinding(Finding):
    """What `CONTRACT_TYPE_CODE` finds."""

    code = Result[str]("code to write, where the facts leave one")
    written = Result[str]("code written and its label")
    expected = Result[tuple[str, ...]]("codes that the facts allow, and their labels")
    starts_on = Result[date]("first day of the contract")
    ended_on = Result[date]("last day of the contract that is still running")


def judge(contract: Contract, _: Readings) -> Finding:
    """The code of box 18 is the one that the facts call for.

    Notice 51649: 11 for a first contract, 21 to 23 after another one, 31 to
    38 for an avenant.

    Args:
        contract: The facts. Without a code written, the contract is taken
            for no avenant.

    Returns:
        Value `code`: what to write, where the facts leave one code.
    """
    written = contract.kind
    if written in _PROLONGED:
        extension = contract.extension
        return whether(
            None if extension is None else extension.reason is _PROLONGED[written],
            "extension",
            holds=AVENANT_FITS,
            fails=AVENANT_CONTRADICTED,
            sources=SOURCES,
            written=named(written),
        )
    if written is ContractType.SEASONAL_EMPLOYER_CHANGE:
        seasonal = contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS
        return whether(
            None if contract.mode is None else seasonal,
            "mode",
            holds=AVENANT_FITS,
            fails=AVENANT_CONTRADICTED,
            sources=SOURCES,
            written=named(written),
        )
    if written is not None and written not in _INITIAL:
        return not_applicable(
            "Avenant : les faits déclarés ne disent pas ce qu'il modifie ; "
            "rien ne contredit le code écrit ({written}).",
            sources=SOURCES,
            written=named(written),
        )
    possible, missing = _possible(contract.previous, contract.starts_on)
    if written is not None and written in _settled(contract.previous, contract.starts_on):
        missing = set()
    if possible <= {None}:
        return _without_code(written, contract)
    if None in possible and written is not None and written not in {ContractType.FIRST, *possible}:
        # of two contracts broken on one day nothing tells which is the last
        return (
            undetermined(*missing, sources=SOURCES, code=None)
            if missing
            else not_applicable(NO_CODE, sources=SOURCES, code=None)
        )
    return check_code(written, _suggested(possible, missing))


STILL_RUNNING = (
    "Le contrat précédent n'est pas terminé quand celui-ci commence, le {starts_on} : il court "
    "jusqu'au {ended_on}. Aucun code de la notice ne décrit deux contrats à la fois."
)


NO_CODE = (
    "Aucun code de la notice ne décrit un nouveau contrat après la rupture "
    "du précédent chez le même employeur."
)


def _without_code(written: ContractType | None, contract: Contract) -> Finding:
    running = _running(contract.previous, contract.starts_on)
    if running:
        values: dict[str, Any] = {
            "starts_on": contract.starts_on,
            "ended_on": max(running),
            "code": None,
        }
        return (
            undetermined("kind", template=STILL_RUNNING, sources=SOURCES, **values)
            if written is None
            else non_compliant(STILL_RUNNING, sources=SOURCES, **values)
        )
    if written is None:
        return undetermined("kind", template=NO_CODE, sources=SOURCES, code=None)
    if written is ContractType.FIRST:
        return non_compliant(
            "Le code 11 contredit les faits déclarés : un contrat "
            "d'apprentissage rompu chez le même employeur précède celui-ci.",
            sources=SOURCES,
            code=None,
        )
    # a cycle still running, of a route that nobody tells, may be a contract
    may_run = [
        f"previous[{rank}].route"
        for rank, cycle in enumerate(contract.previous or ())
        if cycle.route is None and _runs_on(cycle, contract.starts_on)
    ]
    if may_run:
        return undetermined(*may_run, sources=SOURCES, code=None)
    return not_applicable(NO_CODE, sources=SOURCES, code=None)


def _allowed(contract: Contract, _: Readings) -> Collection[Labelled]:
    """The codes to choose from; none for an avenant, whose code tells its object."""
    if contract.kind not in _INITIAL:
        return ()
    return _suggested(*_possible(contract.previous, contract.starts_on)).possible


CONTRACT_TYPE_CODE = Rule(
    name="contract_type_code",
    title="Code du type de contrat ou d'avenant",
    judge=judge,
    boxes=(18,),
    finding=ContractTypeCodeFinding,
    remedies=codes_to_write("kind", ContractType, _allowed),
)
