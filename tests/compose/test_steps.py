"""Lists of a few short steps as processes, in themes that show them so: a matter of looks, and still lists to variants."""

import pytest

from deckmotor.build import Pipeline
from deckmotor.edition import Edition
from deckmotor.scene.page import Scene, TextItem, all_paragraphs, inside
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES

FILES = {
    "deck.yaml": """\
title: T
language: sv
theme: egen
size: '%s'
slides:
  - {id: a, title: Så börjar du, numbered: [Läs, {id: kurs, text: Välj en kurs}, Prata med oss]}
  - {id: b, title: Med rad, lead: "Fem:", numbered: [Boka, Ta med betygen, Välj, Sök i god tid, Läs]}
  - {id: plain, title: Så börjar du, look: plain, numbered: [Läs, Välj, Prata]}
  - {id: long, title: Långt, numbered: [Läs, Välj en kurs bland alla de som finns i hela landet, Prata]}
  - {id: deep, title: Djupt, numbered: [Läs, {text: Välj, bullets: [en kurs]}, Prata]}
  - {id: later, title: Senare, numbered: {start: 4, items: [Läs, Välj, Prata]}}
  - {id: beside, title: Bredvid, numbered: [Läs, Välj, Prata], table: [[a, b], [c, d]]}
  - {id: many, title: Många, numbered: [a, b, c, d, e, f]}
  - {id: bullets, title: Utan, bullets: [a, b, c]}
""",
    "variants.yaml": "variants: {kalix: {changes: {a: {numbered: {kurs: Välj i Kalix}}}, remove: [many]}}\n",
}


def scene(theme: str, size: str, variant: str | None = None) -> Scene:
    files = {path: (text % size if path == "deck.yaml" else text).encode() for path, text in FILES.items()}
    files["themes/egen/theme.yaml"] = f"label: Egen\nextends: {theme}\nnumbered: process\n".encode()
    pipeline = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml")
    made = pipeline.compose(Edition(variant) if variant else Edition())
    assert made.problems == () and made.scene is not None
    return made.scene


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_only_a_few_short_steps_that_are_all_of_a_slide_are_a_process(theme: str, size: str) -> None:
    pages = scene(theme, size).pages
    assert {page.id for page in pages if any("/process" in item.name for item in inside(page.items))} == {"a", "b"}


def test_it_is_a_list_to_variants() -> None:
    (page,) = (page for page in scene("motor", "16:9", "kalix").pages if page.id == "a")
    said = [part.text for part in all_paragraphs(page.items)]
    assert "Välj i Kalix" in said and "Läs" in said
    assert [item for item in page.items if isinstance(item, TextItem) and item.slot == "title"]
