"""A text with one letter for each value that variables put into it, so that no character of a value acts as a mark."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from deckmotor.source.nodes import Scalar
from deckmotor.source.places import place
from deckmotor.span import Span

_LETTER = "x"
"""Stands for a value while marks are looked for: around it they mean what they mean around any word."""

_AFTER_HOST = r"[^/:][/?#]"
"""What shows that a place in an address comes after its host: there, text is encoded."""


class Masked:
    """A text, its values masked. Where nothing was put in, mask and text are the same."""

    __slots__ = ("_letters", "_node", "text")

    def __init__(self, node: Scalar) -> None:
        self._node = node
        self._letters: list[tuple[int, int, int]] = []
        """For each value: the index of its letter, its start and end in the real text."""
        self.text = node.text
        """With a letter for each value."""
        values = [put for put in node.puts if put.is_value]
        if values:
            parts: list[str] = []
            at = size = 0
            for put in values:
                size += put.start - at
                self._letters.append((size, put.start, put.end))
                parts += (node.text[at : put.start], _LETTER)
                size += 1
                at = put.end
            self.text = "".join((*parts, node.text[at:]))

    @property
    def digits(self) -> str:
        """The masked text with a digit for each value: what may be a number is taken for one."""
        if not self._letters:
            return self.text
        shown = list(self.text)
        for letter, _, _ in self._letters:
            shown[letter] = "0"
        return "".join(shown)

    def values(self, start: int, end: int) -> Iterator[tuple[str, Span]]:
        """The values in a stretch of the masked text, and where their variables stand."""
        for _, first, last in self._letters[bisect_left(self._letters, (start,)) : bisect_left(self._letters, (end,))]:
            yield self._node.text[first:last], place(self._node, first, last)

    def index(self, at: int) -> int:
        """The index in the real text of a place in the masked one."""
        number = bisect_left(self._letters, (at,))
        if not number:
            return at
        letter, _, end = self._letters[number - 1]
        return end + at - letter - 1

    def real(self, start: int, end: int) -> str:
        """The real text of a stretch of the masked one."""
        return self._node.text[self.index(start) : self.index(end)]

    def address(self, start: int, end: int) -> str:
        """The real text of a link's address. After the host a value is text there, too: what would act is encoded."""
        parts: list[str] = []
        at = start
        for letter, first, last in self._letters[bisect_left(self._letters, (start,)) : bisect_left(self._letters, (end,))]:
            value = self._node.text[first:last]
            if re.compile(_AFTER_HOST).search(self.text, start, letter):
                from urllib.parse import quote  # Seldom needed, and slow to load.

                value = quote(value)
            parts += (self.text[at:letter], value)
            at = letter + 1
        return "".join((*parts, self.text[at:end]))
