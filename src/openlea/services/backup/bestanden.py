"""The files of an installation, by part: what goes along in a backup, and what never does."""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from deltalake import DeltaTable
from django.conf import settings

DATABASE = "database"
NOOIT = [
    "sleutels: de map van OPENLEA_SLEUTELS en geheim.sleutel (openlea sleutels bewaren FILE)",
    "mail: berichten die in de map 'mail' staan",
]
"""What never goes along, in words."""
_LOG = re.compile(r"[0-9]{20}(\.checkpoint.*)?\.(json|parquet)")
_PART = re.compile(r"deel-[0-9a-f]{32}\.parquet")


def parts() -> Mapping[str, Path]:
    """Return the folder of each part of files."""
    data = Path(settings.DATA)
    return {
        "catalogus": Path(settings.CATALOGUE or data / "catalogus"),
        "documenten": Path(settings.MEDIA_ROOT),
        "figures": Path(settings.FIGURES),
        "inlezen": data / "inlezen",
        "inlezingen": data / "inlezingen",
        "vault": Path(settings.VAULT),
        "wachtkamer": data / "wachtkamer",
        "warehouse": Path(settings.WAREHOUSE),
    }


def files_of(folder: Path) -> Iterator[str]:
    """Yield the paths in a part that go along, sorted: no keys, nothing half, no links."""
    if not folder.is_dir():
        return
    for path in sorted(_below(folder)):
        yield path.relative_to(folder).as_posix()


def _below(folder: Path) -> Iterator[Path]:
    log = folder / "_delta_log"
    named = _named(folder) if log.is_dir() else None
    for path in folder.iterdir():
        if path.is_symlink() or path.name.startswith(".") or path == Path(settings.SLEUTELS):
            continue
        if path == log:
            yield from (one for one in path.iterdir() if _LOG.fullmatch(one.name))
        elif path.is_dir():
            yield from _below(path)
        elif _goes_along(path) and not _is_loose(path, named):
            yield path


def _goes_along(path: Path) -> bool:
    return path.name != "_slot" and path.suffix not in {".tmp", ".sleutel"} and path.is_file()


def _is_loose(path: Path, named: set[str] | None) -> bool:
    """Return whether it is a piece of a table that no version names: a load that isn't over."""
    return named is not None and bool(_PART.fullmatch(path.name)) and path.name not in named


def _named(folder: Path) -> set[str]:
    """Return the pieces that the log of a table names: first the log, then what it names."""
    log = [one for one in (folder / "_delta_log").iterdir() if _LOG.fullmatch(one.name)]
    told = [one.read_text("utf-8") for one in log if one.suffix == ".json"]
    found = {name for text in told for name in _PART.findall(text)}
    if any(one.suffix == ".parquet" for one in log):
        # An old part of the log can be folded together; then the table itself tells.
        found |= {uri.rpartition("/")[2] for uri in DeltaTable(folder).file_uris()}
    return found


def part_hash(files: Mapping[str, str]) -> str:
    """Return one hash of a part, of the sha-256 by path."""
    lines = "".join(f"{files[path]}  {path}\n" for path in sorted(files))
    return sha256(lines.encode()).hexdigest()


def hash_file(path: Path) -> str:
    """Return the sha-256 of a file."""
    found = sha256()
    with path.open("rb") as opened:
        while piece := opened.read(1024 * 1024):
            found.update(piece)
    return found.hexdigest()
