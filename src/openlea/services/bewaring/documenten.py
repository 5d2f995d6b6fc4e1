"""Documents with a last day: the file goes, and what pointed to it points no more."""

from collections.abc import Sequence
from datetime import date

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q

from openlea.core.bewaring import Kandidaat
from openlea.services.bewaring.soort import Plek, Soort
from openlea.services.stukken.gevaar import bare_name
from openlea.storage.records.models import Agendastuk, Document, Geschilregel, Sjabloon, Voorstel


def _find(plek: Plek, _voor: date) -> Sequence[Kandidaat]:
    """Return the documents with a last day; a template in use is no document to clear."""
    dated = Document.objects.filter(werkruimte=plek, bewaren_tot__isnull=False)
    free = dated.exclude(pk__in=Sjabloon.objects.filter(werkruimte=plek).values("document"))
    found = free.order_by("pk").values_list("pk", "bewaren_tot")
    return [Kandidaat(pk, until) for pk, until in found if until]


def _remove(plek: Plek, nummers: Sequence[int]) -> int:
    going = Document.objects.filter(werkruimte=plek, pk__in=nummers)
    files = {name for name in going.values_list("bestand", flat=True) if name}
    count = going.count()
    Agendastuk.objects.filter(document__in=going).delete()
    Geschilregel.objects.filter(document__in=going).update(document=None)
    Voorstel.objects.filter(document__in=going).update(document=None)
    going.delete()
    Document.history.filter(id__in=nummers, werkruimte=plek).delete()
    transaction.on_commit(lambda: _drop(files))
    return count


def _drop(names: set[str]) -> None:
    """Remove files that no document needs any more, with the bare copies beside them."""
    needed = set(Document.objects.filter(Q(bestand__in=names)).values_list("bestand", flat=True))
    for name in names - needed:
        default_storage.delete(name)
        default_storage.delete(bare_name(name))


DOCUMENT = Soort("document", _find, _remove)
