"""What a deck names files for: pictures, films, sounds, their captions. Most decks have none; then nothing else is loaded."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from deckmotor.model.blocks import Block, key_of
from deckmotor.model.deck import Deck

if TYPE_CHECKING:
    from deckmotor.model.clips import Audio, Captions, Video
    from deckmotor.model.drawings import Logo, MotifPicture, Portrait
    from deckmotor.model.grounds import Background
    from deckmotor.model.logos import Mark
    from deckmotor.model.pictures import Picture

    Named = Picture | Portrait | Mark | Logo | MotifPicture | Background | Video | Audio | Captions
else:
    Named = object
"""What names a picture, a film, a sound or its captions."""


def pictures_of(deck: Deck) -> Iterator[Named]:
    """Every picture that a deck names, also on slides that are left out for their errors."""
    if deck.head.logo is not None:
        yield deck.head.logo
    for slide in deck.slides:
        if slide.background is not None and slide.background.is_picture:
            yield slide.background
        yield from _among(slide.blocks)
    yield from deck.left_out


def _among(blocks: Iterable[Block]) -> Iterator[Named]:
    for block in blocks:
        held = _HELD.get(key_of(block))
        if held is not None:
            yield from held(block)


def _of_clip(clip: Any) -> Iterator[Named]:
    return (one for one in (clip, clip.poster, clip.captions) if one is not None)


_HELD: dict[str, Callable[[Any], Iterable[Named]]] = {
    "picture": lambda picture: (picture,),
    "pictures": lambda pictures: pictures.items,
    "logos": lambda logos: logos.items,
    "video": _of_clip,
    "audio": _of_clip,
    "people": lambda people: (person.picture for person in people.items if person.picture is not None),
    "columns": lambda columns: (one for column in columns.items for one in _among(column.blocks)),
}
"""What blocks name, by their keys."""
