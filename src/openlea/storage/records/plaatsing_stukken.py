"""Reads the public pieces of a round of placement as the bytes they are, and its trials."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.storage.records.plaatsing import Plaatsingsproef, Plaatsingsstuk


@dataclass(frozen=True, slots=True)
class Stukinhoud:
    """The bytes of one piece, and the hash that was noted when it was kept."""

    inhoud: bytes
    sha256: str


def pieces_of(ronde_id: int) -> Mapping[str, Stukinhoud]:
    """Return the pieces of a round by name; what is no base64 any more comes as it stands."""
    found = Plaatsingsstuk.objects.filter(ronde_id=ronde_id).order_by("naam")
    return {one.naam: Stukinhoud(_bytes(one.inhoud), one.sha256) for one in found}


def proeven_of(ronde_id: int) -> Sequence[Plaatsingsproef]:
    """Return the trials of a round with who asked for them, newest first."""
    found = Plaatsingsproef.objects.filter(ronde_id=ronde_id).select_related("door")
    return list(found.order_by("-gemaakt_op", "-id"))


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return text.encode()
