"""The money of the Hilversumse Educatieve Agenda 2024-2027, chapter 8, every printed row."""

from openlea.core.agenda import Actie, Agenda, Ambitie, Speerpunt
from openlea.core.begroting import Begroting, Geldstroom, Post, StroomSoort

JAREN = (2024, 2025, 2026, 2027)
ACTIES = {"1A": 5, "1B": 8, "1C": 6, "1D": 1, "1E": 8, "2A": 2, "2B": 2, "2C": 10}
KOP = "PVVE"

# actie, omschrijving, euros a year (one number: the same each year), who pays elsewhere
RIJEN: tuple[tuple[str, str, int | tuple[int, ...], str], ...] = (
    ("1A1", "Opstapje", 90_000, ""),
    ("1A2", "Voor jou en je kind", 40_000, ""),
    ("1A3", "Samenwerking Team Jeugd en Gezin GGD", 250_000, ""),
    ("1A4", "Inzetten op versterken ouderbetrokkenheid", 25_000, ""),
    ("1A5", "Lokale coalitie kansrijke start", 0, "SPUK gelden"),
    ("1B1", "Peuteropvang en VVE", (1_692_500, 1_682_500, 1_682_500, 1_682_500), ""),
    ("1B2", "Ondersteuning zware doelgroeplocaties", 100_000, ""),
    ("1B3", "Monitoring bereik alle peuters", 20_000, ""),
    ("1B5", "Maatwerkplansubsidie", 300_000, ""),
    ("1B7", "Monitoring/verbetering VVE", 30_000, ""),
    ("1B8", "Netwerkbijeenkomst", 5_000, ""),
    ("1C3", "Schoolmaatjesproject", 25_000, ""),
    ("1C4", "Convenant Eerste Opvang Onderwijs", 260_000, ""),
    ("1D1", "Rijk dagprogramma", 100_000, ""),
    ("1E1", "Voorleesexpress", 45_000, ""),
    ("1E2", "Inzet van de bieb op school en de peuteropvang", 150_000, ""),
    ("1E3", "Thuis in Taal", 25_000, ""),
    ("1E5", "Extra taalonderwijs Entree", 15_000, ""),
    ("1E7", "Preventieve logopedie", 0, "Personeel Afdeling Sociaal Domein"),
    ("1E8", "Bevorderen mediawijsheid", (20_000, 20_000, 0, 0), ""),
    ("2A2", "Maatwerkbudget", 50_000, ""),
    ("2B1", "Innovatiebudget", 50_000, ""),
    ("2C1", "OZA Mozarthof", 0, "Jeugdbeleid & NPO in 2024"),
    ("2C6", "OJA Donnerschool", 0, "Jeugdbeleid & NPO in 2024"),
    ("2C6", "OJA Wijngaard", 0, "Jeugdbeleid"),
    ("2C7", "Productief leren", 90_000, ""),
    ("2C8", "Passende BSO", 0, "Jeugdbeleid"),
    ("2C2", "Schoolmaatschappelijk werk (PO)", 25_000, ""),
    ("2C9", "Jeugdarts in het MBO", 20_000, ""),
    ("2C4", "Jongerencoaching op school", 0, "Jeugdbeleid"),
    ("", "Coördinatie - personeelskosten", 90_000, ""),
    ("", "Coördinatie - overig", 50_000, ""),
)
ONDERRIJEN: tuple[tuple[str, int | tuple[int, ...]], ...] = (
    ("Bijdrage aan VE", 1_500_000),
    ("Verplichte HBO inzet", 110_000),
    ("Frictiekosten", (10_000, 0, 0, 0)),
    ("Scholingskosten", 65_000),
    ("Expertise - innovatie013", 7_500),
)
STROMEN: tuple[tuple[str, StroomSoort, tuple[int, ...]], ...] = (
    ("Gemeentelijke middelen", StroomSoort.GEMEENTELIJK, (794_000,) * 4),
    ("Rijksmiddelen", StroomSoort.RIJK, (2_324_815,) * 4),
    ("Restant voorgaand jaar", StroomSoort.RESTANT, (1_300_000, 1_216_315, 797_630, 378_945)),
    ("NPO-middelen", StroomSoort.NPO, (365_000, 20_000)),
)


def cents_per_jaar(euros: int | tuple[int, ...]) -> dict[int, int]:
    reeks = (euros,) * len(JAREN) if isinstance(euros, int) else euros
    return {jaar: bedrag * 100 for jaar, bedrag in zip(JAREN, reeks, strict=False)}


def hea_posten() -> tuple[Post, ...]:
    posten = []
    for nummer, (bij, naam, euros, betaler) in enumerate(RIJEN, start=1):
        code = KOP if bij == "1B1" else f"P{nummer}"
        bedragen = cents_per_jaar(euros)
        posten.append(
            Post(
                code=code, bij=bij, omschrijving=naam, bedragen=bedragen, elders_gedekt_door=betaler
            )
        )
        if code == KOP:
            posten += [
                Post(code=f"{KOP}{n}", bij=bij, omschrijving=w, kop=KOP, bedragen=cents_per_jaar(e))
                for n, (w, e) in enumerate(ONDERRIJEN, start=1)
            ]
    return tuple(posten)


def hea_begroting() -> Begroting:
    return Begroting(
        geldstromen=tuple(
            Geldstroom(code=f"G{n}", naam=naam, soort=soort, bedragen=cents_per_jaar(euros))
            for n, (naam, soort, euros) in enumerate(STROMEN, start=1)
        ),
        posten=hea_posten(),
    )


def hea_ambities() -> tuple[Ambitie, ...]:
    def speerpunt(code: str) -> Speerpunt:
        acties = tuple(Actie(code=f"{code}{n}", naam="naam") for n in range(1, ACTIES[code] + 1))
        return Speerpunt(code=code, naam="naam", acties=acties)

    return tuple(
        Ambitie(
            code=ambitie,
            naam="naam",
            speerpunten=tuple(speerpunt(code) for code in ACTIES if code[0] == ambitie),
        )
        for ambitie in "12"
    )


def hea_agenda() -> Agenda:
    return Agenda(
        titel="Hilversumse Educatieve Agenda",
        van=2024,
        tot=2027,
        ambities=hea_ambities(),
        begroting=hea_begroting(),
    )
