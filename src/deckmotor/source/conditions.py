"""Conditions: `politiker`, `${county} == "Norrbottens län"`, `not (${population} > 20000 or larcentrum)`.

A small closed language: names of audiences, comparisons of variables with texts and numbers, `and`, `or`, `not`, parentheses.

    either := both ("or" both)*        both := part ("and" part)*
    part   := "not" part | "(" either ")" | value [sign value]
    value  := "${" variable "}" | "text" | number | name of an audience
"""

import re

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.source.nodes import Scalar
from deckmotor.source.places import place
from deckmotor.source.values import NO_HABIT, number

SIGNS = ("==", "!=", "<=", ">=", "<", ">")

WORDS = ("and", "or", "not")
"""What an audience can't be called."""

DEEPEST = 40
"""Parentheses and `not`s inside each other."""

LONGEST = 1_000
"""Characters of a condition."""


class Value(Struct, frozen=True):
    """One side of a comparison, or what stands alone: a variable or the name of an audience."""

    kind: str
    """`variable`, `text`, `number` or `name`."""
    text: str
    start: int
    end: int


class Comparison(Struct, frozen=True):
    """Two values, and the sign between them."""

    left: Value
    sign: str
    right: Value


class Not(Struct, frozen=True):
    """Holds where its part does not."""

    part: "Condition"


class Both(Struct, frozen=True):
    """Holds where all its parts do."""

    parts: "tuple[Condition, ...]"


class Either(Struct, frozen=True):
    """Holds where any of its parts does."""

    parts: "tuple[Condition, ...]"


Condition = Value | Comparison | Not | Both | Either

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<variable>\$\{[^{}\n]*\})
    | (?P<text>"[^"\n]*"|'[^'\n]*')
    | (?P<number>[-+−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?![\w-]))
    | (?P<name>\w[\w-]*)
    | (?P<sign>==|!=|<=|>=|<(?!>)|>)
    | (?P<bracket>[()])
    | (?P<end>\Z)
    )""",
    re.VERBOSE,
)

_MEANT = (
    ("===", "=="), ("=<", "<="), ("=>", ">="), ("<>", "!="), ("=", "=="), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("&&", "and"),
    ("&", "and"), ("||", "or"), ("|", "or"), ("!", "not"), (",", "or"),
)  # fmt: skip
"""What other languages write, and the word or sign for it here. Of those that begin alike the longer first."""

_MEANT_WORDS = {
    "och": "and", "und": "and", "og": "and", "ja": "and", "eller": "or", "oder": "or", "tai": "or", "inte": "not", "ej": "not",
    "nicht": "not", "ikke": "not", "ei": "not", "is": "==", "är": "==", "equals": "==",
}  # fmt: skip


class MistakeError(Exception):
    """What is wrong with a condition, and where; caught here."""

    def __init__(self, code: str, start: int, end: int, *hints: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.start, self.end, self.hints, self.values = code, start, end, hints, values


def read_condition(
    node: Scalar, audiences: tuple[str, ...], *, columns: tuple[str, ...] = (), values: "dict[str, str] | None" = None
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    """The condition that a text is; None where it is none, and why. `audiences` are the names that there are.

    Of a file's rows, names are its `columns` instead, in quotes where they have blanks; `values` are what variables put in.
    """
    try:
        if len(node.text) > LONGEST:
            raise MistakeError("too-much-text", 0, 1, of="a condition", size=f"{len(node.text):,}", limit=f"{LONGEST:,}")
        parser = _Parser(node.text, audiences) if values is None else _Filter(node.text, columns, values)
        found = parser.either(0)
        if parser.kind != "end":
            raise parser.unexpected("`and`, `or` or its end")
        return found, ()
    except MistakeError as mistake:
        span = place(node, mistake.start, max(mistake.end, mistake.start + 1)) if node.text else node.span
        return None, (problem(mistake.code, span, hints=mistake.hints, **mistake.values),)


class _Parser:
    """Reads a text from left to right, one token ahead."""

    values_are = "an audience, a variable, a text in quotes or a number"

    def __init__(self, text: str, audiences: tuple[str, ...]) -> None:
        self.text, self.audiences = text, audiences
        self.kind = self.token = ""
        self.start = self.end = 0
        self.next()

    def next(self) -> None:
        """Go on to the next token."""
        found = _TOKEN.match(self.text, self.end)
        if found is None:
            raise self._strange(self.end + len(self.text[self.end :]) - len(self.text[self.end :].lstrip()))
        self.kind = found.lastgroup or ""
        self.start, self.end = found.span(self.kind)
        self.token = self.text[self.start : self.end]

    def either(self, depth: int) -> Condition:
        """Parts joined by `or`."""
        parts = [self.both(depth)]
        while self._takes("or"):
            parts.append(self.both(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def both(self, depth: int) -> Condition:
        """Parts joined by `and`."""
        parts = [self.part(depth)]
        while self._takes("and"):
            parts.append(self.part(depth))
        return parts[0] if len(parts) == 1 else Both(tuple(parts))

    def part(self, depth: int) -> Condition:
        """A comparison, a name, or something in parentheses."""
        if depth > DEEPEST:
            raise MistakeError("condition-deep", self.start, self.end, limit=str(DEEPEST))
        if self._takes("not"):
            return Not(self.part(depth + 1))
        if self.token == "(" and self.kind == "bracket":
            opening = self.start
            self.next()
            inner = self.either(depth + 1)
            if self.kind == "end":
                raise MistakeError("condition-open", opening, opening + 1, what="parenthesis", sign=")")
            if self.token != ")":
                raise self.unexpected("`and`, `or` or `)`")
            self.next()
            return inner
        return self._compared(self._value())

    def _compared(self, left: Value) -> Condition:
        if self.kind != "sign":
            return self._alone(left)
        sign = self.token
        if left.kind == "name":
            raise MistakeError("condition-name", left.start, left.end, _variable(left.text), name=left.text)
        self.next()
        right = self._value()
        if right.kind == "name":
            hint = f'put a text in quotes: "{self._words(right)}"'
            raise MistakeError("condition-name", right.start, right.end, hint, name=right.text)
        if self.kind == "sign":
            hint = "compare twice, with `and` between: `${x} > 1 and ${x} < 9`"
            raise MistakeError("condition-unexpected", self.start, self.end, hint, found=self.token, expected="`and` or `or`")
        if left.kind != "variable" and right.kind != "variable":
            hint = "one of the two is a variable, such as `${name}`"
            raise MistakeError("condition-constant", left.start, right.end, hint)
        return Comparison(left, sign, right)

    def _alone(self, value: Value) -> Condition:
        """What stands without a comparison: an audience, or a variable that says yes or no."""
        if value.kind == "name":
            if value.text not in self.audiences:
                raise self._unknown(value)
            return value
        if value.kind in ("text", "number"):
            hint = f"an audience is named without quotes: {value.text}" if value.text in self.audiences else _COMPARE
            raise MistakeError("condition-constant", value.start, value.end, hint)
        return value

    def _value(self) -> Value:
        kind, token, start, end = self.kind, self.token, self.start, self.end
        if kind not in ("variable", "text", "number", "name") or (kind == "name" and token in WORDS):
            raise self.unexpected(self.values_are)
        if kind == "variable":
            token = token[2:-1].strip()
            if not token:
                raise MistakeError(
                    "condition-unexpected", start, end, "write its name: `${name}`", found="${}", expected="a variable"
                )
        elif kind == "text":
            token = token[1:-1]
        elif kind == "number" and not token.isdecimal() and number(token, NO_HABIT) is None:
            hint = f"write {token.replace(',', '')}, or {token.replace(',', '.')}"
            raise MistakeError("unclear-number", start, end, hint, text=token)
        self.next()
        return Value(kind, token, start, end)

    def _takes(self, word: str) -> bool:
        if self.kind == "name" and self.token == word:
            self.next()
            return True
        return False

    def unexpected(self, expected: str) -> MistakeError:
        """Something stands where something else belongs."""
        if self.kind == "end":
            return MistakeError(
                "condition-ends", max(len(self.text.rstrip()) - 1, 0), len(self.text.rstrip()), expected=expected
            )
        hints: tuple[str, ...] = ()
        if (meant := _MEANT_WORDS.get(self.token.casefold()) or self.token.casefold()) in (
            *WORDS,
            "==",
        ) and meant != self.token:
            hints = (f"write `{meant}`",)
        elif self.token == "in":
            hints = ("compare with each, and put `or` between",)
        elif self.token == ")" and expected.startswith("`and`"):
            hints = ("there is no `(` to it; delete it",)
        return MistakeError("condition-unexpected", self.start, self.end, *hints, found=self.token, expected=expected)

    def _words(self, first: Value) -> str:
        """The words that were meant as one text without quotes."""
        found = re.match(r"\w[\w-]*(?:[ ](?!(?:and|or)\b)\w[\w-]*)*", self.text[first.start :])
        return found[0] if found else first.text

    def _unknown(self, value: Value) -> MistakeError:
        if value.text.casefold() in _MEANT_WORDS and _MEANT_WORDS[value.text.casefold()] == "not":
            return MistakeError(
                "condition-unexpected", value.start, value.end, "write `not`", found=value.text, expected="an audience"
            )
        if self.text[value.end : value.end + 1] in ("(", "."):
            hint = "conditions only compare; a further column of the table can say what is to be known"
            return MistakeError("condition-unexpected", value.start, value.end, hint, found=value.text, expected="an audience")
        hints = nearest(value.text, self.audiences) or ("audiences are named in `audiences.yaml`, beside the deck",)
        return MistakeError("unknown-audience", value.start, value.end, *hints, name=value.text)

    def _strange(self, at: int) -> MistakeError:
        """A character that no token begins with."""
        rest = self.text[at:]
        if rest.startswith("${"):
            return MistakeError("open-variable", at, at + 2, "a variable ends with `}`: `${name}`")
        if rest[0] in "\"'":
            return MistakeError("condition-open", at, at + 1, what="quotation mark", sign=rest[0])
        if rest[0] in "”“„’‘«»":
            hint = 'use straight quotation marks: "…"'
            return MistakeError("condition-unexpected", at, at + 1, hint, found=rest[0], expected="a straight quotation mark")
        for written, meant in _MEANT:
            if rest.startswith(written):
                hints = (f"write `{meant}`",)
                return MistakeError("condition-unexpected", at, at + len(written), *hints, found=written, expected=f"`{meant}`")
        hint = "conditions only compare, with " + ", ".join(f"`{sign}`" for sign in SIGNS)
        return MistakeError("condition-unexpected", at, at + 1, hint, found=rest[0], expected="part of a condition")


class _Filter(_Parser):
    """The same of rows of a file: what stands left of a sign, or alone, is a column."""

    values_are = "a column, a text in quotes or a number"

    def __init__(self, text: str, columns: tuple[str, ...], values: "dict[str, str]") -> None:
        self.columns, self.values = columns, values
        super().__init__(text, ())

    def _compared(self, left: Value) -> Condition:
        return super()._compared(self._column(left))

    def _column(self, value: Value) -> Value:
        """The column that a value names."""
        if value.kind == "number" or value.text in self.values:
            hint = "a column stands left of the sign, and right of it what it is compared with"
            raise MistakeError("condition-constant", value.start, value.end, hint)
        if value.text not in self.columns:
            hints = nearest(value.text, self.columns)
            raise MistakeError("condition-column", value.start, value.end, *hints, name=value.text)
        return Value("variable", value.text, value.start, value.end)

    def _value(self) -> Value:
        value = super()._value()
        if value.kind == "text" and "${" in value.text:  # A value within a text, or all of it.
            text = re.sub(r"\$\{(.) *\}", lambda found: self.values[found[1]], value.text)
            return Value("text", text, value.start, value.end)
        return value


_COMPARE = 'compare it with a variable: `${name} == "…"`'


def _variable(name: str) -> str:
    return f"a column or variable is written `${{{name}}}`"


def variables_of(condition: Condition) -> "tuple[str, ...]":
    """What stands between `${` and `}` in a condition, in order."""
    match condition:
        case Value(kind="variable", text=text):
            return (text,)
        case Comparison(left, _, right):
            return (*variables_of(left), *variables_of(right))
        case Not(part):
            return variables_of(part)
        case Both(parts) | Either(parts):
            return tuple(name for part in parts for name in variables_of(part))
    return ()
