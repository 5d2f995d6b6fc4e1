"""Whether a row may be paid from the stream it is paid from, by the conditions of that stream."""

from collections.abc import Iterator, Mapping

from openlea.core.begroting import Begroting, Geldstroom
from openlea.core.geldvoorwaarden import Categorie, Geldvoorwaarden, Oordeel
from openlea.core.signaal import Ernst, Signaal
from openlea.policy.realisatie import mutaties
from openlea.policy.rijen import rijen_van


def signal_rechtmatigheid(
    begroting: Begroting, voorwaarden: Mapping[str, Geldvoorwaarden]
) -> Iterator[Signaal]:
    """Yield a signal per row and stream that breaks the conditions or must be judged by hand.

    A stream without conditions gives none; one whose conditions aren't on the shelf says so.
    """
    stromen = {s.code: s for s in begroting.geldstromen if s.voorwaarden}
    for stroom in stromen.values():
        if stroom.voorwaarden not in voorwaarden:
            tekst = f"De voorwaarden {stroom.voorwaarden} van {stroom.naam} zijn niet bekend."
            yield Signaal("voorwaarden_onbekend", Ernst.WAARSCHUWING, tekst, stroom.code)
    rijen = rijen_van(begroting)
    for code, stroomcode in _gebruik(begroting):
        if stroomcode not in stromen or code not in rijen.posten:
            continue
        gebruikt, post = stromen[stroomcode], rijen.posten[code]
        if gebruikt.voorwaarden in voorwaarden:
            categorie = voorwaarden[gebruikt.voorwaarden].categorie(rijen.categorie(post))
            yield from _oordeel(code, post.omschrijving, gebruikt, categorie)


def _gebruik(begroting: Begroting) -> list[tuple[str, str]]:
    """Return (row, stream) once each: as planned, as booked and as granted."""
    rijen = rijen_van(begroting)
    gepland = [(post.code, rijen.geldstroom(post)) for post in begroting.posten]
    gebeurd = [(mutatie.post, mutatie.geldstroom) for mutatie in mutaties(begroting)]
    return list(dict.fromkeys(gepland + gebeurd))


def _oordeel(
    code: str, omschrijving: str, stroom: Geldstroom, categorie: Categorie | None
) -> Iterator[Signaal]:
    begin = f"{omschrijving} komt uit {stroom.naam}"
    if categorie is None:
        tekst = f"{begin}, maar zonder bekende categorie. Toets zelf of dat mag."
        yield Signaal("niet_getoetst", Ernst.LET_OP, tekst, code)
    elif categorie.oordeel is Oordeel.MAG_NIET:
        tekst = f"{begin}. Dat mag niet voor {categorie.label} ({categorie.bron})."
        yield Signaal("strijdig_met_voorwaarden", Ernst.FOUT, tekst, code)
    elif categorie.oordeel is Oordeel.TOETS:
        tekst = f"{begin}. Toets zelf of dat mag voor {categorie.label} ({categorie.bron})."
        yield Signaal("strijdig_met_voorwaarden", Ernst.LET_OP, tekst, code)
