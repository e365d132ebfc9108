"""Markdown inside text: `**bold**`, `*italic*`, `` `code` ``, `[text](link)`, `[text]{lang=en}`, `H~2~O`, `m^2^`, `~~struck~~`,
`[[Ctrl]]`, `$x^2$` (`dollars`), `[^1]`, `\\*`.

Nothing else of Markdown. Bold and italic follow CommonMark 0.31 (6.2, delimiter runs) but for one rule: an asterisk
between two digits is always itself, so that `3*4*5` reads as typed. Subscript and superscript are pandoc's: no spaces inside.
Struck text is GitHub's.
A mark that does not close is literal text, and so is a backslash that stands before no mark's sign: `\\\\server`.
What a variable put in is text in which nothing acts: marks are looked for in a text with a letter in its place (`masked`).
Every loop here moves forward only: time grows in a straight line with the text.
"""

import re
from typing import Any
from unicodedata import category

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.masked import Masked
from deckmotor.model.signs import MARKS
from deckmotor.model.tags import language_problem
from deckmotor.model.text import Text, TextRun
from deckmotor.source.nodes import Scalar
from deckmotor.source.places import place
from deckmotor.span import Span


def is_marked(text: str) -> bool:
    """Whether a text holds one."""
    return re.search(f"[{MARKS}]", text) is not None


# Patterns stay text until a marked text needs them (`re` keeps what it compiled): 1 ms of start-up.
_TOKEN = r"\\|\*+|`+|\[|\]|~+|\^|\$"
_SIGNS = "*`[]~^$"
"""The signs of marks: a backslash takes the meaning from these, and is itself before all others."""
# The possessive quantifiers (`*+`) never give back what they took, so a failed match costs its length once.
_DESTINATION = r"\(([^()]*+(?:\([^()]*+\)[^()]*+)*+)\)"
_LANGUAGE = r"\{lang=([^{}\s]++)\}"
_SHIFTED = {
    "~": r"(?<!~)~((?:\\[*`\[\]~^]|[^\s~])++)~(?!~)",
    "^": r"(?<!\^)\^((?:\\[*`\[\]~^]|[^\s^])++)\^(?!\^)",
}
_WHOLE = {"key", "formula", "footnote"}
_SHIFT_NAMES = {"~": "subscript", "^": "superscript"}
_KEY = r"\[\[(?![\s])((?:\\[*`\[\]~^\\]|[^\[\]\\\n])++)(?<!\s)\]\](?![({])"
"""A key: a name between two brackets on either side, in which nothing acts but backslashes. `[[a]](b)` is a link."""
_FOOTNOTE = r"\[\^([^\[\]\s^]++)\](?!\()"
_ESCAPED = r"\\([*`\[\]~^\\])"


def parse_text(node: Scalar) -> tuple[Text, tuple[tuple[str, Span], ...], tuple[Diagnostic, ...]]:
    """The runs of a text, the slides that its links lead to, and what is wrong with its links. A newline is a line break."""
    if not is_marked(node.text):
        return Text(runs=(TextRun(text=node.text),) if node.text else (), span=node.span, written=node), (), ()
    scanner = _Scanner(node)
    scanner.scan()
    return Text(runs=scanner.runs(), span=node.span, written=node), tuple(scanner.slides), tuple(scanner.problems)


class _Stars:
    """A run of asterisks that may begin or end emphasis (CommonMark calls it a delimiter run)."""

    __slots__ = ("closes", "count", "length", "opens", "piece")

    def __init__(self, piece: int, count: int, opens: bool, closes: bool) -> None:
        self.piece, self.count, self.length, self.opens, self.closes = piece, count, count, opens, closes

    def fits(self, closer: "_Stars") -> bool:
        """CommonMark's rule of three: `*a**b*` is one emphasis with two asterisks in it."""
        if self.closes or closer.opens:
            return (self.length + closer.length) % 3 != 0 or (self.length % 3 == 0 and closer.length % 3 == 0)
        return True


class _Scanner:
    """One pass over a text: it is cut into pieces, and marks are noted as ranges of pieces."""

    def __init__(self, node: Scalar) -> None:
        self.node = node
        self.masked = Masked(node)
        self.text = self.masked.text
        self.problems: list[Diagnostic] = []
        self.slides: list[tuple[str, Span]] = []
        self.pieces: list[str] = []
        self.ranges: list[tuple[int, int, str, Any]] = []
        """Pieces strictly between the first and the second index carry the mark."""
        self.buffer: list[str] = []
        self.stars: list[_Stars] = []
        self.brackets: list[tuple[int, int, int]] = []
        """Open brackets: their piece, the number of star runs before them, their place in the text."""
        self.no_link_before = 0
        """Brackets opened before this piece can't be links any more: a link holds no link."""
        self.shifts: dict[str, tuple[int, int]] = {}
        self.strike: int | None = None
        """The piece that begins struck text, where one has begun."""
        self.ticks: dict[int, list[int]] | None = None

    def scan(self) -> None:
        """Cut the whole text into pieces."""
        text, at = self.text, 0
        next_token = re.compile(_TOKEN).search
        while found := next_token(text, at):
            self.buffer.append(self.masked.real(at, found.start()))
            at = self._take(found.group(), found.start())
        self.buffer.append(self.masked.real(at, len(text)))
        self._flush()
        self._pair_stars(0)

    def _take(self, token: str, at: int) -> int:
        """Handle the special characters at a place; gives where to go on."""
        first = token[0]
        if first == "*":
            return self._star_run(token, at)
        if first == "`":
            return self._code(token, at)
        if first == "[":
            if found := re.compile(_KEY).match(self.text, at):
                return self._key(found)
            if found := re.compile(_FOOTNOTE).match(self.text, at):
                return self._footnote(found)
            self.brackets.append((self._piece("["), len(self.stars), at))
            return at + 1
        if first == "]":
            return self._bracket_end(at)
        if first == "\\":
            escaped = self.text[at + 1 : at + 2]
            escapes = escaped != "" and escaped in _SIGNS
            self.buffer.append(escaped if escapes else first)
            return at + 1 + escapes
        if first == "$":
            return self._formula(at)
        if len(token) > 1:
            return self._strike(token, at)
        return self._shift(first, at)

    def _flush(self) -> None:
        if self.buffer:
            self.pieces.append("".join(self.buffer))
            self.buffer = []

    def _piece(self, text: str) -> int:
        self._flush()
        self.pieces.append(text)
        return len(self.pieces) - 1

    def _star_run(self, token: str, at: int) -> int:
        end = at + len(token)
        before = self.text[at - 1] if at else " "
        after = self.text[end] if end < len(self.text) else " "
        opens, closes = _flanks(before, after)
        if opens or closes:
            self.stars.append(_Stars(self._piece(token), len(token), opens, closes))
        else:
            self.buffer.append(token)
        return end

    def _code(self, token: str, at: int) -> int:
        if self.ticks is None:
            self.ticks = {}
            for found in re.finditer("`+", self.text):
                self.ticks.setdefault(len(found.group()), []).append(found.start())
            for places in self.ticks.values():
                places.reverse()
        places, start = self.ticks.get(len(token), []), at + len(token)
        while places and places[-1] < start:
            places.pop()
        if not places:
            self.buffer.append(token)
            return start
        end = places.pop()
        code = self.text[start:end]
        padded = len(code) > 2 and code[0] == code[-1] == " " and code.strip() != ""
        piece = self._piece(self.masked.real(start + padded, end - padded))
        self.ranges.append((piece - 1, piece + 1, "code", True))
        return end + len(token)

    def _shift(self, character: str, at: int) -> int:
        opened = self.shifts.get(character)
        if opened and opened[1] == at:
            self.pieces[opened[0]] = ""
            self.ranges.append((opened[0], self._piece(""), _SHIFT_NAMES[character], True))
        elif found := re.compile(_SHIFTED[character]).match(self.text, at):
            self.shifts[character] = (self._piece(character), found.end() - 1)
        else:
            self.buffer.append(character)
        return at + 1

    def _strike(self, token: str, at: int) -> int:
        """Two tildes strike text where it begins and ends at them; more are themselves."""
        end = at + len(token)
        piece = self._piece(token)
        if len(token) == 2 and self.strike is not None and not self.text[at - 1].isspace():
            self.pieces[self.strike] = self.pieces[piece] = ""
            self.ranges.append((self.strike, piece, "struck", True))
            self.strike = None
        elif len(token) == 2 and self.text[end : end + 1].strip():
            self.strike = piece
        return end

    def _key(self, found: re.Match[str]) -> int:
        start, end = found.span(1)
        parts: list[str] = []
        for escape in re.compile(_ESCAPED).finditer(self.text, start, end):
            parts += (self.masked.real(start, escape.start()), escape[1])
            start = escape.end()
        piece = self._piece("".join((*parts, self.masked.real(start, end))))
        self.ranges.append((piece - 1, piece + 1, "key", True))
        return found.end()

    def _footnote(self, found: re.Match[str]) -> int:
        name = self.masked.real(*found.span(1))
        piece = self._piece(name)
        self.ranges += [(piece - 1, piece + 1, "footnote", name), (piece - 1, piece + 1, "superscript", True)]
        return found.end()

    def _formula(self, at: int) -> int:
        from deckmotor.model.dollars import end_of, read  # Few texts have a dollar sign.

        end = end_of(self.masked.digits, at)
        if end is None:
            self.buffer.append("$")
            return at + 1
        plain, typed, trouble = read(self.masked, self.node, at + 1, end - 1)
        if trouble is not None:
            self.problems.append(trouble)
            self.buffer.append(self.masked.real(at, end))
        else:
            piece = self._piece(plain)
            self.ranges.append((piece - 1, piece + 1, "formula", typed))
        return end

    def _bracket_end(self, at: int) -> int:
        if not self.brackets:
            self.buffer.append("]")
            return at + 1
        piece, stars, start = self.brackets.pop()
        found = re.compile(_DESTINATION).match(self.text, at + 1)
        if found and piece >= self.no_link_before:
            from deckmotor.model.links import link_problem  # Few decks have links.

            name, value = "link", self.masked.address(*found.span(1)).strip()
            # A variable that is still there has no value, which has been told.
            trouble = None if "${" in value else link_problem(value, self.masked.real(start + 1, at))
            self.no_link_before = piece
        elif found := re.compile(_LANGUAGE).match(self.text, at + 1):
            name, value = "language", self.masked.real(*found.span(1))
            trouble = language_problem(value)
        else:
            self.buffer.append("]")
            return at + 1
        address = place(self.node, self.masked.index(found.start(1)), self.masked.index(found.end(1)))
        if trouble:
            code, hints, values = trouble
            if name == "link" and self.text[start - 1 : start] == "!":
                hints = ("a picture is written as `picture: {file: …, alt: …}`",)
            self.problems.append(problem(code, address, hints=hints, **values))
        elif value.startswith("#") and "${" not in value:
            self.slides.append((value[1:], address))
        self._pair_stars(stars)
        self.pieces[piece] = ""
        self.ranges.append((piece, self._piece(""), name, value))
        return found.end()

    def _pair_stars(self, bottom: int) -> None:
        """Pair the star runs from `bottom` on and forget them (CommonMark, "process emphasis")."""
        openers: list[_Stars] = []
        floor: dict[tuple[bool, int], int] = {}
        for run in self.stars[bottom:]:
            while run.closes and run.count:
                kind = (run.opens, run.length % 3)
                low = min(floor.get(kind, 0), len(openers))
                place = next((i for i in range(len(openers) - 1, low - 1, -1) if openers[i].fits(run)), None)
                if place is None:
                    floor[kind] = len(openers)
                    break
                del openers[place + 1 :]
                floor = {key: min(height, place) for key, height in floor.items()}
                self._pair(openers[place], run)
                if not openers[place].count:
                    openers.pop()
            if run.opens and run.count:
                openers.append(run)
        del self.stars[bottom:]

    def _pair(self, opener: _Stars, closer: _Stars) -> None:
        used = 2 if opener.count >= 2 and closer.count >= 2 else 1
        opener.count -= used
        closer.count -= used
        self.pieces[opener.piece] = "*" * opener.count
        self.pieces[closer.piece] = "*" * closer.count
        self.ranges.append((opener.piece, closer.piece, "bold" if used == 2 else "italic", True))

    def runs(self) -> tuple[TextRun, ...]:
        """The pieces as runs: neighbours with the same marks are one, but for what is one thing."""
        begins: dict[int, list[tuple[str, Any]]] = {}
        ends: dict[int, list[str]] = {}
        for first, last, name, value in self.ranges:
            begins.setdefault(first + 1, []).append((name, value))
            ends.setdefault(last, []).append(name)
        active: dict[str, list[Any]] = {}
        merged: list[tuple[dict[str, Any], list[str]]] = []
        for index, piece in enumerate(self.pieces):
            for name in ends.get(index, ()):
                active[name].pop()
            for name, value in begins.get(index, ()):
                active.setdefault(name, []).append(value)
            if not piece:
                continue
            marks = {name: values[-1] for name, values in active.items() if values}
            if merged and merged[-1][0] == marks and not _WHOLE & marks.keys():
                merged[-1][1].append(piece)
            else:
                merged.append((marks, [piece]))
        return tuple(TextRun(text="".join(texts), **marks) for marks, texts in merged)


def _flanks(before: str, after: str) -> tuple[bool, bool]:
    """Whether asterisks between two characters may open and close emphasis (CommonMark 0.31, 6.2)."""
    if before.isdigit() and after.isdigit():
        return False, False
    space_before, space_after = before.isspace(), after.isspace()
    mark_before, mark_after = category(before)[0] in "PS", category(after)[0] in "PS"
    opens = not space_after and (not mark_after or space_before or mark_before)
    closes = not space_before and (not mark_before or space_after or mark_after)
    return opens, closes
