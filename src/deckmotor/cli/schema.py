"""`schema`: what editors complete from and check against, made from the types that read the files."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from deckmotor.cli.base import Command, NamedPath, option
from deckmotor.cli.place import find_place, looked_at
from deckmotor.cli.screen import shown_path
from deckmotor.model.schema import json_schema
from deckmotor.saving import write_file
from deckmotor.theme.folder import theme_names
from deckmotor.theme.schema import theme_schema
from deckmotor.workspace import DiskWorkspace, builtin_themes

KINDS: dict[str, Callable[[], dict[str, Any]]] = {
    "deck": lambda: json_schema("deck"),
    "slides": lambda: json_schema("slides"),
    "variants": lambda: json_schema("variants"),
    "variant": lambda: json_schema("variant"),
    "audiences": lambda: json_schema("audiences"),
    "language": lambda: json_schema("language"),
    "table": lambda: json_schema("table"),
    "theme": theme_schema,
}
"""`deck.yaml`, slides that it includes, `variants.yaml`, a file in `variants/`, `audiences.yaml`, a file in `languages/`, a
table, `theme.yaml`."""

NAMING = ("theme", "extends")
"""Keys whose value is the name of a theme."""

FOLDER = "deck/.schema"
"""Where a project keeps them: a folder that is not in the way, and that each file names in its first line."""


@click.command(cls=Command)
@click.argument("kind", type=click.Choice(tuple(KINDS)), required=False)
@option("--output", "-o", metavar="DIR", type=NamedPath(file_okay=False, path_type=Path), help="Write files there.")
def command(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a kind of file, for editors.

    A deck of `init` has them already: in an editor with a YAML language
    server (for VS Code, the extension "YAML"), keys are completed and
    explained, and mistakes are underlined while you type. Each file names
    its schema in its first line:

    \b
      # yaml-language-server: $schema=.schema/deck.json

    \b
      deckmotor schema                     of deck.yaml
      deckmotor schema theme               of a theme
      deckmotor schema -o deck/.schema     all of them as files, after an update of deckmotor
    """
    if output is None:
        click.echo(schema_file(kind or "deck", themes_of(Path())), nl=False)
        return
    themes = themes_of(output.absolute().parent)
    try:
        for name in [kind] if kind else KINDS:
            write_file(output / f"{name}.json", schema_file(name, themes))
            click.echo(shown_path(output.absolute() / f"{name}.json"))
    except OSError as error:
        raise click.UsageError(f"can't write in `{output}`: {error.strerror}") from error


def themes_of(folder: Path) -> tuple[str, ...]:
    """The themes that the deck of a folder can name: its own, and those that travel with deckmotor."""
    place = find_place(folder)
    with looked_at(folder):
        return theme_names(DiskWorkspace(folder, builtin_themes()) if place is None else place.workspace())


def schema_file(kind: str, themes: Sequence[str]) -> bytes:
    """The schema as a file: indented, so that a change of it can be read in a diff. Names of these themes are completed."""
    schema = KINDS[kind]()
    for value in _named(schema):  # Others are welcome too: a theme may be made later.
        value["anyOf"] = [{"enum": list(themes)}, {"type": value.pop("type")}]
    return msgspec.json.format(msgspec.json.encode(schema), indent=1) + b"\n"


def _named(schema: Any) -> Iterator[dict[str, Any]]:
    """What is said of each value that is the name of a theme."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from (properties[key] for key in NAMING if "type" in properties.get(key, {}))
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _named(part)
