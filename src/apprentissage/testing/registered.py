"""The strategy of every class of facts, as `st.from_type` finds it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage.facts import (
    Address,
    Apprentice,
    Avenant,
    BranchAgreement,
    ByDay,
    Cfa,
    Contract,
    Decision,
    DeclaredPayLine,
    Dossier,
    Employer,
    ExperiencePeriod,
    Extension,
    FundingDecision,
    Grid,
    InKind,
    LegalRepresentative,
    MaitreApprentissage,
    Mobility,
    Period,
    PreviousCycle,
    Rupture,
    SecondEmployer,
    Signature,
    Supervised,
    Training,
    WorkDay,
    WorkingTime,
)
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.months import last_day_of
from apprentissage.testing._drawing import Facts
from apprentissage.testing.contracts import (
    contracts,
    conventional_minimum,
    declared_lines,
    extension,
    grid,
    in_kind,
    mission,
    mobility,
    signature,
)
from apprentissage.testing.days import SIMPLE_DAY
from apprentissage.testing.files import (
    avenant,
    dossiers,
    refusal_grounds,
    rupture,
    work_day,
    working_times,
)
from apprentissage.testing.parties import (
    AGREEMENTS,
    CFAS,
    SECOND_EMPLOYERS,
    employers,
    trainings,
)
from apprentissage.testing.people import (
    ADDRESSES,
    REPRESENTATIVES,
    apprentices,
    experience,
    maitres,
    previous_cycles,
    supervised,
)

_END = last_day_of(SIMPLE_DAY, 24)


@composite
def readings(draw: DrawFn, /, **choices: Any) -> Readings:
    """Readings of every contested point; the letter is the simplest.

    Args:
        draw: Supplied by Hypothesis.
        **choices: Points stated, each a choice, its name or a strategy.

    >>> isinstance(readings(upper_age_day="CONCLUSION"), SearchStrategy)
    True
    """
    fact = Facts(draw, unknowns=False)
    drawn = {point: fact.pick(tuple(POINTS[point])) for point in POINTS}
    known = {
        point: draw(choice) if isinstance(choice, SearchStrategy) else choice
        for point, choice in choices.items()
    }
    return LETTER.choose(**{**drawn, **known})


def _part(make: Callable[[Facts], Any]) -> Callable[[], SearchStrategy[Any]]:
    @composite
    def parts(draw: DrawFn) -> Any:
        return make(Facts(draw, unknowns=True))

    return parts


def _by_day(fact: Facts) -> ByDay:
    amount = conventional_minimum(fact, SIMPLE_DAY)
    if isinstance(amount, ByDay):
        return amount
    return ByDay(((date(2024, 1, 1), amount),))


STRATEGIES: dict[type[Any], Callable[[], SearchStrategy[Any]]] = {
    Address: lambda: st.sampled_from(ADDRESSES),
    Apprentice: apprentices,
    Avenant: _part(lambda fact: avenant(fact, SIMPLE_DAY)),
    BranchAgreement: lambda: st.sampled_from(AGREEMENTS),
    ByDay: _part(_by_day),
    Cfa: lambda: st.sampled_from(CFAS),
    Contract: contracts,
    DeclaredPayLine: _part(
        lambda fact: fact.pick(declared_lines(fact, SIMPLE_DAY, _END))
    ),
    Dossier: dossiers,
    Employer: employers,
    ExperiencePeriod: _part(lambda fact: experience(fact, SIMPLE_DAY)),
    Extension: _part(lambda fact: extension(fact, SIMPLE_DAY, _END)),
    FundingDecision: _part(
        lambda fact: FundingDecision(
            decision=fact.pick(tuple(Decision)),
            decided_on=fact.near(SIMPLE_DAY),
            grounds=refusal_grounds(fact),
        )
    ),
    Grid: _part(grid),
    InKind: _part(in_kind),
    LegalRepresentative: lambda: st.sampled_from(REPRESENTATIVES),
    MaitreApprentissage: maitres,
    Mobility: _part(lambda fact: mobility(fact, SIMPLE_DAY, _END)),
    Period: _part(lambda fact: mission(fact, SIMPLE_DAY)),
    PreviousCycle: previous_cycles,
    Readings: readings,
    Rupture: _part(lambda fact: rupture(fact, SIMPLE_DAY, _END)),
    SecondEmployer: lambda: st.sampled_from(SECOND_EMPLOYERS),
    Signature: _part(lambda fact: signature(fact, SIMPLE_DAY)),
    Supervised: _part(lambda fact: supervised(fact, SIMPLE_DAY)),
    Training: trainings,
    WorkDay: _part(lambda fact: work_day(fact, SIMPLE_DAY)),
    WorkingTime: working_times,
}
"""Each class and what makes its strategy."""
