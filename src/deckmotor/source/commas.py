"""Numbers that a comma cuts in two between brackets: `[Ökar med 4,5 procent, Minskar]` has three items."""

import re
from itertools import pairwise

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.nodes import Node, Scalar
from deckmotor.source.traps import quoted
from deckmotor.span import Span

DIGITS_TOUCH = r",(?<=\d,)\d"
"""What a file must hold for this to be possible at all: `4,5`. A pattern that begins with a sign is searched for quickly."""

_LONGEST = 100
"""Characters of a text that a hint repeats."""

_NUMBER = r"[+-]?\d+(\.\d+)?"


def split_number_hints(parts: tuple[Node, ...]) -> tuple[str, ...]:
    """The first number between the brackets that is cut in two, in the quotes that keep it whole."""
    return tuple(_hint(chain) for chain in _chains(parts)[:1])


def split_numbers(parts: tuple[Node, ...], is_list: bool) -> list[Diagnostic]:
    """A warning for each number that is cut in two. `parts` are a list's items, or a mapping's keys and values by turns.

    `[1,2,3]` is a list of numbers, written alike throughout; `[4,5, 7]` and `[Total, 4,5]` are not.
    """
    chains = _chains(parts)
    if (
        is_list
        and len(chains) == 1
        and len(chains[0]) == len(parts)
        and all(re.fullmatch(_NUMBER, one.text) for one in chains[0])
    ):
        return []
    return [problem("split-number", _whole(chain), hints=(_hint(chain),)) for chain in chains]


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
