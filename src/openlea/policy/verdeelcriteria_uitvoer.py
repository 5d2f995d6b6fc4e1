"""Writes the criteria of a division as a file, so that reading it back gives the same criteria."""

from collections.abc import Iterator
from decimal import Decimal

from openlea.core.keuze import Keuze
from openlea.policy.verdeelcriteria import BARE, Criterium, Uitsluiting, Verdeelcriteria

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_CONTROL = 0x20
_DELETE = 0x7F
Waarde = str | int | bool | Decimal | Keuze | None


def compose_verdeelcriteria(criteria: Verdeelcriteria) -> str:
    """Return the criteria as TOML; what is as it always is, isn't written."""
    parts = ["\n".join(_lines(_top(criteria)))]
    parts += [_table("criterium", _criterium(one)) for one in criteria.criteria]
    parts += [_table("uitsluiting", _uitsluiting(one)) for one in criteria.uitsluitingen]
    return "\n\n".join(parts) + "\n"


def _top(one: Verdeelcriteria) -> dict[str, Waarde]:
    usual = Verdeelcriteria(titel="", criteria=())
    return {"titel": one.titel} | {
        veld: getattr(one, veld)
        for veld in (
            *("toelichting", "bron", "school", "leerlingen", "methode", "afronding"),
            *("ondergrens", "bovengrens", "bij_gelijk"),
        )
        if getattr(one, veld) != getattr(usual, veld)
    }


def _criterium(one: Criterium) -> dict[str, Waarde]:
    usual = Criterium(naam="", kolom="", gewicht=Decimal(1))
    needed: dict[str, Waarde] = {"naam": one.naam, "kolom": one.kolom, "gewicht": one.gewicht}
    return needed | {
        veld: getattr(one, veld)
        for veld in (
            *("richting", "per", "drempel", "drempel_telt", "minimum", "maximum", "leeg_mag"),
            *("bron", "toelichting"),
        )
        if getattr(one, veld) != getattr(usual, veld)
    }


def _uitsluiting(one: Uitsluiting) -> dict[str, Waarde]:
    held = {} if one.als in BARE else {"waarde": one.waarde}
    return {"naam": one.naam, "kolom": one.kolom, "als": one.als, **held, "reden": one.reden}


def _table(naam: str, values: dict[str, Waarde]) -> str:
    return "\n".join([f"[[{naam}]]", *_lines(values)])


def _lines(values: dict[str, Waarde]) -> Iterator[str]:
    for key, value in values.items():
        if value is not None:
            yield f"{key} = {_written(value)}"


def _written(value: Waarde) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Keuze):
        return _quoted(value.value)
    if isinstance(value, str):
        return _quoted(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _quoted(text: str) -> str:
    return f'"{"".join(map(_letter, text))}"'


def _letter(sign: str) -> str:
    """Return one sign as it may stand between quotation marks."""
    if sign in _SHORT:
        return _SHORT[sign]
    bare = ord(sign) < _CONTROL or ord(sign) == _DELETE
    return f"\\u{ord(sign):04x}" if bare else sign
