"""What is counted of TLV's and arrangements in a schooljaar: every name of a number, and its rule.

Of the whole: behoefte (pupils with a TLV or arrangement that runs on the peildatum, each once, by
kind of need and by group per postcode); lopend = lopend_eerste + lopend_herindicatie by Tlvsoort;
gestart = gestart_nieuw + gestart_herindicatie; geeindigd by where pupils went; opp_*, hoor_* of
those who run; besluit_* of decisions taken in the schooljaar.
"""

from dataclasses import dataclass
from datetime import date
from typing import Self

from openlea.core.keuze import Keuze

METHODE = "2026-1"
BEHOEFTE = "behoefte"
LOPEND, LOPEND_EERSTE, LOPEND_HER = "lopend", "lopend_eerste", "lopend_herindicatie"
GESTART, NIEUW, HERINDICATIE = "gestart", "gestart_nieuw", "gestart_herindicatie"
GEEINDIGD, TERUG, ELDERS = "geeindigd", "terug_naar_regulier", "naar_speciaal"
ANDERS = "naar_anders_of_onbekend"
OPP = ("opp_actueel", "opp_niet_actueel", "opp_onbekend")
HOOR = ("hoor_vastgelegd", "hoor_niet_vastgelegd", "hoor_onbekend")
BESLUITEN = "besluiten"
KLASSEN = ("besluit_binnen_42", "besluit_43_tot_70", "besluit_na_70", "besluit_onbekend")
EERSTE_TERMIJN, LAATSTE_TERMIJN = 42, 70
"""Days from the written aanmelding: 6 weken, and 6 + 4 weken (WPO 40, sixth paragraph)."""
HERKOMSTEN = ("regulier", "sbo", "so", "vso", "voorschool", "thuis", "onbekend")
"""Where a pupil with a first decision came from; counted as herkomst_<word>."""
GROEP_ONBEKEND = "groep_onbekend"
ONBEKEND = "onbekend"
ZONDER_POSTCODE = "onbekend"
SPECIAAL = frozenset({"sbo", "so", "vso"})


class Tlvsoort(Keuze):
    """What a decision gives."""

    SBO = "tlv_sbo", "TLV voor sbo"
    SO_1 = "tlv_so_cat1", "TLV voor so, categorie 1"
    SO_2 = "tlv_so_cat2", "TLV voor so, categorie 2"
    SO_3 = "tlv_so_cat3", "TLV voor so, categorie 3"
    VSO = "tlv_vso", "TLV voor vso"
    ARRANGEMENT = "arrangement", "Arrangement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toelating:
    """One TLV or arrangement of one pupil; days are None and texts '' when nobody said."""

    leerling: str
    soort: Tlvsoort
    behoefte: str
    start: date
    einde: date | None = None
    is_nieuw: bool = True
    herkomst: str = ONBEKEND
    bestemming: str = ""
    pc4: str = ""
    opp: str = ""
    hoor: str = ""
    aangemeld_op: date | None = None
    besluit_op: date | None = None
    is_verlengd: bool = False

    @classmethod
    def of(cls, row: dict[str, str | None], key: str) -> Self | None:
        """Return what a row tells; None when it lacks its kind or first day."""
        start, soort = _day(row.get("start")), row.get("soort")
        if start is None or soort not in list(Tlvsoort):
            return None
        return cls(
            leerling=key,
            soort=Tlvsoort(soort),
            behoefte=row.get("ondersteuningsbehoefte") or ONBEKEND,
            start=start,
            einde=_day(row.get("einde")),
            is_nieuw=row.get("aard") != "herindicatie",
            herkomst=row.get("herkomst") or ONBEKEND,
            bestemming=row.get("bestemming") or "",
            pc4=row.get("pc4") or ZONDER_POSTCODE,
            opp=row.get("opp_actueel") or "",
            hoor=row.get("hoorrecht") or "",
            aangemeld_op=_day(row.get("aangemeld_op")),
            besluit_op=_day(row.get("besluit_op")),
            is_verlengd=row.get("verlengd") == "ja",
        )

    def runs_on(self, day: date) -> bool:
        """Say whether it holds on a day; both ends belong to it."""
        return self.start <= day and (self.einde is None or self.einde >= day)

    @property
    def klasse(self) -> str:
        """Return in which term was decided, from the written aanmelding."""
        return term_of(self.aangemeld_op, self.besluit_op)

    @property
    def naar(self) -> str:
        """Return where the pupil went when it ended."""
        if self.bestemming == "regulier":
            return TERUG
        return ELDERS if self.bestemming in SPECIAAL else ANDERS


def term_of(aangemeld: date | None, besluit: date | None) -> str:
    """Return the name of the term; a decision before its aanmelding is unknown, not fast."""
    if aangemeld is None or besluit is None or besluit < aangemeld:
        return KLASSEN[3]
    days = (besluit - aangemeld).days
    if days <= EERSTE_TERMIJN:
        return KLASSEN[0]
    return KLASSEN[1] if days <= LAATSTE_TERMIJN else KLASSEN[2]


def said(word: str, names: tuple[str, str, str]) -> str:
    """Return the name for ja, nee or anything else."""
    return {"ja": names[0], "nee": names[1]}.get(word, names[2])


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
