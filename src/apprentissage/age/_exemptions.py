"""The seven exemptions from the upper age limit (L6222-2, D6222-1-2).

First the age and the delay of D6222-1 after an earlier contract, then each
exemption in the order of the text, and last the new contract after a failed
examination, which D6222-1-2 takes from L6222-11.
"""

from collections.abc import Callable
from datetime import date

from apprentissage.age.ages import AgeFacts, age_on, birthday
from apprentissage.age.contract_after_failure import (
    OnCycle,
    after_some_cycle,
    by_apprenticeship,
    prolongs,
    within_the_year_more,
)
from apprentissage.age.texts import (
    ATHLETES_EXEMPT,
    CLOSED_LIST,
    DISABILITY_TITLES,
    FAILURE_EXEMPTS,
    OPEN_LIST,
    SUCCESSION_CAP,
    YOUTH_TITLES,
)
from apprentissage.facts import AgeExemption, DisabilityTitle, PreviousCycle, RuptureCause
from apprentissage.facts.authorities import Source
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import (
    Finding,
    Outcome,
    all_of,
    any_of,
    non_compliant,
    undetermined,
    whether,
)
from apprentissage.judging.watching import at_face
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


def _succession_age(contract: AgeFacts, readings: Readings, *sources: Source) -> Finding:
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


def _higher_diploma(contract: AgeFacts, readings: Readings) -> Finding:
    """A higher diploma after an executed apprenticeship (L6222-2, 1°)."""
    return _after_a_cycle(contract, readings, _raises_level, _succession(contract))


def _succession(contract: AgeFacts) -> tuple[Source, ...]:
    return (
        article("L6222-2 1°", contract.concluded_on),
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


def _involuntary_rupture(contract: AgeFacts, readings: Readings) -> Finding:
    """A rupture that the apprentice did not want (L6222-2, 2°)."""
    return _after_a_cycle(contract, readings, _involuntary, _rupture(contract))


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


def _temporary_unfitness(contract: AgeFacts, readings: Readings) -> Finding:
    """A rupture for temporary physical unfitness (L6222-2, 2°)."""
    return _after_a_cycle(contract, readings, _unfit, _rupture(contract))


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


def _rupture(contract: AgeFacts) -> tuple[Source, ...]:
    return (
        article("L6222-2 2°", contract.concluded_on),
        article("D6222-1", contract.concluded_on),
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


def _after_a_cycle(
    contract: AgeFacts, readings: Readings, fits: OnCycle, sources: tuple[Source, ...]
) -> Finding:
    """Whether some earlier cycle fits, and the age at the conclusion does."""
    after = after_some_cycle(contract, readings, fits)
    # however the age is counted, it opens nothing where no cycle fits
    none_fits = after.outcome is Outcome.NON_COMPLIANT
    counted = at_face(readings) if none_fits else readings
    return all_of((_succession_age(contract, counted, *sources), after))


def _disabled_worker(contract: AgeFacts, readings: Readings) -> Finding:
    # « souscrit par une personne à laquelle la qualité de travailleur
    # handicapé est reconnue » (L6222-2, 3°)
    recognised = any_of(
        (
            whether(
                contract.apprentice.rqth,
                "apprentice.rqth",
                holds="L'apprenti est reconnu travailleur handicapé.",
                fails="L'apprenti n'est pas reconnu travailleur handicapé.",
                sources=(article("L6222-2 3°", contract.concluded_on),),
            ),
            _equivalent_title(contract, readings),
        )
    )
    cap = SUCCESSION_CAP.concluded(contract.concluded_on)
    if cap.value.disabled_too:
        # « Pour les dérogations prévues aux 1° à 3°, l'âge de l'apprenti au
        # moment de la conclusion du contrat est de trente ans au plus »
        # (D6222-1 of 2008)
        capped = _succession_age(contract, readings, *cap.sources)
        return all_of((recognised, capped))
    # one ground suffices: the RQTH, told first, is in no doubt
    told = recognised.deciding[0].caveats
    return recognised.but(caveats=(*told, *cap.caveats))


def _equivalent_title(contract: AgeFacts, readings: Readings) -> Finding:
    version = DISABILITY_TITLES.concluded(contract.concluded_on)
    title = contract.apprentice.disability_title
    if not version.value:
        return non_compliant(
            "Aucun autre titre ne valait reconnaissance pour un contrat conclu le {concluded_on}.",
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    if title is None:
        return undetermined("apprentice.disability_title", sources=version.sources)
    if title is DisabilityTitle.NONE:
        return non_compliant(
            "L'apprenti ne détient pas de titre équivalent.", sources=version.sources
        )
    if title is DisabilityTitle.YOUTH_EQUIVALENT:
        # « Pour les personnes âgées de quinze à vingt ans » (L5213-2)
        return non_compliant(
            "L'AEEH, la PCH et le PPS ne valent reconnaissance que pour un "
            "jeune : l'apprenti a {age:an} au {concluded_on}.",
            sources=YOUTH_TITLES.concluded(contract.concluded_on).sources,
            age=age_on(contract.apprentice.born_on, contract.concluded_on, readings),
            concluded_on=contract.concluded_on,
        )
    # L5212-13-1: « à l'exception de celles mentionnées au 5° du même article
    # L. 5212-13 »
    return whether(
        title in version.value,
        holds="L'apprenti détient un titre équivalent : {title}.",
        fails=(
            "Ce titre ne vaut pas reconnaissance pour un contrat conclu le "
            "{concluded_on} : {title}."
        ),
        sources=version.sources,
        caveats=version.caveats,
        concluded_on=contract.concluded_on,
        title=title,
    )


def _business_project(contract: AgeFacts, _: Readings) -> Finding:
    sources = (article("L6222-2 4°", contract.concluded_on),)
    return all_of(
        (
            # « projet de création ou de reprise d'entreprise »
            whether(
                contract.apprentice.business_project,
                "apprentice.business_project",
                holds="L'apprenti a un projet de création ou de reprise d'entreprise.",
                fails="L'apprenti n'a pas de projet de création ou de reprise d'entreprise.",
                sources=sources,
            ),
            # « dont la réalisation est subordonnée à l'obtention du
            # diplôme ou titre sanctionnant la formation poursuivie »
            # (L6222-2, 4°)
            whether(
                contract.apprentice.project_requires_diploma,
                "apprentice.project_requires_diploma",
                holds="La réalisation du projet dépend du diplôme préparé.",
                fails="La réalisation du projet ne dépend pas du diplôme préparé.",
                sources=sources,
            ),
        )
    )


def _high_level_athlete(contract: AgeFacts, _: Readings) -> Finding:
    version = ATHLETES_EXEMPT.concluded(contract.concluded_on)
    if not version.value:
        return non_compliant(
            "Cette dérogation n'existait pas pour un contrat conclu le {concluded_on}.",
            sources=version.sources,
            concluded_on=contract.concluded_on,
        )
    # « personne inscrite en tant que sportif de haut niveau sur la liste »
    # (L6222-2, 5°)
    return whether(
        contract.apprentice.high_level_athlete,
        "apprentice.high_level_athlete",
        holds="L'apprenti est sportif de haut niveau, inscrit sur la liste.",
        fails="L'apprenti n'est pas inscrit sur la liste des sportifs.",
        sources=version.sources,
        caveats=version.caveats,
    )


def _failed_exam(contract: AgeFacts, readings: Readings) -> Finding:
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


EXEMPTIONS: dict[AgeExemption, Callable[[AgeFacts, Readings], Finding]] = {
    AgeExemption.HIGHER_DIPLOMA: _higher_diploma,
    AgeExemption.INVOLUNTARY_RUPTURE: _involuntary_rupture,
    AgeExemption.TEMPORARY_UNFITNESS: _temporary_unfitness,
    AgeExemption.DISABLED_WORKER: _disabled_worker,
    AgeExemption.BUSINESS_PROJECT: _business_project,
    AgeExemption.HIGH_LEVEL_ATHLETE: _high_level_athlete,
    AgeExemption.FAILED_EXAM: _failed_exam,
}
"""Each exemption and the conditions that its text sets."""
