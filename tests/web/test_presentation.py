"""A deck as one HTML file, in a real browser: what it shows, and how it presents."""

import io
from pathlib import Path
from typing import Any

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageChops
from playwright.sync_api import Page

from deckmotor.browsed import presentation
from deckmotor.edition import Edition
from deckmotor.export.typst import Press
from deckmotor.scene.drawing import Element, TextLine
from deckmotor.scene.page import Scene
from deckmotor.scene.paint import paint
from deckmotor.units import to_points
from deckmotor.workspace import fonts_folder
from tests.built import EVERY_SLIDE, GALLERY, STUDY, THEMES, pipeline

NEAR = 0.6
"""Points that a line may stand from where it was measured."""

UNLIKE = 6.0
"""Mean difference of a page's pixels from our own picture of it, of 255, that only edges of letters make."""

FOLDERS = {"gallery": (GALLERY, "deck.yaml"), "study": (STUDY, "deck/deck.yaml"), "every-slide": (EVERY_SLIDE, "deck.yaml")}


def scene(deck: str, theme: str = "motor", variant: str = "") -> Scene:
    folder, path = FOLDERS[deck]
    made = pipeline(folder, path, theme).compose(Edition(variant)).scene
    assert made is not None
    return made


def opened(page: Page, made: Scene, shown: Path, name: str, at: str = "") -> None:
    file = shown / f"{name}.html"
    if not file.exists():
        file.write_bytes(presentation(made))
    page.goto(f"file://{file}{at}")


def difference(picture: bytes, page: Page) -> float:
    """Mean difference of a picture's pixels from what the browser shows, of 255."""
    ours = Image.open(io.BytesIO(picture)).convert("L")
    seen = Image.open(io.BytesIO(page.screenshot())).convert("L").resize(ours.size)
    values = ImageChops.difference(ours, seen).histogram()
    return sum(value * count for value, count in enumerate(values)) / (ours.width * ours.height)


SHOWN = "[...document.querySelectorAll('.slide')].filter(slide => slide.querySelector('.l').checkVisibility())"


def at(page: Page) -> str:
    """The id of the page that is shown."""
    return str(page.evaluate("document.querySelector('.slide.on').id"))


LINES = """[...document.querySelectorAll('.slide')].map(slide => {
  const edge = slide.getBoundingClientRect();
  return [...slide.querySelectorAll('.l')].map(line => {
    const spans = [...line.querySelectorAll('span, kbd, s')];
    const first = spans.length ? spans[0].getBoundingClientRect() : line.getBoundingClientRect();
    const last = spans.length ? spans[spans.length - 1].getBoundingClientRect() : first;
    const base = line.getBoundingClientRect().top + parseFloat(getComputedStyle(line, '::before').height);
    const said = line.cloneNode(true);
    said.querySelectorAll('.m').forEach(formula => formula.textContent = '\ufffc');
    return [said.textContent, first.left - edge.left, last.right - edge.left, base - edge.top];
  });
})"""


def measured(elements: Any) -> list[tuple[str, float, float, float]]:
    """The lines of some elements in painting order: text, left end, right end, baseline, points; marks are left out."""
    found = []
    for element in elements:
        if isinstance(element, Element):
            found += measured(element.children)
        elif isinstance(element, TextLine) and element.align == "left" and element.pieces:
            first, last = element.pieces[0], element.pieces[-1]
            text = "".join(piece.text for piece in element.pieces)
            ends = to_points(first.x), to_points(last.x + last.width)
            found.append((text, *ends, to_points(element.baseline)))
    return found


@pytest.mark.parametrize("theme", THEMES[::2])
def test_lines_stand_where_they_were_measured(theme: str, page: Page, shown: Path) -> None:
    made = scene("gallery", theme)
    opened(page, made, shown, f"gallery-{theme}")
    page.evaluate("document.body.className = ''; document.body.offsetHeight; document.fonts.ready")
    drawn = page.evaluate(LINES)
    layouts = {layout.name: layout for layout in made.layouts}
    wrong = []
    for number, (one, lines) in enumerate(zip(made.pages, drawn, strict=True), 1):
        places = {(text.strip(), round(left), round(base)): right for text, left, right, base in lines}
        for text, left, right, base in measured(paint(one, layouts[one.layout], number)):
            near = [
                end for (said, x, y), end in places.items() if said == text.strip() and abs(x - left) < 1 and abs(y - base) < 1
            ]
            spaces = len(text) - len(text.rstrip())
            # How wide emoji are is for a font of the reader's machine to say: such a line has only to begin where it should.
            is_theirs = not made.emoji.isdisjoint(text)
            if not any(is_theirs or abs(end - right) < NEAR + 8 * spaces for end in near):
                wrong.append((one.id, text, left, right, base, near))
    assert wrong == [], wrong


@pytest.mark.parametrize(("deck", "theme"), [("gallery", "motor"), ("every-slide", "natt"), ("study", "punkt")])
def test_pages_look_like_our_own_pictures_of_them(deck: str, theme: str, page: Page, shown: Path) -> None:
    made = scene(deck, theme)
    opened(page, made, shown, f"{deck}-{theme}")
    page.add_style_tag(content=".bar, ::-webkit-media-controls { display: none !important }")
    unlike = []
    every = 6 if deck == "gallery" else 1  # Others are looked at as SVG.
    numbers = range(every, len(made.pages) + 1, every)
    for number, data in zip(numbers, Press(fonts_folder()).png(made, 72, numbers), strict=True):
        one = made.pages[number - 1]
        page.evaluate("id => { location.hash = `${id}/99` }", one.id)  # After its last click.
        page.wait_for_function("id => document.querySelector('.slide.on').id === id", arg=one.id)
        page.evaluate("document.fonts.ready")
        mean = difference(data, page)
        if mean > UNLIKE:
            unlike.append((one.id, round(mean, 1)))
    assert unlike == []


def test_keys_lead_through_the_pages(page: Page, shown: Path) -> None:
    made = scene("study")
    ids = [one.id for one in made.pages]
    opened(page, made, shown, "study")
    assert at(page) == ids[0]
    for key, then in (
        ("ArrowRight", 1), ("PageDown", 2), (" ", 3), ("ArrowLeft", 2), ("Shift+ ", 1), ("End", len(ids) - 1),
        ("ArrowRight", len(ids) - 1),
        ("Home", 0), ("ArrowLeft", 0), ("ArrowDown", 1),
    ):  # fmt: skip
        page.keyboard.press(key.replace(" ", "Space"))
        assert at(page) == ids[then], key
    assert page.url.endswith(f"#{ids[1]}")
    shown_now = page.evaluate(f"{SHOWN}.map(slide => slide.id)")
    assert shown_now == [ids[1]]


SEEN = "[...document.querySelectorAll('.slide.on [data-click]')].map(part => getComputedStyle(part).visibility === 'visible')"


def test_what_is_built_comes_at_a_click_and_goes_again(page: Page, shown: Path) -> None:
    made = scene("gallery")
    one = next(one for one in made.pages if one.id == "build-short")
    following = made.pages[made.pages.index(one) + 1].id
    opened(page, made, shown, "gallery-motor", "#build-short")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    assert page.evaluate(SEEN) == [False, False, False]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    assert page.evaluate(SEEN) == [True, True, False]
    off = "['.now .off', '.next .off'].map(name => document.querySelectorAll(name).length).join()"
    speaker.wait_for_function(f"{off} === '1,0'")  # Windows speak by messages.
    speaker.keyboard.press("ArrowLeft")
    page.wait_for_function(f"{SEEN}.join() === 'true,false,false'")
    for _ in range(3):
        page.keyboard.press("PageDown")
    assert at(page) == following
    page.keyboard.press("ArrowLeft")
    assert at(page) == "build-short"
    assert page.evaluate(SEEN) == [True, True, True]
    page.keyboard.press("Home")
    page.evaluate("location.hash = 'build-short'")
    page.wait_for_function("document.querySelector('.slide.on').id === 'build-short'")
    page.emulate_media(media="print")
    assert page.evaluate(SEEN) == [True, True, True]
    # Nothing moves when something appears: who asked for less motion tells it click by click like others.
    page.emulate_media(media="screen", reduced_motion="reduce")
    page.keyboard.press("ArrowRight")
    assert (at(page), page.evaluate(SEEN)) == ("build-short", [True, False, False])


COMES = f"{SHOWN}.map(slide => slide.className)"


def test_a_page_comes_with_its_transition_over_the_one_before(page: Page, shown: Path) -> None:
    made = scene("gallery")
    opened(page, made, shown, "gallery-motor", "#build-short")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert at(page) == "build"
    assert page.evaluate(COMES) == ["slide was", "slide on comes"]
    page.wait_for_function("document.querySelectorAll('.was, .comes').length === 0", timeout=3000)
    assert page.evaluate(COMES) == ["slide on"]
    page.keyboard.press("ArrowLeft")
    page.emulate_media(reduced_motion="reduce")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(COMES) == ["slide on"]


def test_a_link_leads_to_its_page_and_an_address_opens_there(page: Page, shown: Path) -> None:
    made = scene("every-slide")
    opened(page, made, shown, "every", "#prose")
    assert at(page) == "prose"
    page.click("a[href='#quote']")
    assert at(page) == "quote"
    page.go_back()
    page.wait_for_function("document.querySelector('.slide.on').id === 'prose'")


def test_the_overview_shows_all_pages_and_opens_the_one_that_is_chosen(page: Page, shown: Path) -> None:
    made = scene("study")
    opened(page, made, shown, "study")
    page.keyboard.press("o")
    assert page.evaluate("[...document.querySelectorAll('.slide')].every(slide => slide.checkVisibility())")
    page.click(f"#{made.pages[3].id}", position={"x": 20, "y": 20})
    assert at(page) == made.pages[3].id
    assert not page.evaluate("document.body.classList.contains('all')")


def test_the_speaker_sees_notes_and_what_comes_next_and_leads_both_windows(page: Page, shown: Path) -> None:
    made = scene("every-slide")
    opened(page, made, shown, "every", "#questions")
    with page.expect_popup() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    speaker.wait_for_selector(".now .slide")
    ids = [one.id for one in made.pages]
    after = ids[ids.index("questions") + 1]
    assert "Dela in rummet i grupper." in speaker.inner_text(".notes")
    assert speaker.inner_text(".next .slide h2, .next .slide h1") != ""
    speaker.keyboard.press("ArrowRight")
    speaker.wait_for_function("document.querySelector('.notes').innerText.trim() === 'No notes.'")
    assert at(page) == after
    assert speaker.inner_text(".place") == f"{ids.index(after) + 1} / {len(ids)}"
    assert speaker.evaluate("document.querySelector('.now .slide').getBoundingClientRect().width") > 300
    # What the window says of itself leaves the slides as they are, and all of both is seen.
    looks = "slide => getComputedStyle(document.querySelector(slide + ' h2')).opacity"
    assert [speaker.evaluate(looks, one) for one in (".now .slide", ".next .slide")] == ["1", "1"]
    assert speaker.evaluate("document.querySelector('.next .slide').getBoundingClientRect().bottom <= innerHeight")


def test_it_prints_a_page_a_sheet(page: Page, shown: Path) -> None:
    made = scene("study")
    opened(page, made, shown, "study")
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    assert len(printed.pages) == len(made.pages)
    box = printed.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (960, 540)
    last = " ".join(printed.pages[-1].extract_text().split())
    assert "Tack!" in last


PLAYED = """async (kind) => {
  const clip = document.querySelector(kind);
  location.hash = clip.closest('.slide').id;
  clip.muted = true;
  for (const track of clip.textTracks) track.mode = 'showing';
  await clip.play();
  while (clip.currentTime < 0.2) await new Promise(requestAnimationFrame);
  return [clip.duration, clip.error, [...clip.textTracks].map(track => track.cues.length)];
}"""


def test_films_and_sounds_play_with_their_captions(page: Page, shown: Path) -> None:
    opened(page, scene("gallery"), shown, "gallery-motor")
    assert page.evaluate(PLAYED, "video") == [4, None, [2]]
    assert page.evaluate(PLAYED, "audio") == [1.5, None, []]


def test_what_plays_shows_its_picture_until_it_is_pointed_at_or_reached_by_a_key(page: Page, shown: Path) -> None:
    made = scene("gallery")
    opened(page, made, shown, "gallery-motor")
    page.add_style_tag(content=".bar { display: none }")
    numbers = [number for number, one in enumerate(made.pages, 1) if one.id in ("film", "sound")]
    seen = []
    for number, data in zip(numbers, Press(fonts_folder()).png(made, 72, numbers), strict=True):
        page.evaluate("id => { location.hash = id }", made.pages[number - 1].id)
        still = page.locator(".slide.on :is(video, audio)")
        page.mouse.move(5, 5)
        page.wait_for_function("document.querySelector('.slide.on :is(video, audio)').readyState > 0")
        plain = difference(data, page)
        page.keyboard.press("Tab")
        reached = difference(data, page)
        still.evaluate("one => one.blur()")
        still.hover()
        seen.append((plain, reached, difference(data, page)))
    assert all(plain < 1 < min(reached, pointed) for plain, reached, pointed in seen), seen


def test_formulas_have_a_font_of_their_own(page: Page, shown: Path) -> None:
    opened(page, scene("gallery"), shown, "gallery-motor")
    page.evaluate("location.hash = 'formula'")
    page.evaluate("document.fonts.ready")
    statuses = page.evaluate(
        "[...document.fonts].filter(face => face.family.includes('Latin Modern Math')).map(face => face.status)"
    )
    assert statuses == ["loaded"]
    # Without what a maths font says of them a sum is as high as its letters, and a bracket no higher than what it holds.
    tall = "name => Math.max(...[...document.querySelectorAll(name)].map(one => one.getBoundingClientRect().height))"
    assert page.evaluate(tall, "#formula mo[largeop]") > 2 * page.evaluate(tall, "#formula mi")


def test_it_asks_nothing_of_the_network(page: Page, shown: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, scene("gallery"), shown, "gallery-motor")
    page.wait_for_timeout(200)
    assert [url for url in asked if not url.startswith(("data:", "file:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1


def test_a_finger_leads_through_the_pages_and_an_address_that_names_nothing_opens_the_first(page: Page, shown: Path) -> None:
    made = scene("study")
    ids = [one.id for one in made.pages]
    opened(page, made, shown, "study")
    touch = page.context.new_cdp_session(page)

    def swipe(begin: int, end: int) -> None:
        for kind, points in (
            ("touchStart", [begin]),
            ("touchMove", [(begin + end) // 2]),
            ("touchMove", [end]),
            ("touchEnd", []),
        ):
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 200} for x in points]})

    # Where a finger hardly moves, it taps: at the left edge that leads back.
    for begin, end, then in ((700, 200, 1), (700, 200, 2), (200, 700, 1), (400, 410, 2), (90, 90, 1)):
        swipe(begin, end)
        page.wait_for_timeout(50)
        assert at(page) == ids[then]
    for address in ("#%", "#nobody"):
        page.goto("about:blank")
        page.goto(f"{(shown / 'study.html').as_uri()}{address}")
        assert at(page) == ids[0]
        page.keyboard.press("ArrowRight")
        assert at(page) == ids[1]


def test_a_telephone_shows_all_pages_below_each_other(page: Page, shown: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    opened(page, scene("study"), shown, "study")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    buttons = page.evaluate("[...document.querySelectorAll('.bar button')].map(one => one.getBoundingClientRect().toJSON())")
    assert all(one["left"] >= 0 and one["right"] <= 360 and one["width"] >= 24 for one in buttons), buttons
    assert page.evaluate("[...document.querySelectorAll('.slide')].every(slide => slide.checkVisibility())")
    assert page.evaluate("document.querySelector('.slide').getBoundingClientRect().width") == 360
    page.evaluate("getSelection().selectAllChildren(document.getElementById('urval'))")
    assert "Söderhamn, Centrum" in (copied := page.evaluate("getSelection().toString()")) and "•" not in copied


def test_it_can_be_read_without_its_script(browser: Any, shown: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 960, "height": 540})
    page = context.new_page()
    made = scene("study")
    opened(page, made, shown, "study")
    assert page.locator(".slide").count() == len(made.pages)
    assert page.locator(".slide").nth(2).bounding_box()["width"] == 960
    context.close()


@pytest.mark.parametrize("mode", ["one", "all", ""])
def test_axe_finds_nothing(mode: str, page: Page, shown: Path) -> None:
    opened(page, scene("study"), shown, "study")
    page.evaluate("mode => { document.body.className = mode }", mode)
    found = Axe().run(page)
    assert [violation["id"] for violation in found.response["violations"]] == []
