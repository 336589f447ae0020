"""The notice after the diploma, which ends the contract early (L6222-19, R6222-23)."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.dates.rupture_texts import NOTICE_OF_DIPLOMA
from apprentissage.facts import Contract
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Result,
    Rule,
    not_applicable,
    reminder,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.readings import Readings
from apprentissage.months import same_day


def diploma_notice_due_on(wanted_end_on: date) -> date:
    """The last day to give notice of the end of the contract after the diploma.

    Args:
        wanted_end_on: End that the apprentice wants.

    Returns:
        The day of the same number a month before; two months before where
        the notice is due before 2020-04-01, whenever the contract was
        concluded.

    Raises:
        NotCovered: When notice is due before 2008-05-01.
        WrongType: For a datetime or a text.

    Source: art. R. 6222-23 du code du travail.

    >>> diploma_notice_due_on(date(2026, 7, 31))
    datetime.date(2026, 6, 30)
    """
    check_arguments(diploma_notice_due_on, locals())
    # « au moins un mois avant la fin du contrat »; the law is that of the
    # day of the notice
    law = NOTICE_OF_DIPLOMA.event(wanted_end_on)
    due_on = same_day(wanted_end_on, -law.value)
    before = NOTICE_OF_DIPLOMA.event(due_on)
    return same_day(wanted_end_on, -before.value)


class DiplomaNoticeFinding(Finding):
    """What `DIPLOMA_NOTICE` finds."""

    wanted_end_on = Result[date]("day on which the apprentice wants to leave")
    latest_on = Result[date]("last day to tell the employer")


def judge(contract: Contract, _: Readings) -> Finding:
    """The apprentice with the diploma gives notice a month before leaving.

    R6222-23: « en informe l'employeur, par écrit, au moins un mois avant la
    fin du contrat », two months where notice is due before 2020-04-01. No
    fact tells when notice is given: the rule tells the day.

    Args:
        contract: The facts; `file.wanted_end_on`.

    Returns:
        Value `latest_on`.
    """
    wanted_end_on = contract.file.wanted_end_on
    if wanted_end_on is None:
        law = NOTICE_OF_DIPLOMA.event(contract.ends_on)
        return not_applicable(
            "L'apprenti ne demande pas à finir le contrat plus tôt.", sources=law.sources
        )
    due_on = diploma_notice_due_on(wanted_end_on)
    law = NOTICE_OF_DIPLOMA.event(due_on)
    return reminder(
        "Diplôme obtenu : pour finir le {wanted_end_on}, l'apprenti prévient "
        "l'employeur par écrit au plus tard le {latest_on}.",
        sources=law.sources,
        caveats=law.caveats,
        wanted_end_on=wanted_end_on,
        latest_on=due_on,
    )


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    wanted_end_on = contract.file.wanted_end_on
    if wanted_end_on is not None:
        due_on = diploma_notice_due_on(wanted_end_on)
        yield entered(
            on=due_on,
            label="Diplôme obtenu : dernier jour pour prévenir l'employeur de la fin du contrat",
            sources=NOTICE_OF_DIPLOMA.event(due_on).sources,
            consequence=Consequence.RIGHT_LOST,
        )


DIPLOMA_NOTICE = Rule(
    name="diploma_notice",
    title="Préavis après le diplôme",
    judge=judge,
    articles=("L6222-19", "R6222-23"),
    dates=dates,
    finding=DiplomaNoticeFinding,
)
