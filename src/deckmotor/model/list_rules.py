"""What must hold within lists once they are read: how deep they are, their numbers, marks, and the ids of what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from deckmotor.model.blocks import Bullets, Numbered, Questions
from deckmotor.model.items import ListItem
from deckmotor.model.reading import Reading
from deckmotor.model.words import shortened
from deckmotor.source.nodes import Mapping, Node
from deckmotor.span import Span

if TYPE_CHECKING:
    from deckmotor.model.boxes import Callout, Definition, Definitions
    from deckmotor.model.flows import Arrow
    from deckmotor.model.logos import Logos, Mark
    from deckmotor.model.panels import MatrixCell, Side
    from deckmotor.model.people import People, Person
    from deckmotor.model.sequences import Event, Point, Step
    from deckmotor.model.tables import Row
    from deckmotor.model.text import Cell, Name, TextRun

    Parts = tuple[ListItem | Row | Cell | Step | Event | Point | Person | Arrow | Side | MatrixCell | Mark | Definition, ...]
    """What a block lists that has ids."""

DEEPEST = 3
"""Levels of a list. A slide with more can't be read from the back of a room, and themes style three."""

LAST_NUMBER = 32_767
"""The largest first number of a list (ECMA-376 part 1, 20.1.10.33)."""


def list_rule(block: Bullets | Numbered | Questions, node: Node, reading: Reading) -> None:
    """Lists nest three levels deep, the ids of items differ, and no number is beyond those that PowerPoint writes."""
    _check_items(block.items, 1, {}, reading)
    if isinstance(block, Bullets):
        if block.mark is not None:
            check_icon(block.mark, reading)
    else:
        _check_numbers(block.items, reading)
    _check_last(getattr(block, "start", 1), block.items, place(node, "start"), reading)


def callout_rule(block: Callout, node: Node, reading: Reading) -> None:
    """A callout says something, and its list is one as others are."""
    if not block.text and not block.bullets:
        reading.report("missing-key", node.span, of="`callout`", keys="`text` or `bullets`")
    _check_items(block.bullets, 1, {}, reading)
    _check_below(block.bullets, reading)
    leading_rule(block, node, reading)


def ids_rule(block: Definitions | People | Logos, node: Node, reading: Reading) -> None:
    """The ids of what it lists differ."""
    check_ids(block.items, {}, reading)


def _check_last(start: int, items: tuple[ListItem, ...], span: Span, reading: Reading) -> None:
    """A list may be cut anywhere, so each of its items may begin one."""
    if items and start + len(items) - 1 > LAST_NUMBER:
        most = LAST_NUMBER - len(items) + 1
        expected = f"a first number with which the last of {len(items)} items is at most {LAST_NUMBER}"
        reading.report("wrong-value", span, (f"write {most} or less",), value=str(start), expected=expected)
    _check_below(items, reading)


def _check_below(items: tuple[ListItem, ...], reading: Reading) -> None:
    for item in items:
        if item.numbered:
            _check_last(item.start, item.numbered, item.span, reading)
        if item.bullets:
            _check_below(item.bullets, reading)


def _check_items(items: tuple[ListItem, ...], level: int, ids: dict[str, Span], reading: Reading) -> None:
    check_ids(items, ids, reading)
    for item in items:
        if item.icon is not None:
            check_icon(item.icon, reading)
        _check_numbers(item.numbered, reading)
        if item.bullets or item.numbered:
            if level == DEEPEST:
                reading.report("too-deep", (item.bullets or item.numbered)[0].span)
            else:
                _check_items(item.bullets + item.numbered, level + 1, ids, reading)


def _check_numbers(items: tuple[ListItem, ...], reading: Reading) -> None:
    """Items of a list with numbers have no icons."""
    for item in items:
        if item.icon is not None:
            reading.report("icon-in-numbers", item.icon.span)


def check_ids(parts: Parts, ids: dict[str, Span], reading: Reading) -> None:
    """Tell of ids that stand twice. `ids` are those so far, with their places."""
    for part in parts:
        if part.id is not None:
            first = ids.setdefault(part.id, part.span)
            if first is not part.span:
                reading.report("duplicate-id", part.span, id=part.id, line=first.line, file=first.file)


def check_icon(named: Name, reading: Reading) -> None:
    """Tell of an icon that there is none of."""
    from deckmotor.icons import phosphor

    name = named.text
    if phosphor.outline(name) is None:
        meant = ", ".join(f"`{one}`" for one in phosphor.meant_by(name))
        hints = (f"did you mean {meant}?",) if meant else ("all of them are shown on phosphoricons.com",)
        reading.report("unknown-icon", named.span, hints, name=shortened(name))


def place(node: Node, key: str) -> Span:
    """Where the value of a key stands, or the whole node where it has no such key."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.span if value else node.span


def leading_rule(part: Any, node: Node, reading: Reading) -> None:
    """What leads somewhere as a whole leads there alone: a click can't lead to two places. `leads` names what it is about."""
    if part.link is None:
        return
    check_link(part.link, place(node, "link"), reading)
    own = [run for name in part.leads for run in _runs(getattr(part, name)) if run.link is not None]
    if own:
        reading.report("link-within", place(node, "link"), text=shortened(own[0].text))


def _runs(value: Any) -> Iterator[TextRun]:
    if isinstance(value, tuple):
        for one in value:
            yield from _runs(one)
    elif isinstance(value, ListItem):
        yield from _runs((value.text, value.bullets, value.numbered))
    elif value is not None:
        yield from value.runs


def check_link(link: str, span: Span, reading: Reading) -> None:
    """Where something leads as a whole is an address, or a slide that is there."""
    from deckmotor.model.links import link_problem  # Few decks have such.

    trouble = link_problem(link, "…")
    if trouble is not None:
        code, hints, values = trouble
        reading.report(code, span, hints[:1], **values)
    elif link.startswith("#"):
        reading.links.append((link[1:], span))
