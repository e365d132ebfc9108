"""One deck made and written: what every build does, alone or in one of many processes."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.batch.target import Target
from deckmotor.build import Pipeline
from deckmotor.built import Built, File, NoSlideError
from deckmotor.cache import checksum_of
from deckmotor.diagnostics import Diagnostic, has_errors
from deckmotor.edition import Edition, Extent
from deckmotor.messages import problem
from deckmotor.saving import clear_parts, keep_or_write, take_away

if TYPE_CHECKING:
    from deckmotor.batch.shows import Shows  # A build of one deck has no use for it.

PAGES = (".png", ".svg")
"""Endings of files that show one page."""


class Made(Struct, frozen=True, array_like=True):
    """A file that stands where it should, as it is remembered."""

    name: str
    """Path from the folder of the build, with forward slashes."""
    size: int
    """Bytes."""
    digest: str
    """CRC-32, as hexadecimal digits."""
    modified: int
    """When it was last written, in nanoseconds, as its folder says."""


class Outcome(Struct, frozen=True, kw_only=True):
    """What became of a deck."""

    edition: Edition
    slides: int = 0
    files: tuple[Made, ...] = ()
    """Those that stand, whether they were written now or before."""
    touched: int = 0
    """How many of them were written now: those that would be the same were left alone."""
    failed: tuple[tuple[str, str], ...] = ()
    """Files that could not be made, written or taken away, each with a sentence about it; none where that is a problem."""
    problems: tuple[Diagnostic, ...] = ()
    shown: dict[str, Extent] = {}
    """Its slides by their ids, with the room that they take."""
    shows: str = ""
    """What it shows (`Shows`), where it is asked for and nothing is told of it but what is known before it is made."""
    pictures: tuple[str, ...] = ()
    """Paths of the pictures that are on its slides."""
    held: Built | None = None
    """Its files where they are not written yet, because one failed deck is to stop all."""

    @property
    def is_failed(self) -> bool:
        """Whether the deck is not as it should be."""
        return bool(self.failed) or has_errors(self.problems)


class Maker:
    """Makes decks of a project, one after the other. With `holds` it writes none; with `shows` it says what is in them.

    With `goes_on` a deck that lacks a slide that was asked for has an error, and others are made.
    """

    def __init__(
        self, pipeline: Pipeline, target: Target, *, holds: bool = False, shows: "Shows | None" = None, goes_on: bool = False
    ) -> None:
        self.pipeline = pipeline
        self.goes_on = goes_on
        self.target = target
        self.holds = holds
        self._shows = shows
        self._tidy: set[str] = set()
        """Folders below the target's from which what killed programs left was taken away."""

    def make(self, edition: Edition) -> Outcome:
        """Make a deck, and write it where it has no errors. Raises NoSlideError as `Pipeline.build` where it does not go on."""
        made = self.draft(edition)
        return made if self.holds else self.write(made)

    def draft(self, edition: Edition) -> Outcome:
        """Make a deck and hold it."""
        try:
            built = self.pipeline.build(edition, self.target.outputs, self.target.how)
        except NoSlideError as error:
            if not self.goes_on:
                raise
            built = self._without(edition, error)
        shown = {} if self._shows is None else {**self.pipeline.shown(edition)}
        return Outcome(
            edition=edition,
            slides=built.slides,
            problems=built.problems,
            shown=shown,
            shows=self._shows.of(edition, shown) if self._shows and self._shows.told(edition) == built.problems else "",
            pictures=self.pipeline.pictures(edition),
            held=built,
        )

    def _without(self, edition: Edition, error: NoSlideError) -> Built:
        """What comes of a deck that lacks a slide that was asked for."""
        composed = self.pipeline.compose(edition)
        assert composed.deck is not None, "slides are chosen in a deck that there is"
        place = composed.deck.head.title.span
        lacks = problem("unknown-slide", place, hints=("`--slides` asks for it", *error.hints), id=error.word)
        lacks = replace(lacks, variant=edition.name or None)
        return Built(edition=edition, slides=0, files=(), problems=(*composed.problems, lacks))

    def write(self, made: Outcome) -> Outcome:
        """Write what was held. Old files stay until the new ones stand; a file that would be the same is not touched."""
        built, folder = made.held, self.target.folder
        assert built is not None, "only what is held is written"
        written: list[Made] = []
        refused: list[tuple[str, OSError]] = []
        touched = 0
        for file in built.files:
            try:
                self.tidy([file.name])
                place = folder / file.name
                touched += keep_or_write(place, file.data)
                written.append(Made(file.name, len(file.data), checksum_of(file.data), os.stat(place).st_mtime_ns))
            except OSError as error:
                refused.append((file.name, error))
        failed = [*((name, "") for name in built.failed), *_unwritten(refused, folder)]
        if not failed:
            failed += _cleared(built.files, folder)
        return Outcome(
            edition=made.edition,
            slides=made.slides,
            files=tuple(written),
            touched=touched,
            failed=tuple(failed),
            problems=made.problems,
            shown=made.shown,
            shows=made.shows,
            pictures=made.pictures,
        )

    def tidy(self, names: Iterable[str]) -> None:
        """Take away what killed programs have left where files of some names stand."""
        for parent in {os.path.dirname(name) for name in names} - self._tidy:
            self._tidy.add(parent)
            clear_parts(self.target.folder / parent)


def _unwritten(refused: Sequence[tuple[str, OSError]], folder: Path) -> Iterator[tuple[str, str]]:
    """Files that could not be written, with a sentence for each; one for all pages that the same keeps from their folder."""
    for _, alike in groupby(refused, lambda one: (os.path.dirname(one[0]) or one[0], one[1].errno)):
        (name, error), *others = alike
        more = f" and {len(others)} more beside it" if others else ""
        if isinstance(error, PermissionError) and os.path.exists(folder / name):
            hint = " Is it open in another program?"
        else:
            hint = next((said for kind, said in IN_THE_WAY.items() if isinstance(error, kind)), "")
        yield name, f"Can't write {{}}{more}: {error.strerror}.{hint}"
        yield from ((other, "") for other, _ in others)


IN_THE_WAY: dict[type[OSError], str] = {
    IsADirectoryError: " A folder has its name.",
    NotADirectoryError: " A file has the name of its folder.",
    FileExistsError: " A file has the name of its folder.",
}
"""What is said of a name that is taken."""


def _cleared(files: Sequence[File], folder: Path) -> Iterator[tuple[str, str]]:
    """Take away the pictures of pages that a deck no longer has: beside its new ones they would be taken for its own.

    Gives those that could not be taken away. What only has such a name and is no file stays.
    """
    pictures = {folder / file.name for file in files if file.name.endswith(PAGES)}
    for place in {picture.parent for picture in pictures}:
        endings = "|".join(sorted({picture.suffix[1:] for picture in pictures if picture.parent == place}))
        own = re.compile(re.escape(place.name) + rf"-\d+\.({endings})")
        for path in sorted(place.iterdir()):
            if path not in pictures and own.fullmatch(path.name) and not path.is_dir():
                try:
                    take_away(path)
                except OSError as error:
                    name = path.relative_to(folder).as_posix()
                    yield name, f"Can't take away the old page {{}}: {error.strerror}."
