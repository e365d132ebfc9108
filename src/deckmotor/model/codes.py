"""Codes that telephones read. Docstrings here are the help that people read."""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Help
from msgspec import Struct

from deckmotor.model.showing import OwnBuild
from deckmotor.model.text import Text
from deckmotor.span import Span

MOST_BYTES = 500
"""Of a QR code: one with more has squares too small for a telephone a few seats away (ISO/IEC 18004, version 18)."""


class Qr(Struct, frozen=True, kw_only=True, tag="qr"):
    """A QR code, drawn as a native shape, with what it leads to below or beside it."""

    short: ClassVar[str] = "address"
    checked_by: ClassVar[str] = "rules.qr_rule"

    address: Annotated[str, Help(description="What the code says: `https://…`, or any short text.")]
    caption: Annotated[Text | None, Help(description="The line at it; the address if left out.")] = None
    alt: Annotated[
        str | None, Help(description="What it is, for those who can't see it; made from the address if left out.")
    ] = None
    build: OwnBuild = None
    span: Span
