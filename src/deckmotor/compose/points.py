"""Slides of a few points: which of the compositions made for them suits, chosen from what they hold.

A slide with nothing but a short list (and perhaps a lead) is set larger than a plain list, on a layout of its own. What suits
is found by composing it: no text may be too long, no size too small. Slides of a kind in a section agree, and a variant keeps
what the base deck has as long as that suits. A longer list of short items takes further columns before a further slide.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.fit import Composed, Composer
from deckmotor.compose.kinds import KINDS
from deckmotor.model.blocks import Block, Item
from deckmotor.model.deck import Slide
from deckmotor.model.text import Name
from deckmotor.scene.page import TextItem


class Form(Struct, frozen=True, kw_only=True):
    """A composition for few points: a layout, and for which lists it is made."""

    layout: str
    why: str
    """What a slide holds that gets it, for people."""
    led: bool = False
    """Whether the slide has a lead."""
    counts: tuple[int, ...]
    """How many items it has room for."""
    words: int = 99
    """Words of an item, at most."""
    letters: int
    """Characters of an item, at most: more never fit."""
    lines: int
    """Lines of an item, at most."""
    title: int = 99
    """Characters of the title, at most."""
    title_lines: int = 2
    title_smaller: int = 0
    """Steps of the type scale that its title may go down."""
    smaller: int = 2
    """Steps of the type scale that its text may go down."""


FORMS = (
    Form(
        layout="panel",
        why="a lead and a few points",
        led=True,
        counts=(2, 3, 4),
        letters=130,
        lines=3,
        title=60,
        title_smaller=1,
    ),
    Form(layout="points", why="a few points and a short title", counts=(2, 3, 4), letters=150, lines=3, title=26),
    Form(layout="words", why="a few words", counts=(2, 3, 4), words=3, letters=36, lines=1, title=40, title_lines=1, smaller=1),
    Form(layout="grid", why="four or six short points", counts=(4, 6), letters=80, lines=2),
    Form(layout="rows", why="two or three points and a long title", counts=(2, 3), letters=150, lines=2),
)
"""The compositions, the one that is liked best first."""

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


class Wish(Struct, frozen=True):
    """A slide, and the layouts that suit it, the best first."""

    at: int
    kind: tuple[int, str]
    """Its section, and what it shares with those that it agrees with: a lead, a title that can be large, or its title."""
    layouts: tuple[str, ...]


def chosen(composer: Composer, slides: Sequence[Slide], sections: Sequence[int], base: Mapping[str, str]) -> tuple[Slide, ...]:
    """The slides, those of few points with the layouts that suit them. `base` are the layouts of the base deck's slides."""
    made = list(slides)
    wishes = [wish for at, slide in enumerate(slides) if (wish := _wish(at, slide, sections[at], composer)) is not None]
    for _, group in groupby(sorted(wishes, key=lambda wish: wish.kind), key=lambda wish: wish.kind):
        alike = list(group)
        before = [base[name] for wish in alike if (name := slides[wish.at].id or "") in base]
        common = next((layout for layout in (*before, *alike[0].layouts) if all(layout in w.layouts for w in alike)), None)
        for wish in alike:
            if common is not None:
                made[wish.at] = on_layout(slides[wish.at], common, composer)
    return tuple(slide if slide.layout else _in_columns(slide, composer) for slide in made)


def on_layout(slide: Slide, layout: str, composer: Composer) -> Slide:
    """The slide with a layout: the same object for the same slide, so that variants share it."""
    key = ("on layout", id(slide), layout)
    known: tuple[Slide, Slide] | None = composer.memo.get(key)
    if known is None:
        known = composer.memo[key] = (slide, replace(slide, layout=Name(layout, slide.span)))
    return known[1]


def few_points(slide: Slide) -> tuple[Block, bool] | None:
    """The list of a slide that holds no more than a list without items below its items, and whether it has a lead."""
    if slide.layout is not None or slide.look is not None:
        return None
    rest = [block for block in slide.blocks if KINDS[type(block)].role != "lead"]
    if len(rest) != 1 or not KINDS[type(rest[0])].few:
        return None
    flat = not any(item.bullets or item.numbered for item in _items(rest[0]))
    return (rest[0], len(rest) < len(slide.blocks)) if flat else None


def _items(block: Block) -> tuple[Item, ...]:
    return tuple(said for said in KINDS[type(block)].units(block) if isinstance(said, Item))


def _wish(at: int, slide: Slide, section: int, composer: Composer) -> Wish | None:
    """What suits a slide; None where nothing does, or it holds something else."""
    found = few_points(slide)
    if found is None or slide.title is None:
        return None
    block, led = found
    texts = [item.text.plain for item in _items(block)]
    title = slide.title.plain
    layouts: list[str] = []
    kind = "lead" if led else f"title {title}"
    for form in FORMS:
        if form.led == led and form.layout in KINDS[type(block)].few and _may_suit(form, texts, title):
            made = _on(form, slide, composer)
            kind = LARGE if form.layout == LARGE and made is not None and _title_suits(form, made) else kind
            if made is not None and _title_suits(form, made) and _list_suits(form, made):
                layouts.append(form.layout)
    return Wish(at, (section, kind), tuple(layouts)) if layouts else None


def _may_suit(form: Form, texts: Sequence[str], title: str) -> bool:
    """Whether it is worth composing."""
    return (
        len(texts) in form.counts
        and len(title) <= form.title
        and all(len(text) <= form.letters and len(text.split()) <= form.words for text in texts)
    )


def _on(form: Form, slide: Slide, composer: Composer) -> Composed | None:
    """The slide on that layout; None where the theme has none, or something does not fit."""
    if composer.theme.layout(form.layout) is None:
        return None
    made = composer.slide(on_layout(slide, form.layout, composer))
    return made if len(made.pages) == 1 and not made.problems else None


def _title_suits(form: Form, made: Composed) -> bool:
    return made.steps.get("title", 0) <= form.title_smaller and _lines(made, "title") <= form.title_lines


def _list_suits(form: Form, made: Composed) -> bool:
    return made.steps.get("body", 0) <= form.smaller and _lines(made, "body") <= form.lines


def _lines(made: Composed, role: str) -> int:
    """The most lines that a paragraph takes in slots of a role."""
    slots = (role, f"{role}-2")
    texts = (item for item in made.pages[0].items if isinstance(item, TextItem) and item.slot in slots)
    return max((len(part.lines) for item in texts for part in item.paragraphs), default=0)


def _in_columns(slide: Slide, composer: Composer) -> Slide:
    """A longer list of short items, divided over columns where it would be small or go on; else the slide as it is."""
    found = few_points(slide)
    if found is None or len(_items(found[0])) < DIVIDED:
        return slide
    if not _is_small(composer.slide(slide)):
        return slide
    led = "-lead" if found[1] else ""
    for name in COLUMNS:
        if composer.theme.layout(name + led) is not None:
            divided = on_layout(slide, name + led, composer)
            if not _is_small(composer.slide(divided)):
                return divided
    return slide


def _is_small(made: Composed) -> bool:
    return len(made.pages) > 1 or bool(made.problems) or made.steps.get("body", 0) >= SMALL
