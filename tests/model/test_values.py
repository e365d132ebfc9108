"""A value is text: nothing in what a variable holds acts, wherever the variable stands."""

from unicodedata import category
from urllib.parse import quote

from hypothesis import assume, given
from hypothesis import strategies as st

from deckmotor.edition import BASE
from deckmotor.model.kinds import TextKind
from deckmotor.model.pictures import Picture
from deckmotor.model.read import read_deck
from deckmotor.model.reading import Reading
from deckmotor.model.text import Text, unbroken
from deckmotor.source.nodes import Scalar
from deckmotor.source.parse import parse
from deckmotor.source.places import place
from deckmotor.source.variables import substitute
from deckmotor.span import Span
from tests.model.dump import dump_deck

DECK = r"""
title: "**${v}** i *${v}*"
subtitle: röd*${v}* ${v}grön
organisation: "${v}"
date: H~2~${v}
slides:
  - id: a
    title: röd*grön ${v} blå*gul, ${v}
    lead: "`kod ${v}` **fet${v}** och [${v}](https://a.se) [här](https://a.se/p?q=${v})"
    bullets:
      - "${v}"
      - ${v}*kursiv*${v} **fet *${v}* fet** ${v}
      - {text: "x^${v}^ y~${v}~ `${v}` ``a ` ${v}``", numbered: ["[${v} a]{lang=en}", "\\*${v}*", "${v}${v}"]}
    notes: |
      *Första* ${v} stycket ~

      Andra ~ *${v}* stycket.
  - id: b
    title: "[a](#a) ${v} [b](#b)"
    table:
      rows: [["${v}", "*${v}*"], ["", "`x` ${v} `y`"]]
      caption: Källa *${v}*, `x`
  - id: c
    title: C
    columns:
      - {heading: "*a* ${v}", text: "*a* ${v} *b*"}
      - quote: {text: "a * ${v} * b", by: "${v}"}
  - id: d
    title: D
    picture: {file: bilder/a.png, alt: "*${v}*", caption: "~${v}~"}
"""
NODE, _ = parse(DECK.encode(), "deck.yaml")
NEUTRAL = "Ordet"

HOSTILE = st.lists(
    st.sampled_from(
        [
            *"*`[](){}~^\\_#|<>&'\"/.:-x1 ",
            "${v}",
            "$${",
            "](x)",
            "](#a)",
            "]{lang=en}",
            "**",
            "- ",
            "\\*",
            "å",
            "a b",
            "🇸🇪",
            "\u0301",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)
VALUES = st.one_of(HOSTILE, st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))).filter(str.strip)


def shown(value: str) -> str:
    assert NODE is not None
    filled, problems = substitute(NODE, {"v": value})
    deck, more = read_deck(filled, BASE, "deck", {})
    assert [one.message for one in (*problems, *more)] == []
    return dump_deck(deck)


@given(VALUES.map(str.strip))
def test_the_text_is_the_template_with_the_value_in_it(value: str) -> None:
    assume(any(category(character) not in ("Cc", "Cf") for character in value))  # Nothing is made of what nobody sees.
    value = unbroken(value)  # Names have no soft hyphens.
    expected = shown(NEUTRAL).replace(f"q={NEUTRAL}", f"q={quote(value)}").replace(NEUTRAL, value)
    assert shown(value) == expected


@given(VALUES)
def test_names_hold_the_value_as_it_is(value: str) -> None:
    assume(any(category(character) not in ("Cc", "Cf", "Cn") for character in value))  # A name that nobody sees is told.
    node, _ = parse(
        b"title: T\nauthors: ['${v}']\nslides:\n  - {title: A, picture: {file: 'b/${v}.png', alt: B}}\n", "deck.yaml"
    )
    assert node is not None
    deck, problems = read_deck(substitute(node, {"v": value})[0], BASE, "deck", {})
    assert deck is not None
    assert problems == ()
    assert [name.plain for name in deck.head.authors] == [unbroken(value)]
    assert [block.file.text for block in deck.slides[0].blocks if isinstance(block, Picture)] == [f"b/{value}.png"]


@given(
    st.lists(st.sampled_from(["*", "**", "a", " ", "`", "` ", " `", "${v}", "[", "](https://a.se)", "~", "^", "\\", "1", "."])),
    VALUES,
)
def test_marks_mean_what_they_mean_around_a_word(parts: list[str], value: str) -> None:
    """In any template: the same marks on the same stretches, whatever the value."""

    def runs(text: str) -> list[tuple[object, ...]]:
        node, _ = substitute(Scalar("".join(parts) + ".", Span("deck.yaml")), {"v": text})
        read = TextKind().read(node, "a text", Reading([], []))
        assert isinstance(read, Text)
        return [(run.bold, run.italic, run.code, run.superscript, run.subscript, run.link, run.text) for run in read.runs]

    neutral = [(*marks, str(text).replace(NEUTRAL, value)) for *marks, text in runs(NEUTRAL)]
    assert [(*marks, text) for *marks, text in runs(value)] == neutral


@given(st.sampled_from(["", "\n", "a\n\nb", "\n\n", "- a\n- b"]))
def test_lines_of_a_value_make_no_paragraphs(value: str) -> None:
    node, _ = parse(b"title: A\nslides:\n  - title: B\n    text: |\n      *a* ${v} *b*\n\n      c\n", "deck.yaml")
    assert node is not None
    deck, problems = read_deck(substitute(node, {"v": value})[0], BASE, "deck", {})
    assert deck is not None
    assert problems == ()
    (block,) = deck.slides[0].blocks
    assert [text.typed for text in block.paragraphs] == [f"a {value} b", "c"]  # type: ignore[union-attr]


@given(st.text("ab*", max_size=5), st.text("ab${}*\n", max_size=9), st.text("ab*", max_size=5))
def test_a_place_is_that_before_variables(before: str, value: str, after: str) -> None:
    """What stands around a value is found where it is written; in it, its variable is."""
    template = f"{before}${{v}}{after}${{v}}c"
    node, _ = substitute(Scalar(template, Span("deck.yaml", 2, 3, 10, 10 + len(template))), {"v": value})
    assert isinstance(node, Scalar)

    def written(start: int, end: int) -> str:
        span: Span = place(node, start, end)
        assert span.column - 3 == span.start - 10
        return template[span.start - 10 : span.end - 10]

    first = len(before) + len(value)
    assert written(0, len(before)) == before
    assert written(first, first + len(after)) == after
    assert written(len(node.text) - 1, len(node.text)) == "c"
    if value:
        assert written(len(before), first) == "${v}"
