"""`${name}` in text. A value that is not changed comes back as the same object, so that decks can share it."""

import re
from collections.abc import Mapping as Values

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.span import Span

_VARIABLE = re.compile(r"\$\$\{|\$\{([^{}$\n]*)\}|\$\{")
"""`$${` (which writes a `${`), a variable, or a `${` that is not closed."""

_DEEPEST = 20
"""How many variables deep a variable may refer to others."""

LONGEST = 10_000
"""Characters of a variable's text. Ten variables that each name the one before ten times would fill all memory."""


def resolve(values: Values[str, Node], word: str) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The text of each variable: lists joined ("a, b och c", where `word` is "och"), references to other variables put in.

    A mapping is no variable and left out. A circle of references is a problem, and its variables stay as they were written.
    """
    texts: dict[str, Scalar] = {}
    for name, value in values.items():
        if isinstance(value, Scalar):
            texts[name] = Scalar("" if value.is_null else value.text, value.span, value.quoted)
        elif isinstance(value, Sequence):
            items = [item.text for item in value.items if isinstance(item, Scalar)]
            texts[name] = Scalar(joined(items, word), value.span, True)
    resolver = _Resolver(texts)
    resolved = {name: resolver.text(name) if "${" in value.text else value.text for name, value in texts.items()}
    return resolved, tuple(resolver.problems)


def joined(items: list[str], word: str) -> str:
    """A list in running text: "a", "a och b", "a, b och c"; only commas where no word is given."""
    return ", ".join(items) if not word else f" {word} ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def substitute(node: Node, variables: Values[str, str]) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The node with every `${name}` in its texts replaced; the same object where there is none. `$${` writes a `${`.

    A variable that is not there is a problem at its own place, and stays as it was written. Keys are not changed.
    """
    problems: list[Diagnostic] = []
    return _substituted(node, variables, problems), tuple(problems)


def names(node: Node) -> frozenset[str]:
    """The variables that a node's texts name, and `$` where one holds a `$${`. Empty: `substitute` gives the node itself."""
    found: set[str] = set()
    _collect(node, found)
    return frozenset(found)


def _collect(node: Node, found: set[str]) -> None:
    if isinstance(node, Scalar):
        if "${" in node.text:
            found.update(match[1].strip() if match[1] is not None else "$" for match in _VARIABLE.finditer(node.text))
    else:
        for child in node.items if isinstance(node, Sequence) else (value for _, value in node.entries):
            _collect(child, found)


def _substituted(node: Node, variables: Values[str, str], problems: list[Diagnostic]) -> Node:
    if isinstance(node, Scalar):
        return _scalar(node, variables, list(variables), problems) if "${" in node.text else node
    if isinstance(node, Sequence):
        items = tuple([_substituted(item, variables, problems) for item in node.items])
        return node if all(map(_same, items, node.items)) else Sequence(items, node.span)
    values = [_substituted(value, variables, problems) for _, value in node.entries]
    if all(new is old for new, (_, old) in zip(values, node.entries, strict=True)):
        return node
    return Mapping(tuple((key, new) for new, (key, _) in zip(values, node.entries, strict=True)), node.span)


def _same(one: Node, other: Node) -> bool:
    return one is other


def _scalar(node: Scalar, variables: Values[str, str], known: list[str], problems: list[Diagnostic]) -> Scalar:
    def value(match: re.Match[str]) -> str:
        if match[0] == "$${":
            return "${"
        if match[1] is None:
            problems.append(problem("open-variable", place(node, match), hints=("write `$${` for a `${` that is text",)))
            return match[0]
        name = match[1].strip()
        if name not in variables:
            hints = nearest(name, known) or ("set it in the deck's `variables:`",)
            problems.append(problem("unknown-variable", place(node, match), name=name, hints=hints))
            return match[0]
        return variables[name]

    text = _VARIABLE.sub(value, node.text)
    # What a variable puts in is text, even where that looks like nothing.
    return Scalar(text, node.span, node.quoted or text in ("", "~"))


def place(node: Scalar, match: re.Match[str]) -> Span:
    """Where in the file a match in a scalar's text stands; the scalar itself where quotes' escapes or line ends are between."""
    span = node.span
    quotes = 1 if node.quoted else 0
    if span.end - span.start != len(node.text) + 2 * quotes or "\n" in node.text:
        return span
    offset = quotes + match.start()
    start = span.start + offset
    return Span(span.file, span.line, span.column + offset, start, start + len(match[0]))


_OWN_TEXT = "give one of them a text that does not name the other"


class _Resolver:
    """Variables on the way to their texts. Each is done once, however many refer to it."""

    def __init__(self, texts: dict[str, Scalar]) -> None:
        self.texts = texts
        self.done: dict[str, str] = {}
        self.problems: list[Diagnostic] = []

    def text(self, name: str, within: tuple[str, ...] = ()) -> str:
        """The text of a variable that the variables `within` refer to."""
        scalar = self.texts[name]
        if name in within or len(within) > _DEEPEST:
            circle = (*within[within.index(name) if name in within else 0 :], name)
            self.problems.append(
                problem("variable-circle", scalar.span, name=name, circle=" → ".join(circle), hints=(_OWN_TEXT,))
            )
            return scalar.text
        if name not in self.done:
            wanted = [match[1].strip() for match in _VARIABLE.finditer(scalar.text) if match[1] is not None]
            known = {other: self.text(other, (*within, name)) for other in dict.fromkeys(wanted) if other in self.texts}
            text = _scalar(scalar, known, list(self.texts), self.problems).text
            if len(text) > LONGEST:
                self.problems.append(problem("variable-too-long", scalar.span, name=name, limit=f"{LONGEST:,}"))
                text = scalar.text  # Short, so that what refers to it is not told to be too long too.
            self.done[name] = text
        return self.done[name]
