"""The register of processing: what the catalogue declares, and one entry per registration."""

from collections.abc import Mapping
from dataclasses import replace

from django.conf import settings

from openlea.catalogue.bewaarkast import open_bewaarkaarten
from openlea.catalogue.registratiekast import open_registraties
from openlea.catalogue.verwerkingenkast import open_verwerkingen
from openlea.core.bewaring import Bewaarkaart
from openlea.core.catalogue import find_roots
from openlea.core.registratie import DROPPED, Registratie
from openlea.core.verwerking import Verwerking

KLUIS = (
    "namen, adressen en vrije tekst vallen aan de deur weg",
    "nummers van personen worden vervangen door een kenmerk met een sleutel per werkruimte",
    "elke aanlevering ligt versleuteld met een eigen sleutel; wissen vernietigt die sleutel",
    "tweede stap verplicht; elke blik staat in het logboek",
)
VOORSTEL = "de termijn is een voorstel en staat in geen wet die is nagekeken."
AFZENDERS = ("de analist van de werkruimte", "de organisatie die de rijen aanleverde")


def describe_verwerkingen() -> tuple[Verwerking, ...]:
    """Return every processing by title; each registration of persons is one of its own."""
    roots = find_roots(settings.CATALOGUE)
    kaarten = open_bewaarkaarten(roots)
    declared = [_with_terms(one, kaarten) for one in open_verwerkingen(roots).values()]
    of_persons = [_of_registration(one) for one in open_registraties(roots).values()]
    return tuple(sorted((*declared, *of_persons), key=lambda one: one.titel.casefold()))


def _with_terms(one: Verwerking, kaarten: Mapping[str, Bewaarkaart]) -> Verwerking:
    """Return a processing with the terms of its kinds in its sentence about keeping."""
    mine = [kaarten[kind] for kind in one.bewaarsoorten if kind in kaarten]
    unsure = [f"{kaart.titel}: {VOORSTEL}" for kaart in mine if not kaart.bevestigd]
    return replace(
        one,
        bewaren=" ".join((one.bewaren, *map(_term, mine))),
        onbevestigd=(*one.onbevestigd, *unsure),
    )


def _term(kaart: Bewaarkaart) -> str:
    if not kaart.maanden:
        return f"{kaart.titel}: tot en met {kaart.vanaf}."
    return f"{kaart.titel}: {kaart.maanden} maanden na {kaart.vanaf}."


def _of_registration(one: Registratie) -> Verwerking:
    kept = [veld.titel or veld.naam for veld in one.velden if veld.rol not in DROPPED]
    return Verwerking(
        id=f"registratie-{one.id}",
        titel=f"Registratie: {one.titel}",
        doel=one.doel,
        grondslag=one.grondslag,
        bron=one.bron,
        bewaren=f"{one.bewaartermijn} maanden na het einde van de periode. {one.bewaarreden}",
        betrokkenen=("kinderen en jongeren in de registratie, en hun ouders",),
        gegevens=tuple(kept),
        ontvangers=AFZENDERS,
        maatregelen=KLUIS,
        bewaarsoorten=("aanlevering",),
        records=("Aanlevering",),
        over=("registratie",),
        onbevestigd=one.controle,
    )
