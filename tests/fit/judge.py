"""The judge: pages as LibreOffice draws them against what was predicted, and against what was typed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.scene.page import GroupItem, Item, Page, Paragraph, Scene, ShapeItem, TableItem, TextItem
from deckmotor.style import Box
from deckmotor.units import to_points
from tests.fit.drawn import DrawnPage, DrawnWord
from tests.fit.generated import GeneratedSlide

ASCENT, DESCENT = 0.93, 0.22
"""How far letters reach above (Å) and below (g) the baseline, in ems, in the faces that the themes use."""

FIGURES = 0.75
"""The same above for figures, which are set largest: numerals of steps, pages and facts."""

HANGING = frozenset("gjpqyQçşţ,;()[]{}/|§_„$@")
"""Characters that reach below the baseline."""

SIDEWAYS = 0.5
"""Points by which a word may stand beyond its box's side: LibreOffice rounds widths to 1/100 mm and glyphs to 1/600 inch."""

DOWNWARDS = 1.0
"""The same above and below: it rounds the height of every line to 1/100 mm."""

BELOW_LINE = 0.022
"""How far letters hang below the line, which ends 0.2 em below its baseline, in ems: of large ones that is more."""

NEW_LINE = 0.6
"""A baseline lower by this many ems than that of the word before begins a line; super- and subscripts shift by a third."""

FOOTERS = ("footer", "date", "number")

_HYPHENS = dict.fromkeys(map(ord, "-\u00ad\u2010\u2011"))


class Place(Struct, frozen=True, kw_only=True):
    """A paragraph as it was predicted, and the box that it may not leave."""

    name: str
    box: Box
    mark: str
    """The bullet or number before it."""
    paragraph: Paragraph
    footed: bool = False

    @property
    def text(self) -> str:
        """Its characters as they are drawn."""
        return letters(self.mark + "".join(run.text for run in self.paragraph.runs))


class Verdict(Struct, kw_only=True):
    """What the judge found, added up over pages."""

    boxes: int = 0
    same: int = 0
    """Boxes drawn in as many lines as predicted."""
    alike: int = 0
    """Boxes whose lines hold the same words."""
    fewer: int = 0
    more: list[str] = []
    """Boxes that are drawn in more lines than predicted."""
    outside: list[str] = []
    """Words outside their box, or the page."""
    unlike: list[str] = []
    """Boxes whose lines hold other words than predicted, or that are drawn in fewer."""
    unread: list[str] = []
    """Pages whose words are not those of the scene in order."""
    farthest: float = 0
    """The most that a baseline stood from its prediction, in points, where the lines are alike."""


def letters(text: str) -> str:
    """Text without what breaks change: spaces and hyphens; ligatures are the letters that they join."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).split())


def judge_page(page: Page, number: int, seen: DrawnPage, verdict: Verdict) -> None:
    """Compare a page with its drawing."""
    places = list(_places(page, number))
    # LibreOffice draws footers first or last, by their kind; they are found by their place.
    top = min((to_points(place.box.y) for place in places if place.footed), default=seen.height)
    for footed in (False, True):
        words = [word for word in seen.words if (word.baseline - word.size > top - 1) == footed]
        mine = [place for place in places if place.footed == footed]
        if footed:
            words.sort(key=lambda word: (_owner(word, mine), round(word.baseline), word.left))
        given = _given(words, mine)
        if given is None:
            said, read = "".join(place.text for place in mine), "".join(letters(word.text) for word in words)
            at = next((i for i, (a, b) in enumerate(zip(said, read, strict=False)) if a != b), min(len(said), len(read)))
            verdict.unread.append(
                f"{page.id}: said …{said[max(0, at - 20) : at + 30]} drawn …{read[max(0, at - 20) : at + 30]}"
            )
            continue
        _compare_boxes(page, mine, given, seen, verdict)


def _places(page: Page, number: int) -> Iterator[Place]:
    """All paragraphs of a page in the order in which they are drawn."""
    for item in _items(page.items):
        counts: dict[int, int] = {}
        if isinstance(item, TextItem):
            footed = item.slot in FOOTERS
            for paragraph in item.paragraphs:
                mark = _mark(paragraph, counts)
                if item.slot == "number":
                    run = paragraph.runs[0]
                    paragraph = Paragraph(
                        runs=(type(run)(text=str(number), style=run.style, language="en"),),
                        style=paragraph.style,
                        language="en",
                        lines=paragraph.lines,
                    )
                yield Place(name=item.name, box=_raised(item), mark=mark, paragraph=paragraph, footed=footed)
        elif isinstance(item, ShapeItem):
            counts = {}
            for paragraph in item.paragraphs:
                yield Place(name=item.name, box=item.box, mark=_mark(paragraph, counts), paragraph=paragraph)
        elif isinstance(item, TableItem):
            yield from _cells(item)


def _raised(item: TextItem) -> Box:
    """The box of a text; of a title with what its tight first line takes off above, where nothing stands (Å reaches there)."""
    style = item.paragraphs[0].style if item.slot == "title" and item.anchor == "top" else None
    more = 0 if style is None else style.text.size * max(0, 100 - style.line_spacing) // 100
    return replace(item.box, y=item.box.y - more, height=item.box.height + more)


def _items(items: Sequence[Item]) -> Iterator[Item]:
    """The items of a page, those inside groups too: names on a map are in one."""
    for item in items:
        if isinstance(item, GroupItem):
            yield from _items(item.items)
        else:
            yield item


def _mark(paragraph: Paragraph, counts: dict[int, int]) -> str:
    bullet = paragraph.style.bullet
    for level in [level for level in counts if level > paragraph.level]:
        del counts[level]
    if bullet is None:
        return ""
    if bullet.number is None:
        return bullet.char or ""
    counts[paragraph.level] = counts.get(paragraph.level, paragraph.start - 1) + 1
    return f"{counts[paragraph.level]}."


def _cells(table: TableItem) -> Iterator[Place]:
    y = table.box.y
    for row, (cells, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        x = table.box.x
        for column, (cell, width) in enumerate(zip(cells, table.widths, strict=True)):
            across, down = sum(table.widths[column : column + cell.columns]), sum(table.heights[row : row + cell.rows])
            for paragraph in cell.paragraphs if not cell.is_covered else ():
                yield Place(name=f"{table.name}[{row},{column}]", box=Box(x, y, across, down), mark="", paragraph=paragraph)
            x += width
        y += height


def _owner(word: DrawnWord, places: Sequence[Place]) -> int:
    """Which footer a word stands in."""
    for index, place in enumerate(places):
        if to_points(place.box.x) - 1 <= word.left and word.right <= to_points(place.box.right) + 1:
            return index
    return len(places)


def _given(words: Sequence[DrawnWord], places: Sequence[Place]) -> list[list[DrawnWord]] | None:
    """The words of each place, marks left out; None where what is drawn is not what was said."""
    if "".join(place.text for place in places) != "".join(letters(word.text) for word in words):
        return None
    given: list[list[DrawnWord]] = []
    rest = list(reversed(words))
    for place in places:
        left = len(place.text)
        mark = len(letters(place.mark))
        mine: list[DrawnWord] = []
        while left > 0 and rest:
            word = rest.pop()
            left -= len(letters(word.text))
            mark -= len(letters(word.text))
            if mark < 0:  # Poppler joins a number to a word in another font.
                mine.append(word)
                mark = 0
        given.append(mine)
    return given


def _lines(words: Sequence[DrawnWord]) -> list[list[DrawnWord]]:
    """The words of a paragraph by line."""
    lines: list[list[DrawnWord]] = []
    size = max((word.size for word in words), default=0)
    for word in words:
        if not lines or word.baseline - max(other.baseline for other in lines[-1]) > NEW_LINE * size:
            lines.append([])
        lines[-1].append(word)
    return lines


def _compare_boxes(
    page: Page, places: Sequence[Place], given: Sequence[list[DrawnWord]], seen: DrawnPage, verdict: Verdict
) -> None:
    for name, group in groupby(zip(places, given, strict=True), key=lambda pair: pair[0].name):
        predicted: list[str] = []
        drawn: list[str] = []
        pairs = list(group)
        baselines: list[tuple[float, float]] = []
        for place, words in pairs:
            lines = _lines(words)
            said = [line for line in place.paragraph.lines if line.text.strip()]
            predicted += [letters(line.text) for line in said]
            drawn += ["".join(letters(word.text) for word in line) for line in lines]
            if len(said) == len(lines):
                # Superscripts stand higher: the line's own baseline is that of its largest words.
                largest = [max(line, key=lambda word: word.size) for line in lines]
                baselines += [(to_points(a.baseline), b.baseline) for a, b in zip(said, largest, strict=True)]
            for word in words:
                if fault := _outside(word, place, seen):
                    verdict.outside.append(f"{page.id} {name}: {word.text!r} {fault}")
        _count(f"{page.id} {name}: {predicted} drawn as {drawn}", predicted, drawn, verdict)
        if predicted == drawn:
            verdict.farthest = max([verdict.farthest, *(abs(a - b) for a, b in baselines)])


def _count(told: str, predicted: list[str], drawn: list[str], verdict: Verdict) -> None:
    if not predicted and not drawn:
        return
    verdict.boxes += 1
    verdict.same += len(predicted) == len(drawn)
    verdict.fewer += len(drawn) < len(predicted)
    alike = predicted == drawn or len(predicted) == len(drawn) == 1
    verdict.alike += alike
    verdict.unlike += [] if alike else [told]
    if len(drawn) > len(predicted):
        verdict.more.append(told)


def _outside(word: DrawnWord, place: Place, page: DrawnPage) -> str:
    """By how much a word leaves its box or the page; empty where it stays inside.

    Letters of a first line that is set tighter than 100 % stand out of it by what the line lacks: over titles is the margin.
    """
    box = place.box
    lacks = max(0, 100 - place.paragraph.style.line_spacing) / 100 * word.size
    descent = DESCENT if HANGING & set(word.text) else 0
    ascent = FIGURES if word.text.isdigit() else ASCENT
    top, bottom = word.baseline - ascent * word.size, word.baseline + descent * word.size
    aside = max(DOWNWARDS, BELOW_LINE * word.size)
    over = {
        "left": to_points(box.x) - SIDEWAYS - word.left,
        "right": word.right - to_points(box.right) - SIDEWAYS,
        "above": to_points(box.y) - aside - lacks - top,
        "below": bottom - to_points(box.bottom) - aside,
        "off the page": max(-word.left, word.right - page.width, -top, bottom - page.height),
    }
    return ", ".join(f"{side} by {much:.1f} pt" for side, much in over.items() if much > 0)


def lost_words(slide: GeneratedSlide, pages: Sequence[DrawnPage], footed: float, parts: str) -> str:
    """What is missing of a slide's words on its pages, by what was typed alone; empty where nothing is.

    `footed` is the height from which down a page has its footers; `parts` is how the theme writes "(1/2)".
    """
    told = ""
    for number, page in enumerate(pages, 1):
        body = "".join(letters(_unmarked(word.text)) for word in page.words if word.baseline < footed)
        mark = parts.format(part=number, parts=len(pages)) if len(pages) > 1 else ""
        for repeated in (slide.title + mark, slide.lead, *slide.header):
            said = letters(_unmarked(repeated))
            if not body.startswith(said):
                return f"{said!r} is not at the beginning of {body[:60]!r}"
            body = body[len(said) :]
        told += body
    pieces = [letters(_unmarked(piece)) for piece in slide.content]
    said = "".join(pieces)
    if told == said:
        return ""
    if not slide.beside and len(pages) == 1:
        return _difference(said, told)
    # An item stands on every part that has items below it, and so does what stands beside a list that is split. So each
    # piece is looked for, in order where there is one; a paragraph may be split between its sentences.
    at = 0
    for piece in (one for whole in slide.content for one in whole.replace(". ", ".\n").split("\n")):
        found = told.find(letters(_unmarked(piece)), at)
        if found < 0:
            return f"{piece!r} is not in {told[at:]!r}"
        at = 0 if slide.beside else found + len(letters(_unmarked(piece)))
    return ""


def _unmarked(text: str) -> str:
    """Text without what may be the mark of a list item. (That numbers are not lost either is for `judge_page` to see.)"""
    return re.sub(r"[\d.]", "", " ".join(word for word in text.split() if word not in ("•", "–")))


def _difference(said: str, told: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(said, told, strict=False)) if a != b), min(len(said), len(told)))
    return f"after …{said[max(0, at - 30) : at]!r}: {said[at : at + 40]!r} was typed, {told[at : at + 40]!r} is drawn"


def judge(scene: Scene, pages: Sequence[DrawnPage], verdict: Verdict) -> None:
    """Compare a deck with its drawing."""
    assert len(pages) == len(scene.pages)
    for number, (page, seen) in enumerate(zip(scene.pages, pages, strict=True), 1):
        judge_page(page, number, seen, verdict)
