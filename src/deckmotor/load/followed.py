"""Translations follow a slide that is called otherwise now, by its new `id:` or, where it has none, its new title; and a text
that stands on another slide.

What each line was made from is kept, so a slide that nothing in the file names has the lines of one that is gone, where they
were made from its texts, and a text without a line has one that was made from it where nothing is left of that.
"""

from itertools import groupby

from msgspec.structs import replace

from deckmotor.load.languages import DIGITS, Group, Strings, deck_texts, digest
from deckmotor.load.walk import Way
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Sequence

SLIDES = "slides"


def followed(strings: Strings, deck: Mapping) -> Strings:
    """The file of a language with its lines under the names that the deck's slides have now."""
    if not strings.kept:
        return strings
    slides = deck.get(SLIDES)
    there = {(SLIDES, id) for id in slide_ids(slides.items)} if isinstance(slides, Sequence) else set()
    gone = {group for group in strings.lines if group[0] == SLIDES and group not in there}
    texts = {
        group: {digest(text.node.text): text.way for text in some}
        for group, some in groupby(deck_texts(deck), lambda one: one.group)
    }
    new = _names(strings, gone, {group: {*ways} for group, ways in texts.items() if group not in strings.lines}) if gone else {}
    if new:
        lines = {new.get(group, group): held for group, held in strings.lines.items()}
        kept = {new.get(group, group): held for group, held in strings.kept.items()}
        strings = replace(strings, lines=lines, kept=kept)
    return _on_other_slides(strings, texts)


def _on_other_slides(strings: Strings, texts: dict[Group, dict[str, Way]]) -> Strings:
    """With the lines of texts that stand on another slide now."""
    made = {group: {mark[:DIGITS]: way for way, mark in kept.items()} for group, kept in strings.kept.items()}
    left = {
        mark: (group, way)
        for group, marks in made.items() if group[0] in (SLIDES, "deck")
        for mark, way in marks.items()
        if mark not in texts.get(group, {}) and way in strings.lines.get(group, {})
    }  # fmt: skip
    lines, kept = {**strings.lines}, {**strings.kept}
    for group, ways in texts.items() if left else ():
        for mark in [mark for mark in ways if mark in left and mark not in made.get(group, {})]:
            old, way = left.pop(mark)
            here = way if way not in lines.get(group, {}) else f"{'/'.join(old)}/{way}"
            lines[group] = {**lines.get(group, {}), here: lines[old][way]}
            kept[group] = {**kept.get(group, {}), here: kept[old][way]}
            lines[old] = {at: line for at, line in lines[old].items() if at != way}
    return replace(strings, lines=lines, kept=kept) if lines != strings.lines else strings


def _names(strings: Strings, gone: set[Group], digests: dict[Group, set[str]]) -> dict[Group, Group]:
    """By the old name of a slide its new one: at least half of its lines were made from that slide's texts."""
    digests = {group: marks for group, marks in digests.items() if group[0] == SLIDES}
    found: dict[Group, Group] = {}
    for old in (group for group in strings.lines if group in gone):
        made_from = {mark[:DIGITS] for mark in strings.kept.get(old, {}).values()}
        left = [group for group in digests if group not in found.values()]
        best = max(left, key=lambda group: len(digests[group] & made_from), default=None)
        if best is not None and 2 * len(digests[best] & made_from) >= max(len(made_from), 1):
            found[old] = best
    return found
