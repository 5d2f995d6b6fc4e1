"""The health of the installation as plain values, for JSON."""

from typing import Any

from openlea.policy.gezondheid import Gezondheid


def plain(found: Gezondheid) -> dict[str, Any]:
    """Return the health with its checks in order."""
    return {
        "status": str(found.oordeel),
        "klaar": found.is_klaar,
        "op": found.op.isoformat(),
        "versie": found.versie,
        "zin": found.zin,
        "controles": [
            {
                "naam": one.naam,
                "titel": one.titel,
                "oordeel": str(one.oordeel),
                "zin": one.zin,
                "doe": one.doe,
                "nodig": one.nodig,
            }
            for one in found.controles
        ],
    }
