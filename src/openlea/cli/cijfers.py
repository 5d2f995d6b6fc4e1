"""Figures from the command line: compute them, explain one, compare a municipality."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, known, say, start, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openlea.core.place import PlaceKey
    from openlea.services.berekenen.berekend import Berekend
    from openlea.services.vergelijken.vergelijking import Vergelijking
    from openlea.services.verklaring.verklaring import Verklaring

Gemeente = Annotated[str, Parameter(name="--gemeente", help="Naam of code van de gemeente.")]
Plaats = Annotated[
    str, Parameter(name="--plaats", help="Andere plaats, zoals school:00AB00 of swv:PO2707.")
]
Laag = Annotated[str, Parameter(name="--werkruimte", help="Met de eigen tabellen van wie.")]
Periode = Annotated[str, Parameter(name="--periode", help="Anders de nieuwste.")]
LANDELIJK = "landelijk"


def add_to(app: App) -> None:
    """Add the commands about figures."""
    for command in (compute, explain, vergelijk):
        app.command(command)


def compute(
    *indicatoren: str,
    gemeente: Gemeente = "",
    plaats: Plaats = "",
    werkruimte: Laag = LANDELIJK,
    data: Data = None,
    json: Json = False,
) -> None:
    """Bereken wat veranderd is; met --gemeente staan de cijfers van die gemeente erbij."""
    start(data, new=werkruimte == LANDELIJK)
    from openlea.services.describe_figures import describe_figures
    from openlea.services.find_indicator import find_indicator

    ids = [find_indicator(each).id for each in indicatoren]
    key = _asked(gemeente, plaats) if gemeente or plaats else None
    done = computed(werkruimte, ids or None)
    if key is None:
        return tell(done.as_plain()) if json else _tell_done(done.as_plain())
    _refuse_unknown(key)
    found = describe_figures(ids, key, laag=werkruimte)
    if json:
        return tell([each.as_plain() for each in found])
    for each in found:
        say(f"{each.titel}, {each.periode or 'geen periode'}: {each.getal}")
    return None


def explain(
    indicator: str,
    *,
    gemeente: Gemeente = "",
    plaats: Plaats = "",
    periode: Periode = "",
    werkruimte: Laag = LANDELIJK,
    data: Data = None,
    json: Json = False,
) -> None:
    """Verklaar een getal: wat het betekent, hoe het is berekend en waar het vandaan komt."""
    start(data, new=werkruimte == LANDELIJK)
    from openlea.services.explain_figure import explain_figure
    from openlea.services.find_indicator import find_indicator

    entry, key = find_indicator(indicator), _asked(gemeente, plaats)
    computed(werkruimte, [entry.id])
    _refuse_unknown(key)
    found = explain_figure(entry.id, key, periode or None, laag=werkruimte)
    return tell(found.as_plain()) if json else _tell_verklaring(found)


def vergelijk(
    *,
    gemeente: Gemeente,
    werkruimte: Laag = LANDELIJK,
    data: Data = None,
    json: Json = False,
) -> None:
    """De tien gemeenten die het meest op een gemeente lijken, en waarin."""
    start(data, new=werkruimte == LANDELIJK)
    from openlea.services.compare_gemeenten import compare_gemeenten

    key = _asked(gemeente, "")
    computed(werkruimte)
    found = compare_gemeenten(key, laag=werkruimte)
    return tell(found.as_plain()) if json else _tell_vergelijking(found)


def _asked(gemeente: str, plaats: str) -> "PlaceKey":
    """Return the place that was meant; what isn't known is refused with what looks like it."""
    from openlea.core.place import PlaceKey
    from openlea.services.find_gemeente import find_gemeente

    if not (gemeente or plaats):
        sys.exit("Zeg van welke plaats: --gemeente Hilversum, of --plaats school:00AB00.")
    return PlaceKey.parse(plaats) if plaats else find_gemeente(gemeente)


def _refuse_unknown(key: "PlaceKey") -> None:
    """Stop when no table names this place: a typing error is no place without figures."""
    from openlea.storage.figures.store import open_figures

    if open_figures(LANDELIJK).place(key) is None:
        sys.exit(f"'{key}' is geen plaats die hier bekend is.")


def computed(laag: str, indicators: "Sequence[str] | None" = None) -> "Berekend":
    """Compute what changed since the last time: for the country, and for a werkruimte its own."""
    from openlea.services.compute_figures import compute_figures

    if laag != LANDELIJK:
        known(laag)
    done = compute_figures(indicators)
    return done if laag == LANDELIJK else compute_figures(indicators, laag=laag)


def _tell_done(done: dict[str, Any]) -> None:
    say(done["zin"])
    for indicator, tables in done["zonder_bron"].items():
        say(f"{indicator}: geen tabel {', '.join(tables)}")
    for indicator, why in done["mislukt"].items():
        say(f"{indicator}: {why}")


def _tell_verklaring(found: "Verklaring") -> None:
    card = found.indicator.card
    periode = f", {found.cijfer.periode}" if found.cijfer else ""
    say(f"{card.titel}, {found.plaatsnaam}{periode}: {found.getal}")
    for line in (card.definitie, found.reden, *found.som):
        if line:
            say(f"  {line}")
    for each in found.herkomst:
        lading = each.lading
        say(f"Uit {each.bron.titel} ({lading.uitgever}), versie {each.versie.versie}")
        say(f"  {lading.adres}")
        say(f"  sha256 {lading.sha256}, ingelezen {lading.moment:%d-%m-%Y %H:%M} UTC")
        say(f"  {lading.rijen} rijen in de tabel, {lading.afgekeurd} rijen afgekeurd")
    if found.cijfer:
        say(f"Rijen in dit cijfer: {found.cijfer.rijen}")
    for line in found.let_op:
        say(f"Let op: {line}")
    if found.norm:
        say(f"Norm: {found.norm}")
    say(f"Voorbeeld: {card.titel.lower()}: {found.indicator.example.uitleg}")


def _tell_vergelijking(found: "Vergelijking") -> None:
    say(f"Het meest lijken op {found.naam}:")
    for one in found.naasten:
        missing = f" (zonder: {', '.join(one.ontbreekt)})" if one.ontbreekt else ""
        say(f"  {one.afstand:.2f}".replace(".", ",") + f"  {one.naam}{missing}")
    say("Vergeleken op: " + "; ".join(f"{one.titel} ({one.periode})" for one in found.kenmerken))
    if found.ontbreekt:
        say(f"Van {found.naam} niet bekend: {', '.join(found.ontbreekt)}")
