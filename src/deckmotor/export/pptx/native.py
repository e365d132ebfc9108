"""Shapes, connectors, groups and charts (ECMA-376 part 1, 19.3.1.43, 19.3.1.19, 19.3.1.22, 19.3.1.21)."""

from collections.abc import Callable

from deckmotor.export.pptx.context import NO_LEVELS, Context, numbered
from deckmotor.export.pptx.text import hyperlink, paragraphs
from deckmotor.ooxml.drawing import identified, outline, preset_geometry, transform
from deckmotor.ooxml.names import CHART
from deckmotor.ooxml.shapes import FIRST_SHAPE_ID, graphic_frame, placeholder_mark
from deckmotor.ooxml.text import body_properties
from deckmotor.scene.page import ChartItem, ConnectorItem, End, FormulaItem, GroupItem, Item, ShapeItem, inside
from deckmotor.style import Box

Write = Callable[[Item, int, Context], str]
"""What writes any item with a shape id."""


def native(item: Item, shape_id: int, context: Context, write: Write) -> str:
    """One of these items. `write` writes those inside a group."""
    match item:
        case ShapeItem():
            return context.formats.shape(item, shape_id, lambda: _shape(item, shape_id, context))
        case ConnectorItem():
            return _connector(item, shape_id, context)
        case GroupItem():
            return _group(item, shape_id, context, write)
        case ChartItem():
            return _chart(item, shape_id, context)
        case FormulaItem():
            from deckmotor.export.pptx.formula import formula

            return formula(item, shape_id, context)
        case _:
            raise AssertionError(f"{item.name} is written elsewhere")


def _shape(item: ShapeItem, shape_id: int, context: Context) -> str:
    click = "" if item.link is None else hyperlink(item.link, context, themed=True)
    named = identified(shape_id, item.name, alt=item.alt or "", decorative=item.decorates, click=click)
    text = ""
    if item.paragraphs:
        body = body_properties(item.anchor, item.insets, shrinks=True, box=True)
        text = f"<p:txBody>{body}<a:lstStyle/>{paragraphs(item.paragraphs, NO_LEVELS, context)}</p:txBody>"
    return f"<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{context.formats.looks(item)}</p:spPr>{text}</p:sp>"


# Connectors

_QUARTER = 5_400_000
"""A right angle in 1/60,000 of a degree (20.1.10.3)."""


def _connector(item: ConnectorItem, shape_id: int, context: Context) -> str:
    named = identified(shape_id, item.name, alt=item.alt or "", decorative=item.alt is None)
    held = f"{_glue('a:stCxn', item.begin, context)}{_glue('a:endCxn', item.end, context)}"
    glue = f"<p:cNvCxnSpPr>{held}</p:cNvCxnSpPr>" if held else "<p:cNvCxnSpPr/>"
    ends = f"{_arrow('a:headEnd', item.begin)}{_arrow('a:tailEnd', item.end)}"
    looks = f"{_placed(item)}{_route(item)}{outline(item.line, ends=ends)}"
    return f"<p:cxnSp><p:nvCxnSpPr>{named}{glue}<p:nvPr/></p:nvCxnSpPr><p:spPr>{looks}</p:spPr></p:cxnSp>"


def _glue(tag: str, end: End, context: Context) -> str:
    """What an end is glued to (20.1.2.2.36): the shape's id, which is its place in reading order."""
    if end.item is None:
        return ""
    for shape_id, item in enumerate(inside(context.items), FIRST_SHAPE_ID):
        if item.name == end.item:
            return f'<{tag} id="{shape_id}" idx="{end.site}"/>'
    raise ValueError(f"there is no {end.item} on the slide to glue a connector to")


def _arrow(tag: str, end: End) -> str:
    return f'<{tag} type="triangle" w="med" len="med"/>' if end.arrow else ""


def _placed(item: ConnectorItem) -> str:
    """Where it stands. A preset's first leg goes to the right, and it ends below: it is flipped, and turned by 90 degrees."""
    across, down = item.end.x - item.begin.x, item.end.y - item.begin.y
    width, height = abs(across), abs(down)
    left, top = min(item.begin.x, item.end.x), min(item.begin.y, item.end.y)
    if item.kind == "straight" or not item.upright:
        return transform(Box(left, top, width, height), turned=_flips(across < 0, down < 0))
    # Turned about its middle, the box is as wide as it will be high.
    box = Box(left + (width - height) // 2, top + (height - width) // 2, height, width)
    return transform(box, turned=f' rot="{_QUARTER}"{_flips(down < 0, across > 0)}')


def _flips(across: bool, down: bool) -> str:
    return (' flipH="1"' if across else "") + (' flipV="1"' if down else "")


def _route(item: ConnectorItem) -> str:
    if item.kind == "straight":
        return preset_geometry("straightConnector1", ())
    stem = "bentConnector" if item.kind == "elbow" else "curvedConnector"
    return preset_geometry(f"{stem}2", ()) if item.bend is None else preset_geometry(f"{stem}3", (item.bend,))


# Groups and charts


def _group(item: GroupItem, shape_id: int, context: Context, write: Write) -> str:
    """Items inside a group keep their coordinates of the page: its own and those inside it are the same."""
    if any(getattr(one, "slot", None) is not None for one in item.items):
        raise ValueError(f"something in {item.name} stands in a slot of the layout, which nothing inside a group can")
    box = item.box
    inner = "".join(write(one, number, context) for number, one in numbered(item.items, shape_id + 1))
    within = f'<a:chOff x="{box.x}" y="{box.y}"/><a:chExt cx="{box.width}" cy="{box.height}"/></a:xfrm>'
    placed = transform(box).replace("</a:xfrm>", within)
    named = identified(shape_id, item.name, alt=item.alt or "")
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{placed}</p:grpSpPr>{inner}</p:grpSp>"
    )


def _chart(item: ChartItem, shape_id: int, context: Context) -> str:
    mark = ""
    if item.slot is not None:
        slot = context.slot(item.slot)
        mark = placeholder_mark(slot.type, slot.idx)
    chart = f'<c:chart xmlns:c="{CHART}" r:id="{context.attach(item.chart)}"/>'
    return graphic_frame(shape_id, item.name, item.box, (CHART, chart), mark, item.alt)
