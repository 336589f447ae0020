"""Which contested points a rule consults, and which sentences it says."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from apprentissage.errors import NotCovered
from apprentissage.facts import Contract
from apprentissage.facts.names import FRENCH_NAMES
from apprentissage.judging import Finding, Rule
from apprentissage.judging.watching import Watched
from apprentissage.law.readings import LETTER, POINTS, Readings
from tests.support.results import declared, faults, given
from tests.support.sentences import SAID

POINTS_OF: dict[str, set[str]] = {
    rule: set(points)
    for rule, points in json.loads(
        Path("docs/_ext/points.json").read_text(encoding="utf-8")
    ).items()
}
"""The contested points of each rule, as the docs list them."""


WAITS = "{facts:Information manquante} : {facts}."
UNCITED: dict[str, set[str]] = {
    "agency_missions": {
        "L'employeur n'est pas une entreprise de travail temporaire.",
        "Les missions de travail temporaire d'un apprenti n'ont de règle que pour "
        "les contrats conclus à partir du {since_on}.",
    },
    "ascendant_employer": {
        "L'apprenti est majeur à la signature, le {on}.",
        "L'employeur n'est pas un ascendant de l'apprenti.",
    },
    "avenant_filing": {"Aucun avenant n'est déclaré."},
    "cfa_accreditation": {
        "L'habilitation du CFA n'était pas un motif de refus au jour de la conclusion.",
    },
    "cfa_quality": {
        "La certification qualité n'était pas exigée des CFA au jour de la conclusion.",
    },
    "company_cfa": {
        "Le contrat n'indique pas de CFA d'entreprise.",
    },
    "contract_after_failure": {
        "Aucun contrat d'apprentissage ne précède celui-ci.",
        "Aucun contrat précédent exécuté n'a visé le même diplôme : celui-ci ne "
        "prolonge pas un apprentissage.",
        "Le contrat précédent n'a mené ni au diplôme ni à un échec à l'examen : "
        "celui-ci en poursuit le cycle.",
        "Le contrat prépare le diplôme que visait le précédent.",
        "Le cycle précédent a été suivi en apprentissage.",
    },
    "employer": {
        "Le code du travail s'applique au lieu d'exécution.",
    },
    "funding_decision": {
        "Que ce motif de refus soit prévu pour ce contrat dépend du type de l'employeur.",
    },
    "legal_representative": {
        "L'apprenti est majeur à la signature, le {on}.",
    },
    "pre_contract_training": {
        "L'apprenti n'était pas en formation au CFA dans l'attente d'un employeur.",
        "Le cycle de formation ne commence pas avant la signature du contrat.",
    },
    "rupture": {
        WAITS,
    },
    "successive_contracts": {
        "Aucun contrat d'apprentissage ne précède celui-ci.",
    },
    "two_employers": {
        "Le contrat ne lie pas deux employeurs saisonniers.",
    },
    "upper_age": {
        "Aucun contrat d'apprentissage ne précède celui-ci.",
        "Le cycle précédent a été suivi en apprentissage.",
        "Le cycle précédent n'a pas été suivi en apprentissage.",
        WAITS,
    },
    "weekly_hours": {
        "Le contrat a pris fin avant le 10 août 2016 : la durée maximale d'alors n'a pas été lue.",
    },
    "work_authorisation": {
        "L'apprenti est de nationalité française ou européenne : aucune "
        "autorisation de travail n'est requise.",
    },
}
"""Sentences for which no text stands: why a rule is not about a contract, and
what an earlier cycle was. All others cite theirs, parts too."""


_RANK = re.compile(r"\[\d+\]")
_FACTS = frozenset(FRENCH_NAMES)
NOTHING = ""
WRITTEN = Path(__file__).with_name("texts.json")
TEXTS: dict[str, dict[str, list[str]]] = json.loads(WRITTEN.read_text(encoding="utf-8"))
"""Under each sentence of a rule the texts and the reserves that stand with it,
on some day and under some reading: a lawyer reads them in one place. The tests
of a rule write them anew where `WRITE_TEXTS` is set; each line that differs is
read against the Code."""


def single_choices() -> Iterator[Readings]:
    """The letter, then every other choice of every point, one at a time."""
    yield LETTER
    for point in POINTS:
        for _, other in LETTER.others(point):
            yield other


def consulted(rule: Rule, contract: Contract, readings: Readings) -> set[str]:
    """The points that a rule consults on one contract."""
    watched = Watched(readings)
    with suppress(NotCovered):
        rule.judge(contract, watched)
    return watched.consulted


def points_read(rule: Rule, contracts: Iterable[Contract]) -> set[str]:
    """The points that a rule consults on some of the contracts.

    Args:
        rule: The rule.
        contracts: Enough of them to reach every branch of the rule.

    Returns:
        The names of the points, whichever the choices of the others.
    """
    return {
        point
        for contract in contracts
        for readings in single_choices()
        for point in consulted(rule, contract, readings)
    }


def templates_used(rule: Rule, contracts: Iterable[Contract]) -> dict[str, set[str]]:
    """The templates of all findings and parts of a rule on some contracts.

    Each sentence is rendered on the way; told is what stands with it: its
    texts, its reserves, and NOTHING where it has stood without a text.
    """
    used: dict[str, set[str]] = {}
    for contract in contracts:
        for readings in single_choices():
            for finding in _within(rule.judge(contract, readings)):
                assert finding.sentence
                beside = used.setdefault(finding.template, set())
                beside.update(source.reference for source in finding.sources)
                beside.update(f"{each.name}: {each.sentence}" for each in finding.caveats)
                # as the docs and the page name them
                assert {_RANK.sub("", path) for path in finding.missing} <= _FACTS
                if not finding.sources:
                    beside.add(NOTHING)
    return used


def check_said(rule: Rule, contracts: Iterable[Contract]) -> None:
    """A rule says its sentences and consults its points, all and no other.

    Args:
        rule: The rule.
        contracts: Enough of them to reach its every branch.
    """
    known = tuple(contracts)
    used = templates_used(rule, known)
    differing = set(used) ^ SAID[rule.name]
    assert not differing, differing
    without = {template for template, beside in used.items() if NOTHING in beside}
    assert without == UNCITED.get(rule.name, set())
    found = {template: sorted(beside - {NOTHING}) for template, beside in used.items()}
    if "WRITE_TEXTS" in os.environ:
        TEXTS[rule.name] = dict(sorted(found.items()))
        told = json.dumps(dict(sorted(TEXTS.items())), ensure_ascii=False, indent=1)
        WRITTEN.write_text(f"{told}\n", encoding="utf-8")
    assert found == TEXTS[rule.name]
    listed, read = POINTS_OF.get(rule.name, set()), points_read(rule, known)
    assert read <= listed
    # asked of those who are born on a 29 February: see the properties
    assert listed - read <= {"leap_birthday"}, listed - read
    check_results(rule, known)


def check_results(rule: Rule, contracts: Iterable[Contract]) -> None:
    """A rule gives the results that it declares, all, typed, and no other."""
    found = [
        rule.find(contract, readings) for contract in contracts for readings in single_choices()
    ]
    undeclared = {fault for each in found for fault in faults(each)}
    assert not undeclared, undeclared
    named = {named for each in found for named in given(each)}
    never = declared(rule) - named
    assert not never, never


def _within(finding: Finding) -> Iterator[Finding]:
    yield finding
    for part in finding.parts:
        yield from _within(part)
