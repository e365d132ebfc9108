"""What the decks of a project share of their pictures, so that each is read, looked at and made ready once."""

from msgspec import Struct, field

from deckmotor.diagnostics import Diagnostic
from deckmotor.scene.page import Media, Page


class Memo(Struct):
    """Kept by a caller who builds several decks of a project; it never changes a result."""

    files: dict[str, Media | Diagnostic] = field(default_factory=dict)
    """By path from the project's folder; a problem where a file is no picture for a deck."""
    contents: dict[bytes, Media] = field(default_factory=dict)
    """By their bytes: files alike are one picture."""
    size: int = 0
    """Bytes of all these together."""
    ready: dict[tuple[int, int, int], tuple[Media, Media | None]] = field(default_factory=dict)
    """By identity and size: a picture, kept so that its identity stays its own, and what was made of it, if it is sound."""
    recoloured: dict[tuple[int, str], tuple[Media, Media]] = field(default_factory=dict)
    """By identity and colour: drawings that are shown in one colour."""
    toned: dict[int, tuple[Media, Media]] = field(default_factory=dict)
    """By identity: pictures that pages stand on, before and after it was seen whether they are light."""
    inked: dict[int, tuple[Media, Media]] = field(default_factory=dict)
    """By identity: logos, before and after it was seen what of them is ink."""
    veiled: dict[int, tuple[Page, Media, Page, list[Diagnostic]]] = field(default_factory=dict)
    """By identity: pages that stand on a picture, before and after they got a veil, and what is wrong with that."""
    parts: dict[tuple[int, tuple[int, int, int, int]], tuple[Media, Media]] = field(default_factory=dict)
    """By identity and crop: pictures that pages stand on, whole and as much of them as is shown."""

    def trim(self, most: int) -> None:
        """Forget all where it is more than so many bytes: variants with pictures of their own would fill the memory."""
        if self.size > most:
            self.files, self.contents, self.size, self.ready = {}, {}, 0, {}
            self.toned, self.inked, self.veiled, self.recoloured, self.parts = {}, {}, {}, {}, {}
