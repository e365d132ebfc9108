"""What others know of layers of changes (`source.overlay`): their keys, and the marks that they leave."""

from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.span import Span

LAYER_KEYS = ("changes", "add", "move", "remove")
"""The keys of a layer that act on slides, in the order in which they act."""


GONE = Scalar("\0gone", Span(""))
"""The key that marks a slide which is taken out and keeps its place: nobody can write a NUL."""


def is_gone(slide: Node) -> bool:
    """Whether a slide is only there to mark its place."""
    return isinstance(slide, Mapping) and bool(slide.entries) and slide.entries[0][0] is GONE


Made = dict[tuple[int, int | str], tuple[Node, Node, Mapping]]
"""Slides that layers have made, so that decks share them: by the identities of a slide and of its change what came of them, and
by the identity of an added slide and its id the slide. What has problems is made again, so that they are told again."""
