"""The payslips of a contract on the page of its review."""

from datetime import date
from decimal import Decimal

import pytest

from apprentissage.errors import InvalidValue
from apprentissage.facts import NO_SMC, Contract
from apprentissage.pay import PayAudit, Payslip, ProRata, audit_pay
from apprentissage.reviewing import review
from apprentissage.views.page import page
from tests.pay.sample import aged
from tests.views.test_page import plain, tree

MID = aged(date(2007, 1, 10), date(2025, 9, 15), date(2027, 9, 14), smc_monthly=NO_SMC)
SLIPS = (
    Payslip(year=2026, month=9, gross=Decimal("802.82"), paid_on=date(2026, 9, 30)),
    Payslip(year=2026, month=10, gross=Decimal("952.18")),
)


def audited(of: Contract = MID) -> PayAudit:
    return audit_pay(of, SLIPS, method=ProRata.CALENDAR_DAYS)


def section(written: str) -> str:
    """The words of the section, spaces and apostrophes made plain."""
    (found,) = (s for s in tree(written).iter("section") if s.get("id") == "bulletins")
    return plain(" ".join(found.itertext())).replace("( art.", "(art.")


def test_the_page_tells_the_months_and_the_arrears() -> None:
    words = section(page(review(MID), payslips=audited()))
    assert "septembre 2026" in words
    assert "882,48 €" in words
    assert "du 01/09/2026 au 14/09/2026 : 43 % du SMIC" in words
    assert "Rappel : 79,66 € (année d'exécution, 79,66 €)" in words
    assert "en jours calendaires" in words
    assert "usage de paie" in words
    assert "Sans bulletin" in words
    assert "3245" not in words


def test_the_page_tells_what_may_still_be_claimed() -> None:
    words = section(page(review(MID), payslips=audited(), claimed_on=date(2029, 10, 1)))
    assert "Rien ne peut être réclamé le 01/10/2029 ; 79,66 €" in words
    assert "79,66 € sont prescrits (art. L. 3245-1" in words
    assert "rien n'est retenu de ce qui l'interrompt" in words


def test_the_page_tells_what_waits_for_a_fact() -> None:
    of = aged(
        date(2007, 1, 10),
        date(2025, 9, 1),
        date(2027, 8, 31),
        smc_monthly=NO_SMC,
        weekly_hours=None,
    )
    short = Payslip(year=2026, month=7, gross=Decimal("700.00"))
    words = section(page(review(of), payslips=audit_pay(of, [short])))
    assert "Rappel : 0,00 €." in words
    assert "102,82 € de plus selon le fait manquant" in words
    assert "à compléter : durée hebdomadaire" in words


def test_without_payslips_the_page_says_nothing_of_them() -> None:
    assert 'id="bulletins"' not in page(review(MID))


def test_payslips_of_another_contract_are_refused() -> None:
    other = aged(date(2007, 1, 11), date(2025, 9, 15), date(2027, 9, 14))
    with pytest.raises(InvalidValue, match="payslips") as refused:
        page(review(MID), payslips=audited(other))
    assert refused.value.path == "payslips"
