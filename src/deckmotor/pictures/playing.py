"""What becomes of films and sounds in an output: some play none, and a web page none that are very large."""

from collections.abc import Iterator, Sequence

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


SAID = {"pdf": "PDF", "png": "PNG", "svg": "SVG", "sheet": "the contact sheet"}
"""The outputs in which nothing plays, as they are called."""

LEADS = {"pdf", "svg"}
"""Those in which a click leads somewhere."""


def playing(scene: Scene, deck: Deck) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """The scene for a web page, without films that are too large for it; and which these are."""
    told: list[Diagnostic] = []
    silent: set[str] = set()
    for named in _shown(scene, deck):
        if named.path not in silent and len(scene.media[named.path].data) > MOST_IN_PAGE:
            silent.add(named.path)
            told.append(problem("clip-too-large", named.file.span, path=named.path, limit=megabytes(MOST_IN_PAGE)))
    if silent:
        pages = (replace(page, items=tuple(_still(item, silent) for item in page.items)) for page in scene.pages)
        scene = replace(scene, pages=tuple(pages))
    return scene, tuple(told)


def stills(scene: Scene, deck: Deck, outputs: Sequence[str]) -> Iterator[Diagnostic]:
    """What plays in none of some outputs: each once, where it could lead somewhere and does not, else where it first stands."""
    silent = [SAID[output] for output in outputs if output in SAID]
    if not silent:
        return
    among = " and ".join(filter(None, [", ".join(silent[:-1]), silent[-1]]))
    named: dict[str, Video | Audio] = {}
    for one in _shown(scene, deck):
        known = named.setdefault(one.path, one)
        if known.link is not None and one.link is None:
            named[one.path] = one
    for path, one in named.items():
        hints = (LINK,) if one.link is None and LEADS & set(outputs) else ()
        yield problem("clip-still", one.file.span, hints=hints, path=path, output=among)


def _shown(scene: Scene, deck: Deck) -> Iterator[Video | Audio]:
    """The films and sounds of a deck that stand on the pages of a scene."""
    shown = {item.plays for page in scene.pages for item in page.items if isinstance(item, PictureItem)}
    return (one for one in _clips_of(deck) if one.path in shown and one.path in scene.media)


def _clips_of(deck: Deck) -> Iterator[Video | Audio]:
    return (one for one in pictures_of(deck) if isinstance(one, Video | Audio))


def _still(item: Item, silent: set[str]) -> Item:
    return replace(item, plays=None, captions=None) if isinstance(item, PictureItem) and item.plays in silent else item
