"""Exemptions from the upper age after an earlier cycle (L6222-2, 1° and 2°).

D6222-1 adds an age at conclusion and one year to conclude. Beside them, the
new contract after a failed examination (L6222-11, 2°, and D6222-1-2).
"""

from datetime import date

from apprentissage.age._asked import AgeFacts
from apprentissage.age.ages import age_on, birthday
from apprentissage.age.contract_after_failure import (
    OnCycle,
    after_some_cycle,
    by_apprenticeship,
    prolongs,
    within_the_year_more,
)
from apprentissage.age.texts import CLOSED_LIST, FAILURE_EXEMPTS, OPEN_LIST, SUCCESSION_CAP
from apprentissage.facts import PreviousCycle, RuptureCause
from apprentissage.facts.authorities import Source
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import Finding, Outcome, all_of, non_compliant, whether
from apprentissage.judging._watched import at_face
from apprentissage.law.choices import BareAgeLimit, InvoluntaryCauses
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import cited as article
from apprentissage.months import eve_of, same_day


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
    cap = SUCCESSION_CAP.concluded(concluded_on).value.age
    # « l'âge de l'apprenti au moment de la conclusion du contrat est de
    # trente-cinq ans au plus »
    if readings.bare_age_limit is BareAgeLimit.BIRTHDAY:
        return birthday(born_on, cap, readings)
    completed = readings.bare_age_limit is BareAgeLimit.COMPLETED
    return eve_of(birthday(born_on, cap + completed, readings))


def succession_latest_on(expired_on: date, *, concluded_on: date) -> date:
    """The last day to conclude after an earlier contract (D6222-1, 2°).

    Args:
        expired_on: Last day of that contract, or day of its rupture.
        concluded_on: Day of conclusion, which chooses the text.

    Returns:
        The day of the same number a year later.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: art. D. 6222-1 du code du travail.

    >>> succession_latest_on(
    ...     date(2024, 2, 29), concluded_on=date(2025, 2, 28)
    ... )
    datetime.date(2025, 2, 28)
    """
    # « souscrit dans un délai maximum d'un an après l'expiration du
    # précédent contrat »
    months = SUCCESSION_CAP.concluded(concluded_on).value.months
    return same_day(expired_on, months)


def succession_age(contract: AgeFacts, readings: Readings, *sources: Source) -> Finding:
    """Whether the apprentice concludes within the age of D6222-1."""
    born_on = contract.apprentice.born_on
    latest_on = succession_age_latest_on(
        born_on=born_on, concluded_on=contract.concluded_on, readings=readings
    )
    return whether(
        contract.concluded_on <= latest_on,
        holds="À la signature, l'apprenti a {age:an} : l'âge permis court jusqu'au {latest_on}.",
        fails="À la signature, l'apprenti a {age:an} : l'âge permis a pris fin le {latest_on}.",
        sources=sources,
        age=age_on(born_on, contract.concluded_on, readings),
        latest_on=latest_on,
    )


def higher_diploma(contract: AgeFacts, readings: Readings) -> Finding:
    """A higher diploma after an executed apprenticeship (L6222-2, 1°)."""
    return _after_a_cycle(contract, readings, _raises_level, _succession(contract))


def involuntary_rupture(contract: AgeFacts, readings: Readings) -> Finding:
    """A rupture that the apprentice did not want (L6222-2, 2°)."""
    return _after_a_cycle(contract, readings, _involuntary, _rupture(contract))


def temporary_unfitness(contract: AgeFacts, readings: Readings) -> Finding:
    """A rupture for temporary physical unfitness (L6222-2, 2°)."""
    return _after_a_cycle(contract, readings, _unfit, _rupture(contract))


def _after_a_cycle(
    contract: AgeFacts, readings: Readings, fits: OnCycle, sources: tuple[Source, ...]
) -> Finding:
    """Whether some earlier cycle fits, and the age at the conclusion does."""
    after = after_some_cycle(contract, readings, fits)
    # however the age is counted, it opens nothing where no cycle fits
    none_fits = after.outcome is Outcome.NON_COMPLIANT
    counted = at_face(readings) if none_fits else readings
    return all_of((succession_age(contract, counted, *sources), after))


def failed_exam(contract: AgeFacts, readings: Readings) -> Finding:
    """A year more with another employer after a failure (D6222-1-2)."""
    version = FAILURE_EXEMPTS.concluded(contract.concluded_on)
    if not version.value:
        return non_compliant(
            "Aucun texte ne levait la limite d'âge après un échec à l'examen "
            "pour un contrat conclu le {concluded_on}.",
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    # « L'âge de l'apprenti ne fait pas obstacle à la conclusion d'un nouveau
    # contrat d'apprentissage dans les conditions fixées au 2° de l'article
    # L. 6222-11 »
    return all_of(
        (
            after_some_cycle(contract, readings, prolongs),
            within_the_year_more(contract, *version.sources),
        )
    )


def _succession(contract: AgeFacts) -> tuple[Source, ...]:
    return (
        article("L6222-2 1°", contract.concluded_on),
        article("D6222-1", contract.concluded_on),
    )


def _rupture(contract: AgeFacts) -> tuple[Source, ...]:
    return (
        article("L6222-2 2°", contract.concluded_on),
        article("D6222-1", contract.concluded_on),
    )


def _raises_level(contract: AgeFacts, _: Readings, cycle: PreviousCycle, path: str) -> Finding:
    # « fait suite à un contrat […] précédemment exécutés et conduit à un
    # niveau de diplôme supérieur à celui obtenu » (L6222-2, 1°): what led to
    # a diploma was executed.
    ended = "ruptured_on" if cycle.broken else "ended_on"
    return all_of(
        (
            by_apprenticeship(cycle, path),
            _level_above(contract, cycle, path),
            _within_a_year(contract, cycle.ended_on or cycle.ruptured_on, path, ended),
        )
    )


def _level_above(contract: AgeFacts, cycle: PreviousCycle, path: str) -> Finding:
    level, obtained = contract.training.level, cycle.level
    sources = _succession(contract)
    if cycle.obtained is False:
        return non_compliant("Le contrat précédent n'a mené à aucun diplôme.", sources=sources)
    unknown = {"training.level": level, f"{path}.level": obtained}
    missing = [p for p, known in unknown.items() if known is None]
    may_be_higher = (level or HIGHEST_LEVEL) > (obtained or LOWEST_LEVEL)
    return whether(
        None if missing and may_be_higher else may_be_higher,
        *missing,
        holds=(
            "Le diplôme préparé (niveau {level}) est supérieur au diplôme "
            "obtenu (niveau {obtained_level})."
        ),
        fails=(
            "Les diplômes vont du niveau 3 au niveau 8 : le diplôme préparé "
            "ne peut être supérieur au diplôme obtenu."
        )
        if missing
        else (
            "Le diplôme préparé (niveau {level}) n'est pas supérieur au "
            "diplôme obtenu (niveau {obtained_level})."
        ),
        sources=sources,
        level=level,
        obtained_level=obtained,
    )


def _involuntary(
    contract: AgeFacts, readings: Readings, cycle: PreviousCycle, path: str
) -> Finding:
    # « les causes indépendantes de la volonté de l'apprenti ayant entraîné
    # la rupture du contrat d'apprentissage sont les suivantes » (D6222-1,
    # 3°): unfitness is none of them, it stands apart in 4°.
    opened = readings.involuntary_causes is InvoluntaryCauses.OPEN_LIST
    return _ruptured_for(
        contract,
        cycle,
        path,
        OPEN_LIST if opened else CLOSED_LIST,
        holds="La cause de la rupture figure au décret : {cause}.",
        fails="La cause de la rupture ne figure pas au décret : {cause}.",
    )


def _unfit(contract: AgeFacts, _: Readings, cycle: PreviousCycle, path: str) -> Finding:
    # « suite à une inaptitude physique et temporaire de celui-ci »
    # (L6222-2, 2°)
    return _ruptured_for(
        contract,
        cycle,
        path,
        frozenset({RuptureCause.TEMPORARY_UNFITNESS}),
        holds="Le contrat précédent a été rompu pour inaptitude temporaire.",
        fails="La rupture n'est pas due à une inaptitude physique et temporaire : {cause}.",
    )


def _ruptured_for(
    contract: AgeFacts,
    cycle: PreviousCycle,
    path: str,
    causes: frozenset[RuptureCause],
    *,
    holds: str,
    fails: str,
) -> Finding:
    sources = _rupture(contract)
    if cycle.ended_on is not None:
        return non_compliant("Le contrat précédent n'a pas été rompu.", sources=sources)
    cause = cycle.rupture_cause
    return all_of(
        (
            whether(
                None if cause is None else cause in causes,
                f"{path}.rupture_cause",
                holds=holds,
                fails=fails,
                sources=sources,
                cause=cause,
            ),
            by_apprenticeship(cycle, path),
            _within_a_year(contract, cycle.ruptured_on, path, "ruptured_on"),
        )
    )


def _within_a_year(contract: AgeFacts, expired_on: date | None, path: str, name: str) -> Finding:
    concluded_on = contract.concluded_on
    latest_on = (
        None if expired_on is None else succession_latest_on(expired_on, concluded_on=concluded_on)
    )
    return whether(
        None if latest_on is None else concluded_on <= latest_on,
        f"{path}.{name}",
        holds=(
            "Le contrat est conclu dans l'année qui suit la fin du précédent, "
            "jusqu'au {latest_on}."
        ),
        fails=(
            "Le contrat devait être conclu au plus tard le {latest_on}, "
            "un an après la fin du précédent."
        ),
        sources=(article("D6222-1", concluded_on),),
        latest_on=latest_on,
    )
