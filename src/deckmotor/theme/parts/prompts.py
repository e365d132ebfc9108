"""What empty placeholders ask for that PowerPoint has no word for, in the language of the deck."""

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

_ROWS = {row.partition("|")[0]: row.split("|")[1:] for row in PROMPTS.splitlines()}


def spoken(language: str) -> str:
    """The language that a BCP 47 tag's placeholders ask in: its own, or English where that has no words here."""
    tag = language.partition("-")[0].lower()
    tag = {"no": "nb"}.get(tag, tag)
    return tag if tag in _ROWS else "en"


def prompt(role: str, language: str) -> str:
    """What a placeholder of one of the roles asks for."""
    return _ROWS[spoken(language)][ROLES.index(role)]
