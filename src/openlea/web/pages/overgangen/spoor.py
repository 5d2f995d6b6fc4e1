"""The track from nought to twenty-three: seven stops, each with its number and its bar."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.overgangtekst import age_text, bar_text, known_text, share_text
from openlea.services.overgangen.beelden import Overgangsbeeld
from openlea.web.charts.overgang_svg import draw_overgang
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Halte:
    """One transition as it stands on the track."""

    naam: str
    leeftijd: str
    vraag: str
    url: str
    getal: str
    wat: str
    bekend: str
    periode: str
    waarom_niet: str
    balk: SafeString


def haltes(request: LeaRequest, beelden: Sequence[Overgangsbeeld]) -> list[Halte]:
    """Return the stops in order of age."""
    return [_halte(request, one) for one in beelden]


def _halte(request: LeaRequest, one: Overgangsbeeld) -> Halte:
    kaart = one.kaart
    drawn = draw_overgang(one.aandeel, str(kaart.id), bar_text(kaart, one.stand))
    return Halte(
        naam=kaart.id.label,
        leeftijd=age_text(kaart),
        vraag=kaart.vraag,
        url=reverse("overgang", args=[request.werkruimte.slug, str(kaart.id)]),
        getal=share_text(one.stand),
        wat=kaart.teller,
        bekend=known_text(one.stand),
        periode=periode_tekst(one.periode) if one.periode else "",
        waarom_niet=one.waarom_niet,
        balk=mark_safe(drawn),  # noqa: S308 - made by us, every value escaped
    )
