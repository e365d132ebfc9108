"""What each stretch of some code is: a keyword, a comment, a number. Joined, the stretches are the code to the letter."""

from functools import cache

from msgspec import Struct

from deckmotor.listing.languages import PLAIN, reader

ROLES: dict[str, str] = {
    "Comment": "comment",
    "Comment.Preproc": "keyword",
    "Comment.PreprocFile": "string",
    "Generic.Deleted": "removed",
    "Generic.Emph": "comment",
    "Generic.Heading": "keyword",
    "Generic.Inserted": "string",
    "Generic.Prompt": "comment",
    "Generic.Strong": "keyword",
    "Generic.Subheading": "keyword",
    "Keyword": "keyword",
    "Keyword.Constant": "number",
    "Keyword.Type": "name",
    "Literal": "number",
    "Literal.Date": "number",
    "Literal.Number": "number",
    "Literal.String": "string",
    "Literal.String.Doc": "comment",
    "Literal.String.Interpol": "number",
    "Name.Attribute": "name",
    "Name.Builtin": "name",
    "Name.Class": "name",
    "Name.Constant": "number",
    "Name.Decorator": "name",
    "Name.Entity": "number",
    "Name.Exception": "name",
    "Name.Function": "name",
    "Name.Label": "name",
    "Name.Namespace": "name",
    "Name.Tag": "keyword",
    "Operator.Word": "keyword",
}
"""Classes of Pygments' tokens and what each is shown as (`theme.looks.CODE` has the colours); others, as they stand, as plain
text. The longest name that fits counts: `Literal.String.Double` is a string."""


class Stretch(Struct, frozen=True, gc=False):
    """Characters that are of one kind; no line break among them."""

    role: str
    """A value of `ROLES`, or empty for plain text."""
    text: str


def lines(text: str, language: str, above: str = "") -> tuple[tuple[Stretch, ...], ...]:
    """Each line of some code as stretches. `above` is what stands above it in its file: it may begin what goes on here."""
    found: list[list[Stretch]] = [[]]
    for role, part in _parts(text, language, above):
        for number, piece in enumerate(part.split("\n")):
            if number:
                found.append([])
            if not piece:
                continue
            line = found[-1]
            if line and (line[-1].role == role or piece.isspace()):
                line[-1] = Stretch(line[-1].role, line[-1].text + piece)
            else:
                line.append(Stretch(role, piece))
    return tuple(map(tuple, found))


def _parts(text: str, language: str, above: str) -> list[tuple[str, str]]:
    """The code in parts with their roles; one plain part where the language is none, or its reader loses characters."""
    if language == PLAIN or not text.strip():
        return [("", text)]
    whole = f"{above}{text}\n"
    try:
        read = [(_role(str(kind)), part) for _, kind, part in reader(language, whole).get_tokens_unprocessed(whole)]
    except Exception:  # Pygments reads what people write in six hundred languages: what trips one is shown without colours.
        return [("", text)]
    if "".join(part for _, part in read) != whole:
        return [("", text)]
    parts: list[tuple[str, str]] = []
    at, end = -len(above), len(text)
    for role, part in read:
        shown = part[max(0, -at) : max(0, end - at)]
        if shown:
            parts.append((role, shown))
        at += len(part)
    return parts


@cache
def _role(kind: str) -> str:
    """The role of a class of tokens (`Token.Literal.String.Double`)."""
    name = kind.removeprefix("Token.")
    while name:
        if name in ROLES:
            return ROLES[name]
        name = name.rpartition(".")[0]
    return ""
