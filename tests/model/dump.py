"""Decks as readable text, for case files. Spans and what was not written are left out."""

from typing import Any

from msgspec import NODEFAULT, Struct

from deckmotor.model.deck import Deck
from deckmotor.model.text import Cell, Note, Plain, Text, TextRun

MARKS = (
    "bold",
    "italic",
    "code",
    "lit",
    "struck",
    "key",
    "formula",
    "footnote",
    "superscript",
    "subscript",
    "link",
    "language",
)


def dump_text(text: Text) -> str:
    """Marks stand before the text they are on: `Se ⟨bold italic: detta⟩`. A line break is `⏎`."""
    said = "".join(_run(run) for run in text.runs).replace("\n", "⏎")
    return f"{said} ({text.columns}×{text.rows})" if isinstance(text, Cell) else said


def _listed(text: Text) -> str:
    """How an item of notes is listed: its level, and its mark or the first number of its list."""
    if not isinstance(text, Note):
        return ""
    return f"{'  ' * text.level}⟨{text.marker.replace('1', str(text.start))}⟩ "


def _run(run: TextRun) -> str:
    marks = [name if value is True else f"{name}={value}" for name in MARKS if (value := getattr(run, name))]
    return f"⟨{' '.join(marks)}: {run.text}⟩" if marks else run.text


def dump_deck(deck: Deck | None) -> str:
    """A line a value, indented by what holds it."""
    if deck is None:
        return "(no deck)"
    lines = ["deck", *_fields(deck.head, "  ")]
    for slide in deck.slides:
        lines += ["slide", *_fields(slide, "  ")]
    return "\n".join(lines)


def _fields(struct: Struct, indentation: str) -> list[str]:
    lines = []
    names = struct.__struct_fields__
    defaults = dict(zip(reversed(names), reversed(struct.__struct_defaults__), strict=False))
    for name in names:
        value = getattr(struct, name)
        if name == "blocks":
            for block in value:
                lines += [f"{indentation}{block.__struct_config__.tag or 'column'}", *_fields(block, f"{indentation}  ")]
        elif name != "span" and value != {} and (defaults.get(name, NODEFAULT) is NODEFAULT or value != defaults[name]):
            lines += _value(name, value, indentation)
    return lines


def _value(name: str, value: Any, indentation: str) -> list[str]:
    if isinstance(value, Plain):
        return [f"{indentation}{name}: {value.plain}"]
    if isinstance(value, tuple) and value and isinstance(value[0], Plain):
        return [f"{indentation}{name}: {tuple(one.plain for one in value)}"]
    if isinstance(value, Text):
        return [f"{indentation}{name}: {dump_text(value)}"]
    if isinstance(value, tuple) and value and isinstance(value[0], Struct):
        lines = [f"{indentation}{name}:"]
        for item in value:
            if isinstance(item, Text):
                lines.append(f"{indentation}  - {_listed(item)}{dump_text(item)}")
            else:
                first, *rest = _fields(item, f"{indentation}    ")
                lines += [f"{indentation}  - {first.strip()}", *rest]
        return lines
    return [f"{indentation}{name}: {value}"]
