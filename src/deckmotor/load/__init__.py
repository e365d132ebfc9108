"""The files of a project to decks: includes, tables, variants and variables put together, then read."""

from deckmotor.load.deck import load_deck
from deckmotor.load.memo import Memo
from deckmotor.load.project import Project, load_project
from deckmotor.load.variants import Version

__all__ = ["Memo", "Project", "Version", "load_deck", "load_project"]
