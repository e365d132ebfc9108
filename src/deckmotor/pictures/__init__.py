"""The pictures that a deck names: read and looked at once, then made ready for the places where they are shown."""

from deckmotor.pictures.memo import Memo
from deckmotor.pictures.prepare import prepare_pictures
from deckmotor.pictures.read import read_pictures

__all__ = ["Memo", "prepare_pictures", "read_pictures"]
