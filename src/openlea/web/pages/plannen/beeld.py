"""How a plan is shown: its state as a word with a sign, its term as a bar, its law as a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from openlea.policy.planregister import Planstaat, Planstand
from openlea.policy.schrijfwijze import day
from openlea.services.describe_plannen import Plangroep, Planregel
from openlea.web.charts.looptijd_svg import Jaaras, Looptijd, axis_of, draw_looptijd
from openlea.web.templatetags.onderdelen import FOUT, GOED, LET_OP, RUST, Beeld

STATEN = {
    Planstaat.CONCEPT: Beeld("potlood", Planstaat.CONCEPT.label, RUST),
    Planstaat.KOMT: Beeld("klok", Planstaat.KOMT.label, RUST),
    Planstaat.GELDT: Beeld("vinkje-rond", Planstaat.GELDT.label, GOED),
    Planstaat.LOOPT_AF: Beeld("driehoek", Planstaat.LOOPT_AF.label, LET_OP),
    Planstaat.VERLOPEN: Beeld("kruis-rond", Planstaat.VERLOPEN.label, FOUT),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbeeld:
    """A plan as the page shows it."""

    regel: Planregel
    staat: Beeld
    periode: str
    balk: SafeString

    @property
    def delen(self) -> int:
        """Return how many parts a plan of this kind has."""
        return len(self.regel.stand.deel_er) + len(self.regel.stand.deel_mist)

    @property
    def overleg(self) -> str:
        """Return what the consultation came to, in words; '' when there was none."""
        plan = self.regel.stand.plan
        if plan.overleg_op is None:
            return ""
        einde = f": {plan.overleg_uitkomst.label.lower()}" if plan.overleg_uitkomst else ""
        return f"{day(plan.overleg_op)}{einde}"


def show_plan(regel: Planregel, jaaras: Jaaras, today: date) -> Planbeeld:
    """Return a plan with its bar on an axis that it may share with others."""
    stand = regel.stand
    staat, words = STATEN[stand.staat], period(stand)
    looptijd = Looptijd(
        van=stand.plan.van,
        tot=stand.plan.tot,
        toon=staat.toon,
        zin=f"{stand.plan.titel}: {words}, {staat.woord.lower()}",
    )
    drawing = draw_looptijd(looptijd, jaaras, today)
    # Made by charts.svg, which escapes every word of people.
    return Planbeeld(regel=regel, staat=staat, periode=words, balk=mark_safe(drawing))  # noqa: S308


def axis_for(regels: Iterable[Planregel], today: date) -> Jaaras:
    """Return one axis for these plans, so that their bars can be compared."""
    return axis_of([(one.stand.plan.van, one.stand.plan.tot) for one in regels], today)


def period(stand: Planstand) -> str:
    """Return the days of a plan in words."""
    plan = stand.plan
    return f"{day(plan.van)} tot en met {day(plan.tot)}" if plan.tot else f"Vanaf {day(plan.van)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groepbeeld:
    """A kind of plan as the page shows it: what holds now and later first, what is over below."""

    groep: Plangroep
    nu: tuple[Planbeeld, ...]
    eerder: tuple[Planbeeld, ...]


def show_group(groep: Plangroep, jaaras: Jaaras, today: date) -> Groepbeeld:
    """Return a kind with its plans; one that is over but has no successor stays in sight."""
    shown = [show_plan(one, jaaras, today) for one in groep.regels]
    over = [
        one
        for one in shown
        if one.regel.stand.staat is Planstaat.VERLOPEN and not one.regel.stand.signalen
    ]
    return Groepbeeld(
        groep=groep, nu=tuple(one for one in shown if one not in over), eerder=tuple(over)
    )
