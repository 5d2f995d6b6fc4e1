"""The dekkend netwerk from the command line: what is needed, what schools offer, and the gaps."""

import sys
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.services.describe_dekking import Dekking

Swv = Annotated[str, Parameter(name="--swv", help="Code van het samenwerkingsverband: PO2604.")]
Waar = Annotated[
    str, Parameter(name="--werkruimte", help="Van welke werkruimte; bij een enkele niet nodig.")
]
Periode = Annotated[str, Parameter(name="--periode", help="Schooljaar; anders het nieuwste.")]


def add_to(app: App) -> None:
    """Add the command about the dekkend netwerk."""
    app.command(dekkend)


def dekkend(
    *, swv: Swv, werkruimte: Waar = "", periode: Periode = "", data: Data = None, json: Json = False
) -> None:
    """Toon of er voor elk kind een passende plek is: behoefte, aanbod en gaten."""
    start(data)
    from openlea.core.place import PlaceKey, PlaceKind
    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.describe_dekking import describe_dekking
    from openlea.services.passend.uitvoer import as_plain

    code = PlaceKey.of(PlaceKind.SWV, swv).code
    room = known(werkruimte or _only()).pk
    actor = Actor(werkruimte=room, rol=LidRol.ANALIST, naam="Open LEA")
    found = describe_dekking(actor, periode, code)
    if periode and found.staat is None:
        others = ", ".join(found.perioden) or "geen"
        sys.exit(f"Over {periode} is niets geteld. Wel over: {others}.")
    return tell(as_plain(found)) if json else _tell(found)


def _only() -> str:
    """Return the one werkruimte there is, or ask which."""
    from openlea.storage.records.models import Werkruimte

    slugs = list(Werkruimte.objects.values_list("slug", flat=True))
    if len(slugs) != 1:
        sys.exit(f"Kies een werkruimte met --werkruimte. Er zijn: {', '.join(slugs) or 'geen'}.")
    return str(slugs[0])


def _tell(found: "Dekking") -> None:
    from openlea.policy.cijfertekst import bereik_tekst

    if found.staat is None:
        say("Er is nog niets over TLV's en arrangementen aangeleverd en geteld.")
    for one in found.gaten:
        short = bereik_tekst(one.tekort, 0) if one.tekort else "niet bekend"
        say(f"{one.soort.titel}: {short} meer leerlingen dan plekken die scholen noemen.")
    for line in found.let_op:
        say(f"Let op: {line}")
