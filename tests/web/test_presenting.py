"""What leads a deck through a browser: every key, the wheel, clicks, addresses, and the speaker's window."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from deckmotor.browsed import presentation
from deckmotor.build import Pipeline
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.web.test_presentation import at

DECK = """
title: Wege
language: de
slides:
  - {id: start, title: Anfang, bullets: [Das Ziel, Der Weg], notes: Guten Tag.}
  - {id: steps, title: Schritte, build: items, bullets: [Erstens, Zweitens, Drittens]}
  - {id: moved, title: Schritte, transition: morph, text: Drittens}
  - {id: linked, title: Verweis, text: 'Zu den [Schritten](#steps) und sonst nirgendwohin.'}
  - {id: last, title: Schluss, language: en, text: The unfindable word., notes: Good bye.}
"""
IDS = ("start", "steps", "moved", "linked", "last")


@pytest.fixture
def deck(page: Page, shown: Path) -> Page:
    """The deck, opened from its file."""
    page.goto(f"file://{written(shown)}")
    return page


def written(shown: Path) -> Path:
    file = shown / "ways.html"
    if not file.exists():
        made = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": DECK.encode()}), "deck.yaml", theme="motor").compose()
        assert made.scene is not None, made.problems
        file.write_bytes(presentation(made.scene))
    return file


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def address(page: Page) -> str:
    return str(page.evaluate("location.hash.slice(1)"))


def test_every_key_that_other_presenters_know(deck: Page) -> None:
    for keys, then in (
        (["Enter"], "steps"), (["4", "Enter"], "linked"), (["2", "ArrowRight"], "last"), (["n"], "last"), (["p"], "linked"),
        (["1", "Escape"], "linked"), (["Home", "Enter", "Enter", "Enter"], "steps/2"), (["Backspace"], "steps/1"),
        (["9", "Enter"], "steps/1"),
    ):  # fmt: skip
        press(deck, *keys)
        assert address(deck) == then, keys
    assert deck.inner_text(".told") == "There is no slide 9."


@pytest.mark.parametrize(
    ("key", "colour"), [("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)"), (",", "rgb(255, 255, 255)")]
)
def test_a_key_makes_the_screen_black_or_white_until_the_deck_goes_on(key: str, colour: str, deck: Page) -> None:
    over = "getComputedStyle(document.body, '::after')"
    press(deck, key)
    assert deck.evaluate(f"[{over}.backgroundColor, {over}.position, {over}.inset]") == [colour, "fixed", "0px"]
    press(deck, "ArrowRight")
    assert (deck.evaluate(f"{over}.content"), at(deck)) == ("none", "start")
    press(deck, key, "Escape")
    assert deck.evaluate(f"{over}.content") == "none"
    press(deck, key, key)
    assert deck.evaluate(f"{over}.content") == "none"


def test_arrows_choose_in_the_overview_and_it_says_what_is_what(deck: Page) -> None:
    deck.set_viewport_size({"width": 700, "height": 540})
    press(deck, "o")
    for keys, then in (
        (["ArrowDown"], "moved"), (["ArrowRight"], "linked"), (["ArrowUp"], "steps"), (["ArrowUp"], "steps"),
        (["ArrowLeft"], "start"),
    ):  # fmt: skip
        press(deck, *keys)
        assert at(deck) == then, keys
    said = "getComputedStyle(document.querySelector('#steps'), '::after').content"
    assert "attr" in deck.evaluate(said) or "2. Schritte" in deck.evaluate(said)
    press(deck, "ArrowDown", "Enter")
    assert (at(deck), deck.evaluate("document.body.className.includes('one')")) == ("moved", True)


def test_keys_are_explained_and_lead_nowhere_meanwhile(deck: Page) -> None:
    press(deck, "?")
    assert "black screen" in deck.inner_text("dialog")
    press(deck, "ArrowRight", "o")
    assert at(deck) == "start"
    press(deck, "Escape")
    assert deck.evaluate("[document.querySelector('dialog').open, document.body.classList.contains('all')]") == [False, False]
    press(deck, "?", "?", "ArrowRight")
    assert at(deck) == "steps"


@pytest.mark.parametrize(
    ("asked", "then"),
    [
        ("steps/2", "steps/2"),
        ("steps/9", "steps/3"),
        ("4", "linked"),
        ("nowhere", "start"),
        ("%E0%A4%A", "start"),
        ("", "start"),
    ],
)
def test_an_address_names_a_slide_a_click_or_a_number(asked: str, then: str, page: Page, shown: Path) -> None:
    page.goto(f"file://{written(shown)}#{asked}")
    assert address(page) == then
    assert page.inner_text(".told") == ("" if then != "start" or not asked else f"There is no slide “{asked}”.")


def test_the_browser_goes_back_to_where_a_link_was_and_a_wrong_address_leaves_the_slide(deck: Page) -> None:
    press(deck, "4", "Enter")
    deck.click("a[href='#steps']")
    press(deck, "ArrowRight")
    assert address(deck) == "steps/1"
    deck.go_back()
    deck.wait_for_function("document.querySelector('.slide.on').id === 'linked'")
    deck.go_forward()
    deck.wait_for_function("location.hash === '#steps/1'")
    deck.evaluate("location.hash = 'nowhere'")
    deck.wait_for_function("location.hash === '#steps/1'")
    assert "nowhere" in deck.inner_text(".told")
    deck.reload()
    assert address(deck) == "steps/1"


def test_words_are_found_on_slides_that_are_not_shown(page: Page, shown: Path) -> None:
    page.goto(f"file://{written(shown)}#:~:text=unfindable")
    page.wait_for_function("document.querySelector('.slide.on').id === 'last'")
    page.goto("about:blank")
    page.goto(f"file://{written(shown)}")
    assert page.evaluate("document.querySelector('#last .l').checkVisibility()") is False
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    read = [node["name"]["value"] for node in tree if node["role"]["value"] == "group" and not node["ignored"]]
    assert read == ["1. Anfang"]


def test_the_wheel_leads_once_a_turn_and_no_slide_that_is_enlarged_is_left(deck: Page) -> None:
    turned = "pushes => { for (const deltaY of pushes) document.dispatchEvent(new WheelEvent('wheel', { deltaY })); }"
    deck.evaluate(turned, [120, 90, 60, 30, 5])  # A pad goes on by itself for a while.
    assert address(deck) == "steps"
    deck.wait_for_timeout(200)
    deck.mouse.move(300, 300)
    deck.mouse.wheel(0, -120)
    leads_to(deck, "start")
    deck.wait_for_timeout(200)
    touch = deck.context.new_cdp_session(deck)
    touch.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    deck.mouse.wheel(0, 120)
    for kind, places in (("touchStart", [400]), ("touchMove", [100]), ("touchEnd", [])):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 200} for x in places]})
    deck.wait_for_timeout(100)
    assert at(deck) == "start"


def test_a_click_leads_where_a_slide_is_all_of_the_screen(deck: Page) -> None:
    deck.mouse.click(300, 300)
    assert at(deck) == "start"
    press(deck, "f")
    deck.wait_for_function("document.fullscreenElement !== null")
    deck.mouse.click(300, 300)
    deck.wait_for_function("document.querySelector('.slide.on').id === 'steps'")
    press(deck, "f")
    deck.wait_for_function("document.fullscreenElement === null")


STILL = """() => {
  const plain = Element.prototype.animate;
  Element.prototype.animate = function (...all) { const made = plain.apply(this, all); made.pause(); return made; };
}"""


def test_with_a_morph_words_move_from_where_they_were(deck: Page) -> None:
    def standing(slide: str) -> tuple[float, float, float]:
        line = f"[...document.querySelectorAll('#{slide} .l')].find(line => line.textContent === 'Drittens')"
        box = deck.evaluate(f"{line}.getBoundingClientRect().toJSON()")
        return box["x"], box["y"], box["height"]

    press(deck, "2", "Enter", "ArrowRight", "ArrowRight", "ArrowRight")
    before = standing("steps")
    deck.evaluate(STILL)
    press(deck, "ArrowRight")
    assert standing("moved") == pytest.approx(before, abs=0.5)
    deck.evaluate("document.getAnimations().forEach(one => one.finish())")
    deck.wait_for_function("document.querySelectorAll('.was, .comes').length === 0")
    assert standing("moved") != pytest.approx(before, abs=20)
    press(deck, "ArrowLeft")
    assert address(deck) == "steps/3"


def opened_speaker(deck: Page) -> Page:
    with deck.expect_popup() as popup:
        press(deck, "s")
    popup.value.wait_for_selector(".now .slide")
    return popup.value


def says(page: Page, where: str, what: str) -> None:
    """Wait until something says that; the windows speak by messages."""
    page.wait_for_function("([where, what]) => document.querySelector(where).innerText.trim() === what", arg=[where, what])


def leads_to(page: Page, where: str) -> None:
    page.wait_for_function("where => location.hash === `#${where}`", arg=where)


def test_the_speakers_window_is_led_and_leads(deck: Page) -> None:
    speaker = opened_speaker(deck)
    says(speaker, ".notes", "Guten Tag.")
    assert speaker.get_attribute(".notes", "lang") == "de"
    speaker.click("button[aria-label=Next]")
    speaker.click("button[aria-label=Next]")
    says(speaker, ".next h2", "Next: click 2 of 3")
    leads_to(deck, "steps/1")
    press(deck, "End", "b")
    says(speaker, ".notes", "Good bye.")
    says(speaker, ".next h2", "The last slide")
    says(speaker, ".place", "5 / 5 · the screen is black")
    assert (speaker.get_attribute(".notes", "lang"), speaker.locator(".next .slide").count()) == ("en", 0)
    press(speaker, "b", "3", "Enter")
    leads_to(deck, "moved")
    press(speaker, "ArrowLeft", "n", "n")
    leads_to(deck, "linked")
    size = "parseFloat(getComputedStyle(document.querySelector('.notes')).fontSize)"
    before = speaker.evaluate(size)
    speaker.click("button[aria-label='Larger notes']")
    assert speaker.evaluate(size) > before
    speaker.click("button[aria-label='Stop or start the timer']")
    assert speaker.evaluate("document.querySelector('.since').classList.contains('rests')")
    press(speaker, "?")
    assert speaker.locator("dialog").is_visible() and not deck.locator("dialog").is_visible()
    assert speaker.locator("main, .bar").is_visible() is False


def test_either_window_may_be_loaded_again_and_the_speakers_opens_anew_when_it_was_closed(deck: Page) -> None:
    speaker = opened_speaker(deck)
    speaker.click("button[aria-label='Stop or start the timer']")
    press(deck, "End")
    speaker.reload()
    says(speaker, ".notes", "Good bye.")
    assert speaker.evaluate("document.querySelector('.since').classList.contains('rests')")
    deck.reload()
    press(speaker, "Home")
    leads_to(deck, "start")
    says(speaker, ".notes", "Guten Tag.")
    press(deck, "s", "ArrowRight")
    says(speaker, ".place", "2 / 5")
    assert len(deck.context.pages) == 2
    speaker.close()
    deck.wait_for_timeout(300)  # A window is told a little later that another is closed.
    says(opened_speaker(deck), ".place", "2 / 5")


def test_a_window_that_may_not_open_is_told_and_one_without_slides_says_so(deck: Page) -> None:
    deck.evaluate("() => { window.own = window.open; window.open = () => null; }")
    press(deck, "s")
    assert "Allow pop-ups" in deck.inner_text(".told")
    deck.evaluate("() => { window.open = window.own; }")
    speaker = opened_speaker(deck)
    deck.goto("about:blank")
    speaker.wait_for_function("document.querySelector('.alone').innerText.startsWith('The window with the slides is closed')")


def test_other_words_lead_nowhere(deck: Page) -> None:
    for said in ("{ data: { key: 'End' } }", "{ data: 'End' }", "{ data: null }", "{ data: { deckmotor: { key: 'x' } } }"):
        deck.evaluate(f"dispatchEvent(new MessageEvent('message', {said}))")
    assert at(deck) == "start"


def test_a_film_stops_with_its_slide(deck: Page) -> None:
    deck.evaluate("""() => {
      const clip = document.createElement('audio');
      clip.pause = () => { clip.dataset.stopped = 'yes'; };
      document.querySelector('#start').append(clip);
    }""")
    press(deck, "ArrowRight")
    assert deck.get_attribute("audio", "data-stopped") == "yes"


def test_its_own_policy_lets_it_do_all_of_this_and_nothing_else(browser: Browser, shown: Path) -> None:
    context = browser.new_context(viewport={"width": 960, "height": 540})
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"file://{written(shown)}")
    speaker = opened_speaker(page)
    press(page, "?", "Escape", "o", "o", "2", "Enter", "b", "b")
    speaker.click("button[aria-label=Next]")
    assert speaker.evaluate("getComputedStyle(document.querySelector('.now .slide .l')).position") == "absolute"
    assert said == []
    page.evaluate("fetch('https://example.org/').catch(() => {})")
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), { textContent: 'document.title = 1' }))"
    )
    assert len(said) >= 2 and all("Content Security Policy" in one for one in said)
    assert page.title() == "Wege"
    context.close()


def test_what_a_reader_has_set_is_kept(deck: Page) -> None:
    color = "getComputedStyle(document.querySelector('#start .l span')).color"
    own = deck.evaluate(color)
    deck.emulate_media(forced_colors="active")
    assert deck.evaluate(color) != own
    deck.emulate_media(forced_colors="none", reduced_motion="reduce")
    press(deck, "2", "Enter", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight")
    assert deck.evaluate("[document.querySelectorAll('.was').length, document.getAnimations().length]") == [0, 0]


def test_axe_finds_nothing_in_any_state(deck: Page) -> None:
    deck.emulate_media(reduced_motion="reduce")  # The bar is there at once.
    found = {}
    for state, keys in (("presenting", []), ("built", ["2", "Enter", "ArrowRight"]), ("overview", ["o"]), ("keys", ["o", "?"])):
        press(deck, *keys)
        found[state] = [one["id"] for one in Axe().run(deck).response["violations"]]
    press(deck, "Escape")
    speaker = opened_speaker(deck)
    found["speaker"] = [one["id"] for one in Axe().run(speaker).response["violations"]]
    press(speaker, "?")
    found["speaker's keys"] = [one["id"] for one in Axe().run(speaker).response["violations"]]
    deck.emulate_media(media="print")
    found["print"] = [one["id"] for one in Axe().run(deck).response["violations"]]
    assert not any(found.values()), found
