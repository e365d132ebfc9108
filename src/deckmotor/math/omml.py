"""Formulas as Office writes them (ECMA-376 part 1, 22.1). Their runs have empty `a:rPr`, which the exporter gives its looks."""

from xml.sax.saxutils import escape

from deckmotor.math.symbols import ACCENTS
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

UPRIGHT, SLANTED = "<a:rPr/>", '<a:rPr i="1"/>'
"""Properties of runs, to be filled."""

_SCRIPTS = {"bb": "double-struck", "cal": "script", "frak": "fraktur"}

_SPACES = ((1000, "\u2003"), (500, "\u2002"), (278, "\u2004"), (200, "\u2005"), (100, "\u2009"))
"""Spaces of Unicode, from their width in thousandths of the size on."""


def omml(node: Node) -> str:
    """What stands in an `m:oMath`."""
    match node:
        case Row():
            return "".join(map(omml, node.parts))
        case Symbol():
            return _symbol(node)
        case Words():
            return f'<m:r><m:rPr><m:nor/></m:rPr>{UPRIGHT}<m:t xml:space="preserve">{escape(node.text)}</m:t></m:r>'
        case Space():
            return _upright(_spaces(node.width)) if node.width > 0 else ""
        case Fraction():
            bar = "" if node.bar else '<m:fPr><m:type m:val="noBar"/></m:fPr>'
            return f"<m:f>{bar}{_in('num', node.above)}{_in('den', node.below)}</m:f>"
        case Root():
            hidden = '<m:radPr><m:degHide m:val="1"/></m:radPr>' if node.index is None else ""
            return f"<m:rad>{hidden}{_in('deg', node.index or NOTHING)}{_in('e', node.body)}</m:rad>"
        case Script():
            return _script(node)
        case Nary():
            return _nary(node)
        case Function():
            return _function(node)
        case Fence():
            return _fence(node.open, node.close, _in("e", node.body))
        case Accent():
            mark = f'<m:accPr><m:chr m:val="{ACCENTS[node.name]}"/></m:accPr>'
            return f"<m:acc>{mark}{_in('e', node.body)}</m:acc>"
        case Brace():
            return _brace(node)
        case Grid():
            return _grid(node)


def _in(name: str, node: Node) -> str:
    inside = omml(node)
    return f"<m:{name}>{inside}</m:{name}>" if inside else f"<m:{name}/>"


def _symbol(node: Symbol) -> str:
    style = ""
    if node.alphabet in _SCRIPTS:
        style = f'<m:rPr><m:scr m:val="{_SCRIPTS[node.alphabet]}"/><m:sty m:val="p"/></m:rPr>'
    elif node.alphabet == "bf":
        style = '<m:rPr><m:sty m:val="b"/></m:rPr>'
    elif node.sort == "letter":
        return f"<m:r>{SLANTED}<m:t>{escape(node.text)}</m:t></m:r>"
    return f"<m:r>{style}{UPRIGHT}<m:t>{escape(node.text)}</m:t></m:r>" if style else _upright(node.text)


def _upright(text: str) -> str:
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f'<m:r><m:rPr><m:sty m:val="p"/></m:rPr>{UPRIGHT}<m:t{kept}>{escape(text)}</m:t></m:r>'


def _spaces(width: int) -> str:
    made = ""
    for each, character in _SPACES:
        while width >= each:
            made += character
            width -= each
    return made


def _script(node: Script) -> str:
    if node.sub is None and node.sup is not None:
        return f"<m:sSup>{_in('e', node.base)}{_in('sup', node.sup)}</m:sSup>"
    if node.sup is None and node.sub is not None:
        return f"<m:sSub>{_in('e', node.base)}{_in('sub', node.sub)}</m:sSub>"
    sub, sup = node.sub or NOTHING, node.sup or NOTHING
    return f"<m:sSubSup>{_in('e', node.base)}{_in('sub', sub)}{_in('sup', sup)}</m:sSubSup>"


def _nary(node: Nary) -> str:
    hidden = "".join(f'<m:{name}Hide m:val="1"/>' for name, limit in (("sub", node.sub), ("sup", node.sup)) if limit is None)
    place = "subSup" if node.beside else "undOvr"
    looks = f'<m:naryPr><m:chr m:val="{node.sign}"/><m:limLoc m:val="{place}"/>{hidden}</m:naryPr>'
    limits = f"{_in('sub', node.sub or NOTHING)}{_in('sup', node.sup or NOTHING)}"
    return f"<m:nary>{looks}{limits}{_in('e', node.body)}</m:nary>"


def _function(node: Function) -> str:
    named = _named(node, _upright(node.name))
    return named if node.body == NOTHING else f"<m:func><m:fName>{named}</m:fName>{_in('e', node.body)}</m:func>"


def _named(node: Function, name: str) -> str:
    """The name of a function with what is written at it."""
    if node.beside:
        if node.sub is None and node.sup is None:
            return name
        tags = [("sub", node.sub), ("sup", node.sup)]
        inside = "".join(_in(tag, part) for tag, part in tags if part is not None)
        kind = "s" + "".join(tag.capitalize() for tag, part in tags if part is not None)
        return f"<m:{kind}><m:e>{name}</m:e>{inside}</m:{kind}>"
    if node.sub is not None:
        name = f"<m:limLow><m:e>{name}</m:e>{_in('lim', node.sub)}</m:limLow>"
    return name if node.sup is None else f"<m:limUpp><m:e>{name}</m:e>{_in('lim', node.sup)}</m:limUpp>"


def _fence(begin: str, end: str, inside: str) -> str:
    if (begin, end) == ("(", ")"):
        return f"<m:d>{inside}</m:d>"
    looks = f'<m:dPr><m:begChr m:val="{begin}"/><m:endChr m:val="{end}"/></m:dPr>'
    return f"<m:d>{looks}{inside}</m:d>"


def _brace(node: Brace) -> str:
    kind = "limUpp" if node.over else "limLow"
    if node.kind == "line":
        return f'<m:bar><m:barPr><m:pos m:val="{"top" if node.over else "bot"}"/></m:barPr>{_in("e", node.body)}</m:bar>'
    made = omml(node.body)
    if node.kind == "brace":
        place, other = ("top", "bot") if node.over else ("bot", "top")
        looks = f'<m:chr m:val="{"⏞" if node.over else "⏟"}"/><m:pos m:val="{place}"/><m:vertJc m:val="{other}"/>'
        made = f"<m:groupChr><m:groupChrPr>{looks}</m:groupChrPr>{_in('e', node.body)}</m:groupChr>"
    return made if node.label is None else f"<m:{kind}><m:e>{made}</m:e>{_in('lim', node.label)}</m:{kind}>"


def _grid(node: Grid) -> str:
    if node.kind == "aligned":
        lines = ("".join((omml(cells[0]), *(_aligned(omml(cell)) for cell in cells[1:]))) for cells in node.rows)
        return f"<m:eqArr>{''.join(f'<m:e>{line}</m:e>' for line in lines)}</m:eqArr>"
    width = max(len(cells) for cells in node.rows)
    side = "left" if node.kind == "cases" else "center"
    columns = f'<m:mcs><m:mc><m:mcPr><m:count m:val="{width}"/><m:mcJc m:val="{side}"/></m:mcPr></m:mc></m:mcs>'
    filled = [(*cells, *[NOTHING] * (width - len(cells))) for cells in node.rows]
    rows = "".join(f"<m:mr>{''.join(_in('e', cell) for cell in cells)}</m:mr>" for cells in filled)
    made = f"<m:m><m:mPr>{columns}</m:mPr>{rows}</m:m>"
    return _fence(node.open, node.close, f"<m:e>{made}</m:e>") if node.open or node.close else made


def _aligned(inside: str) -> str:
    """A cell that stands below the one above it (`m:aln`, 22.1.2.3). Text of no width marks the place: LibreOffice reads no
    line that begins with a relation."""
    return f"<m:r><m:rPr><m:nor/><m:aln/></m:rPr>{UPRIGHT}<m:t>\u200b</m:t></m:r>{inside}"
