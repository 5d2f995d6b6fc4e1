"""The law that is moving: what is on its way, how far it was, and which duties it touches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle
from openlea.core.keuze import Keuze

SHELF = "*/in_beweging.toml"
KEYS = {"titel", "kamerstuk", "wat", "stand", "fase", "plichten", "controle", "checked"}


class DossierFase(Keuze):
    """How far a change of law was on the day it was last looked up."""

    GELDT = "geldt", "Geldt al"
    ONDERWEG = "onderweg", "Nog niet in werking"
    NIET_GEVONDEN = "niet_gevonden", "Niet gevonden in de wet"
    ONBEKEND = "onbekend", "Onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wetsdossier:
    """One change of law; `kamerstuk` is the number of the bill, '' when there is none."""

    id: str
    titel: str
    wat: str
    stand: str
    fase: DossierFase
    controle: Controle
    nagelezen_op: date
    kamerstuk: str = ""
    plichten: tuple[str, ...] = ()


def read_wetsdossiers(roots: Sequence[Path]) -> Mapping[str, Wetsdossier]:
    """Return the dossiers on the shelves by id; CatalogueError when one is wrong.

    A dossier in a folder of one's own with a known id replaces ours; a new id is added.
    """
    return {naam: _dossier(entry) for naam, entry in read_shelf(roots, SHELF).items()}


def _dossier(entry: Entry) -> Wetsdossier:
    entry.refuse_unknown(KEYS)
    return Wetsdossier(
        id=entry.id,
        titel=entry.text("titel"),
        kamerstuk=entry.text("kamerstuk", ""),
        wat=entry.text("wat").strip(),
        stand=entry.text("stand").strip(),
        fase=entry.choice("fase", DossierFase),
        plichten=entry.texts("plichten"),
        controle=entry.choice("controle", Controle),
        nagelezen_op=entry.day("checked"),
    )
