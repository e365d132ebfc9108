"""A page as one SVG, with its fonts and pictures in it: text stays text, and every line stands where it was measured."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from itertools import groupby

from msgspec import Struct

from deckmotor.export.web.draw import shape, target_of
from deckmotor.export.web.faces import Faces
from deckmotor.export.web.paper import KERNED_FROM, SCRIPT, Paper, Pictures, Styles
from deckmotor.export.web.words import color, escaped, points
from deckmotor.scene.drawing import Element, Formula, Image, Mark, Path, Piece, Primitive, TextLine
from deckmotor.scene.page import FormulaItem, Scene
from deckmotor.scene.paint import ground, paint
from deckmotor.scene.paint import paper as colour_of
from deckmotor.scene.text import Maths
from deckmotor.style import Box, TextStyle

ANCHORS = {"left": "", "center": ' text-anchor="middle"', "right": ' text-anchor="end"'}

KEY = 0.92, 0.24
"""How far the ground of keys reaches above and below the baseline, over their size: as in PDF."""

XLINK = "http://www.w3.org/1999/xlink"
"""The namespace of addresses in SVG 1.1."""

XHTML = "http://www.w3.org/1999/xhtml"
"""The namespace of what a browser draws inside an SVG."""


Drawing = Callable[[FormulaItem], "bytes | None"]
"""What draws a formula as a PNG, where something does."""


class Formulas(Struct, frozen=True):
    """The formulas of a page, and what draws them for programs that know no MathML."""

    items: tuple[FormulaItem, ...]
    drawing: Drawing | None

    def picture(self, formula: Formula) -> str:
        """A formula as a picture; nothing where nothing draws it."""
        item = next((one for one in self.items if (one.notation, one.box) == (formula.notation, formula.box)), None)
        data = None if item is None or self.drawing is None else self.drawing(item)
        if item is None or data is None:
            return ""
        return f'<image {_where(item.ink)} preserveAspectRatio="none" href="data:image/png;base64,{b64encode(data).decode()}"/>'


def svg(scene: Scene, place: int, read: Callable[[str], bytes], drawing: Drawing | None = None) -> str:
    """The page at that place (from 1). `read` gives the bytes of a font file by its name."""
    number, page = scene.numbered[place - 1]
    layout = next(layout for layout in scene.layouts if layout.name == page.layout)
    faces, pictures = Faces(scene.drawn_with, read, emoji=scene.emoji, own=True), Pictures(scene.media)
    paper = Paper(0, 0, scene.width, scene.height, page.language, Styles(scene.width, faces), pictures, frozenset(), {})
    width, height = points(scene.width), points(scene.height)
    elements = [*ground(page, layout), *paint(page, layout, number)]
    formulas = Formulas(tuple(item for item in page.items if isinstance(item, FormulaItem)), drawing)
    drawn = "\n".join(_element(element, paper, faces, formulas) for element in elements)
    kept = "".join(pictures.definitions())
    size = f'viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt"'
    named = f'lang="{escaped(page.language)}" role="img" aria-label="{escaped(page.title)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="{XLINK}" xml:space="preserve" {size} {named}>\n'
        f"<title>{escaped(page.title)}</title>\n<style>{''.join(faces.rules())}"
        f"text{{white-space:pre;font-variant-ligatures:none;text-rendering:geometricPrecision}}</style>\n"
        f"<defs>{_older(kept)}</defs>\n"
        f'<rect width="{width}" height="{height}" fill="{color(colour_of(page, layout))}"/>\n{_older(drawn)}\n</svg>\n'
    )


def _older(drawn: str) -> str:
    """The same for programs of SVG 1.1, which know addresses by XLink's name: Inkscape shows no picture else."""
    return drawn.replace(' href="', ' xlink:href="')


def _where(box: Box) -> str:
    return f'x="{points(box.x)}" y="{points(box.y)}" width="{points(box.width)}" height="{points(box.height)}"'


def _element(element: Element, paper: Paper, faces: Faces, formulas: Formulas) -> str:
    drawn = "".join(
        _element(child, paper, faces, formulas) if isinstance(child, Element) else _primitive(child, paper, faces, formulas)
        for child in element.children
    )
    if element.role == "figure":
        return f'<g role="img" aria-label="{escaped(element.alt)}">{drawn}</g>'
    to = "" if element.role != "link" or element.link is None else target_of(element.link, paper)
    return f'<a href="{to}">{_area(element)}{drawn}</a>' if to else drawn


def _area(element: Element) -> str:
    """Where a click on what leads somewhere is felt: all of its box."""
    if (box := element.box) is None:
        raise AssertionError("what leads somewhere has a place")
    named = f"<title>{escaped(element.alt)}</title>" if not element.children else ""
    return f'<rect {_where(box)} fill="none" pointer-events="all">{named}</rect>'


def _primitive(painted: Primitive, paper: Paper, faces: Faces, formulas: Formulas) -> str:
    match painted:
        case Path() | Image():
            return shape(painted, paper)
        case Mark(icon=Path() as icon):
            return shape(icon, paper)
        case Mark():
            look = _look(painted.style, painted.text, faces)
            return f'<text x="{points(painted.x)}" y="{points(painted.baseline)}" {look}>{escaped(painted.text)}</text>'
        case Formula():
            return _formula(painted, faces, formulas)
        case TextLine():
            return "".join(_line(painted, paper, faces))


def _formula(formula: Formula, faces: Faces, formulas: Formulas) -> str:
    """MathML where the program that shows it is a browser; a picture in any other, or on one line of characters."""
    faces.maths(formula.notation.mathml)
    box, looks = formula.box, f"color:{color(formula.style.color)};font-size:{points(formula.style.size)}px"
    maths = f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">{formula.notation.mathml}</math>'
    return (
        f'<switch><foreignObject {_where(box)} requiredExtensions="{XHTML}"><div xmlns="{XHTML}" style="{looks};display:flex;'
        f'height:100%;align-items:center;justify-content:center;white-space:nowrap">{maths}</div></foreignObject>'
        f"{formulas.picture(formula) or _plain(formula)}</switch>"
    )


def _plain(formula: Formula) -> str:
    box, size = formula.box, formula.style.size
    where = f'x="{points(box.x)}" y="{points(box.y + box.height // 2 + size // 3)}"'
    looks = f'font-family="serif" font-size="{points(size)}" fill="{color(formula.style.color)}"'
    return f"<text {where} {looks}>{escaped(formula.notation.plain)}</text>"


def _line(line: TextLine, paper: Paper, faces: Faces) -> Iterable[str]:
    """A line: where its left end is known, each of its pieces at its own place."""
    if line.align == "left":
        for link, group in groupby(line.pieces, key=lambda piece: piece.link):
            drawn = "".join(_piece(piece, line, faces) for piece in group)
            to = "" if link is None else target_of(link, paper)
            yield f'<a href="{to}">{drawn}</a>' if to else drawn
    else:
        pieces = "".join(f"<tspan {_look(one.style, one.text, faces)}>{_said(one, line)}</tspan>" for one in line.pieces)
        yield f'<text x="{points(line.x)}" y="{points(line.baseline)}"{ANCHORS[line.align]}>{pieces}</text>'


def _piece(piece: Piece, line: TextLine, faces: Faces) -> str:
    if piece.maths is not None:
        faces.maths(piece.maths.notation.mathml)
        return _inline(piece, piece.maths, line)
    style, x, baseline = piece.style, points(piece.x), line.baseline - _raised(piece.style)
    under = ""
    if style.ground is not None:
        above, below = (round(style.size * edge) for edge in KEY)
        place = f'x="{x}" y="{points(baseline - above)}" width="{points(piece.width)}" height="{points(above + below)}"'
        under = f'<rect {place} rx="{points(below // 2)}" fill="{color(style.ground)}"/>'
    looks = _look(style, piece.text, faces)
    return f'{under}<text x="{x}" y="{points(baseline)}" {looks}>{_said(piece, line)}</text>'


def _inline(piece: Piece, maths: Maths, line: TextLine) -> str:
    """A formula in a line: MathML in browsers, on a line that a strut holds down; characters in other programs."""
    size, ink, x = piece.style.size, color(piece.style.color), points(piece.x)
    place = f'x="{x}" y="{points(line.baseline - 2 * size)}" width="{points(piece.width)}" height="{points(3 * size)}"'
    looks = f"font-size:{points(size)}px;color:{ink};line-height:0;white-space:nowrap;text-align:center"
    strut = f'<span style="display:inline-block;height:{points(2 * size)}px"></span>'
    notation = f'<math xmlns="http://www.w3.org/1998/Math/MathML">{maths.notation.mathml}</math>'
    drawn = f'<div xmlns="{XHTML}" style="{looks}">{strut}{notation}</div>'
    plain = f'<text x="{x}" y="{points(line.baseline)}" font-family="serif" font-size="{points(size)}" fill="{ink}">'
    return (
        f'<switch><foreignObject {place} requiredExtensions="{XHTML}">{drawn}</foreignObject>'
        f"{plain}{escaped(maths.notation.plain)}</text></switch>"
    )


def _said(piece: Piece, line: TextLine) -> str:
    text = piece.text.replace("\n", "")
    if line.end == "hyphen" and piece is line.pieces[-1]:
        text = f"{text[:-1]}-"
    return escaped(text)


def _raised(style: TextStyle) -> int:
    return style.size * style.baseline // 100_000


def _look(style: TextStyle, text: str, faces: Faces) -> str:
    size = round(style.size * SCRIPT) if style.baseline else style.size
    families = faces.names(style, f"{text}-").replace('"', "'")
    parts = [f'font-family="{families}"', f'font-size="{points(size)}"', f'fill="{color(style.color)}"']
    if style.bold:
        parts.append('font-weight="700"')
    if style.italic:
        parts.append('font-style="italic"')
    decorated = " ".join(name for name, is_so in (("underline", style.underline), ("line-through", style.strike)) if is_so)
    if decorated:
        parts.append(f'text-decoration="{decorated}"')
    if style.size < KERNED_FROM:
        parts.append('font-kerning="none"')
    if style.tracking:
        parts.append(f'letter-spacing="{points(style.tracking)}"')
    return " ".join(parts)
