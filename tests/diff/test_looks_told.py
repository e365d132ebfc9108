"""What only the eye sees of a change is told in words as well: lit lines, grounds of slides, another film."""

from deckmotor.build import Pipeline
from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.finished import Finished
from deckmotor.importer import read_finished
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES
from tests.pictures.test_clips import mp4

CODE = 'code: {text: "a = 1\\nb = 2\\nc = 3", language: python, highlight: %s}'
CHANGES = {
    "kod": (CODE % "'1'", CODE % "[1, 2-3]", ("alt text", "Python. Framhävt: 1", "Python. Framhävt: 1–3")),
    "färg": ("text: Ord", "text: Ord, background: deep", ("background", "the layout's", "0d4449")),
    "bild": ("text: Ord, background: a.png", "text: Ord, background: b.png", ("background", "one picture", "another picture")),
    "utan": ("text: Ord, background: a.png", "text: Ord", ("background", "a picture", "the layout's")),
    "steg": ("process: [A, B]", "process: {items: [A, B], highlight: B}", ("alt text", "", "Framhävt: B")),
    "ruta": (
        "hierarchy: [{label: A, link: 'https://a.se', items: [B]}]",
        "hierarchy: [{label: A, link: '#kod', items: [B]}]",
        ("link", "https://a.se", "#kod"),
    ),
    "cell": (
        "table: [[Namn, Plats], [A, 'se [här](https://a.se) och *nu*']]",
        "table: [[Namn, Plats], [A, 'se [här](#kod) och *nu*']]",
        ("emphasis", "“här” link to https://a.se, “nu” italic", "“här” link to #kod, “nu” italic"),
    ),
    "film": (
        "video: {file: a.mp4, alt: F}",
        "video: {file: b.mp4, alt: F, poster: a.png}",
        ("video", "one file", "another file"),
    ),
}
MORE = {"film": [("poster", "one picture", "another picture")]}


def finished(which: int) -> Finished:
    slides = "".join(f"  - {{id: {name}, title: {name}, {said[which]}}}\n" for name, said in CHANGES.items())
    held = {"a.png": BYTES["png"](b"40x30"), "b.png": BYTES["png"](b"41x30"), "a.mp4": mp4(), "b.mp4": mp4((320, 240))}
    deck = f"title: A\nlanguage: sv\nslides:\n{slides}".encode()
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **held, "deck.yaml": deck}), "deck.yaml", theme="motor").build()
    read, _ = read_finished(made.files[0].data, "a.pptx")
    assert read is not None
    return read


def test_each_is_told() -> None:
    old, new = finished(0), finished(1)
    told = tell(old, new, compare(old, new))
    lines = {slide.id: [(line.what, line.old, line.new) for line in slide.lines] for slide in told.slides}
    assert lines == {name: [line, *MORE.get(name, [])] for name, (_, _, line) in CHANGES.items()}
