"""Reads what lies ready for items of a meeting, in a fixed number of queries for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from openlea.core.overleg import PuntSoort, PuntStaat
from openlea.policy.puntcijfers import figures_to_ask, standing
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.overleg.dossier import Dossierpunt, Dossierstuk, Dossiertaak
from openlea.services.overleg.dossier_afspraken import agreed_on, indicators_of, running
from openlea.services.overleg.dossier_agenda import late_of, money_of
from openlea.services.overleg.dossier_cijfers import Cijferkast, open_cijferkast
from openlea.services.overleg.dossier_eerder import chains_of, earlier_of
from openlea.services.overleg.dossier_wet import open_tasks
from openlea.services.overleg.verwijzingen import Aanknoping, read_wereld
from openlea.storage.records import models as records
from openlea.storage.records.scope import documents_within

Punten = Sequence["records.Agendapunt"]


def read_dossierpunten(actor: Actor, punten: Punten, today: date) -> tuple[Dossierpunt, ...]:
    """Return the items in the given order with all that the actor may see of each.

    The items themselves must be seen already; they are read with their speerpunt and action.
    """
    wereld, kast = read_wereld(actor), open_cijferkast(actor)
    hangs = [wereld.aanknoping(one) for one in punten]
    ketens = chains_of(punten, actor.werkruimte)
    eerder = earlier_of(actor, ketens, today)
    afspraken = running(actor)
    agreed = [
        agreed_on(afspraken, punt, hang, ketens[punt.pk], today)
        for punt, hang in zip(punten, hangs, strict=True)
    ]
    asked = [
        _asked(kast, punt, hang, indicators_of(afspraken, known))
        for punt, hang, known in zip(punten, hangs, agreed, strict=True)
    ]
    cijfers = kast.figures(asked)
    ids = {plicht for hang in hangs for plicht in hang.plichten}
    taken = open_tasks(actor, ids, wereld.plichten, today)
    stukken = papers_of(actor, punten)
    return tuple(
        replace(
            _bare(punt, place),
            cijfers=shown,
            afspraken=known,
            acties=late_of(wereld, hang, today),
            taken=_tasks(hang, taken),
            geld=money_of(actor, wereld, hang, today),
            stukken=stukken.get(punt.pk, ()),
            eerder=eerder.get(punt.pk, ()),
        )
        for place, (punt, hang, known, shown) in enumerate(
            zip(punten, hangs, agreed, cijfers, strict=True), 1
        )
    )


def _bare(punt: "records.Agendapunt", place: int) -> Dossierpunt:
    """Return an item as it stands on the agenda."""
    return Dossierpunt(
        nummer=punt.pk,
        plaats=place,
        titel=punt.titel,
        soort=PuntSoort(punt.soort),
        staat=PuntStaat(punt.staat),
        sectie=punt.sectie,
        toelichting=punt.toelichting,
        minuten=punt.minuten,
        inbrenger=punt.inbrenger or (punt.partij.naam if punt.partij else ""),
        plicht=punt.plicht,
    )


def _asked(
    kast: Cijferkast,
    punt: "records.Agendapunt",
    hang: Aanknoping,
    agreed: Mapping[int, str],
) -> tuple[list[str], list[str]]:
    """Return which figures an item names, and which others may stand with it."""
    named = list(dict.fromkeys((*agreed.values(), *standing(punt.vast), *hang.indicators)))
    return named, figures_to_ask(punt.onderwerp or punt.vast, hang.velden, kast.velden)


def _tasks(
    hang: Aanknoping, taken: Mapping[str, tuple[Dossiertaak, ...]]
) -> tuple[Dossiertaak, ...]:
    found = [one for plicht in hang.plichten for one in taken.get(plicht, ())]
    return tuple(sorted(found, key=lambda one: (one.uiterlijk, one.nummer)))


def papers_of(actor: Actor, punten: Punten) -> Mapping[int, tuple[Dossierstuk, ...]]:
    """Return per item the papers that the actor may open, in the order they were added."""
    documents = documents_within(
        records.Document.objects.all(), actor.scope(Noun.DOCUMENT, Verb.ZIEN), actor
    )
    rows = records.Agendastuk.objects.filter(
        werkruimte_id=actor.werkruimte,
        punt__in=[one.pk for one in punten],
        document__in=documents.order_by(),
    )
    found: dict[int, tuple[Dossierstuk, ...]] = {}
    for one in rows.select_related("document").order_by("id"):
        paper = Dossierstuk(
            nummer=one.document_id, titel=one.document.titel, adres=one.document.adres
        )
        found[one.punt_id] = (*found.get(one.punt_id, ()), paper)
    return found
