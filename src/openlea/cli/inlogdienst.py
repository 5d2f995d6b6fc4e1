"""Sign-in services from the command line: add one, list them, try one."""

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

app = App(name="inlogdienst", help="Inloggen met het account van een organisatie.")
Slug = Annotated[str, Parameter(help="Adres van de dienst op deze site: /inloggen/dienst/SLUG/.")]
Naam = Annotated[str, Parameter(help="Naam op de knop.")]
Issuer = Annotated[str, Parameter(help="Adres waarmee de dienst zichzelf noemt.")]
Client = Annotated[str, Parameter(name="--client-id", help="Client-id dat de dienst gaf.")]
Domeinen = Annotated[str, Parameter(help="E-maildomeinen van de organisatie, met komma's.")]
Geheim = Annotated[
    Path | None,
    Parameter(name="--geheim", help="Bestand met het geheim, of - om het in te typen."),
]
Factor = Annotated[
    bool, Parameter(name="--tweede-factor", negative="", help="De dienst vraagt die zelf.")
]


@app.command
def add(  # noqa: PLR0913  # one option per word of the service
    slug: Slug,
    /,
    *,
    naam: Naam,
    issuer: Issuer,
    client_id: Client,
    domeinen: Domeinen,
    geheim: Geheim = None,
    tweede_factor: Factor = False,
    data: Data = None,
    json: Json = False,
) -> None:
    """Voeg een inlogdienst toe; het geheim komt uit een bestand en nooit van de opdrachtregel."""
    start(data)
    from openlea.services.keep_inlogdienst import Dienstwoorden, keep_inlogdienst

    secret = _secret(geheim)
    kept = keep_inlogdienst(
        Dienstwoorden(
            slug=slug,
            naam=naam,
            issuer=issuer,
            client_id=client_id,
            geheim=secret,
            domeinen=domeinen,
            tweede_factor=tweede_factor,
        )
    )
    if json:
        return tell(_rows(kept.slug))
    return say(f"Inlogdienst '{kept.slug}' is toegevoegd. Probeer: openlea inlogdienst test {slug}")


@app.command(name="list")
def list_all(*, data: Data = None, json: Json = False) -> None:
    """Toon de inlogdiensten; nooit een geheim."""
    start(data)
    rows = _rows()
    if json:
        return tell(rows)
    for row in rows:
        say(f"{row['slug']:<20}{'aan' if row['is_aan'] else 'uit':<5}{row['issuer']}")
    return None


@app.command(name="test")
def try_one(slug: Slug, /, *, data: Data = None, json: Json = False) -> None:
    """Vraag een dienst hoe hij antwoordt, en zeg wat er niet klopt."""
    start(data)
    from openlea.services.try_inlogdienst import try_inlogdienst
    from openlea.storage.records.models import Inlogdienst

    dienst = Inlogdienst.objects.filter(slug=slug).first()
    if dienst is None:
        sys.exit(f"Er is geen inlogdienst '{slug}'.")
    found = try_inlogdienst(dienst)
    if json:
        tell(
            {
                "slug": slug,
                "goed": found.is_goed,
                "reden": str(found.reden or ""),
                "authorize": found.authorize,
                "sleutels": found.sleutels,
            }
        )
    elif found.reden is None:
        say(f"{dienst.naam} antwoordt goed; bruikbare sleutels: {found.sleutels}.")
    if found.reden is not None:
        sys.exit(f"{dienst.naam}: {found.reden.label}")


def _rows(slug: str = "") -> list[dict[str, object]]:
    from openlea.storage.records.models import Inlogdienst

    names = ("slug", "naam", "issuer", "client_id", "domeinen", "tweede_factor", "is_aan")
    found = Inlogdienst.objects.filter(slug=slug) if slug else Inlogdienst.objects.all()
    return [dict(row) for row in found.values(*names)]


def _secret(file: Path | None) -> str:
    """Return the secret from a file or from what is typed; '' when there is none."""
    if file is None:
        return ""
    read = sys.stdin.readline() if str(file) == "-" else file.read_text(encoding="utf-8")
    return read.strip()
