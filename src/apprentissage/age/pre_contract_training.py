"""Training at the CFA without an employer, before the contract (L6222-12-1).

The trainee may sign at any time; the contract is then shortened by the
months gone by.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from apprentissage._arguments import check_arguments
from apprentissage._plain import PlainValue
from apprentissage.age.ages import age_on, birthday
from apprentissage.facts import Contract, PriorSituation
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Proposed,
    Result,
    Rule,
    all_of,
    hopeless,
    non_compliant,
    not_applicable,
    undetermined,
    whether,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.choices import FifteenthBirthday, TraineeMonths
from apprentissage.law.dated import ByEvent, version
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.months import completed_months, eve_of, last_day_of, morrow_of, same_day


@frozen(kw_only=True, eq=False, repr=False)
class TraineeCycle(PlainValue):
    """Who may begin a cycle without an employer, and for how long.

    Args:
        months: « dans la limite d'une durée de trois mois », until 2018
            « dans la limite d'un an ».
        lowest: « seize ».
        at_fifteen: « au moins quinze ans ».
        highest: « vingt-neuf ans révolus », until 2018 « vingt-cinq ans »;
            no exemption lifts it.
    """

    months: int = 3
    lowest: int = 16
    at_fifteen: int = 15
    highest: int = 29


TRAINEE_CYCLE = ByEvent(
    "formation en CFA sans employeur (art. L. 6222-12-1)",
    (
        version(date(2011, 7, 30), TraineeCycle(months=12, highest=25), "L6222-12-1"),
        version(date(2014, 3, 7), TraineeCycle(months=12, highest=25), "L6222-12-1"),
        version(date(2019, 1, 1), TraineeCycle(), "L6222-12-1"),
        version(
            date(2020, 8, 1),
            TraineeCycle(months=6),
            "L6222-12-1",
            Source(SourceKind.LAW, "loi n° 2020-935 du 30/07/2020"),
            caveats=(
                Caveat(
                    "SIX_MONTHS_OF_2020",
                    "Les six mois des cycles commencés du 1er août au 31 "
                    "décembre 2020 reposent sur une source secondaire.",
                ),
            ),
        ),
        version(
            date(2021, 1, 1),
            TraineeCycle(),
            "L6222-12-1",
            Source(SourceKind.LAW, "loi n° 2020-935 du 30/07/2020"),
        ),
    ),
)
"""It goes by the first day of the cycle."""


_STATUS_ENDED = Caveat(
    "TRAINEE_STATUS_ENDED",
    "Le contrat est signé après la fin du statut de stagiaire : il reste possible (« à tout "
    "moment » ; MGACF), le statut étant perdu entre-temps ; AKTO tient que le parcours avant la "
    "signature ne peut dépasser cette durée.",
)
_STARTS_AT_SIGNATURE = Caveat(
    "STARTS_AT_SIGNATURE",
    "Le cycle a commencé avant la signature : selon la doctrine, l'exécution "
    "débute le jour de la signature.",
)
_DOCTRINE = Source(
    SourceKind.DOCTRINE,
    "vade-mecum des CFA, V2 (février 2024), relayé par AKTO",
    "https://www.akto.fr/le-saviez-vous-une-nouvelle-version-du-vade-mecum-cfa-est-en-ligne/",
)


def trainee_until_on(cycle_starts_on: date, *, readings: Readings = LETTER) -> date:
    """The last day as a trainee without an employer.

    Args:
        cycle_starts_on: First day of the cycle; it chooses three months,
            six, or the year of before 2019.
        readings: The point read is `trainee_months`.

    Returns:
        The day of the same number, or the last of the full months.

    Raises:
        NotCovered: For a cycle begun before 2011-07-30.

    Source: art. L. 6222-12-1 du code du travail.

    >>> trainee_until_on(date(2026, 9, 1))
    datetime.date(2026, 12, 1)
    """
    check_arguments(trainee_until_on, locals())
    # « dans la limite d'une durée de trois mois » (L6222-12-1), until 2018
    # « dans la limite d'un an »
    months = TRAINEE_CYCLE.event(cycle_starts_on).value.months
    if readings.trainee_months is TraineeMonths.FULL_MONTHS:
        return last_day_of(cycle_starts_on, months)
    return same_day(cycle_starts_on, months)


def reduced_by_months(cycle_starts_on: date, concluded_on: date) -> int:
    """How many months the contract is shorter than the cycle.

    Args:
        cycle_starts_on: First day of the cycle.
        concluded_on: Day of conclusion, not before it.

    Returns:
        The months gone by, from day number to day number.

    Source: art. L. 6222-12-1 du code du travail.

    >>> reduced_by_months(date(2026, 9, 7), date(2026, 10, 7))
    1
    """
    check_arguments(reduced_by_months, locals())
    # « réduite du nombre de mois écoulés depuis le début du cycle de
    # formation » (L6222-12-1)
    return completed_months(cycle_starts_on, concluded_on)


IN_THE_WINDOW = (
    "L'apprenti a {age:an} au début du cycle, le {on} : il peut se former au "
    "CFA sans employeur jusqu'au {trainee_until_on}."
)


def _window(contract: Contract, on: date, readings: Readings) -> Finding:
    law = TRAINEE_CYCLE.event(on).value
    born_on = contract.apprentice.born_on
    fifteen_on = birthday(born_on, law.at_fifteen, readings)
    if readings.fifteenth_birthday is FifteenthBirthday.DAY_AFTER:
        fifteen_on = morrow_of(fifteen_on)
    # « vingt-neuf ans révolus », until 2018 « vingt-cinq ans » (L6222-12-1)
    if on > eve_of(birthday(born_on, law.highest + 1, readings)):
        return non_compliant(
            "L'apprenti a {age:an} au début du cycle, le {on} : il ne peut se former au CFA sans "
            "employeur, et les dérogations de l'art. L. 6222-2 ne s'appliquent pas ici."
        )
    if on < fifteen_on:
        return non_compliant(
            "L'apprenti a {age:an} au début du cycle, le {on} : il est trop "
            "jeune pour se former au CFA sans employeur."
        )
    # « âgée de seize à vingt-neuf ans révolus, ou ayant au moins quinze ans
    # et justifiant avoir accompli la scolarité du premier cycle de
    # l'enseignement secondaire » (L6222-12-1)
    of_age = on >= birthday(born_on, law.lowest, readings)
    return whether(
        of_age or contract.apprentice.college_completed,
        "apprentice.lower_secondary_completed",
        holds=IN_THE_WINDOW,
        fails=(
            "L'apprenti a {age:an} au début du cycle, le {on}, sans avoir accompli la scolarité "
            "du collège : il ne peut se former au CFA sans employeur."
        ),
    )


class PreContractTrainingFinding(Finding):
    """What `PRE_CONTRACT_TRAINING` finds."""

    age = Result[int]("age on the first day of the cycle")
    on = Result[date]("first day of the cycle")
    trainee_until_on = Result[date]("last day in the CFA without a contract")
    reduced_by_months = Result[int]("months by which the contract is shorter")
    starts_on = Result[date]("start of execution, by doctrine")
    concluded_on = Result[date]("day of conclusion")


def judge(contract: Contract, readings: Readings) -> Finding:
    """Whoever begins the cycle without an employer is of age, and signs soon.

    L6222-12-1: « toute personne âgée de seize à vingt-neuf ans révolus, ou
    ayant au moins quinze ans et justifiant avoir accompli la scolarité du
    premier cycle de l'enseignement secondaire, peut, à sa demande, […]
    débuter un cycle de formation en apprentissage dans la limite d'une durée
    de trois mois. » From 2011-07-30 to 2018 up to 25 years, « dans la limite
    d'un an ». No exemption of L6222-2 here. « A tout moment, le bénéficiaire
    du présent article peut signer un contrat d'apprentissage »: later, the
    limit is passed, and the status lost. Cycles begun since 2011-07-30. It
    does not apply unless the cycle begins before the signature, in situation
    7 of box 13.

    Args:
        contract: The facts.
        readings: Points `trainee_months`, `fifteenth_birthday`,
            `leap_birthday`.

    Returns:
        Values `age` and `on` (first day of the cycle), `trainee_until_on`,
        `reduced_by_months`, `starts_on` (start of execution, by doctrine).
    """
    on = contract.training.cycle_starts_on
    situation = contract.apprentice.prior_situation
    if situation not in {None, PriorSituation.TRAINEE_BEFORE_SIGNATURE}:
        return not_applicable(
            "L'apprenti n'était pas en formation au CFA dans l'attente d'un employeur."
        )
    if on is not None and on >= contract.concluded_on:
        return not_applicable(
            "Le cycle de formation ne commence pas avant la signature du contrat."
        )
    if on is None or situation is None:
        unknown = {"training.cycle_starts_on": on, "apprentice.prior_situation": situation}
        begun_on = max(on or contract.concluded_on, TRAINEE_CYCLE.since)
        return undetermined(
            *(path for path, known in unknown.items() if known is None),
            sources=TRAINEE_CYCLE.event(begun_on).sources,
        )
    version = TRAINEE_CYCLE.event(on)
    until_on = trainee_until_on(on, readings=readings)
    in_time = whether(
        contract.concluded_on <= until_on,
        holds=IN_THE_WINDOW,
        fails=(
            "La formation au CFA sans employeur a commencé le {on} et se limitait au "
            "{trainee_until_on} : le contrat est conclu après, le {concluded_on}."
        ),
        caveats=() if contract.concluded_on <= until_on else (_STATUS_ENDED,),
        concluded_on=contract.concluded_on,
    )
    finding = all_of((_window(contract, on, readings), in_time))
    return finding.but(
        values=(
            ("age", age_on(contract.apprentice.born_on, on, readings)),
            ("on", on),
            ("trainee_until_on", until_on),
            ("reduced_by_months", reduced_by_months(on, contract.concluded_on)),
            ("starts_on", contract.concluded_on),
            *finding.values,
        ),
        parts=(),
        sources=(*version.sources, _DOCTRINE),
        caveats=(
            *version.caveats,
            *finding.caveats,
            *((_STARTS_AT_SIGNATURE,) if contract.starts_on != contract.concluded_on else ()),
        ),
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry]:
    """The last day as a trainee, where the apprentice was one."""
    on = contract.training.cycle_starts_on
    situation = contract.apprentice.prior_situation
    if (
        on is not None
        and on < contract.concluded_on
        and situation is PriorSituation.TRAINEE_BEFORE_SIGNATURE
    ):
        yield entered(
            on=trainee_until_on(on, readings=readings),
            label="Dernier jour de formation au CFA sans employeur",
            sources=TRAINEE_CYCLE.event(on).sources,
            consequence=Consequence.RIGHT_LOST,
        )


def remedies(_contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """Nothing: the first day at the CFA is past when the contract is."""
    yield hopeless(
        "L'entrée au CFA sans employeur, le {on}, est passée : ni l'âge de ce jour-là ni le délai "
        "pour signer ne se rattrapent. Vérifier seulement le début du cycle et la situation avant "
        "le contrat (case 13).",
        on=found["on"],
    )


PRE_CONTRACT_TRAINING = Rule(
    name="pre_contract_training",
    title="Formation au CFA avant le contrat",
    judge=judge,
    articles=("L6222-12-1",),
    boxes=(13,),
    dates=dates,
    finding=PreContractTrainingFinding,
    remedies=remedies,
)
