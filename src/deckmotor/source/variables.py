"""`${name}` in text. A value that is not changed comes back as the same object, so that decks can share it."""

import re
from collections.abc import Collection
from collections.abc import Mapping as Values
from unicodedata import normalize

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import MOST_PROBLEMS, nearest, problem
from deckmotor.source.nodes import Mapping, Node, Put, Scalar, Sequence
from deckmotor.source.voice import ENGLISH, Trouble, Voice, missing_value
from deckmotor.span import Span

_VARIABLE = re.compile(r"\$\$\{|\$\{([^{}$\n]*)\}|\$\{")
"""`$${` (which writes a `${`), a variable, or a `${` that is not closed."""

LITERAL, LITERAL_TEXT = "code", "text"
"""The block whose text is taken to the letter, for code has such signs of its own; and the key of that text."""

MOST_IN_CIRCLE = 10
"""As many variables of a circle are named."""

LONGEST = 10_000
"""Characters of a variable's text. Ten variables that each name the one before ten times would fill all memory."""

MOST_PUT_IN = 20_000
"""Characters that variables put into one slide, or into one value of the head."""

MOST_PUT_IN_DECK = 500_000
"""Characters that variables put into a whole deck."""


def spoken(inner: str, variables: Values[str, str], voice: Voice) -> str | Trouble | None:
    """The text of what stands between `${` and `}` and is no variable's name; None where it is nothing known."""
    if "|" in inner:
        from deckmotor.source.formats import formatted  # Few decks have formats.

        return formatted(inner, variables, voice)
    return missing_value(inner) if inner in voice.missing else None


def resolve(values: Values[str, Node], word: str, voice: Voice = ENGLISH) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The text of each variable: lists joined ("a, b och c", where `word` is "och"), references to other variables put in.

    A mapping is no variable and left out, and so is what has no value. A circle of references is a problem, and its variables
    stay as they were written.
    """
    texts: dict[str, Scalar] = {}
    for name, value in values.items():
        if isinstance(value, Scalar):
            if not value.is_null:
                texts[name] = Scalar(value.text, value.span, value.quoted)
        elif isinstance(value, Sequence):
            items = [item.text for item in value.items if isinstance(item, Scalar)]
            texts[name] = Scalar(joined(items, word), value.span, True)
    resolver = _Resolver(texts, voice)
    plain = {name: value.text for name, value in texts.items() if "${" not in value.text and len(value.text) <= LONGEST}
    resolved = {name: plain[name] if name in plain else resolver.text(name) for name in texts}
    return resolved, tuple(resolver.problems)


def joined(items: list[str], word: str) -> str:
    """A list in running text: "a", "a och b", "a, b och c"; only commas where no word is given."""
    return ", ".join(items) if not word else f" {word} ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def substitute(node: Node, variables: Values[str, str], voice: Voice = ENGLISH) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The node with every `${name}` in its texts replaced; the same object where there is none. `$${` writes a `${`.

    A variable that is not there is a problem at its own place, and stays as it was written. Keys are not changed.
    """
    node, problems, _ = fill(node, variables, voice)
    return node, problems


def fill(node: Node, variables: Values[str, str], voice: Voice = ENGLISH) -> tuple[Node, tuple[Diagnostic, ...], int]:
    """What `substitute` gives, and how many characters the variables put in."""
    filling = _Filling(variables, variables, MOST_PUT_IN, voice)
    return filling.node(node), tuple(filling.problems), MOST_PUT_IN - max(filling.left, 0)


def set_at(name: str, part: str, values: Values[str, Node]) -> Span | None:
    """Where a stretch of a variable's text is written, maybe in another one that it names; None where a format makes it."""
    looked_at = [name]
    for one in looked_at:  # It grows meanwhile.
        value = values.get(one)
        for text in value.items if isinstance(value, Sequence) else (value,):
            if not isinstance(text, Scalar):
                continue
            if (at := text.text.find(part)) >= 0:
                from deckmotor.source.places import place  # Only for mistakes.

                return place(text, at, at + len(part))
            if part in normalize("NFC", text.text):
                return text.span
            inner = [_name(match[1]) for match in _VARIABLE.finditer(text.text) if match[1] is not None]
            looked_at += [other for other in dict.fromkeys(inner) if other not in looked_at]
    return None


def names(node: Node) -> frozenset[str]:
    """The variables that a node's texts name, and `$` where one holds a `$${`. Empty: `substitute` gives the node itself."""
    found: set[str] = set()
    looked_at: list[Node] = [node]
    for one in looked_at:  # It grows meanwhile.
        if isinstance(one, Scalar):
            if "${" in one.text:
                found.update(match[1].strip() if match[1] is not None else "$" for match in _VARIABLE.finditer(one.text))
        elif isinstance(one, Sequence):
            looked_at += one.items
        else:
            looked_at += _acting(one)
    return frozenset(found)


def _acting(node: Mapping) -> list[Node]:
    """The values of a mapping in which variables act."""
    acting = [value for key, value in node.entries if key.text != LITERAL]
    if len(acting) < len(node.entries):
        literal = [value for key, value in node.entries if key.text == LITERAL and isinstance(value, Mapping)]
        acting += [part for value in literal for name, part in value.entries if name.text != LITERAL_TEXT]
    return acting


class _Filling:
    """Texts on the way to be filled with variables; `left` characters may be put into them."""

    def __init__(self, variables: Values[str, str], known: Collection[str], left: int, voice: Voice) -> None:
        self.voice = voice
        self.variables = variables
        self.known = known
        """All names, for hints."""
        self.left = left
        self.problems: list[Diagnostic] = []

    def node(self, node: Node) -> Node:
        """The node, filled; the same object where nothing in it changes."""
        if isinstance(node, Scalar):
            return self.scalar(node) if "${" in node.text else node
        if isinstance(node, Sequence):
            items = tuple([self.node(item) for item in node.items])
            return node if all(map(_same, items, node.items)) else Sequence(items, node.span)
        values = [self.code(value) if key.text == LITERAL else self.node(value) for key, value in node.entries]
        if all(new is old for new, (_, old) in zip(values, node.entries, strict=True)):
            return node
        return Mapping(tuple((key, new) for new, (key, _) in zip(values, node.entries, strict=True)), node.span)

    def code(self, node: Node) -> Node:
        """The same of a block that is taken to the letter: all but its text."""
        if not isinstance(node, Mapping):
            return node
        entries = [(key, value if key.text == LITERAL_TEXT else self.node(value)) for key, value in node.entries]
        same = all(new is old for (_, new), (_, old) in zip(entries, node.entries, strict=True))
        return node if same else Mapping(tuple(entries), node.span)

    def scalar(self, node: Scalar) -> Scalar:
        """A text, filled. It knows what was put in, for in a value nothing acts."""
        parts: list[str] = []
        puts: list[Put] = []
        at = size = 0
        for match in _VARIABLE.finditer(node.text):
            value = self._value(node, match)
            if value is None:
                continue
            before = node.text[at : match.start()]
            size += len(before)
            name = "" if match[1] is None else _name(match[1])
            puts.append(Put(size, size + len(value), match.start(), len(match[0]), match[0] != "$${", name))
            parts += (before, value)
            size += len(value)
            at = match.end()
        text = "".join((*parts, node.text[at:]))
        # What a variable puts in is text, even where that looks like nothing.
        return Scalar(text, node.span, node.quoted or text in ("", "~"), tuple(puts), node.source)

    def _value(self, node: Scalar, match: re.Match[str]) -> str | None:
        """What is put in for a variable; None where it stays as it is written."""
        if match[0] == "$${":
            return "${"
        if match[1] is None:
            self._report("open-variable", node, match, "write `$${` for a `${` that is text")
            return None
        name = match[1].strip()
        value = self.variables.get(name)
        if value is None:
            made = spoken(name, self.variables, self.voice)
            if not isinstance(made, str):
                self._report_missing(name, made, node, match)
                return None
            value = made
        if self.left >= 0:
            self.left -= len(value)
            if self.left < 0:
                self._report("variables-too-long", node, match, limit=f"{MOST_PUT_IN:,}", of="one slide")
        return value if self.left >= 0 else None

    def _report_missing(self, name: str, trouble: Trouble | None, node: Scalar, match: re.Match[str]) -> None:
        if trouble is not None:
            self._report(trouble[0], node, match, *trouble[1], **dict(trouble[2]))
        elif len(self.problems) < MOST_PROBLEMS:
            name = _name(name)
            if name in self.voice.elsewhere:  # A column, where there is no row: the base deck, an audience alone.
                hints: tuple[str, ...] = (_ELSEWHERE.format(name=name),)
            else:
                hints = nearest(name, list(self.known)) or ("set it in the deck's `variables:`",)
            self._report("unknown-variable", node, match, *hints, name=name)

    def _report(self, code: str, node: Scalar, match: re.Match[str], *hints: str, **values: str) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            from deckmotor.source.places import place  # Only for mistakes.

            self.problems.append(problem(code, place(node, match.start(), match.end()), hints=hints, **values))


def _name(inner: str) -> str:
    """The name of what stands between `${` and `}`, without a format."""
    return inner.partition("|")[0].strip()


def _same(one: Node, other: Node) -> bool:
    return one is other


_ELSEWHERE = "other decks have it: set it for all in the deck's `variables:`, or write `${{{name}|default …}}`"
_OWN_TEXT = "give one of them a text that does not name the other"


class _Resolver:
    """Variables on the way to their texts. Each is done once, however many refer to it."""

    def __init__(self, texts: dict[str, Scalar], voice: Voice) -> None:
        self.voice = voice
        self.texts = texts
        self.done: dict[str, str] = {}
        self.cut: set[str] = set()
        """Variables that are too long, and those that refer to them: they are told once and become short."""
        self.told: set[str] = set()
        """Variables of which a circle has been told."""
        self.problems: list[Diagnostic] = []

    def text(self, name: str) -> str:
        """The text of a variable, once those are done that it refers to."""
        path = {name: iter(self._wanted(name))}  # Those that are begun, each referring to the next.
        while path:
            current = next(reversed(path))
            other = next((one for one in path[current] if one not in self.done), None)
            if other is None:
                del path[current]
                self.done[current] = self._filled(current)
            elif other in path:
                self._tell_circle([*path], other)
            else:
                path[other] = iter(self._wanted(other))
        return self.done[name]

    def _wanted(self, name: str) -> list[str]:
        """The variables that one refers to, if it is not done yet."""
        inner = (match[1].strip() for match in _VARIABLE.finditer(self.texts[name].text) if match[1] is not None)
        found = (one if one in self.texts else _name(one) for one in inner)
        return [] if name in self.done else [other for other in dict.fromkeys(found) if other in self.texts]

    def _filled(self, name: str) -> str:
        if name in self.done:
            return self.done[name]
        scalar = self.texts[name]
        # In a circle one of them is not done: it stays as it is written.
        known = {other: self.done.get(other, self.texts[other].text) for other in self._wanted(name)}
        filling = _Filling(known, self.texts, LONGEST, self.voice)
        text = filling.scalar(scalar).text
        self.problems += (one for one in filling.problems if one.code != "variables-too-long")
        if self.cut.isdisjoint(known):
            if len(text) <= LONGEST and filling.left >= 0:
                return text
            self.problems.append(problem("variable-too-long", scalar.span, name=name, limit=f"{LONGEST:,}"))
        self.cut.add(name)
        return "…"

    def _tell_circle(self, path: list[str], name: str) -> None:
        if name in self.told:
            return
        self.told.add(name)
        circle = [*path[path.index(name) :], name]
        if len(circle) > MOST_IN_CIRCLE:
            circle[MOST_IN_CIRCLE - 2 : -1] = ["…"]
        shown = " → ".join(circle)
        self.problems.append(problem("variable-circle", self.texts[name].span, name=name, circle=shown, hints=(_OWN_TEXT,)))
