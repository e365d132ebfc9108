"""Make src/deckmotor/icons/phosphor.tsv: a line an icon, with its name, the words that it is found by, and its outline.

It reads the npm package @phosphor-icons/core 2.1.1 (MIT), weight "regular", whose icons are filled outlines, most of one path.
Run it with `npm pack @phosphor-icons/core@2.1.1 && python tools/icons.py phosphor-icons-core-2.1.1.tgz` in an environment
that has fontTools. Brands are left out: they are not ours to hand on, and wanted as pictures.

An outline is commands and whole numbers, the box being 2,560 wide and high. All but the first point are ways from the one where
the command begins: `M2080 240L-136 0C…Z`.
"""

import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import SVGPath

TARGET = Path(__file__).parents[1] / "src" / "deckmotor" / "icons" / "phosphor.tsv"
FOLDER = "package/assets/regular/"
STEPS = 10
"""Of a unit of theirs, which are 256 to a side."""

LETTERS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z", "endPath": ""}
TAGS = "import(process.argv[1]).then(m => console.log(JSON.stringify(m.icons.map(i => [i.name, i.categories, i.tags]))))"


def outline(svg: bytes) -> str:
    """The commands of all paths of an icon."""
    pen = RecordingPen()
    SVGPath.fromstring(svg).draw(pen)
    said, at, begin = [], (0.0, 0.0), (0, 0)
    for verb, points in pen.value:
        if verb == "qCurveTo":
            verb, points = "curveTo", cubic(at, *points)
        at = points[-1] if points else at
        whole = [(round(x * STEPS), round(y * STEPS)) for x, y in points]
        said.append(LETTERS[verb] + " ".join(f"{x - begin[0]} {y - begin[1]}" for x, y in whole))
        begin = whole[-1] if whole else begin
    return "".join(said)


def cubic(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """A quadratic curve as a cubic one."""
    first, second = (
        (point[0] + (control[0] - point[0]) * 2 / 3, point[1] + (control[1] - point[1]) * 2 / 3) for point in (start, end)
    )
    return first, second, end


def main() -> None:
    """Write the table, by name."""
    with tarfile.open(sys.argv[1]) as package:
        svgs = {
            member.name.removeprefix(FOLDER).removesuffix(".svg"): package.extractfile(member).read()  # type: ignore[union-attr]
            for member in package.getmembers()
            if member.name.startswith(FOLDER)
        }
        module = Path("icons.mjs")
        module.write_bytes(package.extractfile("package/dist/index.mjs").read())  # type: ignore[union-attr]
    told = json.loads(subprocess.run(["node", "-e", TAGS, str(module.resolve())], capture_output=True, check=True).stdout)
    module.unlink()
    lines = []
    for name, categories, tags in sorted(told):
        if "brands" in categories or name not in svgs:
            continue
        words = sorted({tag for tag in tags if re.fullmatch(r"[\w-]+", tag)} - {name})
        lines.append(f"{name}\t{' '.join(words)}\t{outline(svgs[name])}\n")
    TARGET.write_text("".join(lines), "utf-8")
    print(len(lines), "icons,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
