"""Small changes to code, of the kinds that people make by mistake: what ``make mutants`` tries on the tests.

A limit taken in or left out, a condition turned round, one more or one fewer, the other end of an interval, an argument
or an entry forgotten. Words for people, types, ``assert``, and what only guards or speeds things up are left alone: a
change of them says nothing about the tests.
"""

import ast
import copy
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

IMPORT = ""
"""The function of what stands in none."""


class Change(NamedTuple):
    """One small change to a module."""

    module: str
    """The module's file, from the top of the tree."""
    function: str
    """The function around it, behind its class; ``IMPORT`` outside of any."""
    said: str
    """What stands there and what is put there instead, in words that stay when lines move."""
    line: int
    """The line where it begins, from 1."""
    runs: int | None
    """The line of the ``def`` of the function that runs it; None where the module does when it is imported."""
    names: frozenset[str]
    """The names of the module by which others reach it."""
    span: range
    """What it takes the place of [bytes from the start of the module]."""
    put: str
    """What is put there."""

    def made(self, text: bytes) -> bytes:
        """The text of the module with the change."""
        return text[: self.span.start] + self.put.encode() + text[self.span.stop :]


class _Edit(NamedTuple):
    """A node, and what takes its place."""

    node: ast.expr
    put: str
    said: str


class _Where(NamedTuple):
    """What is around a node."""

    function: str = IMPORT
    runs: int | None = None
    names: frozenset[str] = frozenset()


def changes(module: str, text: bytes) -> list[Change]:
    r"""Every change to a module that is tried, in the order of its lines.

    >>> for each in changes("late.py", b"def late(day, last=3):\n    return day > last"):
    ...     print(each.line, each.function, each.said)
    1 late 3 -> 4
    2 late day > last -> day >= last
    """
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found, times = list[Change](), Counter[tuple[str, str]]()
    for where, (node, put, said) in _within(ast.parse(text), _Where()):
        times[where.function, said] += 1
        nth = times[where.function, said]
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        words = f"{said} (no. {nth})" if nth > 1 else said
        found.append(
            Change(module, where.function, words, node.lineno, where.runs, where.names, range(begin, end), put)
        )
    return sorted(found, key=lambda each: each.line)


def _within(node: ast.AST, where: _Where) -> Iterator[tuple[_Where, _Edit]]:
    """The changes to a node and to all within it, each with what is around it."""
    if isinstance(node, ast.stmt) and where.runs is None:
        where = where._replace(names=where.names | frozenset(_bound(node)))
    head = body = where
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        # What a default or a decorator says is run by whoever makes the function.
        head = where._replace(function=".".join(filter(None, (where.function, node.name))))
        body = head._replace(runs=node.lineno) if isinstance(node, ast.FunctionDef) else head
    yield from ((where, edit) for edit in _edits(node))
    for child in _children(node):
        inside = isinstance(node, ast.FunctionDef | ast.ClassDef) and child in node.body
        yield from _within(child, body if inside else head)


def _bound(node: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module or class gives to something."""
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=targets):
            yield from (each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name))


_WORDS = {"Text", "Text.same", "cast", "TypeVar", "NewType"}
"""Calls that hold words for people, or types."""
_GUARDS = {"dataclass", "lru_cache", "cache", "cached_property"}
"""Calls that say nothing of what comes out."""


def _children(node: ast.AST) -> list[ast.AST]:
    """What is looked through within a node."""
    match node:
        case ast.Assert() | ast.JoinedStr() | ast.Import() | ast.ImportFrom():
            return []
        case ast.Call(func=func) if ast.unparse(func) in _WORDS | _GUARDS:
            return []
        case ast.AnnAssign(value=value):
            return [value] if value else []
        case ast.FunctionDef(args=args, decorator_list=decorators, body=body):
            return [*decorators, *args.defaults, *(each for each in args.kw_defaults if each), *body]
        case ast.Return(value=ast.Tuple(elts=parts)) | ast.Yield(value=ast.Tuple(elts=parts)):
            # Who takes several things in would stumble over one fewer, whatever the tests say.
            return [*parts]
        case ast.Assign(targets=[ast.Tuple()], value=ast.Tuple(elts=parts)) | ast.Match(subject=ast.Tuple(elts=parts)):
            return [*parts, *getattr(node, "cases", ())]
        case ast.Subscript(value=value, slice=ast.Tuple(elts=parts)):
            return [value, *parts]
        case (
            ast.ListComp(elt=ast.Tuple(elts=parts), generators=generators)
            | ast.GeneratorExp(elt=ast.Tuple(elts=parts), generators=generators)
        ):
            return [*parts, *generators]
    return list(ast.iter_child_nodes(node))


def _edits(node: ast.AST) -> Iterator[_Edit]:
    """The changes to a node itself."""
    for condition in _conditions(node):
        if not isinstance(condition, ast.Compare) and not _is_not(condition):
            said = ast.unparse(condition)
            yield _Edit(condition, f"(not ({said}))", f"{said} -> not {said}")
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.Constant(value=bool() | int() | float()):
            yield from _constant(node)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield _edit(node, operand)
        case ast.BoolOp(op=op):
            yield _edit(node, _with(node, op=ast.Or() if isinstance(op, ast.And) else ast.And()))
        case ast.BinOp(op=op) if type(op) in _OPERATORS and not _joins(node):
            yield _edit(node, _with(node, op=_OPERATORS[type(op)]()))
        case ast.Name(id=name, ctx=ast.Load()) if name in _NAMES:
            yield _edit(node, _with(node, id=_NAMES[name]))
        case ast.Attribute(attr=name, ctx=ast.Load()) if name in _ENDS:
            yield _edit(node, _with(node, attr=_ENDS[name]))
        case ast.Call():
            yield from _called(node)
        case ast.Dict() | ast.List(ctx=ast.Load()) | ast.Set() | ast.Tuple(ctx=ast.Load()):
            yield from _shortened(node)


_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
}
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}
_ENDS = {"low": "high", "high": "low"}
_OPTIONAL = {"strict", "encoding", "maxsize"}
"""Arguments that guard, or say what is so here anyway."""


def _conditions(node: ast.AST) -> Sequence[ast.expr]:
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            return [test]
        case ast.comprehension(ifs=ifs):
            return ifs
        case ast.match_case(guard=guard) if guard is not None:
            return [guard]
    return []


def _is_not(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _joins(node: ast.BinOp) -> bool:
    """Whether texts or lists are joined, which nothing else can be done with."""
    for each in (node.left, node.right):
        match each:
            case ast.List() | ast.Tuple() | ast.JoinedStr() | ast.Constant(value=str()):
                return True
            case ast.BinOp() if _joins(each):
                return True
    return False


def _with(node: ast.expr, **fields: Any) -> ast.expr:
    """A copy of a node with other fields."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _edit(node: ast.expr, other: ast.expr) -> _Edit:
    before, after = ast.unparse(node), ast.unparse(other)
    return _Edit(node, f"({after})", f"{before} -> {after}")


def _compared(node: ast.Compare) -> Iterator[_Edit]:
    """Every comparison of a chain, its limit on the other side."""
    for index, op in enumerate(node.ops):
        other: list[ast.cmpop] = [*node.ops]
        other[index] = _COMPARISONS[type(op)]()
        yield _edit(node, _with(node, ops=other))


def _constant(node: ast.Constant) -> Iterator[_Edit]:
    """True for False; one more; twice as much. A tiny number stands for no difference at all, and twice it too."""
    match node.value:
        case bool(value):
            yield _edit(node, ast.Constant(not value))
        case int(value):
            yield _edit(node, ast.Constant(value + 1))
        case float(value) if value > 1e-6:
            yield _edit(node, ast.Constant(2 * value))


def _called(node: ast.Call) -> Iterator[_Edit]:
    """A call without one of its named arguments, and an interval with its ends exchanged."""
    match node:
        case ast.Call(func=ast.Name(id="Interval"), args=[low, high]) if ast.unparse(low) != ast.unparse(high):
            yield _edit(node, _with(node, args=[high, low]))
        case ast.Call(func=ast.Attribute(attr="fill")):
            return
    for index, given in enumerate(node.keywords):
        if given.arg and given.arg not in _OPTIONAL:
            yield _without(node, "keywords", index, f"{given.arg}={ast.unparse(given.value)}")


def _shortened(node: ast.Dict | ast.List | ast.Set | ast.Tuple) -> Iterator[_Edit]:
    """A display of several things without one of them."""
    if isinstance(node, ast.Dict):
        for index, key in enumerate(node.keys):
            said = f"{ast.unparse(key) if key else '**'}: {ast.unparse(node.values[index])}"
            other = _with(node, values=[*node.values[:index], *node.values[index + 1 :]])
            yield _without(other, "keys", index, said)._replace(node=node)
    elif not isinstance(node, ast.Set) or len(node.elts) > 1:
        yield from (_without(node, "elts", index, ast.unparse(each)) for index, each in enumerate(node.elts))


def _without(node: Any, field: str, index: int, said: str) -> _Edit:
    """A node without one of its parts."""
    parts = getattr(node, field)
    other = _with(node, **{field: [*parts[:index], *parts[index + 1 :]]})
    return _Edit(node, ast.unparse(other), f"{said} -> nothing")


class Part(NamedTuple):
    """A statement of a module itself."""

    names: frozenset[str]
    """The names that it gives to something."""
    mentions: frozenset[str]
    """The names in it."""
    functions: range
    """The lines in which functions of it begin; empty where it holds none."""


def parts(text: bytes) -> list[Part]:
    r"""The statements of a module.

    >>> [(sorted(each.names), list(each.functions)) for each in parts(b"LIMIT = 3\ndef f():\n    return LIMIT")]
    [(['LIMIT'], []), (['f'], [2, 3])]
    """
    return [Part(frozenset(_bound(each)), frozenset(_mentioned(each)), _holding(each)) for each in ast.parse(text).body]


def _mentioned(node: ast.stmt) -> Iterator[str]:
    for each in ast.walk(node):
        match each:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name


def _holding(node: ast.stmt) -> range:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return range(0)
