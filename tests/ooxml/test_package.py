import io
import zipfile
import zlib
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.ooxml.names import TYPE_RELATIONS, TYPE_SLIDE, TYPE_XML
from deckmotor.ooxml.package import HARD, make_part, write_package
from deckmotor.ooxml.relationships import Relationships, relations_name, relative_target, valid_address

LARGE = b"".join(b"<p>%d</p>" % number for number in range(20_000))


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


@given(st.lists(st.tuples(st.binary(max_size=2000), st.booleans(), st.sampled_from([1, 3, 9])), max_size=8))
def test_what_goes_in_comes_out(contents: list[tuple[bytes, bool, int]]) -> None:
    parts = [
        make_part(f"ppt/å{number}.xml", TYPE_SLIDE, data, stored=stored, level=level)
        for number, (data, stored, level) in enumerate(contents)
    ]
    package = opened(write_package(parts))
    assert package.testzip() is None
    assert package.namelist() == ["[Content_Types].xml", *(part.name for part in parts)]
    assert [package.read(part.name) for part in parts] == [data for data, _, _ in contents]


def test_a_part_larger_than_the_small_window_is_whole() -> None:
    package = opened(write_package([make_part("a.xml", TYPE_XML, LARGE), make_part("b.xml", TYPE_XML, LARGE, level=HARD)]))
    assert package.read("a.xml") == package.read("b.xml") == LARGE
    assert package.getinfo("b.xml").compress_size < package.getinfo("a.xml").compress_size < len(LARGE) / 3


def test_content_types_stand_first_and_root_relations_second() -> None:
    relations = Relationships("")
    relations.part("type", "ppt/a.xml")
    package = opened(write_package([make_part("ppt/a.xml", TYPE_SLIDE, b"<a/>"), relations.to_part()]))
    assert package.namelist() == ["[Content_Types].xml", "_rels/.rels", "ppt/a.xml"]


def test_nothing_of_the_machine_is_in_the_directory() -> None:
    for entry in opened(write_package([make_part("å.xml", TYPE_XML, b"<a/>")])).infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.flag_bits == 0x800  # UTF-8 names, and no sizes after the data
        assert (entry.create_system, entry.external_attr, entry.extra, entry.comment) == (0, 0, b"", b"")


def test_types_are_defaults_where_the_extension_tells_and_overrides_elsewhere() -> None:
    parts = [
        make_part("ppt/a.xml", TYPE_SLIDE, b"<a/>"),
        make_part("customXml/b.xml", TYPE_XML, b"<b/>"),
        make_part("ppt/c.png", "image/png", b"png", stored=True),
    ]
    root = ElementTree.fromstring(opened(write_package(parts)).read("[Content_Types].xml"))
    found = [tuple(child.attrib.values()) for child in root]
    assert found == [("png", "image/png"), ("rels", TYPE_RELATIONS), ("xml", TYPE_XML), ("/ppt/a.xml", TYPE_SLIDE)]


@pytest.mark.parametrize("second", ["ppt/a.xml", "PPT/A.xml"])
def test_two_parts_with_one_name_are_a_bug_of_ours(second: str) -> None:
    with pytest.raises(ValueError, match="two parts"):
        write_package([make_part("ppt/a.xml", TYPE_XML, b""), make_part(second, TYPE_XML, b"")])


def test_more_parts_than_a_zip_file_holds_are_refused() -> None:
    part = make_part("a.xml", TYPE_XML, b"")
    with pytest.raises(ValueError, match="at most"):
        write_package([type(part)(f"{number}.xml", TYPE_XML, b"", 0, 0, True) for number in range(0xFFFF)])


def test_a_part_knows_its_own_checksum() -> None:
    part = make_part("a.xml", TYPE_XML, LARGE)
    assert (part.crc, part.size) == (zlib.crc32(LARGE), len(LARGE))
    assert zlib.decompress(part.deflated, -15) == LARGE


@pytest.mark.parametrize(
    ("folder", "target", "expected"),
    [
        ("ppt/slides", "ppt/media/a.png", "../media/a.png"),
        ("ppt/slides", "ppt/slides/slide2.xml", "slide2.xml"),
        ("ppt", "ppt/slides/slide2.xml", "slides/slide2.xml"),
        ("ppt", "customXml/item1.xml", "../customXml/item1.xml"),
        ("ppt/slides", "ppt/slidesLayouts/a.xml", "../slidesLayouts/a.xml"),
        ("", "docProps/app.xml", "docProps/app.xml"),
    ],
)
def test_targets_are_relative(folder: str, target: str, expected: str) -> None:
    assert relative_target(folder, target) == expected


@pytest.mark.parametrize(
    ("source", "expected"), [("", "_rels/.rels"), ("ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels")]
)
def test_relations_stand_beside_their_part(source: str, expected: str) -> None:
    assert relations_name(source) == expected


def test_the_same_target_is_one_relationship() -> None:
    relations = Relationships("ppt/slides/slide1.xml")
    numbers = [relations.external("link", "https://a.se/?a=1&b=2"), relations.part("link", "ppt/slides/slide2.xml")]
    assert [relations.external("link", "https://a.se/?a=1&b=2"), relations.part("other", "ppt/slides/slide2.xml")] == [
        "rId1",
        "rId3",
    ]
    assert numbers == ["rId1", "rId2"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://exempel.se/två ord?q=<å>", "https://exempel.se/två%20ord?q=%3Cå%3E"),
        ("https://a.se/100%", "https://a.se/100%25"),
        ("https://a.se/%C3%A5", "https://a.se/%C3%A5"),
        (" mailto:a@b.se\n", "mailto:a@b.se"),
        ("https://a.se/\x00{x}", "https://a.se/%00%7Bx%7D"),
    ],
)
def test_addresses_hold_nothing_that_addresses_can_not(address: str, expected: str) -> None:
    assert valid_address(address) == expected
