"""The rule of the minimum pay, and the dates on which it rises."""

from collections.abc import Iterator

from apprentissage._text import euros, percent, sentence
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract
from apprentissage.judging import (
    AgendaEntry,
    Consequence,
    Finding,
    Rule,
    Undated,
)
from apprentissage.law.readings import Readings
from apprentissage.pay.declared import (
    check_declared_pay,
)
from apprentissage.pay.line import ordinal
from apprentissage.pay.schedule import pay_schedule

NEW_LINE = (
    "{year} année d'exécution, {ages} : salaire d'au moins {rate} du {base}"
)
NEW_SMIC = "SMIC à {hourly} l'heure : salaire d'au moins {total} par mois"
NEW_SMC = "Nouveau SMC : salaire d'au moins {total} par mois"


def _judge(contract: Contract, readings: Readings) -> Finding:
    """No line of pay is below the minimum of its days.

    L6222-27: « l'apprenti ne peut percevoir un salaire inférieur à un montant
    déterminé en pourcentage du salaire minimum de croissance et variant en
    fonction de l'âge du bénéficiaire et de sa progression dans le ou les
    cycles de formation faisant l'objet de l'apprentissage ». Before 2019 the
    pay was that percentage, and more was lawful just as well.

    Args:
        contract: The facts.
        readings: The points of `pay_schedule`, and `rounding`.

    Returns:
        A part for each line of the form; see `check_declared_pay`.
    """
    return check_declared_pay(contract, readings)


def _dates(
    contract: Contract, readings: Readings
) -> Iterator[AgendaEntry | Undated]:
    """The days on which the minimum changes: year, bracket, SMIC."""
    try:
        schedule = pay_schedule(contract, readings)
    except InvalidValue as fault:
        yield Undated(label="Salaire minimum", waits_for=(fault.path,))
        return
    series = readings.smic.of(schedule.terms.territory)
    amounts = schedule.amounts()
    changes = (each for line in schedule for each in amounts.of(line))
    for period in changes:
        line, day = period.line, period.starts_on
        if day == contract.starts_on:
            continue
        smic = series.worked(day)
        sources = line.sources
        told = {
            "year": ordinal(line.execution_year),
            "ages": line.ages,
            "rate": percent(period.rate),
            "base": period.base.value,
            "hourly": euros(period.smic.hourly),
            "total": euros(period.total_monthly),
        }
        template = NEW_SMC
        if day == line.starts_on:
            template = NEW_LINE
        elif day == smic.since:
            template, sources = NEW_SMIC, smic.sources
        yield AgendaEntry(
            on=day,
            label=sentence(template, told),
            sources=sources,
            consequence=Consequence.UNDERPAID,
        )


MINIMUM_PAY = Rule(
    name="minimum_pay",
    title="Rémunération minimale",
    judge=_judge,
    articles=(
        "L6222-27",
        "D6222-26",
        "D6222-27",
        "D6222-28",
        "D6222-28-1",
        "D6222-28-2",
        "D6222-29",
        "D6222-30",
        "D6222-31",
        "D6222-32",
        "R6222-48",
        "R6222-60",
        "D6272-2",
    ),
    boxes=(27,),
    dates=_dates,
)
"""Articles L6222-27 and D6222-26 to D6222-32."""
