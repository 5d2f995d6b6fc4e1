"""The sheets of the agenda itself: its parties, its tree of acties and what they aim at."""

from datetime import date
from decimal import Decimal

from openlea.core.agenda import (
    Actie,
    ActieStaat,
    Agenda,
    AgendaStaat,
    Ambitie,
    Betrokkene,
    Jaarwaarde,
    Richting,
    Rol,
    Schaal,
    Speerpunt,
    Streefwaarde,
    Verwijzing,
    VerwijzingSoort,
    Voortgang,
    Zichtbaarheid,
)
from openlea.core.netwerk import Doel, Indicator, IndicatorSoort, Teken, Verband, Zekerheid
from openlea.core.partij import Partij, PartijSoort
from openlea.policy import agenda_rijen as r
from openlea.services.xlsx.kolom import Blad, code, datum, geheel, getal, keuze, tekst

AGENDA = Blad(
    r.AGENDA,
    "De agenda zelf: vul de kolom Waarde in. Meer ondertekenaars? Voeg regels toe.",
    Agenda,
    (
        tekst("Titel", "titel", "De naam van de agenda.", "Educatieve agenda"),
        geheel("Eerste jaar", "van", "Het jaar waarin de agenda begint.", 2025),
        geheel("Laatste jaar", "tot", "Het jaar waarin de agenda eindigt.", 2028),
        tekst("Visie", "visie", "Wat de partijen samen willen, in enkele zinnen."),
        keuze("Staat", "staat", "Hoe ver de agenda is.", AgendaStaat, AgendaStaat.CONCEPT),
        tekst("Besloten door", "besluit_door", "Wie de agenda vaststelde, zoals college of raad."),
        datum("Besloten op", "besluit_op", "De dag van dat besluit."),
        tekst("Geraadpleegd", "geraadpleegd", "Wie om advies zijn gevraagd."),
        code("Ondertekenaar", "ondertekenaars", "De code van een partij die ondertekende."),
        tekst("Voorganger", "voorganger", "De agenda van de periode hiervoor."),
        tekst("Opvolger", "opvolger", "De agenda van de periode hierna."),
        tekst("Bron", "bron", "Waar de vastgestelde tekst staat."),
        geheel("Bijwerken na (dagen)", "bijwerken_dagen", "Zo vaak werkt een trekker bij.", 120),
        geheel("Te laat na (dagen)", "te_laat_dagen", "Na zoveel dagen heet het te laat.", 150),
    ),
)
_CODE = "Een eigen code. Gebruik hem maar één keer."
_ACTIE = "De code van de actie."

BLADEN_AGENDA = (
    Blad(
        r.PARTIJEN,
        "Wie meedoen: gemeente, schoolbesturen, kinderopvang en anderen.",
        Partij,
        (
            code(
                "Code", "code", "Een korte naam zonder spaties. Gebruik hem één keer.", "gemeente"
            ),
            tekst("Naam", "naam", "De volledige naam.", "Gemeente", 40),
            keuze("Soort", "soort", "Wat voor partij het is.", PartijSoort, PartijSoort.GEMEENTE),
            tekst("Plaats", "plaats", "De sleutel van de plaats, zoals gemeente:GM0402.", "", 22),
        ),
    ),
    Blad(
        r.WERKGROEPEN,
        "De werkgroepen die acties uitvoeren.",
        str,
        (tekst("Naam", "naam", "De naam van de werkgroep.", "Werkgroep taal", 40),),
    ),
    Blad(
        r.AMBITIES,
        "Wat de partijen op het eind bereikt willen hebben.",
        Ambitie,
        (
            code("Code", "code", _CODE, "1"),
            tekst("Naam", "naam", "De ambitie in één zin.", "Een goede start", 50),
            tekst("Omschrijving", "omschrijving", "Meer uitleg.", "", 60),
        ),
    ),
    Blad(
        r.SPEERPUNTEN,
        "De lijnen van werk binnen een ambitie.",
        Speerpunt,
        (
            code("Code", "code", _CODE, "1A"),
            code("Ambitie", r.OUDER, "De code van de ambitie waar dit bij hoort.", "1"),
            tekst("Naam", "naam", "Het speerpunt in één zin.", "Samen met ouders", 50),
            tekst("Omschrijving", "omschrijving", "Meer uitleg.", "", 60),
            tekst("Doel", "doel", "Het doel in één zin.", "Elk kind is op tijd in beeld", 50),
            code("Trekker", "trekker", "De code van de partij die trekt.", "gemeente"),
        ),
    ),
    Blad(
        r.ACTIES,
        "Wat er gedaan wordt: één rij per actie.",
        Actie,
        (
            code("Code", "code", _CODE, "1A1"),
            code("Speerpunt", r.OUDER, "De code van het speerpunt waar de actie bij hoort.", "1A"),
            tekst("Naam", "naam", "De actie in enkele woorden.", "Taal thuis", 40),
            tekst("Omschrijving", "omschrijving", "Wat er gebeurt.", "", 60),
            keuze("Schaal", "schaal", "Waar de actie speelt.", Schaal, Schaal.LOKAAL),
            tekst("Doelgroep", "doelgroep", "Voor wie de actie is.", "Peuters en hun ouders"),
            geheel("Leeftijd van", "leeftijd_van", "Jongste leeftijd in jaren, 0 tot 23.", 2),
            geheel("Leeftijd tot en met", "leeftijd_tot", "Oudste leeftijd in jaren, 0 tot 23.", 4),
            datum("Begint op", "van", "De eerste dag.", date(2025, 1, 1)),
            datum("Eindigt op", "tot", "De laatste dag.", date(2025, 12, 31)),
            code("Werkgroep", "werkgroep", "De naam van de werkgroep.", "Werkgroep taal"),
            keuze("Staat", "staat", "Hoe het gaat.", ActieStaat, ActieStaat.NIET_GESTART),
            tekst("Reden", "staat_reden", "Waarom het zo gaat."),
            code(
                "Samengevoegd met", "samengevoegd_met", "De code van de actie waarin deze opging."
            ),
            code("Opgevolgd door", "opgevolgd_door", "De code van de actie die deze opvolgt."),
            keuze(
                "Zichtbaarheid",
                "zichtbaarheid",
                "Wie de actie mag zien.",
                Zichtbaarheid,
                Zichtbaarheid.PARTNERS,
            ),
        ),
    ),
    Blad(
        r.BETROKKENEN,
        "Welke partij wat doet in een actie.",
        Betrokkene,
        (
            code("Actie", r.OUDER, _ACTIE, "1A1"),
            code("Partij", "partij", "De code van de partij.", "gemeente"),
            keuze("Rol", "rol", "Wat de partij doet.", Rol, Rol.TREKKER),
            tekst("Toelichting", "toelichting", "Waar dat op berust.", "", 50),
        ),
    ),
    Blad(
        r.VERWIJZINGEN,
        "Waar een actie naar verwijst: een indicator, taak, interventie of document.",
        Verwijzing,
        (
            code("Actie", r.OUDER, _ACTIE, "1A1"),
            keuze(
                "Soort",
                "soort",
                "Waarnaar de actie verwijst.",
                VerwijzingSoort,
                VerwijzingSoort.DOCUMENT,
            ),
            tekst("Naar", "naar", "De code ervan, of het adres.", "https://example.nl/plan", 40),
            tekst("Toelichting", "toelichting", "Waarom.", "", 50),
        ),
    ),
    Blad(
        r.VOORTGANG,
        "Wat er op een dag over een actie is gemeld.",
        Voortgang,
        (
            code("Actie", r.OUDER, _ACTIE, "1A1"),
            datum("Datum", "op", "De dag van de melding.", date(2025, 3, 1)),
            tekst("Door", "door", "Wie het meldde.", "Trekker van de actie"),
            keuze("Staat", "staat", "Hoe het toen ging.", ActieStaat, ActieStaat.OP_SCHEMA),
            tekst("Gedaan", "gedaan", "Wat er gedaan is.", "De cursus is begonnen", 50),
            tekst("Blokkade", "blokkade", "Wat in de weg zit.", "", 50),
        ),
    ),
    Blad(
        r.STREEFWAARDEN,
        "Waaraan je ziet of het lukt. De waarden per jaar staan op het volgende blad.",
        Streefwaarde,
        (
            code("Code", "code", _CODE, "S1"),
            code("Bij", "bij", "De code van de actie, het speerpunt of de indicator.", "1A1"),
            tekst("Maat", "maat", "Wat je telt of meet.", "Gezinnen die meedoen", 40),
            tekst("Eenheid", "eenheid", "De eenheid, zoals gezinnen of %.", "gezinnen", 14),
            keuze("Richting", "richting", "Wanneer het gehaald is.", Richting, Richting.MINSTENS),
            getal("Nulmeting", "nulmeting", "De waarde bij het begin.", Decimal(20)),
            datum("Nulmeting op", "nulmeting_op", "De dag van de nulmeting.", date(2025, 1, 1)),
            code("Eigenaar", "eigenaar", "De code van de partij die meet.", "gemeente"),
            tekst("Bron", "bron", "Waar de cijfers vandaan komen.", "Eigen telling"),
        ),
    ),
    Blad(
        r.JAARWAARDEN,
        "Per streefwaarde en jaar: wat je wilt en wat het werd.",
        Jaarwaarde,
        (
            code("Streefwaarde", r.OUDER, "De code van de streefwaarde.", "S1"),
            geheel("Jaar", "jaar", "Het jaar.", 2025),
            getal("Doel", "doel", "Wat je dat jaar wilt bereiken.", Decimal(40)),
            getal("Werkelijk", "werkelijk", "Wat het werd.", Decimal("37.5")),
            datum("Peildatum", "peildatum", "De dag waarop dat is geteld.", date(2025, 12, 31)),
        ),
    ),
)

BLADEN_NETWERK = (
    Blad(
        r.DOELEN,
        "Doelen boven de agenda, zoals die van het sociaal domein.",
        Doel,
        (
            code("Code", "code", _CODE, "D1"),
            tekst("Naam", "naam", "Het doel.", "Elk kind groeit kansrijk op", 50),
            tekst("Omschrijving", "omschrijving", "Meer uitleg.", "", 60),
        ),
    ),
    Blad(
        r.INDICATOREN,
        "Waaraan je de doelen afleest.",
        Indicator,
        (
            code("Code", "code", _CODE, "I1"),
            tekst("Naam", "naam", "De indicator.", "Deelname van doelgroeppeuters", 50),
            keuze("Soort", "soort", "Wat hij meet.", IndicatorSoort, IndicatorSoort.PRESTATIE),
            tekst("Eenheid", "eenheid", "De eenheid.", "%", 14),
            tekst("Catalogus", "catalogus", "De code van de kaart in de catalogus.", "", 24),
        ),
    ),
    Blad(
        r.VERBANDEN,
        "Wat waarop werkt: van actie of indicator naar speerpunt of doel.",
        Verband,
        (
            code("Van", "van", "De code van waaruit het werkt.", "1A1"),
            code("Naar", "naar", "De code waarop het werkt.", "D1"),
            keuze("Teken", "teken", "Hoe het werkt.", Teken, Teken.VERHOOGT),
            keuze("Zekerheid", "zekerheid", "Hoe zeker je bent.", Zekerheid, Zekerheid.MIDDEN),
            tekst("Toelichting", "toelichting", "Waar dat op berust.", "", 60),
        ),
    ),
)
