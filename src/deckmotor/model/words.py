"""How messages call things: a node, a list, a choice; and the quotes that keep text from being read as YAML."""

from deckmotor.source.nodes import Mapping, Node, Scalar


def describe(node: Node) -> str:
    """What a node is, with a glimpse of it: a mapping (`Tid: …`)."""
    if isinstance(node, Scalar):
        return f"the text `{shortened(node.text)}`" if node.text and not node.is_null else "nothing"
    if isinstance(node, Mapping):
        return f"a mapping (`{shortened(node.entries[0][0].text)}: …`)" if node.entries else "an empty mapping (`{}`)"
    return "a list" if node.items else "an empty list (`[]`)"


def shortened(text: str, length: int = 40) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def quote_hints(node: Node) -> tuple[str, ...]:
    """How to write what YAML took for a mapping or a list so that it stays text."""
    if isinstance(node, Scalar):
        return ()
    if isinstance(node, Mapping):
        text = lone_pair(node)
        if text is None:
            return ()
        return (f"a colon before a space makes a mapping; to keep it as text, quote it: `{quoted(text)}`",)
    if not all(isinstance(item, Scalar) for item in node.items):
        return ()
    text = f"[{', '.join(item.text for item in node.items if isinstance(item, Scalar))}]"
    return (f"brackets make a list; to keep them as text, quote all of it: `{quoted(text)}`",)


def lone_pair(node: Node) -> str | None:
    """The text that a mapping of one key and its text may have been meant as, or None."""
    if not isinstance(node, Mapping) or len(node.entries) != 1 or not isinstance(value := node.entries[0][1], Scalar):
        return None
    return f"{node.entries[0][0].text}: {value.text}".strip()


def quoted(text: str) -> str:
    """A text in the quotes that need the least escaping in YAML."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def list_of(noun: str) -> str:
    """`a list of items`."""
    return f"a list of {noun}s"


def one_of(values: tuple[str, ...]) -> str:
    """`a`, `b` or `c`."""
    marked = [f"`{value}`" for value in values]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} or {marked[-1]}"
