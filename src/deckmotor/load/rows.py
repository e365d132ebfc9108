"""Which variants there are: the rows of a table, or the entries of `variants:`."""

from typing import TYPE_CHECKING

from deckmotor.load.files import Files
from deckmotor.load.layers import MOST_VARIABLES, MOST_VARIANTS, OWN_KEYS, Row, Rows, check_number
from deckmotor.source.describe import hints_for_text
from deckmotor.source.ids import slug
from deckmotor.source.merge import is_null
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import Span

if TYPE_CHECKING:  # Many decks have no table.
    from deckmotor.source.cells import Wanted


def read_rows(files: Files, shared: Mapping) -> Rows:
    """The rows that `variants.yaml` names: of the table or the list at `each:`, or the entries of `variants:`."""
    each, entries = shared.get("each"), shared.get("variants")
    if each is not None and entries is not None:
        files.report("either-or", _key_span(shared, "variants"), of="`variants.yaml`", one="each", other="variants")
    if each is not None:
        if isinstance(each, Sequence) and any(isinstance(row, Mapping) for row in each.items):
            return _table(files, each)
        wanted = _wanted(files, each)
        table = None if wanted is None else files.table(wanted)
        return _table(files, table) if table is not None else {}
    return _entries(files, entries) if entries is not None and not is_null(entries) else {}


def _wanted(files: Files, each: Node) -> "Wanted | None":
    """The table that `each:` names: by its path, or a sheet of a workbook and a range in it."""
    from deckmotor.source.cells import Wanted

    named: Node | None = each
    parts: dict[str, Scalar | None] = {"sheet": None, "range": None}
    if isinstance(each, Mapping):
        told = len(files.problems)
        files.known_keys(each, ("file", *parts), "`each:`")
        named = each.get("file")
        if named is None and len(files.problems) > told:
            return None
        for key in parts:
            value = each.get(key)
            if isinstance(value, Scalar):
                parts[key] = None if value.is_null else value
            elif value is not None:
                files.wrong(f"`{key}:`", "a text", value, *hints_for_text(value))
                return None
    if not isinstance(named, Scalar) or named.is_null:
        files.wrong("`each:`", "the path of a table", each if named is None else named)
        return None
    return Wanted(named=named, path=files.place(named), sheet=parts["sheet"], range=parts["range"])


def _table(files: Files, table: Node) -> Rows:
    """The rows of a table: a list of mappings with an `id`, or a mapping of ids to columns."""
    rows: Rows = {}
    if isinstance(table, Mapping):
        pairs: list[tuple[Scalar | None, Node]] = list(table.entries)
    elif isinstance(table, Sequence):
        pairs = [(None, row) for row in table.items]
    else:
        files.wrong("a table", "a list of rows", table, "write each row so: `- {id: …, name: …}`")
        return rows
    for key, row in pairs:
        if len(rows) >= MOST_VARIANTS:
            files.report("too-many-variants", row.span, limit=f"{MOST_VARIANTS:,}")
            break
        if not isinstance(row, Mapping):
            files.wrong("a row of the table", "a group of keys, such as `{id: …, name: …}`", row)
            continue
        id = key or _row_id(files, row)
        if id is None:
            hint = "or give it a `name:`, from which an id is made"
            files.report("missing-key", row.span, hint, of="a row of the table", keys="`id:`")
        elif not id.text:
            continue  # This has been told.
        elif id.text in rows:
            first = rows[id.text].span
            files.report("duplicate-id", id.span, id=id.text, line=first.line, file=first.file)
        else:
            head = row.entries[0][0].span if row.entries else None
            rows[id.text] = Row(columns=_columns(files, row), span=row.span, head=head)
    return rows


def _columns(files: Files, row: Mapping) -> dict[str, Node]:
    """The row's values that can be variables."""
    check_number(files, row)
    return {name.text: value for name, value in row.entries[:MOST_VARIABLES] if not isinstance(value, Mapping)}


def _row_id(files: Files, row: Mapping) -> Scalar | None:
    """The row's id: written, or made from its name."""
    id, name = row.get("id"), row.get("name")
    if id is not None and not isinstance(id, Scalar):
        files.wrong("`id:`", "a text", id, *hints_for_text(id))
        return Scalar("", id.span)
    if isinstance(id, Scalar) and not id.is_null:
        if not id.text.strip():
            files.report("empty", id.span, of="`id:`")
            return Scalar("", id.span)
        return id
    made = slug(name.text) if isinstance(name, Scalar) else ""
    return Scalar(made, row.span) if made else None


def _entries(files: Files, entries: Node) -> Rows:
    """The entries of `variants:`: an id, and a layer below it."""
    if not isinstance(entries, Mapping):
        hints = ("write the id of each with a colon: `kalix: {}`",)
        files.wrong("`variants:`", "a group of ids, each with its changes below it", entries, *hints)
        return {}
    rows: Rows = {}
    for key, layer in entries.entries:
        if len(rows) >= MOST_VARIANTS:
            files.report("too-many-variants", key.span, limit=f"{MOST_VARIANTS:,}")
            break
        if not key.text.strip():
            files.report("empty", key.span, of="the id of a variant")
            continue
        named = None
        if isinstance(layer, Mapping):
            check_layer(files, layer, OWN_KEYS, "a variant")
            named = layer.get("name")
        elif not is_null(layer):
            meant = (f"did you mean `{key.text}: {{name: {layer.text}}}`?",) if isinstance(layer, Scalar) else ()
            files.wrong(f"the variant `{key.text}`", "a group of keys with its changes", layer, *meant)
        columns: dict[str, Node] = {"name": Scalar(key.text, key.span) if named is None else named}
        rows[key.text] = Row(columns=columns, layer=layer if isinstance(layer, Mapping) else None, span=key.span)
    return rows


def check_layer(files: Files, layer: Mapping, known: tuple[str, ...], of: str) -> None:
    """Tell which keys of a layer nobody reads, and what `set:` can't set."""
    files.known_keys(layer, known, of)
    for text in ("name", "file"):
        if (value := layer.get(text)) is not None and not isinstance(value, Scalar):
            files.wrong(f"`{text}:`", "a text", value, *hints_for_text(value))
    assigned = layer.get("set")
    if assigned is None or is_null(assigned):
        return
    if not isinstance(assigned, Mapping):
        files.wrong("`set:`", "a group of names with their texts", assigned)
        return
    check_number(files, assigned)
    for key, value in assigned.entries[:MOST_VARIABLES]:
        if isinstance(value, Mapping):
            files.wrong(f"the variable `{key.text}`", "a text or a list of texts", value)


def _key_span(mapping: Mapping, key: str) -> Span:
    return next(name.span for name, _ in mapping.entries if name.text == key)
