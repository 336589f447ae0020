"""The type of derogation (box 19), out of the rules that need one."""

from collections.abc import Collection, Iterable, Mapping
from itertools import product

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items
from apprentissage.age.lower_age import LOWER_AGE
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.cerfa._suggestion import (
    CONTRADICTED,
    FITS,
    SOURCES,
    TO_CHOOSE,
    TO_WRITE,
    codes_to_write,
    named,
)
from apprentissage.dates.duration_and_cycle import (
    DURATION_AND_CYCLE,
    codes_undecided,
    unknown_extra_year,
)
from apprentissage.facts import Contract, DerogationType
from apprentissage.judging import (
    Finding,
    Outcome,
    Result,
    Rule,
    Value,
    compliant,
    non_compliant,
    not_applicable,
    possible_answers,
    undetermined,
)
from apprentissage.law.readings import Readings

_GROUNDS: tuple[tuple[Rule, dict[Value, DerogationType]], ...] = tuple(
    (rule, {derogation.code: derogation for derogation in codes})
    for rule, *codes in (
        (LOWER_AGE, DerogationType.UNDER_16),
        (UPPER_AGE, DerogationType.OVER_29),
        (DURATION_AND_CYCLE, DerogationType.REDUCED_DURATION, DerogationType.EXTENDED_DURATION),
    )
)
"""The rules that may need a derogation, and its codes as they tell them."""


def derogation_code(grounds: Iterable[DerogationType]) -> DerogationType | None:
    """The code of box 19 for the derogations that a contract needs.

    Args:
        grounds: Codes 11, 12, 21, 22 and 60 that apply, each for itself.

    Returns:
        The code, 50 for several, None where none is needed.

    Source: notice 51649.

    >>> derogation_code([DerogationType.OVER_29]).value
    '12'
    >>> derogation_code(
    ...     [DerogationType.OVER_29, DerogationType.REDUCED_DURATION]
    ... ).value
    '50'
    """
    return _code_of(set(check_items("grounds", grounds, DerogationType)))


def _code_of(needed: set[DerogationType]) -> DerogationType | None:
    if len(needed) > 1:
        return DerogationType.SEVERAL
    return next(iter(needed), None)


_REGION = "employer.region"

_Codes = frozenset[DerogationType | None]
"""Derogations of which a rule may need each, None for none."""

_LEAVES_OPEN = (Outcome.UNDETERMINED, Outcome.NON_COMPLIANT)


def _may_need(
    found: Finding, codes: Mapping[Value, DerogationType], contract: Contract
) -> tuple[tuple[_Codes, ...], tuple[str, ...]]:
    """What a rule may come to leave possible, and the facts that would tell.

    Where it fails, it stays open whether a derogation is needed.
    """
    if found.outcome in _LEAVES_OPEN:
        open_: _Codes = frozenset({None, *codes.values()})
        if found.outcome is Outcome.UNDETERMINED and found.missing:
            return (open_, *(frozenset({code}) for code in open_)), found.missing
        return (open_,), ()
    of_region = _waits_for_region(found)
    told = {found.get("code"), *_other_codes(found), *((None,) if of_region else ())}
    waits = (*of_region, *_waits(found, contract))
    return tuple(frozenset({codes.get(code)}) for code in told), waits


def _waits_for_region(found: Finding) -> tuple[str, ...]:
    """The region, where an age limit of its own could make an exemption useless."""
    useless = found.get("code") and any(_REGION in part.missing for part in found.parts)
    return (_REGION,) if useless else ()


def _other_codes(found: Finding) -> tuple[Value, ...]:
    """The codes of a rule that holds, by facts that it does not need."""
    told = dict(found.values)
    agreed, extended = (told.get("code_if_agreed"), told.get("codes_if_extended"))
    codes: tuple[Value, ...] = extended if isinstance(extended, tuple) else ()
    return (agreed, *codes) if agreed else codes


def _waits(found: Finding, contract: Contract) -> tuple[str, ...]:
    """The facts that would tell which of these codes it is."""
    if not _other_codes(found):
        return ()
    paths: tuple[str, ...] = ()
    if found.get("codes_if_extended"):
        paths = unknown_extra_year(contract)
    if contract.tripartite_agreement is None:
        paths = (*paths, "tripartite_agreement")
    return paths


def derogations_possible(
    contract: Contract, readings: Readings
) -> tuple[set[DerogationType], tuple[str, ...]]:
    """The codes of box 19 that the facts allow, NONE for an empty box.

    Args:
        contract: The facts.
        readings: The points of the three rules that need a derogation.

    Returns:
        The codes, and the absolute paths of the facts that would tell more.

    Raises:
        NotCovered: For a contract concluded or begun before 2008-05-01.

    Source: notice 51649.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> from apprentissage.law.readings import LETTER
    >>> possible, missing = derogations_possible(Contract(
    ...     concluded_on=date(2026, 8, 31),
    ...     starts_on=date(2026, 9, 1),
    ...     ends_on=date(2029, 8, 31),
    ...     apprentice=Apprentice(born_on=date(1990, 2, 10), rqth=True),
    ... ), LETTER)
    >>> sorted(code.value for code in possible)
    ['12', '50']
    >>> missing
    ('training.cycle_ends_on', 'training.cycle_starts_on')
    """
    check_arguments(derogations_possible, locals())
    return _possible(contract, readings)


def _possible(
    contract: Contract, readings: Readings, written: DerogationType | None = None
) -> tuple[set[DerogationType], tuple[str, ...]]:
    """As `derogations_possible`; beside a code, the facts that turn its outcome."""
    may_need, waits = _alternatives(contract, readings)
    answers, turning = possible_answers(_to_write, may_need)
    if written is not None:
        _, turning = possible_answers(lambda told: _judged(written, _to_write(told)), may_need)
    return set().union(*answers), tuple(path for name in turning for path in waits[name])


def _alternatives(
    contract: Contract, readings: Readings
) -> tuple[dict[str, tuple[_Codes, ...]], dict[str, tuple[str, ...]]]:
    """By rule, what it may leave possible, and the facts that would tell."""
    may_need: dict[str, tuple[_Codes, ...]] = {}
    waits: dict[str, tuple[str, ...]] = {}
    for rule, codes in _GROUNDS:
        found = rule.judged(contract, readings)
        may_need[rule.name], waits[rule.name] = _may_need(found, codes, contract)
        undecided = None
        if rule is DURATION_AND_CYCLE and found.missing:
            undecided = codes_undecided(contract, readings)
        if undecided is not None:
            possible, may_fail = undecided
            alone = [frozenset({codes.get(code)}) for code in possible]
            fails = [each for each in may_need[rule.name] if len(each) > 1]
            may_need[rule.name] = (*(fails if may_fail else ()), *alone)
    return may_need, waits


def _to_write(needed: Mapping[str, _Codes]) -> frozenset[DerogationType]:
    """The codes that may be right where each rule leaves these possible."""
    return frozenset(
        # two derogations that are sure make the code, whatever the third is
        _code_of({code for code in codes if code is not None}) or DerogationType.NONE
        for codes in product(*needed.values())
    )


def _judged(written: DerogationType, possible: Collection[DerogationType]) -> Outcome:
    """What a code is found to be among those possible, where all is told."""
    if written not in {*possible, *map(_untold, possible)}:
        return Outcome.NON_COMPLIANT
    sure = len(possible) == 1 and written in possible
    return Outcome.COMPLIANT if sure else Outcome.NOT_APPLICABLE


def _untold(code: DerogationType) -> DerogationType:
    """What is written where another derogation comes on top."""
    none = code is DerogationType.NONE
    return DerogationType.OTHER if none else DerogationType.SEVERAL


def _shown(code: DerogationType) -> str:
    return code.label if code is DerogationType.NONE else named(code)


class DerogationCodeFinding(Finding):
    """What `DEROGATION_CODE` finds."""

    code = Result[str]("code to write, where the facts leave one")
    written = Result[str]("code written and its label")
    expected = Result[tuple[str, ...]]("codes that the facts allow, and their labels")


def judge(contract: Contract, readings: Readings) -> Finding:
    """The code of box 19 is that of the derogations that the contract needs.

    Notice 51649: 11 under 16, 12 over 29, 21 for a duration reduced, 22 for
    one lengthened, 50 for several, 60 for another; the box stays empty for
    none.

    Args:
        contract: The facts.
        readings: The points of the three rules that need a derogation.

    Returns:
        Value `code`: what to write, where the facts leave one code; None
        for none.
    """
    written = contract.derogation
    possible, missing = _possible(contract, readings, written)
    sure = len(possible) == 1
    none = sure and DerogationType.NONE in possible
    value = None if none or not sure else next(iter(possible)).code
    expected = tuple(sorted(map(_shown, possible)))
    if written is None:
        return undetermined(
            "derogation",
            *missing,
            template=TO_WRITE if sure else TO_CHOOSE,
            sources=SOURCES,
            expected=expected,
            code=value,
        )
    if _judged(written, possible) is Outcome.NON_COMPLIANT:
        return non_compliant(
            CONTRADICTED, sources=SOURCES, written=_shown(written), expected=expected, code=value
        )
    if missing:
        return undetermined(*missing, sources=SOURCES, code=None)
    if not sure:
        return not_applicable(
            "Le code ne se juge pas : une règle d'âge ou de durée n'est pas "
            "respectée, ou n'a pu être tranchée.",
            sources=SOURCES,
            code=None,
        )
    if written not in possible:
        return not_applicable(
            "Le code écrit suppose une dérogation que les faits déclarés ne "
            "disent pas : {written}.",
            sources=SOURCES,
            written=_shown(written),
            code=value,
        )
    return compliant(
        "Aucune dérogation d'âge ou de durée n'est nécessaire." if none else FITS,
        sources=SOURCES,
        written=_shown(written),
        code=value,
    )


DEROGATION_CODE = Rule(
    name="derogation_code",
    title="Code de la dérogation",
    judge=judge,
    boxes=(19,),
    finding=DerogationCodeFinding,
    remedies=codes_to_write(
        "derogation",
        DerogationType,
        lambda contract, readings: _possible(contract, readings)[0],
        _shown,
    ),
)
