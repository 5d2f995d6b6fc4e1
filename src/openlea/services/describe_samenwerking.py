"""Describe how the parties work together: per theme who says what, and where they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.samenwerkingskast import open_modelkaarten, open_sturingstabel
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.samenwerking import Samenwerkingsmodel, Sturingsvorm
from openlea.core.samenwerkingsplank import Modelkaart
from openlea.core.sturingstabel import Sturingskaart
from openlea.policy.modelbeeld import Modelwoord, Themastand, judge_thema
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.samenwerking.themas import Themas, find_themas
from openlea.storage.records.models import Modelkeuze, Sturingskeuze


@dataclass(frozen=True, slots=True, kw_only=True)
class Themabeeld:
    """A theme with its title, and the code of the speerpunt that it is, if it is one."""

    titel: str
    speerpunt: str
    stand: Themastand

    def word_of(self, partij: str) -> Modelwoord | None:
        """Return the word of a partij (its name; '' for that of all) that holds now, or None."""
        return next((one for one in self.stand.nu if one.partij == partij), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sturingsbeeld:
    """The last word on who steers: for which group, what was suggested and what was chosen."""

    record: Sturingskeuze
    kaart: Sturingskaart | None

    @property
    def vorm(self) -> Sturingsvorm | None:
        """Return the form that was chosen, else the one that was suggested, else None."""
        word = self.record.gekozen or self.record.suggestie
        return Sturingsvorm(word) if word else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenwerkingsbeeld:
    """How the parties work together; `partijen` are the names that said something, by name."""

    kaarten: Mapping[str, Modelkaart]
    themas: Themas
    beelden: tuple[Themabeeld, ...]
    partijen: tuple[str, ...]
    sturing: tuple[Sturingsbeeld, ...]

    @property
    def verschillen(self) -> tuple[Themabeeld, ...]:
        """Return the themes on which not everybody says the same."""
        return tuple(one for one in self.beelden if one.stand.is_verschil)


def describe_samenwerking(actor: Actor) -> Samenwerkingsbeeld:
    """Return how the parties work together; a fixed number of queries. NotAllowed for outsiders."""
    if actor.scope(Noun.SAMENWERKING, Verb.ZIEN) is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    roots = find_roots(settings.CATALOGUE)
    themas = find_themas(actor.werkruimte)
    standen = _standen(actor.werkruimte)
    beelden = [
        Themabeeld(titel=themas.title(one.thema), speerpunt=themas.speerpunt(one.thema), stand=one)
        for one in standen
    ]
    names = {word.partij for one in standen for word in one.nu if word.partij}
    return Samenwerkingsbeeld(
        kaarten=open_modelkaarten(roots),
        themas=themas,
        beelden=tuple(sorted(beelden, key=lambda one: (not one.stand.is_verschil, one.titel))),
        partijen=tuple(sorted(names)),
        sturing=tuple(_sturing(actor.werkruimte, open_sturingstabel(roots).vormen)),
    )


def _standen(werkruimte: int) -> list[Themastand]:
    rows = Modelkeuze.objects.filter(werkruimte_id=werkruimte).select_related("partij")
    by_theme: dict[str, list[Modelwoord]] = {}
    for row in rows:
        by_theme.setdefault(row.thema, []).append(
            Modelwoord(
                nummer=row.pk,
                partij=row.partij.naam if row.partij else "",
                model=Samenwerkingsmodel(row.model),
                sinds=row.sinds,
                waarom=row.waarom,
            )
        )
    return [judge_thema(thema, woorden) for thema, woorden in by_theme.items()]


def _sturing(werkruimte: int, kaarten: Iterable[Sturingskaart]) -> list[Sturingsbeeld]:
    """Return the last word of each group (a series, or all together), newest first."""
    by_vorm = {str(one.vorm): one for one in kaarten}
    rows = Sturingskeuze.objects.filter(werkruimte_id=werkruimte).select_related("reeks")
    last: dict[int | None, Sturingskeuze] = {}
    for row in rows:
        last.setdefault(row.reeks_id, row)
    return [
        Sturingsbeeld(record=one, kaart=by_vorm.get(one.gekozen or one.suggestie))
        for one in last.values()
    ]
