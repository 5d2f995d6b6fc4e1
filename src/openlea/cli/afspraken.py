"""Agreements from the command line: who confirmed, can it be measured, and what came of it."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import DEMO, Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from openlea.services.afspraken.regel import Afspraakregel

Waar = Annotated[str, Parameter(name="--werkruimte", help="Van welke werkruimte.")]
Jaar = Annotated[int | None, Parameter(name="--jaar", help="Alleen de afspraken van dit jaar.")]
Zoek = Annotated[str, Parameter(name="--q", help="Alleen met deze woorden, zoals segregatie.")]


def add_to(app: App) -> None:
    """Add the command about agreements."""
    app.command(afspraken)


def afspraken(
    *,
    werkruimte: Waar = DEMO,
    jaar: Jaar = None,
    q: Zoek = "",
    data: Data = None,
    json: Json = False,
) -> None:
    """Toon de afspraken: wie bevestigde, of ze meetbaar zijn, en wat ervan kwam."""
    start(data)
    from django.utils import timezone

    from openlea.policy.rechten import Actor, LidRol
    from openlea.services.afspraken.regel import plain
    from openlea.services.describe_afspraken import Afspraakvraag, describe_afspraken

    room = known(werkruimte).pk
    actor = Actor(werkruimte=room, rol=LidRol.AGENDABEHEERDER, naam="Open LEA")
    found = describe_afspraken(actor, Afspraakvraag(jaar=jaar, q=q), timezone.localdate())
    if json:
        return tell([plain(one) for one in found.regels])
    for one in found.regels:
        _tell(one)
    say(found.telling.zin)
    return None


def _tell(one: "Afspraakregel") -> None:
    value = one.afspraak
    due = f", klaar op {value.voor}" if value.voor else ""
    say(f"{value.nummer}  {value.op}  {value.wat.rstrip('.')}{due}")
    for naam, each in one.deelnames:
        leads = " (trekt)" if each.trekt else ""
        when = f" op {each.op}" if each.op else ""
        say(f"  {naam}{leads}: {each.bevestiging.label.lower()}{when}")
    say(f"  {value.meting.maat}: {one.meting}" if one.meting else "  zonder streefwaarde")
    for missing in one.ontbreekt:
        say(f"  ontbreekt: {missing}")
    came = f": {one.resultaat}" if one.resultaat else ""
    say(f"  {'Te laat' if one.te_laat else value.staat.label}{came}")
