"""Characters that can't be shown as they should: told in our own terms, at their line, the same by `check` and every output."""

import io
import re

import pytest
from pypdf import PdfReader

from deckmotor.build import Pipeline
from deckmotor.built import Built
from deckmotor.edition import BASE
from deckmotor.workspace import MemoryWorkspace, builtin_themes

HEAD = "title: Prov\nlanguage: sv\nfile: prov\nslides:\n"

THEMES = {f"themes/{place.parent.name}/theme.yaml": place.read_bytes() for place in builtin_themes().glob("*/*.yaml")}


def pipeline(deck: str) -> Pipeline:
    return Pipeline.of(MemoryWorkspace({"deck.yaml": deck.encode(), **THEMES}), "deck.yaml")


def built(slides: str, *outputs: str, head: str = HEAD) -> Built:
    return pipeline(head + slides).build(BASE, outputs)  # type: ignore[arg-type]


def told(slides: str, head: str = HEAD) -> list[tuple[str, int, int]]:
    return [(one.code, one.span.line, one.span.column) for one in pipeline(head + slides).compose(BASE).problems]


KINDS = {
    "private use": ("\ue000", "missing-glyph"),
    "private use, far": ("\U000f0000", "missing-glyph"),
    "unassigned": ("\u0378", "missing-glyph"),
    "noncharacter": ("\ufffe", "bad-character"),
    "noncharacter, far": ("\U0003fffe", "bad-character"),
    "a mark alone": ("\u0301", None),
    "a mark around": ("a\u20e0", "missing-glyph"),
    "old letters": ("𒀀", "missing-glyph"),
    "Hebrew, which Arial has": ("שלום", "unready-script"),
    "Arabic": ("سلام", "unready-script"),
    "a sign of Arabic that is drawn round others": ("\u0600", "unready-script"),
    "Thai": ("สวัสดี", "unready-script"),
    "Lao": ("ສະບາຍດີ", "unready-script"),
    "Khmer": ("សួស្តី", "unready-script"),
    "Hindi": ("नमस्ते", "unready-script"),
    "Tamil": ("வணக்கம்", "unready-script"),
    "Chinese": ("你好。", "unready-script"),
    "Japanese": ("こんにちは", "unready-script"),
    "Korean": ("안녕하세요", "unready-script"),
    "Korean in parts": ("\u1112\u1161\u11ab", "unready-script"),
    "emoji": ("😀", "emoji"),
    "a flag": ("🇸🇪", "emoji"),
    "a key": ("1\ufe0f\u20e3", "emoji"),
    "skin": ("👍🏽", "emoji"),
    "a family": ("👨‍👩‍👧", "emoji"),
    "a heart, asked for in colour": ("❤\ufe0f", "emoji"),
    "nothing to see": ("a\u200b\u2060\u00ad\u200db", None),
    "Greek and Cyrillic": ("Ωμέγα Привет", None),
    "a letter and its mark": ("e\u0301a\u030a", None),
}

PLACES = {
    "title": '- title: "{}"\n  text: a\n',
    "text": '- title: A\n  text: "ord {} mer"\n',
    "bullet": '- title: A\n  bullets: [a, "{}"]\n',
    "cell": '- title: A\n  table:\n  - ["{}", b]\n  - [c, d]\n',
    "heading": '- title: A\n  columns:\n  - {{heading: "{}", text: a}}\n  - {{heading: B, text: b}}\n',
    "formula": '- title: A\n  formula: "\\\\text{{{}}}"\n',
    "formula in a line": '- title: A\n  text: "ord $\\\\text{{{}}}$ mer"\n',
    "notes": '- title: A\n  text: a\n  notes: "{}"\n',
    "cover": '- cover: {{}}\n  title: "{}"\n',
}


def escaped(characters: str) -> str:
    return "".join(f"\\U{ord(one):08x}" for one in characters)


@pytest.mark.parametrize("kind", KINDS)
def test_check_and_all_outputs_find_the_same(kind: str) -> None:
    characters, code = KINDS[kind]
    # The places take turns, so that each kind and each place is tried, and not all by all.
    numbers = [list(KINDS).index(kind) + step for step in (0, 1)]
    for place in (list(PLACES.values())[number % len(PLACES)] for number in numbers):
        deck = HEAD + place.format(escaped(characters))
        check = pipeline(deck).compose(BASE).problems
        made = pipeline(deck).build(BASE, ("pptx", "pdf", "png"))
        assert {one.code for one in check} == ({code} if code else set())
        assert made.problems == check
        names = [file.name for file in made.files]
        assert names[:2] == ([] if code == "bad-character" else ["prov.pptx", "prov.pdf"])
        assert not made.failed


EDITIONS = {
    "deck.yaml": HEAD + "- {id: a, title: Hej, text: 'Hej ${ort|default du}'}\n- {id: b, title: Du, bullets: [ett, två]}\n",
    "variants.yaml": "each: orter.csv\nname: ${ort}\nfile: prov-${id}\n",
    "orter.csv": "id,ort\nett,Kalix\ntva,Motala 𒀀\ntre,สวัสดี\n",
    "variants/ett.yaml": "changes: {b: {bullets: [😀, '\u0378']}}\n",
    "languages/en.yaml": "slides:\n  a: {title: Hi}\n  b: {title: 'You \ue000', bullets.1: one ❤\ufe0f}\n",
}


def test_check_and_all_outputs_find_the_same_in_every_edition() -> None:
    files = {name: text.encode() for name, text in EDITIONS.items()}
    project = Pipeline.of(MemoryWorkspace({**files, **THEMES}), "deck.yaml")
    found = {}
    for edition in project.project.editions:
        check = project.compose(edition).problems
        made = project.build(edition, ("pptx", "pdf", "png", "svg", "html", "sheet"))
        assert made.problems == check and not made.failed
        found[edition.name or ""] = {one.code for one in check}
    of_english = {"emoji", "missing-glyph", "untranslated"}
    assert found == {
        "": set(),
        "en": of_english,
        "ett": {"emoji", "missing-glyph"},
        "ett/en": of_english,
        "tva": {"missing-glyph"},
        "tva/en": of_english,
        "tre": {"unready-script"},
        "tre/en": {*of_english, "unready-script"},
    }


@pytest.mark.parametrize("code", ["missing-glyph", "emoji", "unready-script"])
def test_each_can_be_ignored_in_all_outputs(code: str) -> None:
    characters = next(characters for characters, told in KINDS.values() if told == code)
    head = HEAD.replace("slides:", f"ignore: {code}\nslides:")
    made = built(f"- title: Klart {characters}\n  text: a\n", "pptx", "pdf", "png", head=head)
    assert made.problems == () and len(made.files) == 3


@pytest.mark.parametrize(
    ("slides", "line", "column"),
    [
        ("- title: Klart 𒀀\n  bullets: [Ett]\n", 5, 16),
        ("- title: Prov\n  bullets:\n  - Ett\n  - text: Två\n    bullets: [Under, Klart 𒀀]\n", 9, 28),
        ("- title: Prov\n  table:\n  - [A, B]\n  - [c, 𒀀]\n", 8, 9),
        ("- title: Prov\n  text: |\n    Rad ett.\n    Rad två 𒀀.\n", 8, 13),
        ("- title: A\n  formula: |\n    x &= y \\\\ z &= \\text{å 𒀀}\n", 7, 28),
        ("- title: A\n  code: |\n    a = 1\n    b = '𒀀'\n", 8, 10),
        ("- title: A\n  text: Ord $x_{\\text{𒀀}}$\n", 6, 23),
        ("- title: A\n  text: a\n  notes: |\n    Ett.\n\n    - Två 𒀀\n", 10, 11),
        ('- title: "a\\U00012000"\n  text: b\n', 5, 12),
        ("- title: Prov\n  text: a\n  bullets:\n  - Cafe\u0301 och x\u20e0\n", 8, 16),
    ],
)
def test_a_character_is_named_at_its_own_line(slides: str, line: int, column: int) -> None:
    (found,) = pipeline(HEAD + slides).compose(BASE).problems
    assert found.code == "missing-glyph"
    assert (found.span.line, found.span.column) == (line, column)
    assert "𒀀" in found.message or "U+20E0" in found.message, "a mark is named, not the letter below it"


def test_all_are_told_at_once() -> None:
    found = pipeline(f"{HEAD}- title: Klart 𒀀\n  text: Så 𐘀 bra\n- title: Mer\n  text: 𒀁𒀂\n").compose(BASE).problems
    told = [(re.findall("`(.)`", one.message), one.span.line) for one in found]
    assert told == [(["𒀀"], 5), (["𐘀"], 6), (["𒀁", "𒀂"], 8)]


def test_emoji_and_scripts_are_told_once_a_deck() -> None:
    slides = "".join(f"- title: Sida {number}\n  bullets: [Hej 😀, שלום, สวัสดี 🎉]\n" for number in range(5))
    assert told(slides) == [("emoji", 6, 17), ("unready-script", 6, 20)]
    (_, script) = pipeline(HEAD + slides).compose(BASE).problems
    assert script.message == "Hebrew and Thai text is not set rightly yet"


def test_a_shipped_font_lends_what_another_lacks() -> None:
    made = built("- title: Klart ✓\n  bullets: [Så 😀 och Հայաստան, 'f → g']\n", "pptx", "pdf", "png")
    assert [file.name for file in made.files][:2] == ["prov.pptx", "prov.pdf"]
    assert {(one.code, one.severity) for one in made.problems} == {
        ("borrowed-script", "warning"),
        ("missing-glyph", "warning"),
        ("emoji", "warning"),
    }
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made.files[1].data)).pages)
    for word in ("✓", "😀", "Հայաստան"):
        assert word in text


def test_a_title_of_the_deck_is_told_in_the_head() -> None:
    assert told("- cover: {}\n", head=HEAD.replace("Prov", "Klart 𒀀")) == [("missing-glyph", 1, 14)]


@pytest.mark.parametrize("letter", ["a", "ä"])
def test_a_link_that_no_pdf_can_hold_is_refused(letter: str) -> None:
    slides = f"- title: A\n  text: se [x](https://a.se/{letter * 8000})\n"
    (found,) = pipeline(HEAD + slides).compose(BASE).problems
    assert found.code == "bad-link" and len(found.message) < 200


@pytest.mark.parametrize("letter", ["a", "ä"])
def test_the_longest_link_builds(letter: str) -> None:
    link = "https://a.se/" + letter * (7950 // len(letter.encode()))
    assert len(built(f"- title: A\n  text: se [x]({link})\n", "pptx", "pdf").files) == 2
