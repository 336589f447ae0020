"""A form is reviewed box by box, in the order of the paper."""

import pickle
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given as given_

from apprentissage.catalogue import RULES
from apprentissage.cerfa.boxes import BOXES, FIELDS_SINCE, OPTIONAL
from apprentissage.dates.conclusion import CONCLUSION
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts import (
    NO_EXTENSION,
    Avenant,
    Cfa,
    Contract,
    ContractMode,
    ContractType,
    DerogationType,
    Diploma,
    DisabilityTitle,
    Employer,
    EmployerType,
    LegalRepresentative,
    MaitreApprentissage,
    Nationality,
    SecondEmployer,
    SpecificEmployer,
)
from apprentissage.facts.names import FRENCH_NAMES, french_name
from apprentissage.judging import Outcome
from apprentissage.reviewing import review, review_form
from apprentissage.testing import contracts
from tests.sample import contract, given

MINOR = date(2009, 2, 10)
FIELDS = [field for box in BOXES for field in box.fields]


def empty(number: int, **facts: Any) -> tuple[str, ...]:
    return review_form(contract(**facts))[number].empty


def unsure(number: int, **facts: Any) -> tuple[str, ...]:
    return review_form(contract(**facts))[number].unsure


def test_boxes_are_those_of_the_paper_in_order() -> None:
    assert [box.number for box in BOXES] == list(range(37))
    form = review_form(contract())
    assert [each.box for each in form] == list(BOXES)
    with pytest.raises(InvalidValue):
        form[37]


def test_what_the_opco_reads_in_a_box_is_that_of_its_sheet() -> None:
    # OPCO EP's sheet, box 11: « de la possibilité de porter à 4 ans (au lieu de 3) la durée »;
    # box 12: « la majoration possible du niveau de prise en charge »
    assert "quatre ans" in BOXES[11].serves
    assert "majoration possible du niveau de prise en charge" in BOXES[12].serves


def test_the_boxes_that_the_opco_reads_are_those_of_its_sheet() -> None:
    words = {
        6: "OPCO",
        11: "limite d'âge",
        12: "limite d'âge",
        13: "formation suivie avant le contrat",
        14: "limite d'âge",
        17: "qualifications du maître",
        18: "situations particulières",
        19: "situations particulières",
        20: "aides financières à l'employeur",
        27: "toutes les lignes",
        30: "prise en charge",
        31: "prise en charge",
        32: "prise en charge",
    }
    assert {box.number for box in BOXES if box.serves} == {*words}
    assert [number for number, word in words.items() if word not in BOXES[number].serves] == []


def test_in_a_terminal_a_form_is_a_verdict_counts_and_what_fails() -> None:
    late = contract(concluded_on=date(2026, 9, 2), starts_on=date(2026, 9, 1))
    shown = repr(review_form(late, rules=(CONCLUSION,)))
    form = review_form(late, rules=(CONCLUSION,))
    assert shown.startswith(
        "FormReview(contract of 2026-09-02, NON_COMPLIANT: conclusion; boxes: 2 NON_COMPLIANT, "
    )
    assert shown.endswith(f"; {len(form.empty)} facts to fill in)")
    lawful = repr(review_form(contract(), rules=(CONCLUSION,)))
    assert "UNDETERMINED; boxes: " in lawful
    assert len(repr(review_form(late))) < 300


def test_every_field_of_a_box_is_a_fact() -> None:
    assert len(set(FIELDS)) == len(FIELDS)
    for field in FIELDS:
        assert field.replace("[]", "") in FRENCH_NAMES
    assert set(FIELDS) >= OPTIONAL
    assert set(FIELDS) >= set(FIELDS_SINCE)


def test_every_finding_stands_in_its_boxes_and_nowhere_else() -> None:
    whole = contract()
    form = review_form(whole)
    assert form.review == review(whole)
    for each in form:
        for finding in each.findings:
            assert each.box.number in (finding.boxes or (0,))
    for finding in form.review:
        for number in finding.boxes or (0,):
            assert finding in form[number].findings


def test_head_holds_the_file_and_retention() -> None:
    names = {f.rule for f in review_form(contract())[0].findings}
    assert {"documents_sent", "documents_kept", "cerfa_retention"} <= names


def test_an_empty_form_lacks_nearly_everything() -> None:
    form = review_form(contract())
    lacking = set(form.empty)
    known = {"concluded_on", "starts_on", "ends_on", "apprentice.born_on"}
    assert not lacking & (known | OPTIONAL)
    assert {"mode", "employer.siret", "apprentice.nir", "maitres"} <= lacking
    assert form.outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("apprentice", "sure", "perhaps"),
    [
        ({"born_on": date(2007, 8, 25)}, False, False),  # 18 that day
        ({"born_on": MINOR, "emancipated": True}, False, False),
        ({"born_on": date(2007, 8, 26), "emancipated": False}, True, False),
        ({"born_on": MINOR}, False, True),
    ],
)
def test_representative_of_a_minor(apprentice: dict[str, Any], sure: bool, perhaps: bool) -> None:
    path = "apprentice.legal_representative.email"
    employer = {"specific": SpecificEmployer.NONE}
    facts = {"apprentice": apprentice, "employer": employer}
    assert (path in empty(7, **facts)) is sure
    assert (path in unsure(7, **facts)) is perhaps
    # an ascendant who employs a minor makes a declaration
    assert (path in unsure(7, apprentice=apprentice)) is (sure or perhaps)
    told = {
        **apprentice,
        "legal_representative": LegalRepresentative(name="A. Martin", email="a@example.org"),
    }
    assert path not in empty(7, apprentice=told)
    assert path not in unsure(7, apprentice=told)


@pytest.mark.parametrize(
    ("nationality", "sure", "perhaps"),
    [
        (Nationality.FRENCH, False, False),
        (Nationality.EUROPEAN_UNION, False, False),
        (Nationality.OTHER, True, False),
        (None, False, True),
    ],
)
def test_work_authorisation(nationality: Nationality | None, sure: bool, perhaps: bool) -> None:
    facts = {"nationality": nationality}
    path = "apprentice.work_authorisation"
    assert (path in empty(10, apprentice=facts)) is sure
    assert (path in unsure(10, apprentice=facts)) is perhaps


def test_second_place_of_training() -> None:
    assert "training.main_site.uai" not in empty(30)
    assert "training.main_site.uai" in unsure(30)
    same = Cfa(name="CFA")
    both = {"cfa": same, "main_site": same}
    assert "training.main_site.uai" not in empty(30, training=both)
    assert "training.main_site.uai" not in unsure(30, training=both)
    found = empty(30, training={"main_site": Cfa(name="Antenne")})
    assert "training.cfa_is_main_site" in empty(30)
    assert "training.cfa_is_main_site" not in found
    assert "training.main_site.uai" in found
    assert "training.main_site.name" not in found


def test_each_maitre_has_his_boxes() -> None:
    named = (
        MaitreApprentissage(born_on=date(1980, 1, 1)),
        MaitreApprentissage(job="chef de cuisine"),
    )
    assert empty(16, maitres=named) == ("maitres[1].born_on",)
    assert empty(17, maitres=named) == (
        "maitres[0].job",
        "maitres[0].diploma_title",
        "maitres[1].diploma_title",
        "maitres[0].diploma_level",
        "maitres[1].diploma_level",
    )
    assert empty(15) == ("maitres", "maitre_attested")
    assert empty(15, maitres=named, maitre_attested=False) == (
        "maitres[0].family_name",
        "maitres[1].family_name",
        "maitres[0].first_name",
        "maitres[1].first_name",
        "maitres[0].email",
        "maitres[1].email",
    )
    assert empty(16) == ()


def test_derogation_where_one_is_needed() -> None:
    cycle = {"cycle_starts_on": date(2025, 9, 1), "cycle_ends_on": date(2027, 8, 31)}
    known = {"training": cycle, "mode": ContractMode.LIMITED_TERM, "extension": NO_EXTENSION}
    young = {"born_on": date(2010, 1, 15), "lower_secondary_completed": True}
    assert empty(19, apprentice=young, **known) == ("derogation",)
    # the box of an ordinary contract stays empty
    assert empty(19, **known) == unsure(19, **known) == ()
    # an extra year may leave less than the cycle, which was agreed
    assert unsure(19, **{**known, "extension": None}) == ("derogation",)
    assert unsure(19) == ("derogation",)
    # of what code, the cycle will tell; not whether there is one
    assert empty(19, apprentice=young) == ("derogation",)
    assert unsure(19, apprentice=young) == ()
    assert unsure(19, derogation=DerogationType.NONE) == ()


@pytest.mark.parametrize(
    ("kind", "sure", "perhaps"),
    [
        (ContractType.FIRST, False, False),
        (ContractType.OTHER_EMPLOYER_AFTER_RUPTURE, False, False),
        (ContractType.EMPLOYER_LEGAL_CHANGE, True, False),
        (ContractType.TRAINING_SITE, True, False),
        (None, False, True),
    ],
)
def test_effect_of_an_avenant(kind: ContractType | None, sure: bool, perhaps: bool) -> None:
    assert bool(empty(23, kind=kind)) is sure
    assert bool(unsure(23, kind=kind)) is perhaps
    told = Avenant(effective_on=date(2026, 1, 1))
    assert empty(23, kind=kind, avenant=told) == ()
    assert ("avenant.concluded_on" in empty(20, kind=kind)) is sure
    assert unsure(20, kind=kind) == ()


@pytest.mark.parametrize("kind", [None, *ContractType])
def test_number_of_the_contract_before_or_changed(kind: ContractType | None) -> None:
    asked = kind not in {None, ContractType.FIRST}
    assert ("previous_number" in empty(18, kind=kind)) is asked
    assert ("previous_number" in unsure(18, kind=kind)) is (kind is None)
    told = {"kind": kind, "previous_number": "075202509000001"}
    assert "previous_number" not in (*empty(18, **told), *unsure(18, **told))


@pytest.mark.parametrize(
    ("day", "number", "path", "asked"),
    [
        (date(2021, 2, 24), 11, "apprentice.high_level_athlete", False),
        (date(2021, 2, 25), 11, "apprentice.high_level_athlete", True),
        (date(2021, 2, 24), 32, "training.rncp", False),
        (date(2021, 2, 25), 32, "training.rncp", True),
        (date(2023, 4, 19), 14, "apprentice.business_project", False),
        (date(2023, 4, 20), 14, "apprentice.business_project", True),
        (date(2023, 4, 19), 22, "employer_training_starts_on", False),
        (date(2023, 4, 20), 22, "employer_training_starts_on", True),
        (date(2023, 4, 19), 33, "training.cfa_training_starts_on", False),
        (date(2023, 4, 20), 33, "training.cfa_training_starts_on", True),
        (date(2025, 6, 30), 34, "training.remote_hours", False),
        (date(2025, 7, 1), 34, "training.remote_hours", True),
    ],
)
def test_fields_that_came_with_a_form(day: date, number: int, path: str, asked: bool) -> None:
    assert (path in review_form(given(day))[number].empty) is asked


@pytest.mark.parametrize(("day", "asked"), [(date(2023, 4, 19), False), (date(2023, 4, 20), True)])
def test_fields_of_people_that_came_with_the_notice_07(day: date, asked: bool) -> None:
    known = given(day, maitres=(MaitreApprentissage(),))
    minor = evolve(known.apprentice, born_on=day.replace(year=day.year - 17), emancipated=False)
    employer = evolve(known.employer, specific=SpecificEmployer.NONE)
    form = review_form(evolve(known, apprentice=minor, employer=employer))
    assert ("maitres[0].job" in form[17].empty) is asked
    assert ("maitres[0].diploma_level" in form[17].empty) is asked
    assert ("training.main_site.uai" in form[30].unsure) is asked
    email = "apprentice.legal_representative.email"
    assert (email in form[7].empty) is asked
    assert "apprentice.legal_representative.name" in form[7].empty


PRIVATE, PUBLIC = EmployerType.ASSOCIATION, EmployerType.COMMUNE


@pytest.mark.parametrize(
    ("day", "type_", "sure", "perhaps"),
    [
        (date(2021, 2, 24), PRIVATE, False, False),
        (date(2021, 2, 25), PRIVATE, True, False),
        (date(2021, 2, 25), PUBLIC, False, False),
        (date(2021, 2, 25), None, False, True),
        (date(2023, 4, 19), PUBLIC, False, False),
        (date(2023, 4, 20), PUBLIC, True, False),
        (date(2023, 4, 20), None, True, False),
    ],
)
def test_number_of_the_apprentice(
    day: date, type_: EmployerType | None, sure: bool, perhaps: bool
) -> None:
    form = review_form(given(day, employer=Employer(type=type_)))
    assert bool(form[8].empty) is sure
    assert bool(form[8].unsure) is perhaps


TICKS = {"apprentice.youth_equivalence", "apprentice.boe_extension"}
TITLE = "apprentice.disability_title"


@pytest.mark.parametrize(
    ("day", "rqth", "sure", "perhaps"),
    [
        (date(2025, 1, 16), False, False, False),
        (date(2025, 1, 17), False, True, False),
        (date(2025, 1, 17), True, False, False),
        (date(2025, 1, 17), None, False, True),
    ],
)
def test_ticks_of_those_without_rqth(
    day: date, rqth: bool | None, sure: bool, perhaps: bool
) -> None:
    known = given(day)
    form = review_form(evolve(known, apprentice=evolve(known.apprentice, rqth=rqth)))
    assert TICKS & set(form[12].empty) == (TICKS if sure else set())
    assert TICKS & set(form[12].unsure) == (TICKS if perhaps else set())
    assert TITLE not in form[12].empty
    assert (TITLE in form[12].unsure) is (sure or perhaps)


@pytest.mark.parametrize(
    ("boe", "title", "asked"),
    [(True, None, True), (True, DisabilityTitle.INVALIDITY_PENSION, False), (False, None, False)],
)
def test_the_tick_of_the_extension_asks_for_the_title(
    boe: bool, title: DisabilityTitle | None, asked: bool
) -> None:
    both = {
        "rqth": False,
        "youth_equivalence": True,
        "boe_extension": boe,
        "disability_title": title,
    }
    assert (TITLE in empty(12, apprentice=both)) is asked
    assert unsure(12, apprentice=both) == ()


def test_both_boxes_may_be_ticked_and_a_tick_is_a_title() -> None:
    def titled(**facts: Any) -> bool | None:
        return contract(apprentice=facts).apprentice.titled

    none = DisabilityTitle.NONE
    assert titled() is None
    assert titled(youth_equivalence=True, boe_extension=True) is True
    assert titled(boe_extension=True) is True
    assert titled(boe_extension=False) is None
    assert titled(youth_equivalence=False, boe_extension=False) is False
    assert titled(disability_title=none) is False
    assert titled(disability_title=none, boe_extension=True) is True
    assert titled(disability_title=DisabilityTitle.YOUTH_EQUIVALENT) is True


@pytest.mark.parametrize(
    ("number", "path"),
    [
        (2, "employer.email"),
        (2, "employer.phone"),
        (3, "employer.address"),
        (7, "apprentice.address"),
        (7, "apprentice.email"),
        (7, "apprentice.phone"),
        (9, "apprentice.birth_commune"),
        (10, "apprentice.social_scheme"),
        (13, "apprentice.last_diploma_title"),
        (15, "maitre_attested"),
        (27, "gross_at_hiring"),
        (27, "pension_fund"),
        (30, "training.cfa.address"),
        (30, "training.cfa_is_main_site"),
        (33, "training.last_exam_on"),
        (35, "proofs_attested"),
        (35, "cfa_stamped"),
        (35, "signed_at"),
    ],
)
def test_what_the_paper_asks_of_every_contract(number: int, path: str) -> None:
    assert path in empty(number)
    if path != "maitre_attested":
        eve = review_form(given(date(2023, 4, 19)))[number]
        assert path not in (*eve.empty, *eve.unsure)


@pytest.mark.parametrize(("day", "asked"), [(date(2020, 3, 31), False), (date(2020, 4, 1), True)])
def test_the_attestation_on_the_maitre_came_with_the_decree(day: date, asked: bool) -> None:
    form = review_form(given(day, maitres=(MaitreApprentissage(),)))
    assert ("maitre_attested" in form[15].empty) is asked
    assert ("maitres[0].first_name" in form[15].empty) is asked
    assert "maitres[0].family_name" in form[15].empty


def test_last_diploma_has_a_title_unless_there_is_none() -> None:
    path = "apprentice.last_diploma_title"
    none = {"last_diploma_prepared": Diploma.NO_DIPLOMA}
    assert path not in empty(13, apprentice=none)
    assert path in empty(13, apprentice={"last_diploma_prepared": Diploma.BTS})


@pytest.mark.parametrize(
    ("mode", "sure", "perhaps"),
    [
        (ContractMode.TWO_SEASONAL_EMPLOYERS, True, False),
        (ContractMode.LIMITED_TERM, False, False),
        (None, False, True),
    ],
)
def test_second_seasonal_employer(mode: ContractMode | None, sure: bool, perhaps: bool) -> None:
    assert ("second_employer" in empty(2, mode=mode)) is sure
    assert ("second_employer" in unsure(2, mode=mode)) is perhaps
    told = {"mode": mode, "second_employer": SecondEmployer(siret="1")}
    assert "second_employer" not in (*empty(2, **told), *unsure(2, **told))


def test_a_public_employer_says_its_unemployment_scheme() -> None:
    path = "employer.unemployment_scheme"
    assert path in empty(2, employer={"type": EmployerType.COMMUNE})
    assert path not in empty(2, employer={"type": EmployerType.ASSOCIATION})
    assert path in unsure(2)


def test_the_tick_of_the_cfa_tells_of_a_second_place() -> None:
    same = {"cfa_is_main_site": True}
    assert "training.main_site.address" not in (
        *empty(30, training=same),
        *unsure(30, training=same),
    )
    other = empty(30, training={"cfa_is_main_site": False})
    assert {
        "training.main_site.name",
        "training.main_site.uai",
        "training.main_site.siret",
        "training.main_site.address",
    } <= set(other)


def test_a_form_answers_wherever_a_review_does() -> None:
    # the school status goes by the start, here before all that is covered
    mistyped = contract(starts_on=date(2006, 9, 1), apprentice={"born_on": date(1990, 2, 10)})
    assert review(mistyped)["lower_age"].outcome is Outcome.UNDETERMINED
    form = review_form(mistyped)
    assert form[19].unsure == ("derogation",)


@given_(contracts())
def test_a_form_never_raises(drawn: Contract) -> None:
    assert review_form(drawn, rules=()).boxes


def test_boxes_say_what_they_serve() -> None:
    form = review_form(contract())
    served = {each.box.number for each in form if each.box.serves}
    assert {6, 12, 20, 31, 32} <= served
    rows = form.to_rows()
    assert rows[20]["sert_a"].startswith("attribution des aides")
    assert rows[1]["sert_a"] == ""


def test_a_full_box_has_the_outcome_of_its_findings() -> None:
    whole = contract(concluded_on=date(2025, 9, 2))
    form = review_form(whole)  # signed a day late
    assert form[20].outcome is Outcome.NON_COMPLIANT
    assert form.outcome is Outcome.NON_COMPLIANT
    assert review_form(whole, rules=())[20].outcome is Outcome.NOT_APPLICABLE
    assert review_form(whole, rules=())[1].outcome is Outcome.UNDETERMINED


def test_a_fact_written_is_no_longer_empty() -> None:
    before = review_form(contract())
    after = review_form(contract(weekly_hours=None, dangerous_work=False))
    assert set(before.empty) - set(after.empty) == {"dangerous_work"}


def test_rows_and_html_speak_french() -> None:
    form = review_form(contract())
    rows = form.to_rows()
    assert [row["rubrique"] for row in rows] == list(range(37))
    assert french_name("apprentice.nir") in rows[8]["a_remplir"]
    html = form._repr_html_()
    assert html.count("<tr>") == 38
    assert "case par case" in html


def test_refuses_truth_and_pickles() -> None:
    form = review_form(contract())
    for thing in (form, form[1]):
        with pytest.raises(WrongType):
            bool(thing)
    assert pickle.loads(pickle.dumps(form)) == form  # noqa: S301


def test_the_rules_of_a_caller() -> None:
    mine = evolve(RULES[0], name="mine", boxes=(5,))
    form = review_form(contract(), rules=(mine,))
    assert [finding.rule for finding in form[5].findings] == ["mine"]


def test_contract_is_checked() -> None:
    with pytest.raises(WrongType):
        review_form("contract")  # type: ignore[arg-type]
    assert isinstance(contract(), Contract)
