"""Emoji in text: PowerPoint is told its own font for them, as it writes itself, so that none is drawn by chance in another."""

import re

from msgspec.structs import replace

from deckmotor.export.pptx.context import Context
from deckmotor.ooxml.languages import NO_LANGUAGE
from deckmotor.ooxml.text import EMOJI_FONT, run, run_properties
from deckmotor.scene.page import Run
from deckmotor.style import TextStyle

SOFT_HYPHEN = "\u00ad"

JOINED = "\u200d\ufe0f\u20e3"
"""What joins signs to one picture: the zero-width joiner, the selector of coloured pictures, the frame of keys."""


def with_emoji(piece: Run, base: TextStyle, context: Context) -> str:
    """The runs of a stretch with emoji: each row of them in its own."""
    signs = f"[{re.escape(''.join(sorted(context.emoji)))}]"
    pattern = f"((?:[0-9#*]\ufe0f?(?=\u20e3)|{signs})(?:[{JOINED}]|{signs}|(?<=\u200d).)*)"
    pictured = replace(piece.style, family=EMOJI_FONT, font_role=None)
    parts = re.split(pattern, piece.text if piece.language == NO_LANGUAGE else piece.text.replace(SOFT_HYPHEN, "-"))
    return "".join(
        run(part, run_properties("a:rPr", pictured if at % 2 else piece.style, base, piece.language))
        for at, part in enumerate(parts)
        if part
    )
