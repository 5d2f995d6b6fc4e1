"""Print a trial in a template: every kind of block, to see how it looks and what it lacks."""

from dataclasses import dataclass
from datetime import date

from openlea.core.errors import NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schrijfwijze import day
from openlea.services.sjabloon.indelen import as_bytes, lay_out_in
from openlea.services.sjabloon.inhoud import content_of
from openlea.services.sjabloon.oordeel import found_of, remarks_of
from openlea.services.sjabloon.proef import proof_of
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Proefdruk:
    """A trial print in Word; `gevonden` are pairs of a kind of block and the style used for it."""

    naam: str
    inhoud: bytes
    gevonden: tuple[tuple[str, str], ...]
    opmerkingen: tuple[str, ...]


def try_sjabloon(actor: Actor, nummer: int, today: date) -> Proefdruk:
    """Return the trial print of a template.

    NotAllowed without the right, NotFound when it isn't there.
    """
    if not actor.may(Noun.SJABLOON, Verb.ZIEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    kept = records.Sjabloon.objects.of(actor.werkruimte).filter(pk=nummer).first()
    if kept is None:
        raise NotFound("Dit sjabloon is er niet.")
    ruimte = records.Werkruimte.objects.get(pk=actor.werkruimte)
    made = lay_out_in(proof_of(ruimte.naam, day(today)), content_of(kept))
    return Proefdruk(
        naam=kept.naam,
        inhoud=as_bytes(made.document),
        gevonden=tuple(found_of(made)),
        opmerkingen=tuple(remarks_of(made)),
    )
