"""Labels of timelines: each at its event, none over another nor over another's stem, on generated lines and on pages."""

import datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.compose.kinds.timeline.labels import Label, placed
from deckmotor.compose.kinds.timeline.words import NOW
from deckmotor.model.dates import date_of, shown
from deckmotor.model.phrases import PHRASES
from deckmotor.scene.page import Page, ShapeItem, TextItem
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.compose.combinations import covered
from tests.compose.test_map_names import meet

LEFT, RIGHT, GAP = 1_000, 101_000, 2_000
LABELS = st.lists(st.builds(Label, at=st.integers(LEFT, RIGHT), width=st.integers(3_000, 30_000)), min_size=1, max_size=12).map(
    lambda labels: sorted(labels, key=lambda label: label.at)
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(LABELS)
def test_labels_never_meet(labels: list[Label]) -> None:
    places = placed(labels, LEFT, RIGHT, GAP)
    if places is None:
        assert len(labels) > 2
        return
    both = list(zip(labels, places, strict=True))
    for label, place in both:
        assert place.x >= LEFT and place.x + label.width <= RIGHT
        assert place.x <= label.at <= place.x + label.width
    for (one, first), (other, second) in combinations(both, 2):
        if first.above is not second.above:
            continue
        if first.far is second.far:
            assert first.x + one.width + GAP <= second.x or second.x + other.width + GAP <= first.x
        near, wide, stem = (second.x, other.width, one.at) if first.far else (first.x, one.width, other.at)
        if first.far is not second.far:
            assert not near < stem < near + wide


def pages(slides: str, size: str = "16:9", theme: str = "motor") -> tuple[Page, ...]:
    deck = f"title: A\nlanguage: sv\nsize: '{size}'\nslides:\n{slides}"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme=theme).compose()
    assert made.problems == (), made.problems
    assert made.scene is not None
    return made.scene.pages


def test_a_span_from_month_to_month_has_room_on_a_narrow_page() -> None:
    events = "[{date: 2020, text: Upphandling}, {date: 2021-03, to: 2022-11, text: Pilot}, {date: 2026, text: Slut}]"
    (page,) = pages(f"  - {{title: B, timeline: {{scale: true, items: {events}}}}}\n", "4:3")
    texts = [item for item in page.items if isinstance(item, TextItem) and item.slot is None]
    assert sorted(len(item.paragraphs[0].lines) for item in texts) == [1, 1, 1]
    assert not any(meet(one.box, other.box) for one, other in combinations(texts, 2))


def test_nothing_on_a_page_meets() -> None:
    words = "Kommunen hyr ett eget hus vid torget"
    for count in range(2, 13):
        for scale in ("false", "true") if count <= 6 else ("false",):
            events = ", ".join(f"{1990 + 3 * at}: {' '.join(words.split()[: 2 + at % 5])}" for at in range(count))
            (page,) = pages(f"  - {{title: T, timeline: {{scale: {scale}, items: [{events}], highlight: '1993'}}}}\n")
            texts = [item for item in page.items if isinstance(item, TextItem) and "/timeline" in item.name]
            assert sum("19" in item.paragraphs[0].text or "20" in item.paragraphs[0].text for item in texts) >= 1
            assert not any(meet(covered(one), covered(other)) for one, other in combinations(texts, 2)), count
            stems = [item for item in page.items if isinstance(item, ShapeItem) and "-stem-" in item.name]
            assert not any(meet(stem.box, covered(text)) for stem in stems for text in texts), count


def test_on_a_scale_distances_are_those_of_the_dates() -> None:
    (page,) = pages("  - {title: T, timeline: {scale: true, items: [2000-01-01: A, 2000-01-31: B, 2000-04-10: C]}}\n")
    first, second, third = (
        item.box.x + item.box.width // 2 for item in page.items if isinstance(item, ShapeItem) and "-dot-" in item.name
    )
    assert (third - first) / (second - first) == pytest.approx(100 / 30, rel=1e-3)


@pytest.mark.parametrize(
    ("typed", "language", "written"),
    [
        ("2024", "sv", "2024"),
        ("2024-05", "sv", "maj 2024"),
        ("2024-05-07", "sv", "7 maj 2024"),
        ("2024-05-07", "en-US", "May 7, 2024"),
        ("2024-05-07", "nb", "7. mai 2024"),
        ("2024-05", "fi", "toukokuu 2024"),
        ("2024-05", "cy", "2024-05"),
        ("2024-13", "sv", "2024-13"),
        ("våren 2024", "sv", "våren 2024"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(typed: str, language: str, written: str) -> None:
    assert shown(typed, language) == written


def test_dates_are_read_in_figures_and_in_words() -> None:
    year, month, day = (date_of(text) for text in ("2024", "maj 2024", "17 maj 2024"))
    assert year is not None and month is not None and day is not None
    assert (year.after - year.first, month.after - month.first, day.after - day.first) == (366, 31, 1)
    assert date_of("2024-02-30") is date_of("våren 2024") is date_of("0000") is None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.dates(), st.dates())
def test_days_are_counted_as_the_calendar_does(one: datetime.date, other: datetime.date) -> None:
    first, second = date_of(one.isoformat()), date_of(other.isoformat())
    assert first is not None and second is not None
    assert second.first - first.first == (other - one).days


def test_today_is_said_in_every_language_of_the_product() -> None:
    assert set(NOW) == set(PHRASES)


NINE = [
    ("1998", "Första kurserna på distans"), ("2001", "Kommunen hyr ett eget hus vid torget"),
    ("2004", "Nätverk med företagen i hela kommunen"), ("2007", "Lärcentrum blir motor i länet"),
    ("2010, to: 2012", "Två högskolor förlägger program hit"), ("2014", "Utbildning till tekniker"),
    ("2017", "Nytt hus vid stationen"), ("2020", "Allt på distans"), ("2028", "Samverkan mellan sex kommuner i två län"),
]  # fmt: skip


def listed(events: list[tuple[str, str]], more: str = "") -> str:
    items = ", ".join(f"{{date: {date}, text: {text}}}" for date, text in events)
    return f"  - {{title: B, timeline: {{items: [{items}]{more}}}}}\n"


@pytest.mark.parametrize("theme", ["motor", "natt"])
def test_events_that_have_no_room_across_the_page_stand_beside_a_line_that_leads_down(theme: str) -> None:
    """They were a list, which lost today."""
    (page,) = pages(listed(NINE, ", now: 2026"), "4:3", theme)
    words = [item for item in page.items if isinstance(item, TextItem) and item.name.startswith("b/timeline")]
    assert [item.paragraphs[0].runs[0].text for item in words] == [date.replace(", to: ", "–") for date, _ in NINE]
    shapes = {item.name.removeprefix("b/timeline-"): item for item in page.items if isinstance(item, ShapeItem)}
    for at, item in enumerate(words, 1):
        dot = shapes[f"dot-{at}"].box
        assert dot.right < item.box.x and item.box.y <= dot.y + dot.height // 2 <= item.paragraphs[0].lines[0].baseline
    assert words[7].box.bottom <= shapes["now"].box.y < shapes["now"].box.bottom <= words[8].box.y
    assert shapes["line-2"].box.bottom == shapes["coming-2"].box.y == shapes["today"].box.y + shapes["today"].box.height // 2
    boxes = [shapes["now"].box, *(item.box for item in words)]
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize(
    ("now", "part"), [("1990", 0), ("2005", 0), ("2012", 0), ("2014", 0), ("2016", 0), ("2017", 1), ("2025", 1), ("2040", 1)]
)
def test_more_events_than_have_room_go_on_on_a_further_page_and_today_stands_once(now: str, part: int) -> None:
    events = [(date, f"{text} och mycket mer i kommunerna") for date, text in NINE]
    found = pages(listed([*events, ("2030", "Mer"), ("2031", "Mest")], f", now: {now}"), "4:3")
    dates = [
        [it.paragraphs[0].runs[0].text for it in one.items if isinstance(it, TextItem) and it.slot is None] for one in found
    ]
    assert [[date[:4] for date in one if date[:4].isdigit()] for one in dates] == [
        [date[:4] for date, _ in events[:6]], [*[date for date, _ in events[6:]], "2030", "2031"]
    ]  # fmt: skip
    assert [any(item.name.endswith("-now") for item in one.items) for one in found] == [part == 0, part == 1]


def test_the_word_of_today_stands_beside_the_stem_of_its_event() -> None:
    (page,) = pages(listed([(f"202{at}", "Ett steg till på vägen") for at in range(8)], ", now: 2021"))
    shapes = {item.name.removeprefix("b/timeline-"): item.box for item in page.items if isinstance(item, ShapeItem)}
    assert not meet(shapes["now"], shapes["stem-2"])
