"""What others say of the sample deck: python-pptx, openxml-audit, Microsoft's validator, LibreOffice."""

import io
import zipfile
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from deckmotor.export.pptx import write
from deckmotor.ooxml.identity import MAP_PROPERTY, MARKER
from deckmotor.scene.page import Properties, Scene
from tests import oracles
from tests.export import sample
from tests.export.package import find_all, opened, tree


def bare() -> Scene:
    """A deck with as little as there can be: one page, no notes, no sections, nothing said of itself."""
    scene = sample.scene(replace(sample.cover(), items=sample.cover().items[:1]))
    return replace(scene, properties=Properties(title="T"), media={})


def dark() -> Scene:
    return replace(sample.scene(), base=sample.base(dark=True))


def full() -> Scene:
    """Smaller text, and notes that lead out and to another page."""
    return sample.scene(sample.full(), sample.noted(), sample.tables())


DECKS: dict[str, Callable[[], Scene]] = {"everything": sample.scene, "bare": bare, "dark": dark, "full": full}


@pytest.fixture(scope="module", params=DECKS, ids=str)
def deck(request: pytest.FixtureRequest) -> bytes:
    return write(DECKS[request.param]())


def test_openxml_audit_finds_nothing(deck: bytes) -> None:
    assert oracles.audit(deck) == []


def test_microsofts_validator_finds_nothing(deck: bytes) -> None:
    assert oracles.validate(deck) == []


BROKEN = {
    "an unknown attribute": (b"<a:bodyPr/>", b'<a:bodyPr colour="red"/>'),
    "children in the wrong order": (b"<p:spPr/><p:txBody>", b"<p:txBody/><p:spPr/><p:txBody>"),
    "a size that is none": (b'lang="sv-SE"', b'lang="sv-SE" sz="12.5"'),
}


@pytest.mark.parametrize("fault", BROKEN)
@pytest.mark.parametrize("judge", [oracles.audit, oracles.validate], ids=["openxml-audit", "microsoft"])
def test_the_judges_are_awake(judge: Callable[[bytes], list[str]], fault: str) -> None:
    sound, broken = BROKEN[fault]
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write(sample.scene()))) as package, zipfile.ZipFile(changed, "w") as copy:
        for name in package.namelist():
            data = package.read(name)
            copy.writestr(name, data.replace(sound, broken) if name == "ppt/slides/slide2.xml" else data)
    assert judge(changed.getvalue()) != []


def test_libreoffice_shows_every_page_and_its_text() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(oracles.to_pdf(write(sample.scene())))).pages]
    assert len(pages) == 4
    for page, words in zip(
        pages,
        (
            ("När lärcentrum", "är en motor", "En studie av <sex> kommuner & fler"),
            ("Vad? <&>", "Ständigt utveckla idéer", "3.", "Tredje", "Fet kod", "Motor i utveckling", "2"),
            ("Bilder", "Text", "Fri", "3"),
            ("Tabell", "Kommun", "Andel", "Kalix", "12", "Motala"),
        ),
        strict=True,
    ):
        assert [word for word in words if word not in page] == []
    assert "deck-id" not in "".join(pages)


def test_libreoffice_shows_levels_of_a_placeholder_as_it_shows_formatting_of_the_text() -> None:
    once, everywhere = (_places(oracles.to_pdf(write(sample.scene(sample.full(step=step))))) for step in (1, 0))
    assert {size for text, _, _, size in once if text.startswith("Första")} == {22.0}
    assert once == everywhere


def _places(data: bytes) -> list[tuple[str, int, int, float]]:
    """Each stretch of text on the first page: its words, its place and its size in points."""
    found: list[tuple[str, int, int, float]] = []

    def note(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((text.strip(), round(matrix[4]), round(matrix[5]), round(size * matrix[0], 1)))

    PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=note)
    return found


def test_ids_outlive_a_save_in_libreoffice() -> None:
    """It renames placeholders and drops tags and creation ids; markers, the map and names of other shapes stay."""
    package = opened(oracles.resave(write(sample.scene())))
    names = [
        [shape.attrib["name"] for shape in find_all(tree(package, f"ppt/slides/slide{number}.xml"), ".//p:cNvPr")]
        for number in range(1, 5)
    ]
    ids = ["start", "lista", "bild", "tabell"]
    assert [[name for name in found if name.startswith(MARKER)] for found in names] == [[f"{MARKER}{one}"] for one in ids]
    assert {"bild/label", "bild/ring", "bild/deko", "tabell/table"} <= {name for found in names for name in found}
    custom = {row.attrib["name"]: row[0].text or "" for row in tree(package, "docProps/custom.xml")}
    lines = "".join(custom[name][1:-1] for name in sorted(custom) if name.startswith(MAP_PROPERTY)).split("\n")
    assert [line.split("|")[0] for line in lines] == ids
    held = next(tree(package, name) for name in package.namelist() if name.startswith("customXml/item1"))
    assert [row.get("id") for row in held] == ids


def test_libreoffice_places_text_in_the_slot_of_its_layout() -> None:
    """Nothing on the slide says where: it is all inherited, and the footer keeps its place."""
    page = PdfReader(io.BytesIO(oracles.to_pdf(write(sample.scene())))).pages[1]
    scale = float(page.mediabox.width) / sample.WIDTH
    found: dict[str, tuple[float, float, float]] = {}

    def note(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found[text.strip()] = (matrix[4] / scale, (float(page.mediabox.height) - matrix[5]) / scale, size)

    page.extract_text(visitor_text=note)
    for word, slot in (("Ständigt", "body"), ("Motor i utveckling", "footer")):
        box = next(one.box for one in sample.LAYOUTS[1].slots if one.name == slot)
        x, y, _ = next(place for text, place in found.items() if text.startswith(word))
        assert box.x - 20_000 <= x <= box.x + 400_000
        assert box.y <= y <= box.y + 500_000
