"""Icons, and pictures that stand on many pages: a logo, what a theme draws. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import OwnLink
from deckmotor.model.text import Name
from deckmotor.span import Span
from deckmotor.workspace import path_from


class Icon(Struct, frozen=True, kw_only=True, tag="icon"):
    """An icon of the set Phosphor (phosphoricons.com), drawn in the theme's colour."""

    short: ClassVar[str] = "name"
    noun: ClassVar[str] = "icon"
    checked_by: ClassVar[str] = "rules.icon_rule"

    name: Annotated[Name, Help(description="Which one: `book`, `users-three`, `graduation-cap`.")]
    alt: Annotated[str | None, Help(description="What it says, for those who can't see it; left out, it only decorates.")] = (
        None
    )
    link: OwnLink = None
    span: Span


class Portrait(Struct, frozen=True, kw_only=True):
    """A picture of somebody, of which the middle is kept when it is cut, or what `focus` says."""

    short: ClassVar[str] = "file"
    checked_by: ClassVar[str] = "rules.portrait_rule"

    file: Annotated[Name, Help(description="The picture's path, from the folder of the file that names it.")]
    focus: Annotated[
        tuple[Annotated[int, Help(ge=0, le=100)], Annotated[int, Help(ge=0, le=100)]],
        Help(description="The point that a crop keeps, the face mostly: percent from the left and from the top."),
    ] = (50, 40)
    alt: Annotated[str | None, Help(description="What it shows, where that is more than a portrait of the person.")] = None
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class Logo(Struct, frozen=True, kw_only=True):
    """A logo, on a plate that reaches the edges of the page: white, or of the page's colour where the logo is light."""

    short: ClassVar[str] = "file"

    file: Annotated[Name, Help(description="The picture's path, from the folder of the file that names it.")]
    alt: Annotated[
        str | None, Help(description="Whose it is, for those who can't see it; the deck's organisation if left out.")
    ] = None
    place: Annotated[Literal["top-right", "bottom-right"], Help(description="The corner that it stands in.")] = "bottom-right"
    pages: Annotated[
        Literal["cover", "ends", "loud"],
        Help(description="Where it stands: on the cover; there and on the closing page (`ends`); on sections too (`loud`)."),
    ] = "ends"
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class MotifPicture(Struct, frozen=True, kw_only=True):
    """A picture that a theme draws under its pages; it fills its rectangle."""

    short: ClassVar[str] = "file"

    file: Annotated[Name, Help(description="The picture's path, from the theme's folder.")]
    box: Annotated[
        tuple[
            Annotated[float, Help(ge=-200, le=300)],
            Annotated[float, Help(ge=-200, le=300)],
            Annotated[float, Help(ge=-200, le=300)],
            Annotated[float, Help(ge=-200, le=300)],
        ],
        Help(
            description="Left, top, width and height in percent of the page's width and height; the whole page if left out.",
            extra={"noun": "number"},
        ),
    ] = (0, 0, 100, 100)
    focus: Annotated[
        tuple[Annotated[int, Help(ge=0, le=100)], Annotated[int, Help(ge=0, le=100)]],
        Help(description="The point that a crop keeps: percent from the left and from the top."),
    ] = (50, 50)
    opacity: Annotated[
        int, Help(description="Percent: less lets the page's colour through, so that words on it can be read.", ge=5, le=100)
    ] = 100
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)
