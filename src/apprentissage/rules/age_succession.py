"""Exemptions from the upper age after an earlier cycle (L6222-2, 1° and 2°).

D6222-1 adds an age at conclusion and one year to conclude. Beside them, the
new contract after a failed examination (L6222-11, 2°).
"""

from collections.abc import Callable
from datetime import date

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract, PreviousCycle, Route, RuptureCause
from apprentissage.law.ages import CLOSED_LIST, OPEN_LIST, SUCCESSION_CAP
from apprentissage.law.readings import (
    LETTER,
    BareAgeLimit,
    InvoluntaryCauses,
    Readings,
)
from apprentissage.law.sources import Source, SourceKind, article
from apprentissage.months import eve_of, last_day_of, same_day
from apprentissage.rules.ages import age_on, birthday
from apprentissage.rules.finding import (
    Finding,
    Outcome,
    all_of,
    any_of,
    non_compliant,
    undetermined,
    whether,
)

__all__ = [
    "SENTENCES",
    "succession_age_latest_on",
    "succession_latest_on",
]
__dir__ = __all__.copy

_SUCCESSION = (article("L6222-2 1°"), article("D6222-1"))
_RUPTURE = (article("L6222-2 2°"), article("D6222-1"))
_FAILURE = (
    article("L6222-11"),
    Source(
        SourceKind.DOCTRINE,
        "service-public (2022) : pas de limite d'âge après un échec à "
        "l'examen",
    ),
)

CAP_HELD = (
    "À la signature, l'apprenti a {age:an} : l'âge permis court jusqu'au "
    "{cap_latest_on}."
)
CAP_PASSED = (
    "À la signature, l'apprenti a {age:an} : l'âge permis a pris fin le "
    "{cap_latest_on}."
)
WITHIN_A_YEAR = (
    "Le contrat est conclu dans l'année qui suit la fin du précédent, "
    "jusqu'au {delay_latest_on}."
)
AFTER_A_YEAR = (
    "Le contrat devait être conclu au plus tard le {delay_latest_on}, un an "
    "après la fin du précédent."
)
WAS_APPRENTICE = "Le cycle précédent a été suivi en apprentissage."
WAS_NOT_APPRENTICE = "Le cycle précédent n'a pas été suivi en apprentissage."
HIGHER = (
    "Le diplôme préparé (niveau {level}) est supérieur au diplôme obtenu "
    "(niveau {obtained})."
)
NOT_HIGHER = (
    "Le diplôme préparé (niveau {level}) n'est pas supérieur au diplôme "
    "obtenu (niveau {obtained})."
)
NEVER_HIGHER = (
    "Les diplômes vont du niveau 3 au niveau 8 : le diplôme préparé ne peut "
    "être supérieur au diplôme obtenu."
)
NOTHING_OBTAINED = "Le contrat précédent n'a mené à aucun diplôme."
NOT_RUPTURED = "Le contrat précédent n'a pas été rompu."
CAUSE_LISTED = "La cause de la rupture figure au décret : {cause}."
CAUSE_NOT_LISTED = "La cause de la rupture ne figure pas au décret : {cause}."
NO_PREVIOUS = "Aucun contrat d'apprentissage ne précède celui-ci."
FAILED = "Le diplôme visé par le contrat précédent n'a pas été obtenu."
NOT_FAILED = "Le diplôme visé par le contrat précédent a été obtenu."
BROKEN_NOT_FAILED = (
    "Le contrat précédent a été rompu : une rupture n'est pas un échec à "
    "l'examen."
)
OTHER_EMPLOYER = "Le nouveau contrat est conclu avec un autre employeur."
SAME_EMPLOYER = "Le nouveau contrat est conclu avec le même employeur."
ONE_YEAR_AT_MOST = "Le contrat dure un an au plus, jusqu'au {year_ends_on}."
OVER_ONE_YEAR = (
    "Le contrat dure plus d'un an : il devait finir au plus tard le "
    "{year_ends_on}."
)

SENTENCES = (
    CAP_HELD,
    CAP_PASSED,
    WITHIN_A_YEAR,
    AFTER_A_YEAR,
    WAS_APPRENTICE,
    WAS_NOT_APPRENTICE,
    HIGHER,
    NOT_HIGHER,
    NEVER_HIGHER,
    NOTHING_OBTAINED,
    NOT_RUPTURED,
    CAUSE_LISTED,
    CAUSE_NOT_LISTED,
    NO_PREVIOUS,
    FAILED,
    NOT_FAILED,
    BROKEN_NOT_FAILED,
    OTHER_EMPLOYER,
    SAME_EMPLOYER,
    ONE_YEAR_AT_MOST,
    OVER_ONE_YEAR,
)

OnCycle = Callable[[Contract, Readings, PreviousCycle, str], Finding]
"""A condition on one earlier cycle, whose absolute path comes last."""


def succession_age_latest_on(
    *, born_on: date, concluded_on: date, readings: Readings = LETTER
) -> date:
    """The last day on which D6222-1 lets a person conclude, by its age.

    Args:
        born_on: Birth date.
        concluded_on: Day of conclusion, which chooses 30 or 35.
        readings: `bare_age_limit` and `leap_birthday` are read.

    Returns:
        The last day, counted.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-1 du code du travail.

    >>> succession_age_latest_on(
    ...     born_on=date(1991, 9, 1), concluded_on=date(2026, 9, 1)
    ... )
    datetime.date(2027, 8, 31)
    """
    check_arguments(succession_age_latest_on, locals())
    cap = SUCCESSION_CAP.concluded(concluded_on).value.age
    # « l'âge de l'apprenti au moment de la conclusion du contrat est de
    # trente-cinq ans au plus »
    if readings.bare_age_limit is BareAgeLimit.BIRTHDAY:
        return birthday(born_on, cap, readings)
    completed = readings.bare_age_limit is BareAgeLimit.COMPLETED
    return eve_of(birthday(born_on, cap + completed, readings))


def succession_latest_on(expired_on: date) -> date:
    """The last day to conclude after an earlier contract (D6222-1, 2°).

    Args:
        expired_on: Last day of that contract, or day of its rupture.

    Returns:
        The day of the same number a year later.

    Source: art. D. 6222-1 du code du travail.

    >>> succession_latest_on(date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    """
    check_arguments(succession_latest_on, locals())
    # « souscrit dans un délai maximum d'un an après l'expiration du
    # précédent contrat »
    return same_day(expired_on, 12)


def succession_age(
    contract: Contract, readings: Readings, *sources: Source
) -> Finding:
    """Whether the apprentice concludes within the age of D6222-1."""
    born_on = contract.apprentice.born_on
    latest_on = succession_age_latest_on(
        born_on=born_on, concluded_on=contract.concluded_on, readings=readings
    )
    return whether(
        contract.concluded_on <= latest_on,
        holds=CAP_HELD,
        fails=CAP_PASSED,
        sources=sources,
        age=age_on(born_on, contract.concluded_on, readings),
        cap_latest_on=latest_on,
    )


def higher_diploma(contract: Contract, readings: Readings) -> Finding:
    """A higher diploma after an executed apprenticeship (L6222-2, 1°)."""
    return all_of(
        (
            succession_age(contract, readings, *_SUCCESSION),
            _after_some_cycle(contract, readings, _raises_level),
        )
    )


def involuntary_rupture(contract: Contract, readings: Readings) -> Finding:
    """A rupture that the apprentice did not want (L6222-2, 2°)."""
    return all_of(
        (
            succession_age(contract, readings, *_RUPTURE),
            _after_some_cycle(contract, readings, _involuntary),
        )
    )


def temporary_unfitness(contract: Contract, readings: Readings) -> Finding:
    """A rupture for temporary physical unfitness (L6222-2, 2°)."""
    return all_of(
        (
            succession_age(contract, readings, *_RUPTURE),
            _after_some_cycle(contract, readings, _unfit),
        )
    )


def failed_exam(contract: Contract, readings: Readings) -> Finding:
    """A year more with another employer after a failure (L6222-11, 2°)."""
    # « pour une durée d'un an au plus »
    year_ends_on = last_day_of(contract.starts_on, 12)
    return all_of(
        (
            whether(
                contract.ends_on <= year_ends_on,
                holds=ONE_YEAR_AT_MOST,
                fails=OVER_ONE_YEAR,
                sources=_FAILURE,
                year_ends_on=year_ends_on,
            ),
            _after_some_cycle(contract, readings, _failed_elsewhere),
        )
    )


def _after_some_cycle(
    contract: Contract, readings: Readings, on_cycle: OnCycle
) -> Finding:
    if contract.previous is None:
        # what holds of a cycle of which nothing is known holds of any
        any_cycle = on_cycle(contract, readings, PreviousCycle(), "previous")
        if any_cycle.outcome is Outcome.NON_COMPLIANT:
            return any_cycle
        beside = (p for p in any_cycle.missing if "previous." not in p)
        return undetermined("previous", *beside)
    if not contract.previous:
        return non_compliant(NO_PREVIOUS)
    return any_of(
        on_cycle(contract, readings, cycle, f"previous[{rank}]")
        for rank, cycle in enumerate(contract.previous)
    )


def _raises_level(
    contract: Contract, _: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    # « fait suite à un contrat […] précédemment exécutés et conduit à un
    # niveau de diplôme supérieur à celui obtenu »: what led to a diploma
    # was executed.
    ended = "ruptured_on" if _broken(cycle) else "ended_on"
    return all_of(
        (
            _by_apprenticeship(cycle, path),
            _level_above(contract.training.level, cycle, path),
            _within_a_year(
                contract, cycle.ended_on or cycle.ruptured_on, path, ended
            ),
        )
    )


def _level_above(
    level: int | None, cycle: PreviousCycle, path: str
) -> Finding:
    obtained = 0 if cycle.diploma_obtained is False else cycle.level
    if obtained == 0:
        return non_compliant(NOTHING_OBTAINED, sources=_SUCCESSION)
    unknown = {"training.level": level, f"{path}.level": obtained}
    missing = [p for p, known in unknown.items() if known is None]
    # of the levels 3 to 8
    may_be_higher = (level or 8) > (obtained or 3)
    return whether(
        None if missing and may_be_higher else may_be_higher,
        *missing,
        holds=HIGHER,
        fails=NEVER_HIGHER if missing else NOT_HIGHER,
        sources=_SUCCESSION,
        level=level,
        obtained=obtained,
    )


def _involuntary(
    contract: Contract, readings: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    # « les causes indépendantes de la volonté de l'apprenti […] sont les
    # suivantes »; unfitness stands beside them in L6222-2, 2°.
    opened = readings.involuntary_causes is InvoluntaryCauses.OPEN_LIST
    listed = OPEN_LIST if opened else CLOSED_LIST
    return _ruptured_for(
        contract, cycle, path, listed | {RuptureCause.TEMPORARY_UNFITNESS}
    )


def _unfit(
    contract: Contract, _: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    # « inaptitude physique et temporaire »
    return _ruptured_for(
        contract, cycle, path, frozenset({RuptureCause.TEMPORARY_UNFITNESS})
    )


def _ruptured_for(
    contract: Contract,
    cycle: PreviousCycle,
    path: str,
    causes: frozenset[RuptureCause],
) -> Finding:
    if cycle.ended_on is not None:
        return non_compliant(NOT_RUPTURED, sources=_RUPTURE)
    cause = cycle.rupture_cause
    return all_of(
        (
            whether(
                None if cause is None else cause in causes,
                f"{path}.rupture_cause",
                holds=CAUSE_LISTED,
                fails=CAUSE_NOT_LISTED,
                sources=_RUPTURE,
                cause=cause,
            ),
            _by_apprenticeship(cycle, path),
            _within_a_year(contract, cycle.ruptured_on, path, "ruptured_on"),
        )
    )


def _failed_elsewhere(
    _: Contract, __: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    obtained = cycle.diploma_obtained
    # « avec un autre employeur »
    other = None if cycle.same_employer is None else not cycle.same_employer
    return all_of(
        (
            _by_apprenticeship(cycle, path),
            # « échec à l'obtention du diplôme ou du titre […] visé »
            non_compliant(BROKEN_NOT_FAILED, sources=_FAILURE)
            if _broken(cycle)
            else whether(
                None if obtained is None else not obtained,
                f"{path}.diploma_obtained",
                holds=FAILED,
                fails=NOT_FAILED,
                sources=_FAILURE,
            ),
            whether(
                other,
                f"{path}.same_employer",
                holds=OTHER_EMPLOYER,
                fails=SAME_EMPLOYER,
                sources=_FAILURE,
            ),
        )
    )


def _broken(cycle: PreviousCycle) -> bool:
    return cycle.ruptured_on is not None or cycle.rupture_cause is not None


def _by_apprenticeship(cycle: PreviousCycle, path: str) -> Finding:
    return whether(
        None if cycle.route is None else cycle.route is Route.APPRENTICESHIP,
        f"{path}.route",
        holds=WAS_APPRENTICE,
        fails=WAS_NOT_APPRENTICE,
    )


def _within_a_year(
    contract: Contract, expired_on: date | None, path: str, name: str
) -> Finding:
    latest_on = (
        None if expired_on is None else succession_latest_on(expired_on)
    )
    return whether(
        None if latest_on is None else contract.concluded_on <= latest_on,
        f"{path}.{name}",
        holds=WITHIN_A_YEAR,
        fails=AFTER_A_YEAR,
        sources=(article("D6222-1"),),
        delay_latest_on=latest_on,
    )
