"""Describe what parents and young people need when a child sits at home: ladder and rights."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.ladderkast import open_contacten, open_ouderrechten, open_treden
from openlea.core.catalogue import find_roots
from openlea.core.escalatieladder import Nagelezen, Ouderrecht, Trede
from openlea.policy.rechten import Actor
from openlea.storage.records.models import Partij, Werkruimte

SWV = "samenwerkingsverband"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thuiszitinfo:
    """The page: rungs, rights in order, local contacts by rung, and the names of the SWV here."""

    treden: tuple[Trede, ...]
    rechten: tuple[Ouderrecht, ...]
    contacten: Mapping[str, str]
    verbanden: tuple[str, ...]

    @property
    def voor_jongeren(self) -> tuple[Ouderrecht, ...]:
        """Return the rights that say something to the young person self."""
        return tuple(one for one in self.rechten if one.jong)

    @property
    def niet_nagelezen(self) -> bool:
        """Return whether something stands here that nobody read in the law."""
        return any(one.controle is not Nagelezen.WET for one in self.rechten)


def describe_thuiszitten(actor: Actor) -> Thuiszitinfo:
    """Return what the public page of a werkruimte shows; no person is in it."""
    roots = find_roots(settings.CATALOGUE)
    slug = Werkruimte.objects.values_list("slug", flat=True).get(pk=actor.werkruimte)
    names = Partij.objects.of(actor.werkruimte).filter(soort=SWV).values_list("naam", flat=True)
    return Thuiszitinfo(
        treden=tuple(open_treden(roots).values()),
        rechten=tuple(open_ouderrechten(roots).values()),
        contacten=open_contacten(roots, slug),
        verbanden=tuple(names),
    )
