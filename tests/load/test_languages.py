"""A deck in other languages: every text in its place, in every layer, and what is missing or stale told at its line."""

import re
from typing import Any, get_args, get_type_hints

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from deckmotor.diagnostics import Diagnostic
from deckmotor.edition import Edition
from deckmotor.load import Project, load_deck, load_project
from deckmotor.load.files import Files
from deckmotor.load.followed import followed
from deckmotor.load.languages import paired, read_languages
from deckmotor.load.origin import origin
from deckmotor.load.translate import project_texts, updated
from deckmotor.load.walk import DRAWN, NO_TEXT, OF_DRAWN, WORDS, is_key
from deckmotor.model.blocks import BLOCK_KEYS, Bullets, Column, block_type, every_block
from deckmotor.model.deck import Deck, Head, Slide
from deckmotor.model.figures import Figure
from deckmotor.model.items import ListItem
from deckmotor.model.kinds import ChoiceKind, FlagKind, ListKind
from deckmotor.model.panels import Comparison
from deckmotor.model.records import RecordKind, plan_of
from deckmotor.model.roadmaps import Roadmap
from deckmotor.model.tables import Row
from deckmotor.model.text import Text
from deckmotor.workspace import MemoryWorkspace

DECK = """
title: Studien
subtitle: Om oss
language: sv
file: studien
words: {made_by: "gjord av {names}"}
variables: {kind: lång}
slides:
  - {id: start, cover: {}}
  - {id: del, section: Del ett}
  - id: lista
    title: Lista
    lead: "Vi kan:"
    bullets:
      - Ett
      - {text: Två, bullets: [Tre, {id: fyra, text: Fyra}]}
      - Del två:
          - Under
      - ${kind}
    notes: |
      En rad.

      En till.
  - id: spalter
    title: Spalter
    columns:
      - {heading: Vänster, text: "En ${kind} text"}
      - {heading: Höger, table: [[Ort, Antal], [Kalix, 5]]}
  - id: karta
    title: Karta
    map: {places: [Kalix], highlight: Kalix, source: "SCB, gränser"}
  - id: tal
    title: Tal
    chart: {bars: {Böcker: {Vuxna: 5, Barn: 2}, Filmer: {Vuxna: 3, Barn: 4}, "2025": {Vuxna: 1, Barn: 1}}, highlight: Böcker}
  - id: platser
    title: Platser
    map: {places: {Fabriken: [65.85, 20.40]}, highlight: Fabriken}
  - {id: slut, closing: Tack!}
"""

FILES = {
    "deck.yaml": DECK,
    "audiences.yaml": "politiker: {changes: {lista: {notes: Till politiker}}}\npersonal: {}\n",
    "variants.yaml": """
each:
  - {id: kalix, name: Kalix, folk: 15300, dag: 2026-05-04}
  - {id: motala, name: Motala, folk: 43000, dag: 2026-06-01}
changes: {start: {title: "Till ${name}, ${dag|long}"}}
add: [{after: lista, id: samtal, title: Samtal, questions: [{id: nu, text: "Hur gör ${folk|number} i dag?"}]}]
""",
    "variants/kalix.yaml": "changes: {lista: {lead: Bara Kalix}}\n",
}

Lines = dict[str, str]


def project(files: Lines) -> Project:
    return load_project(MemoryWorkspace({path: text.encode() for path, text in files.items()}), "deck.yaml")


def translate(files: Lines, *, accept: bool = False) -> tuple[Lines, list[tuple[str, str]]]:
    """The files after `deckmotor translate en`, and what it told."""
    loaded = project(files)
    strings = read_languages(Files(loaded.workspace), "").get("en") or msgspec.structs.replace(
        read_languages(Files(project({**files, "languages/en.yaml": ""}).workspace), "")["en"]
    )
    assert loaded.deck is not None
    strings, old = followed(strings, loaded.deck), files.get("languages/en.yaml", "")
    made = updated(strings, project_texts(loaded, strings), old, "sv", accept=accept)
    return {**files, "languages/en.yaml": made.data}, [(one.state, one.text.node.text) for one in made.told]


def filled(files: Lines) -> Lines:
    """With a translation on each line: the original with an X before each word that is none of a variable."""
    made, told = translate(files)
    lines = made["languages/en.yaml"].splitlines()
    originals = iter(text for _, text in told)
    for number, line in enumerate(lines):
        if line.endswith(": ~"):
            english = (
                re.sub(r"(?<![\w${|])(?=[^\W\d])(?!long|number)", "X", next(originals)).replace("\n", "\\n").replace('"', '\\"')
            )
            lines[number] = f'{line[:-1]}"{english}"'
    return translate({**files, "languages/en.yaml": "\n".join(lines) + "\n"})[0]


def plain(value: Any) -> Any:
    """Without places."""
    if isinstance(value, dict):
        return {
            key: plain(one)
            for key, one in value.items()
            if key not in ("span", "source", "puts", "begin", "written", "edition", "file")
        }
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def deck_of(loaded: Project, edition: Edition) -> tuple[Deck, tuple[Diagnostic, ...]]:
    deck, problems = load_deck(loaded, edition)
    assert deck is not None, problems
    return deck, problems


def said(loaded: Project, edition: Edition) -> str:
    """All that a deck says."""
    return msgspec.json.encode(plain(msgspec.to_builtins(deck_of(loaded, edition)[0]))).decode()


def test_each_text_of_each_layer_has_a_line_and_takes_its_place() -> None:
    files = filled(FILES)
    loaded = project(files)
    for edition in loaded.editions:
        if edition.language:
            deck, problems = deck_of(loaded, edition)
            assert problems == ()
            mine = said(loaded, edition)
            assert (
                re.findall(r'"(Studien|Om oss|gjord av|Del ett|Lista|Vi kan|Ett|Tre|Under|En rad|En till|Samtal)', mine) == []
            )
            assert deck.head.language == "en"
            assert deck.file == "-".join(("studien", *(value for _, value in edition.parts)))
    kalix = said(loaded, Edition("kalix", "politiker", "en"))
    assert "XTill Kalix, 4 May 2026" in kalix and "15,300" in kalix and "XBara XKalix" in kalix and "XTill Xpolitiker" in kalix


def test_a_translated_deck_is_the_one_that_was_written_so() -> None:
    """The slow way: each text replaced where it stands in its file."""
    files = {"deck.yaml": DECK}
    loaded = project(filled(files))
    strings = read_languages(Files(loaded.workspace), "")["en"]
    text = DECK
    matched = {(one.group, one.way): hit for one, hit in paired(strings, project_texts(loaded, strings))}
    for one in sorted(project_texts(loaded, strings), key=lambda one: (".names." in one.way, -one.node.span.start)):
        found = matched[one.group, one.way]
        assert found is not None
        if ".names." in one.way:
            text = re.sub(rf"\b{one.node.text}\b", found[1].text.text, text)  # A name may stand in several places.
            continue
        span = one.node.span
        text = f"{text[: span.start]}{msgspec.json.encode(found[1].text.text).decode()}{text[span.end :].lstrip(' ')}"
    assert "{XBöcker: {XVuxna: 5, XBarn: 2}" in text and "{XFabriken: [" in text and "highlight: XFabriken" in text
    assert plain(msgspec.to_builtins(deck_of(loaded, Edition(language="en"))[0])) == plain(
        msgspec.to_builtins(deck_of(project({"deck.yaml": text.replace("language: sv", "language: en")}), Edition())[0])
    )


def codes(files: Lines) -> list[tuple[str, int]]:
    """What is told of the base deck in English, with its lines."""
    return sorted((one.code, one.span.line) for one in deck_of(project(files), Edition(language="en"))[1])


def line_of(text: str, word: str) -> int:
    return text[: text.index(word)].count("\n") + 1


def test_missing_stale_and_unused_lines_are_told() -> None:
    files = filled({"deck.yaml": DECK})
    assert codes(files) == []
    changed = {
        **files,
        "deck.yaml": DECK.replace("Vi kan:", "Vi kunde:").replace("- Ett\n", "- Noll\n      - Ett\n").replace("Del ett", "7"),
    }
    english = changed["languages/en.yaml"]
    assert codes(changed) == sorted([
        ("stale-translation", line_of(english, "lead:")),
        ("unused-translation", line_of(english, "section:")),
        ("untranslated", line_of(changed["deck.yaml"], "Noll")),
    ])  # fmt: skip
    assert '"XEtt"' in said(project(changed), Edition(language="en")), "a text that moved keeps its translation"
    mended, told = translate(changed)
    assert told == [("stale", "Vi kunde:"), ("missing", "Noll")]
    better = {**mended, "languages/en.yaml": mended["languages/en.yaml"].replace('"XVi Xkan:"', '"XWe could:"')}
    assert translate(better)[1] == [("missing", "Noll")], "a new translation is not stale"
    assert translate(mended, accept=True)[1] == [("missing", "Noll")]
    assert translate(translate(mended, accept=True)[0])[1] == [("missing", "Noll")]


PLAIN = """\
title: T
language: sv
slides:
  - {title: Vårt mål, bullets: [Ett hus, Två hus]}
  - {id: slut, title: Slut, text: Tack}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{title: Vårt mål", "{id: mål, title: Vårt mål", []),  # Called otherwise by an id.
        ("Vårt mål", "Vårt stora mål", ["stale-translation"]),  # By its title, which is another.
        ("id: slut", "id: sist", []),
        # A third of it is left: another slide, which has the text that stood on this one.
        ("Vårt mål, bullets: [Ett hus", "Målet, bullets: [Nytt hem", ["untranslated"] * 2 + ["unused-translation"] * 2),
        ("Vårt mål, bullets: [Ett hus, Två", "Målet, bullets: [Noll, Sju", ["untranslated"] * 3 + ["unused-translation"] * 3),
    ],
)
def test_translations_follow_a_slide_that_is_called_otherwise(old: str, new: str, told: list[str]) -> None:
    files = filled({"deck.yaml": PLAIN})
    changed = {**files, "deck.yaml": PLAIN.replace(old, new)}
    assert sorted(code for code, _ in codes(changed)) == told
    mended, listed = translate(changed)
    assert [state for state, _ in listed] == [code.split("-")[0] for code in told if code == "stale-translation"] + [
        "missing" for code in told if code == "untranslated"
    ]
    assert all(mended["languages/en.yaml"].count(word) == 1 for word in ("XVårt Xmål", "XEtt Xhus", "XTvå Xhus", "XTack"))
    assert translate(mended)[0] == mended


MOVES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "to another place, and a word more": (
        "Vi öppnar i maj, Allt är gratis, Ta med en vän", "Allt är gratis, Ta med en vän, Vi öppnar redan i maj",
        [("stale", "Vi öppnar redan i maj")],
    ),
    "behind a new one": (
        "Vi öppnar i maj, Allt är gratis, Ta med en vän", "Barn under sju, Vi öppnar nu i maj, Allt är gratis, Ta med en vän",
        [("missing", "Barn under sju"), ("stale", "Vi öppnar nu i maj")],
    ),
    "two at once": (
        "Vi öppnar i maj, Allt är gratis, Ta med en vän", "Ta gärna med en vän, Vi öppnar i juni, Allt här är gratis",
        [("stale", "Ta gärna med en vän"), ("stale", "Vi öppnar i juni"), ("stale", "Allt här är gratis")],
    ),
    "another text in another place": (
        "Vi öppnar i maj, Allt är gratis, Ta med en vän", "Allt är gratis, Ta med en vän, Bussen går varje timme",
        [("missing", "Bussen går varje timme")],
    ),
    "to two places": (
        "Vi öppnar i maj, Allt är gratis, Ta med en vän",
        "Allt är gratis, Ta med en vän, Vi öppnar nu i maj, Vi öppnar redan nu i maj",
        [("stale", "Vi öppnar nu i maj"), ("missing", "Vi öppnar redan nu i maj")],
    ),
    "away, where another slide has it too": (
        "Allt är gratis, Vi öppnar]}\n  - {id: b, title: B, bullets: [Allt är gratis, Sist",
        "Vi öppnar]}\n  - {id: b, title: B, bullets: [Allt är gratis, Sist", [],
    ),
    "to another slide": (
        "Vi öppnar i maj, Allt är gratis, Ta med en vän]}\n  - {id: b, title: B, bullets: [Sist",
        "Vi öppnar i maj, Ta med en vän]}\n  - {id: b, title: B, bullets: [Allt är gratis, Sist", [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("move", MOVES)
def test_a_translation_follows_a_text_that_moved_and_changed(move: str) -> None:
    old, new, expected = MOVES[move]
    deck = f"title: T\nlanguage: sv\nslides:\n  - {{id: a, title: A, bullets: [{old}]}}\n"
    files = filled({"deck.yaml": deck})
    changed = {**files, "deck.yaml": deck.replace(old, new)}
    made, told = translate(changed)
    assert told == expected
    assert translate(made) == (made, told)
    gone = "unused-translation" in [code for code, _ in codes(changed)]
    assert gone == (move in ("another text in another place", "away, where another slide has it too"))
    assert "XAllt Xär Xgratis" in said(project(changed), Edition(language="en")) or ("stale", "Allt här är gratis") in told


@settings(max_examples=25, deadline=None)
@given(st.permutations(["Ett", "Noll", "Sju", "Tack"]), st.integers(0, 4))
def test_translate_loses_nothing_and_says_the_same_twice(order: list[str], kept: int) -> None:
    files = filled({"deck.yaml": "title: T\nlanguage: sv\nslides:\n  - {id: a, title: A, bullets: [Ett, Noll, Sju, Tack]}\n"})
    english = files["languages/en.yaml"].replace("    bullets.2:", "    # En tanke\n    bullets.2:") + "# Sist\n"
    items = ", ".join([*order[:kept], "Ny"])
    files = {
        "deck.yaml": f"title: T\nlanguage: sv\nslides:\n  - {{id: a, title: A, bullets: [{items}]}}\n",
        "languages/en.yaml": english,
    }
    once = translate(files)[0]
    for word in ("XEtt", "XNoll", "XSju", "XTack", "# En tanke", "# Sist"):
        assert once["languages/en.yaml"].count(word) == 1, once["languages/en.yaml"]
    assert translate(once)[0] == once
    shown = deck_of(project(once), Edition(language="en"))[0].slides[0]
    (block,) = shown.blocks
    assert isinstance(block, Bullets)
    assert re.findall(r"'X(Ett|Noll|Sju|Tack)'", repr([item.text.runs for item in block.items[:kept]])) == order[:kept]


def test_comments_of_the_user_stay_whatever_becomes_of_their_lines() -> None:
    deck = "title: T\nlanguage: sv\nslides:\n  - {id: a, title: A, text: Ett}\n  - {id: b, title: B, text: Två}\n"
    once = translate({"deck.yaml": deck})[0]["languages/en.yaml"]
    notes = ("# yaml-language-server: $schema=x.json", "# TODO: ask Eva", "# Note: of the law", "# en: as we say", "# Above B")
    english = f"{notes[0]}\n{once}"
    for line, note in zip(("  title: ~", "    title: ~", "    text: ~", "  b:"), notes[1:], strict=True):
        english = english.replace(f"{line}\n", f"{note}\n{line}\n", 1)
    for text in (deck, deck.replace("text: Ett", "lead: Tre"), deck.replace("  - {id: b, title: B, text: Två}\n", "")):
        for file in (english, english.replace("~", "En", 2)):
            made = translate({"deck.yaml": text, "languages/en.yaml": file})[0]["languages/en.yaml"]
            assert [made.count(note) for note in notes] == [1] * 5, made
            assert made.startswith(notes[0])
            assert translate({"deck.yaml": text, "languages/en.yaml": made})[0]["languages/en.yaml"] == made
    assert once.count("# sv: ") == 5


def test_a_language_may_be_there_for_the_deck_alone() -> None:
    loaded = project({**FILES, "languages/en.yaml": "only: deck\ndeck: {title: The study}\n"})
    assert [edition for edition in loaded.editions if edition.language] == [Edition(language="en")]
    assert len(loaded.editions) == 10
    deck, problems = load_deck(loaded, Edition("kalix", language="en"))
    assert deck is None and [one.code for one in problems] == ["language-alone"]


def test_a_translation_is_explained_by_its_own_place() -> None:
    found = origin(project(filled(FILES)), Edition("kalix", language="en"), "lista")
    assert found is not None
    places = {value.way: (value.text, value.span.file) for value in found.values}
    assert places["title",] == ("XLista", "languages/en.yaml")
    assert places["lead",] == ("XBara XKalix", "languages/en.yaml")


def structs() -> set[type[Struct]]:
    return {*every_block(), Column, Row, Figure, ListItem, Slide, Head}


def holds_text(hint: object) -> bool:
    return hint is Text or any(map(holds_text, get_args(hint)))


@pytest.mark.parametrize("kind", sorted(structs(), key=str))
def test_every_text_of_the_model_can_be_translated(kind: type[Struct]) -> None:
    keys = {key for key, hint in get_type_hints(kind, include_extras=True).items() if holds_text(hint)}
    assert keys & NO_TEXT == set()
    if str(kind.__struct_config__.tag) in DRAWN:
        assert keys - {"series"} <= OF_DRAWN, "names of bars and series are data"


def test_words_of_the_language_are_no_texts() -> None:
    """`build: items` is the same in every language; a text that happens to be such a word is one elsewhere."""
    deck = """
title: Studien
transition: push
slides:
  - {id: a, title: push, build: items, background: deep, bullets: [items]}
  - {id: b, title: B, callout: {kind: tip, text: tip}}
  - {id: c, title: C, agenda: sections, footer: none}
  - {id: d, title: D, sources: all}
"""
    loaded = project({"deck.yaml": deck, "languages/en.yaml": ""})
    texts = project_texts(loaded, read_languages(Files(loaded.workspace), "")["en"])
    assert [text.node.text for text in texts] == ["Studien", "push", "items", "B", "tip", "C", "none", "D"]


def test_words_of_the_language_are_those_of_the_model() -> None:
    """The table of them is what all plans say: a key or a choice that is new has to be in it."""
    words: dict[str, set[str]] = {"sources": {"all"}}
    seen: set[type[Struct]] = set()
    left: list[type[Struct]] = [Slide, Head, *every_block()]
    while left:
        kind_of_struct = left.pop()
        if kind_of_struct in seen:
            continue
        seen.add(kind_of_struct)
        for name, field in plan_of(kind_of_struct).fields.items():
            kind = field.kind
            while isinstance(kind, ListKind):
                kind = kind.item
            if isinstance(kind, RecordKind):
                left.append(kind.cls)
            elif isinstance(kind, ChoiceKind | FlagKind):
                words.setdefault(name, set()).update(kind.values if isinstance(kind, ChoiceKind) else ("true", "false"))
    for name in BLOCK_KEYS:
        if flag := getattr(block_type(name), "flag", None):
            words.setdefault(name, set()).add(flag)
    assert {key: set(value) for key, value in WORDS.items()} == words
    assert all(is_key(key) for block in every_block() for key in plan_of(block).keys)


KEYED = """
title: Studien
language: sv
slides:
  - {id: sidor, title: Sidor, comparison: {Före: [Kö, Papper], Efter: [Lugn]}}
  - id: plan
    title: Plan
    roadmap: {periods: [Våren, Hösten], lanes: {Lokal: [Bygge: Våren, {text: Fest, at: Hösten}]}, now: Våren, highlight: Fest}
  - {id: folk, title: Folk, people: {Åsa Öberg: Chef, Maj Lind: Lärare}, logos: [a.png: Sjöby, {file: a.png, name: Norrby}]}
  - id: väg
    title: Väg
    flow: {arrows: [s -> p, {p -> q: Ja}, q -> Slut], nodes: {s: Start, p: Pröva, q: Klart}, highlight: p}
"""


def test_keys_that_are_texts_are_translated_once_and_what_names_them_follows() -> None:
    files = {
        "deck.yaml": KEYED,
        "variants.yaml": "each: [{id: v, name: V}]\n",
        "variants/v.yaml": "changes: {sidor: {comparison: {Före: [Annat]}}}\n",
    }
    _, told = translate(files)
    assert [text for _, text in told] == [
        "Studien", "Sidor", "Före", "Kö", "Papper", "Efter", "Lugn", "Plan", "Våren", "Hösten", "Lokal", "Bygge", "Fest",
        "Folk", "Chef", "Lärare", "Sjöby", "Norrby", "Väg", "Ja", "q -> Slut", "Start", "Pröva", "Klart", "Annat",
    ]  # fmt: skip
    english = filled(files)
    deck, problems = deck_of(project(english), Edition("v", "", "en"))
    assert not [found for found in problems if found.severity == "error"]
    sides, plan, _, _ = (slide.blocks[0] for slide in deck.slides)
    assert isinstance(sides, Comparison) and isinstance(plan, Roadmap)
    assert [(side.title.plain, [point.plain for point in side.points]) for side in sides.items] == [
        ("XFöre", ["XAnnat"]), ("XEfter", ["XLugn"]),
    ]  # fmt: skip
    bar = plan.lanes.items[0].items[0]
    assert bar.begin is not None and plan.now is not None
    assert (bar.begin.plain, plan.now.plain, plan.highlight) == ("XVåren", "XVåren", "XFest")
