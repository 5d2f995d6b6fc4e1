"""What came of a question about spreading, read from what the work kept, as the page shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.policy.cijfertekst import number_text, periode_tekst
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.grens import Grenspunt, grens_chart

TIJD = " Geef meer tijd met --seconden."
"""What the command advises, and a page can't."""
ONBEKEND = "–"


@dataclass(frozen=True, slots=True)
class Schoolregel:
    """A school: its share now and then in percent, and how many come and go, a handful as '<5'."""

    naam: str
    nu: str
    straks: str
    erbij: str
    eraf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """The question in words, the answer, and what it rests on."""

    groep: str
    is_eigen: bool
    kan: bool
    kern: str
    uitleg: tuple[str, ...]
    redenen: tuple[str, ...]
    gevraagd: tuple[str, ...]
    aannamen: tuple[str, ...]
    reis: tuple[str, str]
    ongelijk: tuple[str, str]
    scholen: tuple[Schoolregel, ...]
    grens: Grafiek


def read_uitkomst(kept: Mapping[str, Any]) -> Uitkomst:
    """Return the outcome of work as the page shows it."""
    told = kept["spreiding"]
    outcome = told["uitkomst"]
    kern, *others = (one.replace(TIJD, "") for one in outcome["zinnen"])
    return Uitkomst(
        groep=kept["groep"],
        is_eigen=kept["is_eigen"],
        kan=outcome["mogelijk"],
        kern=kern,
        uitleg=tuple(one for one in others if one and not one.startswith("- ")),
        redenen=tuple(one[2:].rstrip(";") for one in others if one.startswith("- ")),
        gevraagd=tuple(told["gevraagd"]["zinnen"]),
        aannamen=_assumed(kept),
        reis=_pair(outcome, "gemiddelde_reis", _km),
        ongelijk=_pair(outcome, "dissimilariteit", _percent),
        scholen=tuple(map(_school, told.get("scholen", ()))),
        grens=_frontier(told),
    )


def _assumed(kept: Mapping[str, Any]) -> tuple[str, ...]:
    told = kept["spreiding"]["gevraagd"]
    whom = "alle leerlingen" if kept["is_eigen"] else "groep 8, met een uitslag"
    found = (
        (
            f"Geteld zijn {told['leerlingen']} leerlingen op {told['scholen']} scholen: {whom}, op "
            f"{periode_tekst(kept['geteld'])}. Kleine scholen tellen niet mee."
        ),
        (
            "Waar zij wonen is geschat: zoals alle leerlingen van hun school, op "
            f"{periode_tekst(kept['wonen'])} (DUO, per postcode). Wie waar woont en bij welke "
            "groep hoort, is niet openbaar."
        ),
        "Een afgeschermd aantal telt als het midden van zijn bereik.",
        (
            f"Een school mag {number_text(kept['ruimte'], 0)} % groeien of krimpen. Hoeveel "
            "plaats er echt is, weten alleen de scholen."
        ),
        "De afstand is hemelsbreed, van het midden van de postcode naar de school.",
        (
            "Dit is een rekenvoorbeeld voor wie straks begint. Het wijst geen kind aan en niemand "
            "hoeft hierom van school."
        ),
    )
    if not kept["zonder"]:
        return found
    namen = ", ".join(kept["zonder"])
    return (*found, f"Niet mee, want hun plaats of postcodes zijn niet bekend: {namen}.")


def _pair(outcome: Mapping[str, Any], name: str, said: Any) -> tuple[str, str]:
    return said(outcome.get(f"{name}_nu")), said(outcome.get(name))


def _km(value: float | None) -> str:
    return ONBEKEND if value is None else f"{value:.2f} km".replace(".", ",")


def _percent(value: float | None) -> str:
    return ONBEKEND if value is None else f"{100 * value:.0f} %"


def _school(one: Mapping[str, Any]) -> Schoolregel:
    nu, straks = (
        ONBEKEND if one[key] is None else f"{one[key]} %" for key in ("aandeel_nu", "aandeel")
    )
    return Schoolregel(one["school"], nu, straks, str(one["erbij"]), str(one["eraf"]))


def _frontier(told: Mapping[str, Any]) -> Grafiek:
    asked, outcome = told["gevraagd"], told["uitkomst"]
    now = Grenspunt(
        band=0,
        reisgrens=None,
        wisselt="0",
        reis=told["nu"]["gemiddelde_reis"],
        ongelijk=100 * (told["nu"]["dissimilariteit"] or 0),
    )
    punten: Sequence[Grenspunt] = [
        Grenspunt(
            band=one["band"],
            reisgrens=one["reis"],
            wisselt=str(one["verplaatst"]),
            reis=one["gemiddelde_reis"],
            ongelijk=100 * (one["dissimilariteit"] or 0),
            is_bewezen=one["bewezen"],
            is_gevraagd=outcome["mogelijk"]
            and (one["band"], one["reis"]) == (asked["band"], asked["reis"]),
        )
        for one in told.get("grens", ())
    ]
    return grens_chart("grens", "Gelijker of dichterbij: wat kost wat?", punten, nu=now)
