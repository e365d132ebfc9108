"""Slides of a few points: which of the compositions made for them suits, chosen from what they hold.

A slide with nothing but a short list (and perhaps a lead) is set larger than a plain list, on a layout of its own. What suits
is found by composing it: no text may be too long, no size too small. Slides of a kind in a section agree, and a variant keeps
what the base deck has as long as that suits. A longer list of short items takes further columns before a further slide.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.breaks import hyphenates
from deckmotor.compose.composed import Composed
from deckmotor.compose.fit import Composer
from deckmotor.compose.guess import NEARLY, Asked, Measured, Step, guess, steps_of, title_may_do
from deckmotor.compose.kinds import KINDS
from deckmotor.model.deck import Slide
from deckmotor.model.items import ListItem
from deckmotor.model.text import Name
from deckmotor.scene.page import Layout, Slot, TextItem
from deckmotor.theme.theme import Theme


class Form(Struct, frozen=True, kw_only=True):
    """A composition for few points: a layout, and for which lists it is made."""

    layout: str
    why: str
    """What a slide holds that gets it, for people."""
    led: bool = False
    """Whether the slide has a lead."""
    counts: tuple[int, ...]
    """How many items it has room for."""
    words: int | None = None
    """Words of an item, at most; None for any number."""
    lines: int
    """Lines of an item, at most."""
    title_lines: int = 2
    title_smaller: int = 0
    """Steps of the type scale that its title may go down."""
    smaller: int = 2
    """Steps of the type scale that its text may go down."""
    narrow: tuple[int, int, int]
    """On pages of 4:3: lines of an item, steps of the title and of the text, in place of those above."""


FORMS = (
    Form(
        layout="panel",
        why="a lead and a few points",
        led=True,
        counts=(2, 3, 4),
        narrow=(4, 2, 3),
        lines=3,
        title_smaller=3,
    ),
    Form(
        layout="words",
        why="a few words",
        counts=(2, 3, 4),
        words=3,
        narrow=(1, 2, 4),
        lines=1,
        title_lines=1,
        title_smaller=2,
        smaller=1,
    ),
    Form(layout="points", why="a few points and a short title", counts=(2, 3, 4), narrow=(5, 2, 3), lines=3, title_smaller=1),
    Form(layout="grid", why="four or six short points", counts=(4, 6), narrow=(3, 2, 3), lines=2, title_smaller=2),
    Form(layout="rows", why="a few points and a long title", counts=(2, 3, 4), narrow=(3, 2, 2), lines=2, title_smaller=2),
)
"""The compositions, the one that is liked best first."""

NARROW = tuple(
    replace(form, lines=lines, title_smaller=title, smaller=text) for form in FORMS for lines, title, text in (form.narrow,)
)
"""The same for narrow pages: few letters stand on a line there, so there may be more lines, and smaller ones."""

LARGE = "points"
"""The layout whose title is set large: slides whose titles can be agree on what they are."""

COLUMNS = ("columns-2", "columns-3")
"""Layouts that a longer list of short items is divided over, rather than made smaller or continued."""

WHY = {form.layout: form.why for form in FORMS} | dict.fromkeys(
    (name + led for name in COLUMNS for led in ("", "-lead")), "more short points than are large in one column"
)
"""Why a layout was chosen, in words."""

DIVIDED = 5
"""Items that such a list has at least."""

SMALL = 2
"""The step of the type scale from which on further columns are better."""


class Few(Struct, frozen=True, kw_only=True, gc=False):
    """A slide that holds no more than a flat list, and perhaps a lead."""

    at: int
    """Which of the deck's slides it is."""
    section: int
    slide: Slide
    layouts: tuple[str, ...]
    """Those that its kind may take."""
    led: bool
    items: Measured
    title: Measured


def chosen(composer: Composer, slides: Sequence[Slide], sections: Sequence[int], base: Mapping[str, str]) -> tuple[Slide, ...]:
    """The slides, those of few points with the layouts that suit them. `base` are the layouts of the base deck's slides."""
    made = list(slides)
    few_points = [few for at, slide in enumerate(slides) if (few := few_of(at, slide, sections[at], composer)) is not None]
    chooser = Chooser(composer)
    kinds: dict[tuple[int, str], list[Few]] = {}
    for same in _of_one_title(few_points):
        # Where no composition is made for all of them they stay plain, and count for others only as what the base deck has.
        if chooser.may_be_large(same) or any(few.slide.id in base for few in same):
            kinds.setdefault((same[0].section, chooser.kind(same[0])), []).extend(same)
    for alike in kinds.values():
        before = [base[name] for few in alike if (name := few.slide.id or "") in base]
        for at, layout in chooser.agreed(alike, before):
            made[at] = on_layout(slides[at], layout, composer)
    for few in few_points:
        if made[few.at].layout is None and len(few.items.texts) >= DIVIDED and chooser.may_be_small(few):
            made[few.at] = _in_columns(few, composer)
    return tuple(made)


def _of_one_title(few_points: Sequence[Few]) -> Iterable[list[Few]]:
    """Slides that say the same in their titles, of a section, with a lead or without: they agree."""
    titles: dict[tuple[int, bool, str], list[Few]] = {}
    for few in few_points:
        titles.setdefault((few.section, few.led, few.title.texts[0]), []).append(few)
    return titles.values()


def few_of(at: int, slide: Slide, section: int, composer: Composer) -> Few | None:
    """The slide at a place in the deck and its section, if it is one of few points."""
    if slide.layout is not None or slide.look is not None or slide.title is None or slide.background:
        return None
    rest = [block for block in slide.blocks if KINDS[type(block)].role != "lead"]
    kind = KINDS[type(rest[0])] if len(rest) == 1 else None
    if kind is None or not kind.few:
        return None
    key = ("few", id(slide))
    known: tuple[Slide, Measured, Measured] | None = composer.memo.get(key)
    if known is None:
        texts, marked = [], kind.wide_marks or getattr(rest[0], "mark", None) is not None
        for item in kind.units(rest[0]):
            if not isinstance(item, ListItem) or item.bullets or item.numbered:
                return None
            texts.append(item.text)
            marked = marked or item.icon is not None
        known = composer.memo[key] = (slide, Measured(texts, plain=not marked), Measured([slide.title]))
    return Few(
        at=at,
        section=section,
        slide=slide,
        layouts=kind.few,
        led=len(rest) < len(slide.blocks),
        items=known[1],
        title=known[2],
    )


class _Known(Struct, frozen=True):
    """What is known of a theme's layouts, each found when it is first asked for."""

    theme: Theme
    layouts: dict[str, Layout]
    """Those of compositions."""
    forms: tuple[Form, ...]
    sizes: frozenset[tuple[bool, int]]
    """For which lists there are compositions: with a lead or without, and how many items."""
    small: dict[int, bool]
    """Of slides, by their identity, whether they may be small. That is their own: `few_of` remembers them."""
    suits: dict[tuple[int, str], dict[int, bool]]
    """Whether a layout suits slides: by what pages show of the head and the layout's name, and by their identity."""
    asked: dict[str, Asked]
    """What compositions ask of slides, by their layouts."""
    plain: dict[bool, Step | None]
    """The last step at which a plain list is not small, with a lead and without."""


def _known(theme: Theme, memo: dict[Any, Any]) -> _Known:
    found = {form.layout: theme.layout(form.layout) for form in FORMS}
    layouts = {name: layout for name, layout in found.items() if layout is not None and layout.slot("title") is not None}
    forms = tuple([form for form in (NARROW if theme.narrow else FORMS) if form.layout in layouts])
    sizes = frozenset([(form.led, count) for form in forms for count in form.counts])
    known = memo["points", id(theme)] = _Known(theme, layouts, forms, sizes, {}, {}, {}, {})
    return known


class Chooser:
    """Chooses the layouts of a deck's slides of few points, each question about one of them asked once."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        theme = composer.theme
        self._known: _Known = composer.memo.get(("points", id(theme))) or _known(theme, composer.memo)
        self.layouts, self.forms = self._known.layouts, self._known.forms
        self.large = next((form for form in self.forms if form.layout == LARGE), None)

    def kind(self, few: Few) -> str:
        """What a slide shares with those that it agrees with: a lead, a title that can be large, or its title."""
        if few.led:
            return "lead"
        return LARGE if self.large is not None and self._title_may_suit(self.large, few) else few.title.texts[0]

    def may_be_large(self, slides: Sequence[Few]) -> bool:
        """Whether there may be a composition for all of these, by how much they hold."""
        return all((few.led, len(few.items.texts)) in self._known.sizes for few in slides)

    def agreed(self, alike: Sequence[Few], before: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The layouts of slides of a kind, by their places: one for all, by preference one of `before`.

        Where none suits all, those of one title still agree; those of a title that none suits stay plain.
        """
        forms = sorted(self.forms, key=lambda form: form.layout not in before) if before else self.forms
        titles = [alike] if len(alike) == 1 else [*_of_one_title(alike)]
        form = self._suiting(forms, alike)
        own = [form] * len(titles) if form is not None or len(titles) == 1 else [self._suiting(forms, same) for same in titles]
        able = [few for same, suiting in zip(titles, own, strict=True) if suiting is not None for few in same]
        if form is None and len(able) < len(alike):
            form = self._suiting(forms, able)
        for same, suiting in zip(titles, own, strict=True):
            if suiting is not None:
                yield from ((few.at, (form or suiting).layout) for few in same)

    def _suiting(self, forms: Sequence[Form], slides: Sequence[Few]) -> Form | None:
        """The first composition that suits all of some slides."""
        for form in forms if slides else ():
            for few in slides:
                if not self.suits(form, few):
                    break
            else:
                return form
        return None

    def suits(self, form: Form, few: Few) -> bool:
        """Whether the slide is as it should be on that layout: on one page, nothing too small or too long."""
        if not is_made_for(form, few):
            return False
        known = self._known.suits.setdefault((self.composer.shown, form.layout), {})
        suits = known.get(id(few.slide))
        if suits is None:
            told = self.by_widths(form, few)
            suits = known[id(few.slide)] = self.composed(form, few) if told is None else told
        return suits

    def by_widths(self, form: Form, few: Few) -> bool | None:
        """The same by the widths of its texts; None where only composing tells, as it does of all leads that may do."""
        asked = self._known.asked.get(form.layout) or self._asked(form)
        if not title_may_do(few.title, asked):
            return False
        told = guess(few.items, few.title, asked)
        return None if told and (few.led or not self.composer.shrinks(few.slide)) else told

    def _asked(self, form: Form) -> Asked:
        """What a composition asks of a slide."""
        layout, fonts = self.layouts[form.layout], self.composer.fonts
        titles, bodies = layout.of("title"), layout.of("body")
        title_steps = steps_of(titles, fonts, form.title_smaller)
        leads = titles[0].levels[0].text.size >= self.composer.theme.title_size
        most = [step.size if leads else None for step in title_steps]
        asked = self._known.asked[form.layout] = Asked(
            lines=form.lines,
            steps=steps_of(bodies, fonts, form.smaller),
            title_lines=form.title_lines,
            title_steps=title_steps,
            starts=tuple([_no_larger(bodies[0], size) for size in most]),
        )
        return asked

    def may_be_small(self, few: Few) -> bool:
        """Whether a plain list might be small, by the widths of its texts: few are composed to find out."""
        known = self._known.small.get(id(few.slide))
        if known is None:
            step = self._plain(few.led)
            lines = [] if step is None else [ceil(wide * NEARLY / step.inner[1]) for wide in few.items.widths(step)]
            known = self._known.small[id(few.slide)] = step is not None and not step.holds(lines)
        return known

    def _plain(self, led: bool) -> Step | None:
        """The last step at which a plain list is not small, with a lead or without."""
        if led not in self._known.plain:
            layout = self.composer.theme.layout("content-lead" if led else "content")
            bodies = () if layout is None else layout.of("body")[:1]
            self._known.plain[led] = steps_of(bodies, self.composer.fonts, SMALL - 1)[-1] if bodies else None
        return self._known.plain[led]

    def _title_may_suit(self, form: Form, few: Few) -> bool:
        return title_may_do(few.title, self._known.asked.get(form.layout) or self._asked(form))

    def composed(self, form: Form, few: Few) -> bool:
        """The same by composing it."""
        made = self.composer.slide(on_layout(few.slide, form.layout, self.composer))
        return (
            len(made.pages) == 1
            and not made.problems
            and made.steps.get("title", 0) <= form.title_smaller
            and made.steps.get("body", 0) <= form.smaller
            and _lines(made, "title") <= form.title_lines
            and _lines(made, "body") <= form.lines
            and not any(isinstance(item, TextItem) and hyphenates(item) for item in made.pages[0].items)
        )


def _no_larger(slot: Slot, most: int | None) -> int:
    """The first step of a slot at which its text is no larger than that; the last where there is none."""
    larger = [levels for levels in slot.steps if most is not None and levels[0].text.size > most]
    return min(len(larger), len(slot.smaller))


def is_made_for(form: Form, few: Few) -> bool:
    """Whether a composition is for slides like that, however long their texts are."""
    if form.led != few.led or len(few.items.texts) not in form.counts or form.layout not in few.layouts:
        return False
    return form.words is None or max([len(text.split()) for text in few.items.texts]) <= form.words


def on_layout(slide: Slide, layout: str, composer: Composer) -> Slide:
    """The slide with a layout: the same object for the same slide, so that variants share it."""
    key = ("on layout", id(slide), layout)
    known: tuple[Slide, Slide] | None = composer.memo.get(key)
    if known is None:
        known = composer.memo[key] = (slide, replace(slide, layout=Name(layout, slide.span)))
    return known[1]


def _lines(made: Composed, role: str) -> int:
    """The most lines that a paragraph takes in slots of a role."""
    slots = (role, f"{role}-2")
    texts = (item for item in made.pages[0].items if isinstance(item, TextItem) and item.slot in slots)
    return max((len(part.lines) for item in texts for part in item.paragraphs), default=0)


def _in_columns(few: Few, composer: Composer) -> Slide:
    """A longer list of short items, divided over columns where it would be small or go on; else the slide as it is."""
    sizes = [style.text.size for style, *_ in composer.theme.looks["list"]]
    if not _is_smaller(composer.slide(few.slide), sizes[:SMALL][-1]):
        return few.slide
    for name in COLUMNS:
        layout = f"{name}-lead" if few.led else name
        if composer.theme.layout(layout) is not None:
            divided = on_layout(few.slide, layout, composer)
            if not _is_smaller(composer.slide(divided), sizes[: SMALL + 2][-1]):
                return divided
    return few.slide


def _is_smaller(made: Composed, size: int) -> bool:
    """Whether a slide needs further pages, or its text a smaller size."""
    texts = (item for item in made.pages[0].items if isinstance(item, TextItem) and item.slot == "body")
    return len(made.pages) > 1 or bool(made.problems) or any(item.paragraphs[0].style.text.size < size for item in texts)
