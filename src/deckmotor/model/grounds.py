"""What a slide stands on in place of its layout's own ground. Docstrings here are the help that people read (see `blocks`)."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.text import Name
from deckmotor.span import Span
from deckmotor.workspace import path_from


class Background(Struct, frozen=True, kw_only=True):
    """What covers the page under all that it says: a colour, or a picture. Texts take colours that can be read on it."""

    short: ClassVar[str] = "fill"
    renamed: ClassVar[dict[str, str]] = {"file": "shown"}
    checked_by: ClassVar[str] = "rules.background_rule"

    fill: Annotated[
        Name | None,
        Help(
            description="A colour of the theme (`deep`, `accent`, `surface-4`), any colour in quotes (`'#0D4449'`), or a "
            "picture's path, from the folder of the file that names it."
        ),
    ] = None
    shown: Annotated[Name | None, Help(description="A picture's path, in place of `fill`.")] = None
    scrim: Annotated[
        int | None,
        Help(
            description="How strong the veil is that lies over a picture, in percent; as strong as texts need it if left out.",
            ge=0,
            le=95,
        ),
    ] = None
    focus: Annotated[
        tuple[Annotated[int, Help(ge=0, le=100)], Annotated[int, Help(ge=0, le=100)]],
        Help(description="The point of a picture that a crop keeps: percent from the left and from the top."),
    ] = (50, 50)
    span: Span

    @property
    def file(self) -> Name:
        """What names the file, where it is a picture, or the colour."""
        named = self.shown or self.fill
        if named is None:
            raise AssertionError("a background that is nothing has been told")
        return named

    @property
    def is_picture(self) -> bool:
        """Whether it names a file: colours have no ending."""
        return self.shown is not None or (self.fill is not None and re.search(r"[./\\]", self.fill.text) is not None)

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)
