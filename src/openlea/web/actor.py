"""Who is asking: finds the membership behind a request, and as whom the person works and looks."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, scope_of
from openlea.storage.records.models import Lidmaatschap, Werkruimte

_ORDER = list(LidRol)


@dataclass(frozen=True, slots=True)
class Asker:
    """A werkruimte and who asks there; `rollen` are all memberships one can work as."""

    werkruimte: Werkruimte
    actor: Actor
    rollen: tuple[Lidmaatschap, ...] = ()


def actor_for(request: HttpRequest, slug: str) -> Asker | None:
    """Return who asks in a werkruimte, or None where this person has nothing to find."""
    werkruimte = Werkruimte.objects.filter(slug=slug).first()
    if werkruimte is None:
        return None
    rollen = _memberships(request, werkruimte)
    if not rollen:
        return Asker(werkruimte, Actor(werkruimte=werkruimte.pk)) if werkruimte.openbaar else None
    actor = actor_of(worked_in(request, rollen))
    return Asker(werkruimte, looking_as(request, werkruimte, actor), rollen)


def actor_of(lid: Lidmaatschap) -> Actor:
    """Return a membership as the actor that rights are asked of."""
    return Actor(
        werkruimte=lid.werkruimte_id,
        rol=LidRol(lid.rol),
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=lid.persoon.naam,
    )


def _memberships(request: HttpRequest, werkruimte: Werkruimte) -> tuple[Lidmaatschap, ...]:
    """Return the memberships in force today in the order of the roles: without a choice the first.

    Roles don't lie within each other, so rights are asked of one of them and never of all.
    """
    if not request.user.is_authenticated:
        return ()
    found = Lidmaatschap.objects.of(werkruimte.pk).active_on(timezone.localdate())
    mine = found.filter(persoon_id=request.user.pk)
    return tuple(sorted(mine, key=_rank))


def work_key(werkruimte: int) -> str:
    """Return under which name a session keeps in which membership somebody works."""
    return f"werk_als_{werkruimte}"


def worked_in(request: HttpRequest, rollen: Sequence[Lidmaatschap]) -> Lidmaatschap:
    """Return in which of the own memberships of one werkruimte somebody works now."""
    first = min(rollen, key=_rank)
    chosen = request.session.get(work_key(first.werkruimte_id)) if len(rollen) > 1 else None
    return next((one for one in rollen if one.pk == chosen), first)


def _rank(lid: Lidmaatschap) -> tuple[int, int]:
    return _ORDER.index(LidRol(lid.rol)), lid.pk


def session_key(werkruimte: Werkruimte) -> str:
    """Return under which name a session keeps as whom somebody looks in a werkruimte."""
    return f"bekijk_als_{werkruimte.pk}"


def reads_everything(actor: Actor) -> bool:
    """Return whether what the own role reads, it reads whole: then another partij opens nothing.

    One's own tables stay one's own, whoever one looks as, and nobody sees those while looking.
    """
    whole = (Scope.ALLES, Scope.NIETS, Scope.EIGEN_TAFEL)
    reads = [scope_of(actor.rol, noun, Verb.ZIEN) for noun in Noun]
    return all(one in whole for one in reads) and Scope.ALLES in reads


def looking_as(request: HttpRequest, werkruimte: Werkruimte, actor: Actor) -> Actor:
    """Return the actor, narrowed to the role it chose to look as."""
    chosen = request.session.get(session_key(werkruimte))
    if not chosen or chosen["rol"] not in list(LidRol):
        return actor
    # Whoever chose this while reading everything and has a narrower role since, is only that role:
    # the chosen partij would otherwise open what is of another one.
    if not reads_everything(actor):
        return actor
    return Actor(
        werkruimte=actor.werkruimte,
        rol=actor.rol,
        persoon=actor.persoon,
        lid=actor.lid,
        partij=chosen.get("partij") or actor.partij,
        naam=actor.naam,
        bekijkt_als=LidRol(chosen["rol"]),
    )
