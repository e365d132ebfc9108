"""deckmotor from Python: `load`, `check`, `build`, `diff` and `explain`. Nothing is printed; problems are values.

    import deckmotor

    decks = deckmotor.load("talk")
    for problem in deckmotor.check(decks):
        print(problem.span, problem.message)
    deckmotor.build(decks, "out")

`docs/python.md` has more by example.
"""

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.batch.maker import Outcome
from deckmotor.batch.order import Order
from deckmotor.batch.run import Batch
from deckmotor.batch.target import Target
from deckmotor.build import Pipeline
from deckmotor.built import USUAL, How, Output
from deckmotor.cache import Cache
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.diff import Change, compare
from deckmotor.edition import BASE, Edition
from deckmotor.finished import Finished
from deckmotor.importer import read_finished
from deckmotor.load import Project, load_project
from deckmotor.load.origin import Origin, origin
from deckmotor.span import RowSpan, Span
from deckmotor.workspace import TEXT_LIMIT, DiskWorkspace, builtin_themes

__all__ = ["DeckError", "Decks", "Edition", "Outcome", "build", "check", "diff", "explain", "load", "page"]

Rows = Any
"""A DataFrame of pandas or polars, or any number of rows whose values have names: dictionaries, rows of `sqlite3`, named
tuples, dataclasses, structs."""


Columns = tuple[tuple[tuple[int, str], ...], ...]
"""For each row of a table its columns: where each begins in the line that the row became, and its name."""


class DeckError(ValueError):
    """Nothing can be made of a deck; `problems` say why."""

    def __init__(self, problems: Sequence[Diagnostic]) -> None:
        super().__init__("\n".join(f"{one.span}: {one.message}" for one in problems))
        self.problems = tuple(problems)


class Decks(Struct, frozen=True, kw_only=True):
    """A project, read: its deck in all editions. A notebook shows the pages of the base deck."""

    root: Path
    """The project's folder."""
    project: Project
    theme: str | None = None
    """The theme instead of the one that the deck names."""
    columns: dict[str, Columns] = {}
    """Of the tables that a program gave: what stands where in the text that each became."""
    cache: Path | None = None
    """Where finished themes are kept, and what was built; nowhere if it is None."""

    @property
    def editions(self) -> tuple[Edition, ...]:
        """All decks that it makes, the base deck first."""
        return self.project.editions

    def pages(self, edition: Edition = BASE) -> tuple[str, ...]:
        """A drawing of each page, as SVG. Raises DeckError where the deck has errors."""
        from deckmotor.browsed import drawn_pages

        composed = _pipeline(self).compose(edition)
        if composed.scene is None or has_errors(composed.problems):
            raise DeckError([one for one in _at_rows(composed.problems, self) if one.severity == "error"])
        return drawn_pages(composed.scene)

    def __repr__(self) -> str:
        return f"Decks({str(self.root)!r}, {len(self.editions)} editions)"

    def _repr_html_(self) -> str:
        try:
            pages = self.pages()
        except DeckError as error:
            return f"<pre>{_escaped(str(error))}</pre>"
        return page(pages)


class _Tables(DiskWorkspace):
    """A folder on disk, with tables from a program in place of some of its files."""

    def __init__(self, root: Path, themes: Path, tables: Mapping[str, bytes], allowed: tuple[Path, ...] = ()) -> None:
        super().__init__(root, themes, allowed)
        self.tables = tables

    def read(self, path: str, limit: int = TEXT_LIMIT) -> bytes:
        """The table of that path, or the file."""
        return self.tables[path] if path in self.tables else super().read(path, limit)

    def exists(self, path: str) -> bool:
        """Whether there is such a table, or file."""
        return path in self.tables or super().exists(path)

    def allowing(self, folders: Sequence[str]) -> "_Tables":
        """The same files and tables, and those below these folders."""
        return _Tables(self.root, builtin_themes(), self.tables, tuple(super().allowing(folders).allowed))


def load(
    path: str | Path = ".",
    *,
    tables: Mapping[str, Rows] | None = None,
    theme: str | None = None,
    cache: str | Path | None = None,
) -> Decks:
    """Read the project that a path leads to: a `deck.yaml`, its folder, or a folder with `deck/deck.yaml` in it.

    `tables` are rows instead of files, by the path from the project's folder: `{"deck/places.yaml": rows}`.
    Raises FileNotFoundError where there is no deck; what is wrong with one is told by `check`.
    """
    place = Path(path)
    file = next((one for one in (place, place / "deck.yaml", place / "deck" / "deck.yaml") if one.is_file()), None)
    if file is None:
        raise FileNotFoundError(f"there is no deck at {place}")
    file = file.resolve()
    root = file.parent.parent if file.parent.name == "deck" else file.parent
    given = {name: _table(name, rows) for name, rows in (tables or {}).items()}
    texts, columns = {name: one[0] for name, one in given.items()}, {name: one[1] for name, one in given.items()}
    project = load_project(_Tables(root, builtin_themes(), texts), file.relative_to(root).as_posix())
    return Decks(root=root, project=project, theme=theme, columns=columns, cache=None if cache is None else Path(cache))


def check(decks: Decks, editions: Iterable[Edition] | None = None) -> tuple[Diagnostic, ...]:
    """All that is wrong with the decks, each once. Each has a `severity`, a `code`, a `message`, a `span` and `advice`."""
    pipeline = _pipeline(decks)
    wanted = decks.editions if editions is None else tuple(editions)
    found = [problem for edition in wanted for problem in pipeline.compose(edition).problems]
    once: dict[object, Diagnostic] = {}
    for problem in (*found, *pipeline.drift()):
        once.setdefault(problem.same, problem)
    return _at_rows(once.values(), decks)


def build(
    decks: Decks, folder: str | Path | None = None, editions: Iterable[Edition] | None = None, *,
    to: Sequence[Output] = ("pptx",), how: How = USUAL, jobs: int = 1,
) -> tuple[Outcome, ...]:  # fmt: skip
    """Build decks into a folder, `build/` of the project if left out: all of them, or some. Gives what became of each.

    A deck with an error gets no file, and stops no other: see `Outcome.problems`. With a cache, only those are made again that
    have changed. `jobs` are the most processes; 0: as many as pay.
    """
    target = Target(folder=decks.root / "build" if folder is None else Path(folder), outputs=tuple(to), how=how)
    order = Order(project=decks.project, theme=decks.theme, cache=Cache(decks.cache), target=target)
    made = Batch(order, decks.editions if editions is None else tuple(editions), jobs).run()
    return tuple(replace(one, problems=_at_rows(one.problems, decks)) for one in made)


def diff(old: str | Path | bytes, new: str | Path | bytes) -> tuple[Change, ...]:
    """What differs between two finished PowerPoint files, anybody's: paths, or their bytes. Raises DeckError."""
    return compare(_finished(old), _finished(new))


def explain(decks: Decks, slide: str, edition: Edition = BASE) -> Origin:
    """Where every value of a slide comes from. Raises KeyError where the edition has no such slide."""
    found = origin(decks.project, edition, slide)
    if found is None:
        raise KeyError(slide)
    return found


def page(pages: Iterable[str]) -> str:
    """Drawings of pages as one stretch of HTML, for notebooks."""
    sources = (f"data:image/svg+xml;base64,{base64.b64encode(one.encode()).decode()}" for one in pages)
    drawn = "".join(f'<img src="{one}" alt="slide {number}" width="360">' for number, one in enumerate(sources, 1))
    return f'<div style="display:flex;flex-wrap:wrap;gap:8px">{drawn}</div>'


def _pipeline(decks: Decks) -> Pipeline:
    return Pipeline(decks.project, theme=decks.theme, cache=Cache(decks.cache))


def _finished(file: str | Path | bytes) -> Finished:
    data = file if isinstance(file, bytes) else Path(file).read_bytes()
    found, problems = read_finished(data, "" if isinstance(file, bytes) else str(file))
    if found is None:
        raise DeckError(problems)
    return found


def _at_rows(problems: Iterable[Diagnostic], decks: Decks) -> tuple[Diagnostic, ...]:
    """Problems with the row and column of a table that a program gave, in the place of a line of a file that is not there."""
    return tuple(replace(one, span=_at_row(one.span, decks.columns)) for one in problems)


def _at_row(span: Span, tables: Mapping[str, Columns]) -> Span:
    rows = tables.get(span.file)
    if rows is None or not 1 <= span.line <= len(rows):
        return span
    key = next((key for begin, key in reversed(rows[span.line - 1]) if begin <= span.column), "")
    return RowSpan(span.file, span.line, span.column, span.start, span.end, key)


def _table(path: str, rows: Rows) -> tuple[bytes, Columns]:
    """Rows as the file that they stand for, and what stands where in it. A cell is text: nothing in it acts."""
    if not path.lower().endswith((".yaml", ".yml")):
        raise ValueError(f"`{path}` is to be a table of YAML: name it so in `each:`")
    if hasattr(rows, "to_dicts"):  # polars
        rows = rows.to_dicts()
    elif hasattr(rows, "to_dict"):  # pandas
        rows = rows.to_dict("records")
    lines, columns = [], []
    for number, row in enumerate(rows, 1):
        line, begins = "- {", []
        for key, value in _named(path, number, row):
            begins.append((len(line) + 1, str(key)))
            line += f"{_quoted(str(key))}: {_cell(value)}, "
        lines.append(line + "}\n")
        columns.append(tuple(begins))
    return "".join(lines).encode(), tuple(columns)


def _named(path: str, number: int, row: Any) -> Iterable[tuple[str, Any]]:
    """The values of a row with their names. Raises TypeError where they have none."""
    if hasattr(row, "keys"):
        return [(key, row[key]) for key in row.keys()]  # noqa: SIM118 (going through a row of sqlite3 gives its values)
    names = next((getattr(row, way) for way in _NAMES if hasattr(row, way)), None)
    if names is None:
        raise TypeError(f"row {number} of `{path}` is a {type(row).__name__}: give dictionaries, as {{'id': …, 'name': …}}")
    return [(name, getattr(row, name)) for name in names]


_NAMES = ("_fields", "__dataclass_fields__", "__struct_fields__", "__dict__")
"""Where named tuples, dataclasses, structs and other objects have the names of their values."""


def _cell(value: Any) -> str:
    """A value as YAML."""
    differs = value != value  # pandas has NaN where a value is missing, or NA, of which nothing is true or false.
    if value is None or differs is value or differs:
        return "~"
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # In pandas, one missing value makes all whole numbers of a column such ones.
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_cell, value))}]"
    return _quoted(str(value).replace("${", "$${"))


def _quoted(text: str) -> str:
    """A text in quotes on one line, as JSON and YAML have it."""
    return json.dumps(text, ensure_ascii=False).translate(_LINE_BREAKS)


_LINE_BREAKS = {code: f"\\u{code:04x}" for code in (0x7F, 0x85, 0x2028, 0x2029)}
"""What JSON has in a text as it is, and YAML takes for the end of a line, or for nothing that may stand there."""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
