"""Words for the decks of the benchmark: Swedish as such decks have it, with its long compounds, and no facts about anybody."""

TOPICS = (
    "Vägledning", "Samverkan", "Kompetensutveckling", "Distansstudier", "Nätverk", "Validering", "Yrkeshögskola",
    "Folkbildning", "Studieplatser", "Tillgänglighet", "Arbetsgivare", "Omställning", "Livslångt lärande", "Finansiering",
    "Kommunledning", "Uppföljning", "Kommunikation", "Lärmiljöer", "Digitala verktyg", "Utbildningsutbud", "Näringsliv",
    "Civilsamhälle", "Regional utveckling", "Integration", "Språkstöd", "Studieteknik", "Handledning", "Behovsanalys",
    "Kompetensförsörjning", "Landsbygd", "Lokaler", "Bemanning", "Öppettider", "Tentamen", "Universitet", "Gymnasieskola",
    "Vuxenutbildning", "Bibliotek", "Kultur", "Föreningsliv", "Arbetsmarknad", "Rekrytering", "Långsiktighet", "Mandat",
    "Styrning", "Politik", "Budget", "Projektmedel", "Utvärdering", "Forskning", "Praktik", "Praktikplatser", "Lärlingar",
    "Entreprenörskap", "Innovation", "Hållbarhet", "Jämställdhet", "Delaktighet", "Ungdomar", "Föräldralediga", "Pendling",
    "Kollektivtrafik", "Bredband", "Mötesplatser", "Studiebesök", "Marknadsföring", "Webbplats", "Sociala medier",
    "Statistik", "Nyckeltal", "Avtal", "Ansvar", "Rollfördelning", "Värdegrund", "Framtid",
)  # fmt: skip
"""Halves of titles; every ordered pair is a title, so there are more than 5,000."""

VERBS = (
    "Samordna", "Utveckla", "Stärka", "Erbjuda", "Anpassa", "Synliggöra", "Förankra", "Följa upp", "Kartlägga", "Bredda",
    "Tillgängliggöra", "Planera", "Utvärdera", "Samla", "Beskriva", "Prioritera", "Förenkla", "Skapa", "Dela", "Vårda",
)  # fmt: skip

OBJECTS = (
    "utbildningar för människor i och utanför arbetslivet",
    "eftergymnasiala utbildningar på hemorten",
    "kompetensutvecklingsinsatser i små företag",
    "mötesplatser för lärande",
    "samverkan mellan politikområden",
    "strategiska och operativa insatser",
    "vägledning för vuxna",
    "nya former för distansstudier",
    "kontakter med arbetsgivare",
    "arbetssätt som håller över tid",
    "stöd till studerande med annat modersmål",
    "lokaler, teknik och tentamensplatser",
    "erfarenheter från andra kommuner",
    "behov hos offentliga verksamheter",
    "validering av yrkeskunskaper",
    "nätverk med lärosäten",
    "underlag för kommunstyrelsen",
    "uppdrag och mandat",
)

FIRST_HALVES = (
    "arbetsmarknads", "utbildnings", "kompetens", "kommun", "region", "landsbygds", "närings", "samverkans", "utvecklings",
    "studie", "yrkes", "vuxen", "ungdoms", "förenings", "besöks", "omställnings", "folkbildnings", "språk", "teknik", "service",
    "industri", "vård", "skol", "biblioteks", "kultur", "miljö", "energi", "framtids", "partnerskaps", "projekt", "nätverks",
    "lärcentrum", "handlednings", "validerings", "praktik", "rekryterings", "bostads", "integrations", "lednings", "demokrati",
)  # fmt: skip

LAST_HALVES = (
    "samordning", "plan", "planering", "strategi", "råd", "grupp", "analys", "uppföljning", "satsning", "stöd", "insatser",
    "miljöer", "behov", "underlag", "dialog", "forum", "program", "uppdrag", "avtal", "frågor", "processer", "modeller",
    "metoder", "resurser", "kontakter", "aktörer", "möten", "dagar", "vägledning", "kartläggning", "ansvar", "budget",
    "utveckling", "arbete", "perspektiv", "mål", "resultat", "statistik", "information", "rapporter", "utskott", "nämnd",
    "verksamhet", "enkät", "bank", "portal", "kurser", "platser", "lokaler", "kedja", "vecka", "kansli", "fond", "bidrag",
    "partner", "ledning", "kultur", "arena", "nod", "hubb",
)  # fmt: skip
"""Any first half with any last half is a compound that a reader understands: 2,400 words, so no cache of words is flattered."""

TAILS = (
    " i hela regionen",
    " tillsammans med andra",
    " varje termin",
    " på längre sikt",
    " med egna medel",
    " utifrån lokala behov",
    " i nära dialog med näringslivet",
    " över kommungränserna",
    " i ett tidigt skede",
    " för fler målgrupper",
)

FIRST_PARTS = (
    "Norr", "Söder", "Öster", "Väster", "Ny", "Gammel", "Björk", "Ek", "Alm", "Ask",
    "Sten", "Sand", "Älv", "Berg", "Lund", "Hav", "Skog", "Ljung", "Hög", "Lång",
)  # fmt: skip

LAST_PARTS = (
    "köping", "holm", "by", "torp", "stad", "vik", "näs", "ås",
    "fors", "hult", "ryd", "sele", "mark", "dal", "hamn", "bruk",
)  # fmt: skip
"""Twenty by sixteen parts make 320 places, most of them on no map; Sweden has 290 municipalities."""
