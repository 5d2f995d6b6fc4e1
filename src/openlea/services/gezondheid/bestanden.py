"""Whether the folders of the installation are there, closed to others, and have room."""

import os
import shutil
from pathlib import Path

from django.conf import settings

from openlea.core.errors import NotFound
from openlea.policy.gezondheid import Controle, Oordeel, judge_schijf
from openlea.storage.figures.store import open_figures
from openlea.storage.records.models import Inlogdienst, Logketen
from openlea.storage.vault.sleutelbos import LOGBOEK, VELD, has_key, opened_key
from openlea.storage.warehouse.warehouse import open_warehouse

OTHERS = 0o077


def check_disk() -> Controle:
    """Measure the disk of the data."""
    found = shutil.disk_usage(_existing(Path(settings.DATA)))
    return judge_schijf(found.free, found.total)


def check_warehouse() -> Controle:
    """Look whether the newest version of every table is there."""
    warehouse = open_warehouse()
    names = warehouse.tables()
    gone = [one for one in names if not _is_there(warehouse.uris(one))]
    zin, oordeel, doe = f"{len(names)} tabellen, alle leesbaar.", Oordeel.GOED, ""
    if gone:
        zin = f"Van deze tabellen ontbreken bestanden: {', '.join(gone)}."
        oordeel, doe = Oordeel.FOUT, "Zet een back-up terug, of laad de bron opnieuw."
    return Controle(naam="warehouse", titel="Tabellen", oordeel=oordeel, zin=zin, doe=doe)


def _is_there(uris: tuple[str, ...]) -> bool:
    return all(os.access(one.removeprefix("file://"), os.R_OK) for one in uris)


def check_figures() -> Controle:
    """Look whether figures were computed."""
    many = len(open_figures().versions())
    zin = (
        f"{many} indicatoren zijn uitgerekend." if many else "Er zijn nog geen cijfers uitgerekend."
    )
    return Controle(
        naam="cijfers",
        titel="Cijfers",
        oordeel=Oordeel.GOED if many else Oordeel.LET_OP,
        zin=zin,
        doe="" if many else "Reken ze uit met: openlea compute.",
    )


def check_keys() -> Controle:
    """Look whether the keys that are needed are there, and whether only their owner reads them."""
    gone = [name for name, needed in _needed().items() if needed and not _opens(name)]
    if gone:
        return _keys(
            Oordeel.FOUT,
            f"Deze sleutels ontbreken of zijn stuk: {', '.join(gone)}.",
            "Zet ze terug uit de bewaarde sleutels: zonder sleutel is niets te lezen.",
        )
    open_folders = [one for one in (settings.SLEUTELS, settings.VAULT) if _is_open(Path(one))]
    if open_folders:
        return _keys(
            Oordeel.LET_OP,
            "Anderen op deze machine kunnen bij de sleutels of de kluis.",
            "Zet de rechten van de mappen op 0700.",
        )
    if settings.HTTPS and Path(settings.SLEUTELS).is_relative_to(settings.DATA):
        return _keys(
            Oordeel.LET_OP,
            "De sleutels staan tussen de gegevens: wie de map kopieert, heeft allebei.",
            "Zet OPENLEA_SLEUTELS op een andere plek, en verhuis de map.",
        )
    return _keys(Oordeel.GOED, "De sleutels zijn leesbaar, en alleen voor de site.", "")


def _keys(oordeel: Oordeel, zin: str, doe: str) -> Controle:
    return Controle(
        naam="kluis", titel="Kluis en sleutels", oordeel=oordeel, zin=zin, doe=doe, nodig=True
    )


def _needed() -> dict[str, bool]:
    """Return per key whether something in the database can't be read without it."""
    return {
        LOGBOEK: Logketen.objects.exclude(zegel="").exists(),
        VELD: Inlogdienst.objects.exclude(geheim="").exists(),
    }


def _opens(name: str) -> bool:
    try:
        return has_key(name) and bool(opened_key(name))
    except NotFound:
        return False


def _is_open(folder: Path) -> bool:
    return folder.is_dir() and bool(folder.stat().st_mode & OTHERS)


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    return folder if folder.exists() else _existing(folder.parent)
