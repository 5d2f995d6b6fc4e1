"""An empty werkruimte to take agendas into, and what is in the tables before and after."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from django.apps import apps
from django.db import transaction

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.policy.rechten import Actor, LidRol
from openlea.storage.records.as_values import agenda_values, everything
from openlea.storage.records.models import Agenda as AgendaRecord
from openlea.storage.records.models import Persoon, Werkruimte

T = TypeVar("T")
Dump = dict[str, list[tuple[Any, ...]]]


@contextmanager
def forgotten_afterwards() -> Iterator[None]:
    """Undo what one drawn example did, so that the next begins in the same world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def empty_room(slug: str = "leeg") -> Actor:
    """Return the agendabeheerder of a new werkruimte without an agenda."""
    room = Werkruimte.objects.create(slug=slug, naam="Leeg")
    persoon = Persoon.objects.create(email=f"{slug}@openlea.example", naam="Agendabeheerder")
    return Actor(werkruimte=room.pk, rol=LidRol.AGENDABEHEERDER, persoon=persoon.pk)


def stored(actor: Actor, titel: str) -> Agenda:
    """Return the agenda of this title as plain values, whole."""
    found = AgendaRecord.objects.get(werkruimte_id=actor.werkruimte, titel=titel)
    return agenda_values(found, everything(actor.werkruimte))


def dump() -> Dump:
    """Return every row of every table of ours, history too."""
    return {
        model._meta.label: sorted(model._default_manager.values_list(), key=repr)
        for model in apps.get_app_config("records").get_models(include_auto_created=True)
    }


def in_order(agenda: Agenda) -> Agenda:
    """Return an agenda with the deeds of its money per post and by day, as they are kept."""
    place = {post.code: n for n, post in enumerate(agenda.begroting.posten)}
    money = replace(
        agenda.begroting,
        wijzigingen=_by(agenda.begroting.wijzigingen, lambda one: (place[one.post], one.op)),
        boekingen=_by(agenda.begroting.boekingen, lambda one: (place[one.post], one.op)),
    )
    return replace(agenda, begroting=money)


def without_story(agenda: Agenda) -> Agenda:
    """Return an agenda without updates, and what has no place of its own in one same order.

    Parties belong to the werkruimte, and deeds have a day: a second file does not move them.
    """
    money = replace(
        agenda.begroting,
        wijzigingen=_by(agenda.begroting.wijzigingen, repr),
        boekingen=_by(agenda.begroting.boekingen, repr),
        subsidies=_by(agenda.begroting.subsidies, repr),
    )
    return with_acties(
        replace(agenda, partijen=_by(agenda.partijen, repr), begroting=money),
        {one.code: replace(one, voortgang=()) for one in agenda.acties},
    )


def _by(rows: tuple[T, ...], key: Callable[[T], Any]) -> tuple[T, ...]:
    return tuple(sorted(rows, key=key))


def with_acties(agenda: Agenda, changed: dict[str, Actie | None]) -> Agenda:
    """Return an agenda in which some actions, by code, are others or gone."""
    return with_speerpunten(
        agenda,
        {
            one.code: replace(one, acties=tuple(_kept(one.acties, changed)))
            for one in agenda.speerpunten
        },
    )


def _kept(acties: Iterable[Actie], changed: dict[str, Actie | None]) -> Iterable[Actie]:
    found = (changed.get(one.code, one) for one in acties)
    return (one for one in found if one is not None)


def with_speerpunten(agenda: Agenda, changed: dict[str, Speerpunt]) -> Agenda:
    """Return an agenda in which some speerpunten, by code, are others."""
    return replace(
        agenda,
        ambities=tuple(
            Ambitie(
                code=one.code,
                naam=one.naam,
                omschrijving=one.omschrijving,
                speerpunten=tuple(changed.get(s.code, s) for s in one.speerpunten),
            )
            for one in agenda.ambities
        ),
    )


def without_1a1(agenda: Agenda) -> Agenda:
    """Return the example without its first action and without all that hangs on it."""
    money = agenda.begroting
    return replace(
        with_acties(agenda, {"1A1": None}),
        streefwaarden=(),
        begroting=replace(money, posten=(), wijzigingen=(), boekingen=(), subsidies=()),
        netwerk=replace(agenda.netwerk, verbanden=()),
    )
