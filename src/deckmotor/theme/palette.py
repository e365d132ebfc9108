"""Colour tokens, and tones of them: `deep`, `deep+5` (lighter by 5 percent luminance), `surface-6` (darker)."""

import re

from deckmotor.color import Color, relit
from deckmotor.theme.scheme import SCHEME_NAMES
from deckmotor.theme.tokens import Colours

_TONE = re.compile(r"([a-z]+)(?:([+-])(\d{1,2}))?")


def colour(name: str, colours: Colours) -> Color | None:
    """The colour of a token or tone, or None where there is no such token."""
    match = _TONE.fullmatch(name)
    if match is None or match[1] not in SCHEME_NAMES:
        return None
    plain = Color(getattr(colours, match[1]).upper(), SCHEME_NAMES[match[1]])
    if match[2] is None:
        return plain
    if match[2] == "+":
        return relit(plain, lum_off=int(match[3]))
    return relit(plain, lum_mod=100 - int(match[3]))
