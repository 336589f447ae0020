"""What a diploma, a rupture or an exclusion opens (R6222-23, L6222-18-2)."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.dates.rupture import broken_on
from apprentissage.dates.rupture_texts import (
    EXCLUSION,
    NOTICE_OF_DIPLOMA,
    TRAINING_KEPT,
)
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, RuptureCause
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Rule,
    Undated,
    not_applicable,
    reminder,
)
from apprentissage.law.readings import Readings
from apprentissage.months import same_day

NO_END_WANTED = "L'apprenti ne demande pas à finir le contrat plus tôt."
NOTICE = (
    "Diplôme obtenu : pour finir le {wanted_end_on}, l'apprenti prévient "
    "l'employeur par écrit au plus tard le {notice_due_on}."
)
NO_RUPTURE = "Aucune rupture avant la fin du contrat n'est déclarée."
KEPT = (
    "Après la rupture du {ruptured_on}, le CFA garde l'apprenti en formation "
    "jusqu'au {training_until_on}."
)
NEW_CFA = (
    "Exclu par le CFA le {excluded_on}, l'apprenti a jusqu'au "
    "{new_cfa_by_on} pour s'inscrire dans un autre : à défaut, il ne reste "
    "dans l'entreprise que par un contrat de travail ordinaire. Le CFA ne le "
    "garde pas en formation."
)
EXCLUDED_BEFORE = (
    "L'exclusion par le CFA, le {excluded_on}, précède la conclusion du "
    "contrat, le {concluded_on}. Vérifiez ces dates."
)
NOT_KEPT = (
    "Après une exclusion, le CFA ne garde pas l'apprenti en formation : les "
    "six mois ne visent que les ruptures de l'art. L. 6222-18."
)


def diploma_notice_due_on(wanted_end_on: date) -> date:
    """The last day to announce the end of the contract after the diploma.

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
    # « suivre sa formation théorique pendant six mois »
    return same_day(ruptured_on, TRAINING_KEPT.concluded(concluded_on).value)


def new_cfa_by(excluded_on: date, concluded_on: date) -> date:
    """The last day to enter another CFA after a final exclusion.

    Args:
        excluded_on: Day of the final exclusion.
        concluded_on: Day of conclusion, which chooses the law.

    Returns:
        The day of the same number two months later.

    Raises:
        NotCovered: Concluded before 2019-01-01.
        WrongType: For a datetime or a text.

    Source: art. L. 6222-18-1 du code du travail.

    >>> new_cfa_by(date(2027, 5, 10), date(2025, 9, 1))
    datetime.date(2027, 7, 10)
    """
    check_arguments(new_cfa_by, locals())
    # « dans un délai de deux mois à compter de son exclusion définitive »
    months = EXCLUSION.concluded(concluded_on).value
    if months is None:
        since = [v.since for v in EXCLUSION.versions if v.value is not None]
        raise NotCovered(EXCLUSION.what, concluded_on, since[0])
    return same_day(excluded_on, months)


def _judge_notice(contract: Contract, _: Readings) -> Finding:
    """The apprentice with the diploma gives notice a month before leaving.

    R6222-23: « en informe l'employeur, par écrit, au moins un mois avant la
    fin du contrat », two months where notice is due before 2020-04-01. No
    fact tells when notice is given: the rule tells the day.

    Args:
        contract: The facts; `file.wanted_end_on`.

    Returns:
        Value `notice_due_on`.
    """
    wanted_end_on = contract.file.wanted_end_on
    if wanted_end_on is None:
        law = NOTICE_OF_DIPLOMA.event(contract.ends_on)
        return not_applicable(NO_END_WANTED, sources=law.sources)
    due_on = diploma_notice_due_on(wanted_end_on)
    law = NOTICE_OF_DIPLOMA.event(due_on)
    return reminder(
        NOTICE,
        sources=law.sources,
        caveats=law.caveats,
        wanted_end_on=wanted_end_on,
        notice_due_on=due_on,
    )


def _notice_dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry]:
    wanted_end_on = contract.file.wanted_end_on
    if wanted_end_on is not None:
        due_on = diploma_notice_due_on(wanted_end_on)
        yield AgendaEntry(
            on=due_on,
            label="Diplôme obtenu : dernier jour pour prévenir l'employeur de "
            "la fin du contrat",
            sources=NOTICE_OF_DIPLOMA.event(due_on).sources,
            consequence=Consequence.RIGHT_LOST,
        )


def _excluded(contract: Contract) -> bool:
    """Whether the CFA has excluded the apprentice for good."""
    rupture = contract.file.rupture
    cause = None if rupture is None else rupture.cause
    return (
        cause is RuptureCause.CFA_EXCLUSION
        or contract.file.excluded_on is not None
    )


def _judge_training(contract: Contract, _: Readings) -> Finding:
    """After a rupture the CFA keeps the apprentice for six months.

    L6222-18-2: « En cas de rupture du contrat d'apprentissage en application
    de l'article L. 6222-18 », L6231-2 5°, contracts from 2019; three months
    before, in no article. Within the first 45 days too: the text does not
    distinguish. After an exclusion (L6222-18-1) nothing is kept: two months
    to enter another CFA. The rule tells the day.

    Args:
        contract: The facts; `file.rupture`, `file.excluded_on`.

    Returns:
        Values `training_until_on` and `new_cfa_by_on`, None where there is
        no such day.
    """
    kept = TRAINING_KEPT.concluded(contract.concluded_on)
    exclusion = EXCLUSION.concluded(contract.concluded_on)
    ruptured_on, excluded_on = broken_on(contract), contract.file.excluded_on
    if excluded_on is not None and excluded_on < contract.concluded_on:
        return reminder(
            EXCLUDED_BEFORE,
            sources=exclusion.sources,
            excluded_on=excluded_on,
            concluded_on=contract.concluded_on,
            new_cfa_by_on=None,
            training_until_on=None,
        )
    if _excluded(contract):
        by: date | None = None
        if excluded_on is not None and exclusion.value is not None:
            by = new_cfa_by(excluded_on, contract.concluded_on)
        return reminder(
            NOT_KEPT if by is None else NEW_CFA,
            sources=exclusion.sources,
            excluded_on=excluded_on,
            new_cfa_by_on=by,
            training_until_on=None,
        )
    if ruptured_on is None:
        return not_applicable(
            NO_RUPTURE,
            sources=kept.sources,
            new_cfa_by_on=None,
            training_until_on=None,
        )
    return reminder(
        KEPT,
        sources=kept.sources,
        caveats=kept.caveats,
        ruptured_on=ruptured_on,
        new_cfa_by_on=None,
        training_until_on=training_kept_until(
            ruptured_on, contract.concluded_on
        ),
    )


def _training_dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    found = _judge_training(contract, readings)
    until, by = found.get("training_until_on"), found.get("new_cfa_by_on")
    if isinstance(until, date):
        yield AgendaEntry(
            on=until,
            label="Fin du maintien en CFA après la rupture ; d'ici là, un "
            "nouveau contrat peut être conclu",
            sources=found.sources,
            consequence=Consequence.RIGHT_LOST,
        )
    if isinstance(by, date):
        yield AgendaEntry(
            on=by,
            label="Dernier jour pour s'inscrire dans un autre CFA après "
            "l'exclusion",
            sources=found.sources,
            consequence=Consequence.RIGHT_LOST,
        )
    elif found.template == NOT_KEPT and (
        EXCLUSION.concluded(contract.concluded_on).value is not None
    ):
        yield Undated(
            label="Dernier jour pour s'inscrire dans un autre CFA après "
            "l'exclusion",
            waits_for=("file.excluded_on",),
            sources=found.sources,
        )


DIPLOMA_NOTICE = Rule(
    name="diploma_notice",
    title="Préavis après le diplôme",
    judge=_judge_notice,
    articles=("L6222-19", "R6222-23"),
    dates=_notice_dates,
)

TRAINING_AFTER_RUPTURE = Rule(
    name="training_after_rupture",
    title="Maintien en CFA après une rupture, ou exclusion",
    judge=_judge_training,
    articles=("L6222-18-1", "L6222-18-2", "L6231-2"),
    dates=_training_dates,
    outlives_rupture=True,
)
