"""`docs/errors.md`, made from the catalogue, the explanations, and the cases that show each code."""

import re

from deckmotor.catalogue import ENTRIES, warnings
from deckmotor.catalogue.package import ENTRIES as PACKAGE
from tests.casefile import CASES

HEAD = """\
# Errors and warnings

<!-- Made from src/deckmotor/catalogue/ and tests/cases/errors/ by
     pytest tests/cli/test_error_pages.py --accept -->

`deckmotor check` tells all problems of a deck and its variants at once, in the order of files and lines, each once:

```
deck/deck.yaml:4:5: error: `bulets` is not a key of a slide [unknown-key]
   4 |     bulets: [a]
     |     ^^^^^^
     = did you mean `bullets`?
```

Lines and columns count from 1, as editors show them. The word in brackets is the code. It stays the same from release to
release, and each is explained below. Where only some variants have a problem, the last line names them.

## Errors and warnings are not the same

A deck with an error gets no file, because something would be missing or wrong on a slide; other decks of the same build do
(`--strict`: none does). A warning is told, and the deck is built. A warning that is known and wanted is
silenced by its code in the head of the deck, for the deck and all its variants:

```yaml
ignore: [missing-glyph]
```

Errors can't be silenced. The warnings are {warnings}.

## Exit codes

| code | meaning |
|---|---|
| 0 | fine; there may be warnings |
| 1 | errors in the deck, or a file that can't be made or written: the others are, and it says which |
| 2 | a wrong command line, or a library that is missing |
| 130, 143 | it was interrupted: with Ctrl-C, or by SIGTERM |
| 70 | a bug of deckmotor; it says so, and how to report it |

## For programs

`--format` of `check` and `build` says how problems are told. All but `text` write to stdout, always in UTF-8, and nothing
else; the exit code is the same.

| format | for |
|---|---|
| `text` | people |
| `json` | programs |
| `sarif` | code scanners: SARIF 2.1.0, with the rules below and a fingerprint that stays when a line moves |
| `github` | pull requests on GitHub: workflow commands, shown beside the lines |

The JSON document has these keys. Within one `format` they only become more.

| key | what it is |
|---|---|
| `format` | 1 |
| `tool`, `version` | `deckmotor` and its version |
| `errors`, `warnings` | how many there are |
| `files` | paths of the files that stand after a `build`; empty for `check` |
| `failed` | paths of the files that it could not make or write, though no deck has errors |
| `failed_decks` | names of the decks that are not as they should be, for errors too; the base deck's is empty |
| `problems` | in the order of files and lines |
| `more` | a word about problems beyond the first 1,000, such as `and 200 more: 200 warnings`, and decks not looked \
at after 100,000 errors; empty where all are told |
| `problems[].severity` | `error` or `warning` |
| `problems[].code` | one of the codes below |
| `problems[].message` | what is wrong |
| `problems[].file` | path from the current folder, with forward slashes |
| `problems[].line`, `.column` | where it begins; columns count characters (Unicode code points) |
| `problems[].end_line`, `.end_column` | where it ends: the column after the last character |
| `problems[].hints` | what to do about it |
| `problems[].variants` | ids of the variants that have it; empty where every deck that was looked at has it |

## All codes
"""

PACKAGES = """
## Codes of finished files

`deckmotor check --package` tells what makes PowerPoint repair or refuse a file, or lose part of it: those are errors. What
PowerPoint opens, but something in it does not work as it was meant, or other programs stumble over, is a warning. What Office
writes itself against the letter of the standard is none. The last column says where it is written, or how it is known.

| code | | what is found; what PowerPoint does | source |
|---|---|---|---|
"""

FIRST = ("deck", "slide", "slides", "yaml", "variants", "variant", "table", "theme", "picture", "fit", "file")
"""Examples come from the cases of these names first."""


def errors_page() -> str:
    """The whole page."""
    named = " and ".join(f"`{code}`" for code in warnings())
    shown = examples()
    parts = [HEAD.replace("{warnings}", ", ".join(named.split(" and ", named.count(" and ") - 1)))]
    for code, entry in ENTRIES.items():
        example = f"\n```\n{shown[code]}\n```\n" if code in shown else ""
        parts.append(f"\n### {code}\n\n{entry.severity.capitalize()}. {entry.explanation}\n{example}")
    parts.append(PACKAGES)
    for code, entry in PACKAGE.items():
        parts.append(f"| `{code}` | {entry.severity} | {_in_table(entry.sentence)} | {entry.source} |\n")
    return "".join(parts)


def _in_table(sentence: str) -> str:
    """A sentence with `…` for the values that it is filled with."""
    return re.sub(r"\{\w+\}", "…", sentence).replace("|", "\\|")


def examples() -> dict[str, str]:
    """By code, the shortest message of a case that shows nothing else."""
    found: dict[str, list[str]] = {}
    for path in sorted((CASES / "errors").glob("*.txt")):
        printed = path.read_text("utf-8").partition("--- expected\n")[2]
        for block in printed.partition("\n")[2].split("\n\n"):
            if code := re.search(r"\[([a-z-]+)\]$", block, re.MULTILINE):
                found.setdefault(code[1], []).append(block.strip("\n"))
    return {code: min(blocks, key=_length) for code, blocks in found.items()}


def _length(block: str) -> tuple[bool, int, str]:
    """Hints are worth showing; beyond that, short is good."""
    return "\n     = " not in block, abs(len(block) - 200), block
