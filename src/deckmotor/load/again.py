"""A project that is loaded again after somebody has written in its files: what is as it was is the same object as before.

Memos go by identity, so they stay right, and only what was written is made anew.
"""

from msgspec.structs import replace

from deckmotor.load.project import Project
from deckmotor.source.nodes import Mapping, Node, Sequence


def again(project: Project, last: Project) -> Project | None:
    """The project with the slides of the last one where they are alike, places in files included.

    None where more than slides differs: a memo may rest on all that editions are made of.
    """
    alike = (
        _made_of(project) == _made_of(last)
        and project.decks.keys() == last.decks.keys()
        and all(_head(deck) == _head(last.decks[tag]) for tag, deck in project.decks.items())
        and _head(project.deck) == _head(last.deck)
    )
    if not alike:
        return None
    return replace(
        project,
        deck=None if project.deck is None else _shared(project.deck, last.deck),
        decks={tag: _shared(deck, last.decks[tag]) for tag, deck in project.decks.items()},
    )


def _made_of(project: Project) -> tuple[object, ...]:
    """What editions are made of beside slides. Problems are told each time anew."""
    versions = {edition: replace(version, problems=()) for edition, version in project.versions.items()}
    return project.has_conditions, project.audiences, versions


def _head(deck: Mapping | None) -> list[object] | None:
    """All entries, but of the slides only that they are there."""
    return None if deck is None else [key.text if key.text == "slides" else (key, value) for key, value in deck.entries]


def _shared(deck: Mapping, last: Mapping | None) -> Mapping:
    """The deck with the last one's entries, and slides, where they are alike."""
    entries = tuple((key, _slides(value, None if last is None else last.get(key.text))) for key, value in deck.entries)
    return Mapping(entries, deck.span)


def _slides(node: Node, last: Node | None) -> Node:
    if node == last:
        return last
    if not (isinstance(node, Sequence) and isinstance(last, Sequence)):
        return node
    before = {(slide.span.file, slide.span.start): slide for slide in last.items}
    items = ((slide, before.get((slide.span.file, slide.span.start))) for slide in node.items)
    return Sequence(tuple(slide if old is None or old != slide else old for slide, old in items), node.span)
