"""The divisions in the demo: the real schools of Hilversum, one year decided and the next begun.

The numbers of the schools are those of the shipped tables. What isn't public is an example, and
its column says so; € 300.000 a year is what the agenda has for the maatwerkplansubsidie (1-B-5).
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.conf import settings

from openlea.catalogue.verdeelkast import open_verdeelcriteria
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.policy.rechten import Actor
from openlea.policy.verdeelcriteria import Uitsluiting, Verdeelcriteria, Voorwaarde
from openlea.policy.verdeelcriteria_uitvoer import compose_verdeelcriteria
from openlea.services.copy_verdeling import copy_verdeling
from openlea.services.decide_verdeling import Verdeelbesluit, decide_verdeling
from openlea.services.keep_record import keep_record
from openlea.services.keep_verdeelcriteria import keep_verdeelcriteria
from openlea.services.keep_verdeling import BEGIN, Verdelingopzet, keep_verdeling
from openlea.services.take_scholen import take_scholen
from openlea.services.verdelen.bewaard import tabel_of
from openlea.services.verdelen.tabel_bewaren import Kolombron, put_tabel
from openlea.storage.records.models import Verdeling

BUDGET = 300_000
FIRST_YEAR, LAST_YEAR = 2024, 2026
DOET_MEE, VORIG = "voorbeeld_doet_mee", "voorbeeld_vorig_bedrag"
VOORBEELD = "Voorbeeld: geen echt gegeven"


def fill_verdeling(actor: Actor, today: date) -> None:
    """Make the example that was decided, and the concept of the year after it."""
    opzet = Verdelingopzet(
        naam="Rijk dagprogramma (voorbeeld)",
        jaar=min(max(today.year, FIRST_YEAR), LAST_YEAR),
        budget=BUDGET,
        regeling="Voorbeeldregeling rijk dagprogramma",
        zichtbaarheid=Zichtbaarheid.PUBLIEK,
    )
    made = keep_verdeling(actor, opzet)
    _add_examples(actor, take_scholen(actor, made.pk))
    ours = _criteria()
    keep_verdeelcriteria(actor, made.pk, compose_verdeelcriteria(ours))
    for plek, variant in enumerate(_variants(ours)):
        keep_verdeelcriteria(actor, made.pk, compose_verdeelcriteria(variant), plek)
    door = "Voorbeeld: het college van burgemeester en wethouders"
    decide_verdeling(actor, made.pk, Verdeelbesluit(door=door, op=today - timedelta(days=7)))
    copy_verdeling(actor, made.pk)


def _add_examples(actor: Actor, record: Verdeling) -> None:
    """Add two columns that no table has: who takes part, and what schools had the year before."""
    tabel = tabel_of(record.tabel)
    if tabel is None:
        return
    last, equal = len(tabel.rijen) - 1, str(BUDGET // len(tabel.rijen))
    added = replace(
        tabel,
        koppen=(*tabel.koppen, DOET_MEE, VORIG),
        rijen=tuple(
            (regel, (*row, "nee" if place == last else "ja", equal))
            for place, (regel, row) in enumerate(tabel.rijen)
        ),
    )
    told = [Kolombron(**one) for one in record.bronnen]
    told += [Kolombron(kolom=kop, bron=VOORBEELD) for kop in (DOET_MEE, VORIG)]
    put_tabel(record, added, told)
    record.vorig = VORIG
    keep_record(actor, record)


def _criteria() -> Verdeelcriteria:
    """Return the example of the shelf with limits, and without who doesn't take part."""
    example = open_verdeelcriteria(find_roots(settings.CATALOGUE))[BEGIN]
    out = Uitsluiting(
        naam="doet niet mee",
        kolom=DOET_MEE,
        als=Voorwaarde.IS,
        waarde="nee",
        reden="De school vroeg dit jaar geen geld aan (voorbeeld).",
    )
    return replace(
        example,
        titel="Schoolweging en leerresultaten",
        ondergrens=2500,
        bovengrens=25_000,
        uitsluitingen=(out,),
    )


def _variants(ours: Verdeelcriteria) -> tuple[Verdeelcriteria, ...]:
    weight, _ = ours.criteria
    return (
        replace(ours, titel="Alleen de schoolweging", criteria=(weight,)),
        replace(
            ours,
            titel="Schoolweging telt vanaf 28",
            criteria=(replace(weight, drempel=Decimal(28)), ours.criteria[1]),
        ),
    )
