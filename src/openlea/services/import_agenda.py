"""Take a whole agenda into a werkruimte: all of it or nothing."""

from dataclasses import dataclass

from django.db import transaction

from openlea.core.agenda import Agenda, AgendaStaat
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.agenda_controle import check_agenda
from openlea.policy.agenda_staat import GESLOTEN, is_open
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.inlezen.money import read_money
from openlea.services.inlezen.network import read_network
from openlea.services.inlezen.reconcile import Reconciler, Verandering
from openlea.services.inlezen.tree import open_agenda, read_tree, remove_missing
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True)
class Verslag:
    """What an import did, or would do."""

    titel: str
    veranderingen: tuple[Verandering, ...]


def import_agenda(
    actor: Actor, new: Agenda, *, verwijder: bool = False, proef: bool = False
) -> Verslag:
    """Make the agenda of this title equal to the values, and return what changed.

    A closed agenda takes nothing in that would change it.

    Everything or nothing: any fault raises BadInput and leaves what was there. Actions with a
    story (updates, comments) go only with `verwijder`. With `proef` nothing stays.
    """
    if actor.scope(Noun.BESTAND, Verb.WIJZIGEN) is not Scope.ALLES:
        raise NotAllowed("Alleen de agendabeheerder leest een agenda in.")
    if fouten := check_agenda(new):
        raise BadInput(fouten)
    with transaction.atomic():
        # Two files at once take their turn, so that the second builds on the first.
        records.Werkruimte.objects.select_for_update(no_key=True).get(pk=actor.werkruimte)
        told = Reconciler(actor)
        closed = _is_closed(actor, new.titel)
        agenda = open_agenda(told, actor.werkruimte, new)
        if not verwijder:
            _refuse_loss(agenda, new)
        tree = read_tree(told, agenda, new)
        read_money(told, tree, new)
        read_network(told, tree, new)
        remove_missing(told, agenda, new)
        if closed and told.changes:
            raise BadInput([Fout("Agenda", "", GESLOTEN)])
        if proef:
            transaction.set_rollback(True)
        else:
            log_deed(
                actor,
                "agenda ingelezen",
                new.titel,
                f"{len(told.changes)} veranderingen",
                soort=Logsoort.MAKEN,
                noun=Noun.BESTAND,
            )
    return Verslag(new.titel, tuple(told.changes))


def _is_closed(actor: Actor, titel: str) -> bool:
    """Return whether the agenda of this title is closed now, whatever the file says of it."""
    stored = records.Agenda.objects.of(actor.werkruimte).filter(titel=titel).first()
    return stored is not None and not is_open(AgendaStaat(stored.staat))


def _refuse_loss(agenda: records.Agenda, new: Agenda) -> None:
    """Raise when an action with a story would go: that asks for a word of its own."""
    codes = {actie.code for actie in new.acties}
    told_of = agenda.acties.exclude(code__in=codes).filter(
        pk__in=records.Voortgang.objects.values("actie")
    ) | agenda.acties.exclude(code__in=codes).filter(
        pk__in=records.Opmerking.objects.values("actie")
    )
    if lost := sorted(set(told_of.values_list("code", flat=True))):
        reden = (
            f"staat niet in het bestand, maar heeft wel meldingen of opmerkingen: "
            f"{', '.join(lost)}. Zet de actie terug in het bestand, of kies voor verwijderen."
        )
        raise BadInput([Fout("Acties", "", reden)])
