"""What surrounds every page: where one is, where one can go, and as whom one looks."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records.models import Agenda, Werkruimte
from openlea.web.beheer import beheerder_of
from openlea.web.thuis import home_of


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go: its name, its address, and whether one is there."""

    naam: str
    url: str
    actief: bool = False


_ROOMS: tuple[tuple[str, str, Noun, tuple[str, ...]], ...] = (
    ("Vandaag", "vandaag", Noun.VANDAAG, ()),
    ("Agenda", "agenda", Noun.AGENDA, ("agenda/", "actie/", "speerpunt/", "ambitie/")),
    ("Overleg", "overleg", Noun.OVERLEG, ("overleg/", "samenwerking/")),
    ("Cijfers", "cijfers", Noun.CIJFER, ("cijfers/",)),
    (
        "Kansen",
        "kansen",
        Noun.CIJFER,
        ("kansen/",),
    ),
    ("0-23 jaar", "loopbaan", Noun.CIJFER, ("0-23/",)),
    ("Vooruitkijken", "vooruit", Noun.CIJFER, ("vooruit/", "vervoer/")),
    ("Taken", "taken", Noun.TAAK, ("taken/",)),
    ("Geld", "geld", Noun.GELD, ("geld/",)),
    ("Logboek", "logboek", Noun.LOGBOEK, ("logboek/",)),
)
"""The rooms that stand today, and which paths lie in them; a new room adds its line."""


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Return what the layout needs on every page."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return {
            "account": _account(request, None, None),
            "inlogadres": reverse("inloggen"),
            "voetlinks": _below(),
        }
    werkruimte: Werkruimte = request.werkruimte  # type: ignore[attr-defined]
    agenda = Agenda.objects.current(werkruimte.pk)
    return {
        "werkruimte": {
            "naam": werkruimte.naam,
            "slug": werkruimte.slug,
            "periode": f"Agenda {agenda.van}-{agenda.tot}" if agenda else "",
            "url": reverse(_home(actor), args=[werkruimte.slug]),
        },
        "actor": actor,
        "navigatie": _navigation(request, actor, werkruimte.slug),
        "zoekadres": reverse("zoeken", args=[werkruimte.slug]),
        "account": _account(request, actor, werkruimte.slug),
        "inlogadres": reverse("inloggen"),
        "bekijk_als": _looking(actor, werkruimte.slug),
        "voetlinks": _below(),
    }


def _home(actor: Actor) -> str:
    return "vandaag" if actor.may(Noun.VANDAAG, Verb.ZIEN) else home_of(actor.rol)


def _navigation(request: HttpRequest, actor: Actor, slug: str) -> list[Link]:
    path = request.route.path  # type: ignore[attr-defined]
    return [
        Link(naam, reverse(route, args=[slug]), path == "" if not under else path.startswith(under))
        for naam, route, noun, under in _ROOMS
        if actor.may(noun, Verb.ZIEN)
    ]


def _account(request: HttpRequest, actor: Actor | None, slug: str | None) -> dict[str, Any] | None:
    """Return the menu of who is signed in, or None for a visitor."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return None
    links = [
        Link("Mijn werkruimten", reverse("begin")),
        Link("Mijn account", reverse("mijn_account")),
    ]
    if beheerder_of(request):
        links.append(Link("Beheer van de installatie", reverse("beheer")))
    if settings.ZELF_STARTEN:
        links.append(Link("Start een gemeente", reverse("starten")))
    if actor and slug:
        working = Link("Werk in een andere rol", reverse("werk_als", args=[slug]))
        links = [*([working] if _has_more(request) else []), *_own_links(actor, slug), *links]
    return {
        "naam": request.user.naam,
        # Who has more than one role sees at every page which of them this is.
        "kort": actor.rol.label if actor and _has_more(request) else "Account",
        "rol": actor.rol.label if actor else "",
        "links": links,
        "uitlogadres": reverse("uitloggen"),
    }


def _has_more(request: HttpRequest) -> bool:
    """Return whether who asks has more than one role in this werkruimte."""
    return len(getattr(request, "rollen", ())) > 1


def _own_links(actor: Actor, slug: str) -> list[Link]:
    asked = (
        ("Mijn acties", "mijn", Noun.VERZOEK, Verb.ZIEN),
        ("Verzoeken", "verzoeken", Noun.VERZOEK, Verb.ZIEN),
        ("Mensen en rollen", "mensen", Noun.LID, Verb.ZIEN),
        ("Inlezen en uitvoeren", "bestand", Noun.BESTAND, Verb.ZIEN),
        ("Bronnen", "bronnen", Noun.BRON, Verb.ZIEN),
        ("Registraties", "registraties", Noun.REGISTRATIE, Verb.ZIEN),
        ("Werk op de achtergrond", "werk_lijst", Noun.WERK, Verb.ZIEN),
        ("Register van verwerkingen", "verwerkingen", Noun.VERWERKING, Verb.ZIEN),
        ("Logboek", "logboek", Noun.LOGBOEK, Verb.ZIEN),
        ("Bewaren en verwijderen", "bewaren", Noun.BEWARING, Verb.ZIEN),
        ("Wie mag wat", "wie_mag_wat", Noun.AGENDA, Verb.ZIEN),
        ("Inloggen met een dienst", "inlogregels", Noun.INLOGREGEL, Verb.MAKEN),
        ("Sleutels voor programma's", "sleutels", Noun.SLEUTEL, Verb.MAKEN),
    )
    links = [
        Link(naam, reverse(route, args=[slug]))
        for naam, route, noun, verb in asked
        if actor.may(noun, verb)
    ]
    if actor.scope(Noun.AGENDA, Verb.ZIEN) is Scope.ALLES:
        links.append(Link("Bekijk als een ander", reverse("bekijk_als", args=[slug])))
    return links


def _below() -> list[Link]:
    """Return what stands at the foot of every page."""
    return [Link("Voor andere programma's", reverse("api", kwargs={"pad": "/"}))]


def _looking(actor: Actor, slug: str) -> dict[str, str] | None:
    if actor.bekijkt_als is None:
        return None
    return {"naam": actor.bekijkt_als.label, "url": reverse("bekijk_als", args=[slug])}
