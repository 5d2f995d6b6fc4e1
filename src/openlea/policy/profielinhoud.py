"""What a school fills in in its ondersteuningsprofiel, as it is kept, and what is wrong."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from openlea.core.errors import Fout
from openlea.core.ondersteuning import Antwoord, Ondersteuningsvorm

GEBOUW = {
    "drempelvrij": "Zonder trap naar binnen",
    "lift": "Lift",
    "toilet": "Toilet voor rolstoelgebruikers",
    "rustruimte": "Rustruimte",
    "verzorging": "Verzorgingsruimte",
}
DESKUNDIGEN = {
    "ib": "Intern begeleider",
    "orthopedagoog": "Orthopedagoog of psycholoog",
    "logopedist": "Logopedist",
    "fysiotherapeut": "Fysiotherapeut of ergotherapeut",
    "gedrag": "Gedragsspecialist",
    "taal": "Taalspecialist",
    "hoogbegaafd": "Specialist hoogbegaafdheid",
    "jeugd": "Jeugdhulp op school",
}
MOST_PLACES, MOST_GROUP = 500, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Profielextra:
    """One kind of extra support: how, in how large a group, for how many pupils; None: not said."""

    soort: str
    vorm: Ondersteuningsvorm
    groepsgrootte: int | None = None
    plekken: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profielinhoud:
    """All that a profile says; `eigen` is the school's own text, `is_voorbeeld` an invented one."""

    basis: Mapping[str, Antwoord] = field(default_factory=dict)
    extra: tuple[Profielextra, ...] = ()
    deskundigen: tuple[str, ...] = ()
    gebouw: tuple[str, ...] = ()
    eigen: str = ""
    is_voorbeeld: bool = False

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Return what was kept; a word that no list has any more is left out."""
        basis = {key: Antwoord(value) for key, value in kept.get("basis", {}).items()}
        return cls(
            basis=basis,
            extra=tuple(
                Profielextra(**{**one, "vorm": Ondersteuningsvorm(one["vorm"])})
                for one in kept.get("extra", [])
            ),
            deskundigen=tuple(one for one in kept.get("deskundigen", []) if one in DESKUNDIGEN),
            gebouw=tuple(one for one in GEBOUW if kept.get("gebouw", {}).get(one)),
            eigen=kept.get("eigen", ""),
            is_voorbeeld=bool(kept.get("voorbeeld")),
        )

    def plain(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {
            "basis": {key: str(value) for key, value in self.basis.items()},
            "extra": [
                {
                    "soort": one.soort,
                    "vorm": str(one.vorm),
                    "groepsgrootte": one.groepsgrootte,
                    "plekken": one.plekken,
                }
                for one in self.extra
            ],
            "deskundigen": list(self.deskundigen),
            "gebouw": dict.fromkeys(self.gebouw, True),
            "eigen": self.eigen,
            "voorbeeld": self.is_voorbeeld,
        }

    def offers(self, soort: str) -> Profielextra | None:
        """Return how a kind of support is offered; None when it isn't."""
        return next((one for one in self.extra if one.soort == soort), None)


def profile_faults(
    inhoud: Profielinhoud, stellingen: Collection[str], soorten: Collection[str]
) -> Iterator[Fout]:
    """Yield what can't be: unknown words, and numbers that no school has."""
    if any(one not in stellingen for one in inhoud.basis):
        yield Fout("", "basis", "Deze stelling staat niet in de lijst.")
    kinds = [one.soort for one in inhoud.extra]
    if len(set(kinds)) != len(kinds) or any(one not in soorten for one in kinds):
        yield Fout("", "extra", "Kies elke soort ondersteuning hoogstens een keer, uit de lijst.")
    for one in inhoud.extra:
        if one.plekken is not None and not 0 <= one.plekken <= MOST_PLACES:
            yield Fout("", f"plekken_{one.soort}", f"Schrijf 0 tot {MOST_PLACES} plekken.")
        if one.groepsgrootte is not None and not 1 <= one.groepsgrootte <= MOST_GROUP:
            reden = f"Een groep heeft 1 tot {MOST_GROUP} leerlingen."
            yield Fout("", f"groep_{one.soort}", reden)
