"""DrawingML for shapes: colours, fills, lines, boxes and outlines (ECMA-376 part 1, 20.1)."""

from collections.abc import Iterable, Mapping, Sequence

from deckmotor.color import Color
from deckmotor.ooxml.names import DECORATIVE, EXT_DECORATIVE
from deckmotor.ooxml.xml import attribute
from deckmotor.style import Box, Fade, Line

Command = tuple[str | int, ...]

_DECORATIVE = f'<a:extLst><a:ext uri="{EXT_DECORATIVE}"><adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'

_SHOWN, _HIDDEN = '""', '"" hidden="1"'


_DOWN = 5_400_000
"""From top to bottom, in 1/60,000 of a degree clockwise (20.1.10.3)."""


def color(value: Color, opacity: int = 100) -> str:
    """A theme colour where it is one, so that it follows the theme; else sRGB (20.1.2.3.29, 20.1.2.3.32).

    `opacity` is in percent (`a:alpha`, 20.1.2.3.1).
    """
    clear = f'<a:alpha val="{opacity * 1000}"/>' if opacity != 100 else ""
    if value.scheme is None:
        return f'<a:srgbClr val="{value.rgb}">{clear}</a:srgbClr>' if clear else f'<a:srgbClr val="{value.rgb}"/>'
    tone = f'<a:lumMod val="{value.lum_mod * 1000}"/>' if value.lum_mod != 100 else ""
    tone += f'<a:lumOff val="{value.lum_off * 1000}"/>' if value.lum_off else ""
    tone += clear
    return f'<a:schemeClr val="{value.scheme}">{tone}</a:schemeClr>' if tone else f'<a:schemeClr val="{value.scheme}"/>'


def same_color(one: Color | None, other: Color | None) -> bool:
    """Whether two colours are written the same way: theme colours are told apart by name and tone, others by value."""
    if one is other:
        return True
    if one is None or other is None:
        return False
    if one.scheme is None and other.scheme is None:
        return one.rgb == other.rgb
    return (one.scheme, one.lum_mod, one.lum_off) == (other.scheme, other.lum_mod, other.lum_off)


def fill(value: Color | Fade | None) -> str:
    """One colour, one that fades, or none (20.1.8.54, 20.1.8.33, 20.1.8.44)."""
    if isinstance(value, Fade) and not value.full:
        return f"<a:solidFill>{color(value.color, value.opacity)}</a:solidFill>"
    if isinstance(value, Fade):
        stops = ((0, 0), (value.full, value.opacity), *(((100, value.opacity),) if value.full < 100 else ()))
        drawn = "".join(f'<a:gs pos="{at * 1000}">{color(value.color, opacity)}</a:gs>' for at, opacity in stops)
        return f'<a:gradFill rotWithShape="1"><a:gsLst>{drawn}</a:gsLst><a:lin ang="{_DOWN}" scaled="0"/></a:gradFill>'
    return "<a:noFill/>" if value is None else f"<a:solidFill>{color(value)}</a:solidFill>"


def outline(line: Line | None, tag: str = "a:ln", ends: str = "") -> str:
    """The line around a shape or along a cell, or none (20.1.2.2.24). `ends` is what it has for arrowheads."""
    if line is None:
        return f"<{tag}><a:noFill/></{tag}>"
    return f'<{tag} w="{line.width}">{fill(line.color)}{ends}</{tag}>'


def background(value: Color, picture: str = "") -> str:
    """The background of a slide, layout or master (19.3.1.1): a colour, or a picture, written as its `a:blipFill`."""
    return f"<p:bg><p:bgPr>{picture or fill(value)}<a:effectLst/></p:bgPr></p:bg>"


def colour_map(names: Mapping[str, str]) -> str:
    """`p:clrMapOvr`: which of the theme's colours each name stands for on a slide (19.3.1.7); none for the master's own."""
    if not names:
        return "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    said = "".join(f' {name}="{color}"' for name, color in names.items())
    return f"<p:clrMapOvr><a:overrideClrMapping{said}/></p:clrMapOvr>"


def transform(box: Box, tag: str = "a:xfrm", turned: str = "") -> str:
    """Where a shape stands (20.1.7.6). `turned` is its attributes for rotation and flips."""
    return f'<{tag}{turned}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></{tag}>'


def identified(
    shape_id: int, name: str, *, alt: str = "", decorative: bool = False, hidden: bool = False, click: str = ""
) -> str:
    """`p:cNvPr`: id, name and alternative text of a shape, or the mark that it only decorates (20.1.2.2.8).

    `click` is the `a:hlinkClick` of a shape that leads somewhere as a whole.
    """
    start = f'<p:cNvPr id="{shape_id}" name="{attribute(name)}"'
    if decorative:
        return f"{start} descr={_HIDDEN if hidden else _SHOWN}>{_DECORATIVE}</p:cNvPr>"
    start = f'{start} descr="{attribute(alt)}"' if alt else start
    return f"{start}>{click}</p:cNvPr>" if click else f"{start}/>"


def path_shape(shape_id: int, name: str, commands: Sequence[Command], colour: Color | None, line: Line | None) -> str:
    """A decorative shape with an outline of its own (`p:sp`, 19.3.1.43). The commands are those of `scene.page.PathShape`."""
    box = _bounds(commands)
    looks = f"{transform(box)}{custom_geometry(commands, box)}{fill(colour)}{outline(line)}"
    named = identified(shape_id, name, decorative=True)
    return f'<p:sp><p:nvSpPr>{named}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{looks}</p:spPr></p:sp>'


def _bounds(commands: Sequence[Command]) -> Box:
    """The box around all points. Control points count too: PowerPoint only needs the path to lie inside."""
    xs = [int(value) for command in commands for value in command[1::2]]
    ys = [int(value) for command in commands for value in command[2::2]]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def preset_geometry(preset: str, adjust: Iterable[int]) -> str:
    """An outline by its name, and its adjust values (20.1.9.18). A single one is named `adj`, several are numbered."""
    values = tuple(adjust)
    names = ("adj",) if len(values) == 1 and "Connector" not in preset else (f"adj{n}" for n in range(1, len(values) + 1))
    guides = "".join(f'<a:gd name="{name}" fmla="val {value}"/>' for name, value in zip(names, values, strict=True))
    written = f"<a:avLst>{guides}</a:avLst>" if guides else "<a:avLst/>"
    return f'<a:prstGeom prst="{preset}">{written}</a:prstGeom>'


MIDDLES = "".join(
    f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>'
    for angle, x, y in (("3cd4", "hc", "t"), ("cd2", "l", "vc"), ("cd4", "hc", "b"), ("0", "r", "vc"))
)
"""Connection sites above, left of, below and right of a shape, where most presets have theirs (20.1.9.9)."""


def custom_geometry(commands: Iterable[Command], box: Box, sites: str = "") -> str:
    """An outline of its own, in EMU from the shape's corner (20.1.9.8), and its connection sites."""
    drawn = "".join(_command(command, box) for command in commands)
    glued = f"<a:cxnLst>{sites}</a:cxnLst>" if sites else "<a:cxnLst/>"
    return (
        f'<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{glued}<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{box.width}" h="{box.height}">{drawn}</a:path></a:pathLst></a:custGeom>'
    )


_TAGS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def _command(command: Command, box: Box) -> str:
    if command[0] == "Z":
        return "<a:close/>"
    tag = _TAGS[str(command[0])]
    numbers = [int(value) for value in command[1:]]
    points = "".join(f'<a:pt x="{x - box.x}" y="{y - box.y}"/>' for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return f"<a:{tag}>{points}</a:{tag}>"
