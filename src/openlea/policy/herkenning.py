"""Recognises what a column says of persons when nobody declared it: by its head and its cells."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from openlea.core.registratie import Registratieveld, Veldrol, Vorm
from openlea.policy.persoonswaarde import is_day, is_like, looks_bsn, trimmed, upper

HEADS: Mapping[str, tuple[str, ...]] = {
    "bsn": (
        *("bsn", "burgerservicenummer", "bsnnummer", "bsnkind", "bsnleerling", "sofinummer"),
        *("sofi", "pgn", "persoonsgebondennummer", "onderwijsnummer"),
    ),
    "eigen": (
        *("leerlingnummer", "leerlingnr", "kindnummer", "kindnr", "clientnummer", "clientnr"),
        *("dossiernummer", "dossiernr", "eigennummer", "stamnummer", "studentnummer", "ecknummer"),
        *("persoonsnummer", "zaaknummer", "klantnummer", "patientnummer", "leerlingid", "kindid"),
    ),
    "geboortedatum": (
        *("geboortedatum", "gebdatum", "geboren", "geborenop", "gebdat", "geboortedat"),
        *("geboortedag", "geboortemaand", "dateofbirth"),
    ),
    "postcode": ("postcode", "pc", "pc4", "pc6", "postcodekind", "postcodeleerling"),
    "datum": (
        *("datum", "datumindicatie", "indicatiedatum", "startdatum", "einddatum", "begindatum"),
        *("datumstart", "datumeinde", "inschrijfdatum", "uitschrijfdatum", "peildatum", "van"),
        *("tot", "teldatum", "datuminschrijving", "datumuitschrijving"),
    ),
    "plaatscode": (
        *("brin", "brinnummer", "brincode", "vestiging", "vestigingscode", "lrk", "lrknummer"),
        *("gemeentecode", "wijkcode", "buurtcode", "instellingscode"),
    ),
    "getal": ("uren", "urenperweek", "aantal", "leerjaar", "groep", "dagdelen", "dagen", "jaar"),
}
"""Heads, folded to letters and digits, that say which role a column has."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "naam": ("naam", "voorletter", "tussenvoegsel", "initialen", "ouder", "verzorger", "voogd"),
    "adres": (
        "adres",
        "straat",
        "huisnummer",
        "huisnr",
        "woonplaats",
        "mail",
        "telefoon",
        "mobiel",
    ),
    "vrije_tekst": ("opmerking", "toelichting", "bijzonderhed", "notitie", "omschrijving", "memo"),
}
"""Parts of a head that say that nothing of the column may be kept."""
MOST, SOME, ANY = 0.9, 0.5, 0.2
"""The share of the filled cells that makes a column certain, likely, or too risky to keep."""
LONG_LETTERS, LONG_WORDS = 40, 4
"""A cell longer than this, or of so many words, is a text that somebody wrote."""
SMALL = 6
"""Signs of a number that counts something; a longer one may be a number of a person."""
WHY = {
    "bsn": "burgerservicenummer",
    "eigen": "eigen nummer van een persoon",
    "naam": "naam",
    "adres": "adres of bereikbaarheid",
    "vrije_tekst": "vrije tekst",
    "geboortedatum": "geboortedatum, of een datum die dat kan zijn",
    "postcode": "postcode",
    "datum": "datum",
    "plaatscode": "code van een school, opvang of buurt",
    "getal": "getal",
    "onbekend": "niet bekend wat dit is",
}


@dataclass(slots=True)
class Maat:
    """How many cells of a column are filled, and how many of those look like something."""

    gevuld: int = 0
    gezien: dict[str, int] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Count one cell."""
        value = trimmed(text)
        if not value:
            return
        self.gevuld += 1
        for naam, looks in LOOKS.items():
            if looks(value):
                self.gezien[naam] = self.gezien.get(naam, 0) + 1

    def share(self, naam: str) -> float:
        """Return the share, 0 to 1, of the filled cells that look like this."""
        return self.gezien.get(naam, 0) / self.gevuld if self.gevuld else 0.0


@dataclass(frozen=True, slots=True)
class Herkend:
    """What a column seems to be, and why; `streng`: the sender can't keep it as it is."""

    veld: Registratieveld | None
    waarom: str
    streng: bool = False


def folded(kop: str) -> str:
    """Return a head as compared: its letters a to z and digits alone."""
    plain = unicodedata.normalize("NFKD", kop)
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum()).lower()


def recognise(kop: str, naam: str, maat: Maat) -> Herkend:
    """Return what a column is by its folded head and its cells; the strictest reading wins."""
    for what in (_who, _dropped, _coarsened, _kept):
        if found := what(kop, naam, maat):
            return found
    if maat.share("tekst") >= ANY:
        return _as(Veldrol.VRIJE_TEKST, naam, "vrije_tekst")
    return Herkend(None, WHY["onbekend"])


def measure(rijen: Sequence[Sequence[str]], breedte: int) -> tuple[Maat, ...]:
    """Return a measure of every column over some rows."""
    maten = tuple(Maat() for _ in range(breedte))
    for rij in rijen:
        add_row(maten, rij)
    return maten


def add_row(maten: Sequence[Maat], rij: Sequence[str]) -> None:
    """Count the cells of one row; cells without a column are passed over."""
    for maat, cel in zip(maten, rij, strict=False):
        maat.add(cel)


def _who(kop: str, naam: str, maat: Maat) -> Herkend | None:
    if kop in HEADS["bsn"] or maat.share("bsn") >= SOME:
        return _as(Veldrol.IDENTIFICATIE, naam, "bsn", Vorm.BSN, streng=True)
    if kop in HEADS["eigen"]:
        return _as(Veldrol.IDENTIFICATIE, naam, "eigen", Vorm.EIGEN, streng=True)
    return None


def _dropped(kop: str, naam: str, maat: Maat) -> Herkend | None:
    if max(maat.share("mail"), maat.share("telefoon")) >= ANY:
        return _as(Veldrol.ADRES, naam, "adres", streng=True)
    for key, rol in (
        ("vrije_tekst", Veldrol.VRIJE_TEKST),
        ("adres", Veldrol.ADRES),
        ("naam", Veldrol.NAAM),
    ):
        if any(part in kop for part in PARTS[key]):
            return _as(rol, naam, key, streng=True)
    return None


def _coarsened(kop: str, naam: str, maat: Maat) -> Herkend | None:
    if kop in HEADS["geboortedatum"]:
        return _as(Veldrol.GEBOORTEDATUM, naam, "geboortedatum", streng=False)
    if kop in HEADS["postcode"] or maat.share("postcode") >= MOST:
        return _as(Veldrol.POSTCODE, naam, "postcode", Vorm.PC4)
    if kop not in HEADS["datum"] and maat.share("datum") >= SOME:
        return _as(Veldrol.GEBOORTEDATUM, naam, "geboortedatum")
    return None


def _kept(kop: str, naam: str, maat: Maat) -> Herkend | None:
    if kop in HEADS["datum"] and maat.share("datum") >= MOST:
        return _as(Veldrol.DATUM, naam, "datum")
    if kop in HEADS["plaatscode"] and maat.share("plaatscode") >= MOST:
        vormen = (Vorm.BRIN, Vorm.LRK, Vorm.BUURT)
        return _as(Veldrol.PLAATSCODE, naam, "plaatscode", *vormen)
    if kop in HEADS["getal"] and maat.share("klein_getal") >= MOST:
        return _as(Veldrol.GETAL, naam, "getal")
    return None


def _as(rol: Veldrol, naam: str, why: str, *vormen: Vorm, streng: bool = False) -> Herkend:
    return Herkend(Registratieveld(naam=naam, rol=rol, vormen=vormen), WHY[why], streng)


def _is_text(value: str) -> bool:
    return len(value.encode("utf-16-le")) > 2 * LONG_LETTERS or value.count(" ") >= LONG_WORDS - 1


def _is_place(value: str) -> bool:
    code = upper(value)
    return any(is_like(vorm, code) for vorm in ("brin", "lrk", "buurt"))


LOOKS: Mapping[str, Callable[[str], bool]] = {
    "bsn": looks_bsn,
    "mail": lambda value: is_like("mail", value),
    "telefoon": lambda value: is_like("telefoon", value),
    "postcode": lambda value: is_like("postcode", value) and not value.isdigit(),
    "datum": is_day,
    "plaatscode": _is_place,
    "klein_getal": lambda value: len(value) <= SMALL and is_like("getal", value),
    "tekst": _is_text,
}
"""What a cell can look like."""
