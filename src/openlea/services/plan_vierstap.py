"""Plan the meeting for one step of a beginning cooperation, with the items of that step."""

from django.db import transaction

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout
from openlea.core.overleg import PuntSoort, VergaderingStaat, Vergadermoment
from openlea.core.vierstappen import OPBRENGST, VORIGE_STAP, Beginstap
from openlea.policy.rechten import Actor
from openlea.policy.schrijfwijze import day
from openlea.policy.vergaderplanning import VOORBEREIDEN
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.keep_record import keep_record
from openlea.services.plan_vergadering import plan_vergadering
from openlea.services.remove_agendapunt import remove_agendapunt
from openlea.services.vierstappen.stap import find_stap, meetings_of
from openlea.storage.records.models import Agendapunt, Vergadering

VOLGORDE = ("verslag", VORIGE_STAP, "afspraken")
"""The standing items that open a meeting, in this order."""
VASTLEGGEN = Puntopzet(
    titel="Wat leggen we vast voor de volgende stap?",
    sectie="Sluiting",
    soort=PuntSoort.BESLUITEN,
    vast=OPBRENGST,
)


def plan_vierstap(actor: Actor, reeks: int, stap: str, moment: Vergadermoment) -> Vergadering:
    """Return the concept of a meeting for this step, with its items between opening and closing.

    Raises BadInput when the step already has a meeting that still comes, or with the field;
    NotFound and NotAllowed.
    """
    with transaction.atomic():
        series, kaart = find_stap(actor, reeks, stap)
        earlier = meetings_of(series, kaart)
        if coming := [one for one in earlier if VergaderingStaat(one.staat) in VOORBEREIDEN]:
            reden = f"Deze stap staat al op {day(coming[0].op)}. Verzet die vergadering."
            raise BadInput([Fout("", "op", reden)])
        is_first = not series.vergaderingen.exclude(staat=VergaderingStaat.AFGELAST).exists()
        meeting = plan_vergadering(actor, reeks, moment, f"{kaart.titel}: {series.naam}"[:200])
        _fill(actor, meeting, kaart, is_first=is_first)
    return meeting


def _fill(actor: Actor, meeting: Vergadering, kaart: Beginstap, *, is_first: bool) -> None:
    for one in kaart.punten:
        opzet = Puntopzet(
            titel=one.titel,
            sectie=kaart.titel,
            soort=one.soort,
            minuten=one.minuten,
            toelichting=one.toelichting,
            vast=kaart.vast,
            zichtbaarheid=Zichtbaarheid(meeting.zichtbaarheid),
        )
        add_agendapunt(actor, opzet, vergadering=meeting.pk)
    punten = list(Agendapunt.objects.on_agenda(meeting.pk))
    if is_first:
        for punt in punten:
            if punt.vast == VORIGE_STAP:
                remove_agendapunt(actor, punt.pk)
        punten = [one for one in punten if one.vast != VORIGE_STAP]
    if not any(one.vast == OPBRENGST for one in punten):
        punten.append(add_agendapunt(actor, VASTLEGGEN, vergadering=meeting.pk))
    for place, punt in enumerate(sorted(punten, key=lambda one: _place(one, kaart))):
        if punt.volgorde != place:
            punt.volgorde = place
            keep_record(actor, punt)


def _place(punt: Agendapunt, kaart: Beginstap) -> tuple[int, int]:
    """Return where an item comes: the opening, what was left, the step itself, the closing."""
    if punt.vast in VOLGORDE:
        return VOLGORDE.index(punt.vast), punt.volgorde
    late = {kaart.vast: len(VOLGORDE) + 1, OPBRENGST: len(VOLGORDE) + 2}
    return late.get(punt.vast, len(VOLGORDE)), punt.volgorde
