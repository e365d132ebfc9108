"""What a formula says: one tree, for all that is written of it."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Sort = Literal["letter", "digit", "upright", "bin", "rel", "punct", "plain"]
"""What a symbol is, which says how it is set: slanted or upright, and with how much air around it."""


class Row(Struct, frozen=True):
    """Parts beside each other."""

    parts: "tuple[Node, ...]"


class Symbol(Struct, frozen=True):
    """One character, a number, or the name of a function."""

    text: str
    sort: Sort
    alphabet: str = ""
    """`bb`, `bf`, `cal`, `frak`: another alphabet than the usual one."""


class Words(Struct, frozen=True):
    """Text of a language inside a formula."""

    text: str


class Space(Struct, frozen=True):
    """Air, in thousandths of the size."""

    width: int


class Fraction(Struct, frozen=True):
    """One thing above another."""

    above: "Node"
    below: "Node"
    bar: bool = True


class Root(Struct, frozen=True):
    """A root; `index` is None for a square root."""

    body: "Node"
    index: "Node | None" = None


class Script(Struct, frozen=True):
    """Something with an index, an exponent, or both."""

    base: "Node"
    sub: "Node | None"
    sup: "Node | None"


class Nary(Struct, frozen=True):
    """A sum, product or integral, with its limits and what it is taken over."""

    sign: str
    sub: "Node | None"
    sup: "Node | None"
    body: "Node"
    beside: bool
    """Whether its limits stand beside it, as those of integrals do."""


class Function(Struct, frozen=True):
    """A named function (`sin`, `lim`), what stands below and above it, and what it is of."""

    name: str
    sub: "Node | None"
    sup: "Node | None"
    body: "Node"
    beside: bool


class Fence(Struct, frozen=True):
    """Something in brackets that grow; an empty text is no bracket."""

    open: str
    close: str
    body: "Node"


class Accent(Struct, frozen=True):
    """Something under a mark: the name is that of its command (`hat`)."""

    name: str
    body: "Node"


class Brace(Struct, frozen=True):
    """A brace, line or arrow over or under something, perhaps with a label at it, or only a label."""

    kind: Literal["brace", "line", "label"]
    over: bool
    body: "Node"
    label: "Node | None" = None


class Grid(Struct, frozen=True):
    """Rows of cells: a matrix, cases, or equations under each other."""

    rows: "tuple[tuple[Node, ...], ...]"
    open: str = ""
    close: str = ""
    kind: Literal["matrix", "cases", "aligned"] = "matrix"


Node = Row | Symbol | Words | Space | Fraction | Root | Script | Nary | Function | Fence | Accent | Brace | Grid

NOTHING = Row(())
"""What stands where nothing was written."""


def row(parts: "list[Node]") -> Node:
    """Parts as one node."""
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def in_line(node: Node) -> Node:
    """A formula as it stands in a line of text: limits beside their signs, which keeps the line low."""
    if isinstance(node, Row):
        return Row(tuple(map(in_line, node.parts)))
    if isinstance(node, Fence | Accent | Root):
        return replace(node, body=in_line(node.body))
    if isinstance(node, Nary | Function):
        return replace(node, body=in_line(node.body), beside=True)
    return node
