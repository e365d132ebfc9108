"""PDFs that a screen reader can read: what the standard asks for (ISO 14289-1), by two checkers of others, and by tags."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import outloud
import pdfua
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from deckmotor.scene.page import PictureItem, ShapeItem, TableItem, TextItem
from tests.built import THEMES
from tests.export import natives, sample
from tests.typst.drawn import DECKS, document_of, pdf, pdf_of, scene_of
from tests.typst.reading import Annotation, Document, Tag
from tests.typst.test_complete import sample_pdf


def findings(data: bytes, folder: Path) -> list[str]:
    """What the two checkers say."""
    file = folder / "deck.pdf"
    file.write_bytes(data)
    # ORD-001 takes text around links to be read before them; that pages are painted in reading order is tested below.
    result, report = outloud.check(str(file), skip=["ORD-001"]), pdfua.validate(str(file))
    assert result.error is None
    return [f"outloud: {found}" for found in result.findings] + [f"pdfua: {found}" for found in report.findings]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("deck", DECKS)
def test_two_checkers_find_nothing(deck: str, theme: str, tmp_path: Path) -> None:
    assert findings(pdf_of(deck, theme), tmp_path) == []


def test_two_checkers_find_nothing_in_the_sample(tmp_path: Path) -> None:
    assert findings(sample_pdf(), tmp_path) == []


def test_two_checkers_find_nothing_in_shapes_connectors_groups_and_charts(tmp_path: Path) -> None:
    assert findings(pdf(natives.scene()), tmp_path) == []


def test_what_is_drawn_with_words_for_it_is_a_figure_and_what_decorates_has_no_tag() -> None:
    tags = Document(pdf(natives.scene())).tags()
    alts = ["En våg", "Tillbaka", "En ruta", "Tre staplar som växer", "Motala har flest deltagare"]
    assert [figure.alt for figure in tags.all("Figure")] == alts
    read = [tag.text for tag in tags.all("P")]
    assert read == ["Ord"] * 8 + ["Rund", "Väst", "Mitt", "Nord", "Öst", "Syd", "Ett", "Två"]


def test_a_shape_that_leads_somewhere_is_a_link_as_large_as_it_is() -> None:
    document = Document(pdf(natives.scene()))
    links = list(document.tags().all("Link"))
    assert [link.text for link in links] == ["Ord", "Mitt"]
    out, on = map(annotation, links)
    assert out["/A"]["/URI"] == "https://example.org"  # type: ignore[index]
    assert document.reader.get_object(on.raw_get("/Dest"))[0].get_object() == document.reader.pages[3]  # type: ignore[index]
    (item,) = [one for one in natives.presets().items if one.name == "former/rect"]
    assert isinstance(item, ShapeItem)
    place, high = item.box, sample.HEIGHT
    box = (place.x, high - place.bottom, place.right, high - place.y)
    assert [float(at) for at in cast(ArrayObject, out["/Rect"])] == pytest.approx([at / 12_700 for at in box], abs=0.01)


@pytest.mark.parametrize("key", ["/Lang", "/StructTreeRoot", "/MarkInfo", "/ViewerPreferences"])
def test_the_checkers_are_awake(key: str, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_of("every-slide"))))
    del writer.root_object[key]
    made = io.BytesIO()
    writer.write(made)
    assert findings(made.getvalue(), tmp_path) != []


def on_page(document: Document, number: int) -> list[Tag]:
    """The tags directly below the document that stand on a page."""
    return [tag for tag in document.tags().below if isinstance(tag, Tag) and tag.page == number]


@pytest.mark.parametrize("deck", DECKS)
def test_every_page_begins_with_its_title_as_the_only_heading_of_its_level(deck: str) -> None:
    """That is the second one for pages of a section but its own. Before it stands at most the number of a section,
    or the picture that its words lie on."""
    document = document_of(deck)
    within = inside_sections(deck)
    for number, page in enumerate(scene_of(deck).pages):
        tags = on_page(document, number)
        kind = "H2" if page.id in within else "H1"
        assert [tag.kind for tag in tags].count(kind) == 1
        if tags[0].kind != kind:
            first = page.items[[hasattr(item, "slot") for item in page.items].index(True)].name
            assert first in (f"{page.id}/ordinal", f"{page.id}/picture")
            tags = tags[1:]
        assert tags[0].kind == kind
        assert tags[0].text.split() == page.title.split()


@pytest.mark.parametrize("deck", DECKS)
def test_pages_are_painted_in_reading_order(deck: str) -> None:
    document = document_of(deck)
    for number, shown in enumerate(document.pages):
        painted = list(dict.fromkeys(one.mark for one in shown if one.mark is not None))
        assert painted == sorted(painted)
        read = [mark for tag in on_page(document, number) for mark in tag.marks if mark in set(painted)]
        assert read == painted


def test_headings_of_columns_are_one_level_below_the_title() -> None:
    number = index_of("compare")
    kind = "H3" if "compare" in inside_sections("every-slide") else "H2"
    assert [tag.text for tag in on_page(document_of("every-slide"), number) if tag.kind == kind] == ["Före", "Under", "Efter"]


@pytest.mark.parametrize("deck", DECKS)
def test_the_outline_names_the_pages(deck: str) -> None:
    document = document_of(deck)
    titles = [(entry.title, document.reader.get_destination_page_number(entry)) for entry in flat(document.reader.outline)]
    assert titles == [(" ".join(page.title.split()), number) for number, page in enumerate(scene_of(deck).pages)]


@pytest.mark.parametrize("deck", DECKS)
def test_the_outline_has_the_pages_of_a_section_below_it(deck: str) -> None:
    document = document_of(deck)
    numbers = {page.id: number for number, page in enumerate(scene_of(deck).pages)}
    within = {numbers[page] for page in inside_sections(deck)}
    assert within
    outline = document.reader.outline
    top = {document.reader.get_destination_page_number(entry) for entry in outline if not isinstance(entry, list)}
    assert top == {*numbers.values()} - within


def inside_sections(deck: str) -> set[str]:
    """The pages of sections, without those that open them."""
    found = set()
    opened = False
    for page in scene_of(deck).pages:
        opens = any(item.name == f"{page.id}/ordinal" for item in page.items) or page.layout.startswith("section")
        opened = opened or opens
        if opened and not opens:
            found.add(page.id)
    return found


def flat(entries: Any) -> Iterator[Any]:
    assert isinstance(entries, list)
    for entry in entries:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def index_of(page_id: str) -> int:
    return [page.id for page in scene_of("every-slide").pages].index(page_id)


def test_lists_have_labels_and_stand_inside_each_other() -> None:
    (outer,) = [tag for tag in on_page(document_of("every-slide"), index_of("levels")) if tag.kind == "L"]
    assert [len(list(one.all("LI"))) for one in outer.all("L")] == [7, 4, 2]
    assert [label.text for label in outer.all("Lbl")] == ["•", "•", "–", "–", "•", "•", "•"]
    assert next(outer.all("LBody")).text == "Första nivån säger vad saken gäller"


def test_numbers_are_labels() -> None:
    (outer,) = [tag for tag in on_page(document_of("every-slide"), index_of("numbered")) if tag.kind == "L"]
    assert [label.text for label in outer.all("Lbl")] == ["1.", "2.", "3.", "–", "4."]


def test_tables_have_headers() -> None:
    for page, header in (("table", ["Kommun", "Lärcentrum", "Län", "Deltagare"]), ("list-and-table", ["Del", "Andel"])):
        number = index_of(page)
        (table,) = [tag for tag in on_page(document_of("every-slide"), number) if tag.kind == "Table"]
        (item,) = [item for item in scene_of("every-slide").pages[number].items if isinstance(item, TableItem)]
        assert [cell.text for cell in table.all("TH")] == header
        assert len(list(table.all("TD"))) == len(item.widths) * (len(item.rows) - 1)


def test_pictures_have_their_alternative_text_and_decoration_has_no_tag() -> None:
    document = document_of("every-slide")
    for number, page in enumerate(scene_of("every-slide").pages):
        alts = [item.alt for item in page.items if isinstance(item, PictureItem) and item.alt is not None]
        assert [figure.alt for tag in on_page(document, number) for figure in tag.all("Figure")] == alts


@pytest.mark.parametrize("deck", DECKS)
def test_footers_are_artifacts(deck: str) -> None:
    document = document_of(deck)
    for number, page in enumerate(scene_of(deck).pages):
        slots = {item.slot for item in page.items if isinstance(item, TextItem)}
        artifacts = [shown.text for shown in document.pages[number] if shown.mark is None]
        assert (str(number + 1) in artifacts) == ("number" in slots)
        assert len(artifacts) == len(slots & {"footer", "date", "number"})


def test_links_lead_somewhere_and_say_where() -> None:
    document = document_of("every-slide")
    links = {tag.text: tag for tag in document.tags().all("Link")}
    assert list(links) == ["en länk", "sidan om citat", "skriv till oss", "example.org"]
    about = {text: annotation(tag) for text, tag in links.items()}
    assert all(one["/Contents"] for one in about.values())
    assert about["en länk"]["/A"]["/URI"] == "https://example.org"  # type: ignore[index]
    assert about["skriv till oss"]["/A"]["/URI"] == "mailto:post@example.org"  # type: ignore[index]
    target = document.reader.get_object(about["sidan om citat"].raw_get("/Dest"))
    assert target[0].get_object() == document.reader.pages[index_of("quote")]  # type: ignore[index]


def annotation(tag: Tag) -> DictionaryObject:
    """The annotation of a link; one for the whole link, over as many lines as it takes."""
    (found,) = [child for child in tag.below if isinstance(child, Annotation)]
    return found.about


def test_every_language_is_told() -> None:
    document = document_of("every-slide")
    assert document.root["/Lang"] == "sv"
    number = index_of("english")
    assert {tag.language for tag in on_page(document, number)} == {"en"}
    told = [shown for shown in document.pages[number] if shown.language]
    assert "".join(shown.text for shown in told) == "ett svenskt ord"
    assert {shown.language for shown in told} == {"sv"}
    assert {tag.language for tag in on_page(document, number - 1)} == {None}


def test_the_document_says_what_it_is() -> None:
    document = Document(sample_pdf())
    about = document.reader.metadata
    assert about is not None
    properties = sample.scene().properties
    assert (about.title, about.subject) == (properties.title, properties.subject)
    assert about.author == ", ".join(properties.authors)
    assert document.root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert {str(page["/Tabs"]) for page in document.reader.pages} == {"/S"}
    xmp = document.reader.xmp_metadata
    assert xmp is not None
    assert b"<pdfuaid:part>1</pdfuaid:part>" in document.root["/Metadata"].get_data()


def test_notes_are_not_in_it() -> None:
    words = " ".join(shown.text for page in Document(sample_pdf()).pages for shown in page)
    assert "Rubrik" not in words
    assert "Fråga rummet" not in words
