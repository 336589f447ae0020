"""Contracts with one fault: lawful ones, and a fact beyond its limit."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from attrs import evolve
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from apprentissage._labelled import Labelled
from apprentissage.dates.training_share import exact_hours
from apprentissage.facts import (
    Contract,
    ContractType,
    LastClass,
    Mobility,
    Nationality,
    Signatory,
    Supervised,
    SupervisedKind,
    WorkAuthorisation,
)
from apprentissage.months import eve_of, last_day_of, months_begun, morrow_of, same_day
from apprentissage.testing._drawing import Facts, given, plus
from apprentissage.testing._lawful_parts import previous_number_of
from apprentissage.testing.days import days
from apprentissage.testing.lawful import COMPLIANT_FROM, COMPLIANT_UNTIL, born_within, build, gap

_CONCLUDED = days(COMPLIANT_FROM, COMPLIANT_UNTIL)


class Fault(Labelled):
    """What is wrong with a contract; its value names the rule it breaks."""

    TOO_YOUNG = "lower_age", "apprenti trop jeune"
    TOO_OLD = "upper_age", "apprenti trop âgé"
    NO_WORK_AUTHORISATION = ("work_authorisation", "sans autorisation de travail")
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
    contract = _lawful(fact, wrong, given(draw, concluded_on))
    changes = _CHANGES[wrong](fact, contract) if wrong in _CHANGES else {}
    return evolve(
        contract,
        **{
            name: evolve(getattr(contract, name), **change) if isinstance(change, dict) else change
            for name, change in changes.items()
        },
    )


def _lawful(fact: Facts, wrong: Fault, signed_on: date) -> Contract:
    """A lawful contract, but for an age or a length that is the fault."""
    start = plus(signed_on, gap(fact))
    end = last_day_of(start, fact.pick((24, 12, 36)))
    if wrong is Fault.TOO_SHORT_OR_LONG:
        short = plus(last_day_of(start, 6), -_beyond(fact))
        end = fact.pick((short, plus(last_day_of(start, 36), _beyond(fact))))
    if wrong is Fault.TOO_YOUNG:
        years = fact.pick((16, 15))
        born = plus(same_day(start, -12 * years), _beyond(fact))
    elif wrong is Fault.TOO_OLD:
        years = fact.pick((30, 36))
        born = plus(same_day(start, -12 * years), 1 - _beyond(fact))
    else:
        born = born_within(fact, "ordinary", start, end)
    return build(fact, "ordinary", signed_on=signed_on, start=start, end=end, born=born)


def _beyond(fact: Facts) -> int:
    """Days by which a limit is passed."""
    return fact.pick((1, 2, 31))


def _ends_too_late(fact: Facts, contract: Contract) -> dict[str, Any]:
    over = plus(same_day(contract.ends_on, -2), -_beyond(fact))
    names = ("first_exam_on", "last_exam_on", "cycle_ends_on")
    return {"training": dict.fromkeys(names, over)}


def _training_too_late(fact: Facts, contract: Contract) -> dict[str, Any]:
    late = plus(same_day(contract.starts_on, 3), _beyond(fact))
    if fact.pick((True, False)):
        return {"training": {"cfa_training_starts_on": late}}
    return {"employer_training_starts_on": late}


def _too_few_hours(fact: Facts, contract: Contract) -> dict[str, Any]:
    months = months_begun(contract.starts_on, contract.ends_on)
    least = int(exact_hours(months, 0, contract.concluded_on))
    return {"training": {"hours": fact.pick((least, least // 2))}}


def _of_maitre(contract: Contract, **facts: Any) -> dict[str, Any]:
    first, *others = list(contract.maitres or ())
    return {"maitres": (evolve(first, **facts), *others)}


def _unfit_maitre(fact: Facts, contract: Contract) -> dict[str, Any]:
    minor = plus(same_day(contract.starts_on, -12 * 18), _beyond(fact))
    return fact.pick(
        (
            _of_maitre(contract, born_on=minor),
            _of_maitre(contract, volunteer=False),
            {"maitres": ()},
        )
    )


def _overloaded_maitre(fact: Facts, contract: Contract) -> dict[str, Any]:
    other = Supervised(
        kind=SupervisedKind.REGULAR,
        starts_on=eve_of(contract.starts_on),
        ends_on=morrow_of(contract.starts_on),
    )
    others = (other,) * fact.pick((2, 3))
    maitres = contract.maitres or ()
    return {"maitres": tuple(evolve(m, supervised=others) for m in maitres)}


def _underpaid(fact: Facts, contract: Contract) -> dict[str, Any]:
    lines = list(contract.declared_pay or ())
    rank = fact.pick(range(len(lines)))
    less = fact.pick((Decimal("0.5"), Decimal(10)))
    lines[rank] = evolve(lines[rank], rate=lines[rank].rate - less)
    return {"declared_pay": tuple(lines)}


_CHANGES: Final[Mapping[Fault, Callable[[Facts, Contract], dict[str, Any]]]] = {
    Fault.TOO_YOUNG: lambda _, __: {
        "apprentice": {
            "lower_secondary_completed": False,
            "last_class": LastClass.STOPPED_IN_TROISIEME,
        }
    },
    Fault.NO_WORK_AUTHORISATION: lambda _, __: {
        "apprentice": {
            "nationality": Nationality.OTHER,
            "work_authorisation": WorkAuthorisation.NONE,
        }
    },
    Fault.PRIVATE_INDIVIDUAL: lambda _, __: {"employer": {"private_individual": True}},
    Fault.SIGNED_TOO_LATE: lambda fact, contract: {
        "concluded_on": plus(contract.starts_on, _beyond(fact))
    },
    Fault.NOT_THE_CYCLE: lambda fact, contract: {
        "training": {
            "cycle_ends_on": last_day_of(contract.starts_on, fact.pick((48, 60))),
            "cycle_years": 5,
        }
    },
    Fault.ENDS_TOO_LATE: _ends_too_late,
    Fault.NOT_SIGNED: lambda fact, contract: {
        "signed_by": (contract.signed_by or frozenset())
        - {fact.pick((Signatory.APPRENTICE, Signatory.EMPLOYER))}
    },
    Fault.TRAINING_TOO_LATE: _training_too_late,
    Fault.TOO_FEW_HOURS: _too_few_hours,
    Fault.TOO_LONG_ABROAD: lambda _, contract: {
        "mobilities": (Mobility(starts_on=contract.starts_on, ends_on=contract.ends_on),)
    },
    Fault.UNFIT_MAITRE: _unfit_maitre,
    Fault.INEXPERIENCED_MAITRE: lambda fact, contract: _of_maitre(
        contract,
        diploma_in_field=False,
        field_diploma_level=0,
        brevet_de_maitrise=False,
        experience=None,
        experience_months=fact.pick((23, 12, 0)),
        excluded_months=0,
    ),
    Fault.OVERLOADED_MAITRE: _overloaded_maitre,
    Fault.UNDERPAID: _underpaid,
    Fault.FILED_TOO_LATE: lambda fact, contract: {
        "file": {"filed_on": plus(contract.starts_on, 10 + _beyond(fact))}
    },
    Fault.WRONG_CODE: lambda fact, contract: {
        "kind": fact.pick((ContractType.SAME_EMPLOYER, ContractType.OTHER_EMPLOYER)),
        "previous_number": previous_number_of(contract.concluded_on),
    },
    Fault.WRONG_NUMBER: lambda fact, _: {
        "employer": {"siret": fact.pick(("73282932000075", "7328293200007", "X3282932000074"))}
    },
}
"""What each fault changes in a lawful contract; a part by its facts."""
