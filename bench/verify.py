"""Whether what a contender wrote is what it was asked for, read back with python-pptx. Prints one JSON object.

`verify.py OUT JSON_FOLDER`. A program of its own, because it needs far more memory than the one that measures may have.
"""

import json
import sys
import zipfile
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

MOST_READ = 12
"""Of many decks only some are read, spread evenly; all are counted."""

TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}


def check(out: Path, sources: Path) -> dict[str, Any]:
    """What stands in `out`, held against the decks in `sources`."""
    expected = sorted(sources.iterdir())
    written = {place.stem: place for place in out.rglob("*.pptx")}
    if len(expected) == 1 and len(written) == 1:
        written = {expected[0].stem: next(iter(written.values()))}
    missing = [place.stem for place in expected if place.stem not in written]
    problems = [f"{len(missing)} of {len(expected)} files missing"] if missing else []
    counts = {"texts": 0, "in_placeholders": 0}
    for source in expected[:: max(1, len(expected) // MOST_READ)]:
        if source.stem in written:
            problems += [f"{source.stem}: {problem}" for problem in _compare(written[source.stem], source, counts)]
    files = list(written.values())
    return {
        "files": len(files),
        "bytes": sum(place.stat().st_size for place in files),
        "deflated": any(_deflated(place) for place in files[:1]),
        "problems": problems,
        **counts,
    }


def _compare(place: Path, source: Path, counts: dict[str, int]) -> list[str]:
    deck = json.loads(source.read_bytes())
    wanted = [(deck["title"], [deck["subtitle"]])] + [(slide["title"], slide["bullets"]) for slide in deck["slides"]]
    slides = list(Presentation(str(place)).slides)
    if len(slides) != len(wanted):
        return [f"{len(slides)} slides, not {len(wanted)}"]
    problems = []
    for number, (slide, (title, lines)) in enumerate(zip(slides, wanted, strict=True), 1):
        held, bodies = _texts(slide)
        in_title = [text for text, is_title in held if is_title]
        counts["texts"] += 1 + len(lines)
        counts["in_placeholders"] += (title in in_title) + sum(line in bodies for line in lines)
        texts = [text for text, _ in held]
        if title not in texts or [text for text in texts if text in set(lines)] != lines:
            problems.append(f"slide {number} does not hold its texts in order")
    return problems


def _texts(slide: Any) -> tuple[list[tuple[str, bool]], set[str]]:
    """All paragraphs of a slide, each with whether it stands in a title; and those that stand in other placeholders."""
    held: list[tuple[str, bool]] = []
    bodies: set[str] = set()
    for shape in slide.shapes:
        if not shape.has_text_frame:
            continue
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        for paragraph in shape.text_frame.paragraphs:
            # pandoc ends a subtitle with line breaks; we keep words together that would end a line badly.
            text = paragraph.text.replace("\u00a0", " ").strip()
            held.append((text, kind in TITLES))
            if kind is not None and kind not in TITLES:
                bodies.add(text)
    return held, bodies


def _deflated(place: Path) -> bool:
    with zipfile.ZipFile(place) as package:
        return any(entry.compress_type == zipfile.ZIP_DEFLATED for entry in package.infolist())


if __name__ == "__main__":
    print(json.dumps(check(Path(sys.argv[1]), Path(sys.argv[2]))))
