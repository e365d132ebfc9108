"""The file of a language with a line for each text that lacks one, and with what its translations were made from.

What stands in it stays: translations, also those that nothing needs any more, and comments. The originals of what is missing or
stale stand above it, in comments of ours (`# sv: …`), which go when they are no longer needed.
"""

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from deckmotor.load.languages import GROUPS, KEPT, Group, Line, Strings, Text, deck_texts, mark_of, paired
from deckmotor.load.project import Project
from deckmotor.load.tongues import all_texts
from deckmotor.load.walk import Way
from deckmotor.source.merge import is_null
from deckmotor.source.nodes import Mapping

OURS = "# `deckmotor translate"
"""What comments begin with that the command writes, beside those that quote an original."""

_PLAIN = re.compile(r"(?!(?:~|null)$)[^\W\d][\w ()/,.;?!–’-]*[\w)?!.]", re.IGNORECASE)
"""Texts that stand without quotes."""


TOP, END = -1, -2
"""Where comments stand that belong to no line."""


class Told(Struct, frozen=True):
    """A text that lacks a translation, or whose translation may no longer fit."""

    state: str
    """`missing` or `stale`."""
    text: Text


class Updated(Struct, frozen=True, kw_only=True):
    """The file as it should be."""

    data: str
    told: tuple[Told, ...]
    count: int
    """Texts that can be translated."""
    unused: tuple[Line, ...]
    """Lines that translate nothing any more."""


def project_texts(project: Project, strings: Strings) -> tuple[Text, ...]:
    """All texts that a language's file should have a line for."""
    assert project.deck is not None, "a project without a deck has no texts"
    if strings.is_deck_alone:
        return tuple(deck_texts(project.deck))
    return tuple(all_texts(project.deck, _layers(project)))


def _layers(project: Project) -> Iterator[tuple[Group, Mapping]]:
    yield from ((("audiences", name), layer) for name, layer in project.audiences.items())
    shared: set[int] = set()
    for id_of, version in project.variants.items():
        for layer in version.shared:
            if id(layer) not in shared:
                shared.add(id(layer))
                yield ("each",), layer
        yield from ((("variants", id_of), layer) for layer in version.own)


def updated(strings: Strings, wanted: tuple[Text, ...], old: str, origin: str, *, accept: bool = False) -> Updated:
    """The file of a language brought up to date. `old` is what it is now, `origin` the tag of the deck's own language.

    With `accept` what is stale is right as it is.
    """
    told: list[Told] = []
    rows: dict[Group, dict[Way, tuple[str, str]]] = {}
    """Comment and value of each line."""
    marks: dict[Group, dict[Way, str]] = {}
    used: set[int] = set()
    comments = _comments(strings, old, origin)
    for text, hit in paired(strings, wanted):
        original = f"# {origin}: {' / '.join(text.node.text.splitlines())}\n"
        row = rows.setdefault(text.group, {})
        if hit is None:
            told.append(Told("missing", text))
            blank = strings.lines.get(text.group, {}).get(text.way)
            own = comments.pop(id(blank), "") if blank is not None and is_null(blank.text) else ""
            row[text.way] = (own + original, "~")
            continue
        way, line = hit
        used.add(id(line))
        stale = strings.is_stale(text, way, line) and not accept
        if stale:
            told.append(Told("stale", text))
        row[text.way] = (comments.get(id(line), "") + (original if stale else ""), _value(line.text.text))
        mark = strings.kept[text.group][way] if stale else mark_of(text.node.text, line.text.text)
        marks.setdefault(text.group, {})[text.way] = mark
    unused = []
    for group, lines in strings.lines.items():
        for way, line in lines.items():
            if id(line) in used:
                continue
            if is_null(line.text):
                comments[END] = comments.pop(id(line), "") + comments.get(END, "")
                continue
            unused.append(line)
            row = rows.setdefault(group, {})
            row[way if way not in row else f"{way}.old"] = (comments.get(id(line), ""), _value(line.text.text))
    data = _document(strings, rows, marks, comments)
    return Updated(data=data, told=tuple(told), count=len(wanted), unused=tuple(unused))


def _document(
    strings: Strings,
    rows: dict[Group, dict[Way, tuple[str, str]]],
    marks: dict[Group, dict[Way, str]],
    comments: dict[int, str],
) -> str:
    lines = [f"# `deckmotor translate {strings.code}` adds what is missing here, and keeps what stands here."]
    lines = [*comments.get(TOP, "").splitlines(), *lines]
    lines += ["only: deck"] if strings.is_deck_alone else []
    for first, depth in GROUPS.items():
        groups = [group for group in rows if group[0] == first]
        lines += ["", f"{first}:"] if groups else []
        for group in groups:
            lines += [f"  {_key(group[1])}:"] if depth == 2 else []
            for way, (comment, value) in rows[group].items():
                lines += [f"{'  ' * depth}{one.strip()}" for one in comment.splitlines()]
                lines.append(f"{'  ' * depth}{_key(way)}: {value}")
    if marks:
        lines += ["", "# `deckmotor translate` keeps here what each was translated from.", f"{KEPT}:"]
        for group, kept in marks.items():
            pairs = ", ".join(f"{_key(way)}: {mark}" for way, mark in kept.items())
            lines.append(f"  {_key('/'.join(group))}: {{{pairs}}}")
    lines += comments.get(END, "").splitlines()
    return "\n".join(lines) + "\n"


def _value(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _key(text: str) -> str:
    return text if re.fullmatch(r"[^\W\d][\w./-]*", text) else json.dumps(text, ensure_ascii=False)


def _comments(strings: Strings, old: str, origin: str) -> dict[int, str]:
    """Comments of the user, by the identity of the line that they stand above or after; under TOP and END what has none."""
    ours = (OURS, f"# {origin}: ")
    lines = sorted((line for group in strings.lines.values() for line in group.values()), key=lambda line: line.key.span.line)
    found: dict[int, str] = {}
    rows = old.splitlines()
    first = next((number for number, row in enumerate(rows, 1) if row.strip() and not row.lstrip().startswith("#")), 0)
    inside = {
        number for line in lines for number in range(line.text.span.line, line.text.span.line + line.text.text.count("\n"))
    }
    for number, row in enumerate(rows, 1):
        if row.lstrip().startswith("#") and not row.lstrip().startswith(ours) and number not in inside:
            owner = next((line for line in lines if line.key.span.line > number), None)
            key = TOP if number < first else END if owner is None else id(owner)
            found[key] = f"{found.get(key, '')}{row.strip()}\n"
    for line in lines:
        rest = old[line.text.span.end :].partition("\n")[0].strip()
        if rest.startswith("#"):
            found[id(line)] = f"{found.get(id(line), '')}{rest}\n"
    return found
