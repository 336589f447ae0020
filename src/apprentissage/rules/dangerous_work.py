"""Dangerous work: minors (D4153-15 ff.) and limited contracts (D4154-1)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.facts import Contract, ContractMode
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.months import eve_of
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    all_of,
    any_of,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.rules.minors import assigned_on
from apprentissage.rules.minors_days import is_minor
from apprentissage.rules.rule import Rule

__all__ = ["DANGEROUS_WORK", "DECLARATION_YEARS"]
__dir__ = __all__.copy

NONE_DECLARED = "Aucun travail dangereux n'est déclaré."
DECLARED = (
    "Les travaux dangereux du mineur sont déclarés à l'inspection du travail, "
    "pour {years:an}."
)
NOT_DECLARED = (
    "Les travaux dangereux du mineur devaient être déclarés à l'inspection du "
    "travail avant l'affectation ; la déclaration vaut {years:an}."
)
NOT_LISTED = "Aucun des travaux n'est de la liste de l'art. D. 4154-1."
AUTHORISED = "La DREETS autorise les travaux de la liste de l'art. D. 4154-1."
FORBIDDEN = (
    "Dans un contrat à durée limitée, les travaux de l'art. D. 4154-1 "
    "(amiante, certains agents chimiques…) sont interdits, sauf dérogation "
    "de la DREETS."
)
OPEN_ENDED = "L'art. D. 4154-1 ne vise pas un contrat à durée indéterminée."

DECLARATION_YEARS = ByEvent(
    "déclaration des travaux dangereux des mineurs",
    (version(date(2015, 5, 2), 3, "D4153-15", "R4153-38", "R4153-40"),),
)
"""Years during which a declaration holds, by the day of assignment."""

_SOME_STAY_FORBIDDEN = Caveat(
    "SOME_WORK_STAYS_FORBIDDEN",
    "Certains travaux restent interdits aux mineurs malgré la déclaration "
    "(art. D. 4153-15 et suivants).",
)
_LISTED = (article("D4154-1"), article("D4154-3"))


def _minor(contract: Contract) -> Finding:
    law = DECLARATION_YEARS.event(assigned_on(contract))
    # forbidden to minors, but for work declared before the assignment
    return whether(
        contract.dangerous_work_declared,
        "dangerous_work_declared",
        holds=DECLARED,
        fails=NOT_DECLARED,
        sources=law.sources,
        caveats=(_SOME_STAY_FORBIDDEN,),
        subject="mineur",
        years=law.value,
    )


def _limited(contract: Contract) -> Finding:
    subject = "contrat à durée limitée"
    if contract.mode is None:
        return undetermined("mode", sources=_LISTED, subject=subject)
    if contract.mode is ContractMode.OPEN_ENDED:
        return not_applicable(OPEN_ENDED, sources=_LISTED, subject=subject)
    return any_of(
        (
            whether(
                None
                if contract.listed_work is None
                else not contract.listed_work,
                "listed_work",
                holds=NOT_LISTED,
                fails=FORBIDDEN,
                sources=_LISTED,
            ),
            whether(
                contract.listed_work_authorised,
                "listed_work_authorised",
                holds=AUTHORISED,
                fails=FORBIDDEN,
                sources=_LISTED,
            ),
        ),
        subject=subject,
    )


def _judge(contract: Contract, readings: Readings) -> Finding:
    """Dangerous work is forbidden to minors, and partly to limited contracts.

    D4153-15 ff.: some of it opens to minors after a declaration to the labour
    inspectorate, for three years (R4153-38 ff., since 2015-05-02). D4154-1:
    listed work is forbidden to any apprentice on a limited contract, unless
    the DREETS grants it (D4154-3 ff.).

    Args:
        contract: The facts; `dangerous_work`, `dangerous_work_declared`,
            `listed_work`, `listed_work_authorised`, `mode`.
        readings: `leap_birthday`.

    Returns:
        A part for the minor and one for the limited contract.
    """
    if contract.dangerous_work is None:
        return undetermined("dangerous_work", sources=_LISTED)
    if not contract.dangerous_work:
        return not_applicable(NONE_DECLARED, sources=_LISTED)
    parts = [_limited(contract)]
    if is_minor(contract, readings):
        parts.insert(0, _minor(contract))
    return all_of(parts)


def _dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    if contract.dangerous_work and is_minor(contract, readings):
        on = eve_of(assigned_on(contract))
        yield AgendaEntry(
            on=on,
            label="Dernier jour pour déclarer les travaux dangereux du mineur "
            "à l'inspection du travail",
            sources=DECLARATION_YEARS.event(assigned_on(contract)).sources,
            consequence=Consequence.UNLAWFUL,
        )


DANGEROUS_WORK = Rule(
    name="dangerous_work",
    title="Travaux dangereux",
    judge=_judge,
    articles=("D4153-15", "R4153-38", "D4154-1", "D4154-3"),
    boxes=(26,),
    reads=("leap_birthday",),
    sentences=(
        NONE_DECLARED,
        DECLARED,
        NOT_DECLARED,
        NOT_LISTED,
        AUTHORISED,
        FORBIDDEN,
        OPEN_ENDED,
        UNKNOWN,
    ),
    dates=_dates,
)
