"""A page as what is painted on it: every item as its primitives, in elements that say what they are.

Made when an exporter asks for it; PowerPoint's never does.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.scene.connect import drawn
from deckmotor.scene.drawing import Element, Formula, Image, Path, Piece, Primitive, Role, TextLine
from deckmotor.scene.lists import flow, has_text, lines, paragraph
from deckmotor.scene.page import (
    ChartItem,
    ConnectorItem,
    FormulaItem,
    GroupItem,
    Item,
    Layout,
    Page,
    Paragraph,
    PathShape,
    PictureItem,
    ShapeItem,
    SlotType,
    TableItem,
    TextItem,
    inside,
)
from deckmotor.scene.presets import outline, rectangle, text_area
from deckmotor.scene.text import NoteMark
from deckmotor.style import Box, Line

TITLES: tuple[SlotType, ...] = ("title", "ctrTitle")

FOOTERS: tuple[SlotType, ...] = ("ftr", "dt", "sldNum")


def paint(page: Page, layout: Layout, number: int) -> Iterator[Element]:
    """What stands on a page above its layout's decoration. `number` is the page's in its deck, from 1."""
    for item in page.items:
        if item.click:
            yield from (replace(element, click=item.click) for element in painted(item, layout, number))
        else:
            yield from painted(item, layout, number)


def backdrop(layout: Layout) -> Iterator[Element]:
    """What a layout draws under its pages."""
    for shape in layout.decoration:
        if isinstance(shape, PathShape):
            yield _artifact(Path(shape.commands, shape.fill, shape.line))
        elif isinstance(shape, PictureItem):
            yield _artifact(Image(shape.media, shape.box, shape.crop, shape.opacity))
        else:
            yield _artifact(*(line for part in shape.paragraphs for line in lines(part)))


def ground(page: Page, layout: Layout) -> Iterator[Element]:
    """What a page stands on: its own ground, or what its layout draws."""
    if page.ground is None:
        yield from backdrop(layout)
    elif page.ground.picture is not None:
        yield from painted(page.ground.picture, layout, 0)


def paper(page: Page, layout: Layout) -> Color:
    """The colour of a page."""
    return layout.background if page.ground is None else page.ground.color


def painted(item: Item, layout: Layout, number: int) -> Iterator[Element]:
    """The elements of one item."""
    match item:
        case TextItem():
            yield from _text(item, layout, number)
        case PictureItem():
            figure = _figure(
                item.alt, Image(item.media, item.box, item.crop, item.opacity, item.round, item.plays, item.captions)
            )
            yield figure if item.link is None else Element(role="link", children=(figure,), link=item.link, box=item.box)
        case TableItem():
            yield from _table(item)
        case PathShape():
            yield _artifact(Path(item.commands, item.fill, item.line))
        case ShapeItem() if item.link is not None:
            yield Element(role="link", children=tuple(_shape(item)), link=item.link, box=item.box)
        case ShapeItem():
            yield from _shape(item)
        case ConnectorItem():
            yield _figure(item.alt, *drawn(item))
        case GroupItem():
            yield from _group(item, layout, number)
        case ChartItem():
            yield _figure(item.alt, *_primitives(item.drawing, layout, number))
        case FormulaItem():
            yield _figure(item.alt, Formula(item.notation, item.box, item.style))


def _artifact(*children: Primitive, role: Role = "artifact") -> Element:
    return Element(role=role, children=children)


def _figure(alt: str | None, *children: Primitive) -> Element:
    """What is seen with the words for it; without any it only decorates (an empty `alt` says so in HTML too)."""
    return _artifact(*children) if not alt else Element(role="figure", children=children, alt=alt)


# Text


def _text(item: TextItem, layout: Layout, number: int) -> Iterator[Element]:
    slot = layout.slot(item.slot) if item.slot is not None else None
    kind = slot.type if slot is not None else None
    if kind in FOOTERS:
        yield _artifact(*(line for part in item.paragraphs for line in _counted(part, item, number)), role="footer")
    elif any(run.field for part in item.paragraphs for run in part.runs):
        for part in item.paragraphs:
            yield Element(role="paragraph", children=_counted(part, item, number))
    elif kind in TITLES:
        yield from _heading(item.paragraphs, 1)
    elif slot is not None and slot.role == "heading":
        yield from _heading(item.paragraphs, 2)
    elif item.reads == "footnotes":
        yield Element(role="foot", children=tuple(flow(item.paragraphs, item.box.x + item.insets.left)))
    else:
        yield from flow(item.paragraphs, item.box.x + item.insets.left)


def _heading(parts: Sequence[Paragraph], level: int) -> Iterator[Element]:
    """The first paragraph is the heading, those after it stand below it."""
    for part in parts:
        if has_text(part):
            yield paragraph(part, level)
            level = 0


def _counted(part: Paragraph, item: TextItem, number: int) -> tuple[TextLine, ...]:
    """The lines of a paragraph that may have the page's number in it: it was measured before that was known."""
    if not part.lines or not any(run.field for run in part.runs):
        return lines(part)
    pieces = [
        Piece(str(number) if run.field == "slidenum" else run.text, 0, 0, run.style, run.language, run.link)
        for run in part.runs
    ]
    left, right = item.box.x + item.insets.left, item.box.right - item.insets.right
    x = {"left": left, "center": (left + right) // 2, "right": right}[part.style.align]
    return (TextLine(x, part.lines[0].baseline, tuple(pieces), align=part.style.align),)


# Tables


def _table(item: TableItem) -> Iterator[Element]:
    """Fills under the table, its cells, and the lines between its rows above it."""
    rows = []
    fills: list[Path] = []
    y = item.box.y
    for number, (row, height) in enumerate(zip(item.rows, item.heights, strict=True)):
        x = item.box.x
        cells = []
        for column, (cell, width) in enumerate(zip(row, item.widths, strict=True)):
            box = Box(x, y, width, height)
            if cell.columns > 1 or cell.rows > 1:
                box = replace(
                    box,
                    width=sum(item.widths[column : column + cell.columns]),
                    height=sum(item.heights[number : number + cell.rows]),
                )
            x += width
            if cell.across or cell.down:
                continue
            if cell.fill is not None:
                fills.append(Path(rectangle(box), cell.fill))
            text = tuple(flow(cell.paragraphs, box.x + item.margins(column).left))
            named = _names(item, number, column)
            cells.append(Element(role="cell", children=text, header=named, box=box, columns=cell.columns, rows=cell.rows))
        rows.append(Element(role="row", children=tuple(cells)))
        y += height
    if fills:
        yield _artifact(*fills)
    yield Element(role="table", children=tuple(rows), box=item.box, tracks=(item.widths, item.heights))
    rules = tuple(_rules(item)) if item.rule is not None else ()
    if rules:
        yield _artifact(*rules)


def _names(item: TableItem, row: int, column: int) -> Literal["", "col", "row"]:
    """What a cell names: its column, or its row."""
    if row < item.header:
        return "col"
    return "row" if item.header_column and column == 0 else ""


def _rules(item: TableItem) -> Iterator[Path]:
    y = item.box.y
    for number, height in enumerate(item.heights[:-1]):
        y += height
        line = item.header_rule if item.header and number == 0 and item.header_rule is not None else item.rule
        x = start = item.box.x
        drawn = line
        for cell, below, width in zip(item.rows[number], item.rows[number + 1], item.widths, strict=True):
            own = None if below.down else cell.rule or line
            if own != drawn:
                yield from _rule(start, x, y, drawn)
                start, drawn = x, own
            x += width
        yield from _rule(start, x, y, drawn)


def _rule(left: int, right: int, y: int, line: Line | None) -> Iterator[Path]:
    """A line across some columns, where there is one."""
    if line is not None and line.width and right > left:
        yield Path((("M", left, y), ("L", right, y)), line=line)


# Shapes


def _shape(item: ShapeItem) -> Iterator[Element]:
    """The outline with its text above it; where words say what it shows, they are read before its text."""
    path = Path(outline(item), item.fill, item.line)
    text = flow(item.paragraphs, text_area(item).x + item.insets.left)
    if item.reads == "text":
        yield _figure(item.alt, path)
        yield from text
        return
    yield _artifact(path)
    drawn = tuple(line for part in item.paragraphs for line in lines(part))
    yield Element(role="code", children=drawn, alt=item.alt or "") if item.reads == "code" else _artifact(*drawn)


def _group(item: GroupItem, layout: Layout, number: int) -> Iterator[Element]:
    if item.alt is None:
        for one in item.items:
            yield from painted(one, layout, number)
    else:
        figure = _figure(item.alt, *_primitives(item.items, layout, number))
        yield replace(figure, said=item.said) if item.said else figure
        for one in inside(item.items):
            if isinstance(one, ShapeItem) and one.link is not None:  # A figure is one to readers: links lie on it.
                said = one.alt or " ".join(part.text for part in one.paragraphs)
                yield Element(role="link", children=(), alt=said, link=one.link, box=one.box)


def _primitives(items: Sequence[Item], layout: Layout, number: int) -> Iterator[Primitive]:
    """All that is painted of some items, whatever it is."""
    for item in items:
        for element in painted(item, layout, number):
            yield from leaves(element)


def note_marks(page: Page, elements: Sequence[Element]) -> dict[NoteMark, tuple[int, int]]:
    """Where the numbers of a page's footnotes first stand, at them and in the text: left end and baseline, EMU."""
    found: dict[NoteMark, tuple[int, int]] = {}
    if any(isinstance(item, TextItem) and item.reads == "footnotes" for item in page.items):
        for element in elements:
            for line in leaves(element):
                if isinstance(line, TextLine):
                    for piece in line.pieces:
                        if piece.note is not None:
                            found.setdefault(piece.note, (piece.x, line.baseline))
    return found


def leaves(element: Element) -> Iterator[Primitive]:
    """The primitives of an element in painting order."""
    for child in element.children:
        if isinstance(child, Element):
            yield from leaves(child)
        else:
            yield child
