"""Problems as a SARIF log (Static Analysis Results Interchange Format 2.1.0, OASIS), which code scanners take."""

from collections import Counter
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import msgspec

from deckmotor import __version__
from deckmotor.catalogue import entry
from deckmotor.cli.formats.place import Placed, Run
from deckmotor.cli.report import notes

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(run: Run) -> str:
    """A log of one run. Its rules are those that were broken, with what `docs/errors.md` says about them."""
    codes = sorted({one.finding.problem.code for one in run.problems})
    driver = {"name": "deckmotor", "version": __version__, "rules": [_rule(code) for code in codes]}
    seen: Counter[str] = Counter()
    result: dict[str, Any] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes, seen) for one in run.problems],
    }
    if run.more:  # SARIF 3.20.21, 3.58.
        notice = {"level": "note", "message": {"text": run.more}}
        result["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": [notice]}]
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [result]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(code: str) -> dict[str, Any]:
    """SARIF 3.49."""
    text = entry(code).explanation
    return {"id": code, "shortDescription": {"text": text.split(". ")[0].rstrip(".") + "."}, "help": {"text": text}}


def _result(one: Placed, codes: list[str], seen: Counter[str]) -> dict[str, Any]:
    """SARIF 3.27."""
    problem = one.finding.problem
    text = "\n".join((problem.message, *notes(one.finding)))
    variants = {"properties": {"variants": list(one.finding.variants)}} if one.finding.variants else {}
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(one)}],
        "partialFingerprints": {"problem/v2": _fingerprint(one, seen)},
        **variants,
    }


def _location(one: Placed) -> dict[str, Any]:
    """SARIF 3.29. A region's end is the column after its last character (3.30.8)."""
    span = one.finding.problem.span
    region = {"startLine": span.line, "startColumn": span.column, "endLine": one.end_line, "endColumn": one.end_column}
    return {"artifactLocation": {"uri": _uri(one.path)}, "region": region}


def _uri(path: str) -> str:
    """A relative reference where the path is relative (RFC 3986, 4.2): GitHub takes it from the top of the checkout."""
    slashes = path.replace("\\", "/")
    if slashes.startswith("/") or slashes[1:2] == ":":
        return "file://" + ("" if slashes.startswith("/") else "/") + quote(slashes, safe="/:")
    return quote(slashes, safe="/")


def _fingerprint(one: Placed, seen: Counter[str]) -> str:
    """The same for a problem whose line has moved, so that a scanner doesn't take it for a new one (SARIF 3.27.17)."""
    problem = one.finding.problem
    parts = "\0".join((problem.code, one.path, one.row.strip(), repr(problem.values)))
    seen[parts] += 1
    return sha256(f"{parts}\0{seen[parts]}".encode()).hexdigest()[:32]
