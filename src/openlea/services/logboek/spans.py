"""The lines of the log in the shape of the national standard Logboek dataverwerkingen.

Shape of version 0.8.0 (working version, repository of Logius), section 3.2 'Component: Logboek'.
The value lists of that standard are not checked against an implementation of others.
"""

from hashlib import sha256
from importlib.metadata import version
from typing import Any

from django.conf import settings

from openlea.core.logboek import INSTALLATIE
from openlea.storage.records.models import Logregel

STANDAARD = "Logboek dataverwerkingen 0.8.0 (werkversie)"
UNSET = "STATUS_CODE_UNSET"


def span(line: Logregel, verwerking: str = "") -> dict[str, Any]:
    """Return one line as a span; `verwerking` is the processing it belongs to, '' when unknown."""
    millis = int(line.moment.timestamp() * 1000)
    mark = sha256(f"{line.keten} {line.pk}".encode()).hexdigest()
    return {
        "trace_id": line.spoor or mark[:32],
        "span_id": mark[32:48],
        "parent_span_id": None,
        "name": line.werk,
        "start_time": millis,
        "end_time": millis,
        "status_code": UNSET,
        "resource": {"attributes": {"service.name": "openlea", "service.version": _version()}},
        "attributes": _attributes(line, line.verwerking or verwerking),
    }


def _attributes(line: Logregel, verwerking: str) -> dict[str, Any]:
    """Return the attributes of the standard, then our own under a prefix of our own.

    No line holds who the data are about: `data_subject_id` is left out instead of guessed.
    """
    core = {}
    if verwerking and line.keten != INSTALLATIE:
        address = f"{settings.ADRES}/w/{line.keten}/verwerkingen/#{verwerking}"
        core["dpl.core.processing_activity_id"] = address
    own = ("keten", "volgnummer", "zegel", "persoon_nr", "rol", "soort", "noun", "onderwerp")
    return core | {f"openlea.{name}": getattr(line, name) for name in own}


def _version() -> str:
    return version("openlea")
