"""Examples of how a budget is divided by objective criteria: ours and a municipality's own."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.errors import BadFile, BadInput, CatalogueError, Fout
from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.policy.verdeelcriteria_invoer import read_verdeelcriteria

VERDELING = "*/verdeling/*.toml"


def read_criteria_file(file: Path) -> Verdeelcriteria:
    """Return the criteria in a file; BadFile or BadInput names the file, the key and the reason."""
    try:
        return read_criteria_text(file.read_text(encoding="utf-8"), file.name)
    except UnicodeDecodeError:
        raise BadFile([Fout(file.name, "", "is geen UTF-8; bewaar het bestand zo.")]) from None


def read_criteria_text(text: str, naam: str = "") -> Verdeelcriteria:
    """Return the criteria that a text holds; BadFile or BadInput says which key and why."""
    try:
        return read_verdeelcriteria(tomllib.loads(text), naam)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadFile([Fout(naam, "", f"is geen geldige TOML: {error}.")]) from None


def _read(roots: Sequence[Path]) -> Mapping[str, Verdeelcriteria]:
    found: dict[str, Verdeelcriteria] = {}
    for root in roots:
        for file in sorted(root.glob(VERDELING)):
            try:
                found[file.stem] = read_criteria_file(file)
            except (BadInput, OSError) as error:
                raise CatalogueError(f"{file}: {error}") from error
    return found


KAST = Kast(VERDELING, _read)


def open_verdeelcriteria(roots: Sequence[Path]) -> Mapping[str, Verdeelcriteria]:
    """Return the criteria by the name of their file; read again only when a file changed."""
    return KAST.open(roots)


def wrong_verdeelcriteria(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with the criteria, by file."""
    return KAST.wrong(roots)
