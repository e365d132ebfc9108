"""A theme that extends no other goes on building when a kind of block is new: no size of a kind has to be given."""

import msgspec
import pytest

from deckmotor.build import Pipeline
from deckmotor.theme.tokens import Sizes
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

DECK = "title: T\ntheme: own\nslides:\n  - {title: A, fact: {value: 6, label: län}}\n  - {title: B, bullets: [a, b]}\n"

GENERAL = {"title", "body", "small", "footer", "span"}
"""What every page has."""


def test_only_sizes_that_every_page_has_must_be_given() -> None:
    assert {field.name for field in msgspec.structs.fields(Sizes) if field.required} == GENERAL


@pytest.mark.parametrize("size", [8, 40])
@pytest.mark.parametrize(
    "role", [field.name for field in msgspec.structs.fields(Sizes) if field.name not in ("columns", "span")]
)
def test_a_scale_may_have_a_single_size(role: str, size: int) -> None:
    theme = f"label: Own\nextends: motor\nsizes: {{{role}: [{size}]}}\n"
    files = {**THEME_FILES, "deck.yaml": DECK.encode(), "themes/own/theme.yaml": theme.encode()}
    assert Pipeline.of(MemoryWorkspace(files), "deck.yaml").compose().scene is not None
