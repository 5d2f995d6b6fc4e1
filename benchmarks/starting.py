"""Starts a werkruimte for every gemeente in a fresh folder; says how long, and how long reading is.

Run as a program of its own, so that the database is empty: `python -m benchmarks.starting folder`
prints the seconds of all starts together, how many there were, and the seconds in which bare Polars
reads every table of the bundle once.
"""

import os
import sys
import time
from pathlib import Path

ROUNDS = 5


def main() -> None:
    """Start them all and print the seconds."""
    os.environ["OPENLEA_DATA"] = sys.argv[1]
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from openlea.core.catalogue import SHIPPED
    from openlea.core.plaatsen import read_gemeenten
    from openlea.services.start.opzet import Beheerder
    from openlea.services.start_werkruimte import start_werkruimte

    call_command("migrate", verbosity=0)
    places = [place for place in read_gemeenten([SHIPPED]) if place.valid_to is None]
    wie = Beheerder(email="wie@voorbeeld.example")
    started = time.perf_counter()
    for place in places:
        start_werkruimte(place.key, beheerder=wie)
    print(time.perf_counter() - started, len(places), min(read_bundle() for _ in range(ROUNDS)))


def read_bundle() -> float:
    """Return the seconds in which Polars reads the bundle, and nothing more."""
    import polars as pl
    from django.conf import settings

    started = time.perf_counter()
    for file in sorted(Path(settings.BUNDLE).glob("*.parquet")):
        pl.scan_parquet(file).collect()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
