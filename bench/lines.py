"""Lines as predicted beside those that LibreOffice draws, over a broad sample: the gallery, the study, and a deck a language.

    python bench/lines.py                     the gallery and the study in two themes, thirteen languages in one
    python bench/lines.py --themes motor,flik --size 4:3 gallery

Pages with charts and formulas are left out: there LibreOffice sets the words itself. A box is *same* where it is drawn in as
many lines as predicted, *alike* where each line holds the same words; *more* is what must never be, and is named, as are words
outside of their boxes. Needs soffice and pdftotext; it takes some minutes.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from tests.built import THEME_FILES  # noqa: E402
from tests.fit.drawn import drawn  # noqa: E402
from tests.fit.judge import Verdict, judge_page  # noqa: E402
from tests.tongues.tongues import LANGUAGES, pipeline  # noqa: E402

from deckmotor.build import Pipeline  # noqa: E402
from deckmotor.scene.page import ChartItem, FormulaItem, GroupItem, Item, Page, paragraphs_of  # noqa: E402
from deckmotor.workspace import MemoryWorkspace  # noqa: E402

FOLDERS = {"gallery": TOP / "examples" / "gallery", "study": TOP / "deck"}

Deck = tuple[bytes, tuple[Page, ...]]


def main() -> None:
    """Measure what is asked for, and print a row for each deck and for all."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("what", nargs="*", default=["gallery", "study", "languages"])
    asked.add_argument("--themes", default="motor,natt")
    asked.add_argument("--size", default="16:9")
    given = asked.parse_args()
    decks = dict(_decks(given.what, given.themes.split(","), given.size))
    seen = drawn({name: data for name, (data, _) in decks.items()})
    whole = Verdict()
    print(f"{'deck':24}{'boxes':>7}{'same':>9}{'alike':>9}{'more':>6}{'outside':>9}{'not read':>10}")
    for name, (_, pages) in decks.items():
        verdict = Verdict()
        for number, (page, drawing) in enumerate(zip(pages, seen[name], strict=True), start=1):
            if not any(isinstance(item, ChartItem | FormulaItem) or _is_set_by_them(item) for item in _all(page.items)):
                judge_page(page, number, drawing, verdict)
        _print(name, verdict)
        for kind in ("boxes", "same", "alike", "fewer"):
            setattr(whole, kind, getattr(whole, kind) + getattr(verdict, kind))
        for told in ("more", "outside", "unread"):
            getattr(whole, told).extend(f"{name}: {one}" for one in getattr(verdict, told))
    _print("all", whole)
    for told in ("more", "outside", "unread"):
        print(f"\n{told}:", *getattr(whole, told), sep="\n  ")


def _print(name: str, verdict: Verdict) -> None:
    same, alike = (f"{100 * part / max(1, verdict.boxes):.2f} %" for part in (verdict.same, verdict.alike))
    told = f"{len(verdict.more):>6}{len(verdict.outside):>9}{len(verdict.unread):>10}"
    print(f"{name:24}{verdict.boxes:>7}{same:>9}{alike:>9}{told}")


def _decks(what: list[str], themes: list[str], size: str) -> Iterator[tuple[str, Deck]]:
    for name, folder in FOLDERS.items():
        for theme in themes if name in what else ():
            yield f"{name}-{theme}", _built(_of(folder, theme, size))
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
    built, composed = made.build(), made.compose()
    assert built.data is not None and composed.scene is not None, [one.code for one in composed.problems]
    return built.data, composed.scene.pages


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, GroupItem):
            yield from _all(item.items)


def _is_set_by_them(item: Item) -> bool:
    """Whether it holds a formula in a line."""
    return any(getattr(run, "maths", None) is not None for part in paragraphs_of(item) for run in part.runs)


if __name__ == "__main__":
    main()
