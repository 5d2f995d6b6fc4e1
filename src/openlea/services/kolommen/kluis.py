"""Keeps a file that is being read in, under its sha256, until that is done or it's thrown away."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings

from openlea.core.bron import Bestand
from openlea.core.errors import NotFound
from openlea.storage.records.models import Inlezing

GONE = "Het bestand van deze inlezing is er niet meer. Kies het opnieuw."


def put(werkruimte: int, inhoud: bytes) -> str:
    """Keep the bytes for a werkruimte and return their sha256."""
    key = sha256(inhoud).hexdigest()
    folder = _folder(werkruimte)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = folder / f"{key}.nieuw"
    new.touch(mode=0o600)
    new.write_bytes(inhoud)
    new.replace(folder / key)
    return key


def take(inlezing: Inlezing) -> Bestand:
    """Return the file of an inlezing; NotFound when it's gone."""
    try:
        inhoud = (_folder(inlezing.werkruimte_id) / inlezing.sha256).read_bytes()
    except FileNotFoundError as error:
        raise NotFound(GONE) from error
    return Bestand(naam=inlezing.naam, inhoud=inhoud)


def drop(inlezing: Inlezing) -> None:
    """Throw the file of an inlezing away, unless another one still needs it."""
    rest = Inlezing.objects.of(inlezing.werkruimte_id).unfinished().exclude(pk=inlezing.pk)
    if not rest.filter(sha256=inlezing.sha256).exists():
        (_folder(inlezing.werkruimte_id) / inlezing.sha256).unlink(missing_ok=True)


def _folder(werkruimte: int) -> Path:
    return Path(settings.DATA) / "inlezingen" / str(werkruimte)
