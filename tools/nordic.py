"""Make src/deckmotor/geo/nordic.json: the Nordic countries, from Natural Earth 1:50m (public domain, naturalearthdata.com).

It reads `countries-50m.json` of the npm package world-atlas 2.0.2, which is Natural Earth as TopoJSON:
`npm pack world-atlas@2.0.2`, unpack it, and run `python tools/nordic.py package/countries-50m.json`.
Svalbard, Jan Mayen, Bouvet Island and Greenland are left out: on a slide with them nothing else would be large enough.
"""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "deckmotor" / "geo" / "nordic.json"

NAMES = {
    "752": {"sv": "Sverige", "en": "Sweden", "fi": "Ruotsi", "nb": "Sverige", "da": "Sverige", "is": "Svíþjóð", "code": "SE"},
    "578": {"sv": "Norge", "en": "Norway", "fi": "Norja", "nb": "Norge", "da": "Norge", "is": "Noregur", "code": "NO"},
    "246": {"sv": "Finland", "en": "Finland", "fi": "Suomi", "nb": "Finland", "da": "Finland", "is": "Finnland", "code": "FI"},
    "208": {"sv": "Danmark", "en": "Denmark", "fi": "Tanska", "nb": "Danmark", "da": "Danmark", "is": "Danmörk", "code": "DK"},
    "352": {"sv": "Island", "en": "Iceland", "fi": "Islanti", "nb": "Island", "da": "Island", "is": "Ísland", "code": "IS"},
    "248": {"sv": "Åland", "en": "Åland", "fi": "Ahvenanmaa", "nb": "Åland", "da": "Åland", "is": "Álandseyjar", "code": "AX"},
    "234": {
        "sv": "Färöarna", "en": "Faroe Islands", "fi": "Färsaaret", "nb": "Færøyene", "da": "Færøerne", "is": "Færeyjar",
        "code": "FO",
    },
}  # fmt: skip
"""By the number of a country (ISO 3166-1) its names."""

SOUTH, NORTH, WEST, EAST = 54.0, 72.0, -25.0, 32.0
"""What is shown: an island beyond is left out."""


def main(path: str) -> None:
    """Read, pick, write."""
    atlas = json.loads(Path(path).read_text("utf-8"))
    scale, shift = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [degrees(arc, scale, shift) for arc in atlas["arcs"]]
    features = []
    for country in atlas["objects"]["countries"]["geometries"]:
        if (names := NAMES.get(str(country.get("id")))) is None:
            continue
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        kept = [made for one in polygons if is_near(made := [ring(part, arcs) for part in one])]
        features.append({"type": "Feature", "properties": names, "geometry": {"type": "MultiPolygon", "coordinates": kept}})
    features.sort(key=lambda one: list(NAMES.values()).index(one["properties"]))
    text = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text + "\n", "utf-8")
    print(f"{TARGET.stat().st_size:,} bytes, {[one['properties']['sv'] for one in features]}")


def degrees(arc: list[list[int]], scale: list[float], shift: list[float]) -> list[list[float]]:
    """An arc's points; each but the first is the way from the one before it."""
    x = y = 0
    found = []
    for point in arc:
        x, y = x + point[0], y + point[1]
        found.append([round(x * scale[0] + shift[0], 2), round(y * scale[1] + shift[1], 2)])
    return found


def ring(numbers: list[int], arcs: list[list[list[float]]]) -> list[Any]:
    """A ring of arcs; `-1 - n` is arc n backwards."""
    found: list[list[float]] = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[-1 - number][::-1]
        found += part[1:] if found else part
    return found


def is_near(polygon: list[list[list[float]]]) -> bool:
    """Whether it is shown."""
    is_jan_mayen = polygon[0][0][0] < 0 and polygon[0][0][1] > 69
    return not is_jan_mayen and all(SOUTH < y < NORTH and WEST < x < EAST for x, y in polygon[0])


if __name__ == "__main__":
    main(sys.argv[1])
