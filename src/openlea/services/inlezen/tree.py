"""Takes in the agenda and its tree: parties, ambities, speerpunten and actions with their story."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from openlea.core import agenda as words
from openlea.services.inlezen.reconcile import Reconciler
from openlea.storage.records import models as records

Keyed = dict[Hashable, Any]


@dataclass(frozen=True, slots=True)
class Tree:
    """The records of a tree by their code, for what hangs on them."""

    agenda: records.Agenda
    partijen: Keyed
    ambities: Keyed
    speerpunten: Keyed
    acties: Keyed


def read_tree(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> Tree:
    """Make the tree of an agenda equal to the values."""
    partijen = _partijen(told, agenda, new)
    signed = [partijen[code] for code in new.ondertekenaars]
    if [one.pk for one in agenda.ondertekenaars.order_by("id")] != sorted(p.pk for p in signed):
        agenda.ondertekenaars.set(signed)
    werkgroepen = told.rows(
        "Werkgroepen",
        records.Werkgroep,
        agenda.werkgroepen.all(),
        lambda one: one.naam,
        {n: {"agenda": agenda, "naam": n, "volgorde": i} for i, n in enumerate(new.werkgroepen)},
    )
    ambities = _ambities(told, agenda, new)
    speerpunten = _speerpunten(told, agenda, new, ambities, partijen)
    acties = _acties(told, agenda, new, speerpunten, werkgroepen)
    _successions(told, agenda, new, acties)
    _details(told, new, acties, partijen)
    return Tree(agenda, partijen, ambities, speerpunten, acties)


def remove_missing(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> None:
    """Remove what the file no longer holds, from the leaves up, so that nothing is left hanging."""
    for soort, found, codes in (
        ("Acties", agenda.acties.all(), {a.code for a in new.acties}),
        ("Speerpunten", agenda.speerpunten.all(), {s.code for s in new.speerpunten}),
        ("Ambities", agenda.ambities.all(), {a.code for a in new.ambities}),
    ):
        told.remove(soort, [(one.code, one) for one in found if one.code not in codes])


def _partijen(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> Keyed:
    return told.rows(
        "Partijen",
        records.Partij,
        records.Partij.objects.of(agenda.werkruimte_id),
        lambda one: one.code,
        {one.code: asdict(one) for one in new.partijen},
        keep=True,
    )


def _ambities(told: Reconciler, agenda: records.Agenda, new: words.Agenda) -> Keyed:
    wanted: Keyed = {
        one.code: {
            "agenda": agenda,
            "code": one.code,
            "naam": one.naam,
            "omschrijving": one.omschrijving,
            "volgorde": place,
        }
        for place, one in enumerate(new.ambities)
    }
    return told.rows(
        "Ambities", records.Ambitie, agenda.ambities.all(), lambda one: one.code, wanted, keep=True
    )


def _speerpunten(
    told: Reconciler, agenda: records.Agenda, new: words.Agenda, ambities: Keyed, partijen: Keyed
) -> Keyed:
    above = [(ambities[a.code], one) for a in new.ambities for one in a.speerpunten]
    wanted: Keyed = {
        one.code: {
            "agenda": agenda,
            "ambitie": ambitie,
            "code": one.code,
            "naam": one.naam,
            "omschrijving": one.omschrijving,
            "doel": one.doel,
            "trekker": partijen.get(one.trekker),
            "volgorde": place,
        }
        for place, (ambitie, one) in enumerate(above)
    }
    found = agenda.speerpunten.all()
    return told.rows(
        "Speerpunten", records.Speerpunt, found, lambda one: one.code, wanted, keep=True
    )


_PLAIN = (
    "code naam omschrijving schaal doelgroep leeftijd_van leeftijd_tot van tot staat "
    "staat_reden zichtbaarheid"
).split()


def _acties(
    told: Reconciler, agenda: records.Agenda, new: words.Agenda, speerpunten: Keyed, groups: Keyed
) -> Keyed:
    above = [(speerpunten[s.code], one) for s in new.speerpunten for one in s.acties]
    wanted: Keyed = {
        one.code: {name: getattr(one, name) for name in _PLAIN}
        | {
            "agenda": agenda,
            "speerpunt": speerpunt,
            "werkgroep": groups.get(one.werkgroep),
            "bijgewerkt_op": max((v.op for v in one.voortgang), default=None),
            "volgorde": place,
        }
        for place, (speerpunt, one) in enumerate(above)
    }
    found = agenda.acties.all()
    return told.rows("Acties", records.Actie, found, lambda one: one.code, wanted, keep=True)


def _successions(
    told: Reconciler, agenda: records.Agenda, new: words.Agenda, acties: Keyed
) -> None:
    """Set which action was merged with or followed by which, once all of them exist."""
    wanted: Keyed = {
        one.code: {
            "samengevoegd_met": acties.get(one.samengevoegd_met),
            "opgevolgd_door": acties.get(one.opgevolgd_door),
        }
        for one in new.acties
    }
    found = [one for code, one in acties.items() if code in wanted]
    told.rows("Acties", records.Actie, found, lambda one: one.code, wanted, keep=True)


def numbered(keys: Iterable[tuple[Hashable, ...]]) -> list[tuple[Hashable, ...]]:
    """Return keys made unique by counting equal ones, so that two equal rows stay two.

    >>> numbered([("a",), ("b",), ("a",)])
    [('a', 0), ('b', 0), ('a', 1)]
    """
    seen: Counter[tuple[Hashable, ...]] = Counter()
    out = []
    for key in keys:
        out.append((*key, seen[key]))
        seen[key] += 1
    return out


def _details(told: Reconciler, new: words.Agenda, acties: Keyed, partijen: Keyed) -> None:
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
    found = records.Verwijzing.objects.filter(actie__in=inside).select_related("actie")
    rows = [(actie, one) for actie in new.acties for one in actie.verwijzingen]
    keys = numbered((actie.code, str(one.soort), one.naar) for actie, one in rows)
    wanted: Keyed = {
        key: asdict(one) | {"actie": acties[actie.code], "volgorde": place}
        for place, (key, (actie, one)) in enumerate(zip(keys, rows, strict=True))
    }
    old = list(found)
    key_of = dict(
        zip(
            (one.pk for one in old),
            numbered((one.actie.code, one.soort, one.naar) for one in old),
            strict=True,
        )
    )
    told.rows("Verwijzingen", records.Verwijzing, old, lambda one: key_of[one.pk], wanted)


def _voortgang(told: Reconciler, new: words.Agenda, acties: Keyed, inside: list[int]) -> None:
    """Add the updates that are new; the story that is there stays."""
    old = list(records.Voortgang.objects.filter(actie__in=inside).select_related("actie"))
    key_of = dict(
        zip(
            (one.pk for one in old),
            numbered(
                (one.actie.code, one.op, one.door_naam, one.staat, one.gedaan, one.blokkade)
                for one in old
            ),
            strict=True,
        )
    )
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
    told.rows("Voortgang", records.Voortgang, old, lambda one: key_of[one.pk], wanted, keep=True)


def open_agenda(told: Reconciler, werkruimte: int, new: words.Agenda) -> records.Agenda:
    """Return the agenda that the values speak of, made or brought up to date."""
    plain = (
        "titel van tot visie staat besluit_door besluit_op geraadpleegd voorganger opvolger "
        "bron bijwerken_dagen te_laat_dagen"
    ).split()
    values = {name: getattr(new, name) for name in plain}
    found = list(records.Agenda.objects.of(werkruimte).filter(titel=new.titel)[:1])
    if not found:
        values["in_gebruik_op"] = timezone.localdate()
    rows = told.rows(
        "Agenda", records.Agenda, found, lambda one: one.titel, {new.titel: values}, keep=True
    )
    agenda: records.Agenda = rows[new.titel]
    return agenda
