"""The pictures of a motif in their places: what is cut off them depends on their files, which are read with those of a deck."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from deckmotor.scene.crop import filling_crop
from deckmotor.scene.page import Media, PathShape, PictureItem, TextItem
from deckmotor.theme.base import base_package
from deckmotor.theme.parts.prompts import spoken
from deckmotor.theme.theme import Theme

Decoration = tuple[PathShape | TextItem | PictureItem, ...]


def pictured(theme: Theme, media: Mapping[str, Media], language: str, own: Sequence[str | None] = ()) -> Theme:
    """The theme whose pictures fill their places. `media` are the files by their paths; one that is not there is not shown.

    `language` is the deck's: that of prompts. `own` are those that the deck says itself.
    """
    focus = {picture.path: picture.focus for picture in theme.pictures}

    def placed(decoration: Decoration) -> Decoration:
        return tuple(_filling(item, media, focus) for item in decoration if _is_there(item, media))

    layouts = tuple(replace(layout, decoration=placed(layout.decoration)) for layout in theme.layouts)
    pictures = tuple(picture for picture in theme.pictures if picture.path in media)
    master = replace(theme.master, decoration=placed(theme.master.decoration))
    made = replace(theme, master=master, layouts=layouts, pictures=pictures)
    return replace(made, base=base_package(made, spoken(language), own))


def _is_there(item: PathShape | TextItem | PictureItem, media: Mapping[str, Media]) -> bool:
    return not isinstance(item, PictureItem) or item.media in media


def _filling(
    item: PathShape | TextItem | PictureItem, media: Mapping[str, Media], focus: Mapping[str, tuple[int, int]]
) -> PathShape | TextItem | PictureItem:
    if not isinstance(item, PictureItem):
        return item
    file = media[item.media]
    return replace(item, crop=filling_crop((file.width, file.height), item.box, focus[item.media]))
