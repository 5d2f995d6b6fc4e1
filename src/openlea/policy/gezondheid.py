"""Whether an installation is well: what was measured, judged, in a sentence, with what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from openlea.core.keuze import Keuze

GIGABYTE = 1024**3
WEINIG_RUIMTE, TE_WEINIG_RUIMTE = 0.10, 0.03
TE_WEINIG_BYTES = GIGABYTE // 2
WERKER_STIL = timedelta(minutes=1)
WACHT_LANG = timedelta(minutes=10)
BACKUP_OUD, BACKUP_TE_OUD = timedelta(days=2), timedelta(days=8)
LOGBOEK_OUD = timedelta(days=8)
ONGEZEGELD_LANG = timedelta(hours=1)
KLOK_MAG = timedelta(seconds=5)


class Oordeel(Keuze):
    """How one part of the installation is."""

    GOED = "goed", "Goed"
    LET_OP = "let op", "Let op"
    FOUT = "fout", "Fout"


@dataclass(frozen=True, slots=True, kw_only=True)
class Controle:
    """One check. `nodig` says that without it the site can't answer people."""

    naam: str
    titel: str
    oordeel: Oordeel
    zin: str
    doe: str = ""
    nodig: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezondheid:
    """All checks of one moment."""

    op: datetime
    versie: str
    controles: tuple[Controle, ...]

    @property
    def oordeel(self) -> Oordeel:
        """Return the worst judgement."""
        return worst(one.oordeel for one in self.controles)

    @property
    def is_klaar(self) -> bool:
        """Return whether the site can answer people."""
        return not any(one.nodig and one.oordeel is Oordeel.FOUT for one in self.controles)

    @property
    def zin(self) -> str:
        """Return in one sentence how it is."""
        wrong = [one for one in self.controles if one.oordeel is not Oordeel.GOED]
        if not wrong:
            return "Alles werkt."
        names = ", ".join(one.titel.lower() for one in wrong)
        vraagt = "Dit vraagt" if self.oordeel is Oordeel.LET_OP else "Dit werkt niet of vraagt"
        return f"{vraagt} aandacht: {names}."


def worst(oordelen: Iterable[Oordeel]) -> Oordeel:
    """Return the worst of some judgements; nothing is well."""
    order = list(Oordeel)
    return max(oordelen, key=order.index, default=Oordeel.GOED)


def judge_schijf(vrij: int, totaal: int) -> Controle:
    """Judge how much room is left; `vrij` and `totaal` in bytes."""
    share = vrij / totaal if totaal else 0.0
    zin = f"{vrij / GIGABYTE:.1f} GB vrij van {totaal / GIGABYTE:.1f} GB ({share:.0%})."
    zin = zin.replace(".", ",", 2)
    oordeel, doe = Oordeel.GOED, ""
    if share < WEINIG_RUIMTE:
        oordeel, doe = Oordeel.LET_OP, "Maak ruimte vrij of geef de schijf meer ruimte."
    if share < TE_WEINIG_RUIMTE or vrij < TE_WEINIG_BYTES:
        oordeel = Oordeel.FOUT
        doe = "Maak nu ruimte vrij: zonder ruimte kan de site niets meer bewaren."
    return Controle(
        naam="schijf", titel="Schijf", oordeel=oordeel, zin=zin, doe=doe, nodig=vrij < 1024**2
    )


def judge_werker(teken: datetime | None, now: datetime, *, nodig: bool) -> Controle:
    """Judge when the worker last gave a sign of life; `nodig` says whether there has to be one."""
    if not nodig:
        zin = "Werk gebeurt tijdens het verzoek; er is geen tweede proces nodig."
        return Controle(naam="werker", titel="Werker", oordeel=Oordeel.GOED, zin=zin)
    doe = "Start openlea serve, of openlea work als eigen dienst."
    if teken is None:
        zin = "Er heeft nog nooit een werker gedraaid."
        return Controle(naam="werker", titel="Werker", oordeel=Oordeel.FOUT, zin=zin, doe=doe)
    if now - teken > WERKER_STIL:
        zin = f"De werker gaf {since(teken, now)} voor het laatst een teken van leven."
        return Controle(naam="werker", titel="Werker", oordeel=Oordeel.FOUT, zin=zin, doe=doe)
    return Controle(naam="werker", titel="Werker", oordeel=Oordeel.GOED, zin="De werker draait.")


def judge_rij(wacht: int, oudste: datetime | None, now: datetime) -> Controle:
    """Judge how long work waits in the queue."""
    if oudste is None:
        return Controle(
            naam="wachtrij", titel="Wachtrij", oordeel=Oordeel.GOED, zin="Er wacht niets."
        )
    zin = f"Er wacht werk: {wacht}, het oudste sinds {since(oudste, now)}."
    long = now - oudste > WACHT_LANG
    return Controle(
        naam="wachtrij",
        titel="Wachtrij",
        oordeel=Oordeel.LET_OP if long else Oordeel.GOED,
        zin=zin,
        doe="Kijk of de werker draait, en of één stuk werk de rij ophoudt." if long else "",
    )


def judge_backup(laatste: datetime | None, now: datetime) -> Controle:
    """Judge how old the last backup is."""
    doe = "Maak er elke nacht een, met: openlea backup BESTAND."
    if laatste is None:
        zin = "Er is nog nooit een back-up gemaakt met dit programma."
        return Controle(naam="backup", titel="Back-up", oordeel=Oordeel.LET_OP, zin=zin, doe=doe)
    age = now - laatste
    oordeel = Oordeel.GOED
    if age > BACKUP_OUD:
        oordeel = Oordeel.FOUT if age > BACKUP_TE_OUD else Oordeel.LET_OP
    zin = f"De laatste back-up is van {since(laatste, now)}."
    wrong = oordeel is not Oordeel.GOED
    return Controle(
        naam="backup", titel="Back-up", oordeel=oordeel, zin=zin, doe=doe if wrong else ""
    )


def judge_logboek(nagelopen: datetime | None, now: datetime, *, klopt: bool) -> Controle:
    """Judge when the log was last checked, and whether it was whole then."""
    doe = "Loop het na met: openlea audit verify."
    if nagelopen is not None and not klopt:
        zin = f"Het logboek klopte niet bij de controle van {since(nagelopen, now)}."
        doe = f"{doe} Een gat kan een inbraak zijn: lees ‘Als het misgaat’ in de documentatie."
        return Controle(naam="logboek", titel="Logboek", oordeel=Oordeel.FOUT, zin=zin, doe=doe)
    if nagelopen is None or now - nagelopen > LOGBOEK_OUD:
        when = "nog nooit" if nagelopen is None else f"{since(nagelopen, now)} voor het laatst"
        zin = f"Het logboek is {when} nagelopen."
        return Controle(naam="logboek", titel="Logboek", oordeel=Oordeel.LET_OP, zin=zin, doe=doe)
    zin = f"Het logboek is heel; nagelopen {since(nagelopen, now)}."
    return Controle(naam="logboek", titel="Logboek", oordeel=Oordeel.GOED, zin=zin)


def judge_ongezegeld(aantal: int, oudste: datetime | None, now: datetime) -> Controle:
    """Judge how many lines of the log no chain holds yet, and since when."""
    zin = f"{aantal} regels wachten op hun zegel." if aantal else "Alle regels zijn verzegeld."
    long = oudste is not None and now - oudste > ONGEZEGELD_LANG
    doe = "Kijk of de werker draait: die verzegelt het logboek. Met de hand: openlea audit verify."
    return Controle(
        naam="zegels",
        titel="Zegels van het logboek",
        oordeel=Oordeel.LET_OP if long else Oordeel.GOED,
        zin=zin,
        doe=doe if long else "",
    )


def judge_klok(verschil: timedelta) -> Controle:
    """Judge how far the clock of this machine is from that of the database."""
    seconds = abs(verschil).total_seconds()
    far = abs(verschil) > KLOK_MAG
    return Controle(
        naam="klok",
        titel="Klok",
        oordeel=Oordeel.LET_OP if far else Oordeel.GOED,
        zin=f"De klok loopt {seconds:.0f} seconden anders dan die van de database."
        if far
        else "De klok loopt gelijk met die van de database.",
        doe="Zet op beide machines de tijd gelijk, bijvoorbeeld met chrony." if far else "",
    )


def since(moment: datetime, now: datetime) -> str:
    """Return how long ago something was, in words."""
    seconds = max(0, int((now - moment).total_seconds()))
    for word, plural, size in (
        ("dag", "dagen", 86400),
        ("uur", "uur", 3600),
        ("minuut", "minuten", 60),
    ):
        many = seconds // size
        if many:
            return f"{many} {word if many == 1 else plural} geleden"
    return "net"
