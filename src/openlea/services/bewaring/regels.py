"""Records that are simply rows with a date: links that ended, work that is over, files read in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils import timezone

from openlea.core.bewaring import Kandidaat
from openlea.services.bewaring.soort import Plek, Soort
from openlea.storage.records.models import Gastlink, Inlezing, Verzoeklink, Werk


def rows(soort: str, model: type[Model], veld: str) -> Soort:
    """Return the kind of the rows of a model of which the term runs from a moment in a field."""

    def find(plek: Plek, _voor: date) -> Sequence[Kandidaat]:
        ended: dict[str, Any] = {f"{veld}__isnull": False}
        found = _of(model, plek).filter(**ended).values_list("pk", veld)
        return [Kandidaat(pk, timezone.localdate(moment)) for pk, moment in found.order_by("pk")]

    def remove(plek: Plek, nummers: Sequence[int]) -> int:
        gone = _of(model, plek).filter(pk__in=nummers)
        count = gone.count()
        gone.delete()
        return int(count)

    return Soort(soort, find, remove)


def _of(model: type[Model], plek: Plek) -> Any:
    return model._default_manager.filter(werkruimte=plek)  # noqa: SLF001  # Django's own name


GASTLINK = rows("gastlink", Gastlink, "geldig_tot")
VERZOEKLINK = rows("verzoeklink", Verzoeklink, "geldig_tot")
WERK = rows("werk", Werk, "klaar_op")
INLEZING = rows("inlezing", Inlezing, "klaar_op")
