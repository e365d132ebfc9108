"""Areas of a map that stand in a file of GeoJSON, or the Nordic countries: in the deck's nodes as lines of numbers.

What is left in a deck is `areas: {"": 62.9 3.5, Norge: 1 2 3 4;5 6 …}`: the centre of the plane in degrees, and by name the
rings around each area, in metres. `model.places` reads it.
"""

from deckmotor.geo.geojson import Drawn, NoMapError, drawn
from deckmotor.load.chosen import Reading
from deckmotor.messages import misplaced, unreadable
from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.workspace import path_from, read_package_file

NORDIC = "nordic"
"""The word for the Nordic countries."""

KEYS = ("file", "name")


def with_areas(map_of: Mapping, reading: Reading) -> Mapping | None:
    """The map with the areas of the file that it names; None where that can't be, which is told."""
    areas = map_of.get("areas")
    assert areas is not None, "only maps with areas come here"
    file, name = _named(areas, reading)
    if file is None:
        return None
    found = _nordic(reading) if file.text.strip() == NORDIC else _read(file, name, reading)
    if found is None:
        return None
    made = Mapping(
        (
            (Scalar("", file.span), _text(f"{found.centre.latitude} {found.centre.longitude}", file)),
            *((Scalar(name, file.span), _text(_numbers(rings), file)) for name, rings in found.areas),
        ),
        areas.span,
    )
    return Mapping(tuple([(key, made if key.text == "areas" else value) for key, value in map_of.entries]), map_of.span)


def _named(areas: Node, reading: Reading) -> tuple[Scalar | None, str]:
    """The file's path, or `nordic`, and the property that names its areas."""
    hint = "write the path of a file of GeoJSON, `{file: …, name: …}` with the property that is the name, or `nordic`"
    if isinstance(areas, Scalar) and not areas.is_null and areas.text.strip():
        return areas, ""
    file = areas.get("file") if isinstance(areas, Mapping) else None
    name = areas.get("name") if isinstance(areas, Mapping) else None
    if not isinstance(file, Scalar) or file.is_null or not isinstance(name, Scalar | None):
        lit = "areas of the map are shown by `highlight: […]`, with numbers by `values:`"
        reading.wrong(areas, "`areas`", "a file with areas", lit if isinstance(areas, Sequence) else hint)
        return None, ""
    for key, _ in areas.entries if isinstance(areas, Mapping) else ():
        if key.text not in KEYS:
            reading.report("unknown-key", key, f"there are: {', '.join(KEYS)}", key=key.text, of="`areas`")
            return None, ""
    return file, "" if name is None else name.text.strip()


def _read(file: Scalar, name: str, reading: Reading) -> Drawn | None:
    path = path_from(file.span.file, file.text)
    key = (path, name)
    if key not in reading.areas:
        try:
            reading.areas[key] = drawn(reading.workspace.read(path), name)
        except FileNotFoundError:
            reading.report("file-missing", file, *misplaced(reading.workspace, file.span.file, file.text), path=path)
            return None
        except OSError as error:
            reading.found.append(unreadable(error, file.span, path, file.text.strip()))
            return None
        except NoMapError as error:
            reading.areas[key] = error
    found: Drawn | NoMapError = reading.areas[key]
    if isinstance(found, NoMapError):
        reading.report("no-map", file, *found.hints, path=path, reason=found.reason)
        return None
    return found


def _nordic(reading: Reading) -> Drawn:
    data = read_package_file("geo/nordic.json")
    tag = reading.language.partition("-")[0].lower()
    return drawn(data, {"no": "nb", "nn": "nb"}.get(tag, tag if f'"{tag}":'.encode() in data else "en"))


def _numbers(rings: tuple[tuple[tuple[int, int], ...], ...]) -> str:
    return ";".join([" ".join([f"{x} {y}" for x, y in ring]) for ring in rings])


def _text(text: str, at: Scalar) -> Scalar:
    return Scalar(text, at.span, True)
