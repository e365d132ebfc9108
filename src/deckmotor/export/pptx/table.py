"""Tables (`p:graphicFrame` with `a:tbl`, ECMA-376 part 1, 21.1.3)."""

from deckmotor.export.pptx.context import Context
from deckmotor.export.pptx.text import paragraphs
from deckmotor.ooxml.drawing import fill, outline, same_color
from deckmotor.ooxml.names import TABLE_GRAPHIC
from deckmotor.ooxml.package import TableDefaults
from deckmotor.ooxml.shapes import graphic_frame, placeholder_mark
from deckmotor.scene.page import Cell, TableItem


def table_shape(item: TableItem, shape_id: int, context: Context) -> str:
    """The table in its slot's placeholder, or on its own, with the widths and heights that compose measured."""
    mark = ""
    if item.slot is not None:
        slot = context.slot(item.slot)
        mark = placeholder_mark(slot.type, slot.idx)
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in item.widths)
    rows = "".join(_row(item, number, height, context) for number, height in enumerate(item.heights))
    table = f"<a:tbl>{_look(item, context.table)}<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
    return graphic_frame(shape_id, item.name, item.box, (TABLE_GRAPHIC, table), mark)


def _look(item: TableItem, defaults: TableDefaults | None) -> str:
    """`a:tblPr`: which rows the table style treats apart, and the style's GUID (21.1.3.15)."""
    written = (' firstRow="1"' if item.header else "") + (' firstCol="1"' if item.header_column else "")
    if defaults is None:
        return f"<a:tblPr{written}/>"
    if defaults.band_fill is not None:
        written += ' bandRow="1"'
    return f"<a:tblPr{written}><a:tableStyleId>{defaults.style_id}</a:tableStyleId></a:tblPr>"


def _row(item: TableItem, number: int, height: int, context: Context) -> str:
    base = context.formats.cell(context.table, header=item.header > 0 and number == 0)
    cells = []
    # A row with too few cells makes PowerPoint repair the file.
    for column, (cell, _) in enumerate(zip(item.rows[number], item.widths, strict=True)):
        margins = item.margins(column, cell.columns)
        places = f'marL="{margins.left}" marR="{margins.right}" marT="{margins.top}" marB="{margins.bottom}"'
        ground = _ground(cell, item, number, context.table)
        # Compose sets text in the middle of its row's height.
        looks = f'<a:tcPr {places} anchor="{"b" if cell.low else "ctr"}"'
        looks = f"{looks}>{ground}</a:tcPr>" if ground else f"{looks}/>"
        text = paragraphs(cell.paragraphs, (base,), context)
        cells.append(f"<a:tc{_merged(cell)}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>{looks}</a:tc>")
    return f'<a:tr h="{height}">{"".join(cells)}</a:tr>'


def _merged(cell: Cell) -> str:
    """Over how many columns and rows a cell goes, and which of these it covers (21.1.3.16)."""
    across = f' gridSpan="{cell.columns}"' if cell.columns > 1 else ""
    down = f' rowSpan="{cell.rows}"' if cell.rows > 1 else ""
    return f"{down}{across}" + ' hMerge="1"' * cell.across + ' vMerge="1"' * cell.down


def _ground(cell: Cell, item: TableItem, number: int, defaults: TableDefaults | None) -> str:
    """The line below a cell and its fill, where the table style gives it others."""
    line = "" if cell.rule is None else outline(cell.rule if cell.rule.width else None, "a:lnB")
    if cell.fill is None:
        return line
    styled = None
    if defaults is not None:
        body = number - int(item.header)
        styled = defaults.header_fill if body < 0 else defaults.band_fill if body % 2 else None
    return line + ("" if same_color(cell.fill, styled) else fill(cell.fill))
