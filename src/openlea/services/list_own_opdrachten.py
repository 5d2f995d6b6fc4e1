"""List what somebody must do about assignments and proposals, on the side where they stand."""

from collections.abc import Iterator
from datetime import date

from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.opdracht import OPEN, Opdrachtkant, OpdrachtStap, VoorstelStap
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.vandaag_opdrachten import Opdrachtvraag, Opdrachtwerk
from openlea.services.opdracht.beelden import Opdrachtbeeld, Voorstelbeeld, show_all
from openlea.storage.records.opdracht_seen import opdrachten_seen


def list_own_opdrachten(actor: Actor, today: date) -> tuple[Opdrachtvraag, ...]:
    """Return what the actor must do, in a fixed number of queries; nothing for who only reads.

    Who keeps the werkruimte stands on both sides; of the werkgroep only a late proposal is shown.
    """
    if not actor.may(Noun.OPDRACHT, Verb.WIJZIGEN):
        return ()
    open_ones = [str(one) for one in OPEN - {OpdrachtStaat.CONCEPT}]
    found = list(opdrachten_seen(actor, today).filter(staat__in=open_ones))
    return tuple(vraag for beeld in show_all(actor, found, today) for vraag in _asked(beeld))


def _asked(beeld: Opdrachtbeeld) -> Iterator[Opdrachtvraag]:
    record = beeld.record
    werk = _work(beeld)
    if werk is not None:
        yield Opdrachtvraag(
            werk=werk, titel=record.titel, waar=f"opdracht:{record.pk}", op=record.voor
        )
    for one in beeld.voorstellen:
        werk = _at_board(one)
        if werk is not None:
            where = f"voorstel:{one.record.pk}"
            yield Opdrachtvraag(werk=werk, titel=one.record.titel, waar=where)


def _work(beeld: Opdrachtbeeld) -> Opdrachtwerk | None:
    both = len(beeld.kanten) == len(Opdrachtkant)
    if both:
        return Opdrachtwerk.UITWERKEN if beeld.te_laat else None
    if OpdrachtStap.AANVAARDEN in beeld.stappen:
        return Opdrachtwerk.AANVAARDEN
    waits = beeld.staat is OpdrachtStaat.AANVAARD
    return Opdrachtwerk.UITWERKEN if waits and Opdrachtkant.WERKGROEP in beeld.kanten else None


def _at_board(one: Voorstelbeeld) -> Opdrachtwerk | None:
    if VoorstelStap.BESLISSEN in one.stappen:
        return Opdrachtwerk.BESLISSEN if one.besluiten else None
    return Opdrachtwerk.AGENDEREN if VoorstelStap.AGENDEREN in one.stappen else None
