"""What this installation shows a service to be known there: its client-id and its secret."""

from openlea.storage.records import models as records
from openlea.storage.vault.veldslot import seal, unseal


def sealed(slug: str, geheim: str) -> str:
    """Return the secret of a service as it is kept: encrypted, for this service alone."""
    return seal(geheim, f"inlogdienst:{slug}") if geheim else ""


def secret_of(dienst: records.Inlogdienst) -> str:
    """Return the secret of a service again; NotFound when the key of this installation is gone."""
    return unseal(dienst.geheim, f"inlogdienst:{dienst.slug}") if dienst.geheim else ""
