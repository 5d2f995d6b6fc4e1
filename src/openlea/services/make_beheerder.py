"""Let an account manage the installation; asked from the command line of the machine itself."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from openlea.core.errors import BadInput, Fout
from openlea.core.logboek import Logsoort
from openlea.services._wachtwoordlink import wachtwoordlink
from openlea.services.end_sessies import end_sessies
from openlea.services.log_event import log_event
from openlea.storage.records.models import Persoon


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemaakt:
    """Who manages the installation now; `link` chooses a password, empty when there is one."""

    email: str
    link: str


@transaction.atomic
def make_beheerder(email: str) -> Gemaakt:
    """Make an account, new or known, a beheerder; there is no actor. Raises BadInput."""
    email = email.strip()
    try:
        validate_email(email)
    except ValidationError as error:
        raise BadInput([Fout("", "e-mail", f"'{email}' is geen e-mailadres.")]) from error
    persoon = Persoon.objects.with_email(email).first() or _new(email)
    if not (persoon.is_beheerder and persoon.is_active):
        Persoon.objects.filter(pk=persoon.pk).update(is_beheerder=True, is_active=True)
        log_event(
            "beheerder gemaakt", f"account {persoon.pk}", "op de machine", soort=Logsoort.RECHT
        )
        end_sessies(persoon.pk, "beheerder gemaakt")
    link = "" if persoon.has_usable_password() else wachtwoordlink(persoon)
    return Gemaakt(email=persoon.email, link=link)


def _new(email: str) -> Persoon:
    # Signing in looks for small letters, whatever is typed there.
    persoon = Persoon(email=email.lower(), naam="Beheerder")
    persoon.set_unusable_password()
    persoon.save()
    return persoon
