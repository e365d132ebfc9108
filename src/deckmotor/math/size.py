"""How large a formula is: boxes put together as maths is set (TeX's rules, in short), from the widths of a maths font.

Lengths are shares of the font's size. Widths are those of New Computer Modern Math, which draws PDF and pictures; Cambria
Math, which PowerPoint draws with, is a little narrower. `tests/formulas` holds them against what typst measures.
"""

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.math.tree import (
    NOTHING,
    Accent,
    Brace,
    Fence,
    Fraction,
    Function,
    Grid,
    Nary,
    Node,
    Root,
    Row,
    Script,
    Space,
    Symbol,
    Words,
)

AXIS = 0.25
"""Height of the line of fractions above the baseline."""

ROOTS = (1.0, 1.2, 1.8, 2.4, 3.0)
BRACKETS = (1.0, 1.1, 1.2, 1.45, 1.8, 2.1, 2.4, 3.0)
BARS = (1.0, 1.1, 1.2, 1.44, 1.74, 2.09, 2.5, 3.0, 3.6)
"""Heights of roots, brackets and bars in the font; higher ones are put together."""

BROADER = {
    **dict.fromkeys("()", (0.39, 0.4, 0.42, 0.52, 0.6, 0.66, 0.74, 0.88)),
    **dict.fromkeys("[]", (0.28, 0.35, 0.4, 0.44, 0.47, 0.5, 0.53, 0.67)),
    **dict.fromkeys("{}", (0.5, 0.53, 0.56, 0.62, 0.67, 0.71, 0.75, 0.9)),
    **dict.fromkeys("⟨⟩", (0.39, 0.43, 0.46, 0.54, 0.61, 0.68, 0.75, 0.91)),
    **dict.fromkeys("⌊⌋⌈⌉", (0.44, 0.46, 0.47, 0.5, 0.53, 0.56, 0.58, 0.62)),
    "|": (0.28, *[0.33] * 8),
    "‖": (0.5,) * 9,
}
"""How wide brackets of these heights are."""

SHORT = 0.09
"""So much lower may brackets be than what they stand around."""

RULE = 0.04
"""Thickness of the line of a root."""

SMALL = (1.0, 0.7, 0.5)
"""Size of what stands in the line, of what stands at it, and of what stands at that."""

BROAD = {1.0: 1.0, 0.7: 0.8, 0.5: 0.68}
"""How wide characters of each of these sizes are over those in the line: small ones are drawn broader (the font's `ssty`)."""

_SLANTED = dict(zip("abcdefghijklmnopqrstuvwxyz", (
    .529, .429, .433, .52, .466, .57, .477, .576, .345, .412, .521, .298, .878, .6, .485, .503, .446, .451, .469, .361,
    .572, .485, .716, .572, .49, .465), strict=True))  # fmt: skip
_CAPITALS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
    .75, .759, .76, .828, .764, .743, .786, .882, .504, .633, .889, .681, 1.0, .888, .763, .74, .79, .76, .645, .715,
    .749, .769, 1.02, .85, .763, .723), strict=True))  # fmt: skip
_UPRIGHT = {
    **dict.fromkeys("abdghknopquvxy", 0.53),
    **dict.fromkeys("cersz", 0.42),
    **dict.fromkeys("fijlt", 0.3),
    "m": 0.83,
    "w": 0.72,
}
_DESCENDING = "gjpqyβγζημξρςφϕχψ"
_TALL = "bdfhkltiβδζθλξφψℓℏħ"
_NARIES = {"∫": 0.6, "∬": 0.95, "∭": 1.3, "∮": 0.6}
_WIDE = "⟶⟹⟼⟵"


class Extent(Struct, frozen=True):
    """How wide something is, and how far it reaches above and below the baseline."""

    width: float
    up: float
    down: float

    @property
    def height(self) -> float:
        """All of it."""
        return self.up + self.down


EMPTY = Extent(0.0, 0.0, 0.0)


def size(node: Node, *, display: bool = True) -> Extent:
    """How large a formula is; `display` of its own, else in a line of text."""
    return _size(node, 0, display)


def _size(node: Node, level: int, display: bool) -> Extent:
    scale = SMALL[min(level, 2)]
    match node:
        case Row():
            return _row(node, level, display)
        case Symbol():
            return _symbol(node, scale)
        case Words():
            return Extent(sum(_upright(one) for one in node.text) * scale, 0.7 * scale, 0.2 * scale)
        case Space():
            return Extent(node.width / 1000 * scale, 0.0, 0.0)
        case Fraction():
            return _fraction(node, level, display)
        case Root():
            return _root(node, level, display)
        case Script():
            return _scripted(_size(node.base, level, display), node.sub, node.sup, level)
        case Nary():
            return _nary(node, level, display)
        case Function():
            return _function(node, level, display)
        case Fence():
            return _fence(_size(node.body, level, display), node.open, node.close, scale)
        case Accent():
            body = _size(node.body, level, display)
            return replace(body, up=body.up + 0.27 * scale)
        case Brace():
            return _brace(node, level, display)
        case Grid():
            return _grid(node, level, display)


def _upright(character: str) -> float:
    return _UPRIGHT.get(character, 0.7 if character.isupper() else 0.33 if character.isspace() else 0.5)


def _symbol(node: Symbol, scale: float) -> Extent:
    text = node.text
    if node.sort in ("rel", "bin"):
        width = 1.6 if text in _WIDE else 1.0 if text in "→←⇒⇐⇔↔↦⇌" else 0.28 if text in "∣⋅:" else 0.778
        flat = text in "=→←↔⟶⟼↦−"
        return Extent(width * BROAD[scale], (0.51 if flat else 0.6) * scale, (0.01 if flat else 0.1) * scale)
    if node.sort == "digit":
        width = sum(0.28 if one in ".," else 0.5 for one in text)
        return Extent(width * BROAD[scale], 0.66 * scale, 0.02 * scale)
    if node.sort in ("punct", "plain"):
        wide = {"∞": 1.0, "∂": 0.53, "∇": 0.83, "…": 1.17, "%": 0.83}.get(
            text, 0.28 * len(text) if text[0] in ",;.!′|" else 0.4
        )
        tall = text in "()[]|‖{}"
        return Extent(wide * BROAD[scale], (0.75 if tall else 0.7) * scale, (0.25 if tall else 0.15) * scale)
    width = 0.0
    for one in text:
        if node.sort == "letter" and not node.alphabet:
            width += _SLANTED.get(one, _CAPITALS.get(one, 0.56))
        else:
            width += {"∞": 1.0, "…": 1.17, "⋯": 1.17, "⋮": 0.28, "⋱": 1.28, "∇": 0.83, "∂": 0.53}.get(one, _upright(one))
    tall = any(one.isupper() or one in _TALL or not one.isalpha() for one in text)
    deep = any(one in _DESCENDING for one in text)
    return Extent(width * BROAD[scale], (0.69 if tall else 0.44) * scale, (0.2 if deep else 0.01) * scale)


def _row(node: Row, level: int, display: bool) -> Extent:
    parts = node.parts
    sizes = [_size(part, level, display) for part in parts]
    air = sum(_air(part, parts[number - 1] if number else None, number == len(parts) - 1) for number, part in enumerate(parts))
    width = sum(one.width for one in sizes) + (air if level == 0 else 0.0)
    return Extent(width, max((one.up for one in sizes), default=0.0), max((one.down for one in sizes), default=0.0))


def _air(part: Node, before: Node | None, last: bool) -> float:
    """Air around a symbol in a row, over the size (TeX: 5/18 around relations, 4/18 around operators, 3/18 after commas)."""
    if isinstance(part, Symbol):
        if part.sort == "rel":
            return 0.278 * ((before is not None) + (not last))
        if part.sort == "bin":
            signs = before is None or (isinstance(before, Symbol) and before.sort in ("rel", "bin", "punct"))
            return 0.0 if signs or last else 0.444
        return 0.167 if part.sort == "punct" and not last else 0.0
    return (
        0.167 if isinstance(part, Nary | Function) and isinstance(before, Symbol) and before.sort not in ("rel", "bin") else 0.0
    )


def _fraction(node: Fraction, level: int, display: bool) -> Extent:
    inner = level if display else level + 1
    scale = SMALL[min(level, 2)]
    above, below = _size(node.above, inner, False), _size(node.below, inner, False)
    gap = 0.16 if display else 0.1
    up = AXIS * scale + max(above.height + gap * scale, (0.43 if display else 0.15) * scale + above.up)
    down = max(below.height + gap * scale, (0.94 if display else 0.6) * scale + below.down) - AXIS * scale
    if not node.bar:
        up, down = AXIS * scale + above.height + 0.3 * scale, below.height + 0.3 * scale - AXIS * scale
    return Extent(max(above.width, below.width) + (0.2 if node.bar else 0.0) * scale, up, down)


def _scripted(base: Extent, sub: Node | None, sup: Node | None, level: int) -> Extent:
    low = EMPTY if sub is None else _size(sub, level + 1, False)
    high = EMPTY if sup is None else _size(sup, level + 1, False)
    scale = SMALL[min(level, 2)]
    up, down = base.up, base.down
    high_up, low_down = 0.38 * scale, 0.24 * scale
    if base.height > 1.3 * scale:  # What is more than a letter: TeX's appendix G, rule 18.
        high_up, low_down = max(high_up, base.up - 0.25 * scale), max(low_down, base.down + 0.2 * scale)
    if sup is not None:
        up = max(up, high_up + high.up)
    if sub is not None:
        down = max(down, low_down + low.down)
    return Extent(base.width + max(low.width, high.width) + 0.05 * scale, up, down)


def _nary(node: Nary, level: int, display: bool) -> Extent:
    scale = SMALL[min(level, 2)]
    full = display and level == 0
    body = _size(node.body, level, display)
    integral = node.sign in _NARIES
    half = (1.11 if integral else 0.7) if full else (0.56 if integral else 0.5)
    width = _NARIES.get(node.sign, 1.0) * (1.0 if integral else 1.42 if full else 1.0)
    sign = Extent(width * scale, (half + AXIS) * scale, (half - AXIS) * scale)
    signed = _scripted(sign, node.sub, node.sup, level) if node.beside else _limited(sign, node.sub, node.sup, level)
    if integral and node.beside:  # It leans: what is above and after it stands further on than what is below.
        slant = (0.38 if full else 0.2) * scale
        low, high = (0.0 if one is None else _size(one, level + 1, False).width for one in (node.sub, node.sup))
        signed = replace(signed, width=sign.width + 0.05 * scale + max(low, slant + high))
    air = 0.167 * scale if node.body != NOTHING else 0.0
    return Extent(signed.width + air + body.width, max(signed.up, body.up), max(signed.down, body.down))


def _limited(sign: Extent, sub: Node | None, sup: Node | None, level: int) -> Extent:
    low = EMPTY if sub is None else _size(sub, level + 1, False)
    high = EMPTY if sup is None else _size(sup, level + 1, False)
    up = sign.up if sup is None else sign.up + max(0.11, 0.2 - high.down) + high.height
    down = sign.down if sub is None else sign.down + max(0.17, 0.6 - low.up) + low.height
    return Extent(max(sign.width, low.width, high.width), up, down)


def _function(node: Function, level: int, display: bool) -> Extent:
    scale = SMALL[min(level, 2)]
    deep = 0.2 if any(one in _DESCENDING for one in node.name) else 0.01
    high = 0.69 if any(one in _TALL for one in node.name) else 0.45
    name = Extent(sum(_upright(one) for one in node.name) * scale, high * scale, deep * scale)
    named = _scripted(name, node.sub, node.sup, level) if node.beside else _limited(name, node.sub, node.sup, level)
    body = _size(node.body, level, display)
    air = 0.167 * scale if node.body != NOTHING and not isinstance(node.body, Fence) else 0.0
    return Extent(named.width + air + body.width, max(named.up, body.up), max(named.down, body.down))


def _root(node: Root, level: int, display: bool) -> Extent:
    scale = SMALL[min(level, 2)]
    body = _size(node.body, level, display)
    index = 0.0 if node.index is None else max(0.0, _size(node.index, 2, False).width - 0.4 * scale)
    gap, rule = (0.148 if display else 0.05) * scale, RULE * scale
    sign = _grown(body.height + gap + rule, scale, ROOTS)
    gap = max(gap, (sign - rule - body.height + gap) / 2)  # TeX's appendix G, rule 11.
    up = body.up + gap + rule
    return Extent(body.width + 0.83 * scale + index, up + rule, max(body.down, sign - up))


def _grown(height: float, scale: float, heights: tuple[float, ...]) -> float:
    """The height of a bracket or root around something: the next of those that the font has, or as high where none is."""
    return next((one * scale for one in heights if one * scale >= height), height)


def grown(node: Node, mark: str) -> float:
    """How high a bracket around something is that stands on a line of its own."""
    return _grown(_reach(size(node), 1.0), 1.0, BARS if mark in "|‖" else BRACKETS)


def _reach(body: Extent, scale: float) -> float:
    return 2 * max(body.up - AXIS * scale, body.down + AXIS * scale, 0.5 * scale) - SHORT * scale


def _fence(body: Extent, begin: str, end: str, scale: float) -> Extent:
    half = (_reach(body, scale) + SHORT * scale) / 2
    heights = BARS if {begin, end} <= {*"|‖.", ""} else BRACKETS
    high = _grown(_reach(body, scale), scale, heights)
    at = next((at for at, one in enumerate(heights) if one * scale >= high), -1)
    width = sum(BROADER.get(mark, BROADER["("])[at] * scale for mark in (begin, end) if mark)
    half = max(half, high / 2)
    return Extent(body.width + width, half + AXIS * scale, half - AXIS * scale)


def _brace(node: Brace, level: int, display: bool) -> Extent:
    body = _size(node.body, level, display)
    label = EMPTY if node.label is None else _size(node.label, level + 1, False)
    scale = SMALL[min(level, 2)]
    more = (0.2 if node.kind == "line" else 0.55 if node.kind == "brace" else 0.12) * scale + label.height
    width = max(body.width, label.width)
    if node.kind == "label" and isinstance(node.body, Symbol) and node.body.text in "→←":
        width = label.width + 1.0 * scale
    return Extent(width, body.up + more, body.down) if node.over else Extent(width, body.up, body.down + more)


def _grid(node: Grid, level: int, display: bool) -> Extent:
    aligned = node.kind == "aligned"
    inner, scale = level, SMALL[min(level, 2)]
    sizes = [[_size(cell, inner, display and aligned) for cell in cells] for cells in node.rows]
    columns = max(map(len, sizes))
    widths = [max((cells[at].width for cells in sizes if at < len(cells)), default=0.0) for at in range(columns)]
    gap = 0.0 if aligned else 1.0 * scale
    ups = [max(0.75 * scale if not aligned else 0.5 * scale, *(cell.up for cell in cells)) for cells in sizes]
    downs = [max((0.2 if aligned else 0.24) * scale, *(cell.down for cell in cells)) for cells in sizes]
    between = (0.65 if aligned else 0.2) * scale
    height = sum(ups) + sum(downs) + between * (len(sizes) - 1)
    relations = 0.278 * sum(1 for _ in range(columns // 2)) if aligned else 0.0
    whole = Extent(sum(widths) + gap * (columns - 1) + relations, height / 2 + AXIS * scale, height / 2 - AXIS * scale)
    return _fence(whole, node.open, node.close, scale) if node.open or node.close else whole
