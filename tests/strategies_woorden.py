"""Strategies for the smallest things: awkward but clean text, days, cents, numbers, references."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

AWKWARD = (
    "=1+1",
    "+31 35 000 00 00",
    "-1",
    "@som",
    "'aanhaling",
    "1E5",
    "007",
    "2024-01-01",
    "WAAR",
    "1.000,50",
    "€ 90.000",
    "crèche & peuters <2-4 jaar>",
    'zo "heet" het; echt, waar',
    "Ĳsselmonde – ’s-Hertogenbosch",
    "اللغة 语言 👩‍🏫",
)
"""Text that spreadsheets, CSV readers and templates tend to change."""

PLAATSEN = ("", "", "gemeente:GM0402", "gemeente:GM0363")

_letters = st.characters(
    exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)
_clean = st.text(_letters, min_size=1, max_size=20).map(str.strip).filter(bool)
cents = st.integers(-(10**11), 10**11)
days = st.dates(date(2019, 1, 1), date(2032, 12, 31))
decimals = st.integers(-(10**9), 10**9).flatmap(
    lambda whole: st.integers(0, 3).map(lambda places: _plain(Decimal(whole).scaleb(-places)))
)


def _plain(number: Decimal) -> Decimal:
    return Decimal(format(number.normalize(), "f"))


def regels() -> st.SearchStrategy[str]:
    """Return one line of text, never empty."""
    return st.one_of(st.sampled_from(AWKWARD), _clean)


def teksten() -> st.SearchStrategy[str]:
    """Return text of nought or more lines."""
    return st.lists(regels(), max_size=3).map("\n".join)


def optional_regels() -> st.SearchStrategy[str]:
    """Return one line of text, or none."""
    return st.one_of(st.just(""), regels())


def references(codes: Sequence[str]) -> st.SearchStrategy[str]:
    """Return one of the codes, or none."""
    return st.sampled_from(("", *codes))


def some(codes: Sequence[str], at_most: int = 3) -> st.SearchStrategy[list[str]]:
    """Return some of the codes, each once, in any order."""
    if not codes:
        return st.just([])
    return st.lists(st.sampled_from(codes), max_size=at_most, unique=True)
