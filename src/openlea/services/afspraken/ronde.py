"""The part of a round of asking that is about agreements: who must still confirm, what is over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.afspraak import AfspraakStaat, Bevestiging
from openlea.core.agenda import Zichtbaarheid
from openlea.core.overleg import VergaderingStaat
from openlea.core.verzoek import OnderwerpSoort, Verzoek, VerzoekStaat
from openlea.policy.afspraakvraag import Bevestigvraag, due_bevestigingen, state_of_ask
from openlea.policy.rechten import Actor
from openlea.policy.verzoek import not_yet_asked
from openlea.services.rondvraag.bewaren import keep_staat
from openlea.services.rondvraag.kring import Kring
from openlea.storage.records import models as records
from openlea.storage.records.verzoek_values import verzoek_value

TAFEL_OPEN = frozenset(
    str(one)
    for one in (VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD, VergaderingStaat.BEZIG)
)
"""While the meeting still sits, the text can change at the table: nobody is mailed yet."""


@dataclass(frozen=True, slots=True)
class Afspraakronde:
    """What a round found: the asks that are new, still to be kept, and how many it closed."""

    nieuw: tuple[Verzoek, ...]
    gesloten: int


def is_about(one: records.Verzoek) -> bool:
    """Return whether an ask is about an agreement."""
    return one.onderwerp_soort == OnderwerpSoort.AFSPRAAK


def ask_bevestigingen(
    actor: Actor, kring: Kring, known: Sequence[records.Verzoek]
) -> Afspraakronde:
    """Close the asks about agreements that are over, and return what has to be asked today.

    `known` are all asks about agreements that there ever were in the werkruimte.
    """
    open_now = [one for one in known if one.staat == VerzoekStaat.OPEN]
    numbers = [int(one.onderwerp_code) for one in open_now]
    asked = _questions(actor, numbers)
    closed = sum(_settle(actor, one, asked) for one in open_now)
    waiting = [one for one in asked.values() if one.loopt]
    due = due_bevestigingen(waiting, kring.today, kring.wie)
    return Afspraakronde(not_yet_asked(due, [verzoek_value(one) for one in known]), closed)


def _questions(actor: Actor, numbers: Sequence[int]) -> Mapping[tuple[str, str], Bevestigvraag]:
    """Return by agreement and partij what that partij has to say, of all that runs or is asked."""
    rows = records.Afspraakpartij.objects.filter(werkruimte_id=actor.werkruimte)
    near = rows.filter(afspraak__staat=AfspraakStaat.LOPEND) | rows.filter(afspraak__in=numbers)
    found = near.select_related("afspraak__punt__vergadering", "partij").order_by("id")
    return {(str(row.afspraak_id), row.partij.code): _question(row) for row in found}


def _question(row: records.Afspraakpartij) -> Bevestigvraag:
    one = row.afspraak
    meeting = one.punt.vergadering if one.punt else None
    sits = meeting is not None and meeting.staat in TAFEL_OPEN
    may_read = one.zichtbaarheid != Zichtbaarheid.INTERN or row.partij.soort == "gemeente"
    return Bevestigvraag(
        nummer=one.pk,
        wat=one.wat,
        partij=row.partij.code,
        versie=row.tekst_versie,
        bevestiging=Bevestiging(row.bevestiging),
        loopt=one.staat == AfspraakStaat.LOPEND and may_read and not sits,
    )


def _settle(
    actor: Actor, one: records.Verzoek, asked: Mapping[tuple[str, str], Bevestigvraag]
) -> bool:
    """Close an ask that is over, and return whether it was."""
    staat = state_of_ask(asked.get((one.onderwerp_code, one.partij_code)), one.periode)
    if staat is VerzoekStaat.OPEN:
        return False
    keep_staat(actor, one, staat)
    return True
