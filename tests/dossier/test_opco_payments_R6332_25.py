"""R6332-25 III and IV, D6332-82-1: how the OPCO pays the CFA.

« une avance de 40 % du montant annuel », « Au septième mois », 30 %, « Au
dixième mois », 20 %, the balance « dans les quatre mois suivant le terme du
contrat »; under a year « Une seule avance, de 50 % ».
"""

from datetime import UTC, date, datetime
from decimal import ROUND_FLOOR, Decimal, Inexact, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apprentissage.dates.rupture import broken_on
from apprentissage.dossier.opco_payments import (
    OPCO_PAYMENTS,
    PaymentKind,
    balance_due_on,
    opco_payments,
    reduced_funding,
)
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import Contract, Decision, EmployerType, FundingDecision, Rupture
from apprentissage.judging import Consequence
from apprentissage.months import last_day_of
from apprentissage.reviewing import agenda
from apprentissage.views.ical import icalendar_text
from tests.sample import NONE, OPEN, check_speaks, contract, entries, undated

SEPTEMBER = date(2025, 9, 1)


def paid(ends_on: date, funding: str = "8000", **more: Any) -> list[str]:
    return [
        str(payment.amount)
        for payment in opco_payments(
            concluded_on=SEPTEMBER,
            starts_on=SEPTEMBER,
            ends_on=ends_on,
            annual_funding=Decimal(funding),
            **more,
        )
    ]


def test_a_year() -> None:
    year = paid(date(2026, 8, 31))
    assert year == ["3200.00", "2400.00", "1600.00", "800.00"]
    with localcontext() as host:
        host.prec, host.rounding, host.traps[Inexact] = 3, ROUND_FLOOR, True
        assert paid(date(2026, 8, 31)) == year


def test_the_participation_is_taken_off_the_first_advance() -> None:
    """« déduction faite […] pour la seule première année d'exécution »."""
    two_years = paid(date(2027, 8, 31), participation=Decimal(750))
    assert two_years == [
        *("2450.00", "2400.00", "1600.00", "800.00"),
        *("3200.00", "2400.00", "1600.00", "800.00"),
    ]


def test_under_a_year_one_advance_of_half() -> None:
    # 181 days from September to February
    assert paid(date(2026, 2, 28), "3650") == ["905.00", "905.00"]
    # a day short of a year: 364 days
    assert paid(date(2026, 8, 30), "3650") == ["1820.00", "1820.00"]
    assert len(paid(date(2026, 8, 31), "3650")) == 4


def test_a_contract_broken_is_paid_by_the_day() -> None:
    """A contract of two years, broken on 30 November: 91 days at ten euros."""
    assert paid(date(2025, 11, 30), "3650", contract_ends_on=date(2027, 8, 31)) == [
        "364.00",
        "546.00",
    ]
    # broken in the eighth month: the seventh was due
    assert paid(date(2026, 4, 15), "3650", contract_ends_on=date(2027, 8, 31)) == [
        "908.00",
        "681.00",
        "681.00",
    ]


def test_the_months_of_the_instalments() -> None:
    payments = opco_payments(
        concluded_on=SEPTEMBER,
        starts_on=SEPTEMBER,
        ends_on=date(2027, 8, 31),
        annual_funding=Decimal(8000),
    )
    assert [(each.year, each.kind, each.from_on, each.due_on) for each in payments] == [
        (1, PaymentKind.ADVANCE, None, None),
        (1, PaymentKind.INSTALMENT, date(2026, 3, 1), date(2026, 3, 31)),
        (1, PaymentKind.INSTALMENT, date(2026, 6, 1), date(2026, 6, 30)),
        (1, PaymentKind.BALANCE, None, None),
        (2, PaymentKind.ADVANCE, None, None),
        (2, PaymentKind.INSTALMENT, date(2027, 3, 1), date(2027, 3, 31)),
        (2, PaymentKind.INSTALMENT, date(2027, 6, 1), date(2027, 6, 30)),
        (2, PaymentKind.BALANCE, None, date(2027, 12, 31)),
    ]


@given(
    st.dates(date(2025, 7, 1), date(2030, 1, 1)),
    st.integers(0, 1500),
    st.decimals(0, 20000, places=2),
    st.decimals(0, 750, places=2),
)
def test_a_year_adds_up_and_nothing_is_negative(
    starts_on: date, days: int, funding: Decimal, part: Decimal
) -> None:
    ends_on = date.fromordinal(starts_on.toordinal() + days)
    payments = opco_payments(
        concluded_on=starts_on,
        starts_on=starts_on,
        ends_on=ends_on,
        annual_funding=funding,
        participation=part,
    )
    assert all(payment.amount >= 0 for payment in payments)
    full = sum(p.amount for p in payments if p.year == 1)
    if ends_on >= last_day_of(starts_on, 12):
        assert full == max(funding - part, Decimal(0))
    else:
        assert full <= funding


def test_bad_input() -> None:
    with pytest.raises(NotCovered):
        opco_payments(
            concluded_on=date(2025, 6, 30),
            starts_on=SEPTEMBER,
            ends_on=date(2026, 8, 31),
            annual_funding=Decimal(8000),
        )
    for wrong, error in (
        ({"ends_on": date(2025, 8, 31)}, InvalidValue),
        ({"ends_on": date(2026, 8, 31), "funding": "-1"}, InvalidValue),
    ):
        with pytest.raises(error):
            paid(**wrong)
    with pytest.raises(WrongType, match=r'write Decimal\("750.5"\)'):
        paid(date(2026, 8, 31), participation=750.5)


def test_a_whole_number_is_exact() -> None:
    august = date(2026, 8, 31)
    exact = paid(august, participation=Decimal(750))
    assert paid(august, participation=750) == exact


@pytest.mark.parametrize(
    ("ends_on", "concluded_on", "public", "due_on"),
    [
        (date(2027, 8, 31), SEPTEMBER, False, date(2027, 12, 31)),
        (date(2027, 10, 31), SEPTEMBER, False, date(2028, 2, 29)),
        (date(2027, 8, 31), date(2025, 7, 1), False, date(2027, 12, 31)),
        (date(2027, 8, 31), date(2025, 6, 30), False, None),
        (date(2027, 8, 31), SEPTEMBER, True, None),
    ],
)
def test_the_papers_of_the_balance(
    ends_on: date, concluded_on: date, public: bool, due_on: date | None
) -> None:
    found = balance_due_on(ends_on, concluded_on=concluded_on, public=public)
    assert found == due_on


@pytest.mark.parametrize(
    ("funding", "remote", "euros"),
    [
        ("8000", 799, "8000"),
        ("8000", 800, "6400"),
        ("8000", 801, "6400"),
        ("8000", 1000, "6400"),
        ("5000", 800, "4000"),
        ("4999.99", 800, "4000"),  # never under the floor
        ("3900", 800, "3900"),  # nor raised to it
        ("8000", 0, "8000"),
    ],
)
def test_teaching_at_a_distance(funding: str, remote: int, euros: str) -> None:
    def lowered(**more: Any) -> Decimal:
        known = {"concluded_on": SEPTEMBER, "hours": 1000, "remote_hours": remote, **more}
        return reduced_funding(Decimal(funding), **known)

    assert lowered() == Decimal(euros)
    whole = Decimal(funding)
    assert lowered(certification_listed=True) == whole
    assert lowered(concluded_on=date(2025, 6, 30)) == whole
    assert lowered(concluded_on=date(2025, 7, 1)) == Decimal(euros)
    assert lowered(hours=Decimal("1250.5")) == whole
    assert lowered(hours=0, remote_hours=0) == whole
    with pytest.raises(InvalidValue):
        lowered(hours=remote, remote_hours=remote + 1)


REFUSED = {"decision": FundingDecision(decision=Decision.REFUSED)}


def funded(
    funding: int | None = 8000,
    *,
    kind: EmployerType | None = EmployerType.ASSOCIATION,
    remote: int | None = 0,
    **facts: Any,
) -> Contract:
    return contract(
        annual_funding=None if funding is None else Decimal(funding),
        employer={"type": kind},
        training={"level": 5, "hours": 1000, "remote_hours": remote},
        **facts,
    )


def test_what_a_contract_is_paid() -> None:
    found = OPCO_PAYMENTS.find(funded())
    assert found.reminds
    assert found["total"] == Decimal(16000)
    assert found["latest_on"] == date(2027, 12, 31)
    assert [c.name for c in found.caveats] == ["YEAR_OF_365_DAYS"]
    remote = OPCO_PAYMENTS.find(funded(remote=800))
    assert remote["total"] == Decimal(12800)
    assert "CERTIFICATION_LISTED" in {c.name for c in remote.caveats}
    for unknown in (funded(None), funded(remote=None), funded(remote=1001)):
        partly = OPCO_PAYMENTS.find(unknown)
        assert partly.get("total") is None
        assert partly["latest_on"] == date(2027, 12, 31)
        assert partly.outcome is NONE


@pytest.mark.parametrize(
    ("ruptured_on", "on"),
    [
        (None, date(2027, 12, 31)),
        (date(2025, 10, 31), date(2026, 2, 28)),
        (date(2025, 9, 1), date(2026, 1, 1)),  # on its first day
        (date(2025, 9, 2), date(2026, 1, 2)),
        (date(2025, 8, 24), date(2027, 12, 31)),  # before the conclusion
        # « rompu avant son terme »: the eve of it at the latest
        (date(2027, 8, 30), date(2027, 12, 30)),
        (date(2027, 8, 31), date(2027, 12, 31)),
        (date(2027, 9, 1), date(2027, 12, 31)),  # after it ended
    ],
)
def test_the_end_may_be_a_rupture(ruptured_on: date | None, on: date) -> None:
    """The same day in review, agenda and iCalendar, after the rupture too."""
    facts = funded(None, file={"rupture": Rupture(ruptured_on=ruptured_on)})
    found = OPCO_PAYMENTS.find(facts)
    assert found["latest_on"] == on
    dates = agenda(facts, rules=(OPCO_PAYMENTS,))
    (entry,) = dates.entries
    assert (entry.on, entry.consequence) == (on, Consequence.BALANCE_LOST)
    made_at = datetime(2026, 9, 1, tzinfo=UTC)
    text = icalendar_text(dates, uid="x", made_at=made_at)
    assert f"DTSTART;VALUE=DATE:{on:%Y%m%d}" in text
    told = {caveat.name for caveat in found.caveats}
    assert ("PAYMENTS_AFTER_RUPTURE" in told) is (broken_on(facts) is not None)


def test_a_broken_contract_is_paid_by_the_day() -> None:
    """« au prorata temporis du nombre de jours effectués »."""
    rupture = Rupture(ruptured_on=date(2026, 3, 31))
    facts = funded(file={"rupture": rupture})
    found = OPCO_PAYMENTS.find(facts)
    # 212 days of 365, of 8 000 euros
    assert found["total"] == Decimal("4646.58")
    assert "PAYMENTS_AFTER_RUPTURE" in {c.name for c in found.caveats}
    days = [entry.on for entry in agenda(facts, rules=(OPCO_PAYMENTS,))]
    assert days == [date(2026, 3, 1), date(2026, 7, 31)]


@pytest.mark.parametrize("ruptured_on", [date(2025, 8, 25), date(2025, 8, 31)])
def test_a_contract_broken_before_its_start_is_not_paid(ruptured_on: date) -> None:
    facts = funded(file={"rupture": Rupture(ruptured_on=ruptured_on)})
    found = OPCO_PAYMENTS.find(facts)
    assert found.outcome is NONE
    assert "rompu avant" in found.sentence
    assert found.get("latest_on") is None
    assert entries(OPCO_PAYMENTS, facts) == []
    assert undated(OPCO_PAYMENTS, facts) == []


def test_agenda() -> None:
    days = [entry.on for entry in entries(OPCO_PAYMENTS, funded())]
    assert days == [
        date(2026, 3, 1),
        date(2026, 6, 1),
        date(2027, 3, 1),
        date(2027, 6, 1),
        date(2027, 12, 31),
    ]
    (waiting,) = undated(OPCO_PAYMENTS, funded(kind=None))
    assert waiting.waits_for == ("employer.type",)
    for none in (
        funded(kind=EmployerType.COMMUNE),
        funded(concluded_on=date(2025, 6, 30)),
        funded(file=REFUSED),
        funded(kind=None, file=REFUSED),
    ):
        assert entries(OPCO_PAYMENTS, none) == []
        assert undated(OPCO_PAYMENTS, none) == []


def test_whose_contracts_the_opco_pays() -> None:
    public = OPCO_PAYMENTS.find(funded(kind=EmployerType.COMMUNE))
    assert public.outcome is NONE
    assert "public" in public.sentence
    unknown = OPCO_PAYMENTS.find(funded(kind=None))
    assert (unknown.outcome, unknown.missing) == (OPEN, ("employer.type",))
    for kind in (EmployerType.ASSOCIATION, None):
        refused = OPCO_PAYMENTS.find(funded(kind=kind, file=REFUSED))
        assert (refused.outcome, refused.missing) == (NONE, ())
        assert "a refusé" in refused.sentence
        never = {"rupture": Rupture(ruptured_on=date(2025, 8, 31))}
        assert OPCO_PAYMENTS.find(funded(kind=kind, file=never)).outcome is NONE
    eve = OPCO_PAYMENTS.find(funded(concluded_on=date(2025, 6, 30)))
    assert "chaque mois débuté" in eve.sentence


def test_sentences() -> None:
    check_speaks(
        OPCO_PAYMENTS,
        funded(),
        funded(None),
        funded(kind=None),
        funded(kind=EmployerType.COMMUNE),
        funded(concluded_on=date(2025, 6, 30)),
        funded(file=REFUSED),
        funded(file={"rupture": Rupture(ruptured_on=date(2025, 8, 31))}),
    )


def test_an_end_before_the_start_is_refused_by_its_name() -> None:
    with pytest.raises(InvalidValue) as refused:
        opco_payments(
            concluded_on=date(2025, 9, 1),
            starts_on=date(2025, 9, 1),
            ends_on=date(2025, 8, 31),
            annual_funding=Decimal(8000),
        )
    assert refused.value.path == "ends_on"
