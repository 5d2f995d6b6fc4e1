"""What a round of placement holds, as plain values: rules, places, secret, and who sees what."""

import json
from base64 import b64decode
from collections.abc import Sequence
from typing import Any

import polars as pl

from openlea.core.errors import Conflict, NotFound
from openlea.core.plaatsing import Plek, Regels
from openlea.policy.plaatsregels import read_plaatsregels
from openlea.policy.rechten import Scope
from openlea.services.plaats.invoer import Rijen, read_kinderen
from openlea.services.plaats.lezen import Gelezen
from openlea.services.plaats.register import REGELS, REGISTER, VASTLEGGING, Geheim
from openlea.storage.records.models import Aanlevering, Plaatsingsronde, Plaatsingsstuk
from openlea.storage.vault.veldslot import seal, unseal

AANMELDINGEN, UITKOMSTEN = "aanmeldingen", "plaatsingsuitkomsten"
"""The registrations under which applications and outcomes lie in the vault."""
VOORAF = (VASTLEGGING, REGISTER, REGELS)
"""The pieces that are there before the draw."""
INGETROKKEN = "ingetrokken-"
"""How the name of a piece begins that says that a promise was taken back, and why."""


def regels_of(ronde: Plaatsingsronde) -> Regels:
    """Return the rules of a round; Conflict when it has none yet."""
    if not ronde.regels:
        raise Conflict("Kies eerst de regels.")
    return read_plaatsregels(ronde.regels, ronde.regels_naam or "regels")


def plekken_of(ronde: Plaatsingsronde) -> tuple[Plek, ...]:
    """Return the places of a round, in the order of their file."""
    return tuple(
        Plek(
            id=one["id"],
            naam=one["naam"],
            capaciteit=one["capaciteit"],
            pc4=one["pc4"],
            gebied=tuple(one["gebied"]),
            adviezen=tuple(one["adviezen"]),
        )
        for one in ronde.plekken
    )


def plain_plekken(plekken: Sequence[Plek]) -> list[dict[str, Any]]:
    """Return places as they are kept in the record."""
    return [
        {
            "id": plek.id,
            "naam": plek.naam,
            "capaciteit": plek.capaciteit,
            "pc4": plek.pc4,
            "gebied": list(plek.gebied),
            "adviezen": list(plek.adviezen),
        }
        for plek in plekken
    ]


def gelezen_of(ronde: Plaatsingsronde, rows: pl.DataFrame) -> Gelezen:
    """Return opened applications with places and rules; BadInput when the rules forbid them."""
    plekken, regels = plekken_of(ronde), regels_of(ronde)
    kinderen = read_kinderen(as_rijen(rows), plekken, regels)
    return Gelezen(kinderen, plekken, regels, ronde.regels.encode())


def as_rijen(rows: pl.DataFrame) -> Rijen:
    """Return a table as rows with heads and lines."""
    cells = [tuple(value or "" for value in row) for row in rows.rows()]
    return Rijen("aanmeldingen", list(enumerate([tuple(rows.columns), *cells], start=1)))


def seal_geheim(ronde: Plaatsingsronde, geheim: Geheim) -> str:
    """Return salt and key of the seals encrypted, for this round alone."""
    text = json.dumps({"zout": geheim.salt.hex(), "zegelsleutel": geheim.seals.hex()})
    return seal(text, _purpose(ronde))


def geheim_of(ronde: Plaatsingsronde) -> Geheim:
    """Return the secrets of a round that was promised; Conflict when there are none."""
    if not ronde.geheim:
        raise Conflict("Er is nog niets vastgelegd.")
    told = json.loads(unseal(ronde.geheim, _purpose(ronde)))
    return Geheim(bytes.fromhex(told["zout"]), bytes.fromhex(told["zegelsleutel"]))


def _purpose(ronde: Plaatsingsronde) -> str:
    return f"plaatsingsronde {ronde.werkruimte_id}/{ronde.pk}"


def there(levering: Aanlevering | None, wat: str) -> Aanlevering:
    """Return a delivery whose rows are kept; NotFound when there is none or it was erased."""
    if levering is None:
        raise NotFound(f"Er zijn in deze ronde nog geen {wat}.")
    if levering.gewist_op is not None:
        raise NotFound(f"De {wat} van deze ronde zijn gewist.")
    return levering


def shows_outcome(ronde: Plaatsingsronde, scope: Scope) -> bool:
    """Return whether a scope sees what came of a round: everybody only once it was made known."""
    return ronde.geplaatst_op is not None and (scope is Scope.ALLES or ronde.bekend_op is not None)


def shows_piece(ronde: Plaatsingsronde, naam: str, scope: Scope) -> bool:
    """Return whether a scope that reaches a round sees one of its public pieces."""
    before = naam in VOORAF or naam.startswith(INGETROKKEN)
    return before or shows_outcome(ronde, scope)


def piece_of(stuk: Plaatsingsstuk) -> bytes:
    """Return the bytes of a public piece."""
    return b64decode(stuk.inhoud)


def refuse_promised(ronde: Plaatsingsronde) -> None:
    """Raise Conflict when a promise stands: after it children, places and rules don't change."""
    if ronde.geplaatst_op is not None:
        raise Conflict("Er is al geloot. Deze ronde verandert niet meer.")
    if ronde.vastgelegd_op is not None:
        raise Conflict(
            "Kinderen, plekken en regels zijn vastgelegd. Trek eerst de vastlegging in, met reden."
        )
