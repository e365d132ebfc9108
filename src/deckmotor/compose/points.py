"""Slides of a few points: which of the compositions made for them suits, chosen from what they hold.

A slide with nothing but a short list (and perhaps a lead) is set larger than a plain list, on a layout of its own. What suits
is found by composing it: no text may be too long, no size too small. Slides of a kind in a section agree, and a variant keeps
what the base deck has as long as that suits. A longer list of short items takes further columns before a further slide.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.fit import Composed, Composer
from deckmotor.compose.kinds import KINDS
from deckmotor.compose.look import hyphenates
from deckmotor.model.blocks import Item
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
        title_smaller=1,
    ),
    Form(layout="points", why="a few points and a short title", counts=(2, 3, 4), narrow=(5, 2, 3), lines=3),
    Form(layout="words", why="a few words", counts=(2, 3, 4), words=3, narrow=(1, 1, 4), lines=1, title_lines=1, smaller=1),
    Form(layout="grid", why="four or six short points", counts=(4, 6), narrow=(3, 1, 3), lines=2),
    Form(layout="rows", why="a few points and a long title", counts=(2, 3, 4), narrow=(3, 1, 2), lines=2),
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

LINE_HEIGHT = 1.2
"""Height of a line over its size (facts: the same in PowerPoint and LibreOffice)."""

SMALL = 2
"""The step of the type scale from which on further columns are better."""


NEARLY = 1.03
"""How far a guess from the widths of texts may be from where their lines break."""


class Few(Struct, frozen=True):
    """A slide that holds no more than a flat list, and perhaps a lead."""

    at: int
    """Which of the deck's slides it is."""
    section: int
    slide: Slide
    texts: tuple[str, ...]
    """The items."""
    layouts: tuple[str, ...]
    """Those that its kind may take."""
    led: bool

    @property
    def title(self) -> str:
        """Its title."""
        return "" if self.slide.title is None else self.slide.title.plain


def chosen(composer: Composer, slides: Sequence[Slide], sections: Sequence[int], base: Mapping[str, str]) -> tuple[Slide, ...]:
    """The slides, those of few points with the layouts that suit them. `base` are the layouts of the base deck's slides."""
    made = list(slides)
    found = [few for at, slide in enumerate(slides) if (few := _few(at, slide, sections[at])) is not None]
    kinds: dict[tuple[int, str], list[Few]] = {}
    for few in found:
        kinds.setdefault((few.section, _kind(few, composer)), []).append(few)
    for alike in kinds.values():
        before = [base[name] for few in alike if (name := few.slide.id or "") in base]
        for at, layout in _agreed(alike, before, composer):
            made[at] = on_layout(slides[at], layout, composer)
    for few in found:
        if made[few.at].layout is None and len(few.texts) >= DIVIDED and _may_be_small(few, composer):
            made[few.at] = _in_columns(few, composer)
    return tuple(made)


def _few(at: int, slide: Slide, section: int) -> Few | None:
    if slide.layout is not None or slide.look is not None or slide.title is None:
        return None
    rest = [block for block in slide.blocks if KINDS[type(block)].role != "lead"]
    kind = KINDS[type(rest[0])] if len(rest) == 1 else None
    if kind is None or not kind.few:
        return None
    items = [said for said in kind.units(rest[0]) if isinstance(said, Item)]
    if any(item.bullets or item.numbered for item in items):
        return None
    return Few(at, section, slide, tuple([item.text.plain for item in items]), kind.few, len(rest) < len(slide.blocks))


def _forms(composer: Composer) -> tuple[Form, ...]:
    """The compositions at this page size."""
    return NARROW if composer.theme.narrow else FORMS


def _kind(few: Few, composer: Composer) -> str:
    """What a slide shares with those that it agrees with: a lead, a title that can be large, or its title."""
    if few.led:
        return "lead"
    large = next(form for form in _forms(composer) if form.layout == LARGE)
    return LARGE if _title_may_suit(large, few, composer) else few.title


def _agreed(alike: Sequence[Few], before: Sequence[str], composer: Composer) -> Iterator[tuple[int, str]]:
    """The layouts of slides of a kind, by their places: one for all, by preference one of `before`.

    Where none suits all, those of one title still agree; those of a title that none suits stay plain.
    """
    forms = sorted(_forms(composer), key=lambda form: form.layout not in before)
    titles: dict[str, list[Few]] = {}
    for few in alike:
        titles.setdefault(few.title, []).append(few)
    form = _suiting(forms, alike, composer)
    own = {title: form or _suiting(forms, few, composer) for title, few in titles.items()}
    able = [few for few in alike if own[few.title] is not None]
    if form is None and len(able) < len(alike):
        form = _suiting(forms, able, composer)
    for few in able:
        suiting = form or own[few.title]
        if suiting is not None:
            yield few.at, suiting.layout


def _suiting(forms: Sequence[Form], slides: Sequence[Few], composer: Composer) -> Form | None:
    """The first composition that suits all of some slides."""
    return next((form for form in forms if slides and all(_suits(form, few, composer) for few in slides)), None)


def on_layout(slide: Slide, layout: str, composer: Composer) -> Slide:
    """The slide with a layout: the same object for the same slide, so that variants share it."""
    key = ("on layout", id(slide), layout)
    known: tuple[Slide, Slide] | None = composer.memo.get(key)
    if known is None:
        known = composer.memo[key] = (slide, replace(slide, layout=Name(layout, slide.span)))
    return known[1]


def _may_suit(form: Form, few: Few, composer: Composer) -> bool:
    """Whether it is worth composing, by the widths of its texts."""
    layout = composer.theme.layout(form.layout)
    if layout is None or form.led != few.led or form.layout not in few.layouts or len(few.texts) not in form.counts:
        return False
    if any(len(text.split()) > form.words for text in few.texts):
        return False
    body = layout.of("body")[0]
    style = body.steps[min(form.smaller, len(body.smaller))][0]
    room = form.lines * (body.box.width - style.margin) * NEARLY
    return all(composer.fonts.width(text, style.text) <= room for text in few.texts) and _title_may_suit(form, few, composer)


def _title_may_suit(form: Form, few: Few, composer: Composer) -> bool:
    layout = composer.theme.layout(form.layout)
    slot = None if layout is None else layout.slot("title")
    if slot is None:
        return False
    style = slot.steps[min(form.title_smaller, len(slot.smaller))][0].text
    widest = max((composer.fonts.width(word, style) for word in few.title.split()), default=0)
    return widest <= slot.box.width and composer.fonts.width(few.title, style) <= form.title_lines * slot.box.width


def _suits(form: Form, few: Few, composer: Composer) -> bool:
    """Whether the slide is as it should be on that layout: on one page, nothing too small or too long."""
    if not _may_suit(form, few, composer):
        return False
    made = composer.slide(on_layout(few.slide, form.layout, composer))
    return (
        len(made.pages) == 1
        and not made.problems
        and made.steps.get("title", 0) <= form.title_smaller
        and made.steps.get("body", 0) <= form.smaller
        and _lines(made, "title") <= form.title_lines
        and _lines(made, "body") <= form.lines
        and not any(isinstance(item, TextItem) and hyphenates(item) for item in made.pages[0].items)
    )


def _lines(made: Composed, role: str) -> int:
    """The most lines that a paragraph takes in slots of a role."""
    slots = (role, f"{role}-2")
    texts = (item for item in made.pages[0].items if isinstance(item, TextItem) and item.slot in slots)
    return max((len(part.lines) for item in texts for part in item.paragraphs), default=0)


def _may_be_small(few: Few, composer: Composer) -> bool:
    """Whether a plain list might be small, by the widths of its texts: few of a deck's slides are composed to find out."""
    layout = composer.theme.layout("content-lead" if few.led else "content")
    body = None if layout is None else layout.slot("body")
    if body is None:
        return False
    style = body.steps[min(SMALL - 1, len(body.smaller))][0]
    inner = body.box.width - style.margin
    lines = sum(ceil(composer.fonts.width(text, style.text) * NEARLY / inner) for text in few.texts)
    line = style.text.size * LINE_HEIGHT * style.line_spacing / 100
    return lines * line + (len(few.texts) - 1) * style.before > body.box.height


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
