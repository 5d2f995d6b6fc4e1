"""Keep a sign-in service of this installation: a new one, or other words for one that is there."""

from dataclasses import dataclass

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.db import transaction

from openlea.core.errors import BadInput, Conflict, Fout
from openlea.core.logboek import Logsoort
from openlea.policy.inlogdienst import check_dienst, domains_of
from openlea.services.inlogdienst.client import sealed
from openlea.services.log_event import log_event
from openlea.storage.records import models as records


@dataclass(frozen=True, slots=True, kw_only=True)
class Dienstwoorden:
    """What is known of a service; an empty `geheim` leaves the secret as it is."""

    slug: str
    naam: str
    issuer: str
    client_id: str
    geheim: str = ""
    domeinen: str
    tweede_factor: bool = False


@transaction.atomic
def keep_inlogdienst(
    woorden: Dienstwoorden, *, door: int | None = None, nummer: int | None = None, versie: int = 0
) -> records.Inlogdienst:
    """Return the service as it is kept; `nummer` is its id when it exists, `door` who does it.

    Its slug never changes, and its issuer not once accounts hang on it: they would become those
    of others. Raises BadInput per field and Conflict.
    """
    held = records.Inlogdienst.objects.select_for_update(no_key=True)
    dienst = held.get(pk=nummer) if nummer else records.Inlogdienst(slug=woorden.slug.strip())
    if nummer and versie != dienst.versie:
        raise Conflict("Iemand anders heeft dit intussen gewijzigd.")
    if fouten := _check(woorden, dienst):
        raise BadInput(fouten)
    _fill(dienst, woorden)
    dienst.versie += 1 if nummer else 0
    dienst._history_user = records.Persoon.objects.filter(pk=door or 0).first()  # type: ignore[attr-defined]  # noqa: SLF001
    dienst.save()
    werk = "inlogdienst gewijzigd" if nummer else "inlogdienst toegevoegd"
    log_event(werk, dienst.slug, soort=Logsoort.RECHT, persoon=door)
    return dienst


def _check(woorden: Dienstwoorden, dienst: records.Inlogdienst) -> list[Fout]:
    fouten = list(
        check_dienst(
            dienst.slug,
            woorden.naam,
            woorden.issuer.strip(),
            woorden.client_id,
            woorden.domeinen,
            loopback=not settings.HTTPS,
        )
    )
    longest = (("naam", 120), ("issuer", 300), ("client_id", 200), ("domeinen", 400))
    for name, most in longest:
        if len(getattr(woorden, name)) > most:
            fouten.append(Fout("", name, f"Gebruik hoogstens {most} tekens."))
    if dienst.pk is None and records.Inlogdienst.objects.filter(slug=dienst.slug).exists():
        fouten.append(Fout("", "slug", "Er is al een inlogdienst met dit adres."))
    is_other = dienst.pk is not None and dienst.issuer != woorden.issuer.strip()
    if is_other and SocialAccount.objects.filter(provider=dienst.slug).exists():
        reden = "Mensen loggen al in met dit adres. Voeg voor een ander adres een dienst toe."
        fouten.append(Fout("", "issuer", reden))
    return fouten


def _fill(dienst: records.Inlogdienst, woorden: Dienstwoorden) -> None:
    dienst.naam, dienst.issuer = woorden.naam.strip(), woorden.issuer.strip()
    dienst.client_id = woorden.client_id.strip()
    dienst.domeinen = ", ".join(domains_of(woorden.domeinen))
    dienst.tweede_factor = woorden.tweede_factor
    if woorden.geheim.strip():
        dienst.geheim = sealed(dienst.slug, woorden.geheim.strip())
