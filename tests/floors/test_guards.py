"""Structural checks: what is refused, with path, value and remedy."""

import pickle
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from attrs import fields, has

import apprentissage
from apprentissage._guards import check_date, check_number
from apprentissage._text import sentence
from apprentissage.age import UPPER_AGE
from apprentissage.errors import ApprentissageError, InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    NO_EXTENSION,
    NO_GRID,
    Apprentice,
    BranchAgreement,
    ByDay,
    ContractMode,
    DeclaredPayLine,
    Employer,
    EmployerType,
    ExperiencePeriod,
    Extension,
    ExtensionReason,
    Grid,
    MaitreApprentissage,
    Mobility,
    PayBase,
    Period,
    PreviousCycle,
    RuptureCause,
    Sex,
    Signatory,
    SpecificEmployer,
    Supervised,
    Territory,
    Training,
    WorkDay,
    WorkingTime,
)
from apprentissage.judging import compliant
from apprentissage.minors import is_minor
from tests.sample import in_2026 as contract

BORN = date(2007, 9, 15)


class NotATime(datetime):
    """As pandas' NaT: an instance of datetime, and so of date."""


def stay(first: int, last: int) -> Mobility:
    return Mobility(starts_on=date(2027, 3, first), ends_on=date(2027, 3, last))


@pytest.mark.parametrize(
    ("kind", "facts", "error", "path"),
    [
        (Apprentice, {"born_on": datetime(2007, 9, 15)}, WrongType, "born_on"),
        (Apprentice, {"born_on": NotATime(2007, 9, 15)}, WrongType, "born_on"),
        (Apprentice, {"born_on": "2007-09-15"}, WrongType, "born_on"),
        (Apprentice, {"born_on": None}, WrongType, "born_on"),
        (Apprentice, {"born_on": date(207, 9, 15)}, InvalidValue, "born_on"),
        (Apprentice, {"born_on": date(2200, 1, 1)}, InvalidValue, "born_on"),
        (Apprentice, {"born_on": BORN, "rqth": 1}, WrongType, "rqth"),
        (Apprentice, {"born_on": BORN, "family_name": 3}, WrongType, "family_name"),
        (Apprentice, {"born_on": BORN, "family_name": " "}, InvalidValue, "family_name"),
        (Apprentice, {"born_on": BORN, "sex": "M"}, WrongType, "sex"),
        (Employer, {"territory": "mayote"}, WrongType, "territory"),
        (Employer, {"headcount": True}, WrongType, "headcount"),
        (Employer, {"headcount": "12"}, WrongType, "headcount"),
        (Employer, {"headcount": -1}, InvalidValue, "headcount"),
        (Employer, {"worked_holidays": {BORN}}, WrongType, "worked_holidays"),
        (Employer, {"worked_holidays": frozenset({"x"})}, WrongType, "worked_holidays"),
        (Employer, {"holidays": 3}, WrongType, "holidays"),
        (BranchAgreement, {"years_with_diploma": -1}, InvalidValue, "years_with_diploma"),
        (Training, {"level": 9}, InvalidValue, "level"),
        (Training, {"hours": 400.5}, WrongType, "hours"),
        (Training, {"hours": True}, WrongType, "hours"),
        (Training, {"hours": Decimal("NaN")}, InvalidValue, "hours"),
        (Training, {"hours": -1}, InvalidValue, "hours"),
        (
            Training,
            {"cycle_starts_on": date(2026, 9, 1), "cycle_ends_on": date(2026, 8, 31)},
            InvalidValue,
            "cycle_ends_on",
        ),
        (Training, {"entry_year": 3, "cycle_years": 2}, InvalidValue, "entry_year"),
        (PreviousCycle, {"ended_on": BORN, "ruptured_on": BORN}, InvalidValue, "ended_on"),
        (
            PreviousCycle,
            {"ended_on": BORN, "rupture_cause": RuptureCause.FORCE_MAJEURE},
            InvalidValue,
            "ended_on",
        ),
        (PreviousCycle, {"diploma_obtained": False, "level": 5}, InvalidValue, "level"),
        (PreviousCycle, {"diploma_obtained": True, "level": 0}, InvalidValue, "level"),
        (
            PreviousCycle,
            {"exam_failed": True, "diploma_obtained": True},
            InvalidValue,
            "exam_failed",
        ),
        (PreviousCycle, {"exam_failed": True, "level": 3}, InvalidValue, "exam_failed"),
        (PreviousCycle, {"target_level": 2}, InvalidValue, "target_level"),
        (PreviousCycle, {"last_rate": 67.0}, WrongType, "last_rate"),
        (
            MaitreApprentissage,
            {"experience": (), "experience_months": 3},
            InvalidValue,
            "experience_months",
        ),
        (
            MaitreApprentissage,
            {"experience": (), "excluded_months": 3},
            InvalidValue,
            "experience_months",
        ),
        (
            MaitreApprentissage,
            {"experience_months": 3, "excluded_months": 4},
            InvalidValue,
            "excluded_months",
        ),
        (MaitreApprentissage, {"experience": []}, WrongType, "experience"),
        (MaitreApprentissage, {"supervised": ("x",)}, WrongType, "supervised[0]"),
        (
            ExperiencePeriod,
            {"starts_on": date(2026, 1, 2), "ends_on": date(2026, 1, 1)},
            InvalidValue,
            "ends_on",
        ),
        (
            Supervised,
            {"starts_on": date(2026, 1, 2), "ends_on": date(2026, 1, 1)},
            InvalidValue,
            "ends_on",
        ),
        (
            Period,
            {"starts_on": date(2026, 1, 2), "ends_on": date(2026, 1, 1)},
            InvalidValue,
            "ends_on",
        ),
        (
            Mobility,
            {"starts_on": date(2026, 1, 2), "ends_on": date(2026, 1, 1)},
            InvalidValue,
            "ends_on",
        ),
        (Grid, {}, InvalidValue, "under_18"),
        (
            Grid,
            dict.fromkeys(("under_18", "from_18", "from_21", "from_26")),
            InvalidValue,
            "under_18",
        ),
        (Grid, {"base": PayBase.SMC}, InvalidValue, "under_18"),
        (Grid, {"from_18": (Decimal(50),) * 3, "idcc": ("9999",)}, InvalidValue, "idcc"),
        (Grid, {"from_18": (Decimal(50), Decimal(60))}, WrongType, "from_18"),
        (Grid, {"from_18": (50.0, 60.0, 70.0)}, WrongType, "from_18[0]"),
        (Grid, {"from_18": (Decimal(50), Decimal(-1), Decimal(3))}, InvalidValue, "from_18[1]"),
        (
            DeclaredPayLine,
            {"starts_on": date(2026, 1, 2), "ends_on": date(2026, 1, 1), "rate": Decimal(43)},
            InvalidValue,
            "ends_on",
        ),
        (DeclaredPayLine, {"starts_on": BORN, "ends_on": BORN, "rate": 43.0}, WrongType, "rate"),
        (WorkDay, {"on": BORN, "starts_at": "08:00"}, WrongType, "starts_at"),
        (WorkDay, {"on": BORN, "ends_at": time(8, tzinfo=UTC)}, InvalidValue, "ends_at"),
        (WorkingTime, {"days": tuple(WorkDay(on=BORN) for _ in range(2))}, InvalidValue, "days"),
        (ByDay, {"steps": ()}, WrongType, "steps"),
        (ByDay, {"steps": (3,)}, WrongType, "steps[0]"),
        (ByDay, {"steps": ((BORN, Decimal(1), BORN),)}, WrongType, "steps[0]"),
        (ByDay, {"steps": (("x", Decimal(1)),)}, WrongType, "steps[0][0]"),
        (ByDay, {"steps": ((BORN, 1.5),)}, WrongType, "steps[0][1]"),
        (ByDay, {"steps": ((BORN, Decimal(-1)),)}, InvalidValue, "steps[0][1]"),
        (ByDay, {"steps": ((BORN, Decimal(1)), (BORN, Decimal(2)))}, InvalidValue, "steps[1][0]"),
        (contract, {"ends_on": date(2026, 8, 31)}, InvalidValue, "ends_on"),
        (
            contract,
            {"apprentice": Apprentice(born_on=date(2026, 9, 1))},
            InvalidValue,
            "apprentice.born_on",
        ),
        (contract, {"apprentice": "Léa"}, WrongType, "apprentice"),
        (contract, {"smc_monthly": 1900.0}, WrongType, "smc_monthly"),
        (contract, {"mode": "1"}, WrongType, "mode"),
        (contract, {"mobilities": (stay(9, 30), stay(1, 9))}, InvalidValue, "mobilities"),
        (contract, {"mobilities": (stay(1, 30), stay(8, 9))}, InvalidValue, "mobilities"),
        (contract, {"signed_by": frozenset({"employer"})}, WrongType, "signed_by"),
        (
            contract,
            {
                "extension": Extension(
                    reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 8, 31)
                )
            },
            InvalidValue,
            "extension.starts_on",
        ),
        (
            contract,
            {
                "extension": Extension(
                    reason=ExtensionReason.FAILED_EXAM, starts_on=date(2028, 9, 1)
                )
            },
            InvalidValue,
            "extension.starts_on",
        ),
        (Extension, {"reason": ExtensionReason.NONE, "starts_on": BORN}, InvalidValue, "reason"),
    ],
)
def test_what_is_refused(
    kind: Any, facts: dict[str, Any], error: type[ApprentissageError], path: str
) -> None:
    with pytest.raises(error) as caught:
        kind(**facts)
    assert caught.value.path == path  # type: ignore[attr-defined]
    assert caught.value.remedy.startswith("write ")  # type: ignore[attr-defined]
    assert str(caught.value).startswith(f"{path}: got ")


def test_the_remedy_lists_the_members() -> None:
    with pytest.raises(WrongType, match=r"ContractMode\.LIMITED_TERM, ") as e:
        contract(mode=1)
    assert e.value.value == 1
    assert isinstance(e.value, TypeError)


def test_the_limits_are_allowed() -> None:
    known = contract(
        mode=ContractMode.LIMITED_TERM,
        smc_monthly=ByDay(((date(2026, 1, 1), Decimal("1900.00")),)),
        signed_by=frozenset({Signatory.EMPLOYER}),
        extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2028, 8, 31)),
        training=Training(level=8, hours=Decimal("803.50"), entry_year=1),
    )
    assert known.training.level == 8
    assert contract(extension=NO_EXTENSION).extension is NO_EXTENSION
    assert contract(grid=NO_GRID).grid is NO_GRID
    assert contract(
        extension=Extension(reason=ExtensionReason.ATHLETE, starts_on=date(2026, 9, 2))
    ).extension
    assert contract(smc_monthly=Decimal(0)).smc_monthly == 0
    assert Apprentice(born_on=date(1900, 1, 1), sex=Sex.FEMALE).sex is Sex.FEMALE
    assert contract(ends_on=date(2026, 9, 1)).ends_on == date(2026, 9, 1)
    assert Training(entry_year=2, cycle_years=2, hours=0).hours == 0
    assert WorkDay(on=date(2026, 9, 1), hours=0, longest_stretch_hours=0, breaks=0).hours == 0
    assert MaitreApprentissage(experience_months=4, excluded_months=4).excluded_months == 4
    assert WorkDay(on=BORN, starts_at=time(8)).starts_at == time(8)
    # the eve, and the morrow
    assert contract(mobilities=(stay(9, 30), stay(1, 8))).mobilities
    days = tuple(WorkDay(on=date(2026, 9, n)) for n in (2, 1))
    assert WorkingTime(days=days).days == days


def test_amounts_by_day() -> None:
    smc = ByDay(((date(2025, 1, 1), Decimal(1850)), (date(2026, 1, 1), Decimal(1900))))
    assert smc.on(date(2025, 1, 1)) == 1850
    assert smc.on(date(2025, 12, 31)) == 1850
    assert smc.on(date(2026, 1, 1)) == 1900
    with pytest.raises(NotCovered) as caught:
        smc.on(date(2024, 12, 31))
    assert caught.value.covered_from == date(2025, 1, 1)
    assert caught.value.on == date(2024, 12, 31)
    assert caught.value.what == "ByDay"


@pytest.mark.parametrize(
    ("employer", "public", "craft", "agency", "ascendant"),
    [
        (Employer(), None, None, None, None),
        (
            Employer(type=EmployerType.CRAFT_REGISTER, specific=SpecificEmployer.NONE),
            False,
            True,
            False,
            False,
        ),
        (
            Employer(type=EmployerType.OTHER_PUBLIC, specific=SpecificEmployer.ASCENDANT),
            True,
            False,
            False,
            True,
        ),
        (
            Employer(
                type=EmployerType.STATE_SERVICE, specific=SpecificEmployer.TEMPORARY_WORK_AGENCY
            ),
            True,
            False,
            True,
            False,
        ),
        (Employer(type=EmployerType.INDUSTRIAL_COMMERCIAL_PUBLIC_BODY), False, False, None, None),
    ],
)
def test_what_follows_from_the_codes(
    employer: Employer,
    public: bool | None,
    craft: bool | None,
    agency: bool | None,
    ascendant: bool | None,
) -> None:
    assert employer.public is public
    assert employer.craft is craft
    assert employer.temporary_work_agency is agency
    assert employer.ascendant is ascendant


@pytest.mark.parametrize(
    "error",
    [
        InvalidValue("a.b", 3, "write 4"),
        WrongType("a", 3.5, "write a Decimal"),
        NotCovered("SMIC", BORN, None),
        NotCovered("SMIC", BORN, date(2008, 5, 1)),
    ],
)
def test_errors_pickle_and_speak(error: ApprentissageError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert again.__dict__ == error.__dict__


def test_errors_say_what_to_do() -> None:
    assert str(InvalidValue("a", 3, "write 4")) == "a: got 3 (int); write 4"
    assert str(NotCovered("SMIC", BORN, None)) == ("SMIC: not covered on 2007-09-15")
    assert str(NotCovered("SMIC", BORN, date(2008, 5, 1))) == (
        "SMIC: not covered on 2007-09-15, covered from 2008-05-01"
    )
    assert issubclass(InvalidValue, ValueError)
    assert issubclass(NotCovered, LookupError)


def test_contracts_are_values() -> None:
    one = contract(employer=Employer(territory=Territory.MAYOTTE))
    two = contract(employer=Employer(territory=Territory.MAYOTTE))
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301


def test_a_day_of_a_subclass_is_a_day() -> None:
    """Libraries that freeze the clock put their own class of dates."""

    class Frozen(date):
        pass

    days = ((2026, False), (2199, False), (2200, True), (1900, False), (1899, True))
    for year, refused in days:
        try:
            check_date("on", Frozen(year, 12, 31))
        except InvalidValue:
            assert refused, year
        else:
            assert not refused, year


@pytest.mark.parametrize("day", [date(1800, 1, 1), date(2299, 12, 31)])
def test_the_first_and_the_last_day_that_are_computed(day: date) -> None:
    assert is_minor(day, day)


@pytest.mark.parametrize("day", [date(1799, 12, 31), date(2300, 1, 1)])
def test_a_day_past_all_that_is_computed(day: date) -> None:
    with pytest.raises(InvalidValue, match=rf"born_on: got datetime.date\({day.year}"):
        is_minor(day, day)


def test_steps_are_a_tuple() -> None:
    steps: Any = [(date(2026, 1, 1), Decimal(1900))]
    with pytest.raises(WrongType, match="steps"):
        ByDay(steps)


def test_a_number_under_its_bound_is_told_the_bound() -> None:
    with pytest.raises(InvalidValue, match="write a number from 0 on"):
        check_number("hours", Decimal(-1))
    with pytest.raises(InvalidValue, match="write a finite number"):
        check_number("rate", Decimal("Infinity"), None)


def test_a_sentence_is_a_text() -> None:
    wrong: Any = 3
    with pytest.raises(WrongType, match="template"):
        sentence(wrong, {})


def test_parts_of_a_class_of_their_own_are_parts() -> None:
    part = UPPER_AGE.find(contract())
    assert compliant("Oui.").but(parts=(part,)).parts == (part,)


UNCHECKED = {
    "judging.calendar_entries.AgendaEntry": {"rule", "sources"},
    "judging.calendar_entries._Draft": {"rule", "sources"},
    "judging.calendar_entries.Undated": {"rule", "sources", "waits_for"},
    "judging.proposals.Hopeless": {"rule", "values"},
    "judging.proposals.Proposal": {"values"},
    "judging.proposals.Question": {"rule", "values"},
    "dossier.cerfa_retention.Retention": {"caveats", "missing", "sources", "until_event"},
    "law.dated.Version": {"caveats", "cites", "sources", "value"},
    "law.dated._Dated": {"days", "what", "worded"},
    "law.dated.ByConclusion": {"days", "what", "worded"},
    "law.dated.ByEvent": {"days", "what", "worded"},
    "law.dated.ByWork": {"days", "what", "worded"},
    "pay.grids.BranchGrid": {"caveats", "covered_from", "grid"},
}
"""Fields that the library alone fills in, or that take anything."""


def test_a_class_checks_all_of_its_fields_or_none() -> None:
    partly: dict[str, set[str]] = {}
    for module in walk_packages(apprentissage.__path__, "apprentissage."):
        for kind in vars(import_module(module.name)).values():
            if isinstance(kind, type) and has(kind) and kind.__module__ == module.name:
                left = {each.name for each in fields(kind) if each.validator is None}
                if left and len(left) < len(fields(kind)):
                    name = f"{module.name}.{kind.__name__}"
                    partly[name.removeprefix("apprentissage.")] = left
    assert partly == UNCHECKED


class InOrder(frozenset[date]):
    """A set whose items come as they are asked for."""

    def __iter__(self) -> Iterator[date]:
        return iter(sorted(super().__iter__(), reverse=self.backwards))

    backwards = False


class Backwards(InOrder):
    backwards = True


class OwnDay(date):
    """A day of another library."""


@pytest.mark.parametrize("kind", [InOrder, Backwards])
def test_a_day_of_a_subclass_is_made_plain_wherever_it_stands(kind: type[InOrder]) -> None:
    days = kind({OwnDay(2026, 5, 1), date(2026, 5, 8), date(2026, 5, 14)})
    told = Employer(worked_holidays=days).worked_holidays
    assert told is not None
    assert {type(day) for day in told} == {date}
