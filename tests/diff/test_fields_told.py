"""Whatever can be chosen of a kind and is seen on its page is told by `diff`."""

import io
import json
import zipfile
from collections.abc import Iterator

import yaml

from deckmotor.build import Pipeline
from deckmotor.diff import compare
from deckmotor.diff.tell import tell
from deckmotor.finished import Finished
from deckmotor.importer import read_finished
from deckmotor.model.blocks import BLOCK_KEYS, block_type
from deckmotor.model.kinds import ChoiceKind, FlagKind
from deckmotor.model.records import plan_of
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.test_every_kind import KINDS, media

IN_VAIN = {("agenda", "sections"), ("agenda", "repeat")}
"""What an agenda with items of its own can't have."""

SEEN = {
    "callout-kind-law", "code-numbers-true", "people-shape-round", "picture-decorative-true", "table-header-column-true",
    "table-header-false",
}  # fmt: skip
"""Some that change the page, so that this test has something to look at."""

Cases = dict[str, tuple[str, str]]


def chosen() -> Iterator[tuple[str, tuple[str, str]]]:
    """By kind, key and value a slide without it, and one with it."""
    for name in BLOCK_KEYS:
        plan = plan_of(block_type(name))
        slide = yaml.safe_load(f"{{{KINDS[name][0]}}}") if name in KINDS else {}
        said = slide.get(name)
        if said is None or (not isinstance(said, dict) and plan.short is None):
            continue
        if not isinstance(said, dict):
            assert plan.short is not None
            said = {plan.short.key: said}
        for key, field in plan.fields.items():
            if key == "build" or (name, key) in IN_VAIN:
                continue
            kind = field.kind
            values = [True, False] if isinstance(kind, FlagKind) else kind.values if isinstance(kind, ChoiceKind) else ()
            for value in values:
                named = {part: text for part, text in said.items() if not (key == "decorative" and value and part == "alt")}
                old, new = ({**slide, name: one} for one in (said, {**named, key: value}))
                yield f"{name}-{key}-{json.dumps(value)}".replace('"', "").replace("_", "-"), (json.dumps(old), json.dumps(new))


def built(cases: Cases, which: int) -> tuple[Finished, dict[str, bytes]]:
    """The deck, and its pages as they stand in the file, by id."""
    slides = "".join(f"  - {{id: {id}, title: Om, {texts[which][1:]}\n" for id, texts in cases.items())
    deck = f"title: S\nlanguage: sv\nslides:\n{slides}".encode()
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **media(), "deck.yaml": deck}), "deck.yaml", theme="motor").build()
    assert [str(one) for one in made.problems if one.severity == "error"] == []
    read, _ = read_finished(made.data, "a.pptx")
    assert read is not None
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        pages = [package.read(f"ppt/slides/slide{number}.xml") for number in range(1, len(read.slides) + 1)]
    return read, {slide.identity.id: page for slide, page in zip(read.slides, pages, strict=True)}


def test_what_is_chosen_and_seen_is_told() -> None:
    cases = dict(chosen())
    (old, before), (new, after) = (built(cases, which) for which in (0, 1))
    seen = {id for id in cases if before[id] != after[id]}
    told = {slide.id for slide in tell(old, new, compare(old, new)).slides if slide.lines}
    assert seen >= SEEN
    assert seen - told == set()
