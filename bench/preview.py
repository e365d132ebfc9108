"""How long a saved file takes to be seen in the preview, measured in Chromium. Needs what `make test` installs.

.venv/bin/python bench/preview.py            the study, and a deck of 200 slides
.venv/bin/python bench/preview.py --saves 1000   memory over many saves, too
"""

import argparse
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

TOP = Path(__file__).parents[1]
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]

SEEN = """words => new Promise(done => {
  const look = () => {
    const seen = document.getElementById('large').textContent.includes(words);
    requestAnimationFrame(seen ? () => setTimeout(done, 0) : look);
  };
  look();
})"""
"""Resolves when the words have been painted: in the frame after they are there."""


def many(slides: int) -> str:
    """A deck of so many slides of five bullets."""
    lines = ["title: Many", "language: en", "slides:"]
    for number in range(slides):
        items = ", ".join(f"Point {number}.{item} about what we saw and did" for item in range(5))
        lines += [f"  - id: s{number}", f"    title: Slide {number}", f"    bullets: [{items}]"]
    return "\n".join(lines) + "\n"


def measured(page: Page, folder: Path, file: Path, slide: str, old: str, saves: int) -> tuple[list[float], list[int]]:
    """Milliseconds from each save to its picture, and the server's memory (kB) after each."""
    command = [sys.executable, str(TOP / "make_deck.py"), "preview", str(folder), "--no-open"]
    times, memory = [], []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        page.goto(process.stdout.readline().strip())
        page.wait_for_selector(f"#list a[data-id={slide}]")
        page.evaluate(f"go('{slide}')")
        text = file.read_text("utf-8")
        for number in range(saves):
            words = f"Saved {number}"
            page.wait_for_timeout(150)
            begin = perf_counter()
            file.write_text(text.replace(old, words, 1), "utf-8")
            page.evaluate(SEEN, words)
            times.append((perf_counter() - begin) * 1000)
            status = Path(f"/proc/{process.pid}/status")
            found = re.search(r"VmRSS:\s+(\d+)", status.read_text()) if status.exists() else None
            memory.append(int(found[1]) if found else 0)
        process.terminate()
    return times, memory


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=30)
    saves = parser.parse_args().saves
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        study = Path(place) / "study"
        for name in ("deck", "themes"):
            shutil.copytree(TOP / name, study / name)
        large = Path(place) / "large"
        large.mkdir()
        (large / "deck.yaml").write_text(many(200), "utf-8")
        for name, folder, file, slide, old in (
            ("the study", study, study / "deck/slides/studien.yaml", "urval", "Kommuntyp"),
            ("200 slides", large, large / "deck.yaml", "s100", "Point 100.0"),
        ):
            times, memory = measured(page, folder, file, slide, old, saves)
            print(
                f"{name}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms over {saves} saves; "
                f"server {memory[0] // 1024} MB after the first, {memory[-1] // 1024} MB after the last",
                flush=True,
            )
        browser.close()
    print(f"peak of this process and its children: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
