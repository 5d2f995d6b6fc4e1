"""What concerns people: a new werkruimte, reminders, and who may do what."""

from dataclasses import asdict
from typing import Annotated, Literal

from cyclopts import App, Parameter

from openlea.cli.start import DEMO, Data, Json, Slug, known, say, start, tell
from openlea.policy.schrijfwijze import count

Address = Annotated[str, Parameter(help="Adres van de werkruimte: /w/SLUG/.")]
Naam = Annotated[str, Parameter(help="Naam op het scherm, bijvoorbeeld Hilversum.")]
Soort = Annotated[Literal["gemeente", "regio"], Parameter(help="Wie de agenda voert.")]
Beheerder = Annotated[str, Parameter(help="E-mailadres van de agendabeheerder.")]
Plaats = Annotated[str, Parameter(help="Plaatscode, bijvoorbeeld gemeente:GM0402.")]
Openbaar = Annotated[bool, Parameter(negative="", help="Iedereen leest wat publiek is.")]


def add_to(app: App) -> None:
    """Add these commands to the app."""
    app.command(werkruimte)
    app.command(remind)
    app.command(rights)


def werkruimte(
    slug: Address,
    /,
    *,
    naam: Naam,
    soort: Soort,
    beheerder: Beheerder,
    plaats: Plaats = "",
    openbaar: Openbaar = False,
    data: Data = None,
) -> None:
    """Open een nieuwe werkruimte met een agendabeheerder, en toon de link voor het wachtwoord."""
    start(data, new=True)

    from openlea.services.open_werkruimte import NieuweWerkruimte, open_werkruimte
    from openlea.services.upgrade_database import upgrade_database
    from openlea.storage.records.werkruimte import WerkruimteSoort

    upgrade_database()
    new = NieuweWerkruimte(
        slug=slug,
        naam=naam,
        soort=WerkruimteSoort(soort),
        beheerder=beheerder,
        plaats=plaats,
        openbaar=openbaar,
    )
    made = open_werkruimte(new)
    say(f"Werkruimte '{made.slug}' is geopend; {made.email} voert de agenda.")
    if made.link:
        say(f"Kies een wachtwoord: {made.link}")
    else:
        say("Dit account heeft al een wachtwoord en kan meteen inloggen.")


def remind(
    *,
    dry_run: Annotated[bool, Parameter(name="--dry-run", negative="")] = False,
    werkruimte: Slug = "",
    data: Data = None,
    json: Json = False,
) -> None:
    """Vraag om meldingen, stuur ieder één bericht per week, en sluit wat voorbij is."""
    start(data)
    if werkruimte:
        known(werkruimte)
    from django.utils import timezone

    from openlea.services.close_due_raadplegingen import close_due_raadplegingen
    from openlea.services.remind_people import remind_people

    if not dry_run:
        close_due_raadplegingen(timezone.localdate(), werkruimte or None)
    digests = remind_people(timezone.localdate(), dry_run=dry_run, werkruimte=werkruimte or None)
    if json:
        return tell([asdict(one) for one in digests])
    for one in digests:
        say(f"{one.email}: {count(len(one.verzoeken), 'vraag', 'vragen')}")
    return None


def rights(*, werkruimte: Slug = DEMO, data: Data = None, json: Json = False) -> None:
    """Welke rol welke bladzijde mag openen, in de eigen en in een andere werkruimte."""
    start(data)
    known(werkruimte)
    from openlea.web.api.operaties import OPERATIES
    from openlea.web.rights import rights_rows
    from openlea.web.routes import ROUTES

    rows = rights_rows(ROUTES, OPERATIES)
    if json:
        return tell(rows)
    for row in rows:
        mag = "ja" if row["toegestaan"] else "nee"
        say(f"{row['methode']:<5}{row['route']:<28}{row['rol']:<18}{row['werkruimte']:<7}{mag}")
    return None
