"""Reckons a business case from a file, on one's own machine: no werkruimte, no database."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Json, say, tell

if TYPE_CHECKING:
    from openlea.policy.businesscase import Businesscase
    from openlea.services.businesscase.uitkomst import Uitkomst

Trekkingen = Annotated[
    int, Parameter(name="--trekkingen", help="Hoe vaak alle aannamen worden getrokken.")
]
Zaad = Annotated[int, Parameter(name="--zaad", help="Hetzelfde zaad geeft dezelfde uitkomst.")]
Out = Annotated[
    Path | None, Parameter(name="--out", help="Schrijf een bestand (docx, pdf, html of json).")
]
FEWEST, MOST = 100, 1_000_000


def add_to(app: App) -> None:
    """Add the command that reckons a business case."""
    app.command(businesscase)


def businesscase(
    file: str,
    /,
    *,
    trekkingen: Trekkingen = 10_000,
    zaad: Zaad = 1,
    out: Out = None,
    json: Json = False,
) -> None:
    """Reken een business case door: wie betaalt, wie wint, wanneer het terugverdiend is.

    FILE is een bestand (toml), of de naam van een voorbeeld: thuisnabij_so.
    """
    if not FEWEST <= trekkingen <= MOST or zaad < 0:
        sys.exit(f"Kies {FEWEST} tot {MOST} trekkingen, en een zaad van 0 of hoger.")
    from openlea.services.businesscase.uitkomst import as_plain
    from openlea.services.reckon_businesscase import reckon_businesscase

    found = reckon_businesscase(_case(file), trekkingen=trekkingen, zaad=zaad)
    if out is not None:
        from openlea.services.write_businesscase import write_businesscase

        out.write_bytes(write_businesscase(found, out.suffix.removeprefix(".")))
    return tell(as_plain(found)) if json else _tell(found)


def _case(named: str) -> "Businesscase":
    from openlea.catalogue.businesscasekast import open_businesscases, read_case_file
    from openlea.core.catalogue import find_roots

    if named.endswith(".toml") or Path(named).is_file():
        return read_case_file(Path(named))
    shelf = open_businesscases(find_roots(os.environ.get("OPENLEA_CATALOGUE", "")))
    if named not in shelf:
        sys.exit(f"Er is geen bestand of voorbeeld '{named}'. Voorbeelden: {', '.join(shelf)}.")
    return shelf[named]


def _tell(found: "Uitkomst") -> None:
    from openlea.services.businesscase.uitkomst import whole

    for line in (found.case.titel, found.conclusie, found.wie, found.gaten):
        say(line)
    say("")
    for one in found.kassen:
        ends = f"{whole(one.waarde.bereik.laag)} tot {whole(one.waarde.bereik.hoog)}"
        say(f"{one.kas.label:<30}{whole(one.waarde.midden):>14}   ({ends})")
    say("")
    say("Wat het zwaarst weegt:")
    for swing in found.tornado:
        turn = "  keert de conclusie om" if swing.keert else ""
        ends = f"{whole(swing.bij_laag)} tot {whole(swing.bij_hoog)}"
        say(f"- {swing.aanname.naam}: {ends}{turn}")
