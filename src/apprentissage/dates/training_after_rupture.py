"""What a rupture or an exclusion opens (L6222-18-2, L6222-18-1)."""

from collections.abc import Iterator
from datetime import date

from apprentissage._arguments import check_arguments
from apprentissage.dates.rupture import rupture_on
from apprentissage.dates.rupture_texts import EXCLUSION, TRAINING_KEPT
from apprentissage.errors import NotCovered
from apprentissage.facts import Contract, RuptureCause
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Result,
    Rule,
    Undated,
    not_applicable,
    reminder,
)
from apprentissage.judging.calendar_entries import entered
from apprentissage.law.readings import Readings
from apprentissage.months import same_day


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


def _excluded(contract: Contract) -> bool:
    """Whether the CFA has excluded the apprentice for good."""
    rupture = contract.file.rupture
    cause = None if rupture is None else rupture.cause
    return cause is RuptureCause.CFA_EXCLUSION or contract.file.excluded_on is not None


class TrainingAfterRuptureFinding(Finding):
    """What `TRAINING_AFTER_RUPTURE` finds."""

    training_until_on = Result[date]("last day of training without an employer")
    new_cfa_by_on = Result[date]("last day to find another CFA")
    ruptured_on = Result[date]("day of the rupture")
    excluded_on = Result[date]("day of the exclusion by the CFA")
    concluded_on = Result[date]("day of conclusion")


def judge(contract: Contract, _: Readings) -> Finding:
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
    ruptured_on, excluded_on = rupture_on(contract), contract.file.excluded_on
    if excluded_on is not None and excluded_on < contract.concluded_on:
        return reminder(
            "L'exclusion par le CFA, le {excluded_on}, précède la conclusion "
            "du contrat, le {concluded_on}. Vérifiez ces dates.",
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
            "Après une exclusion, le CFA ne garde pas l'apprenti en formation : les "
            "six mois ne visent que les ruptures de l'art. L. 6222-18."
            if by is None
            else (
                "Exclu par le CFA le {excluded_on}, l'apprenti a jusqu'au {new_cfa_by_on} pour "
                "s'inscrire dans un autre : à défaut, il ne reste dans l'entreprise que par un "
                "contrat de travail ordinaire. Le CFA ne le garde pas en formation."
            ),
            sources=exclusion.sources,
            excluded_on=excluded_on,
            new_cfa_by_on=by,
            training_until_on=None,
        )
    if ruptured_on is None:
        return not_applicable(
            "Aucune rupture avant la fin du contrat n'est déclarée.",
            sources=kept.sources,
            new_cfa_by_on=None,
            training_until_on=None,
        )
    return reminder(
        "Après la rupture du {ruptured_on}, le CFA garde l'apprenti en "
        "formation jusqu'au {training_until_on}.",
        sources=kept.sources,
        caveats=kept.caveats,
        ruptured_on=ruptured_on,
        new_cfa_by_on=None,
        training_until_on=training_kept_until(ruptured_on, contract.concluded_on),
    )


def dates(contract: Contract, readings: Readings) -> Iterator[AgendaEntry | Undated]:
    found = judge(contract, readings)
    until, by = found.get("training_until_on"), found.get("new_cfa_by_on")
    if isinstance(until, date):
        yield entered(
            on=until,
            label="Fin du maintien en CFA après la rupture ; d'ici là, un "
            "nouveau contrat peut être conclu",
            sources=found.sources,
            consequence=Consequence.RIGHT_LOST,
        )
    if isinstance(by, date):
        yield entered(
            on=by,
            label="Dernier jour pour s'inscrire dans un autre CFA après l'exclusion",
            sources=found.sources,
            consequence=Consequence.RIGHT_LOST,
        )
    elif (
        _excluded(contract)
        and contract.file.excluded_on is None
        and EXCLUSION.concluded(contract.concluded_on).value is not None
    ):
        yield Undated(
            label="Dernier jour pour s'inscrire dans un autre CFA après l'exclusion",
            waits_for=("file.excluded_on",),
            sources=found.sources,
        )


TRAINING_AFTER_RUPTURE = Rule(
    name="training_after_rupture",
    title="Maintien en CFA après une rupture, ou exclusion",
    judge=judge,
    articles=("L6222-18-1", "L6222-18-2", "L6231-2"),
    dates=dates,
    outlives_rupture=True,
    finding=TrainingAfterRuptureFinding,
)
