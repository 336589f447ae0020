"""The numbers of the CFA and of the diploma (boxes 30 and 32)."""

from collections.abc import Iterator
from typing import Any, Self

from apprentissage.cerfa._numbers import ALL_WELL_FORMED, NumberFinding, formed, unwritten
from apprentissage.cerfa._suggestion import named
from apprentissage.cerfa.diploma_levels import (
    CODE_LEVELS,
    CODIFICATION,
    DIPLOMA_LEVELS,
    LEVELS_OF_1969,
)
from apprentissage.facts import Cfa, Contract, Diploma
from apprentissage.facts.identifiers import parse_diploma_code, parse_rncp, parse_siret, parse_uai
from apprentissage.judging import (
    Finding,
    Outcome,
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
from apprentissage.law.readings import Readings


def _centre(path: str, centre: Cfa | None) -> Iterator[Finding]:
    uai = None if centre is None else centre.uai
    siret = None if centre is None else centre.siret
    yield formed(f"{path}.uai", uai, parse_uai)
    yield formed(f"{path}.siret", siret, parse_siret)


def _code_and_level(written: str, diploma: Diploma | None) -> Iterator[Finding]:
    """Whether the first digit of the diploma code fits the diploma."""
    about: dict[str, Any] = {"sources": (CODIFICATION,), "subject": "code et niveau du diplôme"}
    digit = written.strip()[:1]
    # « Le 1er chiffre représente le niveau » (ministry's codification)
    if not digit.isdecimal():
        yield non_compliant(
            "Le code du diplôme ({written}) ne commence pas par le chiffre d'un niveau.",
            written=written,
            **about,
        )
    elif digit not in CODE_LEVELS:
        yield not_applicable(
            "Le premier chiffre du code du diplôme ({written}) n'en dit pas le niveau.",
            written=written,
            **about,
        )
    elif diploma is None:
        yield undetermined("training.diploma", **about)
    elif levels := DIPLOMA_LEVELS[diploma]:
        yield whether(
            bool({*levels} & {*CODE_LEVELS[digit]}),
            holds="Le code du diplôme ({written}) est d'un niveau du diplôme visé : {diploma}.",
            fails=(
                "Le code du diplôme ({written}) est de niveau {expected:ou}, "
                "le diplôme visé de niveau {level:ou} : {diploma}."
            ),
            caveats=(LEVELS_OF_1969,),
            written=written,
            diploma=named(diploma),
            level=tuple(map(str, levels)),
            expected=tuple(map(str, CODE_LEVELS[digit])),
            **about,
        )


class TrainingNumbersFinding(NumberFinding):
    """What `TRAINING_NUMBERS` finds."""

    parts: tuple[Self, ...]
    diploma = Result[str]("diploma written and its label")
    level = Result[tuple[str, ...]]("levels of that diploma")


def judge(contract: Contract, _: Readings) -> Finding:
    """UAI and SIRET of the CFA, RNCP number, diploma code are well formed.

    Notice 51649, boxes 30 and 32; so are those of the main place of
    training, which is the same centre or another. The code of the diploma
    opens with its level (codification of the ministry of education).

    Args:
        contract: The facts.

    Returns:
        A part for each number, and one for the level that the code tells.
    """
    training = contract.training
    code = training.diploma_code
    parts = [
        *_centre("training.cfa", training.cfa),
        formed("training.rncp", training.rncp, parse_rncp),
        formed("training.diploma_code", code, parse_diploma_code),
    ]
    if code is not None and parts[-1].outcome is Outcome.COMPLIANT:
        parts += _code_and_level(code, training.diploma)
    if training.main_site is None:
        parts.append(unwritten("training.main_site"))
    else:
        parts += _centre("training.main_site", training.main_site)
    return all_of(parts, holds=ALL_WELL_FORMED)


def remedies(_: Contract, __: Finding, ___: Readings) -> Iterator[Proposed]:
    """Nothing: a number is read, not guessed."""
    yield hopeless(
        "Un numéro ne se devine pas : recopier l'UAI et le SIRET de la convention de formation du "
        "CFA, le code du diplôme et le numéro RNCP de la fiche de la certification."
    )


TRAINING_NUMBERS = Rule(
    name="training_numbers",
    title="Numéros du CFA et du diplôme",
    judge=judge,
    boxes=(30, 32),
    finding=TrainingNumbersFinding,
    remedies=remedies,
)
