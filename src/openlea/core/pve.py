"""The programma van eisen of 2020: what schools and samenwerkingsverbanden were asked; no law.

It stands in the policy paper on passend onderwijs of November 2020, annex 2, and hangs on seven
uitgangspunten. Each row asks one actor one thing, with a verb that the paper gives a meaning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openlea.core.catalogue import Entry, read_shelf
from openlea.core.geldvoorwaarden import Controle
from openlea.core.keuze import Keuze

SHELF = "*/programma_van_eisen.toml"
KEYS = {
    *("id", "titel", "bron", "noot", "controle", "checked"),
    *("uitgangspunt", "werkwoord", "categorie", "eis"),
}
KEYS_EIS = {"id", "uitgangspunt", "actor", "werkwoord", "categorie", "eis", "plichten", "noot"}


class EisActor(Keuze):
    """Who is asked; for a samenwerkingsverband that is its board."""

    SCHOOLBESTUUR = "sb", "Schoolbestuur"
    SAMENWERKINGSVERBAND = "swv", "Samenwerkingsverband"


class EisWerkwoord(Keuze):
    """How much is asked; the last two are used once and have no meaning of their own."""

    ZORGEN = "zorgen", "Zorgen voor"
    REGIEVOEREN = "regievoeren", "Regievoeren"
    STIMULEREN = "stimuleren", "Stimuleren"
    ONDERSTEUNEN = "ondersteunen", "Ondersteunen"
    BETREKKEN = "betrekken", "Betrekken"
    AFLEGGEN = "afleggen", "Verantwoording afleggen"


class EisCategorie(Keuze):
    """How new a requirement was in 2020."""

    I = "I", "I: bestond al"  # noqa: E741  (the paper numbers them this way)
    II = "II", "II: bestond al, werd zwaarder"
    III = "III", "III: nieuw, eerder aangekondigd"
    IV = "IV", "IV: nieuw, niet eerder aangekondigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """One row: what is asked of whom. `plichten` are the duties that the law now has about it."""

    id: str
    uitgangspunt: int
    actor: EisActor
    werkwoord: EisWerkwoord
    categorie: EisCategorie
    tekst: str
    plichten: tuple[str, ...] = ()
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammaVanEisen:
    """All rows in the order of the paper, with the titles and meanings it gives.

    `uitgangspunten` are titles by number from 1; `werkwoorden` and `categorieen` are meanings.
    """

    titel: str
    bron: str
    noot: str
    controle: Controle
    nagelezen_op: date
    uitgangspunten: Mapping[int, str]
    werkwoorden: Mapping[EisWerkwoord, str]
    categorieen: Mapping[EisCategorie, str]
    eisen: tuple[Eis, ...]

    def of_actor(self, actor: EisActor) -> tuple[Eis, ...]:
        """Return the rows that ask something of one kind of actor, in order."""
        return tuple(eis for eis in self.eisen if eis.actor is actor)


def read_programma(roots: Sequence[Path]) -> ProgrammaVanEisen:
    """Return the programma van eisen; CatalogueError when it is wrong. The last folder wins."""
    entry = list(read_shelf(roots, SHELF).values())[-1]
    entry.refuse_unknown(KEYS)
    programma = ProgrammaVanEisen(
        titel=entry.text("titel"),
        bron=entry.text("bron"),
        noot=entry.text("noot").strip(),
        controle=entry.choice("controle", Controle),
        nagelezen_op=entry.day("checked"),
        uitgangspunten={
            _nummer(p, "nummer"): p.text("titel") for p in entry.tables("uitgangspunt")
        },
        werkwoorden={
            p.choice("id", EisWerkwoord): p.text("uitleg") for p in entry.tables("werkwoord")
        },
        categorieen={
            p.choice("id", EisCategorie): p.text("uitleg") for p in entry.tables("categorie")
        },
        eisen=tuple(_eis(part) for part in entry.tables("eis")),
    )
    _refuse_loose_ends(entry, programma)
    return programma


def _eis(part: Entry) -> Eis:
    part.refuse_unknown(KEYS_EIS)
    return Eis(
        id=part.text("id"),
        uitgangspunt=_nummer(part, "uitgangspunt"),
        actor=part.choice("actor", EisActor),
        werkwoord=part.choice("werkwoord", EisWerkwoord),
        categorie=part.choice("categorie", EisCategorie),
        tekst=part.text("eis").strip(),
        plichten=part.texts("plichten"),
        noot=part.text("noot", ""),
    )


def _nummer(part: Entry, key: str) -> int:
    value = part.values.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        raise part.fault(f"needs a whole number under '{key}'")
    return value


def _refuse_loose_ends(entry: Entry, programma: ProgrammaVanEisen) -> None:
    ids = [eis.id for eis in programma.eisen]
    for eis in programma.eisen:
        if ids.count(eis.id) > 1:
            raise entry.fault(f"'{eis.id}' is there twice; give each row an id of its own")
        if eis.uitgangspunt not in programma.uitgangspunten:
            raise entry.fault(f"'{eis.id}' hangs on uitgangspunt {eis.uitgangspunt}, not listed")
