from hypothesis import example, given
from hypothesis import strategies as st

from deckmotor.ooxml.identity import (
    MAP_CHUNK,
    creation_ids,
    fingerprint,
    guid,
    map_parts,
    map_properties,
    marker,
)
from deckmotor.style import Box


def test_a_guid_depends_on_nothing_but_its_names() -> None:
    assert guid("table style", "motor") == "{7437B720-6DC0-843A-81EA-08A045018BC0}"
    assert guid("a", "bc") != guid("ab", "c")


@given(st.lists(st.text(), unique=True))
def test_no_two_slides_share_a_creation_id(slides: list[str]) -> None:
    numbers = creation_ids(slides)
    assert len(set(numbers)) == len(slides)
    assert all(0 < number < 1 << 32 for number in numbers)


def test_ids_with_one_checksum_still_differ() -> None:
    first, second = creation_ids(["plumless", "buckeroo"])  # Their CRC-32 is the same.
    assert (first, second) == (0x4DDB0C25, 0x4DDB0C26)
    assert creation_ids(["buckeroo"]) == [first]


def test_a_fingerprint_holds_id_text_places_and_title() -> None:
    known = fingerprint("urval", " Urval  av\nkommuner", "text", [Box(0, 50, 500, 25), Box(-10, 0, 1000, 100)], (1000, 100))
    assert known.line == "urval|3b8ba7c7|0,50,50,25 -1,0,100,100|Urval av kommuner"


@given(st.lists(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"])), min_size=1, max_size=30))
@example(["a " * 300])
def test_the_map_is_cut_into_values_that_powerpoint_keeps(titles: list[str]) -> None:
    slides = [fingerprint(f"s{number}", title, "", [], (1, 1)) for number, title in enumerate(titles)]
    rows = map_properties(slides)
    assert "".join(value[1:-1] for _, value in rows).split("\n") == [slide.line for slide in slides]
    assert all(value[0] == value[-1] == "|" and len(value) <= MAP_CHUNK + 2 < 255 for _, value in rows)
    assert len({name for name, _ in rows}) == len(rows)


def test_the_map_has_its_properties_beside_it() -> None:
    parts = map_parts([fingerprint("a", "<&>", "", [], (1, 1))])
    assert [part.name for part in parts] == [
        "customXml/item1.xml",
        "customXml/_rels/item1.xml.rels",
        "customXml/itemProps1.xml",
    ]


def test_the_marker_is_hidden_decorative_and_named_after_its_slide() -> None:
    shape = marker(7, 'a"b')
    assert 'id="7" name="deck-id:a&quot;b" descr="" hidden="1"' in shape
    assert "adec:decorative" in shape
