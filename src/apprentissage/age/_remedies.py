"""What makes an age lawful: another start; else a fact nobody stated."""

from collections.abc import Iterator
from datetime import date
from typing import cast

from apprentissage.facts import Contract, DisabilityTitle, WorkAuthorisation
from apprentissage.judging import Finding, Proposed, Question, hopeless, proposal, question
from apprentissage.law.choices import UpperAgeDay
from apprentissage.law.readings import Readings

_ALLOWANCE = DisabilityTitle.ADULT_DISABILITY_ALLOWANCE


def start_late_enough(_contract: Contract, found: Finding, _: Readings) -> Iterator[Proposed]:
    """The first day on which the apprentice is old enough."""
    earliest_on = cast("date", found["earliest_on"] or found["sixteen_on"])
    yield proposal(
        "Reporter le début de l'exécution au {day} au plus tôt, quand l'apprenti en a l'âge.",
        {"starts_on": earliest_on},
        day=earliest_on,
    )
    yield hopeless(
        "L'apprenti n'a l'âge requis que le {day} : c'est le contrat entier "
        "(début, fin, formation, rémunération) qui est à reporter, au plus "
        "tôt à ce jour.",
        day=earliest_on,
    )


def start_early_enough(
    contract: Contract, found: Finding, readings: Readings
) -> Iterator[Proposed]:
    """A start before the limit, of a contract that is signed before it."""
    latest_on = cast("date", found["latest_on"])
    signs = readings.upper_age_day is UpperAgeDay.CONCLUSION
    if contract.concluded_on <= latest_on or signs:
        what = "la conclusion" if signs else "le début de l'exécution"
        yield proposal(
            "Avancer {what} au {day} au plus tard, dernier jour avant la limite d'âge.",
            {"concluded_on" if signs else "starts_on": latest_on},
            until=latest_on,
            what=what,
            day=latest_on,
        )
    yield hopeless(
        "L'apprenti a {age:an} : la limite d'âge a pris fin le {latest_on}, "
        "et aucune dérogation des art. L. 6222-2 et D. 6222-1-2 ne la lève. "
        "Aucun changement de ce contrat n'y remédie.",
        age=found["age"],
        latest_on=latest_on,
    )


def college_to_confirm(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Question]:
    """The school record that opens the fifteenth year."""
    yield question(
        "L'apprenti a-t-il accompli la scolarité du collège (fin de troisième) ?",
        {"apprentice.lower_secondary_completed": True},
    )


def exemptions_to_confirm(_contract: Contract, _found: Finding, _: Readings) -> Iterator[Question]:
    """The exemptions of L6222-2 that one statement would open."""
    yield question(
        "L'apprenti est-il reconnu travailleur handicapé (RQTH) ? La limite d'âge serait levée.",
        {"apprentice.rqth": True},
    )
    yield question(
        "L'apprenti détient-il un titre équivalent à la RQTH (pension "
        "d'invalidité, AAH, carte mobilité inclusion…) ? La limite d'âge "
        "serait levée.",
        {"apprentice.disability_title": _ALLOWANCE},
    )
    yield question(
        "L'apprenti a-t-il un projet de création ou de reprise d'entreprise "
        "dont la réalisation dépend du diplôme préparé ? La limite d'âge "
        "serait levée.",
        {"apprentice.business_project": True, "apprentice.project_requires_diploma": True},
    )
    yield question(
        "L'apprenti est-il inscrit sur la liste des sportifs de haut niveau ? "
        "La limite d'âge serait levée.",
        {"apprentice.high_level_athlete": True},
    )


def authorised(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """The authorisation, where it was not refused."""
    if contract.apprentice.work_authorisation is WorkAuthorisation.REFUSED:
        yield hopeless(
            "L'autorisation de travail a été refusée : seule une décision "
            "contraire de l'administration permettrait ce contrat."
        )
        return
    yield proposal(
        "Obtenir l'autorisation de travail de l'apprenti avant le début de l'exécution.",
        {"apprentice.work_authorisation": WorkAuthorisation.GRANTED},
        until=contract.starts_on,
    )
