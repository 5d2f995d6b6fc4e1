"""What is wrong with a part of a question, said in Dutch."""

from collections.abc import Mapping, Sequence
from typing import Any

from openlea.web.api.probleem import fault

ZINNEN: Mapping[str, str] = {
    "missing": "Dit moet erbij.",
    "enum": "Kies uit {expected}.",
    "literal_error": "Kies uit {expected}.",
    "int_parsing": "Dit moet een heel getal zijn.",
    "int_parsing_size": "Dit getal is te groot.",
    "int_from_float": "Dit moet een heel getal zijn.",
    "int_type": "Dit moet een heel getal zijn.",
    "greater_than_equal": "Dit moet minstens {ge} zijn.",
    "less_than_equal": "Dit mag hoogstens {le} zijn.",
    "string_too_long": "Dit mag hoogstens {max_length} tekens lang zijn.",
    "string_pattern_mismatch": "Hier staan tekens die niet kunnen.",
}


def as_faults(errors: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return every fault with the part of the question it is in, and what to do."""
    return [_fault(one) for one in errors]


def _fault(error: Mapping[str, Any]) -> dict[str, str]:
    where = [str(part) for part in error["loc"]]
    told = dict(error.get("ctx", {}))
    if "expected" in told:
        told["expected"] = str(told["expected"]).replace(" or ", " of ").replace("'", "")
    sentence = ZINNEN.get(str(error["type"]), "Deze waarde kan hier niet.").format(**told)
    return fault(where[0], where[-1], sentence)
