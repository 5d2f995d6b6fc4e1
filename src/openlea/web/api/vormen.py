"""What the interface hands out, field by field: the contract that other programs build on."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema

from openlea.core.place import PlaceKind

Code = Annotated[str, Field(max_length=40, examples=["GM0402"])]
Id = Annotated[str, Field(max_length=80, pattern=r"^[a-z][a-z0-9_]*$")]
Adres = Annotated[str, Field(max_length=60, pattern=r"^[-a-zA-Z0-9_]+$")]
Tekst = Annotated[str, Field(max_length=120)]


class Fout(Schema):
    """Eén ding dat niet klopt: in welk deel van de vraag, en waarom."""

    plaats: str
    naam: str
    reden: str


class Probleem(Schema):
    """Wat er misging (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    fouten: list[Fout] = []


class Gemeente(Schema):
    """Een gemeente, ook een die is opgegaan in een andere."""

    code: str
    naam: str
    varianten: list[str]
    provincie: str | None
    rmc: str | None
    geldig_vanaf: date | None
    geldig_tot: date | None
    opvolgers: list[str]


class PlaatsKort(Schema):
    """Een plaats: soort, code en naam."""

    soort: PlaceKind
    code: str
    naam: str


class Plaats(PlaatsKort):
    """Een plaats met waar die ligt en hoeveel plaatsen erin liggen."""

    gemeente: str | None
    lat: float | None
    lon: float | None
    bovenliggend: list[PlaatsKort]
    onderliggend: dict[str, int]


class IndicatorKort(Schema):
    """Een indicator in een lijst."""

    id: str
    veld: str
    titel: str
    vraag: str
    eenheid: str
    soort: str
    richting: str
    maat: str
    niveaus: list[str]
    tabellen: list[str]


class Niveau(Schema):
    """Van hoeveel plaatsen van een soort er een cijfer is, of waarom niet."""

    niveau: PlaceKind
    cijfers: int
    reden: str


class Breuk(Schema):
    """Vanaf wanneer cijfers niet met eerdere te vergelijken zijn, en waarom."""

    vanaf: str
    waarom: str


class Voorbeeld(Schema):
    """Een uitgewerkt voorbeeld: kleine tabellen erin, cijfers eruit."""

    tabellen: dict[str, str]
    plaatsen: str
    uitkomst: list[list[str | float | None]]
    uitleg: str


class Indicator(IndicatorKort):
    """De hele kaart van een indicator."""

    decimalen: int
    definitie: str
    bron_definitie: str
    gemeten_door: str
    let_op: list[str]
    breuken: list[Breuk]
    norm: float | None
    norm_bron: str
    matrix: list[Niveau]
    voorbeeld: Voorbeeld


class Cijfer(Schema):
    """Een cijfer met zijn bereik; `waarde` is leeg als alleen een bereik bekend is."""

    indicator: str
    plaats: str
    periode: str | None
    waarde: float | None
    laag: float | None
    hoog: float | None
    eenheid: str
    status: str
    bronversies: list[str]


class Schakel(Schema):
    """Eén tabel achter een cijfer: bron, versie en wat er is ingelezen."""

    bron: str
    versie: int
    laag: str
    titel: str
    uitgever: str
    licentie: str
    pagina: str
    adres: str
    sha256: str
    moment: datetime
    edities: list[str]
    definitief: str
    rijen_in: int
    rijen: int
    afgekeurd: int
    let_op: list[str]


class Verklaring(Schema):
    """Een cijfer met alles om het te begrijpen en te verdedigen."""

    indicator: str
    titel: str
    plaats: str
    naam: str
    periode: str | None
    waarde: float | None
    laag: float | None
    hoog: float | None
    eenheid: str
    status: str | None
    bronversies: list[str]
    getal: str
    reden: str
    definitie: str
    som: list[str]
    keten: list[Schakel]
    rijen_gebruikt: int
    let_op: list[str]
    voorbeeld: Voorbeeld
    norm: str
    bron_definitie: str


class BronKort(Schema):
    """Een bron in een lijst, met hoe het ermee staat."""

    id: str
    titel: str
    uitgever: str
    licentie: str
    pagina: str
    cadans: str
    staat: str
    versie: int | None
    rijen: int | None
    edities: list[str]
    ingelezen_op: datetime | None


class Bron(BronKort):
    """Een bron met alles wat op de kaart staat."""

    peil: str
    klasse: str
    afgeschermd: bool
    definitief: str
    verlopen: date | None
    let_op: list[str]
    kolommen: list[str]


class Bronversie(Schema):
    """Eén lading van een bron."""

    versie: int
    laag: str
    uitgever: str
    adres: str
    sha256: str
    moment: datetime
    edities: list[str]
    definitief: str
    rijen_in: int
    rijen: int
    afgekeurd: int
    let_op: list[str]


class Kenmerk(Schema):
    """Een eigenschap waarop gemeenten vergeleken zijn."""

    kenmerk: str
    titel: str
    bron: str
    periode: str
    schaal: str
    gewicht: float
    waarde: float | None


class Overeenkomst(Schema):
    """Een eigenschap van een andere gemeente, en haar deel van de afstand."""

    waarde: float | None
    deel: float | None


class Naaste(Schema):
    """Een gemeente die lijkt op de gevraagde."""

    gemeente: str
    naam: str
    afstand: float
    kenmerken: dict[str, Overeenkomst]
    ontbreekt: list[str]


class Bandbreedte(Schema):
    """Hoe een cijfer ligt tussen dat van de tien: een band, geen ranglijst."""

    indicator: str
    periode: str
    eigen: list[float] | None
    aantal: int
    uitersten: list[float]
    meeste: list[float]
    middelste: float


class Vergelijking(Schema):
    """De tien gemeenten die het meest op een gemeente lijken."""

    gemeente: str
    naam: str
    kenmerken: list[Kenmerk]
    ontbreekt: list[str]
    naasten: list[Naaste]
    banden: list[Bandbreedte]


class Gezondheid(Schema):
    """Of de site antwoordt, en met welke cijfers."""

    status: str
    versie: str
    indicatoren: int
    bronnen: int
    cijfers_van: datetime | None


class Agenda(Schema):
    """De agenda van een werkruimte, zoals het JSON-bestand, met wat de vrager mag zien."""

    formaat: str
    versie: int
    titel: str
    van: int
    tot: int
    ambities: list[dict[str, Any]]
