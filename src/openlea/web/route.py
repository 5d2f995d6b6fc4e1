"""A route states what it is about and what is done with it; the door asks the right first.

No page of a werkruimte exists but through a Route, so no page exists without a right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from django.contrib.auth.views import redirect_to_login
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import URLPattern, path

from openlea.core.errors import BadInput, Conflict, Damaged, NotAllowed, NotFound
from openlea.policy.rechten import Actor, Noun, Recht, Scope, Verb
from openlea.storage.records.models import Lidmaatschap, Werkruimte
from openlea.web.actor import actor_for
from openlea.web.inzage import note_visit

ZIEN, MAKEN, WIJZIGEN = Verb.ZIEN, Verb.MAKEN, Verb.WIJZIGEN


class LeaRequest(HttpRequest):
    """A request that has passed the door: it knows where it is and who asks."""

    werkruimte: Werkruimte
    actor: Actor
    rollen: tuple[Lidmaatschap, ...]
    scope: Scope
    route: "Route"


class View(Protocol):
    """A function that answers a request that passed the door."""

    def __call__(self, request: LeaRequest, **kwargs: str) -> HttpResponse:
        """Return the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A page of a werkruimte: its path below /w/<slug>/, and the right per method.

    `voorbeeld` gives each part of the path a value that exists in the Hilversum agenda, so that
    the matrix of rights can be walked with real requests.
    """

    path: str
    name: str
    view: Callable[..., HttpResponse]
    get: Recht | None = None
    post: Recht | None = None
    voorbeeld: Mapping[str, str] = field(default_factory=dict)

    def rights(self) -> dict[str, Recht]:
        """Return the right per method that this route answers to."""
        asked = {"GET": self.get, "POST": self.post}
        return {method: recht for method, recht in asked.items() if recht}

    def pattern(self) -> URLPattern:
        """Return the route as Django reads it, behind the door."""
        return path(f"w/<slug:werkruimte>/{self.path}", door(self), name=self.name)


def door(route: Route) -> Callable[..., HttpResponse]:
    """Return a view that lets a request in only if its actor has the right of the route."""

    def view(request: HttpRequest, werkruimte: str, **kwargs: str) -> HttpResponse:
        method = "GET" if request.method == "HEAD" else str(request.method)
        # No name holds this letter, and PostgreSQL refuses to look for one that does.
        if any("\x00" in str(part) for part in kwargs.values()):
            raise Http404("Dit adres is er niet.")
        recht = route.rights().get(method)
        if recht is None:
            return HttpResponseNotAllowed(route.rights())
        asker = actor_for(request, werkruimte)
        if asker is None:
            return refuse(request, known=False)
        if not asker.actor.may(*recht):
            refused = refuse(request, known=True)
            note_visit(request, asker.actor, (route.name, recht[0]), kwargs, refused)
            return refused
        request.werkruimte = asker.werkruimte  # type: ignore[attr-defined]
        request.actor = asker.actor  # type: ignore[attr-defined]
        request.rollen = asker.rollen  # type: ignore[attr-defined]
        request.scope = asker.actor.scope(*recht)  # type: ignore[attr-defined]
        request.route = route  # type: ignore[attr-defined]
        answered = answer(route, request, kwargs)
        note_visit(request, asker.actor, (route.name, recht[0]), kwargs, answered)
        return answered

    return view


def answer(route: Route, request: HttpRequest, kwargs: dict[str, str]) -> HttpResponse:
    """Return what the view answers; what it does not find or allow is refused like at the door."""
    try:
        return route.view(request, **kwargs)
    except NotFound as found:
        raise Http404(str(found)) from found
    except NotAllowed:
        return refuse(request, known=True)
    except (BadInput, Conflict) as refused:
        from openlea.web.refusal import not_kept  # as in `refuse`

        return not_kept(request, refused)
    except Damaged as damage:
        from openlea.web.refusal import damaged  # as in `refuse`

        return damaged(request, damage)
    except DataError:
        # A letter or number that no column of this database can hold: no page of ours sends it.
        from openlea.web.refusal import malformed

        return malformed(request)


def refuse(request: HttpRequest, *, known: bool) -> HttpResponse:
    """Return the refusal: sign in first, or the same 'not found' as for what does not exist."""
    from openlea.web.refusal import forbidden  # the page needs the layout, which needs routes

    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not known:
        raise Http404("Deze werkruimte is er niet.")
    return forbidden(request)


def recht(noun: Noun, verb: Verb = Verb.ZIEN) -> Recht:
    """Return a right, as a route states it."""
    return noun, verb
