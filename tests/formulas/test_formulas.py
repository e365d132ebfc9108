"""Real formulas of lectures in every format, and what no formula may do: hang, crash, or say nothing of what is wrong."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import typst
from deckmotor.build import Pipeline
from deckmotor.export.typst import Press
from deckmotor.export.typst.document import source
from deckmotor.math.notation import written
from deckmotor.math.parse import DEEPEST, LONGEST, FaultError, parse
from deckmotor.math.size import size
from deckmotor.math.spoken import spoken
from deckmotor.math.symbols import ACCENTS, KNOWN, REFUSED
from deckmotor.math.tree import Fraction, Function, Nary
from deckmotor.math.words import words
from deckmotor.workspace import MemoryWorkspace, fonts_folder
from tests.built import THEME_FILES

LECTURES = Path(__file__).parents[1] / "cases" / "math" / "lectures.txt"
FORMULAS = [line for line in LECTURES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
SPACES = 'xmlns:m="m" xmlns:a="a"'

WIDER, HIGHER = 0.14, 0.42
"""How far the size that a formula is given may be from what typst measures, as a share and in the font's size."""

LANGUAGES = ["cs", "da", "de", "en", "es", "et", "fi", "fr", "is", "it", "nb", "nl", "nn", "no", "pl", "pt", "sv"]
"""In which formulas are read in words."""


def test_there_are_sixty() -> None:
    assert len(set(FORMULAS)) >= 60


@pytest.mark.parametrize("formula", FORMULAS)
def test_every_formula_is_written_in_every_format(formula: str) -> None:
    tree = parse(formula)
    made = written(tree)
    letters = set(re.findall(r"(?<![A-Za-z\\{])[A-Za-z](?![A-Za-z])", formula)) - {"d"}
    for text in (
        "".join(ElementTree.fromstring(f"<f {SPACES}>{made.omml}</f>").itertext()),
        "".join(ElementTree.fromstring(f"<f>{made.mathml}</f>").itertext()),
        made.typst,
    ):
        assert letters - {"C", "A", "B", "D", "E", "X"} <= set(text)
    assert made.plain and words(tree, "en-GB") and words(tree, "tr") == made.plain
    assert [said for said in (words(tree, one) for one in LANGUAGES) if not said or re.search(r",( ?[,;.)\]}|]|$)", said)] == []


def test_typst_draws_all_of_them_at_the_size_they_are_given() -> None:
    assert far_off(FORMULAS, HIGHER) == []


def test_no_name_of_a_document_is_one_that_formulas_use() -> None:
    """Whatever a document calls its own means that in its formulas too."""
    deck = f"title: A\nslides:\n  - {{title: A, formula: '{' + '.join(rf'{chr(92)}{name}{{a}}' for name in ACCENTS)}'}}\n"
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode()}), "deck.yaml", theme="motor").compose().scene
    assert made is not None
    own = set(re.findall(r"#let (\w+)", source(made)))
    written_of = " ".join(written(parse(formula)).typst for formula in (*FORMULAS, *(rf"\{name}{{a}}" for name in ACCENTS)))
    used = set(re.findall(r"(?<![\w.])[a-z]+(?=\()", re.sub(r'"[^"]*"', "", written_of)))
    assert len(own) > 10 < len(used) and own & used == set()
    assert Press(fonts_folder()).png(made, 20)


TALL = (
    "x", "x^{2^2}", r"\lim_{x\to 0} f", r"\frac{\frac{a}{b}}{c}", r"\sum_{k=1}^n k", r"\prod_{i=1}^n \frac{a_i}{b_i}",
    r"\left(\frac{a}{b}\right)^2", r"\begin{matrix} a \\ b \\ c \\ d \end{matrix}", r"\frac{\ell}{g}", r"\int_0^1 f",
)  # fmt: skip


def test_brackets_and_roots_are_as_high_as_those_of_the_font() -> None:
    """They come in eight heights: what is a hundredth too large for one has the next."""
    brackets = (one.split() for one in ("( )", "[ ]", r"\{ \}", "| |", r"\langle \rangle", r"\lfloor \rfloor"))
    fenced = [rf"\left{begin} {body} \right{end}" for begin, end in brackets for body in TALL]
    assert far_off([*fenced, *(rf"\sqrt{{{body}}}" for body in TALL if body != "x^{2^2}" and "matrix" not in body)], 0.2) == []


def far_off(formulas: list[str], higher: float) -> list[tuple[str, float, float]]:
    """Those that are drawn at another size than they are given."""
    trees = [parse(formula) for formula in formulas]
    em = "1em.to-absolute()"
    measured = "\n".join(
        f"#let m = measure($ {written(tree).typst} $)\n#metadata((m.width / {em}, m.height / {em}))<m>" for tree in trees
    )
    source = f'#set page(width: 100cm)\n#set text(top-edge: "bounds", bottom-edge: "bounds")\n#context [{measured}]'
    found = json.loads(typst.query(source.encode(), "<m>", field="value"))
    given = [size(tree) for tree in trees]
    shares = [
        (formula, round(one.width / width, 2), round(one.height - height, 2))
        for formula, one, (width, height) in zip(formulas, given, found, strict=True)
    ]
    return [one for one in shares if abs(one[1] - 1) > WIDER or abs(one[2]) > higher]


@pytest.mark.parametrize("name", [*KNOWN, *REFUSED])
def test_every_command_is_known_or_refused_with_its_place(name: str) -> None:
    """Whatever stands behind it."""
    for rest in ("", " x", "{x}", "{x}{y}", "(x)", "[2]{x}"):
        try:
            written(parse(f"a + \\{name}{rest}"))
        except FaultError as fault:
            assert fault.code != "formula-unknown" or name in ("right", "end", "limits", "nolimits")
            assert 0 <= fault.start < fault.end <= len(f"a + \\{name}{rest}") + 1


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*"ab12+-=(){}[]^_&|' ~é日", *(f"\\{name}" for name in KNOWN), "\\\\", "\\{", "\\,"]), max_size=30)
)
def test_anything_is_a_formula_or_a_fault_within_it(parts: list[str]) -> None:
    text = " ".join(parts)
    try:
        tree = parse(text)
    except FaultError as fault:
        assert 0 <= fault.start < fault.end <= max(len(text), 1)
        return
    made = written(tree)
    ElementTree.fromstring(f"<f {SPACES}>{made.omml}</f>")
    ElementTree.fromstring(f"<f>{made.mathml}</f>")
    assert size(tree).height >= 0


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("{" * 100_000, "formula-too-long"),
        ("x" * 100_000, "formula-too-long"),
        ("{" * (LONGEST // 2) + "}" * (LONGEST // 2), "formula-deep"),
        ("\\frac" * 400, "formula-deep"),
        ("\\sqrt{" * (DEEPEST + 1) + "x" + "}" * (DEEPEST + 1), "formula-deep"),
        ("(" * 1000 + ")" * 1000, "formula-deep"),
        ("\\left(" * 300, "formula-deep"),
        ("\\begin{matrix}" * 100, "formula-deep"),
        ("_{" * 900, "formula-deep"),
    ],
)
def test_what_never_ends_is_told_at_once(formula: str, code: str) -> None:
    begun = time.process_time()
    with pytest.raises(FaultError) as fault:
        parse(formula)
    assert fault.value.code == code
    assert time.process_time() - begun < 0.2


@pytest.mark.parametrize(
    "formula", ["\\sum " * 380, "|" * LONGEST, "x^{2}" * 380, "\\sin" * 480, "''" * 900, "& " * 900, "( " * 900]
)
def test_long_formulas_take_no_time(formula: str) -> None:
    begun = time.process_time()
    with suppress(FaultError):
        written(parse(formula))
    assert time.process_time() - begun < 0.5


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Summe von i gleich 1 bis n von Kubikwurzel aus Alpha"),
        ("nb", "summen fra i er lik 1 til n av kubikkroten av alfa"),
        ("fi", "summa alaraja i on yhtä suuri kuin 1 yläraja n kuutiojuuri alfa"),
        ("fr-CA", "somme de i égale 1 à n de racine cubique de alpha"),
        ("pl", "suma od i równa się 1 do n z pierwiastek sześcienny z alfa"),
    ],
)
def test_words_of_other_languages(language: str, said: str) -> None:
    assert words(parse(r"\sum_{i=1}^n \sqrt[3]{\alpha}"), language) == said


def test_every_language_has_a_word_for_each_sign_and_shape_that_english_has() -> None:
    english = spoken("en") or {}
    for language in LANGUAGES:
        mine = spoken(language) or {}
        assert set(mine) == set(english), language
        assert [key for key in english if mine[key].count("{}") != english[key].count("{}") and key != "accent"] == [], language


@pytest.mark.parametrize(
    ("formula", "swedish", "english"),
    [
        ("E = mc^2", "E är lika med m c i kvadrat", "E equals m c squared"),
        (r"\frac{a}{b}", "a genom b", "a over b"),
        (r"\sqrt{x}", "roten ur x", "the square root of x"),
        (r"\sum_{i=1}^n x_i", "summan från i är lika med 1 till n av x index i", "the sum from i equals 1 to n of x sub i"),
        (r"\lim_{h \to 0} f(h)", "gränsvärdet över h går mot 0 av f (h)", "the limit over h goes to 0 of f (h)"),
    ],
)
def test_words(formula: str, swedish: str, english: str) -> None:
    assert (words(parse(formula), "sv"), words(parse(formula), "en")) == (swedish, english)


@pytest.mark.parametrize("formula", [r"\binom{n}{k}", r"\binom{\frac{a}{b}}{k}", r"\binom{n}{\frac{a}{b}}"])
def test_what_stands_above_each_other_without_a_bar_has_air_between_and_stands_in_the_middle(formula: str) -> None:
    (stack,) = [node for node in nodes(parse(formula)) if isinstance(node, Fraction) and not node.bar]
    own, above, below = size(stack), size(stack.above, display=False), size(stack.below, display=False)
    assert 0.4 < own.height - above.height - below.height < 0.8
    middle = own.up - above.height - (own.height - above.height - below.height) / 2
    assert 0.2 < middle < 0.3, "the axis, where a bar would be"


def nodes(node: object) -> Iterator[object]:
    """A tree's nodes."""
    yield node
    for name in getattr(node, "__struct_fields__", ()):
        value = getattr(node, name)
        for one in value if isinstance(value, tuple) else (value,):
            yield from nodes(one)


@pytest.mark.parametrize("name", ["int", "sum", "lim"])
def test_where_scripts_stand_is_typed_or_usual(name: str) -> None:
    usual, above, beside = (parse(rf"\{name}{how}_1 x") for how in ("", r"\limits", r"\nolimits"))
    assert isinstance(usual, Nary | Function) and usual.beside is (name == "int")
    assert isinstance(above, Nary | Function) and above.beside is False
    assert isinstance(beside, Nary | Function) and beside.beside is True
