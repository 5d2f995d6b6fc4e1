"""Accounts of people who left: who they were goes, their number stays in what they did."""

from collections.abc import Sequence
from datetime import date

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Q
from django.utils import timezone

from openlea.core.bewaring import Kandidaat
from openlea.services.bewaring.soort import Plek, Soort
from openlea.storage.records.models import Lidmaatschap, Persoon

NAAM = "Vertrokken medewerker"
DOMEIN = "weg.invalid"


def _find(_plek: Plek, _voor: date) -> Sequence[Kandidaat]:
    """Return the accounts without a membership in force; who manages the installation stays."""
    today = timezone.localdate()
    here = Lidmaatschap.objects.filter(Q(tot=None) | Q(tot__gte=today)).values("persoon")
    gone = Persoon.objects.filter(is_beheerder=False).exclude(pk__in=here)
    known = gone.exclude(email__endswith=f"@{DOMEIN}").order_by("pk")
    last: dict[int, list[Lidmaatschap]] = {}
    for lid in Lidmaatschap.objects.filter(persoon__in=known):
        last.setdefault(lid.persoon_id, []).append(lid)
    return [
        Kandidaat(
            one.pk,
            max((lid.tot for lid in last.get(one.pk, []) if lid.tot), default=None)
            or timezone.localdate(one.gemaakt_op),
        )
        for one in known
    ]


def _remove(_plek: Plek, nummers: Sequence[int]) -> int:
    going = Persoon.objects.filter(pk__in=nummers)
    Authenticator.objects.filter(user__in=going).delete()
    SocialAccount.objects.filter(user__in=going).delete()
    EmailAddress.objects.filter(user__in=going).delete()
    UserSession.objects.filter(user__in=going).delete()
    for one in going:
        one.naam, one.email, one.is_active = NAAM, f"{one.pk}@{DOMEIN}", False
        one.set_unusable_password()
        one.save()
    return len(going)


ACCOUNT = Soort("account", _find, _remove, in_werkruimte=False, in_installatie=True)
