"""Whether an action has money, is paid elsewhere, or is left open by the begroting."""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.core.agenda import Actie
from openlea.core.begroting import Begroting, Post, Stand
from openlea.core.keuze import Keuze
from openlea.policy.stand import bedragen_per_post


class DekkingStaat(Keuze):
    """What the begroting says of an action; it never says that the action isn't done."""

    GEDEKT = "gedekt", "Gedekt"
    NUL_ELDERS = "nul_elders", "Nul, elders gedekt"
    NUL_ZONDER_BETALER = "nul_zonder_betaler", "Nul, betaler niet genoemd"
    GEEN_RIJ = "geen_rij", "Geen rij in de begroting"


@dataclass(frozen=True, slots=True)
class Dekking:
    """The state of one action, and who is named as paying elsewhere."""

    actie: str
    staat: DekkingStaat
    betalers: tuple[str, ...] = ()


def dekking_per_actie(
    begroting: Begroting,
    acties: Sequence[Actie],
    jaren: Sequence[int],
    stand: Stand = Stand.BIJGESTELD,
) -> dict[str, Dekking]:
    """Return actie code → state, in the order of the acties."""
    met_geld = posten_met_geld(begroting, jaren, stand)
    rijen: dict[str, list[Post]] = {actie.code: [] for actie in acties}
    for post in begroting.posten:
        rijen.setdefault(post.bij, []).append(post)
    return {a.code: _dekking(a.code, rijen[a.code], met_geld) for a in acties}


def posten_met_geld(begroting: Begroting, jaren: Sequence[int], stand: Stand) -> set[str]:
    """Return the codes of the rows with an amount other than nought in one of the years."""
    bedragen = bedragen_per_post(begroting, stand)
    return {code for code, per_jaar in bedragen.items() if any(per_jaar.get(j) for j in jaren)}


def _dekking(actie: str, rijen: Sequence[Post], met_geld: set[str]) -> Dekking:
    betalers = tuple(dict.fromkeys(r.elders_gedekt_door for r in rijen if r.elders_gedekt_door))
    if not rijen:
        return Dekking(actie, DekkingStaat.GEEN_RIJ)
    if any(rij.code in met_geld for rij in rijen):
        return Dekking(actie, DekkingStaat.GEDEKT, betalers)
    if all(rij.elders_gedekt_door for rij in rijen):
        return Dekking(actie, DekkingStaat.NUL_ELDERS, betalers)
    return Dekking(actie, DekkingStaat.NUL_ZONDER_BETALER, betalers)
