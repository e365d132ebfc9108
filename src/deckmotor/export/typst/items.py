"""The items of a page: text with headings and lists, tables, pictures, decoration."""

from collections.abc import Iterator, Sequence

from deckmotor.export.typst.lists import flow
from deckmotor.export.typst.styles import Pictures
from deckmotor.export.typst.text import Paper, field, paragraph
from deckmotor.export.typst.words import artifact, block, color, length, literal, place
from deckmotor.scene.page import Cell, Paragraph, PathShape, PictureItem, SlotType, TableItem, TextItem

FOOTERS: tuple[SlotType, ...] = ("ftr", "dt", "sldNum")
"""Slots that stand alike on every page: artifacts of pagination, not content (ISO 14289-1, 7.8)."""

TITLES: tuple[SlotType, ...] = ("title", "ctrTitle")

WHOLE = 100_000


def text(item: TextItem, kind: SlotType | None, number: int, paper: Paper) -> str:
    """A text: a heading, a footer, or paragraphs and lists. `kind` is its slot's, `number` the page's."""
    if any(run.field for part in item.paragraphs for run in part.runs):
        drawn = block(*(field(part, item.box, number, paper) for part in item.paragraphs))
        return artifact(drawn, "footer") if kind in FOOTERS else drawn
    if kind in FOOTERS:
        return artifact(block(*(paragraph(part, paper) for part in item.paragraphs)), "footer")
    if kind in TITLES:
        return _heading(item.paragraphs, paper, 1)
    if (item.slot or "").startswith("heading"):
        return _heading(item.paragraphs, paper, 2)
    return "; ".join(flow(item.paragraphs, item.box.x + item.insets.left, paper))


def decoration(shape: PathShape | TextItem, paper: Paper) -> str:
    """What a layout draws under its pages."""
    if isinstance(shape, PathShape):
        return path(shape)
    return artifact(block(*(paragraph(part, paper) for part in shape.paragraphs)))


def _heading(parts: Sequence[Paragraph], paper: Paper, level: int) -> str:
    drawn = [paragraph(part, paper, level if number == 0 else 0) for number, part in enumerate(parts)]
    return "; ".join(part for part in drawn if part)


def table(item: TableItem, paper: Paper) -> str:
    """A tagged table, its cells' text where it was measured, and the lines between its rows."""
    columns = ", ".join(map(length, item.widths))
    rows = ", ".join(map(length, item.heights))
    lines: list[str] = []
    y = item.box.y
    for number, (row, height) in enumerate(zip(item.rows, item.heights, strict=True)):
        cells = ", ".join(_cells(row, item, y, paper))
        lines.append(f"table.header({cells})" if item.header and number == 0 else cells)
        y += height
    body = f"table(columns: ({columns},), rows: ({rows},), {', '.join(lines)})"
    return "; ".join([place(item.box.x, item.box.y, body), *_rules(item)])


def _cells(row: tuple[Cell, ...], item: TableItem, y: int, paper: Paper) -> Iterator[str]:
    x = item.box.x
    for cell, width in zip(row, item.widths, strict=True):
        fill = "" if cell.fill is None else f"fill: {color(cell.fill)}, "
        yield f"table.cell({fill}{block(*flow(cell.paragraphs, x + item.insets.left, paper.at(x, y)))})"
        x += width


def _rules(item: TableItem) -> Iterator[str]:
    if item.rule is None:
        return
    y = item.box.y
    stroke = f"stroke: {length(item.rule.width)} + {color(item.rule.color)}"
    for height in item.heights:
        y += height
        yield artifact(place(item.box.x, y, f"line(length: {length(item.box.width)}, {stroke})"))


def picture(item: PictureItem, pictures: Pictures) -> str:
    """A picture with its alternative text, cropped by its box."""
    left, top, right, bottom = (cut / WHOLE for cut in item.crop)
    width = round(item.box.width / (1 - left - right))
    height = round(item.box.height / (1 - top - bottom))
    alt = "" if item.alt is None else f", alt: {literal(item.alt)}"
    size = f"width: {length(width)}, height: {length(height)}"
    drawn = f'image({pictures.name(item.media)}, format: "svg", {size}, fit: "stretch"{alt})'
    if any(item.crop):
        window = f"width: {length(item.box.width)}, height: {length(item.box.height)}"
        drawn = f"box({window}, clip: true, {place(-round(width * left), -round(height * top), drawn)})"
    placed = place(item.box.x, item.box.y, drawn)
    return artifact(placed) if item.alt is None else placed


def path(shape: PathShape) -> str:
    """Decoration."""
    commands = ", ".join(_command(command) for command in shape.commands)
    fill = "none" if shape.fill is None else color(shape.fill)
    stroke = "none" if shape.line is None else f"{length(shape.line.width)} + {color(shape.line.color)}"
    return artifact(place(0, 0, f"curve(fill: {fill}, stroke: {stroke}, {commands})"))


def _command(command: tuple[str | int, ...]) -> str:
    name, *numbers = command
    points = [f"({length(int(x))}, {length(int(y))})" for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
    match name:
        case "M":
            return f"curve.move({points[0]})"
        case "L":
            return f"curve.line({points[0]})"
        case "C":
            return f"curve.cubic({', '.join(points)})"
        case _:
            return 'curve.close(mode: "straight")'
