"""What the package linter's rules cite: what PowerPoint does with a breach, and where the rule is from."""

from deckmotor.catalogue.entry import Entry, Severity

REFUSES = "PowerPoint does not open the file"
REPAIRS = "PowerPoint offers to repair the file"
DROPS = "PowerPoint leaves it out"
UNREAD = "it is not checked"
OPENS = "PowerPoint opens the file"
REPAIRS_OR_DROPS = "PowerPoint offers to repair the file, or leaves it out"

# Where it is written, or how it is known. ECMA-376 is cited by its fifth edition, part 1 by the clauses of all editions.
ZIP = "ECMA-376 part 2, §7.3 and annex B"
NAMES = "ECMA-376 part 2, §6.2.2"
TYPES = "ECMA-376 part 2, §6.2.3 and §7.2.3"
PHANTOMS = f"{TYPES}; PptxGenJS issue 1444"
RELATIONSHIPS = "ECMA-376 part 2, §6.5"
OPC_XML = "ECMA-376 part 2, §5.1 and §6.2.5"
CORE = "ECMA-376 part 2, §8"
CORE_LANGUAGE = "ECMA-376 part 2, §8.3.4: consumers take it for an error"
KINDS = "ECMA-376 part 1, §11.3.10, §12.3.23, §13.3.6; MS-CFB; OpenDocument 1.3 part 2"
XML = "XML 1.0, §2.1 and §2.2"
DEPTH = "XmlLite, XmlReaderProperty_MaxElementDepth: 256"
LIMIT = "a limit of this program"
MCE = "ECMA-376 part 3, §7"
STRICT = "ISO/IEC 29500-1, annex A"
SCHEMAS = "ECMA-376 part 1, annex A; Open XML SDK 3.3"
LOOSE = f"{SCHEMAS}; measured on charts that LibreOffice wrote"
PARTS = "ECMA-376 part 1, §13.3, §14.2 and §15.2"
SLIDES = "ECMA-376 part 1, §13.3 and §19.2; reports of repairs"
OWN_THEME = f"{SLIDES}; PptxGenJS issue 1449"
NOTES_LISTED = "ECMA-376 part 1, §13.3.4 and §19.2.1.16; python-pptx issue 1128"
NOTES = "ECMA-376 part 1, §13.3.4, §13.3.5 and §13.3.8; reports of repairs"
COMMENTS = "ECMA-376 part 1, §19.4; MS-PPTX, §2.16"
SECTIONS = "MS-PPTX, §2.6.1; reports of repairs"
SHAPES = "ECMA-376 part 1, §19.3.1 and §20.1.2.2"
PLACEHOLDERS = "ECMA-376 part 1, §19.3.1.36; python-pptx issue 132"
GUIDES = "ECMA-376 part 1, §20.1.9.11"
LINKS = "ECMA-376 part 1, §21.1.2.3.5"
TIMING = "ECMA-376 part 1, §19.5; reports of repairs"
CUSTOM = "ECMA-376 part 1, §22.3.2"
ESCAPES = "ECMA-376 part 1, §22.4.2.4"
TABLES = "ECMA-376 part 1, §21.1.3; reports of repairs"
TABLE_STYLES = "MS-OE376, §2.1.1343"
CHARTS = "ECMA-376 part 1, §21.2; PptxGenJS issue 1534"
LABELS = "python-pptx issues 789 and 1134, PptxGenJS issues 768, 788 and 815"
VALUES = "ECMA-376 part 1, §21.2.2.120; reports of repairs"
WORKBOOKS = "python-pptx issue 65"
OVERLAP = "ECMA-376 part 1, §21.2.2.131: 0 where it is absent"
SCALES = "ECMA-376 part 1, §21.2.2.160"
PICTURES = "PNG (ISO/IEC 15948), §11.2.2; ITU-T T.81, §B.2.2; the limit is of this program"
MEASURED = "measured on charts that PowerPoint wrote"


def error(text: str, effect: str, expected: str = "", source: str = "") -> Entry:
    """A rule whose breach makes PowerPoint repair or refuse a file, or lose part of it."""
    return _rule("error", text, effect, expected, source)


def warning(text: str, effect: str, expected: str = "", source: str = "") -> Entry:
    """A rule whose breach PowerPoint tolerates."""
    return _rule("warning", text, effect, expected, source)


def _rule(severity: Severity, text: str, effect: str, expected: str, source: str) -> Entry:
    """`effect` is what PowerPoint does, `expected` how it should be; empty where the text says it."""
    return Entry(severity, f"{text}; {effect}", f"{effect[0].upper()}{effect[1:]}.", expected, source)
