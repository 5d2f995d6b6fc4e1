"""The ordinance on transport to school as dated local rules, and who may be eligible under them.

WPO 4 allows a distance limit of at most six kilometres. 'More than' a limit leaves the limit itself
out. The rules on distance, income and public transport don't hold for a pupil who can't travel
alone by public transport because of a handicap; in vo only such a pupil is eligible.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from openlea.core.errors import NotInForce
from openlea.core.keuze import Keuze
from openlea.policy.invoerdeel import Invoerdeel
from openlea.policy.normen.leerlingenvervoer import is_far_enough

HOOGSTE_GRENS = 6
"""Kilometres: WPO 4 lets the ordinance ask no more (read in the text of 2026-08-01)."""
ONDERWIJS = ("bo", "sbo", "so", "vso", "vo")
VERSIE = (
    *("km_grens", "ov_vanaf_leeftijd", "begeleiding_tot_leeftijd", "drempel_inkomen"),
    *("draagkracht_km", "alleen_handicap", "van", "tot", "vanaf", "bron", "noot", "controle"),
)
REGELS = 6
"""So many keys at the front are rules, each of which somebody must have read."""


class Grond(Keuze):
    """Why a pupil may be eligible, or may not."""

    HANDICAP = "handicap", "Door een handicap: de afstand telt dan niet"
    AFSTAND = "afstand", "Woont verder dan de grens"
    TE_DICHTBIJ = "te_dichtbij", "Woont niet verder dan de grens"
    ALLEEN_HANDICAP = "alleen_handicap", "Hier alleen bij een handicap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verordeningversie:
    """What the ordinance says from a day on; None where it says nothing.

    `vanaf` is for an ordinance that says '6 km or more' instead of 'more than 6 km'. `controle`
    says per key how it was checked: V read in the law, K and S not verified.
    """

    van: date
    tot: date | None
    km_grens: float
    bron: str
    vanaf: bool = False
    ov_vanaf_leeftijd: int | None = None
    begeleiding_tot_leeftijd: int | None = None
    drempel_inkomen: float | None = None
    draagkracht_km: float | None = None
    alleen_handicap: tuple[str, ...] = ("vo",)
    noot: str = ""
    controle: Mapping[str, str]

    def unverified(self) -> tuple[str, ...]:
        """Return the keys whose text nobody read again in the law or the ordinance."""
        filled = (key for key in VERSIE[:REGELS] if getattr(self, key) not in (None, ()))
        return tuple(key for key in filled if self.controle.get(key, "") not in ("V", "O"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verordening:
    """The ordinance of a gemeente ('' is a model), with all its versions from old to new."""

    titel: str
    gemeente: str
    versies: tuple[Verordeningversie, ...]

    def on(self, dag: date) -> Verordeningversie:
        """Return the version of a day; NotInForce names the nearest day on which one holds."""
        for one in self.versies:
            if one.van <= dag and (one.tot is None or dag <= one.tot):
                return one
        ends = [end for one in self.versies for end in (one.van, one.tot) if end]
        nearest = min(ends, key=lambda end: abs((end - dag).days))
        raise NotInForce(self.titel, dag, nearest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervoersvraag:
    """A pupil as far as the ordinance asks; income in euros, None when it isn't known."""

    soort: str
    km: float
    leeftijd: int
    handicap: bool = False
    inkomen: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanspraak:
    """Whether a pupil may be eligible, why, and on what terms; always a decision of the college."""

    mogelijk: bool
    grond: Grond
    ov_eerst: bool = False
    begeleiding: bool = False
    drempel: bool | None = False
    draagkracht: bool = False


def judge_aanspraak(versie: Verordeningversie, vraag: Vervoersvraag) -> Aanspraak:
    """Return whether the rules leave room for transport; hardship is not a rule and stays out.

    `drempel` is None when the income isn't known.
    """
    young = versie.begeleiding_tot_leeftijd
    guided = young is not None and vraag.leeftijd < young
    if vraag.handicap:
        return Aanspraak(mogelijk=True, grond=Grond.HANDICAP, begeleiding=guided)
    if vraag.soort in versie.alleen_handicap:
        return Aanspraak(mogelijk=False, grond=Grond.ALLEEN_HANDICAP)
    if not _is_over(vraag.km, versie.km_grens, vanaf=versie.vanaf):
        return Aanspraak(mogelijk=False, grond=Grond.TE_DICHTBIJ)
    return Aanspraak(
        mogelijk=True,
        grond=Grond.AFSTAND,
        ov_eerst=versie.ov_vanaf_leeftijd is not None
        and vraag.leeftijd >= versie.ov_vanaf_leeftijd,
        begeleiding=guided,
        drempel=_threshold(versie, vraag),
        draagkracht=versie.draagkracht_km is not None and _is_over(vraag.km, versie.draagkracht_km),
    )


def _is_over(km: float, grens: float, *, vanaf: bool = False) -> bool:
    return is_far_enough(Decimal(str(km)), Decimal(str(grens)), vanaf=vanaf)


def _threshold(versie: Verordeningversie, vraag: Vervoersvraag) -> bool | None:
    if versie.drempel_inkomen is None:
        return False
    return None if vraag.inkomen is None else vraag.inkomen > versie.drempel_inkomen


def read_verordening(deel: Invoerdeel) -> Verordening:
    """Return the ordinance of a file; BadInput names every wrong key and the reason."""
    deel.refuse_unknown(("titel", "gemeente", "versie"))
    versies = tuple(_versie(one) for one in deel.tables("versie"))
    if not versies:
        deel.wrong("versie", "schrijf ten minste één [[versie]] met de regels en hun dag.")
    found = Verordening(
        titel=deel.text("titel"),
        gemeente=deel.text("gemeente", ""),
        versies=tuple(sorted(versies, key=lambda one: one.van)),
    )
    _refuse_overlap(deel, found.versies)
    deel.finish()
    return found


def _refuse_overlap(deel: Invoerdeel, versies: tuple[Verordeningversie, ...]) -> None:
    for one, later in pairwise(versies):
        if one.tot is None or one.tot >= later.van:
            reden = f"de versie van {one.van} loopt door in die van {later.van}."
            deel.wrong("versie", f"{reden} Geef haar een einddag met tot = …")


def _versie(deel: Invoerdeel) -> Verordeningversie:
    deel.refuse_unknown(VERSIE)
    van, grens = deel.day("van"), deel.number("km_grens", low=0)
    if van is None:
        deel.wrong("van", "de dag waarop dit gaat gelden ontbreekt.")
    if grens is None:
        deel.wrong("km_grens", "de grens in kilometers ontbreekt.")
    elif grens > HOOGSTE_GRENS:
        deel.wrong("km_grens", "de wet laat hoogstens 6 km toe (WPO 4).")
    only = deel.texts("alleen_handicap") or ("vo",)
    if unknown := [one for one in only if one not in ONDERWIJS]:
        deel.wrong("alleen_handicap", f"'{unknown[0]}' kan niet. Kies uit: {', '.join(ONDERWIJS)}.")
    return Verordeningversie(
        van=van or date.min,
        tot=deel.day("tot"),
        km_grens=grens or 0.0,
        vanaf=deel.flag("vanaf"),
        ov_vanaf_leeftijd=_age(deel, "ov_vanaf_leeftijd"),
        begeleiding_tot_leeftijd=_age(deel, "begeleiding_tot_leeftijd"),
        drempel_inkomen=deel.number("drempel_inkomen", low=0),
        draagkracht_km=deel.number("draagkracht_km", low=0, high=200),
        alleen_handicap=only,
        bron=deel.text("bron"),
        noot=deel.text("noot", ""),
        controle={key: str(value) for key, value in deel.table("controle").waarden.items()},
    )


def _age(deel: Invoerdeel, key: str) -> int | None:
    return deel.whole(key, low=0, high=23) if key in deel.waarden else None
