"""The mail about a meeting: text, the same as a page, and the event for one's own calendar."""

from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.keuze import Keuze
from openlea.core.overleg import Overlegrol, PuntSoort, Vergadermoment
from openlea.policy.vergaderplanning import when
from openlea.services.overleg.gastlinks import new_link, until_minutes
from openlea.services.overleg.oproep import Gevraagde, Methode, Oproep, write_oproep
from openlea.storage.records.as_values import everything
from openlea.storage.records.models import Agendapunt, Deelnemer, Reekslid, Vergadering

GEDEELD = (str(Zichtbaarheid.PARTNERS), str(Zichtbaarheid.PUBLIEK))
"""What may stand in a mail: a mail can be passed on to anybody."""
BESTAND = "vergadering.ics"


class Soort(Keuze):
    """What the mail is about; the label begins its subject."""

    UITNODIGING = "uitnodiging", "Uitnodiging"
    GEWIJZIGD = "gewijzigd", "Gewijzigd"
    AFGELAST = "afgelast", "Afgelast"
    NIET_MEER = "niet_meer", "Je hoeft niet te komen"


ZEGT_AF = frozenset({Soort.AFGELAST, Soort.NIET_MEER})


def post_brief(deelnemer: Deelnemer, vergadering: Vergadering, soort: Soort) -> None:
    """Send one participant the mail of this kind; raises OSError when it can't be sent."""
    shown = _shown(deelnemer, vergadering, soort)
    methode = Methode.CANCEL if soort in ZEGT_AF else Methode.REQUEST
    event = write_oproep(_call(deelnemer, vergadering, str(shown["adres"])), methode)
    mail = EmailMultiAlternatives(
        subject=str(shown["onderwerp"]),
        body=render_to_string("mail/vergadering.txt", shown),
        to=[deelnemer.email],
        reply_to=_reply_to(vergadering),
    )
    mail.attach_alternative(render_to_string("mail/vergadering.html", shown), "text/html")
    # Some programs look for the event among the ways to read a mail, others among its files.
    mail.attach_alternative(event.decode(), f"text/calendar; method={methode}")
    mail.attach(BESTAND, event, "application/ics")
    mail.send()


def moment_of(vergadering: Vergadering) -> Vergadermoment:
    """Return when and where a meeting is."""
    return Vergadermoment(
        op=vergadering.op,
        van=vergadering.van,
        tot=vergadering.tot,
        plek=vergadering.plek,
        link=vergadering.link,
    )


def own_call(vergadering: Vergadering) -> Oproep:
    """Return the event to keep for oneself: it names nobody who is asked."""
    return Oproep(
        uid=vergadering.uid,
        volgnummer=vergadering.volgnummer,
        titel=vergadering.titel,
        moment=moment_of(vergadering),
        tekst=vergadering.link,
        adres=_page(vergadering),
        gemaakt_op=vergadering.gewijzigd_op,
    )


def _call(deelnemer: Deelnemer, vergadering: Vergadering, adres: str) -> Oproep:
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return Oproep(
        uid=vergadering.uid,
        volgnummer=vergadering.volgnummer,
        titel=vergadering.titel,
        moment=moment_of(vergadering),
        tekst="\n".join(one for one in (vergadering.link, adres) if one),
        adres=adres,
        van_naam=name or vergadering.reeks.naam,
        van_email=address,
        gevraagden=(
            Gevraagde(naam=deelnemer.naam, email=deelnemer.email, rol=Overlegrol(deelnemer.rol)),
        ),
        gemaakt_op=timezone.now(),
    )


def _shown(deelnemer: Deelnemer, vergadering: Vergadering, soort: Soort) -> dict[str, object]:
    moment = moment_of(vergadering)
    titel = " ".join(vergadering.titel.split())
    says_off = soort in ZEGT_AF
    return {
        "soort": str(soort),
        "onderwerp": f"{soort.label}: {titel}, {when(moment)}",
        "naam": deelnemer.naam,
        "ruimte": vergadering.werkruimte.naam,
        "vergadering": vergadering,
        "titel": titel,
        "wanneer": when(moment),
        "punten": [] if says_off else _items(vergadering),
        "adres": "" if says_off else _address(deelnemer, vergadering),
        "is_gast": deelnemer.lid_id is None,
    }


def _items(vergadering: Vergadering) -> list[dict[str, object]]:
    shared = Agendapunt.objects.on_agenda(vergadering.pk).filter(zichtbaarheid__in=GEDEELD)
    return [
        {"titel": one.titel, "soort": PuntSoort(one.soort).label, "minuten": one.minuten}
        for one in shared
    ]


def _address(deelnemer: Deelnemer, vergadering: Vergadering) -> str:
    """Return where somebody reads more: the page, or without an account an own link."""
    if deelnemer.lid_id is not None:
        return _page(vergadering)
    actor = everything(vergadering.werkruimte_id).actor
    until = until_minutes(vergadering)
    return new_link(actor, vergadering, deelnemer.naam, until, deelnemer)[1]


def _page(vergadering: Vergadering) -> str:
    page = reverse("vergadering", args=[vergadering.werkruimte.slug, vergadering.pk])
    return f"{settings.ADRES}{page}"


def _reply_to(vergadering: Vergadering) -> list[str]:
    """Return the address of who keeps the series, else of who chairs it."""
    seats = Reekslid.objects.of(vergadering.reeks_id).active_on(vergadering.op).exclude(email="")
    for rol in (Overlegrol.SECRETARIS, Overlegrol.VOORZITTER):
        found = seats.filter(rol=rol).first()
        if found is not None:
            return [found.email]
    return []
