"""The page of all sources, which the model shows as a list (`model.sources`): never set large, as it is to look things up."""

from msgspec.structs import replace

from deckmotor.compose.kinds.lists import BULLETS
from deckmotor.model.sources import SourceList

SOURCES = replace(BULLETS, block=SourceList, few=())
