"""Case files: what goes in and what comes out of a stage, in one readable text file.

    A colon inside an item makes a key of it.         <- what the case shows, in a line or two

    --- deck.yaml                                     <- an input file; all of them form the case's workspace
    title: Studien
    slides:
      - title: Dagordning
        bullets:
          - Tid: 3:45
    --- variants/kalix.yaml [crlf]                    <- words in brackets change the bytes: see BYTES
    name: Kalix
    --- options                                       <- optional: `name: value` lines for the test
    variant: kalix
    --- expected                                      <- always last; `pytest --accept` writes it
    deck.yaml:5:7: error[wrong-type] …

A test of a stage:

    @cases("source/parse")
    def test_parse(case: Case) -> None:
        node, problems = parse(case.workspace.read("deck.yaml"), "deck.yaml")
        case.expect(dump(node), case.listing(problems))
"""

import io
import re
import struct
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PIL import Image

from deckmotor.diagnostics import Diagnostic
from deckmotor.saving import keep_or_write
from deckmotor.workspace import MemoryWorkspace

CASES = Path(__file__).parent / "cases"

BYTES: dict[str, Callable[[bytes], bytes]] = {
    "crlf": lambda data: data.replace(b"\n", b"\r\n"),
    "lone-cr": lambda data: data.replace(b"\n", b"\r"),
    "bom": lambda data: b"\xef\xbb\xbf" + data,
    "latin-1": lambda data: data.decode().encode("cp1252"),
    "utf-16": lambda data: data.decode().encode("utf-16"),
    # The last line break is left out.
    "cut": lambda data: data.removesuffix(b"\n"),
    # A picture of that shape, large enough for any place: `40x30` has thirty times as many pixels each way.
    "png": lambda data: _picture(data, "png"),
    "webp": lambda data: _picture(data, "webp"),
    # The same in a grey of its own: `40x30 130`.
    "grey": lambda data: _picture(data.split()[0], "png", int(data.split()[1])),
    # A photo of so many pixels, as the camera was held (Exif's orientation): `40x30 6`.
    "photo": lambda data: _photo(data),
    # A PNG that moves, of that shape.
    "moving-png": lambda data: _moving(data),
    # A workbook of sheets that are written as text: see `tests.workbooks`.
    "xlsx": lambda data: _workbook(data),
    # What says that it is one of so many pixels, and has none.
    "png-header": lambda data: _png_header(*_pixels(data)),
    # A file whose last line stands there a thousand times more.
    "long": lambda data: data + data.splitlines(keepends=True)[-1] * 1_000,
    # More than a file may have.
    "huge": lambda data: data + b"#" * 11_000_000,
    "half": lambda data: data[: len(data) // 2],
    # `\t`, `\x00` and the like are written so, because an editor or git would not show or keep them.
    "escaped": lambda data: re.sub(rb"\\(x[0-9a-f]{2}|[trn\\])", lambda found: _unescape(found[1]), data),
}
_VISIBLE = {code: 0x2400 + code for code in range(32) if code not in (9, 10, 13)} | {9: "→"}
"""Control characters as pictures: a case file is text, and git must show it."""

_PART = re.compile(r"^--- (?P<name>\S+)(?: \[(?P<how>[^\]]*)\])?$", re.MULTILINE)


def accepted(place: Path, what: str | bytes) -> None:
    """Write what `--accept` takes as right, at once and only where it differs: other tests read the same files meanwhile."""
    keep_or_write(place, what.encode() if isinstance(what, str) else what)


def _workbook(data: bytes) -> bytes:
    """A workbook as `tests.workbooks` reads it from text."""
    from tests.workbooks import workbook  # Few cases have one.

    return workbook(data.decode())


def _unescape(code: bytes) -> bytes:
    named = {b"t": b"\t", b"r": b"\r", b"n": b"\n", b"\\": b"\\"}
    return named[code] if code in named else bytes([int(code[1:], 16)])


def _pixels(data: bytes) -> tuple[int, int]:
    width, height = data.decode().strip().split("x")
    return int(width), int(height)


def _picture(data: bytes, kind: str, grey: int = 90) -> bytes:
    file = io.BytesIO()
    width, height = _pixels(data)
    Image.new("L", (30 * width, 30 * height), grey).convert("RGB" if kind == "webp" else "L").save(file, format=kind)
    return file.getvalue()


def _moving(data: bytes) -> bytes:
    first, file = Image.open(io.BytesIO(_picture(data, "png"))), io.BytesIO()
    first.save(file, format="png", save_all=True, append_images=[first.point(lambda value: value + 9)])
    return file.getvalue()


def _photo(data: bytes) -> bytes:
    size, held = data.decode().split()
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = int(held)
    Image.new("RGB", _pixels(size.encode()), (20, 106, 112)).save(file, format="jpeg", exif=exif)
    return file.getvalue()


def _png_header(width: int, height: int) -> bytes:
    """Signature and IHDR, then pixels that are none (PNG, third edition, 11.2.1)."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", b""), (b"IEND", b"")]
    packed = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def cases(stage: str) -> pytest.MarkDecorator:
    """Run a test (its parameter is named `case`) once for every file of `tests/cases/<stage>/`."""
    files = sorted((CASES / stage).glob("*.txt"))
    assert files, f"there are no cases in {stage}"
    return pytest.mark.parametrize("case", files, ids=[file.stem for file in files], indirect=True)


class Case:
    """One case file, read."""

    def __init__(self, path: Path, *, accept: bool) -> None:
        self.path = path
        self.name = path.stem
        self.files: dict[str, bytes] = {}
        self.options: dict[str, str] = {}
        self._accept = accept
        self._expected: str | None = None
        self._text = path.read_text(encoding="utf-8")
        marks = list(_PART.finditer(self._text))
        self.about = self._text[: marks[0].start()].strip()
        for mark, end in zip(marks, [mark.start() for mark in marks[1:]] + [len(self._text)], strict=True):
            self._take(mark["name"], mark["how"] or "", self._text[mark.end() + 1 : end])

    @property
    def workspace(self) -> MemoryWorkspace:
        """The case's files, in memory."""
        return MemoryWorkspace(dict(self.files))

    def expect(self, *parts: str) -> None:
        """Compare the parts, one below the other, with what the file expects; with `--accept`, write them there."""
        actual = "\n".join(part.rstrip("\n") for part in parts if part.strip()) + "\n"
        if "known" in self.options:  # What ought to be, written by hand.
            assert actual == self._expected
        elif self._accept and actual != self._expected:
            before = self._text.split("--- expected\n")[0].rstrip("\n")
            accepted(self.path, f"{before}\n--- expected\n{actual}")
        elif not self._accept:
            assert self._expected is not None, f"{self.path} expects nothing yet: run `pytest --accept`"
            assert actual == self._expected

    def listing(self, problems: Iterable[Diagnostic]) -> str:
        """Problems as text: place, code and message, the line with a mark under the place, hints."""
        return "\n".join(self._lines(problem) for problem in problems)

    def _lines(self, problem: Diagnostic) -> str:
        span = problem.span
        variant = f" (variant {problem.variant})" if problem.variant else ""
        lines = [f"{span}: {problem.severity}[{problem.code}] {problem.message}{variant}"]
        source = (
            self.files.get(span.file, b"").decode("utf-8", "replace").removeprefix("\ufeff").translate(_VISIBLE).split("\n")
        )
        if span.line <= len(source) and source[span.line - 1].strip():
            lines += [f"  | {source[span.line - 1].rstrip()}", f"  | {' ' * (span.column - 1)}^"]
        return "\n".join(lines + [f"  = {hint}" for hint in problem.advice])

    def _take(self, name: str, how: str, text: str) -> None:
        if name == "expected":
            self._expected = text
        elif name == "options":
            self.options = dict(line.split(": ", 1) for line in text.splitlines() if line)
        else:
            data = text.encode()
            for word in how.split():
                data = BYTES[word](data)
            self.files[name] = data
