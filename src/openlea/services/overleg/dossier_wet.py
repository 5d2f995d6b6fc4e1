"""The legal tasks with the items of a meeting that nobody proved yet, soonest first."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby

from openlea.core.plicht import Plicht
from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.policy.taak import version_of
from openlea.policy.verplichting import state_on
from openlea.services.overleg.dossier import Dossiertaak
from openlea.storage.records import models as records
from openlea.storage.records.scope import verplichtingen_within

_KLAAR = frozenset({TaakStaat.BEWEZEN, TaakStaat.NIET_VAN_TOEPASSING})


def open_tasks(
    actor: Actor, plichten: Iterable[str], shelf: Mapping[str, Plicht], today: date
) -> Mapping[str, tuple[Dossiertaak, ...]]:
    """Return per duty the tasks of this year that wait, as far as the actor sees them.

    The same task for several parties on one day is one line that says how many they are.
    """
    standing = records.Verplichting.objects.of(actor.werkruimte).standing().in_year(today.year)
    scope = actor.scope(Noun.TAAK, Verb.ZIEN)
    seen = verplichtingen_within(standing.filter(plicht__in=set(plichten)), scope, actor)
    waiting = [one for one in seen if TaakStaat(one.staat) not in _KLAAR]
    found: dict[str, tuple[Dossiertaak, ...]] = {}
    for (plicht, _, _), each in groupby(sorted(waiting, key=_sort), key=_same):
        found[plicht] = (*found.get(plicht, ()), _taak(list(each), shelf, today))
    return found


def _same(one: records.Verplichting) -> tuple[str, date, str]:
    return one.plicht, one.uiterlijk, one.titel


def _sort(one: records.Verplichting) -> tuple[tuple[str, date, str], int]:
    return _same(one), one.pk


def _taak(
    rows: list[records.Verplichting], shelf: Mapping[str, Plicht], today: date
) -> Dossiertaak:
    first = rows[0]
    versie = version_of(shelf.get(first.plicht), first.uiterlijk)
    more = len(rows) > 1
    late = state_on(TaakStaat(first.staat), first.uiterlijk, today) is TaakStaat.TE_LAAT
    return Dossiertaak(
        nummer=first.pk,
        titel=first.titel,
        partij=count(len(rows), "partij", "partijen") if more else first.partij.naam,
        grondslag=str(versie.grondslag) if versie else "",
        uiterlijk=first.uiterlijk,
        te_laat=late,
    )
