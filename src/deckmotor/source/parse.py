"""YAML text to nodes with positions. Never raises for what a file holds, and never takes more than bounded time and memory.

The tree is built from libyaml's stream of events, which is flat: composing a document nested 50,000 deep makes libyaml's own
composer crash Python. No value is interpreted: every scalar is its own text. Aliases, tags and several documents are refused,
for nobody who writes a deck means them: a text that begins with `*`, `&` or `!` was left without quotes.
"""

import gc
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.source.broken import Broken, Reading
from deckmotor.source.comments import lost_text, text_as_comment
from deckmotor.source.decode import (
    BAD_CHARACTER,
    BEYOND,
    NONCHARACTER,
    ODD_SPACES,
    decode,
    first_bad_character,
    from_yaml,
    odd_space,
    pairs_for_yaml,
)
from deckmotor.source.libyaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    Parser,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence, Source
from deckmotor.span import Span

DEPTH_LIMIT = 100
"""Lists and mappings inside each other. A slide needs about ten."""
NODE_LIMIT = 500_000
"""Values in one file. 5,000 slides have about 60,000."""
PROBLEM_LIMIT = 100
"""Problems told of one file: a file of another kind has one on each line."""

_DIGITS_TOUCH = r",(?<=\d,)\d"
"""What a file must hold that commas may cut numbers in: `4,5`. A pattern that begins with a sign is searched for quickly."""

_TWICE = "in double quotes each `\\` is written twice; without quotes, or in single ones, once"
_NO_SLIDE = "delete it: no slide can hold it"
_ONE_DOCUMENT = "delete the `---`, or put what follows in a file of its own"

# YAML 1.1, and so libyaml, ends lines at these, which no editor does and YAML 1.2 no longer does. They come in by pasting.
# While parsing, noncharacters that no text holds stand for them; then they break lines of the text, as they were meant to.
_ODD_BREAKS = {0x85: 0x1FFFE, 0x2028: 0x1FFFF, 0x2029: 0x2FFFE}
_BREAKS = dict.fromkeys((*_ODD_BREAKS, *_ODD_BREAKS.values()), "\n")
_NAMED = r"(?<!\\)(?:\\\\)*\\U000([12]fff[ef])"
"""One of them written as an escape, which means the character itself: no text can hold it."""


def parse(data: bytes, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree of a YAML file. It is None where the file can't be read as one; problems tell why, or what was left out.

    `file` is the path that spans carry. A file that is empty or holds only comments is a null scalar.
    """
    text, problems = decode(data, file)
    if text is None:
        return None, problems
    reading = _read(text, file)
    if "\n#" in f"\n{text}" and _is_no_tree(reading):
        from deckmotor.source.otherwise import in_markdown  # Only for what is no tree of keys.

        if (found := in_markdown(text, file)) is not None:
            return None, (found,)
    if reading.broken is None:
        return reading.root, reading.problems
    from deckmotor.source.onward import all_problems  # Only after an error, as is what knows the mistakes.

    return None, all_problems(text, reading, lambda rest: _read(rest, file))


def _is_no_tree(reading: Reading) -> bool:
    """Whether a file can't be read, has a second document, or holds texts alone."""
    root = reading.root
    if reading.broken is not None or any(one.code == "several-documents" for one in reading.problems):
        return True
    return (type(root) is Scalar and not root.is_null) or (
        type(root) is Sequence and all(type(item) is Scalar for item in root.items)
    )


def _read(text: str, file: str) -> Reading:
    """A text, as far as it can be read."""
    odd = not text.isascii() and re.search(BEYOND, text) and re.search(NONCHARACTER, text)
    if odd and (found := first_bad_character(text, file)):
        return Reading(None, (), Broken(found, found.span.start))
    builder = _Builder(text, file)
    parser = None
    try:
        with _no_collection():
            parser = Parser(_readable(text, builder))
            root = builder.build(parser.get_event)
        if builder.glued is not None:
            return Reading(None, tuple(builder.problems), Broken(builder.glued, builder.glued.span.start))
        builder.problems += builder.apart[: max(PROBLEM_LIMIT - len(builder.problems), 0)]
        if root is not None and len(builder.problems) < PROBLEM_LIMIT:
            builder.problems += lost_text(text, file, root, PROBLEM_LIMIT - len(builder.problems))
        return Reading(root, tuple(builder.problems))
    except YAMLError as error:
        if (mark := _too_deep(error)) is not None:
            span = Span(file, mark.line + 1, mark.column + 1, mark.index, mark.index + 1)
            return Reading(None, (*builder.problems, problem("nested-too-deep", span, limit=DEPTH_LIMIT)))
        # An error without marks is the reader's, which meets a character before it is anywhere.
        found = None if isinstance(error, MarkedYAMLError) else first_bad_character(text, file)
        from deckmotor.source.traps import bad_syntax

        found = found or bad_syntax(error, text, file, builder.last, builder.open_bracket)
        return Reading(None, tuple(builder.problems), Broken(found, builder.begins(error, found)))
    finally:
        if parser is not None:
            parser.dispose()


def _readable(text: str, builder: "_Builder") -> str:
    """The text as libyaml reads it right, character for character at the same place."""
    text = text.translate(_ODD_BREAKS) if builder.odd else text
    if "\\ud" in text or "\\uD" in text:
        written, text = text, pairs_for_yaml(text)
        builder.paired = text != written
    return text


@contextmanager
def _no_collection() -> Iterator[None]:
    """Nodes never form cycles; looking through them for some that do takes a third of the time for 5,000 slides."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _too_deep(error: Any) -> Any:
    """The mark where libyaml (from 0.2.6 on) gave up on depth, which it may do before we are told of any; None elsewhere."""
    return error.problem_mark if "nesting depth" in (getattr(error, "problem", None) or "") else None


class _Builder:
    """Puts a tree together from events. A list's open frame holds its items; a mapping's, keys and values by turns."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.odd = not text.isascii() and any(character in text for character in (*map(chr, _ODD_BREAKS), *ODD_SPACES))
        self.paired = False
        """Whether there are pairs of surrogates, as JSON escapes them."""
        self.apart: list[Diagnostic] = []
        """Numbers that commas cut: many of them are no reason to give up."""
        self.commas = re.search(_DIGITS_TOUCH, text) is not None
        self.problems: list[Diagnostic] = []
        self.frames: list[tuple[list[Node], Any]] = []
        """For each open list or mapping, the frame around it and the event that opened it."""
        self.glued: Diagnostic | None = None
        """The first item whose dash has no space: it is a text, and so are the items below it."""
        self.last: ScalarEvent | None = None
        """The scalar read last: an error after it may come from its quotes."""

    def build(self, next_event: Callable[[], Any]) -> Node | None:
        """The root, or None where a limit is passed. Raises YAMLError where the text is not YAML."""
        file, odd, frames, problems = self.file, self.odd or self.paired, self.frames, self.problems
        new_span, new_scalar = Span, Scalar
        frame: list[Node] = []
        count = 0
        while count < 2 * NODE_LIMIT and len(problems) < PROBLEM_LIMIT:
            event = next_event()
            kind = type(event)
            count += 1
            if kind is ScalarEvent:
                start, text, style = event.start_mark, event.value, event.style
                span = new_span(file, start.line + 1, start.column + 1, start.index, event.end_mark.index)
                node = new_scalar(text, span, bool(style))
                written = event.end_mark.index - start.index
                if style or event.anchor or event.tag or " - " in text or odd or written != len(text) or not text:
                    node = self._unusual(event, node)
                frame.append(node)
                self.last = event
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                children = frame
                frame, opening = frames.pop()
                frame.append(self._close(children, opening, event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                frames.append((frame, event))
                frame = []
                if event.anchor or event.tag:
                    self._refuse_start(self._span(event))
                if len(frames) > DEPTH_LIMIT:
                    self._refuse(problem("nested-too-deep", self._span(event), limit=DEPTH_LIMIT))
                    return None
            elif kind is AliasEvent:
                frame.append(self._refuse_start(self._span(event)))
            elif kind is StreamEndEvent:
                return frame[0] if frame else Scalar("", Span(file))
            elif kind is DocumentStartEvent and frame:
                self._refuse(problem("several-documents", self._span(event), hints=(_ONE_DOCUMENT,)))
                return frame[0]
        if count >= 2 * NODE_LIMIT:
            self._refuse(problem("too-many-values", self._span(event), limit=f"{NODE_LIMIT:,}"))
        return None

    @property
    def open_bracket(self) -> Any:
        """The mark of the bracket that was opened last and not closed, or None."""
        return self.frames[-1][1].start_mark if self.frames and self.frames[-1][1].flow_style else None

    def begins(self, error: Any, found: Diagnostic) -> int:
        """Where what is broken begins, of which an error tells."""
        marks = [opening.start_mark for _, opening in self.frames if opening.flow_style][:1]
        if "quoted scalar" in (getattr(error, "context", None) or ""):
            marks.append(error.context_mark)
        return min((found.span.start, *(int(mark.index) for mark in marks if mark is not None)))

    def _unusual(self, event: Any, node: Scalar) -> Scalar:
        """A scalar that is quoted, in a block, or one that YAML reads as more than text."""
        text, span = node.text, node.span
        written = self.text[span.start : span.end]
        if event.style == '"' and "\\U000" in written and (named := re.search(_NAMED, written, re.IGNORECASE)):
            self._refuse(problem("bad-character", span, codepoint=named[1].upper(), hints=(_NO_SLIDE,)))
        if self.odd or event.style == '"':
            text = text.translate(_BREAKS)
        if self.paired:
            text = from_yaml(text, self.text[span.start : span.end], event.style)
        if event.anchor or event.tag:
            return self._refuse_start(span)
        # A text with line breaks is not printable, but has often nothing worse: what finds that takes time to be made.
        if event.style == '"' and not text.replace("\n", "").isprintable() and (found := re.search(BAD_CHARACTER, text)):
            hint = _TWICE if re.search(r"\\[abefv0][a-zA-Z]", written) else _NO_SLIDE
            self._refuse(problem("bad-character", span, codepoint=f"{ord(found[0]):04X}", hints=(hint,)))
            text = re.sub(BAD_CHARACTER, "", text)
        if not event.style and (meant := text_as_comment(self.text, span)):
            return self._refuse_start(meant)
        if not event.style and text.startswith(ODD_SPACES):
            self._refuse(odd_space(span, text))
        if (
            not event.style
            and "\n" in written
            and not self.open_bracket
            and any(mark in written for mark in ("- ", "* ", "• "))
        ):
            self._refuse_item(span)
        if event.style in ("|", ">"):
            span = Span(span.file, span.line, span.column, span.start, _end_of_block(self.text, span))
        elif span.end - span.start == len(text) + 2 * node.quoted and "\n" not in text:
            return Scalar(text, span, node.quoted)
        return Scalar(text, span, node.quoted, source=Source(span, self.text[span.start : span.end], text))

    def _close(self, children: list[Node], opening: Any, event: Any) -> Node:
        start = opening.start_mark
        end = event.end_mark.index
        if not opening.flow_style:
            # libyaml ends a collection in block style only where the next thing begins.
            end = children[-1].span.end if children else start.index
        span = Span(self.file, start.line + 1, start.column + 1, start.index, end)
        if opening.flow_style and type(opening) is MappingStartEvent and children and not isinstance(children[0], Scalar):
            # `{{name}}` was meant as a text, and is taken for one, so that nothing else is said about it.
            self._refuse_key(children[0].span)
            return Scalar(self.text[span.start : span.end], span, True)
        has_commas = self.commas and opening.flow_style
        if type(opening) is SequenceStartEvent:
            if has_commas and len(self.apart) < PROBLEM_LIMIT:
                from deckmotor.source.commas import split_numbers  # Few files have such numbers.

                self.apart += split_numbers(tuple(children))
            return Sequence(tuple(children), span)
        keys, values = children[::2], children[1::2]
        if has_commas:
            from deckmotor.source.commas import cut_values

            keys, values, cut = cut_values(keys, values)
            self.apart += cut[: max(PROBLEM_LIMIT - len(self.apart), 0)]
        if self.odd:
            # What an odd space shifts stands somewhere else than it was meant to.
            meant = [(key, value) for key, value in zip(keys, values, strict=True) if not _is_odd(key)]
            keys, values = [key for key, _ in meant], [value for _, value in meant]
        if len(keys) == 1 and not opening.flow_style:
            keys = [self._spaced(keys[0], values[0])]
        texts = {key.text if type(key) is Scalar else None for key in keys}
        if len(texts) == len(keys) and None not in texts:
            return Mapping(tuple(zip(keys, values)), span)  # type: ignore[arg-type]  # noqa: B905 (each key has a value)
        return Mapping(self._sound_entries(keys, values), span)

    def _spaced(self, key: Node, value: Node) -> Node:
        """A key alone, with the spaces before its colon: it may be meant as a text, `L'eau : barrages`."""
        end = key.span.end
        if type(key) is not Scalar or key.quoted or value.span.start < end + 3 or self.text[end] != " ":
            return key
        written = self.text[key.span.start : self.text.index(":", end)]
        return Scalar(key.text, key.span, source=Source(key.span, written, key.text))

    def _sound_entries(self, keys: list[Node], values: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        """The entries whose keys are text and not written twice; the others are told."""
        kept: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Scalar):
                self._refuse_key(key.span)
            elif key.text in kept:
                line = kept[key.text][0].span.line
                self._refuse(problem("duplicate-key", key.span, key=key.text, line=line))
            else:
                kept[key.text] = (key, value)
        return tuple(kept.values())

    def _refuse(self, found: Diagnostic) -> None:
        self.problems.append(found)

    # What knows the mistakes is loaded with the first one.
    def _refuse_start(self, span: Span) -> Scalar:
        """What begins with a sign of YAML is taken for the text that was meant."""
        from deckmotor.source.traps import bad_start

        self._refuse(bad_start(self.text, span))
        return Scalar(self.text[span.start : span.end], span, True)

    def _refuse_key(self, span: Span) -> None:
        from deckmotor.source.traps import bad_key

        self._refuse(bad_key(self.text, span))

    def _refuse_item(self, span: Span) -> None:
        """Where an item is written below an item of text."""
        from deckmotor.source.traps import item_in_text

        nested = item_in_text(self.text, span)
        if nested is not None and nested.code == "no-space":
            self.glued = self.glued or nested
        elif nested is not None:
            self._refuse(nested)

    def _span(self, event: Any) -> Span:
        start = event.start_mark
        return Span(self.file, start.line + 1, start.column + 1, start.index, event.end_mark.index)


def _is_odd(key: Node) -> bool:
    return type(key) is Scalar and not key.quoted and key.text.startswith(ODD_SPACES)


def _end_of_block(text: str, span: Span) -> int:
    """Where the last line of a `|` or `>` text ends. libyaml says it ends only where the next thing begins."""
    whole = text[span.start : span.end]
    if "#" not in whole:
        return span.start + len(whole.rstrip())
    header, newline, body = whole.partition("\n")
    lines = body.splitlines(keepends=True)
    indentation = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    # A number in the header says that the first line may be indented deeper than the others.
    if not any(character.isdigit() for character in header.split("#")[0]):
        inside = [not line.strip() or line.startswith(" " * indentation) for line in lines]
        lines = lines[: inside.index(False)] if False in inside else lines
    return span.start + len((header + newline + "".join(lines)).rstrip())
