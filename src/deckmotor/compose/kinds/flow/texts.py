"""The texts of a flow's boxes and labels at a size: how wide and how high they are, and how much air stands around them."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from deckmotor.compose.breaks import SOFT_HYPHEN
from deckmotor.compose.kinds.along import sized
from deckmotor.compose.look import Look, paragraph
from deckmotor.compose.setting import set_text
from deckmotor.model.text import Text, is_bare
from deckmotor.scene.page import Paragraph
from deckmotor.style import Box, Insets, ParagraphStyle
from deckmotor.typeset.flow import line_height
from deckmotor.units import points

ASIDE, OVER = 0.5, 0.34
"""Between a box's edge and its text: at the sides, and above and below, over the text's size."""

INSIDE = 2.4
"""How much more air there may be in a box."""

BELOW, BESIDE = 0.8, 1.1
"""Between boxes above each other, and beside each other, over the text's size."""

LABEL = 0.86
"""Size of labels over that of boxes."""

SMALLEST, FLOOR = points(12), points(10)
"""The smallest type that is read from the back of a room; and that of flows which have no room otherwise."""

LABEL_WIDE, LABEL_AIR = points(130), points(4)
"""The widest label, and the air at its sides, where the line is not seen."""

WORD = re.compile("[A-Za-z\u00c0-\u052f]+")
"""Letters that no line ends between, but where a word is cut."""

NEARLY = 0.97
"""How much of their width at one size texts have at another at least."""


Heights = dict[tuple[int, int], tuple[int | None, bool]]
"""By step and width how high all are with hyphens (None where a word is cut even so), and whether one has one."""


class Texts:
    """The texts of a flow, and the sizes that they may have."""

    def __init__(self, boxes: Sequence[Text], labels: Sequence[Text | None], look: Look, heights: Heights) -> None:
        self.look, self.styles, self.labels, self.heights = look, _styles(look), labels, heights
        self.boxes, bare = boxes, [text.typed for text in boxes if is_bare(text.runs)]
        self.word = self._widest([word for text in bare for word in WORD.findall(text)])
        """How wide a line has to be at least for no word to be cut, over the size of its type."""
        self.whole = self._widest([text.replace(" ", "") for text in bare])
        """How wide the longest text is at least without its spaces, over the size of its type."""

    def _widest(self, words: Sequence[str]) -> float:
        style = self.styles[-1].text
        return max((self.look.fonts.width(word, style) * NEARLY / style.size for word in words), default=0.0)


def _styles(look: Look) -> tuple[ParagraphStyle, ...]:
    """The sizes of lists, and the smaller ones of charts that can still be read: boxes are read like labels."""
    lists = [levels[0].text.size for levels in look.theme.looks["list"]]
    charts = look.theme.looks["chart"]
    smaller = (levels[0].text.size for levels in charts if SMALLEST < levels[0].text.size < lists[-1])
    sizes = [*lists, *smaller, *range(SMALLEST, FLOOR - 1, -points(1))]
    return tuple([replace(sized(charts[0][0], size), align="center") for size in dict.fromkeys(sizes)])


class Setter:
    """Sets the texts of a flow at a size, each once a width."""

    def __init__(self, texts: Texts, step: int, *, hyphens: bool) -> None:
        self.texts, self.look, self.step, self.hyphens = texts, texts.look, step, hyphens
        self.style = texts.styles[step]
        self.size = self.style.text.size
        self.measured = replace(self.style, align="left")
        """Lines that begin together are found sooner, and are as many."""
        self.heights: dict[int, int | None] = {}
        self.label_style = replace(sized(self.style, max(min(SMALLEST, self.size), self.size * LABEL)), align="center")
        self.labels = tuple([None if label is None else self._label(label) for label in texts.labels])

    def insets(self, air: float) -> Insets:
        """Between a box's edge and its text."""
        over, aside = round(self.size * OVER * min(air, INSIDE)), round(self.size * ASIDE)
        return Insets(aside, over, aside, over)

    def least(self, width: int, air: float) -> int | None:
        """How high all boxes of a width are at least, found without setting anything; None where a word of one is cut."""
        insets = self.insets(air)
        inner = width - insets.left - insets.right
        if inner <= 0 or (not self.hyphens and self.texts.word * self.size > inner):
            return None
        lines = max(1, -int(-self.texts.whole * self.size // inner))
        return lines * line_height(self.size, self.style.line_spacing) + insets.top + insets.bottom

    def height(self, width: int, air: float) -> int | None:
        """How high all boxes of a width are; None where a word of one is cut."""
        insets = self.insets(air)
        inner = width - insets.left - insets.right
        if inner not in self.heights:
            self.heights[inner] = self._height(inner)
        height = self.heights[inner]
        return None if height is None else height + insets.top + insets.bottom

    def _height(self, inner: int) -> int | None:
        height, hyphened = self.texts.heights.get((self.step, inner)) or self._set(inner)
        return None if hyphened and not self.hyphens else height

    def _set(self, inner: int) -> tuple[int | None, bool]:
        """How high all are in a width, and whether one has a hyphen; without hyphens none is set after that."""
        most, hyphened, asked = 0, False, len(self.look.asked)
        for text in self.texts.boxes:
            item, broken = set_text([paragraph(text, self.measured, self.look)], Box(0, 0, inner, 0), self.look)
            hyphened = hyphened or any(SOFT_HYPHEN in run.text for run in item.paragraphs[0].runs)
            if broken or (hyphened and not self.hyphens):
                return None, True
            most = max(most, item.height)
        if len(self.look.asked) == asked:  # Else it is of this slide alone.
            self.texts.heights[self.step, inner] = (most, hyphened)
        return most, hyphened

    def words(self, text: Text) -> Paragraph:
        """What stands in a box."""
        return paragraph(text, self.style, self.look)

    def label(self, text: Text) -> Paragraph:
        """What stands at a line."""
        return paragraph(text, self.label_style, self.look)

    def _label(self, text: Text) -> tuple[int, int]:
        """Width and height of a label."""
        item, _ = set_text([self.label(text)], Box(0, 0, LABEL_WIDE, 0), self.look)
        wide = max((line.width for line in item.paragraphs[0].lines), default=0)
        return wide + 2 * LABEL_AIR + points(1), item.height
