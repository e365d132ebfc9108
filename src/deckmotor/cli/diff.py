"""`diff`: what differs between two decks, slide by slide."""

import json
import sys
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import click

from deckmotor.cli.base import Command, option
from deckmotor.cli.choice import Choice, edition_options
from deckmotor.cli.gather import Finding
from deckmotor.cli.options import no_allow_option
from deckmotor.cli.place import DeckArgument, Place, deck_among, find_place
from deckmotor.cli.screen import show
from deckmotor.cli.sides import NO_DECK, Make, Meanings, Side
from deckmotor.diff import compare
from deckmotor.diff.report import as_data, as_markdown, as_text
from deckmotor.diff.tell import tell
from deckmotor.diff.told import Told
from deckmotor.finished import Finished

FORMATS = ("text", "markdown", "json", "html")

Draw = Callable[[int], str]
"""HTML of the page of a number."""

COLOURS = {"gone": "red", "new": "green", "moved": "cyan"}


@click.command(cls=Command)
@click.argument("words", metavar="[OLD] [NEW]", nargs=-1)
@option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
        help="For people, for a pull request, for programs, or a page with both decks' slides side by side.")  # fmt: skip
@edition_options
@no_allow_option
@option("--deck", "deck", type=DeckArgument(), metavar="DECK", help="The deck whose variants and revisions are meant.")
@option("--exit-code", "tells", is_flag=True, help="Exit with 1 where there are differences, as `git diff` does.")
def command(words: tuple[str, ...], form: str, choice: Choice, deck: Place | None, tells: bool, closed: bool) -> None:
    """Tell what differs between two decks, slide by slide.

    OLD and NEW are each a variant of the deck here, a revision of git, a deck, or a PowerPoint file, anybody's. Without
    NEW, a revision is compared with the files here, and a variant with the base deck; without both it is HEAD.

    \b
      deckmotor diff                          what is not committed yet
      deckmotor diff kalix motala             two variants of the deck here
      deckmotor diff kalix                    a variant beside the base deck
      deckmotor diff kalix/politiker kalix/personal   two rooms of one variant
      deckmotor diff v1.2 HEAD                two revisions; no file is checked out
      deckmotor diff v1.2 --variant kalix     as this variant has it; --audience and --language too
      deckmotor diff talk sent/talk.pptx      what somebody has changed in PowerPoint
      deckmotor diff a.pptx b.pptx --format html > what.html

    As HTML, slides of decks are drawn as they are; of PowerPoint files what was read of them, where it stands.

    Slides pair by the ids that files carry, then by likeness. The exit code is 0 whether there are differences or not, unless
    --exit-code is given; 1 too where a deck has errors.
    """
    before, words = deck_among(words, 2) if deck is None and len(words) > 2 else (deck, words)
    if len(words) > 2:
        raise click.UsageError(f"two decks are compared, and `{words[2]}` is a third")
    meanings = Meanings(before or find_place(Path()), choice, closed=closed)
    old, new = (make() for make in _makes(words, meanings))
    differ = _compared(old, new, form)
    if differ and tells:
        sys.exit(1)


def _makes(words: tuple[str, ...], meanings: Meanings) -> tuple[Make, Make]:
    """How the two sides are made."""
    here = meanings.here
    kinds = [meanings.of(word) for word in words] or [meanings.head()]
    if len(kinds) == 2:
        return kinds[0][1], kinds[1][1]
    (kind, make) = kinds[0]
    if kind == "revision" and here is not None:
        return make, lambda: meanings.deck(here, "files here")
    if kind == "variant":
        return meanings.base, make
    if kind == "revision":
        raise click.UsageError(NO_DECK)
    raise click.UsageError(f"compare `{words[0]}` with what? Name a second deck, file, variant or git revision")


def _compared(old: Side, new: Side, form: str) -> bool:
    """Print what differs; whether anything does. Ends the command where a side has errors."""
    decks = [_read(side) for side in (old, new)]
    if decks[0] is None or decks[1] is None:
        sys.exit(1)
    before, after = decks[0], decks[1]
    changes = compare(before, after)
    told, names = tell(before, after, changes), (old.name, new.name)
    if form == "json":
        click.echo(json.dumps(as_data(told, names, changes), ensure_ascii=False, indent=1).encode())
    elif form == "markdown":
        click.echo(as_markdown(told, names).encode(), nl=False)
    elif form == "html":
        click.echo(_page(told, names, (before, after), (old, new)).encode(), nl=False)
    elif changes:
        click.echo(as_text(told, names, _painted), nl=False)
    else:
        click.echo(f"{old.name} and {new.name} say the same.", err=True)
    return bool(changes)


def _read(side: Side) -> Finished | None:
    """What a side says; None where it has errors, which are printed."""
    findings = side.findings
    if not findings:
        deck, problems = side.read()
        if deck is not None and not problems:
            return deck
        findings = tuple(Finding(one, ()) for one in problems)
    show(findings, side.sources, err=True)
    return None


def _painted(text: str, look: str) -> str:
    return click.style(text, fg=COLOURS.get(look), bold=look == "head")


def _page(told: Told, names: tuple[str, str], decks: tuple[Finished, Finished], sides: tuple[Side, Side]) -> str:
    """The page with both decks' slides. Of a file, whose looks are not read, its words where they stand."""
    from deckmotor.browsed import drawn_page
    from deckmotor.diff.html import as_html
    from deckmotor.diff.sketch import sketch
    from deckmotor.importer.media import pictures

    def drawer(side: Side, deck: Finished) -> Draw:
        scene = side.scene
        if scene is not None:
            return lambda number: _image(drawn_page(scene, number), number)
        source = pictures(side.data)
        return lambda number: sketch(deck, number, source)

    draw = (drawer(sides[0], decks[0]), drawer(sides[1], decks[1]))
    sketched = [side.name for side in sides if side.scene is None]
    return as_html(told, names, (decks[0].size, decks[1].size), draw, sketched=sketched)


def _image(svg: str, number: int) -> str:
    return f'<img src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}" alt="Slide {number}">'
