"""Pictures in built files: nothing told of who made them, turned upright, as sharp as is seen, and the same in every output."""

import io
import re
import subprocess
import zipfile
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageCms, TiffImagePlugin
from pptx import Presentation

from deckmotor.build import Pipeline
from deckmotor.built import Built, Output
from deckmotor.pictures import pixels, read
from deckmotor.scene.page import Media
from deckmotor.workspace import MemoryWorkspace, builtin_themes
from tests.pictures import made

WIDE = (80, 60)
LARGE = (2_400, 1_800)


def deck(*files: str, head: str = "") -> bytes:
    slides = "".join(f"  - title: Bild\n    picture: {{file: {file}, alt: Fyra rutor}}\n" for file in files)
    return f"title: Bilder\nignore: [few-pixels]\n{head}slides:\n{slides}".encode()


@cache
def theme() -> dict[str, bytes]:
    """The files of the theme `motor`."""
    folder = builtin_themes() / "motor"
    return {f"themes/motor/{file.name}": file.read_bytes() for file in folder.iterdir() if file.is_file()}


def built(files: dict[str, bytes], *outputs: Output, head: str = "") -> Built:
    names = [name for name in files if name != "deck.yaml"]
    workspace = MemoryWorkspace({**theme(), "deck.yaml": deck(*names, head=head), **files})
    return Pipeline.of(workspace, "deck.yaml").build(outputs=outputs or ("pptx",))


def shown(data: bytes) -> list[Image.Image]:
    """The pictures that a .pptx file shows, page by page."""
    slides = Presentation(io.BytesIO(data)).slides
    blobs = (shape.image.blob for slide in slides for shape in slide.shapes if hasattr(shape, "image"))
    return [Image.open(io.BytesIO(blob)) for blob in blobs]


def only(picture: bytes, head: str = "", name: str = "a.jpg") -> Image.Image:
    """The picture as it stands in a .pptx file with it alone."""
    done = built({name: picture}, head=head)
    assert done.problems == ()
    (image,) = shown(done.data)
    return image


def corners(image: Image.Image) -> dict[str, tuple[int, ...]]:
    """The colours of the quarters."""
    image = image.convert("RGB")
    width, height = image.size
    places = {"top left": (1, 1), "top right": (3, 1), "bottom left": (1, 3), "bottom right": (3, 3)}
    return {name: image.getpixel((width * x // 4, height * y // 4)) for name, (x, y) in places.items()}  # type: ignore[misc]


def alike(image: Image.Image, tolerance: int = 12) -> bool:
    """Whether all four quarters stand where they do in the upright picture."""
    found = corners(image)
    return all(abs(a - b) <= tolerance for name, color in made.COLORS.items() for a, b in zip(color, found[name], strict=True))


@cache
def private() -> dict[str, bytes]:
    """One of each kind, with all that it can tell of its owner: some need redrawing, some none."""
    small, large = made.quarters(*WIDE), made.quarters(*LARGE)
    return {
        "plain.jpg": made.jpeg(small), "turned.jpg": made.jpeg(small, 6), "large.jpg": made.jpeg(large),
        "cmyk.jpg": made.jpeg(made.quarters(*WIDE, "CMYK")), "two.jpg": made.mpo(small),
        "plain.png": made.png(small), "turned.png": made.png(small, 8), "large.png": made.png(large),
        "plain.gif": made.gif(small), "moving.gif": made.gif(small, small.rotate(90)), "large.gif": made.gif(large),
        "a.webp": made.other(small, "WEBP", xmp=b"<x:xmpmeta>Karin Dolk</x:xmpmeta>"), "a.tif": made.other(small, "TIFF"),
    }  # fmt: skip


def test_no_output_tells_of_who_made_a_picture() -> None:
    for name, data in private().items():
        assert any(secret in data for secret in made.SECRETS), f"{name} tells nothing"
    files = private() | {"logo.jpg": private()["turned.jpg"]}
    done = built(files, "pptx", "pdf", "png", "html", "svg", head="logo: logo.jpg\n")
    assert done.problems == ()
    parts = []
    for file in done.files:
        parts += _inside(file.data) if file.name.endswith(".pptx") else [(file.name, file.data)]
        parts += [(file.name, b64decode(found)) for found in re.findall(rb"base64,([A-Za-z0-9+/=]+)", file.data)]
    assert len(parts) > 3 * len(private())
    assert [(name, secret) for name, data in parts for secret in made.SECRETS if secret in data] == []


def _inside(package: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist() if name.startswith("ppt/media")]


@pytest.mark.parametrize("kind", ["jpeg", "png", "tiff", "webp"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_stands_upright(kind: str, turn: int) -> None:
    image = made.quarters(*WIDE)
    makers: dict[str, Callable[[], bytes]] = {
        "jpeg": lambda: made.jpeg(image, turn),
        "png": lambda: made.png(image, turn),
        "tiff": lambda: made.other(image, "TIFF", turn),
        "webp": lambda: made.other(image, "WEBP", turn, quality=95),
    }
    found = only(makers[kind]())
    assert found.size == WIDE
    assert alike(found)


@pytest.mark.parametrize("turn", [1, 6])
def test_the_place_of_a_picture_has_its_upright_shape(turn: int) -> None:
    done = built({"a.jpg": made.jpeg(made.quarters(60, 80), turn)})
    (shape,) = (one for one in Presentation(io.BytesIO(done.data)).slides[0].shapes if hasattr(one, "image"))
    assert shape.width / shape.height == pytest.approx(60 / 80, rel=0.001)


@pytest.mark.parametrize("make", [made.jpeg, made.png])
@pytest.mark.parametrize("size", [WIDE, LARGE])
@pytest.mark.parametrize("turn", [1, 6])
def test_the_colour_profile_stays(make: Callable[..., bytes], size: tuple[int, int], turn: int) -> None:
    profile = made.profile()
    assert only(make(made.quarters(*size), turn, profile)).info["icc_profile"] == profile


def test_what_needs_nothing_keeps_its_pixels_bit_by_bit() -> None:
    image = made.quarters(*WIDE)
    for data in (made.jpeg(image), made.png(image), made.gif(image), made.interlaced(image), made.mpo(image)):
        before = Image.open(io.BytesIO(data))
        assert only(data).tobytes() == before.tobytes()
    coded = made.jpeg(image, noisy=False)
    scan = coded[coded.index(b"\xff\xda") : -2]
    assert scan in zipfile.ZipFile(io.BytesIO(built({"a.jpg": coded}).data)).read(_media(built({"a.jpg": coded}).data)[0])


def _media(package: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return [name for name in archive.namelist() if name.startswith("ppt/media")]


@pytest.mark.parametrize(
    "mode",
    ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"],
    ids=["bits", "grey", "grey-alpha", "palette", "rgb", "rgba", "16 bits"],
)
def test_every_kind_of_png_is_scaled_down(mode: str) -> None:
    image = made.quarters(*LARGE, "L").convert("I").point(lambda value: value * 256) if mode == "I;16" else None
    image = image.convert("I;16") if image else made.quarters(*LARGE).convert(mode, dither=Image.Dither.NONE)
    found = only(made.png(image))
    assert found.width < LARGE[0]
    expected = image.convert("I").point([value >> 8 for value in range(1 << 16)], "L") if mode == "I;16" else image
    for a, b in zip(corners(expected).values(), corners(found).values(), strict=True):
        assert all(abs(x - y) <= 3 for x, y in zip(a, b, strict=True))


def test_what_is_transparent_stays_so_and_lends_no_colour() -> None:
    image = Image.new("RGBA", LARGE, (0, 255, 0, 0))
    image.paste((200, 30, 30, 255), (0, 0, 1_203, 1_800))
    found = only(made.png(image))
    assert found.mode == "RGBA"
    edge = [found.getpixel((x, 500)) for x in range(found.width)]
    assert all(pixel[1] <= 32 for pixel in edge if isinstance(pixel, tuple) and pixel[3] > 8)
    assert edge[-1] == (0, 0, 0, 0) or edge[-1][3] == 0  # type: ignore[index]


@pytest.mark.parametrize(("dpi", "expected"), [("", 220), ("picture_dpi: 100\n", 100), ("picture_dpi: original\n", None)])
def test_pictures_are_as_sharp_as_the_deck_says(dpi: str, expected: int | None) -> None:
    done = built({"a.jpg": made.jpeg(made.quarters(*LARGE))}, head=dpi)
    (shape,) = (one for one in Presentation(io.BytesIO(done.data)).slides[0].shapes if hasattr(one, "image"))
    width = shape.image.size[0]
    assert width == LARGE[0] if expected is None else width / shape.width.inches == pytest.approx(expected, rel=0.01)


def test_a_small_picture_is_never_enlarged() -> None:
    assert only(made.jpeg(made.quarters(*WIDE)), "picture_dpi: 1200\n").size == WIDE


def test_ink_becomes_light_with_and_without_a_profile() -> None:
    for profile in (None, made.profile()):  # The second is for another kind of colours, and so of no use.
        found = only(made.jpeg(made.quarters(*WIDE, "CMYK"), profile=profile))
        assert found.mode == "RGB"
        assert "icc_profile" not in found.info
        assert alike(found)


def test_a_profile_goes_with_the_values_that_it_was_for() -> None:
    to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB")
    lab = ImageCms.applyTransform(made.quarters(*WIDE), to_lab)
    assert lab is not None
    found = only(made.other(lab, "TIFF", icc_profile=made.profile("LAB")))
    assert found.mode == "RGB"
    assert "icc_profile" not in found.info
    assert alike(found)


def test_an_animation_goes_on_moving() -> None:
    image = made.quarters(*LARGE)
    found = only(made.gif(image, image.rotate(180)))
    assert (found.format, found.size, getattr(found, "n_frames", 1)) == ("GIF", LARGE, 2)
    assert found.info["loop"] == 0


@pytest.mark.parametrize(
    ("kind", "options", "expected"),
    [("WEBP", {"lossless": True}, "PNG"), ("WEBP", {"quality": 95}, "PNG"), ("BMP", {}, "PNG"), ("TIFF", {}, "PNG"),
     ("AVIF", {"quality": 95}, "PNG")],
)  # fmt: skip
def test_rarer_kinds_become_common_ones(kind: str, options: dict[str, Any], expected: str) -> None:
    found = only(made.other(made.quarters(*WIDE), kind, **options))
    assert (found.format, found.size) == (expected, WIDE)
    assert alike(found)


def test_a_photo_of_a_rarer_kind_becomes_a_jpeg() -> None:
    photo = Image.effect_mandelbrot((200, 150), (-2, -1.5, 1, 1.5), 100).convert("RGB")
    noise = Image.merge("RGB", [Image.effect_noise((200, 150), 90) for _ in range(3)])
    assert only(made.other(Image.blend(photo, noise, 0.5), "WEBP")).format == "JPEG"


def frames(kind: str, **options: Any) -> bytes:
    return made.other(made.quarters(*WIDE), kind, save_all=True, append_images=[made.quarters(*WIDE).rotate(180)], **options)


@pytest.mark.parametrize("kind", ["WEBP", "PNG", "TIFF", "AVIF"])
def test_frames_and_pages_that_are_not_shown_are_told_once(kind: str) -> None:
    done = built({"a.png": frames(kind), "b.png": made.other(made.quarters(*WIDE), kind)})
    assert [(one.code, one.severity, one.span.line) for one in done.problems] == [("picture-first", "warning", 5)]
    assert all(alike(image) for image in shown(done.data))


def test_the_small_picture_beside_a_large_one_is_no_page() -> None:
    pages = io.BytesIO()
    with TiffImagePlugin.AppendingTiffWriter(pages, True) as file:
        for size, small in ((WIDE, 0), ((8, 6), 1)):
            made.quarters(*size).save(file, "TIFF", tiffinfo={254: small})
            file.newFrame()
    assert not built({"a.tiff": pages.getvalue()}).problems


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("size", [(90, 70), (45, 35), (17, 41)])
@pytest.mark.parametrize("aside", [True, False])
def test_bands_of_a_picture_are_the_whole_of_it(
    monkeypatch: pytest.MonkeyPatch, turn: int, size: tuple[int, int], aside: bool
) -> None:
    image = Image.effect_mandelbrot((90, 70), (-2, -1.5, 1, 1.5), 100).convert("RGB")
    data = made.other(image, "PNG")
    media = Media(data=data, type="png", width=90, height=70, turn=turn)
    upright = size[::-1] if turn > 4 else size
    whole, _ = pixels.redrawn(io.BytesIO(data), media, *upright)
    monkeypatch.setattr(pixels, "BAND", 1_000)
    monkeypatch.setattr(pixels, "LARGE", 0 if aside else pixels.LARGE)
    banded, _ = pixels.redrawn(io.BytesIO(data), media, *upright)
    difference = ImageChops.difference(Image.open(io.BytesIO(whole)), Image.open(io.BytesIO(banded)))
    assert Image.open(io.BytesIO(banded)).size == upright
    assert not difference.convert("L").point(lambda value: 255 if value > 3 else 0).getbbox()


def test_all_pictures_of_a_deck_have_a_limit_whatever_other_decks_have(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{name}.png": made.png(made.quarters(*WIDE)) + name.encode() * 600 for name in "abc"}
    most = max(map(len, files.values())) + 10
    monkeypatch.setattr(read, "MOST_BYTES", most)
    table = "".join(f"- {{id: {name}, file: t-{name}}}\n" for name in "abc").encode()
    texts = {
        "deck.yaml": deck("a.png"), "variants.yaml": b"each: t.yaml\nchanges: {bild: {picture: {file: '${id}.png', alt: x}}}\n",
        "t.yaml": table,
    }  # fmt: skip
    pipeline = Pipeline.of(MemoryWorkspace({**theme(), **files, **texts}), "deck.yaml")
    assert {one.code for of in pipeline.project.editions for one in pipeline.compose(of).problems} == set()
    texts["deck.yaml"] = deck("a.png", "a.png", "b.png", "c.png")
    problems = Pipeline.of(MemoryWorkspace({**theme(), **files, **texts}), "deck.yaml").compose().problems
    assert [(one.code, one.span.line) for one in problems] == [("files-too-large", 9)]


def test_one_picture_is_one_part() -> None:
    data, again = made.jpeg(made.quarters(*LARGE)), made.png(made.quarters(*WIDE))
    done = built({"a.jpg": data, "b.jpg": data, "c.png": again, "d.png": again})
    assert len(_media(done.data)) == 2
    assert len(shown(done.data)) == 4


def test_a_picture_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[str] = []
    files = {"a.png": made.png(made.quarters(*WIDE)), "broken.png": made.png(made.quarters(*WIDE))[:200]}
    workspace = MemoryWorkspace({**theme(), "deck.yaml": deck(*["a.png", "broken.png", "none.png"] * 5), **files})
    read = MemoryWorkspace.read

    def counted(self: MemoryWorkspace, path: str, limit: int = 10_000_000) -> bytes:
        reads.append(path)
        return read(self, path, limit)

    monkeypatch.setattr(MemoryWorkspace, "read", counted)
    problems = Pipeline.of(workspace, "deck.yaml").compose().problems
    assert [one.code for one in problems] == ["picture-unreadable", "file-missing"] * 5
    assert len({one.span for one in problems}) == 10
    assert sorted(path for path in reads if path.endswith(".png")) == ["a.png", "broken.png", "none.png"]


def test_the_same_pictures_are_the_same_bytes() -> None:
    assert built(private()).data == built(dict(private())).data


@pytest.mark.parametrize("output", ["png", "pdf"])
def test_drawn_pages_show_the_same(output: Output, tmp_path: Path) -> None:
    image = made.quarters(600, 450)
    files = {f"{turn}.jpg": made.jpeg(image, turn) for turn in (1, 3, 6)} | {"c.jpg": made.jpeg(image.convert("CMYK"), 8)}
    done = built(files, output).files
    for page in _rasters(done[0].data, tmp_path) if output == "pdf" else [file.data for file in done]:
        found = Image.open(io.BytesIO(page)).convert("RGB")
        assert alike(found.crop(_box(found)), 16)


def _rasters(pdf: bytes, folder: Path) -> list[bytes]:
    (folder / "a.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", "60", "-png", "a.pdf", "a"], cwd=folder, check=True)
    return [page.read_bytes() for page in sorted(folder.glob("*.png"))]


def _box(page: Image.Image) -> tuple[int, int, int, int]:
    """Where the picture stands on a page: the box round all that nearly has one of its colours."""
    mask = Image.new("L", page.size)
    for color in made.COLORS.values():
        red, green, blue = (
            ImageChops.difference(band, Image.new("L", page.size, value)).point(lambda off: 255 * (off <= 10))
            for band, value in zip(page.split(), color, strict=True)
        )
        mask = ImageChops.lighter(mask, ImageChops.darker(red, ImageChops.darker(green, blue)))
    box = mask.getbbox()
    assert box is not None
    return box
