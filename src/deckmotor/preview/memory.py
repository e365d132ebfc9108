"""What the preview keeps from one save to the next, so that only the slides that were written in are made anew.

Kept is what was made by the identity of nodes, as long as slides are all that changed and no other file that was asked for.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from unicodedata import normalize

from msgspec.structs import replace

from deckmotor.browsed import Memo as Drawn
from deckmotor.build import Memos
from deckmotor.check.fit import Fullness, places
from deckmotor.compose.moved import Moved
from deckmotor.load import Project, load_project
from deckmotor.load.again import again
from deckmotor.load.files import Trees
from deckmotor.scene.page import Layout, Page
from deckmotor.witness import Witness
from deckmotor.workspace import Workspace

SPARE, TIMES = 100, 5
"""How many slides are kept: so many, and so many times those that a deck has. 25 kB each, a map 150. Each save adds those that
it has moved in their file, too."""


class Memory:
    """A project as it was loaded last, and what was made of it. It changes no result."""

    def __init__(self, workspace: Workspace, deck: str) -> None:
        self.memos = _memos()
        self.drawn = Drawn()
        """What browsers are given of pages."""
        self.rooms: dict[int, tuple[Page, tuple[Fullness, ...]]] = {}
        """By the identity of pages: how full their places are."""
        self._workspace = workspace
        self._deck = deck
        self._project: Project | None = None
        self._trees: Trees = {}
        self._asked: dict[str, str] = {}
        """What was read of other files than the project's own, as questions (`Witness`)."""

    def load(self, changed: Iterable[Path] | None) -> Project:
        """The project as its files are now. `changed` are those that may be others than last time; None is: all may be."""
        project, last = load_project(self._workspace, self._deck, self._trees), self._project
        kept = None if last is None or self._is_stale(changed, last) else again(project, last)
        if kept is None:
            self._forget()
        self._project = replace(kept or project, workspace=Witness(project.workspace, self._asked))
        return self._project

    @property
    def beside(self) -> tuple[Path, ...]:
        """Folders outside the project that the deck may read from."""
        return () if self._project is None else tuple(self._project.workspace.allowed)

    def room(self, page: Page, layout: Layout) -> tuple[Fullness, ...]:
        """How full the places of a page are."""
        if id(page) not in self.rooms:
            self.rooms[id(page)] = page, places(page, layout)
        return self.rooms[id(page)][1]

    def _is_stale(self, changed: Iterable[Path] | None, last: Project) -> bool:
        """Whether memos may rest on something that is gone, or there are too many of them."""
        slides = 0 if last.deck is None or (items := last.deck.get("slides")) is None else len(getattr(items, "items", ()))
        if changed is None or last.workspace.allowed or len(self.memos.load.slides) > TIMES * slides + SPARE:
            return True
        root = getattr(self._workspace, "root", Path())
        asked = {name for question in self._asked for name in _names(root / question.partition(" ")[2])}
        return any(_touches(name, asked) for path in changed for name in _names(path))

    def _forget(self) -> None:
        self.memos, self.drawn, self.rooms, self._asked = _memos(self.memos.presses), Drawn(), {}, {}
        self._trees = {path: tree for path, tree in self._trees.items() if self._workspace.exists(path)}


def _memos(presses: dict[bool, Any] | None = None) -> Memos:
    memos = Memos(presses)
    memos.moved = Moved()
    return memos


def _names(path: Path) -> set[str]:
    """The path, and where links lead from it, as paths are compared: some systems keep letters and their marks apart."""
    return {normalize("NFC", os.path.abspath(path)), normalize("NFC", os.path.realpath(path))}


def _touches(path: str, asked: set[str]) -> bool:
    """Whether a changed file may change an answer: that of itself, of the folder it stands in, or of what stands in it."""
    return path in asked or os.path.dirname(path) in asked or any(one.startswith(f"{path}{os.sep}") for one in asked)
