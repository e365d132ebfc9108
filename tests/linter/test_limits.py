"""Files made to take time or memory: nothing takes more than a few seconds and 300 MB, and what is not looked at is said.

Small forms of what took from ten seconds to minutes, or a gigabyte. The ones that failed by hundreds of megabytes are held by
counting what is kept, not by the clock.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable

import pytest

from deckmotor.linter import Sound, lint, lint_package
from deckmotor.linter.compatibility import read_markup
from deckmotor.linter.tree import MOST_ELEMENTS, read_tree
from tests.linter.defects import MAIN, MASTER, MC, REL, rels
from tests.linter.sound_package import Parts, pack, replace, slide, sound_parts

SECONDS = 5.0
"""Of processor time, for the worst file that is read; most take a fifth of that."""

MEGABYTES = 250
"""Of Python's objects at once; the files and libraries come to that."""

MANY = 20_000
Attack = Callable[[Parts], None]


def links(parts: Parts, source: str, kind: str, target: str, count: int = MANY) -> None:
    more = "".join(f'<Relationship Id="x{n}" Type="{REL}/{kind}" Target="{target}"/>' for n in range(count))
    replace(parts, rels(source), "</Relationships>", more + "</Relationships>")


def masters_of_layouts_of_masters(parts: Parts) -> None:
    layout = "ppt/slideLayouts/slideLayout1.xml"
    links(parts, MASTER, "slideLayout", f"/{layout}")
    links(parts, layout, "slideMaster", f"/{MASTER}")


def charts_of_slides_of_charts(parts: Parts) -> None:
    links(parts, slide(3), "chart", "/ppt/charts/chart1.xml", 5_000)
    links(parts, MAIN, "slide", f"/{slide(3)}", 5_000)
    entries = "".join(f'<p:sldId id="{1_000 + n}" r:id="x{n}"/>' for n in range(5_000))
    replace(parts, MAIN, "</p:sldIdLst>", entries + "</p:sldIdLst>")


def notes_of_slides_of_notes(parts: Parts) -> None:
    links(parts, slide(1), "notesSlide", "/ppt/notesSlides/notesSlide1.xml", 5_000)
    links(parts, "ppt/notesSlides/notesSlide1.xml", "slide", f"/{slide(1)}", 5_000)


def steps_upwards(parts: Parts) -> None:
    links(parts, slide(4), "image", "../" * 30_000 + "x.png", 200)


def names_that_lead_nowhere(parts: Parts) -> None:
    links(parts, slide(4), "hyperlink", "/docProps/app.xml")
    wrong = "".join(f'<p:sp><p:x r:id="y{n}"/></p:sp>' for n in range(5_000))
    replace(parts, slide(4), "</p:spTree>", wrong + "</p:spTree>")


def a_list_of_millions_of_prefixes(parts: Parts) -> None:
    replace(parts, slide(4), "<p:sld ", f'<p:sld {MC} mc:Ignorable="{"q " * 2_000_000}" ')


def a_number_of_millions_of_figures(parts: Parts) -> None:
    replace(parts, slide(4), 'cx="2100000"', f'cx="{"9" * 5_000_000}"')


def elements_up_to_the_limit(parts: Parts) -> None:
    for number in (1, 2):
        replace(parts, slide(number), "</p:spTree>", '<p:sp useBgFill="0"/>' * 190_000 + "</p:spTree>")


def a_picture_of_markers(parts: Parts) -> None:
    parts["ppt/media/image1.png"] = b"\xff\xd8" + b"\xff" * 30_000_000


ATTACKS = (
    masters_of_layouts_of_masters, charts_of_slides_of_charts, notes_of_slides_of_notes, steps_upwards, names_that_lead_nowhere,
    a_list_of_millions_of_prefixes, a_number_of_millions_of_figures, elements_up_to_the_limit, a_picture_of_markers,
)  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_file_made_to_take_long_does_not(attack: Attack) -> None:
    parts = sound_parts()
    attack(parts)
    data = pack(parts)
    start = time.process_time()
    lint_package(data, "deck.pptx")
    assert time.process_time() - start < SECONDS


def test_the_words_of_a_list_are_not_kept() -> None:
    assert peak_of(a_list_of_millions_of_prefixes) < 60


def test_a_part_of_as_many_elements_as_are_read_fits_into_memory() -> None:
    def elements(parts: Parts) -> None:
        replace(parts, slide(1), "</p:spTree>", '<p:sp useBgFill="0"/>' * (MOST_ELEMENTS // 20) + "</p:spTree>")

    assert peak_of(elements) * 20 < MEGABYTES


def peak_of(attack: Attack) -> float:
    """Megabytes of Python's objects while a file is looked at."""
    parts = sound_parts()
    attack(parts)
    data = pack(parts)
    tracemalloc.start()
    lint_package(data, "deck.pptx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1_000_000


def test_prefixes_in_each_other_are_kept_once() -> None:
    count = 3_000
    start = "".join(f'<q{n}:a xmlns:q{n}="urn:{n}">' for n in range(count))
    end = "".join(f"</q{n}:a>" for n in reversed(range(count)))
    data = f'<x {MC} mc:Ignorable="">{start}{end}</x>'.encode()
    tracemalloc.start()
    assert read_markup(data).problems == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_what_packages_have_in_common_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five hundred decks of one template took twelve seconds."""
    parts = sound_parts()
    sound = Sound()
    read: list[bytes] = []

    def reading(data: bytes) -> object:
        read.append(data)
        return read_tree(data)

    monkeypatch.setattr(lint, "read_tree", reading)
    lint_package(pack(parts), "one.pptx", sound)
    first = len(read)
    replace(parts, slide(4), "C01010", "C01011")
    lint_package(pack(parts), "two.pptx", sound)
    assert first > 40 and len(read) == first + 1


def test_long_values_are_not_kept_in_mind() -> None:
    parts, sound = sound_parts(), Sound()
    long = "n" * 1_000
    replace(parts, slide(1), 'id="2" name="', f'id="2" name="{long}')
    lint_package(pack(parts), "deck.pptx", sound)
    assert sound.looks and not any(long in str(look) for look in sound.looks)


def test_nothing_of_a_file_stays_in_memory() -> None:
    """The command line never collects what keeps itself alive: five hundred files would be half a gigabyte."""
    parts = sound_parts()
    replace(parts, slide(4), "C01010", "red")
    replace(parts, slide(3), "<p:sld ", "<!DOCTYPE x><p:sld ")
    parts[slide(2)] = parts[slide(2)][:-9]
    data = pack(parts)
    lint_package(data, "deck.pptx")
    gc.collect()
    gc.disable()
    try:
        assert len(lint_package(data, "deck.pptx")) == 3
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_what_a_part_has_in_common_with_a_sound_one_is_not_its_type_its_links_or_where_it_leads() -> None:
    """The same bytes, and the same shapes, that are right in one package and wrong in another."""
    sound = Sound()
    assert lint_package(pack(sound_parts()), "deck.pptx", sound) == ()
    jump = 'action="ppaction://hlinksldjump" r:id="rId3"'

    def other_type(parts: Parts) -> None:
        replace(parts, "[Content_Types].xml", "slideLayout+xml", "slideMaster+xml")

    def other_link(parts: Parts) -> None:
        replace(parts, rels(slide(4)), 'Id="rId3"', 'Id="rId33"')

    def other_action(parts: Parts) -> None:
        replace(parts, slide(4), jump, 'action="ppaction://noaction"')
        lint_package(pack(parts), "deck.pptx", sound)
        replace(parts, slide(4), "noaction", "hlinksldjump")

    for change in (other_type, other_link, other_action):
        parts = sound_parts()
        change(parts)
        alone = lint_package(pack(parts), "deck.pptx")
        assert alone and lint_package(pack(parts), "deck.pptx", sound) == alone, change.__name__
