"""How many apprentices a maître may have at once (R6223-6 to R6223-8).

An unknown fact is not tried value by value here, as `judging.completions`
would: the unknown days of another apprentice are any day. The count only rises
with a day or a kind, so that two completions bound all of them, at worst and
at best (`lenient`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple, Self

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import plain_day
from apprentissage._plain import PlainValue
from apprentissage.facts import (
    NO_EXTENSION,
    Contract,
    ContractType,
    DurationGround,
    ExtensionReason,
    MaitreApprentissage,
    MaitreFirm,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
)
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Outcome,
    Result,
    Rule,
    compliant,
    non_compliant,
    undetermined,
)
from apprentissage.law.choices import TeamCeiling
from apprentissage.law.readings import Readings
from apprentissage.law.sources import Caveat
from apprentissage.maitre._named import (
    each_maitre,
    firm_of,
    in_two_firms,
    unknown_firms,
    unknown_kind_of_employer,
)
from apprentissage.maitre._remedies import one_more
from apprentissage.maitre.texts import (
    AGENCY_CEILING,
    CEILING,
    EMPLOYER_GROUP,
    HAIRDRESSING,
    INDIVIDUAL_CEILING,
    TUTORS,
    Ceiling,
)
from apprentissage.months import eve_of, morrow_of

_ELSEWHERE = (ContractType.OTHER_EMPLOYER, ContractType.OTHER_EMPLOYER_AFTER_RUPTURE)
_HAIRDRESSERS = "2596"
_HAIRDRESSING = Caveat(
    "HAIRDRESSING",
    "Dans la coiffure, l'arrêté du 10 mars 1992 fixait le nombre d'apprentis d'après celui des "
    "personnes qualifiées, pour les contrats conclus jusqu'au 26 août 2021.",
)
_KIND_DENIES_PROROGATION = Caveat(
    "KIND_DENIES_PROROGATION",
    "Les faits se contredisent : une prolongation après un échec qui commence avec le contrat est "
    "un nouveau contrat avec un autre employeur (art. L. 6222-11), et le type de contrat n'est "
    "pas celui-là ; la prolongation est retenue. Vérifiez-les.",
)


@frozen(eq=False, repr=False)
class Excess(PlainValue):
    """Days on which a maître has too many apprentices.

    Args:
        starts_on: First of these days.
        ends_on: Last of them, counted.
        regular: Ordinary apprentices on these days.
        prolonged: Apprentices prolonged after a failed examination.
    """

    starts_on: date
    ends_on: date
    regular: int
    prolonged: int


SupervisedSpan = tuple[date, date, SupervisedKind]
"""First day, last day and kind of an apprentice."""


def first_excess(
    spans: tuple[SupervisedSpan, ...], ceiling: int, *, prolonged: int = 1
) -> Excess | None:
    """The first days on which a maître has too many apprentices.

    Args:
        spans: First and last day of each apprentice, and his or her kind.
        ceiling: Ordinary apprentices allowed.
        prolonged: How many more, whose training is prolonged, may come on
            top; none in a temporary-work agency.

    Returns:
        The first span of days with the same apprentices, one too many; None
        where there is none.

    Source: art. R. 6223-6 du code du travail.

    >>> regular = SupervisedKind.REGULAR
    >>> year = (date(2026, 9, 1), date(2027, 8, 31), regular)
    >>> late = (date(2027, 8, 31), date(2028, 8, 30), regular)
    >>> first_excess((year, year, late), 2).starts_on
    datetime.date(2027, 8, 31)
    """
    check_arguments(first_excess, locals())
    return _first_excess(spans, ceiling, prolonged)


def _first_excess(spans: Sequence[SupervisedSpan], ceiling: int, prolonged: int) -> Excess | None:
    """The same as `first_excess`, unchecked."""
    if len(spans) <= ceiling:  # of one kind or the other, together
        return None
    changes: defaultdict[date, Counter[SupervisedKind]] = defaultdict(Counter)
    for starts_on, ends_on, kind in spans:
        if starts_on <= ends_on:
            changes[starts_on][kind] += 1
            changes[morrow_of(ends_on)][kind] -= 1
    there: Counter[SupervisedKind] = Counter()
    for first_on, after_on in pairwise(sorted(changes)):
        there.update(changes[first_on])
        more = there[SupervisedKind.PROLONGED]
        regular = there[SupervisedKind.REGULAR]
        # « deux par maître d'apprentissage », and « un apprenti
        # supplémentaire dont la formation est prolongée »
        if regular > ceiling or regular + more > ceiling + prolonged:
            last_on = eve_of(after_on)
            return Excess(plain_day(first_on), last_on, regular, more)
    return None


def hairdressing_ceiling(qualified: int, concluded_on: date) -> int | None:
    """Apprentices of level V that a hairdresser could have.

    Args:
        qualified: Qualified people in the firm, at least one.
        concluded_on: Day of conclusion.

    Returns:
        How many; None from 2021-08-27, when R6223-6 applies as elsewhere.

    Raises:
        NotCovered: Before 2008-05-01.

    Source: arrêté du 10 mars 1992, abrogé par celui du 16 août 2021.

    >>> hairdressing_ceiling(5, date(2021, 8, 26))
    2
    """
    check_arguments(hairdressing_ceiling, locals())
    steps = HAIRDRESSING.concluded(concluded_on).value
    return max((most for least, most in steps if qualified >= least), default=None)


def _prolongs_elsewhere(contract: Contract, *, lenient: bool) -> bool:
    """Whether the whole contract prolongs that of another employer."""
    # « conclusion d'un nouveau contrat avec un autre employeur » (L6222-11)
    return all(
        fact in wanted or (lenient and fact is None)
        for fact, wanted in (
            (contract.kind, _ELSEWHERE),
            (contract.duration_ground, (DurationGround.FAILED_EXAM,)),
            (contract.extension, (NO_EXTENSION,)),
        )
    )


def _own_spans(contract: Contract, *, lenient: bool) -> list[SupervisedSpan]:
    """The apprentice of this contract, prolonged from some day on or not."""
    first_on, last_on = contract.starts_on, contract.ends_on
    regular, prolonged = SupervisedKind.REGULAR, SupervisedKind.PROLONGED
    extension = contract.extension
    if (
        contract.kind is ContractType.FAILED_EXAM
        or (lenient and contract.kind is None)
        or _prolongs_elsewhere(contract, lenient=lenient)
    ):
        return [(first_on, last_on, prolonged)]
    from_on = None
    if extension is None or extension.reason is ExtensionReason.FAILED_EXAM:
        # a prorogation of the initial contract begins after its first day
        earliest_on = first_on if contract.kind in _ELSEWHERE else morrow_of(first_on)
        told = None if extension is None else extension.starts_on
        from_on = earliest_on if lenient and told is None else told
    if from_on is None:
        return [(first_on, last_on, regular)]
    spans = ((first_on, eve_of(from_on), regular), (from_on, last_on, prolonged))
    return [span for span in spans if span[0] <= span[1]]


def _filled_by_prorogation(contract: Contract) -> bool:
    """Whether a contract of another kind is told to be prolonged as a whole."""
    extension = contract.extension
    # « 1° Soit par prorogation du contrat initial […] ; 2° Soit par conclusion
    # d'un nouveau contrat avec un autre employeur »
    return (
        contract.kind not in {None, ContractType.FAILED_EXAM, *_ELSEWHERE}
        and extension is not None
        and extension.reason is ExtensionReason.FAILED_EXAM
        and extension.starts_on == contract.starts_on
    )


def _others(
    contract: Contract, maitre: MaitreApprentissage, *, lenient: bool
) -> Iterator[SupervisedSpan]:
    """Those whom the maître has already, on the days of this contract."""
    unknown = SupervisedKind.PROLONGED if lenient else SupervisedKind.REGULAR
    for other in maitre.supervised or ():
        first_on, last_on = _days(contract, other, lenient=lenient)
        first_on = max(first_on, contract.starts_on)
        last_on = min(last_on, contract.ends_on)
        if first_on <= last_on:
            yield first_on, last_on, other.kind or unknown


def _days(contract: Contract, other: Supervised, *, lenient: bool) -> tuple[date, date]:
    """When an apprentice is there: at worst always, at best hardly."""
    first_on, last_on = other.starts_on, other.ends_on
    if not lenient:
        return first_on or contract.starts_on, last_on or contract.ends_on
    known = first_on or last_on
    if known is None:
        return contract.ends_on, contract.starts_on
    return first_on or known, last_on or known


def _unknown_of(contract: Contract, maitre: MaitreApprentissage, path: str) -> Iterator[str]:
    """The unknown facts of those whom the maître has already."""
    if maitre.supervised is None:
        yield f"{path}.supervised"
    for rank, other in enumerate(maitre.supervised or ()):
        here = f"{path}.supervised[{rank}]"
        alone = evolve(maitre, supervised=(other,))
        at_worst = (*_others(contract, alone, lenient=False),)
        at_best = (*_others(contract, alone, lenient=True),)
        if not at_worst:
            continue
        if other.kind is None:
            yield f"{here}.kind"
        if [span[:2] for span in at_worst] != [span[:2] for span in at_best]:
            for name in ("starts_on", "ends_on"):
                if getattr(other, name) is None:
                    yield f"{here}.{name}"


class _Places(NamedTuple):
    """What one maître may have, at least and at most.

    Attributes:
        least: Were every unknown fact against him.
        most: Were every one in favour, an individual derogation aside.
        sources: The texts.
        missing: The unknown facts between the two.
    """

    least: Ceiling
    most: Ceiling
    sources: tuple[Source, ...]
    missing: tuple[str, ...] = ()


def _places(contract: Contract, maitre: MaitreApprentissage, path: str) -> _Places:
    signed_on = contract.concluded_on
    ordinary = CEILING.concluded(signed_on)
    of_agency = AGENCY_CEILING.concluded(signed_on)
    agency, firm = contract.employer.temporary_work_agency, firm_of(maitre)
    raised = maitre.individual_ceiling or 0
    at_employer = _raised(ordinary.value, raised)
    at_agency = _raised(of_agency.value, raised)
    # fewer apprentices in all, then fewer ordinary ones
    least, most = sorted(
        (at_employer, at_agency),
        key=lambda places: (places.regular + places.prolonged, places.regular),
    )
    sources, missing = ordinary.sources, ()
    if agency is False or firm is MaitreFirm.OTHER:
        # the ceiling of the one employer, or of the user firm (R6226-6)
        least = most = at_employer
    elif agency and firm is MaitreFirm.EMPLOYER:
        least = most = at_agency
        sources = of_agency.sources
    elif least != most:
        missing = (
            *(("employer.specific",) if agency is None else ()),
            *((f"{path}.firm",) if firm is None else ()),
        )
    return _Places(least, most, (*sources, *_besides(contract, raised)), missing)


def _besides(contract: Contract, raised: int) -> Iterator[Source]:
    """The texts of a group's maître, and of an individual derogation."""
    signed_on = contract.concluded_on
    of_group = contract.employer.specific is SpecificEmployer.EMPLOYER_GROUP
    if of_group and signed_on >= EMPLOYER_GROUP.since:
        yield from EMPLOYER_GROUP.concluded(signed_on).sources
    if raised:
        yield from INDIVIDUAL_CEILING.concluded(signed_on).sources


def _raised(ceiling: Ceiling, individual: int) -> Ceiling:
    # « dérogations individuelles au plafond de deux apprentis »
    return ceiling._replace(regular=max(ceiling.regular, individual))


Team = tuple[int, ...]
"""The ranks of maîtres whose apprentices are counted together."""


class _Maitres(NamedTuple):
    """The maîtres of a contract, their apprentices and their places."""

    contract: Contract
    places: tuple[_Places, ...]

    @classmethod
    def of(cls, contract: Contract) -> "_Maitres":
        """Those named in the contract."""
        return cls(
            contract,
            tuple(
                _places(contract, maitre, f"maitres[{rank}]")
                for rank, maitre in enumerate(contract.maitres or ())
            ),
        )

    def named(self, team: Team) -> list[MaitreApprentissage]:
        """The members of a team."""
        maitres = self.contract.maitres or ()
        return [maitres[rank] for rank in team]

    def excess(self, team: Team, *, lenient: bool) -> Excess | None:
        """The first days on which a team has too many apprentices."""
        spans = [*_own_spans(self.contract, lenient=lenient)]
        for maitre in self.named(team):
            spans += _others(self.contract, maitre, lenient=lenient)
        allowed = self.allowed(team, lenient=lenient)
        return _first_excess(spans, allowed.regular, allowed.prolonged)

    def allowed(self, team: Team, *, lenient: bool) -> Ceiling:
        """The places of a team: those of each member."""
        each = [self.places[rank].most if lenient else self.places[rank].least for rank in team]
        return Ceiling(sum(one.regular for one in each), sum(one.prolonged for one in each))

    def judge(self, strict: list[Team], lenient: Team) -> Finding:
        """Teams as they may be at worst, and the one that they are at best."""
        ranks = sorted(rank for team in strict for rank in team)
        named = self.named(tuple(ranks))
        sources = self.sources(ranks)
        within = all(maitre.supervised is not None for maitre in named) and (
            not any(self.excess(team, lenient=False) for team in strict)
        )
        most = self.places[lenient[0]].most
        together = len(lenient) > 1
        if within:
            each = " par maître" if together else ""
            more = f", sans compter un apprenti prolongé{each}" if most.prolonged else ""
            return compliant(
                "L'équipe de {team:maître} d'apprentissage n'a jamais plus de {ceiling:apprenti} "
                f"par maître pendant ce contrat, chacun compté une fois{more}."
                if together
                else "Le maître d'apprentissage n'a jamais plus de {ceiling:apprenti} à la fois "
                f"pendant ce contrat{more}.",
                sources=sources,
                team=len(lenient),
            )
        exceeded = self.excess(lenient, lenient=True)
        unlimited = tuple(
            f"maitres[{rank}].individual_ceiling"
            for rank in ranks
            if (self.contract.maitres or ())[rank].individual_ceiling is None
        )
        if exceeded is None or unlimited:
            grouping = () if strict == [lenient] else self.grouping()
            others = () if exceeded else (*grouping, *self.unknown(ranks))
            return undetermined(*unlimited, *others, sources=sources)
        return self.told(exceeded, lenient, sources)

    def told(self, excess: Excess, team: Team, sources: tuple[Source, ...]) -> Finding:
        """What is told of too many apprentices."""
        allowed = self.allowed(team, lenient=True)
        one_day, together = excess.starts_on == excess.ends_on, len(team) > 1
        when = "Le {exceeded_on}" if one_day else "Du {exceeded_on} au {exceeded_until_on}"
        who = "l'équipe de {team:maître}" if together else "le maître"
        some = ", dont {prolonged:prolongé}" if excess.prolonged else ""
        more = ", et d'un de plus par maître si sa formation est prolongée"
        return non_compliant(
            f"{when}, {who} d'apprentissage aurait {{count:apprenti}}{some} : le plafond est de "
            f"{{places:apprenti}}{more if allowed.prolonged else ''}.",
            sources=sources,
            exceeded_on=excess.starts_on,
            exceeded_until_on=excess.ends_on,
            count=excess.regular + excess.prolonged,
            prolonged=excess.prolonged,
            places=allowed.regular,
            team=len(team),
        )

    def sources(self, ranks: Iterable[int]) -> tuple[Source, ...]:
        """The texts that these maîtres come under."""
        texts = [s for rank in ranks for s in self.places[rank].sources]
        if len(self.places) > 1:
            signed_on = self.contract.concluded_on
            texts += TUTORS.concluded(signed_on).sources
        return tuple(dict.fromkeys(texts))

    def grouping(self) -> tuple[str, ...]:
        """The unknown facts that tell who works with whom."""
        return (
            *unknown_firms(self.contract),
            *(
                unknown_kind_of_employer(self.contract)
                if in_two_firms(self.contract) is None
                else ()
            ),
        )

    def unknown(self, ranks: Iterable[int]) -> Iterator[str]:
        """The unknown facts of this apprentice and of the others."""
        yield from _unknown_here(self.contract)
        maitres = self.contract.maitres or ()
        for rank in ranks:
            yield from self.places[rank].missing
            path = f"maitres[{rank}]"
            yield from _unknown_of(self.contract, maitres[rank], path)


def _unknown_here(contract: Contract) -> Iterator[str]:
    """What would tell that this contract is prolonged."""
    elsewhere = _prolongs_elsewhere(contract, lenient=True)
    extension = contract.extension
    if contract.kind is not ContractType.FAILED_EXAM:
        if extension is None:
            yield "extension"
        elif extension.reason is ExtensionReason.FAILED_EXAM and extension.starts_on is None:
            yield "extension.starts_on"
    if contract.kind is None:
        yield "kind"
    if contract.duration_ground is None and elsewhere:
        yield "duration_ground"


def _teams(contract: Contract, readings: Readings) -> tuple[list[Team], list[Team]]:
    """Who is counted together, at worst and at best."""
    ranks = range(len(contract.maitres or ()))
    alone: list[Team] = [(rank,) for rank in ranks]
    if len(alone) == 1 or readings.team_ceiling is TeamCeiling.EACH:
        return alone, alone
    together = [tuple(ranks)]
    two = in_two_firms(contract)
    firms = [firm_of(maitre) for maitre in contract.maitres or ()]
    # a ceiling « dans une entreprise ou un établissement »
    if two is False or (None not in firms and len({*firms}) == 1):
        return together, together
    if None in firms:
        return alone, together
    by_firm = [tuple(rank for rank in ranks if firms[rank] is firm) for firm in MaitreFirm]
    return by_firm, (by_firm if two else together)


class MaitreCeilingFinding(Finding):
    """What `MAITRE_CEILING` finds."""

    parts: tuple[Self, ...]
    ceiling = Result[int]("apprentices that this maître may follow")
    exceeded_on = Result[date]("first day with too many")
    exceeded_until_on = Result[date]("last day with too many")
    count = Result[int]("apprentices followed on that day")
    prolonged = Result[int]("those of them in an extra year")
    places = Result[int]("places of all who are counted together")
    team = Result[int]("maîtres counted together")


def judge(contract: Contract, readings: Readings) -> Finding:
    """At most two apprentices for one maître, and a prolonged one.

    R6223-6: « Le nombre maximal d'apprentis pouvant être accueillis
    simultanément dans une entreprise ou un établissement est fixé à deux par
    maître d'apprentissage. Le maître d'apprentissage peut également, en
    application de l'article L. 6222-11, accueillir un apprenti supplémentaire
    dont la formation est prolongée en cas d'échec à l'examen. » A new
    contract with another employer prolongs it too (L6222-11 2°). Counted on
    each day of this contract. Five in all for the maître of a temporary-work
    agency (R6226-5, since 2012-04-14); the one of the user firm has the
    ordinary ceiling (R6226-6). An individual derogation may raise the number
    (R6223-7).

    Args:
        contract: The facts.
        readings: Point `team_ceiling`: apprentices followed by two maîtres
            of a firm count once against the places of both, or against each.

    Returns:
        A part for each maître, with values `ceiling` (his own) and, where it
        is exceeded, `exceeded_on`, `exceeded_until_on`, `count`, `prolonged`
        and `places` (of all who are counted together).
    """
    parts: dict[str, Finding] = {}
    if contract.maitres:
        maitres = _Maitres.of(contract)
        strict, lenient = _teams(contract, readings)
        alike = strict == lenient
        teams = [([team] if alike else strict, team) for team in lenient]
        for at_worst, at_best in teams:
            whole = maitres.judge(at_worst, at_best)
            for team in at_worst:
                for rank in team:
                    parts[f"maitres[{rank}]"] = whole.but(
                        ceiling=_own_ceiling(maitres.places[rank], whole)
                    )
    found = each_maitre(contract, lambda _, path: parts[path])
    caveats: list[Caveat] = []
    hairdresser = contract.employer.idcc == _HAIRDRESSERS
    if hairdresser and HAIRDRESSING.concluded(contract.concluded_on).value:
        caveats.append(_HAIRDRESSING)
    if _filled_by_prorogation(contract):
        caveats.append(_KIND_DENIES_PROROGATION)
    return found.but(caveats=(*found.caveats, *caveats)) if caveats else found


def _own_ceiling(places: _Places, found: Finding) -> int | None:
    """The ceiling of one maître, as far as it is known."""
    if places.least == places.most:
        return places.least.regular
    if found.outcome is Outcome.UNDETERMINED:
        return None
    within = found.outcome is Outcome.COMPLIANT
    return (places.least if within else places.most).regular


def turning_days(contract: Contract, _: Readings) -> Iterator[date]:
    """The days on which a maître has one apprentice less, or more places."""
    yield from (version.since for version in AGENCY_CEILING.versions)
    for maitre in contract.maitres or ():
        for other in maitre.supervised or ():
            if other.ends_on is not None:
                yield morrow_of(other.ends_on)


MAITRE_CEILING = Rule(
    name="maitre_ceiling",
    title="Plafond d'apprentis par maître",
    judge=judge,
    articles=("R6223-6", "R6223-7", "R6223-8", "R6223-23", "R6226-5", "R6226-6", "L6223-5"),
    boxes=(15,),
    turning_days=turning_days,
    finding=MaitreCeilingFinding,
    remedies=one_more,
)
