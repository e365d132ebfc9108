"""What the pages of a document are drawn with, and collect for it: looks of text, pictures, outlines."""

from collections.abc import Iterable, Mapping
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from deckmotor.export.web.faces import Faces
from deckmotor.export.web.words import color, number, share
from deckmotor.scene.page import Media
from deckmotor.scene.text import NoteMark
from deckmotor.style import Box, TextStyle

TYPES = {"mp4": "video/mp4", "m4a": "audio/mp4", "mp3": "audio/mpeg", "wav": "audio/wav", "vtt": "text/vtt"}
"""What films, sounds and captions are called (RFC 6838)."""

SCRIPT = 2 / 3
"""Size of superscripts and subscripts over the text's, as they were measured."""

FULL = 100_000
"""Shifts and crops are thousandths of a percent (ECMA-376 part 1, 20.1.2.3.9 `baseline`, 20.1.8.55)."""

KERNED_FROM = 12 * 12_700
"""Font size, EMU, from which text was measured with kerning, because PowerPoint kerns from there."""


class Styles:
    """Short names for the looks of text: the same for the same look, so that a page does not change with its neighbours."""

    def __init__(self, width: int, faces: Faces) -> None:
        self._width = width
        self._faces = faces
        self._names: dict[str, str] = {}

    def name(self, style: TextStyle, text: str) -> str:
        """The class of a text's look."""
        look = self._look(style, text)
        return self._names.setdefault(look, f"t{crc32(look.encode()):x}")

    def maths(self, notation: str) -> str:
        """A formula's MathML, whose signs the document then has."""
        self._faces.maths(notation)
        return notation

    def take(self, other: "Styles") -> None:
        """What a part of the document is set in, too."""
        self._names |= other._names

    def rules(self) -> Iterable[str]:
        """A rule for each class."""
        return (f".{name}{{{look}}}" for look, name in self._names.items())

    def _look(self, style: TextStyle, text: str) -> str:
        size = round(style.size * SCRIPT) if style.baseline else style.size
        parts = [f"font-size:{share(size, self._width)}", f"font-family:{self._faces.names(style, text)}"]
        if style.bold:
            parts.append("font-weight:700")
        if style.italic:
            parts.append("font-style:italic")
        parts.append(f"color:{color(style.color)}")
        if style.ground is not None:
            parts.append(f"background:{color(style.ground)};border-radius:.12em")
        if style.ground is not None and style.strike:
            parts.append("text-decoration:line-through")
        if style.size < KERNED_FROM:
            parts.append("font-kerning:none")
        if style.tracking:
            parts.append(f"letter-spacing:{share(style.tracking, self._width)}")
        if style.baseline:
            parts.append(f"vertical-align:{share(style.size * style.baseline // FULL, self._width)}")
        return ";".join(parts)


class Pictures:
    """The pictures of a document, each written once however often it is shown."""

    def __init__(self, media: dict[str, Media]) -> None:
        self._media = media
        self._names: dict[str, str] = {}
        self._cuts: dict[str, str] = {}

    def name(self, key: str) -> str:
        """The id of a picture."""
        return self._names.setdefault(key, f"m{crc32(key.encode()):x}")

    def __contains__(self, key: str) -> bool:
        return key in self._media

    def address(self, key: str) -> str:
        """Where a picture, a film, a sound or captions stand: in the page itself."""
        from base64 import b64encode  # Only where there are some.

        media = self._media[key]
        return f"data:{TYPES.get(media.type, f'image/{media.type}')};base64,{b64encode(media.data).decode()}"

    def size(self, key: str) -> tuple[int, int]:
        """Width and height in pixels."""
        return self._media[key].width, self._media[key].height

    def cut(self, view: tuple[float, float, float, float], *, round: bool) -> str:
        """The id of what is shown of a picture: left, top, width and height in its pixels, or the ellipse in these."""
        left, top, width, height = view
        drawn = f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"/>'
        if round:
            middle = f'cx="{number(left + width / 2)}" cy="{number(top + height / 2)}"'
            drawn = f'<ellipse {middle} rx="{number(width / 2)}" ry="{number(height / 2)}"/>'
        name = f"o{crc32(drawn.encode()):x}"
        self._cuts[name] = f'<clipPath id="{name}">{drawn}</clipPath>'
        return name

    def take(self, other: "Pictures") -> None:
        """What a part of the document shows, too."""
        self._names |= other._names
        self._cuts |= other._cuts

    def definitions(self) -> Iterable[str]:
        """The pictures themselves, and what they are cut to, as SVG."""
        from base64 import b64encode  # Only where there are pictures.

        for key, name in self._names.items():
            media = self._media[key]
            data, kind = b64encode(media.vector or media.data).decode(), "svg+xml" if media.vector else media.type
            size = f'width="{media.width}" height="{media.height}"'
            yield f'<image id="{name}" {size} preserveAspectRatio="none" href="data:image/{kind};base64,{data}"/>'
        yield from self._cuts.values()


Outlines = dict[int, tuple[object, str]]
"""By the identity of an outline's commands: these, and how they are written. Those of a map are thousands."""


class Paper(Struct, frozen=True):
    """What is drawn with, and where places count from."""

    x: int
    y: int
    width: int
    """Of the page, EMU."""
    height: int
    language: str
    styles: Styles
    pictures: Pictures
    pages: frozenset[str]
    """Ids of the pages that links lead to."""
    outlines: Outlines
    page: str = ""
    """Id of the page that is drawn."""
    notes: Mapping[NoteMark, tuple[int, int]] = {}
    """Where the numbers of its footnotes first stand, EMU."""

    def at(self, x: int, y: int) -> "Paper":
        """The same for what stands inside something whose corner is there on the page."""
        return replace(self, x=x, y=y)

    def place(self, box: Box) -> str:
        """A box in CSS."""
        left, top = share(box.x - self.x, self.width), share(box.y - self.y, self.width)
        return f"left:{left};top:{top};width:{share(box.width, self.width)};height:{share(box.height, self.width)}"
