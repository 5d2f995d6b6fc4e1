"""Reads what gemeente and school boards told about leerplicht: tables that are not public."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from openlea.storage.warehouse.warehouse import Warehouse

LEERPLICHTIGEN = "partner_verzuim_leerplichtigen"
STARTKWALIFICATIE = "partner_verzuim_startkwalificatie"
PREVENTIE = "partner_verzuim_preventie"
STREEFCIJFERS = "partner_verzuim_streefcijfers"
VSV = "cbs_vsv"
VESTIGINGEN_VO = "duo_vestigingen_vo"


@dataclass(frozen=True, slots=True)
class Preventie:
    """What one school told: shares of the lesson time, and what it does about it."""

    schooljaar: str
    school: str
    leerlingen: int
    geoorloofd: float
    ongeoorloofd: float
    aanpak: str


@dataclass(frozen=True, slots=True)
class Streefcijfer:
    """One aim of the regional programme; `uitkomst` is None as long as it isn't known."""

    jaar: str
    naam: str
    eenheid: str
    doel: float
    uitkomst: float | None
    toelichting: str


def read_leerplichtigen(house: Warehouse, laag: str, gemeente: str) -> dict[str, dict[str, int]]:
    """Return by schooljaar and group how many there are."""
    found: dict[str, dict[str, int]] = {}
    columns = ("schooljaar", "gemeente", "groep", "aantal")
    for jaar, code, groep, aantal in _rows(house, LEERPLICHTIGEN, laag, columns):
        if code == gemeente:
            found.setdefault(str(jaar), {})[str(groep)] = int(aantal)
    return found


def read_startkwalificatie(
    house: Warehouse, laag: str, gemeente: str
) -> tuple[tuple[str, int, int, int, int], ...]:
    """Return (schooljaar, from age, to age, young people, with one), newest first."""
    columns = ("schooljaar", "gemeente", "van", "tot", "jongeren", "met")
    rows = _rows(house, STARTKWALIFICATIE, laag, columns)
    own = [
        (str(j), int(v), int(t), int(n), int(m)) for j, code, v, t, n, m in rows if code == gemeente
    ]
    return tuple(sorted(own, reverse=True))


def read_preventie(house: Warehouse, laag: str) -> tuple[Preventie, ...]:
    """Return what schools told, by school and then newest first."""
    columns = ("schooljaar", "school", "leerlingen", "geoorloofd", "ongeoorloofd", "aanpak")
    rows = _rows(house, PREVENTIE, laag, columns)
    found = [Preventie(j, s, n, g, o, a or "") for j, s, n, g, o, a in rows]
    return tuple(sorted(found, key=lambda one: (one.schooljaar, one.school), reverse=True))


def read_streefcijfers(house: Warehouse, laag: str) -> tuple[Streefcijfer, ...]:
    """Return every aim, newest year first."""
    columns = ("jaar", "streefcijfer", "eenheid", "streefwaarde", "uitkomst", "toelichting")
    rows = _rows(house, STREEFCIJFERS, laag, columns)
    found = [Streefcijfer(j, n, e, d, u, t or "") for j, n, e, d, u, t in rows]
    return tuple(sorted(found, key=lambda one: (one.jaar, one.naam), reverse=True))


def read_vsv(
    house: Warehouse, laag: str, gemeente: str
) -> Mapping[str, tuple[int | None, int | None]]:
    """Return by schooljaar how many left and of how many, from old to new; CBS, both sexes."""
    columns = ("schooljaar", "gemeente", "geslacht", "vsv_laag", "leerlingen_laag")
    rows = _rows(house, VSV, laag, columns)
    own = [(j, v, n) for j, code, sexe, v, n in rows if code == gemeente and sexe == "totaal"]
    return {str(jaar): (vsv, n) for jaar, vsv, n in sorted(own)}


def read_vo_names(house: Warehouse, laag: str) -> dict[str, str]:
    """Return by code how every school for vo is called."""
    rows = _rows(house, VESTIGINGEN_VO, laag, ("vestiging", "naam"))
    return {str(code): str(naam) for code, naam in rows}


def _rows(house: Warehouse, bron: str, laag: str, columns: tuple[str, ...]) -> list[tuple]:  # type: ignore[type-arg]
    version = house.current(bron, laag)
    if version is None:
        return []
    table: pl.LazyFrame = house.scan(bron, version.versie, version.laag)
    return table.select(columns).collect().rows()
