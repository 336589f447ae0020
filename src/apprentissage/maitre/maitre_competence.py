"""The competence of the maître d'apprentissage (L6223-8-1, R6223-22)."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property

from attrs import frozen

from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    Contract,
    ContractMode,
    ExperienceKind,
    MaitreApprentissage,
    MaitreFirm,
    SpecificEmployer,
    Territory,
)
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Outcome,
    Rule,
    all_of,
    any_of,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import refusal_possible
from apprentissage.law.choices import MaitreCompetenceDay
from apprentissage.law.dated import Version
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat, article
from apprentissage.maitre._experience import (
    Experience,
    experience_of,
    experience_reached_on,
)
from apprentissage.maitre._named import each_maitre, firm_of
from apprentissage.maitre.texts import (
    AGENCY_YEARS,
    BREVET_DE_MAITRISE,
    COMPETENCE,
    CRAFT_DEROGATION,
    EXCLUDED_KINDS,
    PUBLIC_COMPETENCE,
    CompetenceYears,
)

DIPLOMA_AND_EXPERIENCE = "diploma_and_experience"
EXPERIENCE_ONLY = "experience_only"

_MONTHS = (
    "Le maître d'apprentissage justifie de {counted:mois} d'activité en "
    "rapport avec la qualification"
)
_AT_MOST = (
    "Le maître d'apprentissage justifie de {counted:mois} au plus d'activité "
    "en rapport avec la qualification"
)
_WITH = " ; avec un diplôme du domaine et du niveau préparé, {needed:mois} "
_ALONE = " ; sans diplôme du domaine et du niveau préparé, {needed:mois} "
_IN_AGENCY = " ; dans une entreprise de travail temporaire, {needed:mois} "
_ENOUGH = "sont demandés."
_LACKING = "sont demandés : il en manque {lacking}."
_UNTIL = "sont demandés : il en manque {lacking}, acquis le {complies_from}."
_WAYS = (_WITH, _ALONE, _IN_AGENCY)

MET = {way: _MONTHS + way + _ENOUGH for way in _WAYS}
SHORT = {way: _MONTHS + way + _LACKING for way in _WAYS}
SHORT_UNTIL = {way: _MONTHS + way + _UNTIL for way in _WAYS}
SHORT_AT_MOST = {way: _AT_MOST + way + _LACKING for way in _WAYS}


_NOTHING_EXCLUDED = Caveat(
    "NOTHING_EXCLUDED",
    "Le texte applicable n'écarte ni les stages ni les périodes de "
    "formation : ils sont comptés.",
)
_OTHER_FIRM_CRAFT = Caveat(
    "OTHER_FIRM_CRAFT",
    "Si l'entreprise utilisatrice relève de la chambre de métiers d'Alsace ou "
    "de la Moselle, son maître doit avoir le brevet de maîtrise (art. R. "
    "6261-9).",
)
_OTHER_FIRM_BRANCH = Caveat(
    "OTHER_FIRM_BRANCH",
    "L'accord de branche déclaré est pris pour celui de l'entreprise où ce "
    "maître travaille.",
)
_AGREEMENT = "employer.branch_agreement"


@frozen
class _Years:
    """Years asked for, the paths of the unknown ones, and the texts."""

    with_diploma: int | None
    without_diploma: int | None
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()
    alone: bool = True


@frozen
class _Maitre:
    """A maître, what is known of his experience, and how it is counted.

    Args:
        contract: The facts.
        facts: He or she.
        path: His or her absolute path.
        on: Day before which the activity is counted.
    """

    contract: Contract
    facts: MaitreApprentissage
    path: str
    on: date

    def experience(self, *, by_own_text: bool) -> Experience:
        """The months that count.

        Args:
            by_own_text: The text is not R6223-22 or R6223-24, whose last
                paragraph alone leaves something out.
        """
        return self._by_own_text if by_own_text else self._by_the_decree

    @cached_property
    def _by_own_text(self) -> Experience:
        return experience_of(self.facts, self.path, self.on, ())

    @cached_property
    def _by_the_decree(self) -> Experience:
        excluded = self.excluded.value
        return experience_of(self.facts, self.path, self.on, excluded)

    @property
    def excluded(self) -> Version[frozenset[ExperienceKind]]:
        """What R6223-22, or R6223-24 before it, leaves out."""
        return EXCLUDED_KINDS.concluded(self.contract.concluded_on)

    def told(self, kinds: frozenset[ExperienceKind]) -> bool:
        """Whether some activity is of such kinds."""
        periods = self.facts.experience
        if periods is None:
            return bool(self.facts.excluded_months)
        return any(period.kind in kinds for period in periods)

    def complies_from(self, months: int) -> date | None:
        """The first day on which there are so many, by the text of today."""
        on = experience_reached_on(self.facts.experience or (), months)
        if on is None:
            return None
        same_text = (
            COMPETENCE.concluded(on).value
            == COMPETENCE.concluded(self.contract.concluded_on).value
        )
        return on if same_text else None

    def counting(self, *, by_own_text: bool) -> tuple[Caveat, ...]:
        """What has to be said of the way of counting."""
        if by_own_text or not self.excluded.value:
            learnt = frozenset(ExperienceKind) - {ExperienceKind.EMPLOYMENT}
            return (_NOTHING_EXCLUDED,) if self.told(learnt) else ()
        apprenticeship = frozenset({ExperienceKind.APPRENTICESHIP})
        return self.excluded.caveats if self.told(apprenticeship) else ()


Regime = Callable[[_Maitre], Finding]
"""A text on competence, applied to one maître."""


def _experience(
    maitre: _Maitre,
    way: str,
    *,
    years: int | None,
    sources: tuple[Source, ...],
    years_path: str = _AGREEMENT,
    by_own_text: bool = False,
) -> Finding:
    experience = maitre.experience(by_own_text=by_own_text)
    caveats = maitre.counting(by_own_text=by_own_text)
    if years is None:
        return undetermined(years_path, *experience.missing, sources=sources)
    needed = 12 * years
    # « une année », « deux années d'exercice d'une activité professionnelle
    # en rapport avec la qualification préparée »
    reached = experience.reaches(needed)
    counted = experience.least if reached else experience.most
    lacking, complies_from = None, None
    fails = SHORT_AT_MOST
    if reached is False:
        lacking = needed - (counted or 0)
        if experience.months is not None:
            complies_from = maitre.complies_from(needed)
            fails = SHORT if complies_from is None else SHORT_UNTIL
    return whether(
        reached,
        *experience.missing,
        holds=MET[way],
        fails=fails[way],
        sources=sources,
        caveats=caveats,
        counted=counted,
        needed=needed,
        lacking=lacking,
        complies_from=complies_from,
    )


def _diploma(maitre: _Maitre, sources: tuple[Source, ...]) -> Finding:
    """A diploma « relevant du domaine professionnel », of the level."""
    facts, prepared = maitre.facts, maitre.contract.training.level
    of_field = facts.field_diploma_level
    # the highest diploma bounds that of the field, which is another fact
    most = facts.diploma_level if of_field is None else of_field
    if of_field is None and facts.diploma_in_field is False:
        most = 0
    enough: bool | None = None
    # « d'un niveau au moins équivalent »
    if of_field is not None and of_field >= (prepared or HIGHEST_LEVEL):
        enough = True
    elif most is not None and most < (prepared or LOWEST_LEVEL):
        enough = False
    unknown = {
        f"{maitre.path}.field_diploma_level": of_field,
        "training.level": prepared,
    }
    return whether(
        enough,
        *(where for where, known in unknown.items() if known is None),
        holds=(
            "Le maître d'apprentissage a un diplôme du domaine professionnel "
            "du diplôme préparé, d'un niveau au moins équivalent."
        ),
        fails=(
            "Le maître d'apprentissage n'a pas de diplôme du domaine "
            "professionnel du diplôme préparé et d'un niveau au moins "
            "équivalent : l'expérience seule peut suffire."
        ),
        sources=sources,
    )


NOT_QUALIFIED = (
    "Sans diplôme du domaine, les années d'activité ne suffisent pas : il "
    "faut aussi le niveau minimal de qualification fixé par la commission "
    "départementale, ou l'avis favorable de l'autorité."
)


def _qualified(maitre: _Maitre, sources: tuple[Source, ...]) -> Finding:
    """What R6223-24 added to the years alone: a level, or an opinion."""
    facts, path = maitre.facts, maitre.path
    return any_of(
        (
            # « et d'un niveau minimal de qualification déterminé par la
            # commission départementale de l'emploi et de l'insertion »
            whether(
                facts.minimum_qualification,
                f"{path}.minimum_qualification",
                holds=(
                    "Le maître d'apprentissage a le niveau minimal de "
                    "qualification fixé par la commission départementale."
                ),
                fails=NOT_QUALIFIED,
                sources=sources,
            ),
            # « L'absence de réponse dans un délai d'un mois à compter de la
            # saisine de l'autorité compétente vaut avis favorable. »
            whether(
                facts.favourable_opinion,
                f"{path}.favourable_opinion",
                holds=(
                    "L'autorité a donné un avis favorable, ou gardé le "
                    "silence un mois."
                ),
                fails=NOT_QUALIFIED,
                sources=sources,
            ),
        )
    )


def _by_years(
    maitre: _Maitre, years: _Years, *, by_own_text: bool = False
) -> Finding:
    sources = years.sources
    diploma = _diploma(maitre, sources)
    experience = _experience(
        maitre,
        _WITH,
        years=years.with_diploma,
        years_path=f"{_AGREEMENT}.years_with_diploma",
        sources=sources,
        by_own_text=by_own_text,
    )
    # the experience first: its sentence tells the months
    by_diploma = all_of((experience, diploma), subject="diplôme et expérience")
    alone = _experience(
        maitre,
        _ALONE,
        years=years.without_diploma,
        years_path=f"{_AGREEMENT}.years_without_diploma",
        sources=sources,
        by_own_text=by_own_text,
    )
    by_experience = all_of(
        (alone,) if years.alone else (alone, _qualified(maitre, sources)),
        subject="expérience seule",
    )
    # the months missing are those of the way that is open
    ways = (by_diploma, by_experience)
    if diploma.outcome is not Outcome.COMPLIANT:
        ways = (by_experience, by_diploma)
    found = any_of(ways)
    route = None
    if by_diploma.outcome is Outcome.COMPLIANT:
        route = DIPLOMA_AND_EXPERIENCE
    elif by_experience.outcome is Outcome.COMPLIANT:
        route = EXPERIENCE_ONLY
    return found.but(caveats=(*years.caveats, *found.caveats), route=route)


def _by_branch(maitre: _Maitre) -> Finding:
    version = COMPETENCE.concluded(maitre.contract.concluded_on)
    default = _default(version)
    agreement = maitre.contract.employer.branch_agreement
    if not version.value.alone:  # before 2019 no branch had a say
        return _by_years(maitre, default)
    # « A défaut de convention ou accord collectif de branche »
    if agreement is None:
        any_years = _Years(None, None, version.sources)
        unknown = _by_years(maitre, any_years).missing
        return undetermined(
            _AGREEMENT,
            *(p for p in unknown if not p.startswith(_AGREEMENT)),
            sources=version.sources,
            caveats=version.caveats,
        )
    if agreement == NO_BRANCH_AGREEMENT:
        return _by_years(maitre, default)
    return _by_agreement(maitre, agreement, version)


def _default(version: Version[CompetenceYears]) -> _Years:
    return _Years(
        version.value.with_diploma,
        version.value.without_diploma,
        version.sources,
        version.caveats,
        version.value.alone,
    )


def _by_agreement(
    maitre: _Maitre,
    agreement: BranchAgreement,
    version: Version[CompetenceYears],
) -> Finding:
    """« déterminées par convention ou accord collectif de branche »."""
    sources = (
        agreement.source
        or Source(
            SourceKind.BRANCH,
            "accord de branche sur le maître d'apprentissage",
        ),
        article("L6223-8-1", maitre.contract.concluded_on),
    )
    years = _by_years(
        maitre,
        _Years(
            agreement.years_with_diploma,
            agreement.years_without_diploma,
            sources,
            version.caveats,
        ),
    )
    if agreement.conditions is None:
        besides = [undetermined(f"{_AGREEMENT}.conditions", sources=sources)]
    else:
        met = maitre.facts.branch_conditions
        besides = [
            whether(
                None if met is None else condition in met,
                f"{maitre.path}.branch_conditions",
                holds=(
                    "Le maître d'apprentissage remplit une condition de "
                    "l'accord de branche : {condition}."
                ),
                fails=(
                    "Le maître d'apprentissage ne remplit pas une condition "
                    "de l'accord de branche : {condition}."
                ),
                sources=sources,
                subject=condition,
                condition=condition,
            )
            for condition in agreement.conditions
        ]
    if not besides:
        return years
    found = all_of((years, *besides))
    # the way that is open, even where another condition fails
    return found.but(route=years.get("route"))


def _by_public_rule(maitre: _Maitre) -> Finding:
    version = PUBLIC_COMPETENCE.concluded(maitre.contract.concluded_on)
    return _by_years(maitre, _default(version), by_own_text=True)


def _by_brevet(maitre: _Maitre) -> Finding:
    signed_on = maitre.contract.concluded_on
    version = BREVET_DE_MAITRISE.concluded(signed_on)
    held = maitre.facts.brevet_de_maitrise
    # « le maître d'apprentissage doit être titulaire du brevet de maîtrise »
    return whether(
        held,
        f"{maitre.path}.brevet_de_maitrise",
        holds=(
            "Le maître d'apprentissage est titulaire du brevet de maîtrise ou "
            "d'un titre équivalent."
        ),
        fails=(
            "Dans une entreprise artisanale d'Alsace-Moselle, le maître "
            "d'apprentissage doit être titulaire du brevet de maîtrise ou "
            "d'un titre équivalent."
        ),
        sources=version.sources,
        caveats=() if held else (CRAFT_DEROGATION.concluded(signed_on).value,),
    )


def _by_agency_rule(maitre: _Maitre) -> Finding:
    version = AGENCY_YEARS.concluded(maitre.contract.concluded_on)
    if version.value is None:
        return _by_branch(maitre)
    # « une expérience professionnelle minimale de deux années dans ce type
    # d'entreprise »
    found = _experience(
        maitre,
        _IN_AGENCY,
        years=version.value,
        sources=version.sources,
        by_own_text=True,
    )
    return found.but(caveats=(*version.caveats, *found.caveats))


def _by_other_firm(maitre: _Maitre) -> Finding:
    """The maître of another firm than the one that signs."""
    found = _by_branch(maitre)
    employer = maitre.contract.employer
    caveats = [_OTHER_FIRM_BRANCH]
    if employer.territory is Territory.ALSACE_MOSELLE:
        caveats.append(_OTHER_FIRM_CRAFT)
    return found.but(caveats=(*found.caveats, *caveats))


def _regimes(
    contract: Contract, maitre: MaitreApprentissage, path: str
) -> tuple[tuple[Regime, ...], tuple[str, ...]]:
    """The texts that may apply, and the facts that would tell which."""
    employer = contract.employer
    if employer.public:
        return (_by_public_rule,), ()
    possible: list[Regime] = []
    missing: list[str] = []
    if employer.public is None:
        possible.append(_by_public_rule)
        missing.append("employer.type")
    agency = employer.temporary_work_agency
    if agency is not False:
        of_agency = _OF_AGENCY[firm_of(maitre)]
        possible.extend(of_agency)
        if len(of_agency) > 1:
            missing.append(f"{path}.firm")
    if agency:
        return tuple(possible), tuple(missing)
    if agency is None:
        missing.append("employer.specific")
    others, unknown = _of_the_place(contract, maitre)
    return (*possible, *others), (*missing, *unknown)


_OF_AGENCY: dict[MaitreFirm | None, tuple[Regime, ...]] = {
    MaitreFirm.EMPLOYER: (_by_agency_rule,),
    MaitreFirm.OTHER: (_by_other_firm,),
    None: (_by_agency_rule, _by_other_firm),
}


def _of_the_place(
    contract: Contract, maitre: MaitreApprentissage
) -> tuple[tuple[Regime, ...], tuple[str, ...]]:
    """The texts of a private employer that is no agency."""
    employer = contract.employer
    elsewhere = employer.territory not in {None, Territory.ALSACE_MOSELLE}
    of_group = employer.specific is SpecificEmployer.EMPLOYER_GROUP
    seasonal = contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS
    if of_group or (seasonal and firm_of(maitre) is MaitreFirm.OTHER):
        common: Regime = _by_other_firm
    else:
        common = _by_branch
    if employer.craft is False or elsewhere:
        return (common,), ()
    if employer.territory is None:
        return (_by_brevet, common), ("employer.territory",)
    return (_by_brevet,) if employer.craft else (_by_brevet, common), ()


def _attempt(regime: Regime, maitre: _Maitre) -> Finding:
    try:
        return regime(maitre)
    except NotCovered:
        return undetermined()


def _under_any(maitre: _Maitre) -> Finding:
    regimes, missing = _regimes(maitre.contract, maitre.facts, maitre.path)
    if len(regimes) == 1:
        return regimes[0](maitre)
    found = [_attempt(regime, maitre) for regime in regimes]
    sources = tuple(dict.fromkeys(s for each in found for s in each.sources))
    decided = {each.outcome for each in found} in (
        {Outcome.COMPLIANT},
        {Outcome.NON_COMPLIANT},
    )
    if decided:
        return found[-1].but(sources=sources)
    unknown = {where for each in found for where in each.missing}
    return undetermined(*missing, *unknown, sources=sources)


def _competent(
    contract: Contract,
    maitre: MaitreApprentissage,
    path: str,
    readings: Readings,
) -> Finding:
    # the employer attests in the contract that the maître « remplit les
    # conditions de compétence professionnelle » (R6222-3 5°)
    by_start = readings.maitre_competence_day is MaitreCompetenceDay.START
    on = contract.starts_on if by_start else contract.concluded_on
    known = _Maitre(contract, maitre, path, on)
    found = _under_any(known)
    regimes, _ = _regimes(contract, maitre, path)
    own = regimes == (_by_public_rule,) or (
        regimes == (_by_agency_rule,)
        and AGENCY_YEARS.concluded(contract.concluded_on).value is not None
    )
    experience = known.experience(by_own_text=own)
    return found.but(
        route=found.get("route"), counted_months=experience.months
    )


def judge(contract: Contract, readings: Readings) -> Finding:
    """Each maître has the diploma and a year of activity, or two years.

    L6223-8-1: conditions « déterminées par convention ou accord collectif de
    branche. […] A défaut d'un tel accord », R6223-22: « une année d'exercice
    d'une activité professionnelle en rapport avec la qualification préparée
    par l'apprenti » with a diploma of the field and of the level, else
    « deux années ». Two and three years for contracts concluded from
    2011-10-28 to 2018-12-31, three and five before (R6223-24), where the
    years alone asked for a least qualification or an opinion too. With a
    public employer D6273-1, in a craft firm of Alsace-Moselle R6261-9; in a
    temporary-work agency R6226-5 for its own maître, the common rule for that
    of the user firm (R6226-6).

    Args:
        contract: The facts.
        readings: Point `maitre_competence_day`.

    Returns:
        A part for each maître, with values `route` (DIPLOMA_AND_EXPERIENCE,
        EXPERIENCE_ONLY or None) and `counted_months` (None where unknown);
        `lacking` and `complies_from` where months are missing.

    Raises:
        NotCovered: Before 2019-01-01 with a public employer.
    """
    return each_maitre(
        contract,
        lambda maitre, path: _competent(contract, maitre, path, readings),
    )


def turning_days(contract: Contract, _: Readings) -> Iterator[date]:
    """The days on which some maître comes to some number of years."""
    yield from (version.since for version in COMPETENCE.versions)
    yield from (version.since for version in EXCLUDED_KINDS.versions)
    yield from (version.since for version in AGENCY_YEARS.versions)
    agreement = contract.employer.branch_agreement or NO_BRANCH_AGREEMENT
    asked = {agreement.years_with_diploma, agreement.years_without_diploma}
    for version in COMPETENCE.versions:
        asked |= {version.value.with_diploma, version.value.without_diploma}
    for maitre in contract.maitres or ():
        for years in asked - {None, 0}:
            on = experience_reached_on(
                maitre.experience or (), 12 * (years or 1)
            )
            if on is not None:
                yield on


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The day on which the maître's experience is reached."""
    on = MAITRE_COMPETENCE.holds_from(contract, readings)
    if on is not None:
        yield AgendaEntry(
            on=on,
            label="Premier jour où l'expérience du maître d'apprentissage "
            "permet de conclure",
            sources=judge(contract, readings).sources,
            # D6224-2 3°; D6275-2 does not list it
            consequence=refusal_possible(
                contract, listed=not contract.employer.public
            ),
        )


MAITRE_COMPETENCE = Rule(
    name="maitre_competence",
    title="Compétence du maître d'apprentissage",
    judge=judge,
    articles=(
        "L6223-8-1",
        "R6223-22",
        "R6223-24",
        "D6273-1",
        "R6261-9",
        "R6226-5",
        "R6226-6",
        "R6222-3",
    ),
    boxes=(16, 17),
    dates=dates,
    turning_days=turning_days,
)
