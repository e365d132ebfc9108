"""What the items of a slide are written with: their layout, the other parts they lead to, and styles written before."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.ooxml.drawing import MIDDLES, custom_geometry, fill, outline, preset_geometry, transform
from deckmotor.ooxml.names import MEDIA_TYPES, REL_HYPERLINK, REL_SLIDE
from deckmotor.ooxml.package import Attached, Draft, Part, TableDefaults, make_part
from deckmotor.ooxml.relationships import Relationships
from deckmotor.ooxml.shapes import FOOTERS, placeholder_mark
from deckmotor.ooxml.text import PLAIN, list_style, paragraph_properties, run_properties
from deckmotor.scene.page import FormulaItem, GroupItem, Item, Layout, Link, Paragraph, Run, ShapeItem, Slot, inside
from deckmotor.style import ParagraphStyle, TextStyle

LONG = 8
"""Commands of an outline from which on its XML is kept."""


class Formats:
    """The XML of styles, written once for each pair of a style and what it inherits from.

    Styles are told apart by identity, which is quick: compose gives most paragraphs the very style of their slot.
    """

    def __init__(self) -> None:
        self._runs: dict[tuple[int, int, str], str] = {}
        self._paragraphs: dict[tuple[int, int, int, int, str], tuple[str, str]] = {}
        self._singles: dict[tuple[int, int, int, int, int, str, str], tuple[str, str]] = {}
        self._cells: dict[tuple[int, bool], ParagraphStyle] = {}
        self._slots: dict[int, str] = {}
        self._bodies: dict[tuple[int, int], str] = {}
        self._texts: dict[tuple[int, int], str] = {}
        self._outlines: dict[tuple[object, ...], str] = {}
        self._shapes: dict[tuple[int, int], str] = {}
        """By the identity of a shape and its number; empty where it was written once so far."""
        self._kept: list[object] = []
        """The styles themselves: an identity is only good as long as its object lives."""

    def run(self, style: TextStyle, base: TextStyle, language: str) -> str:
        """`a:rPr` of a run in `style` that inherits `base`."""
        key = (id(style), id(base), language)
        found = self._runs.get(key)
        if found is None:
            found = self._runs[key] = run_properties("a:rPr", style, base, language)
            self._kept += (style, base)
        return found

    def paragraph(self, style: ParagraphStyle, base: ParagraphStyle, level: int, start: int, language: str) -> tuple[str, str]:
        """What a paragraph begins with, `a:pPr` where anything differs, and what it ends with, `a:endParaRPr`."""
        key = (id(style), id(base), level, start, language)
        found = self._paragraphs.get(key)
        if found is None:
            begin = f"<a:p>{paragraph_properties(style, base, level, start)}"
            end = f"{run_properties('a:endParaRPr', style.text, base.text, language)}</a:p>"
            found = self._paragraphs[key] = (begin, end)
            self._kept += (style, base)
        return found

    def single(self, paragraph: Paragraph, piece: Run, base: ParagraphStyle) -> tuple[str, str]:
        """All that stands before and after the text of a paragraph with one plain run."""
        key = (
            id(paragraph.style),
            id(piece.style),
            id(base),
            paragraph.level,
            paragraph.start,
            paragraph.language,
            piece.language,
        )
        found = self._singles.get(key)
        if found is None:
            begin, end = self.paragraph(paragraph.style, base, paragraph.level, paragraph.start, paragraph.language)
            properties = self.run(piece.style, base.text, piece.language)
            found = self._singles[key] = (f"{begin}<a:r>{properties}<a:t>", f"</a:t></a:r>{end}")
        return found

    def text(self, given: Sequence[Paragraph], slot: Slot, write: Callable[[], str]) -> str:
        """What `write` gives for the text of a slot, asked once for text that many pages have."""
        key = (id(given), id(slot))
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = write()
            self._kept += (given, slot)
        return found

    def looks(self, item: ShapeItem) -> str:
        """What a shape looks like, as it stands in `p:spPr`: its place, its outline, its fill and its line.

        An outline of its own has connection sites in the middle of its sides. That of an area of a map is long, and stands in
        many decks.
        """
        if isinstance(item.outline, str):
            return _looks(item, preset_geometry(item.outline, item.adjust))
        if len(item.outline) < LONG:
            return _looks(item, custom_geometry(item.outline, item.box, MIDDLES))
        key = (id(item.outline), item.box, item.fill, item.line)
        found = self._outlines.get(key)
        if found is None:
            found = self._outlines[key] = _looks(item, custom_geometry(item.outline, item.box, MIDDLES))
            self._kept.append(item.outline)
        return found

    def shape(self, item: ShapeItem, shape_id: int, write: Callable[[], str]) -> str:
        """What `write` gives for a shape. That of an area which many maps have is kept once it is asked for again."""
        if isinstance(item.outline, str) or len(item.outline) < LONG or item.paragraphs or item.link is not None:
            return write()
        key = (id(item), shape_id)
        found = self._shapes.get(key)
        if found:
            return found
        written = write()
        self._shapes[key] = "" if found is None else written
        self._kept.append(item)
        return written

    def cell(self, defaults: TableDefaults | None, *, header: bool) -> ParagraphStyle:
        """What the text of a table's cells inherits."""
        key = (id(defaults), header)
        found = self._cells.get(key)
        if found is None:
            found = self._cells[key] = _cell_style(defaults, header=header)
            self._kept.append(defaults)
        return found

    def body(self, slot: Slot, step: int) -> tuple[str, str]:
        """What stands before the text of a slot at a step of its type scale: its `a:bodyPr`, and its `a:lstStyle`.

        The levels of a smaller step stand there once, so that text typed later has them too, and shrinks as before.
        """
        if not step:
            return "<a:bodyPr/>", "<a:lstStyle/>"
        key = (id(slot), step)
        found = self._bodies.get(key)
        if found is None:
            found = self._bodies[key] = list_style(slot.at(step), slot.levels)
            self._kept.append(slot)
        return "<a:bodyPr/>" if slot.type in FOOTERS else "<a:bodyPr><a:normAutofit/></a:bodyPr>", found

    def placeholder(self, slot: Slot) -> str:
        """`p:ph` of a slot."""
        found = self._slots.get(id(slot))
        if found is None:
            found = self._slots[id(slot)] = placeholder_mark(slot.type, slot.idx)
            self._kept.append(slot)
        return found


def _looks(item: ShapeItem, drawn: str) -> str:
    return f"{transform(item.box)}{drawn}{fill(item.fill)}{outline(item.line)}"


def _cell_style(defaults: TableDefaults | None, *, header: bool) -> ParagraphStyle:
    """What a cell's text inherits: weight, slant, colour and font from the table style, all else from the presentation."""
    if defaults is None:
        return PLAIN
    style = (defaults.header if header else defaults.cell).text
    # A table style names fonts by their role in the theme only (20.1.4.1.17).
    role = "heading" if style.font_role == "heading" else "body"
    text = replace(PLAIN.text, color=style.color, bold=style.bold, italic=style.italic, font_role=role)
    return replace(PLAIN, text=text)


Drawing = Callable[[FormulaItem], bytes | None]
"""Draws a formula as a PNG of what its ink may take; None where nothing here can."""


def undrawn(_: FormulaItem) -> None:
    """Where nothing draws formulas."""


class Context(Struct, frozen=True, kw_only=True):
    """Everything that the shapes of one slide need besides their items."""

    layout: Layout
    relationships: Relationships
    pages: dict[str, str]
    """Part name of each slide, by page id, in the order of the deck: for links."""
    media: dict[str, str]
    """Part name of each picture, by its key."""
    table: TableDefaults | None
    formats: Formats
    number: int
    """The slide's number in its deck: what its fields show."""
    items: tuple[Item, ...]
    """All that stands on the slide: what connectors are glued to."""
    linked: dict[str, str]
    """Those of `pages` that the slide links to: filled as its links are written."""
    attached: list[Part | Draft]
    """Parts that its items bring: filled as these are written."""
    drawing: Drawing
    """What draws formulas."""
    drawn: dict[str, Part]
    """Pictures of the slide's formulas: filled as these are written."""
    emoji: frozenset[str] = frozenset()
    """Characters that are coloured pictures, in all of the deck."""
    language: str = "en"
    """BCP 47 tag of the slide's."""
    bare: bool = False
    """Whether the slide shows nothing of its master: LibreOffice then has its footers only where they say where they stand."""

    def slot(self, name: str) -> Slot:
        """The layout's slot of that name. Raises ValueError where it has none: compose fills only slots that are there."""
        slot = self.layout.slot(name)
        if slot is None:
            raise ValueError(f"layout {self.layout.name} has no slot {name}")
        return slot

    def link(self, link: Link) -> tuple[str, str]:
        """The relationship id of a link, and the attribute that makes it a jump between slides."""
        if link.address is not None:
            return self.relationships.external(REL_HYPERLINK, link.address), ""
        page = link.page or ""
        target = self.linked[page] = self.pages[page]
        return self.relationships.part(REL_SLIDE, target), ' action="ppaction://hlinksldjump"'

    def attach(self, brought: Attached) -> str:
        """The relationship id of a part that an item brings, which gets its name here: `chart3-1.xml` is slide 3's first."""
        return self.relationships.part(brought.relation, self._attached(brought))

    def _attached(self, brought: Attached) -> str:
        stem, _, ending = brought.part.name.rpartition(".")
        own = f"{stem}{self.number}-"
        name = f"{own}{1 + sum(part.name.startswith(own) for part in self.attached)}.{ending}"
        self.attached.append(replace(brought.part, name=name))
        relations = Relationships(name)
        for one in brought.below:
            relations.part(one.relation, self._attached(one))
        if brought.below:
            self.attached.append(relations.to_draft())
        return name


def numbered(items: Sequence[Item], first: int) -> Iterator[tuple[int, Item]]:
    """Items with their shape ids from `first` on: those inside a group follow on its own."""
    for item in items:
        yield first, item
        first += len(inside((item,))) if isinstance(item, GroupItem) else 1


def vector(key: str) -> str:
    """What a picture's key is as a drawing, beside the same in pixels."""
    return f"{key}\0"


NO_LEVELS = (PLAIN,)
"""What text inherits that stands in no slot."""

FORMULA = "\0"
"""Stands before each formula in a shape until `maths.alternatives` makes two of it; no file has this character."""


def media_part(kind: str, data: bytes) -> Part:
    """The part of a picture's bytes, named by them."""
    draft = make_part("", MEDIA_TYPES[kind], data, stored=kind != "svg")
    return replace(draft, name=f"ppt/media/image-{draft.crc:08x}-{draft.size}.{kind}")
