"""How one applies at a few schools that don't exist: of a real school nothing is made up."""

from datetime import date, timedelta

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.policy.aanmeldregels import GEEN_VOORRANG, VOORBEELD
from openlea.policy.rechten import Actor
from openlea.policy.schooljaar import school_year_of, year_before
from openlea.services.keep_aanmeldbeleid import keep_aanmeldbeleid

NOOT = f"{VOORBEELD}: deze school bestaat niet en dit beleid is verzonnen."


def fill_aanmeldbeleid(actor: Actor, today: date) -> None:
    """Keep three invented schools, of which one also had a policy last year."""
    jaar = school_year_of(today)
    begin, close = today + timedelta(days=40), today + timedelta(days=70)
    draw, told = close + timedelta(days=14), close + timedelta(days=21)
    gewoon = Aanmeldbeleid(
        school="VB0001",
        naam="Voorbeeldschool Noord",
        schooljaar=jaar,
        moment="vanaf de derde verjaardag",
        aanmelden_van=begin,
        aanmelden_tot=close,
        voorrang=(Criterium.BROER_ZUS, Criterium.NABIJHEID),
        toewijzing=Toewijzing.LOTING,
        loting_op=draw,
        uitslag_op=told,
        plaatsen=28,
        bijdrage=45,
        toelichting=NOOT,
    )
    zuid = Aanmeldbeleid(
        school="VB0002",
        naam="Voorbeeldschool Zuid",
        schooljaar=jaar,
        aanmelden_van=begin,
        aanmelden_tot=close,
        voorrang=(Criterium.BROER_ZUS, Criterium.VOORSCHOOL, Criterium.NABIJHEID),
        toewijzing=Toewijzing.LOTING,
        uitslag_op=told,
        plaatsen=50,
        bijdrage=0,
        toelichting=NOOT,
    )
    west = Aanmeldbeleid(
        school="VB0003",
        naam="Voorbeeldschool West",
        schooljaar=jaar,
        moment="het hele jaar door",
        voorrang_anders=GEEN_VOORRANG,
        toewijzing=Toewijzing.VOLGORDE,
        toelichting=NOOT,
    )
    eerder = Aanmeldbeleid(
        school="VB0004",
        naam="Voorbeeldschool Oost",
        schooljaar=year_before(jaar),
        moment="vanaf de derde verjaardag",
        voorrang=(Criterium.BROER_ZUS,),
        toewijzing=Toewijzing.WACHTLIJST,
        toelichting=NOOT,
    )
    for one in (gewoon, zuid, west, eerder):
        keep_aanmeldbeleid(actor, one, today)
