"""Clicks in the preview, and keys in their place, lead to the line that says what stands there."""

import re

from playwright.sync_api import Page, Route

from tests.web.served import DECK, Served, found_by_axe, shows


def without_editor(page: Page) -> None:
    """Let the browser open no editor: it asks whether to, and then hears no more clicks."""

    def told(route: Route) -> None:
        found = route.fetch().json()
        route.fulfill(json={**found, "url": ""})

    page.route(re.compile("/place"), told)


def test_boxes_in_reading_order_open_the_editor_by_keys(page: Page, served: Served) -> None:
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    shows(page, "Kalix")
    page.keyboard.press("b")
    page.wait_for_selector(".box")
    assert page.locator(".box button").all_inner_texts() == ["1", "2", "3"]
    assert found_by_axe(page) == []
    page.locator(".box button").nth(1).focus()
    page.keyboard.press("Tab")
    with page.expect_response(re.compile("/place")) as answer:
        page.keyboard.press("Enter")
    assert answer.value.json()["url"] == f"vscode://file{(served.folder / 'deck.yaml').resolve()}:8:22"


def test_a_click_tells_where_a_text_is_written(page: Page, served: Served) -> None:
    served.write(DECK.replace("    bullets:", "    look: plain\n    bullets:"))
    without_editor(page)
    page.goto(served.address)
    page.click("#list a[data-id=ett]")
    shows(page, "Kalix")
    for place in ("#large p:has-text('Kalix') .l", "#large li .l[aria-hidden]"):
        with page.expect_response(re.compile("/place")) as answer:
            page.click(place)
        found = answer.value.json()
        assert (found["file"], found["line"]) == ("deck.yaml", 9)
    with page.expect_response(re.compile("/place")) as answer:
        page.click("#notes p")
    assert answer.value.json()["line"] == 10


DRAWN = """\
title: Studien
slides:
  - id: lan
    title: Lån
    chart:
      bars:
        Vuxna: 5
        Barn: 3
  - id: vag
    title: Vägen
    flow: |
      Ansökan -> Samtal
      Samtal -> Kurs
  - id: tal
    title: Tal
    table:
      - [Ort, Lån, Besök]
      - [Kalix, "28", ""]
      - [Mora, "28", ""]
"""

CLICKS = {
    "a bar": ("lan", "#large path >> nth=0", 7),
    "another bar": ("lan", "#large path >> nth=1", 8),
    "a box": ("vag", "#large .l:has-text('Kurs')", 13),
    "a cell that another is like": ("tal", "#large td:has-text('28') >> nth=1", 19),
    "an empty cell": ("tal", "#large tr:nth-child(2) > :nth-child(3)", 18),
    "the ground of a page": ("tal", "#large .slide", 14),
}


def test_a_click_on_what_is_drawn_tells_where_it_is_written(page: Page, served: Served) -> None:
    served.write(DRAWN)
    without_editor(page)
    page.goto(served.address)
    found = {}
    for what, (slide, place, _) in CLICKS.items():
        page.click(f"#list a[data-id={slide}]")
        page.wait_for_selector(f"#large section[aria-label*='{slide[0].upper()}']")
        box = page.locator(place).bounding_box()
        assert box is not None
        middle = (5, 5) if what == "the ground of a page" else (box["width"] / 2, box["height"] / 2)
        with page.expect_response(re.compile("/place")) as answer:
            page.mouse.click(box["x"] + middle[0], box["y"] + middle[1])
        found[what] = answer.value.json()["line"]
    assert found == {what: line for what, (_, _, line) in CLICKS.items()}
