"""Sign somebody in whom a service of an organisation knows: the account, and the roles by rule."""

from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from openlea.core.inlogdienst import Geweigerd, Regel, Weigering, Wie
from openlea.core.logboek import Logsoort
from openlea.policy.inlogdienst import judge_address, name_of
from openlea.policy.inlogregels import changes, matched
from openlea.services.inlogdienst.lidmaatschappen import regels_of, standen_of, write
from openlea.services.log_event import log_event
from openlea.storage.records import models as records


def sign_in_with_dienst(dienst: records.Inlogdienst, wie: Wie) -> records.Persoon:
    """Return the account of who a service knows, with its roles brought up to date.

    The key is the service and its `sub`, never an address. An account that is new gets made only
    when a rule gives it a role. Raises Geweigerd; then nobody may sign in, though roles whose
    claim is gone have ended.
    """
    try:
        persoon, is_member = _brought_up_to_date(dienst, wie)
    except IntegrityError:
        # The same person came in by another tab at this very moment: now the account is there.
        persoon, is_member = _brought_up_to_date(dienst, wie)
    if not is_member:
        raise Geweigerd(Weigering.GEEN_TOEGANG)
    return persoon


@transaction.atomic
def _brought_up_to_date(dienst: records.Inlogdienst, wie: Wie) -> tuple[records.Persoon, bool]:
    """Return the account and whether it is a member anywhere today."""
    regels = regels_of(dienst.slug)
    given = matched(regels, wie.claims)
    account = SocialAccount.objects.filter(provider=dienst.slug, uid=wie.sub).first()
    persoon = _opened(account) if account else _joined(dienst, wie, given)
    # One sign-in of a person at a time, or two of them give the same role twice.
    records.Persoon.objects.select_for_update(no_key=True).get(pk=persoon.pk)
    eigen = frozenset(one.id for one in regels)
    write(persoon, changes(given, standen_of(persoon.pk), eigen))
    return persoon, any(one.is_geldig for one in standen_of(persoon.pk))


def _opened(account: SocialAccount) -> records.Persoon:
    persoon: records.Persoon = account.user
    return _allowed(persoon)


def _allowed(persoon: records.Persoon) -> records.Persoon:
    """Return an account that a service may open; those that manage the installation are none."""
    if not persoon.is_active:
        raise Geweigerd(Weigering.GESLOTEN)
    if persoon.is_beheerder:
        raise Geweigerd(Weigering.BEHEERDER)
    return persoon


def _joined(dienst: records.Inlogdienst, wie: Wie, given: tuple[Regel, ...]) -> records.Persoon:
    """Return the account that now belongs to this sub: the one of the address, or a new one."""
    email = str(wie.claims.get("email", "")).strip().lower()
    found = records.Persoon.objects.with_email(email).first() if email else None
    reden = judge_address(wie.claims, dienst.domeinen, is_taken=found is not None)
    if reden is not None:
        raise Geweigerd(reden)
    if found is None and not given:
        raise Geweigerd(Weigering.GEEN_TOEGANG)
    persoon = _allowed(found) if found is not None else _made(email, wie)
    # Nothing of what the service said is kept, but for the key.
    SocialAccount.objects.create(user=persoon, provider=dienst.slug, uid=wie.sub, extra_data={})
    werk = "account gekoppeld aan een inlogdienst" if found else "account gemaakt"
    log_event(werk, dienst.slug, soort=Logsoort.RECHT, persoon=persoon.pk)
    return persoon


def _made(email: str, wie: Wie) -> records.Persoon:
    try:
        validate_email(email)
    except ValidationError:
        raise Geweigerd(Weigering.GEEN_ADRES) from None
    new = records.Persoon(email=email, naam=name_of(wie.claims))
    new.set_unusable_password()
    new.save()
    return new
