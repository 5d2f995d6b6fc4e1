"""What may stand in a short text of a casus: nothing by which a person is found.

A name can't be recognised; the page asks for none. Numbers, days and addresses can.
"""

import re

from openlea.core.casus import LONGEST
from openlea.policy.persoonswaarde import is_recognisable, trimmed

PERSON = (
    "Hier staat iets waaraan je een persoon herkent: een nummer, e-mailadres, telefoonnummer, "
    "geboortedatum of adres. Haal dat weg."
)
LANG = f"Schrijf hoogstens {LONGEST} tekens."
_BORN = re.compile(r"\b(geb\.?|geboren|geboortedatum|geboortedag)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[1-9][0-9]{3}( ?[A-Z]{2}|[a-z]{2})\b")
_MONTH = re.compile(
    r"\b[0-9]{1,2} (jan|feb|m(aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]* (19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"\b20[0-9]{2}[-/]20[0-9]{2}\b")
_STREET = re.compile(
    r"[a-z](straat|laan|weg|plein|gracht|kade|singel|dijk|hof|pad|steeg|plantsoen)\s+[0-9]{1,4}\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]((?:19|20)[0-9]{2})\b")
_ISO = re.compile(r"\b((?:19|20)[0-9]{2})-([0-9]{1,2})-([0-9]{1,2})\b")
_DIGITS = re.compile(r"(?<![0-9])(?:[0-9][ .-]?){8,9}(?![0-9])")


def judge_text(text: str) -> tuple[str, str]:
    """Return the text without needless blanks, and why it may not be kept ('' when it may)."""
    said = trimmed(text)
    if len(said) > LONGEST:
        return said, LANG
    return said, PERSON if names_person(said) else ""


def names_person(text: str) -> bool:
    """Return whether a text holds a number, day, mail or address of a person.

    Any whole day is one: the days of a casus have fields of their own.
    """
    patterns = (_BORN, _POSTCODE, _STREET, _DAY, _MONTH, _ISO, _DIGITS)
    said = _SCHOOL_YEAR.sub("", text)
    return is_recognisable(said) or any(one.search(said) for one in patterns)
