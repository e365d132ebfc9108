"""What a part of a formula becomes by what is typed around it: scripts, and another alphabet."""

from deckmotor.math.tree import NOTHING, Brace, Function, Nary, Node, Row, Script, Symbol


def with_scripts(base: Node, sub: Node | None, sup: Node | None, beside: bool | None) -> Node:
    """A base with its scripts: those of a sum, a function and a brace are theirs. `beside` is None where nothing says so."""
    match base:
        case Nary():
            return Nary(base.sign, sub, sup, NOTHING, base.beside if beside is None else beside)
        case Function():
            return Function(base.name, sub, sup, NOTHING, base.beside if beside is None else beside)
        case Brace(kind="brace") if base.label is None and (sub is None) != (sup is None):
            return Brace("brace", base.over, base.body, sup if base.over else sub)
        case _:
            return base if sub is None and sup is None else Script(base, sub, sup)


def in_alphabet(node: Node, alphabet: str) -> Node:
    """The same with its letters and digits in another alphabet."""
    match node:
        case Symbol(sort="letter" | "digit" | "upright"):
            upright = alphabet in ("rm", "op", "bb", "bf")
            name = alphabet if alphabet in ("bb", "bf", "cal", "frak") else ""
            return Symbol(node.text, "upright" if upright and node.sort == "letter" else node.sort, name)
        case Row() if alphabet in ("rm", "op") and all(isinstance(part, Symbol) for part in node.parts):
            texts = "".join(part.text for part in node.parts if isinstance(part, Symbol))
            if alphabet == "op":
                return Function(texts.replace("−", "-"), None, None, NOTHING, True)
            return Row(tuple(in_alphabet(part, alphabet) for part in node.parts))
        case Row():
            return Row(tuple(in_alphabet(part, alphabet) for part in node.parts))
        case Script():
            sub = None if node.sub is None else in_alphabet(node.sub, alphabet)
            sup = None if node.sup is None else in_alphabet(node.sup, alphabet)
            return Script(in_alphabet(node.base, alphabet), sub, sup)
        case _:
            return node
