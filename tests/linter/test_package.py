"""The package linter: silent on sound files, and each cause of a repair found by its own code where it is."""

import io
import re
import shutil
import struct
import subprocess
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from deckmotor.catalogue import ENTRIES as MESSAGES
from deckmotor.catalogue.package import ENTRIES as RULES
from deckmotor.diagnostics import Diagnostic
from deckmotor.linter import Sound, lint_package
from deckmotor.linter.grammar.read import UNCHECKED, models
from deckmotor.linter.names import NAMESPACES, tag
from tests.linter.defects import DEFECTS, REL, Defect, in_strict_form
from tests.linter.sound_package import PIXEL, Parts, pack, replace, slide, sound_parts, unpack
from tests.linter.tolerated import TOLERATED

NAME = "deck.pptx"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"


SEEN = Sound()
"""What all packages of these tests have in common with those looked at before."""


def lint(parts: Parts) -> tuple[Diagnostic, ...]:
    return lint_package(pack(parts), NAME)


def codes(problems: tuple[Diagnostic, ...]) -> set[str]:
    return {problem.code for problem in problems}


# Sound files


def test_a_rich_sound_package_has_no_problem() -> None:
    assert lint(sound_parts()) == ()


def test_the_default_deck_of_python_pptx_has_no_problem() -> None:
    buffer = io.BytesIO()
    Presentation().save(buffer)
    assert lint_package(buffer.getvalue(), NAME) == ()


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_a_deck_of_pandoc_has_no_error(tmp_path: Path) -> None:
    text = (
        "% Title\n\n# One\n\n- a\n- b\n\n::: notes\nsaid\n:::\n\n# Two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "# Three\n\n[x](http://a.b) $x^2$\n"
    )
    target = tmp_path / "out.pptx"
    subprocess.run(["pandoc", "-f", "markdown", "-o", str(target)], input=text.encode(), check=True)
    assert lint_package(target.read_bytes(), NAME) == ()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_of_a_deck_saved_by_libreoffice_only_what_it_leaves_out_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "deck.pptx").write_bytes(pack(sound_parts()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pptx",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "in/deck.pptx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    problems = lint_package((tmp_path / "deck.pptx").read_bytes(), NAME)
    assert codes(problems) <= {"package-chart-no-workbook", "package-loose-order"}, problems


def test_parts_in_utf_16_are_sound() -> None:
    parts = sound_parts()
    parts[slide(1)] = parts[slide(1)].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert lint(parts) == ()


def test_folders_in_the_zip_file_are_no_parts() -> None:
    assert lint({"ppt/": b"", **sound_parts()}) == ()


@pytest.mark.parametrize("what", TOLERATED)
def test_what_office_writes_itself_is_left_alone(what: str) -> None:
    parts = sound_parts()
    TOLERATED[what](parts)
    assert lint(parts) == ()


# Broken files


@pytest.mark.parametrize(("code", "defect"), DEFECTS, ids=[f"{code}-{index}" for index, (code, _) in enumerate(DEFECTS)])
def test_a_defect_is_found_by_its_code_and_no_other(code: str, defect: Defect) -> None:
    parts = sound_parts()
    defect(parts)
    problems = lint(parts)
    assert codes(problems) == {code}, problems
    assert lint_package(pack(sound_parts()), NAME, SEEN) == ()
    assert lint_package(pack(parts), NAME, SEEN) == problems, "what was seen in other files hides faults of this one"
    assert all(problem.severity == RULES[code].severity for problem in problems)
    assert all(problem.message and all(problem.advice) for problem in problems)


def test_faults_of_the_strict_form_are_found() -> None:
    parts = sound_parts()
    replace(parts, slide(4), "C01010", "red")
    replace(parts, slide(3), 'r:id="rId', 'r:id="no')
    in_strict_form(parts)
    assert codes(lint(parts)) == {"package-strict", "package-bad-colour", "package-unknown-relationship"}


def zip_bomb() -> bytes:
    return pack({**sound_parts(), "ppt/media/bomb.bin": bytes(100_000_000)})


def lying_bomb() -> bytes:
    """An entry that says it is small and is not: what is unpacked is what it says, and its checksum fails."""
    data = bytearray(pack({"ppt/media/bomb.bin": bytes(50_000_000)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = struct.pack("<I", 1000)
    return bytes(data)


def doubled() -> bytes:
    buffer = io.BytesIO(pack(sound_parts()))
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(buffer, "a") as file:
        file.writestr("ppt/slides/slide1.xml", sound_parts()[slide(1)])
    return buffer.getvalue()


def bad_checksum() -> bytes:
    data = bytearray(pack(sound_parts()))
    at = data.rindex(b"ppt/slides/slide4.xml") - 46 + 16
    data[at : at + 4] = b"abcd"
    return bytes(data)


def other_compression() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in sound_parts().items():
            file.writestr(name, data, zipfile.ZIP_BZIP2 if name == slide(4) else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def locked() -> bytes:
    data = bytearray(pack(sound_parts()))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def many_parts() -> bytes:
    return pack({f"p/{number}": b"" for number in range(40_001)})


def other_package(kind: str, main: str = "word/document.xml", more: str = "") -> bytes:
    """A package whose main part is of another kind, with content types of further parts."""
    start = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    rels = f'<Relationships xmlns="{RELS}"><Relationship Id="a" Type="{REL}/officeDocument" Target="{main}"/></Relationships>'
    own = f'<Override PartName="/{main}" ContentType="{kind}"/>{more}'
    types = f'{start}<Default Extension="rels" ContentType="{RELS_TYPE}"/>{own}</Types>'
    return pack(
        {"[Content_Types].xml": types.encode(), "_rels/.rels": rels.encode(), main: b"<x/>", "theme/presentation.xml": b"<x/>"}
    )


def compound(stream: str) -> bytes:
    """A compound file, as far as anybody looks: its first eight bytes, and the name of a stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le")


def renamed() -> bytes:
    parts = sound_parts()
    replace(parts, "[Content_Types].xml", "presentationml.presentation.main+xml", "presentationml.template.main+xml")
    return pack(parts)


OFFICE = "application/vnd.openxmlformats-officedocument."
OTHERS: dict[str, bytes] = {
    "a Word document (.docx)": other_package(f"{OFFICE}wordprocessingml.document.main+xml"),
    "an Excel workbook (.xlsx)": other_package(f"{OFFICE}spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "an Office theme (.thmx)": other_package(
        f"{OFFICE}themeManager+xml",
        "theme/theme/themeManager.xml",
        f'<Override PartName="/theme/presentation.xml" ContentType="{OFFICE}presentationml.presentation.main+xml"/>',
    ),
    "an OpenDocument presentation (.odp)": pack(
        {"mimetype": b"application/vnd.oasis.opendocument.presentation", "content.xml": b"<x/>"}
    ),
    "a presentation of Apple's Keynote (.key), or another of its documents": pack({"Index/Document.iwa": b"x"}),
    "a zip file with other things in it": pack({"a.txt": b"x", "b/c.txt": b"y"}),
    "a PowerPoint file of before 2007 (.ppt)": compound("PowerPoint Document"),
    "a Word document of before 2007 (.doc)": compound("WordDocument"),
    "a PDF file": b"%PDF-1.7\n",
    "a web page": b"\xef\xbb\xbf\n<!doctype HTML><html></html>",
    "an XML file": b"<?xml version='1.0'?><office:document/>",
    "a picture (PNG)": PIXEL,
    "an archive of the kind 7z": b"7z\xbc\xaf\x27\x1c",
}
"""Files of other kinds, by what is said that they are."""


@pytest.mark.parametrize("kind", OTHERS)
def test_a_file_of_another_kind_is_named_as_what_it_is(kind: str) -> None:
    (problem,) = lint_package(OTHERS[kind], NAME)
    assert problem.code == "package-other-kind"
    assert problem.message == f"this is {kind}, not a PowerPoint file of today; it is not checked"


FILES: dict[str, tuple[Callable[[], bytes], ...]] = {
    "package-not-zip": (lambda: b"", lambda: b"hello", lambda: b"PK", lambda: pack(sound_parts())[:-30]),
    "package-encrypted": (lambda: compound(""), lambda: compound("EncryptedPackage"), locked),
    "package-other-kind": tuple(lambda data=data: data for data in OTHERS.values()),  # type: ignore[misc]
    "package-other-ending": (renamed,),
    "package-too-large": (zip_bomb,),
    "package-too-many-parts": (many_parts,),
    "package-compression": (other_compression,),
    "package-unreadable-part": (bad_checksum,),
    "package-duplicate-part": (doubled,),
}
"""What is wrong with the zip file, by code."""


@pytest.mark.parametrize(("code", "make"), [(code, make) for code, files in FILES.items() for make in files])
def test_a_bad_zip_file_is_found_by_its_code_and_no_other(code: str, make: Callable[[], bytes]) -> None:
    assert codes(lint_package(make(), NAME)) == {code}


def test_every_rule_has_a_broken_file() -> None:
    assert {code for code, _ in DEFECTS} | set(FILES) == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_every_rule_says_where_it_is_written(code: str) -> None:
    assert re.search(r"§|annex|issue|limit|measured|MS-|XmlLite", RULES[code].source), code


def test_the_codes_are_those_of_no_other_message() -> None:
    assert not set(RULES) & set(MESSAGES)
    assert all(re.fullmatch("package-[a-z-]+", code) for code in RULES)


# What a problem says


def test_a_problem_says_what_where_and_on_which_slide() -> None:
    parts = sound_parts()
    parts[slide(4)] = parts[slide(4)].replace(b"<a:srgbClr", b"\n <a:srgbClr").replace(b"C01010", b"red")
    (problem,) = lint(parts)
    assert str(problem.span) == "deck.pptx/ppt/slides/slide4.xml:3:2"
    assert problem.message == "`red` is not a colour; PowerPoint offers to repair the file"
    assert problem.advice == ("six hexadecimal digits and nothing more: `FF0000`", "this is slide 4")


def test_columns_count_characters() -> None:
    parts = sound_parts()
    parts[slide(1)] = "<a><åäö/></x>".encode()
    (problem,) = (each for each in lint(parts) if each.code == "package-bad-xml")
    assert (problem.span.line, problem.span.column) == (1, 12)


def test_slides_are_told_in_order_and_notes_by_their_slide() -> None:
    parts = sound_parts()
    for name in (slide(3), slide(1), "ppt/notesSlides/notesSlide2.xml"):
        parts[name] = parts[name].replace(b"<p:cSld>", b'<p:cSld x="1">')
    problems = lint(parts)
    assert [problem.span.file.rpartition("/")[2] for problem in problems] == ["notesSlide2.xml", "slide1.xml", "slide3.xml"]
    assert problems[0].hints[-1] == "these are the notes of slide 2"


def test_many_problems_of_a_kind_are_counted_and_not_all_told() -> None:
    parts = sound_parts()
    parts[slide(4)] = parts[slide(4)].replace(b"<a:avLst/>", b"<a:avLst>" + b"<a:p/>" * 250 + b"</a:avLst>", 1)
    problems = lint(parts)
    assert [problem.code for problem in problems] == ["package-unexpected-element"] * 100
    assert problems[-1].hints[-1] == "and at least 150 more of this kind"


# Hostile files


def test_a_lying_entry_fills_no_memory() -> None:
    data = lying_bomb()
    tracemalloc.start()
    problems = lint_package(data, NAME)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "package-unreadable-part" in codes(problems)
    assert peak < 5_000_000


@pytest.mark.parametrize(
    ("depth", "code"), [(1_000, "package-too-deep"), (190_000, "package-too-deep"), (400_000, "package-part-too-large")]
)
def test_deep_nesting_is_told(depth: int, code: str) -> None:
    parts = sound_parts()
    parts[slide(1)] = parts[slide(1)].replace(b"<p:grpSpPr/>", b"<p:grpSpPr/>" + b"<p:grpSp>" * depth + b"</p:grpSp>" * depth)
    assert codes(lint(parts)) == {code}


def test_entities_are_not_replaced() -> None:
    parts = sound_parts()
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(12))
    parts[slide(1)] = (
        parts[slide(1)].replace(b"<p:sld ", f"<!DOCTYPE x [{bomb}]><p:sld ".encode()).replace(b"one</a:t>", b"&e11;</a:t>")
    )
    start = time.perf_counter()
    assert codes(lint(parts)) == {"package-doctype"}
    assert time.perf_counter() - start < 5


SMALL = pack(
    {name: data for name, data in sound_parts().items() if not name.startswith(("ppt/slideLayouts/slideLayout1", "docProps/t"))}
)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SMALL) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_flipped_bytes_of_the_zip_file_raise_nothing(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SMALL)
    for at, value in changes:
        data[at] = value
    lint_package(bytes(data), NAME)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(SMALL)), st.integers(0, len(SMALL)))
def test_a_piece_of_a_file_raises_nothing(start: int, end: int) -> None:
    lint_package(SMALL[start:end], NAME)
    lint_package(b"PK" + SMALL[start:end], NAME)


XML_PARTS = sorted(name for name in unpack(SMALL) if name.endswith((".xml", ".rels")))


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(XML_PARTS), st.data())
def test_changed_xml_raises_nothing(name: str, data: st.DataObject) -> None:
    parts = unpack(SMALL)
    text = parts[name].decode()
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 40))
    put = data.draw(
        st.sampled_from(["", "9" * 5000, "-1", "1.5", "<", "&#0;", '"', "id=", "<p:sp/>", "<a:tc/>", "rId1", "{", "\x00", "é"])
    )
    parts[name] = (text[:at] + put + text[at + cut :]).encode()
    lint(parts)


ATTRIBUTE = re.compile(r'(?<==")[^"]*(?=")')


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(XML_PARTS),
    st.integers(0, 10_000),
    st.sampled_from(["", "-1", "1.5", "9" * 5000, "²", "x", "0", "{}", "..", "/"]),
)
def test_changed_attributes_raise_nothing(name: str, which: int, value: str) -> None:
    """Well-formed XML with strange values, which reaches further into the rules than broken XML does."""
    parts = unpack(SMALL)
    text = parts[name].decode()
    places = [match.span() for match in ATTRIBUTE.finditer(text)]
    start, end = places[which % len(places)]
    parts[name] = (text[:start] + value + text[end:]).encode()
    lint(parts)


# The grammar and the time


TEXT_ONLY = tuple("{" + NAMESPACES[prefix] + "}" for prefix in ("cp", "dc", "dcterms"))
"""Their elements hold nothing but text."""


def test_the_grammar_names_only_what_it_knows() -> None:
    table = models()
    bare = {full.rpartition(">")[2] for full in table}
    assert len(bare) > 600
    children = {child for model in table.values() for child in model.places if not child.startswith(TEXT_ONLY)}
    assert children <= bare | set(map(tag, UNCHECKED.split()))


def test_a_thousand_slides_take_about_a_second() -> None:
    parts = sound_parts()
    main, links, types = (
        parts[name].decode() for name in ("ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "[Content_Types].xml")
    )
    page, page_links = parts[slide(2)].decode(), parts["ppt/slides/_rels/slide4.xml.rels"]
    kind = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    many = range(1000, 2000)
    parts["ppt/presentation.xml"] = (
        re.sub("<p:extLst>.*</p:extLst>", "", main)
        .replace("</p:sldIdLst>", "".join(f'<p:sldId id="{n}" r:id="s{n}"/>' for n in many) + "</p:sldIdLst>")
        .encode()
    )
    more = "".join(f'<Relationship Id="s{n}" Type="{rel}" Target="slides/slide{n}.xml"/>' for n in many)
    parts["ppt/_rels/presentation.xml.rels"] = links.replace("</Relationships>", more + "</Relationships>").encode()
    more = "".join(f'<Override PartName="/ppt/slides/slide{n}.xml" ContentType="{kind}"/>' for n in many)
    parts["[Content_Types].xml"] = types.replace("</Types>", more + "</Types>").encode()
    for n in many:
        parts[slide(n)] = page.replace("1002", str(n * 10)).encode()
        parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = page_links
    data = pack(parts)
    start = time.process_time()
    problems = lint_package(data, NAME)
    spent = time.process_time() - start
    assert problems == ()
    assert spent < 4, f"{spent:.2f} s of CPU; it should be about one"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.pptx", "presentationml.presentation.main+xml"), ("a.potx", "presentationml.template.main+xml"),
        ("a.ppsx", "presentationml.slideshow.main+xml"), ("a.pptm", "presentation.macroEnabled.main+xml"),
    ],
)  # fmt: skip
def test_the_type_that_is_proposed_is_that_of_the_file_and_no_other(name: str, wanted: str) -> None:
    """Macros are proposed to a file for macros alone."""
    parts = sound_parts()
    replace(parts, "[Content_Types].xml", "presentationml.presentation.main+xml", "presentationml.slide+xml")
    (problem,) = (one for one in lint_package(pack(parts), name) if one.code == "package-wrong-type")
    assert any(wanted in hint for hint in problem.advice)
