"""Fetches the newest edition of a source from its publisher; nothing is stored here."""

from collections.abc import Mapping

from openlea.catalogue.shelf import SourceFile
from openlea.services.ophalen.opgehaald import Opgehaald


def fetch_source(source: SourceFile, *, seen: Mapping[str, str]) -> Opgehaald:
    """Return the files of the source's live address; BadInput when there is none to be had.

    `seen` are the `kenmerken` of the last load. BadFile names the source, what came and what to do.
    """
    raise NotImplementedError
