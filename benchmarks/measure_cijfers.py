"""All figures of all places from the bundle, beside the same figures in DuckDB's SQL by hand."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django

from benchmarks.measure import Measurement

FOLDER = Path(tempfile.mkdtemp(prefix="openlea-meting-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ.setdefault("OPENLEA_DATA", str(FOLDER))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
django.setup()

from django.conf import settings  # noqa: E402  # only awake it knows where the tables are

from benchmarks.cijfers_sql import FACTS, figures_by_hand  # noqa: E402
from openlea.catalogue.shelf import open_shelf  # noqa: E402
from openlea.core.catalogue import find_roots  # noqa: E402
from openlea.services.compute_figures import compute_figures  # noqa: E402
from openlea.storage.figures.laag import LANDELIJK, open_layer  # noqa: E402
from openlea.storage.warehouse.warehouse import Warehouse  # noqa: E402

SHELF = open_shelf(find_roots())
BUNDLE = Warehouse(FOLDER / "leeg", settings.BUNDLE)
CARDS = {name: SHELF.indicators[name].card for name in FACTS}
TABLES = {
    name: BUNDLE.uris(name) for name in {need for n in FACTS for need in SHELF.indicators[n].needs}
}
PLACES = FOLDER / "lidmaatschap.parquet"


def ours() -> int:
    """Compute the figures from nothing, the places included, and commit them; return how many."""
    settings.WAREHOUSE, settings.FIGURES = FOLDER / "leeg", FOLDER / "figures"
    shutil.rmtree(settings.FIGURES, ignore_errors=True)
    return compute_figures(list(FACTS)).rijen


def theirs() -> None:
    """Ask the same figures by hand, of places that are given, and write them to one file."""
    figures_by_hand(TABLES, PLACES, CARDS, FOLDER / "hand.parquet")


FIGURES = ours()
open_layer(FOLDER / "figures" / LANDELIJK).lidmaatschap.write_parquet(PLACES)
MEASUREMENT = Measurement(
    what=f"alle cijfers van alle plaatsen, {len(FACTS)} indicatoren",
    peer="DuckDB, met de hand geschreven SQL",
    ours=ours,
    theirs=theirs,
    at_most=1.5,
    rounds=3,
    n=FIGURES,
)
