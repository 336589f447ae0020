"""Who may be named maître d'apprentissage (L6223-8-1)."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from apprentissage.facts import Contract, MaitreApprentissage
from apprentissage.law.maitres import STATUSES
from apprentissage.law.readings import MaitreMajorityDay, Readings
from apprentissage.law.sources import Caveat, Source
from apprentissage.rules.ages import birthday
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    all_of,
    non_compliant,
    whether,
)
from apprentissage.rules.maitres import NO_MAITRE, each_maitre
from apprentissage.rules.minors import MAJORITY
from apprentissage.rules.rule import Rule

__all__ = ["MAITRE_DESIGNATION"]
__dir__ = __all__.copy

NAMED = "Le maître d'apprentissage remplit les conditions de sa désignation."
MAY_BE_NAMED = (
    "Le maître d'apprentissage peut être désigné à ce titre : {status}."
)
MAY_NOT_BE_NAMED = (
    "Le maître d'apprentissage ne peut être désigné à ce titre : {status}."
)
VOLUNTEER = "Le maître d'apprentissage est volontaire."
NO_VOLUNTEER = "Le maître d'apprentissage n'est pas volontaire."
OF_AGE = "Le maître d'apprentissage est majeur au {on}."
MINOR = (
    "Le maître d'apprentissage n'est pas majeur au {on} : il le devient le "
    "{majority_on}."
)
NO_GUARANTEES = (
    "Le maître d'apprentissage n'offre pas toutes garanties de moralité."
)

_GUARANTEES = Caveat(
    "MORAL_GUARANTEES",
    "Le maître d'apprentissage doit offrir toutes garanties de moralité : "
    "rien n'est déclaré sur ce point.",
)
_TWO_SLOTS = Caveat(
    "TWO_SLOTS",
    "Le Cerfa n'a de place que pour deux maîtres d'apprentissage.",
)
_TURNING_DAYS = (date(2019, 8, 23),)


def _of_age(
    contract: Contract,
    maitre: MaitreApprentissage,
    path: str,
    readings: Readings,
    sources: tuple[Source, ...],
) -> Finding:
    # « majeur »: the text gives no day
    by_start = readings.maitre_majority_day is MaitreMajorityDay.START
    on = contract.starts_on if by_start else contract.concluded_on
    majority_on = maitre.born_on and birthday(
        maitre.born_on, MAJORITY, readings
    )
    return whether(
        None if majority_on is None else majority_on <= on,
        f"{path}.born_on",
        holds=OF_AGE,
        fails=MINOR,
        sources=sources,
        on=on,
        majority_on=majority_on,
    )


def _may_be_named(
    contract: Contract,
    maitre: MaitreApprentissage,
    path: str,
    readings: Readings,
) -> Finding:
    version = STATUSES.concluded(contract.concluded_on)
    status = maitre.status
    conditions = [
        # « salarié de l'entreprise […]. Le cas échéant, l'employeur ou le
        # conjoint collaborateur »
        whether(
            None if status is None else status in version.value,
            f"{path}.status",
            holds=MAY_BE_NAMED,
            fails=MAY_NOT_BE_NAMED,
            sources=version.sources,
            status=status,
        ),
        # « volontaire »
        whether(
            maitre.volunteer,
            f"{path}.volunteer",
            holds=VOLUNTEER,
            fails=NO_VOLUNTEER,
            sources=version.sources,
        ),
        _of_age(contract, maitre, path, readings, version.sources),
    ]
    # « offrir toutes garanties de moralité »: only a known lack counts
    if maitre.moral_guarantees is False:
        conditions.append(
            non_compliant(NO_GUARANTEES, sources=version.sources)
        )
    found = all_of(conditions, holds=NAMED)
    unsaid = (_GUARANTEES,) if maitre.moral_guarantees is None else ()
    return evolve(found, caveats=(*version.caveats, *unsaid))


def judge_maitre_designation(
    contract: Contract, readings: Readings
) -> Finding:
    """Each maître belongs to the firm, volunteers, is of age and moral.

    L6223-8-1: « Le maître d'apprentissage doit être salarié de l'entreprise,
    volontaire, majeur et offrir toutes garanties de moralité. Le cas
    échéant, l'employeur ou le conjoint collaborateur peut remplir cette
    fonction. » Contracts concluded since 2019-01-01, the spouse since
    2019-08-23; the version of 2026-05-28 could not be read.

    Args:
        contract: The facts.
        readings: Points `maitre_majority_day`, `leap_birthday`.

    Returns:
        A part for each maître, with parts for each condition.

    Raises:
        NotCovered: Before 2019-01-01.
    """
    found = each_maitre(
        contract,
        lambda maitre, path: _may_be_named(contract, maitre, path, readings),
    )
    if len(contract.maitres or ()) > 2:
        return evolve(found, caveats=(*found.caveats, _TWO_SLOTS))
    return found


def _turning_days(contract: Contract, readings: Readings) -> Iterator[date]:
    yield from _TURNING_DAYS
    for maitre in contract.maitres or ():
        if maitre.born_on is not None:
            yield birthday(maitre.born_on, MAJORITY, readings)


MAITRE_DESIGNATION = Rule(
    name="maitre_designation",
    title="Désignation du maître d'apprentissage",
    judge=judge_maitre_designation,
    articles=("L6223-8-1", "L6223-5"),
    boxes=(15,),
    reads=("maitre_majority_day", "leap_birthday"),
    sentences=(
        NAMED,
        NO_MAITRE,
        MAY_BE_NAMED,
        MAY_NOT_BE_NAMED,
        VOLUNTEER,
        NO_VOLUNTEER,
        OF_AGE,
        MINOR,
        NO_GUARANTEES,
        UNKNOWN,
    ),
    turning_days=_turning_days,
)
