"""Which version of the interface this is; what it hands out only grows within a major version."""

VERSIE = "1.1.0"
BEGIN = "api/v1"
