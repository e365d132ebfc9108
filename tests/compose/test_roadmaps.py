"""Roadmaps and cycles: bars of a lane and their words never meet, words never meet the circle."""

from itertools import combinations
from random import Random

import pytest

from deckmotor.build import Pipeline
from deckmotor.compose.kinds.roadmap.rows import Bar, rows
from deckmotor.model.roadmap_rules import days_of
from deckmotor.scene.page import GroupItem, Page, ShapeItem, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.compose.test_map_names import meet


def page(block: str, shape: str, theme: str = "motor") -> Page:
    deck = f"title: A\nlanguage: sv\nsize: '{shape}'\nslides:\n  - {{title: T, {block}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    return made.scene.pages[0]


def test_bars_of_a_row_never_meet_and_no_row_is_needless() -> None:
    random = Random(1)
    for _ in range(300):
        begins = [random.randrange(100) for _ in range(random.randint(1, 12))]
        bars = [Bar(begin, begin + random.randint(1, 30)) for begin in begins]
        found = rows(bars, 2)
        for (one, row), (other, second) in combinations(zip(bars, found, strict=True), 2):
            assert row != second or one.end + 2 <= other.begin or other.end + 2 <= one.begin
        assert set(found) == set(range(max(found) + 1))


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
def test_nothing_of_a_roadmap_lies_over_anything_else(shape: str) -> None:
    words = ("Kurs", "Upphandling av lokaler", "Utbildning av alla lärare", "Start")
    bars_of = [[(words[(at + lane) % 4], at, min(3, at + lane)) for at in range(3)] for lane in range(3)]
    written = [", ".join(f"{{text: {text}, from: P{begin}, to: P{end}}}" for text, begin, end in bars) for bars in bars_of]
    lanes = ", ".join(f"Spår {lane}: [{bars}, {{text: Klart, at: P{lane}}}]" for lane, bars in enumerate(written))
    block = f"roadmap: {{periods: [P0, P1, P2, P3], lanes: {{{lanes}}}, now: P2}}"
    (group,) = (item for item in page(block, shape).items if isinstance(item, GroupItem))
    shown = [item for item in group.items if isinstance(item, ShapeItem)]
    bars = [item for item in shown if item.outline in ("roundRect", "diamond") or item.name.endswith("-text")]
    assert len([item for item in bars if not item.name.endswith("-text")]) == 12
    assert [(one.name, other.name) for one, other in combinations(bars, 2) if meet(one.box, other.box)] == []
    assert all(item.box.right <= group.box.right and item.box.bottom <= group.box.bottom for item in bars)


@pytest.mark.parametrize("more", range(0, 24, 2))
def test_the_words_of_a_bar_that_is_lit_have_room_though_they_are_bold(more: int) -> None:
    text = f"Ombyggnad av gamla biblioteket{' bo' * more}"
    others = "".join(f", L{at}: [{{text: Kurs, from: P0, to: P3}}, {{text: Start, from: P0, to: P1}}]" for at in range(4))
    lanes = f"lanes: {{A: [{{text: {text}, from: P0, to: P2}}]{others}}}"  # So many that bars have little air.
    block = f"roadmap: {{periods: [P0, P1, P2, P3], {lanes}, highlight: {text}}}"
    (group,) = (item for item in page(block, "4:3").items if isinstance(item, GroupItem))
    lit = [item for item in group.items if isinstance(item, ShapeItem) and any(text in part.text for part in item.paragraphs)]
    lines = [[line for part in item.paragraphs for line in part.lines] for item in lit]
    size = lit[0].paragraphs[0].style.text.size
    assert len(lit) == 1 and all(part.style.text.bold for item in lit for part in item.paragraphs)
    for item, own in zip(lit, lines, strict=True):
        assert item.box.y <= own[0].baseline - 0.7 * size and own[-1].baseline <= item.box.bottom, own


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
@pytest.mark.parametrize("count", [3, 5, 8])
def test_words_of_a_cycle_stand_beside_its_ring(shape: str, count: int) -> None:
    steps = ", ".join(f"{{label: Steg {at}, text: Vad som görs då}}" for at in range(count))
    items = page(f"cycle: [{steps}]", shape).items
    words = [item for item in items if isinstance(item, TextItem) and item.slot is None]
    parts = [item for item in items if isinstance(item, ShapeItem) and not isinstance(item.outline, str)]
    assert (len(words), len(parts)) == (count, count)
    assert not any(meet(word.box, part.box) for word in words for part in parts)
    assert not any(meet(one.box, other.box) for one, other in combinations(words, 2))


@pytest.mark.parametrize(
    ("text", "days"),
    [("Vår 2026", 181), ("ht 2026", 184), ("Q1 2027", 90), ("kvartal 4 2026", 92), ("2028", 366), ("maj 2026", 31)],
)
def test_halves_quarters_and_dates_are_as_long_as_they_are(text: str, days: int) -> None:
    found = days_of(text)
    assert found is not None and found[1] - found[0] == days
