"""A scene as text that a person can read and git can compare: one line an item, its measured lines below it.

Lengths are points with one decimal. A change of a tenth of a point shows; noise below it does not.
"""

from collections.abc import Iterator

from deckmotor.color import Color
from deckmotor.ooxml.package import Attached
from deckmotor.scene.page import (
    ChartItem,
    ConnectorItem,
    End,
    FormulaItem,
    GroupItem,
    Item,
    Link,
    Page,
    Paragraph,
    PathShape,
    PictureItem,
    Scene,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmotor.style import Box, Fade, Line, TextStyle
from deckmotor.units import to_points


def dump(scene: Scene) -> str:
    """All pages of a scene."""
    lines = [f"scene {_pt(scene.width)} × {_pt(scene.height)}"]
    for section in scene.sections:
        lines.append(f"section {section.name}: {', '.join(section.pages)}")
    for page in scene.pages:
        lines += ["", *_page(page)]
    return "\n".join(lines) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.id} [{page.layout}] {page.language} “{page.title}”"
    for item in page.items:
        yield from (f"  {line}" for line in _item(item))
    for note in page.notes:
        yield f"  note “{note.text}”"


def _item(item: Item) -> Iterator[str]:
    match item:
        case TextItem():
            yield f"text {item.name} {_place(item.slot, item.moved)} {_box(item.box)} height {_pt(item.height)}"
            for paragraph in item.paragraphs:
                yield from _paragraph(paragraph)
        case PictureItem():
            alt = "decorative" if item.alt is None else f"“{item.alt}”"
            place = f"{_place(item.slot, item.moved)} {_box(item.box)}"
            yield f"picture {item.name} {place} {item.media} crop {item.crop} {alt}{_dimmed(item)}"
        case TableItem():
            yield f"table {item.name} {_place(item.slot, item.moved)} {_box(item.box)} header {item.header}"
            yield f"  widths {' '.join(map(_pt, item.widths))}; heights {' '.join(map(_pt, item.heights))}"
            for row in item.rows:
                for cell in row:
                    if cell.fill is not None:
                        yield f"  on {cell.fill.scheme or cell.fill.rgb}"
                    for paragraph in cell.paragraphs:
                        yield from _paragraph(paragraph)
        case FormulaItem():
            yield f"formula {item.name} {_box(item.box)} {_pt(item.style.size)} “{item.notation.plain}” “{item.alt}”"
        case PathShape():
            yield f"path {item.name} {len(item.commands)} commands"
        case ShapeItem() | ConnectorItem() | GroupItem() | ChartItem():
            yield from _native(item)


def _native(item: ShapeItem | ConnectorItem | GroupItem | ChartItem) -> Iterator[str]:
    alt = "" if item.alt is None else f" “{item.alt}”"
    match item:
        case ShapeItem():
            outline = " ".join((item.outline, *map(str, item.adjust))) if isinstance(item.outline, str) else "path"
            yield f"shape {item.name} {outline} {_box(item.box)}{_look(item)}{alt}{_link(item.link)}"
            for paragraph in item.paragraphs:
                yield from _paragraph(paragraph)
        case ConnectorItem():
            way = "" if item.kind == "straight" else f" {'upright' if item.upright else 'across'}"
            bend = "" if item.kind == "straight" else " no bend" if item.bend is None else f" bend {item.bend}"
            yield f"connector {item.name} {item.kind}{way}{bend} {_end(item.begin)} → {_end(item.end)}{_line(item.line)}{alt}"
        case GroupItem():
            yield f"group {item.name} {_box(item.box)}{alt}"
            for one in item.items:
                yield from (f"  {line}" for line in _item(one))
        case ChartItem():
            yield f"chart {item.name} {_place(item.slot, moved=False)} {_box(item.box)}{alt}"
            yield from (f"  {line}" for line in _attached(item.chart))
            for one in item.drawing:
                yield from (f"  {line}" for line in _item(one))


def _dimmed(item: PictureItem) -> str:
    return "" if item.opacity == 100 else f" at {item.opacity} %"


def _link(link: Link | None) -> str:
    return "" if link is None else f" → {link.address or '#' + str(link.page)}"


def _look(item: ShapeItem) -> str:
    fill = item.fill
    if isinstance(fill, Fade):
        return f" fading to {_color(fill.color)} {fill.opacity} % at {fill.full} %{_line(item.line)}"
    return f"{'' if fill is None else f' fill {_color(fill)}'}{_line(item.line)}"


def _line(line: Line | None) -> str:
    return "" if line is None else f" line {_pt(line.width)} {_color(line.color)}"


def _end(end: End) -> str:
    glued = "" if end.item is None else f" at {end.item}:{end.site}"
    return f"{_pt(end.x)},{_pt(end.y)}{glued}{' arrow' if end.arrow else ''}"


def _attached(brought: Attached) -> Iterator[str]:
    yield f"part {brought.part.name}"
    for one in brought.below:
        yield from (f"  {line}" for line in _attached(one))


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    style = paragraph.style
    mark = "" if style.bullet is None else f" mark {style.bullet.char or style.bullet.number}"
    yield f"  ¶ level {paragraph.level} {_style(style.text)} {style.align}{mark}"
    for run in paragraph.runs:
        if run.style != style.text or run.link is not None or run.language != paragraph.language or run.field is not None:
            field = f" field {run.field}" if run.field else ""
            yield f"    run “{run.text}” {_style(run.style)} {run.language}{_link(run.link)}{field}"
    for line in paragraph.lines:
        yield f"    {_pt(line.x)},{_pt(line.baseline)} {_pt(line.width)} “{line.text}”"


def _style(style: TextStyle) -> str:
    marks = [name for name in ("bold", "italic", "underline") if getattr(style, name)]
    shift = [] if not style.baseline else [f"shift {style.baseline}"]
    return " ".join([style.family, _pt(style.size), _color(style.color), *marks, *shift])


def _color(color: Color) -> str:
    return color.scheme or color.rgb


def _place(slot: str | None, moved: bool) -> str:
    return "free" if slot is None else f"in {slot}{' moved' if moved else ''}"


def _box(box: Box) -> str:
    return f"{_pt(box.x)},{_pt(box.y)} {_pt(box.width)}×{_pt(box.height)}"


def _pt(emu: int) -> str:
    return f"{to_points(emu):.1f}".removesuffix(".0")
