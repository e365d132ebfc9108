"""Draw the gallery: every page of examples/gallery in every theme, beside the YAML that makes it. Run by `make pictures`.

It writes docs/gallery.md and a picture a slide in docs/pictures/gallery/.
"""

import io
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from deckmotor.build import ComposedDeck, Pipeline  # noqa: E402
from deckmotor.compose.place import PART_MARK  # noqa: E402
from deckmotor.export.typst import Press  # noqa: E402
from deckmotor.model.blocks import Section  # noqa: E402
from deckmotor.model.deck import Deck, Slide  # noqa: E402
from deckmotor.scene.page import Page, Scene  # noqa: E402
from deckmotor.workspace import DiskWorkspace, builtin_themes, fonts_folder  # noqa: E402

PROJECT = ROOT / "examples" / "gallery"
PAGE = ROOT / "docs" / "gallery.md"
PICTURES = ROOT / "docs" / "pictures" / "gallery"
THEMES = ("motor", "natt", "flik", "punkt")
RESOLUTION = 30
"""Dots per inch: pages 400 pixels wide."""

GAP = 6
GROUND = (128, 128, 128)

HEAD = """# Gallery

<!-- Made from examples/gallery by `make pictures` -->

Every kind of page, with the YAML that makes it, in the four themes: motor and natt above, flik and punkt below. A slide's
layout is chosen from what it holds; `layout:` with the name that stands here takes it for another slide. The whole deck is
in [examples/gallery](../examples/gallery); `python make_deck.py build examples/gallery/deck.yaml --theme punkt` builds it.
"""


def main() -> None:
    """Write the page and its pictures."""
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.glob("*.webp"):
        old.unlink()
    press = Press(fonts_folder())
    drawn = {theme: _drawn(theme, press) for theme in THEMES}
    for page in _shown():
        sheet = _sheet([drawn[theme][page.id] for theme in THEMES if page.id in drawn[theme]])
        sheet.save(PICTURES / _file(page), quality=72, method=6)
    PAGE.write_text(gallery_page(), "utf-8")


def _shown() -> Iterator[Page]:
    """The pages that have a picture: all but those that only open a section of the gallery."""
    deck = _composed(THEMES[0]).deck
    assert deck is not None
    hidden = {slide.id for slide in deck.slides if _divides(slide)}
    return (page for page in _scene(THEMES[0]).pages if page.id not in hidden)


def gallery_page() -> str:
    """The text of docs/gallery.md: a heading a file, and what each of its slides shows."""
    composed = _composed(THEMES[0])
    deck, scene = composed.deck, composed.scene
    assert deck is not None and scene is not None
    parts: list[str] = [HEAD]
    files = dict.fromkeys(slide.span.file for slide in deck.slides)
    for file in files:
        parts.append(f"## {Path(file).stem.replace('-', ' ').capitalize()}\n")
        for slide in deck.slides:
            if slide.span.file == file and not _divides(slide):
                parts += _entry(slide, [page for page in scene.pages if _slide_of(page) == slide.id], _source(slide, deck))
    return "\n".join(parts)


def _divides(slide: Slide) -> bool:
    """Whether a slide only opens a section of the gallery."""
    return any(isinstance(block, Section) for block in slide.blocks) and not (slide.id or "").startswith("section")


def _entry(slide: Slide, pages: list[Page], source: str) -> Iterator[str]:
    layouts = dict.fromkeys(f"`{page.layout}`" for page in pages)
    yield f"### {slide.id}\n"
    yield f"Layout {', '.join(layouts)}\n"
    yield f"```yaml\n{source}\n```\n"
    for page in pages:
        yield f"![{page.title}, in four themes](pictures/gallery/{_file(page)})\n"


def _file(page: Page) -> str:
    return f"{page.id.replace(PART_MARK, '-')}.webp"


def _slide_of(page: Page) -> str:
    """The id of the slide that a page is, or is a part of."""
    return page.id.split(PART_MARK)[0]


def _source(slide: Slide, deck: Deck) -> str:
    """The lines of a slide, as they are typed."""
    begins = sorted(one.span.line for one in deck.slides if one.span.file == slide.span.file)
    lines = (PROJECT / slide.span.file).read_text("utf-8").splitlines()
    after = next((line for line in begins if line > slide.span.line), len(lines) + 1)
    return "\n".join(lines[slide.span.line - 1 : after - 1]).strip()


@cache
def _composed(theme: str) -> ComposedDeck:
    return Pipeline.of(DiskWorkspace(PROJECT, builtin_themes()), "deck.yaml", theme=theme).compose()


def _scene(theme: str) -> Scene:
    composed = _composed(theme)
    assert composed.scene is not None, composed.problems
    return composed.scene


def _drawn(theme: str, press: Press) -> Mapping[str, bytes]:
    """The pages of a theme by their ids, as PNG."""
    scene = _scene(theme)
    return {page.id: data for page, data in zip(scene.pages, press.png(scene, RESOLUTION), strict=True)}


def _sheet(pages: list[bytes]) -> Image.Image:
    """A slide in every theme, two beside each other."""
    pictures = [Image.open(io.BytesIO(data)).convert("RGB") for data in pages]
    width, height = pictures[0].size
    rows = -(-len(pictures) // 2)
    sheet = Image.new("RGB", (2 * width + GAP, rows * height + (rows - 1) * GAP), GROUND)
    for index, picture in enumerate(pictures):
        sheet.paste(picture, (index % 2 * (width + GAP), index // 2 * (height + GAP)))
    return sheet


if __name__ == "__main__":
    main()
