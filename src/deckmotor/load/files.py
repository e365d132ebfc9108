"""Reading a project's YAML files, and the slides that they include from each other."""

import posixpath
import re
from typing import Any

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem, reason
from deckmotor.source.describe import describe, hints_for_keys, hints_for_list
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.parse import parse
from deckmotor.span import Span
from deckmotor.workspace import Workspace


def file_name_problems(name: str, span: Span) -> tuple[Diagnostic, ...]:
    """What keeps a name from being that of a file to build, on any system; `span` is where it is written."""
    if name.lower().endswith(".pptx"):
        return (problem("bad-file-name", span, name=name, hints=("leave out the ending",)),)
    if re.search(r'^[.\s]|^$|[\\/:*?"<>|\x00-\x1f]|[.\s]$', name):
        hint = "a name has letters, digits, spaces, `-`, `_` or dots within; the folder is chosen when building"
        return (problem("bad-file-name", span, name=name, hints=(hint,)),)
    return ()


class Files:
    """The files of a project while it is loaded. Each is read once, and all their problems are collected."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.problems: list[Diagnostic] = []
        self.broken = False
        """Whether a file could not be read: then what is named elsewhere may stand in it."""
        self._parsed: dict[str, Node | None] = {}

    def read(self, path: str, named: Scalar | None = None) -> Node | None:
        """The tree of a file, or None and a problem. `named` is what names it in another file."""
        if path not in self._parsed:
            data = self._bytes(path, named)
            node, problems = parse(data, path) if data is not None else (None, ())
            self.problems += problems
            self.broken |= node is None
            self._parsed[path] = node
        return self._parsed[path]

    def place(self, name: Scalar) -> str:
        """The path that a file names, from the folder of that file."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(name.span.file), name.text.strip()))

    def report(self, code: str, span: Span, *hints: str, **values: Any) -> None:
        """Add a problem."""
        self.problems.append(problem(code, span, hints=hints, **values))

    def wrong(self, of: str, expected: str, node: Node, *hints: str) -> None:
        """Tell that something else stands where `expected` (keys, or a list) belongs."""
        if not hints:
            hints = hints_for_list(node) if expected.startswith("a list") else hints_for_keys(node)
        self.report("wrong-type", node.span, *hints, of=of, expected=expected, found=describe(node))

    def known_keys(self, mapping: Mapping, known: tuple[str, ...], of: str) -> None:
        """Tell which keys of a mapping nobody reads."""
        for key, _ in mapping.entries:
            if key.text not in known:
                self.report("unknown-key", key.span, *nearest(key.text, known), key=key.text, of=of)

    def slides(self, node: Node, within: tuple[str, ...]) -> tuple[Node, ...]:
        """A list's slides, with those of included files in the places of their includes. `within`: files on the way here."""
        if not isinstance(node, Sequence):
            self.wrong("`slides:`", "a list of slides", node)
            return ()
        found: list[Node] = []
        for item in node.items:
            if isinstance(item, Mapping) and (name := item.get("include")) is not None:
                self.known_keys(item, ("include",), "an `include:`")
                found += self._included(name, within)
            else:
                found.append(item)
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

    def _bytes(self, path: str, named: Scalar | None) -> bytes | None:
        """The bytes of a file, or None and a problem at the place that names it."""
        span, written = (named.span, named.text.strip()) if named is not None else (Span(path), path)
        if path.startswith(("../", "/")) or path == "..":
            self.report("file-outside", span, path=written)
            return None
        try:
            return self.workspace.read(path)
        except FileNotFoundError:
            self.report("file-missing", span, *self._near(path, written), path=path)
        except OSError as error:
            # A workspace's own refusal has no error number; the system's has one.
            if isinstance(error, PermissionError) and error.errno is None:
                self.report("file-outside", span, path=written)
            else:
                self.report("file-unreadable", span, path=path, reason=reason(error))
        return None

    def _near(self, path: str, written: str) -> tuple[str, ...]:
        """What to write instead of the path of a file that is not there."""
        folder = posixpath.dirname(path)
        if folder and not self.workspace.exists(folder):
            return (f"there is no folder `{folder}` either",)
        within = posixpath.dirname(written)
        others = [posixpath.join(within, other) for other in self.workspace.names(folder) if other.endswith((".yaml", ".yml"))]
        return nearest(written, others)
