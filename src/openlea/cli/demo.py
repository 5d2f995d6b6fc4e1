"""The demo, the site itself, and its database after an update."""

import errno
import os
import secrets
import socket
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from openlea.cli.start import Data, say, start
from openlea.cli.work import work_beside

if TYPE_CHECKING:
    from granian.server.mp import MPServer

Port = Annotated[int, Parameter(name="--port", help="Poort op 127.0.0.1.")]
Host = Annotated[str, Parameter(name="--host", help="Adres waarop de site luistert.")]
Processen = Annotated[int, Parameter(name="--processen", help="Hoeveel processen antwoorden.")]
Werker = Annotated[bool, Parameter(name="--werker", negative="--zonder-werker")]


def add_to(app: App) -> None:
    """Add these commands to the app."""
    app.command(demo)
    app.command(serve)
    app.command(bijwerken)


def demo(
    *,
    data: Data = None,
    serve: Annotated[bool, Parameter(name="--serve", negative="--no-serve")] = True,
    port: Port = 8000,
) -> None:
    """Vul een werkruimte met de agenda van Hilversum, en open haar."""
    os.environ.setdefault("OPENLEA_ZELF_STARTEN", "1")
    start(data, new=True)
    if serve:
        refuse_taken(port)
    from django.conf import settings

    from openlea.services.fill_demo import fill_demo
    from openlea.services.upgrade_database import upgrade_database

    say("1/4 Database bijwerken …")
    upgrade_database()
    say("2/4 Werkruimten vullen …")
    password = demo_password(Path(settings.DATA))
    accounts = fill_demo(password, lambda line: say(f"    {line}"))
    say("3/4 Cijfers uitrekenen, en wie er in de gemeente zijn …")
    _add_figures()
    _add_registraties()
    say("4/4 Klaar.")
    say(f"\nOpen LEA: http://127.0.0.1:{port}/\n")
    width = max(len(one.email) for one in accounts)
    say(f"  {'E-mailadres':<{width}}  {'Wachtwoord':<{len(password)}}   Rol")
    for one in accounts:
        partij = f" ({one.partij})" if one.partij else ""
        say(f"  {one.email:<{width}}  {password}   {one.rol}{partij}")
    if serve:
        open_site(port)


def _add_figures() -> None:
    """Start Hilversum over the demo: what it has stays, what is missing comes."""
    from openlea.core.place import PlaceKey
    from openlea.services.fill_demo import RUIMTEN
    from openlea.services.start_werkruimte import start_werkruimte

    for ruimte in RUIMTEN:
        if ruimte.plaats:
            made = start_werkruimte(PlaceKey.parse(ruimte.plaats))
            say(f"    {made.zin}")


def _add_registraties() -> None:
    """Make up the registrations of the demo: at the real schools of the public tables."""
    from django.utils import timezone

    from openlea.services.fill_demo import RUIMTEN
    from openlea.services.fill_registraties import fill_registraties

    for sentence in fill_registraties(RUIMTEN[0].slug, timezone.localdate()):
        say(f"    {sentence}")


def open_site(port: int) -> None:
    """Open the site in this process's stead until it is asked to stop, and say how."""
    say("\nStoppen: Ctrl+C")
    # The site forks; what has worked out figures may not fork: its threads would wait forever.
    sys.stdout.flush()
    words = [sys.executable, "-m", "openlea", "serve", "--port", str(port)]
    os.execv(sys.executable, words)  # noqa: S606 - this same program, with words of our own


def demo_password(folder: Path) -> str:
    """Return the password of the demo accounts of this folder: made once, kept for the owner."""
    file = folder / "demo.wachtwoord"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(9))
    return file.read_text().strip()


def serve(
    *,
    data: Data = None,
    port: Port = 8000,
    host: Host = "127.0.0.1",
    processen: Processen = 1,
    werker: Werker = True,
) -> None:
    """Open de site; standaard alleen op deze machine, met een werker ernaast."""
    # What links and mails say is where this site listens, unless the settings name an address.
    os.environ.setdefault("OPENLEA_ADRES", f"http://127.0.0.1:{port}")
    start(data)
    refuse_taken(port)
    if processen > 1:
        _count_together()
    site = _site(host, port, processen)
    with work_beside() if werker else nullcontext():
        site.serve()


def _count_together() -> None:
    """Give the processes one folder for what they count, so that /metrics tells of all of them."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="openlea-metingen-")


def bijwerken(*, data: Data = None) -> None:
    """Werk de database en de meegeleverde tabellen bij na een nieuwe versie; de rest blijft."""
    start(data)

    from openlea.services.refresh_tables import refresh_tables
    from openlea.services.upgrade_database import upgrade_database

    upgrade_database()
    say("De database is bijgewerkt.")
    for versie in refresh_tables():
        say(f"Nieuwe meegeleverde tabel: {versie.lading.bron}, versie {versie.versie}.")


def _site(host: str, port: int, processen: int) -> "MPServer":
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server.mp import MPServer

    from openlea.web.logvorm import tell_faults

    tell_faults()
    return MPServer(
        "openlea.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processen,
        respawn_failed_workers=True,
        blocking_threads=4,
        log_level=LogLevels.warning,
        log_dictconfig=settings.LOGGING,
    )


def refuse_taken(port: int) -> None:
    """Stop with a clear line when somebody else listens on this port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            other = f"--port {port + 1}"
            sys.exit(
                f"Poort {port} is bezet. Kies een andere: {other}, of: make demo ARGS='{other}'"
            )
