"""The pictures that a deck names, read and looked at: what kind they are and how many pixels they have."""

import io
import posixpath
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import megabytes, problem, unreadable
from deckmotor.model.blocks import Block, Columns, Picture
from deckmotor.model.deck import Deck
from deckmotor.scene.page import Media
from deckmotor.workspace import PICTURE_LIMIT, Workspace

TYPES: dict[str, Literal["png", "jpeg", "gif"]] = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif", "MPO": "jpeg"}
"""The kinds of pictures that every version of PowerPoint shows, by Pillow's names."""

OTHER_KINDS = {
    b"<?xml": "SVG", b"II*\0": "TIFF", b"MM\0*": "TIFF", b"BM": "BMP", b"%!PS": "EPS", b"%PDF": "PDF", b"8BPS": "Photoshop",
    b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\0\0\0": "EMF", b"\0\0\x01\0": "ICO", b"\xff\x0a": "JPEG XL", b"\0\0\0\x0cj": "JPEG 2000",
}  # fmt: skip
"""Kinds that not every version of PowerPoint shows, by their first bytes."""

MOST_PIXELS = 100_000_000
"""Larger pictures are refused: PowerPoint needs four bytes of memory for each pixel."""

MOST_BYTES = 500_000_000
"""Of all pictures of a project together; they are held in memory until its decks are written."""

UPRIGHT = 1
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held; PowerPoint does not look at it (Exif 2.32, 4.6.4 A)."""

_SAVE_AS = "save it as PNG or JPEG with a program for pictures"
_SAVE_HERE = "pictures are files in the project: save it there, and write its path"

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
    yield from deck.left_out


def _among(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Columns):
            for column in block.items:
                yield from _among(column.blocks)


def _read(workspace: Workspace, picture: Picture) -> Read:
    if re.match(r"[a-z]+://|www\.|data:image", picture.file.text, re.IGNORECASE):
        return None, (problem("file-missing", picture.file.span, hints=(_SAVE_HERE,), path=picture.file.text),)
    try:
        data = workspace.read(picture.path, PICTURE_LIMIT)
    except FileNotFoundError:
        return None, (problem("file-missing", picture.file.span, hints=_beside(workspace, picture), path=picture.path),)
    except OSError as error:
        return None, (unreadable(error, picture.file.span, picture.path, picture.file.text),)
    return _look_at(data, picture)


def _look_at(data: bytes, picture: Picture) -> Read:
    kind = _other_kind(data)
    if kind is not None:
        return None, (problem("picture-kind", picture.file.span, hints=(_SAVE_AS,), path=picture.path, kind=kind),)
    with _pillow() as (pillow, refused):
        try:
            with pillow.open(io.BytesIO(data), formats=tuple(TYPES)) as image:
                kind, (width, height) = TYPES[image.format or ""], image.size
                if width * height > MOST_PIXELS:
                    return None, (_too_large(picture, f"{width:,} × {height:,}"),)
                turned = kind == "jpeg" and image.getexif().get(ORIENTATION, UPRIGHT) != UPRIGHT
                if kind == "png":
                    image.verify()  # Its checksums, without unpacking it.
        except pillow.DecompressionBombError as error:
            # The library tells the number in its words only.
            pixels = re.search("[0-9]+", str(error))
            return None, (_too_large(picture, f"{int(pixels[0]):,}" if pixels else "far too many"),)
        except refused:
            return None, (problem("picture-unreadable", picture.file.span, path=picture.path),)
    if (kind == "jpeg" and _is_cut(data)) or not (width and height):
        return None, (problem("picture-unreadable", picture.file.span, path=picture.path),)
    return _upright(data, kind, picture) if turned else (Media(data=data, type=kind, width=width, height=height), ())


def _too_large(picture: Picture, size: str) -> Diagnostic:
    return problem("picture-too-large", picture.file.span, path=picture.path, size=size)


@contextmanager
def _pillow() -> Iterator[tuple[Any, tuple[type[Exception], ...]]]:
    """Pillow, silent, and what it is seen to raise on damaged pictures."""
    import struct
    import warnings

    from PIL import Image  # 17 ms of start-up that decks without pictures need not pay.

    with warnings.catch_warnings():
        # It warns of what is told in plain words here, or harms nobody: an odd note of a camera.
        warnings.simplefilter("ignore")
        yield Image, (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, OverflowError, struct.error)


def _other_kind(data: bytes) -> str | None:
    """What else a file is, by its first bytes. It is not opened: readers of rare kinds are where pictures do harm."""
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "WebP"
    if data[4:8] == b"ftyp":
        return "HEIC"
    if b"<svg" in data[:1000].lower():
        return "SVG"
    return next((kind for start, kind in OTHER_KINDS.items() if data.startswith(start)), None)


def _is_cut(data: bytes) -> bool:
    """Whether the end of a JPEG is missing: the last scan that starts has no end (ITU-T T.81, B.1.1.3)."""
    return data.rfind(b"\xff\xda") > data.rfind(b"\xff\xd9")


def _upright(data: bytes, kind: Literal["png", "jpeg", "gif"], picture: Picture) -> Read:
    """The picture turned as the camera was held."""
    saved = io.BytesIO()
    with _pillow() as (pillow, refused):
        from PIL import ImageOps  # As above.

        try:
            with pillow.open(io.BytesIO(data), formats=tuple(TYPES)) as image:
                turned = ImageOps.exif_transpose(image)
                turned.save(saved, format=kind, quality=92)
        except refused:
            return None, (problem("picture-unreadable", picture.file.span, path=picture.path),)
    return Media(data=saved.getvalue(), type=kind, width=turned.width, height=turned.height), ()


def _beside(workspace: Workspace, picture: Picture) -> tuple[str, ...]:
    """The file of a like name in the same folder, if there is one."""
    from difflib import get_close_matches  # Only on the way of an error.

    folder, _, name = picture.path.rpartition("/")
    # Between systems that tell `A` from `a` and those that don't, the case is what most often differs.
    names = {other.casefold(): other for other in workspace.names(folder or ".")}
    close = get_close_matches(name.casefold(), list(names), n=1, cutoff=0.6)
    return (f"did you mean `{posixpath.join(posixpath.dirname(picture.file.text), names[close[0]])}`?",) if close else ()
