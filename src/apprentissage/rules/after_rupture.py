"""What the diploma or a rupture sets going (R6222-23, L6222-18-2)."""

from collections.abc import Iterator
from datetime import date

from apprentissage.arguments import check_arguments
from apprentissage.facts import Contract
from apprentissage.law.readings import Readings
from apprentissage.law.rupture import DIPLOMA_NOTICE, TRAINING_KEPT
from apprentissage.months import same_day
from apprentissage.rules.calendar_entries import AgendaEntry, Consequence
from apprentissage.rules.finding import Finding, not_applicable, reminder
from apprentissage.rules.rule import Rule

__all__ = [
    "DIPLOMA_NOTICE_RULE",
    "TRAINING_AFTER_RUPTURE",
    "diploma_notice_due_on",
    "training_kept_until",
]
__dir__ = __all__.copy

NO_END_WANTED = "L'apprenti ne demande pas à finir le contrat plus tôt."
NOTICE = (
    "Diplôme obtenu : pour finir le {wanted_end_on}, l'apprenti prévient "
    "l'employeur par écrit au plus tard le {notice_due_on}."
)
NO_RUPTURE = "Aucune rupture n'est déclarée."
KEPT = (
    "Après la rupture du {ruptured_on}, le CFA garde l'apprenti en formation "
    "jusqu'au {training_until_on}."
)


def diploma_notice_due_on(wanted_end_on: date, concluded_on: date) -> date:
    """The last day to announce the end of the contract after the diploma.

    Args:
        wanted_end_on: End that the apprentice wants.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        The day of the same number a month before, two months for contracts
        concluded before 2020-04-01.

    Raises:
        NotCovered: Before 2008-05-01.
        WrongType: For a datetime or a text.

    Source: art. R. 6222-23 du code du travail.

    >>> diploma_notice_due_on(date(2026, 7, 31), date(2024, 9, 2))
    datetime.date(2026, 6, 30)
    """
    check_arguments(diploma_notice_due_on, locals())
    # « au moins un mois avant la fin du contrat »
    return same_day(
        wanted_end_on, -DIPLOMA_NOTICE.concluded(concluded_on).value
    )


def training_kept_until(ruptured_on: date, concluded_on: date) -> date:
    """The last day on which the CFA keeps the apprentice after a rupture.

    Args:
        ruptured_on: Day on which the contract is broken.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        The day of the same number six months later, three for contracts
        concluded before 2019.

    Raises:
        NotCovered: Before 2008-05-01.
        WrongType: For a datetime or a text.

    Source: art. L. 6222-18-2 et L. 6231-2, 5° du code du travail.

    >>> training_kept_until(date(2025, 8, 31), date(2024, 9, 2))
    datetime.date(2026, 2, 28)
    """
    check_arguments(training_kept_until, locals())
    return same_day(ruptured_on, TRAINING_KEPT.concluded(concluded_on).value)


def _judge_notice(contract: Contract, _: Readings) -> Finding:
    """The apprentice with the diploma gives notice a month before leaving.

    R6222-23: « au moins un mois avant la fin du contrat », two months for
    contracts concluded before 2020-04-01. No fact tells when notice is
    given: the rule tells the day.

    Args:
        contract: The facts; `file.wanted_end_on`.

    Returns:
        Value `notice_due_on`.
    """
    law = DIPLOMA_NOTICE.concluded(contract.concluded_on)
    wanted_end_on = contract.file.wanted_end_on
    if wanted_end_on is None:
        return not_applicable(NO_END_WANTED, sources=law.sources)
    return reminder(
        NOTICE,
        sources=law.sources,
        caveats=law.caveats,
        wanted_end_on=wanted_end_on,
        notice_due_on=diploma_notice_due_on(
            wanted_end_on, contract.concluded_on
        ),
    )


def _notice_dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    wanted_end_on = contract.file.wanted_end_on
    if wanted_end_on is not None:
        yield AgendaEntry(
            on=diploma_notice_due_on(wanted_end_on, contract.concluded_on),
            label="Dernier jour pour annoncer la fin du contrat, diplôme "
            "obtenu",
            # the month is the decree's
            sources=DIPLOMA_NOTICE.concluded(contract.concluded_on).sources[
                ::-1
            ],
            consequence=Consequence.RIGHT_LOST,
        )


def _ruptured_on(contract: Contract) -> date | None:
    rupture = contract.file.rupture
    return None if rupture is None else rupture.ruptured_on


def _judge_training(contract: Contract, _: Readings) -> Finding:
    """After a rupture the CFA keeps the apprentice for six months.

    L6222-18-2 and L6231-2, 5°, contracts from 2019; three months before.
    Within the first 45 days too: the text does not distinguish. The rule
    tells the day.

    Args:
        contract: The facts; `file.rupture`.

    Returns:
        Value `training_until_on`.
    """
    law = TRAINING_KEPT.concluded(contract.concluded_on)
    ruptured_on = _ruptured_on(contract)
    if ruptured_on is None:
        return not_applicable(NO_RUPTURE, sources=law.sources)
    return reminder(
        KEPT,
        sources=law.sources,
        caveats=law.caveats,
        ruptured_on=ruptured_on,
        training_until_on=training_kept_until(
            ruptured_on, contract.concluded_on
        ),
    )


def _training_dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    ruptured_on = _ruptured_on(contract)
    if ruptured_on is not None:
        yield AgendaEntry(
            on=training_kept_until(ruptured_on, contract.concluded_on),
            label="Fin du maintien en CFA après la rupture ; d'ici là, un "
            "nouveau contrat peut être conclu",
            sources=TRAINING_KEPT.concluded(contract.concluded_on).sources,
            consequence=Consequence.RIGHT_LOST,
        )


DIPLOMA_NOTICE_RULE = Rule(
    name="diploma_notice",
    title="Préavis après le diplôme",
    judge=_judge_notice,
    articles=("L6222-19", "R6222-23"),
    sentences=(NO_END_WANTED, NOTICE),
    dates=_notice_dates,
)

TRAINING_AFTER_RUPTURE = Rule(
    name="training_after_rupture",
    title="Maintien en CFA après une rupture",
    judge=_judge_training,
    articles=("L6222-18-2", "L6231-2"),
    sentences=(NO_RUPTURE, KEPT),
    dates=_training_dates,
)
