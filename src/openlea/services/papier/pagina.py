"""Lays a document out as one web page by itself, that opens without a connection."""

from base64 import b64encode
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from openlea.services.papier.blokken import (
    Alinea,
    Beeld,
    Blok,
    Feiten,
    Kop,
    Lijst,
    Links,
    RegelSoort,
    Stuk,
    Tabel,
    points,
)

_OPMAAK = """
body{font:1rem/1.6 system-ui,sans-serif;color:#001a40;max-width:48rem;
margin:3rem auto;padding:0 1rem}
h1{font-size:2rem;line-height:1.2;margin:0}h2{margin-top:2.5rem}h3{color:#00568b;margin-top:2rem}
.boven{color:#00568b;font-weight:600}.zacht{color:#4a5d78}
.breed{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}
caption{text-align:left;font-weight:600;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;
border-bottom:1px solid #c9d0d9}
thead th{border-bottom:2px solid #001a40}.getal{text-align:right;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.25rem 1.5rem}
dt{color:#4a5d78}dd{margin:0}img{max-width:100%}
@media(max-width:30rem){dl{display:block}dd{margin-bottom:.5rem}}
@media print{body{margin:0;max-width:none}}
"""


def write_pagina(stuk: Stuk) -> bytes:
    """Return the document as HTML; what people wrote is text in it, never markup."""
    page = Element("html", lang="nl")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = stuk.titel
    SubElement(head, "style").text = _OPMAAK
    main = SubElement(SubElement(page, "body"), "main")
    _text(main, "p", stuk.bovenkop, "boven")
    _text(main, "h1", stuk.titel)
    _text(main, "p", stuk.ondertitel, "zacht")
    _text(main, "p", stuk.voetregel, "zacht")
    for blok in stuk.blokken:
        main.extend(_shown(blok))
    made: bytes = tostring(page, encoding="utf-8", method="html")
    return b"<!doctype html>\n" + made


def _text(parent: Element, tag: str, text: str, kind: str = "") -> None:
    """Add an element with text, if there is any; a new line in it stays one."""
    if text:
        parent.append(_element(tag, text, kind))


def _element(tag: str, text: str, kind: str = "") -> Element:
    made = Element(tag, {"class": kind} if kind else {})
    first, *rest = text.split("\n")
    made.text = first
    for line in rest:
        SubElement(made, "br").tail = line
    return made


def _shown(blok: Blok) -> Iterator[Element]:
    match blok:
        case Kop():
            yield _element(f"h{min(blok.niveau + 1, 6)}", blok.tekst)
        case Alinea():
            yield _element("p", blok.tekst, "zacht" if blok.zacht else "")
        case Feiten():
            facts = Element("dl")
            for naam, waarde in blok.paren:
                facts.extend([_element("dt", naam), _element("dd", waarde)])
            yield facts
        case Lijst() | Links():
            yield _points(points(blok))
        case Tabel():
            yield _table(blok)
        case Beeld():
            drawn = b64encode(blok.svg.encode()).decode()
            yield Element("img", src=f"data:image/svg+xml;base64,{drawn}", alt=blok.tekst)


def _points(each: tuple[tuple[str, str], ...]) -> Element:
    shown = Element("ul")
    for words, adres in each:
        if adres:
            SubElement(SubElement(shown, "li"), "a", href=adres).text = words
        else:
            shown.append(_element("li", words))
    return shown


def _table(blok: Tabel) -> Element:
    wide = Element("div", {"class": "breed", "role": "region", "tabindex": "0"})
    wide.set("aria-label", blok.titel)
    table = SubElement(wide, "table")
    _text(table, "caption", blok.titel)
    row = SubElement(SubElement(table, "thead"), "tr")
    for n, kop in enumerate(blok.koppen):
        cell = _element("th", kop, "getal" if n >= blok.getallen_vanaf else "")
        cell.set("scope", "col")
        row.append(cell)
    body = SubElement(table, "tbody")
    for regel in blok.regels:
        line = SubElement(body, "tr")
        heavy = regel.soort in {RegelSoort.TOTAAL, RegelSoort.GROEP}
        for n, text in enumerate(regel.cellen):
            kind = "getal" if n >= blok.getallen_vanaf else ""
            line.append(_element("th" if heavy and n == 0 else "td", text, kind))
    return wide
