"""Keep a row of the begroting and its first amounts, as typed on the page."""

from collections.abc import Callable, Mapping

from django.db import transaction

from openlea.core.begroting import Post
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.agenda_controle import Bevinding
from openlea.policy.agenda_rijen import BEGROTING
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services._yearly_amounts import keep_amounts
from openlea.services.check_change import check_change
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.open_agenda import open_agenda
from openlea.storage.records import models as records

VELDEN = (
    "code",
    "omschrijving",
    "verschil",
    "elders_gedekt_door",
    "categorie",
    "taakveld",
    "toelichting",
)


def change_post(actor: Actor, post: Post, versie: int | None = None) -> records.Begrotingspost:
    """Keep a post and return it: a new one without `versie`, else the one of this code.

    Raises BadInput with the field (an amount by its year, as '2025'), Conflict when somebody else
    was first, NotFound for a code that isn't there, NotAllowed like every verb.
    """
    agenda = open_agenda(actor, Noun.GELD, Verb.MAKEN if versie is None else Verb.WIJZIGEN)
    with transaction.atomic():
        record = _record(agenda, post.code, versie)
        for veld in VELDEN:
            setattr(record, veld, getattr(post, veld))
        _place(record, agenda, post)
        kept = keep_record(actor, record, versie=versie)
        keep_amounts(actor, kept.bedragen.all(), post.bedragen, _maker(kept))
        check_change(agenda, lambda fault: _concerns(fault, post.code))
        log_deed(
            actor, "post gewijzigd" if versie else "post toegevoegd", post.code, noun=Noun.GELD
        )
    return kept


def _record(agenda: records.Agenda, code: str, versie: int | None) -> records.Begrotingspost:
    found = agenda.posten.filter(code=code).first()
    if versie is None and found:
        raise BadInput([Fout("", "code", f"De code {code} is er al. Kies een andere code.")])
    if versie is None:
        return records.Begrotingspost(
            werkruimte_id=agenda.werkruimte_id, agenda=agenda, volgorde=agenda.posten.count()
        )
    if found is None:
        raise NotFound(f"Er is geen post {code}.")
    return found


def _place(record: records.Begrotingspost, agenda: records.Agenda, post: Post) -> None:
    """Hang the post on its place, its header row and its stream, all by code."""
    record.ambitie = agenda.ambities.filter(code=post.bij).first()
    record.speerpunt = agenda.speerpunten.filter(code=post.bij).first()
    record.actie = agenda.acties.filter(code=post.bij).first()
    record.kop = agenda.posten.filter(code=post.kop).first()
    record.geldstroom = agenda.geldstromen.filter(code=post.geldstroom).first()
    hangs: Mapping[str, tuple[str, object]] = {
        "bij": (post.bij, record.ambitie or record.speerpunt or record.actie),
        "kop": (post.kop, record.kop),
        "geldstroom": (post.geldstroom, record.geldstroom),
    }
    if lost := [
        Fout("", veld, f"{code} bestaat niet. Kies iets uit de lijst.")
        for veld, (code, found) in hangs.items()
        if code and found is None
    ]:
        raise BadInput(lost)


def _maker(post: records.Begrotingspost) -> Callable[[int], records.Postbedrag]:
    """Return what makes the amount of a year of this post."""
    return lambda jaar: records.Postbedrag(werkruimte_id=post.werkruimte_id, post=post, jaar=jaar)


def _concerns(fault: Bevinding, code: str) -> bool:
    return fault.blad == BEGROTING and fault.sleutel == code
