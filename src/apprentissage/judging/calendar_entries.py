"""The dates that a rule puts in the agenda of a contract."""

from collections.abc import Callable, Iterable
from datetime import date

from attrs import field, frozen

from apprentissage._guards import is_day, is_text, member
from apprentissage._labelled import Labelled
from apprentissage._text import enumeration, typeset, typeset_text
from apprentissage.facts import Contract
from apprentissage.facts.authorities import Source, SourceKind
from apprentissage.facts.names import french_names
from apprentissage.law.readings import Readings


class Consequence(Labelled):
    """What follows when a date of the agenda is missed."""

    NONE_KNOWN = "none_known", "aucune conséquence connue"
    REFUSAL_POSSIBLE = "refusal_possible", "refus de prise en charge possible"
    FUNDING_REFUSED = "funding_refused", "silence : refus de prise en charge"
    BALANCE_LOST = "balance_lost", "perte du solde de la prise en charge"
    DEPOSIT_ACCEPTED = "deposit_accepted", "silence : dépôt accepté"
    UNDERPAID = "underpaid", "salaire inférieur au minimum"
    AID_LOST = "aid_lost", "perte de l'aide à l'employeur"
    PROOF_LOST = "proof_lost", "pièce détruite trop tôt"
    RIGHT_LOST = "right_lost", "perte d'un droit"
    UNLAWFUL = "unlawful", "contrat irrégulier"


@frozen(kw_only=True)
class AgendaEntry:
    """A date of the contract.

    Args:
        on: The day; for a limit, the last lawful one.
        label: What happens or is due, in French; typeset.
        sources: What it rests on; the first one gives its `kind`.
        consequence: What follows if it is missed.
        rule: Name of the rule that sets it.
    """

    on: date = field(validator=is_day)
    label: str = field(converter=typeset_text, validator=is_text)
    sources: tuple[Source, ...]
    consequence: Consequence = field(
        default=Consequence.NONE_KNOWN, validator=member(Consequence)
    )
    rule: str = ""

    @property
    def kind(self) -> SourceKind:
        """Law, decree, form, doctrine or branch."""
        return self.sources[0].kind


@frozen(kw_only=True)
class Undated:
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

    @property
    def sentence(self) -> str:
        """What it waits for, in French; the label alone for an event."""
        if not self.waits_for:
            return self.label
        facts = enumeration(french_names(self.waits_for))
        return typeset(f"{self.label} : {facts}")


Dates = Callable[[Contract, Readings], Iterable[AgendaEntry | Undated]]
"""`dates(contract, readings)` gives the dates that a rule sets."""
