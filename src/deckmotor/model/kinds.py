"""The kinds of value that a field may hold, and how each is read from a node.

Why not `msgspec.convert`: it reports one error a call and knows no positions. A kind reports every problem where it stands,
in the words of the language, and goes on.
"""

import re
from typing import Any

from msgspec.structs import replace

from deckmotor.model.reading import FAILED, Kind, Reading, is_blank, wrong_type, wrong_value
from deckmotor.model.signs import DOT, FIRST, ITEM, MARKS, MOST
from deckmotor.model.text import Name, Plain, Text, TextRun, unbroken
from deckmotor.model.words import list_of, one_of, plural
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

_has_signs = re.compile(f"[{MARKS}{MOST}]").search
"""Whether a text holds a character of marks, or one that most habits have."""


class TextKind(Kind, frozen=True):
    """Text with inline marks."""

    empty: bool = False
    """Whether an empty text is allowed."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "text"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Text."""
        if type(node) is not Scalar:
            return wrong_type(node, of, self, reading)
        text = node.text
        first = text[:1]
        if (
            _has_signs(text) or DOT in text or first in FIRST or node.source is not None or text.isspace()
            or (first > "~" and is_blank(node))
        ):  # fmt: skip
            if not is_blank(node):
                return unusual_text(node, reading, notes=of.endswith("`notes`"))
            return Text(runs=(), span=node.span) if self.empty else wrong_type(node, of, self, reading)
        return Text(runs=(TextRun(text=text),), span=node.span, written=node)

    def hints(self, node: Node) -> tuple[str, ...]:
        """A link that was typed as keys is one of the text's marks."""
        from deckmotor.model.cures import link_of
        from deckmotor.source.describe import hints_for_several, hints_for_text

        return link_of(node) or (*hints_for_several(node), *hints_for_text(node))


def unusual_text(node: Scalar, reading: Reading, *, notes: bool) -> Text:
    """Read inline marks; note bad links, those that lead to slides, and what looks like a mark and is none.

    Line breaks at the end are no part of a text. A tab is a space, for no two programs agree on its width.
    """
    from deckmotor.model.habits import habits  # Few texts have marks.
    from deckmotor.model.inline import parse_text
    from deckmotor.source.places import cut, place

    end = len(node.text.rstrip("\n"))
    if end < len(node.text) or (node.source is not None and "\n" in node.source.raw):
        node = cut(node, 0, end)
    if "\t" in node.text:
        at = node.text.index("\t")
        reading.report("tab-in-text", place(node, at, at + 1))
        node = replace(node, text=node.text.replace("\t", " "))
    text, links, problems = parse_text(node)
    reading.problems += problems
    if "[^" in node.text and not notes:
        reading.names_footnotes |= any(run.footnote is not None for run in text.runs)
    reading.links += links
    for start, end, shown, hint in habits(node, text, notes=notes):
        reading.report("no-mark", place(node, start, end), (hint,), shown=shown)
    return text


class WordKind(Kind, frozen=True):
    """Text without marks: a name, a path."""

    most: int | None = None
    """Characters that it has at most."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "text"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A str."""
        if type(node) is not Scalar or is_blank(node):
            return wrong_type(node, of, self, reading)
        word = node.text.strip("\n")
        word = word if type(self) is NameKind else unbroken(word)
        if self.most is not None and len(word) > self.most:
            return reading.report("too-much-text", node.span, of=of, size=f"{len(word):,}", limit=self.most)
        return word

    def hints(self, node: Node) -> tuple[str, ...]:
        """Brackets round a name are one thing too many."""
        from deckmotor.source.describe import as_text, hints_for_text

        if type(node) is Sequence and len(node.items) == 1 and type(only := node.items[0]) is Scalar:
            return (f"leave out the brackets: {only.text}",) if as_text(node) else (f"leave out the hyphen: {only.text}",)
        return hints_for_text(node)


class NameKind(WordKind, frozen=True):
    """Text without marks that leads somewhere else, so that its place is wanted when it leads nowhere."""

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Name."""
        word = super().read(node, of, reading)
        return word if word is FAILED else Name(word, node.span)


class PlainKind(WordKind, frozen=True):
    """Text without marks that is shown, so that its place is wanted when it does not fit."""

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A Plain."""
        word = super().read(node, of, reading)
        return word if word is FAILED else Plain(plain=word, span=node.span, written=node if type(node) is Scalar else None)


class FlagKind(Kind, frozen=True):
    """`true` or `false`, and no other spelling."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "`true` or `false`"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A bool."""
        if type(node) is not Scalar or is_blank(node):
            return wrong_type(node, of, self, reading)
        if node.text in ("true", "false"):
            return node.text == "true"
        meant = _TRUTHS.get(node.text.lower())
        hints = (f"did you mean `{meant}`?",) if meant else ()
        return wrong_value(node, of, self, reading, hints)

    def hints(self, node: Node) -> tuple[str, ...]:
        """Of headers, the names are a row like others."""
        return ("write `true`; names of columns are the first row",) if type(node) is Sequence else ()


_TRUTHS = dict.fromkeys(("yes", "ja", "on", "y", "j", "1", "true", "sant", "x"), "true") | dict.fromkeys(
    ("no", "nej", "off", "n", "0", "false", "falskt"), "false"
)


class NumberKind(Kind, frozen=True):
    """A whole number, or one of a few words."""

    least: int | None = None
    most: int | None = None
    words: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return " or ".join((f"a whole number{_limits(self.least, self.most)}", *(f"`{word}`" for word in self.words)))

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """An int, or the word."""
        if type(node) is not Scalar or is_blank(node):
            return wrong_type(node, of, self, reading)
        if node.text in self.words:
            return node.text
        if re.fullmatch("[+-]?[0-9]{1,15}", node.text):
            value = int(node.text)
            if (self.least is None or value >= self.least) and (self.most is None or value <= self.most):
                return value
        hints = (f"write the number alone: `{node.text[:-1].strip()}`",) if node.text[-1] == "%" else ()
        return wrong_value(node, of, self, reading, hints)


def _limits(least: float | None, most: float | None) -> str:
    return "" if least is None or most is None else f" from {least} to {most}"


class DecimalKind(Kind, frozen=True):
    """A number, with decimals or without."""

    least: float | None = None
    most: float | None = None

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return f"a number{_limits(self.least, self.most)}"

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A float."""
        if type(node) is not Scalar or is_blank(node):
            return wrong_type(node, of, self, reading)
        if re.fullmatch(r"[+-]?[0-9]{1,9}(\.[0-9]{1,9})?", node.text):
            value = float(node.text)
            if (self.least is None or value >= self.least) and (self.most is None or value <= self.most):
                return value
        hints = (f"write `{node.text.replace(',', '.')}`",) if "," in node.text else ()
        return wrong_value(node, of, self, reading, hints)


class ChoiceKind(Kind, frozen=True):
    """One of a few words."""

    values: tuple[str, ...]

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return one_of(self.values)

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A str."""
        if type(node) is not Scalar or is_blank(node):
            return wrong_type(node, of, self, reading)
        if node.text in self.values:
            return node.text
        from deckmotor.model.cures import meant_choice

        meant = meant_choice(node.text, self.values)
        return wrong_value(node, of, self, reading, () if meant is None else (f"did you mean `{meant}`?",))

    def hints(self, node: Node) -> tuple[str, ...]:
        """Braces and brackets round a word are too much."""
        from deckmotor.model.cures import word_alone

        return word_alone(node, self.values)


class LoadedKind(Kind, frozen=True):
    """What loading reads, and takes away: here it is left where there is no file to choose from, which a rule tells."""

    name: str

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return _LOADED[self.name]

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """None."""


_LOADED = {
    "columns": "names of columns",
    "where": "names of columns with their values, or a condition",
    "sort": "the name of a column",
}


class WordsKind(Kind, frozen=True):
    """Names and their values."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        return "a group of names with their texts"

    def hints(self, node: Node) -> tuple[str, ...]:
        """How one is written."""
        return ("write each as `name: its text`",)

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A dict of str to str. A list of texts is joined."""
        if type(node) is not Mapping:
            return wrong_type(node, of, self, reading)
        words = {}
        for name, value in node.entries:
            parts = value.items if type(value) is Sequence else (value,)
            texts = [part.text for part in parts if type(part) is Scalar and not part.is_null]
            if all(type(part) is Scalar for part in parts):
                words[name.text] = ", ".join(texts)
            else:
                wrong_type(value, f"`{name.text}`", WordKind(), reading)
        return words


class ListKind(Kind, frozen=True):
    """A list of values of one kind."""

    item: Kind
    noun: str
    """What one of them is called: `item`."""
    least: int = 0
    most: int | None = None
    alone: bool = False
    """Whether one text stands for a list: of its paragraphs, or of itself where marks mean nothing."""
    few: str = ""
    """What to do about a list with too few values."""
    many: str = ""
    """The same about one with too many."""
    lines: bool = False
    """Whether the lines of a text are a list."""
    spoken: bool = False
    """Whether it is what a speaker says, in which lists are written as text."""

    @property
    def expected(self) -> str:
        """What a person is to write there."""
        many = list_of(self.noun)
        return f"{self.item.expected}, or {many}" if self.alone else many

    def read(self, node: Node, of: str, reading: Reading) -> Any:
        """A tuple."""
        if type(node) is Sequence:
            nodes = node.items
        elif self.alone and self._is_one(node):
            nodes = (node,)
        elif self.lines and type(node) is Scalar and not is_blank(node):
            from deckmotor.model.ways import lines_of  # Few lists are written so.

            nodes = lines_of(node)
        else:
            return wrong_type(node, of, self, reading)
        one = f"{'an' if self.noun[0] in 'aeiou' else 'a'} {self.noun} of {of}"
        if type(self.item) is TextKind and any(type(item) is Mapping for item in nodes):
            from deckmotor.model.ways import plain_item

            nodes = tuple([(plain_item(item) or item) if type(item) is Mapping else item for item in nodes])
        if self.spoken and is_listed(node):
            from deckmotor.model.spoken import noted, parts_of_notes  # Few notes have a list.

            read_parts = [(self.item.read(part, one, reading), place) for part, place in parts_of_notes(nodes)]
            return FAILED if any(text is FAILED for text, _ in read_parts) else tuple(noted(*part) for part in read_parts)
        if self.alone and type(self.item) is TextKind:
            nodes = tuple(part for item in nodes for part in _paragraphs(item))
        read = self.item.read
        found = len(reading.problems)
        values = [read(item, one, reading) for item in nodes]
        if FAILED in values and self.item.nests:
            from deckmotor.model.nested import headings  # Only for mistakes.

            if headings(nodes, found, one, self.item, reading):
                return FAILED
        if len(values) < self.least or (self.most is not None and len(values) > self.most):
            return self._wrong_length(node, of, len(values), reading)
        return FAILED if FAILED in values else tuple(values)

    def _is_one(self, node: Node) -> bool:
        """Whether one of them stands there, not a list."""
        return type(node) is Scalar and not is_blank(node) if isinstance(self.item, TextKind | WordKind) else not is_blank(node)

    def _wrong_length(self, node: Node, of: str, count: int, reading: Reading) -> Any:
        if not count:
            return reading.report("empty", node.span, (f"write {self.expected}, or take it away",), of=of)
        limits = str(self.least) if self.least == self.most else f"{self.least} to {self.most}"
        hint = self.few if count < self.least else self.many
        hints = (hint,) if hint else ()
        return reading.report("wrong-length", node.span, hints, of=of, expected=f"{limits} {plural(self.noun)}", found=count)

    def hints(self, node: Node) -> tuple[str, ...]:
        """How a list is written, with the very text where it is short."""
        from deckmotor.model.cures import lists_so
        from deckmotor.source.describe import as_text, hints_for_text

        if self.alone and type(node) is Mapping and (hints := hints_for_text(node)):
            return hints
        text = as_text(node) if type(node) is not Scalar and self.item.expected == "text" else None
        if text is not None and len(text) <= 60 and self.noun != "arrow":
            from deckmotor.source.quotes import quoted

            return (f"begin each {self.noun} with a hyphen and a space: - {quoted(text)}",)
        return lists_so(node, self.noun, self.least, self.item.example)


def is_listed(node: Node) -> bool:
    """Whether notes may hold a list: they are one, or a line of theirs begins like an item."""
    return type(node) is Sequence or (type(node) is Scalar and re.search(ITEM, node.text) is not None)


def _paragraphs(node: Node) -> tuple[Node, ...]:
    """A scalar cut at its empty lines, each part with its own place. A value is not cut."""
    if type(node) is not Scalar or "\n" not in node.text:
        return (node,)
    from deckmotor.model.masked import Masked
    from deckmotor.source.places import cut

    masked = Masked(node)
    text = masked.text.strip("\n")
    skipped = len(masked.text) - len(masked.text.lstrip("\n"))
    ends = [skipped, *(at + skipped for gap in re.finditer(_GAP, text) for at in gap.span()), skipped + len(text)]
    parts = (cut(node, masked.index(start), masked.index(end)) for start, end in zip(ends[::2], ends[1::2], strict=True))
    return tuple(part for part in parts if part.text.strip()) or (node,)


_GAP = r"\n(?:[^\S\n]*\n)+"
"""What is between two paragraphs: empty lines."""
