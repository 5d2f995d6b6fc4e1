"""Asks for the seal of a line as soon as its deed stands, without holding up the deed."""

from functools import partial

from django.db import transaction

from openlea.services.seal_log import seal_log


def seal_after_commit(keten: str) -> None:
    """Seal what waits in this chain once the deed is kept; a failure is told, never raised."""
    transaction.on_commit(partial(seal_log, keten), robust=True)
