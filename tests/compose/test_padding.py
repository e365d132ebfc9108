"""The space around words gives way before small type gets smaller, and large type keeps it."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.padding import LARGE
from deckmotor.scene.page import GroupItem, Page, ShapeItem
from deckmotor.units import inches
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

POINT = "Kurserna väljs efter vad som behövs i kommunen"
KINDS: dict[str, tuple[Callable[[int], dict[str, Any]], float, int]] = {
    "callout": (
        lambda n: {"columns": [{"bullets": ["Läs"]}, {"callout": {"kind": "law", "bullets": [POINT] * n}}]},
        0,
        inches(0.18),
    ),
    "callout alone": (lambda n: {"callout": {"kind": "tip", "bullets": [POINT] * n}}, 0, inches(0.36)),
    "code": (lambda n: {"code": {"language": "python", "text": "a = 1\n" * 3 * n}}, 0, inches(0.16)),
    "comparison": (lambda n: {"comparison": {"Före": [POINT] * n, "Efter": [POINT] * n}}, 0.65, 0),
    "matrix": (lambda n: {"matrix": {name: [POINT[: 8 * at] for at in range(1, n + 1)] for name in "ABCD"}}, 0.65, 0),
}  # fmt: skip
"""A slide with so much of a kind; and its usual padding above, over the size of its type and in EMU."""


@pytest.mark.parametrize("kind", KINDS)
def test_padding_gives_way_where_type_is_small(kind: str) -> None:
    make, share, fixed = KINDS[kind]
    slides = [
        one for n in range(1, 9) for one in ({"section": f"Del {n}"}, {"title": f"Sidan {n}", "fit": "shrink", **make(n)})
    ]
    deck = json.dumps({"title": "Studien", "language": "sv", "slides": slides})
    scene = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml").compose().scene
    assert scene is not None
    found = [shape for page in scene.pages if page.layout != "section" for shape in _shapes(page)]
    sizes = [(shape.paragraphs[1].style.text.size, shape.insets.top) for shape in found]
    kept = {(size > LARGE, round(above / (share * size + fixed), 2)) for size, above in sizes}
    assert {above for is_large, above in kept if is_large} == {1.0}
    assert {0.6} <= {above for is_large, above in kept if not is_large} <= {1.0, 0.6}


def _shapes(page: Page) -> list[ShapeItem]:
    """What holds the words of a page."""
    parts = [part for item in page.items for part in (item.items if isinstance(item, GroupItem) else (item,))]
    return [part for part in parts if isinstance(part, ShapeItem) and len(part.paragraphs) > 1]
