"""A theme's folder to a theme: its tokens laid over those of the theme it extends, checked, and made."""

import re

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.messages import nearest, problem, unreadable
from deckmotor.model.reading import FAILED, Reading
from deckmotor.model.records import plan_of, read_record
from deckmotor.source.describe import describe, hints_for_keys
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.source.parse import parse
from deckmotor.span import Span
from deckmotor.theme.doubts import doubts
from deckmotor.theme.folder import FOLDER, is_theme, theme_file, theme_names
from deckmotor.theme.inherited import readable
from deckmotor.theme.make import make_theme
from deckmotor.theme.palette import colour
from deckmotor.theme.scheme import SCHEME_NAMES
from deckmotor.theme.theme import Theme
from deckmotor.theme.tokens import Colours, Tokens
from deckmotor.workspace import Workspace


def read_theme(
    workspace: Workspace, name: str, size: str, span: Span, language: str = "en"
) -> tuple[Theme | None, tuple[Diagnostic, ...]]:
    """The theme of that name for pages of `16:9` or `4:3`; `span` is where it is named."""
    tokens, problems = read_tokens(workspace, name, span)
    return (None if tokens is None else make_theme(name, tokens, size, language)), problems


def read_tokens(workspace: Workspace, name: str, span: Span) -> tuple[Tokens | None, tuple[Diagnostic, ...]]:
    """What a theme says, with what it takes from the theme that it extends."""
    problems: list[Diagnostic] = []
    node, whole = _merged_chain(workspace, name, span, problems)
    if node is None:
        return None, tuple(problems)
    found: list[Diagnostic] = []
    tokens = read_record(plan_of(Tokens), node, "the theme", Reading(found, []))
    if not whole:  # What is missing may stand in the theme that could not be read.
        found = [one for one in found if one.code != "missing-key"]
    elif node.get("extends") is None:
        found = [replace(one, hints=(*one.hints, _EXTEND)) if one.code == "missing-key" else one for one in found]
    _check_colours(node, found)
    if tokens is not FAILED and not has_errors(found):
        tokens = tokens if tokens.extends is None else readable(tokens)
        found += doubts(tokens, node)
    told = {(one.span.file, one.span.line, one.span.column) for one in problems}
    problems += [one for one in found if (one.span.file, one.span.line, one.span.column) not in told]
    return (None if tokens is FAILED or has_errors(problems) else tokens), tuple(problems)


_EXTEND = "or write `extends: motor`: what a theme does not say it takes from the one that it extends"


def _merged_chain(workspace: Workspace, name: str, span: Span, problems: list[Diagnostic]) -> tuple[Mapping | None, bool]:
    """The tokens of a theme over those of the theme it extends, and so on; and whether all of these could be read."""
    layers: list[Mapping] = []
    names: list[str] = []
    known = theme_names(workspace)
    wanted: str | None = name
    while wanted is not None:
        if wanted in names:
            circle = " → ".join((*names, wanted))
            problems.append(problem("extends-circle", span, theme=wanted, circle=circle))
            break
        names.append(wanted)
        node = _read_file(workspace, wanted, known, span, problems)
        if node is None:
            break
        layers.append(node)
        parent = node.get("extends")
        wanted, span = (parent.text, parent.span) if isinstance(parent, Scalar) else (None, span)
    if not layers:
        return None, False
    merged = layers.pop()
    while layers:
        merged = merge(merged, layers.pop())
    return merged, not has_errors(problems)


def _read_file(
    workspace: Workspace, name: str, known: tuple[str, ...], span: Span, problems: list[Diagnostic]
) -> Mapping | None:
    path = theme_file(name)
    is_known = name in known or is_theme(workspace, name)
    may_be_outside = not is_known and bool(name) and "/" not in name and workspace.is_outside(path)
    if not is_known and not may_be_outside:
        folder = workspace.exists(f"{FOLDER}/{name}") if name and "/" not in name else False
        hints = (f"its folder has no file `{path}`",) if folder else nearest(name, known)
        problems.append(problem("unknown-theme", span, hints=hints, theme=name))
        return None
    try:
        data = workspace.read(path)
    except OSError as error:
        problems.append(unreadable(error, span, path))
        return None
    node, found = parse(data, path)
    problems += found
    if node is None or isinstance(node, Mapping):
        return node and _without_signs(node)
    expected = "a group of keys, such as `label`, `colours` and `fonts`"
    problems.append(
        problem("wrong-type", node.span, of="a theme", expected=expected, found=describe(node), hints=hints_for_keys(node))
    )
    return None


WHOLE = ("gauge", "trace")
"""Mappings of a theme that are not merged: a gauge of discs has nothing of the wheel that it replaces."""


def merge(base: Mapping, over: Mapping) -> Mapping:
    """Mappings merge key by key; any other value replaces the one below it."""
    entries: dict[str, tuple[Scalar, Node]] = {name.text: (name, value) for name, value in base.entries}
    for name, value in over.entries:
        below = entries.get(name.text)
        if below is not None and isinstance(below[1], Mapping) and isinstance(value, Mapping) and name.text not in WHOLE:
            entries[name.text] = (name, merge(below[1], value))
        else:
            entries[name.text] = (name, value)
    return Mapping(tuple(entries.values()), over.span)


def _check_colours(node: Mapping, problems: list[Diagnostic]) -> None:
    """Colours must be six hexadecimal digits, and wherever a colour is named it must be a token."""
    values = node.get("colours")
    for key, value in values.entries if isinstance(values, Mapping) else ():
        if key.text in SCHEME_NAMES and isinstance(value, Scalar) and not value.is_null and not _is_colour(value.text):
            likely = value.text.lstrip("#")
            likely = "".join(digit * 2 for digit in likely) if len(likely) == 3 else likely
            hints = (f"did you mean `{likely}`?",) if _is_colour(likely) else ()
            expected = "a colour: six digits or letters from A to F, such as `0D4449`"
            problems.append(problem("wrong-value", value.span, hints=hints, value=value.text, expected=expected))
    for name in ("loud", "fact", "motif"):
        _check_names(node.get(name), problems)


def _without_signs(node: Mapping) -> Mapping:
    """The tokens of a theme with its colours as six digits, those with a number sign before them (`"#0D4449"`) too."""
    colours = node.get("colours")
    if not isinstance(colours, Mapping):
        return node
    plain = Mapping(tuple((key, _without_sign(value)) for key, value in colours.entries), colours.span)
    return Mapping(tuple((key, plain if value is colours else value) for key, value in node.entries), node.span)


def _without_sign(node: Node) -> Node:
    signed = isinstance(node, Scalar) and node.text.startswith("#") and _is_colour(node.text[1:])
    return replace(node, text=node.text[1:]) if signed and isinstance(node, Scalar) else node


def _is_colour(text: str) -> bool:
    return re.fullmatch("[0-9A-Fa-f]{6}", text) is not None


_PLAIN = Colours(**dict.fromkeys(SCHEME_NAMES, "808080"), span=Span(""))
"""Colours to ask whether one has a name, where those of the theme may be wrong."""


def _check_names(node: Node | None, problems: list[Diagnostic]) -> None:
    if isinstance(node, Mapping):
        for name, value in node.entries:
            if name.text in (
                "background",
                "value",
                "text",
                "quiet",
                "highlight",
                "fill",
                "lit_fill",
                "done",
                "now",
                "coming",
            ) and isinstance(value, Scalar):
                if colour(value.text, _PLAIN) is None:
                    hints = nearest(value.text.rstrip("+-0123456789"), tuple(SCHEME_NAMES))
                    expected = "the name of a colour, such as `deep` or `deep+5`"
                    problems.append(problem("wrong-value", value.span, hints=hints, value=value.text, expected=expected))
            else:
                _check_names(value, problems)
    elif node is not None and not isinstance(node, Scalar):
        for item in node.items:
            _check_names(item, problems)
