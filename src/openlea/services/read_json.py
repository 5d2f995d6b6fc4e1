"""Read a whole agenda from JSON, or say of everything that is wrong where it is and why."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, NoReturn

from pydantic import ValidationError

from openlea.core.agenda import Agenda
from openlea.core.errors import BadFile, BadInput, Fout
from openlea.services._json_faults import BLAD, Place, faults_of, fout
from openlea.services._json_form import AGENDA, FORMAAT, GELD, VERSIE

MAX_BYTES: Final = 20_000_000
MAX_VALUES: Final = 200_000
MAX_DEPTH: Final = 30
MAX_DIGITS: Final = 15
ALLOWED_CONTROLS: Final = frozenset("\n\t")


def read_json(text: str | bytes) -> Agenda:
    """Return the agenda in the text; amounts in euros become whole cents.

    Raises BadFile when it isn't JSON of this form at all, BadInput with every fault otherwise.
    """
    tree = _parse(text)
    fouten = _check_header(tree)
    reading = _Reading()
    clean = reading.clean(tree, ())
    fouten += reading.fouten
    try:
        [agenda] = AGENDA.validate_json(json.dumps([clean], default=float))
    except ValidationError as error:
        raise BadInput([*fouten, *faults_of(error)]) from None
    if fouten:
        raise BadInput(fouten)
    return agenda


class _Reading:
    """One walk through what was given, that keeps the faults of text, number and size."""

    def __init__(self) -> None:
        self.fouten: list[Fout] = []
        self._values = 0

    def clean(self, value: object, place: Place, *, money: bool = False) -> object:
        self._values += 1
        if self._values > MAX_VALUES or len(place) > MAX_DEPTH:
            raise BadFile([fout(place[:3], "dit bestand is groter of dieper dan een agenda is")])
        match value:
            case dict():
                return {
                    key: self.clean(item, (*place, key), money=money or key in GELD)
                    for key, item in value.items()
                }
            case list():
                return [self.clean(item, (*place, n)) for n, item in enumerate(value)]
            case str():
                return self._text(value, place)
            case bool():
                return value
            case int() | Decimal():
                return self._number(value, place, money=money)
        return value

    def _text(self, value: str, place: Place) -> str:
        text = value.replace("\r\n", "\n")
        if any(_is_unreadable(letter) for letter in text):
            self.fouten.append(fout(place, "hier staat een teken dat niet te lezen is"))
            return ""
        return text

    def _number(self, value: int | Decimal, place: Place, *, money: bool) -> int | Decimal:
        if _digits(value) > MAX_DIGITS:
            self.fouten.append(fout(place, f"dit getal heeft meer dan {MAX_DIGITS} cijfers"))
            return 0
        cents = value * 100
        return int(cents) if money and cents == int(cents) else value


def _is_unreadable(letter: str) -> bool:
    if letter < " " or "\x7f" <= letter <= "\x9f":
        return letter not in ALLOWED_CONTROLS
    return "\ud800" <= letter <= "\udfff" or letter in "\ufffe\uffff"


def _digits(value: int | Decimal) -> int:
    _, digits, exponent = Decimal(value).as_tuple()
    return max(len(digits), len(digits) + int(exponent), -int(exponent))


def _parse(text: str | bytes) -> dict[str, object]:
    if len(text) > MAX_BYTES:
        raise _bad_file(f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB")
    try:
        letters = text.decode("utf-8-sig") if isinstance(text, bytes) else text.lstrip("\ufeff")
        tree = json.loads(
            letters,
            parse_float=Decimal,
            parse_constant=_refuse_constant,
            object_pairs_hook=_unique_keys,
        )
    except UnicodeDecodeError:
        raise _bad_file("dit bestand is geen tekst in UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"regel {error.lineno}, teken {error.colno}"
        raise BadFile([Fout(BLAD, place, "hier klopt de schrijfwijze van JSON niet")]) from None
    except RecursionError:
        raise _bad_file("dit bestand is dieper genest dan een agenda is") from None
    except (ValueError, ArithmeticError) as error:
        raise _bad_file(str(error) if isinstance(error, _Refusal) else _NUMBER) from None
    if not isinstance(tree, dict):
        raise _bad_file("een agenda begint met { en eindigt met }")
    return tree


_NUMBER: Final = "hier staat een getal dat te groot is"


class _Refusal(ValueError):
    """Something JSON allows and an agenda doesn't."""


def _refuse_constant(word: str) -> NoReturn:
    raise _Refusal(f"{word} is geen getal")


def _unique_keys(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Refusal(f"het veld {key!r} staat er twee keer in hetzelfde stuk")
        found[key] = value
    return found


def _bad_file(reden: str) -> BadFile:
    return BadFile([Fout(blad=BLAD, cel="", reden=reden)])


def _check_header(tree: dict[str, object]) -> list[Fout]:
    formaat, versie = tree.pop("formaat", None), tree.pop("versie", None)
    fouten = []
    if formaat != FORMAAT:
        fouten.append(fout(("formaat",), f"hier hoort {FORMAAT!r}"))
    if versie != VERSIE or isinstance(versie, bool):
        fouten.append(fout(("versie",), f"hier hoort {VERSIE}; een andere versie is niet te lezen"))
    return fouten
