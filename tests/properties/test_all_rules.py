"""What holds of every rule, on contracts of any kind."""

import pickle
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from apprentissage.catalogue import RULES
from apprentissage.dates.rupture import broken_on
from apprentissage.errors import InvalidValue, NotCovered
from apprentissage.facts import (
    Apprentice,
    Contract,
    DeclaredPayLine,
    Diploma,
    Dossier,
    PreviousCycle,
    Route,
    Rupture,
    RuptureCause,
    Territory,
    Training,
)
from apprentissage.judging import UNKNOWN, Finding, Outcome, Rule, signed_and_started_on
from apprentissage.law.readings import LETTER, POINTS, Readings
from apprentissage.months import eve_of
from apprentissage.reviewing import COVERED_FROM, agenda, review
from apprentissage.testing import apprentices, contracts, days, employers, readings, trainings
from apprentissage.testing.registered import STRATEGIES
from tests.properties.paths import fact, holder, is_event, told, unknown_facts
from tests.sample import signed
from tests.support.completions import CONTRADICTIONS
from tests.support.draws import fewer
from tests.support.recording import POINTS_OF, consulted
from tests.support.results import faults
from tests.support.sentences import SAID, written

FEWER = settings(max_examples=fewer(20, least=40))
"""Each example is judged by every rule under every reading."""

SELDOM = settings(max_examples=fewer(100, least=8))
"""Each example is judged by every rule under every choice of every point."""

DECIDED = set(Outcome) - {Outcome.UNDETERMINED}


TOLD_IN_PART = {
    # told one by one, up to a day
    "file.practical_days",
    "file.practical_days_until",
    # a dismissal for misconduct does not say that the fault is serious
    "file.rupture.cause",
}
"""Facts that may be missing although something of them is told."""


def uneventful(contract: Contract) -> Contract:
    """The same contract, where none of these events is told."""
    maitres, worked = contract.maitres, contract.working_time
    return evolve(
        contract,
        maitres=maitres
        and tuple(evolve(each, available=None, moral_guarantees=None) for each in maitres),
        working_time=worked and evolve(worked, days=None, worked_weekdays=None),
    )


def every(finding: Finding) -> Iterator[Finding]:
    """A finding and all its parts, however deep."""
    yield finding
    for part in finding.parts:
        yield from every(part)


@FEWER
@given(contracts(), readings())
def test_a_review_raises_nothing(contract: Contract, any_: Readings) -> None:
    assert len(review(contract, any_).findings) == len(RULES)
    agenda(contract, any_)


@FEWER
@given(contracts(concluded_on=days(date(2000, 1, 1), date(2008, 4, 30))))
def test_before_the_covered_law_only_that_is_told(contract: Contract) -> None:
    with pytest.raises(NotCovered) as caught:
        review(contract)
    assert caught.value.covered_from == COVERED_FROM


@FEWER
@given(contracts())
def test_a_review_is_pure_equal_and_pickled(contract: Contract) -> None:
    before = pickle.dumps(contract)
    first = review(contract)
    assert pickle.dumps(contract) == before
    assert review(pickle.loads(before)) == first  # noqa: S301 - ours
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301
    assert hash(review(contract)) == hash(first)


@FEWER
@given(contracts(), readings())
def test_every_result_is_declared_with_its_type(contract: Contract, any_: Readings) -> None:
    for rule in RULES:
        undeclared = set(faults(rule.find(contract, any_)))
        assert not undeclared, (rule.name, undeclared)


@FEWER
@given(contracts(), readings())
def test_every_sentence_is_listed_and_rendered(contract: Contract, any_: Readings) -> None:
    for rule in RULES:
        listed = {*SAID[rule.name], UNKNOWN}
        found = rule.find(contract, any_)
        not_covered = any(c.name == "NOT_COVERED" for c in found.caveats)
        for finding in every(found):
            assert finding.template in listed or not_covered, rule.name
            assert finding.sentence.strip()
            assert "{" not in finding.sentence
            assert "None" not in finding.sentence
        assert all(other.sentence for other in found.contested)


@FEWER
@given(contracts())
def test_what_is_missing_is_a_fact_unknown(contract: Contract) -> None:
    for found in review(contract):
        for finding in every(found):
            for path in finding.missing:
                known = path not in TOLD_IN_PART
                assert not known or fact(contract, path) is None, (found.rule, path)
        waits = found.outcome is Outcome.UNDETERMINED
        assert bool(found.missing) <= waits, found.rule
        assert waits <= bool(found.missing or found.caveats), found.rule


@FEWER
@given(contracts(unknowns=False))
def test_nothing_is_missing_where_all_is_known(contract: Contract) -> None:
    contract = uneventful(contract)
    # A rupture asks for the days of practical training before it.
    known = {*unknown_facts(contract), *TOLD_IN_PART}
    assert set(review(contract).missing) <= known


def _value(data: st.DataObject, contract: Contract, path: str) -> Any:
    """A value for a fact, out of a part of the same kind, fully known."""
    part = holder(contract, path)
    name = path.rpartition(".")[2]
    if isinstance(part, Contract):
        known: Any = data.draw(
            contracts(
                concluded_on=contract.concluded_on,
                starts_on=contract.starts_on,
                ends_on=contract.ends_on,
                unknowns=False,
            )
        )
    else:
        known = data.draw(STRATEGIES[type(part)]())
    return getattr(known, name)


@FEWER
@given(st.data(), contracts())
def test_a_decided_outcome_survives_any_added_fact(
    data: st.DataObject, contract: Contract
) -> None:
    contract = uneventful(contract)
    paths = [p for p in unknown_facts(contract) if not is_event(contract, p)]
    assume(paths)
    path = data.draw(st.sampled_from(paths))
    value = _value(data, contract, path)
    assume(value is not None)
    # a code of box 18 may tell an avenant, which is an event
    assume(path != "kind" or not value.avenant)
    try:
        more = uneventful(told(contract, path, value))
    except InvalidValue:
        assume(False)
    later = review(more)
    for found in review(contract):
        told_twice = CONTRADICTIONS & _caveats(later[found.rule])
        if found.outcome in DECIDED and not told_twice:
            assert later[found.rule].outcome is found.outcome, (
                f"{found.rule}: {path} = {value!r} makes it {later[found.rule].outcome.name}"
            )


def _caveats(finding: Finding) -> set[str]:
    return {caveat.name for caveat in finding.caveats}


@FEWER
@given(contracts(), readings())
def test_a_rule_holds_from_the_day_it_tells_and_not_before(
    contract: Contract, any_: Readings
) -> None:
    for rule in RULES:
        day = rule.find(contract, any_).holds_from
        if day is None:
            continue
        outcomes = [
            rule.find(signed_and_started_on(contract, on), any_).outcome
            for on in (day, eve_of(day))
        ]
        # a limit of minors holds of an adult in that it does not apply
        holds = {Outcome.COMPLIANT, Outcome.NOT_APPLICABLE}
        assert outcomes[0] in holds, (rule.name, day)
        # the day after the conclusion is the first that it may tell
        if eve_of(day) > contract.concluded_on:
            assert outcomes[1] not in holds, (rule.name, day)


@FEWER
@given(contracts(), readings())
def test_the_agenda_is_in_order_and_waits_for_unknown_facts(
    contract: Contract, any_: Readings
) -> None:
    names = {rule.name for rule in RULES}
    dates = agenda(contract, any_)
    listed = [entry.on for entry in dates]
    assert listed == sorted(listed)
    for entry in dates:
        assert entry.rule in names
        assert entry.label.strip()
        assert entry.sources, (entry.rule, entry.label)
    for waiting in dates.undated:
        assert waiting.rule in names
        assert waiting.sources or "droit non couvert" in waiting.label
        assert waiting.sentence.strip()
        # Days of practical training come one by one: told so far, waited for.
        for path in set(waiting.waits_for) - TOLD_IN_PART:
            assert fact(contract, path) is None, (waiting.rule, path)


@FEWER
@given(contracts(), readings())
def test_what_waits_for_facts_says_which_text_asks_for_them(
    contract: Contract, any_: Readings
) -> None:
    for found in review(contract, any_):
        # of a CFA that may be none of a firm, before the article on them
        silent = found.rule == "company_cfa" and contract.concluded_on < date(2019, 12, 27)
        if found.outcome is Outcome.UNDETERMINED and found.missing and not silent:
            assert found.sources, (found.rule, found.missing)


@FEWER
@given(contracts())
def test_an_event_that_nobody_declares_is_not_judged(contract: Contract) -> None:
    contract = uneventful(contract)
    without = review(evolve(contract, file=Dossier()))
    for found in review(contract):
        # the aid is lost by what happens: sent too late, not deposited, and no
        # one takes part in a funding refused, of which nothing is paid; what
        # is kept is kept from the end, which a rupture moves; the avenant that
        # the form writes is judged beside those of the file
        if (
            found.rule in {"employer_aid", "opco_payments", "participation"}
            or (found.rule == "documents_kept" and broken_on(contract) is not None)
            or (contract.writes_avenant and found.rule.startswith(("avenant_", "maitre_change")))
        ):
            continue
        if found != without[found.rule]:
            assert without[found.rule].outcome is Outcome.NOT_APPLICABLE, found.rule
    assert not [m for m in without.missing if m.startswith("file.")]


@SELDOM
@given(contracts(), readings())
def test_a_review_tells_what_judging_outright_finds(contract: Contract, any_: Readings) -> None:
    """No point that a judge depends on escapes the readings watched."""
    told = review(contract, any_)
    for point, choices in POINTS.items():
        for choice in choices:
            other = any_.choose(**{point: choice})
            for rule, found in zip(RULES, told, strict=True):
                mine = found.outcome, found.get("code")
                said = {(c.point, c.choice): (c.outcome, c.code) for c in found.contested}
                outright = outcome_and_code(rule, contract, other)
                assert said.get((point, choice), mine) == outright, (rule.name, point, choice)
                assert ((point, choice) in said) == (mine != outright)


def outcome_and_code(rule: Rule, contract: Contract, under: Readings) -> tuple[Outcome, object]:
    """What a judge finds under readings that nobody watches."""
    try:
        found = rule.judge(contract, under)
    except NotCovered:
        return Outcome.UNDETERMINED, None
    return found.outcome, found.get("code")


def _rare() -> Iterator[Contract]:
    """Contracts of points that few contracts reach."""
    licence = signed(
        date(2025, 9, 1),
        born_on=date(2003, 1, 10),
        ends_on=date(2026, 8, 31),
        training=Training(diploma=Diploma.LICENCE_PROFESSIONNELLE, level=6),
        previous=(
            PreviousCycle(
                route=Route.SCHOOL,
                diploma_obtained=True,
                level=6,
                directly_related=True,
                cycle_years=3,
            ),
        ),
        declared_pay=(
            DeclaredPayLine(
                starts_on=date(2025, 9, 1), ends_on=date(2026, 8, 31), rate=Decimal(93)
            ),
        ),
    )
    yield licence
    # thirty between the signature and the start
    yield evolve(
        licence, concluded_on=date(2025, 8, 31), apprentice=Apprentice(born_on=date(1995, 9, 1))
    )
    yield evolve(
        licence, concluded_on=date(2024, 2, 28), starts_on=date(2024, 2, 29), training=Training()
    )
    yield evolve(
        licence,
        concluded_on=date(2019, 9, 2),
        starts_on=date(2019, 9, 2),
        ends_on=date(2026, 8, 31),
        training=Training(entry_year=3, cycle_years=3, level=3),
        previous=(),
    )
    yield evolve(
        licence,
        concluded_on=date(2019, 9, 2),
        starts_on=date(2019, 9, 2),
        ends_on=date(2026, 8, 31),
    )
    resigned = Rupture(
        ruptured_on=date(2026, 3, 20),
        cause=RuptureCause.RESIGNATION,
        mediator_referred_on=date(2026, 3, 2),
        employer_informed_on=date(2026, 3, 9),
    )
    broken = evolve(
        licence,
        file=Dossier(
            rupture=resigned,
            practical_days=frozenset(
                date.fromordinal(date(2025, 9, 1).toordinal() + n) for n in range(60)
            ),
        ),
    )
    yield broken
    yield evolve(broken, apprentice=Apprentice(born_on=date(2008, 2, 29)))


@FEWER
@given(contracts(), readings())
def test_no_judge_consults_a_point_that_the_docs_do_not_list(
    contract: Contract, any_: Readings
) -> None:
    for rule in RULES:
        listed = POINTS_OF.get(rule.name, set())
        assert consulted(rule, contract, any_) <= listed, rule.name


def test_every_point_listed_is_consulted() -> None:
    left = {rule: set(points) for rule, points in POINTS_OF.items()}
    assert set.union(*left.values()) == set(POINTS)
    rules = [rule for rule in RULES if rule.name in left]
    assert len(rules) == len(left)

    mayotte_in_2021 = contracts(
        concluded_on=days(date(2020, 12, 1), date(2021, 12, 31)),
        employer=employers(territory=Territory.MAYOTTE),
        unknowns=False,
    )
    begun_before = contracts(
        concluded_on=date(2025, 10, 1),
        training=trainings(cycle_starts_on=date(2025, 9, 1)),
        unknowns=False,
    )

    before_2019 = contracts(
        concluded_on=days(date(2014, 9, 1), date(2018, 12, 31)), unknowns=False
    )
    leap = contracts(
        concluded_on=days(date(2025, 6, 1), date(2026, 3, 31)),
        apprentice=apprentices(born_on=date(2008, 2, 29)),
        unknowns=False,
    )

    @settings(max_examples=600, derandomize=True, database=None)
    @given(contracts() | mayotte_in_2021 | begun_before | before_2019 | leap)
    def strike_out(contract: Contract) -> None:
        for rule in rules:
            if left[rule.name]:
                left[rule.name] -= consulted(rule, contract, LETTER)

    strike_out()
    # a second maître born on a 29 February, whom no draw of these brings
    left["maitre_change"].discard("leap_birthday")
    for contract in _rare():
        for rule in rules:
            left[rule.name] -= consulted(rule, contract, LETTER)
    assert {name: points for name, points in left.items() if points} == {}


UNSEEN = {
    "parties/company_cfa.py": "one of four ways: the rule tells the whole",
    "judging/completions.py": "no rule has completions that differ in words",
    "judging/rule.py": "the law is not covered, whichever the rule",
}
"""Modules of sentences that no list holds, and why."""


def test_the_source_says_nothing_that_is_not_listed() -> None:
    assert set(SAID) == {rule.name for rule in RULES}
    listed = frozenset[str]().union(*SAID.values())
    unlisted = {
        place: sentence
        for sentence, place in written().items()
        if sentence not in listed and place.partition(":")[0] not in UNSEEN
    }
    assert unlisted == {}
