"""What an audience sees, for all outputs but PowerPoint's: no hidden pages; clicks may be pages of their own."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckmotor.scene.choice import only
from deckmotor.scene.page import Item, Page, Scene, TextItem


def shown(scene: Scene, *, steps: bool = False) -> Scene:
    """A scene without its hidden pages; with `steps` a page for each click. All pages keep their numbers, and their ids.

    Where there are only hidden pages, these were asked for.
    """
    places = [place for place, page in enumerate(scene.pages, 1) if not page.hidden] or list(range(1, len(scene.pages) + 1))
    if len(places) == len(scene.pages) and not (steps and any(page.clicks for page in scene.pages)):
        return scene
    numbers = [scene.numbered[place - 1][0] for place in places]
    kept = only(scene, places)
    pages = [
        (number, part)
        for number, page in zip(numbers, kept.pages, strict=True)
        for part in (_stepped(page) if steps else (page,))
    ]
    return replace(kept, pages=tuple(page for _, page in pages), numbers=tuple(number for number, _ in pages))


def _stepped(page: Page) -> Iterator[Page]:
    """A page as it is before the first click, and after each."""
    for click in range(page.clicks):
        yield replace(page, items=tuple(_until(item, click) for item in page.items if item.click <= click))
    yield page


def _until(item: Item, click: int) -> Item:
    """What there is of an item after a click: paragraphs that come later have no lines yet."""
    if not isinstance(item, TextItem) or all(part.click <= click for part in item.paragraphs):
        return item
    parts = (part if part.click <= click else replace(part, lines=()) for part in item.paragraphs)
    return replace(item, paragraphs=tuple(parts))
