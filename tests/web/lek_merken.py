"""Marks everything that somebody may not see, whatever record it stands in, by walking the records.

Nothing here knows the records by name: a new kind of record is marked the day that it exists.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from openlea.core.agenda import Zichtbaarheid
from openlea.storage.records.werkruimte import InWerkruimte
from openlea.web.route import Route
from tests.web.test_leaks import words
from tests.world import World

MARK = "Zwaluwnest"
_CODES = {
    "code", "nummer", "plicht", "termijn", "sleutel", "kenmerk", "periode", "eenheid", "bron",
    "adres", "link", "van", "naar", "teken", "sha256", "kaal_sha256", "begin", "vragenlijst",
    "indicator", "door_rol", "soort", "bij", "partij_code", "onderwerp_code", "van_code",
    "naar_code", "model", "keten", "spoor", "thema", "stap", "tabel", "plaats", "eis", "vraag_id",
    "school", "schooljaar",
}  # fmt: skip
"""Fields that other records point with: a mark there would cut the thread, not hide a text."""
_KINDS = (models.CharField, models.TextField)


def records() -> list[type[InWerkruimte]]:
    """Return every kind of record that belongs to a werkruimte."""
    found = apps.get_app_config("records").get_models()
    return [one for one in found if issubclass(one, InWerkruimte)]


def has_visibility(model: type[models.Model]) -> bool:
    """Return whether records of this kind say for whom they are."""
    return any(one.name == "zichtbaarheid" for one in model._meta.get_fields())


def texts(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the fields in which people write."""
    return [
        one
        for one in model._meta.concrete_fields
        if type(one) in _KINDS and not one.choices and not one.unique and one.name not in _CODES
    ]


def mark(record: models.Model, **more: str) -> None:
    """Write the mark in every text of a record, and of what is remembered of it."""
    for model, key in _with_history(type(record)):
        said = {one.name: f"{MARK} {record.pk}"[: one.max_length or 99] for one in texts(model)}
        values = {
            name: text if model._meta.get_field(name).max_length != 1 else ""
            for name, text in said.items()
        }
        own = more if model is type(record) else {}
        if values or own:
            model._default_manager.filter(**{key: record.pk}).update(**values, **own)


def _with_history(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    yield model, "pk"
    if history := getattr(model, "history", None):
        yield history.model, "id"


def hide(record: models.Model, zicht: Zichtbaarheid, seen: set[tuple[str, int]]) -> None:
    """Give a record a visibility, mark it, and do the same with all that hangs on it."""
    place = (type(record).__name__, record.pk)
    if place in seen:
        return
    seen.add(place)
    mark(record, **({"zichtbaarheid": str(zicht)} if has_visibility(type(record)) else {}))
    for link in type(record)._meta.related_objects:
        child = link.related_model
        hangs = link.on_delete is models.CASCADE and isinstance(child, type)
        if hangs and issubclass(child, InWerkruimte):
            for one in child._default_manager.filter(**{link.field.name: record.pk}):
                hide(one, zicht, seen)


def hide_half(world: World, zicht: Zichtbaarheid, rest: int) -> set[tuple[str, int]]:
    """Give every second record of every kind a visibility, with all that hangs on it."""
    seen: set[tuple[str, int]] = set()
    for model in records():
        if has_visibility(model):
            here = model._default_manager.filter(werkruimte=world.werkruimte).order_by("pk")
            for number, one in enumerate(here):
                if number % 2 == rest:
                    hide(one, zicht, seen)
    return seen


def mark_werkruimte(pk: int) -> int:
    """Mark every text of a whole werkruimte, and return how many records were marked."""
    count = 0
    for model in records():
        for one in model._default_manager.filter(werkruimte=pk):
            mark(one)
            count += 1
    return count


def shown(client: Client, routes: list[Route], slug: str = "hilversum") -> Iterator[str]:
    """Yield the names of the routes on which a mark stands, in a page or inside a file."""
    for route in routes:
        if route.get is None:
            continue
        url = reverse(route.name, kwargs={"werkruimte": slug, **route.voorbeeld})
        asked = {"q": MARK[:4]} if route.name == "zoeken" else {}
        if MARK.encode() in words(client.get(url, asked)):
            yield route.name
