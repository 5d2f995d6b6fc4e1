"""The demo's round of placement: children who do not exist, on the real schools of the gemeente."""

from datetime import date

from openlea.policy.rechten import Actor
from openlea.services.fasten_ronde import fasten_ronde
from openlea.services.fill_ronde import fill_ronde
from openlea.services.make_ronde import make_ronde
from openlea.services.plaats.dagtekst import enter_dagtekst
from openlea.services.plaats.opzet import Rondeopzet
from openlea.services.plaats.uitvoeren import carry_out
from openlea.services.publish_ronde import publish_ronde

NAAM = "Naar de basisschool (voorbeeld met verzonnen kinderen)"
VOLGENDE = "Tweede aanmeldmoment (voorbeeld met verzonnen kinderen)"
DAGTEKST = "Voorbeeld: lottotrekking 4 8 15 16 23 42"


def fill_plaatsing(actor: Actor, today: date) -> None:
    """Fill one round that is placed and public, and one that is open; `actor` may place."""
    van = today.year + (today.month > 7)  # noqa: PLR2004 - a school year ends in July
    opzet = Rondeopzet(naam=NAAM, schooljaar=f"{van}-{van + 1}", loting_op=today)
    nummer = make_ronde(actor, opzet).pk
    fill_ronde(actor, nummer)
    fasten_ronde(actor, nummer)
    enter_dagtekst(actor, nummer, DAGTEKST)
    carry_out(actor, nummer, lambda _text, _done, _total: None)
    publish_ronde(actor, nummer)
    open_one = Rondeopzet(naam=VOLGENDE, schooljaar=opzet.schooljaar, loting_op=today)
    fill_ronde(actor, make_ronde(actor, open_one).pk, aantal=40)
