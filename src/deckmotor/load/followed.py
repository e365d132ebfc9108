"""Translations follow a slide that is called otherwise now: by its new `id:`, or its new title where it has no id.

What each line was made from is kept, so a slide that nothing in the file names has the lines of one that is gone, where they
were made from its texts.
"""

from itertools import groupby

from msgspec.structs import replace

from deckmotor.load.languages import DIGITS, Group, Strings, deck_texts, digest
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Sequence

SLIDES = "slides"


def followed(strings: Strings, deck: Mapping) -> Strings:
    """The file of a language with its lines under the names that the deck's slides have now."""
    slides = deck.get(SLIDES)
    there = {(SLIDES, id) for id in slide_ids(slides.items)} if isinstance(slides, Sequence) else set()
    gone = {group for group in strings.lines if group[0] == SLIDES and group not in there}
    if not gone:
        return strings
    made_from = {group: {text.node.text for text in texts} for group, texts in groupby(deck_texts(deck), lambda one: one.group)}
    new = _names(strings, gone, {group: texts for group, texts in made_from.items() if group not in strings.lines})
    if not new:
        return strings
    lines = {new.get(group, group): held for group, held in strings.lines.items()}
    kept = {new.get(group, group): held for group, held in strings.kept.items()}
    return replace(strings, lines=lines, kept=kept)


def _names(strings: Strings, gone: set[Group], unnamed: dict[Group, set[str]]) -> dict[Group, Group]:
    """By the old name of a slide its new one: at least half of its lines were made from that slide's texts."""
    digests = {group: {digest(text) for text in texts} for group, texts in unnamed.items() if group[0] == SLIDES}
    found: dict[Group, Group] = {}
    for old in (group for group in strings.lines if group in gone):
        made_from = {mark[:DIGITS] for mark in strings.kept.get(old, {}).values()}
        left = [group for group in digests if group not in found.values()]
        best = max(left, key=lambda group: len(digests[group] & made_from), default=None)
        if best is not None and 2 * len(digests[best] & made_from) >= max(len(made_from), 1):
            found[old] = best
    return found
