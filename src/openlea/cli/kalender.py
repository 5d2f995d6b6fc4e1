"""The legal calendar of a year from the command line: as a list, JSON, or a calendar file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openlea.policy.rechten import Actor
    from openlea.services.kalender.getoond import Getoond

Jaar = Annotated[int | None, Parameter(name="--jaar", help="Welk jaar; anders dit jaar.")]
Van = Annotated[
    str, Parameter(name="--houder", help="Van wie: gemeente, schoolbestuur, swv, college …")
]
Waar = Annotated[
    str, Parameter(name="--werkruimte", help="De taken van deze werkruimte, met hun stand.")
]
Bestand = Annotated[
    str,
    Parameter(
        name="--ics",
        allow_leading_hyphen=True,
        help="Schrijf een kalenderbestand; - is naar het scherm.",
    ),
]


def add_to(app: App) -> None:
    """Add this command to the app."""
    app.command(kalender)


def kalender(
    *,
    jaar: Jaar = None,
    houder: Van = "",
    werkruimte: Waar = "",
    ics: Bestand = "",
    data: Data = None,
    json: Json = False,
) -> None:
    """Toon wat de wet in een jaar vraagt en uiterlijk wanneer, of maak er een kalender van."""
    start(data, new=not werkruimte)
    from django.utils import timezone

    from openlea.services.describe_kalender import describe_kalender

    today = timezone.localdate()
    actor = _keeper(werkruimte) if werkruimte else None
    year = today.year if jaar is None else jaar
    found = describe_kalender(year, today, houder, actor)
    _tell_left_out()
    if ics:
        _write(found, ics, f"Wettelijke kalender {year}", json=json)
    if json:
        return tell([one.as_plain() for one in found])
    return None if ics else _tell(found, year)


def _keeper(slug: str) -> "Actor":
    """Return who runs this command: whoever may run it here reads everything here."""
    from openlea.policy.rechten import Actor, LidRol

    return Actor(werkruimte=known(slug).pk, rol=LidRol.AGENDABEHEERDER, naam="Open LEA")


def _tell_left_out() -> None:
    """Say which files of one's own could not be read: their days are missing."""
    from django.conf import settings

    from openlea.catalogue.plichtenkast import open_plichten
    from openlea.core.catalogue import find_roots

    for file, why in open_plichten(find_roots(settings.CATALOGUE)).fouten.items():
        sys.stderr.write(f"Overgeslagen: {file}: {why}\n")


def _write(found: "Sequence[Getoond]", ics: str, naam: str, *, json: bool) -> None:
    from openlea.services.write_ics import write_ics

    written = write_ics([one.regel for one in found], naam)
    if ics != "-":
        Path(ics).write_bytes(written)
        if not json:
            say(f"{len(found)} dagen geschreven in {ics}.")
    elif json:
        sys.exit("Kies: --ics - of --json. Naar het scherm kan er één.")
    else:
        sys.stdout.buffer.write(written)
        sys.stdout.flush()


def _tell(found: "Sequence[Getoond]", jaar: int) -> None:
    for one in found:
        punt = one.punt
        who = punt.partij or ", ".join(houder.label for houder in punt.houders)
        state = f" [{punt.staat.label}]" if punt.staat else ""
        mark = f" ({punt.zekerheid})" if punt.twijfel else ""
        say(f"{punt.uiterlijk}  {punt.titel}: {punt.tekst}, {punt.grondslag}{mark}{state}  {who}")
    say(f"{len(found)} dagen in {jaar}.")
