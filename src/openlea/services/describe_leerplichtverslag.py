"""Describe the report of a schooljaar: its parts with text, and its figures, frozen if settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.core.telling import Telsoort
from openlea.policy.leerplichtverslag import DELEN, Verslagdeel, missing_parts
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.verzuimcijfers import Cijfertabel, value_text
from openlea.services.describe_leerplicht import describe_leerplicht
from openlea.services.find_leerplichtverslag import find_leerplichtverslag
from openlea.services.find_tellingen import SEES, find_tellingen
from openlea.storage.records.models import Verslag, Werkruimte
from openlea.storage.records.verslag import VerslagSoort, VerslagStaat
from openlea.storage.warehouse.verzuimtabellen import read_streefcijfers
from openlea.storage.warehouse.warehouse import open_warehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagtabel:
    """A table of a report as texts: what it is called, its heads, and rows (name, numbers)."""

    naam: str
    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagbeeld:
    """A report as it stands: `record` is None as long as nobody began it."""

    soort: VerslagSoort
    schooljaar: str
    gemeente: str
    record: Verslag | None
    delen: tuple[Verslagdeel, ...]
    tabellen: tuple[Verslagtabel, ...]
    peildatum: str
    let_op: tuple[str, ...]

    @property
    def blokken(self) -> Mapping[str, str]:
        """Return the texts by part."""
        return self.record.blokken if self.record else {}

    @property
    def is_vastgesteld(self) -> bool:
        """Say whether it can't change any more."""
        return self.record is not None and self.record.staat == VerslagStaat.VASTGESTELD

    @property
    def vastgesteld_op(self) -> date | None:
        """Return the day on which it was settled."""
        return self.record.vastgesteld_op if self.record else None

    @property
    def heeft_cijfers(self) -> bool:
        """Say whether there is any figure in it."""
        return bool(self.tabellen)

    @property
    def ontbreekt(self) -> tuple[Verslagdeel, ...]:
        """Return the parts that must still be written."""
        return missing_parts(str(self.soort), self.blokken)

    def tables_of(self, deel: Verslagdeel) -> tuple[Verslagtabel, ...]:
        """Return the tables that stand in a part."""
        return tuple(one for one in self.tabellen if one.naam in deel.tabellen)

    def as_plain(self) -> dict[str, Any]:
        """Return the figures as they are frozen."""
        tabellen = [
            {
                "naam": one.naam,
                "titel": one.titel,
                "koppen": list(one.koppen),
                "rijen": [list(row) for row in one.rijen],
                "noot": one.noot,
            }
            for one in self.tabellen
        ]
        return {"peildatum": self.peildatum, "let_op": list(self.let_op), "tabellen": tabellen}


def describe_leerplichtverslag(
    actor: Actor, schooljaar: str, soort: VerslagSoort = VerslagSoort.LEERPLICHT
) -> Verslagbeeld:
    """Return the report; without a count over the schooljaar it has no figures."""
    record = find_leerplichtverslag(actor, schooljaar, soort)
    frozen = record.cijfers if record and record.staat == VerslagStaat.VASTGESTELD else None
    figures: Mapping[str, Any] = frozen or _figures(actor, schooljaar, soort)
    return Verslagbeeld(
        soort=soort,
        schooljaar=schooljaar,
        gemeente=Werkruimte.objects.values_list("naam", flat=True).get(pk=actor.werkruimte),
        record=record,
        delen=DELEN[str(soort)],
        tabellen=tuple(_thawed(one) for one in figures["tabellen"]),
        peildatum=figures["peildatum"],
        let_op=tuple(figures["let_op"]),
    )


def _thawed(kept: Mapping[str, Any]) -> Verslagtabel:
    return Verslagtabel(
        naam=kept["naam"],
        titel=kept["titel"],
        koppen=tuple(kept["koppen"]),
        rijen=tuple(tuple(row) for row in kept["rijen"]),
        noot=kept.get("noot", ""),
    )


def _figures(actor: Actor, schooljaar: str, soort: VerslagSoort) -> dict[str, Any]:
    if actor.scope(Noun.TELLING, Verb.ZIEN) not in SEES:
        return _NOTHING
    if soort is VerslagSoort.EFFECT:
        return _aims(actor, schooljaar)
    if find_tellingen(actor, Telsoort.LEERPLICHT, schooljaar).staat is None:
        return _NOTHING
    beeld = describe_leerplicht(actor, schooljaar)
    years = [one.periode for one in beeld.reeks]
    return {
        "peildatum": beeld.staat.peildatum if beeld.staat else "",
        "let_op": list(beeld.staat.let_op) if beeld.staat else [],
        "tabellen": [_table(one, years) for one in beeld.tabellen if _is_known(one)],
    }


_NOTHING: dict[str, Any] = {"peildatum": "", "let_op": [], "tabellen": []}


def _is_known(tabel: Cijfertabel) -> bool:
    return any(value is not None for one in tabel.regels for value in one.waarden)


def _table(tabel: Cijfertabel, years: list[str]) -> dict[str, Any]:
    return {
        "naam": tabel.naam,
        "titel": tabel.titel,
        "koppen": [f"Aantal {tabel.eenheid}", *years],
        "rijen": [[one.titel, *one.teksten] for one in tabel.regels],
        "noot": tabel.noot,
    }


def _aims(actor: Actor, schooljaar: str) -> dict[str, Any]:
    """Return the aims of the year in which the schooljaar ends, beside what came of them."""
    slug = Werkruimte.objects.values_list("slug", flat=True).get(pk=actor.werkruimte)
    year = schooljaar[5:]
    rows = [
        [f"{one.naam} ({one.eenheid})", _number(one.doel), _number(one.uitkomst), one.toelichting]
        for one in read_streefcijfers(open_warehouse(), slug)
        if one.jaar == year
    ]
    heads = ["Streefcijfer", "Streefwaarde", "Uitkomst", "Toelichting"]
    table = {"naam": "streefcijfers", "titel": f"Streefcijfers {year}", "koppen": heads}
    found = [{**table, "rijen": rows, "noot": "Voor de hele regio."}] if rows else []
    return {"peildatum": year, "let_op": [], "tabellen": found}


def _number(value: float | None) -> str:
    return "nog niet bekend" if value is None else value_text(Bereik(value, value), 1)
