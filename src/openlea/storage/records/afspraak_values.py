"""Reads agreements as plain values, with their parties; in a fixed number of queries."""

from django.db.models import QuerySet
from django.utils.timezone import localtime

from openlea.core.afspraak import Afspraak, AfspraakStaat, Bevestiging, Deelname, Meting
from openlea.core.agenda import Richting
from openlea.storage.records.afspraak import Afspraak as AfspraakRecord
from openlea.storage.records.netwerk_values import plain


def with_partijen(afspraken: "QuerySet[AfspraakRecord]") -> "QuerySet[AfspraakRecord]":
    """Return agreements with what their value needs, read at once."""
    found = afspraken.select_related("speerpunt", "actie", "punt__vergadering", "besluit")
    return found.prefetch_related("partijen__partij")


def afspraak_value(one: AfspraakRecord) -> Afspraak:
    """Return an agreement as a plain value."""
    return Afspraak(
        nummer=one.pk,
        wat=one.wat,
        op=one.op,
        voor=one.voor,
        partijen=tuple(
            Deelname(
                partij=each.partij.code,
                trekt=each.trekt,
                bevestiging=Bevestiging(each.bevestiging),
                op=localtime(each.bevestigd_op).date() if each.bevestigd_op else None,
                reden=each.reden,
            )
            for each in one.partijen.all()
        ),
        plicht=one.plicht,
        onderwerp=one.onderwerp,
        speerpunt=one.speerpunt.code if one.speerpunt else "",
        actie=one.actie.code if one.actie else "",
        meting=meting_value(one),
        staat=AfspraakStaat(one.staat),
        werkelijk=plain(one.werkelijk),
        werkelijk_op=one.werkelijk_op,
    )


def meting_value(one: AfspraakRecord) -> Meting:
    """Return how an agreement is measured."""
    return Meting(
        maat=one.maat,
        indicator=one.indicator,
        eenheid=one.eenheid,
        richting=Richting(one.richting),
        nulmeting=plain(one.nulmeting),
        nulmeting_op=one.nulmeting_op,
        doel=plain(one.streefwaarde),
        peildatum=one.peildatum,
    )
