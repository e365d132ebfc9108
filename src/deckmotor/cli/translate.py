"""`translate`: the file of a language beside the deck, with a line for each text."""

import posixpath
import re
import sys
from pathlib import Path

import click

from deckmotor.cli.base import Command, option
from deckmotor.cli.gather import gather, plural
from deckmotor.cli.options import names_of, no_allow_option, open_project
from deckmotor.cli.place import DeckArgument, Place, deck_among
from deckmotor.cli.plain import plain
from deckmotor.cli.screen import WRITTEN, show, shown_path, sources_of
from deckmotor.diagnostics import has_errors
from deckmotor.edition import BASE
from deckmotor.load.files import Files
from deckmotor.load.followed import followed
from deckmotor.load.languages import FOLDER, Strings, read_languages
from deckmotor.load.project import Project
from deckmotor.load.translate import Updated, project_texts, updated
from deckmotor.model.tags import is_tag, meant
from deckmotor.saving import keep_or_write

MOST_SHOWN = 40
"""Texts that are named one by one."""


@click.command(cls=Command)
@click.argument("words", metavar="[DECK] LANGUAGE", nargs=-1, required=True)
@no_allow_option
@option("--deck", type=DeckArgument(), metavar="DECK", help="The deck, where it is not the one of this folder.")
@option("--accept", is_flag=True, help="What is stale is right as it is.")
@option("--check", is_flag=True, help="Write nothing; the exit code is 1 where something is missing or stale.")
def command(words: tuple[str, ...], deck: Place | None, closed: bool, accept: bool, check: bool) -> None:
    """List what a language lacks, and add a line for each text to its file, languages/LANGUAGE.yaml beside the deck.

    Translations go into these lines; until one is there the text is shown as
    it was written. A translation is stale when its original has changed since.

    \b
      deckmotor translate en               into English
      deckmotor translate sv→en            the same, said with the deck's own language
      deckmotor translate en --accept      what is stale is right as it is
      deckmotor translate en --check       only look, for continuous integration
    """
    before, words = (None, words) if deck is not None else deck_among(words, 1)
    place: Place = deck or before or DeckArgument().convert(".", None, click.get_current_context())
    pipeline = open_project(place, closed=closed)
    project = pipeline.project
    if project.deck is None or has_errors(project.problems):
        errors = (one for one in project.problems if one.severity == "error")
        show(gather(errors, names_of((BASE,))), sources_of(place, project.workspace), err=True)
        sys.exit(1)
    origin = project.versions[BASE].voice.language
    asked = _code(" ".join(words), origin)
    folder = posixpath.dirname(project.path)
    known = read_languages(Files(project.workspace), folder)
    code = next((one for one in known if one.lower() == asked.lower()), _usual(asked))
    strings = followed(known[code], project.deck) if code in known else None
    if strings is None:
        strings = Strings(code=code, path=posixpath.join(folder, FOLDER, f"{code}.yaml"), lines={}, kept={})
    path = place.root / strings.path
    try:
        old = path.read_text("utf-8-sig") if path.exists() else ""
    except OSError as error:  # Its folder may be listed and no more.
        click.echo(f"Can't read {shown_path(path)}: {error.strerror}.", err=True)
        sys.exit(1)
    made = updated(strings, project_texts(project, strings), old, origin, accept=accept)
    _tell(made, path, project, place)
    if check:
        sys.exit(1 if made.told else 0)
    try:
        if keep_or_write(path, made.data.encode()):
            WRITTEN.append(path)
    except OSError as error:
        click.echo(f"Can't write {shown_path(path)}: {error.strerror}.", err=True)
        sys.exit(1)


def _code(said: str, origin: str) -> str:
    """The tag of the language that is asked for."""
    tags = [word for word in re.split(r"[\s→>]+|-+>", said) if word]
    wrong = next((tag for tag in tags if not is_tag(tag)), None)
    if wrong is not None or not 1 <= len(tags) <= 2:
        raise click.UsageError(f"`{wrong or said}` is no language; {_instead(wrong or said, origin)}")
    if len(tags) == 2 and tags[0].partition("-")[0].lower() != origin.partition("-")[0].lower():
        other = tags[tags[1].lower() != origin.lower()]
        raise click.UsageError(f"the deck is in `{origin}`, not in `{tags[0]}`: `deckmotor translate {origin}→{other}`")
    if tags[-1].lower() == origin.lower():
        raise click.UsageError(f"`{tags[-1]}` is the deck's own language; into which one?")
    return tags[-1]


def _instead(wrong: str, origin: str) -> str:
    """What to write for what is no language."""
    first, _, second = wrong.partition("-")
    if first.lower() == origin.partition("-")[0].lower() and is_tag(second):
        return f"did you mean `{first}→{second}`?"
    likely = meant(wrong)
    return f"did you mean `{likely}`?" if likely is not None else "write its tag, such as `en`, or two: `sv→en`"


def _usual(tag: str) -> str:
    """A tag as it is usually typed: `zh-Hant-TW`."""
    first, *rest = tag.lower().split("-")
    return "-".join([first, *({2: part.upper(), 4: part.title()}.get(len(part), part) for part in rest)])


def _tell(made: Updated, path: Path, project: Project, place: Place) -> None:
    for one in made.told[:MOST_SHOWN]:
        span = one.text.node.span
        group = " ".join(one.text.group[1:]) or one.text.group[0]
        text = plain(" / ".join(one.text.node.text.splitlines()))
        click.echo(
            f"{shown_path(place.root / span.file)}:{span.line}:{span.column}: {one.state}: {group} › {one.text.way}: {text}"
        )
    if len(made.told) > MOST_SHOWN:
        click.echo(f"… and {len(made.told) - MOST_SHOWN:,} more")
    for line in made.unused[:MOST_SHOWN]:
        click.echo(f"{shown_path(path)}:{line.key.span.line}: translates nothing any more: {line.key.text}")
    missing = sum(one.state == "missing" for one in made.told)
    stale = len(made.told) - missing
    click.echo(f"{shown_path(path)}: {plural(made.count, 'text')}, {missing:,} missing, {stale:,} stale.")
