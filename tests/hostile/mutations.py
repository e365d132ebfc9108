"""Ways to spoil a project: real files with small wounds; decks, layers and themes made up of the words of the language."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from deckmotor.model.blocks import BLOCK_KEYS, every_block
from deckmotor.model.deck import Head, Slide
from deckmotor.model.records import plan_of
from deckmotor.theme.tokens import Motif, Sizes, Tokens

ROOT = Path(__file__).parents[2]
Project = dict[str, bytes]


def project(folder: Path, *tops: str) -> Project:
    """The files of a project by their paths."""
    places = (place for top in tops for place in (folder / top, *sorted((folder / top).rglob("*"))))
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in places if place.is_file()}


PROJECTS: dict[str, Project] = {
    "study": project(ROOT, "deck", "themes"),
    "every slide": {
        f"deck/{name}": data for name, data in project(ROOT / "tests/decks/every-slide", "deck.yaml", "pictures").items()
    },
    "starter": project(ROOT / "src/deckmotor/starter", "deck"),
}

# What has a meaning somewhere: in YAML, in the language, in XML, in a path, in Unicode.
TOKENS = (
    *"{}[]:#-&*!|>%@`'\"\\,?~=<\t\r\0\x07\x1b",
    "- ", ": ", "\n", "\n\n", "\n  ", "\n- ", "---\n", "...\n", "${", "${name}", "${${a}}", "$${", "}",
    "<<: *a", "&a", "!!int ", "!a ",
    "| ", ">-\n", "'''", '"""', "\\ud800", "\\x00", "\\u202e", "\u202e", "\u2028", "\x85", "\ufeff", "\u200b",
    "\u00ad", "\u00a0", "e\u0301",
    "\U0001f469\u200d\U0001f467", "字", "مرحبا", "\ufffe", "~", "null", "true", "no", "0", "-1", "1e999",
    "999999999999999999", "0x10", ".5",
    "NaN", "../", "/etc/passwd", "C:\\", "a" * 300, "ord " * 100, "**", "*", "`", "[a](b)", "[a](#b)",
    "[a](http://x)", "{lang=sv}", "~2~",
    "^2^", "&amp;", "]]>", "<a:t>", "%s", "{0}", "{part}", "include: deck.yaml", "id: ", "id: start",
    "title: ", "bullets: ", "bullets:\n",
    "table: ", "columns: ", "cover: {}", "layout: ", "fit: error", "fit: shrink", "changes:", "remove: [",
    "extends: motor", "allow: ..",
)  # fmt: skip

Wound = tuple[Any, ...]


def wounds(other: bytes) -> st.SearchStrategy[Wound]:
    """One small wound of a file; places are shares of its length, so that they fit every file."""
    at = st.floats(0, 1, exclude_max=True)
    length = st.one_of(st.integers(1, 3), st.integers(1, 200))
    return st.one_of(
        st.tuples(st.just(insert), at, st.sampled_from(TOKENS).map(str.encode)),
        st.tuples(st.just(insert), at, st.binary(min_size=1, max_size=3)),
        st.tuples(st.just(insert), at, length.flatmap(lambda size: at.map(lambda share: cut_out(other, share, size)))),
        st.tuples(st.just(flip), at, st.integers(1, 255)),
        st.tuples(st.just(delete), at, length),
        st.tuples(st.just(repeat), at, length, st.integers(1, 40)),
        st.tuples(st.just(swap_lines), at, at),
        st.tuples(st.just(delete_line), at),
        st.tuples(st.just(repeat_line), at, st.integers(1, 5)),
        st.tuples(st.just(indent_line), at, st.integers(-4, 4)),
        st.tuples(st.just(value_of_line), at, st.sampled_from(TOKENS).map(str.encode)),
        st.tuples(st.just(lambda data, share: data[: place(data, share)]), at),
    )


def wounded(data: bytes, all_wounds: list[Wound]) -> bytes:
    for wound in all_wounds:
        change: Callable[..., bytes] = wound[0]
        data = change(data, *wound[1:])
    return data


def place(data: bytes, share: float) -> int:
    return int(len(data) * share)


def cut_out(data: bytes, share: float, size: int) -> bytes:
    return data[place(data, share) :][:size]


def insert(data: bytes, share: float, more: bytes) -> bytes:
    at = place(data, share)
    return data[:at] + more + data[at:]


def flip(data: bytes, share: float, mask: int) -> bytes:
    at = place(data, share)
    return data[:at] + bytes(byte ^ mask for byte in data[at : at + 1]) + data[at + 1 :]


def delete(data: bytes, share: float, size: int) -> bytes:
    at = place(data, share)
    return data[:at] + data[at + size :]


def repeat(data: bytes, share: float, size: int, times: int) -> bytes:
    return insert(data, share, cut_out(data, share, size) * times)


def line_at(lines: list[bytes], share: float) -> int:
    return int(len(lines) * share)


def swap_lines(data: bytes, one: float, other: float) -> bytes:
    lines = data.split(b"\n")
    a, b = line_at(lines, one), line_at(lines, other)
    lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines)


def delete_line(data: bytes, share: float) -> bytes:
    lines = data.split(b"\n")
    del lines[line_at(lines, share)]
    return b"\n".join(lines)


def repeat_line(data: bytes, share: float, times: int) -> bytes:
    lines = data.split(b"\n")
    at = line_at(lines, share)
    return b"\n".join([*lines[:at], *[lines[at]] * times, *lines[at:]])


def indent_line(data: bytes, share: float, by: int) -> bytes:
    lines = data.split(b"\n")
    at = line_at(lines, share)
    lines[at] = b" " * by + lines[at] if by > 0 else lines[at][-by:]
    return b"\n".join(lines)


def value_of_line(data: bytes, share: float, value: bytes) -> bytes:
    lines = data.split(b"\n")
    at = line_at(lines, share)
    lines[at] = lines[at].split(b": ")[0] + b": " + value
    return b"\n".join(lines)


@st.composite
def wounded_projects(draw: st.DrawFn) -> Project:
    """A real project with a few wounds in one or two of its files."""
    files = dict(PROJECTS[draw(st.sampled_from(sorted(PROJECTS)))])
    texts = sorted(name for name in files if name.endswith(".yaml"))
    for name in draw(st.lists(st.sampled_from(texts), min_size=1, max_size=2)):
        other = files[draw(st.sampled_from(texts))]
        files[name] = wounded(files[name], draw(st.lists(wounds(other), min_size=1, max_size=4)))
    return files


# Made up of the language's own words

WORDS = st.one_of(
    st.sampled_from(("Ett ord", "Samhällsutveckling", "a", "**fet** och *kursiv*", "", "3:45",
        "x" * 200, "ord " * 60, "[a](#a)", "${v}")),
    st.sampled_from(TOKENS),
    st.text(max_size=20),
)  # fmt: skip
KEYS = sorted({*plan_of(Slide).keys, *BLOCK_KEYS, *(key for block in every_block() for key in plan_of(block).keys)})
LAYERS = (
    "changes",
    "add",
    "move",
    "remove",
    "set",
    "each",
    "variants",
    "name",
    "file",
    "order",
    "after",
    "before",
    "include",
    "allow",
)
IDS = st.sampled_from(("a", "b", "c", "a-2", "start", "slide"))

values: st.SearchStrategy[Any] = st.recursive(
    WORDS | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from((*KEYS, *LAYERS)), inner, max_size=4),
    max_leaves=12,
)
"""Anything that can stand anywhere."""

texts = WORDS.filter(str.strip)
items = st.recursive(
    texts,
    lambda inner: st.fixed_dictionaries(
        {"text": texts}, optional={"id": IDS, "bullets": st.lists(inner, min_size=1, max_size=4)}
    ),
    max_leaves=5,
)  # fmt: skip
lists = st.lists(items, min_size=1, max_size=25)
rows = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=12)
)
pictures = st.sampled_from(
    ({"file": "a.png", "alt": "x"}, {"file": "a.png", "decorative": True, "fit": "fill"}, {"file": "no.png", "alt": "x"})
)
blocks: dict[str, st.SearchStrategy[Any]] = {
    "bullets": lists, "numbered": lists, "questions": lists, "text": texts, "lead": texts, "quote": texts,
    "table": rows, "picture": pictures,
    "columns": st.lists(
        st.dictionaries(st.sampled_from(("bullets", "text", "heading")), lists | texts, min_size=1), min_size=2, max_size=4,
    ),
}  # fmt: skip
slides: st.SearchStrategy[Any] = st.one_of(
    st.fixed_dictionaries(
        {"title": texts}, optional={**blocks, "id": IDS, "notes": texts, "highlight": texts, "language": IDS}
    ),
    st.sampled_from(sorted(blocks)).flatmap(lambda key: st.fixed_dictionaries({"title": texts, key: blocks[key]})),
    st.fixed_dictionaries({"section": texts}, optional={"subtitle": texts, "notes": texts}),
    st.fixed_dictionaries({"closing": texts}),
    st.fixed_dictionaries({"cover": st.just({})}, optional={"subtitle": texts, "title": texts}),
    st.fixed_dictionaries(
        {"title": texts, "text": texts, "layout": st.sampled_from(("content", "quote", "table", "picture-full", "x"))}
    ),
    values,
)
"""Slides that mostly are sound."""


def as_yaml(value: Any) -> bytes:
    """JSON is YAML. What JSON has no letters for, it escapes."""
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace")


@st.composite
def made_decks(draw: st.DrawFn) -> Project:
    """A deck of random slides, perhaps with layers."""
    head = {
        "title": draw(texts), "language": draw(st.sampled_from(("sv", "en", "de", "x"))), "variables": {"v": draw(WORDS)},
        "size": draw(st.sampled_from(("16:9", "4:3"))), "theme": draw(st.sampled_from(("motor", "natt"))),
    }  # fmt: skip
    head |= draw(st.dictionaries(st.sampled_from(plan_of(Head).keys), values, max_size=1))
    files = {"deck/deck.yaml": as_yaml({**head, "slides": draw(st.lists(slides, min_size=1, max_size=8))})}
    if draw(st.booleans()):
        files["deck/variants.yaml"] = as_yaml({"variants": {"k": draw(layers), "l": None}, **draw(layers)})
    return {**files, "deck/a.png": PROJECTS["every slide"]["deck/pictures/tall.png"]}


layers: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {},
    optional={
        "changes": st.dictionaries(IDS, slides | st.dictionaries(st.sampled_from(KEYS), values, max_size=3), max_size=3),
        "add": st.lists(slides.map(lambda slide: {"after": "a", **slide} if isinstance(slide, dict) else slide), max_size=3),
        "move": st.lists(st.fixed_dictionaries({"id": IDS}, optional={"after": IDS, "before": IDS}) | values, max_size=3),
        "remove": st.lists(IDS, max_size=2) | values,
        "set": st.dictionaries(st.sampled_from(("v", "w")), WORDS | st.lists(WORDS), max_size=2) | values,
        "title": WORDS,
        "file": WORDS,
    },
)
"""What a variant changes."""

LOOK = b"""title: T
theme: own
slides:
  - cover: {}
  - section: En del
  - {title: Punkter, bullets: [a, {text: b, bullets: [c, d]}, "**e** [f](https://example.org)"]}
  - {title: Tabell, table: [[a, b], [c, d]]}
  - {title: Citat, quote: {text: Ord, by: Namn}}
  - {title: "Fr\xc3\xa5gor", questions: [a, b]}
  - {title: Spalter, columns: [{heading: A, bullets: [a]}, {text: b}]}
  - closing: Tack
"""
NUMBERS = (
    st.integers(-(10**12), 10**12) | st.floats(allow_nan=False) | st.integers(-5, 500) | st.sampled_from((0, 4, 400, 360, -360))
)
SHAPES = st.lists(
    st.dictionaries(
        st.sampled_from(("wheel", "arc")),
        st.dictionaries(
            st.sampled_from(("centre", "outer", "inner", "parts", "gap", "turn", "fill", "lit", "lit_fill", "start", "sweep")),
            NUMBERS | st.lists(NUMBERS, max_size=3) | st.sampled_from(("deep", "deep+5", "surface-99", "brand", "x")),
        ),
        max_size=2,
    ),
    max_size=4,
)
made_tokens: st.SearchStrategy[Any] = st.fixed_dictionaries(
    {"extends": st.sampled_from(("motor", "natt"))},
    optional={
        "sizes": st.dictionaries(st.sampled_from(plan_of(Sizes).keys), st.lists(NUMBERS, min_size=1, max_size=4), max_size=3),
        "motif": st.dictionaries(st.sampled_from(plan_of(Motif).keys), SHAPES, max_size=3),
        "colours": st.dictionaries(
            st.sampled_from(("paper", "ink", "deep", "x")), st.from_regex("[0-9A-Fa-f]{5,7}", fullmatch=True)
        ),
        "loud": st.dictionaries(
            st.sampled_from(("background", "text", "quiet")), st.sampled_from(("deep", "paper-99", "ink+9", "x"))
        ),
        "fit": st.dictionaries(
            st.sampled_from(("policy", "agree", "continued")), WORDS | st.sampled_from(("shrink", "split", "error"))
        ),
        "fonts": st.dictionaries(st.sampled_from(("heading", "body", "code")), WORDS),
        "dark": st.booleans() | WORDS,
        "label": WORDS,
    },
)


@st.composite
def made_themes(draw: st.DrawFn) -> Project:
    """A small deck in a theme that is made up, or a wounded one."""
    if draw(st.booleans()):
        tokens = as_yaml(
            {**draw(made_tokens), **draw(st.dictionaries(st.sampled_from(plan_of(Tokens).keys), values, max_size=1))}
        )
    else:
        real = PROJECTS["study"][f"themes/{draw(st.sampled_from(('motor', 'natt')))}/theme.yaml"]
        tokens = wounded(real, draw(st.lists(wounds(real), min_size=1, max_size=3)))
    return {"deck/deck.yaml": LOOK, "themes/own/theme.yaml": tokens}
