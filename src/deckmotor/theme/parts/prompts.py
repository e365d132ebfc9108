"""What empty placeholders ask for that PowerPoint has no word for, in the language of the deck."""

ROLES = ("lead", "caption", "credits", "heading", "organisation", "ordinal")
"""The roles that ask in words of ours. All others say "Click to add title" in the language of whoever edits the deck."""

PROMPTS = """\
bg|Увод|Надпис|Автори|Заглавие на колона|Организация|Номер на раздел
cs|Úvod|Popisek|Autoři|Nadpis sloupce|Organizace|Číslo oddílu
da|Indledning|Billedtekst|Ophav|Overskrift|Organisation|Afsnittets nummer
de|Einleitung|Bildunterschrift|Mitwirkende|Überschrift|Organisation|Abschnittsnummer
el|Εισαγωγή|Λεζάντα|Συντελεστές|Επικεφαλίδα|Οργανισμός|Αριθμός ενότητας
en|Lead|Caption|Credits|Heading|Organisation|Section number
es|Entradilla|Pie de foto|Créditos|Encabezado|Organización|Número de sección
et|Juhtlause|Allkiri|Autorid|Pealkiri|Organisatsioon|Jaotise number
fi|Ingressi|Kuvateksti|Tekijät|Otsikko|Organisaatio|Osan numero
fr|Chapeau|Légende|Crédits|Intertitre|Organisation|Numéro de section
ga|Réamhrá|Fotheideal|Creidiúintí|Ceannteideal|Eagraíocht|Uimhir rannóige
hr|Uvod|Opis slike|Autori|Naslov stupca|Organizacija|Broj odjeljka
hu|Bevezető|Képaláírás|Szerzők|Fejléc|Szervezet|Szakasz száma
is|Inngangur|Myndatexti|Höfundar|Fyrirsögn|Stofnun|Númer hluta
it|Sommario|Didascalia|Crediti|Intestazione|Organizzazione|Numero di sezione
lt|Įžanga|Antraštė po paveikslu|Autoriai|Stulpelio antraštė|Organizacija|Skyriaus numeris
lv|Ievads|Paraksts|Autori|Slejas virsraksts|Organizācija|Sadaļas numurs
mt|Daħla|Didaskalija|Krediti|Intestatura|Organizzazzjoni|Numru tat-taqsima
nb|Ingress|Bildetekst|Medvirkende|Overskrift|Organisasjon|Delens nummer
nl|Inleiding|Bijschrift|Makers|Kop|Organisatie|Nummer van het deel
nn|Ingress|Bilettekst|Medverkande|Overskrift|Organisasjon|Nummer på delen
pl|Wstęp|Podpis|Autorzy|Nagłówek|Organizacja|Numer części
pt|Introdução|Legenda|Créditos|Cabeçalho|Organização|Número da secção
ro|Introducere|Legendă|Autori|Antet|Organizație|Numărul secțiunii
ru|Вводка|Подпись|Авторы|Заголовок столбца|Организация|Номер раздела
sk|Úvod|Popis|Autori|Nadpis stĺpca|Organizácia|Číslo oddielu
sl|Uvod|Podnapis|Avtorji|Naslov stolpca|Organizacija|Številka razdelka
sv|Ingress|Bildtext|Medverkande|Rubrik|Organisation|Avsnittets nummer
tr|Giriş|Açıklama|Hazırlayanlar|Başlık|Kuruluş|Bölüm numarası
uk|Вступ|Підпис|Автори|Заголовок стовпця|Організація|Номер розділу
"""

_ROWS = {row.partition("|")[0]: row.split("|")[1:] for row in PROMPTS.splitlines()}


def spoken(language: str) -> str:
    """The language that a BCP 47 tag's placeholders ask in: its own, or English where that has no words here."""
    tag = language.partition("-")[0].lower()
    tag = {"no": "nb"}.get(tag, tag)
    return tag if tag in _ROWS else "en"


def prompt(role: str, language: str) -> str:
    """What a placeholder of one of the roles asks for."""
    return _ROWS[spoken(language)][ROLES.index(role)]
