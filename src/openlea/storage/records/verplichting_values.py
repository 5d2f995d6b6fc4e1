"""Reads legal tasks as plain values."""

from openlea.core.verplichting import Verplichting
from openlea.storage.records import models as records


def verplichting_value(one: "records.Verplichting") -> Verplichting:
    """Return a task, read with its partij, as a plain value."""
    return Verplichting(
        plicht=one.plicht,
        termijn=one.termijn,
        nummer=one.volgnummer,
        jaar=one.jaar,
        partij=one.partij.code,
        titel=one.titel,
        uiterlijk=one.uiterlijk,
        vanaf=one.vanaf,
        over=one.over,
    )
