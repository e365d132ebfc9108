"""The page of all sources, which the model shows as a list (`model.sources`): never set large, as it is to look things up.

Many of them stand in columns.
"""

from msgspec.structs import replace

from deckmotor.compose.kinds.lists import BULLETS
from deckmotor.model.sources import SourceList

SOURCES = replace(BULLETS, block=SourceList, few=("columns-2", "columns-3"))
