"""What is written is read back, equal; the JSON Schema tells the shape."""

import json
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from apprentissage._labelled import Labelled
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    NO_GRID,
    BranchAgreement,
    ByDay,
    Contract,
    Employer,
    Extension,
    ExtensionReason,
    Grid,
    MaitreApprentissage,
    Training,
    WorkAuthorisation,
    WorkDay,
    WorkingTime,
)
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange import (
    UnreadableContract,
    contract_schema,
    french_path,
    read_contract,
    write_contract,
)
from apprentissage.interchange.keys import french_code, keys_of
from tests.facts.test_names import parts
from tests.interchange.contracts import CONTRACTS
from tests.sample import in_2026

BARE = in_2026()


@cache
def validator() -> Draft202012Validator:
    schema = contract_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@given(CONTRACTS)
def test_round_trip_is_exact_through_json(contract: Contract) -> None:
    written = write_contract(contract)
    text = json.dumps(written, allow_nan=False)
    assert read_contract(json.loads(text)) == contract
    validator().validate(written)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container and key or rank inside a mapping."""
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, inner in items:
        yield value, key
        yield from places(inner)


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 12),
    st.floats(allow_nan=False),
    st.sampled_from(["", " ", "x", "11", "2026-02-30", "2026-2-3", "12,5", "1e3", "aucun"]),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.sampled_from(["siret", "du", "?"]), st.text()),
)


@given(CONTRACTS, st.data(), JUNK)
def test_what_is_readable_satisfies_the_schema(
    contract: Contract, data: st.DataObject, junk: Any
) -> None:
    """And whatever is not is told in French, path and remedy."""
    mapping = write_contract(contract)
    container, key = data.draw(st.sampled_from(list(places(mapping))))
    container[key] = junk
    try:
        read_contract(mapping)
    except UnreadableContract as error:
        assert error.faults  # noqa: PT017
        for told in error.messages:
            assert "write " not in told
            path = told.partition("\xa0:")[0]
            assert not path.startswith((".", "["))
    else:
        validator().validate(mapping)


def test_keys_cover_every_field() -> None:
    seen: set[type] = set()
    todo: list[type] = [Contract]
    while todo:
        of = todo.pop()
        if of in seen or of is ByDay:
            continue
        seen.add(of)
        named = {field.name for field in attrs.fields(of)}
        keys = keys_of(of)
        assert named - set(keys) == ({"holidays"} if of is Employer else set()), of
        assert set(keys) <= named
        assert len(set(keys.values())) == len(keys)
        for field in attrs.fields(of):
            todo.extend(parts(field.type))
    assert len(seen) > 20


def test_keys_stand_in_the_order_of_the_form() -> None:
    sections = [key.partition(".")[0] for key in keys_of(Contract).values()]
    assert list(dict.fromkeys(sections)) == [
        "contrat",
        "employeur",
        "second_employeur",
        "apprenti",
        "maitres_apprentissage",
        "formation",
        "contrats_precedents",
        "dossier",
    ]


def enums(value: type[Enum]) -> list[type[Enum]]:
    return [value, *(e for kind in value.__subclasses__() for e in enums(kind))]


def test_codes_of_an_enumeration_are_told_apart() -> None:
    for kind in enums(Labelled):
        codes = [french_code(member) for member in kind]
        assert len(set(codes)) == len(codes), kind


@pytest.mark.parametrize(
    ("contract", "section", "written"),
    [
        (attrs.evolve(BARE, extension=NO_EXTENSION), "prolongation", "aucune"),
        (attrs.evolve(BARE, grid=NO_GRID), "grille_conventionnelle", "aucune"),
        (attrs.evolve(BARE, missions=()), "missions", []),
        (
            attrs.evolve(BARE, previous_number="075202509000001"),
            "numero_contrat_precedent",
            "075202509000001",
        ),
        (
            attrs.evolve(BARE, smc_monthly=Decimal("1900.50")),
            "salaire_minimum_conventionnel",
            "1900.50",
        ),
        (
            attrs.evolve(BARE, smc_monthly=ByDay(((date(2026, 1, 1), Decimal(9)),))),
            "salaire_minimum_conventionnel",
            [{"a_compter_du": "2026-01-01", "montant": "9"}],
        ),
    ],
)
def test_forms_of_the_contract_section(contract: Contract, section: str, written: object) -> None:
    assert write_contract(contract)["contrat"][section] == written


def test_a_minimum_by_day_has_one_day_at_least() -> None:
    mapping = write_contract(BARE)
    mapping["contrat"]["salaire_minimum_conventionnel"] = []
    assert not Draft202012Validator(contract_schema()).is_valid(mapping)
    with pytest.raises(UnreadableContract):
        read_contract(mapping)


@pytest.mark.parametrize("rates", [["51", "67"], ["51", "67", "78", "80"]])
def test_a_bracket_has_a_rate_for_each_of_three_years(rates: list[str]) -> None:
    grid = Grid(from_18=(Decimal(51), Decimal(67), Decimal(78)))
    mapping = write_contract(attrs.evolve(BARE, grid=grid))
    (about,) = (each for each in places_named("de_18_a_20_ans", mapping))
    assert Draft202012Validator(contract_schema()).is_valid(mapping)
    about["de_18_a_20_ans"] = rates
    assert not Draft202012Validator(contract_schema()).is_valid(mapping)


def places_named(key: str, mapping: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (around for around, name in places(mapping) if name == key)


def test_no_branch_agreement_has_its_word() -> None:
    contract = attrs.evolve(BARE, employer=Employer(branch_agreement=NO_BRANCH_AGREEMENT))
    assert write_contract(contract)["employeur"] == {"accord_maitre_apprentissage": "aucun"}


def test_an_unknown_fact_is_absent_and_none_is_not_unknown() -> None:
    assert set(write_contract(BARE)) == {"contrat", "apprenti"}
    no_maitre = attrs.evolve(BARE, maitres=())
    assert write_contract(no_maitre)["maitres_apprentissage"] == []
    nobody = attrs.evolve(BARE, maitres=(MaitreApprentissage(),))
    assert write_contract(nobody)["maitres_apprentissage"] == [{}]


def test_null_is_unknown() -> None:
    mapping = write_contract(BARE)
    mapping["formation"] = None
    mapping["contrat"]["missions"] = None
    assert read_contract(mapping) == BARE


def test_hours_keep_their_type() -> None:
    for hours in (800, Decimal("800.5")):
        contract = attrs.evolve(BARE, training=Training(hours=hours))
        again = read_contract(write_contract(contract)).training.hours
        assert again == hours
        assert type(again) is type(hours)


def test_an_int_is_read_as_a_decimal_where_only_that_is_due() -> None:
    mapping = write_contract(BARE)
    mapping["contrat"]["duree_hebdomadaire"] = 35
    hours = read_contract(mapping).weekly_hours
    assert type(hours) is Decimal
    assert hours == 35


def test_labels_are_read_like_codes() -> None:
    mapping = write_contract(BARE)
    mapping["employeur"] = {"territoire": "Alsace-Moselle", "type": "commune"}
    employer = read_contract(mapping).employer
    assert french_code(employer.territory) == "alsace-moselle"  # type: ignore[arg-type]
    assert french_code(employer.type) == "22"  # type: ignore[arg-type]


def test_a_calendar_of_the_program_is_not_written() -> None:
    class Never:
        def holidays(self, year: int) -> list[tuple[date, str]]:
            del year
            return []

    contract = attrs.evolve(BARE, employer=Employer(holidays=Never()))
    with pytest.raises(InvalidValue, match=r"employer\.holidays"):
        write_contract(contract)


def test_a_time_that_no_text_holds_is_refused() -> None:
    with pytest.raises(InvalidValue, match="without microseconds"):
        WorkDay(on=date(2026, 9, 1), starts_at=time(8, 30, 0, 1))


def test_times_of_day_are_written_short() -> None:
    day = WorkDay(on=date(2026, 9, 1), starts_at=time(8, 30), ends_at=time(17, 5, 9))
    contract = attrs.evolve(BARE, working_time=WorkingTime(days=(day,)))
    written = write_contract(contract)
    (told,) = written["contrat"]["temps_de_travail"]["journees"]
    assert told["heure_debut"] == "08:30"
    assert told["heure_fin"] == "17:05:09"
    assert read_contract(written) == contract


def test_only_a_contract_is_written() -> None:
    with pytest.raises(WrongType, match="contract"):
        write_contract({})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "known"),
    [
        (
            "grille_conventionnelle",
            {"grid": Grid(from_18=(Decimal(50), Decimal(60), Decimal(70)))},
        ),
        ("prolongation", {"extension": Extension(reason=ExtensionReason.FAILED_EXAM)}),
        (
            "accord_maitre_apprentissage",
            {"employer": Employer(branch_agreement=BranchAgreement(years_with_diploma=1))},
        ),
    ],
)
def test_what_may_be_none_tells_one_fact_at_least(key: str, known: dict[str, Any]) -> None:
    written = write_contract(attrs.evolve(BARE, **known))
    ((around, lone),) = ((about, about[key]) for about in written.values() if key in about)
    assert len(lone) == 1
    validator().validate(written)
    around[key] = {}  # neither none nor anything
    assert not validator().is_valid(written)


def test_the_schema_names_every_fact() -> None:
    about = contract_schema()["properties"]["apprenti"]["properties"]
    assert about["date_naissance"]["title"] == "date de naissance de l'apprenti"
    assert about["date_naissance"]["format"] == "date"


def test_every_fact_that_can_be_missing_has_its_place() -> None:
    """Except a calendar of the program, which no mapping holds."""
    about = contract_schema()
    for path in FRENCH_NAMES:
        if path in {"employer.holidays", "smc_monthly.steps"}:
            continue
        place = about
        for key in french_path(path).split("."):
            variants = place.get("anyOf", [place])
            place = next(v for v in variants if v.get("type") != "null")
            place = place.get("items", place)
            place = place.get("anyOf", [place])[0]
            place = place["properties"][key]
        assert place["title"] == FRENCH_NAMES[path]
    assert french_path("nowhere.at_all") == "nowhere.at_all"


def test_the_section_of_a_contract_is_one_of_the_file_alone() -> None:
    """A key of that name inside another object is unknown, and told whole."""
    mapping = write_contract(BARE)
    mapping["apprenti"] |= {"contrat": {"date_fin": "2028-08-31"}, "adresse.voie": "rue"}
    with pytest.raises(UnreadableContract) as refused:
        read_contract(mapping)
    faults = {fault.path: fault.value for fault in refused.value.faults}
    assert faults == {
        "apprenti.contrat": {"date_fin": "2028-08-31"},
        "apprenti.adresse.voie": "rue",
    }


@pytest.mark.parametrize(
    ("written", "read", "rewritten"),
    [
        # files of before the fact had more values than yes and no
        (True, WorkAuthorisation.GRANTED, "accordee"),
        (False, WorkAuthorisation.NONE, "aucune"),
        ("titre_etudiant", WorkAuthorisation.STUDENT, "titre_etudiant"),
        ("autorisation refusée", WorkAuthorisation.REFUSED, "refusee"),
    ],
)
def test_an_authorisation_once_yes_or_no(
    written: object, read: WorkAuthorisation, rewritten: str
) -> None:
    file: dict[str, Any] = {
        "contrat": {
            "date_conclusion": "2026-08-31",
            "date_debut_execution": "2026-09-01",
            "date_fin": "2028-08-31",
        },
        "apprenti": {"date_naissance": "2005-02-10", "autorisation_travail": written},
    }
    contract = read_contract(file)
    assert contract.apprentice.work_authorisation is read
    again = write_contract(contract)["apprenti"]["autorisation_travail"]
    assert again == rewritten
    Draft202012Validator(contract_schema()).validate(file)
