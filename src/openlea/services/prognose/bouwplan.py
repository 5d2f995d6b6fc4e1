"""Reads which houses will be built, and how many children live in one: a small toml file."""

import tomllib
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.policy.prognosescenario import Woningbouw

VORM = (
    "Schrijf per jaar [[bouw]] met jaar, woningen, bron en [bouw.kinderen_per_woning] met "
    "leeftijd = aantal, zoals 4 = 0.05."
)


def read_bouwplan(file: Path) -> tuple[Woningbouw, ...]:
    """Return the houses of a file; BadInput says how it should be written."""
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return tuple(
            Woningbouw(
                jaar=int(one["jaar"]),
                woningen=int(one["woningen"]),
                kinderen_per_woning={
                    int(age): float(many) for age, many in one["kinderen_per_woning"].items()
                },
                bron=str(one.get("bron", "")),
            )
            for one in told["bouw"]
        )
    except OSError as why:
        raise BadInput([Fout(str(file), "", "Dit bestand is niet te lezen.")]) from why
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as why:
        raise BadInput([Fout(file.name, "", VORM)]) from why
    except ValueError as why:
        raise BadInput([Fout(file.name, "", f"{why} {VORM}")]) from why
