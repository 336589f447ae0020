"""How many apprentices a maître may have at once (R6223-6 to R6223-8)."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from attrs import evolve, frozen

from apprentissage.arguments import check_arguments
from apprentissage.facts import (
    NO_EXTENSION,
    Contract,
    ContractType,
    DurationGround,
    ExtensionReason,
    MaitreApprentissage,
    Supervised,
    SupervisedKind,
)
from apprentissage.law.maitres import (
    AGENCY_CEILING,
    CEILING,
    HAIRDRESSING,
    INDIVIDUAL_CEILING,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import eve_of, morrow_of
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    compliant,
    non_compliant,
    undetermined,
)
from apprentissage.rules.maitres import NO_MAITRE, each_maitre
from apprentissage.rules.rule import Rule

__all__ = ["MAITRE_CEILING", "Excess", "first_excess", "hairdressing_ceiling"]
__dir__ = __all__.copy

WITHIN = (
    "Le maître d'apprentissage n'a jamais plus de {ceiling:apprenti} à la "
    "fois pendant ce contrat, sans compter un apprenti prolongé."
)
EXCEEDED = (
    "Du {exceeded_on} au {exceeded_until_on}, le maître d'apprentissage "
    "aurait {count:apprenti}, dont {prolonged:prolongé} : son plafond est de "
    "{ceiling:apprenti}, et d'un de plus si la formation de l'un d'eux est "
    "prolongée."
)

_ELSEWHERE = (
    ContractType.OTHER_EMPLOYER,
    ContractType.OTHER_EMPLOYER_AFTER_RUPTURE,
)
_HAIRDRESSERS = "2596"
_HAIRDRESSING = Caveat(
    "HAIRDRESSING",
    "Dans la coiffure, l'arrêté du 10 mars 1992 fixait le nombre d'apprentis "
    "d'après celui des personnes qualifiées, pour les contrats conclus "
    "jusqu'au 26 août 2021.",
)
_AGENCY_PROLONGED = Caveat(
    "AGENCY_PROLONGED",
    "L'apprenti prolongé que l'art. R. 6223-6 admet en plus est aussi compté "
    "à part dans une entreprise de travail temporaire : l'art. R. 6226-5 n'en "
    "dit rien.",
)


@frozen
class Excess:
    """Days on which a maître has too many apprentices.

    Args:
        starts_on: First of these days.
        ends_on: Last of them, counted.
        regular: Ordinary apprentices on these days.
        prolonged: Apprentices prolonged after a failed examination.
    """

    starts_on: date
    ends_on: date
    regular: int
    prolonged: int


Span = tuple[date, date, SupervisedKind]
"""First day, last day and kind of an apprentice."""


def first_excess(spans: tuple[Span, ...], ceiling: int) -> Excess | None:
    """The first days on which a maître has too many apprentices.

    Args:
        spans: First and last day of each apprentice, and his or her kind.
        ceiling: Ordinary apprentices allowed; one more may be there if the
            training of one at least is prolonged.

    Returns:
        The first span of days with the same apprentices, one too many; None
        where there is none.

    Source: art. R. 6223-6 du code du travail.

    >>> regular = SupervisedKind.REGULAR
    >>> year = (date(2026, 9, 1), date(2027, 8, 31), regular)
    >>> late = (date(2027, 8, 31), date(2028, 8, 30), regular)
    >>> first_excess((year, year, late), 2).starts_on
    datetime.date(2027, 8, 31)
    """
    check_arguments(first_excess, locals())
    boundaries = sorted(
        {s[0] for s in spans} | {morrow_of(s[1]) for s in spans}
    )
    for first_on, after_on in pairwise(boundaries):
        there = [s[2] for s in spans if s[0] <= first_on <= s[1]]
        prolonged = there.count(SupervisedKind.PROLONGED)
        regular = len(there) - prolonged
        # « deux par maître d'apprentissage », and « un apprenti
        # supplémentaire dont la formation est prolongée »
        if regular > ceiling or len(there) > ceiling + 1:
            return Excess(first_on, eve_of(after_on), regular, prolonged)
    return None


def hairdressing_ceiling(qualified: int, concluded_on: date) -> int | None:
    """Apprentices of level V that a hairdresser could have.

    Args:
        qualified: Qualified people in the firm, at least one.
        concluded_on: Day of conclusion.

    Returns:
        How many; None from 2021-08-27, when R6223-6 applies as elsewhere.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: arrêté du 10 mars 1992, abrogé par celui du 16 août 2021.

    >>> hairdressing_ceiling(5, date(2021, 8, 26))
    2
    """
    check_arguments(hairdressing_ceiling, locals())
    steps = HAIRDRESSING.concluded(concluded_on).value
    return max(
        (most for least, most in steps if qualified >= least), default=None
    )


def _prolongs_elsewhere(contract: Contract, *, lenient: bool) -> bool:
    """Whether the whole contract prolongs that of another employer."""
    # « conclusion d'un nouveau contrat avec un autre employeur » (L6222-11)
    return all(
        fact in wanted or (lenient and fact is None)
        for fact, wanted in (
            (contract.kind, _ELSEWHERE),
            (contract.duration_ground, (DurationGround.FAILED_EXAM,)),
            (contract.extension, (NO_EXTENSION,)),
        )
    )


def _own_spans(contract: Contract, *, lenient: bool) -> list[Span]:
    """The apprentice of this contract, prolonged from some day on or not."""
    first_on, last_on = contract.starts_on, contract.ends_on
    regular, prolonged = SupervisedKind.REGULAR, SupervisedKind.PROLONGED
    extension = contract.extension
    if (
        contract.kind is ContractType.FAILED_EXAM
        or (lenient and contract.kind is None)
        or _prolongs_elsewhere(contract, lenient=lenient)
    ):
        return [(first_on, last_on, prolonged)]
    from_on = None
    if extension is None and lenient:
        from_on = morrow_of(first_on)
    elif extension and extension.reason is ExtensionReason.FAILED_EXAM:
        from_on = extension.starts_on
    if from_on is None:
        return [(first_on, last_on, regular)]
    return [
        (first_on, eve_of(from_on), regular),
        (from_on, last_on, prolonged),
    ]


def _spans(
    contract: Contract, supervised: tuple[Supervised, ...], *, lenient: bool
) -> tuple[Span, ...]:
    """Every apprentice on the days of this contract."""
    unknown = SupervisedKind.PROLONGED if lenient else SupervisedKind.REGULAR
    others = (
        (
            max(other.starts_on or contract.starts_on, contract.starts_on),
            min(other.ends_on or contract.ends_on, contract.ends_on),
            other.kind or unknown,
        )
        for other in supervised
    )
    return tuple(
        span
        for span in (*_own_spans(contract, lenient=lenient), *others)
        if span[0] <= span[1]
    )


def _on_maitre(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    ordinary = CEILING.concluded(contract.concluded_on)
    of_agency = AGENCY_CEILING.concluded(contract.concluded_on)
    raised = INDIVIDUAL_CEILING.concluded(contract.concluded_on)
    agency, individual = (
        contract.employer.temporary_work_agency,
        maitre.individual_ceiling,
    )
    if maitre.supervised is None:
        return undetermined(f"{path}.supervised", sources=ordinary.sources)
    base = of_agency if agency else ordinary
    ceiling = max(base.value, individual or 0)
    highest = max(of_agency.value if agency is None else 0, ceiling)
    strict = _spans(contract, maitre.supervised, lenient=False)
    lenient = _spans(contract, maitre.supervised, lenient=True)
    sources = (*base.sources, *(raised.sources if individual else ()))
    caveats = (
        *(raised.caveats if individual else ()),
        *(
            (_AGENCY_PROLONGED,)
            if agency and any(s[2] is SupervisedKind.PROLONGED for s in strict)
            else ()
        ),
    )
    if first_excess(strict, ceiling) is None:
        return compliant(
            WITHIN, sources=sources, caveats=caveats, ceiling=ceiling
        )
    excess = first_excess(lenient, highest)
    if excess is None or individual is None:
        others = () if excess else _unknown(contract, maitre, path)
        return undetermined(
            *((f"{path}.individual_ceiling",) if individual is None else ()),
            *others,
            sources=sources,
            caveats=caveats,
            ceiling=None if agency is None else ceiling,
        )
    return non_compliant(
        EXCEEDED,
        sources=sources,
        caveats=caveats,
        ceiling=highest,
        exceeded_on=excess.starts_on,
        exceeded_until_on=excess.ends_on,
        count=excess.regular + excess.prolonged,
        prolonged=excess.prolonged,
    )


def _unknown(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Iterator[str]:
    if contract.employer.specific is None:
        yield "employer.specific"
    elsewhere = _prolongs_elsewhere(contract, lenient=True)
    if contract.extension is None and (
        contract.kind is not ContractType.FAILED_EXAM
    ):
        yield "extension"
    if contract.kind is None:
        yield "kind"
    if contract.duration_ground is None and elsewhere:
        yield "duration_ground"
    for rank, other in enumerate(maitre.supervised or ()):
        there = _spans(contract, (other,), lenient=True)
        if other.kind is None and len(there) > len(
            _spans(contract, (), lenient=True)
        ):
            yield f"{path}.supervised[{rank}].kind"


def judge_maitre_ceiling(contract: Contract, _: Readings) -> Finding:
    """At most two apprentices for one maître, and a prolonged one.

    R6223-6: « deux par maître d'apprentissage. Le maître […] peut également
    […] accueillir un apprenti supplémentaire dont la formation est prolongée
    en cas d'échec à l'examen. » A new contract with another employer
    prolongs it too (L6222-11 2°). Counted on each day of this contract. Five
    in a temporary-work agency (R6226-5); an individual derogation may raise
    the number (R6223-7). Contracts concluded since 2019-01-01.

    Args:
        contract: The facts.

    Returns:
        A part for each maître, with values `ceiling` and, where it is
        exceeded, `exceeded_on`, `exceeded_until_on`, `count`, `prolonged`.

    Raises:
        NotCovered: Before 2019-01-01.
    """
    found = each_maitre(
        contract, lambda maitre, path: _on_maitre(contract, maitre, path)
    )
    hairdresser = contract.employer.idcc == _HAIRDRESSERS
    if hairdresser and HAIRDRESSING.concluded(contract.concluded_on).value:
        return evolve(found, caveats=(*found.caveats, _HAIRDRESSING))
    return found


def _turning_days(contract: Contract, _: Readings) -> Iterator[date]:
    """The days on which a maître has one apprentice less."""
    for maitre in contract.maitres or ():
        for other in maitre.supervised or ():
            if other.ends_on is not None:
                yield morrow_of(other.ends_on)


MAITRE_CEILING = Rule(
    name="maitre_ceiling",
    title="Plafond d'apprentis par maître",
    judge=judge_maitre_ceiling,
    articles=("R6223-6", "R6223-7", "R6223-8", "R6226-5"),
    boxes=(15,),
    sentences=(NO_MAITRE, WITHIN, EXCEEDED, UNKNOWN),
    turning_days=_turning_days,
)
