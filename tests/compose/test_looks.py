"""What one slide looks like is no matter of others': tried on every kind of page of the gallery."""

import re
from functools import cache
from pathlib import Path

import pytest

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.edition import BASE, Edition
from deckmotor.scene.page import Scene
from deckmotor.workspace import MemoryWorkspace
from tests.built import GALLERY, THEME_FILES

FILES = {place.relative_to(GALLERY).as_posix(): place.read_bytes() for place in GALLERY.rglob("*") if place.is_file()}
TITLE = re.compile(r"(?m)^(- id: (\S+)\n  title: [^\n\"'|>]*)$")
SLIDES = sorted(name for name, data in FILES.items() if name.startswith("slides/") and TITLE.search(data.decode()))
OTHERS = ("slides/few-points.yaml", "slides/lists.yaml", "slides/columns.yaml")
WORD = " igen"


@pytest.fixture(scope="module")
def themes(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("themes"))


def beside_others(name: str) -> dict[str, bytes]:
    """A deck of a file of the gallery and three others, of which slides are alike."""
    kept = [one for one in SLIDES if one in (name, *OTHERS)]
    head, _, _ = FILES["deck.yaml"].decode().partition("slides:")
    return FILES | {"deck.yaml": (head + "slides:\n" + "".join(f"  - include: {one}\n" for one in kept)).encode()}


def changed(name: str) -> tuple[str, dict[str, bytes]]:
    """The last slide of a file with one more word in its title: its id, and all files."""
    text = FILES[name].decode()
    found = list(TITLE.finditer(text))[-1]
    return found[2], beside_others(name) | {name: (text[: found.end()] + WORD + text[found.end() :]).encode()}


def scene(files: dict[str, bytes], themes: Cache, edition: Edition = BASE) -> Scene:
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml", cache=themes).compose(edition)
    assert made.scene is not None and made.problems == (), made.problems
    return made.scene


@cache
def base(name: str, themes: Cache) -> Scene:
    return scene(beside_others(name), themes)


def section_of(made: Scene, id: str) -> set[str]:
    """The ids of the pages that share their section with a slide."""
    return next(set(one.pages) for one in made.sections if any(is_of(page, id) for page in one.pages))


def is_of(page: str, slide: str) -> bool:
    """Whether a page is of a slide, be it the first one or a later one."""
    return page == slide or page.startswith(f"{slide}+")


@pytest.mark.parametrize("name", SLIDES, ids=[Path(name).stem for name in SLIDES])
def test_one_more_word_changes_no_page_of_another_section(name: str, themes: Cache) -> None:
    id, files = changed(name)
    before, after = base(name, themes), scene(files, themes)
    near = section_of(before, id) | section_of(after, id)
    assert [page for page in after.pages if page.id not in near] == [page for page in before.pages if page.id not in near]
    assert after.pages != before.pages


@pytest.mark.parametrize("name", SLIDES, ids=[Path(name).stem for name in SLIDES])
def test_a_variant_with_one_more_word_has_the_looks_of_the_base_deck(name: str, themes: Cache) -> None:
    id, _ = changed(name)
    title = next(found[1] for found in TITLE.finditer(FILES[name].decode()) if found[2] == id).partition("title: ")[2]
    variants = f"variants: {{a: {{changes: {{{id}: {{title: '{title + WORD}'}}}}}}}}".encode()
    before, after = base(name, themes), scene(beside_others(name) | {"variants.yaml": variants}, themes, Edition("a"))
    near = section_of(before, id)
    assert [(page.id, page.layout) for page in after.pages] == [(page.id, page.layout) for page in before.pages]
    assert [page for page in after.pages if page.id not in near] == [page for page in before.pages if page.id not in near]
