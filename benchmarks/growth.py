"""How time and memory grow with what a contract holds, up to its bounds.

Usage: python -m benchmarks.growth [NAME...]

Each size is doubled up to the most that the constructors accept. A line tells
the cost of the largest and how often the last doubling multiplied it: about
two where it is linear, four where it is quadratic. Time is that of the
processor, the least of some; memory is the peak of what the review allocates.
"""

import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from attrs import evolve

from apprentissage import Apprentice, Contract, Employer, agenda, review
from apprentissage._guards import LONGEST_TEXT, MOST_ITEMS, MOST_LINES, MOST_STEPS
from apprentissage.facts import (
    Avenant,
    ByDay,
    DeclaredPayLine,
    Dossier,
    EmployerType,
    ExperienceKind,
    ExperiencePeriod,
    MaitreApprentissage,
    Mobility,
    PayBase,
    PreviousCycle,
    Route,
    Supervised,
    SupervisedKind,
    Territory,
    WorkDay,
    WorkingTime,
)
from apprentissage.interchange import read_contract, write_contract
from apprentissage.views import page

LINEAR = 2.9
"""Beyond it a doubling is told as more than linear: half-way to four."""

STARTS_ON = date(2025, 9, 1)
_ORDINARY = Contract(
    concluded_on=STARTS_ON,
    starts_on=STARTS_ON,
    ends_on=date(2028, 8, 31),
    apprentice=Apprentice(born_on=date(2009, 3, 15)),
    employer=Employer(type=EmployerType.OTHER_PRIVATE, territory=Territory.METROPOLE),
    previous=(),
)


def _on(rank: int) -> date:
    return STARTS_ON + timedelta(days=rank)


def _maitre(**facts: object) -> MaitreApprentissage:
    return MaitreApprentissage(born_on=date(1980, 1, 1), **facts)  # type: ignore[arg-type]


def _line(rank: int, ends_on: date | None = None) -> DeclaredPayLine:
    return DeclaredPayLine(
        starts_on=_on(rank % 900),
        ends_on=ends_on or _on(rank % 900),
        rate=Decimal(30),
        base=PayBase.SMC,
        monthly=Decimal(400),
    )


def _steps(count: int) -> ByDay:
    return ByDay(tuple((_on(n - 900), Decimal(1900 + n)) for n in range(count)))


def _days(count: int) -> WorkingTime:
    return WorkingTime(days=tuple(WorkDay(on=_on(n), hours=9) for n in range(count)))


def _experience(count: int) -> tuple[ExperiencePeriod, ...]:
    return tuple(
        ExperiencePeriod(
            kind=ExperienceKind.EMPLOYMENT,
            starts_on=date(2000, 1, 1) + timedelta(2 * n),
            ends_on=date(2000, 1, 1) + timedelta(2 * n),
        )
        for n in range(count)
    )


def _supervised(count: int) -> tuple[Supervised, ...]:
    return tuple(
        Supervised(kind=SupervisedKind.REGULAR, starts_on=_on(n % 700), ends_on=_on(n % 700 + 300))
        for n in range(count)
    )


SIZES: dict[str, Callable[[int], Contract]] = {
    "lignes de paie": lambda n: evolve(
        _ORDINARY, declared_pay=tuple(_line(rank) for rank in range(n))
    ),
    "pas du SMC": lambda n: evolve(_ORDINARY, smc_monthly=_steps(n), declared_pay=(_line(0),)),
    "lignes de paie, tous les pas du SMC": lambda n: evolve(
        _ORDINARY,
        smc_monthly=_steps(MOST_STEPS),
        declared_pay=tuple(_line(rank, _ORDINARY.ends_on) for rank in range(n)),
    ),
    "cycles antérieurs": lambda n: evolve(
        _ORDINARY,
        previous=tuple(
            PreviousCycle(
                route=Route.APPRENTICESHIP, ended_on=_on(-rank - 1), last_rate=Decimal(40)
            )
            for rank in range(n)
        ),
    ),
    "maîtres": lambda n: evolve(_ORDINARY, maitres=tuple(_maitre() for _ in range(n))),
    "contrats suivis par un maître": lambda n: evolve(
        _ORDINARY, maitres=(_maitre(supervised=_supervised(n)),)
    ),
    "expériences d'un maître": lambda n: evolve(
        _ORDINARY, maitres=(_maitre(experience=_experience(n)),)
    ),
    "jours travaillés": lambda n: evolve(_ORDINARY, working_time=_days(n)),
    "jours de pratique": lambda n: evolve(
        _ORDINARY, file=Dossier(practical_days=frozenset(_on(r) for r in range(n)))
    ),
    "avenants": lambda n: evolve(
        _ORDINARY,
        file=Dossier(
            avenants=tuple(
                Avenant(concluded_on=_on(r % 900), effective_on=_on(r % 900)) for r in range(n)
            )
        ),
    ),
    "séjours": lambda n: evolve(
        _ORDINARY,
        mobilities=tuple(Mobility(starts_on=_on(2 * r), ends_on=_on(2 * r)) for r in range(n)),
    ),
    "lettres des noms": lambda n: evolve(
        _ORDINARY, apprentice=evolve(_ORDINARY.apprentice, first_name="é" * n, family_name="&" * n)
    ),
}
"""A contract of each size, by what is counted in it."""
MOST = {
    "lignes de paie": MOST_LINES,
    "lignes de paie, tous les pas du SMC": MOST_LINES,
    "pas du SMC": MOST_STEPS,
    "lettres des noms": LONGEST_TEXT,
}
"""The most that a constructor accepts, where it is not `MOST_ITEMS`."""


def _reviewed(contract: Contract) -> None:
    found = review(contract)
    agenda(contract)
    page(found)
    read_contract(write_contract(contract))


class Cost(NamedTuple):
    """What a contract costs.

    Attributes:
        seconds: Time of the processor.
        peak: Most bytes allocated at once.
    """

    seconds: float
    peak: int


def cost_of(contract: Contract, rounds: int = 2) -> Cost:
    """The least time of some rounds, and the peak of one more."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        _reviewed(contract)
        spent.append(time.process_time() - start)
    tracemalloc.start()
    _reviewed(contract)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Cost(min(spent), peak)


class Growth(NamedTuple):
    """The cost of the largest size, and what the last doubling did to it.

    Attributes:
        name: What is counted.
        most: The largest count.
        cost: What that costs.
        time: How often the last doubling multiplied the time.
        memory: And the memory.
    """

    name: str
    most: int
    cost: Cost
    time: float
    memory: float

    @property
    def linear(self) -> bool:
        """Whether neither grows faster than the size."""
        return max(self.time, self.memory) <= LINEAR


def grown(names: list[str]) -> Iterator[Growth]:
    """The growth of each size asked for."""
    for name in names:
        make = SIZES[name]
        most = MOST.get(name, MOST_ITEMS)
        half, whole = (cost_of(make(count)) for count in (most // 2, most))
        yield Growth(name, most, whole, whole.seconds / half.seconds, whole.peak / half.peak)


def main() -> None:
    """Print a line a size; end with a failure where one is not linear."""
    names = sys.argv[1:] or list(SIZES)
    faults = 0
    print(f"{'':36}{'nombre':>8}{'s':>8}{'Mo':>8}{'× s':>7}{'× Mo':>7}")
    for each in grown(names):
        faults += not each.linear
        print(
            f"{each.name:36}{each.most:8}{each.cost.seconds:8.2f}"
            f"{each.cost.peak / 1e6:8.1f}{each.time:7.2f}{each.memory:7.2f}"
            f"{'' if each.linear else '  plus que linéaire'}",
            flush=True,
        )
    sys.exit(faults)


if __name__ == "__main__":
    main()
