"""Mail somebody that something changed in how their account is opened, so that they can act."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from openlea.core.keuze import Keuze
from openlea.storage.records.models import Persoon


class Gebeurd(Keuze):
    """What happened to an account, as the mail tells it."""

    WACHTWOORD = "wachtwoord", "Je wachtwoord is gewijzigd"
    APP_ERBIJ = "app_erbij", "Je logt nu in met een code uit een app"
    PASSKEY_ERBIJ = "passkey_erbij", "Er is een nieuwe passkey toegevoegd"
    STAP_WEG = "stap_weg", "Een tweede stap is verwijderd"
    NOODCODES = "noodcodes", "Er zijn nieuwe noodcodes gemaakt"
    NOODCODE_GEBRUIKT = "noodcode_gebruikt", "Er is met een noodcode ingelogd"
    HERSTELD = "hersteld", "Je tweede stap is verwijderd door je beheerder"


def tell_account(persoon: Persoon, gebeurd: Gebeurd) -> None:
    """Send the mail; it holds no link that opens anything and says nothing of who did it."""
    shown = {
        "naam": persoon.naam,
        "onderwerp": gebeurd.label,
        "soort": str(gebeurd),
        "adres": settings.ADRES,
    }
    mail = EmailMultiAlternatives(
        subject=gebeurd.label, body=render_to_string("mail/account.txt", shown), to=[persoon.email]
    )
    mail.attach_alternative(render_to_string("mail/account.html", shown), "text/html")
    mail.send()
