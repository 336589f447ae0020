"""Contracts with one fault: lawful ones, and a fact beyond its limit."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage._labelled import Labelled
from apprentissage.dates.training_share import exact_training_hours
from apprentissage.facts import (
    Contract,
    ContractType,
    LastClass,
    MaitreApprentissage,
    Mobility,
    Nationality,
    Signatory,
    Supervised,
    SupervisedKind,
    WorkAuthorisation,
)
from apprentissage.months import (
    eve_of,
    last_day_of,
    months_begun,
    morrow_of,
    same_day,
)
from apprentissage.testing._drawing import Facts, given, plus
from apprentissage.testing._lawful_parts import previous_number_of
from apprentissage.testing.days import days
from apprentissage.testing.lawful import (
    COMPLIANT_FROM,
    COMPLIANT_UNTIL,
    born_within,
    build,
    gap,
)

_CONCLUDED = days(COMPLIANT_FROM, COMPLIANT_UNTIL)


class Fault(Labelled):
    """What is wrong with a contract; its value names the rule it breaks."""

    TOO_YOUNG = "lower_age", "apprenti trop jeune"
    TOO_OLD = "upper_age", "apprenti trop âgé"
    NO_WORK_AUTHORISATION = (
        "work_authorisation",
        "sans autorisation de travail",
    )
    PRIVATE_INDIVIDUAL = "employer", "employeur particulier"
    SIGNED_TOO_LATE = "conclusion", "signé après le début d'exécution"
    TOO_SHORT_OR_LONG = "duration", "durée hors des limites"
    NOT_THE_CYCLE = "duration_and_cycle", "durée autre que celle du cycle"
    ENDS_TOO_LATE = "contract_end", "fin trop tardive après l'examen"
    NOT_SIGNED = "signatures", "une signature manque"
    TRAINING_TOO_LATE = "start_gaps", "formation débutée trop tard"
    TOO_FEW_HOURS = "training_share", "formation trop courte"
    TOO_LONG_ABROAD = "mobility", "mobilité trop longue"
    UNFIT_MAITRE = "maitre_designation", "maître qui ne peut être désigné"
    INEXPERIENCED_MAITRE = "maitre_competence", "maître sans expérience"
    OVERLOADED_MAITRE = "maitre_ceiling", "maître chargé de trop d'apprentis"
    UNDERPAID = "minimum_pay", "salaire inférieur au minimum"
    FILED_TOO_LATE = "filing", "transmis trop tard"
    WRONG_CODE = "contract_type_code", "code que les faits contredisent"
    WRONG_NUMBER = "employer_numbers", "numéro mal formé"


@composite
def illegal_contracts(
    draw: DrawFn,
    /,
    *,
    fault: Fault | SearchStrategy[Fault] | None = None,
    concluded_on: date | SearchStrategy[date] = _CONCLUDED,
) -> Contract:
    """Contracts that break one rule, all other facts being lawful ones.

    The fact that breaks it lies on the first unlawful day, or beyond. Where
    two rules go by that fact, both may be broken.

    Args:
        draw: Supplied by Hypothesis.
        fault: The fault, or a strategy of faults; by default any.
        concluded_on: Day of conclusion from 2019-01-01 on, or a strategy of
            such days.

    >>> isinstance(illegal_contracts(fault=Fault.TOO_OLD), SearchStrategy)
    True
    """
    fact = Facts(draw, unknowns=False)
    wrong = given(draw, fault) or fact.pick(tuple(Fault))
    return _FAULTS[wrong](fact, given(draw, concluded_on))


def _lawful(fact: Facts, signed_on: date) -> Contract:
    start = plus(signed_on, gap(fact))
    end = last_day_of(start, fact.pick((24, 12, 36)))
    born = born_within(fact, "ordinary", start, end)
    return build(
        fact, "ordinary", signed_on=signed_on, start=start, end=end, born=born
    )


def _beyond(fact: Facts) -> int:
    """Days by which a limit is passed."""
    return fact.pick((1, 2, 31))


def _of_age(fact: Facts, signed_on: date, years: int, days: int) -> Contract:
    """An apprentice who has been of an age for some days at the start."""
    start = plus(signed_on, gap(fact))
    born = plus(same_day(start, -12 * years), -days)
    end = last_day_of(start, 24)
    return build(
        fact, "ordinary", signed_on=signed_on, start=start, end=end, born=born
    )


def _too_young(fact: Facts, signed_on: date) -> Contract:
    contract = _of_age(fact, signed_on, fact.pick((16, 15)), -_beyond(fact))
    return _of_apprentice(
        contract,
        lower_secondary_completed=False,
        last_class=LastClass.STOPPED_IN_TROISIEME,
    )


def _too_old(fact: Facts, signed_on: date) -> Contract:
    return _of_age(fact, signed_on, fact.pick((30, 36)), _beyond(fact) - 1)


def _of_apprentice(contract: Contract, **facts: Any) -> Contract:
    return evolve(contract, apprentice=evolve(contract.apprentice, **facts))


def _unauthorised(fact: Facts, signed_on: date) -> Contract:
    return _of_apprentice(
        _lawful(fact, signed_on),
        nationality=Nationality.OTHER,
        work_authorisation=WorkAuthorisation.NONE,
    )


def _individual(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    employer = evolve(contract.employer, private_individual=True)
    return evolve(contract, employer=employer)


def _signed_too_late(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    late = plus(contract.starts_on, _beyond(fact))
    return evolve(contract, concluded_on=late)


def _too_short_or_long(fact: Facts, signed_on: date) -> Contract:
    start = plus(signed_on, gap(fact))
    end = fact.pick(
        (
            plus(last_day_of(start, 6), -_beyond(fact)),
            plus(last_day_of(start, 36), _beyond(fact)),
        )
    )
    born = born_within(fact, "ordinary", start, end)
    return build(
        fact, "ordinary", signed_on=signed_on, start=start, end=end, born=born
    )


def _of_training(contract: Contract, **facts: Any) -> Contract:
    return evolve(contract, training=evolve(contract.training, **facts))


def _not_the_cycle(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    later = last_day_of(contract.starts_on, fact.pick((48, 60)))
    return _of_training(contract, cycle_ends_on=later, cycle_years=5)


def _ends_too_late(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    over = plus(same_day(contract.ends_on, -2), -_beyond(fact))
    return _of_training(
        contract, first_exam_on=over, last_exam_on=over, cycle_ends_on=over
    )


def _not_signed(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    missing = fact.pick((Signatory.APPRENTICE, Signatory.EMPLOYER))
    signed_by = contract.signed_by or frozenset()
    return evolve(contract, signed_by=signed_by - {missing})


def _training_too_late(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    late = plus(same_day(contract.starts_on, 3), _beyond(fact))
    if fact.pick((True, False)):
        return _of_training(contract, cfa_training_starts_on=late)
    return evolve(contract, employer_training_starts_on=late)


def _too_few_hours(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    months = months_begun(contract.starts_on, contract.ends_on)
    least = int(exact_training_hours(months=months, concluded_on=signed_on))
    return _of_training(contract, hours=fact.pick((least, least // 2)))


def _too_long_abroad(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    stay = Mobility(starts_on=contract.starts_on, ends_on=contract.ends_on)
    return evolve(contract, mobilities=(stay,))


def _with_maitre(contract: Contract, **facts: Any) -> Contract:
    maitres = list(contract.maitres or ())
    maitres[0] = evolve(maitres[0], **facts)
    return evolve(contract, maitres=tuple(maitres))


def _unfit_maitre(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    minor = plus(same_day(contract.starts_on, -12 * 18), _beyond(fact))
    return fact.pick(
        (
            _with_maitre(contract, born_on=minor),
            _with_maitre(contract, volunteer=False),
            evolve(contract, maitres=()),
        )
    )


def _inexperienced_maitre(fact: Facts, signed_on: date) -> Contract:
    return _with_maitre(
        _lawful(fact, signed_on),
        diploma_in_field=False,
        field_diploma_level=0,
        brevet_de_maitrise=False,
        experience=None,
        experience_months=fact.pick((23, 12, 0)),
        excluded_months=0,
    )


def _overloaded_maitre(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    others = tuple(
        Supervised(
            kind=SupervisedKind.REGULAR,
            starts_on=eve_of(contract.starts_on),
            ends_on=morrow_of(contract.starts_on),
        )
        for _ in range(fact.pick((2, 3)))
    )
    maitres: tuple[MaitreApprentissage, ...] = contract.maitres or ()
    return evolve(
        contract,
        maitres=tuple(evolve(m, supervised=others) for m in maitres),
    )


def _underpaid(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    lines = contract.declared_pay or ()
    rank = fact.pick(range(len(lines)))
    less = fact.pick((Decimal("0.5"), Decimal(10)))
    low = evolve(lines[rank], rate=lines[rank].rate - less)
    declared = (*lines[:rank], low, *lines[rank + 1 :])
    return evolve(contract, declared_pay=declared)


def _filed_too_late(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    late = plus(contract.starts_on, 10 + _beyond(fact))
    return evolve(contract, file=evolve(contract.file, filed_on=late))


def _wrong_code(fact: Facts, signed_on: date) -> Contract:
    wrong = (ContractType.SAME_EMPLOYER, ContractType.OTHER_EMPLOYER)
    return evolve(
        _lawful(fact, signed_on),
        kind=fact.pick(wrong),
        previous_number=previous_number_of(signed_on),
    )


def _wrong_number(fact: Facts, signed_on: date) -> Contract:
    contract = _lawful(fact, signed_on)
    wrong = fact.pick(("73282932000075", "7328293200007", "X3282932000074"))
    return evolve(contract, employer=evolve(contract.employer, siret=wrong))


_FAULTS: dict[Fault, Callable[[Facts, date], Contract]] = {
    Fault.TOO_YOUNG: _too_young,
    Fault.TOO_OLD: _too_old,
    Fault.NO_WORK_AUTHORISATION: _unauthorised,
    Fault.PRIVATE_INDIVIDUAL: _individual,
    Fault.SIGNED_TOO_LATE: _signed_too_late,
    Fault.TOO_SHORT_OR_LONG: _too_short_or_long,
    Fault.NOT_THE_CYCLE: _not_the_cycle,
    Fault.ENDS_TOO_LATE: _ends_too_late,
    Fault.NOT_SIGNED: _not_signed,
    Fault.TRAINING_TOO_LATE: _training_too_late,
    Fault.TOO_FEW_HOURS: _too_few_hours,
    Fault.TOO_LONG_ABROAD: _too_long_abroad,
    Fault.UNFIT_MAITRE: _unfit_maitre,
    Fault.INEXPERIENCED_MAITRE: _inexperienced_maitre,
    Fault.OVERLOADED_MAITRE: _overloaded_maitre,
    Fault.UNDERPAID: _underpaid,
    Fault.FILED_TOO_LATE: _filed_too_late,
    Fault.WRONG_CODE: _wrong_code,
    Fault.WRONG_NUMBER: _wrong_number,
}
