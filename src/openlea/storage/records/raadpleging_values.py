"""Rounds of questions as plain values, and back: the questions as asked, the outcome as frozen."""

from collections.abc import Mapping, Sequence
from typing import Any

from openlea.core.raadpleging import Vraag, VraagSoort, Vragenlijst
from openlea.policy.raadpleegbeeld import Ronde
from openlea.policy.raadpleegcel import Cel, Gekozen, Hoogte, Omvang
from openlea.policy.raadpleging_uitkomst import Antwoord, Uitkomst, Waarde
from openlea.storage.records.raadpleging import Raadpleging

Kept = dict[str, Any]


def keep_questions(lijst: Vragenlijst) -> list[Kept]:
    """Return the questions of a list as they are kept when a round opens."""
    titles = dict(lijst.onderdelen)
    return [
        {
            "id": vraag.id,
            "tekst": vraag.tekst,
            "soort": str(vraag.soort),
            "onderdeel": vraag.onderdeel,
            "titel_onderdeel": titles.get(vraag.onderdeel, ""),
            "keuzes": list(vraag.keuzes),
            "uitersten": list(lijst.uitersten),
        }
        for vraag in lijst.vragen
    ]


def questions_of(raadpleging: Raadpleging) -> tuple[Vraag, ...]:
    """Return the questions of a round as they were asked; none while it is a concept."""
    return tuple(
        Vraag(
            id=kept["id"],
            tekst=kept["tekst"],
            soort=VraagSoort(kept["soort"]),
            onderdeel=kept["onderdeel"],
            keuzes=tuple(kept["keuzes"]),
        )
        for kept in raadpleging.vragen
    )


def themes_of(raadpleging: Raadpleging) -> tuple[tuple[str, str], ...]:
    """Return the themes of a round as id and title, in order."""
    return tuple(
        {kept["onderdeel"]: kept["titel_onderdeel"] for kept in raadpleging.vragen}.items()
    )


def ends_of(raadpleging: Raadpleging) -> tuple[str, str]:
    """Return the words at 1 and at 5 of the scale."""
    low, high = raadpleging.vragen[0]["uitersten"]
    return low, high


def answer_of(kept: Mapping[str, Any]) -> Antwoord:
    """Return what one person answered, as a value."""
    return {naam: _value(value) for naam, value in kept.items()}


def keep_outcome(uitkomst: Uitkomst) -> Kept:
    """Return an outcome as it is kept."""
    return {
        "groepen": [[groep, str(omvang or "")] for groep, omvang in uitkomst.groepen],
        "cellen": {
            vraag: [_keep_cell(cel) for cel in cellen] for vraag, cellen in uitkomst.cellen.items()
        },
        "teksten": {vraag: list(teksten) for vraag, teksten in uitkomst.teksten.items()},
    }


def outcome_of(raadpleging: Raadpleging) -> Uitkomst | None:
    """Return what may be shown of a round, or None until it is closed."""
    kept = raadpleging.uitkomst
    if not kept:
        return None
    return Uitkomst(
        groepen=tuple(
            (groep, Omvang(omvang) if omvang else None) for groep, omvang in kept["groepen"]
        ),
        cellen={vraag: tuple(map(_cell, cellen)) for vraag, cellen in kept["cellen"].items()},
        teksten={vraag: tuple(teksten) for vraag, teksten in kept["teksten"].items()},
    )


def round_of(raadpleging: Raadpleging) -> Ronde | None:
    """Return a closed round as a value, or None until it is closed."""
    uitkomst = outcome_of(raadpleging)
    if uitkomst is None:
        return None
    return Ronde(
        onderdelen=themes_of(raadpleging), vragen=questions_of(raadpleging), uitkomst=uitkomst
    )


def _value(value: Any) -> Waarde:
    return tuple(value) if isinstance(value, Sequence) and not isinstance(value, str) else value


def _keep_cell(cel: Cel) -> Kept:
    return {
        "groepen": list(cel.groepen),
        "omvang": str(cel.omvang),
        "hoogte": str(cel.hoogte or ""),
        "verdeeld": cel.verdeeld,
        "keuzes": [str(one) for one in cel.keuzes],
    }


def _cell(kept: Kept) -> Cel:
    return Cel(
        groepen=tuple(kept["groepen"]),
        omvang=Omvang(kept["omvang"]),
        hoogte=Hoogte(kept["hoogte"]) if kept["hoogte"] else None,
        verdeeld=kept["verdeeld"],
        keuzes=tuple(Gekozen(one) for one in kept["keuzes"]),
    )
