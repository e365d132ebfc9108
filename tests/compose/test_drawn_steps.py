"""Processes and cycles are drawn as such in every theme and size, long words too."""

from itertools import combinations

import pytest

from deckmotor.build import Pipeline
from deckmotor.scene.page import Page, ShapeItem, TextItem
from deckmotor.style import Box
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES, THEMES
from tests.compose.test_map_names import meet

WORDS = (
    "Kompetensförsörjningsplan", "Arbetsmarknadsprognos", "Validering", "Studievägledningssamtal", "Undervisning",
    "Utbildningskontrakt", "Uppföljning", "Verksamhetsplan",
)  # fmt: skip


def pages(theme: str, size: str) -> list[Page]:
    slides = []
    for count in range(3, 8):
        steps = ", ".join(f"{{label: {word}, text: Inom en vecka}}" for word in WORDS[:count])
        slides += [f"{{title: T, process: [{', '.join(WORDS[:count])}]}}", f"{{title: T, process: [{steps}]}}"]
    slides += [f"{{title: T, build: items, cycle: [{', '.join(WORDS[:count])}]}}" for count in range(3, 9)]
    deck = f"title: A\nlanguage: sv\nsize: '{size}'\nslides:\n" + "".join(f"  - {slide}\n" for slide in slides)
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == () and made.scene is not None
    return list(made.scene.pages)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_they_are_drawn_and_nothing_overlaps(theme: str, size: str) -> None:
    made = pages(theme, size)
    for number, page in enumerate(made):
        count = number // 2 + 3 if number < 10 else number - 7
        shapes = [item for item in page.items if isinstance(item, ShapeItem)]
        texts = [item for item in page.items if isinstance(item, TextItem) and item.slot not in ("title", "footer", "number")]
        if number < 10:
            assert len(texts) == count and any(item.name.endswith("-line") for item in shapes)
        else:
            assert sum("-part-" in item.name for item in shapes) == count
            assert {part.click for item in texts for part in item.paragraphs} | {item.click for item in texts} == clicks(count)
        discs = [item.box for item in shapes if "-disc-" in item.name]
        words = [where(item) for item in texts]
        assert not any(meet(one, other) for one, other in combinations([*words, *discs], 2)), number
        assert not any("\u00ad" in run.text for item in texts for part in item.paragraphs for run in part.runs)


def clicks(count: int) -> set[int]:
    """Each step at a click; a text that comes whole has no clicks in it, and the other way round."""
    return {0, *range(1, count + 1)}


def where(item: TextItem) -> Box:
    """Where the words of a text stand."""
    return Box(item.box.x, item.box.y, item.box.width, item.height)


@pytest.mark.parametrize("kind", ["process", "cycle"])
def test_as_a_list_its_steps_come_at_a_click_each_too(kind: str) -> None:
    steps = "Läs, Sök, Bedöm, Fråga"
    deck = (
        f"title: A\nslides:\n  - {{title: T, build: items, columns: [{{{kind}: [{steps}]}}, {{text: Ett}}, {{text: Två}}]}}\n"
    )
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="punkt").compose()
    assert made.scene is not None
    texts = [item for item in made.scene.pages[0].items if isinstance(item, TextItem)]
    assert [[part.click for part in item.paragraphs] for item in texts if len(item.paragraphs) == 4] == [[1, 2, 3, 4]]


def test_the_arrow_leads_down_through_all_discs_and_what_is_lit_is_said() -> None:
    deck = f"title: A\nsize: '4:3'\nslides:\n  - {{title: T, highlight: Validering, process: [{', '.join(WORDS[:7])}]}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="punkt").compose()
    assert made.scene is not None
    shapes = [item for item in made.scene.pages[0].items if isinstance(item, ShapeItem)]
    discs = [item for item in shapes if "-disc-" in item.name]
    (line,) = (item for item in shapes if item.name.endswith("-line"))
    assert line.box.y < discs[0].box.bottom and line.box.bottom > discs[-1].box.bottom
    assert all(line.box.x < one.box.x + one.box.width // 2 < line.box.right for one in discs)
    assert len({one.fill for one in discs}) == 2 and [one.alt is not None for one in discs] == [at == 2 for at in range(7)]
    assert ["".join(run.text for run in one.paragraphs[0].runs) for one in discs] == [str(at) for at in range(1, 8)]


LONG = ["Behovsinventering", "Kompetenskartläggning", "Fördjupad bedömning", "Dokumentation", "Kompletteringsutbildning",
        "Studievägledning", "Arbetsgivarkontakt", "Uppföljning"]  # fmt: skip


@pytest.mark.parametrize("count", [7, 8])
@pytest.mark.parametrize("theme", ["motor", "flik", "punkt", "natt"])
def test_a_cycle_without_room_around_a_ring_is_a_track_down_one_column_and_up_another(theme: str, count: int) -> None:
    steps = ", ".join(f"{{label: {one}, text: Samtal med kommunens företag}}" for one in LONG[:count])
    deck = f"title: A\nlanguage: sv\nsize: '4:3'\nslides:\n  - {{title: T, cycle: {{items: [{steps}], centre: Ett år}}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == () and made.scene is not None
    (page,) = made.scene.pages
    shapes = {item.name.removeprefix("t/cycle-"): item.box for item in page.items if isinstance(item, ShapeItem)}
    words = [item for item in page.items if isinstance(item, TextItem) and item.name.startswith("t/cycle")]
    assert [item.paragraphs[0].text for item in words] == LONG[:count]
    line, discs = shapes["track"], [shapes[f"number-{at}"] for at in range(1, count + 1)]
    assert [disc.x + disc.width // 2 for disc in discs] == [line.x] * 4 + [line.right] * (count - 4)
    downs = [disc.y for disc in discs]
    assert downs[:4] == sorted(downs[:4]) and downs[4:] == sorted(downs[4:], reverse=True)
    for disc, item in zip(discs, words, strict=True):
        assert disc.right < item.box.x and disc.y <= item.paragraphs[0].lines[0].baseline <= disc.bottom
        assert line.y + shapes["centre"].height // 2 <= item.box.y and item.box.bottom < line.bottom
        assert item.box.right < line.right - discs[0].width // 2 or item.box.x > line.right
    assert shapes["centre"].y < line.y < shapes["centre"].bottom
