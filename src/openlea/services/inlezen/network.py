"""Takes in targets and the Doelen-Inspanningen-Netwerk."""

from dataclasses import asdict

from openlea.core import agenda as words
from openlea.services.inlezen.reconcile import Keyed, Reconciler
from openlea.services.inlezen.tree import Tree
from openlea.storage.records import models as records


def read_network(told: Reconciler, tree: Tree, new: words.Agenda) -> None:
    """Make goals, indicators, links and targets equal to the values."""
    agenda = tree.agenda
    told.rows(
        "Doelen",
        records.Doel,
        agenda.doelen.all(),
        lambda one: one.code,
        {
            one.code: asdict(one) | {"agenda": agenda, "volgorde": place}
            for place, one in enumerate(new.netwerk.doelen)
        },
    )
    indicatoren = told.rows(
        "Indicatoren",
        records.Indicator,
        agenda.indicatoren.all(),
        lambda one: one.code,
        {
            one.code: asdict(one) | {"agenda": agenda, "volgorde": place}
            for place, one in enumerate(new.netwerk.indicatoren)
        },
        keep=True,
    )
    told.rows(
        "Verbanden",
        records.Verband,
        agenda.verbanden.all(),
        lambda one: (one.van, one.naar, one.teken),
        {
            (one.van, one.naar, str(one.teken)): asdict(one) | {"agenda": agenda, "volgorde": place}
            for place, one in enumerate(new.netwerk.verbanden)
        },
    )
    _streefwaarden(told, tree, new, indicatoren)
    codes = {one.code for one in new.netwerk.indicatoren}
    gone = agenda.indicatoren.exclude(code__in=codes)
    told.remove("Indicatoren", [(one.code, one) for one in gone])


def _streefwaarden(told: Reconciler, tree: Tree, new: words.Agenda, indicatoren: Keyed) -> None:
    rows = told.rows(
        "Streefwaarden",
        records.Streefwaarde,
        tree.agenda.streefwaarden.all(),
        lambda one: one.code,
        {
            one.code: {
                "agenda": tree.agenda,
                "actie": tree.acties.get(one.bij),
                "speerpunt": tree.speerpunten.get(one.bij),
                "indicator": indicatoren.get(one.bij),
                "code": one.code,
                "maat": one.maat,
                "eenheid": one.eenheid,
                "richting": one.richting,
                "nulmeting": one.nulmeting,
                "nulmeting_op": one.nulmeting_op,
                "eigenaar": tree.partijen.get(one.eigenaar),
                "bron": one.bron,
                "volgorde": place,
            }
            for place, one in enumerate(new.streefwaarden)
        },
    )
    told.rows(
        "Jaarwaarden",
        records.Jaarwaarde,
        records.Jaarwaarde.objects.filter(streefwaarde__agenda=tree.agenda).select_related(
            "streefwaarde"
        ),
        lambda one: (one.streefwaarde.code, one.jaar),
        {
            (one.code, each.jaar): asdict(each) | {"streefwaarde": rows[one.code]}
            for one in new.streefwaarden
            for each in one.jaren
        },
    )
