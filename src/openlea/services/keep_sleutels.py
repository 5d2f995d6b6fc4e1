"""Keep all keys of this installation in one sealed file, in place of the one before it."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.services.log_event import log_event
from openlea.storage.vault.bundel import seal_keys

SHORTEST = 16
GEHEIM = "geheim"
"""The name in the file of the key for sessions and signed links."""
KORT = f"Kies een wachtzin van minstens {SHORTEST} tekens, bijvoorbeeld vijf woorden."


def keep_sleutels(file: Path, passphrase: str) -> int:
    """Write the file and return how many keys are in it; BadInput for a passphrase that is short.

    It takes the place of what was there: an older one would still open what was erased since.
    """
    if len(passphrase) < SHORTEST:
        raise BadInput([Fout("wachtzin", "", KORT)])
    folder = Path(settings.SLEUTELS)
    keys = {
        one.relative_to(folder).as_posix().removesuffix(".sleutel"): one.read_bytes()
        for one in sorted(folder.glob("**/*.sleutel"))
        if not one.name.startswith(".") and one.is_file()
    }
    keys[GEHEIM] = settings.SECRET_KEY.encode()
    _place(file, seal_keys(keys, passphrase))
    log_event("sleutels bewaard", file.name, f"{len(keys)} sleutels", soort=Logsoort.EXPORTEREN)
    return len(keys)


def _place(file: Path, sealed: bytes) -> None:
    """Write beside the place and move there; what was there is gone after that."""
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(sealed)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
