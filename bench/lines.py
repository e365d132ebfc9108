"""Lines as predicted beside those that are drawn, over a broad sample: the gallery, the study, and a deck a language.

    python bench/lines.py                     the gallery and the study in two themes, thirteen languages in one
    python bench/lines.py --themes all --size both gallery
    python bench/lines.py --by pdf,html       in our PDF, and in our HTML as Chromium prints it; in LibreOffice too if left out

Formulas, and boxes with one in a line, are left out, and in LibreOffice the words of charts, which it sets itself; the rest of
their pages is judged. A box is *same* where it is drawn in as many lines as predicted, *alike* where each line holds the same
words; *more* is what must never be, and is named, as are words outside of their boxes. *Not read* are pages whose words are
painted in another order, as typst paints merged cells last.
Needs soffice, Chromium and pdftotext; all of it takes a quarter of an hour.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

TOP = Path(__file__).parents[1]
sys.path[:0] = [str(TOP), str(TOP / "src")]

from msgspec.structs import replace  # noqa: E402
from tests.built import THEME_FILES, THEMES  # noqa: E402
from tests.fit.drawn import DrawnPage, DrawnWord, drawn, pages_of  # noqa: E402
from tests.fit.judge import Verdict, judge_page  # noqa: E402
from tests.tongues.tongues import LANGUAGES, pipeline  # noqa: E402
from tests.web.conftest import ARGUMENTS  # noqa: E402

from deckmotor.build import Pipeline  # noqa: E402
from deckmotor.scene.page import ChartItem, FormulaItem, Item, Page, ShapeItem, TableItem, TextItem, paragraphs_of  # noqa: E402
from deckmotor.style import Box  # noqa: E402
from deckmotor.units import to_points  # noqa: E402
from deckmotor.workspace import MemoryWorkspace  # noqa: E402

FOLDERS = {"gallery": TOP / "examples" / "gallery", "study": TOP / "deck"}

SIZES = ("16:9", "4:3")

HANGS = 6
"""Points by which parts of formulas may stand above and below their box."""


class Deck(NamedTuple):
    """A deck that is drawn: its files by their endings, and its pages as they were measured."""

    files: Mapping[str, bytes]
    pages: tuple[Page, ...]


Drawings = dict[str, tuple[DrawnPage, ...]]


def main() -> None:
    """Measure what is asked for, and print a row for each deck and each way to draw it, and for all."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", nargs="*", default=["gallery", "study", "languages"])
    asked.add_argument("--themes", default="motor,natt")
    asked.add_argument("--size", choices=(*SIZES, "both"), default="16:9")
    asked.add_argument("--by", default=",".join(WAYS))
    given = asked.parse_args()
    themes = THEMES if given.themes == "all" else given.themes.split(",")
    decks = dict(_decks(given.what, themes, SIZES if given.size == "both" else (given.size,)))
    for way in given.by.split(","):
        _judged(way, decks, WAYS[way](decks))


def _judged(way: str, decks: Mapping[str, Deck], seen: Drawings) -> None:
    whole = Verdict()
    print(f"\n{way:24}{'boxes':>7}{'same':>9}{'alike':>9}{'more':>6}{'outside':>9}{'not read':>10}")
    for name, deck in decks.items():
        verdict = Verdict()
        for number, (page, drawing) in enumerate(zip(deck.pages, seen[name], strict=True), start=1):
            rest, words = _without(page, drawing, charts=way == "office")
            judge_page(rest, number, words, verdict)
        _print(name, verdict)
        for kind in ("boxes", "same", "alike", "fewer"):
            setattr(whole, kind, getattr(whole, kind) + getattr(verdict, kind))
        for told in ("more", "unlike", "outside", "unread"):
            getattr(whole, told).extend(f"{name}: {one}" for one in getattr(verdict, told))
    _print("all", whole)
    for told in ("more", "unlike", "outside", "unread"):
        print(f"\n{told}:", *getattr(whole, told), sep="\n  ", flush=True)


def _print(name: str, verdict: Verdict) -> None:
    same, alike = (f"{100 * part / max(1, verdict.boxes):.2f} %" for part in (verdict.same, verdict.alike))
    told = f"{len(verdict.more):>6}{len(verdict.outside):>9}{len(verdict.unread):>10}"
    print(f"{name:24}{verdict.boxes:>7}{same:>9}{alike:>9}{told}", flush=True)


def _by_office(decks: Mapping[str, Deck]) -> Drawings:
    return drawn({name: deck.files["pptx"] for name, deck in decks.items()})


def _by_typst(decks: Mapping[str, Deck]) -> Drawings:
    with tempfile.TemporaryDirectory() as folder:
        return {name: _read(deck.files["pdf"], Path(folder)) for name, deck in decks.items()}


def _by_browser(decks: Mapping[str, Deck]) -> Drawings:
    """The pages as Chromium prints them: the lines are those that it shows."""
    from playwright.sync_api import sync_playwright

    found: Drawings = {}
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        for name, deck in decks.items():
            file = Path(folder) / "deck.html"
            file.write_bytes(deck.files["html"])
            page = browser.new_page()
            page.goto(file.as_uri())
            page.evaluate("document.fonts.ready")
            found[name] = _read(page.pdf(prefer_css_page_size=True, print_background=True), Path(folder))
            page.close()
        browser.close()
    return found


def _read(pdf: bytes, folder: Path) -> tuple[DrawnPage, ...]:
    (folder / "read.pdf").write_bytes(pdf)
    return pages_of(folder / "read.pdf")


WAYS: dict[str, Callable[[Mapping[str, Deck]], Drawings]] = {"pdf": _by_typst, "html": _by_browser, "office": _by_office}
"""Who draws."""


def _decks(what: list[str], themes: tuple[str, ...] | list[str], sizes: tuple[str, ...]) -> Iterator[tuple[str, Deck]]:
    for name, folder in FOLDERS.items():
        for theme in themes if name in what else ():
            for size in sizes:
                yield f"{name}-{theme}-{size.replace(':', '')}", _built(_of(folder, theme, size))
    for language in LANGUAGES if "languages" in what else ():
        yield language, _built(pipeline(language, themes[0]))


def _of(folder: Path, theme: str, size: str) -> Pipeline:
    files = dict(THEME_FILES)
    for place in folder.rglob("*"):
        if place.is_file() and "build" not in place.parts and not place.name.endswith(".schema.json"):
            files[place.relative_to(folder).as_posix()] = place.read_bytes()
    head = [line for line in files["deck.yaml"].decode().split("\n") if not line.startswith(("theme:", "size:"))]
    files["deck.yaml"] = "\n".join([f"theme: {theme}", f"size: '{size}'", *head]).encode()
    return Pipeline.of(MemoryWorkspace(files), "deck.yaml")


def _built(made: Pipeline) -> Deck:
    built, composed = made.build(outputs=("pptx", "pdf", "html")), made.compose()
    assert built.files and composed.scene is not None, [one.code for one in composed.problems]
    return Deck({file.name.rpartition(".")[2]: file.data for file in built.files}, composed.scene.pages)


def _without(page: Page, seen: DrawnPage, *, charts: bool) -> tuple[Page, DrawnPage]:
    """A page and its drawing without what others set than we: formulas, and charts where these are native."""
    kept: list[Item] = []
    gone: list[Box] = []
    for item in page.items:
        match item:
            case ChartItem() if not charts:
                kept += item.drawing
            case FormulaItem() | ChartItem():
                gone.append(item.box)
            case TextItem() | ShapeItem() | TableItem() if _has_formula(item):
                gone.append(item.box)
            case _:
                kept.append(item)
    words = tuple(word for word in seen.words if not any(_stands_in(word, box) for box in gone))
    return replace(page, items=tuple(kept)), replace(seen, words=words)


def _stands_in(word: DrawnWord, box: Box) -> bool:
    left, top, right, bottom = map(to_points, (box.x, box.y, box.right, box.bottom))
    return left <= (word.left + word.right) / 2 <= right and top - HANGS <= word.baseline - word.size / 3 <= bottom + HANGS


def _has_formula(item: Item) -> bool:
    """Whether it holds a formula in a line."""
    return any(getattr(run, "maths", None) is not None for part in paragraphs_of(item) for run in part.runs)


if __name__ == "__main__":
    main()
