"""Is a regular expression linear in time? Judged from its parse, before it meets a text.

Python's engine goes back and tries again. It stays linear in the length of a sentence as long as there is only one way
to share a run of characters out among repetitions. Three shapes have many ways, and each is named:

1. A repetition inside a repetition, `(a+)+`, unless each round of the outer one must pass something that the inner one
   cannot take, as the comma of `(?:, \\w+)*`.
2. Choices inside a repetition that begin alike, `(?:\\w|a)*`, or a round that may be empty, `(?:a?)*`.
3. Two repetitions in a row that can both take what lies between them, `\\w+\\w+` or `.*x.*`.

Only repetitions without a bound count: `{0,70}` may be slow but has an end. The judgement is cautious: it may refuse a
pattern that happens to be harmless, never the other way round for these shapes.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

#: The standard library's own parser: what it makes of a pattern is what the engine will run.
_PARSER: Final[Any] = importlib.import_module("re._parser")
#: A repetition of more rounds than this counts as one without end.
MOST_ROUNDS = 400
#: Characters that stand for all: what a class takes is told by which of these it takes.
_SAMPLE: Final = frozenset(chr(i) for i in range(9, 127)) | frozenset("éß中…–—“”’\u00a0")

_Node = tuple[Any, Any]


def superlinear(pattern: str, flags: int = re.IGNORECASE) -> str | None:
    """Why a pattern may take more than linear time, in words; None where nothing speaks against it."""
    tree = _PARSER.parse(pattern, flags)
    return next(_faults(tuple(tree)), None)


def _faults(nodes: Sequence[_Node]) -> Iterator[str]:
    for node in nodes:
        for inner in _inside(node):
            yield from _faults(inner)
        if _endless(node):
            yield from _in_a_round(tuple(node[1][2]))
    yield from _in_a_row(_flat(nodes))


def _in_a_round(body: Sequence[_Node]) -> Iterator[str]:
    """Faults of the body of a repetition without end."""
    if all(_may_be_empty(n) for n in body):
        yield "a repeated group may be empty; let each round take at least one character"
    taken: set[str] = set()
    for node in _all(body):
        if _endless(node):
            taken |= _chars(tuple(node[1][2]))
    if taken and not any(not _may_be_empty(n) and not _endless(n) and not _chars((n,)) & taken for n in body):
        yield "a repeated group repeats inside; end each round with a character that the inner repetition cannot take"
    for node in _all(body):
        if str(node[0]) == "BRANCH":
            branches = [tuple(branch) for branch in node[1][1]]
            if any(_alike(a, b) for i, a in enumerate(branches) for b in branches[i + 1 :]):
                yield "choices inside a repeated group begin alike; let each begin with another character"


def _alike(one: Sequence[_Node], other: Sequence[_Node]) -> bool:
    """Can two choices begin on one text? Plain words only if one begins the other."""
    if all(str(op) == "LITERAL" for op, _ in (*one, *other)):
        a, b = ("".join(chr(value) for _, value in branch).casefold() for branch in (one, other))
        return a.startswith(b) or b.startswith(a)
    return bool(_first(one) & _first(other))


def _in_a_row(nodes: Sequence[_Node]) -> Iterator[str]:
    """Two repetitions without end in one sequence, with nothing between them that the first could not take."""
    last: set[str] | None = None
    for node in nodes:
        if _endless(node):
            own = _chars(tuple(node[1][2]))
            if last is not None and last & own:
                yield "two repetitions in a row can share the same characters; bound one, as in {0,80}"
            last = own
        elif last is not None and not _may_be_empty(node) and not _chars((node,)) <= last:
            last = None


def _flat(nodes: Sequence[_Node]) -> list[_Node]:
    """A sequence with its plain groups opened, so that repetitions in neighbouring groups meet."""
    out: list[_Node] = []
    for node in nodes:
        match str(node[0]):
            case "SUBPATTERN":
                out += _flat(tuple(node[1][-1]))
            case "ATOMIC_GROUP":
                out += _flat(tuple(node[1]))
            case _:
                out.append(node)
    return out


def _inside(node: _Node) -> Iterator[tuple[_Node, ...]]:
    """The sequences that a node holds."""
    op, value = str(node[0]), node[1]
    match op:
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield tuple(value[2])
        case "SUBPATTERN":
            yield tuple(value[-1])
        case "ATOMIC_GROUP":
            yield tuple(value)
        case "BRANCH":
            yield from (tuple(branch) for branch in value[1])
        case "ASSERT" | "ASSERT_NOT":
            yield tuple(value[1])
        case "GROUPREF_EXISTS":
            yield from (tuple(part) for part in value[1:] if part)
        case _:
            return


def _all(nodes: Sequence[_Node]) -> Iterator[_Node]:
    for node in nodes:
        yield node
        for inner in _inside(node):
            yield from _all(inner)


def _endless(node: _Node) -> bool:
    return str(node[0]) in {"MAX_REPEAT", "MIN_REPEAT"} and node[1][1] > MOST_ROUNDS


def _may_be_empty(node: _Node) -> bool:
    op, value = str(node[0]), node[1]
    match op:
        case "AT" | "ASSERT" | "ASSERT_NOT" | "GROUPREF" | "GROUPREF_EXISTS":
            return True
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return bool(value[0] == 0) or all(_may_be_empty(n) for n in value[2])
        case "SUBPATTERN":
            return all(_may_be_empty(n) for n in value[-1])
        case "ATOMIC_GROUP":
            return all(_may_be_empty(n) for n in value)
        case "BRANCH":
            return any(all(_may_be_empty(n) for n in branch) for branch in value[1])
        case _:
            return False


def _first(nodes: Sequence[_Node]) -> set[str]:
    """The sample characters with which a sequence can begin."""
    out: set[str] = set()
    for node in nodes:
        if str(node[0]) == "BRANCH":
            for branch in node[1][1]:
                out |= _first(tuple(branch))
        elif any(True for _ in _inside(node)) and str(node[0]) not in {"ASSERT", "ASSERT_NOT"}:
            for inner in _inside(node):
                out |= _first(inner)
        else:
            out |= _chars((node,))
        if not _may_be_empty(node):
            break
    return out


def _chars(nodes: Sequence[_Node]) -> set[str]:
    """The sample characters that a sequence can take anywhere in it."""
    out: set[str] = set()
    for node in nodes:
        op, value = str(node[0]), node[1]
        match op:
            case "LITERAL":
                out |= {chr(value), chr(value).lower(), chr(value).upper()} & (_SAMPLE | {chr(value)})
            case "NOT_LITERAL":
                out |= _SAMPLE - {chr(value)}
            case "ANY":
                out |= _SAMPLE
            case "IN":
                out |= _class(value)
            case "GROUPREF":
                out |= _SAMPLE
            case "ASSERT" | "ASSERT_NOT" | "AT":
                continue
            case _:
                for inner in _inside(node):
                    out |= _chars(inner)
    return out


_CATEGORIES: Final = {
    "CATEGORY_DIGIT": re.compile(r"\d"), "CATEGORY_NOT_DIGIT": re.compile(r"\D"), "CATEGORY_SPACE": re.compile(r"\s"),
    "CATEGORY_NOT_SPACE": re.compile(r"\S"), "CATEGORY_WORD": re.compile(r"\w"),
    "CATEGORY_NOT_WORD": re.compile(r"\W"),
}  # fmt: skip


def _class(items: Sequence[_Node]) -> set[str]:
    negated, out = False, set[str]()
    for op, value in items:
        match str(op):
            case "NEGATE":
                negated = True
            case "LITERAL":
                out |= {chr(value), chr(value).lower(), chr(value).upper()}
            case "RANGE":
                out |= {c for c in _SAMPLE if value[0] <= ord(c) <= value[1]}
                out |= {x for c in tuple(out) for x in (c.lower(), c.upper())}
            case "CATEGORY":
                out |= {c for c in _SAMPLE if _CATEGORIES[str(value)].match(c)}
            case _:
                out |= _SAMPLE
    return set(_SAMPLE) - out if negated else out
