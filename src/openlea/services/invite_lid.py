"""Invite somebody into a werkruimte: a membership, and a mail to choose a password."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.core.logboek import Logsoort
from openlea.policy.lidmaatschap import check_rol, check_self
from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb
from openlea.services.count_try import count_try
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.services.send_wachtwoordlink import send_wachtwoordlink
from openlea.storage.records import models as records

MOST_AN_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitnodiging:
    """Who is invited, as what, for which partij (its code, empty for none)."""

    naam: str
    email: str
    rol: LidRol
    partij: str = ""


@transaction.atomic
def invite_lid(actor: Actor, wie: Uitnodiging) -> records.Lidmaatschap:
    """Return the new membership; an account is made when there is none, without a password.

    Somebody who has an account already keeps it, and is mailed the same. Raises BadInput per field.
    """
    if actor.scope(Noun.LID, Verb.MAKEN) is not Scope.ALLES:
        raise NotAllowed("Alleen een agendabeheerder nodigt mensen uit.")
    partij = records.Partij.objects.of(actor.werkruimte).filter(code=wie.partij).first()
    if fouten := (*_check(wie), *check_rol(wie.rol, partij.code if partij else "", is_last=False)):
        raise BadInput(fouten)
    persoon = _persoon(wie)
    if fouten := check_self(wie.rol, is_self=persoon.pk == actor.persoon):
        raise BadInput(fouten)
    today = timezone.localdate()
    own = records.Lidmaatschap.objects.of(actor.werkruimte).active_on(today)
    if own.filter(persoon=persoon, rol=wie.rol, partij=partij).exists():
        raise BadInput([Fout("", "email", "Deze persoon heeft die rol hier al.")])
    _check_tempo(actor)
    lid = keep_record(actor, _lid(actor, persoon, wie, partij))
    log_deed(
        actor, "uitgenodigd", f"lid {lid.pk}", str(wie.rol), soort=Logsoort.RECHT, noun=Noun.LID
    )
    naam = records.Werkruimte.objects.values_list("naam", flat=True).get(pk=actor.werkruimte)
    send_wachtwoordlink(persoon.email, naam)
    return lid


def _check_tempo(actor: Actor) -> None:
    """Refuse more invitations in an hour than somebody writes by hand: mail must not be spam."""
    if count_try(f"uitnodiging {actor.persoon}", 3600) > MOST_AN_HOUR:
        reden = f"Je stuurde het afgelopen uur al {MOST_AN_HOUR} uitnodigingen. Ga straks verder."
        raise BadInput([Fout("", "email", reden)])


def _check(wie: Uitnodiging) -> list[Fout]:
    fouten = [] if wie.naam.strip() else [Fout("", "naam", "Vul een naam in.")]
    try:
        validate_email(wie.email.strip())
    except ValidationError:
        fouten.append(Fout("", "email", "Vul een e-mailadres in, zoals naam@voorbeeld.nl."))
    return fouten


def _persoon(wie: Uitnodiging) -> records.Persoon:
    found: records.Persoon | None = records.Persoon.objects.with_email(wie.email).first()
    if found is not None:
        return found
    new = records.Persoon(email=wie.email.strip().lower(), naam=wie.naam.strip())
    new.set_unusable_password()
    try:
        with transaction.atomic():
            new.save()
    except IntegrityError:
        # Somebody else invited the same person at this very moment.
        made: records.Persoon = records.Persoon.objects.with_email(wie.email).get()
        return made
    return new


def _lid(
    actor: Actor, persoon: records.Persoon, wie: Uitnodiging, partij: records.Partij | None
) -> records.Lidmaatschap:
    """Return the membership to keep: one that ended before takes up again, else a new one."""
    ended = records.Lidmaatschap.objects.of(actor.werkruimte).filter(
        persoon=persoon, rol=wie.rol, partij=partij
    )
    lid = ended.first() or records.Lidmaatschap(
        werkruimte_id=actor.werkruimte, persoon=persoon, partij=partij, rol=wie.rol
    )
    lid.van, lid.tot, lid.is_beeindigd = timezone.localdate(), None, False
    return lid
