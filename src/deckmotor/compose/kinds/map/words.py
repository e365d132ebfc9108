"""What a map says in words, for those who can't see it."""

from deckmotor.charts.formats import SIGNS, Format, decimals_of
from deckmotor.compose.kinds.chart.words import ALL, Words, said
from deckmotor.compose.kinds.map.shown import Shown
from deckmotor.compose.look import Look, filled_in, own_word
from deckmotor.geo.sweden import sweden
from deckmotor.model.figures import Map

FEW = 6
"""Areas that are named as what a map is of, where that is not all of Sweden."""

MAPS = {
    "bg": ("Карта на Швеция", "Карта: {name}"),
    "cs": ("Mapa Švédska", "Mapa: {name}"),
    "da": ("Kort over Sverige", "Kort over {name}"),
    "de": ("Karte von Schweden", "Karte: {name}"),
    "el": ("Χάρτης της Σουηδίας", "Χάρτης: {name}"),
    "en": ("Map of Sweden", "Map of {name}"),
    "es": ("Mapa de Suecia", "Mapa: {name}"),
    "et": ("Rootsi kaart", "Kaart: {name}"),
    "fi": ("Ruotsin kartta", "Kartta: {name}"),
    "fr": ("Carte de la Suède", "Carte : {name}"),
    "ga": ("Léarscáil na Sualainne", "Léarscáil: {name}"),
    "hr": ("Karta Švedske", "Karta: {name}"),
    "hu": ("Svédország térképe", "Térkép: {name}"),
    "is": ("Kort af Svíþjóð", "Kort: {name}"),
    "it": ("Mappa della Svezia", "Mappa: {name}"),
    "lt": ("Švedijos žemėlapis", "Žemėlapis: {name}"),
    "lv": ("Zviedrijas karte", "Karte: {name}"),
    "mt": ("Mappa tal-Iżvezja", "Mappa: {name}"),
    "nb": ("Kart over Sverige", "Kart over {name}"),
    "nl": ("Kaart van Zweden", "Kaart van {name}"),
    "nn": ("Kart over Sverige", "Kart over {name}"),
    "no": ("Kart over Sverige", "Kart over {name}"),
    "pl": ("Mapa Szwecji", "Mapa: {name}"),
    "pt": ("Mapa da Suécia", "Mapa: {name}"),
    "ro": ("Harta Suediei", "Hartă: {name}"),
    "ru": ("Карта Швеции", "Карта: {name}"),
    "sk": ("Mapa Švédska", "Mapa: {name}"),
    "sl": ("Zemljevid Švedske", "Zemljevid: {name}"),
    "sv": ("Karta över Sverige", "Karta över {name}"),
    "tr": ("İsveç haritası", "Harita: {name}"),
    "uk": ("Карта Швеції", "Карта: {name}"),
}
"""By language a map of all of Sweden, and one of some counties, or of other areas."""


def alt_text(block: Map, map_of: Shown, look: Look, most: int = ALL) -> str:
    """What a map shows: its places, its numbers (of more than `most` the largest and smallest), and what is lit."""
    write, unit = written(block, map_of, look.language)
    spoken = said(look)
    whole, part = MAPS.get(look.language.partition("-")[0].lower(), MAPS["en"])
    whole, part = own_word("map_of_sweden", whole, look), own_word("map", part, look)
    parts = [", ".join(dot.name for dot in map_of.dots)] if map_of.dots else []
    if map_of.values:
        parts.append(_numbers(map_of, write, spoken, most))
    lit = [dot.name for dot in map_of.dots if dot.lit] or [shade.area.name for shade in map_of.shades if shade.lit]
    if lit:
        light = filled_in(spoken.lit, name=", ".join(lit))
        parts.append(light[:1].upper() + light[1:])
    if block.areas is not None:
        names = [shade.area.name for shade in map_of.shades]
    else:
        drawn = {shade.area.code[:2] for shade in map_of.shades}
        names = [county.name for county in sweden().counties if county.code in drawn]
    is_whole = block.areas is None and len(names) == len(sweden().counties)
    begin = whole if is_whole else filled_in(part, name=", ".join(names[:FEW]) + (" …" if len(names) > FEW else ""))
    begin = f"{begin} ({unit})" if unit else begin
    return f"{begin}: {'. '.join(parts)}." if parts else f"{begin}."


def written(block: Map, map_of: Shown, language: str) -> tuple[Format, str]:
    """How its numbers are written, and the unit that is said once."""
    unit, values = block.unit or "", [value for _, value in map_of.values if value is not None]
    return Format(language, decimals_of(values), unit if unit in SIGNS else ""), "" if unit in SIGNS else unit


def _numbers(map_of: Shown, write: Format, spoken: Words, most: int) -> str:
    known = [(name, value) for name, value in map_of.values if value is not None]
    if len(map_of.values) <= most:
        return ", ".join(f"{name} {spoken.missing if value is None else write.text(value)}" for name, value in map_of.values)
    top, least = max(known, key=lambda one: one[1]), min(known, key=lambda one: one[1])
    largest = filled_in(spoken.largest, name=top[0], value=write.text(top[1]))
    return f"{largest}; {filled_in(spoken.smallest, name=least[0], value=write.text(least[1]))}"
