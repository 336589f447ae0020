"""What is proposed about a review: facts to change, lists of them, questions."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NoReturn

from attrs import frozen

from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, short_date, table, typeset
from apprentissage.errors import WrongType
from apprentissage.facts import Contract
from apprentissage.facts.changing import shown_value
from apprentissage.facts.names import numbered_name
from apprentissage.judging import Finding, Hopeless, Question


@frozen(kw_only=True, eq=False, repr=False)
class Change(PlainValue):
    """A fact, as it is declared and as it should be.

    Args:
        path: Absolute path of the fact.
        before: Its value; None where unknown.
        after: The value to write.
        also: Absolute paths of the facts that held the same day and go with
            it: the practical training that starts with the contract.
    """

    path: str
    before: Any
    after: Any
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The French name of the fact, without its article."""
        return enumeration(map(numbered_name, (self.path, *self.also)))

    @property
    def sentence(self) -> str:
        """The fact in French, then both its values."""
        return typeset(f"{self.name} : {shown_value(self.before)} → {shown_value(self.after)}")


@frozen(kw_only=True, eq=False, repr=False)
class Remedy(PlainValue):
    """The smallest changes that make a rule hold, proved by a new review.

    Args:
        rule: Name of the rule.
        changes: One, or two where one cannot do.
        until: Last day on which a text lets it be done, where one does.
        finding: What the rule finds then: it complies.
        sentence: What to do, in French.
        contract: The contract as changed.
        clears: Every rule that failed and no longer does, this one among
            them.
    """

    rule: str
    changes: tuple[Change, ...]
    until: date | None
    finding: Finding
    sentence: str
    contract: Contract
    clears: tuple[str, ...]

    def __repr__(self) -> str:
        paths = ", ".join(each.path for each in self.changes)
        return f"Remedy({self.rule}: {paths})"


@frozen(kw_only=True, eq=False, repr=False)
class Together(PlainValue):
    """The fewest changes found that clear all that can be cleared.

    Args:
        remedies: What to do, in the order of the rules.
        changes: All its changes, each fact once.
        clears: The rules that no longer fail.
        leaves: Of each rule that a remedy of its own clears and these
            changes do not: once they are made, it waits for a fact, or no
            remedy clears it any more. Two lists are tried; that no other
            leaves fewer is not proved.
        contract: The contract as changed by all of them.
    """

    remedies: tuple[Remedy, ...]
    changes: tuple[Change, ...]
    clears: tuple[str, ...]
    leaves: tuple[Hopeless, ...]
    contract: Contract

    def __iter__(self) -> Iterator[Remedy]:
        """The remedies."""
        return iter(self.remedies)

    def __len__(self) -> int:
        """How many remedies there are."""
        return len(self.remedies)

    def __repr__(self) -> str:
        paths = ", ".join(each.path for each in self.changes)
        return f"Together({', '.join(self.clears)}: {paths})"


@frozen(kw_only=True, eq=False, repr=False)
class Remedies(PlainValue):
    """What to do about the findings of a review that fail.

    It refuses truth-testing: compare its length with 0.

    Args:
        remedies: Each with its rule, the smallest first for each rule.
        together: The shortest list that clears all that can be cleared at
            once; what it clears is told, and what it leaves.
        hopeless: Of each rule that nothing makes hold, why.
        questions: Facts that nobody stated, with which a rule would hold.
    """

    remedies: tuple[Remedy, ...]
    together: Together
    hopeless: tuple[Hopeless, ...]
    questions: tuple[Question, ...]

    def __bool__(self) -> NoReturn:
        """Refuse truth-testing."""
        raise WrongType("bool()", type(self).__name__, "compare its len()")

    def __repr__(self) -> str:
        return (
            f"Remedies({len(self)} remedies, {len(self.together.changes)} "
            f"changes together, {len(self.hopeless)} hopeless, "
            f"{len(self.questions)} questions)"
        )

    def __iter__(self) -> Iterator[Remedy]:
        """The remedies, in the order of the rules."""
        return iter(self.remedies)

    def __len__(self) -> int:
        """How many remedies there are."""
        return len(self.remedies)

    def __getitem__(self, rule: str) -> tuple[Remedy, ...]:
        """The remedies of a rule, by its name; () where there is none."""
        return tuple(each for each in self.remedies if each.rule == rule)

    def to_rows(self) -> list[dict[str, str | None]]:
        """Flat rows of texts, one a change, as pandas and polars take them."""
        return [
            {
                "regle": remedy.rule,
                "remede": remedy.sentence,
                "fait": change.path,
                "nom": change.name,
                "avant": shown_value(change.before),
                "apres": shown_value(change.after),
                "jusqu_au": None if remedy.until is None else remedy.until.isoformat(),
            }
            for remedy in self.remedies
            for change in remedy.changes
        ]

    def _repr_html_(self) -> str:
        """The remedies as a table, for a notebook."""
        return table(
            ("règle", "pour régulariser", "changements", "au plus tard"),
            (
                (
                    remedy.finding.subject,
                    remedy.sentence,
                    " ; ".join(each.sentence for each in remedy.changes),
                    "" if remedy.until is None else short_date(remedy.until),
                )
                for remedy in self.remedies
            ),
            caption="Pour régulariser",
            notes=(
                *self._shortest(),
                *(each.sentence for each in self.together.leaves),
                *(each.sentence for each in self.hopeless),
                *(each.sentence for each in self.questions),
            ),
        )

    def _shortest(self) -> Iterator[str]:
        if len(self.together) > 0:
            told = " ".join(each.sentence for each in self.together)
            yield typeset(f"Liste la plus courte trouvée : {told}")
