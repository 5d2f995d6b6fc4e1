"""An installation that people work in while a backup is made: a process of its own, to be stopped.

`python backup_proef.py <deed> …` on the folder of OPENLEA_DATA and the base of OPENLEA_DATABASE.
"""

import os
import sys
import threading
import time
from typing import Any

WRITERS = 4


def write() -> None:
    """Write with several at once until somebody closes the input; say how often it was done."""
    over, counts = threading.Event(), [0] * WRITERS
    threads = [
        threading.Thread(target=_write_along, args=(number, over, counts))
        for number in range(WRITERS)
    ]
    for one in threads:
        one.start()
    print("schrijft", flush=True)
    sys.stdin.read()
    over.set()
    for one in threads:
        one.join()
    print(sum(counts), flush=True)


def _write_along(number: int, over: threading.Event, counts: list[int]) -> None:
    from django.db import connection, transaction

    from openlea.core.agenda import Zichtbaarheid
    from openlea.services._stuk import Stuk, keep_stuk
    from openlea.services.log_deed import log_deed

    actor = _actor()
    while not over.is_set():
        counts[number] += 1
        what = f"{number}-{counts[number]}"
        with transaction.atomic():
            # A pair: the one without the other would be half a deed.
            log_deed(actor, "proef links", what)
            stuk = Stuk(
                titel=f"Proef {what}",
                zichtbaarheid=Zichtbaarheid.PARTNERS,
                inhoud=f"%PDF-1.7 {what} %%EOF".encode(),
            )
            keep_stuk(actor, stuk)
            log_deed(actor, "proef rechts", what)
        time.sleep(0.01)
    connection.close()


def _actor() -> Any:
    from openlea.policy.rechten import Actor, LidRol
    from openlea.storage.records.models import Werkruimte

    werkruimte = Werkruimte.objects.get(slug="hilversum").pk
    return Actor(werkruimte=werkruimte, rol=LidRol.AGENDABEHEERDER, naam="Proef")


def halves() -> None:
    """Print how many deeds there are, and how many of which a part is missing."""
    from django.core.files.storage import default_storage

    from openlea.storage.records.models import Document, Logregel

    left = set(Logregel.objects.filter(werk="proef links").values_list("onderwerp", flat=True))
    right = set(Logregel.objects.filter(werk="proef rechts").values_list("onderwerp", flat=True))
    proof = Document.objects.filter(titel__startswith="Proef ")
    titles = {one.titel.removeprefix("Proef ") for one in proof}
    histories = set(
        Document.history.filter(titel__startswith="Proef ").values_list("titel", flat=True)
    )
    lost = [one.titel for one in proof if not default_storage.exists(str(one.bestand))]
    half = (
        (left ^ right) | (left ^ titles) | (titles ^ {t.removeprefix("Proef ") for t in histories})
    )
    print(len(left), len(half) + len(lost), flush=True)


def chain() -> None:
    """Print what is wrong with the log."""
    from openlea.services.verify_log import verify_log

    judged = verify_log()
    print(judged.regels > 0, *judged.fouten)


def old() -> None:
    """Make the installation of the release before: other tables, a gemeente and a person."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    before = ("records", "0001_alles_tot_en_met_0013")
    call_command("migrate", *before, verbosity=0)
    for app in ("sessions", "django_tasks_database"):
        call_command("migrate", app, verbosity=0)
    apps = MigrationLoader(connection).project_state([before]).apps
    room = apps.get_model("records", "Werkruimte").objects.create(slug="oud", naam="Oud")
    who = apps.get_model("records", "Persoon").objects.create(email="a@oud.example", naam="Lezer")
    apps.get_model("records", "Lidmaatschap").objects.create(
        werkruimte=room, persoon=who, rol="lezer", van="2026-01-01"
    )
    apps.get_model("records", "Logregel").objects.create(
        werkruimte=room, persoon=who, werk="iets", onderwerp="ouds"
    )


def kept() -> None:
    """Print what is left of the installation of the release before."""
    from openlea.storage.records.models import Lidmaatschap, Logregel

    for one in Lidmaatschap.objects.select_related("persoon", "werkruimte"):
        print(one.werkruimte.slug, one.persoon.email, one.rol, one.van)
    for line in Logregel.objects.order_by("id").filter(werk="iets"):
        print(line.werk, line.onderwerp, line.persoon_id is not None)


def back() -> None:
    """Go back to the tables of the release before, and forward again."""
    from django.core.management import call_command

    call_command("migrate", "records", "0001_alles_tot_en_met_0013", verbosity=0)
    call_command("migrate", verbosity=0)


def vault() -> None:
    """Seal two deliveries and print their numbers."""
    import polars as pl

    from openlea.storage.vault import kluis

    for _ in range(2):
        number = kluis.new_number()
        kluis.write(_vak(number), pl.DataFrame({"leeftijd": [4, 5]}))
        print(number)


def erase(number: str) -> None:
    """Erase a delivery."""
    from openlea.storage.vault import kluis

    kluis.erase(_vak(number))


def read(number: str) -> None:
    """Print how many rows a delivery has, or why it can't be read."""
    from openlea.core.errors import NotFound
    from openlea.storage.vault import kluis

    try:
        print(kluis.read(_vak(number)).height)
    except NotFound as error:
        print(error)


def _vak(number: str) -> Any:
    from openlea.storage.vault.envelop import Vak

    return Vak(werkruimte="hilversum", registratie="proef", nummer=number)


def slow() -> None:
    """Restore a backup, and be killed halfway: after the files, before the rows."""
    import signal
    from pathlib import Path

    import openlea.services.restore_backup as restoring

    restoring._fill_table = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    restoring.restore_backup(Path(sys.argv[2]))


def next_number() -> None:
    """Print the number that the next proof of a removal gets."""
    from openlea.storage.records.models import Verwijderbewijs

    print(Verwijderbewijs.objects.create(soort="proef", aantal=1).pk)


def drop_last() -> None:
    """Take the only row of a table away again, so that its number stands open."""
    from openlea.storage.records.models import Verwijderbewijs

    next_number()
    Verwijderbewijs.objects.all().delete()


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    deed = globals()[sys.argv[1]]
    deed(*(sys.argv[2:] if deed is not slow else ()))
