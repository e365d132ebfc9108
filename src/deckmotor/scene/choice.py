"""Some pages of a deck, as a deck of its own."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.scene.page import Link, Page, Scene


def only(scene: Scene, wanted: Iterable[int]) -> Scene:
    """The pages of these numbers (from 1), in the deck's order. Links to others lead nowhere."""
    numbers = sorted(set(wanted))
    pages = [scene.pages[number - 1] for number in numbers]
    ids = frozenset(page.id for page in pages)
    sections = (replace(one, pages=tuple(page for page in one.pages if page in ids)) for one in scene.sections)
    kept = tuple(_unlinked(page, ids) for page in pages)
    return replace(scene, pages=kept, sections=tuple(section for section in sections if section.pages))


def _unlinked(page: Page, ids: frozenset[str]) -> Page:
    items = tuple(_without(item, ids) for item in page.items)
    same = all(after is before for after, before in zip(items, page.items, strict=True))
    return page if same else replace(page, items=items)


def _without(part: Any, ids: frozenset[str]) -> Any:
    """A part of a page without links to pages that are not there; the same object where it has none."""
    changed = {}
    for name in part.__struct_fields__:
        value = getattr(part, name)
        new = _cleaned(value, ids)
        if new is not value:
            changed[name] = new
    return replace(part, **changed) if changed else part


def _cleaned(value: object, ids: frozenset[str]) -> object:
    match value:
        case Link() if value.page is not None and value.page not in ids:
            return None
        case Struct():
            return _without(value, ids)
        case tuple():
            made = tuple(_cleaned(one, ids) for one in value)
            return made if any(after is not before for after, before in zip(made, value, strict=True)) else value
        case _:
            return value
