"""What several decks share: slides, pictures and styles that were written before."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice

from msgspec import Struct

from deckmotor.export.pptx.context import Formats, media_part
from deckmotor.export.pptx.slide import SlideParts, Surroundings, slide_draft
from deckmotor.ooxml.package import BasePackage, Block, Part, Types, make_parts
from deckmotor.ooxml.text import MARK
from deckmotor.scene.page import Layout, Media, Page, Scene


class _Written(Struct, frozen=True):
    """A slide with all that it was written from. Holding the page keeps its identity from being given to another."""

    page: Page
    creation: int
    base: BasePackage
    layout: Layout
    slide: SlideParts


MOST_FRAMES = 50
"""Ways in which decks of a project hold their slides that are kept: a few, unless each variant adds slides of its own."""


class Memo:
    """Slides by the identity of their page and their number. Give the same memo to `write` for decks that share pages."""

    def __init__(self) -> None:
        self.formats = Formats()
        self.types: Types = {}
        self._bases: dict[int, tuple[BasePackage, Block]] = {}
        self._frames: dict[object, tuple[BasePackage, Block]] = {}
        self._slides: dict[tuple[int, int], _Written] = {}
        self._blocks: dict[int, tuple[SlideParts, Block | None]] = {}
        """By the identity of a written slide; none where it was in one deck so far, beside others that were new."""
        self._media: dict[int, tuple[Media, Part]] = {}
        self._vectors: dict[int, tuple[Media, Part]] = {}

    def slides(self, pages: Sequence[tuple[Page, int, int]], around: Surroundings) -> list[SlideParts]:
        """The slides of pages, each given with its number and creation id: from before where written from the same things."""
        known = [self._known(page, number, creation, around) for page, number, creation in pages]
        new = [one for one, found in zip(pages, known, strict=True) if found is None]
        drafts = [slide_draft(*one, around) for one in new]
        parts = iter(make_parts([part for draft in drafts for part in draft.drafts]))
        for (page, number, creation), draft in zip(new, drafts, strict=True):
            slide = draft.with_parts(islice(parts, len(draft.drafts)))
            self._slides[id(page), number] = _Written(page, creation, around.base, around.layouts[page.layout], slide)
        return [found or self._slides[id(page), number].slide for found, (page, number, _) in zip(known, pages, strict=True)]

    def _known(self, page: Page, number: int, creation: int, around: Surroundings) -> SlideParts | None:
        found = self._slides.get((id(page), number))
        is_same = found is not None and self._holds(found, creation, around.layouts[page.layout], around)
        return found.slide if found is not None and is_same else None

    def blocks(self, slides: Iterable[SlideParts]) -> Iterator[Block]:
        """The slides of a deck as they stand in its file: each that an earlier deck has on its own, new ones together."""
        for was_there, group in groupby(slides, lambda slide: id(slide) in self._blocks):
            some = list(group)
            if was_there:
                yield from map(self._block, some)
            elif len(some) == 1:
                yield self._block(some[0])
            else:
                self._blocks.update({id(slide): (slide, None) for slide in some})
                yield Block([part for slide in some for part in slide.parts])

    def _block(self, slide: SlideParts) -> Block:
        _, found = self._blocks.get(id(slide), (slide, None))
        if found is None:
            found = Block(slide.parts)
            self._blocks[id(slide)] = (slide, found)
        return found

    def _holds(self, found: _Written, creation: int, layout: Layout, around: Surroundings) -> bool:
        return (
            found.creation == creation
            and found.base is around.base
            and found.layout is layout
            and all(around.pages.get(target) == part for target, part in found.slide.links.items())
            and all(around.media.get(name) is part for name, part in found.slide.media.items() if not name.startswith(MARK))
        )

    def frame(self, scene: Scene, write: Callable[[Scene], tuple[Part, ...]]) -> Block:
        """The parts that say only which slides a deck has, as `write` makes them: once for decks that have slides of the same
        ids in the same sections."""
        pages = tuple([page.id for page in scene.pages])
        key = (id(scene.base), scene.width, scene.height, scene.properties.language, scene.sections, pages)
        found = self._frames.get(key)
        if found is None:
            found = (scene.base, Block(write(scene)))
            if len(self._frames) < MOST_FRAMES:
                self._frames[key] = found
        return found[1]

    def base(self, base: BasePackage) -> Block:
        """The parts of a base package as they stand in files."""
        found = self._bases.get(id(base))
        if found is None:
            found = self._bases[id(base)] = (base, Block(base.parts))
        return found[1]

    def media_part(self, media: Media) -> Part:
        """The part of a picture. Its name is made from its content, so that a picture is stored once in a deck."""
        found = self._media.get(id(media))
        if found is None:
            found = self._media[id(media)] = (media, media_part(media.type, media.data))
        return found[1]

    def vector_part(self, media: Media) -> Part:
        """The part of a drawing."""
        found = self._vectors.get(id(media))
        if found is None:
            found = self._vectors[id(media)] = (media, media_part("svg", media.vector))
        return found[1]
