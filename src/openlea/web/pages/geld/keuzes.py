"""What one may choose from in a form: places of the agenda, posts, streams, categories, parties."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings

from openlea.core.agenda import Agenda
from openlea.core.begroting import Post
from openlea.core.catalogue import find_roots
from openlea.core.geldvoorwaarden import Geldvoorwaarden
from openlea.core.taakveld import read_taakvelden
from openlea.storage.records.money_values import VERBORGEN

Keuzes = list[tuple[str, Any]]
"""Value and label; under a heading the label is a list of pairs."""


def plekken(agenda: Agenda) -> Keuzes:
    """Return the places a post may hang on: overig, an ambitie, a speerpunt or an action."""
    keuzes: Keuzes = [("", "Overig: hoort nergens bij")]
    for ambitie in agenda.ambities:
        under = [(ambitie.code, f"Ambitie {ambitie.code}")]
        for speerpunt in ambitie.speerpunten:
            under.append((speerpunt.code, f"{speerpunt.code} {speerpunt.naam}"))
            under += [(a.code, f"{a.code} {a.naam}") for a in speerpunt.acties]
        keuzes.append((f"{ambitie.code} {ambitie.naam}", under))
    return keuzes


def posten(alle: Sequence[Post], leeg: str = "", zonder: str = "") -> Keuzes:
    """Return the posts with a name; `leeg` is the label of none, `zonder` a code to leave out."""
    seen = [post for post in alle if post.omschrijving != VERBORGEN and post.code != zonder]
    keuzes: Keuzes = [(post.code, f"{post.omschrijving} ({post.code})") for post in seen]
    return [("", leeg), *keuzes] if leeg else keuzes


def stromen(agenda: Agenda) -> Keuzes:
    """Return the streams of money."""
    own = [(stroom.code, stroom.naam) for stroom in agenda.begroting.geldstromen]
    return [("", "Niet vastgelegd"), *own]


def categorieen(alle: Mapping[str, Geldvoorwaarden], bewaard: str = "") -> Keuzes:
    """Return the categories of every set of conditions, each with its verdict."""
    groups: Keuzes = [
        (one.titel, [(c.id, f"{c.oordeel.label}: {c.label}") for c in one.categorieen])
        for one in alle.values()
    ]
    known = {c.id for one in alle.values() for c in one.categorieen}
    own: Keuzes = [(bewaard, bewaard)] if bewaard and bewaard not in known else []
    return [("", "Niet vastgelegd"), *own, *groups]


def voorwaarden_keuzes(alle: Mapping[str, Geldvoorwaarden], bewaard: str = "") -> Keuzes:
    """Return the sets of conditions that a stream may fall under."""
    own = [(bewaard, bewaard)] if bewaard and bewaard not in alle else []
    return [("", "Geen voorwaarden vastgelegd"), *own, *((k, one.titel) for k, one in alle.items())]


def taakvelden(bewaard: str = "") -> Keuzes:
    """Return the taakvelden by number."""
    shelf = read_taakvelden(find_roots(settings.CATALOGUE))
    own = [(bewaard, bewaard)] if bewaard and bewaard not in shelf else []
    return [("", "Niet vastgelegd"), *own, *((k, f"{k} {one.titel}") for k, one in shelf.items())]


def partijen(agenda: Agenda) -> Keuzes:
    """Return the parties of the werkruimte by name."""
    return [(one.code, one.naam) for one in sorted(agenda.partijen, key=lambda one: one.naam)]


def jaren(agenda: Agenda) -> Keuzes:
    """Return the years of the agenda."""
    return [(str(jaar), str(jaar)) for jaar in agenda.jaren]
