"""What becomes of films and sounds in an output: some play none, and a web page none that are very large."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import megabytes, problem
from deckmotor.model.clips import Audio, Video
from deckmotor.model.deck import Deck
from deckmotor.pictures.named import pictures_of
from deckmotor.scene.page import Item, PictureItem, Scene

MOST_IN_PAGE = 30_000_000
"""Bytes of a film in a web page: browsers take a page of three times as many badly."""

LINK = "write `link: https://…` where it can be seen: a click on its poster then leads there"
"""What is said of a clip without a link, where one would lead somewhere."""


def playing(scene: Scene, output: str, deck: Deck) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """The scene for an output, without films that are too large for it; and what does not play there."""
    shown = [item for page in scene.pages for item in page.items if isinstance(item, PictureItem) and item.plays is not None]
    held = {item.plays or "": item for item in shown}
    told: list[Diagnostic] = []
    silent: set[str] = set()
    for named in _clips_of(deck):
        item, media = held.pop(named.path, None), scene.media.get(named.path)
        if item is None or media is None:
            continue
        if output == "html" and len(media.data) > MOST_IN_PAGE:
            silent.add(named.path)
            told.append(problem("clip-too-large", named.file.span, path=named.path, limit=megabytes(MOST_IN_PAGE)))
        elif output not in ("pptx", "html"):
            hints = (LINK,) if named.link is None and output in ("pdf", "svg") else ()
            told.append(problem("clip-still", named.file.span, hints=hints, path=named.path, output=output.upper()))
    if silent:
        pages = (replace(page, items=tuple(_still(item, silent) for item in page.items)) for page in scene.pages)
        scene = replace(scene, pages=tuple(pages))
    return scene, tuple(told)


def _clips_of(deck: Deck) -> Iterator[Video | Audio]:
    return (one for one in pictures_of(deck) if isinstance(one, Video | Audio))


def _still(item: Item, silent: set[str]) -> Item:
    return replace(item, plays=None, captions=None) if isinstance(item, PictureItem) and item.plays in silent else item
