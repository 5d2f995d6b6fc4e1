"""What every page about consultations shares: the row of tabs from one to the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context
from django.urls import NoReverseMatch, reverse

from openlea.core.overleg import Aanwezigheid, PuntStaat, VergaderingStaat
from openlea.policy.rechten import Noun, Verb
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
    Tab("Overleg", "overleg", Noun.OVERLEG, ()),
    Tab("Jaarplan", "overleg_jaarplan", Noun.OVERLEG, ("overleg/jaarplan/",)),
    Tab("Afspraken", "afspraken", Noun.AFSPRAAK, ("overleg/afspraken/",)),
    Tab("Besluiten", "besluiten", Noun.BESLUIT, ("overleg/besluiten/",)),
    Tab("Opdrachten", "opdrachten", Noun.OPDRACHT, ("overleg/opdrachten/",)),
    Tab("Samenwerking", "samenwerking", Noun.SAMENWERKING, ("samenwerking/",)),
)
ELSEWHERE = tuple(begin for tab in TABS for begin in tab.onder)


@register.simple_tag(takes_context=True)
def overleg_tabs(context: Context) -> list[Link]:
    """Return the tabs of consultations that there are and that the actor may open."""
    request = context["request"]
    slug, path, tab_here = (
        request.werkruimte.slug,
        request.route.path,
        str(context.get("tab") or ""),
    )
    return [
        Link(tab.naam, address, _is_there(tab, path, tab_here))
        for tab in TABS
        if request.actor.may(tab.noun, Verb.ZIEN) and (address := _address(tab, slug))
    ]


def _address(tab: Tab, slug: str) -> str:
    """Return the address of a tab; nothing while nobody made its page."""
    try:
        return reverse(tab.route, args=[slug])
    except NoReverseMatch:
        return ""


def _is_there(tab: Tab, path: str, tab_here: str) -> bool:
    if tab_here:
        return tab.route == tab_here
    return path.startswith(tab.onder) if tab.onder else not path.startswith(ELSEWHERE)


STATEN = {
    VergaderingStaat.CONCEPT: Beeld("potlood", "Concept", LET_OP),
    VergaderingStaat.UITGENODIGD: Beeld("vinkje-rond", "Uitgenodigd", GOED),
    VergaderingStaat.BEZIG: Beeld("klok", "Nu bezig", GOED),
    VergaderingStaat.GEHOUDEN: Beeld("vlag", "Gehouden"),
    VergaderingStaat.AFGELAST: Beeld("kruis-rond", "Afgelast", FOUT),
}
KOMT = {
    Aanwezigheid.ONBEKEND: Beeld("vraag", "Nog niets gezegd", RUST),
    Aanwezigheid.AANWEZIG: Beeld("vinkje", "Komt", GOED),
    Aanwezigheid.AFGEMELD: Beeld("kruis", "Afgemeld"),
    Aanwezigheid.AFWEZIG: Beeld("kruis", "Afwezig"),
}
PUNTEN = {
    PuntStaat.OPEN: Beeld("cirkel", PuntStaat.OPEN.label, RUST),
    PuntStaat.BEHANDELD: Beeld("vinkje-rond", PuntStaat.BEHANDELD.label, GOED),
    PuntStaat.DOORGESCHOVEN: Beeld("pijl-rechts", PuntStaat.DOORGESCHOVEN.label),
    PuntStaat.VERVALLEN: Beeld("kruis-rond", PuntStaat.VERVALLEN.label, RUST),
}


@register.filter
def vergadering_beeld(staat: str) -> Beeld:
    """Return how the state of a meeting is shown."""
    return STATEN[VergaderingStaat(staat)]


@register.filter
def komt_beeld(aanwezigheid: str) -> Beeld:
    """Return how it is shown whether somebody comes or came."""
    return KOMT[Aanwezigheid(aanwezigheid)]


@register.filter
def punt_beeld(staat: str) -> Beeld:
    """Return how the state of an item is shown."""
    return PUNTEN[PuntStaat(staat)]


@register.filter
def bij(found: Mapping[int, Any], nummer: int) -> Any:
    """Return what is kept under a number, or nothing."""
    return found.get(nummer, ())


@register.simple_tag
def adres_van(route: str, *delen: object) -> str:
    """Return the address of a page, or nothing while nobody made it."""
    try:
        return reverse(route, args=delen)
    except NoReverseMatch:
        return ""
