"""What help there is around schools: our file, and those of a municipality's own folder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.errors import BadInput, CatalogueError
from openlea.policy.invoerdeel import read_invoer
from openlea.policy.rondom import Aanbodsoort, Kindregeling, Rondomblad, read_rondom

RONDOM = "rondom/*.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondom:
    """Kinds of help by id and provisions for one gemeente, in the order of the files."""

    soorten: Mapping[str, Aanbodsoort]
    regelingen: tuple[Kindregeling, ...]
    uren_per_fte: float
    uren_bron: str


def _read(roots: Sequence[Path]) -> Mapping[str, Rondomblad]:
    found: dict[str, Rondomblad] = {}
    for root in roots:
        for file in sorted(root.glob(RONDOM)):
            try:
                found[str(file)] = read_rondom(read_invoer(file.read_bytes(), file.name))
            except (BadInput, OSError) as error:
                raise CatalogueError(f"{file}: {error}") from error
    return found


KAST = Kast(RONDOM, _read)


def open_rondom(roots: Sequence[Path], gemeente: str = "") -> Rondom:
    """Return what holds in a gemeente: what an own folder says of an id goes before ours."""
    soorten: dict[str, Aanbodsoort] = {}
    regelingen: dict[str, Kindregeling] = {}
    uren, bron = 0.0, ""
    for blad in KAST.open(roots).values():
        soorten |= {one.id: one for one in blad.soorten}
        regelingen |= {one.id: one for one in blad.regelingen if one.gemeente in ("", gemeente)}
        if blad.uren_per_fte is not None:
            uren, bron = blad.uren_per_fte, blad.uren_bron
    return Rondom(
        soorten=soorten, regelingen=tuple(regelingen.values()), uren_per_fte=uren, uren_bron=bron
    )


def wrong_rondom(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders, by file."""
    return KAST.wrong(roots)
