"""Slides of few points: their layouts are agreed on within a section, and shared by variants."""

from itertools import product

import pytest

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.edition import BASE, Edition
from deckmotor.scene.page import Scene, TextItem
from deckmotor.units import to_points
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES

LISTS = (
    ("Vad?", "Höja nivån i hela landet", "Rekrytera", "Marknadsföra"),
    ("Hur?", "Skapa förutsättningar för samtal", "Samverka, samordna och samla"),
    ("Framgångsfaktorer i små kommuner", "Drivande personer", "Legitimitet", "Hus och lärmiljöer", "Attityder"),
    ("Hinder och svårigheter", "Regelverk", "Ekonomi", "Attityder"),
)
MORE = " och ännu ett ord eller två till som ingen hade räknat med från början men som ändå måste få plats här"


@pytest.fixture(scope="module")
def themes(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("themes"))


def deck(changed: tuple[int, int] | None = None, size: str = "16:9", theme: str = "motor") -> str:
    """Two sections with the same four slides; in the first of them one item may be longer."""
    lines = ["title: Studien", "language: sv", f"size: '{size}'", f"theme: {theme}", "slides:"]
    for section in range(2):
        lines += [f"  - {{id: s{section}, section: Del {section}}}"]
        for number, (title, *items) in enumerate(LISTS):
            longer = [item + MORE * (changed == (number, at) and not section) for at, item in enumerate(items)]
            lines += [f"  - id: p{section}{number}", f"    title: {title}", "    bullets:"]
            lines += [f"      - {item}" for item in longer]
    return "\n".join(lines)


def scene(text: str, themes: Cache, variants: str = "", edition: Edition = BASE) -> Scene:
    files = {**THEME_FILES, "deck.yaml": text.encode(), **({"variants.yaml": variants.encode()} if variants else {})}
    composed = Pipeline.of(MemoryWorkspace(files), "deck.yaml", cache=themes).compose(edition)
    assert composed.scene is not None and composed.problems == ()
    return composed.scene


PLACES = [(number, at) for number, (_, *items) in enumerate(LISTS) for at in range(len(items))]


@pytest.mark.parametrize("changed", PLACES)
def test_a_longer_item_changes_no_slide_of_another_section(changed: tuple[int, int], themes: Cache) -> None:
    before, after = scene(deck(), themes), scene(deck(changed), themes)
    other = [page for page in before.pages if page.id.startswith(("s1", "p1"))]
    assert other == [page for page in after.pages if page.id.startswith(("s1", "p1"))]
    assert before.pages != after.pages


@pytest.mark.parametrize("changed", PLACES)
def test_a_variant_that_changes_one_slide_shows_the_others_with_the_layouts_of_the_base_deck(
    changed: tuple[int, int], themes: Cache
) -> None:
    number, at = changed
    _, *items = LISTS[number]
    longer = [f'"{item + MORE * (at == place)}"' for place, item in enumerate(items)]
    variants = f"variants: {{a: {{changes: {{p0{number}: {{bullets: [{', '.join(longer)}]}}}}}}}}"
    before, after = scene(deck(), themes, variants), scene(deck(), themes, variants, Edition("a"))
    others = [[(page.id, page.layout) for page in made.pages if page.id != f"p0{number}"] for made in (before, after)]
    assert others[0] == others[1]
    assert before.pages != after.pages


def test_a_variant_with_shorter_points_keeps_the_layouts_of_the_base_deck(themes: Cache) -> None:
    short = "p00: {bullets: [Nivå, Folk, Namn]}, p01: {bullets: [Samtal, Samverkan]}"
    variants = f"variants: {{a: {{changes: {{{short}}}}}}}"
    before, after = scene(deck(), themes, variants), scene(deck(), themes, variants, Edition("a"))
    assert [(page.id, page.layout) for page in after.pages] == [(page.id, page.layout) for page in before.pages]
    shorter = deck()
    for item, word in zip((LISTS[0][1], *LISTS[1][1:]), ("Nivå", "Samtal", "Samverkan"), strict=True):
        shorter = shorter.replace(item, word)
    alone = scene(shorter, themes)
    assert [page.layout for page in alone.pages] != [page.layout for page in before.pages], "the same even without a base deck"


@pytest.mark.parametrize(("theme", "size"), list(product(("motor", "natt", "flik", "punkt"), ("16:9", "4:3"))))
def test_points_fill_their_page_and_no_title_is_smaller_than_they_are_unless_they_are_the_page(
    theme: str, size: str, themes: Cache
) -> None:
    made = scene(deck(size=size, theme=theme), themes)
    reached = []
    for page in made.pages:
        if not page.id.startswith("p"):
            continue
        texts = {item.slot: item for item in page.items if isinstance(item, TextItem)}
        lists = [texts[slot] for slot in ("body", "body-2") if slot in texts]
        last = max(line.baseline for item in lists for part in item.paragraphs for line in part.lines)
        reached.append(last / made.height)
        sizes = {to_points(part.style.text.size) for item in lists for part in item.paragraphs}
        assert len(sizes) == 1, f"{page.id}: the points have several sizes"
        if page.layout != "words":
            assert to_points(texts["title"].paragraphs[0].style.text.size) >= max(sizes)
    assert sorted(reached)[len(reached) // 2] >= (0.7 if size == "16:9" else 0.6), reached


@pytest.mark.parametrize("words", [2, 12, 30])
def test_large_numerals_leave_room_for_lines_that_they_make_higher(words: int, themes: Cache) -> None:
    question = " ".join(["fråga"] * words)
    lines = ["title: Studien", "language: sv", "theme: motor", "slides:"]
    for count in range(2, 7):
        lines += [f"  - {{id: q{count}, title: Frågor, questions: [{', '.join([question] * count)}]}}"]
    lines += ["  - title: Bredvid", "    columns: [{questions: [Vad?, Hur?]}, {text: Annat}]"]
    for page in scene("\n".join(lines), themes).pages:
        (text, *_) = [item for item in page.items if isinstance(item, TextItem) and item.slot == "body"]
        sizes = {part.style.bullet.size for part in text.paragraphs if part.style.bullet is not None}
        large = page.layout == "questions" and len(text.paragraphs) <= 4
        assert sizes == ({145} if large else {100}), page.id
        higher = sum(part.style.text.size * 1.2 * 0.45 for part in text.paragraphs) if large else 0
        assert text.paragraphs[-1].lines[-1].baseline + higher < text.box.bottom, page.id
