"""One row a kind: only `compose.kinds` knows the types of blocks by name, and it has a row for each."""

import ast

import pytest

from deckmotor.compose.choose import choose, layout_name
from deckmotor.compose.kinds import KINDS, Kind, every_kind
from deckmotor.model.blocks import BLOCK_KEYS, Quote, every_block
from deckmotor.model.deck import Slide
from deckmotor.source.parse import parse
from deckmotor.span import Span
from deckmotor.theme.looks import LOOKS
from tests.architecture.test_imports import modules

BLOCKS = {block.__name__ for block in every_block()}
HOMES = {block.__module__ for block in every_block()}
OUTSIDE = sorted(name for name in modules() if name.startswith("compose") and not name.startswith("compose.kinds"))


def named_blocks(source: str) -> set[str]:
    """The types of blocks that a module imports."""
    tree = ast.parse(source)
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in HOMES)
    return {name.name for node in imports for name in node.names} & BLOCKS


@pytest.mark.parametrize("module", OUTSIDE)
def test_no_other_module_tells_blocks_apart(module: str) -> None:
    assert named_blocks(modules()[module]) == set()


def test_the_kinds_are_where_it_is_looked_for() -> None:
    inside = (source for module, source in modules().items() if module.startswith("compose.kinds"))
    assert {name for source in inside for name in named_blocks(source)} == BLOCKS


def test_every_block_has_a_row() -> None:
    assert [kind.block for kind in every_kind()] == list(every_block())
    assert [kind.tag for kind in every_kind()] == list(BLOCK_KEYS)


@pytest.mark.parametrize("row", every_kind(), ids=lambda kind: kind.tag)
def test_a_row_is_whole(row: Kind) -> None:
    assert sum(way is not None for way in (row.paragraphs, row.draw, row.page, row.stacks)) == 1
    assert (row.draw is None) == (row.want is None)
    assert (row.cut is None) == (row.units is KINDS[Quote].units)
    assert set(row.looks[:1]) <= set(LOOKS)


def test_every_kind_has_an_example_that_is_a_slide() -> None:
    for kind in every_kind():
        node, problems = parse(kind.example.encode(), "example.yaml")
        assert problems == ()
        assert node is not None and kind.tag in [name.text for name, _ in node.entries]  # type: ignore[union-attr]


def test_an_empty_slide_gets_a_title() -> None:
    span = Span("deck.yaml")
    assert layout_name(Slide(span=span)) == choose(Slide(span=span)).layout == "title-only"
