"""How states of the self-assessment look: each has a sign beside its word."""

import re
from collections.abc import Mapping, Sequence

from django import template
from django.urls import NoReverseMatch, reverse

from openlea.core.zelfbeoordeling import Score
from openlea.policy.eisen import Eisvak, Graad
from openlea.policy.lea_toets import Leadoel, LeaStap
from openlea.policy.toezicht import Vinding, VindingSoort, VraagStaat
from openlea.web.templatetags.onderdelen import Beeld

register = template.Library()

JOINT = re.compile(r"(ings|werk|schap|trans)(?=\w{4,})")
"""Where a long word of this programma may be broken."""

GRADEN = {
    Graad.LEEG: "cirkel",
    Graad.NVT: "streepjes",
    Graad.GEEN: "driehoek",
    Graad.MINDER: "klok",
    Graad.MEER: "vinkje",
    Graad.ALLES: "vinkje-rond",
}
SCORES = {
    Score.NIET: Beeld("kruis-rond", Score.NIET.label, "fout"),
    Score.DEELS: Beeld("klok", Score.DEELS.label, "let-op"),
    Score.GEHEEL: Beeld("vinkje-rond", Score.GEHEEL.label, "goed"),
    Score.NVT: Beeld("streepjes", Score.NVT.label, "rust"),
}
OPEN = Beeld("cirkel", "Nog niet beoordeeld", "rust")
VRAGEN = {
    VraagStaat.BEANTWOORD: Beeld("vinkje-rond", VraagStaat.BEANTWOORD.label, "goed"),
    VraagStaat.BEKEND: Beeld("document", VraagStaat.BEKEND.label, "goed"),
    VraagStaat.OPEN: Beeld("cirkel", VraagStaat.OPEN.label, "rust"),
}
VINDINGEN = {
    VindingSoort.BEWIJS: "taak",
    VindingSoort.PLAN: "plan",
    VindingSoort.ACTIE: "actie",
    VindingSoort.STREEFWAARDE: "actie",
}


@register.filter
def graad_icoon(graad: Graad) -> str:
    """Return the name of the sign for how much is met."""
    return GRADEN[graad]


@register.filter
def vak_rest(vak: Eisvak) -> str:
    """Return what isn't met in words, such as '2 deels, 1 niet, 3 open'; empty when all is."""
    rest = ((vak.deels, "deels"), (vak.niet, "niet"), (vak.open, "open"), (vak.nvt, "nvt"))
    return ", ".join(f"{amount} {word}" for amount, word in rest if amount)


@register.filter
def afbreekbaar(text: str) -> str:
    """Return a text whose long words may break at a joint, for a narrow column."""
    return JOINT.sub("\\1\u00ad", text)


@register.filter
def score_beeld(score: Score | None) -> Beeld:
    """Return how a score looks; none is 'not judged yet'."""
    return SCORES[score] if score else OPEN


@register.filter
def vraag_beeld(staat: VraagStaat) -> Beeld:
    """Return how the state of a question looks."""
    return VRAGEN[staat]


@register.filter
def is_klaar(stap: LeaStap) -> bool:
    """Return whether nothing is left to do for a topic."""
    return stap is LeaStap.KLAAR


@register.filter
def op_sleutel(values: Mapping[int, str], key: int) -> str:
    """Return a value by its key."""
    return values[key]


@register.simple_tag
def toets_url(route: str, slug: str, *place: object) -> str:
    """Return the address of a page; '' when there is none for it."""
    try:
        return reverse(route, args=[slug, *place])
    except NoReverseMatch:
        return ""


@register.simple_tag
def vinding_url(vinding: Vinding, slug: str) -> str:
    """Return the address of what was found; '' when there is no page for it."""
    return str(toets_url(VINDINGEN[vinding.soort], slug, vinding.naar))


@register.simple_tag
def stap_url(stap: LeaStap, slug: str, taak: int | None, doelen: Sequence[Leadoel]) -> str:
    """Return where the next step for a topic is taken; '' when there is no page for it."""
    if stap is LeaStap.MEETBAAR and doelen:
        return str(toets_url("actie_wijzigen", slug, doelen[0].actie))
    if stap is LeaStap.DOEL:
        return str(toets_url("taken_agenda", slug))
    return str(toets_url("taak", slug, taak)) if taak else ""
