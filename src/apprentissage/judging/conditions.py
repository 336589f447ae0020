"""How a rule concludes: outright, on a condition, or on several together.

All three-valued logic stands here: the worst part decides, or the best.
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import NoneType
from typing import TypeVar

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue
from apprentissage.facts.authorities import Source
from apprentissage.judging.finding import Finding, Value, built, made, own_items, own_text
from apprentissage.judging.outcome import Outcome
from apprentissage.law.sources import Caveat

T = TypeVar("T")


# A member looked up on its class costs ten times a name of the module.
_COMPLIANT = Outcome.COMPLIANT
_NON_COMPLIANT = Outcome.NON_COMPLIANT
_NOT_APPLICABLE = Outcome.NOT_APPLICABLE
_UNDETERMINED = Outcome.UNDETERMINED

_WORST_FIRST = {outcome: rank for rank, outcome in enumerate(Outcome)}
_BEST_FIRST = {
    Outcome.COMPLIANT: 0,
    Outcome.UNDETERMINED: 1,
    Outcome.NON_COMPLIANT: 2,
    # last in both orders: what does not apply says nothing for the whole
    Outcome.NOT_APPLICABLE: 3,
}
_THREE_VALUED = (bool, NoneType)


def compliant(
    template: str,
    *,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """The text is satisfied.

    >>> from datetime import date
    >>> compliant("Jusqu'au {on}.", on=date(2026, 9, 2)).sentence
    "Jusqu'au 2\xa0septembre 2026."
    """
    return made(_COMPLIANT, template, values, (), sources, caveats, subject, False)


def non_compliant(
    template: str,
    *,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """The text is not satisfied.

    >>> non_compliant("Trop tard.").outcome
    <Outcome.NON_COMPLIANT: 'non_compliant'>
    """
    return made(_NON_COMPLIANT, template, values, (), sources, caveats, subject, False)


UNKNOWN = "{facts:Information manquante} : {facts}."
"""The sentence of every finding that waits for facts."""


def undetermined(
    *missing: str,
    template: str = UNKNOWN,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """Facts are missing; their absolute paths are given.

    >>> undetermined("training.level", "apprentice.rqth").missing
    ('apprentice.rqth', 'training.level')
    """
    return made(
        _UNDETERMINED,
        template,
        values,
        _in_order(missing),
        sources,
        caveats,
        subject,
        False,
    )


def _in_order(missing: tuple[str, ...]) -> tuple[str, ...]:
    """The paths that a finding waits for, each once."""
    if len(missing) == 1:  # half of them
        return own_items("missing", missing, str)
    return tuple(sorted({*own_items("missing", missing, str)}))


def not_applicable(
    template: str,
    *,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """The text does not address this contract at all.

    >>> not_applicable("Sans objet.").outcome.label
    'sans objet'
    """
    return made(_NOT_APPLICABLE, template, values, (), sources, caveats, subject, False)


def reminder(
    template: str,
    *,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """Nothing to judge: a day or a right that is, for all we know, still to come.

    >>> reminder("La visite est due.").label
    'à retenir'
    """
    return made(_NOT_APPLICABLE, template, values, (), sources, caveats, subject, True)


def urgency(finding: Finding) -> int:
    """Where a finding stands when the most urgent are read first, from 0.

    First what fails, then what waits for facts, reminders, what holds, and
    what does not apply.

    >>> found = compliant("Oui."), reminder("À faire."), non_compliant("Non.")
    >>> [finding.label for finding in sorted(found, key=urgency)]
    ['non conforme', 'à retenir', 'conforme']
    """
    check_arguments(urgency, locals())
    # every rank is doubled, so that a reminder has one of its own between
    if finding.reminds:
        return 2 * _WORST_FIRST[Outcome.COMPLIANT] - 1
    return 2 * _WORST_FIRST[finding.outcome]


def whether(
    known: bool | None,
    *missing: str,
    holds: str,
    fails: str,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """A condition: true, false or unknown.

    Args:
        known: Whether it holds.
        missing: Absolute paths of the facts on which it waits where unknown.
        holds: Sentence where it is true.
        fails: Sentence where it is false.
        sources: What asks for it.
        caveats: Reserves that do not change the outcome.
        subject: What the part is about.
        **values: Named results.

    >>> whether(None, "training.level", holds="Oui.", fails="Non.").missing
    ('training.level',)
    """
    if type(known) not in _THREE_VALUED or type(holds) is not str or type(fails) is not str:
        check_arguments(whether, locals())
    if known is None:
        outcome, template, missing = _UNDETERMINED, UNKNOWN, _in_order(missing)
    else:
        outcome, missing = _COMPLIANT if known else _NON_COMPLIANT, ()
        template = holds if known else fails
    return made(
        outcome,
        template,
        values,
        missing,
        sources,
        caveats,
        subject,
        False,
    )


def all_of(
    parts: Iterable[Finding],
    *,
    subject: str = "",
    holds: str | None = None,
    unfailing: Callable[[Finding], bool] | None = None,
) -> Finding:
    """Conditions that must all hold: the worst part decides.

    One failed condition suffices, whatever else is unknown. A part that is
    not applicable is left aside, unless all are.

    Args:
        parts: At least one.
        subject: What the whole is about.
        holds: Sentence of the whole where all hold; that of the first part
            where None.
        unfailing: Whether a part that waits for facts holds or does not
            apply, whatever they are: beside one that holds it turns nothing.

    Returns:
        A finding with the sentence and values of the first part that
        decides, what the deciding parts miss, and the sources of all.

    >>> parts = (undetermined("training.level"), non_compliant("Non."))
    >>> all_of(parts).outcome
    <Outcome.NON_COMPLIANT: 'non_compliant'>
    """
    if holds is not None:
        own_text("holds", holds)
    if unfailing is not None:
        if not callable(unfailing):
            check_arguments(all_of, locals())
        parts = own_items("parts", parts, Finding)
        counting = [p for p in parts if p.outcome is not _UNDETERMINED or not unfailing(p)]
        if any(part.outcome is _COMPLIANT for part in counting):
            return _combined(counting, _WORST_FIRST, subject, holds).but(parts=parts)
    return _combined(parts, _WORST_FIRST, subject, holds)


def any_of(parts: Iterable[Finding], *, subject: str = "") -> Finding:
    """Ways of which one suffices: the best part decides.

    A part that is not applicable is left aside, unless all are.

    Args:
        parts: At least one.
        subject: What the whole is about.

    Returns:
        As for `all_of`; where it holds, the sources are those of the ways
        that hold, for nothing rests on the others.

    >>> parts = (undetermined("training.level"), non_compliant("Non."))
    >>> any_of(parts).missing
    ('training.level',)
    """
    return _combined(parts, _BEST_FIRST, subject)


def _combined(
    given: Iterable[Finding], ranks: Mapping[Outcome, int], subject: str, holds: str | None = None
) -> Finding:
    """The parts as one finding, that of the first rank present."""
    parts = own_items("parts", given, Finding)
    if not parts:
        raise InvalidValue("parts", parts, "write at least one")
    best, deciding = len(ranks), []
    for part in parts:
        rank = ranks[part.outcome]
        if rank < best:
            best, deciding = rank, [part]
        elif rank == best:
            deciding.append(part)
    # where one way of several holds, nothing rests on the others
    suffices = ranks is _BEST_FIRST and deciding[0].outcome is _COMPLIANT
    sources = [part.sources for part in (deciding if suffices else parts) if part.sources]
    first = deciding[0]
    missing, caveats = first.missing, first.caveats
    if len(deciding) > 1:
        first, missing = _first_of(deciding)
        caveats = each_once_of([part.caveats for part in deciding if part.caveats])
    template = first.template
    if missing:
        # the sentence of a part names its own facts alone
        template = UNKNOWN
    elif holds is not None and first.outcome is _COMPLIANT:
        template = holds
    return built(
        first.outcome,
        template,
        first.values,
        missing,
        each_once_of(sources),
        caveats,
        parts,
        own_text("subject", subject),
        reminds=first.reminds,
    )


def _first_of(deciding: list[Finding]) -> tuple[Finding, tuple[str, ...]]:
    """The part that speaks, put first, and what they miss together."""
    first = deciding[0]
    if first.outcome is _UNDETERMINED:
        # any of them may turn the whole: it waits for the facts of all
        missing = {path for part in deciding for path in part.missing}
        return first, tuple(sorted(missing))
    if first.outcome is _NOT_APPLICABLE:
        # a reminder says more than what does not apply
        deciding.sort(key=_not_reminding)
    return deciding[0], deciding[0].missing


def _not_reminding(part: Finding) -> bool:
    return not part.reminds


def each_once(items: Iterable[T]) -> tuple[T, ...]:
    """Sources or caveats without those that stand twice, in their order."""
    # mostly the very same, whose hash takes longer than their identity
    distinct = {id(item): item for item in items}
    return tuple(dict.fromkeys(distinct.values()))


def each_once_of(groups: list[tuple[T, ...]]) -> tuple[T, ...]:
    """The same of several tuples, none of them empty: mostly of one and the same."""
    if not groups:
        return ()
    only = groups[0]
    for group in groups:
        if group is not only:
            return each_once(chain.from_iterable(groups))
    return only if len(only) == 1 else each_once(only)
