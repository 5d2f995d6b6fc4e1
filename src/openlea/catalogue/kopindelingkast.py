"""Layouts of senders' exports that are known here: ours and a municipality's own, one file each."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.catalogue import SHIPPED, Entry, read_shelf
from openlea.core.kopindeling import Indelingskolom, Kopindeling
from openlea.core.registratie import DROPPED, Registratie, Registratieveld, Veldrol
from openlea.core.registratieplank import read_registraties
from openlea.policy.datumvorm import Datumvorm
from openlea.policy.herkenning import folded
from openlea.policy.kolombesluit import PSEUDONIEM

KOPPEN = "*/koppen/*.toml"
KEYS = {"id", "titel", "registratie", "gezien", "kolom"}
KEYS_KOLOM = {"kop", "veld", "waarden", "datum", "mag_ontbreken"}
DAGEN = {Veldrol.DATUM, Veldrol.GEBOORTEDATUM}


def open_kopindelingen(roots: Sequence[Path]) -> Mapping[str, Kopindeling]:
    """Return every layout by id; read again only when a file changed."""
    return KAST.open(roots)


def wrong_kopindelingen(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with layouts, by file."""
    return KAST.wrong(roots)


def read_kopindelingen(roots: Sequence[Path]) -> Mapping[str, Kopindeling]:
    """Return every layout by id; CatalogueError when one is wrong, or of no known registration."""
    declared = read_registraties([SHIPPED, *(root for root in roots if root != SHIPPED)])
    shelf = read_shelf(roots, KOPPEN)
    return {naam: _indeling(entry, declared) for naam, entry in shelf.items()}


KAST = Kast(KOPPEN, read_kopindelingen)


def _indeling(entry: Entry, declared: Mapping[str, Registratie]) -> Kopindeling:
    entry.refuse_unknown(KEYS)
    found = declared.get(entry.text("registratie"))
    if found is None:
        known = ", ".join(sorted(declared))
        raise entry.fault(f"'registratie' is none that is declared; write one of: {known}")
    kolommen = tuple(_kolom(part, found) for part in entry.tables("kolom"))
    _refuse_unusable(entry, kolommen, found)
    return Kopindeling(
        id=entry.id,
        titel=entry.text("titel"),
        registratie=found.id,
        gezien=entry.text("gezien", ""),
        kolommen=kolommen,
    )


def _kolom(part: Entry, registratie: Registratie) -> Indelingskolom:
    part.refuse_unknown(KEYS_KOLOM)
    veld = _veld(part, registratie)
    datum = part.text("datum", "")
    if datum and (veld is None or veld.rol not in DAGEN):
        raise part.fault("'datum' is for a field that is a day")
    if datum:
        part.choice("datum", Datumvorm)
    return Indelingskolom(
        kop=part.text("kop"),
        veld=part.text("veld"),
        waarden=dict(_waarden(part, veld)),
        datum=datum,
        mag_ontbreken=part.flag("mag_ontbreken"),
    )


def _veld(part: Entry, registratie: Registratie) -> Registratieveld | None:
    """Return the field of a head; None for a column of pseudonyms made on a desk."""
    naam = part.text("veld")
    kept = {one.naam: one for one in registratie.velden if one.rol not in DROPPED}
    if naam == PSEUDONIEM:
        return None
    if naam not in kept:
        allowed = ", ".join((*kept, PSEUDONIEM))
        raise part.fault(f"'veld' is {naam!r}; '{registratie.id}' keeps: {allowed}")
    return kept[naam]


def _waarden(part: Entry, veld: Registratieveld | None) -> Iterator[tuple[str, str]]:
    told = part.values.get("waarden", {})
    if not isinstance(told, dict):
        raise part.fault('write waarden = { "Word of the sender" = "word of the registration" }')
    if told and (veld is None or veld.rol is not Veldrol.CODE):
        raise part.fault("'waarden' is for a field with a closed list")
    for word, meant in told.items():
        if veld is not None and meant and meant not in veld.waarden:
            allowed = ", ".join(veld.waarden)
            raise part.fault(f"'waarden' gives {meant!r}; '{veld.naam}' knows: {allowed}")
        yield word, str(meant)


def _refuse_unusable(
    entry: Entry, kolommen: Sequence[Indelingskolom], registratie: Registratie
) -> None:
    heads = [folded(one.kop) for one in kolommen]
    if len(set(heads)) != len(heads):
        raise entry.fault("has one head twice; leave one out")
    velden = [one.veld for one in kolommen]
    if len(set(velden)) != len(velden):
        raise entry.fault("has one field twice; leave one out")
    needed = [
        one.naam
        for one in registratie.velden
        if one.verplicht and one.rol is not Veldrol.IDENTIFICATIE and one.naam not in velden
    ]
    if needed:
        raise entry.fault(f"lacks what '{registratie.id}' must have: {', '.join(needed)}")
    who = {one.naam for one in registratie.velden if one.rol is Veldrol.IDENTIFICATIE}
    if not ({*who, PSEUDONIEM} & set(velden)):
        raise entry.fault("has no head that says who it is about")
