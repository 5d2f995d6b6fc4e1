"""The rule of an indicator as the program runs it, for who reads code."""

import inspect

from openlea.catalogue.shelf import IndicatorFile


def rule_of(entry: IndicatorFile) -> str:
    """Return the text of compute(); empty when its file can't be read any more."""
    try:
        return inspect.getsource(entry.compute).strip()
    except (OSError, TypeError):
        return ""
