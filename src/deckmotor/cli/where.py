"""`--where`: a comparison of a column, as one types it in a shell, or a whole condition, of columns or as decks have them."""

import re
from collections.abc import Iterable, Sequence

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
_SIGN = re.compile("[=<>]")

EXAMPLE = 'as in --where county="Skåne län", or --where "county == \'Skåne län\' and population > 20000"'


class Where(Struct, frozen=True):
    """What the row of a variant must say."""

    text: str
    condition: Condition

    @classmethod
    def read(cls, text: str, versions: Sequence[Version]) -> "Where":
        """The condition that is written in a text; a wrong command line where it is none. Columns are those of the versions."""
        columns = tuple(dict.fromkeys(name for one in versions for name in (*one.variables, *sorted(one.voice.elsewhere))))
        typed = _TYPED.fullmatch(text)
        if typed is not None and typed[2] in ("=", "==", "!=") and number(typed[3], NO_HABIT) is not None:
            return cls(text, _comparison(*typed.groups()))  # A code is a text, whatever it looks like.
        node = Scalar(text, Span("--where"))
        own = "${" in text  # As decks have it.
        condition, problems = read_condition(node, (), columns=columns, values=None if own else {})
        if condition is not None:
            return cls(text, condition)
        if typed is not None and not own and not _SIGN.search(typed[3]):
            return cls(text, _comparison(*typed.groups()))
        raise click.UsageError(f"--where {text}: {_told(problems)}; {EXAMPLE}")

    def holds(self, version: Version) -> bool:
        """Whether a variant's row says so; a wrong command line where that can't be told."""
        found: list[Diagnostic] = []
        facts = Facts(version.edition.audience, version.variables, version.voice)
        held = holds(self.condition, Scalar(self.text, Span("--where")), facts, found)
        if found:
            raise click.UsageError(f"--where {self.text}: {self._why(found[0])} (variant {version.id})")
        return held is True

    def _why(self, problem: Diagnostic) -> str:
        values = dict(problem.values)
        if isinstance(self.condition, Value) and problem.code == "condition-flag":
            return (
                f"`{self.condition.text}` is `{values['text']}` here, neither yes nor no, and is compared with nothing. "
                f"`>` and `<` stand in quotes: a shell takes what follows for a file; {EXAMPLE}"
            )
        if problem.code == "missing-value" and "${" not in self.text:
            name = values["name"] if re.fullmatch(r"\w[\w-]*", values["name"]) else f"'{values['name']}'"
            return f"{problem.message}; rows without one are left out by --where \"{name} != '' and …\""
        return _told((problem,))

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


def _told(problems: Sequence[Diagnostic]) -> str:
    first = problems[0]
    said = f"there is no column `{dict(first.values)['name']}`" if first.code == "condition-column" else first.message
    return "; ".join((said, *first.advice))
