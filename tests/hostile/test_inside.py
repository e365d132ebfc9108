"""Every key that names a file, and every place that may be a link: with `--no-allow` none reads outside the project.

A new one that is not in these tables fails.
"""

import json
import pkgutil
from collections.abc import Iterator
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from msgspec import Struct

import deckmotor.model
from deckmotor.cli.commands import commands
from deckmotor.model.text import Name
from tests.hostile.attack import Files, write
from tests.pictures.made import png, quarters
from tests.pictures.test_clips import MP3, VTT, mp4
from tests.workbooks import workbook

AREA = json.dumps({
    "type": "FeatureCollection",
    "features": [{"type": "Feature", "properties": {"namn": name}, "geometry": {"type": "Polygon", "coordinates": [
        [[at, 60], [at + 1, 60], [at + 1, 61], [at, 61], [at, 60]]]}} for name, at in (("A", 15), ("B", 17))],
})  # fmt: skip
ROWS = "namn;antal\nA;1\nB;2\n"
SHARED: Files = {
    "a.png": png(quarters()), "b.mp4": mp4(), "c.mp3": MP3, "d.vtt": VTT.encode(),
    "e.csv": ROWS, "f.xlsx": workbook(f"== Blad\n{ROWS}"),
    "g.py": "x = 1\n", "h.geojson": AREA, "i.yaml": "- {title: Hemligt}\n", "j.yaml": "- {id: v}\n", "k.csv": "id\nv\n",
}  # fmt: skip
"""What lies in the folder that a deck allows."""

IN_SLIDE: dict[str, tuple[str, ...]] = {
    "Picture": ("picture: {file: %s, alt: a}", "pictures: [{file: %s, alt: a}, {file: %s, alt: b}]",
        "columns: [{picture: {file: %s, alt: a}}, {text: b}]"),
    "Background": ("{text: b, background: %s}", "{text: b, background: {file: %s}}"),
    "Portrait": ("people: [{name: A, picture: %s}, {name: B}]", "video: {file: film.mp4, alt: a, poster: %s}"),
    "Mark": ("logos: [{file: %s, name: a}, {file: %s, name: b}]", "logos: [%s: a, %s: b]"),
    "Video": ("video: {file: %s, alt: a}",),
    "Audio": ("audio: {file: %s, alt: a}",),
    "Captions": ("video: {file: film.mp4, alt: a, captions: %s}",),
    "Table": ("table: {file: %s}", "columns: [{table: {file: %s}}, {text: b}]"),
    "Chart": ("chart: {file: %s, bars: namn}", "columns: [{chart: {file: %s, bars: namn}}, {text: b}]"),
    "Code": ("code: {language: python, file: %s}", "columns: [{code: {file: %s}}, {text: b}]"),
    "Map": ("map: {areas: {file: %s, name: namn}, values: {A: 1}}", "map: {areas: %s}"),
}  # fmt: skip
"""By the type that names a file: what is written in a slide."""

FILE_OF = {
    "Video": "b.mp4", "Audio": "c.mp3", "Captions": "d.vtt", "Table": "e.csv", "Chart": "f.xlsx", "Code": "g.py",
    "Map": "h.geojson",
}  # fmt: skip
"""What such a key names, where it is no picture."""

HEAD = "title: T\nallow: ../shared\n"
SLIDES = "slides:\n  - {id: s, title: S}\n"
ELSEWHERE: dict[str, Files] = {
    "Logo of a deck": {"deck.yaml": f"{HEAD}logo: ../shared/a.png\n{SLIDES}"},
    "Logo of a theme": {"themes/own/theme.yaml": "extends: motor\nlogo: ../../../shared/a.png\n"},
    "MotifPicture": {
        "themes/own/theme.yaml": "extends: motor\nmotif: {cover: [{picture: ../../../shared/a.png}]}\n",
    },
    "include": {"deck.yaml": f"{HEAD}slides: [{{include: ../shared/i.yaml}}]\n"},
    "each": {"deck.yaml": HEAD + SLIDES, "variants.yaml": "each: ../shared/j.yaml\n"},
    "each, a table of text": {"deck.yaml": HEAD + SLIDES, "variants.yaml": "each: ../shared/k.csv\n"},
    "each, a sheet": {"deck.yaml": HEAD + SLIDES, "variants.yaml": "each: {file: ../shared/k.csv, sheet: A}\n"},
}  # fmt: skip
"""Keys that stand in other places than slides."""

LINKS: Files = {
    "deck.yaml": f"{HEAD}{SLIDES}", "variants.yaml": "variants: {a: {}}\n", "variants/a.yaml": "title: A\n",
    "audiences.yaml": "a: ~\n", "languages/en.yaml": "T: T\n", "themes/own/theme.yaml": "extends: motor\n",
    "p.png": png(quarters()),
}  # fmt: skip
"""Files of a project, each of which may be a link that leads out of it."""


def slides() -> Iterator[tuple[str, str]]:
    """Every way to name a file in a slide, with the type that it is of."""
    return ((name, written) for name, ways in IN_SLIDE.items() for written in ways)


def invoked(folder: Path, *words: str) -> Result:
    """A command as it ends."""
    with chdir(folder):
        return CliRunner().invoke(commands, words)


def told(folder: Path, *words: str) -> list[dict[str, Any]]:
    """The problems of a command."""
    done = invoked(folder, *words, "--format", "json")
    assert done.exit_code in (0, 1), done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)["problems"]
    return found


def outside(folder: Path, *more: str) -> list[str]:
    """The files in which something is told that leads out of the project."""
    return [one["file"] for one in told(folder, "build", "--all", *more) if one["code"] == "file-outside"]


@pytest.mark.parametrize(("name", "written"), [*slides()])
def test_no_key_of_a_slide_reads_outside(tmp_path: Path, name: str, written: str) -> None:
    file = FILE_OF.get(name, "a.png")
    said = written.removeprefix("{").removesuffix("}" if written[0] == "{" else "").replace("%s", f"../shared/{file}")
    write(tmp_path / "stranger", {"deck.yaml": f"{HEAD}slides: [{{title: S, {said}}}]\n", "film.mp4": mp4()})
    write(tmp_path / "shared", SHARED)
    assert outside(tmp_path / "stranger") == [], told(tmp_path / "stranger", "check")
    assert len(list((tmp_path / "stranger/build").glob("*.pptx"))) == 1, "it is read where it may be"
    assert outside(tmp_path / "stranger", "--no-allow") == ["deck.yaml"] * written.count("%s")


@pytest.mark.parametrize("name", ELSEWHERE)
def test_nor_does_another_key(tmp_path: Path, name: str) -> None:
    files = ELSEWHERE[name]
    theme = "theme: own\n" if "themes/own/theme.yaml" in files else ""
    write(tmp_path / "stranger", {"deck.yaml": HEAD + theme + SLIDES, **files})
    write(tmp_path / "shared", SHARED)
    assert outside(tmp_path / "stranger") == []
    assert outside(tmp_path / "stranger", "--no-allow") == [next(file for file in reversed(files))]


@pytest.mark.parametrize("name", LINKS)
def test_nor_a_link(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "stranger"
    said = f"{HEAD}theme: own\n{SLIDES}  - {{title: P, picture: {{file: p.png, alt: a}}}}\n"
    write(folder, {**LINKS, "deck.yaml": said})
    write(tmp_path / "shared", {"it": (folder / name).read_bytes()})
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "shared" / "it")
    if name == "deck.yaml":
        done = invoked(folder, "build", "--no-allow")
        assert done.exit_code == 2 and "`deck.yaml` is a link that leads out of its folder" in done.stderr
        return
    found = told(folder, "build", "--all", "--no-allow")
    assert "file-outside" in {one["code"] for one in found}, found
    assert outside(folder) == []


def naming() -> set[str]:
    """The types of the model that name a file: those with a path, or a key `file`."""
    found = set()
    for module in pkgutil.iter_modules(deckmotor.model.__path__):
        for one in vars(import_module(f"deckmotor.model.{module.name}")).values():
            if not (isinstance(one, type) and issubclass(one, Struct)) or one.__name__.startswith("_"):
                continue
            if hasattr(one, "path") or f"[{Name.__name__}" in str(vars(one).get("__annotations__", {}).get("file")):
                found.add(one.__name__)
    return found


def test_every_key_that_names_a_file_is_tried() -> None:
    tried = {*IN_SLIDE, *(name.partition(" ")[0] for name in ELSEWHERE)}
    assert naming() - tried == set()
