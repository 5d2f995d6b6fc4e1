"""The figures with the items of a meeting, beside those of comparable municipalities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, Shelf, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.cijfer import Cijfer
from openlea.core.errors import BadInput, NotFound
from openlea.core.onthulling import Status
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.band import Band
from openlea.policy.cijfertekst import bereik_tekst, periode_tekst
from openlea.policy.cijferzicht import shows_figures, shows_own
from openlea.policy.puntcijfers import chosen
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.compare_gemeenten import compare_gemeenten
from openlea.services.overleg.dossier import Dossiercijfer
from openlea.services.vergelijken.vergelijking import Bandbreedte
from openlea.services.verklaring.getoond import Getoond
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import open_figures
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijferkast:
    """The cards whose figures an actor may see, the place, and the layer that holds them."""

    shelf: Shelf
    kaarten: Mapping[str, IndicatorFile]
    plaats: PlaceKey | None
    laag: str

    @property
    def velden(self) -> Mapping[str, str]:
        """Return the field of policy of every card."""
        return {name: one.veld for name, one in self.kaarten.items()}

    def figures(
        self, per_punt: Sequence[tuple[Sequence[str], Sequence[str]]]
    ) -> list[tuple[Dossiercijfer, ...]]:
        """Return per item its figures; each item gives what it names and what it may also show."""
        ids = sorted(
            {one for pair in per_punt for each in pair for one in each} & set(self.kaarten)
        )
        found = self._read(ids)
        known = frozenset(name for name, (cijfer, _) in found.items() if cijfer.bereik)
        return [
            tuple(
                self._shown(name, *found.get(name, (None, None)))
                for name in chosen([n for n in named if n in self.kaarten], asked, known)
            )
            for named, asked in per_punt
        ]

    def _read(self, ids: Sequence[str]) -> dict[str, tuple[Cijfer, Band | None]]:
        """Return per indicator the newest figure of the place, and where comparable ones lie."""
        if self.plaats is None or not ids:
            return {}
        newest = {
            one.indicator: one for one in open_figures(self.laag).of_places(ids, [self.plaats])
        }
        found: dict[str, tuple[Cijfer, Band | None]] = {
            name: (one, None) for name, one in newest.items()
        }
        for band in self._bands(ids):
            eigen = band.eigen
            if eigen and eigen.bereik and eigen.periode == newest[band.indicator].periode:
                found[band.indicator] = (eigen, band.band)
        return found

    def _bands(self, ids: Sequence[str]) -> tuple[Bandbreedte, ...]:
        if self.plaats is None or self.plaats.kind is not PlaceKind.GEMEENTE:
            return ()
        try:
            return compare_gemeenten(self.plaats, laag=self.laag, indicators=ids).banden
        except NotFound:
            return ()

    def _shown(self, name: str, cijfer: Cijfer | None, band: Band | None) -> Dossiercijfer:
        entry = self.kaarten[name]
        card = entry.card
        if cijfer is None:
            return Dossiercijfer(
                indicator=name,
                titel=card.titel,
                getal=Status.ONBEKEND.label,
                status=Status.ONBEKEND,
                bron=self._bron(entry),
            )
        return Dossiercijfer(
            indicator=name,
            titel=card.titel,
            getal=Getoond.of(entry, cijfer).getal,
            status=cijfer.status,
            periode=periode_tekst(cijfer.periode) if cijfer.periode else "",
            anderen=bereik_tekst(band.midden, card.decimalen, card.eenheid) if band else "",
            bron=self._bron(entry),
        )

    def _bron(self, entry: IndicatorFile) -> str:
        cards = [self.shelf.sources[one].bron for one in entry.needs if one in self.shelf.sources]
        return ", ".join(dict.fromkeys(f"{one.uitgever}, {one.titel}" for one in cards))


def open_cijferkast(actor: Actor) -> Cijferkast:
    """Return the cards whose figures the actor may see, for the place of the werkruimte."""
    scope = actor.scope(Noun.CIJFER, Verb.ZIEN)
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    ruimte = records.Werkruimte.objects.get(pk=actor.werkruimte)
    kaarten = {
        name: one
        for name, one in shelf.indicators.items()
        if shows_figures(scope, (shelf.sources[each].bron.klasse for each in one.needs))
    }
    laag = ruimte.slug if shows_own(scope) else LANDELIJK
    return Cijferkast(shelf=shelf, kaarten=kaarten, plaats=_place(ruimte.plaats), laag=laag)


def _place(text: str) -> PlaceKey | None:
    try:
        return PlaceKey.parse(text)
    except BadInput:
        return None
