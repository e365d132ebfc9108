"""Layers in any combination against a slow and obvious reference; and tables whose values change nothing but their own text."""

import csv
import io
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmotor.edition import BASE, Edition
from deckmotor.load import Memo, load_deck, load_project
from deckmotor.model.deck import Deck
from deckmotor.workspace import MemoryWorkspace
from tests.load.test_load import texts

IDS = "abcd"
AUDIENCES = ("p", "q")
VARIANTS = {"x": 1, "y": 30}

Layer = dict[str, Any]

LAYERS = st.fixed_dictionaries(
    {},
    optional={
        "changes": st.dictionaries(st.sampled_from(IDS), st.sampled_from(["one", "two", "three"]), max_size=3),
        "remove": st.sets(st.sampled_from(IDS), max_size=2),
    },
)
CONDITIONS: dict[str, Any] = {
    "p": lambda audience, size: audience == "p",
    "not q": lambda audience, size: audience != "q",
    "p or q": lambda audience, size: audience != "",
    "${size} > 10": lambda audience, size: size is not None and size > 10,
    "not (${size} > 10)": lambda audience, size: size is not None and not size > 10,
    "p and ${size} < 10": lambda audience, size: audience == "p" and size is not None and size < 10,
    "p or ${size} == 30": lambda audience, size: audience == "p" or size == 30,
}
ONLY = st.dictionaries(
    st.sampled_from(IDS), st.tuples(st.sampled_from(["only", "except"]), st.sampled_from([*CONDITIONS])), max_size=3
)


def layer_yaml(layer: Layer) -> str:
    changes = ", ".join(f"{id}: {{text: {text}}}" for id, text in layer.get("changes", {}).items())
    return f"{{changes: {{{changes}}}, remove: [{', '.join(sorted(layer.get('remove', ())))}]}}"


def expected(layers: list[Layer], only: dict[str, tuple[str, str]], edition: Edition) -> dict[str, str]:
    """The slides of an edition by doing one thing after the other."""
    slides = dict.fromkeys(IDS, "base") | {"z": "last"}
    for layer in layers:
        slides |= {id: text for id, text in layer.get("changes", {}).items() if id in slides}
        slides = {id: text for id, text in slides.items() if id not in layer.get("remove", ())}
    for id, (key, condition) in only.items():
        if CONDITIONS[condition](edition.audience, VARIANTS.get(edition.variant)) != (key == "only"):
            slides.pop(id, None)
    return slides


def said(deck: Deck | None) -> dict[str, str]:
    assert deck is not None
    return {slide.id or "": "".join(texts(slide.blocks)) for slide in deck.slides}


@settings(max_examples=200, deadline=None)
@given(ONLY, st.tuples(LAYERS, LAYERS), LAYERS, st.tuples(LAYERS, LAYERS), st.randoms(use_true_random=False))
def test_layers_come_to_what_a_slow_reference_gives(
    only: dict[str, tuple[str, str]], audiences: tuple[Layer, Layer], shared: Layer, files: tuple[Layer, Layer], chance: Any
) -> None:
    slides = [
        f"  - {{id: {id}, title: {id}, text: base" + (f', {only[id][0]}: "{only[id][1]}"' if id in only else "") + "}\n"
        for id in IDS
    ]
    rows = "".join(f"  - {{id: {id}, size: {size}}}\n" for id, size in VARIANTS.items())
    written = {
        "deck.yaml": f"title: T\nslides:\n{''.join(slides)}  - {{id: z, title: z, text: last}}\n",
        "audiences.yaml": "".join(f"{name}: {layer_yaml(layer)}\n" for name, layer in zip(AUDIENCES, audiences, strict=True)),
        "variants.yaml": f"each:\n{rows}{layer_yaml(shared)[1:-1].replace(', remove', chr(10) + 'remove')}\n",
        **{f"variants/{id}.yaml": layer_yaml(layer) for id, layer in zip(VARIANTS, files, strict=True)},
    }
    project = load_project(MemoryWorkspace({name: text.encode() for name, text in written.items()}), "deck.yaml")
    editions = list(project.editions)
    chance.shuffle(editions)
    memo = Memo()
    assert len(editions) == 9
    for edition in editions:
        layers = [dict(zip(AUDIENCES, audiences, strict=True))[edition.audience]] if edition.audience else []
        if edition.variant:
            layers += [shared, dict(zip(VARIANTS, files, strict=True))[edition.variant]]
        deck, _ = load_deck(project, edition, memo)
        assert said(deck) == expected(layers, only, edition), edition


TABLE_DECK = b"""
title: T
slides:
  - {id: a, title: "A ${v}", bullets: ["x ${v} y", "**${v}**", {text: z, only: "${v} == 'q'"}]}
  - {id: b, title: B, text: untouched, notes: "${v}"}
"""
CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), min_size=1, max_size=30)
HOSTILE = st.lists(
    st.sampled_from(["${v}", "${w}", "$${", "**", "[a](b)", "`", "~", "{", "}", ": ", "- ", "# ", "&a", "*a", "!x", '"', "'",
                     ",", ";", "|", "=", "only", "|number", "\\", "<b>", "x"]),
    min_size=1, max_size=6,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    CELL | HOSTILE, CELL | HOSTILE, st.sampled_from([",", ";", "\t", "|"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])
)
def test_a_value_of_a_table_changes_nothing_but_its_own_text(one: str, other: str, separator: str, encoding: str) -> None:
    values = {id: value.strip() for id, value in (("k", one), ("m", other)) if value.strip()}
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([["id", "v"], *([id, value] for id, value in values.items())])
    data = file.getvalue().encode(encoding)
    project = load_project(
        MemoryWorkspace({"deck.yaml": TABLE_DECK, "variants.yaml": b"each: t.csv\n", "t.csv": data}), "deck.yaml"
    )
    for id, value in values.items():
        deck, problems = load_deck(project, Edition(variant=id))
        assert deck is not None
        assert [problem for problem in problems if problem.span.file == "t.csv"] == []
        first, second = deck.slides
        shown = " ".join(value.split()) if "\t" in value else value
        assert first.title is not None
        assert first.title.typed == f"A {shown}"
        assert [*texts(first.blocks)] == [f"x {shown} y", shown, *(["z"] if value == "q" else [])]
        assert [*texts(second.blocks)] == ["untouched"]
    assert load_deck(project, BASE)[0] is not None
