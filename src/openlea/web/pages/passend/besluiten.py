"""How decisions go: kinds and streams, terms, OPP and hoorrecht, the money, and jeugdhulp."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.notatie import euro
from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik, share_of
from openlea.core.telling import Gebied, Telstaat
from openlea.policy import toelating as maat
from openlea.policy.toelating import Tlvsoort
from openlea.services.describe_dekking import Dekking, describe_dekking
from openlea.services.passend.geld import Reserve, reserves_of
from openlea.storage.warehouse.passend_tabellen import GELD, VERWIJZERS, read_verwijzers
from openlea.storage.warehouse.warehouse import open_warehouse
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.passend.kader import crumbs, tabs, words
from openlea.web.route import LeaRequest

TERMEN = (
    (maat.KLASSEN[0], "Binnen 6 weken"),
    (maat.KLASSEN[1], "Tussen 6 en 10 weken"),
    (maat.KLASSEN[2], "Na 10 weken"),
    (maat.KLASSEN[3], "Dagen niet bekend"),
)
KOLOMMEN = (maat.LOPEND, maat.NIEUW, maat.HERINDICATIE, maat.GEEINDIGD, maat.TERUG)
UNIEK = "uniek"
CENTS = 100


def besluiten(request: LeaRequest) -> HttpResponse:
    """Return the page of a count, the newest unless the address asks another."""
    found = describe_dekking(request.actor, request.GET.get("periode", "")[:9])
    beelden = [_terms(found.staat)] if found.staat else []
    if answer := csv_answer(request, beelden):
        return answer
    house, slug = open_warehouse(), request.werkruimte.slug
    half, by = read_verwijzers(house, slug, request.werkruimte.plaats.partition(":")[2])
    shown = {
        "dk": found,
        "figuren": figures(beelden, f"periode={found.staat.periode}" if found.staat else ""),
        "soorten": _kinds(found.staat) if found.staat else [],
        "feiten": _facts(found),
        "geld": [_money(one) for one in reserves_of(slug, timezone.localdate())],
        "halfjaar": half,
        "verwijzers": _named(by),
        "uniek": _bounds(by.get(UNIEK)),
        "som": sum(high for who, (_, high) in by.items() if who != UNIEK),
        "bronnen": {"geld": GELD, "jeugdhulp": VERWIJZERS},
        "kruimels": crumbs(request, "Besluiten en geld"),
        "tabs": tabs(request, "passend_besluiten"),
    }
    return render(request, "passend/besluiten.html", shown)


def _terms(staat: Telstaat) -> Grafiek:
    bars = [
        Staaf(
            naam=naam,
            bereik=staat.bereik(name),
            eigen=name == maat.KLASSEN[2],
            woord="afgeschermd",
        )
        for name, naam in TERMEN
    ]
    return staven_chart(
        "termijn",
        "Hoe lang duurde het van aanmelding tot besluit?",
        bars,
        eenheid="",
        decimals=0,
        wat="Termijn",
    )


def _kinds(staat: Telstaat) -> list[tuple[str, list[str]]]:
    rows = [
        (soort.label, [words(staat.bereik(name, Gebied.KLASSE, str(soort))) for name in KOLOMMEN])
        for soort in Tlvsoort
    ]
    return [*rows, ("Samen", [words(staat.bereik(name)) for name in KOLOMMEN])]


def _facts(found: Dekking) -> list[dict[str, str]]:
    told = (
        ("Actueel ontwikkelingsperspectief", maat.OPP),
        ("Vastgelegd dat de leerling is gehoord", maat.HOOR),
    )
    return [
        {"naam": naam, "waarde": _share(found.getal(names[0]), found.getal(names[1]))}
        for naam, names in told
    ]


def _share(yes: Bereik | None, no: Bereik | None) -> str:
    if yes is None or no is None or yes.laag + no.laag < KLEINSTE_NOEMER:
        return "te weinig bekend"
    share = share_of(yes, no)
    known = Bereik(yes.laag + no.laag, yes.hoog + no.hoog)
    return f"{words(share, 0, '%')} van de {words(known)} van wie het bekend is"


def _money(one: Reserve) -> dict[str, object]:
    return {
        "een": one,
        "vermogen": euro(round(one.geld.eigen_vermogen * CENTS)),
        "grens": euro(one.grens_cents),
        "verschil": euro(abs(one.boven_cents)),
        "is_boven": one.boven_cents > 0,
        "organisatie": one.organisatie,
    }


def _named(by: Mapping[str, tuple[int, int]]) -> list[tuple[str, str]]:
    names = {"gi": "Gecertificeerde instelling"}
    return [
        (names.get(who, who.capitalize()), _bounds(ends))
        for who, ends in sorted(by.items())
        if who != UNIEK
    ]


def _bounds(ends: tuple[int, int] | None) -> str:
    return words(Bereik(*ends)) if ends else ""
