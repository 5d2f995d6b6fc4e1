"""Mail somebody a link to choose a password: after an invitation, or when it was forgotten."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from openlea.services._wachtwoordlink import wachtwoordlink
from openlea.storage.records import models as records


def send_wachtwoordlink(email: str, uitgenodigd_voor: str = "") -> bool:
    """Mail the link if there is such an account, and return whether there was.

    `uitgenodigd_voor` is the name of a werkruimte when this is an invitation. The link holds until
    the password is set, for as long as Django's PASSWORD_RESET_TIMEOUT says.
    """
    persoon = records.Persoon.objects.with_email(email).filter(is_active=True).first()
    if persoon is None:
        return False
    shown = {
        "naam": persoon.naam,
        "ruimte": uitgenodigd_voor,
        "adres": wachtwoordlink(persoon),
        "site": settings.ADRES,
        "dagen": settings.PASSWORD_RESET_TIMEOUT // 86_400,
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
