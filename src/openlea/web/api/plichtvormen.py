"""What the interface hands out of a duty, field by field."""

from datetime import date

from ninja import Schema


class Grondslag(Schema):
    """Waar het staat: wet, artikel en de tekst van die dag."""

    wet: str
    artikel: str
    bwb: str
    link: str


class PlichtKort(Schema):
    """Een wettelijke taak of norm zoals die op een dag geldt."""

    id: str
    titel: str
    houder: str
    wat: str
    met_wie: list[str]
    grondslag: Grondslag
    uiterlijk: date | None
    bewijs: list[str]
    status: str


class Waarde(Schema):
    """Een getal uit de wet, met eenheid en hoe er wordt afgerond."""

    waarde: float
    eenheid: str
    afronding: str


class Versie(Schema):
    """Een taak zoals die gold van een dag tot en met een dag; `tot` is leeg als zij nog geldt."""

    van: date
    tot: date | None
    ook_eerder: bool
    grondslag: Grondslag
    ook: list[Grondslag]
    aanhaling: list[str]
    waarden: dict[str, Waarde]


class Plicht(PlichtKort):
    """Een taak met haar waarden op die dag en al haar versies."""

    op: date
    aanhaling: str
    veld: str
    aard: str
    voorwaarde: str
    toezicht: str
    sanctie: str
    controle: list[str]
    nagelezen_op: date
    controlezin: str
    in_beweging: str
    met_de_hand: str
    waarden: dict[str, Waarde]
    versies: list[Versie]
