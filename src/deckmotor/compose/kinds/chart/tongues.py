"""What charts, maps and shares say in words, a line a language: all official ones of the EU, and some more.

Where a grammar would ask for endings, the neutral form is taken: a noun and a colon.
"""

COLUMNS = ("bars", "line", "lines", "both", "area", "pie", "doughnut", "scatter", "slope")
"""The kinds of charts, in the order of the first columns. After them: between a part and its whole; the word before a source;
the largest and the smallest number; a line from one number to another; what is lit; a number that is not there."""

TONGUES = """\
bg|Стълбове|Линия|Линии|Стълбове и линия|Площи|Кръг|Пръстен|Точки|Промяна|от|Източник|най-голямо: {name}, {value}|най-малко: {name}, {value}|от {start} ({first}) до {end} ({last})|откроено: {name}|липсва
cs|Sloupce|Čára|Čáry|Sloupce a čára|Plochy|Koláč|Prstenec|Body|Změna|z|Zdroj|nejvíce: {name}, {value}|nejméně: {name}, {value}|od {start} ({first}) do {end} ({last})|zvýrazněno: {name}|chybí
da|Søjler|Linje|Linjer|Søjler og linje|Flader|Cirkel|Ring|Punkter|Hældning|af|Kilde|størst er {name}, {value}|mindst er {name}, {value}|fra {start} ({first}) til {end} ({last})|fremhævet: {name}|mangler
de|Balken|Linie|Linien|Balken und Linie|Flächen|Kreis|Ring|Punkte|Steigung|von|Quelle|am größten ist {name}, {value}|am kleinsten ist {name}, {value}|von {start} ({first}) bis {end} ({last})|hervorgehoben: {name}|fehlt
el|Ράβδοι|Γραμμή|Γραμμές|Ράβδοι και γραμμή|Επιφάνειες|Πίτα|Δακτύλιος|Σημεία|Μεταβολή|από|Πηγή|μεγαλύτερο: {name}, {value}|μικρότερο: {name}, {value}|από {start} ({first}) έως {end} ({last})|επισήμανση: {name}|λείπει
en|Bars|Line|Lines|Bars and line|Areas|Pie|Doughnut|Points|Slope|of|Source|largest is {name}, {value}|smallest is {name}, {value}|from {start} ({first}) to {end} ({last})|highlighted: {name}|missing
es|Barras|Línea|Líneas|Barras y línea|Áreas|Sectores|Anillo|Puntos|Pendiente|de|Fuente|máximo: {name}, {value}|mínimo: {name}, {value}|de {start} ({first}) a {end} ({last})|destacado: {name}|falta
et|Tulbad|Joon|Jooned|Tulbad ja joon|Pinnad|Sektorid|Rõngas|Punktid|Muutus|/|Allikas|suurim on {name}, {value}|väikseim on {name}, {value}|alguses {start} ({first}), lõpus {end} ({last})|esile tõstetud: {name}|puudub
fi|Pylväät|Viiva|Viivat|Pylväät ja viiva|Alueet|Piirakka|Rengas|Pisteet|Muutos|/|Lähde|suurin on {name}, {value}|pienin on {name}, {value}|alussa {start} ({first}), lopussa {end} ({last})|korostettu: {name}|puuttuu
fr|Barres|Courbe|Courbes|Barres et courbe|Aires|Secteurs|Anneau|Points|Pente|sur|Source|maximum : {name}, {value}|minimum : {name}, {value}|de {start} ({first}) à {end} ({last})|mis en évidence : {name}|manque
ga|Barraí|Líne|Línte|Barraí agus líne|Achair|Píchairt|Fáinne|Pointí|Claonadh|as|Foinse|is mó: {name}, {value}|is lú: {name}, {value}|ó {start} ({first}) go {end} ({last})|aibhsithe: {name}|ar iarraidh
hr|Stupci|Crta|Crte|Stupci i crta|Površine|Krug|Prsten|Točke|Promjena|od|Izvor|najviše: {name}, {value}|najmanje: {name}, {value}|od {start} ({first}) do {end} ({last})|istaknuto: {name}|nedostaje
hu|Oszlopok|Vonal|Vonalak|Oszlopok és vonal|Területek|Kör|Gyűrű|Pontok|Változás|/|Forrás|legnagyobb: {name}, {value}|legkisebb: {name}, {value}|kezdet: {start} ({first}), vég: {end} ({last})|kiemelve: {name}|hiányzik
is|Súlur|Lína|Línur|Súlur og lína|Fletir|Skífa|Hringur|Punktar|Breyting|af|Heimild|mest: {name}, {value}|minnst: {name}, {value}|frá {start} ({first}) til {end} ({last})|dregið fram: {name}|vantar
it|Barre|Linea|Linee|Barre e linea|Aree|Torta|Anello|Punti|Pendenza|su|Fonte|massimo: {name}, {value}|minimo: {name}, {value}|da {start} ({first}) a {end} ({last})|in evidenza: {name}|manca
lt|Stulpeliai|Linija|Linijos|Stulpeliai ir linija|Plotai|Skritulys|Žiedas|Taškai|Pokytis|iš|Šaltinis|daugiausia: {name}, {value}|mažiausia: {name}, {value}|pradžia: {start} ({first}), pabaiga: {end} ({last})|paryškinta: {name}|nėra
lv|Stabiņi|Līnija|Līnijas|Stabiņi un līnija|Laukumi|Sektori|Gredzens|Punkti|Izmaiņas|no|Avots|lielākais: {name}, {value}|mazākais: {name}, {value}|sākumā {start} ({first}), beigās {end} ({last})|izcelts: {name}|nav
mt|Kolonni|Linja|Linji|Kolonni u linja|Żoni|Torta|Ċirku|Punti|Tibdil|minn|Sors|l-akbar: {name}, {value}|l-iżgħar: {name}, {value}|minn {start} ({first}) sa {end} ({last})|enfasizzat: {name}|nieqes
nb|Stolper|Linje|Linjer|Stolper og linje|Flater|Sirkel|Ring|Punkter|Stigning|av|Kilde|størst er {name}, {value}|minst er {name}, {value}|fra {start} ({first}) til {end} ({last})|framhevet: {name}|mangler
nl|Staven|Lijn|Lijnen|Staven en lijn|Vlakken|Cirkel|Ring|Punten|Helling|van|Bron|grootste: {name}, {value}|kleinste: {name}, {value}|van {start} ({first}) tot {end} ({last})|uitgelicht: {name}|ontbreekt
nn|Stolpar|Linje|Linjer|Stolpar og linje|Flater|Sirkel|Ring|Punkt|Stigning|av|Kjelde|størst er {name}, {value}|minst er {name}, {value}|frå {start} ({first}) til {end} ({last})|framheva: {name}|manglar
pl|Słupki|Linia|Linie|Słupki i linia|Obszary|Koło|Pierścień|Punkty|Zmiana|z|Źródło|najwięcej: {name}, {value}|najmniej: {name}, {value}|od {start} ({first}) do {end} ({last})|wyróżniono: {name}|brak
pt|Barras|Linha|Linhas|Barras e linha|Áreas|Setores|Anel|Pontos|Declive|de|Fonte|máximo: {name}, {value}|mínimo: {name}, {value}|de {start} ({first}) a {end} ({last})|em destaque: {name}|falta
ro|Bare|Linie|Linii|Bare și linie|Suprafețe|Sectoare|Inel|Puncte|Variație|din|Sursă|cel mai mult: {name}, {value}|cel mai puțin: {name}, {value}|de la {start} ({first}) la {end} ({last})|evidențiat: {name}|lipsește
ru|Столбцы|Линия|Линии|Столбцы и линия|Области|Круг|Кольцо|Точки|Изменение|из|Источник|больше всего: {name}, {value}|меньше всего: {name}, {value}|от {start} ({first}) до {end} ({last})|выделено: {name}|нет данных
sk|Stĺpce|Čiara|Čiary|Stĺpce a čiara|Plochy|Koláč|Prstenec|Body|Zmena|z|Zdroj|najviac: {name}, {value}|najmenej: {name}, {value}|od {start} ({first}) do {end} ({last})|zvýraznené: {name}|chýba
sl|Stolpci|Črta|Črte|Stolpci in črta|Ploskve|Krog|Obroč|Točke|Sprememba|od|Vir|največ: {name}, {value}|najmanj: {name}, {value}|od {start} ({first}) do {end} ({last})|poudarjeno: {name}|manjka
sv|Staplar|Linje|Linjer|Staplar och linje|Ytor|Cirkel|Ring|Punkter|Lutning|av|Källa|störst är {name}, {value}|minst är {name}, {value}|från {start} ({first}) till {end} ({last})|framhävt: {name}|saknas
tr|Sütunlar|Çizgi|Çizgiler|Sütunlar ve çizgi|Alanlar|Pasta|Halka|Noktalar|Değişim|/|Kaynak|en büyük: {name}, {value}|en küçük: {name}, {value}|başlangıç: {start} ({first}), bitiş: {end} ({last})|vurgulanan: {name}|eksik
uk|Стовпці|Лінія|Лінії|Стовпці та лінія|Області|Коло|Кільце|Точки|Зміна|з|Джерело|найбільше: {name}, {value}|найменше: {name}, {value}|від {start} ({first}) до {end} ({last})|виділено: {name}|немає даних
"""  # noqa: E501 (a table)
