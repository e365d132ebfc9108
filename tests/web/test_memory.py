"""What the preview remembers from one save to the next: it shows what a preview shows that has just begun."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckmotor.cache import Cache
from deckmotor.preview.deck import Preview
from deckmotor.preview.server import Door
from deckmotor.preview.shown import Shown, View
from deckmotor.workspace import DiskWorkspace
from tests.built import ROOT

FILES = {
    "deck.yaml": """\
title: Studien
language: sv
theme: min
variables: {ort: ingen}
slides:
  - cover: {}
  - title: Första
    bullets: [Kalix, "Orten är ${ort}"]
  - title: Andra
    text: Ett stycke.
  - include: more.yaml
  - title: Siffror
    table: {file: data.csv}
  - title: Kod
    code: {file: code.py}
  - title: Bild
    picture: {file: bild.svg, alt: En ruta}
""",
    "more.yaml": "- title: Tredje\n  text: Se [den andra](#andra).\n- title: Fjärde\n  text: Slut.\n",
    "variants.yaml": "variants:\n  a: {name: Aaa, set: {ort: Alfa}}\n  b: {name: Bbb, remove: [andra]}\n",
    "data.csv": "plats,antal\nKalix,3\nMora,4\n",
    "code.py": "print('ja')\n",
    "bild.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h9v9z"/></svg>',
    "languages/en.yaml": "language: en\ntexts: {}\n",
    "themes/min/theme.yaml": "extends: motor\n",
}

VIEWS = (View(), View(variant="b", language="en"))

EDITS = {
    "a word": ("deck.yaml", "Ett stycke", "Ett annat", True),
    "a word in a file that is included": ("more.yaml", "Slut", "Till sist", True),
    "a slide before others": ("deck.yaml", "  - title: Andra", "  - title: Ny\n    text: Ja.\n  - title: Andra", True),
    "a title that a link names": ("deck.yaml", "title: Andra", "title: Annan", True),
    "a mistake": ("deck.yaml", "    text: Ett", "    txt: Ett", True),
    "a file that can't be read": ("more.yaml", "- title", "- title: [", True),
    "the deck's title": ("deck.yaml", "title: Studien", "title: Boken", False),
    "a variable": ("deck.yaml", "ort: ingen", "ort: alla", False),
    "a variant": ("variants.yaml", "Alfa", "Beta", False),
    "a language": ("languages/en.yaml", "texts: {}", "texts: {Slut.: The end.}", True),
    "numbers": ("data.csv", "Mora,4", "Mora,9", False),
    "code": ("code.py", "ja", "nej", False),
    "a picture": ("bild.svg", "h9", "h5", False),
    "a picture that is gone": ("bild.svg", None, None, False),
    "a theme": ("themes/min/theme.yaml", "motor", "natt", False),
    "a file of nobody's": ("notes.txt", None, "Hej", True),
    "a file that was missing": ("themes/motor/theme.yaml", None, "extends: natt", False),
}
"""By what is written: the file, what stands in it, what is put there, and whether slides are remembered."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache"))


def shown(preview: Preview) -> list[Shown]:
    return [replace(preview.shown(view), version=0) for view in VIEWS]


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_remembered_changes_nothing(edit: str, tmp_path: Path, cache: Cache) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    workspace = DiskWorkspace(tmp_path, ROOT / "themes")
    preview = Preview(workspace, "deck.yaml", None, cache)
    preview.shown(View())
    memos, file = preview.memory.memos, tmp_path / EDITS[edit][0]
    _, old, new, remembered = EDITS[edit]
    if new is None:
        file.unlink()
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FILES[EDITS[edit][0]].replace(old, new) if old else new, "utf-8")
    fresh = Preview(workspace, "deck.yaml", None, cache)
    fresh.good |= preview.good
    preview.refresh([file])
    assert shown(preview) == shown(fresh)
    assert (preview.memory.memos is memos) == remembered


MOVING = """\
title: Studien
slides:
  - title: Första
    text: {}
  - {{title: Andra, text: "Se [den första](#forsta).", fit: error, notes: Nu}}
  - {{title: Tredje, fit: error, text: {}}}
"""


def test_slides_that_have_only_moved_are_not_composed_again(tmp_path: Path, cache: Cache) -> None:
    """They come out as if nothing was known of them, and what is wrong with them is told where they stand now: the last has no
    room in another theme."""
    workspace, pages = DiskWorkspace(tmp_path, ROOT / "themes"), []
    preview = Preview(workspace, "deck.yaml", None, cache)
    for text in ("Ett", "|-\n      Ett\n      till", "Nu"):
        (tmp_path / "deck.yaml").write_text(MOVING.format(text, " ".join(["Många ord om samma sak."] * 10)), "utf-8")
        preview.refresh([tmp_path / "deck.yaml"])
        fresh = Preview(workspace, "deck.yaml", None, cache)
        for view in (View(), View(theme="punkt")):
            shown = preview.shown(view)
            assert replace(shown, version=0) == replace(fresh.shown(view), version=0)
            assert len(shown.problems) == (view.theme == "punkt")
        scene = preview._pipeline("", preview._now).compose().scene
        pages.append(() if scene is None else scene.pages)
    assert all(new[1:] == old[1:] and new[2] is old[2] and new[0] is not old[0] for old, new in pairwise(pages))


def test_what_is_saved_while_a_browser_is_told_is_told_at_once(tmp_path: Path, cache: Cache) -> None:
    (tmp_path / "deck.yaml").write_text("title: Studien\nslides:\n  - title: Första\n    text: Ett\n", "utf-8")
    preview = Preview(DiskWorkspace(tmp_path, ROOT / "themes"), "deck.yaml", None, cache)

    async def told() -> list[bytes]:
        telling = Door(preview, lambda file, line, column: "")._told(View())
        first = await anext(telling)
        preview.refresh()  # Nobody waits to hear of it.
        return [first, await asyncio.wait_for(anext(telling), 5)]

    with ThreadPoolExecutor(1) as elsewhere:  # Playwright has a loop of its own in this thread.
        heard = elsewhere.submit(asyncio.run, told()).result()
    assert [b'"version":%d' % number in one for number, one in enumerate(heard, 1)] == [True, True]
