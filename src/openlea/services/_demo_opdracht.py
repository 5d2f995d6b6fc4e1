"""What the agenda of Hilversum asks of its werkgroepen, as assignments, and an example of a reply.

Source: gemeente Hilversum, 'Hilversumse Educatieve Agenda 2024-2027: Verder leren!', speerpunt 1C
(action 2) and 2B (actions 1 and 2), in our own words. The text names no day on which they were
given and no member; a part on which it is silent says so or stays empty.
"""

from datetime import date

from openlea.core.opdracht import VoorstelStaat
from openlea.policy.rechten import Actor
from openlea.services.accept_opdracht import accept_opdracht
from openlea.services.give_opdracht import give_opdracht
from openlea.services.keep_opdracht import Opdrachtopzet, keep_opdracht
from openlea.services.keep_record import keep_record
from openlea.services.opdracht.vinden import bring_along
from openlea.storage.records import models as records

BRON = "Bron: Hilversumse Educatieve Agenda 2024-2027, speerpunt"
VOORBEELD = "Dit is een voorbeeld. De werkgroep heeft dit niet echt voorgesteld."


def fill_opdrachten(actor: Actor, today: date) -> None:
    """Make the assignments that the agenda names, and let the example go on one round."""
    series = {one.naam: one.pk for one in records.Overlegreeks.objects.of(actor.werkruimte)}
    lea, first = series["Bestuurlijk overleg LEA"], series["Werkgroep ambitie 1"]
    second = series["Werkgroep ambitie 2"]
    for opzet in (_aanbod(lea, second), _inclusie(lea, second)):
        give_opdracht(actor, keep_opdracht(actor, opzet, today).pk, today)
    keep_opdracht(actor, _kindcentra(lea, first), today)
    _go_on(actor, today)


def _aanbod(gever: int, werkgroep: int) -> Opdrachtopzet:
    return Opdrachtopzet(
        titel="Dekkend aanbod",
        opdrachtgever=gever,
        werkgroep=werkgroep,
        speerpunt="2B",
        aanleiding="Een bureau onderzocht welke leerlingen nog geen passende hulp op tijd krijgen, "
        "waar het aanbod gaten heeft en hoe die te vullen zijn. Ouders en leerlingen vulden een "
        f"enquête in over wat zij nodig hebben.\n\n{BRON} 2B, actie 1.",
        doel="Een dekkend aanbod van voorzieningen voor leerlingen die ondersteuning of zorg nodig "
        "hebben.",
        resultaat="Een voorstel met een lijst van 4 prioriteiten uit het onderzoek en de enquête, "
        "een planning daarvan voor 4 jaar, en een uitgewerkte aanpak van de eerste prioriteit.",
        planning="De 4 prioriteiten verdeeld over 4 jaar. De aanpak van de eerste prioriteit in "
        "2024.",
    )


def _inclusie(gever: int, werkgroep: int) -> Opdrachtopzet:
    return Opdrachtopzet(
        titel="Inclusie volgen",
        opdrachtgever=gever,
        werkgroep=werkgroep,
        speerpunt="2B",
        aanleiding=f"Er verandert veel rond inclusief onderwijs. {BRON} 2B, actie 2.",
        doel="Inclusie bevorderen waar dat nodig is en kan.",
        resultaat="De werkgroep volgt de ontwikkelingen, vertelt erover in het bestuurlijk overleg "
        "en stelt acties voor als dat nodig is.",
    )


def _kindcentra(gever: int, werkgroep: int) -> Opdrachtopzet:
    return Opdrachtopzet(
        titel="Voorstellen voor integrale kindcentra",
        opdrachtgever=gever,
        werkgroep=werkgroep,
        speerpunt="1C",
        aanleiding="Kinderopvang en onderwijs vormen samen integrale kindcentra (IKC). Dat vraagt "
        f"steun van de gemeente. {BRON} 1C, actie 2.",
        doel="Integrale kindcentra kunnen zich goed ontwikkelen.",
        resultaat="Een aantal concrete voorstellen die aan die ontwikkeling bijdragen.",
        samenstelling="De agenda noemt een werkgroep die nog moet worden ingesteld. Tot die tijd "
        "staat de opdracht bij de werkgroep van ambitie 1.",
    )


def _go_on(actor: Actor, today: date) -> None:
    """Let the werkgroep of the example accept, and a second proposal wait for its outcome."""
    example = records.Opdracht.objects.of(actor.werkruimte).filter(punt__isnull=False).last()
    if example is None:
        return
    accept_opdracht(actor, example.pk, today)
    voorstel = records.Voorstel(
        werkruimte_id=actor.werkruimte,
        opdracht=example,
        titel="Voorbeeld: een gesprek bij elke overdracht",
        tekst=VOORBEELD,
        gevraagd="Het overleg stemt in met een gesprek bij elke overdracht (voorbeeld).",
        punt=example.punt,
        staat=VoorstelStaat.GEAGENDEERD,
    )
    keep_record(actor, voorstel)
    bring_along(actor, records.Opdracht.objects.get(pk=example.pk))
