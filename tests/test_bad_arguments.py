"""Every public function refuses what its signature does not announce.

The arguments of a function are those of its own example; one after the other
is replaced by values of wrong kinds. What comes must be an error of the
library that names the parameter: neither an answer nor an error from below.
"""

import collections.abc
import contextlib
import doctest
import inspect
import io
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import FrameType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import pytest

import apprentissage
from apprentissage import (
    LETTER,
    RULES,
    Contract,
    InvalidValue,
    Payslip,
    Rule,
    UnreadableContract,
    WrongType,
    agenda,
    archive_plan,
    audit_pay,
    first_year_aid,
    minor_limits,
    pay_schedule,
    review,
)
from apprentissage._arguments import check_arguments
from apprentissage._text import enumeration, plural, sentence
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.facts import Grid, Source, SourceKind, Territory
from apprentissage.judging import all_of, any_of, compliant
from apprentissage.law.calendars import Workplace
from apprentissage.months import eve_of, morrow_of
from apprentissage.views.timeline import timeline
from tests.purity_probe import public_functions, public_modules
from tests.sample import in_2026

NO_DOORS = {
    "testing": "Hypothesis calls most of them, when it draws",
    "testing.lines": "the doors of `testing.checks` call them",
    "testing.payslips": "Hypothesis calls the strategy, when it draws",
}
"""Modules whose functions are asked by the library itself, and why."""

NOTHING_TO_REFUSE = {
    "judging.outcome.refuse_truth"  # it raises, whatever it is told
}

DOORS_ALL_THE_SAME = {
    "testing.contracts.contracts",
    "testing.contracts.schedules",
    "testing.days.days",
    "testing.payslips.arrears_sum_up",
    "testing.payslips.check_pay_months",
}

ANY_YEAR = ("months.", "age.ages.")
"""They count or print days of any year."""

SIGNED = ("months.", "age.ages.")
"""They take numbers under zero, to go back or to print them."""

TOLD_AS = {
    ("interchange.read_contract", "mapping"): "contrat",
    ("cerfa.code_parsing.parse_code", "written"): "code",
}
"""Where the path is that of the field read, not the parameter."""

RIGHT: dict[str, dict[str, Any]] = {
    "testing.checks.check_pay": {"payroll": list},
    "testing.checks.check_monthly_pay": {"monthly_pay": max},
    "testing.checks.check_filing_deadline": {"deadline": max},
    "testing.payslips.check_pay_months": {"pay_month": max},
}
"""Arguments in the place of those of an example that shows a refusal."""

DAY, MOMENT = date(2026, 9, 1), datetime(2026, 9, 1, 8)
NOTHING = object()
WRONG: dict[Any, tuple[Any, ...]] = {
    bool: (None, 1, 0, "oui"),
    date: (None, "2026-09-01", MOMENT, 20260901, date(1, 1, 2)),
    datetime: (None, "2026-09-01 08:00", DAY),
    Decimal: (None, 1.5, "43", True, Decimal("NaN"), Decimal(-1)),
    int: (None, True, 1.5, "3", -1),
    str: (None, 3, b"x"),
    frozenset: (None, [], {1}, frozenset({"x"}), "x", 3),
    tuple: (None, [], "x", ("x",), ((),), 3),
    type: (None, "x", int),
    collections.abc.Callable: (None, "x", 3),
    collections.abc.Mapping: (None, [], 3),
}
"""Values of wrong kinds, by class."""


def doors() -> dict[str, Callable[..., Any]]:
    """Every public function with parameters, by its name in the package."""
    found = {
        name.removeprefix("apprentissage."): function
        for name, function in public_functions(apprentissage).items()
    }
    return {
        name: function
        for name, function in found.items()
        if inspect.signature(function).parameters
        and name not in NOTHING_TO_REFUSE
        and (name in DOORS_ALL_THE_SAME or not name.startswith(tuple(f"{m}." for m in NO_DOORS)))
    }


DOORS = doors()


@cache
def examples() -> dict[str, doctest.DocTest]:
    finder = doctest.DocTestFinder(exclude_empty=True)
    return {
        test.name: test for module in public_modules(apprentissage) for test in finder.find(module)
    }


def call_of(function: Callable[..., Any]) -> dict[str, Any]:
    """The arguments of the first call of the function in its example."""
    test = examples()[f"{function.__module__}.{function.__name__}"]
    calls: list[dict[str, Any]] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is function.__code__:
            calls.append(dict(frame.f_locals))

    names = dict(test.globs)
    before = sys.getprofile()
    for example in test.examples:
        code = compile(example.source, test.name, "single")
        sys.setprofile(note)
        try:
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.suppress(WrongType, InvalidValue),
            ):
                exec(code, names)  # noqa: S102
        finally:
            sys.setprofile(before)
    return calls[0]


def wrong(hint: Any) -> tuple[Any, ...]:
    """Values that an annotation does not announce."""
    origin = get_origin(hint) or hint
    if origin in {Union, UnionType}:
        kinds = get_args(hint)
        pool = [v for k in kinds if k is not NoneType for v in wrong(k)]
        return tuple(v for v in pool if not any(fits(v, k) for k in kinds))
    if isinstance(hint, str):  # a forward reference
        return ()
    if bound := getattr(origin, "__bound__", None):
        origin = bound
    if origin is object:  # anything at all
        return ()
    if origin in WRONG:
        return WRONG[origin]
    if issubclass(origin, Enum):
        codes = [member.value for member in origin]
        return (None, "construction_site", NOTHING, *codes[:1])
    if issubclass(origin, collections.abc.Iterable) and get_args(hint):
        return (None, 3, [NOTHING], iter([NOTHING]))
    return (None, "x", 3, NOTHING)


def fits(value: Any, kind: Any) -> bool:
    """Whether one of the kinds that a union joins takes a value."""
    return isinstance(value, get_origin(kind) or kind) and not any(
        value is other for other in WRONG.get(kind, ())
    )


def called(function: Callable[..., Any], given: dict[str, Any], name: str, value: Any) -> Any:
    """Its answer to a call with one argument replaced."""
    positional: list[Any] = []
    named: dict[str, Any] = {}
    for parameter in inspect.signature(function).parameters.values():
        replaced = parameter.name == name
        argument = value if replaced else given[parameter.name]
        match parameter.kind:
            case parameter.VAR_POSITIONAL:
                positional += [argument] if replaced else argument
            case parameter.VAR_KEYWORD:
                named |= argument
            case parameter.KEYWORD_ONLY:
                named[parameter.name] = argument
            case _:
                positional.append(argument)
    answer = function(*positional, **named)
    return list(answer) if isinstance(answer, Iterator) else answer


def asked(name: str) -> Iterator[tuple[str, Any, str]]:
    """Each parameter of a function, a wrong value, and the path to tell."""
    parameters = inspect.signature(DOORS[name]).parameters
    field = parameters.get("path")
    for parameter in parameters.values():
        if parameter.kind is parameter.VAR_KEYWORD or (
            parameter.name == "path" and field and field.default is not field.empty
        ):
            continue
        told = TOLD_AS.get((name, parameter.name), parameter.name)
        if field is not None and parameter.name == "value":
            told = field.default
        for value in wrong(parameter.annotation):
            tolerated = (name.startswith(ANY_YEAR) and value == date(1, 1, 2)) or (
                name.startswith(SIGNED) and value == -1
            )
            if not tolerated:
                yield parameter.name, value, told


def path_told(error: Exception) -> str:
    """The path of an error of the library, or of its first fault."""
    fault: Any = next(iter(getattr(error, "faults", (error,))))
    return str(getattr(fault, "path", "")).partition("[")[0]


@pytest.mark.parametrize("name", DOORS)
def test_a_wrong_argument_is_refused_by_its_name(name: str) -> None:
    function = DOORS[name]
    given = call_of(function) | RIGHT.get(name, {})
    assert list(asked(name))
    passed: list[tuple[str, Any, Any]] = []
    for parameter, value, told in asked(name):
        try:
            answer = called(function, given, parameter, value)
        except (WrongType, InvalidValue, UnreadableContract) as error:
            if path_told(error) != told:
                passed.append((parameter, value, error))
        except Exception as error:  # noqa: BLE001
            passed.append((parameter, value, repr(error)))
        else:
            passed.append((parameter, value, answer))
    assert not passed


CONTRACT = in_2026(concluded_on=DAY)
TEXT = Source(SourceKind.DECREE, "décret")
RATES = (Decimal(50), Decimal(60), Decimal(70))
SERIES = LETTER.smic
WAGE = Decimal("12.50")


SCHEDULE = pay_schedule(CONTRACT)
AMOUNTS = SCHEDULE.amounts()
MONTH = SCHEDULE.month(2026, 10)
AUDIT = audit_pay(CONTRACT, (Payslip(year=2026, month=10, gross=Decimal(900)),))
PLAN = archive_plan(CONTRACT)
WORKPLACE = Workplace(territory=Territory.METROPOLE)
FOUND = compliant("Oui.", hours=400)

METHODS: list[tuple[str, Any, Callable[[Any], object]]] = [
    ("parts", 1, lambda v: review(CONTRACT).to_rows(parts=v)),
    ("contract", {}, UPPER_AGE.holds_from),
    ("readings", "LETTER", lambda v: UPPER_AGE.holds_from(CONTRACT, v)),
    ("values", "x", lambda v: FOUND.but(values=v)),
    ("values[0]", 3, lambda v: FOUND.but(values=(v,))),
    ("holds_from", MOMENT, lambda v: FOUND.but(holds_from=v)),
    ("subject", 3, lambda v: FOUND.but(subject=v)),
    ("parts[0]", 3, lambda v: FOUND.but(parts=[v])),
    ("line", "1.1", SCHEDULE.monthly),
    ("line", "1.1", SCHEDULE.ages),
    ("line", "1.1", SCHEDULE.reserves),
    ("line", "1.1", SCHEDULE.told),
    ("line", "1.1", SCHEDULE.sentence),
    ("line", "1.1", AMOUNTS.of),
    ("day", MOMENT, SCHEDULE.on),
    ("day", MOMENT, AMOUNTS.on),
    ("overtime_premium", "25", lambda v: SCHEDULE.amounts(overtime_premium=v)),
    ("year", "2026", lambda v: SCHEDULE.month(v, 10)),
    ("month", True, lambda v: SCHEDULE.month(2026, v)),
    ("method", "calendar_days", lambda v: SCHEDULE.months(method=v)),
    ("week", 35, lambda v: SCHEDULE.months(week=v)),
    ("exact", 1, lambda v: SCHEDULE.to_rows(exact=v)),
    ("exact", 1, lambda v: AMOUNTS.to_rows(exact=v)),
    ("exact", 1, lambda v: MONTH.to_rows(exact=v)),
    ("exact", 1, lambda v: AUDIT.to_rows(exact=v)),
    ("day", MOMENT, AUDIT.claim_on),
    ("person", 3, lambda v: PLAN.shared_space(v, DAY)),
    ("day", MOMENT, lambda v: PLAN.shared_space("Martin Léa", v)),
    ("day", MOMENT, WORKPLACE.next_ouvrable),
]
"""Each method that refuses what its signature does not announce."""


@pytest.mark.parametrize(
    ("path", "value", "ask"),
    [
        ("bracket", "18", lambda v: Grid(from_18=RATES).rates(v)),
        ("territory", "mayotte", SERIES.of),
        ("territory", None, lambda v: SERIES.on(DAY, v)),
        ("last", MOMENT, lambda v: SERIES.rises(Territory.GUYANE, DAY, v)),
        ("since", "2027", lambda v: extended(since=v)),
        ("hourly", 12.5, lambda v: extended(hourly=v)),
        ("mayotte", 12.5, lambda v: extended(mayotte=v)),
        ("source", "décret", lambda v: extended(source=v)),
        ("holder", "employer", lambda v: archive_plan(CONTRACT).of(v)),
        ("contract", {}, RULES[0].find),
        ("readings", "LETTER", lambda v: RULES[0].find(CONTRACT, v)),
        ("name", " ", lambda v: rule(name=v)),
        ("title", None, lambda v: rule(title=v)),
        ("judge", "judge", lambda v: rule(judge=v)),
        ("articles", ["L6222-1"], lambda v: rule(articles=v)),
        ("boxes[0]", "4", lambda v: rule(boxes=(v,))),
        ("dates", (), lambda v: rule(dates=v)),
        ("outlives_rupture", 1, lambda v: rule(outlives_rupture=v)),
        ("mine.judge", True, lambda v: rule(judge=lambda *_: v).find(CONTRACT)),
        ("mine.dates", DAY, lambda v: agenda(CONTRACT, rules=(rule(dates=lambda *_: [v]),))),
        ("width", 299, lambda v: timeline(CONTRACT, width=v)),
        *METHODS,
    ],
)
def test_a_method_refuses_as_well(path: str, value: Any, ask: Callable[[Any], object]) -> None:
    with pytest.raises((WrongType, InvalidValue)) as caught:
        ask(value)
    assert caught.value.path == path
    assert caught.value.value == value


def extended(**given: Any) -> object:
    known: dict[str, Any] = {"since": date(2027, 1, 1), "hourly": WAGE, "source": TEXT}
    return SERIES.extended(**(known | given))


def rule(**given: Any) -> Rule:
    known: dict[str, Any] = {
        "name": "mine",
        "title": "La mienne",
        "judge": lambda *_: compliant("Oui."),
    }
    return Rule(**(known | given))


def judged(judge: Callable[..., Any]) -> object:
    return rule(judge=judge).find(CONTRACT)


def test_a_rule_of_ones_own_is_taken_as_it_is() -> None:
    mine = rule(boxes=(4,), articles=("L6222-1",))
    assert mine.find(CONTRACT).sentence == "Oui."


@pytest.mark.parametrize("combine", [all_of, any_of])
def test_no_part_decides_nothing(combine: Callable[..., object]) -> None:
    with pytest.raises(InvalidValue, match="write at least one"):
        combine(())


@pytest.mark.parametrize("template", ["{day}", "{}", "{0}", "{open", "closed}", "{n!x}"])
def test_a_template_names_the_values_given(template: str) -> None:
    with pytest.raises(InvalidValue, match=r"name in braces some of \['n'\]"):
        sentence(template, {"n": 5})


def test_a_text_is_no_row_of_texts() -> None:
    with pytest.raises(WrongType, match="items"):
        enumeration("abc")
    assert enumeration(iter("abc")) == "a, b et c"
    assert plural(2, "jour  ouvrable") == "2 jours  ouvrables"


@pytest.mark.parametrize(("function", "edge"), [(eve_of, date.min), (morrow_of, date.max)])
def test_the_calendar_has_two_ends(function: Callable[[date], date], edge: date) -> None:
    with pytest.raises(InvalidValue, match="within the years"):
        function(edge)


def test_a_level_and_a_code_say_what_to_write() -> None:
    with pytest.raises(InvalidValue, match=r"level: got 9 .* write 3-8"):
        first_year_aid(
            concluded_on=DAY,
            starts_on=DAY,
            level=9,
            headcount=1,
            quota_met=False,
            minor=False,
            disabled=False,
            overseas=False,
        )
    with pytest.raises(WrongType, match="one of WorkSector"):
        minor_limits(
            sector="construction_site",  # type: ignore[arg-type]
            concluded_on=DAY,
            collective_organisation=True,
            inspector_authorisation=False,
        )


def joined(
    *days: date,
    number: Decimal | int = 0,
    day: date | Contract | None = None,
    rows: tuple[tuple[date, int], ...] = (),
    **others: str,
) -> int:
    check_arguments(joined, locals())
    return len(others)


def test_what_an_annotation_joins_is_looked_into() -> None:
    assert joined(DAY, number=3, day=CONTRACT, rows=((DAY, 1),), a="b") == 1
    assert joined(number=WAGE, day=DAY) == 0
    for path, given in {
        "number": {"number": True},
        "day": {"day": MOMENT},
        "rows[0]": {"rows": ((DAY,),)},
        "rows[1][0]": {"rows": ((DAY, 1), (MOMENT, 1))},
        "rows[0][1]": {"rows": ((DAY, -1),)},
    }.items():
        with pytest.raises((WrongType, InvalidValue)) as caught:
            joined(**given)  # type: ignore[arg-type]
        assert caught.value.path == path
    with pytest.raises(WrongType, match=r"days\[1\]"):
        joined(DAY, MOMENT)
