"""What is left of one cell about a person: a month of a birthday, four digits of a postcode.

The page that works offline does the same in another language: every pattern here is plain enough to
mean the same there, and travels there as it stands (policy.bladregels).
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openlea.core.registratie import Registratieveld, Veldrol, Vorm

WIT = "\t\n\v\f\r \u00a0\u2007\u202f\u200b\ufeff"
"""What counts as blank; spelled out, because languages differ in what they call a space."""
_SPACES = str.maketrans(WIT, " " * len(WIT))
PATTERNS = {
    "bsn": "[0-9]{7,9}",
    "iso": "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})([T ][0-9:.Z+ -]*)?",
    "nl": "([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})([T ][0-9:.Z+ -]*)?",
    "aaneen": "([0-9]{4})([0-9]{2})([0-9]{2})",
    "maand": "([0-9]{4})-([0-9]{2})",
    "postcode": "([1-9][0-9]{3}) ?([A-Za-z]{2})?",
    "getal": "-?[0-9]{1,12}([.,][0-9]{1,6})?",
    "brin": "[0-9]{2}[A-Z]{2}([0-9]{2})?",
    "lrk": "[0-9]{9,12}",
    "buurt": "(GM|WK|BU)[0-9]{4,8}",
    "pseudoniem": "p1-[a-z2-7]{32}",
    "mail": "[^@ ]+@[^@ ]+[.][^@ ]+",
    "telefoon": "([+]31|0031|0)[ -]?[1-9]([ -]?[0-9]){8}",
}
"""Every pattern must match the whole text."""
_FOUND = {naam: re.compile(pattern) for naam, pattern in PATTERNS.items()}
SPLIT = re.compile("[ ,;:/()]+")
YEARS = (1900, 2099)
MONTHS = 12
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY, BSN_REST, ONR_REST = 2, 0, 5
LONGEST = 64
"""Letters in an own number; longer is a text and no number."""
REASONS = {
    "leeg": "is leeg; vul het in",
    "bsn": "is geen burgerservicenummer of onderwijsnummer; kijk het na (elfproef)",
    "eigen": f"is langer dan {LONGEST} tekens; dit is geen nummer",
    "datum": "is geen datum; schrijf 2026-09-30 of 30-09-2026",
    "postcode": "is geen Nederlandse postcode; schrijf 1234 AB",
    "waarden": "staat niet in de vaste lijst van deze kolom",
    "getal": "is geen getal; schrijf 12 of 12,5 zonder punten tussen duizendtallen",
    "plaatscode": "is geen code van een school, opvang of buurt",
    "pseudoniem": "is geen pseudoniem van Open LEA",
    "herkenbaar": "lijkt op een burgerservicenummer, e-mailadres of telefoonnummer",
}


class Onbruikbaar(Exception):
    """A cell that can't be used; `reden` is a key of REASONS and never holds the value."""

    def __init__(self, reden: str) -> None:
        """Keep the key of the reason."""
        self.reden = reden
        super().__init__(REASONS[reden])


@dataclass(frozen=True, slots=True)
class Datum:
    """A day that exists."""

    jaar: int
    maand: int
    dag: int


def is_like(naam: str, text: str) -> bool:
    """Return whether a whole text has one of the patterns."""
    return _FOUND[naam].fullmatch(text) is not None


def trimmed(text: str) -> str:
    """Return a text composed (NFC), without blanks around it and with one space between words."""
    if text.isascii() and text.isprintable() and " " not in text:
        return text  # most cells; the rest of this costs ten times as much
    once = unicodedata.normalize("NFC", text).translate(_SPACES)
    return " ".join(part for part in once.split(" ") if part)


def upper(text: str) -> str:
    """Return capitals for a to z alone: other letters differ per language and version."""
    return "".join(chr(ord(sign) - 32) if "a" <= sign <= "z" else sign for sign in text)


def remainder(digits: str) -> int:
    """Return the remainder of the elfproef of nine digits: 0 for a BSN, 5 for an onderwijsnummer.

    Source: Logisch Ontwerp BSN; for the onderwijsnummer DUO, Programma van Eisen.
    """
    total = sum((9 - place) * int(digit) for place, digit in enumerate(digits[:8]))
    return (total - int(digits[8])) % 11


def bsn_text(text: str) -> str:
    """Return 'bsn:' or 'onr:' and nine digits, or '' when it is neither."""
    digits = re.sub("[ .]", "", text)
    if not is_like("bsn", digits):
        return ""
    digits = digits.rjust(9, "0")
    rest = remainder(digits)
    if rest == BSN_REST and digits != "0" * 9:
        return f"bsn:{digits}"
    return f"onr:{digits}" if rest == ONR_REST and digits.startswith("10") else ""


def is_day(text: str) -> bool:
    """Return whether a text is a day."""
    try:
        day_of(text)
    except Onbruikbaar:
        return False
    return True


def looks_bsn(text: str) -> bool:
    """Return whether a text is most likely a BSN; one in eleven days passes the elfproef too."""
    return bool(bsn_text(text)) and not is_day(text)


def is_recognisable(value: str) -> bool:
    """Return whether a cell says who somebody is: a BSN, an e-mail address or a telephone in it."""
    parts = (value, *SPLIT.split(value))
    return "@" in value or any(looks_bsn(part) or is_like("telefoon", part) for part in parts)


def identity_text(veld: Registratieveld, text: str, afzender: str) -> str:
    """Return what is hashed for a person; an own number counts within its sender alone."""
    value = trimmed(text)
    if not value:
        raise Onbruikbaar("leeg")
    if Vorm.EIGEN not in veld.vormen:
        return bsn_text(value) or _refused("bsn")
    if len(value.encode("utf-16-le")) > 2 * LONGEST:  # counted as a browser counts
        raise Onbruikbaar("eigen")
    number = value if veld.hoofdletters else upper(value)
    return f"eigen:{upper(trimmed(afzender))}:{number}"


def day_of(text: str) -> Datum:
    """Return the day of a text such as 2026-09-30, 30-9-2026 or 20260930; a time is left out."""
    for naam, order in (("iso", (1, 2, 3)), ("nl", (3, 2, 1)), ("aaneen", (1, 2, 3))):
        if found := _FOUND[naam].fullmatch(text):
            jaar, maand, dag = (int(found[place]) for place in order)
            return _existing(Datum(jaar, maand, dag))
    raise Onbruikbaar("datum")


def treat_value(veld: Registratieveld, text: str) -> str:
    """Return what is kept of a cell of a field that is not an identification; blank stays ''."""
    value = trimmed(text)
    return _TREATED[veld.rol](veld, value) if value else ""


def _existing(day: Datum) -> Datum:
    if not (YEARS[0] <= day.jaar <= YEARS[1] and 1 <= day.maand <= MONTHS):
        raise Onbruikbaar("datum")
    leap = day.jaar % 4 == 0 and (day.jaar % 100 != 0 or day.jaar % 400 == 0)
    longest = 28 if day.maand == FEBRUARY and not leap else DAYS[day.maand - 1]
    if not 1 <= day.dag <= longest:
        raise Onbruikbaar("datum")
    return day


def _month(_veld: Registratieveld, text: str) -> str:
    if found := _FOUND["maand"].fullmatch(text):
        day = _existing(Datum(int(found[1]), int(found[2]), 1))
    else:
        day = day_of(text)
    return f"{day.jaar:04d}-{day.maand:02d}"


def _date(_veld: Registratieveld, text: str) -> str:
    day = day_of(text)
    return f"{day.jaar:04d}-{day.maand:02d}-{day.dag:02d}"


def _postcode(veld: Registratieveld, text: str) -> str:
    found = _FOUND["postcode"].fullmatch(text)
    if found is None:
        raise Onbruikbaar("postcode")
    whole = Vorm.PC6 in veld.vormen
    return found[1] + upper(found[2] or "") if whole else found[1]


def _code(veld: Registratieveld, text: str) -> str:
    for waarde in veld.waarden:
        if upper(trimmed(waarde)) == upper(text):
            return waarde
    raise Onbruikbaar("waarden")


def _number(_veld: Registratieveld, text: str) -> str:
    return text.replace(",", ".") if is_like("getal", text) else _refused("getal")


def _place(veld: Registratieveld, text: str) -> str:
    code = upper(text)
    return code if any(is_like(vorm, code) for vorm in veld.vormen) else _refused("plaatscode")


def _nothing(_veld: Registratieveld, _text: str) -> str:
    return ""


def _refused(reden: str) -> str:
    raise Onbruikbaar(reden)


_TREATED: Mapping[Veldrol, Callable[[Registratieveld, str], str]] = {
    Veldrol.IDENTIFICATIE: _nothing,
    Veldrol.NAAM: _nothing,
    Veldrol.ADRES: _nothing,
    Veldrol.VRIJE_TEKST: _nothing,
    Veldrol.GEBOORTEDATUM: _month,
    Veldrol.POSTCODE: _postcode,
    Veldrol.DATUM: _date,
    Veldrol.CODE: _code,
    Veldrol.GETAL: _number,
    Veldrol.PLAATSCODE: _place,
}
