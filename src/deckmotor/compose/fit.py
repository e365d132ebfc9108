"""Fitting: a slide becomes the pages that it needs, at sizes that it shares with its neighbours."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import ceil
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.look import Look, Whole
from deckmotor.compose.slide import items, layout_name, notes
from deckmotor.compose.split import Share, Unit, balanced, finer, parts, streams
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.model.blocks import Item, Lead
from deckmotor.model.deck import Head, Slide
from deckmotor.model.text import Text
from deckmotor.scene.page import Layout, Media, Page, TableItem, TextItem
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import Fonts

Floors = tuple[tuple[str, int], ...]
"""Slots and the steps of the type scale that they start at."""

SMALLEST = 99
"""A step beyond every scale: the smallest there is."""

NOTHING: Mapping[str, TextItem] = {}

NEARLY = 1.05
"""How much higher than its place a part may be by its units' heights on the whole page: the first loses the space above it."""

SHARED = ("body", "table")
"""Beginnings of the names of slots that all parts of a slide show at one step."""

MOST_PARTS = 60
"""A slide is never split into more; a text that long is an error instead."""


class Composed(Struct, frozen=True, kw_only=True):
    """A slide as pages."""

    slide: Slide
    """Kept so that its identity, which memos go by, stays its own."""
    pages: tuple[Page, ...]
    problems: tuple[Diagnostic, ...]
    steps: dict[str, int]
    """The smallest step that each slot took on these pages."""


class Composer(Struct, frozen=True, kw_only=True):
    """Composes slides with one head and theme. `memo` may be shared with composers of other variants."""

    head: Head
    theme: Theme
    fonts: Fonts
    media: dict[str, Media]
    memo: dict[Any, Any]
    shown: int
    """What pages show of the head, as a number: the same for heads that give the same pages."""
    base: bool = True
    """Whether this is the base deck, which variants are split like."""

    def layout(self, slide: Slide) -> Layout:
        """The layout that a slide has."""
        key = ("layout", id(slide), id(self.theme))
        known: tuple[Slide, Layout] | None = self.memo.get(key)
        if known is None:
            known = self.memo[key] = (slide, _layout(slide, self.theme, []))
        return known[1]

    def _told_layout(self, slide: Slide, problems: list[Diagnostic]) -> Layout:
        """The same; a problem where the slide names one that is not there."""
        return self.layout(slide) if slide.layout is None else _layout(slide, self.theme, problems)

    def slide(self, slide: Slide, floors: Floors = (), larger: Composed | None = None) -> Composed:
        """The pages of a slide, each composed once however many variants show it.

        `larger` is the slide as it was composed with lower floors; what is as small as it has to be there is not made again.
        """
        key = (id(slide), id(self.theme), self.shown, floors)
        known: Composed | None = self.memo.get(key)
        if known is None:
            settled = _settled(larger) if larger is not None else NOTHING
            known = self.memo[key] = self._fitted(slide, dict(floors), settled)
        return known

    def _fitted(self, slide: Slide, floors: Mapping[str, int], settled: Mapping[str, TextItem]) -> Composed:
        whole, over = self._page(slide, floors, settled=settled)
        if (slide.fit or self.theme.fit.policy) != "split":
            return whole
        count, slots = self.memo.get(("parts", slide.id), (1, frozenset()))
        layout = self.theme.layout(whole.pages[0].layout)
        given = {} if layout is None or not (over or slots) else streams(slide, layout)
        cut = {name: units for name, units in given.items() if name in over or name in slots}
        split = self._split(slide, whole.pages[0], cut, count, floors) if cut else None
        if split is None:
            return whole
        # Other variants are split alike, unless they need more parts: the base deck is composed first.
        # Only its splits count, so that a variant is the same whether it is made alone or after others.
        if self.base:
            self.memo.setdefault(("parts", slide.id), (len(split.pages), frozenset(cut)))
        return split

    def _split(
        self, slide: Slide, whole: Page, cut: Mapping[str, Sequence[Unit]], wanted: int, floors: Mapping[str, int]
    ) -> Composed | None:
        """The fewest parts that fit, cut between units; more finely where whole paragraphs and items do not help."""
        coarse = {name: (tuple(units), tuple(_heights(name, units, whole))) for name, units in cut.items()}
        fine = {name: finer(*attempt) for name, attempt in coarse.items()}
        shared = Whole(slide=slide, layout=whole.layout, widths={}, broken={})
        for attempt in (coarse, fine, {name: finer(*attempt) for name, attempt in fine.items()}):
            most = max(len(units) for units, _ in attempt.values())
            least = max(self._least(whole, name, heights) for name, (_, heights) in attempt.items())
            for count in range(max(2, wanted, least), min(most, MOST_PARTS) + 1):
                cuts = {name: balanced(heights, min(count, len(units))) for name, (units, heights) in attempt.items()}
                if all(self._may_fit(whole, name, attempt[name][1], ends) for name, ends in cuts.items()):
                    made, hopeless = self._parts(shared, _shares(attempt, cuts, count), floors)
                    if made is not None:
                        return made
                    if hopeless:
                        break
        return None

    def _least(self, page: Page, name: str, heights: Sequence[float]) -> int:
        """How many parts there must be at least, by the heights of their units on the whole page."""
        layout = self.theme.layout(page.layout)
        slot = None if layout is None else layout.slot(name)
        return 1 if slot is None else ceil(sum(heights) / (slot.box.height * NEARLY))

    def _may_fit(self, page: Page, name: str, heights: Sequence[float], ends: Sequence[int] | None) -> bool:
        """Whether it is worth composing these parts, by the heights of their units on the whole page."""
        layout = self.theme.layout(page.layout)
        slot = None if layout is None else layout.slot(name)
        if slot is None or ends is None:
            return ends is not None
        return max(sum(heights[a:b]) for a, b in zip((0, *ends), ends, strict=False)) <= slot.box.height * NEARLY

    def _parts(
        self, whole: Whole, shares: Sequence[Sequence[Share]], floors: Mapping[str, int]
    ) -> tuple[Composed | None, bool]:
        """The pages of these parts, all at one step. None if what was cut does not fit; and whether more never help."""
        slides = parts(whole.slide, shares, self.theme.fit.continued)
        cut = {share.slot for share in shares[0]}
        # Most parts that do not fit are found at the smallest step, so that is tried first.
        smallest = {**floors, **dict.fromkeys(cut, SMALLEST)}
        for part, mine in zip(slides, shares, strict=True):
            if over := self._page(_only_cut(part), smallest, whole)[1] & cut:
                return None, any(share.slot in over and share.end - share.begin == 1 for share in mine)
        tried = [self._page(part, floors, whole) for part in slides]
        steps: dict[str, int] = dict(floors)
        for composed, _ in tried:
            for name, step in composed.steps.items():
                if name.startswith(SHARED):
                    steps[name] = max(steps.get(name, 0), step)
        if any(composed.steps.get(name, step) < step for composed, _ in tried for name, step in steps.items()):
            tried = [self._page(part, steps, whole) for part in slides]
        # What stands on every part is told of once.
        found = dict.fromkeys(found for composed, _ in tried for found in composed.problems)
        pages = tuple(page for composed, _ in tried for page in composed.pages)
        return Composed(slide=whole.slide, pages=pages, problems=tuple(found), steps=_steps(pages)), False

    def _page(
        self, slide: Slide, floors: Mapping[str, int], whole: Whole | None = None, settled: Mapping[str, TextItem] = NOTHING
    ) -> tuple[Composed, set[str]]:
        """One page, and the slots that are too full on it. Parts of a `whole` slide have its layout and column widths."""
        problems: list[Diagnostic] = []
        language = slide.language or self.head.language
        look = Look(
            theme=self.theme,
            fonts=self.fonts,
            layout=(whole and self.theme.layout(whole.layout)) or self._told_layout(slide, problems),
            whole=whole,
            language=language,
            page=slide.id or "",
            media=self.media,
            floors=floors,
            shrinks=(slide.fit or self.theme.fit.policy) != "error",
            problems=problems,
            over=set(),
            memo=self.memo,
            settled=settled,
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
        return Composed(slide=slide, pages=(page,), problems=tuple(problems), steps=_steps((page,))), look.over


def _only_cut(part: Slide) -> Slide:
    """A part without what is never cut: what is cut is as high without it."""
    return replace(part, title=None, blocks=tuple(block for block in part.blocks if not isinstance(block, Lead)))


def _steps(pages: Iterable[Page]) -> dict[str, int]:
    found: dict[str, int] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, TextItem | TableItem) and item.slot is not None:
                found[item.slot] = max(found.get(item.slot, 0), item.step)
    return found


def shown_of(head: Head, memo: dict[Any, Any]) -> int:
    """All that a page takes from the head, as a number that is kept in `memo`."""
    texts = (head.title.runs, head.subtitle and head.subtitle.runs, head.date and head.date.plain, head.language)
    number: int = memo.setdefault((texts, head.authors, head.organisation, head.commissioned_by), len(memo))
    return number


def _settled(composed: Composed) -> dict[str, TextItem]:
    """The texts of a page with which all is well, by their names."""
    if len(composed.pages) > 1 or composed.problems:
        return {}
    texts = [item for item in composed.pages[0].items if isinstance(item, TextItem)]
    by_name = {item.name: item for item in texts}
    return by_name if len(by_name) == len(texts) else {}


def _layout(slide: Slide, theme: Theme, problems: list[Diagnostic]) -> Layout:
    """The layout that the slide names, or the one that suits what it holds."""
    wanted = slide.layout.text if slide.layout is not None else layout_name(slide)
    layout = theme.layout(wanted)
    if layout is not None:
        return layout
    if slide.layout is not None:
        hints = nearest(wanted, [layout.name for layout in theme.layouts])
        problems.append(problem("unknown-layout", slide.layout.span, hints=hints, theme=theme.name, layout=wanted))
    # A combination that no layout is made for is placed on a plain one, which reports what it has no place for.
    fallback = theme.layout("content") or theme.layouts[0]
    return theme.layout(layout_name(slide)) or fallback


def _shares(
    attempt: Mapping[str, tuple[Sequence[Unit], Sequence[float]]], cuts: Mapping[str, Sequence[int] | None], count: int
) -> list[list[Share]]:
    """For each part what it shows of every slot. Slots with fewer units than there are parts are empty on the last ones."""
    shares: list[list[Share]] = [[] for _ in range(count)]
    for name, (units, _) in attempt.items():
        ends = cuts[name] or (len(units),)
        ends = (*ends, *(len(units),) * (count - len(ends)))
        for mine, begin, end in zip(shares, (0, *ends), ends, strict=False):
            mine.append(Share(name, units, begin, end))
    return shares


def _heights(name: str, given: Sequence[Unit], page: Page) -> list[float]:
    """How high each unit of a slot is on a page that holds all of them."""
    counts = [_count(unit.said) if isinstance(unit.said, Item) else 1 for unit in given]
    for item in page.items:
        if isinstance(item, TableItem) and item.slot == name:
            return [float(height) for height in item.heights[int(item.header) :]]
        if isinstance(item, TextItem) and item.slot == name and len(item.paragraphs) == sum(counts):
            tops = [part.lines[0].baseline for part in item.paragraphs] + [item.box.y + item.height]
            ends = tuple(accumulate(counts))
            return [float(tops[end] - tops[end - count]) for end, count in zip(ends, counts, strict=True)]
    # What stands on no page, or on none alone, is as high as it is long.
    return [float(len(unit.said.plain)) if isinstance(unit.said, Text) else 40.0 for unit in given]


def _count(item: Item) -> int:
    """Paragraphs that an item takes, with those below it."""
    return 1 + sum(_count(below) for below in (*item.bullets, *item.numbered))
