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

    @property
    def at(self) -> str:
        """What stands after the file's path, for people: `:3:14`."""
        return f":{self.line}:{self.column}"

    def __str__(self) -> str:
        return f"{self.file}{self.at}"


class RowSpan(Span, frozen=True, gc=False):
    """A value of a row that a program gave instead of a file: `line` is its row, and there is no text to quote."""

    key: str = ""
    """The column's name; empty where the whole row is meant."""

    @property
    def at(self) -> str:
        """What stands after the table's name, for people: `, row 3, `name``."""
        return f", row {self.line}" + (f", `{self.key}`" if self.key else "")


class CellSpan(Span, frozen=True, gc=False):
    """A cell of a workbook: `line` is its row, `column` its column, and there is no text to quote."""

    sheet: str = ""

    @property
    def cell(self) -> str:
        """The cell as spreadsheets name it: `C14`."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line}"

    @property
    def at(self) -> str:
        """What stands after the file's path, for people: `!Blad1:C14`."""
        return f"!{self.sheet}:{self.cell}"
