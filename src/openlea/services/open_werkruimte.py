"""Open a new werkruimte: the room itself, the gemeente in it, and who keeps its agenda."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.core.partij import PartijSoort
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import Actor, LidRol, Noun
from openlea.services._wachtwoordlink import wachtwoordlink
from openlea.services.invite_lid import Uitnodiging, invite_lid
from openlea.services.keep_record import keep_record
from openlea.services.log_deed import log_deed
from openlea.storage.records import models as records
from openlea.storage.records.werkruimte import WerkruimteSoort
from openlea.storage.warehouse.versie import LANDELIJK

GEMEENTE = "gemeente"
"""The code of the partij of who keeps the agenda, as files of agendas name it."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweWerkruimte:
    """What is asked for; `plaats` is a place key, `beheerder` an e-mail address."""

    slug: str
    naam: str
    soort: WerkruimteSoort
    beheerder: str
    plaats: str = ""
    openbaar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Geopend:
    """A werkruimte that was opened; `link` is empty when the beheerder has a password already."""

    slug: str
    email: str
    link: str


def open_werkruimte(new: NieuweWerkruimte) -> Geopend:
    """Make the werkruimte, its first partij and its agendabeheerder, who is mailed a link as well.

    There is no actor: whoever may run commands on the machine may do this. Raises BadInput with
    every fault, and then nothing was made; a werkruimte that exists is never touched.
    """
    if fouten := list(_faults(new)):
        raise BadInput(fouten)
    try:
        with transaction.atomic():
            return _open(new)
    except OSError as error:
        reden = f"De mail met de uitnodiging kan niet worden verstuurd ({error})."
        raise BadInput([Fout("", "OPENLEA_MAIL", reden)]) from error


def _open(new: NieuweWerkruimte) -> Geopend:
    werkruimte = records.Werkruimte.objects.create(
        slug=new.slug,
        naam=new.naam.strip(),
        soort=new.soort,
        plaats=str(PlaceKey.parse(new.plaats)) if new.plaats else "",
        openbaar=new.openbaar,
    )
    beheer = Actor(werkruimte=werkruimte.pk, rol=LidRol.AGENDABEHEERDER)
    keep_record(beheer, _partij(werkruimte))
    naam = f"Agendabeheerder {werkruimte.naam}"[:120]
    wie = Uitnodiging(naam=naam, email=new.beheerder, rol=beheer.rol, partij=GEMEENTE)
    persoon = invite_lid(beheer, wie).persoon
    log_deed(beheer, "werkruimte geopend", werkruimte.slug, soort=Logsoort.MAKEN, noun=Noun.AGENDA)
    link = "" if persoon.has_usable_password() else wachtwoordlink(persoon)
    return Geopend(slug=werkruimte.slug, email=persoon.email, link=link)


def _partij(werkruimte: records.Werkruimte) -> records.Partij:
    is_gemeente = werkruimte.soort == WerkruimteSoort.GEMEENTE
    return records.Partij(
        werkruimte=werkruimte,
        code=GEMEENTE,
        naam=f"Gemeente {werkruimte.naam}" if is_gemeente else werkruimte.naam,
        soort=PartijSoort.GEMEENTE if is_gemeente else PartijSoort.REGIO,
        plaats=werkruimte.plaats,
    )


def _faults(new: NieuweWerkruimte) -> Iterator[Fout]:
    if not _SLUG.fullmatch(new.slug) or len(new.slug) > _longest("slug"):
        reden = "Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld gooise-meren."
        yield Fout("", "slug", reden)
    elif new.slug == LANDELIJK:
        # Its own tables would be those of everybody.
        yield Fout("", "slug", f"'{LANDELIJK}' is de naam van wat alle werkruimten delen.")
    elif records.Werkruimte.objects.filter(slug=new.slug).exists():
        yield Fout("", "slug", f"Werkruimte '{new.slug}' bestaat al; er is niets veranderd.")
    if not 0 < len(new.naam.strip()) <= _longest("naam"):
        yield Fout("", "naam", f"Vul een naam in van hoogstens {_longest('naam')} tekens.")
    yield from _place_faults(new)
    yield from _email_faults(new.beheerder)


def _place_faults(new: NieuweWerkruimte) -> Iterator[Fout]:
    is_gemeente = new.soort is WerkruimteSoort.GEMEENTE
    if not new.plaats:
        if is_gemeente:
            yield Fout("", "plaats", "Vul de gemeentecode in, bijvoorbeeld gemeente:GM0402.")
        return
    try:
        key = PlaceKey.parse(new.plaats)
    except BadInput as error:
        yield from error.fouten
        return
    if is_gemeente and key.kind is not PlaceKind.GEMEENTE:
        yield Fout("", "plaats", f"'{key}' is geen gemeente, bijvoorbeeld gemeente:GM0402.")


def _email_faults(email: str) -> Iterator[Fout]:
    try:
        validate_email(email.strip())
    except ValidationError:
        yield Fout("", "beheerder", f"'{email}' is geen e-mailadres, zoals naam@voorbeeld.nl.")


def _longest(veld: str) -> int:
    """Return how many characters fit in a text field of a werkruimte."""
    field = records.Werkruimte._meta.get_field(veld)  # noqa: SLF001
    return int(getattr(field, "max_length", 0))
