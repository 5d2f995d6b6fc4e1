"""What school buildings are reckoned with: our file, and those of a municipality's own folder."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.errors import BadInput, CatalogueError
from openlea.policy.huisvestingsregels import Huisvestingsverordening, read_huisvestingsregels
from openlea.policy.invoerdeel import read_invoer

VERORDENINGEN = "huisvesting/verordeningen/*.toml"
MODEL = "model"


def _read(roots: Sequence[Path]) -> Mapping[str, Huisvestingsverordening]:
    found: dict[str, Huisvestingsverordening] = {}
    for root in roots:
        for file in sorted(root.glob(VERORDENINGEN)):
            try:
                found[file.stem] = read_huisvestingsregels(
                    read_invoer(file.read_bytes(), file.name)
                )
            except (BadInput, OSError) as error:
                raise CatalogueError(f"{file}: {error}") from error
    return found


KAST = Kast(VERORDENINGEN, _read)


def find_huisvestingsregels(roots: Sequence[Path], gemeente: str) -> Huisvestingsverordening:
    """Return the ordinance of a gemeente by its code, else the model that asks to be changed."""
    shelf = KAST.open(roots)
    own = (one for one in shelf.values() if gemeente and one.gemeente == gemeente)
    return next(own, shelf[MODEL])


def wrong_huisvestingsregels(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with the ordinances, by file."""
    return KAST.wrong(roots)
