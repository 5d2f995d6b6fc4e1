"""Adressen van alle vestigingen van het voortgezet onderwijs (DUO)."""

from collections.abc import Sequence

import dataframely as dy

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.duo_adressen import KNOWN, KOP, read_addresses
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import finish
from openlea.catalogue.reading.ruw import Kolommen
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

SOURCE = Bron(
    titel="Vestigingen van het voortgezet onderwijs",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/voortgezet-onderwijs/adressen/vestigingen.jsp",
    licentie="CC0",
    cadans=Cadans.MAANDELIJKS,
    peil="de dag van ophalen",
    editie="peildatum",
    sleutel=("vestiging",),
    kop=(*KOP, "ONDERWIJSSTRUCTUUR"),
    live=Live(
        protocol=Protocol.BESTAND,
        adres="https://duo.nl/open_onderwijsdata/images/02.-alle-vestigingen-vo.csv",
        vragen={"naam": "02.-alle-vestigingen-vo-{dag}.csv"},
    ),
    let_op=(
        "Het bestand zegt zijn dag niet; staat die ook niet in de naam, dan geldt 1-1-2026.",
        "De gemeente staat er in hoofdletters en soms zonder leestekens; de code is leidend.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=SOURCE.kop, bekend=KNOWN)


class Tabel(dy.Schema):
    """One row per vestiging."""

    peildatum = dy.String(nullable=False, primary_key=True)
    vestiging = dy.String(nullable=False, primary_key=True)
    naam = dy.String(nullable=False)
    straat = dy.String(nullable=True)
    huisnummer = dy.String(nullable=True)
    postcode = dy.String(nullable=True)
    postcode4 = dy.String(nullable=True)
    plaatsnaam = dy.String(nullable=True)
    gemeente = dy.String(nullable=False)
    gemeentenaam = dy.String(nullable=True)
    provincie = dy.String(nullable=False)
    denominatie = dy.String(nullable=True)
    bestuur = dy.String(nullable=False)
    internetadres = dy.String(nullable=True)
    rmc = dy.String(nullable=False)
    rmc_naam = dy.String(nullable=True)
    onderwijsgebied = dy.String(nullable=True)
    structuur = dy.String(nullable=True)


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging."""
    rijen, ruw = read_addresses(
        files, KOLOMMEN, cellen.text("ONDERWIJSSTRUCTUUR").alias("structuur")
    )
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="02.-alle-vestigingen-vo.csv",
        inhoud="""\
PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM\
;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE\
;TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR;STRAATNAAM CORRESPONDENTIEADRES\
;HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES;POSTCODE CORRESPONDENTIEADRES\
;PLAATSNAAM CORRESPONDENTIEADRES;NODAAL GEBIED CODE;NODAAL GEBIED NAAM;RPA-GEBIED CODE\
;RPA-GEBIED NAAM;WGR-GEBIED CODE;WGR-GEBIED NAAM;COROPGEBIED CODE;COROPGEBIED NAAM\
;ONDERWIJSGEBIED CODE;ONDERWIJSGEBIED NAAM;RMC-REGIO CODE;RMC-REGIO NAAM;VAKANTIEREGIO
Noord-Holland;13749;20DD;20DD00;Gemeentelijk Gymnasium;Vaartweg;54;1217 SV;HILVERSUM;0402\
;HILVERSUM;Openbaar;0356241181;www.gymnasiumhilversum.nl.;VWO;Vaartweg;54;1217 SV;HILVERSUM;45\
;Hilversum;16;Gooi en Vechtstreek;20;Gooi en Vechtstreek;24;Het Gooi en Vechtstreek;15\
;Zuid-Noord-Holland;20;Gooi en Vechtstreek;Noord
Drenthe;10053;18BR;18BR01;School voor Praktijkonderwijs Assen;Bosrand;2;9401 SL;ASSEN;0106\
;ASSEN;Openbaar; ; ;PRO;Zwartwatersweg;202;9406 NN;ASSEN;11;Assen;03;Centraal-Groningen;07\
;Noord- en Midden-Drenthe;07;Noord-Drenthe;04;Assen-Hoogeveen-Emmen;07;Noord- en Midden Drenthe\
;Noord
""".encode("cp1252"),
    ),
    expect="""
        peildatum  vestiging naam                                gemeente internetadres
        2026-01-01 20DD00    Gemeentelijk~Gymnasium              GM0402   www.gymnasiumhilversum.nl.
        2026-01-01 18BR01    School~voor~Praktijkonderwijs~Assen GM0106   .
    """,
)
