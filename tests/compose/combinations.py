"""Slides of every combination of kinds, and what must hold on the pages of any slide.

The blocks are read once, from a deck with a slide a kind and size; slides are put together from them.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.cache import Cache
from deckmotor.compose import compose
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import BASE
from deckmotor.load import load_deck, load_project
from deckmotor.model.blocks import Block
from deckmotor.model.code import Listing
from deckmotor.model.deck import Deck, Slide
from deckmotor.model.pictures import Picture, Pictures
from deckmotor.model.text import Name, Text, TextRun
from deckmotor.pictures.read import read_pictures
from deckmotor.scene.page import (
    ChartItem,
    FormulaItem,
    GroupItem,
    Item,
    Layout,
    Media,
    Page,
    PictureItem,
    Scene,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmotor.span import Span
from deckmotor.style import Box
from deckmotor.theme.kept import kept_theme
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import shipped_fonts
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES
from tests.fit.judge import letters

FONTS = shipped_fonts()

Thing = TextItem | PictureItem | TableItem | ChartItem | GroupItem | ShapeItem | FormulaItem
"""What is not to lie on anything else of its kind."""

SIZES = ("short", "normal", "brimful")
PAGES = ("16:9", "4:3")
MOST = 4
"""Kinds on one slide."""

LONG = "Samordna utbildningar för människor i och utanför arbetslivet"
AMOUNTS = {"short": 1, "normal": 2, "brimful": 14}
WORDS = {"short": "", "normal": " på några ord", "brimful": f" {LONG}"}
NAMES = ("Bok", "Film", "Katt", "Ost", "Sten", "Vind", "Hav", "Skog", "Lampa")
TOWNS = ("Kalix", "Motala", "Varberg", "Vindeln", "Sorsele", "Ljungby", "Borlänge", "Falun")
FOOTERS = ("footer", "date", "number")
NOISE = points(0.5)
"""What boxes may share: lines are whole EMU, and half a point is not seen."""


def typed(size: str) -> dict[str, str]:
    """Every kind of block as it is typed, with so much in it; each text has words of its own, so that it is found again."""
    count, more = AMOUNTS[size], WORDS[size]

    def items(kind: str, most: int = 99) -> str:
        return f"[{', '.join(f'{kind}{number}{more}' for number in range(min(count, most)))}]"

    def prose(kind: str, most: int = 99) -> str:
        return " ".join(f"{kind}{number}{more}{more}." for number in range(min(count, most)))

    rows = ", ".join(f"[rad{number}{more}, '{number}']" for number in range(count + 1))
    blank = r"\n\n"
    heading = "heading: Rubrik, " if size == "normal" else ""
    return {
        "lead": prose("lead", 2),
        "text": prose("text"),
        "bullets": items("bullets"),
        "numbered": items("numbered"),
        "quote": f"{{text: {prose('quote', 3)}, by: Någon}}",
        "picture": f"{{file: bild.png, alt: Kullar, fit: {'fill' if size == 'short' else 'fit'}}}",
        "pictures": f"[{', '.join(_gallery(size))}]",
        "table": f"[{rows}]",
        "questions": items("questions"),
        "columns": f"[{{{heading}bullets: {items('left')}}}, {{text: {prose('right', 3)}}}]",
        "fact": f"[{', '.join(_figures(size))}]",
        "chart": f"{{bars: {{{', '.join(f'{name}: {number}' for number, name in enumerate(NAMES[: count + 1], 1))}}}}}",
        "qr": f"https://example.org/{'x' * count}",
        "agenda": f"[{', '.join(f'{9 + number}.00: punkt{number}{more}' for number in range(min(count, 8)))}]",
        "process": f"[{', '.join(_steps(size))}]",
        "timeline": f"[{', '.join(f'{1990 + at}: händelse{at}{more}' for at in range(min(count, 3) + 1))}]",
        "definitions": f"{{{', '.join(f'ord{number}: betyder{number}{more}' for number in range(count))}}}",
        "callout": f"{{kind: warning, text: {prose('callout', 3)}, source: Påhittat}}",
        "icon": "books",
        "code": f'{{text: "{blank.join(f"kod{number} = {number}" for number in range(count))}", language: python}}',
        "hierarchy": f"[topp{more}: [{', '.join(f'del{number}' for number in range(min(count, 6) + 1))}]]",
        "comparison": f"{{Sida A: {items('vänster', 6)}, Sida B: {items('höger', 6)}}}",
        "matrix": "[" + ", ".join(f"ruta{at}: [del{at}{more}]" for at in range(4)) + "]",
        "logos": f"{{names: true, items: [{', '.join(f'bild.png: märke{at}' for at in range(min(count, 11) + 1))}]}}",
        "people": f"[{', '.join(f'{{name: namn{number}, role: roll{number}{more}}}' for number in range(min(count, 11) + 1))}]",
        "flow": f"[{', '.join(_arrows(size))}]",
        "cycle": f"[{', '.join(_steps(size, 3))}]",
        "roadmap": f"{{periods: [vår, höst], lanes: {{spår{more}: [{', '.join(_bars(size))}]}}}}",
        "formula": "'"
        + {"short": "E = mc^2", "normal": "s^2 = \\frac{1}{n - 1} \\sum_i (x_i - m)^2"}.get(
            size, "\\begin{pmatrix} a \\\\ b \\\\ c \\end{pmatrix} = " + " + ".join(["x_1^2"] * 6)
        )
        + "'",
        "map": f"{{places: [{', '.join(TOWNS[:count])}]}}",
    }


def _figures(size: str) -> Iterator[str]:
    """A number, two with what they are, or three with what they mean."""
    for number in range({"short": 1, "normal": 2, "brimful": 3}[size]):
        label = "" if size == "short" else f", label: vad{number}"
        meaning = f", text: betyder{number}{WORDS[size]}" if size == "brimful" else ""
        yield f"{{value: '{number + 1}7'{label}{meaning}}}"


def _steps(size: str, least: int = 2) -> Iterator[str]:
    """Two steps, three with what is added, or five with long ones."""
    for number in range({"short": least, "normal": 3, "brimful": 5}[size]):
        yield f"steg{number}" if size == "short" else f"{{label: steg{number}, text: görs{number}{WORDS[size]}}}"


def _arrows(size: str) -> Iterator[str]:
    """Two boxes, three with a label, or seven, two of them with long words."""
    yield from {
        "short": ("boxa -> boxb",),
        "normal": ("boxa -> boxb", "'boxa -> boxc: pil'"),
        "brimful": (f"boxa{WORDS[size]} -> boxb -> boxc -> boxa", "'boxb -> boxd: pil'", "boxb -> boxe -> boxf -> boxg"),
    }[size]


def _bars(size: str) -> Iterator[str]:
    """A bar, three, or five, one of them with long words."""
    for number in range({"short": 1, "normal": 3, "brimful": 5}[size]):
        yield f"bar{number}{WORDS[size] if number == 2 else ''}: {'höst' if number % 2 else 'vår'}"


def _gallery(size: str) -> Iterator[str]:
    """Two pictures without captions, two with, or six with long ones."""
    for number in range(6 if size == "brimful" else 2):
        caption = "" if size == "short" else f", caption: under{number}{WORDS[size]}"
        yield f"{{file: bild.png, alt: Kullar{caption}}}"


KINDS = tuple(typed("short"))
SLOW = {
    "fact", "chart", "map", "qr", "icon", "agenda", "hierarchy", "people", "comparison", "matrix", "logos", "flow", "process",
    "timeline", "code", "formula", "callout", "cycle", "roadmap", "definitions",
}  # fmt: skip
"""Kinds of which only a share is tried each time."""
TOGETHER = {"pictures": 3, **dict.fromkeys(SLOW, 2)}
"""With how many kinds at most some are tried: with more, all of it would take too long."""


def tried_with(count: int) -> tuple[str, ...]:
    """The kinds of which so many are tried together."""
    return tuple(kind for kind in KINDS if TOGETHER.get(kind, MOST) >= count)


COMBINATIONS = tuple(kinds for count in range(MOST + 1) for kinds in permutations(tried_with(count), count))
"""Every way to put up to four kinds on a slide: the order of keys counts."""


class Material(Struct, frozen=True, kw_only=True):
    """What slides of one shape of page are made from."""

    deck: Deck
    theme: Theme
    media: dict[str, Media]
    blocks: dict[tuple[str, str], Block]
    """By kind and size."""

    def slide(self, kinds: Sequence[str], size: str, layout: str | None = None) -> Slide:
        """A slide of these kinds, in this order."""
        blocks = tuple(self.blocks[kind, size] for kind in kinds)
        name = None if layout is None else Name(text=layout, span=Span("deck.yaml"))
        return replace(self.deck.slides[0], id="-".join((*kinds, size, layout or "chosen")), blocks=blocks, layout=name)

    def compose(self, *slides: Slide) -> tuple[Scene, tuple[Diagnostic, ...]]:
        """These slides as a deck."""
        made = compose(replace(self.deck, slides=slides), self.theme, FONTS, self.media)
        return made.scene, made.problems


@cache
def material(page: str) -> Material:
    """The blocks of every kind and size, read; and the theme for this shape of page."""
    lines = ["title: Studien", "language: sv", f"size: '{page}'", "slides:"]
    keys: list[tuple[str, str]] = []
    for size in SIZES:
        for kind, value in typed(size).items():
            keys.append((kind, size))
            lines.append(f"  - {{title: Titel, {kind}: {value}}}")
    picture = BYTES["png"](b"40x30")
    workspace = MemoryWorkspace({**THEME_FILES, "deck.yaml": "\n".join(lines).encode(), "bild.png": picture})
    deck, problems = load_deck(load_project(workspace, "deck.yaml"), BASE)
    assert deck is not None, problems
    assert problems == ()
    theme, _ = kept_theme(workspace, "motor", page, Span("deck.yaml"), Cache(None))
    assert theme is not None
    return Material(
        deck=deck,
        theme=theme,
        media=read_pictures(workspace, deck)[0],
        blocks={key: slide.blocks[0] for key, slide in zip(keys, deck.slides, strict=True)},
    )


def faults(slide: Slide, scene: Scene, problems: tuple[Diagnostic, ...]) -> Iterator[str]:
    """What is wrong on the pages of a slide, each kind of fault in a word."""
    layouts = {layout.name: layout for layout in scene.layouts}
    if _lost(slide, scene.pages, problems):
        yield "lost"
    if has_errors(problems):  # No file is made.
        return
    for page in scene.pages:
        things = [item for item in page.items if isinstance(item, Thing)]
        things = [item for item in things if not isinstance(item, ShapeItem) or item.paragraphs]  # Not a shade.
        if layouts[page.layout].shade is not None:  # Words lie on the picture.
            things = [item for item in things if not isinstance(item, PictureItem)]
        yield from _misplaced(things, scene, layouts[page.layout])
    if any(_out_of_order(slide, page) for page in scene.pages):
        yield "order"


def _misplaced(things: Sequence[Thing], scene: Scene, layout: Layout) -> Iterator[str]:
    slots = [item.slot for item in things if not isinstance(item, GroupItem | ShapeItem) and item.slot is not None]
    places = [layout.slot(name) for name in slots]
    indexes = [place.idx for place in places if place is not None]
    if len(set(slots)) < len(slots) or len(set(indexes)) < len(slots):
        yield "twice"
    boxes = [covered(item) for item in things]
    if any(_overlap(a, b) for number, a in enumerate(boxes) for b in boxes[:number]):
        yield "overlap"
    if any(box.x < 0 or box.y < 0 or box.right > scene.width or box.bottom > scene.height for box in boxes):
        yield "outside"
    if any(isinstance(item, TextItem) and item.height > item.box.height for item in things):
        yield "overflow"


def covered(item: Thing) -> Box:
    """What is drawn over: the box of a picture or table; of a text its lines."""
    if not isinstance(item, TextItem):
        return item.box
    lines = [line for part in item.paragraphs for line in part.lines]
    free = item.box.height - item.insets.top - item.insets.bottom - item.height
    shift = {"top": 0, "middle": free // 2, "bottom": free}[item.anchor]
    left, right = min(line.x for line in lines), max(line.x + line.width for line in lines)
    return Box(left, item.box.y + item.insets.top + shift, right - left, item.height)


def _overlap(a: Box, b: Box) -> bool:
    across = min(a.right, b.right) - max(a.x, b.x)
    down = min(a.bottom, b.bottom) - max(a.y, b.y)
    return across > NOISE and down > NOISE


def _lost(slide: Slide, pages: Sequence[Page], problems: Sequence[Diagnostic]) -> bool:
    """Whether something that was typed neither stands on a page nor is named."""
    shown = letters("".join(said(item) for page in pages for item in page.items))
    pictures = any(isinstance(item, PictureItem) for page in pages for item in page.items)
    for block in slide.blocks:
        missing = [text for text in texts_of(block) if not all(letters(word) in shown for word in text.plain.split())]
        gone = bool(missing) or (isinstance(block, Picture | Pictures) and not pictures)
        if gone and not any(_names(problem, block, missing) for problem in problems):
            return True
    return False


def _names(problem: Diagnostic, block: Block, texts: Sequence[Text]) -> bool:
    """Whether a problem is about a block or one of these texts of it: by its place or in its words (`2 columns`)."""
    places = {(span.line, span.column) for span in (block.span, *(text.span for text in texts))}
    tag = str(block.__struct_config__.tag)
    in_words = f"{tag}`" in problem.message or (tag == "columns" and "`heading" in problem.message)
    return in_words or (problem.span.line, problem.span.column) in places


def said(item: Item) -> str:
    """The characters of an item."""
    match item:
        case TextItem() | ShapeItem():
            paragraphs = item.paragraphs
        case FormulaItem():
            return item.notation.plain
        case ChartItem():
            return "".join(map(said, item.drawing))
        case GroupItem():
            return "".join(map(said, item.items))
        case TableItem():
            paragraphs = tuple(part for row in item.rows for cell in row for part in cell.paragraphs)
        case _:
            return ""
    return "".join(run.text for part in paragraphs for run in part.runs)


def texts_of(part: Struct) -> Iterator[Text]:
    """All texts of a part of the model."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Text):
                yield one
            elif isinstance(one, Listing):
                yield Text(runs=(TextRun(text=one.text),), span=one.span)
            elif isinstance(one, Struct) and not isinstance(one, Name):
                yield from texts_of(one)


def _out_of_order(slide: Slide, page: Page) -> bool:
    """Whether things are read in another order than their keys stand in. What flows together counts by its first key."""
    found: list[int] = []
    for item in page.items:
        if getattr(item, "slot", None) not in (*FOOTERS, "title"):
            found += [number for number, block in enumerate(slide.blocks) if _shows(item, block)][:1]
    return found != sorted(found)


def _of_gallery(item: Item) -> bool:
    return item.name.partition("/")[2].startswith("pictures")


def _shows(item: Item, block: Block) -> bool:
    if isinstance(block, Picture):
        return isinstance(item, PictureItem) and not _of_gallery(item)
    if isinstance(block, Pictures) and _of_gallery(item):
        return True
    words = said(item)
    return any(text.plain.split()[0] in words for text in texts_of(block) if not text.plain.isdigit())
