"""Nodes in the words of the language, for messages: what stands here, and what was probably meant."""

from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.quotes import quoted

_LONGEST = 40
"""Characters of a text that a message repeats."""


def describe(node: Node) -> str:
    """What stands here: "the text `Vad?`", "a key with its value (`Tid: …`)", "a list of 3", "nothing"."""
    if isinstance(node, Scalar):
        return "nothing" if node.is_null else f"the text `{_short(node.text)}`"
    if isinstance(node, Sequence):
        return f"a list of {len(node.items)}" if node.items else "an empty list"
    keys = [_short(key.text) for key, _ in node.entries]
    if not keys:
        return "a pair of empty braces"
    if len(keys) == 1:
        return f"a key with its value (`{keys[0]}: …`)"
    return f"a group of keys (`{keys[0]}: …`, `{keys[1]}: …`{', …' if len(keys) > 2 else ''})"


def hints_for_text(node: Node) -> tuple[str, ...]:
    """What to do where a text was expected and something else was found."""
    if isinstance(node, Scalar):
        return ("write a text; one that begins with `#` needs quotes",) if node.is_null else ()
    written = as_text(node)
    return (f"put the text in quotes: {quoted(written)}",) if written else ()


def hints_for_several(node: Node) -> tuple[str, ...]:
    """What to do where a short list stands in the place of one text."""
    if not isinstance(node, Sequence) or len(node.items) < 2:
        return ()
    whole = ", ".join(item.text if isinstance(item, Scalar) else "" for item in node.items)
    is_short = all(isinstance(item, Scalar) for item in node.items) and len(whole) <= 80
    return (f"one text belongs there: {quoted(whole)}",) if is_short else ()


def hints_for_nested(node: Node) -> tuple[str, ...]:
    """What to do where an item's text was expected, and items below it were written: `- [b, c]`, or `- a:` and a list."""
    if isinstance(node, Sequence) and len(node.items) > 1:
        first, below = "…", as_text(node)
    elif isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(items := node.entries[0][1], Sequence):
        first, below = _short(node.entries[0][0].text), as_text(items)
    else:
        return ()
    return (f"items below an item are written so: - {{text: {first}, bullets: {below or '[…]'}}}",)


def hints_for_keys(node: Node) -> tuple[str, ...]:
    """What to do where `key: value` was expected and something else was found."""
    if isinstance(node, Scalar):
        key, colon, value = node.text.partition(":")
        if colon and value and key.isidentifier() and not node.quoted:
            return (f"write a space after the colon: {key}: {value}",)
    if isinstance(node, Sequence) and node.items and isinstance(node.items[0], Mapping):
        return ("leave out the dash: `- ` begins an item of a list",)
    return ()


def hints_for_list(node: Node) -> tuple[str, ...]:
    """What to do where a list was expected and something else was found."""
    if isinstance(node, Scalar) and not node.is_null and "\n" not in node.text:
        return (f"a list has each item on a line of its own: - {_short(node.text)}",)
    if isinstance(node, Mapping):
        return ("begin each item with `- `",)
    return ()


def as_text(node: Node) -> str | None:
    """What a text without quotes looked like that YAML took for something else: `Tid: 3:45`, `[x]`. None if it was none."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        if len(node.entries) != 1 or not isinstance(value := node.entries[0][1], Scalar):
            return None
        key = node.entries[0][0].text
        return (
            f"{key}: {value.text}"
            if value.text
            else f"{{{key}}}"
            if node.span.end - node.span.start == len(key) + 2
            else f"{key}:"
        )
    texts = [item.text for item in node.items if isinstance(item, Scalar)]
    in_brackets = node.items and node.items[0].span.start == node.span.start + 1
    return (
        f"[{', '.join(texts)}]"
        if in_brackets and len(texts) == len(node.items) and node.span.end - node.span.start < 80
        else None
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
