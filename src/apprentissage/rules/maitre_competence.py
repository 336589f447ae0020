"""The competence of the maître d'apprentissage (L6223-8-1, R6223-22)."""

from collections.abc import Callable, Iterator
from datetime import date

from attrs import evolve, frozen

from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Contract,
    MaitreApprentissage,
    Territory,
)
from apprentissage.law.maitres import (
    AGENCY_YEARS,
    BREVET_DE_MAITRISE,
    COMPETENCE,
    PUBLIC_COMPETENCE,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, Source, SourceKind, article
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.finding import (
    UNKNOWN,
    Finding,
    Outcome,
    all_of,
    any_of,
    undetermined,
    whether,
)
from apprentissage.rules.maitre_experience import (
    experience_of,
    experience_reached_on,
)
from apprentissage.rules.maitres import NO_MAITRE, each_maitre
from apprentissage.rules.rule import Rule

__all__ = ["DIPLOMA_AND_EXPERIENCE", "EXPERIENCE_ONLY", "MAITRE_COMPETENCE"]
__dir__ = __all__.copy

DIPLOMA_AND_EXPERIENCE = "diploma_and_experience"
EXPERIENCE_ONLY = "experience_only"

IN_FIELD = (
    "Le maître d'apprentissage a un diplôme du domaine professionnel du "
    "diplôme préparé."
)
NOT_IN_FIELD = (
    "Le maître d'apprentissage n'a pas de diplôme du domaine professionnel du "
    "diplôme préparé."
)
LEVEL_ENOUGH = (
    "Le niveau du diplôme du maître d'apprentissage (niveau {held}) suffit."
)
LEVEL_TOO_LOW = (
    "Le niveau du diplôme du maître d'apprentissage (niveau {held}) ne suffit "
    "pas."
)
EXPERIENCED = (
    "Le maître d'apprentissage justifie de {counted:mois} d'activité en "
    "rapport avec la qualification, pour {needed:mois} demandés."
)
NOT_EXPERIENCED = (
    "Le maître d'apprentissage justifie de {counted:mois} au plus d'activité "
    "en rapport avec la qualification, pour {needed:mois} demandés."
)
BREVET = (
    "Le maître d'apprentissage est titulaire du brevet de maîtrise ou d'un "
    "titre équivalent."
)
NO_BREVET = (
    "Dans une entreprise artisanale d'Alsace-Moselle, le maître "
    "d'apprentissage doit être titulaire du brevet de maîtrise ou d'un titre "
    "équivalent."
)

_CRAFT_DEROGATION = Caveat(
    "CRAFT_DEROGATION",
    "L'art. R. 6261-10 permet des dérogations, sur avis des chambres de "
    "métiers avant le dépôt du contrat.",
)
_AGREEMENT = "employer.branch_agreement"
_TURNING_DAYS = (date(2019, 1, 1),)


@frozen
class _Years:
    """Years asked for, the paths of the unknown ones, and the texts."""

    with_diploma: int | None
    without_diploma: int | None
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()


Regime = Callable[[Contract, MaitreApprentissage, str], Finding]
"""A text on competence, applied to one maître and his or her path."""


def _experience(
    contract: Contract,
    maitre: MaitreApprentissage,
    path: str,
    *,
    years: int | None,
    sources: tuple[Source, ...],
    years_path: str = _AGREEMENT,
) -> Finding:
    experience = experience_of(maitre, path, contract.concluded_on)
    if years is None:
        return undetermined(years_path, *experience.missing, sources=sources)
    # « une année », « deux années d'exercice d'une activité professionnelle
    # en rapport avec la qualification préparée »
    reached = experience.reaches(12 * years)
    return whether(
        reached,
        *experience.missing,
        holds=EXPERIENCED,
        fails=NOT_EXPERIENCED,
        sources=sources,
        counted=experience.least if reached else experience.most,
        needed=12 * years,
    )


def _level(
    contract: Contract,
    maitre: MaitreApprentissage,
    path: str,
    sources: tuple[Source, ...],
) -> Finding:
    held, prepared = maitre.diploma_level, contract.training.level
    unknown = {f"{path}.diploma_level": held, "training.level": prepared}
    enough: bool | None = None
    if held is not None:
        # « d'un niveau au moins équivalent »: of the levels 3 to 8
        if held >= (prepared or 8):
            enough = True
        elif held < (prepared or 3):
            enough = False
    return whether(
        enough,
        *(where for where, known in unknown.items() if known is None),
        holds=LEVEL_ENOUGH,
        fails=LEVEL_TOO_LOW,
        sources=sources,
        held=held,
    )


def _by_years(
    contract: Contract, maitre: MaitreApprentissage, path: str, years: _Years
) -> Finding:
    sources = years.sources
    by_diploma = all_of(
        (
            # « relevant du domaine professionnel correspondant à la finalité
            # du diplôme ou du titre préparé par l'apprenti »
            whether(
                maitre.diploma_in_field,
                f"{path}.diploma_in_field",
                holds=IN_FIELD,
                fails=NOT_IN_FIELD,
                sources=sources,
            ),
            _level(contract, maitre, path, sources),
            _experience(
                contract,
                maitre,
                path,
                years=years.with_diploma,
                years_path=f"{_AGREEMENT}.years_with_diploma",
                sources=sources,
            ),
        ),
        subject="diplôme et expérience",
    )
    by_experience = evolve(
        _experience(
            contract,
            maitre,
            path,
            years=years.without_diploma,
            years_path=f"{_AGREEMENT}.years_without_diploma",
            sources=sources,
        ),
        subject="expérience seule",
    )
    found = any_of((by_diploma, by_experience))
    route = None
    if by_diploma.outcome is Outcome.COMPLIANT:
        route = DIPLOMA_AND_EXPERIENCE
    elif by_experience.outcome is Outcome.COMPLIANT:
        route = EXPERIENCE_ONLY
    return evolve(
        found,
        values=(*found.values, ("route", route)),
        caveats=(*years.caveats, *found.caveats),
    )


def _by_branch(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    version = COMPETENCE.concluded(contract.concluded_on)
    default = _Years(
        version.value.with_diploma,
        version.value.without_diploma,
        version.sources,
        version.caveats,
    )
    agreement = contract.employer.branch_agreement
    if contract.concluded_on < _TURNING_DAYS[0]:
        return _by_years(contract, maitre, path, default)
    # « A défaut de convention ou accord collectif de branche »
    if agreement is None:
        any_years = _Years(None, None, version.sources)
        unknown = _by_years(contract, maitre, path, any_years).missing
        return undetermined(
            _AGREEMENT,
            *(p for p in unknown if not p.startswith(_AGREEMENT)),
            sources=version.sources,
        )
    if agreement == NO_BRANCH_AGREEMENT:
        return _by_years(contract, maitre, path, default)
    source = agreement.source or Source(
        SourceKind.BRANCH, "accord de branche sur le maître d'apprentissage"
    )
    return _by_years(
        contract,
        maitre,
        path,
        _Years(
            agreement.years_with_diploma,
            agreement.years_without_diploma,
            (source, article("L6223-8-1")),
        ),
    )


def _by_public_rule(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    version = PUBLIC_COMPETENCE.concluded(contract.concluded_on)
    years = _Years(
        version.value.with_diploma,
        version.value.without_diploma,
        version.sources,
    )
    return _by_years(contract, maitre, path, years)


def _by_brevet(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    version = BREVET_DE_MAITRISE.concluded(contract.concluded_on)
    held = maitre.brevet_de_maitrise
    return whether(
        held,
        f"{path}.brevet_de_maitrise",
        holds=BREVET,
        fails=NO_BREVET,
        sources=version.sources,
        caveats=() if held else (_CRAFT_DEROGATION,),
    )


def _by_agency_rule(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    version = AGENCY_YEARS.concluded(contract.concluded_on)
    found = _experience(
        contract, maitre, path, years=version.value, sources=version.sources
    )
    return evolve(found, caveats=version.caveats)


def _regimes(contract: Contract) -> tuple[tuple[Regime, ...], tuple[str, ...]]:
    """The texts that may apply, and the facts that would tell which."""
    employer = contract.employer
    elsewhere = employer.territory not in {None, Territory.ALSACE_MOSELLE}
    possible: list[Regime] = []
    missing: list[str] = []
    if employer.public is not False:
        possible.append(_by_public_rule)
        if employer.public:
            return tuple(possible), ()
        missing.append("employer.type")
    if employer.craft is not False and not elsewhere:
        possible.append(_by_brevet)
        if employer.territory is None:
            missing.append("employer.territory")
        elif employer.craft:
            return tuple(possible), ()
    if employer.temporary_work_agency is not False:
        possible.append(_by_agency_rule)
        if employer.temporary_work_agency:
            return tuple(possible), tuple(missing)
        missing.append("employer.specific")
    possible.append(_by_branch)
    return tuple(possible), tuple(missing)


def _attempt(
    regime: Regime, contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    try:
        return regime(contract, maitre, path)
    except NotCovered:
        return undetermined()


def _under_any(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    regimes, missing = _regimes(contract)
    if len(regimes) == 1:
        return regimes[0](contract, maitre, path)
    found = [_attempt(r, contract, maitre, path) for r in regimes]
    sources = tuple(dict.fromkeys(s for each in found for s in each.sources))
    decided = {each.outcome for each in found} in (
        {Outcome.COMPLIANT},
        {Outcome.NON_COMPLIANT},
    )
    if decided:
        return evolve(found[-1], sources=sources)
    unknown = {where for each in found for where in each.missing}
    return undetermined(*missing, *unknown, sources=sources)


def _competent(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> Finding:
    found = _under_any(contract, maitre, path)
    experience = experience_of(maitre, path, contract.concluded_on)
    values = dict(found.values) | {
        "route": found.get("route"),
        "counted_months": experience.months,
    }
    return evolve(found, values=tuple(values.items()))


def judge_maitre_competence(contract: Contract, _: Readings) -> Finding:
    """Each maître has the diploma and a year of activity, or two years.

    L6223-8-1: conditions « déterminées par convention ou accord collectif de
    branche. A défaut d'un tel accord », R6223-22: « une année d'exercice
    d'une activité professionnelle en rapport avec la qualification préparée
    » with a diploma of the field and of the level, else « deux années ».
    Two and three years for contracts concluded from 2011-10-28 to 2018-12-31
    (R6223-24). With a public employer D6273-1, in a craft firm of
    Alsace-Moselle R6261-9, in a temporary-work agency R6226-5.

    Args:
        contract: The facts.

    Returns:
        A part for each maître, with values `route` (DIPLOMA_AND_EXPERIENCE,
        EXPERIENCE_ONLY or None) and `counted_months` (None where unknown).

    Raises:
        NotCovered: Before 2011-10-28; before 2019-01-01 with a public
            employer or a temporary-work agency.
    """
    return each_maitre(
        contract, lambda maitre, path: _competent(contract, maitre, path)
    )


def _turning_days(contract: Contract, _: Readings) -> Iterator[date]:
    """The days on which some maître comes to some number of years."""
    yield from _TURNING_DAYS
    agreement = contract.employer.branch_agreement or NO_BRANCH_AGREEMENT
    asked = {
        1,
        2,
        3,
        agreement.years_with_diploma or 1,
        agreement.years_without_diploma or 1,
    }
    for maitre in contract.maitres or ():
        for years in asked:
            on = experience_reached_on(maitre.experience or (), 12 * years)
            if on is not None:
                yield on


def maitre_competence_dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry]:
    """The day on which the maître's experience is reached."""
    on = MAITRE_COMPETENCE.holds_from(contract, readings)
    if on is not None:
        yield AgendaEntry(
            on=on,
            label="Premier jour où l'expérience du maître d'apprentissage "
            "permet de conclure",
            sources=judge_maitre_competence(contract, readings).sources,
            consequence=Consequence.REFUSAL_POSSIBLE,
        )


MAITRE_COMPETENCE = Rule(
    name="maitre_competence",
    title="Compétence du maître d'apprentissage",
    judge=judge_maitre_competence,
    articles=("L6223-8-1", "R6223-22", "D6273-1", "R6261-9", "R6226-5"),
    boxes=(16, 17),
    sentences=(
        NO_MAITRE,
        IN_FIELD,
        NOT_IN_FIELD,
        LEVEL_ENOUGH,
        LEVEL_TOO_LOW,
        EXPERIENCED,
        NOT_EXPERIENCED,
        BREVET,
        NO_BREVET,
        UNKNOWN,
    ),
    dates=maitre_competence_dates,
    turning_days=_turning_days,
)
