"""Reading a project's YAML files, and the slides that they include from each other."""

import posixpath
import re
from typing import TYPE_CHECKING, Any

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import MOST_PROBLEMS, megabytes, misplaced, nearest, problem, unreadable
from deckmotor.model.records import OF_INCLUDE, ONLY_KEYS
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.parse import parse
from deckmotor.span import Span
from deckmotor.workspace import Workspace, path_from

if TYPE_CHECKING:  # Many decks have no table.
    from deckmotor.source.cells import Wanted

DEEPEST_INCLUDE = 20
"""Files that include each other, one inside the other."""

MOST_SLIDES = 10_000
"""Of one deck, with its includes: PowerPoint itself takes minutes to open so many."""

MOST_BYTES = 20_000_000
"""Of all files of a project together."""

TEXT_TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods")
"""Endings of tables that are no YAML."""

_ORDER = ("`order:` stands within a slide's `changes:`, for the keys of that slide", "slides are moved by `move:`")


def _without_brackets(node: Sequence) -> tuple[str, ...]:
    """What a list of one text was meant to be."""
    only = node.items[0] if len(node.items) == 1 else None
    return (f"leave out the brackets: {only.text}",) if isinstance(only, Scalar) else ()


def _may_have_conditions(data: bytes) -> bool:
    """Whether a file may have the key `only` or `except`: by its bytes, for most decks have neither, and then need no more."""
    if not (b"only" in data or b"except" in data or b"\\" in data):
        return False
    return re.search(rb"(?:only|except)[\"']?\s*:|\?\s*[\"']?(?:only|except)|\\[xuU\r\n]", data) is not None  # `"\x6fnly"` too.


Trees = dict[str, tuple[bytes, Node | None, tuple[Diagnostic, ...]]]
"""By path: the bytes of a YAML file as it was read last, and what `parse` gave for them."""


class Files:
    """The files of a project while it is loaded. Each is read once, and all their problems are collected.

    `trees` is given by a caller who loads a project again and again: a file whose bytes are the same is not parsed anew.
    """

    def __init__(self, workspace: Workspace, trees: Trees | None = None) -> None:
        self.workspace = workspace
        self._trees = {} if trees is None else trees
        self.problems: list[Diagnostic] = []
        self.broken = False
        """Whether a file could not be read: then what is named elsewhere may stand in it."""
        self.has_conditions = False
        """Whether a file may hold an `only:` or `except:`."""
        self._parsed: dict[str, Node | None] = {}
        self._listed: dict[tuple[str, str, tuple[str, ...]], tuple[str, ...]] = {}
        """The files of a folder that could be meant, looked up once however many are missing."""
        self.own: list[bytes] = []
        """What files of the project hold."""
        self._bytes_read = self._reported = 0
        self._slides = self._includes = 0
        self._enough = False

    def read(self, path: str, named: Scalar | None = None) -> Node | None:
        """The tree of a file, or None and a problem. `named` is what names it in another file."""
        if path not in self._parsed:
            data = self._bytes(path, named)
            node, problems = self._tree(data, path) if data is not None else (None, ())
            self.has_conditions = self.has_conditions or (data is not None and _may_have_conditions(data))
            self.problems += problems
            self.broken |= node is None
            self._parsed[path] = node
        return self._parsed[path]

    def _tree(self, data: bytes, path: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
        known = self._trees.get(path)
        if known is None or known[0] != data:
            known = self._trees[path] = (data, *parse(data, path))
        return known[1:]

    def table(self, wanted: "Wanted") -> Node | None:
        """A table as a list of rows: of YAML as it is, of others each row with the names that stand in the first."""
        path = wanted.path
        if not path.lower().endswith(TEXT_TABLES) and wanted.sheet is None and wanted.range is None:
            return self.read(path, wanted.named)
        from deckmotor.load.table import rows_of  # Many tables are YAML.

        data = self._bytes(path, wanted.named)
        node, problems = rows_of(data, wanted) if data is not None else (None, ())
        self.problems += problems
        self.broken |= node is None
        return node

    def listed(self, folder: str) -> tuple[str, ...]:
        """The names of what a folder holds; what stands there and can't be listed is told."""
        try:
            return self.workspace.entries(folder)
        except OSError as error:
            if self.workspace.exists(folder):
                self.broken = True
                self.problems.append(unreadable(error, Span(folder), folder))
            return ()

    def tell_misnamed(self, folder: str, *names: str) -> None:
        """Tell of files that are named nearly like those that are read: `variants.yml`, `Variants.yaml`."""
        listed = self.workspace.names(folder)
        for file in listed:
            stem, ending = posixpath.splitext(file.lower())
            meant = f"{stem}.yaml"
            # Where `A` is `a` to the system, the file is the one that is read.
            if meant in names and ending in (".yaml", ".yml") and file != meant and (
                ending == ".yml" or meant in listed or not self.workspace.exists(posixpath.join(folder, meant))
            ):  # fmt: skip
                self.report("misnamed-file", Span(posixpath.join(folder, file)), path=posixpath.join(folder, file), name=meant)

    def place(self, name: Scalar) -> str:
        """The path that a file names, from the folder of that file."""
        return path_from(name.span.file, name.text)

    def report(self, code: str, span: Span, *hints: str, **values: Any) -> None:
        """Add a problem, as long as there are not too many."""
        self._reported += 1
        if self._reported <= MOST_PROBLEMS:
            self.problems.append(problem(code, span, hints=hints, **values))

    def wrong(self, of: str, expected: str, node: Node, *hints: str) -> None:
        """Tell that something else stands where `expected` (keys, or a list) belongs."""
        from deckmotor.source.describe import describe, hints_for_keys, hints_for_list  # Only for mistakes.

        if not hints and expected.startswith("the path") and isinstance(node, Sequence):
            hints = _without_brackets(node)
        elif not hints:
            hints = hints_for_list(node) if expected.startswith("a list") else hints_for_keys(node)
        self.report("wrong-type", node.span, *hints, of=of, expected=expected, found=describe(node))

    def known_keys(self, mapping: Mapping, known: tuple[str, ...], of: str) -> None:
        """Tell which keys of a mapping nobody reads."""
        for key, _ in mapping.entries:
            if key.text not in known and len(self.problems) < MOST_PROBLEMS:
                hints = _ORDER if key.text == "order" and "changes" in known else nearest(key.text, known)
                self.report("unknown-key", key.span, *hints, key=key.text, of=of)

    def slides(self, node: Node, within: tuple[str, ...]) -> tuple[Node, ...]:
        """A list's slides, with those of included files in the places of their includes. `within`: files on the way here."""
        if not isinstance(node, Sequence):
            self.wrong("`slides:`", "a list of slides", node)
            return ()
        found: list[Node] = []
        for item in node.items:
            if isinstance(item, Mapping) and (name := item.get("include")) is not None:
                self._includes += 1
                if self._is_enough(item):
                    return ()
                self.known_keys(item, ("include", *ONLY_KEYS), "an `include:`")
                found += _for_whom(self._included(name, within), item, len(within))
            else:
                self._slides += 1
                found.append(item)
            if self._is_enough(item):
                return ()  # To look at 10,000 of them would take long, and help nobody.
        return tuple(found)

    def _included(self, name: Node, within: tuple[str, ...]) -> tuple[Node, ...]:
        if not isinstance(name, Scalar) or name.is_null:
            self.wrong("`include:`", "the path of a file", name)
            self.broken = True
            return ()
        path = self.place(name)
        if path in within:
            circle = " → ".join((*within[within.index(path) :], path))
            self.report("include-circle", name.span, path=path, circle=circle)
            self.broken = True
            return ()
        if len(within) > DEEPEST_INCLUDE:
            self.report("include-too-deep", name.span, limit=DEEPEST_INCLUDE)
            self.broken = True
            return ()
        node = self.read(path, name)
        if isinstance(node, Mapping) and (slides := node.get("slides")) is not None:
            self.known_keys(node, ("slides",), "a file of slides")
            node = slides
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return ()
        if not isinstance(node, Sequence):
            self.wrong(f"the file `{name.text}`", "a list of slides", node, "begin each slide with a hyphen: `- title: …`")
            self.broken = True
            return ()
        return self.slides(node, (*within, path))

    def _is_enough(self, item: Node) -> bool:
        """Whether there are more slides than a deck can have, or more includes; told once, at the item that is one too many."""
        if max(self._slides, self._includes) > MOST_SLIDES and not self._enough:
            self._enough = self.broken = True
            self.report("too-many-slides", item.span, "make several decks of it", limit=f"{MOST_SLIDES:,}")
        return self._enough

    def _bytes(self, path: str, named: Scalar | None) -> bytes | None:
        """The bytes of a file, or None and a problem at the place that names it."""
        span, written = (named.span, named.text.strip()) if named is not None else (Span(path), path)
        try:
            data = self.workspace.read(path)
        except FileNotFoundError:
            few = self._reported < MOST_PROBLEMS
            hints = (misplaced(self.workspace, span.file, written) or self._near(path, written)) if few else ()
            self.report("file-missing", span, *hints, path=path)
            return None
        except OSError as error:
            self.problems.append(unreadable(error, span, path, written))
            return None
        self._bytes_read += len(data)
        if self._bytes_read > MOST_BYTES:
            if self._bytes_read - len(data) <= MOST_BYTES:
                self.report("files-too-large", span, limit=megabytes(MOST_BYTES))
            return None
        if path not in self.workspace.foreign:
            self.own.append(data)
        return data

    def _near(self, path: str, written: str) -> tuple[str, ...]:
        """What to write instead of the path of a file that is not there."""
        folder = posixpath.dirname(path)
        if folder and not self.workspace.exists(folder):
            return (f"there is no folder `{folder}` either",)
        within = posixpath.dirname(written)
        endings = (".yaml", ".yml", *(TEXT_TABLES if written.lower().endswith(TEXT_TABLES) else ()))
        if (folder, within, endings) not in self._listed:
            names = [name for name in self.workspace.names(folder) if name.lower().endswith(endings)]
            self._listed[folder, within, endings] = tuple([posixpath.join(within, name) for name in names])
        return nearest(written, self._listed[folder, within, endings])


def _for_whom(slides: tuple[Node, ...], include: Mapping, depth: int) -> tuple[Node, ...]:
    """Included slides with the conditions of their include, under keys that nobody can write: a slide's own hold as well."""
    asked = tuple((key, value) for key, value in include.entries if key.text in ONLY_KEYS)
    if not asked:
        return slides
    hidden = tuple((Scalar(f"{OF_INCLUDE * (depth + 1)}{key.text}", key.span), value) for key, value in asked)
    return tuple(Mapping((*one.entries, *hidden), one.span) if isinstance(one, Mapping) else one for one in slides)
