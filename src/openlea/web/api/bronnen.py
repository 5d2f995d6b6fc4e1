"""Sources: what was published by whom, how it stands here, and every version that was loaded."""

from collections.abc import Sequence
from typing import Any

from openlea.core.bron import Klasse
from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_sources import describe_sources
from openlea.services.laden.overzicht import Bronoverzicht
from openlea.storage.warehouse.versie import Versie
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.zicht import Vraag, sight

BRON_ZIEN = (Noun.BRON, Verb.ZIEN)
OPENBAAR = "Waar openbare cijfers vandaan komen, mag iedereen nagaan."


def bronnen(request: Vraag, werkruimte: vormen.Adres | None = None) -> Sequence[Bronoverzicht]:
    """Geef de bronnen, met hoe het ermee staat."""
    return _seen(request, werkruimte)


def bron(
    request: Vraag,
    id: vormen.Id,  # noqa: A002  # its name in the path
    werkruimte: vormen.Adres | None = None,
) -> Bronoverzicht:
    """Geef één bron: uitgever, licentie, waarop te letten, en welke kolommen de tabel heeft."""
    found = next((one for one in _seen(request, werkruimte) if one.source.id == id), None)
    if found is None:
        raise NotFound(f"Er is geen bron '{id}'.")
    return found


def versies(
    request: Vraag,
    id: vormen.Id,  # noqa: A002  # its name in the path
    werkruimte: vormen.Adres | None = None,
) -> Sequence[Versie]:
    """Geef wat er van een bron is ingelezen, nieuwste eerst, met adres en sha256."""
    return bron(request, id, werkruimte).versies


def _seen(request: Vraag, werkruimte: str | None) -> list[Bronoverzicht]:
    """Return the sources that the asker may see: those inside a werkruimte aren't for all."""
    zicht = sight(request, werkruimte, BRON_ZIEN)
    inside = zicht.scope in (Scope.GEDEELD, Scope.ALLES)
    return [
        one
        for one in describe_sources(zicht.laag)
        if inside or one.source.bron.klasse is Klasse.OPEN
    ]


def short(overzicht: Bronoverzicht) -> dict[str, Any]:
    """Return a source as it's handed out in a list."""
    card, whole = overzicht.source.bron, overzicht.geheel
    return {
        "id": overzicht.source.id,
        "titel": card.titel,
        "uitgever": card.uitgever,
        "licentie": card.licentie,
        "pagina": card.pagina,
        "cadans": str(card.cadans),
        "staat": str(overzicht.staat),
        "versie": overzicht.versies[0].versie if overzicht.versies else None,
        "rijen": whole.lading.rijen if whole else None,
        "edities": list(whole.lading.edities) if whole else [],
        "ingelezen_op": whole.lading.moment if whole else None,
    }


def plain(overzicht: Bronoverzicht) -> dict[str, Any]:
    """Return a source as it's handed out by itself."""
    card = overzicht.source.bron
    return {
        **short(overzicht),
        "peil": card.peil,
        "klasse": str(card.klasse),
        "afgeschermd": card.afgeschermd,
        "definitief": str(card.definitief),
        "verlopen": card.verlopen,
        "let_op": list(card.let_op),
        "kolommen": list(overzicht.source.tabel.column_names()),
    }


def version_plain(versie: Versie) -> dict[str, Any]:
    """Return a version as it's handed out; whose file it was and who let it pass stays inside."""
    lading = versie.lading
    return {
        "versie": lading.versie,
        "laag": versie.laag,
        "uitgever": lading.uitgever,
        "adres": lading.adres,
        "sha256": lading.sha256,
        "moment": lading.moment,
        "edities": list(lading.edities),
        "definitief": str(lading.definitief),
        "rijen_in": lading.rijen_in,
        "rijen": lading.rijen,
        "afgekeurd": lading.afgekeurd,
        "let_op": list(lading.let_op),
    }


EEN = {"id": "duo_leerlingen_po"}
OPERATIES = (
    Operatie(
        pad="bronnen",
        naam="bronnen",
        titel="Bronnen",
        onderwerp="Bronnen",
        lees=bronnen,
        vorm=vormen.BronKort,
        plat=short,
        recht=BRON_ZIEN,
        openbaar=OPENBAAR,
        is_lijst=True,
    ),
    Operatie(
        pad="bronnen/{id}",
        naam="bron",
        titel="Eén bron",
        onderwerp="Bronnen",
        lees=bron,
        vorm=vormen.Bron,
        plat=plain,
        recht=BRON_ZIEN,
        openbaar=OPENBAAR,
        voorbeeld=EEN,
    ),
    Operatie(
        pad="bronnen/{id}/versies",
        naam="versies",
        titel="Versies van een bron",
        onderwerp="Bronnen",
        lees=versies,
        vorm=vormen.Bronversie,
        plat=version_plain,
        recht=BRON_ZIEN,
        openbaar=OPENBAAR,
        is_lijst=True,
        voorbeeld=EEN,
    ),
)
