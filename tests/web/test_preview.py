"""The preview, served for real and used in a real browser."""

import asyncio
import http.client
import io
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from msgspec import Struct
from PIL import Image
from playwright.sync_api import Page

from deckmotor.preview.guard import Guard
from deckmotor.preview.watch import changes
from tests.built import ROOT

DECK = """\
title: Studien
language: sv
slides:
  - id: start
    cover: {}
  - id: ett
    title: Första
    bullets: [Kalix, "Orten är ${ort}"]
    notes: Säg välkommen.
  - id: tva
    title: Andra
    text: Ett stycke.
variables: {ort: ingen}
"""
VARIANTS = "variants:\n  a: {name: Aaa, set: {ort: Alfa}}\n  b: {name: Bbb, remove: [tva]}\n"


class Served(Struct, frozen=True):
    """A preview that runs."""

    folder: Path
    address: str
    port: int
    token: str

    def write(self, text: str) -> None:
        (self.folder / "deck.yaml").write_text(text, "utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "deck.yaml").write_text(DECK, "utf-8")
    (tmp_path / "variants.yaml").write_text(VARIANTS, "utf-8")
    command = [sys.executable, str(ROOT / "make_deck.py"), "preview", str(tmp_path), "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/\?token=([\w-]+)", address)
        assert found, address + process.stdout.read()
        yield Served(tmp_path, address, int(found[1]), found[2])
        process.send_signal(signal.SIGINT)
        process.wait(10)
    assert process.returncode in (0, 130)


def shows(page: Page, words: str) -> None:
    """Wait until the large picture has these words."""
    page.wait_for_selector(f'#large:has-text("{words}")', timeout=5000)


def found_by_axe(page: Page) -> list[tuple[str, str]]:
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in Axe().run(page).response["violations"]]


def test_what_is_saved_is_shown_where_one_was_looking(page: Page, served: Served) -> None:
    page.goto(f"{served.address}")
    page.wait_for_selector("#list a")
    assert "token" not in page.url
    page.click("#list a[data-id=tva]")
    shows(page, "Ett stycke.")
    served.write(DECK.replace("Ett stycke.", "Ett annat stycke."))
    shows(page, "Ett annat stycke.")
    served.write(DECK.replace("  - id: tva", "  - id: ny\n    title: Ny\n    text: Nytt.\n  - id: tva"))
    page.wait_for_selector("#list a[data-id=ny]")
    assert page.get_attribute("#list a[aria-current]", "data-id") == "tva"
    served.write(
        DECK.replace("  - id: tva\n    title: Andra\n    text: Ett stycke.\n", "")
    )  # Half written: the slide is gone, and comes back.
    page.wait_for_selector("#list a[data-id=ett][aria-current]")
    served.write(DECK)
    page.wait_for_selector("#list a[data-id=tva][aria-current]")


def test_a_mistake_is_told_and_the_last_good_picture_stays(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    shows(page, "Kalix")
    served.write(DECK.replace("    bullets:", "    bulets:"))
    page.wait_for_selector("aside li.error")
    assert "did you mean `bullets`" in page.inner_text("aside")
    shows(page, "Kalix")
    assert page.inner_text("#status").startswith("The deck has a mistake")
    served.write(DECK)
    page.wait_for_selector("aside li.error", state="detached")
    assert "mistake" not in page.inner_text("#status")


def test_a_folder_that_is_cloned_anew_is_followed(page: Page, served: Served) -> None:
    """What is watched is gone then, whatever stands at its name; and what was chosen stays chosen while it is not there."""
    page.goto(f"{served.address}")
    page.wait_for_selector("#list a")
    page.select_option("#variant", "a")
    page.click("#list a[data-id=ett]")
    shows(page, "Orten är Alfa")
    shutil.rmtree(served.folder)
    page.wait_for_selector("aside li.error")
    assert page.input_value("#variant") == "a"
    served.folder.mkdir()
    (served.folder / "variants.yaml").write_text(VARIANTS, "utf-8")
    served.write(DECK.replace("är ${ort}", "heter ${ort}"))
    shows(page, "Orten heter Alfa")
    assert page.input_value("#variant") == "a"
    served.write(DECK)
    shows(page, "Orten är Alfa")


def test_what_is_saved_before_a_folder_that_is_there_again_is_watched_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    folder.mkdir()

    async def told() -> None:
        found = changes(folder)
        first = asyncio.ensure_future(anext(found))
        await asyncio.sleep(0.2)
        folder.rename(tmp_path / "old")
        folder.mkdir()
        while await asyncio.wait_for(first, 10) is not None:  # That it went may be told before that another is there.
            first = asyncio.ensure_future(anext(found))
        (folder / "deck.yaml").write_text("title: A", "utf-8")
        assert await asyncio.wait_for(anext(found), 10) is None

    with ThreadPoolExecutor() as thread:  # Playwright's own loop runs in this one.
        thread.submit(lambda: asyncio.run(told())).result()


def test_variants_and_the_grid(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    shows(page, "Orten är ingen")
    page.select_option("#variant", "a")
    shows(page, "Orten är Alfa")
    page.keyboard.press("g")
    page.wait_for_selector("#large.grid figure:nth-child(3)")
    told = page.locator("#large figcaption").all_inner_texts()
    assert told == ["The deck itself", "Aaa – differs", "Bbb"]
    assert found_by_axe(page) == []
    page.keyboard.press("g")
    page.keyboard.press("b")
    page.wait_for_selector(".box")
    assert page.locator(".box b").all_inner_texts() == ["1", "2", "3"]


SHADED = """[...document.querySelectorAll('.box.filled')].map(box => {
  const edge = box.getBoundingClientRect(), lines = [...document.querySelectorAll('#large .l > span')];
  const at = name => edge.top + parseFloat(box.style.getPropertyValue(name)) / 100 * edge.height;
  const inside = lines.map(line => line.getBoundingClientRect()).map(rect => (rect.top + rect.bottom) / 2)
    .filter(middle => edge.top < middle && middle < edge.bottom);
  return [at('--from'), at('--to'), Math.min(...inside), Math.max(...inside)];
})"""
"""Of each place what is shaded of it, and the middles of the first and the last line in it."""


def test_rooms_languages_and_what_is_drawn_over_a_page(page: Page, served: Served) -> None:
    (served.folder / "audiences.yaml").write_text("styrelsen: {changes: {tva: {text: Till styrelsen.}}}\n", "utf-8")
    (served.folder / "languages").mkdir()
    (served.folder / "languages" / "en.yaml").write_text("only: deck\n", "utf-8")
    page.goto(served.address)
    page.click("#list a[data-id=tva]")
    assert page.is_visible("#audience") and page.is_visible("#language")
    page.select_option("#audience", "styrelsen")
    shows(page, "Till styrelsen.")
    page.keyboard.press("g")
    page.wait_for_selector("#large.grid figure:nth-child(3)")
    assert page.locator("#large figcaption").all_inner_texts() == ["The deck itself", "Aaa", "Bbb – without this slide"]
    page.keyboard.press("g")
    page.reload()
    shows(page, "Till styrelsen.")
    page.keyboard.press("r")
    assert "body: " in page.inner_text(".box.filled >> nth=1")
    shaded = page.evaluate(SHADED)
    assert len(shaded) == 2 and all(low - 2 <= top and bottom <= high + 2 for low, high, top, bottom in shaded), shaded
    page.click("#list a[data-id=start]")  # Its title stands at the lower edge of its place.
    shaded = page.evaluate(SHADED)
    assert all(low - 2 <= top and bottom <= high + 2 for low, high, top, bottom in shaded[:1]), shaded
    page.click("#list a[data-id=tva]")
    page.keyboard.press("c")
    page.wait_for_selector(".box.good")
    assert page.locator(".box.filled, .box.bad, .box.unsure").count() == 0
    assert float(page.inner_text(".box.good b >> nth=0")) > 4.5
    page.select_option("#language", "en")  # Nothing can be drawn: one stays where one was looking.
    page.wait_for_selector("#problems:has-text('for the deck itself alone')")
    page.select_option("#language", "")
    shows(page, "Till styrelsen.")


def test_a_click_tells_where_a_text_is_written(page: Page, served: Served) -> None:
    served.write(DECK.replace("    bullets:", "    look: plain\n    bullets:"))
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    shows(page, "Kalix")
    with page.expect_response(re.compile("/place")) as answer:
        page.click("#large p:has-text('Kalix') .l")
    found = answer.value.json()
    assert page.evaluate("saidAt(document.querySelector('#large li .l[aria-hidden]'))") == {"words": "Kalix"}
    assert (found["file"], found["line"]) == ("deck.yaml", 9)
    assert found["url"] == f"vscode://file{(served.folder / 'deck.yaml').resolve()}:9:15"


def test_keys_notes_and_downloads(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.wait_for_selector("#list a[aria-current]")
    page.keyboard.press("ArrowDown")
    shows(page, "Kalix")
    assert page.inner_text("#notes") == "Säg välkommen."
    page.evaluate("location.hash = 'tva'")  # As somebody writes in the address.
    shows(page, "Ett stycke.")
    for to in ("pptx", "html"):
        with page.expect_download() as download:
            page.click(f"[data-to={to}]")
        assert download.value.suggested_filename == f"studien.{to}"
        assert Path(download.value.path()).stat().st_size > 10_000
    with page.expect_response(re.compile("/place")) as answer:
        page.keyboard.press("e")
    assert (answer.value.json()["file"], answer.value.json()["line"]) == ("deck.yaml", 10)


@pytest.mark.parametrize("forced", ["none", "active"])
def test_what_is_chosen_is_seen_in_the_colours_of_the_system_too(page: Page, served: Served, forced: Any) -> None:
    """By a ring around the small page, and by the ground of a switch."""
    page.emulate_media(forced_colors=forced)
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    page.click("#boxes")

    def beside(name: str) -> tuple[int, ...]:
        """The colour a pixel left of a small page."""
        box = page.locator(f"#list a[data-id={name}] .frame").bounding_box()
        assert box is not None
        shot = page.screenshot(clip={"x": box["x"] - 2, "y": box["y"] + box["height"] / 2, "width": 1, "height": 1})
        return tuple(Image.open(io.BytesIO(shot)).convert("RGB").tobytes())

    page.mouse.move(0, 0)
    assert beside("ett") != beside("tva")
    grounds = page.eval_on_selector_all("button[aria-pressed]", "all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert len(set(grounds)) == 2


def test_it_presents(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=ett]")  # Where one was looking.
    with page.context.expect_page() as opened:
        page.click("#present")
    presented = opened.value
    presented.wait_for_selector(".slide.on")
    assert presented.evaluate("document.querySelector('.slide.on').id") == "ett"
    presented.keyboard.press("ArrowRight")
    assert presented.evaluate("document.querySelector('.slide.on').id") == "tva"


def test_an_empty_deck_is_shown_in_a_friendly_way(page: Page, served: Served) -> None:
    (served.folder / "variants.yaml").unlink()
    served.write("title: Studien\nslides: []\n")
    page.goto(served.address)
    page.wait_for_selector("#large .empty")
    assert "no slides" in page.inner_text("aside") or "No slides" in page.inner_text("body")
    assert not page.is_visible("#grid") and not page.is_visible("#variant")


def test_axe_finds_nothing(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served.address)
    page.wait_for_selector("#list a[aria-current]")
    assert found_by_axe(page) == []


def ask(served: Served, path: str, method: str = "GET", **headers: str) -> int:
    """The status of an answer to a request with just these headers."""
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    return connection.getresponse().status


def test_nobody_else_gets_anything(served: Served) -> None:
    host, cookie = f"127.0.0.1:{served.port}", f"deckmotor-{served.port}={served.token}"
    assert ask(served, "/events", Host=host, Cookie=cookie) == 200
    refused = {
        "no secret": ask(served, "/events", Host=host),
        "a wrong secret": ask(served, "/events", Host=host, Cookie=f"deckmotor-{served.port}=x"),
        "a secret in other letters": ask(served, "/events", Host=host, Cookie=f"deckmotor-{served.port}=å"),
        "a wrong secret in the address": ask(served, "/?token=x", Host=host),
        "another name for this machine": ask(served, "/events", Host=f"evil.example:{served.port}", Cookie=cookie),
        "another origin": ask(served, "/events", Host=host, Cookie=cookie, Origin="http://evil.example"),
        "the origin of files": ask(served, "/events", Host=host, Cookie=cookie, Origin="null"),
        "another port": ask(served, "/events", Host=host, Cookie=cookie, Sec_Fetch_Site="same-site"),
        "another site": ask(served, "/events", Host=host, Cookie=cookie, Sec_Fetch_Site="cross-site"),
        "a websocket": ask(
            served,
            "/events",
            Host=host,
            Connection="Upgrade",
            Upgrade="websocket",
            Sec_WebSocket_Version="13",
            Sec_WebSocket_Key="AAAAAAAAAAAAAAAAAAAAAA==",
        ),
        "a form": ask(served, "/build?to=pptx", "POST", Host=host, Cookie=cookie),
    }
    assert refused == dict.fromkeys(refused, 403)
    (served.folder / "link.png").symlink_to("/etc/passwd")
    (served.folder / "font").symlink_to("/etc")
    paths = ("/deck.yaml", "/../deck.yaml", "/page.css/../../deck.py", "/link.png", "/font/passwd", "/font/..%2f..%2fpage.css")
    missing = {path: ask(served, path, Host=host, Cookie=cookie) for path in paths}
    assert missing == dict.fromkeys(missing, 404)


HOSTILE = """async (home) => {
  const told = (made, good, bad) =>
    new Promise((done) => { made[good] = () => done("got"); made[bad] = () => done("nothing"); });
  const put = (tag, more) => document.body.appendChild(Object.assign(document.createElement(tag), more));
  const asked = (path, how) => fetch(home + path, { credentials: "include", ...how }).then(() => "got", () => "nothing");
  const framed = (name) => new Promise((done) => put("iframe", { name, onload: done }));
  const ways = {
    asking: asked("/present"), blindly: asked("/present", { mode: "no-cors" }),
    building: asked("/build?to=pptx", { method: "POST", headers: { "X-Deckmotor": "1" } }),
    following: told(new EventSource(home + "/events", { withCredentials: true }), "onopen", "onerror"),
    socket: told(new WebSocket(home.replace("http", "ws") + "/events"), "onopen", "onerror"),
    script: told(put("script", { src: home + "/page.js" }), "onload", "onerror"),
    style: told(put("link", { rel: "stylesheet", href: home + "/page.css" }), "onload", "onerror"),
  };
  const found = {};
  for (const [name, way] of Object.entries(ways)) found[name] = await way;
  await framed("seen");
  put("form", { method: "POST", action: home + "/build?to=pptx", target: "seen" }).submit();
  await new Promise((done) => { document.querySelector("iframe").onload = done; });
  return found;
}"""
"""What a page may try that stands on this machine too, at another port: its browser gives it our cookie to send along."""


def test_a_page_of_another_origin_gets_nothing(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.wait_for_selector("#list a")
    evil, home = "http://127.0.0.1:8099/", f"http://127.0.0.1:{served.port}"
    page.route(f"{evil}**", lambda route: route.fulfill(body="<p>evil", content_type="text/html"))
    page.goto(evil)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.removeprefix(home)))
    found = page.evaluate(HOSTILE, home)
    assert found == dict.fromkeys(found, "nothing")
    assert {"/present", "/page.js", "/page.css", "/events", "/build?to=pptx"} <= {*asked}
    assert page.frames[1].evaluate("document.body.innerText.length") < 200  # The browser's own words.


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    command = [
        sys.executable,
        str(ROOT / "make_deck.py"),
        "preview",
        str(served.folder),
        "--no-open",
        "--port",
        str(served.port),
    ]
    made = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert made.returncode == 2
    assert f"port {served.port} can't be used" in made.stderr


def test_two_at_once_do_not_shut_each_other_out() -> None:
    """A browser keeps cookies by their names, for all ports of a machine."""
    assert Guard(4000, "a").cookie != Guard(4001, "b").cookie
