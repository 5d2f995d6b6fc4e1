"""How many obligations are proven, under way in time, open or late; each is counted once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openlea.core.verplichting import TaakStaat
from openlea.policy.schrijfwijze import count

UITLEG = (
    "Bewezen: iemand heeft het bewijs aanvaard. Op tijd: er is een begin of een voorstel, en de "
    "laatste dag komt nog. Open: nog geen begin, en de laatste dag komt nog. Te laat: de laatste "
    "dag is voorbij en er is geen aanvaard bewijs. Wat niet van toepassing is, telt niet mee."
)
"""What each of the words means, for whoever reads the totals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taaktelling:
    """Totals of some obligations: `bewezen + op_tijd + open + te_laat` is `totaal`.

    `te_laat_bewezen` are those of `bewezen` whose proof is dated after the last day, and
    `te_laat_voor_begin` those of `te_laat` whose last day lay before the werkruimte began; `nvt`
    are left out of the total.
    """

    bewezen: int = 0
    op_tijd: int = 0
    open: int = 0
    te_laat: int = 0
    te_laat_bewezen: int = 0
    te_laat_voor_begin: int = 0
    nvt: int = 0

    @property
    def totaal(self) -> int:
        """Return how many obligations apply."""
        return self.bewezen + self.op_tijd + self.open + self.te_laat

    def zin(self, periode: str = "dit jaar") -> str:
        """Return it as 'Van 31 taken dit jaar: 18 bewezen, 9 op tijd, 3 open, 1 te laat'."""
        if not self.totaal:
            return f"Er zijn geen wettelijke taken {periode}."
        return (
            f"Van {count(self.totaal, 'taak', 'taken')} {periode}: {self.bewezen} bewezen, "
            f"{self.op_tijd} op tijd, {self.open} open, {self.te_laat} te laat{self._since}."
        )

    @property
    def _since(self) -> str:
        before = self.te_laat_voor_begin
        return f" (waarvan {before} van vóór deze werkruimte)" if before else ""


def count_taken(staten: Iterable[tuple[TaakStaat, bool]], *, voor_begin: int = 0) -> Taaktelling:
    """Return the totals of (state on the day, whether it was proven late).

    `voor_begin` is how many are late since before the werkruimte began.
    """
    told, late = Counter[TaakStaat](), 0
    for staat, was_late in staten:
        told[staat] += 1
        late += was_late and staat is TaakStaat.BEWEZEN
    return Taaktelling(
        bewezen=told[TaakStaat.BEWEZEN],
        op_tijd=told[TaakStaat.BEZIG] + told[TaakStaat.VOORGESTELD],
        open=told[TaakStaat.OPEN],
        te_laat=told[TaakStaat.TE_LAAT],
        te_laat_bewezen=late,
        te_laat_voor_begin=voor_begin,
        nvt=told[TaakStaat.NIET_VAN_TOEPASSING],
    )


def proven_late(staat: TaakStaat, bewezen_op: date | None, uiterlijk: date) -> bool:
    """Return whether the proof is dated after the last day."""
    return staat is TaakStaat.BEWEZEN and bewezen_op is not None and bewezen_op > uiterlijk


def late_since_before(staat: TaakStaat, uiterlijk: date, begonnen_op: date) -> bool:
    """Return whether a task is late since a day on which the werkruimte did not exist yet.

    Then it may well have been done: nobody could have put the proof here in time.
    """
    return staat is TaakStaat.TE_LAAT and uiterlijk < begonnen_op
