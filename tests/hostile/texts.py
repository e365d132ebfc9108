"""Decks, tables, layers and themes that want to take all time or all memory: by name, the files and the code they are told."""

import os

from tests.hostile.attack import Files

SOUND = ""
"""No error: the deck is built."""


def deck(slides: str, head: str = "") -> Files:
    return {"deck/deck.yaml": f"title: T\n{head}slides:\n{slides}"}


def plain(count: int) -> str:
    return "".join(f"  - {{id: s{number}, title: S, text: a}}\n" for number in range(count))


def with_table(rows: str, slides: str = plain(1)) -> Files:
    return deck(slides) | {"deck/variants.yaml": "each: table.yaml\n", "deck/table.yaml": rows}


def theme(text: str) -> Files:
    slides = plain(1) + "  - section: b\n  - title: c\n    bullets: [" + "x, " * 60 + "x]\n"
    return deck(slides, "theme: own\n") | {"themes/own/theme.yaml": f"extends: motor\n{text}\n"}


def cells(rows: int, columns: int) -> str:
    return "  - title: a\n    table:\n" + ("      - [" + ", ".join(["x"] * columns) + "]\n") * rows


def includes(count: int, times: int) -> Files:
    """Files that include each other in a chain, each the next so many times."""
    chain: Files = {f"deck/s/{number}.yaml": f"- include: {number + 1}.yaml\n" * times for number in range(count)}
    return deck("  - include: s/0.yaml\n") | chain | {f"deck/s/{count}.yaml": "- {title: a, text: b}\n"}


def values(text: str, count: int) -> str:
    return ", ".join(f"v{number}: '{text.format(next=number + 1)}'" for number in range(count))


ALIASES = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 50))
"""Each names the one before twice: 2⁴⁹ values."""

YAML: dict[str, tuple[Files, str]] = {
    "aliases": ({"deck/deck.yaml": ALIASES}, "needs-quotes"),
    "brackets": ({"deck/deck.yaml": "title: " + "[" * 50_000}, "nested-too-deep"),
    "braces": ({"deck/deck.yaml": "title: " + "{a: " * 50_000}, "nested-too-deep"),
    "dashes": ({"deck/deck.yaml": "title:\n" + "- " * 50_000}, "nested-too-deep"),
    "tag": (deck("  - title: !!python/object/apply:os.system [ls]\n    text: a\n"), "needs-quotes"),
    "binary": ({"deck/deck.yaml": os.urandom(100_000)}, "file-binary"),
    "surrogates": ({"deck/deck.yaml": b"title: \xed\xa0\x80\nslides: []\n"}, "file-encoding"),
    "surrogate escape": (deck('  - {title: "\\ud800", text: a}\n'), "escape"),
    "controls": (deck('  - {title: "a\\u0007b", text: "\\ufffe"}\n'), "bad-character"),
    "line breaks": ({"deck/deck.yaml": "\n" * 9_000_000 + "- - :"}, "no-key"),
    "keys": ({"deck/deck.yaml": "title: a\n" + "".join(f"k{n}: a\n" for n in range(50_000))}, "unknown-key"),
    "values": ({"deck/deck.yaml": "title: [" + "a," * 1_010_000}, "too-many-values"),
    "one line": ({"deck/deck.yaml": "{slides: [" + "{titel: a}, " * 5_000 + "]}"}, "unknown-key"),
}  # fmt: skip

MUCH: dict[str, tuple[Files, str]] = {
    "long word": (deck(f"  - title: a\n    text: {'x' * 100_000}\n"), "too-much-text"),
    "long word, barely": (deck(f"  - title: a\n    text: {'x' * 19_000}\n"), "overflow"),
    "long title": (deck(f"  - title: {'word ' * 20_000}\n    text: a\n"), "too-much-text"),
    "long title, barely": (deck(f"  - title: {'word ' * 190}\n    text: a\n"), "overflow"),
    "long title of the deck": ({"deck/deck.yaml": f"title: {'w' * 100_000}\nslides:\n  - cover\n"}, "too-much-text"),
    "authors": ({"deck/deck.yaml": "title: a\nauthors: [" + "x," * 50_000 + "]\nslides: [{cover: {}}]\n"}, "too-much-text"),
    "list": (deck("  - title: a\n    bullets:\n" + "      - x\n" * 100_000), "too-much-text"),
    "list, barely": (deck("  - title: a\n    bullets: [" + "x," * 9_900 + "]\n"), "overflow"),
    "sentences": (deck(f"  - title: a\n    text: {'Ja. ' * 4_650}\n"), SOUND),
    "table": (deck(cells(600, 600)), "too-much-text"),
    "table, barely": (deck(cells(40, 40)), SOUND),
    "wide table": (deck(cells(2, 2_000)), "wrong-length"),
    "notes": (deck(f"  - title: a\n    text: b\n    notes: {'word ' * 20_000}\n"), "too-much-text"),
    "notes, barely": (deck(f"  - title: a\n    text: b\n    notes: {'word ' * 9_900}\n"), SOUND),
    "Chinese": (deck(f"  - title: a\n    text: {'字' * 18_000}\n"), "overflow"),
    "all letters": (deck("  - title: a\n    text: '" + "".join(map(chr, range(0x3400, 0x4400))) + "'\n"), "unready-script"),
    "hyphens": (deck(f"  - title: a\n    text: {'a-' * 9_000}\n"), "overflow"),
    "invisible spaces": (deck("  - title: a\n    text: " + "a\u200b" * 9_000 + "\n"), "overflow"),
    "marks": (deck("  - title: a\n    text: '" + "**a " * 4_600 + "'\n"), "overflow"),
    "open brackets": (deck("  - title: a\n    text: '" + "[a](" * 4_600 + "'\n"), "overflow"),
    "bad links": (deck("  - title: a\n    text: '" + "[a](x y) " * 2_000 + "'\n"), "bad-link"),
    "directions": (deck('  - {title: "\u202ea\u2066b", bullets: ["\u202eb", "a\u200b\u00ad"]}\n'), SOUND),
    "signs of a pattern": (deck("  - title: a\n    text: (a+)+$ aaaaaaaaaaaaaaaaaaaaaaaaa!\n    highlight: (a+)+$\n"), SOUND),
    "slides": (deck(plain(10_001)), "too-many-slides"),
    "wrong slides": (deck("  - titel: S\n    bulets: [a]\n" * 5_000), "unknown-key"),
    "slides of one title": (deck("  - {title: a, text: b}\n" * 2_000), SOUND),
}  # fmt: skip

TOGETHER: dict[str, tuple[Files, str]] = {
    "include chain": (includes(3_000, 1), "include-too-deep"),
    "include bomb": (includes(15, 10), "too-many-slides"),
    "10,000 files": (
        deck("".join(f"  - include: s/{n}.yaml\n" for n in range(10_000))) | {f"deck/s/{n}.yaml": "" for n in range(10_000)},
        "no-slides",
    ),
    "large files": (
        deck("".join(f"  - include: {n}.yaml\n" for n in range(3))) | {f"deck/{n}.yaml": "#" * 9_000_000 for n in range(3)},
        "files-too-large",
    ),
    "variants": (with_table("".join(f"- {{id: v{n}}}\n" for n in range(5_001))), "too-many-variants"),
    "decks": (with_table("".join(f"- {{id: v{n}}}\n" for n in range(2_000)), plain(100)), "too-many-decks"),
    "columns": (with_table("- {id: a, " + ", ".join(f"c{n}: x" for n in range(50_000)) + "}\n"), "too-many-variables"),
    "added slides": (
        deck(plain(2))
        | {"deck/variants.yaml": "variants: {a: {}}\nadd:\n" + "  - {title: n, text: a}\n" * 12_000},
        "too-many-slides",
    ),
    "wrong changes": (
        deck(plain(1_000))
        | {"deck/variants.yaml": "variants: {a: {}}\nchanges:\n" + "".join(f"  x{n}: {{title: n}}\n" for n in range(2_500))},
        "change-nowhere",
    ),
    "large change": (
        deck(plain(1)) | {"deck/variants.yaml": f"variants: {{a: {{}}}}\nchanges: {{s0: {{text: {'x' * 60_000}}}}}\n"},
        "too-much-text",
    ),
    "variables that grow": (
        deck(plain(1), "variables: {" + values("${{v{next}}}" * 10, 300) + ", v300: x}\n"),
        "variable-too-long",
    ),
    "variables in a ring": (
        deck(plain(1), "variables: {" + values("${{v{next}}}", 400) + ", v400: '${v0}'}\n"),
        "variable-circle",
    ),
    "a variable many times": (
        deck("  - title: a\n    bullets: [" + "'${v}', " * 1_000 + "]\n", f"variables: {{v: {'x' * 9_999}}}\n"),
        "variables-too-long",
    ),
    "a variable on many slides": (
        deck("  - title: a\n    text: ${v}${v}\n" * 2_000, f"variables: {{v: {'word ' * 1_990}}}\n"),
        "variables-too-long",
    ),
    "unknown variables": (
        deck("".join(f"  - {{title: a, text: '${{v{n}}}'}}\n" for n in range(999)), "variables: {" + values("x", 499) + "}\n"),
        "unknown-variable",
    ),
    "lines of code": (deck("  - title: a\n    code: |\n" + "      x = 1\n" * 100_000), "too-much-text"),
    "a line of code": (
        deck("  - title: a\n    code: {file: a.py}\n") | {"deck/a.py": "(" * 1_000_000},
        "code-line-too-long",
    ),
    "a file of code": (deck("  - title: a\n    code: {file: a.py}\n") | {"deck/a.py": "x = 1\n" * 100_000}, "code-too-long"),
    "code on many slides": (
        deck("".join(f"  - {{title: a{n}, code: {{file: a.py, lines: {n}-{n + 99}}}}}\n" for n in range(1, 30)))
        | {"deck/a.py": ("(" * 60 + "\n") * 5_000},
        "overflow",
    ),
    "many variables": (deck(plain(1), "variables: {" + values("x", 50_000) + "}\n"), "too-many-variables"),
}  # fmt: skip

THEMES: dict[str, tuple[Files, str]] = {
    "parts": (theme("motif: {cover: [{wheel: {centre: [0, 0], outer: 9, inner: 5, parts: 1000000}}]}"), "wrong-value"),
    "far away": (theme("motif: {cover: [{wheel: {centre: [999999999999, 0], outer: 9, inner: 5}}]}"), "wrong-value"),
    "negative radius": (theme("motif: {cover: [{wheel: {centre: [0, 0], outer: -9, inner: 5}}]}"), "wrong-value"),
    "no radius": (theme("motif: {content: [{wheel: {centre: [0, 0], outer: 0, inner: 0}}]}"), SOUND),
    "turns": (theme("motif: {quote: [{arc: {centre: [0, 0], outer: 9, inner: 5, start: 1, sweep: 99999999}}]}"), "wrong-value"),
    "all gap": (theme("motif: {content: [{wheel: {centre: [0, 0], outer: 9, inner: 5, parts: 60, gap: 360}}]}"), SOUND),
    "shapes": (theme("motif: {content: [" + "{wheel: {centre: [0, 0], outer: 9, inner: 5}}," * 5_000 + "]}"), "wrong-length"),
    "no size": (theme("sizes: {body: [0]}"), "wrong-value"),
    "huge size": (theme("sizes: {title: [999999999999]}"), "wrong-value"),
    "largest and smallest": (theme("sizes: {title: [400, 4], body: [400, 4], footer: [4], small: [400]}"), SOUND),
    "long font": (theme(f"fonts: {{body: {'x' * 10_000}}}"), "too-much-text"),
    "font of signs": (theme("fonts: {body: '<&\">'}"), SOUND),
    "continued": (theme("fit: {continued: '{part:>999999999}{parts.__class__}{'}"), SOUND),
    "itself": (deck(plain(1), "theme: own\n") | {"themes/own/theme.yaml": "extends: own\n"}, "extends-circle"),
    "colours": (theme("colours: {paper: 'url(x)'}"), "wrong-value"),
}  # fmt: skip
