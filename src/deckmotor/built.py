"""What is asked of a build, and what comes of it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.units import EMU_PER_INCH

if TYPE_CHECKING:
    from deckmotor.scene.page import Scene

Problems = tuple[Diagnostic, ...]

Output = Literal["pptx", "pdf", "png", "html", "svg", "sheet"]

Handout = Literal["2", "3", "4", "6", "notes"]
"""How a PDF for paper is laid out: so many slides a sheet, or one with its notes."""

RESOLUTION = 144
"""Dots per inch of pictures: a page of 16:9 then has 1920 × 1080."""


LONGEST = 60
"""Characters that say in the name of a file which slides of a deck it has; more are counted instead."""


class How(Struct, frozen=True, kw_only=True):
    """How files are made."""

    resolution: float = RESOLUTION
    """Dots per inch of pictures."""
    width: int = 0
    """Pixels that a page is wide instead, where that is said."""
    handout: Handout | None = None
    """What a PDF is for paper: so many slides a sheet, or one with its notes."""
    slides: str = ""
    """Which slides, by their numbers and ids (`3-5,urval`); all where it is empty."""
    steps: bool = False
    """Whether a PDF has a page for each click."""

    def named(self, file: str) -> str:
        """The name of a deck's files; of some slides it says which, so that they don't take the place of the whole deck's."""
        words = dict.fromkeys(re.sub(r"\s+", "", word.replace("–", "-")) for word in self.slides.split(",") if word.strip())
        which = "+".join(words) if sum(map(len, words)) <= LONGEST else f"{len(words)}-slides"
        return f"{file}-{which}" if words else file

    @property
    def is_sized(self) -> bool:
        """Whether it is said how large pictures are to be."""
        return self.width > 0 or self.resolution != RESOLUTION

    def dots(self, width: int) -> float:
        """Dots per inch of pictures of a page that is so wide (EMU)."""
        return self.width * EMU_PER_INCH / width if self.width else self.resolution


USUAL = How()


class NoSlideError(LookupError):
    """There is no slide of that name or number; `slides` are the ids of those there are."""

    def __init__(self, word: str, slides: Sequence[str]) -> None:
        super().__init__(word, slides)
        self.word = word
        self.slides = slides

    @property
    def hints(self) -> tuple[str, ...]:
        """What was probably meant."""
        from deckmotor.messages import nearest  # Only for mistakes.

        last = len(self.slides)
        begin, _, end = re.sub(r"\s+", "", self.word).replace("–", "-").partition("-")
        first, to = (int(one) if re.fullmatch(r"[0-9]{1,9}", one) else 0 for one in (begin, end))
        if not self.word:
            return ("a comma stands between two slides",)
        if 0 < to < first <= last:
            return (f"a range begins with the lower number: `{to}-{first}`",)
        if not begin and 0 < to <= last:
            return (f"from the first slide on that is `1-{to}`",)
        if 0 < first <= last < to:
            return (f"to the last slide that is `{first}-`",)
        return nearest(self.word, list(self.slides))


class File(Struct, frozen=True):
    """A finished file."""

    name: str
    """With its ending; pictures of pages lie in a folder, named after the deck like they are: `motor/motor-01.png`."""
    data: bytes


class Built(Struct, frozen=True, kw_only=True):
    """A deck's finished files."""

    edition: Edition
    slides: int
    files: tuple[File, ...]
    """Whole files, in the order asked for; none where the deck has an error."""
    failed: tuple[str, ...] = ()
    """Names of the files that could not be made though the deck has no error: each is a problem too."""
    problems: Problems

    @property
    def data(self) -> bytes:
        """The first file; empty where there is none."""
        return self.files[0].data if self.files else b""


def selected(scene: "Scene", slides: str) -> "Scene":
    """The pages that are asked for, as a scene of their own. Raises NoSlideError where there is none of a name or number.

    A hidden page that is named alone, not within a range, is asked for: it is not hidden then.
    """
    from msgspec.structs import replace

    from deckmotor.compose import PART_MARK
    from deckmotor.scene.choice import only  # Seldom asked for.

    numbers: list[int] = []
    alone: set[str] = set()
    ids = [page.id for page in scene.pages]
    for word in (word.strip() for word in slides.split(",")):
        number = re.fullmatch(r"([0-9]{1,9})(\s*[-–]\s*([0-9]{1,9})?)?", word)
        first, last = (int(number[1]), int(number[3] or (len(ids) if number[2] else number[1]))) if number else (0, 0)
        if word in ids:
            found = [at for at, page in enumerate(ids, 1) if page == word or page.startswith(f"{word}{PART_MARK}")]
        elif 1 <= first <= last <= len(ids):
            found = [*range(first, last + 1)]
        else:
            raise NoSlideError(word, ids)
        numbers += found
        if word in ids or not (number and number[2]):
            alone.update(ids[at - 1] for at in found)
    made = only(scene, numbers)
    pages = tuple(replace(page, hidden=False) if page.hidden and page.id in alone else page for page in made.pages)
    return replace(made, pages=pages)
