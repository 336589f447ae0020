"""What Python shows of the values of the library fits a line of a screen."""

import copy
import inspect
import pickle
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from attrs import evolve

from apprentissage import agenda, review, review_form
from apprentissage.age.upper_age import UPPER_AGE
from apprentissage.catalogue import RULES, Rules
from apprentissage.facts import Contract
from apprentissage.interchange.records import record_of
from apprentissage.judging import Finding, Outcome, Undated, undetermined
from apprentissage.law.smic import BUNDLED_SMIC
from tests.sample import signed

LINE = 120
"""Columns of a terminal that shows no more than a line of a value."""

CONTRACT = signed(date(2026, 6, 22), starts_on=date(2026, 9, 1), born_on=date(1996, 8, 20))


def every(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from every(part)


def test_findings_and_all_that_they_hold_show_in_a_line() -> None:
    dates = agenda(CONTRACT)
    shown: list[object] = [*dates.entries, *dates.undated, BUNDLED_SMIC]
    for rule, finding in zip(RULES, review(CONTRACT), strict=True):
        shown.append(rule)
        for each in every(finding):
            shown += (each, *each.sources, *each.caveats, *each.contested)
    shown += review_form(CONTRACT).boxes
    assert {len(repr(each).splitlines()) for each in shown} == {1}
    longest = max(map(repr, shown), key=len)
    assert len(longest) <= LINE, longest


def test_a_finding_says_rule_outcome_sentence_and_what_is_missing() -> None:
    found = review(CONTRACT)[UPPER_AGE]
    assert repr(found) == (
        "Finding(upper_age: UNDETERMINED, \"L'apprenti a 30 ans au "
        f'1er septembre 2026 : la…", {len(found.missing)} missing, contested)'
    )
    (contested,) = found.contested
    assert repr(contested) == ("Contested(upper_age_day=CONCLUSION: COMPLIANT)")
    assert repr(found.sources[0]) == ("Source(LAW, 'art. L. 6222-1 du code du travail')")
    assert repr(undetermined("mode")) == (
        "Finding(UNDETERMINED, 'Information manquante : mode contractuel de…', 1 missing)"
    )


def test_a_contested_code_is_shown() -> None:
    finding = review(signed(date(2026, 9, 1), born_on=date(2011, 9, 1)))["lower_age"]
    assert repr(finding.contested[0]).startswith("Contested(fifteenth_birthday=DAY_AFTER: ")


def test_a_finding_made_by_hand_shows_although_a_value_is_wanting() -> None:
    found = Finding(outcome=Outcome.COMPLIANT, template="{day} !")
    assert repr(found) == "Finding(COMPLIANT, '{day} !')"


def test_what_a_class_keeps_to_itself_is_not_shown() -> None:
    # a cycle of records would be shown for ever
    record = record_of(Contract)
    assert repr(record) == f"Record(of={Contract!r})"


def test_rules_are_a_tuple_that_counts_itself() -> None:
    assert repr(RULES) == f"Rules({len(RULES)} rules)"
    assert repr(UPPER_AGE) == ("Rule(upper_age: L6222-1, L6222-2, D6222-1, D6222-1-2, L6222-11)")
    some = Rules(UPPER_AGE)
    assert copy.copy(some) == some == (UPPER_AGE,)
    assert pickle.loads(pickle.dumps(Rules())) == ()  # noqa: S301 - ours


@pytest.mark.parametrize("door", [review, agenda, review_form])
def test_a_signature_fits_a_screen(door: Callable[..., object]) -> None:
    assert len(str(inspect.signature(door))) < 3 * LINE


def test_what_has_no_day_yet_names_its_rule() -> None:
    undated = Undated(label="Fin des épreuves", waits_for=("training.last_exam_on",))
    assert repr(undated) == "Undated('Fin des épreuves')"
    assert repr(evolve(undated, rule="exam_leave")) == "Undated('Fin des épreuves', exam_leave)"
