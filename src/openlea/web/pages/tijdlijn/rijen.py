"""The actions that are shown, as rows of the timeline: period, state and milestones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from openlea.core.agenda import Actie, Agenda, Richting, Speerpunt
from openlea.policy.schrijfwijze import day
from openlea.policy.streefwaarde import has_doel
from openlea.web.charts.tijdlijn_svg import Balk, Groep, Mijlpaal
from openlea.web.pages.agenda.rijen import ActieRij
from openlea.web.templatetags.onderdelen import STATEN


@dataclass(frozen=True, slots=True)
class Regel:
    """An action in the list beside the drawing."""

    actie: Actie
    periode: str
    mijlpalen: tuple[Mijlpaal, ...]


@dataclass(frozen=True, slots=True)
class Blok:
    """A speerpunt in the list beside the drawing."""

    speerpunt: Speerpunt
    regels: tuple[Regel, ...]
    mijlpalen: tuple[Mijlpaal, ...]


Mijlpalen = Mapping[str, Sequence[Mijlpaal]]


def milestones(agenda: Agenda, *, with_money: bool) -> Mijlpalen:
    """Return by code what was promised to be done, and (with money) when reports are due."""
    found: dict[str, list[Mijlpaal]] = {}
    for one in agenda.streefwaarden:
        for jaar in one.jaren if one.richting is Richting.GEDAAN else ():
            if has_doel(one.richting, jaar):
                text = f"{one.maat}: klaar vóór het eind van {jaar.jaar}"
                moment = Mijlpaal(op=date(jaar.jaar, 12, 31), tekst=text)
                found.setdefault(one.bij, []).append(moment)
    at = {post.code: post.bij for post in agenda.begroting.posten}
    for each in agenda.begroting.subsidies if with_money else ():
        if each.tussenrapportage_op and at.get(each.post):
            text = f"{each.regeling}: tussenrapportage op {day(each.tussenrapportage_op)}"
            moment = Mijlpaal(op=each.tussenrapportage_op, tekst=text)
            found.setdefault(at[each.post], []).append(moment)
    return {code: sorted(each, key=lambda one: one.op) for code, each in found.items()}


def blocks(rijen: Sequence[ActieRij], mijlpalen: Mijlpalen) -> tuple[Blok, ...]:
    """Return the rows by speerpunt, in printed order."""
    together: dict[str, list[ActieRij]] = {}
    for rij in rijen:
        together.setdefault(rij.speerpunt.code, []).append(rij)
    return tuple(
        Blok(
            each[0].speerpunt,
            tuple(_regel(rij.actie, mijlpalen) for rij in each),
            tuple(mijlpalen.get(code, ())),
        )
        for code, each in together.items()
    )


def _regel(actie: Actie, mijlpalen: Mijlpalen) -> Regel:
    return Regel(actie, period(actie), tuple(mijlpalen.get(actie.code, ())))


def period(actie: Actie) -> str:
    """Return the period of an action in words; without one it runs as long as the agenda.

    >>> period(Actie(code="1A1", naam="x", tot=date(2025, 6, 30)))
    'Tot en met 30 juni 2025'
    """
    if actie.van and actie.tot:
        return f"{day(actie.van)} tot en met {day(actie.tot)}"
    if actie.van:
        return f"Vanaf {day(actie.van)}"
    if actie.tot:
        return f"Tot en met {day(actie.tot)}"
    return "Geen eigen periode: loopt de hele agenda"


def drawn(blokken: Sequence[Blok], slug: str) -> tuple[Groep, ...]:
    """Return the blocks as the drawing wants them."""
    return tuple(
        Groep(
            code=blok.speerpunt.code,
            naam=blok.speerpunt.naam,
            mijlpalen=blok.mijlpalen,
            balken=tuple(_balk(regel, slug) for regel in blok.regels),
        )
        for blok in blokken
    )


def _balk(regel: Regel, slug: str) -> Balk:
    actie = regel.actie
    return Balk(
        code=actie.code,
        naam=actie.naam,
        href=reverse("actie", args=[slug, actie.code]),
        van=actie.van,
        tot=actie.tot,
        staat=actie.staat.label,
        klasse=STATEN[actie.staat].toon,
        mijlpalen=regel.mijlpalen,
    )
