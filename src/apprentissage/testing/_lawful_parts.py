"""The parties, the training and the file of a contract that complies."""

from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from apprentissage.dates.training_share import exact_hours
from apprentissage.dossier.filing import filing_deadline
from apprentissage.facts import (
    Apprentice,
    Decision,
    Diploma,
    Dossier,
    Employer,
    ExperienceKind,
    ExperiencePeriod,
    FundingDecision,
    LastClass,
    MaitreApprentissage,
    MaitreStatus,
    Nationality,
    PreviousCycle,
    PriorSituation,
    RateKind,
    Region,
    Sex,
    SocialScheme,
    Supervised,
    SupervisedKind,
    Territory,
    Training,
)
from apprentissage.minors.texts import MAJORITY
from apprentissage.months import completed_years, eve_of, months_begun, same_day
from apprentissage.testing._drawing import Facts, plus

_FILED_SINCE = date(2020, 1, 1)


def apprentice_of(fact: Facts, path: str, signed_on: date, born_on: date) -> Apprentice:
    minor = completed_years(born_on, signed_on) < MAJORITY
    sex = fact.pick((Sex.FEMALE, Sex.MALE))
    told: dict[str, Any] = {} if minor else {"legal_representative": None}
    if path == "second contract":
        told |= {
            "prior_situation": PriorSituation.APPRENTICESHIP,
            "last_class": LastClass.DIPLOMA_OBTAINED,
            "last_diploma_prepared": Diploma.CAP,
            "highest_diploma": Diploma.CAP,
        }
    else:
        told |= {
            "prior_situation": PriorSituation.SCHOOL_PUPIL,
            "last_class": LastClass.COLLEGE_COMPLETED,
            "last_diploma_prepared": Diploma.DNB,
            "highest_diploma": Diploma.DNB,
        }
    return fact.simple(
        Apprentice,
        born_on=born_on,
        sex=sex,
        nir=_nir(sex, born_on),
        nationality=fact.pick((Nationality.FRENCH, Nationality.EUROPEAN_UNION)),
        lower_secondary_completed=True,
        rqth=path == "disabled worker",
        social_scheme=SocialScheme.URSSAF,
        **told,
    )


def _nir(sex: Sex, born_on: date) -> str:
    first = 1 if sex is Sex.MALE else 2
    return f"{first}{born_on.year % 100:02d}{born_on.month:02d}75114001"


def employer_of(fact: Facts) -> Employer:
    return fact.simple(
        Employer,
        headcount=fact.pick((10, 0, 249, 250)),
        quota_met=True,
        territory=fact.pick(tuple(Territory)),
        region=Region.ILE_DE_FRANCE,
    )


def training_of(fact: Facts, signed_on: date, starts_on: date, ends_on: date) -> Training:
    months = months_begun(starts_on, ends_on)
    least = exact_hours(months, 0, signed_on)
    last_exam_on = fact.pick((ends_on, eve_of(ends_on), same_day(ends_on, -1)))
    return fact.simple(
        Training,
        cycle_starts_on=starts_on,
        cycle_ends_on=ends_on,
        cycle_years=ceil(months / 12),
        cfa_training_starts_on=fact.pick((starts_on, same_day(starts_on, 3))),
        first_exam_on=same_day(last_exam_on, -fact.pick((1, 0, 2))),
        last_exam_on=last_exam_on,
        hours=fact.pick((Decimal(ceil(4 * least)) / 4, Decimal(1607))),
        cfa_is_main_site=True,
        rncp_open=True,
    )


def maitre_of(fact: Facts, signed_on: date, starts_on: date) -> MaitreApprentissage:
    """A maître of age, with the diploma and a year, or with two years."""
    in_field = fact.pick((False, True))
    months = 12 if in_field else 24
    told: dict[str, Any] = {"experience": None, "experience_months": months}
    if not fact.pick((True, False)):
        worked = ExperiencePeriod(
            starts_on=same_day(signed_on, -months),
            ends_on=eve_of(signed_on),
            kind=ExperienceKind.EMPLOYMENT,
        )
        told = {"experience": (worked,), "experience_months": None}
    adult = same_day(min(signed_on, starts_on), -12 * MAJORITY)
    other = Supervised(
        kind=SupervisedKind.REGULAR,
        starts_on=same_day(starts_on, -12),
        ends_on=same_day(starts_on, 12),
    )
    return fact.simple(
        MaitreApprentissage,
        born_on=fact.pick((date(1980, 3, 15), adult)),
        status=fact.pick((MaitreStatus.EMPLOYEE, MaitreStatus.EMPLOYER)),
        volunteer=True,
        moral_guarantees=True,
        diploma_level=5 if in_field else 0,
        diploma_in_field=in_field,
        field_diploma_level=5 if in_field else 0,
        excluded_months=None if told["experience"] else 0,
        branch_conditions=(),
        minimum_qualification=True,
        favourable_opinion=True,
        brevet_de_maitrise=True,
        supervised=fact.pick(((), (other,))),
        available=True,
        **told,
    )


def previous_of(fact: Facts, signed_on: date) -> PreviousCycle:
    """An earlier contract of a lower level, executed to its end."""
    return fact.simple(
        PreviousCycle,
        ended_on=fact.pick((eve_of(signed_on), same_day(signed_on, -12))),
        ruptured_on=None,
        rupture_cause=None,
        target_level=3,
        diploma_obtained=True,
        level=3,
        directly_related=True,
        last_rate_kind=RateKind.CLAIMABLE,
    )


def previous_number_of(signed_on: date) -> str:
    """The deposit number of a contract of two years before."""
    return f"075{signed_on.year - 2}09000001"


def file_of(fact: Facts, employer: Employer, signed_on: date, starts_on: date) -> Dossier:
    """Nothing yet, or filed on the last day and accepted."""
    if fact.pick((True, False)) or signed_on < _FILED_SINCE:
        return Dossier()
    filed_on = filing_deadline(
        starts_on=starts_on,
        territory=employer.territory,
        worked_holidays=frozenset(),
        concluded_on=signed_on,
    ).prudent_latest_on
    return Dossier(
        filed_on=filed_on,
        complete_on=filed_on,
        decision=FundingDecision(decision=Decision.ACCEPTED, decided_on=plus(filed_on, 20)),
    )
