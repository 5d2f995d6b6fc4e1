"""What must be removed because its term has passed, from the command line: look first, then do."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell

if TYPE_CHECKING:
    from datetime import date

    from openlea.services.describe_bewaring import Bewaarregel

Droog = Annotated[
    bool, Parameter(name="--dry-run", negative="", help="Alleen tonen wat weg zou gaan.")
]


def add_to(app: App) -> None:
    """Add this command to the app."""
    app.command(retention)


def retention(*, dry_run: Droog = False, data: Data = None, json: Json = False) -> None:
    """Verwijder wat langer bewaard is dan mag; met --dry-run staat er alleen wat dat zou zijn."""
    start(data)
    from django.utils import timezone

    from openlea.services.describe_bewaring import describe_bewaring
    from openlea.services.remove_expired import remove_expired

    today = timezone.localdate()
    found = describe_bewaring(today)
    if json:
        tell(_table(found, today, is_dry=dry_run))
    else:
        _say(found)
    if not dry_run:
        proofs = remove_expired(found, today)
        if not json:
            say(f"Verwijderd: {sum(one.aantal for one in proofs)}.")


def _table(found: "tuple[Bewaarregel, ...]", on: "date", *, is_dry: bool) -> dict[str, object]:
    return {
        "dag": on.isoformat(),
        "droog": is_dry,
        "soorten": [
            {
                "soort": line.soort,
                "werkruimte": line.plek.slug if line.plek else None,
                "termijn": line.termijn,
                "bevestigd": line.kaart.bevestigd,
                "aantal": len(line.opruiming.weg),
                "nummers": list(line.opruiming.weg),
                "vastgehouden": list(line.opruiming.vastgehouden),
                "vingerafdruk": line.opruiming.vingerafdruk,
            }
            for line in found
        ],
    }


def _say(found: "tuple[Bewaarregel, ...]") -> None:
    due = [line for line in found if line.opruiming.weg or line.opruiming.vastgehouden]
    for line in due:
        where = line.plek.naam if line.plek else "de installatie"
        held = len(line.opruiming.vastgehouden)
        kept = f", {held} vastgehouden" if held else ""
        say(f"{where}: {line.kaart.titel.lower()}: {len(line.opruiming.weg)} gaat weg{kept}")
        say(f"  {line.termijn}")
    if not due:
        say("Er is niets waarvan de termijn voorbij is.")
