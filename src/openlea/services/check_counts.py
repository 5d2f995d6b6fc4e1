"""Lay the two files with pupils of the primary schools side by side; say where they differ."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from openlea.core.errors import NotFound
from openlea.core.onthulling import Bereik
from openlea.policy.telvergelijking import Telvergelijking, compare_counts
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.storage.warehouse.warehouse import Warehouse, open_warehouse

LEEFTIJD, POSTCODE = "duo_leerlingen_po", "duo_leerlingen_po_postcode"
Groep = tuple[str, str]
"""A vestiging and a kind of education, such as ('18UL00', 'bo')."""


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """What a vestiging is called, and the gemeente that it lies in."""

    naam: str
    gemeente: str
    gemeentenaam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telcontrole:
    """The check of one peildatum: how the files agree, and the schools it speaks of."""

    peildatum: str
    uitkomst: Telvergelijking[Groep]
    scholen: dict[str, School]
    leeftijd: Versie
    postcode: Versie

    def as_plain(self) -> dict[str, Any]:
        """Return it as the command line prints it: every range is of one file alone."""
        return {
            "peildatum": self.peildatum,
            "vergeleken": self.uitkomst.vergeleken,
            "overlap": self.uitkomst.overlap,
            "tegenspraken": [
                {
                    "vestiging": one.wat[0],
                    "naam": self.scholen[one.wat[0]].naam,
                    "gemeente": self.scholen[one.wat[0]].gemeente,
                    "soort": one.wat[1],
                    "leeftijdbestand": _plain(one.een),
                    "postcodebestand": _plain(one.ander),
                }
                for one in self.uitkomst.tegenspraken
            ],
            "alleen_in_leeftijdbestand": len(self.uitkomst.alleen_een),
            "alleen_in_postcodebestand": len(self.uitkomst.alleen_ander),
            "bronversies": {
                each.lading.bron: each.versie for each in (self.leeftijd, self.postcode)
            },
        }


def check_counts(laag: str = LANDELIJK, *, warehouse: Warehouse | None = None) -> Telcontrole:
    """Return the check of the newest peildatum that both tables have, as a layer sees them.

    NotFound when a table is missing, or when they have no peildatum in common.
    """
    house = warehouse or open_warehouse()
    leeftijd, postcode = house.version(LEEFTIJD, laag=laag), house.version(POSTCODE, laag=laag)
    shared = {*house.editions(LEEFTIJD, laag)} & {*house.editions(POSTCODE, laag)}
    if not shared:
        raise NotFound("De twee bestanden met leerlingen hebben geen peildatum gemeen.")
    peildatum = max(shared)
    return Telcontrole(
        peildatum=peildatum,
        uitkomst=compare_counts(
            _counted(house.scan(LEEFTIJD, laag=laag), peildatum),
            _counted(house.scan(POSTCODE, laag=laag), peildatum),
        ),
        scholen=_schools(house.scan(LEEFTIJD, laag=laag), peildatum),
        leeftijd=leeftijd,
        postcode=postcode,
    )


def _counted(rijen: pl.LazyFrame, peildatum: str) -> dict[Groep, Bereik]:
    """Return the pupils per vestiging and kind, each sum the range of one file alone."""
    summed = (
        rijen.filter(pl.col("peildatum") == peildatum)
        .group_by("vestiging", "soort")
        .agg(pl.col("aantal_laag").sum(), pl.col("aantal_hoog").sum())
        .sort("vestiging", "soort")
        .collect()
    )
    return {(one, kind): Bereik(low, high) for one, kind, low, high in summed.iter_rows()}


def _schools(rijen: pl.LazyFrame, peildatum: str) -> dict[str, School]:
    named = (
        rijen.filter(pl.col("peildatum") == peildatum)
        .select("vestiging", "naam", "gemeente", "gemeentenaam")
        .unique("vestiging", keep="first", maintain_order=True)
        .collect()
    )
    return {
        vestiging: School(naam=naam, gemeente=gemeente, gemeentenaam=gemeentenaam)
        for vestiging, naam, gemeente, gemeentenaam in named.iter_rows()
    }


def _plain(bereik: Bereik) -> dict[str, int]:
    return {"laag": int(bereik.laag), "hoog": int(bereik.hoog)}
