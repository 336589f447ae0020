"""The parties, the training and the file of a contract that complies."""

from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from apprentissage.dates.training_share import exact_training_hours
from apprentissage.dossier.filing import filing_deadline
from apprentissage.facts import (
    NO_BRANCH_AGREEMENT,
    Accreditation,
    Address,
    Apprentice,
    Cfa,
    CompanyCfa,
    Decision,
    Diploma,
    DisabilityTitle,
    Dossier,
    Employer,
    EmployerType,
    EngagementBar,
    ExperienceKind,
    ExperiencePeriod,
    FundingDecision,
    LastClass,
    LegalRepresentative,
    MaitreApprentissage,
    MaitreFirm,
    MaitreStatus,
    Nationality,
    PreviousCycle,
    PriorSituation,
    QualityCertification,
    RateKind,
    Region,
    Route,
    Sex,
    SocialScheme,
    SpecificEmployer,
    Supervised,
    SupervisedKind,
    Territory,
    Training,
    WorkAuthorisation,
)
from apprentissage.months import (
    completed_years,
    eve_of,
    months_begun,
    same_day,
)
from apprentissage.testing._drawing import Facts, plus

ADDRESS = Address(
    number="12",
    street="rue de la Paix",
    complement="bâtiment A",
    postal_code="75002",
    commune="Paris",
)
_CFA = Cfa(
    uai="0754622S",
    siret="73282932000074",
    name="CFA Martin",
    address=ADDRESS,
    quality=QualityCertification.CERTIFIED,
    accreditation=Accreditation.ACCREDITED,
)
_MAJORITY = 18
_FILED_SINCE = date(2020, 1, 1)
_TERRITORIES = (
    Territory.METROPOLE,
    *(t for t in Territory if t is not Territory.METROPOLE),
)


def apprentice_of(
    fact: Facts, path: str, signed_on: date, born_on: date
) -> Apprentice:
    minor = completed_years(born_on, signed_on) < _MAJORITY
    sex = fact.pick((Sex.FEMALE, Sex.MALE))
    previous = path == "second contract"
    return Apprentice(
        born_on=born_on,
        family_name="Martin",
        used_name="Martin",
        first_name="Camille",
        sex=sex,
        nir=_nir(sex, born_on),
        birth_department="075",
        nationality=fact.pick(
            (Nationality.FRENCH, Nationality.EUROPEAN_UNION)
        ),
        work_authorisation=WorkAuthorisation.GRANTED,
        emancipated=False,
        legal_representative=(
            LegalRepresentative(
                name="Martin",
                email="parent@exemple.fr",
                phone="0102030405",
                address=ADDRESS,
            )
            if minor
            else None
        ),
        lower_secondary_completed=True,
        pre_apprenticeship_training=False,
        rqth=path == "disabled worker",
        disability_title=DisabilityTitle.NONE,
        high_level_athlete=False,
        business_project=False,
        project_requires_diploma=False,
        prior_situation=(
            PriorSituation.APPRENTICESHIP
            if previous
            else PriorSituation.SCHOOL_PUPIL
        ),
        last_class=(
            LastClass.DIPLOMA_OBTAINED
            if previous
            else LastClass.COLLEGE_COMPLETED
        ),
        last_diploma_prepared=Diploma.CAP if previous else Diploma.DNB,
        highest_diploma=Diploma.CAP if previous else Diploma.DNB,
        birth_commune="Paris",
        address=ADDRESS,
        email="camille@exemple.fr",
        phone="0102030405",
        social_scheme=SocialScheme.URSSAF,
        youth_equivalence=False,
        boe_extension=False,
        last_diploma_title="CAP Cuisine" if previous else "Brevet",
    )


def _nir(sex: Sex, born_on: date) -> str:
    first = 1 if sex is Sex.MALE else 2
    return f"{first}{born_on.year % 100:02d}{born_on.month:02d}75114001"


def employer_of(fact: Facts) -> Employer:
    return Employer(
        name="Martin et fils",
        siret="73282932000074",
        naf="5610A",
        type=EmployerType.COMMERCIAL_REGISTER_ONLY,
        specific=SpecificEmployer.NONE,
        headcount=fact.pick((10, 0, 249, 250)),
        quota_met=True,
        idcc="1979",
        territory=fact.pick(_TERRITORIES),
        region=Region.ILE_DE_FRANCE,
        worked_holidays=frozenset(),
        branch_agreement=NO_BRANCH_AGREEMENT,
        private_individual=False,
        aid_already_received=False,
        address=ADDRESS,
        email="contact@exemple.fr",
        phone="0102030405",
        unemployment_scheme=False,
        engagement=EngagementBar.NONE,
    )


def training_of(
    fact: Facts, signed_on: date, starts_on: date, ends_on: date
) -> Training:
    months = months_begun(starts_on, ends_on)
    years = ceil(months / 12)
    least = exact_training_hours(months=months, concluded_on=signed_on)
    last_exam_on = fact.pick((ends_on, eve_of(ends_on), same_day(ends_on, -1)))
    return Training(
        diploma=Diploma.BTS,
        title="BTS Tourisme",
        level=5,
        diploma_code="32033423",
        rncp="RNCP38376",
        cycle_starts_on=starts_on,
        cycle_ends_on=ends_on,
        cycle_years=years,
        entry_year=1,
        cfa_training_starts_on=fact.pick((starts_on, same_day(starts_on, 3))),
        first_exam_on=same_day(last_exam_on, -fact.pick((1, 0, 2))),
        last_exam_on=last_exam_on,
        hours=fact.pick((Decimal(ceil(4 * least)) / 4, Decimal(1607))),
        remote_hours=0,
        hours_before_contract=0,
        certifier_minimum_hours=0,
        cfa=_CFA,
        internal_cfa=False,
        company_cfa=CompanyCfa.NONE,
        main_site=_CFA,
        cfa_is_main_site=True,
        rncp_open=True,
    )


def maitre_of(
    fact: Facts, signed_on: date, starts_on: date
) -> MaitreApprentissage:
    """A maître of age, with the diploma and a year, or with two years."""
    in_field = fact.pick((False, True))
    experience: dict[str, Any]
    months = 12 if in_field else 24
    if fact.pick((True, False)):
        experience = {"experience_months": months, "excluded_months": 0}
    else:
        worked = ExperiencePeriod(
            starts_on=same_day(signed_on, -months),
            ends_on=eve_of(signed_on),
            kind=ExperienceKind.EMPLOYMENT,
        )
        experience = {"experience": (worked,)}
    adult = same_day(min(signed_on, starts_on), -12 * _MAJORITY)
    return MaitreApprentissage(
        born_on=fact.pick((date(1980, 3, 15), adult)),
        status=fact.pick((MaitreStatus.EMPLOYEE, MaitreStatus.EMPLOYER)),
        firm=MaitreFirm.EMPLOYER,
        volunteer=True,
        moral_guarantees=True,
        job="cheffe d'atelier",
        diploma_level=5 if in_field else 0,
        diploma_in_field=in_field,
        field_diploma_level=5 if in_field else 0,
        branch_conditions=(),
        minimum_qualification=True,
        favourable_opinion=True,
        brevet_de_maitrise=True,
        supervised=fact.pick(
            (
                (),
                (
                    Supervised(
                        kind=SupervisedKind.REGULAR,
                        starts_on=same_day(starts_on, -12),
                        ends_on=same_day(starts_on, 12),
                    ),
                ),
            )
        ),
        individual_ceiling=0,
        available=True,
        family_name="Durand",
        first_name="Alix",
        email="alix@exemple.fr",
        diploma_title="BTS Tourisme",
        **experience,
    )


def previous_of(fact: Facts, signed_on: date) -> PreviousCycle:
    """An earlier contract of a lower level, executed to its end."""
    return PreviousCycle(
        route=Route.APPRENTICESHIP,
        ended_on=fact.pick((eve_of(signed_on), same_day(signed_on, -12))),
        same_employer=False,
        same_branch=False,
        target_level=3,
        same_diploma=False,
        exam_failed=False,
        already_prolonged=False,
        diploma_obtained=True,
        level=3,
        directly_related=True,
        cycle_years=2,
        last_rate=Decimal(51),
        last_rate_kind=RateKind.CLAIMABLE,
        last_statutory_rate=Decimal(51),
    )


def previous_number_of(signed_on: date) -> str:
    """The deposit number of a contract of two years before."""
    return f"075{signed_on.year - 2}09000001"


def file_of(
    fact: Facts, employer: Employer, signed_on: date, starts_on: date
) -> Dossier:
    """Nothing yet, or filed on the last day and accepted."""
    if fact.pick((True, False)) or signed_on < _FILED_SINCE:
        return Dossier()
    filed_on = filing_deadline(
        starts_on,
        territory=employer.territory,
        worked_holidays=frozenset(),
        concluded_on=signed_on,
    ).due_on
    return Dossier(
        filed_on=filed_on,
        complete_on=filed_on,
        decision=FundingDecision(
            decision=Decision.ACCEPTED, decided_on=plus(filed_on, 20)
        ),
    )
