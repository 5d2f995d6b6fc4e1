"""A signal at the row that it concerns: in few words, why, and the edit that solves it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from openlea.core.signaal import Ernst, Signaal

KORT: Mapping[str, str] = {
    "saldo_negatief": "Te kort",
    "structureel_tekort": "Structureel",
    "restant_wijkt_af": "Restant wijkt af",
    "actie_zonder_rij": "Geen rij",
    "nul_zonder_betaler": "Nul, wie betaalt?",
    "plek_onbekend": "Plek bestaat niet",
    "kop_onbekend": "Hoofdrij klopt niet",
    "dubbel_geteld": "Telt dubbel",
    "kop_ongelijk_aan_som": "Delen ongelijk aan geheel",
    "overschrijding": "Meer dan budget",
    "boeking_zonder_post": "Boeking zonder post",
    "niet_getoetst": "Niet getoetst",
    "voorwaarden_onbekend": "Voorwaarden onbekend",
}
ICONEN: Mapping[Ernst, str] = {
    Ernst.FOUT: "kruis-rond",
    Ernst.WAARSCHUWING: "driehoek",
    Ernst.LET_OP: "info",
}
RUSTIG = "rust"
"""The tone of a signal that is only worth knowing."""
TONEN: Mapping[Ernst, str] = {
    Ernst.FOUT: "fout",
    Ernst.WAARSCHUWING: "let-op",
    Ernst.LET_OP: RUSTIG,
}
BIJ_STROOM = {"restant_wijkt_af", "voorwaarden_onbekend"}
BIJ_JAAR = {"saldo_negatief", "structureel_tekort"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """A signal as it is shown; `los_op` is the address of the edit, empty for who may not."""

    soort: str
    kort: str
    tekst: str
    waar: str
    ernst: str
    icoon: str
    toon: str
    los_op: str
    los_op_tekst: str


def meldingen(
    signalen: Iterable[Signaal], slug: str, *, mag_wijzigen: bool
) -> dict[str, list[Melding]]:
    """Return the signals by place (code of a post, action or stream, or a year), gravest first."""
    found: dict[str, list[Melding]] = {}
    for signaal in signalen:
        url, tekst = _solution(signaal, slug) if mag_wijzigen else ("", "")
        found.setdefault(signaal.waar, []).append(
            Melding(
                soort=signaal.code,
                kort=_short(signaal),
                tekst=signaal.tekst,
                waar=signaal.waar,
                ernst=signaal.ernst.label,
                icoon=ICONEN[signaal.ernst],
                toon=TONEN[signaal.ernst],
                los_op=url,
                los_op_tekst=tekst,
            )
        )
    return found


def _short(signaal: Signaal) -> str:
    """Return a signal in few words, with its year when it is about a year."""
    if signaal.code == "strijdig_met_voorwaarden":
        return "Mag hier niet uit" if signaal.ernst is Ernst.FOUT else "Toets zelf"
    words = KORT.get(signaal.code, signaal.ernst.label)
    return f"{words} {signaal.waar}" if signaal.code in BIJ_JAAR else words


def _solution(signaal: Signaal, slug: str) -> tuple[str, str]:
    """Return the address and the words of the edit that solves a signal."""
    if signaal.code in BIJ_JAAR:
        return reverse("stroom_nieuw", args=[slug]), "Voeg een geldstroom toe"
    if signaal.code in BIJ_STROOM:
        return reverse("stroom_wijzigen", args=[slug, signaal.waar]), "Wijzig de geldstroom"
    if signaal.code == "actie_zonder_rij":
        question = urlencode({"bij": signaal.waar})
        return f"{reverse('post_nieuw', args=[slug])}?{question}", "Voeg een post toe"
    if signaal.code == "overschrijding":
        return reverse("post_bijstellen", args=[slug, signaal.waar]), "Stel het bedrag bij"
    if signaal.code == "boeking_zonder_post":
        return reverse("boeken", args=[slug]), "Boek op een bestaande post"
    return reverse("post_wijzigen", args=[slug, signaal.waar]), "Wijzig de post"
