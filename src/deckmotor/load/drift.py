"""What has drifted: variables and columns that nothing uses any more, and slides that no edition shows."""

from collections.abc import Iterator

from deckmotor.diagnostics import Diagnostic
from deckmotor.load.project import Project
from deckmotor.load.variants import Version
from deckmotor.messages import MOST_NAMED, problem
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.values import NO_HABIT, number
from deckmotor.source.variables import names

MADE_USE_OF = ("id", "name")
"""Columns that are used in any case."""


def drift(project: Project, shown: frozenset[str]) -> tuple[Diagnostic, ...]:
    """All of it, as warnings. `shown` are the ids of the slides that some edition has."""
    if project.deck is None or project.broken:
        return ()
    layers = {id(layer): layer for version in project.versions.values() for layer in version.layers}
    rows = {id(version.columns): version for version in project.versions.values()}
    used = set().union(*(names(layer) for layer in layers.values()), names(project.deck))
    used |= set().union(*(names(cell) for row in rows.values() for cell in row.columns.values()))
    used = {name.partition("|")[0].strip() for name in used}
    found = [*_variables(project.deck, "variables", used)]
    for layer in layers.values():
        found += _variables(layer, "set", used)
    found += _columns([row for row in rows.values() if row.head is not None], used)
    found += _slides(project.deck, layers, shown)
    return tuple(found)


def _variables(node: Mapping, key: str, used: set[str]) -> Iterator[Diagnostic]:
    values = node.get(key)
    for name, _ in values.entries if isinstance(values, Mapping) else ():
        if name.text not in used:
            yield problem("unused-variable", name.span, name=name.text)


def _columns(rows: list[Version], used: set[str]) -> Iterator[Diagnostic]:
    """All columns that are not used, at once: a table may have many that are for something else."""
    columns: dict[str, bool] = {}
    for row in rows:
        for name, cell in row.columns.items():
            columns[name] = columns.get(name, False) or not _is_data(cell)
    unused = [name for name, is_text in columns.items() if is_text and name not in used and name not in MADE_USE_OF]
    if unused:
        named = [f"`{name}`" for name in unused[:MOST_NAMED]] + (["…"] if len(unused) > MOST_NAMED else [])
        head = rows[0].head
        assert head is not None, "only rows of a table come here"
        yield problem("unused-columns", head, names=", ".join(named), verb="is" if len(unused) == 1 else "are")


def _is_data(cell: Node) -> bool:
    """Whether a cell is for something else than text: a list of numbers, such as a position."""
    items = cell.items if isinstance(cell, Sequence) else ()
    return bool(items) and all(isinstance(item, Scalar) and number(item.text, NO_HABIT) is not None for item in items)


def _slides(deck: Mapping, layers: dict[int, Mapping], shown: frozenset[str]) -> Iterator[Diagnostic]:
    for holder, key in ((deck, "slides"), *((layer, "add") for layer in layers.values())):
        slides = holder.get(key)
        items = slides.items if isinstance(slides, Sequence) else ()
        for slide, id in zip(items, slide_ids(items), strict=True):
            if id and id not in shown:
                yield problem("slide-never-shown", slide.span, id=id)
