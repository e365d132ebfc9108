"""Drawings in SVG: only what draws comes through, native in PowerPoint with pixels beside it, a drawing everywhere else."""

import io
import re
import zipfile
from base64 import b64decode, b64encode
from functools import cache
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from deckmotor.built import Built
from deckmotor.drawn import press
from deckmotor.linter import lint_package
from deckmotor.pictures import svg
from deckmotor.pictures.look import DamagedError
from tests.pictures.test_ready import built

NAMED = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
MARK = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- made by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
{NAMED} width="40mm" height="30mm" viewBox="0 0 400 300"><title>Märke</title>
<style>.a {{ fill: #C81E1E }}</style><defs><linearGradient id="g"><stop stop-color="#1E28C8"/></linearGradient></defs>
<rect class="a" width="200" height="150"/><rect x="200" width="200" height="150" style="fill:#1EA028"/>
<rect y="150" width="200" height="150" fill="url(#g)"/><rect x="200" y="150" width="200" height="150" fill="#fff"/></svg>"""

WILD = (
    "<script>x()</script>", '<path onclick="x()"/>', '<g onload="x()"/>', '<a xlink:href="javascript:x()"><path d="M0 0"/></a>',
    '<image xlink:href="https://a.se/b.png"/>', '<image href="file:///etc/passwd"/>', '<use href="other.svg#a"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>', '<style>@import "https://a.se/c.css";</style>',
    "<style>path{background:url(https://a.se/d)}</style>", '<path style="fill:url(https://a.se/e)"/>',
    '<path fill="url(\'https://a.se/f\')"/>', "<style>@\\69mport 'https://a.se'</style>", "<iframe src='https://a.se'/>",
    "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><script>x()</script></body></foreignObject>",
    '<animate attributeName="href" to="javascript:x()"/>', '<set attributeName="onload" to="x()"/>',
    '<text><script>x()</script></text>', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>',
    '<handler type="x">x()</handler>', '<feImage href="https://a.se/g"/>', '<path filter="url(https://a.se/h)"/>',
    "<style>path{fill:URL ( https://a.se/i )}</style>", "<g><!-- --><script/></g>", '<use xlink:href="data:text/html,x()"/>',
)  # fmt: skip
"""What a drawing by a stranger may hold that is no drawing."""


@pytest.mark.parametrize("wild", WILD)
def test_nothing_of_it_acts_or_leads_elsewhere(wild: str) -> None:
    made = svg.read(f'{NAMED} viewBox="0 0 9 9">{wild}<path d="M0 0L9 9"/></svg>'.encode()).data.decode()
    assert re.findall(r"https?://(?!www\.w3\.org/)|script|file:|x\(\)|etc/passwd|@|on\w+=|<image|foreign|data:", made) == []
    ElementTree.fromstring(made)


MOST = svg.MOST_ELEMENTS


@pytest.mark.parametrize(
    "inside",
    (
        "<path/>" * 1_000_000, "<path/>" * 60_000, "<g>" * 3_000, "<g>" * 180,
        '<path d="' + "M0 0" * 1_300_000 + '"/>',
        '<g id="a"><use href="#a"/></g>', '<g id="a"><use href="#b"/></g><g id="b" fill="url(#a)"/>',
    ),
    ids=("million paths", "many paths", "deep", "deep too", "long", "itself", "each other"),
)  # fmt: skip
def test_what_takes_forever_is_refused(inside: str) -> None:
    with pytest.raises((svg.UnsafeError, DamagedError)):
        svg.read(f'{NAMED} viewBox="0 0 9 9">{inside}</svg>'.encode())


@given(st.binary(max_size=300), st.integers(0, len(MARK)), st.integers(0, 60))
def test_a_damaged_drawing_is_a_drawing_or_refused(noise: bytes, at: int, length: int) -> None:
    data = MARK.encode()
    try:
        made = svg.read(data[:at] + noise + data[at + length :])
    except (svg.UnsafeError, DamagedError):
        return
    ElementTree.fromstring(made.data)


@pytest.mark.parametrize(
    ("head", "size"),
    (
        ('viewBox="0 0 40 30"', (4000, 3000)),
        ('width="40" height="30"', (4000, 3000)),
        ('width="3cm" height="60mm"', (2000, 4000)),
        ('viewBox="-5 -5 10,20" width="100%" height="100%"', (2000, 4000)),
        ('viewBox="0 0 1 1" width="20px" height="10pt"', (4000, 2667)),
    ),
)
def test_a_drawing_has_the_shape_that_it_says(head: str, size: tuple[int, int]) -> None:
    made = svg.read(f'<svg xmlns="http://www.w3.org/2000/svg" {head}/>'.encode())
    assert (made.width, made.height) == size


def test_in_one_colour_only_white_stays() -> None:
    made = svg.recoloured(svg.read(MARK.encode()).data, "123456").decode()
    assert set(re.findall("#[0-9A-Fa-f]{3,6}", made)) == {"#123456", "#fff"}


@cache
def finished() -> Built:
    slides = (
        "  - title: A\n    picture: {file: mark.svg, alt: Märke}\n"
        "  - title: B\n    picture: {file: mark.svg, alt: Märke, fit: fill}\n"
        "  - title: C\n    picture: {file: mark.svg, alt: Märke, recolour: accent}\n"
    )
    return built(
        {"mark.svg": MARK.encode(), "deck.yaml": f"title: T\nlogo: mark.svg\nslides:\n{slides}".encode()},
        "pptx",
        "html",
        "svg",
        "png",
    )


def test_powerpoint_has_the_drawing_and_its_pixels() -> None:
    done = finished()
    assert done.problems == () and list(lint_package(done.data, "svg.pptx")) == []
    with zipfile.ZipFile(io.BytesIO(done.data)) as file:
        kinds = sorted(name.rpartition(".")[2] for name in file.namelist() if "/media/" in name)
        assert kinds == ["png", "png", "svg", "svg"]
        assert b"svgBlip" in file.read("ppt/slides/slide1.xml")
    pictures = [
        shape.image for slide in Presentation(io.BytesIO(done.data)).slides for shape in slide.shapes if hasattr(shape, "image")
    ]
    corners = [Image.open(io.BytesIO(one.blob)).convert("RGB").getpixel((5, 5)) for one in pictures]
    assert corners == [(200, 30, 30), (200, 30, 30), (185, 63, 25)]


@pytest.mark.parametrize("family", ("", ' font-family="Segoe UI, sans-serif"'))
def test_letters_are_in_its_pixels(family: str) -> None:
    """Whatever the drawing asks for: no other font than ours may be there."""
    drawing = f'{NAMED} viewBox="0 0 90 30"><text y="25" font-size="30"{family}>Bro</text></svg>'
    pixels = Image.open(io.BytesIO(press().drawing(drawing.encode(), 90, 30)))
    assert pixels.getbbox() is not None


def test_browsers_and_paper_have_the_drawing() -> None:
    page, *rest = (file.data for file in finished().files[1:])
    drawings = [page, *(data for data in rest if data.startswith(b"<svg"))]
    assert [data.count(b"data:image/svg+xml;base64,") for data in drawings] == [2, 1, 1, 1]
    picture = Image.open(io.BytesIO(rest[-3])).convert("RGB")
    seen = set(picture.crop((0, picture.height // 3, picture.width // 2, picture.height)).get_flattened_data())
    assert {(200, 30, 30), (30, 160, 40), (30, 40, 200)} <= seen


def test_notes_of_a_drawing_and_of_pictures_in_it_do_not_travel() -> None:
    held = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(held, "JPEG", comment=b"Hemligt", exif=b"Exif\0\0Hemligt")
    picture = b64encode(held.getvalue()).decode()
    made = svg.read(
        f"""{NAMED} viewBox="0 0 9 9" data-name="Hemligt" aria-label="Hemligt"><!-- Hemligt --><title>Hemligt</title>
        <metadata>Hemligt</metadata><style>/* Hemligt */ .a {{ fill: red }} #b {{ fill: blue }}</style>
        <g id="Hemligt lager"><rect class="a" id="c" width="2" height="3"/></g><path id="b" d="M0 0"/><use href="#c"/>
        <image width="8" height="8" href="data:image/jpeg;base64,{picture}"/></svg>""".encode()
    ).data.decode()
    assert "Hemligt" not in made and "fill: red" in made and 'id="b"' in made and 'id="c"' in made
    inside = b64decode(made.partition("base64,")[2].partition('"')[0])
    assert b"Hemligt" not in inside and Image.open(io.BytesIO(inside)).size == (8, 8)
