"""Check a backup: every byte of it, and if asked whether this installation holds the same."""

from dataclasses import dataclass
from pathlib import Path

from openlea.services.backup.bestanden import DATABASE, files_of, hash_file, part_hash, parts
from openlea.services.backup.inhoud import HOOFD, LOG, told_tables
from openlea.services.backup.lezen import read_whole
from openlea.services.backup.momentopname import snapshot
from openlea.services.backup.stand import applied, apps_of
from openlea.services.backup.vorm import Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Nagekeken:
    """A sound backup; `anders` names what this installation holds otherwise."""

    manifest: Manifest
    anders: tuple[str, ...] = ()


def verify_backup(file: Path, *, met_installatie: bool = False) -> Nagekeken:
    """Read the whole file and return its list; BadFile with the member and the reason.

    With `met_installatie` every table and part is compared. Lines that the log got since don't
    count as a difference.
    """
    manifest = read_whole(file).manifest
    if not met_installatie:
        return Nagekeken(manifest=manifest)
    return Nagekeken(manifest=manifest, anders=(*_tables(manifest), *_parts(manifest)))


def _tables(manifest: Manifest) -> list[str]:
    known = {one.naam: one for one in manifest.tabellen}
    with snapshot() as connection:
        migraties = applied(connection)
        if migraties != manifest.migraties:
            return [f"{DATABASE}: een andere stand van de database (andere versie)"]
        last = known[LOG].hoogste if LOG in known else None
        found = told_tables(connection, apps_of(connection, migraties), last)
    return [
        f"{DATABASE}/{one.naam}"
        for one in found
        if one.naam != HOOFD and (one.naam not in known or one.inhoud != known[one.naam].inhoud)
    ]


def _parts(manifest: Manifest) -> list[str]:
    differs = []
    for deel, folder in parts().items():
        found = {pad: hash_file(folder / pad) for pad in files_of(folder)}
        if part_hash(found) == manifest.delen.get(deel):
            continue
        known = {lid.pad: lid.sha256 for lid in manifest.leden if lid.deel == deel}
        paths = sorted(found.keys() | known.keys())
        differs += [f"{deel}/{pad}" for pad in paths if found.get(pad) != known.get(pad)]
    return differs
