"""Fitting: a slide becomes the pages that it needs, at sizes that it shares with its neighbours."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, islice
from math import ceil
from typing import TYPE_CHECKING, Any, TypeGuard

from msgspec import Struct
from msgspec.structs import astuple, replace

from deckmotor.compose.air import GIVES, aired
from deckmotor.compose.choose import WAYS, as_called, layout_name, way_of
from deckmotor.compose.composed import EVENED, NOTHING, Composed, Drawn, Settled, smallest_steps
from deckmotor.compose.kinds import KINDS
from deckmotor.compose.kinds.kind import paragraphs_of
from deckmotor.compose.look import Look, Whole
from deckmotor.compose.slide import fill, notes
from deckmotor.compose.standing import Standing
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import nearest, problem
from deckmotor.model.deck import Head, Slide, Words
from deckmotor.model.grounds import Background
from deckmotor.model.text import Text, unbroken
from deckmotor.scene.page import Ground, Item, Layout, Media, Page, ShapeItem, TableItem, TextItem, inside
from deckmotor.theme.theme import Theme
from deckmotor.typeset.fonts import Fonts

if TYPE_CHECKING:
    from deckmotor.compose.split import Plan, Share, Unit

Floors = tuple[tuple[str, int], ...]
"""What places share their size with (`Place.share`), and the steps of the type scale that they start at."""

SMALLEST = 99
"""A step beyond every scale: the smallest there is."""

NEARLY = 1.05
"""How much higher than its place a part may be by its units' heights on the whole page: the first loses the space above it."""

TIGHT = 0.9
"""Share of its place up to which the last two units are sure to have room together."""

MOST_PARTS = 60
"""A slide is never split into more; a text that long is an error instead."""


class Composer(Struct, frozen=True, kw_only=True):
    """Composes slides with one head and theme. `memo` may be shared with composers of other variants."""

    head: Head
    theme: Theme
    fonts: Fonts
    media: dict[str, Media]
    memo: dict[Any, Any]
    shown: int
    """What pages show of the head, as a number: the same for heads that give the same pages."""
    sections: Mapping[int, tuple[int, int]]
    """By the identity of slides that open sections: which of how many they open, from 1."""
    plans: Mapping[str, Composed]
    """How the slides of the base deck are split, by their ids, for a variant that is to be split alike."""
    base: frozenset[str] = frozenset()
    """The ids of all slides of the base deck, for a variant."""
    ground: Ground | None = None
    """What the slide stands on that it is for, where that is not its layout's."""
    told: tuple[Diagnostic, ...] = ()
    """What is wrong with that."""

    def layout(self, slide: Slide) -> Layout:
        """The layout that a slide has."""
        key = ("layout", id(slide), id(self.theme))
        known: tuple[Slide, Layout] | None = self.memo.get(key)
        if known is None:
            known = self.memo[key] = (slide, _layout(slide, self.theme, self.media, []))
        return known[1]

    def shrinks(self, slide: Slide) -> bool:
        """Whether text of the slide may take a smaller step."""
        return (slide.fit or self.theme.fit.policy) != "error"

    def _told_layout(self, slide: Slide, problems: list[Diagnostic]) -> Layout:
        """The same; a problem where the slide names one that is not there."""
        layout = self.layout(slide)
        is_there = slide.layout is None or slide.layout.text in (layout.name, *WAYS)
        return layout if is_there else _layout(slide, self.theme, self.media, problems)

    def slide(self, slide: Slide, floors: Floors = ()) -> Composed:
        """The pages of a slide, each composed once however many variants show it."""
        if slide.background is not None:
            return self._on_ground(slide, slide.background)._at(slide, floors)
        return self._at(slide, floors)

    def _on_ground(self, slide: Slide, background: Background) -> "Composer":
        """What composes a slide on a ground of its own."""
        from deckmotor.compose.ground import standing  # Most decks have none.

        found = standing(background, slide.id or "", self.layout(slide), self.theme, self.media, self.memo)
        return replace(self, theme=found.theme, ground=found.ground, told=found.problems)

    def _at(self, slide: Slide, floors: Floors) -> Composed:
        base = self.plans.get(slide.id or "")
        # The slide of the base deck itself needs no plan to come out the same.
        plan = None if base is None or base.slide is slide else base.plan
        key = (id(slide), id(self.theme), self.shown, self._section(slide), floors, id(plan))
        known: Composed | None = self.memo.get(key)
        if known is None:
            known = self._fitted(slide, dict(floors), plan)
            self.memo[key] = known = known if plan is None else replace(known, like=plan)
        return known

    def _section(self, slide: Slide) -> tuple[int, int]:
        return self.sections.get(id(slide), (0, 0))

    def _fitted(self, slide: Slide, floors: Mapping[str, int], plan: "Plan | None") -> Composed:
        whole = self.page(slide, floors)
        if (slide.fit or self.theme.fit.policy) == "split" and (whole.over or plan is not None):
            split = self.split(slide, whole, floors, plan)
            if split is not None:
                return split
        problems = whole.problems
        page = (
            whole.page
            if problems or slide.look is not None or True in [one.aired for one in whole.taken.values()]
            else aired(whole.page, self.layout(slide), self.theme.width, self.memo.setdefault("spaced", {}))
        )
        return Composed(slide=slide, pages=(page,), problems=problems, steps=whole.steps)

    def split(self, slide: Slide, whole: Drawn, floors: Mapping[str, int], plan: "Plan | None") -> Composed | None:
        """The fewest parts that fit, cut between units; more finely where whole paragraphs and items do not help.

        By the plan, where there is one and what it cuts is the same on this slide.
        """
        from deckmotor.compose.deeper import is_crowded, is_narrow
        from deckmotor.compose.split import streams  # Few slides are too full.

        given = streams(slide, [(placed.place.key, placed.group) for placed in whole.standing if placed.group is not None])
        shared = Whole(slide=slide, layout=whole.page.layout, arrangement=whole.arrangement, widths={}, broken={})
        if plan is not None and all(given.get(key) == units for key, units in plan.cut.items()):
            made = self._planned(shared, plan, whole, floors)
            if made is not None:
                return made
        cut = {key: units for key, units in given.items() if units and key in whole.over}
        made = self._fewest(shared, cut, whole, floors)
        most = max(map(len, cut.values()), default=0)
        if cut and is_crowded(most, 0 if made is None else len(made.pages)):
            from deckmotor.compose.apart import apart

            if is_narrow(self.layout(slide)):
                deep = self._fewest(replace(shared, deep=True), cut, whole, floors)
                if deep is not None and (made is None or len(deep.pages) < len(made.pages)):
                    made = deep
            if is_crowded(most, 0 if made is None else len(made.pages)):
                return apart(self, slide, whole, MOST_PARTS if made is None else len(made.pages) * 4 // 3) or made
        return made

    def _planned(self, shared: Whole, plan: "Plan", whole: Drawn, floors: Mapping[str, int]) -> Composed | None:
        """The parts that a plan says, where what is cut has room so."""
        if plan.each:
            from deckmotor.compose.apart import by_plan

            return by_plan(self, shared.slide, whole, plan)
        return self.parts(replace(shared, deep=plan.deep), plan, whole, floors)[0]

    def _fewest(
        self, shared: Whole, cut: "dict[str, tuple[Unit, ...]]", whole: Drawn, floors: Mapping[str, int]
    ) -> Composed | None:
        """The fewest parts of what is cut that fit; none where there are none."""
        from deckmotor.compose.deeper import AT_DEEPEST
        from deckmotor.compose.split import Plan, balanced, finer, shared_out

        share = AT_DEEPEST if shared.deep else 1
        coarse = {key: (units, tuple([one * share for one in _heights(key, units, whole.page)])) for key, units in cut.items()}
        language = shared.slide.language or self.head.language
        fine = {key: finer(*attempt, language) for key, attempt in coarse.items()}
        rooms = {placed.place.key: _room(placed, self.theme) for placed in whole.standing}
        for attempt in (coarse, fine, {key: finer(*attempt, language) for key, attempt in fine.items()}):
            most = max((len(units) for units, _ in attempt.values()), default=0)
            least = max((ceil(sum(heights) / (rooms[key] * NEARLY)) for key, (_, heights) in attempt.items()), default=0)
            for count in range(max(2, least), min(most, MOST_PARTS) + 1):
                cuts = {
                    key: balanced(heights, min(count, len(units)), rooms[key] * TIGHT)
                    for key, (units, heights) in attempt.items()
                }
                if all(_may_fit(rooms[key], attempt[key][1], ends) for key, ends in cuts.items()):
                    plan = Plan(cut, shared_out(attempt, cuts, count), shared.deep)
                    made, hopeless = self.parts(shared, plan, whole, floors)
                    if made is not None:
                        return made
                    if hopeless:
                        break
        return None

    def _continued(self, slide: Slide) -> str:
        """What is added to the titles of a slide's parts: what the deck says, or the theme where that says nothing."""
        words = self._words(slide.language or self.head.language)
        return (words and words.continued) or self.theme.fit.continued

    def _words(self, language: str) -> Words | None:
        """Words of the product's own as the deck says them, for a slide in its language."""
        return self.head.words if language == self.head.language else None

    def parts(self, shared: Whole, plan: "Plan", whole: Drawn, floors: Mapping[str, int]) -> tuple[Composed | None, bool]:
        """The pages of these parts, all at one step. None if what was cut does not fit; and whether more never help."""
        from deckmotor.compose.split import parts

        slides = parts(shared.slide, plan, self._continued(shared.slide))
        # Most parts that do not fit are found at the smallest step, so that is tried first.
        smallest = {**floors, **{whole.taken[key].share: SMALLEST for key in plan.cut}}
        for part, mine in zip(slides, plan.shares, strict=True):
            too_full = self.page(_only_cut(part), smallest, shared).too_full
            if too_full:
                return None, _is_alone(too_full, mine)
        tried = [self.page(part, floors, shared) for part in slides]
        steps: dict[str, int] = dict(floors)
        for drawn in tried:
            for share, step in _content_steps(drawn).items():
                steps[share] = max(steps.get(share, 0), step)
        if any(_content_steps(drawn).get(share, step) < step for drawn in tried for share, step in steps.items()):
            tried = [self.page(part, steps, shared) for part in slides]
        # What stands on every part is told of once.
        told = dict.fromkeys(found for drawn in tried for found in drawn.problems)
        at_last: dict[str, int] = {}
        for drawn in tried:
            at_last |= {share: max(step, at_last.get(share, 0)) for share, step in drawn.steps.items()}
        pages = tuple(drawn.page for drawn in tried)
        composed = Composed(slide=shared.slide, pages=pages, problems=tuple(told), steps=at_last, plan=plan)
        return composed, False

    def page(self, slide: Slide, floors: Mapping[str, int], whole: Whole | None = None) -> Drawn:
        """One page, places that share a size having it. Parts of a `whole` slide have its layout and column widths."""
        drawn = self._drawn(slide, floors, whole, NOTHING)
        for _ in range(EVENED):
            uneven = drawn.uneven
            if not uneven:
                break
            floors = {**floors, **uneven}
            drawn = self._drawn(slide, floors, whole, drawn.settled)
        return drawn

    def _drawn(self, slide: Slide, floors: Mapping[str, int], whole: Whole | None, settled: Settled) -> Drawn:
        problems: list[Diagnostic] = [*self.told]
        language = slide.language or self.head.language
        look = Look(
            theme=self.theme,
            fonts=self.fonts,
            layout=(whole and self.theme.layout(whole.layout)) or self._told_layout(slide, problems),
            whole=whole,
            section=self._section(slide),
            language=language,
            page=slide.id or "",
            media=self.media,
            floors=floors,
            shrinks=self.shrinks(slide),
            problems=problems,
            over=set(),
            taken={},
            filled=set(),
            memo=self.memo,
            settled=settled,
            words=self._words(language),
            said=(slide if whole is None else whole.slide, self.head),
            asked=[],
            varies=bool(self.base),
        )
        title = slide.title or self.head.title
        layout = look.layout
        foot: tuple[TextItem, ...] = ()
        if slide.footnotes is not None or slide.sources:
            from deckmotor.compose.feet import placed, with_foot  # Few slides have one.

            look, foot = with_foot(slide, look)
        filled = fill(slide, self.head, look)
        items = placed(filled.items, foot, layout) if foot else filled.items
        if self.fonts.unusual:
            from deckmotor.compose.hanging import lengthened  # Such text is rare.

            items = tuple(lengthened(items))
        page = Page(
            id=slide.id or "",
            title=" ".join(unbroken("".join([run.text for run in title.runs if run.footnote is None])).split()),
            layout=look.layout.name,
            language=language,
            items=items,
            notes=notes(slide, look),
            clicks=filled.clicks,
            hidden=slide.hidden,
            ground=self.ground,
        )
        return Drawn(
            page=page,
            problems=tuple(problems),
            over=look.over,
            taken=look.taken,
            steps=smallest_steps(look.taken),
            standing=filled.standing,
            arrangement=filled.arrangement,
        )


def _only_cut(part: Slide) -> Slide:
    """A part without what is never cut: what is cut is as high without it."""
    return replace(part, title=None, blocks=tuple(block for block in part.blocks if KINDS[type(block)].role != "lead"))


def _content_steps(drawn: Drawn) -> dict[str, int]:
    """The steps of the groups of blocks on a page: what all parts of a slide have alike."""
    shares = {drawn.taken[placed.place.key].share for placed in drawn.standing if placed.place.key in drawn.taken}
    return {share: step for share, step in drawn.steps.items() if share in shares}


def _is_alone(too_full: Iterable[Standing], shares: "Iterable[Share]") -> bool:
    """Whether what is too full is one unit: more parts would not make it less."""
    spans = {said.span for placed in too_full for block in placed.group or () for said in KINDS[type(block)].units(block)}
    return any(share.end - share.begin == 1 and share.units[share.begin].said.span in spans for share in shares)


def _room(placed: Standing, theme: Theme) -> int:
    """How high what stands there may become: its place, or, where others share that, as much as they may leave."""
    place = placed.place
    return place.box.height if place.slot is not None and place.box == place.slot.box else theme.height


def _may_fit(room: int, heights: Sequence[float], ends: Sequence[int] | None) -> bool:
    """Whether it is worth composing these parts, by the heights of their units on the whole page."""
    if ends is None:
        return False
    return max(sum(heights[a:b]) for a, b in zip((0, *ends), ends, strict=False)) <= room * NEARLY


def shown_of(head: Head, memo: dict[Any, Any]) -> int:
    """All that a page takes from the head, as a number that is kept in `memo`."""
    texts = (head.title.runs, head.subtitle and head.subtitle.runs, head.date and head.date.plain, head.language)
    asked = head.footer and (
        head.footer.text and head.footer.text.plain,
        head.footer.title,
        head.footer.date,
        head.footer.number,
    )
    logo = head.logo and (head.logo.path, head.logo.alt, head.logo.place, head.logo.pages)
    names = tuple([name.plain for name in (*head.makers, *head.commissioned_by)])
    said = head.words and astuple(head.words)[:-1]
    key = (texts, names, len(head.authors), head.organisation is None, asked, logo, head.build, said)
    number: int = memo.setdefault(key, len(memo))
    return number


def _layout(slide: Slide, theme: Theme, media: Mapping[str, Media], problems: list[Diagnostic]) -> Layout:
    """The layout that the slide names, or the one that suits what it holds."""
    is_named = slide.layout is not None and way_of(slide) is None
    named = slide.layout.text if slide.layout is not None and is_named else ""
    wanted = named or _shaped(slide, theme, media) or layout_name(slide)
    layout = theme.layout(wanted)
    if layout is not None:
        return layout
    if slide.layout is not None and is_named:
        hints = nearest(as_called(wanted), [*(layout.name for layout in theme.layouts), *WAYS])
        problems.append(problem("unknown-layout", slide.layout.span, hints=hints, theme=theme.name, layout=wanted))
    # A combination that no layout is made for is placed on a plain one, which reports what it has no place for.
    fallback = theme.layout("content") or theme.layouts[0]
    return theme.layout(layout_name(slide)) or fallback


def _shaped(slide: Slide, theme: Theme, media: Mapping[str, Media]) -> str:
    """The layout that the shape of what is all of a slide asks for; empty where it asks for none."""
    kind = KINDS[type(slide.blocks[0])] if len(slide.blocks) == 1 and slide.title is not None else None
    return kind.shaped(slide.blocks[0], theme, media) if kind is not None and kind.shaped is not None else ""


def _heights(key: str, given: "Sequence[Unit]", page: Page) -> list[float]:
    """How high each unit of a place is on a page that holds all of them."""
    counts = [paragraphs_of(unit.said) for unit in given]
    name = f"{page.id}/{key}"
    for item in inside(page.items):
        if isinstance(item, TableItem) and item.name == name:
            heights = iter(item.heights[item.header :])
            return [float(sum(islice(heights, count))) for count in counts]
        if _is_text_of(item, name) and len(item.paragraphs) == sum(counts):
            tops = [part.lines[0].baseline for part in item.paragraphs]
            tops.append(tops[0] + item.height if isinstance(item, TextItem) else item.box.bottom)
            ends = tuple(accumulate(counts))
            given_way = [0, *accumulate(part.style.before * GIVES for part in item.paragraphs)]
            stand = [top - less for top, less in zip(tops, given_way, strict=True)]
            return [float(stand[end] - stand[end - count]) for end, count in zip(ends, counts, strict=True)]
    # What stands on no page, or on none alone, is as high as it is long.
    return [
        float(len(unit.said.plain)) if isinstance(unit.said, Text) else 40.0 * count
        for unit, count in zip(given, counts, strict=True)
    ]


def _is_text_of(item: Item, name: str) -> TypeGuard[TextItem | ShapeItem]:
    """Whether an item is the text of a place, or of the code in it."""
    return (isinstance(item, TextItem) and item.name == name) or (
        isinstance(item, ShapeItem) and item.name in (name, f"{name}-text")
    )
