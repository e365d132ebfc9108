"""Films and sounds: what files are, told by their bytes; native in PowerPoint, played by browsers, a poster on paper."""

import io
import re
import struct
import zipfile
from base64 import b64decode
from collections import Counter
from contextlib import suppress
from functools import cache

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from pptx import Presentation

from deckmotor.build import Pipeline
from deckmotor.built import Built
from deckmotor.color import contrast
from deckmotor.importer.read import read_finished
from deckmotor.pictures import clips, playing
from deckmotor.pictures.bared import bared
from deckmotor.pictures.clips import Clip, bar, look, wrong_captions
from deckmotor.pictures.look import DamagedError
from deckmotor.scene.page import PictureItem, TextItem
from deckmotor.units import points
from deckmotor.workspace import MemoryWorkspace
from tests import oracles
from tests.built import THEME_FILES
from tests.pictures.made import png, quarters
from tests.pictures.test_drawings import MARK


def box(name: str, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I", len(body) + 8) + name.encode("latin-1") + body


def mp4(size: tuple[int, int] = (640, 480), handler: str = "vide", coding: str = "avc1", brand: bytes = b"isom") -> bytes:
    """The least that is a film: a track with its size, its kind and its coding, and no frames."""
    track = box("tkhd", bytes(4), bytes(72), struct.pack(">II", size[0] << 16, size[1] << 16))
    kind = box("hdlr", bytes(8), handler.encode(), bytes(13))
    table = box("stbl", box("stsd", bytes(4), struct.pack(">I", 1), box(coding, bytes(78))))
    tracks = box("trak", track, box("mdia", kind, box("minf", table)))
    return box("ftyp", brand, bytes(4), brand) + box("moov", tracks) + box("mdat", bytes(64))


MP3 = b"ID3\x04\0\0\0\0\0\x0a" + bytes(10) + b"\xff\xfb\x90\0" + bytes(413) + b"\xff\xfb\x90\0" + bytes(413)
WAV = b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data" + bytes(4)
OWNER = b"Kalle Kula +65.85+020.40"
VTT = "WEBVTT\n\n00:00.500 --> 00:02.000\nHej och välkomna.\n\n00:02.000 --> 01:00:03.000 line:0\nNu börjar vi.\n"


@pytest.mark.parametrize(
    ("data", "found"),
    (
        (mp4(), Clip("mp4", 640, 480)), (mp4(coding="hvc1"), Clip("mp4", 640, 480, "hvc1")),
        (mp4(size=(0, 0)), Clip("mp4", 1280, 720)),
        (mp4(handler="soun", coding="mp4a"), Clip("m4a", 1280, 128)), (MP3, Clip("mp3", 1280, 128)),
        (WAV, Clip("wav", 1280, 128)),
        (mp4(brand=b"qt  "), "QuickTime"), (b"\x1aE\xdf\xa3" + bytes(40), "WebM or Matroska"), (b"OggS" + bytes(40), "Ogg"),
        (b"RIFF\0\0\0\0AVI " + bytes(40), "AVI"),
    ),
)  # fmt: skip
def test_what_a_file_is(data: bytes, found: Clip | str) -> None:
    assert look(data) == found


@pytest.mark.parametrize(
    "data",
    (
        b"", b"MZ" + bytes(99), MARK.encode(), box("ftyp", b"isom"), mp4(handler="text"), mp4()[:90], b"\xff\xfb",
        b"RIFF\0\0\0\0WAVE", b"\xff\xf1\x50\x80" + bytes(40),
    ),
)  # fmt: skip
def test_a_film_that_is_none(data: bytes) -> None:
    with pytest.raises(DamagedError):
        look(data)


@given(st.integers(0, 400), st.binary(max_size=12))
def test_damage_is_told_or_harmless(at: int, noise: bytes) -> None:
    data = mp4()
    try:
        look(data[:at] + noise + data[at + len(noise) :])
    except DamagedError:
        return


@pytest.mark.parametrize(
    ("text", "wrong"),
    (
        (VTT, None), ("\ufeff" + VTT.replace("\n", "\r\n"), None), ("WEBVTT\n", (1, "says nothing")),
        ("Hej", (1, "does not begin with WEBVTT")),
        ("WEBVTT\n\n00:02,000 --> 00:03,000\nA", (3, "has no two times such as `00:04.000 --> 00:07.500`")),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nA", (3, "ends before it begins")),
        ("WEBVTT\n\n01:00:02.000 --> 00:02:03.000\nA", (3, "ends before it begins")),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nA\n\n00:01.000 --> 00:03.000\nB", (6, "begins before the one above it")),
    ),
)  # fmt: skip
def test_captions_are_webvtt(text: str, wrong: tuple[int, str] | None) -> None:
    assert wrong_captions(text.encode()) == wrong


DECK = """\
title: Film
language: sv
slides:
  - title: Ett samtal
    video: {file: film.mp4, alt: Två samtalar, captions: film.vtt, caption: Från i våras, link: "https://example.org/film"}
    notes: Visa.
  - title: En röst
    build: blocks
    columns:
      - audio: {file: ljud.mp3, alt: En studerande berättar, poster: mark.svg}
      - bullets: [Hör, Lyssna]
  - title: Samma film
    lead: Igen
    video: {file: film.mp4, alt: Två samtalar, poster: {file: mark.svg, focus: [0, 0]}}
  - {title: På bild, background: mark.svg, bullets: [En]}
"""


def noted(film: bytes) -> bytes:
    """A film as a phone makes it: with its owner and the place in boxes of notes, and in a track that tells where it went."""
    said = [box(name, OWNER) for name in ("udta", "meta", "uuid", "free")]
    at = len(box("ftyp", b"isom", bytes(4), b"isom")) + 8 + 64
    tables = (
        box("stsz", bytes(8), struct.pack(">III", 2, 10, len(OWNER) - 10)),
        box("stsc", bytes(4), struct.pack(">IIII", 1, 1, 2, 1)),
    )
    places = box("stbl", *tables, box("stco", bytes(4), struct.pack(">II", 1, at)))
    went = box("trak", box("mdia", box("hdlr", bytes(8), b"meta", bytes(12), OWNER, b"\0"), box("minf", places)), *said)
    start, moov = film.index(b"moov") - 4, film.index(b"mdat") - 4
    clock = box("mvhd", bytes(4), b"\xde\xad\xbe\xef" * 2, bytes(88))
    inside = film[start + 8 : moov]
    return film[:start] + box("mdat", b"\x07" * 64, OWNER) + box("moov", clock, inside, went, *said) + b"".join(said)


NOTED = {
    "film.mp4": noted(mp4()),
    "ljud.mp3": b"ID3\x04\0\0\0\0\0" + bytes((len(OWNER),)) + OWNER + MP3[20:]
    + b"APETAGEX" + struct.pack("<IIII", 2000, 32 + len(OWNER), 1, 1 << 31 | 1 << 29) + bytes(8) + OWNER
    + b"APETAGEX" + struct.pack("<IIII", 2000, 32 + len(OWNER), 1, 1 << 31) + bytes(8) + (b"TAG" + OWNER).ljust(128, b"\0"),
    "ljud.wav": WAV[:12] + box("LIST", OWNER)[4:8] + struct.pack("<I", len(OWNER)) + OWNER + WAV[12:],
    "film.vtt": VTT.replace("WEBVTT", f"WEBVTT {OWNER.decode()}")
    .replace("\n\n00:02", f"\n\nNOTE\n{OWNER.decode()}\n\n00:02").encode(),
}  # fmt: skip
"""With notes of whose they are, and where that was."""


@pytest.mark.parametrize("name", NOTED)
def test_a_clip_loses_what_is_said_of_it_and_plays_as_before(name: str) -> None:
    type = name.rpartition(".")[2]
    made = bared(NOTED[name], type)
    assert OWNER in NOTED[name] and OWNER not in made and OWNER[:5] not in made and OWNER[-6:] not in made
    assert bared(made, type) == made
    if type == "mp4":  # Nothing has moved, as its tables say where in the file its pictures stand.
        assert len(made) == len(NOTED[name]) and look(made) == look(mp4()) and b"\x07" * 64 in made
        assert b"\xde\xad" in NOTED[name] and b"\xde\xad" not in made
    else:
        plain = {"mp3": MP3[20:], "wav": WAV, "vtt": VTT.encode()}[type]
        assert made == plain


@given(st.integers(0, 900), st.binary(max_size=12))
def test_damage_of_notes_is_told_or_harmless(at: int, noise: bytes) -> None:
    for name, data in NOTED.items():
        with suppress(DamagedError, UnicodeDecodeError):
            bared(data[:at] + noise + data[at + len(noise) :], name.rpartition(".")[2])


@cache
def built() -> Built:
    files = {
        "deck.yaml": DECK.encode(),
        **NOTED,
        "mark.svg": MARK.encode(),
    }
    return Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml").build(
        outputs=("pptx", "html", "png", "pdf", "svg")
    )


def test_no_output_tells_of_whose_a_clip_is() -> None:
    with zipfile.ZipFile(io.BytesIO(built().data)) as file:
        parts = [file.read(name) for name in file.namelist()]
    page = built().files[1].data.decode()
    held = re.findall(r'src="data:(?:video|audio|text)/[\w-]+;base64,([^"]+)"', page)
    assert len(held) == 4
    assert not any(OWNER in one for one in (*parts, *map(b64decode, held), *(file.data for file in built().files)))


def test_every_judge_is_content() -> None:
    assert oracles.flaws(built().data) == []


def test_powerpoint_holds_a_film_once_and_plays_it() -> None:
    with zipfile.ZipFile(io.BytesIO(built().data)) as file:
        media = sorted(name.rpartition(".")[2] for name in file.namelist() if "/media/" in name)
        slides = [file.read(f"ppt/slides/slide{number}.xml").decode() for number in (1, 2, 3)]
        types = file.read("[Content_Types].xml").decode()
    assert media.count("mp4") == media.count("mp3") == 1 and 'Extension="mp4" ContentType="video/mp4"' in types
    assert [one.count("<a:videoFile") + one.count("<p:video>") for one in slides] == [2, 0, 2]
    assert [one.count("<a:audioFile") + one.count("<p:audio>") for one in slides] == [0, 2, 0]
    assert all('action="ppaction://media"' in one and "<p14:media" in one for one in slides)
    assert "text/vtt" in types and media.count("vtt") == 1
    assert [one.count('displayLoc="media"><p173:trackLst><p173:track id="{') for one in slides] == [1, 0, 0]
    shapes = (shape for slide in Presentation(io.BytesIO(built().data)).slides for shape in slide.shapes)
    films = [shape for shape in shapes if "MEDIA" in str(shape.shape_type)]
    assert [round(film.width / film.height, 2) for film in films] == [1.33, 1.33]


def test_it_is_read_back() -> None:
    finished, problems = read_finished(built().data, "film.pptx")
    assert finished is not None and len(finished.slides) == 4 and problems == ()


def test_browsers_play_it_with_captions() -> None:
    page = built().files[1].data.decode()
    assert page.count("<video ") == 2 and page.count("<audio ") == 1 and page.count('<track kind="captions"') == 1
    assert page.count('aria-label="Två samtalar"') == 2 and page.count('src="data:video/mp4;base64,') == 2


def test_paper_has_the_poster_and_says_so() -> None:
    done = built()
    told = [(one.code, one.span.line, bool(one.hints), dict(one.values)["output"]) for one in done.problems]
    # Once for all of these, with a hint, where it stands without a link.
    assert told == [("clip-still", line, True, "PNG, PDF and SVG") for line in (14, 10)]
    made = Image.open(io.BytesIO(done.files[2].data)).convert("RGB")
    assert {(20, 106, 112), (255, 255, 255)} <= set(made.get_flattened_data())


def test_a_poster_leads_to_the_film_where_that_does_not_play() -> None:
    address, files = "https://example.org/film", {file.name: file.data for file in built().files}
    pdf = pypdf.PdfReader(io.BytesIO(files["film.pdf"]))
    led = [[note["/A"]["/URI"] for note in page.get("/Annots", ()) if "/A" in note] for page in pdf.pages]
    assert led == [[address], [], [], []]
    drawn = files["film/film-01.svg"].decode()
    assert re.search(rf'<a xlink:href="{address}"><rect [^>]*></rect><g role="img" aria-label="Två samtalar">', drawn)
    with zipfile.ZipFile(io.BytesIO(files["film.pptx"])) as file:
        assert not any(address.encode() in file.read(name) for name in file.namelist())
    assert address.encode() not in files["film.html"]


def pages(*slides: str, size: str = "16:9") -> dict[str, TextItem | PictureItem]:
    """The texts and pictures of a deck of slides, by their names."""
    deck = f"title: T\nlanguage: sv\nsize: '{size}'\nslides:\n" + "".join(f"  - {slide}\n" for slide in slides)
    files = {"deck.yaml": deck.encode(), "film.mp4": mp4((640, 360)), "ljud.wav": WAV, "bild.png": png(quarters(900, 600))}
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml", theme="motor").compose()
    assert made.scene is not None, made.problems
    items = (item for page in made.scene.pages for item in page.items)
    return {item.name: item for item in items if isinstance(item, TextItem | PictureItem)}


def test_a_sound_is_a_low_bar_that_begins_with_the_text_around_it() -> None:
    items = pages(
        "{id: s, layout: stacked, title: Klockan, audio: {file: ljud.wav, alt: En klocka}, bullets: [Ett, Två, Tre, Fyra, Fem]}"
    )
    sound, title = items["s/audio"], items["s/title"]
    assert isinstance(sound, PictureItem)
    assert sound.box.x == title.box.x and sound.box.width == points(480) and sound.box.height == points(48)
    assert not any(sound.crop)


def test_a_clip_without_a_picture_has_the_themes_colour_for_its_button() -> None:
    sound = pages("{id: a, title: Klockan, audio: {file: ljud.wav, alt: A}}")["a/audio"]
    assert isinstance(sound, PictureItem) and sound.media == "ljud.wav#146A70"


@pytest.mark.parametrize("focus", [0, 50, 100])
def test_a_still_says_in_the_middle_of_what_is_shown_that_it_plays(focus: int) -> None:
    """Whatever of it is cut off; its picture elsewhere does not, nor that of a sound."""
    slides = (
        f"{{id: f, title: H, video: {{file: film.mp4, alt: A, poster: {{file: bild.png, focus: [50, {focus}]}}}}}}",
        "{id: p, title: H, picture: {file: bild.png, alt: B}}",
        "{id: s, title: H, audio: {file: ljud.wav, alt: C, poster: bild.png}}",
    )
    deck = "title: T\nlanguage: sv\nslides:\n" + "".join(f"  - {slide}\n" for slide in slides)
    files = {"deck.yaml": deck.encode(), "film.mp4": mp4((640, 360)), "ljud.wav": WAV, "bild.png": png(quarters(900, 900))}
    built = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml", theme="motor").build(outputs=("pptx",))
    film, plain, sound = (
        next(shape for shape in slide.shapes if shape.name.partition("/")[2] in ("video", "picture", "audio"))
        for slide in Presentation(io.BytesIO(built.data)).slides
    )
    assert plain.image.blob == sound.image.blob
    part = film.part.related_part(film._element.blipFill.find(".//{*}blip").rEmbed)
    shown = Image.open(io.BytesIO(part.blob)).convert("RGB")
    before = Image.open(io.BytesIO(plain.image.blob)).convert("RGB")
    changed = ImageChops.difference(shown, before.resize(shown.size)).getbbox()
    assert changed is not None
    wide, high = shown.size
    left, top, right, bottom = film.crop_left, film.crop_top, film.crop_right, film.crop_bottom
    middle = (1 + left - right) / 2 * wide, (1 + top - bottom) / 2 * high
    assert ((changed[0] + changed[2]) / 2, (changed[1] + changed[3]) / 2) == pytest.approx(middle, abs=3)
    assert changed[3] - changed[1] < (1 - top - bottom) * high / 4, "a face is seen around it"


def test_a_sound_with_a_picture_shows_all_of_it() -> None:
    sound = pages("{id: s, title: Klockan, audio: {file: ljud.wav, alt: En klocka, poster: bild.png}}")["s/audio"]
    assert isinstance(sound, PictureItem)
    assert abs(sound.box.width * 2 - sound.box.height * 3) < 10 and not any(sound.crop) and sound.box.height > points(200)


def test_the_bar_is_quiet_on_light_pages_and_on_dark_ones() -> None:
    for ground, mark in (("146B70", "FFFFFF"), ("5EC4B8", "000000")):
        image = Image.open(io.BytesIO(bar(640, 64, ground, mark)))
        (most,) = Counter(bytes(image.crop((70, 2, 600, 20)).tobytes()[at : at + 3]) for at in range(0, 9_000, 3))
        assert contrast(most.hex(), mark) < 1.5
        assert image.getpixel((15, 32)) == tuple(bytes.fromhex(ground))


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_a_film_stands_beside_text_and_begins_with_it(size: str) -> None:
    bullets = "bullets: [Filmen ligger i filen, Den spelar utan nät, Texten går att slå av]"
    items = pages(
        f"{{id: f, title: Hyllan, video: {{file: film.mp4, alt: En hylla, caption: Fyra sekunder}}, {bullets}}}", size=size
    )
    film, text = items["f/video"], items["f/bullets"]
    assert film.box.right < text.box.x and film.box.y == text.box.y


def test_a_film_that_is_too_large_for_a_web_page_is_its_poster_there_without_captions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Told once, where it is first named; a sound that is not plays on, and PowerPoint holds all."""
    monkeypatch.setattr(playing, "MOST_IN_PAGE", len(mp4()) - 1)
    files = {"deck.yaml": DECK.encode(), "film.mp4": mp4(), "ljud.mp3": MP3[:300], "film.vtt": VTT.encode()}
    pipeline = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files, "mark.svg": MARK.encode()}), "deck.yaml")
    for output, told, kinds in (("html", [("clip-too-large", 5)], {"audio"}), ("pptx", [], set())):
        made = pipeline.build(outputs=(output,))  # type: ignore[arg-type]
        assert [(one.code, one.span.line) for one in made.problems] == told
        assert set(re.findall("<(video|audio|track) ", made.data.decode("latin-1"))) == kinds


def test_a_film_that_leads_somewhere_wherever_it_stands_has_no_hint() -> None:
    deck = DECK.partition("  - title: En röst")[0]
    pipeline = Pipeline.of(MemoryWorkspace({**THEME_FILES, "deck.yaml": deck.encode(), **NOTED}), "deck.yaml")
    told = pipeline.build(outputs=("sheet", "html")).problems
    assert [(one.code, one.hints, dict(one.values)["output"]) for one in told] == [("clip-still", (), "the contact sheet")]


def test_a_sound_is_no_film_and_a_film_no_sound() -> None:
    slides = "  - {title: A, video: {file: film.mp3, alt: A}}\n  - {title: B, audio: {file: ljud.mp4, alt: B}}\n"
    files = {"deck.yaml": f"title: T\nslides:\n{slides}".encode(), "film.mp3": MP3, "ljud.mp4": mp4()}
    made = Pipeline.of(MemoryWorkspace({**THEME_FILES, **files}), "deck.yaml").compose()
    assert [(one.code, one.span.line) for one in made.problems] == [("clip-unreadable", 3), ("clip-unreadable", 4)]


def test_a_film_is_as_large_as_its_largest_track_and_few_boxes_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    small = box("trak", box("tkhd", bytes(4), bytes(72), bytes(8)))
    data = mp4()[:20] + box("moov", mp4()[28:-72], small) + mp4()[-72:]
    assert look(data) == Clip("mp4", 640, 480)
    monkeypatch.setattr(clips, "MOST_BOXES", 3)
    with pytest.raises(DamagedError):
        look(data)
