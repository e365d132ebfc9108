"""Nodes to a deck: the head, the slides, and the rules that hold between them."""

from typing import Any

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import Edition
from deckmotor.messages import MOST_PROBLEMS, nearest
from deckmotor.model.blocks import key_of
from deckmotor.model.deck import Deck, Head, Slide
from deckmotor.model.kinds import ListKind
from deckmotor.model.reading import FAILED, Blocks, Reading, is_blank, wrong_type
from deckmotor.model.records import RecordKind, plan_of, read_record
from deckmotor.model.slides import Memo, SlideReading, check_language, finish, read_slide
from deckmotor.model.text import Text
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence

MOST_IN_LINE = 1_000
"""Characters of what the cover or the footers show on a line; the footers are measured on every page."""

MOST_IN_HEAD = 20_000
"""Characters of the whole head, without its variables."""

AGENDAS = ("agenda", "columns")
"""Blocks that are an agenda, or may hold one."""

_SLIDES = ListKind(RecordKind(Slide), "slide")


def read_deck(
    node: Node, edition: Edition, file: str, memo: Memo, blocks: Blocks | None = None
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """The deck that a node says, after overlays and variables; `file` is the name of the file to build, without its ending.

    All problems are found at once; those found for a variant carry its name, also where the base deck has them too. What has
    errors is left out of the deck, so that the rest can be looked at further: slides, and values of the head. Every slide
    of a deck is sound, with an id that no other has, and a title. A slide that was read before (in `memo`) is the same object,
    and so is a block (in `blocks`).
    """
    reading = Reading([], [], blocks=blocks)
    deck = None
    if isinstance(node, Mapping):
        deck = _read(node, edition, file, memo, reading)
    else:
        wrong_type(node, "the deck", RecordKind(Head), reading, ("a deck begins with `title: …`",))
    problems = tuple(reading.problems)
    return deck, problems if edition.is_base else tuple(replace(one, variant=edition.name) for one in problems)


def _read(node: Mapping, edition: Edition, file: str, memo: Memo, reading: Reading) -> Deck:
    head = _read_head(node, reading)
    nodes = _slide_nodes(node, reading)
    read = _read_slides(nodes, memo, reading)
    nodes = nodes[: len(read)]
    ids = tuple(slide_ids(nodes))
    broken = _check_ids(nodes, ids, reading) | _check_links(read, ids, reading)
    slides = (finish(one, ids[at], head.title) for at, one in enumerate(read) if at not in broken)
    sound = tuple(slide for slide in slides if slide)
    if any(key_of(block) in AGENDAS for slide in sound for block in slide.blocks):
        from deckmotor.model.agendas import with_agendas  # Few decks have one.

        sound = with_agendas(sound, reading)
    if any(slide.sources and slide.sources[0].plain == "all" for slide in sound):
        from deckmotor.model.sources import with_sources  # Nor such a page.

        sound = with_sources(sound, reading)
    left_out = tuple(picture for one in read for picture in one.pictures)
    return Deck(head=head, slides=sound, edition=edition, file=file, left_out=left_out)


def _read_slides(nodes: tuple[Node, ...], memo: Memo, reading: Reading) -> list[SlideReading]:
    """The slides, as far as there are not too many problems already."""
    read: list[SlideReading] = []
    for node in nodes:
        if len(reading.problems) >= MOST_PROBLEMS:
            break
        read.append(read_slide(node, memo, reading.blocks))
        reading.problems += read[-1].problems if isinstance(node, Mapping) else _strays(nodes, len(read) - 1, read[-1])
    return read


def _strays(nodes: tuple[Node, ...], at: int, read: SlideReading) -> tuple[Diagnostic, ...]:
    """What is wrong with something that is no slide: an item of the list above, where the slide above ends with one."""
    slide = next((node for node in reversed(nodes[:at]) if isinstance(node, Mapping)), None)
    if not slide or not slide.entries or not isinstance(nodes[at], Scalar):
        return read.problems
    key, value = slide.entries[-1]
    if not isinstance(value, Sequence) or value.span.line == key.span.line:
        return read.problems
    hints = (f"if it belongs to `{key.text}:` above, indent it as the items there",)
    return tuple(replace(one, hints=hints) if one.code == "wrong-type" else one for one in read.problems)


def _read_head(node: Mapping, reading: Reading) -> Head:
    """The head, from before where it was read before and nothing else is to be known of it."""
    entries = [entry for entry in node.entries if entry[0].text not in ("slides", "variables")]
    key = (id(node.span), *[id(part) for entry in entries for part in entry])
    known = None if reading.blocks is None else reading.blocks.get(key)
    if known is not None:
        head: Head = known[1]
        return head
    before = len(reading.problems), len(reading.links)
    head = _new_head(node, reading)
    if reading.blocks is not None and before == (len(reading.problems), len(reading.links)):
        reading.blocks[key] = ((entries, node.span), head)
    return head


def _new_head(node: Mapping, reading: Reading) -> Head:
    """The head; where it has errors, what is sound of it, with a title that says nothing where the title is not."""
    head: Head = read_record(plan_of(Head), node, "the deck's head", reading)
    if language := node.get("language"):
        check_language(language, reading)
    back = node.get("back")
    if isinstance(back, Scalar) and not is_blank(back):  # It leads to a slide, as links do.
        reading.links.append((back.text.removeprefix("#"), back.span))
    if ignored := node.get("ignore"):
        _check_ignored(ignored, reading)
    if _is_too_long(node, reading):
        return Head(title=Text(runs=(), span=node.span), span=node.span)
    return _sound_head(node) if head is FAILED else head


def _is_too_long(node: Mapping, reading: Reading) -> bool:
    """Whether the head holds more than a cover and footers can show, which is told."""
    before = len(reading.problems)
    total = 0
    for key, value in node.entries:
        if key.text in ("slides", "variables"):
            continue
        size = len(value.text) if isinstance(value, Scalar) else value.span.end - value.span.start
        total += size
        if size > MOST_IN_LINE and key.text in ("title", "subtitle", "date"):
            reading.report("too-much-text", value.span, of=f"`{key.text}`", size=f"{size:,}", limit=f"{MOST_IN_LINE:,}")
    if total > MOST_IN_HEAD and len(reading.problems) == before:
        reading.report("too-much-text", node.span, of="the deck's head", size=f"{total:,}", limit=f"{MOST_IN_HEAD:,}")
    return len(reading.problems) > before


def _sound_head(node: Mapping) -> Head:
    plan = plan_of(Head)
    values: dict[str, Any] = {}
    for key, value in node.entries:
        scratch = Reading([], [])
        if (field := plan.fields.get(key.text)) and not is_blank(value):
            read = field.kind.read(value, field.of, scratch)
            if read is not FAILED and not has_errors(scratch.problems):
                values[key.text] = read
    return Head(**{"title": Text(runs=(), span=node.span), **values, "span": node.span})


def _check_ignored(node: Node, reading: Reading) -> None:
    """Only warnings can be ignored: an error keeps a deck from being built. One that never comes up is no mistake."""
    from deckmotor.catalogue import ENTRIES, warnings  # Only a deck that ignores warnings needs their names.

    for code in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(code, Scalar) and not is_blank(code) and code.text not in warnings():
            if code.text in ENTRIES:
                reading.report("not-a-warning", code.span, name=code.text)
            else:
                reading.report("unknown-warning", code.span, nearest(code.text, warnings()), name=code.text)


def _slide_nodes(node: Mapping, reading: Reading) -> tuple[Node, ...]:
    slides = node.get("slides")
    hints = ("begin each slide with a hyphen: `- title: …`",)
    if slides is None:
        reading.report("missing-key", node.span, hints, of="the deck", keys="`slides:`")
    elif not isinstance(slides, Sequence):
        wrong_type(slides, "`slides`", _SLIDES, reading, hints)
    elif not slides.items:
        reading.report("no-slides", slides.span, hints)
    else:
        return slides.items
    return ()


def _check_ids(nodes: tuple[Node, ...], ids: tuple[str, ...], reading: Reading) -> set[int]:
    """Report ids that are used twice; gives the places of the later slides."""
    first: dict[str, int] = {}
    twice = set()
    for at, slide_id in enumerate(ids):
        if slide_id and first.setdefault(slide_id, at) != at:
            twice.add(at)
            span = nodes[first[slide_id]].span
            reading.report("duplicate-id", _id_node(nodes[at]).span, id=slide_id, line=span.line, file=span.file)
    return twice


def _id_node(node: Node) -> Node:
    written = node.get("id") if isinstance(node, Mapping) else None
    return written or node


def _check_links(read: list[SlideReading], ids: tuple[str, ...], reading: Reading) -> set[int]:
    """Report links to slides that are not there, those of the head too; gives the places of the slides that hold them."""
    broken = set()
    known = dict.fromkeys(filter(None, ids))
    for at, links in enumerate((tuple(reading.links), *(one.links for one in read)), -1):
        for slide_id, span in links:
            if slide_id not in known:
                broken.add(at)
                if len(reading.problems) >= MOST_PROBLEMS:
                    continue
                reading.report("unknown-slide", span, nearest(slide_id, list(known)), id=slide_id)
    return broken
