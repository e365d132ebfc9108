"""What empty placeholders ask for that PowerPoint has no word for, in the language of the deck."""

from collections.abc import Mapping, Sequence

ROLES = ("lead", "caption", "credits", "heading", "organisation", "ordinal", "level", "title")
"""The roles that ask in words of ours, and on the master alone the levels of its body (`Level 2`) and its title. All others say
"Click to add title" in the language of whoever edits the deck."""

PROMPTS = """\
bg|Увод|Надпис|Автори|Заглавие на колона|Организация|Номер на раздел|Ниво|Заглавие
cs|Úvod|Popisek|Autoři|Nadpis sloupce|Organizace|Číslo oddílu|Úroveň|Nadpis
da|Indledning|Billedtekst|Ophav|Overskrift|Organisation|Afsnittets nummer|Niveau|Titel
de|Einleitung|Bildunterschrift|Mitwirkende|Überschrift|Organisation|Abschnittsnummer|Ebene|Titel
el|Εισαγωγή|Λεζάντα|Συντελεστές|Επικεφαλίδα|Οργανισμός|Αριθμός ενότητας|Επίπεδο|Τίτλος
en|Lead|Caption|Credits|Heading|Organisation|Section number|Level|Title
es|Entradilla|Pie de foto|Créditos|Encabezado|Organización|Número de sección|Nivel|Título
et|Juhtlause|Allkiri|Autorid|Pealkiri|Organisatsioon|Jaotise number|Tase|Pealkiri
fi|Ingressi|Kuvateksti|Tekijät|Otsikko|Organisaatio|Osan numero|Taso|Otsikko
fr|Chapeau|Légende|Crédits|Intertitre|Organisation|Numéro de section|Niveau|Titre
ga|Réamhrá|Fotheideal|Creidiúintí|Ceannteideal|Eagraíocht|Uimhir rannóige|Leibhéal|Teideal
hr|Uvod|Opis slike|Autori|Naslov stupca|Organizacija|Broj odjeljka|Razina|Naslov
hu|Bevezető|Képaláírás|Szerzők|Fejléc|Szervezet|Szakasz száma|Szint|Cím
is|Inngangur|Myndatexti|Höfundar|Fyrirsögn|Stofnun|Númer hluta|Stig|Titill
it|Sommario|Didascalia|Crediti|Intestazione|Organizzazione|Numero di sezione|Livello|Titolo
lt|Įžanga|Antraštė po paveikslu|Autoriai|Stulpelio antraštė|Organizacija|Skyriaus numeris|Lygis|Pavadinimas
lv|Ievads|Paraksts|Autori|Slejas virsraksts|Organizācija|Sadaļas numurs|Līmenis|Virsraksts
mt|Daħla|Didaskalija|Krediti|Intestatura|Organizzazzjoni|Numru tat-taqsima|Livell|Titlu
nb|Ingress|Bildetekst|Medvirkende|Overskrift|Organisasjon|Delens nummer|Nivå|Tittel
nl|Inleiding|Bijschrift|Makers|Kop|Organisatie|Nummer van het deel|Niveau|Titel
nn|Ingress|Bilettekst|Medverkande|Overskrift|Organisasjon|Nummer på delen|Nivå|Tittel
pl|Wstęp|Podpis|Autorzy|Nagłówek|Organizacja|Numer części|Poziom|Tytuł
pt|Introdução|Legenda|Créditos|Cabeçalho|Organização|Número da secção|Nível|Título
ro|Introducere|Legendă|Autori|Antet|Organizație|Numărul secțiunii|Nivel|Titlu
ru|Вводка|Подпись|Авторы|Заголовок столбца|Организация|Номер раздела|Уровень|Заголовок
sk|Úvod|Popis|Autori|Nadpis stĺpca|Organizácia|Číslo oddielu|Úroveň|Nadpis
sl|Uvod|Podnapis|Avtorji|Naslov stolpca|Organizacija|Številka razdelka|Raven|Naslov
sv|Ingress|Bildtext|Medverkande|Rubrik|Organisation|Avsnittets nummer|Nivå|Rubrik
tr|Giriş|Açıklama|Hazırlayanlar|Başlık|Kuruluş|Bölüm numarası|Düzey|Başlık
uk|Вступ|Підпис|Автори|Заголовок стовпця|Організація|Номер розділу|Рівень|Заголовок
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
