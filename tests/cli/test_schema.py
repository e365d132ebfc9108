"""`schema`: each kind of file has one, each file of a project names its own, and they say what the reader says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from deckmotor.cli.schema import KINDS, schema_file
from tests.built import THEMES as UNSORTED
from tests.casefile import accepted
from tests.cli.conftest import Run
from tests.model.test_schema import document, errors

TOP = Path(__file__).parents[2]
THEMES = tuple(sorted(UNSORTED))

PLACES = {
    "deck": ("deck.yaml",),
    "slides": ("slides/*.yaml",),
    "variants": ("variants.yaml",),
    "variant": ("variants/*.yaml",),
    "language": ("languages/*.yaml",),
    "table": ("municipalities.yaml", "branches.yaml"),
}
"""Where the files of each kind are, from the folder of the deck."""


def named(file: Path) -> Path:
    """The schema that a file names in its first line, as an editor finds it."""
    found = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))
    assert found, f"{file} names no schema"
    return (file.parent / found[1]).resolve()


def files(folder: Path) -> list[tuple[str, Path]]:
    return [(kind, file) for kind, patterns in PLACES.items() for pattern in patterns for file in sorted(folder.glob(pattern))]


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_sound_and_printed(run: Run, kind: str) -> None:
    schema = json.loads(run("schema", kind).stdout)
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"]


def test_without_a_word_it_is_the_decks(run: Run) -> None:
    assert run("schema").stdout_bytes == schema_file("deck", THEMES)
    assert run("schema", "dekc").exit_code == 2


def test_all_are_written_into_a_folder(run: Run, here: Path) -> None:
    result = run("schema", "-o", "new/folder")
    assert result.stdout.split() == [f"new/folder/{kind}.json" for kind in KINDS]
    assert {path.name: path.read_bytes() for path in (here / "new/folder").iterdir()} == {
        f"{kind}.json": schema_file(kind, THEMES) for kind in KINDS
    }


def test_names_of_themes_are_completed_the_projects_own_too(run: Run, talk: Path) -> None:
    """Wherever one is named; another name is no mistake of the file's, as a theme may be made after its schema."""
    own = talk / "themes" / "vår" / "theme.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("{extends: motor}", "utf-8")
    assert run("schema", "-o", str(talk / "deck/.schema")).exit_code == 0
    for kind, text in (
        ("deck", "{title: A, theme: %s, slides: [{id: a, title: A}]}"),
        ("variant", "{theme: %s}"),
        ("theme", "{extends: %s}"),
    ):
        schema = json.loads((talk / f"deck/.schema/{kind}.json").read_text("utf-8"))
        key = "extends" if kind == "theme" else "theme"
        assert schema["properties"][key]["anyOf"][0] == {"enum": [*THEMES, "vår"]}
        assert all(errors(schema, document(text % name)) == [] for name in ("natt", "vår", "ny"))


def test_the_files_of_a_new_deck_name_theirs_and_fit_them(talk: Path) -> None:
    found = files(talk / "deck")
    assert len(found) == 4
    for kind, file in found:
        assert named(file) == talk.resolve() / "deck" / ".schema" / f"{kind}.json"
        assert errors(json.loads(named(file).read_text("utf-8")), document(file.read_text("utf-8"))) == []


def test_the_files_of_the_study_name_theirs_and_fit_them() -> None:
    found = files(TOP / "deck")
    themes = [("theme", file) for file in sorted((TOP / "themes").glob("*/theme.yaml"))]
    assert len(found) >= 9 and len(themes) >= 2
    for kind, file in found + themes:
        assert named(file) == TOP / "deck" / ".schema" / f"{kind}.json"
        assert errors(json.loads(named(file).read_text("utf-8")), document(file.read_text("utf-8"))) == [], file


def test_the_gallery_which_has_every_kind_in_every_way_fits_them() -> None:
    gallery = TOP / "examples" / "gallery"
    schemas = {"slides": KINDS["slides"](), "deck": KINDS["deck"]()}
    odd = {
        str(file.relative_to(gallery)): found
        for kind, file in [("deck", gallery / "deck.yaml"), *(("slides", one) for one in sorted(gallery.glob("slides/*.yaml")))]
        if (found := errors(schemas[kind], document(file.read_text("utf-8"))))
    }
    assert odd == {}


def test_the_schemas_of_the_study_are_up_to_date(request: pytest.FixtureRequest) -> None:
    for kind in KINDS:
        file = TOP / "deck" / ".schema" / f"{kind}.json"
        if request.config.getoption("--accept"):
            accepted(file, schema_file(kind, THEMES))
        assert file.read_bytes() == schema_file(kind, THEMES), "run `pytest tests/cli/test_schema.py --accept`"


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("{label: A, extends: motor}", True),
        ("{extends: motor, colours: {paper: FFFFFF, ink: '000000'}}", True),
        ("{extends: motor, colours: {paper: white}}", False),
        ("{extends: motor, colors: {}}", False),
        ("{extends: motor, fit: {policy: krymp}}", False),
        ("{extends: motor, motif: {cover: [{wheel: {outer: 1}}]}}", False),
        ("{label: A}", False),
    ],
)
def test_a_theme_says_all_or_extends_another(text: str, sound: bool) -> None:
    theme: dict[str, Any] = KINDS["theme"]()
    assert (errors(theme, document(text)) == []) == sound
