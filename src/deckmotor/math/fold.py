"""What sums, integrals and functions are taken over: found in what follows them, as readers do."""

from msgspec.structs import replace

from deckmotor.math.tree import NOTHING, Fence, Function, Nary, Node, Row, Space, Symbol, row

MOST = 4
"""So many sums and functions stand in each other; what more there is stands beside them."""


def fold(parts: list[Node]) -> list[Node]:
    """The same parts, each sum with its terms and each function with its argument inside it."""
    if not any(isinstance(part, Nary | Function) for part in parts):
        return parts
    folded: list[Node] = []
    for part in reversed(parts):
        if isinstance(part, Nary | Function) and part.body == NOTHING:
            count = _reach(folded, sums=not part.beside) if isinstance(part, Nary) else _argument(folded)
            inside = row(folded[:count])
            if count and _chain(inside) < MOST:
                folded = [replace(part, body=inside), *folded[count:]]
                continue
        folded.insert(0, part)
    return folded


def _chain(node: Node) -> int:
    """How many sums and functions stand in each other."""
    inside = node.parts if isinstance(node, Row) else (node,)
    return max((1 + _chain(part.body) for part in inside if isinstance(part, Nary | Function)), default=0)


def _reach(after: list[Node], *, sums: bool) -> int:
    """How many parts belong to a sum (up to a relation, plus or minus), or to an integral (up to a relation)."""
    for number, part in enumerate(after):
        if isinstance(part, Symbol) and (
            part.sort in ("rel", "punct") or (sums and number and part.sort == "bin" and part.text in "+−±")
        ):
            return number
        if isinstance(part, Space) and part.width >= 1000:
            return number
    return len(after)


def _argument(after: list[Node]) -> int:
    """How many parts a function is of: one, with a number or factor before a letter (`sin 2x`)."""
    count = 0
    while count < len(after) and isinstance(after[count], Space):
        count += 1
    if count == len(after):
        return 0
    first = after[count]
    if isinstance(first, Symbol) and first.sort in ("rel", "punct", "plain"):
        return 0
    if isinstance(first, Symbol) and first.sort == "bin" and first.text not in "+−±":
        return 0
    count += 1
    if isinstance(first, Fence):
        return count
    while count < len(after) and _goes_on(after[count]):
        count += 1
    return count


def _goes_on(part: Node) -> bool:
    return isinstance(part, Symbol) and part.sort in ("letter", "digit", "upright") and not part.alphabet
