"""What a rule finds: an outcome, its reasons, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any, NoReturn, TypeAlias, TypeVar

from attrs import evolve, frozen

from apprentissage._arguments import check_arguments
from apprentissage._guards import check_items
from apprentissage._text import enumeration, sentence, table
from apprentissage.errors import InvalidValue
from apprentissage.facts.authorities import Source
from apprentissage.facts.names import french_names
from apprentissage.judging.outcome import Outcome, refuse_truth
from apprentissage.law.choices import Choice
from apprentissage.law.sources import Caveat

T = TypeVar("T")

Value: TypeAlias = (
    "date | int | Decimal | str | Enum | tuple[Value, ...] | None"
)
"""What a named result may be: plain, hashable and picklable."""


_WORST_FIRST = tuple(Outcome)
_THREE_VALUED = (bool, NoneType)

REMINDER = "à retenir"
"""The word for a finding that judges nothing and reminds of something."""

HOLDS_FROM = (
    "Signé et commencé le {day} ou peu après, ce contrat respecterait la "
    "règle, les autres faits restant les mêmes."
)
"""The sentence of `Finding.holds_from`."""


@frozen(kw_only=True)
class Contested:
    """Another choice on a contested point, and what it would change.

    Args:
        point: Name of the point, a field of `Readings`.
        choice: The other choice; `choice.holders` says who holds it.
        outcome: What the rule finds under it.
        code: The Cerfa code under it, where the rule gives one.
    """

    point: str
    choice: Choice
    outcome: Outcome
    code: Value = None

    @property
    def sentence(self) -> str:
        """The other reading in French, with those who hold it."""
        return sentence(
            "Point controversé : {outcome} selon une autre lecture "
            "({holders}).",
            {"outcome": self.outcome, "holders": self.choice.holders},
        )


@frozen(kw_only=True)
class Finding:
    """The outcome of a rule, or of one of its parts.

    Args:
        outcome: One of four; see `Outcome`.
        template: The French sentence, its values in braces.
        values: Named results: the limit day, the age, the Cerfa code.
        missing: Absolute paths of the unknown facts that decide.
        sources: What it rests on.
        caveats: Reserves that do not change the outcome.
        parts: Findings on each exemption tried, each maître, each line.
        subject: What it is about: the title of the rule, or the exemption,
            the maître, the line of a part.
        holds_from: First day on which it would hold for a contract signed
            and started that day, other facts equal; None where there is
            none.
        rule: Name of the rule.
        boxes: Boxes of the Cerfa.
        contested: Other readings that would change outcome or code.
        reminds: It judges nothing, and tells what is still due or allowed.
    """

    outcome: Outcome
    template: str
    values: tuple[tuple[str, Value], ...] = ()
    missing: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    parts: tuple["Finding", ...] = ()
    subject: str = ""
    holds_from: date | None = None
    rule: str = ""
    boxes: tuple[int, ...] = ()
    contested: tuple[Contested, ...] = ()
    reminds: bool = False

    def __bool__(self) -> NoReturn:
        """Refuse truth-testing."""
        refuse_truth(
            self.rule, "compare finding.outcome with Outcome.COMPLIANT"
        )

    def __getitem__(self, name: str) -> Value:
        """A named result.

        Raises:
            InvalidValue: For a name that the finding does not have.
        """
        for key, value in self.values:
            if key == name:
                return value
        known = ", ".join(key for key, _ in self.values) or "none here"
        raise InvalidValue("finding", name, f"write one of {known}")

    def get(self, name: str) -> Value:
        """A named result, or None where the finding has none."""
        return dict(self.values).get(name)

    def with_values(self, **values: Value) -> "Finding":
        """The same finding with more named results, or others in place."""
        named = {**dict(self.values), **values}
        return evolve(self, values=tuple(named.items()))

    @property
    def label(self) -> str:
        """The outcome in French, or the word of a reminder."""
        return REMINDER if self.reminds else self.outcome.label

    @property
    def sentence(self) -> str:
        """What it finds, as a French sentence."""
        return sentence(self.template, dict(self.values))

    def _repr_html_(self) -> str:
        """The finding and its parts, for a notebook."""
        return table(
            ("objet", "résultat", "constat", "source"),
            (
                (
                    "ensemble" if f is self else f.subject or f.rule,
                    f.label,
                    f.sentence,
                    enumeration(source.reference for source in f.sources),
                )
                for f in (self, *self.parts)
            ),
            caption=self.subject or self.rule,
            notes=self._notes(),
        )

    def _notes(self) -> Iterator[str]:
        if self.holds_from is not None:
            yield sentence(HOLDS_FROM, {"day": self.holds_from})
        yield from (other.sentence for other in self.contested)
        yield from (caveat.sentence for caveat in self.caveats)

    @property
    def deciding(self) -> tuple["Finding", ...]:
        """The parts that have the outcome of the whole."""
        return tuple(p for p in self.parts if p.outcome is self.outcome)


def compliant(
    template: str,
    *,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """The text is satisfied.

    >>> compliant("Jusqu'au {on}.", on=date(2026, 9, 2)).sentence
    "Jusqu'au 2\xa0septembre 2026."
    """
    return _found(Outcome.COMPLIANT, locals())


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
    return _found(Outcome.NON_COMPLIANT, locals())


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
    paths = tuple(sorted(set(check_items("missing", missing, str))))
    if paths:
        values["facts"] = french_names(paths)
    return _found(Outcome.UNDETERMINED, locals(), paths)


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
    return _found(Outcome.NOT_APPLICABLE, locals())


def _found(
    outcome: Outcome, given: Mapping[str, Any], missing: tuple[str, ...] = ()
) -> Finding:
    """A finding of the arguments of one of the functions above."""
    template, subject = given["template"], given["subject"]
    if type(template) is not str or type(subject) is not str:
        check_arguments(compliant, given)
    return Finding(
        outcome=outcome,
        template=template,
        values=tuple(given["values"].items()),
        missing=missing,
        sources=check_items("sources", given["sources"], Source),
        caveats=check_items("caveats", given["caveats"], Caveat),
        subject=subject,
    )


def reminder(
    template: str,
    *,
    sources: Iterable[Source] = (),
    caveats: Iterable[Caveat] = (),
    subject: str = "",
    **values: Value,
) -> Finding:
    """Nothing to judge, but a day or a right that no fact tells as past.

    >>> reminder("La visite est due.").label
    'à retenir'
    """
    return evolve(
        not_applicable(
            template,
            sources=sources,
            caveats=caveats,
            subject=subject,
            **values,
        ),
        reminds=True,
    )


def urgency(finding: Finding) -> int:
    """The rank of a finding among those to read first, from 0.

    What fails, what waits for facts, reminders, what holds, what does not
    apply.

    >>> found = compliant("Oui."), reminder("À faire."), non_compliant("Non.")
    >>> [finding.label for finding in sorted(found, key=urgency)]
    ['non conforme', 'à retenir', 'conforme']
    """
    check_arguments(urgency, locals())
    before_what_holds = _WORST_FIRST.index(Outcome.COMPLIANT) - 0.5
    rank = _WORST_FIRST.index(finding.outcome)
    return int(2 * (before_what_holds if finding.reminds else rank))


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
    if (
        type(known) not in _THREE_VALUED
        or type(holds) is not str
        or type(fails) is not str
    ):
        check_arguments(whether, locals())
    if known is None:
        return undetermined(
            *missing,
            template=UNKNOWN,
            sources=sources,
            caveats=caveats,
            subject=subject,
            **values,
        )
    judged = compliant if known else non_compliant
    return judged(
        holds if known else fails,
        sources=sources,
        caveats=caveats,
        subject=subject,
        **values,
    )


def all_of(
    parts: Iterable[Finding], *, subject: str = "", holds: str | None = None
) -> Finding:
    """Conditions that must all hold: the worst part decides.

    One failed condition suffices, whatever else is unknown. A part that is
    not applicable is left aside, unless all are.

    Args:
        parts: At least one.
        subject: What the whole is about.
        holds: Sentence of the whole where all hold; that of the first part
            where None.

    Returns:
        A finding with the sentence and values of the first part that
        decides, what the deciding parts miss, and the sources of all.

    >>> parts = (undetermined("training.level"), non_compliant("Non."))
    >>> all_of(parts).outcome
    <Outcome.NON_COMPLIANT: 'non_compliant'>
    """
    if holds is not None and type(holds) is not str:
        check_arguments(all_of, locals())
    found = _combined(parts, _WORST_FIRST, subject)
    if holds is None or found.outcome is not Outcome.COMPLIANT:
        return found
    return evolve(found, template=holds)


def any_of(parts: Iterable[Finding], *, subject: str = "") -> Finding:
    """Ways of which one suffices: the best part decides.

    A part that is not applicable is left aside, unless all are.

    Args:
        parts: At least one.
        subject: What the whole is about.

    Returns:
        As for `all_of`.

    >>> parts = (undetermined("training.level"), non_compliant("Non."))
    >>> any_of(parts).missing
    ('training.level',)
    """
    best_first = (
        Outcome.COMPLIANT,
        Outcome.UNDETERMINED,
        Outcome.NON_COMPLIANT,
        Outcome.NOT_APPLICABLE,
    )
    return _combined(parts, best_first, subject)


def _combined(
    given: Iterable[Finding], order: tuple[Outcome, ...], subject: str
) -> Finding:
    parts = check_items("parts", given, Finding)
    if not parts:
        raise InvalidValue("parts", parts, "write at least one")
    if type(subject) is not str:
        check_arguments(_combined, locals())
    outcome = min((part.outcome for part in parts), key=order.index)
    deciding = [part for part in parts if part.outcome is outcome]
    # a reminder says more than what does not apply
    deciding.sort(key=lambda part: not part.reminds)
    missing = tuple(sorted({m for part in deciding for m in part.missing}))
    values = dict(deciding[0].values)
    if missing:
        values["facts"] = french_names(missing)
    return Finding(
        outcome=outcome,
        template=UNKNOWN if missing else deciding[0].template,
        values=tuple(values.items()),
        missing=missing,
        sources=_each_once(s for part in parts for s in part.sources),
        caveats=_each_once(c for part in deciding for c in part.caveats),
        parts=parts,
        subject=subject,
        reminds=deciding[0].reminds,
    )


def _each_once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
