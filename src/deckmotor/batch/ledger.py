"""What was made, from what, and where it stands: the memory of one folder of builds, kept in the cache.

It may be deleted, damaged, or written by two builds at once: what it says counts only where the files themselves bear it out,
and what it lacks is made again.
"""

from contextlib import suppress
from os.path import realpath
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from deckmotor.batch.keys import Key, Keys, machine
from deckmotor.batch.maker import Made, Outcome
from deckmotor.batch.shows import Shows
from deckmotor.cache import Cache, checksum_of, digest_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition, Extent
from deckmotor.theme.folder import FOLDER
from deckmotor.witness import changed
from deckmotor.workspace import PICTURE_LIMIT, Workspace, read_file

READS = ("picture", "text")
"""What questions for the bytes of a file begin with (`witness.reading`), or with a number: the most that are read."""


class Entry(Struct, frozen=True, kw_only=True):
    """A deck that was made without errors."""

    key: Key
    shows: str
    """What it shows (`Shows`); empty where that is not told."""
    slides: int
    files: tuple[Made, ...]
    problems: tuple[Diagnostic, ...]
    pictures: tuple[str, ...]
    """Paths of the pictures that are on its slides."""
    shown: dict[str, Extent]


class Record(Struct, kw_only=True):
    """All that is remembered of a folder of builds."""

    machine: str
    """The program that made it: another one begins anew."""
    seen: dict[str, str] = {}
    """The answers that it was made from (`Witness`)."""
    decks: dict[str, Entry] = {}
    """By edition and outputs."""


class Ledger:
    """The memory of a folder of builds, for one project. `kind` is the outputs that are asked for."""

    def __init__(self, cache: Cache, workspace: Workspace, folder: Path, project: str, kind: str) -> None:
        self._cache = cache
        self._workspace = workspace
        self._folder = folder
        self._kind = kind
        self._name = f"builds-{digest_of(f'{realpath(folder)}|{project}'.encode())}"
        self._machine = machine()
        self._record = self._read()
        self._record = _holding(self._record, frozenset(changed(workspace, self._record.seen)))
        self._is_new = False

    def find(self, edition: Edition, keys: Keys, shows: Shows) -> Outcome | None:
        """What making an edition would come to, where its files stand already as they would be.

        What it shows is looked at where anything has changed that it is made from.
        """
        entry = self._record.decks.get(self._slot(edition))
        if entry is None:
            return None
        key = keys.of(edition)
        if entry.key.content != key.content or (entry.problems and entry.key.placed != key.placed):
            if not entry.shows or entry.shows != shows.of(edition, entry.shown):
                return None
            entry = replace(entry, key=key, problems=shows.told(edition) or ())
            self._remember(edition, entry)
        standing = tuple(made for made in (_standing(self._folder, file) for file in entry.files) if made is not None)
        if len(standing) < len(entry.files):
            return None
        if standing != entry.files:
            self._remember(edition, replace(entry, files=standing))
        return Outcome(
            edition=edition, slides=entry.slides, files=standing, problems=entry.problems, shown=entry.shown, shows=entry.shows,
            pictures=entry.pictures,
        )  # fmt: skip

    def add(self, key: Key, made: Outcome) -> None:
        """Remember what was made. Which words of problems are hidden depends on all that was read outside the project."""
        if made.is_failed or not made.files or (made.problems and self._workspace.allowed):
            return
        entry = Entry(
            key=key, shows=made.shows, slides=made.slides, files=made.files, problems=made.problems, shown=made.shown,
            pictures=made.pictures,
        )  # fmt: skip
        self._remember(made.edition, entry)

    def save(self, seen: dict[str, str], editions: set[Edition]) -> None:
        """Keep it, with what another build has added meanwhile, for the editions that there are."""
        if not self._is_new:
            return
        seen = {**self._record.seen, **seen}
        other = self._read()
        if all(seen.get(question, answer) == answer for question, answer in other.seen.items()):
            seen = {**other.seen, **seen}
            self._record.decks = {**other.decks, **self._record.decks}
        names = {edition.name for edition in editions}
        decks = {slot: entry for slot, entry in self._record.decks.items() if slot.rpartition("|")[0] in names}
        record = Record(machine=self._machine, seen=seen, decks=decks)
        self._cache.put(self._name, msgspec.msgpack.encode(record))

    def _slot(self, edition: Edition) -> str:
        return f"{edition.name}|{self._kind}"

    def _remember(self, edition: Edition, entry: Entry) -> None:
        self._record.decks[self._slot(edition)] = entry
        self._is_new = True

    def _read(self) -> Record:
        data = self._cache.get(self._name)
        with suppress(msgspec.DecodeError, msgspec.ValidationError):
            record = msgspec.msgpack.decode(data or b"", type=Record)
            if record.machine == self._machine:
                for slot, entry in record.decks.items():
                    if entry.problems:
                        record.decks[slot] = replace(entry, problems=tuple(map(_restored, entry.problems)))
                return record
        return Record(machine=self._machine)


def _holding(record: Record, otherwise: frozenset[str]) -> Record:
    """What of a record holds where some questions are answered otherwise.

    Where all of them are for the bytes of files that are no theme's, those are decks that show none of the pictures among
    these, once it is seen what they show, of tables and code too: the base deck has a say in how others are split.
    """
    if not otherwise:
        return record
    asked = [question.partition(" ") for question in otherwise]
    decks: dict[str, Entry] = {}
    if all((kind in READS or kind.isdecimal()) and not path.startswith(f"{FOLDER}/") for kind, _, path in asked):
        nothing, paths = Key(content="", placed=""), {path for _, _, path in asked}
        decks = {slot: replace(entry, key=nothing) for slot, entry in record.decks.items() if paths.isdisjoint(entry.pictures)}
    seen = {question: answer for question, answer in record.seen.items() if question not in otherwise} if decks else {}
    return Record(machine=record.machine, seen=seen, decks=decks)


def _standing(folder: Path, file: Made) -> Made | None:
    """The file as it stands now; None where it is gone, or another one."""
    place = folder / file.name
    with suppress(OSError):
        stat = place.lstat()
        if stat.st_size != file.size:
            return None
        if stat.st_mtime_ns == file.modified:
            return file
        if checksum_of(read_file(str(place), max(file.size, PICTURE_LIMIT), file.name)) == file.digest:
            return replace(file, modified=stat.st_mtime_ns)
    return None


def _restored(problem: Diagnostic) -> Diagnostic:
    """A problem as it was: values that are lists were tuples, as characters are."""
    values = tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in problem.values)
    return replace(problem, values=values)
