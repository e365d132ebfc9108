"""What empty placeholders ask for that PowerPoint has no word for, in the language of the deck."""

from collections.abc import Mapping, Sequence

ROLES = ("lead", "caption", "credits", "heading", "organisation", "ordinal", "level")
"""The roles that ask in words of ours, and the levels of the master's body (`Level 2`). All others say "Click to add title"
in the language of whoever edits the deck."""

PROMPTS = """\
bg|Увод|Надпис|Автори|Заглавие на колона|Организация|Номер на раздел|Ниво
cs|Úvod|Popisek|Autoři|Nadpis sloupce|Organizace|Číslo oddílu|Úroveň
da|Indledning|Billedtekst|Ophav|Overskrift|Organisation|Afsnittets nummer|Niveau
de|Einleitung|Bildunterschrift|Mitwirkende|Überschrift|Organisation|Abschnittsnummer|Ebene
el|Εισαγωγή|Λεζάντα|Συντελεστές|Επικεφαλίδα|Οργανισμός|Αριθμός ενότητας|Επίπεδο
en|Lead|Caption|Credits|Heading|Organisation|Section number|Level
es|Entradilla|Pie de foto|Créditos|Encabezado|Organización|Número de sección|Nivel
et|Juhtlause|Allkiri|Autorid|Pealkiri|Organisatsioon|Jaotise number|Tase
fi|Ingressi|Kuvateksti|Tekijät|Otsikko|Organisaatio|Osan numero|Taso
fr|Chapeau|Légende|Crédits|Intertitre|Organisation|Numéro de section|Niveau
ga|Réamhrá|Fotheideal|Creidiúintí|Ceannteideal|Eagraíocht|Uimhir rannóige|Leibhéal
hr|Uvod|Opis slike|Autori|Naslov stupca|Organizacija|Broj odjeljka|Razina
hu|Bevezető|Képaláírás|Szerzők|Fejléc|Szervezet|Szakasz száma|Szint
is|Inngangur|Myndatexti|Höfundar|Fyrirsögn|Stofnun|Númer hluta|Stig
it|Sommario|Didascalia|Crediti|Intestazione|Organizzazione|Numero di sezione|Livello
lt|Įžanga|Antraštė po paveikslu|Autoriai|Stulpelio antraštė|Organizacija|Skyriaus numeris|Lygis
lv|Ievads|Paraksts|Autori|Slejas virsraksts|Organizācija|Sadaļas numurs|Līmenis
mt|Daħla|Didaskalija|Krediti|Intestatura|Organizzazzjoni|Numru tat-taqsima|Livell
nb|Ingress|Bildetekst|Medvirkende|Overskrift|Organisasjon|Delens nummer|Nivå
nl|Inleiding|Bijschrift|Makers|Kop|Organisatie|Nummer van het deel|Niveau
nn|Ingress|Bilettekst|Medverkande|Overskrift|Organisasjon|Nummer på delen|Nivå
pl|Wstęp|Podpis|Autorzy|Nagłówek|Organizacja|Numer części|Poziom
pt|Introdução|Legenda|Créditos|Cabeçalho|Organização|Número da secção|Nível
ro|Introducere|Legendă|Autori|Antet|Organizație|Numărul secțiunii|Nivel
ru|Вводка|Подпись|Авторы|Заголовок столбца|Организация|Номер раздела|Уровень
sk|Úvod|Popis|Autori|Nadpis stĺpca|Organizácia|Číslo oddielu|Úroveň
sl|Uvod|Podnapis|Avtorji|Naslov stolpca|Organizacija|Številka razdelka|Raven
sv|Ingress|Bildtext|Medverkande|Rubrik|Organisation|Avsnittets nummer|Nivå
tr|Giriş|Açıklama|Hazırlayanlar|Başlık|Kuruluş|Bölüm numarası|Düzey
uk|Вступ|Підпис|Автори|Заголовок стовпця|Організація|Номер розділу|Рівень
"""

Asked = tuple[str, Mapping[str, str]]
"""The language that placeholders ask in, and what for, by their roles."""

_ROWS = {row.partition("|")[0]: row.split("|")[1:] for row in PROMPTS.splitlines()}


def spoken(language: str) -> str:
    """The language that a BCP 47 tag's placeholders ask in: its own, or English where that has no words here."""
    tag = language.partition("-")[0].lower()
    tag = {"no": "nb"}.get(tag, tag)
    return tag if tag in _ROWS else "en"


def prompts(language: str, own: Sequence[str | None] = ()) -> dict[str, str]:
    """What placeholders ask for, by their roles: as the deck says it (`own`, in the order of `ROLES`), else in its language."""
    usual = _ROWS[spoken(language)]
    return {role: said or word for role, said, word in zip(ROLES, own or usual, usual, strict=True)}
