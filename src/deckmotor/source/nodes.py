"""Untyped YAML with positions. Overlays and variables act here, so that every value keeps its own file and line."""

from collections.abc import Iterator

from msgspec import Struct

from deckmotor.span import Span


class Put(Struct, frozen=True, gc=False):
    """A stretch of a text that stands there instead of something written: the value of a variable, or `${` for `$${`."""

    start: int
    """Index of its first character in the text."""
    end: int
    at: int
    """Index of what is written for it in the text as it was before variables."""
    written: int
    """How many characters that has."""
    is_value: bool = True
    """Whether it is a value: text in which nothing acts."""
    name: str = ""
    """The variable whose value it is, if it is one's."""


class Source(Struct, frozen=True, gc=False):
    """How a text is written that reads otherwise in its file: in a block, on several lines, with escapes."""

    span: Span
    raw: str
    """The file from the span's start to its end."""
    text: str
    """What it reads, before variables."""


class Scalar(Struct, frozen=True, gc=False):
    """A piece of text exactly as typed: `no`, `3:45` and `010` stay themselves."""

    text: str
    span: Span
    quoted: bool = False
    """Whether it stood in quotes or in a block (`|`, `>`)."""
    puts: tuple[Put, ...] = ()
    """What variables put in, in order."""
    source: Source | None = None
    """None where it is written as it reads, on one line."""
    begin: int = 0
    """Index in the text before variables at which this one begins: a paragraph is a part of a scalar."""

    @property
    def is_null(self) -> bool:
        """An empty value or a bare `~`."""
        return not self.quoted and self.text in ("", "~")


class Sequence(Struct, frozen=True, gc=False):
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


class Mapping(Struct, frozen=True, gc=False):
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
