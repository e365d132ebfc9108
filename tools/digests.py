"""What a checkout makes of all kinds of decks, as digests: two checkouts that print the same lines build the same bytes.

`python tools/digests.py CHECKOUT [DECK …] > lines`: the study with all its editions, the gallery, `every-slide`, decks of
the benchmark and others that are named (`deck.yaml` files), in every theme and both sizes, as .pptx and HTML, with what is
said of them. The decks are those beside this script, so that a change of the code is all that differs.
"""

import hashlib
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
CHECKOUT = Path(sys.argv[1]).resolve()
sys.path[:0] = [str(CHECKOUT / "src"), str(ROOT / "bench")]

import decks  # noqa: E402
from deckmotor.build import Pipeline  # noqa: E402
from deckmotor.workspace import DiskWorkspace, builtin_themes  # noqa: E402

THEMES = ("motor", "natt", "flik", "punkt")
SIZES = ("16:9", "4:3")
SLIDES = 120
"""Slides of the decks of the benchmark: one with five points a slide, one with four, and some variants of a short one."""


def main() -> None:
    """Build everything and print a line a file."""
    with TemporaryDirectory() as folder:
        places = _decks(Path(folder))
        for theme in THEMES:
            tell("study", ROOT, "deck/deck.yaml", theme)
            for size in SIZES:
                for name, place in places.items():
                    _sized(place, size)
                    tell(f"{name} {size}", place, "deck.yaml", theme)


def tell(name: str, root: Path, path: str, theme: str) -> None:
    """A line for each file of all editions of a deck, and one for what is said of it."""
    pipeline = Pipeline.of(DiskWorkspace(root, builtin_themes()), path, theme=theme)
    for edition in pipeline.project.versions:
        built = pipeline.build(edition, ("pptx", "html"))
        said = "\n".join(repr((one.code, one.values, one.span, one.hints)) for one in built.problems).replace(str(root), "")
        for what, data in (*((file.name, file.data) for file in built.files), ("said", said.encode())):
            print(hashlib.sha256(data).hexdigest()[:20], theme, name, what)


def _decks(folder: Path) -> dict[str, Path]:
    """Folders of the decks to build, copied there or written."""
    given = {"gallery": ROOT / "examples/gallery", "every-slide": ROOT / "tests/decks/every-slide"}
    given |= {Path(named).resolve().parent.name: Path(named).resolve().parent for named in sys.argv[2:]}
    places = {name: Path(shutil.copytree(place, folder / name)) for name, place in given.items()}
    five = decks.content(SLIDES)
    four = decks.deck_yaml(five)
    made = {
        "five": {"deck.yaml": four},
        "four": {"deck.yaml": re.sub(r"(    bullets:\n(?:      - .*\n){4})      - .*\n", r"\1", four)},
        "variants": {
            "deck.yaml": decks.deck_yaml(decks.content(14)),
            "variants.yaml": decks.variants_yaml(),
            "rows.yaml": decks.rows_yaml(decks.variants(12)),
        },
    }
    for name, files in made.items():
        places[name] = folder / name
        places[name].mkdir()
        for file, text in files.items():
            (places[name] / file).write_text(text, encoding="utf-8")
    return places


def _sized(place: Path, size: str) -> None:
    """Give a deck another size of pages."""
    deck = place / "deck.yaml"
    text = re.sub(r"(?m)^size:.*\n", "", deck.read_text(encoding="utf-8"))
    deck.write_text(re.sub(r"(?m)^language:", f'size: "{size}"\nlanguage:', text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
