"""Where something stands in a source file."""

from msgspec import Struct


class Span(Struct, frozen=True, gc=False):
    """A stretch of a source file. Lines and columns count from 1, as editors show them; columns count characters."""

    file: str
    """Path from the project's folder, with forward slashes."""
    line: int = 1
    column: int = 1
    start: int = 0
    """Index of the first character in the file's text (after a byte-order mark)."""
    end: int = 0
    """Index after the last character."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
