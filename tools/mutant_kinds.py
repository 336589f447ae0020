"""Single faults put into a source: what `mutants` can change in it.

Each is one span of the text replaced by another; the rest stays as written.
Left alone: docstrings, annotations, prose (a string with a space), what only
type checkers read, and the options of a class decorator.
"""

import ast
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from attrs import frozen

from tools.mutant_tests import AROUND, functions

COMPARISONS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
ARITHMETIC: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
TOLD = {"caveats", "consequence", "missing", "source", "sources"}
"""Keywords of which the answer is poorer when they are dropped."""
NUMBER_TEXT = re.compile(r"-?\d+(\.\d+)?")
NAME = re.compile(r"[^\s]+")


@frozen
class Mutant:
    """One fault.

    Args:
        module: Of the library, below its root.
        function: The outermost function, or AROUND.
        line: Words of the line on which the fault begins.
        kind: Of which kind it is.
        lines: Numbers of the first and the last line of its statement.
        start: Offset of what is replaced.
        end: Offset past it.
        old: What is replaced.
        new: By what.
    """

    module: str
    function: str
    line: str
    kind: str
    lines: tuple[int, int]
    start: int
    end: int
    old: str
    new: str

    @property
    def change(self) -> str:
        """What it changes, in one line."""
        if self.kind == "swap":
            return " ".join(f"swap of {self.old}".split())
        return " ".join(f"{self.old} → {self.new or 'nothing'}".split())

    def applied(self, source: str) -> str:
        """The source with the fault."""
        return source[: self.start] + self.new + source[self.end :]


@frozen
class _Span:
    kind: str
    start: int
    end: int
    new: str


class _Finder:
    """Walks a source and tells the faults that it can take."""

    def __init__(self, source: str) -> None:
        self.source = source
        # membership is asked of them: their order says nothing
        self.unordered: set[int] = set()
        self.starts = [0]
        for line in source.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.bytes_of = [line.encode() for line in source.splitlines(keepends=True)]

    def offset(self, line: int, column: int) -> int:
        """Where a position of the tree lies in the text."""
        before = self.bytes_of[line - 1][:column].decode()
        return self.starts[line - 1] + len(before)

    def start(self, node: ast.AST) -> int:
        return self.offset(node.lineno, node.col_offset)  # type: ignore[attr-defined]

    def end(self, node: ast.AST) -> int:
        return self.offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]

    def text(self, node: ast.AST) -> str:
        return self.source[self.start(node) : self.end(node)]

    def put(self, kind: str, node: ast.AST, new: str) -> _Span:
        return _Span(kind, self.start(node), self.end(node), new)

    def faults(self, node: ast.AST) -> Iterator[_Span]:
        """Those of a node and of all below it."""
        yield from self.here(node)
        for child in self.children(node):
            yield from self.faults(child)

    def children(  # noqa: C901
        self, node: ast.AST
    ) -> Iterator[ast.AST]:
        """The nodes below that count for the run."""
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), orelse=orelse):
                yield from orelse
                return
            case ast.JoinedStr():  # its spans are those of the whole text
                return
            case ast.Call(func=ast.Name(id="date"), args=[_, _, _]) if _day(node) is not None:
                return
            case ast.Call(func=ast.Name(id="Decimal")) if _number(node):
                return
            case ast.Subscript(value=value) if _is_type(value):
                return
            case ast.Call(func=ast.Name(id="TypeVar")):
                return
            case ast.Call(func=ast.Name(id="cast"), args=[_, value]):
                yield value
                return
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "type_comment"}:
                continue
            if name == "decorator_list" and isinstance(node, ast.ClassDef):
                continue
            items = value if isinstance(value, list) else [value]
            for item in items:
                # a docstring, that of a constant too
                told = isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant)
                if isinstance(item, ast.AST) and not told:
                    yield item

    def here(  # noqa: C901, PLR0912
        self, node: ast.AST
    ) -> Iterator[_Span]:
        """Those of a node itself."""
        match node:
            case ast.Compare(comparators=[*others]):
                self.unordered.update(map(id, others))
                yield from self.comparison(node)
            case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")], value=value):
                self.unordered.add(id(value))
            case ast.BinOp() | ast.AugAssign():
                yield from self.arithmetic(node)
            case ast.BoolOp():
                yield from self.conditions(node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield self.put("condition", node, f"({self.text(operand)})")
            case ast.If(test=test, body=[ast.Expr(value=ast.Call() as call)]) if (
                self.text(call.func) == "check_arguments"
            ):
                # it spares a check that lets pass what it spares it for
                yield self.put("condition", test, "False")
            case ast.If(test=ast.Name(id="TYPE_CHECKING") as test):
                yield self.put("condition", test, "True")  # it is false whenever it runs
            case ast.If(test=test) | ast.IfExp(test=test):
                for new in ("True", "False"):
                    yield self.put("condition", test, new)
            case ast.comprehension(ifs=[*tests]):
                for test in tests:
                    yield self.put("condition", test, "True")
            case ast.Constant():
                yield from self.constant(node)
            case ast.Dict():
                yield from self.table(node)
            case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()):
                yield from self.entries(node.elts, "tuple")
                if id(node) not in self.unordered:
                    yield from self.swaps(node.elts)
                if isinstance(node, ast.Tuple) and len(node.elts) == 1:
                    yield self.put("entry", node, "()")
            case ast.Set():
                yield from self.entries(node.elts, "set")
            case ast.Call():
                yield from self.call(node)
            case ast.Raise() | ast.Assert():
                yield self.put("check", node, "pass")
            case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
                yield self.put("check", node, "pass")

    def between(
        self, before: ast.AST, after: ast.AST, change: tuple[str, str]
    ) -> tuple[int, int] | None:
        """Where the operator between two nodes stands."""
        lo, hi = self.end(before), self.start(after)
        words = r"\s+".join(map(re.escape, change[0].split()))
        found = re.search(words, self.source[lo:hi])
        return (lo + found.start(), lo + found.end()) if found else None

    def comparison(self, node: ast.Compare) -> Iterator[_Span]:
        operands = [node.left, *node.comparators]
        for op, (left, right) in zip(node.ops, pairwise(operands), strict=True):
            change = COMPARISONS[type(op)]
            if place := self.between(left, right, change):
                yield _Span("comparison", *place, change[1])

    def arithmetic(self, node: ast.BinOp | ast.AugAssign) -> Iterator[_Span]:
        left, right = (
            (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
        )
        if any(
            isinstance(each, ast.JoinedStr)
            or (isinstance(each, ast.Constant) and each.value is None)
            or (isinstance(each, ast.Constant) and type(each.value) is str)
            for each in (left, right)
        ):
            return
        change = ARITHMETIC.get(type(node.op))
        if change and (place := self.between(left, right, change)):
            yield _Span("arithmetic", *place, change[1])

    def conditions(self, node: ast.BoolOp) -> Iterator[_Span]:
        word = "and" if isinstance(node.op, ast.And) else "or"
        other = "or" if word == "and" else "and"
        yield from self.entries(node.values, "condition")
        for left, right in pairwise(node.values):
            lo = self.end(left)
            found = re.search(rf"\b{word}\b", self.source[lo : self.start(right)])
            # the others keep their operator: only two have none
            if found and len(node.values) == 2:
                place = (lo + found.start(), lo + found.end())
                yield _Span("condition", *place, other)

    def constant(self, node: ast.Constant) -> Iterator[_Span]:
        match node.value:
            case bool():
                yield self.put("boolean", node, str(not node.value))
            case int():
                for step in (1, -1):
                    yield self.put("number", node, str(node.value + step))
            case str() as text if NUMBER_TEXT.fullmatch(text):
                yield self.put("code", node, f'"{_moved(text, 1)}"')
            case str() as text if NAME.fullmatch(text):
                quoted = self.text(node)
                if quoted[-1:] == quoted[:1] and quoted[:1] in "'\"":
                    yield self.put("code", node, f"{quoted[:-1]}x{quoted[-1]}")

    def table(self, node: ast.Dict) -> Iterator[_Span]:
        pairs = list(zip(node.keys, node.values, strict=True))
        spans = [
            (self.start(key) if key else self.unpacked(value), self.end(value))
            for key, value in pairs
        ]
        for start, end in spans:
            yield _Span("entry", *self.with_comma(start, end), "")
        named = [value for key, value in pairs if key is not None]
        yield from self.swaps(named)

    def unpacked(self, value: ast.AST) -> int:
        """Where the stars before an unpacked table stand."""
        return self.source.rindex("**", 0, self.start(value))

    def with_comma(self, start: int, end: int) -> tuple[int, int]:
        """A span with the comma that follows it."""
        found = re.compile(r"\s*(#[^\n]*\n\s*)*,").match(self.source, end)
        return start, found.end() if found else end

    def entries(self, elements: Sequence[ast.expr], of: str) -> Iterator[_Span]:
        """Each element dropped; what would leave nothing is not here."""
        if len(elements) < 2:
            return
        for rank, element in enumerate(elements):
            if rank + 1 < len(elements):
                start, end = (self.outer(element)[0], self.outer(elements[rank + 1])[0])
            else:
                start, end = (self.outer(elements[rank - 1])[1], self.outer(element)[1])
            new = ""
            # one element left is a tuple by its comma
            if of == "tuple" and len(elements) == 2 and rank == 1:
                new = ","
            if of == "tuple" and len(elements) == 2 and rank == 0:
                end_of_last = self.outer(elements[1])[1]
                new, end = (
                    f"{self.source[end:end_of_last]},",
                    self.with_comma(start, end_of_last)[1],
                )
            kind = "condition" if of == "condition" else "entry"
            yield _Span(kind, start, end, new)

    def outer(self, node: ast.AST) -> tuple[int, int]:
        """The span of a node with its own parentheses."""
        start, end = self.start(node), self.end(node)
        while True:
            before = re.compile(r"\(\s*$").search(self.source, max(0, start - 200), start)
            after = re.compile(r"\s*\)").match(self.source, end)
            if not before or not after:
                return start, end
            inside = self.source[before.start() : after.end()]
            if not self.alone(before.start(), inside):
                return start, end
            start, end = before.start(), after.end()

    def alone(self, start: int, inside: str) -> bool:
        """Whether parentheses hold one expression and open no call."""
        before = self.source[:start].rstrip()
        if before and (before[-1].isalnum() or before[-1] in "_)]"):
            word = re.search(r"(\w+)$", before)
            if not word or word[1] not in {
                *("and", "or", "not", "in", "is", "if", "else", "return")
            }:
                return False
        try:
            found = ast.parse(inside, mode="eval").body
        except SyntaxError:
            return False
        return not isinstance(found, ast.Tuple)

    def swaps(self, values: Sequence[ast.expr]) -> Iterator[_Span]:
        """Two neighbours exchanged, where they differ."""
        for one, other in pairwise(values):
            first, second = self.text(one), self.text(other)
            if first == second or isinstance(one, ast.Starred):
                continue
            if isinstance(other, ast.Starred):
                continue
            lo, hi = self.end(one), self.start(other)
            if len(first) + len(second) > 400:
                continue
            yield _Span(
                "swap", self.start(one), self.end(other), f"{second}{self.source[lo:hi]}{first}"
            )

    def call(self, node: ast.Call) -> Iterator[_Span]:
        name = node.func.id if isinstance(node.func, ast.Name) else None
        if name == "date" and (day := _day(node)):
            for step in (1, -1):
                moved = day + timedelta(step)
                new = f"date({moved.year}, {moved.month}, {moved.day})"
                yield self.put("date", node, new)
        if name == "Decimal" and (text := _number(node)):
            (argument,) = node.args
            yield self.put("number", argument, f'"{_moved(text, 1)}"')
        for keyword in node.keywords:
            if keyword.arg in TOLD:
                place = self.with_comma(self.start(keyword), self.end(keyword))
                yield _Span("told", *place, "")
            elif keyword.arg == "validator":
                place = self.with_comma(self.start(keyword), self.end(keyword))
                yield _Span("check", *place, "")


def _day(node: ast.Call) -> date | None:
    values = [each.value for each in node.args if isinstance(each, ast.Constant)]
    match values:
        case [int() as year, int() as month, int() as day]:
            try:
                found = date(year, month, day)
            except ValueError:
                return None
            # one day is left on each side
            inside = date(1, 1, 2) <= found <= date(9999, 12, 30)
            return found if inside else None
    return None


def _number(node: ast.Call) -> str | None:
    match node.args:
        case [ast.Constant(value=str() as text)] if NUMBER_TEXT.fullmatch(text):
            return text
    return None


def _moved(text: str, step: int) -> str:
    """A number written out, its last digit moved."""
    last = int(text[-1]) + step
    return text[:-1] + str(last % 10)


def _is_type(value: ast.expr) -> bool:
    """Whether what is subscripted looks like a type: `tuple[int, ...]`."""
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return (name[:1].isupper() and not name.isupper()) or name in {
                *("dict", "frozenset", "list", "set", "tuple", "type")
            }
    return False


def mutants_of(module: str, source: str) -> list[Mutant]:
    """The faults that a source can take, in the order of its text."""
    tree = ast.parse(source)
    finder = _Finder(source)
    lines = source.splitlines()
    owner = [AROUND] * (len(lines) + 1)
    for name, node in functions(tree):
        first = node.lineno  # type: ignore[attr-defined]
        last = node.end_lineno  # type: ignore[attr-defined]
        for number in range(first, last + 1):
            owner[number] = name
    statements = _statements(tree, len(lines))
    found: list[Mutant] = []
    seen: set[tuple[int, int, str]] = set()
    for span in finder.faults(tree):
        place = (span.start, span.end, span.new)
        old = source[span.start : span.end]
        if place in seen or old == span.new:
            continue
        seen.add(place)
        number = source.count("\n", 0, span.start) + 1
        mutant = Mutant(
            module,
            owner[number],
            lines[number - 1].strip(),
            span.kind,
            statements[number],
            span.start,
            span.end,
            old,
            span.new,
        )
        found.append(mutant)
    return found


def _statements(tree: ast.AST, count: int) -> list[tuple[int, int]]:
    """The lines of the innermost statement around each line.

    Of a compound statement those of its head: what is below has its own.
    """
    around = [(number, number) for number in range(count + 1)]
    for node in ast.walk(tree):  # outer ones first
        if isinstance(node, ast.stmt) and node.end_lineno:
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if body else node.end_lineno
            for number in range(node.lineno, max(node.lineno, last) + 1):
                around[number] = (node.lineno, max(node.lineno, last))
    return around


def readable(source: str) -> bool:
    """Whether a source is still one: a few faults leave none."""
    try:
        compile(source, "mutant", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
