"""Formulas as browsers read them: MathML Core."""

from xml.sax.saxutils import escape

from msgspec.structs import replace

from deckmotor.math.size import grown, size
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

NO_BREAK = "\u00a0"
"""A space that MathML keeps."""

RAISED = ' style="padding-bottom:.1em"'
"""What keeps a mark off its letter."""

LINES = {True: "border-top:.04em solid;padding-top:.12em", False: "border-bottom:.04em solid;padding-bottom:.12em"}
"""Lines over and under something. Signs of lines grow in no browser alike."""

BARS = "|‖"
BESIDE = '<mspace width=".7em"/>'
"""So much further than its label goes an arrow, on each side: at the size of labels."""
AIRY = ' lspace=".11em" rspace=".11em"'
"""Air around bars: those that have grown have hardly any of their own."""

PLAIN = 1.1
"""Ems that a bracket embraces as it is typed. Chromium leaves one that may grow the room of its widest form."""

SPACED, CLOSE = '<mo stretchy="false">', '<mo stretchy="false" lspace="0" rspace="0">'
"""A sign with the room that browsers know for it, and without any: so stands `i = 1` below a sum, as in PDF and PowerPoint."""

_MARKS = {"hat": "ˆ", "widehat": "^", "vec": "→", "dot": "˙", "ddot": "¨", "tilde": "˜", "widetilde": "~", "acute": "´",
          "grave": "`", "breve": "˘", "check": "ˇ", "mathring": "˚"}  # fmt: skip
_LOOKS = {"vec": ' style="font-size:.53em"', "dot": RAISED, "ddot": RAISED}
"""An arrow is as long as a letter is wide."""

_FIRST = {"bb": (0x1D538, 0x1D552, 0x1D7D8), "bf": (0x1D400, 0x1D41A, 0x1D7CE), "cal": (0x1D49C, 0x1D4B6, 0),
          "frak": (0x1D504, 0x1D51E, 0)}  # fmt: skip
"""Where an alphabet's capitals, small letters and digits begin in Unicode."""

_ELSEWHERE = {"bb": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)), "cal": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
              "frak": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True))}  # fmt: skip
"""Letters that were in Unicode before."""


def mathml(node: Node) -> str:
    """What stands in a `math` element."""
    match node:
        case Row():
            return f"<mrow>{''.join(map(mathml, node.parts))}</mrow>"
        case Symbol():
            return _symbol(node)
        case Words():
            return f"<mtext>{escape(node.text.replace(' ', NO_BREAK))}</mtext>"
        case Space():
            return f'<mspace width="{node.width / 1000:g}em"/>'
        case Fraction():
            bar = "" if node.bar else ' linethickness="0"'
            return f"<mfrac{bar}>{mathml(node.above)}{mathml(node.below)}</mfrac>"
        case Root():
            if node.index is None:
                return f"<msqrt>{mathml(node.body)}</msqrt>"
            return f"<mroot>{mathml(node.body)}{mathml(node.index)}</mroot>"
        case Script(sub=None, sup=Symbol(text=text)) if not text.strip("′"):
            return f"<mrow>{mathml(node.base)}{''.join(f'{CLOSE}{prime}</mo>' for prime in text)}</mrow>"
        case Script():
            return _attached(mathml(node.base), node.sub, node.sup, beside=True)
        case Nary():
            sign = f'<mo largeop="true" movablelimits="false">{node.sign}</mo>'
            limits = _attached(sign, node.sub, node.sup, beside=node.beside)
            return f"<mrow>{limits}{mathml(node.body)}</mrow>"
        case Function():
            name = f'<mo lspace="0.1667em" rspace="0.1667em" movablelimits="false">{escape(node.name)}</mo>'
            return f"<mrow>{_attached(name, node.sub, node.sup, beside=node.beside)}{mathml(node.body)}</mrow>"
        case Fence():
            return f"<mrow>{_bracket(node.open, node.body)}{mathml(node.body)}{_bracket(node.close, node.body)}</mrow>"
        case Accent():
            return _accent(node)
        case Brace():
            return _brace(node)
        case Grid():
            return _grid(node)


def letters(text: str, alphabet: str) -> str:
    """Letters in another alphabet of Unicode."""
    return "".join(_letter(character, alphabet) for character in text)


def _letter(character: str, alphabet: str) -> str:
    if (known := _ELSEWHERE.get(alphabet, {}).get(character)) is not None:
        return known
    capitals, smalls, digits = _FIRST[alphabet]
    for first, begin, end in ((capitals, "A", "Z"), (smalls, "a", "z"), (digits, "0", "9")):
        if first and begin <= character <= end:
            return chr(first + ord(character) - ord(begin))
    return character


def _symbol(node: Symbol) -> str:
    if node.alphabet:
        return f'<mi mathvariant="normal">{escape(letters(node.text, node.alphabet))}</mi>'
    text = escape(node.text)
    match node.sort:
        case "letter":
            return f"<mi>{text}</mi>"
        case "digit":
            return f"<mn>{text}</mn>"
        case "upright":
            return f'<mi mathvariant="normal">{text}</mi>'
        case "plain":
            return f"{CLOSE}{text}</mo>"
        case _:
            return f"{SPACED}{text}</mo>"


def _attached(base: str, sub: Node | None, sup: Node | None, *, beside: bool) -> str:
    low, high = ("sub", "sup") if beside else ("under", "over")
    name = (low if sub is not None else "") + (high if sup is not None else "")
    inside = "".join(mathml(part) for part in (sub, sup) if part is not None).replace(SPACED, CLOSE)
    return f"<m{name}>{base}{inside}</m{name}>" if name else base


def _bracket(text: str, body: Node) -> str:
    """A bracket as high as what stands in it, and no higher than in PDF: Chromium takes the next that covers all of it."""
    if not text:
        return ""
    if not isinstance(body, Grid) and size(body).height <= PLAIN:
        return f'<mo stretchy="false" fence="true">{text}</mo>'
    most = f'maxsize="{grown(body, text) - 0.01:.2f}em"{AIRY if text in BARS else ""}'
    return f'<mo stretchy="true" fence="true" {most}>{text}</mo>'


def _accent(node: Accent) -> str:
    body = mathml(node.body)
    if node.name == "bar":
        return _lined(body, over=True)
    stretchy = "true" if node.name.startswith("wide") else "false"
    mark = f'<mo stretchy="{stretchy}"{_LOOKS.get(node.name, "")}>{escape(_MARKS[node.name])}</mo>'
    return f'<mover accent="true">{body}{mark}</mover>'


def _lined(body: str, *, over: bool) -> str:
    return f'<mrow style="{LINES[over]}">{body}</mrow>'


def _brace(node: Brace) -> str:
    name = "mover" if node.over else "munder"
    body = mathml(node.body)
    if node.kind == "line":
        return _lined(body, over=node.over)
    label = "" if node.label is None else mathml(node.label)
    if node.kind == "brace":
        body = f'<{name}>{body}<mo stretchy="true">{"⏞" if node.over else "⏟"}</mo></{name}>'
    elif isinstance(node.body, Symbol) and node.body.text in "→←":
        body, label = f'<mo stretchy="true">{node.body.text}</mo>', f"<mrow>{BESIDE}{label}{BESIDE}</mrow>"
    return f"<{name}>{body}{label}</{name}>" if label else body


def _grid(node: Grid) -> str:
    aligns = {"cases": ("left",), "aligned": ("right", "left")}.get(node.kind, ("center",))
    rows = []
    for cells in node.rows:
        made = (_cell(cell, aligns[number % len(aligns)], node.kind) for number, cell in enumerate(cells))
        rows.append(f"<mtr>{''.join(made)}</mtr>")
    bare = replace(node, open="", close="")
    return f"<mrow>{_bracket(node.open, bare)}<mtable>{''.join(rows)}</mtable>{_bracket(node.close, bare)}</mrow>"


def _cell(cell: Node, align: str, kind: str) -> str:
    padded = ";padding:.68ex 0" if kind == "aligned" else ""
    body = mathml(cell)
    body = f'<mstyle displaystyle="true">{body}</mstyle>' if kind == "aligned" else f"<mrow>{body}</mrow>"
    # Chromium and Safari place what stands in a cell as a whole, which only their own word aligns.
    aligned = f"text-align:{align};text-align:-webkit-{align}"
    return f'<mtd style="{aligned}{padded}">{body}</mtd>'
