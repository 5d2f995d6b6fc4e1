"""The five steps of a round: which is done, which is next, and who did what."""

from dataclasses import dataclass

from openlea.services.describe_ronde import Daad, Rondebeeld

NAMEN = (
    "Scholen en plekken",
    "Regels",
    "Aanmeldingen",
    "Vastleggen",
    "Loten en plaatsen",
)
_DAAD = ("plekken", "regels", "aanmeldingen_id", "vastgelegd_op", "geplaatst_op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step: `stand` is gedaan, nu or straks; the trail and the cards use the same."""

    nummer: int
    naam: str
    stand: str
    woord: str
    daad: Daad | None

    @property
    def is_nu(self) -> bool:
        """Return whether this is what comes next."""
        return self.stand == "nu"


def steps_of(beeld: Rondebeeld) -> tuple[Stap, ...]:
    """Return the steps of a round in order; the first that isn't done is next."""
    done = (
        bool(beeld.plekken),
        beeld.regels is not None,
        beeld.heeft_kinderen or beeld.is_geplaatst,
        beeld.is_vast,
        beeld.is_geplaatst,
    )
    first = next((n for n, one in enumerate(done) if not one), len(done))
    return tuple(
        Stap(
            nummer=n + 1,
            naam=naam,
            stand="gedaan" if done[n] else "nu" if n == first else "straks",
            woord="gedaan" if done[n] else "nu aan de beurt" if n == first else "nog niet",
            daad=beeld.daden.get(_DAAD[n]) if done[n] else None,
        )
        for n, naam in enumerate(NAMEN)
    )
