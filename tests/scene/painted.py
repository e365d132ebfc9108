"""What is painted as text that a person can read: elements with what is in them, one line each. Lengths are points."""

import re
from collections.abc import Iterable, Iterator

from deckmotor.color import Color
from deckmotor.scene.drawing import Element, Formula, Image, Mark, Path, Primitive, TextLine
from deckmotor.scene.page import Link
from deckmotor.style import Box, Fade
from deckmotor.units import to_points


def told(elements: Iterable[Element], *, places: bool = True) -> str:
    """Some elements; without their places where those are a theme's, which changes."""
    lines = [line for element in elements for line in _element(element)]
    if not places:
        lines = [
            re.sub(r"(line|mark|table|cell(?: header)?) [-\d.,]+(?: [\d.]+×[\d.]+)?|(?<=”) [\d.]+$", r"\1", line)
            for line in lines
        ]
    return "\n".join(line for line in lines if "path" not in line or places) + "\n"


def _element(element: Element) -> Iterator[str]:
    level = f" {element.level}" if element.level else ""
    alt = f" “{element.alt}”" if element.alt else ""
    header = {"": "", "col": " header", "row": " header of its row"}[element.header]
    box = "" if element.box is None else f" {_box(element.box)}"
    box += _link(element.link)
    yield f"{element.role}{level}{header}{box}{alt}"
    for child in element.children:
        for line in _element(child) if isinstance(child, Element) else [_primitive(child)]:
            yield f"  {line}"


def _primitive(painted: Primitive) -> str:
    match painted:
        case TextLine():
            words = "".join(piece.text + _link(piece.link) for piece in painted.pieces)
            more = "" if painted.end == "last" else f" → {painted.end}"
            align = "" if painted.align == "left" else f" {painted.align}"
            return f"line {_pt(painted.x)},{_pt(painted.baseline)}{align} “{words}”{more}"
        case Mark():
            return f"mark {_pt(painted.x)},{_pt(painted.baseline)} “{painted.text}” {_pt(painted.style.size)}"
        case Path():
            line = "" if painted.line is None else f" line {_pt(painted.line.width)} {painted.line.color.rgb}"
            fill = "" if painted.fill is None else f" fill {_fill(painted.fill)}"
            steps = " ".join(str(step[0]) + ",".join(_pt(int(at)) for at in step[1:]) for step in painted.commands)
            return f"path{fill}{line} {steps}"
        case Formula():
            return f"formula {_box(painted.box)} {_pt(painted.style.size)} “{painted.notation.plain}”"
        case Image():
            return f"image {_box(painted.box)} {painted.media} crop {painted.crop}"


def _fill(fill: Color | Fade) -> str:
    return f"{fill.color.rgb} {fill.opacity} % at {fill.full} %" if isinstance(fill, Fade) else fill.rgb


def _link(link: Link | None) -> str:
    return "" if link is None else f"[{link.address or '#' + str(link.page)}]"


def _box(box: Box) -> str:
    return f"{_pt(box.x)},{_pt(box.y)} {_pt(box.width)}×{_pt(box.height)}"


def _pt(emu: int) -> str:
    return f"{to_points(emu):.1f}".removesuffix(".0")
