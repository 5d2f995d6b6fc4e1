"""Load a source again: from its publisher, or from the files as they were received before."""

from openlea.core.errors import BadInput, Fout
from openlea.services.fetch_source import fetch_source
from openlea.services.laden.inname import Plek, take_in
from openlea.services.laden.lezen import Herkomst
from openlea.services.laden.lezer import reader_of
from openlea.services.laden.plank import plek_of
from openlea.services.laden.uitslag import Geladen, Uitslag
from openlea.services.ophalen.haalwijze import Haalwijze
from openlea.storage.warehouse.ontvangen import kept_files
from openlea.storage.warehouse.versie import LANDELIJK


def reload_source(
    bron: str, *, live: bool = False, laag: str = LANDELIJK, wijze: Haalwijze | None = None
) -> Geladen:
    """Return what became of it; with `live` the publisher is asked.

    Without, the newest load is read again from the files that were kept; BadInput when they
    weren't. NotFound for an unknown source, Conflict while it's being loaded.
    """
    plek = plek_of(bron, laag)
    return _fetched(plek, wijze) if live else _kept(plek)


def _fetched(plek: Plek, wijze: Haalwijze | None) -> Geladen:
    newest = next(iter(plek.versions), None)
    # Another reader may see more in the same answer, so then it's asked whole.
    same_reader = newest is not None and newest.parser == reader_of(plek.source)
    seen = newest.kenmerken if newest and same_reader else {}
    try:
        found = fetch_source(plek.source, seen=seen, wijze=wijze)
    except BadInput as error:
        return plek.outcome(Uitslag.GEWEIGERD, None, [str(fout) for fout in error.fouten])
    if found.onveranderd:
        return plek.outcome(Uitslag.GELIJK, newest, ())
    herkomst = Herkomst(adres=found.adres, moment=found.moment, kenmerken=found.kenmerken)
    return take_in(plek, found.bestanden, herkomst)


def _kept(plek: Plek) -> Geladen:
    newest = next(iter(plek.versions), None)
    files = kept_files(plek.folder, newest.bestanden) if newest else ()
    if newest is None or len(files) < len(newest.bestanden):
        reden = "het ontvangen bestand is niet bewaard; lees het opnieuw in."
        raise BadInput([Fout(plek.source.id, "", reden)])
    return take_in(plek, files, Herkomst(adres=newest.lading.adres, kenmerken=newest.kenmerken))
