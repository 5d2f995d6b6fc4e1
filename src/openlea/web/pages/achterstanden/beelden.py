"""The pictures on onderwijsachterstanden: money, points, and points per hundred pupils."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from openlea.core.onthulling import Bereik
from openlea.services.describe_achterstanden import Achterstanden, Bestuur
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.staven import Staaf, staven_chart

CENTS = 100
NIET_OPENBAAR, GEEN_SCORE = "niet openbaar", "geen score ingelezen"
NIET_GENOEMD, NIET_TE_ZEGGEN = "niet apart genoemd", "niet te zeggen"
NOG_NIEMAND = "Nog niemand zei wat hij hieraan besteedt. Hieronder kun je het vragen."
NOG_GEEN_SCORES = "De scores van CBS zijn hier nog niet ingelezen."


def drawings(found: Achterstanden, gemeente: str) -> list[Grafiek]:
    """Return every picture; a board that said nothing has a bar without a number, and the word."""
    geld, *punten = [
        staven_chart(
            "geld",
            f"Geld voor onderwijsachterstanden in {found.jaar}",
            [_own(gemeente, found.spuk), *_spent(found.besturen)],
            eenheid="euro",
            decimals=0,
            wat="Wie",
        ),
        staven_chart(
            "punten",
            "Achterstandspunten per schoolbestuur",
            list(_points(found.besturen)),
            eenheid="punten",
            wat="Schoolbestuur",
        ),
        staven_chart(
            "per_leerling",
            "Achterstandspunten per 100 leerlingen",
            [
                Staaf(naam=one.naam, bereik=one.punten.per_honderd, woord=NIET_TE_ZEGGEN)
                for one in found.besturen
            ],
            eenheid="punten",
            wat="Schoolbestuur",
        ),
    ]
    return [
        replace(geld, leeg=NOG_NIEMAND),
        *(replace(one, leeg=NOG_GEEN_SCORES) for one in punten),
        _table(found),
    ]


def _own(gemeente: str, cents: int | None) -> Staaf:
    known = None if cents is None else _exact(Decimal(cents) / CENTS)
    return Staaf(naam=f"Gemeente {gemeente}", bereik=known, eigen=True, woord=NIET_GENOEMD)


def _spent(besturen: Sequence[Bestuur]) -> Iterator[Staaf]:
    for one in besturen:
        known = None if one.cents is None else _exact(Decimal(one.cents) / CENTS)
        yield Staaf(naam=one.naam, bereik=known, woord=NIET_OPENBAAR)


def _points(besturen: Sequence[Bestuur]) -> Iterator[Staaf]:
    for one in besturen:
        met = one.punten.met
        yield Staaf(naam=one.naam, bereik=None if met is None else _exact(met), woord=GEEN_SCORE)


def _exact(value: Decimal) -> Bereik:
    return Bereik(float(value), float(value))


def _table(found: Achterstanden) -> Grafiek:
    """Return the table of everything as a file; on the page it stands by itself."""
    heads = (
        number_column("Scholen", decimals=0),
        number_column("Scholen met score", decimals=0),
        number_column("Leerlingen, laagste", decimals=0),
        number_column("Leerlingen, hoogste", decimals=0),
        number_column("Punten met drempel", decimals=2),
        number_column("Punten zonder drempel", decimals=2),
        number_column("Deel van de punten", "%", decimals=2),
        number_column("Opgegeven besteding", "euro", decimals=2),
    )
    return Grafiek(
        naam="besturen",
        titel="Schoolbesturen",
        beschrijving="",
        kolommen=(Kolom("Schoolbestuur"), *heads),
        rijen=tuple(_row(one) for one in found.besturen),
        spec=None,
        leeg="Alleen als tabel.",
    )


def _row(one: Bestuur) -> tuple[Cel, ...]:
    punten = one.punten
    euro = None if one.cents is None else Decimal(one.cents) / CENTS
    return (
        one.naam,
        punten.scholen,
        punten.bekend,
        punten.leerlingen.laag if punten.leerlingen else None,
        punten.leerlingen.hoog if punten.leerlingen else None,
        punten.met,
        punten.zonder,
        punten.deel,
        euro,
    )
