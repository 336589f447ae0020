"""L6243-1 and the decrees: aid of the first year, by date, size and level.

L6227-12 leaves public employers out; D6243-2 I asks for a contract sent « au
plus tard six mois après sa conclusion », and for no aid before for the « même
employeur », the « même apprenti » and the « même certification
professionnelle ».
"""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

from apprentissage.dossier.aid_texts import OVERSEAS
from apprentissage.dossier.employer_aid import EMPLOYER_AID, first_year_aid
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    Contract,
    Decision,
    Dossier,
    Employer,
    EmployerType,
    FundingDecision,
    PreviousCycle,
    Route,
    Territory,
    Training,
)
from apprentissage.facts.authorities import SourceKind
from apprentissage.judging import Consequence
from apprentissage.law.readings import LETTER
from apprentissage.law.sources import article
from apprentissage.months import eve_of, last_day_of
from tests.sample import NONE, OPEN, YES, check_speaks, contract, entries, undated
from tests.support.missing import filled

SMALL, LARGE = 249, 250
LEVELS = (3, 4, 5, 6, 7, 8)


def amounts(concluded_on: date, headcount: int, **facts: bool) -> tuple[int, ...]:
    """The amounts of levels 3 to 8."""
    known: dict[str, Any] = {
        "quota_met": True,
        "minor": False,
        "disabled": False,
        "overseas": False,
        **facts,
    }
    return tuple(
        first_year_aid(
            concluded_on=concluded_on,
            starts_on=concluded_on,
            level=level,
            headcount=headcount,
            **known,
        )
        for level in LEVELS
    )


NOTHING = (0,) * 6


@pytest.mark.parametrize(
    ("first", "last", "small", "large"),
    [
        (date(2019, 1, 1), date(2020, 6, 30), (4125, 4125, 0, 0, 0, 0), NOTHING),
        (
            date(2020, 7, 1),
            date(2022, 12, 31),
            (8000, 8000, 8000, 8000, 8000, 0),
            (8000, 8000, 8000, 8000, 8000, 0),
        ),
        (
            date(2023, 1, 1),
            date(2024, 12, 31),
            (6000, 6000, 6000, 6000, 6000, 0),
            (6000, 6000, 6000, 6000, 6000, 0),
        ),
        (date(2025, 1, 1), date(2025, 2, 23), (6000, 6000, 0, 0, 0, 0), NOTHING),
        (date(2025, 2, 24), date(2025, 12, 31), (5000,) * 5 + (0,), (2000,) * 5 + (0,)),
        (date(2026, 1, 1), date(2026, 3, 7), (5000, 5000, 0, 0, 0, 0), NOTHING),
        (
            date(2026, 3, 8),
            date(2026, 12, 31),
            (5000, 5000, 4500, 2000, 2000, 0),
            (2000, 2000, 1500, 750, 750, 0),
        ),
    ],
)
def test_the_table(
    first: date, last: date, small: tuple[int, ...], large: tuple[int, ...]
) -> None:
    for day in (first, last):
        assert amounts(day, SMALL) == small
        assert amounts(day, LARGE) == large
        assert amounts(day, LARGE, quota_met=False) == NOTHING
        assert amounts(day, SMALL, quota_met=False) == small


def test_a_minor_of_the_recovery_plan() -> None:
    plan = date(2020, 9, 1)
    assert amounts(plan, SMALL, minor=True) == (5000,) * 5 + (0,)
    assert amounts(plan, LARGE, minor=True) == (5000,) * 5 + (0,)
    assert amounts(date(2023, 1, 1), SMALL, minor=True)[0] == 6000


@pytest.mark.parametrize(
    ("day", "small", "large"),
    [
        (date(2025, 2, 23), (6000, 6000, 0, 0, 0, 0), NOTHING),
        (date(2025, 2, 24), (6000,) * 6, (6000,) * 6),
        (date(2025, 12, 31), (6000,) * 6, (6000,) * 6),
        (date(2026, 1, 1), (6000, 6000, 0, 0, 0, 0), NOTHING),
        (date(2026, 3, 7), (6000, 6000, 0, 0, 0, 0), NOTHING),
        (date(2026, 3, 8), (6000,) * 6, (6000,) * 6),
        (date(2024, 12, 31), (6000,) * 5 + (0,), (6000,) * 5 + (0,)),
        (date(2020, 6, 30), (4125, 4125, 0, 0, 0, 0), NOTHING),
    ],
)
def test_disability(day: date, small: tuple[int, ...], large: tuple[int, ...]) -> None:
    assert amounts(day, SMALL, disabled=True) == small
    assert amounts(day, LARGE, disabled=True) == large


@pytest.mark.parametrize(
    ("day", "level_5"),
    [
        (date(2020, 6, 30), 0),
        (date(2025, 2, 23), 6000),
        (date(2025, 2, 24), 5000),
        (date(2026, 3, 7), 5000),
        (date(2026, 3, 8), 5000),
    ],
)
def test_level_5_overseas(day: date, level_5: int) -> None:
    assert amounts(day, SMALL, overseas=True)[2] == level_5
    large = amounts(day, LARGE)
    assert amounts(day, LARGE, overseas=True) == large


def test_what_is_overseas() -> None:
    assert Territory.MAYOTTE in OVERSEAS
    assert Territory.ALSACE_MOSELLE not in OVERSEAS
    assert len(OVERSEAS) == 8


def employed(concluded_on: date, **facts: Any) -> Contract:
    known: dict[str, Any] = {
        "level": 4,
        "headcount": 10,
        "rqth": False,
        "quota_met": None,
        "territory": Territory.METROPOLE,
        "type": EmployerType.OTHER_PRIVATE,
        "received": False,
        "starts_on": concluded_on,
        "ends_on": last_day_of(concluded_on, 24),
        "born_on": date(2000, 1, 1),
        **facts,
    }
    return contract(
        concluded_on=concluded_on,
        starts_on=known["starts_on"],
        ends_on=known["ends_on"],
        apprentice={"born_on": known["born_on"], "rqth": known["rqth"]},
        training=Training(level=known["level"]),
        employer=Employer(
            headcount=known["headcount"],
            quota_met=known["quota_met"],
            territory=known["territory"],
            type=known["type"],
            aid_already_received=known["received"],
        ),
        previous=known.get("previous"),
        file=known.get("file", Dossier()),
    )


MARCH_8 = date(2026, 3, 8)


def test_finding() -> None:
    found = EMPLOYER_AID.find(employed(MARCH_8))
    assert found.outcome is YES
    assert found["first_year_amount"] == 5000
    assert found["later_years"] == ()
    assert found.sentence == (
        "L'aide à l'employeur est de 5\u202f000\xa0€ au plus pour la première année d'exécution."
    )
    none = EMPLOYER_AID.find(employed(MARCH_8, level=8))
    assert none.outcome is NONE
    assert none["first_year_amount"] == 0


@pytest.mark.parametrize(
    ("day", "facts", "later"),
    [
        (date(2019, 1, 1), {}, True),
        (date(2020, 6, 30), {}, True),
        (date(2020, 7, 1), {}, True),
        (date(2022, 12, 31), {}, True),
        (date(2023, 1, 1), {}, False),
        (date(2022, 12, 31), {"headcount": 249, "level": 3}, True),
        (date(2022, 12, 31), {"headcount": 250, "quota_met": True}, False),
        (date(2022, 12, 31), {"level": 5}, False),
    ],
)
def test_the_later_years_are_those_of_the_aide_unique(
    day: date, facts: dict[str, Any], later: bool
) -> None:
    found = EMPLOYER_AID.find(employed(day, **facts))
    assert found["later_years"] == ((2000, 1200, 1200) if later else ())


def test_the_later_years_wait_for_the_size() -> None:
    plan = date(2020, 9, 1)
    unknown = {"headcount": None, "quota_met": True}
    found = EMPLOYER_AID.find(employed(plan, **unknown))
    assert found.outcome is YES
    assert found["later_years"] is None
    higher = EMPLOYER_AID.find(employed(plan, level=5, **unknown))
    assert higher["later_years"] == ()


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"level": None}, ("training.level",)),
        ({"rqth": None}, ("apprentice.rqth",)),
        ({"headcount": None}, ("employer.headcount", "employer.quota_met")),
        ({"headcount": 250}, ("employer.quota_met",)),
        ({"level": 5, "territory": None}, ("employer.territory",)),
        ({"headcount": 250, "quota_met": False}, ()),
        ({"territory": None}, ()),
        ({"headcount": 250, "quota_met": True, "territory": None}, ()),
    ],
)
def test_facts_that_decide_are_missing(facts: dict[str, Any], missing: tuple[str, ...]) -> None:
    found = EMPLOYER_AID.find(employed(MARCH_8, **facts))
    assert found.missing == missing
    assert (found.outcome is OPEN) is bool(missing)


def test_completing_the_missing_facts_decides() -> None:
    unknown = employed(MARCH_8, level=None, headcount=None, rqth=None, territory=None)
    found = EMPLOYER_AID.find(unknown)
    assert len(found.missing) == 5
    complete = filled(
        unknown,
        {
            "training.level": 6,
            "employer.headcount": 300,
            "employer.quota_met": True,
            "apprentice.rqth": False,
            "employer.territory": Territory.MAYOTTE,
        },
    )
    assert EMPLOYER_AID.find(complete)["first_year_amount"] == 750


@pytest.mark.parametrize(
    ("starts_on", "level", "amount", "alone"),
    [
        (date(2026, 12, 31), 6, 2000, False),
        (date(2027, 1, 1), 6, 0, True),
        (date(2027, 1, 1), 4, 5000, True),
        (date(2027, 1, 2), 4, 5000, True),
    ],
)
def test_from_2027_on_the_aid_of_the_code_alone(
    starts_on: date, level: int, amount: int, alone: bool
) -> None:
    facts = employed(MARCH_8, level=level, starts_on=starts_on, ends_on=last_day_of(starts_on, 24))
    found = EMPLOYER_AID.find(facts)
    assert found["first_year_amount"] == amount
    named = {caveat.name for caveat in found.caveats}
    assert ("AFTER_THE_SCHEME" in named) is alone


def names(concluded_on: date, **facts: Any) -> set[str]:
    found = EMPLOYER_AID.find(employed(concluded_on, **facts))
    return {caveat.name for caveat in found.caveats}


def test_reserves() -> None:
    autumn = date(2025, 9, 1)
    assert names(autumn) == set()
    year_ends_on = last_day_of(autumn, 12)
    assert names(autumn, ends_on=year_ends_on) == set()
    short = names(autumn, ends_on=eve_of(year_ends_on))
    assert short == {"AID_BY_THE_DAY"}
    for ends_on, told in (
        (date(2025, 10, 31), set[str]()),
        (date(2025, 11, 1), {"AID_BY_THE_DAY"}),
        (date(2025, 11, 2), {"AID_BY_THE_DAY"}),
    ):
        assert names(date(2025, 3, 3), ends_on=ends_on) == told
    unpaid = Dossier(months_without_pay=2)
    assert names(autumn, file=unpaid) == {"MONTHS_WITHOUT_PAY"}
    assert names(autumn, file=Dossier(months_without_pay=0)) == set()
    plan = date(2020, 9, 1)
    turning = {"TURNS_18_IN_FIRST_YEAR", "PARTLY_UNVERIFIED"}
    assert names(plan, born_on=date(2002, 9, 2)) == turning
    assert names(plan, born_on=date(2003, 8, 31)) == turning
    assert names(plan, born_on=date(2003, 9, 1)) == {"PARTLY_UNVERIFIED"}
    assert names(plan, born_on=date(2002, 9, 1)) == {"PARTLY_UNVERIFIED"}


@pytest.mark.parametrize(
    ("day", "facts", "told"),
    [
        # « équivalant au plus au baccalauréat », which is adapted overseas by
        # a text that was not read: the first year, then the later ones
        (date(2019, 1, 1), {"level": 5}, True),
        (date(2020, 6, 30), {"level": 5, "headcount": 249}, True),
        (date(2022, 12, 31), {"level": 5}, True),
        (date(2023, 1, 1), {"level": 5}, False),
        (date(2020, 6, 30), {"level": 4}, False),
        (date(2020, 6, 30), {"level": 6}, False),
        (date(2020, 6, 30), {"level": 5, "headcount": 250}, False),
        (date(2020, 6, 30), {"level": 5, "territory": Territory.METROPOLE}, False),
    ],
)
def test_level_5_overseas_before_2023_has_a_reserve(
    day: date, facts: dict[str, Any], told: bool
) -> None:
    found = names(day, **{"territory": Territory.LA_REUNION, **facts})
    assert ("OVERSEAS_LEVEL_5_UNREAD" in found) is told


@pytest.mark.parametrize("day", [date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1), MARCH_8])
def test_what_the_sheet_of_the_ministry_confirms_has_no_reserve(day: date) -> None:
    assert names(day) == set()
    assert names(day, territory=Territory.MAYOTTE, level=5) == set()


PLAN = date(2021, 9, 1)
PUBLIC = [kind for kind in EmployerType if 21 <= int(kind.value) <= 29]


@pytest.mark.parametrize("kind", PUBLIC)
@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2020, 6, 30), date(2022, 1, 1), MARCH_8])
def test_a_public_employer_has_none(kind: EmployerType, day: date) -> None:
    found = EMPLOYER_AID.find(employed(day, type=kind, rqth=True))
    assert (found.outcome, found["first_year_amount"]) == (NONE, 0)
    assert found.sources == (article("L6227-12", date(2019, 1, 1)),)
    assert entries(EMPLOYER_AID, employed(day, type=kind)) == []


@pytest.mark.parametrize(
    ("day", "told"), [(date(2026, 5, 27), []), (date(2026, 5, 28), ["UNREAD_VERSION"])]
)
def test_the_last_wording_of_what_excludes_a_public_employer_is_unread(
    day: date, told: list[str]
) -> None:
    found = EMPLOYER_AID.find(employed(day, type=EmployerType.COMMUNE))
    assert (found.outcome, found["first_year_amount"]) == (NONE, 0)
    assert [caveat.name for caveat in found.caveats] == told


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2020, 6, 30), 0),
        (date(2020, 7, 1), 3000),
        (date(2021, 12, 31), 3000),
        (date(2022, 1, 1), 0),
    ],
)
@pytest.mark.parametrize("kind", PUBLIC)
def test_the_lump_sum_of_local_authorities(kind: EmployerType, day: date, amount: int) -> None:
    local = kind.value in {"22", "23", "24", "28"}
    facts = employed(day, type=kind, level=8, headcount=400, quota_met=False)
    found = EMPLOYER_AID.find(facts)
    assert found["first_year_amount"] == (amount if local else 0)
    assert found.outcome is (YES if local and amount else NONE)
    asked = first_year_aid(
        concluded_on=day,
        starts_on=day,
        level=8,
        headcount=400,
        quota_met=False,
        minor=False,
        disabled=False,
        overseas=False,
        employer=kind,
    )
    assert asked == found["first_year_amount"]


@pytest.mark.parametrize(
    ("day", "level", "missing"),
    [
        (MARCH_8, 4, ("employer.type",)),
        (MARCH_8, 8, ()),  # none for anybody
        (PLAN, 8, ("employer.type",)),  # some for a commune
    ],
)
def test_an_unknown_employer_may_be_public(
    day: date, level: int, missing: tuple[str, ...]
) -> None:
    found = EMPLOYER_AID.find(employed(day, level=level, type=None))
    assert found.missing == missing


@pytest.mark.parametrize(
    ("day", "filed_on", "amount"),
    [
        (date(2026, 3, 16), date(2026, 9, 15), 5000),
        (date(2026, 3, 16), date(2026, 9, 16), 5000),
        (date(2026, 3, 16), date(2026, 9, 17), 0),
        (date(2026, 8, 31), date(2027, 2, 28), 5000),
        (date(2026, 8, 31), date(2027, 3, 1), 0),
        (date(2025, 1, 2), date(2025, 7, 3), 0),
        # the sheet, for 2023 and 2024: « avant le 30 juin 2025 »
        (date(2024, 12, 31), date(2025, 6, 29), 6000),
        (date(2024, 12, 31), date(2025, 6, 30), 0),
        (date(2022, 12, 31), date(2025, 6, 30), 8000),
    ],
)
def test_sent_too_late_it_is_lost(day: date, filed_on: date, amount: int) -> None:
    facts = employed(day, file=Dossier(filed_on=filed_on))
    found = EMPLOYER_AID.find(facts)
    assert found["first_year_amount"] == amount
    assert ("est perdue" in found.sentence) is (amount == 0)
    asked = first_year_aid(
        concluded_on=day,
        starts_on=day,
        level=4,
        headcount=10,
        quota_met=False,
        minor=False,
        disabled=False,
        overseas=False,
        filed_on=filed_on,
    )
    assert asked == amount


@pytest.mark.parametrize(
    ("day", "amount"),
    [(date(2025, 2, 23), 6000), (date(2025, 2, 24), 0), (date(2026, 1, 15), 0), (MARCH_8, 0)],
)
def test_never_twice_for_the_same_certification(day: date, amount: int) -> None:
    found = EMPLOYER_AID.find(employed(day, received=True))
    assert found["first_year_amount"] == amount
    asked = first_year_aid(
        concluded_on=day,
        starts_on=day,
        level=4,
        headcount=10,
        quota_met=False,
        minor=False,
        disabled=False,
        overseas=False,
        already_received=True,
    )
    assert asked == amount


APPRENTICESHIP = PreviousCycle(route=Route.APPRENTICESHIP, ended_on=date(2026, 2, 28))


@pytest.mark.parametrize(
    ("previous", "missing"),
    [
        (None, True),
        ((), False),
        ((evolve(APPRENTICESHIP, same_employer=False),), False),
        ((PreviousCycle(route=Route.SCHOOL),), False),
        ((evolve(APPRENTICESHIP, same_employer=True),), True),
        ((APPRENTICESHIP,), True),
    ],
)
def test_without_an_earlier_contract_there_was_no_aid(
    previous: tuple[PreviousCycle, ...] | None, missing: bool
) -> None:
    facts = employed(MARCH_8, received=None, previous=previous)
    found = EMPLOYER_AID.find(facts)
    assert found.missing == ("employer.aid_already_received",) * missing
    assert found.outcome is (OPEN if missing else YES)


@pytest.mark.parametrize(
    ("day", "file", "amount"),
    [
        (MARCH_8, {"decision": Decision.REFUSED}, 0),
        (MARCH_8, {"decision": Decision.REFUSED, "deposited": True}, 5000),
        (MARCH_8, {"decision": Decision.ACCEPTED}, 5000),
        (MARCH_8, {"deposited": False}, 0),
        # refused and deposited all the same
        (date(2024, 7, 31), {"decision": Decision.REFUSED}, 6000),
        (date(2024, 8, 1), {"decision": Decision.REFUSED}, 0),
        (date(2019, 6, 3), {"decision": Decision.REFUSED}, 4125),
        # nobody decided then, and its deposit is denied
        (date(2019, 6, 3), {"deposited": False}, 0),
    ],
)
def test_a_contract_that_is_not_deposited(day: date, file: dict[str, Any], amount: int) -> None:
    """D6243-2 I: « et le dépôt de celui-ci par l'opérateur »."""
    decision = file.pop("decision", None)
    told = Dossier(decision=decision and FundingDecision(decision=decision), **file)
    found = EMPLOYER_AID.find(employed(day, file=told))
    assert found["first_year_amount"] == amount


def test_a_large_firm_learns_that_the_quota_alone_is_missing() -> None:
    said = [
        EMPLOYER_AID.find(employed(MARCH_8, level=level, headcount=size, quota_met=False)).sentence
        for level, size in ((6, LARGE), (8, LARGE), (8, SMALL))
    ]
    quota = (
        "Aucune aide à l'employeur n'est ouverte à ce contrat\xa0: une "
        "entreprise de 250 salariés et plus doit respecter le quota "
        "d'alternants, ou s'y engager."
    )
    none = "Aucune aide à l'employeur n'est ouverte à ce contrat."
    assert said == [quota, none, none]


def test_born_on_29_february() -> None:
    facts = employed(date(2022, 2, 28), born_on=date(2004, 2, 29))
    assert EMPLOYER_AID.find(facts)["first_year_amount"] == 8000
    march = LETTER.choose(leap_birthday="MARCH_1")
    assert EMPLOYER_AID.find(facts, march)["first_year_amount"] == 5000


def test_agenda() -> None:
    filed, started = entries(EMPLOYER_AID, employed(MARCH_8, level=5))
    assert filed.on == date(2026, 9, 8)
    assert filed.kind is SourceKind.DECREE
    assert started.on == date(2026, 12, 31)
    assert started.consequence is Consequence.AID_LOST
    # up to the baccalauréat the aide unique gives as much, whatever the start
    assert entries(EMPLOYER_AID, employed(MARCH_8, level=4)) == [filed]
    (later,) = entries(EMPLOYER_AID, employed(MARCH_8, starts_on=date(2027, 1, 1)))
    assert later.on == filed.on
    assert later.fixed_by == article("D6243-1", date(2026, 1, 1))
    late = employed(MARCH_8, file=Dossier(filed_on=date(2026, 12, 1)))
    assert entries(EMPLOYER_AID, late) == []
    large = entries(EMPLOYER_AID, employed(MARCH_8, headcount=250, quota_met=True))
    assert [entry.on for entry in large] == [
        date(2026, 9, 8),
        date(2026, 12, 31),
        date(2026, 11, 8),
    ]
    # D6243-2: « Le bénéfice de l'aide est subordonné au respect des conditions »
    assert {entry.consequence for entry in large} == {Consequence.AID_LOST}
    unknown = employed(MARCH_8, headcount=None)
    assert len(entries(EMPLOYER_AID, unknown)) == 2
    (waiting,) = undated(EMPLOYER_AID, unknown)
    assert waiting.waits_for == ("employer.headcount",)
    assert entries(EMPLOYER_AID, employed(MARCH_8, level=8)) == []
    (sheet,) = entries(EMPLOYER_AID, employed(date(2024, 9, 2)))
    assert sheet.on == date(2025, 6, 29)
    assert entries(EMPLOYER_AID, employed(date(2022, 9, 1))) == []


def test_sentences() -> None:
    check_speaks(
        EMPLOYER_AID,
        employed(MARCH_8),
        employed(MARCH_8, level=8),
        employed(MARCH_8, level=6, headcount=LARGE, quota_met=False),
        employed(MARCH_8, level=None),
        employed(PLAN, type=EmployerType.COMMUNE),
        employed(MARCH_8, type=EmployerType.COMMUNE),
        employed(MARCH_8, received=True),
        employed(MARCH_8, file=Dossier(filed_on=date(2027, 1, 1))),
        employed(MARCH_8, file=Dossier(deposited=False)),
    )


def test_bad_input() -> None:
    for day in (date(2018, 12, 31), datetime(2026, 3, 8)):
        with pytest.raises((NotCovered, WrongType)):
            amounts(day, SMALL)
    for name, wrong, error in (
        ("level", 2, InvalidValue),
        ("level", 9, InvalidValue),
        ("level", None, WrongType),
        ("headcount", -1, InvalidValue),
        ("headcount", "250", WrongType),
        ("quota_met", None, WrongType),
        ("overseas", Territory.MAYOTTE, WrongType),
    ):
        known: dict[str, Any] = {
            "concluded_on": MARCH_8,
            "starts_on": MARCH_8,
            "level": 4,
            "headcount": SMALL,
            "quota_met": True,
            "minor": False,
            "disabled": False,
            "overseas": False,
            name: wrong,
        }
        with pytest.raises(error, match=name):
            first_year_aid(**known)
