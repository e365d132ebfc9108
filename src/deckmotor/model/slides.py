"""One slide's node to a slide: what it holds, and the rules within it. What depends on other slides is done in `read`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.model.blocks import BLOCK_KEYS, PAGE_KEYS, Closing, Columns, Cover, Section, key_of
from deckmotor.model.deck import Slide
from deckmotor.model.reading import FAILED, Blocks, Reading, is_blank
from deckmotor.model.records import RecordKind, plan_of
from deckmotor.model.tags import language_problem
from deckmotor.model.text import Text
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node, Scalar
from deckmotor.span import Span

if TYPE_CHECKING:
    from deckmotor.model.drawings import Portrait
    from deckmotor.model.grounds import Background
    from deckmotor.model.logos import Mark
    from deckmotor.model.pictures import Picture


class SlideReading(Struct, frozen=True, kw_only=True):
    """A slide read by itself."""

    node: Node
    """Kept so that its identity is not given to another node while the memo lives."""
    slide: Slide | None
    """None where it has errors."""
    problems: tuple[Diagnostic, ...]
    links: tuple[tuple[str, Span], ...]
    """Ids of the slides that it links to, and where."""
    pictures: tuple[Picture | Portrait | Mark | Background, ...]
    """Where the slide has errors: its pictures, whose files are looked at nevertheless."""
    finished: dict[tuple[str, Text | None], Slide]
    """The slide with its id and title, by its id and the title of the deck."""


Memo = dict[int, SlideReading]
"""Slides that have been read, by the identity of their nodes: those that variants share are read once."""

MOST_CHARACTERS = 20_000
"""Of a slide as it is written, without its notes: about twenty full pages. More is no slide, and takes seconds to compose."""

MOST_IN_TITLE = 1_000
"""Characters of a title, as of the deck's."""

MOST_NOTES = 50_000
"""Characters of a slide's notes: an hour's talk."""

_SLIDE = RecordKind(Slide)
_KEYS = plan_of(Slide).keys
_is_id = re.compile(r"[\w-]+").fullmatch


def read_slide(node: Node, memo: Memo, blocks: Blocks | None = None) -> SlideReading:
    """Read a slide, or find it in the memo."""
    done = memo.get(id(node))
    if done is None:
        reading = Reading([], [], blocks=blocks)
        slide = FAILED if _is_too_long(node, reading) else _SLIDE.read(node, "a slide", reading)
        if isinstance(node, Mapping) and slide is not FAILED:
            _check_slide(node, reading)
        if slide is not FAILED and slide.background is not None:
            _check_background(slide, reading)
        if slide is not FAILED and (reading.names_footnotes or slide.footnotes is not None):
            from deckmotor.model.footnotes import numbered  # Nor footnotes.

            slide = numbered(slide, reading)
        sound = slide is not FAILED and not has_errors(reading.problems)
        if sound and slide.highlight is not None:
            slide = _highlighted(slide, node, reading)
        done = SlideReading(
            node=node,
            slide=slide if sound else None,
            problems=tuple(reading.problems),
            links=tuple(reading.links),
            pictures=() if sound else tuple(reading.pictures),
            finished={},
        )
        memo[id(node)] = done
    return done


def _highlighted(slide: Slide, node: Node, reading: Reading) -> Slide:
    from deckmotor.model.highlight import highlighted  # Most slides have none.

    phrase = slide.highlight or ""
    lit = highlighted(slide, phrase)
    if lit is slide and isinstance(node, Mapping) and (written := node.get("highlight")):
        reading.report("highlight-nowhere", written.span, phrase=shortened(phrase))
    return lit


def finish(reading: SlideReading, slide_id: str, deck_title: Text | None) -> Slide | None:
    """The slide with its id and title: its own, its section's, or on a cover the deck's. The same object every time."""
    slide = reading.slide
    if slide is None or (slide.id == slide_id and slide.title):
        return slide
    if slide.title or not isinstance(slide.blocks[0], Cover):
        deck_title = None
    done = reading.finished.get((slide_id, deck_title))
    if done is None:
        whole = slide.blocks[0] if slide.blocks else None
        own = whole.title if isinstance(whole, Section | Closing) else slide.title
        done = replace(slide, id=slide_id, title=own or deck_title)
        reading.finished[(slide_id, deck_title)] = done
    return done


def _check_background(slide: Slide, reading: Reading) -> None:
    """What is drawn in tones that are chosen for one colour can't stand on a picture."""
    if slide.background is None or not slide.background.is_picture:
        return
    reading.pictures.append(slide.background)
    columns = [column for block in slide.blocks if isinstance(block, Columns) for column in block.items]
    for block in (*slide.blocks, *(one for column in columns for one in column.blocks)):
        if key_of(block) in ("chart", "map"):
            reading.report("background-kind", block.span, key=key_of(block))


def overlong(node: Node) -> list[tuple[str, int, int]]:
    """What of a slide is longer than slides could show: how many characters it has, by its place in the file, and may have."""
    size = node.span.end - node.span.start
    if size <= MOST_CHARACTERS or not isinstance(node, Mapping):
        return []
    notes = node.get("notes")
    said = 0 if notes is None else notes.span.end - notes.span.start
    both = ("the slide", size - said, MOST_CHARACTERS), ("`notes`", said, MOST_NOTES)
    return [(of, much, most) for of, much, most in both if much > most]


def _is_too_long(node: Node, reading: Reading) -> bool:
    """Whether a slide is longer than can be put on slides, which is told."""
    found = overlong(node)
    for of, much, most in found:
        hints = ("put it on several slides",) if of == "the slide" else ()
        reading.report("too-much-text", node.span, hints, of=of, size=f"{much:,}", limit=f"{most:,}")
    return bool(found)


def _check_slide(node: Mapping, reading: Reading) -> None:
    """What must hold between the keys of a slide."""
    keys = {name.text: (name.span, value) for name, value in node.entries}
    alone = None if keys.keys().isdisjoint(PAGE_KEYS) else next(key for key in PAGE_KEYS if key in keys)
    if alone:
        _check_alone(alone, keys, reading)
    elif "title" not in keys or is_blank(keys["title"][1]):
        from deckmotor.model.unknown import meant_key  # Only for mistakes.

        misspelt = any(meant_key(key, _KEYS) == "title" for key in keys if key not in _KEYS)
        if not misspelt:
            reading.report("missing-title", keys["title"][0] if "title" in keys else node.span, ("write `title: …`",))
    if "subtitle" in keys and not alone and not is_blank(keys["subtitle"][1]):
        reading.report("subtitle-place", keys["subtitle"][0], ("a line below the title is written as `lead: …`",))
    if "build" in keys and (alone or not any(key in BLOCK_KEYS and key != "lead" for key in keys)):
        span, way = keys["build"]
        if not isinstance(way, Scalar) or way.text != "none":
            reading.report("build-nowhere", span)
    for key in ("title", "subtitle", "section", "closing"):
        if key in keys:
            _check_title(key, keys[key][1], reading)
    if "id" in keys:
        check_id(keys["id"][1], reading)
    if "language" in keys:
        check_language(keys["language"][1], reading)


def _check_alone(alone: str, keys: dict[str, tuple[Span, Node]], reading: Reading) -> None:
    for key, (span, value) in keys.items():
        if key in BLOCK_KEYS and key != alone:
            from deckmotor.model.mistaken import within  # Only for mistakes.

            reading.report("stands-alone", span, (within(alone, key),), key=alone, other=key)
        elif key == "title" and alone != "cover" and not is_blank(value):
            hints = (f"the title of this slide is what `{alone}:` says",)
            reading.report("stands-alone", span, hints, key=alone, other=key)


def _check_title(key: str, node: Node, reading: Reading) -> None:
    """A title of a page's length is none, and takes seconds to set."""
    said = node.get("title") if isinstance(node, Mapping) else node
    if isinstance(said, Scalar) and len(said.text) > MOST_IN_TITLE:
        size = f"{len(said.text):,}"
        reading.report("too-much-text", said.span, of=f"`{key}`", size=size, limit=f"{MOST_IN_TITLE:,}")


def check_id(node: Node, reading: Reading) -> None:
    """An id is made of letters, digits, `-` and `_`, so that a link can name it."""
    if isinstance(node, Scalar) and not is_blank(node) and not _is_id(node.text):
        likely = re.sub(r"[^\w-]+", "-", node.text).strip("-")
        hints = (f"did you mean `{likely}`?",) if likely else ()
        reading.report("bad-id", node.span, hints, id=node.text)


def check_language(node: Node, reading: Reading) -> None:
    """A language is a BCP 47 tag."""
    if isinstance(node, Scalar) and not is_blank(node) and (trouble := language_problem(node.text)):
        code, hints, values = trouble
        reading.report(code, node.span, hints, **values)
