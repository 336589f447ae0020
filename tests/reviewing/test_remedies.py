"""What would make each rule hold, and what nothing helps."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from apprentissage.catalogue import RULES
from apprentissage.dates import start_gaps
from apprentissage.dates.start_gaps import START_GAPS
from apprentissage.errors import InvalidValue, NotCovered, WrongType
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    NO_GRID,
    Accreditation,
    Apprentice,
    Avenant,
    Cfa,
    Contract,
    ContractMode,
    ContractType,
    DeclaredPayLine,
    DerogationType,
    Diploma,
    DisabilityTitle,
    DurationGround,
    Employer,
    EmployerType,
    ExperienceKind,
    ExperiencePeriod,
    Extension,
    ExtensionReason,
    InKind,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Mobility,
    Nationality,
    PayBase,
    Period,
    QualityCertification,
    Signatory,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
    Territory,
    Training,
    WorkAuthorisation,
    WorkingTime,
    WorkSector,
)
from apprentissage.facts._shown import written
from apprentissage.facts.changing import changed, shown_value, value_at
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.interchange import read_contract, write_remedies
from apprentissage.judging import (
    Finding,
    Outcome,
    Rule,
    all_of,
    compliant,
    hopeless,
    non_compliant,
    proposal,
    question,
    whether,
)
from apprentissage.judging.proposals import Proposal
from apprentissage.law.readings import LETTER, Readings
from apprentissage.minors import minors_hours
from apprentissage.reviewing import Remedies, Remedy, remedies, review
from apprentissage.reviewing._bench import _worse
from apprentissage.views.page import page
from tests.sample import contract, in_2026

MAITRE = MaitreApprentissage(
    born_on=date(1980, 3, 15),
    status=MaitreStatus.EMPLOYEE,
    volunteer=True,
    moral_guarantees=True,
    diploma_in_field=False,
    field_diploma_level=0,
    experience_months=60,
    excluded_months=0,
    supervised=(),
    individual_ceiling=0,
)
EMPLOYER = Employer(
    type=EmployerType.OTHER_PRIVATE,
    specific=SpecificEmployer.NONE,
    territory=Territory.METROPOLE,
    worked_holidays=frozenset(),
    branch_agreement=NO_BRANCH_AGREEMENT,
)


def about(of: Contract, readings: Readings = LETTER) -> Remedies:
    return remedies(review(of, readings))


def told(of: Contract, rule: str) -> list[dict[str, Any]]:
    """The changes of each remedy of a rule."""
    return [{change.path: change.after for change in remedy.changes} for remedy in about(of)[rule]]


def why(of: Contract, rule: str) -> str:
    """Why nothing helps a rule."""
    found = about(of)
    assert found[rule] == ()
    return next(h.sentence for h in found.hopeless if h.rule == rule)


# Facts changed by their paths


def test_facts_are_changed_by_their_paths() -> None:
    one = contract(maitres=(MAITRE,))
    other = changed(
        one,
        {
            "training.hours": 900,
            "maitres[0].volunteer": False,
            "maitres[1]": MAITRE,
            "ends_on": date(2027, 9, 1),
        },
    )
    assert other.training.hours == 900
    assert other.maitres == (evolve(MAITRE, volunteer=False), MAITRE)
    assert value_at(one, "maitres[1]") is None
    assert value_at(other, "maitres[1].volunteer") is True
    assert changed(other, {"maitres[1]": None}).maitres is not None


@pytest.mark.parametrize("path", ["nothing", "starts_on.x", "maitres[3].volunteer", "a b", ""])
def test_a_path_that_leads_to_no_fact_is_refused(path: str) -> None:
    with pytest.raises(InvalidValue, match="path"):
        changed(contract(), {path: 1})


def test_records_are_told_one_after_the_other() -> None:
    stay = Mobility(starts_on=date(2026, 10, 1), ends_on=date(2026, 10, 9))
    later = Mobility(starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 9))
    assert written((stay, later)) == f"{written(stay)} ; {written(later)}"


def test_a_value_is_told_in_french() -> None:
    line = DeclaredPayLine(
        order="1.1",
        starts_on=date(2026, 9, 1),
        ends_on=date(2027, 8, 31),
        rate=Decimal(43),
        monthly=Decimal("802.82"),
    )
    assert "802,82" in shown_value((line,))
    assert shown_value((evolve(line, order=None, monthly=None),)).startswith("du 01/09/2026")
    assert shown_value(()) == "néant"
    assert "volontariat" in shown_value(MAITRE)
    assert shown_value(35) == "35"


# Dates


def test_start_on_the_signature_or_sign_on_the_first_day() -> None:
    late = in_2026(concluded_on=date(2026, 9, 4))
    assert told(late, "conclusion") == [
        {"starts_on": date(2026, 9, 4)},
        {"concluded_on": date(2026, 9, 1)},
    ]
    both = in_2026(concluded_on=date(2026, 9, 4), employer_training_starts_on=date(2026, 9, 1))
    first = about(both)["conclusion"][0]
    assert first.changes[0].also == ("employer_training_starts_on",)
    assert first.contract.employer_training_starts_on == date(2026, 9, 4)
    assert "formation pratique" in first.changes[0].sentence


def test_a_training_starts_sooner_or_the_contract_later() -> None:
    cfa = {"cfa_training_starts_on": date(2027, 1, 4)}
    unknown = in_2026(training=cfa)
    assert "formation pratique" in why(unknown, "start_gaps")
    late = evolve(unknown, employer_training_starts_on=date(2026, 10, 5))
    assert told(late, "start_gaps") == [
        {"training.cfa_training_starts_on": date(2026, 12, 1)},
        {"starts_on": date(2026, 10, 4)},
    ]
    # 30 November is the last day of three months from 31 August too
    month_end = in_2026(
        starts_on=date(2026, 11, 29),
        concluded_on=date(2026, 11, 1),
        employer_training_starts_on=date(2027, 3, 1),
        training={"cfa_training_starts_on": date(2026, 12, 1)},
    )
    assert told(month_end, "start_gaps")[1] == {"starts_on": date(2026, 12, 1)}


def test_a_cycle_goes_with_the_training_that_would_begin_before_it() -> None:
    """A class starts together: to put the contract off is told first."""
    late = in_2026(
        employer_training_starts_on=date(2026, 9, 1),
        training={
            "cfa_training_starts_on": date(2027, 1, 4),
            "cycle_starts_on": date(2026, 12, 2),
        },
    )
    cfa, cycle = "training.cfa_training_starts_on", "training.cycle_starts_on"
    assert told(late, "start_gaps") == [
        {"starts_on": date(2026, 10, 4)},
        {cfa: date(2026, 12, 1), cycle: date(2026, 12, 1)},
    ]
    assert "Débuter la formation en CFA et le cycle" in (about(late)["start_gaps"][1].sentence)
    # a cycle that has begun by then stays as it is, and leads
    begun = evolve(late, training=evolve(late.training, cycle_starts_on=date(2026, 12, 1)))
    assert [[*ways] for ways in told(begun, "start_gaps")] == [[cfa], ["starts_on"]]
    # both trainings and the cycle would be three changes
    both = evolve(late, employer_training_starts_on=date(2027, 1, 4))
    assert [[*ways] for ways in told(both, "start_gaps")] == [["starts_on"]]


def test_a_day_that_an_unknown_fact_may_bring_nearer_names_it() -> None:
    """« S'il a accompli la scolarité du premier cycle » (L6222-1): at 15."""
    young = in_2026(apprentice=Apprentice(born_on=date(2011, 9, 20)))
    (remedy,) = about(young)["lower_age"]
    # 16 years sharp need no school record
    assert remedy.changes[0].after == date(2027, 9, 20)
    assert "il manque pour le savoir" in remedy.sentence
    assert "(collège) accomplie" in remedy.sentence
    stated = evolve(young.apprentice, lower_secondary_completed=False)
    (sure,) = about(evolve(young, apprentice=stated))["lower_age"]
    assert sure.changes == remedy.changes
    assert "il manque" not in sure.sentence


def test_a_later_end_that_an_unknown_fact_may_allow_names_it() -> None:
    """« cas de prolongation prévus à l'article L. 6222-11 » (L6222-7-1)."""
    adult = Apprentice(
        born_on=date(2000, 1, 15),
        rqth=False,
        disability_title=DisabilityTitle.NONE,
        high_level_athlete=False,
    )
    for extension, asked in ((None, True), (NO_EXTENSION, False)):
        long = in_2026(apprentice=adult, ends_on=date(2031, 8, 31), extension=extension)
        (remedy,) = about(long)["duration"]
        (change,) = remedy.changes[:1]
        assert (change.path, change.after) == ("ends_on", date(2029, 8, 31))
        assert ("prolongation du contrat" in remedy.sentence) is asked


def test_a_training_does_not_start_before_the_contract() -> None:
    early = in_2026(
        employer_training_starts_on=date(2026, 8, 31),
        training={"cfa_training_starts_on": date(2026, 9, 7)},
    )
    assert told(early, "start_gaps") == [{"employer_training_starts_on": date(2026, 9, 1)}]
    refused = LETTER.choose(cfa_before_signature="REFUSED")
    cfa = in_2026(
        employer_training_starts_on=date(2026, 9, 1),
        training={"cfa_training_starts_on": date(2026, 8, 3)},
    )
    (remedy,) = about(cfa, refused)["start_gaps"]
    assert remedy.changes[0].after == cfa.concluded_on


@pytest.mark.parametrize(
    ("start", "moved"),
    [(date(2018, 5, 28), date(2018, 6, 3)), (date(2018, 12, 10), date(2018, 12, 3))],
)
def test_before_2019_the_start_goes_to_the_window_of_the_cycle(start: date, moved: date) -> None:
    one = contract(
        concluded_on=date(2018, 5, 28),
        starts_on=start,
        ends_on=date(2020, 5, 27),
        training={"cycle_starts_on": date(2018, 9, 3)},
    )
    assert told(one, "start_gaps") == [{"starts_on": moved}]


def test_an_end_goes_to_the_last_exam_or_to_two_months_after() -> None:
    exam = {"last_exam_on": date(2028, 9, 20)}
    assert told(in_2026(training=exam), "contract_end") == [{"ends_on": date(2028, 9, 20)}]
    over = {"last_exam_on": date(2028, 6, 1), "cycle_ends_on": date(2028, 6, 15)}
    assert told(in_2026(training=over), "contract_end") == [{"ends_on": date(2028, 8, 15)}]
    before = {"last_exam_on": date(2026, 6, 1)}
    assert "à vérifier" in why(in_2026(training=before), "contract_end")


def test_a_duration_goes_to_its_bound() -> None:
    short = in_2026(ends_on=date(2027, 1, 31), resumes_after_rupture=False)
    short = evolve(short, duration_ground=None, extension=NO_EXTENSION)
    asked = about(short).questions
    assert [q.rule for q in asked] == []
    long = in_2026(
        ends_on=date(2029, 9, 30),
        extension=NO_EXTENSION,
        apprentice={
            "rqth": False,
            "disability_title": DisabilityTitle.NONE,
            "high_level_athlete": False,
        },
    )
    assert told(long, "duration") == [{"ends_on": date(2029, 8, 31)}]


def test_an_end_too_soon_is_put_off() -> None:
    """« varier entre six mois et trois ans »: until 28 February."""
    short = in_2026(
        ends_on=date(2027, 1, 31),
        extension=NO_EXTENSION,
        resumes_after_rupture=False,
        duration_ground=DurationGround.PRIOR_SKILLS,
        tripartite_agreement=True,
    )
    assert told(short, "duration")[0] == {"ends_on": date(2027, 2, 28)}


def test_a_fact_that_nobody_stated_is_asked_for() -> None:
    long = in_2026(ends_on=date(2029, 9, 30), extension=NO_EXTENSION)
    asked = [q for q in about(long).questions if q.rule == "duration"]
    assert [q.facts for q in asked] == [(("apprentice.rqth", True),)]
    assert "RQTH" in asked[0].sentence
    young = in_2026(apprentice=Apprentice(born_on=date(2011, 3, 1)))
    (college,) = [q for q in about(young).questions if q.rule == "lower_age"]
    assert "collège" in college.sentence
    few = in_2026(
        training={"hours": 100, "certifier_minimum_hours": 0, "hours_before_contract": 0},
        mobilities=(),
    )
    (waived,) = [q for q in about(few).questions if q.rule == "training_share"]
    assert waived.facts == (("resumes_after_rupture", True),)


def test_exemptions_are_asked_for_and_not_presumed() -> None:
    old = in_2026(apprentice=Apprentice(born_on=date(1990, 3, 1)))
    asked = [q for q in about(old).questions if q.rule == "upper_age"]
    assert [path for q in asked for path, _ in q.facts] == [
        "apprentice.rqth",
        "apprentice.disability_title",
        "apprentice.business_project",
        "apprentice.project_requires_diploma",
        "apprentice.high_level_athlete",
    ]


TOO_OLD: dict[str, Any] = {
    "rqth": False,
    "disability_title": DisabilityTitle.NONE,
    "business_project": False,
    "high_level_athlete": False,
}


def test_an_age_past_every_exemption_is_told_as_such() -> None:
    old = in_2026(apprentice=Apprentice(born_on=date(1990, 3, 1), **TOO_OLD), previous=())
    assert "Aucun changement de ce contrat" in why(old, "upper_age")


def test_a_contract_signed_before_the_limit_starts_before_it() -> None:
    old = in_2026(
        concluded_on=date(2026, 8, 20),
        apprentice=Apprentice(born_on=date(1996, 8, 25), **TOO_OLD),
        previous=(),
    )
    assert told(old, "upper_age") == [{"starts_on": date(2026, 8, 24)}]
    assert about(old)["upper_age"][0].until == date(2026, 8, 24)
    signed_late = evolve(old, concluded_on=date(2026, 8, 31))
    by_signature = LETTER.choose(upper_age_day="CONCLUSION")
    (remedy,) = about(signed_late, by_signature)["upper_age"]
    assert remedy.changes[0].path == "concluded_on"


def test_too_young_an_apprentice_starts_later() -> None:
    young = in_2026(
        apprentice=Apprentice(born_on=date(2010, 9, 20), lower_secondary_completed=False)
    )
    assert told(young, "lower_age") == [{"starts_on": date(2026, 9, 20)}]
    never = evolve(young, ends_on=date(2026, 9, 10))
    assert "à reporter" in why(never, "lower_age")


def test_a_contract_is_sent_in_time_or_starts_later() -> None:
    late = in_2026(employer=EMPLOYER, file={"filed_on": date(2026, 9, 14)})
    # sent already, it is late for good: the start alone can still move
    assert told(late, "filing") == [{"starts_on": date(2026, 9, 8)}]
    over = evolve(late, file=evolve(late.file, filed_on=date(2199, 12, 30)))
    assert "un envoi tardif ne se rattrape pas" in why(over, "filing")


def test_a_stay_abroad_is_shortened() -> None:
    away = Mobility(starts_on=date(2026, 10, 1), ends_on=date(2028, 3, 31))
    assert told(in_2026(mobilities=(away,)), "mobility") == [
        {"mobilities[0].ends_on": date(2027, 9, 30)}
    ]
    short = Mobility(starts_on=date(2028, 4, 3), ends_on=date(2028, 4, 4))
    assert "Aucun changement" in why(in_2026(mobilities=(away, short)), "mobility")


# Hours


def test_hours_go_to_their_limit() -> None:
    few = {"hours": 700, "hours_before_contract": 0, "certifier_minimum_hours": 0}
    one = in_2026(training=few, mobilities=(), resumes_after_rupture=False)
    assert told(one, "training_share") == [{"training.hours": 804}]
    adult = Apprentice(born_on=date(2000, 2, 10))
    long = in_2026(apprentice=adult, weekly_hours=Decimal(50))
    assert told(long, "weekly_hours") == [{"weekly_hours": 48}]
    nothing = in_2026(apprentice=adult, weekly_hours=Decimal(0))
    assert "à vérifier" in why(nothing, "weekly_hours")


@pytest.mark.parametrize(
    ("weekly", "daily", "paths"),
    [
        (Decimal(39), 8, ["weekly_hours"]),
        (Decimal(35), 9, ["working_time.daily_hours"]),
        (Decimal(39), 9, ["weekly_hours", "working_time.daily_hours"]),
    ],
)
def test_the_hours_of_a_minor(weekly: Decimal, daily: int, paths: list[str]) -> None:
    minor = in_2026(
        apprentice=Apprentice(born_on=date(2009, 2, 10)),
        weekly_hours=weekly,
        working_time=WorkingTime(
            daily_hours=daily, sector=WorkSector.OTHER, inspector_authorisation=False
        ),
    )
    (remedy,) = told(minor, "minors_hours")
    assert [*remedy] == paths


# Papers and signatures


def test_signatures_that_are_missing() -> None:
    alone = in_2026(
        apprentice=Apprentice(born_on=date(2000, 2, 10)),
        signed_by=frozenset({Signatory.APPRENTICE}),
    )
    (remedy,) = about(alone)["signatures"]
    assert remedy.until == alone.starts_on
    assert remedy.changes[0].after == frozenset(
        {Signatory.APPRENTICE, Signatory.EMPLOYER, Signatory.CFA}
    )
    assert "Recueillir les signatures" in remedy.sentence
    visa = evolve(alone, signed_by=frozenset({Signatory.APPRENTICE, Signatory.EMPLOYER}))
    (remedy,) = about(visa)["signatures"]
    assert remedy.until is None
    assert "la signature qui manque" in remedy.sentence


def test_a_convention_fixes_another_duration() -> None:
    longer_cycle = {"cycle_starts_on": date(2026, 9, 1), "cycle_ends_on": date(2029, 7, 13)}
    shorter = in_2026(
        training=longer_cycle,
        tripartite_agreement=False,
        extension=NO_EXTENSION,
        resumes_after_rupture=False,
        duration_ground=None,
        apprentice={
            "rqth": False,
            "disability_title": DisabilityTitle.NONE,
            "high_level_athlete": False,
        },
        derogation=DerogationType.NONE,
    )
    shorter = evolve(shorter, duration_ground=DurationGround.NONE)
    first, second = told(shorter, "duration_and_cycle")
    assert first == {"tripartite_agreement": True, "derogation": DerogationType.REDUCED_DURATION}
    assert second == {"ends_on": date(2029, 7, 13)}
    longer = evolve(
        shorter, training=evolve(shorter.training, cycle_ends_on=date(2027, 7, 2)), derogation=None
    )
    agreed, sooner = about(longer)["duration_and_cycle"]
    assert "allonge" in agreed.sentence
    # the doctrine lets it end two months after the cycle
    assert sooner.changes[0].after == date(2027, 9, 2)


@pytest.mark.parametrize(
    ("facts", "paths"),
    [
        ({"mode": ContractMode.OPEN_ENDED}, [["dangerous_work_declared"], ["dangerous_work"]]),
        (
            {
                "mode": ContractMode.LIMITED_TERM,
                "listed_work": True,
                "listed_work_authorised": False,
                "dangerous_work_declared": True,
            },
            [["listed_work_authorised"], ["dangerous_work"]],
        ),
        (
            {
                "mode": ContractMode.LIMITED_TERM,
                "listed_work": True,
                "listed_work_authorised": False,
            },
            [["dangerous_work_declared", "listed_work_authorised"], ["dangerous_work"]],
        ),
    ],
)
def test_dangerous_work(facts: dict[str, Any], paths: list[list[str]]) -> None:
    minor = in_2026(
        apprentice=Apprentice(born_on=date(2009, 2, 10)),
        **{
            "dangerous_work": True,
            "dangerous_work_declared": False,
            "employer_training_starts_on": date(2026, 9, 1),
            **facts,
        },
    )
    assert [[*each] for each in told(minor, "dangerous_work")] == paths


@pytest.mark.parametrize(
    ("held", "helps"), [(WorkAuthorisation.NONE, True), (WorkAuthorisation.REFUSED, False)]
)
def test_an_authorisation_to_work(held: WorkAuthorisation, helps: bool) -> None:
    foreign = in_2026(
        apprentice=Apprentice(
            born_on=date(2000, 2, 10), nationality=Nationality.OTHER, work_authorisation=held
        )
    )
    found = about(foreign)
    assert bool(found["work_authorisation"]) is helps
    if not helps:
        assert "refusée" in why(foreign, "work_authorisation")


def test_another_employer_and_a_number_are_no_change() -> None:
    home = in_2026(employer={"private_individual": True, "siret": "1"})
    assert "autre employeur" in why(home, "employer")
    assert "Sirene" in why(home, "employer_numbers")


# Codes


def test_a_code_is_the_one_that_follows() -> None:
    wrong = in_2026(kind=ContractType.SAME_EMPLOYER, previous=(), mode=ContractMode.LIMITED_TERM)
    assert told(wrong, "contract_type_code") == [{"kind": ContractType.FIRST}]


# Maîtres


def with_maitres(*maitres: MaitreApprentissage, **facts: Any) -> Contract:
    return in_2026(
        **{
            "employer": EMPLOYER,
            "mode": ContractMode.LIMITED_TERM,
            "maitres": maitres,
            "training": {"level": 3},
            "kind": ContractType.FIRST,
            "extension": NO_EXTENSION,
            "duration_ground": DurationGround.NONE,
            **facts,
        }
    )


def test_a_maitre_is_named_or_another_one() -> None:
    (named,) = about(with_maitres())["maitre_designation"]
    assert named.changes[0].path == "maitres[0]"
    assert named.changes[0].before is None
    assert "Désigner un maître" in named.sentence
    (other,) = about(with_maitres(evolve(MAITRE, volunteer=False)))["maitre_designation"]
    assert "un autre maître" in other.sentence
    assert other.contract.maitres is not None


def test_the_months_that_are_missing_are_told() -> None:
    short = evolve(
        MAITRE,
        experience_months=None,
        excluded_months=None,
        experience=(
            ExperiencePeriod(
                starts_on=date(2025, 3, 1), kind=ExperienceKind.EMPLOYMENT, ongoing=True
            ),
        ),
    )
    (remedy,) = about(with_maitres(short))["maitre_competence"]
    assert "il manque 7 mois" in remedy.sentence.replace("\xa0", " ")
    assert "1er mars 2027" in remedy.sentence.replace("\xa0", " ")


def test_one_more_maitre_has_places_of_his_own() -> None:
    other = Supervised(
        kind=SupervisedKind.REGULAR, starts_on=date(2026, 1, 1), ends_on=date(2027, 1, 1)
    )
    busy = evolve(MAITRE, supervised=(other, other))
    first, second = about(with_maitres(busy))["maitre_ceiling"]
    assert first.changes[0].path == "maitres[1]"
    assert second.changes[0].path == "maitres[0]"
    (named,) = about(with_maitres())["maitre_ceiling"]
    assert named.changes[0].path == "maitres[0]"


@pytest.mark.parametrize("rank", [0, 1])
def test_one_more_maitre_is_of_the_firm_whose_places_are_taken(rank: int) -> None:
    other = Supervised(
        kind=SupervisedKind.REGULAR, starts_on=date(2026, 1, 1), ends_on=date(2027, 1, 1)
    )
    both = [evolve(MAITRE, firm=firm) for firm in MaitreFirm]
    both[rank] = evolve(both[rank], supervised=(other, other))
    of_two = with_maitres(*both, mode=ContractMode.TWO_SEASONAL_EMPLOYERS)
    first, _ = about(of_two)["maitre_ceiling"]
    assert first.changes[0].path == "maitres[2]"
    assert first.changes[0].after.firm is both[rank].firm


@pytest.mark.parametrize(
    ("mode", "specific", "here", "there"),
    [
        (
            ContractMode.TEMPORARY_WORK,
            SpecificEmployer.TEMPORARY_WORK_AGENCY,
            MaitreFirm.EMPLOYER,
            MaitreStatus.USER_FIRM_EMPLOYEE,
        ),
        (
            ContractMode.TWO_SEASONAL_EMPLOYERS,
            SpecificEmployer.NONE,
            MaitreFirm.OTHER,
            MaitreStatus.EMPLOYEE,
        ),
    ],
)
def test_two_firms_have_a_maitre_each(
    mode: ContractMode, specific: SpecificEmployer, here: MaitreFirm, there: MaitreStatus
) -> None:
    alone = with_maitres(
        evolve(MAITRE, firm=here), mode=mode, employer=evolve(EMPLOYER, specific=specific)
    )
    (remedy,) = about(alone)["maitre_designation"]
    assert remedy.changes[0].path == "maitres[1]"
    assert remedy.changes[0].after.status is there
    assert remedy.changes[0].after.firm is not here
    # one who may not be is replaced alone, and the other stays
    unwilling = with_maitres(
        evolve(MAITRE, firm=here, volunteer=False),
        evolve(MAITRE, firm=next(firm for firm in MaitreFirm if firm is not here)),
        mode=mode,
        employer=alone.employer,
    )
    (instead,) = about(unwilling)["maitre_designation"]
    assert "un autre maître" in instead.sentence
    assert {change.path.split(".")[0] for change in instead.changes} <= {"maitres[0]", "maitres"}
    assert instead.contract.maitres is not None
    assert unwilling.maitres is not None
    assert instead.contract.maitres[1:] == unwilling.maitres[1:]
    # R6226-5: « deux années dans ce type d'entreprise », of the agency alone
    nobody = with_maitres(mode=mode, employer=alone.employer)
    (both,) = about(nobody)["maitre_designation"]
    of_agency = specific is SpecificEmployer.TEMPORARY_WORK_AGENCY
    assert ("2 ans d'expérience dans ce type" in both.sentence) is of_agency
    assert {each.firm for each in both.changes[0].after} == {*MaitreFirm}


# Pay


def paid(*lines: tuple[str, date, date, int], **facts: Any) -> Contract:
    return in_2026(
        employer=evolve(EMPLOYER, idcc="9999"),
        previous=(),
        extension=NO_EXTENSION,
        grid=NO_GRID,
        smc_monthly=Decimal(0),
        training={"cycle_years": 2, "entry_year": 1, "level": 3},
        declared_pay=tuple(
            DeclaredPayLine(order=order, starts_on=first, ends_on=last, rate=Decimal(rate))
            for order, first, last, rate in lines
        ),
        **facts,
    )


FIRST, EVE = date(2026, 9, 1), date(2027, 8, 31)
SECOND, LAST = date(2027, 9, 1), date(2028, 8, 31)


def test_a_rate_is_raised() -> None:
    low = paid(("1.1", FIRST, EVE, 40), ("2.1", SECOND, LAST, 51))
    assert told(low, "minimum_pay") == [{"declared_pay[0].rate": Decimal(43)}]
    both = paid(("1.1", FIRST, EVE, 40), ("2.1", SECOND, LAST, 50))
    assert told(both, "minimum_pay") == [
        {"declared_pay[0].rate": Decimal(43), "declared_pay[1].rate": Decimal(51)}
    ]


def test_an_amount_is_raised() -> None:
    good = paid(("1.1", FIRST, EVE, 43), ("2.1", SECOND, LAST, 51), weekly_hours=Decimal(35))
    lines = good.declared_pay or ()
    low = evolve(good, declared_pay=(evolve(lines[0], monthly=Decimal(700)), lines[1]))
    (remedy,) = about(low)["minimum_pay"]
    assert remedy.changes[0].path == "declared_pay[0].monthly"
    assert remedy.changes[0].after == Decimal("802.82")


def test_lines_are_written_as_they_should_stand() -> None:
    # an avenant may write none
    none = paid(kind=ContractType.FIRST)
    (remedy,) = about(none)["minimum_pay"]
    assert [
        (line.order, line.starts_on, line.ends_on, line.rate) for line in remedy.changes[0].after
    ] == [("1.1", FIRST, EVE, Decimal(43)), ("2.1", SECOND, LAST, Decimal(51))]
    # a promise above the minimum is kept, on the base of the law
    one_line = paid(("1.1", FIRST, LAST, 60))
    (remedy,) = about(one_line)["minimum_pay"]
    assert [line.rate for line in remedy.changes[0].after] == [60, 60]


def test_a_line_is_added_where_an_age_is_reached() -> None:
    turns_21 = paid(
        ("1.1", FIRST, EVE, 43),
        ("2.1", SECOND, LAST, 51),
        apprentice=Apprentice(born_on=date(2006, 11, 5)),
    )
    (remedy,) = about(turns_21)["minimum_pay"]
    assert [(line.order, line.starts_on, line.rate) for line in remedy.changes[0].after] == [
        ("1.1", FIRST, 43),
        ("2.1", SECOND, 51),
        ("2.2", date(2027, 12, 1), 61),
    ]


# Rules of one's own


def _opens(one: Contract, _: Readings) -> Finding:
    return whether(one.starts_on >= date(2026, 9, 7), holds="Oui.", fails="Non.")


def of_one_s_own(*proposed: Any) -> Rule:
    def propose(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        yield from proposed

    return Rule(name="opens", title="Ouverture", judge=_opens, remedies=propose)


def tried(*proposed: Any) -> Remedies:
    rule = of_one_s_own(*proposed)
    rules = (*RULES, rule)
    return remedies(review(in_2026(), rules=rules), rules)


def test_a_rule_of_one_s_own_proposes_too() -> None:
    found = tried(
        proposal("Trop tôt.", {"starts_on": date(2026, 9, 6)}),
        proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)}),
        proposal("Ouvrir encore.", {"starts_on": date(2026, 9, 7)}),
        proposal("Impossible.", {"starts_on": date(2030, 1, 1)}),
        proposal("Au pire.", {"starts_on": date(2026, 9, 8)}, last_resort=True),
    )
    (remedy,) = found["opens"]
    assert remedy.sentence == "Ouvrir."
    assert repr(remedy) == "Remedy(opens: starts_on)"
    assert repr(found).startswith("Remedies(1 remedies, 1 changes together")
    assert repr(found.together) == "Together(opens: starts_on)"
    assert [*found] == [remedy]
    assert len(found.together) == 1
    (row,) = found.to_rows()
    assert [*row] == ["regle", "remede", "fait", "nom", "avant", "apres", "jusqu_au"]
    assert (row["fait"], row["jusqu_au"]) == ("starts_on", None)
    assert row["nom"] == FRENCH_NAMES["starts_on"]
    assert "Liste la plus courte trouvée" in found._repr_html_()
    with pytest.raises(WrongType, match="len"):
        bool(found)


def test_what_proves_nothing_is_told() -> None:
    found = tried(proposal("Trop tôt.", {"starts_on": date(2026, 9, 6)}))
    assert "Aucun changement simple" in found.hopeless[0].sentence
    assert len(found.together) == 0
    assert "Liste la plus courte" not in found._repr_html_()
    found = tried(hopeless("Rien à faire."))
    assert found.hopeless[0].sentence == "Rien à faire."
    assert found.hopeless[0].rule == "opens"
    assert "Aucun changement des faits" in tried().hopeless[0].sentence


def test_what_is_no_proposal_is_refused() -> None:
    with pytest.raises(WrongType, match=r"opens\.remedies"):
        tried("Ouvrir plus tard.")


def test_a_change_that_breaks_another_rule_is_mended_or_dropped() -> None:
    far = {"training.cfa_training_starts_on": date(2027, 6, 1)}
    found = tried(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7), **far}))
    assert found["opens"] == ()

    def closes(one: Contract, _: Readings) -> Finding:
        return whether(
            one.starts_on.day != 7 or one.ends_on == date(2028, 8, 30), holds="Oui.", fails="Non."
        )

    def mends(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        yield hopeless("Non.")
        yield proposal("Deux fois.", {"starts_on": date(2026, 9, 8)})
        yield proposal("Finir.", {"ends_on": date(2025, 1, 1)})
        yield proposal("Finir.", {"ends_on": date(2028, 8, 29)})
        yield proposal("Finir.", {"ends_on": date(2028, 8, 30)})

    rules = (
        of_one_s_own(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})),
        Rule(name="closes", title="Fin", judge=closes, remedies=mends),
    )
    found = remedies(review(in_2026(), rules=rules), rules)
    (remedy,) = found["opens"]
    assert [c.path for c in remedy.changes] == ["starts_on", "ends_on"]
    assert remedy.sentence == "Ouvrir. Finir."


def _on(day: int, name: str, *paths: tuple[str, date]) -> Rule:
    """It holds where the conclusion is of that day of August, or after."""

    def judge(one: Contract, _: Readings) -> Finding:
        return whether(one.concluded_on >= date(2026, 8, day), holds="Oui.", fails="Non.")

    def propose(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        for path, value in paths:
            yield proposal("Signer.", {path: value})

    return Rule(name=name, title=name, judge=judge, remedies=propose)


def _never(_one: Contract, _: Readings) -> Finding:
    return whether(False, holds="Oui.", fails="Non.")


def _nothing(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
    yield hopeless("Rien à faire.")


def test_a_rule_that_waits_once_the_rest_is_done_says_for_what() -> None:
    def agreed(one: Contract, _: Readings) -> Finding:
        waits = one.starts_on == date(2026, 9, 7)
        return whether(
            None if waits else one.ends_on <= date(2026, 9, 5),
            "training.level",
            holds="Oui.",
            fails="Non.",
        )

    rules = (
        of_one_s_own(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})),
        Rule(name="agreed", title="Accord", judge=agreed, remedies=ends_early),
    )
    found = remedies(review(in_2026(), rules=rules), rules)
    assert {each.rule for each in found} == {"opens", "agreed"}
    assert found.together.clears == ("opens",)
    (left,) = found.together.leaves
    assert left.rule == "agreed"
    assert "il manque pour en juger" in left.sentence
    assert "niveau" in left.sentence


def test_remedies_of_one_fact_are_taken_one_after_another() -> None:
    early = evolve(in_2026(), concluded_on=date(2026, 8, 1))

    def exactly(one: Contract, _: Readings) -> Finding:
        return whether(
            one.concluded_on not in {date(2026, 8, 1), date(2026, 8, 20)},
            holds="Oui.",
            fails="Non.",
        )

    def propose(one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        moved = 10 if one.concluded_on.day == 1 else 25
        yield proposal("Signer.", {"concluded_on": date(2026, 8, moved)})

    rules = (
        _on(20, "twentieth", ("concluded_on", date(2026, 8, 20))),
        Rule(name="never", title="", judge=_never, remedies=_nothing),
        Rule(name="exactly", title="Jour", judge=exactly, remedies=propose),
    )
    found = remedies(review(early, rules=rules), rules)
    assert {*found.together.clears} <= {"twentieth", "exactly"}
    assert len(found.together.changes) == 1


def test_questions_are_asked_of_unknown_facts_alone() -> None:
    def judge(one: Contract, _: Readings) -> Finding:
        return whether(one.apprentice.rqth, "apprentice.rqth", holds="Oui.", fails="Non.")

    def ask(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        yield question("RQTH ?", {"apprentice.rqth": True})
        yield question("Pas RQTH ?", {"apprentice.rqth": False})
        yield question("Fin ?", {"ends_on": date(2020, 1, 1)})
        yield question("Début ?", {"starts_on": date(2026, 9, 1)})

    rule = Rule(name="rqth", title="RQTH", judge=judge, questions=ask)
    found = remedies(review(in_2026(), rules=(rule,)), (rule,))
    assert [q.sentence for q in found.questions] == ["RQTH\u202f?"]
    assert found.questions[0].rule == "rqth"
    assert "RQTH" in found._repr_html_()


def test_a_remedy_shows_its_changes() -> None:
    late = in_2026(concluded_on=date(2026, 9, 4))
    html = about(late)._repr_html_()
    assert "Liste la plus courte" in html
    assert "01/09/2026" in html
    assert Outcome.COMPLIANT in {r.finding.outcome for r in about(late)}
    assert isinstance(about(late)["conclusion"][0], Remedy)
    assert PayBase.SMIC.label == "SMIC"


def test_a_hook_of_a_law_that_is_not_covered_proposes_nothing() -> None:
    def propose(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        yield proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})
        raise NotCovered("délai", date(2026, 9, 1), None)

    rule = Rule(name="opens", title="", judge=_opens, remedies=propose)
    found = remedies(review(in_2026(), rules=(rule,)), (rule,))
    assert len(found) == 0
    assert found.hopeless[0].rule == "opens"


def test_remedies_that_cannot_stand_together_are_not_merged() -> None:
    def ends(one: Contract, _: Readings) -> Finding:
        return whether(one.ends_on <= date(2026, 9, 5), holds="Oui.", fails="Non.")

    def propose(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        yield proposal("Finir.", {"ends_on": date(2026, 9, 5)})

    rules = (
        of_one_s_own(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})),
        Rule(name="ends", title="Fin", judge=ends, remedies=propose),
    )
    found = remedies(review(in_2026(), rules=rules), rules)
    assert {each.rule for each in found} == {"opens", "ends"}
    assert found.together.clears == ("opens",)


def test_an_exam_after_the_extra_year_leaves_one_of_two_rules() -> None:
    one = in_2026(
        ends_on=date(2028, 3, 31),
        extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2026, 9, 1)),
        training={"last_exam_on": date(2028, 5, 10)},
    )
    # L6222-11 ends it on 31 August 2027; the exam stands on 10 May 2028
    assert told(one, "extra_year") == [{"ends_on": date(2027, 8, 31)}]
    assert told(one, "contract_end") == [{"ends_on": date(2028, 5, 10)}]
    together = about(one).together
    assert together.clears == ("extra_year",)
    (left,) = together.leaves
    assert left.rule == "contract_end"
    assert "ne règle pas" in left.sentence
    assert "date de fin du contrat" in left.sentence
    written = write_remedies(about(one))
    assert written["ensemble"]["laisse"] == [{"regle": "contract_end", "phrase": left.sentence}]
    for shown in (page(review(one), remedies=about(one)), about(one)._repr_html_()):
        assert "Cette liste ne règle pas «\xa0Fin du contrat" in shown


def by_an_agency(*maitres: MaitreApprentissage) -> Contract:
    """Box 4 tells a group where box 1 tells an agency; a short mission."""
    return in_2026(
        mode=ContractMode.TEMPORARY_WORK,
        employer={"specific": SpecificEmployer.EMPLOYER_GROUP},
        missions=(Period(starts_on=date(2026, 9, 1), ends_on=date(2027, 2, 27)),),
        maitres=maitres,
    )


MINOR = evolve(MAITRE, born_on=date(2009, 1, 1))


@pytest.mark.parametrize(
    ("maitres", "firms"),
    [
        ((MINOR, evolve(MAITRE, firm=MaitreFirm.EMPLOYER)), "OE"),
        ((evolve(MAITRE, firm=MaitreFirm.EMPLOYER), MINOR), "EO"),
        ((MINOR, evolve(MAITRE, firm=MaitreFirm.OTHER)), "EO"),
        ((), "EO"),
    ],
)
def test_two_maitres_are_named_once_the_employer_is_an_agency(
    maitres: tuple[MaitreApprentissage, ...], firms: str
) -> None:
    together = about(by_an_agency(*maitres)).together
    assert {"maitre_designation", "specific_employer_code"} <= {*together.clears}
    assert together.leaves == ()
    named = together.contract.maitres
    assert named is not None
    assert [each.firm for each in named] == [
        {"E": MaitreFirm.EMPLOYER, "O": MaitreFirm.OTHER}[one] for one in firms
    ]


def ends_early(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
    yield proposal("Finir.", {"ends_on": date(2026, 9, 5)})


def _mended(name: str, holds: Any, *changes: dict[str, Any]) -> Rule:
    """A rule with a remedy for each of the changes."""

    def judge(one: Contract, _: Readings) -> Finding:
        return whether(holds(one), holds="Oui.", fails="Non.")

    def propose(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        for change in changes:
            yield proposal("Changer.", change)

    return Rule(name=name, title=name, judge=judge, remedies=propose)


PART_TIME = {"weekly_hours": Decimal(28), "smc_monthly": Decimal(1900)}
FEW, MANY = range(1, 5), range(15, 19)


def few_or_many(few: range) -> tuple[Contract, tuple[Rule, Rule]]:
    """Two rules of which the last remedies alone agree.

    Taken in turn, either rule takes the first of its points, and the other
    one is left.
    """

    def few_points(one: Contract) -> bool:
        hours = one.weekly_hours, one.smc_monthly
        return one.public_points in few or (
            one.public_points in {0, 18} and hours == (*PART_TIME.values(),)
        )

    def many_points(one: Contract) -> bool:
        return one.public_points in MANY

    one = in_2026(public_points=0, weekly_hours=Decimal(35), smc_monthly=Decimal(1800))
    return one, (
        _mended("few", few_points, *({"public_points": each} for each in few), PART_TIME),
        _mended("many", many_points, *({"public_points": each} for each in MANY)),
    )


def test_remedies_that_write_two_values_are_no_list_to_try() -> None:
    """Twelve lists are tried: here 16 pairs would write two values of the points."""
    one, rules = few_or_many(FEW)
    found = remedies(review(one, rules=rules), rules)
    assert [len(found[each.name]) for each in rules] == [5, 4]
    changes = {change.path: change.after for change in found.together.changes}
    assert changes == {**PART_TIME, "public_points": 18}
    assert found.together.clears == ("few", "many")
    assert found.together.leaves == ()


@pytest.mark.parametrize(("number", "cleared"), [(16, True), (17, False)])
def test_lists_are_made_of_sixteen_remedies(number: int, cleared: bool) -> None:
    one, rules = few_or_many(range(100, 95 + number))
    found = remedies(review(one, rules=rules), rules)
    assert len(found) == number
    assert (found.together.leaves == ()) is cleared


def test_two_added_to_one_list_are_told_as_the_list() -> None:
    def two(one: Contract, _: Readings) -> Finding:
        return whether(len(one.maitres or ()) > 1, holds="Oui.", fails="Non.")

    def one(of: Contract, _: Readings) -> Finding:
        return whether(len(of.maitres or ()) > 0, holds="Oui.", fails="Non.")

    def adds(of: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        rank = len(of.maitres or ())
        yield proposal("Un de plus.", {f"maitres[{rank}]": MAITRE})

    def ends(of: Contract, _: Readings) -> Finding:
        return whether(of.ends_on <= date(2026, 9, 5), holds="Oui.", fails="Non.")

    rules = (
        Rule(name="one", title="Un", judge=one, remedies=adds),
        Rule(name="two", title="Deux", judge=two, remedies=adds),
        # these two exclude each other: all is taken one after another
        of_one_s_own(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})),
        Rule(name="ends", title="Fin", judge=ends, remedies=ends_early),
    )
    found = remedies(review(in_2026(maitres=()), rules=rules), rules)
    assert [each.rule for each in found] == ["one", "opens", "ends"]
    assert found.together.clears == ("one", "two", "opens")
    assert [each.rule for each in found.together.leaves] == ["ends"]
    (change,) = (each for each in found.together.changes if "maitres" in each.path)
    assert (change.path, change.before) == ("maitres", ())
    assert change.after == (MAITRE, MAITRE)


def test_an_end_alone_does_not_mend_a_duration() -> None:
    long = in_2026(
        ends_on=date(2029, 9, 1),
        tripartite_agreement=False,
        training={
            "cycle_starts_on": date(2026, 9, 1),
            "cycle_ends_on": date(2029, 9, 1),
            "last_exam_on": date(2029, 9, 1),
        },
        extension=NO_EXTENSION,
        apprentice={
            "rqth": False,
            "disability_title": DisabilityTitle.NONE,
            "high_level_athlete": False,
        },
    )
    said = why(long, "duration").replace("\xa0", " ")
    assert "au plus tard le 31 août 2029" in said
    assert "à revoir avec le CFA : plus courte que le cycle" in said
    lines = ("1.1", date(2026, 9, 1), date(2026, 12, 31), 100)
    one = paid(lines, resumes_after_rupture=False)
    short = evolve(
        one,
        ends_on=date(2026, 12, 31),
        duration_ground=DurationGround.NONE,
        training=evolve(one.training, hours=140),
    )
    said = why(short, "duration").replace("\xa0", " ")
    assert "au moins jusqu'au 28 février 2027" in said


def test_the_lines_of_an_avenant_start_with_it() -> None:
    low = paid(
        ("2.1", date(2028, 1, 1), LAST, 43),
        kind=ContractType.OTHER_CHANGE,
        avenant=Avenant(concluded_on=date(2027, 12, 1), effective_on=date(2028, 1, 1)),
    )
    (remedy,) = about(low)["minimum_pay"]
    assert remedy.changes[0].after == Decimal(51)
    two = paid(
        ("2.1", date(2028, 1, 1), date(2028, 3, 31), 43),
        kind=ContractType.OTHER_CHANGE,
        avenant=Avenant(concluded_on=date(2027, 12, 1), effective_on=date(2028, 1, 1)),
    )
    (remedy,) = about(two)["minimum_pay"]
    assert [line.starts_on for line in remedy.changes[0].after] == [date(2028, 1, 1)]


def test_a_rule_that_mends_nothing_keeps_its_ground() -> None:
    def stays(one: Contract, _: Readings) -> Finding:
        return whether(one.starts_on == date(2026, 9, 1), holds="Oui.", fails="Non.")

    rules = (
        of_one_s_own(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})),
        Rule(name="stays", title="Reste", judge=stays),
    )
    found = remedies(review(in_2026(), rules=rules), rules)
    assert len(found) == 0


def test_remedies_that_harm_a_third_rule_together_are_taken_apart() -> None:
    def ends(one: Contract, _: Readings) -> Finding:
        return whether(one.ends_on <= date(2028, 8, 30), holds="Oui.", fails="Non.")

    def one_alone(one: Contract, readings: Readings) -> Finding:
        both = {_opens(one, readings).outcome, ends(one, readings).outcome}
        return whether(both != {Outcome.COMPLIANT}, holds="Oui.", fails="Non.")

    def propose(_one: Contract, _found: Finding, _: Readings) -> Iterator[Any]:
        yield proposal("Finir.", {"ends_on": date(2028, 8, 30)})

    rules = (
        of_one_s_own(proposal("Ouvrir.", {"starts_on": date(2026, 9, 7)})),
        Rule(name="ends", title="Fin", judge=ends, remedies=propose),
        Rule(name="one_alone", title="Un seul", judge=one_alone),
    )
    found = remedies(review(in_2026(), rules=rules), rules)
    assert {each.rule for each in found} == {"opens", "ends"}
    assert found.together.clears == ("opens",)


def test_benefits_in_kind_go_down_to_the_pay() -> None:
    line = DeclaredPayLine(
        order="1.1",
        starts_on=date(2026, 9, 1),
        ends_on=date(2028, 8, 31),
        rate=Decimal(100),
        monthly=Decimal(1000),
    )
    one = in_2026(declared_pay=(line,), benefits_in_kind=Decimal(1200))
    assert told(one, "benefits_in_kind") == [{"benefits_in_kind": 1000}]
    parts = evolve(
        one,
        benefits_in_kind=None,
        in_kind=InKind(meal=Decimal(0), meals=0, lodging=Decimal(1200), other=Decimal(0)),
    )
    assert "à l'employeur de dire" in why(parts, "benefits_in_kind")


def test_a_level_follows_from_the_diploma() -> None:
    one = in_2026(training={"diploma": Diploma.CAP, "level": 4})
    assert told(one, "diploma_level") == [{"training.level": 3}]
    none = in_2026(training={"diploma": Diploma.NO_DIPLOMA, "level": 4})
    assert "le demander au CFA" in why(none, "diploma_level")


def test_what_a_cfa_lacks_is_not_for_the_parties_to_write() -> None:
    cfa = Cfa(quality=QualityCertification.NONE, accreditation=Accreditation.NONE)
    one = in_2026(training={"cfa": cfa})
    assert "CFA certifié" in why(one, "cfa_quality")
    assert "CFA habilité" in why(one, "cfa_accreditation")


def test_a_start_three_months_before_a_day_that_its_month_lacks() -> None:
    late = in_2026(
        starts_on=date(2027, 2, 1),
        employer_training_starts_on=date(2027, 2, 1),
        training=Training(cfa_training_starts_on=date(2027, 5, 31)),
    )
    ways = list(start_gaps.remedies(late, START_GAPS.find(late), LETTER))
    # from 28 February the last day is 28 May, from 1 March it is 1 June
    later = ways[-1]
    assert isinstance(later, Proposal)
    assert dict(later.changes)["starts_on"] == date(2027, 3, 1)


def test_no_figure_of_the_hours_is_above_its_limit() -> None:
    found = compliant("Oui.", max_weekly_hours=Decimal(35), max_daily_hours=Decimal(8))
    assert [*minors_hours.remedies(in_2026(), found, LETTER)] == []


def test_an_unknown_value_is_told_as_such() -> None:
    assert written(None) == "non renseigné"
    assert written(frozenset()) == written(()) == "néant"


def test_each_of_the_four_mistakes_of_the_specimen_is_cleared() -> None:
    text = Path("examples/quatre-erreurs.json").read_text(encoding="utf-8")
    before = review(read_contract(json.loads(text)))
    wrong = ["conclusion", "start_gaps", "minimum_pay", "filing"]
    assert [finding.rule for finding in before.non_compliant] == wrong
    found = remedies(before)
    assert [*dict.fromkeys(remedy.rule for remedy in found)] == wrong
    assert found.hopeless == ()
    assert [*found.together.clears] == wrong
    assert review(found.together.contract).outcome is Outcome.COMPLIANT
    # an age past every exemption, which it was once, is the one that stays
    old = evolve(before.contract.apprentice, born_on=date(1995, 3, 9), nir=None)
    too_old = about(evolve(before.contract, apprentice=old))
    assert [each.rule for each in too_old.hopeless] == ["upper_age"]
    assert {"conclusion", "start_gaps", "filing"} <= {*too_old.together.clears}


def test_more_faults_of_one_rule_are_worse() -> None:
    one = all_of([non_compliant("Une."), compliant("Deux.")])
    two = all_of([non_compliant("Une."), non_compliant("Deux.")])
    assert _worse(one, two)
    assert not _worse(two, one)
    assert not _worse(two, two)
    assert _worse(compliant("Oui."), one)
