"""The characters that marks and habits begin with: a text without any of them, as most are, is what it says."""

MARKS = r"*`\[~^$\\"
"""Characters that may begin a mark, as in a pattern's brackets."""

MOST = r"_#|<~`=!&\n\[\t"
"""Characters that most habits have, as in a pattern's brackets; not the dot of lists, and those at a beginning."""

DOT = "•"
FIRST = "-+>*"

ITEM = r"(?m)^( *)(?:([-+*•])|(\d{1,3})([.)])) +(?=\S)"
"""How an item of a list begins in a text, which speaker notes alone have: its indent, and its mark or number."""
