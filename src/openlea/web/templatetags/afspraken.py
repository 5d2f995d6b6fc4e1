"""How agreements look: whether all agreed, what a partij said, and what came of it."""

from django import template

from openlea.core.afspraak import AfspraakStaat, Bevestiging, Instemming
from openlea.web.templatetags.onderdelen import FOUT, GOED, LET_OP, RUST, Beeld

register = template.Library()

INSTEMMINGEN = {
    Instemming.AFGESPROKEN: Beeld("vinkje-rond", "Afgesproken", GOED),
    Instemming.VOORSTEL: Beeld("klok", "Wacht op bevestiging", LET_OP),
    Instemming.BETWIST: Beeld("kruis-rond", "Niet iedereen is akkoord", FOUT),
}
BEVESTIGINGEN = {
    Bevestiging.GEVRAAGD: Beeld("klok", Bevestiging.GEVRAAGD.label, RUST),
    Bevestiging.BEVESTIGD: Beeld("vinkje-rond", Bevestiging.BEVESTIGD.label, GOED),
    Bevestiging.VOORBEHOUD: Beeld("vraag", Bevestiging.VOORBEHOUD.label, LET_OP),
    Bevestiging.BEZWAAR: Beeld("kruis-rond", Bevestiging.BEZWAAR.label, FOUT),
}
STATEN = {
    AfspraakStaat.LOPEND: Beeld("cirkel", AfspraakStaat.LOPEND.label, RUST),
    AfspraakStaat.GEHAALD: Beeld("vinkje-rond", AfspraakStaat.GEHAALD.label, GOED),
    AfspraakStaat.DEELS: Beeld("pijl-op", AfspraakStaat.DEELS.label, LET_OP),
    AfspraakStaat.NIET_GEHAALD: Beeld("kruis-rond", AfspraakStaat.NIET_GEHAALD.label, FOUT),
    AfspraakStaat.VERVALLEN: Beeld("streepjes", AfspraakStaat.VERVALLEN.label, RUST),
}


@register.filter
def instemming_beeld(value: str) -> Beeld:
    """Return how far an agreement is agreed to, as it is shown."""
    return INSTEMMINGEN[Instemming(value)]


@register.filter
def bevestiging_beeld(value: str) -> Beeld:
    """Return what a partij said, as it is shown."""
    return BEVESTIGINGEN[Bevestiging(value)]


@register.filter
def afspraakstaat_beeld(value: str) -> Beeld:
    """Return what came of an agreement, as it is shown."""
    return STATEN[AfspraakStaat(value)]
