"""What a rule proposes where it fails, and what it asks."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from attrs import field, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import is_bool, is_date, is_text, optional, tuple_of
from apprentissage._plain import PlainValue
from apprentissage._text import sentence
from apprentissage.facts import Contract
from apprentissage.judging.finding import Finding, Value
from apprentissage.law.readings import Readings


@frozen(kw_only=True, eq=False, repr=False)
class Proposal(PlainValue):
    """Facts to change so that a rule would hold; nothing is proved yet.

    Args:
        changes: The new values, each behind its absolute path.
        template: What to do, a French sentence with its values in braces.
        values: Those values.
        until: Last day on which a text lets it be done.
        last_resort: Only where nothing before it is proved.
    """

    changes: tuple[tuple[str, Any], ...] = field(validator=tuple_of(tuple))
    template: str = field(validator=is_text)
    values: tuple[tuple[str, Value], ...] = ()
    until: date | None = field(default=None, validator=optional(is_date))
    last_resort: bool = field(default=False, validator=is_bool)

    @property
    def sentence(self) -> str:
        """What to do, in French."""
        return sentence(self.template, dict(self.values))


@frozen(kw_only=True, eq=False, repr=False)
class Question(PlainValue):
    """A fact that nobody stated, and with which the rule would hold.

    Args:
        rule: Name of the rule; set by whoever asks the rule.
        facts: The values to confirm, each behind its absolute path.
        template: The question in French, its values in braces.
        values: Those values.
    """

    rule: str = ""
    facts: tuple[tuple[str, Any], ...] = field(validator=tuple_of(tuple))
    template: str = field(validator=is_text)
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def sentence(self) -> str:
        """The question, in French."""
        return sentence(self.template, dict(self.values))


@frozen(kw_only=True, eq=False, repr=False)
class Hopeless(PlainValue):
    """Why nothing that the parties may change makes a rule hold.

    Args:
        rule: Name of the rule; set by whoever asks the rule.
        template: The reason in French, its values in braces.
        values: Those values.
    """

    rule: str = ""
    template: str = field(validator=is_text)
    values: tuple[tuple[str, Value], ...] = ()

    @property
    def sentence(self) -> str:
        """The reason, in French."""
        return sentence(self.template, dict(self.values))


Proposed: TypeAlias = Proposal | Hopeless

Proposes = Callable[[Contract, Finding, Readings], Iterable[Proposed]]
"""`remedies(contract, finding, readings)` gives what would make a rule hold
that fails, the best first."""

Asks = Callable[[Contract, Finding, Readings], Iterable[Question]]
"""`questions(contract, finding, readings)` gives facts that nobody stated and
with which a rule would hold that waits for them."""


def proposal(
    template: str,
    changes: Mapping[str, Any],
    *,
    until: date | None = None,
    last_resort: bool = False,
    **values: Value,
) -> Proposal:
    """Facts to change, and what to do in French.

    >>> proposal("Débuter le {day}.", {}, day=date(2026, 9, 1)).sentence
    'Débuter le 1er\xa0septembre 2026.'
    """
    check_arguments(proposal, locals())
    return Proposal(
        changes=tuple(changes.items()),
        template=template,
        values=tuple(values.items()),
        until=until,
        last_resort=last_resort,
    )


def question(template: str, facts: Mapping[str, Any], **values: Value) -> Question:
    """Facts to confirm, and the question in French.

    >>> question("Est-il majeur ?", {}).sentence
    'Est-il majeur\u202f?'
    """
    check_arguments(question, locals())
    return Question(facts=tuple(facts.items()), template=template, values=tuple(values.items()))


def hopeless(template: str, **values: Value) -> Hopeless:
    """Why nothing helps, in French.

    >>> hopeless("Aucun texte ne le permet.").sentence
    'Aucun texte ne le permet.'
    """
    check_arguments(hopeless, locals())
    return Hopeless(template=template, values=tuple(values.items()))
