"""The tests, whose names are sentences that state why."""
