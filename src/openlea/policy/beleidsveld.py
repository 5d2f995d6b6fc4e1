"""The fields of policy: what each is called, what it asks, and which two figures say it first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

OP_DE_TEGEL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Beleidsveld:
    """A field of policy; `kop` are the indicators that speak for it when they have a figure."""

    id: str
    naam: str
    vraag: str
    kop: tuple[str, ...] = ()


_ALLE = (
    Beleidsveld(
        id="onderwijskansen",
        naam="Onderwijskansen",
        vraag="Leren kinderen genoeg, waar ze ook opgroeien?",
        kop=("lezen_2f", "rekenen_1s", "lezen_1f", "rekenen_1f"),
    ),
    Beleidsveld(
        id="passend",
        naam="Passend onderwijs",
        vraag="Gaan kinderen naar gewoon onderwijs als het kan, en dicht bij huis?",
        kop=("deelname_sbo_scholen", "eigen_gemeente_sbo", "deelname_so_scholen"),
    ),
    Beleidsveld(
        id="scholen",
        naam="Scholen en leerlingen",
        vraag="Welke scholen zijn er, en voor wie?",
        kop=("schoolgrootte_bo", "kleine_scholen_bo", "leerlingen_van_elders"),
    ),
    Beleidsveld(
        id="overgangen",
        naam="Overgangen",
        vraag="Komen jongeren in en door het voortgezet onderwijs?",
        kop=("slagingspercentage_vo", "zittenblijven_vo"),
    ),
    Beleidsveld(
        id="vervoer",
        naam="Leerlingenvervoer",
        vraag="Hoe ver reizen kinderen naar school?",
        kop=("afstand_sbo", "verder_dan_6_km_sbo"),
    ),
    Beleidsveld(
        id="voorschool",
        naam="Voorschool",
        vraag="Krijgen peuters een goede start?",
    ),
    Beleidsveld(
        id="leerplicht",
        naam="Leerplicht en verzuim",
        vraag="Gaan alle kinderen en jongeren naar school?",
    ),
    Beleidsveld(
        id="jeugdhulp",
        naam="Jeugdhulp",
        vraag="Krijgen kinderen hulp op tijd en in de buurt?",
    ),
    Beleidsveld(
        id="bestaanszekerheid",
        naam="Bestaanszekerheid",
        vraag="Groeien kinderen op met genoeg?",
        kop=("huishoudens_laag_inkomen", "huishoudens_sociaal_minimum"),
    ),
    Beleidsveld(
        id="openbaar_onderwijs",
        naam="Openbaar onderwijs",
        vraag="Is er genoeg openbaar onderwijs?",
    ),
    Beleidsveld(
        id="huisvesting",
        naam="Onderwijshuisvesting",
        vraag="Zijn er genoeg goede schoolgebouwen?",
    ),
    Beleidsveld(
        id="mbo",
        naam="Mbo",
        vraag="Halen jongeren een diploma waarmee ze verder kunnen?",
    ),
    Beleidsveld(
        id="samenwerking",
        naam="Samenwerking",
        vraag="Met wie en voor wie werken we samen?",
    ),
)
BELEIDSVELDEN: Mapping[str, Beleidsveld] = {veld.id: veld for veld in _ALLE}


def beleidsveld(veld: str) -> Beleidsveld:
    """Return a field; one that a municipality added itself keeps its own name, readable."""
    naam = veld.replace("_", " ").capitalize()
    return BELEIDSVELDEN.get(veld) or Beleidsveld(id=veld, naam=naam, vraag="")


def in_order(velden: Iterable[str]) -> tuple[str, ...]:
    """Return fields once each, in the order of the list above, and unknown ones by name."""
    known = list(BELEIDSVELDEN)
    return tuple(
        sorted(set(velden), key=lambda one: (known.index(one) if one in known else len(known), one))
    )


def on_tile(veld: str, have: Iterable[str]) -> tuple[str, ...]:
    """Return which two of the indicators that have a figure stand on the tile of a field."""
    found = set(have)
    first = [one for one in beleidsveld(veld).kop if one in found]
    return tuple([*first, *sorted(found.difference(first))][:OP_DE_TEGEL])
