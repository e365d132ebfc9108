"""A scene as the source of a typst document: absolute places, no decisions."""

from deckmotor.export.typst.items import path, picture, table, text
from deckmotor.export.typst.text import Paper, language
from deckmotor.export.typst.words import color, length, literal
from deckmotor.scene.page import Item, Layout, Page, PathShape, PictureItem, Scene, TableItem, TextItem


def source(scene: Scene) -> str:
    """The document. Strings are literals everywhere, so text can't become markup."""
    numbers = {page.id: number for number, page in enumerate(scene.pages, 1)}
    layouts = {layout.name: layout for layout in scene.layouts}
    lines = [*_preamble(scene)]
    for number, page in enumerate(scene.pages, 1):
        lines += _page(page, layouts[page.layout], scene, Paper(0, 0, scene.drawn_with, numbers), number)
    return "\n".join(lines) + "\n"


def _preamble(scene: Scene) -> list[str]:
    about = scene.properties
    authors = "".join(f"{literal(author)}, " for author in about.authors)
    keywords = "".join(f"{literal(word)}, " for word in about.keywords)
    size = f"width: {length(scene.width)}, height: {length(scene.height)}"
    return [
        f"#set document(title: {literal(about.title)}, author: ({authors}), keywords: ({keywords}), date: none)",
        f"#set page({size}, margin: 0pt)",
        # Baseline to baseline: a place is then the baseline that was measured. Other fonts never step in unseen.
        f'#set text(top-edge: "baseline", bottom-edge: "baseline", fallback: false, {", ".join(language(about.language))})',
        "#set par(spacing: 0pt, justify: false)",
        '#show heading: set text(size: 1em, weight: "regular")',
        "#show heading: set block(above: 0pt, below: 0pt)",
        "#set underline(offset: 0.12em, stroke: 0.06em)",
    ]


def _page(page: Page, layout: Layout, scene: Scene, paper: Paper, number: int) -> list[str]:
    lines = ["#pagebreak(weak: true)"] if number > 1 else []
    lines.append(f"#page(fill: {color(layout.background)})[")
    lines += [f"#{path(shape)}" for shape in layout.decoration if isinstance(shape, PathShape)]
    lines += [f"#{{{drawn}}}" for item in page.items if (drawn := _item(item, scene, paper, number))]
    lines.append("]")
    return lines


def _item(item: Item, scene: Scene, paper: Paper, number: int) -> str:
    match item:
        case TextItem():
            return text(item, paper, number)
        case TableItem():
            return table(item, paper)
        case PictureItem():
            return picture(item, scene.media[item.media])
        case PathShape():
            return path(item)
