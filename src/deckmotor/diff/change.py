"""One change, as a value."""

from typing import Any, Literal

from msgspec import Struct

Step = str | int
"""The name of a field, or a place in a list, from 0."""

Path = tuple[Step, ...]
"""The way from a deck to a value in it: `("slides", 3, "parts", 0, "paragraphs", 1, "text")`."""


class Change(Struct, frozen=True, kw_only=True):
    """One thing that is another in the new deck. All changes of a comparison together make the new deck of the old one."""

    kind: Literal["new", "gone", "moved", "changed"]
    path: Path
    """To it in the new deck; only the last step of what is gone counts in the list of the old deck."""
    old: Any = None
    """What was there; of what is moved its place in the old list. None for what is new."""
    new: Any = None
    """What is there now; None for what is gone or moved."""
