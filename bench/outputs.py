"""What a PDF and a contact sheet of the study cost, beside typst alone, a deck written for it, and LibreOffice's whole way.

.venv/bin/python bench/outputs.py

Whole processes, in turns, medians. `typst alone` is a process that only compiles the document that we give to typst: the same
pages, fonts and tags; `as it is set up` lets it look for fonts as its own program does, on the machine and in itself. `a deck
written for typst` is `rivals/study.typ`, compiled as its users do from Python. `nothing kept` has an empty cache. `from the
scene` is what our process does beyond composing, beside what that one does beyond starting. `LibreOffice` is our .pptx of the
study, built and then converted.
"""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from contenders import OURS, ROOT

sys.path.insert(0, str(ROOT / "src"))

from deckmotor.build import Pipeline
from deckmotor.drawn import press
from deckmotor.export.typst.document import source
from deckmotor.workspace import DiskWorkspace, fonts_folder, read_package_file

ROUNDS = 7

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Installed programs have their modules compiled; without this each process would compile them anew."""

ALONE = """
import sys, typst
usual = len(sys.argv) > 4
fonts = typst.Fonts(include_system_fonts=usual, include_embedded_fonts=usual, font_paths=[sys.argv[2]])
text = open(sys.argv[1], "rb").read()
open(sys.argv[3], "wb").write(typst.Compiler(font_paths=fonts).compile(text, format="pdf", pdf_standards=["ua-1"], timestamp=0))
"""


WRITTEN = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], pdf_standards=["ua-1"])
"""

MAP = re.compile(r"<svg xmlns='http://www.w3.org/2000/svg' (viewBox='[^']*')>(.*?)</svg>")
"""The study's map, in what we give to typst: its only long outlines."""


def font(name: str) -> bytes:
    """A font by the name of its file."""
    return read_package_file(f"fonts/{name}")


def ways(place: Path) -> dict[str, Callable[[], list[tuple[str, ...]]]]:
    """By name the commands of each way."""
    scene = Pipeline.of(DiskWorkspace(ROOT), "deck/deck.yaml").compose().scene
    assert scene is not None
    text = source(scene, read=font)
    (place / "study.typ").write_text(text, "utf-8")
    written, drawing = place / "written.typ", MAP.search(text)
    assert drawing is not None
    shutil.copyfile(Path(__file__).parent / "rivals/study.typ", written)
    (place / "map.svg").write_text(f"<svg xmlns='http://www.w3.org/2000/svg' {drawing[1]}>{drawing[2]}</svg>", "utf-8")

    def ours(to: str) -> tuple[str, ...]:
        return (*OURS, "build", str(ROOT), "--to", to, "-o", str(place / "out" / str(perf_counter())))

    def office() -> list[tuple[str, ...]]:
        out = place / "office" / str(perf_counter())
        build = (*OURS, "build", str(ROOT), "-o", str(out))
        profile = f"-env:UserInstallation=file://{place}/profile"
        return [build, ("soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(out), str(out / "motor.pptx"))]

    alone = (sys.executable, "-c", ALONE, str(place / "study.typ"), fonts_folder(), str(place / "alone.pdf"))
    return {
        "typst alone": lambda: [alone],
        "typst alone, as it is set up": lambda: [(*alone, "usual")],
        "a deck written for typst": lambda: [
            (sys.executable, "-c", WRITTEN, str(written), str(place / "written.pdf"), fonts_folder())
        ],
        "our PDF": lambda: [ours("pdf")],
        "our PDF, nothing kept": lambda: [("env", f"DECKMOTOR_CACHE={place}/{perf_counter()}", *ours("pdf"))],
        "our PowerPoint file": lambda: [ours("pptx")],
        "our contact sheet": lambda: [ours("sheet")],
        "LibreOffice, by way of PowerPoint": office,
    }


def measured(commands: list[tuple[str, ...]]) -> tuple[float, float]:
    """Seconds of wall and of processor."""
    begin, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return perf_counter() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def from_scene() -> tuple[float, float]:
    """Seconds of processor from the study's scene to its PDF, and what typst needs of them."""
    scene = Pipeline.of(DiskWorkspace(ROOT), "deck/deck.yaml").compose().scene
    assert scene is not None
    whole, alone = [], []
    for _ in range(ROUNDS):
        begin = process_time()
        press().pdf(scene)
        whole.append(process_time() - begin)
        text = source(scene, read=font).encode()
        begin = process_time()
        press().compiled(text)
        alone.append(process_time() - begin)
    return statistics.median(whole), statistics.median(alone)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        every = ways(Path(folder))
        found: dict[str, list[tuple[float, float]]] = {name: [] for name in every}
        for number in range(ROUNDS + 1):
            for name, commands in every.items():
                took = measured(commands())
                if number:  # The first round fills caches.
                    found[name].append(took)
    pressed, compiled = from_scene()
    print(f"from the scene: {1000 * pressed:.0f} ms of CPU, of which typst {1000 * compiled:.0f}")
    for name, times in found.items():
        wall, cpu = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{name}: {wall:.2f} s, {cpu:.2f} s of CPU")


if __name__ == "__main__":
    main()
