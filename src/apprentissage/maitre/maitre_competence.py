"""The competence of the maître d'apprentissage (L6223-8-1, R6223-22)."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Self

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_int, optional
from apprentissage.errors import NotCovered
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    BranchAgreement,
    Contract,
    ContractMode,
    Employer,
    EmployerType,
    ExperiencePeriod,
    MaitreApprentissage,
    MaitreFirm,
    SpecificEmployer,
    Territory,
    Training,
)
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.changing import changed
from apprentissage.facts.levels import HIGHEST_LEVEL
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Outcome,
    Result,
    Rule,
    all_of,
    non_compliant,
    possible_answers,
    undetermined,
    whether,
)
from apprentissage.judging.asking import answer_of
from apprentissage.judging.calendar_entries import entered, refusal_possible
from apprentissage.judging.completions import Told
from apprentissage.judging.watching import at_face
from apprentissage.law.choices import MaitreCompetenceDay
from apprentissage.law.dated import Version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.maitre._asked import MaitreAsked, MaitreFacts
from apprentissage.maitre._experience import experience_reached_on
from apprentissage.maitre._named import each_maitre, firm_of
from apprentissage.maitre._remedies import named
from apprentissage.maitre._years import (
    AGREEMENT,
    KnownMaitre,
    Years,
    by_years,
    long_enough,
)
from apprentissage.maitre.maitre_designation import of_age
from apprentissage.maitre.texts import (
    AGENCY_YEARS,
    BREVET_DE_MAITRISE,
    COMPETENCE,
    CRAFT_DEROGATION,
    EXCLUDED_KINDS,
    PUBLIC_COMPETENCE,
    CompetenceYears,
)

_OTHER_FIRM_CRAFT = Caveat(
    "OTHER_FIRM_CRAFT",
    "Si l'entreprise utilisatrice relève de la chambre de métiers d'Alsace ou de la Moselle, son "
    "maître doit avoir le brevet de maîtrise (art. R. 6261-9).",
)
_OTHER_FIRM_BRANCH = Caveat(
    "OTHER_FIRM_BRANCH",
    "L'accord de branche déclaré est pris pour celui de l'entreprise où ce maître travaille.",
)


class MaitreQualification(Finding):
    """What `maitre_qualification` finds of both, and of each."""

    parts: tuple[Self, ...]
    route = Result[str]("way by which the maître is competent")
    counted_months = Result[int]("months of activity that count")
    bounded_months = Result[int]("months that the sentence tells")
    needed_months = Result[int]("months asked for")
    lacking_months = Result[int]("months of activity that are missing")
    complies_from_on = Result[date]("first day on which they are there")
    condition = Result[str]("condition of the branch agreement")
    on = Result[date]("day on which the maître must be of age")
    majority_on = Result[date]("day on which the maître comes of age")


COMPETENT, OF_AGE = "compétence", "majorité"
"""What the parts of a question on one maître are about."""

_ASKED_OF = "maitres[0]"

Regime = Callable[[KnownMaitre], Finding]
"""A text on competence, applied to one maître."""


def _by_branch(maitre: KnownMaitre) -> Finding:
    version = COMPETENCE.concluded(maitre.contract.concluded_on)
    default = _default(version)
    agreement = maitre.contract.employer.branch_agreement
    if not version.value.alone:  # before 2019 no branch had a say
        return by_years(maitre, default)
    # « A défaut de convention ou accord collectif de branche »
    if agreement is None:
        any_years = Years(None, None, version.sources)
        unknown = by_years(maitre, any_years).missing
        return undetermined(
            AGREEMENT,
            *(p for p in unknown if not p.startswith(AGREEMENT)),
            sources=version.sources,
            caveats=version.caveats,
        )
    if agreement == NO_BRANCH_AGREEMENT:
        return by_years(maitre, default)
    return _by_agreement(maitre, agreement, version)


def _default(version: Version[CompetenceYears]) -> Years:
    return Years(
        version.value.with_diploma,
        version.value.without_diploma,
        version.sources,
        version.caveats,
        version.value.alone,
    )


def _by_agreement(
    maitre: KnownMaitre, agreement: BranchAgreement, version: Version[CompetenceYears]
) -> Finding:
    """« déterminées par convention ou accord collectif de branche »."""
    sources = (
        agreement.source
        or Source(SourceKind.BRANCH, "accord de branche sur le maître d'apprentissage"),
        article("L6223-8-1", maitre.contract.concluded_on),
    )
    years = by_years(
        maitre,
        Years(
            agreement.years_with_diploma, agreement.years_without_diploma, sources, version.caveats
        ),
    )
    if agreement.conditions is None:
        besides = [undetermined(f"{AGREEMENT}.conditions", sources=sources)]
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


def _by_public_rule(maitre: KnownMaitre) -> Finding:
    version = PUBLIC_COMPETENCE.concluded(maitre.contract.concluded_on)
    return by_years(maitre, _default(version), by_own_text=True)


def _by_brevet(maitre: KnownMaitre) -> Finding:
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
            "Dans une entreprise artisanale d'Alsace-Moselle, le maître d'apprentissage doit être "
            "titulaire du brevet de maîtrise ou d'un titre équivalent."
        ),
        sources=version.sources,
        caveats=() if held else (CRAFT_DEROGATION.concluded(signed_on).value,),
    )


def _by_agency_rule(maitre: KnownMaitre) -> Finding:
    version = AGENCY_YEARS.concluded(maitre.contract.concluded_on)
    if version.value is None:
        return _by_branch(maitre)
    # « une expérience professionnelle minimale de deux années dans ce type
    # d'entreprise »
    found = long_enough(
        maitre,
        "dans une entreprise de travail temporaire",
        years=version.value,
        sources=version.sources,
        by_own_text=True,
    )
    return found.but(caveats=(*version.caveats, *found.caveats))


def _by_other_firm(maitre: KnownMaitre) -> Finding:
    """The maître of another firm than the one that signs."""
    found = _by_branch(maitre)
    employer = maitre.contract.employer
    caveats = [_OTHER_FIRM_BRANCH]
    if employer.territory is Territory.ALSACE_MOSELLE:
        caveats.append(_OTHER_FIRM_CRAFT)
    return found.but(caveats=(*found.caveats, *caveats))


def _regimes(
    contract: MaitreFacts, maitre: MaitreApprentissage, path: str
) -> tuple[tuple[Regime, ...], tuple[str, ...]]:
    """The texts that may apply, and the facts that would tell which."""
    employer, firm = contract.employer, firm_of(maitre)
    territory, agency = employer.territory, employer.temporary_work_agency
    in_alsace = territory is Territory.ALSACE_MOSELLE
    return possible_answers(
        lambda told: _regime(contract, firm, *told.values()),
        {
            "employer.type": _PUBLIC_OR_CRAFT
            if employer.type is None
            else ((employer.public, employer.craft),),
            "employer.specific": _EITHER if agency is None else (agency,),
            f"{path}.firm": MaitreFirm if firm is None else (firm,),
            "employer.territory": _EITHER if territory is None else (in_alsace,),
        },
    )


_EITHER = (True, False)
_PUBLIC_OR_CRAFT = ((True, False), (False, True), (False, False))
"""Whether an employer is public, and whether it is a craft firm."""


def _regime(  # noqa: PLR0917 - the facts that choose, in their order
    contract: MaitreFacts,
    known_firm: MaitreFirm | None,
    kind: tuple[bool, bool],
    agency: bool,
    firm: MaitreFirm,
    in_alsace: bool,
) -> Regime:
    """The text that applies to a maître."""
    public, craft = kind
    if public:
        return _by_public_rule
    if agency:
        return _OF_AGENCY[firm]
    if craft and in_alsace:
        return _by_brevet
    employer = contract.employer
    of_group = employer.specific is SpecificEmployer.EMPLOYER_GROUP
    seasonal = contract.mode is ContractMode.TWO_SEASONAL_EMPLOYERS
    # the other firm only adds a reserve: an unknown one is not asked for it
    if of_group or (seasonal and known_firm is MaitreFirm.OTHER):
        return _by_other_firm
    return _by_branch


_OF_AGENCY: dict[MaitreFirm, Regime] = {
    MaitreFirm.EMPLOYER: _by_agency_rule,
    MaitreFirm.OTHER: _by_other_firm,
}


def _attempt(regime: Regime, maitre: KnownMaitre) -> Finding:
    try:
        return regime(maitre)
    except NotCovered:
        return undetermined()


def _under_any(
    maitre: KnownMaitre, regimes: tuple[Regime, ...], missing: tuple[str, ...]
) -> Finding:
    if len(regimes) == 1:
        return regimes[0](maitre)
    found = [_attempt(regime, maitre) for regime in regimes]
    sources = tuple(dict.fromkeys(s for each in found for s in each.sources))
    caveats = tuple(dict.fromkeys(c for each in found for c in each.caveats))
    decided = {each.outcome for each in found} in ({Outcome.COMPLIANT}, {Outcome.NON_COMPLIANT})
    if decided:
        # in the words of the common rule, which stands last
        return found[-1].but(sources=sources, caveats=caveats)
    unknown = {where for each in found for where in each.missing}
    return undetermined(*missing, *unknown, sources=sources, caveats=caveats)


def _competent(
    contract: MaitreFacts, maitre: MaitreApprentissage, path: str, readings: Readings
) -> Finding:
    first, last = sorted((contract.concluded_on, contract.starts_on))
    found = _competent_on(first, contract, maitre, path)
    if first == last or found.outcome is Outcome.COMPLIANT:
        # who is competent on the first of both days is so on the other
        readings = at_face(readings)
    # the employer attests in the contract that the maître « remplit les
    # conditions de compétence professionnelle » (R6222-3 5°)
    by_start = readings.maitre_competence_day is MaitreCompetenceDay.START
    on = contract.starts_on if by_start else contract.concluded_on
    return found if on == first else _competent_on(on, contract, maitre, path)


def _competent_on(
    on: date, contract: MaitreFacts, maitre: MaitreApprentissage, path: str
) -> Finding:
    known = KnownMaitre(contract, maitre, path, on)
    regimes, missing = _regimes(contract, maitre, path)
    found = _under_any(known, regimes, missing)
    own = regimes == (_by_public_rule,) or (
        regimes == (_by_agency_rule,)
        and AGENCY_YEARS.concluded(contract.concluded_on).value is not None
    )
    experience = known.experience(by_own_text=own)
    return found.but(route=found.get("route"), counted_months=experience.months)


class MaitreCompetenceFinding(Finding):
    """What `MAITRE_COMPETENCE` finds."""

    parts: tuple[Self, ...]
    route = Result[str]("DIPLOMA_AND_EXPERIENCE or EXPERIENCE_ONLY, the way that is met")
    counted_months = Result[int]("months of experience, where they are settled")
    bounded_months = Result[int](
        "months of experience that the sentence tells: the least where they suffice, else the most"
    )
    needed_months = Result[int]("months asked for")
    lacking_months = Result[int]("months that lack")
    complies_from_on = Result[date]("first day with enough months")
    condition = Result[str]("condition of the branch agreement")


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
        `lacking_months` and `complies_from_on` where months are missing.

    Raises:
        NotCovered: Before 2019-01-01 with a public employer.
    """
    found = _of_each(contract, readings)
    unknown = {path: kinds for path, kinds in _EMPLOYERS.items() if path in found.missing}
    if len(found.parts) < 2 or not unknown:
        return found

    def told(facts: Told) -> tuple[Outcome, tuple[str, ...]]:
        try:
            other = _of_each(changed(contract, facts), readings)
        except NotCovered:
            other = undetermined()
        return other.outcome, other.missing

    # what one maître waits for turns nothing where another fails for that employer
    answers, turning = possible_answers(told, unknown)
    missing = {*turning, *(path for _, paths in answers for path in paths)}
    if missing:
        return found.but(missing=sorted(missing))
    # each alone would be competent with some employer, and no employer leaves them all so
    failing = non_compliant(_NOT_TOGETHER, sources=found.sources, caveats=found.caveats)
    return failing.but(parts=found.parts)


def _of_each(contract: Contract, readings: Readings) -> Finding:
    return each_maitre(contract, lambda maitre, path: _competent(contract, maitre, path, readings))


_NOT_TOGETHER = (
    "Quel que soit l'employeur, l'un au moins des maîtres d'apprentissage n'a pas la compétence "
    "qui est demandée."
)
_EMPLOYERS: dict[str, tuple[Any, ...]] = {
    "employer.type": (
        EmployerType.OTHER_PRIVATE,
        EmployerType.CRAFT_REGISTER,
        EmployerType.OTHER_PUBLIC,
    ),
    "employer.specific": (SpecificEmployer.NONE, SpecificEmployer.TEMPORARY_WORK_AGENCY),
    "employer.territory": (Territory.METROPOLE, Territory.ALSACE_MOSELLE),
}
"""An employer of each kind that a text of its own applies to."""


def maitre_qualification(
    *,
    starts_on: date,
    concluded_on: date,
    maitre_born_on: date | None = None,
    level: int | None = None,
    field_diploma_level: int | None = None,
    diploma_in_field: bool | None = None,
    maitre_diploma_level: int | None = None,
    experience: tuple[ExperiencePeriod, ...] | None = None,
    experience_months: int | None = None,
    excluded_months: int | None = None,
    employer_type: EmployerType | None = None,
    specific_employer: SpecificEmployer | None = None,
    territory: Territory | None = None,
    branch_agreement: BranchAgreement | None = None,
    branch_conditions: tuple[str, ...] | None = None,
    brevet_de_maitrise: bool | None = None,
    minimum_qualification: bool | None = None,
    favourable_opinion: bool | None = None,
    mode: ContractMode | None = None,
    maitre_firm: MaitreFirm | None = None,
    readings: Readings = LETTER,
) -> MaitreQualification:
    """Whether a person is of age and competent to be the maître.

    `None` means unknown. Which text applies depends on the employer, so its
    type and the agreement of its branch are asked for first. Whether the
    person belongs to the firm, and how many apprentices he or she may have,
    are other rules.

    Args:
        starts_on: First day of execution, by which the majority goes.
        concluded_on: Day of conclusion, which chooses the text, and before
            which the activity is counted.
        maitre_born_on: Birth date of the maître.
        level: Of the diploma that the apprentice prepares, 3 to 8.
        field_diploma_level: Level of the maître's diploma of that field, of
            several the highest; 0 for none.
        diploma_in_field: Holds one of that field, whatever its level.
        maitre_diploma_level: Level of the highest diploma of all; 0 for
            none.
        experience: Periods of activity related to the qualification; a day
            that is in two of them counts once.
        experience_months: Its months instead, those excluded included.
        excluded_months: Placements, apprenticeship, qualifying training.
        employer_type: Public, on the craft register, or other.
        specific_employer: Temporary-work agency, employers' group, or other.
        territory: Of the place of execution: Alsace-Moselle asks crafts for
            the brevet de maîtrise.
        branch_agreement: On the competence, or `NO_BRANCH_AGREEMENT`.
        branch_conditions: Names of its conditions that are met; () for none.
        brevet_de_maitrise: Holds it, or an equivalent title.
        minimum_qualification: Has that of the commission départementale,
            asked before 2019.
        favourable_opinion: The authority gave one, asked before 2019.
        mode: Of the contract; two seasonal employers have a maître each.
        maitre_firm: Which of two firms the maître belongs to.
        readings: `maitre_competence_day`, `maitre_majority_day` and
            `leap_birthday` are read.

    Returns:
        Compliant, not, or UNDETERMINED with the arguments that are missing.
        Values `route` (`diploma_and_experience`, `experience_only`, or None),
        `counted_months` (None where unknown), `lacking_months` and
        `complies_from_on`, `majority_on`; a part for the competence and one
        for the majority.

    Raises:
        NotCovered: Before 2008-05-01, before 2019 with a public employer.

    Source: art. L. 6223-8-1, R. 6223-22, D. 6273-1 et R. 6261-9 du code du
    travail.

    >>> from apprentissage.facts import NO_BRANCH_AGREEMENT
    >>> found = maitre_qualification(
    ...     starts_on=date(2026, 9, 1),
    ...     concluded_on=date(2026, 8, 31),
    ...     maitre_born_on=date(1990, 5, 4),
    ...     level=5,
    ...     field_diploma_level=5,
    ...     experience_months=14,
    ...     excluded_months=0,
    ...     employer_type=EmployerType.OTHER_PRIVATE,
    ...     specific_employer=SpecificEmployer.NONE,
    ...     branch_agreement=NO_BRANCH_AGREEMENT,
    ... )
    >>> found.outcome.name, found.route, found.counted_months
    ('COMPLIANT', 'diploma_and_experience', 14)
    """
    check_arguments(
        maitre_qualification, locals(), maitre_diploma_level=optional(is_int(0, HIGHEST_LEVEL))
    )
    facts = MaitreAsked(
        concluded_on=concluded_on,
        starts_on=starts_on,
        training=Training(level=level),
        employer=Employer(
            type=employer_type,
            specific=specific_employer,
            territory=territory,
            branch_agreement=branch_agreement,
        ),
        mode=mode,
    )
    maitre = MaitreApprentissage(
        born_on=maitre_born_on,
        firm=maitre_firm,
        diploma_level=maitre_diploma_level,
        diploma_in_field=diploma_in_field,
        field_diploma_level=field_diploma_level,
        experience=experience,
        experience_months=experience_months,
        excluded_months=excluded_months,
        branch_conditions=branch_conditions,
        brevet_de_maitrise=brevet_de_maitrise,
        minimum_qualification=minimum_qualification,
        favourable_opinion=favourable_opinion,
    )

    def judged(read: Readings) -> Finding:
        competent = _competent(facts, maitre, _ASKED_OF, read)
        of_legal_age = of_age(facts, maitre, _ASKED_OF, read)
        both = all_of((competent.but(subject=COMPETENT), of_legal_age.but(subject=OF_AGE)))
        values = {**dict(of_legal_age.values), **dict(competent.values)}
        return both.but(values=tuple(values.items()))

    return answer_of(judged, readings, MaitreQualification)


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
            on = experience_reached_on(maitre.experience or (), 12 * (years or 1))
            if on is not None:
                yield on


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The day on which the maître's experience is reached."""
    on = MAITRE_COMPETENCE.holds_from(contract, readings)
    if on is not None:
        yield entered(
            on=on,
            label="Premier jour où l'expérience du maître d'apprentissage permet de conclure",
            sources=judge(contract, readings).sources,
            # D6224-2 3°; D6275-2 does not list it
            consequence=refusal_possible(contract, listed=not contract.employer.public),
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
    finding=MaitreCompetenceFinding,
    remedies=named,
)
