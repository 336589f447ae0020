"""Who may be named maître d'apprentissage (L6223-8-1, R6223-22)."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage.age.ages import birthday
from apprentissage.facts import (
    Contract,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    SpecificEmployer,
)
from apprentissage.judging import (
    Finding,
    Result,
    Rule,
    all_of,
    non_compliant,
    undetermined,
    whether,
)
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import MaitreMajorityDay
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.maitre._asked import MaitreFacts
from apprentissage.maitre._named import (
    each_maitre,
    firm_of,
    in_two_firms,
    unknown_firms,
    unknown_kind_of_employer,
)
from apprentissage.maitre._remedies import named
from apprentissage.maitre.texts import EACH_FIRM, EMPLOYER_GROUP, STATUSES
from apprentissage.minors.texts import MAJORITY

_GUARANTEES = Caveat(
    "MORAL_GUARANTEES",
    "Le maître d'apprentissage doit offrir toutes garanties de moralité : "
    "rien n'est déclaré sur ce point.",
)
_TWO_SLOTS = Caveat("TWO_SLOTS", "Le Cerfa n'a de place que pour deux maîtres d'apprentissage.")
_GROUP = Caveat(
    "EMPLOYER_GROUP",
    "Dans un groupement d'employeurs, les règles sur le maître d'apprentissage s'apprécient dans "
    "l'entreprise utilisatrice : c'est d'y être salarié qu'il s'agit.",
)


def of_age(
    contract: MaitreFacts, maitre: MaitreApprentissage, path: str, readings: Readings
) -> Finding:
    """Whether a maître is of age.

    Args:
        contract: The facts.
        maitre: He or she.
        path: His or her absolute path.
        readings: `maitre_majority_day` and `leap_birthday` are read.
    """
    majority_on = maitre.born_on and birthday(maitre.born_on, MAJORITY, readings)
    days = contract.concluded_on, contract.starts_on
    if majority_on is None or len({majority_on <= day for day in days}) == 1:
        # the same on both days: nothing to judge again for the other
        readings = at_face(readings)
    # « majeur »: the text gives no day
    by_start = readings.maitre_majority_day is MaitreMajorityDay.START
    on = contract.starts_on if by_start else contract.concluded_on
    return whether(
        None if majority_on is None else majority_on <= on,
        f"{path}.born_on",
        holds="Le maître d'apprentissage est majeur au {on}.",
        fails=(
            "Le maître d'apprentissage n'est pas majeur au {on} : il le devient le {majority_on}."
        ),
        sources=STATUSES.concluded(contract.concluded_on).sources,
        on=on,
        majority_on=majority_on,
    )


def _status_allowed(
    contract: Contract, maitre: MaitreApprentissage, allowed: frozenset[MaitreStatus]
) -> bool | None:
    """Whether the tie with the firm is one that the text names."""
    if maitre.status is not MaitreStatus.USER_FIRM_EMPLOYEE:
        return None if maitre.status is None else maitre.status in allowed
    specific = contract.employer.specific
    if specific is None:
        return None
    # « appréciées au niveau de l'entreprise utilisatrice membre de ce
    # groupement » (L6223-5); « un maître d'apprentissage dans l'entreprise
    # utilisatrice » (L6226-1)
    return specific in {SpecificEmployer.EMPLOYER_GROUP, SpecificEmployer.TEMPORARY_WORK_AGENCY}


def _status(contract: Contract, maitre: MaitreApprentissage, path: str) -> Finding | None:
    version = STATUSES.concluded(contract.concluded_on)
    if version.value is None:
        return None
    specific = contract.employer.specific
    of_group = specific is SpecificEmployer.EMPLOYER_GROUP
    of_user_firm = maitre.status is MaitreStatus.USER_FIRM_EMPLOYEE
    sources = version.sources
    if of_group:
        group = EMPLOYER_GROUP.concluded(contract.concluded_on)
        sources = (*sources, *group.sources)
    elif of_user_firm:
        firms = EACH_FIRM.concluded(contract.concluded_on)
        sources = (*sources, *firms.sources)
    # « salarié de l'entreprise […]. Le cas échéant, l'employeur ou le
    # conjoint collaborateur »
    return whether(
        _status_allowed(contract, maitre, version.value),
        "employer.specific" if of_user_firm else f"{path}.status",
        holds="Le maître d'apprentissage peut être désigné à ce titre : {status}.",
        fails="Le maître d'apprentissage ne peut être désigné à ce titre : {status}.",
        sources=sources,
        caveats=(_GROUP,) if of_group and not of_user_firm else (),
        status=maitre.status,
    )


NAMED = "Le maître d'apprentissage remplit les conditions de sa désignation."


def may_be_named(
    contract: Contract, maitre: MaitreApprentissage, path: str, readings: Readings
) -> Finding:
    """Whether one maître may be named as such.

    Args:
        contract: The facts.
        maitre: He or she.
        path: His or her absolute path.
        readings: As for the rule.
    """
    version = STATUSES.concluded(contract.concluded_on)
    conditions = [of_age(contract, maitre, path, readings)]
    status = _status(contract, maitre, path)
    if status is not None:
        # « volontaire », since 2019
        volunteer = whether(
            maitre.volunteer,
            f"{path}.volunteer",
            holds="Le maître d'apprentissage est volontaire.",
            fails="Le maître d'apprentissage n'est pas volontaire.",
            sources=version.sources,
        )
        conditions = [status, volunteer, *conditions]
    # « offrir toutes garanties de moralité »: only a known lack counts, which
    # the services find: « Lorsqu'il est constaté […] ou ne présente plus les
    # garanties de moralité requises » (R6225-2, R6225-3)
    if maitre.moral_guarantees is False:
        conditions.append(
            non_compliant(
                "Le maître d'apprentissage n'offre pas toutes garanties de moralité.",
                sources=version.sources,
            )
        )
    found = all_of(conditions, holds=NAMED)
    unsaid = (_GUARANTEES,) if maitre.moral_guarantees is None else ()
    return found.but(caveats=(*version.caveats, *found.caveats, *unsaid))


def _in_each_firm(contract: Contract) -> Finding | None:
    """A maître in each of two firms; None where there is one firm only."""
    two = in_two_firms(contract)
    firms = [firm_of(maitre) for maitre in contract.maitres or ()]
    if two is False or not firms:
        return None
    sources = EACH_FIRM.concluded(contract.concluded_on).sources
    subject = "deux entreprises"
    # « un maître d'apprentissage […] dans chacune des entreprises »
    both: bool | None = {*MaitreFirm} <= {*firms}
    if not both and len(firms) > 1 and None in firms:
        both = None
    if two or both:
        return whether(
            both,
            *unknown_firms(contract),
            holds="Un maître d'apprentissage est nommé dans chacune des deux entreprises.",
            fails=(
                "Un maître d'apprentissage est demandé dans chacune des deux "
                "entreprises (l'agence et l'entreprise utilisatrice, ou les "
                "deux employeurs saisonniers) : il n'y en a que dans l'une."
            ),
            sources=sources,
            subject=subject,
        )
    return undetermined(
        *unknown_kind_of_employer(contract),
        *(unknown_firms(contract) if both is None else ()),
        sources=sources,
        subject=subject,
    )


class MaitreDesignationFinding(Finding):
    """What `MAITRE_DESIGNATION` finds."""

    parts: tuple[Self, ...]
    on = Result[date]("day on which the maître must be of age")
    majority_on = Result[date]("18th birthday of the maître")
    status = Result[MaitreStatus]("what the maître is in the firm")


def judge(contract: Contract, readings: Readings) -> Finding:
    """Each maître belongs to the firm, volunteers, is of age and moral.

    L6223-8-1: « Le maître d'apprentissage doit être salarié de l'entreprise,
    volontaire, majeur et offrir toutes garanties de moralité. Le cas
    échéant, l'employeur ou le conjoint collaborateur peut remplir cette
    fonction. » Contracts concluded since 2019-01-01, the spouse since
    2019-08-23; the version of 2026-05-28 could not be read. Before 2019 he
    « doit être majeur et offrir toutes garanties de moralité » (R6223-22).

    With an employers' group the maître is looked at in the user firm
    (L6223-5, since 2016-08-10). A temporary-work agency and its user firm,
    or two seasonal employers, have a maître each (L6226-1, L6222-5-1): all
    stand in `maitres`, and one of whom nothing is known is an empty one.

    Args:
        contract: The facts.
        readings: Points `maitre_majority_day`, `leap_birthday`.

    Returns:
        A part for each maître, with parts for each condition, and one for
        the two firms where there are.
    """
    found = each_maitre(
        contract, lambda maitre, path: may_be_named(contract, maitre, path, readings)
    )
    firms = _in_each_firm(contract)
    if firms is not None:
        found = all_of((*found.parts, firms), holds=NAMED)
    if len(contract.maitres or ()) > 2:
        return found.but(caveats=(*found.caveats, _TWO_SLOTS))
    return found


def turning_days(contract: Contract, readings: Readings) -> Iterator[date]:
    yield from (version.since for version in STATUSES.versions)
    for maitre in contract.maitres or ():
        if maitre.born_on is not None:
            yield birthday(maitre.born_on, MAJORITY, readings)


MAITRE_DESIGNATION = Rule(
    name="maitre_designation",
    title="Désignation du maître d'apprentissage",
    judge=judge,
    articles=("L6223-8-1", "L6223-5", "R6223-22", "L6226-1", "R6226-6", "L6222-5-1"),
    boxes=(15,),
    turning_days=turning_days,
    finding=MaitreDesignationFinding,
    remedies=named,
)
