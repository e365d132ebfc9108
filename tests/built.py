"""The decks that tests build, through the same pipeline as the command."""

from functools import cache
from pathlib import Path

from deckmotor.build import ComposedDeck, Pipeline
from deckmotor.edition import Edition
from deckmotor.workspace import DiskWorkspace, builtin_themes

ROOT = Path(__file__).parents[1]
STUDY = ROOT
EVERY_SLIDE = Path(__file__).parent / "decks" / "every-slide"
GALLERY = ROOT / "examples" / "gallery"
MUNICIPALITIES = ("kalix", "soderhamn", "lindesberg", "motala", "vaggeryd", "varberg")
THEMES = ("motor", "natt", "flik", "punkt")
THEME_FILES = {f"themes/{name}/theme.yaml": (builtin_themes() / name / "theme.yaml").read_bytes() for name in THEMES}
"""The themes, for workspaces in memory."""


@cache
def pipeline(folder: Path, path: str, theme: str | None = None) -> Pipeline:
    """The pipeline of a project; what it has made is kept for all tests."""
    return Pipeline.of(DiskWorkspace(folder, builtin_themes()), path, theme=theme)


def study(variant: str | None = None, theme: str | None = None) -> ComposedDeck:
    """The study, or one municipality's variant of it."""
    return pipeline(STUDY, "deck/deck.yaml", theme).compose(Edition(variant or ""))


def every_slide(theme: str | None = None) -> ComposedDeck:
    """The deck with every kind of slide."""
    return pipeline(EVERY_SLIDE, "deck.yaml", theme).compose()
