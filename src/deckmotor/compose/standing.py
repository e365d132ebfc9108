"""The things on a slide in their places."""

from msgspec import Struct

from deckmotor.compose.kinds import Group, draw
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.place import Place
from deckmotor.compose.text import text_item
from deckmotor.model.text import Text
from deckmotor.scene.page import Item

MOST_TOGETHER = 4
"""Things on one slide; with more of them nothing would be large enough to read."""


class Standing(Struct, frozen=True, gc=False):
    """A group or a heading in its place."""

    place: Place
    at: int
    """Which of the slide's groups it is, or is in."""
    group: Group | None
    heading: Text | None = None

    def items(self, look: Look) -> tuple[Item, ...]:
        """Its items."""
        if self.group is not None:
            return draw(self.group, self.place, look)
        text = self.heading
        if text is None:
            return ()
        return (text_item(self.place, lambda levels: [paragraph(text, levels[0], look)], look, text.span, (text,)),)
