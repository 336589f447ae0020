"""The named results of a rule, declared once: name, type and meaning."""

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, Never, Self, TypeVar, get_args, overload

from apprentissage._arguments import check_arguments
from apprentissage.errors import InvalidValue

if TYPE_CHECKING:
    from apprentissage.judging.finding import Finding

T = TypeVar("T")

_ITSELF: Any = Self


class Result(Generic[T]):
    """A named result of a finding, in the body of its class.

    `latest_on = Result[date]("last day within the limit")` in a class under
    `Finding` is the one place where the name, the type and the meaning
    stand: type checkers, `help`, the docs and the JSON Schema read it. A
    finding that lacks the result has None.

    Args:
        meaning: What it is, in a few words.
    """

    name: str
    __orig_class__: Any

    def __init__(self, meaning: str) -> None:
        """Declare it."""
        self.meaning = self.__doc__ = meaning

    def __set_name__(self, _: type, name: str) -> None:
        """Learn its name from the class."""
        self.name = name

    @overload
    def __get__(self, finding: None, _: object) -> "Result[T]": ...
    @overload
    def __get__(self, finding: "Finding", _: object) -> T | None: ...
    def __get__(self, finding: "Finding | None", _: object) -> Any:
        """The result of a finding, None where it has none."""
        return self if finding is None else finding.get(self.name)

    def __set__(self, finding: "Finding", value: Never) -> None:
        """Refuse: a finding is frozen, and `help` lists what can refuse."""
        raise AttributeError(f"{self.name}: a finding is frozen")

    def __repr__(self) -> str:
        return f"Result[{self.type_name}]({self.meaning!r})"

    @property
    def type_name(self) -> str:
        """The type declared, in words: `date`, `tuple[Document, ...]`."""
        return _named(self.kind)

    @property
    def kind(self) -> Any:
        """The type declared."""
        (kind,) = get_args(self.__orig_class__)
        return kind


def _named(kind: Any) -> str:
    if isinstance(kind, UnionType):
        return " | ".join(map(_named, get_args(kind)))
    if get_args(kind):
        return f"tuple[{_named(get_args(kind)[0])}, ...]"
    return "None" if kind is NoneType else str(kind.__name__)


class FindingKind(type):
    """The class of the classes of findings, which share their slots.

    Findings are made as plain drafts and then given their class: so no class
    has slots of its own. It learns the class of its parts from the annotation
    that type checkers read: `parts: tuple[Trial, ...]`, or `tuple[Self, ...]`.
    """

    part_kind: Any = None

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> "FindingKind":
        """A class without slots of its own.

        Raises:
            InvalidValue: For a result named as what every finding has.
        """
        space.setdefault("__slots__", ())
        kind = super().__new__(cls, name, bases, space)
        for named, value in space.items():
            if isinstance(value, Result) and any(hasattr(base, named) for base in bases):
                raise InvalidValue(name, named, "name the result otherwise")
        for part in get_args(kind.__annotations__.get("parts"))[:1]:
            itself: Any = kind
            kind.part_kind = itself if part is _ITSELF else part
        return kind


def results_of(kind: FindingKind) -> tuple[Result[Any], ...]:
    """The named results that a class of findings declares.

    Args:
        kind: `Finding`, or a class under it; `kind.part_kind` is that of its
            parts, None for plain ones.

    >>> from apprentissage.age.upper_age import UpperAgeFinding
    >>> results_of(UpperAgeFinding)[-1]
    Result[str]('derogation code of box 19')
    """
    check_arguments(results_of, locals())
    return tuple(
        value
        for base in reversed(kind.__mro__)
        for value in vars(base).values()
        if isinstance(value, Result)
    )
