"""Reads the duties on a shelf: one TOML file is one duty with all its versions."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import TypeVar

from openlea.core.catalogue import Entry, read_entries, read_shelf
from openlea.core.geldvoorwaarden import Controle
from openlea.core.keuze import Keuze
from openlea.core.plicht import (
    Aard,
    Afronding,
    Grondslag,
    Houder,
    Onderwerp,
    Plicht,
    Versie,
    Voorbeeld,
    Waarde,
)
from openlea.core.termijnplank import NAME, read_termijn

K = TypeVar("K", bound=Keuze)
DUTIES = "*/duties/*.toml"
_SHORT = re.compile(r"[0-9]{1,9}")
NOT_IN_FORCE = "not in force"
KEYS = {
    *("id", "titel", "aard", "houder", "gezamenlijk", "met_wie", "wat", "bewijs", "toezicht"),
    *("sanctie", "seed", "controle", "checked", "voorwaarde", "onderwerp", "plansoort", "noot"),
    *("in_beweging", "judge_by_hand", "version", "example"),
}
KEYS_VERSION = {
    *("from", "to", "earlier", "wet", "artikel", "bwb", "vindplaats", "ook", "termijn", "values"),
    *("wat", "noot"),
}
KEYS_LAW = {"wet", "artikel", "bwb", "vindplaats"}
KEYS_VALUE = {"waarde", "eenheid", "afronding", "toelichting"}
KEYS_EXAMPLE = {"on", "expect", "norm", "given", "result"}


def read_plichten(roots: Sequence[Path]) -> Mapping[str, Plicht]:
    """Return every duty on the shelves by id, in order of id; CatalogueError when one is wrong.

    A duty in a folder of one's own with a known id replaces ours whole; a new id is added.
    """
    entries = read_shelf(roots, DUTIES)
    return in_order({naam: _plicht(entries[naam], roots) for naam in sorted(entries)})


def read_plichten_in(file: Path, roots: Sequence[Path]) -> Mapping[str, Plicht]:
    """Return the duties of one file by id; CatalogueError when anything in it is wrong."""
    return {entry.id: _plicht(entry, roots) for entry in read_entries(file)}


def in_order(plichten: Mapping[str, Plicht]) -> Mapping[str, Plicht]:
    """Return the duties in order of id, PO-2 before PO-10."""
    return dict(sorted(plichten.items(), key=lambda item: _order(item[0])))


def _order(naam: str) -> tuple[str, int, str]:
    """Return a key that puts PO-2 before PO-10."""
    row, _, number = naam.rpartition("-")
    return row, int(number) if _SHORT.fullmatch(number) else 0, naam


def _plicht(entry: Entry, roots: Sequence[Path]) -> Plicht:
    entry.refuse_unknown(KEYS)
    if not NAME.fullmatch(entry.id):
        raise entry.fault("is no id; write at most 40 letters, digits, '-', '_' or '.'")
    return Plicht(
        id=entry.id,
        veld=entry.file.parent.parent.name,
        file=entry.file,
        titel=entry.text("titel"),
        aard=entry.choice("aard", Aard),
        houders=tuple(_choices(entry, "houder", Houder)),
        gezamenlijk=entry.flag("gezamenlijk"),
        met_wie=entry.texts("met_wie"),
        wat=entry.text("wat").strip(),
        bewijs=entry.texts("bewijs"),
        toezicht=entry.text("toezicht", ""),
        sanctie=entry.text("sanctie", ""),
        seeds=entry.texts("seed"),
        controles=tuple(_choices(entry, "controle", Controle)),
        nagelezen_op=entry.day("checked"),
        voorwaarde=entry.text("voorwaarde", ""),
        onderwerpen=tuple(_onderwerp(part) for part in entry.tables("onderwerp")),
        plansoort=entry.text("plansoort", ""),
        in_beweging=entry.text("in_beweging", ""),
        met_de_hand=entry.text("judge_by_hand", ""),
        noot=entry.text("noot", ""),
        lokaal=bool(roots) and not entry.file.is_relative_to(roots[0]),
        versies=_versies(entry),
        voorbeelden=tuple(_voorbeeld(part) for part in entry.tables("example")),
    )


def _versies(entry: Entry) -> tuple[Versie, ...]:
    versies = sorted((_versie(part) for part in entry.tables("version")), key=lambda v: v.van)
    if not versies:
        raise entry.fault("needs at least one [[version]]")
    for earlier, later in pairwise(versies):
        if earlier.tot is None or earlier.tot >= later.van:
            raise entry.fault(f"the version from {earlier.van} must end before {later.van}")
    return tuple(versies)


def _versie(part: Entry) -> Versie:
    part.refuse_unknown(KEYS_VERSION)
    van, tot = part.day("from"), part.day("to") if "to" in part.values else None
    if tot is not None and tot < van:
        raise part.fault(f"ends on {tot}, before it begins on {van}")
    termijnen = tuple(read_termijn(each) for each in part.tables("termijn"))
    codes = [one.code for one in termijnen]
    if len(set(codes)) != len(codes):
        raise part.fault("has two terms with one code; give each termijn a code of its own")
    return Versie(
        van=van,
        tot=tot,
        eerder=part.flag("earlier"),
        grondslagen=(_grondslag(part), *(_ook(each) for each in part.tables("ook"))),
        termijnen=termijnen,
        waarden=_waarden(part),
        wat=part.text("wat", "").strip(),
        noot=part.text("noot", ""),
    )


def _grondslag(part: Entry) -> Grondslag:
    return Grondslag(
        wet=part.text("wet"),
        artikel=part.text("artikel"),
        bwb=part.text("bwb", ""),
        vindplaats=part.text("vindplaats", ""),
    )


def _ook(part: Entry) -> Grondslag:
    part.refuse_unknown(KEYS_LAW)
    return _grondslag(part)


def _waarden(part: Entry) -> dict[str, Waarde]:
    found = part.values.get("values", {})
    if not isinstance(found, dict):
        raise part.fault("needs a table under 'values'; write [version.values]")
    each = ((naam, Entry(f"{part.id}.{naam}", part.file, told)) for naam, told in found.items())
    return {naam: _waarde(one, naam) for naam, one in each}


def _waarde(part: Entry, naam: str) -> Waarde:
    if not isinstance(part.values, dict):
        raise part.fault('write it as { waarde = 960, eenheid = "uur" }')
    part.refuse_unknown(KEYS_VALUE)
    keep = part.values.get("afronding", "")
    return Waarde(
        naam=naam,
        waarde=number(part, "waarde"),
        eenheid=part.text("eenheid"),
        afronding=part.choice("afronding", Afronding) if keep else Afronding.GEEN,
        toelichting=part.text("toelichting", ""),
    )


def _onderwerp(part: Entry) -> Onderwerp:
    part.refuse_unknown({"code", "titel"})
    return Onderwerp(code=part.text("code"), titel=part.text("titel"))


def _voorbeeld(part: Entry) -> Voorbeeld:
    part.refuse_unknown(KEYS_EXAMPLE)
    expect, given = part.values.get("expect", {}), part.values.get("given", {})
    if not isinstance(given, dict) or not (isinstance(expect, dict) or expect == NOT_IN_FORCE):
        raise part.fault(f"'expect' and 'given' are tables; or expect = \"{NOT_IN_FORCE}\"")
    values = expect if isinstance(expect, dict) else None
    return Voorbeeld(
        op=part.day("on"),
        verwacht=None if values is None else _expected(part, values),
        norm=part.text("norm", ""),
        gegeven={k: _said(v) for k, v in given.items()},
        uitkomst=_said(part.values.get("result", "")),
    )


def _expected(part: Entry, values: Mapping[str, object]) -> dict[str, Decimal]:
    numbers = Entry(f"{part.id}.expect", part.file, values)
    return {naam: number(numbers, naam) for naam in values}


def _said(value: object) -> str:
    """Return a value of TOML as it is typed on the command line."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ",".join(_said(one) for one in value)
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def number(part: Entry, key: str) -> Decimal:
    """Return an exact number; a float as it is written."""
    value = part.values.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise part.fault(f"needs a number under '{key}'")
    return Decimal(str(value))


def _choices(entry: Entry, key: str, keuze: Callable[[str], K]) -> list[K]:
    found = entry.texts(key)
    if not found:
        raise entry.fault(f"needs at least one value under '{key}'")
    try:
        return [keuze(one) for one in found]
    except ValueError as error:
        raise entry.fault(f"'{key}': {error}") from error
