"""The decks that all contenders build: the same Swedish words as our YAML, as JSON for libraries, and as Markdown for pandoc.

`python bench/decks.py FOLDER --slides 1000` writes one deck, `--decks 290` that many variants of one. The same numbers give
the same bytes. A deck is a cover and slides of a title and five bullets. A variant changes the cover's subtitle and adds one
slide, so all but two of its slides are those of every other variant; rivals get each variant as a whole deck of its own.
"""

import argparse
import random
from pathlib import Path

import msgspec
from msgspec import Struct

import words

BULLETS = 5
ADDED_AFTER = 7
"""Number of the slide (the cover is 1) that a variant's own slide follows."""


class Slide(Struct, frozen=True):
    """A slide as every contender gets it."""

    title: str
    bullets: tuple[str, ...]


class Content(Struct, frozen=True):
    """What a deck says: the cover's two lines, then the slides after it."""

    title: str
    subtitle: str
    slides: tuple[Slide, ...]


class Variant(Struct, frozen=True):
    """What one room gets: its id (also the file's name), its name, and the questions of its own slide."""

    id: str
    name: str
    bullets: tuple[str, ...]


def content(slides: int) -> Content:
    """A deck of so many slides, the cover counted. No two titles are alike, as ids are made from them."""
    chance = random.Random(slides)
    pairs = [(first, second) for first in words.TOPICS for second in words.TOPICS if first != second]
    titles = [f"{first} och {second.lower()}" for first, second in chance.sample(pairs, slides - 1)]
    return Content(
        "Lärcentrum som motor i lokal och regional utveckling",
        "Underlag för nätverksträffen",
        tuple(Slide(title, _bullets(chance)) for title in titles),
    )


def variants(count: int) -> tuple[Variant, ...]:
    """So many variants, at most `len(FIRST_PARTS) * len(LAST_PARTS)`. The places are made up."""
    chance = random.Random(count)
    names = [first + last for first in words.FIRST_PARTS for last in words.LAST_PARTS][:count]
    return tuple(Variant(f"v{number:03d}", name, _bullets(chance)) for number, name in enumerate(names, 1))


def as_variant(base: Content, variant: Variant) -> Content:
    """The whole deck of one variant, for those who know no variants."""
    own = Slide(_own_title(variant.name), variant.bullets)
    cut = ADDED_AFTER - 1
    return Content(base.title, _own_subtitle(variant.name), (*base.slides[:cut], own, *base.slides[cut:]))


def _bullets(chance: random.Random) -> tuple[str, ...]:
    return tuple(_sentence(chance) for _ in range(BULLETS))


def _sentence(chance: random.Random) -> str:
    tail = chance.choice(words.TAILS) if chance.random() < 0.4 else ""
    if chance.random() < 0.4:
        return f"{chance.choice(words.VERBS)} {chance.choice(words.OBJECTS)}{tail}"
    return f"{chance.choice(words.VERBS)} {_compound(chance)} och {_compound(chance)}{tail}"


def _compound(chance: random.Random) -> str:
    return chance.choice(words.FIRST_HALVES) + chance.choice(words.LAST_HALVES)


def _own_title(name: str) -> str:
    return f"Vad betyder det för {name}?"


def _own_subtitle(name: str) -> str:
    return f"Nätverksträff i {name}"


def deck_yaml(deck: Content) -> str:
    """Our deck. The words hold nothing that YAML or our marks would read as anything but text, so they stand plain."""
    lines = [
        f"title: {deck.title}",
        f"subtitle: {deck.subtitle}",
        "language: sv",
        "",
        "slides:",
        "  - id: start",
        "    cover: {}",
    ]
    for number, slide in enumerate(deck.slides, 2):
        lines.append("")
        if number == ADDED_AFTER:
            lines += ["  - id: samtal-efter", f"    title: {slide.title}"]
        else:
            lines.append(f"  - title: {slide.title}")
        lines += ["    bullets:", *(f"      - {bullet}" for bullet in slide.bullets)]
    return "\n".join(lines) + "\n"


def variants_yaml() -> str:
    """How the variants differ from the deck, said once for all rows of `rows.yaml`."""
    own_bullets = "\n".join(f"      - ${{punkt_{number}}}" for number in range(1, BULLETS + 1))
    return f"""each: rows.yaml
name: ${{name}}
file: ${{id}}
set: {{place: "${{name}}"}}
changes:
  start: {{subtitle: "{_own_subtitle("${name}")}"}}
add:
  - after: samtal-efter
    id: samtal
    title: {_own_title("${place}")}
    bullets:
{own_bullets}
"""


def rows_yaml(rows: tuple[Variant, ...]) -> str:
    """The table: one row a variant."""
    lines: list[str] = []
    for row in rows:
        lines += [f"- id: {row.id}", f"  name: {row.name}"]
        lines += [f"  punkt_{number}: {bullet}" for number, bullet in enumerate(row.bullets, 1)]
    return "\n".join(lines) + "\n"


def markdown(deck: Content) -> str:
    """The deck for pandoc: a title block, and a heading with a list for each slide."""
    head = f"---\ntitle: {deck.title}\nsubtitle: {deck.subtitle}\nlang: sv\n---\n"
    slides = ("\n".join((f"\n# {slide.title}\n", *(f"- {bullet}" for bullet in slide.bullets))) for slide in deck.slides)
    return head + "\n".join(slides) + "\n"


def write(folder: Path, base: Content, rows: tuple[Variant, ...]) -> None:
    """Write the three forms into `yaml/`, `json/` and `markdown/` of a folder; with rows, one deck a row."""
    for name in ("yaml", "json", "markdown"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "yaml/deck.yaml").write_text(deck_yaml(base), encoding="utf-8")
    if rows:
        (folder / "yaml/variants.yaml").write_text(variants_yaml(), encoding="utf-8")
        (folder / "yaml/rows.yaml").write_text(rows_yaml(rows), encoding="utf-8")
    for name, deck in [(row.id, as_variant(base, row)) for row in rows] or [("deck", base)]:
        (folder / f"json/{name}.json").write_bytes(msgspec.json.encode(deck))
        (folder / f"markdown/{name}.md").write_text(markdown(deck), encoding="utf-8")


def main() -> None:
    """Write the decks that the command line names."""
    parser = argparse.ArgumentParser(description="Write the decks that the benchmark builds.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--slides", type=int, default=15, help="slides of a deck, cover and a variant's own slide counted")
    parser.add_argument("--decks", type=int, default=0, help="how many variants; none gives one deck")
    options = parser.parse_args()
    rows = variants(options.decks)
    write(options.folder, content(options.slides - bool(rows)), rows)


if __name__ == "__main__":
    main()
