"""Makes what hangs on one action equal to the values: its partijen, pointers and targets."""

from collections.abc import Hashable, Sequence
from dataclasses import asdict
from typing import Any

from openlea.core import agenda as words
from openlea.core.errors import BadInput, Fout
from openlea.services.inlezen.reconcile import Reconciler, numbered
from openlea.storage.records import models as records

Keyed = dict[Hashable, Any]


def keep_betrokkenen(
    told: Reconciler, actie: records.Actie, betrokkenen: Sequence[words.Betrokkene]
) -> None:
    """Make the partijen of an action, with role and quote, equal to the values."""
    partijen = partijen_by_code(actie.werkruimte_id)
    wanted: Keyed = {
        one.partij: {
            "actie": actie,
            "partij": known(partijen, one.partij, "betrokkenen"),
            "rol": one.rol,
            "toelichting": one.toelichting,
            "volgorde": place,
        }
        for place, one in enumerate(betrokkenen)
    }
    if len(wanted) != len(betrokkenen):
        reden = "Een partij staat er twee keer. Kies per partij één rol."
        raise BadInput([Fout("", "betrokkenen", reden)])
    found = actie.betrokkenen.select_related("partij")
    told.rows("Betrokkenen", records.Betrokkenheid, found, lambda one: one.partij.code, wanted)


def keep_verwijzingen(
    told: Reconciler, actie: records.Actie, verwijzingen: Sequence[words.Verwijzing]
) -> None:
    """Make the pointers of an action equal to the values; attached documents stay as they are."""
    attached = set(actie.verwijzingen.exclude(document=None).values_list("soort", "naar"))
    loose = [one for one in verwijzingen if (str(one.soort), one.naar) not in attached]
    keys = numbered((str(one.soort), one.naar) for one in loose)
    wanted: Keyed = {
        key: asdict(one) | {"actie": actie, "volgorde": place}
        for place, (key, one) in enumerate(zip(keys, loose, strict=True))
    }
    old = list(actie.verwijzingen.filter(document=None))
    own = numbered((one.soort, one.naar) for one in old)
    key_of = dict(zip((one.pk for one in old), own, strict=True))
    told.rows("Verwijzingen", records.Verwijzing, old, lambda one: key_of[one.pk], wanted)


def keep_streefwaarden(
    told: Reconciler,
    place: records.Actie | records.Speerpunt,
    streefwaarden: Sequence[words.Streefwaarde],
) -> None:
    """Make the targets of an action or speerpunt equal to the values, actuals included."""
    partijen = partijen_by_code(place.werkruimte_id)
    field = "actie" if isinstance(place, records.Actie) else "speerpunt"
    last = place.agenda.streefwaarden.count()
    wanted: Keyed = {
        one.code: {
            "agenda": place.agenda,
            field: place,
            "code": one.code,
            "maat": one.maat,
            "eenheid": one.eenheid,
            "richting": one.richting,
            "nulmeting": one.nulmeting,
            "nulmeting_op": one.nulmeting_op,
            "eigenaar": known(partijen, one.eigenaar, "streefwaarden") if one.eigenaar else None,
            "bron": one.bron,
        }
        for one in streefwaarden
    }
    old = {one.code: one for one in place.streefwaarden.all()}
    for number, (code, values) in enumerate(wanted.items()):
        values["volgorde"] = old[str(code)].volgorde if code in old else last + number
    rows = told.rows(
        "Streefwaarden", records.Streefwaarde, old.values(), lambda one: one.code, wanted
    )
    _years(told, rows, streefwaarden)


def _years(told: Reconciler, rows: Keyed, streefwaarden: Sequence[words.Streefwaarde]) -> None:
    found = records.Jaarwaarde.objects.filter(streefwaarde__in=[one.pk for one in rows.values()])
    told.rows(
        "Jaarwaarden",
        records.Jaarwaarde,
        found.select_related("streefwaarde"),
        lambda one: (one.streefwaarde.code, one.jaar),
        {
            (one.code, each.jaar): asdict(each) | {"streefwaarde": rows[one.code]}
            for one in streefwaarden
            for each in one.jaren
        },
    )


def partijen_by_code(werkruimte: int) -> dict[str, records.Partij]:
    """Return the parties of a werkruimte by code."""
    return {one.code: one for one in records.Partij.objects.of(werkruimte)}


def known(partijen: dict[str, records.Partij], code: str, veld: str) -> records.Partij:
    """Return a party by its code; raises BadInput on a field when there is none."""
    if code not in partijen:
        raise BadInput([Fout("", veld, f"Er is geen partij {code!r}.")])
    return partijen[code]
