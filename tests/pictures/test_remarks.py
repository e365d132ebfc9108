"""What a coder writes of itself between the pictures of a film goes, and nothing else of them changes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmotor.build import Pipeline
from deckmotor.pictures import bared as bared_of
from deckmotor.pictures import remarks
from deckmotor.pictures.bared import ElsewhereError, bared
from deckmotor.pictures.look import DamagedError
from deckmotor.workspace import MemoryWorkspace
from tests.built import THEME_FILES
from tests.pictures.test_clips import box

MARK = bytes(range(16))
OWNER = b"x264 - core 165 - Kalle Kula kalle/film.mov"
SLICE = b"\x65" + bytes(range(1, 60))
CAPTION = b"\xb5\x00\x31GA94\x03Hej"
BRIGHT = b"\x89" + bytes(range(10, 34))


def message(kind: int, body: bytes) -> bytes:
    """A message of a unit."""
    size = b"\xff" * (len(body) // 255) + bytes((len(body) % 255,))
    return bytes((kind,)) + size + body


def unit(head: bytes, *messages: bytes) -> bytes:
    """A unit of messages, with a 3 wherever two zeros would begin another one (ITU-T H.264, 7.4.1)."""
    raw, kept, zeros = b"".join(messages) + b"\x80", bytearray(), 0
    for byte in raw:
        if zeros == 2 and byte <= 3:
            kept.append(3)
            zeros = 0
        kept.append(byte)
        zeros = zeros + 1 if byte == 0 else 0
    return head + bytes(kept)


AVC, HEVC = b"\x06", b"\x4e\x01"


def told(head: bytes, owner: bytes = OWNER) -> bytes:
    """A unit that says who made the film, and two messages that are shown."""
    return unit(head, message(5, MARK + owner), message(4, CAPTION), message(137, BRIGHT), message(4, b"\xb5\x99\x99" + owner))


def listed(units: tuple[bytes, ...], wide: int = 4) -> bytes:
    return b"".join(len(one).to_bytes(wide, "big") + one for one in units)


def film(
    units: tuple[bytes, ...], kind: str = "avc", *,
    wide: int = 4, pieces: bool = False, there: bytes = b"\0\0\0\1", more: bytes = b"",
) -> bytes:  # fmt: skip
    """A film with one picture of these units, whole or written in pieces; `there`: where it is, as a file or an address."""
    played = listed(units, wide)
    if kind == "avc":
        config = box("avcC", b"\x01\x64\0\x1f", bytes((0xFC | (wide - 1),)), b"\xe0\0")
    else:
        sets = bytes((1, 39)) + struct.pack(">HH", 1, len(told(HEVC))) + told(HEVC)
        config = box("hvcC", b"\x01" + bytes(20), bytes((wide - 1,)), sets)
    coder = b"\x1fLavc63 libx264 of Kalle".ljust(32, b"\0")
    entry = box({"avc": "avc1", "hevc": "hvc1"}[kind], bytes(42), coder, bytes(4), config)
    ftyp = box("ftyp", b"isom", bytes(4), b"isom")
    sizes, chunks = (len(played),) * (not pieces), (len(ftyp) + 8,) * (not pieces)
    tables = (
        box("stsd", bytes(4), struct.pack(">I", 1), entry),
        box("stsz", bytes(8), struct.pack(f">{len(sizes) + 1}I", len(sizes), *sizes)),
        box("stsc", bytes(4), struct.pack(">IIII", 1, 1, 1, 1)),
        box("stco", bytes(4), struct.pack(f">{len(chunks) + 1}I", len(chunks), *chunks)),
    )
    data = box("dinf", box("dref", bytes(4), struct.pack(">I", 1), box("url ", there, more)))
    track = box(
        "trak", box("tkhd", bytes(12), struct.pack(">I", 7), bytes(60), struct.pack(">II", 320 << 16, 240 << 16)),
        box("mdia", box("hdlr", bytes(8), b"vide", bytes(13)), box("minf", box("vmhd", bytes(12)), data, box("stbl", *tables))),
    )  # fmt: skip
    extends = box("mvex", box("trex", bytes(4), struct.pack(">IIIII", 7, 1, 1, len(played), 0)))
    if not pieces:
        return ftyp + box("mdat", played) + box("moov", track)

    def moof(offset: int) -> bytes:
        header = box("tfhd", b"\0\2\0\0", struct.pack(">I", 7))
        run = box("trun", b"\0\0\2\1", struct.pack(">IiI", 1, offset, len(played)))
        return box("moof", box("mfhd", bytes(8)), box("traf", header, run))

    return ftyp + box("moov", track, extends) + moof(len(moof(0)) + 8) + box("mdat", played)


FORMS = {
    "H.264": film((told(AVC), SLICE, told(AVC))),
    "H.264 with two bytes a length": film((told(AVC), SLICE), wide=2),
    "H.264 in pieces": film((told(AVC), SLICE), pieces=True),
    "H.264 with zeros": film((told(AVC, bytes(9) + OWNER + b"\0\0\1" + OWNER + bytes(5)), SLICE)),
    "H.265": film((told(HEVC), b"\x26\x01" + SLICE), "hevc"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_what_is_not_shown_goes_and_nothing_moves(name: str) -> None:
    data = FORMS[name]
    made = bared(data, "mp4")
    assert OWNER in data and b"Kalle" in data
    assert OWNER not in made and b"Kalle" not in made and MARK not in made
    assert len(made) == len(data) and bared(made, "mp4") == made
    assert made.count(SLICE) == data.count(SLICE) and made.count(CAPTION) == data.count(CAPTION) > 0
    assert made.count(BRIGHT) == data.count(BRIGHT)
    assert made.count(b"\0\0\1") <= data.count(b"\0\0\1"), "nothing that would begin another unit"


NAMES = (b"Lavc60.31.102", b"LAME3.100")


@pytest.mark.parametrize("pieces", [False, True])
def test_names_of_coders_in_a_sound_go_and_nothing_else(pieces: bool) -> None:
    """Decoders pass over what fills frames up: ffmpeg's gives the same sound with them and without."""
    whole = film((b"\xde\x02\0" + NAMES[0] + b"\0" + SLICE,), pieces=pieces)
    sound = whole.replace(b"vide", b"soun").replace(b"avc1", b"mp4a")
    assert bared(sound, "m4a") == sound.replace(NAMES[0], bytes(13)) != sound


@pytest.mark.parametrize(("name", "at", "end"), [(b"Lavc63.1.", 36, 190), (b"LAME3.98r", 21, 175), (b"LAME3.100", 21, 190)])
def test_the_coder_of_an_mp3_has_no_number_and_its_silence_stays(name: bytes, at: int, end: int) -> None:
    """Only of LAME's and libavcodec's files do decoders believe how much silence the coder has put before the sound."""
    first = bytearray(b"\xff\xfb\x90\0" + bytes(413))
    first[at : at + 4], first[at + 120 : at + 129], first[at + 141 : at + 144] = b"Info", name, b"\x24\x02\xf4"
    first[at + 154 : at + 156] = bared_of._check_sum(first[:end]).to_bytes(2, "big")
    frame = b"\xff\xfb\x90\0" + SLICE
    made = bared(bytes(first) + frame + NAMES[1] + frame + b"LAM", "mp3")
    assert made[417:] == frame + bytes(7) + b"00" + frame + b"LAM" and made[at + 120 : at + 129] == b"LAME     "
    assert made[at + 129 : at + 154] == first[at + 129 : at + 154]
    summed = made[: at + 154] + bytes(2) + made[at + 156 :]
    assert made[at + 154 : at + 156] == bared_of._check_sum(summed[:end]).to_bytes(2, "big")


def test_a_film_that_plays_another_file_is_told() -> None:
    for there, more in ((bytes(4), b"file://kalle/film.mov\0"), (b"", b"")):
        with pytest.raises(ElsewhereError):
            bared(film((SLICE,), there=there, more=more), "mp4")
    assert b"kalle" not in bared(film((SLICE,), more=b"file://kalle/film.mov\0"), "mp4")
    deck = b"title: T\nslides:\n  - {title: A, video: {file: a.mp4, alt: a}}\n"
    files = {**THEME_FILES, "deck.yaml": deck, "a.mp4": film((SLICE,), there=bytes(4), more=b"https://example.org/a.mp4\0")}
    made = Pipeline.of(MemoryWorkspace(files), "deck.yaml").build()
    assert [(one.code, one.span.line) for one in made.problems] == [("clip-elsewhere", 3)] and made.files == ()


@given(st.sampled_from(sorted(FORMS)), st.integers(0, 900), st.binary(max_size=12))
def test_damage_is_told_or_harmless(name: str, at: int, noise: bytes) -> None:
    data = FORMS[name]
    damaged = data[:at] + noise + data[at + len(noise) :]
    try:
        made = bared(damaged, "mp4")
    except (DamagedError, ElsewhereError):
        return
    assert len(made) == len(damaged)


def test_films_that_would_take_long_are_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "MOST_UNITS", 50)
    with pytest.raises(DamagedError):
        bared(film((b"\x65",) * 60), "mp4")
    monkeypatch.setattr(remarks, "MOST_MESSAGES", 50)
    for data in (FORMS["H.264 with zeros"], film((unit(AVC, *[message(1, b"a")] * 60),))):
        with pytest.raises(DamagedError):
            bared(data, "mp4")
    monkeypatch.setattr(bared_of, "MOST_BOXES", 10)
    with pytest.raises(DamagedError):
        bared(film((SLICE,)), "mp4")
