"""Text in its place: the largest step of the type scale at which it fits, with lines that end well."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.compose.air import air, may_air, spaced, tightened
from deckmotor.compose.breaks import SOFT_HYPHEN, hyphenates, is_letter, last_words
from deckmotor.compose.look import Look, Taken
from deckmotor.compose.place import Place
from deckmotor.compose.plain import PlainText, plain_text
from deckmotor.compose.setting import measure, placed, set_with_care
from deckmotor.compose.space import Spread, spread
from deckmotor.messages import problem
from deckmotor.scene.page import Paragraph, TextItem, is_ragged, widths_of
from deckmotor.span import Span
from deckmotor.style import Box, Insets, ParagraphStyle
from deckmotor.theme.theme import Scale
from deckmotor.typeset.flow import LINE_PERCENT
from deckmotor.units import to_points

BALANCED = ("title", "subtitle", "lead")
"""Roles of a few large lines, which are to be of even length."""

FEET = ("footer", "date")
"""Lines at the foot of pages, which take no smaller size and go on nowhere."""

COVER = ("organisation", "credits")
"""Lines on the cover, which are on no other page."""

LITTLE, NEAR = 2, 0.6
"""Letters of a word that is lost alone on a line of a title, and how much smaller the title may be to take it in."""

CLOSE = 0.8
"""How much smaller one may be so that no line ends with a word of one letter."""

STRETCH = 1.15
"""How much further apart the items of a list begin than parts of its height, as no rule tells where a part ends."""

BALANCED_LOOKS = ("quote", "statement")
"""Looks of which the same holds, where they are one paragraph."""

CLOSER = ("list", "text", "questions")
"""Looks of slots for many paragraphs, whose space gives way before their size does."""

Build = Callable[[tuple[ParagraphStyle, ...]], Sequence[Paragraph]]
"""Makes paragraphs from the level styles of one step of a type scale."""


def text_item(place: Place, build: Build, look: Look, span: Span, parts: Iterable[Struct] = ()) -> TextItem:
    """Text in a place, at the largest step of its type scale at which it fits.

    `build` makes the paragraphs from the styles of a step. A step at which fewer words take hyphens is better than a larger
    one. What fits at no step becomes a problem at `span`,
    and a word that is too wide one where the `parts` of the model have it.
    """
    if place.slot is not None:
        look.filled.add(place.slot.name)
    floor, own = look.floors.get(place.share, 0), len(place.scale)
    if place.share == "body" and (floor >= own or (look.whole is not None and look.whole.deep)):
        from deckmotor.compose.deeper import deepened, is_below  # Few slides are too full.

        if is_below(place.scale, floor) or (look.whole is not None and look.whole.deep):
            place = deepened(place)
    steps = place.scale if look.shrinks else place.scale[:1]
    first = max(min(floor, len(steps) - 1), _below_title(steps, look))
    if place.key in look.settled:
        settled, taken = look.settled[place.key]
        if taken.step >= first and taken.share == place.share and taken.scale == place.scale and settled.box == place.box:
            look.taken[place.key] = taken
            return settled
    text, broken, step, over = _largest(place, build, look, range(first, len(steps)))
    if place.slot is not None and look.fonts.unusual and over <= 0:
        from deckmotor.compose.hanging import room_below  # Such text is rare.

        lower = room_below(place, text.paragraphs)
        fitted = (text, broken, step, over) if lower is place else _largest(lower, build, look, range(first, len(steps)))
        if fitted[3] <= 0:  # Where that room is not there, text is as it was.
            place, (text, broken, step, over) = lower, fitted
    if place.closer is not None and text.height > _room(text.paragraphs, place.box, place.insets):
        place = replace(place, insets=place.closer)
    if over > 0:
        _report(over, place.key, look, span)
    if broken and (place.key not in look.over or place.key not in FEET):
        from deckmotor.compose.wide import tell_wide  # Few words are too wide.

        tell_wide(broken, parts, span, look)
    even = _is_even(text.paragraphs, place)
    is_airy = place is look.airy and over <= 0 and not even and isinstance(text, PlainText) and may_air(place)
    look.taken[place.key] = Taken(place.share, step, place.scale, is_airy)
    item = _ended_well(text, place, look, even=even, is_airy=is_airy)
    if even and over <= 0 and _ends_with_letter(item):
        item, step = _without_letter(item, step, place, build, look)
        look.taken[place.key] = Taken(place.share, step, place.scale)
    return replace(
        item,
        name=f"{look.page}/{place.key}",
        slot=None if place.slot is None else place.slot.name,
        moved=place.slot is not None and place.box != place.slot.box,
        step=step if place.native and step < own else 0,
    )


def _without_letter(item: TextItem, step: int, place: Place, build: Build, look: Look) -> tuple[TextItem, int]:
    """An even text a little smaller, where no line of it ends with a word of one letter so; else as it is, and its step."""
    steps = place.scale if look.shrinks else place.scale[:1]
    for smaller in range(step + 1, len(steps)):
        if steps[smaller][0].text.size < CLOSE * steps[step][0].text.size:
            break
        text, cut, _, over = _largest(place, build, look, range(smaller, smaller + 1))
        tried = _ended_well(text, place, look, even=True, is_airy=False)
        if over <= 0 and not cut and not _ends_with_letter(tried) and not hyphenates(tried):
            return tried, smaller
    return item, step


def _ends_with_letter(item: TextItem) -> bool:
    """Whether a line of a text ends with a word of one letter, which belongs to the next."""
    return any(map(is_letter, (word for part in item.paragraphs for word in last_words(part))))


def _ended_well(text: PlainText | TextItem, place: Place, look: Look, *, even: bool, is_airy: bool) -> TextItem:
    """The text placed, its lines ending well, with what space there is between its items where it `is_airy`."""
    if isinstance(text, PlainText):
        insets = place.insets
        width = place.box.width - insets.left - insets.right
        narrow: int | None = width
        if even and text.broken:
            from deckmotor.compose.even import evened  # Most titles take one line.

            narrow = evened(text, width, look.fonts)
        else:
            text.end_well()
        if narrow is not None:
            if place.spread:
                _spread_plain(text, place, look)
            elif is_airy:
                air(text, place, look.theme.width, look.memo)
            if narrow != width:
                insets = replace(insets, right=insets.right + width - narrow)
            return placed(text, place.box, place.anchor, insets)
        text = placed(text, place.box, place.anchor, insets)
    item = text
    if any(len(part.lines) > 1 for part in text.paragraphs):
        from deckmotor.compose.ends import with_good_ends  # Most text is plain; page numbers are not, and take a line.

        item = with_good_ends(text, look, even=even)
    return _spread(item, look) if place.spread else item


Fitted = tuple[PlainText | TextItem, tuple[str, ...], int, int]
"""A text, the words of it that are wider than a line, the step of its type scale, and how much it is too high there, EMU."""


def _largest(place: Place, build: Build, look: Look, steps: range, *, cuts: bool = False) -> Fitted:
    """A text at the first of some steps at which it fits; at the last where it fits at none.

    Those at which words are to be cut (`cuts`) are looked at where it fits whole at no other: it takes a language's patterns.
    """
    least: Fitted | None = None
    fewest = 0
    is_cut = False
    for step in steps:
        found = _measured(build(place.scale[step]), place, look, cuts=cuts)
        if found is None:
            is_cut = True
            continue
        text, broken = found
        over = text.height - _room(text.paragraphs, place.box, _least_insets(place, step))
        made: Fitted = (text, broken, step, over)
        if over > 0 and not broken and place.slot is not None and place.slot.look in CLOSER:
            closer = tightened(text, over, look.memo.setdefault("spaced", {}))
            if closer is not None:
                text, over = closer, 0
                made = (text, broken, step, over)
        if broken or over > 0:
            continue
        if place.slot is not None and place.slot.role == "title":
            if _wants_smaller(text, place, step, steps, look):
                continue
            return made
        if isinstance(text, PlainText):
            return made
        hyphens = sum([run.text.count(SOFT_HYPHEN) for part in text.paragraphs for run in part.runs])
        if not hyphens:
            return made
        if least is None or (hyphens < fewest and not _is_little(place, step, look)):
            least, fewest = made, hyphens
    return _largest(place, build, look, steps, cuts=True) if is_cut else least or made


def _least_insets(place: Place, step: int) -> Insets:
    """What is at least around a text at a step."""
    if place.closer is None:
        return place.insets
    from deckmotor.compose.padding import LARGE  # Few texts have a ground.

    return place.insets if place.scale[step][0].text.size > LARGE else place.closer


def _is_little(place: Place, step: int, look: Look) -> bool:
    """Whether a step of a heading is smaller than all text may be: only a word that stays whole so is worth that."""
    bodies = [slot.smaller[-1] for slot in look.layout.of("body") if slot.smaller] if place.share == "heading" else []
    return any(place.scale[step][0].text.size < levels[0].text.size for levels in bodies)


def _measured(
    paragraphs: Sequence[Paragraph], place: Place, look: Look, *, cuts: bool
) -> tuple[PlainText | TextItem, tuple[str, ...]] | None:
    """Paragraphs in a place, and their words that are wider than a line; None where there are, and these are not to be cut."""
    box, insets = place.box, place.insets
    width = box.width - insets.left - insets.right
    plain = plain_text(paragraphs, width, look.fonts)
    if plain is None or plain.is_cut:
        measured = None if plain is not None and not cuts else measure(paragraphs, width, look)
        if measured is None or (measured.broken_words and not cuts):
            return None
        return set_with_care(paragraphs, box, look, place.anchor, insets, measured)
    return plain, ()


def _is_even(paragraphs: Sequence[Paragraph], place: Place) -> bool:
    """Whether the lines of a text are to be of even length."""
    slot = place.slot
    return slot is not None and (slot.role in BALANCED or (slot.look in BALANCED_LOOKS and len(paragraphs) == 1))


def _below_title(steps: Scale, look: Look) -> int:
    """The first step at which text is no larger than the title of its page; the last where there is none."""
    step = 0
    while step < len(steps) - 1 and 0 < look.title < steps[step][0].text.size:
        step += 1
    return step


def _wants_smaller(text: PlainText | TextItem, place: Place, step: int, tried: range, look: Look) -> bool:
    """Whether a title is better a step smaller: where it cuts a word, leaves one alone, or turns a written line."""
    if isinstance(text, PlainText) and not text.broken:
        return False
    item = placed(text, place.box, place.anchor, place.insets) if isinstance(text, PlainText) else text
    steps = place.scale[: tried.stop]
    if len(item.paragraphs) == 1 and len(item.paragraphs[0].lines) == 1:
        return False
    left = len(steps) - step
    quiet = steps[0][0].text.size <= look.theme.title_size
    if (quiet and _turns_over(item, left)) or _leaves_a_word(item, steps[step:]):
        return True
    return left > 1 and (hyphenates(item) or any(map(_is_lonely, item.paragraphs)))


def _leaves_a_word(item: TextItem, steps: Scale) -> bool:
    """Whether a title has a little word alone on one of its two lines, and would stand on one at a step that is not far."""
    (part, *more) = item.paragraphs
    if more or len(part.lines) != 2 or any("\n" in run.text for run in part.runs):
        return False
    if min(len(line.text.strip()) for line in part.lines) > LITTLE:
        return False
    size = steps[0][0].text.size
    width = sum(line.width for line in part.lines) + size // 3  # The blank that the break took.
    room = item.box.width - item.insets.left - item.insets.right
    near = (levels[0].text.size for levels in steps if levels[0].text.size >= NEAR * size)
    return any(width * smaller <= room * size for smaller in near)


def _is_lonely(part: Paragraph) -> bool:
    """Whether a line of a title is far shorter than those around it, which nobody wrote so."""
    return len(part.lines) > 2 and is_ragged(widths_of(part.lines)) and not any("\n" in run.text for run in part.runs)


def _turns_over(item: TextItem, steps: int) -> bool:
    """Whether a title whose author wrote its lines takes more of them, and there are smaller steps to try (three at most)."""
    if steps <= 1:
        return False
    typed = [sum(run.text.count("\n") for run in part.runs) for part in item.paragraphs]
    return any(typed) and any(len(part.lines) > breaks + 1 for part, breaks in zip(item.paragraphs, typed, strict=True))


def _spread(item: TextItem, look: Look) -> TextItem:
    """A list over the height of its place, with equal space between its items."""
    parts = item.paragraphs
    room = _room(parts, item.box, item.insets)
    begins = [part.lines[0].baseline if part.level == 0 else 0 for part in parts]
    more = _spaces(parts, [part.style for part in parts], begins, item.height, room, look)
    return item if more is None else spaced(item, more, look.memo.setdefault("spaced", {}))


def _spread_plain(text: PlainText, place: Place, look: Look) -> None:
    """The same of plain text, which has no lines yet: the same for all of as many lines in the same styles."""
    room = _room(text.paragraphs, place.box, place.insets)
    levels = [part.level for part in text.paragraphs]
    key = ("spread", id(look.layout), room, *map(id, text.styles), *levels, *text.counts)
    known: tuple[Spread, object] | None = look.memo.get(key)
    if known is None:
        begins = [top + setting[4] for top, setting in zip(text.tops, text.settings, strict=True)]
        more = _spaces(text.paragraphs, text.styles, begins, text.height, room, look) or [0] * len(levels)
        made = spread(text.styles, more, look.memo.setdefault("spaced", {}))
        known = look.memo[key] = (made, (look.layout, text.styles))  # Kept, so that their identities stay their own.
    text.spread(known[0])


def _spaces(
    parts: Sequence[Paragraph], styles: Sequence[ParagraphStyle], begins: Sequence[int], height: int, room: int, look: Look
) -> list[int] | None:
    """What stands before each paragraph of a list, beside what its style says; None where it has one item, or no room.

    Where lists stand beside each other their items begin at equal parts of the height, so that those of a row begin together,
    unless one is too high for that. `begins` are the baselines of items. All in EMU.
    """
    firsts = [at for at, part in enumerate(parts) if part.level == 0]
    gaps = len(firsts) - 1
    if gaps < 1 or height > room:
        return None
    beside = len([slot for slot in look.layout.slots if slot.spread]) > 1
    last = height - (begins[firsts[-1]] - begins[firsts[0]])
    pitch = min(round(room * STRETCH / len(firsts)), (room - last) // gaps)
    befores = [styles[at].before for at in firsts[1:]]
    steps = [begins[after] - begins[at] for at, after in pairwise(firsts)]
    spaces = [pitch - step + before for step, before in zip(steps, befores, strict=True)]
    if not beside or any(space < before for space, before in zip(spaces, befores, strict=True)):
        most = room - height if beside else max(0, pitch * gaps - (begins[firsts[-1]] - begins[firsts[0]]))
        spaces = [before + most // gaps for before in befores]
    more = [0] * len(parts)
    for at, space, before in zip(firsts[1:], spaces, befores, strict=True):
        more[at] = space - before
    return more


def _room(paragraphs: Sequence[Paragraph], box: Box, insets: Insets) -> int:
    """What paragraphs have room for: their place, less what large numerals may add to lines in PowerPoint."""
    room = box.height - insets.top - insets.bottom
    if not paragraphs:
        return room
    style = paragraphs[0].style
    if style.bullet is None or style.bullet.size <= 100:
        return room
    higher = style.text.size * (style.bullet.size - 100) * LINE_PERCENT // 10_000
    return room - higher * sum(part.level == 0 for part in paragraphs)


_FOOT = "shorten it: it has one line, on every page"
_SHORTEN = "shorten it, or put some of it on another slide"
_OF_COVER = "shorten it: the cover has one place for it"
_LET_SHRINK = "shorten it; or with `fit: shrink` it would take smaller sizes, with `fit: split` continue on a new slide too"


def _report(over: int, key: str, look: Look, span: Span) -> None:
    """Tell of a text that is higher than its place: by so much, EMU."""
    look.over.add(key)
    shorter = _FOOT if key in FEET else _OF_COVER if key in COVER else ""
    hints = (shorter or (_SHORTEN if look.shrinks else _LET_SHRINK),)
    look.problems.append(problem("overflow", span, hints=hints, what=f"`{key}`", over=ceil(to_points(over))))
