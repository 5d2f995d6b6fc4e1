"""Mail somebody a link to choose a password: after an invitation, or when it was forgotten."""

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from openlea.services._wachtwoordlink import wachtwoordlink
from openlea.services.toegang.linkmerk import VERGETEN_UREN
from openlea.storage.records import models as records


def send_wachtwoordlink(email: str, uitgenodigd_voor: str = "") -> bool:
    """Mail the link if there is such an account, and return whether there was.

    `uitgenodigd_voor` is the name of a werkruimte when this is an invitation. The link holds until
    a password is set: a day for who has one already, else as long as PASSWORD_RESET_TIMEOUT says.
    """
    persoon = records.Persoon.objects.with_email(email).filter(is_active=True).first()
    if persoon is None or (not uitgenodigd_voor and _comes_by_dienst(persoon)):
        return False
    shown = {
        "naam": persoon.naam,
        "ruimte": uitgenodigd_voor,
        "adres": wachtwoordlink(persoon),
        "site": settings.ADRES,
        "geldig": _how_long(persoon),
    }
    onderwerp = (
        f"Uitnodiging: de educatieve agenda van {uitgenodigd_voor}"
        if uitgenodigd_voor
        else "Kies een nieuw wachtwoord"
    )
    mail = EmailMultiAlternatives(
        subject=onderwerp, body=render_to_string("mail/wachtwoord.txt", shown), to=[persoon.email]
    )
    page = render_to_string("mail/wachtwoord.html", shown | {"onderwerp": onderwerp})
    mail.attach_alternative(page, "text/html")
    mail.send()
    return True


def _comes_by_dienst(persoon: records.Persoon) -> bool:
    """Return whether only a sign-in service lets this person in.

    A password of their own would let them in after their organisation has shut them out.
    """
    has_key = SocialAccount.objects.filter(user=persoon).exists()
    return has_key and not persoon.has_usable_password()


def _how_long(persoon: records.Persoon) -> str:
    if persoon.has_usable_password():
        return f"{VERGETEN_UREN} uur"
    return f"{settings.PASSWORD_RESET_TIMEOUT // 86_400} dagen"
