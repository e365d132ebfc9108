"""A small project in memory, built into a folder as a batch."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PIL import Image

from deckmotor.batch.maker import Outcome
from deckmotor.batch.order import Order
from deckmotor.batch.run import Batch
from deckmotor.batch.target import Target
from deckmotor.build import Pipeline
from deckmotor.built import USUAL
from deckmotor.cache import Cache
from deckmotor.load import load_project
from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests.pictures.made import png

Files = dict[str, str | bytes]

DECK = """
title: Hej ${name}
language: sv
variables: {name: Alla, kind: lång}
slides:
  - id: start
    cover: {}
  - title: Lista
    bullets:
      - Ett
      - {text: Två, only: politiker}
      - {text: Tre, only: "${folk} > 10"}
  - title: Text
    text: En ${kind} text för ${name}.
  - title: Tal
    chart: {file: tal.csv, bars: ort}
  - title: Bild
    picture: {file: bild.png, alt: En bild}
"""

FILES: Files = {
    "deck.yaml": DECK,
    "audiences.yaml": "politiker: {changes: {lista: {notes: Bara här}, borta: {notes: Aldrig}}}\n",
    "variants.yaml": 'each: table.csv\nchanges: {text: {notes: "Till ${name}"}}\n',
    "table.csv": "id;name;kind;folk\nkalix;Kalix;kort;9\nmotala;Motala;kort;12\nvarberg;Varberg;lång;30\n",
    "variants/kalix.yaml": "changes: {lista: {bullets: [En, Två]}}\nremove: [bild]\n",
    "tal.csv": "ort;tal\nA;1\nB;2\n",
    "bild.png": png(Image.new("RGB", (1200, 900), "navy")),
}


def workspace(files: Files) -> MemoryWorkspace:
    """The files of a project, and the built-in themes that it may name."""
    made = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    for theme in ("motor", "natt"):
        made.setdefault(f"themes/{theme}/theme.yaml", (builtin_themes() / theme / "theme.yaml").read_bytes())
    return MemoryWorkspace(made)


def order(files: Files, folder: Path, cache: Path | None, *, holds: bool = False) -> Order:
    """To build all of it."""
    project = load_project(workspace(files), "deck.yaml")
    target = Target(folder=folder, outputs=("pptx",), how=USUAL)
    return Order(project=project, theme=None, cache=Cache(cache), target=target, holds=holds)


class Themes(Cache):
    """A cache of themes in memory."""

    def __init__(self) -> None:
        super().__init__(None)
        self.kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        self.kept[key] = data


THEMES = Themes()


def build(files: Files, folder: Path, cache: Path | None, jobs: int = 1) -> dict[str, Outcome]:
    """Build all of it; what became of each edition, by name."""
    asked = order(files, folder, cache)
    return {one.edition.name: one for one in Batch(asked, asked.project.editions, jobs).run()}


def build_whole(files: Files, folder: Path, cache: Path | None, jobs: int = 1) -> dict[str, Outcome]:
    """The same where nothing may fail."""
    made = build(files, folder, cache, jobs)
    assert {name: one.failed for name, one in made.items() if one.failed} == {}
    return made


def fresh(files: Files) -> dict[str, bytes]:
    """The files as a build makes them that remembers nothing but themes."""
    project = load_project(workspace(files), "deck.yaml")
    pipeline = Pipeline(project, cache=THEMES)
    made = map(pipeline.build, project.editions)
    return {file.name: file.data for one in made for file in one.files}


def standing(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, what is hidden too; not what processes that outlive a killed one take away meanwhile."""
    found = {}
    for path in folder.iterdir() if folder.exists() else ():
        with suppress(FileNotFoundError):
            found[path.name] = path.read_bytes()
    return found


def differing(stands: Mapping[str, bytes], expected: Mapping[str, bytes]) -> dict[str, str]:
    """What is wrong with the files that stand, by their names: so many bytes of decks side by side say nothing."""
    wrong = dict.fromkeys(expected.keys() - stands.keys(), "is not there")
    wrong |= dict.fromkeys(stands.keys() - expected.keys(), "should not be there")
    return wrong | {name: "has other bytes" for name in stands.keys() & expected.keys() if stands[name] != expected[name]}
