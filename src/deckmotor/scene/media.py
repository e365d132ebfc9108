"""Pictures, films and sounds as a scene has them: their bytes, and what they need before every program shows them alike."""

from typing import Literal

from msgspec import Struct

MediaType = Literal["png", "jpeg", "gif", "webp", "tiff", "bmp", "avif", "svg", "mp4", "m4a", "mp3", "wav", "vtt"]
"""Kinds of pictures that can be read, of which exporters meet the first three only; films, sounds and their captions."""

SOUNDS = ("m4a", "mp3", "wav")
CLIPS = ("mp4", *SOUNDS)
"""Films and sounds."""


class Ink(Struct, frozen=True, kw_only=True):
    """What of a picture is a logo, and not the empty ground around it."""

    crop: tuple[int, int, int, int]
    """What lies around it left, top, right and bottom, in 1/100,000 of the picture's size."""
    share: float
    """How much of what is left is ink, 0 to 1."""
    light: float
    """How light the ink is: its mean relative luminance, 0 to 1."""
    ground: Literal["clear", "white", "coloured"]
    """What it stands on in its own picture."""


class Media(Struct, frozen=True, kw_only=True):
    """A picture's bytes, and what they need before every program shows them alike.

    Compose is given the files as they are. Before a scene is exported, `pictures` makes them ready: upright, in RGB, of the
    size that is shown, with no word of where they come from.
    """

    data: bytes
    type: MediaType
    width: int
    """Pixels, when turned upright."""
    height: int
    turn: int = 1
    """How the camera was held: 1 to 8, 1 is upright (Exif 2.32, 4.6.4 A, Orientation)."""
    convert: bool = False
    """Whether its colours or their coding are none that every program shows, such as CMYK."""
    moves: bool = False
    """Whether it is an animation, which is never redrawn."""
    more: bool = False
    """Whether its file has further frames or pages, of which only the first is shown."""
    vector: bytes = b""
    """Of a drawing made ready: the same as SVG, for those who draw it at any size."""
    left_out: tuple[str, ...] = ()
    """What of a drawing is left out that somebody may miss."""
    coding: str = ""
    """What a film or sound is coded as, where PowerPoint does not play that on all computers."""
    lettered: bool = False
    """Whether a drawing has letters in it, which are drawn with whatever font is there."""
    ink: "Ink | None" = None
    """Of a logo: where in its picture it is."""
    cleared: bool = False
    """Whether a white ground around what it shows is to be clear."""
    playing: tuple[int, int, int, int] | None = None
    """Of a still of a film: what is cut off it left, top, right and bottom, in 1/100,000 of its size; a sign in the middle of
    what is left says that it plays."""
    light: bool = False
    """Of a picture that pages stand on: whether most of it is light."""

    @property
    def is_photo(self) -> bool:
        """Whether it is of a kind that photos are kept in. The others mostly hold drawings, whose edges say something."""
        return self.type in ("jpeg", "webp", "avif")


def in_colour(media: str, rgb: str) -> str:
    """The key of a drawing that is shown in one colour: it is made when the scene's pictures are."""
    return f"{media}#{rgb}"


GROUND = "ground"
"""Stands in the key of a picture for its colour where it is shown without its white ground."""


PLAYS = "plays:"
"""Begins what stands there for a still of a film, which is shown with a sign that it plays; what is cut off it follows."""


def still(media: str, crop: tuple[int, int, int, int]) -> str:
    """The key of a picture that stands for a film, of which so much is cut off."""
    return f"{media}#{PLAYS}{','.join(map(str, crop))}"


def of_colour(media: str) -> tuple[str, str]:
    """The key of the drawing itself, and its colour; empty where it is shown in its own."""
    path, mark, rgb = media.rpartition("#")
    return (path, rgb) if mark and (len(rgb) == 6 or rgb.startswith(PLAYS)) else (media, "")
