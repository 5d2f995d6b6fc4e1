"""The pictures of the voorschool: where the doelgroep is, on the map, and against the norm."""

from collections.abc import Sequence
from dataclasses import replace

from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied
from openlea.policy import voorschool as maat
from openlea.services.describe_voorschool import Plek, Voorschool
from openlea.services.voorschool.groepsregels import Groepsregel, Mengsel
from openlea.services.voorschool.overdracht_tellen import REDENEN
from openlea.services.voorschool.wachten_tellen import KLASSEN
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.charts.staven import Maat, Staaf, staven_chart
from openlea.web.charts.trend import Punt, Reeks, trend_chart
from openlea.web.pages.cijfers.grenzen import outlines

STANDEN = (
    (maat.GEPLAATST, "Naar de voorschool"),
    (maat.AFGEWEZEN, "Ouders willen niet"),
    (maat.WACHTLIJST, "Op de wachtlijst"),
    (maat.ELDERS, "Gaat elders heen"),
    (maat.ONBEKEND, "Niet bekend"),
)
KLEIN = "afgeschermd"
TE_WEINIG = "niet te zeggen"


def reach_bars(found: Voorschool) -> Grafiek:
    """Return where the doelgroep is, as bars."""
    standen = found.geheel.standen if found.geheel else {}
    bars = [
        Staaf(naam=naam, bereik=standen.get(name), eigen=name == maat.GEPLAATST, woord=KLEIN)
        for name, naam in STANDEN
    ]
    return staven_chart(
        "bereik", "Waar de doelgroeppeuters zijn", bars, eenheid="", decimals=0, wat="Waar"
    )


def reach_map(found: Voorschool, gemeente: str, slug: str) -> Grafiek:
    """Return the reach per postcode; a dot is larger where more of the doelgroep lives."""
    return kaart_chart(
        "kaart",
        "Bereik per postcodegebied",
        [_dot(one, one.bereik) for one in found.gebieden if one.spot],
        outlines(frozenset({gemeente}), slug) if gemeente else [],
        wat="Postcode",
        omvang="Doelgroep (ten minste)",
    )


def gap_map(found: Voorschool, gemeente: str, slug: str) -> Grafiek:
    """Return per postcode how many of the doelgroep are more than there are places."""
    drawn = kaart_chart(
        "kaart_plaatsen",
        "Doelgroep min plaatsen, per postcodegebied",
        [_dot(one, one.verschil) for one in found.gebieden if one.spot],
        outlines(frozenset({gemeente}), slug) if gemeente else [],
        eenheid="",
        wat="Postcode",
        omvang="Doelgroep (ten minste)",
    )
    if found.aanbod:
        return drawn
    return replace(drawn, spec=None, leeg="Het aanbod van de houders is hier nog niet ingelezen.")


def _dot(one: Plek, bereik: Bereik | None) -> Stip:
    lat, lon = one.spot or (0.0, 0.0)
    return Stip(
        naam=one.naam,
        lon=lon,
        lat=lat,
        bereik=bereik,
        omvang=max(one.doelgroep.laag, 1) if one.doelgroep else 1,
        bijschrift=one.naam,
        woord=TE_WEINIG,
    )


def years(reeks: Sequence[tuple[str, Bereik | None]]) -> Grafiek:
    """Return the reach over the days that may be compared."""
    punten = tuple(Punt(periode=day, bereik=bereik) for day, bereik in reeks)
    own = Reeks(naam="Bereik", punten=punten, eigen=True)
    return trend_chart("jaren", "Bereik door de jaren", [own], decimals=0)


def waiting_bars(found: Voorschool) -> Grafiek:
    """Return how many weeks there were between indication and first day."""
    names = {"0-4": "Tot 4 weken", "5-8": "5 tot 8 weken", "9-13": "9 tot 13 weken",
             "14-26": "14 tot 26 weken", "27-": "Langer dan 26 weken"}  # fmt: skip
    bars = [
        Staaf(
            naam=names[code],
            bereik=found.getal(maat.WACHT_KLASSE, Gebied.KLASSE, code),
            woord=KLEIN,
            eigen=True,
        )
        for code, _ in KLASSEN
    ]
    return staven_chart(
        "wachten", "Van indicatie tot eerste dag", bars, eenheid="", decimals=0, wat="Weken"
    )


def hours_bars(found: Voorschool) -> Grafiek:
    """Return who of the placed gets the hours."""
    kinds = (
        (maat.UREN_JA, "Haalt 960 uur", True),
        (maat.UREN_NEE, "Haalt het niet", False),
        (maat.UREN_ONBEKEND, "Niet bekend", False),
    )
    bars = [
        Staaf(naam=naam, bereik=found.getal(name), eigen=own, woord=KLEIN)
        for name, naam, own in kinds
    ]
    return staven_chart(
        "uren", "960 uur tot de vierde verjaardag", bars, eenheid="", decimals=0, wat="Oordeel"
    )


def offer_bars(found: Voorschool) -> Grafiek:
    """Return the hours that each location offers, beside the norm."""
    norm = float(found.normen.uren.uren)
    bars = [
        Staaf(naam=one.locatie, bereik=Bereik(hours, hours), eigen=hours >= norm)
        for one in found.aanbod
        for hours in [found.hours_of(one)]
    ]
    return staven_chart(
        "aanbod",
        "Uren die een locatie biedt in anderhalf jaar",
        bars,
        eenheid="uur",
        decimals=0,
        maat=Maat(naam="Norm", waarde=norm),
        wat="Locatie",
    )


def mix_bars(found: Voorschool, regels: Sequence[Groepsregel]) -> Grafiek:
    """Return how many groups are in each class; a count of groups says nothing of one child."""
    kinds = [one.soort(found.definitie.zwaar_boven) for one in regels]
    bars = [
        Staaf(naam=kind.label, bereik=Bereik(many, many), eigen=kind is Mengsel.ZWAAR)
        for kind in Mengsel
        for many in [kinds.count(kind)]
    ]
    return staven_chart(
        "groepsmix", "Groepen naar mengsel", bars, eenheid="", decimals=0, wat="Mengsel"
    )


def handover_bars(found: Voorschool) -> Grafiek:
    """Return who was handed over warmly."""
    kinds = (
        (maat.GEDAAN, "Warm overgedragen", True),
        (maat.NIET_GEDAAN, "Niet overgedragen", False),
        (maat.NIET_BEKEND, "Niet bekend", False),
    )
    bars = [
        Staaf(naam=naam, bereik=found.getal(name), eigen=own, woord=KLEIN)
        for name, naam, own in kinds
    ]
    return staven_chart(
        "overdracht", "Warme overdracht", bars, eenheid="", decimals=0, wat="Overdracht"
    )


def reason_bars(found: Voorschool) -> Grafiek:
    """Return why there was no handover."""
    bars = [
        Staaf(
            naam=reden.capitalize(),
            bereik=found.getal(maat.OVERDRACHT_REDEN, Gebied.KLASSE, reden),
            woord=KLEIN,
        )
        for reden in REDENEN
    ]
    return staven_chart(
        "redenen", "Waarom niet overgedragen", bars, eenheid="", decimals=0, wat="Reden"
    )


def need_bars(found: Voorschool) -> Grafiek:
    """Return the doelgroep of the coming years beside the places there are."""
    places = sum(one.kindplaatsen for one in found.aanbod)
    bars = [
        Staaf(naam=f"1 januari {one.jaar}", bereik=one.doelgroep, eigen=True)
        for one in found.behoefte
    ]
    measure = Maat(naam="Plaatsen nu", waarde=float(places)) if found.aanbod else None
    return staven_chart(
        "behoefte",
        "Doelgroep de komende jaren",
        bars,
        eenheid="",
        decimals=0,
        maat=measure,
        wat="Jaar",
    )
