"""Tells whether the schools of a gemeente fit in their buildings, now and in years to come."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from openlea.catalogue.huisvestingskast import find_huisvestingsregels
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, NotAllowed
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.huisvestingsronde import current_year, judge_ceiling, round_of
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.huisvesting.scholen import expected, schools_beside, seen_use
from openlea.services.huisvesting.uitkomst import Huisvesting
from openlea.storage.records.huisvesting import AanvraagStaat
from openlea.storage.records.models import (
    Gebouw,
    Gebouwgebruik,
    Huisvestingsaanvraag,
    Huisvestingsproject,
    Werkruimte,
)
from openlea.storage.warehouse.schoolkenmerken import (
    LEERLINGEN,
    Schoolkenmerk,
    schools_of_gemeente,
)
from openlea.storage.warehouse.warehouse import open_warehouse

SOORTEN = ("bo", "sbo", "so", "vso")


def describe_huisvesting(actor: Actor, today: date, jaar: int | None = None) -> Huisvesting:
    """Return what the actor may see, with the round of a programme year, else of the one going on.

    NotAllowed without the right to see anything.
    """
    if not actor.may(Noun.HUISVESTING, Verb.ZIEN):
        raise NotAllowed("Huisvesting is hier niet voor u.")
    werkruimte = Werkruimte.objects.get(pk=actor.werkruimte)
    gemeente = _gemeente_of(werkruimte)
    verordening = find_huisvestingsregels(find_roots(settings.CATALOGUE), gemeente)
    regels = verordening.on(today)
    year = jaar if jaar is not None else current_year(regels.ronde, today)
    seen = _Gezien(actor, year)
    known, peil = _schools(werkruimte.slug, gemeente)
    scholen = schools_beside(known, peil, regels, seen.zicht, seen.projecten, expected(actor))
    granted = [one.bedrag for one in seen.aanvragen if one.staat == AanvraagStaat.PROGRAMMA]
    return Huisvesting(
        verordening=verordening,
        regels=regels,
        gebouwen=seen.gebouwen,
        gebruik=seen.zicht.gebruik,
        scholen=scholen,
        projecten=seen.projecten,
        aanvragen=seen.aanvragen,
        ronde=round_of(year, regels.ronde),
        plafond=judge_ceiling(regels.plafond.get(year), granted),
        leerlingen=round(sum((one.leerlingen.laag + one.leerlingen.hoog) / 2 for one in known)),
        zonder_norm=len(known) - len(scholen),
        peildatum=peil,
        today=today,
    )


class _Gezien:
    """What the actor may see, with the aanvragen of one programme year."""

    def __init__(self, actor: Actor, jaar: int) -> None:
        scope, room = actor.scope(Noun.HUISVESTING, Verb.ZIEN), actor.werkruimte
        self.gebouwen = tuple(Gebouw.objects.of(room).within(scope))
        every = Gebouwgebruik.objects.of(room).select_related("gebouw")
        shown = every.within(scope).filter(gebouw__in=self.gebouwen)
        self.zicht = seen_use(tuple(every), tuple(shown))
        plans = Huisvestingsproject.objects.of(room).within(scope)
        self.projecten = tuple(plans.select_related("gebouw", "actie"))
        asked = Huisvestingsaanvraag.objects.of(room).within(scope).filter(jaar=jaar)
        self.aanvragen = tuple(asked.select_related("gebouw", "partij"))
        _hide_buildings(self.projecten, self.gebouwen)
        _hide_buildings(self.aanvragen, self.gebouwen)


def _hide_buildings(
    rows: Sequence[Huisvestingsproject] | Sequence[Huisvestingsaanvraag],
    gebouwen: Sequence[Gebouw],
) -> None:
    """Leave out of what is shown each building that isn't."""
    shown = {one.pk for one in gebouwen}
    for one in rows:
        if one.gebouw_id not in shown:
            one.gebouw = None


def _gemeente_of(werkruimte: Werkruimte) -> str:
    """Return the code of the gemeente of a werkruimte, '' when it has none."""
    try:
        key = PlaceKey.parse(werkruimte.plaats)
    except BadInput:
        return ""
    return key.code if key.kind is PlaceKind.GEMEENTE else ""


def _schools(laag: str, gemeente: str) -> tuple[Sequence[Schoolkenmerk], str]:
    if not gemeente:
        return (), ""
    found = schools_of_gemeente(open_warehouse(), laag, gemeente, SOORTEN)
    return found.scholen, found.peil.get(LEERLINGEN, "")
