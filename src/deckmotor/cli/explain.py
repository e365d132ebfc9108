"""`explain`: where every value of a slide comes from."""

import json
import sys
from pathlib import Path

import click
from msgspec import to_builtins
from msgspec.structs import replace

from deckmotor.cli.base import Command, option
from deckmotor.cli.choice import Choice, edition_options, named_edition, unknown
from deckmotor.cli.gather import gather
from deckmotor.cli.options import names_of, no_allow_option, open_project
from deckmotor.cli.place import DeckArgument, Place, deck_among, find_place
from deckmotor.cli.plain import plain
from deckmotor.cli.screen import show, sources_of
from deckmotor.diagnostics import has_errors
from deckmotor.edition import Edition
from deckmotor.load.origin import Origin, Value, origin, slides_of
from deckmotor.load.project import Project
from deckmotor.messages import nearest
from deckmotor.span import CellSpan, Span


@click.command(cls=Command)
@click.argument("words", metavar="[DECK] [VARIANT] SLIDE", nargs=-1, required=True)
@edition_options
@no_allow_option
@option("--deck", type=DeckArgument(), metavar="DECK", help="The deck, where it is not the one of this folder.")
@option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True, help="For people or programs."
)
def command(words: tuple[str, ...], choice: Choice, deck: Place | None, closed: bool, form: str) -> None:
    """Tell where every value of a slide comes from: the layer, file and line, and what it took the place of.

    SLIDE is the id of a slide, or its number.

    \b
      deckmotor explain start              as the base deck has it
      deckmotor explain kalix start        as the variant kalix has it
      deckmotor explain kalix/politiker start   as its deck for this audience has it
      deckmotor explain start --audience politiker --language en
      deckmotor explain kalix 4 --format json
    """
    before, words = (None, words) if deck is not None else deck_among(words, 2)
    if len(words) > 2:
        raise click.UsageError(f"one slide of one variant is explained, and `{words[2]}` is a third word")
    place: Place = deck or before or find_place(Path()) or DeckArgument().convert(".", None, click.get_current_context())
    pipeline = open_project(place, closed=closed)
    project = pipeline.project
    edition = _edition(project, words[0], choice) if len(words) == 2 else choice.edition(pipeline)
    if project.deck is None or has_errors(project.problems):
        errors = (one for one in project.problems if one.severity == "error")
        show(gather(errors, names_of((edition,))), sources_of(place, project.workspace), err=True)
        sys.exit(1)
    found = _found(project, edition, words[-1])
    if form == "json":
        click.echo(json.dumps(_data(found, edition), ensure_ascii=False, indent=1).encode())
    else:
        click.echo(_text(found, edition), nl=False)


def _edition(project: Project, name: str, choice: Choice) -> Edition:
    """The edition of a name; what that does not say, the options do."""
    found = named_edition(project, name)
    if found is None:
        known = [edition.name for edition in project.editions if edition.name]
        raise click.UsageError("; ".join((f"there is no variant `{name}`", *nearest(name, known))))
    for what, wanted, known_ones in (
        ("variant", choice.variants, tuple(project.variants)), ("audience", choice.audiences, tuple(project.audiences)),
        ("language", choice.languages, project.languages),
    ):  # fmt: skip
        own = dict(found.parts).get(what, "")
        for one in wanted:
            if own and one != own:
                raise click.UsageError(f"`{name}` and --{what} {one} name two decks; leave out one")
            if one not in known_ones:
                raise click.UsageError(unknown(what, one, known_ones))
            found = replace(found, **{what: one})
    return found


def _found(project: Project, edition: Edition, slide: str) -> Origin:
    ids = slides_of(project, edition)
    found = origin(project, edition, slide)
    if found is None and slide.isdecimal():
        numbered = (origin(project, edition, id) for id in ids)
        found = next((one for one in numbered if one is not None and str(one.number) == slide.lstrip("0")), None)
    if found is None:
        where = (
            "the base deck"
            if not edition.name
            else f"{'the variant ' if edition == Edition(edition.variant) else ''}`{edition.name}`"
        )
        raise click.UsageError("; ".join((f"{where} has no slide `{slide}`", *nearest(slide, list(ids)))))
    return found


# For people


def _text(found: Origin, edition: Edition) -> str:
    deck = edition.name or "base deck"
    if found.taken_out:
        head = f"`{found.slide}` is not in {deck}: {found.taken_out} takes it out. What it was:"
    else:
        head = f"Slide {found.number} of {deck}, `{found.slide}`: from {found.layer}, {_place(found.span)}"
    lines = [click.style(head, bold=True)]
    for value in found.values:
        lines += _value(value)
    for gone in found.gone:
        lines.append(f"  {_way(gone.way)}: taken out by {gone.by}")
        lines.append(f"      was {_line(gone.was.text)}  ({gone.was.layer}, {_place(gone.was.span)})")
    return "\n".join(lines) + "\n"


def _value(value: Value) -> list[str]:
    lines = [f"  {_way(value.way)}: {_line(value.text)}", f"      {value.layer}, {_place(value.span)}"]
    if value.written:
        lines[-1] += f", written {_line(value.written)}"
    for one in value.variables:
        where = f"  ({one.layer}, {_place(one.span)})" if one.span is not None else ""
        lines.append(f"      ${{{one.name}}} is {_line(one.text)}{where}")
    lines += [f"      instead of {_line(was.text)}  ({was.layer}, {_place(was.span)})" for was in value.replaced]
    return lines


def _way(way: tuple[str, ...]) -> str:
    return " › ".join(map(_line, way)) or "the slide"


def _line(text: str) -> str:
    return plain(" / ".join(text.strip().splitlines()))


def _place(span: Span) -> str:
    return str(span) if isinstance(span, CellSpan) else f"{span.file}:{span.line}"


# For programs


def _data(found: Origin, edition: Edition) -> dict[str, object]:
    """The origin as plain data. Places are files, lines and columns; offsets are of no use outside."""
    return {
        "variant": edition.variant or None,
        "audience": edition.audience or None,
        "language": edition.language or None,
        **_plain(to_builtins(found)),
    }


def _plain(value: object) -> dict[str, object]:
    assert isinstance(value, dict)
    return {key: _each(one) for key, one in value.items()}


def _each(value: object) -> object:
    if isinstance(value, dict):
        return {key: _each(one) for key, one in value.items() if key not in ("start", "end")}
    return [_each(one) for one in value] if isinstance(value, list | tuple) else value
