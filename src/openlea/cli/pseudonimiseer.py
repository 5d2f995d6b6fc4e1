"""Takes out of a file who the persons are, on one's own machine: nothing is sent anywhere."""

import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Json, say, tell

if TYPE_CHECKING:
    from openlea.core.registratie import Registratie
    from openlea.services.pseudonimiseer_file import Verslag

Sleutel = Annotated[Path | None, Parameter(name="--sleutel", help="Sleutelbestand van afzender.")]
Out = Annotated[Path | None, Parameter(name="--out", help="Waar het resultaat (csv) komt.")]
Kaart = Annotated[str, Parameter(name="--registratie", help="Welke registratie, zoals die heet.")]
Behoud = Annotated[
    tuple[str, ...],
    Parameter(name="--behoud", help="Kop van een kolom die mag blijven.", negative=""),
]
Afzender = Annotated[
    str, Parameter(name="--afzender", help="Code van je organisatie, bij een eigen nummer.")
]
Maak = Annotated[Path | None, Parameter(name="--maak-sleutel", help="Maak een sleutelbestand.")]
Page = Annotated[Path | None, Parameter(name="--bladzijde", help="Schrijf de bladzijde (html).")]
_ASK = "Geef een bestand, --sleutel en --out. Zie: openlea pseudonimiseer --help"


def add_to(app: App) -> None:
    """Add the command that takes persons out of a file."""
    app.command(pseudonimiseer)


def pseudonimiseer(  # noqa: PLR0913  each is an option of the command
    file: Path | None = None,
    /,
    *,
    sleutel: Sleutel = None,
    out: Out = None,
    registratie: Kaart = "",
    behoud: Behoud = (),
    afzender: Afzender = "",
    maak_sleutel: Maak = None,
    bladzijde: Page = None,
    json: Json = False,
) -> None:
    """Maak van een bestand met personen een bestand met pseudoniemen, op je eigen computer.

    Wat niet bekend is, valt weg. Er gaat niets naar een server.
    """
    if maak_sleutel is not None:
        return _make_key(maak_sleutel)
    if bladzijde is not None:
        return _write_page(bladzijde)
    if file is None or sleutel is None or out is None:
        sys.exit(_ASK)
    from openlea.policy.afzendersleutel import key_of_text
    from openlea.services.pseudonimiseer_file import pseudonimiseer_file

    key = key_of_text(sleutel.read_text(encoding="utf-8", errors="replace"))
    verslag = pseudonimiseer_file(
        file, out, key, _declared(registratie), behoud=behoud, afzender=afzender
    )
    return tell(verslag.as_plain()) if json else _tell(verslag, out)


def _declared(naam: str) -> "Registratie | None":
    if not naam:
        return None
    from openlea.catalogue.registratiekast import open_registraties
    from openlea.core.catalogue import find_roots

    found = open_registraties(find_roots(os.environ.get("OPENLEA_CATALOGUE", "")))
    if naam not in found:
        sys.exit(f"Registratie '{naam}' is er niet. Er is wel: {', '.join(found) or 'geen'}.")
    return found[naam]


def _make_key(file: Path) -> None:
    from openlea.policy.afzendersleutel import BYTES, key_text
    from openlea.services.desk.schrijven import beside

    if file.exists():
        sys.exit(f"{file} is er al. Een sleutel overschrijven kan niet: kies een andere naam.")
    with beside(file) as opened:
        opened.write(key_text(secrets.token_bytes(BYTES)))
    say(f"Sleutel gemaakt: {file}. Bewaar hem veilig; met een andere sleutel past niets op elkaar.")


def _write_page(file: Path) -> None:
    from openlea.services.write_desk_page import write_desk_page

    file.write_bytes(write_desk_page())
    say(f"Bladzijde gemaakt: {file}. Open hem in de browser; er is geen internet nodig.")


def _tell(verslag: "Verslag", out: Path) -> None:
    for one in verslag.kop.kolommen:
        say(f"{one.nummer}. {one.kop}: {one.gedaan.label.lower()} ({one.reden})")
    for fout in verslag.fouten:
        say(f"Afgekeurd: {fout}")
    if verslag.afgekeurd > len(verslag.fouten):
        say(f"Er zijn {verslag.afgekeurd} rijen afgekeurd; niet elke fout staat hierboven.")
    for naam, count in verslag.leeggemaakt.items():
        say(f"Kolom {naam}: {count} cellen leeggemaakt, want niet bruikbaar.")
    say(f"{verslag.rijen} rijen geschreven, {verslag.afgekeurd} afgekeurd: {out}")
