"""Sentences that go from one box, or slide, to another are told as that, not as gone and new."""

import pytest

from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.finished import Finished, Identity, Paragraph, Slide, Words

LONG = "Kommunen beslutar om lärcentrum"
A, B = "Agera brobyggare mellan politikområden", "Samordna resurser i kommunen och regionen"


def _box(*lines: str, marker: str = "bullet") -> Words:
    return Words(role="body", paragraphs=tuple(Paragraph(line, 0, "bullet" if marker else "") for line in lines))


def _text(line: str) -> Words:
    return _box(line, marker="")


def _told(old: list[list[Words]], new: list[list[Words]]) -> list[tuple[str, ...]]:
    decks = [
        Finished(slides=tuple(Slide(identity=Identity(str(at)), parts=tuple(parts)) for at, parts in enumerate(slides)))
        for slides in (old, new)
    ]
    lines = [line for slide in tell(decks[0], decks[1], compare(*decks)).slides for line in slide.lines]
    return sorted(
        tuple(filter(None, (one.kind, one.what, one.where, one.old, one.new))) for one in lines if one.what != "level"
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([[_box(A, B), _box("c", "d")]], [[_box(A, B, "c", "d")]], [("moved", "item", "c"), ("moved", "item", "d")]),
        ([[_box(A, B, "c", "d")]], [[_box(A, B), _box("c", "d")]], [("moved", "item", "c"), ("moved", "item", "d")]),
        ([[_box(A, B), _text(LONG)]], [[_box(A, B, LONG)]], [("moved", "item", "text before", LONG)]),
        (  # What has changed on the way is told word by word.
            [[_box(A, B), _box("c", LONG)]],
            [[_box(A, B, LONG + " i dag")]],
            [("changed", "item", "moved", LONG, LONG + " i dag"), ("gone", "item", "c")],
        ),
        (  # Twice gone, once new.
            [[_box(A, B), _box(LONG, "c"), _box("d", LONG)]],
            [[_box(A, B, LONG)]],
            [("gone", "item", "c"), ("gone", "item", "d"), ("gone", "item", LONG), ("moved", "item", LONG)],
        ),
        (
            [[_box(A, B, LONG)], [_box("Pengar saknas ofta", "Tid saknas alltid")]],
            [[_box(A, B)], [_box("Pengar saknas ofta", "Tid saknas alltid", LONG)]],
            [("gone", "item", "now on slide 2", LONG), ("new", "item", "from slide 1", LONG)],
        ),
        (
            [[_box(A, B, LONG)]],
            [[_box(A, B)], [_box("Pengar saknas ofta", LONG)]],
            [
                ("gone", "item", "now on slide 2", LONG),
                ("new", "item", "from slide 1", LONG),
                ("new", "item", "Pengar saknas ofta"),
            ],
        ),
        (  # Short words stand on many slides.
            [[_box(A, B, "Ja")], [_box("Pengar saknas ofta", "Tid saknas alltid")]],
            [[_box(A, B)], [_box("Pengar saknas ofta", "Tid saknas alltid", "Ja")]],
            [("gone", "item", "Ja"), ("new", "item", "Ja")],
        ),
    ],
)
def test_what_became_of_a_sentence(old: list[list[Words]], new: list[list[Words]], told: list[tuple[str, ...]]) -> None:
    assert _told(old, new) == sorted(told)
