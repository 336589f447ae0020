"""Every rule that can fail: what it proposes, or the reason why nothing.

The table holds each rule that can be NON_COMPLIANT, on contracts where it is;
the other rules never fail, which every drawn contract holds.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from apprentissage.catalogue import RULES
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    NO_EXTENSION,
    NO_GRID,
    Accreditation,
    Apprentice,
    Avenant,
    Cfa,
    CompanyCfa,
    Contract,
    ContractMode,
    ContractType,
    Decision,
    DeclaredPayLine,
    DerogationType,
    Diploma,
    DisabilityTitle,
    DurationGround,
    Employer,
    EmployerType,
    EngagementBar,
    Extension,
    ExtensionReason,
    FundingDecision,
    MaitreApprentissage,
    MaitreStatus,
    Mobility,
    Nationality,
    Period,
    PreviousCycle,
    PriorSituation,
    QualityCertification,
    Route,
    Rupture,
    RuptureCause,
    Sex,
    Signatory,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
    Territory,
    Weekday,
    WorkAuthorisation,
    WorkDay,
    WorkingTime,
    WorkSector,
)
from apprentissage.judging import Outcome
from apprentissage.reviewing import remedies, review
from apprentissage.testing import contracts
from tests.sample import in_2026, signed
from tests.support.remedies import listed, told_by

BY_NAME = {rule.name: rule for rule in RULES}

NEVER_FAIL = {
    # what they tell is to be done, owed or kept: no fact tells that it failed
    "ascendant_employer",
    "cerfa_retention",
    "diploma_notice",
    "documents_kept",
    "documents_sent",
    "employer_aid",
    "exam_leave",
    "legal_representative",
    "medical_visit",
    "opco_payments",
    "participation",
    "training_after_rupture",
}
"""Rules that never find a contract NON_COMPLIANT, which needs no remedy."""

MINOR = in_2026(apprentice=Apprentice(born_on=date(2009, 2, 10)))
CHILD = in_2026(apprentice=Apprentice(born_on=date(2011, 2, 10), lower_secondary_completed=True))
ADULT = Apprentice(born_on=date(2000, 2, 10))
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
    available=True,
)
EMPLOYER = Employer(
    type=EmployerType.OTHER_PRIVATE,
    specific=SpecificEmployer.NONE,
    territory=Territory.METROPOLE,
    worked_holidays=frozenset(),
    branch_agreement=NO_BRANCH_AGREEMENT,
)
MONDAY = date(2026, 10, 5)


def worked(*days: WorkDay, of: Contract = MINOR, **time_facts: Any) -> Contract:
    """A contract of a minor with these days of work."""
    return evolve(
        of,
        employer=EMPLOYER,
        working_time=WorkingTime(days=days, **{"sector": WorkSector.OTHER, **time_facts}),
    )


def day(number: int = 5, first: int | None = None, last: int | None = None, **f: Any) -> WorkDay:
    """A day of October 2026, of which the 5th is a Monday."""
    return WorkDay(
        on=date(2026, 10, number),
        starts_at=None if first is None else time(first),
        ends_at=None if last is None else time(last),
        **f,
    )


def after(**cycle: Any) -> Contract:
    """A contract after another one."""
    return in_2026(
        previous=(PreviousCycle(route=Route.APPRENTICESHIP, **cycle),), extension=NO_EXTENSION
    )


def amended(**facts: Any) -> Contract:
    """A contract with an avenant in its file."""
    one = in_2026(employer=EMPLOYER)
    avenant = Avenant(**{"type": ContractType.OTHER_CHANGE, **facts})
    return evolve(one, file=evolve(one.file, avenants=(avenant,)))


def resigned(**days: Any) -> Contract:
    one = in_2026(employer_training_starts_on=date(2026, 9, 1))
    rupture = Rupture(cause=RuptureCause.RESIGNATION, **days)
    return evolve(
        one,
        file=evolve(
            one.file,
            rupture=rupture,
            practical_days=frozenset(MONDAY + timedelta(number) for number in range(60)),
            practical_days_until=date(2027, 8, 31),
        ),
    )


def broken(**facts: Any) -> Contract:
    one = resigned()
    return evolve(one, file=evolve(one.file, rupture=Rupture(**facts)))


def agency(*missions: Period) -> Contract:
    return in_2026(
        employer=evolve(EMPLOYER, specific=SpecificEmployer.TEMPORARY_WORK_AGENCY),
        mode=ContractMode.TEMPORARY_WORK,
        missions=missions,
    )


def at_cfa_first() -> Contract:
    return in_2026(
        apprentice=Apprentice(
            born_on=date(2008, 2, 10), prior_situation=PriorSituation.TRAINEE_BEFORE_SIGNATURE
        ),
        training={"cycle_starts_on": date(2026, 5, 4)},
    )


def paid(first: Decimal, second: Decimal) -> Contract:
    return in_2026(
        employer=evolve(EMPLOYER, idcc="9999"),
        previous=(),
        extension=NO_EXTENSION,
        grid=NO_GRID,
        smc_monthly=Decimal(0),
        training={"cycle_years": 2, "entry_year": 1, "level": 3},
        declared_pay=(
            DeclaredPayLine(
                order="1.1", starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31), rate=first
            ),
            DeclaredPayLine(
                order="2.1", starts_on=date(2027, 9, 1), ends_on=date(2028, 8, 31), rate=second
            ),
        ),
    )


def named(*maitres: MaitreApprentissage) -> Contract:
    return in_2026(
        employer=EMPLOYER,
        mode=ContractMode.LIMITED_TERM,
        maitres=maitres,
        training={"level": 3},
        kind=ContractType.FIRST,
        extension=NO_EXTENSION,
        duration_ground=DurationGround.NONE,
    )


SENT = amended(
    concluded_on=date(2027, 3, 1), effective_on=date(2027, 3, 1), filed_on=date(2027, 3, 15)
)
"""An avenant that is sent late."""
OTHER = Supervised(
    kind=SupervisedKind.REGULAR, starts_on=date(2026, 1, 1), ends_on=date(2027, 1, 1)
)
FIT = MaitreApprentissage(
    born_on=date(2008, 8, 31),
    status=MaitreStatus.EMPLOYEE,
    volunteer=True,
    moral_guarantees=True,
    diploma_level=0,
    diploma_in_field=False,
    field_diploma_level=0,
    experience_months=24,
    excluded_months=0,
    branch_conditions=(),
    minimum_qualification=True,
    favourable_opinion=True,
    brevet_de_maitrise=True,
    supervised=(),
    individual_ceiling=0,
    available=True,
)
"""A maître with what the texts ask, and no more."""

Ways = list[Mapping[str, Any]] | str
"""The changes of each remedy, or a part of the reason why there is none."""

TABLE: list[tuple[str, Contract, Ways]] = [
    # Minors
    (
        "minors_hours",
        evolve(
            MINOR,
            weekly_hours=Decimal(39),
            working_time=WorkingTime(
                sector=WorkSector.OTHER, daily_hours=7, inspector_authorisation=False
            ),
        ),
        [{"weekly_hours": Decimal(35)}],
    ),
    (
        "minors_breaks",
        worked(day(hours=7, breaks=0)),
        [
            {
                "working_time.days": (
                    day(hours=7, breaks=1, break_minutes=30, longest_stretch_hours=Decimal("4.5")),
                )
            }
        ],
    ),
    (
        # four hours ask for no break, and stay as they are
        "minors_breaks",
        worked(day(hours=7, breaks=0), day(6, hours=4, breaks=0)),
        [
            {
                "working_time.days": (
                    day(hours=7, breaks=1, break_minutes=30, longest_stretch_hours=Decimal("4.5")),
                    day(6, hours=4, breaks=0),
                )
            }
        ],
    ),
    (
        "minors_breaks",
        worked(day(hours=8, breaks=1, break_minutes=15)),
        [
            {
                "working_time.days": (
                    day(hours=8, breaks=1, break_minutes=30, longest_stretch_hours=Decimal("4.5")),
                )
            }
        ],
    ),
    (
        "minors_night",
        worked(day(first=15, last=23), day(6, 8, 12), night_authorisation=False),
        [{"working_time.days": (day(first=14, last=22), day(6, 8, 12))}],
    ),
    (
        "minors_night",
        worked(
            evolve(day(), starts_at=time(14, 29), ends_at=time(22, 30)), night_authorisation=False
        ),
        [{"working_time.days": (evolve(day(), starts_at=time(13, 59), ends_at=time(22)),)}],
    ),
    (
        "minors_night",
        worked(day(first=5, last=12), night_authorisation=False, sector=WorkSector.BAKERY),
        [
            {"working_time.days": (day(first=6, last=13),)},
            {"working_time.night_authorisation": True},
        ],
    ),
    (
        "minors_night",
        worked(
            day(first=15, last=0),
            night_authorisation=True,
            sector=WorkSector.HORSE_RACING,
            nights_in_week=3,
            nights_in_year=30,
        ),
        [{"working_time.days": (day(first=13, last=22),)}, {"working_time.nights_in_week": 2}],
    ),
    (
        "minors_rest",
        worked(day(5, 12, 20), day(6, 6, 14)),
        [{"working_time.days": (day(5, 12, 20), day(6, 8, 14))}],
    ),
    (
        "minors_rest",
        worked(*(day(n, 8, 15) for n in range(5, 11)), weekly_rest_agreement=False),
        [
            {"working_time.days": tuple(day(n, 8, 15) for n in range(5, 10))},
            {"working_time.weekly_rest_agreement": True, "working_time.weekly_rest_hours": 36},
        ],
    ),
    (
        "minors_rest",
        worked(weekly_rest_agreement=False, worked_weekdays=frozenset(Weekday) - {Weekday.SUNDAY}),
        [
            {
                "working_time.worked_weekdays": frozenset(Weekday)
                - {Weekday.SATURDAY, Weekday.SUNDAY}
            },
            {"working_time.weekly_rest_agreement": True, "working_time.weekly_rest_hours": 36},
        ],
    ),
    (
        "minors_sundays",
        worked(day(4, 8, 12), day(5, 8, 12)),
        [{"working_time.days": (day(5, 8, 12),)}],
    ),
    (
        "minors_sundays",
        worked(
            WorkDay(on=date(2026, 11, 11)), sector=WorkSector.HOSPITALITY, holiday_agreement=False
        ),
        [{"working_time.days": ()}, {"working_time.holiday_agreement": True}],
    ),
    (
        "dangerous_work",
        evolve(
            MINOR,
            mode=ContractMode.LIMITED_TERM,
            dangerous_work=True,
            dangerous_work_declared=False,
            listed_work=False,
            employer_training_starts_on=date(2026, 9, 1),
        ),
        [{"dangerous_work_declared": True}, {"dangerous_work": False}],
    ),
    # The parties
    ("employer", in_2026(employer={"private_individual": True}), "autre employeur"),
    (
        "two_employers",
        in_2026(mode=ContractMode.TWO_SEASONAL_EMPLOYERS, tripartite_agreement=False),
        [{"tripartite_agreement": True}],
    ),
    (
        "two_employers",
        signed(
            date(2010, 9, 1), born_on=date(1992, 2, 10), mode=ContractMode.TWO_SEASONAL_EMPLOYERS
        ),
        "Aucun texte ne permettait alors",
    ),
    (
        "company_cfa",
        in_2026(training={"internal_cfa": True, "company_cfa": CompanyCfa.NONE}),
        [{"training.internal_cfa": False}],
    ),
    (
        "employer_engagement",
        in_2026(employer=evolve(EMPLOYER, engagement=EngagementBar.BAN)),
        "Seule l'autorité",
    ),
    # Earlier contracts
    (
        "contract_after_failure",
        after(
            ended_on=date(2026, 7, 31),
            same_diploma=True,
            exam_failed=True,
            diploma_obtained=False,
            same_employer=True,
            already_prolonged=False,
        ),
        "avenant au contrat initial",
    ),
    (
        "contract_after_failure",
        evolve(
            after(
                ended_on=date(2026, 7, 31),
                same_diploma=True,
                exam_failed=True,
                diploma_obtained=False,
                same_employer=False,
                already_prolonged=False,
            ),
            duration_ground=DurationGround.FAILED_EXAM,
        ),
        [{"ends_on": date(2027, 8, 31)}],
    ),
    (
        "contract_after_failure",
        after(ended_on=date(2026, 7, 31), same_diploma=True, diploma_obtained=True),
        "en prépare un autre",
    ),
    (
        "contract_after_failure",
        after(
            ended_on=date(2026, 7, 31),
            same_diploma=True,
            exam_failed=True,
            diploma_obtained=False,
            same_employer=False,
            already_prolonged=True,
        ),
        "a déjà servi",
    ),
    (
        "contract_after_failure",
        after(
            ended_on=date(2024, 7, 31),
            same_diploma=True,
            exam_failed=True,
            diploma_obtained=False,
            same_employer=False,
            already_prolonged=False,
        ),
        "vient trop tard",
    ),
    (
        "extra_year",
        in_2026(
            extension=Extension(reason=ExtensionReason.FAILED_EXAM, starts_on=date(2027, 7, 1))
        ),
        [{"ends_on": date(2028, 6, 30)}],
    ),
    ("successive_contracts", after(ended_on=date(2026, 9, 4)), [{"starts_on": date(2026, 9, 5)}]),
    (
        "successive_contracts",
        after(ruptured_on=date(2026, 9, 4), rupture_cause=RuptureCause.MUTUAL_AGREEMENT),
        [{"starts_on": date(2026, 9, 4)}],
    ),
    (
        "third_contract",
        in_2026(
            previous=(
                PreviousCycle(
                    route=Route.APPRENTICESHIP, target_level=3, ended_on=date(2024, 8, 31)
                ),
                PreviousCycle(
                    route=Route.APPRENTICESHIP, target_level=3, ended_on=date(2026, 8, 31)
                ),
            ),
            training={"level": 3},
            director_authorisation=False,
        ),
        [{"director_authorisation": True}],
    ),
    ("pre_contract_training", at_cfa_first(), "ni le délai pour signer ne se rattrapent"),
    # During the contract
    (
        "rupture",
        broken(cause=RuptureCause.RESIGNATION, ruptured_on=date(2026, 8, 1)),
        "rien ne dit laquelle",
    ),
    (
        "rupture",
        broken(cause=RuptureCause.EMPLOYER_BREACH, ruptured_on=date(2027, 3, 1)),
        "ne se régularise pas",
    ),
    (
        "rupture",
        resigned(
            mediator_referred_on=date(2027, 3, 1),
            employer_informed_on=date(2027, 3, 2),
            ruptured_on=date(2027, 3, 3),
        ),
        [
            {
                "file.rupture.employer_informed_on": date(2027, 3, 6),
                "file.rupture.ruptured_on": date(2027, 3, 13),
            }
        ],
    ),
    # informed four days after the mediator, and not yet broken
    (
        "rupture",
        resigned(mediator_referred_on=date(2027, 3, 1), employer_informed_on=date(2027, 3, 5)),
        [{"file.rupture.employer_informed_on": date(2027, 3, 6)}],
    ),
    (
        "agency_missions",
        agency(Period(starts_on=date(2026, 9, 1), ends_on=date(2026, 12, 31))),
        [{"missions": (Period(starts_on=date(2026, 9, 1), ends_on=date(2027, 2, 28)),)}],
    ),
    (
        "agency_missions",
        agency(Period(starts_on=date(2028, 6, 1), ends_on=date(2028, 8, 31))),
        "Une mission de six mois ne tient pas",
    ),
    (
        "avenant_dates",
        amended(concluded_on=date(2027, 3, 8), effective_on=date(2027, 3, 1)),
        [{"file.avenants[0].effective_on": date(2027, 3, 8)}],
    ),
    (
        "avenant_dates",
        amended(concluded_on=date(2028, 8, 1), effective_on=date(2028, 9, 1)),
        [{"file.avenants[0].effective_on": date(2028, 8, 31)}],
    ),
    (
        "avenant_dates",
        amended(concluded_on=date(2026, 8, 1), type=ContractType.FIRST),
        "de 31 à 38",
    ),
    (
        "avenant_filing",
        amended(
            concluded_on=date(2027, 3, 1),
            effective_on=date(2027, 3, 1),
            filed_on=date(2027, 3, 15),
        ),
        [{"file.avenants[0].effective_on": date(2027, 3, 9)}],
    ),
    (
        "avenant_filing",
        amended(
            concluded_on=date(2027, 3, 1),
            effective_on=date(2027, 3, 1),
            filed_on=date(2030, 3, 15),
        ),
        "ne se rattrape pas",
    ),
    (
        "maitre_change",
        in_2026(maitres=(evolve(MAITRE, available=False),), file={"avenants": ()}),
        [{"file.avenants[0]": Avenant(type=ContractType.OTHER_CHANGE)}],
    ),
    # The file
    ("certification", in_2026(training={"rncp_open": False}), "dépend du certificateur"),
    (
        "filing",
        in_2026(employer=EMPLOYER, file={"filed_on": date(2026, 9, 14)}),
        [{"starts_on": date(2026, 9, 8)}],
    ),
    (
        "filing",
        in_2026(employer=EMPLOYER, file={"filed_on": date(2199, 12, 30)}),
        "un envoi tardif ne se rattrape pas",
    ),
    (
        "funding_decision",
        in_2026(
            employer=EMPLOYER,
            file={
                "decision": FundingDecision(
                    decision=Decision.REFUSED, decided_on=date(2026, 9, 14)
                )
            },
        ),
        "Un refus est une décision",
    ),
    # The form
    ("remote_hours", in_2026(training={"hours": 800, "remote_hours": 900}), "rien ne dit lequel"),
    (
        "codes_listed",
        in_2026(
            apprentice=evolve(
                ADULT, last_diploma_prepared=Diploma.BTS, highest_diploma=Diploma.BTS
            ),
            employer=EMPLOYER,
            kind=ContractType.FIRST,
            training={"diploma": Diploma.PROFESSIONAL_MASTER},
        ),
        [{"training.diploma": Diploma.MASTER}],
    ),
    (
        "previous_number",
        in_2026(kind=ContractType.SAME_EMPLOYER, previous_number="123"),
        "contrat précédent",
    ),
    ("employer_numbers", in_2026(employer={"siret": "1"}), "Sirene"),
    (
        "apprentice_numbers",
        in_2026(
            apprentice=Apprentice(
                born_on=date(2008, 2, 10),
                nir="1080213055201",
                sex=Sex.FEMALE,
                birth_department="075",
            )
        ),
        [{"apprentice.sex": Sex.MALE, "apprentice.birth_department": "13"}],
    ),
    (
        "apprentice_numbers",
        in_2026(apprentice=Apprentice(born_on=date(2008, 2, 10), nir="12")),
        "carte Vitale",
    ),
    ("training_numbers", in_2026(training={"rncp": "x"}), "convention de formation"),
    ("deposit_number", in_2026(deposit_number="12"), "quinze caractères"),
    ("deposit_number", in_2026(deposit_number="013202001000001"), "autre contrat"),
    ("deposit_number", in_2026(deposit_number="013202609NC0001"), "déposé comme non conforme"),
    (
        "contract_numbers",
        in_2026(opco_number="A12", deposit_number="A12"),
        [{"deposit_number": None}],
    ),
    (
        "contract_numbers",
        in_2026(opco_number="013202609000001", deposit_number="013202609000001"),
        [{"opco_number": None}],
    ),
    (
        "work_authorisation",
        in_2026(
            apprentice=evolve(
                ADULT, nationality=Nationality.OTHER, work_authorisation=WorkAuthorisation.NONE
            )
        ),
        [{"apprentice.work_authorisation": WorkAuthorisation.GRANTED}],
    ),
    # What the parties write
    ("weekly_hours", in_2026(apprentice=ADULT, weekly_hours=Decimal(50)), [{"weekly_hours": 48}]),
    (
        "training_share",
        in_2026(
            training={"hours": 700, "hours_before_contract": 0, "certifier_minimum_hours": 0},
            mobilities=(),
            resumes_after_rupture=False,
        ),
        [{"training.hours": 804}],
    ),
    (
        "lower_age",
        in_2026(apprentice=Apprentice(born_on=date(2010, 9, 20), lower_secondary_completed=False)),
        [{"starts_on": date(2026, 9, 20)}],
    ),
    (
        "upper_age",
        in_2026(
            apprentice=Apprentice(
                born_on=date(1990, 3, 1),
                rqth=False,
                disability_title=DisabilityTitle.NONE,
                business_project=False,
                high_level_athlete=False,
            ),
            previous=(),
        ),
        "Aucun changement de ce contrat n'y remédie",
    ),
    (
        "conclusion",
        in_2026(concluded_on=date(2026, 9, 4)),
        [{"starts_on": date(2026, 9, 4)}, {"concluded_on": date(2026, 9, 1)}],
    ),
    (
        "duration",
        in_2026(
            ends_on=date(2029, 9, 30),
            extension=NO_EXTENSION,
            apprentice={
                "rqth": False,
                "high_level_athlete": False,
                "disability_title": DisabilityTitle.NONE,
            },
        ),
        [{"ends_on": date(2029, 8, 31)}],
    ),
    (
        "duration_and_cycle",
        in_2026(
            ends_on=date(2027, 8, 31),
            tripartite_agreement=False,
            extension=NO_EXTENSION,
            resumes_after_rupture=False,
            duration_ground=DurationGround.NONE,
            derogation=DerogationType.REDUCED_DURATION,
            apprentice={
                "rqth": False,
                "high_level_athlete": False,
                "disability_title": DisabilityTitle.NONE,
            },
            training={"cycle_starts_on": date(2026, 9, 1), "cycle_ends_on": date(2028, 7, 13)},
        ),
        [
            {"tripartite_agreement": True},
            {"ends_on": date(2028, 7, 13), "derogation": DerogationType.NONE},
        ],
    ),
    (
        "contract_end",
        in_2026(training={"last_exam_on": date(2028, 9, 20)}),
        [{"ends_on": date(2028, 9, 20)}],
    ),
    (
        "signatures",
        in_2026(apprentice=ADULT, signed_by=frozenset({Signatory.APPRENTICE, Signatory.CFA})),
        [{"signed_by": frozenset({Signatory.APPRENTICE, Signatory.CFA, Signatory.EMPLOYER})}],
    ),
    (
        "start_gaps",
        in_2026(
            employer_training_starts_on=date(2026, 10, 5),
            training={"cfa_training_starts_on": date(2027, 1, 4)},
        ),
        [{"training.cfa_training_starts_on": date(2026, 12, 1)}, {"starts_on": date(2026, 10, 4)}],
    ),
    (
        "mobility",
        in_2026(mobilities=(Mobility(starts_on=date(2026, 10, 1), ends_on=date(2028, 3, 31)),)),
        [{"mobilities[0].ends_on": date(2027, 9, 30)}],
    ),
    (
        "benefits_in_kind",
        in_2026(
            declared_pay=(
                DeclaredPayLine(
                    order="1.1",
                    starts_on=date(2026, 9, 1),
                    ends_on=date(2028, 8, 31),
                    rate=Decimal(100),
                    monthly=Decimal(1000),
                ),
            ),
            benefits_in_kind=Decimal(1200),
        ),
        [{"benefits_in_kind": 1000}],
    ),
    ("minimum_pay", paid(Decimal(40), Decimal(51)), [{"declared_pay[0].rate": Decimal(43)}]),
    (
        "cfa_quality",
        in_2026(training={"cfa": Cfa(quality=QualityCertification.NONE)}),
        "CFA certifié",
    ),
    (
        "cfa_accreditation",
        in_2026(training={"cfa": Cfa(accreditation=Accreditation.NONE)}),
        "CFA habilité",
    ),
    (
        "diploma_level",
        in_2026(training={"diploma": Diploma.CAP, "level": 4}),
        [{"training.level": 3}],
    ),
    (
        "contract_type_code",
        in_2026(kind=ContractType.SAME_EMPLOYER, previous=(), mode=ContractMode.LIMITED_TERM),
        [{"kind": ContractType.FIRST}],
    ),
    ("maitre_designation", named(), [{"maitres[0]": FIT}]),
    ("maitre_competence", named(evolve(MAITRE, experience_months=12)), [{"maitres[0]": FIT}]),
    # the first fails but in a craft firm of Alsace, the second in one alone
    (
        "maitre_competence",
        evolve(
            named(
                evolve(MAITRE, experience_months=23, brevet_de_maitrise=True),
                evolve(MAITRE, brevet_de_maitrise=False),
            ),
            employer=evolve(EMPLOYER, type=None, territory=Territory.ALSACE_MOSELLE),
        ),
        [{"maitres[0]": FIT, "maitres[1]": FIT}],
    ),
    (
        "maitre_ceiling",
        named(evolve(MAITRE, supervised=(OTHER, OTHER))),
        [{"maitres[1]": FIT}, {"maitres[0]": FIT}],
    ),
    # The other corners
    (
        "minors_breaks",
        worked(day(longest_stretch_hours=5)),
        [
            {
                "working_time.days": (
                    day(breaks=1, break_minutes=30, longest_stretch_hours=Decimal("4.5")),
                )
            }
        ],
    ),
    ("minors_night", worked(day(first=23), night_authorisation=False), "il manque : heure de fin"),
    (
        "minors_night",
        worked(day(last=23), night_authorisation=False),
        "il manque : heure de début",
    ),
    (
        "minors_night",
        worked(
            day(first=15, last=0),
            day(6, 15, 0),
            day(7, 15, 0),
            night_authorisation=True,
            sector=WorkSector.HORSE_RACING,
            nights_in_week=2,
            nights_in_year=30,
        ),
        [{"working_time.days": (day(first=13, last=22), day(6, 13, 22), day(7, 13, 22))}],
    ),
    (
        "minors_rest",
        worked(day(5, 14, 22), day(6, 6, 8)),
        [{"working_time.days": (day(5, 14, 22),)}],
    ),
    (
        "minors_rest",
        worked(
            day(5, 14, 22),
            day(6, 6, 14),
            *(day(n, 10, 15) for n in range(7, 11)),
            weekly_rest_agreement=False,
        ),
        [
            {
                "working_time.days": (
                    day(5, 14, 22),
                    day(6, 10, 14),
                    *(day(n, 10, 15) for n in range(7, 10)),
                )
            }
        ],
    ),
    (
        "minors_rest",
        worked(
            *(day(n, 8, 15) for n in range(5, 11)),
            weekly_rest_agreement=False,
            weekly_rest_hours=36,
        ),
        [
            {"working_time.days": tuple(day(n, 8, 15) for n in range(5, 10))},
            {"working_time.weekly_rest_agreement": True},
        ],
    ),
    (
        "codes_listed",
        signed(
            date(2024, 9, 2),
            born_on=date(2000, 2, 10),
            training={"diploma": Diploma.PROFESSIONAL_SPECIALISATION},
        ),
        "pas d'équivalent",
    ),
    (
        "maitre_change",
        in_2026(
            maitres=(evolve(MAITRE, available=False),),
            kind=ContractType.PLACE_OF_EXECUTION,
            avenant=Avenant(concluded_on=date(2027, 3, 1), effective_on=date(2027, 3, 1)),
            file={"avenants": ()},
        ),
        [{"kind": ContractType.OTHER_CHANGE}],
    ),
    (
        "specific_employer_code",
        in_2026(mode=ContractMode.TEMPORARY_WORK, employer={"specific": SpecificEmployer.NONE}),
        [{"employer.specific": SpecificEmployer.TEMPORARY_WORK_AGENCY}],
    ),
    (
        "derogation_code",
        in_2026(derogation=DerogationType.UNDER_16),
        "il manque : fin du cycle de formation",
    ),
    (
        "prior_situation_code",
        in_2026(apprentice={"prior_situation": PriorSituation.TRAINEE_AFTER_RUPTURE}, previous=()),
        "il manque : date de début de formation en CFA",
    ),
    ("avenant_dates", amended(concluded_on=date(2030, 3, 1)), "de 31 à 38"),
    (
        "rupture",
        resigned(mediator_referred_on=date(2027, 3, 1), ruptured_on=date(2027, 3, 3)),
        "il manque : date à laquelle l'employeur a été informé",
    ),
    (
        "rupture",
        resigned(employer_informed_on=date(2027, 3, 1), ruptured_on=date(2027, 3, 3)),
        "il manque : date de saisine",
    ),
    (
        "rupture",
        resigned(
            mediator_referred_on=date(2026, 8, 1),
            employer_informed_on=date(2027, 3, 1),
            ruptured_on=date(2027, 3, 13),
        ),
        "ne se régularise pas",
    ),
    (
        "contract_after_failure",
        evolve(
            after(ended_on=date(2026, 7, 31), same_diploma=True, diploma_obtained=True),
            ends_on=date(2027, 8, 31),
        ),
        "en prépare un autre",
    ),
    (
        "apprentice_numbers",
        in_2026(
            apprentice=Apprentice(
                born_on=date(2008, 2, 10),
                nir="1080213055201",
                sex=Sex.MALE,
                birth_department="075",
            )
        ),
        [{"apprentice.birth_department": "13"}],
    ),
    (
        "apprentice_numbers",
        in_2026(
            apprentice=Apprentice(
                born_on=date(2008, 2, 10),
                nir="1080213055201",
                sex=Sex.FEMALE,
                birth_department="013",
            )
        ),
        [{"apprentice.sex": Sex.MALE}],
    ),
    (
        "apprentice_numbers",
        in_2026(
            apprentice=Apprentice(
                born_on=date(2008, 3, 10),
                nir="1080213055201",
                sex=Sex.MALE,
                birth_department="013",
            )
        ),
        "pièce d'identité",
    ),
    (
        "avenant_dates",
        amended(
            concluded_on=date(2027, 3, 1), effective_on=date(2027, 3, 1), type=ContractType.FIRST
        ),
        "de 31 à 38",
    ),
    (
        "avenant_filing",
        evolve(
            SENT,
            file=evolve(
                SENT.file,
                avenants=(
                    *(SENT.file.avenants or ()),
                    Avenant(type=ContractType.OTHER_CHANGE),
                    Avenant(
                        type=ContractType.OTHER_CHANGE,
                        concluded_on=date(2027, 3, 1),
                        effective_on=date(2027, 3, 1),
                        filed_on=date(2027, 3, 2),
                    ),
                ),
            ),
        ),
        "il manque",
    ),
]
"""Rule, a contract on which it fails, and what it proposes there."""


@pytest.mark.parametrize(
    ("name", "one", "ways"), TABLE, ids=[f"{rank}-{name}" for rank, (name, *_) in enumerate(TABLE)]
)
def test_a_rule_that_fails_proposes_or_says_why(name: str, one: Contract, ways: Ways) -> None:
    before = review(one)
    assert before[name].outcome is Outcome.NON_COMPLIANT
    found = remedies(before)
    told = [{change.path: change.after for change in remedy.changes} for remedy in found[name]]
    why = [each.sentence for each in found.hopeless if each.rule == name]
    if isinstance(ways, str):
        assert told == []
        assert ways in why[0].replace("\xa0", " ").replace("\u202f", " ")
    else:
        assert (told, why) == (ways, [])


def test_every_rule_is_in_the_table_or_never_fails() -> None:
    told = {name for name, *_ in TABLE}
    assert told.isdisjoint(NEVER_FAIL)
    assert told | NEVER_FAIL == set(BY_NAME)
    for name, rule in BY_NAME.items():
        assert (rule.remedies is None) is (name in NEVER_FAIL), name


@settings(max_examples=40)
@given(contracts())
def test_what_never_fails_never_does(one: Contract) -> None:
    failing = {finding.rule for finding in review(one).non_compliant}
    assert failing.isdisjoint(NEVER_FAIL)


def test_every_sentence_of_a_remedy_stands_in_the_list() -> None:
    told = {rule.name: told_by(rule) for rule in RULES}
    # else: python -m tests.support.remedies
    assert {name: said for name, said in told.items() if said} == listed()


def test_an_effect_is_put_off_to_the_day_that_is_safe_everywhere() -> None:
    # Good Friday, 3 April 2026, is a holiday in Alsace-Moselle alone: sent on
    # the 9th, the avenant may take effect on the 1st there, elsewhere on the 2nd
    sent = amended(
        concluded_on=date(2026, 3, 20), effective_on=date(2026, 3, 25), filed_on=date(2026, 4, 9)
    )
    for place, day in ((None, 2), (Territory.METROPOLE, 2), (Territory.ALSACE_MOSELLE, 1)):
        firm = evolve(sent.employer, territory=place, worked_holidays=frozenset())
        (remedy,) = remedies(review(evolve(sent, employer=firm)))["avenant_filing"]
        assert remedy.changes[0].after == date(2026, 4, day)
