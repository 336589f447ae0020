"""The years of activity of a maître, with a diploma or alone.

R6223-22, R6223-24 before it, D6273-1 with a public employer.
"""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage.facts import ExperienceKind, MaitreApprentissage
from apprentissage.facts.authorities import Source
from apprentissage.facts.levels import HIGHEST_LEVEL, LOWEST_LEVEL
from apprentissage.judging import Finding, Outcome, all_of, any_of, undetermined, whether
from apprentissage.law.dated import Version
from apprentissage.law.sources import Caveat
from apprentissage.maitre._asked import MaitreFacts
from apprentissage.maitre._experience import Experience, experience_of, experience_reached_on
from apprentissage.maitre.texts import COMPETENCE, EXCLUDED_KINDS

DIPLOMA_AND_EXPERIENCE = "diploma_and_experience"
EXPERIENCE_ONLY = "experience_only"

_NOTHING_EXCLUDED = Caveat(
    "NOTHING_EXCLUDED",
    "Le texte applicable n'écarte ni les stages ni les périodes de formation : ils sont comptés.",
)
AGREEMENT = "employer.branch_agreement"


class Years(NamedTuple):
    """Years asked for, the paths of the unknown ones, and the texts."""

    with_diploma: int | None
    without_diploma: int | None
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...] = ()
    alone: bool = True


@frozen(eq=False, repr=False)
class KnownMaitre(PlainValue):
    """A maître, what is known of his experience, and how it is counted.

    Args:
        contract: The facts.
        facts: He or she.
        path: His or her absolute path.
        on: Day before which the activity is counted.
    """

    contract: MaitreFacts
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


def long_enough(
    maitre: KnownMaitre,
    where: str,
    *,
    years: int | None,
    sources: tuple[Source, ...],
    years_path: str = AGREEMENT,
    by_own_text: bool,
) -> Finding:
    """Whether the months of activity that count are enough.

    Args:
        maitre: He or she.
        where: With what diploma or in what firm so many years are asked for.
        years: The years asked for; None where unknown.
        sources: The texts.
        years_path: Absolute path of the years.
        by_own_text: The text is not R6223-22 or R6223-24.
    """
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
    if reached is False:
        lacking = needed - (counted or 0)
        if experience.months is not None:
            complies_from = maitre.complies_from(needed)
    bound = " au plus" if reached is False and experience.months is None else ""
    until = "" if complies_from is None else ", acquis le {complies_from_on}"
    told = (
        f"Le maître d'apprentissage justifie de {{bounded_months:mois}}{bound} d'activité en "
        f"rapport avec la qualification ; {where}, {{needed_months:mois}} sont demandés"
    )
    return whether(
        reached,
        *experience.missing,
        holds=f"{told}.",
        fails=f"{told} : il en manque {{lacking_months}}{until}.",
        sources=sources,
        caveats=caveats,
        bounded_months=counted,
        needed_months=needed,
        lacking_months=lacking,
        complies_from_on=complies_from,
    )


def _diploma(maitre: KnownMaitre, sources: tuple[Source, ...]) -> Finding:
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
    unknown = {f"{maitre.path}.field_diploma_level": of_field, "training.level": prepared}
    return whether(
        enough,
        *(where for where, known in unknown.items() if known is None),
        holds=(
            "Le maître d'apprentissage a un diplôme du domaine professionnel "
            "du diplôme préparé, d'un niveau au moins équivalent."
        ),
        fails=(
            "Le maître d'apprentissage n'a pas de diplôme du domaine professionnel du diplôme "
            "préparé et d'un niveau au moins équivalent : l'expérience seule peut suffire."
        ),
        sources=sources,
    )


NOT_QUALIFIED = (
    "Sans diplôme du domaine, les années d'activité ne suffisent pas : il "
    "faut aussi le niveau minimal de qualification fixé par la commission "
    "départementale, ou l'avis favorable de l'autorité."
)


def _qualified(maitre: KnownMaitre, sources: tuple[Source, ...]) -> Finding:
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
                holds="L'autorité a donné un avis favorable, ou gardé le silence un mois.",
                fails=NOT_QUALIFIED,
                sources=sources,
            ),
        )
    )


def by_years(maitre: KnownMaitre, years: Years, *, by_own_text: bool = False) -> Finding:
    sources = years.sources
    diploma = _diploma(maitre, sources)
    experience = long_enough(
        maitre,
        "avec un diplôme du domaine et du niveau préparé",
        years=years.with_diploma,
        years_path=f"{AGREEMENT}.years_with_diploma",
        sources=sources,
        by_own_text=by_own_text,
    )
    # the experience first: its sentence tells the months
    by_diploma = all_of((experience, diploma), subject="diplôme et expérience")
    alone = long_enough(
        maitre,
        "sans diplôme du domaine et du niveau préparé",
        years=years.without_diploma,
        years_path=f"{AGREEMENT}.years_without_diploma",
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
