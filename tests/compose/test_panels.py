"""Panels: points of sides with as many stand in rows, whatever their lines; all have one height and hold their text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.color import Color, contrast
from deckmotor.scene.page import Item, ShapeItem, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

WORDS = st.lists(st.sampled_from(("läsa", "tillsammans", "huset", "i", "vägledning", "kväll")), min_size=1, max_size=9)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.integers(2, 3), st.integers(1, 4), st.data())
def test_points_stand_in_rows(sides: int, points: int, data: st.DataObject) -> None:
    words = [[" ".join(data.draw(WORDS)) for _ in range(points)] for _ in range(sides)]
    typed = ", ".join(f"Sida {at}: [{', '.join(side)}]" for at, side in enumerate(words))
    deck = f"title: A\nlanguage: sv\nslides:\n  - {{title: T, comparison: {{{typed}}}, highlight: Sida 1}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None and made.problems == (), made.problems
    panels = [item for item in made.scene.pages[0].items if isinstance(item, ShapeItem)]
    begins = [tuple(part.lines[0].baseline for part in panel.paragraphs) for panel in panels]
    assert len(panels) == sides and len(set(begins)) == 1
    assert len({(panel.box.y, panel.box.height, panel.paragraphs[-1].style.text.size) for panel in panels}) == 1
    for panel in panels:
        assert panel.paragraphs[-1].lines[-1].baseline < panel.box.bottom - panel.insets.bottom // 2
    assert [panel.alt is not None for panel in panels] == [at == 1 for at in range(sides)]


def items(typed: str) -> tuple[Item, ...]:
    deck = f"title: A\nlanguage: sv\nslides:\n  - {{title: T, {typed}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None and made.problems == (), made.problems
    return made.scene.pages[0].items


def test_sides_with_long_words_stand_below_each_other_in_a_narrow_column() -> None:
    words = "Kompetensutvecklingssamordnare, Arbetsmarknadsutbildningar"
    made = items(
        f"columns: [{{bullets: [a, b]}}, {{text: c}}, {{comparison: {{Före: [{words}], Mellan: [{words}], Efter: [{words}]}}}}]"
    )
    first, second, third = (item.box for item in made if isinstance(item, ShapeItem))
    assert first.x == second.x == third.x
    assert first.bottom <= second.y and second.bottom <= third.y


def test_what_grows_along_an_edge_stands_clear_of_the_names_of_its_steps() -> None:
    cells = ", ".join(f"Ruta {at}" for at in range(9))
    made = items(f"matrix: {{x: {{label: Sannolikheten för det, steps: [liten, medelstor, mycket stor]}}, items: [{cells}]}}")
    lines = [line for item in made if isinstance(item, TextItem) and "-x" in item.name for line in item.paragraphs[0].lines]
    spots = [(line.baseline, line.x, line.x + line.width) for line in lines]
    assert len(spots) == 4
    for at, (y, left, right) in enumerate(spots):
        assert all(y != low or right <= begin or end <= left for low, begin, end in spots[at + 1 :])


def test_headings_can_be_read_on_panels_whatever_the_theme_is_known_by() -> None:
    """A pale colour of a theme is made darker there."""
    pale = {path: data.replace(b"brand: 146A70", b"brand: E3C46B") for path, data in THEME_FILES.items()}
    assert pale != THEME_FILES
    deck = b"title: A\nlanguage: sv\nslides:\n  - {title: T, comparison: {F\xc3\xb6re: [Papper], Efter: [Lugn]}}\n"
    made = Pipeline.of(MemoryWorkspace({**pale, "deck.yaml": deck}), "deck.yaml", theme="motor").compose().scene
    assert made is not None
    panels = [item for item in made.pages[0].items if isinstance(item, ShapeItem) and isinstance(item.fill, Color)]
    assert len(panels) == 2
    for panel in panels:
        assert isinstance(panel.fill, Color)
        assert contrast(panel.paragraphs[0].runs[0].style.color.rgb, panel.fill.rgb) >= 4.5


def test_points_of_narrow_sides_are_smaller_rather_than_three_lines_high() -> None:
    sides = "På plats: [Fasta tider, Lärare i rummet], På distans: [När du vill, Lärare på skärm]"
    comparison = f"{{{sides}, Både och: [Två, Lärare båda vägarna]}}"
    deck = f"title: A\nlanguage: sv\nsize: '4:3'\nslides:\n  - {{title: T, comparison: {comparison}}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None and made.problems == (), made.problems
    panels = [item for item in made.scene.pages[0].items if isinstance(item, ShapeItem)]
    assert max(len(part.lines) for panel in panels for part in panel.paragraphs) == 2


def test_an_icon_beside_points_is_no_smaller_than_a_picture_would_be() -> None:
    made = items("icon: handshake, bullets: [Kommunen, Skolan, Föreningen]")
    (icon,) = (item for item in made if isinstance(item, ShapeItem))
    assert icon.box.width > 12_192_000 * 0.22
