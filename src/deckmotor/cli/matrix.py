"""`list --matrix`: which slides each deck has, and where it has them otherwise than the base deck."""

import json
from collections.abc import Sequence

import click
from msgspec import Struct

from deckmotor.build import Pipeline
from deckmotor.cli.screen import columns
from deckmotor.edition import Edition
from deckmotor.load import Memo, load_deck
from deckmotor.model.deck import Deck

MOST_COLUMNS = 12
"""Decks that stand side by side; of more, each slide is told in words."""

SAME, OWN, NONE = "=", "~", "."
LEGEND = f"{SAME} as the base deck has it, {OWN} its own, {NONE} not there"

MOST_NAMED = 4
"""As many decks are named; of more, those that differ, or their number."""


class Row(Struct, frozen=True):
    """A slide, and how each deck has it."""

    id: str
    title: str
    marks: tuple[str, ...]
    """One of SAME, OWN and NONE for each deck."""


def matrix(pipeline: Pipeline, editions: Sequence[Edition]) -> tuple[Row, ...]:
    """The slides of all decks in the order of the base deck; what only others have stands where the first of them has it."""
    memo = Memo()
    decks = [load_deck(pipeline.project, edition, memo)[0] for edition in editions]
    base = _by_id(decks[0])
    found = [_by_id(deck) for deck in decks]
    titles = {id: title for slides in reversed(found) for id, (_, title) in slides.items()}
    return tuple(Row(id, titles[id], tuple(_mark(base.get(id), slides.get(id)) for slides in found)) for id in _order(decks))


def _by_id(deck: Deck | None) -> dict[str, tuple[object, str]]:
    return {} if deck is None else {slide.id or "": (slide, slide.title.plain if slide.title else "") for slide in deck.slides}


def _mark(base: tuple[object, str] | None, own: tuple[object, str] | None) -> str:
    if own is None:
        return NONE
    # What two decks share is the same object: nothing in it has been laid over or put in.
    return SAME if base is not None and own[0] is base[0] else OWN


def _order(decks: Sequence[Deck | None]) -> list[str]:
    order: list[str] = []
    known: set[str] = set()
    for deck in decks:
        at = 0
        for id in _by_id(deck):
            if id in known:
                at = order.index(id) + 1
                continue
            order.insert(at, id)
            known.add(id)
            at += 1
    return order


def show_matrix(pipeline: Pipeline, form: str) -> None:
    """Print it."""
    editions = pipeline.project.editions
    rows = matrix(pipeline, editions)
    names = [edition.name or "base" for edition in editions]
    if form == "json":
        words = {SAME: "same", OWN: "own", NONE: None}
        slides = [
            {
                "id": row.id,
                "title": row.title,
                "decks": {name: words[mark] for name, mark in zip(names, row.marks, strict=True)},
            }
            for row in rows
        ]
        click.echo(json.dumps({"decks": names, "slides": slides}, ensure_ascii=False, indent=1).encode())
    elif len(names) <= MOST_COLUMNS:
        click.echo(columns([("", *names), *((row.id, *row.marks) for row in rows)]))
        click.echo(f"\n{LEGEND}")
    else:
        click.echo(columns([(row.id, in_words(row.marks, names)) for row in rows]))


def in_words(marks: Sequence[str], names: Sequence[str]) -> str:
    """`all`, `all but kalix`, `kalix, motala`, `12 of 291`; and how many have it of their own."""
    there = [name for name, mark in zip(names, marks, strict=True) if mark != NONE]
    missing = [name for name, mark in zip(names, marks, strict=True) if mark == NONE]
    own = [name for name, mark in zip(names, marks, strict=True) if mark == OWN]
    if not missing:
        told = "all"
    elif len(missing) <= MOST_NAMED:
        told = f"all but {', '.join(missing)}"
    else:
        told = ", ".join(there) if len(there) <= MOST_NAMED else f"{len(there)} of {len(names)}"
    if own and len(own) < len(there):
        told += f"; its own in {', '.join(own) if len(own) <= MOST_NAMED else len(own)}"
    return told
