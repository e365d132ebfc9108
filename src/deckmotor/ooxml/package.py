"""Open Packaging: parts, relationships, content types, and the zip file around them (ECMA-376 part 2)."""

from msgspec import Struct


class Part(Struct, frozen=True, gc=False):
    """A part of a package, ready to be written: already deflated, so that a part used twice is deflated once."""

    name: str
    """Name in the zip, without a leading slash: `ppt/slides/slide1.xml`."""
    content_type: str
    deflated: bytes
    crc: int
    size: int
    """Length before deflating."""
    stored: bool = False
    """Kept as it is (pictures are compressed already)."""


class BasePackage(Struct, frozen=True):
    """The part of a presentation that does not depend on its slides: theme, master, layouts, notes master."""

    parts: tuple[Part, ...]
    """The parts with their relationship parts."""
    layouts: dict[str, str]
    """Part name of each layout, by the layout's name."""
    master: str = "ppt/slideMasters/slideMaster1.xml"
    notes_master: str = "ppt/notesMasters/notesMaster1.xml"
    theme: str = "ppt/theme/theme1.xml"
