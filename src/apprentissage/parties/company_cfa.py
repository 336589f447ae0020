"""The CFA d'entreprise (box 29): four ways of being one (D6241-30)."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.errors import NotCovered
from apprentissage.facts import CompanyCfa, Contract
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Proposed,
    Rule,
    any_of,
    non_compliant,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.law.dated import ByConclusion, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat

_CONDITIONS = ByConclusion(
    "CFA d'entreprise (art. D. 6241-30)",
    (
        version(date(2019, 12, 27), None, "D6241-30"),
        version(date(2020, 4, 1), None, "D6241-30"),
    ),
)
"""« remplit l'une des conditions suivantes »"""

_NOT_A_SUBSIDIARY = Caveat(
    "MORE_THAN_A_HALF",
    "Une filiale ne suffit pas : le texte veut plus de la moitié du capital ou des voix.",
)

_CONDITION_DENIED = Caveat(
    "CFA_CONDITION_DENIED",
    "Les faits se contredisent : la case du CFA d'entreprise n'est pas "
    "cochée, et l'une de ses conditions est déclarée remplie. Vérifiez-les.",
)


def company_cfa(
    *,
    concluded_on: date,
    internal: bool | None = None,
    majority_held: bool | None = None,
    by_a_group: bool | None = None,
    by_related_firms: bool | None = None,
) -> Finding:
    """Whether a CFA is a CFA d'entreprise: one of four conditions suffices.

    Args:
        concluded_on: Day of conclusion of the contract.
        internal: Internal to the firm.
        majority_held: The firm holds more than half of its capital or of
            the votes of its governing body.
        by_a_group: Founded by a group of companies.
        by_related_firms: Founded by firms that share prospects for their
            trades, or work in complementary sectors.

    Returns:
        A part for each condition; None is unknown.

    Raises:
        NotCovered: Before 2019-12-27.

    Source: art. D. 6241-30 du code du travail.

    >>> company_cfa(
    ...     concluded_on=date(2026, 9, 1), internal=False, majority_held=True
    ... ).outcome
    <Outcome.COMPLIANT: 'compliant'>
    """
    check_arguments(company_cfa, locals())
    sources = _CONDITIONS.concluded(concluded_on).sources
    return any_of(
        (
            _internal(internal, sources),
            _majority_held(majority_held, sources),
            _by_a_group(by_a_group, sources),
            _by_related_firms(by_related_firms, sources),
        )
    )


def _internal(met: bool | None, sources: tuple[Source, ...]) -> Finding:
    # « 1° Etre interne à l'entreprise »
    return whether(
        met,
        "internal",
        holds="Le CFA est interne à l'entreprise.",
        fails="Le CFA n'est pas interne à l'entreprise.",
        sources=sources,
        subject="CFA interne",
    )


def _majority_held(met: bool | None, sources: tuple[Source, ...]) -> Finding:
    # « 2° Dont l'entreprise détient plus de la moitié du capital […] ou plus
    # de la moitié des voix au sein de l'organe de gouvernance du centre de
    # formation d'apprentis »
    return whether(
        met,
        "majority_held",
        holds="L'entreprise détient plus de la moitié du capital du CFA, ou des voix "
        "dans son organe de gouvernance.",
        fails="L'entreprise ne détient plus de la moitié ni du capital "
        "du CFA, ni des voix dans son organe de gouvernance.",
        sources=sources,
        caveats=(_NOT_A_SUBSIDIARY,),
        subject="CFA détenu",
    )


def _by_a_group(met: bool | None, sources: tuple[Source, ...]) -> Finding:
    # « 3° Est constitué par un groupe »
    return whether(
        met,
        "by_a_group",
        holds="Le CFA est constitué par un groupe d'entreprises.",
        fails="Le CFA n'est pas constitué par un groupe d'entreprises.",
        sources=sources,
        subject="CFA de groupe",
    )


def _by_related_firms(met: bool | None, sources: tuple[Source, ...]) -> Finding:
    # « 4° Est constitué par plusieurs entreprises partageant des perspectives
    # communes d'évolution des métiers ou qui interviennent dans des secteurs
    # d'activité complémentaires. »
    return whether(
        met,
        "by_related_firms",
        holds="Le CFA est constitué par plusieurs entreprises aux perspectives "
        "communes d'évolution des métiers ou aux secteurs complémentaires.",
        fails="Le CFA n'est pas constitué par plusieurs entreprises aux perspectives communes.",
        sources=sources,
        subject="CFA d'entreprises associées",
    )


_WAYS = {
    CompanyCfa.INTERNAL: _internal,
    CompanyCfa.MAJORITY_HELD: _majority_held,
    CompanyCfa.GROUP: _by_a_group,
    CompanyCfa.RELATED_FIRMS: _by_related_firms,
}


def judge(contract: Contract, _: Readings) -> Finding:
    """The CFA that the form calls d'entreprise meets one of four conditions.

    D6241-30: the centre « remplit l'une des conditions suivantes ». Contracts
    concluded since 2019-12-27.

    Args:
        contract: The facts; `training.internal_cfa` (box 29) and
            `training.company_cfa`, the condition met.

    Returns:
        NOT_APPLICABLE where the form names no such centre.

    Raises:
        NotCovered: Before 2019-12-27, where it does.
    """
    training = contract.training
    if training.internal_cfa is False:
        met = training.company_cfa in _WAYS
        return not_applicable(
            "Le contrat n'indique pas de CFA d'entreprise.",
            caveats=(_CONDITION_DENIED,) if met else (),
        )
    sources: tuple[Source, ...] = ()
    try:
        sources = _CONDITIONS.concluded(contract.concluded_on).sources
    except NotCovered:
        if training.internal_cfa:  # where it may be none, ask first
            raise
    unknown = [
        path
        for path, known in (
            ("training.internal_cfa", training.internal_cfa),
            ("training.company_cfa", training.company_cfa),
        )
        if known is None
    ]
    condition = training.company_cfa
    if unknown or condition is None:
        return undetermined(*unknown, sources=sources)
    if condition is CompanyCfa.NONE:
        return non_compliant(
            "Le CFA indiqué comme CFA d'entreprise ne remplit aucune des "
            "quatre conditions : être interne, détenu pour plus de la moitié, "
            "constitué par un groupe ou par plusieurs entreprises associées.",
            sources=sources,
        )
    return _WAYS[condition](True, sources).but(subject="")


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """The box of the form, which such a centre does not have."""
    yield proposal(
        "Ne pas cocher la case du CFA d'entreprise : ce CFA n'en est pas un.",
        {"training.internal_cfa": False},
    )


COMPANY_CFA = Rule(
    name="company_cfa",
    title="CFA d'entreprise",
    judge=judge,
    articles=("D6241-30",),
    boxes=(29,),
    remedies=remedies,
)
