"""A formula in words, for those who hear it; and on one line of characters, for programs that show no formulas."""

import re
from collections.abc import Mapping

from deckmotor.math.mathml import letters
from deckmotor.math.spoken import spoken
from deckmotor.math.symbols import ACCENTS
from deckmotor.math.tree import (
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

_AFTER_END = re.compile(r", ?(?=$|[,;.:?!)\]}⟩|‖⌋⌉])")
"""The comma after what is said where a part ends, where nothing follows it or a sign that parts by itself."""


def words(node: Node, language: str) -> str:
    """A formula in the words of a language; in one that we do not know on one line of characters."""
    known = spoken(language)
    return plain(node) if known is None else _AFTER_END.sub("", " ".join(_said(node, known).split()))


def _said(node: Node, known: Mapping[str, str]) -> str:
    def say(part: Node) -> str:
        return _said(part, known)

    match node:
        case Row():
            return " ".join(map(say, node.parts))
        case Symbol():
            return known.get(node.text, node.text)
        case Words():
            return node.text
        case Space():
            return ""
        case Fraction():
            ended = "" if _short(node.above) and _short(node.below) else f", {known['end']},"
            return known["bar" if node.bar else "binomial"].format(say(node.above), say(node.below)) + ended
        case Root():
            ended = "" if _short(node.body) else f", {known['end']},"
            match node.index:
                case None:
                    return known["root"].format(say(node.body)) + ended
                case Symbol(text="3"):
                    return known["cube-root"].format(say(node.body)) + ended
                case index:
                    return known["roots"].format(say(index), say(node.body)) + ended
        case Script():
            return _script(say(node.base), node.sub, node.sup, known)
        case Nary():
            return _limited(known.get(node.sign, node.sign), node, known)
        case Function():
            return _limited(known.get(node.name, node.name), node, known)
        case Fence():
            if isinstance(node.body, Fraction) and not node.body.bar:
                return say(node.body)
            return known["abs"].format(say(node.body)) if node.open == "|" else f"{node.open}{say(node.body)}{node.close}"
        case Accent():
            name = {"bar": "bar-mark", "widehat": "hat", "widetilde": "tilde"}.get(node.name, node.name)
            return known["accent"].format(say(node.body), known.get(name, name))
        case Brace():
            body = say(node.body)
            if node.kind == "line":
                return known["line"].format(body, known["above" if node.over else "below"])
            return body if node.label is None else known["label"].format(body, say(node.label))
        case Grid():
            return _said_grid(node, known)


def _said_grid(node: Grid, known: Mapping[str, str]) -> str:
    between = " " if node.kind == "aligned" else ", "
    lines = [between.join(filter(None, (_said(cell, known) for cell in cells))) for cells in node.rows]
    if node.kind != "matrix":
        return known["cases"].format("; ".join(lines)) if node.kind == "cases" else "; ".join(lines)
    rows = "; ".join(known["row"].format(number, line) for number, line in enumerate(lines, 1))
    return known["matrix"].format(len(lines), rows)


def _short(node: Node) -> bool:
    """Whether it is plain where something ends that is said."""
    return isinstance(node, Symbol | Words) or (isinstance(node, Row) and len(node.parts) <= 2) or isinstance(node, Script)


def _script(base: str, sub: Node | None, sup: Node | None, known: Mapping[str, str]) -> str:
    if sub is not None:
        base = known["sub"].format(base, _said(sub, known))
    match sup:
        case None:
            return base
        case Symbol(text="2"):
            return known["squared"].format(base)
        case Symbol(text="3"):
            return known["cubed"].format(base)
        case Symbol(text=text) if text.startswith("′"):
            return known["prime"].format(base)
        case _:
            return known["sup"].format(base, _said(sup, known))


def _limited(name: str, node: Nary | Function, known: Mapping[str, str]) -> str:
    """The name, from where to where, and of what."""
    if isinstance(node, Function) and node.beside:
        return f"{_script(name, node.sub, node.sup, known)} {_said(node.body, known)}"
    parts = [name]
    if node.sub is not None:
        parts.append(known["from" if node.sup is not None else "under"].format(_said(node.sub, known)))
    if node.sup is not None:
        parts.append(known["to"].format(_said(node.sup, known)))
    said = _said(node.body, known)
    return " ".join([*parts, *([known["of"].format(said)] if said else [])])


# On one line


def plain(node: Node) -> str:
    """A formula as characters on one line, as people type it in a letter: `(a + b)/2`, `x²`."""
    return " ".join(_plain(node).split())


def _plain(node: Node) -> str:
    match node:
        case Row():
            return "".join(map(_plain, node.parts))
        case Symbol():
            return _typed(node)
        case Words():
            return node.text
        case Space():
            return " " if node.width >= 200 else ""
        case Fraction():
            return f"{_grouped(node.above)}{'/' if node.bar else ' ¦ '}{_grouped(node.below)}"
        case Root():
            return f"{'' if node.index is None else _plain(node.index)}√{_grouped(node.body)}"
        case Script():
            return _plain(node.base) + _scripts(node.sub, node.sup)
        case Nary():
            return f"{node.sign}{_scripts(node.sub, node.sup)} {_plain(node.body)}"
        case Function():
            return f"{node.name}{_scripts(node.sub, node.sup)} {_plain(node.body)}"
        case Fence():
            return f"{node.open}{_plain(node.body)}{node.close}"
        case Accent():
            return _plain(node.body) + (ACCENTS[node.name] if isinstance(node.body, Symbol) else "")
        case Brace():
            return _plain(node.body) + ("" if node.label is None else f" ({_plain(node.label)})")
        case Grid():
            return _plain_grid(node)


def _plain_grid(node: Grid) -> str:
    between, beside = {"matrix": ("; ", ", "), "cases": ("; ", ", "), "aligned": ("; ", " ")}[node.kind]
    rows = between.join(beside.join(filter(None, map(_plain, cells))) for cells in node.rows)
    bare = node.kind == "matrix" and not node.open
    return f"[{rows}]" if bare else f"{node.open}{rows}{node.close}"


def _typed(node: Symbol) -> str:
    text = letters(node.text, node.alphabet) if node.alphabet else node.text
    return f" {text} " if node.sort in ("rel", "bin") else f"{text} " if node.sort == "punct" else text


_HIGH = str.maketrans("0123456789−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻ⁿ")
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def _scripts(sub: Node | None, sup: Node | None) -> str:
    made = ""
    for mark, part, table in (("_", sub, _LOW), ("^", sup, _HIGH)):
        if part is not None:
            text = _plain(part).strip()
            small = all(ord(character) in table for character in text)
            made += text.translate(table) if small else text if text.startswith("′") else f"{mark}{_grouped(part)}"
    return made


def _grouped(node: Node) -> str:
    text = _plain(node).strip()
    return text if len(text) <= 1 or isinstance(node, Symbol | Fence | Script | Words) else f"({text})"
