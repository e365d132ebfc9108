"""The pictures that a deck names, read and looked at: what kind they are and how many pixels they have."""

import io
import posixpath
from collections.abc import Iterator
from typing import Literal

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import megabytes, problem, unreadable
from deckmotor.model.blocks import Block, Columns, Picture
from deckmotor.model.deck import Deck
from deckmotor.scene.page import Media
from deckmotor.workspace import PICTURE_LIMIT, Workspace

TYPES: dict[str, Literal["png", "jpeg", "gif"]] = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif", "MPO": "jpeg"}
"""The kinds of pictures that every version of PowerPoint shows, by Pillow's names."""

MOST_PIXELS = 100_000_000
"""Larger pictures are refused: PowerPoint needs four bytes of memory for each pixel."""

MOST_BYTES = 500_000_000
"""Of all pictures of a project together; they are held in memory until its decks are written."""

UPRIGHT = 1
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held; PowerPoint does not look at it (Exif 2.32, 4.6.4 A)."""

_SAVE_AS = "save it as PNG or JPEG with a program for pictures"

Read = tuple[Media | None, tuple[Diagnostic, ...]]


def read_pictures(
    workspace: Workspace, deck: Deck, memo: dict[str, Media] | None = None
) -> tuple[dict[str, Media], tuple[Diagnostic, ...]]:
    """The pictures of a deck by their paths. `memo` keeps those that another variant has read."""
    known = {} if memo is None else memo
    media: dict[str, Media] = {}
    problems: list[Diagnostic] = []
    size = sum(len(one.data) for one in known.values())
    for picture in _pictures(deck):
        if picture.path not in known:
            found, why = _read(workspace, picture)
            problems += why
            if found is None:
                continue
            size += len(found.data)
            if size > MOST_BYTES:
                return media, (*problems, problem("files-too-large", picture.file.span, limit=megabytes(MOST_BYTES)))
            known[picture.path] = found
        media[picture.path] = known[picture.path]
    return media, tuple(problems)


def _pictures(deck: Deck) -> Iterator[Picture]:
    for slide in deck.slides:
        yield from _among(slide.blocks)


def _among(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Columns):
            for column in block.items:
                yield from _among(column.blocks)


def _read(workspace: Workspace, picture: Picture) -> Read:
    try:
        data = workspace.read(picture.path, PICTURE_LIMIT)
    except FileNotFoundError:
        return None, (problem("file-missing", picture.file.span, hints=_beside(workspace, picture), path=picture.path),)
    except OSError as error:
        return None, (unreadable(error, picture.file.span, picture.path, picture.file.text),)
    return _look_at(data, picture)


def _look_at(data: bytes, picture: Picture) -> Read:
    from PIL import Image, UnidentifiedImageError  # 17 ms of start-up that decks without pictures need not pay.

    try:
        with Image.open(io.BytesIO(data)) as image:
            kind, (width, height), turned = image.format or "", image.size, image.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        if b"<svg" in data[:1000]:
            return None, (problem("picture-kind", picture.file.span, hints=(_SAVE_AS,), path=picture.path, kind="SVG"),)
        return None, (problem("picture-unreadable", picture.file.span, path=picture.path),)
    if kind not in TYPES:
        return None, (problem("picture-kind", picture.file.span, hints=(_SAVE_AS,), path=picture.path, kind=kind),)
    if width * height > MOST_PIXELS:
        return None, (problem("picture-too-large", picture.file.span, path=picture.path, width=width, height=height),)
    if turned:
        return _upright(data, TYPES[kind], picture)
    return Media(data=data, type=TYPES[kind], width=width, height=height), ()


def _upright(data: bytes, kind: Literal["png", "jpeg", "gif"], picture: Picture) -> Read:
    """The picture turned as the camera was held."""
    from PIL import Image, ImageOps  # As above.

    saved = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as image:
            turned = ImageOps.exif_transpose(image)
            turned.save(saved, format=kind, quality=92)
    except (OSError, ValueError, SyntaxError):
        return None, (problem("picture-unreadable", picture.file.span, path=picture.path),)
    return Media(data=saved.getvalue(), type=kind, width=turned.width, height=turned.height), ()


def _beside(workspace: Workspace, picture: Picture) -> tuple[str, ...]:
    """The file of a like name in the same folder, if there is one."""
    from difflib import get_close_matches  # Only on the way of an error.

    folder, _, name = picture.path.rpartition("/")
    close = get_close_matches(name, workspace.names(folder or "."), n=1, cutoff=0.6)
    return (f"did you mean `{posixpath.join(posixpath.dirname(picture.file.text), close[0])}`?",) if close else ()
