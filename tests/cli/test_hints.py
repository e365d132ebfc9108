"""Hints cure: what they say is done to the letter, and the problem is gone, and no other of syntax has come of it."""

import re

import pytest

from deckmotor.build import Pipeline
from deckmotor.cache import Cache
from deckmotor.catalogue.syntax import ENTRIES as SYNTAX
from deckmotor.diagnostics import Diagnostic
from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests.casefile import Case, cases

THEMES = {
    f"themes/{folder.name}/{file.name}": file.read_bytes()
    for folder in builtin_themes().iterdir()
    for file in folder.glob("*.yaml")
}

QUOTED = re.compile(r"(?:.*; )?(?:put the text in quotes|write a space after the (?:colon|dash)): (.+?)(?:, or all of it: .*)?")
MEANT = re.compile(r"did you mean `([\w ./-]+)`\?")

CURABLE = re.compile(r" = (did you mean|.*put the text in quotes|write a space)")

Files = dict[str, bytes]


@pytest.fixture(scope="session")
def themes(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("themes"))


def told(files: Files, themes: Cache) -> list[Diagnostic]:
    """What is wrong with a project's base deck, and with the first of its variants."""
    pipeline = Pipeline.of(MemoryWorkspace(files), "deck/deck.yaml", cache=themes)
    return [one for edition in pipeline.project.editions[:2] for one in pipeline.compose(edition).problems]


def cured(text: str, one: Diagnostic, hint: str) -> str | None:
    """The text with what a hint says done; None for a hint that leaves something for the writer to say."""
    start, end = one.span.start, one.span.end
    if meant := MEANT.fullmatch(hint):
        sign = "#" if text[start:end].startswith("#") else ""
        return f"{text[:start]}{sign}{meant[1]}{text[end:]}"
    quoted = QUOTED.fullmatch(hint)
    begin, after = text.rfind("\n", 0, start) + 1, (text.find("\n", start) + 1 or len(text) + 1) - 1
    line = text[begin:after]
    lead = quoted and re.match(r"(?:- *)*[\w-]+:?", quoted[1])
    if quoted is None or not lead or not line.strip().startswith(lead[0].split(":")[0]):
        return None
    return text[:begin] + line[: len(line) - len(line.lstrip())] + quoted[1] + text[after:]


@cases("errors")
def test_a_hint_cures(case: Case, themes: Cache) -> None:
    if "deck/deck.yaml" not in case.files or not CURABLE.search(case.path.read_text("utf-8")):
        return
    files = {**THEMES, **case.files}
    before = told(files, themes)
    for one in before:
        data = case.files.get(one.span.file, b"\xff")
        for hint in one.advice if b"\xff" not in data else ():
            text = cured(data.decode(), one, hint)
            if text is not None and one.span.end:
                left = told({**files, one.span.file: text.encode()}, themes)
                assert one.same not in {other.same for other in left}, (hint, text)
                here = {(other.code, other.span.line) for other in left} - {(other.code, other.span.line) for other in before}
                # What was meant may be there already, and is then there twice.
                come = {code for code, line in here if line == one.span.line} - {"duplicate-key"}
                assert not come & SYNTAX.keys(), (hint, text)
