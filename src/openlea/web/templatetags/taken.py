"""What every page about legal duties shares: the row of tabs that leads from one to the others."""

from dataclasses import dataclass

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse

from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import Noun, Verb
from openlea.policy.taak import Taak
from openlea.web.context import Link
from openlea.web.templatetags.onderdelen import FOUT, GOED, LET_OP, RUST, Beeld

register = template.Library()


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: what it is called, which page it opens, whose right it asks, and what lies in it."""

    naam: str
    route: str
    noun: Noun
    onder: tuple[str, ...]


TABS = (
    Tab("Taken", "taken", Noun.TAAK, ()),
    Tab("De wet", "wet", Noun.TAAK, ("taken/wet/",)),
    Tab("Wet en agenda", "taken_agenda", Noun.TAAK, ("taken/agenda/",)),
    Tab("Plannen", "plannen", Noun.PLAN, ("taken/plannen/", "taken/openbaar-onderwijs/")),
    Tab(
        "Zelfbeoordeling",
        "toezicht",
        Noun.TOETS,
        ("taken/toezicht/", "taken/programma-van-eisen/", "taken/lea-toets/"),
    ),
    Tab("Kalender", "kalenders", Noun.KALENDER, ("taken/kalenders/",)),
)
ELSEWHERE = tuple(begin for tab in TABS for begin in tab.onder)

STATEN = {
    TaakStaat.OPEN: ("cirkel", ""),
    TaakStaat.BEZIG: ("klok", ""),
    TaakStaat.VOORGESTELD: ("document", ""),
    TaakStaat.BEWEZEN: ("vinkje-rond", GOED),
    TaakStaat.TE_LAAT: ("uitroep", FOUT),
    TaakStaat.NIET_VAN_TOEPASSING: ("streepjes", RUST),
}


@register.filter
def taak_beeld(taak: Taak) -> Beeld:
    """Return how the state of a task is shown: an icon, a word and a tone."""
    icoon, toon = STATEN[taak.staat]
    return Beeld(icoon, taak.staat_label, LET_OP if taak.te_laat_bewezen else toon)


@register.simple_tag(takes_context=True)
def taken_tabs(context: Context) -> list[Link]:
    """Return the tabs of the legal duties that there are and that the actor may open."""
    request = context["request"]
    slug, path = request.werkruimte.slug, request.route.path
    links = [_link(tab, slug, path) for tab in TABS if request.actor.may(tab.noun, Verb.ZIEN)]
    return [link for link in links if link is not None]


def _link(tab: Tab, slug: str, path: str) -> Link | None:
    """Return a tab as a link; None while nobody made its page."""
    try:
        address = reverse(tab.route, args=[slug])
    except NoReverseMatch:
        return None
    there = path.startswith(tab.onder) if tab.onder else not path.startswith(ELSEWHERE)
    return Link(tab.naam, address, there)
