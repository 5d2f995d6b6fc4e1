"""A year of registrations at the door: 2,000 peuters, 9,000 leerlingen, 1,500 meldingen.

Read, judged cell by cell, made into pseudonyms, sealed and written down as deliveries. Beside it
the least that anybody could do: Polars reads the same bytes, the person numbers go through the
same HMAC with the same keys, and the table is sealed; not one cell is looked at.
"""

import atexit
import hmac
import os
import random
import shutil
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

import django

from benchmarks.measure import Measurement

FOLDER = Path(tempfile.mkdtemp(prefix="openlea-deur-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ.setdefault("OPENLEA_DATA", str(FOLDER))
os.environ.setdefault("OPENLEA_DATABASE", f"sqlite:///{FOLDER / 'deur.sqlite3'}")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
django.setup()

import polars as pl  # noqa: E402  # after Django, so that waking it is in nobody's time
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from openlea.core.bron import Bestand  # noqa: E402
from openlea.policy.rechten import Actor, LidRol  # noqa: E402
from openlea.services.offer_aanlevering import offer_aanlevering  # noqa: E402
from openlea.storage.records.models import Aanlevering, Werkruimte  # noqa: E402
from openlea.storage.vault.envelop import Vak, seal_file  # noqa: E402

REGISTRATIE, PERIODE = "doelgroepkinderen", f"{timezone.localdate().year}-01-01"
YEAR = (2_000, 9_000, 1_500)
HEADS = (
    "bsn;achternaam;voornaam;adres;geboortedatum;postcode;lrk;reden indicatie;datum indicatie;"
    "status;startdatum;uren;opmerkingen"
)
REDENEN = ("thuistaal", "opleiding ouders", "taalachterstand", "gezinssituatie")
STANDEN = ("geplaatst", "geplaatst", "geplaatst", "wachtlijst", "afgewezen")
KEYS = (b"a" * 32, b"b" * 32)
CHECK = 11


@cache
def year() -> tuple[bytes, ...]:
    """Return the files of one year."""
    return tuple(register(size, seed) for seed, size in enumerate(YEAR))


def register(size: int, seed: int = 1) -> bytes:
    """Return a register of so many children who do not exist, each with a number of its own."""
    rnd = random.Random(seed)  # noqa: S311  what is made up keeps no secret
    lines = [HEADS]
    at = 100_000_000 + seed * 50_000_000
    for number in range(size):
        at = _next_bsn(at)
        lines.append(_child(rnd, at, number))
    return "\r\n".join(lines).encode()


def _child(rnd: random.Random, at: int, number: int) -> str:
    born, month = rnd.randrange(2020, 2025), rnd.randrange(1, 13)
    cells = (
        str(at),
        f"Achternaam{number % 4000}",
        f"Voornaam{number % 900}",
        f"Straat {rnd.randrange(300)}",
        f"{born}-{month:02d}-{rnd.randrange(1, 29):02d}",
        f"12{rnd.randrange(11, 24)}{rnd.choice('ABCDEFGH')}{rnd.choice('KLMNPRST')}",
        str(100_000_000 + rnd.randrange(60)),
        rnd.choice(REDENEN),
        f"2025-{rnd.randrange(1, 13):02d}-{rnd.randrange(1, 29):02d}",
        rnd.choice(STANDEN),
        f"2026-{rnd.randrange(1, 13):02d}-{rnd.randrange(1, 29):02d}",
        str(rnd.choice((8, 10, 16))),
        f"opmerking {rnd.randrange(500)}",
    )
    return ";".join(cells)


def _next_bsn(at: int) -> int:
    while True:
        at += 1
        digits = [int(digit) for digit in str(at)]
        total = sum((9 - place) * digit for place, digit in enumerate(digits[:8])) - digits[8]
        if total % CHECK == 0:
            return at


@cache
def actor() -> Actor:
    """Return who delivers, in a database of its own."""
    settings.VAULT, settings.SLEUTELS = FOLDER / "vault", FOLDER / "sleutels"
    call_command("migrate", verbosity=0)
    here = Werkruimte.objects.create(slug="proef", naam="Proef")
    return Actor(werkruimte=here.pk, rol=LidRol.ANALIST)


def load(files: tuple[bytes, ...]) -> int:
    """Bring files to the door; return how many rows lie in the vault for them."""
    return sum(offered(body).rijen for body in files)


def offered(body: bytes) -> Aanlevering:
    """Bring one file to the door."""
    return offer_aanlevering(actor(), REGISTRATIE, Bestand(naam="a.csv", inhoud=body), PERIODE)


def bare(files: tuple[bytes, ...]) -> None:
    """Read the same bytes with Polars, hash the person numbers, seal and write; look at nothing."""
    for number, body in enumerate(files):
        rows = pl.read_csv(BytesIO(body), separator=";", infer_schema=False)
        hashed = [_hashed(who) for who in rows["bsn"].to_list()]
        plain = BytesIO()
        rows.with_columns(pl.Series("bsn", hashed)).write_parquet(
            plain, compression="zstd", statistics=False
        )
        vak = Vak(werkruimte="kaal", registratie=REGISTRATIE, nummer=str(number))
        sealed = seal_file(b"k" * 32, vak, plain.getvalue())
        (FOLDER / f"kaal-{number}").write_bytes(sealed)


def _hashed(who: str) -> str:
    text = f"bsn:{who}"
    for key in KEYS:
        text = hmac.digest(key, text.encode(), "sha256").hex()
    return text


def ours() -> int:
    """Bring a year in."""
    return load(year())


def theirs() -> None:
    """Do the least with a year."""
    bare(year())


MEASUREMENT = Measurement(
    what="een jaar registraties door de deur: gekeurd, gepseudonimiseerd en verzegeld",
    peer="Polars: lezen, HMAC en versleutelen, zonder een cel te keuren",
    ours=ours,
    theirs=theirs,
    at_most=3.0,
    rounds=5,
    n=sum(YEAR),
)
