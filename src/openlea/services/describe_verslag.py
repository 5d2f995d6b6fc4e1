"""Describe what came of a meeting: lines, decisions with positions, agreements and presence."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from openlea.core.afspraak import AfspraakStaat
from openlea.core.agenda import Zichtbaarheid
from openlea.core.besluit import GeschilStap, Standpunt
from openlea.core.overleg import PuntSoort, PuntStaat, VergaderingStaat, VerslagStaat
from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.afspraak import describe_meting, instemming
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schrijfwijze import day
from openlea.services.overleg.dossier_eerder import decisions_of, notes_of
from openlea.services.overleg.vergadering_lezen import meeting_seen, people_of, punten_seen
from openlea.services.overleg.verslag import (
    Geschil,
    Positie,
    Verslag,
    Verslagafspraak,
    Verslagbesluit,
    Verslagpunt,
)
from openlea.storage.records import models as records
from openlea.storage.records.afspraak_values import afspraak_value, with_partijen
from openlea.storage.records.scope_overleg import (
    afspraken_within,
    attended_within,
    opdrachten_within,
    punten_within,
)


def describe_verslag(actor: Actor, nummer: int, today: date) -> Verslag:
    """Return a meeting as an actor may read it, in a fixed number of queries.

    NotFound for a meeting that isn't there or that they may not see.
    """
    meeting = meeting_seen(actor, nummer, today)
    punten = punten_seen(actor, meeting, today)
    return Verslag(
        nummer=meeting.pk,
        titel=meeting.titel,
        reeks=meeting.reeks.naam,
        op=meeting.op,
        van=meeting.van,
        tot=meeting.tot,
        plek=meeting.plek,
        toelichting=meeting.toelichting,
        staat=VergaderingStaat(meeting.staat),
        verslag_staat=VerslagStaat(meeting.verslag_staat),
        verslag_op=meeting.verslag_op,
        leest_notities=_reads_notes(actor, meeting),
        is_openbaar=_is_public(meeting),
        aanwezigen=people_of(actor, meeting),
        punten=_punten(actor, punten, today),
    )


def _reads_notes(actor: Actor, meeting: "records.Vergadering") -> bool:
    this = records.Vergadering.objects.filter(pk=meeting.pk)
    return attended_within(this, actor.scope(Noun.NOTULEN, Verb.ZIEN), actor).exists()


def _is_public(meeting: "records.Vergadering") -> bool:
    seen = {meeting.zichtbaarheid, meeting.reeks.zichtbaarheid}
    return seen == {str(Zichtbaarheid.PUBLIEK)} and meeting.staat != VergaderingStaat.CONCEPT


def _punten(
    actor: Actor, punten: Sequence["records.Agendapunt"], today: date
) -> tuple[Verslagpunt, ...]:
    ids = [one.pk for one in punten]
    notes, decided = notes_of(actor, ids), decisions_of(actor, ids, today)
    agreed, given = _agreed(actor, ids), _given(actor, ids, today)
    onward = _onward(actor, ids, today)
    return tuple(
        Verslagpunt(
            plaats=place,
            titel=one.titel,
            soort=PuntSoort(one.soort),
            staat=PuntStaat(one.staat),
            sectie=one.sectie,
            notities=tuple(each.tekst for each in notes.get(one.pk, ())),
            besluiten=tuple(_besluit(each) for each in decided.get(one.pk, ())),
            afspraken=agreed.get(one.pk, ()),
            opdrachten=given.get(one.pk, ()),
            verder=onward.get(one.pk, ""),
        )
        for place, one in enumerate(punten, 1)
    )


def _besluit(one: "records.Besluit") -> Verslagbesluit:
    return Verslagbesluit(
        nummer=one.pk,
        kenmerk=one.nummer,
        tekst=one.tekst,
        toelichting=one.toelichting,
        uitkomst=OverlegUitkomst(one.uitkomst),
        posities=tuple(
            Positie(
                partij=each.partij.naam,
                standpunt=Standpunt(each.standpunt),
                toelichting=each.toelichting,
            )
            for each in one.standpunten.all()
        ),
        geschil=tuple(
            Geschil(
                stap=GeschilStap(each.stap).label,
                op=each.op,
                voor=each.voor,
                toelichting=each.toelichting,
            )
            for each in one.geschilregels.all()
        ),
    )


def _agreed(actor: Actor, ids: Iterable[int]) -> Mapping[int, tuple[Verslagafspraak, ...]]:
    every = records.Afspraak.objects.of(actor.werkruimte).filter(punt__in=list(ids))
    seen = afspraken_within(every, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    found: dict[int, tuple[Verslagafspraak, ...]] = {}
    for one in with_partijen(seen.distinct().order_by("id")):
        if one.punt_id is not None:
            found[one.punt_id] = (*found.get(one.punt_id, ()), _afspraak(one))
    return found


def _afspraak(one: "records.Afspraak") -> Verslagafspraak:
    value = afspraak_value(one)
    return Verslagafspraak(
        nummer=one.pk,
        wat=one.wat,
        voor=one.voor,
        partijen=tuple(each.partij.naam for each in one.partijen.all()),
        instemming=instemming(value.partijen),
        staat=AfspraakStaat(one.staat),
        maat=one.maat,
        meting=describe_meting(value.meting),
    )


def _given(actor: Actor, ids: Iterable[int], today: date) -> Mapping[int, tuple[str, ...]]:
    every = records.Opdracht.objects.filter(punt__in=list(ids)).exclude(staat="concept")
    seen = opdrachten_within(every, actor.scope(Noun.OPDRACHT, Verb.ZIEN), actor, today)
    found: dict[int, tuple[str, ...]] = {}
    for one in seen.select_related("werkgroep").order_by("id"):
        if one.punt_id is not None:
            told = f"{one.titel} ({one.werkgroep.naam})"
            found[one.punt_id] = (*found.get(one.punt_id, ()), told)
    return found


def _onward(actor: Actor, ids: Iterable[int], today: date) -> Mapping[int, str]:
    """Return of each item that was carried over where it goes on, if the actor may know."""
    later = records.Agendapunt.objects.of(actor.werkruimte).filter(komt_van__in=list(ids))
    seen = punten_within(later, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today)
    found = dict[int, str]()
    for one in seen.order_by("-id"):
        if one.komt_van_id is not None:
            op = one.vergadering.op if one.vergadering else None
            found[one.komt_van_id] = f"Komt terug op {day(op)}" if op else "Komt later terug"
    return found
