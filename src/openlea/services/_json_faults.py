"""What is wrong in a JSON agenda, in Dutch and with the place, from what pydantic found."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Final, get_args, get_type_hints

from pydantic_core import ErrorDetails, ValidationError

from openlea.core.agenda import Agenda
from openlea.core.errors import Fout
from openlea.services._json_form import GELD

BLAD: Final = "JSON"
MAX_FAULTS: Final = 1000
BEDRAG: Final = "hier hoort een bedrag in euro's, zoals 90000 of 90000.50"
REDENEN: Final[Mapping[str, str]] = {
    "missing": "dit veld ontbreekt",
    "string_type": "hier hoort tekst tussen aanhalingstekens",
    "int_type": "hier hoort een heel getal",
    "int_from_float": "hier hoort een heel getal",
    "int_parsing": "hier hoort een heel getal",
    "decimal_type": "hier hoort een getal",
    "decimal_parsing": "hier hoort een getal",
    "finite_number": "hier hoort een getal",
    "date_type": "hier hoort een datum, zoals 2026-11-22",
    "date_parsing": "hier hoort een datum die bestaat, zoals 2026-11-22",
    "date_from_datetime_inexact": "hier hoort een datum zonder tijd, zoals 2026-11-22",
    "date_from_datetime_parsing": "hier hoort een datum die bestaat, zoals 2026-11-22",
    "tuple_type": "hier hoort een lijst tussen [ en ]",
    "mapping_type": "hier horen velden tussen { en }",
    "dict_type": "hier horen velden tussen { en }",
    "dataclass_type": "hier horen velden tussen { en }",
}

Place = tuple[int | str, ...]


def fout(place: Place, reden: str) -> Fout:
    """Return the fault at a place such as ('ambities', 0, 'code'), written ambities[0].code."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return Fout(blad=BLAD, cel="".join(steps).removeprefix("."), reden=reden)


def faults_of(error: ValidationError) -> list[Fout]:
    """Return the faults that pydantic found in a list of one agenda, and how many more."""
    shown = [_translate(detail) for detail in error.errors(include_url=False)[:MAX_FAULTS]]
    rest = error.error_count() - len(shown)
    return [*shown, fout((), f"en nog {rest} fouten")] if rest else shown


def nearest(word: object, words: Sequence[str]) -> str:
    """Return ", bedoel je …?" with the word that looks most like it, or nothing."""
    close = get_close_matches(word, words, n=1) if isinstance(word, str) else []
    return f"; bedoel je {close[0]!r}?" if close else ""


def _translate(detail: ErrorDetails) -> Fout:
    place = detail["loc"][1:]
    if place and place[-1] == "[key]":
        return fout(place[:-1], "hier hoort een jaartal, zoals 2026")
    return fout(place, _reason(detail, place))


def _reason(detail: ErrorDetails, place: Place) -> str:
    kind, given = detail["type"], detail["input"]
    if kind == "unexpected_keyword_argument":
        return "dit veld bestaat niet" + nearest(place[-1], _fields_at(place[:-1]))
    if kind == "enum":
        words = detail["ctx"]["expected"].split("'")[1::2]
        return f"kies uit {', '.join(words)}" + nearest(given, words)
    if kind.startswith("int_") and GELD.intersection(map(str, place[-2:])):
        return BEDRAG
    return REDENEN.get(kind, "deze waarde past hier niet")


@lru_cache(maxsize=256)
def _fields_at(place: Place) -> list[str]:
    word: Any = Agenda
    for step in place:
        if isinstance(step, str):
            word = _dataclass_in(get_type_hints(word)[step])
    return [field.name for field in fields(word)]


def _dataclass_in(hint: Any) -> Any:
    if is_dataclass(hint):
        return hint
    return next(arg for arg in get_args(hint) if is_dataclass(arg))
