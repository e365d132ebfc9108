"""Fitting: a slide becomes the pages that it needs, at sizes that it shares with its neighbours."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from deckmotor.compose.look import Look
from deckmotor.compose.slide import items, layout_name, notes
from deckmotor.compose.split import Unit, balanced, finer, parts, units
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.model.blocks import Item
from deckmotor.model.deck import Head, Slide
from deckmotor.model.text import Text
from deckmotor.scene.page import Layout, Media, Page, TableItem, TextItem
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import Fonts

Floors = tuple[tuple[str, int], ...]
"""Slots and the steps of the type scale that they start at."""

SPLITTABLE = ("body", "table")
"""Slots whose content a new slide can continue."""

MOST_PARTS = 60
"""A slide is never split into more; a text that long is an error instead."""


class Composed(Struct, frozen=True, kw_only=True):
    """A slide as pages."""

    slide: Slide
    """Kept so that its identity, which memos go by, stays its own."""
    pages: tuple[Page, ...]
    problems: tuple[Diagnostic, ...]

    @property
    def steps(self) -> dict[str, int]:
        """The smallest step that each slot took on these pages."""
        found: dict[str, int] = {}
        for page in self.pages:
            for item in page.items:
                if isinstance(item, TextItem | TableItem) and item.slot is not None:
                    found[item.slot] = max(found.get(item.slot, 0), item.step)
        return found


class Composer(Struct, frozen=True, kw_only=True):
    """Composes slides with one head and theme. `memo` may be shared with composers of other variants."""

    head: Head
    theme: Theme
    fonts: Fonts
    media: dict[str, Media]
    memo: dict[Any, Any]
    base: bool = True
    """Whether this is the base deck, which variants are split like."""

    def slide(self, slide: Slide, floors: Floors = ()) -> Composed:
        """The pages of a slide, each composed once however many variants show it."""
        head = self.head
        # All that a page takes from the head.
        seen = (head.title.runs, head.subtitle and head.subtitle.runs, head.date and head.date.plain, head.language)
        people = (head.authors, head.organisation, head.commissioned_by)
        key = (id(slide), id(self.theme), seen, people, floors)
        known: Composed | None = self.memo.get(key)
        if known is None:
            known = self.memo[key] = self._fitted(slide, dict(floors))
        return known

    def _fitted(self, slide: Slide, floors: Mapping[str, int]) -> Composed:
        whole, over = self._page(slide, floors)
        policy = slide.fit or self.theme.fit.policy
        wanted: int = self.memo.get(("parts", slide.id), 1)
        if policy != "split" or not (over or wanted > 1) or not over <= set(SPLITTABLE):
            return whole
        split = self._split(slide, whole, wanted, floors)
        if split is None:
            return whole
        # Other variants are split alike, unless they need more parts: the base deck is composed first.
        # Only its splits count, so that a variant is the same whether it is made alone or after others.
        if self.base:
            self.memo.setdefault(("parts", slide.id), len(split.pages))
        return split

    def _split(self, slide: Slide, whole: Composed, wanted: int, floors: Mapping[str, int]) -> Composed | None:
        """The fewest parts that fit, cut between units; between sentences where whole paragraphs do not help."""
        coarse = units(slide)
        fine = finer(coarse)
        attempts = [(coarse, _heights(coarse, whole.pages[0]))]
        if len(fine) > len(coarse):
            attempts.append((fine, [float(len(unit.plain)) if isinstance(unit, Text) else 40.0 for _, unit in fine]))
        for given, heights in attempts:
            for count in range(max(2, wanted), min(len(given), MOST_PARTS) + 1):
                cuts = balanced(heights, count)
                made = None if cuts is None else self._parts(slide, given, cuts, floors)
                if made is not None:
                    return made
        return None

    def _parts(self, slide: Slide, given: Sequence[Unit], cuts: Sequence[int], floors: Mapping[str, int]) -> Composed | None:
        """The pages of these parts, all at one step; None where one does not fit."""
        slides = parts(slide, given, cuts, self.theme.fit.continued)
        tried = [self._page(part, floors) for part in slides]
        if any(over for _, over in tried):
            return None
        step = max(composed.steps.get("body", 0) for composed, _ in tried)
        if step > floors.get("body", 0):
            tried = [self._page(part, {**floors, "body": step}) for part in slides]
        return Composed(
            slide=slide,
            pages=tuple(page for composed, _ in tried for page in composed.pages),
            problems=tuple(found for composed, _ in tried for found in composed.problems),
        )

    def _page(self, slide: Slide, floors: Mapping[str, int]) -> tuple[Composed, set[str]]:
        """One page, and the slots that are too full on it."""
        problems: list[Diagnostic] = []
        language = slide.language or self.head.language
        look = Look(
            theme=self.theme,
            fonts=self.fonts,
            layout=_layout(slide, self.theme, problems),
            language=language,
            page=slide.id or "",
            highlight=slide.highlight,
            media=self.media,
            floors=floors,
            shrinks=(slide.fit or self.theme.fit.policy) != "error",
            problems=problems,
            over=set(),
        )
        title = slide.title or self.head.title
        page = Page(
            id=slide.id or "",
            title=" ".join(title.plain.split()),
            layout=look.layout.name,
            language=language,
            items=items(slide, self.head, look),
            notes=notes(slide, look),
        )
        return Composed(slide=slide, pages=(page,), problems=tuple(problems)), look.over


def agreed(composed: Sequence[Composed], sections: Sequence[int], theme: Theme) -> list[Floors]:
    """The steps that each slide is to start at so that slides of one layout in one section share their sizes.

    They agree on the smallest size that any of them needs, but not below the middle of the scale: a very full slide
    stands alone instead of making its neighbours small.
    """
    shared: dict[tuple[int, str, str], int] = {}
    for made, section in zip(composed, sections, strict=True):
        layout = theme.layout(made.pages[0].layout)
        for name, step in made.steps.items():
            slot = None if layout is None else layout.slot(name)
            if slot is not None and name.split("-")[0] in theme.fit.agree:
                key = (section, made.pages[0].layout, name.split("-")[0])
                shared[key] = max(shared.get(key, 0), min(step, len(slot.smaller) // 2))
    floors: list[Floors] = []
    for made, section in zip(composed, sections, strict=True):
        names = sorted(name for name in made.steps if name.split("-")[0] in theme.fit.agree)
        wanted = ((name, shared.get((section, made.pages[0].layout, name.split("-")[0]), 0)) for name in names)
        floors.append(tuple((name, step) for name, step in wanted if step > made.steps[name]))
    return floors


def _layout(slide: Slide, theme: Theme, problems: list[Diagnostic]) -> Layout:
    """The layout that the slide names, or the one that suits what it holds."""
    wanted = slide.layout or layout_name(slide)
    layout = theme.layout(wanted)
    if layout is not None:
        return layout
    if slide.layout is not None:
        hints = nearest(wanted, [layout.name for layout in theme.layouts])
        problems.append(problem("unknown-layout", slide.span, hints=hints, theme=theme.name, layout=wanted))
    # A combination that no layout is made for is placed on a plain one, which reports what it has no place for.
    fallback = theme.layout("content") or theme.layouts[0]
    return theme.layout(layout_name(slide)) or fallback


def _heights(given: Sequence[Unit], page: Page) -> list[float]:
    """How high each unit is on a page that holds all of them."""
    table = next((item for item in page.items if isinstance(item, TableItem)), None)
    if table is not None:
        return [float(height) for height in table.heights[int(table.header) :]]
    body = next(item for item in page.items if isinstance(item, TextItem) and item.slot == "body")
    tops = [part.lines[0].baseline for part in body.paragraphs] + [body.box.y + body.height]
    ends: list[int] = []
    for _, unit in given:
        ends.append((ends[-1] if ends else 0) + (_count(unit) if isinstance(unit, Item) else 1))
    begins = [0, *ends[:-1]]
    return [float(tops[end] - tops[begin]) for begin, end in zip(begins, ends, strict=True)]


def _count(item: Item) -> int:
    """Paragraphs that an item takes, with those below it."""
    return 1 + sum(_count(below) for below in (*item.bullets, *item.numbered))
