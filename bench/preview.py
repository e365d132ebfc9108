"""How long a saved file takes to be seen in the preview, measured in Chromium. Needs what `make test` installs.

.venv/bin/python bench/preview.py                the study, and decks of 18 and 200 slides
.venv/bin/python bench/preview.py --rivals       beside Marp's and Slidev's own previews of the same text
.venv/bin/python bench/preview.py map --saves 1000   memory over many saves, of decks whose names have this in them

`bench/setup.py --previews` installs the rivals. All are measured alike: a script in the page looks, frame by frame, for the
words that were saved, and reads the clock when the frame that has them has been painted, whether the page was loaded anew or
not. The clock is the machine's, so that the way of that number from the browser to us is not counted.
"""

import argparse
import os
import re
import shutil
import signal
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from time import time
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from contenders import OURS, RIVALS, ROOT

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
]

LOOK = """(() => {
  let told = "";
  const look = () => {
    const words = document.body && /Saved (\\d+)\\./.exec(PLACE.textContent)?.[1];
    if (words && words !== told) {
      told = words;
      setTimeout(() => seen([words, performance.timeOrigin + performance.now()]), 0);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
"""Tells the number of the save whose words are on the page, and when they were painted: what is asked to be called in a frame
comes before its painting, and what is to be called as soon as possible comes after it."""

PORT = 4877
PATIENCE = 60


class Shown(NamedTuple):
    """A preview of a deck."""

    name: str
    command: tuple[str, ...]
    file: Path
    """What is written in: its `Point 0.` words are those that change."""
    old: str
    address: str = ""
    """Where the slide is shown; ours prints its own."""
    slide: str = ""
    place: str = "document.body"
    """What of the page is looked at."""


def yaml(slides: int) -> str:
    """A deck of so many slides of five bullets."""
    lines = ["title: Many", "language: en", "slides:"]
    for number in range(slides):
        items = ", ".join(f"Point {number}.{item} about what we saw and did" for item in range(5))
        lines += [f"  - id: s{number}", f"    title: Slide {number}", f"    bullets: [{items}]"]
    return "\n".join(lines) + "\n"


def markdown(slides: int) -> str:
    """The same text as Markdown, for Marp and Slidev."""
    made = []
    for number in range(slides):
        items = (f"- Point {number}.{item} about what we saw and did" for item in range(5))
        made.append("\n".join((f"# Slide {number}", "", *items)))
    return "---\ntitle: Many\n---\n\n" + "\n\n---\n\n".join(made) + "\n"


def study(place: Path) -> Iterator[Shown]:
    """The study: its slide with a map, and one of text alone."""
    folder = place / "study"
    for name in ("deck", "themes"):
        shutil.copytree(ROOT / name, folder / name)
    command = (*OURS, "preview", str(folder), "--no-open")
    large = "document.getElementById('large')"
    for what, file, slide, old in (
        ("the study, its map", "studien.yaml", "urval", "Kommuntyp"),
        ("the study, a list", "framgang-och-hinder.yaml", "framgang-1", "Legitimitet"),
    ):
        yield Shown(what, command, folder / "deck/slides" / file, old, slide=slide, place=large)


def many(place: Path, slides: int) -> Shown:
    """A deck of so many slides in our preview."""
    folder = place / f"ours-{slides}"
    folder.mkdir()
    (folder / "deck.yaml").write_text(yaml(slides), "utf-8")
    middle = slides // 2
    command = (*OURS, "preview", str(folder), "--no-open")
    large = "document.getElementById('large')"
    return Shown(f"{slides} slides", command, folder / "deck.yaml", f"Point {middle}.0", slide=f"s{middle}", place=large)


def rivals(place: Path, slides: int) -> Iterator[Shown]:
    """The same deck in the previews of others."""
    bin, middle = RIVALS / "node_modules/.bin", slides // 2
    base, old = f"http://localhost:{PORT}", f"Point {middle}.0"
    marp = place / f"marp-{slides}"
    marp.mkdir()
    (marp / "deck.md").write_text(markdown(slides), "utf-8")
    yield Shown(f"Marp, {slides} slides", (str(bin / "marp"), "--server", str(marp)), marp / "deck.md", old,
                f"{base}/deck.md#{middle + 1}")  # fmt: skip
    slidev = RIVALS / f"slidev-{slides}.md"  # Beside its node_modules, where it looks for its theme.
    slidev.write_text(markdown(slides), "utf-8")
    command = (str(bin / "slidev"), str(slidev), "--port", str(PORT), "--open", "false")
    yield Shown(f"Slidev, {slides} slides", command, slidev, old, f"{base}/{middle + 1}")


@contextmanager
def served(shown: Shown) -> Iterator[tuple[str, int]]:
    """The address of a preview while it runs, and the id of its process."""
    environment = {**os.environ, "PORT": str(PORT), "CI": "1"}
    process = subprocess.Popen(shown.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               text=True, env=environment, start_new_session=True)  # fmt: skip
    assert process.stdout is not None
    try:
        yield shown.address or process.stdout.readline().strip(), process.pid
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def measured(page: Page, shown: Shown, saves: int, heard: "Queue[list[Any]]") -> tuple[list[float], list[int]]:
    """Milliseconds from each save to its picture, and the server's memory (kB) after each."""
    times, memory, text = [], [], shown.file.read_text("utf-8")
    with served(shown) as (address, pid):
        _open(page, address)
        if shown.slide:
            page.wait_for_selector(f"#list a[data-id={shown.slide}]")
            page.evaluate(f"location.hash = '{shown.slide}'")
        page.wait_for_timeout(1500)
        for number in range(saves):
            page.wait_for_timeout(150)
            begin = time()
            written = f"Saved {number}." + " more" * (number % 3)  # What follows in the file stands elsewhere then.
            shown.file.write_text(text.replace(shown.old, written, 1), "utf-8")
            while heard.empty() or heard.queue[0][0] != str(number):
                if not heard.empty():
                    heard.get()
                if time() - begin > PATIENCE:
                    raise SystemExit(f"{shown.name}: what was saved is not seen")
                page.wait_for_timeout(20)
            times.append(heard.get()[1] - begin * 1000)
            found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
            memory.append(int(found[1]) if found else 0)
    shown.file.write_text(text, "utf-8")
    return times, memory


def _open(page: Page, address: str) -> None:
    """Open a page whose server may still be starting."""
    for _ in range(PATIENCE):
        try:
            page.goto(address)
            return
        except Exception:  # It does not listen yet.
            page.wait_for_timeout(1000)
    raise SystemExit(f"{address} does not answer")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", default=[""])
    parser.add_argument("--saves", type=int, default=30)
    parser.add_argument("--rivals", action="store_true")
    chosen = parser.parse_args()
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        decks = [*study(place), many(place, 18), many(place, 200)]
        if chosen.rivals:
            decks += [one for slides in (18, 200) for one in rivals(place, slides)]
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for shown in (one for one in decks if any(name in one.name for name in chosen.names)):
            page, heard = browser.new_page(viewport={"width": 1400, "height": 900}), Queue[list[Any]]()
            page.expose_function("seen", heard.put)
            page.add_init_script(LOOK.replace("PLACE", shown.place))
            times, memory = measured(page, shown, chosen.saves, heard)
            page.close()
            half = (len(memory) + 1) // 2
            most = [max(part, default=0) // 1024 for part in (memory[:1], memory[:half], memory[half:])]
            print(
                f"{shown.name}: median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms over {len(times)} saves; "
                "server {} MB after the first, at most {} in the first half, {} in the second".format(*most),
                flush=True,
            )
        browser.close()


if __name__ == "__main__":
    main()
