"""What differs within a text, word by word."""

import re
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")

MOST_TOKENS = 1_500
"""In longer texts nobody looks for single words, and to find them takes long."""

ALIKE = 0.25
"""Texts less alike are told as two."""


class Piece(Struct, frozen=True):
    """A stretch of text that both have, or one of them."""

    kind: Literal["same", "gone", "new"]
    text: str


def pieces_of(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts in one: what stays, what is gone and what is new, in reading order."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    if max(len(before), len(after)) > MOST_TOKENS:
        return _joined([Piece("gone", old), Piece("new", new)])
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _joined([Piece("gone", old), Piece("new", new)])
    found: list[Piece] = []
    for what, start, end, begin, stop in matcher.get_opcodes():
        same, gone, fresh = "".join(before[start:end]), "".join(before[start:end]), "".join(after[begin:stop])
        if what == "equal" and not _holds_together(same, found, end == len(before)):
            found.append(Piece("same", same))
        else:
            found += [Piece("gone", gone), Piece("new", fresh)]
    return _joined(found)


def _holds_together(text: str, before: list[Piece], last: bool) -> bool:
    """Whether it is a space between two changed words: they are told as one."""
    return bool(before) and not last and text.isspace() and before[-1].kind != "same"


def _joined(found: list[Piece]) -> tuple[Piece, ...]:
    """Without empty pieces; between two that stay, one that is gone and one that is new."""
    joined: list[Piece] = []
    gone = new = ""
    for piece in (*found, Piece("same", "")):
        if piece.kind == "gone":
            gone += piece.text
        elif piece.kind == "new":
            new += piece.text
        else:
            joined += [Piece("gone", gone), Piece("new", new), piece]
            gone = new = ""
    return tuple(piece for piece in joined if piece.text)
