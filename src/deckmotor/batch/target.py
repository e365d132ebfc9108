"""What a build is to make."""

from pathlib import Path

from msgspec import Struct

from deckmotor.built import How, Output

MANIFEST = ".deckmotor.json"
"""The file in a folder of builds that says which of its files are ours."""


class Target(Struct, frozen=True, kw_only=True):
    """What is to be made of each deck, and where it goes."""

    folder: Path
    outputs: tuple[Output, ...]
    how: How
