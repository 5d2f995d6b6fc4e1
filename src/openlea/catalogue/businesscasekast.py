"""Business cases: ours as examples to copy, and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.errors import BadInput, CatalogueError
from openlea.policy.businesscase import Businesscase
from openlea.policy.businesscase_invoer import read_businesscase
from openlea.policy.invoerdeel import read_invoer

BUSINESSCASES = "*/businesscases/*.toml"


def read_case_file(file: Path) -> Businesscase:
    """Return the case in a file; BadFile or BadInput names the file, the key and the reason."""
    return read_businesscase(read_invoer(file.read_bytes(), file.name))


def _read(roots: Sequence[Path]) -> Mapping[str, Businesscase]:
    found: dict[str, Businesscase] = {}
    for root in roots:
        for file in sorted(root.glob(BUSINESSCASES)):
            try:
                found[file.stem] = read_case_file(file)
            except (BadInput, OSError) as error:
                raise CatalogueError(f"{file}: {error}") from error
    return found


KAST = Kast(BUSINESSCASES, _read)


def open_businesscases(roots: Sequence[Path]) -> Mapping[str, Businesscase]:
    """Return the cases by the name of their file; read again only when a file changed."""
    return KAST.open(roots)
