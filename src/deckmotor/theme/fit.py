"""The part of a theme's tokens that building a deck needs. The others are read only where a theme is made anew."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from deckmotor.span import Span


class Fit(Struct, frozen=True, kw_only=True):
    """What happens to text that does not fit at its largest size."""

    policy: Annotated[
        Literal["shrink", "split", "error"],
        Meta(description="`shrink` takes smaller sizes; `split` also continues on a new slide; `error` does neither."),
    ] = "split"
    agree: Annotated[
        tuple[str, ...],
        Meta(description="Roles that take the same size on all slides of a kind in a section.", extra={"alone": True}),
    ] = ("body",)
    continued: Annotated[str, Meta(description="What is added to the title of a continued slide.", max_length=100)] = (
        "({part}/{parts})"
    )
    span: Span
