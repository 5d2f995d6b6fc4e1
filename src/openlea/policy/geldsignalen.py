"""Every signal about the money of an agenda: what is wrong or open, why, and at which place."""

from collections.abc import Iterator, Mapping, Sequence

from openlea.core.agenda import Agenda
from openlea.core.begroting import Begroting, Stand, StroomSoort
from openlea.core.geldvoorwaarden import Geldvoorwaarden
from openlea.core.notatie import euro
from openlea.core.signaal import Ernst, Signaal, order_by_ernst
from openlea.policy.dekking import DekkingStaat, dekking_per_actie, posten_met_geld
from openlea.policy.dubbeltelling import signal_dubbeltelling
from openlea.policy.middelen import Balans, balans_per_jaar
from openlea.policy.overschrijding import signal_overschrijding
from openlea.policy.rechtmatigheid import signal_rechtmatigheid
from openlea.policy.rijen import rijen_van


def find_geldsignalen(
    agenda: Agenda,
    voorwaarden: Mapping[str, Geldvoorwaarden] | None = None,
    stand: Stand = Stand.BIJGESTELD,
) -> tuple[Signaal, ...]:
    """Return all signals about the money, gravest first; `voorwaarden` come from the catalogue."""
    begroting = agenda.begroting
    balansen = balans_per_jaar(begroting, agenda.jaren, stand)
    return order_by_ernst(
        [
            *signal_saldo(balansen),
            *signal_structureel_tekort(balansen),
            *signal_restant(begroting, agenda.jaren),
            *signal_dekking(agenda, stand),
            *signal_nul_zonder_betaler(begroting, agenda.jaren, stand),
            *signal_plek(agenda),
            *signal_dubbeltelling(begroting, agenda.jaren, stand),
            *signal_overschrijding(begroting, stand),
            *signal_rechtmatigheid(begroting, voorwaarden or {}),
        ]
    )


def signal_saldo(balansen: Sequence[Balans]) -> Iterator[Signaal]:
    """Yield a signal for every year that ends below nought."""
    for balans in balansen:
        if balans.saldo < 0:
            tekst = (
                f"In {balans.jaar} komt er {euro(-balans.saldo)} te kort. "
                f"Het saldo is {euro(balans.saldo)}."
            )
            yield Signaal("saldo_negatief", Ernst.FOUT, tekst, str(balans.jaar))


def signal_structureel_tekort(balansen: Sequence[Balans]) -> Iterator[Signaal]:
    """Yield a signal for every year that one-off money keeps above water."""
    for balans in balansen:
        if balans.structureel_tekort:
            tekst = (
                f"Zonder eenmalig geld komt er in {balans.jaar} "
                f"{euro(balans.structureel_tekort)} te kort: de uitgaven zijn "
                f"{euro(balans.uitgaven)}, de vaste middelen {euro(balans.structureel)}."
            )
            waar = str(balans.jaar)
            yield Signaal("structureel_tekort", Ernst.WAARSCHUWING, tekst, waar)


def signal_restant(begroting: Begroting, jaren: Sequence[int]) -> Iterator[Signaal]:
    """Yield a signal where a printed restant isn't the saldo of the year before, as adopted."""
    restanten = [s for s in begroting.geldstromen if s.soort is StroomSoort.RESTANT]
    for balans in balans_per_jaar(begroting, jaren, Stand.PRIMITIEF)[1:]:
        for stroom in restanten:
            gedrukt = stroom.bedragen.get(balans.jaar)
            berekend = balans.per_stroom[stroom.code]
            if gedrukt is not None and gedrukt != berekend:
                tekst = (
                    f"{stroom.naam}: voor {balans.jaar} staat er {euro(gedrukt)}, "
                    f"maar {balans.jaar - 1} eindigt op {euro(berekend)}."
                )
                yield Signaal("restant_wijkt_af", Ernst.WAARSCHUWING, tekst, stroom.code)


def signal_dekking(agenda: Agenda, stand: Stand) -> Iterator[Signaal]:
    """Yield a signal for every action without a row; it never says that the action isn't done."""
    dekking = dekking_per_actie(agenda.begroting, agenda.acties, agenda.jaren, stand)
    for actie in agenda.acties:
        if dekking[actie.code].staat is DekkingStaat.GEEN_RIJ:
            tekst = (
                f"Actie {actie.code} {actie.naam} heeft geen rij in de begroting. De agenda laat "
                "open of de actie niet doorgaat of uit ander budget wordt betaald."
            )
            yield Signaal("actie_zonder_rij", Ernst.LET_OP, tekst, actie.code)


def signal_nul_zonder_betaler(
    begroting: Begroting, jaren: Sequence[int], stand: Stand
) -> Iterator[Signaal]:
    """Yield a signal for every row of nought in all years that names nobody who pays."""
    met_geld = posten_met_geld(begroting, jaren, stand)
    for rij in rijen_van(begroting).hoofdrijen():
        if rij.code not in met_geld and not rij.elders_gedekt_door:
            tekst = (
                f"{rij.omschrijving} staat op {euro(0)}, "
                "maar er staat niet bij wie het dan betaalt."
            )
            yield Signaal("nul_zonder_betaler", Ernst.WAARSCHUWING, tekst, rij.code)


def signal_plek(agenda: Agenda) -> Iterator[Signaal]:
    """Yield a signal for every row that hangs on a place or header row that isn't there."""
    plekken = {"", *(ambitie.code for ambitie in agenda.ambities)}
    plekken |= {speerpunt.code for speerpunt in agenda.speerpunten}
    plekken |= {actie.code for actie in agenda.acties}
    rijen = rijen_van(agenda.begroting)
    for post in rijen.posten.values():
        if post.bij not in plekken:
            tekst = f"{post.omschrijving} hoort bij {post.bij}, maar die plek bestaat niet."
            yield Signaal("plek_onbekend", Ernst.FOUT, tekst, post.code)
        if post.kop and not rijen.is_onderrij(post):
            tekst = (
                f"{post.omschrijving} verwijst naar hoofdrij {post.kop}, maar dat kan niet. "
                "De rij telt nu zelf mee."
            )
            yield Signaal("kop_onbekend", Ernst.FOUT, tekst, post.code)
