"""What formulas are read as, in the languages for which we know how: `{}` is what a word is about."""

_SWEDISH = {
    "over": "genom", "bar": "{} genom {}", "root": "roten ur {}", "roots": "{}:e roten ur {}", "cube-root": "kubikroten ur {}",
    "sub": "{} index {}",
    "squared": "{} i kvadrat", "cubed": "{} i kubik", "sup": "{} upphöjt till {}", "prime": "{} prim", "from": "från {}",
    "to": "till {}", "of": "av {}", "under": "över {}", "accent": "{} med {}", "binomial": "{} över {}", "end": "slut",
    "matrix": "matris med {} rader: {}", "row": "rad {}: {}", "cases": "fall: {}", "lines": "{}", "label": "{} med {}",
    "abs": "beloppet av {}",
    "+": "plus", "−": "minus", "=": "är lika med", "≠": "är inte lika med", "<": "är mindre än", ">": "är större än",
    "≤": "är högst", "≥": "är minst", "≈": "är ungefär", "∼": "är fördelat som", "∈": "tillhör", "⋅": "gånger",
    "×": "gånger", "→": "går mot", "⇒": "medför",
    "⇔": "är ekvivalent med", "∞": "oändligheten", "∂": "partiella", "∇": "nabla", "±": "plus minus", "/": "genom",
    "∑": "summan", "∏": "produkten", "∫": "integralen", "∬": "dubbelintegralen", "∭": "trippelintegralen",
    "∮": "kurvintegralen", "⋃": "unionen", "⋂": "snittet", "lim": "gränsvärdet", "ln": "naturliga logaritmen",
    "log": "logaritmen",
    "sin": "sinus", "cos": "cosinus", "tan": "tangens", "hat": "tak", "bar-mark": "streck över", "vec": "pil över",
    "dot": "prick", "ddot": "två prickar",
    "tilde": "tilde", "∀": "för alla", "∃": "det finns", "!": "fakultet", "⇌": "i jämvikt med", "∝": "är proportionell mot",
    "∩": "snitt", "∪": "union", "⊂": "är en äkta delmängd av", "⊆": "är en delmängd av", "∣": "givet", "⟶": "går till",
    "≡": "är identiskt med",
    "…": "och så vidare", "⋯": "och så vidare", "ℏ": "h streck", "line": "{} med streck {}", "above": "över",
    "below": "under",
}  # fmt: skip

_ENGLISH = {
    "over": "over", "bar": "{} over {}", "root": "the square root of {}",
    "roots": "the {}th root of {}", "cube-root": "the cube root of {}",
    "sub": "{} sub {}",
    "squared": "{} squared", "cubed": "{} cubed", "sup": "{} to the power {}", "prime": "{} prime", "from": "from {}",
    "to": "to {}", "of": "of {}", "under": "over {}", "accent": "{} {}", "binomial": "{} choose {}", "end": "end",
    "matrix": "matrix with {} rows: {}", "row": "row {}: {}", "cases": "cases: {}", "lines": "{}", "label": "{} with {}",
    "abs": "the absolute value of {}",
    "+": "plus", "−": "minus", "=": "equals", "≠": "is not equal to", "<": "is less than", ">": "is greater than",
    "≤": "is at most", "≥": "is at least", "≈": "is about", "∼": "is distributed as", "∈": "in", "⋅": "times", "×": "times",
    "→": "goes to", "⇒": "implies",
    "⇔": "is equivalent to", "∞": "infinity", "∂": "partial", "∇": "nabla", "±": "plus or minus", "/": "over",
    "∑": "the sum", "∏": "the product", "∫": "the integral", "∬": "the double integral", "∭": "the triple integral",
    "∮": "the contour integral", "⋃": "the union", "⋂": "the intersection", "lim": "the limit",
    "ln": "the natural logarithm", "log": "the logarithm",
    "sin": "sine", "cos": "cosine", "tan": "tangent", "hat": "hat", "bar-mark": "bar", "vec": "vector", "dot": "dot",
    "ddot": "double dot",
    "tilde": "tilde", "∀": "for all", "∃": "there exists", "!": "factorial", "⇌": "in equilibrium with",
    "∝": "is proportional to",
    "∩": "intersected with", "∪": "union", "⊂": "is a proper subset of", "⊆": "is a subset of", "∣": "given",
    "⟶": "goes to", "≡": "is identical to",
    "…": "and so on", "⋯": "and so on", "ℏ": "h bar", "line": "{} with a line {}", "above": "above", "below": "below",
}  # fmt: skip

_DANISH = {
    "over": "over", "bar": "{} over {}", "root": "kvadratroden af {}", "roots": "den {}. rod af {}", "sub": "{} indeks {}",
    "squared": "{} i anden", "cubed": "{} i tredje", "sup": "{} opløftet til {}", "prime": "{} mærke", "from": "fra {}",
    "to": "til {}", "of": "af {}", "under": "over {}", "accent": "{} med {}", "end": "slut", "binomial": "{} over {}",
    "matrix": "matrix med {} rækker: {}", "row": "række {}: {}", "cases": "tilfælde: {}", "lines": "{}",
    "label": "{} med {}", "abs": "den numeriske værdi af {}", "+": "plus", "−": "minus", "=": "er lig med",
    "≠": "er forskellig fra", "<": "er mindre end", ">": "er større end", "≤": "er højst", "≥": "er mindst",
    "≈": "er cirka", "∼": "er fordelt som", "∈": "tilhører", "⋅": "gange", "×": "gange", "→": "går mod", "⇒": "medfører",
    "⇔": "er ensbetydende med", "∞": "uendelig", "∂": "partiel", "∇": "nabla", "±": "plus minus", "/": "over",
    "∑": "summen", "∏": "produktet", "∫": "integralet", "∬": "dobbeltintegralet", "∭": "tripelintegralet",
    "∮": "kurveintegralet", "⋃": "foreningen", "⋂": "fællesmængden", "lim": "grænseværdien",
    "ln": "den naturlige logaritme", "log": "logaritmen", "sin": "sinus", "cos": "cosinus", "tan": "tangens", "hat": "hat",
    "bar-mark": "streg over", "vec": "pil over", "dot": "prik", "ddot": "to prikker", "tilde": "tilde", "∀": "for alle",
    "∃": "der findes", "!": "fakultet", "⇌": "i ligevægt med", "∝": "er proportional med", "∩": "fællesmængde",
    "∪": "foreningsmængde", "⊂": "er en ægte delmængde af", "⊆": "er en delmængde af", "∣": "givet", "⟶": "går til",
    "≡": "er identisk med", "…": "og så videre", "⋯": "og så videre", "ℏ": "h streg", "line": "{} med streg {}",
    "above": "over", "below": "under",
    "cube-root": "kubikroden af {}",
}  # fmt: skip

_NORWEGIAN = {
    "over": "over", "bar": "{} delt på {}", "root": "kvadratroten av {}", "roots": "{}. rot av {}", "sub": "{} indeks {}",
    "squared": "{} i andre", "cubed": "{} i tredje", "sup": "{} opphøyd i {}", "prime": "{} merket", "from": "fra {}",
    "to": "til {}", "of": "av {}", "under": "over {}", "accent": "{} med {}", "end": "slutt", "binomial": "{} over {}",
    "matrix": "matrise med {} rader: {}", "row": "rad {}: {}", "cases": "tilfeller: {}", "lines": "{}",
    "label": "{} med {}", "abs": "absoluttverdien av {}", "+": "pluss", "−": "minus", "=": "er lik", "≠": "er ikke lik",
    "<": "er mindre enn", ">": "er større enn", "≤": "er høyst", "≥": "er minst", "≈": "er omtrent", "∼": "er fordelt som",
    "∈": "tilhører", "⋅": "ganger", "×": "ganger", "→": "går mot", "⇒": "medfører", "⇔": "er ekvivalent med",
    "∞": "uendelig", "∂": "partiell", "∇": "nabla", "±": "pluss minus", "/": "delt på", "∑": "summen", "∏": "produktet",
    "∫": "integralet", "∬": "dobbeltintegralet", "∭": "trippelintegralet", "∮": "kurveintegralet", "⋃": "unionen",
    "⋂": "snittet", "lim": "grenseverdien", "ln": "den naturlige logaritmen", "log": "logaritmen", "sin": "sinus",
    "cos": "cosinus", "tan": "tangens", "hat": "hatt", "bar-mark": "strek over", "vec": "pil over", "dot": "prikk",
    "ddot": "to prikker", "tilde": "tilde", "∀": "for alle", "∃": "det finnes", "!": "fakultet", "⇌": "i likevekt med",
    "∝": "er proporsjonal med", "∩": "snitt", "∪": "union", "⊂": "er en ekte delmengde av", "⊆": "er en delmengde av",
    "∣": "gitt", "⟶": "går til", "≡": "er identisk med", "…": "og så videre", "⋯": "og så videre", "ℏ": "h strek",
    "line": "{} med strek {}", "above": "over", "below": "under",
    "cube-root": "kubikkroten av {}",
}  # fmt: skip

_GERMAN = {
    "over": "durch", "bar": "{} durch {}", "root": "Wurzel aus {}", "roots": "{}-te Wurzel aus {}", "sub": "{} Index {}",
    "squared": "{} zum Quadrat", "cubed": "{} hoch 3", "sup": "{} hoch {}", "prime": "{} Strich", "from": "von {}",
    "to": "bis {}", "of": "von {}", "under": "über {}", "accent": "{} {}", "end": "Ende", "binomial": "{} über {}",
    "matrix": "Matrix mit {} Zeilen: {}", "row": "Zeile {}: {}", "cases": "Fälle: {}", "lines": "{}", "label": "{} mit {}",
    "abs": "Betrag von {}", "+": "plus", "−": "minus", "=": "gleich", "≠": "ungleich", "<": "kleiner als",
    ">": "größer als", "≤": "kleiner oder gleich", "≥": "größer oder gleich", "≈": "ungefähr", "∼": "verteilt wie",
    "∈": "aus", "⋅": "mal", "×": "mal", "→": "gegen", "⇒": "daraus folgt", "⇔": "genau dann, wenn", "∞": "unendlich",
    "∂": "partiell", "∇": "Nabla", "±": "plus minus", "/": "durch", "∑": "Summe", "∏": "Produkt", "∫": "Integral",
    "∬": "Doppelintegral", "∭": "Dreifachintegral", "∮": "Kurvenintegral", "⋃": "Vereinigung", "⋂": "Schnitt",
    "lim": "Grenzwert", "ln": "natürlicher Logarithmus", "log": "Logarithmus", "sin": "Sinus", "cos": "Kosinus",
    "tan": "Tangens", "hat": "Dach", "bar-mark": "quer", "vec": "Vektor", "dot": "Punkt", "ddot": "zwei Punkte",
    "tilde": "Tilde", "∀": "für alle", "∃": "es existiert", "!": "Fakultät", "⇌": "im Gleichgewicht mit",
    "∝": "proportional zu", "∩": "geschnitten mit", "∪": "vereinigt mit", "⊂": "echte Teilmenge von", "⊆": "Teilmenge von",
    "∣": "unter der Bedingung", "⟶": "geht über in", "≡": "identisch mit", "…": "und so weiter", "⋯": "und so weiter",
    "ℏ": "h quer", "line": "{} mit Strich {}", "above": "darüber", "below": "darunter",
    "cube-root": "Kubikwurzel aus {}",
}  # fmt: skip

_DUTCH = {
    "over": "gedeeld door", "bar": "{} gedeeld door {}", "root": "de wortel van {}", "roots": "de {}e-machtswortel van {}",
    "sub": "{} index {}", "squared": "{} kwadraat", "cubed": "{} tot de derde", "sup": "{} tot de macht {}",
    "prime": "{} accent", "from": "van {}", "to": "tot {}", "of": "van {}", "under": "over {}", "accent": "{} {}",
    "end": "einde", "binomial": "{} boven {}", "matrix": "matrix met {} rijen: {}", "row": "rij {}: {}",
    "cases": "gevallen: {}", "lines": "{}", "label": "{} met {}", "abs": "de absolute waarde van {}", "+": "plus",
    "−": "min", "=": "is gelijk aan", "≠": "is niet gelijk aan", "<": "is kleiner dan", ">": "is groter dan",
    "≤": "is hoogstens", "≥": "is minstens", "≈": "is ongeveer", "∼": "is verdeeld als", "∈": "is element van",
    "⋅": "maal", "×": "maal", "→": "gaat naar", "⇒": "impliceert", "⇔": "is equivalent met", "∞": "oneindig",
    "∂": "partieel", "∇": "nabla", "±": "plus of min", "/": "gedeeld door", "∑": "de som", "∏": "het product",
    "∫": "de integraal", "∬": "de dubbele integraal", "∭": "de drievoudige integraal", "∮": "de kringintegraal",
    "⋃": "de vereniging", "⋂": "de doorsnede", "lim": "de limiet", "ln": "de natuurlijke logaritme", "log": "de logaritme",
    "sin": "sinus", "cos": "cosinus", "tan": "tangens", "hat": "dakje", "bar-mark": "streep", "vec": "vector",
    "dot": "punt", "ddot": "twee punten", "tilde": "tilde", "∀": "voor alle", "∃": "er bestaat", "!": "faculteit",
    "⇌": "in evenwicht met", "∝": "is evenredig met", "∩": "doorsnede", "∪": "vereniging",
    "⊂": "is een echte deelverzameling van", "⊆": "is een deelverzameling van", "∣": "gegeven", "⟶": "gaat naar",
    "≡": "is identiek aan", "…": "enzovoort", "⋯": "enzovoort", "ℏ": "h streep", "line": "{} met een streep {}",
    "above": "erboven", "below": "eronder",
    "cube-root": "de derdemachtswortel van {}",
}  # fmt: skip

_FINNISH = {
    "over": "jaettuna", "bar": "{} jaettuna {}", "root": "neliöjuuri {}", "roots": "{}. juuri {}",
    "sub": "{} alaindeksi {}", "squared": "{} toiseen", "cubed": "{} kolmanteen", "sup": "{} potenssiin {}",
    "prime": "{} pilkku", "from": "alaraja {}", "to": "yläraja {}", "of": "{}", "under": "alaraja {}", "accent": "{} {}",
    "end": "loppu", "binomial": "{} yli {}", "matrix": "matriisi, {} riviä: {}", "row": "rivi {}: {}",
    "cases": "tapaukset: {}", "lines": "{}", "label": "{}, {}", "abs": "itseisarvo {}", "+": "plus", "−": "miinus",
    "=": "on yhtä suuri kuin", "≠": "on eri suuri kuin", "<": "on pienempi kuin", ">": "on suurempi kuin",
    "≤": "on enintään", "≥": "on vähintään", "≈": "on noin", "∼": "noudattaa jakaumaa", "∈": "kuuluu joukkoon",
    "⋅": "kertaa", "×": "kertaa", "→": "lähestyy", "⇒": "seuraa", "⇔": "yhtäpitävästi", "∞": "ääretön",
    "∂": "osittaisderivaatta", "∇": "nabla", "±": "plus miinus", "/": "jaettuna", "∑": "summa", "∏": "tulo",
    "∫": "integraali", "∬": "kaksoisintegraali", "∭": "kolmoisintegraali", "∮": "käyräintegraali", "⋃": "yhdiste",
    "⋂": "leikkaus", "lim": "raja-arvo", "ln": "luonnollinen logaritmi", "log": "logaritmi", "sin": "sini",
    "cos": "kosini", "tan": "tangentti", "hat": "hattu", "bar-mark": "viiva", "vec": "vektori", "dot": "piste",
    "ddot": "kaksi pistettä", "tilde": "tilde", "∀": "kaikilla", "∃": "on olemassa", "!": "kertoma", "⇌": "tasapainossa",
    "∝": "verrannollinen", "∩": "leikkaus", "∪": "yhdiste", "⊂": "aito osajoukko", "⊆": "osajoukko", "∣": "ehdolla",
    "⟶": "muuttuu", "≡": "identtisesti", "…": "ja niin edelleen", "⋯": "ja niin edelleen", "ℏ": "h viiva",
    "line": "{}, viiva {}", "above": "yläpuolella", "below": "alapuolella",
    "cube-root": "kuutiojuuri {}",
}  # fmt: skip

_FRENCH = {
    "over": "sur", "bar": "{} sur {}", "root": "racine carrée de {}", "roots": "racine {}-ième de {}",
    "sub": "{} indice {}", "squared": "{} au carré", "cubed": "{} au cube", "sup": "{} puissance {}", "prime": "{} prime",
    "from": "de {}", "to": "à {}", "of": "de {}", "under": "sur {}", "accent": "{} {}", "end": "fin",
    "binomial": "{} parmi {}", "matrix": "matrice à {} lignes : {}", "row": "ligne {} : {}", "cases": "cas : {}",
    "lines": "{}", "label": "{} avec {}", "abs": "valeur absolue de {}", "+": "plus", "−": "moins", "=": "égale",
    "≠": "est différent de", "<": "est inférieur à", ">": "est supérieur à", "≤": "est inférieur ou égal à",
    "≥": "est supérieur ou égal à", "≈": "est environ", "∼": "suit la loi", "∈": "appartient à", "⋅": "fois", "×": "fois",
    "→": "tend vers", "⇒": "implique", "⇔": "équivaut à", "∞": "infini", "∂": "d rond", "∇": "nabla", "±": "plus ou moins",
    "/": "sur", "∑": "somme", "∏": "produit", "∫": "intégrale", "∬": "intégrale double", "∭": "intégrale triple",
    "∮": "intégrale curviligne", "⋃": "union", "⋂": "intersection", "lim": "limite", "ln": "logarithme népérien",
    "log": "logarithme", "sin": "sinus", "cos": "cosinus", "tan": "tangente", "hat": "chapeau", "bar-mark": "barre",
    "vec": "vecteur", "dot": "point", "ddot": "deux points", "tilde": "tilde", "∀": "pour tout", "∃": "il existe",
    "!": "factorielle", "⇌": "en équilibre avec", "∝": "est proportionnel à", "∩": "inter", "∪": "union",
    "⊂": "est strictement inclus dans", "⊆": "est inclus dans", "∣": "sachant", "⟶": "donne", "≡": "est identique à",
    "…": "et ainsi de suite", "⋯": "et ainsi de suite", "ℏ": "h barre", "line": "{} avec un trait {}",
    "above": "au-dessus", "below": "en dessous",
    "cube-root": "racine cubique de {}",
}  # fmt: skip

_SPANISH = {
    "over": "sobre", "bar": "{} sobre {}", "root": "raíz cuadrada de {}", "roots": "raíz {}-ésima de {}",
    "sub": "{} sub {}", "squared": "{} al cuadrado", "cubed": "{} al cubo", "sup": "{} elevado a {}", "prime": "{} prima",
    "from": "desde {}", "to": "hasta {}", "of": "de {}", "under": "sobre {}", "accent": "{} {}", "end": "fin",
    "binomial": "{} sobre {}", "matrix": "matriz de {} filas: {}", "row": "fila {}: {}", "cases": "casos: {}",
    "lines": "{}", "label": "{} con {}", "abs": "valor absoluto de {}", "+": "más", "−": "menos", "=": "es igual a",
    "≠": "es distinto de", "<": "es menor que", ">": "es mayor que", "≤": "es menor o igual que",
    "≥": "es mayor o igual que", "≈": "es aproximadamente", "∼": "se distribuye como", "∈": "pertenece a", "⋅": "por",
    "×": "por", "→": "tiende a", "⇒": "implica", "⇔": "equivale a", "∞": "infinito", "∂": "parcial", "∇": "nabla",
    "±": "más menos", "/": "sobre", "∑": "suma", "∏": "producto", "∫": "integral", "∬": "integral doble",
    "∭": "integral triple", "∮": "integral de línea", "⋃": "unión", "⋂": "intersección", "lim": "límite",
    "ln": "logaritmo natural", "log": "logaritmo", "sin": "seno", "cos": "coseno", "tan": "tangente", "hat": "circunflejo",
    "bar-mark": "barra", "vec": "vector", "dot": "punto", "ddot": "dos puntos", "tilde": "tilde", "∀": "para todo",
    "∃": "existe", "!": "factorial", "⇌": "en equilibrio con", "∝": "es proporcional a", "∩": "intersección", "∪": "unión",
    "⊂": "es subconjunto propio de", "⊆": "es subconjunto de", "∣": "dado", "⟶": "da", "≡": "es idéntico a",
    "…": "y así sucesivamente", "⋯": "y así sucesivamente", "ℏ": "h barra", "line": "{} con una línea {}",
    "above": "encima", "below": "debajo",
    "cube-root": "raíz cúbica de {}",
}  # fmt: skip

_ITALIAN = {
    "over": "fratto", "bar": "{} fratto {}", "root": "radice quadrata di {}", "roots": "radice {}-esima di {}",
    "sub": "{} con indice {}", "squared": "{} al quadrato", "cubed": "{} al cubo", "sup": "{} elevato a {}",
    "prime": "{} primo", "from": "da {}", "to": "a {}", "of": "di {}", "under": "su {}", "accent": "{} {}", "end": "fine",
    "binomial": "{} su {}", "matrix": "matrice con {} righe: {}", "row": "riga {}: {}", "cases": "casi: {}", "lines": "{}",
    "label": "{} con {}", "abs": "valore assoluto di {}", "+": "più", "−": "meno", "=": "è uguale a", "≠": "è diverso da",
    "<": "è minore di", ">": "è maggiore di", "≤": "è minore o uguale a", "≥": "è maggiore o uguale a", "≈": "è circa",
    "∼": "è distribuito come", "∈": "appartiene a", "⋅": "per", "×": "per", "→": "tende a", "⇒": "implica",
    "⇔": "equivale a", "∞": "infinito", "∂": "parziale", "∇": "nabla", "±": "più o meno", "/": "fratto", "∑": "somma",
    "∏": "prodotto", "∫": "integrale", "∬": "integrale doppio", "∭": "integrale triplo", "∮": "integrale di linea",
    "⋃": "unione", "⋂": "intersezione", "lim": "limite", "ln": "logaritmo naturale", "log": "logaritmo", "sin": "seno",
    "cos": "coseno", "tan": "tangente", "hat": "cappello", "bar-mark": "barrato", "vec": "vettore", "dot": "punto",
    "ddot": "due punti", "tilde": "tilde", "∀": "per ogni", "∃": "esiste", "!": "fattoriale", "⇌": "in equilibrio con",
    "∝": "è proporzionale a", "∩": "intersezione", "∪": "unione", "⊂": "è sottoinsieme proprio di",
    "⊆": "è sottoinsieme di", "∣": "dato", "⟶": "dà", "≡": "è identico a", "…": "e così via", "⋯": "e così via",
    "ℏ": "h tagliato", "line": "{} con una linea {}", "above": "sopra", "below": "sotto",
    "cube-root": "radice cubica di {}",
}  # fmt: skip

_PORTUGUESE = {
    "over": "sobre", "bar": "{} sobre {}", "root": "raiz quadrada de {}", "roots": "raiz {}-ésima de {}",
    "sub": "{} índice {}", "squared": "{} ao quadrado", "cubed": "{} ao cubo", "sup": "{} elevado a {}",
    "prime": "{} linha", "from": "de {}", "to": "até {}", "of": "de {}", "under": "sobre {}", "accent": "{} {}",
    "end": "fim", "binomial": "{} sobre {}", "matrix": "matriz de {} linhas: {}", "row": "linha {}: {}",
    "cases": "casos: {}", "lines": "{}", "label": "{} com {}", "abs": "valor absoluto de {}", "+": "mais", "−": "menos",
    "=": "é igual a", "≠": "é diferente de", "<": "é menor que", ">": "é maior que", "≤": "é menor ou igual a",
    "≥": "é maior ou igual a", "≈": "é aproximadamente", "∼": "distribui-se como", "∈": "pertence a", "⋅": "vezes",
    "×": "vezes", "→": "tende para", "⇒": "implica", "⇔": "equivale a", "∞": "infinito", "∂": "parcial", "∇": "nabla",
    "±": "mais ou menos", "/": "sobre", "∑": "soma", "∏": "produto", "∫": "integral", "∬": "integral dupla",
    "∭": "integral tripla", "∮": "integral de linha", "⋃": "união", "⋂": "interseção", "lim": "limite",
    "ln": "logaritmo natural", "log": "logaritmo", "sin": "seno", "cos": "cosseno", "tan": "tangente",
    "hat": "circunflexo", "bar-mark": "barra", "vec": "vetor", "dot": "ponto", "ddot": "dois pontos", "tilde": "til",
    "∀": "para todo", "∃": "existe", "!": "fatorial", "⇌": "em equilíbrio com", "∝": "é proporcional a", "∩": "interseção",
    "∪": "união", "⊂": "é subconjunto próprio de", "⊆": "é subconjunto de", "∣": "dado", "⟶": "dá", "≡": "é idêntico a",
    "…": "e assim por diante", "⋯": "e assim por diante", "ℏ": "h cortado", "line": "{} com uma linha {}",
    "above": "em cima", "below": "em baixo",
    "cube-root": "raiz cúbica de {}",
}  # fmt: skip

_POLISH = {
    "over": "przez", "bar": "{} przez {}", "root": "pierwiastek z {}", "roots": "pierwiastek stopnia {} z {}",
    "sub": "{} z indeksem {}", "squared": "{} do kwadratu", "cubed": "{} do sześcianu", "sup": "{} do potęgi {}",
    "prime": "{} prim", "from": "od {}", "to": "do {}", "of": "z {}", "under": "po {}", "accent": "{} {}", "end": "koniec",
    "binomial": "{} nad {}", "matrix": "macierz, liczba wierszy {}: {}", "row": "wiersz {}: {}", "cases": "przypadki: {}",
    "lines": "{}", "label": "{}, {}", "abs": "wartość bezwzględna {}", "+": "plus", "−": "minus", "=": "równa się",
    "≠": "jest różne od", "<": "jest mniejsze od", ">": "jest większe od", "≤": "jest mniejsze lub równe",
    "≥": "jest większe lub równe", "≈": "jest w przybliżeniu równe", "∼": "ma rozkład", "∈": "należy do", "⋅": "razy",
    "×": "razy", "→": "dąży do", "⇒": "implikuje", "⇔": "jest równoważne", "∞": "nieskończoność",
    "∂": "pochodna cząstkowa", "∇": "nabla", "±": "plus minus", "/": "przez", "∑": "suma", "∏": "iloczyn", "∫": "całka",
    "∬": "całka podwójna", "∭": "całka potrójna", "∮": "całka krzywoliniowa", "⋃": "suma zbiorów", "⋂": "część wspólna",
    "lim": "granica", "ln": "logarytm naturalny", "log": "logarytm", "sin": "sinus", "cos": "cosinus", "tan": "tangens",
    "hat": "daszek", "bar-mark": "kreska", "vec": "wektor", "dot": "kropka", "ddot": "dwie kropki", "tilde": "tylda",
    "∀": "dla każdego", "∃": "istnieje", "!": "silnia", "⇌": "w równowadze z", "∝": "jest proporcjonalne do",
    "∩": "część wspólna", "∪": "suma zbiorów", "⊂": "jest podzbiorem właściwym", "⊆": "jest podzbiorem",
    "∣": "pod warunkiem", "⟶": "przechodzi w", "≡": "jest tożsame z", "…": "i tak dalej", "⋯": "i tak dalej",
    "ℏ": "h kreślone", "line": "{} z kreską {}", "above": "u góry", "below": "u dołu",
    "cube-root": "pierwiastek sześcienny z {}",
}  # fmt: skip

_ESTONIAN = {
    "over": "jagatud", "bar": "{} jagatud {}", "root": "ruutjuur {}", "roots": "{}. juur {}", "sub": "{} indeks {}",
    "squared": "{} ruudus", "cubed": "{} kuubis", "sup": "{} astmes {}", "prime": "{} priim", "from": "alates {}",
    "to": "kuni {}", "of": "{}", "under": "üle {}", "accent": "{} {}", "end": "lõpp", "binomial": "{} üle {}",
    "matrix": "maatriks, ridu {}: {}", "row": "rida {}: {}", "cases": "juhud: {}", "lines": "{}", "label": "{}, {}",
    "abs": "absoluutväärtus {}", "+": "pluss", "−": "miinus", "=": "võrdub", "≠": "ei võrdu", "<": "on väiksem kui",
    ">": "on suurem kui", "≤": "on väiksem või võrdne", "≥": "on suurem või võrdne", "≈": "on ligikaudu",
    "∼": "on jaotusega", "∈": "kuulub hulka", "⋅": "korda", "×": "korda", "→": "läheneb", "⇒": "järeldub",
    "⇔": "on samaväärne", "∞": "lõpmatus", "∂": "osatuletis", "∇": "nabla", "±": "pluss miinus", "/": "jagatud",
    "∑": "summa", "∏": "korrutis", "∫": "integraal", "∬": "kahekordne integraal", "∭": "kolmekordne integraal",
    "∮": "joonintegraal", "⋃": "ühend", "⋂": "ühisosa", "lim": "piirväärtus", "ln": "naturaallogaritm", "log": "logaritm",
    "sin": "siinus", "cos": "koosinus", "tan": "tangens", "hat": "katus", "bar-mark": "kriips", "vec": "vektor",
    "dot": "punkt", "ddot": "kaks punkti", "tilde": "tilde", "∀": "iga", "∃": "leidub", "!": "faktoriaal",
    "⇌": "tasakaalus", "∝": "on võrdeline", "∩": "ühisosa", "∪": "ühend", "⊂": "on pärisosahulk", "⊆": "on osahulk",
    "∣": "tingimusel", "⟶": "läheb üle", "≡": "on samane", "…": "ja nii edasi", "⋯": "ja nii edasi", "ℏ": "h kriips",
    "line": "{}, kriips {}", "above": "peal", "below": "all",
    "cube-root": "kuupjuur {}",
}  # fmt: skip

_ICELANDIC = {
    "over": "deilt með", "bar": "{} deilt með {}", "root": "kvaðratrótin af {}", "roots": "{}. rótin af {}",
    "sub": "{} vísir {}", "squared": "{} í öðru veldi", "cubed": "{} í þriðja veldi", "sup": "{} í veldinu {}",
    "prime": "{} prím", "from": "frá {}", "to": "til {}", "of": "af {}", "under": "yfir {}", "accent": "{} með {}",
    "end": "endir", "binomial": "{} yfir {}", "matrix": "fylki, fjöldi lína {}: {}", "row": "lína {}: {}",
    "cases": "tilvik: {}", "lines": "{}", "label": "{}, {}", "abs": "tölugildið af {}", "+": "plús", "−": "mínus",
    "=": "er jafnt og", "≠": "er ekki jafnt og", "<": "er minna en", ">": "er stærra en", "≤": "er minna en eða jafnt og",
    "≥": "er stærra en eða jafnt og", "≈": "er um það bil", "∼": "er dreift sem", "∈": "er stak í", "⋅": "sinnum",
    "×": "sinnum", "→": "stefnir á", "⇒": "leiðir til", "⇔": "er jafngilt", "∞": "óendanlegt", "∂": "hlutafleiða",
    "∇": "nabla", "±": "plús mínus", "/": "deilt með", "∑": "summan", "∏": "margfeldið", "∫": "heildið",
    "∬": "tvöfalda heildið", "∭": "þrefalda heildið", "∮": "ferilheildið", "⋃": "sammengið", "⋂": "sniðmengið",
    "lim": "markgildið", "ln": "náttúrulegi lógaritminn", "log": "lógaritminn", "sin": "sínus", "cos": "kósínus",
    "tan": "tangens", "hat": "hatti", "bar-mark": "striki yfir", "vec": "ör yfir", "dot": "punkti",
    "ddot": "tveimur punktum", "tilde": "tildu", "∀": "fyrir öll", "∃": "til er", "!": "hrópmerkt", "⇌": "í jafnvægi við",
    "∝": "er í hlutfalli við", "∩": "snið", "∪": "sammengi", "⊂": "er eiginlegt hlutmengi í", "⊆": "er hlutmengi í",
    "∣": "að gefnu", "⟶": "fer í", "≡": "er samsamt", "…": "og svo framvegis", "⋯": "og svo framvegis", "ℏ": "h strik",
    "line": "{}, strik {}", "above": "yfir", "below": "undir",
    "cube-root": "þriðja rótin af {}",
}  # fmt: skip

_CZECH = {
    "over": "lomeno", "bar": "{} lomeno {}", "root": "odmocnina z {}", "roots": "{}. odmocnina z {}", "sub": "{} index {}",
    "squared": "{} na druhou", "cubed": "{} na třetí", "sup": "{} na {}", "prime": "{} s čárkou", "from": "od {}",
    "to": "do {}", "of": "z {}", "under": "přes {}", "accent": "{} {}", "end": "konec", "binomial": "{} nad {}",
    "matrix": "matice, počet řádků {}: {}", "row": "řádek {}: {}", "cases": "případy: {}", "lines": "{}",
    "label": "{}, {}", "abs": "absolutní hodnota {}", "+": "plus", "−": "minus", "=": "rovná se", "≠": "nerovná se",
    "<": "je menší než", ">": "je větší než", "≤": "je menší nebo rovno", "≥": "je větší nebo rovno", "≈": "je přibližně",
    "∼": "má rozdělení", "∈": "náleží do", "⋅": "krát", "×": "krát", "→": "jde k", "⇒": "z toho plyne", "⇔": "právě když",
    "∞": "nekonečno", "∂": "parciální", "∇": "nabla", "±": "plus minus", "/": "lomeno", "∑": "suma", "∏": "součin",
    "∫": "integrál", "∬": "dvojný integrál", "∭": "trojný integrál", "∮": "křivkový integrál", "⋃": "sjednocení",
    "⋂": "průnik", "lim": "limita", "ln": "přirozený logaritmus", "log": "logaritmus", "sin": "sinus", "cos": "kosinus",
    "tan": "tangens", "hat": "stříška", "bar-mark": "pruh", "vec": "vektor", "dot": "tečka", "ddot": "dvě tečky",
    "tilde": "vlnovka", "∀": "pro všechna", "∃": "existuje", "!": "faktoriál", "⇌": "v rovnováze s", "∝": "je úměrné",
    "∩": "průnik", "∪": "sjednocení", "⊂": "je vlastní podmnožinou", "⊆": "je podmnožinou", "∣": "za podmínky",
    "⟶": "přechází v", "≡": "je identické", "…": "a tak dále", "⋯": "a tak dále", "ℏ": "h s pruhem", "line": "{}, čára {}",
    "above": "nahoře", "below": "dole",
    "cube-root": "třetí odmocnina z {}",
}  # fmt: skip

_GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
_VARIANTS = {"ϵ": "ε", "ϑ": "θ", "ς": "σ", "ϕ": "φ"}

_LETTERS = {
    "sv": "alfa beta gamma delta epsilon zeta eta theta jota kappa lambda my "
    "ny xi omikron pi rho sigma tau ypsilon fi chi psi omega",
    "en": "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu "
    "nu xi omicron pi rho sigma tau upsilon phi chi psi omega",
    "da": "alfa beta gamma delta epsilon zeta eta theta jota kappa lambda my "
    "ny ksi omikron pi rho sigma tau ypsilon fi chi psi omega",
    "no": "alfa beta gamma delta epsilon zeta eta theta jota kappa lambda my "
    "ny ksi omikron pi rho sigma tau ypsilon fi khi psi omega",
    "de": "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda My "
    "Ny Xi Omikron Pi Rho Sigma Tau Ypsilon Phi Chi Psi Omega",
    "nl": "alfa bèta gamma delta epsilon zèta èta thèta jota kappa lambda mu "
    "nu xi omikron pi rho sigma tau ypsilon phi chi psi omega",
    "fi": "alfa beeta gamma delta epsilon zeeta eeta theeta ioota kappa lambda myy "
    "nyy ksii omikron pii rhoo sigma tau ypsilon fii khii psii oomega",
    "fr": "alpha bêta gamma delta epsilon zêta êta thêta iota kappa lambda mu "
    "nu xi omicron pi rhô sigma tau upsilon phi chi psi oméga",
    "es": "alfa beta gamma delta épsilon dseta eta theta iota kappa lambda mi "
    "ni xi ómicron pi ro sigma tau ípsilon fi ji psi omega",
    "it": "alfa beta gamma delta epsilon zeta eta theta iota kappa lambda mu "
    "nu xi omicron pi rho sigma tau ypsilon phi chi psi omega",
    "pt": "alfa beta gama delta épsilon zeta eta teta iota capa lambda mu "
    "nu xi ómicron pi ró sigma tau úpsilon fi qui psi ómega",
    "pl": "alfa beta gamma delta epsilon dzeta eta teta jota kappa lambda mi "
    "ni ksi omikron pi rho sigma tau ypsilon fi chi psi omega",
    "et": "alfa beeta gamma delta epsilon dzeeta eeta teeta ioota kapa lambda müü "
    "nüü ksii omikron pii roo sigma tau üpsilon fii hii psii oomega",
    "is": "alfa beta gamma delta epsilon zeta eta þeta jóta kappa lambda mý "
    "ný xí ómíkron pí ró sigma tá ypsílon fí kí psí ómega",
    "cs": "alfa beta gama delta epsilon zéta éta théta ióta kappa lambda mí "
    "ný ksí omikron pí ró sigma tau ypsilon fí chí psí omega",
}  # fmt: skip
"""The names of Greek letters."""

_WORDS: dict[str, dict[str, str]] = {
    "sv": _SWEDISH,
    "en": _ENGLISH,
    "da": _DANISH,
    "no": _NORWEGIAN,
    "de": _GERMAN,
    "nl": _DUTCH,
    "fi": _FINNISH,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
    "pt": _PORTUGUESE,
    "pl": _POLISH,
    "et": _ESTONIAN,
    "is": _ICELANDIC,
    "cs": _CZECH,
}

_SAME = {"nb": "no", "nn": "no"}
"""Languages that are written so alike that one's words serve for both."""


def spoken(language: str) -> dict[str, str] | None:
    """What is said for signs and shapes, in the language of a BCP 47 tag; none where we do not know."""
    code = language.partition("-")[0].lower()
    code = _SAME.get(code, code)
    if code not in _WORDS:
        return None
    names = _LETTERS[code].split()
    small = dict(zip(_GREEK, names, strict=True))
    large = {letter.upper(): name.capitalize() for letter, name in small.items()}
    return {**large, **small, **{variant: small[letter] for variant, letter in _VARIANTS.items()}, **_WORDS[code]}
