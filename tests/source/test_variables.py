"""`${name}` in texts."""

from hypothesis import given
from hypothesis import strategies as st

from deckmotor.source.nodes import Mapping, Node, Scalar, Sequence
from deckmotor.source.parse import parse
from deckmotor.source.variables import joined, names, resolve, substitute
from deckmotor.source.voice import Voice
from deckmotor.span import Span
from tests.casefile import Case, cases
from tests.source.dump import dump

HERE = Span("deck.yaml")


def read(case: Case, file: str) -> Mapping:
    node, problems = parse(case.files[file], file)
    assert isinstance(node, Mapping)
    assert problems == ()
    return node


@cases("source/variables")
def test_variables(case: Case) -> None:
    written = read(case, "variables.yaml")
    values, circles = resolve({key.text: value for key, value in written.entries}, "och")
    deck = read(case, "deck.yaml")
    blank = frozenset(key.text for key, value in written.entries if isinstance(value, Scalar) and value.is_null)
    filled, problems = substitute(deck, values, Voice(missing=blank))
    case.expect(dump(filled), case.listing((*circles, *problems)))
    assert (filled is deck) == (not names(deck))


def test_what_is_not_changed_is_the_same_object() -> None:
    node, _ = parse(b"a: [x, y]\nb: ['${v}', {c: d}]\n", "deck.yaml")
    assert isinstance(node, Mapping)
    filled, _ = substitute(node, {"v": "w"})
    assert isinstance(filled, Mapping)
    assert filled is not node
    assert filled.get("a") is node.get("a")
    old, new = node.get("b"), filled.get("b")
    assert isinstance(old, Sequence)
    assert isinstance(new, Sequence)
    assert new.items[1] is old.items[1]
    assert substitute(node.entries[0][1], {"v": "w"})[0] is node.entries[0][1]


def test_names() -> None:
    node, _ = parse(b"a: ['${x}', 'b ${ y } ${x}']\nc: $${z}\n", "deck.yaml")
    assert node is not None
    assert names(node) == {"x", "y", "$"}


def test_joined() -> None:
    assert [joined(list("abc"[:count]), "och") for count in range(4)] == ["", "a", "a och b", "a, b och c"]
    assert joined(list("abc"), "") == "a, b, c"


@given(st.text(), st.dictionaries(st.text(alphabet="abc", min_size=1), st.text()))
def test_text_without_variables_stays(text: str, values: dict[str, str]) -> None:
    node: Node = Scalar(text, HERE)
    filled, problems = substitute(node, values)
    if "${" not in text:
        assert filled is node
        assert problems == ()


@given(st.lists(st.sampled_from(["a", "b", "${a}", "${b}", "${c}", "$${", "${", "}"])), st.text())
def test_values_are_not_looked_into(parts: list[str], value: str) -> None:
    """What a variable holds is put in as it is, even where it looks like a variable."""
    text = "".join(parts)
    filled, _ = substitute(Scalar(text, HERE), {"a": "${b}" + value, "b": "B"})
    assert isinstance(filled, Scalar)
    if parts and set(parts) <= {"a", "b", "${a}", "${b}"}:
        assert filled.text == "".join({"${a}": "${b}" + value, "${b}": "B"}.get(part, part) for part in parts)
