"""Finds a round and its public pieces for who asks; what may not be seen is as if it isn't."""

from collections.abc import Mapping

from django.urls import reverse

from openlea.policy.rechten import Noun, Verb
from openlea.services.find_ronde import find_ronde
from openlea.services.plaats.ronde import shows_outcome, shows_piece
from openlea.storage.records.models import Plaatsingsronde
from openlea.storage.records.plaatsing_stukken import Stukinhoud, pieces_of
from openlea.web.route import LeaRequest


def found_ronde(request: LeaRequest, nummer: int) -> Plaatsingsronde:
    """Return the round; NotFound when it isn't there or isn't for who asks."""
    return find_ronde(request.actor, nummer, Verb.ZIEN)


def may_see_outcome(request: LeaRequest, ronde: Plaatsingsronde) -> bool:
    """Return whether there is an outcome that who asks may see."""
    return shows_outcome(ronde, request.actor.scope(Noun.PLAATSING, Verb.ZIEN))


def shown_pieces(request: LeaRequest, ronde: Plaatsingsronde) -> Mapping[str, Stukinhoud]:
    """Return the pieces that who asks may have: before the outcome is public, the promise."""
    scope = request.actor.scope(Noun.PLAATSING, Verb.ZIEN)
    pieces = pieces_of(ronde.pk)
    return {naam: one for naam, one in pieces.items() if shows_piece(ronde, naam, scope)}


def crumbs(request: LeaRequest, ronde: Plaatsingsronde, titel: str) -> list[dict[str, str]]:
    """Return the way to a page of a round."""
    slug = request.werkruimte.slug
    return [
        {"naam": "Gelijke kansen", "url": reverse("kansen", args=[slug])},
        {"naam": "Kinderen plaatsen", "url": reverse("plaatsen", args=[slug])},
        {"naam": str(ronde), "url": reverse("plaatsingsronde", args=[slug, ronde.pk])},
        {"naam": titel},
    ]
