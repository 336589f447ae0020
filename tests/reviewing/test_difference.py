"""What differs between two reviews, two agendas or two schedules."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.catalogue import RULES
from apprentissage.dates.conclusion import CONCLUSION
from apprentissage.errors import WrongType
from apprentissage.facts import Apprentice, Employer, PayBase, Territory
from apprentissage.judging import Outcome, Rule, compliant
from apprentissage.law.readings import LETTER
from apprentissage.pay import pay_schedule
from apprentissage.reviewing import Difference, PayDue, agenda, difference, review
from tests.sample import contract, in_2026

LATE = in_2026(concluded_on=date(2026, 9, 4))
IN_TIME = in_2026()


def told(found: Difference) -> str:
    return " ".join(found.sentences).replace("\xa0", " ").replace("\u202f", "")


def test_nothing_differs_between_equals() -> None:
    for one in (review(LATE), agenda(LATE), pay_schedule(LATE)):
        found = difference(one, one)
        assert found == Difference()
        assert len(found) == 0
        assert "rien" in found._repr_html_()


def test_a_rule_that_comes_to_comply() -> None:
    found = difference(review(LATE), review(IN_TIME))
    (change,) = [c for c in found.findings if c.rule == "conclusion"]
    assert change.before is not None
    assert change.after is not None
    assert change.after.outcome is Outcome.COMPLIANT
    assert change.results == (("concluded_on", date(2026, 9, 4), date(2026, 8, 31)),)
    assert "Date de conclusion : non conforme → conforme." in told(found)
    assert "concl" in found._repr_html_()
    assert {row["nature"] for row in found.to_rows()} >= {"constat"}
    assert repr(found).startswith("Difference(")
    assert difference(review(IN_TIME), review(LATE)) == -found


def test_a_rule_that_one_review_did_not_apply() -> None:
    first = review(IN_TIME, rules=(CONCLUSION,))
    both = review(IN_TIME, rules=(CONCLUSION, UPPER_AGE))
    found = difference(first, both)
    assert [c.rule for c in found.findings] == ["upper_age"]
    assert "règle non appliquée → conforme." in told(found)
    assert "conforme → règle non appliquée." in told(-found)
    assert difference(both, first) == -found
    # that of another one, unknown to the catalogue, comes last
    mine = Rule(name="mine", title="La mienne", judge=lambda _, __: compliant("Oui."))
    more = difference(both, review(IN_TIME, rules=(*RULES, mine)))
    assert more.findings[-1].rule == "mine"


def test_a_result_that_moves_under_the_same_outcome() -> None:
    found = difference(review(IN_TIME), review(evolve(IN_TIME, concluded_on=date(2026, 8, 3))))
    assert "Date de conclusion : toujours conforme." in told(found)


def test_pay_is_told_month_by_month() -> None:
    later = in_2026(starts_on=date(2026, 9, 15))
    found = difference(pay_schedule(IN_TIME), pay_schedule(later))
    first = found.pay[0]
    assert (first.starts_on, first.ends_on) == (date(2026, 9, 1), date(2026, 9, 14))
    assert first.before == PayDue(rate=Decimal(43), base=PayBase.SMIC, monthly=Decimal("802.82"))
    assert first.after is None
    assert "Du 01/09/2026 au 14/09/2026 : 43% du SMIC, 802,82 € → hors contrat." in told(found)
    # the second year begins a fortnight later: half of September 2027
    assert (found.pay[1].starts_on, found.pay[1].ends_on) == (date(2027, 9, 1), date(2027, 9, 14))
    assert len(found.pay) == 2
    # a month less: it is told as such, and nothing before it
    shorter = in_2026(ends_on=date(2028, 7, 31))
    (change,) = difference(pay_schedule(IN_TIME), pay_schedule(shorter)).pay
    assert (change.starts_on, change.ends_on) == (date(2028, 8, 1), date(2028, 8, 31))
    assert change.after is None


def test_pay_without_euros_is_told_by_its_rates() -> None:
    """Mayotte has no SMIC of its own before 2018."""
    old = contract(
        concluded_on=date(2018, 6, 1),
        starts_on=date(2017, 12, 1),
        ends_on=date(2018, 12, 31),
        apprentice={"born_on": date(2000, 2, 10)},
        employer=Employer(territory=Territory.MAYOTTE),
    )
    shorter = evolve(old, ends_on=date(2018, 12, 30))
    found = difference(pay_schedule(old), pay_schedule(shorter))
    (change,) = found.pay
    assert change.before is not None
    assert change.before.monthly is None
    assert change.starts_on == date(2018, 12, 31)
    assert "% du SMIC → hors contrat." in told(found)


def test_a_contract_whose_pay_is_not_covered() -> None:
    mayotte = contract(
        concluded_on=date(2017, 6, 1),
        starts_on=date(2017, 6, 5),
        ends_on=date(2018, 6, 4),
        employer=Employer(territory=Territory.MAYOTTE),
    )
    found = difference(review(mayotte), review(evolve(mayotte, employer=Employer())))
    assert all(change.before is None for change in found.pay)
    assert found.pay[0].starts_on == date(2017, 6, 5)


def test_the_kinds_of_change_come_in_one_order() -> None:
    longer = evolve(IN_TIME, ends_on=date(2028, 9, 30))
    rows = difference(review(IN_TIME), review(longer)).to_rows()
    assert [*dict.fromkeys(row["nature"] for row in rows)][:3] == [
        "constat",
        "salaire minimum",
        "date",
    ]


def test_days_that_move_come_and_go() -> None:
    longer = evolve(IN_TIME, ends_on=date(2028, 9, 30))
    found = difference(agenda(IN_TIME), agenda(longer))
    moved = {(change.before, change.after) for change in found.days if change.rule == "duration"}
    assert moved == {(date(2028, 8, 31), date(2028, 9, 30))}
    firsts = [min(filter(None, (change.before, change.after))) for change in found.days]
    assert firsts == sorted(firsts)
    spring = in_2026(concluded_on=date(2026, 4, 27), starts_on=date(2026, 4, 30))
    place = Employer(territory=Territory.METROPOLE, worked_holidays=frozenset())
    came = difference(agenda(spring), agenda(evolve(spring, employer=place)))
    assert "pas de date → 07/05/2026" in told(came)
    assert [(m.path, m.missing) for m in came.missing] == [("employer.worked_holidays", False)]
    assert "n'est plus nécessaire" in told(came)
    assert "devient nécessaire" in told(-came)


def test_what_becomes_contested() -> None:
    near = in_2026(
        concluded_on=date(2026, 8, 20), apprentice=Apprentice(born_on=date(1996, 8, 25))
    )
    young = evolve(near, apprentice=Apprentice(born_on=date(2000, 8, 25)))
    found = difference(review(young), review(near))
    ages = [c for c in found.contested if c.rule == "upper_age"]
    assert [c.other.point for c in ages] == ["upper_age_day"]
    assert "Limite d'âge supérieure : devient controversé." in told(found)
    assert "n'est plus controversé." in told(-found)
    both = review(near, LETTER.choose(upper_age_day="CONCLUSION"))
    assert difference(review(near), both) == -difference(both, review(near))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (review(LATE), agenda(LATE)),
        (agenda(LATE), pay_schedule(LATE)),
        (pay_schedule(LATE), review(LATE)),
    ],
)
def test_two_kinds_are_not_compared(one: object, other: object) -> None:
    with pytest.raises(WrongType, match="after"):
        difference(one, other)  # type: ignore[arg-type]
