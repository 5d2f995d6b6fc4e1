"""Everything on the page of the money, as plain lines: the same for the screen and for Excel."""

from dataclasses import dataclass

from openlea.core.agenda import Agenda
from openlea.policy.geldsignalen import find_geldsignalen
from openlea.policy.middelen import Balans, balans_per_jaar
from openlea.web.charts.begroting_svg import Deel
from openlea.web.pages.geld.beeld import Geldbeeld, voorwaarden
from openlea.web.pages.geld.dekking import besteed_regels, dekking_regels
from openlea.web.pages.geld.signaal_plek import Melding, meldingen
from openlea.web.pages.geld.taakvelden import taakveld_regels
from openlea.web.pages.geld.tabel import Groep, Regel, Tabelmaker, make_tabel
from openlea.web.pages.geld.weergave import Weergave, cijfers_per_post


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """The lines of the page; `meldingen` are all signals, those of a row and those of a year."""

    agenda: Agenda
    weergave: Weergave
    balansen: tuple[Balans, ...]
    groepen: tuple[Groep, ...]
    totaal: Regel
    vrij: tuple[Regel, ...]
    taakvelden: tuple[Regel, ...]
    dekking: tuple[Regel, ...]
    besteed: tuple[Regel, ...]
    meldingen: tuple[Melding, ...]

    @property
    def heeft_geld(self) -> bool:
        """Return whether there is anything to add up: a post or a stream of money."""
        return bool(self.agenda.begroting.posten or self.agenda.begroting.geldstromen)

    @property
    def zonder_rij(self) -> int:
        """Return how many actions the begroting leaves open."""
        return sum(r.soort == "geenrij" for groep in self.groepen for r in groep.regels)

    @property
    def uitgaven_delen(self) -> tuple[Deel, ...]:
        """Return the parts of the bars of spending."""
        return tuple(
            Deel(
                merk=groep.kop.code or "O",
                naam=groep.kop.naam,
                bedragen=tuple(amount or 0 for amount in groep.kop.bedragen),
            )
            for groep in self.groepen
        )

    @property
    def middelen_delen(self) -> tuple[Deel, ...]:
        """Return the parts of the bars of what comes in."""
        stromen = self.agenda.begroting.geldstromen
        return tuple(
            Deel(
                merk=chr(ord("a") + n % 26),
                naam=stroom.naam,
                bedragen=tuple(balans.per_stroom[stroom.code] for balans in self.balansen),
            )
            for n, stroom in enumerate(stromen)
        )


def make_overzicht(beeld: Geldbeeld, weergave: Weergave, slug: str) -> Overzicht:
    """Return the page of the money in one way of looking."""
    agenda = beeld.agenda
    signalen = find_geldsignalen(agenda, voorwaarden(), weergave.stand)
    per_plek = meldingen(signalen, slug, mag_wijzigen=beeld.mag_wijzigen)
    cijfers = cijfers_per_post(agenda.begroting, agenda.jaren, weergave)
    maker = make_tabel(agenda, cijfers, per_plek)
    balansen = balans_per_jaar(agenda.begroting, agenda.jaren, weergave.stand)
    is_real = weergave.is_realisatie
    return Overzicht(
        agenda=agenda,
        weergave=weergave,
        balansen=balansen,
        groepen=maker.groepen(),
        totaal=Regel(soort="totaal", naam="Totaal", bedragen=maker.totaal()),
        vrij=_vrij(beeld, maker) if is_real else (),
        taakvelden=taakveld_regels(agenda.begroting, agenda.jaren, weergave),
        dekking=dekking_regels(agenda, balansen, per_plek),
        besteed=besteed_regels(agenda, weergave) if is_real else (),
        meldingen=tuple(melding for each in per_plek.values() for melding in each),
    )


def _vrij(beeld: Geldbeeld, maker: Tabelmaker) -> tuple[Regel, ...]:
    """Return what was budgeted beside what happened, and what is still free."""
    agenda, totals = beeld.agenda, {}
    for weergave in (Weergave.BIJGESTELD, Weergave.VERPLICHT, Weergave.BESTEED):
        cijfers = cijfers_per_post(agenda.begroting, agenda.jaren, weergave)
        totals[weergave] = make_tabel(agenda, cijfers, maker.meldingen).totaal()
    rows = zip(*totals.values(), strict=True)
    free = tuple((plan or 0) - (promised or 0) - (spent or 0) for plan, promised, spent in rows)
    return (
        Regel(soort="post", naam="Budget (bijgesteld)", bedragen=totals[Weergave.BIJGESTELD]),
        Regel(
            soort="post",
            naam="Nog vrij",
            noot="Budget min verplicht min besteed",
            bedragen=free,
        ),
    )
