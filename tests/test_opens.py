"""Files that always open: every deck that is built from a real project, before our linter and two strangers' validators."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from deckmotor.build import Pipeline
from deckmotor.edition import Edition
from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests import oracles
from tests.built import MUNICIPALITIES, ROOT

DECKS = Path(__file__).parent / "decks"
STARTER = ROOT / "src" / "deckmotor" / "starter"
THEMES = tuple(sorted(place.name for place in builtin_themes().iterdir()))

PROJECTS: dict[str, tuple[Path, str]] = {
    "study": (ROOT, "deck/deck.yaml"),
    "starter": (STARTER, "deck/deck.yaml"),
    **{place.name: (place, "deck.yaml") for place in sorted(DECKS.iterdir())},
}
"""Name, folder and deck file of each."""

VARIANTS: dict[str, tuple[str, ...]] = {"study": MUNICIPALITIES, "starter": ("harbour", "hillside")}
"""Of those that have some."""


def wanted() -> Iterator[tuple[str, str | None, str, str]]:
    """Project, variant, theme and shape of the page of each deck: base decks in all themes and shapes, a variant in one."""
    for name in PROJECTS:
        for shape in ("16:9", "4:3"):
            yield from ((name, None, theme, shape) for theme in THEMES)
        for number, variant in enumerate(VARIANTS.get(name, ())):
            yield name, variant, THEMES[number % len(THEMES)], "16:9"


@cache
def pipeline(name: str, theme: str, size: str) -> Pipeline:
    folder, deck = PROJECTS[name]
    files = {f"themes/{one}/theme.yaml": (builtin_themes() / one / "theme.yaml").read_bytes() for one in THEMES}
    for top in {folder / deck.split("/")[0], folder / "pictures"}:
        places = (top, *top.rglob("*")) if top.exists() else ()
        files |= {place.relative_to(folder).as_posix(): place.read_bytes() for place in places if place.is_file()}
    if size != "16:9":
        files[deck] = f'size: "{size}"\n'.encode() + files[deck].replace(b"\nsize:", b"\n# size:")
    return Pipeline.of(MemoryWorkspace(files), deck, theme=theme)


@pytest.mark.parametrize(("name", "variant", "theme", "size"), list(wanted()))
def test_a_deck_is_sound(name: str, variant: str | None, theme: str, size: str) -> None:
    built = pipeline(name, theme, size).build(Edition(variant or ""))
    assert built.files, [problem.message for problem in built.problems]
    assert oracles.flaws(built.files[0].data) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_all_variants_are_looked_at(name: str) -> None:
    assert tuple(pipeline(name, THEMES[0], "16:9").project.variants) == VARIANTS[name]
