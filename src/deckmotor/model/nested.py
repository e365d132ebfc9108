"""What to write for items that hold or head others, where they are typed as keys. Loaded with a mistake."""

from itertools import pairwise

from msgspec.structs import replace

from deckmotor.model.reading import Kind, Reading, wrong_type
from deckmotor.model.typed import as_key, each_typed, listed_so, shown, value_typed
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.quotes import quoted


def of_item(node: Mapping) -> tuple[str, ...]:
    """What to write for an item that is several keys, or has texts in braces: `Course: PRR01`, and `Code: 12` below it."""
    (name, value), *others = node.entries
    if others and all(isinstance(one, Scalar) and not one.is_null for _, one in node.entries):
        first, second = (f"{as_key(key.text)}: {shown(one.text)}" for key, one in node.entries[:2] if isinstance(one, Scalar))
        return (
            f"begin each line with a hyphen and a space: - {second}",
            f"or make one text of them: - {quoted(f'{first}, {second}')}",
        )
    if others and all(not isinstance(one, Scalar) for _, one in node.entries):
        return (f"begin each with a hyphen and a space: - {as_key(others[0][0].text)}: {value_typed(others[0][1])}",)
    if others and isinstance(value, Scalar) and value.is_null:
        return (below_so(name, typed_item(Mapping(tuple(others[:1]), node.span))),)
    inner = value.entries if isinstance(value, Mapping) else ()
    if inner and all(isinstance(one, Scalar) and one.is_null for _, one in inner):
        return (f"items below it stand in brackets: - {as_key(name.text)}: {listed_so(tuple(key.text for key, _ in inner))}",)
    if inner:
        listed = " and ".join(f"`- {one}`" for one in each_typed(Mapping(inner[:2], node.span)))
        return (f"begin each line below `{shortened(name.text)}:` with a hyphen and a space: {listed}",)
    return ()


def below_so(name: Scalar, first: str) -> str:
    """How what stands beside a heading in a list, or as keys below it, is written below it."""
    return f"what belongs below `{shortened(name.text)}:` begins two spaces further in, with a hyphen: `  - {first}`"


def typed_item(node: Node) -> str:
    """How an item is typed: a text, a key with what stands after it."""
    return shown(node.text) if isinstance(node, Scalar) else next(each_typed(node)) if isinstance(node, Mapping) else "…"


def headings(nodes: tuple[Node, ...], since: int, of: str, kind: Kind, reading: Reading) -> bool:
    """Say of items that are a key with nothing after it what may be meant: a heading of the items that come next.

    Where items have headings and are no texts themselves, that is all that is said of the list, and true is given.
    """
    found = [(item, after) for item, after in pairwise(nodes) if is_heading(item) and not is_heading(after)]
    hints = {item.span: below_so(item.entries[0][0], typed_item(after)) for item, after in found if isinstance(item, Mapping)}
    if kind.expected == "text":
        for at, one in enumerate(reading.problems[since:], since):
            reading.problems[at] = replace(one, hints=(*((hints[one.span],) if one.span in hints else ()), *one.hints))
        return False
    if not hints or not all(isinstance(after, Scalar) for _, after in found):
        return False
    del reading.problems[since:]
    for item, _ in found:
        wrong_type(item, of, kind, reading, (hints[item.span],))
    return True


def is_heading(node: Node) -> bool:
    """Whether an item is a key with nothing after it: `- Before:`."""
    if not isinstance(node, Mapping) or len(node.entries) != 1 or node.span.start != node.entries[0][0].span.start:
        return False
    value = node.entries[0][1]
    return isinstance(value, Scalar) and value.is_null
