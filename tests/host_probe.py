"""Answer fixed questions in a host of one kind; print a digest of each answer.

Usage: python host_probe.py HOST

Prints one JSON object: the digest of what is told of each contract, and the
docstring examples that did not give what they say.
"""

import decimal
import doctest
import hashlib
import io
import json
import locale
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import apprentissage
from apprentissage.dossier.archive import archive_plan
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.interchange import contract_schema, write_contract
from apprentissage.law.readings import DOCTRINE, LETTER
from apprentissage.pay.schedule import pay_schedule
from apprentissage.reviewing import agenda, review, review_form
from apprentissage.views.ical import icalendar_text
from apprentissage.views.page import page
from apprentissage.views.timeline import timeline
from tests.purity_probe import public_modules
from tests.sample import contract as sample
from tests.support.hostile import hostile_contract

MADE_AT = datetime(2026, 9, 1, tzinfo=UTC)
SEEDS = range(20)
THREADS = 4


def _few_digits() -> None:
    context = decimal.getcontext()
    context.prec, context.rounding = 3, decimal.ROUND_FLOOR
    context.Emax, context.Emin, context.capitals = 9, -9, 0
    decimal.DefaultContext.prec = 3  # that of the threads to come


def _traps() -> None:
    context = decimal.getcontext()
    for signal in (decimal.Inexact, decimal.Rounded, decimal.Subnormal, decimal.FloatOperation):
        context.traps[signal] = True


def _no_traps() -> None:
    context = decimal.getcontext()
    context.prec, context.rounding = 1, decimal.ROUND_UP
    context.clear_traps()


def _short_ints() -> None:
    sys.set_int_max_str_digits(640)


def _elsewhere() -> None:
    for name in ("tr_TR.UTF-8", "ar_SA.UTF-8", "fr_FR.UTF-8", "C"):
        try:
            locale.setlocale(locale.LC_ALL, name)
        except locale.Error:
            continue
        break


def _frozen() -> None:
    for name in ("time", "monotonic", "time_ns", "monotonic_ns"):
        setattr(time, name, lambda: 0)


HOSTS: dict[str, Callable[[], None]] = {
    "plain": lambda: None,
    "few digits": _few_digits,
    "traps": _traps,
    "no traps": _no_traps,
    "short ints": _short_ints,
    "elsewhere": _elsewhere,
    "frozen": _frozen,
    "threads": lambda: sys.setswitchinterval(1e-5),
}
"""What the host does before it asks; the rest lies in its environment."""


def _asked() -> dict[str, Contract]:
    full = sample(
        concluded_on=date(2025, 8, 31),
        starts_on=date(2025, 9, 1),
        ends_on=date(2027, 8, 31),
        smc_monthly=decimal.Decimal("1853.27"),
        weekly_hours=decimal.Decimal(39),
        benefits_in_kind=decimal.Decimal("83.33"),
    )
    drawn = {f"seed {seed}": hostile_contract(seed) for seed in SEEDS}
    return {"full": full, **drawn}


def _told(contract: Contract) -> str:
    answers: list[Any] = []

    def keep(ask: Callable[[], Any]) -> None:
        try:
            answers.append(ask())
        except NotCovered as gap:
            answers.append(str(gap))

    keep(lambda: write_contract(contract))
    for readings in (LETTER, DOCTRINE):
        keep(lambda r=readings: review(contract, r).to_rows())  # type: ignore[misc]
        keep(lambda r=readings: agenda(contract, r).to_rows())  # type: ignore[misc]
    keep(lambda: review_form(contract).to_rows())
    keep(lambda: archive_plan(contract).to_rows())
    keep(lambda: pay_schedule(contract).to_rows())
    keep(lambda: [str(a.total_monthly) for a in _amounts(contract)])
    if contract.ends_on.year < 2100:
        keep(lambda: page(review(contract)))
        keep(lambda: timeline(contract))
    keep(lambda: icalendar_text(agenda(contract), uid="x", made_at=MADE_AT))
    told = json.dumps(answers, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _amounts(contract: Contract) -> Any:
    return pay_schedule(contract).amounts()


def _examples() -> list[str]:
    """The examples of the public modules that do not give what they say."""
    for name in apprentissage.__all__:  # lazy: an example finds them all
        getattr(apprentissage, name)
    finder = doctest.DocTestFinder(exclude_empty=True)
    wrong: list[str] = []
    for module in public_modules(apprentissage):
        for test in finder.find(module):
            out = io.StringIO()
            runner = doctest.DocTestRunner(verbose=False)
            if runner.run(test, out=out.write).failed:
                wrong.append(f"{test.name}: {out.getvalue()}")
    return wrong


def main(host: str) -> dict[str, Any]:
    """The answers of a host."""
    asked = _asked()  # the facts are made before the host turns hostile
    HOSTS[host]()
    if host == "threads":
        digests: list[dict[str, str]] = []

        def answer() -> None:
            digests.append({name: _told(c) for name, c in asked.items()})

        threads = [threading.Thread(target=answer) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        same = len(digests) == THREADS and all(d == digests[0] for d in digests)
        return {"told": digests[0] if same else {}, "examples": []}
    told = {name: _told(contract) for name, contract in asked.items()}
    schema = json.dumps(contract_schema(), sort_keys=True)
    told["schema"] = hashlib.sha256(schema.encode()).hexdigest()
    # compiled with -OO, nothing has a docstring
    return {"told": told, "examples": _examples() if __doc__ else []}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))  # noqa: T201
