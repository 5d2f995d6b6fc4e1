"""Fetches the newest edition of a source from its publisher; nothing is stored here."""

from collections.abc import Callable, Mapping
from importlib.metadata import version

from django.conf import settings

from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Protocol
from openlea.core.errors import BadInput, Fout
from openlea.services.ophalen.bestand import fetch_bestand
from openlea.services.ophalen.ckan import fetch_ckan
from openlea.services.ophalen.haalwijze import Haalwijze
from openlea.services.ophalen.halen import Haler
from openlea.services.ophalen.odata3 import fetch_odata3
from openlea.services.ophalen.odata4 import fetch_odata4
from openlea.services.ophalen.opgehaald import Opgehaald
from openlea.services.ophalen.wfs import fetch_wfs

# The address of the project in publiccode.yml: a publisher can find who asks so much.
PROJECT = "https://openlea.example/openlea.git"
WAYS: Mapping[Protocol, Callable[[Haler, Mapping[str, str]], Opgehaald]] = {
    Protocol.BESTAND: fetch_bestand,
    Protocol.CKAN: fetch_ckan,
    Protocol.ODATA3: fetch_odata3,
    Protocol.ODATA4: fetch_odata4,
    Protocol.WFS: fetch_wfs,
}


def fetch_source(
    source: SourceFile, *, seen: Mapping[str, str], wijze: Haalwijze | None = None
) -> Opgehaald:
    """Return the files of the source's live address; BadInput when it has none.

    `seen` are the `kenmerken` of the last load. BadFile names the source, what came and what to do.
    """
    live = source.bron.live
    if live is None:
        reden = f"Deze bron heeft geen live adres. Haal het bestand op via {source.bron.pagina}."
        raise BadInput([Fout(source.id, "", reden)])
    wijze = wijze or Haalwijze(spiegels=settings.SPIEGELS)
    with Haler(source.id, source.bron.pagina, live, wijze, _introduction()) as haler:
        return WAYS[live.protocol](haler, seen)


def _introduction() -> str:
    """Return the name under which we ask; some publishers refuse the usual one of a library."""
    return f"OpenLEA/{version('openlea')} (+{PROJECT})"
