"""How a deck is shown: in which editions, what at a click. Docstrings and descriptions here are the help that people read."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta as Help

ONLY_KEYS = ("only", "except")
"""Keys by which slides, blocks, columns, rows and items are for some editions alone; they act before anything is read."""

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

OwnLink = Annotated[str | None, Help(description="Where a click on it leads: `https://…`, or `#` and the id of a slide.")]
"""Where something leads as a whole: a picture, a box of a diagram."""

Transition = Literal["none", "fade", "push", "morph"]
"""How a slide comes after the one before it."""

OwnTransition = Annotated[
    Transition | None,
    Help(
        description="How slides come after the one before: with a `fade`, with a `push` to the left, with a `morph` (what both "
        "have moves to its new place; PowerPoint 2019 and later), or `none`. A slide says it for itself, a section for its "
        "slides, the deck for all."
    ),
]
"""The transition of a slide, of a section's slides, and of all slides of a deck."""
