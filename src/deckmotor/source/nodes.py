"""Untyped YAML with positions. Overlays and variables act here, so that every value keeps its own file and line."""

from collections.abc import Iterator

from msgspec import Struct

from deckmotor.span import Span


class Scalar(Struct, frozen=True):
    """A piece of text exactly as typed: `no`, `3:45` and `010` stay themselves."""

    text: str
    span: Span
    quoted: bool = False
    """Whether it stood in quotes or in a block (`|`, `>`)."""

    @property
    def is_null(self) -> bool:
        """An empty value or a bare `~`."""
        return not self.quoted and self.text in ("", "~")


class Sequence(Struct, frozen=True):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


class Mapping(Struct, frozen=True):
    """Keys and values in the order in which they were written. The parser has refused duplicate keys."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None where the key is not there."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None

    def keys(self) -> Iterator[str]:
        """The keys as text, in order."""
        return (name.text for name, _ in self.entries)


Node = Scalar | Sequence | Mapping
