"""The variants of a deck: what `variants.yaml` changes for all of them, and what each changes by itself."""

import posixpath
from unicodedata import normalize

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.files import Files
from deckmotor.load.naming import FileName, file_name_problems
from deckmotor.load.rows import MOST_VARIABLES, MOST_VARIANTS, OWN_KEYS, SHARED_KEYS, Row, Rows, check_layer, read_rows
from deckmotor.messages import MOST_PROBLEMS, nearest, unreadable
from deckmotor.source.merge import is_null
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.variables import resolve
from deckmotor.span import Span

AND = {
    "sv": "och", "en": "and", "nb": "og", "nn": "og", "no": "og", "da": "og", "is": "og", "fo": "og", "fi": "ja", "et": "ja",
    "de": "und", "nl": "en", "fr": "et", "es": "y", "ca": "i", "pt": "e", "it": "e", "pl": "i", "cs": "a", "se": "ja",
}  # fmt: skip
"""The word before the last of a list in running text, by language. Other languages get commas only."""


MOST_SLIDES_TOGETHER = 100_000
"""Of all variants of a deck. They are held in memory until all of them are known to be without errors."""


class Base(Struct, frozen=True):
    """What variants need to know of the base deck."""

    file: FileName
    variables: dict[str, Node]
    language: str
    slides: int = 0
    """How many it has."""


class Variant(Struct, frozen=True, kw_only=True):
    """A deck of its own, made from the base deck by layers of changes."""

    id: str
    name: str
    """For people: what `list` shows."""
    file: str
    """Name of the file that is built, without its ending."""
    variables: dict[str, str]
    """The deck's, over them the columns of its row, over them what its layers set."""
    layers: tuple[Mapping, ...]
    """What only this variant changes, in order; `variants.yaml` lies below."""
    span: Span
    """Where it is named: its row, its entry, or its file."""
    problems: tuple[Diagnostic, ...]
    """Of its variables."""


def joining_word(language: str) -> str:
    """The word before the last of a list in running text; empty where it is not known. `sv-SE` is `sv`."""
    return AND.get(language.split("-")[0].lower(), "")


def read_variants(files: Files, folder: str, base: Base) -> tuple[Mapping | None, tuple[Variant, ...]]:
    """What `variants.yaml` in a folder changes for all, and the variants."""
    path = posixpath.join(folder, "variants.yaml")
    shared = _layer(files, path) if files.workspace.exists(path) else None
    rows = read_rows(files, shared) if shared is not None else {}
    own = _own_files(files, posixpath.join(folder, "variants"), set(rows))
    rows |= {id: Row(columns={}, span=layer.span) for id, layer in own.items() if id not in rows}
    rows = _affordable(files, rows, base.slides + _added(shared))
    return shared, tuple(_variant(files, id, row, (shared, row.layer, own.get(id)), base) for id, row in rows.items())


def _variant(files: Files, id: str, row: Row, layers: tuple[Mapping | None, ...], base: Base) -> Variant:
    """`layers` are those of `variants.yaml`, of its entry there and of its file, as far as they are there."""
    stack = [layer for layer in layers if layer is not None]
    values: dict[str, Node] = {**base.variables, "id": Scalar(id, row.span), **row.columns}
    for layer in stack:
        values |= assigned(layer.get("set"))

    def topmost(key: str) -> Scalar | None:
        return next((value for layer in reversed(stack) if (value := _text(layer, key))), None)

    language = topmost("language")
    variables, problems = resolve(values, joining_word(base.language if language is None else language.text))

    def filled(pattern: FileName, end: str = "") -> str:
        text, found = pattern.filled(variables)
        files.problems += (replace(one, variant=id) for one in found)
        return f"{text}{end}"

    written = topmost("file")
    file = filled(FileName(written)) if written is not None else filled(base.file, f"-{id}")
    wrong = file_name_problems(file, row.span if written is None else written.span)
    files.problems += (replace(one, variant=id) for one in wrong)
    name = topmost("name")
    return Variant(
        id=id,
        name=filled(FileName(name)) if name is not None else variables.get("name") or id,
        file=file,
        variables=variables,
        layers=tuple(layer for layer in layers[1:] if layer is not None),
        span=row.span,
        problems=problems,
    )


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
    for file in _listed(files, folder):
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


def _listed(files: Files, folder: str) -> tuple[str, ...]:
    """The names of what a folder holds; what stands there and can't be listed is told."""
    try:
        return files.workspace.entries(folder)
    except OSError as error:
        if files.workspace.exists(folder):
            files.broken = True
            files.problems.append(unreadable(error, Span(folder), folder))
        return ()


def _layer(files: Files, path: str) -> Mapping | None:
    """A file of keys; None where it is empty, unreadable or something else."""
    node = files.read(path)
    if node is None or is_null(node):
        return None
    if not isinstance(node, Mapping):
        files.wrong(f"the file `{path}`", "a group of keys, such as `changes:`", node)
        return None
    shared = posixpath.basename(path) == "variants.yaml"
    check_layer(files, node, SHARED_KEYS if shared else OWN_KEYS, "`variants.yaml`" if shared else "a variant's file")
    return node


def _text(layer: Mapping, key: str) -> Scalar | None:
    value = layer.get(key)
    return value if isinstance(value, Scalar) and not value.is_null else None
