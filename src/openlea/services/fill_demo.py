"""Fill the demo: the real agenda of Hilversum, a second agenda, and one account per role."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from openlea.core.agenda import Agenda
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.werk import WerkStaat
from openlea.services._demo_aanbod import fill_aanbod
from openlea.services._demo_aanmeldbeleid import fill_aanmeldbeleid
from openlea.services._demo_bestand import DEMO_BESTAND, TABEL
from openlea.services._demo_businesscase import fill_businesscase
from openlea.services._demo_casus import fill_casussen
from openlea.services._demo_huisvesting import fill_huisvesting
from openlea.services._demo_opdracht import fill_opdrachten
from openlea.services._demo_overleg import fill_overleg
from openlea.services._demo_plaatsing import fill_plaatsing
from openlea.services._demo_profiel import fill_profielen
from openlea.services._demo_prognose import fill_prognose
from openlea.services._demo_raadpleging import fill_raadpleging
from openlea.services._demo_registratie import fill_registratie
from openlea.services._demo_samenwerking import fill_samenwerking
from openlea.services._demo_sjabloon import fill_sjabloon
from openlea.services._demo_taken import fill_law
from openlea.services._demo_verdeling import fill_verdeling
from openlea.services._demo_vervoer import fill_vervoer
from openlea.services.import_agenda import import_agenda
from openlea.services.read_bundled_agenda import read_bundled_agenda
from openlea.services.start_inlezing import start_inlezing
from openlea.storage.records import models as records
from openlea.storage.records.werkruimte import WerkruimteSoort

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Inlog:
    """An account of the demo; the same password opens all of them."""

    werkruimte: str
    rol: str
    email: str
    partij: str


@dataclass(frozen=True, slots=True)
class Ruimte:
    """A werkruimte of the demo and the agenda that goes in."""

    slug: str
    naam: str
    soort: WerkruimteSoort
    plaats: str
    openbaar: bool
    agenda: str


RUIMTEN = (
    Ruimte(
        "hilversum",
        "Hilversum",
        WerkruimteSoort.GEMEENTE,
        "gemeente:GM0402",
        True,  # noqa: FBT003
        "hilversum-2024-2027",
    ),
    Ruimte(
        "inclusiever-onderwijs",
        "Inclusiever onderwijs",
        WerkruimteSoort.REGIO,
        "",
        False,  # noqa: FBT003
        "ontwikkelagenda-inclusiever-onderwijs",
    ),
)
PARTNERS: dict[str, tuple[str, ...]] = {"hilversum": ("bibliotheek", "mbo", "ggd")}
"""The kinds of partij that get an account of a partner, in the order that they are tried."""
WITHOUT_PARTIJ = (
    LidRol.LEZER,
    LidRol.ANALIST,
    LidRol.PUBLICIST,
    LidRol.PLAATSER,
    LidRol.EMBARGOLEZER,
    LidRol.AUDITOR,
)


def fill_demo(password: str | None = None, say: Say = lambda _line: None) -> tuple[Inlog, ...]:
    """Make the demo werkruimten that are not there yet, and return who can sign in.

    Without a password the accounts get a random one that nobody knows.
    """
    shown: list[Inlog] = []
    for ruimte in RUIMTEN:
        with transaction.atomic():
            werkruimte, is_new = records.Werkruimte.objects.get_or_create(
                slug=ruimte.slug,
                defaults={
                    "naam": ruimte.naam,
                    "soort": ruimte.soort,
                    "plaats": ruimte.plaats,
                    "openbaar": ruimte.openbaar,
                },
            )
            if is_new:
                _fill(werkruimte, read_bundled_agenda(ruimte.agenda), say)
            shown += _accounts(werkruimte, password or secrets.token_urlsafe(24))
            if is_new and ruimte is RUIMTEN[0]:
                beheer = Actor(werkruimte=werkruimte.pk, rol=LidRol.AGENDABEHEERDER)
                fill_overleg(beheer, timezone.localdate())
                fill_sjabloon(beheer)
                fill_opdrachten(beheer, timezone.localdate())
                fill_aanmeldbeleid(beheer, timezone.localdate())
                fill_verdeling(beheer, timezone.localdate())
                analist = Actor(werkruimte=werkruimte.pk, rol=LidRol.ANALIST)
                fill_registratie(analist, timezone.localdate())
                plaatser = Actor(werkruimte=werkruimte.pk, rol=LidRol.PLAATSER)
                fill_plaatsing(plaatser, timezone.localdate())
                fill_casussen(werkruimte.pk, timezone.localdate())
                fill_profielen(beheer, timezone.localdate())
                fill_prognose(beheer, timezone.localdate())
                fill_huisvesting(beheer, timezone.localdate())
                fill_businesscase(beheer)
                fill_aanbod(beheer, timezone.localdate())
                fill_vervoer(werkruimte, timezone.localdate())
    return tuple(shown)


def _fill(werkruimte: records.Werkruimte, agenda: Agenda, say: Say) -> None:
    say(f"{werkruimte.naam}: {len(agenda.acties)} acties inlezen …")
    begonnen = timezone.now()
    beheer = Actor(werkruimte=werkruimte.pk, rol=LidRol.AGENDABEHEERDER)
    import_agenda(beheer, agenda)
    _note_work(werkruimte, begonnen, len(agenda.acties))
    is_hilversum = werkruimte.slug == RUIMTEN[0].slug
    fill_law(beheer, timezone.localdate(), is_hilversum=is_hilversum)
    if is_hilversum:
        start_inlezing(beheer, TABEL, DEMO_BESTAND)
        fill_raadpleging(beheer, timezone.localdate())
    else:
        fill_samenwerking(werkruimte.pk, RUIMTEN[0].slug, timezone.localdate())


def _note_work(werkruimte: records.Werkruimte, begonnen: datetime, acties: int) -> None:
    """Keep that the agenda was read in, as work that is over."""
    tekst = f"{acties} acties inlezen"
    records.Werk.objects.create(
        werkruimte=werkruimte,
        soort="vul_demo",
        naam="Agenda van de demo inlezen",
        rol=LidRol.AGENDABEHEERDER,
        staat=WerkStaat.KLAAR,
        stap=tekst,
        gedaan=acties,
        totaal=acties,
        begonnen_op=begonnen,
        klaar_op=timezone.now(),
        verslag=[{"op": begonnen.isoformat(), "tekst": tekst}],
        uitkomst={"zin": f"{acties} acties zijn ingelezen.", "naar": "agenda/"},
    )


def _accounts(werkruimte: records.Werkruimte, password: str) -> list[Inlog]:
    partijen = list(records.Partij.objects.of(werkruimte.pk).order_by("id"))
    gemeente = next((one for one in partijen if one.soort == "gemeente"), partijen[0])
    trekkers = records.Partij.objects.of(werkruimte.pk).trekkers().order_by("id")
    inside = (LidRol.AGENDABEHEERDER, LidRol.REDACTEUR, LidRol.WETHOUDER)
    found = [_account(werkruimte, rol, gemeente, password) for rol in inside]
    for soort in PARTNERS.get(werkruimte.slug, ()):
        partner = next((one for one in trekkers if one.soort == soort), None)
        if partner is not None:
            found.append(_account(werkruimte, LidRol.PARTNER, partner, password))
    swv = next((one for one in partijen if one.soort == "samenwerkingsverband"), gemeente)
    found.append(_account(werkruimte, LidRol.SWV_DIRECTEUR, swv, password))
    found.append(_account(werkruimte, LidRol.VOORZITTER, gemeente, password))
    return [*found, *(_account(werkruimte, rol, None, password) for rol in WITHOUT_PARTIJ)]


@cache
def _hashed(password: str) -> str:
    """Return the hash that all accounts of the demo share: they share the password as well."""
    return make_password(password)


def _account(
    werkruimte: records.Werkruimte, rol: LidRol, partij: records.Partij | None, password: str
) -> Inlog:
    """Return the account of a role, made if it is not there."""
    name = f"{rol}-{partij.soort}" if rol is LidRol.PARTNER and partij else str(rol)
    email = f"{name}@{werkruimte.slug}.example"
    persoon = records.Persoon.objects.with_email(email).first()
    if persoon is None:
        toevoeging = f", {partij.naam}" if rol is LidRol.PARTNER and partij else ""
        persoon = records.Persoon(email=email, naam=f"{rol.label}{toevoeging} (demo)")
        persoon.password = _hashed(password)
        persoon.save()
        records.Lidmaatschap.objects.create(
            werkruimte=werkruimte,
            persoon=persoon,
            partij=partij,
            rol=rol,
            van=timezone.localdate(),
        )
    return Inlog(werkruimte.slug, rol.label, email, partij.naam if partij else "")
