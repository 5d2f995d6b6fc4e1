"""Measurements beside a named peer: both are run in one go, and the ratio is what counts."""
