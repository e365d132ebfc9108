"""The languages that code may be in: those of Pygments, by every name that people have for them."""

from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module

from pygments.lexer import Lexer
from pygments.lexers._mapping import LEXERS

PLAIN = "text"
"""The language of code that has no colours."""

FIRST: dict[str, str] = {
    "*.S": "gas", "*.asm": "nasm", "*.cl": "common-lisp", "*.def": "modula2", "*.feature": "gherkin", "*.fs": "fsharp",
    "*.gd": "gdscript", "*.h": "c", "*.hh": "cpp", "*.inc": "php", "*.inf": "ini", "*.lean": "lean4", "*.m": "matlab",
    "*.mm": "objective-c++", "*.pl": "perl", "*.pm": "perl", "*.pro": "prolog", "*.s": "gas", "*.sc": "supercollider",
    "*.sql": "sql", "*.t": "perl", "*.toc": "tex", "*.ttl": "turtle", "*.v": "verilog", "*.xsl": "xml", "*.xslt": "xml",
}  # fmt: skip
"""What a file is in whose ending several languages have."""


@cache
def names() -> dict[str, str]:
    """By every name of a language, in small letters, the key of what reads it: `py`, `python` and `python3` are one."""
    found: dict[str, str] = {}
    for key, (_, label, aliases, _, _) in LEXERS.items():
        for name in aliases:
            found.setdefault(name.lower(), key)
        found.setdefault(label.lower(), key)
    return found


def is_language(name: str) -> bool:
    """Whether there is a language of that name."""
    return name.strip().lower() in names()


def label_of(name: str) -> str:
    """What people call a language: `Python`. Empty for plain text."""
    key = names().get(name.strip().lower())
    return "" if key is None or name == PLAIN else str(LEXERS[key][1])


def of_file(path: str) -> str:
    """The language of a file, by its name; plain text where that says nothing."""
    name = path.rpartition("/")[2]
    lower = name.lower()
    for pattern, language in FIRST.items():
        if fnmatchcase(name, pattern) or fnmatchcase(lower, pattern):
            return language
    for key in LEXERS:
        _, label, aliases, patterns, _ = LEXERS[key]
        if any(fnmatchcase(name, pattern) or fnmatchcase(lower, pattern) for pattern in patterns):
            return aliases[0] if aliases else label.lower()
    return PLAIN


def reader(name: str, code: str) -> Lexer:
    """What reads a language: Pygments' own only, never one that somebody has installed beside it. PHP may begin at once."""
    key = names()[name.strip().lower()]
    bare = {"startinline": True} if key == "PhpLexer" and "<?" not in code else {}
    made: Lexer = getattr(import_module(LEXERS[key][0]), key)(stripnl=False, ensurenl=False, **bare)
    return made
