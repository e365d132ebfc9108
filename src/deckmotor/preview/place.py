"""Where what stands on a page is written."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from deckmotor.math.parse import parse
from deckmotor.math.words import words as in_words
from deckmotor.model.blocks import BLOCK_KEYS, Block
from deckmotor.model.code import Listing
from deckmotor.model.data import Data
from deckmotor.model.deck import Slide
from deckmotor.model.figures import Chart, Map
from deckmotor.model.text import Plain, Text
from deckmotor.model.walk import parts_of
from deckmotor.scene.page import ChartItem, FormulaItem, GroupItem, Item, Page, paragraphs_of
from deckmotor.source.nodes import Scalar, Source
from deckmotor.span import Span

SHORT = 3
"""Characters of which there have to be so many where they are looked for inside of what is written: a `1` is everywhere."""

_SCHEME = re.compile(r"^(?:https?://|mailto:)")
"""What is left out where an address is said."""

_NUMBER = re.compile(r"[-−]?\d[\d\s.,]*")

HOLDING_WORDS = {key for key in BLOCK_KEYS if key != "columns"}
"""The blocks that say something themselves."""

DRAWN_AS: dict[type[Item], str] = {ChartItem: "chart", GroupItem: "map", FormulaItem: "formula"}
"""What draws a block of a kind, and hardly anything else."""

Written = list[tuple[str, Span]]

Read = Callable[[str], str]
"""The text of a file by its name."""


class Pointed(Struct, frozen=True, kw_only=True):
    """What stands where somebody points."""

    words: str = ""
    """Of a text, or what is said of a picture."""
    line: str = ""
    """Of a drawing, or of code."""
    near: tuple[str, ...] = ()
    """The texts around it, the nearest first."""
    shape: int = -1
    """Which outline of its drawing it is, from 0; less where it is none."""
    nth: int = 0
    """How many things before it on its page say the same."""


def place_of(
    pointed: Pointed, slide: Slide, pages: Sequence[Page], *more: Struct, language: str = "", read: Read = lambda _: ""
) -> Span:
    """The span of what says it. `pages` are those of the slide up to the one it stands on, `more` other parts of the deck that
    they may show.

    What a page says may be put together: `Källa: SCB`, a label and its text, what is read of a chart. So it is looked for to
    the letter, then inside of what is written, then as what is written inside of it; and at last what stands around it, and
    the block that is drawn there.
    """
    words, line = (" ".join(one.split()) for one in (pointed.words, pointed.line))
    if not (words or line or pointed.near):
        return slide.span
    own = list(_written(language, read, slide))
    written = [*own, *_written(language, read, *more)]
    block = _block(words or line, slide, pages)
    before = (text for page in pages[:-1] for item in _items(page.items) for text in _heard(item))
    nth = pointed.nth + sum(text == (line or words) for text in before)
    found = _said(line, written, nth) or _number(pointed, block)
    numbers = isinstance(block, Chart | Map)
    if found is None and not (numbers and pointed.shape >= 0):
        found = _said(words, written, nth) or _most(words or line, written)
    if found is None and not numbers:
        found = next(filter(None, (_said(text, own, 0) for text in pointed.near)), None)
    return found or (slide if block is None else block).span


def _said(said: str, written: Written, nth: int) -> Span | None:
    """Where a text is written: to the letter, the one of its number, or else inside of another."""
    ways: tuple[Callable[[str], bool], ...] = (lambda text: text == said, lambda text: len(said) >= SHORT and said in text)
    for way in ways:
        found = [span for text, span in written if way(text)] if said else []
        if found:
            return found[min(nth, len(found) - 1)]
    return None


def _most(said: str, written: Written) -> Span | None:
    """Where the longest text is written that is a part of what is said."""
    parts = [one for one in written if len(one[0]) > 1 and one[0] in said]
    return max(parts, key=lambda one: len(one[0]))[1] if parts else None


# Blocks, and their numbers


def _block(words: str, slide: Slide, pages: Sequence[Page]) -> Block | None:
    """The block whose drawing says the words: of several of a kind that of its number."""
    every: list[Block] = [part for part in parts_of(slide) if part.__struct_config__.tag in HOLDING_WORDS]  # type: ignore[misc]
    if len(every) == 1:
        return every[0]
    items = [(_kind(item), item) for page in pages for item in _items(page.items)]
    for kind in (kind for kind, item in items if words and words in _heard(item)):
        alike = [item for other, item in items if other == kind and getattr(item, "alt", None)]
        blocks = [block for block in every if block.__struct_config__.tag == kind]
        at = next((at for at, item in enumerate(alike) if words in _heard(item)), 0)
        if blocks:
            return blocks[at if len(alike) == len(blocks) else 0]
    return None


def _kind(item: Item) -> str:
    """The key of the block that it draws; columns call all that stands in them theirs."""
    named = item.name.partition("/")[2].partition("-")[0]
    return DRAWN_AS.get(type(item), named) if named == "columns" else named


def _items(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _items(item.items)


def _heard(item: Item) -> tuple[str, ...]:
    """Its alternative text, and its paragraphs."""
    texts = ("".join(run.text for run in paragraph.runs) for paragraph in paragraphs_of(item))
    return tuple(" ".join(text.split()) for text in (getattr(item, "alt", None) or "", *texts))


def _number(pointed: Pointed, block: Block | None) -> Span | None:
    """Where the number is written that is shown there: that of an area of a map, or of a name beside it in a chart."""
    if isinstance(block, Map) and pointed.shape >= 0:
        return _area(pointed.shape, block)
    if not isinstance(block, Chart | Map) or not (pointed.line or pointed.shape >= 0):
        return None
    rows = [row for part in parts_of(block) if isinstance(part, Data) for row in part.rows]
    texts = [text for text in (pointed.line, *pointed.near) if text]
    named = [row for text in texts for row in rows if f"{text} ".startswith(f"{row.name.plain} ")]
    alike = (
        [row for row in rows if any(value is not None and _is_shown(value, texts[0]) for value in row.values)] if texts else []
    )
    both = [row for row in named if row in alike]
    return next((row.span for row in (*both, *(alike if pointed.line else ()), *named)), None)


def _area(shape: int, block: Map) -> Span | None:
    """Where the number of an area is written, or the place that is a dot or lies in it."""
    from deckmotor.compose.kinds.map.ground import ground_of  # The outlines of Sweden are loaded with the first map.
    from deckmotor.compose.kinds.map.shown import shown

    map_of, ground = shown(block), ground_of(block)
    shades = map_of.shades
    rows = () if block.values is None else block.values.rows
    spots = () if block.places is None else block.places.spots
    if shape >= len(shades):
        return next((spot.span for spot in spots[shape - len(shades) :]), None)
    area = shades[shape].area
    pairs = zip(spots, map_of.dots, strict=True)
    inside = (spot.span for spot, dot in pairs if area in (ground.area(spot.code), ground.holding(dot.at)))
    return next((row.span for row in rows if ground.area(row.name.plain) == area), next(inside, None))


def _is_shown(value: float, text: str) -> bool:
    """Whether a text may show a number: with as many decimals as it has, and any marks between thousands."""
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return False
    whole, _, decimals = re.sub(r"\s", "", found[0]).replace("−", "-").strip(".,").replace(".", ",").rpartition(",")
    ways = {(f"{whole}.{decimals}", len(decimals)), (f"{whole}{decimals}", 0)} if whole else {(decimals, 0)}
    return any(round(value, places) == float(digits.replace(",", "")) for digits, places in ways)


# All that is written


def _written(language: str, read: Read, *roots: Struct) -> Iterator[tuple[str, Span]]:
    """All texts in reading order, and then the words (of alternative texts, values) that stand for something else."""
    parts = [part for root in roots for part in parts_of(root) if not isinstance(part, Scalar | Source)]
    for part in parts:
        if isinstance(part, Text | Plain):
            yield " ".join(_read_aloud(part, language).split()), part.span
    for part in parts:
        span = getattr(part, "span", None)
        if isinstance(part, Listing):
            yield from _lines(part)
        elif isinstance(span, Span) and not isinstance(part, Text | Plain):
            for name in part.__struct_fields__:
                value = getattr(part, name)
                if isinstance(value, str) and name != "id":
                    yield _SCHEME.sub("", " ".join(value.split())), _inside(span, value, read)


def _read_aloud(text: Text | Plain, language: str) -> str:
    """Its characters, formulas in the words that are read."""
    if isinstance(text, Plain) or not text.has_formula:
        return text.plain
    return "".join(in_words(parse(run.formula), language) if run.formula else run.text for run in text.runs)


def _lines(code: Listing) -> Iterator[tuple[str, Span]]:
    for at, line in enumerate(code.lines):
        if line.strip():
            yield " ".join(line.split()), code.place_of(at, len(line) - len(line.lstrip()))


def _inside(span: Span, value: str, read: Read) -> Span:
    """Where a value stands in what it is a part of."""
    if len(value) < SHORT or type(span) is not Span:
        return span
    stretch = read(span.file)[span.start : span.end]
    found = re.search(rf"(?<!\w){re.escape(value)}(?!\w)", stretch)
    if found is None:
        return span
    before = stretch[: found.start()]
    column = found.start() - before.rfind("\n") + ("\n" not in before) * (span.column - 1)
    start, end = span.start + found.start(), span.start + found.end()
    return Span(span.file, span.line + before.count("\n"), column, start, end)
