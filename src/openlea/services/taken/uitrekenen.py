"""Works out what the law asks in a year of the parties of a werkruimte, from shelf and plans."""

from openlea.core.agenda import Zichtbaarheid
from openlea.core.partij import Partij, PartijSoort
from openlea.core.verplichting import Looptijd, Verplichting
from openlea.policy.taakpartijen import parties_asked
from openlea.policy.verplichting import due_in
from openlea.services.taken.houderschap import houderschap_of
from openlea.services.taken.plank import plichten_here
from openlea.storage.records import models as records
from openlea.storage.records.werkruimte import WerkruimteSoort

Sleutel = tuple[str, str, int, int]
"""Duty, term, turn in the year, and key of the partij."""


def due_here(
    werkruimte: records.Werkruimte, jaar: int
) -> dict[Sleutel, tuple[Verplichting, Zichtbaarheid]]:
    """Return what falls due in a year by its key, with who may see it; three queries.

    The duties of a gemeente that the werkruimte is of are public, those of others are for who takes
    part. Of a school board is asked what can hold for it, as far as the tables of DUO know it.
    """
    stored = {one.code: one for one in records.Partij.objects.of(werkruimte.pk)}
    partijen = [_value(one) for one in stored.values()]
    is_regio = werkruimte.soort == WerkruimteSoort.REGIO
    asked = parties_asked(partijen, werkruimte.plaats, is_regio=is_regio)
    public = {one.code for one in asked if one.soort is PartijSoort.GEMEENTE}
    due = due_in(
        plichten_here().values(), asked, jaar, _plannen(werkruimte.pk), houderschap_of(partijen)
    )
    return {
        (one.plicht, one.termijn, one.nummer, stored[one.partij].pk): (
            one,
            Zichtbaarheid.PUBLIEK if one.partij in public else Zichtbaarheid.PARTNERS,
        )
        for one in due
    }


def _plannen(werkruimte: int) -> list[Looptijd]:
    """Return the plans that were decided; a draft doesn't put off the day of the next."""
    decided = records.Plan.objects.of(werkruimte).filter(vastgesteld_op__isnull=False)
    return [
        Looptijd(plansoort=one.soort, partij=one.houder.code, van=one.van, tot=one.tot)
        for one in decided
    ]


def _value(one: records.Partij) -> Partij:
    return Partij(code=one.code, naam=one.naam, soort=PartijSoort(one.soort), plaats=one.plaats)
