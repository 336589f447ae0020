"""Dangerous work: minors (D4153-15 ff.) and limited contracts (D4154-1)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage.age.ages import birthday
from apprentissage.facts import Contract, ContractMode
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Outcome,
    Proposed,
    Result,
    Rule,
    all_of,
    any_of,
    not_applicable,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import UNREAD_VERSION, Caveat
from apprentissage.law.sources import cited as article
from apprentissage.minors._days import minor_until
from apprentissage.minors.legal_representative import in_post_from
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import eve_of

_UNREAD = date(2015, 5, 2)

DECLARATION_YEARS = ByEvent(
    "déclaration des travaux dangereux des mineurs",
    (
        version(
            _UNREAD,
            3,
            "D4153-15",
            "R4153-40",
            "R4153-41",
            caveats=(UNREAD_VERSION("R4153-40", _UNREAD),),
        ),
        # « pour une durée de trois ans à compter de l'envoi de la déclaration
        # prévue à l'article R. 4153-41 »
        *(
            version(since, 3, "D4153-15", "R4153-40", "R4153-41")
            for since in (date(2017, 1, 1), date(2018, 7, 1), date(2021, 2, 13))
        ),
    ),
)
"""Years during which a declaration holds, by the day of assignment."""

_SOME_STAY_FORBIDDEN = Caveat(
    "SOME_WORK_STAYS_FORBIDDEN",
    "Certains travaux restent interdits aux mineurs malgré la déclaration "
    "(art. D. 4153-15 et suivants).",
)
_EACH_YEAR = Caveat(
    "YEARLY_APTITUDE",
    "L'affectation demande aussi l'évaluation des risques, la formation à la sécurité, "
    "l'encadrement et, chaque année, un avis médical d'aptitude (art. R. 4153-40).",
)


def _listed(contract: Contract) -> tuple[Source, ...]:
    on = in_post_from(contract)
    return (article("D4154-1", on), article("D4154-3", on))


def _minor_in_post(contract: Contract, readings: Readings) -> bool | None:
    """Whether a minor takes the post; None where its day decides.

    R4153-41: « Préalablement à l'affectation des jeunes aux travaux interdits
    susceptibles de dérogation »; an apprentice of eighteen by then is none.
    """
    # a post within the contract
    post_on = min(in_post_from(contract), contract.ends_on)
    adult_on = birthday(contract.apprentice.born_on, MAJORITY, readings)
    if post_on >= adult_on:
        return False
    told = contract.employer_training_starts_on is not None
    return True if told or contract.ends_on < adult_on else None


def _minor(contract: Contract, readings: Readings) -> Finding:
    law = DECLARATION_YEARS.event(in_post_from(contract))
    declared = contract.dangerous_work_declared
    minor = _minor_in_post(contract, readings)
    by_post = () if minor else ("employer_training_starts_on",)
    # « affecter des jeunes aux travaux interdits susceptibles de dérogation »
    return whether(
        declared if minor else None,
        *(("dangerous_work_declared",) if declared is None else ()),
        *by_post,
        holds=(
            "Les travaux dangereux du mineur sont déclarés à l'inspection du "
            "travail, pour {years:an}."
        ),
        fails=(
            "Les travaux dangereux du mineur, jusqu'au {until_on}, devaient être déclarés à "
            "l'inspection du travail avant l'affectation ; la déclaration vaut {years:an}."
        ),
        sources=law.sources,
        caveats=(*law.caveats, _SOME_STAY_FORBIDDEN, _EACH_YEAR),
        subject="mineur",
        years=law.value,
        until_on=minor_until(contract, readings),
    )


_LISTED_WORK_DENIED = Caveat(
    "LISTED_WORK_DENIED",
    "Les faits se contredisent : le contrat ne déclare aucun travail "
    "dangereux, et des travaux de la liste de l'art. D. 4154-1. Vérifiez-les.",
)
FORBIDDEN = (
    "Dans un contrat à durée limitée, les travaux de l'art. D. 4154-1 (amiante, certains agents "
    "chimiques…) sont interdits, sauf dérogation de la DREETS."
)


_LIMITED = "contrat à durée limitée"


def _allowed(contract: Contract) -> Finding:
    """Whether the work of a limited contract is not listed, or is granted."""
    listed = _listed(contract)
    return any_of(
        (
            # « Il est interdit d'employer des salariés titulaires d'un contrat
            # de travail à durée déterminée et des salariés temporaires »
            whether(
                None if contract.listed_work is None else not contract.listed_work,
                "listed_work",
                holds="Aucun des travaux n'est de la liste de l'art. D. 4154-1.",
                fails=FORBIDDEN,
                sources=listed,
            ),
            # « L'employeur peut être autorisé »
            whether(
                contract.listed_work_authorised,
                "listed_work_authorised",
                holds="La DREETS autorise les travaux de la liste de l'art. D. 4154-1.",
                fails=FORBIDDEN,
                sources=listed,
            ),
        ),
        subject=_LIMITED,
    )


def _limited(contract: Contract) -> Finding:
    if contract.mode is None:
        return undetermined("mode", sources=_listed(contract), subject=_LIMITED)
    if contract.mode is ContractMode.OPEN_ENDED:
        return not_applicable(
            "L'art. D. 4154-1 ne vise pas un contrat à durée indéterminée.",
            sources=_listed(contract),
            subject=_LIMITED,
        )
    return _allowed(contract)


class DangerousWorkFinding(Finding):
    """What `DANGEROUS_WORK` finds."""

    parts: tuple[Self, ...]
    years = Result[int]("years for which a declaration holds")
    until_on = Result[date]("last day as a minor")


def judge(contract: Contract, readings: Readings) -> Finding:
    """Dangerous work is forbidden to minors, and partly to limited contracts.

    D4153-15 ff.: some of it opens to minors after a declaration to the labour
    inspectorate, for three years (R4153-40, R4153-41, since 2015-05-02): the
    apprentice who is eighteen when the post begins is no minor. D4154-1:
    listed work is forbidden to any apprentice on a limited contract, unless
    the DREETS grants it (D4154-3).

    Args:
        contract: The facts; `dangerous_work`, `dangerous_work_declared`,
            `listed_work`, `listed_work_authorised`, `mode`,
            `employer_training_starts_on`.
        readings: `leap_birthday`.

    Returns:
        A part for the minor and one for the limited contract.
    """
    listed = _listed(contract)
    if contract.dangerous_work is None:
        return undetermined("dangerous_work", sources=listed)
    if not contract.dangerous_work:
        return not_applicable(
            "Aucun travail dangereux n'est déclaré.",
            sources=listed,
            caveats=(_LISTED_WORK_DENIED,) if contract.listed_work else (),
        )
    limited = _limited(contract)
    parts = [limited]
    if _minor_in_post(contract, readings) is not False:
        parts.insert(0, _minor(contract, readings))
    # of work that is allowed the mode tells no more than whether a text is asked,
    # of work that is declared the post no more than whether the apprentice is a minor
    allowed = contract.mode is None and _allowed(contract).outcome is Outcome.COMPLIANT
    return all_of(
        parts,
        unfailing=lambda waiting: (
            allowed if waiting is limited else contract.dangerous_work_declared is True
        ),
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    minor = _minor_in_post(contract, readings)
    if contract.dangerous_work and minor is not False:
        post_on = in_post_from(contract)
        yield entered(
            on=eve_of(post_on),
            label="Dernier jour pour déclarer les travaux dangereux du mineur "
            "à l'inspection du travail",
            sources=DECLARATION_YEARS.event(post_on).sources,
            consequence=Consequence.UNLAWFUL,
        )


def remedies(contract: Contract, _found: Finding, readings: Readings) -> Iterator[Proposed]:
    """The declaration for a minor, the grant for listed work, or neither."""
    minor = _minor_in_post(contract, readings) is not False and (
        _minor(contract, readings).outcome is Outcome.NON_COMPLIANT
    )
    limited = _limited(contract).outcome is Outcome.NON_COMPLIANT
    yield proposal(
        "Déclarer les travaux dangereux à l'inspection du travail avant l'affectation, et "
        "obtenir de la DREETS la dérogation pour ceux de l'art. D. 4154-1."
        if minor and limited
        else "Déclarer les travaux dangereux à l'inspection du travail avant "
        "l'affectation de l'apprenti."
        if minor
        else "Obtenir de la DREETS la dérogation pour les travaux de l'art. D. 4154-1.",
        {
            **({"dangerous_work_declared": True} if minor else {}),
            **({"listed_work_authorised": True} if limited else {}),
        },
        until=eve_of(in_post_from(contract)) if minor else None,
    )
    yield proposal("Ne confier à l'apprenti aucun travail dangereux.", {"dangerous_work": False})


DANGEROUS_WORK = Rule(
    name="dangerous_work",
    title="Travaux dangereux",
    judge=judge,
    articles=("D4153-15", "R4153-40", "R4153-41", "D4154-1", "D4154-3"),
    boxes=(26,),
    dates=dates,
    finding=DangerousWorkFinding,
    remedies=remedies,
)
