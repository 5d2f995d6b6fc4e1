"""Back-ups: make one, check one, put one back; and the keys, which go apart."""

import sys
from dataclasses import asdict
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, Json, say, start, tell
from openlea.policy.schrijfwijze import count

if TYPE_CHECKING:
    from openlea.services.backup.vorm import Manifest

File = Annotated[Path, Parameter(help="Het bestand.")]
Beside = Annotated[
    bool,
    Parameter(
        name="--met-installatie",
        negative="",
        help="Vergelijk ook met wat deze installatie nu bevat.",
    ),
]
Secret = Annotated[
    Path | None,
    Parameter(name="--wachtzin-uit", help="Bestand met de wachtzin; anders wordt die gevraagd."),
]
sleutels = App(name="sleutels", help="De sleutels bewaren en terugzetten, apart van de back-up.")
APART = (
    "De sleutels zitten er niet in. Bewaar die apart, steeds alleen de laatste: "
    "openlea sleutels bewaren FILE"
)


EERST = "Begin opnieuw in een lege map: zet eerst de sleutels terug en dan pas de back-up."


def add_to(app: App) -> None:
    """Add these commands to the app."""
    app.command(backup)
    app.command(verify)
    app.command(restore)
    app.command(sleutels)


def backup(file: File, /, *, data: Data = None, json: Json = False) -> None:
    """Maak een back-up, ook terwijl er gewerkt wordt: database, tabellen, kluis, documenten."""
    start(data)
    from openlea.services.make_backup import make_backup

    made = make_backup(file)
    if json:
        return tell(_told(made))
    say(f"{file}: {_sum(made)}.")
    for one in made.afwezig:
        say(f"  was er niet meer: {one}")
    return say(APART)


def verify(
    file: File, /, *, met_installatie: Beside = False, data: Data = None, json: Json = False
) -> None:
    """Kijk een back-up na, tot op de laatste byte; verandert niets."""
    start(data, new=not met_installatie)
    from openlea.services.verify_backup import verify_backup

    found = verify_backup(file, met_installatie=met_installatie)
    if json:
        tell(_told(found.manifest) | {"goed": True, "anders": list(found.anders)})
    else:
        say(f"{file} is heel: {_sum(found.manifest)}.")
        for one in found.anders:
            say(f"  anders in deze installatie: {one}")
        if met_installatie and not found.anders:
            say("Deze installatie bevat precies hetzelfde.")
    if found.anders:
        sys.exit(1)


def restore(file: File, /, *, data: Data = None, json: Json = False) -> None:
    """Zet een back-up terug in een lege installatie; kijkt eerst alles na."""
    start(data, new=True, unfinished=True)
    from openlea.services.restore_backup import restore_backup

    done = restore_backup(file, lambda line: None if json else say(f"  {line} …"))
    if json:
        return tell(
            _told(done.manifest)
            | {
                "gelogd": done.gelogd,
                "zonder_sleutel": done.zonder_sleutel,
                "catalogus": done.catalogus,
            }
        )
    say(f"Teruggezet: {_sum(done.manifest)}. Iedereen logt opnieuw in.")
    if done.catalogus:
        say(done.catalogus)
    if done.zonder_sleutel:
        what = count(done.zonder_sleutel, "bestand", "bestanden")
        say(f"Van {what} in de kluis is hier geen sleutel: nog niet teruggezet, of gewist.")
    if not done.gelogd:
        say(
            "De sleutel van het logboek is hier nog niet. Zet de sleutels terug vóór iemand inlogt:"
        )
        say("  openlea sleutels terugzetten FILE")
    return None


@sleutels.command
def bewaren(
    file: File, /, *, wachtzin_uit: Secret = None, data: Data = None, json: Json = False
) -> None:
    """Schrijf alle sleutels in één versleuteld bestand; een ouder exemplaar wordt vervangen."""
    start(data)
    from openlea.services.keep_sleutels import keep_sleutels

    kept = keep_sleutels(file, _secret(wachtzin_uit, twice=True))
    if json:
        return tell({"bestand": file, "sleutels": kept})
    say(f"{file}: {count(kept, 'sleutel', 'sleutels')}.")
    return say("Gooi oudere exemplaren weg: daarmee is te lezen wat sindsdien is gewist.")


@sleutels.command
def terugzetten(
    file: File, /, *, wachtzin_uit: Secret = None, data: Data = None, json: Json = False
) -> None:
    """Zet sleutels terug; wat er al is, blijft, en wat is gewist, komt niet terug."""
    start(data, new=True)
    from openlea.services.return_sleutels import return_sleutels

    done = return_sleutels(file, _secret(wachtzin_uit))
    if json:
        return tell(asdict(done))
    say(f"Teruggezet: {count(done.terug, 'sleutel', 'sleutels')}; {done.bleven} stonden er al.")
    if done.gewist:
        say(f"Niet teruggezet, want gewist: {done.gewist}.")
    if done.anders:
        sys.exit(f"Deze sleutels staan hier al en zijn anders: {', '.join(done.anders)}. {EERST}")
    return None


def _secret(file: Path | None, *, twice: bool = False) -> str:
    """Return the passphrase: from a file, or asked (twice when a typing error would be fatal)."""
    if file is not None:
        return file.read_text().strip()
    given = getpass("Wachtzin: ")
    if twice and given != getpass("Nog een keer: "):
        sys.exit("De twee wachtzinnen zijn niet gelijk.")
    return given


def _sum(made: "Manifest") -> str:
    rows = sum(one.rijen for one in made.tabellen)
    size = sum(one.bytes for one in made.leden)
    files = sum(one.deel != "database" for one in made.leden)
    return f"{rows} rijen in {len(made.tabellen)} tabellen, {files} bestanden, {size} bytes"


def _told(made: "Manifest") -> dict[str, object]:
    return {
        "vorm": made.vorm,
        "release": made.release,
        "gemaakt_op": made.gemaakt_op,
        "database": made.database,
        "rijen": sum(one.rijen for one in made.tabellen),
        "bestanden": sum(one.deel != "database" for one in made.leden),
        "bytes": sum(one.bytes for one in made.leden),
        "delen": made.delen,
        "afwezig": made.afwezig,
        "weggelaten": made.weggelaten,
    }
