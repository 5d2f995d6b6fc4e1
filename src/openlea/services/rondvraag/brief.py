"""The weekly mail on paper: its lines with a link each, as plain text and as HTML."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from openlea.core.verzoek import VerzoekSoort
from openlea.policy.herinnering import (
    OVER_DE_WET,
    Digest,
    Openstaand,
    body,
    more_of_law,
    opening,
    subject,
)
from openlea.services.make_verzoeklink import make_verzoeklink
from openlea.storage.records import models as records
from openlea.storage.records.as_values import everything

_ON_OWN_PAGE = {VerzoekSoort.EIGENAAR, VerzoekSoort.CIJFERS, VerzoekSoort.AANMELDBELEID}
"""What is answered in a form or a file of its own, which 'Mijn' points at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One ask in a letter, and the lidmaatschap of the reader that answers it."""

    openstaand: Openstaand
    verzoek: records.Verzoek
    lid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The letter to one person."""

    persoon: records.Persoon
    bundel: Digest
    regels: tuple[Regel, ...]

    @property
    def week(self) -> str:
        """Return the ISO week, such as '2026-W48'."""
        return self.bundel.sleutel.partition("/")[2]


def post(brief: Brief) -> None:
    """Make the links of a letter and send it; raises OSError when it can't be sent."""
    links = {one.openstaand.plaatshouder: _address(one) for one in brief.regels}
    mail = EmailMultiAlternatives(
        subject=subject(brief.bundel), body=body(brief.bundel, links), to=[brief.persoon.email]
    )
    page = render_to_string("mail/rondvraag.html", _shown(brief, links))
    mail.attach_alternative(page, "text/html")
    mail.send()


def _address(regel: Regel) -> str:
    """Return where an ask is answered: a link for this ask alone, or the page after login."""
    one = regel.verzoek
    if one.soort == VerzoekSoort.BEWIJS:
        page = reverse("taak", args=[one.werkruimte.slug, int(one.onderwerp_code)])
        return f"{settings.ADRES}{page}"
    if one.soort in _ON_OWN_PAGE:
        return f"{settings.ADRES}{reverse('mijn', args=[one.werkruimte.slug])}"
    lid = records.Lidmaatschap.objects.get(pk=regel.lid)
    return make_verzoeklink(everything(one.werkruimte_id).actor, one, lid)


def _shown(brief: Brief, links: dict[str, str]) -> dict[str, object]:
    """Return what the HTML of the letter shows: per werkruimte its asks, each with its link."""
    today = brief.bundel.op
    groups = [
        (
            groep.naam,
            [
                {
                    "vraag": ask.verzoek.vraag,
                    "voor": ask.verzoek.voor,
                    "is_laat": ask.verzoek.voor < today,
                    "adres": links[ask.plaatshouder],
                }
                for ask in groep.regels
            ],
            more_of_law(groep),
        )
        for groep in brief.bundel.groepen
    ]
    return {
        "onderwerp": subject(brief.bundel),
        "opening": opening(brief.bundel),
        "groepen": groups,
        "over_de_wet": OVER_DE_WET if any(one.vraagt_wet for one in brief.bundel.groepen) else "",
    }
