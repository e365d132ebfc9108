"""Numbers that a comma cuts in two between brackets: `[Ökar med 4,5 procent, Minskar]` has three items."""

import re
from itertools import pairwise

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.nodes import Node, Scalar
from deckmotor.source.quotes import quoted
from deckmotor.span import Span

_LONGEST = 100
"""Characters of a text that a hint repeats."""

_NUMBER = r"[+-]?\d+(\.\d+)?"


def split_number_hints(parts: tuple[Node, ...]) -> tuple[str, ...]:
    """The first number between the brackets that is cut in two, in the quotes that keep it whole."""
    return tuple(_hint(chain) for chain in _chains(parts)[:1])


def split_numbers(parts: tuple[Node, ...]) -> list[Diagnostic]:
    """A warning for each number of a list that is cut in two.

    `[1,2,3]` is a list of numbers, written alike throughout; `[4,5, 7]` and `[Total, 4,5]` are not.
    """
    chains = _chains(parts)
    if len(chains) == 1 and len(chains[0]) == len(parts) and all(re.fullmatch(_NUMBER, one.text) for one in chains[0]):
        return []
    return [problem("split-number", _whole(chain), hints=(_hint(chain),)) for chain in chains]


def cut_values(keys: list[Node], values: list[Node]) -> tuple[list[Node], list[Node], list[Diagnostic]]:
    """Keys and values between braces, numbers that commas have cut made whole again, and an error for each: `{value: 1,5}`.

    Nobody means the rest of a number as a key without a value. What was meant is read on, so that nothing else is said of it.
    """
    kept: list[tuple[Node, Node]] = []
    problems: dict[Scalar, Diagnostic] = {}
    for key, value in zip(keys, values, strict=True):
        before = kept[-1][1] if kept else None
        if isinstance(before, Scalar) and isinstance(key, Scalar) and _is_null(value) and _touch(before, key):
            whole = Scalar(f"{before.text},{key.text}", _whole([before, key]))
            problems.pop(before, None)
            problems[whole] = problem("cut-number", whole.span, hints=(f"put it in quotes: {quoted(whole.text)}",))
            kept[-1] = (kept[-1][0], whole)
        else:
            kept.append((key, value))
    return [key for key, _ in kept], [value for _, value in kept], list(problems.values())


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and not node.text


def _chains(parts: tuple[Node, ...]) -> list[list[Scalar]]:
    """Neighbours with nothing but a comma between a digit and a digit."""
    written = [part for part in parts if not isinstance(part, Scalar) or part.text or part.quoted]
    chains: list[list[Scalar]] = []
    for one, other in pairwise(written):
        if isinstance(one, Scalar) and isinstance(other, Scalar) and _touch(one, other):
            if chains and chains[-1][-1] is one:
                chains[-1].append(other)
            else:
                chains.append([one, other])
    return chains


def _touch(one: Scalar, other: Scalar) -> bool:
    return (
        not one.quoted
        and not other.quoted
        and one.span.file == other.span.file
        and one.span.end + 1 == other.span.start
        and re.search(r"\d\Z", one.text) is not None
        and re.match(r"\d", other.text) is not None
    )


def _whole(chain: list[Scalar]) -> Span:
    first = chain[0].span
    return Span(first.file, first.line, first.column, first.start, chain[-1].span.end)


def _hint(chain: list[Scalar]) -> str:
    text = ",".join(one.text for one in chain)
    return f"put it in quotes: {quoted(text)}" if len(text) <= _LONGEST else "put it in quotes"
