"""The yearly account of the national OAB money, line by line, so that a controller can check it.

Spending is what was booked or settled, never what was only committed. The bases are WPO 163 and
Fvw 17a; the account goes to the ministry with SiSa annex D8 before 15 July of the next year.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from openlea.core.begroting import Begroting, StroomSoort
from openlea.core.geldvoorwaarden import Categorie, Geldvoorwaarden
from openlea.core.notatie import euro
from openlea.policy.realisatie import Mutatie, mutaties
from openlea.policy.rijen import rijen_van

LAATSTE_BEKENDE_JAAR = 2026
"""Until this year rules on carrying over are known to exist; after it nothing was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestanddeel:
    """What a line is made of: one booking or grant, with the row and the paper to find it by."""

    post: str
    post_omschrijving: str
    bedrag: int
    kenmerk: str = ""
    omschrijving: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Spending in one category; `voorwaarde` is the verdict on it, None when there is none."""

    categorie: str
    voorwaarde: Categorie | None
    bestanddelen: tuple[Bestanddeel, ...]

    @property
    def bedrag(self) -> int:
        """Return the sum of the parts in cents."""
        return sum(deel.bedrag for deel in self.bestanddelen)


@dataclass(frozen=True, slots=True, kw_only=True)
class OabVerantwoording:
    """The account of one year in cents.

    Always: beginreserve + ontvangen - besteed - overgeboekt = eindreserve + terug_te_betalen.
    `plafond` None: it isn't known how much may be kept, so nothing is counted as to be returned.
    """

    jaar: int
    beginreserve: int
    ontvangen: Mapping[str, int]
    regels: tuple[Regel, ...]
    overgeboekt: int
    plafond: int | None
    niet_toegewezen: tuple[Bestanddeel, ...]

    @property
    def totaal_ontvangen(self) -> int:
        """Return what came in this year."""
        return sum(self.ontvangen.values())

    @property
    def besteed(self) -> int:
        """Return what was spent under all categories."""
        return sum(regel.bedrag for regel in self.regels)

    @property
    def niet_besteed(self) -> int:
        """Return what is left of reserve and receipts; negative when more was spent."""
        return self.beginreserve + self.totaal_ontvangen - self.besteed - self.overgeboekt

    @property
    def terug_te_betalen(self) -> int:
        """Return what is left above the cap."""
        return 0 if self.plafond is None else max(0, self.niet_besteed - self.plafond)

    @property
    def eindreserve(self) -> int:
        """Return what goes to the next year; negative is a shortage."""
        return self.niet_besteed - self.terug_te_betalen

    @property
    def uiterlijk_op(self) -> date:
        """Return the day on which the account is due."""
        return date(self.jaar + 1, 7, 15)

    @property
    def opmerkingen(self) -> tuple[str, ...]:
        """Return what the reader must know before trusting the figures, in Dutch."""
        return tuple(_opmerkingen(self))


def oab_verantwoording(
    begroting: Begroting,
    jaar: int,
    *,
    beginreserve: int = 0,
    overgeboekt: int = 0,
    plafond: int | None = None,
    voorwaarden: Mapping[str, Geldvoorwaarden] | None = None,
    op: date | None = None,
) -> OabVerantwoording:
    """Return the account of a year over all streams of kind spuk_oab, as known on a day."""
    stromen = {s.code: s for s in begroting.geldstromen if s.soort is StroomSoort.SPUK_OAB}
    van_jaar = [m for m in mutaties(begroting, op) if m.jaar == jaar and m.geld.besteed]
    namen = {post.code: post.omschrijving for post in rijen_van(begroting).posten.values()}
    per_categorie: dict[tuple[str, str], list[Mutatie]] = {}
    for mutatie in van_jaar:
        if mutatie.geldstroom in stromen:
            sleutel = (stromen[mutatie.geldstroom].voorwaarden, mutatie.categorie)
            per_categorie.setdefault(sleutel, []).append(mutatie)
    return OabVerantwoording(
        jaar=jaar,
        beginreserve=beginreserve,
        ontvangen={code: stroom.bedragen.get(jaar, 0) for code, stroom in stromen.items()},
        regels=tuple(
            Regel(
                categorie=categorie,
                voorwaarde=_voorwaarde(voorwaarden or {}, conditie, categorie),
                bestanddelen=_bestanddelen(per_categorie[conditie, categorie], namen),
            )
            for conditie, categorie in sorted(per_categorie)
        ),
        overgeboekt=overgeboekt,
        plafond=plafond,
        niet_toegewezen=_bestanddelen((m for m in van_jaar if not m.geldstroom), namen),
    )


def _voorwaarde(
    voorwaarden: Mapping[str, Geldvoorwaarden], conditie: str, categorie: str
) -> Categorie | None:
    return voorwaarden[conditie].categorie(categorie) if conditie in voorwaarden else None


def _bestanddelen(alle: Iterable[Mutatie], namen: Mapping[str, str]) -> tuple[Bestanddeel, ...]:
    return tuple(
        Bestanddeel(
            post=mutatie.post,
            post_omschrijving=namen.get(mutatie.post, ""),
            bedrag=mutatie.geld.besteed,
            kenmerk=mutatie.kenmerk,
            omschrijving=mutatie.omschrijving,
        )
        for mutatie in alle
    )


def _opmerkingen(staat: OabVerantwoording) -> Iterable[str]:
    if not staat.ontvangen:
        yield "Deze agenda heeft geen geldstroom van de soort specifieke uitkering OAB."
    if staat.plafond is None and staat.jaar >= LAATSTE_BEKENDE_JAAR:
        yield (
            f"Het is niet bekend hoeveel geld je na {LAATSTE_BEKENDE_JAAR} mag bewaren. "
            "Vul het maximum in zodra de regeling er is."
        )
    elif staat.plafond is None:
        yield f"Het maximum dat je na {staat.jaar} mag bewaren, is niet ingevuld."
    if staat.niet_besteed < 0:
        yield f"Er is {euro(-staat.niet_besteed)} meer uitgegeven dan er was."
    if staat.niet_toegewezen:
        bedrag = euro(sum(deel.bedrag for deel in staat.niet_toegewezen))
        yield f"Van {bedrag} aan uitgaven is niet vastgelegd uit welke geldstroom ze komen."
    if any(not regel.categorie for regel in staat.regels):
        yield "Er zijn uitgaven uit OAB-geld zonder categorie. Toets die zelf."
