"""Tells how far pupils of so, sbo and vso travel, by home postcode, and who is beyond the limit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl
from django.conf import settings

from openlea.catalogue.vervoerkast import find_verordening, open_rekenwijze, with_tarieven
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.core.onthulling import Bereik
from openlea.policy.vervoer import Rekenwijze, Tarief, cost_of, share_beyond
from openlea.policy.vervoerregels import HOOGSTE_GRENS, Verordening, Verordeningversie
from openlea.services.vervoer.stromen import read_streams
from openlea.services.vervoer.totalen import between, sum_streams
from openlea.services.vervoer.wegen import WEG
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.storage.warehouse.wegen import stamp_of

KEPT = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Soortvervoer:
    """The pupils of one home gemeente and kind of school.

    `dichterbij` are those beyond the limit whose closest school of the kind is within it.
    """

    gemeente: str
    soort: str
    grens: float
    leerlingen: Bereik
    verder: Bereik
    onbekend: Bereik
    dichterbij: Bereik
    km: Bereik | None
    kosten: Bereik | None
    tarief: Tarief | None

    @property
    def aandeel(self) -> Bereik | None:
        """Return the percentage beyond the limit; None when there may be fewer than ten."""
        return share_beyond(self.leerlingen, self.verder, self.onbekend)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervoer:
    """The streams and totals of some gemeenten, or of all; ranges wherever DUO says '<5'."""

    peildatum: str
    wijze: Rekenwijze
    stromen: pl.DataFrame
    soorten: tuple[Soortvervoer, ...]
    verordening: Verordening
    regels: Verordeningversie

    @property
    def over_de_weg(self) -> bool | None:
        """Say whether every distance is over the road; None when only some are."""
        ways = set(self.stromen["weg"].unique())
        return None if len(ways) > 1 else ways == {WEG}

    def change_of(self, soort: str, grens: float) -> Bereik:
        """Return how many pupils come in or go out when the limit becomes another."""
        rows = self.stromen.filter(pl.col("soort") == soort)
        own = self.regels
        return Bereik(*between(rows, own.km_grens, grens, vanaf=own.vanaf))


def describe_vervoer(
    gemeenten: Sequence[str] = (),
    laag: str = LANDELIJK,
    *,
    grens: float | None = None,
    op: date | None = None,
    tarieven: Sequence[Tarief] | None = None,
) -> Vervoer:
    """Return the transport of the pupils who live in these gemeenten (codes), of all for none.

    `grens` in km goes before the ordinance of each gemeente; BadInput when the law doesn't allow
    it, NotFound without the table of DUO.
    """
    if grens is not None and not 0 <= grens <= HOOGSTE_GRENS:
        reden = f"de grens ligt tussen 0 en {HOOGSTE_GRENS} km: verder mag niet (WPO 4)."
        raise BadInput([Fout("", "grens", reden)])
    roots = find_roots(settings.CATALOGUE)
    wijze = open_rekenwijze(roots)
    wijze = wijze if tarieven is None else with_tarieven(wijze, tarieven)
    found = _streams(laag, wijze, tuple(sorted(gemeenten)))
    dag = op or date.today()  # noqa: DTZ011 - a day of the calendar
    verordening = find_verordening(roots, gemeenten[0] if len(gemeenten) == 1 else "")
    limits = _limits(roots, found[1], grens, dag)
    regels = verordening.on(dag)
    totals = sum_streams(found[1], limits, standaard=regels.km_grens if grens is None else grens)
    return Vervoer(
        peildatum=found[0],
        wijze=wijze,
        stromen=found[1],
        soorten=tuple(_kind(row, wijze) for row in totals.iter_rows(named=True)),
        verordening=verordening,
        regels=regels,
    )


def _streams(laag: str, wijze: Rekenwijze, gemeenten: tuple[str, ...]) -> tuple[str, pl.DataFrame]:
    house = Warehouse(settings.WAREHOUSE, settings.BUNDLE)
    named = (house.current(one, laag) for one in ("duo_leerlingen_po_postcode", "geo_postcodes"))
    versions = tuple((one.versie, one.laag) for one in named if one)
    ask = _kept if gemeenten else _kept.__wrapped__
    return ask(house.root, house.bundle, laag, wijze, gemeenten, (*versions, stamp_of(house.root)))


@lru_cache(maxsize=KEPT)
def _kept(
    root: Path,
    bundle: Path,
    laag: str,
    wijze: Rekenwijze,
    gemeenten: tuple[str, ...],
    _versions: tuple[tuple[int, int | str], ...],
) -> tuple[str, pl.DataFrame]:
    found = read_streams(Warehouse(root, bundle), laag, wijze, gemeenten)
    if found is None:
        raise NotFound("De tabel van DUO met leerlingen per postcode is er niet. Lees haar in.")
    return found.peildatum, found.rijen


def _limits(
    roots: Sequence[Path], rijen: pl.DataFrame, grens: float | None, dag: date
) -> pl.DataFrame:
    """Return the limit of every gemeente that has its own ordinance; one that is asked is all's."""
    schema = {"gemeente": pl.String, "grens": pl.Float64, "vanaf": pl.Boolean}
    own: list[tuple[str, float, bool]] = []
    for code in rijen["gemeente"].unique().to_list() if grens is None else ():
        found = find_verordening(roots, code)
        if found.gemeente:
            regels = found.on(dag)
            own.append((code, regels.km_grens, regels.vanaf))
    return pl.DataFrame(own, schema, orient="row")


def _kind(row: Mapping[str, Any], wijze: Rekenwijze) -> Soortvervoer:
    tarief = wijze.tarief(row["soort"])
    verder = Bereik(row["verder_laag"], row["verder_hoog"])
    mean = row["km_laag"], row["km_hoog"]
    return Soortvervoer(
        gemeente=row["gemeente"],
        soort=row["soort"],
        grens=row["grens"],
        leerlingen=Bereik(row["leerlingen_laag"], row["leerlingen_hoog"]),
        verder=verder,
        onbekend=Bereik(row["onbekend_laag"], row["onbekend_hoog"]),
        dichterbij=Bereik(row["dichterbij_laag"], row["dichterbij_hoog"]),
        km=None if None in mean else Bereik(*mean),
        kosten=cost_of(verder, tarief),
        tarief=tarief,
    )
