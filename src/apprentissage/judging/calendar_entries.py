"""The dates that a rule puts in the agenda of a contract."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from attrs import Attribute, define, field, frozen, setters

from apprentissage._guards import is_day, is_text, member, tuple_of
from apprentissage._labelled import Labelled
from apprentissage._plain import PlainValue, altered
from apprentissage._text import enumeration, sentence, shortened, typeset
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.names import french_names
from apprentissage.judging.finding import Value
from apprentissage.law.readings import Readings
from apprentissage.law.refusals import FILES_DECIDED, REFUSED_FOR_ANY_BREACH


class Consequence(Labelled):
    """What follows when a date of the agenda is missed."""

    NONE_KNOWN = "none_known", "aucune conséquence connue"
    REFUSAL_POSSIBLE = "refusal_possible", "refus de prise en charge possible"
    DEPOSIT_REFUSAL_POSSIBLE = ("deposit_refusal_possible", "refus de dépôt possible")
    FILE_REFUSAL_POSSIBLE = (
        "file_refusal_possible",
        "refus de prise en charge, ou de dépôt (employeur public), possible",
    )
    FUNDING_REFUSED = "funding_refused", "silence : refus de prise en charge"
    BALANCE_LOST = "balance_lost", "perte du solde de la prise en charge"
    DEPOSIT_ACCEPTED = "deposit_accepted", "silence : dépôt accepté"
    UNDERPAID = "underpaid", "salaire inférieur au minimum"
    AID_LOST = "aid_lost", "perte de l'aide à l'employeur"
    PROOF_LOST = "proof_lost", "pièce détruite trop tôt"
    RIGHT_LOST = "right_lost", "perte d'un droit"
    UNLAWFUL = "unlawful", "contrat irrégulier"


def _among_sources(entry: Any, attribute: "Attribute[Any]", value: object) -> None:
    if value is not None and value not in entry.sources:
        raise InvalidValue(attribute.name, value, "write one of its sources")


# An agenda makes twenty entries: the library fills in a draft and freezes it,
# as it does with findings. `AgendaEntry(...)`, made by hand, is checked.
@define(kw_only=True, eq=False, init=False, repr=False, on_setattr=setters.NO_OP)
class _Draft:
    """The fields of an entry, while the library fills them in."""

    on: date = field(validator=is_day)
    template: str = field(alias="label", validator=is_text)
    values: tuple[tuple[str, Value], ...] = field(default=(), validator=tuple_of(tuple))
    sources: tuple[Source, ...]
    fixed_by: Source | None = field(default=None, validator=_among_sources)
    consequence: Consequence = field(default=Consequence.NONE_KNOWN, validator=member(Consequence))
    rule: str = ""


@frozen(kw_only=True, eq=False, repr=False)  # pyright: ignore[reportGeneralTypeIssues]
class AgendaEntry(PlainValue, _Draft):
    """A date of the contract.

    Args:
        on: The day; for a limit, the last lawful one.
        label: What happens or is due, in French, its values in braces. They are
            put in and the text is typeset when it is read.
        values: Those values.
        sources: What it rests on.
        fixed_by: The one of them that fixes the day and gives the entry its
            kind; the first where None.
        consequence: What follows if it is missed.
        rule: Name of the rule that sets it.
    """

    def __repr__(self) -> str:
        rule = self.rule and f", {self.rule}"
        return f"AgendaEntry({self.on}, {shortened(self.label)!r}{rule})"

    @property
    def label(self) -> str:
        """What happens or is due, in French."""
        if not self.values:  # braces are then its own
            return typeset(self.template)
        return sentence(self.template, dict(self.values))

    @property
    def kind(self) -> SourceKind:
        """Law, decree, form, doctrine or branch."""
        return (self.fixed_by or self.sources[0]).kind


@frozen(kw_only=True, eq=False, repr=False)
class Undated(PlainValue):
    """A date that waits for facts or for an event.

    Args:
        label: What will be due, in French; typeset when it is read.
        waits_for: Absolute paths of the facts; () for an event that is no
            fact of the contract.
        sources: What it rests on.
        rule: Name of the rule.
    """

    template: str = field(alias="label", validator=is_text)
    waits_for: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    rule: str = ""

    @property
    def label(self) -> str:
        """What will be due, in French."""
        return typeset(self.template)

    def __repr__(self) -> str:
        rule = self.rule and f", {self.rule}"
        return f"Undated({shortened(self.label)!r}{rule})"

    @property
    def sentence(self) -> str:
        """What it waits for, in French; the label alone for an event."""
        if not self.waits_for:
            return self.label
        facts = enumeration(french_names(self.waits_for))
        return typeset(f"{self.label} : {facts}")


def entered(
    *,
    on: date,
    label: str,
    values: tuple[tuple[str, Value], ...] = (),
    sources: tuple[Source, ...],
    fixed_by: Source | None = None,
    consequence: Consequence = Consequence.NONE_KNOWN,
    rule: str = "",
) -> AgendaEntry:
    """The same as `AgendaEntry`, of what the library knows to be good: unchecked."""
    draft: Any = _Draft()
    draft.on = on
    draft.template = label
    draft.values = values
    draft.sources = sources
    draft.fixed_by = fixed_by
    draft.consequence = consequence
    draft.rule = rule
    draft.__class__ = AgendaEntry
    return draft  # type: ignore[no-any-return]


def signed(item: AgendaEntry | Undated, rule: str) -> AgendaEntry | Undated:
    """The same item with the name of the rule that sets it."""
    if type(item) is not AgendaEntry:
        return altered(item, rule=rule)
    return entered(
        on=item.on,
        label=item.template,
        values=item.values,
        sources=item.sources,
        fixed_by=item.fixed_by,
        consequence=item.consequence,
        rule=rule,
    )


Dates = Callable[[Contract, Readings], Iterable[AgendaEntry | Undated]]
"""`dates(contract, readings)` gives the dates that a rule sets."""


_REFUSAL_POSSIBLE: dict[bool | None, Consequence] = {
    False: Consequence.REFUSAL_POSSIBLE,
    True: Consequence.DEPOSIT_REFUSAL_POSSIBLE,
    None: Consequence.FILE_REFUSAL_POSSIBLE,
}
"""By whether the employer is public: an OPCO does not fund its contracts."""


def refusal_possible(
    contract: Contract, *, listed: bool = True, on: date | None = None
) -> Consequence:
    """What a breach of the texts exposes the file of a contract to.

    D6224-2: « l'opérateur de compétences refuse la prise en charge
    financière »; D6275-2, of a public employer: « le dépôt du contrat
    d'apprentissage est refusé ».

    Args:
        contract: Its employer and its conclusion are read.
        listed: What is missed is among the grounds listed since 2020, or
            refused in practice; where False, it is a ground only since any
            other breach is one (2024-08-01).
        on: Day that chooses the law; where None, the conclusion.

    Returns:
        The refusal of the sector; an unlawful contract while nobody could
        refuse it so.

    >>> from apprentissage.facts import Apprentice, Employer, EmployerType
    >>> refusal_possible(
    ...     Contract(
    ...         concluded_on=date(2026, 8, 31),
    ...         starts_on=date(2026, 9, 1),
    ...         ends_on=date(2028, 8, 31),
    ...         apprentice=Apprentice(born_on=date(2008, 2, 10)),
    ...         employer=Employer(type=EmployerType.COMMUNE),
    ...     )
    ... ).label
    'refus de dépôt possible'
    """
    table = FILES_DECIDED if listed else REFUSED_FOR_ANY_BREACH
    if not table.concluded(on or contract.concluded_on).value:
        return Consequence.UNLAWFUL
    return _REFUSAL_POSSIBLE[contract.employer.public]
