"""What always holds of fitting and splitting, whatever a deck says. Decks are generated; nothing is drawn."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from deckmotor.cache import Cache
from deckmotor.compose import Composition, Plans, compose
from deckmotor.compose.breaks import hyphenates
from deckmotor.edition import BASE
from deckmotor.load import load_deck, load_project
from deckmotor.model.blocks import Bullets, Lead, Numbered, Questions
from deckmotor.model.deck import Deck, Slide
from deckmotor.model.tables import Table
from deckmotor.model.text import Text
from deckmotor.pictures.read import read_pictures
from deckmotor.scene.page import Page, Paragraph, Scene, Slot, TableItem, TextItem
from deckmotor.span import Span
from deckmotor.style import Box
from deckmotor.theme.kept import kept_theme
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import shipped_fonts
from tests.fit.generated import deck
from tests.fit.judge import letters

FONTS = shipped_fonts()
SLIDES = 6
seeds = st.integers(min_value=10_000, max_value=10_005)
"""Few, so that most tests find their decks composed by another."""

few = settings(max_examples=3, deadline=None)


class Made:
    """A generated deck, read and composed."""

    def __init__(self, seed: int) -> None:
        workspace = deck(seed, SLIDES).workspace()
        read, _ = load_deck(load_project(workspace, "deck.yaml"), BASE)
        assert read is not None
        theme, _ = kept_theme(workspace, read.head.theme, read.head.size, Span("deck.yaml"), Cache(None))
        assert theme is not None
        self.deck: Deck = read
        self.theme: Theme = theme
        self.media = read_pictures(workspace, read)[0]
        self.scene = self.compose()

    def compose(self, *slides: Slide) -> Scene:
        """The scene of the deck, or of some slides with its head."""
        return self.composed(slides or self.deck.slides).scene

    def composed(self, slides: tuple[Slide, ...], plans: Plans | None = None) -> Composition:
        """Some slides with the deck's head, split like those of another deck."""
        return compose(replace(self.deck, slides=slides), self.theme, FONTS, self.media, plans=plans)

    def split(self) -> Iterator[tuple[Slide, tuple[Page, ...]]]:
        """The slides that became several pages, with these."""
        for slide in self.deck.slides:
            pages = tuple(page for page in self.scene.pages if page.id.split("~")[0] == slide.id)
            if len(pages) > 1:
                yield slide, pages


made = cache(Made)


def body(page: Page) -> list[Paragraph]:
    """The paragraphs of the content of a page."""
    return [
        part
        for item in page.items
        if isinstance(item, TextItem) and (item.slot or "").startswith("body")
        for part in item.paragraphs
    ]


def plain(paragraphs: Iterator[Paragraph] | list[Paragraph]) -> str:
    return letters("".join(run.text for part in paragraphs for run in part.runs))


def tables(page: Page) -> list[TableItem]:
    return [item for item in page.items if isinstance(item, TableItem)]


@few
@given(seeds)
def test_the_same_deck_gives_the_same_scene(seed: int) -> None:
    assert made(seed).compose() == made(seed).scene


@few
@given(seeds)
def test_ids_and_names_are_there_once(seed: int) -> None:
    pages = made(seed).scene.pages
    ids = [page.id for page in pages]
    assert len(set(ids)) == len(ids)
    assert {page_id.split("~")[0] for page_id in ids} == {slide.id for slide in made(seed).deck.slides}
    for page in pages:
        names = [item.name for item in page.items]
        assert len(set(names)) == len(names)


@few
@given(seeds)
def test_parts_are_numbered_and_only_the_first_has_the_notes(seed: int) -> None:
    slide_notes = Text(runs=(made(seed).deck.head.title.runs[0],), span=Span("deck.yaml"))
    for slide, pages in made(seed).split():
        told = made(seed).compose(replace(slide, notes=(slide_notes,))).pages
        assert [page.id for page in told] == [page.id for page in pages]
        assert [bool(page.notes) for page in told] == [True, *(False for _ in told[1:])]
        for number, page in enumerate(pages, 1):
            assert page.title.endswith(f"({number}/{len(pages)})")
            assert page.layout == pages[0].layout


@few
@given(seeds)
def test_parts_joined_are_the_whole(seed: int) -> None:
    for slide, pages in made(seed).split():
        (whole,) = made(seed).compose(replace(slide, fit="shrink")).pages
        if whole.layout.removesuffix("-lead") in ("content", "text", "questions"):
            assert plain(_without_repeated(pages)) == plain(body(whole))
        for one in tables(whole)[: whole.layout.startswith("table")]:
            rows = [row for page in pages for part in tables(page) for row in part.rows[int(part.header) :]]
            texts = [[plain(list(cell.paragraphs)) for cell in row] for row in rows]
            assert texts == [[plain(list(cell.paragraphs)) for cell in row] for row in one.rows[int(one.header) :]]


def _without_repeated(pages: tuple[Page, ...]) -> Iterator[Paragraph]:
    """The paragraphs of all parts, less the items that stand again above the rest of those below them."""
    last = None
    for page in pages:
        parts = body(page)
        again = last is not None and len(parts) > 1 and parts[1].level > 0 and plain(parts[:1]) == plain([last])
        yield from parts[int(again) :]
        last = next((part for part in reversed(parts) if part.level == 0), None)


@few
@given(seeds)
def test_items_stay_with_the_one_above_and_none_is_left_alone(seed: int) -> None:
    for slide, pages in made(seed).split():
        blocks = [block for block in slide.blocks if not isinstance(block, Lead)]
        lists = [block for block in blocks if isinstance(block, Bullets | Numbered | Questions)]
        if len(blocks) == len(lists) == 1:
            assert all(body(page)[0].level == 0 for page in pages)
            tops = [sum(part.level == 0 for part in body(page)) for page in pages]
            if len(lists[0].items) > max(3, len(pages)) and sum(tops) == len(lists[0].items):
                assert tops[-1] > 1


@few
@given(seeds)
def test_every_part_of_a_table_has_its_header_and_columns(seed: int) -> None:
    for slide, pages in made(seed).split():
        if any(isinstance(block, Table) for block in slide.blocks):
            parts = [part for page in pages for part in tables(page)]
            for one, other in pairwise(parts):
                assert one.header == other.header
                assert one.widths == other.widths
                assert one.step == other.step
                if one.header:
                    assert [plain(list(a.paragraphs)) for a in one.rows[0]] == [
                        plain(list(b.paragraphs)) for b in other.rows[0]
                    ]


@few
@given(seeds)
def test_a_part_made_a_slide_of_its_own_is_not_split_again(seed: int) -> None:
    for slide, pages in made(seed).split():
        if len(slide.blocks) == 1 and isinstance(slide.blocks[0], Bullets):
            items = list(slide.blocks[0].items)
            tops = [sum(part.level == 0 for part in body(page)) for page in pages]
            if sum(tops) != len(items):
                continue  # An item that is longer than a page stands on several.
            for page, count in zip(pages, tops, strict=True):
                mine, items = tuple(items[:count]), items[count:]
                (alone,) = made(seed).compose(replace(slide, blocks=(replace(slide.blocks[0], items=mine),))).pages
                assert plain(body(alone)) == plain(body(page))


@few
@given(seeds)
def test_a_variant_is_split_like_the_base_deck_where_it_says_the_same(seed: int) -> None:
    for slide, pages in made(seed).split():
        plans = made(seed).composed((slide,)).plans
        assert list(plans.slides) == [slide.id]
        other = replace(slide, title=made(seed).deck.head.title)
        composed = made(seed).composed((other,), plans)
        assert [plain(body(page)) for page in composed.scene.pages] == [plain(body(page)) for page in pages]


@few
@given(seeds)
def test_a_variant_that_says_something_else_is_split_as_if_alone(seed: int) -> None:
    for slide, _ in made(seed).split():
        content = next((block for block in slide.blocks if isinstance(block, Bullets | Numbered)), None)
        if content is not None:
            blocks = tuple(replace(block, items=block.items[:3]) if block is content else block for block in slide.blocks)
            other = replace(slide, blocks=blocks)
            plans = made(seed).composed((slide,)).plans
            assert made(seed).composed((other,), plans).scene == made(seed).compose(other)


boxes = st.tuples(st.integers(20, 100), st.integers(20, 100))
"""Shares of a slot's width and height, in percent."""


@few
@given(seeds, boxes, boxes)
@example(10010, (28, 48), (40, 48))
def test_a_smaller_box_never_gets_a_larger_size(seed: int, one: tuple[int, int], other: tuple[int, int]) -> None:
    wide, high = max(one[0], other[0]), max(one[1], other[1])
    narrow, low = min(one[0], other[0]), min(one[1], other[1])
    large, small = _with_bodies(made(seed), wide, high), _with_bodies(made(seed), narrow, low)
    for page, less in zip(large.pages, small.pages, strict=True):
        for item, smaller in zip(page.items, less.items, strict=True):
            if isinstance(item, TextItem) and isinstance(smaller, TextItem) and (item.slot or "").startswith("body"):
                # Where a word needs a hyphen at every step, the largest is kept; where one step needs none, that is taken.
                assert item.step <= smaller.step or hyphenates(smaller), item.name


def _with_bodies(one: Made, width: int, height: int) -> Scene:
    """The deck on layouts whose bodies are a share as large; each slide for itself, so that none follows its neighbours."""

    def less(slot: Slot) -> Slot:
        if not slot.name.startswith("body"):
            return slot
        return replace(slot, box=Box(slot.box.x, slot.box.y, slot.box.width * width // 100, slot.box.height * height // 100))

    layouts = tuple(replace(layout, slots=tuple(map(less, layout.slots))) for layout in one.theme.layouts)
    theme = replace(one.theme, layouts=layouts, fit=replace(one.theme.fit, policy="shrink", agree=()))
    simple = [slide for slide in one.deck.slides if not any(isinstance(block, Table) for block in slide.blocks)]
    return compose(replace(one.deck, slides=tuple(simple)), theme, FONTS, one.media).scene
