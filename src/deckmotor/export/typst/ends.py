"""How the lines of a paragraph end: at a space, in the middle of a word, or with a hyphen that the break added."""

from typing import Literal

from deckmotor.scene.page import Paragraph

End = Literal["space", "hyphen", "cut"]
"""A space or a written line break; a hyphen that the text does not have; neither, as after a hyphen that it has."""

SOFT_HYPHEN = "\u00ad"

_HANGING = " \t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u200b"
"""What stands at the end of a line without taking room, and so is not part of a measured line."""


def line_ends(part: Paragraph) -> tuple[End, ...]:
    """How each line of a paragraph ends, but for the last: found by laying the lines along the text of the runs."""
    if len(part.lines) < 2:
        return ()
    text = "".join([run.text for run in part.runs])
    ends: list[End] = []
    at = 0
    for line in part.lines[:-1]:
        at, added = _along(line.text, text, at)
        after = _behind(text, at)
        ends.append("hyphen" if added else "space" if after > at else "cut")
        at = after
    return tuple(ends)


def _along(drawn: str, text: str, at: int) -> tuple[int, bool]:
    """Where in the text a line that begins at `at` ends, and whether it is drawn with a hyphen that the text lacks."""
    if text.startswith(drawn, at):
        return at + len(drawn), False
    for index, character in enumerate(drawn):
        while text.startswith(SOFT_HYPHEN, at):
            at += 1
        if text.startswith(character, at):
            at += 1
        elif index == len(drawn) - 1:
            return at, True
    return at, False


def _behind(text: str, at: int) -> int:
    """Where the next line begins: after what hangs, and after one written line break."""
    while at < len(text) and text[at] in _HANGING:
        at += 1
    return at + 1 if text.startswith("\n", at) else at
