"""Put a tip in the agenda as an action, with one click; everything else is filled in afterwards."""

from collections.abc import Collection
from itertools import count

from django.conf import settings
from django.db import transaction

from openlea.catalogue.samenwerkingskast import open_tips
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotFound
from openlea.policy.leerroute import same_name
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.add_actie import add_actie
from openlea.services.keep_record import keep_record
from openlea.services.open_agenda import open_agenda
from openlea.storage.records.models import Actie


def take_tip(actor: Actor, tip: str, speerpunt: str) -> Actie:
    """Add the tip (by id) as an action of a speerpunt (by code) and return it.

    Raises NotFound for another tip, BadInput when it is in the agenda already or the speerpunt
    isn't, and NotAllowed.
    """
    agenda = open_agenda(actor, Noun.ACTIE, Verb.MAKEN)
    sheets = open_tips(find_roots(settings.CATALOGUE)).values()
    sheet, found = next(((blad, one) for blad in sheets if (one := blad.find(tip))), (None, None))
    if sheet is None or found is None:
        raise NotFound("Deze tip is er niet.")
    known = dict(agenda.acties.values_list("code", "naam"))
    for code, naam in known.items():
        if same_name(naam, found.titel):
            raise BadInput([Fout("", "tip", f"Deze tip staat al in de agenda: actie {code}.")])
    with transaction.atomic():
        made = add_actie(actor, speerpunt, _next_code(speerpunt, known), found.titel)
        made.omschrijving = f"{found.tekst} (Tip uit: {sheet.bron}, {found.plek}.)"
        return keep_record(actor, made)


def _next_code(speerpunt: str, codes: Collection[str]) -> str:
    """Return the first free code under a speerpunt, written as its other actions are."""
    under = [code for code in codes if code.startswith(speerpunt)]
    dot = "." if any(code.startswith(f"{speerpunt}.") for code in under) else ""
    return next(code for number in count(1) if (code := f"{speerpunt}{dot}{number}") not in codes)
