"""Formulas as typst's maths writes them. Every character is written as one, and escaped where typst would read it."""

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

_ESCAPED = {character: f"\\{character}" for character in "\\#$&_^\"/(){}[];,:|*~@<>'`.!?-+="}

_ACCENTS = {"vec": "arrow", "bar": "macron", "widehat": "hat", "widetilde": "tilde", "ddot": "dot.double", "check": "caron",
            "mathring": "circle"}  # fmt: skip
"""Names that typst has for accents, where they are others."""


def typst(node: Node) -> str:
    """What stands between the dollar signs of an equation."""
    match node:
        case Row():
            return " ".join(map(typst, node.parts))
        case Symbol():
            return _symbol(node)
        case Words():
            return _literal(node.text)
        case Space():
            return f"#h({node.width / 1000:g}em)"
        case Fraction():
            if node.bar:
                return f"frac({_part(node.above)}, {_part(node.below)})"
            return f"mat(delim: #none, {_part(node.above)}; {_part(node.below)})"
        case Root():
            return f"sqrt({_part(node.body)})" if node.index is None else f"root({_part(node.index)}, {_part(node.body)})"
        case Script():
            return _attached(_part(node.base), node.sub, node.sup, beside=True)
        case Nary():
            return f"{_attached(node.sign, node.sub, node.sup, beside=node.beside)} {typst(node.body)}"
        case Function():
            name = _attached(f"op({_literal(node.name)})", node.sub, node.sup, beside=node.beside)
            return f"{name} {typst(node.body)}"
        case Fence():
            return f"lr({_bracket(node.open)} {typst(node.body)} {_bracket(node.close)})"
        case Accent():
            if node.name == "bar":
                return f"overline({_part(node.body)})"
            return f"accent({_part(node.body)}, {_ACCENTS.get(node.name, node.name)})"
        case Brace():
            return _brace(node)
        case Grid():
            return _grid(node)


def _literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _part(node: Node) -> str:
    """An argument; one that says nothing is an empty text."""
    return typst(node) if node != NOTHING else '""'


def _symbol(node: Symbol) -> str:
    text = "".join(_ESCAPED.get(character, character) for character in node.text)
    if node.sort == "digit":
        text = _literal(node.text)
    if node.alphabet:
        return f"upright(bold({text}))" if node.alphabet == "bf" else f"{node.alphabet}({text})"
    return f"upright({text})" if node.sort == "upright" and node.text.isalpha() else text


def _attached(base: str, sub: Node | None, sup: Node | None, *, beside: bool) -> str:
    """Something with what stands at it: at its right, or below and above it."""
    if sub is None and sup is None:
        return base
    how = "scripts" if beside else "limits"
    below = "" if sub is None else f", b: {_part(sub)}"
    above = "" if sup is None else f", t: {_part(sup)}"
    return f"attach({how}({base}){below}{above})"


def _bracket(text: str) -> str:
    return "".join(_ESCAPED.get(character, character) for character in text)


def _brace(node: Brace) -> str:
    side = "over" if node.over else "under"
    if node.kind == "line":
        return f"{side}line({_part(node.body)})"
    if node.kind == "brace":
        label = "" if node.label is None else f", {_part(node.label)}"
        return f"{side}brace({_part(node.body)}{label})"
    body = _part(node.body)
    if isinstance(node.body, Symbol) and node.body.text in "→←":
        body = f"stretch({body}, size: #(100% + 1em))"
    elif isinstance(node.body, Symbol) and node.body.sort == "rel":
        return f'class("relation", attach(limits({body}), {"t" if node.over else "b"}: {_part(node.label or NOTHING)}))'
    return f"attach(limits({body}), {'t' if node.over else 'b'}: {_part(node.label or NOTHING)})"


def _grid(node: Grid) -> str:
    if node.kind == "aligned":
        lines = " \\ ".join(" & ".join(map(typst, cells)) for cells in node.rows)
        return f"#box($ {lines} $)" if lines else '""'
    width = max(len(cells) for cells in node.rows)
    filled = [(*cells, *[NOTHING] * (width - len(cells))) for cells in node.rows]
    rows = "; ".join(", ".join(map(_part, cells)) for cells in filled)
    align = "left" if node.kind == "cases" else "center"
    made = f"mat(delim: #none, align: #{align}, column-gap: #1em, {rows})"
    return f"lr({_bracket(node.open)} {made} {_bracket(node.close)})" if node.open or node.close else made
