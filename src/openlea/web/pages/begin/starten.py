"""The first minute of a newcomer: type a gemeente, choose it, get a filled werkruimte."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.catalogue import find_roots
from openlea.core.errors import OpenLeaError
from openlea.core.plaatsen import read_ligging, read_places
from openlea.core.plaatsnamen import Plaatsnamen, read_plaatsnamen
from openlea.core.plaatsspelling import fold
from openlea.core.place import Place, PlaceKey, PlaceKind
from openlea.policy.rechten import LidRol
from openlea.services.begin_werkruimte import begin_werkruimte
from openlea.storage.records.models import Lidmaatschap, Werkruimte
from openlea.web.refusal import forbidden
from openlea.web.thuis import home_of

MEESTE = 8
_KORTSTE = 2
_EVEN_NIET = 409


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A gemeente that may be meant; `url` leads to its werkruimte when this person is in it."""

    naam: str
    code: str
    waar: str
    url: str = ""
    bezet: bool = False


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """What was typed, what it may mean, and a sentence when it isn't simply one gemeente."""

    tekst: str = ""
    kandidaten: tuple[Kandidaat, ...] = ()
    uitleg: str = ""


def starten(request: HttpRequest) -> HttpResponse:
    """Show which gemeente is meant (GET), or begin its werkruimte (POST)."""
    if request.method not in {"GET", "HEAD", "POST"}:
        return HttpResponseNotAllowed(["GET", "POST"])
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not settings.ZELF_STARTEN:
        return forbidden(request)
    if request.method == "POST":
        return _begin(request)
    return _page(request, request.GET.get("gemeente", ""))


def _begin(request: HttpRequest) -> HttpResponse:
    """Begin, and go to where one sees how far it is."""
    code = request.POST.get("gemeente", "")
    try:
        key = PlaceKey.of(PlaceKind.GEMEENTE, code)
        made = begin_werkruimte(request.user.pk or 0, key)
    except OpenLeaError as refused:
        return _page(request, _name(code), fout=str(refused), status=_EVEN_NIET)
    if made.werk is None:
        return redirect("agenda", made.slug)
    return redirect("werk", made.slug, made.werk)


def _name(code: str) -> str:
    """Return the name of a gemeente by its code, or the code when nobody knows it."""
    meant = read_plaatsnamen(find_roots(settings.CATALOGUE)).meant(code)
    return meant[0].naam if meant else code


def _page(request: HttpRequest, text: str, *, fout: str = "", status: int = 200) -> HttpResponse:
    shown = {"gevraagd": _asked(request, text[:100]), "fout": fout}
    return render(request, "begin/starten.html", shown, status=status)


def _asked(request: HttpRequest, text: str) -> Gevraagd:
    """Return the gemeenten that a text may mean; what is too short means none."""
    namen = read_plaatsnamen(find_roots(settings.CATALOGUE))
    meant = bool(namen.meant(text))
    also = _holding(namen, text) if len(fold(text)) >= _KORTSTE and not meant else ()
    places = tuple(dict.fromkeys((*namen.suggest(text), *also)))[:MEESTE]
    asks_why = text.strip() and (meant or not places)
    uitleg = namen.explain(text) if asks_why else ""
    return Gevraagd(text.strip(), tuple(_candidates(request, places)), uitleg)


def _holding(namen: Plaatsnamen, text: str) -> Iterator[Place]:
    """Yield the gemeenten of now whose name holds the text."""
    for place in sorted(namen.places.values(), key=lambda one: one.naam):
        if place.valid_to is None and fold(text) in fold(place.naam):
            yield place


def _candidates(request: HttpRequest, places: tuple[Place, ...]) -> Iterator[Kandidaat]:
    taken = _taken(request, places)
    where = _provincies()
    for place in places:
        found = taken.get(str(place.key))
        yield Kandidaat(
            naam=place.naam,
            code=place.key.code,
            waar=where.get(place.key, ""),
            url=found or "",
            bezet=found == "",
        )


def _taken(request: HttpRequest, places: tuple[Place, ...]) -> Mapping[str, str]:
    """Return by gemeente the address of its werkruimte; '' when it's of others."""
    rooms = Werkruimte.objects.filter(plaats__in=[str(one.key) for one in places])
    own = Lidmaatschap.objects.of_persoon(request.user.pk).active_on(timezone.localdate())
    mine = {lid.werkruimte_id: home_of(LidRol(lid.rol)) for lid in own}
    return {
        room.plaats: reverse(mine[room.pk], args=[room.slug]) if room.pk in mine else ""
        for room in rooms.order_by("-id")
    }


def _provincies() -> Mapping[PlaceKey, str]:
    """Return by gemeente the name of its provincie."""
    roots = find_roots(settings.CATALOGUE)
    names = {place.key: place.naam for place in read_places(roots, PlaceKind.PROVINCIE)}
    return {
        key: names[area]
        for key, areas in read_ligging(roots).items()
        for area in areas
        if area in names
    }
