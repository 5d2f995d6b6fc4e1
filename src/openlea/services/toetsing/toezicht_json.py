"""The questions of the oversight for another program: everything that the page says."""

from openlea.policy.toezicht import Vinding
from openlea.services.describe_toezicht import Toezichtbeeld, Vraagbeeld


def as_json(beeld: Toezichtbeeld, gemeente: str) -> dict[str, object]:
    """Return the questions of a year as plain values; days as ISO 8601."""
    telling = beeld.telling
    return {
        "gemeente": gemeente,
        "jaar": beeld.jaar,
        "telling": {
            "vragen": telling.totaal,
            "beantwoord": telling.beantwoord,
            "bekend": telling.bekend,
            "open": telling.open,
            "met_bewijs": telling.met_bewijs,
        },
        "vragen": [_vraag(one) for one in beeld.vragen],
    }


def _vraag(one: Vraagbeeld) -> dict[str, object]:
    told = one.antwoord
    return {
        "id": one.vraag.id,
        "deel": one.vraag.deel.value,
        "groep": one.vraag.groep,
        "vraag": one.vraag.vraag,
        "grondslag": [
            {
                "plicht": citaat.plicht,
                "tekst": citaat.tekst,
                "link": citaat.link,
                "status": citaat.stand.zekerheid.value,
            }
            for citaat in one.citaten
        ],
        "staat": one.oordeel.staat.value,
        "antwoord": one.keuze.value if one.keuze else None,
        "toelichting": told.antwoord if told else "",
        "beantwoord_op": told.bijgewerkt_op.date().isoformat() if told else None,
        "bewijs": (one.document.adres or one.document.titel) if one.document else None,
        "bekend_uit": [_vinding(vinding) for vinding in one.oordeel.bronnen],
        "zie_ook": [_vinding(vinding) for vinding in one.oordeel.meer],
        "opmerking": one.oordeel.opmerking,
    }


def _vinding(one: Vinding) -> dict[str, object]:
    return {
        "soort": one.soort.value,
        "titel": one.titel,
        "op": one.op.isoformat() if one.op else None,
        "van": one.door,
    }
