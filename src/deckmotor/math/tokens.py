"""The tokens of a formula, and which of its brackets belong together."""

import re

from msgspec import Struct

from deckmotor.math.symbols import PAIRS

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\d+(?:(?:[.,]|\{,\})\d+)*|.", re.DOTALL)


class FaultError(Exception):
    """What is wrong with a formula: a code of the catalogue with its values, and where, in characters from 0."""

    def __init__(self, code: str, start: int, end: int, **values: str) -> None:
        super().__init__(code)
        self.code, self.start, self.end, self.values = code, start, end, values


class Token(Struct, frozen=True):
    """A command, a number, a run of blanks or a character, and where it stands."""

    text: str
    at: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.text)


def tokens_of(text: str) -> list[Token]:
    """All of a formula, cut into tokens."""
    return [Token(found[0], found.start()) for found in _TOKEN.finditer(text)]


def partners(tokens: list[Token]) -> dict[int, int]:
    """Brackets typed without `\\left`, each with the one that closes it, on the same level."""
    found: dict[int, int] = {}
    levels: list[list[int]] = [[]]
    for at, token in enumerate(tokens):
        text = token.text
        before = tokens[at - 1].text if at else ""
        if before in ("\\left", "\\right"):
            continue
        if text in ("{", "\\left", "\\begin"):
            levels.append([])
        elif text in ("}", "\\right", "\\end") and len(levels) > 1:
            levels.pop()
        elif text in ("&", "\\\\"):
            levels[-1] = []
        elif text in ("|", "\\|", "\\vert", "\\Vert"):
            open_bar = levels[-1] and tokens[levels[-1][-1]].text == text
            if open_bar:
                found[levels[-1].pop()] = at
            elif not before or before.isspace() or before in "=({[,+-<>^_" or len(before) > 1:
                levels[-1].append(at)
        elif text in PAIRS:
            levels[-1].append(at)
        elif text in (")", "]", *PAIRS.values()):
            while levels[-1] and tokens[levels[-1][-1]].text in ("|", "\\|", "\\vert", "\\Vert"):
                levels[-1].pop()
            if levels[-1] and _closes(tokens[levels[-1][-1]].text, text):
                found[levels[-1].pop()] = at
    return found


def _closes(opened: str, closed: str) -> bool:
    """Whether two brackets belong together; half-open intervals have two kinds."""
    return PAIRS[opened] == closed or (opened in "([" and closed in ")]")
