"""The preview, served for real and used in a real browser."""

import io
import re
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.web.served import DECK, VARIANTS, Served, found_by_axe, shows


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


def test_a_deck_that_begins_with_a_mistake_shows_the_rest(page: Page, served: Served) -> None:
    two = DECK.replace("    text: Ett", "    txt: Ett").replace("    bullets:", "    bulets:")
    served.write(two)
    page.goto(served.address)
    page.wait_for_selector("#status.stale:has-text('what is wrong is left out')")
    assert page.locator("#list a").count() == 1
    served.write(two.replace("bulets", "bullets"))  # One is mended, and shown.
    page.wait_for_selector("#list a[data-id=ett]")
    served.write(DECK)
    page.wait_for_selector("#status:not(.stale)")
    assert page.locator("#list a").count() == 3


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
    page.wait_for_selector(".counted:has-text('1 of 2 differ')")
    page.wait_for_selector("#large figure:nth-of-type(2) :text('Alfa')")
    assert found_by_axe(page) == []
    added = "add: [{before: tva, id: ny, title: Ny, text: Ja.}]"
    (served.folder / "variants.yaml").write_text(
        f"variants: {{a: {{name: Aaa, set: {{ort: Alfa}}, {added}}}, b: {{name: Bbb}}}}\n"
    )
    page.click("#list a[data-id=tva]")  # In one variant it has another number, and is no other for that.
    page.wait_for_selector(".counted:has-text('All 2 are as in the deck itself')")
    page.click("#list a[data-id=ett]")
    page.wait_for_selector("#large figure:nth-of-type(2) :text('Alfa')")
    page.click("#large figure:nth-of-type(3)")  # It is looked at alone then.
    shows(page, "Orten är ingen")
    assert page.input_value("#variant") == "b" and page.get_attribute("#grid", "aria-pressed") == "false"


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


def test_keys_notes_and_downloads(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.wait_for_selector("#list a[aria-current]")
    page.keyboard.press("ArrowDown")
    shows(page, "Kalix")
    assert page.inner_text("#notes") == "Säg välkommen."
    page.evaluate("location.hash = 'tva'")  # As somebody writes in the address.
    shows(page, "Ett stycke.")
    wanted = {"pptx": "studien.pptx", "html": "studien.html", "svg": "studien.zip", "all": "studien.zip"}
    for to, name in wanted.items():
        page.click("#download summary")
        with page.expect_download() as download:
            page.click(f"[data-to={to}]")
        assert download.value.suggested_filename == name
        assert Path(download.value.path()).stat().st_size > 10_000
    with ZipFile(download.value.path()) as held:
        assert held.namelist() == ["studien.pptx", "studien-a.pptx", "studien-b.pptx"]
    page.click("#download summary")
    page.keyboard.press("Escape")
    assert not page.is_visible("[data-to=pptx]")
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
        page.click("#present", modifiers=["Control"])  # In a tab of its own.
    presented = opened.value
    presented.wait_for_selector(".slide.on")
    assert presented.evaluate("document.querySelector('.slide.on').id") == "ett"
    presented.keyboard.press("ArrowRight")
    assert presented.evaluate("document.querySelector('.slide.on').id") == "tva"


def test_a_hidden_slide_is_marked_and_not_presented(page: Page, served: Served) -> None:
    served.write(DECK.replace("    title: Första", "    title: Första\n    hidden: true"))
    page.goto(served.address)
    page.wait_for_selector("#list a.hides[data-id=ett]:has-text('(hidden)')")
    page.goto(f"http://127.0.0.1:{served.port}/present")
    page.wait_for_selector(".slide.on")
    assert page.eval_on_selector_all(".slide", "all => all.map(one => one.id)") == ["start", "tva"]


def test_it_presents_on_the_whole_screen(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    page.keyboard.press("p")
    frame = page.wait_for_selector("#stage")
    assert frame is not None
    shown = frame.content_frame()
    assert shown is not None
    shown.wait_for_selector("#ett.on")
    page.wait_for_function("document.fullscreenElement?.id === 'stage'")
    page.keyboard.press("ArrowRight")
    shown.wait_for_selector("#tva.on")
    page.evaluate("document.exitFullscreen()")  # As the key Escape does.
    page.wait_for_selector("#list a[data-id=tva][aria-current]")
    assert page.locator("#stage").count() == 0


def test_an_empty_deck_is_shown_in_a_friendly_way(page: Page, served: Served) -> None:
    (served.folder / "variants.yaml").unlink()
    served.write("title: Studien\nslides: []\n")
    page.goto(served.address)
    page.wait_for_selector("#large .empty")
    assert "no slides" in page.inner_text("aside") or "No slides" in page.inner_text("body")
    assert not page.is_visible("#grid") and not page.is_visible("#variant") and not page.is_visible("#present")
    assert "title: Hello" in page.inner_text("#large")
    served.write("title: Studien\nslides: [\n")
    page.wait_for_selector("#large .empty a:has-text('deck.yaml:2')")
    served.write(DECK)
    shows(page, "Studien")


def test_a_page_whose_server_was_gone_goes_on(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=tva]")
    page.route("**/events*", lambda route: route.fulfill(status=403))
    page.select_option("#theme", "natt")
    page.wait_for_selector("#status.stale:has-text('has ended')")
    shows(page, "Ett stycke.")
    page.unroute("**/events*")
    page.wait_for_selector("#status:not(.stale)")
    assert page.get_attribute("#list a[aria-current]", "data-id") == "tva"


def test_one_slide_of_the_list_is_reached_by_tab_and_the_others_by_arrows(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    page.keyboard.press("ArrowDown")
    page.wait_for_selector("#list a[data-id=tva][aria-current]:focus")
    assert page.eval_on_selector_all("#list a", "all => all.map(one => one.tabIndex)") == [-1, -1, 0]


def test_axe_finds_nothing(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served.address)
    page.wait_for_selector("#list a[aria-current]")
    assert found_by_axe(page) == []
