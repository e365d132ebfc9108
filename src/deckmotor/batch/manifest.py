"""`.deckmotor.json` in a folder of builds: which files there are ours, of which deck, and how they were when they were written.

It is for publishing, and for taking away the files of decks that no longer exist. A file that it does not name, or that has
changed since, is somebody's and stays.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec
from msgspec import Struct

from deckmotor.batch.maker import Outcome
from deckmotor.batch.target import MANIFEST
from deckmotor.cache import checksum_of
from deckmotor.load import Project
from deckmotor.load.naming import alike
from deckmotor.saving import keep_or_write, take_away, take_away_empty
from deckmotor.workspace import PICTURE_LIMIT, read_file


class Listed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A file of ours."""

    project: str
    """Path of the deck that it was built from, from the folder of the manifest."""
    deck: str
    """Name of the deck's file, without an ending."""
    variant: str = ""
    audience: str = ""
    language: str = ""
    bytes: int
    digest: str
    """CRC-32, as hexadecimal digits."""


class Manifest(Struct, frozen=True, kw_only=True):
    """All of them, by path from the folder."""

    tool: Literal["deckmotor"] = "deckmotor"
    format: Literal[1] = 1
    files: dict[str, Listed] = {}


class ForeignError(ValueError):
    """There is a file of that name which is none of ours."""


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder, empty where there is none yet. Raises ForeignError, and OSError where it can't be read."""
    try:
        return msgspec.json.decode(read_file(str(folder / MANIFEST), PICTURE_LIMIT, MANIFEST), type=Manifest)
    except FileNotFoundError:
        return Manifest()
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise ForeignError(MANIFEST) from error


def listed(manifest: Manifest, project: str, versions: Project, made: Iterable[Outcome]) -> Manifest:
    """The manifest with what was made; `project` is the path of the deck from the folder."""
    files = dict(manifest.files)
    for one in made:
        deck = versions.versions[one.edition].file if one.edition in versions.versions else ""
        edition = one.edition
        for file in one.files:
            files[file.name] = Listed(project=project, deck=deck, **dict(edition.parts), bytes=file.size, digest=file.digest)
    return Manifest(files=dict(sorted(files.items())))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it, where it says something new. OSError where that can't be."""
    data = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    keep_or_write(folder / MANIFEST, data)


class Pruned(Struct, frozen=True):
    """What became of a file whose deck no longer exists."""

    name: str
    why_kept: str = ""
    """Why it is still there; empty where it was taken away."""


def prune(folder: Path, manifest: Manifest, project: str, versions: Project) -> tuple[Manifest, tuple[Pruned, ...]]:
    """Take away the files of this project's decks that no longer exist; gives what is left, and what became of them."""
    gone = {name: file for name, file in manifest.files.items() if file.project == project and _is_gone(file, versions)}
    told = tuple(one for name, file in gone.items() for one in _taken(folder, name, file))
    left = {name: file for name, file in manifest.files.items() if name not in gone}
    left |= {one.name: gone[one.name] for one in told if one.why_kept and one.why_kept != CHANGED}
    return Manifest(files=left), told


CHANGED = "it was changed after it was built"


def _is_gone(file: Listed, project: Project) -> bool:
    return alike(file.deck) not in project.owners


def _taken(folder: Path, name: str, file: Listed) -> Iterator[Pruned]:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or len(path.parts) > 2 or "\\" in name or ":" in name:
        return  # No file of ours has such a path.
    place = folder / name
    with suppress(FileNotFoundError, NotADirectoryError):
        try:
            stat = place.lstat()
            same = stat.st_size == file.bytes and place.parent.resolve() in (folder.resolve(), folder.resolve() / path.parts[0])
            if not same or checksum_of(read_file(str(place), max(file.bytes, 1), name)) != file.digest:
                yield Pruned(name, CHANGED)
                return
            take_away(place)
            if len(path.parts) == 2:  # Pictures have a folder for each deck.
                take_away_empty(place.parent)
            yield Pruned(name)
        except FileNotFoundError:
            raise
        except OSError as error:
            yield Pruned(name, error.strerror or "it can't be taken away")
