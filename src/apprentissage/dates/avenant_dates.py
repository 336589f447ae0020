"""The dates and the type of an avenant: its own, within the contract.

An avenant has a conclusion and an effect of its own; the law stays that of
the conclusion of the contract. The one that the form writes is judged like
those of the file.
"""

from collections.abc import Iterator
from datetime import date
from typing import Self

from apprentissage._text import short_date
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.avenants import ToldAvenant, told_avenants
from apprentissage.judging import (
    AgendaEntry,
    Finding,
    Proposed,
    Result,
    Rule,
    Undated,
    all_of,
    hopeless,
    not_applicable,
    proposal,
    whether,
)
from apprentissage.judging.calendar_entries import entered, refusal_possible
from apprentissage.law.readings import Readings
from apprentissage.parties.signatures import signed_on_another_day

_FORM = Source(SourceKind.FORM, "notice 51649 du Cerfa, type de contrat ou d'avenant")
_VADE_MECUM = Source(SourceKind.DOCTRINE, "vade-mecum des CFA (V2) : conclusion d'un avenant")


IN_ORDER = (
    "Chaque avenant est conclu au plus tard le jour de sa prise d'effet, pendant le contrat."
)


class AvenantDatesFinding(Finding):
    """What `AVENANT_DATES` finds."""

    parts: tuple[Self, ...]
    code = Result[str]("type of the avenant")
    concluded_on = Result[date]("day of conclusion of the avenant")
    effective_on = Result[date]("day on which the avenant takes effect")
    late = Result[int]("days from the effect to the conclusion")
    signed_on = Result[date]("day of conclusion of the contract")
    starts_on = Result[date]("first day of the contract")
    ends_on = Result[date]("last day of the contract")


def judge(contract: Contract, _: Readings) -> Finding:
    """An avenant is concluded before its effect, and both within the contract.

    Vade-mecum of the CFA: an avenant is concluded « avant la prise d'effet »;
    as for the contract, the day itself is in time. It changes a contract that
    is concluded and has not ended. Notice 51649: codes 31 to 38.

    Args:
        contract: The facts.

    Returns:
        A part for each avenant, the one that the form writes first.
    """
    told = told_avenants(contract)
    if not told:
        return not_applicable("Aucun avenant n'est déclaré.", sources=(_FORM,))
    return all_of(
        (all_of(_conditions(contract, each), subject=each.name, holds=IN_ORDER) for each in told),
        holds=IN_ORDER,
    )


def _conditions(contract: Contract, told: ToldAvenant) -> Iterator[Finding]:
    yield _type(told)
    avenant = told.avenant
    signed_on, effective_on = avenant.concluded_on, avenant.effective_on
    signing, taking = f"{told.path}.concluded_on", f"{told.path}.effective_on"
    unknown = tuple(
        path for path, day in ((signing, signed_on), (taking, effective_on)) if day is None
    )
    # the signatures are those of this form
    signed = signed_on_another_day(contract)
    late: int | None = None
    if signed_on is not None and effective_on is not None:
        late = (signed_on - effective_on).days
    yield whether(
        None if late is None else late <= 0,
        *unknown,
        holds=(
            "L'avenant est conclu le {concluded_on}, au plus tard le jour de "
            "sa prise d'effet ({effective_on})."
        ),
        fails=(
            "L'avenant est conclu le {concluded_on}, {late:jour} après sa prise d'effet "
            "({effective_on}) : il devait l'être au plus tard ce jour-là."
        ),
        sources=(_VADE_MECUM,),
        caveats=signed if told.written else (),
        subject="conclusion et prise d'effet",
        concluded_on=signed_on,
        effective_on=effective_on,
        late=late,
    )
    yield whether(
        _within(signed_on, contract.concluded_on, contract.ends_on),
        signing,
        holds=(
            "L'avenant est conclu entre la conclusion du contrat "
            "({signed_on}) et sa fin ({ends_on})."
        ),
        fails=(
            "L'avenant est conclu le {concluded_on} : il ne peut l'être qu'entre la conclusion du "
            "contrat ({signed_on}) et sa fin ({ends_on})."
        ),
        sources=(_VADE_MECUM,),
        subject="conclusion",
        concluded_on=signed_on,
        signed_on=contract.concluded_on,
        ends_on=contract.ends_on,
    )
    yield whether(
        _within(effective_on, contract.starts_on, contract.ends_on),
        taking,
        holds="L'avenant prend effet le {effective_on}, pendant le contrat.",
        fails=(
            "L'avenant prend effet le {effective_on} : il ne le peut qu'entre "
            "le début ({starts_on}) et la fin du contrat ({ends_on})."
        ),
        sources=(_VADE_MECUM,),
        subject="prise d'effet",
        effective_on=effective_on,
        starts_on=contract.starts_on,
        ends_on=contract.ends_on,
    )


def _within(day: date | None, first: date, last: date) -> bool | None:
    return None if day is None else first <= day <= last


def _type(told: ToldAvenant) -> Finding:
    code = told.type
    return whether(
        None if code is None else code.avenant,
        told.type_path,
        holds="Le code {code} est celui d'un avenant.",
        fails=(
            "Le code {code} n'est pas celui d'un avenant : un avenant porte un code de 31 à 38."
        ),
        sources=(_FORM,),
        subject="type",
        code=None if code is None else code.value,
    )


def dates(contract: Contract, _: Readings) -> Iterator[AgendaEntry | Undated]:
    for told in told_avenants(contract):
        label = f"Prise d'effet de {told.name} : dernier jour pour le conclure"
        effective_on = told.avenant.effective_on
        if effective_on is None:
            yield Undated(
                label=label, waits_for=(f"{told.path}.effective_on",), sources=(_VADE_MECUM,)
            )
        else:
            yield entered(
                on=effective_on,
                label=label,
                sources=(_VADE_MECUM,),
                consequence=refusal_possible(contract, on=effective_on),
            )


def remedies(contract: Contract, _found: Finding, _: Readings) -> Iterator[Proposed]:
    """Effects that follow the signature, within the contract."""
    first, last = contract.starts_on, contract.ends_on
    changes: dict[str, date] = {}
    names: list[str] = []
    for told in told_avenants(contract):
        signed_on = told.avenant.concluded_on
        effective_on = told.avenant.effective_on
        if effective_on is None:
            continue
        day = min(max(effective_on, signed_on or first, first), last)
        if day != effective_on:
            changes[f"{told.path}.effective_on"] = day
            names.append(f"{told.name}, {short_date(day)}")
    if changes:
        yield proposal(
            "Donner effet à l'avenant le jour de sa conclusion au plus tôt, "
            "pendant le contrat : {names}.",
            changes,
            names=tuple(names),
        )
    yield hopeless(
        "Un avenant se conclut pendant le contrat, et porte un code de 31 à 38 selon ce qu'il "
        "change : relire son type et sa date de conclusion, que rien d'autre ne dit."
    )


AVENANT_DATES = Rule(
    name="avenant_dates",
    title="Dates et type des avenants",
    judge=judge,
    boxes=(18, 20, 23),
    dates=dates,
    finding=AvenantDatesFinding,
    remedies=remedies,
)
