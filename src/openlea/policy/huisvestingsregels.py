"""The ordinance on school buildings as dated local rules: norms, days of the round, amounts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from openlea.core.errors import NotInForce
from openlea.policy.huisvestingsronde import Rondedagen
from openlea.policy.invoerdeel import Invoerdeel
from openlea.policy.ruimtebehoefte import Gymnorm, Ruimtenorm

SOORTEN = ("bo", "sbo", "so", "vso", "vo")
VERSIE = (
    *("van", "tot", "bron", "noot", "ruimte", "gym", "ronde"),
    *("plafond", "doordecentralisatie"),
)
DAGEN = ("aanvraag_voor", "aanvullen_voor", "overleg_voor", "programma_voor")
WEKEN = ("beschikking_weken", "uitvoering_weken")
MOST_M2, MOST_EURO, MOST_WEEKS = 10_000, 1_000_000_000, 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisvestingsversie:
    """What the ordinance says from a day on.

    `plafond` is euros per programme year; `per_leerling` is euros per pupil a year of the
    doordecentralisatie, None when the municipality has none.
    """

    van: date
    tot: date | None
    bron: str
    noot: str
    ruimte: Mapping[str, Ruimtenorm]
    gym: Gymnorm
    ronde: Rondedagen
    plafond: Mapping[int, Decimal]
    per_leerling: Decimal | None
    per_leerling_bron: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisvestingsverordening:
    """The ordinance of a gemeente ('' is a model), with all its versions from old to new."""

    titel: str
    gemeente: str
    versies: tuple[Huisvestingsversie, ...]

    def on(self, dag: date) -> Huisvestingsversie:
        """Return the version of a day; NotInForce names the nearest day on which one holds."""
        for one in self.versies:
            if one.van <= dag and (one.tot is None or dag <= one.tot):
                return one
        ends = [end for one in self.versies for end in (one.van, one.tot) if end]
        raise NotInForce(self.titel, dag, min(ends, key=lambda end: abs((end - dag).days)))


def read_huisvestingsregels(deel: Invoerdeel) -> Huisvestingsverordening:
    """Return the ordinance of a file; BadInput names every wrong key and the reason."""
    deel.refuse_unknown(("titel", "gemeente", "versie"))
    versies = tuple(_versie(one) for one in deel.tables("versie"))
    if not versies:
        deel.wrong("versie", "schrijf ten minste één [[versie]] met de regels en hun dag.")
    titel, gemeente = deel.text("titel"), deel.text("gemeente", "")
    deel.finish()
    return Huisvestingsverordening(
        titel=titel,
        gemeente=gemeente,
        versies=tuple(sorted(versies, key=lambda one: one.van)),
    )


def _versie(deel: Invoerdeel) -> Huisvestingsversie:
    deel.refuse_unknown(VERSIE)
    van = deel.day("van")
    if van is None:
        deel.wrong("van", "de dag waarop dit gaat gelden ontbreekt.")
    ruimte = deel.table("ruimte")
    ruimte.refuse_unknown(SOORTEN)
    amount, bron = _amount_per_pupil(deel.table("doordecentralisatie"))
    return Huisvestingsversie(
        van=van or date.min,
        tot=deel.day("tot"),
        bron=deel.text("bron"),
        noot=deel.text("noot", ""),
        ruimte={soort: _norm(ruimte.table(soort), soort) for soort in ruimte.waarden},
        gym=_gym(deel.table("gym")),
        ronde=_round(deel.table("ronde")),
        plafond=_ceilings(deel.table("plafond")),
        per_leerling=amount,
        per_leerling_bron=bron,
    )


def _norm(deel: Invoerdeel, soort: str) -> Ruimtenorm:
    deel.refuse_unknown(("vaste_voet", "per_leerling", "drempel", "controle"))
    return Ruimtenorm(
        soort=soort,
        vaste_voet=_decimal(deel, "vaste_voet"),
        per_leerling=_decimal(deel, "per_leerling"),
        drempel=_decimal(deel, "drempel"),
        controle=_checked(deel),
    )


def _gym(deel: Invoerdeel) -> Gymnorm:
    keys = ("klokuren_per_groep", "leerlingen_per_groep", "klokuren_per_zaal")
    deel.refuse_unknown((*keys, "controle"))
    return Gymnorm(
        klokuren_per_groep=_decimal(deel, keys[0]),
        leerlingen_per_groep=deel.whole(keys[1], low=1, high=50),
        klokuren_per_zaal=_decimal(deel, keys[2]),
        controle=_checked(deel),
    )


def _round(deel: Invoerdeel) -> Rondedagen:
    deel.refuse_unknown((*DAGEN, *WEKEN, "controle"))
    aanvraag, aanvullen, overleg, programma = (_month_day(deel, key) for key in DAGEN)
    if not aanvraag <= aanvullen <= overleg <= programma:
        deel.wrong("aanvraag_voor", "de dagen van de ronde staan niet op volgorde.")
    beschikking, uitvoering = (deel.whole(key, low=0, high=MOST_WEEKS) for key in WEKEN)
    return Rondedagen(
        aanvraag_voor=aanvraag,
        aanvullen_voor=aanvullen,
        overleg_voor=overleg,
        programma_voor=programma,
        beschikking_weken=beschikking,
        uitvoering_weken=uitvoering,
        controle=_checked(deel),
    )


def _month_day(deel: Invoerdeel, key: str) -> tuple[int, int]:
    """Return month and day of 'mm-dd'; a day that isn't in every year can't be asked of anybody."""
    told = deel.text(key)
    found = re.fullmatch(r"(\d\d)-(\d\d)", told)
    month, day = (int(found[1]), int(found[2])) if found else (0, 0)
    try:
        date(2001, month, day)
    except ValueError:
        deel.wrong(key, f'schrijf maand en dag, zoals {key} = "02-01" voor 1 februari.')
        return 1, 1
    return month, day


def _ceilings(deel: Invoerdeel) -> dict[int, Decimal]:
    found = {}
    for key in deel.waarden:
        amount = deel.number(key, low=0, high=MOST_EURO)
        if not re.fullmatch(r"20\d\d", key):
            deel.wrong(key, 'schrijf het jaar als sleutel, zoals "2027" = 500000.')
        elif amount is not None:
            found[int(key)] = Decimal(str(amount))
    return found


def _amount_per_pupil(deel: Invoerdeel) -> tuple[Decimal | None, str]:
    deel.refuse_unknown(("euro_per_leerling", "bron"))
    amount = deel.number("euro_per_leerling", low=0, high=MOST_M2)
    if amount is None:
        return None, ""
    return Decimal(str(amount)), deel.text("bron")


def _decimal(deel: Invoerdeel, key: str) -> Decimal:
    found = deel.number(key, low=0, high=MOST_M2)
    if found is None:
        deel.wrong(key, "dit getal ontbreekt of kan niet.")
    return Decimal(str(found or 0))


def _checked(deel: Invoerdeel) -> dict[str, str]:
    return {key: str(value) for key, value in deel.table("controle").waarden.items()}
