"""The postcode files of all gemeenten, loaded: read, screened, judged and committed.

Beside it the least that anybody could do: Polars reads the same bytes, turns the ages into rows and
writes them to one Parquet file, without looking at a single cell.
"""

import atexit
import io
import os
import shutil
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import django

from benchmarks.measure import Measurement

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "duo-postcode4"
FOLDER = Path(tempfile.mkdtemp(prefix="openlea-meting-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ.setdefault("OPENLEA_DATA", str(FOLDER))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
django.setup()

import polars as pl  # noqa: E402  # after Django, so that waking it is in nobody's time
from django.conf import settings  # noqa: E402

from openlea.services.load_sources import load_sources  # noqa: E402

SOURCE = "duo_leerlingen_po_postcode"


def ours() -> int:
    """Load every file into a warehouse without history; return the rows of the table."""
    settings.WAREHOUSE = FOLDER / "warehouse"
    settings.BUNDLE = FOLDER / "geen"
    shutil.rmtree(settings.WAREHOUSE, ignore_errors=True)
    return load_sources([DATA], bron=SOURCE)[0].rijen


def theirs() -> None:
    """Read the same bytes as text, turn the ages into rows, write them; nothing is looked at."""
    joined = io.BytesIO(
        b"\n".join([_bodies()[0], *(body.split(b"\n", 1)[1] for body in _bodies()[1:])])
    )
    wide = pl.read_csv(joined, separator=";", infer_schema=False)
    ages = [name for name in wide.columns if name.startswith("LEEFTIJD")]
    long = wide.unpivot(ages, index=[name for name in wide.columns if name not in ages])
    long.write_parquet(FOLDER / "kaal.parquet")


@cache
def _bodies() -> list[bytes]:
    """Return every file that isn't empty, without its mark and its last newline."""
    found = [file.read_bytes() for file in sorted(DATA.glob("*.csv"))]
    for packed in sorted(DATA.glob("*.zip")):
        with zipfile.ZipFile(packed) as box:
            found += [box.read(name) for name in box.namelist() if name.endswith(".csv")]
    return [body.removeprefix(b"\xef\xbb\xbf").strip() for body in found if body.strip()]


MEASUREMENT = Measurement(
    what="de postcodebestanden van alle gemeenten laden, gekeurd en vastgelegd",
    peer="Polars: lezen, kantelen en wegschrijven, zonder keuring",
    ours=ours,
    theirs=theirs,
    at_most=2.0,
    rounds=3,
    n=108_856,
)
