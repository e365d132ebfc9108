"""Every kind of content in every part of the program: read back, translated, varied, compared, explained, in all outputs.

A new kind has no page here yet, which fails.
"""

import io
import json
import re
import wave
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdf
import pytest

from deckmotor.build import Pipeline
from deckmotor.cli.git import commit_of, workspace_at
from deckmotor.diff import compare
from deckmotor.edition import BASE, Edition
from deckmotor.finished import Finished, words_of
from deckmotor.importer import read_finished
from deckmotor.linter import lint_package
from deckmotor.load import load_project
from deckmotor.load.files import Files
from deckmotor.load.languages import read_languages
from deckmotor.load.origin import origin
from deckmotor.load.translate import project_texts, updated
from deckmotor.model.blocks import BLOCK_KEYS
from deckmotor.model.schema import deck_schema
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.casefile import BYTES
from tests.cli.test_diff import git
from tests.hostile.attack import write
from tests.model.test_schema import document, errors
from tests.pictures.test_clips import mp4

KINDS: dict[str, tuple[str, str]] = {
    "lead": ("lead: Ingressen, text: Orden", "lead: Nytt"),
    "text": ("text: [Orden, Flera]", "text: Nytt"),
    "bullets": ("bullets: [{id: a, text: Ett}, {id: b, text: Gammalt}]", "bullets: {a: {text: Nytt}, b: ~}"),
    "numbered": ("numbered: [{id: a, text: Ett}, {id: b, text: Gammalt}]", "numbered: {a: {text: Nytt}, b: ~}"),
    "quote": ("quote: {text: Orden, by: Sagesman}", "quote: {text: Nytt}"),
    "definitions": (
        "definitions: [{id: a, term: Komvux, text: Skola}, {id: b, term: Folkhög, text: Gammalt}]",
        "definitions: {a: {text: Nytt}, b: ~}",
    ),
    "callout": (
        "callout: {kind: warning, title: Märk, text: Dagen, source: Källan, "
        "bullets: [{id: a, text: Ett}, {id: b, text: Gammalt}]}",
        "callout: {bullets: {a: {text: Nytt}, b: ~}}",
    ),
    "picture": ("picture: {file: märke.svg, alt: Märket, caption: Under}", "picture: {caption: Nytt}"),
    "pictures": (
        "pictures: [{file: bild.png, alt: Kullen, caption: Under}, {file: bild.png, alt: Dalen}]",
        "pictures: [{file: ../bild.png, alt: Nytt}, {file: ../bild.png, alt: Dalen}]",
    ),
    "video": ("video: {file: film.mp4, alt: Filmen, caption: Under}", "video: {caption: Nytt}"),
    "audio": ("audio: {file: ljud.wav, alt: Ljudet, caption: Under}", "audio: {caption: Nytt}"),
    "icon": ("text: Orden, icon: {name: books, alt: Hyllan}", "icon: {name: books, alt: Nytt}"),
    "table": ("table: [[Ort, Antal], [Kusten, '5']]", "table: [[Ort, Antal], [Nytt, '6']]"),
    "chart": ("chart: {bars: {Kusten: 5, Inlandet: 4}, source: Källan}", "chart: {source: Nytt}"),
    "fact": ("fact: {value: '65', label: Orter, text: Meningen}", "fact: {label: Nytt}"),
    "map": ("map: {places: [Kalix], source: Källan}", "map: {source: Nytt}"),
    "qr": ("qr: {address: 'https://example.org', caption: Adressen}", "qr: {caption: Nytt}"),
    "formula": ("formula: {formula: E = mc^2, alt: Energin}", "formula: {formula: E = h, alt: Nytt}"),
    "agenda": (
        "agenda: [{id: a, time: '9.00', text: Hälsning}, {id: b, time: '9.30', text: Gammalt, by: Ledare}]",
        "agenda: {a: {text: Nytt}, b: ~}",
    ),
    "process": (
        "process: [{id: a, label: Söka, text: Hos}, {id: b, label: Gammalt}, {id: c, label: Börja}]",
        "process: {a: {label: Nytt}, b: ~}",
    ),
    "timeline": (
        "timeline: [{id: a, date: '2020', text: Starten}, {id: b, date: '2022', text: Gammalt}, {date: '2024', text: Målet}]",
        "timeline: {a: {text: Nytt}, b: ~}",
    ),
    "code": ("code: {text: Orden = 1, language: python, alt: Raden}", "code: {text: Nytt = 2}"),
    "hierarchy": (
        "hierarchy: {items: [{id: h, label: Nämnd, text: Leder, items: [{id: a, label: Skola}, {id: b, label: Gammalt}]}]}",
        "hierarchy: {items: {h: {items: {a: {label: Nytt}, b: ~}}}}",
    ),
    "people": (
        "people: [{id: a, name: Åsa, role: Leder, contact: Växeln}, {id: b, name: Gammalt}, {name: Bo, picture: bild.png}]",
        "people: {a: {role: Nytt}, b: ~}",
    ),
    "flow": (
        "flow: {arrows: [{id: a, arrow: s -> p, label: Redan}, {id: b, arrow: p -> q, label: Gammalt}], "
        "nodes: {s: Starten, p: Prövning, q: Målet}, highlight: s}",
        "flow: {arrows: {a: {label: Nytt}, b: {arrow: p -> q, label: Annat}}}",
    ),
    "cycle": (
        "cycle: {centre: Mitten, items: [{id: a, label: Planera}, {id: b, label: Gammalt}, Göra, Lära]}",
        "cycle: {items: {a: {label: Nytt}, b: ~}}",
    ),
    "roadmap": (
        "roadmap: {periods: [Våren, Hösten], lanes: {Lokal: [{id: a, text: Ritning, from: Våren}, {id: b, text: Gammalt, "
        "at: Hösten}], Kurser: [{text: Behov, from: Våren, to: Hösten}]}, now: Våren, highlight: Behov}",
        "roadmap: {lanes: {Lokal: {a: {text: Nytt}, b: ~}}}",
    ),
    "comparison": (
        "comparison: [{id: a, title: Före, points: [Papper]}, {id: b, title: Gammalt}, {title: Efter, text: Lugn}]",
        "comparison: {a: {title: Nytt}, b: ~}",
    ),
    "matrix": (
        "matrix: {x: Vinst, y: {label: Kraft, steps: [Liten, Stor]}, items: [{id: a, title: Snart, points: [Ring]}, "
        "{id: b, title: Gammalt}, {title: Fyll}, {title: Fika}]}",
        "matrix: {items: {a: {title: Nytt}, b: {title: Annat}}}",
    ),
    "logos": (
        "logos: {names: true, items: [{id: a, file: bild.png, name: Sjöby}, {id: b, file: bild.png, name: Gammalt}, "
        "{file: bild.png, name: Norrby}]}",
        "logos: {items: {a: {name: Nytt}, b: ~}}",
    ),
    "questions": ("questions: [{id: a, text: Varför}, {id: b, text: Gammalt}]", "questions: {a: {text: Nytt}, b: ~}"),
    "columns": ("columns: [{heading: Vänster, text: Orden}, {text: Höger}]", "columns: [{text: Nytt}, {text: Höger}]"),
    "footnotes": ("bullets: ['Orden[^1]', Flera], footnotes: {1: Noten}", "footnotes: {1: Nytt}"),
    "sources": ("text: Orden, sources: [Boken, Rapporten]", "sources: [Nytt, Rapporten]"),
    "marks": ("text: '~~Orden~~ [[Esc]] $a^2$ och ~~Flera~~'", "text: '~~Nytt~~'"),
    "background": ("text: Orden, background: bild.png", "text: Nytt"),
}  # fmt: skip
"""By kind a slide with it, each of whose words has a capital; and what a variant does there: `Nytt` comes, `Gammalt` goes."""

PAGES_OF_THEIR_OWN = {"cover", "section", "closing"}
STAYS = {"people": {"Åsa", "Bo", "Gammalt"}, "map": {"Kalix"}, "code": {"Orden"}, "formula": {"E"}}
"""What no translation changes: names, code and formulas."""


OF_CODE = {"Raden"}
"""Code is read out itself in a PDF, which has no words in its place."""

LETTER = re.compile(r"(?<![^\W_])(?=[^\W\d_])")
"""Where a word begins."""


ROOM = Edition(audience="rum")
"""Those who do not see `Gammalt`, or where a kind lists nothing with ids, the whole of it."""

WHOLE = {"matrix", "flow"}
"""What has ids of which none may be left out alone: one of four fields, the only arrow to a box that has a name."""


def typed(kind: str) -> str:
    """The slide of a kind, of which a part is not for all."""
    text = KINDS[kind][0]
    if "{id: b," in text and kind not in WHOLE:
        return text.replace("{id: b,", "{id: b, except: rum,")
    if text.startswith(f"{kind}: {{"):
        return text.replace("{", "{except: rum, ", 1)
    return f"except: rum, {text}"


def deck() -> str:
    slides = "".join(f"  - {{id: {kind}, title: Om {kind}, {typed(kind)}}}\n" for kind in KINDS)
    return f"title: Studien\nlanguage: sv\nbuild: items\ntransition: fade\nslides:\n{slides}"


def moved() -> str:
    """A variant that adds each slide again and puts the old ones in the other order, before them."""
    files = re.compile("|".join(map(re.escape, media())))
    slides = (files.sub(r"../\g<0>", text) for text, _ in KINDS.values())
    added = "".join(f"  - {{id: {kind}-igen, title: Igen, {text}}}\n" for kind, text in zip(KINDS, slides, strict=True))
    kinds = list(KINDS)
    places = "".join(f"  - {{id: {one}, after: {other}}}\n" for one, other in zip(kinds[-2::-1], kinds[:0:-1], strict=True))
    return f"add:\n{added}move:\n{places}"


def media() -> dict[str, bytes]:
    sound = io.BytesIO()
    with wave.open(sound, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(bytes(1600))
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9" fill="#123456"/></svg>'
    return {"bild.png": BYTES["png"](b"40x30"), "märke.svg": svg, "ljud.wav": sound.getvalue(), "film.mp4": mp4()}


WORD = r"\b[A-ZÅÄÖ][a-zåäö]+\b"


def words(kind: str) -> set[str]:
    return set(re.findall(WORD, KINDS[kind][0]))


@cache
def files_of_all() -> dict[str, bytes]:
    """The deck with variants and a translation, in which each word has an X before it."""
    changes = "".join(f"  {kind}: {{{change}}}\n" for kind, (_, change) in KINDS.items())
    files = {
        "deck.yaml": deck(), "variants.yaml": "each: [{id: v, name: V}, {id: w, name: W}]\n",
        "variants/v.yaml": f"changes:\n{changes}", "variants/w.yaml": moved(),
        "audiences.yaml": "rum: {}\n",
    }  # fmt: skip
    held = {**THEME_FILES, **media(), **{path: text.encode() for path, text in files.items()}}
    loaded = load_project(MemoryWorkspace({**held, "languages/en.yaml": b""}), "deck.yaml")
    assert loaded.problems == (), loaded.problems
    strings = read_languages(Files(loaded.workspace), "")["en"]
    made = updated(strings, project_texts(loaded, strings), "", "sv", accept=False)
    lines = made.data.splitlines()
    originals = (one.text.node.text for one in made.told)
    for number, line in enumerate(lines):
        if line.endswith(": ~"):
            lines[number] = line[:-1] + json.dumps(LETTER.sub("X", next(originals)), ensure_ascii=False)
    return {**held, "languages/en.yaml": "\n".join(lines).encode()}


@cache
def pipeline() -> Pipeline:
    return Pipeline.of(MemoryWorkspace(files_of_all()), "deck.yaml", theme="motor")


@cache
def built(edition: Edition) -> dict[str, bytes]:
    made = pipeline().build(edition, ("pptx", "html", "pdf") if edition == BASE else ("pptx",))
    assert [str(found) for found in made.problems if found.severity == "error"] == []
    return {file.name.rpartition(".")[2]: file.data for file in made.files}


@cache
def finished(edition: Edition) -> Finished:
    deck, problems = read_finished(built(edition)["pptx"], "a.pptx")
    assert deck is not None and problems == ()
    return deck


def said(edition: Edition, kind: str) -> str:
    """All that the page of a kind says in a finished deck: its words, and those for who can't see it."""
    (slide,) = (slide for slide in finished(edition).slides if slide.identity.id == kind)
    return "\n".join([words_of(slide), *(part.alt for part in slide.parts)])


def test_every_kind_has_a_page_here() -> None:
    assert set(BLOCK_KEYS) - PAGES_OF_THEIR_OWN <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_is_typed_is_read_back_of_a_finished_deck(kind: str) -> None:
    assert {word for word in words(kind) if word not in said(BASE, kind)} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_all_of_it_has_a_translation(kind: str) -> None:
    english = said(Edition(language="en"), kind)
    left = {word for word in words(kind) if re.search(rf"(?<!X){word}", english)}
    assert left <= STAYS.get(kind, set())


@pytest.mark.parametrize("kind", KINDS)
def test_a_variant_changes_and_takes_out_parts_of_it(kind: str) -> None:
    variant = said(Edition("v"), kind)
    assert "Nytt" in variant
    assert "Gammalt" not in variant


@pytest.mark.parametrize("kind", KINDS)
def test_a_variant_adds_it_and_moves_it(kind: str) -> None:
    ids = [slide.identity.id for slide in finished(Edition("w")).slides]
    first = [id for id in dict.fromkeys(ids) if id is not None and not id.endswith("-igen")]
    assert first == [*reversed(KINDS)] and ids.index(f"{kind}-igen") > ids.index(kind)
    assert said(Edition("w"), f"{kind}-igen") == said(Edition("w"), kind).replace(f"Om {kind}", "Igen", 1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_of_it_is_not_for_all(kind: str) -> None:
    shown = {slide.identity.id for slide in finished(ROOM).slides}
    if "{id: b," in KINDS[kind][0] and kind not in WHOLE:
        left = said(ROOM, kind)
        (item,) = re.findall(r"\{id: b,[^}]*\}", KINDS[kind][0])
        gone = set(re.findall(WORD, item)) - set(re.findall(WORD, KINDS[kind][0].replace(item, "")))
        assert {word for word in gone if word in left} == set()
        assert {word for word in words(kind) - gone if word not in left} == set()
    else:
        assert kind not in shown


@pytest.mark.parametrize("edition", (BASE, Edition("v"), Edition("w"), ROOM), ids=("base", "v", "w", "rum"))
def test_all_comes_at_clicks_that_point_at_what_is_there(edition: Edition) -> None:
    """Every page has builds and its transition; the linter looks at each shape and paragraph that an effect names."""
    data = built(edition)["pptx"]
    assert list(lint_package(data, "a.pptx")) == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        pages = [package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/slide")]
    still = [page for page in pages if "clickEffect" not in page]
    assert still == []
    assert [page for page in pages if "<p:fade" not in page] == []


def test_a_revision_of_git_has_every_kind(tmp_path: Path) -> None:
    """What is committed is built to the same bytes as what lies there."""
    files = {path: data for path, data in files_of_all().items() if path not in THEME_FILES}
    write(tmp_path, dict(files))
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "Alla")
    write(tmp_path, {"deck.yaml": "title: Annat\n"})
    commit = commit_of(tmp_path, "HEAD")
    assert commit is not None
    (made,) = (
        Pipeline.of(workspace_at(tmp_path, "deck.yaml", commit)[0], "deck.yaml", theme="motor").build(BASE, ("pptx",)).files
    )
    assert made.data == built(BASE)["pptx"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_variant_changed_is_told_of_and_has_its_place(kind: str) -> None:
    number = [slide.identity.id for slide in finished(BASE).slides].index(kind)
    changes = [change for change in compare(finished(BASE), finished(Edition("v"))) if change.path[:2] == ("slides", number)]
    assert changes
    found = origin(pipeline().project, Edition("v"), kind)
    assert found is not None
    places = [one.span.file for one in found.values if "Nytt" in str(one.text)]
    assert places and set(places) == {"variants/v.yaml"}


def test_the_schema_knows_all_of_it() -> None:
    assert errors(deck_schema(), document(deck())) == []


def test_all_of_it_is_said_on_the_web_page_and_in_the_pdf() -> None:
    page = built(BASE)["html"].decode()
    shown = re.sub(r"[\u00ad\u00a0]", "", page)
    assert {word for kind in KINDS for word in words(kind) if word not in shown} == set()
    reader = pypdf.PdfReader(io.BytesIO(built(BASE)["pdf"]))
    read = " ".join([*(page.extract_text() for page in reader.pages), *alts(reader.trailer["/Root"])])
    missing = {word for kind in KINDS for word in words(kind) - OF_CODE if word not in re.sub(r"[\u00ad\u00a0\n]", "", read)}
    assert missing == set()


def alts(part: object, seen: set[int] | None = None) -> Iterator[str]:
    """The alternative texts below a part of a PDF's tree of tags."""
    seen = set() if seen is None else seen
    part = part.get_object() if isinstance(part, pypdf.generic.PdfObject) else part
    if id(part) in seen:
        return
    seen.add(id(part))
    if isinstance(part, dict):
        if "/Alt" in part:
            yield str(part["/Alt"])
        for key in ("/StructTreeRoot", "/K"):
            if key in part:
                yield from alts(part[key], seen)
    elif isinstance(part, list):
        for one in part:
            yield from alts(one, seen)
