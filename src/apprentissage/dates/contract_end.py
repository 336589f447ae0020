"""The end of the contract beside the exams and the cycle (doctrine)."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.errors import WrongType
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Outcome,
    Rule,
    Undated,
    all_of,
    non_compliant,
    undetermined,
    whether,
)
from apprentissage.judging._watched import at_face
from apprentissage.judging.calendar_entries import refusal_possible
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


def contract_end_latest_on(
    *,
    last_exam_on: date | None = None,
    cycle_ends_on: date | None = None,
    readings: Readings = LETTER,
) -> date:
    """The last day on which doctrine lets a contract end.

    Args:
        last_exam_on: Last examination.
        cycle_ends_on: Last day of the cycle.
        readings: `end_of_contract` is read: two months after the later of
            the two that are given, two after the exam alone, or three after
            the later.

    Returns:
        The day of the same number two or three months later.

    Raises:
        WrongType: Without a day to count from; for a datetime or a text.

    Source: the form's sheet and the administration's doctrine; no article.

    >>> contract_end_latest_on(last_exam_on=date(2026, 6, 30))
    datetime.date(2026, 8, 30)
    >>> contract_end_latest_on(
    ...     last_exam_on=date(2026, 6, 15), cycle_ends_on=date(2026, 7, 10)
    ... )
    datetime.date(2026, 9, 10)
    """
    check_arguments(contract_end_latest_on, locals())
    given = [last_exam_on]
    if readings.end_of_contract is not EndOfContract.LAST_EXAM:
        given.append(cycle_ends_on)
    known = [day for day in given if day is not None]
    if not known:
        raise WrongType(
            "last_exam_on", last_exam_on, "write the day of the last exam"
        )
    # OPCO EP's sheet: not more than two months after the exams or the end of
    # the cycle: the later one, two months sharp allowed
    return same_day(max(known), _MONTHS[readings.end_of_contract])


def _anchors(contract: Contract, readings: Readings) -> dict[str, date | None]:
    training = contract.training
    anchors = {"training.last_exam_on": training.last_exam_on}
    if readings.end_of_contract is not EndOfContract.LAST_EXAM:
        anchors["training.cycle_ends_on"] = training.cycle_ends_on
    return anchors


def _latest_on(contract: Contract, readings: Readings) -> date | None:
    if not any(_anchors(contract, readings).values()):
        return None
    return contract_end_latest_on(
        last_exam_on=contract.training.last_exam_on,
        cycle_ends_on=contract.training.cycle_ends_on,
        readings=readings,
    )


def _covers_exam(contract: Contract) -> Finding:
    last_exam_on = contract.training.last_exam_on
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
            ends_on=contract.ends_on,
            last_exam_on=last_exam_on,
        )
    return whether(
        # the contract must include the exams, the last day too
        contract.ends_on >= last_exam_on,
        holds="Le contrat couvre la dernière épreuve, du {last_exam_on}.",
        fails=(
            "Le contrat finit le {ends_on}, avant la dernière épreuve du "
            "{last_exam_on}."
        ),
        sources=sources,
        subject=_EXAM,
        ends_on=contract.ends_on,
        last_exam_on=last_exam_on,
    )


def _in_two_months(contract: Contract, readings: Readings) -> Finding:
    anchors = _anchors(contract, readings)
    missing = [path for path, day in anchors.items() if day is None]
    latest_on = _latest_on(contract, readings)
    if latest_on is None:
        return undetermined(*missing, sources=_holders(readings))
    held = contract.ends_on <= latest_on
    return whether(
        None if missing and not held else held,
        *missing,
        holds="Le contrat finit au plus tard le {latest_end_on}.",
        fails=(
            "Le contrat devait finir au plus tard le {latest_end_on}, "
            "{months} mois après les épreuves ou le cycle."
        ),
        sources=_holders(readings),
        caveats=() if held else (_NOT_IN_THE_CODE,),
        subject=_DELAY,
        latest_end_on=latest_on,
        months=_counted(readings),
    )


def _counted(readings: Readings) -> str:
    return _COUNTED[_MONTHS[readings.end_of_contract]]


def _holders(readings: Readings) -> tuple[Source, ...]:
    if readings.end_of_contract is EndOfContract.LATER_OF_EXAM_AND_CYCLE:
        return _SHEET, _INFFO
    return (_TOOL,)


def _the_same_for_all(contract: Contract) -> bool:
    """Whether every doctrine finds the same: to wait, or that it holds."""
    last_exam_on = contract.training.last_exam_on
    return last_exam_on is None or contract.ends_on <= same_day(
        last_exam_on, min(_MONTHS.values())
    )


def judge(contract: Contract, readings: Readings) -> Finding:
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
        Values `ends_on`, `latest_end_on`; a part for the exam and one for
        the delay after the exams.
    """
    if _the_same_for_all(contract):
        readings = at_face(readings)
    found = all_of(
        (_covers_exam(contract), _in_two_months(contract, readings))
    ).but(
        ends_on=contract.ends_on, latest_end_on=_latest_on(contract, readings)
    )
    if found.outcome is Outcome.COMPLIANT:
        return found.but(
            "Le contrat finit le {ends_on} : il couvre la dernière épreuve et "
            "ne dépasse pas le {latest_end_on}."
        )
    return found


def dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    latest_on = _latest_on(contract, readings)
    if latest_on is None:
        yield Undated(
            label="Fin du contrat au plus tard après les épreuves",
            waits_for=tuple(_anchors(contract, readings)),
            sources=_holders(readings),
        )
    else:
        yield AgendaEntry(
            on=latest_on,
            label=f"Fin du contrat au plus tard, {_counted(readings)} mois "
            "après les épreuves ou le cycle",
            sources=_holders(readings),
            consequence=refusal_possible(contract),
        )
    last_exam_on = contract.training.last_exam_on
    if last_exam_on is not None and last_exam_on >= contract.starts_on:
        yield AgendaEntry(
            on=last_exam_on,
            label="Dernière épreuve, que le contrat doit couvrir",
            sources=(_TOOL, _ENSUPLR),
            consequence=refusal_possible(contract),
        )


CONTRACT_END = Rule(
    name="contract_end",
    title="Fin du contrat et épreuves",
    judge=judge,
    articles=("L6222-34",),
    boxes=(24,),
    dates=dates,
)
