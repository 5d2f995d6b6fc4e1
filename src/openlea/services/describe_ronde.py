"""Tell how far a round of placement is: what is done, when, by whom; nothing of a single child."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openlea.core.agenda import Zichtbaarheid
from openlea.core.plaatsing import Plek, Regels
from openlea.policy.plaatsregels import read_plaatsregels
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.policy.registratietelling import count_text
from openlea.services.find_ronde import find_ronde
from openlea.services.plaats.ronde import INGETROKKEN, piece_of, plekken_of, shows_outcome
from openlea.storage.records.models import Plaatsingsronde


@dataclass(frozen=True, slots=True)
class Daad:
    """When something was done, and by whom; without a name for who sees it from outside."""

    op: datetime
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rondebeeld:
    """A round as its page shows it; `kinderen` is never a number under five."""

    ronde: Plaatsingsronde
    regels: Regels | None
    plekken: tuple[Plek, ...]
    kinderen: str
    gewist: bool
    daden: Mapping[str, Daad]
    ingetrokken: tuple[Mapping[str, Any], ...]
    ziet_uitkomst: bool
    mag_bijhouden: bool
    mag_plaatsen: bool

    @property
    def plaatsen(self) -> int:
        """Return how many seats there are in all."""
        return sum(plek.capaciteit for plek in self.plekken)

    @property
    def is_vast(self) -> bool:
        """Return whether a promise stands."""
        return self.ronde.vastgelegd_op is not None

    @property
    def is_geplaatst(self) -> bool:
        """Return whether the children were drawn and placed."""
        return self.ronde.geplaatst_op is not None

    @property
    def is_openbaar(self) -> bool:
        """Return whether everybody may see it."""
        return self.ronde.zichtbaarheid == Zichtbaarheid.PUBLIEK

    @property
    def heeft_kinderen(self) -> bool:
        """Return whether applications count that are still there."""
        return self.ronde.aanmeldingen is not None and not self.gewist


def describe_ronde(actor: Actor, nummer: int) -> Rondebeeld:
    """Return the round as this actor may see it; NotFound like every missing thing."""
    ronde = find_ronde(actor, nummer, Verb.ZIEN)
    inside = actor.scope(Noun.PLAATSING, Verb.ZIEN) is Scope.ALLES
    levering = ronde.aanmeldingen
    return Rondebeeld(
        ronde=ronde,
        regels=read_plaatsregels(ronde.regels, ronde.regels_naam) if ronde.regels else None,
        plekken=plekken_of(ronde),
        kinderen=count_text(levering.rijen) if levering else "",
        gewist=levering is not None and levering.gewist_op is not None,
        daden=dict(_deeds(ronde, inside=inside)),
        ingetrokken=tuple(_withdrawn(ronde)),
        ziet_uitkomst=shows_outcome(ronde, actor.scope(Noun.PLAATSING, Verb.ZIEN)),
        mag_bijhouden=actor.scope(Noun.PLAATSING, Verb.WIJZIGEN) is Scope.ALLES,
        mag_plaatsen=actor.scope(Noun.AANMELDING, Verb.MAKEN) is Scope.ALLES,
    )


_WATCHED = ("plekken", "regels", "aanmeldingen_id", "vastgelegd_op", "geplaatst_op", "bekend_op")


def _deeds(ronde: Plaatsingsronde, *, inside: bool) -> Iterator[tuple[str, Daad]]:
    """Yield per field when it last changed to what it is, and who did that."""
    every: Sequence[Any] = ronde.history.select_related("history_user").order_by("history_id")
    was: dict[str, Any] = {}
    for one in every:
        for naam in _WATCHED:
            now = getattr(one, naam)
            if now != was.get(naam) and now:
                who = one.history_user.naam if inside and one.history_user else ""
                yield naam, Daad(one.history_date, who)
            was[naam] = now


def _withdrawn(ronde: Plaatsingsronde) -> Iterator[Mapping[str, Any]]:
    for stuk in ronde.stukken.filter(naam__startswith=INGETROKKEN):
        told: Mapping[str, Any] = json.loads(piece_of(stuk))
        yield {
            "reden": told["reden"],
            "vastlegging": told["vastlegging"],
            "op": datetime.fromisoformat(told["ingetrokken_op"]),
        }
