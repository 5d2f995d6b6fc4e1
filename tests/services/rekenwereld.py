"""A tiny catalogue of its own with two tables and two indicators, to compute figures of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from textwrap import dedent

import polars as pl
import pytest
from pytest_django import Settings

from openlea.catalogue.reading.gelezen import REJECTED
from openlea.core import catalogue
from openlea.core.bron import Definitief, Lading
from openlea.policy.kengetal import Kengetallen
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.storage.warehouse.warehouse import Aanbod, Warehouse

SOURCE = '''
"""Proefbron."""
import dataframely as dy
import polars as pl
from openlea.catalogue.reading.gelezen import REJECTED, Gelezen
from openlea.core import catalogue
from openlea.core.bron import Bestand, Bron, Cadans, Sample

SOURCE = Bron(
    titel="Proef", uitgever="Proef", pagina="https://example.org", licentie="CC0",
    cadans=Cadans.JAARLIJKS, peil="1 oktober", editie="peildatum",
    sleutel=("vestiging",), afgeschermd=True,
)


class Tabel(dy.Schema):
    """Eén rij per vestiging."""

    peildatum = dy.String()
    vestiging = dy.String()
    aantal_laag = dy.Int32()
    aantal_hoog = dy.Int32()


def parse(files):
    """Read nothing."""
    rijen = pl.DataFrame(schema={"peildatum": pl.String})
    return Gelezen(rijen=rijen, rijen_in=0, afgekeurd=pl.DataFrame(schema=REJECTED))


EXAMPLE = Sample(bestand=Bestand(naam="proef.csv", inhoud=b""), expect="")
'''
INDICATOR = '''
"""Leerlingen."""
from openlea.catalogue.measures import Table, count
from openlea.core.indicator import SCHOOL_LEVELS, Example, Indicator, Maat, Richting, Soort
from openlea.core.place import PlaceKind

INDICATOR = Indicator(
    titel="Leerlingen", vraag="Hoeveel?", eenheid="leerlingen", soort=Soort.CONTEXT,
    richting=Richting.GEEN, maat=Maat.AANTAL, grein=PlaceKind.SCHOOL, niveaus=SCHOOL_LEVELS,
    geen_niveau={{PlaceKind.PC4: "Per school."}}, definitie="Het aantal.", let_op=(),
    bron_definitie="Proef",
)


def compute({table}: Table) -> Table:
    """Return the pupils of each school."""
    {body}


EXAMPLE = Example(given={{}}, expect=[])
'''
COUNTED = 'return count({table}, place="vestiging", period="peildatum")'


@dataclass(frozen=True)
class Rekenwereld:
    """A folder with a catalogue, a warehouse and figures of its own."""

    folder: Path

    @property
    def warehouse(self) -> Warehouse:
        """Return the warehouse of this world."""
        return Warehouse(self.folder / "warehouse", self.folder / "bundel")

    @property
    def figures(self) -> Path:
        """Return where the figures lie."""
        return self.folder / "figures"

    def add_source(self, name: str) -> None:
        """Put a source on the shelf."""
        self._write("sources", name, SOURCE)

    def add_indicator(self, name: str, table: str, body: str = COUNTED) -> None:
        """Put an indicator on the shelf, or replace it."""
        text = INDICATOR.format(table=table, body=body.format(table=table))
        self._write("proefveld/indicators", name, text)

    def load(
        self, bron: str, schools: dict[str, tuple[int, int]], laag: str = LANDELIJK,
        peildatum: str = "2024-10-01",
    ) -> None:  # fmt: skip
        """Commit a version of a table: of each school the lowest and highest count."""
        rijen = pl.DataFrame(
            [(peildatum, code, low, high) for code, (low, high) in schools.items()],
            schema={"peildatum": pl.String, "vestiging": pl.String,
                    "aantal_laag": pl.Int32, "aantal_hoog": pl.Int32},
            orient="row",
        )  # fmt: skip
        self.commit(bron, rijen, laag)

    def place_schools(self, schools: dict[str, str]) -> None:
        """Say in which gemeente each school lies."""
        self.commit(
            "duo_vestigingen_po",
            pl.DataFrame(
                [("2026-01-01", code, f"School {code}", "1211", gemeente, "PV27", "41388", "16")
                 for code, gemeente in schools.items()],
                schema=["peildatum", "vestiging", "naam", "postcode4", "gemeente", "provincie",
                        "bestuur", "rmc"],
                orient="row",
            ),
        )  # fmt: skip

    def commit(self, bron: str, rijen: pl.DataFrame, laag: str = LANDELIJK) -> None:
        """Commit rows as the next version of a table."""
        edities = tuple(sorted(set(rijen["peildatum"])))
        lading = Lading(
            bron=bron, versie=-1, uitgever="Proef", adres="https://example.org/proef.csv",
            sha256=sha256(rijen.write_csv().encode()).hexdigest(),
            moment=datetime(2026, 1, 2, tzinfo=UTC), edities=edities,
            definitief=Definitief.DEFINITIEF, rijen_in=rijen.height, rijen=rijen.height,
            afgekeurd=0,
        )  # fmt: skip
        kengetallen = {editie: Kengetallen(rijen=rijen.height) for editie in edities}
        versie = Versie(laag=laag, lading=lading, licentie="CC0", kengetallen=kengetallen)
        rejects = pl.DataFrame(schema=REJECTED)
        self.warehouse.commit(
            Aanbod(versie=versie, editie="peildatum", rijen=rijen, afgekeurd=rejects)
        )

    def _write(self, shelf: str, name: str, text: str) -> None:
        folder = self.folder / "catalogus" / shelf
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.py").write_text(dedent(text), encoding="utf-8")


@pytest.fixture
def rekenwereld(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Rekenwereld:
    """Return a world with two tables of three schools, and an indicator on each.

    Of what ships with the product only the shelf of places is there.
    """
    made = Rekenwereld(tmp_path)
    (tmp_path / "huis").mkdir()
    (tmp_path / "huis" / "plaatsen").symlink_to(catalogue.SHIPPED / "plaatsen")
    monkeypatch.setattr(catalogue, "SHIPPED", tmp_path / "huis")
    for table in ("proef_een", "proef_twee"):
        made.add_source(table)
        made.load(table, {"00AA00": (10, 10), "00AB00": (1, 4), "00AC00": (0, 0)})
    made.add_indicator("leerlingen_een", "proef_een")
    made.add_indicator("leerlingen_twee", "proef_twee")
    made.place_schools({"00AA00": "GM0402", "00AB00": "GM0402", "00AC00": "GM1942"})
    settings.CATALOGUE = str(tmp_path / "catalogus")
    settings.WAREHOUSE = tmp_path / "warehouse"
    settings.BUNDLE = tmp_path / "bundel"
    settings.FIGURES = tmp_path / "figures"
    return made
