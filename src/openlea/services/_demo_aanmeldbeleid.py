"""How one applies at a few schools that don't exist: of a real school nothing is made up."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.policy.aanmeldregels import GEEN_VOORRANG, VOORBEELD
from openlea.policy.rechten import Actor
from openlea.policy.schooljaar import school_year_of, year_before
from openlea.services.keep_aanmeldbeleid import keep_aanmeldbeleid

BROER, BUURT = Criterium.BROER_ZUS, Criterium.NABIJHEID
NOOT = f"{VOORBEELD}: deze school bestaat niet en dit beleid is verzonnen."
BLANCO = Aanmeldbeleid(school="", naam="", schooljaar="", toelichting=NOOT)
NOORD: dict[str, Any] = {
    "school": "VB0001",
    "naam": "Voorbeeldschool Noord",
    "moment": "vanaf de derde verjaardag",
    "voorrang": (BROER, BUURT),
    "toewijzing": Toewijzing.LOTING,
    "plaatsen": 28,
    "bijdrage": 45,
}
ZUID: dict[str, Any] = {
    "school": "VB0002",
    "naam": "Voorbeeldschool Zuid",
    "voorrang": (BROER, Criterium.VOORSCHOOL, BUURT),
    "toewijzing": Toewijzing.LOTING,
    "plaatsen": 50,
    "bijdrage": 0,
}
WEST: dict[str, Any] = {
    "school": "VB0003",
    "naam": "Voorbeeldschool West",
    "moment": "het hele jaar door",
    "voorrang_anders": GEEN_VOORRANG,
    "toewijzing": Toewijzing.VOLGORDE,
}
OOST: dict[str, Any] = {
    "school": "VB0004",
    "naam": "Voorbeeldschool Oost",
    "moment": "vanaf de derde verjaardag",
    "voorrang": (BROER,),
    "toewijzing": Toewijzing.WACHTLIJST,
}


def fill_aanmeldbeleid(actor: Actor, today: date) -> None:
    """Keep three invented schools of this year, and one that only had a policy last year."""
    jaar = school_year_of(today)
    begin, close = today + timedelta(days=40), today + timedelta(days=70)
    draw, told = close + timedelta(days=14), close + timedelta(days=21)
    days = replace(
        BLANCO, schooljaar=jaar, aanmelden_van=begin, aanmelden_tot=close, uitslag_op=told
    )
    noord = replace(days, **NOORD, loting_op=draw)
    west = replace(BLANCO, schooljaar=jaar, **WEST)
    oost = replace(BLANCO, schooljaar=year_before(jaar), **OOST)
    for one in (noord, replace(days, **ZUID), west, oost):
        keep_aanmeldbeleid(actor, one, today)
