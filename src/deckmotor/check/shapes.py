"""Decks whose fit is far from the others': a slide that takes more pages, or a title of more lines, than in most of them; and
translations that need much more room than their originals. By what was composed, not by counting letters."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Of

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.check.fit import CONTENT
from deckmotor.compose.place import PART_MARK
from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import BASE, Edition, Extent
from deckmotor.load.project import Project
from deckmotor.messages import problem
from deckmotor.scene.page import Page, Scene, TableItem, TextItem
from deckmotor.source.ids import slide_ids
from deckmotor.source.nodes import Mapping, Scalar, Sequence
from deckmotor.span import Span

FEW = 3
"""Decks of which one can be said to be unlike the others."""

LONG_TITLE = 3
"""Lines from which a title is told where others have two thirds of them at most: two are nothing to speak of."""

STEPS = 2
"""Steps of the type scale by which a translation may be smaller than its original without being told."""


TITLES = ("title", "section", "closing")
"""Keys of a slide that are its title."""


class Shape(Struct, frozen=True):
    """An `Extent` with words for what it has."""

    pages: int = 0
    lines: int = 0
    """Of its title, the most of any of its pages."""
    step: int = 0
    """Of the type scale that its content took, the smallest; 0 is the largest."""


Extents = Of[str, Extent]
"""By the ids of an edition's slides."""


Pages = dict[int, tuple[Page, str, Extent]]
"""By the identity of pages, which is kept alive here: the ids of their slides, and the extents that they make alone."""


def extents(ids: Iterable[str], scene: Scene | None, known: Pages) -> dict[str, Extent]:
    """The extents of an edition's slides, which are known by their ids even where nothing could be composed.

    `known` are pages that were looked at before: most decks share most of theirs.
    """
    found: dict[str, Extent] = dict.fromkeys(ids, (0, 0, 0))
    for page in () if scene is None else scene.pages:
        seen = known.get(id(page))
        if seen is None:
            seen = known[id(page)] = _alone(page)
        _, slide, (pages, lines, step) = seen
        before = found.get(slide, (0, 0, 0))
        found[slide] = before[0] + pages, max(before[1], lines), max(before[2], step)
    return found


def _alone(page: Page) -> tuple[Page, str, Extent]:
    texts = [item for item in page.items if isinstance(item, TextItem)]
    lines = sum(len(part.lines) for item in texts if item.slot == "title" for part in item.paragraphs)
    steps = [item.step for item in page.items if isinstance(item, TextItem | TableItem) and item.slot in CONTENT]
    return page, page.id.split(PART_MARK)[0], (1, lines, max(0, *steps) if steps else 0)


def unlike(project: Project, shapes: Of[Edition, Extents]) -> Iterator[Diagnostic]:
    """What is far from the others, and what is longer than its original."""
    for language in ("", *project.languages):
        yield from _uneven(project, {edition: of for edition, of in shapes.items() if edition.language == language})
        if language and BASE in shapes and Edition(language=language) in shapes:
            yield from _longer(project, language, shapes[BASE], shapes[Edition(language=language)])


def _uneven(project: Project, shapes: Of[Edition, Extents]) -> Iterator[Diagnostic]:
    takes: dict[str, dict[Edition, Extent]] = {}
    for edition, of in shapes.items():
        for id, extent in of.items():
            takes.setdefault(id, {})[edition] = extent
    for id, having in takes.items():
        if len({*having.values()}) == 1:
            continue
        pages, lines = (_usual([extent[part] for extent in having.values()]) for part in (0, 1))
        for edition, extent in having.items():
            one, told = Shape(*extent), None
            if 0 < pages < one.pages:
                place = _changed(project, edition, id, titled=False) or _place(project, edition, id)
                told = problem("uneven-split", place, id=id, pages=f"{one.pages} slides", usual=str(pages))
            elif one.lines >= LONG_TITLE and lines and 2 * one.lines >= 3 * lines:
                place = _changed(project, edition, id, titled=True) or _place(project, edition, id)
                told = problem("uneven-title", place, id=id, lines=str(one.lines), usual=str(lines))
            if told is not None:
                yield replace(told, variant=edition.name or None)


def _usual(numbers: list[int]) -> int:
    """What more than half of the decks have; 0 where there is no such number, or too few decks."""
    ((number, count),) = Counter(numbers).most_common(1)
    return number if len(numbers) >= FEW and 2 * count > len(numbers) else 0


def _longer(project: Project, language: str, own: Extents, other: Extents) -> Iterator[Diagnostic]:
    for id, extent in other.items():
        one, was = Shape(*extent), Shape(*own.get(id, extent))
        said = ""
        if one.pages > was.pages > 0:
            said = f"it takes {one.pages} slides instead of {was.pages}"
        elif one.lines >= LONG_TITLE and was.lines and 2 * one.lines >= 3 * was.lines:
            said = f"its title has {one.lines} lines instead of {was.lines}"
        elif one.pages == was.pages and one.step >= was.step + STEPS:
            said = f"its text is {one.step - was.step} sizes smaller"
        if said:
            yield problem(
                "long-translation", _place(project, Edition(language=language), id), id=id, language=language, said=said
            )


def _changed(project: Project, edition: Edition, id: str, *, titled: bool) -> Span | None:
    """Where the last layer of an edition that changes a slide's title does so, or what else is seen of it."""
    for layer in reversed(project.layers(edition)):
        changes = layer.get("changes")
        of_slide = changes.get(id) if isinstance(changes, Mapping) else None
        for key, value in of_slide.entries if isinstance(of_slide, Mapping) else ():
            if (key.text in TITLES) if titled else key.text not in (*TITLES, "notes"):
                return value.span if isinstance(value, Scalar) else key.span
    return None


def _place(project: Project, edition: Edition, id: str) -> Span:
    """Where an edition's slide is written: the title of it that stands last, in the deck or in a layer that adds it."""
    for holder, key in ((project.deck_of(edition), "slides"), *((layer, "add") for layer in project.layers(edition))):
        slides = holder.get(key)
        items = slides.items if isinstance(slides, Sequence) else ()
        for slide, own in zip(items, slide_ids(items), strict=True):
            if own == id and isinstance(slide, Mapping):
                titles = [slide.get(name) for name in TITLES]
                return next((one.span for one in titles if isinstance(one, Scalar) and one.text), slide.span)
    return Span(project.path)
