"""Numbers as a language writes them: in our own drawing, and as the number format that PowerPoint and Excel draw them with.

A format code's own `,` and `.` follow the reader's computer. Where a language groups by a space we write that space into the
code, behind conditions, so that all readers see it (`# ##0` alone writes ` 5` for 5). A language's number in brackets
(`[$-41D]`) tells LibreOffice, and others that follow it, which comma decimals have.
"""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from math import isclose

from msgspec import Struct

from deckmotor.source.formats import SEPARATORS, SPACE

MINUS = "\u2212"

MOST_DECIMALS = 2
"""Decimals that are shown of numbers that have more, unless the deck says how many."""

_SPACE = f"\\{SPACE}"
"""The space as a format code writes what stands for itself."""

_NUMBERS = {
    "sv": "41D", "nb": "414", "nn": "814", "no": "414", "fi": "40B", "fr": "40C", "pl": "415", "cs": "405",
    "da": "406", "de": "407", "nl": "413", "es": "C0A", "it": "410", "pt": "816", "bg": "402", "et": "425", "hu": "40E",
    "lt": "427", "lv": "426", "ru": "419", "sk": "41B", "uk": "422", "el": "408", "hr": "41A", "is": "40F", "ro": "418",
    "sl": "424", "tr": "41F",
}  # fmt: skip
"""By language its number in format codes (MS-LCID); what stands in its numbers is in `source.formats`."""

SIGNS = ("%", "‰", "°", "°C", "°F")
"""Units that stand beside each number; others are said once."""


class Format(Struct, frozen=True):
    """How numbers are written."""

    language: str
    """BCP 47."""
    decimals: int
    unit: str = ""
    """What stands after each number."""

    def text(self, value: float) -> str:
        """A number as it is read: `1 250,5 %`."""
        group, comma, _ = _of(self.language)
        whole, _, part = f"{_rounded(abs(value), self.decimals):,.{self.decimals}f}".partition(".")
        digits = whole.replace(",", group) + (comma + part if part else "")
        sign = MINUS if value < 0 and any(digit in "123456789" for digit in digits) else ""
        return f"{sign}{digits}{self._after}"

    @property
    def _after(self) -> str:
        return "" if not self.unit else self.unit if self.unit == "°" else f"{SPACE}{self.unit}"

    def code(self, values: Iterable[float]) -> str:
        """The format code for some values (ECMA-376 part 1, 18.8.31)."""
        known = [*values]
        group, _, number = _of(self.language)
        decimals = f".{'0' * self.decimals}" if self.decimals else ""
        after = f'"{self._after}"' if self.unit else ""
        tag = f"[$-{number}]" if number and (decimals or group == ".") else ""
        if group != SPACE:
            plain = f"{tag}#,##0{decimals}{after}"
            return f"{plain};{_signed(plain)}" if min(known, default=0.0) < 0 else plain
        end = f"{decimals}{after}"
        plain, large, huge = f"{tag}0{end}", f"{tag}#{_SPACE}##0{end}", f"{tag}#{_SPACE}###{_SPACE}##0{end}"
        negative = min(known, default=0.0) < 0
        most = max((abs(value) for value in known), default=0.0)
        if most < 999.5:
            return f"{plain};{_signed(plain)}" if negative else plain
        if negative:  # A code has two conditions at most.
            return f"[<=-999.5]{_signed(large)};[>=999.5]{large};{plain}"
        return f"[>=999999.5]{huge};[>=999.5]{large};{plain}" if most >= 999_999.5 else f"[>=999.5]{large};{plain}"


def _signed(code: str) -> str:
    """A code with the minus sign before its number."""
    tag, end, rest = code.rpartition("]")
    return f"{tag}{end}\\{MINUS}{rest}"


def _rounded(value: float, decimals: int) -> Decimal:
    """A number rounded as Excel rounds it: half up, of its shortest decimal form."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def decimals_of(values: Iterable[float]) -> int:
    """How many decimals some numbers need, as far as people read them."""
    return max((_decimals(value) for value in values), default=0)


def _decimals(value: float) -> int:
    return next(
        (count for count in range(MOST_DECIMALS) if isclose(value, round(value, count), rel_tol=1e-9, abs_tol=1e-9)),
        MOST_DECIMALS,
    )


def _of(language: str) -> tuple[str, str, str]:
    tag = language.partition("-")[0].lower()
    return (*SEPARATORS.get(tag, (",", ".")), _NUMBERS.get(tag, ""))
