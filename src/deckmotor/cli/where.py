"""`--where`: a comparison of a column, as one types it in a shell, or a whole condition as decks have them."""

import re
from collections.abc import Iterable

import click
from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.load import Version
from deckmotor.messages import nearest
from deckmotor.source.conditions import Comparison, Condition, Value, read_condition
from deckmotor.source.judge import Facts, holds
from deckmotor.source.nodes import Scalar
from deckmotor.source.values import NO_HABIT, number
from deckmotor.span import Span

_TYPED = re.compile(r"\s*([^=<>!\"'$]+?)\s*(==|!=|<=|>=|=|<|>)\s*(.*?)\s*", re.DOTALL)


class Where(Struct, frozen=True):
    """What the row of a variant must say."""

    text: str
    condition: Condition

    @classmethod
    def read(cls, text: str) -> "Where":
        """The comparison that is written in a text; a wrong command line where it is none."""
        typed = _TYPED.fullmatch(text)
        if typed is not None:
            return cls(text, _comparison(*typed.groups()))
        if "${" not in text:
            raise click.UsageError(f'--where is written COLUMN=VALUE, such as county="Skåne län"; here is `{text}`')
        condition, problems = read_condition(Scalar(text, Span("--where")), ())
        if condition is None:
            raise click.UsageError(f"--where {text}: {_told(problems)}")
        return cls(text, condition)

    def holds(self, version: Version) -> bool:
        """Whether a variant's row says so; a wrong command line where that can't be told."""
        found: list[Diagnostic] = []
        facts = Facts(version.edition.audience, version.variables, version.voice)
        held = holds(self.condition, Scalar(self.text, Span("--where")), facts, found)
        if found:
            raise click.UsageError(f"--where {self.text}: {_told(found)} (variant {version.id})")
        return held is True

    def near(self, versions: Iterable[Version]) -> tuple[str, ...]:
        """What was perhaps meant, where a column was to have a value that no row has."""
        match self.condition:
            case Comparison(Value(kind="variable", text=name), "==", Value(kind="text", text=text)):
                values = {version.variables.get(name, "") for version in versions}
                return () if text in values else nearest(text, sorted(values - {""}))
        return ()


def _comparison(column: str, sign: str, text: str) -> Condition:
    sign = "==" if sign == "=" else sign
    text = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text
    left = Value("variable", column, 0, 0)
    if sign not in ("==", "!=") and number(text, NO_HABIT) is not None:
        return Comparison(left, sign, Value("number", text, 0, 0))
    return Comparison(left, sign, Value("text", text, 0, 0))


def _told(problems: "list[Diagnostic] | tuple[Diagnostic, ...]") -> str:
    return "; ".join((problems[0].message, *problems[0].advice))
