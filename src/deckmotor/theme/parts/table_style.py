"""The theme's own table style (ECMA-376 part 1, 20.1.4.2): what PowerPoint gives a table without formatting in its cells."""

from deckmotor.color import Color
from deckmotor.ooxml.drawing import color, fill, outline
from deckmotor.ooxml.identity import guid
from deckmotor.ooxml.names import DRAWING, TYPE_TABLE_STYLES
from deckmotor.ooxml.package import HARD, Part, TableDefaults, make_part
from deckmotor.ooxml.xml import attribute, document
from deckmotor.style import Line, TextStyle
from deckmotor.theme.theme import TableLook

NAME = "ppt/tableStyles.xml"


def table_style_part(theme: str, label: str, look: TableLook) -> tuple[Part, TableDefaults]:
    """The part with the one style, and what a cell in that style looks like. `theme` is the theme's name: it gives the GUID."""
    style_id = guid("table style", theme)
    rule = Line(color=look.rule, width=look.rule_width)
    inner = (
        f"<a:wholeTbl>{_text(look.cell.text)}{_cell({'insideH': rule}, None, whole=True)}</a:wholeTbl>"
        f"{_band(look.band_fill)}"
        f"<a:firstCol>{_text(look.cell.text, bold=True)}<a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>"
        f"<a:firstRow>{_text(look.header.text)}{_cell({'bottom': look.header_rule or rule}, look.header_fill)}</a:firstRow>"
    )
    root = (
        f'<a:tblStyleLst xmlns:a="{DRAWING}" def="{style_id}">'
        f'<a:tblStyle styleId="{style_id}" styleName="{attribute(label)}">{inner}</a:tblStyle></a:tblStyleLst>'
    )
    defaults = TableDefaults(
        style_id=style_id,
        header=look.header,
        cell=look.cell,
        header_fill=look.header_fill,
        band_fill=look.band_fill,
    )
    return make_part(NAME, TYPE_TABLE_STYLES, document(root), level=HARD), defaults


def _band(band: Color | None) -> str:
    return "" if band is None else f"<a:band2H>{_cell({}, band)}</a:band2H>"


def _text(style: TextStyle, *, bold: bool | None = None) -> str:
    """`a:tcTxStyle` (20.1.4.2.30): it holds weight, slant, font and colour; size and alignment stand on the text."""
    marks = ' b="on"' if (style.bold if bold is None else bold) else ' b="off"'
    marks += ' i="on"' if style.italic else ""
    font = "major" if style.font_role == "heading" else "minor"
    return f'<a:tcTxStyle{marks}><a:fontRef idx="{font}">{color(style.color)}</a:fontRef>{color(style.color)}</a:tcTxStyle>'


_SIDES = ("left", "right", "top", "bottom", "insideH", "insideV")


def _cell(rules: dict[str, Line], ground: Color | None, *, whole: bool = False) -> str:
    """`a:tcStyle` (20.1.4.2.28). The whole table's names all sides, so that no line comes from anywhere else."""
    sides = "".join(f"<a:{side}>{outline(rules.get(side))}</a:{side}>" for side in _SIDES if whole or side in rules)
    borders = f"<a:tcBdr>{sides}</a:tcBdr>" if sides else "<a:tcBdr/>"
    return f"<a:tcStyle>{borders}<a:fill>{fill(ground)}</a:fill></a:tcStyle>"
