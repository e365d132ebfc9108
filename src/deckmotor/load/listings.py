"""Code that stands in a file: its nodes with the lines that are shown, each known by its place in that file."""

import posixpath
import re

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import misplaced, nearest, problem, unreadable
from deckmotor.model.code import line_range
from deckmotor.source.decode import decode, first_bad_character
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence, Source
from deckmotor.source.places import cut, place
from deckmotor.span import Span
from deckmotor.workspace import Workspace, path_from

LIMIT = 2_000_000
"""Bytes of a file of code."""

Files = dict[str, Scalar | None]
"""By path the text of a file, None where it has none: one that many slides show parts of is read once."""

_SIGNS = r"#|//|--|/\*|<!--|\(\*|\{-|%|;|'|\"|!|REM\b"
_REGION = re.compile(
    rf"(?mi)^[^\S\n]*(?:{_SIGNS})+[^\S\n]*(?:#|pragma[^\S\n]+)?(end)?[^\S\n]*region\b[^\S\n]*([^\n]*?)[^\S\n]*(?:\*/|-->|\*\)|-\}})?[^\S\n]*$"
)
"""A comment that begins or ends a region: `# region name`, `//#endregion`, `<!-- region name -->`."""


class Read(Struct, frozen=True):
    """The files of a project, those of them that have been read as code, and what is wrong with them."""

    workspace: Workspace
    files: Files
    found: list[Diagnostic]


def with_listings(slide: Node, workspace: Workspace, files: Files) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The slide with the lines of the files that its code names; the same object where there is none."""
    reading = Read(workspace, files, [])
    return _filled(slide, reading), tuple(reading.found)


def _filled(slide: Node, reading: Read) -> Node:
    if not isinstance(slide, Mapping):
        return slide
    entries: list[tuple[Scalar, Node]] = []
    for key, value in slide.entries:
        made: Node | None = value
        if key.text == "code" and isinstance(value, Mapping):
            name = value.get("file")
            if isinstance(name, Scalar) and not name.is_null and name.text.strip():
                made = _code(value, name, reading)
        elif key.text == "columns" and isinstance(value, Sequence):
            columns = tuple([_filled(column, reading) for column in value.items])
            made = value if all(map(_same, columns, value.items)) else Sequence(columns, value.span)
        if made is not None:  # Else it has been told what is wrong.
            entries.append((key, made))
    same = len(entries) == len(slide.entries) and all(new[1] is old[1] for new, old in zip(entries, slide.entries, strict=True))
    return slide if same else Mapping(tuple(entries), slide.span)


def _same(one: Node, other: Node) -> bool:
    return one is other


def _code(code: Mapping, name: Scalar, reading: Read) -> Mapping | None:
    """The code with its file's lines as its text; None where there are none."""
    for keys in (("file", "text"), ("lines", "region")):
        one, other = map(code.get, keys)
        if one is not None and other is not None:
            reading.found.append(problem("code-both", other.span, one=keys[0], other=keys[1]))
            return None
    path = path_from(name.span.file, name.text)
    if path not in reading.files:
        reading.files[path] = _text_of(path, name, reading)
    text = reading.files[path]
    if text is None:
        return None
    shown: Scalar | None = text
    if isinstance(lines := code.get("lines"), Scalar) and not lines.is_null:
        shown = _lines(text, lines, reading)
    elif isinstance(region := code.get("region"), Scalar) and not region.is_null:
        shown = _region(text, region, reading)
    if shown is None:
        return None
    if not shown.text.strip():
        reading.found.append(problem("code-empty", name.span, path=path))
        return None
    key = Scalar("text", name.span)
    kept = tuple((key, value) for key, value in code.entries if key.text not in ("lines", "region"))
    return Mapping(((key, shown), *kept), code.span)


def _text_of(path: str, name: Scalar, reading: Read) -> Scalar | None:
    """The text of a file; None where it can't be read, which is told."""
    try:
        data = reading.workspace.read(path, LIMIT)
    except FileNotFoundError:
        folder, within = posixpath.dirname(path), posixpath.dirname(name.text.strip())
        near = [posixpath.join(within, one) for one in reading.workspace.names(folder)]
        hints = misplaced(reading.workspace, name.span.file, name.text) or nearest(name.text.strip(), near)
        reading.found.append(problem("file-missing", name.span, hints=hints, path=path))
        return None
    except OSError as error:
        reading.found.append(unreadable(error, name.span, path, name.text.strip()))
        return None
    text, problems = decode(data, path)
    if text is not None and (bad := first_bad_character(text, path)) is not None:
        text, problems = None, (bad,)
    reading.found.extend(problems)
    if text is None:
        return None
    text = text.replace("\r\n", "\n")
    # Written as a block whose mark stands on the line above the file's first: so its lines are found as any text's are.
    source = Source(Span(path, 0, 1, -2, len(text)), f"|\n{text}", text)
    return Scalar(text, Span(path, 1, 1, 0, len(text)), True, (), source)


def _lines(text: Scalar, wanted: Scalar, reading: Read) -> Scalar | None:
    count = text.text.rstrip("\n").count("\n") + 1
    chosen = line_range(wanted.text)
    if chosen is None or chosen[1] > count:
        reading.found.append(
            problem("code-lines", wanted.span, value=wanted.text.strip(), count=f"{count:,}", path=text.span.file)
        )
        return None
    starts = [0, *(found.end() for found in re.finditer("\n", text.text)), len(text.text) + 1]
    return cut(text, starts[chosen[0] - 1], min(starts[chosen[1]] - 1, len(text.text)))


def _region(text: Scalar, wanted: Scalar, reading: Read) -> Scalar | None:
    name = wanted.text.strip()
    names: list[str] = []
    begin = depth = 0
    for found in _REGION.finditer(text.text):
        ends, label = found[1] is not None, found[2].strip()
        if begin:
            depth += -1 if ends else 1
            if not depth:
                return cut(text, begin, max(begin, found.start() - 1))
        elif not ends:
            names.append(label)
            if label == name:
                begin, depth = min(found.end() + 1, len(text.text)), 1
    if begin:
        span = place(text, max(begin - 2, 0), max(begin - 1, 1))
        reading.found.append(problem("code-region-open", span, name=name))
    else:
        hints = nearest(name, tuple(dict.fromkeys(filter(None, names))))
        reading.found.append(problem("code-region", wanted.span, hints=hints, name=name, path=text.span.file))
    return None
