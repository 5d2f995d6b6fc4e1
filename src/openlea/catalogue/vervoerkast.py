"""What transport is reckoned with here: our files, and those of a municipality's own folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.errors import BadInput, CatalogueError
from openlea.policy.invoerdeel import Invoerdeel, read_invoer
from openlea.policy.vervoer import Rekenwijze, Tarief, read_rekenwijze, read_tarieven
from openlea.policy.vervoerregels import Verordening, read_verordening

REKENWIJZE, TARIEVEN = "vervoer/rekenwijze.toml", "vervoer/tarieven.toml"
VERORDENINGEN = "vervoer/verordeningen/*.toml"
MODEL = "model"


def read_file(file: Path) -> Invoerdeel:
    """Return what a TOML file says; BadFile names the file and the reason."""
    return read_invoer(file.read_bytes(), file.name)


def open_rekenwijze(roots: Sequence[Path]) -> Rekenwijze:
    """Return how is reckoned, the tariffs included; a file in an own folder goes before ours.

    BadInput names the file, the key and the reason.
    """
    found = read_rekenwijze(read_file(_last(roots, REKENWIJZE)))
    tarieven = read_tarieven(read_file(_last(roots, TARIEVEN)))
    return with_tarieven(found, tarieven)


def with_tarieven(wijze: Rekenwijze, tarieven: Sequence[Tarief]) -> Rekenwijze:
    """Return the same with other tariffs."""
    return Rekenwijze(omweg=wijze.omweg, snelheid=wijze.snelheid, tarieven=tuple(tarieven))


def _last(roots: Sequence[Path], name: str) -> Path:
    return next(one / name for one in reversed(roots) if (one / name).is_file())


def _read(roots: Sequence[Path]) -> Mapping[str, Verordening]:
    found: dict[str, Verordening] = {}
    for root in roots:
        for file in sorted(root.glob(VERORDENINGEN)):
            try:
                found[file.stem] = read_verordening(read_file(file))
            except (BadInput, OSError) as error:
                raise CatalogueError(f"{file}: {error}") from error
    return found


KAST = Kast(VERORDENINGEN, _read)


def find_verordening(roots: Sequence[Path], gemeente: str) -> Verordening:
    """Return the ordinance of a gemeente by its code, else the model that asks to be changed."""
    shelf = KAST.open(roots)
    own = (one for one in shelf.values() if one.gemeente == gemeente)
    return next(own, shelf[MODEL])


def wrong_verordeningen(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with the ordinances, by file."""
    return KAST.wrong(roots)
