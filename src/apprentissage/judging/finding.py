"""What a rule finds: an outcome, its reasons, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from types import GeneratorType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from attrs import Attribute, define, field, frozen, setters

from apprentissage._guards import (
    check_date,
    check_items,
    is_a,
    is_bool,
    is_date,
    member,
    optional,
    tuple_of,
)
from apprentissage._plain import PlainValue
from apprentissage._text import enumeration, sentence, shortened, table
from apprentissage.errors import InvalidValue, WrongType
from apprentissage.facts.authorities import Source
from apprentissage.facts.names import french_names
from apprentissage.judging.named_results import FindingKind, Result
from apprentissage.judging.outcome import Outcome, refuse_truth
from apprentissage.law.choices import Choice
from apprentissage.law.sources import Caveat

T = TypeVar("T")

Value: TypeAlias = "date | int | Decimal | str | Enum | tuple[Value, ...] | None"
"""What a named result may be: plain, hashable and picklable."""


REMINDER = "à retenir"
"""The word for a finding that judges nothing and reminds of something."""

HOLDS_FROM = (
    "Signé et commencé le {day} ou peu après, ce contrat respecterait la "
    "règle, les autres faits restant les mêmes."
)
"""The sentence of `Finding.holds_from`."""


@frozen(kw_only=True, eq=False, repr=False)
class Contested(PlainValue):
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

    def __repr__(self) -> str:
        code = "" if self.code is None else f", code {self.code}"
        return f"Contested({self.point}={self.choice.name}: {self.outcome.name}{code})"

    @property
    def sentence(self) -> str:
        """The other reading in French, with those who hold it."""
        return sentence(
            "Point controversé : {outcome} selon une autre lecture ({holders}).",
            {"outcome": self.outcome, "holders": self.choice.holders},
        )


def _parts(_: object, attribute: "Attribute[Any]", value: object) -> None:
    tuple_of(Finding)(_, attribute, value)


# A review builds a hundred findings, and the `__init__` of a frozen class of
# thirteen fields takes four times as long as to fill in a plain one. So the
# library fills in a draft and freezes it (`built`), and `Finding(...)` stays
# for those who make one by hand: that one is checked field by field.
@define(kw_only=True, eq=False, init=False, on_setattr=setters.NO_OP)
class _Draft:
    """The fields of a finding, while the library fills them in."""

    outcome: Outcome = field(validator=member(Outcome))
    template: str = field(validator=is_a(str))
    values: tuple[tuple[str, Value], ...] = field(default=(), validator=tuple_of(tuple))
    missing: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    sources: tuple[Source, ...] = field(default=(), validator=tuple_of(Source))
    caveats: tuple[Caveat, ...] = field(default=(), validator=tuple_of(Caveat))
    parts: tuple["Finding", ...] = field(default=(), validator=_parts)
    subject: str = field(default="", validator=is_a(str))
    holds_from: date | None = field(default=None, validator=optional(is_date))
    rule: str = field(default="", validator=is_a(str))
    boxes: tuple[int, ...] = field(default=(), validator=tuple_of(int))
    contested: tuple[Contested, ...] = field(default=(), validator=tuple_of(Contested))
    reminds: bool = field(default=False, validator=is_bool)


# Nobody holds the draft that it was: it is the same object.
@frozen(kw_only=True, eq=False, repr=False)  # pyright: ignore[reportGeneralTypeIssues]
class Finding(PlainValue, _Draft, metaclass=FindingKind):
    """The outcome of a rule, or of one of its parts.

    A rule with named results declares them in a class of its own under this
    one; see `Result`.

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

    if TYPE_CHECKING:
        # frozen: a class below may narrow it
        parts: "tuple[Finding, ...]" = field(default=())

    not_covered = Result[str]("the law that the library does not hold on that day, in French")

    def __repr__(self) -> str:
        told = [repr(shortened(self._told_plainly()))]
        if self.missing:
            told.append(f"{len(self.missing)} missing")
        if self.contested:
            told.append("contested")
        name = self.rule or shortened(self.subject, 28)
        about = f"{name}: " if name else ""
        return f"Finding({about}{self.outcome.name}, {', '.join(told)})"

    def _told_plainly(self) -> str:
        """The sentence; the template where a value of it is wanting."""
        try:
            return self.sentence
        except InvalidValue:
            return self.template

    def __bool__(self) -> bool:
        """Refuse truth-testing; `bool` for type checkers, see `Outcome`."""
        refuse_truth(self.rule, "compare finding.outcome with Outcome.COMPLIANT")

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
        for key, value in self.values:
            if key == name:
                return value
        return None

    def but(
        self,
        template: str | None = None,
        *,
        values: tuple[tuple[str, Value], ...] | None = None,
        missing: Iterable[str] | None = None,
        sources: Iterable[Source] | None = None,
        caveats: Iterable[Caveat] | None = None,
        parts: "Iterable[Finding] | None" = None,
        subject: str | None = None,
        holds_from: date | None = None,
        **named: Value,
    ) -> "Finding":
        """The same finding but for what is told.

        Args:
            template: Another sentence.
            values: Named results instead of its own.
            missing: Other facts.
            sources: Other sources.
            caveats: Other reserves.
            parts: Other parts.
            subject: Another subject.
            holds_from: The day from which it would hold.
            **named: Named results, more or in place of those it has.

        Returns:
            Another finding, of the same outcome.

        >>> from apprentissage.judging import compliant
        >>> found = compliant("Oui.", hours=400)
        >>> found.but("Oui : {hours} h sur {of} h.", of=500).sentence
        'Oui\xa0: 400\xa0h sur 500\xa0h.'
        """
        values = self.values if values is None else own_items("values", values, tuple)
        if holds_from is not None:
            check_date("holds_from", holds_from)
        if named:
            values = tuple({**dict(values), **named}.items())
        return built(
            self.outcome,
            self.template if template is None else own_text("template", template),
            values,
            self.missing if missing is None else own_items("missing", missing, str),
            self.sources if sources is None else own_items("sources", sources, Source),
            self.caveats if caveats is None else own_items("caveats", caveats, Caveat),
            self.parts if parts is None else own_items("parts", parts, Finding),
            self.subject if subject is None else own_text("subject", subject),
            self.holds_from if holds_from is None else holds_from,
            self.rule,
            self.boxes,
            self.contested,
            self.reminds,
            type(self),
        )

    @property
    def label(self) -> str:
        """The outcome in French, or the word of a reminder."""
        return REMINDER if self.reminds else self.outcome.label

    @property
    def sentence(self) -> str:
        """What it finds, as a French sentence.

        Its template may name the missing facts as `{facts}`.
        """
        return sentence(self.template, dict(self.told))

    @property
    def told(self) -> tuple[tuple[str, Value], ...]:
        """Its named results; as `facts`, what it misses in French.

        Named here and not while judging: most findings are never printed.
        """
        if not self.missing:
            return self.values
        return (*self.values, ("facts", french_names(self.missing)))

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


def built(  # noqa: PLR0917 - by position where it counts, see `made`
    outcome: Outcome,
    template: str,
    values: tuple[tuple[str, Value], ...] = (),
    missing: tuple[str, ...] = (),
    sources: tuple[Source, ...] = (),
    caveats: tuple[Caveat, ...] = (),
    parts: tuple[Finding, ...] = (),
    subject: str = "",
    holds_from: date | None = None,
    rule: str = "",
    boxes: tuple[int, ...] = (),
    contested: tuple[Contested, ...] = (),
    reminds: bool = False,
    kind: type[Finding] = Finding,
) -> Finding:
    """A finding of fields known to be good, unchecked.

    The one place where the library makes findings; see `_Draft`.
    """
    draft: Any = _Draft()
    draft.outcome = outcome
    draft.template = template
    draft.values = values
    draft.missing = missing
    draft.sources = sources
    draft.caveats = caveats
    draft.parts = parts
    draft.subject = subject
    draft.holds_from = holds_from
    draft.rule = rule
    draft.boxes = boxes
    draft.contested = contested
    draft.reminds = reminds
    draft.__class__ = kind
    return draft  # type: ignore[no-any-return]


def made(  # noqa: PLR0917 - by position, see below
    outcome: Outcome,
    template: str,
    values: Mapping[str, Value],
    missing: tuple[str, ...],
    sources: Iterable[Source],
    caveats: Iterable[Caveat],
    subject: str,
    reminds: bool,
) -> Finding:
    """The same as `built` for what a judge makes, by position.

    What a judge hands over is looked at. A review makes more than a hundred
    of them: a call by names takes twice as long as one by position, and one
    that goes on to `built` three times.
    """
    if type(template) is not str or type(subject) is not str:
        own_text("template", template)
        own_text("subject", subject)
    draft: Any = _Draft()
    draft.outcome = outcome
    draft.template = template
    # what many findings have none of takes no call
    draft.values = tuple(values.items()) if values else ()
    draft.missing = missing
    draft.sources = () if sources == () else own_items("sources", sources, Source)
    draft.caveats = () if caveats == () else own_items("caveats", caveats, Caveat)
    draft.parts = ()
    draft.subject = subject
    draft.holds_from = None
    draft.rule = ""
    draft.boxes = ()
    draft.contested = ()
    draft.reminds = reminds
    draft.__class__ = Finding
    return draft  # type: ignore[no-any-return]


def remade(  # noqa: PLR0917 - by position, see `made`
    finding: Finding,
    kind: type[Finding],
    parts: tuple[Finding, ...],
    subject: str,
    holds_from: date | None,
    rule: str,
    boxes: tuple[int, ...],
    contested: tuple[Contested, ...],
) -> Finding:
    """What another finding tells, as a class and of a rule.

    The other one may be told elsewhere too: it stays as it is.
    """
    draft: Any = _Draft()
    draft.outcome = finding.outcome
    draft.template = finding.template
    draft.values = finding.values
    draft.missing = finding.missing
    draft.sources = finding.sources
    draft.caveats = finding.caveats
    draft.parts = parts
    draft.subject = subject
    draft.holds_from = holds_from
    draft.rule = rule
    draft.boxes = boxes
    draft.contested = contested
    draft.reminds = finding.reminds
    draft.__class__ = kind
    return draft  # type: ignore[no-any-return]


def typed(parts: tuple[Finding, ...], kind: type[Finding]) -> tuple[Any, ...]:
    """Parts as the class that the whole declares for them, at each depth.

    One that a table holds has it already.
    """
    return tuple(
        [
            part
            if type(part) is kind
            else remade(
                part,
                kind,
                part.parts and typed(part.parts, kind.part_kind or kind),
                part.subject,
                part.holds_from,
                part.rule,
                part.boxes,
                part.contested,
            )
            for part in parts
        ]
    )


def own_items(path: str, items: Iterable[T], kind: type[T]) -> tuple[T, ...]:
    """Items as a tuple, each an instance of a class.

    The library's rules hand over tuples of their own at each condition, and
    users may: those that are good are looked through here.
    """
    if type(items) is tuple:
        for item in items:
            # a class is compared in half the time
            if type(item) is not kind and not isinstance(item, kind):
                break
        else:
            return items
    elif type(items) is list or type(items) is GeneratorType:
        return own_items(path, tuple(items), kind)
    return check_items(path, items, kind)


def own_text(path: str, value: str) -> str:
    """A text as it is; see `own_items`."""
    if type(value) is not str:
        raise WrongType(path, value, "write a str")
    return value
