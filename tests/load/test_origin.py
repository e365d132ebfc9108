"""Every value of a slide knows its layer, file and line: change the text there, and that value is another."""

import pytest
from msgspec.structs import replace

from deckmotor.edition import BASE, Edition
from deckmotor.load import Project, load_project
from deckmotor.load.origin import Origin, Value, origin, slides_of
from deckmotor.workspace import MemoryWorkspace

FILES = {
    "deck/deck.yaml": """\
title: Studien
subtitle: Grunden
language: sv
variables: {place: Orten, kind: kommun}
slides:
  - id: start
    cover: {}
  - id: mål
    title: Målet för ${name}
    lead: Vad vi vill
    bullets:
      - {id: ett, text: Första målet}
      - {id: två, text: Andra målet}
      - Tredje i ${place}
      - {id: fyra, text: Bara för politiker, only: politiker}
    notes: Säg detta
  - id: tabell
    title: Siffror
    table: [[Ort, Antal], ["${name}", 12]]
  - include: mer.yaml
  - {id: hemligt, title: "Hemligt om ${kind}", text: Inte för dem, except: [politiker, "${name} == 'Motala'"]}
""",
    "deck/audiences.yaml": """\
politiker:
  set: {kind: nämnd, centre: Hus}
  changes:
    mål: {lead: Vad politiker vill, notes: Till politiker}
  remove: [tabell]
personal: {}
""",
    "deck/mer.yaml": "- {id: mer, title: Mer, text: Inlagd text}\n- {id: bort, title: Bort, text: Tas ut}\n",
    "deck/rader.yaml": "- {id: kalix, name: Kalix, centre: Kalix UniverCity}\n- {id: motala, name: Motala, centre: Carlsund}\n",
    "deck/variants.yaml": """\
each: rader.yaml
subtitle: För alla varianter
set: {place: alla orter}
changes:
  mål: {lead: Vad alla vill, bullets: {ett: Första för alla}}
add:
  - {after: mål, id: samtal, title: "Samtal i ${name}", questions: ["Vad gör ${centre}?"]}
""",
    "deck/variants/kalix.yaml": """\
set: {place: Kalix kommun}
changes:
  mål: {lead: Vad Kalix vill, notes: ~, bullets: {två: ~, ett: Första för Kalix}}
  start: {cover: {title: Kalix omslag}}
remove: [bort]
""",
}

ENGLISH = """\
deck: {subtitle: Ground}
slides:
  mål: {title: "Goals of ${name}", lead: What we want, "bullets.ett.text": First goal, notes: Say this}
audiences:
  politiker: {changes.mål.lead: What they want}
variants:
  kalix: {changes.mål.bullets.ett: First for Kalix}
"""
FILES["deck/languages/en.yaml"] = ENGLISH


def project(files: dict[str, str] = FILES) -> Project:
    return load_project(MemoryWorkspace({name: text.encode() for name, text in files.items()}), "deck/deck.yaml")


KALIX = Edition(variant="kalix")
BOTH = Edition(variant="kalix", audience="politiker")


def found(edition: Edition, slide: str, files: dict[str, str] = FILES) -> Origin:
    it = origin(project(files), edition, slide)
    assert it is not None
    return it


def value(edition: Edition, slide: str, *way: str) -> Value:
    return next(one for one in found(edition, slide).values if one.way == way)


def test_a_value_tells_its_layer_and_what_it_took_the_place_of() -> None:
    lead = value(KALIX, "mål", "lead")
    assert (lead.text, lead.layer, str(lead.span)) == ("Vad Kalix vill", "the variant kalix", "deck/variants/kalix.yaml:3:15")
    assert [(was.text, was.layer, was.span.file) for was in lead.replaced] == [
        ("Vad alla vill", "all variants", "deck/variants.yaml"),
        ("Vad vi vill", "the deck", "deck/deck.yaml"),
    ]
    item = value(KALIX, "mål", "bullets", "ett", "text")
    assert [item.text, *(was.text for was in item.replaced)] == ["Första för Kalix", "Första för alla", "Första målet"]


def test_variables_are_told_with_the_place_that_sets_them() -> None:
    (place,) = value(KALIX, "mål", "bullets", "2").variables
    assert (place.name, place.text, place.layer, str(place.span)) == (
        "place", "Kalix kommun", "the variant kalix", "deck/variants/kalix.yaml:1:14",
    )  # fmt: skip
    (name,) = value(KALIX, "mål", "title").variables
    assert (name.text, name.layer, str(name.span)) == ("Kalix", "the table", "deck/rader.yaml:1:21")
    assert value(KALIX, "mål", "title").written == "Målet för ${name}"


def test_what_layers_take_out_is_told() -> None:
    assert [(one.way, one.was.text, one.by) for one in found(KALIX, "mål").gone] == [
        (("bullets", "två", "text"), "Andra målet", "the variant kalix"),
        (("notes",), "Säg detta", "the variant kalix"),
        (("bullets", "fyra", "text"), "Bara för politiker", "its `only:` or `except:`"),
    ]
    gone = found(KALIX, "bort")
    assert (gone.number, gone.taken_out, gone.layer) == (0, "the variant kalix", "the deck")
    assert origin(project(), KALIX, "nowhere") is None
    assert origin(project(), BASE, "samtal") is None


def test_what_is_for_others_is_told() -> None:
    conditions = "its `only:` or `except:`"
    assert (("bullets", "fyra", "text"), conditions) in [(one.way, one.by) for one in found(BASE, "mål").gone]
    assert value(BOTH, "mål", "bullets", "fyra", "text").text == "Bara för politiker"
    hidden = found(BOTH, "hemligt")
    assert (hidden.number, hidden.taken_out) == (0, conditions)
    assert found(KALIX, "hemligt").number == 6
    assert found(BOTH, "tabell").taken_out == "the audience politiker"
    assert found(BOTH, "mer").number == 4  # What the audience takes out keeps its place for later layers, and no longer.


def test_a_translation_tells_its_place_and_its_original() -> None:
    english = Edition(variant="kalix", audience="politiker", language="en")

    def told(*way: str) -> list[tuple[str, str, str]]:
        one = value(english, "mål", *way)
        rows = [(one.text, one.layer, one.span), *((was.text, was.layer, was.span) for was in one.replaced)]
        return [(text, layer, f"{span.file.removeprefix('deck/')}:{span.line}") for text, layer, span in rows]

    assert told("title") == [
        ("Goals of Kalix", "the language en", "languages/en.yaml:3"),
        ("Målet för ${name}", "the deck", "deck.yaml:9"),
    ]
    assert told("bullets", "ett", "text") == [
        ("First for Kalix", "the language en", "languages/en.yaml:7"),
        ("Första för Kalix", "the variant kalix", "variants/kalix.yaml:3"),
        ("Första för alla", "all variants", "variants.yaml:5"),
        ("First goal", "the language en", "languages/en.yaml:3"),
        ("Första målet", "the deck", "deck.yaml:12"),
    ]
    assert [layer for _, layer, _ in told("lead")] == [
        "the variant kalix", "all variants", "the language en", "the audience politiker", "the language en", "the deck",
    ]  # fmt: skip


def test_a_column_is_told_before_what_an_audience_sets() -> None:
    (centre,) = value(BOTH, "samtal", "questions", "1").variables
    assert (centre.text, centre.layer) == ("Kalix UniverCity", "the table")
    assert [was.layer for was in value(BOTH, "mål", "lead").replaced] == ["all variants", "the audience politiker", "the deck"]


def test_a_cover_tells_of_the_head_that_it_shows() -> None:
    values = {one.way: one for one in found(KALIX, "start").values}
    assert values["head", "subtitle"].text == "För alla varianter"
    assert [was.text for was in values["head", "subtitle"].replaced] == ["Grunden"]
    assert values["cover", "title"].layer == "the variant kalix"


@pytest.mark.parametrize(
    "edition",
    [BASE, KALIX, Edition(variant="motala"), Edition(audience="politiker"), BOTH, replace(BOTH, language="en")],
    ids=lambda edition: edition.name or "base",
)
def test_the_named_place_is_the_one_that_counts(edition: Edition) -> None:
    """Each value, and each variable in it, is changed where its origin says; it is then another, and no other of its slide."""
    for slide in slides_of(project(), edition):
        before = found(edition, slide)
        texts = {one.way: one.text for one in before.values}
        for one in before.values:
            if {*one.way} & {"only", "except"}:
                continue  # What a condition changes is whether the slide is there.
            places = [one.span] if not one.written.startswith("${") else []
            for span in (*places, *(variable.span for variable in one.variables if variable.span is not None)):
                text = FILES[span.file]
                changed = FILES | {span.file: f"{text[: span.start]}Zz {text[span.start : span.end]}{text[span.end :]}"}
                if text[span.start] in "\"'":
                    changed = FILES | {span.file: f"{text[: span.start + 1]}Zz {text[span.start + 1 :]}"}
                after = {other.way: other for other in found(edition, slide, changed).values}
                assert after[one.way].text != texts[one.way], (slide, one.way, span)
                for way, other in after.items():
                    same = next(old for old in before.values if old.way == way)
                    touched = same.span == span or any(variable.span == span for variable in same.variables)
                    assert (other.text != texts[way]) == touched, (slide, one.way, way)


def test_slides_are_named_with_those_that_are_taken_out() -> None:
    assert set(slides_of(project(), KALIX)) == {"start", "mål", "samtal", "tabell", "mer", "bort", "hemligt"}
