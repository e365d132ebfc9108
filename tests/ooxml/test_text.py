"""Text is written as a difference from what it inherits: each row is a change, and all that it writes."""

from typing import Any

import pytest
from msgspec.structs import replace

from deckmotor.color import Color
from deckmotor.ooxml.languages import office_language
from deckmotor.ooxml.text import PLAIN, list_style, paragraph_properties, run, run_properties
from deckmotor.style import Bullet, ParagraphStyle, TextStyle
from deckmotor.units import points

INK = Color("112233", "tx1")
TEXT = TextStyle(family="Arial", font_role="body", size=points(20), color=INK)
DOT = Bullet(char="•", color=Color("0E6E6E", "accent1"))
ITEM = ParagraphStyle(text=TEXT, margin=100, indent=-100, bullet=DOT)
FONT = '<a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/>'

RUNS: list[tuple[dict[str, Any], str]] = [
    ({}, '<a:rPr lang="sv-SE"/>'),
    ({"family": "Carlito"}, '<a:rPr lang="sv-SE"/>'),  # The theme's font either way.
    ({"color": Color("445566", "tx1")}, '<a:rPr lang="sv-SE"/>'),  # The same theme colour.
    ({"size": points(18.5)}, '<a:rPr lang="sv-SE" sz="1850"/>'),
    ({"bold": True, "italic": True}, '<a:rPr lang="sv-SE" b="1" i="1"/>'),
    ({"underline": True}, '<a:rPr lang="sv-SE" u="sng"/>'),
    ({"baseline": 30_000}, '<a:rPr lang="sv-SE" baseline="30000"/>'),
    ({"tracking": -points(0.5)}, '<a:rPr lang="sv-SE" spc="-50"/>'),
    ({"color": Color("FF0000")}, '<a:rPr lang="sv-SE"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr>'),
    (
        {"color": Color("000000", "tx1", 80, 10)},
        '<a:rPr lang="sv-SE"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="80000"/><a:lumOff val="10000"/></a:schemeClr>'
        "</a:solidFill></a:rPr>",
    ),
    (
        {"family": "Courier New", "font_role": None},
        '<a:rPr lang="sv-SE"><a:latin typeface="Courier New"/><a:cs typeface="Courier New"/></a:rPr>',
    ),
    (
        {"font_role": "heading"},
        '<a:rPr lang="sv-SE"><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:rPr>',
    ),
]

PARAGRAPHS: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"bullet": replace(DOT)}, ""),  # Equal, though another object.
    ({"align": "right", "margin": 0}, '<a:pPr marL="0" algn="r"/>'),
    (
        {"line_spacing": 90, "before": points(6), "after": points(3)},
        '<a:pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        '<a:spcAft><a:spcPts val="300"/></a:spcAft></a:pPr>',
    ),
    ({"bullet": None}, "<a:pPr><a:buNone/></a:pPr>"),
    ({"bullet": replace(DOT, color=None)}, f'<a:pPr><a:buClrTx/>{FONT}<a:buChar char="•"/></a:pPr>'),
    (
        {"bullet": replace(DOT, char="–", size=80)},
        f'<a:pPr><a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="80000"/>{FONT}<a:buChar char="–"/></a:pPr>',
    ),
    (
        {"bullet": Bullet(number="arabicPeriod", color=DOT.color)},
        '<a:pPr><a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="+mj-lt"/>'
        '<a:buAutoNum type="arabicPeriod"/></a:pPr>',
    ),
]


@pytest.mark.parametrize(("change", "expected"), RUNS)
def test_a_run_writes_what_differs(change: dict[str, Any], expected: str) -> None:
    assert run_properties("a:rPr", replace(TEXT, **change), TEXT, "sv") == expected


@pytest.mark.parametrize(("change", "expected"), PARAGRAPHS)
def test_a_paragraph_writes_what_differs(change: dict[str, Any], expected: str) -> None:
    assert paragraph_properties(replace(ITEM, **change), ITEM) == expected


def test_a_level_is_written_even_where_nothing_differs() -> None:
    assert paragraph_properties(ITEM, ITEM, level=2) == '<a:pPr lvl="2"/>'


def test_a_list_that_begins_elsewhere_says_so_though_its_style_is_inherited() -> None:
    numbered = replace(ITEM, bullet=Bullet(number="arabicPeriod"))
    assert 'startAt="4"' in paragraph_properties(numbered, numbered, start=4)
    assert paragraph_properties(ITEM, ITEM, start=1) == ""


def test_without_a_base_everything_is_written() -> None:
    written = paragraph_properties(PLAIN, None) + run_properties("a:defRPr", PLAIN.text, None)
    for part in (
        'marL="0"',
        'indent="0"',
        'algn="l"',
        "lnSpc",
        "spcBef",
        "spcAft",
        "buNone",
        'sz="1800"',
        'b="0"',
        'kern="1200"',
        "+mn-lt",
    ):
        assert part in written


def test_a_list_style_holds_nine_levels_or_only_those_that_differ() -> None:
    assert list_style((ITEM,), ()).count("<a:lvl") == 9
    assert list_style((ITEM, ITEM), (ITEM,)) == "<a:lstStyle/>"
    changed = list_style((ITEM, replace(ITEM, align="center")), (ITEM, ITEM))
    assert changed == '<a:lstStyle><a:lvl2pPr algn="ctr"></a:lvl2pPr></a:lstStyle>'


def test_newlines_are_breaks_in_the_same_style() -> None:
    assert run("a\nb", "<a:rPr/>") == "<a:r><a:rPr/><a:t>a</a:t></a:r><a:br><a:rPr/></a:br><a:r><a:rPr/><a:t>b</a:t></a:r>"
    assert run("\n", "<a:rPr/>") == "<a:br><a:rPr/></a:br>"


@pytest.mark.parametrize(
    ("tag", "expected"), [("sv", "sv-SE"), ("SV", "sv-SE"), ("en", "en-GB"), ("en-US", "en-US"), ("tlh", "tlh")]
)
def test_languages_have_the_region_that_powerpoint_wants(tag: str, expected: str) -> None:
    assert office_language(tag) == expected
