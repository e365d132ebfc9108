"""All that can be built: the base deck, each audience, each variant, and each audience of each variant."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.load.files import Files
from deckmotor.load.layers import MOST_VARIABLES, MOST_VARIANTS, OWN_KEYS, SHARED_KEYS, Room, Row, Rows
from deckmotor.load.naming import FileName, file_name, file_name_problems
from deckmotor.messages import MOST_PROBLEMS, nearest
from deckmotor.source.merge import is_null
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.variables import resolve
from deckmotor.source.voice import Voice
from deckmotor.span import Span

if TYPE_CHECKING:  # Most decks have one language and no variables.
    from deckmotor.load.languages import Strings
    from deckmotor.source.values import Habit

AND = {"fo": "og", "ca": "i", "se": "ja"}
"""The word before the last of a list in running text, in languages that have no other words of ours. Others get commas only."""


MOST_SLIDES_TOGETHER = 100_000
"""Of all variants of a deck. They are held in memory until all of them are known to be without errors."""


class Base(Struct, frozen=True):
    """What variants need to know of the base deck."""

    file: FileName
    variables: dict[str, Node]
    language: str
    slides: int = 0
    """How many it has."""
    habits: "dict[str, Habit]" = {}
    """How the values of columns are written."""
    names: frozenset[str] = frozenset()
    """All variables that any edition has."""
    columns: frozenset[str] = frozenset()
    """Those that are columns of the table."""


class Version(Struct, frozen=True, kw_only=True):
    """What an edition is made of: the base deck, layers of changes on it, and variables."""

    edition: Edition
    name: str
    """For people: what `list` shows."""
    file: str
    """Name of the file that is built, without its ending."""
    voice: Voice
    """How values are written in its texts."""
    variables: dict[str, str]
    """The deck's, over them what its audience sets, the columns of its row, and what further layers set."""
    shared: tuple[Mapping, ...] = ()
    """What it changes together with others, in order: its audience's layer, and that of `variants.yaml`."""
    own: tuple[Mapping, ...] = ()
    """What only its variant changes: its entry, its file."""
    values: dict[str, Node] = {}
    """The same as they are written."""
    columns: dict[str, Node] = {}
    """The cells of its row."""
    head: Span | None = None
    """Where the first of the table's columns is named."""
    span: Span
    """Where it is named: its row, its entry, its file, its audience."""
    problems: tuple[Diagnostic, ...] = ()
    """Of its variables."""

    @property
    def id(self) -> str:
        """The variant's."""
        return self.edition.variant

    @property
    def layers(self) -> tuple[Mapping, ...]:
        """All that it changes in the base deck, in order."""
        return self.shared + self.own

    @property
    def naming(self) -> dict[str, str]:
        """The variables that a file's name is made from: also what the edition is for."""
        return {**self.variables, **{field: value for field, value in self._dimensions if field not in self.variables}}

    @property
    def _dimensions(self) -> tuple[tuple[str, str], ...]:
        return ("variant", self.edition.variant), ("audience", self.edition.audience), ("language", self.edition.language)


def joining_word(language: str) -> str:
    """The word before the last of a list in running text; empty where it is not known. `sv-SE` is `sv`."""
    from deckmotor.model.phrases import PHRASES  # Few variants list names.

    tag = language.split("-")[0].lower()
    return PHRASES[tag].conjunction if tag in PHRASES else AND.get(tag, "")


class Tongue(Struct, frozen=True):
    """A further language of a deck."""

    strings: "Strings"
    base: Base
    """Of the deck in that language."""


def read_versions(
    files: Files, folder: str, base: Base, deck: Mapping | None, tongues: tuple[Tongue, ...]
) -> tuple[dict[str, Mapping], dict[Edition, Version]]:
    """The audiences of a folder with their layers, and all that can be built: each audience with each variant."""
    audiences: dict[str, Mapping] = {}
    path = posixpath.join(folder, "audiences.yaml")
    if files.workspace.exists(path):
        from deckmotor.load.audiences import read_audiences  # Most decks are for everybody.

        audiences = read_audiences(files, path)
    rooms = _rooms(files, folder, base, (1 + len(audiences)) * (1 + len(tongues)))
    layers = (*audiences.values(), *(layer for room in rooms for layer in room.layers))
    columns = frozenset(name for room in rooms for name in room.row.columns)
    names = {*base.variables, *columns}
    names |= {name for layer in layers for name in assigned(layer.get("set"))} | ({"id"} if rooms else set())
    base = replace(base, habits=_habits(rooms, base), names=frozenset(names), columns=columns)
    made = {one.edition: one for one in _crossed(files, base, rooms, audiences)}
    if deck is not None and tongues:
        from deckmotor.load.tongues import in_language  # Most decks have one language.

        for tongue in tongues:
            known = replace(base, file=tongue.base.file, variables=tongue.base.variables, language=tongue.strings.code)
            told, others, heard = in_language(tongue.strings, deck, rooms, audiences)
            versions = _crossed(files, known, others, heard, tongue.strings.code)
            made |= {one.edition: replace(one, problems=(*one.problems, *told)) for one in versions}
    return audiences, made


def _crossed(
    files: Files, base: Base, rooms: tuple[Room, ...], audiences: dict[str, Mapping], language: str = ""
) -> Iterator[Version]:
    for room in (None, *rooms):
        for audience, layer in (("", None), *audiences.items()):
            edition = Edition(variant=room.id if room else "", audience=audience, language=language)
            yield _version(files, edition, room, layer, base)


def _rooms(files: Files, folder: str, base: Base, crossing: int) -> tuple[Room, ...]:
    path = posixpath.join(folder, "variants.yaml")
    shared = _layer(files, path) if files.workspace.exists(path) else None
    rows: Rows = {}
    if shared is not None:
        from deckmotor.load.rows import read_rows  # Most decks have no variants.

        rows = read_rows(files, shared)
    own = _own_files(files, posixpath.join(folder, "variants"), set(rows))
    rows |= {id: Row(columns={}, span=layer.span) for id, layer in own.items() if id not in rows}
    rows = _affordable(files, rows, (base.slides + _added(shared)) * crossing)
    return tuple(
        Room(
            id=id,
            row=row,
            layers=tuple(layer for layer in (shared, row.layer, own.get(id)) if layer is not None),
            shared=shared,
        )
        for id, row in rows.items()
    )


def _habits(rooms: tuple[Room, ...], base: Base) -> "dict[str, Habit]":
    """How the values of each column, and of each variable of the deck, are written."""
    texts: dict[str, list[str]] = {}
    for values in (base.variables, *(room.row.columns for room in rooms)):
        for name, value in values.items():
            if isinstance(value, Scalar) and not value.text.isalpha():
                texts.setdefault(name, []).append(value.text)
    if not texts:
        return {}
    from deckmotor.source.values import NO_HABIT, habit_of

    return {name: habit for name, column in texts.items() if (habit := habit_of(column)) != NO_HABIT}


def _version(files: Files, edition: Edition, room: Room | None, audience: Mapping | None, base: Base) -> Version:
    layers = ((audience,) if audience is not None else ()) + (room.layers if room else ())
    values = dict(base.variables)
    if audience is not None:
        values |= assigned(audience.get("set"))
    if room:
        values |= {"id": Scalar(room.id, room.row.span), **room.row.columns}
        for layer in room.layers:
            values |= assigned(layer.get("set"))
    written = _topmost(layers, "language")
    language = base.language if written is None else written.text
    missing = frozenset(name for name, value in values.items() if is_null(value))
    if room and room.row.columns:  # A file without a row is asked for none of its cells.
        missing |= base.columns - values.keys()
    voice = Voice(language, base.habits, missing, base.names)
    variables, problems = resolve(values, joining_word(language), voice)
    version = Version(
        edition=edition,
        name=edition.name,
        file="",
        voice=voice,
        variables=variables,
        values=values,
        shared=layers[: len(layers) - len(room.layers) + (room.shared is not None)] if room else layers,
        own=room.layers[1 if room.shared is not None else 0 :] if room else (),
        columns=room.row.columns if room else {},
        head=room.row.head if room else None,
        span=room.row.span if room else audience.span if audience is not None else Span(""),
        problems=problems,
    )
    return _named(files, version, room, audience, base)


def _named(files: Files, version: Version, room: Room | None, audience: Mapping | None, base: Base) -> Version:
    """The version with its name for people and that of its file."""
    edition, naming = version.edition, version.naming

    def filled(pattern: FileName) -> str:
        text, found = pattern.filled(naming)
        if not edition.is_base:  # What is wrong with the base deck's own name is told where its head is read.
            files.problems += (replace(one, variant=edition.name) for one in found)
        return text

    names = []
    if room:
        name = _topmost(room.layers, "name")
        names.append(filled(FileName(name)) if name is not None else version.variables.get("name") or room.id)
    if audience is not None:
        name = _text(audience, "name")
        names.append(filled(FileName(name)) if name is not None else edition.audience)
    names += [edition.language] if edition.language else []
    written = _topmost(room.layers, "file") if room else None
    by = "variant"
    if written is None and audience is not None:
        written, by = _text(audience, "file"), "audience"
    file = file_name(base.file if written is None else FileName(written), edition, "" if written is None else by, filled)
    if not edition.is_base:
        wrong = file_name_problems(file, version.span if written is None else written.span)
        files.problems += (replace(one, variant=edition.name) for one in wrong)
    return replace(version, name=", ".join(names), file=file)


def _added(shared: Mapping | None) -> int:
    """How many slides all variants add."""
    added = shared.get("add") if shared is not None else None
    return len(added.items) if isinstance(added, Sequence) else 0


def _affordable(files: Files, rows: Rows, slides: int) -> Rows:
    """The rows, as long as all decks together have a number of slides that a computer can hold; else none, which is told."""
    if len(rows) * slides <= MOST_SLIDES_TOGETHER:
        return rows
    span = next(iter(rows.values())).span
    limit = f"{MOST_SLIDES_TOGETHER:,}"
    files.report("too-many-decks", span, variants=f"{len(rows):,}", slides=f"{slides:,}", limit=limit)
    return {}


def assigned(values: Node | None) -> dict[str, Node]:
    """Variables and their values. One that can't be a variable is told elsewhere; here it is empty, so that it is there."""
    entries = values.entries if isinstance(values, Mapping) else ()
    pairs = entries[:MOST_VARIABLES]  # That there are more is told elsewhere too.
    return {key.text: Scalar("", value.span, True) if isinstance(value, Mapping) else value for key, value in pairs}


def _own_files(files: Files, folder: str, rows: set[str]) -> dict[str, Mapping]:
    """The files of a folder by the ids that they are named for, those without a row only where they have a name themselves."""
    found = {}
    broken = files.broken
    by_name = {normalize("NFC", id): id for id in rows}
    named: dict[str, str] = {}
    known = sorted(rows)
    for file in files.listed(folder):
        name, ending = posixpath.splitext(file)
        if ending not in (".yaml", ".yml") or file.startswith("."):
            continue
        name = normalize("NFC", name)
        id, path = by_name.get(name, name), posixpath.join(folder, file)
        if (first := named.setdefault(name, path)) != path:
            files.report("duplicate-id", Span(path), id=id, line=1, file=first)
            continue
        layer = _layer(files, path)
        if layer is None:
            continue
        if id in rows or layer.get("name") is not None:
            found[id] = layer
            if len(found) > MOST_VARIANTS:
                files.report("too-many-variants", Span(path), limit=f"{MOST_VARIANTS:,}")
                break
        elif not broken:
            near = nearest(id, known) if len(files.problems) < MOST_PROBLEMS else ()
            hints = (*near, "a file for a variant of its own says `name: …`")
            files.report("unmatched-file", Span(path), *hints, variant_id=id)
    return found


def _layer(files: Files, path: str) -> Mapping | None:
    """A file of keys; None where it is empty, unreadable or something else."""
    node = files.read(path)
    if node is None or is_null(node):
        return None
    if not isinstance(node, Mapping):
        files.wrong(f"the file `{path}`", "a group of keys, such as `changes:`", node)
        return None
    from deckmotor.load.rows import check_layer

    shared = posixpath.basename(path) == "variants.yaml"
    check_layer(files, node, SHARED_KEYS if shared else OWN_KEYS, "`variants.yaml`" if shared else "a variant's file")
    return node


def _topmost(layers: tuple[Mapping, ...], key: str) -> Scalar | None:
    return next((value for layer in reversed(layers) if (value := _text(layer, key))), None)


def _text(layer: Mapping, key: str) -> Scalar | None:
    value = layer.get(key)
    return value if isinstance(value, Scalar) and not value.is_null else None
