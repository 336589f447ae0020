"""The seven exemptions from the upper age limit (L6222-2, D6222-1)."""

from collections.abc import Callable, Iterable
from datetime import date

from apprentissage.facts import (
    AgeExemption,
    Contract,
    DisabilityTitle,
    PreviousCycle,
    Route,
    RuptureCause,
)
from apprentissage.law.ages import (
    ATHLETES_EXEMPT,
    CLOSED_LIST,
    DISABILITY_TITLES,
    OPEN_LIST,
    SUCCESSION_CAP,
)
from apprentissage.law.readings import (
    BareAgeLimit,
    InvoluntaryCauses,
    LeapBirthday,
    Readings,
)
from apprentissage.law.sources import Source, SourceKind, article
from apprentissage.months import (
    completed_years,
    eve_of,
    last_day_of,
    reaches_age_on,
    same_day,
)
from apprentissage.rules.finding import (
    Finding,
    all_of,
    any_of,
    compliant,
    non_compliant,
    undetermined,
    whether,
)

__all__ = ["EXEMPTIONS", "SENTENCES", "succession_age_latest_on"]

_SUCCESSION = (article("L6222-2 1°"), article("D6222-1"))
_RUPTURE = (article("L6222-2 2°"), article("D6222-1"))

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
EXECUTED = "Le contrat précédent a été exécuté."
NOT_EXECUTED = (
    "Le contrat précédent a été rompu sans que le diplôme soit obtenu."
)
HIGHER = (
    "Le diplôme préparé (niveau {level}) est supérieur au diplôme obtenu "
    "(niveau {obtained})."
)
NOT_HIGHER = (
    "Le diplôme préparé (niveau {level}) n'est pas supérieur au diplôme "
    "obtenu (niveau {obtained})."
)
NOTHING_OBTAINED = "Le contrat précédent n'a conduit à aucun diplôme."
RUPTURED = "Le contrat précédent a été rompu."
NOT_RUPTURED = "Le contrat précédent n'a pas été rompu."
CAUSE_LISTED = "La cause de la rupture est dans la liste : {cause}."
CAUSE_NOT_LISTED = "La cause de la rupture n'est pas dans la liste : {cause}."
NO_PREVIOUS = "Aucun contrat d'apprentissage ne précède celui-ci."
DISABLED = "L'apprenti est reconnu travailleur handicapé."
NOT_DISABLED = "L'apprenti n'est pas reconnu travailleur handicapé."
TITLE_COUNTS = "L'apprenti détient un titre équivalent : {title}."
TITLE_DOES_NOT_COUNT = (
    "Ce titre ne vaut pas reconnaissance pour un contrat conclu le "
    "{concluded_on} : {title}."
)
NO_TITLES_YET = (
    "Aucun autre titre ne valait reconnaissance pour un contrat conclu le "
    "{concluded_on}."
)
PROJECT = "L'apprenti a un projet de création ou de reprise d'entreprise."
NO_PROJECT = (
    "L'apprenti n'a pas de projet de création ou de reprise d'entreprise."
)
PROJECT_NEEDS_IT = "La réalisation du projet dépend du diplôme préparé."
PROJECT_DOES_NOT = "La réalisation du projet ne dépend pas du diplôme préparé."
ATHLETE = "L'apprenti est sportif de haut niveau, inscrit sur la liste."
NOT_ATHLETE = "L'apprenti n'est pas inscrit sur la liste des sportifs."
NO_ATHLETES_YET = (
    "Cette dérogation n'existait pas pour un contrat conclu le {concluded_on}."
)
FAILED = "Le diplôme visé par le contrat précédent n'a pas été obtenu."
NOT_FAILED = "Le diplôme visé par le contrat précédent a été obtenu."
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
    EXECUTED,
    NOT_EXECUTED,
    HIGHER,
    NOT_HIGHER,
    NOTHING_OBTAINED,
    RUPTURED,
    NOT_RUPTURED,
    CAUSE_LISTED,
    CAUSE_NOT_LISTED,
    NO_PREVIOUS,
    DISABLED,
    NOT_DISABLED,
    TITLE_COUNTS,
    TITLE_DOES_NOT_COUNT,
    NO_TITLES_YET,
    PROJECT,
    NO_PROJECT,
    PROJECT_NEEDS_IT,
    PROJECT_DOES_NOT,
    ATHLETE,
    NOT_ATHLETE,
    NO_ATHLETES_YET,
    FAILED,
    NOT_FAILED,
    OTHER_EMPLOYER,
    SAME_EMPLOYER,
    ONE_YEAR_AT_MOST,
    OVER_ONE_YEAR,
)


def succession_age_latest_on(
    born_on: date, concluded_on: date, readings: Readings
) -> date:
    """The last day on which D6222-1 lets a person conclude, by its age.

    Args:
        born_on: Birth date.
        concluded_on: Day of conclusion, which chooses 30 or 35.
        readings: The point read is `bare_age_limit`.

    Returns:
        The last day, counted.

    Raises:
        NotCovered: Before 2008-05-01.

    >>> from apprentissage.law.readings import LETTER
    >>> succession_age_latest_on(date(1991, 9, 1), date(2026, 9, 1), LETTER)
    datetime.date(2027, 8, 31)
    """
    cap = SUCCESSION_CAP.concluded(concluded_on).value.age
    # « l'âge de l'apprenti au moment de la conclusion du contrat est de
    # trente-cinq ans au plus »
    match readings.bare_age_limit:
        case BareAgeLimit.COMPLETED:
            return eve_of(_birthday(born_on, cap + 1, readings))
        case BareAgeLimit.EVE:
            return eve_of(_birthday(born_on, cap, readings))
        case BareAgeLimit.BIRTHDAY:
            return _birthday(born_on, cap, readings)


def _birthday(born_on: date, age: int, readings: Readings) -> date:
    late = readings.leap_birthday is LeapBirthday.MARCH_1
    return reaches_age_on(born_on, age, leap_day_on_march_1=late)


def _age_at_conclusion(
    contract: Contract, readings: Readings, source: Source
) -> Finding:
    born_on = contract.apprentice.born_on
    latest_on = succession_age_latest_on(
        born_on, contract.concluded_on, readings
    )
    held = contract.concluded_on <= latest_on
    return (compliant if held else non_compliant)(
        CAP_HELD if held else CAP_PASSED,
        sources=(source,),
        age=completed_years(
            born_on,
            contract.concluded_on,
            leap_day_on_march_1=readings.leap_birthday is LeapBirthday.MARCH_1,
        ),
        cap_latest_on=latest_on,
    )


def _within_a_year(
    contract: Contract, expired_on: date | None, *paths: str
) -> Finding:
    if expired_on is None:
        return undetermined(*paths)
    # « souscrit dans un délai maximum d'un an après l'expiration du
    # précédent contrat »
    latest_on = same_day(expired_on, 12)
    held = contract.concluded_on <= latest_on
    return (compliant if held else non_compliant)(
        WITHIN_A_YEAR if held else AFTER_A_YEAR,
        sources=(article("D6222-1"),),
        delay_latest_on=latest_on,
    )


def _by_apprenticeship(cycle: PreviousCycle, path: str) -> Finding:
    return whether(
        None if cycle.route is None else cycle.route is Route.APPRENTICESHIP,
        f"{path}.route",
        holds=WAS_APPRENTICE,
        fails=WAS_NOT_APPRENTICE,
    )


Condition = Callable[[Contract, Readings], Finding]
OnCycle = Callable[[Contract, Readings, PreviousCycle, str], Finding]


def _after_some_cycle(
    contract: Contract, readings: Readings, on_cycle: OnCycle
) -> Finding:
    if contract.previous is None:
        return undetermined("previous")
    if not contract.previous:
        return non_compliant(NO_PREVIOUS)
    return any_of(
        on_cycle(contract, readings, cycle, f"previous[{rank}]")
        for rank, cycle in enumerate(contract.previous)
    )


def _obtained_level(cycle: PreviousCycle) -> int | None:
    if cycle.diploma_obtained is False:
        return 0
    return cycle.level


def _raises_level(
    contract: Contract, _: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    obtained = _obtained_level(cycle)
    return all_of(
        (
            _by_apprenticeship(cycle, path),
            _executed(cycle, path),
            _within_a_year(
                contract,
                cycle.ended_on or cycle.ruptured_on,
                f"{path}.ended_on",
            ),
            _level_above(contract.training.level, obtained, path),
        )
    )


def _executed(cycle: PreviousCycle, path: str) -> Finding:
    # « fait suite à un contrat […] précédemment exécutés »: a contract
    # broken before the diploma is not; one ended by the diploma is.
    if cycle.ruptured_on is None:
        return compliant(EXECUTED)
    obtained = _obtained_level(cycle)
    return whether(
        cycle.diploma_obtained if obtained is None else obtained > 0,
        f"{path}.diploma_obtained",
        holds=EXECUTED,
        fails=NOT_EXECUTED,
    )


def _level_above(
    level: int | None, obtained: int | None, path: str
) -> Finding:
    sources = (article("L6222-2 1°"),)
    if obtained == 0:
        return non_compliant(NOTHING_OBTAINED, sources=sources)
    if level is None or obtained is None:
        unknown = {"training.level": level, f"{path}.level": obtained}
        return undetermined(
            *(p for p, known in unknown.items() if known is None),
            sources=sources,
        )
    # « conduit à un niveau de diplôme supérieur à celui obtenu »
    held = level > obtained
    return (compliant if held else non_compliant)(
        HIGHER if held else NOT_HIGHER,
        sources=sources,
        level=level,
        obtained=obtained,
    )


def _higher_diploma(contract: Contract, readings: Readings) -> Finding:
    return all_of(
        (
            _age_at_conclusion(contract, readings, _SUCCESSION[1]),
            _after_some_cycle(contract, readings, _raises_level),
        )
    )


def _ruptured_for(
    contract: Contract,
    cycle: PreviousCycle,
    path: str,
    causes: Iterable[RuptureCause],
) -> Finding:
    if cycle.ended_on is not None:
        return non_compliant(NOT_RUPTURED)
    cause = cycle.rupture_cause
    if cause is None:
        judged = undetermined(f"{path}.rupture_cause", sources=_RUPTURE)
    else:
        held = cause in causes
        judged = (compliant if held else non_compliant)(
            CAUSE_LISTED if held else CAUSE_NOT_LISTED,
            sources=_RUPTURE,
            cause=cause,
        )
    return all_of(
        (
            judged,
            _by_apprenticeship(cycle, path),
            _within_a_year(contract, cycle.ruptured_on, f"{path}.ruptured_on"),
        )
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
        contract, cycle, path, {RuptureCause.TEMPORARY_UNFITNESS}
    )


def _involuntary_rupture(contract: Contract, readings: Readings) -> Finding:
    return all_of(
        (
            _age_at_conclusion(contract, readings, _RUPTURE[1]),
            _after_some_cycle(contract, readings, _involuntary),
        )
    )


def _temporary_unfitness(contract: Contract, readings: Readings) -> Finding:
    return all_of(
        (
            _age_at_conclusion(contract, readings, _RUPTURE[1]),
            _after_some_cycle(contract, readings, _unfit),
        )
    )


def _equivalent_title(contract: Contract) -> Finding:
    version = DISABILITY_TITLES.concluded(contract.concluded_on)
    title = contract.apprentice.disability_title
    if not version.value:
        return non_compliant(
            NO_TITLES_YET,
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    if title is None:
        return undetermined(
            "apprentice.disability_title", sources=version.sources
        )
    held = title in version.value
    if title is DisabilityTitle.NONE:
        return non_compliant(NOT_DISABLED, sources=version.sources)
    return (compliant if held else non_compliant)(
        TITLE_COUNTS if held else TITLE_DOES_NOT_COUNT,
        sources=version.sources,
        concluded_on=contract.concluded_on,
        title=title,
    )


def _disabled_worker(contract: Contract, readings: Readings) -> Finding:
    recognised = any_of(
        (
            whether(
                contract.apprentice.rqth,
                "apprentice.rqth",
                holds=DISABLED,
                fails=NOT_DISABLED,
                sources=(article("L6222-2 3°"),),
            ),
            _equivalent_title(contract),
        )
    )
    cap = SUCCESSION_CAP.concluded(contract.concluded_on)
    if not cap.value.disabled_too:
        return recognised
    return all_of(
        (recognised, _age_at_conclusion(contract, readings, cap.sources[0]))
    )


def _business_project(contract: Contract, _: Readings) -> Finding:
    sources = (article("L6222-2 4°"),)
    return all_of(
        (
            whether(
                contract.apprentice.business_project,
                "apprentice.business_project",
                holds=PROJECT,
                fails=NO_PROJECT,
                sources=sources,
            ),
            # « dont la réalisation est subordonnée à l'obtention du
            # diplôme ou titre »
            whether(
                contract.apprentice.project_requires_diploma,
                "apprentice.project_requires_diploma",
                holds=PROJECT_NEEDS_IT,
                fails=PROJECT_DOES_NOT,
                sources=sources,
            ),
        )
    )


def _high_level_athlete(contract: Contract, _: Readings) -> Finding:
    version = ATHLETES_EXEMPT.concluded(contract.concluded_on)
    if not version.value:
        return non_compliant(
            NO_ATHLETES_YET,
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    return whether(
        contract.apprentice.high_level_athlete,
        "apprentice.high_level_athlete",
        holds=ATHLETE,
        fails=NOT_ATHLETE,
        sources=version.sources,
    )


def _failed_with_another(
    _: Contract, __: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    return all_of(
        (
            _by_apprenticeship(cycle, path),
            # « échec à l'obtention du diplôme ou du titre […] visé »
            whether(
                None
                if cycle.diploma_obtained is None
                else not cycle.diploma_obtained,
                f"{path}.diploma_obtained",
                holds=FAILED,
                fails=NOT_FAILED,
            ),
            # « conclusion d'un nouveau contrat avec un autre employeur »
            whether(
                None
                if cycle.same_employer is None
                else not cycle.same_employer,
                f"{path}.same_employer",
                holds=OTHER_EMPLOYER,
                fails=SAME_EMPLOYER,
            ),
        )
    )


def _failed_exam(contract: Contract, readings: Readings) -> Finding:
    # « pour une durée d'un an au plus »
    year_ends_on = last_day_of(contract.starts_on, 12)
    held = contract.ends_on <= year_ends_on
    return all_of(
        (
            (compliant if held else non_compliant)(
                ONE_YEAR_AT_MOST if held else OVER_ONE_YEAR,
                sources=(
                    article("L6222-11", "LEGIARTI000037385975"),
                    Source(
                        SourceKind.DOCTRINE,
                        "service-public (2022) : pas de limite d'âge après "
                        "un échec à l'examen",
                    ),
                ),
                year_ends_on=year_ends_on,
            ),
            _after_some_cycle(contract, readings, _failed_with_another),
        )
    )


EXEMPTIONS: dict[AgeExemption, Condition] = {
    AgeExemption.HIGHER_DIPLOMA: _higher_diploma,
    AgeExemption.INVOLUNTARY_RUPTURE: _involuntary_rupture,
    AgeExemption.TEMPORARY_UNFITNESS: _temporary_unfitness,
    AgeExemption.DISABLED_WORKER: _disabled_worker,
    AgeExemption.BUSINESS_PROJECT: _business_project,
    AgeExemption.HIGH_LEVEL_ATHLETE: _high_level_athlete,
    AgeExemption.FAILED_EXAM: _failed_exam,
}
"""Each exemption and the conditions that its text sets."""
