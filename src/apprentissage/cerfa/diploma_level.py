"""The diploma aimed at and its level (L6211-1, box 31)."""

from collections.abc import Iterator

from apprentissage.cerfa._suggestion import FORM, named
from apprentissage.cerfa.diploma_levels import DIPLOMA_LEVELS
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source
from apprentissage.judging import (
    Finding,
    Proposed,
    Question,
    Result,
    Rule,
    hopeless,
    non_compliant,
    proposal,
    question,
    undetermined,
    whether,
)
from apprentissage.law.readings import Readings
from apprentissage.law.sources import cited as article


def _sources(contract: Contract) -> tuple[Source, ...]:
    return (FORM, article("L6211-1", contract.concluded_on))


class DiplomaLevelFinding(Finding):
    """What `DIPLOMA_LEVEL` finds."""

    level = Result[int]("level declared")
    written = Result[str]("diploma written and its label")
    expected = Result[tuple[str, ...]]("levels of that diploma")


def judge(contract: Contract, _: Readings) -> Finding:
    """The diploma aimed at has the level declared.

    L6211-1, notice 51649: a diploma or title registered at the RNCP, of
    levels 3 to 8.

    Args:
        contract: The facts.
    """
    diploma, level = contract.training.diploma, contract.training.level
    sources = _sources(contract)
    if diploma is None:
        paths = ("training.diploma", "training.level")
        known = (diploma, level)
        return undetermined(
            *(p for p, v in zip(paths, known, strict=True) if v is None), sources=sources
        )
    expected = DIPLOMA_LEVELS[diploma]
    if not expected:
        return non_compliant(
            "Ce code ne désigne pas un diplôme ou titre préparé en apprentissage : {written}.",
            sources=sources,
            written=named(diploma),
        )
    return whether(
        None if level is None else level in expected,
        "training.level",
        holds="Le diplôme visé est de niveau {level} : {written}.",
        fails=(
            "Le niveau déclaré ({level}) n'est pas celui du diplôme visé, de "
            "niveau {expected} : {written}."
        ),
        sources=sources,
        level=level,
        expected=tuple(map(str, expected)),
        written=named(diploma),
    )


def remedies(contract: Contract, _: Finding, __: Readings) -> Iterator[Proposed]:
    """The level of the diploma written; no diploma follows from a level."""
    diploma = contract.training.diploma
    levels = DIPLOMA_LEVELS[diploma] if diploma else ()
    for level in levels:
        yield proposal(
            "Écrire le niveau {level}, celui du diplôme visé.",
            {"training.level": level},
            level=level,
        )
    if not levels:
        yield hopeless(
            "Le diplôme ou titre préparé ne se déduit pas des autres faits : "
            "le demander au CFA, et écrire son code."
        )


def questions(contract: Contract, _: Finding, __: Readings) -> Iterator[Question]:
    """The level that the form does not write, and that its code tells."""
    diploma = contract.training.diploma
    for level in DIPLOMA_LEVELS[diploma] if diploma else ():
        yield question(
            "Le diplôme visé est-il de niveau {level} ? Son code est le {written}.",
            {"training.level": level},
            level=level,
            written=named(diploma),
        )


DIPLOMA_LEVEL = Rule(
    name="diploma_level",
    title="Niveau du diplôme visé",
    judge=judge,
    articles=("L6211-1",),
    boxes=(31,),
    finding=DiplomaLevelFinding,
    remedies=remedies,
    questions=questions,
)
