"""The dates that a rule puts in the agenda of a contract."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from attrs import Attribute, field, fields, frozen

from apprentissage._guards import is_day, is_text, member
from apprentissage._labelled import Labelled
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, shortened, typeset, typeset_text
from apprentissage.errors import InvalidValue
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.names import french_names
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


@frozen(kw_only=True, eq=False, repr=False)
class AgendaEntry(PlainValue):
    """A date of the contract.

    Args:
        on: The day; for a limit, the last lawful one.
        label: What happens or is due, in French; typeset.
        sources: What it rests on.
        fixed_by: The one of them that fixes the day and gives the entry its
            kind; the first where None.
        consequence: What follows if it is missed.
        rule: Name of the rule that sets it.
    """

    on: date = field(validator=is_day)
    label: str = field(converter=typeset_text, validator=is_text)
    sources: tuple[Source, ...]
    fixed_by: Source | None = field(default=None, validator=_among_sources)
    consequence: Consequence = field(default=Consequence.NONE_KNOWN, validator=member(Consequence))
    rule: str = ""

    def __repr__(self) -> str:
        rule = self.rule and f", {self.rule}"
        return f"AgendaEntry({self.on}, {shortened(self.label)!r}{rule})"

    @property
    def kind(self) -> SourceKind:
        """Law, decree, form, doctrine or branch."""
        return (self.fixed_by or self.sources[0]).kind


@frozen(kw_only=True, eq=False, repr=False)
class Undated(PlainValue):
    """A date that waits for facts or for an event.

    Args:
        label: What will be due, in French; typeset.
        waits_for: Absolute paths of the facts; () for an event that is no
            fact of the contract.
        sources: What it rests on.
        rule: Name of the rule.
    """

    label: str = field(converter=typeset_text, validator=is_text)
    waits_for: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    rule: str = ""

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


T = TypeVar("T", bound=AgendaEntry | Undated)


def signed(item: T, rule: str) -> T:
    """The same item with the name of the rule that sets it.

    A copy and not `attrs.evolve`, which would typeset and check once more
    what the rule has just written.
    """
    # `copy` goes through what pickles it, which takes several times longer
    named = object.__new__(type(item))
    kind: type = type(item)
    for name in _names(kind):
        object.__setattr__(named, name, getattr(item, name))
    object.__setattr__(named, "rule", rule)
    return named


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


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
