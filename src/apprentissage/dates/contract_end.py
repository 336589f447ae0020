"""The end of the contract beside the exams and the cycle (doctrine)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Self, TypeAlias, cast

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_order
from apprentissage.facts import Contract, Training
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Proposed,
    Result,
    Rule,
    Undated,
    all_of,
    hopeless,
    non_compliant,
    proposal,
    undetermined,
    whether,
)
from apprentissage.judging.asking import answer
from apprentissage.judging.calendar_entries import entered, refusal_possible
from apprentissage.judging.watching import at_face, once
from apprentissage.law.choices import EndOfContract
from apprentissage.law.notices import opco_ep_sheet
from apprentissage.law.readings import LETTER, Readings
from apprentissage.law.sources import Caveat
from apprentissage.law.sources import cited as article
from apprentissage.months import same_day

_MONTHS = {
    EndOfContract.LATER_OF_EXAM_AND_CYCLE: 2,
    EndOfContract.LAST_EXAM: 2,
    EndOfContract.THREE_MONTHS: 3,
}
"""Months of each doctrine; no text has any."""

_COUNTED = {2: "deux", 3: "trois"}
_EXAM, _DELAY = "dernière épreuve", "délai après les épreuves"
_SHEET = opco_ep_sheet(24)
_INFFO = Source(SourceKind.DOCTRINE, "Centre Inffo, FAQ du 6 janvier 2023")
_TOOL = Source(SourceKind.DOCTRINE, "téléservice de l'État : fin du contrat")
_ENSUPLR = Source(
    SourceKind.DOCTRINE,
    "ensuplr.fr : soutenance incluse dans le contrat",
    "https://ensuplr.fr/les-modalites-du-contrat-dapprentissage/",
)
_NOT_IN_THE_CODE = Caveat(
    "NOT_IN_THE_CODE",
    "Aucun article ne fixe les deux mois : la DGEFP a répondu le 12 avril "
    "2021 qu'il « revient aux seules parties » de fixer la fin du contrat ; "
    "la suite de sa réponse n'a pas pu être lue.",
)


class _Asked(NamedTuple):
    """The facts of the question, named as in a contract."""

    concluded_on: date
    starts_on: date
    ends_on: date | None
    training: Training


_Facts: TypeAlias = Contract | _Asked


def _anchors(contract: _Facts, way: EndOfContract) -> dict[str, date | None]:
    training = contract.training
    anchors = {"training.last_exam_on": training.last_exam_on}
    if way is not EndOfContract.LAST_EXAM:
        anchors["training.cycle_ends_on"] = training.cycle_ends_on
    return anchors


def _latest_on(contract: _Facts, way: EndOfContract) -> date | None:
    """The last day on which doctrine lets a contract end, where known."""
    days = _anchors(contract, way).values()
    known = [day for day in days if day is not None]
    if not known:
        return None
    # OPCO EP's sheet: not more than two months after the exams or the end of
    # the cycle: the later one, two months sharp allowed
    return same_day(max(known), _MONTHS[way])


def _covers_exam(contract: _Facts, _: Readings) -> Finding:
    last_exam_on, ends_on = contract.training.last_exam_on, contract.ends_on
    # « L'apprenti est tenu de se présenter aux épreuves du diplôme ou du
    # titre prévu par le contrat d'apprentissage. »
    bound = article("L6222-34", contract.concluded_on)
    sources = (_TOOL, _ENSUPLR, bound)
    if last_exam_on is None:
        return undetermined("training.last_exam_on", sources=sources)
    if last_exam_on < contract.starts_on:
        return non_compliant(
            "La dernière épreuve, du {last_exam_on}, précède le début du "
            "contrat, le {starts_on} : il ne peut pas la couvrir. Vérifiez "
            "cette date.",
            sources=(bound,),
            subject=_EXAM,
            starts_on=contract.starts_on,
            ends_on=ends_on,
            last_exam_on=last_exam_on,
        )
    return whether(
        # the contract must include the exams, the last day too
        None if ends_on is None else ends_on >= last_exam_on,
        "ends_on",
        holds="Le contrat couvre la dernière épreuve, du {last_exam_on}.",
        fails="Le contrat finit le {ends_on}, avant la dernière épreuve du {last_exam_on}.",
        sources=sources,
        subject=_EXAM,
        ends_on=ends_on,
        last_exam_on=last_exam_on,
    )


def _in_two_months(contract: _Facts, way: EndOfContract, latest_on: date | None) -> Finding:
    ends_on = contract.ends_on
    known = {**_anchors(contract, way), "ends_on": ends_on}
    missing = [path for path, day in known.items() if day is None]
    if latest_on is None or ends_on is None:
        return undetermined(*missing, sources=_holders(way))
    held = ends_on <= latest_on
    return whether(
        None if missing and not held else held,
        *missing,
        holds="Le contrat finit au plus tard le {latest_on}.",
        fails=(
            "Le contrat devait finir au plus tard le {latest_on}, "
            "{months} mois après les épreuves ou le cycle."
        ),
        sources=_holders(way),
        caveats=() if held else (_NOT_IN_THE_CODE,),
        subject=_DELAY,
        latest_on=latest_on,
        months=_counted(way),
    )


def _counted(way: EndOfContract) -> str:
    return _COUNTED[_MONTHS[way]]


def _holders(way: EndOfContract) -> tuple[Source, ...]:
    if way is EndOfContract.LATER_OF_EXAM_AND_CYCLE:
        return _SHEET, _INFFO
    return (_TOOL,)


def _the_same_for_all(contract: _Facts) -> bool:
    """Whether every doctrine finds the same: to wait, or that it holds."""
    last_exam_on, ends_on = contract.training.last_exam_on, contract.ends_on
    if last_exam_on is None or ends_on is None:
        return True
    return ends_on <= same_day(last_exam_on, min(_MONTHS.values()))


class ContractEndFinding(Finding):
    """What `CONTRACT_END` finds."""

    parts: tuple[Self, ...]
    ends_on = Result[date]("last day of the contract")
    latest_on = Result[date]("last lawful day of the end")
    last_exam_on = Result[date]("day of the last exam")
    starts_on = Result[date]("first day of the contract")
    months = Result[str]("months allowed after the exams, in French")


def judge(contract: _Facts, readings: Readings) -> Finding:
    """The contract covers the last exam and ends two months after at most.

    In no article of the Code, save that the apprentice is bound to sit the
    exams (L6222-34: « L'apprenti est tenu de se présenter aux épreuves »).
    OPCO EP's sheet: not more than two months after the exams or the end of
    the cycle; the State's service: it includes all the exams, and its own
    control lets three months pass. An exam before the contract is a date
    mistyped.

    Args:
        contract: The facts.
        readings: `end_of_contract`.

    Returns:
        Values `ends_on`, `latest_on`; a part for the exam and one for
        the delay after the exams.
    """
    if _the_same_for_all(contract):
        readings = at_face(readings)
    way = readings.end_of_contract
    latest_on = _latest_on(contract, way)
    found = all_of(
        (
            once(_covers_exam, contract, readings),
            _in_two_months(contract, way, latest_on),
        ),
        holds="Le contrat finit le {ends_on} : il couvre la dernière épreuve "
        "et ne dépasse pas le {latest_on}.",
    )
    return found.but(ends_on=contract.ends_on, latest_on=latest_on)


def contract_end_limit(
    *,
    starts_on: date,
    concluded_on: date,
    ends_on: date | None = None,
    last_exam_on: date | None = None,
    cycle_ends_on: date | None = None,
    readings: Readings = LETTER,
) -> ContractEndFinding:
    """Whether a contract ends after the last exam and soon enough.

    A day that is `None` is unknown. The limit is told where a day to count
    from is known.

    Args:
        starts_on: First day of execution.
        concluded_on: Day of conclusion, which chooses the text.
        ends_on: Last day of the contract.
        last_exam_on: Last examination.
        cycle_ends_on: Last day of the cycle.
        readings: `end_of_contract` is read: two months after the later of
            both, two after the exam alone, or three after the later.

    Returns:
        Compliant, not, or UNDETERMINED with the arguments that are missing.
        Value `latest_on`, the last day on which the contract may end; a part
        for the exam and one for the delay.

    Raises:
        NotCovered: Concluded before 2008-05-01.

    Source: the form's sheet and the administration's doctrine, no article;
    for the exam art. L. 6222-34 du code du travail.

    >>> found = contract_end_limit(
    ...     starts_on=date(2024, 9, 2),
    ...     concluded_on=date(2024, 8, 30),
    ...     last_exam_on=date(2026, 6, 15),
    ...     cycle_ends_on=date(2026, 7, 10),
    ... )
    >>> found["latest_on"], found.missing
    (datetime.date(2026, 9, 10), ('ends_on',))
    """
    check_arguments(contract_end_limit, locals())
    check_order("starts_on", starts_on, "ends_on", ends_on)
    asked = _Asked(
        concluded_on=concluded_on,
        starts_on=starts_on,
        ends_on=ends_on,
        training=Training(last_exam_on=last_exam_on, cycle_ends_on=cycle_ends_on),
    )
    return answer(lambda read: judge(asked, read), readings, CONTRACT_END)


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    way = readings.end_of_contract
    latest_on = _latest_on(contract, way)
    if latest_on is None:
        yield Undated(
            label="Fin du contrat au plus tard après les épreuves",
            waits_for=tuple(_anchors(contract, way)),
            sources=_holders(way),
        )
    else:
        yield entered(
            on=latest_on,
            label=f"Fin du contrat au plus tard, {_counted(way)} mois "
            "après les épreuves ou le cycle",
            sources=_holders(way),
            consequence=refusal_possible(contract),
        )
    last_exam_on = contract.training.last_exam_on
    if last_exam_on is not None and last_exam_on >= contract.starts_on:
        yield entered(
            on=last_exam_on,
            label="Dernière épreuve, que le contrat doit couvrir",
            sources=(_TOOL, _ENSUPLR),
            consequence=refusal_possible(contract),
        )


def remedies(contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """End on the last exam, or on the last day that doctrine allows."""
    last_exam_on = contract.training.last_exam_on
    latest_on = cast("date", found["latest_on"])
    if last_exam_on is not None and last_exam_on < contract.starts_on:
        yield hopeless(
            "La date de la dernière épreuve est à vérifier : elle précède le "
            "contrat, et rien ne dit laquelle écrire."
        )
    elif last_exam_on is not None and contract.ends_on < last_exam_on:
        yield proposal(
            "Reporter la fin du contrat au {day} au plus tôt, jour de la dernière épreuve.",
            {"ends_on": last_exam_on},
            day=last_exam_on,
        )
    else:
        yield proposal(
            "Avancer la fin du contrat au {day} au plus tard.",
            {"ends_on": latest_on},
            day=latest_on,
        )


CONTRACT_END = Rule(
    name="contract_end",
    title="Fin du contrat et épreuves",
    judge=judge,
    articles=("L6222-34",),
    boxes=(24,),
    dates=dates,
    finding=ContractEndFinding,
    remedies=remedies,
)
