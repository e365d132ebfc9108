"""What a slide is composed with, and how marked text becomes runs and measured paragraphs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil
from operator import is_
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.color import contrast
from deckmotor.compose.air import spaced
from deckmotor.compose.breaks import SOFT_HYPHEN, hyphenated, kept_together, links_cut, only_needed, well_ended
from deckmotor.compose.moved import moved
from deckmotor.compose.place import NO_INSETS, Place
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.deck import Slide
from deckmotor.model.text import Text, TextRun
from deckmotor.model.words import shortened
from deckmotor.scene.page import (
    Layout,
    LinePart,
    Link,
    MeasuredLine,
    Media,
    Paragraph,
    Run,
    TextItem,
)
from deckmotor.span import Span
from deckmotor.style import Anchor, Box, Insets, ParagraphStyle, TextStyle
from deckmotor.theme.theme import Scale, Theme
from deckmotor.typeset.fit import balanced_width
from deckmotor.typeset.flow import Flow, FlowParagraph, KnownLines, flow
from deckmotor.typeset.fonts import Fonts
from deckmotor.units import to_points

SUPERSCRIPT = 30_000
SUBSCRIPT = -25_000
"""Shifts that PowerPoint's own buttons write, in thousandths of a percent."""

BALANCED = ("title", "subtitle", "lead")
"""Roles of a few large lines, which are to be of even length."""

RAGGED = 0.4
"""Lines shorter than this share of the longest look forgotten, which is worse than one that ends with a short word."""

STRETCH = 1.15
"""How much further apart the items of a list begin than parts of its height, as no rule tells where a part ends."""

BALANCED_LOOKS = ("quote", "statement")
"""Looks of which the same holds, where they are one paragraph."""

UNREADABLE = 3
"""A contrast that no theme gives text on its page (WCAG 1.4.3 asks for 3 of large text)."""

MOST_REPAIRS = 4
"""Keeping words together moves the breaks after them, so it is looked at again; longer chains are left as they are."""

Build = Callable[[tuple[ParagraphStyle, ...]], Sequence[Paragraph]]
"""Makes paragraphs from the level styles of one step of a type scale."""


Rows = tuple[tuple[tuple[int, ...], ...], ...]
"""Rows of stacks of groups, by their indices."""


class Arrangement(Struct, frozen=True):
    """How the contents of a slide stand together: decided once, from all that it holds, and handed on to its parts."""

    words: tuple[str, ...]
    """What its groups are; a part that lacks one of them is arranged anew."""
    rows: Rows


class Taken(Struct, frozen=True):
    """The step that a place took."""

    share: str
    """What it shares its step with."""
    step: int


class Whole(Struct, frozen=True, kw_only=True):
    """A slide that is split, for its parts."""

    slide: Slide
    layout: str
    """The layout that all parts have."""
    arrangement: "Arrangement | None"
    """How its contents are arranged, for parts that hold all of them."""
    widths: dict[tuple[Span, int, int], tuple[tuple[int, ...], bool]]
    """The column widths of its tables by their place in the file, step and room, filled when first asked for."""
    broken: KnownLines
    """The lines that its paragraphs broke into: most are the same in all attempts to split it."""


class Look(Struct, frozen=True, kw_only=True):
    """What the blocks of one slide are composed with."""

    theme: Theme
    fonts: Fonts
    layout: Layout
    language: str
    page: str
    """The slide's id: first part of all names on the page."""
    media: dict[str, Media]
    floors: Mapping[str, int]
    """The step of the type scale that places start at, by what they share it with."""
    shrinks: bool
    """Whether text may take a smaller step."""
    problems: list[Diagnostic]
    over: set[str]
    """Keys of the places that are too full."""
    taken: dict[str, Taken]
    """The steps that places took, by their keys."""
    filled: set[str]
    """Names of the slots that something stands in."""
    memo: dict[Any, Any]
    """What slides share, by what it is made of."""
    settled: Mapping[str, tuple[TextItem, Taken]]
    """Texts of this slide by their keys, as they were with lower floors."""
    title: int = 0
    """The size of the slide's title, EMU, once it is set: no content of the page is larger. 0 where that is not so."""
    section: tuple[int, int] = (0, 0)
    """Which of how many sections the slide opens, from 1."""
    whole: Whole | None = None
    """The slide that this is a part of, where it is one."""

    @property
    def loud(self) -> bool:
        """Whether the page is not on paper: links then keep the text's colour, which was chosen for its background."""
        return self.layout.background != self.theme.master.background or self.layout.shade is not None


def paragraph(text: Text, style: ParagraphStyle, look: Look, level: int = 0, start: int = 1) -> Paragraph:
    """A paragraph in a style, not yet measured."""
    return Paragraph(
        runs=tuple([run for part in text.runs for run in _runs(part, style.text, look)]),
        style=style,
        language=look.language,
        level=level,
        start=start,
    )


def plain_paragraph(text: str, style: ParagraphStyle, look: Look) -> Paragraph:
    """A paragraph of the product's own text: a footer, a credit."""
    return Paragraph(runs=(Run(text=text, style=style.text, language=look.language),), style=style, language=look.language)


def trial(look: Look, floors: Mapping[str, int] | None = None) -> Look:
    """The same look to try something with, which leaves no trace."""
    floors = look.floors if floors is None else floors
    return replace(look, floors=floors, problems=[], over=set(), taken={}, filled=set(), settled={})


def text_item(place: Place, build: Build, look: Look, span: Span) -> TextItem:
    """Text in a place, at the largest step of its type scale at which it fits.

    `build` makes the paragraphs from the styles of a step. A step at which no word takes a hyphen is better than a larger
    one. What fits at no step becomes a problem at `span`.
    """
    if place.slot is not None:
        look.filled.add(place.slot.name)
    floor = look.floors.get(place.share, 0)
    steps = place.scale if look.shrinks else place.scale[:1]
    first = max(min(floor, len(steps) - 1), _below_title(steps, look))
    if place.key in look.settled:
        settled, taken = look.settled[place.key]
        if taken.step >= first and taken.share == place.share and settled.box == place.box:
            look.taken[place.key] = taken
            return settled
    role = "" if place.slot is None else place.slot.role
    cut = None
    for step in range(first, len(steps)):
        item, broken = set_text(build(steps[step]), place.box, look, place.anchor, place.insets)
        if item.height > _room(item) or broken:
            continue
        if role == "title" and _wants_smaller(item, steps, step, look):
            continue
        if role == "title" or not hyphenates(item):
            break
        cut = cut or (item, broken, step)
    else:
        item, broken, step = cut or (item, broken, step)
    _report(item, broken, place.key, look, span)
    look.taken[place.key] = Taken(place.share, step)
    large = place.slot is not None and place.slot.look in BALANCED_LOOKS and len(item.paragraphs) == 1
    item = _well_ended(item, look, even=role in BALANCED or large)
    if place.spread:
        item = _spread(item, look)
    return replace(
        item,
        name=f"{look.page}/{place.key}",
        slot=None if place.slot is None else place.slot.name,
        moved=place.slot is not None and place.box != place.slot.box,
        step=step if place.native else 0,
    )


def _below_title(steps: Scale, look: Look) -> int:
    """The first step at which text is no larger than the title of its page; the last where there is none."""
    larger = [levels for levels in steps if 0 < look.title < levels[0].text.size]
    return min(len(larger), len(steps) - 1)


def _wants_smaller(item: TextItem, steps: Scale, step: int, look: Look) -> bool:
    """Whether a title is better a step smaller: where it cuts a word, or, on pages that it is not all of, a written line."""
    left = len(steps) - step
    quiet = steps[0][0].text.size <= look.theme.title_size
    return (quiet and _turns_over(item, left)) or (left > 1 and hyphenates(item))


def hyphenates(item: TextItem) -> bool:
    """Whether a line of a text ends with a hyphen that the text does not have."""
    return any(_hyphens(part) for part in item.paragraphs)


def _hyphens(part: Paragraph) -> int:
    return sum(run.text.count(SOFT_HYPHEN) for run in part.runs)


def _turns_over(item: TextItem, steps: int) -> bool:
    """Whether a title whose author wrote its lines takes more of them, and there are smaller steps to try (three at most)."""
    if steps <= 1:
        return False
    typed = [sum(run.text.count("\n") for run in part.runs) for part in item.paragraphs]
    return any(typed) and any(len(part.lines) > breaks + 1 for part, breaks in zip(item.paragraphs, typed, strict=True))


def _balanced(item: TextItem, look: Look) -> TextItem:
    """A title or lead with lines of even length: the same breaks in every program, by a wider inset and no added character."""
    if sum(len(part.lines) for part in item.paragraphs) < 2:
        return item
    width = item.box.width - item.insets.left - item.insets.right
    # All variants have the same cover, but for what stands under its title.
    key = ("even", width, *((part.style, *((run.text, run.style) for run in part.runs)) for part in item.paragraphs))
    even_width = look.memo.get(key)
    if even_width is None:
        even_width = look.memo[key] = balanced_width(_to_flow(item.paragraphs), width, look.fonts)
    spare = width - even_width
    if not spare:
        return item
    even, _ = set_text(item.paragraphs, item.box, look, item.anchor, replace(item.insets, right=item.insets.right + spare))
    return even


def _well_ended(item: TextItem, look: Look, *, even: bool) -> TextItem:
    """The text without lines that end with short words, and last ones of a lonely word, where it takes no more lines so."""
    if all(len(part.lines) < 2 for part in item.paragraphs):
        return item
    insets = item.insets
    best = _balanced(item, look) if even else item
    looked_at: Iterable[int] = range(len(item.paragraphs))
    for _ in range(MOST_REPAIRS):
        longest = max((line.width for part in best.paragraphs for line in part.lines), default=0)
        better = {at: new for at in looked_at if (new := well_ended(best.paragraphs[at], longest)) is not None}
        tried = {at: _ended(best.paragraphs, at, new, item, look) for at, new in better.items()}
        kept = {at: new for at, new in tried.items() if new is not None}
        if not kept:
            break
        if not even:  # Where lines are even, what one paragraph takes changes the others.
            looked_at = tuple(kept)
        parts = [kept.get(at, part) for at, part in enumerate(best.paragraphs)]
        if even or any(len(new.lines) < len(best.paragraphs[at].lines) for at, new in kept.items()):
            best, _ = set_text(parts, item.box, look, item.anchor, insets)
            best = _balanced(best, look) if even else best
        else:
            best = replace(best, paragraphs=tuple(parts))
    return best


def _ended(parts: Sequence[Paragraph], at: int, new: Paragraph, item: TextItem, look: Look) -> Paragraph | None:
    """One of some paragraphs with its new text and lines, which begin where the old ones did; None where those are better."""
    old = parts[at]
    lines = moved(old, new, item.box.width - item.insets.left - item.insets.right, look.fonts)
    if lines is not None:
        made = replace(new, lines=lines)
        return None if _is_ragged(made) else made
    number = _to_flow(parts[: at + 1])[-1].mark if old.style.bullet is not None and old.style.bullet.number else None
    alone = new if number is None else replace(new, start=int(number[:-1]))
    insets = item.insets
    broken, measured = well_broken([alone], item.box.width - insets.left - insets.right, look)
    (made,) = with_lines(broken, measured, item.box.x + insets.left, 0)
    if measured.broken_words or len(made.lines) > len(old.lines) or _hyphens(made) > _hyphens(old) or _is_ragged(made):
        return None
    down = old.lines[0].baseline - made.lines[0].baseline
    return replace(made, start=old.start, lines=tuple([replace(line, baseline=line.baseline + down) for line in made.lines]))


def _is_ragged(part: Paragraph) -> bool:
    """Whether a line before the last is far shorter than the longest."""
    widths = [line.width for line in part.lines]
    return min(widths[:-1], default=0) < RAGGED * max(widths)


def _spread(item: TextItem, look: Look) -> TextItem:
    """A list whose items begin at equal parts of its height; where one is too high for that, with equal space between them."""
    room = _room(item)
    firsts = [at for at, part in enumerate(item.paragraphs) if part.level == 0]
    if len(firsts) < 2 or item.height > room:
        return item
    begins = [item.paragraphs[at].lines[0].baseline for at in firsts]
    befores = [item.paragraphs[at].style.before for at in firsts[1:]]
    heights = [after - begin - before for begin, after, before in zip(begins, begins[1:], befores, strict=False)]
    last = item.height - (begins[-1] - begins[0])
    pitch = min(round(room * STRETCH / len(firsts)), (room - last) // (len(firsts) - 1))
    spaces = [pitch - height for height in heights]
    if any(space < before for space, before in zip(spaces, befores, strict=True)):
        spaces = [before + (room - item.height) // (len(firsts) - 1) for before in befores]
    more = [0] * len(item.paragraphs)
    for at, space, before in zip(firsts[1:], spaces, befores, strict=True):
        more[at] = space - before
    return spaced(item, more, look.memo.setdefault("spaced", {}))


def set_text(
    paragraphs: Sequence[Paragraph], box: Box, look: Look, anchor: Anchor = "top", insets: Insets = NO_INSETS
) -> tuple[TextItem, tuple[str, ...]]:
    """Text in a box, measured, its lines in page coordinates; and the words that break between two characters."""
    paragraphs, measured = well_broken(paragraphs, box.width - insets.left - insets.right, look)
    free = box.height - insets.top - insets.bottom - measured.height
    shift = {"top": 0, "middle": free // 2, "bottom": free}[anchor]
    item = TextItem(
        name="",
        box=box,
        paragraphs=with_lines(paragraphs, measured, box.x + insets.left, box.y + insets.top + shift),
        anchor=anchor,
        insets=insets,
        height=measured.height,
    )
    return item, measured.broken_words


def well_broken(paragraphs: Sequence[Paragraph], width: int, look: Look) -> tuple[Sequence[Paragraph], Flow]:
    """The paragraphs with good line breaks in a width, and how they flow."""
    measured = measure(paragraphs, width, look)
    if measured.broken_words:
        softened = hyphenated(paragraphs, measured.broken_words)
        if softened is not None:
            paragraphs = only_needed(softened, measure(softened, width, look))
            measured = measure(paragraphs, width, look)
    for _ in range(MOST_REPAIRS):
        kept = kept_together(paragraphs, measured)
        if kept is None:
            break
        tried = measure(kept, width, look)
        if len(tried.broken_words) > len(measured.broken_words):
            break  # A line that ends inside `10 mnkr` is better than one that ends inside a word.
        paragraphs, measured = kept, tried
    needed = only_needed(paragraphs, measured)
    cut = links_cut(needed, measured)
    if cut is None and all(map(is_, needed, paragraphs)):
        return paragraphs, measured
    return cut or needed, measure(cut or needed, width, look)


def with_lines(paragraphs: Sequence[Paragraph], measured: Flow, x: int, y: int) -> tuple[Paragraph, ...]:
    """The paragraphs with their lines, placed from the text area's top left corner (EMU)."""
    placed = []
    for paragraph, lines in zip(paragraphs, measured.paragraphs, strict=True):
        # Lists, as they are made in two thirds of the time that a generator takes; most of a deck's time is spent here.
        made = [
            MeasuredLine(
                text=line.text,
                x=x + line.x,
                baseline=y + line.baseline,
                width=line.width,
                end=line.end,
                parts=tuple([LinePart(part.run, part.text, x + line.x + part.x, part.width) for part in line.stretches]),
            )
            for line in lines
        ]
        placed.append(replace(paragraph, lines=tuple(made)))
    return tuple(placed)


def measure(paragraphs: Sequence[Paragraph], width: int, look: Look) -> Flow:
    """How paragraphs break in a width (EMU)."""
    return flow(_to_flow(paragraphs), width, look.fonts, None if look.whole is None else look.whole.broken)


def _to_flow(paragraphs: Sequence[Paragraph]) -> list[FlowParagraph]:
    """The paragraphs as they are measured, those of numbered lists with their numbers."""
    counts: dict[int, int] = {}
    flows = []
    for part in paragraphs:
        bullet = part.style.bullet
        mark = None
        for level in [level for level in counts if level > part.level]:
            del counts[level]
        if bullet is not None and bullet.number is not None:
            counts[part.level] = counts.get(part.level, part.start - 1) + 1
            mark = f"{counts[part.level]}."
        flows.append(FlowParagraph(runs=part.runs, style=part.style, mark=mark))
    return flows


def _room(item: TextItem) -> int:
    return item.box.height - item.insets.top - item.insets.bottom


_SHORTEN = "shorten it, or put some of it on another slide"
_LET_SHRINK = "shorten it; or with `fit: shrink` it would take smaller sizes, with `fit: split` continue on a new slide too"


def _report(item: TextItem, broken: tuple[str, ...], key: str, look: Look, span: Span) -> None:
    over = item.height - _room(item)
    if over > 0:
        look.over.add(key)
        hints = (_SHORTEN if look.shrinks else _LET_SHRINK,)
        look.problems.append(problem("overflow", span, hints=hints, what=f"`{key}`", over=ceil(to_points(over))))
    for word in broken:
        look.problems.append(problem("word-too-wide", span, word=shortened(word)))


def _runs(part: TextRun, style: TextStyle, look: Look) -> list[Run]:
    """The run of a stretch with the same marks."""
    styled = _marked(part, style, look)
    language = part.language or look.language
    link = None
    if part.link is not None:
        link = Link(page=part.link[1:]) if part.link.startswith("#") else Link(address=part.link)
    return [Run(text=part.text, style=styled, language=language, link=link)]


def _marked(part: TextRun, style: TextStyle, look: Look) -> TextStyle:
    if part.bold:
        style = replace(style, bold=True)
    if part.italic:
        style = replace(style, italic=True)
    if part.code:
        style = replace(style, family=look.theme.code_font, font_role=None)
    if part.superscript or part.subscript:
        style = replace(style, baseline=SUPERSCRIPT if part.superscript else SUBSCRIPT)
    if part.link is not None or part.lit:
        loud = look.loud or _on_panel(style, look)
        if part.link is not None:
            style = replace(style, underline=True, color=style.color if loud else look.theme.link)
        if part.lit:
            style = replace(style, color=look.theme.loud_highlight if loud else look.theme.highlight, bold=True)
    return style


def _on_panel(style: TextStyle, look: Look) -> bool:
    """Whether text stands on a panel of the loud colour: nobody could read its own on the page's background."""
    return contrast(style.color.rgb, look.layout.background.rgb) < UNREADABLE
