"""The sheets of the money: streams, posts with a column per year, changes, bookings, grants."""

from datetime import date

from openlea.core.begroting import (
    Boeking,
    BoekingSoort,
    Geldstroom,
    Post,
    Stand,
    StroomSoort,
    Subsidie,
    Verschil,
    Wijziging,
)
from openlea.policy import agenda_rijen as r
from openlea.services.xlsx.kolom import Blad, bedrag, code, datum, geheel, keuze, tekst

_CODE = "Een eigen code. Gebruik hem maar één keer."
_POST = "De code van de rij op het blad Begroting."
_GELDSTROOM = "De code van de geldstroom die betaalt."
_JAAR = "Het jaar waarvoor het bedrag geldt."

BLADEN_GELD = (
    Blad(
        r.GELDSTROMEN,
        "Waar het geld vandaan komt, met een bedrag per jaar.",
        Geldstroom,
        (
            code("Code", "code", _CODE, "G1"),
            tekst("Naam", "naam", "De geldstroom.", "Gemeentelijke middelen", 40),
            keuze("Soort", "soort", "Waar het geld van is.", StroomSoort, StroomSoort.GEMEENTELIJK),
            tekst("Voorwaarden", "voorwaarden", "De code van de voorwaarden.", "", 22),
        ),
        per_jaar=True,
    ),
    Blad(
        r.BEGROTING,
        "Waar het geld heen gaat, met een bedrag per jaar. Leeg is niet hetzelfde als 0.",
        Post,
        (
            code("Code", "code", _CODE, "P1"),
            code("Bij", "bij", "De code van actie, speerpunt of ambitie. Leeg is overig.", "1A1"),
            tekst("Omschrijving", "omschrijving", "Waar het geld voor is.", "Taal thuis", 40),
            code("Onderdeel van", "kop", "De code van de rij die dit bedrag al bevat."),
            keuze(
                "Verschil", "verschil", "Anders dan de vorige periode?", Verschil, Verschil.NIEUW
            ),
            tekst("Elders gedekt door", "elders_gedekt_door", "Wie betaalt als hier 0 staat."),
            code("Geldstroom", "geldstroom", _GELDSTROOM, "G1"),
            tekst("Categorie", "categorie", "De categorie van de voorwaarden.", "", 18),
            tekst("Taakveld", "taakveld", "Het taakveld van de gemeente.", "4.3", 12),
            tekst("Toelichting", "toelichting", "Meer uitleg.", "", 50),
        ),
        per_jaar=True,
    ),
    Blad(
        r.WIJZIGINGEN,
        "Een later bedrag van een post. Het vervangt het eerdere bedrag.",
        Wijziging,
        (
            code("Post", "post", _POST, "P1"),
            geheel("Jaar", "jaar", _JAAR, 2025),
            keuze("Stand", "stand", "Welke stand het is.", Stand, Stand.BIJGESTELD),
            bedrag("Bedrag", "bedrag", "Het nieuwe bedrag in euro's.", 1_500_000),
            datum("Datum", "op", "De dag van het besluit.", date(2025, 6, 1)),
            tekst("Besluit", "besluit", "Welk besluit het is.", "Voorjaarsnota"),
            tekst("Reden", "reden", "Waarom.", "", 50),
        ),
    ),
    Blad(
        r.REALISATIE,
        "Wat er is verplicht of besteed. Een negatief bedrag is een correctie.",
        Boeking,
        (
            code("Post", "post", _POST, "P1"),
            geheel("Jaar", "jaar", _JAAR, 2025),
            keuze("Soort", "soort", "Wat er gebeurde.", BoekingSoort, BoekingSoort.BESTEED),
            datum("Datum", "op", "De dag van de boeking.", date(2025, 4, 1)),
            bedrag("Bedrag", "bedrag", "Het bedrag in euro's.", 250_050),
            tekst("Omschrijving", "omschrijving", "Waarvoor.", "Eerste termijn", 40),
            code("Geldstroom", "geldstroom", _GELDSTROOM, "G1"),
            tekst("Kenmerk", "kenmerk", "Het nummer in de administratie.", "", 18),
        ),
    ),
    Blad(
        r.SUBSIDIES,
        "Subsidies aan partijen, van beschikking tot vaststelling.",
        Subsidie,
        (
            code("Kenmerk", "kenmerk", "Het nummer van de beschikking.", "SUB-1"),
            code("Post", "post", _POST, "P1"),
            tekst("Regeling", "regeling", "De regeling.", "Subsidieregeling taal"),
            code("Ontvanger", "ontvanger", "De code van de partij die het krijgt.", "gemeente"),
            geheel("Jaar", "jaar", _JAAR, 2025),
            bedrag("Beschikt", "beschikt", "Het toegekende bedrag in euro's.", 1_000_000),
            datum("Beschikt op", "beschikt_op", "De dag van de beschikking.", date(2025, 1, 15)),
            tekst("Voorwaarden", "voorwaarden", "Wat ervoor moet gebeuren."),
            tekst("Prestatie", "prestatie", "Wat ervoor geleverd wordt."),
            datum("Tussenrapportage op", "tussenrapportage_op", "Wanneer die binnen moet zijn."),
            bedrag("Vastgesteld", "vastgesteld", "Het definitieve bedrag in euro's."),
            datum("Vastgesteld op", "vastgesteld_op", "De dag van de vaststelling."),
            bedrag("Teruggevorderd", "teruggevorderd", "Wat terug moet, in euro's."),
        ),
    ),
)
