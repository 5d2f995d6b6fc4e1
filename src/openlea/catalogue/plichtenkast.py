"""Every duty that holds here: those that come along, and those in a municipality's own folder.

A municipality's own file (a verordening, its own criteria) with a known id replaces ours, a new id
is added. A wrong file of its own costs itself alone, and is named with what is wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError
from openlea.core.plicht import Plicht
from openlea.core.plichtenplank import DUTIES, in_order, read_plichten, read_plichten_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Plichtenkast:
    """Every duty by id, in order of id; `fouten` says of each own file left out what is wrong."""

    plichten: Mapping[str, Plicht]
    fouten: Mapping[Path, str] = field(default_factory=dict)


def open_plichten(roots: Sequence[Path]) -> Plichtenkast:
    """Return the duties of the shelves; the files are read again only when one changed.

    `roots` is what core.catalogue.find_roots gives: ours first. A wrong file of ours is a
    CatalogueError.
    """
    return _opened(tuple(roots), tuple(_seen(roots)))


def _seen(roots: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    for root in roots:
        for file in sorted(root.glob(DUTIES)):
            yield file, stamp(file)


@lru_cache(maxsize=4)
def _opened(roots: tuple[Path, ...], _files: tuple[tuple[Path, int], ...]) -> Plichtenkast:
    plichten, fouten = dict(read_plichten(roots[:1])), dict[Path, str]()
    for root in roots[1:]:
        plichten |= _own(root, roots, fouten)
    return Plichtenkast(plichten=in_order(plichten), fouten=fouten)


def _own(root: Path, roots: Sequence[Path], fouten: dict[Path, str]) -> Mapping[str, Plicht]:
    """Return the duties in a folder of one's own; of a wrong file the fault goes to `fouten`."""
    found: dict[str, Plicht] = {}
    for file in sorted(root.glob(DUTIES)):
        try:
            found |= _added(file, roots, found)
        except CatalogueError as error:
            fouten[file] = str(error)
    return found


def _added(file: Path, roots: Sequence[Path], found: Mapping[str, Plicht]) -> Mapping[str, Plicht]:
    """Return the duties of one file; an id that another file here has already is refused."""
    here = read_plichten_in(file, roots)
    for naam in here:
        if naam in found:
            raise CatalogueError(
                f"{file}: [{naam}] is also in {found[naam].file}; give one another id"
            )
    return here
