"""Pictures made ready for what a scene shows of them: upright, in RGB, no larger than can be seen, without any notes."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from math import ceil
from typing import BinaryIO

from msgspec.structs import replace

from deckmotor.cache import Cache, key_of
from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import problem
from deckmotor.model.deck import Deck
from deckmotor.model.drawings import MotifPicture
from deckmotor.pictures import gif, jpeg, png
from deckmotor.pictures.look import DamagedError, Kind
from deckmotor.pictures.memo import Memo
from deckmotor.pictures.named import pictures_of
from deckmotor.saving import set_aside
from deckmotor.scene.page import CLIPS, GROUND, PLAYS, Media, MediaType, PictureItem, Scene, inside, of_colour
from deckmotor.units import EMU_PER_INCH

WHOLE = 100_000
"""Crops are 1/100,000 of the picture's size (ECMA-376 part 1, 20.1.8.55)."""

NEARLY = 1.1
"""A picture with so many times the pixels that are needed stays as it is: drawing it anew would cost more than it saves."""

LONG = 10_000_000
"""Bytes of a file that is not held in memory twice."""

MOST_DRAWN = 40_000_000
"""Pixels of a picture that is drawn anew; a larger one is drawn with half as many rows and columns, which is four times what a
screen of 4K shows. Pillow takes four bytes of memory for each pixel, of the picture and of what it draws."""

KINDS: dict[MediaType, Kind] = {"png": png, "jpeg": jpeg, "gif": gif}
"""The kinds that exporters take."""


Draw = Callable[[bytes, int, int], bytes | None]
"""Draws an SVG as a PNG of so many pixels. None where nothing here can; raises DamagedError where it is none."""


def prepare_pictures(
    scene: Scene, deck: Deck, memo: Memo, cache: Cache, drawn: Sequence[MotifPicture] = (), draw: Draw = lambda *_: None
) -> tuple[Scene, tuple[Diagnostic, ...]]:
    """The scene with its pictures made ready, and a problem for each that is damaged.

    One picture is one in the scene too, however often it is used and under how many names, and as large as its largest use
    needs at the deck's `picture_dpi`. `drawn` are those of its theme's motif.
    """
    needs: dict[int, float] = {}
    used = {item.media: media for item in _shown(scene) if (media := _media(item.media, scene, memo)) is not None}
    for item in _shown(scene):
        if item.media in used:
            media = used[item.media]
            needs[id(media)] = max(needs.get(id(media), 0), _share(item, media, deck.head.picture_dpi))
    ready = {path: _ready(media, needs[id(media)], memo, cache, draw) for path, media in used.items()}
    damaged = {of_colour(path)[0]: used[path].type for path, media in ready.items() if media is None}
    problems = [
        problem(
            "svg-not-drawn" if damaged[picture.path] == "svg" else "picture-unreadable", picture.file.span, path=picture.path
        )
        for picture in ((*drawn, *pictures_of(deck)) if damaged else ())
        if picture.path in damaged
    ]
    sound = {path: media for path, media in ready.items() if media is not None}
    played = {key for item in _shown(scene) for key in (item.plays, item.captions) if key is not None}
    sound |= {key: scene.media[key] for key in played if key in scene.media}
    return replace(scene, media=sound), tuple(problems)


def _media(key: str, scene: Scene, memo: Memo) -> Media | None:
    """A picture by its key; of a drawing in one colour, the drawing in that, made once."""
    path, rgb = of_colour(key)
    media = scene.media.get(path)
    if media is None or key in scene.media or not rgb:
        return scene.media.get(key)
    known = memo.recoloured.get((id(media), rgb))
    if known is None and rgb == GROUND:
        known = memo.recoloured[id(media), rgb] = (media, replace(media, cleared=True))
    if known is None and rgb.startswith(PLAYS):
        left, top, right, bottom = map(int, rgb.removeprefix(PLAYS).split(","))
        known = memo.recoloured[id(media), rgb] = (media, replace(media, playing=(left, top, right, bottom)))
    if known is None and media.type in CLIPS:
        from deckmotor.pictures.played import poster  # Few decks have films.

        known = memo.recoloured[id(media), rgb] = (media, poster(media, rgb))
    elif known is None:
        from deckmotor.pictures.svg import recoloured  # Few drawings are.

        known = memo.recoloured[id(media), rgb] = (media, replace(media, data=recoloured(media.data, rgb)))
    return known[1]


def _shown(scene: Scene) -> Iterator[PictureItem]:
    for layout in scene.layouts:
        for shape in layout.decoration:
            if isinstance(shape, PictureItem):
                yield shape
    for page in scene.pages:
        if page.ground is not None and page.ground.picture is not None:
            yield page.ground.picture
        for item in inside(page.items):
            if isinstance(item, PictureItem):
                yield item


def _share(item: PictureItem, media: Media, dpi: int | str) -> float:
    """How large a picture has to be for a use, over how large it is; 1 at most."""
    if isinstance(dpi, str) or media.moves:
        return 1
    left, top, right, bottom = item.crop
    width, height = (item.box.width / (WHOLE - left - right), item.box.height / (WHOLE - top - bottom))
    needed = max(width / media.width, height / media.height) * WHOLE * dpi / EMU_PER_INCH
    return needed if needed * NEARLY < 1 else 1


def _ready(media: Media, share: float, memo: Memo, cache: Cache, draw: Draw) -> Media | None:
    """The picture in a share of its size; None where it is damaged."""
    width, height = max(1, ceil(media.width * share)), max(1, ceil(media.height * share))
    if width * height > MOST_DRAWN and not _is_as_it_is(media, width, height):
        width, height = media.width // 2, media.height // 2
    key = (id(media), width, height)
    if key not in memo.ready:
        made = _vector(media, width, height, cache, draw) if media.type == "svg" else _made(media, width, height, cache)
        memo.ready[key] = (media, made)
    return memo.ready[key][1]


def _vector(media: Media, width: int, height: int, cache: Cache, draw: Draw) -> Media | None:
    """A drawing, and what it looks like in pixels for programs that show no drawings."""
    key = key_of("drawing", media.data, repr((width, height)).encode())
    data = cache.get(key)
    if data is None:
        try:
            data = draw(media.data, width, height)
        except DamagedError:
            return None
        if data is None:
            return None
        data = png.stripped(data)
        cache.put(key, data)
    return Media(data=data, type="png", width=width, height=height, vector=media.data)


def _made(media: Media, width: int, height: int, cache: Cache) -> Media | None:
    key = key_of("picture", media.data, repr((width, height, *_shown_as(media))).encode())
    known = cache.get(key)
    try:
        if known is None:
            known = _drawn(media, width, height)
            cache.put(key, known)
        data = known or KINDS[media.type].stripped(media.data)
    except DamagedError:
        return None
    kinds = (kind for kind, module in KINDS.items() if data.startswith(module.SIGNATURE))
    return Media(data=data, type=next(kinds), width=width, height=height, moves=media.moves)


def _shown_as(media: Media) -> list[object]:
    """What is done to a picture beside its size."""
    return [*(["cleared"] if media.cleared else []), *([] if media.playing is None else [media.playing])]


def _is_as_it_is(media: Media, width: int, height: int) -> bool:
    """Whether nothing has to be drawn for a picture of that size."""
    same = media.turn == 1 and not media.convert and not _shown_as(media)
    return media.type in KINDS and same and (width, height) == (media.width, media.height)


def _drawn(media: Media, width: int, height: int) -> bytes:
    """The picture drawn anew; nothing where its own bytes will do. Raises DamagedError."""
    as_it_is = _is_as_it_is(media, width, height)
    if as_it_is and media.type == "png":
        return b""  # Its pixels have been counted while it was read.
    from deckmotor.pictures.pixels import check, redrawn  # Pillow takes 17 ms of start-up.

    bare = _bare(media)
    if as_it_is:
        check(bare)
        return b""
    data, kind = redrawn(bare, media, width, height)
    if media.cleared:
        from deckmotor.pictures.cleared import cleared  # Few logos are.

        data, kind = cleared(data), "png"
    if media.playing is not None:
        from deckmotor.pictures.signed import signed  # Few films have a still.

        data = signed(data, media.playing)
    return KINDS[kind].stripped(data)


def _bare(media: Media) -> BinaryIO:
    """A picture's file without notes: what Pillow does not see can't mislead it, and does not come back."""
    if media.type not in KINDS:
        return BytesIO(media.data)
    stripped = KINDS[media.type].stripped(media.data)
    return (set_aside((stripped,)) if len(stripped) > LONG else None) or BytesIO(stripped)
