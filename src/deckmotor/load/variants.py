"""The variants of a deck: rows of a table, entries of `variants:`, and files in `variants/`."""

import posixpath

from msgspec import Struct

from deckmotor.load.files import Files
from deckmotor.messages import nearest
from deckmotor.source.ids import slug
from deckmotor.source.merge import is_null
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.overlay import LAYER_KEYS
from deckmotor.source.variables import resolve, substitute
from deckmotor.span import Span

HEAD_KEYS = ("title", "subtitle", "date", "theme", "language", "subject")
"""Keys of the deck's head that a layer may override."""

_OWN_KEYS = ("name", "file", "set", *HEAD_KEYS, *LAYER_KEYS)
_SHARED_KEYS = ("each", "variants", *_OWN_KEYS)

AND = {
    "sv": "och", "en": "and", "nb": "og", "nn": "og", "no": "og", "da": "og", "is": "og", "fo": "og", "fi": "ja", "et": "ja",
    "de": "und", "nl": "en", "fr": "et", "es": "y", "ca": "i", "pt": "e", "it": "e", "pl": "i", "cs": "a", "se": "ja",
}  # fmt: skip
"""The word before the last of a list in running text, by language. Other languages get commas only."""


class Variant(Struct, frozen=True, kw_only=True):
    """A deck of its own, made from the base deck by layers of changes."""

    id: str
    name: str
    """For people: what `list` shows."""
    file: str
    """Name of the file that is built, without its ending."""
    values: dict[str, Node]
    """Its variables as they are written: columns of its row, then what its layers set."""
    layers: tuple[Mapping, ...]
    """What only this variant changes, in order; `variants.yaml` lies below."""
    span: Span
    """Where it is named: its row, its entry, or its file."""


def joining_word(language: str) -> str:
    """The word before the last of a list in running text; empty where it is not known. `sv-SE` is `sv`."""
    return AND.get(language.split("-")[0].lower(), "")


def read_variants(
    files: Files, folder: str, base: str, head: dict[str, Node], language: str
) -> tuple[Mapping | None, tuple[Variant, ...]]:
    """What `variants.yaml` in a folder changes for all, and the variants. `base` is the name of the base deck's file.

    `head` holds the deck's variables, and `language` is the deck's.
    """
    path = posixpath.join(folder, "variants.yaml")
    shared = _mapping(files, path, _SHARED_KEYS) if files.workspace.exists(path) else None
    rows = _rows(files, shared) if shared is not None else {}
    own = _own_files(files, posixpath.join(folder, "variants"), set(rows), shared)
    variants = []
    for id in [*rows, *(id for id in own if id not in rows)]:
        columns, entry, span = rows.get(id, ({}, None, own[id].span if id in own else Span(path)))
        layers = tuple(layer for layer in (entry, own.get(id)) if layer is not None)
        variants.append(_variant(files, id, columns, shared, layers, (base, head, language), span))
    return shared, tuple(variants)


def _variant(
    files: Files,
    id: str,
    columns: dict[str, Node],
    shared: Mapping | None,
    layers: tuple[Mapping, ...],
    deck: tuple[str, dict[str, Node], str],
    span: Span,
) -> Variant:
    base, head, language = deck
    values: dict[str, Node] = {"id": Scalar(id, span), **columns}
    for layer in (shared, *layers):
        assigned = layer.get("set") if layer is not None else None
        if isinstance(assigned, Mapping):
            values |= {key.text: value for key, value in assigned.entries}
    stack = [layer for layer in (shared, *layers) if layer is not None]
    language = next((value.text for layer in reversed(stack) if (value := _text(layer, "language"))), language)
    # What is wrong with the variables is told when the deck is loaded.
    variables, _ = resolve({**head, **values}, joining_word(language))

    def filled(key: str, otherwise: Scalar) -> str:
        pattern = next((value for layer in reversed(stack) if (value := _text(layer, key))), otherwise)
        text, problems = substitute(pattern, variables)
        files.problems += problems
        return text.text if isinstance(text, Scalar) else ""

    written = columns.get("name")
    name = filled("name", written if isinstance(written, Scalar) and not is_null(written) else Scalar(id, span))
    return Variant(id=id, name=name, file=filled("file", Scalar(f"{base}-{id}", span)), values=values, layers=layers, span=span)


Rows = dict[str, tuple[dict[str, Node], Mapping | None, Span]]
"""For each id its columns, its own layer where it is an entry of `variants:`, and its place."""


def _rows(files: Files, shared: Mapping) -> Rows:
    each, entries = shared.get("each"), shared.get("variants")
    if each is not None and entries is not None:
        files.report("either-or", _key_span(shared, "variants"), of="`variants.yaml`", one="each", other="variants")
    if each is not None:
        if not isinstance(each, Scalar) or each.is_null:
            files.wrong("`each:`", "the path of a table", each)
            return {}
        table = files.read(files.place(each), each.span)
        return _table(files, table) if table is not None else {}
    if entries is None or is_null(entries):
        return {}
    if not isinstance(entries, Mapping):
        files.wrong("`variants:`", "an id for each variant, with its changes below it", entries)
        return {}
    rows: Rows = {}
    for key, layer in entries.entries:
        if isinstance(layer, Mapping):
            files.known_keys(layer, _OWN_KEYS, "a variant")
            _check_set(files, layer)
        elif not is_null(layer):
            files.wrong(f"the variant `{key.text}`", "keys with its changes", layer)
        named = layer.get("name") if isinstance(layer, Mapping) else None
        columns: dict[str, Node] = {"name": named if named is not None else Scalar(key.text, key.span)}
        rows[key.text] = (columns, layer if isinstance(layer, Mapping) else None, key.span)
    return rows


def _table(files: Files, table: Node) -> Rows:
    """The rows of a table: a list of mappings with an `id`, or a mapping of ids to columns."""
    rows: Rows = {}
    if isinstance(table, Mapping):
        pairs: list[tuple[Scalar | None, Node]] = list(table.entries)
    elif isinstance(table, Sequence):
        pairs = [(None, row) for row in table.items]
    else:
        files.wrong("a table", "a list of rows", table)
        return rows
    for key, row in pairs:
        if not isinstance(row, Mapping):
            files.wrong("a row of the table", "keys with values, such as `{id: …, name: …}`", row)
            continue
        id = key or _row_id(row)
        if id is None:
            files.report("missing-key", row.span, of="a row of the table", key="id")
        elif id.text in rows:
            first = rows[id.text][2]
            files.report("duplicate-id", id.span, id=id.text, line=first.line, file=first.file)
        else:
            rows[id.text] = (_columns(row), None, row.span)
    return rows


def _columns(row: Mapping) -> dict[str, Node]:
    """The row's values that can be variables."""
    return {name.text: value for name, value in row.entries if not isinstance(value, Mapping)}


def _row_id(row: Mapping) -> Scalar | None:
    """The row's id: written, or made from its name."""
    id, name = row.get("id"), row.get("name")
    if isinstance(id, Scalar) and not id.is_null:
        return id
    made = slug(name.text) if isinstance(name, Scalar) else ""
    return Scalar(made, row.span) if made else None


def _own_files(files: Files, folder: str, rows: set[str], shared: Mapping | None) -> dict[str, Mapping]:
    """The files of a folder by the ids that they are named for, those without a row only where they have a name themselves."""
    found = {}
    broken = files.broken
    for file in files.workspace.names(folder):
        id, ending = posixpath.splitext(file)
        if ending not in (".yaml", ".yml") or file.startswith("."):
            continue
        path = posixpath.join(folder, file)
        layer = _mapping(files, path, _OWN_KEYS)
        if layer is None:
            continue
        if id in rows or layer.get("name") is not None:
            found[id] = layer
        elif not broken:
            near = nearest(id, sorted(rows)) if rows else ()
            hints = (*near, "a file for a variant of its own says `name: …`")
            files.report("unmatched-file", Span(path), *hints, variant_id=id)
    return found


def _mapping(files: Files, path: str, known: tuple[str, ...]) -> Mapping | None:
    """A file of keys; None where it is empty, unreadable or something else."""
    node = files.read(path)
    if node is None or is_null(node):
        return None
    if not isinstance(node, Mapping):
        files.wrong(f"the file `{path}`", "keys with values, such as `changes:`", node)
        return None
    files.known_keys(node, known, "`variants.yaml`" if "each" in known else "a variant's file")
    _check_set(files, node)
    return node


def _check_set(files: Files, layer: Mapping) -> None:
    assigned = layer.get("set")
    if assigned is None or is_null(assigned):
        return
    if not isinstance(assigned, Mapping):
        files.wrong("`set:`", "names of variables with their texts", assigned)
        return
    for key, value in assigned.entries:
        if isinstance(value, Mapping):
            files.wrong(f"the variable `{key.text}`", "a text or a list of texts", value)


def _text(layer: Mapping, key: str) -> Scalar | None:
    value = layer.get(key)
    return value if isinstance(value, Scalar) and not value.is_null else None


def _key_span(mapping: Mapping, key: str) -> Span:
    return next(name.span for name, _ in mapping.entries if name.text == key)
