"""Pictures read from their files: what kind they are, how many pixels they have, and what they need."""

import posixpath
import re
from collections.abc import Iterator, Sequence
from io import BytesIO

from msgspec.structs import replace

from deckmotor.diagnostics import Diagnostic
from deckmotor.messages import megabytes, misplaced, problem, unreadable
from deckmotor.model.clips import Audio, Captions, Video
from deckmotor.model.deck import Deck
from deckmotor.model.drawings import Logo, MotifPicture
from deckmotor.model.logos import Mark
from deckmotor.nearest import closest
from deckmotor.pictures.look import DamagedError, Kind, Look, TooLargeError
from deckmotor.pictures.memo import Memo
from deckmotor.pictures.named import Named, pictures_of
from deckmotor.scene.page import Media
from deckmotor.span import Span
from deckmotor.workspace import PICTURE_LIMIT, Workspace

OTHER_KINDS = {
    b"%!PS": "EPS", b"%PDF": "PDF", b"8BPS": "Photoshop", b"\xd7\xcd\xc6\x9a": "WMF", b"\x01\0\0\0": "EMF",
    b"\0\0\x01\0": "ICO", b"\xff\x0a": "JPEG XL", b"\0\0\0\x0cj": "JPEG 2000",
}  # fmt: skip
"""Kinds that are not read, by their first bytes."""

ENDINGS = {
    "svgz": "SVG", "eps": "EPS", "ai": "Illustrator", "pdf": "PDF", "psd": "Photoshop", "wmf": "WMF",
    "emf": "EMF", "heic": "HEIC", "heif": "HEIC", "ico": "ICO", "jxl": "JPEG XL", "jp2": "JPEG 2000",
}  # fmt: skip
"""The same by the endings of files that are not there: to put one there would lead to the next error."""

MOST_PIXELS = 100_000_000
"""Larger pictures are refused: to turn or scale one takes four bytes of memory for each pixel."""

MOST_BYTES = 500_000_000
"""Of all pictures of a deck together; they are held in memory until it is written."""

MOST_BEFORE = 20_000
"""Bytes of comments and the like before a drawing begins."""

_SAVE_AS = "save it as PNG or JPEG with a program for pictures"
_SAVE_HERE = "pictures are files in the project: save it there, and write its path"


def read_pictures(
    workspace: Workspace, deck: Deck, memo: Memo | None = None, drawn: Sequence[MotifPicture] = ()
) -> tuple[dict[str, Media], tuple[Diagnostic, ...]]:
    """The pictures of a deck by their paths, as they are in their files. `drawn` are those of its theme's motif."""
    memo = Memo() if memo is None else memo
    memo.trim(MOST_BYTES)
    media: dict[str, Media] = {}
    problems: list[Diagnostic] = []
    counted: set[int] = set()
    size = 0
    for picture in (*drawn, *pictures_of(deck)):
        if picture.path not in memo.files:
            memo.files[picture.path] = _read(workspace, picture, memo)
        found = memo.files[picture.path]
        if isinstance(found, Media):
            if picture.path not in media:
                problems += _lacks(found, picture, is_outside=workspace.is_outside(picture.path))
            media[picture.path] = found
            size += 0 if id(found) in counted else len(found.data)
            counted.add(id(found))
        else:
            problems.append(replace(found, span=picture.file.span))
        if size > MOST_BYTES:
            problems.append(problem("files-too-large", picture.file.span, limit=megabytes(MOST_BYTES)))
            break
    grounds = {slide.background.path for slide in deck.slides if slide.background is not None} & media.keys()
    for path in grounds:
        media[path] = _toned(media[path], memo)
    marks = {one.path for one in pictures_of(deck) if isinstance(one, (Mark, Logo))} & media.keys()
    for path in marks:
        media[path] = _inked(media[path], memo)
    return media, tuple(problems)


def _lacks(media: Media, picture: Named, *, is_outside: bool) -> Iterator[Diagnostic]:
    """What of a file is not shown, or not as it was meant; names in it stay there where it is outside the project."""
    parts, coding = ("…", "…") if is_outside else (", ".join(media.left_out), media.coding)
    if media.more:
        yield problem("picture-first", picture.file.span, path=picture.path)
    if media.left_out:
        yield problem("svg-left-out", picture.file.span, path=picture.path, parts=parts)
    if media.coding:
        yield problem("clip-coding", picture.file.span, path=picture.path, coding=coding)
    if media.lettered:
        yield problem("svg-letters", picture.file.span, path=picture.path)


def _inked(media: Media, memo: Memo) -> Media:
    """A logo, with what of its file it is: once for each."""
    known = memo.inked.get(id(media))
    if known is None:
        from deckmotor.pictures.ink import ink_of, ink_of_drawing  # Few decks have logos.

        ink = ink_of_drawing(media.data) if media.type == "svg" else ink_of(BytesIO(media.data), media)
        known = memo.inked[id(media)] = (media, replace(media, ink=ink))
    return known[1]


def _toned(media: Media, memo: Memo) -> Media:
    """A picture that pages stand on, with what has to be known of it: once for each."""
    known = memo.toned.get(id(media))
    if media.type == "svg":
        return media
    if known is None:
        from deckmotor.pictures.pixels import is_light  # Pillow takes 17 ms of start-up.

        known = memo.toned[id(media)] = (media, replace(media, light=is_light(BytesIO(media.data), media)))
    return known[1]


def _read(workspace: Workspace, picture: Named, memo: Memo) -> Media | Diagnostic:
    written, path, span = picture.file.text, picture.path, picture.file.span
    if re.match(r"[a-z]+://|www\.|data:image", written, re.IGNORECASE):
        return problem("file-missing", span, hints=(_SAVE_HERE,), path=written)
    try:
        data = workspace.read(path, PICTURE_LIMIT)
    except FileNotFoundError:
        kind = ENDINGS.get(path.rpartition(".")[2].lower())
        hints = misplaced(workspace, span.file, written) or _beside(workspace, picture)
        if kind is not None:
            return problem("picture-kind", span, hints=(_SAVE_AS, *hints), path=path, kind=kind)
        return problem("file-missing", span, hints=hints, path=path)
    except OSError as error:
        return unreadable(error, span, path, written, misplaced(workspace, span.file, written) if "\\" not in written else ())
    if data in memo.contents:
        return memo.contents[data]
    if isinstance(picture, Video | Audio | Captions):
        from deckmotor.pictures.played import played  # Few decks have films.

        found = played(data, picture, path)
    else:
        found = _look_at(data, path, span)
    if isinstance(found, Media):
        memo.contents[data] = found
        memo.size += len(data)
    return found


def _look_at(data: bytes, path: str, span: Span) -> Media | Diagnostic:
    from deckmotor.pictures import png  # Many decks have no pictures.

    if _is_svg(data):
        return _drawing(data, path, span)
    try:
        look = _look(data)
        if isinstance(look, str):
            return problem("picture-kind", span, hints=(_SAVE_AS,), path=path, kind=look)
        if look.width * look.height > MOST_PIXELS:
            raise TooLargeError(f"{look.width:,} × {look.height:,}")
        if not (look.width and look.height):
            raise DamagedError
        if look.type == "png":
            png.check_pixels(data)
    except TooLargeError as error:
        limit = (error.limit or MOST_PIXELS) // 1_000_000
        return problem("picture-too-large", span, path=path, size=str(error), limit=limit)
    except DamagedError:
        return problem("picture-unreadable", span, path=path)
    lies = look.turn > 4  # It was stored lying on its side.
    width, height = (look.height, look.width) if lies else (look.width, look.height)
    return Media(
        data=data, type=look.type, width=width, height=height, turn=look.turn, convert=look.convert, moves=look.moves,
        more=look.more,
    )  # fmt: skip


def _is_svg(data: bytes) -> bool:
    """Whether it is a drawing in SVG: the name of its first element stands after what XML begins with."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and b"<svg" in data[:MOST_BEFORE]


def _drawing(data: bytes, path: str, span: Span) -> Media | Diagnostic:
    from deckmotor.pictures import svg  # Few decks have drawings.

    try:
        found = svg.read(data)
    except svg.UnsafeError as error:
        return problem("svg-refused", span, path=path, reason=str(error))
    except DamagedError:
        return problem("svg-unreadable", span, path=path)
    return Media(
        data=found.data, type="svg", width=found.width, height=found.height, left_out=found.left_out, lettered=found.lettered
    )


def _look(data: bytes) -> Look | str:
    """What a picture is; the name of its kind where that is not read: readers of rare kinds are where pictures do harm."""
    from deckmotor.pictures import gif, jpeg, png

    kinds: tuple[Kind, ...] = (jpeg, png, gif)
    for kind in kinds:
        if data.startswith(kind.SIGNATURE):
            return kind.look(data)
    if data[4:8] == b"ftyp" and data[8:11] != b"avi":
        return "HEIC"
    named = next((kind for start, kind in OTHER_KINDS.items() if data.startswith(start)), None)
    if named is not None:
        return named
    from deckmotor.pictures.pixels import look  # Only these kinds need Pillow to be looked at: 17 ms of start-up.

    return look(data)


def _beside(workspace: Workspace, picture: Named) -> tuple[str, ...]:
    """The file of a like name in the same folder, if there is one."""
    folder, _, name = picture.path.rpartition("/")
    # Between systems that tell `A` from `a` and those that don't, the case is what most often differs.
    names = {other.casefold(): other for other in workspace.names(folder or ".")}
    close = closest(name.casefold(), tuple(names))
    return (f"did you mean `{posixpath.join(posixpath.dirname(picture.file.text), names[close])}`?",) if close else ()
