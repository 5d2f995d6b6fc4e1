"""Adressen van alle vestigingen van het basisonderwijs (DUO)."""

from collections.abc import Sequence

import dataframely as dy

from openlea.catalogue.reading.duo_adressen import KNOWN, KOP, read_addresses
from openlea.catalogue.reading.gelezen import Gelezen
from openlea.catalogue.reading.keuring import finish
from openlea.catalogue.reading.ruw import Kolommen
from openlea.core.bron import Bestand, Bron, Cadans, Live, Protocol, Sample

SOURCE = Bron(
    titel="Vestigingen van het basisonderwijs",
    uitgever="DUO",
    pagina="https://duo.nl/open_onderwijsdata/primair-onderwijs/scholen-en-adressen/schoolvestigingen-basisonderwijs.jsp",
    licentie="CC0",
    cadans=Cadans.MAANDELIJKS,
    peil="de dag van ophalen",
    editie="peildatum",
    sleutel=("vestiging",),
    kop=KOP,
    live=Live(
        protocol=Protocol.BESTAND,
        adres="https://duo.nl/open_onderwijsdata/images/02.-alle-schoolvestigingen-basisonderwijs.csv",
        vragen={"naam": "02.-alle-schoolvestigingen-basisonderwijs-{dag}.csv"},
    ),
    let_op=(
        "Het bestand zegt zijn dag niet; staat die ook niet in de naam, dan geldt 1-1-2026.",
        "De gemeente staat er in hoofdletters en soms zonder leestekens; de code is leidend.",
        "Speciaal basisonderwijs en speciaal onderwijs staan in een ander bestand.",
    ),
)

KOLOMMEN = Kolommen(bron=__file__, nodig=KOP, bekend=KNOWN)


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


def parse(files: Sequence[Bestand]) -> Gelezen:
    """Return a row per vestiging."""
    rijen, ruw = read_addresses(files, KOLOMMEN)
    return finish(ruw, rijen, Tabel)


EXAMPLE = Sample(
    bestand=Bestand(
        naam="02.-alle-schoolvestigingen-basisonderwijs.csv",
        inhoud="""\
PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM\
;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE\
;TELEFOONNUMMER;INTERNETADRES;STRAATNAAM CORRESPONDENTIEADRES\
;HUISNUMMER-TOEVOEGING CORRESPONDENTIEADRES;POSTCODE CORRESPONDENTIEADRES\
;PLAATSNAAM CORRESPONDENTIEADRES;NODAAL GEBIED CODE;NODAAL GEBIED NAAM;RPA-GEBIED CODE\
;RPA-GEBIED NAAM;WGR-GEBIED CODE;WGR-GEBIED NAAM;COROPGEBIED CODE;COROPGEBIED NAAM\
;ONDERWIJSGEBIED CODE;ONDERWIJSGEBIED NAAM;RMC-REGIO CODE;RMC-REGIO NAAM;VAKANTIEREGIO
Noord-Holland;35218;04OS;04OS00;Christelijk Instituut Groen van Prinsterer;Dalweg;11;1217 HX\
;HILVERSUM;0402;HILVERSUM;Protestants-Christelijk;0356245991;www.degroenvanprinsterer.nl;Dalweg\
;11;1217 HX;HILVERSUM;45;Hilversum;16;Gooi en Vechtstreek;20;Gooi en Vechtstreek;24\
;Het Gooi en Vechtstreek;15;Zuid-Noord-Holland;20;Gooi en Vechtstreek;Noord
Drenthe;20091;32JK;32JK00;BBS de Verwondering;Melkweg;13;9306 TC;ALTEVEER GEM NOORDENVELD;1699\
;NOORDENVELD;Algemeen bijzonder; ; ;Melkweg;13;9306 TC;ALTEVEER GEM NOORDENVELD;01;Groningen;03\
;Centraal-Groningen;07;Noord- en Midden-Drenthe;07;Noord-Drenthe;01;Groningen en omstreken;07\
;Noord- en Midden Drenthe;Noord
Drenthe;32073;05OC;05OC00;Dalton Kindcentrum ’t Kompas;Ceresstraat;6;9514 CA;GASSELTERNIJVEEN\
;1680;AA EN HUNZE;Protestants-Christelijk;0599512734;www.dkckompas.nl;Ceresstraat;6;9514 CA\
;GASSELTERNIJVEEN;11;Assen;03;Centraal-Groningen;07;Noord- en Midden-Drenthe;07;Noord-Drenthe\
;04;Assen-Hoogeveen-Emmen;07;Noord- en Midden Drenthe;Noord
""".encode("cp1252"),
    ),
    expect="""
        peildatum   vestiging  naam                         postcode  postcode4  gemeente
        2026-01-01  04OS00     Christelijk~Instituut~Groen~van~Prinsterer  1217HX  1217  GM0402
        2026-01-01  32JK00     BBS~de~Verwondering          9306TC    9306       GM1699
        2026-01-01  05OC00     Dalton~Kindcentrum~’t~Kompas 9514CA    9514       GM1680
    """,
)
