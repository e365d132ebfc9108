"""Whether a condition holds for one edition: yes, no, or unknown where it asks for a column and there is no row."""

from collections.abc import Callable

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.source.conditions import Both, Comparison, Condition, Either, Not, Value
from deckmotor.source.nodes import Scalar
from deckmotor.source.places import place
from deckmotor.source.values import NO_HABIT, Date, Habit, date, flag, number, unclear_date, unclear_number
from deckmotor.source.voice import Voice

Plain = float | Date | str


class Facts(Struct, frozen=True):
    """What is known of an edition."""

    audience: str
    variables: dict[str, str]
    voice: Voice
    """How their values are written, and which have none."""


class UnjudgedError(Exception):
    """A condition that can't be judged, which is told; caught here."""


def holds(condition: Condition, node: Scalar, facts: Facts, found: list[Diagnostic]) -> bool | None:
    """Whether it holds; None where that is not known. `node` is its text, for the places of what is wrong with it."""
    try:
        return _Judge(node, facts, found).judge(condition)
    except UnjudgedError:
        return None


class _Judge(Struct, frozen=True):
    node: Scalar
    facts: Facts
    found: list[Diagnostic]

    def judge(self, condition: Condition) -> bool | None:
        """Kleene's logic: what is unknown stays so, unless the rest decides."""
        match condition:
            case Value(kind="name", text=name):
                return name == self.facts.audience
            case Value():
                return self._flag(condition)
            case Comparison(left, sign, right):
                return self._compared(left, sign, right)
            case Not(part):
                held = self.judge(part)
                return None if held is None else not held
            case Both(parts):
                return self._joined(parts, decides=False)
            case Either(parts):
                return self._joined(parts, decides=True)

    def _joined(self, parts: tuple[Condition, ...], *, decides: bool) -> bool | None:
        judged = []
        for part in parts:
            judged.append(self.judge(part))
            if judged[-1] is decides:  # `${x} != "" and ${x} > 5` asks no further.
                return decides
        return None if None in judged else not decides

    def _flag(self, value: Value) -> bool | None:
        text = self._text(value, needed=False)
        if text is None:
            return None
        held = flag(text)
        if held is None:
            hints = (f'compare it: `{self.node.text[value.start : value.end]} == "{text}"`',)
            raise self._report("condition-flag", value, *hints, name=_name(value), text=text)
        return held

    def _compared(self, left: Value, sign: str, right: Value) -> bool | None:
        equal = sign in ("==", "!=")
        texts = (self._text(left, needed=not equal or right.kind != "text"), self._text(right, needed=not equal))
        if None in texts:
            return None
        one, other = (
            self._plain(value, text or "", partner, equal)
            for value, text, partner in ((left, texts[0], right), (right, texts[1], left))
        )
        if type(one) is not type(other):
            one, other = texts[0] or "", texts[1] or ""
        if not equal and isinstance(one, str):
            variable = left if left.kind == "variable" else right
            raise self._report("condition-order", variable, name=_name(variable), text=one if variable is left else str(other))
        return _SIGNS[sign](one, other)

    def _plain(self, value: Value, text: str, partner: Value, equal: bool) -> Plain:
        """A value as what it is compared as: the other side, or the sign, says whether that is a number."""
        if value.kind == "number":
            return number(text, NO_HABIT) or 0.0
        if value.kind == "text":
            return text if equal else date(text, NO_HABIT) or text
        habit = self.facts.voice.habits.get(_name(value), NO_HABIT)
        if partner.kind == "text":
            if equal:
                return text
        else:
            read = number(text, habit)
            if read is not None:
                return read
            if partner.kind == "number" or unclear_number(text, habit):
                raise self._no_number(value, text, habit)
        when = date(text, habit)
        if when is None and (two := unclear_date(text, habit)):
            raise self._report("unclear-date", value, f"write {two[0]}, or {two[1]}", text=text)
        return text if when is None else when

    def _no_number(self, value: Value, text: str, habit: Habit) -> UnjudgedError:
        if two := unclear_number(text, habit):
            return self._report("unclear-number", value, f"write {two[0]}, or {two[1]}", text=text)
        return self._report("not-a-number", value, name=_name(value), text=text)

    def _text(self, value: Value, *, needed: bool) -> str | None:
        """The text of a value; None where it is not known in this edition."""
        if value.kind != "variable":
            return value.text
        name, _, rest = (part.strip() for part in value.text.partition("|"))
        known = self.facts.variables.get(name)
        if known is not None and (known or not rest):
            return known
        if rest:
            word, _, otherwise = rest.partition(" ")
            if word != "default":
                hint = ("a condition compares values as they are; only `|default …` can stand here",)
                raise self._report("unknown-format", value, *hint, name=word)
            if name in self.facts.voice.missing or name in self.facts.voice.elsewhere or known is not None:
                return otherwise.strip().strip("\"'")
        if name in self.facts.voice.missing:
            if not needed:
                return ""
            hint = (f"fill it in, or say what stands for it: `${{{name}|default 0}}`",)
            raise self._report("missing-value", value, *hint, name=name)
        if name in self.facts.voice.elsewhere:
            return None
        hints = nearest(name, sorted(self.facts.voice.elsewhere.union(self.facts.variables)))
        hints = hints or ("columns of a table and `variables:` can be compared",)
        raise self._report("unknown-variable", value, *hints, name=name)

    def _report(self, code: str, value: Value, *hints: str, **values: str) -> UnjudgedError:
        self.found.append(problem(code, place(self.node, value.start, value.end), hints=hints, **values))
        return UnjudgedError()


def _name(value: Value) -> str:
    """The variable of a value, without its default."""
    return value.text.partition("|")[0].strip()


_SIGNS: "dict[str, Callable[[Plain, Plain], bool]]" = {
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,  # type: ignore[operator]
    ">": lambda one, other: one > other,  # type: ignore[operator]
    "<=": lambda one, other: one <= other,  # type: ignore[operator]
    ">=": lambda one, other: one >= other,  # type: ignore[operator]
}
