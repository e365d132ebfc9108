"""How a deck is shown: what appears at a click. Docstrings and descriptions here are the help that people read."""

from typing import Annotated, Literal

from msgspec import Meta as Help

Build = Literal["items", "blocks", "together", "none"]
"""When something appears: item by item, all of it at a click, with what comes before it, or with the page."""

OwnBuild = Annotated[
    Build | None,
    Help(
        description="Where it is not to come as the slide's `build` says: its `items` at a click each, all of it (`blocks`) at "
        "one, `together` with what comes before it, or `none`: it is there from the start."
    ),
]
"""The build of a block."""

ManyBuild = Annotated[
    Build | None,
    Help(
        description="What comes at a click each: `items` of lists, paragraphs, numbers and pictures; whole `blocks`; all of it "
        "`together`; or `none`, which is how it is if left out. Title and lead are there from the start."
    ),
]
"""The build of a slide, and of all slides of a deck."""
