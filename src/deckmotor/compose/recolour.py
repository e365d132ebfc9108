"""Drawings that get a colour of the theme."""

from deckmotor.compose.look import Look
from deckmotor.messages import nearest, problem
from deckmotor.model.text import Name
from deckmotor.scene.page import Media, in_colour
from deckmotor.theme.ground import colour_of
from deckmotor.theme.scheme import SCHEME_NAMES


def recoloured(path: str, wanted: Name, media: Media, look: Look) -> str:
    """The key of a drawing in the colour that its author wants; its own where there is none, which is told."""
    if media.type != "svg":
        look.problems.append(problem("recolour-pixels", wanted.span, path=path))
        return path
    if wanted.text == "true":
        return in_colour(path, look.theme.looks["text"][0][0].text.color.rgb)
    found = colour_of(wanted.text, look.theme)
    if found is None:
        hints = nearest(wanted.text, tuple(SCHEME_NAMES))
        look.problems.append(problem("unknown-colour", wanted.span, hints=hints, name=wanted.text))
        return path
    return in_colour(path, found[0])
