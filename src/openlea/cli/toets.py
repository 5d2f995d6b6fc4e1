"""Norms from the command line: give the numbers, and see what the law makes of them."""

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

if TYPE_CHECKING:
    from openlea.policy.normen.gegeven import Gegeven
    from openlea.policy.normen.norm import Norm
    from openlea.services.plichten.normoordeel import Normoordeel

Op = Annotated[str, Parameter(name="--on", help="Op welke dag, zoals 2026-11-22; anders vandaag.")]


def add_to(app: App) -> None:
    """Add the command about norms."""
    app.command(toets)


def toets(
    norm: str = "", /, *gegevens: str, on: Op = "", data: Data = None, json: Json = False
) -> None:
    """Reken een norm na, zoals: openlea toets opheffingsnorm kinderen=4000 km2=80.

    Zonder norm: alle normen met wat ze vragen.
    """
    start(data, new=True)
    if not norm:
        return _tell_norms(json=json)
    from django.utils.timezone import localdate

    from openlea.services.judge_norm import judge_norm

    told, today = _pairs(gegevens), localdate()
    found = judge_norm(norm, told, _day(on) if on else today, today)
    for file, why in found.fouten.items():
        sys.stderr.write(f"Overgeslagen: {file}: {why}\n")
    return tell(found.as_plain()) if json else _tell_outcome(found)


def _pairs(gegevens: tuple[str, ...]) -> Mapping[str, str]:
    """Return what was told by name; a word that isn't naam=waarde stops the command."""
    told: dict[str, str] = {}
    for each in gegevens:
        naam, sign, value = each.partition("=")
        if not (naam and sign):
            sys.exit(f"'{each}' is geen gegeven. Schrijf naam=waarde, zoals kinderen=4000.")
        if naam in told:
            sys.exit(f"{naam} staat er twee keer.")
        told[naam] = value
    return told


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        sys.exit(f"'{text}' is geen dag; schrijf 2026-11-22.")


def _tell_outcome(found: "Normoordeel") -> None:
    uitkomst = found.uitkomst
    unit = "" if isinstance(uitkomst.waarde, bool | date | None) else f" {uitkomst.eenheid}"
    verdict = f" ({uitkomst.oordeel})" if uitkomst.oordeel else ""
    say(f"{uitkomst.waarde_tekst}{unit}{verdict}")
    for line in (uitkomst.toelichting, *uitkomst.stappen):
        say(line)
    say(f"Grondslag: {found.grondslag}. {found.stand.zin}")


def _tell_norms(*, json: bool) -> None:
    from openlea.policy.normen.register import NORMEN

    if json:
        return tell([_plain(norm) for norm in NORMEN.values()])
    for norm in NORMEN.values():
        say(f"{norm.naam}: {norm.titel}")
        for one in norm.gegevens:
            say(f"  {one.naam}{'' if one.verplicht else ' (mag)'}: {one.betekenis}. {_kind(one)}")
    return None


def _kind(gegeven: "Gegeven") -> str:
    skip = f"; '{gegeven.overslaan}' telt niet mee" if gegeven.overslaan else ""
    return f"Geef {gegeven.soort.label}{skip}."


def _plain(norm: "Norm") -> dict[str, Any]:
    return {
        "norm": norm.naam,
        "titel": norm.titel,
        "eenheid": norm.eenheid,
        "plichten": list(norm.plichten),
        "gegevens": [
            {
                "naam": one.naam,
                "betekenis": one.betekenis,
                "soort": one.soort.label,
                "eenheid": one.eenheid,
                "verplicht": one.verplicht,
            }
            for one in norm.gegevens
        ],
    }
