"""Realistic content of the style guide: made up, recognisable, and true of no municipality."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from openlea.core.agenda import ActieStaat, Richting
from openlea.policy.actualiteit import Actualiteit

KADER: dict[str, Any] = {
    "werkruimte": {"naam": "Educatieve agenda", "periode": "2024–2027", "url": "/"},
    "zoekadres": "/zoeken/",
    "navigatie": [
        {"naam": naam, "url": "#", "actief": naam == "Agenda"}
        for naam in ("Vandaag", "Agenda", "Overleg", "Cijfers", "Taken", "Geld", "Raad")
    ],
    "account": {
        "naam": "Agendabeheerder",
        "rol": "Gemeente",
        "links": [{"naam": "Mijn acties", "url": "#"}, {"naam": "Bekijk als", "url": "#"}],
        "uitlogadres": "#",
    },
    "bekijk_als": {"naam": "Partner", "url": "#"},
    "voetlinks": [
        {"naam": "Toegankelijkheid", "url": "#"},
        {"naam": "Privacy", "url": "#"},
        {"naam": "Open data", "url": "#"},
    ],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One action in the example table; `geld` is whole cents."""

    code: str
    naam: str
    partijen: tuple[str, ...]
    staat: ActieStaat
    actualiteit: str
    op: date | None
    werkelijk: Decimal | None
    doel: Decimal | None
    eenheid: str
    geld: int | None
    richting: Richting = Richting.MINSTENS


RIJEN = (
    Rij(
        code="1A1",
        naam="Ouders lezen thuis voor, met een vrijwilliger van VoorleesExpress",
        partijen=("Bibliotheek", "Gemeente"),
        staat=ActieStaat.OP_SCHEMA,
        actualiteit=Actualiteit.FRIS,
        op=date(2026, 11, 13),
        werkelijk=Decimal(38),
        doel=Decimal(60),
        eenheid="gezinnen",
        geld=4_250_000,
    ),
    Rij(
        code="1A2",
        naam="Elke doelgroeppeuter krijgt 960 uur voorschoolse educatie",
        partijen=("Kinderopvang", "GGD", "Gemeente"),
        staat=ActieStaat.LOOPT_ACHTER,
        actualiteit=Actualiteit.TE_LAAT,
        op=date(2026, 5, 21),
        werkelijk=Decimal("71.5"),
        doel=Decimal(90),
        eenheid="%",
        geld=38_600_000,
    ),
    Rij(
        code="1B3",
        naam="Minder kinderen zitten langer dan drie maanden thuis",
        partijen=("Samenwerkingsverband",),
        staat=ActieStaat.AFGEROND,
        actualiteit=Actualiteit.NIET_NODIG,
        op=date(2026, 8, 2),
        werkelijk=Decimal(11),
        doel=Decimal(14),
        eenheid="kinderen",
        geld=None,
        richting=Richting.HOOGSTENS,
    ),
    Rij(
        code="2A1",
        naam="Nieuwkomers gaan binnen vier weken naar school",
        partijen=("Schoolbestuur", "Gemeente"),
        staat=ActieStaat.ONBEKEND,
        actualiteit=Actualiteit.NIET_GEVRAAGD,
        op=None,
        werkelijk=None,
        doel=Decimal(100),
        eenheid="%",
        geld=12_000_050,
    ),
)

INHOUD: dict[str, Any] = {
    "vandaag": [
        {
            "dag": "vr 27 nov",
            "titel": "Bestuurlijk overleg",
            "tekst": "Twee verplichte onderwerpen staan nog niet op de agenda.",
            "knop": "Zet op agenda",
        },
        {
            "dag": "di 1 dec",
            "titel": "12 acties zijn niet bijgewerkt sinds augustus",
            "tekst": "Zeven mensen krijgen een herinnering.",
            "knop": "Stuur herinnering",
        },
        {
            "dag": "Nieuw",
            "titel": "DUO heeft de leerlingen van 2026",
            "tekst": "Vier cijfers in de agenda zijn veranderd.",
            "knop": "Bekijk wat",
        },
    ],
    "rijen": RIJEN,
    "kruimels": [
        {"naam": "Agenda", "url": "#"},
        {"naam": "1A Taal en lezen", "url": "#"},
        {"naam": "1A1 VoorleesExpress"},
    ],
    "tabs": [
        {"naam": "Boom", "url": "#", "actief": True},
        {"naam": "Tijdlijn", "url": "#"},
        {"naam": "Wie doet wat", "url": "#"},
        {"naam": "Te laat", "url": "#", "aantal": 3},
    ],
    "filterkeuzes": [
        {"naam": "Partij: Bibliotheek", "weg_url": "#"},
        {"naam": "Staat: Loopt achter", "weg_url": "#"},
    ],
    "feiten": [
        {"naam": "Trekker", "waarde": "Bibliotheek"},
        {"naam": "Periode", "waarde": "januari 2024 tot en met december 2027"},
        {"naam": "Dient de taak", "waarde": "Afspraken over voorschoolse educatie"},
        {"naam": "Werkt met", "waarde": "VoorleesExpress, bewijs: goede aanwijzingen"},
    ],
    "verhaal": [
        {
            "op": date(2026, 11, 13),
            "door": "Bibliotheek",
            "titel": "Acht gezinnen erbij",
            "tekst": "Er zijn nu genoeg vrijwilligers in Oost. In Noord wachten nog vijf gezinnen.",
            "icoon": "potlood",
            "staat": ActieStaat.OP_SCHEMA,
        },
        {
            "op": date(2026, 9, 24),
            "door": "Bestuurlijk overleg",
            "titel": "Besluit: doel van 50 naar 60 gezinnen",
            "tekst": "Alle partijen eens. Schoolbestuur met voorbehoud: eerst de evaluatie zien.",
            "icoon": "besluit",
        },
        {
            "op": date(2026, 6, 4),
            "door": "Gemeente",
            "titel": "Evaluatie eerste helft",
            "icoon": "document",
            "url": "#",
        },
    ],
    "foutpunten": [
        "Blad Acties, cel D14: 31 februari bestaat niet.",
        "Blad Geld, cel F8: bij 12,000 is niet duidelijk of de komma duizend of een deel is.",
    ],
    "begroting": [
        {"naam": "1 Gelijke kansen", "soort": "groep", "jaren": [48_250_000, 51_000_000, None]},
        {"naam": "VoorleesExpress", "soort": "onder", "jaren": [4_250_000, 4_400_000, 0]},
        {"naam": "Voorschool", "soort": "onder", "jaren": [44_000_000, 46_600_000, None]},
        {"naam": "Saldo", "soort": "totaal", "jaren": [1_284_050, -3_974_000, None]},
    ],
}
