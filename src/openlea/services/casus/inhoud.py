"""The content of a casus in the vault: read in memory, and written anew under a key of its own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import polars as pl
from django.db import transaction

from openlea.core.casus import Casusinhoud
from openlea.core.errors import NotFound
from openlea.storage.records.models import Casus
from openlea.storage.vault import kluis
from openlea.storage.vault.envelop import Vak

REGISTRATIE, KOLOM = "casus", "inhoud"
"""How the vault calls a casus, and the one column of what it keeps."""


def vak_of(one: Casus) -> Vak:
    """Return where the content of a casus lies."""
    return Vak(werkruimte=one.werkruimte.slug, registratie=REGISTRATIE, nummer=one.kluis)


def read_inhoud(one: Casus) -> Casusinhoud:
    """Return the content, in memory; NotFound when it was erased or its key is not here."""
    try:
        rows = kluis.read(vak_of(one))
    except NotFound:
        # Somebody may just have written it anew; the record then knows another place.
        seen = one.kluis
        one.refresh_from_db(fields=["kluis", "versie"])
        if one.kluis == seen:
            raise
        rows = kluis.read(vak_of(one))
    return Casusinhoud.from_json(json.loads(rows.item()))


@contextmanager
def sealed(one: Casus, inhoud: Casusinhoud) -> Iterator[None]:
    """Seal content under a new number and key; inside, the record is kept.

    When that is committed the old goes with its key; when it fails the new goes. What a crash
    leaves in between is a rest, and mend_vault removes it. Call it inside a transaction.
    """
    old = vak_of(one)
    new = Vak(werkruimte=old.werkruimte, registratie=REGISTRATIE, nummer=kluis.new_number())
    told = json.dumps(inhoud.as_json(), ensure_ascii=False, separators=(",", ":"))
    kluis.write(new, pl.DataFrame({KOLOM: [told]}))
    one.kluis = new.nummer
    try:
        yield
    except BaseException:
        kluis.erase(new)
        raise
    if old.nummer:
        transaction.on_commit(partial(kluis.erase, old))
