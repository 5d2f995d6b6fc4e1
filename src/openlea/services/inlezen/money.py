"""Takes in the money: streams, posts with their amounts, changes, bookings and grants."""

from dataclasses import asdict

from openlea.core import agenda as words
from openlea.services.inlezen.reconcile import Keyed, Reconciler, numbered
from openlea.services.inlezen.tree import Tree
from openlea.storage.records import models as records


def read_money(told: Reconciler, tree: Tree, new: words.Agenda) -> None:
    """Make the money of an agenda equal to the values."""
    stromen = _geldstromen(told, tree, new)
    posten = _posten(told, tree, new, stromen)
    _wijzigingen(told, tree, new, posten)
    _boekingen(told, tree, new, posten, stromen)
    _subsidies(told, tree, new, posten)
    _remove_missing(told, tree, new)


def _geldstromen(told: Reconciler, tree: Tree, new: words.Agenda) -> Keyed:
    stromen = new.begroting.geldstromen
    wanted: Keyed = {
        one.code: {
            "agenda": tree.agenda,
            "code": one.code,
            "naam": one.naam,
            "soort": one.soort,
            "voorwaarden": one.voorwaarden,
            "volgorde": place,
        }
        for place, one in enumerate(stromen)
    }
    found = tree.agenda.geldstromen.all()
    rows = told.rows(
        "Geldstromen", records.Geldstroom, found, lambda one: one.code, wanted, keep=True
    )
    told.rows(
        "Bedragen van geldstromen",
        records.Stroombedrag,
        records.Stroombedrag.objects.filter(geldstroom__agenda=tree.agenda).select_related(
            "geldstroom"
        ),
        lambda one: (one.geldstroom.code, one.jaar),
        {
            (one.code, jaar): {"geldstroom": rows[one.code], "jaar": jaar, "bedrag": bedrag}
            for one in stromen
            for jaar, bedrag in one.bedragen.items()
        },
    )
    return rows


_PLAIN = "code omschrijving verschil elders_gedekt_door categorie taakveld toelichting"


def _posten(told: Reconciler, tree: Tree, new: words.Agenda, stromen: Keyed) -> Keyed:
    posten = new.begroting.posten
    wanted: Keyed = {
        one.code: {name: getattr(one, name) for name in _PLAIN.split()}
        | {
            "agenda": tree.agenda,
            "ambitie": tree.ambities.get(one.bij),
            "speerpunt": tree.speerpunten.get(one.bij),
            "actie": tree.acties.get(one.bij),
            "geldstroom": stromen.get(one.geldstroom),
            "volgorde": place,
        }
        for place, one in enumerate(posten)
    }
    found = tree.agenda.posten.all()
    rows = told.rows(
        "Begroting", records.Begrotingspost, found, lambda one: one.code, wanted, keep=True
    )
    heads: Keyed = {one.code: {"kop": rows.get(one.kop)} for one in posten}
    known = [one for code, one in rows.items() if code in heads]
    told.rows("Begroting", records.Begrotingspost, known, lambda one: one.code, heads, keep=True)
    _bedragen(told, tree, new, rows)
    return rows


def _bedragen(told: Reconciler, tree: Tree, new: words.Agenda, posten: Keyed) -> None:
    told.rows(
        "Bedragen van posten",
        records.Postbedrag,
        records.Postbedrag.objects.filter(post__agenda=tree.agenda).select_related("post"),
        lambda one: (one.post.code, one.jaar),
        {
            (one.code, jaar): {"post": posten[one.code], "jaar": jaar, "bedrag": bedrag}
            for one in new.begroting.posten
            for jaar, bedrag in one.bedragen.items()
        },
    )


def _wijzigingen(told: Reconciler, tree: Tree, new: words.Agenda, posten: Keyed) -> None:
    old = list(
        records.Begrotingswijziging.objects.filter(post__agenda=tree.agenda).select_related("post")
    )
    old_keys = numbered((o.post.code, o.jaar, o.stand, o.op, o.bedrag) for o in old)
    key_of = {one.pk: key for one, key in zip(old, old_keys, strict=True)}
    rows = new.begroting.wijzigingen
    keys = numbered((o.post, o.jaar, str(o.stand), o.op, o.bedrag) for o in rows)
    wanted: Keyed = {
        key: asdict(one) | {"post": posten[one.post]} for key, one in zip(keys, rows, strict=True)
    }
    told.rows("Wijzigingen", records.Begrotingswijziging, old, lambda one: key_of[one.pk], wanted)


def _boekingen(
    told: Reconciler, tree: Tree, new: words.Agenda, posten: Keyed, stromen: Keyed
) -> None:
    old = list(records.Boeking.objects.filter(post__agenda=tree.agenda).select_related("post"))
    old_keys = numbered((o.post.code, o.jaar, o.soort, o.op, o.bedrag, o.kenmerk) for o in old)
    key_of = {one.pk: key for one, key in zip(old, old_keys, strict=True)}
    rows = new.begroting.boekingen
    keys = numbered((o.post, o.jaar, str(o.soort), o.op, o.bedrag, o.kenmerk) for o in rows)
    wanted: Keyed = {
        key: asdict(one) | {"post": posten[one.post], "geldstroom": stromen.get(one.geldstroom)}
        for key, one in zip(keys, rows, strict=True)
    }
    told.rows("Realisatie", records.Boeking, old, lambda one: key_of[one.pk], wanted)


def _subsidies(told: Reconciler, tree: Tree, new: words.Agenda, posten: Keyed) -> None:
    wanted: Keyed = {
        one.kenmerk: asdict(one)
        | {
            "agenda": tree.agenda,
            "post": posten[one.post],
            "ontvanger": tree.partijen[one.ontvanger],
        }
        for one in new.begroting.subsidies
    }
    found = tree.agenda.subsidies.all()
    told.rows("Subsidies", records.Subsidie, found, lambda one: one.kenmerk, wanted)


def _remove_missing(told: Reconciler, tree: Tree, new: words.Agenda) -> None:
    posten = {one.code for one in new.begroting.posten}
    stromen = {one.code for one in new.begroting.geldstromen}
    gone = tree.agenda.posten.exclude(code__in=posten).order_by("-kop_id", "-id")
    told.remove("Begroting", [(one.code, one) for one in gone])
    told.remove(
        "Geldstromen",
        [(one.code, one) for one in tree.agenda.geldstromen.exclude(code__in=stromen)],
    )
