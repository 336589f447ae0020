"""Results are plain JSON that says all that the result says."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator, FormatChecker

from apprentissage import (
    DOCTRINE,
    RULES,
    Contract,
    Employer,
    Outcome,
    Payslip,
    ProRata,
    agenda,
    audit_pay,
    difference,
    interchange,
    pay_schedule,
    read_contract,
    remedies,
    review,
)
from apprentissage.facts import Territory
from apprentissage.interchange import (
    agenda_schema,
    difference_schema,
    pay_audit_schema,
    remedies_schema,
    review_schema,
    schedule_schema,
    write_agenda,
    write_difference,
    write_pay_audit,
    write_remedies,
    write_review,
    write_schedule,
)
from apprentissage.interchange.shapes import Clock
from apprentissage.months import eve_of
from tests.sample import contract

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.json"))


def specimen(name: str) -> Contract:
    path = EXAMPLES / f"{name}.json"
    return read_contract(json.loads(path.read_text(encoding="utf-8")))


SCHEMAS = {
    "review": review_schema(),
    "agenda": agenda_schema(),
    "schedule": schedule_schema(),
    "remedes": remedies_schema(),
    "difference": difference_schema(),
    "audit": pay_audit_schema(),
}


def through_json(told: dict[str, Any], kind: str) -> dict[str, Any]:
    """What a reader of the text gets: the same, as its schema says."""
    again: dict[str, Any] = json.loads(json.dumps(told, allow_nan=False))
    assert again == told
    Draft202012Validator(SCHEMAS[kind]).validate(again)
    return again


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_is_one_and_refuses_what_it_does_not_know(kind: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert not Draft202012Validator(SCHEMAS[kind]).is_valid({"autre": 1})


def test_a_schema_is_named_as_its_file_in_the_docs() -> None:
    rows = re.findall(
        r"^\| `(\w+)\.schema\.json` \| `(\w+_schema)` \|",
        Path("docs/json.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert len(rows) == len(SCHEMAS) + 1  # that of a contract
    for name, function in rows:
        schema = getattr(interchange, function)()
        assert schema["$id"] == f"urn:apprentissage:{name}:1"
        assert schema["$schema"].endswith("draft/2020-12/schema")


@pytest.mark.parametrize("kind", SCHEMAS)
def test_a_schema_defines_what_it_names(kind: str) -> None:
    named = re.findall(r'"#/[$]defs/(\w+)"', json.dumps(SCHEMAS[kind]))
    assert set(named) == set(SCHEMAS[kind].get("$defs", {}))


def test_a_value_is_one_of_json_without_objects() -> None:
    value = SCHEMAS["review"]["$defs"]["valeur"]
    schema = {**value, "$defs": {"valeur": value}}
    valid = Draft202012Validator(schema).is_valid
    taken: tuple[Any, ...] = ("a", 3, True, None, [], ["a", [1, False]])
    refused: tuple[Any, ...] = ({}, 0.5, [{}])
    assert [valid(told) for told in taken] == [True] * len(taken)
    assert [valid(told) for told in refused] == [False] * len(refused)


def of_rules(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each rule, and what its finding gives and its parts do."""
    for told in schema["$defs"]["constat"]["allOf"]:
        rule = told["if"]["properties"]["regle"]["const"]
        then = told["then"]["properties"]
        yield rule, then["valeurs"]
        yield rule, then["parties"]["items"]["properties"]["valeurs"]


def test_each_named_result_has_a_kind_in_the_schema() -> None:
    told = list(of_rules(SCHEMAS["review"]))
    assert {rule for rule, _ in told} == {rule.name for rule in RULES}
    for rule, results in told:
        valid = Draft202012Validator(results).is_valid
        for name in results["properties"]:
            assert not valid({name: {}}), (rule, name)
            assert not valid({name: [{}]}), (rule, name)
        assert not valid({"autre": None}), rule
        assert valid({"facts": ["date de fin"]}), rule


@pytest.mark.parametrize("name", NAMES)
def test_a_review_is_told_whole(name: str) -> None:
    found = review(specimen(name))
    told = through_json(write_review(found), "review")
    assert len(told["constats"]) == len(found.findings)
    for finding, written in zip(found, told["constats"], strict=True):
        assert written["regle"] == finding.rule
        assert written["constat"] == finding.sentence
        assert [m["fait"] for m in written["manque"]] == list(finding.missing)
        assert len(written["textes"]) == len(finding.sources)
        assert len(written["parties"]) == len(finding.parts)
        assert len(written["points_controverses"]) == len(finding.contested)
        assert set(written["valeurs"]) == {key for key, _ in finding.told}


def test_outcomes_have_french_codes() -> None:
    told = write_review(review(specimen("quatre-erreurs")))
    by_rule = {c["regle"]: c for c in told["constats"]}
    assert told["resultat"] == "non_conforme"
    assert by_rule["start_gaps"]["resultat"] == "non_conforme"
    assert by_rule["lower_age"]["resultat"] == "conforme"
    assert by_rule["start_gaps"]["valeurs"]["latest_on"] == "2026-06-02"
    assert len({o.value for o in Outcome}) == 4


def test_what_is_missing_is_told_by_its_key() -> None:
    told = write_review(review(specimen("dossier-incomplet")))
    missing = {m["cle"] for c in told["constats"] for m in c["manque"]}
    assert {"contrats_precedents[0].niveau", "apprenti.rqth"} <= missing
    contested = [p for c in told["constats"] for p in c["points_controverses"]]
    assert "upper_age_day" in {p["point"] for p in contested}
    assert told["perime"] is True


@pytest.mark.parametrize("name", NAMES)
def test_an_agenda_is_told_whole(name: str) -> None:
    dates = agenda(specimen(name))
    told = through_json(write_agenda(dates), "agenda")
    assert [d["date"] for d in told["dates"]] == [entry.on.isoformat() for entry in dates]
    assert [d["objet"] for d in told["sans_date"]] == [waiting.label for waiting in dates.undated]


@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_is_told_whole(name: str) -> None:
    schedule = pay_schedule(specimen(name))
    told = through_json(write_schedule(schedule), "schedule")
    assert [(x["ordre"], x["taux"], x["base"]) for x in told["lignes"]] == [
        (line.order, f"{line.rate:f}", line.base.value) for line in schedule
    ]
    assert [x["brut_mensuel"] for x in told["montants"]] == [
        f"{period.monthly:f}" for period in schedule.amounts()
    ]
    assert len(told["suppose"]) == len(schedule.assumed)


def test_euros_that_are_not_known_are_null() -> None:
    """Mayotte has no SMIC of its own before 2018."""
    schedule = pay_schedule(
        contract(
            concluded_on=date(2018, 6, 1),
            starts_on=date(2017, 12, 1),
            ends_on=date(2018, 12, 31),
            apprentice={"born_on": date(2000, 2, 10)},
            employer=Employer(territory=Territory.MAYOTTE),
        )
    )
    told = through_json(write_schedule(schedule), "schedule")
    assert told["montants"] is None
    assert told["lignes"][0]["taux"] == "25"
    assert told["lignes"][0]["brut_mensuel"] is None
    assert told["lignes"][1]["brut_mensuel"] is not None


@pytest.mark.parametrize("name", NAMES)
def test_an_audit_of_payslips_is_told_whole(name: str) -> None:
    of = specimen(name)
    method = ProRata.CALENDAR_DAYS
    months = pay_schedule(of).months(method=method)[:14]
    found = audit_pay(
        of,
        [
            Payslip(year=each.year, month=each.month, gross=max(each.due - rank * 10, Decimal(0)))
            for rank, each in enumerate(months)
            if rank != 1
        ],
        method=method,
    )
    told = through_json(write_pay_audit(found), "audit")
    assert told["methode"] == "jours_calendaires"
    assert told["rappel"] == f"{found.arrears:f}"
    assert told["sans_bulletin"] == [f"{months[1].year}-{months[1].month:02d}"]
    assert len(told["reserves"]) == len(found.caveats)
    for month, written in zip(found, told["mois"], strict=True):
        assert written["mois"] == month.payslip.period
        assert written["brut_du"] == f"{month.due:f}"
        assert written["brut_paye"] == f"{month.payslip.gross:f}"
        assert written["resultat"] == month.outcome.code
        assert written["constat"] == month.sentence
        assert [m["fait"] for m in written["manque"]] == list(month.missing)
        assert len(written["tranches"]) == len(month)
        parts = sum(Decimal(each["montant"]) for each in written["causes"])
        assert parts == month.arrears
        assert Decimal(written["en_attente"]) == month.waiting


@pytest.mark.parametrize("name", NAMES)
def test_remedies_are_told_whole(name: str) -> None:
    found = remedies(review(specimen(name)))
    told = through_json(write_remedies(found), "remedes")
    assert [each["phrase"] for each in told["remedes"]] == [each.sentence for each in found]
    for remedy, written in zip(found, told["remedes"], strict=True):
        assert read_contract(written["contrat"]) == remedy.contract
        assert len(written["changements"]) == len(remedy.changes)
        assert written["constat"]["resultat"] in {"conforme", "sans_objet"}
    assert read_contract(told["ensemble"]["contrat"]) == found.together.contract
    assert len(told["questions"]) == len(found.questions)
    assert len(told["sans_remede"]) == len(found.hopeless)


def test_a_difference_is_told_whole() -> None:
    before = review(specimen("quatre-erreurs"))
    corrected = remedies(before).together.contract
    found = difference(before, review(corrected, DOCTRINE))
    told = through_json(write_difference(found), "difference")
    assert [len(changes) for changes in told.values()] == [
        len(found.findings),
        len(found.pay),
        len(found.days),
        len(found.contested),
        len(found.missing),
    ]
    assert told["constats"][0]["phrase"] == found.findings[0].sentence
    incomplete = difference(before, review(specimen("dossier-incomplet")))
    assert through_json(write_difference(incomplete), "difference")["manque"]


Place = tuple[str | int, ...]


def slender(told: Any) -> Any:
    """The same answer with the fullest item of each list, contracts apart."""
    if isinstance(told, dict):
        return {key: v if key == "contrat" else slender(v) for key, v in told.items()}
    if isinstance(told, list):
        return [slender(max(told, key=lambda each: len(str(each))))] if told else []
    return told


def places(told: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Each value inside an answer, and where it stands."""
    for key, value in told.items() if isinstance(told, dict) else enumerate(told):
        yield (*at, key), value
        if isinstance(value, dict | list):
            yield from places(value, (*at, key))


def replaced(told: Any, at: Place, value: Any) -> Any:
    """The same answer with another value at one place."""
    first, *rest = at
    new = replaced(told[first], tuple(rest), value) if rest else value
    if isinstance(told, dict):
        return {**told, first: new}
    return [new if rank == first else each for rank, each in enumerate(told)]


def an_audit(one: Contract) -> dict[str, Any]:
    method = ProRata.CALENDAR_DAYS
    first = pay_schedule(one).months(method=method)[0]
    slip = Payslip(year=first.year, month=first.month, gross=Decimal(1))
    return write_pay_audit(audit_pay(one, (slip,), method=method))


def a_difference(one: Contract) -> dict[str, Any]:
    shorter = evolve(one, ends_on=eve_of(one.ends_on))
    return write_difference(difference(review(one), review(shorter, DOCTRINE)))


WRITTEN: dict[str, Callable[[Contract], dict[str, Any]]] = {
    "review": lambda one: write_review(review(one)),
    "agenda": lambda one: write_agenda(agenda(one)),
    "schedule": lambda one: write_schedule(pay_schedule(one)),
    "remedes": lambda one: write_remedies(remedies(review(one))),
    "difference": a_difference,
    "audit": an_audit,
}
WRONG: dict[type, tuple[Any, ...]] = {
    str: ({}, 1, None),
    int: ({}, "x", 0.5),
    bool: ({}, "x", 1),
    NoneType: ({}, [{}], 0.5),
    dict: ([], "x", None),
    list: ({}, "x", None, [0.5], [{}]),
}
NULL = {"textes.url", "lignes.brut_mensuel", "montants", "methode"}
"""Where null says that there is none."""
ONE_OF_MANY = {"valeurs", "avant", "apres", "contrat"}
"""Under these, a value is of the kind of its result or of its fact."""


def nullable(at: Place) -> bool:
    named = [step for step in at if isinstance(step, str)]
    return isinstance(at[-1], str) and bool({".".join(named[-2:]), named[-1]} & NULL)


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("name", ["quatre-erreurs", "dossier-incomplet"])
def test_a_schema_refuses_another_kind_at_each_place(name: str, kind: str) -> None:
    told = slender(WRITTEN[kind](specimen(name)))
    valid = Draft202012Validator(SCHEMAS[kind]).is_valid
    assert valid(told)
    dates = [at for at, value in places(told) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))]
    dated = Draft202012Validator(SCHEMAS[kind], format_checker=FormatChecker()).is_valid
    assert not [at for at in dates if not ONE_OF_MANY & {*at} and dated(replaced(told, at, "1/9"))]
    taken = [
        (at, wrong)
        for at, value in places(told)
        if not ONE_OF_MANY & {*at}
        for wrong in WRONG[type(value)]
        if valid(replaced(told, at, wrong)) and not (wrong is None and nullable(at))
    ]
    assert not taken
    unknown = [at for at, value in places(told) if nullable(at) and value is not None]
    assert all(valid(replaced(told, at, None)) for at in unknown)


def test_a_time_is_a_text_of_its_form() -> None:
    validator = Draft202012Validator(Clock().schema(""))
    assert validator.is_valid("08:30")
    assert not validator.is_valid(830)
    assert not validator.is_valid("8 h 30")
