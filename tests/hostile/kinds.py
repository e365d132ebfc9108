"""Every kind of block, as the gallery and the trials of all kinds have them, with hostile values for any key of theirs."""

import copy
import random
from functools import cache
from typing import Any

from hypothesis import strategies as st

from deckmotor.model.blocks import BLOCK_KEYS, block_type
from deckmotor.model.deck import Slide
from deckmotor.model.records import plan_of
from deckmotor.source.nodes import Mapping, Node, Sequence
from deckmotor.source.parse import parse
from tests.hostile.mutations import ROOT, TOKENS, Project, as_yaml, project
from tests.test_every_kind import KINDS

GALLERY = ROOT / "examples" / "gallery"
HEAD = {"title": "T", "language": "sv", "ignore": ["few-pixels"]}

TEXTS = (
    "", " ", "-", "0", "1", "-1", "1e999", "NaN", "0,5", "1 000", "1/0", "true", "no", "~", "null", "2024-13-45",
    "9999999999999999999", "a\tb", "a\u2028b", "a\u2029b", "a\x85b", "a\u00adb", "\u00ad", "e\u0301\u0323", "\u0301", "🇸🇪🇳🇴",
    "👩🏽\u200d🚀", "1️⃣2️⃣", "☎️", "\u202eabc", "مرحبا 123", "漢字かな交じり文" * 12, "ord " * 80,
    "Flygplansmotorkonstruktionsritning" * 4, "a\nb\n\nc", "- a", "a: b", "# a", "\\\\server\\x", "..\\..\\x",
    "C:\\temp\\_arkiv",
    "**a", "==a==", "[a](b)", "[a](#b)", "[a](javascript:x)", "$x^2$", "$\\frac{$", "[^1]", "${v}", "${saknas}", "a -> b",
    "a -> a", "->", "<a:t>&amp;]]>", "%s{0}", "../x.png", "/etc/passwd", "https://example.org/?a=b&c='d'", "\ue000", "\ufffe",
    "\x00", "x" * 3_000, "5 %", "−5", "--", "1-0", "1998-2001", "a|b|c", "| a | b |\n|---|---|\n| c | d |", "#FF0000", "deep+5",
    "sv", "xx-YY-zz",
)  # fmt: skip
"""Of which each has gone wrong somewhere, or means something somewhere."""

VALUES: tuple[Any, ...] = (
    *TEXTS, *TOKENS, None, True, False, 0, -1, 1, 3, 10**12, 0.1, -1e300, [], {}, [[]], [None], [""], ["a"], ["a", "a"],
    [["a", "b"], ["c"]], {"a": None}, {"a": "b"}, {"a": {"a": {"a": "b"}}}, {"": ""}, {"text": "a"}, {"label": "a"},
    {"id": "a"},
    [{"id": "a"}, {"id": "a"}], ["a"] * 70, {f"n{number}": number for number in range(70)}, [{"text": "a", "link": "#s"}],
    [1, 2, 3], [-5, 0, 5], [[1, 2], [3, 4]],
)  # fmt: skip


def plain(node: Node) -> Any:
    """A node as plain values: every scalar is its text."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    return [plain(item) for item in node.items] if isinstance(node, Sequence) else None if node.is_null else node.text


def slides_of(text: bytes) -> list[dict[str, Any]]:
    """The slides that a file lists."""
    node, problems = parse(text, "slides.yaml")
    assert node is not None and not problems, problems
    read = plain(node)
    return [one for one in (read["slides"] if isinstance(read, dict) else read) if isinstance(one, dict)]


@cache
def samples() -> tuple[dict[str, Any], ...]:
    """Slides that are sound, one of each kind at least."""
    written = "".join(f"- {{title: A, {said}}}\n" for said, _ in KINDS.values()).encode()
    texts = (*(file.read_bytes().replace(b"../", b"") for file in sorted(GALLERY.glob("slides/*.yaml"))), written)
    return tuple(slide for text in texts for slide in slides_of(text))


@cache
def files() -> Project:
    """What they name."""
    held = project(GALLERY, "pictures", "data", "code")
    more = {
        "bild.png": held["pictures/tower.png"],
        "märke.svg": held["pictures/plan.svg"],
        "film.mp4": held["pictures/hyllan.mp4"],
    }
    return {**held, **more, "ljud.wav": held["pictures/klocka.wav"]}


def places(value: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where values stand within one."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [way, *(place for key, one in inner for place in places(one, (*way, key)))]


def keys_for(way: tuple[Any, ...], chance: random.Random) -> str:
    """A key that may stand there, mostly."""
    block = next((part for part in way if part in BLOCK_KEYS), None)
    known = tuple(plan_of(block_type(str(block))).keys) if block and chance.random() < 0.7 else plan_of(Slide).keys
    return chance.choice(known)


def hurt(slide: dict[str, Any], chance: random.Random, values: tuple[Any, ...] = VALUES) -> dict[str, Any]:
    """A slide with one hostile value, one that is gone, or one key more."""
    made: dict[str, Any] = copy.deepcopy(slide)
    way = chance.choice(places(made)[1:])
    around = made
    for part in way[:-1]:
        around = around[part]
    act = chance.random()
    if act < 0.6:
        around[way[-1]] = copy.deepcopy(chance.choice(values))
    elif act < 0.7:
        del around[way[-1]]
    elif act < 0.9 and isinstance(around, dict):
        around[keys_for(way[:-1], chance)] = copy.deepcopy(chance.choice(values))
    elif isinstance(around, list):
        around *= chance.choice((2, 3, 20))
    return made


def hurt_deck(seed: int, values: tuple[Any, ...] = VALUES, wounds: int = 2) -> dict[str, Any]:
    """A deck of a few such slides."""
    chance = random.Random(seed)
    slides = []
    for _ in range(chance.randint(1, 3)):
        slide = chance.choice(samples())
        for _ in range(chance.randint(1, wounds)):
            slide = hurt(slide, chance, values) if len(places(slide)) > 1 else slide
        slides.append(slide)
    head = {**HEAD, "theme": chance.choice(("motor", "natt", "punkt", "flik")), "size": chance.choice(("16:9", "4:3"))}
    return {**head, "slides": slides}


def hurt_kinds() -> st.SearchStrategy[Project]:
    """Projects of such decks."""
    return st.integers(0, 10**9).map(lambda seed: {"deck.yaml": as_yaml(hurt_deck(seed)), **files()})
