"""Nodes as readable text, each value with the place that it came from: for case files."""

import json

from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.span import Span

_PLACES = 60
"""The column at which places stand."""


def dump(node: Node | None) -> str:
    """One line a value, indented as in YAML: `key: value   @file:line:column-end`. Values in quotes stood in quotes."""
    if node is None:
        return "(nothing)"
    return "\n".join(f"{text:<{_PLACES}} @{_place(span)}" for text, span in _lines(node, "", ""))


def _lines(node: Node, lead: str, indentation: str) -> list[tuple[str, Span]]:
    """`lead` is what stands before the value on its own line; `indentation` before the lines below it."""
    if isinstance(node, Scalar):
        return [(lead + _shown(node), node.span)]
    if isinstance(node, Mapping):
        children = [(f"{key.text}:", value) for key, value in node.entries]
    else:
        children = [("-", item) for item in node.items]
    lines = (
        []
        if children and lead.endswith("- ")
        else [(lead + ("" if children else "{}" if isinstance(node, Mapping) else "[]"), node.span)]
    )
    for number, (name, value) in enumerate(children):
        before = lead if lines == [] and number == 0 else indentation
        lines += _lines(value, f"{before}{name} ", f"{indentation}  ")
    return lines if lead else lines[1:] if children else lines


def _shown(node: Scalar) -> str:
    if node.quoted or "\n" in node.text:
        return json.dumps(node.text, ensure_ascii=False)
    return "~" if node.is_null else node.text


def _place(span: Span) -> str:
    return f"{span}+{span.end - span.start}"
