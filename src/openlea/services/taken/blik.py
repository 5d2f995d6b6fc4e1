"""Shows a kept obligation as a task: with the law of its day, and its state today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.partij import PartijSoort
from openlea.core.plicht import Plicht, Versie
from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.policy.beleidsveld import BELEIDSVELDEN
from openlea.policy.controlestand import judge_control
from openlea.policy.houderschap import Houderschappen
from openlea.policy.rechten import Actor, Noun, Verb, allows
from openlea.policy.taak import Taak, condition_of, holders_of, rule_of, version_of
from openlea.policy.taaktelling import late_since_before, proven_late
from openlea.policy.termijntekst import say_when
from openlea.policy.verplichting import state_on
from openlea.policy.zichtbaarheid import shows_field
from openlea.storage.records import models as records

Bewijstelling = Mapping[tuple[int, str], int]
"""(obligation, state of proof) to how many."""


@dataclass(frozen=True, slots=True)
class Blik:
    """Whose eyes, on which day, with which shelf; `bewijzen` counts the proof of each.

    `bekend` tells which of the narrow holders a partij can be.
    """

    actor: Actor
    today: date
    plichten: Mapping[str, Plicht]
    bewijzen: Bewijstelling
    bekend: Houderschappen = field(default_factory=dict)

    def taak(self, one: records.Verplichting) -> Taak:
        """Return a kept obligation, read with its partij, as this actor sees it today."""
        plicht = self.plichten.get(one.plicht)
        versie = version_of(plicht, one.uiterlijk)
        grondslag = versie.grondslag if versie else None
        staat, veld = TaakStaat(one.staat), plicht.veld if plicht else ""
        today = state_on(self._shown(staat), one.uiterlijk, self.today)
        may_change = self._may(Verb.WIJZIGEN, one)
        return Taak(
            nummer=one.pk,
            versie=one.versie,
            plicht=one.plicht,
            termijn=one.termijn,
            titel=one.titel,
            over=one.over,
            partij=one.partij.naam,
            partij_code=one.partij.code,
            veld=veld,
            veld_naam=BELEIDSVELDEN[veld].naam if veld in BELEIDSVELDEN else "",
            grondslag=str(grondslag) if grondslag else "",
            link=grondslag.link(one.uiterlijk) if grondslag else "",
            jaar=one.jaar,
            vanaf=one.vanaf,
            uiterlijk=one.uiterlijk,
            wanneer=say_when(rule_of(versie, one.termijn), one.vanaf, one.uiterlijk, one.jaar),
            staat=today,
            te_laat_bewezen=proven_late(staat, one.bewezen_op, one.uiterlijk),
            bewezen_op=one.bewezen_op,
            bewijzen=self.bewijzen.get((one.pk, BewijsStaat.AANVAARD), 0),
            voorstellen=self._waiting(one),
            controlestand=judge_control(plicht, self.today) if plicht else None,
            voorwaarde=self._condition(one, plicht, versie),
            voor_begin=late_since_before(today, one.uiterlijk, begin_of(one.werkruimte)),
            reden=one.reden if self.shows("verplichting", "reden") else "",
            notitie=one.notitie if self.shows("verplichting", "notitie") else "",
            is_eigen=one.partij_id == self.actor.partij,
            mag_wijzigen=may_change,
            mag_oordelen=may_change,
        )

    def shows(self, noun: str, veld: str) -> bool:
        """Return whether this actor reads a field of what it sees."""
        return shows_field(self.actor.scope(Noun.TAAK, Verb.ZIEN), noun, veld)

    def _shown(self, staat: TaakStaat) -> TaakStaat:
        """Return the state; a proposal that isn't judged is no business of outsiders."""
        hidden = staat is TaakStaat.VOORGESTELD and not self.shows("bewijs", "voorstel")
        return TaakStaat.BEZIG if hidden else staat

    def _waiting(self, one: records.Verplichting) -> int:
        if not self.shows("bewijs", "voorstel"):
            return 0
        return self.bewijzen.get((one.pk, BewijsStaat.VOORGESTELD), 0)

    def _may(self, verb: Verb, one: records.Verplichting) -> bool:
        return not one.vervallen and allows(
            self.actor.scope(Noun.TAAK, verb),
            Zichtbaarheid(one.zichtbaarheid),
            frozenset({one.partij_id}),
            self.actor.partij,
        )

    def _condition(
        self, one: records.Verplichting, plicht: Plicht | None, versie: Versie | None
    ) -> str:
        if plicht is None:
            return ""
        houders = holders_of(plicht, versie, one.termijn)
        told = self.bekend.get(one.partij.code)
        return condition_of(plicht, houders, PartijSoort(one.partij.soort), told)


def begin_of(werkruimte: records.Werkruimte) -> date:
    """Return the day on which a werkruimte began."""
    return timezone.localdate(werkruimte.gemaakt_op)
