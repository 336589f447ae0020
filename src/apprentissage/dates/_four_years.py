"""Four years for a disabled worker or a high-level athlete (R6222-46, -60)."""

from apprentissage.age.ages import age_on
from apprentissage.age.texts import DISABILITY_TITLES, YOUTH_TITLES
from apprentissage.facts import Contract, DisabilityTitle, ExtensionReason
from apprentissage.judging import Finding, any_of, whether
from apprentissage.law.durations import ATHLETE_FOUR_YEARS, DISABLED_FOUR_YEARS
from apprentissage.law.readings import LETTER, Readings


def _declares(contract: Contract, reason: ExtensionReason) -> bool:
    extension = contract.extension
    return extension is not None and extension.reason is reason


def _counts(contract: Contract, readings: Readings) -> frozenset[object]:
    """The titles that count for this apprentice."""
    titles = DISABILITY_TITLES.concluded(contract.concluded_on).value
    # « Pour les personnes âgées de quinze à vingt ans, l'attribution de
    # l'allocation […] valent reconnaissance de la qualité de travailleur
    # handicapé »
    ages = YOUTH_TITLES.concluded(contract.concluded_on).value
    if ages is None:
        return frozenset(titles)
    age = age_on(contract.apprentice.born_on, contract.concluded_on, readings)
    if ages.lowest <= age <= ages.highest:
        return frozenset(titles | {DisabilityTitle.YOUTH_EQUIVALENT})
    return frozenset(titles)


def _by_title(contract: Contract, readings: Readings) -> Finding:
    counts = _counts(contract, readings)
    title = contract.apprentice.disability_title
    by_title: bool | None = title in counts
    if title is None and counts:
        by_title = None
    return whether(
        by_title,
        "apprentice.disability_title",
        holds="Un titre vaut reconnaissance de travailleur handicapé.",
        fails="Aucun titre ne vaut reconnaissance de travailleur handicapé.",
        sources=YOUTH_TITLES.concluded(contract.concluded_on).sources
        if title is DisabilityTitle.YOUTH_EQUIVALENT
        else DISABILITY_TITLES.concluded(contract.concluded_on).sources,
    )


def _disabled(contract: Contract, readings: Readings) -> Finding:
    law = DISABLED_FOUR_YEARS.concluded(contract.concluded_on)
    recognised = whether(
        _declares(contract, ExtensionReason.DISABILITY) or contract.apprentice.rqth,
        "apprentice.rqth",
        holds="L'apprenti est reconnu travailleur handicapé.",
        fails="L'apprenti n'est pas reconnu travailleur handicapé.",
        sources=law.sources,
    )
    found = any_of(
        (recognised, _by_title(contract, readings)), subject=ExtensionReason.DISABILITY.label
    )
    return found.but(sources=tuple(dict.fromkeys(found.sources)))


def _athlete(contract: Contract) -> Finding:
    law = ATHLETE_FOUR_YEARS.concluded(contract.concluded_on)
    # « La durée du contrat d'apprentissage du sportif de haut niveau peut
    # être portée à quatre ans. »
    return whether(
        False
        if law.value.most is None
        else _declares(contract, ExtensionReason.ATHLETE)
        or contract.apprentice.high_level_athlete,
        "apprentice.high_level_athlete",
        holds="L'apprenti est sportif de haut niveau.",
        fails=(
            "Les quatre ans du sportif de haut niveau datent du 15 décembre "
            "2016 : le contrat est conclu avant."
        )
        if law.value.most is None
        else "L'apprenti n'est pas sportif de haut niveau.",
        sources=law.sources,
        subject=ExtensionReason.ATHLETE.label,
    )


def has_four_years(contract: Contract, readings: Readings) -> bool:
    """Whether `four_years` finds a ground, without its findings.

    Asked of every contract, of which few have one.
    """
    apprentice = contract.apprentice
    if _declares(contract, ExtensionReason.DISABILITY) or apprentice.rqth:
        return True
    title = apprentice.disability_title
    if title is not None and title in _counts(contract, readings):
        return True
    law = ATHLETE_FOUR_YEARS.concluded(contract.concluded_on)
    return law.value.most is not None and bool(
        _declares(contract, ExtensionReason.ATHLETE) or apprentice.high_level_athlete
    )


def four_years(contract: Contract, readings: Readings = LETTER) -> Finding:
    """Whether the duration may be of four years, and on which ground.

    R6222-46: « La durée du contrat d'apprentissage du travailleur handicapé
    peut être portée à quatre ans. »; R6222-60, the same of the « sportif de
    haut niveau », contracts concluded from 2016-12-15. AEEH, PCH and PPS
    count from 15 to 20 years only (L5213-2), at the conclusion.

    Args:
        contract: The facts. An extension that gives disability or sport as
            its reason declares the ground.
        readings: `leap_birthday`.

    Returns:
        A finding whose parts are the two grounds.

    Source: art. R. 6222-46, R. 6222-49, R. 6222-60, L. 5213-2.

    >>> from datetime import date
    >>> from apprentissage.facts import Apprentice
    >>> contract = Contract(
    ...     concluded_on=date(2025, 9, 1),
    ...     starts_on=date(2025, 9, 1),
    ...     ends_on=date(2029, 8, 31),
    ...     apprentice=Apprentice(born_on=date(2006, 2, 10), rqth=True),
    ... )
    >>> four_years(contract).outcome
    <Outcome.COMPLIANT: 'compliant'>
    """
    return any_of((_disabled(contract, readings), _athlete(contract)))
