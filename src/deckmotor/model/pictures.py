"""Pictures as slides hold them. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import OwnBuild, OwnLink
from deckmotor.model.text import Name, Text
from deckmotor.span import Span
from deckmotor.workspace import path_from


class Picture(Struct, frozen=True, kw_only=True, tag="picture"):
    """A picture from a file (PNG, JPEG, SVG, GIF, WebP, AVIF, TIFF or BMP). It needs `alt:`, or `decorative: true`."""

    short: ClassVar[str] = "file"
    noun: ClassVar[str] = "picture"
    checked_by: ClassVar[str] = "rules.picture_rule"

    file: Annotated[Name, Help(description="The picture's path, from the folder of the file that names it.")]
    alt: Annotated[str | None, Help(description="What the picture shows, for those who can't see it.")] = None
    decorative: Annotated[bool, Help(description="`true` where the picture only decorates.")] = False
    fit: Annotated[
        Literal["fit", "fill"] | None,
        Help(
            description="`fit` shows all of it; `fill` fills the place and crops. Left out, a picture is shown whole; one over "
            "the whole page fills it, and photos among `pictures` lose a little where all become as large that way."
        ),
    ] = None
    focus: Annotated[
        tuple[Annotated[int, Help(ge=0, le=100)], Annotated[int, Help(ge=0, le=100)]],
        Help(description="The point that a crop keeps: percent from the left and from the top."),
    ] = (50, 50)
    recolour: Annotated[
        Name | None,
        Help(
            description="Of a drawing (SVG): the colour of the theme that all of it gets but its white: `brand`, `accent-10`, "
            "or `true` for that of texts."
        ),
    ] = None
    caption: Annotated[Text | None, Help(description="A line below the picture.")] = None
    link: OwnLink = None
    build: OwnBuild = None
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class Pictures(Struct, frozen=True, kw_only=True, tag="pictures"):
    """Two to six pictures side by side, as large as they can be, each with its caption."""

    short: ClassVar[str] = "items"

    items: Annotated[
        tuple[Picture, ...],
        Help(
            description="The pictures, each as for `picture`: `{file: …, alt: …, caption: …}`.",
            min_length=2,
            max_length=6,
            extra={
                "few": "one picture alone is a `picture:`",
                "many": "put the others on another slide: smaller ones can't be seen from the back of the room",
            },
        ),
    ]
    build: OwnBuild = None
    span: Span
