"""One paragraph broken into lines of a given width, as PowerPoint does it: each line takes what it can."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from deckmotor.typeset.breaks import HANGING, SOFT_HYPHEN
from deckmotor.typeset.face import Face, Row
from deckmotor.typeset.fonts import Fonts
from deckmotor.typeset.pieces import EndlessLine, Piece, StyledText

MOST_BREAKS = 20
"""Places to break inside a word from which on it is no plain word, but an address, or text without spaces: Chinese."""


class Stretch(Struct, frozen=True, gc=False):
    """The part of a line that is in one run. Lengths are EMU, `x` from the line's start."""

    run: int
    """Index of the run in its paragraph."""
    text: str
    x: int
    width: int


class BrokenLine(Struct, frozen=True, gc=False):
    """A line as it breaks."""

    start: int
    """Index of its first character in the paragraph."""
    end: int
    """Index after its last character, hanging spaces and a written line break included."""
    width: int
    """EMU, without hanging spaces."""
    text: str
    """What is drawn of it."""
    stretches: tuple[Stretch, ...]
    """The same by run."""


def break_text(
    runs: Sequence[StyledText], first: float, width: float, fonts: Fonts
) -> tuple[tuple[BrokenLine, ...], tuple[str, ...]]:
    """Break a paragraph's runs into lines, the first no wider than `first`, the others than `width` (both EMU).

    There is always at least one line, and at least one character on each where there are characters. With the lines come
    the words that are wider than a line and so break between two characters.
    """
    if len(runs) == 1 and runs[0].style.room is None:
        lines = _break_plain(runs[0], first, width, fonts)
        if lines is not None:
            return lines, ()
    line = EndlessLine(runs, fonts)
    line.place(first, width)
    return _break_pieces(line.pieces, first, width), tuple(line.broken)


def count_lines(text: str, face: Face, first: float, width: float, tracking: float) -> int | None:
    """How many lines `break_text` breaks words of one style into: 0 where one is too wide, None where it is not so simple.

    Widths and `tracking` are in font units; single spaces part the words. It counts as `filled` does, and keeps nothing.
    """
    words = text.split(" ")
    if tracking or any(map(face.inner_breaks.__getitem__, words)):
        lines = _fill(face, text, first, width, tracking)
        return None if lines is None else len(lines)
    count, stop, x = 0, -1.0, 0.0
    for step, before, after in map(face.measures.__getitem__, words):
        if x + step - after > stop:  # It begins a line.
            stop = x + before + (width if count else first)
            if x + step - after > stop:
                return 0
            count += 1
        x += step
    return count


def line_ends(run: StyledText, first: float, width: float, fonts: Fonts) -> list[int] | None:
    """Where the lines end that `break_text` breaks one run of words into, as characters before each end: none where a word is
    too wide, None where it is not so simple."""
    face, scale = fonts.face(run.style)
    units = None if run.style.room is not None else face.plain[run.text]
    if units is None:
        return None
    if units * scale + run.style.tracking * len(run.text) <= first:
        return [len(run.text)]
    lines = _fill(face, run.text, first / scale, width / scale, run.style.tracking / scale)
    return None if lines is None else [end for end, _ in lines]


def filled(row: Row, first: float, width: float) -> list[int] | None:
    """The words of a row that begin lines, but for the first line, which may be as wide as `first`, the others as `width`.

    All in font units. None where a word is wider than a line, or may itself be cut.
    """
    begins, ends, index, cuts = row.begins, row.ends, 0, []
    while (stop := bisect_right(ends, begins[index] + first, index)) < len(ends):
        if stop == index or row.has_breaks:
            return None
        cuts.append(stop)
        index, first = stop, width
    return cuts


def _break_plain(run: StyledText, first: float, width: float, fonts: Fonts) -> tuple[BrokenLine, ...] | None:
    """Lines of one run of words between single spaces, which nearly all text is; None where that is not so simple."""
    text, style = run.text, run.style
    face, scale = fonts.face(style)
    units = face.plain[text]
    if units is None:
        return None
    natural = units * scale + style.tracking * len(text)
    if natural <= first:
        long = round(natural)
        return (BrokenLine(0, len(text), long, text, (Stretch(0, text, 0, long),)),)
    lines = []
    start = 0
    for end, wide in _fill(face, text, first / scale, width / scale, style.tracking / scale) or ():
        long = round(wide * scale)
        drawn = text[start:end].rstrip(" ")
        lines.append(BrokenLine(start, end, long, drawn, (Stretch(0, drawn, 0, long),)))
        start = end
    return tuple(lines) or None


def _fill(face: Face, text: str, first: float, width: float, tracking: float) -> list[tuple[int, float]] | None:
    """Fill lines with words: where each line ends and how wide it is, all in font units.

    No lines where a word is wider than one; None where one has very many places to break. `tracking` is added after each
    character.
    """
    row = face.row(text.split(" "), tracking)
    begins, ends = row.begins, row.ends
    lines: list[tuple[int, float]] = []
    index, cut, room, x = 0, 0, first, begins[0]
    while (stop := bisect_right(ends, x + room, index)) < len(ends):
        breaks = face.inner_breaks[row.words[stop]] if row.has_breaks else ()
        if len(breaks) > MOST_BREAKS:
            return None
        if stop > index:
            cut = 0
        places = [(at, end) for at in breaks if at > cut and (end := _end(face, row, stop, at, tracking)) <= x + room]
        if places:
            cut, end = places[-1]
            lines.append((row.start(stop) + cut, end - x))
            rest = row.words[stop][cut:]
            x = ends[stop] - face.width(rest) - tracking * len(rest)
        elif stop == index:
            return []
        else:
            lines.append((row.start(stop), ends[stop - 1] - x))
            x = begins[stop]
        index, room = stop, width
    lines.append((len(text), ends[-1] - x))
    return lines


def _end(face: Face, row: Row, stop: int, at: int, tracking: float) -> float:
    """Where a word ends that is cut after so many of its characters."""
    return row.begins[stop] + face.width(row.words[stop][:at]) + tracking * at


def _break_pieces(pieces: list[Piece], first: float, width: float) -> tuple[BrokenLine, ...]:
    if not pieces:
        return (BrokenLine(0, 0, 0, "", ()),)
    starts = [piece.x for piece in pieces]
    ends = [piece.end for piece in pieces]
    stops = [index for index in range(1, len(pieces)) if pieces[index - 1].forced or pieces[index].fresh]
    last = pieces[-1].start + sum(len(chunk.text) for chunk in pieces[-1].chunks)
    bounds = [piece.start for piece in pieces] + [last]
    cuts = _cuts(starts, ends, first, width, stops)
    lines = []
    for i, j in pairwise(cuts):
        stretches = _stretches(pieces[i:j], goes_on=j < len(pieces))
        text = "".join([stretch.text for stretch in stretches])
        lines.append(BrokenLine(bounds[i], bounds[j], round(ends[j - 1] - starts[i]), text, stretches))
    if pieces[-1].forced:
        lines.append(BrokenLine(last, last, 0, "", ()))
    return tuple(lines)


def _cuts(starts: list[float], ends: list[float], first: float, width: float, stops: list[int]) -> list[int]:
    """Indexes of the pieces that begin lines, and after the last the count of pieces. Lines also end at `stops`."""
    cuts = [0]
    room = first
    for stop in (*stops, len(starts)):
        while cuts[-1] < stop:
            begin = cuts[-1]
            cuts.append(max(begin + 1, bisect_right(ends, starts[begin] + room, begin, stop)))
            room = width
    return cuts


def _stretches(pieces: list[Piece], *, goes_on: bool) -> tuple[Stretch, ...]:
    """What is drawn of a line of pieces, by run. Where a word goes on in the next line, its soft hyphen is drawn."""
    chunks = [chunk for piece in pieces for chunk in piece.chunks]
    is_cut = goes_on and chunks[-1].text.endswith(SOFT_HYPHEN)
    while chunks and not chunks[-1].text.rstrip(HANGING):
        chunks.pop()
    found = []
    for run, group in groupby(chunks, key=lambda chunk: chunk.run):
        together = list(group)
        text = "".join(chunk.text for chunk in together)
        if together[-1] is chunks[-1]:
            text = text.rstrip(HANGING)
        begin, end = together[0].x, together[-1].end
        found.append(
            Stretch(run, _drawn(text, is_cut and together[-1] is chunks[-1]), round(begin - pieces[0].x), round(end - begin))
        )
    return tuple(found)


def _drawn(text: str, is_cut: bool) -> str:
    """Text without its soft hyphens, of which only the one that a word is cut at is drawn."""
    if SOFT_HYPHEN not in text:
        return text
    return text.replace(SOFT_HYPHEN, "") + ("-" if is_cut else "")
