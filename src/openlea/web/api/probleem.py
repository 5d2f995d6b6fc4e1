"""What went wrong, told so that every program can read it: problem+json of RFC 9457."""

import json
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.http import HttpResponse

SOORT = "application/problem+json"
TITELS: Mapping[int, str] = {
    400: "De vraag klopt niet",
    401: "Geen geldige sleutel",
    403: "Hier heb je geen recht op",
    404: "Niet gevonden",
    405: "Dat kan hier niet",
    429: "Te veel vragen achter elkaar",
    500: "Er ging iets mis",
    503: "Even niet bereikbaar",
}
UITLEG: Mapping[int, str] = {
    400: "Een deel van de vraag mist, bestaat niet of heeft een waarde die niet kan. "
    "Bij `fouten` staat per deel waarom.",
    401: "Dit is van een werkruimte. Stuur een sleutel mee, of kijk of die nog geldt.",
    403: "De rol van de sleutel of van wie is ingelogd, mag dit niet zien.",
    404: "Dit is er niet, of het is niet van jou: dat verschil vertellen we niet.",
    405: "Alleen lezen kan: met GET of HEAD.",
    429: "Wacht zo lang als in `Retry-After` staat.",
    500: "Dit is onze fout. De vraag later nog eens stellen mag.",
    503: "Kom later terug.",
}


def problem(
    status: int, detail: str, fouten: Iterable[Mapping[str, str]] = (), **koppen: str
) -> HttpResponse:
    """Return a problem; `koppen` are headers, with a low dash for every dash."""
    told = {
        "type": f"{settings.ADRES}/api/v1/#fout-{status}",
        "title": TITELS[status],
        "status": status,
        "detail": detail,
        "fouten": list(fouten),
    }
    headers = {name.replace("_", "-"): value for name, value in koppen.items()}
    body = json.dumps(told, ensure_ascii=False)
    return HttpResponse(body, status=status, content_type=SOORT, headers=headers)


def fault(plaats: str, naam: str, reden: str) -> dict[str, str]:
    """Return one fault, as it stands in a problem."""
    return {"plaats": plaats, "naam": naam, "reden": reden}
