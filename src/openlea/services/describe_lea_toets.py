"""Describe whether this year's consultation covered what the law names, and with which goals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotAllowed
from openlea.core.plicht import Onderwerp, Plicht
from openlea.policy.controlestand import Controlestand, judge_control
from openlea.policy.lea_toets import (
    Bespreking,
    Leadoel,
    Leatelling,
    Onderwerpstand,
    judge_onderwerp,
    tally,
)
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.services.toetsing.lea_bronnen import read_besprekingen, read_doelen
from openlea.storage.records.toetsing import taken_seen

OVERLEGGEN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "lea": ("Overleg met primair onderwijs en kinderopvang", ("LEA-01",)),
    "vve": (
        "Afspraken over voor- en vroegschoolse educatie",
        ("VVE-02", "VVE-03", "VVE-04", "VVE-05"),
    ),
    "vo": ("Overleg met het voortgezet onderwijs", ("LEA-05",)),
}
"""The consultations of WPO 161, WPO 160 and WVO 2020 3.42, by code: a title and the duties.

Of a duty with topics each topic is looked at; a duty without is a topic by itself.
"""
PLICHTEN = tuple(naam for _, namen in OVERLEGGEN.values() for naam in namen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderwerpbeeld:
    """A topic with the law that asks it, and the number of the obligation that it belongs to."""

    plicht: str
    grondslag: str
    link: str
    taak: int | None
    stand: Onderwerpstand


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlegbeeld:
    """One consultation: its topics, its totals, and goals that serve it but name no topic."""

    code: str
    titel: str
    grondslagen: tuple[str, ...]
    onderwerpen: tuple[Onderwerpbeeld, ...]
    telling: Leatelling
    losse_doelen: tuple[Leadoel, ...]
    controlestanden: tuple[Controlestand, ...]
    heeft_taak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leatoets:
    """The check of a calendar year for one municipality; `gemeenten` are those to choose from."""

    jaar: int
    gemeente: str
    gemeenten: tuple[tuple[str, str], ...]
    overleggen: tuple[Overlegbeeld, ...]
    telling: Leatelling


def describe_lea_toets(actor: Actor, jaar: int, today: date, gemeente: str = "") -> Leatoets:
    """Return the check of a year, as far as the actor may see it; a fixed number of queries.

    `gemeente` is a code; without one it is the first that has obligations. The law is that of the
    last day of the year; `today` says how old the reading of it is.
    """
    if actor.scope(Noun.TOETS, Verb.ZIEN) is Scope.NIETS:
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    taken = list(taken_seen(actor, jaar, PLICHTEN))
    gemeenten = tuple(dict.fromkeys((one.partij.code, one.partij.naam) for one in taken))
    chosen = gemeente if gemeente in dict(gemeenten) else next(iter(dict(gemeenten)), "")
    lezer = _Lezer(
        jaar=jaar,
        today=today,
        plichten=open_plichten(find_roots(settings.CATALOGUE)).plichten,
        taken={one.plicht: one.pk for one in taken if one.partij.code == chosen},
        proof=read_besprekingen(actor, jaar, chosen, PLICHTEN),
        doelen=read_doelen(actor, PLICHTEN),
    )
    overleggen = tuple(lezer.overleg(code) for code in OVERLEGGEN)
    every = [one.stand for overleg in overleggen for one in overleg.onderwerpen]
    return Leatoets(
        jaar=jaar,
        gemeente=chosen,
        gemeenten=gemeenten,
        overleggen=overleggen,
        telling=tally(every),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lezer:
    """What was read, each by duty, and how it is shown."""

    jaar: int
    today: date
    plichten: Mapping[str, Plicht]
    taken: Mapping[str, int]
    proof: Mapping[str, Sequence[Bespreking]]
    doelen: Mapping[str, Sequence[Leadoel]]

    def overleg(self, code: str) -> Overlegbeeld:
        """Return one consultation with its topics."""
        titel, namen = OVERLEGGEN[code]
        asked = [self.plichten[naam] for naam in namen if self._holds(naam)]
        onderwerpen = tuple(one for plicht in asked for one in self._onderwerpen(plicht))
        return Overlegbeeld(
            code=code,
            titel=titel,
            grondslagen=tuple(dict.fromkeys(one.grondslag for one in onderwerpen)),
            onderwerpen=onderwerpen,
            telling=tally(one.stand for one in onderwerpen),
            losse_doelen=tuple(one for plicht in asked for one in self._loose(plicht)),
            controlestanden=tuple(judge_control(plicht, self.today) for plicht in asked),
            heeft_taak=all(plicht.id in self.taken for plicht in asked),
        )

    def _holds(self, naam: str) -> bool:
        plicht = self.plichten.get(naam)
        return plicht is not None and plicht.in_force(date(self.jaar, 12, 31))

    def _onderwerpen(self, plicht: Plicht) -> Iterator[Onderwerpbeeld]:
        op = date(self.jaar, 12, 31)
        grondslag = plicht.on(op).grondslag
        for onderwerp in plicht.onderwerpen or (Onderwerp(code="", titel=plicht.titel),):
            yield Onderwerpbeeld(
                plicht=plicht.id,
                grondslag=str(grondslag),
                link=grondslag.link(op),
                taak=self.taken.get(plicht.id),
                stand=judge_onderwerp(
                    onderwerp,
                    self.jaar,
                    self.proof.get(plicht.id, ()),
                    self.doelen.get(plicht.id, ()),
                ),
            )

    def _loose(self, plicht: Plicht) -> Iterator[Leadoel]:
        """Yield the targets that serve a duty with topics and name none of them."""
        codes = {one.code for one in plicht.onderwerpen}
        for one in self.doelen.get(plicht.id, ()):
            if codes and one.onderwerp not in codes:
                yield one
