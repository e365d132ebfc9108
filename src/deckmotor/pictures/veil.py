"""The picture that a page stands on: what is seen of it, and the veil over it, as strong as the words need it.

That is measured on the pixels under them.
"""

import io
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import ceil

from msgspec.structs import replace
from PIL import Image

from deckmotor.cache import Cache, key_of
from deckmotor.color import READABLE, blended, contrast, luminance
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.grounds import Background
from deckmotor.pictures.memo import Memo
from deckmotor.pictures.pixels import cut
from deckmotor.pictures.prepare import KINDS
from deckmotor.scene.page import (
    Ground,
    Item,
    Media,
    Page,
    Paragraph,
    PictureItem,
    Scene,
    ShapeItem,
    TableItem,
    TextItem,
    inside,
)
from deckmotor.style import Box, Fade
from deckmotor.units import inches

WIDE = 1280
"""Pixels of a page's width that are looked at."""

NEAR = 8
"""Pixels under a line whose grey is so near to the lightest, or the darkest, are looked at closely."""

CALM, CALM_LARGE, LARGE = 1.35, 1.7, inches(0.6)
"""Contrast of the lightest and the darkest pixel under a word with each other, at most: more is read between the letters.

The second is for words whose lines are so high: those stand out.
"""

MOST = 64
"""Different ones of these."""

Crop = tuple[int, int, int, int]

Seen = tuple[str, Box]
"""A colour of words, and where they stand."""


def veiled(
    scene: Scene, backgrounds: Mapping[str, Background], memo: Memo, cache: Cache
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """The scene with a veil over the pictures that pages stand on, and a problem for each that its author made too weak.

    `backgrounds` are those of the slides that pages are of, by the ids of pages.
    """
    pages, problems, parts = [], [], {}
    for page in scene.pages:
        picture = None if page.ground is None else page.ground.picture
        media = scene.media.get(picture.media) if picture is not None else None
        if media is None or picture is None:
            pages.append(page)
            continue
        made, weak = _on_picture(page, backgrounds[page.id], media, scene.width, memo)
        pages.append(made)
        problems += weak
        if made.ground is not None and made.ground.picture is not None and made.ground.picture.media not in scene.media:
            parts[made.ground.picture.media] = _part(media, picture.crop, memo, cache)
    return replace(scene, pages=tuple(pages), media={**scene.media, **parts}), tuple(problems)


def _part(media: Media, crop: Crop, memo: Memo, cache: Cache) -> Media:
    """What a page shows of its picture, as a picture: LibreOffice squeezes all of one that a page stands on into the page."""
    known = memo.parts.get((id(media), crop))
    if known is None:
        key = key_of("part", media.data, repr(crop).encode())
        data = cache.get(key)
        if data is None:
            data = KINDS[media.type].stripped(cut(media, crop))
            cache.put(key, data)
        seen = KINDS[media.type].look(data)
        known = memo.parts[id(media), crop] = (media, replace(media, data=data, width=seen.width, height=seen.height))
    return known[1]


def _on_picture(page: Page, background: Background, media: Media, width: int, memo: Memo) -> tuple[Page, list[Diagnostic]]:
    """A page with its veil; found once for a page."""
    known = memo.veiled.get(id(page))
    if known is not None and known[1] is media:
        return known[2], known[3]
    if page.ground is None or page.ground.picture is None:
        raise AssertionError(f"{page.id} stands on no picture")
    read, calm = _needed(page, page.ground, page.ground.picture, media, width)
    asked = background.scrim
    problems = []
    if asked is not None and asked < read:
        problems.append(problem("background-contrast", background.span, scrim=asked, needed=read))
    made = _cut(_with_veil(page, page.ground, page.ground.picture.box, max(read, calm) if asked is None else asked), media)
    memo.veiled[id(page)] = (page, media, made, problems)
    return made, problems


def _cut(page: Page, media: Media) -> Page:
    """The page on a picture that has only what is shown of it; animations and drawings stay whole."""
    ground = page.ground
    if ground is None or ground.picture is None or not any(ground.picture.crop) or media.moves or media.vector:
        return page
    name = "-".join(map(str, ground.picture.crop))
    shown = replace(ground.picture, media=f"{ground.picture.media}#part-{name}", crop=(0, 0, 0, 0))
    return replace(page, ground=replace(ground, picture=shown))


def _with_veil(page: Page, ground: Ground, box: Box, opacity: int) -> Page:
    if not opacity:
        return page
    veil = ShapeItem(name=f"{page.id}/veil", box=box, outline="rect", fill=Fade(color=ground.color, opacity=opacity, full=0))
    return replace(page, items=(veil, *page.items))


def _needed(page: Page, ground: Ground, picture: PictureItem, media: Media, width: int) -> tuple[int, int]:
    """How opaque a veil has to be, percent, for all words to be read, and for what is under each to be calm."""
    image = _image(media, picture, ground.color.rgb)
    scale = image.width / width
    read = calm = 0
    for color, box in _words(page.items):
        corners = (box.x * scale, box.y * scale, box.right * scale, box.bottom * scale)
        left, top, right, bottom = (round(value) for value in corners)
        left, top = min(max(left, 0), image.width - 1), min(max(top, 0), image.height - 1)
        under = image.crop((left, top, min(max(right, left + 1), image.width), min(max(bottom, top + 1), image.height)))
        lightest, darkest = _worst(under, lightest=True), _worst(under, lightest=False)
        worst = lightest if luminance(color) > luminance(ground.color.rgb) else darkest
        read = max(read, *(_opacity(color, pixel, ground.color.rgb) for pixel in worst))
        most = CALM if box.height < LARGE else CALM_LARGE
        calm = max(calm, _least(partial(_is_calm, lightest[0], darkest[0], ground.color.rgb, most)))
    return read, calm


def _is_calm(one: str, other: str, veil: str, most: float, opacity: float) -> bool:
    """Whether two pixels under a veil are near enough to each other."""
    return contrast(blended(veil, one, opacity), blended(veil, other, opacity)) <= most


def _image(media: Media, picture: PictureItem, paper: str) -> Image.Image:
    """What a page shows of the picture, small."""
    whole = Image.open(io.BytesIO(media.data))
    left, top, right, bottom = (cut / 100_000 for cut in picture.crop)
    part = (whole.width * left, whole.height * top, whole.width * (1 - right), whole.height * (1 - bottom))
    height = round(WIDE * picture.box.height / picture.box.width)
    mode = "RGBA" if "A" in whole.getbands() or "transparency" in whole.info else "RGB"
    shown = whole.convert(mode).resize((WIDE, height), Image.Resampling.NEAREST, part)
    if mode == "RGB":
        return shown
    under = Image.new("RGBA", shown.size, f"#{paper}")
    return Image.alpha_composite(under, shown).convert("RGB")


def _worst(image: Image.Image, *, lightest: bool) -> list[str]:
    """The lightest of some pixels, or the darkest."""
    grey = image.convert("L")
    values = grey.tobytes()
    low, high = min(values), max(values)
    near = grey.point([255 if (value >= high - NEAR if lightest else value <= low + NEAR) else 0 for value in range(256)])
    found: set[str] = set()
    data, is_near = image.tobytes(), near.tobytes()
    at = is_near.find(255)
    while at >= 0 and len(found) < MOST:
        found.add(data[3 * at : 3 * at + 3].hex().upper())
        at = is_near.find(255, at + 1)
    return sorted(found)


def _opacity(color: str, pixel: str, veil: str) -> int:
    """The least opacity of a veil over a pixel with which a colour can be read on it, percent."""
    if contrast(color, pixel) >= READABLE and (luminance(color) > luminance(pixel)) == (luminance(color) > luminance(veil)):
        return 0

    def reads(opacity: float) -> bool:
        seen = blended(veil, pixel, opacity)
        lighter = luminance(color) > luminance(veil)
        return contrast(color, seen) >= READABLE and (luminance(color) > luminance(seen)) == lighter

    return min(_least(reads) + 1, 100)


def _least(holds: Callable[[float], bool]) -> int:
    """The least opacity from which on something holds, percent: 0 where it always does."""
    below, enough = -1, 100
    while enough - below > 1:
        middle = (below + enough) // 2
        below, enough = (below, middle) if holds(middle / 100) else (middle, enough)
    return enough


def _words(items: tuple[Item, ...]) -> Iterator[Seen]:
    """The colours of all words that stand on the page itself, with the boxes of their pieces."""
    for item in inside(items):
        if isinstance(item, TextItem) or (isinstance(item, ShapeItem) and item.fill is None):
            yield from _pieces(item.paragraphs)
        elif isinstance(item, TableItem):
            for row in item.rows:
                for cell in row:
                    if cell.fill is None:
                        yield from _pieces(cell.paragraphs)


def _pieces(paragraphs: tuple[Paragraph, ...]) -> Iterator[Seen]:
    for part in paragraphs:
        for line in part.lines:
            for piece in line.parts:
                style = part.runs[piece.run].style
                yield style.color.rgb, Box(piece.x, line.baseline - style.size, piece.width, ceil(style.size * 1.25))
