"""Where the sentences of a text end: not behind `t.ex.`, `den 1.`, an initial, or where a small letter follows."""

import re
from collections.abc import Iterator
from itertools import pairwise

_END = re.compile(r"(?<![.!?…])(?P<sign>[.!?…]+)[”»\"'’)\]]*\s+(?=(?P<next>\S))")
"""What may end a sentence, and the sign that follows the space."""

_LONGEST = 20
"""Letters of a word that are looked at."""

_OPENING = "([{“”„«»\"'‘’¿¡"

_ANY = "dr prof mr mrs ms st jr sr ing mag hr fr ev cf vs approx tel max min nr no art fig vol inc ltd"
"""Abbreviations in all languages, in small letters and without their last point."""

_ABBREVIATIONS = {
    "bg": "др напр вж стр ул бул гр чл ал",
    "cs": "např tj tzv tzn popř resp mj kap odst čl obr str tis mil mld ul",
    "da": "bl ca fx dvs mht mv evt kap stk pkt mio mia inkl ekskl hhv jf kl",
    "de": "bzw ca evtl ggf inkl exkl vgl bspw sog abs kap aufl bd hrsg mio mrd str tab abb zzgl allg gem lt rd jh",
    "el": "κ π χ δηλ βλ αρ σελ κεφ εκ δισ λεωφ",
    "en": "eg ie al ch sec gen gov sen rep ave blvd dept est col capt",
    "es": "sr sra srta dña pág págs núm aprox ud uds av cap ej",
    "et": "nt ca lk nn sh vt mln mld",
    "fi": "esim mm ts ks vrt jkn milj mrd klo puh os kpl so eli huom",
    "fr": "m mme mlle mm env ex chap p pp éd av apr réf",
    "hr": "npr tj tzv sv čl st str god tis mil br ul",
    "hu": "pl ún kb ill ti vö old szt jan feb dr id ifj özv",
    "is": "td þe osfrv skv sbr bls kr ca gr mgr",
    "it": "sig dott avv pag pagg cap es ca num",
    "lt": "pvz kt tūkst mln mlrd pan g str psl",
    "lv": "piem lpp tūkst milj",
    "nb": "bl ca dvs evt kap pkt mill mrd inkl ekskl jf kl pga mht ift vedr",
    "nl": "bijv blz ca evt incl excl mln mld resp nl dhr mevr drs ir mw art jl",
    "pl": "np tzn tzw m in r w ok ul al pl godz ust pkt rozdz tys mln mld prof mgr inż",
    "pt": "sr sra pág págs núm aprox av cap ex",
    "ro": "dl dna dvs nr pag art alin ex etc",
    "ru": "т д п е г гг в вв др пр см рис табл стр ул тыс млн млрд руб ст гл",
    "sk": "napr tj tzv tzn atď resp ods čl obr str tis mil mld ul",
    "sl": "npr tj oz tzv str čl odst tis mio mrd",
    "sv": "bl ca cirka dvs ev exkl ff fg forts f fvb gm hr inkl iofs jfr jur kand kap kl kr mha mom motsv ngn obs "
    "omkr p pga prel resp s sid sk st stp t tab tekn tex tfn tis tom tr utg vd åk ung",
    "tr": "bkz örn yy sf mah cad sok no doç yrd öğr",
    "uk": "т д п е р рр ст др див рис табл стор вул тис млн млрд грн",
}
"""The same in one language. Those that often end a sentence (osv., usw., etc.) are not among them."""

_ALIKE = {"nn": "nb", "no": "nb", "lb": "de"}


def sentence_ends(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, the space after it included."""
    short = {*_ANY.split(), *_ABBREVIATIONS.get(_of(language), "").split()}
    return pairwise((0, *(match.end() for match in _END.finditer(text) if _ends(match, short)), len(text)))


def _of(language: str) -> str:
    tag = language.partition("-")[0].lower()
    return _ALIKE.get(tag, tag)


def _ends(match: re.Match[str], short: set[str]) -> bool:
    """Whether a sentence ends there."""
    sign, after = match["sign"], match["next"]
    before = match.string[max(match.start() - _LONGEST, 0) : match.start()].split()
    word = before[-1].lstrip(_OPENING) if before else ""
    if after.islower():
        return False
    if sign != ".":
        return True
    if word.isdecimal():  # An ordinal, a day; but a year ends a sentence.
        return len(word) > 2
    is_short = len(word) == 1 or word.lower() in short or re.fullmatch(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{1,4}", word)
    return not is_short
