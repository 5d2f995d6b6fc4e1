"""What pays for the agenda: the lines per stream of money, the saldo and what is short."""

from collections.abc import Sequence

from openlea.core.agenda import Agenda
from openlea.policy.middelen import Balans
from openlea.policy.realisatie import realisatie_per_stroom
from openlea.web.charts.saldo_svg import Jaarsaldo
from openlea.web.pages.geld.signaal_plek import Melding
from openlea.web.pages.geld.tabel import MeldingenPerPlek, Regel
from openlea.web.pages.geld.weergave import Weergave

TEKORT = "saldo_negatief"
STRUCTUREEL = "structureel_tekort"


def dekking_regels(
    agenda: Agenda, balansen: Sequence[Balans], meldingen: MeldingenPerPlek
) -> tuple[Regel, ...]:
    """Return a line per stream, then what comes in, goes out, is left and is short for good."""
    stromen = tuple(
        Regel(
            soort="post",
            naam=stroom.naam,
            stroom=stroom.code,
            noot=stroom.soort.label if stroom.soort.label != stroom.naam else "",
            bedragen=tuple(balans.per_stroom[stroom.code] for balans in balansen),
            meldingen=tuple(meldingen.get(stroom.code, ())),
        )
        for stroom in agenda.begroting.geldstromen
    )
    tekorten = tuple(balans.structureel_tekort for balans in balansen)
    return (
        *stromen,
        Regel(soort="totaal", naam="Middelen", bedragen=tuple(b.middelen for b in balansen)),
        Regel(soort="post", naam="Uitgaven", bedragen=tuple(b.uitgaven for b in balansen)),
        Regel(
            soort="totaal",
            naam="Saldo",
            noot="Gaat mee naar het volgende jaar",
            bedragen=tuple(balans.saldo for balans in balansen),
            meldingen=_of_years(balansen, meldingen, TEKORT),
        ),
        Regel(
            soort="post",
            naam="Structureel tekort",
            noot="Zonder geld dat een keer ophoudt",
            bedragen=tekorten,
            meldingen=_of_years(balansen, meldingen, STRUCTUREEL),
        ),
    )


def besteed_regels(agenda: Agenda, weergave: Weergave) -> tuple[Regel, ...]:
    """Return what was promised or spent per stream; last what no stream is named for."""
    per_jaar = [realisatie_per_stroom(agenda.begroting, jaar) for jaar in agenda.jaren]
    namen = {stroom.code: stroom.naam for stroom in agenda.begroting.geldstromen}
    codes = list(dict.fromkeys([*namen, *(code for jaar in per_jaar for code in jaar)]))
    verplicht = weergave is Weergave.VERPLICHT
    regels = []
    for code in codes:
        geld = [jaar.get(code) for jaar in per_jaar]
        bedragen = tuple((g.verplicht if verplicht else g.besteed) if g else 0 for g in geld)
        naam = namen.get(code, "Niet vastgelegd uit welke geldstroom")
        if code or any(bedragen):
            regels.append(Regel(soort="post", naam=naam, stroom=code, bedragen=bedragen))
    return tuple(regels)


def jaarsaldi(balansen: Sequence[Balans]) -> tuple[Jaarsaldo, ...]:
    """Return the years for the waterfall; the restant of the year before stands apart."""
    return tuple(
        Jaarsaldo(
            jaar=balans.jaar,
            begin=balans.restant,
            erbij=balans.middelen - balans.restant,
            eraf=balans.uitgaven,
        )
        for balans in balansen
    )


def _of_years(
    balansen: Sequence[Balans], meldingen: MeldingenPerPlek, soort: str
) -> tuple[Melding, ...]:
    return tuple(
        melding
        for balans in balansen
        for melding in meldingen.get(str(balans.jaar), ())
        if melding.soort == soort
    )
