"""Takes in what hangs on actions: who is in it, what it points to, and its story."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date

from openlea.core import agenda as words
from openlea.services.inlezen.reconcile import Keyed, Reconciler, numbered
from openlea.storage.records import models as records

Row = tuple[words.Actie, words.Verwijzing]


def read_details(told: Reconciler, new: words.Agenda, acties: Keyed, partijen: Keyed) -> None:
    """Make owners and pointers equal to the values, and add the updates that are new."""
    inside = [acties[one.code].pk for one in new.acties]
    _betrokkenen(told, new, acties, partijen, inside)
    _verwijzingen(told, new, acties, inside)
    _voortgang(told, new, acties, inside)


def _betrokkenen(
    told: Reconciler, new: words.Agenda, acties: Keyed, partijen: Keyed, inside: list[int]
) -> None:
    found = records.Betrokkenheid.objects.filter(actie__in=inside).select_related("actie", "partij")
    wanted: Keyed = {
        (actie.code, one.partij): {
            "actie": acties[actie.code],
            "partij": partijen[one.partij],
            "rol": one.rol,
            "toelichting": one.toelichting,
            "volgorde": place,
        }
        for actie in new.acties
        for place, one in enumerate(actie.betrokkenen)
    }
    told.rows(
        "Betrokkenen",
        records.Betrokkenheid,
        found,
        lambda one: (one.actie.code, one.partij.code),
        wanted,
    )


def _verwijzingen(told: Reconciler, new: words.Agenda, acties: Keyed, inside: list[int]) -> None:
    found = records.Verwijzing.objects.filter(actie__in=inside).select_related("actie", "document")
    old = list(found)
    named = ((actie, one) for actie in new.acties for one in actie.verwijzingen)
    rows = list(_as_attached(old, named))
    keys = numbered((actie.code, str(one.soort), one.naar) for actie, one in rows)
    within = Counter[str]()
    wanted: Keyed = {}
    for key, (actie, one) in zip(keys, rows, strict=True):
        wanted[key] = asdict(one) | {"actie": acties[actie.code], "volgorde": within[actie.code]}
        within[actie.code] += 1
    key_of = dict(
        zip(
            (one.pk for one in old),
            numbered((one.actie.code, one.soort, one.naar) for one in old),
            strict=True,
        )
    )
    told.rows("Verwijzingen", records.Verwijzing, old, lambda one: key_of[one.pk], wanted)


def _as_attached(old: Iterable[records.Verwijzing], rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the pointers; an attached link, which a file names by its address, by its own mark."""
    waiting: dict[tuple[str, str], list[records.Verwijzing]] = {}
    for one in old:
        if one.document is not None and one.document.adres:
            waiting.setdefault((one.actie.code, one.document.adres), []).append(one)
    for actie, row in rows:
        own = waiting.get((actie.code, row.naar), [])
        if row.soort is not words.VerwijzingSoort.DOCUMENT or not own:
            yield actie, row
            continue
        kept = own.pop(0)
        titel = kept.document.titel if kept.document else ""
        told = "" if row.toelichting == titel else row.toelichting
        yield actie, replace(row, naar=kept.naar, toelichting=told)


def _voortgang(told: Reconciler, new: words.Agenda, acties: Keyed, inside: list[int]) -> None:
    """Add the updates that are new; the story that is there stays."""
    old = list(records.Voortgang.objects.filter(actie__in=inside).select_related("actie"))
    old_keys = numbered(
        (one.actie.code, one.op, one.door_naam, one.staat, one.gedaan, one.blokkade) for one in old
    )
    key_of = {one.pk: key for one, key in zip(old, old_keys, strict=True)}
    rows = [(actie, one) for actie in new.acties for one in actie.voortgang]
    keys = numbered(
        (actie.code, one.op, one.door, str(one.staat), one.gedaan, one.blokkade)
        for actie, one in rows
    )
    wanted: Keyed = {
        key: {
            "actie": acties[actie.code],
            "op": one.op,
            "door_naam": one.door,
            "staat": one.staat,
            "gedaan": one.gedaan,
            "blokkade": one.blokkade,
        }
        for key, (actie, one) in zip(keys, rows, strict=True)
    }
    kept = told.rows(
        "Voortgang", records.Voortgang, old, lambda one: key_of[one.pk], wanted, keep=True
    )
    _newest_update(told, acties, [*old, *kept.values()])


def _newest_update(told: Reconciler, acties: Keyed, story: list[records.Voortgang]) -> None:
    """Set on each action the day of its newest update."""
    newest: dict[str, date] = {}
    for one in story:
        newest[one.actie.code] = max(one.op, newest.get(one.actie.code, one.op))
    wanted: Keyed = {code: {"bijgewerkt_op": op} for code, op in newest.items()}
    found = [acties[code] for code in newest]
    told.rows("Acties", records.Actie, found, lambda one: one.code, wanted, keep=True)
