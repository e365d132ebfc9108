"""Ends of lines: none with a short word, no last one of a lonely word, those of titles of even length."""

from collections.abc import Sequence
from operator import is_

from msgspec.structs import replace

from deckmotor.compose.breaks import LONGER, MOST_REPAIRS, hyphens, is_letter, joined_in_vain, last_words, well_ended
from deckmotor.compose.look import Look
from deckmotor.compose.setting import measure, set_text, to_flow, well_broken, with_lines
from deckmotor.scene.page import Paragraph, TextItem, ends_of, is_ragged, lowered, widths_of
from deckmotor.typeset.fit import balanced_width


def _balanced(item: TextItem, look: Look) -> TextItem:
    """A title or lead with lines of even length: the same breaks in every program, by a wider inset and no added character."""
    if sum(len(part.lines) for part in item.paragraphs) < 2:
        return item
    width = item.box.width - item.insets.left - item.insets.right
    # All variants have the same cover, but for what stands under its title.
    key = ("even", width, *((part.style, *((run.text, run.style) for run in part.runs)) for part in item.paragraphs))
    even_width = look.memo.get(key)
    if even_width is None:
        even_width = look.memo[key] = balanced_width(to_flow(item.paragraphs), width, look.fonts)
    spare = width - even_width
    if not spare:
        return item
    even, _ = set_text(item.paragraphs, item.box, look, item.anchor, replace(item.insets, right=item.insets.right + spare))
    return even


def with_good_ends(item: TextItem, look: Look, *, even: bool) -> TextItem:
    """The text without lines that end with short words, and last ones of a lonely word, where it takes no more lines so."""
    looked_at = [at for at, part in enumerate(item.paragraphs) if len(part.lines) > 1]
    insets = item.insets
    best = _balanced(item, look) if even else item
    for _ in range(MOST_REPAIRS):
        longest = max([max(widths_of(part.lines)) for part in best.paragraphs])
        kept: dict[int, Paragraph] = {}
        for at in looked_at:
            ways = (_ended(best.paragraphs, at, better, item, look) for better in well_ended(best.paragraphs[at], longest))
            ended = next((one for one in ways if one is not None), None)
            if ended is not None:
                kept[at] = ended
        if not kept:
            break
        if not even:  # Where lines are even, what one paragraph takes changes the others.
            looked_at = list(kept)
        parts = [kept.get(at, part) for at, part in enumerate(best.paragraphs)]
        if even or any(len(new.lines) < len(best.paragraphs[at].lines) for at, new in kept.items()):
            made, _ = set_text(parts, item.box, look, item.anchor, insets)
            made = _balanced(made, look) if even else made
            if even and any(map(_gets_ragged, made.paragraphs, best.paragraphs)):
                break
            best = made
        else:
            best = replace(best, paragraphs=tuple(parts))
    return _held(best, look) if even else best


def _held(item: TextItem, look: Look) -> TextItem:
    """The text with no-break spaces after short words that would end a line in a program whose lines are a little longer."""
    insets = item.insets
    width = item.box.width - insets.left - insets.right
    longer = with_lines(item.paragraphs, measure(item.paragraphs, round(width * LONGER), look), 0, 0)
    held = []
    for part, other in zip(item.paragraphs, longer, strict=True):
        ends = ends_of(part.lines)
        if ends_of(other.lines) != ends:
            ways = well_ended(other, max(widths_of(other.lines)))
            made = [with_lines([way], measure([way], width, look), 0, 0)[0] for way in ways]
            part = next((replace(part, runs=one.runs) for one in made if ends_of(one.lines) == ends), part)
        held.append(part)
    if all(map(is_, held, item.paragraphs)):
        return item
    return set_text(held, item.box, look, item.anchor, insets)[0]


def _ended(parts: Sequence[Paragraph], at: int, new: Paragraph, item: TextItem, look: Look) -> Paragraph | None:
    """One of some paragraphs with its new text and lines, which begin where the old ones did; None where those are better."""
    old = parts[at]
    number = to_flow(parts[: at + 1])[-1].mark if old.style.bullet is not None and old.style.bullet.number else None
    alone = new if number is None else replace(new, start=int(number[:-1]))
    insets = item.insets
    width = item.box.width - insets.left - insets.right
    measured = measure([alone], width, look)
    if measured.broken_words and not hyphens(old):  # Of what would take hyphens, that is known without looking for them.
        return None
    broken, measured = well_broken([alone], width, look, measured)
    (made,) = with_lines(broken, measured, item.box.x + insets.left, 0)
    if measured.broken_words or len(made.lines) > len(old.lines) or hyphens(made) > hyphens(old) or _is_worse(made, old):
        return None
    down = old.lines[0].baseline - made.lines[0].baseline
    return replace(made, start=old.start, lines=lowered(made.lines, down))


def _is_worse(part: Paragraph, before: Paragraph) -> bool:
    """Whether a paragraph whose lines were to end better was better before."""
    return joined_in_vain(part) or _gets_ragged(part, before)


def _gets_ragged(part: Paragraph, before: Paragraph) -> bool:
    return _is_ragged(part) and not _is_ragged(before) and not any(map(is_letter, last_words(before)))


def _is_ragged(part: Paragraph) -> bool:
    return is_ragged(widths_of(part.lines))
