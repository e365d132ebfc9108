"""What an edition says, as far as that is told without making it."""

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import Edition
from deckmotor.load.deck import filled_slides, marked, merged, told, values_in
from deckmotor.load.filed import has_files, slide_with_files
from deckmotor.load.memo import Memo
from deckmotor.load.project import Project
from deckmotor.load.variants import Version
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence


class Part(Struct, frozen=True):
    """A value of the head, or a slide."""

    key: str
    node: Node
    """Under its layers, before variables are put in, unless it has something in files: what editions share is the same node."""
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
            parts += [_part(key.text, node, project, version, memo) for node in nodes]
    return Said(tuple(parts), problems, _ignored(deck))


def _part(key: str, node: Node, project: Project, version: Version, memo: Memo) -> Part:
    """A part. A slide that has something in files is told by what it has there, so that what else stands in them is nothing."""
    values = values_in(node, version, memo)
    if key == "slides" and has_files(node, memo):
        (filled,) = filled_slides((node,), version, memo, [])
        node, _ = slide_with_files(filled, project.workspace, version.voice.language, memo)
    return Part(key, node, values)


def _ignored(deck: Mapping) -> tuple[str, ...]:
    node = deck.get("ignore")
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple([item.text for item in items if isinstance(item, Scalar)])
