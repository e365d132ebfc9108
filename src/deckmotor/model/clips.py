"""Films and sounds. Docstrings here are the help that people read (see `blocks`)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.drawings import Portrait
from deckmotor.model.showing import OwnBuild
from deckmotor.model.text import Name, Text
from deckmotor.span import Span
from deckmotor.workspace import path_from


class Captions(Struct, frozen=True, kw_only=True):
    """What is said in a clip, as text with its times."""

    short: ClassVar[str] = "file"

    file: Annotated[Name, Help(description="The path of the captions (WebVTT), from the folder of the file that names it.")]
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class _Clip(Struct, frozen=True, kw_only=True):
    short: ClassVar[str] = "file"
    checked_by: ClassVar[str] = "rules.clip_rule"

    file: Annotated[Name, Help(description="The file's path, from the folder of the file that names it.")]
    alt: Annotated[str | None, Help(description="What it shows or lets hear, for those who can't. Must be there.")] = None
    poster: Annotated[
        Portrait | None, Help(description="The picture that stands there until it plays; a plain one is made if left out.")
    ] = None
    captions: Annotated[
        Captions | None,
        Help(description="A file (WebVTT) of what is said, which PowerPoint and browsers show."),
    ] = None
    caption: Annotated[Text | None, Help(description="A line below it.")] = None
    link: Annotated[
        str | None,
        Help(description="Where it can be seen or heard too: on paper a click on its poster leads there."),
    ] = None
    build: OwnBuild = None
    span: Span

    @property
    def path(self) -> str:
        """The file's path from the project's folder."""
        return path_from(self.file.span.file, self.file.text)


class Video(_Clip, frozen=True, kw_only=True, tag="video"):
    """A film (MP4): it plays at a click in PowerPoint and in browsers; on paper its poster stands for it."""


class Audio(_Clip, frozen=True, kw_only=True, tag="audio"):
    """A sound (MP3, M4A or WAV): it plays at a click in PowerPoint and in browsers."""
