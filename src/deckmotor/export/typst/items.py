"""The items of a page: text with headings and lists, tables, pictures, decoration."""

from base64 import b64encode
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckmotor.export.typst.text import Paper, mark, page_number, paragraph
from deckmotor.export.typst.words import artifact, block, color, length, literal, place
from deckmotor.scene.page import Cell, Media, Paragraph, PathShape, PictureItem, TableItem, TextItem

FOOTERS = ("footer", "date", "number")
"""Slots that stand alike on every page: artifacts of pagination, not content (ISO 14289-1, 7.8)."""

WHOLE = 100_000


def text(item: TextItem, paper: Paper, number: int) -> str:
    """A text: a heading, a footer, or paragraphs and lists. `number` is the page's."""
    slot = item.slot or ""
    if slot == "number":
        return artifact(page_number(item.paragraphs[0], item.box, number, paper))
    if slot in FOOTERS:
        return artifact(block(*(paragraph(part, paper) for part in item.paragraphs)))
    if slot == "title":
        return _heading(item.paragraphs, paper, 1)
    if slot.startswith("heading"):
        return _heading(item.paragraphs, paper, 2)
    return "; ".join(_flow(item.paragraphs, paper))


def _heading(parts: Sequence[Paragraph], paper: Paper, level: int) -> str:
    first, *rest = parts
    heading = paragraph(first, paper, f"heading.with(level: {level})")
    return "; ".join([heading, *(paragraph(part, paper) for part in rest)])


def _flow(parts: Sequence[Paragraph], paper: Paper) -> Iterator[str]:
    """Paragraphs as they are, and lists where they have marks."""
    index = 0
    while index < len(parts):
        if parts[index].style.bullet is None:
            yield paragraph(parts[index], paper)
            index += 1
            continue
        end = index
        while end < len(parts) and parts[end].style.bullet is not None:
            end += 1
        yield place(0, 0, _list(parts[index:end], paper))
        index = end


def _list(parts: Sequence[Paragraph], paper: Paper) -> str:
    """A tagged list whose items take no room: what they hold is placed on the page."""
    items = []
    index = 0
    number = parts[0].start - 1
    level = parts[0].level
    while index < len(parts):
        end = index + 1
        while end < len(parts) and parts[end].level > level:
            end += 1
        number += 1
        below = _list(parts[index + 1 : end], paper) if end > index + 1 else ""
        body = block(mark(parts[index], number, paper), paragraph(parts[index], paper), below)
        items.append(f"list.item({body})")
        index = end
    return f"list(marker: [], indent: 0pt, body-indent: 0pt, spacing: 0pt, {', '.join(items)})"


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
    body = f"table(columns: ({columns},), rows: ({rows},), inset: 0pt, stroke: none, {', '.join(lines)})"
    return "; ".join([*_rules(item), place(item.box.x, item.box.y, body)])


def _cells(row: tuple[Cell, ...], item: TableItem, y: int, paper: Paper) -> Iterator[str]:
    x = item.box.x
    for cell, width in zip(row, item.widths, strict=True):
        inside = replace(paper, x=x, y=y)
        fill = "" if cell.fill is None else f"fill: {color(cell.fill)}, "
        yield f"table.cell({fill}{block(*(paragraph(part, inside) for part in cell.paragraphs))})"
        x += width


def _rules(item: TableItem) -> Iterator[str]:
    if item.rule is None:
        return
    y = item.box.y
    for number, height in enumerate(item.heights):
        y += height
        width = item.rule.width * (2 if item.header and number == 0 else 1)
        stroke = f"stroke: {length(width)} + {color(item.rule.color)}"
        yield artifact(place(item.box.x, y, f"line(length: {length(item.box.width)}, {stroke})"))


def picture(item: PictureItem, media: Media) -> str:
    """A picture with its alternative text, cropped by its box."""
    left, top, right, bottom = (cut / WHOLE for cut in item.crop)
    width = round(item.box.width / (1 - left - right))
    height = round(item.box.height / (1 - top - bottom))
    alt = "" if item.alt is None else f", alt: {literal(item.alt)}"
    image = f"image({_embedded(media)}, width: {length(width)}, height: {length(height)}{alt})"
    shifted = place(-round(width * left), -round(height * top), image)
    size = f"width: {length(item.box.width)}, height: {length(item.box.height)}"
    placed = place(item.box.x, item.box.y, f"box({size}, clip: true, {shifted})")
    return artifact(placed) if item.alt is None else placed


def _embedded(media: Media) -> str:
    """Bytes of a picture inside an SVG: typst takes files as text only, and passes a JPEG in an SVG through as it is."""
    data = b64encode(media.data).decode()
    size = f"width='{media.width}' height='{media.height}'"
    uri = f"data:image/{media.type};base64,{data}"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' {size} viewBox='0 0 {media.width} {media.height}'><image {size} href='{uri}'/></svg>"
    return f"bytes({literal(svg)})"


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
