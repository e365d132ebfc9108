"""The package around the slides: identity, sections, properties, sharing, and the same bytes everywhere."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx import Presentation

from deckmotor.export.pptx import Memo, write
from deckmotor.export.pptx.deck import slides
from deckmotor.ooxml.identity import MAP_PROPERTY
from deckmotor.scene.page import PageSection
from tests.export import sample
from tests.export.package import find_all, opened, relations, tree

TOP = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(sample.scene())


def test_every_relationship_leads_to_a_part_and_every_part_is_led_to(data: bytes) -> None:
    package = opened(data)
    names = set(package.namelist())
    sources = {name.replace("_rels/", "").removesuffix(".rels") for name in names if name.endswith(".rels")} - {""}
    targets: set[str] = set()
    for source in sources:
        assert source in names
        targets |= {target for target in relations(package, source).values() if "://" not in target}
    root = {row.attrib["Target"] for row in tree(package, "_rels/.rels")}
    assert targets | root == {name for name in names if not name.endswith((".rels", "[Content_Types].xml"))}


def test_ids_of_slides_masters_and_layouts_are_in_their_ranges_and_unique(data: bytes) -> None:
    package = opened(data)
    root = tree(package, "ppt/presentation.xml")
    slides = [int(row.attrib["id"]) for row in find_all(root, ".//p:sldId")]
    masters = [int(row.attrib["id"]) for row in find_all(root, ".//p:sldMasterId")]
    layouts = [
        int(row.attrib["id"]) for row in find_all(tree(package, "ppt/slideMasters/slideMaster1.xml"), ".//p:sldLayoutId")
    ]
    assert slides == [256, 257, 258, 259]
    assert len({*masters, *layouts}) == 1 + len(sample.LAYOUTS)
    assert min(masters + layouts) >= 1 << 31


def test_a_slides_id_is_carried_four_times(data: bytes) -> None:
    package = opened(data)
    root = tree(package, "ppt/slides/slide2.xml")
    marker = find_all(root, ".//p:cNvPr")[-1]
    assert (marker.get("name"), marker.get("hidden")) == ("deck-id:lista", "1")
    tags = next(target for target in relations(package, "ppt/slides/slide2.xml").values() if "tags" in target)
    assert find_all(tree(package, tags), "p:tag")[0].attrib == {"name": "DECK_ID", "val": "lista"}
    numbers = {
        row.attrib["val"]
        for number in range(1, 5)
        for row in tree(package, f"ppt/slides/slide{number}.xml").iter()
        if row.tag.endswith("creationId")
    }
    assert len(numbers) == 4
    rows = [row.attrib for row in tree(package, "customXml/item1.xml")]
    assert [(row["id"], row["title"]) for row in rows][:2] == [("start", "När lärcentrum är en motor"), ("lista", "Vad? <&>")]
    custom = {row.attrib["name"]: row[0].text or "" for row in tree(package, "docProps/custom.xml")}
    lines = "".join(value[1:-1] for name, value in custom.items() if name.startswith(MAP_PROPERTY)).split("\n")
    assert [line.split("|")[0] for line in lines] == ["start", "lista", "bild", "tabell"]
    assert lines[1].split("|")[1:3] == [rows[1]["text"], rows[1]["boxes"]]
    assert custom["deckmotor-variant"] == "kalix"


def test_sections_hold_every_slide_once_in_order(data: bytes) -> None:
    sections = [row for row in tree(opened(data), "ppt/presentation.xml").iter() if row.tag.endswith("}section")]
    held = [(section.get("name"), [row.get("id") for row in section[0]]) for section in sections]
    assert held == [("Inledning", ["256"]), ("Studien & mer", ["257", "258", "259"])]
    assert len({section.get("id") for section in sections}) == 2


@pytest.mark.parametrize(
    "pages", [("start",), ("start", "lista", "bild", "tabell", "start"), ("lista", "start", "bild", "tabell")]
)
def test_sections_that_leave_a_page_out_are_a_bug_of_ours(pages: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="sections"):
        write(replace(sample.scene(), sections=(PageSection(name="A", pages=pages),)))


def test_properties_come_from_the_head(data: bytes) -> None:
    said = Presentation(io.BytesIO(data)).core_properties
    assert (said.title, said.author, said.subject) == (
        "När lärcentrum är en motor",
        "Malin Ljungzell; Marie Davoust",
        "En studie",
    )
    assert (said.keywords, said.language, said.created.year) == ("lärcentrum; kommun", "sv", 2000)
    app = opened(data).read("docProps/app.xml").decode()
    assert "<Slides>4</Slides><Notes>2</Notes><Company>APeL &amp; Co</Company>" in app


SCRIPT = """
import sys
from deckmotor.export.pptx import write
from tests.export import sample
sys.stdout.buffer.write(write(sample.scene()))
"""


def test_the_same_bytes_in_another_process_time_zone_folder_and_hash_seed(data: bytes, tmp_path: Path) -> None:
    for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "America/Anchorage")):
        path = os.pathsep.join((str(TOP / "src"), str(TOP)))
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path, "LC_ALL": "C"}
        made = subprocess.run([sys.executable, "-c", SCRIPT], cwd=tmp_path, env=env, capture_output=True, check=True)
        assert made.stdout == data


def test_decks_that_share_a_memo_are_the_same_as_decks_that_do_not() -> None:
    memo = Memo()
    first = sample.scene()
    cover, lists, pictures, tables = first.pages
    whole = (PageSection(name="Allt", pages=("bild", "lista", "start", "tabell")),)
    second = replace(first, pages=(pictures, lists, cover, tables), sections=whole)
    third = replace(first, base=sample.base(dark=True))
    fourth = replace(first, media={**first.media, "a.png": replace(first.media["a.png"], data=sample.png(9))})
    for scene in (first, second, third, fourth, first):
        assert write(scene, memo) == write(scene)


def test_a_page_at_the_same_place_in_two_decks_is_written_once() -> None:
    memo = Memo()
    scene = sample.scene()
    first = slides(scene, memo)
    assert [one is other for one, other in zip(first, slides(scene, memo), strict=True)] == [True] * 4
    changed = replace(scene, pages=(scene.pages[0], sample.lists(), *scene.pages[2:]))
    assert [one is other for one, other in zip(first, slides(changed, memo), strict=True)] == [True, False, True, True]


def test_a_link_follows_its_slide_when_that_moves() -> None:
    memo = Memo()
    scene = sample.scene()
    write(scene, memo)
    moved = replace(scene, pages=(*scene.pages[:2], scene.pages[3], scene.pages[2]), sections=())
    to = relations(opened(write(moved, memo)), "ppt/slides/slide2.xml").values()
    assert "ppt/slides/slide3.xml" in to
