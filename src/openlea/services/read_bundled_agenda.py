"""Read one of the agendas that come with Open LEA, such as the one of Hilversum."""

import json
import tomllib
from datetime import date, time
from decimal import Decimal
from importlib.resources import files

from openlea.core.agenda import Agenda
from openlea.core.errors import BadInput, CatalogueError, NotFound
from openlea.services.read_json import read_json

SHELF = files("openlea") / "catalogue" / "samenwerking" / "agendas"


def read_bundled_agenda(naam: str) -> Agenda:
    """Return the agenda of the file `naam`.toml on the shelf.

    Raises NotFound when there is none, CatalogueError when the file is wrong.
    """
    found = {path.name.removesuffix(".toml"): path for path in SHELF.iterdir()}
    if naam not in found:
        raise NotFound(f"Er is geen agenda {naam!r}; wel {', '.join(sorted(found))}.")
    text = found[naam].read_text(encoding="utf-8")
    try:
        tree = tomllib.loads(text, parse_float=Decimal)
        return read_json(json.dumps(tree, default=_plain))
    except (tomllib.TOMLDecodeError, BadInput) as error:
        raise CatalogueError(f"Repair {naam}.toml on the shelf of agendas: {error}") from error


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | time) else float(str(value))
