"""What an edition says, as far as that is told without making it."""

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import Edition
from deckmotor.load.deck import marked, merged, told, values_in
from deckmotor.load.memo import Memo
from deckmotor.load.project import Project
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence


class Part(Struct, frozen=True):
    """A value of the head, or a slide."""

    key: str
    node: Node
    """Under its layers, before variables are put in and files are read: what editions share is the same node."""
    values: tuple[object, ...]
    """Those of the variables that it names."""


class Said(Struct, frozen=True):
    """What an edition says, nothing of which is an error so far."""

    parts: tuple[Part, ...]
    problems: tuple[Diagnostic, ...]
    """What is told of it so far, and of its project."""
    ignored: tuple[str, ...]
    """The warnings that its head says to ignore."""


def said(project: Project, edition: Edition, memo: Memo) -> Said | None:
    """What an edition says; None where there are errors."""
    if project.deck is None or project.broken:
        return None
    deck, shared, own = merged(project, edition, memo)
    problems = told(project, edition, (*shared, *marked(own, edition)), memo)
    if has_errors(problems):
        return None
    version = project.versions[edition]
    parts: list[Part] = []
    for key, value in deck.entries:
        if key.text != "variables":
            nodes = value.items if key.text == "slides" and isinstance(value, Sequence) else (value,)
            parts += [Part(key.text, node, values_in(node, version, memo)) for node in nodes]
    return Said(tuple(parts), problems, _ignored(deck))


def _ignored(deck: Mapping) -> tuple[str, ...]:
    node = deck.get("ignore")
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple([item.text for item in items if isinstance(item, Scalar)])
