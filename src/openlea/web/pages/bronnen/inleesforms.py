"""The forms of reading in a file: which file, and which column fills which field."""

from collections.abc import Sequence
from typing import Any

from django import forms

from openlea.core.bron import Klasse
from openlea.services.kolommen.koppeling import Bronkolom, Koppeling
from openlea.services.kolommen.tabel import Velstabel, letter
from openlea.services.kolommen.velden import Veld
from openlea.services.kolommen.vellen import MOST_BYTES
from openlea.web.pages.bronnen.stand import Bronstand

KOP, VAST = "kop", "vast"
VOORBEELDEN, LANGSTE = 3, 24


class InleesForm(forms.Form):
    """A file, and the table that it is for when the page doesn't say so."""

    bron = forms.ChoiceField(
        label="Welke tabel is dit?", error_messages={"required": "Kies een tabel."}
    )
    bestand = forms.FileField(
        label="Bestand",
        help_text=f"Excel, OpenDocument (.ods) of csv, hoogstens {MOST_BYTES // 1024**2} MB.",
        error_messages={"required": "Kies een bestand.", "empty": "Dit bestand is leeg."},
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt,.zip"}),
    )

    def __init__(self, *args: Any, standen: Sequence[Bronstand], vast: str = "", **kw: Any) -> None:
        """Offer every table that holds no persons; with `vast` it is that one."""
        super().__init__(*args, **kw)
        if vast:
            del self.fields["bron"]
            return
        tables = [
            (one.id, one.titel)
            for one in standen
            if one.overzicht.source.bron.klasse is not Klasse.PERSOON
        ]
        field = self.fields["bron"]
        field.choices = [("", "Kies een tabel"), *tables]  # type: ignore[attr-defined]

    def clean_bestand(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["bestand"]
        if file.size > MOST_BYTES:
            most = MOST_BYTES // 1024**2
            raise forms.ValidationError(f"Dit bestand is groter dan {most} MB. Splits het.")
        return file


class KolommenForm(forms.Form):
    """Per field the column of the file that fills it, or one text for all rows."""

    def __init__(
        self, *args: Any, velden: Sequence[Veld], tabel: Velstabel, nu: Koppeling, **kw: Any
    ) -> None:
        """Offer the columns of the file with what stands in them."""
        super().__init__(*args, **kw)
        columns = [(kop, _shown(tabel, place)) for place, kop in enumerate(tabel.koppen)]
        self.velden = velden
        for veld in velden:
            one = nu.get(veld.naam, Bronkolom())
            empty = ("", "Kies een kolom" if veld.verplicht else "Staat er niet in")
            self.fields[f"{KOP}-{veld.naam}"] = forms.ChoiceField(
                label=f"Kolom voor {veld.label.lower()}",
                choices=[empty, *columns],
                required=False,
                initial=one.kop,
            )
            self.fields[f"{VAST}-{veld.naam}"] = forms.CharField(
                label=f"Vaste waarde voor {veld.label.lower()}",
                required=False,
                max_length=200,
                initial=one.vast,
            )

    @property
    def regels(self) -> list[dict[str, Any]]:
        """Return each field with its two inputs, needed ones first."""
        lines = [
            {"veld": veld, "kop": self[f"{KOP}-{veld.naam}"], "vast": self[f"{VAST}-{veld.naam}"]}
            for veld in self.velden
        ]
        return sorted(lines, key=lambda one: not one["veld"].verplicht)

    @property
    def nodig(self) -> list[dict[str, Any]]:
        """Return the fields that must be filled."""
        return [one for one in self.regels if one["veld"].verplicht]

    @property
    def vrij(self) -> list[dict[str, Any]]:
        """Return the fields that may stay empty."""
        return [one for one in self.regels if not one["veld"].verplicht]

    def koppeling(self) -> dict[str, Bronkolom]:
        """Return what was chosen; a column goes before a fixed text."""
        found = {}
        for veld in self.velden:
            kop = self.cleaned_data.get(f"{KOP}-{veld.naam}", "")
            vast = self.cleaned_data.get(f"{VAST}-{veld.naam}", "")
            found[veld.naam] = Bronkolom(kop=kop) if kop else Bronkolom(vast=vast)
        return {naam: one for naam, one in found.items() if one}


def _shown(tabel: Velstabel, place: int) -> str:
    cells = tabel.cellen[str(place)]
    filled = [cell for cell in cells.head(200) if cell and cell.strip()]
    few = ", ".join(cell[:LANGSTE] for cell in list(dict.fromkeys(filled))[:VOORBEELDEN])
    name = f"{letter(place)}: {tabel.koppen[place]}"
    return f"{name} ({few})" if few else f"{name} (leeg)"
