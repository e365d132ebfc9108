"""LaTeX as people type it, read into a tree. What is not understood is told with its place; nothing is guessed.

Macros, files and definitions there are none, so a formula takes as long as it is long, and as deep as `DEEPEST`.
"""

import re

from deckmotor.math.dress import in_alphabet, with_scripts
from deckmotor.math.fold import fold
from deckmotor.math.symbols import (
    ACCENTS,
    ALPHABETS,
    BRACES,
    FENCES,
    FUNCTIONS,
    GRIDS,
    NARIES,
    REFUSED,
    SIGNS,
    SPACES,
    SYMBOLS,
    TEXTS,
    TYPED,
)
from deckmotor.math.tokens import FaultError as FaultError
from deckmotor.math.tokens import Token, partners, tokens_of
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
    Space,
    Symbol,
    Words,
    row,
)

LONGEST = 2_000
"""Characters of a formula: no slide shows so many."""

DEEPEST = 24
"""How deep brackets, fractions and braces may stand in each other."""

_SIZES = ("big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr", "middle")

_NEGATED = {"=": "≠", "∈": "∉", "≡": "≢", "∃": "∄", "⊂": "⊄", "⊆": "⊈", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∼": "≁",
            "≈": "≉", "∣": "∤", "∥": "∦"}  # fmt: skip


def parse(text: str) -> Node:
    """The tree of a formula. Raises `FaultError`."""
    if len(text) > LONGEST:
        raise FaultError("formula-too-long", 0, 1, length=f"{len(text):,}", most=f"{LONGEST:,}")
    reader = _Reader(text)
    found = reader.rows()
    if (rest := reader.peek()) is not None:
        raise FaultError("formula-unopened", rest.at, rest.end, name=rest.text)
    if not reader.said:
        raise FaultError("formula-ends", 0, max(len(text), 1))
    return found


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._tokens = tokens_of(text)
        self._text = text
        self._next = 0
        self._depth = 0
        self._partners = partners(self._tokens)
        self.said = bool(text.strip())

    def peek(self) -> Token | None:
        """The next token that is no blank."""
        while self._next < len(self._tokens) and self._tokens[self._next].text.isspace():
            self._next += 1
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _is(self, *texts: str) -> bool:
        token = self.peek()
        return token is not None and token.text in texts

    def _take(self) -> Token:
        token = self.peek()
        if token is None:
            raise FaultError("formula-ends", max(self._length - 1, 0), self._length)
        self._next += 1
        return token

    # Rows

    def rows(self) -> Node:
        """The whole formula: one line, or several (`\\\\`), which stand under each other."""
        rows = self._grid_rows()
        if len(rows) == 1 and len(rows[0]) == 1:
            return rows[0][0]
        return Grid(rows, kind="aligned")

    def _grid_rows(self) -> tuple[tuple[Node, ...], ...]:
        rows: list[tuple[Node, ...]] = []
        cells: list[Node] = []
        while True:
            cells.append(self._row())
            if self._is("&"):
                self._take()
            elif self._is("\\\\"):
                self._take()
                if self._is("["):
                    self._bracketed()
                rows.append(tuple(cells))
                cells = []
            else:
                break
        if len(cells) > 1 or cells[0] != NOTHING or not rows:
            rows.append(tuple(cells))
        return tuple(rows)

    def _row(self, until: int | None = None) -> Node:
        """Parts up to what ends them: a bracket of its own at token `until`, a closing brace, a new cell or row."""
        parts: list[Node] = []
        while (token := self.peek()) is not None and self._next != until:
            if token.text in ("}", "&", "\\\\", "\\right", "\\end"):
                break
            part = self._scripted()
            if isinstance(part, Row):
                parts += part.parts
            else:
                parts.append(part)
        return row(fold(parts))

    def _scripted(self) -> Node:
        """An atom with its indices and primes."""
        base = NOTHING if self._is("^", "_", "'") else self._atom()
        beside: bool | None = None
        while self._is("\\limits", "\\nolimits"):
            beside = self._take().text == "\\nolimits"
        sub: Node | None = None
        sup: Node | None = None
        while self._is("^", "_", "'"):
            token = self._take()
            if token.text == "'":
                primes = 1
                while self._is("'"):
                    self._take()
                    primes += 1
                prime = Symbol("′" * primes, "plain")
                sup = prime if sup is None else Row((sup, prime))
            elif token.text == "^":
                if isinstance(sup, Symbol) and sup.text.startswith("′"):
                    sup = Row((sup, self._argument()))
                elif sup is not None:
                    raise FaultError("formula-twice", token.at, token.end, name="^")
                else:
                    sup = self._argument()
            elif sub is not None:
                raise FaultError("formula-twice", token.at, token.end, name="_")
            else:
                sub = self._argument()
        return with_scripts(base, sub, sup, beside)

    # Atoms

    def _argument(self) -> Node:
        """What belongs to a command or a script: a group in braces, or one character."""
        token = self.peek()
        if token is None or token.text in ("}", "&", "\\\\", "^", "_"):
            at = self._length - 1 if token is None else token.at
            raise FaultError("formula-ends" if token is None else "formula-lacks", max(at, 0), max(at, 0) + 1)
        if token.text[0].isdigit() and len(token.text) > 1:  # `x^23` is x², and a 3.
            self._tokens[self._next] = Token(token.text[1:], token.at + 1)
            return Symbol(token.text[0], "digit")
        return self._atom()

    def _group(self, opened: Token) -> Node:
        """Up to the brace that closes it."""
        found = self._row()
        if not self._is("}"):
            self._unclosed(opened)
        self._take()
        return found

    def _unclosed(self, opened: Token) -> None:
        found = self.peek()
        if found is None or found.text in ("\\right", "\\end", "&", "\\\\", "}"):
            raise FaultError("formula-unclosed", opened.at, opened.end, name=opened.text)

    def _atom(self) -> Node:
        token = self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            raise FaultError("formula-deep", token.at, token.end, most=str(DEEPEST))
        try:
            return self._atom_of(token)
        finally:
            self._depth -= 1

    def _atom_of(self, token: Token) -> Node:
        text = token.text
        if text == "{":
            return self._group(token)
        if (end := self._partners.get(self._next - 1)) is not None:
            return self._paired(token, end)
        if text[0] == "\\":
            return self._command(token, text[1:])
        if text[0].isdigit():
            return Symbol(text.replace("{,}", ","), "digit")
        if text == "~":
            return Space(SPACES["~"])
        if text in TYPED:
            return Symbol(*TYPED[text])
        if text.isalpha():
            return Symbol(text, "upright" if text in "ΓΔΘΛΞΠΣΥΦΨΩ" else "letter")
        raise FaultError("formula-character", token.at, token.end, name=text)

    def _paired(self, opened: Token, end: int) -> Node:
        body = self._row(until=end)
        if self._next != end:
            self._unclosed(opened)
        closed = self._take()
        return Fence(FENCES[opened.text], FENCES[closed.text], body)

    def _command(self, token: Token, name: str) -> Node:
        if name in SYMBOLS:
            text, sort = SYMBOLS[name]
            return Symbol(text, sort)
        if name in FUNCTIONS:
            shown = {"limsup": "lim sup", "liminf": "lim inf", "argmax": "arg max", "argmin": "arg min"}.get(name, name)
            return Function(shown, None, None, NOTHING, FUNCTIONS[name])
        if name in NARIES:
            return Nary(SIGNS[name], None, None, NOTHING, NARIES[name])
        if name in SPACES:
            return Space(SPACES[name])
        if token.text in FENCES:
            return Symbol(FENCES[token.text], "plain")
        if name in ACCENTS:
            return Accent(name, self._argument())
        if name in ALPHABETS:
            return self._alphabet(ALPHABETS[name])
        if name in TEXTS:
            return Words(self._raw(token))
        return self._structure(token, name)

    def _structure(self, token: Token, name: str) -> Node:
        match name:
            case "frac" | "dfrac" | "tfrac" | "cfrac":
                return Fraction(self._argument(), self._argument())
            case "binom" | "dbinom" | "tbinom":
                return Fence("(", ")", Fraction(self._argument(), self._argument(), bar=False))
            case "sqrt":
                index = self._bracketed() if self._is("[") else None
                return Root(self._argument(), index)
            case "overline" | "underline" | "overbrace" | "underbrace":
                kind, over = BRACES[name]
                return Brace("line" if kind == "line" else "brace", over, self._argument())
            case "overset" | "stackrel" | "underset":
                label = self._argument()
                return Brace("label", name != "underset", self._argument(), label)
            case "xrightarrow" | "xleftarrow":
                below = self._bracketed() if self._is("[") else None
                arrow: Node = Symbol("→" if name == "xrightarrow" else "←", "rel")
                arrow = Brace("label", True, arrow, self._argument())
                return arrow if below is None else Brace("label", False, arrow, below)
            case "left":
                return self._left(token)
            case "begin":
                return self._environment(token)
            case "substack":
                return self._substack(token)
            case "not":
                return self._not(token)
            case "pmod":
                return Row((Space(333), Fence("(", ")", Row((Words("mod "), self._argument())))))
            case "bmod" | "mod":
                return Row((Space(222), Words("mod"), Space(222)))
            case "displaystyle" | "textstyle":
                return NOTHING
            case size if size in _SIZES:
                return self._sized()
            case _:
                raise self._unknown(token, name)

    def _unknown(self, token: Token, name: str) -> FaultError:
        if name in REFUSED:
            return FaultError("formula-refused", token.at, token.end, name=token.text, instead=REFUSED[name])
        return FaultError("formula-unknown", token.at, token.end, name=token.text)

    def _bracketed(self) -> Node:
        """What an option in `[…]` says."""
        opened = self._take()
        end = self._partners.get(self._next - 1)
        if end is None:
            raise FaultError("formula-unclosed", opened.at, opened.end, name="[")
        found = self._row(until=end)
        self._take()
        return found

    def _sized(self) -> Node:
        """`\\big(`: brackets grow by themselves."""
        token = self.peek()
        if token is None or token.text not in FENCES:
            raise FaultError("formula-lacks", token.at if token else self._length - 1, token.end if token else self._length)
        return self._atom()

    def _fence(self, opened: Token) -> str:
        token = self._take()
        if token.text not in FENCES:
            raise FaultError("formula-bracket", token.at, token.end, name=token.text, after=opened.text)
        return FENCES[token.text]

    def _left(self, opened: Token) -> Node:
        begin = self._fence(opened)
        rows = self._grid_rows()
        body = rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else Grid(rows)
        if not self._is("\\right"):
            raise FaultError("formula-unclosed", opened.at, opened.end, name="\\left")
        return Fence(begin, self._fence(self._take()), body)

    def _environment(self, opened: Token) -> Node:
        name = self._raw(opened)
        if name not in GRIDS:
            raise FaultError("formula-environment", opened.at, self._tokens[self._next - 1].end, name=name)
        if name == "array" and self._is("{"):
            self._raw(self._tokens[self._next])
        rows = self._grid_rows()
        if not self._is("\\end"):
            raise FaultError("formula-unclosed", opened.at, opened.end, name=f"\\begin{{{name}}}")
        ended = self._take()
        if (other := self._raw(ended)) != name:
            raise FaultError("formula-ended", ended.at, ended.end, name=other, expected=name)
        begin, end = GRIDS[name]
        aligned = name in ("aligned", "align", "align*", "split", "gathered")
        return Grid(rows, begin, end, "cases" if name == "cases" else "aligned" if aligned else "matrix")

    def _substack(self, opened: Token) -> Node:
        if not self._is("{"):
            raise FaultError("formula-lacks", opened.at, opened.end)
        brace = self._take()
        rows = self._grid_rows()
        if not self._is("}"):
            self._unclosed(brace)
        self._take()
        return Grid(rows)

    def _not(self, opened: Token) -> Node:
        found = self._argument()
        if isinstance(found, Symbol) and found.text in _NEGATED:
            return Symbol(_NEGATED[found.text], found.sort)
        raise FaultError("formula-not", opened.at, opened.end)

    def _raw(self, command: Token) -> str:
        """The characters of a group, as they are."""
        if not self._is("{"):
            raise FaultError("formula-lacks", command.at, command.end)
        opened = self._take()
        depth, first = 1, opened.end
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            depth += {"{": 1, "}": -1}.get(token.text, 0)
            if not depth:
                return re.sub(r"\\([%$&#_{}])", r"\1", self._text[first : token.at])
        raise FaultError("formula-unclosed", opened.at, opened.end, name="{")

    def _alphabet(self, alphabet: str) -> Node:
        return in_alphabet(self._argument(), alphabet)
